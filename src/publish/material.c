/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a period's documents are made of, from the history alone, as it was known then: documents given later than the
 * period say nothing here, so that an old period comes out the same whenever it is made.
 *
 *   the year's work report   its facts, with their own numbers: targets, and the year before
 *   months of the year       from releases and tables, up to the period; and the year before, for comparison
 *   whole years before       what jb_facts_add_history() takes
 *
 * The digest is over all that the files depend on: program, job, layouts, fonts, period and documents. Two runs with
 * one digest would write the same bytes.
 */
#include "publish/job.h"

#include "base/digest.h"
#include "base/json.h"
#include "facts/facts.h"

#include <jianbao/layout.h>
#include <jianbao/series.h>
#include <jianbao/wording.h>

#include <string.h>

/* Known by the end of the period? A report of the year is, whenever in the year it was given. */
static gboolean
is_known(const JbJob *job, const JbStoredDocument *document, JbPeriod period)
{
  if (document->report.kind == JB_REPORT_WORK)
    return document->report.year <= period.to_year;
  if (job->frequency == JB_YEARLY)
    return document->period.to_year < period.to_year;
  return jb_period_end(document->period) <= period.to_year * 13 + period.to_month;
}

static gboolean
is_plan(const JbStoredDocument *document, JbPeriod period)
{
  return document->report.kind == JB_REPORT_WORK && document->report.year == period.to_year;
}

/* A figure of part of the year, in December of all of it; or of the same part of the year before. */
static gboolean
is_part(const JbFact *fact, JbPeriod period)
{
  return fact->status != JB_STATUS_DERIVED && fact->status != JB_STATUS_TARGET &&
         fact->period.from_year == fact->period.to_year && jb_period_last_month(fact->period) <= period.to_month &&
         (fact->period.to_year == period.to_year || fact->period.to_year == period.to_year - 1);
}

static void
append(JbFacts *facts, const JbFact *fact, const char *report)
{
  guint number = facts->n_facts > 0 ? facts->facts[facts->n_facts - 1].number + 1 : 1;
  JbFact *copy = &facts->facts[facts->n_facts++];
  *copy = jb_fact_copy(facts->arena, fact);
  copy->number = report != NULL ? number : fact->number;
  copy->source.report = jb_arena_dup(facts->arena, report);
}

/* The document that the set is named after: the year's report; else the newest release of the period. */
static const JbStoredDocument *
find_base(const JbObservations *known, JbPeriod period, gboolean *has_plan)
{
  const JbStoredDocument *base = NULL;
  *has_plan = FALSE;
  for (guint i = 0; i < known->n; i++) {
    const JbStoredDocument *document = known->rows[i].document;
    if (is_plan(document, period)) {
      *has_plan = TRUE;
      return document;
    }
    if (document->report.kind != JB_REPORT_WORK && document->period.to_year == period.to_year)
      base = document; /* in the order of the periods: the last is the newest */
  }
  return base;
}

/* The newest document first: a page that wants an indicator's figure of the year takes the first that it finds. */
static void
append_months(const JbObservations *known, JbPeriod period, const JbStoredDocument *base, JbMaterial *material)
{
  for (guint end = known->n, from; end > 0; end = from) {
    const JbStoredDocument *document = known->rows[end - 1].document;
    for (from = end; from > 0 && known->rows[from - 1].document == document; from--)
      ;
    for (guint i = from; i < end && document->report.kind != JB_REPORT_WORK; i++) {
      const JbFact *fact = &known->rows[i].fact;
      if (!is_part(fact, period))
        continue;
      material->n_own += fact->period.to_year == period.to_year &&
                         jb_period_last_month(fact->period) == period.to_month;
      if (document != base)
        append(material->facts, fact, document->report.id);
    }
  }
}

static void
collect_facts(const JbJob *job, const JbObservations *known, JbPeriod period, JbMaterial *material)
{
  JbFacts *facts = material->facts = jb_facts_new();
  const JbStoredDocument *base = find_base(known, period, &material->has_plan);
  facts->facts = jb_arena_make(facts->arena, JbFact, known->n + 1);
  if (base != NULL) {
    facts->report = jb_report_copy(facts->arena, &base->report);
  } else {
    facts->report = (JbReport){.id = job->name, .title = "", .area = job->area, .year = period.to_year, .date = ""};
    facts->report = jb_report_copy(facts->arena, &facts->report);
  }
  for (guint i = 0; i < known->n; i++)
    if (known->rows[i].document == base && known->rows[i].fact.status != JB_STATUS_DERIVED)
      append(facts, &known->rows[i].fact, NULL);
  material->n_own = job->frequency == JB_YEARLY ? facts->n_facts : 0;
  if (job->frequency != JB_YEARLY)
    append_months(known, period, base, material);
  jb_facts_add_history(facts, known);
  jb_facts_derive(facts);
  jb_wording_name_facts(facts);
}

/* ---- The digest ------------------------------------------------------------------------------------------------- */

