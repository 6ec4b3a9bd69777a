/* SPDX-License-Identifier: Apache-2.0 */
/*
 * PDF: all pages of a drawing as PDF 1.7 that conforms to PDF/A-3a and PDF/UA-1.
 *
 * The display list has all that such a file needs (shaped glyphs with their text, tags, links, alternative
 * texts), so it is written straight from the list:
 *
 *   fonts      one subset for each face, and what its codes mean          pdf_font.c
 *   pages      content streams, marked while they are painted             pdf_content.c, pdf_marks.c
 *   structure  the tree that the marks hang in                            pdf_structure.c
 *   navigation links, named destinations, outline                         pdf_navigate.c
 *   metadata   Info, XMP, the colour space                                pdf_meta.c
 *   the file   object and cross-reference streams, its identifier         pdf_object.c
 *
 * Everything is memory until the end; only a font that cannot be cut down is an error. No clock, no
 * environment, no order of a hash: the same drawing gives the same bytes, and /ID is their digest.
 *
 * The claims in the metadata hold for a drawing that is tagged as draw.h says: figures with alternative
 * texts, headings in order, a title. The writer cannot make those up.
 */
#include "render/pdf.h"
#include "render/backends.h"

/* The language of most of the text; Chinese when there is none. */
static JbLang
language_of(const JbDrawing *drawing)
{
  gsize english = 0, chinese = 0;
  for (guint p = 0; p < drawing->pages->len; p++) {
    const GArray *items = ((const JbPage *)drawing->pages->pdata[p])->items;
    for (guint i = 0; i < items->len; i++) {
      const JbDrawItem *item = &g_array_index(items, JbDrawItem, i);
      if (item->kind == JB_DRAW_TEXT)
        *(item->text.lang == JB_LANG_EN ? &english : &chinese) += 1;
    }
  }
  return english > chinese ? JB_LANG_EN : JB_LANG_ZH;
}

typedef struct {
  guint tree, resources; /* of all pages; PDF/A wants them named in each */
} Shared;

static void
write_page(JbPdf *pdf, JbPdfPainter *painter, const JbPage *page, guint index, guint number, Shared shared)
{
  guint stream = jb_pdf_reserve(pdf);
  g_autoptr(GString) content = g_string_sized_new(1 << 16), annotations = g_string_new(NULL);
  jb_pdf_paint(painter, page, index, content);
  jb_pdf_marks_page_end(painter->marks, annotations);
  jb_pdf_stream(pdf, stream, "", content->str, content->len, TRUE);
  GString *out = jb_pdf_object(pdf, number);
  g_string_append_printf(out, "<</Type/Page/Parent %u 0 R/Resources %u 0 R/StructParents %u/Tabs/S/Contents %u 0 R",
                         shared.tree, shared.resources, index, stream);
  g_string_append(out, "/MediaBox");
  jb_pdf_rect(out, (JbRect){0, 0, page->width_pt, page->height_pt}, page->height_pt);
  if (annotations->len > 0)
    g_string_append_printf(out, "/Annots[%s]", annotations->str + 1);
  g_string_append(out, ">>");
}

/* The page tree. */
static guint
write_pages(JbPdf *pdf, const JbDrawing *drawing, JbPdfPainter *painter, const guint *pages)
{
  Shared shared = {.tree = jb_pdf_reserve(pdf), .resources = jb_pdf_reserve(pdf)};
  for (guint p = 0; p < drawing->pages->len; p++)
    write_page(pdf, painter, drawing->pages->pdata[p], p, pages[p], shared);
  jb_pdf_resources(painter, jb_pdf_object(pdf, shared.resources));
  GString *out = jb_pdf_object(pdf, shared.tree);
  g_string_append_printf(out, "<</Type/Pages/Count %u/Kids[", drawing->pages->len);
  for (guint p = 0; p < drawing->pages->len; p++)
    g_string_append_printf(out, p > 0 ? " %u 0 R" : "%u 0 R", pages[p]);
  g_string_append(out, "]>>");
  return shared.tree;
}

static guint
write_catalogue(JbPdf *pdf, const JbDrawing *drawing, JbLang lang, const guint *pages, guint tree, guint structure)
{
  guint number = jb_pdf_reserve(pdf), xmp = jb_pdf_xmp(pdf, drawing), intent = jb_pdf_output_intent(pdf),
        destinations = jb_pdf_destinations(pdf, drawing, pages), outline = jb_pdf_outline(pdf, drawing);
  GString *out = jb_pdf_object(pdf, number);
  g_string_append_printf(out,
                         "<</Type/Catalog/Pages %u 0 R/StructTreeRoot %u 0 R/MarkInfo<</Marked true>>/Lang(%s)"
                         "/ViewerPreferences<</DisplayDocTitle true>>/PageLabels<</Nums[0<</S/D>>]>>"
                         "/Metadata %u 0 R/OutputIntents[%u 0 R]",
                         tree, structure, lang == JB_LANG_EN ? "en" : "zh-CN", xmp, intent);
  if (outline != 0)
    g_string_append_printf(out, "/Outlines %u 0 R/PageMode/UseOutlines", outline);
  if (destinations != 0)
    g_string_append_printf(out, "/Names<</Dests %u 0 R>>", destinations);
  g_string_append(out, ">>");
  return number;
}

/* Everything behind the fonts; gives up `pdf` to the file. */
static GBytes *
write_document(JbPdf *pdf, const JbDrawing *drawing, JbFonts *fonts, const JbPdfFont *pdf_fonts)
{
  JbLang lang = language_of(drawing);
  JbPdfStructure *structure = jb_pdf_structure_new(pdf, drawing);
  JbPdfMarks *marks = jb_pdf_marks_new(pdf, drawing, structure, lang);
  JbPdfPainter painter = {.fonts = pdf_fonts, .outlines = fonts, .marks = marks};
  g_autofree guint *pages = g_new(guint, drawing->pages->len);
  for (guint p = 0; p < drawing->pages->len; p++)
    pages[p] = jb_pdf_reserve(pdf);
  guint tree = write_pages(pdf, drawing, &painter, pages);
  guint root = jb_pdf_structure_write(structure, pages);
  guint catalogue = write_catalogue(pdf, drawing, lang, pages, tree, root);
  guint info = jb_pdf_info(pdf, drawing);
  jb_pdf_marks_free(marks);
  jb_pdf_structure_free(structure);
  return jb_pdf_finish(pdf, catalogue, info);
}

GBytes *
jb_render_pdf(const JbDrawing *drawing, JbFonts *fonts, const JbRenderOptions *options, GError **error)
{
  (void)options; /* all pages, at their own size */
  g_autoptr(JbPdf) pdf = jb_pdf_new();
  JbPdfFont pdf_fonts[JB_N_FACES];
  GBytes *bytes = NULL;
  if (jb_pdf_fonts_make(pdf, drawing, fonts, pdf_fonts, error))
    bytes = write_document(g_steal_pointer(&pdf), drawing, fonts, pdf_fonts);
  jb_pdf_fonts_clear(pdf_fonts);
  return bytes;
}
