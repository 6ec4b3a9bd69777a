/* SPDX-License-Identifier: Apache-2.0 */
/* Period, status and bound of a quantity, from its clause, its sentence and the scope. */
#include "extract/item.h"

#include "base/utf8.h"
#include "base/words.h"
#include "extract/date.h"

#include <string.h>

static gint
last_year_of(const JbScope *scope, JbPeriod span)
{
  return scope->status == JB_STATUS_ACTUAL ? MIN(span.to_year, MAX(scope->report_year - 1, span.from_year))
                                           : span.to_year;
}

/* Indicators that a report sums up over years only where it says 累计. */
static gboolean
is_yearly(const char *code)
{
  static const char *const codes[] = {
      "gdp",
      "gdp_per_capita",
      "tax_revenue",
      "general_budget_revenue",
      "trade",
      "primary_industry_va",
      "exports",
      "secondary_industry_va",
      "imports",
      "tertiary_industry_va",
      "income",
      "industrial_va",
      "loans",
      "industrial_va_all",
      "deposits",
      "industrial_profit",
      "pm25",
      "retail_sales",
      "pm10",
      "income_urban",
      "tech_smes",
      "income_rural",
      "population",
      "hightech_enterprises",
      "tech_contracts",
      "market_entities",
      "labour_productivity",
      "air_good_days",
  };
  return jb_is_any(jb_slice(code), codes, G_N_ELEMENTS(codes));
}

/* 城镇新增就业超过60万人, 民生投入超过4300亿元: what came new or was put in came in the whole time, whatever it exceeds. */
static gboolean
comes_in(const JbItem *item)
{
  static const char *const adds[] = {"新增", "净增"};
  static const char *const codes[] = {"jobs_urban_new", "jobs_reemployed", "tax_fee_cuts"};
  return jb_has_any(item->lead.subject, adds, G_N_ELEMENTS(adds)) ||
         (item->code != NULL && jb_is_any(jb_slice(item->code), codes, G_N_ELEMENTS(codes))) ||
         (jb_is_money(item->q) && jb_slice_ends(jb_slice(item->name), "投入"));
}

/* 五年累计完成投资8200亿元，|实现社会消费品零售总额6800亿元, 五年财政总收入…、|一般公共预算收入…: a sum that goes on. */
static gboolean
goes_on_summing(const JbSentence *state, const JbItem *item)
{
  static const char *const breaks[] = {"；", "达到", "达", "提高", "增加到", "增至", "突破", "年均", "总量"};
  const JbLead *lead = &item->lead;
  if (!jb_is_money(item->q) || lead->bound != JB_BOUND_EQ || (lead->reach == JB_WORD_REACH))
    return FALSE;
  if (jb_slice_starts(item->clause, "五年"))
    return TRUE;
  JbSlice before = jb_slice_sub(state->sentence, 0, (gsize)(item->q->start - state->start));
  gssize at = jb_slice_find(before, "累计");
  return at >= 0 && !jb_has_any(jb_slice_sub(before, (gsize)at, before.len), breaks, G_N_ELEMENTS(breaks));
}

/* 国家级“小巨人”企业182家，|居全国第3位: how many there are. */
static gboolean
is_placed_among(const JbBinder *b, const JbItem *item)
{
  static const char *const marks[] = {"，", "、"};
  static const char *const places[] = {"居", "位居", "列", "位列", "排名", "总量居", "总数居", "数量居", "均居"};
  JbSlice behind = jb_slice_sub(b->block->text, item->q->tail, b->block->text.len);
  gsize mark = jb_match_any(behind, marks, G_N_ELEMENTS(marks));
  JbSlice rest = jb_slice_sub(behind, mark, behind.len);
  gboolean counted = jb_counts(item->q) && item->own_subject && item->phrase.verb.len == 0 && !item->object_behind;
  return mark > 0 && counted && !comes_in(item) && !jb_slice_starts(rest, "居民") &&
         jb_match_any(rest, places, G_N_ELEMENTS(places)) > 0;
}

