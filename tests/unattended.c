/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A job month after month without a person: what changes beneath it (fonts, layouts and the files that these name), what
 * it is given and cannot read, a history that is damaged. It goes on with what is good, says so, and loses nothing.
 */
#include "place.h"

#include <glib/gstdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <utime.h>

#define FONTS "/usr/share/fonts/opentype/noto/"

static void
check_run(const Place *place, const char *env, int status, const char *says, const char *why)
{
  const char *const variables[] = {env, NULL};
  g_auto(TestRun) run = place_run(place, NULL, env != NULL ? variables : NULL);
  test_check(run.status == status && strstr(run.err, says) != NULL, "%s: exit %d: %s", why, run.status, run.err);
}

/* One byte of a file, its size and all the rest as they were. */
static void
flip(const char *path, gsize at)
{
  gsize len;
  g_autofree char *bytes = test_read(path, &len);
  bytes[at < len ? at : len / 2] ^= 1;
  g_assert_true(g_file_set_contents(path, bytes, (gssize)len, NULL));
}

static void
copy(const char *from, const char *to)
{
  g_auto(TestRun) done = test_run(&(TestCommand){.argv = ARGV("/bin/cp", from, to)});
  g_assert_cmpint(done.status, ==, 0);
}

/* ---- What a set is made from ---------------------------------------------------------------------------------- */

/* A font of the same version and size that is another font. */
static void
check_changed_font(void)
{
  Place place = place_new();
  g_autofree char *folder = g_build_filename(place.folder, "fonts", NULL);
  g_autofree char *bold = g_build_filename(folder, "NotoSansCJK-Bold.ttc", NULL);
  g_autofree char *env = g_strconcat("JIANBAO_FONT_DIR=", folder, NULL);
  g_mkdir(folder, 0777);
  copy(FONTS "NotoSansCJK-Regular.ttc", folder);
  copy(FONTS "NotoSansCJK-Bold.ttc", folder);
  check_run(&place, env, 0, "published 3 files", "copies of the fonts");
  g_autofree char *before = place_set(&place, "current");
  check_run(&place, NULL, 0, "nothing to do", "the same fonts in another folder");
  flip(bold, G_MAXSIZE);
  check_run(&place, env, 0, "published 3 files", "a font with another content");
  g_autofree char *after = place_set(&place, "current");
  test_check(strcmp(before, after) != 0, "a font with another content gave the same set");
  place_free(&place);
}

/* Files that a layout names are part of it: what it uses, its theme, the theme's base and fonts. */
static void
check_changed_layout(void)
{
  static const struct {
    const char *name, *text;
  } files[] = {
      {"own.yaml", "version: 1\nuse: shared.yaml\nsections:\n  - {id: all, body: [{growth_bars: {}}]}\n"},
      {"shared.yaml", "version: 1\nheadings: [{has: 工业, en: Industry}]\n"},
      {"house.yaml", "version: 1\nbase: base.yaml\nfonts: {bold: Own.ttc}\n"},
      {"base.yaml", "version: 1\naccent: \"#1F4E79\"\n"},
  };
  Place place = place_new();
  g_autofree char *font = g_build_filename(place.folder, "Own.ttc", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *path = g_build_filename(place.folder, files[i].name, NULL);
    g_file_set_contents(path, files[i].text, -1, NULL);
  }
  copy(FONTS "NotoSansCJK-Bold.ttc", font);
  place_add_keys(&place, "  - {layout: own.yaml, theme: house.yaml, name: own.pdf}\n");
  check_run(&place, NULL, 0, "published 4 files", "a layout with files of its own");
  check_run(&place, NULL, 0, "nothing to do", "a layout with files of its own, again");
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *path = g_build_filename(place.folder, files[i].name, NULL);
    g_autofree char *text = g_strconcat(files[i].text, "# another\n", NULL);
    g_file_set_contents(path, text, -1, NULL);
    check_run(&place, NULL, 0, "published 4 files", files[i].name);
  }
  flip(font, G_MAXSIZE);
  check_run(&place, NULL, 0, "published 4 files", "a theme's font with another content");
  place_free(&place);
}

/* ---- January ------------------------------------------------------------------------------------------------------- */

