/* SPDX-License-Identifier: Apache-2.0 */
/* The arithmetic of a waterfall, in exact decimals: one unit for all, where each step begins and ends, what remains. */
#include "chart/waterfall.h"

#include <math.h>

#define COLUMN_PT  46.0 /* narrower columns do not hold a name */
#define SMALL      0.2  /* of the largest total: less, and the increments are drawn alone */
#define MIN_COLUMN 3
#define LOW        0.25 /* of the plot: a label beneath needs room of its own */

/* 10^power turns the fact's written value into its amount; FALSE when no power does. */
static gboolean
power_of(const JbFact *fact, gint *power)
{
  for (gint p = -9; p <= 16; p++) {
    JbDecimal moved;
    if (jb_decimal_shift(fact->value, p, &moved) && fact->value.digits != 0 &&
        jb_decimal_compare(moved, fact->amount.value) == 0) {
      *power = p;
      return TRUE;
    }
  }
  return FALSE;
}

/* Amounts add up; rates, ranks and percentages do not. */
static gboolean
adds_up(const JbFact *fact)
{
  return fact != NULL && (fact->measure == JB_MEASURE_LEVEL || fact->measure == JB_MEASURE_CHANGE);
}

/* The fact's value in the unit of `named`. */
static gboolean
in_unit(const JbFact *fact, const JbFact *named, JbDecimal *value)
{
  gint power;
  *value = fact->value;
  if (g_strcmp0(fact->unit, named->unit) == 0)
    return TRUE;
  return fact->amount.unit != NULL && g_strcmp0(fact->amount.unit, named->amount.unit) == 0 &&
         power_of(named, &power) && jb_decimal_shift(fact->amount.value, -power, value);
}

static const char *
computed_text(JbArena *arena, const JbChartContext *context, JbDecimal value, const JbFact *named)
{
  JbLang lang = jb_number_lang(context);
  JbQuantityParts parts = jb_value_parts_scaled(arena, value, named->value, named->unit, JB_MEASURE_CHANGE, lang);
  const char *plus = value.digits > 0 && parts.number[0] != '+' ? "+" : "";
  return jb_arena_printf(arena, "%s%s", plus, parts.number);
}

static JbWaterfallBar
rest_bar(JbArena *arena, const JbChartContext *context, JbDecimal amount, guint merged, const JbFact *named)
{
  JbWaterfallBar bar = {.amount = amount, .value = computed_text(arena, context, amount, named)};
  bar.row.name_zh = merged > 0 ? jb_arena_printf(arena, "其他（含%u项）", merged) : "其他/误差";
  bar.row.name_en = merged > 0 ? jb_arena_printf(arena, "Other (%u items)", merged) : "Other, rounding";
  return bar;
}

static void
append(JbWaterfall *plan, JbWaterfallBar bar)
{
  plan->bars[plan->n++] = bar;
}

/* Before a total: the bar for what the steps since the last one leave open. Without a total to start from, nothing is
 * known to be open. */
static void
close_gap(JbArena *arena, const JbChartContext *context, JbWaterfall *plan, JbDecimal sum, JbDecimal total)
{
  JbDecimal rest;
  if (jb_decimal_sub(total, sum, &rest) && rest.digits != 0)
    append(plan, rest_bar(arena, context, rest, 0, plan->named));
}

static void
append_row(JbArena *arena, const JbChartContext *context, JbWaterfall *plan, const JbChartRow *row, JbDecimal amount)
{
  gboolean total = row->actual->measure != JB_MEASURE_CHANGE;
  JbWaterfallBar bar = {.row = *row, .fact = row->actual, .amount = amount, .total = total};
  bar.value = total ? jb_number_beside(arena, context, row->actual, plan->named)
                    : jb_signed_beside(arena, context, row->actual, plan->named);
  if (total && row->name_zh == NULL) { /* 2023年, not the indicator again */
    JbWords period = jb_period_pair(arena, row->actual->period);
    bar.row.name_zh = period.zh;
    bar.row.name_en = period.en;
  }
  append(plan, bar);
}

