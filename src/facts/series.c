/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Series: what the documents of one area say of one indicator, period by period.
 *
 * Of each document that speaks of a period one statement is taken: an exact one before a bounded one, more digits
 * before fewer, the earlier place before the later. The statements then go by the documents' years. The first is the
 * observation. A later one that agrees within rounding confirms it (and gives its digits when it has more); one that
 * does not revises it, and the earlier value is listed as another. Documents of one year that disagree are a conflict:
 * the first stands and the conflict is marked, for nothing tells who is right.
 *
 * A growth against another base than the year before (比2015年增长50%) is no point of a series of yearly growth.
 */
#include "facts/facts.h"

#include <string.h>

/* ---- One statement against another -------------------------------------------------------------------------- */

/* The power of ten of the last digit of the amount: 1.36万亿元 is 10^10 CNY. */
static gint32
last_digit(const JbFact *fact)
{
  gint32 power;
  if (jb_fact_multiplier(fact, &power))
    return power - fact->value.scale;
  return -fact->amount.value.scale;
}

static gboolean
to_digits(const JbFact *fact, gint32 power, JbDecimal *value)
{
  return fact->amount.unit != NULL && jb_decimal_shift(fact->amount.value, -power, value);
}

gboolean
jb_facts_agree(const JbFact *a, const JbFact *b)
{
  if (g_strcmp0(a->amount.unit, b->amount.unit) != 0)
    return FALSE;
  if (last_digit(a) < last_digit(b)) { /* a the coarser */
    const JbFact *other = a;
    a = b;
    b = other;
  }
  JbDecimal coarse, fine;
  gint32 power = last_digit(a);
  if (!to_digits(a, power, &coarse) || !to_digits(b, power, &fine))
    return FALSE;
  /* In units of the coarser's last digit: 13617.8亿 is 136.178 beside 1.36万亿's 136. */
  JbDecimal one = {.digits = 1}, difference;
  if (!jb_decimal_sub(fine, coarse, &difference))
    return FALSE;
  gboolean within = jb_decimal_compare(difference, one) < 0 && jb_decimal_compare(difference, jb_decimal_neg(one)) > 0;
  int order = jb_decimal_compare(fine, coarse);
  JbDecimal tenth = {.digits = ABS(coarse.digits), .scale = MIN(coarse.scale + 1, 18)};
  JbDecimal size = difference.digits < 0 ? jb_decimal_neg(difference) : difference;
  gboolean near = jb_decimal_compare(size, tenth) <= 0;
  switch (a->bound != JB_BOUND_EQ ? a->bound : b->bound) {
  case JB_BOUND_GT: /* 突破1.3万亿 of 13617.8亿; above by a tenth at most, for nobody rounds further */
  case JB_BOUND_GE:
    return a->bound != JB_BOUND_EQ ? order >= 0 && near : order <= 0 && near;
  case JB_BOUND_LT:
  case JB_BOUND_LE:
    return a->bound != JB_BOUND_EQ ? order <= 0 && near : order >= 0 && near;
  case JB_BOUND_APPROX:
    return near;
  default: /* rounded or cut: less than one of the last digit away, on either side */
    return order == 0 || (last_digit(a) != last_digit(b) && within);
  }
}

/* Is `a` the better statement of the two, in one document? */
static gboolean
is_better(const JbFact *a, const JbFact *b)
{
  if ((a->bound == JB_BOUND_EQ) != (b->bound == JB_BOUND_EQ))
    return a->bound == JB_BOUND_EQ;
  return last_digit(a) < last_digit(b);
}

/* ---- Which observations belong to a point --------------------------------------------------------------------- */

typedef struct {
  JbArena *arena;
  const JbObservation **all; /* of the series, in the order of the documents */
  guint n;
  GArray *points;
} Maker;

static gboolean
is_of_series(const JbFact *fact, const char *code, const char *name_zh, JbMeasure measure, JbSeriesSpan span)
{
  gboolean whole = jb_period_is_year(fact->period);
  if (fact->measure != measure || fact->period.from_year == 0 || fact->period.from_year != fact->period.to_year ||
      (span == JB_SERIES_YEARS && !whole) || (span == JB_SERIES_MONTHS && whole))
    return FALSE;
  if (fact->base_year != 0 && fact->base_year != fact->period.from_year - 1)
    return FALSE;
  return code != NULL ? g_strcmp0(fact->code, code) == 0 : g_strcmp0(fact->name_zh, name_zh) == 0;
}

/* Derived for the time before its report is arithmetic on what happened; for the time after, on what is promised. */
static JbPointKind
kind_of(const JbObservation *row)
{
  if (jb_fact_has_happened(&row->fact))
    return JB_POINT_OBSERVED;
  if (row->fact.status == JB_STATUS_DERIVED && row->fact.period.to_year < row->document->report.year)
    return JB_POINT_DERIVED;
  return JB_POINT_TARGET;
}

