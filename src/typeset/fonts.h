/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_TYPESET_FONTS_H
#define JB_TYPESET_FONTS_H
/* What an open set of faces holds; for the typesetter and for backends that need the outlines. */
#include <jianbao/typeset.h>

#include <hb.h>

#define JB_UNITS_PER_EM 1000 /* of every width in this folder; the faces are scaled to it */

typedef struct {
  hb_face_t *face;
  hb_font_t *font; /* scale JB_UNITS_PER_EM */
  JbFaceInfo info;
} JbOpenFace;

struct JbFonts {
  JbOpenFace faces[JB_N_FACES];
  JbArena *arena;        /* the faces' names and paths */
  hb_buffer_t *buffer;   /* reused by every shaping */
  GHashTable *shaped;    /* JbShaped, key and value in one; see shape.c */
  JbArena *shaped_arena; /* holds them; emptied as a whole when it has grown */
  gsize shaped_bytes;
};

#endif
