/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JIANBAO_TYPESET_H
#define JIANBAO_TYPESET_H
/*
 * Text into glyphs: fonts, single lines, and paragraphs broken by the rules of CLREQ and UAX #14.
 *
 * HarfBuzz shapes straight on the memory-mapped system fonts (no fontconfig cache, no Pango font map in
 * the way: see src/typeset/fonts.c), Pango's break analysis gives the line breaks, which are then
 * tailored for Chinese. Chinese and Latin are set apart by geometry (1/8 em), never by a space character.
 */
#include <jianbao/base.h>
#include <jianbao/draw.h>

G_BEGIN_DECLS

typedef struct JbFonts JbFonts;

/*
 * Opens every face. JB_ERROR_CONFIG names the family, the weight, the paths that were tried and the
 * Debian package to install. JIANBAO_FONT_DIR in the environment is searched first.
 */
JB_API JbFonts *jb_fonts_open(GError **error);
/* With files of a theme's own, by face; NULL: the one of jb_fonts_open(). A file may be a collection: its first face. */
JB_API JbFonts *jb_fonts_open_files(const char *const files[JB_N_FACES], GError **error);
JB_API void jb_fonts_free(JbFonts *fonts); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JbFonts, jb_fonts_free)

/* Where a face was found: path of the file and index in the collection; its version string. */
typedef struct {
  const char *family, *style; /* "Noto Sans CJK SC", "Bold" */
  const char *path;
  guint index;
  const char *version;
} JbFaceInfo;
JB_API const JbFaceInfo *jb_fonts_info(const JbFonts *fonts, JbFace face);
/* A hash over the bytes of the face's file: tells whether it is the same font, in some ms. Not against an adversary. */
JB_API guint64 jb_fonts_content(const JbFonts *fonts, JbFace face);

/* FALSE when no glyph is there for some character; `missing` (may be NULL) gets the first such one. */
JB_API gboolean jb_fonts_cover(const JbFonts *fonts, JbFace face, const char *text, gunichar *missing);

typedef enum { JB_ALIGN_LEFT, JB_ALIGN_CENTRE, JB_ALIGN_RIGHT } JbAlign;

typedef struct {
  JbFace face;
  double size_pt;
  JbColour colour;
  JbLang lang; /* JB_LANG_ZH or JB_LANG_EN: chooses break rules, quotes and the PDF's /Lang */
  double halo_pt;
  JbColour halo; /* JB_NO_COLOUR is white */
} JbTextStyle;

/* Natural size of a single line. Ascent and descent are the role's line box: 0.88 and 0.24 em. */
JB_API double jb_text_width(JbFonts *fonts, const JbTextStyle *style, const char *text);

/*
 * Draws one line with its baseline at `at.y`; `at.x` is its left end, centre or right end. Returns its box.
 * A character without a glyph fails the drawing with JB_ERROR_CONFIG naming it (U+9CE7 鳧) and its text.
 */
JB_API JbRect jb_text_draw(JbDrawing *drawing, JbFonts *fonts, const JbTextStyle *style, JbPoint at, JbAlign align,
                           const char *text);

/* A paragraph broken to a width: kinsoku, number and unit together, no last line under four characters. */
typedef struct {
  JbSlice text; /* without the spaces at its ends */
  double width_pt;
} JbLine;

typedef struct {
  JbTextStyle style;
  double leading_pt; /* baseline to baseline */
  guint n_lines;
  const JbLine *lines;
  double width_pt;  /* of the widest line */
  double height_pt; /* n_lines × leading */
  gboolean torn;      /* a word, or a number with its unit, is wider than a line and goes over two */
  gboolean truncated; /* max_lines did not hold all of it: the caller must not draw it as if it did */
} JbParagraph;

/* `max_lines` 0: as many as it takes. `balanced`: lines of like length, for titles. */
JB_API const JbParagraph *jb_paragraph(JbArena *arena, JbFonts *fonts, const JbTextStyle *style, double leading_pt,
                                       double width_pt, guint max_lines, gboolean balanced, const char *text);
/* Draws it with its top at `top_left.y`, each line aligned in `width_pt`. */
JB_API void jb_paragraph_draw(JbDrawing *drawing, JbFonts *fonts, const JbParagraph *paragraph, JbPoint top_left,
                              double width_pt, JbAlign align);

/* Baseline offset below the top of a line box of `leading_pt` for text of `size_pt`. */
JB_API double jb_baseline(double size_pt, double leading_pt);

G_END_DECLS
#endif
