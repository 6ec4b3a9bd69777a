/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Time. Words for time are rows of one table with a function of the scope; figures (2021年, 1至9月, 2017—2021年)
 * are read by hand. Years come from the report, never from the clock.
 */
#include "extract/period.h"

#include "base/utf8.h"

#include <string.h>

JbPeriod
jb_period_year(gint year)
{
  return (JbPeriod){.from_year = (gint16)year, .to_year = (gint16)year};
}

static JbPeriod
span_of(gint from, gint to)
{
  return (JbPeriod){.from_year = (gint16)from, .to_year = (gint16)to};
}

static JbPeriod
months(gint year, gint from, gint to)
{
  return (JbPeriod){
      .from_year = (gint16)year, .from_month = (gint16)from, .to_year = (gint16)year, .to_month = (gint16)to};
}

/* ---- Words for time ------------------------------------------------------------------------- */

typedef enum {
  W_LAST_YEAR,
  W_THIS_YEAR,
  W_NEXT_YEAR,
  W_PAST_SPAN,
  W_NEXT_SPAN,
  W_PLAN,
  W_PLAN_END,
  W_HALF,
  W_HALF2,
  W_QUARTERS3,
  W_QUARTER1,
  W_YEARS,
} WordKind;

typedef struct {
  const char *zh;
  WordKind kind;
  gint n; /* PLAN: number of the five-year plan; YEARS: how many */
} TimeWord;

/* A longer word stands before its prefix. */
static const TimeWord words[] = {
    {.zh = "过去一年", .kind = W_LAST_YEAR},
    {.zh = "一年来", .kind = W_LAST_YEAR},
    {.zh = "这一年", .kind = W_LAST_YEAR},
    {.zh = "去年", .kind = W_LAST_YEAR},
    {.zh = "上年度", .kind = W_LAST_YEAR},
    {.zh = "过去的一年", .kind = W_LAST_YEAR},
    {.zh = "今年", .kind = W_THIS_YEAR},
    {.zh = "新的一年", .kind = W_THIS_YEAR},
    {.zh = "明年", .kind = W_NEXT_YEAR},
    {.zh = "过去五年", .kind = W_PAST_SPAN},
    {.zh = "过去的五年", .kind = W_PAST_SPAN},
    {.zh = "五年来", .kind = W_PAST_SPAN},
    {.zh = "5年来", .kind = W_PAST_SPAN},
    {.zh = "五年间", .kind = W_PAST_SPAN},
    {.zh = "这五年", .kind = W_PAST_SPAN},
    {.zh = "近五年", .kind = W_PAST_SPAN},
    {.zh = "五年累计", .kind = W_PAST_SPAN},
    {.zh = "五年共", .kind = W_PAST_SPAN},
    {.zh = "本届政府", .kind = W_PAST_SPAN},
    {.zh = "五年年均", .kind = W_PAST_SPAN},
    {.zh = "五年工作", .kind = W_PAST_SPAN},
    {.zh = "五年的", .kind = W_PAST_SPAN},
    {.zh = "以来的五年", .kind = W_PAST_SPAN},
    {.zh = "五年奋斗", .kind = W_PAST_SPAN},
    {.zh = "今后五年", .kind = W_NEXT_SPAN},
    {.zh = "未来五年", .kind = W_NEXT_SPAN},
    {.zh = "今后5年", .kind = W_NEXT_SPAN},
    {.zh = "未来5年", .kind = W_NEXT_SPAN},
    {.zh = "“十二五”末", .kind = W_PLAN_END, .n = 12},
    {.zh = "“十三五”末", .kind = W_PLAN_END, .n = 13},
    {.zh = "“十四五”末", .kind = W_PLAN_END, .n = 14},
    {.zh = "“十五五”末", .kind = W_PLAN_END, .n = 15},
    {.zh = "“十一五”", .kind = W_PLAN, .n = 11},
    {.zh = "“十二五”", .kind = W_PLAN, .n = 12},
    {.zh = "“十三五”", .kind = W_PLAN, .n = 13},
    {.zh = "“十四五”", .kind = W_PLAN, .n = 14},
    {.zh = "“十五五”", .kind = W_PLAN, .n = 15},
    {.zh = "十三五时期", .kind = W_PLAN, .n = 13},
    {.zh = "十四五时期", .kind = W_PLAN, .n = 14},
    {.zh = "十五五时期", .kind = W_PLAN, .n = 15},
    {.zh = "上半年", .kind = W_HALF},
    {.zh = "下半年", .kind = W_HALF2},
    {.zh = "前三季度", .kind = W_QUARTERS3},
    {.zh = "一季度", .kind = W_QUARTER1},
    {.zh = "两年来", .kind = W_YEARS, .n = 2},
    {.zh = "三年来", .kind = W_YEARS, .n = 3},
    {.zh = "四年来", .kind = W_YEARS, .n = 4},
    {.zh = "近两年", .kind = W_YEARS, .n = 2},
    {.zh = "近三年", .kind = W_YEARS, .n = 3},
    {.zh = "三年累计", .kind = W_YEARS, .n = 3},
    {.zh = "两年累计", .kind = W_YEARS, .n = 2},
    {.zh = "两年平均", .kind = W_YEARS, .n = 2},
    {.zh = "三年年均", .kind = W_YEARS, .n = 3},
    {.zh = "四年累计", .kind = W_YEARS, .n = 4},
};

