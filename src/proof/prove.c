/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Does what stands on the pages follow from the facts that the PDF carries?
 *
 *   opened.c     its text and its attached files, through poppler
 *   made.c       what the document says it was made by
 *   here         attached files that agree with each other; derived facts that follow from the others, anew;
 *                the report, when it is given
 *   compared.c   the same facts laid out again, text by text against the pages
 *   spoken.c     and against what a screen reader says: alternative texts, descriptions of links, titles
 *
 * This proves a document against itself and its report. It is no signature: who makes a PDF anew from other facts has
 * one that agrees with itself, and only the report tells.
 */
#include "proof/proof.h"

#include "base/digest.h"

#include <jianbao/document.h>
#include <jianbao/extract.h>

#include <string.h>

static gboolean
refuse(const char *path, const char *what, GError **error)
{
  g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s: %s", path, what);
  return FALSE;
}

/* ---- Attached files ---------------------------------------------------------------------------------------------- */

typedef struct {
  JbOpened *opened;
  JbArena *arena;
  GString *json, *csv;
  JbFacts *facts;
  JbMade made;
  GBytes *layout, *theme;
} Proof;

static void
proof_clear(Proof *proof)
{
  if (proof->json != NULL)
    g_string_free(proof->json, TRUE);
  if (proof->csv != NULL)
    g_string_free(proof->csv, TRUE);
  jb_facts_free(proof->facts);
  g_clear_pointer(&proof->layout, g_bytes_unref);
  g_clear_pointer(&proof->theme, g_bytes_unref);
  jb_arena_free(proof->arena);
}

/* The attached file with the hash that is written down for it; TRUE without bytes when there is to be none. */
static gboolean
take_file(Proof *proof, const char *name, const JbMadeFile *made, GBytes **bytes, GError **error)
{
  if (made->sha256 == NULL)
    return TRUE;
  GString *text = jb_opened_file(proof->opened, name, error);
  if (text == NULL)
    return FALSE;
  *bytes = g_string_free_to_bytes(text);
  g_autofree char *digest = jb_sha256_of(*bytes);
  if (strcmp(digest, made->sha256) == 0)
    return TRUE;
  g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s: the attached %s is not the one it was laid out by; it was changed",
              proof->opened->path, name);
  return FALSE;
}

/* What was written from the facts is written again, and must be the same. */
static gboolean
agree(Proof *proof, GError **error)
{
  const char *path = proof->opened->path;
  g_autoptr(GString) how = g_string_new(NULL), json = g_string_new(NULL), csv = g_string_new(NULL);
  jb_made_write(&proof->made, how);
  jb_facts_write_beside(proof->facts, how->str, json);
  jb_facts_write(proof->facts, JB_FACTS_CSV, csv);
  if (!g_string_equal(json, proof->json))
    return refuse(path, "the attached facts.json is not as jianbao writes it; it has been changed", error);
  return g_string_equal(csv, proof->csv) ||
         refuse(path, "the attached facts.csv is not as jianbao writes it; it has been changed", error);
}

static gboolean
take_facts(Proof *proof, GError **error)
{
  const char *path = proof->opened->path;
  if (!jb_opened_has(proof->opened, JB_FACTS_JSON_NAME) || !jb_opened_has(proof->opened, JB_FACTS_CSV_NAME))
    return refuse(path,
                  "it carries no facts.json and facts.csv, so nothing can be proved: jianbao did not write it, or they "
                  "were taken out",
                  error);
  proof->json = jb_opened_file(proof->opened, JB_FACTS_JSON_NAME, error);
  proof->csv = proof->json != NULL ? jb_opened_file(proof->opened, JB_FACTS_CSV_NAME, error) : NULL;
  if (proof->csv == NULL)
    return FALSE;
  g_autofree char *name = g_strdup_printf("%s: its attached facts", path);
  proof->facts = jb_facts_read_beside(name, proof->json, proof->csv, error);
  return proof->facts != NULL && jb_made_read(&proof->made, path, proof->json, proof->arena, error) &&
         agree(proof, error) && take_file(proof, JB_LAYOUT_NAME, &proof->made.layout, &proof->layout, error) &&
         take_file(proof, JB_THEME_NAME, &proof->made.theme, &proof->theme, error);
}

/* ---- Facts ------------------------------------------------------------------------------------------------------- */

