/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the program says of a history of five documents (tests/history), word for word as in history/golden.
 * `history --update` writes what it says now.
 */
#include "support.h"

#include <stdio.h>
#include <string.h>

#define FOLDER JB_TESTS_DIR "/history/"

static const struct {
  const char *golden;
  const char *argv[8];
} questions[] = {
    {.golden = "gdp.txt", .argv = {"series", "gdp", "--area", "卫东区"}},
    {.golden = "gdp.csv", .argv = {"series", "gdp", "--area", "410403", "--format", "csv"}},
    {.golden = "gdp.json", .argv = {"series", "地区生产总值", "--area", "410403", "--format=json", "--measure=growth"}},
    {.golden = "industry-months.txt",
     .argv = {"series", "industrial_va", "--measure=growth", "--span=months", "--area=卫东区"}},
    {.golden = "ranking.txt", .argv = {"ranking", "gdp", "--year=2024", "--measure=growth"}},
    {.golden = "ranking.csv", .argv = {"ranking", "地区生产总值", "--year=2024", "--level=county", "--format=csv"}},
    {.golden = "delivery-2024.txt", .argv = {"delivery", "--year", "2024", "--area", "卫东区"}},
    {.golden = "progress-2025-09.txt", .argv = {"progress", "--period", "2025-09", "--area", "卫东区"}},
    {.golden = "progress-2025.txt", .argv = {"progress", "--period", "2025", "--area", "卫东区"}},
};

static void
ask(const char *store, gsize i, gboolean update)
{
  const char *argv[16] = {JIANBAO};
  guint n = 1;
  for (guint k = 0; questions[i].argv[k] != NULL; k++)
    argv[n++] = questions[i].argv[k];
  argv[n++] = "--store";
  argv[n] = store;
  g_auto(TestRun) run = test_run(&(TestCommand){.argv = argv});
  g_autofree char *path = g_build_filename(FOLDER "golden", questions[i].golden, NULL);
  if (update) {
    g_file_set_contents(path, run.out, (gssize)run.out_len, NULL);
    return;
  }
  g_autofree char *expected = test_read(path, NULL);
  gboolean same = strcmp(expected, run.out) == 0;
  g_autofree char *diff = same ? NULL : test_diff(expected, run.out);
  test_check(run.status == 0 && same, "%s: exit %d: %s\n%s", questions[i].golden, run.status, run.err,
             diff != NULL ? diff : "");
}

static void
import(const char *store, const char *const *files, const char *says)
{
  const char *argv[16] = {JIANBAO, "import", "--store", store};
  guint n = 4;
  for (; *files != NULL; files++)
    argv[n++] = *files;
  g_auto(TestRun) run = test_run(&(TestCommand){.argv = argv});
  test_check(run.status == 0 && strstr(run.err, says) != NULL, "import: exit %d: %s", run.status, run.err);
}

/* A briefing takes earlier years from the history, and the same bytes come out each time. */
static void
check_brief(const char *folder, const char *store)
{
  g_autofree char *facts = g_build_filename(folder, "brief.svg", NULL);
  g_auto(TestRun) alone = test_run(
      &(TestCommand){.argv = ARGV(JIANBAO, "chart", "trend", FOLDER "wd-2025.md", "--indicator=gdp", "-o", facts)});
  gsize len, with_len;
  g_autofree char *without = test_read(facts, &len);
  g_auto(TestRun) told = test_run(&(TestCommand){
      .argv = ARGV(JIANBAO, "chart", "trend", FOLDER "wd-2025.md", "--indicator=gdp", "--store", store, "-o", facts)});
  g_autofree char *with = test_read(facts, &with_len);
  test_check(alone.status == 0 && told.status == 0, "chart: %s%s", alone.err, told.err);
  test_check(len == with_len && memcmp(with, without, len) == 0,
             "2023 stands in the report itself, so the history adds nothing to its trend");
  g_auto(TestRun)
      older = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "chart", "trend", FOLDER "wd-2025.md",
                                                   "--indicator=retail_sales", "--store", store, "-o", facts)});
  g_autofree char *more = test_read(facts, NULL);
  test_check(older.status == 0 && strstr(more, "2023年95亿元；") != NULL, "the observed 95亿元 of 2023 is not in the trend: %s", older.err);
}