static const TimeWord *
word_at(JbSlice text)
{
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (words[i].zh[0] == text.at[0] && jb_slice_starts(text, words[i].zh))
      return &words[i];
  return NULL;
}

static JbPeriod
plan_span(gint n)
{
  gint from = 2021 + (n - 14) * 5;
  return span_of(from, from + 4);
}

static JbPeriod
past_span(const JbScope *scope)
{
  if (scope->span.to_year != 0 && scope->status == JB_STATUS_ACTUAL && scope->is_span)
    return scope->span;
  return span_of(scope->report_year - 5, scope->report_year - 1);
}

/* ---- Dates in figures ------------------------------------------------------------------------ */

typedef struct {
  JbDateKind kind;
  JbPeriod period;
  gsize len;
} Date;

static gint
digits(JbSlice text, gsize at, gsize *len)
{
  gint value = 0;
  for (*len = 0; at + *len < text.len && *len < 5 && g_ascii_isdigit(text.at[at + *len]); (*len)++)
    value = value * 10 + (text.at[at + *len] - '0');
  return value;
}

static gsize
joins(JbSlice text, gsize at)
{
  static const char *const signs[] = {"——", "—", "-", "–", "至", "到", "~", "～"};
  JbSlice rest = jb_slice_sub(text, at, text.len);
  for (guint i = 0; i < G_N_ELEMENTS(signs); i++)
    if (jb_slice_starts(rest, signs[i]))
      return strlen(signs[i]);
  return 0;
}

static gboolean
is_year_number(gint value, gsize len)
{
  return len == 4 && value >= 1949 && value < 2100;
}

/* 9月, 1至9月, 1-9月份 at `at`, months of `year`. */
static Date
months_at(JbSlice text, gsize at, gint year)
{
  Date none = {0};
  gsize n, m = 0;
  gint first = digits(text, at, &n), last = first;
  if (n == 0 || n > 2 || first < 1 || first > 12)
    return none;
  gsize end = at + n, sign = joins(text, end);
  if (sign > 0) {
    last = digits(text, end + sign, &m);
    if (m == 0 || m > 2 || last < first || last > 12)
      return none;
    end += sign + m;
  }
  JbSlice rest = jb_slice_sub(text, end, text.len);
  if (!jb_slice_starts(rest, "月"))
    return none;
  end += strlen("月");
  if (jb_slice_starts(jb_slice_sub(text, end, text.len), "份"))
    end += strlen("份");
  gsize day;
  digits(text, end, &day);
  if (day > 0 && jb_slice_starts(jb_slice_sub(text, end + day, text.len), "日"))
    end += day + strlen("日");
  return (Date){.kind = JB_DATE_PERIOD, .period = months(year, first, last), .len = end - at};
}