/* Figures of January and February are told together: January is neither late nor open for ever, and a run misses none. */
static void
check_january(void)
{
  Place place = place_new();
  g_autofree char *path = g_build_filename(place.inbox, "wd-2025-02.txt", NULL);
  g_autofree char *september = g_build_filename(place.inbox, "wd-2025-09.txt", NULL);
  g_unlink(september);
  g_file_set_contents(path, "卫东区2025年1-2月经济运行情况\n\n1-2月，全区规上工业增加值同比增长5.2%。\n", -1, NULL);
  place_add_keys(&place, "since: 2025-01\n");
  check_run(&place, NULL, 10, "2025-02: published", "January and February, and a gauge without figures");
  g_auto(TestRun) told = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "status", place.job, "--today=2025-04-01")});
  test_check(told.status == 0 && strstr(told.out, "2025-01  due 2025-03-20  with February\n") != NULL &&
                 strstr(told.out, "2025-02  due 2025-03-20  published") != NULL &&
                 strstr(told.out, "2025-03  due 2025-04-20  open") == NULL,
             "January: exit %d: %s", told.status, told.out);
  g_auto(TestRun) caught = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "catch-up", place.job)});
  test_check(caught.status == 0 && strstr(caught.err, "2025-01") == NULL, "January: %s", caught.err);
  place_free(&place);
}

/* ---- What cannot be read ----------------------------------------------------------------------------------------- */

static TestRun
status_of(const Place *place)
{
  return test_run(&(TestCommand){.argv = ARGV(JIANBAO, "status", place->job, "--today=2025-10-19")});
}

static void
put(const Place *place, const char *name, const char *text, guint age_s)
{
  g_autofree char *path = g_build_filename(place->inbox, name, NULL);
  g_assert_true(g_file_set_contents(path, text, -1, NULL));
  struct utimbuf times = {.actime = time(NULL) - age_s, .modtime = time(NULL) - age_s};
  g_assert_cmpint(g_utime(path, &times), ==, 0);
}

/* It goes into the inbox's folder "rejected" with its reason, once; the rest is published; status tells until it is gone. */
static void
check_rejected(void)
{
  static const char table[] = "指标,时期,数值\n地区生产总值,2025年1-9月,约两百\n";
  Place place = place_new();
  g_autofree char *file = g_build_filename(place.inbox, "rejected", "table.csv", NULL);
  g_autofree char *why = g_strconcat(file, ".why", NULL), *second = g_strconcat(file, ".2", NULL);
  put(&place, "table.csv", table, 3600);
  check_run(&place, NULL, 10, "table.csv:2: \"约两百\" is no number; put into ", "an input that cannot be read");
  place_check_whole(&place, "current", "an input that cannot be read");
  gsize len;
  g_autofree char *moved = test_read(file, &len), *reason = test_read(why, NULL);
  test_check(strcmp(moved, table) == 0 && strstr(reason, "约两百") != NULL, "rejected: %s: %s", moved, reason);
  check_run(&place, NULL, 0, "nothing to do", "it is told once");
  g_auto(TestRun) told = status_of(&place);
  test_check(told.status == 10 && strstr(told.out, "rejected/table.csv: ") != NULL && strstr(told.out, "约两百") != NULL,
             "status does not tell what was put aside: exit %d: %s", told.status, told.out);
  g_auto(TestRun) json = test_run(&(TestCommand){
      .argv = ARGV(JIANBAO, "status", place.job, "--today=2025-10-19", "--format=json")});
  test_check(strstr(json.out, "\"not_read\":[{\"file\":\"") != NULL, "json: %s", json.out);
  put(&place, "table.csv", "指标,时期,数值\n地区生产总值,2025年1-9月,多\n", 3600);
  check_run(&place, NULL, 10, "table.csv:2: \"多\" is no number", "another of that name");
  g_autofree char *kept = test_read(file, NULL), *next = test_read(second, NULL);
  test_check(strcmp(kept, table) == 0 && strstr(next, "多") != NULL, "the first was overwritten: %s %s", kept, next);
  g_unlink(file);
  g_unlink(second);
  g_auto(TestRun) good = status_of(&place);
  test_check(good.status == 0 && strstr(good.out, "table.csv") == NULL, "it is gone: exit %d: %s", good.status, good.out);
  place_free(&place);
}

