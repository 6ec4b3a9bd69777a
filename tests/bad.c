/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Inputs that must be refused: exit 65 for a report, 78 for a layout (.yaml), a sentence that names the file,
 * and nothing written. Inputs that hold bytes no editor keeps are made here; the others are files in bad/.
 */
#include "support.h"

#include <string.h>

#define REPORT JB_TESTS_DIR "/reports/weidong-2022.md"

static void
refuse(const char *const *argv, const char *path, const char *shown, int expected)
{
  char *folder = test_folder();
  g_auto(TestRun) run = test_run(&(TestCommand){.argv = argv, .cwd = folder});
  test_check(run.status == expected, "%s: exit %d, expected %d: %s", shown, run.status, expected, run.err);
  g_autofree char *name = g_path_get_basename(path);
  test_check(g_str_has_prefix(run.err, "jianbao: ") && strstr(run.err, name) != NULL, "%s: the file is not named: %s",
             shown, run.err);
  g_auto(GStrv) left = test_list(folder);
  test_check(run.out_len == 0 && left[0] == NULL, "%s: something was written", shown);
  test_remove(folder);
}

static void
refuse_report(const char *path, const char *shown)
{
  refuse((const char *const[]){JIANBAO, "brief", path, "-o", "out.pdf", NULL}, path, shown, 65);
}

/* Every command that sets pages refuses what brief refuses. */
static void
refuse_layout(const char *path, const char *shown)
{
  refuse((const char *const[]){JIANBAO, "brief", REPORT, "-o", "out.pdf", "--layout", path, NULL}, path, shown, 78);
  refuse((const char *const[]){JIANBAO, "slides", REPORT, "-o", "out", "--layout", path, NULL}, path, shown, 78);
  refuse((const char *const[]){JIANBAO, "dump", REPORT, "--stage", "page", "--layout", path, NULL}, path, shown, 78);
  refuse((const char *const[]){JIANBAO, "dump", REPORT, "--stage", "draw", "--layout", path, NULL}, path, shown, 78);
  refuse((const char *const[]){JIANBAO, "lint", path, "--report", REPORT, NULL}, path, shown, 78);
}

static const struct {
  const char *name;
  gsize len;
  const char *bytes;
} made[] = {
    {.name = "empty.md", .len = 0, .bytes = ""},
    {.name = "blank.md", .len = 6, .bytes = " \n\n \n\n"},
    {.name = "half-character.md", .len = 11, .bytes = "\xe6\x94\xbf\xe5\xba\x9c\xe5\xb7\xa5\xe4\xbd"},
    {.name = "odd-utf16.txt", .len = 5, .bytes = "\xff\xfe\x2f\x65\x9c"},
    {.name = "zeros.txt", .len = 16, .bytes = "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"},
    {.name = "zero-utf16.txt", .len = 10, .bytes = "\xff\xfe\x2f\x65\0\0\x9c\x5e\xe5\x5d"},
    {.name = "zero-gb18030.txt", .len = 7, .bytes = "\xd5\xfe\xb8\xae\0\xb9\xa4"},
    {.name = "picture.md", .len = 16, .bytes = "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"},
    {.name = "report.pdf", .len = 15, .bytes = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"},
    {.name = "report.docx", .len = 10, .bytes = "PK\x03\x04\x14\0\x06\0\x08\0"},
};

int
main(void)
{
  char *folder = test_folder();
  for (gsize i = 0; i < G_N_ELEMENTS(made); i++) {
    g_autofree char *path = g_build_filename(folder, made[i].name, NULL);
    g_file_set_contents(path, made[i].bytes, (gssize)made[i].len, NULL);
    refuse_report(path, made[i].name);
  }
  test_remove(folder);
  g_auto(GStrv) names = test_list(JB_TESTS_DIR "/bad");
  for (char **name = names; *name != NULL; name++) {
    g_autofree char *path = g_build_filename(JB_TESTS_DIR, "bad", *name, NULL);
    (g_str_has_suffix(*name, ".yaml") ? refuse_layout : refuse_report)(path, *name);
  }
  return test_close();
}
