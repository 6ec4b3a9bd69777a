/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Form F, the table: name with English beneath, number on the decimal point, unit, period with status, source mark.
 * Both languages are complete: 163 亿元 on the first line stands over 16.3 billion yuan on the second, on the same
 * decimal axis. Names wrap, numbers never.
 */
#include "chart/table.h"

#include <string.h>

#define CELL_GAP   6.0
#define ROW_PAD    2.2 /* above and beneath */
#define NAME_LEAST 4.0 /* em of a name column */

/* A number cut at its decimal point, in one language. */
typedef struct {
  const char *head, *tail, *unit;
  double head_w, tail_w;
} Split;

typedef struct {
  const JbFact *fact;
  JbLabel name, unit, period;
  Split number[2]; /* first line, second line */
  double height;
} Row;

struct JbTable {
  const JbChartContext *context;
  guint n_rows;
  Row *rows;
  double width, name_w, axis_x, unit_x, unit_w, period_x, period_w, source_x; /* from the left */
  double head_h, pad;
};

static JbTextStyle
line_style(const JbChartContext *context, guint line)
{
  const JbTheme *theme = context->theme;
  JbLang lang = line == 0 ? jb_number_lang(context) : JB_LANG_EN;
  return jb_style(context, lang, JB_FACE_REGULAR, line == 0 ? theme->min_pt : jb_en_size(theme, theme->min_pt),
                  line == 0 ? theme->ink : theme->muted);
}

/* English units as tables abbreviate them: billion yuan → bn yuan. */
static const char *
short_unit(JbArena *arena, const char *unit)
{
  static const struct {
    const char *word, *shorter;
  } table[] = {{"trillion", "tn"},
               {"billion", "bn"},
               {"million", "mn"},
               {"US dollars", "US$"},
               {"metric tons", "t"},
               {"percentage points", "pp"},
               {"square kilometers", "sq km"},
               {"square meters", "sq m"},
               {"kilometers", "km"},
               {"kilowatt-hours", "kWh"},
               {"kilowatts", "kW"}};
  GString *out = g_string_new(unit);
  for (guint i = 0; i < G_N_ELEMENTS(table); i++)
    g_string_replace(out, table[i].word, table[i].shorter, 0);
  const char *text = jb_arena_dup(arena, out->str);
  g_string_free(out, TRUE);
  return text;
}

static Split
split_number(JbArena *arena, const JbChartContext *context, const JbFact *fact, guint line)
{
  JbTextStyle style = line_style(context, line);
  JbQuantityParts parts = jb_quantity_parts(arena, fact, style.lang);
  const char *point = strchr(parts.number, '.'), *number = parts.number;
  const char *sign = jb_sign_text(fact);
  gboolean moves = fact->measure == JB_MEASURE_GROWTH || fact->measure == JB_MEASURE_CHANGE ||
                   fact->measure == JB_MEASURE_AVERAGE_GROWTH;
  const char *plus = moves && fact->value.digits > 0 && number[0] != '+' ? "+" : "";
  Split split = {.unit = style.lang == JB_LANG_EN ? short_unit(arena, parts.unit) : parts.unit,
                 .tail = point != NULL ? point : ""};
  const char *whole = point != NULL ? jb_arena_copy(arena, number, (gsize)(point - number)) : number;
  split.head = jb_arena_printf(arena, "%s%s%s", sign, plus, whole);
  split.head_w = jb_text_width(context->fonts, &style, split.head);
  split.tail_w = split.tail[0] != '\0' ? jb_text_width(context->fonts, &style, split.tail) : 0;
  return split;
}

/* Names that say the measure themselves: 占生产总值比重 needs no （占比） behind it. */
static gboolean
names_measure(JbMeasure measure, JbWords name)
{
  static const struct {
    JbMeasure measure;
    const char *zh;
  } said[] = {{JB_MEASURE_SHARE, "占"},    {JB_MEASURE_SHARE, "比重"},  {JB_MEASURE_SHARE, "比例"},
              {JB_MEASURE_GROWTH, "增速"}, {JB_MEASURE_GROWTH, "增长"}, {JB_MEASURE_GROWTH, "涨幅"},
              {JB_MEASURE_RANK, "排名"}};
  for (guint i = 0; i < G_N_ELEMENTS(said); i++)
    if (said[i].measure == measure && strstr(name.zh, said[i].zh) != NULL)
      return TRUE;
  return FALSE;
}

static JbLabelWish
row_name(JbArena *arena, const JbChartContext *context, const JbFact *fact)
{
  JbLabelWish wish = jb_name_wish(arena, context, fact, context->theme->min_pt);
  wish.max_lines = 3;
  wish.shorter = (JbWords){NULL, NULL}; /* a table has the room for the whole name */
  if (fact->measure == JB_MEASURE_LEVEL || names_measure(fact->measure, wish.words))
    return wish;
  wish.words.zh = jb_arena_printf(arena, "%s（%s）", wish.words.zh, jb_measure_words(fact->measure, JB_LANG_ZH));
  if (wish.words.en != NULL)
    wish.words.en = jb_arena_printf(arena, "%s, %s", wish.words.en, jb_measure_words(fact->measure, JB_LANG_EN));
  return wish;
}