/* Where bars float, and over what the scale runs. */
static void
place(JbWaterfall *plan)
{
  double run = 0, moved = 0, largest = 0;
  guint totals = 0;
  for (guint i = 0; i < plan->n; i++) {
    double value = jb_decimal_to_double(plan->bars[i].amount);
    moved += plan->bars[i].total ? 0 : fabs(value);
    largest = plan->bars[i].total ? MAX(largest, fabs(value)) : largest;
    totals += plan->bars[i].total;
  }
  plan->increments_only = totals > 0 && totals < plan->n && moved < SMALL * largest;
  gboolean based = FALSE;
  double base = 0; /* the level that is the increments' zero */
  plan->low = plan->high = 0;
  for (guint i = 0; i < plan->n; i++) {
    JbWaterfallBar *bar = &plan->bars[i];
    double value = jb_decimal_to_double(bar->amount);
    if (bar->total && plan->increments_only) {
      base = based ? base : value - run;
      based = TRUE;
      bar->from = bar->to = run = value - base;
    } else {
      bar->from = bar->total ? 0 : run;
      bar->to = run = bar->total ? value : run + value;
    }
    plan->low = MIN(plan->low, MIN(bar->from, bar->to));
    plan->high = MAX(plan->high, MAX(bar->from, bar->to));
  }
  if (plan->high <= plan->low)
    plan->high = plan->low + 1;
  for (guint i = 0; i < plan->n; i++) { /* a fall is labelled beneath: near the foot that takes room */
    const JbWaterfallBar *bar = &plan->bars[i];
    plan->labels_below = plan->labels_below ||
                         (bar->to < bar->from && bar->to - plan->low < LOW * (plan->high - plan->low));
  }
}

JbWaterfall
jb_waterfall_steps(JbArena *arena, const JbChartContext *context, const JbChartData *data)
{
  JbWaterfall plan = {.bars = jb_arena_make(arena, JbWaterfallBar, 2 * data->n_rows + 2)};
  for (guint i = 0; i < data->n_rows; i++) { /* the unit of the first total, else of the first step */
    const JbFact *fact = data->rows[i].actual;
    gboolean better = adds_up(fact) && (plan.named == NULL || (plan.named->measure == JB_MEASURE_CHANGE &&
                                                               fact->measure != JB_MEASURE_CHANGE));
    plan.named = better ? fact : plan.named;
  }
  JbDecimal sum = {0};
  gboolean from_total = FALSE;
  for (guint i = 0; i < data->n_rows; i++) {
    const JbChartRow *row = &data->rows[i];
    JbDecimal amount;
    if (!adds_up(row->actual) || !in_unit(row->actual, plan.named, &amount))
      continue;
    gboolean total = row->actual->measure != JB_MEASURE_CHANGE;
    if (total && from_total)
      close_gap(arena, context, &plan, sum, amount);
    append_row(arena, context, &plan, row, amount);
    from_total = total || (from_total && jb_decimal_add(sum, amount, &sum));
    sum = total ? amount : sum;
  }
  place(&plan);
  return plan;
}

/* ---- What a width holds ------------------------------------------------------------------------------- */

JbLabel
jb_waterfall_name(JbArena *arena, const JbChartContext *context, const JbWaterfallBar *bar, double column_pt)
{
  JbLabelWish wish = jb_row_wish(arena, context, &bar->row, context->theme->min_pt);
  wish.max_lines = 3;
  wish.min_pt = context->theme->en_min_pt;
  return jb_label_fit(arena, context, &wish, column_pt - 4 * context->theme->chart_pt / 9);
}

static double
widest(const JbChartContext *context, const JbWaterfall *plan)
{
  JbTextStyle style = jb_style(context, jb_number_lang(context), JB_FACE_BOLD, plan->label_pt, 0);
  double width = 0;
  for (guint i = 0; i < plan->n; i++)
    width = MAX(width, jb_text_width(context->fonts, &style, plan->bars[i].value));
  return width;
}

