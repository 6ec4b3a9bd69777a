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

static const char *const pages[][9] = {
    {JIANBAO, "brief", REPORT, "--format", "pdf", "-o", "-"},
    {JIANBAO, "chart", "kpi", REPORT, "--format", "png", "-o", "-"},
};
static const char *const locales[] = {"LC_ALL=C", "LC_ALL=zh_CN.UTF-8", "LC_ALL=fr_FR.UTF-8"};
static const char *const zones[] = {"TZ=UTC", "TZ=Asia/Shanghai", "TZ=America/St_Johns"};

/* So many renders over locales, zones and homes: one hash. */
static void
render_often(const char *const *argv, guint n)
{
  char *homes[] = {test_folder(), g_strdup("/nonexistent")};
  g_autofree char *hash = NULL;
  for (guint i = 0; i < n; i++) {
    g_autofree char *home = g_strdup_printf("HOME=%s", homes[i % 2]);
    g_auto(TestRun) run = test_run(
        &(TestCommand){.argv = argv, .env = ARGV(home, locales[i % 3], zones[i / 3 % 3], "SOURCE_DATE_EPOCH")});
    char *now = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)run.out, run.out_len);
    test_check(run.status == 0 && (hash == NULL || strcmp(hash, now) == 0), "%s, render %u of %u: exit %d, %s", argv[1],
               i + 1, n, run.status, now);
    g_free(hash);
    hash = now;
  }
  test_remove(homes[0]);
  g_free(homes[1]);
}

int
main(void)
{
  const char *wanted = g_getenv("JIANBAO_RENDERS");
  for (gsize p = 0; p < G_N_ELEMENTS(pages); p++)
    render_often(pages[p], wanted != NULL ? (guint)g_ascii_strtoull(wanted, NULL, 10) : 30);
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
