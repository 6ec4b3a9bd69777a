/* SPDX-License-Identifier: Apache-2.0 */
/*
 * jianbao verify: documents as we wrote them are proved; those that somebody changed, at whatever place, are not. The
 * changes are made with qpdf, which gives valid PDFs.
 */
#include "support.h"

#include <string.h>

#define REPORT JB_TESTS_DIR "/reports/weidong-2022.md"
#define OTHER  JB_TESTS_DIR "/reports/ningbo-2023.md"
#define BAD    JB_TESTS_DIR "/bad/"

static const char *folder;

static void
run(const char *const *argv)
{
  g_auto(TestRun) made = test_run(&(TestCommand){.argv = argv, .cwd = folder});
  test_check(made.status == 0, "%s %s: exit %d: %s", argv[0], argv[1], made.status, made.err);
}

/* What verify says of the file, with its exit status, and a piece of what it prints or complains of. */
static void
expect(const char *name, const char *report, int status, const char *says)
{
  g_auto(TestRun) proof = test_run(
      &(TestCommand){.argv = ARGV(JIANBAO, "verify", name, report != NULL ? "--report" : NULL, report), .cwd = folder});
  test_check(proof.status == status, "%s: exit %d, expected %d: %s%s", name, proof.status, status, proof.out,
             proof.err);
  test_check(strstr(proof.out, says) != NULL || strstr(proof.err, says) != NULL, "%s: it does not say `%s`: %s%s", name,
             says, proof.out, proof.err);
  test_check(status == 0 || g_str_has_prefix(proof.err, "jianbao: "), "%s: no error is told: %s", name, proof.err);
}

static char *
attached(const char *pdf, const char *name)
{
  g_auto(TestRun) file = test_run(
      &(TestCommand){.argv = ARGV("/usr/bin/pdfdetach", "-savefile", name, "-o", "taken", pdf), .cwd = folder});
  g_autofree char *path = g_build_filename(folder, "taken", NULL);
  test_check(file.status == 0, "%s has no %s: %s", pdf, name, file.err);
  return test_read(path, NULL);
}

/* PDF `to` is `from` with other bytes in an attached file. */
static void
attach(const char *from, const char *name, const char *text, const char *to)
{
  g_autofree char *path = g_build_filename(folder, name, NULL),
                  *remove = g_strdup_printf("--remove-attachment=%s", name);
  g_autofree char *key = g_strdup_printf("--key=%s", name);
  g_file_set_contents(path, text, -1, NULL);
  run(ARGV("/usr/bin/qpdf", from, remove, "between.pdf"));
  run(ARGV("/usr/bin/qpdf", "between.pdf", "--add-attachment", name, key, "--", to));
}

static char *
replaced(const char *text, const char *what, const char *by)
{
  g_autoptr(GString) out = g_string_new(text);
  test_check(g_string_replace(out, what, by, 0) > 0, "there is no `%s`", what);
  return g_string_free(g_steal_pointer(&out), FALSE);
}

static void
prove_ours(void)
{
  static const char *const layouts[] = {"briefing", "onepage", "slides", "official", "monthly"};
  for (gsize i = 0; i < G_N_ELEMENTS(layouts); i++) {
    g_autofree char *name = g_strdup_printf("%s.pdf", layouts[i]);
    run(ARGV(JIANBAO, "brief", REPORT, "--layout", layouts[i], "--theme", "red", "-o", name));
    expect(name, REPORT, 0, "follow from the facts");
  }
  run(ARGV(JIANBAO, "brief", OTHER, "--lang", "en", "-o", "english.pdf"));
  expect("english.pdf", OTHER, 0, "layout   briefing");
  run(ARGV(JIANBAO, "chart", "trend", REPORT, "--indicator", "gdp", "--background", "dark", "-o", "chart.pdf"));
  expect("chart.pdf", NULL, 0, "chart    trend gdp");
  run(ARGV(JIANBAO, "slides", REPORT, "-o", "set"));
  expect("set/slides.pdf", REPORT, 0, "all ");
  run(ARGV("/usr/bin/qpdf", "briefing.pdf", "--linearize", "saved-again.pdf"));
  expect("saved-again.pdf", NULL, 0, "follow from the facts");
}

