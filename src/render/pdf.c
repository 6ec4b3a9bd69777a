/* SPDX-License-Identifier: Apache-2.0 */
/*
 * PDF: every page of a drawing through Cairo, as tagged text with embedded subsets.
 *
 * Cairo 1.16 loses write errors of a PDF, so it writes into memory, which cannot fail. Dates come from the
 * drawing alone. Alternative texts, languages and the artifacts' kind cannot be said through Cairo; the tags
 * are placed so that a pass over the finished file can add them (pdf_tags.c).
 */
#include "render/backends.h"
#include "render/paint.h"
#include "render/pdf_tags.h"

#include <cairo-pdf.h>

#define EPOCH "1970-01-01T00:00:00Z"

static cairo_status_t
append(void *closure, const guchar *data, guint length)
{
  g_byte_array_append(closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata(cairo_surface_t *surface, const JbDrawing *drawing)
{
  g_autofree char *title = jb_render_title(drawing);
  const char *date = drawing->date[0] != '\0' ? drawing->date : EPOCH;
  const struct {
    cairo_pdf_metadata_t key;
    const char *value;
  } rows[] = {
      {CAIRO_PDF_METADATA_TITLE, title},
      {CAIRO_PDF_METADATA_SUBJECT, drawing->subject},
      {CAIRO_PDF_METADATA_CREATOR, "jianbao " JB_VERSION},
      {CAIRO_PDF_METADATA_CREATE_DATE, date},
      {CAIRO_PDF_METADATA_MOD_DATE, date},
  };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
    if (rows[i].value[0] != '\0')
      cairo_pdf_surface_set_metadata(surface, rows[i].key, rows[i].value);
}

static void
add_outline(cairo_surface_t *surface, const JbDrawing *drawing)
{
  g_autoptr(GArray) parents = g_array_new(FALSE, FALSE, sizeof(int)); /* parents[l]: last entry of level l */
  g_array_append_val(parents, (int){CAIRO_PDF_OUTLINE_ROOT});
  for (guint i = 0; i < drawing->outline->len; i++) {
    const JbOutline *entry = &g_array_index(drawing->outline, JbOutline, i);
    g_autofree char *target = jb_pdf_destination("dest", entry->anchor);
    g_array_set_size(parents, entry->level);
    int id = cairo_pdf_surface_add_outline(surface, g_array_index(parents, int, entry->level - 1), entry->title, target,
                                           entry->level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
    g_array_append_val(parents, id);
  }
}

static void
paint_page(cairo_surface_t *surface, cairo_t *cr, const JbPage *page, const JbSubset *subset, JbPdfTags *tags)
{
  cairo_pdf_surface_set_size(surface, page->width_pt, page->height_pt);
  for (guint i = 0; i < page->items->len; i++) {
    const JbDrawItem *item = &g_array_index(page->items, JbDrawItem, i);
    jb_pdf_tags_item(tags, cr, item);
    if (item->kind == JB_DRAW_TEXT)
      jb_paint_text(cr, subset, &item->text, TRUE);
    else if (item->kind == JB_DRAW_PATH)
      jb_paint_path(cr, &item->path);
  }
  jb_pdf_tags_page_end(tags, cr);
  cairo_show_page(cr);
}

/* Cairo's status when all is written. */
static cairo_status_t
write_pages(const JbDrawing *drawing, const JbSubset *subset, GByteArray *out)
{
  const JbPage *first = drawing->pages->pdata[0];
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append, out, first->width_pt, first->height_pt);
  cairo_t *cr = cairo_create(surface);
  JbPdfTags *tags = jb_pdf_tags_new(drawing);
  set_metadata(surface, drawing);
  jb_paint_setup(cr);
  for (guint p = 0; p < drawing->pages->len; p++)
    paint_page(surface, cr, drawing->pages->pdata[p], subset, tags);
  add_outline(surface, drawing);
  jb_pdf_tags_free(tags);
  cairo_status_t drawn = cairo_status(cr);
  cairo_destroy(cr);
  cairo_surface_finish(surface);
  cairo_status_t finished = cairo_surface_status(surface);
  cairo_surface_destroy(surface);
  return drawn != CAIRO_STATUS_SUCCESS ? drawn : finished;
}

GBytes *
jb_render_pdf(const JbDrawing *drawing, JbFonts *fonts, const JbRenderOptions *options, GError **error)
{
  (void)options; /* all pages, at their own size */
  JbSubset subset;
  if (!jb_subset_make(&subset, drawing, fonts, 0, drawing->pages->len - 1, error))
    return NULL;
  GByteArray *out = g_byte_array_new();
  cairo_status_t status = write_pages(drawing, &subset, out);
  jb_subset_clear(&subset);
  if (status != CAIRO_STATUS_SUCCESS) {
    g_set_error(error, JB_ERROR, JB_ERROR_BUG, "PDF: %s", cairo_status_to_string(status));
    g_byte_array_unref(out);
    return NULL;
  }
  return g_byte_array_free_to_bytes(out);
}
