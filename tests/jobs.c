/* SPDX-License-Identifier: Apache-2.0 */
/* Jobs as an operator meets them: runs, reruns, corrections, gaps, refusals, status. Faults are in faults.c. */
#include "place.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
check_run(const Place *place, const char *const *options, int status, const char *says, const char *why)
{
  g_auto(TestRun) run = place_run(place, options, NULL);
  test_check(run.status == status && strstr(run.err, says) != NULL && run.out_len == 0, "%s: exit %d: %s%s", why,
             run.status, run.err, run.out);
}

static void
check_link(const Place *place, const char *link, const char *begins, const char *why)
{
  g_autofree char *set = place_set(place, link), *expected = g_strconcat("sets/", begins, NULL);
  test_check(set != NULL && g_str_has_prefix(set, expected), "%s: %s leads to %s", why, link, set != NULL ? set : "-");
}

/* What the history tells of an indicator's months. */
static TestRun
months_of(const Place *place, const char *code, const char *measure)
{
  g_autofree char *store = g_build_filename(place->folder, "history.db", NULL);
  return test_run(&(TestCommand){.argv = ARGV(JIANBAO, "series", code, "--measure", measure, "--span=months",
                                              "--area=卫东区", "--store", store)});
}

/* Once, again, with a new month, with a corrected one. */
static void
check_months(void)
{
  Place place = place_new();
  check_run(&place, NULL, 0, "published 3 files", "the first run");
  place_check_whole(&place, "current", "the first run");
  check_link(&place, "current", "2025-09-", "the first run");
  g_autofree char *september = place_set(&place, "2025-09");
  check_run(&place, NULL, 0, "nothing to do", "the second run");
  g_auto(TestRun) quiet = place_run(&place, ARGV("--quiet"), NULL);
  test_check(quiet.err[0] == '\0', "a quiet run says %s", quiet.err);
  place_deliver(&place, "wd-2025-10.txt");
  check_run(&place, NULL, 0, "2025-10: published", "October");
  check_link(&place, "current", "2025-10-", "October");
  check_link(&place, "2025-09", strrchr(september, '/') + 1, "October leaves September alone");
  g_autofree char *first = place_set(&place, "current");
  g_autofree char *release = g_build_filename(place.inbox, "wd-2025-10.txt", NULL), *text = test_read(release, NULL);
  g_autofree char *corrected = g_strconcat(text, "固定资产投资同比增长3.3%。\n", NULL);
  g_file_set_contents(release, corrected, -1, NULL);
  check_run(&place, NULL, 0, "published", "a corrected release");
  g_autofree char *second = place_set(&place, "current");
  test_check(strcmp(first, second) != 0, "the correction gave the same set");
  g_autofree char *old = g_build_filename(place.output, first, "manifest.json", NULL);
  test_check(g_file_test(old, G_FILE_TEST_EXISTS), "the set before the correction is gone while it may be read");
  g_autofree char *again = g_build_filename(place.inbox, "wd-2025-10（更正）.txt", NULL);
  g_autofree char *said = g_strconcat(text, "固定资产投资同比增长3.4%。\n", NULL);
  g_file_set_contents(again, said, -1, NULL);
  check_run(&place, NULL, 0, "published", "a correction in a file of its own");
  g_auto(TestRun) series = months_of(&place, "fixed_asset_investment", "growth");
  test_check(strstr(series.out, "3.4%") != NULL && strstr(series.out, "wd-2025-10 v3") != NULL &&
                 strstr(series.out, "3.3%") == NULL,
             "a correction in a file of its own does not supersede: %s", series.out);
  check_run(&place, ARGV("--period", "2025-10", "--force"), 0, "published", "by force");
  test_check(!g_file_test(old, G_FILE_TEST_EXISTS), "the set before the correction stays for ever");
  place_check_whole(&place, "current", "by force");
  place_check_clean(&place, "months");
  place_free(&place);
}

