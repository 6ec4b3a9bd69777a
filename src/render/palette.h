/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_RENDER_PALETTE_H
#define JB_RENDER_PALETTE_H
/* The colours of a picture, as many as a byte can number; found while it is painted. */
#include <jianbao/render.h>

#define JB_PALETTE_MOST 256

typedef struct JbPalette JbPalette;

/* Begins with the colours that the page's items and its background say, so that areas are exact. */
JbPalette *jb_palette_new(const JbPage *page, JbColour background);
void jb_palette_free(JbPalette *palette); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JbPalette, jb_palette_free)
/* A row of Cairo's opaque pixels as a byte each; FALSE when there are too many colours, and the palette is of no use.
 */
gboolean jb_palette_row(JbPalette *palette, const guint32 *from, guint8 *to, guint width);
/* 0xRRGGBB of each number. */
const guint32 *jb_palette_colours(const JbPalette *palette, guint *n);

#endif
