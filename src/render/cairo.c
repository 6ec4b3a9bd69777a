/* SPDX-License-Identifier: Apache-2.0 */
/* A page into somebody else's Cairo context. */
#include "render/paint.h"
#include "render/picture.h"

static void
paint_item(cairo_t *cr, const JbPaintFonts *fonts, const JbDrawItem *item)
{
  if (item->kind == JB_DRAW_TEXT)
    jb_paint_text(cr, fonts, &item->text);
  else if (item->kind == JB_DRAW_PATH)
    jb_paint_path(cr, &item->path);
  else if (item->kind == JB_DRAW_IMAGE)
    jb_paint_image(cr, &item->image);
}

gboolean
jb_render_cairo(const JbDrawing *drawing, guint page, JbFonts *fonts, cairo_t *cr, GError **error)
{
  JbPaintFonts made;
  if (!jb_drawing_check(drawing, error) || !jb_pictures_check(drawing, error))
    return FALSE;
  if (page >= drawing->pages->len) {
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "page %u was asked for, but the drawing has %u", page + 1,
                drawing->pages->len);
    return FALSE;
  }
  if (!jb_paint_fonts_make(&made, drawing, fonts, page, error))
    return FALSE;
  const JbPage *from = drawing->pages->pdata[page];
  cairo_save(cr);
  jb_paint_setup(cr);
  cairo_set_operator(cr, CAIRO_OPERATOR_OVER);
  cairo_set_miter_limit(cr, 10);
  for (guint i = 0; i < from->items->len; i++)
    paint_item(cr, &made, &g_array_index(from->items, JbDrawItem, i));
  cairo_restore(cr);
  cairo_new_path(cr);
  jb_paint_fonts_clear(&made);
  cairo_status_t status = cairo_status(cr);
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error(error, JB_ERROR, JB_ERROR_IO, "Cairo cannot draw page %u: %s", page + 1,
                cairo_status_to_string(status));
  return status == CAIRO_STATUS_SUCCESS;
}