/* 2021年, 2021年1至9月, 2017—2021年 at `at`. */
static Date
figure_date(JbSlice text, gsize at, gint year_now)
{
  gsize n, m;
  gint year = digits(text, at, &n);
  if (!is_year_number(year, n))
    return months_at(text, at, year_now);
  gsize end = at + n, sign = joins(text, end);
  gint last = sign > 0 ? digits(text, end + sign, &m) : 0;
  if (sign > 0 && is_year_number(last, m) && jb_slice_starts(jb_slice_sub(text, end + sign + m, text.len), "年"))
    return (Date){.kind = JB_DATE_SPAN, .period = span_of(year, last), .len = n + sign + m + strlen("年")};
  if (!jb_slice_starts(jb_slice_sub(text, end, text.len), "年"))
    return (Date){0};
  end += strlen("年");
  Date month = months_at(text, end, year);
  if (month.kind != JB_DATE_NONE) {
    month.len += end - at;
    return month;
  }
  static const char *const tails[] = {"年末", "年底", "末", "底", "度"};
  JbSlice rest = jb_slice_sub(text, end, text.len);
  for (guint i = 0; i < G_N_ELEMENTS(tails); i++)
    if (jb_slice_starts(rest, tails[i])) {
      end += strlen(tails[i]);
      break;
    }
  return (Date){.kind = JB_DATE_YEAR, .period = jb_period_year(year), .len = end - at};
}

static Date
word_date(const JbScope *scope, const TimeWord *word)
{
  gint y = scope->report_year, current = scope->year;
  Date date = {.len = strlen(word->zh), .kind = JB_DATE_YEAR};
  switch (word->kind) {
  case W_LAST_YEAR:
    date.period = jb_period_year(y - 1);
    break;
  case W_THIS_YEAR:
    date.period = jb_period_year(y);
    break;
  case W_NEXT_YEAR:
    date.period = jb_period_year(y + 1);
    break;
  case W_PLAN_END:
    date.kind = JB_DATE_BY;
    date.period = jb_period_year(plan_span(word->n).to_year);
    break;
  case W_PAST_SPAN:
    date.kind = JB_DATE_SPAN;
    date.period = past_span(scope);
    break;
  case W_NEXT_SPAN:
    date.kind = JB_DATE_SPAN;
    date.period = span_of(y, y + 4);
    break;
  case W_PLAN:
    date.kind = JB_DATE_SPAN;
    date.period = plan_span(word->n);
    break;
  case W_YEARS:
    date.kind = JB_DATE_SPAN;
    date.period = span_of(current - word->n + 1, current);
    break;
  case W_HALF:
    date.kind = JB_DATE_PERIOD;
    date.period = months(current, 1, 6);
    break;
  case W_HALF2:
    date.kind = JB_DATE_PERIOD;
    date.period = months(current, 7, 12);
    break;
  case W_QUARTERS3:
    date.kind = JB_DATE_PERIOD;
    date.period = months(current, 1, 9);
    break;
  case W_QUARTER1:
    date.kind = JB_DATE_PERIOD;
    date.period = months(current, 1, 3);
    break;
  }
  return date;
}

static Date
date_at(const JbScope *scope, JbSlice text, gsize at)
{
  if (g_ascii_isdigit(text.at[at]))
    return at > 0 && (g_ascii_isdigit(text.at[at - 1]) || text.at[at - 1] == '.') ? (Date){0}
                                                                                  : figure_date(text, at, scope->year);
  const TimeWord *word = word_at(jb_slice_sub(text, at, text.len));
  return word != NULL ? word_date(scope, word) : (Date){0};
}

static gboolean
ends_any(JbSlice text, const char *const *list, guint n)
{
  for (guint i = 0; i < n; i++)
    if (jb_slice_ends(text, list[i]))
      return TRUE;
  return FALSE;
}

