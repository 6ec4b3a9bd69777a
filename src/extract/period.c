/* SPDX-License-Identifier: Apache-2.0 */
/* The dates of a clause, and which of them bear on the quantity that follows. */
#include "extract/period.h"

#include "base/utf8.h"
#include "base/words.h"
#include "extract/date.h"

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
    if (date->kind == JB_DATE_YEAR && date->period.from_year < scope->year)
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

JbDates
jb_dates_find(const JbScope *scope, JbSlice text)
{
  static const char *const past[] = {"已", "目前", "截至", "截止"};
  JbDates dates = {0};
  for (gsize i = 0; i < text.len;) {
    JbDate date = jb_date_at(scope, text, i);
    if (date.kind != JB_DATE_NONE) {
      JbSlice after = jb_slice_sub(text, i + date.len, text.len);
      gboolean last_year = jb_slice_starts(jb_slice_sub(text, i, text.len), "去年") ||
                           jb_slice_starts(jb_slice_sub(text, i, text.len), "上年");
      JbSlice before = jb_slice_sub(text, 0, i);
      if (!(last_year && (jb_slice_ends(before, "比") || jb_slice_ends(before, "较")))) {
        take_date(scope, before, after, &date, &dates);
        dates.is_past = dates.is_past || (dates.kind == JB_DATE_YEAR && dates.period.to_year < scope->report_year);
      }
      i += date.len;
      continue;
    }
    i += 1;
    while (i < text.len && ((guchar)text.at[i] & 0xC0) == 0x80)
      i++;
  }
  dates.is_past = dates.is_past || jb_has_any(text, past, G_N_ELEMENTS(past));
  dates.is_so_far = jb_slice_starts(text, "今年以来");
  if (jb_slice_find(text, "五年前") >= 0)
    dates.base_year = jb_date_past_span(scope).from_year - 1;
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
  JbDate date = jb_date_at(&any, text, 0);
  return date.kind != JB_DATE_NONE ? date.len : 0;
}