/* The same inputs give the same bytes elsewhere, at another time of another zone, in another locale. */
static void
check_same(void)
{
  Place here = place_new(), there = place_new();
  g_auto(TestRun) one = place_run(&here, NULL, NULL);
  g_auto(TestRun) two = place_run(&there, NULL, ARGV("TZ=America/Lima", "LC_ALL=fr_FR.UTF-8", "HOME=/nonexistent"));
  g_autofree char *first = place_set(&here, "current"), *second = place_set(&there, "current");
  test_check(one.status == 0 && two.status == 0 && g_strcmp0(first, second) == 0, "%s and %s: %s", first, second,
             two.err);
  g_autofree char *a = g_build_filename(here.output, "current", "manifest.json", NULL);
  g_autofree char *b = g_build_filename(there.output, "current", "manifest.json", NULL);
  g_autofree char *left = test_read(a, NULL), *right = test_read(b, NULL);
  test_check(strcmp(left, right) == 0, "the manifests differ");
  place_free(&here);
  place_free(&there);
}

static void
check_dry_run(void)
{
  Place place = place_new();
  check_run(&place, ARGV("--dry-run"), 0, "would write 410403-2025-09.pdf", "a dry run");
  g_auto(GStrv) left = test_list(place.folder);
  test_check(g_strv_length(left) == 2, "a dry run left %u entries beside the job and its inbox", g_strv_length(left));
  check_run(&place, NULL, 0, "published", "after a dry run");
  check_run(&place, ARGV("--dry-run"), 0, "nothing to do", "a dry run of what is published");
  place_deliver(&place, "wd-2025-10.txt");
  g_autofree char *path = g_build_filename(place.folder, "history.db", NULL), *before = test_read(path, NULL);
  check_run(&place, ARGV("--dry-run"), 0, "2025-10: would write", "a dry run of a new month");
  gsize len;
  g_autofree char *after = test_read(path, &len), *sets = g_build_filename(place.output, "sets", NULL);
  g_auto(GStrv) still = test_list(place.folder);
  g_auto(GStrv) published = test_list(sets);
  test_check(memcmp(before, after, len) == 0 && g_strv_length(still) == 5 && g_strv_length(published) == 1,
             "a dry run of a new month wrote something: %u entries, %u sets", g_strv_length(still),
             g_strv_length(published));
  place_free(&place);
}

/* August to October, with September missing. */
static void
check_catch_up(void)
{
  Place place = place_new();
  g_autofree char *september = g_build_filename(place.inbox, "wd-2025-09.txt", NULL);
  g_autofree char *august = g_build_filename(place.inbox, "wd-2025-08.txt", NULL);
  g_unlink(september);
  g_file_set_contents(august, "卫东区2025年8月经济运行情况\n\n1-8月，全区规上工业增加值同比增长5.0%。\n", -1, NULL);
  place_deliver(&place, "wd-2025-10.txt");
  check_run(&place, ARGV("--catch-up"), 10, "2025-09 is missing", "catch-up over a gap");
  check_link(&place, "2025-08", "2025-08-", "catch-up");
  check_run(&place, ARGV("--catch-up"), 0, "nothing to do", "a gap that was told is no mail each day");
  check_link(&place, "current", "2025-10-", "catch-up");
  place_deliver(&place, "wd-2025-09.txt");
  check_run(&place, ARGV("--catch-up"), 0, "2025-09: published", "catch-up of the gap");
  check_link(&place, "current", "2025-10-", "an old month does not become current");
  check_run(&place, ARGV("--catch-up"), 0, "nothing to do", "catch-up once more");
  place_free(&place);
}

static void
check_incomplete(void)
{
  Place place = place_new();
  check_run(&place, NULL, 0, "published", "before");
  g_autofree char *before = place_set(&place, "current");
  check_run(&place, ARGV("--period", "2025-08"), 10, "no figures of this period", "an empty month is drawn");
  place_check_whole(&place, "2025-08", "an empty month");
  check_run(&place, ARGV("--period", "2030-01"), 64, "the newest figures of 卫东区 are of 2025-09", "a month to come");
  check_run(&place, ARGV("--period", "abc"), 64, "write a month", "no month");
  check_link(&place, "current", "2025-09-", "a month to come does not become current");
  g_auto(TestRun) status = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "status", place.job, "--today=2025-10-19")});
  test_check(status.status == 0 && strstr(status.out, "last error") == NULL && strstr(status.out, "2025-11") == NULL,
             "slips are no faults of the job: %s", status.out);
  place_add_keys(&place, "on_incomplete: refuse\n");
  check_run(&place, ARGV("--period", "2025-07"), 65, "no figures of this period", "an empty month is refused");
  g_autofree char *none = place_set(&place, "2025-07");
  test_check(none == NULL, "a refused month is published");
  g_autofree char *junk = g_build_filename(place.inbox, "scan.txt", NULL);
  g_file_set_contents(junk, "\x89PNG\r\n\x1a\n", 8, NULL);
  check_run(&place, NULL, 65, "scan.txt", "an input that is no text is refused");
  place_free(&place);

  place = place_new();
  g_autofree char *scan = g_build_filename(place.inbox, "scan.txt", NULL);
  g_file_set_contents(scan, "\x89PNG\r\n\x1a\n", 8, NULL);
  check_run(&place, NULL, 10, "scan.txt", "an input that is no text is told");
  place_check_whole(&place, "current", "an input that is no text");
  place_free(&place);
}

