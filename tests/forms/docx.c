/* SPDX-License-Identifier: Apache-2.0 */
/* A report as a word processor keeps it: styles, runs that part figures, tracked changes, notes. */
#include "forms/forms.h"

#include <string.h>

#define NS      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define HEADING "<w:style w:type=\"paragraph\" w:styleId=\"h%u\"><w:name w:val=\"heading %u\"/>%s</w:style>"
#define NOTE                                                                                                           \
  "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:t>"              \
  "口径：含飞地项目99亿元。</w:t></w:r></w:p></w:footnote>"

/* A tracked change in each paragraph: a deleted sentence with a figure, and the last character inserted. */
static void
append_text(GString *out, const char *text)
{
  gboolean bold = FALSE;
  g_auto(GStrv) parts = g_strsplit(text, "**", -1);
  for (char **part = parts; *part != NULL; part++, bold = !bold) {
    /* a run ends in the middle of every part, wherever that is */
    const char *middle = g_utf8_offset_to_pointer(*part, g_utf8_strlen(*part, -1) / 2);
    g_autofree char *first = g_markup_escape_text(*part, middle - *part);
    g_autofree char *second = g_markup_escape_text(middle, -1);
    const char *look = bold ? "<w:rPr><w:b/></w:rPr>" : "";
    g_string_append_printf(out, "<w:r>%s<w:t>%s</w:t></w:r>", look, first);
    g_string_append(out, "<w:del w:id=\"7\"><w:r><w:delText>原为12亿元，</w:delText></w:r></w:del>");
    g_string_append_printf(out, "<w:ins w:id=\"8\"><w:r>%s<w:t xml:space=\"preserve\">%s</w:t></w:r></w:ins>", look,
                           second);
  }
}

/* Bytes of 一、 or （一） at the head of a heading. */
static gsize
number_len(const char *text)
{
  static const char *const ends[] = {"、", "）"};
  for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
    const char *end = strstr(text, ends[i]);
    if (end != NULL && end - text <= 9)
      return (gsize)(end - text) + strlen(ends[i]);
  }
  return 0;
}

static GByteArray *
make(const char *markdown, gboolean numbered)
{
  GString *body = g_string_new("<?xml version=\"1.0\"?><w:document " NS "><w:body>");
  GArray *lines = test_lines(markdown);
  for (guint i = 0; i < lines->len; i++) {
    const TestLine *line = &g_array_index(lines, TestLine, i);
    gsize number = line->marks > 1 && numbered ? number_len(line->text) : 0;
    g_string_append(body, "<w:p><w:pPr>");
    if (line->marks > 0)
      g_string_append_printf(body, "<w:pStyle w:val=\"h%u\"/>", line->marks);
    if (line->marks > 1 && numbered && number == 0)
      g_string_append(body, "<w:numPr><w:numId w:val=\"0\"/></w:numPr>");
    g_string_append(body, "</w:pPr>");
    append_text(body, line->text + number);
    if (line->marks == 0)
      g_string_append(body, "<w:r><w:footnoteReference w:id=\"2\"/></w:r>");
    g_string_append(body, "</w:p>");
  }
  g_string_append(body, "<w:sectPr/></w:body></w:document>");
  test_lines_free(lines);
  GString *styles = g_string_new("<w:styles " NS ">");
  for (guint i = 1; i <= 4; i++) {
    g_autofree char *list = g_strdup_printf(
        "<w:pPr><w:numPr><w:ilvl w:val=\"%u\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>", i < 2 ? 0 : i - 2);
    g_string_append_printf(styles, HEADING, i, i, numbered && i > 1 ? list : "");
  }
  g_string_append(styles, "</w:styles>");
  const char *numbering =
      "<w:numbering " NS "><w:abstractNum w:abstractNumId=\"4\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
      "<w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"%1、\"/></w:lvl><w:lvl w:ilvl=\"1\">"
      "<w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>"
      "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"4\"/></w:num></w:numbering>";
  const char *notes = "<w:footnotes " NS ">" NOTE "</w:footnotes>";
  GByteArray *bytes = test_zip("[Content_Types].xml", "<Types/>", "word/document.xml", body->str, "word/styles.xml",
                               styles->str, "word/numbering.xml", numbering, "word/footnotes.xml", notes, NULL);
  g_string_free(body, TRUE);
  g_string_free(styles, TRUE);
  return bytes;
}

GByteArray *
test_docx(const char *markdown)
{
  return make(markdown, FALSE);
}

GByteArray *
test_docx_numbered(const char *markdown)
{
  return make(markdown, TRUE);
}
