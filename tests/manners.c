/* SPDX-License-Identifier: Apache-2.0 */
/* What a newcomer tried: texts without figures, names that are no UTF-8, limits, a result over its own source. */
#include "support.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define REPORT  JB_TESTS_DIR "/reports/weidong-2022.md"
#define HISTORY JB_TESTS_DIR "/history/"

static void
expect(const char *why, const char *folder, const char *const *argv, int status, const char *says)
{
  g_auto(TestRun) run = test_run(&(TestCommand){.argv = argv, .cwd = folder});
  test_check(run.status == status && (says == NULL || strstr(run.err, says) != NULL),
             "%s: exit %d, expected %d and \"%s\": %s", why, run.status, status, says, run.err);
}

static void
expect_shell(const char *why, const char *folder, const char *command, int status, const char *says)
{
  expect(why, folder, ARGV("/bin/sh", "-c", command, JIANBAO, REPORT), status, says);
}

static void
expect_nothing(const char *why, const char *folder)
{
  g_auto(GStrv) left = test_list(folder);
  test_check(left[0] == NULL, "%s: %s is left", why, left[0]);
}

/* A limit on file sizes is a write error as any other. */
static void
check_limits(void)
{
  static const char *const commands[] = {"ulimit -f 1; \"$0\" brief \"$1\" -o out.pdf",
                                         "ulimit -f 1; \"$0\" slides \"$1\" -o out",
                                         "ulimit -f 8; \"$0\" import \"$1\" --store h.db"};
  for (gsize i = 0; i < G_N_ELEMENTS(commands); i++) {
    char *folder = test_folder();
    expect_shell(commands[i], folder, commands[i], 74, NULL);
    expect_nothing(commands[i], folder);
    test_remove(folder);
  }
}

/* A first import that fails begins no history. */
static void
check_first_import(void)
{
  char *folder = test_folder();
  expect_shell("first import, no file", folder, "\"$0\" import missing.md --store h.db", 66,
               "missing.md: cannot be opened: No such file or directory\n");
  expect_nothing("first import, no file", folder);
  expect_shell("first import, no area", folder, "echo hello | \"$0\" import /dev/stdin --store h.db", 65, "--area");
  expect_nothing("first import, no area", folder);
  test_remove(folder);
}

/* Bytes of a name that are no UTF-8 are written out in ids, so JSON stays JSON. */
static void
check_names(void)
{
  char *folder = test_folder();
  g_autofree char *path = g_build_filename(folder, "na\xffme\x1b.md", NULL), *text = test_read(REPORT, NULL);
  g_file_set_contents(path, text, -1, NULL);
  g_auto(TestRun) facts = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "extract", path)});
  test_check(g_utf8_validate(facts.out, -1, NULL) && g_str_has_prefix(facts.out, "{\"id\":\"na\\\\xffme\\\\x1b#1\""),
             "the id of such a name: %.40s", facts.out);
  g_auto(TestRun) json = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "extract", path, "--format", "json")});
  test_check(json.status == 0 && g_utf8_validate(json.out, -1, NULL), "json with such a name");
  g_auto(TestRun) found = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "check", path, "--format", "text")});
  test_check(g_utf8_validate(found.out, -1, NULL) && strchr(found.out, '\x1b') == NULL, "check of such a name");
  test_remove(folder);
}

/* The result is never written over what it is made from; a link stays a link. */
static void
check_own_input(void)
{
  char *folder = test_folder();
  g_autofree char *path = g_build_filename(folder, "r.md", NULL), *text = test_read(REPORT, NULL);
  g_file_set_contents(path, text, -1, NULL);
  expect_shell("over itself", folder, "\"$0\" extract r.md -o r.md", 64, "--output r.md is the input r.md itself");
  expect_shell("over itself by a link", folder, "ln -s r.md l; \"$0\" brief r.md --format pdf -o l", 64,
               "--output l is");
  expect_shell("over its history", folder, "cp r.md h.db; \"$0\" series gdp --area 410403 --store h.db -o h.db", 64,
               "--output h.db");
  g_autofree char *after = test_read(path, NULL);
  test_check(strcmp(text, after) == 0, "the report was written over");
  expect_shell("through a link", folder,
               "echo old > t; ln -sf t l; \"$0\" extract r.md -o l && test -L l && grep -q gdp t", 0, NULL);
  test_remove(folder);
}

/* libfyaml's own diagnostics stay inside. */
static void
check_diagnostics(void)
{
  char *folder = test_folder();
  expect_shell("empty layout", folder, ": > e.yaml; \"$0\" lint e.yaml 2>&1 | grep -c ERR", 1, NULL);
  expect_shell("picture for a layout", folder,
               "printf '\\211PNG\\r\\n' > p.yaml; \"$0\" lint p.yaml 2>&1 | grep -c ERR", 1, NULL);
  test_remove(folder);
}