static void
take_date(const JbScope *scope, JbSlice before, JbSlice after, const Date *date, JbDates *dates)
{
  static const char *const compares[] = {"比", "较", "同比", "对比", "相比", "与"};
  static const char *const untils[] = {"到", "至"};
  if (ends_any(before, compares, G_N_ELEMENTS(compares)) &&
      (jb_slice_ends(before, "与") ? jb_slice_find(after, "相比") >= 0 : TRUE)) {
    if (date->kind == JB_DATE_YEAR && date->period.from_year < scope->year)
      dates->base_year = date->period.from_year;
    return;
  }
  dates->kind = date->kind;
  dates->period = date->period;
  if (date->kind == JB_DATE_YEAR && ends_any(before, untils, G_N_ELEMENTS(untils)) &&
      date->period.to_year >= scope->report_year)
    dates->kind = JB_DATE_BY;
}

JbDates
jb_dates_find(const JbScope *scope, JbSlice text)
{
  static const char *const past[] = {"已", "目前", "截至", "截止"};
  JbDates dates = {0};
  for (gsize i = 0; i < text.len;) {
    Date date = date_at(scope, text, i);
    if (date.kind != JB_DATE_NONE) {
      JbSlice after = jb_slice_sub(text, i + date.len, text.len);
      gboolean last_year = jb_slice_starts(jb_slice_sub(text, i, text.len), "去年") ||
                           jb_slice_starts(jb_slice_sub(text, i, text.len), "上年");
      JbSlice before = jb_slice_sub(text, 0, i);
      if (!(last_year && (jb_slice_ends(before, "比") || jb_slice_ends(before, "较")))) {
        take_date(scope, before, after, &date, &dates);
        dates.is_past = dates.is_past || (dates.kind == JB_DATE_YEAR && dates.period.to_year < scope->report_year);
        dates.is_plan = dates.is_plan || jb_slice_starts(jb_slice_sub(text, i, text.len), "今");
      }
      i += date.len;
      continue;
    }
    i += 1;
    while (i < text.len && ((guchar)text.at[i] & 0xC0) == 0x80)
      i++;
  }
  for (guint i = 0; i < G_N_ELEMENTS(past); i++)
    dates.is_past = dates.is_past || jb_slice_find(text, past[i]) >= 0;
  if (jb_slice_find(text, "五年前") >= 0)
    dates.base_year = past_span(scope).from_year - 1;
  dates.compares_span = jb_slice_starts(text, "五年增") || jb_slice_starts(text, "五年提") ||
                        jb_slice_starts(text, "五年净增") || jb_slice_starts(text, "五年翻");
  return dates;
}

gsize
jb_date_len(JbSlice text)
{
  const JbScope any = {.report_year = 2020, .year = 2020};
  if (text.len == 0)
    return 0;
  Date date = date_at(&any, text, 0);
  return date.kind != JB_DATE_NONE ? date.len : 0;
}

/* ---- Scope ----------------------------------------------------------------------------------- */

JbScope
jb_scope_start(gint report_year)
{
  return (JbScope){.report_year = report_year, .status = JB_STATUS_ACTUAL, .year = report_year - 1};
}

static gboolean
has_any(JbSlice text, const char *const *list, guint n)
{
  for (guint i = 0; i < n; i++)
    if (jb_slice_find(text, list[i]) >= 0)
      return TRUE;
  return FALSE;
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
  scope->year = status == JB_STATUS_ACTUAL ? MIN(span.to_year, scope->report_year - 1) : span.from_year;
}

/* A plan that is under way: what is planned under it is this year's work. 今年…完成“十三五”规划 in a report of 2020 */
static gboolean
under_way(const JbScope *scope, JbPeriod span)
{
  return span.from_year < scope->report_year - 1 && span.to_year >= scope->report_year;
}