static void
add(GString *sum, const char *text)
{
  g_string_append(sum, text != NULL ? text : "");
  g_string_append_c(sum, '\0');
}

static void
add_hash(GString *sum, guint64 hash)
{
  g_string_append_printf(sum, "%016" G_GINT64_MODIFIER "x", hash);
}

/* By their bytes: another build of a font may have the same version and size. A file is read once. */
static void
add_fonts(GString *sum, const JbFonts *fonts, GHashTable *seen)
{
  for (JbFace face = 0; face < JB_N_FACES; face++) {
    const JbFaceInfo *info = jb_fonts_info(fonts, face);
    guint64 *content = g_hash_table_lookup(seen, info->path);
    if (content == NULL) {
      content = g_new(guint64, 1);
      *content = jb_fonts_content(fonts, face);
      g_hash_table_insert(seen, g_strdup(info->path), content);
    }
    add(sum, info->family);
    add(sum, info->style);
    add(sum, info->version);
    add_hash(sum, *content);
    g_string_append_printf(sum, " %u", info->index);
  }
}

/* A chart's theme is read as over a layout: it may have a base of its own. */
static gboolean
add_layout(GString *sum, const JbJobDocument *document, GHashTable *seen, GError **error)
{
  g_autoptr(JbLayout) layout = jb_layout_open(document->layout != NULL ? document->layout : "briefing", error);
  if (layout == NULL || (document->theme != NULL && !jb_layout_set_theme(layout, document->theme, error)))
    return FALSE;
  g_autoptr(JbFonts) fonts = jb_layout_open_fonts(layout, error);
  if (fonts == NULL)
    return FALSE;
  add_hash(sum, jb_layout_made_of(layout));
  add_fonts(sum, fonts, seen);
  return TRUE;
}

/* Each layout with its theme once; the job's text tells which documents have them. */
static gboolean
add_layouts(GString *sum, const JbJob *job, GHashTable *seen, GError **error)
{
  g_autoptr(GHashTable) done = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < job->documents->len; i++) {
    const JbJobDocument *document = &g_array_index(job->documents, JbJobDocument, i);
    g_autofree char *pair = g_strdup_printf("%s\n%s", document->layout != NULL ? document->layout : "",
                                            document->theme != NULL ? document->theme : "");
    if ((document->layout != NULL || document->theme != NULL) && g_hash_table_add(done, g_steal_pointer(&pair)) &&
        !add_layout(sum, document, seen, error))
      return FALSE;
  }
  return TRUE;
}

static char *
digest_of(const JbJob *job, const JbObservations *known, JbPeriod period, JbFonts *fonts, GString *sources,
          GError **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GString) sum = g_string_new(NULL);
  g_autofree char *text = jb_job_period_text(period);
  add(sum, JB_VERSION);
  add(sum, job->text);
  add(sum, g_getenv("SOURCE_DATE_EPOCH"));
  add(sum, text);
  add_fonts(sum, fonts, seen);
  if (!add_layouts(sum, job, seen, error))
    return NULL;
  for (guint i = 0; i < known->n_documents; i++) {
    const JbStoredDocument *document = &known->documents[i];
    if (!is_known(job, document, period))
      continue;
    g_autofree char *version = g_strdup_printf("%u", document->version);
    add(sum, document->sha256);
    add(sum, version);
    add(sum, document->reader);
    g_string_append_printf(sources, "%s\n    {\"id\": ", sources->len > 0 ? "," : "");
    jb_json_append(sources, document->report.id);
    g_string_append(sources, ", \"name\": ");
    jb_json_append(sources, document->name);
    g_string_append_printf(sources, ", \"version\": %s, \"sha256\": \"%s\"}", version, document->sha256);
  }
  return jb_sha256(sum->str, sum->len);
}

gboolean
jb_material_collect(const JbJob *job, JbStore *store, JbPeriod period, JbFonts *fonts, JbMaterial *material,
                    GError **error)
{
  *material = (JbMaterial){.sources = g_string_new(NULL)};
  JbStoreQuery query = {.area = job->area.code, .given_until = period.to_year};
  g_autoptr(JbObservations) all = jb_store_select(store, &query, error);
  if (all == NULL)
    return FALSE;
  JbObservation *rows = jb_arena_make(all->arena, JbObservation, all->n + 1);
  JbObservations known = {
      .arena = all->arena, .n_documents = all->n_documents, .documents = all->documents, .rows = rows};
  for (guint i = 0; i < all->n; i++)
    if (is_known(job, all->rows[i].document, period))
      rows[known.n++] = all->rows[i];
  collect_facts(job, &known, period, material);
  material->digest = digest_of(job, &known, period, fonts, material->sources, error);
  return material->digest != NULL;
}

void
jb_material_clear(JbMaterial *material)
{
  jb_facts_free(material->facts);
  g_free(material->digest);
  if (material->sources != NULL)
    g_string_free(material->sources, TRUE);
  *material = (JbMaterial){0};
}
