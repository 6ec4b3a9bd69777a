/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_PROOF_PROOF_H
#define JB_PROOF_PROOF_H
/* The parts of a proof, a file each; prove.c tells how they work together. */
#include <jianbao/proof.h>

#define JB_FACTS_JSON_NAME "facts.json"
#define JB_FACTS_CSV_NAME  "facts.csv"
#define JB_LAYOUT_NAME     "layout.yaml"
#define JB_THEME_NAME      "theme.yaml"

/* ---- opened.c: a PDF of anybody's, through poppler's programs in a confined child -------------------------------- */

typedef struct {
  const char *path;
  GBytes *bytes;
  char **names;  /* of the files within it, NULL-terminated */
  GString *text; /* all pages, each closed by a form feed, in the order of their content */
} JbOpened;

gboolean jb_opened_read(JbOpened *opened, const char *path, GError **error);
void jb_opened_clear(JbOpened *opened);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(JbOpened, jb_opened_clear)
gboolean jb_opened_has(const JbOpened *opened, const char *name);
/* A file within it. */
GString *jb_opened_file(const JbOpened *opened, const char *name, GError **error);

/* ---- made.c: how a document was made, as JSON -------------------------------------------------------------------- */

typedef struct {
  const char *name, *sha256; /* NULL when there is none */
} JbMadeFile;

typedef struct {
  const char *program;
  JbLang lang;
  JbMadeFile layout, theme;
  const char *form, *option;
  double width_pt, height_pt;
  const char *fonts[JB_N_FACES]; /* "Noto Sans CJK SC Bold Version 2.004" */
} JbMade;

#define JB_MADE_BY "jianbao " JB_VERSION

char *jb_made_font(const JbFonts *fonts, JbFace face);
void jb_made_write(const JbMade *made, GString *out);
gboolean jb_made_read(JbMade *made, const char *name, const GString *json, JbArena *arena, GError **error);

/* ---- compared.c: a page's text and what should stand there ------------------------------------------------------- */

typedef struct {
  guint n_figures; /* texts with a digit in them that stand where they should */
  guint n_wrong;
} JbCompared;

/* `found`: the page's text. A line in `out` for each place where they differ. */
void jb_compare_page(const JbPage *page, guint number, const char *found, GString *out, JbCompared *compared);
/* A line: what stands somewhere, of `len` bytes, and what should, "" for nothing. */
void jb_put_difference(GString *out, const char *where, const char *there, gsize len, const char *should);

/* ---- spoken.c: alternative texts, descriptions of links, titles -------------------------------------------------- */

void jb_compare_spoken(const JbDrawing *drawing, GBytes *file, GString *out, JbCompared *compared);

#endif
