/* SPDX-License-Identifier: Apache-2.0 */
/* Scope: which year or span, done or planned, undated figures belong to; set by headings and sentences. */
#include "extract/period.h"

#include "base/utf8.h"
#include "base/words.h"
#include "extract/date.h"

#include <string.h>

JbScope
jb_scope_start(const JbReport *report)
{
  gboolean release = report->kind == JB_REPORT_RELEASE;
  JbScope scope = {.report_year = report->year,
                   .status = JB_STATUS_ACTUAL,
                   .year = release ? report->year : report->year - 1,
                   .is_release = release,
                   .is_early = !release && report->date[0] != '\0' &&
                               g_ascii_strtoll(report->date, NULL, 10) < report->year};
  if (release) {
    JbDates dates = jb_dates_find(&scope, jb_slice(report->title));
    if (dates.kind == JB_DATE_PERIOD)
      scope.period = dates.period;
  }
  return scope;
}

static const char *const review_words[] = {"回顾",     "成就",     "成绩", "完成情况", "工作总结",
                                           "工作情况", "工作完成", "回首", "总结"};
static const char *const plan_words[] = {"安排",     "重点工作", "主要任务", "总体要求", "建议",
                                         "目标",     "部署",     "工作重点", "重点任务", "思路",
                                         "总体设想", "展望",     "发展规划", "重要要求"};

static void
set_span(JbScope *scope, JbStatus status, JbPeriod span)
{
  scope->status = status;
  scope->is_span = TRUE;
  scope->span = span;
  scope->for_paragraph = FALSE;
  scope->year = status == JB_STATUS_ACTUAL ? MIN(span.to_year, scope->report_year - 1) : span.from_year;
}

gboolean
jb_scope_is_under_way(const JbScope *scope, JbPeriod span)
{
  return span.from_year < scope->report_year && span.to_year >= scope->report_year;
}

static void
set_year(JbScope *scope, JbStatus status, gint year)
{
  scope->status = status;
  scope->is_span = FALSE;
  scope->year = year;
  scope->for_paragraph = FALSE;
}

/* A review of four or five years is what its section is about; two or three are a remark of the paragraph. */
#define FEW_YEARS 3

static void
keep_outer(JbScope *scope)
{
  if (scope->for_paragraph)
    return; /* a remark within a remark: what was before the first holds again */
  scope->outer.status = scope->status;
  scope->outer.is_span = scope->is_span;
  scope->outer.year = scope->year;
  scope->outer.span = scope->span;
}

static void
lend_span(JbScope *scope, JbPeriod span)
{
  keep_outer(scope);
  set_span(scope, scope->status, span);
  scope->for_paragraph = TRUE;
}

static void
lend_year(JbScope *scope, gint year)
{
  keep_outer(scope);
  set_year(scope, scope->status, year);
  scope->for_paragraph = TRUE;
}

static void
give_back(JbScope *scope)
{
  if (!scope->for_paragraph)
    return;
  scope->status = scope->outer.status;
  scope->is_span = scope->outer.is_span;
  scope->year = scope->outer.year;
  scope->span = scope->outer.span;
  scope->for_paragraph = FALSE;
}

/* Plans end in the future seen from the report: work of “十四五” is reviewed in 2026 and planned in 2021. */
static JbStatus
status_of_span(const JbScope *scope, JbPeriod span)
{
  return span.to_year >= scope->report_year ? JB_STATUS_TARGET : JB_STATUS_ACTUAL;
}

/* 着眼2020，…: a heading may name its year without 年. */
static void
bare_year(JbSlice text, JbDates *dates)
{
  for (gsize i = 0; i + 4 <= text.len && dates->kind == JB_DATE_NONE; i++) {
    gsize n;
    gint year = jb_date_digits(text, i, &n);
    if (jb_date_is_year(year, n)) {
      dates->kind = JB_DATE_YEAR;
      dates->period = jb_period_year(year);
    }
    i += n;
  }
}

/* The first date of a heading. */
static JbDate
first_date(const JbScope *scope, JbSlice text)
{
  JbDate date = {0};
  for (gsize at = 0; at < text.len && date.kind == JB_DATE_NONE; at += jb_utf8_len(text.at[at]))
    date = jb_date_at(scope, text, at);
  return date;
}

