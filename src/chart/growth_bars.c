/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Form A, growth bars: what happened as bars from a zero line, what was or is promised as a mark over it and as words
 * in a column of its own. A verdict stands only behind a target for the same period as the bar; targets for the year
 * to come are headed as such and get none. A bar over three times the second largest is cut, with a zigzag.
 */
#include "chart/growth_bars.h"

#include <math.h>

#define MIN_ROW_PT 21.0

/* "6.6 / 8%以上": the rows as a list, where numbers leave no room for bars. */
static const JbPlainRow *
plain_rows(JbArena *arena, const JbChartContext *context, const JbChartData *data)
{
  JbPlainRow *rows = jb_arena_make(arena, JbPlainRow, data->n_rows);
  for (guint i = 0; i < data->n_rows; i++) {
    const JbChartRow *row = &data->rows[i];
    const char *actual = row->actual != NULL ? jb_number_text(arena, context, row->actual) : "—";
    JbWords target = jb_bars_target_wish(arena, context, row).words;
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
  JbBarsPlan plan = jb_bars_plan(arena, context, data, width_pt);
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
    wish = jb_bars_target_wish(arena, context, &data->rows[i]);
    label = MAX(label, plan.targets ? jb_label_fit(arena, context, &wish, plan.target_w).height_pt : 0);
    least = MAX(least, label + 3 * plan.k);
  }
  jb_arena_free(arena);
  double row = MAX(plan.row_pt, least);
  return (JbExtent){fixed + least * data->n_rows, fixed + row * data->n_rows, fixed + row * 1.4 * data->n_rows};
}

static double
head_width(const JbChartContext *context, const JbBarsPlan *plan, JbWords words)
{
  JbLabelWish wish = jb_bars_head_wish(context, words);
  return plan->stacked ? jb_label_natural(context, &wish)
                       : jb_inline_width(context, JB_FACE_REGULAR, context->theme->min_pt, words);
}

/* The fullest of the ways to head the bars that has room; the last one always has. */
static JbWords
actual_head(JbArena *arena, const JbChartContext *context, const JbChartData *data, const JbBarsPlan *plan, double room)
{
  const JbFact *actual = jb_bars_first(data, FALSE);
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
    if (head_width(context, plan, ways[i]) <= room)
      return ways[i];
  return (JbWords){"%", NULL};
}

/* On one line, or both languages under each other; the last line at `y`. */
static void
draw_one_head(const JbChartContext *context, JbDrawing *drawing, JbPoint at, JbAlign align, const JbBarsPlan *plan,
              JbWords words)
{
  double size = context->theme->min_pt;
  if (!plan->stacked) {
    jb_inline_draw(drawing, context, at, align, JB_FACE_REGULAR, size, context->theme->ink2, words);
    return;
  }
  JbLabelWish wish = jb_bars_head_wish(context, words);
  double width = jb_label_natural(context, &wish);
  JbLabel label = jb_label_fit(drawing->arena, context, &wish, width + 0.1);
  JbPoint top = {align == JB_ALIGN_RIGHT ? at.x - width : at.x, at.y + size * 0.35 - label.height_pt};
  jb_label_draw(drawing, context, &label, top, width, align);
}

static void
draw_head(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, JbRect box,
          const JbBarsPlan *plan)
{
  const JbTheme *theme = context->theme;
  JbArena *arena = drawing->arena;
  double y = box.y + plan->head_pt - 5 * plan->k, limit = box.x + box.w, size = theme->min_pt;
  const JbFact *actual = jb_bars_first(data, FALSE), *target = jb_bars_first(data, TRUE);
  if (target != NULL) {
    JbWords words = jb_bars_target_head(arena, target);
    JbPoint right = {box.x + box.w - plan->icon_w, y};
    draw_one_head(context, drawing, right, JB_ALIGN_RIGHT, plan, words);
    limit = right.x - head_width(context, plan, words) - size;
  }
  draw_one_head(
      context, drawing, (JbPoint){box.x, y}, JB_ALIGN_LEFT, plan,
      (JbWords){"指标", plan->stacked || plan->name_w > 9 * size || !jb_shows_zh(context) ? "Indicator" : NULL});
  if (actual != NULL) {
    JbWords words = actual_head(arena, context, data, plan, limit - box.x - plan->plot_x);
    double width = head_width(context, plan, words);
    double x = MAX(MIN(box.x + jb_scale_at(&plan->scale, 0), limit - width), box.x + plan->plot_x);
    draw_one_head(context, drawing, (JbPoint){x, y}, JB_ALIGN_LEFT, plan, words);
  }
  jb_draw_line(drawing, (JbPoint){box.x, box.y + plan->head_pt}, (JbPoint){box.x + box.w, box.y + plan->head_pt},
               jb_stroke(theme->axis, 0.8));
}

