/* SPDX-License-Identifier: Apache-2.0 */
/* Periods, writers and derived facts, on fact sets built by hand. */
#include <jianbao/fact.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <jansson.h>
#include <string.h>

/* ---- Building ------------------------------------------------------------------------------------------ */

typedef struct {
  const char *code, *zh, *value, *unit, *period;
  gint32 power; /* of ten from the written unit to the base unit */
  const char *base_unit;
  JbMeasure measure;
  JbBound bound;
  JbStatus status;
  gint base;
  const char *sentence;
} Row;

static JbFacts *
facts_of(const Row *rows, guint n)
{
  JbFacts *facts = jb_facts_new();
  facts->report = (JbReport){.id = "sample-2022",
                             .title = "政府工作报告",
                             .area = {.code = "110101", .zh = "东城区", .en = "Dongcheng District"},
                             .kind = JB_REPORT_WORK,
                             .year = 2022};
  facts->facts = jb_arena_make(facts->arena, JbFact, n);
  facts->n_facts = n;
  for (guint i = 0; i < n; i++) {
    JbFact *fact = &facts->facts[i];
    *fact = (JbFact){.number = i + 1,
                     .code = rows[i].code,
                     .name_zh = rows[i].zh,
                     .unit = rows[i].unit,
                     .measure = rows[i].measure,
                     .bound = rows[i].bound,
                     .status = rows[i].status,
                     .base_year = rows[i].base,
                     .source = {.start = 10 * i, .end = 10 * i + 8, .sentence = rows[i].sentence,
                                .text = rows[i].sentence != NULL ? rows[i].value : NULL}};
    assert_true(jb_decimal_parse(jb_slice(rows[i].value), &fact->value));
    assert_true(jb_decimal_shift(fact->value, rows[i].power, &fact->amount.value));
    fact->amount.unit = rows[i].base_unit;
    if (rows[i].period != NULL)
      assert_true(jb_period_parse(rows[i].period, &fact->period));
  }
  return facts;
}

#define YUAN     .unit = "亿元", .power = 8, .base_unit = "CNY"
#define PERCENT  .unit = "%", .base_unit = "percent"
#define POINTS   .unit = "个百分点", .base_unit = "percentage_point"
#define FACTS(r) facts_of((r), G_N_ELEMENTS(r))

/* Derives and checks that exactly these come behind: "measure value unit bound period formula", one a line. */
static void
assert_derived(JbFacts *facts, const char *expected)
{
  guint n = facts->n_facts;
  jb_facts_derive(facts);
  g_autoptr(GString) got = g_string_new(NULL);
  for (guint i = n; i < facts->n_facts; i++) {
    const JbFact *fact = &facts->facts[i];
    assert_int_equal(fact->status, JB_STATUS_DERIVED);
    assert_non_null(jb_facts_lookup(facts, fact->inputs[0]));
    assert_int_equal(fact->source.start, jb_facts_lookup(facts, fact->inputs[0])->source.start);
    g_string_append_printf(got, "%s %s%s %s %s %s\n", jb_measure_name(fact->measure),
                           jb_decimal_text(facts->arena, fact->value), fact->unit, jb_bound_name(fact->bound),
                           jb_period_text(facts->arena, fact->period), fact->formula);
  }
  assert_string_equal(got->str, expected);
  guint derived = facts->n_facts;
  jb_facts_derive(facts); /* adds nothing */
  assert_int_equal(facts->n_facts, derived);
  jb_facts_free(facts);
}

/* ---- Derivation ------------------------------------------------------------------------------------------ */

static void
a_level_and_its_change_give_the_base_year_and_the_average(void **state)
{
  (void)state;
  static const Row rows[] = {
      {.code = "gdp", .zh = "生产总值", .value = "163", YUAN, .period = "2021"},
      {.code = "gdp",
       .zh = "生产总值",
       .value = "63.8",
       YUAN,
       .period = "2021",
       .measure = JB_MEASURE_CHANGE,
       .base = 2016},
  };
  assert_derived(FACTS(rows),
                 "level 99.2亿元 eq 2016 #1 - #2\n"
                 "average_growth 10.4% eq 2017/2021 round(((#1 / #3)^(1/5) - 1) * 100, 1) (current prices)\n");
}

