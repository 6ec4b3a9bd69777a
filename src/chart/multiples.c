/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Form I, small multiples: one small trend a cell, three or four to a row, all on the same years and the same scale, so
 * that heights compare. Option "free", or several units, gives each its own scale, and the subtitle says so. Years
 * stand at the outer edge only; the first and the last value are written, the rest is shape.
 */
#include "chart/internal.h"

#include <math.h>
#include <string.h>

#define MOST         12
#define CELL_PT      118.0
#define MOST_COLUMNS 4
#define GAP_PT       14.0
#define PLOT_PT      52.0
#define MIN_PLOT_PT  40.0

typedef struct {
  const JbTrendSeries *series;
  double from, to; /* its scale */
  JbLabel name, unit;
  const char *first_text, *last_text;
  guint last; /* the last point that is no target, else the last */
} Cell;

typedef struct {
  double k, cell_w, name_h, size, edge_h, key_h;
  gboolean free, units, from_zero;
  guint n, columns, rows, left_out;
  gint first_year, last_year;
  const JbFact *named;
  Cell cells[MOST];
  guint n_all;
  JbTrendPoint *all;
} Plan;

static void
choose_cells(JbArena *arena, const JbChartData *data, Plan *plan)
{
  guint total = 0, n_series = data->n_series;
  const JbTrendSeries *all = data->series;
  if (n_series == 0 && data->n_points > 0) { /* the points of a single trend: one cell */
    JbTrendSeries *one = jb_arena_make(arena, JbTrendSeries, 1);
    *one = (JbTrendSeries){.n_points = data->n_points, .points = data->points};
    n_series = 1;
    all = one;
  }
  for (guint s = 0; s < n_series; s++)
    total += all[s].n_points;
  plan->all = jb_arena_make(arena, JbTrendPoint, total + 1);
  for (guint s = 0; s < n_series; s++) {
    const JbTrendSeries *series = &all[s];
    if (series->n_points == 0 || plan->n == MOST) {
      plan->left_out += series->n_points > 0;
      continue;
    }
    plan->cells[plan->n++] = (Cell){.series = series};
    for (guint i = 0; i < series->n_points; i++) {
      const JbTrendPoint *point = &series->points[i];
      plan->named = plan->named == NULL ? point->fact : plan->named;
      plan->units = plan->units || g_strcmp0(point->fact->unit, plan->named->unit) != 0;
      plan->first_year = plan->n_all == 0 ? point->year : MIN(plan->first_year, point->year);
      plan->last_year = plan->n_all == 0 ? point->year : MAX(plan->last_year, point->year);
      plan->all[plan->n_all++] = *point;
    }
  }
  plan->free = plan->units || (data->option != NULL && strcmp(data->option, "free") == 0);
}

static void
plan_scales(JbArena *arena, Plan *plan)
{
  double *values = jb_arena_make(arena, double, plan->n_all + 1), from, to;
  for (guint i = 0; i < plan->n_all; i++)
    values[i] = jb_decimal_to_double(plan->all[i].fact->value);
  plan->from_zero = jb_value_domain(values, plan->n_all, &from, &to);
  guint at = 0;
  for (guint c = 0; c < plan->n; c++) {
    Cell *cell = &plan->cells[c];
    cell->from = from;
    cell->to = to;
    if (plan->free)
      plan->from_zero = jb_value_domain(&values[at], cell->series->n_points, &cell->from, &cell->to) && plan->from_zero;
    at += cell->series->n_points;
  }
}

static JbLabelWish
name_wish(JbArena *arena, const JbChartContext *context, const JbTrendSeries *series)
{
  JbLabelWish wish = jb_name_wish(arena, context, series->points[0].fact, context->theme->chart_pt);
  if (series->name_zh != NULL || series->name_en != NULL) {
    wish.words = (JbWords){series->name_zh != NULL ? series->name_zh : series->name_en, series->name_en};
    wish.shorter = (JbWords){NULL, NULL};
  }
  wish.face = JB_FACE_BOLD;
  wish.prefer_short = TRUE;
  return wish;
}

