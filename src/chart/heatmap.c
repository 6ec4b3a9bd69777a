/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Form I, a heatmap: rows by columns, seven steps around a zero that is named, the value in every cell. Colours are
 * chosen so that the value has a contrast of 4.5 and more on each of them. Columns in several units are stepped each by
 * itself. A missing cell is hatched with hairlines and carries a dash. What the width or the form (12 × 8) does not
 * hold is counted beneath.
 */
#include "chart/internal.h"

#include <math.h>

#define MOST_ROWS    12
#define MOST_COLUMNS 8
#define ROW_PT       20.0
#define MIN_ROW_PT   16.0
#define CELL_PT      30.0
#define GAP_PT       6.0
#define KEY_PT       17.0
#define CUT_RATIO    3.0
#define N_STEPS      7

static const JbColour steps[N_STEPS] = {
    JB_RGB(0x9C3A06), JB_RGB(0xDD8448), JB_RGB(0xF4C7A4), JB_RGB(0xF4F4F2),
    JB_RGB(0xB4CCE6), JB_RGB(0x6E9DD0), JB_RGB(0x1F4E8C),
};

typedef struct {
  double k, name_w, cell_w, head_h, size;
  guint rows, columns;
  gboolean shared;
  const JbFact *named;
  double reach[MOST_COLUMNS]; /* the value of the outermost step */
} Plan;

static const JbFact *
cell_of(const JbChartData *data, guint row, guint column)
{
  return data->rows[row].cells != NULL ? data->rows[row].cells[column] : NULL;
}

static const char *
cell_text(JbArena *arena, const JbChartContext *context, const Plan *plan, const JbFact *fact)
{
  return fact != NULL ? jb_signed_beside(arena, context, fact, plan->shared ? plan->named : fact) : "—";
}

/* The largest size, but for one that is three times the second: it would leave the others without a colour. */
static double
reach_of(const JbChartData *data, const Plan *plan, guint first, guint last)
{
  double largest = 0, second = 0;
  for (guint r = 0; r < plan->rows; r++)
    for (guint c = first; c <= last; c++) {
      const JbFact *fact = cell_of(data, r, c);
      double size = fact != NULL ? fabs(jb_decimal_to_double(fact->value)) : 0;
      second = size > largest ? largest : MAX(second, size);
      largest = MAX(largest, size);
    }
  return second > 0 && largest > CUT_RATIO * second ? second : largest;
}

static double
widest(JbArena *arena, const JbChartContext *context, const JbChartData *data, const Plan *plan)
{
  JbTextStyle style = jb_style(context, jb_number_lang(context), JB_FACE_REGULAR, plan->size, 0);
  double width = 0;
  for (guint r = 0; r < plan->rows; r++)
    for (guint c = 0; c < plan->columns; c++)
      width = MAX(width, jb_text_width(context->fonts, &style, cell_text(arena, context, plan, cell_of(data, r, c))));
  return width;
}

static JbLabelWish
head_wish(const JbChartContext *context, const JbChartColumn *column)
{
  const char *zh = column->name_zh != NULL ? column->name_zh : column->name_en;
  return (JbLabelWish){.words = {zh != NULL ? zh : "—", column->name_en},
                       .size_pt = context->theme->min_pt,
                       .min_pt = context->theme->en_min_pt,
                       .max_lines = 3,
                       .colour = context->theme->ink2};
}

static JbLabel
row_label(JbArena *arena, const JbChartContext *context, const JbChartRow *row, double width)
{
  JbLabelWish wish = jb_row_wish(arena, context, row, context->theme->chart_pt);
  return jb_label_fit(arena, context, &wish, width);
}

