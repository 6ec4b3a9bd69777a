/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Form H, a waterfall: totals as solid bars from zero, what came and went between them as floating bars with signed
 * labels. Levels among the rows are totals, changes are steps. What the steps do not explain is a bar of its own
 * (其他), never hidden; with more steps than the width holds, the smallest are added to it. Where all steps together
 * are under a fifth of the total they alone are drawn, from a zero of their own, and the totals stand as text.
 */
#include "chart/waterfall.h"

#include <math.h>

#define PLOT_PT     84.0
#define MIN_PLOT_PT 56.0
#define LABEL_GAP   3.6

JbExtent
jb_waterfall_measure(const JbChartContext *context, const JbChartData *data, double width_pt)
{
  JbArena *arena = jb_arena_new();
  double k = context->theme->chart_pt / 9, none = jb_no_data_height(context);
  JbWaterfall plan = jb_waterfall_plan(arena, context, data, width_pt);
  JbExtent extent = {none, none, none};
  if (plan.n > 0 && !plan.columns_fit) {
    double height = jb_plain_height(context, plan.plain, plan.n, width_pt);
    extent = (JbExtent){height, height, height};
  } else if (plan.n > 0) {
    double around = plan.names_h + 3 * k;
    extent = (JbExtent){around + MIN_PLOT_PT * k, around + PLOT_PT * k, around + 2.2 * PLOT_PT * k};
  }
  jb_arena_free(arena);
  return extent;
}

static JbColour
colour_of(const JbTheme *theme, const JbWaterfallBar *bar)
{
  if (bar->total)
    return theme->actual;
  return bar->to >= bar->from ? theme->series[2] : theme->missed;
}

/* Totals of a chart of increments stand as a line at their level, everything else as a bar. */
static void
draw_bar(const JbChartContext *context, JbDrawing *drawing, const JbWaterfall *plan, const JbWaterfallBar *bar,
         JbRect column, const JbScale *scale)
{
  const JbTheme *theme = context->theme;
  double k = theme->chart_pt / 9, inset = MIN(column.w * 0.12, 8 * k), x = column.x + inset, w = column.w - 2 * inset;
  double from = jb_scale_at(scale, bar->from), to = jb_scale_at(scale, bar->to), top = MIN(from, to);
  if (bar->total && plan->increments_only)
    jb_draw_line(drawing, (JbPoint){x, to}, (JbPoint){x + w, to}, jb_stroke(theme->actual, 2 * k));
  else if (bar->fact == NULL) /* what nobody stated */
    jb_hatch_draw(drawing, (JbRect){x, top, w, MAX(fabs(to - from), 1.2 * k)}, theme->muted);
  else
    jb_bar_draw(drawing, (JbRect){x, top, w, MAX(fabs(to - from), 1.2 * k)}, bar->fact, colour_of(theme, bar));
}

static void
draw_label(const JbChartContext *context, JbDrawing *drawing, const JbWaterfall *plan, const JbWaterfallBar *bar,
           JbRect column, const JbScale *scale)
{
  const JbTheme *theme = context->theme;
  JbTextStyle style = jb_style(context, jb_number_lang(context), bar->total ? JB_FACE_BOLD : JB_FACE_REGULAR,
                               plan->label_pt, bar->fact != NULL ? theme->ink : theme->ink2);
  double from = jb_scale_at(scale, bar->from), to = jb_scale_at(scale, bar->to), k = theme->chart_pt / 9;
  gboolean below = bar->to < bar->from;
  double y = below ? MAX(from, to) + plan->label_pt * 0.8 + LABEL_GAP * k : MIN(from, to) - LABEL_GAP * k;
  style.halo_pt = 1.4 * k;
  style.halo = context->theme->paper;
  jb_text_draw(drawing, context->fonts, &style, (JbPoint){column.x + column.w / 2, y}, JB_ALIGN_CENTRE, bar->value);
}