/* Within a span: does the figure say how things stand at its end (a stock, a state reached), not what was done in it?
 */
static gboolean
stands_at_end(const JbBinder *b, const JbSentence *state, const JbItem *item)
{
  static const char *const flows[] = {"投资",   "支出",     "投入",   "资金", "贡献率", "办复率",
                                      "办结率", "满意率",   "满意度", "补助", "收储",   "减税",
                                      "签约",   "利用外资", "交易额", "新增", "净增",   "就业"};
  static const char *const stocks[] = {"总量", "余额", "总数", "保有量", "存量", "里程",
                                       "面积", "寿命", "年限", "容量",   "能力"};
  static const char *const each[] = {"户均", "人均", "平均", "每万人", "每千人", "每百户"};
  JbSlice name = jb_slice(item->name);
  const JbLead *lead = &item->lead;
  if (jb_is_times(item->q) && (jb_has(item->clause, "五”的") ||
                               jb_has(item->clause, "五”时期的"))) /* 是“十三五”的1.8倍: a flow against a flow */
    return FALSE;
  if (lead->to_level)
    return TRUE;
  if (lead->reach == JB_WORD_HOLD || lead->each_year || jb_has(item->clause, "持续") || jb_has(item->clause, "保持") ||
      jb_has(item->clause, "连续") || comes_in(item))
    return FALSE;
  static const char *const held_verbs[] = {"运营", "拥有", "保有", "建有", "设有", "共有", "现有", "遍布", "通达"};
  static const char *const opened[] = {"建成运营", "投入运营", "开通运营", "启动运营"}; /* done in the span */
  if ((jb_has_any(item->clause, held_verbs, G_N_ELEMENTS(held_verbs)) &&
       !jb_has_any(item->clause, opened, G_N_ELEMENTS(opened))) ||
      jb_match_any(name, each, G_N_ELEMENTS(each)) > 0)
    return TRUE;
  if (jb_is_percent(item->q))
    return !jb_has(name, "贡献率") && !jb_has(name, "办复率") && !jb_has(name, "办结率");
  if (goes_on_summing(state, item))
    return FALSE;
  if (lead->total && item->own_subject && item->phrase.verb.len > 0 && !item->phrase.is_light)
    return FALSE; /* 新建农村公路累计达到500公里: all that was built, no stock */
  if (lead->total || jb_has(item->clause, "累计"))
    return (lead->reach == JB_WORD_REACH && !jb_is_money(item->q) && !jb_has_any(name, flows, G_N_ELEMENTS(flows))) ||
           jb_has(name, "余额");
  if (jb_base_is(item->q, "person_time"))
    return FALSE;
  if (lead->reach == JB_WORD_REACH || (lead->reach == JB_WORD_IS && !lead->done))
    return TRUE;
  if (item->object_behind && (jb_has(item->right, "保障") || jb_has(item->right, "享受")))
    return TRUE;
  if (is_placed_among(b, item))
    return TRUE;
  if (item->object_behind || item->phrase.verb.len > 0)
    return FALSE;
  if ((lead->bound == JB_BOUND_GT && !(jb_is_money(item->q) && jb_has(name, "投资"))) || jb_has_any(name, stocks, G_N_ELEMENTS(stocks)))
    return !jb_has(name, "累计");
  /* 一般公共预算收入694.7亿元 among five years: a year's figure, or 累计 would be said */
  gboolean yearly = item->code != NULL && is_yearly(item->code) && !jb_is_times(item->q);
  return item->code != NULL && (!lead->done || yearly) && !jb_base_is(item->q, "person") &&
         (lead->bound != JB_BOUND_EQ || yearly);
}

/* 建成8个、|占全省13%: of the flow spoken of before, so over the flow's time; 增加值占生产总值|16% has a thing of its own. */
static gboolean
is_share_of_flow(const JbSentence *state, const JbItem *item)
{
  gboolean elided = item->lead.reach != JB_WORD_REACH && jb_slice_starts(item->lead.subject, "占");
  return state->noun_flows && !item->lead.to_level && (elided || jb_slice_starts(item->clause, "其中"));
}