/* A chart of a history carries the facts of several documents; what one of them computed is not computed again. */
static void
prove_history(void)
{
  static const char *const measures[] = {"level", "growth"};
  run(ARGV(JIANBAO, "import", JB_TESTS_DIR "/history/wd-2024.md", JB_TESTS_DIR "/history/wd-2025.md", "--store",
           "h.db"));
  for (gsize i = 0; i < G_N_ELEMENTS(measures); i++) {
    g_autofree char *name = g_strconcat(measures[i], ".pdf", NULL);
    run(ARGV(JIANBAO, "series", "gdp", "--area=卫东区", "--measure", measures[i], "--store", "h.db", "-o", name));
    expect(name, NULL, 0, "chart    trend gdp");
    expect(name, NULL, 0, "follow from the facts");
  }
  expect("growth.pdf", REPORT, 65, "it was made of a history");
  run(ARGV(JIANBAO, "brief", JB_TESTS_DIR "/history/wd-2025.md", "--store", "h.db", "-o", "with-history.pdf"));
  expect("with-history.pdf", JB_TESTS_DIR "/history/wd-2025.md", 0, "follow from the facts");
  g_autofree char *csv = attached("level.pdf", "facts.csv"), *table = replaced(csv, "191.6", "192.6");
  attach("level.pdf", "facts.csv", table, "series-changed.pdf");
  expect("series-changed.pdf", NULL, 65, "from the facts follows");
}

/* A layout file with words of its own travels with what it was used for. */
static void
prove_own_layout(void)
{
  g_autofree char *yaml = test_read(JB_SOURCE_DIR "/layouts/onepage.yaml", NULL);
  g_autofree char *path = g_build_filename(folder, "own.yaml", NULL);
  g_file_set_contents(path, yaml, -1, NULL);
  run(ARGV(JIANBAO, "brief", REPORT, "--layout", "./own.yaml", "-o", "own.pdf"));
  g_autofree char *gone = g_build_filename(folder, "gone.yaml", NULL);
  run(ARGV("/bin/mv", path, gone));
  expect("own.pdf", NULL, 0, "layout   own.yaml");
}

static void
refuse_changed(void)
{
  g_autofree char *json = attached("briefing.pdf", "facts.json"), *csv = attached("briefing.pdf", "facts.csv"),
                  *yaml = attached("briefing.pdf", "layout.yaml");
  g_autofree char *table = replaced(csv, ",163,", ",164,");
  attach("briefing.pdf", "facts.csv", table, "one-changed.pdf");
  expect("one-changed.pdf", NULL, 65, "page 1: \"163\" stands there, and from the facts follows \"164\"");
  g_autofree char *unit = replaced(json, "\"unit\":\"亿元\"", "\"unit\":\"万元\"");
  attach("briefing.pdf", "facts.json", unit, "unit-changed.pdf");
  expect("unit-changed.pdf", NULL, 65, "does not follow from its facts in");
  g_autofree char *broken = g_strndup(json, strlen(json) / 2);
  attach("briefing.pdf", "facts.json", broken, "damaged.pdf");
  expect("damaged.pdf", NULL, 65, "the file is damaged");
  g_autofree char *word = replaced(csv, ",ge,", ",gee,");
  attach("briefing.pdf", "facts.csv", word, "word.pdf");
  expect("word.pdf", NULL, 65, "\"BOUND\" is no word of ours");
  g_autofree char *name = replaced(csv, "REF_AREA", "AREA");
  attach("briefing.pdf", "facts.csv", name, "heading.pdf");
  expect("heading.pdf", NULL, 65, "the attached facts.csv is not as jianbao writes it");
  g_autofree char *short_of = g_strndup(csv, (gsize)(strrchr(csv, ',') - csv));
  attach("briefing.pdf", "facts.csv", short_of, "row.pdf");
  expect("row.pdf", NULL, 65, "\"the table\" has not the rows and columns of ours");
  g_autofree char *none = replaced(json, "\"sentence\":1,", "\"sentence\":1000,");
  attach("briefing.pdf", "facts.json", none, "sentence.pdf");
  expect("sentence.pdf", NULL, 65, "\"sentence\" is none of the sentences");
  g_autofree char *spaced = replaced(json, "\"facts\":", "\"facts\": ");
  attach("briefing.pdf", "facts.json", spaced, "spaced.pdf");
  expect("spaced.pdf", NULL, 65, "is not as jianbao writes it");
  g_autofree char *layout = g_strconcat(yaml, "# more\n", NULL);
  attach("briefing.pdf", "layout.yaml", layout, "layout-changed.pdf");
  expect("layout-changed.pdf", NULL, 65, "the attached layout.yaml is not the one");
  run(ARGV("/usr/bin/qpdf", "briefing.pdf", "--remove-attachment=facts.json", "bare.pdf"));
  expect("bare.pdf", NULL, 65, "carries no facts.json");
}

