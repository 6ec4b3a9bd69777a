/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Met, short, or not to be said. Something is said only of a target and a result for the same period, measure and
 * unit; "about" (左右) has no tolerance that the report states, so nothing is said of it.
 */
#include "facts/facts.h"

#include <string.h>

/* Indicators where a plain target is a ceiling: 居民消费价格涨幅3% is kept by 0.2%. */
static const char *const ceilings[] = {
    "cpi",  "unemployment_surveyed", "unemployment_registered", "pm25",
    "pm10", "energy_intensity",      "co2_intensity",           "fiscal_deficit",
};

static gboolean
is_ceiling(const JbFact *target)
{
  for (guint i = 0; target->code != NULL && i < G_N_ELEMENTS(ceilings); i++)
    if (strcmp(target->code, ceilings[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
jb_same_period(const JbFact *a, const JbFact *b)
{
  return a->period.from_year != 0 && jb_period_equal(a->period, b->period);
}

/* Both on one scale: as written when the units agree, else in base units. */
gboolean
jb_fact_order(const JbFact *actual, const JbFact *target, int *order)
{
  if (g_strcmp0(actual->unit, target->unit) == 0)
    *order = jb_decimal_compare(actual->value, target->value);
  else if (actual->amount.unit != NULL && g_strcmp0(actual->amount.unit, target->amount.unit) == 0)
    *order = jb_decimal_compare(actual->amount.value, target->amount.value);
  else
    return FALSE;
  return TRUE;
}

/* The bound of a fall bounds its size: 下降20%以上 is value -20, ge, and -25 keeps it. */
static JbBound
effective_bound(const JbFact *target)
{
  JbBound bound = target->bound;
  if (bound == JB_BOUND_EQ)
    bound = is_ceiling(target) ? JB_BOUND_LE : JB_BOUND_GE;
  gboolean is_fall = target->value.digits < 0 &&
                     (target->measure == JB_MEASURE_GROWTH || target->measure == JB_MEASURE_CHANGE ||
                      target->measure == JB_MEASURE_AVERAGE_GROWTH);
  if (!is_fall || target->bound == JB_BOUND_EQ)
    return is_fall ? JB_BOUND_LE : bound;
  switch (bound) {
  case JB_BOUND_GE:
    return JB_BOUND_LE;
  case JB_BOUND_GT:
    return JB_BOUND_LT;
  case JB_BOUND_LE:
    return JB_BOUND_GE;
  case JB_BOUND_LT:
    return JB_BOUND_GT;
  default:
    return bound;
  }
}

static JbVerdict
keeps(const JbFact *actual, const JbFact *target)
{
  int order;
  if (!jb_fact_order(actual, target, &order))
    return JB_VERDICT_NONE;
  switch (effective_bound(target)) {
  case JB_BOUND_GE:
    return order >= 0 ? JB_VERDICT_MET : JB_VERDICT_SHORT;
  case JB_BOUND_GT:
    return order > 0 ? JB_VERDICT_MET : JB_VERDICT_SHORT;
  case JB_BOUND_LE:
    return order <= 0 ? JB_VERDICT_MET : JB_VERDICT_SHORT;
  case JB_BOUND_LT:
    return order < 0 ? JB_VERDICT_MET : JB_VERDICT_SHORT;
  default:
    return JB_VERDICT_NONE;
  }
}

JbVerdict
jb_verdict(const JbFact *actual, const JbFact *target, const JbFact *target_high)
{
  if (actual == NULL || target == NULL || actual->measure != target->measure || !jb_same_period(actual, target))
    return JB_VERDICT_NONE;
  JbVerdict low = keeps(actual, target);
  if (target_high == NULL || low == JB_VERDICT_NONE)
    return low;
  JbVerdict high = keeps(actual, target_high);
  return low == JB_VERDICT_MET ? high : low;
}