static void
fill_cell(JbArena *arena, const JbChartContext *context, Plan *plan, Cell *cell)
{
  const JbTrendSeries *series = cell->series;
  JbLabelWish wish = name_wish(arena, context, series);
  cell->name = jb_label_fit(arena, context, &wish, plan->cell_w);
  cell->last = series->n_points - 1;
  for (guint i = 0; i < series->n_points; i++)
    if (!jb_fact_is_target(context, series->points[i].fact))
      cell->last = i;
  const JbFact *named = plan->units ? series->points[0].fact : plan->named;
  if (plan->units) {
    JbLabelWish unit = {.words = jb_unit_words(arena, context, named),
                        .size_pt = context->theme->min_pt,
                        .colour = context->theme->muted,
                        .prefer_short = TRUE,
                        .max_lines = 2};
    cell->unit = jb_label_fit(arena, context, &unit, plan->cell_w);
  }
  cell->last_text = jb_number_beside(arena, context, series->points[cell->last].fact, named);
  cell->first_text = cell->last > 0 ? jb_number_beside(arena, context, series->points[0].fact, named) : NULL;
  JbTextStyle style = jb_style(context, jb_number_lang(context), JB_FACE_BOLD, plan->size, 0);
  while (plan->size > context->theme->en_min_pt &&
         jb_text_width(context->fonts, &style, cell->last_text) > plan->cell_w)
    style.size_pt = plan->size -= 0.5;
  plan->name_h = MAX(plan->name_h, cell->name.height_pt + cell->unit.height_pt * (plan->units ? 1 : 0));
}

static Plan
plan_cells(JbArena *arena, const JbChartContext *context, const JbChartData *data, double width)
{
  Plan plan = {.k = context->theme->chart_pt / 9, .size = context->theme->min_pt};
  choose_cells(arena, data, &plan);
  if (plan.n == 0)
    return plan;
  plan_scales(arena, &plan);
  double gap = GAP_PT * plan.k;
  plan.columns = (guint)CLAMP((width + gap) / (CELL_PT * plan.k + gap), 1, MIN(MOST_COLUMNS, plan.n));
  plan.rows = (plan.n + plan.columns - 1) / plan.columns;
  plan.columns = (plan.n + plan.rows - 1) / plan.rows; /* 4 as 2 + 2, not as 3 + 1 */
  plan.cell_w = (width - gap * (plan.columns - 1)) / plan.columns;
  for (guint c = 0; c < plan.n; c++)
    fill_cell(arena, context, &plan, &plan.cells[c]);
  plan.edge_h = context->theme->min_pt * 1.7;
  plan.key_h = context->theme->min_pt * JB_KEY_LINE * jb_point_key_lines(context, plan.all, plan.n_all, width, 0);
  return plan;
}

JbExtent
jb_multiples_measure(const JbChartContext *context, const JbChartData *data, double width_pt)
{
  JbArena *arena = jb_arena_new();
  Plan plan = plan_cells(arena, context, data, width_pt);
  jb_arena_free(arena);
  double none = jb_no_data_height(context);
  if (plan.n == 0)
    return (JbExtent){none, none, none};
  double labels = 2 * plan.size * 1.4, gaps = GAP_PT * plan.k * (plan.rows - 1) * 0.6;
  double fixed = plan.rows * (plan.name_h + labels + plan.edge_h) + gaps + plan.key_h;
  return (JbExtent){fixed + plan.rows * MIN_PLOT_PT * plan.k, fixed + plan.rows * PLOT_PT * plan.k,
                    fixed + plan.rows * 2 * PLOT_PT * plan.k};
}

typedef struct {
  JbRect plot; /* of the cell, from its name to its axis */
  const JbPoint *at;
  guint n;
} Field;

static gboolean
is_free(const Field *field, JbRect box)
{
  for (guint i = 0; i < field->n; i++)
    if (field->at[i].x > box.x - 4 && field->at[i].x < box.x + box.w + 4 && field->at[i].y > box.y - 3 &&
        field->at[i].y < box.y + box.h + 3)
      return FALSE;
  return box.y >= field->plot.y && box.y + box.h <= field->plot.y + field->plot.h;
}