static Plan
plan_map(JbArena *arena, const JbChartContext *context, const JbChartData *data, double width)
{
  Plan plan = {.k = context->theme->chart_pt / 9, .shared = TRUE, .size = context->theme->min_pt};
  plan.rows = MIN(data->n_rows, MOST_ROWS);
  plan.columns = MIN(data->n_columns, MOST_COLUMNS);
  double name = 0;
  for (guint r = 0; r < plan.rows; r++) {
    JbLabelWish wish = jb_row_wish(arena, context, &data->rows[r], context->theme->chart_pt);
    name = MAX(name, jb_label_natural(context, &wish));
    for (guint c = 0; c < plan.columns; c++) {
      const JbFact *fact = cell_of(data, r, c);
      plan.named = plan.named == NULL ? fact : plan.named;
      plan.shared = plan.shared && (fact == NULL || g_strcmp0(fact->unit, plan.named->unit) == 0);
    }
  }
  plan.name_w = CLAMP(name, width * 0.16, width * 0.34);
  double room = width - plan.name_w - GAP_PT * plan.k;
  while (plan.columns > 1 &&
         MAX(widest(arena, context, data, &plan) + 6 * plan.k, CELL_PT * plan.k) * plan.columns > room)
    plan.columns--;
  while (plan.columns > 0 && plan.size > context->theme->en_min_pt &&
         widest(arena, context, data, &plan) + 2 * plan.k > room / plan.columns)
    plan.size -= 0.5;
  plan.cell_w = plan.columns > 0 ? MIN(room / plan.columns, 72 * plan.k) : 0;
  plan.cell_w = MAX(plan.cell_w, MIN(room / MAX(plan.columns, 1), widest(arena, context, data, &plan) + 6 * plan.k));
  for (guint c = 0; c < plan.columns; c++) {
    JbLabelWish wish = head_wish(context, &data->columns[c]);
    plan.head_h = MAX(plan.head_h, jb_label_fit(arena, context, &wish, plan.cell_w - 3 * plan.k).height_pt);
    plan.reach[c] = plan.shared ? reach_of(data, &plan, 0, plan.columns - 1) : reach_of(data, &plan, c, c);
  }
  return plan;
}

JbExtent
jb_heatmap_measure(const JbChartContext *context, const JbChartData *data, double width_pt)
{
  JbArena *arena = jb_arena_new();
  Plan plan = plan_map(arena, context, data, width_pt);
  double none = jb_no_data_height(context), least = MIN_ROW_PT * plan.k;
  for (guint r = 0; r < plan.rows; r++)
    least = MAX(least, row_label(arena, context, &data->rows[r], plan.name_w).height_pt + 2 * plan.k);
  jb_arena_free(arena);
  if (plan.named == NULL)
    return (JbExtent){none, none, none};
  double fixed = plan.head_h + 3 * plan.k + KEY_PT * plan.k, row = MAX(ROW_PT * plan.k, least);
  return (JbExtent){fixed + least * plan.rows, fixed + row * plan.rows, fixed + row * 1.3 * plan.rows};
}

static guint
step_of(const JbFact *fact, double reach)
{
  double share = reach > 0 ? jb_decimal_to_double(fact->value) / reach : 0;
  if (fact->value.digits == 0)
    return N_STEPS / 2;
  return (guint)CLAMP(floor((share + 1) / 2 * N_STEPS), 0, N_STEPS - 1);
}

/* The steps are the same on every paper, and so is what is written on them. */
static JbColour
text_on(guint step)
{
  return step == 0 || step == N_STEPS - 1 ? JB_RGB(0xFFFFFF) : JB_RGB(0x1B1E23);
}

/* Hairlines from corner to corner, as wide apart as the cell is high. */
static void
draw_missing(const JbChartContext *context, JbDrawing *drawing, JbRect cell)
{
  JbPaint line = jb_stroke(context->theme->rule, 0.5);
  for (double x = cell.x + 4; x < cell.x + cell.w + cell.h; x += 5) {
    double from = MIN(x, cell.x + cell.w), to = MAX(x - cell.h, cell.x);
    jb_draw_line(drawing, (JbPoint){from, cell.y + (x - from)}, (JbPoint){to, cell.y + (x - to)}, line);
  }
}

static void
draw_cell(const JbChartContext *context, JbDrawing *drawing, const Plan *plan, const JbFact *fact, double reach,
          JbRect cell)
{
  JbTextStyle style = jb_style(context, jb_number_lang(context), JB_FACE_REGULAR, plan->size, context->theme->ink2);
  JbPoint at = {cell.x + cell.w / 2, cell.y + cell.h / 2 + plan->size * 0.36};
  if (fact == NULL) {
    draw_missing(context, drawing, cell);
    style.halo_pt = 2;
    style.halo = context->theme->paper;
  } else {
    guint step = step_of(fact, reach);
    jb_draw_rect(drawing, cell, jb_fill(steps[step]));
    style.colour = text_on(step);
  }
  jb_text_draw(drawing, context->fonts, &style, at, JB_ALIGN_CENTRE, cell_text(drawing->arena, context, plan, fact));
}

