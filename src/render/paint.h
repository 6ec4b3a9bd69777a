/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_RENDER_PAINT_H
#define JB_RENDER_PAINT_H
/* Paths and text on a Cairo context. */
#include "render/subset.h"

/* Hinting off, grey antialiasing: outlines as they were drawn, on paper and on a screen. */
void jb_paint_setup(cairo_t *cr);
void jb_paint_colour(cairo_t *cr, JbColour colour);
void jb_paint_path(cairo_t *cr, const JbPathItem *path);
/* `as_text`: as text that can be selected and searched; else as filled outlines. */
void jb_paint_text(cairo_t *cr, const JbSubset *subset, const JbTextItem *text, gboolean as_text);

#endif
