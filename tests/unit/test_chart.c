/* SPDX-License-Identifier: Apache-2.0 */
/* Charts: scales, verdicts, messages, and every form drawn with hostile data without one text over another. */
#include "chart/internal.h"
#include "sample.h"

#include <jianbao/layout.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "fonts.h"

/* ---- Scales ------------------------------------------------------------------------------------------ */

static void
steps_are_one_two_five(void **state)
{
  (void)state;
  assert_true(jb_nice_step(10, 10) == 1);
  assert_true(jb_nice_step(10, 5) == 2);
  assert_true(jb_nice_step(10, 2) == 5);
  assert_true(fabs(jb_nice_step(0.3, 3) - 0.1) < 1e-12);
  assert_true(jb_nice_step(0, 5) == 1);
  double from = 8120, to = 10612;
  jb_nice_domain(&from, &to, 4);
  assert_true(from == 8000 && to == 11000);
}

static void
a_flat_domain_does_not_divide_by_zero(void **state)
{
  (void)state;
  JbScale scale = {.from = 5, .to = 5, .start = 10, .end = 90};
  assert_true(jb_scale_at(&scale, 5) == 10);
  double from = 7, to = 7;
  jb_nice_domain(&from, &to, 4);
  assert_true(to > from);
}

/* ---- Verdicts ---------------------------------------------------------------------------------------- */

static JbVerdict
verdict(const char *actual, const char *target, JbBound bound, const char *code, JbMeasure measure, gint16 target_year)
{
  const SampleRow rows[] = {
      {code, "甲", NULL, actual, "%", measure, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {code, "甲", NULL, target, "%", measure, bound, JB_STATUS_TARGET, target_year, target_year, NULL},
  };
  g_autoptr(JbFacts) facts = sample_facts(rows, 2);
  return jb_verdict(&facts->facts[0], &facts->facts[1], NULL);
}

static void
verdicts_follow_the_bound(void **state)
{
  (void)state;
  const JbMeasure growth = JB_MEASURE_GROWTH, level = JB_MEASURE_LEVEL;
  assert_int_equal(verdict("8", "8", JB_BOUND_GE, NULL, growth, 2021), JB_VERDICT_MET);
  assert_int_equal(verdict("7.9", "8", JB_BOUND_GE, NULL, growth, 2021), JB_VERDICT_SHORT);
  assert_int_equal(verdict("8", "8", JB_BOUND_GT, NULL, growth, 2021), JB_VERDICT_SHORT);
  assert_int_equal(verdict("4.50", "4.5", JB_BOUND_LE, NULL, level, 2021), JB_VERDICT_MET);
  assert_int_equal(verdict("4.6", "4.5", JB_BOUND_LE, NULL, level, 2021), JB_VERDICT_SHORT);
  assert_int_equal(verdict("4.4", "4.5", JB_BOUND_LT, NULL, level, 2021), JB_VERDICT_MET);
  assert_int_equal(verdict("4.5", "4.5", JB_BOUND_LT, NULL, level, 2021), JB_VERDICT_SHORT);
  assert_int_equal(verdict("8", "8", JB_BOUND_APPROX, NULL, growth, 2021), JB_VERDICT_NONE);
}

static void
a_plain_target_is_a_floor_but_for_prices_a_ceiling(void **state)
{
  (void)state;
  assert_int_equal(verdict("9", "8", JB_BOUND_EQ, "gdp", JB_MEASURE_GROWTH, 2021), JB_VERDICT_MET);
  static const char *const ceilings[] = {"cpi",  "unemployment_surveyed", "unemployment_registered", "pm25",
                                         "pm10", "energy_intensity",      "co2_intensity",           "fiscal_deficit"};
  for (guint i = 0; i < G_N_ELEMENTS(ceilings); i++) {
    assert_int_equal(verdict("0.2", "3", JB_BOUND_EQ, ceilings[i], JB_MEASURE_LEVEL, 2021), JB_VERDICT_MET);
    assert_int_equal(verdict("3.1", "3", JB_BOUND_EQ, ceilings[i], JB_MEASURE_LEVEL, 2021), JB_VERDICT_SHORT);
  }
}

/* 下降3%以上 */
static void
the_bound_of_a_fall_bounds_its_size(void **state)
{
  (void)state;
  assert_int_equal(verdict("-3.4", "-3", JB_BOUND_GE, NULL, JB_MEASURE_GROWTH, 2021), JB_VERDICT_MET);
  assert_int_equal(verdict("-2.9", "-3", JB_BOUND_GE, NULL, JB_MEASURE_GROWTH, 2021), JB_VERDICT_SHORT);
  static const struct {
    JbBound bound;
    JbVerdict more, same, less; /* a fall of 3.4, 3 and 2.9 against one of 3 */
  } rows[] = {
      {JB_BOUND_EQ, JB_VERDICT_MET, JB_VERDICT_MET, JB_VERDICT_SHORT},
      {JB_BOUND_GE, JB_VERDICT_MET, JB_VERDICT_MET, JB_VERDICT_SHORT},
      {JB_BOUND_GT, JB_VERDICT_MET, JB_VERDICT_SHORT, JB_VERDICT_SHORT},
      {JB_BOUND_LE, JB_VERDICT_SHORT, JB_VERDICT_MET, JB_VERDICT_MET},
      {JB_BOUND_LT, JB_VERDICT_SHORT, JB_VERDICT_SHORT, JB_VERDICT_MET},
  };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    assert_int_equal(verdict("-3.4", "-3", rows[i].bound, NULL, JB_MEASURE_CHANGE, 2021), rows[i].more);
    assert_int_equal(verdict("-3", "-3", rows[i].bound, NULL, JB_MEASURE_CHANGE, 2021), rows[i].same);
    assert_int_equal(verdict("-2.9", "-3", rows[i].bound, NULL, JB_MEASURE_CHANGE, 2021), rows[i].less);
  }
}

