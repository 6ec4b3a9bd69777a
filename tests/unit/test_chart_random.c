/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Every form with random figures: no text over another, none outside the chart's box, no failure of the drawing. A case
 * is made from its seed alone; one that fails is shrunk (fewer rows, fewer parts, shorter names, plainer figures) while
 * it still fails, and the smallest is printed. JIANBAO_RANDOM=10000 runs so many cases instead of 500.
 */
#include <jianbao/jianbao.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "fonts.h"

#define MAX_ROWS   20
#define MAX_CELLS  10
#define MAX_POINTS 9
#define NAME_BYTES 260
#define CASES      500

typedef struct {
  gboolean there;
  char value[24];
  JbBound bound;
  JbStatus status;
} Part;

enum { ACTUAL, PREVIOUS, TARGET, HIGH, SECONDARY, N_PARTS };

typedef struct {
  char zh[NAME_BYTES], en[NAME_BYTES];
  gboolean named, own, change; /* its own name; the reader's row; a change, not a level */
  guint unit;
  Part parts[N_PARTS], cells[MAX_CELLS], points[MAX_POINTS];
} Row;

typedef struct {
  guint form, option, height;
  JbLang lang;
  gboolean slide;
  guint width;
  guint n_rows, n_columns;
  Row rows[MAX_ROWS];
} Case;

static const char *const units[] = {"%", "亿元", "万人", "元", "微克/立方米", "万平方公里", "", "个百分点"};
static const char *const options[] = {NULL, "arc", "index", "free", "ascending"};

/* ---- Making ------------------------------------------------------------------------------------------- */

static gboolean
one_in(GRand *rand, gint n)
{
  return g_rand_int_range(rand, 0, n) == 0;
}

static void
make_value(GRand *rand, char *out, const char *before)
{
  static const char *const fixed[] = {"0",       "0.0",    "-0.1",    "100",       "5",
                                      "0.00001", "-12345", "1234.56", "99999.999", "3.0"};
  switch (g_rand_int_range(rand, 0, 8)) {
  case 0:
    g_strlcpy(out, fixed[g_rand_int_range(rand, 0, G_N_ELEMENTS(fixed))], 24);
    break;
  case 1:
    g_snprintf(out, 24, "%s%d%09d.%d", one_in(rand, 3) ? "-" : "", g_rand_int_range(rand, 1, 9999999),
               g_rand_int_range(rand, 0, 999999999), g_rand_int_range(rand, 0, 9));
    break;
  case 2:
    g_strlcpy(out, before, 24);
    break;
  default:
    g_snprintf(out, 24, "%s%d.%d", one_in(rand, 4) ? "-" : "", g_rand_int_range(rand, 0, one_in(rand, 3) ? 9000 : 12),
               g_rand_int_range(rand, 0, 10));
  }
}

static void
make_name(GRand *rand, Row *row)
{
  static const char *const zh[] = {
      "规模以上", "战略性新兴产业", "增加值",   "（含）",     "高技术制造业", "占比",     "PM2.5",    "R&D",
      "、",       "新增",           "居民人均", "可支配收入", "城镇",         "“十四五”", "每万人口", "发明专利"};
  static const char *const en[] = {"Value added", " of strategic", " emerging", " industries",
                                   " and",        " high-tech",    ", share",   " Internationalisationsgrad"};
  guint parts = (guint)g_rand_int_range(rand, 1, one_in(rand, 5) ? 14 : 4);
  for (guint i = 0; i < parts; i++)
    g_strlcat(row->zh, zh[g_rand_int_range(rand, 0, G_N_ELEMENTS(zh))], NAME_BYTES);
  parts = one_in(rand, 3) ? 0 : (guint)g_rand_int_range(rand, 1, one_in(rand, 5) ? 14 : 4);
  for (guint i = 0; i < parts; i++)
    g_strlcat(row->en, en[g_rand_int_range(rand, 0, G_N_ELEMENTS(en))], NAME_BYTES);
  if (!g_utf8_validate(row->zh, -1, NULL))
    g_strlcpy(row->zh, "截断", NAME_BYTES);
}

static void
make_part(GRand *rand, Part *part, gint missing, const char *before)
{
  static const JbStatus statuses[] = {JB_STATUS_ACTUAL, JB_STATUS_ACTUAL, JB_STATUS_ESTIMATE, JB_STATUS_DERIVED};
  part->there = !one_in(rand, missing);
  part->bound = one_in(rand, 2) ? JB_BOUND_EQ : (JbBound)g_rand_int_range(rand, 0, JB_BOUND_APPROX + 1);
  part->status = statuses[g_rand_int_range(rand, 0, G_N_ELEMENTS(statuses))];
  make_value(rand, part->value, before);
}