static void
draw_value(const JbChartContext *context, JbDrawing *drawing, const JbChartRow *row, const JbBarsPlan *plan, double x0,
           double middle, gboolean cut)
{
  const JbTheme *theme = context->theme;
  JbTextStyle style = jb_style(context, jb_number_lang(context), cut ? JB_FACE_BOLD : JB_FACE_REGULAR, theme->chart_pt,
                               row->actual != NULL ? theme->ink : theme->ink2);
  const char *text = row->actual != NULL ? jb_number_text(drawing->arena, context, row->actual) : "—";
  double x = jb_bars_value_place(row, plan, x0, cut, jb_text_width(context->fonts, &style, text));
  jb_text_draw(drawing, context->fonts, &style, (JbPoint){x, middle + theme->chart_pt * 0.36}, JB_ALIGN_LEFT,
               jb_arena_dup(drawing->arena, text));
}

#define TEAR_PT 10.0 /* wide */

/* Near the end of a cut bar, but where no target stands. */
static void
draw_tear(const JbChartContext *context, JbDrawing *drawing, const JbChartRow *row, const JbBarsPlan *plan, double x0,
          double zero, double end, double middle)
{
  double low = MIN(zero, end), high = MAX(zero, end), from = low + (high - low) * 0.08, left, right;
  if (high - low < TEAR_PT * 1.6) /* it would be all of the bar */
    return;
  if (end > zero)
    from = high - (high - low) * 0.08 - TEAR_PT;
  if (jb_bars_mark_range(row, plan, x0, &left, &right) && from < right && from + TEAR_PT > left)
    from = left - TEAR_PT - 2 > low ? left - TEAR_PT - 2 : low + (high - low - TEAR_PT) / 2;
  jb_tear_draw(drawing, context, from + TEAR_PT * 0.3, middle, plan->bar_pt);
}

static void
draw_bar(const JbChartContext *context, JbDrawing *drawing, const JbChartRow *row, const JbBarsPlan *plan, double x0,
         double middle, gboolean cut)
{
  const JbTheme *theme = context->theme;
  double zero = x0 + jb_scale_at(&plan->scale, 0);
  double previous = row->previous != NULL ? jb_decimal_to_double(row->previous->value) : 0;
  double top = middle - plan->bar_pt / 2;
  if (row->actual != NULL) {
    double end = jb_bars_end(row, plan, x0, cut);
    if (jb_bars_value(row) == 0)
      jb_draw_rect(drawing, (JbRect){zero, top, 1.2 * plan->k, plan->bar_pt}, jb_fill(theme->actual));
    else
      jb_bar_draw(drawing, (JbRect){MIN(zero, end), top, fabs(end - zero), plan->bar_pt}, row->actual, theme->actual);
    if (cut)
      draw_tear(context, drawing, row, plan, x0, zero, end, middle);
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
  draw_value(context, drawing, row, plan, x0, middle, cut);
}

static void
draw_row(const JbChartContext *context, JbDrawing *drawing, const JbChartRow *row, const JbBarsPlan *plan, JbRect line,
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
    wish = jb_bars_target_wish(arena, context, row);
    label = jb_label_fit(arena, context, &wish, plan->target_w);
    double x = line.x + line.w - plan->icon_w - plan->target_w;
    jb_label_draw(drawing, context, &label, (JbPoint){x, middle - label.height_pt / 2}, plan->target_w, JB_ALIGN_RIGHT);
  }
  if (plan->verdicts && row->target != NULL)
    jb_verdict_draw(drawing, context, (JbPoint){line.x + line.w - plan->icon_w * 0.42, middle}, 12 * plan->k,
                    jb_bars_verdict(row));
}

