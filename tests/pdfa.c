/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Briefings and charts are what their metadata claim, PDF/A-3a and PDF/UA-1: veraPDF says so.
 *
 * veraPDF is Java and comes from Maven, so this is the one test that a machine may lack the means for. It then
 * says so, and how to get them, and counts as skipped, never as passed.
 */
#include "support.h"

#include <stdio.h>
#include <string.h>

#define SKIPPED 77 /* what CTest takes for it, see CMakeLists.txt */

/* Arguments behind "jianbao"; the output is NAME.pdf. */
static const struct {
  const char *name, *argv[8];
} files[] = {
    {"weidong", {"brief", JB_TESTS_DIR "/reports/weidong-2022.md"}},
    {"weidong-en", {"brief", JB_TESTS_DIR "/reports/weidong-2022.md", "--lang", "en"}},
    {"ningbo", {"brief", JB_TESTS_DIR "/reports/ningbo-2023.md"}},
    {"ningbo-zh", {"brief", JB_TESTS_DIR "/reports/ningbo-2023.md", "--lang", "zh"}},
    {"growth", {"chart", "growth", JB_TESTS_DIR "/reports/weidong-2022.md"}},
    {"trend", {"chart", "trend", JB_TESTS_DIR "/reports/weidong-2022.md", "--indicator", "gdp"}},
    {"gauge", {"chart", "gauge", JB_TESTS_DIR "/reports/weidong-2022.md", "--form", "arc"}},
    {"kpi", {"chart", "kpi", JB_TESTS_DIR "/reports/weidong-2022.md"}},
    {"table", {"chart", "table", JB_TESTS_DIR "/reports/weidong-2022.md"}},
};

static gboolean
is_there(void)
{
  g_autofree char *java = g_find_program_in_path("java");
  if (java != NULL && g_file_test(JB_VERAPDF, G_FILE_TEST_IS_DIR))
    return TRUE;
  printf("NOT RUN: nothing was validated, for %s is not there.\n"
         "With Java 11 or later and Maven, this brings it: cmake --build BUILD --target verapdf\n",
         java == NULL ? "java" : JB_VERAPDF);
  return FALSE;
}

/* Draws every file into the folder; appends its path to the call of the validator. */
static void
draw_files(const char *folder, GPtrArray *call)
{
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *file = g_strdup_printf("%s.pdf", files[i].name);
    g_autoptr(GPtrArray) argv = g_ptr_array_new();
    g_ptr_array_add(argv, (char *)JIANBAO);
    for (gsize k = 0; files[i].argv[k] != NULL; k++)
      g_ptr_array_add(argv, (char *)files[i].argv[k]);
    g_ptr_array_add(argv, (char *)"-o");
    g_ptr_array_add(argv, file);
    g_ptr_array_add(argv, NULL);
    g_auto(TestRun) run = test_run(&(TestCommand){.argv = (const char *const *)(void *)argv->pdata, .cwd = folder});
    test_check(run.status == 0, "%s: exit %d: %s", file, run.status, run.err);
    g_ptr_array_add(call, g_build_filename(folder, file, NULL));
  }
}

int
main(void)
{
  if (!is_there())
    return SKIPPED;
  char *folder = test_folder();
  g_autoptr(GPtrArray) call = g_ptr_array_new_with_free_func(g_free);
  const char *const java[] = {"/usr/bin/env", "java", "-cp", JB_VERAPDF "/*", JB_TESTS_DIR "/pdfa/Validate.java"};
  for (gsize i = 0; i < G_N_ELEMENTS(java); i++)
    g_ptr_array_add(call, g_strdup(java[i]));
  draw_files(folder, call);
  g_ptr_array_add(call, NULL);
  g_auto(TestRun) run = test_run(&(TestCommand){.argv = (const char *const *)(void *)call->pdata});
  g_auto(GStrv) lines = g_strsplit(run.out, "\n", -1);
  guint passed = 0;
  for (char **line = lines; *line != NULL; line++)
    passed += g_str_has_prefix(*line, "passes ");
  test_check(run.status == 0 && passed == 2 * G_N_ELEMENTS(files), "veraPDF: exit %d\n%s%s", run.status, run.out,
             run.err);
  test_remove(folder);
  return test_close();
}
