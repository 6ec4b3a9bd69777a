/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The chart forms as a table, and what every chart has in common: a title that states the message of the facts,
 * a body, a note. A form is a file with four functions (measure, draw, alt, title) and a row here. It gets rows or
 * points of facts, never a number, and returns nothing but draw commands; the arena of the drawing holds its text.
 */
#include "chart/internal.h"

#include <string.h>

/* A row: the public class and the message it composes, which only this room and layout need. */
typedef struct {
  JbChartClass chart;
  JbChartTitle (*title)(const JbChartContext *context, const JbChartData *data, JbArena *arena);
} Form;

static const Form forms[] = {
    {.chart = {.name = "growth_bars",
               .alias = "growth",
               .zh = "增速条形图",
               .en = "growth bars",
               .summary = "growth of indicators beside their targets, 6 to 12 rows",
               .measure = jb_growth_bars_measure,
               .draw = jb_growth_bars_draw,
               .alt = jb_growth_bars_alt},
     .title = jb_growth_bars_title},
    {.chart = {.name = "trend",
               .zh = "走势图",
               .en = "trend",
               .summary = "one indicator over the years, or up to four as levels or indices (option index)",
               .measure = jb_trend_measure,
               .draw = jb_trend_draw,
               .alt = jb_trend_alt},
     .title = jb_trend_title},
    {.chart = {.name = "gauge",
               .zh = "目标进度图",
               .en = "target gauge",
               .summary = "last actual as a share of its target; option bullet (default) or arc (at most 4)",
               .measure = jb_gauge_measure,
               .draw = jb_gauge_draw,
               .alt = jb_gauge_alt,
               .splits = TRUE},
     .title = jb_gauge_title},
    {.chart = {.name = "kpi",
               .zh = "指标卡",
               .en = "tiles",
               .summary = "headline figures as tiles: value, growth, target",
               .measure = jb_kpi_measure,
               .draw = jb_kpi_draw,
               .alt = jb_kpi_alt},
     .title = jb_kpi_title},
    {.chart = {.name = "table",
               .zh = "数据表",
               .en = "table",
               .summary = "facts in rows: name, number on the decimal point, unit, period, source",
               .measure = jb_table_measure,
               .draw = jb_table_draw,
               .alt = jb_table_alt},
     .title = jb_table_title},
    {.chart = {.name = "ranked",
               .zh = "排名表",
               .en = "ranked list",
               .summary =
                   "rank, name, bar and places moved; over 15 rows: first ten, own, last three; option ascending",
               .measure = jb_ranked_measure,
               .draw = jb_ranked_draw,
               .alt = jb_ranked_alt},
     .title = jb_ranked_title},
    {.chart = {.name = "dumbbell",
               .alias = "delivery",
               .zh = "承诺与兑现图",
               .en = "promise and delivery",
               .summary = "target as a ring, result as a disc, joined in the colour of the verdict",
               .measure = jb_dumbbell_measure,
               .draw = jb_dumbbell_draw,
               .alt = jb_dumbbell_alt},
     .title = jb_dumbbell_title},
    {.chart = {.name = "waterfall",
               .zh = "瀑布图",
               .en = "waterfall",
               .summary = "totals, and the increments between them; what they leave open is a bar of its own",
               .measure = jb_waterfall_measure,
               .draw = jb_waterfall_draw,
               .alt = jb_waterfall_alt},
     .title = jb_waterfall_title},
    {.chart = {.name = "multiples",
               .zh = "小图组",
               .en = "small multiples",
               .summary = "trends side by side on one scale; option free: each on its own",
               .measure = jb_multiples_measure,
               .draw = jb_multiples_draw,
               .alt = jb_multiples_alt},
     .title = jb_multiples_title},
    {.chart = {.name = "heatmap",
               .zh = "热力图",
               .en = "heatmap",
               .summary = "rows by columns (at most 12 by 8), seven steps around a named zero, the value in every cell",
               .measure = jb_heatmap_measure,
               .draw = jb_heatmap_draw,
               .alt = jb_heatmap_alt},
     .title = jb_heatmap_title},
    {.chart = {.name = "progress",
               .zh = "进度表",
               .en = "progress list",
               .summary = "the year's targets with the newest months, time gone, the year before, verdict or why there is none",
               .measure = jb_progress_measure,
               .draw = jb_progress_draw,
               .alt = jb_progress_alt},
     .title = jb_progress_title},
};

guint
jb_chart_class_count(void)
{
  return G_N_ELEMENTS(forms);
}

const JbChartClass *
jb_chart_class_at(guint index)
{
  return index < G_N_ELEMENTS(forms) ? &forms[index].chart : NULL;
}

