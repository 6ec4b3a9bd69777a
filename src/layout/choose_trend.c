/* SPDX-License-Identifier: Apache-2.0 */
/* Series over years: which are worth a chart, and their points, an observation before what was computed for its year.
 */
#include "layout/run.h"

#include <string.h>

/* What a series may hold at a year: observed first, then derived, then target. */
static guint
point_rank(const JbRun *run, const JbFact *fact)
{
  if (jb_fact_is_target(&run->context, fact))
    return 2;
  return fact->status == JB_STATUS_DERIVED;
}

static gboolean
point_fits(const JbFact *fact, const JbFact *series)
{
  return jb_same_series(fact, series) && fact->measure == series->measure && jb_period_is_year(fact->period) &&
         g_strcmp0(fact->unit, series->unit) == 0;
}

#define LEAST_DIGITS 2 /* of its last place: what a computed level is off by rounding is half of one */

/* Computed of a level so round that the growth is lost in its last digit: 3万亿元 and 6.5% make 3万亿元 again. */
static gboolean
is_lost(const JbRun *run, const JbFact *fact)
{
  const JbFact *level = fact->status == JB_STATUS_DERIVED && fact->formula != NULL &&
                                g_str_has_prefix(fact->formula, "round(")
                            ? jb_facts_lookup(run->facts, fact->inputs[0])
                            : NULL;
  JbDecimal change, least;
  if (level == NULL || !jb_decimal_sub(fact->value, level->value, &change) ||
      !jb_decimal_shift((JbDecimal){.digits = LEAST_DIGITS}, -level->value.scale, &least))
    return FALSE;
  return jb_decimal_compare(change.digits < 0 ? jb_decimal_neg(change) : change, least) < 0;
}

/* At one year an observation hides what was computed for it. */
guint
jb_series_points(const JbRun *run, const JbSelect *select, const JbFact *series, JbTrendPoint *points)
{
  guint n = 0;
  JbSelect any = *select;
  any.statuses = ~0u;
  for (guint i = 0; i < run->facts->n_facts; i++) {
    const JbFact *fact = &run->facts->facts[i];
    if (!point_fits(fact, series) || !jb_select_holds(run, &any, fact) || is_lost(run, fact))
      continue;
    guint rank = point_rank(run, fact), at = 0;
    while (at < n && (points[at].year < fact->period.to_year ||
                      (points[at].year == fact->period.to_year && point_rank(run, points[at].fact) < rank)))
      at++;
    gboolean hidden = FALSE;
    for (guint p = 0; p < n; p++)
      if (rank == 0 && jb_tells_exactly(fact, points[p].fact) && point_rank(run, points[p].fact) == 0)
        points[p].fact = fact;
    for (guint p = 0; p < n; p++)
      hidden = hidden ||
               (points[p].year == fact->period.to_year &&
                (point_rank(run, points[p].fact) == rank || (rank == 1 && point_rank(run, points[p].fact) == 0)));
    if (hidden)
      continue;
    memmove(&points[at + 1], &points[at], (n - at) * sizeof *points);
    points[at] = (JbTrendPoint){.year = fact->period.to_year, .fact = fact};
    n++;
    if (rank == 0 && at + 1 < n && points[at + 1].year == points[at].year &&
        point_rank(run, points[at + 1].fact) == 1) {
      memmove(&points[at + 1], &points[at + 2], (n - at - 2) * sizeof *points);
      n--;
    }
  }
  return n;
}

#define LEAST_YEARS 3 /* on a page: two are said as well by a row of a table */

/* Worth a chart: enough points that are no targets, and for an indicator that is no headline, enough observed ones. Among
 * the charts of a page, three years, or two observed ones of a headline. */
static gboolean
is_worth(const JbRun *run, const JbLayoutBlock *block, const JbTrendPoint *points, guint n)
{
  static const JbSelect headline = {.statuses = ~0u, .tag = "headline"};
  guint least = MAX(block->min, 2), observed = 0, solid = 0, years = 0;
  for (guint i = 0; i < n; i++) {
    years += i == 0 || points[i].year != points[i - 1].year;
    observed += point_rank(run, points[i].fact) == 0;
    solid += point_rank(run, points[i].fact) < 2;
  }
  gboolean leads = n > 0 && jb_select_holds(run, &headline, points[0].fact);
  if (solid < least || (observed < least && !leads))
    return FALSE;
  return !block->each || years >= LEAST_YEARS || (leads && observed >= 2);
}

