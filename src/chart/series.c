/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Form B with several series, four at most: levels when they share a unit, else indices with their first common year at
 * 100. A line is named at its right end, with its last value; labels that would meet are pushed apart by as little as
 * possible (ends.c) and led back to their line when they moved. Gridlines carry the scale, for points carry no values;
 * its numbers stand at the left, for the names have the right: leaders would run through them there.
 */
#include "chart/internal.h"

#include <math.h>
#include <string.h>

#define MOST        4
#define PLOT_PT     112.0
#define MIN_PLOT_PT 84.0
#define LEADER_PT   4.0  /* moved further: a line leads back */
#define LABEL_SHARE 0.42 /* of the width, at most */
#define N_TICKS     4

typedef struct {
  const JbTrendSeries *series;
  JbPlacedPoints placed;
  double *values;
  const JbTrendPoint *base; /* of an index */
  JbLabel label;
} Line;

typedef struct {
  double k;
  gboolean index, from_zero;
  guint n;
  Line lines[MOST];
  gint first_year, last_year, base_year;
  const JbFact *named;
  JbRect plot;
  JbScale x, y;
  double label_w, label_h, tick_w;
  guint n_all; /* every point, for the key */
  JbTrendPoint *all;
  guint left_out;
} Plan;

static const JbTrendPoint *
point_at(const JbTrendSeries *series, gint year)
{
  for (guint i = 0; i < series->n_points; i++)
    if (series->points[i].year == year)
      return &series->points[i];
  return NULL;
}

static gboolean
differ_in_unit(const JbChartData *data)
{
  const JbFact *named = NULL;
  for (guint s = 0; s < data->n_series; s++)
    for (guint i = 0; i < data->series[s].n_points; i++) {
      const JbFact *fact = data->series[s].points[i].fact;
      named = named == NULL ? fact : named;
      if (g_strcmp0(fact->unit, named->unit) != 0)
        return TRUE;
    }
  return FALSE;
}

/* The first year in which most series have a positive value: what they are all compared with. */
static gint
common_year(const JbChartData *data)
{
  gint best = 0;
  guint most = 0;
  for (guint s = 0; s < data->n_series; s++)
    for (guint i = 0; i < data->series[s].n_points; i++) {
      gint year = data->series[s].points[i].year;
      guint count = 0;
      for (guint o = 0; o < data->n_series; o++) {
        const JbTrendPoint *point = point_at(&data->series[o], year);
        count += point != NULL && point->fact->value.digits > 0;
      }
      if (count > most || (count == most && count > 0 && year < best)) {
        most = count;
        best = year;
      }
    }
  return best;
}

static void
choose_lines(const JbChartData *data, Plan *plan)
{
  plan->index = differ_in_unit(data) || (data->option != NULL && strcmp(data->option, "index") == 0);
  plan->base_year = plan->index ? common_year(data) : 0;
  for (guint s = 0; s < data->n_series; s++) {
    const JbTrendSeries *series = &data->series[s];
    const JbTrendPoint *base = plan->index ? point_at(series, plan->base_year) : NULL;
    gboolean usable = series->n_points > 0 && (!plan->index || (base != NULL && base->fact->value.digits > 0));
    if (!usable || plan->n == MOST) {
      plan->left_out += series->n_points > 0;
      continue;
    }
    plan->lines[plan->n++] = (Line){.series = series, .base = base};
    plan->named = plan->named == NULL ? series->points[0].fact : plan->named;
  }
}

static JbWords
name_of(JbArena *arena, const JbChartContext *context, const JbTrendSeries *series, gboolean is_short)
{
  if (series->name_zh != NULL || series->name_en != NULL)
    return (JbWords){series->name_zh != NULL ? series->name_zh : series->name_en, series->name_en};
  return jb_fact_name(arena, context, series->points[0].fact, is_short);
}

/* The last value as the line shows it: a level, or ≈112.4 of an index. */
static const char *
end_text(JbArena *arena, const JbChartContext *context, const Plan *plan, const Line *line)
{
  const JbFact *fact = line->series->points[line->series->n_points - 1].fact;
  if (!plan->index)
    return jb_number_beside(arena, context, fact, plan->named);
  JbDecimal value;
  if (g_strcmp0(fact->unit, line->base->fact->unit) != 0 ||
      !jb_decimal_mul(fact->value, (JbDecimal){.digits = 100}, &value) ||
      !jb_decimal_div(value, line->base->fact->value, 1, &value))
    return jb_quantity(arena, fact, jb_number_lang(context), JB_STYLE_LABEL);
  JbQuantityParts parts = jb_value_parts(arena, value, "", JB_MEASURE_LEVEL, jb_number_lang(context));
  return jb_arena_printf(arena, "≈%s", parts.number);
}

