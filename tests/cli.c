/* SPDX-License-Identifier: Apache-2.0 */
/* The command line as a user meets it: help, examples, suggestions, exit codes, streams. */
#include "support.h"

#include <stdio.h>
#include <string.h>

#define REPORT JB_TESTS_DIR "/reports/weidong-2022.md"

/* Calls that must fail: the exit code, and what standard error must say. Nothing may be written. */
static const struct {
  const char *why;
  const char *argv[10];
  const char *env[2];
  int status;
  const char *says;
} refusals[] = {
    {.why = "no command", .argv = {JIANBAO}, .status = 64, .says = "command is missing"},
    {.why = "mistyped command", .argv = {JIANBAO, "breif", REPORT}, .status = 64, .says = "did you mean brief?"},
    {.why = "mistyped option",
     .argv = {JIANBAO, "extract", "--fromat", "csv", REPORT},
     .status = 64,
     .says = "did you mean --format?"},
    {.why = "unknown option",
     .argv = {JIANBAO, "extract", "--zzzzzzzz", REPORT},
     .status = 64,
     .says = "extract --help"},
    {.why = "mistyped choice",
     .argv = {JIANBAO, "extract", "--format", "jsno", REPORT},
     .status = 64,
     .says = "did you mean json?"},
    {.why = "value missing", .argv = {JIANBAO, "extract", REPORT, "--format"}, .status = 64, .says = "needs a value"},
    {.why = "output missing", .argv = {JIANBAO, "brief", REPORT}, .status = 64, .says = "--output is missing"},
    {.why = "no operand", .argv = {JIANBAO, "extract"}, .status = 64, .says = "too few operands"},
    {.why = "operand too many",
     .argv = {JIANBAO, "dump", "--stage", "doc", REPORT, REPORT},
     .status = 64,
     .says = "too many"},
    {.why = "unknown chart",
     .argv = {JIANBAO, "chart", "grwoth", REPORT, "-o", "out.png"},
     .status = 64,
     .says = "growth"},
    {.why = "bad size",
     .argv = {JIANBAO, "chart", "growth", REPORT, "-o", "out.png", "--size", "12"},
     .status = 64,
     .says = "1920x1080"},
    {.why = "zero scale",
     .argv = {JIANBAO, "chart", "growth", REPORT, "-o", "out.png", "--scale", "0"},
     .status = 64,
     .says = "--scale"},
    {.why = "unknown format", .argv = {JIANBAO, "brief", REPORT, "-o", "out.doc"}, .status = 64, .says = "out.doc"},
    {.why = "option of another form",
     .argv = {JIANBAO, "chart", "kpi", REPORT, "-o", "out.png", "--indicator", "gdp"},
     .status = 64,
     .says = "trend"},
    {.why = "missing report",
     .argv = {JIANBAO, "brief", "missing.md", "-o", "out.pdf"},
     .status = 66,
     .says = "missing.md"},
    {.why = "missing report, extract",
     .argv = {JIANBAO, "extract", "missing.md", "-o", "out.jsonl"},
     .status = 66,
     .says = "missing.md"},
    {.why = "report is a folder", .argv = {JIANBAO, "extract", "/", "-o", "out.jsonl"}, .status = 66, .says = "/"},
    {.why = "no fonts",
     .argv = {JIANBAO, "brief", REPORT, "-o", "out.pdf"},
     .env = {"JIANBAO_FONT_DIR=/nonexistent"},
     .status = 78,
     .says = "fonts-noto-cjk"},
    {.why = "unknown layout",
     .argv = {JIANBAO, "brief", REPORT, "-o", "out.pdf", "--layout", "breifing"},
     .status = 78,
     .says = "breifing"},
    {.why = "no such folder",
     .argv = {JIANBAO, "brief", REPORT, "-o", "nowhere/out.pdf"},
     .status = 73,
     .says = "nowhere"},
    {.why = "bad epoch",
     .argv = {JIANBAO, "brief", REPORT, "-o", "out.pdf"},
     .env = {"SOURCE_DATE_EPOCH=today"},
     .status = 64,
     .says = "SOURCE_DATE_EPOCH"},
    {.why = "page beyond the end",
     .argv = {JIANBAO, "brief", REPORT, "-o", "out.png", "--page", "99"},
     .status = 64,
     .says = "--page 99"},
    {.why = "full device, facts",
     .argv = {JIANBAO, "extract", REPORT, "-o", "/dev/full"},
     .status = 74,
     .says = "/dev/full"},
    {.why = "full device, pdf",
     .argv = {JIANBAO, "brief", REPORT, "--format", "pdf", "-o", "/dev/full"},
     .status = 74,
     .says = "/dev/full"},
    {.why = "operands, as they are written",
     .argv = {JIANBAO, "format"},
     .status = 64,
     .says = "usage: jianbao format [OPTION…] QUANTITY…)"},
    {.why = "empty operand", .argv = {JIANBAO, "brief", "", "-o", "out.pdf"}, .status = 64, .says = "operand is empty"},
    {.why = "empty output", .argv = {JIANBAO, "brief", REPORT, "-o", ""}, .status = 64, .says = "--output: its value is empty"},
    {.why = "a device for a history",
     .argv = {JIANBAO, "import", REPORT, "--store", "/dev/full"},
     .status = 66,
     .says = "no ordinary file"},
    {.why = "tiny size",
     .argv = {JIANBAO, "chart", "kpi", REPORT, "-o", "out.png", "--size", "1x1"},
     .status = 64,
     .says = "--size: \"1x1\""},
    {.why = "huge size",
     .argv = {JIANBAO, "chart", "kpi", REPORT, "-o", "out.pdf", "--size", "99999x99999"},
     .status = 64,
     .says = "--size: \"99999x99999\""},
    {.why = "size too small for the chart",
     .argv = {JIANBAO, "chart", "kpi", REPORT, "-o", "out.png", "--size", "100x80"},
     .status = 64,
     .says = "--size 100x80"},
    {.why = "page of a PDF",
     .argv = {JIANBAO, "brief", REPORT, "-o", "out.pdf", "--page", "1"},
     .status = 64,
     .says = "--page has no effect on pdf"},
    {.why = "transparent PDF",
     .argv = {JIANBAO, "chart", "kpi", REPORT, "-o", "out.pdf", "--transparent"},
     .status = 64,
     .says = "--transparent has no effect on pdf"},
    {.why = "live text of a PNG",
     .argv = {JIANBAO, "chart", "kpi", REPORT, "-o", "out.png", "--svg-text", "live"},
     .status = 64,
     .says = "--svg-text has no effect on png"},
    {.why = "dpi of a PDF",
     .argv = {JIANBAO, "chart", "kpi", REPORT, "-o", "out.pdf", "--dpi", "300"},
     .status = 64,
     .says = "--dpi has no effect on pdf"},
    {.why = "scale of an SVG",
     .argv = {JIANBAO, "chart", "kpi", REPORT, "-o", "out.svg", "--scale", "2"},
     .status = 64,
     .says = "only on png"},
    {.why = "two themes",
     .argv = {JIANBAO, "chart", "kpi", REPORT, "-o", "out.svg", "--background=dark", "--theme=red"},
     .status = 64,
     .says = "--background dark is the theme dark"},
    {.why = "an unknown indicator",
     .argv = {JIANBAO, "chart", "trend", REPORT, "-o", "out.svg", "--indicator", "gpd"},
     .status = 64,
     .says = "did you mean gdp"},
    {.why = "an unknown indicator, in Chinese",
     .argv = {JIANBAO, "chart", "trend", REPORT, "-o", "out.svg", "--indicator", "消费品"},
     .status = 64,
     .says = "retail_sales"},
    {.why = "bytes of a name do not reach the terminal",
     .argv = {JIANBAO, "extract", "no\xff\x1b[31m.md", "-o", "out.jsonl"},
     .status = 66,
     .says = "no\\xff\\x1b[31m.md: cannot be opened"},
};

