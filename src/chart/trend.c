/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Form B, a trend over years. What was observed is a filled disc, what was computed a hollow one with ≈ and dashed
 * lines, the path to a target is dotted and ends in a hollow square. Years without a value stay empty: nothing is
 * interpolated, a connector over a gap is thin and dashed. Every point carries its value, so there is no value axis.
 */
#include "chart/internal.h"

#define TILE_PT       180.0 /* wide, at most */
#define DISC_PT       2.9
#define NARROW_KEY_PT 200.0

typedef struct {
  double k;
  JbRect plot;
  JbScale x, y;
  gboolean from_zero;
  guint n;
  JbPoint *at;
  JbMark *kind;
} Plan;

static double
value_of(const JbTrendPoint *point)
{
  return jb_decimal_to_double(point->fact->value);
}

static void
plan_domain(const JbChartData *data, Plan *plan)
{
  double *values = g_new(double, data->n_points);
  for (guint i = 0; i < data->n_points; i++)
    values[i] = value_of(&data->points[i]);
  plan->from_zero = jb_value_domain(values, data->n_points, &plan->y.from, &plan->y.to);
  g_free(values);
}

gboolean
jb_trend_from_zero(const JbChartData *data)
{
  Plan plan = {0};
  plan_domain(data, &plan);
  return plan.from_zero;
}

static double
sources_width(const JbChartContext *context, const JbChartData *data)
{
  return data->n_points > 0 ? jb_source_width(context, data->points[0].fact) : 0;
}

/* Lines the key takes at a width; the source mark stands on the last. */
static guint
key_lines(const JbChartContext *context, const JbChartData *data, double width)
{
  guint lines = jb_point_key_lines(context, data->points, data->n_points, width, sources_width(context, data));
  /* Charts of one width stand beside each other: as many lines for all, or their axes would not meet. */
  return MAX(lines, width < NARROW_KEY_PT * context->theme->min_pt / 8 ? 2 : 1);
}

/* The number in the subtitle's unit; a point that English writes in another unit (980 million, 1.2 billion) says its
 * own. */
static const char *
point_text(JbArena *arena, const JbChartContext *context, const JbChartData *data, guint i)
{
  const JbFact *fact = data->points[i].fact, *named = data->points[0].fact;
  for (guint p = 0; p < data->n_points; p++)
    if (!jb_fact_is_target(context, data->points[p].fact))
      named = data->points[p].fact;
  return jb_number_beside(arena, context, fact, named);
}

static Plan
plan_trend(JbArena *arena, const JbChartContext *context, const JbChartData *data, JbRect box)
{
  Plan plan = {.k = context->theme->chart_pt / 9, .n = data->n_points};
  double size = context->theme->chart_pt, label = 0;
  JbTextStyle style = jb_style(context, JB_LANG_ZH, JB_FACE_REGULAR, size, 0);
  for (guint i = 0; i < data->n_points; i++)
    label = MAX(label, jb_text_width(context->fonts, &style, point_text(arena, context, data, i)));
  double year = jb_text_width(context->fonts, &style, "2000"); /* beneath */
  label = MAX(label, year);
  plan_domain(data, &plan);
  double below = context->theme->min_pt * (1.8 /* years */ + JB_KEY_LINE * key_lines(context, data, box.w));
  plan.plot = (JbRect){box.x, box.y + size * 1.7, box.w, box.h - size * 1.7 - below};
  gint first = data->points[0].year, last = data->points[data->n_points - 1].year;
  double step = box.w / (last - first + 1), inset = MAX(MIN(step / 2, box.w * 0.2), label / 2 + 2 * plan.k);
  double left = plan.from_zero ? inset : MAX(inset, year / 2 + 12 * plan.k); /* clear of the axis' zigzag */
  plan.x = (JbScale){.from = first, .to = last, .start = box.x + left, .end = box.x + box.w - inset};
  plan.y.start = plan.plot.y + plan.plot.h;
  plan.y.end = plan.plot.y;
  plan.at = jb_arena_make(arena, JbPoint, plan.n);
  plan.kind = jb_arena_make(arena, JbMark, plan.n);
  for (guint i = 0; i < plan.n; i++) {
    plan.at[i] = (JbPoint){jb_scale_at(&plan.x, data->points[i].year),
                           jb_scale_at(&plan.y, value_of(&data->points[i]))};
  }
  jb_point_kinds(context, data->points, plan.n, plan.kind);
  return plan;
}