static JbLabelWish
end_wish(JbArena *arena, const JbChartContext *context, const Plan *plan, const Line *line)
{
  const char *value = end_text(arena, context, plan, line);
  JbWords name = name_of(arena, context, line->series, FALSE), shorter = name_of(arena, context, line->series, TRUE);
  JbLabelWish wish = {.size_pt = context->theme->chart_pt, .colour = context->theme->ink, .prefer_short = TRUE};
  wish.words = (JbWords){jb_arena_printf(arena, "%s %s", name.zh, value), name.en};
  wish.shorter = (JbWords){jb_arena_printf(arena, "%s %s", shorter.zh, value), shorter.en};
  if (!jb_shows_zh(context)) {
    wish.words.en = jb_arena_printf(arena, "%s %s", name.en != NULL ? name.en : name.zh, value);
    wish.shorter.en = shorter.en != NULL ? jb_arena_printf(arena, "%s %s", shorter.en, value) : NULL;
  }
  return wish;
}

static void
fill_values(JbArena *arena, const JbChartContext *context, const JbChartData *data, Plan *plan)
{
  guint total = 0;
  for (guint s = 0; s < plan->n; s++)
    total += plan->lines[s].series->n_points;
  double *values = jb_arena_make(arena, double, total + 1);
  plan->all = jb_arena_make(arena, JbTrendPoint, total + 1);
  for (guint s = 0; s < plan->n; s++) {
    Line *line = &plan->lines[s];
    const JbTrendSeries *series = line->series;
    double base = plan->index ? jb_decimal_to_double(line->base->fact->value) : 1;
    line->values = &values[plan->n_all];
    for (guint i = 0; i < series->n_points; i++) {
      gint year = series->points[i].year;
      plan->first_year = plan->n_all == 0 ? year : MIN(plan->first_year, year);
      plan->last_year = plan->n_all == 0 ? year : MAX(plan->last_year, year);
      double value = jb_decimal_to_double(series->points[i].fact->value);
      plan->all[plan->n_all] = series->points[i];
      values[plan->n_all++] = plan->index ? value / base * 100 : value;
    }
  }
  plan->from_zero = jb_value_domain(values, plan->n_all, &plan->y.from, &plan->y.to);
  if (plan->index) { /* 100 is always there */
    plan->y.from = MIN(plan->y.from, 100);
    plan->y.to = MAX(plan->y.to, 100);
  }
  (void)context;
  (void)data;
}

static void
fit_labels(JbArena *arena, const JbChartContext *context, double width, Plan *plan)
{
  for (guint s = 0; s < plan->n; s++) {
    JbLabelWish wish = end_wish(arena, context, plan, &plan->lines[s]);
    plan->label_w = MAX(plan->label_w, jb_label_natural(context, &wish));
  }
  plan->label_w = MIN(plan->label_w, width * LABEL_SHARE);
  for (guint s = 0; s < plan->n; s++) {
    JbLabelWish wish = end_wish(arena, context, plan, &plan->lines[s]);
    plan->lines[s].label = jb_label_fit(arena, context, &wish, plan->label_w);
    plan->label_h = MAX(plan->label_h, plan->lines[s].label.height_pt);
  }
}

/* i × step as an exact decimal; FALSE when 18 digits do not hold it. */
static gboolean
tick_value(gint i, double step, JbDecimal *value)
{
  gint power = (gint)floor(log10(step) + 1e-9), factor = (gint)lround(step / pow(10, power));
  return jb_decimal_shift((JbDecimal){.digits = (gint64)i * factor}, power, value);
}

static const char *
tick_text(JbArena *arena, const JbChartContext *context, const Plan *plan, gint i, double step)
{
  JbDecimal value;
  JbLang lang = jb_number_lang(context);
  if (!tick_value(i, step, &value))
    return "";
  if (plan->index)
    return jb_value_parts(arena, value, "", JB_MEASURE_LEVEL, lang).number;
  return jb_value_parts_scaled(arena, value, plan->named->value, plan->named->unit, plan->named->measure, lang).number;
}

static void
tick_range(const Plan *plan, double *step, gint *first, gint *last)
{
  *step = jb_nice_step(plan->y.to - plan->y.from, N_TICKS);
  *first = (gint)ceil(plan->y.from / *step - 1e-9);
  *last = (gint)floor(plan->y.to / *step + 1e-9);
}

static double
tick_width(JbArena *arena, const JbChartContext *context, const Plan *plan)
{
  JbTextStyle style = jb_style(context, jb_number_lang(context), JB_FACE_REGULAR, context->theme->min_pt, 0);
  double step, width = 0;
  gint first, last;
  tick_range(plan, &step, &first, &last);
  for (gint i = first; i <= last; i++) {
    const char *text = tick_text(arena, context, plan, i, step);
    if (text[0] != '\0')
      width = MAX(width, jb_text_width(context->fonts, &style, text));
  }
  return width;
}