static JbPeriod
period_in_span(const JbBinder *b, const JbSentence *state, JbItem *item, JbPeriod span)
{
  const JbScope *scope = b->scope;
  gboolean whole = item->measure == JB_MEASURE_AVERAGE_GROWTH || item->measure == JB_MEASURE_GROWTH ||
                   item->measure == JB_MEASURE_CHANGE;
  static const char *const throughout[] = {"持续", "每年"};
  gboolean held = item->lead.each_year || item->lead.reach == JB_WORD_HOLD ||
                  jb_has_any(item->clause, throughout, G_N_ELEMENTS(throughout));
  gboolean at_end;
  if (whole)
    at_end = item->dates.base_year != 0 && item->measure != JB_MEASURE_AVERAGE_GROWTH;
  else if (item->measure == JB_MEASURE_SHARE)
    at_end = !held && !is_share_of_flow(state, item);
  else
    at_end = stands_at_end(b, state, item);
  item->why.period = at_end ? "a state reached, or a change against a named year: the last year of the span"
                            : "work done, a flow, or what is held throughout: the whole span";
  return at_end ? jb_period_year(last_year_of(scope, span)) : span;
}

/* 从X增加到Y: X stands at the date it names, or just before the span or year spoken of. */
static JbPeriod
period_of_start(const JbScope *scope, JbItem *item, const JbDates *own, JbPeriod span)
{
  item->why.period = "the start of 从…到…: the year before the span, or the year it names";
  gboolean dated = item->dates.kind == JB_DATE_YEAR && !item->dates.whole_year; /* 全年…从302天 is of what was before */
  if (dated || item->dates.kind == JB_DATE_BY || item->dates.kind == JB_DATE_PERIOD)
    return item->dates.period;
  if (item->dates.whole_year && scope->is_span && scope->status == JB_STATUS_ACTUAL)
    return jb_period_year(span.from_year - 1);
  if (item->dates.base_year != 0 && item->dates.kind == JB_DATE_NONE) /* 较2011年…，X由1520亿元增长到2459亿元 */
    return jb_period_year(item->dates.base_year);
  gboolean reviewed = scope->is_span && scope->status == JB_STATUS_ACTUAL; /* “十三五”末X达到…；Y由…提高到… */
  if (own->kind == JB_DATE_SPAN || (scope->is_span && own->kind == JB_DATE_NONE) ||
      (reviewed && own->kind == JB_DATE_BY && own->period.to_year >= span.from_year))
    return jb_period_year(span.from_year - 1);
  if (own->kind == JB_DATE_NONE && scope->start_year > 0)
    return jb_period_year(scope->start_year);
  gint year = own->kind == JB_DATE_YEAR ? own->period.from_year : scope->year;
  return jb_period_year((own->kind == JB_DATE_BY ? scope->report_year : year) - 1);
}

static JbPeriod
period_of_average(const JbScope *scope, JbItem *item, JbPeriod span)
{
  gboolean planned = scope->status == JB_STATUS_TARGET;
  item->why.period = span.to_year != 0 ? "a yearly average: the span spoken of"
                                       : "a yearly average, no span named: five years";
  if (span.to_year != 0)
    return span;
  return (JbPeriod){.from_year = (gint16)(scope->report_year - (planned ? 0 : 5)),
                    .to_year = (gint16)(scope->report_year + (planned ? 4 : -1))};
}

/* 连续7年累计回升10.1米, 连续两年超过4万亿元 in a review of five: the years that end with the one spoken of; none when no such
 * count is told. */
