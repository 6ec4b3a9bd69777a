/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Facts for the forms that set several figures of an indicator together: small multiples (its years), a heatmap (its
 * growth by year), a waterfall (a level, what came to it, the level after), a ranked list (an area each).
 */
#include "layout/run.h"

#include <string.h>

#define MOST_MULTIPLES 9
#define MOST_ROWS      12
#define MOST_YEARS     6
#define LEAST_CELLS    2 /* of a heatmap's row: one figure alone is no comparison */

/* ---- Small multiples -------------------------------------------------------------------------------------- */

void
jb_choose_multiples(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen)
{
  guint limit = block->max > 0 ? block->max : MOST_MULTIPLES;
  JbChosen *cells = jb_arena_make(run->arena, JbChosen, limit + 1);
  guint n = jb_collect_series(run, block, cells, limit);
  JbTrendSeries *series = jb_arena_make(run->arena, JbTrendSeries, limit + 1);
  for (guint i = 0; i < n; i++) {
    series[i] = (JbTrendSeries){.n_points = cells[i].data.n_points, .points = cells[i].data.points};
    for (guint p = 0; p < series[i].n_points; p++)
      jb_mark_used(run, series[i].points[p].fact, chosen->anchor);
  }
  chosen->data.series = series;
  chosen->data.n_series = n < block->min ? 0 : n;
}

/* ---- Heatmap ---------------------------------------------------------------------------------------------- */

static gboolean
is_cell(const JbRun *run, const JbSelect *select, const JbFact *fact, gint last)
{
  JbSelect any = *select;
  any.period.kind = JB_WHEN_ANY;
  any.measures = 1u << JB_MEASURE_GROWTH;
  return jb_fact_has_happened(fact) && fact->code != NULL && fact->base_year == 0 &&
         g_strcmp0(fact->amount.unit, "percent") == 0 && jb_period_is_year(fact->period) &&
         fact->period.to_year > last - MOST_YEARS && fact->period.to_year <= last && jb_select_holds(run, &any, fact);
}

/* The newest year with a growth; 0 when there is none. */
static gint
last_year(const JbRun *run, const JbSelect *select)
{
  gint last = 0;
  for (guint i = 0; i < run->facts->n_facts; i++) {
    const JbFact *fact = &run->facts->facts[i];
    if (is_cell(run, select, fact, fact->period.to_year))
      last = MAX(last, fact->period.to_year);
  }
  return last;
}

/* Growth of one indicator by year, the first that is told of a year; how many years have one. */
static guint
fill_row(const JbRun *run, const JbSelect *select, const JbFact *like, gint last, const JbFact **cells)
{
  guint n = 0;
  for (guint i = 0; i < run->facts->n_facts; i++) {
    const JbFact *fact = &run->facts->facts[i];
    gint column = MOST_YEARS - 1 - (last - fact->period.to_year);
    if (!jb_same_series(fact, like) || !is_cell(run, select, fact, last) || cells[column] != NULL)
      continue;
    cells[column] = fact;
    n++;
  }
  return n;
}

static guint
collect_rows(JbRun *run, const JbSelect *select, gint last, guint limit, JbChartRow *rows)
{
  guint n = 0, at = 0;
  for (const JbFact *fact; n < limit && (fact = jb_next_asked(run, select, &at)) != NULL;) {
    if (!is_cell(run, select, fact, last) || jb_row_known(rows, n, fact))
      continue;
    const JbFact **cells = jb_arena_make(run->arena, const JbFact *, MOST_YEARS);
    if (fill_row(run, select, fact, last, cells) >= LEAST_CELLS)
      rows[n++] = (JbChartRow){.actual = fact, .cells = cells};
  }
  return n;
}

/* Years that no row has a figure of are no columns. */
static guint
close_columns(JbRun *run, gint last, JbChartRow *rows, guint n, JbChartColumn *columns)
{
  guint kept = 0;
  const JbFact **(*all) = jb_arena_make(run->arena, const JbFact **, n + 1);
  for (guint r = 0; r < n; r++)
    all[r] = jb_arena_memdup(run->arena, rows[r].cells, MOST_YEARS * sizeof(const JbFact *));
  for (guint c = 0; c < MOST_YEARS; c++) {
    gboolean any = FALSE;
    for (guint r = 0; r < n; r++)
      any = any || rows[r].cells[c] != NULL;
    if (!any)
      continue;
    for (guint r = 0; r < n; r++)
      all[r][kept] = rows[r].cells[c];
    const char *year = jb_arena_printf(run->arena, "%u", (guint)last - MOST_YEARS + 1 + c);
    columns[kept++] = (JbChartColumn){.name_zh = year};
  }
  for (guint r = 0; r < n; r++)
    rows[r].cells = all[r];
  return kept;
}

