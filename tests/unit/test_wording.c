/* SPDX-License-Identifier: Apache-2.0 */
/* Names, quantities, periods and titles in two languages. */
#include "wording/compose.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static int
by_name(const char *name, const char *(*name_of)(int), int count)
{
  for (int i = 0; i < count; i++)
    if (strcmp(name_of(i), name) == 0)
      return i;
  fail_msg("no such name: %s", name);
  return 0;
}

static const char *
measure_name(int i)
{
  return jb_measure_name((JbMeasure)i);
}

static const char *
bound_name(int i)
{
  return jb_bound_name((JbBound)i);
}

static const char *
status_name(int i)
{
  return jb_status_name((JbStatus)i);
}

enum { VALUE, UNIT, MEASURE, BOUND, STATUS, TEXT, LABEL, PROSE, PARTS, CHINESE, N_FIELDS };

static void
a_quantity_is_worded_as_its_line_says(const char *line)
{
  JbArena *arena = jb_arena_new();
  g_auto(GStrv) field = g_strsplit(line, "\t", -1);
  if (g_strv_length(field) != N_FIELDS)
    fail_msg("not %d fields: %s", N_FIELDS, line);
  JbFact fact = {
      .unit = field[UNIT],
      .measure = (JbMeasure)by_name(field[MEASURE], measure_name, JB_MEASURE_RANK + 1),
      .bound = (JbBound)by_name(field[BOUND], bound_name, JB_BOUND_APPROX + 1),
      .status = (JbStatus)by_name(field[STATUS], status_name, JB_STATUS_DERIVED + 1),
      .source.text = field[TEXT],
  };
  assert_true(jb_decimal_parse(jb_slice(field[VALUE]), &fact.value));
  assert_string_equal(jb_quantity(arena, &fact, JB_LANG_EN, JB_STYLE_LABEL), field[LABEL]);
  assert_string_equal(jb_quantity(arena, &fact, JB_LANG_EN, JB_STYLE_PROSE), field[PROSE]);
  assert_string_equal(jb_quantity(arena, &fact, JB_LANG_ZH, JB_STYLE_LABEL), field[CHINESE]);
  JbQuantityParts parts = jb_quantity_parts(arena, &fact, JB_LANG_EN);
  assert_string_equal(jb_arena_printf(arena, "%s|%s|%s", parts.bound, parts.number, parts.unit), field[PARTS]);
  jb_arena_free(arena);
}

/* The lines of a table but for empty ones and comments. */
static char **
table_lines(const char *path)
{
  g_autofree char *table = NULL;
  assert_true(g_file_get_contents(path, &table, NULL, NULL));
  char **lines = g_strsplit(table, "\n", -1), **kept = lines;
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0' && **line != '#')
      *kept++ = *line;
    else
      g_free(*line);
  *kept = NULL;
  return lines;
}

static void
quantities_are_worded_in_both_languages(void **state)
{
  (void)state;
  g_auto(GStrv) lines = table_lines(JB_TESTS_DIR "/unit/quantities.tsv");
  for (char **line = lines; *line != NULL; line++)
    a_quantity_is_worded_as_its_line_says(*line);
}

static void
one_scale_serves_all_ticks_of_an_axis(void **state)
{
  (void)state;
  JbArena *arena = jb_arena_new();
  static const struct {
    gint64 tick;
    const char *number;
  } cases[] = {{.tick = 0, .number = "0"}, {.tick = 5, .number = "0.5"}, {.tick = 150, .number = "15"}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    JbQuantityParts parts = jb_value_parts_scaled(arena, (JbDecimal){.digits = cases[i].tick},
                                                  (JbDecimal){.digits = 150}, "亿元", JB_MEASURE_LEVEL, JB_LANG_EN);
    assert_string_equal(parts.number, cases[i].number);
    assert_string_equal(parts.unit, "billion yuan");
  }
  jb_arena_free(arena);
}