/* Beside the point on the side away from the line, else on the other, else above them all. */
static JbRect
value_place(const Plan *plan, const Field *field, guint point, double next_y, double width)
{
  JbPoint at = field->at[point];
  double size = plan->size, lift = 4.2 * plan->k;
  double x = CLAMP(at.x - width / 2, field->plot.x, MAX(field->plot.x + field->plot.w - width, field->plot.x));
  const double above = at.y - lift - 0.85 * size, below = at.y + lift;
  const double tops[] = {next_y >= at.y ? above : below, next_y >= at.y ? below : above};
  for (guint t = 0; t < G_N_ELEMENTS(tops); t++) {
    JbRect box = {x, tops[t], width, size};
    if (is_free(field, box))
      return box;
  }
  return (JbRect){x, field->plot.y + 0.15 * size, width, size};
}

static void
draw_value(const JbChartContext *context, JbDrawing *drawing, const Plan *plan, JbRect box, gboolean bold,
           const char *text)
{
  JbTextStyle style = jb_style(context, jb_number_lang(context), bold ? JB_FACE_BOLD : JB_FACE_REGULAR, plan->size,
                               bold ? context->theme->ink : context->theme->ink2);
  style.halo_pt = 1.4 * plan->k;
  style.halo = context->theme->paper;
  jb_text_draw(drawing, context->fonts, &style, (JbPoint){box.x, box.y + 0.85 * plan->size}, JB_ALIGN_LEFT, text);
}

static gboolean
apart(JbRect a, JbRect b)
{
  return a.x + a.w + 2 <= b.x || b.x + b.w + 2 <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
}

/* The last value always, the first where it is free: else the alternative text and the table have it. */
static void
draw_values(const JbChartContext *context, JbDrawing *drawing, const Plan *plan, const Cell *cell, const Field *field)
{
  guint last = cell->last;
  JbTextStyle bold = jb_style(context, jb_number_lang(context), JB_FACE_BOLD, plan->size, 0), plain = bold;
  plain.face = JB_FACE_REGULAR;
  double width = jb_text_width(context->fonts, &bold, cell->last_text);
  JbRect taken = value_place(plan, field, last, last > 0 ? field->at[last - 1].y : field->at[last].y, width);
  draw_value(context, drawing, plan, taken, TRUE, cell->last_text);
  if (cell->first_text == NULL)
    return;
  width = jb_text_width(context->fonts, &plain, cell->first_text);
  JbRect first = value_place(plan, field, 0, field->at[1].y, width);
  if (width <= field->plot.w && apart(first, taken) && is_free(field, first))
    draw_value(context, drawing, plan, first, FALSE, cell->first_text);
}

static void
draw_cell(const JbChartContext *context, JbDrawing *drawing, const Plan *plan, const Cell *cell, JbRect box,
          gboolean edge)
{
  const JbTheme *theme = context->theme;
  const JbTrendSeries *series = cell->series;
  double k = plan->k, label = plan->size * 1.4, base = box.y + box.h - plan->edge_h;
  jb_label_draw(drawing, context, &cell->name, (JbPoint){box.x, box.y}, box.w, JB_ALIGN_LEFT);
  if (plan->units)
    jb_label_draw(drawing, context, &cell->unit, (JbPoint){box.x, box.y + cell->name.height_pt}, box.w, JB_ALIGN_LEFT);
  JbScale y = {.from = cell->from, .to = cell->to, .start = base - label, .end = box.y + plan->name_h + label};
  JbScale x = {.from = plan->first_year, .to = plan->last_year, .start = box.x + 8 * k, .end = box.x + box.w - 8 * k};
  if (plan->first_year == plan->last_year)
    x = (JbScale){.from = plan->first_year - 1, .to = plan->last_year + 1, .start = box.x, .end = box.x + box.w};
  guint n = series->n_points;
  JbPlacedPoints placed = {.k = k * 0.8,
                           .colour = theme->actual,
                           .n = n,
                           .points = series->points,
                           .at = jb_arena_make(drawing->arena, JbPoint, n),
                           .kind = jb_arena_make(drawing->arena, JbMark, n)};
  for (guint i = 0; i < n; i++) {
    placed.at[i] = (JbPoint){jb_scale_at(&x, series->points[i].year),
                             jb_scale_at(&y, jb_decimal_to_double(series->points[i].fact->value))};
  }
  jb_point_kinds(context, series->points, n, placed.kind);
  jb_draw_line(drawing, (JbPoint){box.x, base}, (JbPoint){box.x + box.w, base},
               jb_stroke(edge ? theme->axis : theme->rule, 0.7 * k));
  if (cell->from < 0) {
    double zero = jb_scale_at(&y, 0);
    jb_draw_line(drawing, (JbPoint){box.x, zero}, (JbPoint){box.x + box.w, zero}, jb_stroke(theme->muted, 0.5));
  }
  jb_segments_draw(context, drawing, &placed);
  for (guint i = 0; i < n; i++)
    jb_point_draw(context, drawing, placed.at[i], placed.kind[i], placed.colour, placed.k);
  Field field = {{box.x, box.y + plan->name_h, box.w, base - box.y - plan->name_h}, placed.at, n};
  draw_values(context, drawing, plan, cell, &field);
  if (!edge)
    return;
  JbTextStyle style = jb_style(context, jb_number_lang(context), JB_FACE_REGULAR, theme->min_pt, theme->muted);
  double baseline = base + theme->min_pt * 1.2;
  const char *first = jb_arena_printf(drawing->arena, "%d", plan->first_year);
  if (plan->first_year == plan->last_year) {
    jb_text_draw(drawing, context->fonts, &style, (JbPoint){box.x + box.w / 2, baseline}, JB_ALIGN_CENTRE, first);
    return;
  }
  jb_text_draw(drawing, context->fonts, &style, (JbPoint){box.x, baseline}, JB_ALIGN_LEFT, first);
  jb_text_draw(drawing, context->fonts, &style, (JbPoint){box.x + box.w, baseline}, JB_ALIGN_RIGHT,
               jb_arena_printf(drawing->arena, "%d", plan->last_year));
}