static gboolean
is_known(const JbChosen *cells, guint n, const JbFact *fact)
{
  for (guint c = 0; c < n; c++)
    if (point_fits(cells[c].data.points[0].fact, fact))
      return TRUE;
  return FALSE;
}

guint
jb_collect_series(JbRun *run, const JbLayoutBlock *block, JbChosen *cells, guint limit)
{
  const JbSelect *select = &block->select;
  const char *const *order = select->indicators != NULL ? select->indicators : run->layout->headline;
  JbSelect any = *select;
  any.statuses = ~0u;
  guint ordered = order != NULL ? g_strv_length((char **)(gpointer)order) : 0, n = 0;
  for (guint o = 0; o <= ordered; o++) /* the last round takes what is not in the order */
    for (guint i = 0; i < run->facts->n_facts && n < limit; i++) {
      const JbFact *fact = &run->facts->facts[i];
      if (o < ordered && g_strcmp0(fact->code, order[o]) != 0)
        continue;
      if (!jb_period_is_year(fact->period) || !jb_select_holds(run, &any, fact) || is_known(cells, n, fact))
        continue;
      if (select->measures == 0 && fact->measure != JB_MEASURE_LEVEL)
        continue;
      JbTrendPoint *points = jb_arena_make(run->arena, JbTrendPoint, run->facts->n_facts + 1);
      guint n_points = jb_series_points(run, select, fact, points);
      if (!is_worth(run, block, points, n_points))
        continue;
      cells[n] = (JbChosen){.block = block, .anchor = jb_arena_printf(run->arena, "block-%u", ++run->n_anchors)};
      cells[n].data = (JbChartData){.n_points = n_points, .points = points, .option = block->option};
      n++;
    }
  return n;
}

/* The series with most years, the first of them. */
static guint
longest(const JbRun *run, const JbChosen *cells, guint n)
{
  guint best = 0, most = 0;
  for (guint c = 0; c < n; c++) {
    guint known = jb_known_points(&run->context, cells[c].data.points, cells[c].data.n_points);
    if (known > most) {
      most = known;
      best = c;
    }
  }
  return best;
}

#define ROWS_A_TREND 4 /* of a chart of rows are as high as a trend */

/* As many as the block wants; stacked beside a chart of rows, no more than stand as high. */
static guint
most_trends(const JbRun *run, const JbLayoutBlock *block)
{
  guint most = block->each && block->max > 0 ? block->max : run->facts->n_facts;
  gboolean stacked = block->each && block->columns <= 1 && run->beside > 0;
  return stacked ? MIN(most, MAX((run->beside + 1) / ROWS_A_TREND, 1)) : most;
}

void
jb_choose_trend(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen)
{
  guint limit = most_trends(run, block);
  JbChosen *cells = jb_arena_make(run->arena, JbChosen, MIN(limit, run->facts->n_facts) + 1);
  guint n = jb_collect_series(run, block, cells, limit);
  guint columns = MAX(block->columns, 1);
  if (n > columns && block->each) /* whole rows only: what stays out is told by the tables */
    n -= n % columns;
  if (block->each && n == 1 && columns > 1 && cells[0].data.n_points < 3) /* two points alone across a page say no more than a row */
    n = 0;
  if (!block->each && n > 0) {
    cells[0] = cells[longest(run, cells, n)];
    n = 1;
  }
  for (guint c = 0; c < n; c++)
    for (guint p = 0; p < cells[c].data.n_points; p++)
      jb_mark_used(run, cells[c].data.points[p].fact, cells[c].anchor);
  if (block->each) {
    chosen->cells = cells;
    chosen->n_cells = n;
    chosen->columns = MIN(columns, MAX(n, 1));
  } else if (n > 0) {
    chosen->data = cells[0].data;
    chosen->anchor = cells[0].anchor;
  }
}