static void
periods_read_as_each_language_writes_them(void **state)
{
  (void)state;
  JbArena *arena = jb_arena_new();
  static const struct {
    const char *iso, *zh, *en;
  } cases[] = {
      {.iso = "2021", .zh = "2021年", .en = "2021"},
      {.iso = "2017/2021", .zh = "2017—2021年", .en = "2017–21"},
      {.iso = "1998/2002", .zh = "1998—2002年", .en = "1998–2002"},
      {.iso = "2025-01/2025-09", .zh = "2025年1—9月", .en = "Jan–Sep 2025"},
      {.iso = "2025-12", .zh = "2025年12月", .en = "Dec 2025"},
      {.iso = "2024-10/2025-03", .zh = "2024年10月—2025年3月", .en = "Oct 2024–Mar 2025"},
      {.iso = "2025-01/2025-12", .zh = "2025年", .en = "2025"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    JbPeriod period;
    assert_true(jb_period_parse(cases[i].iso, &period));
    assert_string_equal(jb_period_words(arena, period, JB_LANG_ZH), cases[i].zh);
    assert_string_equal(jb_period_words(arena, period, JB_LANG_EN), cases[i].en);
  }
  assert_string_equal(jb_period_words(arena, (JbPeriod){0}, JB_LANG_EN), "—");
  jb_arena_free(arena);
}

static void
titles_leave_out_what_is_not_known(void **state)
{
  (void)state;
  JbArena *arena = jb_arena_new();
  JbReport report = {.area = {.zh = "东城区", .en = "Dongcheng District", .level = JB_AREA_COUNTY},
                     .kind = JB_REPORT_WORK,
                     .year = 2022};
  assert_string_equal(jb_report_title(arena, &report, JB_LANG_ZH), "东城区2022年政府工作报告简报");
  assert_string_equal(jb_report_title(arena, &report, JB_LANG_EN),
                      "Dongcheng District: briefing on the 2022 Government Work Report");
  report.area.level = JB_AREA_NATION;
  assert_string_equal(jb_report_title(arena, &report, JB_LANG_ZH), "2022年政府工作报告简报");
  report.area = (JbArea){.code = "", .zh = "", .en = ""};
  report.year = 0;
  assert_string_equal(jb_report_title(arena, &report, JB_LANG_ZH), "政府工作报告简报");
  assert_string_equal(jb_report_title(arena, &report, JB_LANG_EN), "Briefing on the Government Work Report");
  report.kind = JB_REPORT_TABLE; /* the last kind: all of them have words */
  assert_string_equal(jb_report_title(arena, &report, JB_LANG_ZH), "统计数据简报");
  assert_string_equal(jb_report_title(arena, &report, JB_LANG_EN), "Briefing on the Statistical Data");
  jb_arena_free(arena);
}

static void
terms_are_all_readable_and_short_ones_fit_an_axis(void **state)
{
  (void)state;
  assert_true(jb_term_count() > 300);
  for (guint i = 0; i < jb_term_count(); i++) {
    const JbTerm *term = jb_term_at(i);
    assert_non_null(term->zh);
    assert_non_null(term->en);
    if (g_utf8_strlen(term->en_short, -1) > 22)
      fail_msg("%s is over 22 characters", term->en_short);
  }
  assert_null(jb_term_at(jb_term_count()));
  assert_string_equal(jb_term_lookup("社零")->zh, "社会消费品零售总额");
  assert_null(jb_term_lookup("没有这个指标"));
  assert_null(jb_term_lookup_code("no_such_code", JB_AREA_COUNTY));
}

static void
names_follow_code_then_words_and_are_never_guessed(void **state)
{
  (void)state;
  JbArena *arena = jb_arena_new();
  static const struct {
    const char *code, *zh, *en;
    JbMeasure measure;
    JbAreaLevel level;
  } cases[] = {
      {.code = "gdp", .zh = "生产总值", .level = JB_AREA_COUNTY, .en = "Gross regional product"},
      {.code = "gdp", .zh = "GDP", .level = JB_AREA_NATION, .en = "Gross domestic product (GDP)"},
      {.code = "tertiary_industry_va",
       .zh = "服务业增加值",
       .level = JB_AREA_COUNTY,
       .en = "Value added of the service sector"},
      {.code = "tertiary_industry_va",
       .zh = "三产",
       .level = JB_AREA_COUNTY,
       .en = "Value added of the tertiary industry"},
      {.code = "tertiary_industry_va",
       .zh = "三产占GDP比重",
       .measure = JB_MEASURE_SHARE,
       .en = "Value added of the tertiary industry, share of GDP"},
      {.code = "tertiary_industry_va",
       .zh = "三产比重",
       .measure = JB_MEASURE_SHARE,
       .en = "Share of the tertiary industry"},
      {.code = "tax_revenue",
       .zh = "税收占一般公共预算收入比重",
       .measure = JB_MEASURE_SHARE,
       .en = "Tax revenue, share of general public budget revenue"},
      {.code = "fiscal_deficit", .zh = "赤字率", .en = "Deficit-to-GDP ratio"},
      {.code = "retail_sales", .zh = "没见过的说法", .en = "Retail sales of consumer goods"},
      {.zh = "公园绿地", .en = "Park green space"},
      {.zh = "获得国家科技奖励项目", .en = "Projects winning state science and technology awards"},
      {.zh = "全区公园绿地", .en = "Park green space"},
      {.zh = "普惠性幼儿园", .en = "Public-interest kindergartens"}, /* the alias of a rate, and this is a count */
      {.zh = "新增就业", .en = "New jobs"}, /* an alias of a coded indicator, but extraction gave no code */
      {.zh = "新增高新技术企业", .en = "New high-tech enterprises"},
      {.zh = "建成口袋公园", .en = "Pocket parks completed"},
      {.zh = "新增农村危房改造", .en = "New renovation of dilapidated rural houses"},
      {.zh = "金融业增加值占GDP比重",
       .measure = JB_MEASURE_SHARE,
       .en = "Value added of the financial sector, share of GDP"},
      {.zh = "战略性新兴产业增加值占别的比重", .measure = JB_MEASURE_SHARE, .en = NULL},
      {.zh = "以上", .en = NULL}, /* vocabulary, no indicator */
      {.zh = "没见过的说法", .en = NULL},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    JbFact fact = {.code = cases[i].code, .name_zh = cases[i].zh, .measure = cases[i].measure};
    const char *en = jb_name_en(arena, &fact, cases[i].level, FALSE);
    if (g_strcmp0(en, cases[i].en) != 0)
      fail_msg("%s: %s", cases[i].zh, en != NULL ? en : "no name");
  }
  jb_arena_free(arena);
}

/* Names that a reader found right stay as they were read; the sample itself stays as good as it was. */
static void
composed_names_stay_as_they_were_read(void **state)
{
  (void)state;
  JbArena *arena = jb_arena_new();
  g_auto(GStrv) lines = table_lines(JB_TESTS_DIR "/unit/composed-names.tsv");
  guint n = 0, right = 0;
  for (char **line = lines; *line != NULL; line++) {
    g_auto(GStrv) field = g_strsplit(*line, "\t", -1);
    assert_int_equal(g_strv_length(field), 3);
    n++;
    if (strcmp(field[2], "right") != 0)
      continue;
    right++;
    const char *found = jb_compose(arena, NULL, field[0], NULL);
    if (g_strcmp0(found, field[1]) != 0)
      fail_msg("%s: %s, and it was %s", field[0], found != NULL ? found : "no name", field[1]);
  }
  assert_int_equal(n, 200);
  assert_true(right * 100 >= n * 90);
  jb_arena_free(arena);
}

/* A row has five columns, a word that a name can hold, and English where its class has any. */
static void
lexicon_rows_are_whole(void **state)
{
  (void)state;
  static const char *const marks[] = {"“", "”", "‘", "’", "《", "》", "\"", " ", "「", "」"}; /* left out of names */
  static const char *const silent[] = {"drop", "de", "stop"};
  g_auto(GStrv) lines = table_lines(JB_TESTS_DIR "/../src/wording/tables/lexicon.tsv");
  for (char **line = lines + 1; *line != NULL; line++) { /* behind the heads */
    g_auto(GStrv) field = g_strsplit(*line, "\t", -1);
    if (g_strv_length(field) != 5)
      fail_msg("%s", *line);
    gboolean has_english = strcmp(field[2], "-") != 0, is_silent = FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(silent); i++)
      is_silent |= strcmp(field[1], silent[i]) == 0;
    if (!has_english && !is_silent && strcmp(field[1], "and") != 0)
      fail_msg("no English: %s", *line);
    for (gsize i = 0; i < G_N_ELEMENTS(marks); i++)
      if (strstr(field[0], marks[i]) != NULL)
        fail_msg("no name holds that: %s", *line);
  }
}