static void
check_small_things(void)
{
  char *folder = test_folder();
  expect_shell("-V", folder, "\"$0\" -V | grep -qx 'jianbao " JB_VERSION "'", 0, NULL);
  expect_shell("COMMAND --version", folder, "\"$0\" brief --version | grep -qx 'jianbao " JB_VERSION "'", 0, NULL);
  expect_shell("exit 10", folder, "\"$0\" --help | grep -q '^  10  '", 0, NULL);
  expect_shell("exit 10 in the manual", folder, "\"$0\" --generate man | grep -A1 -q '^.B 10'", 0, NULL);
  expect_shell("slides to standard output", folder, "\"$0\" slides \"$1\" -o - | head -c 5 | grep -q '%PDF-'", 0, NULL);
  expect_nothing("slides to standard output", folder);
  expect_shell("a form by its name in layouts", folder,
               "\"$0\" chart growth_bars \"$1\" -o a.svg && \"$0\" chart growth "
               "\"$1\" -o b.svg && cmp a.svg b.svg",
               0, NULL);
  expect_shell("forms by both names", folder, "\"$0\" list charts | grep -q '^dumbbell\tdelivery\t'", 0, NULL);
  test_remove(folder);
}

/* A chart that finds nothing is written, and told; a text without figures is refused. */
static void
check_blank(void)
{
  char *folder = test_folder();
  expect_shell("delivery without a history", folder, "\"$0\" chart delivery \"$1\" -o d.svg", 10, "--store FILE");
  expect_shell("a trend of one year", folder, "\"$0\" chart trend \"$1\" -o t.svg --indicator foreign_reserves", 10,
               "two years of foreign_reserves");
  expect_shell("a Chinese name", folder,
               "\"$0\" chart trend \"$1\" -o z.svg --indicator 地区生产总值 && \"$0\" chart trend "
               "\"$1\" -o c.svg --indicator gdp && cmp z.svg c.svg",
               0, "");
  test_remove(folder);
  folder = test_folder();
  expect_shell("brief of a text without figures", folder, "echo hello world | \"$0\" brief - -o a.pdf", 65,
               "no figure was found");
  expect_shell("chart of a text without figures", folder, "echo hello world | \"$0\" chart kpi - -o a.svg", 65,
               "no figure was found");
  expect_shell("slides of a text without figures", folder, "echo hello world | \"$0\" slides - -o a", 65,
               "no figure was found");
  expect_nothing("a text without figures", folder);
  expect_shell(
      "the source of a report without an area", folder,
      "printf '政府工作报告\\n\\n——2024年1月9日\\n\\n2023年生产总值增长5%%，物价上涨1%%。\\n' > r.md; \"$0\" chart "
      "growth r.md "
      "--svg-text live -o r.svg; grep -q '来源：2024年政府工作报告<' r.svg && grep -q 'Source: report of 2024<' r.svg",
      0, NULL);
  expect_shell("facts of a text without figures", folder, "echo hello world | \"$0\" extract -", 10,
               "no figure was found");
  expect_shell("a workbook of a text without figures", folder,
               "echo hello world | \"$0\" extract - --format xlsx -o - > /dev/null", 10, "no figure was found");
  expect_shell("check of a text without figures", folder, "echo hello world | \"$0\" check -", 10,
               "no figure was found");
  expect_shell("check against a text without figures", folder,
               "echo hello > old.md; \"$0\" check \"$1\" --against old.md; s=$?; rm old.md; exit $s", 10,
               "old.md: no figure was found");
  expect_shell(
      "no report of the year 0", folder,
      "echo '地区生产总值增长5%。' | \"$0\" chart growth - -o - --format svg --svg-text live | grep -q 'report of 0'",
      1, NULL);
  test_remove(folder);
}

/* What other programs write is refused by its name, with what to do. */
static void
check_foreign(void)
{
  static const struct {
    const char *begins, *says;
  } files[] = {
      {"PK\\003\\004\\024\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\047\\0\\0\\0\\047\\0\\0\\0\\010\\0\\0\\0"
       "mimetypeapplication/vnd.oasis.opendocument.text",
       "an OpenDocument file; save it as docx"},
      {"PK\\003\\004 and no docx", "a zip archive and not a docx"},
      {"\\320\\317\\021\\340\\241\\261", "an old Word or WPS file; save it as docx"},
      {"{\\\\rtf1 x}", "an RTF file; save it as docx"},
      {"\\211PNG\\r\\n", "a picture; give the report as text"},
      {"\\377\\330\\377\\340", "a picture; give the report as text"},
      {"\\037\\213\\010", "compressed (gzip); unpack it"},
      {"Rar!\\032", "a RAR archive"},
      {"7z\\274\\257", "a 7z archive"},
  };
  char *folder = test_folder();
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *command = g_strdup_printf("printf '%s' | \"$0\" extract -", files[i].begins);
    expect_shell(files[i].says, folder, command, 65, files[i].says);
  }
  test_remove(folder);
}

