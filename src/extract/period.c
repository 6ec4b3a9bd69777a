/* SPDX-License-Identifier: Apache-2.0 */
/* The dates of a clause, and which of them bear on the quantity that follows. */
#include "extract/period.h"

#include "base/utf8.h"
#include "base/words.h"
#include "extract/date.h"
#include "extract/words.h"

#include <string.h>

/* 2018年4月以来: from then to the end of the time spoken of. */
static void
since(const JbScope *scope, JbSlice after, JbDates *dates)
{
  if (!jb_slice_starts(after, "以来") || (dates->kind != JB_DATE_YEAR && dates->kind != JB_DATE_PERIOD) ||
      dates->period.from_year >= scope->year)
    return;
  dates->kind = JB_DATE_SPAN;
  dates->period.to_year = (gint16)scope->year;
  dates->period.to_month = dates->period.from_month > 0 ? 12 : 0;
}

static void
take_date(const JbScope *scope, JbSlice before, JbSlice after, const JbDate *date, JbDates *dates)
{
  static const char *const compares[] = {"比", "较", "同比", "对比", "相比", "与"};
  static const char *const untils[] = {"到", "至"};
  if (jb_match_end(before, compares, G_N_ELEMENTS(compares)) > 0 &&
      (jb_slice_ends(before, "与") ? jb_slice_find(after, "相比") >= 0 : TRUE)) {
    gboolean is_year = date->kind == JB_DATE_YEAR || date->kind == JB_DATE_BY; /* 比2016年, 较“十三五”末 */
    if (is_year && date->period.from_year < scope->year)
      dates->base_year = date->period.from_year;
    return;
  }
  static const char *const starts[] = {"从", "由", "自"};
  dates->is_start = jb_match_end(before, starts, G_N_ELEMENTS(starts)) > 0;
  if (date->whole_year && (dates->kind == JB_DATE_YEAR || dates->kind == JB_DATE_SPAN))
    return; /* 2021年全年 */
  dates->whole_year = date->whole_year;
  dates->kind = date->kind;
  dates->period = date->period;
  if (date->kind == JB_DATE_YEAR && jb_match_end(before, untils, G_N_ELEMENTS(untils)) > 0 &&
      date->period.to_year >= scope->report_year)
    dates->kind = JB_DATE_BY;
  since(scope, after, dates);
}

/* 编制保护规划（2021—2035年）: the years of a plan's title; 在去年减负的基础上: what is only built on; 一季度达到|全年|任务的30%: what a
 * part is of; 2000年前建成的小区: how old a thing is. */
static gboolean
dates_nothing(const JbScope *scope, JbSlice before, JbSlice after, const JbDate *date)
{
  static const char *const olds[] = {"前", "以前", "之前"};
  if (date->kind == JB_DATE_YEAR && !date->in_words && date->period.to_year + 1 < scope->year &&
      jb_match_any(after, olds, G_N_ELEMENTS(olds)) > 0)
    return TRUE;
  static const char *const plans[] = {"规划（", "计划（", "纲要（", "方案（", "》（", "规划", "纲要"};
  static const char *const builds[] = {"在", "于"}, *const wholes[] = {"任务", "目标", "计划"};
  if (date->whole_year && jb_match_any(after, wholes, G_N_ELEMENTS(wholes)) > 0)
    return TRUE;
  gssize base = jb_slice_find(after, "基础上"), comma = jb_slice_find(after, "，");
  return (date->kind == JB_DATE_SPAN && !date->in_words && jb_match_end(before, plans, G_N_ELEMENTS(plans)) > 0) ||
         (base >= 0 && (comma < 0 || base < comma) && jb_match_end(before, builds, G_N_ELEMENTS(builds)) > 0);
}

