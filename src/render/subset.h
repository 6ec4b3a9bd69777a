/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_RENDER_SUBSET_H
#define JB_RENDER_SUBSET_H
/* The faces of one drawing, cut down to the glyphs that it uses. */
#include <jianbao/render.h>

#include "typeset/fonts.h"

typedef struct {
  hb_face_t *face;   /* NULL when the drawing does not use it */
  guint16 *glyph_of; /* glyph id of the whole font → id here */
} JbSubsetFace;

typedef struct {
  JbSubsetFace faces[JB_N_FACES];
} JbSubset;

/* Of the pages first … last. */
gboolean jb_subset_make(JbSubset *subset, const JbDrawing *drawing, JbFonts *fonts, guint first_page, guint last_page,
                        GError **error);
void jb_subset_clear(JbSubset *subset);

#endif
