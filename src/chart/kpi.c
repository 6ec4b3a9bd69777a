/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Form D, tiles: name, the value large, its year with the value in English words, then growth and target as lines
 * with their own labels. Tiles stand in rows of equal length; a verdict only where target and value share a period.
 */
#include "chart/kpi.h"

#include <string.h>

#define MIN_W_PT    112.0
#define GAP_PT      8.0
#define PAD_PT      7.0
#define BAR_PT      2.6
#define MAX_COLUMNS 4
#define VALUE_PT    18.0
#define MAX_GROWTH  1.6  /* tiles fill the height that a slide gives them; what is in them stays together */
#define SPARK_PT    40.0 /* narrower, and a sparkline says nothing */
#define SPARK_MAX   64.0

guint
jb_kpi_columns(const JbChartContext *context, guint n_rows, double width_pt)
{
  double k = context->theme->chart_pt / 9;
  guint most = (guint)CLAMP((width_pt + GAP_PT * k) / ((MIN_W_PT + GAP_PT) * k), 1, MAX_COLUMNS);
  if (n_rows == 0)
    return 1;
  guint rows = (n_rows + most - 1) / most;
  return (n_rows + rows - 1) / rows;
}

#define MAX_TILE_ROWS 16

typedef struct {
  double k, value_h, period_h, line_h, tile_w;
  double name_h[MAX_TILE_ROWS], tile_h[MAX_TILE_ROWS]; /* by row of tiles: of its fullest */
  guint columns, rows;
} Plan;

static const JbFact *
main_fact(const JbChartRow *row)
{
  return row->actual != NULL ? row->actual : row->target;
}

static guint
line_count(const JbChartRow *row)
{
  return (row->secondary != NULL) + (row->previous != NULL) + (row->actual != NULL && row->target != NULL);
}

static JbLabelWish
tile_name(JbArena *arena, const JbChartContext *context, const JbChartRow *row)
{
  JbLabelWish wish = jb_row_wish(arena, context, row, context->theme->chart_pt);
  wish.prefer_short = TRUE;
  return wish;
}

static Plan
plan_tiles(JbArena *arena, const JbChartContext *context, const JbChartData *data, double width)
{
  const JbTheme *theme = context->theme;
  Plan plan = {.k = theme->chart_pt / 9, .columns = jb_kpi_columns(context, data->n_rows, width)};
  double gap = GAP_PT * plan.k, pad = PAD_PT * plan.k;
  plan.tile_w = (width - gap * (plan.columns - 1)) / plan.columns;
  plan.value_h = VALUE_PT * 1.22 * plan.k;
  plan.period_h = theme->min_pt * 1.4;
  plan.line_h = theme->min_pt * 1.42;
  plan.rows = MIN((data->n_rows + plan.columns - 1) / plan.columns, MAX_TILE_ROWS);
  for (guint row = 0; row < plan.rows; row++) {
    guint lines = 0;
    for (guint i = row * plan.columns; i < MIN((row + 1) * plan.columns, data->n_rows); i++) {
      JbLabelWish wish = tile_name(arena, context, &data->rows[i]);
      plan.name_h[row] = MAX(plan.name_h[row],
                             jb_label_fit(arena, context, &wish, plan.tile_w - 2 * pad - 16 * plan.k).height_pt);
      lines = MAX(lines, line_count(&data->rows[i]));
    }
    plan.tile_h[row] = 2 * pad - 2 * plan.k + plan.name_h[row] + plan.value_h + plan.period_h +
                       (lines > 0 ? 3 * plan.k : 0) + lines * plan.line_h;
  }
  return plan;
}

JbExtent
jb_kpi_measure(const JbChartContext *context, const JbChartData *data, double width_pt)
{
  double height = jb_no_data_height(context);
  if (data->n_rows > 0) {
    JbArena *arena = jb_arena_new();
    Plan plan = plan_tiles(arena, context, data, width_pt);
    height = (plan.rows - 1) * GAP_PT * plan.k;
    for (guint row = 0; row < plan.rows; row++)
      height += plan.tile_h[row];
    jb_arena_free(arena);
  }
  return (JbExtent){height, height, data->n_rows > 0 ? height * MAX_GROWTH : height};
}

/* The number large, its unit small behind it; a long one shrinks, then its unit moves to the next line. Numbers are
 * never cut. Returns where it ends. */