/* 三年|清理200万立方米, 力争五年|实际投资6000亿元: how long the work that a clause plans takes. */
static JbDate
clause_takes(const JbScope *scope, JbSlice text, gsize at)
{
  static const char *const aims[] = {"力争", "确保", "，", "争取", "计划", "用"}, *const heads[] = {"累计", "实际",
                                                                                                    "共"};
  JbSlice before = jb_slice_sub(text, 0, at), after;
  gsize len;
  gint n = scope->status == JB_STATUS_TARGET ? jb_date_years(jb_slice_sub(text, at, text.len), &len) : 0;
  if (n == 0 || (at > 0 && jb_match_end(before, aims, G_N_ELEMENTS(aims)) == 0))
    return (JbDate){0};
  after = jb_slice_sub(text, at + len, text.len);
  after = jb_slice_sub(after, jb_match_any(after, heads, G_N_ELEMENTS(heads)), after.len);
  gboolean time = jb_slice_ends(before, "用") && jb_slice_starts(after, "时间"); /* 用两年时间更新375万户 */
  return time || jb_verb_at(after) != NULL || jb_slice_starts(after, "投资")
             ? (JbDate){.kind = JB_DATE_SPAN, .period = jb_date_years_ahead(scope, n), .len = len, .in_words = TRUE}
             : (JbDate){0};
}

JbDates
jb_dates_find(const JbScope *scope, JbSlice text)
{
  static const char *const past[] = {"已", "目前", "截至", "截止"};
  JbDates dates = {0};
  for (gsize i = 0; i < text.len;) {
    JbDate date = jb_date_at(scope, text, i);
    if (date.kind == JB_DATE_NONE)
      date = clause_takes(scope, text, i);
    if (date.kind != JB_DATE_NONE) {
      JbSlice after = jb_slice_sub(text, i + date.len, text.len);
      gboolean last_year = jb_slice_starts(jb_slice_sub(text, i, text.len), "去年") ||
                           jb_slice_starts(jb_slice_sub(text, i, text.len), "上年");
      JbSlice before = jb_slice_sub(text, 0, i);
      if (!dates_nothing(scope, before, after, &date) &&
          !(last_year && (jb_slice_ends(before, "比") || jb_slice_ends(before, "较")))) {
        take_date(scope, before, after, &date, &dates);
        dates.is_past = dates.is_past || (dates.kind == JB_DATE_YEAR && dates.period.to_year < scope->report_year);
      }
      i += date.len;
      continue;
    }
    i += jb_utf8_len(text.at[i]);
  }
  dates.is_past = dates.is_past || jb_has_any(text, past, G_N_ELEMENTS(past));
  dates.is_so_far = jb_slice_starts(text, "今年以来");
  if (jb_slice_find(text, "五年前") >= 0)
    dates.base_year = jb_date_past_span(scope).from_year - 1;
  static const struct {
    const char *zh;
    gint year;
  } censuses[] = {{"第五次全国人口普查", 2000}, {"第六次全国人口普查", 2010}, {"第七次全国人口普查", 2020},
                  {"第五次人口普查", 2000},     {"第六次人口普查", 2010},     {"第七次人口普查", 2020}};
  for (guint i = 0; i < G_N_ELEMENTS(censuses); i++) { /* 较第六次全国人口普查增加 */
    gssize at = jb_slice_find(text, censuses[i].zh);
    JbSlice before = jb_slice_sub(text, 0, at > 0 ? (gsize)at : 0);
    if (jb_slice_ends(before, "比") || jb_slice_ends(before, "较"))
      dates.base_year = censuses[i].year;
  }
  dates.compares_span = jb_slice_starts(text, "五年增") || jb_slice_starts(text, "五年提") ||
                        jb_slice_starts(text, "五年净增") || jb_slice_starts(text, "五年翻");
  return dates;
}

gsize
jb_date_len(JbSlice text)
{
  const JbScope any = {.report_year = 2020, .year = 2020, .status = JB_STATUS_TARGET};
  if (text.len == 0)
    return 0;
  JbDate date = jb_date_at(&any, text, 0);
  return date.kind != JB_DATE_NONE ? date.len : 0;
}