/* The smallest step that may be merged: not a total, and not the rest itself. */
static gint
smallest(const JbWaterfall *plan)
{
  gint at = -1;
  for (guint i = 0; i < plan->n; i++)
    if (!plan->bars[i].total && plan->bars[i].fact != NULL &&
        (at < 0 ||
         fabs(jb_decimal_to_double(plan->bars[i].amount)) < fabs(jb_decimal_to_double(plan->bars[at].amount))))
      at = (gint)i;
  return at;
}

static void
take_out(JbWaterfall *plan, guint at)
{
  for (guint i = at; i + 1 < plan->n; i++)
    plan->bars[i] = plan->bars[i + 1];
  plan->n--;
}

/* Adds the smallest steps to one bar before the last total, until `most` bars remain. FALSE when that cannot be. */
static gboolean
merge(JbArena *arena, const JbChartContext *context, JbWaterfall *plan, guint most)
{
  guint totals = 0, merged = 0;
  for (guint i = 0; i < plan->n; i++)
    totals += plan->bars[i].total;
  if (plan->n <= most)
    return TRUE;
  if (totals > 2 || most < totals + 2 || most < MIN_COLUMN)
    return FALSE;
  JbDecimal sum = {0};
  for (guint i = plan->n; i > 0; i--) /* a rest that is there already goes in */
    if (!plan->bars[i - 1].total && plan->bars[i - 1].fact == NULL) {
      sum = plan->bars[i - 1].amount;
      take_out(plan, i - 1);
    }
  while (plan->n + 1 > most) {
    gint at = smallest(plan);
    if (at < 0 || !jb_decimal_add(sum, plan->bars[at].amount, &sum))
      return FALSE;
    take_out(plan, (guint)at);
    merged++;
  }
  JbWaterfallBar rest = rest_bar(arena, context, sum, merged, plan->named);
  gboolean before = plan->n > 0 && plan->bars[plan->n - 1].total;
  guint at = before ? plan->n - 1 : plan->n;
  for (guint i = plan->n; i > at; i--)
    plan->bars[i] = plan->bars[i - 1];
  plan->bars[at] = rest;
  plan->n++;
  return TRUE;
}

JbWaterfall
jb_waterfall_plan(JbArena *arena, const JbChartContext *context, const JbChartData *data, double width_pt)
{
  double k = context->theme->chart_pt / 9;
  JbWaterfall plan = jb_waterfall_steps(arena, context, data);
  if (plan.n == 0)
    return plan;
  JbWaterfall whole = plan;
  whole.bars = jb_arena_memdup(arena, plan.bars, plan.n * sizeof *plan.bars);
  plan.label_pt = context->theme->chart_pt;
  while (plan.label_pt > context->theme->min_pt && widest(context, &plan) + 4 * k > width_pt / plan.n)
    plan.label_pt = MAX(plan.label_pt - 0.5, context->theme->min_pt);
  guint most = (guint)(width_pt / MAX(COLUMN_PT * k, widest(context, &plan) + 4 * k));
  plan.columns_fit = most > 0 && merge(arena, context, &plan, most);
  if (plan.columns_fit)
    plan.columns_fit = widest(context, &plan) + 4 * k <= width_pt / plan.n; /* a sum may be longer */
  if (!plan.columns_fit) {
    plan.n = whole.n;
    plan.bars = whole.bars;
    plan.plain = jb_arena_make(arena, JbPlainRow, plan.n);
    for (guint i = 0; i < plan.n; i++)
      plan.plain[i] = (JbPlainRow){.row = &plan.bars[i].row, .value = plan.bars[i].value};
    return plan;
  }
  place(&plan);
  for (guint i = 0; i < plan.n; i++)
    plan.names_h = MAX(plan.names_h, jb_waterfall_name(arena, context, &plan.bars[i], width_pt / plan.n).height_pt);
  return plan;
}