/* From 1978 on, and over sixty years at the most. */
static void
an_average_may_span_decades(void **state)
{
  (void)state;
  static const Row rows[] = {
      {.code = "gdp", .zh = "生产总值", .value = "100", YUAN, .period = "1961"},
      {.code = "gdp", .zh = "生产总值", .value = "3200", YUAN, .period = "2021"},
  };
  static const Row longer[] = {
      {.code = "gdp", .zh = "生产总值", .value = "100", YUAN, .period = "1960"},
      {.code = "gdp", .zh = "生产总值", .value = "3200", YUAN, .period = "2021"},
  };
  assert_derived(FACTS(rows),
                 "average_growth 5.9% eq 1962/2021 round(((#2 / #1)^(1/60) - 1) * 100, 1) (current prices)\n");
  assert_derived(FACTS(longer), "");
}

static void
a_rate_and_its_points_give_the_base_rate(void **state)
{
  (void)state;
  static const Row rows[] = {
      {.code = "urbanisation_rate", .zh = "城镇化率", .value = "70", PERCENT, .period = "2021"},
      {.code = "urbanisation_rate",
       .zh = "城镇化率",
       .value = "10.9",
       POINTS,
       .period = "2021",
       .measure = JB_MEASURE_CHANGE,
       .base = 2016},
  };
  assert_derived(FACTS(rows), "level 59.1% eq 2016 #1 - #2\n");
}

static void
a_change_without_a_named_base_needs_the_words(void **state)
{
  (void)state;
  static const Row silent[] = {
      {.zh = "绿地", .value = "90", .unit = "公顷", .power = 4, .base_unit = "m2", .period = "2021"},
      {.zh = "绿地",
       .value = "5",
       .unit = "公顷",
       .power = 4,
       .base_unit = "m2",
       .period = "2021",
       .measure = JB_MEASURE_CHANGE},
  };
  assert_derived(FACTS(silent), "");
  static const Row said[] = {
      {.zh = "绿地", .value = "90", .unit = "公顷", .power = 4, .base_unit = "m2", .period = "2021"},
      {.zh = "绿地",
       .value = "5",
       .unit = "公顷",
       .power = 4,
       .base_unit = "m2",
       .period = "2021",
       .measure = JB_MEASURE_CHANGE,
       .sentence = "绿地90公顷，比上年增加5公顷。"},
  };
  assert_derived(FACTS(said), "level 85公顷 eq 2020 #1 - #2\n");
}

static void
nominal_growth_gives_the_year_before_and_real_growth_does_not(void **state)
{
  (void)state;
  static const Row rows[] = {
      {.code = "tax_revenue", .zh = "税收", .value = "7.03", YUAN, .period = "2021"},
      {.code = "tax_revenue", .zh = "税收", .value = "5.5", PERCENT, .period = "2021", .measure = JB_MEASURE_GROWTH},
      {.code = "gdp", .zh = "生产总值", .value = "163", YUAN, .period = "2021"},
      {.code = "gdp", .zh = "生产总值", .value = "6.6", PERCENT, .period = "2021", .measure = JB_MEASURE_GROWTH},
      {.zh = "高技术产业增加值", .value = "12", YUAN, .period = "2021"},
      {.zh = "高技术产业增加值", .value = "9", PERCENT, .period = "2021", .measure = JB_MEASURE_GROWTH},
  };
  assert_derived(FACTS(rows), "level 6.66亿元 approx 2020 round(#1 / (1 + #2 / 100), 2)\n");
  static const Row like_for_like[] = {
      {.code = "tax_revenue", .zh = "税收", .value = "7.03", YUAN, .period = "2021"},
      {.code = "tax_revenue",
       .zh = "税收",
       .value = "5.5",
       PERCENT,
       .period = "2021",
       .measure = JB_MEASURE_GROWTH,
       .sentence = "增加值增长15.5%，税收7.03亿元，扣除留抵退税因素后增长5.5%。"},
  };
  assert_derived(FACTS(like_for_like), "");
}

