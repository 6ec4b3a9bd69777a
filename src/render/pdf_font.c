/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Faces in a PDF: one composite font for each, with the CFF table of its subset.
 *
 * The subset keeps the CIDs of the whole font, which lie scattered over 65535. Its charset is replaced by
 * the identity: a character's code is its CID is its glyph in the subset. Codes are then small and follow each
 * other, which a file of one thousand glyphs saves kilobytes by: in widths, in ToUnicode, in every text.
 *
 * A code means the text that its glyph first stands for alone. Where the glyph stands for something else
 * (⼀ and 一 have one glyph), or several glyphs stand for one text, the content says so by ActualText.
 */
#include "render/pdf.h"

#include "render/subset.h"

#include <hb-ot.h>
#include <string.h>

/* ---- CFF (Adobe Technical Note 5176) --------------------------------------------------------------- */

typedef struct {
  const guint8 *bytes;
  gsize len;
} Table;

static guint32
big_endian(Table cff, gsize at, guint size)
{
  guint32 value = 0;
  for (guint i = 0; i < size; i++)
    value = value << 8 | (at + i < cff.len ? cff.bytes[at + i] : 0);
  return value;
}

/* Position behind an INDEX; the bounds of its first entry. */
static gsize
skip_index(Table cff, gsize at, gsize *first, gsize *first_end)
{
  guint count = big_endian(cff, at, 2), size = big_endian(cff, at + 2, 1);
  if (count == 0)
    return at + 2;
  gsize data = at + 2 + (gsize)(count + 1) * size; /* offsets count from the byte before the data */
  *first = data + big_endian(cff, at + 3, size);
  *first_end = data + big_endian(cff, at + 3 + size, size);
  return data + big_endian(cff, at + 3 + (gsize)count * size, size);
}

/* Offset of the charset, 0 when the Top DICT names none or the font is not CID-keyed. */
static gsize
find_charset(Table cff)
{
  enum { CHARSET = 15, ROS = 0x0C1E };
  gsize at = 0, end = 0, charset = 0;
  gboolean keyed_by_cid = FALSE;
  skip_index(cff, skip_index(cff, big_endian(cff, 2, 1), &at, &end), &at, &end); /* names, then Top DICTs */
  for (guint32 operand = 0; at < MIN(end, cff.len);) {
    guint8 b = cff.bytes[at];
    guint op = b == 12 ? big_endian(cff, at, 2) : b;
    if (b <= 21) {
      at += b == 12 ? 2 : 1;
      if (op == CHARSET)
        charset = operand;
      keyed_by_cid |= op == ROS;
    } else if (b == 28) {
      operand = big_endian(cff, at + 1, 2);
      at += 3;
    } else if (b == 29) {
      operand = big_endian(cff, at + 1, 4);
      at += 5;
    } else if (b == 30) { /* a real number ends with a nibble of ones */
      do
        at++;
      while (at < cff.len && (cff.bytes[at] & 0x0F) != 0x0F && (cff.bytes[at] & 0xF0) != 0xF0);
      at++;
    } else {
      operand = b < 247 ? (guint32)(b - 139) : 0; /* longer small integers are no offsets that occur */
      at += b < 247 ? 1 : 2;
    }
  }
  return keyed_by_cid && charset > 2 ? charset : 0;
}

static gsize
charset_length(Table cff, gsize at, guint n_glyphs)
{
  guint format = big_endian(cff, at, 1);
  if (format == 0)
    return 1 + 2 * (gsize)(n_glyphs - 1);
  guint range = format == 1 ? 3 : 4;
  gsize len = 1;
  for (guint covered = 1; covered < n_glyphs && at + len < cff.len; len += range)
    covered += 1 + big_endian(cff, at + len + 2, range - 2);
  return len;
}

/*
 * Makes the CID of every glyph its number in the subset. The identity is the shortest charset there is, so it
 * fits where the old one was. FALSE when the table is not what a subset of ours has.
 */
static gboolean
number_cids(guint8 *bytes, gsize len, guint n_glyphs)
{
  Table cff = {bytes, len};
  gsize at = find_charset(cff), room = at > 0 && n_glyphs > 1 ? charset_length(cff, at, n_glyphs) : 0;
  guint more = n_glyphs - 2; /* glyphs behind .notdef and the first */
  const guint8 one[] = {0, 0, 1}, short_range[] = {1, 0, 1, (guint8)more},
               range[] = {2, 0, 1, (guint8)(more >> 8), (guint8)more};
  const guint8 *identity = more == 0 ? one : more < 256 ? short_range : range;
  gsize size = more == 0 ? sizeof one : more < 256 ? sizeof short_range : sizeof range;
  if (room < size || at + room > len)
    return FALSE;
  memset(bytes + at, 0, room);
  memcpy(bytes + at, identity, size);
  return TRUE;
}

/* ---- Text of the codes -------------------------------------------------------------------------------- */

