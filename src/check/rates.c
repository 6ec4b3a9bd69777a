/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rates: over 100 % where nothing can be, out of the range that an indicator has ever had, and moved by percent
 * where percentage points are meant (覆盖率从60%提高到63%，提高3%).
 */
#include "check/internal.h"

#include <string.h>

/* Rates of a part in its whole: never over 100. Completion, sales and loan ratios may be. */
static const char *const bounded_rates[] = {
    "覆盖率",       "普及率", "入学率",     "毛入园率", "巩固率", "城镇化率", "失业率", "优良率",
    "达标率",       "绿化率", "绿地率",     "处理率",   "利用率", "合格率",   "知晓率", "满意率",
    "就业率",       "参保率", "办结率",     "受益率",   "化率",   "占比",     "比重",   "优良天数比例",
    "优良水体比例", "好差率", "贫困发生率", "抽检率",   "通车率", "入户率",
};

static gboolean
is_bounded_rate(const JbFact *fact)
{
  static const char *const over[] = {"增长",   "完成",   "产销",   "存贷", "净化率", "产化率",
                                     "转化率", "入学率", "巩固率", "网络", "千兆",   NULL};
  if (fact->name_zh == NULL || !jb_check_says_percent(fact) || jb_check_has(jb_slice(fact->name_zh), over))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(bounded_rates); i++)
    if (g_str_has_suffix(fact->name_zh, bounded_rates[i]))
      return TRUE;
  return FALSE;
}

static void
check_hundred(JbChecker *checker, const JbStated *item)
{
  const JbFact *fact = item->fact;
  JbWide value;
  static const char *const plans[] = {"完成", "计划", "目标", "任务", "预算", "增长", "下降", "倍", "成", NULL};
  static const char *const parts[] = {"占", "比重", NULL};
  gboolean is_part = fact->measure == JB_MEASURE_SHARE && jb_check_says_percent(fact) &&
                     jb_check_has(item->lead, parts) && !jb_check_has(jb_slice(fact->source.sentence), plans);
  if (!(is_part || (fact->measure == JB_MEASURE_LEVEL && is_bounded_rate(fact))) || !jb_range_exact(fact, &value) ||
      value <= 100 * JB_MILLION)
    return;
  const char *zh = jb_arena_printf(checker->arena, "%s为%s，超过100%%", jb_label_zh(checker, fact),
                                   jb_said_zh(checker, fact));
  const char *en = jb_arena_printf(checker->arena, "%s: %s is over 100 percent", jb_label_en(checker, fact),
                                   jb_said_en(checker, fact));
  jb_found(checker, "over_100", is_bounded_rate(fact) ? JB_CERTAIN : JB_LIKELY, zh, en, 1, &item);
}

/* ---- Out of any range --------------------------------------------------------------------------------------- */

typedef struct {
  const char *code;
  JbMeasure measure;
  gint lo, hi; /* percent */
} Limits;

static const Limits limits[] = {
    {.code = "gdp", .measure = JB_MEASURE_GROWTH, .lo = -30, .hi = 50},
    {.code = "unemployment_surveyed", .measure = JB_MEASURE_LEVEL, .lo = 1, .hi = 20},
    {.code = "unemployment_registered", .measure = JB_MEASURE_LEVEL, .lo = 0, .hi = 15},
    {.code = "cpi", .measure = JB_MEASURE_GROWTH, .lo = -10, .hi = 30},
    {.code = "income", .measure = JB_MEASURE_GROWTH, .lo = -20, .hi = 50},
    {.code = "income_urban", .measure = JB_MEASURE_GROWTH, .lo = -20, .hi = 50},
    {.code = "income_rural", .measure = JB_MEASURE_GROWTH, .lo = -20, .hi = 50},
    {.code = "rd_intensity", .measure = JB_MEASURE_LEVEL, .lo = 0, .hi = 20},
    {.code = "urbanisation_rate", .measure = JB_MEASURE_LEVEL, .lo = 5, .hi = 100},
    {.code = "air_good_ratio", .measure = JB_MEASURE_LEVEL, .lo = 10, .hi = 100},
};

