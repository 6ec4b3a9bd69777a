/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Progress: the year's targets against the newest months of that year.
 *
 *   a growth target   against the growth of January to the newest month: ahead or behind by percentage points
 *   a flow's level    the part of the target that is reached, against the part of the year that has passed (序时进度)
 *   a rate            against the newest figure itself; time says nothing about a rate
 *   a stock           against the newest figure, without a verdict on time
 *
 * A month alone says nothing about the year so far, and "about" has no tolerance that anybody states: such rows keep
 * their figures and say why there is no verdict. A quarter's figure is compared with its own elapsed part (9 of 12).
 */
#include "facts/history.h"

/* January to a month, whatever the figure: {y,1,y,m}, the single month of January, the whole year. */
static gboolean
is_cumulative(JbPeriod period)
{
  return period.from_year == period.to_year && period.from_month <= 1;
}

/* A whole year counts as its twelve months, unless the year's own work report tells it: that one is given before. */
static gboolean
is_part_of(const JbObservation *row, gint year, gint until)
{
  const JbPeriod period = row->fact.period;
  const JbReport *report = &row->document->report;
  return period.from_year == year && period.to_year == year && jb_period_last_month(period) <= until &&
         (period.to_month != 0 || report->kind != JB_REPORT_WORK || report->year > year);
}

/* Of two figures the one that reaches further; of the same reach the one from January on; else the later document. */
static gboolean
is_newer(const JbObservation *a, const JbObservation *b, JbNature nature)
{
  const JbPeriod x = a->fact.period, y = b->fact.period;
  if (nature != JB_NATURE_RATE && is_cumulative(x) != is_cumulative(y))
    return is_cumulative(x);
  if (jb_period_last_month(x) != jb_period_last_month(y))
    return jb_period_last_month(x) > jb_period_last_month(y);
  if (is_cumulative(x) != is_cumulative(y))
    return is_cumulative(x);
  return a->document != b->document && jb_period_last_month(a->document->period) >= jb_period_last_month(b->document->period);
}

static gboolean
fits(const JbFact *fact, const JbFact *target, JbReason *reason)
{
  if (!jb_same_indicator(fact, target))
    return FALSE;
  if (fact->measure != target->measure) {
    *reason = *reason == JB_REASON_NO_FIGURE ? JB_REASON_OTHER_MEASURE : *reason;
    return FALSE;
  }
  if (fact->amount.unit != NULL && g_strcmp0(fact->amount.unit, target->amount.unit) == 0)
    return TRUE;
  *reason = JB_REASON_OTHER_UNIT;
  return FALSE;
}

static const JbObservation *
find_latest(const JbObservations *rows, const JbProgressRow *row, gint year, gint until, JbReason *reason)
{
  const JbObservation *best = NULL;
  *reason = JB_REASON_NO_FIGURE;
  for (guint i = 0; i < rows->n; i++) {
    const JbObservation *seen = &rows->rows[i];
    if (!jb_row_happened(seen) || !is_part_of(seen, year, until) ||
        (seen->fact.base_year != 0 && seen->fact.base_year != year - 1) ||
        !fits(&seen->fact, &row->target->fact, reason))
      continue;
    if (best == NULL || is_newer(seen, best, row->nature))
      best = seen;
  }
  return best;
}

static const JbObservation *
find_same_last_year(const JbObservations *rows, const JbObservation *latest)
{
  JbPeriod wanted = latest->fact.period;
  const JbObservation *best = NULL;
  JbReason unused = JB_REASON_NONE;
  wanted.from_year--;
  wanted.to_year--;
  for (guint i = 0; i < rows->n; i++)
    if (jb_row_happened(&rows->rows[i]) && jb_period_equal(rows->rows[i].fact.period, wanted) &&
        fits(&rows->rows[i].fact, &latest->fact, &unused))
      best = &rows->rows[i];
  return best;
}

static JbDecimal
elapsed_part(gint month)
{
  JbDecimal part = {0};
  jb_decimal_div((JbDecimal){.digits = month * 100}, (JbDecimal){.digits = 12}, 1, &part);
  return part;
}

/* A figure of part of the year against a target for all of it, as if both were for the year. */
static JbVerdict
judge(const JbProgressRow *row)
{
  JbFact latest = row->latest->fact;
  latest.period = row->target->fact.period;
  return jb_verdict(&latest, &row->target->fact, row->target_high != NULL ? &row->target_high->fact : NULL);
}