static void
check_refusals(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(refusals); i++) {
    char *folder = test_folder();
    g_auto(TestRun) run = test_run(&(TestCommand){.argv = refusals[i].argv, .env = refusals[i].env, .cwd = folder});
    test_check(run.status == refusals[i].status, "%s: exit %d, expected %d: %s", refusals[i].why, run.status,
               refusals[i].status, run.err);
    test_check(g_str_has_prefix(run.err, "jianbao: ") && strstr(run.err, refusals[i].says) != NULL,
               "%s: standard error should begin with jianbao: and say \"%s\": %s", refusals[i].why, refusals[i].says,
               run.err);
    g_auto(GStrv) left = test_list(folder);
    test_check(run.out_len == 0 && left[0] == NULL, "%s: something was written", refusals[i].why);
    test_remove(folder);
  }
}

/* Help of every command exits 0; the example that it gives works in a checkout. */
static void
check_help(void)
{
  static const char *const commands[] = {"brief",  "chart",    "extract",  "check", "dump",     "format", "import",
                                         "series", "ranking", "delivery", "progress", "restore", "run", "rerun", "catch-up",   "schedule", "list",   "doctor", "verify"};
  char *folder = test_folder();
  g_autofree char *link_command = g_strdup_printf("ln -s '%s' tests", JB_TESTS_DIR);
  g_auto(TestRun) linked = test_run(&(TestCommand){.argv = ARGV("/bin/sh", "-c", link_command), .cwd = folder});
  g_autofree char *bin = g_path_get_dirname(JIANBAO);
  g_autofree char *path = g_strdup_printf("PATH=%s:/usr/bin:/bin", bin);
  for (gsize i = 0; i < G_N_ELEMENTS(commands); i++) {
    g_auto(TestRun) help = test_run(&(TestCommand){.argv = ARGV(JIANBAO, commands[i], "--help")});
    const char *example = strstr(help.out, "Example:\n  ");
    if (!test_check(help.status == 0 && help.err[0] == '\0' && example != NULL, "%s --help: exit %d, %s", commands[i],
                    help.status, help.err))
      continue;
    example += strlen("Example:\n  ");
    g_auto(TestRun)
        run = test_run(&(TestCommand){.argv = ARGV("/bin/sh", "-c", example), .env = ARGV(path), .cwd = folder});
    test_check(run.status == 0, "the example of %s exits %d: %s%s", commands[i], run.status, example, run.err);
  }
  g_auto(TestRun) help = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "--help")});
  for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
    test_check(help.status == 0 && strstr(help.out, commands[i]) != NULL, "--help does not name %s", commands[i]);
  test_remove(folder);
}