static guint
collect(const Maker *maker, JbPeriod period, JbPointKind kind, const JbObservation **found)
{
  guint n = 0;
  for (guint i = 0; i < maker->n; i++)
    if (jb_period_equal(maker->all[i]->fact.period, period) && kind_of(maker->all[i]) == kind)
      found[n++] = maker->all[i];
  return n;
}

/* ---- Choosing -------------------------------------------------------------------------------------------------- */

typedef struct {
  JbSeriesPoint point;
  const JbObservation **others;
} Choice;

static void
add_other(Choice *choice, const JbObservation *row)
{
  for (guint i = 0; i < choice->point.n_others; i++)
    if (jb_facts_agree(&choice->others[i]->fact, &row->fact) && choice->others[i]->document == row->document)
      return;
  choice->others[choice->point.n_others++] = row;
}

/* The best statement of one document, [from, to) of `found`; the others of it that do not agree are a conflict. */
static const JbObservation *
best_of_document(Choice *choice, const JbObservation **found, guint from, guint to)
{
  const JbObservation *best = found[from];
  for (guint i = from + 1; i < to; i++)
    if (is_better(&found[i]->fact, &best->fact))
      best = found[i];
  for (guint i = from; i < to; i++)
    if (!jb_facts_agree(&found[i]->fact, &best->fact)) {
      choice->point.conflict = TRUE;
      add_other(choice, found[i]);
    }
  return best;
}

static void
take_statement(Choice *choice, const JbObservation *said)
{
  JbSeriesPoint *point = &choice->point;
  if (point->value == NULL) {
    point->value = said;
  } else if (jb_facts_agree(&point->value->fact, &said->fact)) {
    if (is_better(&said->fact, &point->value->fact))
      point->value = said;
  } else if (said->document->report.year > point->value->document->report.year) {
    add_other(choice, point->value);
    point->value = said;
    point->kind = JB_POINT_REVISED;
  } else {
    add_other(choice, said);
    point->conflict = TRUE;
  }
}

static gboolean
choose_observed(Maker *maker, JbPeriod period, const JbObservation **found)
{
  guint n = collect(maker, period, JB_POINT_OBSERVED, found);
  Choice choice = {.point = {.period = period, .kind = JB_POINT_OBSERVED},
                   .others = jb_arena_make(maker->arena, const JbObservation *, n + 1)};
  for (guint from = 0, to; from < n; from = to) {
    for (to = from; to < n && found[to]->document == found[from]->document; to++)
      ;
    take_statement(&choice, best_of_document(&choice, found, from, to));
  }
  choice.point.others = (const JbObservation *const *)choice.others;
  if (n > 0)
    g_array_append_val(maker->points, choice.point);
  return n > 0;
}

static gboolean
is_upper_end(const JbObservation *low, const JbObservation *row)
{
  return row->document == low->document && row->fact.source.paragraph == low->fact.source.paragraph &&
         g_strcmp0(row->fact.source.sentence, low->fact.source.sentence) == 0 &&
         (low->fact.bound == JB_BOUND_GE || low->fact.bound == JB_BOUND_EQ || low->fact.bound == JB_BOUND_APPROX) &&
         (row->fact.bound == JB_BOUND_LE || row->fact.bound == low->fact.bound) &&
         jb_decimal_compare(row->fact.amount.value, low->fact.amount.value) > 0 &&
         row->fact.number == low->fact.number + 1;
}

/* The target set in its own year's report stands; else the latest before it. A stated one goes before a derived one. */
static void
choose_target(Maker *maker, JbPeriod period, const JbObservation **found)
{
  guint n = collect(maker, period, JB_POINT_TARGET, found);
  Choice choice = {.point = {.period = period, .kind = JB_POINT_TARGET},
                   .others = jb_arena_make(maker->arena, const JbObservation *, n + 1)};
  const JbObservation *best = NULL;
  for (guint i = 0; i < n; i++) {
    gboolean stated = found[i]->fact.status == JB_STATUS_TARGET;
    if (found[i]->document->report.year > period.to_year)
      continue; /* a report that looks back on what had been promised */
    if (best == NULL || (stated && best->fact.status != JB_STATUS_TARGET) ||
        (stated == (best->fact.status == JB_STATUS_TARGET) &&
         found[i]->document->report.year > best->document->report.year))
      best = found[i];
  }
  if (best == NULL)
    return;
  choice.point.value = best;
  for (guint i = 0; i < n; i++)
    if (is_upper_end(best, found[i]))
      choice.point.high = found[i];
  for (guint i = 0; i < n; i++)
    if (found[i] != best && found[i] != choice.point.high && found[i]->fact.status == JB_STATUS_TARGET &&
        !jb_facts_agree(&found[i]->fact, &best->fact)) {
      add_other(&choice, found[i]);
      choice.point.conflict |= found[i]->document == best->document;
    }
  choice.point.others = (const JbObservation *const *)choice.others;
  g_array_append_val(maker->points, choice.point);
}