/* Of a page's cells and centred lines the short ones are values and headings, the long ones text. */
static void
check_lengths(void)
{
  static const struct {
    const char *name, *before, *unit, *after, *like; /* like: extended regular expression of a line */
    guint few, many;
  } pages[] = {
      {"a cell", "<table><tr><td>指标</td><td>", "生产总值", "</td></tr></table>", "^指标\t生产总值", 33, 34},
      {"a centred line", "<p align=center>", "甲乙", "</p>", "^\\*\\*甲乙", 20, 21},
  };
  char *folder = test_folder();
  g_autofree char *path = g_build_filename(folder, "p.html", NULL);
  for (gsize i = 0; i < 2 * G_N_ELEMENTS(pages); i++) {
    gboolean is_long = i % 2 == 1;
    g_autoptr(GString) page = g_string_new("<html><body>");
    for (guint n = 0; n < 20; n++) /* what the page is about, and no cell of it */
      g_string_append(page, "<p>这一段文字说明上一年的工作，在这里结束。</p>");
    g_string_append(page, pages[i / 2].before);
    for (guint n = 0; n < (is_long ? pages[i / 2].many : pages[i / 2].few); n++)
      g_string_append(page, pages[i / 2].unit);
    g_string_append_printf(page, "%s<p>第二段文字在这里结束。</p></body></html>", pages[i / 2].after);
    g_file_set_contents(path, page->str, -1, NULL);
    g_autofree char *why = g_strdup_printf("%s that is %s", pages[i / 2].name, is_long ? "long" : "short"),
                    *command = g_strdup_printf("\"$0\" dump --stage text p.html | grep -qE '%s'", pages[i / 2].like);
    expect_shell(why, folder, command, is_long ? 1 : 0, NULL);
  }
  test_remove(folder);
}

/* What the note tells to call can be called, and lists at least what it counted. */
static void
check_untranslated(void)
{
  char *folder = test_folder();
  const char *const commands[] = {"\"$0\" brief \"a b.md\" -o a.pdf",
                                  "\"$0\" slides \"a b.md\" --layout briefing -o s"};
  g_autofree char *path = g_build_filename(folder, "a b.md", NULL), *report = test_read(REPORT, NULL);
  g_autofree char *text = g_strconcat(report, "\n\n2021年，建成饕餮坊3个。\n", NULL); /* a word that no table has */
  g_file_set_contents(path, text, -1, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(commands); i++) {
    g_auto(TestRun) run = test_run(&(TestCommand){.argv = ARGV("/bin/sh", "-c", commands[i], JIANBAO), .cwd = folder});
    const char *call = strstr(run.err, "see `jianbao ");
    if (!test_check(run.status == 0 && call != NULL, "%s: exit %d: %s", commands[i], run.status, run.err))
      continue;
    g_auto(GStrv) words = g_strsplit(call, "`", 3);
    g_autofree char *list = g_strdup_printf("\"$0\" %s", words[1] + strlen("jianbao "));
    g_auto(TestRun) listed = test_run(&(TestCommand){.argv = ARGV("/bin/sh", "-c", list, JIANBAO), .cwd = folder});
    guint64 n_said = g_ascii_strtoull(run.err + strlen("jianbao: "), NULL, 10), n_listed = 0;
    for (const char *at = listed.out; (at = strchr(at, '\n')) != NULL; at++)
      n_listed++;
    test_check(listed.status == 0 && n_said > 0 && n_listed >= n_said, "%s: %u said, %u listed: %s", list,
               (guint)n_said, (guint)n_listed, listed.err);
  }
  test_remove(folder);
}

