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
 *   attached   files that travel in the file                              pdf_attach.c
 *   metadata   Info, XMP                                                  pdf_meta.c
 *   colours    sRGB                                                       pdf_colour.c
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

typedef struct {
  JbPdf *pdf;
  const JbDrawing *drawing;
  const JbRenderOptions *options;
  JbLang lang;
  guint *pages; /* objects, as all numbers here */
  guint page_tree, resources, structure;
  GString *attached, *names; /* what the catalogue says of attached files and of names */
} Document;

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

/* PDF/A wants the resources named in every page; all of them share one dictionary. */
static void
write_page(const Document *document, JbPdfPainter *painter, guint index)
{
  JbPdf *pdf = document->pdf;
  const JbPage *page = document->drawing->pages->pdata[index];
  guint stream = jb_pdf_reserve(pdf);
  g_autoptr(GString) content = g_string_sized_new(1 << 16), annotations = g_string_new(NULL);
  jb_pdf_paint(painter, page, index, content);
  jb_pdf_marks_page_end(painter->marks, annotations);
  jb_pdf_stream(pdf, stream, "", content->str, content->len, JB_PDF_REPEATING);
  GString *out = jb_pdf_object(pdf, document->pages[index]);
  g_string_append_printf(out, "<</Type/Page/Parent %u 0 R/Resources %u 0 R/StructParents %u/Tabs/S/Contents %u 0 R",
                         document->page_tree, document->resources, index, stream);
  g_string_append(out, "/MediaBox");
  jb_pdf_rect(out, (JbRect){0, 0, page->width_pt, page->height_pt}, page->height_pt);
  if (annotations->len > 0)
    g_string_append_printf(out, "/Annots[%s]", annotations->str + 1);
  g_string_append(out, ">>");
}

static void
write_pages(const Document *document, JbPdfPainter *painter)
{
  guint n = document->drawing->pages->len;
  for (guint p = 0; p < n; p++)
    write_page(document, painter, p);
  jb_pdf_resources(painter, jb_pdf_object(document->pdf, document->resources));
  GString *out = jb_pdf_object(document->pdf, document->page_tree);
  g_string_append_printf(out, "<</Type/Pages/Count %u/Kids[", n);
  for (guint p = 0; p < n; p++)
    g_string_append_printf(out, p > 0 ? " %u 0 R" : "%u 0 R", document->pages[p]);
  g_string_append(out, "]>>");
}

static guint
write_catalogue(const Document *document)
{
  JbPdf *pdf = document->pdf;
  const JbDrawing *drawing = document->drawing;
  guint number = jb_pdf_reserve(pdf), xmp = jb_pdf_xmp(pdf, drawing), intent = jb_pdf_output_intent(pdf),
        destinations = jb_pdf_destinations(pdf, drawing, document->pages), outline = jb_pdf_outline(pdf, drawing);
  GString *names = document->names;
  if (destinations != 0)
    g_string_append_printf(names, "/Dests %u 0 R", destinations);
  GString *out = jb_pdf_object(pdf, number);
  g_string_append_printf(out,
                         "<</Type/Catalog/Pages %u 0 R/StructTreeRoot %u 0 R/MarkInfo<</Marked true>>/Lang(%s)"
                         "/ViewerPreferences<</DisplayDocTitle true>>/PageLabels<</Nums[0<</S/D>>]>>"
                         "/Metadata %u 0 R/OutputIntents[%u 0 R]%s",
                         document->page_tree, document->structure, document->lang == JB_LANG_EN ? "en" : "zh-CN", xmp,
                         intent, document->attached->str);
  if (outline != 0)
    g_string_append_printf(out, "/Outlines %u 0 R/PageMode/UseOutlines", outline);
  if (names->len > 0) {
    g_string_append(out, "/Names<<");
    g_string_append_len(out, names->str, (gssize)names->len);
    g_string_append(out, ">>");
  }
  g_string_append(out, ">>");
  return number;
}

/* Everything behind the fonts; gives up the file's objects to its bytes. */
static GBytes *
write_document(Document *document, JbFonts *fonts, const JbPdfFont *pdf_fonts)
{
  JbPdf *pdf = document->pdf;
  const JbDrawing *drawing = document->drawing;
  JbPdfStructure *structure = jb_pdf_structure_new(pdf, drawing);
  JbPdfMarks *marks = jb_pdf_marks_new(pdf, drawing, structure, document->lang);
  g_autoptr(GArray) images = g_array_new(FALSE, FALSE, sizeof(JbPdfImage));
  JbPdfPainter painter = {.pdf = pdf, .images = images, .fonts = pdf_fonts, .outlines = fonts, .marks = marks};
  g_autofree guint *pages = g_new(guint, drawing->pages->len);
  for (guint p = 0; p < drawing->pages->len; p++)
    pages[p] = jb_pdf_reserve(pdf);
  document->pages = pages;
  document->page_tree = jb_pdf_reserve(pdf);
  document->resources = jb_pdf_reserve(pdf);
  /* Before the pages, so that files are deflated while those are painted. */
  jb_pdf_attach(pdf, drawing, document->options, document->attached, document->names);
  write_pages(document, &painter);
  document->structure = jb_pdf_structure_write(structure, pages);
  guint catalogue = write_catalogue(document), info = jb_pdf_info(pdf, drawing);
  jb_pdf_marks_free(marks);
  jb_pdf_structure_free(structure);
  return jb_pdf_finish(pdf, catalogue, info);
}

GBytes *
jb_render_pdf(const JbDrawing *drawing, JbFonts *fonts, const JbRenderOptions *options, GError **error)
{
  g_autoptr(JbPdf) pdf = jb_pdf_new();
  JbPdfFont pdf_fonts[JB_N_FACES];
  GBytes *bytes = NULL;
  if (jb_pdf_fonts_make(pdf, drawing, fonts, pdf_fonts, error)) {
    g_autoptr(GString) attached = g_string_new(NULL), names = g_string_new(NULL);
    Document document = {.pdf = g_steal_pointer(&pdf),
                         .drawing = drawing,
                         .options = options,
                         .lang = language_of(drawing),
                         .attached = attached,
                         .names = names};
    bytes = write_document(&document, fonts, pdf_fonts);
  }
  jb_pdf_fonts_clear(pdf_fonts);
  return bytes;
}
