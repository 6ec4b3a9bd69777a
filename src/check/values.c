/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One indicator, one period, two figures: 生产总值163亿元 here and 136亿元 there; 突破170亿元 here and 163亿元 there.
 *
 * Figures that round or cut off to one another agree. Of more than two only the first that differs from the first is
 * told. A large difference is more likely another population that the text told in words not known here than a
 * slip of the pen, so it is only possible.
 */
#include "check/internal.h"

#include <string.h>

/* Outside the catalogue a name means one thing only when it is long, and counts of works are told again and again. */
#define SHORTEST_NAME strlen("六个汉字以上")

static gboolean
is_one_thing(const JbFact *fact)
{
  return fact->code != NULL || (fact->measure == JB_MEASURE_GROWTH && fact->status != JB_STATUS_TARGET &&
                                strlen(fact->name_zh) >= SHORTEST_NAME);
}

/* A target for a year that is over when the report is given was read wrongly, or is told of as history. */
static gboolean
is_stale_target(const JbChecker *checker, const JbFact *fact)
{
  const JbReport *report = &checker->facts->report;
  gint given = report->date != NULL ? (gint)g_ascii_strtoll(report->date, NULL, 10) : 0;
  return fact->status == JB_STATUS_TARGET && fact->period.to_year < MAX(report->year, given);
}

/* Both are whole figures about the same thing and time. */
static gboolean
is_said_twice(const JbStated *a, const JbStated *b)
{
  const JbFact *x = a->fact, *y = b->fact;
  return x->measure == y->measure && x->period.from_year != 0 && jb_period_equal(x->period, y->period) &&
         x->base_year == y->base_year && (x->status == JB_STATUS_TARGET) == (y->status == JB_STATUS_TARGET) &&
         x->measure != JB_MEASURE_RANK && x->measure != JB_MEASURE_CHANGE && jb_check_same_dimension(x, y) &&
         jb_stated_alike(a, b) && !jb_check_same_sentence(a, b) && is_one_thing(x) &&
         (x->measure != JB_MEASURE_SHARE || g_strcmp0(x->name_zh, y->name_zh) == 0);
}

/* The finer figure, rounded or cut off to the coarser one's last digit, is the coarser. */
static gboolean
rounds_to(const JbStated *a, const JbStated *b)
{
  JbWide x, y, unit_x = jb_range_unit(a->fact), unit_y = jb_range_unit(b->fact);
  if (!jb_range_exact(a->fact, &x) || !jb_range_exact(b->fact, &y) || x == y)
    return TRUE;
  if (unit_x == unit_y)
    return FALSE;
  JbWide coarse = unit_x > unit_y ? x : y, fine = unit_x > unit_y ? y : x, unit = MAX(unit_x, unit_y);
  return fine - coarse < unit && coarse - fine <= (unit + 1) / 2;
}

typedef enum { APART_SLIP, APART_SOME, APART_FAR } Apart;

/*
 * How far two figures are apart: by a fifth (levels) or three points (growth) as a slip of the pen is; by less than
 * half or a shifted point, which may be one; or further, which is another thing under one name.
 */
static Apart
how_far(const JbStated *a, const JbStated *b)
{
  JbWide x, y;
  if (!jb_range_exact(a->fact, &x) || !jb_range_exact(b->fact, &y))
    return APART_FAR;
  JbWide apart = x > y ? x - y : y - x, large = MAX(x > 0 ? x : -x, y > 0 ? y : -y);
  JbWide small = MIN(x > 0 ? x : -x, y > 0 ? y : -y);
  gboolean is_growth = a->fact->measure == JB_MEASURE_GROWTH || a->fact->measure == JB_MEASURE_AVERAGE_GROWTH;
  if (is_growth ? apart <= 3 * JB_MILLION : apart <= large / 5)
    return APART_SLIP;
  gboolean is_shifted = small * 10 == large || small * 100 == large || small * 10000 == large;
  return (is_growth ? apart <= 10 * JB_MILLION : apart <= large / 2) || is_shifted ? APART_SOME : APART_FAR;
}

/* Another figure of the indicator in each of their sentences tells whether they speak of one population. */
static gboolean
is_other_population(const JbChecker *checker, const JbStated *a, const JbStated *b)
{
  for (guint i = 0; i < checker->n; i++) {
    const JbStated *x = &checker->items[i];
    if (!jb_check_same_sentence(x, a) || x->fact->measure != JB_MEASURE_LEVEL || !jb_same_indicator(x->fact, a->fact))
      continue;
    for (guint k = 0; k < checker->n; k++) {
      const JbStated *y = &checker->items[k];
      if (jb_check_same_sentence(y, b) && y->fact->measure == JB_MEASURE_LEVEL && jb_same_indicator(y->fact, b->fact) &&
          jb_check_same_dimension(x->fact, y->fact) && how_far(x, y) == APART_FAR)
        return TRUE;
    }
  }
  return FALSE;
}

