/* SPDX-License-Identifier: Apache-2.0 */
/* What headings and cells of words mean, in Chinese and English. */
#include "sheet/grid.h"

#include <stdio.h>
#include <string.h>

static const struct {
  const char *word;
  JbColumnKind kind;
} headings[] = {
    {"指标", JB_COLUMN_INDICATOR},
    {"指标名称", JB_COLUMN_INDICATOR},
    {"指标代码", JB_COLUMN_INDICATOR},
    {"项目", JB_COLUMN_INDICATOR},
    {"indicator", JB_COLUMN_INDICATOR},
    {"code", JB_COLUMN_INDICATOR},
    {"series", JB_COLUMN_INDICATOR},
    {"name_zh", JB_COLUMN_NAME},
    {"名称", JB_COLUMN_NAME},
    {"name", JB_COLUMN_NAME},
    {"时期", JB_COLUMN_PERIOD},
    {"期间", JB_COLUMN_PERIOD},
    {"时间", JB_COLUMN_PERIOD},
    {"年份", JB_COLUMN_PERIOD},
    {"年度", JB_COLUMN_PERIOD},
    {"月份", JB_COLUMN_PERIOD},
    {"报告期", JB_COLUMN_PERIOD},
    {"period", JB_COLUMN_PERIOD},
    {"time_period", JB_COLUMN_PERIOD},
    {"time", JB_COLUMN_PERIOD},
    {"year", JB_COLUMN_PERIOD},
    {"date", JB_COLUMN_PERIOD},
    {"值", JB_COLUMN_VALUE},
    {"数值", JB_COLUMN_VALUE},
    {"数据", JB_COLUMN_VALUE},
    {"value", JB_COLUMN_VALUE},
    {"obs_value", JB_COLUMN_VALUE},
    {"单位", JB_COLUMN_UNIT},
    {"计量单位", JB_COLUMN_UNIT},
    {"unit", JB_COLUMN_UNIT},
    {"unit_measure", JB_COLUMN_UNIT},
    {"unit_mult", JB_COLUMN_POWER},
    {"口径", JB_COLUMN_MEASURE},
    {"类型", JB_COLUMN_MEASURE},
    {"measure", JB_COLUMN_MEASURE},
    {"状态", JB_COLUMN_STATUS},
    {"status", JB_COLUMN_STATUS},
    {"obs_status", JB_COLUMN_STATUS},
    {"bound", JB_COLUMN_BOUND},
    {"地区", JB_COLUMN_AREA},
    {"区域", JB_COLUMN_AREA},
    {"地区代码", JB_COLUMN_AREA},
    {"地区名称", JB_COLUMN_AREA},
    {"县区", JB_COLUMN_AREA},
    {"区县", JB_COLUMN_AREA},
    {"县（市、区）", JB_COLUMN_AREA},
    {"县(市、区)", JB_COLUMN_AREA},
    {"县（市）区", JB_COLUMN_AREA},
    {"县市区", JB_COLUMN_AREA},
    {"区（县、市）", JB_COLUMN_AREA},
    {"市县", JB_COLUMN_AREA},
    {"市州", JB_COLUMN_AREA},
    {"地市", JB_COLUMN_AREA},
    {"城市", JB_COLUMN_AREA},
    {"省份", JB_COLUMN_AREA},
    {"省市", JB_COLUMN_AREA},
    {"district", JB_COLUMN_AREA},
    {"city", JB_COLUMN_AREA},
    {"area", JB_COLUMN_AREA},
    {"region", JB_COLUMN_AREA},
    {"ref_area", JB_COLUMN_AREA},
};

/* A word of the table, with or without its unit in brackets; a period; or a heading of a bureau's. */
static JbColumn
column_of(JbArena *arena, const char *text, JbPeriod title)
{
  JbColumn column = {.kind = JB_COLUMN_OTHER}, read;
  const char *bracket = strchr(text, '(');
  bracket = bracket != NULL ? bracket : strstr(text, "（");
  g_autofree char *word = g_strndup(text, bracket != NULL ? (gsize)(bracket - text) : strlen(text));
  gboolean reads = jb_heading_read(arena, text, title, &read);
  for (gsize i = 0; i < G_N_ELEMENTS(headings); i++)
    if (g_ascii_strcasecmp(headings[i].word, text) == 0 || g_ascii_strcasecmp(headings[i].word, g_strchomp(word)) == 0)
      column.kind = headings[i].kind;
  if (column.kind == JB_COLUMN_VALUE)
    column.unit = read.unit;
  if (column.kind != JB_COLUMN_OTHER)
    return column;
  if (jb_period_read(text, &column.period))
    column.kind = JB_COLUMN_WIDE;
  if (column.kind == JB_COLUMN_WIDE || reads)
    return column.kind == JB_COLUMN_WIDE ? column : read;
  return jb_heading_indicator(arena, text, &read) ? read : column;
}

