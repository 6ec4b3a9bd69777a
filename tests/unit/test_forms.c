/* SPDX-License-Identifier: Apache-2.0 */
/* What single forms say and compute: ranks, residuals, time elapsed, line ends; and that too many or none is told. */
#include "chart/waterfall.h"
#include "sample.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "fonts.h"

static JbChartContext
context_of(JbFonts *fonts, const JbFacts *facts)
{
  return (JbChartContext){
      .fonts = fonts, .theme = jb_theme_default(FALSE), .lang = JB_LANG_BOTH, .report = &facts->report, .facts = facts};
}

/* ---- Line ends ------------------------------------------------------------------------------------------ */

static void
labels_move_apart_around_their_mean(void **state)
{
  (void)state;
  double y[] = {52, 50, 90}; /* the first two would meet: they part around 51 */
  assert_true(jb_ends_solve(y, 3, 10, 0, 100));
  assert_true(fabs(y[1] - 46) < 1e-9 && fabs(y[0] - 56) < 1e-9 && y[2] == 90);
  double chain[] = {10, 18, 26}; /* a block takes in its neighbour */
  assert_true(jb_ends_solve(chain, 3, 10, 0, 100));
  assert_true(fabs(chain[0] - 8) < 1e-9 && fabs(chain[1] - 18) < 1e-9 && fabs(chain[2] - 28) < 1e-9);
}

static void
labels_stay_in_the_plot(void **state)
{
  (void)state;
  double low[] = {99, 100};
  assert_true(jb_ends_solve(low, 2, 10, 0, 100));
  assert_true(low[1] == 95 && low[0] == 85);
  double four[] = {1, 1, 1, 1};
  assert_false(jb_ends_solve(four, 4, 10, 0, 20)); /* no room: evenly, and the caller knows */
  assert_true(four[0] == 2.5 && four[3] == 17.5);
}

/* ---- Ranks ---------------------------------------------------------------------------------------------- */