/* The year of the last figure, before which a year without one is marked; 0 where two are joined across the years. */
static gint
last_known(const JbChartContext *context, const JbChartData *data)
{
  gint last = 0;
  for (guint i = 0; i < data->n_points; i++)
    if (!jb_fact_is_target(context, data->points[i].fact))
      last = data->points[i].year;
  return jb_known_points(context, data->points, data->n_points) > 2 ? last : 0;
}

static void
draw_axis(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, const Plan *plan)
{
  const JbTheme *theme = context->theme;
  double base = plan->plot.y + plan->plot.h, right = plan->plot.x + plan->plot.w, baseline = base + theme->min_pt * 1.3;
  jb_draw_line(drawing, (JbPoint){plan->plot.x, base}, (JbPoint){right, base}, jb_stroke(theme->axis, 0.8 * plan->k));
  if (plan->y.from < 0) {
    double zero = jb_scale_at(&plan->y, 0);
    jb_draw_line(drawing, (JbPoint){plan->plot.x, zero}, (JbPoint){right, zero}, jb_stroke(theme->rule, 0.6));
  }
  if (!plan->from_zero)
    jb_axis_break_draw(drawing, context, (JbPoint){plan->plot.x + 3, base}, plan->k);
  JbTextStyle style = jb_style(context, jb_number_lang(context), JB_FACE_REGULAR, theme->min_pt, theme->ink2);
  double free_from = -1e9;
  gint known = last_known(context, data);
  gint first = data->points[0].year, last = data->points[data->n_points - 1].year;
  for (gint year = first; year <= last; year++) {
    double x = jb_scale_at(&plan->x, year);
    jb_draw_line(drawing, (JbPoint){x, base}, (JbPoint){x, base + 2.2 * plan->k}, jb_stroke(theme->axis, 0.6));
    gboolean has_point = FALSE;
    for (guint i = 0; i < data->n_points; i++)
      has_point = has_point || data->points[i].year == year;
    if (!has_point && year > known)
      continue;
    char *text = jb_arena_printf(drawing->arena, "%d", year);
    double half = jb_text_width(context->fonts, &style, text) / 2;
    double last_x = jb_scale_at(&plan->x, last);
    if (x - half < free_from || (year != last && x + half + 3 > last_x - half))
      continue;
    free_from = x + half + 3;
    jb_text_draw(drawing, context->fonts, &style, (JbPoint){x, baseline}, JB_ALIGN_CENTRE, text);
  }
}

/* ---- Labels ----------------------------------------------------------------------------------------- */

