/* SPDX-License-Identifier: Apache-2.0 */
/* Layout files: errors with a caret, periods, selectors; and pages: what drops out, what is shown once, what flows. */
#include "layout/flow.h"
#include "sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "fonts.h"

/* ---- Errors ------------------------------------------------------------------------------------------ */

static void
refused(const char *yaml, const char *place, const char *said)
{
  GError *error = NULL;
  JbLayout *layout = jb_layout_parse("my.yaml", yaml, strlen(yaml), &error);
  assert_null(layout);
  assert_non_null(error);
  assert_int_equal(error->code, JB_ERROR_CONFIG);
  if (strstr(error->message, place) == NULL || strstr(error->message, said) == NULL)
    fail_msg("wanted %s … %s, got:\n%s", place, said, error->message);
  g_error_free(error);
}

#define HEAD "version: 1\nsections:\n  - id: a\n    body:\n"

static void
errors_name_the_place_and_what_was_meant(void **state)
{
  (void)state;
  refused("version: 1\nsectoins: []\n", "my.yaml:2:1:", "did you mean `sections`?");
  refused(HEAD "      - growth_bar: {min: 2}\n", "my.yaml:5:9:", "did you mean `growth_bars`?");
  refused(HEAD "      - kpi: {select: {indicater: gdp}}\n", "my.yaml:5:24:", "did you mean `indicator`?");
  refused(HEAD "      - kpi: {select: {measure: grwoth}}\n", "my.yaml:5:", "did you mean `growth`?");
  refused(HEAD "      - kpi: {select: {period: 20x1}}\n", "my.yaml:5:32:", "is no period");
  refused(HEAD "      - kpi: {select: {indicator: $core}}\n", "my.yaml:5:", "add it to `let`");
  refused(HEAD "      - kpi: {select: {measure: xyzzy}}\n", "my.yaml:5:", "it is one of: level, growth");
  refused(HEAD "      - xyzzy: {}\n", "my.yaml:5:9:",
          "is one of: grid, text, table, prose, masthead, annex, growth_bars, trend, gauge, kpi, ranked");
  refused("version: 2\n", "my.yaml:1:10:", "version 2");
  refused("version: 1\nversion: 1\n", "my.yaml:2:", "uplicate");
  refused("version: [\n", "my.yaml:", "");
  refused("version: 1\n", "my.yaml", "no sections");
}

static void
the_caret_stands_under_the_word(void **state)
{
  (void)state;
  GError *error = NULL;
  const char *yaml = "version: 1\nlet: {年份: [gdp]}\nsections: [{id: a, bodi: []}]\n";
  assert_null(jb_layout_parse("my.yaml", yaml, strlen(yaml), &error));
  assert_non_null(strstr(error->message, "\n  sections: [{id: a, bodi: []}]\n                     ^"));
  g_error_free(error);
}

/* ---- Periods ----------------------------------------------------------------------------------------- */

static gboolean
holds(const char *when, const char *period)
{
  JbWhen read;
  JbPeriod span;
  assert_true(jb_when_parse(when, &read));
  assert_true(jb_period_parse(period, &span));
  return jb_when_holds(&read, span, 2022);
}

static void
periods_are_relative_to_the_report(void **state)
{
  (void)state;
  assert_true(holds("$last", "2021"));
  assert_false(holds("$last", "2017/2021"));
  assert_true(holds("$year+4", "2026"));
  assert_true(holds("2017/2021", "2017/2021"));
  assert_true(holds("2016..$year", "2017/2021"));
  assert_false(holds("2018..$year", "2017/2021"));
  assert_true(holds("../$last", "2017/2021"));
  assert_false(holds("../$last", "2021"));
  assert_true(holds("$year/..", "2022/2026"));
  assert_false(holds("$last", "2021-12"));
  JbWhen when;
  const char *const bad[] = {"", "21", "$yeah", "2021..", "2021/", "$year+", "2021x", "../..", "$year++1"};
  for (guint i = 0; i < G_N_ELEMENTS(bad); i++)
    assert_false(jb_when_parse(bad[i], &when));
}

/* ---- Columns ----------------------------------------------------------------------------------------- */

static void
columns_never_part_a_band_from_its_rows(void **state)
{
  (void)state;
  JbAtom atoms[40];
  double band_h[10];
  for (guint i = 0; i < G_N_ELEMENTS(atoms); i++)
    atoms[i] = (JbAtom){.height = 20, .group = i / 4, .heads = i % 4 == 0};
  for (guint g = 0; g < G_N_ELEMENTS(band_h); g++)
    band_h[g] = 20;
  JbColumns columns = {.n_columns = 2, .head_h = 15, .n_atoms = G_N_ELEMENTS(atoms), .atoms = atoms, .band_h = band_h};
  for (double height = 120; height < 900; height += 7) {
    guint from = 0, cut[JB_MAX_COLUMNS + 1];
    while (from < columns.n_atoms) {
      jb_columns_fill(&columns, from, height, cut);
      assert_true(cut[2] > from);
      assert_true(jb_columns_used(&columns, cut) <= height + 0.1);
      for (guint c = 1; c <= 2; c++)
        if (cut[c] < columns.n_atoms && cut[c] > cut[c - 1])
          assert_false(atoms[cut[c] - 1].heads);
      from = cut[2];
    }
  }
}

