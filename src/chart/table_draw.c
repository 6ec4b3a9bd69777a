/* SPDX-License-Identifier: Apache-2.0 */
/* The pieces of a table, drawn; and all of them as a chart of its own. */
#include "chart/table_rows.h"

static void
head_cell(const JbTable *table, JbDrawing *drawing, JbPoint at, JbAlign align, JbWords words)
{
  const JbTheme *theme = table->context->theme;
  jb_draw_begin(drawing, JB_ROLE_TH);
  jb_inline_draw(drawing, table->context, at, align, JB_FACE_REGULAR, theme->min_pt, theme->muted, words);
  jb_draw_end(drawing);
}

/* What the rows of a group share; returns its width. */
static double
draw_usual(const JbTable *table, JbDrawing *drawing, guint group, JbPoint at, double width, JbAlign align)
{
  const JbTheme *theme = table->context->theme;
  JbWords words = jb_table_fitted(table, table->usual[group], width);
  return words.zh[0] != '\0'
             ? jb_inline_draw(drawing, table->context, at, align, JB_FACE_REGULAR, theme->min_pt, theme->actual, words)
             : 0;
}

void
jb_table_head_draw(const JbTable *table, JbDrawing *drawing, JbPoint top_left)
{
  const JbTheme *theme = table->context->theme;
  double y = top_left.y + table->pad + jb_baseline(theme->min_pt, theme->min_pt * 1.3), x = top_left.x;
  jb_draw_begin(drawing, JB_ROLE_TR);
  JbWords indicator = {"指标", "Indicator"};
  jb_draw_begin(drawing, JB_ROLE_TH); /* holds what all rows share, too: a row has cells and nothing else */
  jb_inline_draw(drawing, table->context, (JbPoint){x, y}, JB_ALIGN_LEFT, JB_FACE_REGULAR, theme->min_pt, theme->muted,
                 indicator);
  if (table->usual[table->n_groups].zh != NULL) {
    double said = jb_inline_width(table->context, JB_FACE_REGULAR, theme->min_pt, indicator) + theme->min_pt;
    draw_usual(table, drawing, table->n_groups, (JbPoint){x + said, y}, table->name_w - said, JB_ALIGN_LEFT);
  }
  jb_draw_end(drawing);
  head_cell(table, drawing, (JbPoint){x + table->numbers_right, y}, JB_ALIGN_RIGHT,
            (JbWords){"数值", "Value"});
  head_cell(table, drawing, (JbPoint){x + table->unit_x, y}, JB_ALIGN_LEFT,
            jb_table_fitted(table, (JbWords){"单位", "Unit"}, table->source_x - table->unit_x - 2));
  if (table->source_x < table->width - 1)
    head_cell(table, drawing, (JbPoint){x + table->width, y}, JB_ALIGN_RIGHT,
              (JbWords){"源", jb_shows_zh(table->context) ? NULL : "Src."});
  jb_draw_end(drawing);
  double foot = top_left.y + table->head_h;
  jb_draw_line(drawing, (JbPoint){x, foot}, (JbPoint){x + table->width, foot}, jb_stroke(theme->axis, 0.7));
}

static void
draw_number(const JbTable *table, JbDrawing *drawing, const JbTableRow *row, JbPoint top_left)
{
  const JbChartContext *context = table->context;
  guint lines = context->lang == JB_LANG_BOTH ? 2 : 1;
  double top = top_left.y;
  for (guint line = 0; line < lines; line++) {
    const JbSplit *split = &row->number[line];
    if (split->head == NULL)
      return;
    JbTextStyle style = jb_table_line(context, line);
    double leading = style.size_pt * (line == 0 ? 1.26 : 1.22), y = top + jb_baseline(style.size_pt, leading);
    double axis = top_left.x + table->axis_x;
    const char *whole = jb_arena_printf(drawing->arena, "%s%s", split->head, split->tail);
    jb_text_draw(drawing, context->fonts, &style, (JbPoint){axis - split->head_w, y}, JB_ALIGN_LEFT, whole);
    top += leading;
  }
}

void
jb_table_row_draw(const JbTable *table, JbDrawing *drawing, guint index, JbPoint top_left)
{
  const JbChartContext *context = table->context;
  const JbTableRow *row = &table->rows[index];
  JbPoint at = {top_left.x, top_left.y + table->pad + table->air};
  jb_draw_begin(drawing, JB_ROLE_TR);
  jb_draw_begin(drawing, JB_ROLE_TH);
  jb_label_draw(drawing, context, &row->name, at, table->name_w, JB_ALIGN_LEFT);
  if (row->when.zh != NULL && row->when.zh[0] != '\0') {
    double size = context->theme->min_pt,
           beneath = row->name.height_pt + jb_baseline(size, jb_table_when_height(context));
    double y = row->when_x > 0 ? jb_baseline(size, row->name.first->leading_pt) : beneath;
    jb_inline_draw(drawing, context, (JbPoint){at.x + row->when_x, at.y + y}, JB_ALIGN_LEFT, JB_FACE_REGULAR, size,
                   context->theme->actual, row->when);
  }
  jb_draw_end(drawing);
  jb_draw_begin(drawing, JB_ROLE_TD);
  draw_number(table, drawing, row, at);
  jb_draw_end(drawing);
  jb_draw_begin(drawing, JB_ROLE_TD);
  jb_label_draw(drawing, context, &row->unit, (JbPoint){at.x + table->unit_x, at.y}, jb_table_unit_room(table),
                JB_ALIGN_LEFT);
  jb_draw_end(drawing);
  if (table->source_x < table->width - 1) {
    jb_draw_begin(drawing, JB_ROLE_TD);
    double x = at.x + table->width - jb_source_width(context, row->fact);
    jb_source_draw(drawing, context,
                   (JbPoint){x, at.y + jb_baseline(context->theme->min_pt, context->theme->min_pt * 1.26)}, row->fact,
                   FALSE);
    jb_draw_end(drawing);
  }
  jb_draw_end(drawing);
  double foot = top_left.y + row->height;
  jb_draw_line(drawing, (JbPoint){at.x, foot}, (JbPoint){at.x + table->width, foot},
               jb_stroke(context->theme->rule, 0.35));
}

