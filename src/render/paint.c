/* SPDX-License-Identifier: Apache-2.0 */
/* Paths and text on a Cairo context. */
#include "render/paint.h"

#include <string.h>

void
jb_paint_setup(cairo_t *cr)
{
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_set_font_options(cr, options);
  cairo_font_options_destroy(options);
}

void
jb_paint_colour(cairo_t *cr, JbColour colour)
{
  cairo_set_source_rgba(cr, (colour >> 24) / 255.0, (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0,
                        (colour & 0xFF) / 255.0);
}

static void
trace(cairo_t *cr, const JbPathItem *path)
{
  cairo_new_path(cr); /* else the first segment joins to the end of the text before */
  for (guint i = 0; i < path->n_segments; i++) {
    const JbPoint *p = path->segments[i].p;
    switch (path->segments[i].kind) {
    case JB_SEG_MOVE:
      cairo_move_to(cr, p[0].x, p[0].y);
      break;
    case JB_SEG_LINE:
      cairo_line_to(cr, p[0].x, p[0].y);
      break;
    case JB_SEG_CURVE:
      cairo_curve_to(cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
      break;
    case JB_SEG_CLOSE:
      cairo_close_path(cr);
      break;
    }
  }
}

void
jb_paint_path(cairo_t *cr, const JbPathItem *path)
{
  const JbPaint *paint = &path->paint;
  gboolean stroked = paint->stroke != JB_NO_COLOUR && paint->width_pt > 0;
  trace(cr, path);
  if (paint->fill != JB_NO_COLOUR) {
    jb_paint_colour(cr, paint->fill);
    if (stroked)
      cairo_fill_preserve(cr);
    else
      cairo_fill(cr);
  }
  if (!stroked)
    return;
  jb_paint_colour(cr, paint->stroke);
  cairo_set_line_width(cr, paint->width_pt);
  cairo_set_line_cap(cr, paint->round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join(cr, paint->round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
  cairo_set_dash(cr, paint->dash_pt, paint->dash_pt[0] > 0 ? 2 : 0, 0);
  cairo_stroke(cr);
}

typedef struct {
  const JbImageItem *image;
  gsize at;
} Reader;

static cairo_status_t
read_png(void *closure, unsigned char *to, unsigned int len)
{
  Reader *reader = closure;
  if (reader->image->len - reader->at < len)
    return CAIRO_STATUS_READ_ERROR;
  memcpy(to, reader->image->png + reader->at, len);
  reader->at += len;
  return CAIRO_STATUS_SUCCESS;
}

void
jb_paint_image(cairo_t *cr, const JbImageItem *image)
{
  Reader reader = {.image = image};
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(read_png, &reader);
  int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
  cairo_save(cr);
  cairo_translate(cr, image->box.x, image->box.y);
  if (width > 0 && height > 0)
    cairo_scale(cr, image->box.w / width, image->box.h / height);
  cairo_set_source_surface(cr, surface, 0, 0);
  cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_GOOD);
  cairo_paint(cr);
  cairo_restore(cr);
  cairo_surface_destroy(surface);
}

static void
paint_halo(cairo_t *cr, const cairo_glyph_t *glyphs, int n, const JbTextItem *text)
{
  cairo_new_path(cr);
  cairo_glyph_path(cr, glyphs, n);
  jb_paint_colour(cr, text->halo != JB_NO_COLOUR ? text->halo : JB_RGB(0xFFFFFF));
  cairo_set_line_width(cr, 2 * text->halo_pt);
  cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash(cr, NULL, 0, 0);
  cairo_stroke(cr);
}

void
jb_paint_text(cairo_t *cr, const JbPaintFonts *fonts, const JbTextItem *text)
{
  const guint16 *glyph_of = fonts->subset.faces[text->face].glyph_of;
  g_autofree cairo_glyph_t *glyphs = g_new(cairo_glyph_t, text->n_glyphs);
  int n = (int)text->n_glyphs;
  if (n == 0)
    return;
  for (guint i = 0; i < text->n_glyphs; i++) {
    const JbGlyph *from = &text->glyphs[i];
    glyphs[i] = (cairo_glyph_t){.index = glyph_of[from->glyph], .x = from->x, .y = from->y};
  }
  cairo_set_font_face(cr, fonts->faces[text->face]);
  cairo_set_font_size(cr, text->size_pt);
  if (text->halo_pt > 0)
    paint_halo(cr, glyphs, n, text);
  jb_paint_colour(cr, text->colour);
  cairo_new_path(cr);
  cairo_glyph_path(cr, glyphs, n);
  cairo_fill(cr);
}