void
jb_multiples_draw(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, JbRect box)
{
  Plan plan = plan_cells(drawing->arena, context, data, box.w);
  if (plan.n == 0) {
    jb_no_data_draw(drawing, context, box);
    return;
  }
  double gap_x = GAP_PT * plan.k, gap_y = gap_x * 0.6;
  double height = (box.h - plan.key_h - gap_y * (plan.rows - 1)) / plan.rows;
  for (guint c = 0; c < plan.n; c++) {
    guint row = c / plan.columns, column = c % plan.columns;
    gboolean edge = c + plan.columns >= plan.n; /* nothing stands beneath */
    draw_cell(context, drawing, &plan, &plan.cells[c],
              (JbRect){box.x + column * (plan.cell_w + gap_x), box.y + row * (height + gap_y), plan.cell_w, height},
              edge);
  }
  double size = context->theme->min_pt;
  JbPoint at = {box.x, box.y + box.h - plan.key_h + size * (JB_KEY_LINE - 0.35)};
  jb_point_key_draw(context, drawing, plan.all, plan.n_all, at, box.x + box.w);
}

/* ---- Words ------------------------------------------------------------------------------------------ */

JbChartTitle
jb_multiples_title(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  Plan plan = {0};
  choose_cells(arena, data, &plan);
  JbChartTitle title = {.title = {"走势对照", "Trends side by side"}};
  if (plan.n == 0)
    return title;
  plan_scales(arena, &plan);
  JbWords unit = plan.units ? (JbWords){"各图单位见图", "units in each chart"}
                            : jb_unit_words(arena, context, plan.named);
  GString *zh = g_string_new(unit.zh), *en = g_string_new(unit.en);
  g_string_append(zh, plan.free ? "；各图纵轴不同" : "；各图纵轴相同");
  g_string_append(en, plan.free ? "; scales differ" : "; one scale for all");
  if (!plan.from_zero) {
    g_string_append(zh, "，不从零起");
    g_string_append(en, ", not from zero");
  }
  if (plan.left_out > 0) {
    g_string_append_printf(zh, "；另有%u项未画", plan.left_out);
    g_string_append_printf(en, "; %u more not drawn", plan.left_out);
  }
  title.subtitle = (JbWords){jb_arena_dup(arena, zh->str), jb_arena_dup(arena, en->str)};
  g_string_free(zh, TRUE);
  g_string_free(en, TRUE);
  return title;
}

const char *
jb_multiples_alt(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  JbChartTitle title = jb_multiples_title(context, data, arena);
  return jb_all_series_alt(context, data, (JbWords){"走势小图", "Small multiples"}, title.title, arena);
}