static JbCertainty
how_sure(const JbStated *a, const JbStated *b)
{
  return a->fact->code != NULL && how_far(a, b) == APART_SLIP ? JB_LIKELY : JB_POSSIBLE;
}

static void
tell_two(JbChecker *checker, const JbStated *a, const JbStated *b)
{
  JbCertainty certainty = how_sure(a, b);
  const char *zh = jb_arena_printf(checker->arena, "%s：同一时期有两个数：%s与%s", jb_label_zh(checker, a->fact),
                                   jb_said_zh(checker, a->fact), jb_figure_zh(checker, b->fact));
  const char *en = jb_arena_printf(checker->arena, "%s: two figures for one period: %s and %s",
                                   jb_label_en(checker, a->fact), jb_said_en(checker, a->fact),
                                   jb_figure_en(checker, b->fact));
  jb_found(checker, "two_values", certainty, zh, en, 2, (const JbStated *const[]){a, b});
}

/* 突破170亿元 against 163亿元; 不到160亿元 against 163亿元. */
static gboolean
bound_denies(const JbStated *bounded, const JbStated *exact)
{
  JbWide limit, value;
  JbBound bound = bounded->fact->bound;
  if (!jb_check_is_exact(exact) || !bounded->is_ranged || !jb_range_exact(bounded->fact, &limit) ||
      !jb_range_exact(exact->fact, &value) || bounded->fact->value.digits < 0)
    return FALSE;
  JbWide half = (jb_range_unit(exact->fact) + 1) / 2; /* the exact figure is rounded, the limit is not */
  return ((bound == JB_BOUND_GT || bound == JB_BOUND_GE) && value + half < limit) ||
         ((bound == JB_BOUND_LT || bound == JB_BOUND_LE) && value - half > limit);
}

static void
tell_bound(JbChecker *checker, const JbStated *bounded, const JbStated *exact)
{
  JbCertainty certainty = how_sure(bounded, exact);
  const char *zh = jb_arena_printf(checker->arena, "%s：一处说%s，另一处为%s", jb_label_zh(checker, exact->fact),
                                   jb_said_zh(checker, bounded->fact), jb_figure_zh(checker, exact->fact));
  const char *en = jb_arena_printf(checker->arena, "%s: %s in one place, %s in another",
                                   jb_label_en(checker, exact->fact), jb_said_en(checker, bounded->fact),
                                   jb_figure_en(checker, exact->fact));
  jb_found(checker, "bound", certainty, zh, en, 2, (const JbStated *const[]){bounded, exact});
}

/* 6%-6.5% written as 6.5%-6%: the low end of a range above its high end. */
static void
check_range(JbChecker *checker, const JbStated *low, const JbStated *high)
{
  JbWide from, to;
  static const char *const joints[] = {"-", "—", "~", "～", "至", "到", "–", NULL};
  if (low->fact->bound != JB_BOUND_GE || high->fact->bound != JB_BOUND_LE || high->lead.len > strlen("%——") ||
      !jb_check_has(high->lead, joints) || !jb_range_exact(low->fact, &from) || !jb_range_exact(high->fact, &to) ||
      from <= to || from < 0)
    return;
  const char *zh = jb_arena_printf(checker->arena, "%s：区间的下限%s高于上限%s", jb_label_zh(checker, low->fact),
                                   jb_arena_printf(checker->arena, "%s", low->fact->source.text),
                                   high->fact->source.text);
  const char *en = jb_arena_printf(checker->arena, "%s: the range begins at %s and ends at %s, which is lower",
                                   jb_label_en(checker, low->fact), low->fact->source.text, high->fact->source.text);
  jb_found(checker, "range", JB_CERTAIN, zh, en, 2, (const JbStated *const[]){low, high});
}

void
jb_check_values(JbChecker *checker)
{
  g_autofree gboolean *is_told = g_new0(gboolean, checker->n + 1);
  for (guint i = 0; i < checker->n; i++) {
    const JbStated *a = &checker->items[i];
    if (i > 0 && a->fact->source.sentence == checker->items[i - 1].fact->source.sentence)
      check_range(checker, &checker->items[i - 1], a);
    for (guint k = i + 1; k < checker->n && !is_told[i]; k++) {
      const JbStated *b = &checker->items[k];
      if (!is_said_twice(a, b) || is_told[k] || is_stale_target(checker, a->fact) || how_far(a, b) == APART_FAR ||
          is_other_population(checker, a, b))
        continue;
      is_told[k] = TRUE;
      if (jb_check_is_exact(a) && jb_check_is_exact(b) && !rounds_to(a, b))
        tell_two(checker, a, b);
      else if (a->fact->status != JB_STATUS_TARGET && (bound_denies(a, b) || bound_denies(b, a)))
        tell_bound(checker, bound_denies(a, b) ? a : b, bound_denies(a, b) ? b : a);
      else
        is_told[k] = FALSE;
    }
  }
}