/* What the history's tables say, and what there is instead of what was asked for. */
static void
check_history_texts(void)
{
  static const struct {
    const char *why, *command;
    int status;
    const char *says;
  } calls[] = {
      {"headings of delivery", "\"$0\" delivery --year 2024 --area 410403 --store h.db | grep -q '^indicator  .*met?'", 0, NULL},
      {"headings of progress", "\"$0\" progress --period 2025 --area 410403 --store h.db | grep -q '^indicator  .*newest'", 0, NULL},
      {"headings of series", "\"$0\" series gdp --area 410403 --store h.db | grep -q '^period  .*value'", 0, NULL},
      {"a year of which no month is known", "\"$0\" progress --period 2022 --area 410403 --store h.db | grep -qx 'progress 2022: 0 targets'", 0, NULL},
      {"an indicator that the area has not", "\"$0\" series nope --area 410403 --store h.db", 65, "it has that of gdp"},
      {"an option of charts on a text", "\"$0\" series gdp --area 410403 --store h.db --scale 3", 64, "--scale has no effect on text"},
      {"a word that is no indicator", "\"$0\" series gpd --area 卫东区 --store h.db", 64, "gpd: no indicator is called so, and the history has no figure of that name for 卫东区; did you mean gdp?"},
      {"a name of which there is no figure", "\"$0\" series 口袋公园总数 --area 卫东区 --store h.db", 65, "the history has no level of 口袋公园总数 for 卫东区"},
      {"an area written wrong", "\"$0\" series gdp --area 卫冬区 --store h.db", 65, "did you mean 卫东区?"},
      {"an area that the history has not", "\"$0\" series gdp --area xx --store h.db", 65, "--area xx: the history has no document of it; it has 卫东区"},
      {"delivery of such an area", "\"$0\" delivery --year 2024 --area xx --store h.db", 65, "it has 卫东区"},
  };
  char *folder = test_folder();
  expect_shell("import", folder, "\"$0\" import " HISTORY "wd-* --store h.db", 0, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(calls); i++)
    expect_shell(calls[i].why, folder, calls[i].command, calls[i].status, calls[i].says);
  test_remove(folder);
}

/* The completion, asked as bash asks it: words, then what it offers, a line each. */
static void
check_completion(void)
{
  static const struct {
    const char *words, *offers, *offers_not;
  } lines[] = {
      {.words = "jianbao br", .offers = "brief\n"},
      {.words = "jianbao brief r", .offers = "report.md\n", .offers_not = "--"},
      {.words = "jianbao brief ''", .offers = "report.md\n", .offers_not = "--"},
      {.words = "jianbao brief --la", .offers = "--layout\n--lang\n"},
      {.words = "jianbao brief report.md -o ''", .offers = "report.md\n", .offers_not = "--"},
      {.words = "jianbao brief report.md --layout o", .offers = "onepage\n"},
      {.words = "jianbao brief report.md --layout r", .offers = "report.md\n"},
      {.words = "jianbao brief report.md --lang = z", .offers = "zh\n", .offers_not = "both"},
      {.words = "jianbao brief report.md --lang =", .offers = "both\nzh\nen\n", .offers_not = "report"},
      {.words = "jianbao brief report.md --theme d", .offers = "dark\n"},
      {.words = "jianbao series gdp --store ''", .offers = "report.md\n"},
      {.words = "jianbao chart tr", .offers = "trend\n", .offers_not = "report"},
      {.words = "jianbao chart trend r", .offers = "report.md\n"},
      {.words = "jianbao chart trend r --indicator gd", .offers = "gdp\n"},
      {.words = "jianbao chart trend r --scale ''", .offers = "", .offers_not = "report"},
  };
  char *folder = test_folder();
  expect_shell("the completion's file", folder, "\"$0\" --generate bash > c.bash; echo > report.md", 0, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
    g_autofree char *script = g_strdup_printf("source ./c.bash; COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _jianbao; "
                                              "printf '%%s\\n' \"${COMPREPLY[@]}\"", lines[i].words);
    g_auto(TestRun) run = test_run(&(TestCommand){.argv = ARGV("/bin/bash", "-c", script), .cwd = folder});
    test_check(run.status == 0 && run.err[0] == '\0' && strstr(run.out, lines[i].offers) != NULL &&
                   (lines[i].offers_not == NULL || strstr(run.out, lines[i].offers_not) == NULL),
               "completion of %s: %s%s", lines[i].words, run.out, run.err);
  }
  test_remove(folder);
}

/* groff has a word for every character, also where the terminal knows ASCII alone. */
static void
check_manual(void)
{
  char *folder = test_folder();
  expect_shell("the manual", folder, "\"$0\" --generate man > j.1 && test -s j.1", 0, NULL);
  g_autofree char *groff = g_find_program_in_path("groff");
  if (groff == NULL)
    puts("SKIPPED: groff is not here. The manual in the C locale HAS NOT BEEN TRIED.");
  else
    expect_shell("the manual in the C locale", folder,
                 "LC_ALL=C groff -k -K utf-8 -man -Tascii -ww j.1 2>&1 >/dev/null | grep . && exit 1; exit 0", 0, NULL);
  test_remove(folder);
}

int
main(void)
{
  check_history_texts();
  check_completion();
  check_manual();
  check_blank();
  check_foreign();
  check_lengths();
  check_untranslated();
  check_limits();
  check_first_import();
  check_names();
  check_own_input();
  check_diagnostics();
  check_small_things();
  return test_close();
}
