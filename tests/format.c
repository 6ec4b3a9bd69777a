/* SPDX-License-Identifier: Apache-2.0 */
/*
 * jianbao format against the official translations: quantity-pairs.tsv has the quantities of the Government Work
 * Reports 2008–2017 beside what their English editions wrote, without the words for bounds. What the translators
 * changed over the years (% and percent, tons and metric tons, digits and words) is folded before comparing.
 */
#include "support.h"

#include <string.h>

enum { LEAST_EQUAL = 97 }; /* percent */

static const struct {
  const char *pattern, *by;
} folds[] = {
    {.pattern = "^(over|nearly|around|at least|no more than|below|within) ", .by = ""},
    {.pattern = " \\(.*\\)", .by = ""},
    {.pattern = "[-\u2013]", .by = " "},
    {.pattern = "per cent", .by = "percent"},
    {.pattern = "%", .by = " percent"},
    {.pattern = "metric tons", .by = "tons"},
    {.pattern = "coal equivalent", .by = "coal"},
    {.pattern = "(us)?\\$ ?", .by = "us$"},
    {.pattern = "\\bkw\\b", .by = "kilowatts"},
    {.pattern = "\\bkg\\b", .by = "kilograms"},
    {.pattern = "\\bkm2\\b", .by = "square kilometers"},
    {.pattern = "\\bkm\\b", .by = "kilometers"},
    {.pattern = "\\bm3\\b", .by = "cubic meters"},
    {.pattern = "\\b(one|a) (?=third|half|million|billion|trillion|year|percentage)", .by = "1 "},
    {.pattern = "\\btwo\\b", .by = "2"},
    {.pattern = "\\bthree\\b", .by = "3"},
    {.pattern = "\\bfour\\b", .by = "4"},
    {.pattern = "\\bfive\\b", .by = "5"},
    {.pattern = "\\bsix\\b", .by = "6"},
    {.pattern = "\\bseven\\b", .by = "7"},
    {.pattern = "\\beight\\b", .by = "8"},
    {.pattern = "\\bnine\\b", .by = "9"},
    {.pattern = "\\bone\\b", .by = "1"},
    {.pattern = "\\bten\\b", .by = "10"},
    {.pattern = "\\bfifty 1\\b", .by = "51"},
    {.pattern = "\\bthirty 1\\b", .by = "31"},
    {.pattern = "\\byears?\\b", .by = "year"},
    {.pattern = " +", .by = " "},
};

static char *
fold(const char *text)
{
  char *folded = g_utf8_strdown(text, -1);
  for (gsize i = 0; i < G_N_ELEMENTS(folds); i++) {
    g_autoptr(GRegex) regex = g_regex_new(folds[i].pattern, 0, 0, NULL);
    char *next = g_regex_replace_literal(regex, folded, -1, 0, folds[i].by, 0, NULL);
    g_free(folded);
    folded = next;
  }
  return g_strstrip(folded);
}

static void
check_pairs(void)
{
  g_autofree char *table = test_read(JB_TESTS_DIR "/quantity-pairs.tsv", NULL);
  g_auto(GStrv) lines = g_strsplit(g_strchomp(table), "\n", -1);
  g_autoptr(GString) input = g_string_new(NULL);
  g_autoptr(GPtrArray) expected = g_ptr_array_new_with_free_func(g_free);
  for (char **line = lines + 1; *line != NULL; line++) {
    g_auto(GStrv) columns = g_strsplit(*line, "\t", 3);
    g_string_append_printf(input, "%s\n", columns[1]);
    g_ptr_array_add(expected, g_strdup(columns[2]));
  }
  g_auto(TestRun)
      run = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "format", "--lang", "en", "-"), .input = input->str});
  test_check(run.status == 0, "format: exit %d: %s", run.status, run.err);
  g_auto(GStrv) found = g_strsplit(g_strchomp(run.out), "\n", -1);
  if (!test_check(g_strv_length(found) == expected->len, "%u lines for %u quantities", g_strv_length(found),
                  expected->len))
    return;
  guint equal = 0;
  for (guint i = 0; i < expected->len; i++) {
    g_autofree char *theirs = fold(expected->pdata[i]), *ours = fold(found[i]);
    equal += strcmp(theirs, ours) == 0;
    if (strcmp(theirs, ours) != 0)
      g_print("  %s: %s, officially %s\n", lines[i + 1], found[i], (const char *)expected->pdata[i]);
  }
  test_check(equal * 100 >= expected->len * LEAST_EQUAL, "%u of %u as the official translations have it", equal,
             expected->len);
}