static void
check_globals(void)
{
  g_auto(TestRun) version = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "--version")});
  test_check(version.status == 0 && strcmp(version.out, "jianbao " JB_VERSION "\n") == 0, "--version: %s", version.out);
  g_auto(TestRun) man = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "--generate", "man")});
  test_check(man.status == 0 && g_str_has_prefix(man.out, ".TH JIANBAO 1"), "the manual page: %.40s", man.out);
  g_auto(TestRun) bash = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "--generate", "bash")});
  g_auto(TestRun) syntax = test_run(&(TestCommand){.argv = ARGV("/bin/bash", "-n"), .input = bash.out});
  test_check(bash.status == 0 && syntax.status == 0, "the completion is no bash: %s", syntax.err);
  g_auto(TestRun) full = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "--help"), .out_path = "/dev/full"});
  test_check(full.status == 74, "--help into a full device exits %d", full.status);
}

/* "-" is standard input and output; "--" ends the options; binary comes through a pipe whole. */
static void
check_streams(void)
{
  g_autofree char *report = test_read(REPORT, NULL);
  char *folder = test_folder();
  g_auto(TestRun) piped = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "extract", "-"), .input = report});
  g_auto(TestRun) named = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "extract", REPORT)});
  test_check(piped.status == 0 && piped.out_len > 10000, "extract -: exit %d: %s", piped.status, piped.err);
  test_check(strchr(piped.out, '\n') - piped.out > 0 && g_strrstr(named.out, "weidong-2022#1") != NULL,
             "the report's name is not in the id of its facts");
  g_auto(TestRun) pdf = test_run(
      &(TestCommand){.argv = ARGV(JIANBAO, "brief", "-o", "-", "--format=pdf", "--", "-"), .input = report});
  test_check(pdf.status == 0 && g_str_has_prefix(pdf.out, "%PDF-"), "brief -o - -- -: exit %d: %s", pdf.status,
             pdf.err);
  test_check(pdf.out_len > 6 && memcmp(pdf.out + pdf.out_len - 6, "%%EOF\n", 6) == 0, "the PDF has no end");
  g_auto(TestRun)
      svg = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "chart", "growth", REPORT, "-o", "-", "--format", "svg")});
  test_check(svg.status == 0 && strstr(svg.out, "<svg") != NULL, "chart -o - --format svg: exit %d: %s", svg.status,
             svg.err);
  g_auto(TestRun) many = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "brief", REPORT, "-o", "-", "--format", "png")});
  test_check(many.status == 64 && strstr(many.err, "--page") != NULL, "six PNG into one stream: exit %d: %s",
             many.status, many.err);
  test_remove(folder);
}