/* A text whose figures have no year, one without figures, a table without: told, and not taken as if they said something. */
static void
check_says_nothing(void)
{
  static const struct {
    const char *name, *text, *says;
  } files[] = {
      {"4月快报.txt", "卫东区1-4月主要经济指标快报\n\n1-4月，全区规上工业增加值同比增长7.0%。\n",
       "it does not say of which year its 1 figure is; write the year into its title"},
      {"通知.txt", "卫东区统计局关于开展业务培训的通知\n\n请各单位按时参加。\n", "there is no figure in it"},
      {"空表.csv", "指标,时期,数值\n地区生产总值,,\n", "there is no figure beneath its headings"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
    Place place = place_new();
    put(&place, files[i].name, files[i].text, 3600);
    check_run(&place, NULL, 10, files[i].says, files[i].name);
    place_check_whole(&place, "current", files[i].name);
    place_free(&place);
  }
  Place place = place_new();
  put(&place, "2025年10月快报.txt", "卫东区1-10月主要经济指标快报\n\n1-10月，全区规上工业增加值同比增长7.0%。\n", 3600);
  check_run(&place, NULL, 0, "2025-10: published", "the year in the name of the file");
  place_free(&place);
}

/* One figure of a release that is of the whole year, or of no told month, does not make December of July. */
static void
check_month_of_release(void)
{
  Place place = place_new();
  put(&place, "july.txt", "卫东区2025年7月经济运行情况\n\n1-7月，全区规上工业增加值同比增长7.0%，固定资产投资同比增长6.9%。\n"
                          "2025年全年安排重点项目120个。\n", 3600);
  g_auto(TestRun) run = place_run(&place, ARGV("--period=2025-07"), NULL);
  test_check(strstr(run.err, "2025-07: published") != NULL && strstr(run.err, "no figures of this period") == NULL,
             "a release of July: exit %d: %s", run.status, run.err);
  check_run(&place, NULL, 0, "2025-09: published", "July is not December");
  place_free(&place);
}

/* What may still be on its way, what the job refuses, what a dry run sees, and what is not the inbox's stays in place. */
static void
check_left_in_place(void)
{
  Place place = place_new();
  g_autofree char *path = g_build_filename(place.inbox, "scan.txt", NULL);
  g_autofree char *rejected = g_build_filename(place.inbox, "rejected", NULL);
  put(&place, "scan.txt", "\x89PNG\r\n\x1a\n", 5);
  check_run(&place, NULL, 10, "it changed within the last minute", "a file that is being written");
  put(&place, "scan.txt", "\x89PNG\r\n\x1a\n", 3600);
  g_auto(TestRun) dry = place_run(&place, ARGV("--dry-run"), NULL);
  test_check(dry.status == 10, "a dry run: exit %d: %s", dry.status, dry.err);
  place_add_keys(&place, "on_incomplete: refuse\n");
  check_run(&place, NULL, 65, "scan.txt", "a job that refuses");
  test_check(g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_test(rejected, G_FILE_TEST_EXISTS), "scan.txt was moved");
  place_free(&place);

  place = place_new();
  g_autofree char *shared = g_build_filename(place.folder, "shared", NULL);
  g_autofree char *theirs = g_build_filename(shared, "scan.txt", NULL);
  g_mkdir(shared, 0777);
  g_autofree char *below = g_build_filename(shared, "folder", NULL);
  g_mkdir(below, 0777);
  g_file_set_contents(theirs, "\x89PNG\r\n\x1a\n", 8, NULL);
  place_add_keys(&place, "inputs: [\"shared/*\"]\n");
  check_run(&place, NULL, 10, "scan.txt", "a file of `inputs`");
  test_check(g_file_test(theirs, G_FILE_TEST_EXISTS), "a file of `inputs` was moved");
  g_auto(TestRun) told = status_of(&place);
  test_check(told.status == 10 && strstr(told.out, "not read: ") != NULL && strstr(told.out, "shared/scan.txt") != NULL,
             "status does not tell what was not read: exit %d: %s", told.status, told.out);
  g_unlink(theirs);
  check_run(&place, NULL, 0, "nothing to do", "the file is gone");
  g_auto(TestRun) good = status_of(&place);
  test_check(good.status == 0, "the file is gone: %s", good.out);
  place_free(&place);
}

/* A file that may not be read, or is a link to nothing: the others are taken. */
static void
check_unreadable(void)
{
  Place place = place_new();
  g_autofree char *loop = g_build_filename(place.inbox, "loop.txt", NULL);
  g_autofree char *inputs = g_strdup_printf("inputs: [\"%s\"]\n", loop);
  g_assert_cmpint(symlink("loop.txt", loop), ==, 0);
  place_add_keys(&place, inputs);
  check_run(&place, NULL, 10, "loop.txt: cannot be opened", "a file that cannot be opened");
  place_check_whole(&place, "current", "a file that cannot be opened");
  place_free(&place);
}

/* ---- A damaged history ------------------------------------------------------------------------------------------- */

/* Its copy is put in its place, what came after the copy is imported again, the damaged file and the reason stay. */
static void
check_damaged_history(void)
{
  static const gsize places[] = {0, 70, 4100};
  Place base = place_between_months();
  g_auto(TestRun) october = place_run(&base, NULL, NULL);
  test_check(october.status == 0, "October: %s", october.err);
  g_autofree char *expected = place_set(&base, "current");
  for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
    Place place = place_copy(&base);
    gsize len, kept_len;
    g_autofree char *path = g_build_filename(place.folder, "history.db", NULL);
    g_autofree char *aside = g_strconcat(path, ".damaged-1", NULL), *why = g_strconcat(aside, ".why", NULL);
    flip(path, places[i]);
    g_autofree char *bytes = test_read(path, &len);
    check_run(&place, NULL, 10, "the history was damaged (", "a damaged history");
    place_check_whole(&place, "current", "a damaged history");
    g_autofree char *set = place_set(&place, "current"), *kept = test_read(aside, &kept_len);
    test_check(strcmp(set, expected) == 0, "byte %zu: the set is another: %s", places[i], set);
    test_check(kept_len == len && memcmp(kept, bytes, len) == 0, "byte %zu: the damaged file is not as it was", places[i]);
    g_auto(TestRun) told = status_of(&place);
    test_check(told.status == 10 && strstr(told.out, "history.db.damaged-1: ") != NULL, "status: %s", told.out);
    check_run(&place, NULL, 0, "nothing to do", "it is told once");
    g_unlink(why);
    g_auto(TestRun) good = status_of(&place);
    test_check(good.status == 0, "after the reason was read: %s", good.out);
    place_free(&place);
  }
  place_free(&base);
}

