/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_RENDER_PAINT_H
#define JB_RENDER_PAINT_H
/* Paths and text on a Cairo context. */
#include "render/subset.h"

#include <cairo.h>

/* A subset as Cairo wants it. */
typedef struct {
  JbSubset subset;
  cairo_font_face_t *faces[JB_N_FACES];
} JbPaintFonts;

/* Of one page. */
gboolean jb_paint_fonts_make(JbPaintFonts *made, const JbDrawing *drawing, JbFonts *fonts, guint page, GError **error);
void jb_paint_fonts_clear(JbPaintFonts *made);

/* Hinting off, grey antialiasing: outlines as they were drawn, on paper and on a screen. */
void jb_paint_setup(cairo_t *cr);
void jb_paint_colour(cairo_t *cr, JbColour colour);
void jb_paint_path(cairo_t *cr, const JbPathItem *path);
/* A theme's logo; one that cannot be read leaves its status in `cr`. */
void jb_paint_image(cairo_t *cr, const JbImageItem *image);
/* As filled outlines. */
void jb_paint_text(cairo_t *cr, const JbPaintFonts *fonts, const JbTextItem *text);

#endif
