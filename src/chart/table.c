/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Form F, the table: name with English beneath, number on the decimal point, unit, source mark. Both languages are
 * complete: 163 亿元 on the first line stands over 16.3 billion yuan on the second, on the same decimal axis; a number
 * that is the same in both is written once. Period and status stand in the head of the rows that share them. Names
 * wrap, numbers never.
 */
#include "chart/table_rows.h"

#include <string.h>

#define CELL_GAP   6.0
#define ROW_PAD    1.8 /* above and beneath */
#define UNIT_GAP   4.5 /* between a number and its unit */
#define NAME_LEAST 4.0 /* em of a name column */

/* What facts share in time. */
typedef struct {
  JbPeriod period;
  JbStatus status;
} When;

JbTextStyle
jb_table_line(const JbChartContext *context, guint line)
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
  } table[] = {{"trillion", "tn"},          {"billion", "bn"},           {"million", "mn"},
               {"mn US dollars", "US$ mn"}, /* the scale stands behind a sign */
               {"bn US dollars", "US$ bn"}, {"tn US dollars", "US$ tn"}, {"US dollars", "US$"},
               {"metric tons", "t"},        {"percentage points", "pp"}, {"square kilometers", "sq km"},
               {"square meters", "sq m"},   {"kilometers", "km"},        {"kilowatt-hours", "kWh"},
               {"kilowatts", "kW"}};
  GString *out = g_string_new(unit);
  for (guint i = 0; i < G_N_ELEMENTS(table); i++)
    g_string_replace(out, table[i].word, table[i].shorter, 0);
  const char *text = jb_arena_dup(arena, out->str);
  g_string_free(out, TRUE);
  return text;
}