static void
draw_columns(const JbChartContext *context, JbDrawing *drawing, const JbWaterfall *plan, JbRect box)
{
  const JbTheme *theme = context->theme;
  double k = theme->chart_pt / 9, column = box.w / plan->n, label = plan->label_pt + LABEL_GAP * k;
  JbRect plot = {box.x, box.y, box.w, box.h - plan->names_h - 3 * k};
  JbScale scale = {.from = plan->low,
                   .to = plan->high,
                   .start = plot.y + plot.h - (plan->labels_below ? label : 0),
                   .end = plot.y + label};
  double zero = jb_scale_at(&scale, 0);
  for (guint i = 0; i + 1 < plan->n; i++) { /* connectors, beneath the bars */
    double y = jb_scale_at(&scale, plan->bars[i].to), x = plot.x + i * column + column * 0.5;
    if (!plan->bars[i].breaks)
      jb_draw_line(drawing, (JbPoint){x, y}, (JbPoint){x + column, y}, jb_stroke(theme->muted, 0.6 * k));
  }
  jb_draw_line(drawing, (JbPoint){plot.x, zero}, (JbPoint){plot.x + plot.w, zero}, jb_stroke(theme->axis, 0.9 * k));
  for (guint i = 0; i < plan->n; i++)
    draw_bar(context, drawing, plan, &plan->bars[i], (JbRect){plot.x + i * column, plot.y, column, plot.h}, &scale);
  for (guint i = 0; i < plan->n; i++) {
    const JbWaterfallBar *bar = &plan->bars[i];
    JbRect place = {plot.x + i * column, plot.y, column, plot.h};
    draw_label(context, drawing, plan, bar, place, &scale);
    JbLabel name = jb_waterfall_name(drawing->arena, context, bar, column);
    jb_label_draw(drawing, context, &name, (JbPoint){place.x + 2 * k, plot.y + plot.h + 3 * k}, column - 4 * k,
                  JB_ALIGN_CENTRE);
  }
}

void
jb_waterfall_draw(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, JbRect box)
{
  JbWaterfall plan = jb_waterfall_plan(drawing->arena, context, data, box.w);
  if (plan.n == 0)
    jb_no_data_draw(drawing, context, box);
  else if (!plan.columns_fit)
    jb_plain_draw(context, drawing, plan.plain, plan.n, box);
  else
    draw_columns(context, drawing, &plan, box);
}

/* ---- Words ------------------------------------------------------------------------------------------ */

JbChartTitle
jb_waterfall_title(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  JbWaterfall plan = jb_waterfall_steps(arena, context, data);
  JbChartTitle title = {.title = {"增减构成", "What changed"}};
  if (plan.named == NULL)
    return title;
  JbWords unit = jb_unit_words(arena, context, plan.named);
  const JbFact *total = NULL;
  for (guint i = 0; i < plan.n; i++)
    total = plan.bars[i].total ? plan.bars[i].fact : total;
  if (total != NULL) {
    JbWords name = jb_fact_name(arena, context, total, FALSE);
    title.title = (JbWords){jb_arena_printf(arena, "%s增减构成", name.zh),
                            jb_arena_printf(arena, "%s: what changed", name.en != NULL ? name.en : name.zh)};
  }
  title.subtitle = unit;
  if (plan.increments_only)
    title.subtitle = (JbWords){jb_arena_printf(arena, "%s；只画增减，总量为文字", unit.zh),
                               jb_arena_printf(arena, "%s; changes alone are drawn, totals as text", unit.en)};
  return jb_say_estimates(arena, data, title);
}

const char *
jb_waterfall_alt(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  JbWaterfall plan = jb_waterfall_steps(arena, context, data);
  JbChartTitle title = jb_waterfall_title(context, data, arena);
  GString *text = g_string_new(NULL);
  for (int english = 0; english < 2; english++) {
    if (!(english ? jb_shows_en(context) : jb_shows_zh(context)))
      continue;
    g_string_append_printf(text, english ? "%sWaterfall: %s. " : "%s瀑布图：%s。", text->len > 0 ? " " : "",
                           english ? title.title.en : title.title.zh);
    if (plan.n == 0)
      g_string_append(text, english ? "No data." : "暂无数据。");
    for (guint i = 0; i < plan.n; i++) {
      const JbWaterfallBar *bar = &plan.bars[i];
      JbWords name = jb_row_name(arena, context, &bar->row, FALSE);
      const char *value = bar->value;
      if (bar->fact != NULL)
        value = jb_arena_printf(arena, "%s%s", jb_alt_quantity(arena, bar->fact, english),
                                bar->fact->status != JB_STATUS_DERIVED ? ""
                                : english                              ? " (derived)"
                                                                       : "（推算）");
      g_string_append_printf(text, "%s %s%s", english && name.en != NULL ? name.en : name.zh, value,
                             i + 1 == plan.n ? (english ? "." : "。")
                             : english       ? "; "
                                             : "；");
    }
  }
  const char *alt = jb_arena_dup(arena, text->str);
  g_string_free(text, TRUE);
  return alt;
}