static void
refuse_pages(void)
{
  run(ARGV(JIANBAO, "brief", OTHER, "-o", "other.pdf"));
  run(ARGV("/usr/bin/qpdf", "briefing.pdf", "--pages", "briefing.pdf", "1-2", "--", "shorter.pdf"));
  expect("shorter.pdf", NULL, 65, "it has 2 pages, and the facts fill");
  run(ARGV("/usr/bin/qpdf", "onepage.pdf", "--pages", "other.pdf", "1", "--", "exchanged.pdf"));
  expect("exchanged.pdf", NULL, 65, "stands there, and from the facts follows");
  expect("briefing.pdf", OTHER, 65, "this is not the report that it was made from");
}

/* What no page shows: the digit behind the first `key` becomes another, or the key nobody's. */
static void
refuse_spoken(void)
{
  static const struct {
    const char *key, *name, *says;
  } rows[] = {
      {.key = "/Alt <feff", .name = "alt.pdf", .says = "\nalternative text: \""},
      {.key = "/Contents <feff", .name = "contents.pdf", .says = "\nlink description: \""},
      {.key = "/Title <feff", .name = "title.pdf", .says = "\ntitle: \""},
  };
  gsize len;
  run(ARGV("/usr/bin/qpdf", "--qdf", "--object-streams=disable", "briefing.pdf", "plain.pdf"));
  expect("plain.pdf", REPORT, 0, "7 alternative texts follow from the facts");
  g_autofree char *from = g_build_filename(folder, "plain.pdf", NULL), *plain = test_read(from, &len);
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    char *text = memmem(plain, len, rows[i].key, strlen(rows[i].key));
    char *digit = text != NULL ? strstr(text, "0032") : NULL;
    g_autofree char *to = g_build_filename(folder, rows[i].name, NULL);
    if (!test_check(digit != NULL && digit < strchr(text, '>'), "there is no `%s` with a 2", rows[i].key))
      continue;
    digit[3] = '3';
    g_file_set_contents(to, plain, (gssize)len, NULL);
    expect(rows[i].name, NULL, 65, rows[i].says);
    digit[3] = '2';
  }
  char *key = memmem(plain, len, "/Alt ", 5);
  g_autofree char *silent = g_build_filename(folder, "silent.pdf", NULL);
  if (test_check(key != NULL, "there is no alternative text")) {
    memcpy(key, "/Xlt", 4);
    g_file_set_contents(silent, plain, (gssize)len, NULL);
    expect("silent.pdf", NULL, 65, "alternative text: missing is \"");
  }
}

static void
refuse_others(void)
{
  expect("nothing.pdf", NULL, 66, "nothing.pdf: cannot be opened");
  expect(REPORT, NULL, 65, "this is no PDF");
  expect(BAD "picture-only.pdf", NULL, 65, "carries no facts.json");
  expect(BAD "locked.pdf", NULL, 65, "the PDF is locked with a password");
  expect(BAD "truncated.pdf", NULL, 65, "truncated.pdf: ");
  g_autofree char *path = g_build_filename(folder, "empty.pdf", NULL);
  g_file_set_contents(path, "", 0, NULL);
  expect("empty.pdf", NULL, 65, "this is no PDF");
  g_autofree char *head = g_build_filename(folder, "head.pdf", NULL);
  gsize len;
  g_autofree char *whole = NULL, *from = g_build_filename(folder, "briefing.pdf", NULL);
  whole = test_read(from, &len);
  g_file_set_contents(head, whole, (gssize)len / 2, NULL);
  expect("head.pdf", NULL, 65, "head.pdf: ");
  expect("briefing.pdf", "missing.md", 66, "missing.md");
}

int
main(void)
{
  char *own = test_folder();
  folder = own;
  prove_ours();
  prove_own_layout();
  prove_history();
  refuse_changed();
  refuse_pages();
  refuse_spoken();
  refuse_others();
  test_remove(own);
  return test_close();
}