/* ---- Pages ------------------------------------------------------------------------------------------- */

static const SampleRow few[] = {
    {"gdp", "地区生产总值", "Gross regional product", "163", "亿元", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL,
     2021, 2021, NULL},
    {"gdp", "地区生产总值", "Gross regional product", "6.6", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL,
     2021, 2021, NULL},
    {NULL, "改造老旧小区", NULL, "182", "个", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2017, 2021, NULL},
};

static JbDrawing *
brief(const JbFacts *facts, JbFonts *fonts, JbLang lang)
{
  GError *error = NULL;
  g_autoptr(JbLayout) layout = jb_layout_open("briefing", &error);
  if (layout == NULL)
    fail_msg("%s", error->message);
  JbDrawing *drawing = jb_layout_run(layout, facts, fonts, lang, &error);
  if (drawing == NULL)
    fail_msg("%s", error->message);
  return drawing;
}

static guint
count_text(const JbDrawing *drawing, const char *text)
{
  guint n = 0;
  for (guint p = 0; p < drawing->pages->len; p++) {
    const JbPage *page = drawing->pages->pdata[p];
    for (guint i = 0; i < page->items->len; i++) {
      const JbDrawItem *item = &g_array_index(page->items, JbDrawItem, i);
      n += item->kind == JB_DRAW_TEXT && strcmp(item->text.text, text) == 0;
    }
  }
  return n;
}

static void
three_facts_make_one_page_without_holes(void **state)
{
  g_autoptr(JbFacts) facts = sample_facts(few, G_N_ELEMENTS(few));
  g_autoptr(JbDrawing) drawing = brief(facts, *state, JB_LANG_BOTH);
  assert_int_equal(drawing->pages->len, 1);
  assert_int_equal(jb_layout_lint(drawing, NULL), 0);
  assert_int_equal(count_text(drawing, "暂无数据"), 0);
  assert_int_equal(count_text(drawing, "改造老旧小区"), 1);
  assert_int_equal(count_text(drawing, "走势"), 0);
}

/* A level of a year; targets are of years after the report. */
static SampleRow
level_of(const char *code, const char *name, const char *value, const char *unit, gint16 year)
{
  return (SampleRow){.code = code,
                     .zh = name,
                     .value = value,
                     .unit = unit,
                     .measure = JB_MEASURE_LEVEL,
                     .bound = JB_BOUND_EQ,
                     .status = year > 2021 ? JB_STATUS_TARGET : JB_STATUS_ACTUAL,
                     .from = year,
                     .to = year};
}

/* Two points say no more than a row of a table, unless they are what a headline was reported to be. */
static void
two_points_are_no_chart(void **state)
{
  const SampleRow minor[] = {level_of(NULL, "公交线路", "30", "条", 2016), level_of(NULL, "公交线路", "41", "条", 2021),
                             level_of(NULL, "公交线路", "60", "条", 2026)},
                  lead[] = {level_of("gdp", "地区生产总值", "120", "亿元", 2016),
                            level_of("gdp", "地区生产总值", "163", "亿元", 2021)};
  const struct {
    const SampleRow *rows;
    guint n, other; /* rows of the headline; of the other indicator */
    guint charts;
  } cases[] = {{NULL, 0, 2, 0}, {NULL, 0, 3, 1}, {lead, 2, 2, 0 /* alone across the page */}, {lead, 2, 3, 2}};
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    SampleRow rows[5];
    memcpy(rows, minor, cases[i].other * sizeof *rows);
    if (cases[i].n > 0)
      memcpy(rows + cases[i].other, cases[i].rows, cases[i].n * sizeof *rows);
    g_autoptr(JbFacts) facts = sample_facts(rows, cases[i].n + cases[i].other);
    g_autoptr(JbDrawing) drawing = brief(facts, *state, JB_LANG_ZH);
    assert_int_equal(count_text(drawing, "报告值"), cases[i].charts);
  }
}

/* Beside two bars stands one trend: a second would be a hole beneath the bars. */
static void
a_stack_is_as_high_as_its_neighbour(void **state)
{
  SampleRow rows[6];
  static const char *const codes[] = {"gdp", "retail_sales"}, *const names[] = {"地区生产总值", "社会消费品零售总额"};
  for (guint i = 0; i < 2; i++) {
    rows[3 * i] = level_of(codes[i], names[i], "120", "亿元", 2016);
    rows[3 * i + 1] = level_of(codes[i], names[i], "163", "亿元", 2021);
    rows[3 * i + 2] = rows[3 * i + 1];
    rows[3 * i + 2].measure = JB_MEASURE_GROWTH;
    rows[3 * i + 2].value = "6.6";
    rows[3 * i + 2].unit = "%";
  }
  g_autoptr(JbFacts) facts = sample_facts(rows, G_N_ELEMENTS(rows));
  facts->facts[2].amount.unit = facts->facts[5].amount.unit = "percent";
  g_autoptr(JbLayout) layout = jb_layout_open("onepage", NULL);
  g_autoptr(JbDrawing) drawing = jb_layout_run(layout, facts, *state, JB_LANG_ZH, NULL);
  assert_int_equal(count_text(drawing, "主要指标增速：两项全部增长"), 1);
  assert_int_equal(count_text(drawing, "报告值"), 1);
}

