/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a file says of itself: the Info dictionary, the same as XMP with the claims of PDF/A-3 (ISO 19005-3,
 * level A) and PDF/UA-1 (ISO 14289-1), and the colour space of its numbers.
 *
 * Dates are the drawing's, never the clock's; Info and XMP must agree to the second.
 */
#include "render/pdf.h"

#include "render/backends.h"

#include <math.h>
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
  jb_pdf_stream(pdf, number, "/Type/Metadata/Subtype/XML", out->str, out->len, FALSE); /* readable without PDF */
  return number;
}

/* ---- sRGB ------------------------------------------------------------------------------------------------ */

/*
 * A display profile (ICC.1:2001-04) of three primaries and one curve, under a kilobyte. The curve has 256
 * points, so a colour of eight bits meets one exactly. The primaries are those of IEC 61966-2-1, adapted to
 * D50 as every sRGB profile has them.
 */
static const struct {
  char tag[5];
  double xyz[3];
} points[] = {
    {"wtpt", {0.9505, 1.0, 1.0891}},
    {"rXYZ", {0.4360747, 0.2225045, 0.0139322}},
    {"gXYZ", {0.3850649, 0.7168786, 0.0971045}},
    {"bXYZ", {0.1430804, 0.0606169, 0.7141733}},
};

static void
put_be(GString *out, guint32 value, guint bytes)
{
  while (bytes-- > 0)
    g_string_append_c(out, (char)(value >> 8 * bytes & 0xFF));
}

static void
put_fixed(GString *out, double value)
{
  put_be(out, (guint32)lround(value * 65536), 4);
}

/* Begins the data of a tag and enters it into the table at `*row`. */
static void
begin_data(GString *out, gsize *row, const char *tag, const char *type)
{
  while (out->len % 4 != 0)
    g_string_append_c(out, '\0');
  memcpy(out->str + *row, tag, 4);
  for (guint i = 0; i < 4; i++)
    out->str[*row + 4 + i] = (char)(out->len >> (24 - 8 * i) & 0xFF);
  *row += 12;
  g_string_append(out, type);
  put_be(out, 0, 4);
}

static void
end_data(GString *out, gsize row)
{
  gsize at = 0;
  for (guint i = 0; i < 4; i++)
    at = at << 8 | (guchar)out->str[row - 8 + i];
  for (guint i = 0; i < 4; i++)
    out->str[row - 4 + i] = (char)((out->len - at) >> (24 - 8 * i) & 0xFF);
}

static void
put_curve(GString *out)
{
  put_be(out, 256, 4);
  for (guint i = 0; i < 256; i++) {
    double v = i / 255.0, linear = v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
    put_be(out, (guint32)lround(linear * 65535), 2);
  }
}

static GString *
srgb_profile(void)
{
  static const char name[] = "sRGB IEC61966-2.1", rights[] = "No copyright, use freely";
  static const char curves[][5] = {"rTRC", "gTRC", "bTRC"};
  const guint n_tags = 2 + G_N_ELEMENTS(points) + G_N_ELEMENTS(curves);
  GString *out = g_string_new(NULL);
  put_be(out, 0, 4); /* length, below */
  put_be(out, 0, 4);
  put_be(out, 0x02100000, 4); /* version 2.1 */
  g_string_append(out, "mntrRGB XYZ ");
  const guint16 date[] = {2000, 1, 1, 0, 0, 0};
  for (guint i = 0; i < G_N_ELEMENTS(date); i++)
    put_be(out, date[i], 2);
  g_string_append(out, "acsp");
  for (guint i = 0; i < 7; i++) /* platform, flags, maker, model, attributes, perceptual intent: all 0 */
    put_be(out, 0, 4);
  put_fixed(out, 0.9642), put_fixed(out, 1.0), put_fixed(out, 0.8249); /* D50 */
  while (out->len < 128)
    g_string_append_c(out, '\0');
  put_be(out, n_tags, 4);
  gsize row = out->len;
  for (guint i = 0; i < n_tags * 3; i++)
    put_be(out, 0, 4);

  begin_data(out, &row, "desc", "desc");
  put_be(out, sizeof name, 4);
  g_string_append_len(out, name, sizeof name);
  for (guint i = 0; i < 78; i++) /* no Unicode and no Macintosh text: two lengths, and a fixed room of 67 */
    g_string_append_c(out, '\0');
  end_data(out, row);
  begin_data(out, &row, "cprt", "text");
  g_string_append_len(out, rights, sizeof rights);
  end_data(out, row);
  for (guint i = 0; i < G_N_ELEMENTS(points); i++) {
    begin_data(out, &row, points[i].tag, "XYZ ");
    for (guint k = 0; k < 3; k++)
      put_fixed(out, points[i].xyz[k]);
    end_data(out, row);
  }
  begin_data(out, &row, curves[0], "curv");
  put_curve(out);
  end_data(out, row);
  for (guint i = 1; i < G_N_ELEMENTS(curves); i++, row += 12) { /* the same data */
    memcpy(out->str + row, out->str + row - 12, 12);
    memcpy(out->str + row, curves[i], 4);
  }
  for (guint i = 0; i < 4; i++)
    out->str[i] = (char)(out->len >> (24 - 8 * i) & 0xFF);
  return out;
}

guint
jb_pdf_output_intent(JbPdf *pdf)
{
  g_autoptr(GString) profile = srgb_profile();
  guint number = jb_pdf_reserve(pdf), stream = jb_pdf_reserve(pdf);
  jb_pdf_stream(pdf, stream, "/N 3", profile->str, profile->len, TRUE);
  g_string_append_printf(jb_pdf_object(pdf, number),
                         "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
                         "/DestOutputProfile %u 0 R>>",
                         stream);
  return number;
}