static JbWords
left_out(JbArena *arena, const JbChartData *data, const Plan *plan)
{
  guint rows = data->n_rows - plan->rows, columns = data->n_columns - plan->columns;
  if (rows == 0 && columns == 0)
    return (JbWords){"", NULL};
  if (rows == 0)
    return (JbWords){jb_arena_printf(arena, "另有%u列未画", columns),
                     jb_arena_printf(arena, "%u more columns", columns)};
  if (columns == 0)
    return (JbWords){jb_arena_printf(arena, "另有%u行未画", rows), jb_arena_printf(arena, "%u more rows", rows)};
  return (JbWords){jb_arena_printf(arena, "另有%u行%u列未画", rows, columns),
                   jb_arena_printf(arena, "%u more rows, %u columns", rows, columns)};
}

/* Swatches from minus to plus, the name of the zero, and what is not shown. */
static void
draw_key(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, const Plan *plan, JbPoint at,
         double right)
{
  const JbTheme *theme = context->theme;
  double size = theme->min_pt, side = size * 0.8;
  jb_inline_draw(drawing, context, at, JB_ALIGN_LEFT, JB_FACE_REGULAR, size, theme->muted, (JbWords){"−", NULL});
  double x = at.x + size * 1.7;
  for (guint s = 0; s < N_STEPS; s++, x += side)
    jb_draw_rect(drawing, (JbRect){x, at.y - side * 0.85, side, side}, jb_fill(steps[s]));
  x += size * 0.4;
  JbTextStyle style = jb_style(context, jb_number_lang(context), JB_FACE_REGULAR, size, theme->muted);
  x += jb_text_draw(drawing, context->fonts, &style, (JbPoint){x, at.y}, JB_ALIGN_LEFT, "+").w + size;
  JbWords zero = {data->zero_zh != NULL ? data->zero_zh : data->zero_en, data->zero_en},
          more = left_out(drawing->arena, data, plan);
  double more_w = more.zh[0] != '\0' ? jb_inline_width(context, JB_FACE_REGULAR, size, more) : 0;
  if (zero.zh != NULL) {
    zero = (JbWords){jb_arena_printf(drawing->arena, "0 = %s", zero.zh),
                     zero.en != NULL && !jb_shows_zh(context) ? jb_arena_printf(drawing->arena, "0 = %s", zero.en)
                                                              : zero.en};
    if (x + jb_inline_width(context, JB_FACE_REGULAR, size, zero) + more_w + size > right && jb_shows_zh(context))
      zero.en = NULL;
    if (x + jb_inline_width(context, JB_FACE_REGULAR, size, zero) + more_w + size <= right)
      x += jb_inline_draw(drawing, context, (JbPoint){x, at.y}, JB_ALIGN_LEFT, JB_FACE_REGULAR, size, theme->muted,
                          zero) +
           size;
  }
  if (x + more_w > right && jb_shows_zh(context))
    more.en = NULL;
  if (more.zh[0] != '\0')
    jb_inline_draw(drawing, context, (JbPoint){x, at.y}, JB_ALIGN_LEFT, JB_FACE_REGULAR, size, theme->muted, more);
}

void
jb_heatmap_draw(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, JbRect box)
{
  Plan plan = plan_map(drawing->arena, context, data, box.w);
  if (plan.named == NULL) {
    jb_no_data_draw(drawing, context, box);
    return;
  }
  double k = plan.k, left = box.x + plan.name_w + GAP_PT * k, head = plan.head_h + 3 * k;
  double row_h = (box.h - head - KEY_PT * k) / plan.rows;
  for (guint c = 0; c < plan.columns; c++) {
    JbLabelWish wish = head_wish(context, &data->columns[c]);
    JbLabel label = jb_label_fit(drawing->arena, context, &wish, plan.cell_w - 3 * k);
    jb_label_draw(drawing, context, &label,
                  (JbPoint){left + c * plan.cell_w + 1.5 * k, box.y + plan.head_h - label.height_pt},
                  plan.cell_w - 3 * k, JB_ALIGN_CENTRE);
  }
  for (guint r = 0; r < plan.rows; r++) {
    double y = box.y + head + r * row_h;
    JbLabel label = row_label(drawing->arena, context, &data->rows[r], plan.name_w);
    jb_label_draw(drawing, context, &label, (JbPoint){box.x, y + row_h / 2 - label.height_pt / 2}, plan.name_w,
                  JB_ALIGN_LEFT);
    for (guint c = 0; c < plan.columns; c++)
      draw_cell(context, drawing, &plan, cell_of(data, r, c), plan.reach[c],
                (JbRect){left + c * plan.cell_w + 0.6, y + 0.6, plan.cell_w - 1.2, row_h - 1.2});
  }
  draw_key(context, data, drawing, &plan, (JbPoint){box.x, box.y + box.h - context->theme->min_pt * 0.3},
           box.x + box.w);
}