/* ---- Is it the heading row? -------------------------------------------------------------------------------------- */

typedef struct {
  guint of[JB_COLUMN_MEASURED + 1];
} Counts;

static Counts
count_kinds(const JbColumn *columns, guint n)
{
  Counts counts = {0};
  for (guint c = 0; c < n; c++)
    counts.of[columns[c].kind]++;
  return counts;
}

/* An indicator, and a value with its period or columns that are periods. */
static gboolean
is_heading(const JbColumn *columns, guint n)
{
  Counts seen = count_kinds(columns, n);
  gboolean is_long = seen.of[JB_COLUMN_VALUE] == 1 && seen.of[JB_COLUMN_PERIOD] == 1;
  return seen.of[JB_COLUMN_INDICATOR] + seen.of[JB_COLUMN_NAME] > 0 && (is_long || seen.of[JB_COLUMN_WIDE] > 0);
}

/* Rows are areas or periods, and name no indicator: each column does, or the title for all of them. */
static gboolean
is_heading_by_rows(JbColumn *columns, guint n, const JbTitle *title)
{
  Counts seen = count_kinds(columns, n);
  guint others = seen.of[JB_COLUMN_INDICATOR] + seen.of[JB_COLUMN_NAME] + seen.of[JB_COLUMN_VALUE];
  if (seen.of[JB_COLUMN_AREA] + seen.of[JB_COLUMN_PERIOD] == 0 || others > 0)
    return FALSE;
  gboolean titled = seen.of[JB_COLUMN_AREA] > 0 && seen.of[JB_COLUMN_WIDE] > 0 && title->indicator != NULL;
  for (guint c = 0; titled && c < n; c++)
    if (columns[c].kind == JB_COLUMN_WIDE) {
      columns[c].indicator = title->indicator;
      if (title->grows && !columns[c].has_measure) {
        columns[c].measure = JB_MEASURE_GROWTH;
        columns[c].has_measure = TRUE;
        columns[c].unit = "%";
      }
    }
  return titled || (seen.of[JB_COLUMN_MEASURED] > 0 && seen.of[JB_COLUMN_WIDE] == 0);
}

/* 同比增长 stands beside the period or indicator that it belongs to. */
static void
lend(JbColumn *columns, guint n)
{
  for (guint c = 1; c < n; c++) {
    const JbColumn *left = &columns[c - 1];
    if (columns[c].kind != JB_COLUMN_GROWTH || (left->kind != JB_COLUMN_WIDE && left->kind != JB_COLUMN_MEASURED))
      continue;
    columns[c].kind = left->kind;
    columns[c].period = left->period;
    columns[c].indicator = left->indicator;
  }
}

static gboolean
is_any_heading(JbColumn *columns, guint n, const JbTitle *title)
{
  if (!is_heading(columns, n) && !is_heading_by_rows(columns, n, title))
    return FALSE;
  lend(columns, n);
  return TRUE;
}

/* Two rows of headings: the upper names the period over what the lower names, or a column of which it is the only one. */
static gboolean
read_two(const JbGrid *grid, const JbGridRow *upper, const JbGridRow *lower, const JbTitle *title, JbColumn *columns)
{
  gboolean spans = FALSE;
  for (guint c = 0; c < lower->n_cells; c++) {
    const char *below = lower->cells[c].text, *own = c < upper->n_cells ? upper->cells[c].text : "";
    if (g_ascii_isdigit(*below) || *below == '-') /* a value already, or a heading that is whole */
      return FALSE;
    spans = spans || *below != '\0';
    g_autofree char *both = *below == '\0' ? g_strdup(own) : g_strconcat(jb_heading_above(upper, c), below, NULL);
    columns[c] = column_of(grid->arena, both, title->period);
  }
  return spans && is_any_heading(columns, lower->n_cells, title);
}

