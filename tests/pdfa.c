/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Documents and charts are what their metadata claim, PDF/A-3a and PDF/UA-1: veraPDF says so, of every shipped layout
 * and, where the corpus is beside the checkout, of the briefings of 20 real reports.
 *
 * veraPDF is Java and comes from Maven, so this is the one test that a machine may lack the means for. It then
 * says so, and how to get them, and counts as skipped, never as passed.
 */
#include "support.h"

#include <stdio.h>
#include <string.h>

#define SKIPPED 77 /* what CTest takes for it, see CMakeLists.txt */

#define CORPUS    JB_SOURCE_DIR "/../shared/corpus"
#define N_REPORTS 20

/* Arguments behind "jianbao"; the output is NAME.pdf. */
static const struct {
  const char *name, *argv[8];
} files[] = {
    {"weidong", {"brief", JB_TESTS_DIR "/reports/weidong-2022.md"}},
    {"weidong-en", {"brief", JB_TESTS_DIR "/reports/weidong-2022.md", "--lang", "en"}},
    {"ningbo", {"brief", JB_TESTS_DIR "/reports/ningbo-2023.md"}},
    {"ningbo-zh", {"brief", JB_TESTS_DIR "/reports/ningbo-2023.md", "--lang", "zh"}},
    {"onepage", {"brief", JB_TESTS_DIR "/reports/weidong-2022.md", "--layout", "onepage"}},
    {"slides", {"brief", JB_TESTS_DIR "/reports/weidong-2022.md", "--layout", "slides", "--theme", "dark"}},
    {"official", {"brief", JB_TESTS_DIR "/reports/ningbo-2023.md", "--layout", "official"}},
    {"monthly", {"brief", JB_TESTS_DIR "/reports/ningbo-2023.md", "--layout", "monthly"}},
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

/* Draws a file into the folder; appends its path to the call of the validator. */
static void
draw_file(const char *folder, const char *name, const char *const *arguments, GPtrArray *call)
{
  g_autofree char *file = g_strdup_printf("%s.pdf", name);
  g_autoptr(GPtrArray) argv = g_ptr_array_new();
  g_ptr_array_add(argv, (char *)JIANBAO);
  for (; *arguments != NULL; arguments++)
    g_ptr_array_add(argv, (char *)*arguments);
  g_ptr_array_add(argv, (char *)"-o");
  g_ptr_array_add(argv, file);
  g_ptr_array_add(argv, NULL);
  g_auto(TestRun) run = test_run(&(TestCommand){.argv = (const char *const *)(void *)argv->pdata, .cwd = folder});
  test_check(run.status == 0, "%s: exit %d: %s", file, run.status, run.err);
  g_ptr_array_add(call, g_build_filename(folder, file, NULL));
}

/* Every n-th report of the corpus; how many. */
static guint
draw_corpus(const char *folder, GPtrArray *call)
{
  if (!g_file_test(CORPUS, G_FILE_TEST_IS_DIR)) {
    printf("NOT RUN on real reports: %s is not there\n", CORPUS);
    return 0;
  }
  g_auto(GStrv) names = test_list(CORPUS);
  guint n = g_strv_length(names);
  for (guint i = 0; i < N_REPORTS; i++) {
    g_autofree char *path = g_build_filename(CORPUS, names[i * n / N_REPORTS], NULL);
    g_autofree char *name = g_strdup_printf("corpus-%u", i + 1);
    draw_file(folder, name, ARGV("brief", path), call);
  }
  return N_REPORTS;
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
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++)
    draw_file(folder, files[i].name, files[i].argv, call);
  guint n_files = (guint)G_N_ELEMENTS(files) + draw_corpus(folder, call);
  g_ptr_array_add(call, NULL);
  g_auto(TestRun) run = test_run(&(TestCommand){.argv = (const char *const *)(void *)call->pdata});
  g_auto(GStrv) lines = g_strsplit(run.out, "\n", -1);
  guint passed = 0;
  for (char **line = lines; *line != NULL; line++)
    passed += g_str_has_prefix(*line, "passes ");
  test_check(run.status == 0 && passed == 2 * n_files, "veraPDF: exit %d\n%s%s", run.status, run.out, run.err);
  printf("veraPDF: %u of %u validations passed\n", passed, 2 * n_files);
  test_remove(folder);
  return test_close();
}