/* Years without 年, so that one line serves both languages; what is no plain result says so beneath. */
static JbWords
period_of(JbArena *arena, const JbChartContext *context, const JbFact *fact)
{
  JbPeriod p = fact->period;
  if (p.from_year == 0 || p.from_month != 0 || p.to_month != 0)
    return jb_period_pair(arena, p);
  const char *text = p.from_year == p.to_year ? jb_arena_printf(arena, "%d", p.to_year)
                                              : jb_arena_printf(arena, "%d–%d", p.from_year, p.to_year);
  if (fact->status != JB_STATUS_ACTUAL && context->lang != JB_LANG_BOTH)
    text = jb_arena_printf(arena, "%s %s", text, jb_status_words(fact->status, context->lang));
  return (JbWords){text, NULL};
}

static JbWords
status_of(const JbChartContext *context, const JbFact *fact)
{
  if (fact->status == JB_STATUS_ACTUAL || context->lang != JB_LANG_BOTH)
    return (JbWords){"", NULL};
  return (JbWords){jb_status_words(fact->status, JB_LANG_ZH), jb_status_words(fact->status, JB_LANG_EN)};
}

static double
period_width(JbArena *arena, const JbChartContext *context, const JbFact *fact)
{
  JbWords words = period_of(arena, context, fact);
  double width = jb_inline_width(context, JB_FACE_REGULAR, context->theme->min_pt, words);
  if (words.en != NULL && jb_shows_zh(context)) { /* a label of two lines */
    JbLabelWish wish = {.words = words, .size_pt = context->theme->min_pt};
    width = jb_label_natural(context, &wish);
  }
  return MAX(width, jb_inline_width(context, JB_FACE_REGULAR, context->theme->min_pt, status_of(context, fact)));
}

static double
unit_width(const JbChartContext *context, const Row *row)
{
  double width = 0;
  for (guint line = 0; line < 2; line++)
    if (row->number[line].unit != NULL && row->number[line].unit[0] != '\0') {
      JbTextStyle style = line_style(context, line);
      width = MAX(width, jb_text_width(context->fonts, &style, row->number[line].unit));
    }
  return width;
}

/* Columns from what stands in them; the name takes what is left. */
static void
place_columns(JbTable *table, JbArena *arena)
{
  const JbChartContext *context = table->context;
  double head = 0, tail = 0, unit = 0, period = 0, status = 0, source = 0, k = context->theme->min_pt / 8,
         gap = CELL_GAP * k;
  guint lines = context->lang == JB_LANG_BOTH ? 2 : 1;
  for (guint i = 0; i < table->n_rows; i++) {
    Row *row = &table->rows[i];
    for (guint line = 0; line < lines; line++) {
      row->number[line] = split_number(arena, context, row->fact, line);
      head = MAX(head, row->number[line].head_w);
      tail = MAX(tail, row->number[line].tail_w);
    }
    unit = MAX(unit, unit_width(context, row));
    period = MAX(period, period_width(arena, context, row->fact));
    status = MAX(status,
                 jb_inline_width(context, JB_FACE_REGULAR, context->theme->min_pt, status_of(context, row->fact)));
    source = MAX(source, jb_source_width(context, row->fact));
  }
  double head_label = jb_inline_width(context, JB_FACE_REGULAR, context->theme->min_pt, (JbWords){"数值", "Value"});
  head = MAX(head, head_label - tail);
  double size = context->theme->min_pt;
  gboolean zh = jb_shows_zh(context); /* heads may drop their English, not their Chinese */
  double unit_head = jb_inline_width(context, JB_FACE_REGULAR, size, (JbWords){"单位", zh ? NULL : "Unit"});
  double period_head = status; /* which does not wrap */
  period_head = MAX(period_head,
                    jb_inline_width(context, JB_FACE_REGULAR, size, (JbWords){"期间", zh ? NULL : "Period"}));
  unit = MAX(MIN(unit, table->width * 0.17), unit_head);
  period = MAX(MIN(period, table->width * 0.24), period_head);
  if (source > 0)
    source = MAX(source, 4 * k + jb_inline_width(context, JB_FACE_REGULAR, size, (JbWords){"源", zh ? NULL : "Src."}));
  /* Eighteen digits in a narrow table: periods and units wrap before names are down to a character a line. */
  double missing = NAME_LEAST * size - (table->width - source - period - unit - tail - head - 2.5 * gap - 3 * k);
  double given = CLAMP(missing, 0, period - period_head);
  period -= given;
  unit -= CLAMP(missing - given, 0, unit - unit_head);
  table->period_w = period;
  table->unit_w = unit;
  table->source_x = table->width - source;
  table->period_x = table->source_x - (source > 0 ? gap * 0.5 : 0) - table->period_w;
  table->unit_x = table->period_x - gap - table->unit_w;
  table->axis_x = table->unit_x - 3 * k - tail;
  table->name_w = table->axis_x - head - gap;
}