/* Beneath the heading of the rows stands nothing: the heading has a second row. */
static gboolean
goes_on(const JbColumn *columns, const JbGridRow *row, const JbGridRow *next)
{
  for (guint c = 0; c < row->n_cells; c++)
    if (columns[c].kind == JB_COLUMN_INDICATOR || columns[c].kind == JB_COLUMN_AREA || columns[c].kind == JB_COLUMN_PERIOD)
      return c >= next->n_cells || *next->cells[c].text == '\0';
  return FALSE;
}

gint
jb_columns_find(const JbGrid *grid, JbColumn columns[JB_MOST_COLUMNS], JbTitle *title)
{
  for (guint r = 0; r < grid->rows->len && r < 20; r++) {
    const JbGridRow *row = &g_array_index(grid->rows, JbGridRow, r);
    const JbGridRow *next = r + 1 < grid->rows->len ? row + 1 : NULL;
    jb_title_read(grid, r, title);
    for (guint c = 0; c < row->n_cells; c++)
      columns[c] = column_of(grid->arena, row->cells[c].text, title->period);
    JbColumn both[JB_MOST_COLUMNS];
    if (next != NULL && goes_on(columns, row, next) && read_two(grid, row, next, title, both)) {
      memcpy(columns, both, next->n_cells * sizeof *both);
      return (gint)r + 1;
    }
    if (is_any_heading(columns, row->n_cells, title))
      return (gint)r;
  }
  return -1;
}

/* ---- Periods ------------------------------------------------------------------------------------------------------
 */

static gboolean
set_months(JbPeriod *period, gint year, gint from, gint to)
{
  *period = (JbPeriod){(gint16)year, (gint16)from, (gint16)year, (gint16)to};
  return year >= 1949 && year < 2100 && from >= 1 && from <= to && to <= 12;
}

gboolean
jb_period_read(const char *text, JbPeriod *period)
{
  static const struct {
    const char *word;
    gint from, to;
  } words[] = {{"年", 0, 0},         {"年全年", 0, 0},     {"年上半年", 1, 6},   {"年前三季度", 1, 9},
               {"年一季度", 1, 3},   {"年二季度", 4, 6},   {"年三季度", 7, 9},   {"年四季度", 10, 12},
               {"年第一季度", 1, 3}, {"年第二季度", 4, 6}, {"年第三季度", 7, 9}, {"年第四季度", 10, 12},
               {"Q1", 1, 3},         {"Q2", 4, 6},         {"Q3", 7, 9},         {"Q4", 10, 12},
               {"-Q1", 1, 3},        {"-Q2", 4, 6},        {"-Q3", 7, 9},        {"-Q4", 10, 12},
               {"-S1", 1, 6},        {"-S2", 7, 12}};
  int year, from, to, end = 0;
  char unit;
  if (jb_period_parse(text, period))
    return period->from_year >= 1949 && period->to_year < 2100;
  if (sscanf(text, "%4d%n", &year, &end) != 1 || end != 4)
    return FALSE;
  const char *rest = text + end;
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (strcmp(words[i].word, rest) == 0) {
      *period = (JbPeriod){.from_year = (gint16)year, .to_year = (gint16)year};
      return words[i].from == 0 ? year >= 1949 && year < 2100 : set_months(period, year, words[i].from, words[i].to);
    }
  if (sscanf(rest, "-%2d-01/P%2d%c%n", &from, &to, &unit, &end) == 3 && rest[end] == '\0') { /* SDMX: 2025-01-01/P10M */
    *period = (JbPeriod){.from_year = (gint16)year, .to_year = (gint16)(year + to - 1)};
    return unit == 'M' ? set_months(period, year, from, from + to - 1) : unit == 'Y' && from == 1 && to > 0;
  }
  static const char *const single[] = {"年%2d月%n", "M%2d%n", "/%2d%n", ".%2d%n", "-%2d%n"};
  for (gsize i = 0; i < G_N_ELEMENTS(single); i++) {
    end = 0;
    if (sscanf(rest, single[i], &from, &end) == 1 && end > 0 && rest[end] == '\0')
      return set_months(period, year, from, from);
  }
  static const char *const ranges[] = {"年%2d-%2d月%n", "年%2d—%2d月%n", "年%2d–%2d月%n", "年%2d~%2d月%n",
                                       "年%2d至%2d月%n"};
  for (gsize i = 0; i < G_N_ELEMENTS(ranges); i++) {
    end = 0;
    if (sscanf(rest, ranges[i], &from, &to, &end) == 2 && end > 0 && rest[end] == '\0')
      return set_months(period, year, from, to);
  }
  return FALSE;
}