static JbPeriod
period_in_a_row(const JbScope *scope, const JbItem *item)
{
  gboolean each = item->lead.each_year; /* 连续5年引进大学生每年超35万名, in a review of one year too */
  if (item->measure != JB_MEASURE_CHANGE && !((scope->is_span || each) && item->measure == JB_MEASURE_LEVEL))
    return (JbPeriod){0};
  gssize at = jb_slice_find(item->clause, "连续");
  JbSlice rest = jb_slice_sub(item->clause, at >= 0 ? (gsize)at + strlen("连续") : item->clause.len, item->clause.len);
  gsize len;
  gint n = rest.len > 0 ? jb_date_years(rest, &len) : 0;
  gboolean summed = n > 0 && jb_slice_starts(jb_slice_sub(rest, len, rest.len), "累计");
  gboolean held = (scope->is_span || each) && item->measure == JB_MEASURE_LEVEL &&
                  (item->lead.bound != JB_BOUND_EQ || item->lead.reach == JB_WORD_HOLD) && item->own_subject && n > 0 &&
                  (each || jb_lead_parse(jb_slice_sub(rest, len, rest.len)).subject.len == 0);
  if (n == 0 || scope->status != JB_STATUS_ACTUAL || scope->year == 0 ||
      !(item->measure == JB_MEASURE_CHANGE ? summed : held && !summed))
    return (JbPeriod){0};
  return (JbPeriod){.from_year = (gint16)(scope->year - n + 1), .to_year = (gint16)scope->year};
}

/* 完成“十三五”规划 in a report of its last year: a plan under way says nothing of when. */
static gboolean
is_plan_under_way(const JbScope *scope, const JbDates *own)
{
  return own->kind == JB_DATE_SPAN && scope->status == JB_STATUS_TARGET && jb_scope_is_under_way(scope, own->period);
}

/* 完成全年目标任务的|96.8%: what was reached of a target tells no target. */
static gboolean
is_reached_part(const JbItem *item)
{
  static const char *const wholes[] = {"目标", "任务", "计划", "预算"};
  return item->measure == JB_MEASURE_SHARE && jb_has(item->clause, "完成") &&
         jb_has_any(item->clause, wholes, G_N_ELEMENTS(wholes));
}

JbPeriod
jb_item_period(const JbBinder *b, const JbSentence *state, JbItem *item)
{
  static const char *const steps[] = {"逐季", "逐月", "各季度", "四个季度", "单季"};
  const JbScope *scope = b->scope;
  JbDates own = item->dates;
  if (own.kind == JB_DATE_NONE && (jb_has_any(item->clause, steps, G_N_ELEMENTS(steps)) ||
                                   jb_match_any(item->right, steps, G_N_ELEMENTS(steps)) > 0)) {
    item->why.period = "one of several quarters or months, which one is not said";
    return (JbPeriod){0};
  }
  const char *said = own.kind != JB_DATE_NONE ? "a date in the clause" : "a date earlier in the sentence";
  if (own.kind == JB_DATE_NONE || (is_reached_part(item) && state->dates.kind == JB_DATE_PERIOD)) {
    said = "a date earlier in the sentence";
    own.kind = state->dates.kind; /* 1-10月，…完成全年目标的: the year is the target's */
    own.period = state->dates.period;
  }
  JbPeriod row = period_in_a_row(scope, item);
  if (row.to_year != 0) {
    item->why.period = "so many years in a row";
    return row;
  }
  if (own.kind == JB_DATE_NONE && !scope->is_span && scope->status == JB_STATUS_ACTUAL && jb_is_money(item->q) &&
      jb_slice_starts(item->clause, "五年")) { /* 五年财政总收入2.4万亿元 */
    own.kind = JB_DATE_SPAN;
    own.period = jb_date_past_span(scope);
  }
  JbPeriod span = own.kind == JB_DATE_SPAN ? own.period : scope->span;
  if (item->lead.from)
    return period_of_start(scope, item, &own, span);
  if (item->measure == JB_MEASURE_AVERAGE_GROWTH)
    return period_of_average(scope, item, span);
  if (is_plan_under_way(scope, &own))
    own.kind = JB_DATE_NONE;
  if (own.kind == JB_DATE_SPAN || (own.kind == JB_DATE_NONE && scope->is_span))
    return period_in_span(b, state, item, span);
  if (own.kind != JB_DATE_NONE) {
    item->why.period = said;
    return own.period;
  }
  if (scope->period.to_year != 0) {
    item->why.period = "no date: the period that the release speaks of";
    return scope->period;
  }
  item->why.period = "no date: the year that the section or paragraph is about";
  return scope->year > 0 ? jb_period_year(scope->year) : (JbPeriod){0};
}