static double
draw_value(const JbChartContext *context, JbDrawing *drawing, const JbFact *fact, JbPoint at, double width,
           const char **moved_unit)
{
  const JbTheme *theme = context->theme;
  double k = theme->chart_pt / 9;
  if (fact == NULL) { /* not given */
    JbTextStyle none = jb_style(context, JB_LANG_ZH, JB_FACE_BOLD, VALUE_PT * k, theme->ink2);
    return at.x + jb_text_draw(drawing, context->fonts, &none, at, JB_ALIGN_LEFT, "—").w;
  }
  JbQuantityParts parts = jb_quantity_parts(drawing->arena, fact, jb_number_lang(context));
  const char *number = jb_number_text(drawing->arena, context, fact), *unit = parts.unit;
  JbTextStyle big = jb_style(context, jb_number_lang(context), JB_FACE_BOLD, VALUE_PT * k, theme->ink);
  JbTextStyle small = jb_style(context, jb_number_lang(context), JB_FACE_REGULAR, theme->min_pt, theme->ink2);
  double unit_w = unit[0] != '\0' ? jb_text_width(context->fonts, &small, unit) + 3 * k : 0;
  while (big.size_pt > theme->chart_pt && jb_text_width(context->fonts, &big, number) + unit_w > width)
    big.size_pt -= 0.5;
  if (jb_text_width(context->fonts, &big, number) + unit_w > width) {
    *moved_unit = unit;
    unit = "";
    unit_w = 0;
  }
  while (big.size_pt > theme->en_min_pt && jb_text_width(context->fonts, &big, number) > width)
    big.size_pt -= 0.5;
  JbRect box = jb_text_draw(drawing, context->fonts, &big, at, JB_ALIGN_LEFT, number);
  if (unit[0] != '\0')
    jb_text_draw(drawing, context->fonts, &small, (JbPoint){at.x + box.w + 3 * k, at.y}, JB_ALIGN_LEFT, unit);
  return at.x + box.w + unit_w;
}

/* The years behind the value, where the number leaves room: no axis, the last point marked. */
static void
draw_spark(const JbChartContext *context, JbDrawing *drawing, const JbChartRow *row, JbRect box)
{
  guint n = row->n_points;
  double k = context->theme->chart_pt / 9;
  if (n < 2 || row->points[0].year >= row->points[n - 1].year || box.w < SPARK_PT * k)
    return;
  JbPlacedPoints placed = {.k = 0.62 * k,
                           .colour = context->theme->previous,
                           .n = n,
                           .points = row->points,
                           .at = jb_arena_make(drawing->arena, JbPoint, n),
                           .kind = jb_arena_make(drawing->arena, JbMark, n)};
  JbScale x = {.from = row->points[0].year, .to = row->points[n - 1].year, .start = box.x, .end = box.x + box.w};
  JbScale y = {.start = box.y + box.h, .end = box.y};
  for (guint i = 0; i < n; i++) {
    double value = jb_decimal_to_double(row->points[i].fact->value);
    y.from = i == 0 ? value : MIN(y.from, value);
    y.to = i == 0 ? value : MAX(y.to, value);
  }
  for (guint i = 0; i < n; i++) {
    double value = jb_decimal_to_double(row->points[i].fact->value);
    placed.at[i] = (JbPoint){jb_scale_at(&x, row->points[i].year),
                             y.to > y.from ? jb_scale_at(&y, value) : box.y + box.h / 2};
    placed.kind[i] = jb_point_kind(context, row->points[i].fact);
  }
  jb_segments_draw(context, drawing, &placed);
  jb_point_draw(context, drawing, placed.at[n - 1], placed.kind[n - 1], context->theme->actual, 0.75 * k);
}

/* "增速 Growth … +6.6%": what it is at the left, the quantity at the right. English gives way first, then the size of
 * the type, then the unit, which the tile shows already, then the words; a number never does. */
