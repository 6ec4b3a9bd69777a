/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Goldens: beside an input x.md or x.txt, each of x.doc, x.tokens, x.facts.tsv, x.page, x.draw is what
 * `jianbao dump --stage …` must print for it; x.check is what `jianbao check` finds in it. Presence selects what is
 * compared; `runner --update` rewrites those that are there (an empty file is a wish for one).
 */
#include "support.h"

#include <stdio.h>
#include <string.h>

static const struct {
  const char *extension, *stage;
} stages[] = {
    {.extension = ".doc", .stage = "doc"},
    {.extension = ".tokens", .stage = "tokens"},
    {.extension = ".check"}, /* no stage: a command of its own */
    {.extension = ".facts.tsv", .stage = "facts"},
    {.extension = ".page", .stage = "page"},
    {.extension = ".draw", .stage = "draw"},
};

static void
compare(const char *folder, const char *input, const char *golden, const char *stage, gboolean update)
{
  /* Run beside the input, so that no path of this machine gets into a dump. */
  const char *const dump[] = {JIANBAO, "dump", "--stage", stage, input, NULL}, *const check[] = {JIANBAO, "check",
                                                                                                 input, NULL};
  g_auto(TestRun) run = test_run(
      &(TestCommand){.argv = stage != NULL ? dump : check, .env = ARGV("SOURCE_DATE_EPOCH"), .cwd = folder});
  stage = stage != NULL ? stage : "check";
  if (!test_check(run.status == 0 || (run.status == 1 && strcmp(stage, "check") == 0),
                  "dump --stage %s %s/%s exits %d: %s", stage, folder, input, run.status, run.err))
    return;
  g_autofree char *path = g_build_filename(folder, golden, NULL);
  g_autofree char *expected = test_read(path, NULL);
  gboolean same = strcmp(expected, run.out) == 0;
  if (update && !same && g_file_set_contents(path, run.out, (gssize)run.out_len, NULL))
    printf("rewritten: %s\n", path);
  else if (!test_check(same, "%s is not what dump --stage %s prints (- expected, + printed):", path, stage)) {
    g_autofree char *diff = test_diff(expected, run.out);
    fputs(diff, stdout);
  }
}

static void
walk(const char *folder, gboolean update)
{
  g_auto(GStrv) names = test_list(folder);
  for (char **name = names; *name != NULL; name++) {
    g_autofree char *path = g_build_filename(folder, *name, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_DIR))
      walk(path, update);
    if (!g_str_has_suffix(*name, ".md") && !g_str_has_suffix(*name, ".txt"))
      continue;
    g_autofree char *stem = g_strndup(*name, (gsize)(strrchr(*name, '.') - *name));
    for (gsize i = 0; i < G_N_ELEMENTS(stages); i++) {
      g_autofree char *golden = g_strconcat(stem, stages[i].extension, NULL);
      if (g_strv_contains((const char *const *)names, golden))
        compare(folder, *name, golden, stages[i].stage, update);
    }
  }
}

int
main(int argc, char **argv)
{
  gboolean update = argc > 1 && strcmp(argv[1], "--update") == 0;
  walk(JB_TESTS_DIR "/golden", update);
  walk(JB_TESTS_DIR "/reports", update);
  return test_close();
}