static void
nothing_is_said_of_another_years_target(void **state)
{
  (void)state;
  assert_int_equal(verdict("9", "8", JB_BOUND_GE, NULL, JB_MEASURE_GROWTH, 2022), JB_VERDICT_NONE);
}

/* ---- Messages ---------------------------------------------------------------------------------------- */

static const SampleRow growth_rows[] = {
    {"gdp", "地区生产总值", NULL, "6.6", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
    {"fixed_asset_investment", "固定资产投资", NULL, "-1.3", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL,
     2021, 2021, NULL},
    {"gdp", "地区生产总值", NULL, "7.8", "%", JB_MEASURE_GROWTH, JB_BOUND_GE, JB_STATUS_TARGET, 2022, 2022, NULL},
    {"gdp", "地区生产总值", NULL, "6", "%", JB_MEASURE_GROWTH, JB_BOUND_GE, JB_STATUS_TARGET, 2021, 2021, NULL},
    {"fixed_asset_investment", "固定资产投资", NULL, "3", "%", JB_MEASURE_GROWTH, JB_BOUND_GE, JB_STATUS_TARGET, 2021,
     2021, NULL},
};

static void
titles_count_what_the_bars_show(void **state)
{
  JbFonts *fonts = *state;
  g_autoptr(JbFacts) facts = sample_facts(growth_rows, G_N_ELEMENTS(growth_rows));
  JbChartContext context = {
      .fonts = fonts, .theme = jb_theme_default(FALSE), .lang = JB_LANG_BOTH, .report = &facts->report, .facts = facts};
  JbChartRow rows[] = {{.actual = &facts->facts[0], .target = &facts->facts[3]},
                       {.actual = &facts->facts[1], .target = &facts->facts[4]}};
  JbChartData data = {.n_rows = 2, .rows = rows};
  JbChartTitle title = jb_growth_bars_title(&context, &data, facts->arena);
  assert_string_equal(title.title.zh, "主要指标增速：一升一降，一项未达目标");
  assert_string_equal(title.title.en, "Growth of key indicators: one up, one down; one short of target");
  rows[0].target = &facts->facts[3];
  data.n_rows = 1;
  assert_string_equal(jb_growth_bars_title(&context, &data, facts->arena).title.en,
                      "Growth of key indicators: one up; the one target met");
  rows[0].target = &facts->facts[2];
  title = jb_growth_bars_title(&context, &data, facts->arena);
  assert_string_equal(title.title.zh, "主要指标增速：一项上升，2022年目标更高");
  assert_null(strstr(title.title.en, "short"));
  const char *alt = jb_growth_bars_alt(&context, &data, facts->arena);
  rows[0].actual = NULL;
  title = jb_growth_bars_title(&context, &data, facts->arena);
  assert_string_equal(title.title.zh, "2022年主要指标增速目标");
  assert_string_equal(title.title.en, "Growth targets for 2022");
  const JbChartRow few[] = {rows[0], rows[0], rows[1]}; /* one result of three */
  data = (JbChartData){.n_rows = 3, .rows = few};
  assert_string_equal(jb_growth_bars_title(&context, &data, facts->arena).title.zh, "2022年主要指标增速目标");
  data.n_rows = 1;
  data.rows = &few[2];
  assert_string_equal(jb_growth_bars_title(&context, &data, facts->arena).title.zh,
                      "主要指标增速：一项下降，一项未达目标");
  assert_non_null(strstr(alt, "条形图"));
  assert_non_null(strstr(alt, "Bar chart"));
}

/* ---- What stands on a chart -------------------------------------------------------------------------- */

static const JbBound ge = JB_BOUND_GE, le = JB_BOUND_LE, eq = JB_BOUND_EQ;

/* A row of a level in 亿元 or a growth in %; "" for what is missing. */
static JbChartRow
row_of(JbFacts **sets, const char *actual, const char *target, JbBound bound, const char *high, gboolean growth)
{
  JbMeasure measure = growth ? JB_MEASURE_GROWTH : JB_MEASURE_LEVEL;
  const char *unit = growth ? "%" : "亿元";
#define PART(value, bound_, status)                                                                                    \
  {                                                                                                                    \
    NULL, "甲", "A", *(value) != '\0' ? (value) : "0", unit, measure, bound_, status, 2024, 2024, NULL                 \
  }
  const SampleRow rows[] = {PART(actual, JB_BOUND_EQ, JB_STATUS_ACTUAL), PART(target, bound, JB_STATUS_TARGET),
                            PART(high, JB_BOUND_LE, JB_STATUS_TARGET)};
#undef PART
  *sets = sample_facts(rows, 3);
  JbFact *facts = (*sets)->facts;
  return (JbChartRow){.actual = *actual != '\0' ? &facts[0] : NULL,
                      .target = *target != '\0' ? &facts[1] : NULL,
                      .target_high = *high != '\0' ? &facts[2] : NULL};
}

static JbDrawing *
drawn_wide(JbFonts *fonts, const char *form, const JbChartData *data, double width)
{
  const JbChartClass *chart = jb_chart_class_lookup(form);
  JbReport report = {.year = 2024};
  JbChartContext context = {.fonts = fonts, .theme = jb_theme_default(FALSE), .lang = JB_LANG_BOTH, .report = &report};
  JbDrawing *drawing = jb_drawing_new();
  jb_draw_page(drawing, 400, 400);
  JbRect box = {0, 0, width, jb_chart_measure(chart, &context, data, width).pref};
  jb_chart_draw(chart, &context, data, drawing, box);
  return drawing;
}

static JbDrawing *
drawn(JbFonts *fonts, const char *form, const JbChartData *data)
{
  return drawn_wide(fonts, form, data, 400);
}

static const JbTextItem *
text_item(const JbDrawing *drawing, const char *text, guint *n)
{
  const JbTextItem *found = NULL;
  const JbPage *page = drawing->pages->pdata[0];
  *n = 0;
  for (guint i = 0; i < page->items->len; i++) {
    const JbDrawItem *item = &g_array_index(page->items, JbDrawItem, i);
    if (item->kind != JB_DRAW_TEXT || strcmp(item->text.text, text) != 0)
      continue;
    found = &item->text;
    ++*n;
  }
  return found;
}

/* Written in two ways in one report, an indicator has its term's name; another term of the same code keeps its own. */
static void
one_indicator_has_one_name(void **state)
{
  static const struct {
    const char *code, *names[2], *said[2];
  } cases[] = {
      {"gdp", {"生产总值", "地区生产总值"}, {"地区生产总值", "地区生产总值"}},
      {"gdp", {"生产总值", "生产总值"}, {"生产总值", "生产总值"}},
      {"retail_sales", {"社零总额", "社会消费品零售总额"}, {"社会消费品零售总额", "社会消费品零售总额"}},
      {"income_rural",
       {"农民人均纯收入", "农村居民人均可支配收入"},
       {"农民人均纯收入", "农村居民人均可支配收入"}},
      {NULL, {"生产总值", "地区生产总值"}, {"生产总值", "地区生产总值"}},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    SampleRow rows[] = {growth_rows[0], growth_rows[2]};
    for (guint r = 0; r < 2; r++) {
      rows[r].code = cases[i].code;
      rows[r].zh = cases[i].names[r];
    }
    g_autoptr(JbFacts) facts = sample_facts(rows, 2);
    JbChartContext context = {.fonts = *state, .theme = jb_theme_default(FALSE), .lang = JB_LANG_BOTH};
    context.facts = facts;
    context.report = &facts->report;
    for (guint r = 0; r < 2; r++)
      assert_string_equal(jb_fact_name(facts->arena, &context, &facts->facts[r], FALSE).zh, cases[i].said[r]);
  }
}

/* What a row says in a form, once. */
static void
rows_say_what_they_hold(void **state)
{
  static const struct {
    const char *form, *actual, *target;
    const JbBound *bound;
    const char *high;
    gboolean growth;
    const char *says;
    gboolean missed; /* in its colour */
  } cases[] = {
      {"growth_bars", "5.2", "5", &ge, "6", TRUE, "5%~6%", FALSE}, /* the ends of a range bound each other */
      {"growth_bars", "5.2", "5", &eq, "", TRUE, "5%", FALSE},     /* the same in both languages */
      {"dumbbell", "5.2", "5", &ge, "6", TRUE, "5~6", FALSE},
      {"gauge", "82", "100", &ge, "", FALSE, "82%", TRUE}, /* the period is over */
      {"gauge", "110", "100", &ge, "", FALSE, "110%", FALSE},
      {"gauge", "55", "50", &ge, "60", FALSE, "在区间内", FALSE},
      {"gauge", "61", "50", &ge, "60", FALSE, "高于区间", TRUE},
      {"gauge", "55", "50", &ge, "60", FALSE, "55 / 50~60 亿元", FALSE},
      {"gauge", "-3", "-5", &ge, "", FALSE, "−3亿元", FALSE}, /* no ratio: dots with their values */
      {"gauge", "5", "0", &le, "", FALSE, "0亿元以内", FALSE},
      {"gauge", "", "10", &ge, "", FALSE, "— / ≥10 亿元", FALSE},
      {"gauge", "1", "1000", &ge, "", FALSE, "<1%", TRUE},
      {"gauge", "94.9", "95", &ge, "", FALSE, ">99%", TRUE},        /* not 100 % */
      {"gauge", "10100", "100", &ge, "", FALSE, ">10,000%", FALSE}, /* a slip of units */
      {"gauge", "9900", "100", &ge, "", FALSE, "9900%", FALSE},
      {"gauge", "95.1", "95", &ge, "", FALSE, "100%", FALSE},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    JbFacts *facts;
    JbChartRow row = row_of(&facts, cases[i].actual, cases[i].target, *cases[i].bound, cases[i].high, cases[i].growth);
    JbChartData data = {.n_rows = 1, .rows = &row};
    JbDrawing *drawing = drawn(*state, cases[i].form, &data);
    guint n;
    const JbTextItem *item = text_item(drawing, cases[i].says, &n);
    if (n != 1)
      print_error("%s: %s / %s says \"%s\" %u times\n", cases[i].form, cases[i].actual, cases[i].target, cases[i].says,
                  n);
    assert_int_equal(n, 1);
    assert_int_equal(item->colour == jb_theme_default(FALSE)->missed, cases[i].missed);
    jb_drawing_free(drawing);
    jb_facts_free(facts);
  }
}

/* Strokes in paper's colour: of a tear. */
static guint
count_tears(const JbDrawing *drawing)
{
  const JbPage *page = drawing->pages->pdata[0];
  guint n = 0;
  for (guint i = 0; i < page->items->len; i++) {
    const JbDrawItem *item = &g_array_index(page->items, JbDrawItem, i);
    n += item->kind == JB_DRAW_PATH && item->path.paint.stroke == jb_theme_default(FALSE)->paper &&
         item->path.n_segments == 4;
  }
  return n / 2;
}

static void
an_outlier_is_torn(void **state)
{
  static const char *const forms[] = {"growth_bars", "dumbbell", "ranked"};
  for (guint f = 0; f < G_N_ELEMENTS(forms); f++) {
    JbFacts *sets[3];
    JbChartRow rows[] = {row_of(&sets[0], "5.2", "5", JB_BOUND_GE, "", TRUE),
                         row_of(&sets[1], "6.8", "8", JB_BOUND_GE, "", TRUE),
                         row_of(&sets[2], "186.5", "10", JB_BOUND_GE, "", TRUE)};
    for (guint n = 2; n <= 3; n++) {
      JbChartData data = {.n_rows = n, .rows = rows};
      g_autoptr(JbDrawing) drawing = drawn(*state, forms[f], &data);
      assert_int_equal(count_tears(drawing), n - 2);
    }
    for (guint i = 0; i < G_N_ELEMENTS(sets); i++)
      jb_facts_free(sets[i]);
  }
}

/* What a row lacks stands nowhere: an absent result or target is no zero far from the others. */
static void
what_is_absent_is_not_torn(void **state)
{
  JbFacts *sets[4];
  JbChartRow rows[] = {row_of(&sets[0], "52", "50", JB_BOUND_GE, "", TRUE),
                       row_of(&sets[1], "", "58", JB_BOUND_GE, "", TRUE),
                       row_of(&sets[2], "186.5", "55", JB_BOUND_GE, "", TRUE),
                       row_of(&sets[3], "56", "", JB_BOUND_GE, "", TRUE)};
  JbChartData data = {.n_rows = 4, .rows = rows};
  g_autoptr(JbDrawing) drawing = drawn(*state, "dumbbell", &data);
  assert_int_equal(count_tears(drawing), 1);
  for (guint i = 0; i < G_N_ELEMENTS(sets); i++)
    jb_facts_free(sets[i]);
}

/* A bar that the targets make room for is none, however small the others are. */
static void
a_bar_among_targets_is_whole(void **state)
{
  JbFacts *sets[2];
  JbChartRow rows[] = {row_of(&sets[0], "1.2", "9", JB_BOUND_GE, "", TRUE),
                       row_of(&sets[1], "5.6", "11", JB_BOUND_GE, "", TRUE)};
  JbChartData data = {.n_rows = 2, .rows = rows};
  g_autoptr(JbDrawing) drawing = drawn(*state, "growth_bars", &data);
  assert_int_equal(count_tears(drawing), 0);
  for (guint i = 0; i < G_N_ELEMENTS(sets); i++)
    jb_facts_free(sets[i]);
}

static void
a_heatmap_says_how_many_are_above_its_zero(void **state)
{
  (void)state;
  static const struct {
    guint n; /* of the cells 1, −2, 3 */
    gboolean growth;
    const char *zero, *zh, *en;
  } cases[] = {
      {1, TRUE, NULL, "1项增速为正", "The one growth rate above zero"},
      {3, TRUE, NULL, "3项增速中2项为正", "2 of 3 growth rates above zero"},
      {3, FALSE, "全市平均", "3项中2项高于全市平均", "2 of 3 figures above city average"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    static const char *const values[] = {"1", "-2", "3"};
    JbFacts *sets[3];
    const JbFact *cells[3];
    for (guint c = 0; c < G_N_ELEMENTS(sets); c++)
      cells[c] = row_of(&sets[c], values[c], "", JB_BOUND_EQ, "", cases[i].growth).actual;
    JbChartColumn columns[] = {{"甲", NULL}, {"乙", NULL}, {"丙", NULL}};
    JbChartRow row = {.name_zh = "子", .cells = cells};
    JbChartData data = {.n_rows = 1, .rows = &row, .n_columns = cases[i].n, .columns = columns};
    data.zero_zh = cases[i].zero;
    data.zero_en = cases[i].zero != NULL ? "city average" : NULL;
    JbChartContext context = {.lang = JB_LANG_BOTH, .theme = jb_theme_default(FALSE)};
    JbWords title = jb_heatmap_title(&context, &data, sets[0]->arena).title;
    assert_string_equal(title.zh, cases[i].zh);
    assert_string_equal(title.en, cases[i].en);
    for (guint c = 0; c < G_N_ELEMENTS(sets); c++)
      jb_facts_free(sets[c]);
  }
}

static void
one_point_is_a_tile(void **state)
{
  JbFacts *facts;
  row_of(&facts, "163", "180", JB_BOUND_GE, "", FALSE);
  const JbTrendPoint points[] = {{2024, &facts->facts[0]}, {2025, &facts->facts[1]}};
  for (guint n = 1; n <= 2; n++) {
    JbChartData data = {.n_points = n, .points = points};
    g_autoptr(JbDrawing) drawing = drawn(*state, "trend", &data);
    guint named, years;
    text_item(drawing, "甲", &named);
    text_item(drawing, "2024", &years);
    assert_int_equal(named, n == 1);
    assert_int_equal(years, n == 2);
  }
  jb_facts_free(facts);
}

/* A second language whose word is wider than its column is left out; the first is opened, for it must stand. */
static void
no_word_of_a_second_language_is_torn(void **state)
{
  JbArena *arena = jb_arena_new();
  JbChartContext context = {.fonts = *state, .theme = jb_theme_default(FALSE), .lang = JB_LANG_BOTH};
  JbLabelWish wish = {.words = {"指标", "Internationalisation"}, .size_pt = 9};
  assert_null(jb_label_fit(arena, &context, &wish, 30).second);
  assert_non_null(jb_label_fit(arena, &context, &wish, 90).second);
  wish.words.en = "Regional smart manufacturing benchmark enterprises that were fostered"; /* a line more than two */
  const JbParagraph *longer = jb_label_fit(arena, &context, &wish, 96).second;
  assert_non_null(longer);
  assert_int_equal(longer->n_lines, 3);
  assert_null(jb_label_fit(arena, &context, &wish, 50).second);
  wish.words.en = "Internationalisation";
  context.lang = JB_LANG_EN;
  assert_true(jb_label_fit(arena, &context, &wish, 30).first->n_lines > 1);
  jb_arena_free(arena);
}

/* ---- Every form, hostile ----------------------------------------------------------------------------- */

#define LONG_NAME "规模以上战略性新兴产业和高技术制造业增加值占规模以上工业增加值比重及其对增长的贡献率"
#define LONG_EN                                                                                                        \
  "Value added of strategic emerging industries and high-tech manufacturing as a share of industrial value added"

static const SampleRow hostile[] = {
    {"a", LONG_NAME, LONG_EN, "-123.45", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
    {"a", LONG_NAME, LONG_EN, "0", "%", JB_MEASURE_GROWTH, JB_BOUND_LE, JB_STATUS_TARGET, 2022, 2022, NULL},
    {"b", "零增长", NULL, "0.0", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
    {"b", "零增长", NULL, "-0.1", "%", JB_MEASURE_GROWTH, JB_BOUND_APPROX, JB_STATUS_TARGET, 2022, 2022, NULL},
    {"c", "翻番", "Doubled", "1234.5", "%", JB_MEASURE_GROWTH, JB_BOUND_GT, JB_STATUS_ACTUAL, 2021, 2021, NULL},
    {"c", "翻番", "Doubled", "8", "%", JB_MEASURE_GROWTH, JB_BOUND_GE, JB_STATUS_TARGET, 2022, 2022, NULL},
    {"d", LONG_NAME, NULL, "123456789.123", "万平方公里", JB_MEASURE_LEVEL, JB_BOUND_GT, JB_STATUS_ACTUAL, 2021, 2021,
     NULL},
    {"d", LONG_NAME, NULL, "1", "万平方公里", JB_MEASURE_LEVEL, JB_BOUND_GE, JB_STATUS_TARGET, 2022, 2022, NULL},
    {"e", "亏损", "Losses", "-5", "亿元", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
    {"e", "亏损", "Losses", "0", "亿元", JB_MEASURE_LEVEL, JB_BOUND_LE, JB_STATUS_TARGET, 2022, 2022, NULL},
    {"f", "失业率", "Unemployment", "5.2", "%", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
    {"f", "失业率", "Unemployment", "4.5", "%", JB_MEASURE_LEVEL, JB_BOUND_LE, JB_STATUS_TARGET, 2022, 2022, NULL},
    {"d", LONG_NAME, NULL, "123456788.9", "万平方公里", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2019, 2019,
     NULL},
    {"d", LONG_NAME, NULL, "123456790", "万平方公里", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2020, 2020,
     NULL},
};

static void
draw_one(JbFonts *fonts, const JbFacts *facts, const JbChartClass *chart, const JbChartData *data, JbLang lang,
         double width)
{
  JbChartContext context = {
      .fonts = fonts, .theme = jb_theme_default(FALSE), .lang = lang, .report = &facts->report, .facts = facts};
  JbExtent extent = jb_chart_measure(chart, &context, data, width);
  assert_true(extent.min > 0 && extent.min <= extent.pref && extent.pref <= extent.max);
  const double heights[] = {extent.min, extent.pref, extent.max};
  for (guint h = 0; h < G_N_ELEMENTS(heights); h++) {
    g_autoptr(JbDrawing) drawing = jb_drawing_new();
    jb_draw_page(drawing, width + 40, heights[h] + 40);
    jb_chart_draw(chart, &context, data, drawing, (JbRect){20, 20, width, heights[h]});
    GError *error = NULL;
    if (!jb_drawing_check(drawing, &error))
      fail_msg("%s: %s", chart->name, error->message);
    GString *found = g_string_new(NULL);
    if (jb_layout_lint(drawing, found) > 0)
      fail_msg("%s, width %.0f, language %d:\n%s", chart->name, width, lang, found->str);
    g_string_free(found, TRUE);
  }
}

static void
no_form_lets_texts_meet(void **state)
{
  JbFonts *fonts = *state;
  g_autoptr(JbFacts) facts = sample_facts(hostile, G_N_ELEMENTS(hostile));
  const JbFact *f = facts->facts;
  const JbChartRow growth[] = {{.actual = &f[0], .target = &f[1]},
                               {.actual = &f[2], .target = &f[3]},
                               {.actual = &f[4], .target = &f[5]},
                               {.target = &f[5]}};
  const JbChartRow levels[] = {
      {.actual = &f[6], .target = &f[7]}, {.actual = &f[8], .target = &f[9]}, {.actual = &f[10], .target = &f[11]}};
  const JbTrendPoint points[] = {{2019, &f[12]}, {2020, &f[13]}, {2021, &f[6]}, {2022, &f[7]}};
  for (guint c = 0; c < jb_chart_class_count(); c++)
    for (JbLang lang = JB_LANG_ZH; lang <= JB_LANG_BOTH; lang++)
      for (double width = 260; width <= 900; width += 160) {
        const JbChartClass *chart = jb_chart_class_at(c);
        gboolean bars = strcmp(chart->name, "growth_bars") == 0, trend = strcmp(chart->name, "trend") == 0;
        JbChartData data = {.n_rows = trend  ? 0
                                      : bars ? 4
                                             : 3,
                            .rows = bars ? growth : levels,
                            .n_points = trend ? 4 : 0,
                            .points = points};
        draw_one(fonts, facts, chart, &data, lang, width);
        JbChartData none = {.n_rows = 0};
        draw_one(fonts, facts, chart, &none, lang, width);
      }
}

static void
an_arc_has_room_for_its_number(void **state)
{
  JbFonts *fonts = *state;
  g_autoptr(JbFacts) facts = sample_facts(hostile, G_N_ELEMENTS(hostile));
  const JbFact *f = facts->facts;
  const JbChartRow levels[] = {
      {.actual = &f[6], .target = &f[7]}, {.actual = &f[8], .target = &f[9]}, {.actual = &f[10], .target = &f[11]}};
  JbChartData data = {.n_rows = 3, .rows = levels, .option = "arc"};
  draw_one(fonts, facts, jb_chart_class_lookup("gauge"), &data, JB_LANG_BOTH, 510);
}

/* 1.5万套 beside 8154套 is in 套; what no decimal point brings together keeps both units. */
static void
a_gauge_is_in_one_unit(void **state)
{
  static const struct {
    const char *unit, *says;
    gint32 power; /* of the target's unit */
  } cases[] = {{"万套", "8,154 / 15,000 套", 4}, {"套", "8,154 / 15 套", 0}};
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    const SampleRow rows[] = {
        {NULL, "住房", NULL, "8154", "套", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2023, 2023, NULL},
        {NULL, "住房", NULL, cases[i].power > 0 ? "1.5" : "15", cases[i].unit, JB_MEASURE_LEVEL, JB_BOUND_EQ,
         JB_STATUS_TARGET, 2024, 2024, NULL},
    };
    g_autoptr(JbFacts) facts = sample_facts(rows, 2);
    facts->facts[0].amount.unit = facts->facts[1].amount.unit = "unit";
    assert_true(jb_decimal_shift(facts->facts[1].value, cases[i].power, &facts->facts[1].amount.value));
    JbChartRow row = {.actual = &facts->facts[0], .target = &facts->facts[1]};
    JbChartData data = {.n_rows = 1, .rows = &row};
    g_autoptr(JbDrawing) drawing = drawn(*state, "gauge", &data);
    guint n;
    text_item(drawing, cases[i].says, &n);
    assert_int_equal(n, 1);
  }
}

/* Words stand clear of a small arc: fewer of them; and what is heard of a range is no share. */
static void
an_arc_has_room_for_its_words(void **state)
{
  JbFacts *sets[4];
  JbChartRow rows[] = {row_of(&sets[0], "31", "28", JB_BOUND_LE, "", FALSE),
                       row_of(&sets[1], "55", "50", JB_BOUND_GE, "60", FALSE),
                       row_of(&sets[2], "61", "50", JB_BOUND_GE, "60", FALSE),
                       row_of(&sets[3], "20", "28", JB_BOUND_LE, "", FALSE)};
  static const char *const says[2][4] = {{"高于上限", "在区间内", "高于区间", "在限内"}, {"超标", "达标", "超出", "达标"}};
  for (guint small = 0; small < 2; small++)
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
      const JbChartRow of[] = {rows[i], rows[i], rows[i], rows[i]};
      JbChartData data = {.n_rows = small ? 4 : 1, .rows = of, .option = "arc"};
      g_autoptr(JbDrawing) drawing = drawn_wide(*state, "gauge", &data, small ? 300 : 400);
      guint n;
      text_item(drawing, says[small][i], &n);
      assert_int_equal(n, data.n_rows);
    }
  JbChartData range = {.n_rows = 1, .rows = &rows[1]};
  JbChartContext context = {.fonts = *state, .theme = jb_theme_default(FALSE), .lang = JB_LANG_BOTH, .report = &sets[1]->report};
  const char *alt = jb_gauge_alt(&context, &range, sets[1]->arena);
  assert_non_null(strstr(alt, "，在区间内）"));
  assert_non_null(strstr(alt, ", within the range)"));
  for (guint i = 0; i < G_N_ELEMENTS(sets); i++)
    jb_facts_free(sets[i]);
}

/* Parts take together what the whole takes, but for the title where it stands again. */
static void
parts_of_a_gauge_make_the_whole(void **state)
{
  JbFonts *fonts = *state;
  g_autoptr(JbFacts) facts = sample_facts(hostile, G_N_ELEMENTS(hostile));
  const JbFact *f = facts->facts;
  const JbChartClass *gauge = jb_chart_class_lookup("gauge");
  const JbChartRow rows[] = {
      {.actual = &f[6], .target = &f[7]}, {.actual = &f[8], .target = &f[9]}, {.actual = &f[10], .target = &f[11]}};
  JbChartContext context = {.fonts = fonts,
                            .theme = jb_theme_default(FALSE),
                            .lang = JB_LANG_BOTH,
                            .report = &facts->report,
                            .facts = facts};
  assert_true(gauge->splits);
  JbChartData whole = {.n_rows = 3, .rows = rows}, first = whole, second = whole;
  first.part_to = second.part_from = 2;
  second.part_to = 3;
  double parts = jb_chart_measure(gauge, &context, &first, 510).pref + jb_chart_measure(gauge, &context, &second, 510).pref;
  double apart = parts - jb_chart_measure(gauge, &context, &whole, 510).pref;
  assert_true(apart > -0.01 && apart < 0.01);
  double without = jb_chart_measure(gauge, &context, &second, 510).pref;
  second.again = TRUE;
  assert_true(jb_chart_measure(gauge, &context, &second, 510).pref > without + 10);
  draw_one(fonts, facts, gauge, &first, JB_LANG_BOTH, 510);
  draw_one(fonts, facts, gauge, &second, JB_LANG_BOTH, 510);
  assert_null(strstr(gauge->alt(&context, &first, facts->arena), "失业率"));
  assert_non_null(strstr(gauge->alt(&context, &second, facts->arena), "失业率"));
}

/* What is heard: values with their years and growth, which target is one of growth, both ends of a range, verdicts. */
static void
alt_texts_say_all(void **state)
{
  static const SampleRow heard[] = {
      {"gdp", "地区生产总值", NULL, "163", "亿元", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {"gdp", "地区生产总值", NULL, "6.6", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {"gdp", "地区生产总值", NULL, "7", "%", JB_MEASURE_GROWTH, JB_BOUND_GE, JB_STATUS_TARGET, 2022, 2022, NULL},
      {"gdp", "地区生产总值", NULL, "7.5", "%", JB_MEASURE_GROWTH, JB_BOUND_LE, JB_STATUS_TARGET, 2022, 2022, NULL},
      {"urban_jobs", "新增城镇就业", NULL, "4", "万人", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021,
       NULL},
      {"urban_jobs", "新增城镇就业", NULL, "5", "万人", JB_MEASURE_LEVEL, JB_BOUND_GE, JB_STATUS_TARGET, 2021, 2021,
       NULL},
  };
  g_autoptr(JbFacts) facts = sample_facts(heard, G_N_ELEMENTS(heard));
  const JbFact *f = facts->facts;
  const JbChartRow rows[] = {{.actual = &f[0], .secondary = &f[1], .target = &f[2], .target_high = &f[3]},
                             {.actual = &f[4], .target = &f[5]},
                             {.actual = &f[1]}};
  JbChartData data = {.n_rows = 3, .rows = rows};
  JbChartContext context = {.fonts = *state,
                            .theme = jb_theme_default(FALSE),
                            .lang = JB_LANG_BOTH,
                            .report = &facts->report,
                            .facts = facts};
  assert_string_equal(jb_chart_class_lookup("kpi")->alt(&context, &data, facts->arena),
                      "指标卡：3项。地区生产总值 2021年163亿元，增速6.6%（2022年增速目标7%以上、7.5%以内）；"
                      "新增城镇就业 2021年4万人（2021年目标5万人以上，未达标）；地区生产总值 2021年增速6.6%。 "
                      "Key figures: 3 items. Gross regional product 16.3 billion yuan in 2021, growth 6.6 percent "
                      "(2022 growth target at "
                      "least 7 percent and within 7.5 percent); New urban jobs 40,000 in 2021 (2021 target at least "
                      "50,000, short); Gross "
                      "regional product growth 6.6 percent in 2021.");
  data.rows = &rows[1];
  data.n_rows = 1;
  const char *alt = jb_chart_class_lookup("gauge")->alt(&context, &data, facts->arena);
  assert_non_null(strstr(alt, "（2021年目标5万人以上，未达标，为目标的80%）。"));
  assert_non_null(strstr(alt, " (2021 target at least 50,000, short, 80 percent of the target)."));
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(alt_texts_say_all),
      cmocka_unit_test(steps_are_one_two_five),
      cmocka_unit_test(a_flat_domain_does_not_divide_by_zero),
      cmocka_unit_test(verdicts_follow_the_bound),
      cmocka_unit_test(a_plain_target_is_a_floor_but_for_prices_a_ceiling),
      cmocka_unit_test(the_bound_of_a_fall_bounds_its_size),
      cmocka_unit_test(nothing_is_said_of_another_years_target),
      cmocka_unit_test(titles_count_what_the_bars_show),
      cmocka_unit_test(one_indicator_has_one_name),
      cmocka_unit_test(rows_say_what_they_hold),
      cmocka_unit_test(an_outlier_is_torn),
      cmocka_unit_test(what_is_absent_is_not_torn),
      cmocka_unit_test(a_bar_among_targets_is_whole),
      cmocka_unit_test(a_heatmap_says_how_many_are_above_its_zero),
      cmocka_unit_test(one_point_is_a_tile),
      cmocka_unit_test(no_word_of_a_second_language_is_torn),
      cmocka_unit_test(no_form_lets_texts_meet),
      cmocka_unit_test(an_arc_has_room_for_its_number),
      cmocka_unit_test(a_gauge_is_in_one_unit),
      cmocka_unit_test(an_arc_has_room_for_its_words),
      cmocka_unit_test(parts_of_a_gauge_make_the_whole),
  };
  return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