static void
inexact_levels_and_contradictions_derive_nothing(void **state)
{
  (void)state;
  static const Row inexact[] = {
      {.code = "retail_sales", .zh = "社零", .value = "300", YUAN, .period = "2021", .bound = JB_BOUND_GT},
      {.code = "retail_sales",
       .zh = "社零",
       .value = "30",
       YUAN,
       .period = "2021",
       .measure = JB_MEASURE_CHANGE,
       .base = 2016},
  };
  assert_derived(FACTS(inexact), "");
  static const Row two[] = {
      {.code = "retail_sales", .zh = "社零", .value = "300", YUAN, .period = "2021"},
      {.code = "retail_sales", .zh = "社零", .value = "310", YUAN, .period = "2021"},
      {.code = "retail_sales",
       .zh = "社零",
       .value = "30",
       YUAN,
       .period = "2021",
       .measure = JB_MEASURE_CHANGE,
       .base = 2016},
  };
  assert_derived(FACTS(two), "");
  static const Row stated[] = {
      {.code = "retail_sales", .zh = "社零", .value = "300", YUAN, .period = "2021"},
      {.code = "retail_sales",
       .zh = "社零",
       .value = "30",
       YUAN,
       .period = "2021",
       .measure = JB_MEASURE_CHANGE,
       .base = 2020},
      {.code = "retail_sales", .zh = "社零", .value = "270", YUAN, .period = "2020"},
  };
  assert_derived(FACTS(stated), "");
}

static void
a_growth_target_gives_the_level_it_leads_to(void **state)
{
  (void)state;
  static const Row year[] = {
      {.code = "gdp", .zh = "生产总值", .value = "163", YUAN, .period = "2021"},
      {.code = "gdp",
       .zh = "生产总值",
       .value = "8",
       PERCENT,
       .period = "2022",
       .measure = JB_MEASURE_GROWTH,
       .bound = JB_BOUND_GE,
       .status = JB_STATUS_TARGET},
  };
  assert_derived(FACTS(year), "level 176亿元 ge 2022 round(#1 * (1 + #2 / 100), 0) (constant prices)\n");
  static const Row span[] = {
      {.code = "retail_sales", .zh = "社零", .value = "100.0", YUAN, .period = "2021"},
      {.code = "retail_sales",
       .zh = "社零",
       .value = "8.5",
       PERCENT,
       .period = "2022/2024",
       .measure = JB_MEASURE_AVERAGE_GROWTH,
       .bound = JB_BOUND_APPROX,
       .status = JB_STATUS_TARGET},
  };
  assert_derived(FACTS(span), "level 108.5亿元 approx 2022 round(#1 * (1 + #2 / 100), 1)\n"
                              "level 117.7亿元 approx 2023 round(#1 * (1 + #2 / 100)^2, 1)\n"
                              "level 127.7亿元 approx 2024 round(#1 * (1 + #2 / 100)^3, 1)\n");
}

static void
a_yearly_target_goes_before_the_average_of_a_span(void **state)
{
  (void)state;
  static const Row rows[] = {
      {.code = "retail_sales", .zh = "社零", .value = "100.0", YUAN, .period = "2021"},
      {.code = "retail_sales",
       .zh = "社零",
       .value = "8",
       PERCENT,
       .period = "2022/2023",
       .measure = JB_MEASURE_AVERAGE_GROWTH,
       .bound = JB_BOUND_GE,
       .status = JB_STATUS_TARGET},
      {.code = "retail_sales",
       .zh = "社零",
       .value = "6",
       PERCENT,
       .period = "2022",
       .measure = JB_MEASURE_GROWTH,
       .bound = JB_BOUND_GE,
       .status = JB_STATUS_TARGET},
      {.code = "retail_sales",
       .zh = "社零",
       .value = "6.5",
       PERCENT,
       .period = "2022",
       .measure = JB_MEASURE_GROWTH,
       .bound = JB_BOUND_LE,
       .status = JB_STATUS_TARGET},
  };
  assert_derived(FACTS(rows), "level 106.0亿元 ge 2022 round(#1 * (1 + #3 / 100), 1)\n"
                              "level 106.5亿元 le 2022 round(#1 * (1 + #4 / 100), 1)\n"
                              "level 116.6亿元 ge 2023 round(#1 * (1 + #2 / 100)^2, 1)\n");
}

