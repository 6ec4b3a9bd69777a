/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_TESTS_FORMS_H
#define JB_TESTS_FORMS_H
/* A Markdown report in the forms that people have reports in: as bytes of a file of that form. */
#include <glib.h>

typedef struct {
  const char *name; /* with the extension of the form */
  GByteArray *(*make)(const char *markdown);
} TestForm;

extern const TestForm test_forms[]; /* ends with name NULL */

/* Text forms (forms/text.c). */
GByteArray *test_spaced(const char *markdown);
GByteArray *test_wrapped(const char *markdown);
GByteArray *test_indented(const char *markdown);
GByteArray *test_traditional(const char *markdown);
GByteArray *test_full_width(const char *markdown);
GByteArray *test_gb18030(const char *markdown);
GByteArray *test_utf16le(const char *markdown);
GByteArray *test_utf16be(const char *markdown);
GByteArray *test_site(const char *markdown);
/* Containers (forms/docx.c, forms/html.c, forms/pdf.c). */
GByteArray *test_docx(const char *markdown);
GByteArray *test_docx_numbered(const char *markdown);
GByteArray *test_html(const char *markdown);
GByteArray *test_html_gb2312(const char *markdown);
GByteArray *test_html_table(const char *markdown);
GByteArray *test_pdf(const char *markdown);

/* A line of the report: how many `#` it begins with, its text without them, and whether it is blank. */
typedef struct {
  guint marks;
  char *text;
} TestLine;

GArray *test_lines(const char *markdown); /* TestLine, blank ones left out; free the texts with test_lines_free() */
void test_lines_free(GArray *lines);
/* The text without `**`. */
char *test_plain(const char *text);
/* Pieces of at most `cells` columns; a Han character takes two. NULL-terminated. */
char **test_wrap(const char *text, guint cells);
GByteArray *test_bytes(char *text); /* takes the text */
/* A zip archive in which one file stands so many times. */
GByteArray *test_zip_of_many(const char *name, const char *content, guint times);
/* A zip archive of one compressed file each for names and contents, in pairs, NULL at the end (forms/zip.c). */
GByteArray *test_zip(const char *name, ...) G_GNUC_NULL_TERMINATED;

#endif