static void
make_case(guint32 seed, Case *c)
{
  GRand *rand = g_rand_new_with_seed(seed);
  *c = (Case){.form = seed % jb_chart_class_count(), .height = (guint)g_rand_int_range(rand, 0, 3)};
  c->lang = (JbLang)g_rand_int_range(rand, JB_LANG_ZH, JB_LANG_BOTH + 1);
  c->option = one_in(rand, 2) ? 0 : (guint)g_rand_int_range(rand, 0, G_N_ELEMENTS(options));
  c->slide = one_in(rand, 4);
  c->width = (guint)g_rand_int_range(rand, c->slide ? 420 : 250, c->slide ? 960 : 560);
  c->n_rows = one_in(rand, 12) ? 0 : (guint)g_rand_int_range(rand, 1, one_in(rand, 3) ? MAX_ROWS + 1 : 7);
  c->n_columns = (guint)g_rand_int_range(rand, 0, MAX_CELLS + 1);
  gboolean mixed = one_in(rand, 3);
  guint unit = (guint)g_rand_int_range(rand, 0, G_N_ELEMENTS(units));
  const char *before = "7.5";
  for (guint r = 0; r < c->n_rows; r++) {
    Row *row = &c->rows[r];
    make_name(rand, row);
    row->named = one_in(rand, 3);
    row->own = one_in(rand, 6);
    row->change = !one_in(rand, 3);
    row->unit = mixed ? (guint)g_rand_int_range(rand, 0, G_N_ELEMENTS(units)) : unit;
    for (guint p = 0; p < N_PARTS; p++)
      make_part(rand, &row->parts[p], p == ACTUAL ? 8 : 2, before);
    for (guint p = 0; p < MAX_CELLS; p++)
      make_part(rand, &row->cells[p], 6, before);
    for (guint p = 0; p < MAX_POINTS; p++)
      make_part(rand, &row->points[p], 3, before);
    before = row->parts[ACTUAL].value;
  }
  g_rand_free(rand);
}

/* ---- From a case to a chart --------------------------------------------------------------------------- */

typedef struct {
  JbFacts *facts;
  guint room;
} Maker;

static const JbFact *
fact_of(Maker *maker, const Row *row, const Part *part, JbMeasure measure, JbStatus status, gint16 year)
{
  if (!part->there)
    return NULL;
  g_assert_cmpuint(maker->facts->n_facts, <, maker->room);
  const char **sections = jb_arena_make(maker->facts->arena, const char *, 2);
  sections[0] = "一、甲";
  JbFact *fact = &maker->facts->facts[maker->facts->n_facts++];
  const char *unit = measure == JB_MEASURE_GROWTH ? "%" : units[row->unit];
  *fact = (JbFact){.number = maker->facts->n_facts,
                   .name_zh = row->zh,
                   .name_en = row->en[0] != '\0' ? row->en : NULL,
                   .measure = measure,
                   .unit = unit,
                   .bound = part->bound,
                   .status = status,
                   .period = {year, 0, year, 0},
                   .source = {.text = part->value, .sections = sections, .sentence = row->zh}};
  g_assert_true(jb_decimal_parse(jb_slice(part->value), &fact->value));
  fact->amount.value = fact->value;
  fact->amount.unit = unit;
  return fact;
}

static guint
points_of(Maker *maker, const Row *row, const JbTrendPoint **points)
{
  JbTrendPoint *out = jb_arena_make(maker->facts->arena, JbTrendPoint, MAX_POINTS);
  guint n = 0;
  for (guint p = 0; p < MAX_POINTS; p++) {
    gint16 year = (gint16)(2015 + p);
    JbStatus status = p + 1 == MAX_POINTS ? JB_STATUS_TARGET : row->points[p].status;
    const JbFact *fact = fact_of(maker, row, &row->points[p], JB_MEASURE_LEVEL, status, year);
    if (fact != NULL)
      out[n++] = (JbTrendPoint){.year = year, .fact = fact};
  }
  *points = out;
  return n;
}