static void
a_target_level_tells_what_is_left_to_do(void **state)
{
  (void)state;
  static const Row rows[] = {
      {.code = "urbanisation_rate", .zh = "城镇化率", .value = "62.5", PERCENT, .period = "2021"},
      {.code = "urbanisation_rate",
       .zh = "城镇化率",
       .value = "70",
       PERCENT,
       .period = "2026",
       .bound = JB_BOUND_GE,
       .status = JB_STATUS_TARGET},
      {.code = "jobs_urban_new",
       .zh = "城镇新增就业",
       .value = "5800",
       .unit = "人",
       .base_unit = "person",
       .period = "2021"},
      {.code = "jobs_urban_new",
       .zh = "城镇新增就业",
       .value = "6000",
       .unit = "人",
       .base_unit = "person",
       .period = "2022",
       .status = JB_STATUS_TARGET},
      {.code = "forest_coverage", .zh = "森林覆盖率", .value = "31", PERCENT, .period = "2021"},
      {.code = "forest_coverage",
       .zh = "森林覆盖率",
       .value = "30",
       PERCENT,
       .period = "2022",
       .bound = JB_BOUND_GE,
       .status = JB_STATUS_TARGET},
      {.code = "pm25", .zh = "PM2.5", .value = "27", .unit = "微克/立方米", .base_unit = "ug/m3", .period = "2021"},
      {.code = "pm25",
       .zh = "PM2.5",
       .value = "29",
       .unit = "微克/立方米",
       .base_unit = "ug/m3",
       .period = "2022",
       .bound = JB_BOUND_APPROX,
       .status = JB_STATUS_TARGET},
  };
  assert_derived(FACTS(rows), "change 7.5个百分点 ge 2026 #2 - #1\n");
}

/* ---- Periods ------------------------------------------------------------------------------------------------ */

static void
periods_are_iso_8601(void **state)
{
  (void)state;
  JbArena *arena = jb_arena_new();
  static const char *const same[] = {"2021", "2017/2021", "2025-12", "2025-01/2025-09", "2024-10/2025-03"};
  static const char *const wrong[] = {"",          "21",           "2021-", "2021-13", "2021-00",
                                      "2021/2017", "2021/2022-03", "2021x", "0000"};
  for (gsize i = 0; i < G_N_ELEMENTS(same); i++) {
    JbPeriod period;
    assert_true(jb_period_parse(same[i], &period));
    assert_string_equal(jb_period_text(arena, period), same[i]);
  }
  for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
    JbPeriod period;
    assert_false(jb_period_parse(wrong[i], &period));
  }
  assert_null(jb_period_text(arena, (JbPeriod){0}));
  JbPeriod year, months;
  assert_true(jb_period_parse("2021", &year) && jb_period_parse("2021-01/2021-12", &months));
  assert_true(jb_period_equal(year, months));
  assert_true(jb_period_is_year(months));
  assert_false(jb_period_is_year((JbPeriod){0}));
  jb_arena_free(arena);
}

/* ---- Writers ------------------------------------------------------------------------------------------------- */

static const Row written[] = {
    {.code = "gdp", .zh = "生产总值", .value = "163", YUAN, .period = "2021"},
    {.zh = "=1+1,\"危险\"\n名",
     .value = "-19.40",
     PERCENT,
     .measure = JB_MEASURE_GROWTH,
     .bound = JB_BOUND_GE,
     .status = JB_STATUS_TARGET,
     .base = 2016},
};

static void
json_lines_have_every_field_of_a_fact(void **state)
{
  (void)state;
  JbFacts *facts = FACTS(written);
  facts->facts[0].source.text = "163亿元";
  facts->facts[0].source.sections = (const char *[]){"一、回顾", "(一)经济", NULL};
  facts->facts[0].source.paragraph = 14;
  g_autoptr(GString) out = g_string_new(NULL);
  jb_facts_write(facts, JB_FACTS_JSONL, out);
  g_auto(GStrv) lines = g_strsplit(out->str, "\n", -1);
  assert_int_equal(g_strv_length(lines), 3); /* two and nothing behind the last newline */
  assert_string_equal(
      lines[0],
      "{\"id\":\"sample-2022#1\",\"code\":\"gdp\",\"name\":{\"zh\":\"生产总值\",\"en\":null},\"measure\":\"level\","
      "\"value\":\"163\",\"unit\":\"亿元\",\"amount\":{\"value\":\"16300000000\",\"unit\":\"CNY\"},\"bound\":\"eq\","
      "\"status\":\"actual\",\"period\":\"2021\",\"base\":null,"
      "\"area\":{\"code\":\"110101\",\"zh\":\"东城区\",\"en\":\"Dongcheng District\"},"
      "\"source\":{\"start\":0,\"end\":8,\"text\":\"163亿元\",\"section\":[\"一、回顾\",\"(一)经济\"],\"paragraph\":14}"
      ","
      "\"formula\":null}");
  json_t *second = json_loads(lines[1], JSON_REJECT_DUPLICATES, NULL);
  assert_non_null(second);
  assert_string_equal(json_string_value(json_object_get(json_object_get(second, "name"), "zh")), written[1].zh);
  assert_string_equal(json_string_value(json_object_get(second, "value")), "-19.40");
  assert_string_equal(json_string_value(json_object_get(second, "base")), "2016");
  assert_true(json_is_null(json_object_get(second, "period")));
  json_decref(second);
  jb_facts_free(facts);
}