static void
check_styles(void)
{
  static const struct {
    const char *zh, *style, *lang, *line;
  } cases[] = {
      {.zh = "1100万人以上", .style = "prose", .lang = "en", .line = "at least 11 million\n"},
      {.zh = "1100万人以上", .style = "chart", .lang = "en", .line = "≥11m\n"},
      {.zh = "163亿元", .style = "chart", .lang = "en", .line = "¥16.3bn\n"},
      {.zh = "163亿元", .style = "prose", .lang = "both", .line = "163亿元\t16.3 billion yuan\n"},
      {.zh = "5%左右", .style = "chart", .lang = "en", .line = "~5%\n"},
      {.zh = "6%—6.5%", .style = "prose", .lang = "en", .line = "6–6.5 percent\n"},
      {.zh = "8000万亩", .style = "prose", .lang = "en", .line = "5.33 million hectares (80 million mu)\n"},
      {.zh = "三分之二", .style = "prose", .lang = "en", .line = "two thirds\n"},
      {.zh = "22周年", .style = "prose", .lang = "en", .line = "22nd anniversary\n"},
      {.zh = "2个多百分点", .style = "prose", .lang = "en", .line = "over 2 percentage points\n"},
      {.zh = "近2万户", .style = "chart", .lang = "en", .line = "~20,000\n"},
      {.zh = "5到7元", .style = "prose", .lang = "en", .line = "5 to 7 yuan\n"},
      {.zh = "1亿至15亿元", .style = "prose", .lang = "en", .line = "100 million yuan to 1.5 billion yuan\n"},
      {.zh = "2.8元/斤", .style = "prose", .lang = "en", .line = "5.6 yuan per kilogram\n"},
      {.zh = "每立方米37微克", .style = "chart", .lang = "en", .line = "37 µg/m³\n"},
      {.zh = "每人每月800元",
       .style = "prose",
       .lang = "both",
       .line = "每人每月800元\t800 yuan per person per month\n"},
      {.zh = "每10万人拥有床位8张", .style = "prose", .lang = "en", .line = "eight per 100,000 people\n"},
      {.zh = "11.8:48.3:39.9", .style = "prose", .lang = "en", .line = "11.8:48.3:39.9\n"},
      {.zh = "4比6", .style = "prose", .lang = "en", .line = "4:6\n"},
      {.zh = "增长1.71倍", .style = "prose", .lang = "en", .line = "171 percent\n"},
      {.zh = "翻了一番", .style = "prose", .lang = "en", .line = "doubled\n"},
      {.zh = "是2012年的2.2倍", .style = "prose", .lang = "en", .line = "2.2 times\n"},
      {.zh = "十余个", .style = "chart", .lang = "both", .line = "十余个\t>10\n"},
      {.zh = "第3位", .style = "prose", .lang = "en", .line = "no. 3\n"},
      {.zh = "前10名", .style = "prose", .lang = "en", .line = "top 10\n"},
      {.zh = "1个半小时", .style = "prose", .lang = "en", .line = "1.5 hours\n"},
      {.zh = "负3.2%", .style = "chart", .lang = "en", .line = "−3.2%\n"},
      {.zh = "１２３亿元", .style = "chart", .lang = "en", .line = "¥12.3bn\n"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_auto(TestRun) run = test_run(&(TestCommand){
        .argv = ARGV(JIANBAO, "format", "--lang", cases[i].lang, "--style", cases[i].style, cases[i].zh)});
    test_check(run.status == 0 && strcmp(run.out, cases[i].line) == 0, "format %s: %s, not %s", cases[i].zh, run.out,
               cases[i].line);
  }
  g_auto(TestRun) one = test_run(
      &(TestCommand){.argv = ARGV(JIANBAO, "format", "--lang", "en", "-"), .input = "163亿元\n\n改造\n5%\n"});
  test_check(one.status == 65 && strcmp(one.out, "16.3 billion yuan\n\n\n5 percent\n") == 0 &&
                 strstr(one.err, "-:3:1: \"改造\"") != NULL,
             "a line without a quantity: exit %d, %s, %s", one.status, one.out, one.err);
  g_auto(TestRun)
      bytes = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "format", "--lang", "en", "-"), .input = "5\xe4\n5%\n"});
  test_check(bytes.status == 65 && strcmp(bytes.out, "\n5 percent\n") == 0 && strstr(bytes.err, "-:1:1:") != NULL,
             "a line that is no UTF-8: exit %d, %s, %s", bytes.status, bytes.out, bytes.err);
  g_auto(TestRun) two = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "format", "-"), .input = "改造\n5%\n提升\n"});
  test_check(two.status == 65 && strstr(two.err, "2 lines hold no quantity (1, 3)") != NULL, "two lines: exit %d, %s",
             two.status, two.err);
}