static double
status_line(const JbChartContext *context)
{
  return context->theme->min_pt * 1.25;
}

/* A unit may use the gap to the next column; what is still too long wraps. */
static double
unit_room(const JbTable *table)
{
  return table->unit_w + CELL_GAP - 1.5;
}

static JbLabelWish
row_unit(const JbChartContext *context, const Row *row)
{
  const char *en = context->lang == JB_LANG_BOTH ? row->number[1].unit : row->number[0].unit;
  return (JbLabelWish){.words = {row->number[0].unit, en},
                       .size_pt = context->theme->min_pt,
                       .colour = context->theme->ink2,
                       .max_lines = 3};
}

JbTable *
jb_table_new(JbArena *arena, const JbChartContext *context, const JbFact *const *facts, guint n_facts, double width_pt)
{
  JbTable *table = jb_arena_make(arena, JbTable, 1);
  double k = context->theme->min_pt / 8;
  table->context = context;
  table->width = width_pt;
  table->pad = ROW_PAD * k;
  table->n_rows = n_facts;
  table->rows = jb_arena_make(arena, Row, MAX(n_facts, 1));
  for (guint i = 0; i < n_facts; i++)
    table->rows[i].fact = facts[i];
  place_columns(table, arena);
  table->head_h = context->theme->min_pt * 1.3 + 2 * table->pad;
  double line = context->theme->min_pt * 1.26 +
                (context->lang == JB_LANG_BOTH ? jb_en_size(context->theme, context->theme->min_pt) * 1.22 : 0);
  for (guint i = 0; i < n_facts; i++) {
    Row *row = &table->rows[i];
    JbLabelWish wish = row_name(arena, context, row->fact);
    row->name = jb_label_fit(arena, context, &wish, MAX(table->name_w, 40));
    wish = (JbLabelWish){.words = period_of(arena, context, row->fact),
                         .size_pt = context->theme->min_pt,
                         .colour = context->theme->ink2};
    row->period = jb_label_fit(arena, context, &wish, table->period_w);
    wish = row_unit(context, row);
    row->unit = jb_label_fit(arena, context, &wish, unit_room(table));
    double period = row->period.height_pt + (status_of(context, row->fact).zh[0] != '\0' ? status_line(context) : 0);
    row->height = MAX(MAX(row->name.height_pt, row->unit.height_pt), MAX(period, line)) + 2 * table->pad;
  }
  return table;
}

double
jb_table_head_height(const JbTable *table)
{
  return table->head_h;
}

double
jb_table_row_height(const JbTable *table, guint row)
{
  return table->rows[row].height;
}

/* ---- Drawing ---------------------------------------------------------------------------------------- */

static void
head_cell(const JbTable *table, JbDrawing *drawing, JbPoint at, JbAlign align, JbWords words)
{
  const JbTheme *theme = table->context->theme;
  jb_draw_begin(drawing, JB_ROLE_TH);
  jb_inline_draw(drawing, table->context, at, align, JB_FACE_REGULAR, theme->min_pt, theme->muted, words);
  jb_draw_end(drawing);
}

void
jb_table_head_draw(const JbTable *table, JbDrawing *drawing, JbPoint top_left)
{
  const JbTheme *theme = table->context->theme;
  double y = top_left.y + table->pad + jb_baseline(theme->min_pt, theme->min_pt * 1.3), x = top_left.x;
  jb_draw_begin(drawing, JB_ROLE_TR);
  head_cell(table, drawing, (JbPoint){x, y}, JB_ALIGN_LEFT, (JbWords){"指标", "Indicator"});
  head_cell(table, drawing, (JbPoint){x + table->unit_x - 3 * theme->min_pt / 8, y}, JB_ALIGN_RIGHT,
            (JbWords){"数值", "Value"});
  JbWords unit = {"单位", "Unit"};
  if (jb_inline_width(table->context, JB_FACE_REGULAR, theme->min_pt, unit) > table->period_x - table->unit_x - 2 &&
      jb_shows_zh(table->context))
    unit.en = NULL;
  head_cell(table, drawing, (JbPoint){x + table->unit_x, y}, JB_ALIGN_LEFT, unit);
  JbWords period = {"期间", "Period"};
  if (jb_inline_width(table->context, JB_FACE_REGULAR, theme->min_pt, period) > table->source_x - table->period_x - 2 &&
      jb_shows_zh(table->context))
    period.en = NULL;
  head_cell(table, drawing, (JbPoint){x + table->period_x, y}, JB_ALIGN_LEFT, period);
  if (table->source_x < table->width - 1)
    head_cell(table, drawing, (JbPoint){x + table->width, y}, JB_ALIGN_RIGHT,
              (JbWords){"源", jb_shows_zh(table->context) ? NULL : "Src."});
  jb_draw_end(drawing);
  double foot = top_left.y + table->head_h;
  jb_draw_line(drawing, (JbPoint){x, foot}, (JbPoint){x + table->width, foot}, jb_stroke(theme->axis, 0.7));
}

