/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JIANBAO_LAYOUT_H
#define JIANBAO_LAYOUT_H
/*
 * Layout file + facts → pages. The file (YAML, see layouts/briefing.yaml) names sections, grids, blocks and
 * selectors; the engine measures, flows and draws into a display list. No number is ever typed in a layout.
 */
#include <jianbao/base.h>
#include <jianbao/chart.h>
#include <jianbao/draw.h>
#include <jianbao/fact.h>
#include <jianbao/typeset.h>

G_BEGIN_DECLS

typedef struct JbLayout JbLayout;

/*
 * `name` is a file, or the name of a shipped layout ("briefing"). Errors are JB_ERROR_CONFIG with
 * file:line:column, the line and a caret, and what would be right; unknown keys are errors.
 */
JB_API JbLayout *jb_layout_open(const char *name, GError **error);
JB_API JbLayout *jb_layout_parse(const char *name, const char *yaml, gsize len, GError **error);
/* The text of a shipped layout or theme, or of a file, which may stand beside the file `near` (NULL: here). */
JB_API GBytes *jb_layout_bytes(const char *name, const char *near, GError **error);
JB_API void jb_layout_free(JbLayout *layout); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JbLayout, jb_layout_free)

/* Names and one-line descriptions of the shipped layouts; NULL-terminated, static. */
JB_API const char *const *jb_layout_names(void);

/* Lays a theme over the layout: a shipped one or a file. Errors as for a layout; a faint colour is one. */
JB_API gboolean jb_layout_set_theme(JbLayout *layout, const char *name, GError **error);
JB_API gboolean jb_layout_set_theme_bytes(JbLayout *layout, const char *name, GBytes *bytes, GError **error);
JB_API const char *const *jb_theme_names(void);
/* The fonts that its pages are set in: those its theme names, the program's for the rest. NULL without a layout. */
JB_API JbFonts *jb_layout_open_fonts(const JbLayout *layout, GError **error);

/* A hash over every file that it was read from: itself, what it uses, themes with their bases, a logo. Not their fonts. */
JB_API guint64 jb_layout_made_of(const JbLayout *layout);

/* Lays facts out. JB_ERROR_CONFIG (fit, missing glyph) names the block and the missing points. */
JB_API JbDrawing *jb_layout_run(const JbLayout *layout, const JbFacts *facts, JbFonts *fonts, JbLang lang, GError **error);

/*
 * Proof-reads finished pages. Counts texts that overlap, leave their page or their chart, are crossed or covered by a
 * mark, are smaller than the drawing's least type, or stand out too little (WCAG AA). With `out`, a line for each.
 */
JB_API guint jb_layout_lint(const JbDrawing *drawing, GString *out);

/*
 * What each selector chose: a line a block with the facts' numbers, `*score` behind those chosen by emphasis. With
 * fonts, what fitting did (type, dropped blocks, rows) and how each page is filled.
 */
JB_API void jb_layout_dump(const JbLayout *layout, const JbFacts *facts, JbFonts *fonts, JbLang lang, GString *out);

/* What one chart stands on. */
typedef struct {
  double width_pt, height_pt;
  const char *theme;    /* shipped or a file; NULL: the form's own */
  GBytes *theme_bytes;  /* the theme's text, when it is at hand; else NULL */
  gboolean transparent; /* nothing beneath it */
} JbCanvas;

/* One chart on a page of its own, as the command `chart` makes it. JB_ERROR_USAGE when the canvas is too small. */
JB_API JbDrawing *jb_layout_chart(const char *form, const char *option, const JbFacts *facts, JbFonts *fonts, JbLang lang,
                                  const JbCanvas *canvas, GError **error);

G_END_DECLS
#endif