static gboolean
meets(JbRect a, JbRect b)
{
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/* Whether the polyline passes through a box. */
static gboolean
crossed(const Plan *plan, JbRect box)
{
  for (guint i = 1; i < plan->n; i++) {
    JbPoint a = plan->at[i - 1], b = plan->at[i];
    for (int step = 0; step <= 24; step++) {
      double t = step / 24.0, x = a.x + (b.x - a.x) * t, y = a.y + (b.y - a.y) * t;
      if (x > box.x && x < box.x + box.w && y > box.y && y < box.y + box.h)
        return TRUE;
    }
  }
  return FALSE;
}

/* The last observation, the last value, the first, extremes, then the rest: who chooses a place first. */
static void
label_order(const JbChartData *data, const Plan *plan, guint *order)
{
  guint low = 0, high = 0, n = 0, observed = plan->n - 1;
  for (guint i = 0; i < plan->n; i++)
    observed = plan->kind[i] == JB_MARK_OBSERVED ? i : observed;
  for (guint i = 1; i < plan->n; i++) {
    low = value_of(&data->points[i]) < value_of(&data->points[low]) ? i : low;
    high = value_of(&data->points[i]) > value_of(&data->points[high]) ? i : high;
  }
  const guint first[] = {observed, plan->n - 1, 0, high, low};
  for (guint i = 0; i < G_N_ELEMENTS(first) + plan->n; i++) {
    guint pick = i < G_N_ELEMENTS(first) ? first[i] : i - (guint)G_N_ELEMENTS(first);
    gboolean seen = FALSE;
    for (guint j = 0; j < n; j++)
      seen = seen || order[j] == pick;
    if (!seen)
      order[n++] = pick;
  }
}

static JbRect
label_box(JbPoint baseline, double width, double size)
{
  return (JbRect){baseline.x - 1, baseline.y - size * 0.80, width + 2, size * 1.02}; /* a comma hangs */
}

/* Whether the points beside it are higher: there is more room beneath. */
static gboolean
is_valley(const Plan *plan, guint point)
{
  return point > 0 && point + 1 < plan->n && plan->at[point - 1].y < plan->at[point].y - 1 &&
         plan->at[point + 1].y < plan->at[point].y - 1;
}

/* The first free place of: above, above to the left and right, below likewise, in a valley below first; at first clear
 * of the lines, then not. */
static gboolean
find_place(const Plan *plan, guint point, double width, double size, double lift, const JbRect *placed, guint n_placed,
           JbPoint *place)
{
  JbPoint at = plan->at[point];
  double above = at.y - lift, below = at.y + lift + size * 0.74;
  gboolean valley = is_valley(plan, point);
  const double tops[] = {valley ? below : above, valley ? above : below},
               lefts[] = {at.x - width / 2, at.x - width + 4, at.x - 4};
  for (guint pass = 0; pass < 2; pass++)
    for (guint t = 0; t < G_N_ELEMENTS(tops); t++)
      for (guint l = 0; l < G_N_ELEMENTS(lefts); l++) {
        *place = (JbPoint){CLAMP(lefts[l], plan->plot.x, plan->plot.x + plan->plot.w - width), tops[t]};
        JbRect box = label_box(*place, width, size);
        gboolean bad = box.y + box.h > plan->plot.y + plan->plot.h + 1 || (pass == 0 && crossed(plan, box));
        for (guint p = 0; p < n_placed && !bad; p++)
          bad = meets(box, placed[p]);
        for (guint p = 0; p < plan->n && !bad; p++)
          bad = p != point && meets(box, (JbRect){plan->at[p].x - 3, plan->at[p].y - 3, 6, 6});
        if (!bad)
          return TRUE;
      }
  return FALSE;
}

/* A dash on the axis for every year without a figure, where nothing else stands. */
static void
draw_missing(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, const Plan *plan,
             const JbRect *placed, guint n_placed)
{
  JbTextStyle style = jb_style(context, jb_number_lang(context), JB_FACE_REGULAR, context->theme->min_pt,
                               context->theme->ink2);
  double width = jb_text_width(context->fonts, &style, "—");
  gint known = last_known(context, data);
  for (gint year = data->points[0].year; year < known; year++) {
    JbPoint at = {jb_scale_at(&plan->x, year) - width / 2, plan->plot.y + plan->plot.h - 2.5 * plan->k};
    JbRect box = label_box(at, width, style.size_pt);
    gboolean bad = plan->y.from < 0 || crossed(plan, box);
    for (guint p = 0; p < n_placed; p++)
      bad = bad || meets(box, placed[p]);
    for (guint p = 0; p < plan->n; p++)
      bad = bad || data->points[p].year == year || meets(box, (JbRect){plan->at[p].x - 4, plan->at[p].y - 4, 8, 8});
    if (!bad)
      jb_text_draw(drawing, context->fonts, &style, at, JB_ALIGN_LEFT, "—");
  }
}

static void
draw_labels(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, const Plan *plan)
{
  const JbTheme *theme = context->theme;
  double size = theme->chart_pt, lift = DISC_PT * plan->k + 3 * plan->k;
  JbRect *placed = jb_arena_make(drawing->arena, JbRect, plan->n);
  guint *order = jb_arena_make(drawing->arena, guint, plan->n + 1), n_placed = 0;
  label_order(data, plan, order);
  for (guint o = 0; o < plan->n; o++) {
    guint i = order[o];
    if (plan->kind[i] == JB_MARK_PATH)
      continue;
    JbTextStyle style = jb_style(context, jb_number_lang(context),
                                 plan->kind[i] == JB_MARK_OBSERVED ? JB_FACE_BOLD : JB_FACE_REGULAR, size,
                                 plan->kind[i] == JB_MARK_OBSERVED ? theme->ink : theme->ink2);
    style.halo_pt = 1.6 * plan->k;
    style.halo = context->theme->paper;
    const char *text = jb_arena_dup(drawing->arena, point_text(drawing->arena, context, data, i));
    double width = jb_text_width(context->fonts, &style, text);
    JbPoint place;
    if (find_place(plan, i, width, size, lift, placed, n_placed, &place)) {
      placed[n_placed++] = label_box(place, width, size);
      jb_text_draw(drawing, context->fonts, &style, place, JB_ALIGN_LEFT, text);
    } /* else the value stands in the alt text and in the tables */
  }
  draw_missing(context, data, drawing, plan, placed, n_placed);
}

static guint
entry_of(const JbChartContext *context, const JbFact *fact)
{
  return context->source_entries != NULL && fact->number < context->n_source_entries
             ? context->source_entries[fact->number]
             : 0;
}

/* One mark a sentence, as many as the line holds. */
static void
draw_sources(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, JbPoint at, double right)
{
  for (guint i = 0; i < data->n_points; i++) {
    const JbFact *fact = data->points[i].fact;
    gboolean seen = FALSE;
    for (guint j = 0; j < i; j++)
      seen = seen || entry_of(context, fact) == entry_of(context, data->points[j].fact);
    if (!seen && at.x + jb_source_width(context, fact) <= right + 0.01)
      at.x += jb_source_draw(drawing, context, at, fact, FALSE); /* the title names it */
  }
}

static void
draw_key(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, JbRect box)
{
  double size = context->theme->min_pt, line = size * JB_KEY_LINE;
  guint lines = key_lines(context, data, box.w);
  JbPoint at = {box.x, box.y + box.h - (lines - 1) * line - size * 0.35};
  at = jb_point_key_draw(context, drawing, data->points, data->n_points, at, box.x + box.w);
  if (at.x + sources_width(context, data) > box.x + box.w)
    at = (JbPoint){box.x, at.y + line};
  draw_sources(context, data, drawing, at, box.x + box.w);
}

/* One point is no trend: it stands as a tile. */
static JbChartData
tile_of(const JbChartData *data, JbChartRow *row)
{
  *row = (JbChartRow){.actual = data->points[0].fact};
  return (JbChartData){.n_rows = 1, .rows = row};
}

static double
tile_width(const JbChartContext *context, double width_pt)
{
  return MIN(width_pt, TILE_PT * context->theme->chart_pt / 9);
}

JbExtent
jb_trend_measure(const JbChartContext *context, const JbChartData *data, double width_pt)
{
  double k = context->theme->chart_pt / 9;
  if (data->n_series > 0)
    return jb_series_measure(context, data, width_pt);
  if (data->n_points == 0) {
    double none = jb_no_data_height(context);
    return (JbExtent){none, none, none};
  }
  if (data->n_points == 1) {
    JbChartRow row;
    JbChartData tile = tile_of(data, &row);
    return jb_kpi_measure(context, &tile, tile_width(context, width_pt));
  }
  double more = (key_lines(context, data, width_pt) - 1) * context->theme->min_pt * JB_KEY_LINE;
  return (JbExtent){88 * k + more, 106 * k + more, 230 * k + more};
}

void
jb_trend_draw(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, JbRect box)
{
  if (data->n_series > 0) {
    jb_series_draw(context, data, drawing, box);
    return;
  }
  if (data->n_points == 0) {
    jb_no_data_draw(drawing, context, box);
    return;
  }
  if (data->n_points == 1) {
    JbChartRow row;
    JbChartData tile = tile_of(data, &row);
    double width = tile_width(context, box.w);
    double height = jb_kpi_measure(context, &tile, width).pref;
    jb_kpi_draw(context, &tile, drawing, (JbRect){box.x, box.y, width, MIN(height, box.h)});
    return;
  }
  Plan plan = plan_trend(drawing->arena, context, data, box);
  draw_axis(context, data, drawing, &plan);
  const JbPlacedPoints placed = {.k = plan.k,
                                 .colour = context->theme->actual,
                                 .n = plan.n,
                                 .points = data->points,
                                 .at = plan.at,
                                 .kind = plan.kind};
  jb_segments_draw(context, drawing, &placed);
  for (guint i = 0; i < plan.n; i++)
    jb_point_draw(context, drawing, plan.at[i], plan.kind[i], placed.colour, plan.k);
  draw_labels(context, data, drawing, &plan);
  draw_key(context, data, drawing, box);
}
