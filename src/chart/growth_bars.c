/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Form A, growth bars: what happened as bars from a zero line, what was or is promised as a mark over it and as words
 * in a column of its own. A verdict stands only behind a target for the same period as the bar; targets for the year
 * to come are headed as such and get none. A bar over three times the second largest is cut, with a zigzag.
 */
#include "chart/internal.h"

#include <math.h>

#define ROW_PT     27.0
#define MIN_ROW_PT 21.0
#define BAR_PT     11.0
#define HEAD_PT    15.0
#define GAP_PT     6.0
#define CUT_RATIO  3.0

/* Where everything stands; x from the left of the box. */
typedef struct {
  double k; /* type of this medium against the page's */
  double row_pt, bar_pt, head_pt;
  double name_w, target_w, icon_w; /* columns */
  double plot_x, plot_w;
  JbScale scale;
  gint cut_row; /* the outlier, -1 none */
  gboolean verdicts, targets;
  gboolean bars; /* else there is room for a list only */
} Plan;

static const JbFact *
first_of(const JbChartData *data, gboolean target)
{
  for (guint i = 0; i < data->n_rows; i++) {
    const JbFact *fact = target ? data->rows[i].target : data->rows[i].actual;
    if (fact != NULL)
      return fact;
  }
  return NULL;
}

static double
bar_value(const JbChartRow *row)
{
  return row->actual != NULL ? jb_decimal_to_double(row->actual->value) : 0;
}

static JbVerdict
row_verdict(const JbChartRow *row)
{
  return jb_verdict(row->actual, row->target, row->target_high);
}

static JbLabelWish
target_wish(JbArena *arena, const JbChartContext *context, const JbChartRow *row)
{
  JbLabelWish wish = {
      .size_pt = context->theme->chart_pt, .colour = context->theme->ink2, .min_pt = context->theme->min_pt};
  if (row->target == NULL) {
    wish.words = (JbWords){"—", NULL};
    return wish;
  }
  wish.words = jb_quantity_words(arena, context, row->target, JB_STYLE_LABEL);
  if (row->target_high != NULL) {
    JbWords high = jb_quantity_words(arena, context, row->target_high, JB_STYLE_LABEL);
    wish.words = (JbWords){jb_arena_printf(arena, "%s~%s", wish.words.zh, high.zh),
                           jb_arena_printf(arena, "%s–%s", wish.words.en, high.en)};
  }
  return wish;
}

