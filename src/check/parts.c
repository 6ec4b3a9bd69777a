/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parts and wholes: 三次产业 make the GDP, 出口 and 进口 the trade; a part is never more than its whole; growth of a
 * whole lies between the growth of its parts; shares of a list make 100.
 */
#include "check/internal.h"

#include <string.h>

#define MOST_PARTS 3

typedef struct {
  const char *whole;
  const char *parts[MOST_PARTS];
  guint n_parts;
  gboolean adds_up; /* the parts make the whole, and its growth lies between theirs */
} Whole;

static const Whole wholes[] = {
    {.whole = "gdp",
     .parts = {"primary_industry_va", "secondary_industry_va", "tertiary_industry_va"},
     .n_parts = 3,
     .adds_up = TRUE},
    {.whole = "trade", .parts = {"exports", "imports"}, .n_parts = 2, .adds_up = TRUE},
    {.whole = "secondary_industry_va", .parts = {"industrial_va_all"}, .n_parts = 1},
    {.whole = "general_budget_revenue", .parts = {"tax_revenue"}, .n_parts = 1},
    {.whole = "general_budget_expenditure", .parts = {"livelihood_expenditure"}, .n_parts = 1},
    {.whole = "fixed_asset_investment", .parts = {"industrial_investment"}, .n_parts = 1},
    {.whole = "fixed_asset_investment", .parts = {"private_investment"}, .n_parts = 1},
    {.whole = "fixed_asset_investment", .parts = {"real_estate_investment"}, .n_parts = 1},
    {.whole = "industrial_investment", .parts = {"tech_upgrade_investment"}, .n_parts = 1},
};

/* Told with the whole: in its sentence or in the next few figures. Further away it is about something else. */
#define NEARBY 12

static const JbStated *
find_part(const JbChecker *checker, const JbStated *whole, const char *code)
{
  gsize at = (gsize)(whole - checker->items);
  const JbStated *found = NULL;
  for (gsize i = at >= NEARBY ? at - NEARBY : 0; i < checker->n && i <= at + NEARBY; i++) {
    const JbStated *item = &checker->items[i];
    const JbFact *fact = item->fact;
    if (fact->measure != whole->fact->measure || g_strcmp0(fact->code, code) != 0 || !jb_check_is_exact(item) ||
        !jb_period_equal(fact->period, whole->fact->period) || fact->status != whole->fact->status ||
        fact->base_year != whole->fact->base_year || !jb_check_same_dimension(fact, whole->fact) ||
        fact->source.paragraph != whole->fact->source.paragraph)
      continue;
    if (found != NULL)
      return NULL; /* two of them: one is of another whole */
    found = item;
  }
  return found;
}

static void
tell_sum(JbChecker *checker, const JbStated *whole, const JbStated *const *parts, guint n, JbWide sum)
{
  g_autoptr(GString) zh = g_string_new(jb_label_zh(checker, whole->fact));
  g_autoptr(GString) en = g_string_new(jb_label_en(checker, whole->fact));
  g_string_append(zh, "：各部分");
  g_string_append(en, ": the parts ");
  for (guint i = 0; i < n; i++) {
    g_string_append_printf(zh, "%s%s", i > 0 ? "、" : "", jb_figure_zh(checker, parts[i]->fact));
    g_string_append_printf(en, "%s%s", i == 0 ? "" : i + 1 < n ? ", " : " and ", jb_figure_en(checker, parts[i]->fact));
  }
  g_string_append_printf(zh, "合计%s，文中总量为%s", jb_computed_zh(checker, parts[0]->fact, sum, 0),
                         jb_said_zh(checker, whole->fact));
  g_string_append_printf(en, " make %s; the whole is given as %s", jb_computed_en(checker, parts[0]->fact, sum, 0),
                         jb_said_en(checker, whole->fact));
  const JbStated *places[JB_MOST_PLACES] = {whole};
  memcpy(places + 1, parts, sizeof(*parts) * n);
  jb_found(checker, "sum", JB_LIKELY, jb_arena_dup(checker->arena, zh->str), jb_arena_dup(checker->arena, en->str),
           n + 1, places);
}

static void
check_sum(JbChecker *checker, const JbStated *whole, const JbStated *const *parts, guint n)
{
  JbRange range = {0, 0};
  JbWide sum = 0;
  for (guint i = 0; i < n; i++) {
    JbWide exact;
    if (!jb_range_exact(parts[i]->fact, &exact))
      return;
    range = jb_range_add(range, parts[i]->range);
    sum += exact;
  }
  if (!jb_range_meet(range, whole->range))
    tell_sum(checker, whole, parts, n, sum);
}

static void
check_over(JbChecker *checker, const JbStated *whole, const JbStated *part)
{
  if (part->range.lo <= whole->range.hi)
    return;
  const char *zh = jb_arena_printf(checker->arena, "%s%s多于它所属的%s%s", jb_label_zh(checker, part->fact),
                                   jb_said_zh(checker, part->fact), jb_label_zh(checker, whole->fact),
                                   jb_figure_zh(checker, whole->fact));
  const char *en = jb_arena_printf(checker->arena, "%s, %s, is more than what it is part of: %s, %s",
                                   jb_label_en(checker, part->fact), jb_said_en(checker, part->fact),
                                   jb_label_en(checker, whole->fact), jb_figure_en(checker, whole->fact));
  jb_found(checker, "part_over_whole", JB_LIKELY, zh, en, 2, (const JbStated *const[]){whole, part});
}

