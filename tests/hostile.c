/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Files made to fill the memory or to keep the reader busy for ever, too large to be kept in bad/: each must end soon,
 * in a clear error or in a document. And the limits around pdftotext, with programs that try to pass them.
 */
#include "forms/forms.h"
#include "read/confine.h"
#include "read/pdf.h"
#include "support.h"

#include <jianbao/document.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define MOST_SECONDS 20 /* of the processor, for others may use it too; sanitizers are slow */

/* What reading must end in. */
typedef enum { REFUSED, READ } End;

static void
try_bytes(const char *name, const GByteArray *bytes, End end, const char *words)
{
  g_autoptr(GError) error = NULL;
  clock_t begin = clock();
  g_autoptr(JbDocument) document = jb_document_read(name, bytes->data, bytes->len, &error);
  double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
  test_check(seconds < MOST_SECONDS, "%s: took %.1f s", name, seconds);
  if (end == READ) {
    test_check(document != NULL, "%s: %s", name, error != NULL ? error->message : "no error");
    return;
  }
  test_check(document == NULL && g_error_matches(error, JB_ERROR, JB_ERROR_DATA),
             "%s: was read, or failed otherwise: %s", name, error != NULL ? error->message : "no error");
  test_check(error != NULL && strstr(error->message, words) != NULL && g_str_has_prefix(error->message, name),
             "%s: does not say \"%s\": %s", name, words, error != NULL ? error->message : "no error");
}

static void
append_times(GString *out, const char *text, guint times)
{
  for (guint i = 0; i < times; i++)
    g_string_append(out, text);
}

static GByteArray *
finished(GString *text)
{
  return test_bytes(g_string_free(text, FALSE));
}

/* ---- Archives ------------------------------------------------------------------------------- */

static void
try_archives(void)
{
  g_autoptr(GByteArray) many = test_zip_of_many("word/document.xml", "<d/>", 2001);
  try_bytes("many-files.docx", many, REFUSED, "more than 2,000 files");

  /* The directory says that three million spaces are a hundred bytes. */
  g_autoptr(GString) blank = g_string_new("<d>");
  append_times(blank, "          ", 300000);
  g_string_append(blank, "</d>");
  g_autoptr(GByteArray) lie = test_zip("word/document.xml", blank->str, NULL);
  guint8 *at = lie->data;
  for (gsize i = 0; i + 46 < lie->len; i++)
    if (memcmp(at + i, "PK\x01\x02", 4) == 0)
      memcpy(at + i + 24, "\x64\0\0\0", 4);
  try_bytes("lying-size.docx", lie, REFUSED, "");
}

/* ---- Markup --------------------------------------------------------------------------------- */