static void
choose_derived(Maker *maker, JbPeriod period, const JbObservation **found)
{
  guint n = collect(maker, period, JB_POINT_DERIVED, found);
  JbSeriesPoint point = {.period = period, .kind = JB_POINT_DERIVED, .value = n > 0 ? found[0] : NULL};
  if (n > 0)
    g_array_append_val(maker->points, point);
}

/* ---- The series ------------------------------------------------------------------------------------------------- */

static int
compare_periods(JbPeriod a, JbPeriod b)
{
  gint ends[] = {jb_period_end(a), jb_period_end(b)};
  if (ends[0] != ends[1])
    return ends[0] < ends[1] ? -1 : 1;
  gint starts[] = {MAX(a.from_month, 1), MAX(b.from_month, 1)};
  return starts[0] == starts[1] ? 0 : starts[0] > starts[1] ? -1 : 1; /* the month before the months until it */
}

static int
by_period(gconstpointer a, gconstpointer b, gpointer unused)
{
  (void)unused;
  const JbObservation *const *x = a, *const *y = b;
  return compare_periods((*x)->fact.period, (*y)->fact.period);
}

/* The base unit that most observations have. */
static const char *
common_unit(const JbObservations *rows, const char *code, const char *name_zh, JbMeasure measure, JbSeriesSpan span)
{
  const char *best = NULL;
  guint most = 0;
  for (guint i = 0; i < rows->n; i++) {
    const char *unit = rows->rows[i].fact.amount.unit;
    guint count = 0;
    if (unit == NULL || g_strcmp0(unit, best) == 0 || !is_of_series(&rows->rows[i].fact, code, name_zh, measure, span))
      continue;
    for (guint k = 0; k < rows->n; k++)
      count += is_of_series(&rows->rows[k].fact, code, name_zh, measure, span) &&
               g_strcmp0(rows->rows[k].fact.amount.unit, unit) == 0;
    if (count > most) {
      most = count;
      best = unit;
    }
  }
  return best;
}

JbSeries *
jb_series_make(const JbObservations *rows, const char *code, const char *name_zh, JbMeasure measure, JbSeriesSpan span)
{
  JbSeries *series = g_new0(JbSeries, 1);
  series->arena = jb_arena_new();
  series->code = jb_arena_dup(series->arena, code);
  series->name_zh = jb_arena_dup(series->arena, name_zh);
  series->measure = measure;
  const char *unit = common_unit(rows, code, name_zh, measure, span);
  Maker maker = {.arena = series->arena, .points = g_array_new(FALSE, FALSE, sizeof(JbSeriesPoint))};
  maker.all = jb_arena_make(series->arena, const JbObservation *, rows->n + 1);
  for (guint i = 0; unit != NULL && i < rows->n; i++)
    if (is_of_series(&rows->rows[i].fact, code, name_zh, measure, span) &&
        g_strcmp0(rows->rows[i].fact.amount.unit, unit) == 0)
      maker.all[maker.n++] = &rows->rows[i];
  const JbObservation **sorted = jb_arena_make(series->arena, const JbObservation *, maker.n + 1);
  const JbObservation **found = jb_arena_make(series->arena, const JbObservation *, maker.n + 1);
  memcpy(sorted, maker.all, maker.n * sizeof(*sorted));
  g_qsort_with_data(sorted, (gint)maker.n, sizeof *sorted, by_period, NULL);
  for (guint i = 0; i < maker.n; i++) {
    JbPeriod period = sorted[i]->fact.period;
    if (i > 0 && compare_periods(sorted[i - 1]->fact.period, period) == 0)
      continue;
    if (!choose_observed(&maker, period, found))
      choose_derived(&maker, period, found);
    choose_target(&maker, period, found);
  }
  series->n = maker.points->len;
  series->area = maker.n > 0 ? &maker.all[0]->document->report.area : NULL;
  JbSeriesPoint *points = jb_arena_make(series->arena, JbSeriesPoint, series->n + 1);
  if (series->n > 0)
    memcpy(points, maker.points->data, series->n * sizeof *points);
  series->points = points;
  g_array_unref(maker.points);
  return series;
}

void
jb_series_free(JbSeries *series)
{
  if (series == NULL)
    return;
  jb_arena_free(series->arena);
  g_free(series);
}