/* ---- Words --------------------------------------------------------------------------------------------------------
 */

typedef struct {
  const char *word;
  guint value;
} Word;

static gboolean
find_word(const Word *words, gsize n, const char *text, guint *value)
{
  for (gsize i = 0; i < n; i++)
    if (g_ascii_strcasecmp(words[i].word, text) == 0) {
      *value = words[i].value;
      return TRUE;
    }
  return FALSE;
}

gboolean
jb_measure_read(const char *text, JbMeasure *measure)
{
  static const Word words[] = {
      {"level", JB_MEASURE_LEVEL},
      {"总量", JB_MEASURE_LEVEL},
      {"绝对量", JB_MEASURE_LEVEL},
      {"水平", JB_MEASURE_LEVEL},
      {"累计", JB_MEASURE_LEVEL},
      {"growth", JB_MEASURE_GROWTH},
      {"增速", JB_MEASURE_GROWTH},
      {"同比增长", JB_MEASURE_GROWTH},
      {"同比增速", JB_MEASURE_GROWTH},
      {"同比", JB_MEASURE_GROWTH},
      {"增长率", JB_MEASURE_GROWTH},
      {"增长", JB_MEASURE_GROWTH},
      {"累计增速", JB_MEASURE_GROWTH},
      {"累计增长", JB_MEASURE_GROWTH},
      {"average_growth", JB_MEASURE_AVERAGE_GROWTH},
      {"年均增速", JB_MEASURE_AVERAGE_GROWTH},
      {"年均增长", JB_MEASURE_AVERAGE_GROWTH},
      {"change", JB_MEASURE_CHANGE},
      {"增量", JB_MEASURE_CHANGE},
      {"增减", JB_MEASURE_CHANGE},
      {"share", JB_MEASURE_SHARE},
      {"占比", JB_MEASURE_SHARE},
      {"比重", JB_MEASURE_SHARE},
      {"rank", JB_MEASURE_RANK},
      {"位次", JB_MEASURE_RANK},
  };
  guint value;
  gboolean found = find_word(words, G_N_ELEMENTS(words), text, &value);
  *measure = found ? (JbMeasure)value : JB_MEASURE_LEVEL;
  return found;
}

gboolean
jb_status_read(const char *text, JbStatus *status)
{
  static const Word words[] = {
      {"actual", JB_STATUS_ACTUAL},     {"A", JB_STATUS_ACTUAL},        {"实际", JB_STATUS_ACTUAL},
      {"estimate", JB_STATUS_ESTIMATE}, {"E", JB_STATUS_ESTIMATE},      {"预计", JB_STATUS_ESTIMATE},
      {"初步", JB_STATUS_ESTIMATE},     {"target", JB_STATUS_TARGET},   {"F", JB_STATUS_TARGET},
      {"目标", JB_STATUS_TARGET},       {"derived", JB_STATUS_DERIVED}, {"I", JB_STATUS_DERIVED},
      {"推算", JB_STATUS_DERIVED},
  };
  guint value;
  gboolean found = find_word(words, G_N_ELEMENTS(words), text, &value);
  *status = found ? (JbStatus)value : JB_STATUS_ACTUAL;
  return found;
}

gboolean
jb_bound_read(const char *text, JbBound *bound)
{
  static const Word words[] = {
      {"eq", JB_BOUND_EQ}, {"ge", JB_BOUND_GE}, {"gt", JB_BOUND_GT},         {"le", JB_BOUND_LE},
      {"lt", JB_BOUND_LT}, {"=", JB_BOUND_EQ},  {"以上", JB_BOUND_GE},       {"以内", JB_BOUND_LE},
      {"≥", JB_BOUND_GE},  {"≤", JB_BOUND_LE},  {"approx", JB_BOUND_APPROX}, {"左右", JB_BOUND_APPROX},
  };
  guint value;
  gboolean found = find_word(words, G_N_ELEMENTS(words), text, &value);
  *bound = found ? (JbBound)value : JB_BOUND_EQ;
  return found;
}
