/* SPDX-License-Identifier: Apache-2.0 */
/*
 * wording/: facts into words of two languages.
 *
 * terms.c holds the table of names, names.c picks one for a fact, units.c takes a written unit apart by
 * tables/units.c, number.c sets digits, quantity.c puts number, unit and bound together; this file has the
 * small words: periods, measures, statuses and titles. Everything is made in the caller's arena from exact
 * decimals and fixed tables, so the same fact is always worded the same. JB_LANG_BOTH gives the Chinese: the
 * two languages stand in boxes of their own, and whoever draws them asks twice.
 */
#include <jianbao/wording.h>

static const char *const month_names[] = {"",    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

#define EN_DASH "\u2013"
#define EM_DASH "\u2014"

static const char *
months_zh(JbArena *arena, JbPeriod period)
{
  if (period.from_year != period.to_year)
    return jb_arena_printf(arena, "%d年%d月" EM_DASH "%d年%d月", period.from_year, period.from_month, period.to_year,
                           period.to_month);
  if (period.from_month != period.to_month)
    return jb_arena_printf(arena, "%d年%d" EM_DASH "%d月", period.from_year, period.from_month, period.to_month);
  return jb_arena_printf(arena, "%d年%d月", period.from_year, period.from_month);
}

static const char *
months_en(JbArena *arena, JbPeriod period)
{
  const char *from = month_names[period.from_month], *to = month_names[period.to_month];
  if (period.from_year != period.to_year)
    return jb_arena_printf(arena, "%s %d" EN_DASH "%s %d", from, period.from_year, to, period.to_year);
  if (period.from_month != period.to_month)
    return jb_arena_printf(arena, "%s" EN_DASH "%s %d", from, to, period.from_year);
  return jb_arena_printf(arena, "%s %d", from, period.from_year);
}

const char *
jb_period_words(JbArena *arena, JbPeriod period, JbLang lang)
{
  gboolean english = lang == JB_LANG_EN;
  if (period.from_year == 0)
    return EM_DASH;
  if (jb_period_is_year(period))
    return jb_arena_printf(arena, english ? "%d" : "%d年", period.from_year);
  if (period.from_month != 0)
    return english ? months_en(arena, period) : months_zh(arena, period);
  if (!english)
    return jb_arena_printf(arena, "%d" EM_DASH "%d年", period.from_year, period.to_year);
  if (period.from_year / 100 == period.to_year / 100)
    return jb_arena_printf(arena, "%d" EN_DASH "%02d", period.from_year, period.to_year % 100);
  return jb_arena_printf(arena, "%d" EN_DASH "%d", period.from_year, period.to_year);
}

typedef struct {
  const char *zh, *en;
} Words;

const char *
jb_measure_words(JbMeasure measure, JbLang lang)
{
  static const Words words[] = {
      [JB_MEASURE_LEVEL] = {.zh = "总量", .en = "level"},
      [JB_MEASURE_GROWTH] = {.zh = "增速", .en = "growth"},
      [JB_MEASURE_AVERAGE_GROWTH] = {.zh = "年均增速", .en = "average annual growth"},
      [JB_MEASURE_CHANGE] = {.zh = "增减", .en = "change"},
      [JB_MEASURE_SHARE] = {.zh = "占比", .en = "share"},
      [JB_MEASURE_RANK] = {.zh = "位次", .en = "rank"},
  };
  return lang == JB_LANG_EN ? words[measure].en : words[measure].zh;
}

const char *
jb_status_words(JbStatus status, JbLang lang)
{
  static const Words words[] = {
      [JB_STATUS_ACTUAL] = {.zh = "实际", .en = "actual"},
      [JB_STATUS_ESTIMATE] = {.zh = "预计", .en = "estimate"},
      [JB_STATUS_TARGET] = {.zh = "目标", .en = "target"},
      [JB_STATUS_DERIVED] = {.zh = "推算", .en = "derived"},
  };
  return lang == JB_LANG_EN ? words[status].en : words[status].zh;
}

static const Words kinds[] = {
    [JB_REPORT_UNKNOWN] = {.zh = "报告", .en = "Report"},
    [JB_REPORT_WORK] = {.zh = "政府工作报告", .en = "Government Work Report"},
    [JB_REPORT_RELEASE] = {.zh = "统计数据", .en = "Statistical Release"},
    [JB_REPORT_COMMUNIQUE] = {.zh = "统计公报", .en = "Statistical Communique"},
    [JB_REPORT_TABLE] = {.zh = "统计数据", .en = "Statistical Data"},
};

/* The nation's report has no area in its name; what is not known is left out. */
const char *
jb_report_title(JbArena *arena, const JbReport *report, JbLang lang)
{
  const JbArea *area = &report->area;
  gboolean named = area->level != JB_AREA_NATION && area->zh != NULL && *area->zh != '\0';
  const Words *kind = &kinds[report->kind];
  if (lang != JB_LANG_EN) {
    const char *year = report->year != 0 ? jb_arena_printf(arena, "%d年", report->year) : "";
    return jb_arena_printf(arena, "%s%s%s简报", named ? area->zh : "", year, kind->zh);
  }
  const char *year = report->year != 0 ? jb_arena_printf(arena, "%d ", report->year) : "";
  if (!named)
    return jb_arena_printf(arena, "Briefing on the %s%s", year, kind->en);
  const char *place = area->en != NULL && *area->en != '\0' ? area->en : area->zh;
  return jb_arena_printf(arena, "%s: briefing on the %s%s", place, year, kind->en);
}