/* Forms that set this report's figures beside those of earlier ones. */
static void
check_forms(const char *store)
{
  static const struct {
    const char *form, *says, *no_history;
  } charts[] = {
      {.form = "delivery",
       .says = "承诺与兑现：四项达标，一项未达标。6项。地区生产总值 5.6%（2024年目标6%以上，未达标）",
       .no_history = "哑铃图：承诺与兑现。暂无数据。"},
      {.form = "heatmap", .says = "地区生产总值：2023 5.2%，2024 5.6%；", .no_history = "对比热力图"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(charts); i++) {
    g_auto(TestRun) told = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "chart", charts[i].form, FOLDER "wd-2025.md",
                                                                "--store", store, "-o", "-", "--format", "svg")});
    test_check(told.status == 0 && strstr(told.out, charts[i].says) != NULL, "chart %s: exit %d: %s", charts[i].form,
               told.status, told.err);
    g_auto(TestRun) alone = test_run(&(TestCommand){
        .argv = ARGV(JIANBAO, "chart", charts[i].form, FOLDER "wd-2025.md", "-o", "-", "--format", "svg")});
    test_check(alone.status == 10 && strstr(alone.out, charts[i].no_history) != NULL, "chart %s alone: exit %d",
               charts[i].form, alone.status);
  }
  /* An old promise is no target of this year's, and leads to no path of its own. */
  g_auto(TestRun) page = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "chart", "growth", FOLDER "wd-2025.md", "--store",
                                                              store, "-o", "-", "--format", "svg")});
  test_check(strstr(page.out, "2025年目标6%以上") != NULL && strstr(page.out, "2024年目标") == NULL,
             "growth beside an old target");
}

/* A series as a chart: known years, the target beyond them, units that the history has in one; the name tells the form. */
static void
check_series_chart(const char *folder, const char *store)
{
  static const struct {
    const char *measure, *says;
  } charts[] = {{.measure = "level", .says = "2023年181.4亿元；2024年191.6亿元；2025年203.1亿元以上（目标）"}, {.measure = "growth", .says = "增速升至5.6%。2023年5.2%；2024年5.6%；2025年6%以上（目标）"}};
  g_autofree char *svg = g_build_filename(folder, "series.svg", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(charts); i++) {
    g_auto(TestRun) run = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "series", "gdp", "--area=卫东区", "--measure",
                                                               charts[i].measure, "--store", store, "-o", svg)});
    g_autofree char *text = test_read(svg, NULL);
    test_check(run.status == 0 && strstr(text, charts[i].says) != NULL, "series of %s as a chart: exit %d: %s",
               charts[i].measure, run.status, run.err);
  }
  g_auto(TestRun) none = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "series", "gdp", "--area=卫东区",
                                                              "--span=months", "--store", store, "-o", svg)});
  test_check(none.status == 65, "months as a chart: exit %d: %s", none.status, none.err);
}

