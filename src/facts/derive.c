/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Derived facts: what follows from the report's own figures by arithmetic, each with its formula.
 *
 *   base level       level - change, for the year that the change is counted from      exact
 *                    round(level / (1 + growth / 100), n), n the level's decimals      where growth is nominal; approx
 *   average growth   round(((later / earlier)^(1/years) - 1) * 100, 1)                 two levels, nominal
 *   target path      round(level * (1 + growth / 100)^k, n)                            bound of the target
 *   remaining gap    target - actual
 *
 * Computed, never guessed. Only figures stated as exact (bound eq) are used as levels; an indicator with two
 * different levels for one year is left alone; nothing is derived that the report states itself; nothing is
 * interpolated. Growth at constant prices is not taken away from a level at current prices, which would
 * give a false past; a target path may use it, and its formula says so.
 *
 * Facts are appended in arena arrays that grow by copying, so rules keep indices, never pointers, across an
 * append. A set that holds derived facts already is left as it is.
 */
#include "facts/alike.h"
#include "facts/facts.h"

#include <string.h>

/* ---- Which facts belong together ------------------------------------------------------------------------- */

static gboolean
is_percent(const JbFact *fact)
{
  return g_strcmp0(fact->amount.unit, "percent") == 0 || g_strcmp0(fact->unit, "%") == 0;
}

static gboolean
is_points(const JbFact *fact)
{
  return g_strcmp0(fact->amount.unit, "percentage_point") == 0;
}

/* Amounts that can be added: the same base unit, or a rate and its movement in percentage points. */
static gboolean
same_dimension(const JbFact *a, const JbFact *b)
{
  if (a->amount.unit == NULL || b->amount.unit == NULL)
    return FALSE;
  return strcmp(a->amount.unit, b->amount.unit) == 0 || (is_percent(a) && is_points(b)) ||
         (is_points(a) && is_percent(b));
}

/* A level that arithmetic may start from: stated as exact for one whole year. */
static gboolean
is_known_level(const JbFact *fact, JbMeasure measure)
{
  return fact->measure == measure && (jb_fact_has_happened(fact) || fact->status == JB_STATUS_DERIVED) &&
         fact->bound == JB_BOUND_EQ && jb_period_is_year(fact->period) && fact->amount.unit != NULL;
}

/* The set being added to. Its array has room for `capacity` facts. */
typedef struct {
  JbFacts *facts;
  guint capacity;
  JbAlike alike;
} Deriver;

#define NONE JB_ALIKE_END

/* Index of the one level of `like`'s indicator in that year; NONE when there is none or two differ. */
static guint
find_level(const Deriver *deriver, const JbFact *like, JbMeasure measure, gint year)
{
  const JbFacts *facts = deriver->facts;
  guint found = NONE;
  for (guint i = jb_alike_first(&deriver->alike, like); i != NONE; i = jb_alike_next(&deriver->alike, i)) {
    const JbFact *fact = &facts->facts[i];
    if (!is_known_level(fact, measure) || fact->period.from_year != year || !jb_same_indicator(fact, like))
      continue;
    if (measure == JB_MEASURE_SHARE && g_strcmp0(fact->name_zh, like->name_zh) != 0)
      continue; /* one code has shares of several wholes */
    if (found == NONE)
      found = i;
    else if (!same_dimension(fact, &facts->facts[found]) ||
             jb_decimal_compare(fact->amount.value, facts->facts[found].amount.value) != 0)
      return NONE;
  }
  return found;
}

/* ---- Making one ------------------------------------------------------------------------------------------- */

static JbPeriod
whole_years(gint from, gint to)
{
  return (JbPeriod){.from_year = (gint16)from, .to_year = (gint16)to};
}