/* A chart that finds nothing is drawn with a box that says so, and the run says it too; or the job refuses it. */
static void
check_blank(void)
{
  Place place = place_new();
  place_add_keys(&place, "  - {chart: trend, option: old_communities_renovated, format: svg, name: trend.svg}\n"
                         "  - {layout: monthly, name: monthly.pdf}\n");
  check_run(&place, NULL, 10, "warning: trend.svg: a chart has no data and says so", "a chart without data");
  g_autofree char *set = place_set(&place, "current");
  g_autofree char *path = g_build_filename(place.output, set, "manifest.json", NULL), *manifest = test_read(path, NULL);
  test_check(strstr(manifest, "\"warnings\": [\"trend.svg: a chart has no data and says so\"]") != NULL,
             "the manifest does not say that a chart is empty: %s", manifest);
  check_run(&place, NULL, 0, "nothing to do", "an empty chart is told once");
  place_add_keys(&place, "on_incomplete: refuse\n");
  check_run(&place, ARGV("--force"), 65, "trend.svg: a chart has no data; nothing was published", "it is refused");
  place_check_whole(&place, "current", "a chart without data is refused");
  place_free(&place);
}

/* 我区, 全区: a release that does not say which area's it is of is of the job's; one of another area stays its own. */
static void
check_own_area(void)
{
  static const struct {
    const char *name, *text;
  } files[] = {
      {"own.txt", "前10月我区经济平稳运行\n\n2025年11月18日\n\n1-10月，全区规上工业增加值同比增长4.4%。\n"},
      {"other.txt", "湛河区2025年11月经济运行情况\n\n1-11月，规上工业增加值同比增长9.9%。\n"},
      {"own.csv", "指标,时期,数值,单位\n城镇新增就业,2025年1-10月,4100,人\n"},
  };
  Place place = place_new();
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *path = g_build_filename(place.inbox, files[i].name, NULL);
    g_file_set_contents(path, files[i].text, -1, NULL);
  }
  check_run(&place, NULL, 0, "2025-10: published", "releases that do not say their area");
  check_link(&place, "current", "2025-10-", "another area's month is not this job's");
  g_auto(TestRun) text = months_of(&place, "industrial_va", "growth");
  test_check(strstr(text.out, "4.4%") != NULL && strstr(text.out, "9.9%") == NULL, "own.txt: %s%s", text.out, text.err);
  g_auto(TestRun) table = months_of(&place, "jobs_urban_new", "level");
  test_check(strstr(table.out, "4100人") != NULL, "own.csv: %s%s", table.out, table.err);
  place_free(&place);
}

