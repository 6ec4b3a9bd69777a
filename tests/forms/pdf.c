/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A report as a PDF, written by hand: lines of 34 Han characters, paragraphs indented by two, a running head and a page
 * number on each page. The font is only named; each code is a character of UTF-16, which the ToUnicode table says.
 */
#include "forms/forms.h"

#include <string.h>

#define SIZE    12.0
#define LEFT    90.0
#define TOP     740.0
#define LEADING 20.0
#define LINES   30 /* on a page */
#define WIDTH   68 /* cells */

typedef struct {
  GString *file;
  GArray *offsets; /* of the objects */
} Pdf;

static void object(Pdf *pdf, const char *format, ...) G_GNUC_PRINTF(2, 3);

static void
object(Pdf *pdf, const char *format, ...)
{
  gsize at = pdf->file->len;
  va_list args;
  g_array_append_val(pdf->offsets, at);
  g_string_append_printf(pdf->file, "%u 0 obj\n", pdf->offsets->len);
  va_start(args, format);
  g_string_append_vprintf(pdf->file, format, args);
  va_end(args);
  g_string_append(pdf->file, "\nendobj\n");
}

static void
stream(Pdf *pdf, const char *text)
{
  object(pdf, "<< /Length %" G_GSIZE_FORMAT " >>\nstream\n%s\nendstream", strlen(text), text);
}

static void
put_line(GString *page, double x, double y, const char *text)
{
  g_string_append_printf(page, "BT /F1 %g Tf %g %g Td <", SIZE, x, y);
  for (; *text != '\0'; text = g_utf8_next_char(text))
    g_string_append_printf(page, "%04X", g_utf8_get_char(text));
  g_string_append(page, "> Tj ET\n");
}

/* Pages as content streams. */
static GPtrArray *
set_pages(const char *markdown)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func(g_free);
  GArray *lines = test_lines(markdown);
  GString *page = g_string_new(NULL);
  guint row = 0;
  for (guint i = 0; i < lines->len; i++) {
    g_autofree char *plain = test_plain(g_array_index(lines, TestLine, i).text);
    g_autofree char *whole = g_strconcat("　　", plain, NULL);
    g_auto(GStrv) pieces = test_wrap(whole, WIDTH);
    for (char **piece = pieces; *piece != NULL; piece++) {
      gboolean first = piece == pieces;
      put_line(page, LEFT + (first ? 2 * SIZE : 0), TOP - LEADING * row, *piece + (first ? strlen("　　") : 0));
      if (++row == LINES || (i + 1 == lines->len && piece[1] == NULL)) {
        g_autofree char *number = g_strdup_printf("— %u —", pages->len + 1);
        put_line(page, LEFT + 160, TOP + 40, "人民代表大会文件汇编");
        put_line(page, LEFT + 180, TOP - LEADING * (LINES + 2), number);
        g_ptr_array_add(pages, g_string_free(page, FALSE));
        page = g_string_new(NULL);
        row = 0;
      }
    }
  }
  g_string_free(page, TRUE);
  test_lines_free(lines);
  return pages;
}

#define TO_UNICODE                                                                                                     \
  "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <FFFF> "  \
  "endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"

/* ASCII is half as wide as Han. */
static void
put_fonts(Pdf *pdf)
{
  object(pdf, "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] "
              "/ToUnicode 6 0 R >>");
  object(pdf, "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering "
              "(Identity) /Supplement 0 >> /DW 1000 /W [0 127 500] /FontDescriptor 5 0 R >>");
  object(pdf,
         "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 "
         "/Descent -120 /CapHeight 700 /StemV 80 >>");
  stream(pdf, TO_UNICODE);
}

GByteArray *
test_pdf(const char *markdown)
{
  g_autoptr(GPtrArray) pages = set_pages(markdown);
  Pdf pdf = {.file = g_string_new("%PDF-1.4\n"), .offsets = g_array_new(FALSE, FALSE, sizeof(gsize))};
  object(&pdf, "<< /Type /Catalog /Pages 2 0 R >>");
  g_autoptr(GString) kids = g_string_new(NULL);
  for (guint i = 0; i < pages->len; i++)
    g_string_append_printf(kids, "%u 0 R ", 7 + 2 * i);
  object(&pdf, "<< /Type /Pages /Kids [ %s] /Count %u /MediaBox [0 0 595 842] >>", kids->str, pages->len);
  put_fonts(&pdf);
  for (guint i = 0; i < pages->len; i++) {
    object(&pdf, "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents %u 0 R >>", 8 + 2 * i);
    stream(&pdf, pages->pdata[i]);
  }
  gsize xref = pdf.file->len;
  g_string_append_printf(pdf.file, "xref\n0 %u\n0000000000 65535 f \n", pdf.offsets->len + 1);
  for (guint i = 0; i < pdf.offsets->len; i++)
    g_string_append_printf(pdf.file, "%010" G_GSIZE_FORMAT " 00000 n \n", g_array_index(pdf.offsets, gsize, i));
  g_string_append_printf(pdf.file, "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                         pdf.offsets->len + 1, xref);
  g_array_unref(pdf.offsets);
  return test_bytes(g_string_free(pdf.file, FALSE));
}
