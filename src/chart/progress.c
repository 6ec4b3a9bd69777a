/* SPDX-License-Identifier: Apache-2.0 */
/*
 * 序时进度: how much of a target's time is gone. It is said only of what accumulates towards the target: an amount
 * whose months begin with the target's (1—9月 of 2025). A rate, a stock at the end of a month or a ceiling has no such
 * share.
 */
#include "chart/internal.h"

static gint
first_month(JbPeriod period)
{
  return period.from_year * 12 + (period.from_month > 0 ? period.from_month - 1 : 0);
}

static gint
last_month(JbPeriod period)
{
  return period.to_year * 12 + (period.to_month > 0 ? period.to_month - 1 : 11);
}

gboolean
jb_time_progress(const JbFact *actual, const JbFact *target, JbTimeProgress *progress)
{
  if (actual == NULL || target == NULL || jb_fact_nature(actual) != JB_NATURE_FLOW ||
      actual->measure != target->measure || target->period.to_year == 0 || actual->period.from_year == 0 ||
      target->bound == JB_BOUND_LE || target->bound == JB_BOUND_LT)
    return FALSE;
  gint from = first_month(target->period), to = last_month(target->period), reached = last_month(actual->period);
  gboolean accumulates = first_month(actual->period) == from && reached >= from && reached < to;
  if (!accumulates)
    return FALSE;
  *progress = (JbTimeProgress){.elapsed = (guint)(reached - from + 1), .total = (guint)(to - from + 1)};
  return TRUE;
}
