/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A series, or a ranking, as a fact set of its own, for charts: a fact for each point, or area, in the unit that most of
 * them are written in, each naming its document. Units are changed by moving the decimal point alone (1.36万亿元 is
 * 13600亿元); what that cannot bring into the unit stays out. Of the targets only those that nothing is known of yet are
 * kept.
 */
#include "facts/facts.h"

/* The newest point with the unit that most have, among those that are no targets when there are any. */
static const JbFact *
find_model(const JbSeries *series)
{
  const JbFact *model = NULL;
  guint most = 0;
  for (guint i = series->n; i > 0; i--) {
    const JbSeriesPoint *point = &series->points[i - 1];
    guint count = 1;
    for (guint k = 0; k < series->n && point->kind != JB_POINT_TARGET; k++)
      count += series->points[k].kind != JB_POINT_TARGET &&
               g_strcmp0(series->points[k].value->fact.unit, point->value->fact.unit) == 0;
    if (count > most) {
      most = count;
      model = &point->value->fact;
    }
  }
  return model;
}

static gint
last_known_year(const JbSeries *series)
{
  gint year = 0;
  for (guint i = 0; i < series->n; i++)
    if (series->points[i].kind != JB_POINT_TARGET)
      year = MAX(year, series->points[i].period.to_year);
  return year;
}

static void
append(JbFacts *facts, const JbSeriesPoint *point, const JbFact *model)
{
  JbFact *fact = &facts->facts[facts->n_facts];
  *fact = jb_fact_copy(facts->arena, &point->value->fact);
  fact->number = facts->n_facts + 1;
  if (point->kind == JB_POINT_TARGET) /* the set's own: a promise of another report is shown beside its result only */
    fact->status = JB_STATUS_TARGET;
  else
    fact->source.report = jb_arena_dup(facts->arena, point->value->document->report.id);
  if (point->kind == JB_POINT_DERIVED)
    fact->status = JB_STATUS_DERIVED;
  facts->n_facts += jb_fact_to_unit(fact, model);
}

JbFacts *
jb_series_facts(const JbSeries *series)
{
  JbFacts *facts = jb_facts_new();
  JbArena *arena = facts->arena;
  const JbFact *model = find_model(series);
  gint known = last_known_year(series);
  facts->facts = jb_arena_make(arena, JbFact, series->n + 1);
  JbReport report = {.kind = JB_REPORT_TABLE, .title = "", .date = ""};
  if (series->area != NULL)
    report.area = *series->area;
  report.id = jb_arena_printf(arena, "%s-%s", report.area.zh != NULL ? report.area.zh : "",
                              series->code != NULL ? series->code : series->name_zh);
  for (guint i = 0; i < series->n; i++) {
    const JbSeriesPoint *point = &series->points[i];
    if (point->kind != JB_POINT_TARGET || point->period.to_year > known)
      append(facts, point, model);
    report.year = MAX(report.year, point->value->document->report.year);
  }
  facts->report = jb_report_copy(arena, &report);
  return facts;
}

/* ---- Rankings ---------------------------------------------------------------------------------------------------- */

/* The highest with the unit that most are written in. */
static const JbFact *
find_common(const JbRanking *ranking)
{
  const JbFact *common = NULL;
  guint most = 0;
  for (guint i = 0; i < ranking->n; i++) {
    const JbFact *fact = &ranking->rows[i].value->fact;
    guint count = 0;
    for (guint k = 0; k < ranking->n; k++)
      count += g_strcmp0(ranking->rows[k].value->fact.unit, fact->unit) == 0;
    if (count > most) {
      most = count;
      common = fact;
    }
  }
  return common;
}

JbFacts *
jb_ranking_facts(const JbRanking *ranking, const JbArea *own)
{
  JbFacts *facts = jb_facts_new();
  const JbFact *common = find_common(ranking);
  facts->facts = jb_arena_make(facts->arena, JbFact, ranking->n + 1);
  JbReport report = {.kind = JB_REPORT_TABLE, .id = "ranking", .title = "", .date = "", .area = {"", "", "", 0}};
  if (own != NULL)
    report.area = *own;
  for (guint i = 0; i < ranking->n; i++) {
    const JbReport *from = &ranking->rows[i].value->document->report;
    JbFact fact = ranking->rows[i].value->fact, *kept = &facts->facts[facts->n_facts];
    fact.area = g_strcmp0(from->area.zh, report.area.zh) != 0 ? &from->area : NULL;
    fact.source.report = from->id;
    *kept = jb_fact_copy(facts->arena, &fact);
    kept->number = facts->n_facts + 1;
    facts->n_facts += jb_fact_to_unit(kept, common);
    report.year = MAX(report.year, from->year);
    if (report.area.level == JB_AREA_UNKNOWN) /* names are those of its level */
      report.area.level = from->area.level;
  }
  facts->report = jb_report_copy(facts->arena, &report);
  return facts;
}