/* December's release tells the whole year, which its targets are held against as any month's. */
static void
check_year(void)
{
  static const char text[] = "卫东区2025年经济运行情况\n\n2026年1月22日\n\n"
                             "2025年，全区规上工业增加值同比增长5.3%。社会消费品零售总额112.4亿元，同比增长6.9%。\n";
  static const char *const says[] = {"社会消费品零售总额：112.4亿元 / 110亿元，正常", "规上工业增加值增速：5.3% / 5%，正常"};
  Place place = place_new();
  g_autofree char *path = g_build_filename(place.inbox, "year.txt", NULL);
  g_file_set_contents(path, text, -1, NULL);
  place_add_keys(&place, "  - {chart: progress, format: svg, lang: zh, name: zh.svg}\n");
  place_deliver(&place, "wd-2025-10.txt");
  check_run(&place, NULL, 0, "2025-12: published 4 files", "December");
  g_autofree char *set = place_set(&place, "current"), *svg = g_build_filename(place.output, set, "zh.svg", NULL);
  g_autofree char *drawn = test_read(svg, NULL);
  g_autofree char *tiles = g_build_filename(place.output, set, "卫东区-both.svg", NULL), *kpi = test_read(tiles, NULL);
  test_check(strstr(kpi, "112.4亿元") != NULL, "December's tiles are of an older month");
  for (gsize i = 0; i < G_N_ELEMENTS(says); i++)
    test_check(strstr(drawn, says[i]) != NULL, "December does not say: %s", says[i]);
  place_free(&place);
}

/* A history that begins with both takes the correction last, whatever sign parts its mark from the name. */
static void
check_correction_order(void)
{
  static const char *const names[] = {"wd-2025-10.txt", "wd-2025-10-更正.txt"};
  Place place = place_new();
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *path = g_build_filename(place.inbox, names[i], NULL);
    g_autofree char *text = g_strdup_printf("卫东区2025年10月经济运行情况\n\n1-10月，固定资产投资同比增长%d.1%%。\n", (int)i + 1);
    g_file_set_contents(path, text, -1, NULL);
  }
  check_run(&place, NULL, 0, "2025-10: published", "a release and its correction at once");
  g_auto(TestRun) series = months_of(&place, "fixed_asset_investment", "growth");
  test_check(strstr(series.out, "2.1%") != NULL && strstr(series.out, "1.1%") == NULL, "not the correction: %s",
             series.out);
  place_free(&place);
}

/* A page that months have come to says how far they go. */
static void
check_head(void)
{
  Place place = place_new();
  place_add_keys(&place, "  - {layout: monthly, name: monthly.pdf}\n");
  place_deliver(&place, "wd-2025-10.txt");
  check_run(&place, NULL, 0, "published 4 files", "the head of the monthly layout");
  g_autofree char *set = place_set(&place, "current"), *path = g_build_filename(place.output, set, "monthly.pdf", NULL);
  g_auto(TestRun) text = test_run(&(TestCommand){.argv = ARGV("/usr/bin/pdftotext", "-l", "1", path, "-")});
  test_check(strstr(text.out, "；数据截至") != NULL && strstr(text.out, "figures to Oct 2025") != NULL,
             "the head does not tell the month: %s", text.out);
  place_free(&place);
}

static void
check_retention(void)
{
  Place place = place_new();
  place_add_keys(&place, "keep: 1\n");
  check_run(&place, NULL, 0, "published", "keep: September");
  place_deliver(&place, "wd-2025-10.txt");
  check_run(&place, NULL, 0, "published", "keep: October");
  g_autofree char *gone = place_set(&place, "2025-09");
  test_check(gone == NULL, "keep: 1 kept September");
  check_run(&place, ARGV("--force", "--period", "2025-10"), 0, "published", "keep: again");
  g_autofree char *sets = g_build_filename(place.output, "sets", NULL);
  g_auto(GStrv) left = test_list(sets);
  test_check(g_strv_length(left) == 1, "keep: 1 keeps %u entries in sets", g_strv_length(left));
  place_free(&place);
}

static void
check_damaged_set(void)
{
  Place place = place_new();
  check_run(&place, NULL, 0, "published", "damaged: before");
  g_autofree char *file = g_build_filename(place.output, "current", "2025-09-gauge.png", NULL);
  g_file_set_contents(file, "half", -1, NULL);
  g_auto(TestRun) status = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "status", place.job, "--today=2025-10-21")});
  test_check(status.status == 10 && strstr(status.out, "damaged") != NULL, "damaged: %s", status.out);
  check_run(&place, NULL, 0, "published 3 files", "damaged: made again");
  place_check_whole(&place, "current", "damaged: made again");
  place_check_clean(&place, "damaged");
  place_free(&place);
}

