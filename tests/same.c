/* SPDX-License-Identifier: Apache-2.0 */
/* The same input gives the same bytes, whatever the locale, the time zone, HOME or the folder it is run in. */
#include "support.h"

#include <string.h>

#define REPORT JB_TESTS_DIR "/reports/weidong-2022.md"

static const char *const commands[][10] = {
    {JIANBAO, "extract", REPORT, "--format", "jsonl"},
    {JIANBAO, "extract", REPORT, "--format", "csv"},
    {JIANBAO, "extract", REPORT, "--format", "table"},
    {JIANBAO, "check", JB_TESTS_DIR "/golden/contradictions.md"},
    {JIANBAO, "dump", "--stage", "draw", REPORT},
    {JIANBAO, "brief", REPORT, "--format", "pdf", "-o", "-"},
    {JIANBAO, "chart", "growth", REPORT, "--format", "png", "-o", "-"},
    {JIANBAO, "chart", "trend", REPORT, "--format", "svg", "-o", "-"},
    {JIANBAO, "brief", "missing.md", "-o", "out.pdf"},
};

static const char *const environments[][7] = {
    {"LC_ALL=C", "TZ=UTC"},
    {"LC_ALL=C", "TZ=UTC"}, /* once more: nothing depends on the run */
    {"LC_ALL=zh_CN.UTF-8", "LANG=zh_CN.UTF-8", "LANGUAGE=zh_CN", "TZ=Asia/Shanghai"},
    {"LC_ALL=fr_FR.UTF-8", "LANG=fr_FR.UTF-8", "LC_NUMERIC=fr_FR.UTF-8", "TZ=America/St_Johns"},
    {"HOME=/nonexistent", "XDG_CACHE_HOME=/nonexistent", "XDG_CONFIG_HOME=/nonexistent", "LC_ALL", "LANG"},
    {"HOME", "USER", "TERM", "LC_ALL=C.UTF-8", "TZ=Pacific/Kiritimati"},
};

int
main(void)
{
  for (gsize c = 0; c < G_N_ELEMENTS(commands); c++) {
    g_auto(TestRun) first = test_run(&(TestCommand){.argv = commands[c], .env = environments[0]});
    test_check(first.status <= 1 || first.out_len == 0, "%s %s fails: %s", commands[c][1], commands[c][2], first.err);
    for (gsize e = 1; e < G_N_ELEMENTS(environments); e++) {
      g_auto(TestRun) run = test_run(&(TestCommand){.argv = commands[c], .env = environments[e]});
      test_check(run.status == first.status && run.out_len == first.out_len &&
                     memcmp(run.out, first.out, run.out_len) == 0 && strcmp(run.err, first.err) == 0,
                 "%s %s with %s differs from LC_ALL=C: exit %d, %s", commands[c][1], commands[c][2], environments[e][0],
                 run.status, run.err);
    }
  }
  /* The date in the metadata is the report's, or SOURCE_DATE_EPOCH's. */
  g_auto(TestRun) dated = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "brief", REPORT, "--format", "pdf", "-o", "-"),
                                                  .env = ARGV("SOURCE_DATE_EPOCH=1000000000")});
  g_auto(TestRun) plain = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "brief", REPORT, "--format", "pdf", "-o", "-"),
                                                  .env = ARGV("SOURCE_DATE_EPOCH")});
  test_check(dated.status == 0 && plain.status == 0 &&
                 (dated.out_len != plain.out_len || memcmp(dated.out, plain.out, plain.out_len) != 0),
             "SOURCE_DATE_EPOCH changes nothing");
  return test_close();
}