static JbSplit
split_number(JbArena *arena, const JbChartContext *context, const JbFact *fact, guint line)
{
  JbTextStyle style = jb_table_line(context, line);
  JbQuantityParts parts = jb_quantity_parts(arena, fact, style.lang);
  const char *point = strchr(parts.number, '.'), *number = parts.number;
  const char *sign = jb_sign_text(fact);
  gboolean moves = fact->measure == JB_MEASURE_GROWTH || fact->measure == JB_MEASURE_CHANGE ||
                   fact->measure == JB_MEASURE_AVERAGE_GROWTH;
  const char *plus = moves && fact->value.digits > 0 && number[0] != '+' ? "+" : "";
  JbSplit split = {.unit = style.lang == JB_LANG_EN ? short_unit(arena, parts.unit) : parts.unit,
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
  /* What falls has no growth: PM2.5 −22.6 % is its change. */
  gboolean falls = fact->measure == JB_MEASURE_GROWTH && fact->value.digits < 0;
  JbMeasure measure = falls ? JB_MEASURE_CHANGE : fact->measure;
  wish.words.zh = jb_arena_printf(arena, "%s（%s）", wish.words.zh, jb_measure_words(measure, JB_LANG_ZH));
  if (wish.words.en != NULL && !g_str_has_suffix(wish.words.en, jb_measure_words(measure, JB_LANG_EN)))
    wish.words.en = jb_arena_printf(arena, "%s, %s", wish.words.en, jb_measure_words(measure, JB_LANG_EN));
  return wish;
}

/* ---- Periods ---------------------------------------------------------------------------------------- */

static When
when_of(const JbFact *fact)
{
  return (When){.period = fact->period, .status = fact->status};
}

static gboolean
same_when(When a, When b)
{
  return jb_period_equal(a.period, b.period) && a.status == b.status;
}

/* Years without 年, so that one text serves both languages. The status is said where it is not that of `around`. */
static JbWords
when_words(JbArena *arena, const JbChartContext *context, When when, JbStatus around)
{
  JbPeriod p = when.period;
  JbWords words = {"", NULL};
  if (p.from_month != 0 || p.to_month != 0)
    words = jb_period_pair(arena, p);
  else if (p.from_year != 0)
    words.zh = p.from_year == p.to_year ? jb_arena_printf(arena, "%d", p.to_year)
                                        : jb_arena_printf(arena, "%d–%d", p.from_year, p.to_year);
  if (when.status == around)
    return words;
  const char *en = words.en != NULL ? words.en : context->lang == JB_LANG_EN ? words.zh : "";
  const char *status = jb_status_words(when.status, JB_LANG_EN);
  return (JbWords){jb_arena_printf(arena, "%s%s%s", words.zh, words.zh[0] != '\0' ? " " : "",
                                   jb_status_words(when.status, JB_LANG_ZH)),
                   en[0] != '\0' ? jb_arena_printf(arena, "%s, %s", en, status) : status};
}

static guint
group_at(const guint *group_of, guint row)
{
  return group_of != NULL ? group_of[row] : JB_TABLE_NO_GROUP;
}

/* The period and status of most rows of a group; of as many, the first. FALSE when it has no rows. */
static gboolean
find_usual(const JbFact *const *facts, guint n, const guint *group_of, guint group, When *usual)
{
  guint most = 0;
  for (guint i = 0; i < n; i++) {
    if (group_at(group_of, i) != group)
      continue;
    guint count = 0;
    for (guint j = i; j < n; j++)
      count += group_at(group_of, j) == group && same_when(when_of(facts[i]), when_of(facts[j]));
    if (count > most) {
      most = count;
      *usual = when_of(facts[i]);
    }
  }
  return most > 0;
}

/* Says for every group what its rows share, and for every row what sets it apart. */
static void
place_periods(JbTable *table, JbArena *arena, const JbFact *const *facts, const guint *group_of)
{
  guint n_groups = 0;
  for (guint i = 0; i < table->n_rows; i++)
    if (group_at(group_of, i) != JB_TABLE_NO_GROUP)
      n_groups = MAX(n_groups, group_at(group_of, i) + 1);
  JbWords *usual = jb_arena_make(arena, JbWords, n_groups + 1);
  When *when = jb_arena_make(arena, When, n_groups + 1);
  for (guint g = 0; g <= n_groups; g++) { /* the last: what stands under no band */
    guint group = g < n_groups ? g : JB_TABLE_NO_GROUP;
    if (find_usual(facts, table->n_rows, group_of, group, &when[g]))
      usual[g] = when_words(arena, table->context, when[g], JB_STATUS_ACTUAL);
  }
  for (guint i = 0; i < table->n_rows; i++) {
    const When *shared = &when[MIN(group_at(group_of, i), n_groups)];
    if (!same_when(when_of(facts[i]), *shared))
      table->rows[i].when = when_words(arena, table->context, when_of(facts[i]), shared->status);
  }
  table->usual = usual;
  table->n_groups = n_groups;
}

JbWords
jb_table_fitted(const JbTable *table, JbWords words, double width)
{
  if (jb_shows_zh(table->context) &&
      jb_inline_width(table->context, JB_FACE_REGULAR, table->context->theme->min_pt, words) > width)
    words.en = NULL;
  return words;
}

/* ---- Columns ---------------------------------------------------------------------------------------- */

static double
unit_width(const JbChartContext *context, const JbTableRow *row)
{
  double width = 0;
  for (guint line = 0; line < 2; line++)
    if (row->number[line].unit != NULL && row->number[line].unit[0] != '\0') {
      JbTextStyle style = jb_table_line(context, line);
      width = MAX(width, jb_text_width(context->fonts, &style, row->number[line].unit));
    }
  return width;
}

/* Columns from what stands in them; the name takes what is left. */
static void
place_columns(JbTable *table, JbArena *arena)
{
  const JbChartContext *context = table->context;
  double head = 0, tail = 0, unit = 0, source = 0, size = context->theme->min_pt, k = size / 8, gap = CELL_GAP * k;
  guint lines = context->lang == JB_LANG_BOTH ? 2 : 1;
  for (guint i = 0; i < table->n_rows; i++) {
    JbTableRow *row = &table->rows[i];
    for (guint line = 0; line < lines; line++) {
      JbSplit *split = &row->number[line];
      *split = split_number(arena, context, row->fact, line);
      if (line == 1 && strcmp(split->head, row->number[0].head) == 0 && strcmp(split->tail, row->number[0].tail) == 0)
        *split = (JbSplit){.unit = split->unit};
      head = MAX(head, split->head_w);
      tail = MAX(tail, split->tail_w);
    }
    unit = MAX(unit, unit_width(context, row));
    source = MAX(source, jb_source_width(context, row->fact));
  }
  head = MAX(head, jb_inline_width(context, JB_FACE_REGULAR, size, (JbWords){"数值", "Value"}) - tail);
  gboolean zh = jb_shows_zh(context); /* heads may drop their English, not their Chinese */
  double unit_head = jb_inline_width(context, JB_FACE_REGULAR, size, (JbWords){"单位", zh ? NULL : "Unit"});
  unit = MAX(MIN(unit, table->width * 0.17), unit_head);
  if (source > 0)
    source = MAX(source, 4 * k + jb_inline_width(context, JB_FACE_REGULAR, size, (JbWords){"源", zh ? NULL : "Src."}));
  /* Eighteen digits in a narrow table: units wrap before names are down to a character a line. */
  double missing = NAME_LEAST * size - (table->width - source - unit - tail - head - 2 * gap - UNIT_GAP * k);
  table->unit_w = unit - CLAMP(missing, 0, unit - unit_head);
  table->source_x = table->width - source;
  table->unit_x = table->source_x - (source > 0 ? gap * 0.5 : 0) - table->unit_w;
  table->numbers_right = table->unit_x - UNIT_GAP * k;
  table->axis_x = table->numbers_right - tail;
  table->name_w = table->axis_x - head - gap;
}

double
jb_table_when_height(const JbChartContext *context)
{
  return context->theme->min_pt * 1.25;
}

/* A unit may use the gap to the next column; what is still too long wraps. */
double
jb_table_unit_room(const JbTable *table)
{
  return table->unit_w + (table->source_x < table->width - 1 ? CELL_GAP * 0.5 - 1 : 0);
}

static JbLabelWish
row_unit(const JbChartContext *context, const JbTableRow *row)
{
  const char *en = context->lang == JB_LANG_BOTH ? row->number[1].unit : row->number[0].unit;
  if (context->lang == JB_LANG_BOTH && (g_strcmp0(en, row->number[0].unit) == 0 || jb_has_han(en)))
    en = NULL; /* % once */
  return (JbLabelWish){.words = {row->number[0].unit, en},
                       .size_pt = context->theme->min_pt,
                       .colour = context->theme->ink2,
                       .max_lines = 3};
}

/* The name of a row, and what it says of its period: on the same line where there is room. */
static void
fit_name(const JbTable *table, JbArena *arena, JbTableRow *row)
{
  const JbChartContext *context = table->context;
  double size = context->theme->min_pt, width = MAX(table->name_w, 40);
  JbLabelWish wish = row_name(arena, context, row->fact);
  row->name = jb_label_fit(arena, context, &wish, width);
  if (row->when.zh == NULL)
    return;
  row->when = jb_table_fitted(table, row->when, table->name_w);
  double behind = row->name.first->width_pt + 0.6 * size;
  if (row->name.first->n_lines == 1 &&
      behind + jb_inline_width(context, JB_FACE_REGULAR, size, row->when) <= table->name_w)
    row->when_x = behind;
}

static double
name_height(const JbChartContext *context, const JbTableRow *row)
{
  return row->name.height_pt + (row->when.zh != NULL && row->when_x == 0 ? jb_table_when_height(context) : 0);
}

/* The height of its number, in the lines it takes. */
static double
number_height(const JbChartContext *context, const JbTableRow *row)
{
  const JbTheme *theme = context->theme;
  return theme->min_pt * 1.26 + (row->number[1].head != NULL ? jb_en_size(theme, theme->min_pt) * 1.22 : 0);
}

JbTable *
jb_table_new(JbArena *arena, const JbChartContext *context, const JbFact *const *facts, guint n_facts,
             const guint *group_of, double width_pt)
{
  JbTable *table = jb_arena_make(arena, JbTable, 1);
  table->context = context;
  table->width = width_pt;
  table->pad = ROW_PAD * context->theme->min_pt / 8;
  table->n_rows = n_facts;
  table->rows = jb_arena_make(arena, JbTableRow, MAX(n_facts, 1));
  for (guint i = 0; i < n_facts; i++)
    table->rows[i].fact = facts[i];
  place_columns(table, arena);
  place_periods(table, arena, facts, group_of);
  table->head_h = context->theme->min_pt * 1.3 + 2 * table->pad;
  for (guint i = 0; i < n_facts; i++) {
    JbTableRow *row = &table->rows[i];
    fit_name(table, arena, row);
    JbLabelWish wish = row_unit(context, row);
    row->unit = jb_label_fit(arena, context, &wish, jb_table_unit_room(table));
    row->height = MAX(MAX(name_height(context, row), row->unit.height_pt), number_height(context, row)) +
                  2 * table->pad;
  }
  return table;
}

double
jb_table_head_height(const JbTable *table)
{
  return table->head_h;
}

void
jb_table_loosen(JbTable *table, double air_pt)
{
  table->air += air_pt / 2;
  for (guint i = 0; i < table->n_rows; i++)
    table->rows[i].height += air_pt;
}

double
jb_table_row_height(const JbTable *table, guint row)
{
  return table->rows[row].height;
}