/* The ranking as a picture: the row of an area is marked, all are in one unit, and its CSV names each area. */
static void
check_ranking_chart(const char *folder, const char *db)
{
  g_autofree char *svg = g_build_filename(folder, "ranking.svg", NULL),
                  *pdf = g_build_filename(folder, "ranking.pdf", NULL),
                  *csv = g_build_filename(folder, "facts.csv", NULL);
  g_auto(TestRun) drawn = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "ranking", "gdp", "--year=2024", "--area=洛阳市",
                                                               "--store", db, "-o", svg)});
  g_autofree char *text = drawn.status == 0 ? test_read(svg, NULL) : NULL;
  test_check(text != NULL && strstr(text, "地区生产总值：洛阳市列第2位（共5）") != NULL &&
                 strstr(text, "郑州市 14,500亿元") != NULL && strstr(text, "卫东区 191.6亿元") != NULL,
             "ranking as a chart: exit %d: %s", drawn.status, drawn.err);
  g_auto(TestRun) made = test_run(
      &(TestCommand){.argv = ARGV(JIANBAO, "ranking", "gdp", "--year=2024", "--store", db, "-o", pdf)});
  g_auto(TestRun) proved = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "verify", pdf)});
  test_check(made.status == 0 && proved.status == 0, "ranking as PDF: exit %d, %d: %s%s", made.status, proved.status,
             made.err, proved.err);
  g_auto(TestRun) taken = test_run(&(TestCommand){.argv = ARGV("/usr/bin/pdfdetach", "-savefile", "facts.csv", "-o", csv, pdf)});
  g_autofree char *rows = taken.status == 0 ? test_read(csv, NULL) : NULL;
  test_check(rows != NULL && strstr(rows, "410300") != NULL && strstr(rows, "410100") != NULL,
             "the areas are not in facts.csv: %s%s", taken.err, rows != NULL ? rows : "");
  g_auto(TestRun) other = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "ranking", "gdp", "--year=2024", "--area=上海市",
                                                               "--store", db, "-o", svg)});
  test_check(other.status == 65 && strstr(other.err, "上海市: it is not among the 5 areas") != NULL,
             "an area that has no row: exit %d: %s", other.status, other.err);
}

/* Two share a rank and the next counts them; a figure in another unit is left out, and said to be. */
static void
check_ranking(const char *folder)
{
  static const char table[] = "地区,指标,口径,时期,数值,单位\n"
                              "郑州市,地区生产总值,总量,2024,1.45,万亿元\n洛阳市,地区生产总值,总量,2024,5800,亿元\n"
                              "平顶山市,地区生产总值,总量,2024,5800.0,亿元\n新乡市,地区生产总值,总量,2024,3500,亿元\n"
                              "许昌市,地区生产总值,总量,2024,400,亿美元\n新乡市,地区生产总值,总量,2023,9000,亿元\n"
                              "卫东区,地区生产总值,总量,2024,191.6,亿元\n";
  g_autofree char *csv = g_build_filename(folder, "cities.csv", NULL), *db = g_build_filename(folder, "c.db", NULL);
  g_assert_true(g_file_set_contents(csv, table, -1, NULL));
  g_auto(TestRun) imported = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "import", csv, "--store", db)});
  g_auto(TestRun) ranking = test_run(&(TestCommand){
      .argv = ARGV(JIANBAO, "ranking", "gdp", "--year=2024", "--level=prefecture", "--store", db)});
  g_autoptr(GString) found = g_string_new(NULL);
  g_auto(GStrv) lines = g_strsplit(ranking.out, "\n", -1);
  for (char **line = lines; **line != '\0'; line++) {
    char rank[8] = "", area[40] = "", value[40] = "";
    sscanf(*line, "%7s %39s %39s", rank, area, value);
    g_string_append_printf(found, "%s %s %s; ", rank, area, value);
  }
  test_check(imported.status == 0 && ranking.status == 0 && strstr(ranking.err, "1 area left out") != NULL &&
                 strcmp(found->str, "1 郑州市 1.45万亿元; 2 洛阳市 5800亿元; 2 平顶山市 5800.0亿元; 4 新乡市 3500亿元; ") == 0,
             "ranking: exit %d: %s%s%s", ranking.status, found->str, ranking.err, imported.err);
  check_ranking_chart(folder, db);
}

int
main(int argc, char **argv)
{
  gboolean update = argc > 1 && strcmp(argv[1], "--update") == 0;
  char *folder = test_folder();
  g_autofree char *store = g_build_filename(folder, "history.db", NULL);
  static const char *const files[] = {FOLDER "wd-2025-10.txt", FOLDER "wd-2024.md",     FOLDER "wd-2025.md",
                                      FOLDER "wd-2024-10.txt", FOLDER "wd-2025-09.txt", NULL};
  import(store, files, "5 new, 0 corrected, 0 known");
  import(store, files, "0 new, 0 corrected, 5 known");
  for (gsize i = 0; i < G_N_ELEMENTS(questions); i++)
    ask(store, i, update);
  if (!update) {
    check_brief(folder, store);
    check_series_chart(folder, store);
    check_forms(store);
    check_ranking(folder);
  }
  test_remove(folder);
  return test_close();
}