/* Without a whole copy, or when the job refuses what is incomplete, nothing is moved. */
static void
check_refused_history(void)
{
  Place place = place_new();
  check_run(&place, NULL, 0, "published", "the first run, which leaves no copy");
  g_autofree char *path = g_build_filename(place.folder, "history.db", NULL);
  flip(path, 70);
  check_run(&place, NULL, 65, "the history is damaged", "damaged, without a copy");
  place_free(&place);
  place = place_between_months();
  place_add_keys(&place, "on_incomplete: refuse\n");
  g_auto(TestRun) october = place_run(&place, NULL, NULL);
  g_autofree char *other = g_build_filename(place.folder, "history.db", NULL);
  g_autofree char *aside = g_strconcat(other, ".damaged-1", NULL);
  flip(other, 70);
  check_run(&place, NULL, 65, "jianbao restore", "damaged, and the job refuses");
  test_check(!g_file_test(aside, G_FILE_TEST_EXISTS), "a history was put aside for a job that refuses");
  g_auto(TestRun) restored = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "restore", "--store", other)});
  test_check(restored.status == 0 && strstr(restored.err, "history.db.damaged-1") != NULL, "restore: exit %d: %s",
             restored.status, restored.err);
  check_run(&place, NULL, 0, "nothing to do", "the history's copy restored by hand");
  place_free(&place);
}

int
main(void)
{
  check_changed_font();
  check_changed_layout();
  check_january();
  check_rejected();
  check_says_nothing();
  check_month_of_release();
  check_left_in_place();
  check_unreadable();
  check_damaged_history();
  check_refused_history();
  return test_close();
}