/* Growth of the whole outside what its parts allow. */
static void
check_between(JbChecker *checker, const JbStated *whole, const JbStated *const *parts, guint n)
{
  const JbStated *least = parts[0], *most = parts[0];
  for (guint i = 1; i < n; i++) {
    least = parts[i]->range.lo < least->range.lo ? parts[i] : least;
    most = parts[i]->range.hi > most->range.hi ? parts[i] : most;
  }
  if (whole->range.hi >= least->range.lo && whole->range.lo <= most->range.hi)
    return;
  const char *zh = jb_arena_printf(checker->arena, "%s增长%s，不在其各部分增速%s与%s之间",
                                   jb_label_zh(checker, whole->fact), jb_figure_zh(checker, whole->fact),
                                   jb_figure_zh(checker, least->fact), jb_figure_zh(checker, most->fact));
  const char *en = jb_arena_printf(checker->arena, "%s: growth of %s is not between that of its parts, %s and %s",
                                   jb_label_en(checker, whole->fact), jb_figure_en(checker, whole->fact),
                                   jb_figure_en(checker, least->fact), jb_figure_en(checker, most->fact));
  jb_found(checker, "mean", JB_LIKELY, zh, en, 3, (const JbStated *const[]){whole, least, most});
}

static void
check_whole(JbChecker *checker, const JbStated *whole, const Whole *row)
{
  const JbStated *parts[MOST_PARTS] = {NULL};
  guint n = 0;
  for (guint i = 0; i < row->n_parts; i++) {
    const JbStated *part = find_part(checker, whole, row->parts[i]);
    if (part != NULL)
      parts[n++] = part;
  }
  gboolean is_level = whole->fact->measure == JB_MEASURE_LEVEL;
  for (guint i = 0; is_level && i < n; i++)
    check_over(checker, whole, parts[i]);
  if (n < row->n_parts || !row->adds_up)
    return;
  if (is_level)
    check_sum(checker, whole, parts, n);
  else
    check_between(checker, whole, parts, n);
}

/* ---- Income: between that of the country and that of the town ------------------------------------------------- */

static void
check_income(JbChecker *checker, const JbStated *all)
{
  const JbStated *urban = find_part(checker, all, "income_urban"), *rural = find_part(checker, all, "income_rural");
  if (urban == NULL || rural == NULL || all->fact->measure != JB_MEASURE_LEVEL ||
      (all->range.hi >= rural->range.lo && all->range.lo <= urban->range.hi))
    return;
  const char *zh = jb_arena_printf(checker->arena, "%s%s，不在农村的%s与城镇的%s之间", jb_label_zh(checker, all->fact),
                                   jb_said_zh(checker, all->fact), jb_figure_zh(checker, rural->fact),
                                   jb_figure_zh(checker, urban->fact));
  const char *en = jb_arena_printf(checker->arena, "%s: %s is not between the rural %s and the urban %s",
                                   jb_label_en(checker, all->fact), jb_said_en(checker, all->fact),
                                   jb_figure_en(checker, rural->fact), jb_figure_en(checker, urban->fact));
  jb_found(checker, "mean", JB_LIKELY, zh, en, 3, (const JbStated *const[]){all, rural, urban});
}

/* ---- Shares that make 100: 11.8:48.3:39.9 --------------------------------------------------------------------- */

static gboolean
joins_ratio(const JbStated *item)
{
  static const char *const joints[] = {":", "：", "∶", "﹕"};
  for (guint i = 0; i < G_N_ELEMENTS(joints); i++)
    if (jb_slice_is(item->lead, joints[i]))
      return TRUE;
  return FALSE;
}

static void
check_ratio(JbChecker *checker, guint i)
{
  JbStated *first = &checker->items[i];
  guint n = 1;
  while (i + n < checker->n && checker->items[i + n].fact->source.sentence == first->fact->source.sentence &&
         joins_ratio(&checker->items[i + n]))
    n++;
  JbWide sum = 0, unit = 0, exact;
  for (guint k = 0; k < n; k++) {
    const JbFact *fact = first[k].fact;
    if (fact->measure != JB_MEASURE_SHARE || !jb_check_says_percent(fact) || !jb_range_exact(fact, &exact))
      return;
    sum += exact;
    unit = MAX(unit, jb_range_unit(fact));
  }
  JbWide off = sum - 100 * JB_MILLION, slack = (JbWide)n * ((unit + 1) / 2);
  if (n != 3 || (off <= slack && -off <= slack))
    return;
  const char *zh = jb_arena_printf(checker->arena, "构成%s:%s:%s合计%s，不是100%%", first[0].fact->source.text,
                                   first[1].fact->source.text, first[2].fact->source.text,
                                   jb_computed_zh(checker, first->fact, sum, 0));
  const char *en = jb_arena_printf(checker->arena, "the shares %s, %s and %s make %s, not 100 percent",
                                   first[0].fact->source.text, first[1].fact->source.text, first[2].fact->source.text,
                                   jb_computed_en(checker, first->fact, sum, 0));
  jb_found(checker, "shares", JB_CERTAIN, zh, en, 3, (const JbStated *const[]){&first[0], &first[1], &first[2]});
}

void
jb_check_parts(JbChecker *checker)
{
  for (guint i = 0; i < checker->n; i++) {
    const JbStated *item = &checker->items[i];
    if (!joins_ratio(item))
      check_ratio(checker, i);
    gboolean is_whole = item->fact->measure == JB_MEASURE_LEVEL || item->fact->measure == JB_MEASURE_GROWTH;
    if (item->fact->code == NULL || !jb_check_is_exact(item) || !is_whole || item->fact->period.from_year == 0)
      continue;
    for (guint w = 0; w < G_N_ELEMENTS(wholes); w++)
      if (strcmp(wholes[w].whole, item->fact->code) == 0)
        check_whole(checker, item, &wholes[w]);
    if (strcmp(item->fact->code, "income") == 0)
      check_income(checker, item);
  }
}
