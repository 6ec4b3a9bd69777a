/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Growth bars, the plan: columns as wide as their words, and a scale that takes all the room which the values behind
 * the bars leave.
 */
#include "chart/growth_bars.h"

#include <math.h>

#define ROW_PT    27.0
#define BAR_PT    11.0
#define HEAD_PT   15.0
#define GAP_PT    6.0
#define CUT_RATIO 3.0
#define NARROW_PT 420.0 /* narrower, and heads that are wider than their columns take two lines */

const JbFact *
jb_bars_first(const JbChartData *data, gboolean target)
{
  for (guint i = 0; i < data->n_rows; i++) {
    const JbFact *fact = target ? data->rows[i].target : data->rows[i].actual;
    if (fact != NULL)
      return fact;
  }
  return NULL;
}

double
jb_bars_value(const JbChartRow *row)
{
  return row->actual != NULL ? jb_decimal_to_double(row->actual->value) : 0;
}

JbVerdict
jb_bars_verdict(const JbChartRow *row)
{
  return jb_verdict(row->actual, row->target, row->target_high);
}

JbLabelWish
jb_bars_target_wish(JbArena *arena, const JbChartContext *context, const JbChartRow *row)
{
  JbLabelWish wish = {
      .size_pt = context->theme->chart_pt, .colour = context->theme->ink2, .min_pt = context->theme->min_pt};
  if (row->target == NULL) {
    wish.words = (JbWords){"—", NULL};
    return wish;
  }
  wish.words = jb_target_words(arena, context, row);
  return wish;
}

static double
size_of(const JbFact *fact)
{
  return fact != NULL ? fabs(jb_decimal_to_double(fact->value)) : 0;
}

/* Index of a bar over CUT_RATIO times every other and every target, which are on the scale anyway; else -1. */
static gint
outlier(const JbChartData *data)
{
  gint at = -1;
  double largest = 0, second = 0;
  for (guint i = 0; i < data->n_rows; i++) {
    double size = size_of(data->rows[i].actual);
    second = MAX(second, MAX(size_of(data->rows[i].target), size_of(data->rows[i].target_high)));
    if (size > largest) {
      second = MAX(second, largest);
      largest = size;
      at = (gint)i;
    } else {
      second = MAX(second, size);
    }
  }
  return second > 0 && largest > CUT_RATIO * second ? at : -1;
}

static void
stretch(double *from, double *to, double value)
{
  *from = MIN(*from, value);
  *to = MAX(*to, value);
}

static void
plan_domain(const JbChartData *data, JbBarsPlan *plan)
{
  double from = 0, to = 0, second = 0;
  for (guint i = 0; i < data->n_rows; i++) {
    const JbChartRow *row = &data->rows[i];
    if ((gint)i != plan->cut_row) {
      stretch(&from, &to, jb_bars_value(row));
      second = MAX(second, fabs(jb_bars_value(row)));
    }
    if (row->target != NULL)
      stretch(&from, &to, jb_decimal_to_double(row->target->value));
    if (row->target_high != NULL)
      stretch(&from, &to, jb_decimal_to_double(row->target_high->value));
  }
  if (plan->cut_row >= 0) {
    gboolean down = jb_bars_value(&data->rows[plan->cut_row]) < 0;
    stretch(&from, &to, down ? -second * 1.6 : second * 1.6);
  }
  if (to - from <= 0)
    to = 1;
  plan->scale.from = from;
  plan->scale.to = to;
}

gboolean
jb_bars_mark_range(const JbChartRow *row, const JbBarsPlan *plan, double x0, double *left, double *right)
{
  if (row->target == NULL)
    return FALSE;
  double l, r, at = x0 + jb_scale_at(&plan->scale, jb_decimal_to_double(row->target->value));
  jb_target_reach(row->target_high != NULL ? JB_BOUND_EQ : row->target->bound, plan->bar_pt, &l, &r);
  *left = at - l;
  *right = at + r;
  if (row->target_high != NULL)
    *right = MAX(*right, x0 + jb_scale_at(&plan->scale, jb_decimal_to_double(row->target_high->value)) + 2);
  return TRUE;
}

double
jb_bars_end(const JbChartRow *row, const JbBarsPlan *plan, double x0, gboolean cut)
{
  double value = jb_bars_value(row);
  return x0 + jb_scale_at(&plan->scale, cut ? (value < 0 ? plan->scale.from : plan->scale.to) : value);
}

double
jb_bars_value_place(const JbChartRow *row, const JbBarsPlan *plan, double x0, gboolean cut, double width)
{
  double zero = x0 + jb_scale_at(&plan->scale, 0), gap = 4 * plan->k, left = 0, right = 0;
  gboolean marked = jb_bars_mark_range(row, plan, x0, &left, &right);
  double end = jb_bars_end(row, plan, x0, cut), at = end + gap;
  if (jb_bars_value(row) < 0) {
    at = end - gap - width;
    if (marked && at < right + 2 && at + width > left - 2)
      at = left - gap - width;
    if (at < x0 + plan->plot_x - 2)
      at = marked && left < zero + gap + width && right > zero ? right + gap : zero + gap;
  } else if (marked && at < right + 2 && at + width > left - 2) {
    at = right + gap;
  }
  return at;
}