/* 2025年和“十四五”时期工作回顾, 2021年及本届政府工作回顾: last year comes first. */
static gboolean
year_comes_first(const JbScope *scope, JbSlice text)
{
  static const char *const joints[] = {"和", "及", "与"};
  for (gsize at = 0; at < text.len; at += jb_utf8_len(text.at[at])) {
    JbDate date = jb_date_at(scope, text, at);
    if (date.kind != JB_DATE_NONE)
      return date.kind == JB_DATE_YEAR &&
             jb_has_any(jb_slice_sub(text, at + date.len, text.len), joints, G_N_ELEMENTS(joints));
  }
  return FALSE;
}

void
jb_scope_heading(JbScope *scope, guint level, JbSlice text)
{
  give_back(scope);
  JbDates dates = jb_dates_find(scope, text);
  JbDate first = dates.kind != JB_DATE_NONE ? first_date(scope, text) : (JbDate){0};
  bare_year(text, &dates);
  gboolean review = jb_has_any(text, review_words, G_N_ELEMENTS(review_words));
  gboolean plan = !review && jb_has_any(text, plan_words, G_N_ELEMENTS(plan_words));
  if (level > 2 && dates.kind == JB_DATE_NONE)
    return;
  if (review && scope->report_year > 0) {
    if (dates.kind == JB_DATE_SPAN && dates.period.from_year < scope->report_year)
      set_span(scope, JB_STATUS_ACTUAL, dates.period);
    else if (first.kind == JB_DATE_SPAN && first.in_words && first.period.to_year == scope->report_year - 1)
      set_span(scope, JB_STATUS_ACTUAL, first.period); /* 本届政府及2016年工作回顾 */
    else if (dates.kind == JB_DATE_YEAR && dates.period.to_year < scope->report_year)
      set_year(scope, JB_STATUS_ACTUAL, dates.period.to_year);
    else
      set_year(scope, JB_STATUS_ACTUAL, scope->report_year - 1);
    if (dates.kind == JB_DATE_SPAN && year_comes_first(scope, text)) {
      scope->is_span = FALSE;
      scope->year = scope->report_year - 1;
    }
  } else if (dates.kind == JB_DATE_SPAN && (plan || level == 1) && !jb_scope_is_under_way(scope, dates.period)) {
    set_span(scope, status_of_span(scope, dates.period), dates.period);
    scope->is_span = scope->status == JB_STATUS_TARGET || !year_comes_first(scope, text);
  } else if (plan && level == 1 && first.kind == JB_DATE_SPAN && first.in_words &&
             first.period.from_year == scope->report_year) {
    set_span(scope, JB_STATUS_TARGET, first.period); /* 今后五年的目标和2023年工作安排 */
  } else if (dates.kind == JB_DATE_YEAR && dates.period.to_year >= scope->report_year) {
    set_year(scope, JB_STATUS_TARGET, dates.period.to_year);
  } else if (plan && level == 1) {
    if (scope->status != JB_STATUS_TARGET)
      set_year(scope, JB_STATUS_TARGET, scope->report_year);
  }
}

/* The sentence without 各位代表！, bullets and the words that introduce a time. */
static JbSlice
opening(JbSlice sentence)
{
  static const char *const heads[] = {"各位代表",     "！",       "，",     "：", "——",   "回首", "回顾", "刚刚过去的",
                                      "在刚刚过去的", "总的来看", "特别是", "（", "一是", "经过", "展望"};
  for (gboolean again = TRUE; again;) {
    again = FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(heads); i++)
      if (jb_slice_starts(sentence, heads[i])) {
        sentence = jb_slice_sub(sentence, strlen(heads[i]), sentence.len);
        again = TRUE;
      }
  }
  return sentence;
}

/* 主要预期目标是： opens a list of targets; 完成奋斗目标 does not. */
static gboolean
states_goals(JbSlice head)
{
  static const char *const goals[] = {"预期目标", "奋斗目标", "预期指标", "发展目标", "主要目标"};
  static const char *const opens[] = {"是", "为", "：", "建议为", "如下", "确定为", "安排为", "建议", "拟定为", "初步"};
  for (guint i = 0; i < G_N_ELEMENTS(goals); i++) {
    gssize at = jb_slice_find(head, goals[i]);
    JbSlice after = at >= 0 ? jb_slice_sub(head, (gsize)at + strlen(goals[i]), head.len) : (JbSlice){0};
    for (guint k = 0; at >= 0 && k < G_N_ELEMENTS(opens); k++)
      if (jb_slice_starts(after, opens[k]))
        return TRUE;
  }
  return FALSE;
}