static void
compare_flow(JbProgressRow *row)
{
  JbDecimal hundredfold;
  const JbFact *target = &row->target->fact;
  if (target->amount.value.digits <= 0 || !jb_decimal_shift(row->latest->fact.amount.value, 2, &hundredfold) ||
      !jb_decimal_div(hundredfold, target->amount.value, 1, &row->share))
    return;
  row->has_share = TRUE;
  row->has_gap = jb_decimal_sub(row->share, row->elapsed, &row->gap);
  gboolean ceiling = target->bound == JB_BOUND_LE || target->bound == JB_BOUND_LT;
  int order = jb_decimal_compare(row->share, row->elapsed);
  row->verdict = (ceiling ? order <= 0 : order >= 0) ? JB_VERDICT_MET : JB_VERDICT_SHORT;
}

static void
compare(JbProgressRow *row)
{
  const JbFact *target = &row->target->fact;
  gboolean whole = is_cumulative(row->latest->fact.period);
  gboolean growth = target->measure == JB_MEASURE_GROWTH;
  if ((growth || row->nature == JB_NATURE_FLOW) && !whole) {
    row->reason = JB_REASON_MONTH_ONLY;
    return;
  }
  if (!growth && row->nature == JB_NATURE_FLOW) {
    compare_flow(row);
    return;
  }
  row->has_gap = jb_decimal_sub(row->latest->fact.amount.value, target->amount.value, &row->gap);
  if (!growth && row->nature != JB_NATURE_RATE) {
    row->reason = JB_REASON_NOT_FLOW;
    return;
  }
  row->verdict = judge(row);
  if (row->verdict == JB_VERDICT_NONE)
    row->reason = JB_REASON_ABOUT;
}

static gint
newest_month(const JbObservations *rows, gint year)
{
  gint newest = 0;
  for (guint i = 0; i < rows->n; i++)
    if (jb_row_happened(&rows->rows[i]) && is_part_of(&rows->rows[i], year, 12))
      newest = MAX(newest, jb_period_last_month(rows->rows[i].fact.period));
  return newest;
}

/* The result owns the arena. */
static JbProgress *
make_in(JbArena *arena, const JbObservations *rows, JbPeriod until)
{
  JbProgress *progress = g_new0(JbProgress, 1);
  progress->arena = arena;
  progress->year = until.to_year;
  progress->month = until.to_month != 0 ? until.to_month : newest_month(rows, until.to_year);
  JbProgressRow *made = jb_arena_make(progress->arena, JbProgressRow, rows->n + 1);
  for (guint i = 0; i < rows->n; i++) {
    const JbObservation *target = &rows->rows[i];
    if (!jb_is_target_of(target, progress->year) || !jb_is_first_target(rows, i, progress->year))
      continue;
    JbProgressRow *row = &made[progress->n++];
    JbReason unused;
    *row = (JbProgressRow){
        .target = target, .target_high = jb_range_high(rows, i), .nature = jb_fact_nature(&target->fact)};
    row->latest = find_latest(rows, row, progress->year, progress->month, &row->reason);
    if (row->latest == NULL) {
      if (row->reason == JB_REASON_NO_FIGURE &&
          jb_figure_of_year(rows, &target->fact, progress->year - 1, &unused) != NULL)
        row->reason = JB_REASON_LAST_YEAR;
      continue;
    }
    row->reason = JB_REASON_NONE;
    row->month = jb_period_last_month(row->latest->fact.period);
    row->elapsed = elapsed_part(row->month);
    row->same_last_year = find_same_last_year(rows, row->latest);
    compare(row);
  }
  progress->rows = made;
  return progress;
}

JbProgress *
jb_progress_make(const JbObservations *rows, JbPeriod until)
{
  return make_in(jb_arena_new(), rows, until);
}

/* Facts as observations: the report's own of one document, each of the others of a release of its period. */
JbProgress *
jb_progress_of_facts(const JbFacts *facts)
{
  JbArena *arena = jb_arena_new();
  JbStoredDocument *documents = jb_arena_make(arena, JbStoredDocument, facts->n_facts + 1);
  JbObservation *rows = jb_arena_make(arena, JbObservation, facts->n_facts + 1);
  documents[0].report = facts->report;
  for (guint i = 0; i < facts->n_facts; i++) {
    const JbFact *fact = &facts->facts[i];
    if (fact->source.report != NULL)
      documents[i + 1] = (JbStoredDocument){
          .report = {.id = fact->source.report, .kind = JB_REPORT_RELEASE, .year = fact->period.to_year},
          .period = fact->period};
    rows[i] = (JbObservation){.document = &documents[fact->source.report != NULL ? i + 1 : 0], .fact = *fact};
  }
  JbObservations all = {.n = facts->n_facts, .rows = rows};
  gint16 year = (gint16)facts->report.year;
  return make_in(arena, &all, (JbPeriod){.from_year = year, .to_year = year});
}

void
jb_progress_free(JbProgress *progress)
{
  if (progress == NULL)
    return;
  jb_arena_free(progress->arena);
  g_free(progress);
}
