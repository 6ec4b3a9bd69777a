/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_TYPESET_SHAPE_H
#define JB_TYPESET_SHAPE_H
/* Text into measured glyphs, kept: a label is measured several times and then drawn. */
#include "typeset/fonts.h"

typedef struct {
  guint32 glyph;
  guint32 cluster; /* byte offset into the shaped text */
  gint32 advance;  /* font units, kerning included */
  gint32 offset;   /* of the glyph from its pen position */
  gint32 before;   /* added before it unless it is the first of a line: a gap (+) or closed-up punctuation (-) */
  gint32 lead;     /* added before it when it is the first of a line, 0 or negative */
  gint32 tail;     /* added after it when it is the last of a line, 0 or negative */
} JbShapedGlyph;

typedef struct {
  const char *key;  /* face, language, text as given */
  const char *text; /* as drawn: controls dropped, line ends as spaces */
  guint n_glyphs;
  JbShapedGlyph *glyphs;
  gint32 width;     /* as one line, font units */
  gunichar missing; /* first character without a glyph; 0 when all have one */
} JbShaped;

/* Owned by `fonts`, good until the next call. */
const JbShaped *jb_shape(JbFonts *fonts, JbFace face, JbLang lang, const char *text, gsize len);

/* Width of the glyphs first … last as one line. */
gint32 jb_shaped_width(const JbShaped *shaped, guint first, guint last);

/*
 * Text without what draws nothing and with equivalents for what the face lacks; `keep_lines` keeps '\n'. Invalid UTF-8
 * becomes U+FFFD, which has no glyph here.
 */
const char *jb_clean_text(JbArena *arena, const JbFonts *fonts, JbFace face, const char *text, gsize len,
                          gboolean keep_lines);

void jb_shape_cache_init(JbFonts *fonts);
void jb_shape_cache_drop(JbFonts *fonts);

#endif