static Plan
plan_lines(JbArena *arena, const JbChartContext *context, const JbChartData *data, JbRect box)
{
  Plan plan = {.k = context->theme->chart_pt / 9};
  choose_lines(data, &plan);
  if (plan.n == 0)
    return plan;
  fill_values(arena, context, data, &plan);
  fit_labels(arena, context, box.w, &plan);
  plan.tick_w = tick_width(arena, context, &plan);
  double size = context->theme->min_pt, k = plan.k, gap = 12 * k;
  if (plan.tick_w > box.w * 0.25) /* 18 digits a tick: the ends say enough */
    plan.tick_w = 0;
  guint key = jb_point_key_lines(context, plan.all, plan.n_all, box.w, 0);
  double left = plan.tick_w > 0 ? plan.tick_w + 5 * k : 0, below = size * (1.8 + JB_KEY_LINE * key);
  plan.plot = (JbRect){box.x + left, box.y + size * 0.6, box.w - left - plan.label_w - gap, 0};
  plan.plot.h = box.h - size * 0.6 - below;
  double inset = MIN(plan.plot.w * 0.1, 14 * k);
  plan.x = (JbScale){.from = plan.first_year,
                     .to = plan.last_year,
                     .start = plan.plot.x + inset,
                     .end = plan.plot.x + plan.plot.w - 5 * k};
  plan.y.start = plan.plot.y + plan.plot.h;
  plan.y.end = plan.plot.y;
  for (guint s = 0; s < plan.n; s++) {
    Line *line = &plan.lines[s];
    guint n = line->series->n_points;
    line->placed = (JbPlacedPoints){.k = k,
                                    .colour = context->theme->series[s],
                                    .n = n,
                                    .points = line->series->points,
                                    .at = jb_arena_make(arena, JbPoint, n),
                                    .kind = jb_arena_make(arena, JbMark, n)};
    for (guint i = 0; i < n; i++) {
      gint year = line->series->points[i].year;
      line->placed.at[i] = (JbPoint){jb_scale_at(&plan.x, year), jb_scale_at(&plan.y, line->values[i])};
    }
    jb_point_kinds(context, line->series->points, n, line->placed.kind);
  }
  return plan;
}

JbExtent
jb_series_measure(const JbChartContext *context, const JbChartData *data, double width_pt)
{
  JbArena *arena = jb_arena_new();
  Plan plan = plan_lines(arena, context, data, (JbRect){0, 0, width_pt, 1000});
  double none = jb_no_data_height(context), around = 0, least = MAX(MIN_PLOT_PT * plan.k, plan.n * plan.label_h);
  if (plan.n > 0)
    around = 1000 - plan.plot.h;
  jb_arena_free(arena);
  if (plan.n == 0)
    return (JbExtent){none, none, none};
  double pref = MAX(PLOT_PT * plan.k, least);
  return (JbExtent){around + least, around + pref, around + 2 * pref};
}

static void
draw_grid(const JbChartContext *context, JbDrawing *drawing, const Plan *plan)
{
  const JbTheme *theme = context->theme;
  JbTextStyle style = jb_style(context, jb_number_lang(context), JB_FACE_REGULAR, theme->min_pt, theme->muted);
  double step, right = plan->plot.x + plan->plot.w, base = plan->plot.y + plan->plot.h;
  gint first, last;
  tick_range(plan, &step, &first, &last);
  for (gint i = first; i <= last; i++) {
    double y = jb_scale_at(&plan->y, i * step);
    gboolean strong = (plan->index && fabs(i * step - 100) < step / 1000) || i == 0;
    jb_draw_line(drawing, (JbPoint){plan->plot.x, y}, (JbPoint){right, y},
                 strong ? jb_stroke(theme->muted, 0.8) : jb_stroke(theme->rule, 0.5));
    const char *text = tick_text(drawing->arena, context, plan, i, step);
    if (plan->tick_w > 0 && text[0] != '\0')
      jb_text_draw(drawing, context->fonts, &style, (JbPoint){plan->plot.x - 5 * plan->k, y + theme->min_pt * 0.36},
                   JB_ALIGN_RIGHT, text);
  }
  if (plan->index) {
    double y = jb_scale_at(&plan->y, 100);
    jb_draw_line(drawing, (JbPoint){plan->plot.x, y}, (JbPoint){right, y}, jb_stroke(theme->muted, 0.8));
  }
  jb_draw_line(drawing, (JbPoint){plan->plot.x, base}, (JbPoint){right, base}, jb_stroke(theme->axis, 0.8 * plan->k));
  if (!plan->from_zero)
    jb_axis_break_draw(drawing, context, (JbPoint){plan->plot.x + 1.5 * theme->min_pt, base},
                       plan->k); /* beside the year */
  double width = jb_text_width(context->fonts, &style, "2000"), free_from = -1e9,
         end = jb_scale_at(&plan->x, plan->last_year);
  for (gint year = plan->first_year; year <= plan->last_year; year++) { /* first and last always */
    double x = jb_scale_at(&plan->x, year);
    if (x - width / 2 < free_from || (year != plan->last_year && x + width / 2 + 3 > end - width / 2))
      continue;
    free_from = x + width / 2 + 3;
    double at = CLAMP(x, plan->plot.x + width / 2 - plan->tick_w, 1e9);
    jb_text_draw(drawing, context->fonts, &style, (JbPoint){at, base + theme->min_pt * 1.3}, JB_ALIGN_CENTRE,
                 jb_arena_printf(drawing->arena, "%d", year));
  }
}