/* 3万亿元 and a target of 6.5% make 3万亿元 again: a growth that is lost in the last digit is no point. */
static void
what_rounding_loses_is_no_point(void **state)
{
  static const char *const levels[] = {"3", "3.0125"};
  for (guint i = 0; i < G_N_ELEMENTS(levels); i++) {
    const SampleRow rows[] = {level_of("gdp", "地区生产总值", "2", "万亿元", 2016),
                              level_of("gdp", "地区生产总值", levels[i], "万亿元", 2021),
                              {"gdp", "地区生产总值", NULL, "6.5", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ,
                               JB_STATUS_TARGET, 2022, 2022, NULL}};
    g_autoptr(JbFacts) facts = sample_facts(rows, 3);
    for (guint f = 0; f < 3; f++) {
      JbFact *fact = &facts->facts[f];
      fact->amount.unit = f < 2 ? "CNY" : "percent";
      assert_true(jb_decimal_shift(fact->value, f < 2 ? 12 : 0, &fact->amount.value));
    }
    jb_facts_derive(facts);
    GError *error = NULL;
    const JbCanvas canvas = {.width_pt = 960, .height_pt = 540};
    g_autoptr(JbDrawing) drawing = jb_layout_chart("trend", NULL, facts, *state, JB_LANG_ZH, &canvas, &error);
    assert_non_null(drawing);
    assert_int_equal(count_text(drawing, "目标"), i);
  }
}

static void
no_facts_still_make_a_page(void **state)
{
  g_autoptr(JbFacts) facts = sample_facts(few, 0);
  g_autoptr(JbDrawing) drawing = brief(facts, *state, JB_LANG_ZH);
  assert_int_equal(drawing->pages->len, 1);
}

/* Many rows of every length: all are shown, none over another, the header on every column. */
static JbFacts *
many_facts(guint n)
{
  SampleRow *rows = g_new0(SampleRow, n);
  static const char *const names[] = {"新建道路", "改造提升城镇老旧小区配套基础设施和公共服务设施项目", "森林覆盖率",
                                      "国家级专精特新“小巨人”企业"};
  static const char *const sections[] = {"一、过去五年工作回顾", "二、2022年工作安排", "三、政府自身建设"};
  static const char *const values[] = {"1", "12345.67", "0.46", "-3"};
  static const char *const units[] = {"公里", "万平方米", "%", "家"};
  for (guint i = 0; i < n; i++)
    rows[i] = (SampleRow){NULL,
                          g_strdup_printf("%s%u", names[i % 4], i),
                          i % 3 == 0 ? "A name in English that is rather long" : NULL,
                          values[(i / 3) % 4],
                          units[(i / 2) % 4],
                          i % 5 == 0 ? JB_MEASURE_GROWTH : JB_MEASURE_LEVEL,
                          (JbBound)(i % 6),
                          i % 7 == 0 ? JB_STATUS_TARGET : JB_STATUS_ACTUAL,
                          (gint16)(i % 2 == 0 ? 2017 : 2021),
                          2021,
                          sections[i * 3 / n]};
  JbFacts *facts = sample_facts(rows, n);
  for (guint i = 0; i < n; i++)
    facts->facts[i].name_zh = jb_arena_dup(facts->arena, rows[i].zh);
  for (guint i = 0; i < n; i++)
    g_free((gpointer)rows[i].zh);
  g_free(rows);
  return facts;
}

static void
many_facts_flow_over_pages(void **state)
{
  g_autoptr(JbFacts) facts = many_facts(300);
  for (JbLang lang = JB_LANG_ZH; lang <= JB_LANG_BOTH; lang++) {
    g_autoptr(JbDrawing) drawing = brief(facts, *state, lang);
    GString *found = g_string_new(NULL);
    if (jb_layout_lint(drawing, found) > 0)
      fail_msg("%s", found->str);
    g_string_free(found, TRUE);
    assert_true(drawing->pages->len >= 4);
    assert_int_equal(drawing->open_tags, 0);
  }
}

static void
every_link_has_its_anchor(void **state)
{
  g_autoptr(JbFacts) facts = many_facts(60);
  g_autoptr(JbDrawing) drawing = brief(facts, *state, JB_LANG_BOTH);
  GHashTable *anchors = g_hash_table_new(g_str_hash, g_str_equal);
  for (int pass = 0; pass < 2; pass++)
    for (guint p = 0; p < drawing->pages->len; p++) {
      const JbPage *page = drawing->pages->pdata[p];
      for (guint i = 0; i < page->items->len; i++) {
        const JbDrawItem *item = &g_array_index(page->items, JbDrawItem, i);
        if (pass == 0 && item->kind == JB_DRAW_ANCHOR)
          assert_true(g_hash_table_add(anchors, (gpointer)item->anchor.name));
        if (pass == 1 && item->kind == JB_DRAW_LINK && !g_hash_table_contains(anchors, item->link.target + 1))
          fail_msg("no anchor for %s", item->link.target);
      }
    }
  for (guint i = 0; i < drawing->outline->len; i++)
    assert_true(g_hash_table_contains(anchors, g_array_index(drawing->outline, JbOutline, i).anchor));
  g_hash_table_unref(anchors);
}

