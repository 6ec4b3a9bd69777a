/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two levels and how far it is said to be from one to the other: 从99.2亿元增加到163亿元，增加63.8亿元，年均增长10.4%.
 *
 * The three stand in one clause, or apart: a level of this year, its change or growth, and a level of the year that
 * this is counted from. Growth at constant prices does not follow from levels at current ones, so there only a gross
 * difference is worth a word, and the word says why.
 */
#include "check/internal.h"

#include <stdlib.h>

#define GROSS_POINTS 15 /* per year: more than prices and revisions explain */

/* What a move must be by two levels: as a range, and as the figure to tell. FALSE when it cannot be told. */
static gboolean
implied(const JbStated *earlier, const JbStated *later, const JbFact *move, JbRange *range, JbWide *exact)
{
  JbRange before, after, point;
  if (!jb_range_point(earlier->fact, &before) || !jb_range_point(later->fact, &after))
    return FALSE;
  if (move->measure == JB_MEASURE_CHANGE) {
    *range = jb_range_sub(later->range, earlier->range);
    *exact = after.lo - before.lo;
    return jb_check_same_dimension(move, later->fact);
  }
  if (move->measure != JB_MEASURE_GROWTH || !jb_check_says_percent(move) || !jb_range_growth(before, after, &point) ||
      !jb_range_growth(earlier->range, later->range, range))
    return FALSE;
  *exact = point.lo;
  return TRUE;
}

/* Where an average growth over `years` leads from the earlier level. */
static gboolean
average_leads(const JbStated *earlier, const JbStated *move, guint years, JbRange *reached)
{
  return years >= 2 && years <= 30 && jb_range_grow(earlier->range, move->range, years, reached);
}

/* The years over which `move` is an average. */
static guint
years_of(const JbFact *move)
{
  JbPeriod p = move->period;
  return p.from_year != 0 && p.from_month == 0 && p.to_year > p.from_year ? (guint)(p.to_year - p.from_year + 1) : 0;
}

static const char constant_zh[] = "（该指标增速通常按不变价计算，请核对口径）";
static const char constant_en[] = " (its growth is usually at constant prices: see whether that explains it)";

static void
tell_average(JbChecker *checker, const JbStated *earlier, const JbStated *later, const JbStated *move, guint years,
             JbCertainty certainty, gboolean is_real)
{
  JbRange from, by, reached;
  if (!jb_range_point(earlier->fact, &from) || !jb_range_point(move->fact, &by) ||
      !jb_range_grow(from, by, years, &reached))
    return;
  const char *zh = jb_arena_printf(checker->arena, "%s：%s按年均%s增长%u年应约为%s，文中为%s%s",
                                   jb_label_zh(checker, later->fact), jb_said_zh(checker, earlier->fact),
                                   jb_figure_zh(checker, move->fact), years,
                                   jb_computed_zh(checker, later->fact, reached.lo, 0),
                                   jb_said_zh(checker, later->fact), is_real ? constant_zh : "");
  const char *en = jb_arena_printf(
      checker->arena, "%s: %s growing by %s a year for %u years makes about %s; stated is %s%s",
      jb_label_en(checker, later->fact), jb_said_en(checker, earlier->fact), jb_figure_en(checker, move->fact), years,
      jb_computed_en(checker, later->fact, reached.lo, 0), jb_said_en(checker, later->fact),
      is_real ? constant_en : "");
  jb_found(checker, "average_growth", certainty, zh, en, 3, (const JbStated *const[]){earlier, later, move});
}

static void
tell_move(JbChecker *checker, const JbStated *earlier, const JbStated *later, const JbStated *move, JbWide exact,
          JbCertainty certainty, gboolean is_real)
{
  gboolean is_change = move->fact->measure == JB_MEASURE_CHANGE;
  const char *zh = jb_arena_printf(
      checker->arena, "%s：从%s到%s，%s应约为%s，文中为%s%s", jb_label_zh(checker, later->fact),
      jb_said_zh(checker, earlier->fact), jb_said_zh(checker, later->fact), is_change ? "变动" : "增长",
      jb_computed_zh(checker, move->fact, exact, 0), jb_figure_zh(checker, move->fact), is_real ? constant_zh : "");
  const char *en = jb_arena_printf(
      checker->arena, "%s: from %s to %s is %s of about %s; stated is %s%s", jb_label_en(checker, later->fact),
      jb_said_en(checker, earlier->fact), jb_said_en(checker, later->fact), is_change ? "a change" : "growth",
      jb_computed_en(checker, move->fact, exact, 0), jb_figure_en(checker, move->fact), is_real ? constant_en : "");
  jb_found(checker, is_change ? "change" : "growth", certainty, zh, en, 3,
           (const JbStated *const[]){earlier, later, move});
}

