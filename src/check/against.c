/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One report against the one of a year before: what the older gives for a year, and what the newer gives for the same
 * year or implies as the base that it counts from.
 *
 * Statistics are revised for good reasons (final accounts, a census); a finding here says where, not who is wrong.
 * Estimates are expected to move, growth at constant prices implies no level.
 */
#include "check/internal.h"

#include <string.h>

static gboolean
is_level(const JbStated *item)
{
  const JbFact *fact = item->fact;
  return (fact->measure == JB_MEASURE_LEVEL || fact->measure == JB_MEASURE_GROWTH) && fact->code != NULL &&
         jb_fact_has_happened(fact) && jb_check_is_exact(item) && jb_period_is_year(fact->period) &&
         fact->base_year == 0;
}

static void
tell(JbChecker *checker, const JbFacts *older_facts, const JbStated *older, const JbStated *newer, const JbStated *move,
     const char *zh_now, const char *en_now, JbCertainty certainty)
{
  const char *estimate_zh = older->fact->status == JB_STATUS_ESTIMATE ? "（上份为预计数）" : "";
  const char *estimate_en = older->fact->status == JB_STATUS_ESTIMATE ? " (an estimate then)" : "";
  JbFinding finding = {.kind = "revised", .certainty = certainty};
  finding.zh = jb_arena_printf(checker->arena, "%s：上份报告%s%s，本报告为%s", jb_label_zh(checker, older->fact),
                               jb_said_zh(checker, older->fact), estimate_zh, zh_now);
  finding.en = jb_arena_printf(checker->arena, "%s: the older report gives %s%s, this one %s",
                               jb_label_en(checker, older->fact), jb_said_en(checker, older->fact), estimate_en,
                               en_now);
  finding.places[finding.n_places++] = (JbPlace){.facts = older_facts, .fact = older->fact};
  finding.places[finding.n_places++] = (JbPlace){.facts = checker->facts, .fact = newer->fact};
  if (move != NULL)
    finding.places[finding.n_places++] = (JbPlace){.facts = checker->facts, .fact = move->fact};
  g_array_append_val(checker->findings, finding);
}

/* Twice the other: no revision does that; a part of the area is told of under the name of the whole. */
static gboolean
is_other_thing(JbRange a, JbRange b)
{
  return a.lo > 0 && b.lo > 0 && (a.lo > 2 * b.hi || b.lo > 2 * a.hi);
}

/* Both figures of one year: TRUE when the newer report states the older's at all. */
static gboolean
check_stated(JbChecker *checker, const JbFacts *older_facts, const JbStated *older)
{
  const JbStated *other = NULL;
  for (guint i = 0; i < checker->n; i++) {
    const JbStated *newer = &checker->items[i];
    if (!is_level(newer) || newer->fact->measure != older->fact->measure || !jb_stated_alike(newer, older) ||
        !jb_period_equal(newer->fact->period, older->fact->period) ||
        !jb_check_same_dimension(newer->fact, older->fact))
      continue;
    if (jb_range_meet(newer->range, older->range) || is_other_thing(newer->range, older->range))
      return TRUE;
    other = other != NULL ? other : newer;
  }
  if (other != NULL)
    tell(checker, older_facts, older, other, NULL, jb_figure_zh(checker, other->fact),
         jb_figure_en(checker, other->fact), JB_LIKELY);
  return other != NULL;
}

/* What a level and its move say of the year before; FALSE when they say nothing. */
static gboolean
implied_base(JbRange level, JbRange move, gboolean is_growth, JbRange *base)
{
  const JbWide hundred = 100 * JB_MILLION;
  if (!is_growth) {
    *base = jb_range_sub(level, move);
    return TRUE;
  }
  if (move.lo <= -hundred || level.lo <= 0)
    return FALSE;
  *base = (JbRange){level.lo * hundred / (hundred + move.hi), level.hi * hundred / (hundred + move.lo) + 1};
  return TRUE;
}

static const JbStated *
find_level(const JbChecker *checker, const JbStated *move)
{
  for (guint i = 0; i < checker->n; i++) {
    const JbStated *item = &checker->items[i];
    if (is_level(item) && item->fact->measure == JB_MEASURE_LEVEL && jb_stated_alike(item, move) &&
        jb_period_equal(item->fact->period, move->fact->period) &&
        item->fact->source.sentence == move->fact->source.sentence)
      return item;
  }
  return NULL;
}

static void
check_implied(JbChecker *checker, const JbFacts *older_facts, const JbStated *older)
{
  for (guint i = 0; i < checker->n; i++) {
    const JbStated *move = &checker->items[i];
    const JbFact *fact = move->fact;
    gboolean is_growth = fact->measure == JB_MEASURE_GROWTH && jb_check_says_percent(fact) &&
                         !jb_check_nature(fact)->is_real;
    gint base = fact->base_year != 0 ? fact->base_year : fact->period.to_year - 1;
    if (!(is_growth || fact->measure == JB_MEASURE_CHANGE) || !jb_check_is_exact(move) || !jb_fact_has_happened(fact) ||
        !jb_period_is_year(fact->period) || base != older->fact->period.from_year || !jb_stated_alike(move, older))
      continue;
    const JbStated *level = find_level(checker, move);
    JbRange range, point, by;
    if (level == NULL || !jb_check_same_dimension(level->fact, older->fact) ||
        (!is_growth && !jb_check_same_dimension(move->fact, older->fact)) ||
        !implied_base(level->range, move->range, is_growth, &range))
      continue;
    if (jb_range_point(level->fact, &point) && jb_range_point(fact, &by) &&
        implied_base(point, by, is_growth, &point) && !jb_range_meet(range, older->range) &&
        !is_other_thing(range, older->range)) {
      const char *zh = jb_computed_zh(checker, older->fact, point.lo, 0),
                 *en = jb_computed_en(checker, older->fact, point.lo, 0);
      tell(checker, older_facts, older, level, move,
           jb_arena_printf(checker->arena, "%s、%s%s，推算%d年约为%s", jb_said_zh(checker, level->fact),
                           is_growth ? "增长" : "变动", jb_figure_zh(checker, fact), base, zh),
           jb_arena_printf(checker->arena, "implies about %s by %s and %s", en, jb_said_en(checker, level->fact),
                           jb_figure_en(checker, fact)),
           is_growth ? JB_POSSIBLE : JB_LIKELY);
    }
    return;
  }
}

JbFindings *
jb_check_against(const JbFacts *facts, const JbFacts *older)
{
  JbChecker checker = jb_checker_open(facts);
  guint n;
  JbStated *items = jb_check_items(older, checker.arena, &n);
  for (guint i = 0; i < n; i++)
    if (is_level(&items[i]) && !check_stated(&checker, older, &items[i]) && items[i].fact->measure == JB_MEASURE_LEVEL)
      check_implied(&checker, older, &items[i]);
  return jb_findings_close(&checker);
}