static gboolean
is_stated(const Deriver *deriver, const JbFact *made)
{
  const JbFacts *facts = deriver->facts;
  for (guint i = jb_alike_first(&deriver->alike, made); i != NONE; i = jb_alike_next(&deriver->alike, i)) {
    const JbFact *fact = &facts->facts[i];
    gboolean same_bound = fact->bound == made->bound || fact->status != JB_STATUS_DERIVED;
    if (fact->measure == made->measure && same_bound && jb_period_equal(fact->period, made->period) &&
        fact->base_year == made->base_year && jb_same_indicator(fact, made) && same_dimension(fact, made))
      return TRUE;
  }
  return FALSE;
}

/* A fact made of `first` and `second` (indices): everything is the first's until the rule says otherwise. */
static JbFact
start(JbFacts *facts, guint first, guint second)
{
  JbFact made = facts->facts[first];
  guint *inputs = jb_arena_make(facts->arena, guint, 3);
  inputs[0] = facts->facts[first].number;
  inputs[1] = facts->facts[second].number;
  made.inputs = inputs;
  made.status = JB_STATUS_DERIVED;
  made.bound = JB_BOUND_EQ;
  made.base_year = 0;
  return made;
}

/* Appends unless the report, or a rule before, says it already. */
static void
append(Deriver *deriver, JbFact made)
{
  JbFacts *facts = deriver->facts;
  if (is_stated(deriver, &made))
    return;
  if (facts->n_facts == deriver->capacity) {
    deriver->capacity = facts->n_facts + facts->n_facts / 2 + 16;
    JbFact *grown = jb_arena_make(facts->arena, JbFact, deriver->capacity);
    memcpy(grown, facts->facts, sizeof(JbFact) * facts->n_facts);
    facts->facts = grown;
  }
  made.number = facts->facts[facts->n_facts - 1].number + 1;
  facts->facts[facts->n_facts] = made;
  jb_alike_add(&deriver->alike, &made, facts->n_facts++);
}

/* Sets an amount and the value in the unit of the fact that `made` began as; FALSE when it does not fit. */
static gboolean
set_amount(JbFact *made, JbDecimal amount)
{
  gint32 power;
  JbDecimal value;
  if (!jb_fact_multiplier(made, &power) || !jb_decimal_shift(amount, -power, &value))
    return FALSE;
  made->amount.value = amount;
  made->value = value;
  return TRUE;
}

static gboolean
set_value(JbFact *made, JbDecimal value)
{
  gint32 power;
  JbDecimal amount;
  if (!jb_fact_multiplier(made, &power) || !jb_decimal_shift(value, power, &amount))
    return FALSE;
  made->value = value;
  made->amount.value = amount;
  return TRUE;
}

/* ---- Rules --------------------------------------------------------------------------------------------------- */