/* Index of a bar over CUT_RATIO times every other, else -1. */
static gint
outlier(const JbChartData *data)
{
  gint at = -1;
  double largest = 0, second = 0;
  for (guint i = 0; i < data->n_rows; i++) {
    double size = fabs(bar_value(&data->rows[i]));
    if (size > largest) {
      second = largest;
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
plan_domain(const JbChartData *data, Plan *plan)
{
  double from = 0, to = 0, second = 0;
  for (guint i = 0; i < data->n_rows; i++) {
    const JbChartRow *row = &data->rows[i];
    if ((gint)i != plan->cut_row) {
      stretch(&from, &to, bar_value(row));
      second = MAX(second, fabs(bar_value(row)));
    }
    if (row->target != NULL)
      stretch(&from, &to, jb_decimal_to_double(row->target->value));
    if (row->target_high != NULL)
      stretch(&from, &to, jb_decimal_to_double(row->target_high->value));
  }
  if (plan->cut_row >= 0) {
    gboolean down = bar_value(&data->rows[plan->cut_row]) < 0;
    stretch(&from, &to, down ? -second * 1.6 : second * 1.6);
  }
  if (to - from <= 0)
    to = 1;
  plan->scale.from = from;
  plan->scale.to = to;
}

static Plan
plan_chart(JbArena *arena, const JbChartContext *context, const JbChartData *data, double width)
{
  Plan plan = {.k = context->theme->chart_pt / 9};
  plan.row_pt = ROW_PT * plan.k;
  plan.bar_pt = BAR_PT * plan.k;
  plan.head_pt = HEAD_PT * plan.k;
  plan.cut_row = outlier(data);
  double name = 0, target = 0, negative = 0, positive = 0;
  for (guint i = 0; i < data->n_rows; i++) {
    const JbChartRow *row = &data->rows[i];
    JbLabelWish wish = jb_row_wish(arena, context, row, context->theme->chart_pt);
    name = MAX(name, jb_label_natural(context, &wish) + jb_source_width(context, jb_row_fact(row)));
    if (row->target != NULL) {
      plan.targets = TRUE;
      wish = target_wish(arena, context, row);
      target = MAX(target, jb_label_natural(context, &wish));
      plan.verdicts = plan.verdicts || row_verdict(row) != JB_VERDICT_NONE;
    }
    if (row->actual != NULL) {
      JbFace face = (gint)i == plan.cut_row ? JB_FACE_BOLD : JB_FACE_REGULAR;
      JbTextStyle style = jb_style(context, jb_number_lang(context), face, context->theme->chart_pt, 0);
      double label = jb_text_width(context->fonts, &style, jb_number_text(arena, context, row->actual));
      if (bar_value(row) < 0)
        negative = MAX(negative, label);
      else
        positive = MAX(positive, label);
    }
  }
  const JbFact *head = first_of(data, TRUE);
  if (head != NULL) {
    JbWords period = jb_period_pair(arena, head->period);
    JbWords words = {jb_arena_printf(arena, "%s目标", period.zh), jb_arena_printf(arena, "Target %s", period.en)};
    target = MAX(target, jb_inline_width(context, JB_FACE_REGULAR, context->theme->min_pt, words));
  }
  plan.name_w = CLAMP(name, width * 0.16, width * 0.36);
  plan.target_w = plan.targets ? MIN(target, width * 0.3) : 0;
  plan.icon_w = plan.verdicts ? 18 * plan.k : 0;
  double gap = GAP_PT * plan.k;
  plan.plot_x = plan.name_w + 2 * gap;
  plan.plot_w = width - plan.plot_x - (plan.targets ? plan.target_w + 2 * gap : 0) - plan.icon_w;
  plan_domain(data, &plan);
  /* Room for the labels: behind the longest bar with a mark's arrow, and before the lowest one. */
  double reach = (12 + 4) * plan.k;
  plan.scale.start = plan.plot_x + (plan.scale.from < 0 ? negative + 6 * plan.k : 0);
  plan.scale.end = plan.plot_x + plan.plot_w - positive - reach - 4 * plan.k;
  plan.bars = plan.scale.end - plan.scale.start >= 20 * plan.k;
  for (guint i = 0; i < data->n_rows && plan.targets; i++) { /* a number that does not wrap into its column */
    JbLabelWish wish = target_wish(arena, context, &data->rows[i]);
    plan.bars = plan.bars && jb_label_fit(arena, context, &wish, plan.target_w).width_pt <= plan.target_w + 0.5;
  }
  return plan;
}

/* "6.6 / 8%以上": the rows as a list, where numbers leave no room for bars. */
static const JbPlainRow *
plain_rows(JbArena *arena, const JbChartContext *context, const JbChartData *data)
{
  JbPlainRow *rows = jb_arena_make(arena, JbPlainRow, data->n_rows);
  for (guint i = 0; i < data->n_rows; i++) {
    const JbChartRow *row = &data->rows[i];
    const char *actual = row->actual != NULL ? jb_number_text(arena, context, row->actual) : "—";
    JbWords target = target_wish(arena, context, row).words;
    const char *said = jb_shows_zh(context) ? target.zh : target.en;
    rows[i] = (JbPlainRow){.row = row, .value = actual};
    if (row->target != NULL)
      rows[i].value = jb_arena_printf(arena, "%s / %s", actual, said);
  }
  return rows;
}

JbExtent
jb_growth_bars_measure(const JbChartContext *context, const JbChartData *data, double width_pt)
{
  if (data->n_rows == 0) {
    double none = jb_no_data_height(context);
    return (JbExtent){none, none, none};
  }
  JbArena *arena = jb_arena_new();
  Plan plan = plan_chart(arena, context, data, width_pt);
  if (!plan.bars) {
    double height = jb_plain_height(context, plain_rows(arena, context, data), data->n_rows, width_pt);
    jb_arena_free(arena);
    return (JbExtent){height, height, height};
  }
  double fixed = plan.head_pt + 16 * plan.k, least = MIN_ROW_PT * plan.k;
  for (guint i = 0; i < data->n_rows; i++) {
    const JbFact *fact = jb_row_fact(&data->rows[i]);
    JbLabelWish wish = jb_row_wish(arena, context, &data->rows[i], context->theme->chart_pt);
    double label = jb_label_fit(arena, context, &wish, plan.name_w - jb_source_width(context, fact)).height_pt;
    wish = target_wish(arena, context, &data->rows[i]);
    label = MAX(label, plan.targets ? jb_label_fit(arena, context, &wish, plan.target_w).height_pt : 0);
    least = MAX(least, label + 3 * plan.k);
  }
  jb_arena_free(arena);
  double row = MAX(plan.row_pt, least);
  return (JbExtent){fixed + least * data->n_rows, fixed + row * data->n_rows, fixed + row * 1.4 * data->n_rows};
}

/* The fullest of the ways to head the bars that has room; the last one always has. */
static JbWords
actual_head(JbArena *arena, const JbChartContext *context, const JbChartData *data, double room)
{
  const JbFact *actual = first_of(data, FALSE);
  gboolean average = actual->measure == JB_MEASURE_AVERAGE_GROWTH;
  JbWords period = jb_bars_period(arena, data);
  const char *zh = jb_arena_printf(arena, "%s%s，%%", period.zh, average ? "年均增速" : "实际增速");
  const char *en = jb_arena_printf(arena, average ? "Average %s, %%" : "Actual %s, %%", period.en);
  const JbWords ways[] = {
      {zh, en},
      {zh, jb_shows_zh(context) ? NULL : jb_arena_printf(arena, "%s, %%", period.en)},
      {jb_arena_printf(arena, "%s，%%", period.zh),
       jb_shows_zh(context) ? NULL : jb_arena_printf(arena, "%s, %%", period.en)},
  };
  for (guint i = 0; i < G_N_ELEMENTS(ways); i++)
    if (jb_inline_width(context, JB_FACE_REGULAR, context->theme->min_pt, ways[i]) <= room)
      return ways[i];
  return (JbWords){"%", NULL};
}

static void
draw_head(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, JbRect box, const Plan *plan)
{
  const JbTheme *theme = context->theme;
  JbArena *arena = drawing->arena;
  double y = box.y + plan->head_pt - 5 * plan->k, limit = box.x + box.w, size = theme->min_pt;
  const JbFact *actual = first_of(data, FALSE), *target = first_of(data, TRUE);
  if (target != NULL) {
    JbWords period = jb_period_pair(arena, target->period);
    JbWords words = {jb_arena_printf(arena, "%s目标", period.zh), jb_arena_printf(arena, "Target %s", period.en)};
    JbPoint right = {box.x + box.w - plan->icon_w, y};
    limit = right.x -
            jb_inline_draw(drawing, context, right, JB_ALIGN_RIGHT, JB_FACE_REGULAR, size, theme->ink2, words) - size;
  }
  jb_inline_draw(drawing, context, (JbPoint){box.x, y}, JB_ALIGN_LEFT, JB_FACE_REGULAR, size, theme->ink2,
                 (JbWords){"指标", plan->name_w > 9 * size || !jb_shows_zh(context) ? "Indicator" : NULL});
  if (actual != NULL) {
    JbWords words = actual_head(arena, context, data, limit - box.x - plan->plot_x);
    double width = jb_inline_width(context, JB_FACE_REGULAR, size, words);
    double x = MAX(MIN(box.x + jb_scale_at(&plan->scale, 0), limit - width), box.x + plan->plot_x);
    jb_inline_draw(drawing, context, (JbPoint){x, y}, JB_ALIGN_LEFT, JB_FACE_REGULAR, size, theme->ink2, words);
  }
  jb_draw_line(drawing, (JbPoint){box.x, box.y + plan->head_pt}, (JbPoint){box.x + box.w, box.y + plan->head_pt},
               jb_stroke(theme->axis, 0.8));
}

/* A torn edge: two slanted white lines near the end of a cut bar. */
static void
draw_zigzag(JbDrawing *drawing, JbColour paper, double x, double middle, double bar_pt)
{
  double half = bar_pt * 0.7;
  for (int i = 0; i < 2; i++) {
    double at = x + i * 4;
    const JbPoint zigzag[] = {{at - 1.5, middle - half},
                              {at + 1.5, middle - half / 3},
                              {at - 1.5, middle + half / 3},
                              {at + 1.5, middle + half}};
    jb_draw_polyline(drawing, zigzag, 4, FALSE, jb_stroke(paper, 1.6));
  }
}

/* The x range that the row's target marks take, empty when there are none. */
static gboolean
mark_range(const JbChartRow *row, const Plan *plan, double x0, double *left, double *right)
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

static void
draw_value(const JbChartContext *context, JbDrawing *drawing, const JbChartRow *row, const Plan *plan, double x0,
           double bar_end, double middle, gboolean cut)
{
  const JbTheme *theme = context->theme;
  JbTextStyle style = jb_style(context, jb_number_lang(context), cut ? JB_FACE_BOLD : JB_FACE_REGULAR, theme->chart_pt,
                               theme->ink);
  double zero = x0 + jb_scale_at(&plan->scale, 0), baseline = middle + theme->chart_pt * 0.36, gap = 4 * plan->k;
  if (row->actual == NULL) {
    style.colour = theme->ink2;
    double dash = jb_text_width(context->fonts, &style, "—"), low, high, x = zero + gap;
    if (mark_range(row, plan, x0, &low, &high) && x < high + 2 && x + dash > low - 2)
      x = high + gap;
    jb_text_draw(drawing, context->fonts, &style, (JbPoint){x, baseline}, JB_ALIGN_LEFT, "—");
    return;
  }
  const char *text = jb_arena_dup(drawing->arena, jb_number_text(drawing->arena, context, row->actual));
  double width = jb_text_width(context->fonts, &style, text), left, right;
  gboolean marked = mark_range(row, plan, x0, &left, &right);
  double at = bar_end + gap;
  if (bar_value(row) < 0) {
    at = bar_end - gap - width;
    if (marked && at < right + 2 && at + width > left - 2)
      at = left - gap - width;
    if (at < x0 + plan->plot_x - 2)
      at = marked && left < zero + gap + width && right > zero ? right + gap : zero + gap;
  } else if (marked && at < right + 2 && at + width > left - 2) {
    at = right + gap;
  }
  jb_text_draw(drawing, context->fonts, &style, (JbPoint){at, baseline}, JB_ALIGN_LEFT, text);
}

static void
draw_bar(const JbChartContext *context, JbDrawing *drawing, const JbChartRow *row, const Plan *plan, double x0,
         double middle, gboolean cut)
{
  const JbTheme *theme = context->theme;
  double zero = x0 + jb_scale_at(&plan->scale, 0), end = zero;
  double previous = row->previous != NULL ? jb_decimal_to_double(row->previous->value) : 0;
  double top = middle - plan->bar_pt / 2;
  if (row->actual != NULL) {
    double value = bar_value(row);
    end = x0 + jb_scale_at(&plan->scale, cut ? (value < 0 ? plan->scale.from : plan->scale.to) : value);
    if (value == 0)
      jb_draw_rect(drawing, (JbRect){zero, top, 1.2 * plan->k, plan->bar_pt}, jb_fill(theme->actual));
    else
      jb_bar_draw(drawing, (JbRect){MIN(zero, end), top, fabs(end - zero), plan->bar_pt}, row->actual, theme->actual);
    if (cut && fabs(end - zero) > 3 * plan->bar_pt) /* else the tear would stand in the label */
      draw_zigzag(drawing, theme->paper, zero + (end - zero) * 0.86, middle, plan->bar_pt);
  }
  if (row->previous != NULL && previous >= plan->scale.from && previous <= plan->scale.to) {
    double to = x0 + jb_scale_at(&plan->scale, previous);
    jb_draw_rect(drawing, (JbRect){MIN(zero, to), top + plan->bar_pt + 0.8, fabs(to - zero), 4 * plan->k},
                 jb_fill(theme->previous));
  }
  if (row->target != NULL && row->target_high != NULL) {
    double low = x0 + jb_scale_at(&plan->scale, jb_decimal_to_double(row->target->value));
    double high = x0 + jb_scale_at(&plan->scale, jb_decimal_to_double(row->target_high->value));
    JbColour tint = (theme->ink & 0xFFFFFF00u) | 0x26u;
    jb_draw_rect(drawing, (JbRect){low, middle - plan->bar_pt * 0.775, high - low, plan->bar_pt * 1.55}, jb_fill(tint));
    jb_target_draw(drawing, context, low, middle, plan->bar_pt, JB_BOUND_EQ);
    jb_target_draw(drawing, context, high, middle, plan->bar_pt, JB_BOUND_EQ);
  } else if (row->target != NULL) {
    jb_target_draw(drawing, context, x0 + jb_scale_at(&plan->scale, jb_decimal_to_double(row->target->value)), middle,
                   plan->bar_pt, row->target->bound);
  }
  draw_value(context, drawing, row, plan, x0, end, middle, cut);
}

static void
draw_row(const JbChartContext *context, JbDrawing *drawing, const JbChartRow *row, const Plan *plan, JbRect line,
         gboolean cut)
{
  const JbFact *fact = jb_row_fact(row);
  JbArena *arena = drawing->arena;
  JbLabelWish wish = jb_row_wish(arena, context, row, context->theme->chart_pt);
  JbLabel label = jb_label_fit(arena, context, &wish, plan->name_w - jb_source_width(context, fact));
  double middle = line.y + line.h / 2;
  jb_named_draw(drawing, context, &label, (JbPoint){line.x, middle - label.height_pt / 2}, plan->name_w, fact);
  draw_bar(context, drawing, row, plan, line.x, middle, cut);
  if (plan->targets) {
    wish = target_wish(arena, context, row);
    label = jb_label_fit(arena, context, &wish, plan->target_w);
    double x = line.x + line.w - plan->icon_w - plan->target_w;
    jb_label_draw(drawing, context, &label, (JbPoint){x, middle - label.height_pt / 2}, plan->target_w, JB_ALIGN_RIGHT);
  }
  if (plan->verdicts)
    jb_verdict_draw(drawing, context, (JbPoint){line.x + line.w - plan->icon_w * 0.42, middle}, 12 * plan->k,
                    row_verdict(row));
}

/* One line under the chart: the glyphs that were used, as they were drawn. */
static void
draw_key(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, const Plan *plan, JbPoint at,
         double right)
{
  const JbTheme *theme = context->theme;
  double size = theme->min_pt, middle = at.y - size * 0.35;
  static const JbVerdict verdicts[] = {JB_VERDICT_MET, JB_VERDICT_SHORT};
  for (guint v = 0; v < G_N_ELEMENTS(verdicts); v++) {
    gboolean used = FALSE;
    for (guint i = 0; i < data->n_rows; i++)
      used = used || row_verdict(&data->rows[i]) == verdicts[v];
    if (!used)
      continue;
    jb_verdict_draw(drawing, context, (JbPoint){at.x + size * 0.5, middle}, size, verdicts[v]);
    at.x += size * 1.3;
    at.x += jb_inline_draw(drawing, context, at, JB_ALIGN_LEFT, JB_FACE_REGULAR, size, theme->muted,
                           jb_verdict_words(verdicts[v])) +
            size * 1.4;
  }
  gboolean arrows = FALSE, beams = FALSE;
  for (guint i = 0; i < data->n_rows; i++) {
    const JbFact *target = data->rows[i].target;
    beams = beams || (target != NULL && target->bound == JB_BOUND_APPROX);
    arrows = arrows || (target != NULL && target->bound != JB_BOUND_APPROX && target->bound != JB_BOUND_EQ);
  }
  if (!plan->targets)
    return;
  jb_draw_line(drawing, (JbPoint){at.x + 2, middle - size * 0.5}, (JbPoint){at.x + 2, middle + size * 0.5},
               jb_stroke(theme->ink, 1.6 * plan->k));
  at.x += size;
  static const JbWords words[] = {
      {"目标", "target"},
      {"目标（箭头：以上或以内）", "target (arrow: at least or at most)"},
      {"目标（工字：左右）", "target (I-beam: about)"},
      {"目标（箭头：以上或以内；工字：左右）", "target (arrow: at least or at most; I-beam: about)"},
  };
  JbWords said = words[(arrows ? 1 : 0) + (beams ? 2 : 0)];
  if (at.x + jb_inline_width(context, JB_FACE_REGULAR, size, said) > right)
    said = jb_shows_zh(context) ? (JbWords){said.zh, NULL} : words[0];
  if (at.x + jb_inline_width(context, JB_FACE_REGULAR, size, said) > right)
    said = words[0];
  jb_inline_draw(drawing, context, at, JB_ALIGN_LEFT, JB_FACE_REGULAR, size, theme->muted, said);
}

void
jb_growth_bars_draw(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, JbRect box)
{
  if (data->n_rows == 0) {
    jb_no_data_draw(drawing, context, box);
    return;
  }
  const JbTheme *theme = context->theme;
  Plan plan = plan_chart(drawing->arena, context, data, box.w);
  if (!plan.bars) {
    jb_plain_draw(context, drawing, plain_rows(drawing->arena, context, data), data->n_rows, box);
    return;
  }
  double key = 16 * plan.k;
  double row_pt = (box.h - plan.head_pt - key) / data->n_rows, top = box.y + plan.head_pt;
  draw_head(context, data, drawing, box, &plan);
  for (guint i = 0; i < data->n_rows; i++) {
    JbRect line = {box.x, top + i * row_pt, box.w, row_pt};
    if (i > 0)
      jb_draw_line(drawing, (JbPoint){box.x, line.y}, (JbPoint){box.x + box.w, line.y}, jb_stroke(theme->rule, 0.35));
    draw_row(context, drawing, &data->rows[i], &plan, line, (gint)i == plan.cut_row);
  }
  double bottom = top + row_pt * data->n_rows, zero = box.x + jb_scale_at(&plan.scale, 0);
  jb_draw_line(drawing, (JbPoint){zero, top}, (JbPoint){zero, bottom}, jb_stroke(theme->axis, 0.9));
  jb_draw_line(drawing, (JbPoint){box.x, bottom}, (JbPoint){box.x + box.w, bottom}, jb_stroke(theme->axis, 0.8));
  draw_key(context, data, drawing, &plan, (JbPoint){box.x, bottom + key * 0.82}, box.x + box.w);
}