JbSlice
jb_pdf_cluster(const JbTextItem *text, guint first, guint *end)
{
  guint32 cluster = text->glyphs[first].cluster;
  guint next = first + 1;
  while (next < text->n_glyphs && text->glyphs[next].cluster == cluster)
    next++;
  *end = next;
  const char *at = text->text + cluster;
  return (JbSlice){at, next < text->n_glyphs ? text->glyphs[next].cluster - cluster : strlen(at)};
}

static void
learn_texts(JbPdfFont fonts[JB_N_FACES], const JbTextItem *text)
{
  JbPdfFont *font = &fonts[text->face];
  for (guint i = 0, end; i < text->n_glyphs; i = end) {
    JbSlice words = jb_pdf_cluster(text, i, &end);
    JbSlice *known = &font->text_of[font->code_of[text->glyphs[i].glyph]];
    if (end == i + 1 && known->at == NULL)
      *known = words;
  }
}

/* ---- The objects of a font ------------------------------------------------------------------------------ */

/* Only what differs from a full em, in runs: "[1[555 555]9[278]]". */
static void
put_widths(GString *out, const JbPdfFont *font)
{
  gboolean open = FALSE;
  g_string_append(out, "/DW 1000/W[");
  for (guint code = 1; code < font->n_codes; code++) {
    if (font->width_of[code] != JB_UNITS_PER_EM) {
      if (!open)
        g_string_append_printf(out, "%u[", code);
      g_string_append_printf(out, open ? " %u" : "%u", font->width_of[code]);
      open = TRUE;
    } else if (open) {
      g_string_append_c(out, ']');
      open = FALSE;
    }
  }
  g_string_append(out, open ? "]]" : "]");
}

static void
put_utf16(GString *out, JbSlice text)
{
  g_string_append_c(out, '<');
  for (const char *at = text.at; at < text.at + text.len; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if (c > 0xFFFF)
      g_string_append_printf(out, "%04X%04X", 0xD800 + ((c - 0x10000) >> 10), 0xDC00 + (c & 0x3FF));
    else
      g_string_append_printf(out, "%04X", c);
  }
  g_string_append_c(out, '>');
}