/* Big-endian number of a PNG's header. */
static guint
png_number(const TestRun *png, gsize at)
{
  const guint8 *bytes = (const guint8 *)png->out + at;
  return png->out_len < at + 4 ? 0 : (guint)bytes[0] << 24 | (guint)bytes[1] << 16 | (guint)bytes[2] << 8 | bytes[3];
}

/* A PNG has size × scale pixels. */
static void
check_pixels(void)
{
  static const struct {
    const char *form, *size, *scale;
    guint width, height;
    int status; /* 10: the report has nothing for it, and the box that says so is drawn */
  } pictures[] = {
      {.form = "growth", .size = "1920x1080", .scale = "2", .width = 3840, .height = 2160},
      {.form = "trend", .size = "960x540", .scale = "1", .width = 960, .height = 540},
      {.form = "gauge", .size = "960x540", .scale = "1.5", .width = 1440, .height = 810},
      {.form = "kpi", .size = "800x450", .scale = "2", .width = 1600, .height = 900},
      {.form = "table", .size = "960x720", .scale = "1", .width = 960, .height = 720},
      {.form = "waterfall", .size = "960x540", .scale = "1", .width = 960, .height = 540},
      {.form = "multiples", .size = "960x540", .scale = "1", .width = 960, .height = 540},
      {.form = "heatmap", .size = "960x540", .scale = "1", .width = 960, .height = 540, .status = 10},
      {.form = "ranked", .size = "960x540", .scale = "1", .width = 960, .height = 540},
      {.form = "progress", .size = "960x540", .scale = "1", .width = 960, .height = 540},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(pictures); i++) {
    g_auto(TestRun)
        png = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "chart", pictures[i].form, REPORT, "-o", "-", "--format",
                                                   "png", "--size", pictures[i].size, "--scale", pictures[i].scale)});
    test_check(png.status == pictures[i].status, "chart %s: exit %d: %s", pictures[i].form, png.status, png.err);
    test_check(png_number(&png, 16) == pictures[i].width && png_number(&png, 20) == pictures[i].height,
               "chart %s: %u × %u pixels", pictures[i].form, png_number(&png, 16), png_number(&png, 20));
  }
}

static void
check_lists(void)
{
  static const char *const topics[] = {"charts", "layouts", "formats", "terms", "units", "indicators", "checks"};
  for (gsize i = 0; i < G_N_ELEMENTS(topics); i++) {
    g_auto(TestRun) run = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "list", topics[i])});
    test_check(run.status == 0 && run.out_len > 0, "list %s: exit %d", topics[i], run.status);
  }
  g_auto(TestRun) doctor = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "doctor")});
  test_check(doctor.status == 0 && strstr(doctor.out, "Noto Sans CJK SC") != NULL, "doctor: exit %d: %s", doctor.status,
             doctor.err);
  g_auto(TestRun)
      ill = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "doctor"), .env = ARGV("JIANBAO_FONT_DIR=/nonexistent")});
  test_check(ill.status == 78 && strstr(ill.err, "fonts-noto-cjk") != NULL, "doctor without fonts: exit %d: %s",
             ill.status, ill.err);
}

/* Several reports in one call: one CSV header, one JSON array, one line for each fact. */
static void
check_several(void)
{
  static const char second[] = JB_TESTS_DIR "/reports/ningbo-2023.md";
  g_auto(TestRun) csv = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "extract", REPORT, second, "--format", "csv")});
  const char *header = strstr(csv.out, "OBS_VALUE");
  test_check(csv.status == 0 && header != NULL && strstr(header + 1, "OBS_VALUE") == NULL, "one CSV header");
  g_auto(TestRun) json = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "extract", REPORT, second, "--format", "json")});
  test_check(json.status == 0 && json.out[0] == '[' && g_str_has_suffix(json.out, "]\n"),
             "a JSON array of two reports");
  g_auto(TestRun) lines = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "extract", REPORT, second)});
  test_check(strstr(lines.out, "weidong-2022#1\"") != NULL && strstr(lines.out, "ningbo-2023#1\"") != NULL,
             "both reports' facts");
}