/* A range without its sign: 缩短3天 is told as -3 or 3. */
static JbRange
size_of(JbRange range)
{
  return range.hi < 0 ? (JbRange){-range.hi, -range.lo} : range;
}

/* An average over as many years as lie between the levels, or as it says itself: it must fail by both. */
static gboolean
average_agrees(JbChecker *checker, const JbStated *earlier, const JbStated *later, const JbStated *move,
               gboolean is_real, gboolean tell)
{
  guint apart = (guint)abs(later->fact->period.to_year - earlier->fact->period.to_year), own = years_of(move->fact);
  const guint spans[] = {apart, own >= 2 ? own : apart};
  JbRange reached = {0, 0}, total;
  for (guint i = 0; i < G_N_ELEMENTS(spans); i++) {
    if (!average_leads(earlier, move, spans[i], &reached) || jb_range_meet(reached, later->range))
      return TRUE;
    if (is_real && (!jb_range_growth(reached, later->range, &total) ||
                    jb_range_gap(total, (JbRange){0, 0}) < (JbWide)spans[i] * GROSS_POINTS * JB_MILLION))
      return TRUE;
  }
  if (tell)
    tell_average(checker, earlier, later, move, spans[1], is_real ? JB_POSSIBLE : JB_LIKELY, is_real);
  return FALSE;
}

/* Whether the three agree; a finding when they do not and `tell` is set. */
static gboolean
agree(JbChecker *checker, const JbStated *earlier, const JbStated *later, const JbStated *move, gboolean one_clause,
      gboolean tell)
{
  gboolean is_change = move->fact->measure == JB_MEASURE_CHANGE;
  gboolean is_real = jb_check_nature(later->fact)->is_real && !is_change;
  JbRange range;
  JbWide exact;
  if (move->fact->measure == JB_MEASURE_AVERAGE_GROWTH)
    return average_agrees(checker, earlier, later, move, is_real, tell);
  if (!implied(earlier, later, move->fact, &range, &exact))
    return TRUE;
  JbWide gap = jb_range_gap(size_of(range), size_of(move->range));
  if (gap == 0 || (is_real && gap < GROSS_POINTS * JB_MILLION))
    return TRUE;
  if (tell)
    tell_move(checker, earlier, later, move, exact,
              one_clause && is_change ? JB_CERTAIN
              : is_real               ? JB_POSSIBLE
                                      : JB_LIKELY,
              is_real);
  return FALSE;
}

/* ---- In one clause ------------------------------------------------------------------------------------------- */

static void
check_direction(JbChecker *checker, const JbStated *from, const JbStated *to)
{
  JbWide before, after;
  static const char *const places[] = {"排名", "位次", "名次", "排行", "列", "居", "位", "名", NULL};
  if (jb_check_has(jb_slice(to->fact->unit), places) || jb_check_has(from->lead, places))
    return; /* from the 132nd place up to the 32nd */
  if (!jb_check_is_exact(from) || !jb_check_is_exact(to) || to->direction == 0 ||
      !jb_range_exact(from->fact, &before) || !jb_range_exact(to->fact, &after) || (after - before) * to->direction > 0)
    return;
  const char *zh = jb_arena_printf(checker->arena, "%s：文中说从%s%s到%s，数字却%s", jb_label_zh(checker, to->fact),
                                   jb_figure_zh(checker, from->fact), to->direction > 0 ? "增加" : "减少",
                                   jb_figure_zh(checker, to->fact),
                                   after == before     ? "没有变"
                                   : to->direction > 0 ? "变小了"
                                                       : "变大了");
  const char *en = jb_arena_printf(checker->arena, "%s: said to go %s from %s to %s, which is %s",
                                   jb_label_en(checker, to->fact), to->direction > 0 ? "up" : "down",
                                   jb_figure_en(checker, from->fact), jb_figure_en(checker, to->fact),
                                   after == before     ? "no change"
                                   : to->direction > 0 ? "down"
                                                       : "up");
  jb_found(checker, "direction", JB_CERTAIN, zh, en, 2, (const JbStated *const[]){from, to});
}