static void
draw_line(const JbChartContext *context, JbDrawing *drawing, JbPoint at, double width, JbWords what, const JbFact *fact)
{
  const JbTheme *theme = context->theme;
  const char *whole = jb_quantity(drawing->arena, fact, jb_number_lang(context), JB_STYLE_LABEL);
  const char *number = jb_number_text(drawing->arena, context, fact);
  JbWords alone = {what.zh, jb_shows_zh(context) ? NULL : what.en};
  const struct {
    JbWords what;
    const char *value;
    double size;
  } ways[] = {
      {what, whole, theme->min_pt},      {alone, whole, theme->min_pt},    {alone, whole, theme->en_min_pt},
      {alone, number, theme->en_min_pt}, {{"", ""}, whole, theme->min_pt}, {{"", ""}, number, theme->en_min_pt},
  };
  guint way = 0;
  JbTextStyle style = jb_style(context, jb_number_lang(context), JB_FACE_REGULAR, theme->min_pt, theme->ink2);
  for (; way + 1 < G_N_ELEMENTS(ways); way++) {
    style.size_pt = ways[way].size;
    if (jb_inline_width(context, JB_FACE_REGULAR, ways[way].size, ways[way].what) + 4 +
            jb_text_width(context->fonts, &style, ways[way].value) <=
        width)
      break;
  }
  style.size_pt = ways[way].size;
  jb_inline_draw(drawing, context, at, JB_ALIGN_LEFT, JB_FACE_REGULAR, ways[way].size, theme->muted, ways[way].what);
  jb_text_draw(drawing, context->fonts, &style, (JbPoint){at.x + width, at.y}, JB_ALIGN_RIGHT, ways[way].value);
}

/* "2021年 ¥16.3bn, 2021": each language complete in itself. */
static JbWords
period_words(JbArena *arena, const JbChartContext *context, const JbFact *fact)
{
  JbWords period = jb_period_pair(arena, fact->period);
  if (jb_fact_is_target(context, fact))
    period = (JbWords){jb_arena_printf(arena, "%s目标", period.zh), jb_arena_printf(arena, "target %s", period.en)};
  if (fact->status == JB_STATUS_ESTIMATE)
    period = (JbWords){jb_arena_printf(arena, "%s预计", period.zh), jb_arena_printf(arena, "estimate %s", period.en)};
  if (fact->measure == JB_MEASURE_GROWTH)
    period = (JbWords){jb_arena_printf(arena, "%s增速", period.zh), jb_arena_printf(arena, "growth %s", period.en)};
  if (context->lang == JB_LANG_BOTH && strchr(fact->unit != NULL ? fact->unit : "%", '%') == NULL)
    period.en = jb_arena_printf(arena, "%s, %s", jb_quantity(arena, fact, JB_LANG_EN, JB_STYLE_LABEL), period.en);
  return period;
}

/* The line beneath the value: its unit, when that had no room behind it, and its period; the fullest way that fits. */
static void
draw_period(const JbChartContext *context, JbDrawing *drawing, const JbFact *fact, const char *unit, JbPoint at,
            double width)
{
  JbArena *arena = drawing->arena;
  const JbTheme *theme = context->theme;
  JbWords whole = fact != NULL ? period_words(arena, context, fact) : (JbWords){"暂无数据", "No data"}, bare = whole;
  if (unit[0] != '\0') {
    JbWords year = jb_period_pair(arena, fact->period);
    whole = (JbWords){jb_arena_printf(arena, "%s，%s", unit, whole.zh),
                      jb_arena_printf(arena, "%s, %s", unit, whole.en)};
    bare = (JbWords){jb_arena_printf(arena, "%s，%s", unit, year.zh), jb_arena_printf(arena, "%s, %s", unit, year.en)};
  }
  JbWords alone = {whole.zh, jb_shows_zh(context) ? NULL : whole.en};
  const struct {
    JbWords words;
    double size;
  } ways[] = {{whole, theme->min_pt},
              {alone, theme->min_pt},
              {alone, theme->en_min_pt},
              {{bare.zh, jb_shows_zh(context) ? NULL : bare.en}, theme->en_min_pt}};
  guint way = 0;
  while (way + 1 < G_N_ELEMENTS(ways) &&
         jb_inline_width(context, JB_FACE_REGULAR, ways[way].size, ways[way].words) > width)
    way++;
  jb_inline_draw(drawing, context, at, JB_ALIGN_LEFT, JB_FACE_REGULAR, ways[way].size, theme->ink2, ways[way].words);
}