/* Words of a plan; 完成…目标 looks back at one, 低于全年目标 and 距全年目标 measure by it. */
static gboolean
says_plan(JbSlice sentence)
{
  static const char *const plans[] = {"力争", "确保", "要达到"};
  static const char *const looks_back[] = {"完成", "低于", "高于", "快于", "慢于", "好于", "高出", "距", "比", "超过"};
  gsize start = 0;
  for (gsize at = 0; at < sentence.len; at++) {
    JbSlice rest = jb_slice_sub(sentence, at, sentence.len);
    if (jb_slice_starts(rest, "，") || jb_slice_starts(rest, "；"))
      start = at;
    if (jb_slice_starts(rest, "目标") && !jb_has_any(jb_slice_sub(sentence, start, at), looks_back, G_N_ELEMENTS(looks_back)))
      return TRUE;
  }
  return jb_has_any(sentence, plans, G_N_ELEMENTS(plans));
}

static JbStatus
status_in_plan(const JbSentence *state, JbItem *item, const JbScope *scope, JbPeriod period)
{
  /* 截至6月底，… */
  gboolean past = period.to_year < scope->report_year || (period.to_month > 0 && state->dates.is_past);
  if (past && (item->lead.from || item->dates.is_past || state->dates.is_past)) {
    item->why.status = "a past year named among plans";
    return JB_STATUS_ACTUAL;
  }
  if (state->dates.is_so_far && !says_plan(state->sentence)) {
    item->why.status = "今年以来: what has been since the year began, told among plans";
    return JB_STATUS_ACTUAL;
  }
  item->why.status = "the section plans";
  return JB_STATUS_TARGET;
}

JbStatus
jb_item_status(const JbBinder *b, const JbSentence *state, JbItem *item, JbPeriod period)
{
  const JbScope *scope = b->scope;
  if (scope->status == JB_STATUS_TARGET)
    return status_in_plan(state, item, scope, period);
  if (period.from_year >= scope->report_year && says_plan(state->sentence)) {
    item->why.status = "a future year with 目标, 力争 or 确保";
    return JB_STATUS_TARGET;
  }
  gboolean estimated = state->estimate || item->lead.estimate || jb_has(state->sentence, "（预计");
  if (estimated && item->lead.from && period.to_year > 0 && period.to_year < scope->report_year - 1) {
    item->why.status = "the start of what is estimated is known";
    return JB_STATUS_ACTUAL;
  }
  item->why.status = estimated ? "预计 or 初步核算 before it in the sentence" : "the section looks back";
  return estimated ? JB_STATUS_ESTIMATE : JB_STATUS_ACTUAL;
}

JbBound
jb_item_bound(JbItem *item)
{
  const JbQuantity *q = item->q;
  JbBound bound = q->inner;
  item->why.bound = q->inner != JB_BOUND_EQ ? "多, 余 or 几 within the number" : "no word bounds it";
  if (item->lead.bound != JB_BOUND_EQ && !item->is_gap) {
    bound = item->lead.bound;
    item->why.bound = "the word before the number";
  }
  if (bound == JB_BOUND_EQ && jb_has(item->clause, "至少")) { /* 每年至少举办3场 */
    bound = JB_BOUND_GE;
    item->why.bound = "至少 in the clause";
  }
  if (q->outer != JB_BOUND_EQ) {
    bound = q->outer;
    item->why.bound = "the word behind the unit";
  }
  if (q->is_low || q->is_high) {
    bound = q->is_low ? JB_BOUND_GE : JB_BOUND_LE;
    item->why.bound = "an end of a range";
  }
  return bound;
}