static void
try_markup(void)
{
  GString *deep = g_string_new("<html><body>");
  append_times(deep, "<div>", 100000);
  append_times(deep, "</p>", 100000);
  g_autoptr(GByteArray) deep_page = finished(deep);
  try_bytes("deep.html", deep_page, REFUSED, "more");

  /* Each paragraph opens again each of the thousand different fonts. */
  GString *fonts = g_string_new("<html><body>");
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf(fonts, "<font face=f%u>", i);
  append_times(fonts, "<p>x</p>", 20000);
  g_autoptr(GByteArray) font_page = finished(fonts);
  try_bytes("fonts.html", font_page, REFUSED, "more");

  GString *ring = g_string_new(
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
  for (guint i = 0; i < 40000; i++) /* not too well packed: the ratio is not what is tried here */
    g_string_append_printf(ring, "<w:p w:id=\"%08x\"><w:r><w:t>引进项目%u个。</w:t></w:r></w:p>", i * 2654435761u,
                           i * 40503u);
  g_string_append(ring, "</w:body></w:document>");
  g_autoptr(GByteArray) paragraphs = test_zip("word/document.xml", ring->str, NULL);
  g_string_free(ring, TRUE);
  try_bytes("many-paragraphs.docx", paragraphs, READ, "");
}

/* ---- Text ----------------------------------------------------------------------------------- */

static void
try_text(void)
{
  GString *blank = g_string_new("各位代表：\n");
  append_times(blank, "\n", 1000000);
  g_string_append(blank, "全年生产总值163亿元。\n");
  g_autoptr(GByteArray) blanks = finished(blank);
  try_bytes("blank-lines.txt", blanks, READ, "");

  GString *lines = g_string_new("各位代表：\n");
  append_times(lines, "全年引进项目35个。\n", 200000);
  g_autoptr(GByteArray) no_headings = finished(lines);
  try_bytes("no-headings.txt", no_headings, READ, "");

  GString *line = g_string_new("各位代表：");
  append_times(line, "全年引进项目35个，", 200000);
  g_autoptr(GByteArray) one_line = finished(line);
  try_bytes("one-line.txt", one_line, READ, "");

  GString *same = g_string_new("各位代表：\n");
  append_times(same, "未完的一行文字没有句号也没有数字在里面第三十个字以后才\n政府工作报告\n", 100000);
  g_autoptr(GByteArray) heads = finished(same);
  try_bytes("running-heads.txt", heads, READ, "");
}

/* ---- Programs ------------------------------------------------------------------------------- */

/* Runs a line of shell as pdftotext is run. TRUE with the result to clear, or the error's words. */
static gboolean
confine(const char *line, JbConfinedResult *result, char **words)
{
  g_autoptr(GError) error = NULL;
  const char *const argv[] = {"/bin/sh", "-c", line, NULL};
  const JbConfined job = {.name = "some.pdf",
                          .argv = argv,
                          .input = {.at = "input", .len = strlen("input")},
                          .max_output = 1024 * 1024,
                          .seconds = 2,
                          .memory = 256 * 1024 * 1024};
  gboolean done = jb_confine_run(&job, result, &error);
  *words = error != NULL ? g_strdup(error->message) : NULL;
  return done;
}

static void
try_refused(const char *line, const char *expected)
{
  JbConfinedResult result;
  g_autofree char *words = NULL;
  if (confine(line, &result, &words))
    jb_confined_clear(&result);
  test_check(words != NULL && strstr(words, expected) != NULL, "confined \"%s\": %s", line,
             words != NULL ? words : "no error");
}

static void
try_output(const char *line, const char *expected)
{
  JbConfinedResult result;
  g_autofree char *words = NULL;
  if (!test_check(confine(line, &result, &words), "confined \"%s\": %s", line, words != NULL ? words : "no error"))
    return;
  test_check(strcmp(result.out->str, expected) == 0, "confined \"%s\" prints \"%s\", not \"%s\"; it says: %s", line,
             result.out->str, expected, result.err);
  jb_confined_clear(&result);
}

static void
try_confinement(void)
{
  g_autofree char *folder = test_folder();
  g_autofree char *write = g_strdup_printf("echo x 2>/dev/null > %s/made; echo done", folder);
  try_output("read line; printf %s \"$line\"", "input");
  try_output("printf %s \"$HOME$USER$PATH_TO\"", "");
  try_refused("while :; do :; done", "seconds");
  try_refused("while :; do read x || :; done", "seconds");
  try_refused("while :; do echo yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy; done",
              "more text");
  try_output(write, "done\n");
  g_auto(GStrv) made = test_list(folder);
  gsize len = 0;
  for (char **name = made; *name != NULL; name++) {
    g_autofree char *path = g_build_filename(folder, *name, NULL);
    g_free(test_read(path, &len));
  }
  test_check(len == 0, "a confined program wrote %" G_GSIZE_FORMAT " bytes", len);
  test_remove(g_steal_pointer(&folder));
}

static void
try_pdf(void)
{
  JbText text;
  g_autoptr(GError) missing = NULL, broken = NULL;
  JbArena *arena = jb_arena_new();
  JbSlice bytes = {.at = "%PDF-1.7", .len = 8};
  test_check(!jb_pdf_read(arena, "some.pdf", bytes, NULL, &text, &missing) &&
                 g_error_matches(missing, JB_ERROR, JB_ERROR_CONFIG) &&
                 strstr(missing->message, "poppler-utils") != NULL,
             "without pdftotext: %s", missing != NULL ? missing->message : "no error");
  test_check(!jb_pdf_read(arena, "some.pdf", bytes, "/nowhere/pdftotext", &text, &broken) &&
                 g_error_matches(broken, JB_ERROR, JB_ERROR_CONFIG) && strstr(broken->message, "cannot be run") != NULL,
             "with a pdftotext that cannot be run: %s", broken != NULL ? broken->message : "no error");
  jb_arena_free(arena);
}

int
main(void)
{
  try_archives();
  try_markup();
  try_text();
  try_confinement();
  try_pdf();
#ifndef __SANITIZE_ADDRESS__
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  test_check(usage.ru_maxrss < 900 * 1024, "%ld MiB of memory were needed", usage.ru_maxrss / 1024);
#endif
  return test_close();
}