static void
json_holds_the_report_and_its_facts(void **state)
{
  (void)state;
  JbFacts *facts = FACTS(written);
  g_autoptr(GString) out = g_string_new(NULL);
  jb_facts_write(facts, JB_FACTS_JSON, out);
  json_t *whole = json_loads(out->str, JSON_REJECT_DUPLICATES, NULL);
  assert_non_null(whole);
  assert_string_equal(json_string_value(json_object_get(json_object_get(whole, "report"), "id")), "sample-2022");
  assert_int_equal(json_array_size(json_object_get(whole, "facts")), 2);
  json_decref(whole);
  jb_facts_free(facts);
}

static void
csv_is_rfc_4180_with_sdmx_names_and_runs_no_formula(void **state)
{
  (void)state;
  JbFacts *facts = FACTS(written);
  g_autoptr(GString) out = g_string_new(NULL);
  jb_facts_write(facts, JB_FACTS_CSV, out);
  assert_string_equal(
      out->str,
      "FREQ,REF_AREA,INDICATOR,MEASURE,UNIT_MEASURE,UNIT_MULT,TIME_PERIOD,OBS_VALUE,OBS_STATUS,BASE_PER,BOUND,NAME_ZH,"
      "NAME_EN,SOURCE_START,SOURCE_END,SOURCE_TEXT,FORMULA,FACT_ID\r\n"
      "A,110101,gdp,level,CNY,8,2021,163,A,,eq,生产总值,,0,8,,,sample-2022#1\r\n"
      "_U,110101,,growth,percent,0,,-19.40,F,2016,ge,\"'=1+1,\"\"危险\"\"\n名\",,10,18,,,sample-2022#2\r\n");
  jb_facts_free(facts);
}

static void
columns_align_by_display_width(void **state)
{
  (void)state;
  static const Row rows[] = {
      {.code = "gdp", .zh = "生产总值", .value = "163", YUAN, .period = "2021"},
      {.zh = "GDP", .value = "6.6", PERCENT, .measure = JB_MEASURE_GROWTH},
  };
  JbFacts *facts = FACTS(rows);
  g_autoptr(GString) out = g_string_new(NULL);
  jb_facts_write(facts, JB_FACTS_TABLE, out);
  assert_string_equal(out->str, "#  name        value  measure  bound  status  period  code\n"
                                "1  生产总值  163亿元  level    eq     actual  2021    gdp\n"
                                "2  GDP          6.6%  growth   eq     actual  -       -\n");
  jb_facts_free(facts);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_level_and_its_change_give_the_base_year_and_the_average),
      cmocka_unit_test(an_average_may_span_decades),
      cmocka_unit_test(a_rate_and_its_points_give_the_base_rate),
      cmocka_unit_test(a_change_without_a_named_base_needs_the_words),
      cmocka_unit_test(nominal_growth_gives_the_year_before_and_real_growth_does_not),
      cmocka_unit_test(inexact_levels_and_contradictions_derive_nothing),
      cmocka_unit_test(a_growth_target_gives_the_level_it_leads_to),
      cmocka_unit_test(a_yearly_target_goes_before_the_average_of_a_span),
      cmocka_unit_test(a_target_level_tells_what_is_left_to_do),
      cmocka_unit_test(periods_are_iso_8601),
      cmocka_unit_test(json_lines_have_every_field_of_a_fact),
      cmocka_unit_test(json_holds_the_report_and_its_facts),
      cmocka_unit_test(csv_is_rfc_4180_with_sdmx_names_and_runs_no_formula),
      cmocka_unit_test(columns_align_by_display_width),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