static void
equal_values_share_a_rank(void **state)
{
  const SampleRow rows[] = {
      {"gdp", "地区生产总值", NULL, "5.2", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {"gdp", "地区生产总值", NULL, "6.0", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {"gdp", "地区生产总值", NULL, "6", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
  };
  g_autoptr(JbFacts) facts = sample_facts(rows, 3);
  JbChartContext context = context_of(*state, facts);
  JbChartRow charted[] = {{.name_zh = "甲县", .actual = &facts->facts[0], .own = TRUE},
                          {.name_zh = "乙县", .actual = &facts->facts[1]},
                          {.name_zh = "丙县", .actual = &facts->facts[2]},
                          {.name_zh = "丁县"}};
  JbChartData data = {.n_rows = 4, .rows = charted};
  assert_string_equal(jb_ranked_title(&context, &data, facts->arena).title.zh, "地区生产总值：甲县列第3位（共3）");
  const char *alt = jb_ranked_alt(&context, &data, facts->arena);
  const char *own = strstr(alt, "甲县 "); /* behind the title, which names it too */
  assert_true(strstr(alt, "乙县 ") < strstr(alt, "丙县 ") && strstr(alt, "丙县 ") < own);
  data.option = "ascending";
  assert_string_equal(jb_ranked_title(&context, &data, facts->arena).title.en,
                      "Gross regional product: 甲县 ranks 1 of 3");
}

/* ---- Waterfalls ----------------------------------------------------------------------------------------- */

static const SampleRow revenue[] = {
    {NULL, "收入", "Revenue", "105", "亿元", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2020, 2020, NULL},
    {NULL, "税收", "Tax", "96.5", "亿元", JB_MEASURE_CHANGE, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
    {NULL, "减税", "Cuts", "-16.4", "亿元", JB_MEASURE_CHANGE, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
    {NULL, "收入", "Revenue", "200", "亿元", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
    {NULL, "增速", "Growth", "90", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
};

static void
what_the_steps_leave_open_is_a_bar(void **state)
{
  g_autoptr(JbFacts) facts = sample_facts(revenue, G_N_ELEMENTS(revenue));
  JbChartContext context = context_of(*state, facts);
  JbChartRow rows[5];
  for (guint i = 0; i < 5; i++)
    rows[i] = (JbChartRow){.actual = &facts->facts[i]};
  JbChartData data = {.n_rows = 5, .rows = rows};
  JbWaterfall steps = jb_waterfall_steps(facts->arena, &context, &data);
  assert_int_equal(steps.n, 5); /* the percentage does not add up and is left out */
  assert_null(steps.bars[3].fact);
  assert_string_equal(steps.bars[3].value, "+14.9"); /* 200 - 105 - 96.5 + 16.4, exactly */
  assert_false(steps.increments_only);
  assert_true(fabs(steps.bars[3].to - 200) < 1e-9 && steps.bars[4].from == 0);
  JbWaterfall narrow = jb_waterfall_plan(facts->arena, &context, &data, 200);
  assert_int_equal(narrow.n, 4); /* the smaller step went into the rest */
  assert_string_equal(narrow.bars[2].value, "−1.5");
  assert_string_equal(narrow.bars[2].row.name_zh, "其他（含1项）");
}

static void
small_steps_are_drawn_without_their_totals(void **state)
{
  SampleRow rows[4];
  memcpy(rows, revenue, sizeof rows);
  rows[0].value = "1105";
  rows[3].value = "1185.1";
  g_autoptr(JbFacts) facts = sample_facts(rows, 4);
  JbChartContext context = context_of(*state, facts);
  JbChartRow charted[4];
  for (guint i = 0; i < 4; i++)
    charted[i] = (JbChartRow){.actual = &facts->facts[i]};
  JbChartData data = {.n_rows = 4, .rows = charted};
  JbWaterfall steps = jb_waterfall_steps(facts->arena, &context, &data);
  assert_int_equal(steps.n, 4);
  assert_true(steps.increments_only && steps.bars[0].to == 0);
  assert_true(fabs(steps.bars[3].to - 80.1) < 1e-9);
  assert_non_null(strstr(jb_waterfall_title(&context, &data, facts->arena).subtitle.zh, "只画增减"));
}

/* ---- Time elapsed --------------------------------------------------------------------------------------- */

static void
time_elapses_for_what_accumulates_alone(void **state)
{
  (void)state;
  const SampleRow rows[] = {
      {"jobs_urban_new", "城镇新增就业", NULL, "9", "万人", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2025, 2025,
       NULL},
      {"jobs_urban_new", "城镇新增就业", NULL, "12", "万人", JB_MEASURE_LEVEL, JB_BOUND_GE, JB_STATUS_TARGET, 2025,
       2025, NULL},
      {"population", "常住人口", NULL, "9", "万人", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2025, 2025, NULL},
  };
  g_autoptr(JbFacts) facts = sample_facts(rows, 3);
  JbFact *f = facts->facts;
  JbTimeProgress time;
  assert_false(jb_time_progress(&f[0], &f[1], &time)); /* the year is over */
  f[0].period = (JbPeriod){2025, 1, 2025, 9};
  assert_true(jb_time_progress(&f[0], &f[1], &time));
  assert_true(time.elapsed == 9 && time.total == 12);
  f[0].period = (JbPeriod){2025, 9, 2025, 9};
  assert_false(jb_time_progress(&f[0], &f[1], &time)); /* a month alone */
  f[2].period = (JbPeriod){2025, 1, 2025, 9};
  assert_false(jb_time_progress(&f[2], &f[1], &time)); /* a stock */
  f[0].period = (JbPeriod){2025, 1, 2025, 9};
  f[1].bound = JB_BOUND_LE;
  assert_false(jb_time_progress(&f[0], &f[1], &time)); /* a ceiling */
}

/* ---- Series --------------------------------------------------------------------------------------------- */

static void
series_of_several_units_are_indices_and_too_many_are_told(void **state)
{
  SampleRow rows[12];
  for (guint i = 0; i < 12; i++)
    rows[i] = (SampleRow){NULL,
                          "甲",
                          "A",
                          i % 2 == 0 ? "200" : "250",
                          i < 10 ? "亿元" : "万人",
                          JB_MEASURE_LEVEL,
                          JB_BOUND_EQ,
                          JB_STATUS_ACTUAL,
                          (gint16)(2020 + i % 2),
                          (gint16)(2020 + i % 2),
                          NULL};
  g_autoptr(JbFacts) facts = sample_facts(rows, 12);
  JbChartContext context = context_of(*state, facts);
  JbTrendPoint points[12];
  JbTrendSeries series[6];
  for (guint i = 0; i < 12; i++)
    points[i] = (JbTrendPoint){2020 + (gint)i % 2, &facts->facts[i]};
  for (guint s = 0; s < 6; s++)
    series[s] = (JbTrendSeries){.n_points = 2, .points = &points[2 * s]};
  JbChartData data = {.n_series = 6, .series = series};
  JbChartTitle title = jb_series_title(&context, &data, facts->arena);
  assert_non_null(strstr(title.subtitle.zh, "指数，2020年=100"));
  assert_non_null(strstr(title.subtitle.en, "2 more not drawn"));
  data.n_series = 2; /* one unit */
  assert_null(strstr(jb_series_title(&context, &data, facts->arena).subtitle.zh, "指数"));
  data.n_series = 6;
  assert_non_null(strstr(jb_multiples_title(&context, &data, facts->arena).subtitle.zh, "各图纵轴不同"));
  assert_non_null(strstr(jb_multiples_alt(&context, &data, facts->arena), "Small multiples"));
}

static void
no_data_is_said_in_both_languages(void **state)
{
  g_autoptr(JbFacts) facts = sample_facts(revenue, 1);
  JbChartContext context = context_of(*state, facts);
  JbChartData data = {0};
  for (guint c = 0; c < jb_chart_class_count(); c++) {
    const JbChartClass *chart = jb_chart_class_at(c);
    g_autoptr(JbDrawing) drawing = jb_drawing_new();
    jb_draw_page(drawing, 400, 400);
    jb_chart_draw(chart, &context, &data, drawing, (JbRect){0, 0, 400, 200});
    GString *dump = g_string_new(NULL);
    jb_drawing_dump(drawing, dump);
    if (strstr(dump->str, "暂无数据") == NULL || strstr(dump->str, "No data") == NULL)
      fail_msg("%s does not say that it has no data", chart->name);
    g_string_free(dump, TRUE);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(labels_move_apart_around_their_mean),
      cmocka_unit_test(labels_stay_in_the_plot),
      cmocka_unit_test(equal_values_share_a_rank),
      cmocka_unit_test(what_the_steps_leave_open_is_a_bar),
      cmocka_unit_test(small_steps_are_drawn_without_their_totals),
      cmocka_unit_test(time_elapses_for_what_accumulates_alone),
      cmocka_unit_test(series_of_several_units_are_indices_and_too_many_are_told),
      cmocka_unit_test(no_data_is_said_in_both_languages),
  };
  return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