static void
draw_number(const JbTable *table, JbDrawing *drawing, const Row *row, JbPoint top_left)
{
  const JbChartContext *context = table->context;
  guint lines = context->lang == JB_LANG_BOTH ? 2 : 1;
  double top = top_left.y;
  for (guint line = 0; line < lines; line++) {
    const Split *split = &row->number[line];
    JbTextStyle style = line_style(context, line);
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
  const Row *row = &table->rows[index];
  JbPoint at = {top_left.x, top_left.y + table->pad};
  jb_draw_begin(drawing, JB_ROLE_TR);
  jb_draw_begin(drawing, JB_ROLE_TH);
  jb_label_draw(drawing, context, &row->name, at, table->name_w, JB_ALIGN_LEFT);
  jb_draw_end(drawing);
  jb_draw_begin(drawing, JB_ROLE_TD);
  draw_number(table, drawing, row, at);
  jb_draw_end(drawing);
  jb_draw_begin(drawing, JB_ROLE_TD);
  jb_label_draw(drawing, context, &row->unit, (JbPoint){at.x + table->unit_x, at.y}, unit_room(table), JB_ALIGN_LEFT);
  jb_draw_end(drawing);
  jb_draw_begin(drawing, JB_ROLE_TD);
  jb_label_draw(drawing, context, &row->period, (JbPoint){at.x + table->period_x, at.y}, table->period_w,
                JB_ALIGN_LEFT);
  JbWords status = status_of(context, row->fact);
  if (status.zh[0] != '\0')
    jb_inline_draw(drawing, context,
                   (JbPoint){at.x + table->period_x,
                             at.y + row->period.height_pt + jb_baseline(context->theme->min_pt, status_line(context))},
                   JB_ALIGN_LEFT, JB_FACE_REGULAR, context->theme->min_pt, context->theme->actual, status);
  jb_draw_end(drawing);
  if (table->source_x < table->width - 1) {
    jb_draw_begin(drawing, JB_ROLE_TD);
    double x = at.x + table->width - jb_source_width(context, row->fact);
    jb_source_draw(drawing, context,
                   (JbPoint){x, at.y + jb_baseline(context->theme->min_pt, context->theme->min_pt * 1.26)}, row->fact);
    jb_draw_end(drawing);
  }
  jb_draw_end(drawing);
  double foot = top_left.y + row->height;
  jb_draw_line(drawing, (JbPoint){at.x, foot}, (JbPoint){at.x + table->width, foot},
               jb_stroke(context->theme->rule, 0.35));
}

static JbLabelWish
group_wish(const JbTable *table, JbWords group)
{
  const JbTheme *theme = table->context->theme;
  return (JbLabelWish){.words = group, .face = JB_FACE_BOLD, .size_pt = theme->chart_pt, .colour = theme->actual};
}

double
jb_table_group_height(const JbTable *table, JbWords group)
{
  JbArena *arena = jb_arena_new();
  JbLabelWish wish = group_wish(table, group);
  double height = jb_label_fit(arena, table->context, &wish, table->width - 8).height_pt + 3 * table->pad + 4;
  jb_arena_free(arena);
  return height;
}

void
jb_table_group_draw(const JbTable *table, JbDrawing *drawing, JbWords group, JbPoint top_left)
{
  const JbTheme *theme = table->context->theme;
  JbLabelWish wish = group_wish(table, group);
  JbLabel label = jb_label_fit(drawing->arena, table->context, &wish, table->width - 8);
  double top = top_left.y + table->pad + 4, height = label.height_pt + 2 * table->pad;
  jb_draw_begin(drawing, JB_ROLE_TR);
  jb_draw_begin(drawing, JB_ROLE_TH);
  jb_draw_rect(drawing, (JbRect){top_left.x, top, table->width, height}, jb_fill(theme->panel));
  jb_label_draw(drawing, table->context, &label, (JbPoint){top_left.x + 4, top + table->pad}, table->width - 8,
                JB_ALIGN_LEFT);
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
  return jb_table_new(arena, context, facts, n, width);
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
  return jb_rows_alt(context, data, (JbWords){"数据表", "Table"}, (JbWords){NULL, NULL}, arena);
}
