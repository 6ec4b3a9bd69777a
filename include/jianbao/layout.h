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
JB_API void jb_layout_free(JbLayout *layout); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JbLayout, jb_layout_free)

/* Names and one-line descriptions of the shipped layouts; NULL-terminated, static. */
JB_API const char *const *jb_layout_names(void);

/* Lays facts out. JB_ERROR_CONFIG (fit, missing glyph) names the block and the missing points. */
JB_API JbDrawing *jb_layout_run(const JbLayout *layout, const JbFacts *facts, JbFonts *fonts, JbLang lang, GError **error);

/*
 * Proof-reads finished pages. Counts texts that overlap, leave their page or their chart, are crossed or covered by a
 * mark, are smaller than the drawing's least type, or stand out too little (WCAG AA). With `out`, a line for each.
 */
JB_API guint jb_layout_lint(const JbDrawing *drawing, GString *out);

/* What each selector chose: a line a block with the facts' numbers. */
JB_API void jb_layout_dump(const JbLayout *layout, const JbFacts *facts, GString *out);

/* One chart on a page of its own, as the command `chart` makes it: size in points. */
JB_API JbDrawing *jb_layout_chart(const char *form, const char *option, const JbFacts *facts, JbFonts *fonts, JbLang lang,
                                  double width_pt, double height_pt, GError **error);

G_END_DECLS
#endif