const JbChartClass *
jb_chart_class_lookup(const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS(forms); i++)
    if (strcmp(forms[i].chart.name, name) == 0 || g_strcmp0(forms[i].chart.alias, name) == 0)
      return &forms[i].chart;
  return NULL;
}

gboolean
jb_has_han(const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char(text))
    if (g_unichar_get_script(g_utf8_get_char(text)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;
  return FALSE;
}

/* A title with a name that has no English yet is no English title; the Chinese one stands alone. */
static JbChartTitle
title_of(const JbChartClass *chart, const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  JbChartTitle title = ((const Form *)(const void *)chart)->title(context, data, arena);
  if (data->title_zh != NULL || data->title_en != NULL)
    title.title = (JbWords){data->title_zh != NULL ? data->title_zh : data->title_en, data->title_en};
  if (jb_shows_zh(context) && jb_has_han(title.title.en))
    title.title.en = title.shorter.en = NULL;
  title.most_pt = data->title_pt;
  if (data->part_from == 0)
    return title;
  if (!data->again)
    return (JbChartTitle){0};
  title.title.zh = jb_arena_printf(arena, "%s（续）", title.title.zh);
  if (title.title.en != NULL)
    title.title.en = jb_arena_printf(arena, "%s (continued)", title.title.en);
  return (JbChartTitle){.title = title.title};
}

/* ---- Parts ----------------------------------------------------------------------------------------- */

JbChartData
jb_part_of(const JbChartData *data)
{
  JbChartData part = *data;
  if (data->part_to > 0) {
    part.rows = data->rows + data->part_from;
    part.n_rows = data->part_to - data->part_from;
  }
  return part;
}

gboolean
jb_is_last_part(const JbChartData *data)
{
  return data->part_to == 0 || data->part_to == data->n_rows;
}

/* ---- Title ----------------------------------------------------------------------------------------- */

#define NARROW_PT 330.0 /* beside another chart: the title is a size smaller */
#define TITLE_GAP 5.0
#define NOTE_GAP  4.0

static JbLabelWish
title_wish(const JbChartContext *context, const JbChartTitle *title, double width_pt)
{
  const JbTheme *theme = context->theme;
  double size = width_pt < NARROW_PT * theme->chart_pt / 9 ? MIN(theme->body_pt, theme->section_pt * 0.875)
                                                           : theme->section_pt;
  return (JbLabelWish){
      .words = title->title,
      .shorter = title->shorter,
      .prefer_short = TRUE,
      .max_lines = title->lines > 0           ? title->lines
                   : title->shorter.zh != NULL ? 1
                                               : 2,
      .face = JB_FACE_BOLD,
      .size_pt = title->most_pt > 0 ? MIN(size, title->most_pt) : size,
      .min_pt = theme->chart_pt,
      .colour = theme->ink,
  };
}

static JbLabelWish
small_wish(const JbChartContext *context, JbWords words)
{
  return (JbLabelWish){
      .words = words, .size_pt = context->theme->min_pt, .colour = context->theme->muted, .max_lines = 3};
}

static gboolean
has_words(JbWords words)
{
  return (words.zh != NULL && words.zh[0] != '\0') || (words.en != NULL && words.en[0] != '\0');
}

/* Beside each other when the line holds both languages, else beneath. */
static double
small_height(JbArena *arena, const JbChartContext *context, JbWords words, double width_pt)
{
  if (!has_words(words))
    return 0;
  if (jb_inline_width(context, JB_FACE_REGULAR, context->theme->min_pt, words) <= width_pt)
    return context->theme->min_pt * 1.35;
  JbLabelWish wish = small_wish(context, words);
  return jb_label_fit(arena, context, &wish, width_pt).height_pt;
}

static void
small_draw(JbDrawing *drawing, const JbChartContext *context, JbWords words, JbPoint top_left, double width_pt)
{
  double size = context->theme->min_pt;
  if (!has_words(words))
    return;
  if (jb_inline_width(context, JB_FACE_REGULAR, size, words) <= width_pt) {
    JbPoint at = {top_left.x, top_left.y + jb_baseline(size, size * 1.35)};
    jb_inline_draw(drawing, context, at, JB_ALIGN_LEFT, JB_FACE_REGULAR, size, context->theme->muted, words);
    return;
  }
  JbLabelWish wish = small_wish(context, words);
  JbLabel label = jb_label_fit(drawing->arena, context, &wish, width_pt);
  jb_label_draw(drawing, context, &label, top_left, width_pt, JB_ALIGN_LEFT);
}

double
jb_title_height(const JbChartContext *context, const JbChartTitle *title, double width_pt)
{
  if (!has_words(title->title))
    return 0;
  JbArena *arena = jb_arena_new();
  JbLabelWish wish = title_wish(context, title, width_pt);
  double height = jb_label_fit(arena, context, &wish, width_pt).height_pt;
  height += small_height(arena, context, title->subtitle, width_pt) + TITLE_GAP;
  jb_arena_free(arena);
  return height;
}

void
jb_title_draw(JbDrawing *drawing, const JbChartContext *context, const JbChartTitle *title, JbPoint top_left,
              double width_pt)
{
  if (!has_words(title->title))
    return;
  JbLabelWish wish = title_wish(context, title, width_pt);
  JbLabel label = jb_label_fit(drawing->arena, context, &wish, width_pt);
  jb_label_draw(drawing, context, &label, top_left, width_pt, JB_ALIGN_LEFT);
  top_left.y += label.height_pt;
  small_draw(drawing, context, title->subtitle, top_left, width_pt);
}

/* ---- No data --------------------------------------------------------------------------------------- */

double
jb_no_data_height(const JbChartContext *context)
{
  return context->theme->chart_pt * 6;
}

void
jb_no_data_draw(JbDrawing *drawing, const JbChartContext *context, JbRect box)
{
  const JbTheme *theme = context->theme;
  JbPaint edge = jb_stroke(theme->rule, 0.6);
  edge.fill = theme->panel;
  drawing->n_blank++;
  jb_draw_rect(drawing, box, edge);
  JbPoint centre = {box.x + box.w / 2, box.y + box.h / 2 + theme->chart_pt * 0.35};
  jb_inline_draw(drawing, context, centre, JB_ALIGN_CENTRE, JB_FACE_REGULAR, theme->chart_pt, theme->ink2,
                 (JbWords){"暂无数据", "No data"});
}

/* ---- A whole chart --------------------------------------------------------------------------------- */

static JbWords
note_of(const JbChartData *data)
{
  return (JbWords){data->note_zh != NULL ? data->note_zh : data->note_en, data->note_en};
}

double
jb_chart_title_size(const JbChartClass *chart, const JbChartContext *context, const JbChartData *data, double width_pt)
{
  JbArena *arena = jb_arena_new();
  JbChartTitle title = title_of(chart, context, data, arena);
  JbLabelWish wish = title_wish(context, &title, width_pt);
  double size = has_words(title.title) ? jb_label_fit(arena, context, &wish, width_pt).first->style.size_pt : 0;
  jb_arena_free(arena);
  return size;
}

double
jb_chart_head(const JbChartClass *chart, const JbChartContext *context, const JbChartData *data, double width_pt)
{
  JbArena *arena = jb_arena_new();
  JbChartTitle title = title_of(chart, context, data, arena);
  double height = jb_title_height(context, &title, width_pt);
  jb_arena_free(arena);
  return height;
}

JbExtent
jb_chart_measure(const JbChartClass *chart, const JbChartContext *context, const JbChartData *data, double width_pt)
{
  JbArena *arena = jb_arena_new();
  JbChartTitle title = title_of(chart, context, data, arena);
  double around = MAX(jb_title_height(context, &title, width_pt), data->head_pt);
  if (has_words(note_of(data)))
    around += NOTE_GAP + small_height(arena, context, note_of(data), width_pt);
  JbExtent body = chart->measure(context, data, width_pt);
  jb_arena_free(arena);
  return (JbExtent){body.min + around, body.pref + around, body.max + around};
}

void
jb_chart_draw(const JbChartClass *chart, const JbChartContext *context, const JbChartData *data, JbDrawing *drawing,
              JbRect box)
{
  JbChartTitle title = title_of(chart, context, data, drawing->arena);
  double above = MAX(jb_title_height(context, &title, box.w), data->head_pt), below = 0;
  JbWords note = note_of(data);
  if (has_words(note))
    below = NOTE_GAP + small_height(drawing->arena, context, note, box.w);
  if (has_words(title.title)) {
    jb_draw_begin(drawing, JB_ROLE_CAPTION);
    jb_title_draw(drawing, context, &title, (JbPoint){box.x, box.y}, box.w);
    jb_draw_end(drawing);
  }
  JbRect body = {box.x, box.y + above, box.w, box.h - above - below};
  if (strcmp(chart->name, "table") == 0) {
    chart->draw(context, data, drawing, body); /* a real table, tagged by itself */
  } else {
    jb_draw_begin_figure(drawing, body, chart->alt(context, data, drawing->arena));
    chart->draw(context, data, drawing, body);
    jb_draw_end(drawing);
  }
  if (has_words(note)) {
    jb_draw_begin(drawing, JB_ROLE_P);
    small_draw(drawing, context, note, (JbPoint){box.x, box.y + box.h - below + NOTE_GAP}, box.w);
    jb_draw_end(drawing);
  }
}
