/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Promise and delivery: each target that the report of a year set for it, beside what was reported of that year later.
 *
 * The figures are those of the report that follows (its year is one later), as that report had them; a communiqué or a
 * December release serves when it has none. A target and a figure belong together when indicator, measure and base unit
 * are the same. Where the measure is another the row says so instead of comparing.
 */
#include "facts/history.h"

#include <string.h>

gboolean
jb_row_happened(const JbObservation *row)
{
  return jb_fact_has_happened(&row->fact);
}

static gboolean
same_unit(const JbFact *a, const JbFact *b)
{
  return a->amount.unit != NULL && g_strcmp0(a->amount.unit, b->amount.unit) == 0;
}

gboolean
jb_is_target_of(const JbObservation *row, gint year)
{
  return row->fact.status == JB_STATUS_TARGET && row->document->report.year == year &&
         row->document->report.kind == JB_REPORT_WORK && jb_period_is_year(row->fact.period) &&
         row->fact.period.to_year == year && row->fact.measure != JB_MEASURE_CHANGE &&
         (row->fact.code != NULL || row->fact.name_zh != NULL);
}

/* 6%—6.5%: the upper end follows the lower one in the same sentence. */
const JbObservation *
jb_range_high(const JbObservations *rows, guint at)
{
  if (at + 1 >= rows->n)
    return NULL;
  const JbObservation *low = &rows->rows[at], *high = low + 1;
  gboolean one_place = high->document == low->document && high->fact.source.paragraph == low->fact.source.paragraph &&
                       g_strcmp0(high->fact.source.sentence, low->fact.source.sentence) == 0;
  return one_place && jb_same_indicator(&low->fact, &high->fact) && low->fact.measure == high->fact.measure &&
                 same_unit(&low->fact, &high->fact) && low->fact.bound == JB_BOUND_GE &&
                 high->fact.bound == JB_BOUND_LE &&
                 jb_decimal_compare(high->fact.amount.value, low->fact.amount.value) > 0
             ? high
             : NULL;
}

/* An indicator's first target of the report counts: later ones are parts of the area, or say it again. */
gboolean
jb_is_first_target(const JbObservations *rows, guint at, gint year)
{
  for (guint i = 0; i < at; i++)
    if (jb_is_target_of(&rows->rows[i], year) && jb_same_indicator(&rows->rows[i].fact, &rows->rows[at].fact) &&
        rows->rows[i].fact.measure == rows->rows[at].fact.measure)
      return FALSE;
  return TRUE;
}

/* How well a document serves as the year's account: the next work report, else anything else that tells the year. */
static guint
rank_of(const JbObservation *row, gint year)
{
  if (row->document->report.kind == JB_REPORT_WORK && row->document->report.year == year + 1)
    return 3;
  return row->document->report.kind != JB_REPORT_WORK ? 2 : 1;
}

const JbObservation *
jb_figure_of_year(const JbObservations *rows, const JbFact *target, gint year, JbReason *reason)
{
  const JbObservation *best = NULL;
  *reason = JB_REASON_NO_FIGURE;
  for (guint i = 0; i < rows->n; i++) {
    const JbObservation *row = &rows->rows[i];
    const JbFact *fact = &row->fact;
    if (!jb_row_happened(row) || !jb_period_is_year(fact->period) || fact->period.to_year != year ||
        (fact->base_year != 0 && fact->base_year != year - 1) || !jb_same_indicator(fact, target))
      continue;
    if (fact->measure != target->measure || !same_unit(fact, target)) {
      if (best == NULL && *reason != JB_REASON_OTHER_UNIT)
        *reason = fact->measure != target->measure ? JB_REASON_OTHER_MEASURE : JB_REASON_OTHER_UNIT;
      continue;
    }
    if (best == NULL || rank_of(row, year) > rank_of(best, year))
      best = row;
  }
  if (best != NULL)
    *reason = JB_REASON_NONE;
  return best;
}

JbDelivery *
jb_delivery_make(const JbObservations *rows, gint year)
{
  JbDelivery *delivery = g_new0(JbDelivery, 1);
  delivery->arena = jb_arena_new();
  delivery->year = year;
  JbDeliveryRow *made = jb_arena_make(delivery->arena, JbDeliveryRow, rows->n + 1);
  for (guint i = 0; i < rows->n; i++) {
    const JbObservation *target = &rows->rows[i];
    if (!jb_is_target_of(target, year) || !jb_is_first_target(rows, i, year))
      continue;
    JbDeliveryRow *row = &made[delivery->n++];
    JbReason unused;
    *row = (JbDeliveryRow){.target = target, .target_high = jb_range_high(rows, i)};
    row->actual = jb_figure_of_year(rows, &target->fact, year, &row->reason);
    row->previous = jb_figure_of_year(rows, &target->fact, year - 1, &unused);
    if (row->actual != NULL) {
      row->verdict = jb_verdict(&row->actual->fact, &target->fact,
                                row->target_high != NULL ? &row->target_high->fact : NULL);
      if (row->verdict == JB_VERDICT_NONE)
        row->reason = JB_REASON_ABOUT;
    }
    delivery->n_met += row->verdict == JB_VERDICT_MET;
    delivery->n_short += row->verdict == JB_VERDICT_SHORT;
  }
  delivery->rows = made;
  return delivery;
}

void
jb_delivery_free(JbDelivery *delivery)
{
  if (delivery == NULL)
    return;
  jb_arena_free(delivery->arena);
  g_free(delivery);
}