/* Findings in each format; the exit status tells whether one is certain or likely; "-" and several files. */
static void
check_findings(void)
{
  static const char wrong[] = JB_TESTS_DIR "/golden/contradictions.md", older[] = JB_TESTS_DIR "/golden/older.md";
  g_autofree char *report = test_read(wrong, NULL);
  g_auto(TestRun) sound = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "check", REPORT)});
  test_check(sound.status == 0 && strstr(sound.out, "nothing found") != NULL, "check of a sound report: exit %d: %s",
             sound.status, sound.out);
  g_auto(TestRun) text = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "check", REPORT, wrong)});
  test_check(text.status == 1 && strstr(text.out, "contradictions.md:13: sum: ") != NULL, "check: exit %d: %s",
             text.status, text.out);
  g_auto(TestRun) piped = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "check", "-"), .input = report});
  test_check(piped.status == 1 && strstr(piped.out, "\n-:13: sum: ") != NULL, "check -: exit %d", piped.status);
  g_auto(TestRun) lines = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "check", wrong, "--format", "jsonl")});
  test_check(lines.status == 1 && strstr(lines.out, "\"kind\":\"sum\",\"certainty\":\"likely\"") != NULL,
             "check --format jsonl: exit %d: %s", lines.status, lines.out);
  g_auto(TestRun) json = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "check", REPORT, wrong, "--format", "json")});
  test_check(json.out[0] == '[' && g_str_has_suffix(json.out, "}\n]\n") && strstr(json.out, "},\n{\"file\"") != NULL,
             "check --format json: %s", json.out);
  g_auto(TestRun) none = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "check", REPORT, "--format", "json")});
  test_check(none.status == 0 && strcmp(none.out, "[]\n") == 0, "no finding is an empty array: %s", none.out);
  g_auto(TestRun) against = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "check", wrong, "--against", older)});
  test_check(against.status == 1 && strstr(against.out, ": revised: ") != NULL &&
                 strstr(against.out, "golden/older.md:") != NULL,
             "check --against: exit %d: %s", against.status, against.out);
  g_auto(TestRun) missing = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "check", REPORT, "--against", "missing.md")});
  test_check(missing.status == 66 && missing.out_len == 0, "check --against a missing file: exit %d", missing.status);
}

/* Every picture says in words what it shows and what it was made from, a table too. */
static void
check_descriptions(void)
{
  static const char *const forms[] = {"growth", "trend", "gauge", "kpi", "table"};
  for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
    g_auto(TestRun) png = test_run(
        &(TestCommand){.argv = ARGV(JIANBAO, "chart", forms[i], REPORT, "--scale", "1", "--format", "png", "-o", "-")});
    test_check(png.status == 0 && memmem(png.out, png.out_len, "iTXtDescription", 15) != NULL &&
                   memmem(png.out, png.out_len, "iTXtSource", 10) != NULL &&
                   memmem(png.out, png.out_len, "pHYs", 4) != NULL && memmem(png.out, png.out_len, "sRGB", 4) != NULL,
               "chart %s: the PNG does not describe itself: exit %d", forms[i], png.status);
  }
}

/* A briefing carries the facts that it shows, as `extract` gives them, and says which report they are from. */
static void
check_attached_facts(void)
{
  char *folder = test_folder();
  g_auto(TestRun)
      brief = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "brief", REPORT, "-o", "a.pdf"), .cwd = folder});
  g_auto(TestRun) saved =
      test_run(&(TestCommand){.argv = ARGV("/usr/bin/env", "pdfdetach", "-saveall", "a.pdf"), .cwd = folder});
  g_auto(TestRun) facts = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "extract", REPORT, "--format", "csv")});
  if (test_check(brief.status == 0 && saved.status == 0 && facts.status == 0, "facts in a PDF: %s%s", brief.err,
                 saved.err)) {
    g_autofree char *table = g_build_filename(folder, "facts.csv", NULL), *attached = test_read(table, NULL);
    test_check(strcmp(attached, facts.out) == 0, "the facts in the PDF are not those that extract gives");
    g_autofree char *path = g_build_filename(folder, "facts.json", NULL), *json = test_read(path, NULL);
    gsize len;
    g_autofree char *report = test_read(REPORT, &len);
    g_autofree char *digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)report, len);
    test_check(strstr(json, digest) != NULL && g_str_has_prefix(json, "{\"made\":{\"program\":\"jianbao "),
               "facts.json does not say what it was made of: %.200s", json);
  }
  test_remove(folder);
}

int
main(void)
{
  check_globals();
  check_refusals();
  check_help();
  check_streams();
  check_pixels();
  check_lists();
  check_several();
  check_findings();
  check_attached_facts();
  check_descriptions();
  return test_close();
}