static void
check_clause(JbChecker *checker, guint i)
{
  const JbStated *item = &checker->items[i];
  if (item->from >= 0)
    check_direction(checker, &checker->items[item->from], item);
  if (item->after < 0 || !jb_check_is_exact(item) || !jb_same_indicator(item->fact, checker->items[item->after].fact))
    return;
  const JbStated *to = &checker->items[item->after], *from = &checker->items[to->from];
  /* a growth of the last year behind a movement of five */
  gboolean spans = item->fact->measure != JB_MEASURE_GROWTH || item->fact->base_year != 0 ||
                   to->fact->period.to_year - from->fact->period.to_year <= 1;
  if (jb_check_is_exact(from) && jb_check_is_exact(to) && spans &&
      (item->fact->base_year == 0 || item->fact->base_year == from->fact->period.to_year))
    agree(checker, from, to, item, TRUE, TRUE);
}

/* ---- Apart ----------------------------------------------------------------------------------------------------- */

/* The year that `move` is counted from; 0 when it is not told by years. */
static gint
base_of(const JbFact *move)
{
  if (!jb_period_is_year(move->period) && years_of(move) == 0)
    return 0;
  if (move->measure == JB_MEASURE_AVERAGE_GROWTH)
    return years_of(move) != 0 ? move->period.from_year - 1 : 0;
  if (move->base_year != 0)
    return move->base_year;
  return jb_period_is_year(move->period) ? move->period.to_year - 1 : 0;
}

static gboolean
is_level_of(const JbStated *level, const JbStated *move, gint year)
{
  const JbFact *fact = level->fact;
  return (fact->measure == JB_MEASURE_LEVEL ||
          (fact->measure == JB_MEASURE_SHARE && jb_check_says_points(move->fact))) &&
         jb_fact_has_happened(fact) && jb_check_is_exact(level) && jb_period_is_year(fact->period) &&
         fact->period.from_year == year && jb_stated_alike(level, move) &&
         (fact->measure != JB_MEASURE_SHARE || g_strcmp0(fact->name_zh, move->fact->name_zh) == 0);
}

/* A finding only when no pair of levels that the report gives agrees with the move. */
static void
check_apart(JbChecker *checker, const JbStated *move)
{
  gint base = base_of(move->fact), year = move->fact->period.to_year;
  const JbStated *worst_from = NULL, *worst_to = NULL;
  if (base == 0 || move->fact->code == NULL)
    return;
  for (guint i = 0; i < checker->n; i++) {
    const JbStated *to = &checker->items[i];
    if (!is_level_of(to, move, year))
      continue;
    for (guint k = 0; k < checker->n; k++) {
      const JbStated *from = &checker->items[k];
      if (!is_level_of(from, move, base) || !jb_check_same_dimension(from->fact, to->fact))
        continue;
      if (agree(checker, from, to, move, FALSE, FALSE))
        return;
      worst_from = from;
      worst_to = to;
    }
  }
  if (worst_from != NULL)
    agree(checker, worst_from, worst_to, move, FALSE, TRUE);
}

void
jb_check_moves(JbChecker *checker)
{
  for (guint i = 0; i < checker->n; i++) {
    const JbStated *item = &checker->items[i];
    check_clause(checker, i);
    if (item->after < 0 && jb_fact_has_happened(item->fact) && jb_check_is_exact(item) &&
        (item->fact->measure == JB_MEASURE_CHANGE || item->fact->measure == JB_MEASURE_GROWTH ||
         item->fact->measure == JB_MEASURE_AVERAGE_GROWTH))
      check_apart(checker, item);
  }
}