static void
check_hooks(void)
{
  Place place = place_new();
  g_autofree char *keys = g_strdup_printf(
      "hooks:\n  success: 'echo \"$JIANBAO_JOB $JIANBAO_PERIOD $JIANBAO_OUTCOME\" > \"%s/told\"'\n"
      "  failure: 'echo \"$JIANBAO_OUTCOME: $JIANBAO_MESSAGE\" > \"%s/told\"'\n",
      place.folder, place.folder);
  g_autofree char *told = g_build_filename(place.folder, "told", NULL);
  place_add_keys(&place, keys);
  check_run(&place, NULL, 0, "published", "hooks");
  g_autofree char *published = test_read(told, NULL);
  test_check(strcmp(published, "small 2025-09 published\n") == 0, "the hook was told: %s", published);
  check_run(&place, ARGV("--period", "2025"), 64, "write a month", "hooks: failure");
  g_autofree char *failed = test_read(told, NULL);
  test_check(g_str_has_prefix(failed, "failed: period 2025:"), "the hook was told: %s", failed);
  place_free(&place);

  place = place_new();
  place_add_keys(&place, "hooks: {success: 'exit 3'}\n");
  check_run(&place, NULL, 10, "exit status 3", "a hook that fails");
  place_check_whole(&place, "current", "a hook that fails");
  place_free(&place);
}

/* What the operator calls by hand. */
static void
check_by_hand(void)
{
  Place place = place_new();
  check_run(&place, NULL, 0, "published", "by hand: September");
  g_auto(TestRun) again = test_run(
      &(TestCommand){.argv = ARGV(JIANBAO, "rerun", place.job, "--period", "2025-09")});
  test_check(again.status == 0 && strstr(again.err, "2025-09: published 3 files") != NULL, "rerun: exit %d: %s",
             again.status, again.err);
  place_deliver(&place, "wd-2025-10.txt");
  g_auto(TestRun) late = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "status", place.job, "--today=2025-11-21")});
  test_check(late.status == 10 && strstr(late.out, "2025-10  due 2025-11-20  late, no figures") != NULL &&
                 strstr(late.out, "put it into the inputs of") != NULL,
             "not imported: exit %d: %s", late.status, late.out);
  g_auto(TestRun) caught = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "catch-up", place.job)});
  test_check(caught.status == 0 && strstr(caught.err, "2025-10: published 3 files") != NULL, "catch-up: exit %d: %s",
             caught.status, caught.err);
  g_auto(TestRun) good = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "status", place.job, "--today=2025-11-21")});
  test_check(good.status == 0 && strstr(good.out, "\ncurrent: ") != NULL, "caught up: exit %d: %s", good.status,
             good.out);
  place_free(&place);
}

static void
check_status(void)
{
  Place place = place_new();
  place_add_keys(&place, "since: 2025-08\ndue: {day: 18, at: \"07:30\", timezone: Asia/Urumqi}\n");
  check_run(&place, NULL, 0, "published", "status: September");
  g_auto(TestRun) early = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "status", place.job, "--today=2025-09-17")});
  test_check(early.status == 0 && strstr(early.out, "2025-08  due 2025-09-18  open") != NULL, "early: %d %s",
             early.status, early.out);
  g_auto(TestRun) late = test_run(
      &(TestCommand){.argv = ARGV(JIANBAO, "status", place.job, "--today=2025-11-18", "--format=json")});
  test_check(
      late.status == 10 &&
          strstr(late.out, "{\"period\":\"2025-08\",\"due\":\"2025-09-18\",\"state\":\"late, no figures\"") != NULL &&
          strstr(late.out, "{\"period\":\"2025-09\",\"due\":\"2025-10-18\",\"state\":\"published\"") != NULL &&
          strstr(late.out, "{\"period\":\"2025-10\",\"due\":\"2025-11-18\",\"state\":\"late, no figures\"") != NULL,
      "late: %d %s", late.status, late.out);
  g_auto(TestRun)
      failed = place_run(&place, ARGV("--period=2025-09", "--force"), ARGV("JIANBAO_FONT_DIR=/nonexistent"));
  test_check(failed.status == 78, "fonts gone: exit %d: %s", failed.status, failed.err);
  place_check_whole(&place, "current", "fonts gone");
  g_auto(TestRun) after = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "status", place.job, "--today=2025-09-17")});
  test_check(after.status == 10 && strstr(after.out, "last error") != NULL &&
                 strstr(after.out, "fonts-noto-cjk") != NULL,
             "after: %s", after.out);
  check_run(&place, NULL, 0, "nothing to do", "fonts back");
  g_auto(TestRun) good = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "status", place.job, "--today=2025-09-17")});
  test_check(good.status == 0 && strstr(good.out, "last error") == NULL, "good: %s", good.out);
  place_free(&place);
}