static gboolean
is_same(const JbFact *a, const JbFact *b)
{
  return a->number == b->number && jb_decimal_compare(a->value, b->value) == 0 && a->measure == b->measure &&
         a->bound == b->bound && jb_period_equal(a->period, b->period) && g_strcmp0(a->unit, b->unit) == 0 &&
         g_strcmp0(a->formula, b->formula) == 0;
}

/* A series: of no one report. */
static gboolean
is_of_history(const JbFacts *facts)
{
  return *facts->report.sha256 == '\0';
}

/*
 * Derived facts follow from the others: they are derived again. Those of a history were derived in the documents that
 * they name, from facts that are not here.
 */
static void
check_derived(const JbFacts *facts, GString *out, JbCompared *compared)
{
  JbFacts again = *facts;
  if (is_of_history(facts))
    return;
  for (again.n_facts = 0; again.n_facts < facts->n_facts; again.n_facts++)
    if (facts->facts[again.n_facts].status == JB_STATUS_DERIVED)
      break;
  guint n = again.n_facts;
  again.facts = jb_arena_make(facts->arena, JbFact, n + 1);
  if (n > 0)
    memcpy(again.facts, facts->facts, n * sizeof *again.facts);
  jb_facts_derive(&again);
  for (guint i = n; i < facts->n_facts; i++) {
    const JbFact *fact = &facts->facts[i];
    if (i < again.n_facts && is_same(fact, &again.facts[i]))
      continue;
    g_string_append_printf(out, "fact %u: %s = %s%s does not follow from the facts in it\n", fact->number,
                           fact->formula != NULL ? fact->formula : "?", jb_decimal_text(facts->arena, fact->value),
                           fact->unit != NULL ? fact->unit : "");
    compared->n_wrong++;
  }
}

/* The report is the one, and read again it says what the facts say. */
static gboolean
check_report(const JbFacts *facts, const char *report, GString *out, JbCompared *compared, GError **error)
{
  g_autoptr(JbDocument) document = jb_document_open(report, error);
  if (document == NULL)
    return FALSE;
  if (is_of_history(facts)) {
    g_string_append(out, "it was made of a history, of no one report: prove it without --report\n");
    compared->n_wrong++;
    return TRUE;
  }
  if (g_strcmp0(document->report.sha256, facts->report.sha256) != 0) {
    g_string_append_printf(out, "%s: this is not the report that it was made from; its sha256 is %s\n", report,
                           document->report.sha256);
    compared->n_wrong++;
    return TRUE;
  }
  g_autoptr(JbFacts) again = jb_extract(document);
  guint n = 0;
  for (guint i = 0; i < facts->n_facts; i++) {
    const JbFact *fact = &facts->facts[i];
    if (fact->source.report != NULL || fact->status == JB_STATUS_DERIVED)
      continue;
    const JbFact *read = jb_facts_lookup(again, fact->number);
    gboolean same = read != NULL && is_same(fact, read) && fact->source.start == read->source.start;
    n += same;
    if (same)
      continue;
    g_string_append_printf(out, "fact %u: %s%s is not what the report says\n", fact->number,
                           jb_decimal_text(facts->arena, fact->value), fact->unit != NULL ? fact->unit : "");
    compared->n_wrong++;
  }
  g_string_append_printf(out, "%s: the report that it was made from; %u facts stand in it\n", report, n);
  return TRUE;
}

/* ---- Pages ------------------------------------------------------------------------------------------------------- */

/* The document again, as it was made. */
static JbDrawing *
draw_again(const Proof *proof, JbFonts **fonts, GError **error)
{
  const JbMade *made = &proof->made;
  if (made->form != NULL) {
    JbCanvas canvas = {.width_pt = made->width_pt,
                       .height_pt = made->height_pt,
                       .theme = made->theme.name,
                       .theme_bytes = proof->theme};
    *fonts = jb_fonts_open(error);
    return *fonts != NULL ? jb_layout_chart(made->form, made->option, proof->facts, *fonts, made->lang, &canvas, error)
                          : NULL;
  }
  gsize len = 0;
  const char *text = proof->layout != NULL ? g_bytes_get_data(proof->layout, &len) : "";
  g_autoptr(JbLayout) layout = jb_layout_parse(made->layout.name, text, len, error);
  if (layout == NULL)
    return NULL;
  gboolean themed = made->theme.name == NULL ||
                    (proof->theme != NULL ? jb_layout_set_theme_bytes(layout, made->theme.name, proof->theme, error)
                                          : jb_layout_set_theme(layout, made->theme.name, error));
  *fonts = themed ? jb_layout_open_fonts(layout, error) : NULL;
  return *fonts != NULL ? jb_layout_run(layout, proof->facts, *fonts, made->lang, error) : NULL;
}