static void
a_chart_has_a_canvas_or_says_what_is_missing(void **state)
{
  g_autoptr(JbFacts) facts = sample_facts(few, G_N_ELEMENTS(few));
  for (guint c = 0; c < jb_chart_class_count(); c++) {
    GError *error = NULL;
    g_autoptr(JbDrawing) drawing = jb_layout_chart(jb_chart_class_at(c)->name, NULL, facts, *state, JB_LANG_BOTH,
                                                   &(JbCanvas){.width_pt = 960, .height_pt = 540}, &error);
    if (drawing == NULL)
      fail_msg("%s", error->message);
    assert_int_equal(jb_layout_lint(drawing, NULL), 0);
  }
  GError *error = NULL;
  assert_null(jb_layout_chart("growth_bars", NULL, facts, *state, JB_LANG_BOTH,
                              &(JbCanvas){.width_pt = 300, .height_pt = 60}, &error));
  assert_non_null(strstr(error->message, "are missing"));
  g_error_free(error);
}

/* ---- Layouts and themes ------------------------------------------------------------------------------ */

/* Every shipped layout, with few facts and many, in every language, with every theme that is for it. */
static void
shipped_layouts_are_clean(void **state)
{
  g_autoptr(JbFacts) one = sample_facts(few, G_N_ELEMENTS(few));
  g_autoptr(JbFacts) many = many_facts(120);
  const JbFacts *const sets[] = {one, many};
  static const char *const themes[] = {NULL, "red", "dark"};
  for (const char *const *row = jb_layout_names(); *row != NULL; row++)
    for (guint i = 0; i < G_N_ELEMENTS(sets) * G_N_ELEMENTS(themes) * 3; i++) {
      const JbFacts *facts = sets[i % 2];
      const char *theme = themes[i / 2 % 3];
      JbLang lang = (JbLang)(i / 6 + 1);
      g_autofree char *name = g_strndup(*row, strcspn(*row, "\t"));
      GError *error = NULL;
      g_autoptr(JbLayout) layout = jb_layout_open(name, &error);
      if (layout == NULL || (theme != NULL && !jb_layout_set_theme(layout, theme, &error)))
        fail_msg("%s", error->message);
      g_autoptr(JbDrawing) drawing = jb_layout_run(layout, facts, *state, lang, &error);
      if (drawing == NULL)
        fail_msg("%s, language %d: %s", name, lang, error->message);
      g_autoptr(GString) found = g_string_new(NULL);
      if (jb_layout_lint(drawing, found) > 0)
        fail_msg("%s, theme %s, language %d:\n%s", name, theme != NULL ? theme : "its own", lang, found->str);
      if (strcmp(name, "onepage") == 0)
        assert_int_equal(drawing->pages->len, 1);
    }
}

