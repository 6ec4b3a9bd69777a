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

#include "base/json.h"
#include "facts/facts.h"

#include <jianbao/series.h>
#include <jianbao/wording.h>

#include <string.h>
#include <sys/stat.h>

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
add(GChecksum *sum, const char *text)
{
  g_checksum_update(sum, (const guchar *)(text != NULL ? text : ""), text != NULL ? (gssize)strlen(text) : 0);
  g_checksum_update(sum, (const guchar *)"", 1);
}

static void
add_fonts(GChecksum *sum, JbFonts *fonts)
{
  for (JbFace face = 0; face < JB_N_FACES; face++) {
    const JbFaceInfo *info = jb_fonts_info(fonts, face);
    struct stat file;
    g_autofree char *size = g_strdup_printf("%u %lld", info->index,
                                            stat(info->path, &file) == 0 ? (long long)file.st_size : 0LL);
    add(sum, info->family);
    add(sum, info->style);
    add(sum, info->version);
    add(sum, size);
  }
}

static void
add_layouts(GChecksum *sum, const JbJob *job)
{
  for (guint i = 0; i < job->documents->len; i++) {
    const JbJobDocument *document = &g_array_index(job->documents, JbJobDocument, i);
    const char *const files[] = {document->layout, document->theme};
    for (guint k = 0; k < G_N_ELEMENTS(files); k++) {
      g_autofree char *text = NULL;
      if (files[k] != NULL && g_file_get_contents(files[k], &text, NULL, NULL))
        add(sum, text);
    }
  }
}

static char *
digest_of(const JbJob *job, const JbObservations *known, JbPeriod period, JbFonts *fonts, GString *sources)
{
  GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
  g_autofree char *text = jb_job_period_text(period);
  add(sum, JB_VERSION);
  add(sum, job->text);
  add(sum, g_getenv("SOURCE_DATE_EPOCH"));
  add(sum, text);
  add_layouts(sum, job);
  add_fonts(sum, fonts);
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
  char *digest = g_strdup(g_checksum_get_string(sum));
  g_checksum_free(sum);
  return digest;
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
  material->digest = digest_of(job, &known, period, fonts, material->sources);
  return TRUE;
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