/* Another program or another font may lay the same facts out otherwise. */
static void
note_differences(const Proof *proof, const JbFonts *fonts, GString *out)
{
  if (strcmp(proof->made.program, JB_MADE_BY) != 0)
    g_string_append_printf(
        out, "note: made by %s and proved by " JB_MADE_BY "; what is said of the pages may come from the difference\n",
        proof->made.program);
  for (JbFace face = 0; face < JB_N_FACES; face++) {
    g_autofree char *mine = jb_made_font(fonts, face);
    if (g_strcmp0(mine, proof->made.fonts[face]) != 0)
      g_string_append_printf(out, "note: set in %s; here it is %s\n", proof->made.fonts[face], mine);
  }
}

static void
compare_pages(const Proof *proof, const JbDrawing *drawing, GString *out, JbCompared *compared)
{
  g_auto(GStrv) pages = g_strsplit(proof->opened->text->str, "\f", -1);
  guint n_pages = g_strv_length(pages), n_drawn = drawing->pages->len;
  n_pages -= n_pages > 0; /* behind the last form feed */
  if (n_pages != n_drawn) {
    g_string_append_printf(out, "it has %u pages, and the facts fill %u\n", n_pages, n_drawn);
    compared->n_wrong++;
  }
  for (guint p = 0; p < MIN(n_pages, n_drawn); p++) {
    guint before = compared->n_figures;
    jb_compare_page(drawing->pages->pdata[p], p + 1, pages[p], out, compared);
    g_string_append_printf(out, "page %u: %u figures follow from the facts\n", p + 1, compared->n_figures - before);
  }
}

static void
put_made(const Proof *proof, GString *out)
{
  const JbMade *made = &proof->made;
  const JbReport *report = &proof->facts->report;
  g_string_append_printf(out, "report   %s, sha256 %s\n", report->id, *report->sha256 != '\0' ? report->sha256 : "-");
  if (made->form != NULL)
    g_string_append_printf(out, "chart    %s%s%s\n", made->form, made->option != NULL ? " " : "",
                           made->option != NULL ? made->option : "");
  else
    g_string_append_printf(out, "layout   %s, sha256 %s\n", made->layout.name, made->layout.sha256);
  if (made->theme.name != NULL)
    g_string_append_printf(out, "theme    %s\n", made->theme.name);
  g_string_append_printf(out, "program  %s\n", made->program);
  for (JbFace face = 0; face < JB_N_FACES; face++)
    g_string_append_printf(out, "font     %s\n", made->fonts[face]);
  g_string_append_printf(out, "facts    %u in facts.csv, their sentences in facts.json\n", proof->facts->n_facts);
}

static gboolean
prove(Proof *proof, const char *report, GString *out, guint *n_wrong, GError **error)
{
  JbCompared compared = {0};
  JbFonts *fonts = NULL;
  if (!take_facts(proof, error))
    return FALSE;
  put_made(proof, out);
  check_derived(proof->facts, out, &compared);
  if (report != NULL && !check_report(proof->facts, report, out, &compared, error))
    return FALSE;
  g_autoptr(JbDrawing) drawing = draw_again(proof, &fonts, error);
  if (drawing != NULL) {
    note_differences(proof, fonts, out);
    compare_pages(proof, drawing, out, &compared);
    jb_compare_spoken(drawing, proof->opened->bytes, out, &compared);
    if (compared.n_wrong == 0)
      g_string_append_printf(out, "all %u figures on %u pages follow from the facts\n", compared.n_figures,
                             drawing->pages->len);
  }
  jb_fonts_free(fonts);
  *n_wrong = compared.n_wrong;
  return drawing != NULL;
}

gboolean
jb_prove(const char *path, const char *report, GString *out, guint *n_wrong, GError **error)
{
  g_auto(JbOpened) opened = {0};
  if (!jb_opened_read(&opened, path, error))
    return FALSE;
  Proof proof = {.opened = &opened, .arena = jb_arena_new()};
  gboolean done = prove(&proof, report, out, n_wrong, error);
  proof_clear(&proof);
  return done;
}
