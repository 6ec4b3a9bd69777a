/* SPDX-License-Identifier: Apache-2.0 */
/* Period, status and bound of a quantity, from its clause, its sentence and the scope. */
#include "extract/item.h"

#include "base/utf8.h"

static gint
last_year_of(const JbScope *scope, JbPeriod span)
{
  return scope->status == JB_STATUS_ACTUAL ? MIN(span.to_year, MAX(scope->report_year - 1, span.from_year))
                                           : span.to_year;
}

/* Within a span: does the figure say how things stand at its end (a stock, a state reached), not what was done in it?
 */
static gboolean
stands_at_end(const JbItem *item)
{
  static const char *const flows[] = {"投资",   "支出", "投入", "资金", "贡献率", "办复率",   "办结率", "满意率",
                                      "满意度", "补助", "收储", "减税", "签约",   "利用外资", "交易额"};
  static const char *const stocks[] = {"总量", "余额", "总数", "保有量", "存量", "里程",
                                       "面积", "寿命", "年限", "容量",   "能力"};
  JbSlice name = jb_slice(item->name);
  const JbLead *lead = &item->lead;
  if (lead->to_level)
    return TRUE;
  if (lead->reach == JB_WORD_HOLD || lead->each_year || jb_has(item->clause, "持续") || jb_has(item->clause, "保持") ||
      jb_has(item->clause, "连续"))
    return FALSE;
  if (jb_is_percent(item->q))
    return !jb_has(name, "贡献率") && !jb_has(name, "办复率") && !jb_has(name, "办结率");
  if (lead->total || jb_has(item->clause, "累计"))
    return (lead->reach == JB_WORD_REACH && !jb_is_money(item->q) && !jb_has_any(name, flows, G_N_ELEMENTS(flows))) ||
           jb_has(name, "余额");
  if (jb_base_is(item->q, "person_time") && !lead->to_level)
    return FALSE;
  if (lead->reach == JB_WORD_REACH || (lead->reach == JB_WORD_IS && !lead->done))
    return TRUE;
  if (item->object_behind && (jb_has(item->right, "保障") || jb_has(item->right, "享受")))
    return TRUE;
  if (item->object_behind || item->phrase.verb.len > 0)
    return FALSE;
  if (lead->bound == JB_BOUND_GT || jb_has_any(name, stocks, G_N_ELEMENTS(stocks)))
    return !jb_has(name, "累计");
  return item->code != NULL && !lead->done && !jb_base_is(item->q, "person") && lead->bound != JB_BOUND_EQ;
}

static JbPeriod
period_in_span(const JbScope *scope, const JbItem *item, JbPeriod span)
{
  gboolean whole = item->measure == JB_MEASURE_AVERAGE_GROWTH || item->measure == JB_MEASURE_GROWTH ||
                   item->measure == JB_MEASURE_CHANGE;
  gboolean held = item->lead.each_year || item->lead.reach == JB_WORD_HOLD || jb_has(item->clause, "持续");
  gboolean at_end;
  if (whole)
    at_end = item->dates.base_year != 0 && item->measure != JB_MEASURE_AVERAGE_GROWTH;
  else if (item->measure == JB_MEASURE_SHARE)
    at_end = !held;
  else
    at_end = stands_at_end(item);
  return at_end ? jb_period_year(last_year_of(scope, span)) : span;
}

JbPeriod
jb_item_period(const JbBinder *b, const JbSentence *state, const JbItem *item)
{
  const JbScope *scope = b->scope;
  JbDates own = item->dates, head = state->dates;
  gboolean averages = item->measure == JB_MEASURE_AVERAGE_GROWTH;
  if (own.kind == JB_DATE_NONE && head.kind != JB_DATE_NONE)
    own.kind = head.kind, own.period = head.period;
  JbPeriod span = scope->span.to_year != 0 ? scope->span : (JbPeriod){0};
  if (own.kind == JB_DATE_SPAN)
    span = own.period;
  if (item->lead.from) {
    if (item->dates.kind == JB_DATE_YEAR)
      return item->dates.period;
    if (own.kind == JB_DATE_SPAN || (scope->is_span && own.kind == JB_DATE_NONE))
      return jb_period_year(span.from_year - 1);
    gint year = own.kind == JB_DATE_YEAR || own.kind == JB_DATE_BY ? own.period.from_year : scope->year;
    return jb_period_year((own.kind == JB_DATE_BY ? scope->report_year : year) - 1);
  }
  /* 完成“十三五”规划 in its last year: this year's work */
  if (own.kind == JB_DATE_SPAN && scope->status == JB_STATUS_TARGET && !averages &&
      own.period.from_year < scope->report_year - 1 && own.period.to_year >= scope->report_year)
    own.kind = JB_DATE_NONE;
  if (averages && span.to_year != 0)
    return span;
  if (averages)
    return (JbPeriod){.from_year = (gint16)(scope->report_year - (scope->status == JB_STATUS_TARGET ? 0 : 5)),
                      .to_year = (gint16)(scope->report_year + (scope->status == JB_STATUS_TARGET ? 4 : -1))};
  switch (own.kind) {
  case JB_DATE_YEAR:
  case JB_DATE_PERIOD:
  case JB_DATE_BY:
    return own.period;
  case JB_DATE_SPAN:
    return period_in_span(scope, item, span);
  case JB_DATE_NONE:
    break;
  }
  if (scope->is_span)
    return period_in_span(scope, item, span);
  return scope->year > 0 ? jb_period_year(scope->year) : (JbPeriod){0};
}

JbStatus
jb_item_status(const JbBinder *b, const JbSentence *state, const JbItem *item, JbPeriod period)
{
  const JbScope *scope = b->scope;
  gboolean planned_time = period.to_year >= scope->report_year;
  if (scope->status == JB_STATUS_TARGET) {
    if (item->lead.from && period.to_year < scope->report_year)
      return JB_STATUS_ACTUAL;
    if ((item->dates.is_past || state->dates.is_past) && !planned_time)
      return JB_STATUS_ACTUAL;
    return JB_STATUS_TARGET;
  }
  static const char *const plans[] = {"目标", "力争", "确保", "要达到"};
  if (planned_time && (period.from_year >= scope->report_year) &&
      jb_has_any(state->sentence, plans, G_N_ELEMENTS(plans)))
    return JB_STATUS_TARGET;
  return state->estimate || item->lead.estimate || jb_has(item->clause, "预计") ? JB_STATUS_ESTIMATE : JB_STATUS_ACTUAL;
}

JbBound
jb_item_bound(const JbItem *item)
{
  const JbQuantity *q = item->q;
  if (q->is_low)
    return JB_BOUND_GE;
  if (q->is_high)
    return JB_BOUND_LE;
  if (q->outer != JB_BOUND_EQ)
    return q->outer;
  if (item->lead.bound != JB_BOUND_EQ && !item->is_gap)
    return item->lead.bound;
  return q->inner;
}