static void
set_year(JbScope *scope, JbStatus status, gint year)
{
  scope->status = status;
  scope->is_span = FALSE;
  scope->year = year;
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
    gint year = digits(text, i, &n);
    if (is_year_number(year, n)) {
      dates->kind = JB_DATE_YEAR;
      dates->period = jb_period_year(year);
    }
    i += n;
  }
}

void
jb_scope_heading(JbScope *scope, guint level, JbSlice text)
{
  JbDates dates = jb_dates_find(scope, text);
  bare_year(text, &dates);
  gboolean review = has_any(text, review_words, G_N_ELEMENTS(review_words));
  gboolean plan = !review && has_any(text, plan_words, G_N_ELEMENTS(plan_words));
  if (level > 2 && dates.kind == JB_DATE_NONE)
    return;
  if (review && scope->report_year > 0) {
    if (dates.kind == JB_DATE_SPAN && dates.period.from_year < scope->report_year)
      set_span(scope, JB_STATUS_ACTUAL, dates.period);
    else if (dates.kind == JB_DATE_YEAR && dates.period.to_year < scope->report_year)
      set_year(scope, JB_STATUS_ACTUAL, dates.period.to_year);
    else
      set_year(scope, JB_STATUS_ACTUAL, scope->report_year - 1);
    /* 2025年和“十四五”时期工作回顾: last year comes first */
    if (dates.kind == JB_DATE_SPAN && jb_slice_find(text, "和") >= 0 && jb_slice_find(text, "年") >= 0 &&
        jb_slice_find(text, "年") < jb_slice_find(text, "和")) {
      scope->is_span = FALSE;
      scope->year = scope->report_year - 1;
    }
  } else if (dates.kind == JB_DATE_SPAN && (plan || level == 1) && !under_way(scope, dates.period)) {
    set_span(scope, status_of_span(scope, dates.period), dates.period);
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
  static const char *const heads[] = {"各位代表",   "！",       "，",     "：", "——",   "回首", "回顾",
                                      "刚刚过去的", "总的来看", "特别是", "（", "一是", "经过", "展望"};
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

void
jb_scope_sentence(JbScope *scope, JbSlice sentence, gboolean opens_paragraph)
{
  static const char *const goals[] = {"目标", "任务", "要求", "工作", "总体", "安排", "预期", "我们要", "要"};
  JbSlice text = opening(sentence);
  if (text.len == 0 || scope->report_year == 0)
    return;
  JbScope plain = *scope;
  plain.is_span = FALSE;
  Date date = date_at(&plain, text, 0);
  const TimeWord *word = word_at(text);
  JbSlice rest = jb_slice_sub(text, MIN(date.len, text.len), text.len);
  JbSlice head = jb_utf8_head(text, 40);
  if (date.kind == JB_DATE_SPAN) {
    gboolean planned = date.period.to_year >= scope->report_year;
    if (under_way(scope, date.period))
      return;
    if (opens_paragraph || word != NULL)
      set_span(scope, planned && date.period.from_year >= scope->report_year - 1 ? JB_STATUS_TARGET : scope->status,
               date.period);
  } else if (date.kind == JB_DATE_YEAR && date.period.to_year == scope->report_year - 1) {
    if (word != NULL ? opens_paragraph : opens_paragraph && !jb_slice_starts(rest, "地区"))
      set_year(scope, JB_STATUS_ACTUAL, date.period.to_year);
  } else if (date.kind == JB_DATE_YEAR && date.period.to_year == scope->report_year) {
    if (has_any(head, goals, G_N_ELEMENTS(goals)) &&
        (opens_paragraph || scope->status == JB_STATUS_TARGET || jb_slice_find(head, "目标") >= 0))
      set_year(scope, JB_STATUS_TARGET, date.period.to_year);
  } else if (states_goals(head)) {
    if (jb_slice_find(head, "今年") >= 0 || !scope->is_span || scope->status != JB_STATUS_TARGET)
      set_year(scope, JB_STATUS_TARGET, scope->report_year);
  }
}