/* ---- Words ------------------------------------------------------------------------------------------ */

/* "24项中12项高于全市平均"; of growth around plain zero "8项增速均为正". */
static JbWords
say_above(JbArena *arena, const JbChartData *data, gboolean growth, guint there, guint above)
{
  gboolean plain = data->zero_zh == NULL && data->zero_en == NULL;
  const char *what_zh = plain && growth ? "增速" : "", *what_en = plain && growth ? "growth rate" : "figure";
  const char *zh = data->zero_zh != NULL ? data->zero_zh : data->zero_en;
  const char *en = data->zero_en != NULL ? data->zero_en : data->zero_zh;
  const char *is_zh = plain ? "为正" : jb_arena_printf(arena, "高于%s", zh),
             *not_zh = plain ? "为零或负" : jb_arena_printf(arena, "不高于%s", zh),
             *is_en = plain ? "above zero" : jb_arena_printf(arena, "above %s", en);
  const char *every = there == 1 ? "" : "均";
  if (above == there)
    return (JbWords){jb_arena_printf(arena, "%u项%s%s%s", there, what_zh, every, is_zh),
                     there == 1 ? jb_arena_printf(arena, "The one %s %s", what_en, is_en)
                                : jb_arena_printf(arena, "All %u %ss %s", there, what_en, is_en)};
  if (above == 0)
    return (JbWords){jb_arena_printf(arena, "%u项%s%s%s", there, what_zh, every, not_zh),
                     there == 1 ? jb_arena_printf(arena, "The one %s not %s", what_en, is_en)
                                : jb_arena_printf(arena, "None of %u %ss %s", there, what_en, is_en)};
  return (JbWords){jb_arena_printf(arena, "%u项%s中%u项%s", there, what_zh, above, is_zh),
                   jb_arena_printf(arena, "%u of %u %ss %s", above, there, what_en, is_en)};
}

JbChartTitle
jb_heatmap_title(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  guint above = 0, there = 0;
  const JbFact *named = NULL;
  gboolean shared = TRUE;
  for (guint r = 0; r < data->n_rows; r++)
    for (guint c = 0; c < data->n_columns; c++) {
      const JbFact *fact = cell_of(data, r, c);
      if (fact == NULL)
        continue;
      named = named == NULL ? fact : named;
      shared = shared && g_strcmp0(fact->unit, named->unit) == 0;
      there++;
      above += fact->value.digits > 0;
    }
  JbChartTitle title = {.title = {"对比热力图", "Heatmap"}};
  if (there == 0)
    return title;
  title.title = say_above(arena, data, named->measure == JB_MEASURE_GROWTH, there, above);
  title.subtitle = shared ? jb_unit_words(arena, context, named)
                          : (JbWords){"各列单位不同，颜色各自分级",
                                      "columns differ in unit and are coloured each by itself"};
  return title;
}

const char *
jb_heatmap_alt(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  JbChartTitle title = jb_heatmap_title(context, data, arena);
  GString *text = g_string_new(NULL);
  for (int english = 0; english < 2; english++) {
    if (!(english ? jb_shows_en(context) : jb_shows_zh(context)))
      continue;
    g_string_append_printf(text, english ? "%sHeatmap: %s." : "%s热力图：%s。", text->len > 0 ? " " : "",
                           english ? title.title.en : title.title.zh);
    for (guint r = 0; r < MIN(data->n_rows, MOST_ROWS); r++) {
      JbWords name = jb_row_name(arena, context, &data->rows[r], FALSE);
      g_string_append_printf(text, english ? " %s:" : "%s：", english && name.en != NULL ? name.en : name.zh);
      for (guint c = 0; c < MIN(data->n_columns, MOST_COLUMNS); c++) {
        const JbChartColumn *column = &data->columns[c];
        const char *head = english && column->name_en != NULL ? column->name_en : column->name_zh;
        const JbFact *fact = cell_of(data, r, c);
        gboolean last = c + 1 == MIN(data->n_columns, MOST_COLUMNS);
        g_string_append_printf(text, english ? " %s %s%s" : "%s %s%s", head != NULL ? head : "—",
                               fact != NULL ? jb_alt_quantity(arena, fact, english)
                               : english    ? "none"
                                            : "无",
                               last      ? (english ? ";" : "；")
                               : english ? ","
                                         : "，");
      }
    }
  }
  const char *alt = jb_arena_dup(arena, text->str);
  g_string_free(text, TRUE);
  return alt;
}
