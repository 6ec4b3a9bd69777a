/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JIANBAO_PROOF_H
#define JIANBAO_PROOF_H
/*
 * What a PDF carries so that its figures can be proved, and the proof: the facts with their sources, what they were
 * laid out by, and what made it; read back, laid out again and compared with what stands on the pages.
 */
#include <jianbao/base.h>
#include <jianbao/fact.h>
#include <jianbao/layout.h>
#include <jianbao/render.h>
#include <jianbao/typeset.h>

G_BEGIN_DECLS

/* What a document was made of. A layout, or a single chart's form and canvas. */
typedef struct {
  const JbFacts *facts;
  const JbFonts *fonts;
  JbLang lang;
  const char *layout, *theme; /* names or files; NULL */
  const char *form, *option;
  const JbCanvas *canvas;
} JbMaking;

typedef struct {
  guint n;
  JbAttachment *files;
} JbCarried;

/*
 * The files to travel in a PDF: facts.json, facts.csv and the texts of the layout and the theme. They say which report
 * (its hash), layout, program and fonts made it, and nothing of the machine. JB_ERROR_CONFIG for a layout that is gone.
 */
JB_API JbCarried *jb_carry(const JbMaking *making, GError **error);
JB_API void jb_carried_free(JbCarried *carried); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JbCarried, jb_carried_free)

/*
 * Proves a PDF of ours: writes what it was made of, then for each page how many figures follow from its facts and which
 * texts do not; how many do not is in `n_wrong`. With `report` (may be NULL) it also has to be the report that it was
 * made from, with each figure at its place. Errors: JB_ERROR_NO_INPUT; JB_ERROR_DATA for a file that is no PDF, of
 * somebody else, or whose attachments are damaged or disagree; JB_ERROR_CONFIG when poppler-utils, a font or a file
 * that the layout names is missing.
 */
JB_API gboolean jb_prove(const char *path, const char *report, GString *out, guint *n_wrong, GError **error);

G_END_DECLS
#endif