/* 前三季度，…。分产业看，…: a release speaks of one period until it names another. */
static void
release_sentence(JbScope *scope, JbSlice sentence)
{
  gssize comma = jb_slice_find(sentence, "，");
  JbDates dates = jb_dates_find(scope, jb_slice_sub(sentence, 0, comma > 0 ? (gsize)comma : sentence.len));
  if (dates.kind == JB_DATE_PERIOD || dates.kind == JB_DATE_YEAR)
    scope->period = dates.period;
}

/* 2019年主要指标完成情况及2020年主要指标: the caption of a table, no sentence. */
static gboolean
is_caption(const JbScope *scope, JbSlice text)
{
  static const char *const ends[] = {"。", "！", "？", "；", "：", "，", "”", "）", ".", ";", ":", ","};
  if (jb_match_end(text, ends, G_N_ELEMENTS(ends)) > 0)
    return FALSE;
  JbDate first = jb_date_at(scope, text, 0);
  JbDates last = jb_dates_find(scope, text);
  return first.kind == JB_DATE_YEAR && last.kind == JB_DATE_YEAR && last.period.to_year > first.period.to_year;
}

/* 两年累计清偿欠款215亿元: a sum over years in a clause; what follows is about the year again. 五年来 and 过去五年 are
 * about the years, and so is 五年累计 where the section is about those five. */
static gboolean
is_sum(JbSlice text, gsize len)
{
  JbSlice said = jb_slice_sub(text, 0, len), rest = jb_slice_sub(text, len, text.len);
  gsize bare = strlen("两年"), summed = strlen("两年累计");
  return (len == bare && jb_slice_ends(said, "年") && jb_slice_starts(rest, "累计")) ||
         (len == summed && jb_slice_ends(said, "年累计"));
}

static gboolean
is_inside(JbPeriod part, JbPeriod whole)
{
  return part.from_year >= whole.from_year && part.to_year <= whole.to_year;
}

/* Spoken of in mid-paragraph, a few years are a remark; so is a plan's time among what the year is to bring, unless its
 * goals follow: “十四五”时期是重要机遇期，要编制好规划。 */
static gboolean
is_remark(const JbScope *scope, JbPeriod span, JbSlice text, JbSlice head)
{
  gboolean plans_year = scope->status == JB_STATUS_TARGET && !scope->is_span && jb_slice_starts(text, "“");
  return span.to_year - span.from_year < FEW_YEARS ||
         (plans_year && span.to_year >= scope->report_year && !states_goals(head) && !jb_slice_ends(text, "："));
}

/* 今年以来, 新年伊始: a review that has come to the report's own year. */
static gboolean
is_so_far(JbSlice text, gsize len)
{
  return jb_slice_starts(text, "新年伊始") || jb_slice_starts(jb_slice_sub(text, len, text.len), "以来");
}

/* 生产总值由2012年的4500亿元增加到2016年的…。财政收入由573亿元增加到…: the year of the starts that follow in the
 * paragraph. */
static void
note_start(JbScope *scope, JbSlice text)
{
  static const char *const marks[] = {"由", "从"}, *const ends[] = {"到", "至"};
  for (guint m = 0; m < G_N_ELEMENTS(marks); m++) {
    gssize at = jb_slice_find(text, marks[m]);
    JbSlice rest = jb_slice_sub(text, at >= 0 ? (gsize)at + strlen(marks[m]) : text.len, text.len);
    gsize n;
    gint year = jb_date_digits(rest, 0, &n);
    if (!jb_date_is_year(year, n) || !jb_slice_starts(jb_slice_sub(rest, n, rest.len), "年") || year >= scope->year)
      continue;
    for (gsize i = n; i < rest.len; i++) { /* …到2016年的 */
      gsize end = jb_match_any(jb_slice_sub(rest, i, rest.len), ends, G_N_ELEMENTS(ends)), figures;
      if (end > 0 && jb_date_digits(rest, i + end, &figures) == scope->year && figures == 4)
        scope->start_year = year;
    }
  }
}