/* The list of progress: every target with its newest figure and the verdict, or why there is none. */
static void
check_progress(void)
{
  static const char *const says[] = {
      "全年目标：两项进度正常，三项滞后", "社会消费品零售总额：95.6亿元 / 110亿元，正常", "城镇新增就业：4,100人 / 5,000人以上，滞后",
      "一般公共预算收入增速：5.0% / 5%左右，目标为约数", "New urban jobs: 4,100 / ≥5,000, behind",
      "General public budget revenue: growth: 5.0% / ~5%, the target is approximate"};
  Place place = place_new();
  place_add_keys(&place, "  - {chart: progress, format: svg, lang: zh, name: zh.svg}\n"
                         "  - {chart: progress, format: svg, lang: en, name: en.svg}\n"
                         "  - {chart: growth, format: svg, name: growth.svg}\n"
                         "  - {chart: delivery, format: svg, name: delivery.svg}\n");
  place_deliver(&place, "wd-2025-10.txt");
  check_run(&place, NULL, 0, "published 7 files", "progress, and charts by their other names");
  g_autofree char *set = place_set(&place, "current");
  g_autofree char *zh = g_build_filename(place.output, set, "zh.svg", NULL), *zh_text = test_read(zh, NULL);
  g_autofree char *en = g_build_filename(place.output, set, "en.svg", NULL), *en_text = test_read(en, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(says); i++)
    test_check(strstr(zh_text, says[i]) != NULL || strstr(en_text, says[i]) != NULL, "progress does not say: %s",
               says[i]);
  place_free(&place);
}

/* What is wrong in a job file is shown with its line. */
static void
check_job_files(void)
{
  static const struct {
    const char *keys, *says;
  } wrong[] = {
      {.keys = "keeep: 2\n", .says = "did you mean `keep`?"},
      {.keys = "frequency: weekly\n", .says = "write monthly, quarterly or yearly"},
      {.keys = "on_incomplete: ignore\n", .says = "write publish or refuse"},
      {.keys = "due: {day: 31}\n", .says = "write 1 to 28"},
      {.keys = "due: {timezone: Asia/Atlantis}\n", .says = "not known here"},
      {.keys = "due: {at: 25:00}\n", .says = "write a time"},
      {.keys = "since: 2025\n", .says = "write the first period"},
      {.keys = "  - {layout: briefing, name: ../up.pdf}\n", .says = "plain file name"},
      {.keys = "  - {layout: briefing, name: \"{town}.pdf\"}\n", .says = "are filled in"},
      {.keys = "  - {layout: briefing, chart: kpi, name: x.pdf}\n", .says = "either a `layout` or a `chart`"},
      {.keys = "  - {chart: pie, name: x.pdf}\n", .says = "see `jianbao list charts`"},
      {.keys = "  - {chart: kpi, name: x.doc}\n", .says = "tells no format"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
    Place place = place_new();
    place_add_keys(&place, wrong[i].keys);
    check_run(&place, NULL, 78, wrong[i].says, wrong[i].keys);
    test_check(!g_file_test(place.output, G_FILE_TEST_EXISTS), "%s: something was written", wrong[i].keys);
    place_free(&place);
  }
  Place twice = place_new();
  place_add_keys(&twice, "  - {chart: kpi, format: svg, name: \"{area}-{lang}.svg\"}\n");
  check_run(&twice, NULL, 78, "two documents would be called", "one name twice");
  place_free(&twice);
}

int
main(void)
{
  check_months();
  check_same();
  check_dry_run();
  check_catch_up();
  check_incomplete();
  check_blank();
  check_own_area();
  check_year();
  check_correction_order();
  check_head();
  check_retention();
  check_damaged_set();
  check_hooks();
  check_by_hand();
  check_status();
  check_progress();
  check_job_files();
  return test_close();
}