/* Every form alone, on light paper and on dark: growth, levels and a change of a few years. */
static void
forms_are_legible_on_any_paper(void **state)
{
  static const SampleRow rows[] = {
      {"gdp", "生产总值", "GDP", "6.1", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2020, 2020, NULL},
      {"gdp", "生产总值", "GDP", "8.4", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {"gdp", "生产总值", "GDP", "8", "%", JB_MEASURE_GROWTH, JB_BOUND_GE, JB_STATUS_TARGET, 2021, 2021, NULL},
      {"retail_sales", "零售", "Retail sales", "-9", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2020, 2020,
       NULL},
      {"retail_sales", "零售", "Retail sales", "0.2", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021,
       NULL},
      {"retail_sales", "零售", "Retail sales", "7", "%", JB_MEASURE_GROWTH, JB_BOUND_GE, JB_STATUS_TARGET, 2021, 2021,
       NULL},
      {"gdp", "生产总值", "GDP", "150", "亿元", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2020, 2020, NULL},
      {"gdp", "生产总值", "GDP", "163", "亿元", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {"gdp", "生产总值", "GDP", "13", "亿元", JB_MEASURE_CHANGE, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {"gdp", "生产总值", "GDP", "170", "亿元", JB_MEASURE_LEVEL, JB_BOUND_GE, JB_STATUS_TARGET, 2022, 2022, NULL},
  };
  static const char *const themes[] = {NULL, "dark"};
  g_autoptr(JbFacts) facts = sample_facts(rows, G_N_ELEMENTS(rows));
  for (guint i = 0; i < facts->n_facts; i++)
    if (strcmp(facts->facts[i].unit, "%") == 0)
      facts->facts[i].amount.unit = "percent";
  for (guint i = 0; i < 2 * jb_chart_class_count(); i++) {
    const char *form = jb_chart_class_at(i / 2)->name;
    GError *error = NULL;
    JbCanvas canvas = {.width_pt = 960, .height_pt = 540, .theme = themes[i % 2]};
    g_autoptr(JbDrawing) drawing = jb_layout_chart(form, NULL, facts, *state, JB_LANG_BOTH, &canvas, &error);
    if (drawing == NULL)
      fail_msg("%s: %s", form, error->message);
    g_autoptr(GString) found = g_string_new(NULL), dump = g_string_new(NULL);
    if (jb_layout_lint(drawing, found) > 0)
      fail_msg("%s, theme %s:\n%s", form, canvas.theme != NULL ? canvas.theme : "light", found->str);
    jb_drawing_dump(drawing, dump);
    if (strstr(dump->str, "暂无数据") != NULL)
      fail_msg("%s found no facts", form);
  }
}

/* A result a hundred times its target is of something else, and no gauge. */
static void
a_gauge_compares_like_sizes(void **state)
{
  static const SampleRow rows[] = {
      {NULL, "淘汰产能", NULL, "780000", "吨", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {NULL, "淘汰产能", NULL, "5000", "吨", JB_MEASURE_LEVEL, JB_BOUND_GE, JB_STATUS_TARGET, 2022, 2022, NULL},
      {NULL, "新增学位", NULL, "9000", "个", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {NULL, "新增学位", NULL, "5000", "个", JB_MEASURE_LEVEL, JB_BOUND_GE, JB_STATUS_TARGET, 2022, 2022, NULL},
      {NULL, "新建道路", NULL, "120", "公里", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {NULL, "新建道路", NULL, "10", "公里", JB_MEASURE_LEVEL, JB_BOUND_GE, JB_STATUS_TARGET, 2022, 2022, NULL},
      {NULL, "新建管网", NULL, "90", "公里", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {NULL, "新建管网", NULL, "10", "公里", JB_MEASURE_LEVEL, JB_BOUND_GE, JB_STATUS_TARGET, 2022, 2022, NULL},
  };
  g_autoptr(JbFacts) facts = sample_facts(rows, G_N_ELEMENTS(rows));
  JbCanvas canvas = {.width_pt = 960, .height_pt = 540};
  g_autoptr(JbDrawing) drawing = jb_layout_chart("gauge", NULL, facts, *state, JB_LANG_ZH, &canvas, NULL);
  g_autoptr(GString) dump = g_string_new(NULL);
  jb_drawing_dump(drawing, dump);
  assert_non_null(strstr(dump->str, "新增学位"));
  assert_null(strstr(dump->str, "淘汰产能"));
  assert_null(strstr(dump->str, "新建道路"));
  assert_non_null(strstr(dump->str, "新建管网"));
}

/* 比2016年增长32.6% and 增长1.2倍 stand on no scale of yearly growth in %. */
static void
growth_bars_hold_yearly_growth_alone(void **state)
{
  static const SampleRow rows[] = {
      {"gdp", "生产总值", "GDP", "32.6", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {"gdp", "生产总值", "GDP", "6.6", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {"exports", "出口", "Exports", "1.2", "倍", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
  };
  g_autoptr(JbFacts) facts = sample_facts(rows, G_N_ELEMENTS(rows));
  facts->facts[0].base_year = 2016;
  facts->facts[0].amount.unit = facts->facts[1].amount.unit = "percent";
  JbCanvas canvas = {.width_pt = 960, .height_pt = 540};
  g_autoptr(JbDrawing) drawing = jb_layout_chart("growth_bars", NULL, facts, *state, JB_LANG_ZH, &canvas, NULL);
  g_autoptr(GString) dump = g_string_new(NULL);
  jb_drawing_dump(drawing, dump);
  assert_non_null(strstr(dump->str, "\"6.6\""));
  assert_null(strstr(dump->str, "32.6"));
  assert_null(strstr(dump->str, "出口"));
}

static char *
chart_dump(const char *form, const JbFacts *facts, JbFonts *fonts)
{
  JbCanvas canvas = {.width_pt = 960, .height_pt = 540};
  g_autoptr(JbDrawing) drawing = jb_layout_chart(form, NULL, facts, fonts, JB_LANG_ZH, &canvas, NULL);
  GString *dump = g_string_new(NULL);
  jb_drawing_dump(drawing, dump);
  return g_string_free(dump, FALSE);
}

/* 增长6%～8% stands in one paragraph; a ceiling from elsewhere in the report is no end of the range. */
static void
a_range_is_told_at_one_place(void **state)
{
  static const SampleRow rows[] = {
      {"gdp", "生产总值", "GDP", "5", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {"gdp", "生产总值", "GDP", "6", "%", JB_MEASURE_GROWTH, JB_BOUND_GE, JB_STATUS_TARGET, 2022, 2022, NULL},
      {"gdp", "生产总值", "GDP", "8", "%", JB_MEASURE_GROWTH, JB_BOUND_LE, JB_STATUS_TARGET, 2022, 2022, NULL},
  };
  g_autoptr(JbFacts) facts = sample_facts(rows, G_N_ELEMENTS(rows));
  for (guint i = 0; i < facts->n_facts; i++)
    facts->facts[i].amount.unit = "percent";
  g_autofree char *apart = chart_dump("growth_bars", facts, *state);
  assert_non_null(strstr(apart, "\"6%以上\""));
  facts->facts[2].source.paragraph = facts->facts[1].source.paragraph;
  g_autofree char *together = chart_dump("growth_bars", facts, *state);
  assert_non_null(strstr(together, "\"6%~8%\""));
}

/* Three tiles would leave a hole in the second of two rows. */
static void
tiles_fill_their_rows(void **state)
{
  static const char *const shown[] = {"指标卡：1项", "指标卡：2项", "指标卡：2项", "指标卡：4项"};
  for (guint n = 1; n <= 4; n++) {
    g_autoptr(JbFacts) facts = many_facts(n);
    for (guint i = 0; i < n; i++) {
      JbFact *fact = &facts->facts[i];
      fact->measure = JB_MEASURE_LEVEL;
      fact->status = JB_STATUS_ACTUAL;
      fact->code = (const char *[]){"gdp", "exports", "tax_revenue", "grain_output"}[i];
      fact->period = (JbPeriod){.from_year = 2021, .to_year = 2021};
    }
    g_autofree char *dump = chart_dump("kpi", facts, *state);
    if (strstr(dump, shown[n - 1]) == NULL)
      fail_msg("%u tiles: %s", n, dump);
  }
}

/* A row of a heatmap has at least two years to compare. */
static void
a_heatmap_compares_years(void **state)
{
  static const SampleRow rows[] = {
      {"gdp", "生产总值", "GDP", "6.1", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2020, 2020, NULL},
      {"gdp", "生产总值", "GDP", "6.6", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {"exports", "出口", "Exports", "3.9", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
  };
  g_autoptr(JbFacts) facts = sample_facts(rows, G_N_ELEMENTS(rows));
  for (guint i = 0; i < facts->n_facts; i++)
    facts->facts[i].amount.unit = "percent";
  g_autofree char *dump = chart_dump("heatmap", facts, *state);
  if (strstr(dump, "\"+6.6\"") == NULL)
    fail_msg("%s", dump);
  assert_null(strstr(dump, "出口"));
}

static char *
page_dump(const char *yaml, const JbFacts *facts, JbFonts *fonts)
{
  g_autoptr(JbLayout) layout = jb_layout_parse("my.yaml", yaml, strlen(yaml), NULL);
  GString *out = g_string_new(NULL);
  assert_non_null(layout);
  jb_layout_dump(layout, facts, fonts, JB_LANG_ZH, out);
  return g_string_free(out, FALSE);
}

/* The table of layouts/README.md, a row for each kind of points. */
static void
emphasis_is_what_the_reference_says(void **state)
{
  static const struct {
    SampleRow row;
    gint points;
  } rows[] = {
      {{NULL, "甲", NULL, "50", "家", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL}, 6 + 2 + 2},
      {{NULL, "乙", NULL, "50", "家", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL}, 3 + 2 + 2},
      {{NULL, "丙", NULL, "50", "家", JB_MEASURE_SHARE, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2019, 2019, NULL}, 3},
      {{NULL, "丁", NULL, "50", "家", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL}, 2 + 2 + 2},
      {{"gdp", "生产总值", "GDP", "6", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
       60 + 8 + 2 + 2},
      {{NULL, "戊", "E", "50", "家", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL}, 4 + 2 + 2},
      {{NULL, "己", NULL, "50", "家", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_TARGET, 2022, 2022, NULL}, 8 + 2 + 2},
      {{NULL, "庚", NULL, "5", "位", JB_MEASURE_RANK, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL}, 8 + 2},
      {{NULL, "首次辛", NULL, "50", "家", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
       5 + 2 + 2},
      {{NULL, "壬", NULL, "4", "个", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL}, 2 + 2 - 4},
      {{NULL, "丁", NULL, "50", "家", JB_MEASURE_CHANGE, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2019, 2019, NULL}, 2},
  };
  SampleRow samples[G_N_ELEMENTS(rows)];
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
    samples[i] = rows[i].row;
  g_autoptr(JbFacts) facts = sample_facts(samples, G_N_ELEMENTS(rows));
  facts->facts[9].amount.unit = NULL; /* a count without a unit of measure */
  g_autofree char *out = page_dump("version: 1\nlet: {headline: [gdp]}\n"
                                   "sections: [{id: a, body: [table: {select: {all: true}, sort: emphasis}]}]\n",
                                   facts, *state);
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *wanted = g_strdup_printf(" %u*%d", i + 1, rows[i].points);
    const char *at = strstr(out, wanted);
    if (at == NULL || g_ascii_isdigit(at[strlen(wanted)]))
      fail_msg("%s: wanted%s in %s", rows[i].row.zh, wanted, out);
  }
}

/* A name already chosen counts half. */
static void
a_name_chosen_counts_half(void **state)
{
  static const SampleRow rows[] = {
      {NULL, "甲", "A", "50", "家", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {NULL, "甲", "A", "60", "家", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {NULL, "乙", "B", "50", "家", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
  };
  g_autoptr(JbFacts) facts = sample_facts(rows, G_N_ELEMENTS(rows));
  g_autofree char *out = page_dump("version: 1\nsections: [{id: a, body: [table: {select: {all: true}, "
                                   "sort: emphasis, max: 2}]}]\n",
                                   facts, *state);
  assert_non_null(strstr(out, "table: 1*"));
  assert_null(strstr(out, " 2*"));
  assert_non_null(strstr(out, " 3*"));
}

/* 首次突破5万元、达50805元: a tile, a gauge and a trend show the second. Not the other way round, nor what does not
 * keep to the bound. */
static void
the_exact_figure_stands_before_its_bound(void **state)
{
  static const SampleRow rows[] = {
      {"gdp", "生产总值", "GDP", "5000", "亿元", JB_MEASURE_LEVEL, JB_BOUND_GT, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {"gdp", "生产总值", "GDP", "5120.94", "亿元", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {"gdp", "生产总值", "GDP", "4712", "亿元", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2020, 2020, NULL},
      {"gdp", "生产总值", "GDP", "5500", "亿元", JB_MEASURE_LEVEL, JB_BOUND_GE, JB_STATUS_TARGET, 2022, 2022, NULL},
      {"exports", "出口", "Exports", "310", "亿元", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {"exports", "出口", "Exports", "300", "亿元", JB_MEASURE_LEVEL, JB_BOUND_GT, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {"tax_revenue", "税收", "Tax", "70", "亿元", JB_MEASURE_LEVEL, JB_BOUND_GT, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {"tax_revenue", "税收", "Tax", "12", "亿元", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
      {"grain_output", "粮食", "Grain", "8", "万吨", JB_MEASURE_LEVEL, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2021, 2021, NULL},
  };
  static const struct {
    const char *form, *shown, *hidden;
  } cases[] = {
      {"kpi", "5,120.94", "5,000"}, {"kpi", "310", "300"},          {"kpi", "\">70\"", "\"12\""},
      {"gauge", "93%", "91%"},      {"trend", "5,120.94", "5,000"},
  };
  g_autoptr(JbFacts) facts = sample_facts(rows, G_N_ELEMENTS(rows));
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    JbCanvas canvas = {.width_pt = 960, .height_pt = 540};
    g_autoptr(JbDrawing) drawing = jb_layout_chart(cases[i].form, NULL, facts, *state, JB_LANG_ZH, &canvas, NULL);
    g_autoptr(GString) dump = g_string_new(NULL);
    jb_drawing_dump(drawing, dump);
    if (strstr(dump->str, cases[i].shown) == NULL || strstr(dump->str, cases[i].hidden) != NULL)
      fail_msg("%s wants %s, not %s:\n%s", cases[i].form, cases[i].shown, cases[i].hidden, dump->str);
  }
}

static void
a_theme_that_cannot_be_read_is_refused(void **state)
{
  (void)state;
  static const struct {
    const char *yaml, *said;
  } rows[] = {
      {"version: 1\ncolours: {ink: \"#DDDDDD\"}\n", "ink #DDDDDD stands on paper #FFFFFF with a contrast of 1.4:1"},
      {"version: 1\ncolour: {}\n", "did you mean `colours`?"},
      {"version: 1\nlogo: {file: none.png}\n", "the logo cannot be read"},
      {"version: 1\nbase: nosuch\n", "list themes"},
  };
  g_autofree char *path = g_build_filename(g_get_tmp_dir(), "jianbao-theme-XXXXXX", NULL);
  int fd = g_mkstemp(path);
  assert_true(fd >= 0);
  close(fd);
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    GError *error = NULL;
    g_autoptr(JbLayout) layout = jb_layout_open("slides", NULL);
    assert_true(g_file_set_contents(path, rows[i].yaml, -1, NULL));
    assert_false(jb_layout_set_theme(layout, path, &error));
    if (strstr(error->message, rows[i].said) == NULL)
      fail_msg("wanted %s, got %s", rows[i].said, error->message);
    g_error_free(error);
  }
  remove(path);
}

static void
a_dump_says_what_fitting_did(void **state)
{
  g_autoptr(JbFacts) facts = many_facts(120);
  g_autoptr(JbLayout) layout = jb_layout_open("onepage", NULL);
  g_autoptr(GString) out = g_string_new(NULL);
  jb_layout_dump(layout, facts, *state, JB_LANG_BOTH, out);
  assert_non_null(strstr(out->str, "\nfit: type 1.00, fill "));
  assert_non_null(strstr(out->str, "\npage 1: filled "));
  assert_null(strstr(out->str, "\npage 2: "));
  assert_non_null(strstr(out->str, "*")); /* points of what was chosen by emphasis */
}

/* The source line says once what else stands behind a chart: so many documents, or earlier reports. */
static void
a_chart_names_its_sources_once(void **state)
{
  const SampleRow rows[] = {
      {"gdp", "地区生产总值", NULL, "6.6", "%", JB_MEASURE_GROWTH, JB_BOUND_EQ, JB_STATUS_ACTUAL, 2022, 2022, NULL},
      {"gdp", "地区生产总值", NULL, "6", "%", JB_MEASURE_GROWTH, JB_BOUND_GE, JB_STATUS_TARGET, 2022, 2022, NULL},
  };
  g_autoptr(JbFacts) facts = sample_facts(rows, G_N_ELEMENTS(rows));
  facts->facts[0].period = (JbPeriod){2022, 1, 2022, 9};
  facts->facts[0].source.report = "release-2022-09";
  facts->facts[0].amount.unit = "percent";
  JbCanvas canvas = {.width_pt = 960, .height_pt = 540};
  g_autoptr(JbDrawing) drawing = jb_layout_chart("growth_bars", NULL, facts, *state, JB_LANG_ZH, &canvas, NULL);
  assert_non_null(drawing);
  g_autofree char *text = jb_drawing_text(drawing);
  assert_non_null(strstr(text, "政府工作报告及另外1份文件"));
  assert_null(strstr(text, "及此前报告"));
}

/* Rows of a table take the air that their frames leave. */
static void
tables_on_slides_leave_no_empty_third(void **state)
{
  static const guint counts[] = {60, 120};
  for (guint i = 0; i < G_N_ELEMENTS(counts); i++) {
    g_autoptr(JbFacts) facts = many_facts(counts[i]);
    g_autoptr(JbLayout) layout = jb_layout_open("slides", NULL);
    g_autoptr(GString) out = g_string_new(NULL);
    jb_layout_dump(layout, facts, *state, JB_LANG_BOTH, out);
    g_auto(GStrv) lines = g_strsplit(out->str, "\n", -1);
    guint seen = 0;
    for (char **line = lines; *line != NULL; line++) {
      double filled;
      if (strstr(*line, ": more table") == NULL || sscanf(*line, "page %*d: filled %lf", &filled) != 1)
        continue;
      seen++;
      if (filled < 0.8)
        fail_msg("%s", *line);
    }
    assert_int_not_equal(seen, 0);
  }
}

/* The report's own headings: by the layout's rows, else by their number where no Chinese is to be shown. */
static void
headings_are_in_the_language_of_the_page(void **state)
{
  (void)state;
  static const struct {
    const char *zh, *en, *on_both;
  } cases[] = {
      {.zh = "（三）经济运行稳中有进。", .en = "The economy", .on_both = "The economy"},
      {.zh = "三、2026年主要工作", .en = "Main work", .on_both = "Main work"},
      {.zh = "（十二）锦上添花", .en = "Section 12", .on_both = NULL},
      {.zh = "二十、锦上添花", .en = "Section 20", .on_both = NULL},
      {.zh = "4.锦上添花", .en = "Section 4", .on_both = NULL},
      {.zh = "锦上添花", .en = "Further figures", .on_both = NULL},
  };
  g_autoptr(JbLayout) layout = jb_layout_open("briefing", NULL);
  JbArena *arena = jb_arena_new();
  JbRun run = {.arena = arena, .layout = layout, .context = {.lang = JB_LANG_EN}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    run.context.lang = JB_LANG_EN;
    assert_string_equal(jb_group_words(&run, cases[i].zh).en, cases[i].en);
    run.context.lang = JB_LANG_BOTH;
    const char *en = jb_group_words(&run, cases[i].zh).en;
    if (g_strcmp0(en, cases[i].on_both) != 0)
      fail_msg("%s: %s", cases[i].zh, en);
  }
  jb_arena_free(arena);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_chart_names_its_sources_once),
      cmocka_unit_test(tables_on_slides_leave_no_empty_third),
      cmocka_unit_test(errors_name_the_place_and_what_was_meant),
      cmocka_unit_test(the_caret_stands_under_the_word),
      cmocka_unit_test(periods_are_relative_to_the_report),
      cmocka_unit_test(columns_never_part_a_band_from_its_rows),
      cmocka_unit_test(three_facts_make_one_page_without_holes),
      cmocka_unit_test(two_points_are_no_chart),
      cmocka_unit_test(what_rounding_loses_is_no_point),
      cmocka_unit_test(a_stack_is_as_high_as_its_neighbour),
      cmocka_unit_test(no_facts_still_make_a_page),
      cmocka_unit_test(many_facts_flow_over_pages),
      cmocka_unit_test(every_link_has_its_anchor),
      cmocka_unit_test(shipped_layouts_are_clean),
      cmocka_unit_test(forms_are_legible_on_any_paper),
      cmocka_unit_test(a_gauge_compares_like_sizes),
      cmocka_unit_test(a_range_is_told_at_one_place),
      cmocka_unit_test(tiles_fill_their_rows),
      cmocka_unit_test(a_heatmap_compares_years),
      cmocka_unit_test(growth_bars_hold_yearly_growth_alone),
      cmocka_unit_test(emphasis_is_what_the_reference_says),
      cmocka_unit_test(a_name_chosen_counts_half),
      cmocka_unit_test(the_exact_figure_stands_before_its_bound),
      cmocka_unit_test(a_theme_that_cannot_be_read_is_refused),
      cmocka_unit_test(a_dump_says_what_fitting_did),
      cmocka_unit_test(headings_are_in_the_language_of_the_page),
      cmocka_unit_test(a_chart_has_a_canvas_or_says_what_is_missing),
  };
  return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