void
jb_choose_heatmap(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen)
{
  gint last = last_year(run, &block->select);
  guint limit = block->max > 0 ? MIN(block->max, MOST_ROWS) : MOST_ROWS;
  JbChartRow *rows = jb_arena_make(run->arena, JbChartRow, limit + 1);
  JbChartColumn *columns = jb_arena_make(run->arena, JbChartColumn, MOST_YEARS);
  guint n = collect_rows(run, &block->select, last, limit, rows);
  chosen->data.n_columns = close_columns(run, last, rows, n, columns);
  chosen->data.columns = columns;
  chosen->data.rows = rows;
  chosen->data.n_rows = n < block->min ? 0 : n;
  for (guint r = 0; r < chosen->data.n_rows; r++)
    for (guint c = 0; c < chosen->data.n_columns; c++)
      jb_mark_used(run, rows[r].cells[c], chosen->anchor);
}

/* ---- Waterfall -------------------------------------------------------------------------------------------- */

static const JbFact *
level_of(const JbRun *run, const JbFact *change, gint year)
{
  const JbFact *found = NULL; /* a reported level before a derived one */
  for (guint i = 0; i < run->facts->n_facts; i++) {
    const JbFact *fact = &run->facts->facts[i];
    gboolean known = jb_fact_has_happened(fact) || fact->status == JB_STATUS_DERIVED;
    if (known && fact->measure == JB_MEASURE_LEVEL && jb_period_is_year(fact->period) && fact->period.to_year == year &&
        jb_same_series(fact, change) && g_strcmp0(fact->amount.unit, change->amount.unit) == 0 &&
        (found == NULL || (found->status == JB_STATUS_DERIVED && fact->status != JB_STATUS_DERIVED)))
      found = fact;
  }
  return found;
}

/* The year whose level a change starts from: as said, else the year before its period. */
static gint
base_year_of(const JbFact *change)
{
  return change->base_year != 0 ? change->base_year : change->period.from_year - 1;
}

/* A change with the levels before and after it. */
static gboolean
make_steps(const JbRun *run, const JbFact *change, JbChartRow *rows)
{
  if (change->measure != JB_MEASURE_CHANGE || !jb_fact_has_happened(change) || change->period.to_year == 0 ||
      change->amount.unit == NULL || change->period.to_month != 0)
    return FALSE;
  gint to = change->period.to_year, from = base_year_of(change);
  const JbFact *before = level_of(run, change, from), *after = level_of(run, change, to);
  if (before == NULL || after == NULL)
    return FALSE;
  rows[0] = (JbChartRow){.actual = before};
  rows[1] = (JbChartRow){.actual = change, .name_zh = "增加", .name_en = "Change"};
  rows[2] = (JbChartRow){.actual = after};
  return TRUE;
}

void
jb_choose_waterfall(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen)
{
  JbSelect any = {.indicators = block->select.indicators, .statuses = ~0u};
  JbChartRow *rows = jb_arena_make(run->arena, JbChartRow, 3);
  guint at = 0;
  for (const JbFact *fact; (fact = jb_next_asked(run, &any, &at)) != NULL;)
    if (jb_select_holds(run, &any, fact) && make_steps(run, fact, rows)) {
      chosen->data.rows = rows;
      chosen->data.n_rows = 3;
      for (guint r = 0; r < 3; r++)
        jb_mark_used(run, rows[r].actual, chosen->anchor);
      return;
    }
}

/* ---- Ranked list ------------------------------------------------------------------------------------------ */

/* Areas among each other, where the set has figures of several; else the report's indicators. */
void
jb_choose_ranked(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen)
{
  const JbArea *own = &run->facts->report.area;
  JbChartRow *rows = jb_arena_make(run->arena, JbChartRow, run->facts->n_facts + 1);
  guint n = 0, others = 0;
  for (guint i = 0; i < run->facts->n_facts; i++) {
    const JbFact *fact = &run->facts->facts[i];
    const JbArea *area = fact->area != NULL ? fact->area : own;
    others += fact->area != NULL;
    if (jb_fact_has_happened(fact))
      rows[n++] = (JbChartRow){.name_zh = area->zh,
                               .name_en = area->en != NULL && *area->en != '\0' ? area->en : NULL,
                               .actual = fact,
                               .own = fact->area == NULL};
  }
  if (others == 0)
    jb_choose_rows(run, block, chosen);
  else
    jb_take_rows(run, chosen, rows, n);
}