#define BAND_INSET 4.0

/* Of what its rows share, with the gap before it. */
static double
group_usual_width(const JbTable *table, guint group)
{
  double size = table->context->theme->min_pt;
  JbWords words = jb_table_fitted(table, table->usual[group], table->width / 2);
  return words.zh[0] != '\0' ? size + jb_inline_width(table->context, JB_FACE_REGULAR, size, words) : 0;
}

static JbLabel
group_label(const JbTable *table, JbArena *arena, guint group, JbWords words)
{
  const JbTheme *theme = table->context->theme;
  JbLabelWish wish = {.words = words, .face = JB_FACE_BOLD, .size_pt = theme->chart_pt, .colour = theme->actual, .filled = TRUE};
  double usual = group_usual_width(table, group);
  return jb_label_fit(arena, table->context, &wish, table->width - 2 * BAND_INSET - usual);
}

double
jb_table_group_height(const JbTable *table, guint group, JbWords words)
{
  JbArena *arena = jb_arena_new();
  double height = group_label(table, arena, group, words).height_pt + 3 * table->pad + BAND_INSET;
  jb_arena_free(arena);
  return height;
}

void
jb_table_group_draw(const JbTable *table, JbDrawing *drawing, guint group, JbWords words, JbPoint top_left)
{
  const JbTheme *theme = table->context->theme;
  JbLabel label = group_label(table, drawing->arena, group, words);
  double top = top_left.y + table->pad + BAND_INSET, height = label.height_pt + 2 * table->pad;
  JbPoint at = {top_left.x + BAND_INSET, top + table->pad};
  jb_draw_begin(drawing, JB_ROLE_TR);
  jb_draw_begin(drawing, JB_ROLE_TH);
  jb_draw_rect(drawing, (JbRect){top_left.x, top, table->width, height}, jb_fill(theme->panel));
  jb_label_draw(drawing, table->context, &label, at, table->width - 2 * BAND_INSET - group_usual_width(table, group),
                JB_ALIGN_LEFT);
  at.x = top_left.x + table->width - BAND_INSET;
  at.y += jb_baseline(theme->chart_pt, theme->chart_pt * 1.26);
  draw_usual(table, drawing, group, at, table->width / 2, JB_ALIGN_RIGHT);
  jb_draw_end(drawing);
  jb_draw_end(drawing);
}

void
jb_table_foot_draw(const JbTable *table, JbDrawing *drawing, JbPoint left)
{
  jb_draw_line(drawing, left, (JbPoint){left.x + table->width, left.y}, jb_stroke(table->context->theme->axis, 0.7));
}

/* ---- As a chart of its own -------------------------------------------------------------------------- */

static JbTable *
table_of(JbArena *arena, const JbChartContext *context, const JbChartData *data, double width)
{
  const JbFact **facts = jb_arena_make(arena, const JbFact *, MAX(data->n_rows, 1));
  guint n = 0;
  for (guint i = 0; i < data->n_rows; i++)
    if (jb_row_fact(&data->rows[i]) != NULL)
      facts[n++] = jb_row_fact(&data->rows[i]);
  return jb_table_new(arena, context, facts, n, NULL, width);
}

JbExtent
jb_table_measure(const JbChartContext *context, const JbChartData *data, double width_pt)
{
  double height = jb_no_data_height(context);
  JbArena *arena = jb_arena_new();
  JbTable *table = table_of(arena, context, data, width_pt);
  if (table->n_rows > 0)
    height = table->head_h;
  for (guint i = 0; i < table->n_rows; i++)
    height += table->rows[i].height;
  jb_arena_free(arena);
  return (JbExtent){height, height, height};
}

void
jb_table_draw(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, JbRect box)
{
  JbTable *table = table_of(drawing->arena, context, data, box.w);
  if (table->n_rows == 0) {
    jb_no_data_draw(drawing, context, box);
    return;
  }
  JbPoint at = {box.x, box.y};
  jb_draw_begin(drawing, JB_ROLE_TABLE);
  jb_table_head_draw(table, drawing, at);
  at.y += table->head_h;
  for (guint i = 0; i < table->n_rows; i++) {
    jb_table_row_draw(table, drawing, i, at);
    at.y += table->rows[i].height;
  }
  jb_draw_end(drawing);
  jb_table_foot_draw(table, drawing, at);
}

JbChartTitle
jb_table_title(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  (void)context;
  (void)data;
  (void)arena;
  return (JbChartTitle){.title = {"数据表", "Data table"}};
}

const char *
jb_table_alt(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  return jb_rows_alt(context, data, (JbWords){"数据表", "Table"}, (JbWords){NULL, NULL}, NULL, arena);
}