static void
draw_tile(const JbChartContext *context, JbDrawing *drawing, const JbChartRow *row, const Plan *plan, double name_h,
          JbRect box, double lower)
{
  const JbTheme *theme = context->theme;
  JbArena *arena = drawing->arena;
  double k = plan->k, pad = PAD_PT * k, x = box.x + BAR_PT * k + pad, width = box.w - BAR_PT * k - 2 * pad;
  const JbFact *fact = main_fact(row);
  jb_draw_rect(drawing, box, jb_fill(theme->panel));
  jb_draw_rect(drawing, (JbRect){box.x, box.y, BAR_PT * k, box.h}, jb_fill(theme->accent));
  JbLabelWish wish = tile_name(arena, context, row);
  JbLabel label = jb_label_fit(arena, context, &wish, plan->tile_w - 2 * pad - 16 * k);
  double y = box.y + pad + lower;
  jb_named_draw(drawing, context, &label, (JbPoint){x, y}, width, fact);
  JbVerdict verdict = jb_verdict(row->actual, row->target, row->target_high);
  if (verdict != JB_VERDICT_NONE)
    jb_verdict_draw(drawing, context, (JbPoint){box.x + box.w - pad - 4 * k, y + 6 * k}, 12 * k, verdict);
  y += name_h;
  const char *unit = "";
  double end = draw_value(context, drawing, fact, (JbPoint){x, y + plan->value_h * 0.84}, width, &unit);
  double spark = MIN(x + width - end - 10 * k, SPARK_MAX * k), spark_h = plan->value_h * 0.5;
  draw_spark(context, drawing, row,
             (JbRect){x + width - spark - 2 * k, y + plan->value_h * 0.84 - spark_h, spark, spark_h});
  y += plan->value_h;
  draw_period(context, drawing, fact, unit, (JbPoint){x, y + jb_baseline(theme->min_pt, plan->period_h)}, width);
  y += plan->period_h;
  if (line_count(row) == 0)
    return;
  jb_draw_line(drawing, (JbPoint){x, y + 1.5 * k}, (JbPoint){x + width, y + 1.5 * k}, jb_stroke(theme->rule, 0.5));
  y += 3 * k;
  double base = jb_baseline(theme->min_pt, plan->line_h);
  if (row->secondary != NULL) {
    JbWords what = {jb_measure_words(row->secondary->measure, JB_LANG_ZH),
                    jb_measure_words(row->secondary->measure, JB_LANG_EN)};
    draw_line(context, drawing, (JbPoint){x, y + base}, width, what, row->secondary);
    y += plan->line_h;
  }
  if (row->previous != NULL) {
    JbWords what = jb_period_pair(arena, row->previous->period);
    draw_line(context, drawing, (JbPoint){x, y + base}, width, what, row->previous);
    y += plan->line_h;
  }
  if (row->actual != NULL && row->target != NULL) {
    JbWords when = jb_period_pair(arena, row->target->period);
    gboolean growth = row->target->measure == JB_MEASURE_GROWTH && fact->measure != JB_MEASURE_GROWTH;
    JbWords what = {jb_arena_printf(arena, growth ? "%s增速目标" : "%s目标", when.zh), "target"};
    draw_line(context, drawing, (JbPoint){x, y + base}, width, what, row->target);
  }
}

void
jb_kpi_draw(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, JbRect box)
{
  if (data->n_rows == 0) {
    jb_no_data_draw(drawing, context, box);
    return;
  }
  Plan plan = plan_tiles(drawing->arena, context, data, box.w);
  double gap = GAP_PT * plan.k, y = box.y, all = (plan.rows - 1) * gap;
  for (guint row = 0; row < plan.rows; row++)
    all += plan.tile_h[row];
  double more = CLAMP((box.h - all) / plan.rows, 0, all * (MAX_GROWTH - 1) / plan.rows);
  for (guint row = 0; row < plan.rows; row++) {
    for (guint i = row * plan.columns; i < MIN((row + 1) * plan.columns, data->n_rows); i++) {
      double x = box.x + (i % plan.columns) * (plan.tile_w + gap);
      draw_tile(context, drawing, &data->rows[i], &plan, plan.name_h[row],
                (JbRect){x, y, plan.tile_w, plan.tile_h[row] + more}, more / 2);
    }
    y += plan.tile_h[row] + more + gap;
  }
}

JbChartTitle
jb_kpi_title(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  (void)context;
  (void)data;
  (void)arena;
  return (JbChartTitle){0}; /* tiles need no heading of their own */
}

const char *
jb_kpi_alt(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  return jb_rows_alt(context, data, (JbWords){"指标卡", "Key figures"}, (JbWords){NULL, NULL}, NULL, arena);
}
