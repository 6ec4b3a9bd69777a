/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Targets below what was already reached: 森林覆盖率达到52% as a goal where the review has 53%.
 *
 * Only of indicators that are carried from year to year and not expected to fall. Growth targets say nothing about the
 * growth of the year before, and what is counted anew each year may be planned lower.
 */
#include "check/internal.h"

static gboolean
is_level(const JbStated *item)
{
  /* 新增科技企业孵化器18家、高新技术企业163家: what came in, not what there is */
  static const char *const entrants[] = {"新增", "净增", "认定", "新培育", "新入库", NULL};
  return !jb_check_has(jb_slice(item->fact->source.sentence), entrants) && item->fact->measure == JB_MEASURE_LEVEL &&
         jb_check_nature(item->fact)->is_stock && jb_period_is_year(item->fact->period) && item->is_ranged;
}

/* The latest figure reached before the target's year; the first of those told for it. */
static const JbStated *
find_reached(const JbChecker *checker, const JbStated *target)
{
  const JbStated *found = NULL;
  for (guint i = 0; i < checker->n; i++) {
    const JbStated *item = &checker->items[i];
    gboolean is_lower = item->fact->bound == JB_BOUND_EQ || item->fact->bound == JB_BOUND_GT ||
                        item->fact->bound == JB_BOUND_GE;
    if (is_level(item) && is_lower && jb_fact_has_happened(item->fact) && jb_stated_alike(item, target) &&
        jb_check_same_dimension(item->fact, target->fact) &&
        item->fact->period.to_year < target->fact->period.to_year &&
        (found == NULL || item->fact->period.to_year > found->fact->period.to_year))
      found = item;
  }
  return found;
}

void
jb_check_targets(JbChecker *checker)
{
  for (guint i = 0; i < checker->n; i++) {
    const JbStated *target = &checker->items[i];
    JbBound bound = target->fact->bound;
    if (target->fact->status != JB_STATUS_TARGET || !is_level(target) || bound == JB_BOUND_LE || bound == JB_BOUND_LT)
      continue;
    const JbStated *reached = find_reached(checker, target);
    JbWide aim, there;
    if (reached == NULL || !jb_range_exact(target->fact, &aim) || !jb_range_exact(reached->fact, &there) ||
        target->range.hi >= reached->range.lo || aim * 3 < there * 2) /* further off it is another population */
      continue;
    const char *zh = jb_arena_printf(checker->arena, "%s：目标%s低于已达到的%s", jb_label_zh(checker, target->fact),
                                     jb_said_zh(checker, target->fact), jb_said_zh(checker, reached->fact));
    const char *en = jb_arena_printf(checker->arena, "%s: the target of %s is below what was reached, %s",
                                     jb_label_en(checker, target->fact), jb_said_en(checker, target->fact),
                                     jb_said_en(checker, reached->fact));
    jb_found(checker, "target", aim * 5 >= there * 4 ? JB_LIKELY : JB_POSSIBLE, zh, en, 2,
             (const JbStated *const[]){reached, target});
  }
}