static JbChartRow
row_of(Maker *maker, const Case *c, const Row *from, const char *form)
{
  gboolean growth = strcmp(form, "growth_bars") == 0, steps = strcmp(form, "waterfall") == 0;
  JbMeasure measure = growth ? JB_MEASURE_GROWTH : steps && from->change ? JB_MEASURE_CHANGE : JB_MEASURE_LEVEL;
  const Part *parts = from->parts;
  JbChartRow row = {.own = from->own};
  if (from->named) {
    row.name_zh = from->zh;
    row.name_en = from->en[0] != '\0' ? from->en : NULL;
  }
  row.actual = fact_of(maker, from, &parts[ACTUAL], measure, parts[ACTUAL].status, 2024);
  row.previous = fact_of(maker, from, &parts[PREVIOUS], measure, JB_STATUS_ACTUAL, 2023);
  gint16 year = parts[TARGET].bound == JB_BOUND_APPROX ? 2025 : 2024;
  row.target = fact_of(maker, from, &parts[TARGET], measure, JB_STATUS_TARGET, year);
  if (row.target != NULL)
    row.target_high = fact_of(maker, from, &parts[HIGH], measure, JB_STATUS_TARGET, year);
  if (row.target_high != NULL && jb_decimal_compare(row.target_high->value, row.target->value) <= 0)
    row.target_high = NULL;
  row.secondary = fact_of(maker, from, &parts[SECONDARY], JB_MEASURE_GROWTH, JB_STATUS_ACTUAL, 2024);
  if (strcmp(form, "kpi") == 0)
    row.n_points = points_of(maker, from, &row.points);
  if (strcmp(form, "heatmap") == 0) {
    const JbFact **cells = jb_arena_make(maker->facts->arena, const JbFact *, MAX_CELLS);
    for (guint i = 0; i < c->n_columns; i++)
      cells[i] = fact_of(maker, from, &from->cells[i], JB_MEASURE_LEVEL, from->cells[i].status, 2024);
    row.cells = cells;
  }
  return row;
}

static JbChartData
data_of(Maker *maker, const Case *c, const char *form)
{
  JbArena *arena = maker->facts->arena;
  JbChartData data = {.option = options[c->option], .n_rows = c->n_rows};
  JbChartRow *rows = jb_arena_make(arena, JbChartRow, MAX_ROWS);
  JbTrendSeries *series = jb_arena_make(arena, JbTrendSeries, MAX_ROWS);
  JbChartColumn *columns = jb_arena_make(arena, JbChartColumn, MAX_CELLS);
  gboolean trend = strcmp(form, "trend") == 0, many = strcmp(form, "multiples") == 0;
  if (trend && c->n_rows == 1) {
    data.n_points = points_of(maker, &c->rows[0], &data.points);
  } else if (trend || many) {
    for (guint r = 0; r < c->n_rows; r++) {
      series[r].n_points = points_of(maker, &c->rows[r], &series[r].points);
      series[r].name_zh = c->rows[r].named ? c->rows[r].zh : NULL;
    }
    data.n_series = c->n_rows;
    data.series = series;
  }
  if (trend || many)
    data.n_rows = 0;
  for (guint r = 0; r < data.n_rows; r++)
    rows[r] = row_of(maker, c, &c->rows[r], form);
  for (guint i = 0; i < c->n_columns; i++)
    columns[i] = (JbChartColumn){.name_zh = i < c->n_rows ? c->rows[i].zh : "列", .name_en = i < 3 ? "Column" : NULL};
  data.rows = rows;
  data.n_columns = c->n_columns;
  data.columns = columns;
  data.zero_zh = c->n_columns > 4 ? "全市平均" : NULL;
  return data;
}

/* NULL when all is well, else what is wrong; to be freed. */
static char *
try_case(JbFonts *fonts, const Case *c)
{
  const JbChartClass *chart = jb_chart_class_at(c->form);
  g_autoptr(JbFacts) facts = jb_facts_new();
  Maker maker = {.facts = facts, .room = MAX_ROWS * (N_PARTS + MAX_CELLS + MAX_POINTS)};
  facts->facts = jb_arena_make(facts->arena, JbFact, maker.room);
  JbChartData data = data_of(&maker, c, chart->name);
  JbChartContext context = {
      .fonts = fonts, .theme = jb_theme_default(c->slide), .lang = c->lang, .report = &facts->report, .facts = facts};
  JbExtent extent = jb_chart_measure(chart, &context, &data, c->width);
  if (!(extent.min > 0 && extent.min <= extent.pref && extent.pref <= extent.max))
    return g_strdup("the heights measured are in no order");
  const double heights[] = {extent.min, extent.pref, extent.max};
  g_autoptr(JbDrawing) drawing = jb_drawing_new();
  jb_draw_page(drawing, c->width, heights[c->height]);
  jb_chart_draw(chart, &context, &data, drawing, (JbRect){0, 0, c->width, heights[c->height]});
  g_autoptr(GError) error = NULL;
  if (!jb_drawing_check(drawing, &error))
    return g_strdup(error->message);
  GString *found = g_string_new(NULL);
  gboolean good = jb_layout_lint(drawing, found) == 0;
  return g_string_free(found, good);
}

/* ---- Shrinking ---------------------------------------------------------------------------------------- */

static gboolean
still_fails(JbFonts *fonts, const Case *c)
{
  g_autofree char *wrong = try_case(fonts, c);
  return wrong != NULL;
}