static double
value_width(JbArena *arena, const JbChartContext *context, const JbChartRow *row, gboolean cut)
{
  JbTextStyle style = jb_style(context, jb_number_lang(context), cut ? JB_FACE_BOLD : JB_FACE_REGULAR,
                               context->theme->chart_pt, 0);
  return jb_text_width(context->fonts, &style, row->actual != NULL ? jb_number_text(arena, context, row->actual) : "—");
}

/* Stretches the scale as far as the values and marks behind the bars let it. Shrinking it may push a value beyond a
 * mark that it cleared before, hence the rounds. */
static void
widen_scale(const JbChartData *data, const double *widths, JbBarsPlan *plan)
{
  double limit = plan->plot_x + plan->plot_w - 2 * plan->k, over = 1;
  plan->scale.end = limit;
  for (int round = 0; round < 40 && over > 0.1 && plan->scale.end > plan->scale.start; round++) {
    over = 0;
    for (guint i = 0; i < data->n_rows; i++) {
      const JbChartRow *row = &data->rows[i];
      gboolean cut = (gint)i == plan->cut_row;
      double left, right;
      over = MAX(over, jb_bars_value_place(row, plan, 0, cut, widths[i]) + widths[i] - limit);
      if (jb_bars_mark_range(row, plan, 0, &left, &right))
        over = MAX(over, right - limit);
    }
    plan->scale.end -= over;
  }
}

JbWords
jb_bars_target_head(JbArena *arena, const JbFact *target)
{
  JbWords period = jb_period_pair(arena, target->period);
  return (JbWords){jb_arena_printf(arena, "%s目标", period.zh), jb_arena_printf(arena, "Target %s", period.en)};
}

JbLabelWish
jb_bars_head_wish(const JbChartContext *context, JbWords words)
{
  return (JbLabelWish){
      .words = words, .size_pt = context->theme->min_pt, .colour = context->theme->ink2, .max_lines = 1};
}

JbBarsPlan
jb_bars_plan(JbArena *arena, const JbChartContext *context, const JbChartData *data, double width)
{
  JbBarsPlan plan = {.k = context->theme->chart_pt / 9};
  plan.row_pt = ROW_PT * plan.k;
  plan.bar_pt = BAR_PT * plan.k;
  plan.head_pt = HEAD_PT * plan.k;
  plan.cut_row = outlier(data);
  double name = 0, target = 0, negative = 0, *widths = jb_arena_make(arena, double, data->n_rows);
  for (guint i = 0; i < data->n_rows; i++) {
    const JbChartRow *row = &data->rows[i];
    widths[i] = value_width(arena, context, row, (gint)i == plan.cut_row);
    JbLabelWish wish = jb_row_wish(arena, context, row, context->theme->chart_pt);
    name = MAX(name, jb_label_natural(context, &wish) + jb_source_width(context, jb_row_fact(row)));
    if (row->target != NULL) {
      plan.targets = TRUE;
      wish = jb_bars_target_wish(arena, context, row);
      target = MAX(target, jb_label_natural(context, &wish));
      plan.verdicts = plan.verdicts || jb_bars_verdict(row) != JB_VERDICT_NONE;
    }
    if (row->actual != NULL && jb_bars_value(row) < 0)
      negative = MAX(negative, widths[i]);
  }
  const JbFact *head = jb_bars_first(data, TRUE);
  if (head != NULL) {
    JbLabelWish wish = jb_bars_head_wish(context, jb_bars_target_head(arena, head));
    double line = jb_inline_width(context, JB_FACE_REGULAR, context->theme->min_pt, wish.words);
    target = MAX(target, jb_label_natural(context, &wish));
    plan.stacked = context->lang == JB_LANG_BOTH && width < NARROW_PT * plan.k && line > target;
    target = plan.stacked ? target : MAX(target, line);
  }
  if (plan.stacked)
    plan.head_pt += jb_en_size(context->theme, context->theme->min_pt) * 1.22;
  plan.name_w = CLAMP(name, width * 0.16, width * 0.36);
  plan.target_w = plan.targets ? MIN(target, width * 0.3) : 0;
  plan.icon_w = plan.verdicts ? 18 * plan.k : 0;
  double gap = GAP_PT * plan.k;
  plan.plot_x = plan.name_w + 2 * gap;
  plan.plot_w = width - plan.plot_x - (plan.targets ? plan.target_w + 2 * gap : 0) - plan.icon_w;
  plan_domain(data, &plan);
  plan.scale.start = plan.plot_x + (plan.scale.from < 0 ? negative + 6 * plan.k : 0);
  widen_scale(data, widths, &plan);
  plan.bars = plan.scale.end - plan.scale.start >= 20 * plan.k;
  for (guint i = 0; i < data->n_rows && plan.targets; i++) { /* a number that does not wrap into its column */
    JbLabelWish wish = jb_bars_target_wish(arena, context, &data->rows[i]);
    plan.bars = plan.bars && jb_label_fit(arena, context, &wish, plan.target_w).width_pt <= plan.target_w + 0.5;
  }
  return plan;
}
