/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Facts into rows: an indicator's result, the target that stands beside it, its growth. A target for the same period
 * as the result comes first, because only that one can be judged; else the one the layout names (this year's).
 */
#include "chart/kpi.h"
#include "layout/run.h"

#include <string.h>

/* What may stand on a scale of yearly growth in %: not 比2016年增长32.6%, and not 增长1.2倍. */
static gboolean
is_yearly(const JbFact *fact)
{
  gboolean percent = g_strcmp0(fact->amount.unit, "percent") == 0;
  return fact->measure != JB_MEASURE_GROWTH || (fact->base_year == 0 && percent);
}

/* The first fact of the series with this measure that the selector holds for, or the one that tells it exactly. */
static const JbFact *
result_of(const JbRun *run, const JbSelect *select, const JbFact *series, JbMeasure measure)
{
  const JbFact *found = NULL;
  for (guint i = 0; i < run->facts->n_facts; i++) {
    const JbFact *fact = &run->facts->facts[i];
    if (jb_fact_has_happened(fact) && fact->measure == measure && is_yearly(fact) && jb_same_series(fact, series) &&
        jb_select_holds(run, select, fact) && (found == NULL || jb_tells_exactly(fact, found)))
      found = fact;
  }
  return found;
}

static gboolean
like_units(const JbFact *a, const JbFact *b)
{
  return g_strcmp0(a->unit, b->unit) == 0 || (a->amount.unit != NULL && g_strcmp0(a->amount.unit, b->amount.unit) == 0);
}

static const JbFact *
target_of(const JbRun *run, const JbWhen *when, const JbFact *series, JbMeasure measure, const JbFact *actual)
{
  const JbFact *named = NULL;
  for (guint i = 0; i < run->facts->n_facts; i++) {
    const JbFact *fact = &run->facts->facts[i];
    if (fact->status != JB_STATUS_TARGET || fact->measure != measure || !jb_same_series(fact, series) ||
        jb_is_promise(fact))
      continue;
    if (actual != NULL && actual->measure == measure && !like_units(actual, fact))
      continue;
    if (actual != NULL && jb_same_period(actual, fact))
      return fact;
    if (named == NULL && jb_when_holds(when, fact->period, run->facts->report.year))
      named = fact;
  }
  return named;
}

/* The upper end of a range: 6%-6.5% is two facts, ge and le. */
static const JbFact *
range_end(const JbRun *run, const JbFact *low)
{
  if (low == NULL || low->bound != JB_BOUND_GE)
    return NULL;
  for (guint i = 0; i < run->facts->n_facts; i++) {
    const JbFact *fact = &run->facts->facts[i];
    if (fact->status == JB_STATUS_TARGET && fact->bound == JB_BOUND_LE && fact->measure == low->measure &&
        jb_same_series(fact, low) && jb_same_period(fact, low) && fact->source.paragraph == low->source.paragraph &&
        jb_decimal_compare(fact->value, low->value) > 0)
      return fact;
  }
  return NULL;
}

static JbMeasure
growth_measure(const JbSelect *select)
{
  return select->measures == 1u << JB_MEASURE_AVERAGE_GROWTH ? JB_MEASURE_AVERAGE_GROWTH : JB_MEASURE_GROWTH;
}

static gboolean
growth_row(const JbRun *run, const JbLayoutBlock *block, const JbFact *series, JbChartRow *row)
{
  JbMeasure measure = growth_measure(&block->select);
  row->actual = result_of(run, &block->select, series, measure);
  row->target = target_of(run, &block->target, series, measure, row->actual);
  row->target_high = range_end(run, row->target);
  return row->actual != NULL || row->target != NULL;
}

#define LEAST_YEARS 3 /* two are said better by the growth */

/* The years behind a tile's value, one after the other and without targets: its sparkline. */
static void
add_years(const JbRun *run, JbChartRow *row)
{
  static const JbSelect any = {.statuses = ~0u};
  JbTrendPoint *points = jb_arena_make(run->arena, JbTrendPoint, run->facts->n_facts + 1);
  guint all = jb_series_points(run, &any, row->actual, points), n = 0;
  for (guint i = 0; i < all; i++)
    if (!jb_fact_is_target(&run->context, points[i].fact))
      points[n++] = points[i];
  for (guint i = 1; i < n; i++)
    if (points[i].year != points[i - 1].year + 1)
      return; /* without an axis nobody sees that years are missing */
  if (n < LEAST_YEARS || points[n - 1].fact != row->actual)
    return;
  row->points = points;
  row->n_points = n;
}

/* A result beside what was promised for the same period: by this report, or by the one before it. */
static gboolean
compare_by(const JbRun *run, const JbLayoutBlock *block, const JbFact *series, JbMeasure measure, JbChartRow *row)
{
  row->actual = result_of(run, &block->select, series, measure);
  for (guint i = 0; row->actual != NULL && row->target == NULL && i < run->facts->n_facts; i++) {
    const JbFact *fact = &run->facts->facts[i];
    if (fact->status == JB_STATUS_TARGET && fact->measure == measure && jb_same_series(fact, series) &&
        like_units(row->actual, fact) && jb_same_period(row->actual, fact))
      row->target = fact;
  }
  row->target_high = range_end(run, row->target);
  return row->target != NULL;
}

/* A growth where one was promised, else a level or a share; the measure asked for alone, where the layout asks. */
static gboolean
delivery_row(const JbRun *run, const JbLayoutBlock *block, const JbFact *series, JbChartRow *row)
{
  static const JbMeasure measures[] = {JB_MEASURE_GROWTH, JB_MEASURE_LEVEL, JB_MEASURE_SHARE,
                                       JB_MEASURE_AVERAGE_GROWTH};
  for (guint i = 0; i < G_N_ELEMENTS(measures); i++)
    if ((block->select.measures == 0 || (block->select.measures & (1u << measures[i])) != 0) &&
        compare_by(run, block, series, measures[i], row))
      return TRUE;
  return FALSE;
}

static gboolean
kpi_row(const JbRun *run, const JbLayoutBlock *block, const JbFact *series, JbChartRow *row)
{
  row->actual = result_of(run, &block->select, series, JB_MEASURE_LEVEL);
  if (row->actual != NULL) {
    JbSelect same = block->select;
    same.measures = 0;
    row->secondary = result_of(run, &same, series, JB_MEASURE_GROWTH);
  } else {
    row->actual = result_of(run, &block->select, series, JB_MEASURE_GROWTH);
  }
  if (row->actual == NULL)
    return FALSE;
  row->target = target_of(run, &block->target, series, row->actual->measure, row->actual);
  if (row->target == NULL && row->actual->measure == JB_MEASURE_LEVEL)
    row->target = target_of(run, &block->target, series, JB_MEASURE_GROWTH, NULL);
  row->target_high = range_end(run, row->target);
  add_years(run, row);
  return TRUE;
}

/* As a tile, but a target may speak for itself. */
static gboolean
prose_row(const JbRun *run, const JbLayoutBlock *block, const JbFact *series, JbChartRow *row)
{
  if (block->select.statuses == 1u << JB_STATUS_TARGET) {
    if (series->status == JB_STATUS_TARGET && jb_select_holds(run, &block->select, series)) {
      row->target = series;
      row->target_high = range_end(run, series);
    }
    return row->target != NULL;
  }
  return kpi_row(run, block, series, row);
}

/* Whether a result may stand beside a target: of a whole year up to the target's, or of the period the layout names. */
static gboolean
may_compare(const JbRun *run, const JbLayoutBlock *block, const JbFact *fact, const JbFact *target)
{
  if (!jb_fact_has_happened(fact) || fact->measure != target->measure || !jb_same_series(fact, target) ||
      !like_units(fact, target))
    return FALSE;
  return block->actual.kind != JB_WHEN_ANY
             ? jb_when_holds(&block->actual, fact->period, run->facts->report.year)
             : jb_period_is_year(fact->period) && fact->period.to_year <= target->period.to_year;
}

static gboolean
is_newer(const JbPeriod *a, const JbPeriod *b)
{
  return jb_period_end(*a) > jb_period_end(*b);
}

/* 淘汰落后产能78万吨 and 5000吨以上: a result that is ten times its target or a tenth of it is of something else. */
#define MOST_TIMES 10.0

static gboolean
is_of_a_size(const JbFact *actual, const JbFact *target)
{
  double result = jb_decimal_to_double(actual->amount.value), goal = jb_decimal_to_double(target->amount.value);
  return result <= 0 || goal <= 0 || (result < MOST_TIMES * goal && goal < MOST_TIMES * result);
}

/* The latest level below a target of the same kind: what a bullet compares. */
static gboolean
gauge_row(const JbRun *run, const JbLayoutBlock *block, const JbFact *series, JbChartRow *row)
{
  if (series->status != JB_STATUS_TARGET || !jb_when_holds(&block->target, series->period, run->facts->report.year))
    return FALSE;
  if (series->measure != JB_MEASURE_LEVEL && series->measure != JB_MEASURE_SHARE)
    return FALSE;
  for (guint i = 0; i < run->facts->n_facts; i++) {
    const JbFact *fact = &run->facts->facts[i];
    if (may_compare(run, block, fact, series) &&
        (row->actual == NULL || is_newer(&fact->period, &row->actual->period) || jb_tells_exactly(fact, row->actual)))
      row->actual = fact;
  }
  row->target = series;
  return row->actual != NULL && is_of_a_size(row->actual, series);
}

typedef gboolean (*RowOf)(const JbRun *run, const JbLayoutBlock *block, const JbFact *series, JbChartRow *row);

static const struct {
  const char *form;
  RowOf row;
  gboolean targets_only; /* series are those of targets */
} makers[] = {
    {"growth_bars", growth_row, FALSE}, {"kpi", kpi_row, FALSE},         {"prose", prose_row, FALSE},
    {"gauge", gauge_row, TRUE},         {"dumbbell", delivery_row, FALSE}, {"ranked", growth_row, FALSE},
};

gboolean
jb_row_known(const JbChartRow *rows, guint n, const JbFact *series)
{
  for (guint i = 0; i < n; i++)
    if (jb_same_series(rows[i].actual != NULL ? rows[i].actual : rows[i].target, series))
      return TRUE;
  return FALSE;
}

/* Adds the series' row when it is new and has something to show. */
static void
add_row(const JbRun *run, const JbLayoutBlock *block, RowOf make, const JbFact *series, JbChartRow *rows, guint *n)
{
  JbChartRow row = {0};
  if (!jb_row_known(rows, *n, series) && make(run, block, series, &row))
    rows[(*n)++] = row;
}

static void
collect_rows(const JbRun *run, const JbLayoutBlock *block, RowOf make, gboolean targets_only, JbChartRow *rows,
             guint *n)
{
  const JbSelect *select = &block->select;
  JbSelect any = *select; /* a target may stand for its series, whatever the period asked for */
  any.period.kind = JB_WHEN_ANY;
  guint at = 0;
  for (const JbFact *fact; (fact = jb_next_asked(run, select, &at)) != NULL;)
    if ((!targets_only || fact->status == JB_STATUS_TARGET) &&
        jb_select_holds(run, fact->status == JB_STATUS_TARGET ? &any : select, fact))
      add_row(run, block, make, fact, rows, n);
}

void
jb_take_rows(JbRun *run, JbChosen *chosen, const JbChartRow *rows, guint n)
{
  const JbLayoutBlock *block = chosen->block;
  if (block->max > 0)
    n = MIN(n, block->max);
  if (run->rung.rows != NULL && run->rung.rows[block->id] > 0)
    n = MIN(n, run->rung.rows[block->id]);
  double width = run->layout->page_w - run->layout->margin[1] - run->layout->margin[3];
  if (strcmp(block->name, "kpi") == 0) /* no hole in the last row of tiles */
    while (n > 1 && n % jb_kpi_columns(&run->context, n, width) != 0)
      n--;
  chosen->data.rows = rows;
  chosen->data.n_rows = n < block->min ? 0 : n;
  for (guint i = 0; i < chosen->data.n_rows; i++) {
    const JbFact *facts[] = {rows[i].actual, rows[i].previous, rows[i].target, rows[i].target_high, rows[i].secondary};
    for (guint f = 0; f < G_N_ELEMENTS(facts); f++)
      jb_mark_used(run, facts[f], chosen->anchor);
  }
}

void
jb_choose_rows(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen)
{
  RowOf make = NULL;
  gboolean targets_only = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(makers); i++)
    if (strcmp(makers[i].form, block->name) == 0) {
      make = makers[i].row;
      targets_only = makers[i].targets_only;
    }
  if (make == NULL)
    return;
  JbChartRow *rows = jb_arena_make(run->arena, JbChartRow, run->facts->n_facts + 1);
  guint n = 0;
  collect_rows(run, block, make, targets_only, rows, &n);
  jb_take_rows(run, chosen, rows, n);
}