/* What the target marks mean, as fully as the room allows. */
static JbWords
target_key(JbArena *arena, const JbChartContext *context, const JbChartData *data, double room)
{
  enum { ARROWS, BEAMS, RANGES, N_KINDS };
  static const JbWords kinds[] = {[ARROWS] = {"箭头：以上或以内", "arrow: at least or at most"},
                                  [BEAMS] = {"工字：左右", "I-beam: about"},
                                  [RANGES] = {"双线：区间", "two lines: range"}};
  gboolean used[N_KINDS] = {FALSE};
  for (guint i = 0; i < data->n_rows; i++) {
    const JbFact *target = data->rows[i].target;
    if (data->rows[i].target_high != NULL)
      used[RANGES] = TRUE;
    else if (target != NULL && target->bound != JB_BOUND_EQ)
      used[target->bound == JB_BOUND_APPROX ? BEAMS : ARROWS] = TRUE;
  }
  JbWords marks = {NULL, NULL}, bare = {"目标", "target"};
  for (guint k = 0; k < N_KINDS; k++)
    if (used[k])
      marks = marks.zh == NULL ? kinds[k]
                               : (JbWords){jb_arena_printf(arena, "%s；%s", marks.zh, kinds[k].zh),
                                           jb_arena_printf(arena, "%s; %s", marks.en, kinds[k].en)};
  if (marks.zh == NULL)
    return bare;
  const JbWords full = {jb_arena_printf(arena, "目标（%s）", marks.zh), jb_arena_printf(arena, "target (%s)", marks.en)},
                ways[] = {full, {full.zh, jb_shows_zh(context) ? NULL : "target"}};
  for (guint i = 0; i < G_N_ELEMENTS(ways); i++)
    if (jb_inline_width(context, JB_FACE_REGULAR, context->theme->min_pt, ways[i]) <= room)
      return ways[i];
  return bare;
}

/* One line under the chart: the glyphs that were used, as they were drawn. */
static void
draw_key(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, const JbBarsPlan *plan, JbPoint at,
         double right)
{
  const JbTheme *theme = context->theme;
  double size = theme->min_pt, middle = at.y - size * 0.35;
  static const JbVerdict verdicts[] = {JB_VERDICT_MET, JB_VERDICT_SHORT};
  for (guint v = 0; v < G_N_ELEMENTS(verdicts); v++) {
    gboolean used = FALSE;
    for (guint i = 0; i < data->n_rows; i++)
      used = used || jb_bars_verdict(&data->rows[i]) == verdicts[v];
    if (!used)
      continue;
    jb_verdict_draw(drawing, context, (JbPoint){at.x + size * 0.5, middle}, size, verdicts[v]);
    at.x += size * 1.3;
    at.x += jb_inline_draw(drawing, context, at, JB_ALIGN_LEFT, JB_FACE_REGULAR, size, theme->muted,
                           jb_verdict_words(verdicts[v])) +
            size * 1.4;
  }
  const JbFact *previous = NULL;
  gboolean none = FALSE;
  for (guint i = 0; i < data->n_rows; i++) {
    previous = previous != NULL ? previous : data->rows[i].previous;
    none = none || (plan->targets && data->rows[i].target == NULL);
  }
  if (previous != NULL) {
    jb_draw_rect(drawing, (JbRect){at.x, middle - 2 * plan->k, size * 1.4, 4 * plan->k}, jb_fill(theme->previous));
    at.x += size * 1.8;
    at.x += jb_inline_draw(drawing, context, at, JB_ALIGN_LEFT, JB_FACE_REGULAR, size, theme->muted,
                           jb_period_pair(drawing->arena, previous->period)) +
            size * 1.4;
  }
  if (!plan->targets)
    return;
  jb_draw_line(drawing, (JbPoint){at.x + 2, middle - size * 0.5}, (JbPoint){at.x + 2, middle + size * 0.5},
               jb_stroke(theme->ink, 1.6 * plan->k));
  at.x += size;
  at.x += jb_inline_draw(drawing, context, at, JB_ALIGN_LEFT, JB_FACE_REGULAR, size, theme->muted,
                         target_key(drawing->arena, context, data, right - at.x)) +
          size * 1.4;
  JbWords said = {"— 报告未列目标", jb_shows_zh(context) ? "none in the report" : "— none in the report"};
  if (at.x + jb_inline_width(context, JB_FACE_REGULAR, size, said) > right)
    said = (JbWords){said.zh, jb_shows_zh(context) ? NULL : "— none"};
  if (none && at.x + jb_inline_width(context, JB_FACE_REGULAR, size, said) <= right)
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
  JbBarsPlan plan = jb_bars_plan(drawing->arena, context, data, box.w);
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