static void
draw_ends(const JbChartContext *context, JbDrawing *drawing, const Plan *plan)
{
  double y[MOST], x = plan->plot.x + plan->plot.w + 9 * plan->k;
  for (guint s = 0; s < plan->n; s++)
    y[s] = plan->lines[s].placed.at[plan->lines[s].placed.n - 1].y;
  jb_ends_solve(y, plan->n, plan->label_h, plan->plot.y - context->theme->min_pt * 0.5,
                plan->plot.y + plan->plot.h + context->theme->min_pt * 1.2);
  for (guint s = 0; s < plan->n; s++) {
    const Line *line = &plan->lines[s];
    JbPoint end = line->placed.at[line->placed.n - 1];
    if (fabs(y[s] - end.y) > LEADER_PT || x - end.x > 20 * plan->k) { /* level through the plot, then to its label */
      const JbPoint leader[] = {
          {end.x + 4 * plan->k, end.y}, {MAX(x - 6 * plan->k, end.x + 4 * plan->k), end.y}, {x - 2 * plan->k, y[s]}};
      jb_draw_polyline(drawing, leader, 3, FALSE, jb_stroke(line->placed.colour, 0.6 * plan->k));
    }
    jb_label_draw(drawing, context, &line->label, (JbPoint){x, y[s] - line->label.height_pt / 2}, plan->label_w,
                  JB_ALIGN_LEFT);
  }
}

void
jb_series_draw(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, JbRect box)
{
  Plan plan = plan_lines(drawing->arena, context, data, box);
  if (plan.n == 0) {
    jb_no_data_draw(drawing, context, box);
    return;
  }
  draw_grid(context, drawing, &plan);
  for (guint s = plan.n; s > 0; s--) /* the first series on top */
    jb_segments_draw(context, drawing, &plan.lines[s - 1].placed);
  for (guint s = plan.n; s > 0; s--) {
    const JbPlacedPoints *placed = &plan.lines[s - 1].placed;
    for (guint i = 0; i < placed->n; i++)
      jb_point_draw(context, drawing, placed->at[i], placed->kind[i], placed->colour, plan.k * 0.85);
  }
  draw_ends(context, drawing, &plan);
  double size = context->theme->min_pt;
  guint key = jb_point_key_lines(context, plan.all, plan.n_all, box.w, 0);
  JbPoint at = {box.x, box.y + box.h - (key - 1) * size * JB_KEY_LINE - size * 0.35};
  jb_point_key_draw(context, drawing, plan.all, plan.n_all, at, box.x + box.w);
}

/* ---- Words ------------------------------------------------------------------------------------------ */

JbChartTitle
jb_series_title(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  Plan plan = {0};
  choose_lines(data, &plan);
  JbChartTitle title = {.title = {"走势对比", "Trends compared"}};
  if (plan.n == 0)
    return title;
  fill_values(arena, context, data, &plan);
  if (plan.index) {
    title.subtitle = (JbWords){jb_arena_printf(arena, "指数，%d年=100", plan.base_year),
                               jb_arena_printf(arena, "index, %d = 100", plan.base_year)};
  } else {
    title.subtitle = jb_unit_words(arena, context, plan.named);
  }
  if (!plan.from_zero) {
    title.subtitle.zh = jb_arena_printf(arena, "%s；纵轴不从零起", title.subtitle.zh);
    title.subtitle.en = jb_arena_printf(arena, "%s; axis not from zero", title.subtitle.en);
  }
  if (plan.left_out > 0) {
    title.subtitle.zh = jb_arena_printf(arena, "%s；另有%u项未画", title.subtitle.zh, plan.left_out);
    title.subtitle.en = jb_arena_printf(arena, "%s; %u more not drawn", title.subtitle.en, plan.left_out);
  }
  return title;
}

const char *
jb_series_alt(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  JbChartTitle title = jb_series_title(context, data, arena);
  return jb_all_series_alt(context, data, (JbWords){"多线走势图", "Trend of several series"}, title.title, arena);
}