/* A glossary's names hold in what is extracted and listed; what is wrong in it is told by line and column. */
static void
check_glossary(void)
{
  char *folder = test_folder();
  g_autofree char *path = g_build_filename(folder, "own.tsv", NULL);
  g_assert_true(g_file_set_contents(
      path, "# own names\n铺设污水管道\tSewers laid\tSewers\n建成区面积: Urban built-up area\n", -1, NULL));
  static const char report[] = JB_TESTS_DIR "/reports/weidong-2022.md";
  g_auto(TestRun) facts = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "extract", "--glossary", path, report)});
  test_check(facts.status == 0 && strstr(facts.out, "\"Sewers laid\"") != NULL, "glossary: exit %d, %s", facts.status,
             facts.err);
  g_auto(TestRun) terms = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "list", "terms", "--glossary", path)});
  test_check(g_str_has_prefix(terms.out, "-\t铺设污水管道\tSewers laid\tSewers\n") &&
                 strstr(terms.out, "Built-up area") == NULL,
             "terms in force: %.60s", terms.out);
  g_assert_true(g_file_set_contents(path, "口袋公园\tPocket parks\n标箱: TEUs\n", -1, NULL));
  g_auto(TestRun) counted = test_run(&(TestCommand){
      .argv = ARGV(JIANBAO, "format", "--glossary", path, "120个口袋公园", "20万标箱以上", "120个公园")});
  test_check(strcmp(counted.out, "120个\t120 pocket parks\n20万标箱以上\tat least 200,000 TEUs\n120个\t120\n") == 0,
             "counted by the glossary: %s%s", counted.out, counted.err);
  g_auto(TestRun) rest = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "list", "untranslated", report)});
  test_check(rest.status == 0, "list untranslated: exit %d, %s", rest.status, rest.err);
  static const struct {
    const char *text, *says;
  } wrong[] = {
      {.text = "甲\tA\n乙\n", .says = "own.tsv:2:1:"},
      {.text = "甲\t\n", .says = "own.tsv:1:3:"},
      {.text = "甲\tA\tA\tnuon\n", .says = "own.tsv:1:7: no such class"},
      {.text = "甲\tA\n甲\tB\n", .says = "own.tsv:2:1: these words are there already"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
    g_assert_true(g_file_set_contents(path, wrong[i].text, -1, NULL));
    g_auto(TestRun) run = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "list", "terms", "--glossary", path)});
    test_check(run.status == 78 && strstr(run.err, wrong[i].says) != NULL && run.out_len == 0, "%s: exit %d, %s",
               wrong[i].says, run.status, run.err);
  }
  test_remove(folder);
}

int
main(void)
{
  check_pairs();
  check_styles();
  check_glossary();
  return test_close();
}
