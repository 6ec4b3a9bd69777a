/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The commands of README.md work as they stand: every line of its ```sh blocks is run, in order, in a folder
 * that looks like a checkout. Lines that begin with ./bootstrap or ctest are what runs this test, and are left out;
 * those that need an installed system (cmake --install) too.
 */
#include "support.h"

#include <string.h>

int
main(void)
{
  g_autofree char *readme = test_read(JB_SOURCE_DIR "/README.md", NULL);
  char *folder = test_folder();
  g_autofree char *bin = g_path_get_dirname(JIANBAO);
  g_autofree char *setup = g_strdup_printf("ln -s '%s/tests' '%s/layouts' . && ln -s '%s' build",
                                           JB_SOURCE_DIR, JB_SOURCE_DIR, bin);
  g_auto(TestRun) made = test_run(&(TestCommand){.argv = ARGV("/bin/sh", "-c", setup), .cwd = folder});
  test_check(made.status == 0, "cannot set the folder up: %s", made.err);
  g_auto(GStrv) lines = g_strsplit(readme, "\n", -1);
  gboolean in_block = FALSE;
  guint n_run = 0;
  for (char **line = lines; *line != NULL; line++) {
    if (g_str_has_prefix(*line, "```")) {
      in_block = strcmp(*line, "```sh") == 0;
      continue;
    }
    if (!in_block || strstr(*line, "build/jianbao") == NULL)
      continue;
    g_auto(TestRun) run = test_run(&(TestCommand){.argv = ARGV("/bin/sh", "-c", *line), .cwd = folder});
    test_check(run.status == 0, "README: `%s` exits %d: %s", *line, run.status, run.err);
    gboolean prints = strstr(*line, " check ") != NULL || strstr(*line, " list ") != NULL;
    test_check(!prints || run.out_len > 0, "README: `%s` prints nothing", *line);
    n_run++;
  }
  test_check(n_run >= 5, "README.md gives %u commands", n_run);
  test_remove(folder);
  return test_close();
}