static void
check_limits(JbChecker *checker, const JbStated *item)
{
  const JbFact *fact = item->fact;
  static const char *const spans[] = {"累计", "五年", "年来", "年均", "年间", NULL};
  JbWide value;
  if (!jb_range_exact(fact, &value))
    return;
  for (guint i = 0; fact->code != NULL && i < G_N_ELEMENTS(limits); i++) {
    const Limits *row = &limits[i];
    if (strcmp(row->code, "cpi") == 0 && value > 70 * JB_MILLION)
      continue; /* an index: 101.5 */
    if (strcmp(row->code, fact->code) != 0 || row->measure != fact->measure || !jb_check_says_percent(fact) ||
        fact->base_year != 0 || item->is_doubtful || jb_check_has(jb_slice(fact->source.sentence), spans) ||
        !jb_period_is_year(fact->period) || (value >= row->lo * JB_MILLION && value <= row->hi * JB_MILLION))
      continue;
    const char *zh = jb_arena_printf(checker->arena, "%s：%s超出该指标可能的范围（%d%%至%d%%）",
                                     jb_label_zh(checker, fact), jb_said_zh(checker, fact), row->lo, row->hi);
    const char *en = jb_arena_printf(checker->arena, "%s: %s is out of any range that it has had (%d to %d percent)",
                                     jb_label_en(checker, fact), jb_said_en(checker, fact), row->lo, row->hi);
    jb_found(checker, "implausible", JB_LIKELY, zh, en, 1, &item);
  }
}

/* ---- Percent for percentage points ---------------------------------------------------------------------------- */

/* The two levels of a movement in percent that differ by what the figure behind them says in percent. */
static gboolean
is_points_by_levels(const JbChecker *checker, const JbStated *item)
{
  if (item->after < 0)
    return FALSE;
  const JbStated *to = &checker->items[item->after], *from = &checker->items[to->from];
  if (!jb_check_says_percent(to->fact) || !jb_check_is_exact(to) || !jb_check_is_exact(from) ||
      !jb_check_is_exact(item))
    return FALSE;
  JbRange moved = jb_range_sub(to->range, from->range), said = item->range, grown;
  if (said.hi < 0)
    said = (JbRange){-said.hi, -said.lo};
  if (moved.hi < 0)
    moved = (JbRange){-moved.hi, -moved.lo};
  return jb_range_meet(moved, said) &&
         (!jb_range_growth(from->range, to->range, &grown) || !jb_range_meet(grown, item->range));
}

static void
check_points(JbChecker *checker, const JbStated *item)
{
  const JbFact *fact = item->fact;
  static const char *const ends[] = {"覆盖率", "普及率", "入学率", "城镇化率", "优良率", "达标率", "绿化率", "绿地率",
                                     "处理率", "利用率", "占比",   "比重",     "失业率", "合格率", "参保率"};
  if (fact->measure != JB_MEASURE_GROWTH || !jb_check_says_percent(fact) || fact->name_zh == NULL)
    return;
  static const char *const moves[] = {"提高", "提升", "上升", "增长", "下降", "降低", NULL};
  gboolean by_levels = is_points_by_levels(checker, item), is_rate = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(ends); i++)
    is_rate |= g_str_has_suffix(fact->name_zh, ends[i]);
  if (!by_levels && (!is_rate || !jb_check_has(item->lead, moves)))
    return;
  const char *zh, *en;
  const JbStated *to = by_levels ? &checker->items[item->after] : NULL;
  if (by_levels) {
    const JbStated *from = &checker->items[to->from];
    zh = jb_arena_printf(checker->arena, "%s：从%s到%s相差%s，是百分点，不是百分比", jb_label_zh(checker, fact),
                         jb_figure_zh(checker, from->fact), jb_figure_zh(checker, to->fact), fact->source.text);
    en = jb_arena_printf(checker->arena, "%s: from %s to %s the difference of %s is percentage points, not percent",
                         jb_label_en(checker, fact), jb_figure_en(checker, from->fact), jb_figure_en(checker, to->fact),
                         fact->source.text);
    jb_found(checker, "points", JB_LIKELY, zh, en, 3, (const JbStated *const[]){from, to, item});
    return;
  }
  zh = jb_arena_printf(checker->arena, "%s变动%s：比率的变动应写百分点，还是确指百分比？", jb_label_zh(checker, fact),
                       jb_figure_zh(checker, fact));
  en = jb_arena_printf(checker->arena, "%s moved by %s: percentage points are usual for a rate; is percent meant?",
                       jb_label_en(checker, fact), jb_figure_en(checker, fact));
  jb_found(checker, "points", JB_POSSIBLE, zh, en, 1, &item);
}

void
jb_check_rates(JbChecker *checker)
{
  for (guint i = 0; i < checker->n; i++) {
    check_hundred(checker, &checker->items[i]);
    check_limits(checker, &checker->items[i]);
    check_points(checker, &checker->items[i]);
  }
}