/* What each rule is for; "-": there is to be no name. */
static void
composition_follows_its_rules(void **state)
{
  (void)state;
  JbArena *arena = jb_arena_new();
  g_auto(GStrv) lines = table_lines(JB_TESTS_DIR "/unit/composed-rules.tsv");
  guint n = 0;
  for (char **line = lines; *line != NULL; line++) {
    g_auto(GStrv) field = g_strsplit(*line, "\t", -1);
    assert_int_equal(g_strv_length(field), 2);
    const char *found = jb_compose(arena, NULL, field[0], NULL);
    found = found != NULL ? found : "-";
    if (strcmp(found, field[1]) != 0)
      fail_msg("%s: %s, and it should be %s", field[0], found, field[1]);
    n++;
  }
  assert_true(n > 0);
  jb_arena_free(arena);
}

/* Proper names are in pinyin only where a class word shows that they are one; no other unknown word is guessed. */
static void
unknown_words_are_told_and_not_guessed(void **state)
{
  (void)state;
  JbArena *arena = jb_arena_new();
  static const struct {
    const char *zh, *en, *unknown;
  } cases[] = {
      {.zh = "平安大道", .en = "Ping'an Avenue", .unknown = ""},
      {.zh = "打通东泰路等断头路", .en = "Dongtai Road dead-end roads opened up", .unknown = ""},
      {.zh = "青岛港货物吞吐量", .en = "Qingdao Port cargo throughput", .unknown = ""},
      {.zh = "总投资5亿元以上项目", .en = "Projects with total investment of 500 million yuan or more", .unknown = ""},
      {.zh = "60岁以上老人", .en = "Older people aged 60 and above", .unknown = ""},
      {.zh = "建成饕餮中心", .en = NULL, .unknown = "饕餮"},
      {.zh = "困难群众发放救助金", .en = "Assistance payments granted to people in need", .unknown = ""},
      {.zh = "注册资本企业", .en = NULL, .unknown = ""},
      {.zh = "大学在青设立分支机构", .en = NULL, .unknown = ""},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    const char *unknown = NULL, *found = jb_compose(arena, NULL, cases[i].zh, &unknown);
    if (g_strcmp0(found, cases[i].en) != 0 || g_strcmp0(unknown, cases[i].unknown) != 0)
      fail_msg("%s: %s, not known %s", cases[i].zh, found != NULL ? found : "no name", unknown);
  }
  jb_arena_free(arena);
}