void
jb_scope_sentence(JbScope *scope, JbSlice sentence, gboolean opens_paragraph)
{
  static const char *const goals[] = {"目标", "任务", "要求", "工作", "总体", "安排", "预期", "我们要", "要"};
  JbSlice text = opening(sentence);
  if (text.len == 0 || scope->report_year == 0)
    return;
  if (opens_paragraph) {
    give_back(scope);
    scope->start_year = 0;
  }
  note_start(scope, text);
  if (scope->is_release) {
    release_sentence(scope, text);
    return;
  }
  if (opens_paragraph && is_caption(scope, text))
    return;
  JbScope plain = *scope;
  plain.is_span = FALSE;
  JbDate date = jb_date_at(&plain, text, 0);
  if (date.whole_year || (date.within && !opens_paragraph))
    date = (JbDate){0};
  JbSlice rest = jb_slice_sub(text, MIN(date.len, text.len), text.len);
  JbSlice head = jb_utf8_head(text, 40);
  if (date.kind == JB_DATE_SPAN) {
    gboolean planned = date.period.to_year >= scope->report_year;
    if (jb_scope_is_under_way(scope, date.period) ||
        (is_sum(text, date.len) && !jb_period_equal(scope->span, date.period)))
      return;
    if (!opens_paragraph && scope->is_span && is_inside(date.period, scope->span))
      return; /* 特别是近两年来: of a review of five */
    if (!opens_paragraph && date.in_words && is_remark(scope, date.period, text, head))
      lend_span(scope, date.period);
    else if (opens_paragraph || date.in_words)
      set_span(scope, planned && date.period.from_year >= scope->report_year - 1 ? JB_STATUS_TARGET : scope->status,
               date.period);
  } else if (date.kind == JB_DATE_YEAR && !date.in_words && opens_paragraph && scope->status == JB_STATUS_ACTUAL &&
             date.period.to_year < scope->report_year - 1 && jb_slice_starts(rest, "以来，")) {
    JbPeriod since = date.period; /* 2013年以来，… */
    since.to_year = (gint16)(scope->report_year - 1);
    lend_span(scope, since);
  } else if (date.kind == JB_DATE_YEAR && date.period.to_year == scope->report_year - 1) {
    gboolean pointed = jb_slice_ends(jb_slice_sub(sentence, 0, (gsize)(text.at - sentence.at)), "刚刚过去的");
    if (pointed || (date.in_words ? opens_paragraph : opens_paragraph && !jb_slice_starts(rest, "地区")))
      set_year(scope, JB_STATUS_ACTUAL, date.period.to_year);
  } else if (date.kind == JB_DATE_YEAR && date.period.to_year == scope->report_year) {
    gboolean turns = opens_paragraph && scope->status == JB_STATUS_TARGET && jb_slice_starts(rest, "是");
    if (turns || (jb_has_any(head, goals, G_N_ELEMENTS(goals)) &&
                  (opens_paragraph || scope->status == JB_STATUS_TARGET || jb_slice_find(head, "目标") >= 0)))
      set_year(scope, JB_STATUS_TARGET, date.period.to_year);
    else if (opens_paragraph && scope->status == JB_STATUS_ACTUAL && is_so_far(text, date.len))
      lend_year(scope, date.period.to_year);
  } else if (scope->status == JB_STATUS_ACTUAL && jb_slice_find(text, "这是") >= 0 &&
             (jb_slice_ends(text, "的五年。") || jb_slice_ends(text, "的5年。"))) {
    if (opens_paragraph && jb_slice_starts(text, "这是"))
      set_span(scope, scope->status, jb_date_past_span(scope)); /* 这是城市面貌焕然一新的五年。 */
    else if (!scope->is_span)
      lend_span(scope, jb_date_past_span(scope)); /* 回首来路，这是实力提升的五年。 */
  } else if (states_goals(head)) {
    JbDates said = jb_dates_find(&plain, head);
    gboolean of_year = said.kind == JB_DATE_YEAR && said.period.to_year == scope->report_year;
    if (of_year || !scope->is_span || scope->status != JB_STATUS_TARGET)
      set_year(scope, JB_STATUS_TARGET, scope->report_year);
  }
}
