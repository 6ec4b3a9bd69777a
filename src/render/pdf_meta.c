/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a file says of itself: the Info dictionary, and the same as XMP with the claims of PDF/A-3 (ISO 19005-3,
 * level A) and PDF/UA-1 (ISO 14289-1).
 *
 * Dates are the drawing's, never the clock's; Info and XMP must agree to the second.
 */
#include "render/pdf.h"

#include "render/backends.h"

#include <string.h>

#define MAKER "jianbao " JB_VERSION

/* The digits of an ISO 8601 time, "20220424000000"; what the drawing leaves out is the epoch's. */
static void
time_digits(const JbDrawing *drawing, char digits[15])
{
  guint n = 0;
  memcpy(digits, "19700101000000", 15);
  for (const char *at = drawing->date; *at != '\0' && n < 14; at++)
    if (g_ascii_isdigit(*at))
      digits[n++] = *at;
}

void
jb_pdf_date(GString *out, const JbDrawing *drawing)
{
  char digits[15];
  time_digits(drawing, digits);
  g_string_append_printf(out, "(D:%sZ)", digits);
}

/* A file's name may hold bytes that are not UTF-8 and controls that XML cannot say; Info must be the same as XMP. */
static char *
plain_words(const char *words)
{
  char *valid = g_utf8_make_valid(words, -1);
  for (char *at = valid; *at != '\0'; at++)
    if ((guchar)*at < ' ')
      *at = ' ';
  return valid;
}

static void
put_info(GString *out, const char *key, const char *words)
{
  g_autofree char *plain = plain_words(words);
  if (plain[0] == '\0')
    return;
  g_string_append(out, key);
  jb_pdf_text(out, plain);
}

guint
jb_pdf_info(JbPdf *pdf, const JbDrawing *drawing)
{
  g_autofree char *title = jb_render_title(drawing);
  guint number = jb_pdf_reserve(pdf);
  GString *out = jb_pdf_object(pdf, number);
  g_string_append(out, "<</Producer(" MAKER ")/Creator(" MAKER ")/CreationDate");
  jb_pdf_date(out, drawing);
  g_string_append(out, "/ModDate");
  jb_pdf_date(out, drawing);
  put_info(out, "/Title", title);
  put_info(out, "/Subject", drawing->subject);
  g_string_append(out, ">>");
  return number;
}

/* ---- XMP ---------------------------------------------------------------------------------------------- */

static void
put_words(GString *out, const char *lang, const char *words)
{
  g_autofree char *plain = plain_words(words), *escaped = g_markup_escape_text(plain, -1);
  if (words[0] != '\0')
    g_string_append_printf(out, "<rdf:li xml:lang=\"%s\">%s</rdf:li>", lang, escaped);
}

/* PDF/A knows the properties of PDF/UA only by this description of them. */
static const char pdfua_schema[] =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";

guint
jb_pdf_xmp(JbPdf *pdf, const JbDrawing *drawing)
{
  g_autofree char *title = jb_render_title(drawing);
  g_autoptr(GString) out = g_string_new("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                                        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                                        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                                        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                                        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                                        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                                        " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                                        " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
                                        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
                                        "<pdfuaid:part>1</pdfuaid:part>\n"
                                        "<dc:format>application/pdf</dc:format>\n");
  if (title[0] != '\0') {
    g_string_append(out, "<dc:title><rdf:Alt>");
    put_words(out, "x-default", title);
    put_words(out, "zh-CN", drawing->title_zh);
    put_words(out, "en", drawing->title_en);
    g_string_append(out, "</rdf:Alt></dc:title>\n");
  }
  if (drawing->subject[0] != '\0') {
    g_string_append(out, "<dc:description><rdf:Alt>");
    put_words(out, "x-default", drawing->subject);
    g_string_append(out, "</rdf:Alt></dc:description>\n");
  }
  char d[15], time[24];
  time_digits(drawing, d);
  g_snprintf(time, sizeof time, "%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", d, d + 4, d + 6, d + 8, d + 10, d + 12);
  g_string_append_printf(out,
                         "<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>"
                         "<xmp:CreatorTool>" MAKER "</xmp:CreatorTool><pdf:Producer>" MAKER "</pdf:Producer>\n"
                         "</rdf:Description>\n%s</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>",
                         time, time, pdfua_schema);
  guint number = jb_pdf_reserve(pdf);
  /* PDF/A-1 forbade a filter here, PDF/A-2 and 3 do not. */
  jb_pdf_stream(pdf, number, "/Type/Metadata/Subtype/XML", out->str, out->len, JB_PDF_ONCE);
  return number;
}