/* 比上年, 同比: the sentence itself says that the year before is meant. */
static gboolean
names_year_before(const JbFact *fact)
{
  static const char *const words[] = {"比上年", "较上年", "同比", "比去年", "较去年", "比前一年"};
  for (gsize i = 0; fact->source.sentence != NULL && i < G_N_ELEMENTS(words); i++)
    if (strstr(fact->source.sentence, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* 163亿元, 比2016年增加63.8亿元 → 2016: 99.2亿元. 城镇化率70%, 提高10.9个百分点 the same way. */
static void
derive_base_from_change(Deriver *deriver, guint change_at, JbMeasure measure)
{
  JbFacts *facts = deriver->facts;
  const JbFact *change = &facts->facts[change_at];
  if (change->measure != JB_MEASURE_CHANGE || change->bound != JB_BOUND_EQ || !jb_fact_has_happened(change) ||
      !jb_period_is_year(change->period) || (change->base_year == 0 && !names_year_before(change)))
    return;
  gint year = change->period.from_year, base = change->base_year != 0 ? change->base_year : year - 1;
  guint level_at = find_level(deriver, change, measure, year);
  if (base >= year || level_at == NONE || !same_dimension(&facts->facts[level_at], change))
    return;
  const JbFact *level = &facts->facts[level_at];
  JbFact made = start(facts, level_at, change_at);
  JbDecimal amount;
  if (!jb_decimal_sub(level->amount.value, change->amount.value, &amount) || amount.digits < 0 ||
      !set_amount(&made, amount))
    return;
  made.period = whole_years(base, base);
  made.formula = jb_arena_printf(facts->arena, "#%u - #%u", level->number, change->number);
  append(deriver, made);
}

/* 同口径增长5%, 扣除留抵退税因素后增长5%: counted from another base than the year before as it was reported. */
static gboolean
is_like_for_like(const JbFact *growth)
{
  static const char *const words[] = {"口径", "扣除", "剔除", "还原", "按可比"};
  const char *sentence = growth->source.sentence, *text = growth->source.text;
  if (sentence == NULL || text == NULL)
    return FALSE;
  for (const char *at = strstr(sentence, text); at != NULL; at = strstr(at + 1, text)) {
    if (at > sentence && (g_ascii_isdigit(at[-1]) || at[-1] == '.')) /* 5% is not in 13.5% */
      continue;
    const char *from = at - MIN((gsize)(at - sentence), strlen("扣除留抵退税因素后，同口径增长"));
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
      if (g_strstr_len(from, at - from, words[i]) != NULL)
        return TRUE;
  }
  return FALSE;
}

/* 税收7.03亿元、增长5.5% → the year before: round(7.03 / 1.055, 2). Only where growth is nominal. */
static void
derive_base_from_growth(Deriver *deriver, guint growth_at)
{
  JbFacts *facts = deriver->facts;
  const JbFact *growth = &facts->facts[growth_at];
  if (growth->measure != JB_MEASURE_GROWTH || growth->bound != JB_BOUND_EQ || !jb_fact_has_happened(growth) ||
      !jb_period_is_year(growth->period) || !is_percent(growth) || jb_fact_prices(growth) != JB_PRICES_NOMINAL ||
      is_like_for_like(growth))
    return;
  gint year = growth->period.from_year, base = growth->base_year != 0 ? growth->base_year : year - 1;
  guint level_at = find_level(deriver, growth, JB_MEASURE_LEVEL, year);
  if (base >= year || level_at == NONE || is_percent(&facts->facts[level_at]))
    return;
  const JbFact *level = &facts->facts[level_at];
  JbFact made = start(facts, level_at, growth_at);
  JbDecimal value;
  if (!jb_uncompound(level->value, growth->value, &value) || !set_value(&made, value))
    return;
  made.bound = JB_BOUND_APPROX; /* the percentage is rounded, and may be counted from a revised base */
  made.period = whole_years(base, base);
  made.formula = jb_arena_printf(facts->arena, "round(#%u / (1 + #%u / 100), %d)", level->number, growth->number,
                                 level->value.scale);
  append(deriver, made);
}

/* Average growth from the earliest to the latest level of an indicator, once: at its latest level. */
static void
derive_average_growth(Deriver *deriver, guint later_at)
{
  JbFacts *facts = deriver->facts;
  const JbFact *later = &facts->facts[later_at];
  if (!is_known_level(later, JB_MEASURE_LEVEL) || is_percent(later) || is_points(later) ||
      jb_fact_prices(later) == JB_PRICES_UNKNOWN)
    return;
  gint first = later->period.from_year, last = first;
  for (guint i = jb_alike_first(&deriver->alike, later); i != NONE; i = jb_alike_next(&deriver->alike, i)) {
    const JbFact *fact = &facts->facts[i];
    if (!is_known_level(fact, JB_MEASURE_LEVEL) || !jb_same_indicator(fact, later))
      continue;
    first = MIN(first, fact->period.from_year);
    last = MAX(last, fact->period.from_year);
  }
  guint earlier_at = find_level(deriver, later, JB_MEASURE_LEVEL, first);
  if (last != later->period.from_year || last - first < 2 || earlier_at == NONE ||
      find_level(deriver, later, JB_MEASURE_LEVEL, last) == NONE || !same_dimension(later, &facts->facts[earlier_at]))
    return;
  const JbFact *earlier = &facts->facts[earlier_at];
  JbFact made = start(facts, later_at, earlier_at);
  JbDecimal percent;
  if (!jb_average_growth(later->amount.value, earlier->amount.value, (guint)(last - first), &percent))
    return;
  made.measure = JB_MEASURE_AVERAGE_GROWTH;
  made.value = made.amount.value = percent;
  made.unit = "%";
  made.amount.unit = "percent";
  made.period = whole_years(first + 1, last);
  made.formula = jb_arena_printf(facts->arena, "round(((#%u / #%u)^(1/%d) - 1) * 100, 1)%s", later->number,
                                 earlier->number, last - first,
                                 jb_fact_prices(later) == JB_PRICES_CONSTANT ? " (current prices)" : "");
  append(deriver, made);
}

/* Another target has led to a level of that year: a yearly target goes before the average of a span. */
static gboolean
is_led_to(const Deriver *deriver, const JbFact *made, const JbFact *target)
{
  const JbFacts *facts = deriver->facts;
  for (guint i = jb_alike_first(&deriver->alike, made); i != NONE; i = jb_alike_next(&deriver->alike, i)) {
    const JbFact *fact = &facts->facts[i];
    if (fact->status != JB_STATUS_DERIVED || fact->measure != made->measure || !jb_same_indicator(fact, made) ||
        !jb_period_equal(fact->period, made->period))
      continue;
    const JbFact *other = jb_facts_lookup(facts, fact->inputs[1]);
    if (!jb_period_equal(other->period, target->period)) /* the other end of a range has the same period */
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_own_target(const JbFact *fact)
{
  return fact->status == JB_STATUS_TARGET && !jb_is_promise(fact);
}

/* Level 163 in 2021, target 8% for 2022 → 2022: 176; an average of 8% for 2022/2026 → one level a year. */
static void
derive_target_path(Deriver *deriver, guint target_at, JbMeasure measure)
{
  JbFacts *facts = deriver->facts;
  JbFact target = facts->facts[target_at];
  if (!is_own_target(&target) || !is_percent(&target) || target.period.from_year == 0 ||
      target.period.from_month != 0 || target.base_year != 0 || jb_fact_prices(&target) == JB_PRICES_UNKNOWN ||
      target.measure != measure || (measure == JB_MEASURE_GROWTH && !jb_period_is_year(target.period)))
    return;
  gint from = target.period.from_year;
  guint level_at = find_level(deriver, &target, JB_MEASURE_LEVEL, from - 1);
  if (level_at == NONE || !jb_fact_has_happened(&facts->facts[level_at]) || is_percent(&facts->facts[level_at]))
    return;
  JbFact level = facts->facts[level_at];
  const char *prices = jb_fact_prices(&target) == JB_PRICES_CONSTANT ? " (constant prices)" : "";
  for (gint year = from; year <= target.period.to_year; year++) {
    JbFact made = start(facts, level_at, target_at);
    JbDecimal value;
    guint years = (guint)(year - from + 1);
    if (!jb_compound(level.value, target.value, years, &value) || !set_value(&made, value))
      return;
    made.bound = target.bound;
    made.period = whole_years(year, year);
    g_autofree char *power = years > 1 ? g_strdup_printf("^%u", years) : g_strdup("");
    made.formula = jb_arena_printf(facts->arena, "round(#%u * (1 + #%u / 100)%s, %d)%s", level.number, target.number,
                                   power, level.value.scale, prices);
    if (!is_led_to(deriver, &made, &target))
      append(deriver, made);
  }
}

/* The latest level of the target's indicator that counts towards it: a part of its own period, or a year before. */
static guint
find_progress(const Deriver *deriver, const JbFact *target)
{
  const JbFacts *facts = deriver->facts;
  guint found = NONE;
  gint latest = 0;
  for (guint i = jb_alike_first(&deriver->alike, target); i != NONE; i = jb_alike_next(&deriver->alike, i)) {
    const JbFact *fact = &facts->facts[i];
    if (fact->measure != target->measure || !jb_fact_has_happened(fact) || fact->bound != JB_BOUND_EQ ||
        fact->period.from_year == 0 || !jb_same_indicator(fact, target) || !same_dimension(fact, target) ||
        g_strcmp0(fact->name_zh, target->name_zh) != 0)
      continue;
    gboolean is_part = fact->period.from_year == target->period.to_year && fact->period.from_month != 0;
    gboolean is_before = jb_period_is_year(fact->period) && fact->period.from_year < target->period.to_year &&
                         !jb_fact_counts_anew(fact) && (fact->code != NULL || is_percent(fact));
    gint rank = fact->period.to_year * 13 + fact->period.to_month;
    if (!(is_part || is_before) || rank < latest)
      continue;
    if (rank == latest && found != NONE &&
        jb_decimal_compare(fact->amount.value, facts->facts[found].amount.value) != 0)
      return NONE;
    found = i;
    latest = rank;
  }
  return found;
}

/* Target 70% by 2026, actual 62.5% in 2021 → 7.5个百分点 to go. Nothing when the target is met already. */
static void
derive_gap(Deriver *deriver, guint target_at)
{
  JbFacts *facts = deriver->facts;
  const JbFact *target = &facts->facts[target_at];
  if (!is_own_target(target) || !jb_period_is_year(target->period) || target->amount.unit == NULL ||
      (target->measure != JB_MEASURE_LEVEL && target->measure != JB_MEASURE_SHARE))
    return;
  guint actual_at = find_progress(deriver, target);
  if (actual_at == NONE)
    return;
  const JbFact *actual = &facts->facts[actual_at];
  JbFact made = start(facts, target_at, actual_at);
  JbDecimal gap;
  if (!jb_decimal_sub(target->amount.value, actual->amount.value, &gap) || !set_amount(&made, gap))
    return;
  gboolean downwards = target->bound == JB_BOUND_LE || target->bound == JB_BOUND_LT || jb_fact_should_fall(target);
  if (downwards ? gap.digits >= 0 : gap.digits <= 0)
    return;
  made.measure = JB_MEASURE_CHANGE;
  made.bound = target->bound;
  made.base_year = actual->period.to_year < target->period.to_year - 1 ? actual->period.to_year : 0;
  if (is_percent(target)) {
    made.unit = "个百分点";
    made.amount.unit = "percentage_point";
  }
  made.formula = jb_arena_printf(facts->arena, "#%u - #%u", target->number, actual->number);
  append(deriver, made);
}

/* ---- The rules in order: each may use what those before it made ---------------------------------------------- */

void
jb_facts_derive(JbFacts *facts)
{
  guint n = facts->n_facts;
  for (guint i = 0; i < n; i++)
    if (facts->facts[i].status == JB_STATUS_DERIVED)
      return;
  Deriver deriver = {.facts = facts, .capacity = n, .alike = jb_alike_of(facts)};
  for (guint i = 0; i < n; i++) {
    derive_base_from_change(&deriver, i, JB_MEASURE_LEVEL);
    derive_base_from_change(&deriver, i, JB_MEASURE_SHARE);
  }
  for (guint i = 0; i < n; i++)
    derive_base_from_growth(&deriver, i);
  for (guint i = 0, known = facts->n_facts; i < known; i++)
    derive_average_growth(&deriver, i);
  for (guint i = 0; i < n; i++)
    derive_target_path(&deriver, i, JB_MEASURE_GROWTH);
  for (guint i = 0; i < n; i++)
    derive_target_path(&deriver, i, JB_MEASURE_AVERAGE_GROWTH);
  for (guint i = 0; i < n; i++)
    derive_gap(&deriver, i);
  jb_alike_clear(&deriver.alike);
}