static void
halve(char *name)
{
  glong length = g_utf8_strlen(name, -1);
  if (length > 1)
    *g_utf8_offset_to_pointer(name, length / 2) = '\0';
}

/* The `step`th way to make a case smaller; FALSE when there is no such way or nothing to take away. */
static gboolean
smaller(Case *c, guint step)
{
  const guint per_row = 4 + N_PARTS * 2 + MAX_CELLS * 2 + MAX_POINTS * 2;
  guint r = step / per_row, way = step % per_row;
  if (r >= c->n_rows)
    return FALSE;
  Row *row = &c->rows[r];
  if (way == 0) {
    memmove(row, row + 1, (c->n_rows - r - 1) * sizeof *row);
    c->n_rows--;
    return TRUE;
  }
  if (way == 1)
    row->en[0] = '\0';
  else if (way == 2)
    halve(row->zh);
  else if (way == 3)
    row->named = row->own = FALSE;
  else {
    guint part = (way - 4) / 2;
    Part *at = part < N_PARTS               ? &row->parts[part]
               : part < N_PARTS + MAX_CELLS ? &row->cells[part - N_PARTS]
                                            : &row->points[part - N_PARTS - MAX_CELLS];
    if (way % 2 == 0)
      at->there = FALSE;
    else
      *at = (Part){.there = at->there, .value = "1"};
  }
  return TRUE;
}

static void
shrink(JbFonts *fonts, Case *c)
{
  Case *trial = g_new(Case, 1);
  for (gboolean progress = TRUE; progress;) {
    progress = FALSE;
    for (guint step = 0; step < c->n_rows * 60; step++) {
      *trial = *c;
      if (smaller(trial, step) && memcmp(trial, c, sizeof *c) != 0 && still_fails(fonts, trial)) {
        *c = *trial;
        progress = TRUE;
      }
    }
  }
  g_free(trial);
}

static void
print_parts(const char *what, const Part *parts, guint n)
{
  for (guint p = 0; p < n; p++)
    if (parts[p].there)
      print_message(" %s%u=%s(bound %d, status %d)", what, p, parts[p].value, parts[p].bound, parts[p].status);
}

static void
print_case(const Case *c)
{
  const char *option = options[c->option];
  print_message("%s, option %s, language %d, %s, width %u, height %u, %u columns\n", jb_chart_class_at(c->form)->name,
                option != NULL ? option : "-", c->lang, c->slide ? "slide" : "page", c->width, c->height, c->n_columns);
  for (guint r = 0; r < c->n_rows; r++) {
    const Row *row = &c->rows[r];
    print_message("  \"%s\" / \"%s\"%s%s, %s:", row->zh, row->en, row->named ? ", named" : "", row->own ? ", own" : "",
                  units[row->unit]);
    print_parts("part", row->parts, N_PARTS);
    print_parts("cell", row->cells, MAX_CELLS);
    print_parts("point", row->points, MAX_POINTS);
    print_message("\n");
  }
}

static void
random_figures_never_collide(void **state)
{
  JbFonts *fonts = *state;
  const char *wanted = g_getenv("JIANBAO_RANDOM");
  guint cases = wanted != NULL ? (guint)MAX(atoi(wanted), 1) : CASES, failed = 0;
  Case *c = g_new(Case, 1);
  for (guint32 seed = 1; seed <= cases; seed++) {
    make_case(seed, c);
    if (!still_fails(fonts, c))
      continue;
    if (++failed <= 8) {
      shrink(fonts, c);
      g_autofree char *wrong = try_case(fonts, c);
      print_message("seed %u: %s", seed, wrong);
      print_case(c);
    }
  }
  g_free(c);
  print_message("%u random charts, %u failed\n", cases, failed);
  assert_int_equal(failed, 0);
}

/* The search for faults can find one: a case that is known to be wrong comes out smaller and still wrong. */
static void
what_fails_is_shrunk(void **state)
{
  Case *c = g_new(Case, 1);
  *c = (Case){.lang = JB_LANG_BOTH, .width = 400, .n_rows = 6};
  for (guint r = 0; r < c->n_rows; r++)
    g_strlcpy(c->rows[r].zh, r == 3 ? "甲\xF4\x80\x80\x80乙" : "甲乙丙丁", NAME_BYTES); /* no font has U+100000 */
  for (guint r = 0; r < c->n_rows; r++)
    c->rows[r].parts[ACTUAL] = (Part){.there = TRUE, .value = "6.6"};
  assert_true(still_fails(*state, c));
  shrink(*state, c);
  assert_int_equal(c->n_rows, 1);
  assert_true(still_fails(*state, c));
  g_free(c);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_fails_is_shrunk),
      cmocka_unit_test(random_figures_never_collide),
  };
  return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