/* 户 are the households of homes, and elsewhere what the name says. */
static void
households_are_counted_where_the_name_tells_of_homes(void **state)
{
  (void)state;
  static const struct {
    const char *zh, *unit, *en;
  } cases[] = {
      {.zh = "改造老旧小区", .unit = "户", .en = "households"},
      {.zh = "清洁取暖改造", .unit = "万户", .en = "households"},
      {.zh = "棚户区改造", .unit = "户", .en = "households"},
      {.zh = "改造老旧小区", .unit = "个", .en = ""},
      {.zh = "规上企业", .unit = "户", .en = ""},
      {.zh = "燃气企业", .unit = "户", .en = ""},
  };
  JbArena *arena = jb_arena_new();
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    JbFact fact = {.name_zh = cases[i].zh, .unit = cases[i].unit, .value = {.digits = 7}};
    assert_string_equal(jb_quantity_parts(arena, &fact, JB_LANG_EN).unit, cases[i].en);
  }
  jb_arena_free(arena);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(quantities_are_worded_in_both_languages),
      cmocka_unit_test(one_scale_serves_all_ticks_of_an_axis),
      cmocka_unit_test(periods_read_as_each_language_writes_them),
      cmocka_unit_test(titles_leave_out_what_is_not_known),
      cmocka_unit_test(terms_are_all_readable_and_short_ones_fit_an_axis),
      cmocka_unit_test(names_follow_code_then_words_and_are_never_guessed),
      cmocka_unit_test(composed_names_stay_as_they_were_read),
      cmocka_unit_test(households_are_counted_where_the_name_tells_of_homes),
      cmocka_unit_test(lexicon_rows_are_whole),
      cmocka_unit_test(composition_follows_its_rules),
      cmocka_unit_test(unknown_words_are_told_and_not_guessed),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