/* Code by code, in the hundreds that a CMap allows: Ghostscript 10.00 takes nothing from a range with an array of texts. */
static void
write_to_unicode(JbPdf *pdf, guint number, const JbPdfFont *font)
{
  enum { AT_ONCE = 100 };
  g_autoptr(GString) out = g_string_new(
      "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)"
      "/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
  for (guint first = 1; first < font->n_codes; first += AT_ONCE) {
    guint end = MIN(first + AT_ONCE, font->n_codes);
    g_string_append_printf(out, "%u beginbfchar\n", end - first);
    for (guint code = first; code < end; code++) {
      g_string_append_printf(out, "<%04X>", code);
      put_utf16(out, font->text_of[code].at != NULL ? font->text_of[code] : jb_slice("\xEF\xBF\xBD"));
      g_string_append_c(out, '\n');
    }
    g_string_append(out, "endbfchar\n");
  }
  g_string_append(out, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
  jb_pdf_stream(pdf, number, "", out->str, out->len, JB_PDF_ONCE);
}

/* "ABCDEF+NotoSansCJKsc-Bold": six letters that are the subset's own, by its digest. */
static char *
subset_name(const JbOpenFace *open, const guint8 *cff, gsize len)
{
  char name[128] = "", tag[7] = "";
  guint size = sizeof name, n = 0;
  hb_ot_name_get_utf8(open->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, hb_language_from_string("en", -1), &size, name);
  g_autofree char *digest = g_compute_checksum_for_data(G_CHECKSUM_MD5, cff, len);
  for (; n < 6; n++)
    tag[n] = (char)('A' + (g_ascii_xdigit_value(digest[2 * n]) * 16 + g_ascii_xdigit_value(digest[2 * n + 1])) % 26);
  return g_strdup_printf("%s+%s", tag, name);
}

static void
write_descriptor(JbPdf *pdf, guint number, const JbOpenFace *open, const char *name, guint file)
{
  hb_font_extents_t extents = {0};
  hb_position_t cap_height = 0;
  hb_font_get_h_extents(open->font, &extents);
  hb_ot_metrics_get_position_with_fallback(open->font, HB_OT_METRICS_TAG_CAP_HEIGHT, &cap_height);
  /* No font says how wide its stems are; this is the usual estimate from the weight. */
  double weight = (double)hb_style_get_value(open->font, HB_STYLE_TAG_WEIGHT) / 65, stem = 50 + weight * weight;
  hb_blob_t *head = hb_face_reference_table(open->face, HB_TAG('h', 'e', 'a', 'd'));
  guint len = 0;
  const char *bytes = hb_blob_get_data(head, &len);
  Table table = {(const guint8 *)bytes, len};
  GString *out = jb_pdf_object(pdf, number);
  g_string_append_printf(out, "<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[", name);
  for (guint i = 0; i < 4; i++)
    g_string_append_printf(out, " %d", (gint16)big_endian(table, 36 + 2 * i, 2));
  g_string_append_printf(out, "]/ItalicAngle 0/Ascent %d/Descent %d/CapHeight %d/StemV %.0f/FontFile3 %u 0 R>>",
                         extents.ascender, extents.descender, cap_height, stem, file);
  hb_blob_destroy(head);
}

static void
write_font(JbPdf *pdf, const JbPdfFont *font, const JbOpenFace *open, const guint8 *cff, gsize len)
{
  guint file = jb_pdf_reserve(pdf), descriptor = jb_pdf_reserve(pdf), cid_font = jb_pdf_reserve(pdf),
        to_unicode = jb_pdf_reserve(pdf);
  g_autofree char *name = subset_name(open, cff, len);
  jb_pdf_stream(pdf, file, "/Subtype/CIDFontType0C", cff, len, JB_PDF_ONCE);
  write_to_unicode(pdf, to_unicode, font);
  write_descriptor(pdf, descriptor, open, name, file);
  GString *out = jb_pdf_object(pdf, cid_font);
  g_string_append_printf(out,
                         "<</Type/Font/Subtype/CIDFontType0/BaseFont/%s/FontDescriptor %u 0 R"
                         "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
                         name, descriptor);
  put_widths(out, font);
  g_string_append(out, ">>");
  g_string_append_printf(jb_pdf_object(pdf, font->number),
                         "<</Type/Font/Subtype/Type0/BaseFont/%s-Identity-H/Encoding/Identity-H"
                         "/DescendantFonts[%u 0 R]/ToUnicode %u 0 R>>",
                         name, cid_font, to_unicode);
}

/* ---- All faces --------------------------------------------------------------------------------------------- */

/* Codes and widths; their texts come from the drawing afterwards. */
static void
set_up(JbPdfFont *font, JbPdf *pdf, JbSubsetFace *subset, const JbOpenFace *open)
{
  guint n_whole = hb_face_get_glyph_count(open->face);
  font->number = jb_pdf_reserve(pdf);
  font->code_of = g_steal_pointer(&subset->glyph_of);
  font->n_codes = hb_face_get_glyph_count(subset->face);
  font->text_of = g_new0(JbSlice, font->n_codes);
  font->width_of = g_new0(guint16, font->n_codes);
  for (guint glyph = 0; glyph < n_whole; glyph++)
    if (font->code_of[glyph] != 0)
      font->width_of[font->code_of[glyph]] = (guint16)hb_font_get_glyph_h_advance(open->font, glyph);
}

static gboolean
embed(JbPdf *pdf, const JbPdfFont *font, hb_face_t *subset, const JbOpenFace *open, GError **error)
{
  hb_blob_t *blob = hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' '));
  guint len = 0;
  const char *bytes = hb_blob_get_data(blob, &len);
  g_autofree guint8 *cff = g_memdup2(bytes, len);
  hb_blob_destroy(blob);
  if (!number_cids(cff, len, font->n_codes)) {
    g_set_error(error, JB_ERROR, JB_ERROR_CONFIG,
                "%s %s (%s) has no CID-keyed CFF outlines, which a PDF needs: install fonts-noto-cjk",
                open->info.family, open->info.style, open->info.path);
    return FALSE;
  }
  write_font(pdf, font, open, cff, len);
  return TRUE;
}

gboolean
jb_pdf_fonts_make(JbPdf *pdf, const JbDrawing *drawing, JbFonts *fonts, JbPdfFont *made, GError **error)
{
  JbSubset subset;
  memset(made, 0, sizeof *made * JB_N_FACES);
  if (!jb_subset_make(&subset, drawing, fonts, 0, drawing->pages->len - 1, error))
    return FALSE;
  for (guint f = 0; f < JB_N_FACES; f++)
    if (subset.faces[f].face != NULL)
      set_up(&made[f], pdf, &subset.faces[f], &fonts->faces[f]);
  for (guint p = 0; p < drawing->pages->len; p++) {
    const GArray *items = ((const JbPage *)drawing->pages->pdata[p])->items;
    for (guint i = 0; i < items->len; i++)
      if (g_array_index(items, JbDrawItem, i).kind == JB_DRAW_TEXT)
        learn_texts(made, &g_array_index(items, JbDrawItem, i).text);
  }
  gboolean good = TRUE;
  for (guint f = 0; f < JB_N_FACES && good; f++)
    if (subset.faces[f].face != NULL)
      good = embed(pdf, &made[f], subset.faces[f].face, &fonts->faces[f], error);
  jb_subset_clear(&subset);
  return good;
}

void
jb_pdf_fonts_clear(JbPdfFont *made)
{
  for (guint f = 0; f < JB_N_FACES; f++) {
    g_free(made[f].code_of);
    g_free(made[f].text_of);
    g_free(made[f].width_of);
  }
}
