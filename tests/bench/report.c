/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How fast: extraction in this process, briefings and charts as whole processes (start to file on disk), and
 * gnuplot drawing bars of the same figures in the same run. Medians, so that one disturbed run does not count.
 */
#include "measure.h"

#include <jianbao/jianbao.h>

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REPORT      JB_TESTS_DIR "/reports/weidong-2022.md"
#define CORPUS_RUNS 5

static JbFacts *
extract_text(const char *text, gsize len)
{
  g_autoptr(JbDocument) document = jb_document_read("bench.md", text, len, NULL);
  return document != NULL ? jb_extract(document) : NULL;
}

/* Report text → facts, in this process, on the report and on a long one made of it. */
static void
bench_extract(const char *text, gsize len, guint copies)
{
  g_autoptr(GString) longer = g_string_new(NULL);
  for (guint i = 0; i < copies; i++)
    g_string_append_len(longer, text, (gssize)len);
  double ms[RUNS * 4];
  guint n_facts = 0;
  for (guint run = 0; run < G_N_ELEMENTS(ms); run++) {
    gint64 begin = g_get_monotonic_time();
    g_autoptr(JbFacts) facts = extract_text(longer->str, longer->len);
    ms[run] = (double)(g_get_monotonic_time() - begin) / 1000.0;
    n_facts = facts != NULL ? facts->n_facts : 0;
  }
  double m = bench_median(ms, G_N_ELEMENTS(ms));
  g_autofree char *what = g_strdup_printf("text of %.0f kB → %u facts", (double)longer->len / 1000.0, n_facts);
  printf("%-44s %8.2f ms  %6.1f MB/s\n", what, m, (double)longer->len / 1000.0 / m);
}

/*
 * Real reports → facts, in this process, where the corpus lies beside the checkout: prose with a figure in every other
 * sentence, where the sample of the tests is figures throughout.
 */
static void
bench_corpus(void)
{
  const char *told = g_getenv("JIANBAO_CORPUS"), *folder = told != NULL ? told : JB_BESIDE "/shared/corpus";
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
  gsize bytes = 0;
  for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    char *text;
    gsize len;
    if (!g_str_has_suffix(name, ".md") || !g_file_get_contents(path, &text, &len, NULL))
      continue;
    g_ptr_array_add(texts, g_bytes_new_take(text, len));
    bytes += len;
  }
  if (texts->len == 0) {
    printf("real reports → facts: not measured, no corpus at %s\n", folder);
    return;
  }
  double ms[CORPUS_RUNS];
  for (guint run = 0; run < CORPUS_RUNS; run++) {
    gint64 begin = g_get_monotonic_time();
    for (guint i = 0; i < texts->len; i++) {
      gsize len;
      const char *text = g_bytes_get_data(texts->pdata[i], &len);
      g_autoptr(JbFacts) facts = extract_text(text, len);
    }
    ms[run] = (double)(g_get_monotonic_time() - begin) / 1000.0;
  }
  double m = bench_median(ms, CORPUS_RUNS);
  g_autofree char *what = g_strdup_printf("%u real reports, %.1f MB → facts", texts->len, (double)bytes / 1e6);
  printf("%-44s %8.0f ms  %6.1f MB/s\n", what, m, (double)bytes / 1000.0 / m);
}

/* The first name of a process reads all word tables. */
static void
bench_tables(void)
{
  JbArena *arena = jb_arena_new();
  JbFact fact = {.name_zh = "平安大道建成口袋公园"};
  gint64 begin = g_get_monotonic_time();
  jb_name_en(arena, &fact, JB_AREA_COUNTY, FALSE);
  printf("%-44s %8.2f ms\n", "all word tables, read once", (double)(g_get_monotonic_time() - begin) / 1000.0);
  jb_arena_free(arena);
}

/* Data labels and English names of all facts of the report, over and over. */
static void
bench_words(const JbFacts *facts)
{
  enum { ROUNDS = 200 };
  double label_us[RUNS], name_us[RUNS];
  for (guint run = 0; run < RUNS; run++) {
    JbArena *arena = jb_arena_new();
    gint64 begin = g_get_monotonic_time();
    for (guint i = 0; i < ROUNDS * facts->n_facts; i++)
      jb_quantity(arena, &facts->facts[i % facts->n_facts], JB_LANG_EN, JB_STYLE_LABEL);
    gint64 middle = g_get_monotonic_time();
    for (guint i = 0; i < ROUNDS * facts->n_facts; i++)
      jb_name_en(arena, &facts->facts[i % facts->n_facts], JB_AREA_COUNTY, FALSE);
    gint64 end = g_get_monotonic_time();
    label_us[run] = (double)(middle - begin) / ROUNDS / facts->n_facts;
    name_us[run] = (double)(end - middle) / ROUNDS / facts->n_facts;
    jb_arena_free(arena);
  }
  printf("%-44s %8.2f µs\n", "a data label in English", bench_median(label_us, RUNS));
  printf("%-44s %8.2f µs\n", "a name in English, looked up or composed", bench_median(name_us, RUNS));
}

/* The growth figures as a gnuplot script of horizontal bars with Chinese labels, as our growth chart has them. */
static void
write_script(const char *path, const char *terminal, const char *output, const JbFacts *facts)
{
  g_autoptr(GString) data = g_string_new(NULL);
  guint n = 0;
  for (guint i = 0; i < facts->n_facts && n < 12; i++)
    if (facts->facts[i].measure == JB_MEASURE_GROWTH && facts->facts[i].name_zh != NULL) {
      char number[G_ASCII_DTOSTR_BUF_SIZE];
      g_ascii_dtostr(number, sizeof number, jb_decimal_to_double(facts->facts[i].value));
      g_string_append_printf(data, "%u %s \"%s\"\n", n++, number, facts->facts[i].name_zh);
    }
  g_autofree char *script = g_strdup_printf(
      "$data << EOD\n%sEOD\nset terminal %s\nset output '%s'\nset style fill solid\nset yrange [-1:%u]\nunset key\n"
      "set title '主要指标增速 Growth of key indicators'\n"
      "plot $data using ($2/2):1:($2/2):(0.3):yticlabels(3) with boxxyerror, $data using 2:1:2 with labels offset "
      "2,0\n",
      data->str, terminal, output, n);
  if (!g_file_set_contents(path, script, -1, NULL)) {
    fprintf(stderr, "bench: cannot write %s\n", path);
    exit(EXIT_FAILURE);
  }
}

static void
bench_chart(const char *folder, const char *what, const char *format, const char *terminal, const JbFacts *facts)
{
  g_autofree char *ours = g_strdup_printf("%s/chart.%s", folder, format);
  g_autofree char *theirs = g_strdup_printf("%s/gnuplot.%s", folder, format);
  g_autofree char *script = g_strdup_printf("%s/%s.gp", folder, format);
  gboolean picture = strcmp(format, "png") == 0; /* which has pixels to a point */
  const char *const chart[] = {
      JB_BINARY, "chart", "growth", REPORT, "--size", "1920x1080", "-o", ours, picture ? "--scale" : NULL, "2", NULL};
  const char *const gnuplot[] = {"gnuplot", script, NULL};
  write_script(script, terminal, theirs, facts);
  BenchMeasured a = bench_process(chart, ours), b = bench_process(gnuplot, theirs);
  g_autofree char *label = g_strdup_printf("%s, gnuplot", what);
  bench_print(what, a);
  bench_print(label, b);
  printf("%-44s %8.1f times as fast, %.2f of the bytes\n", "", b.ms / a.ms, (double)a.bytes / (double)b.bytes);
  g_unlink(ours);
  g_unlink(theirs);
  g_unlink(script);
}

int
main(void)
{
  char *text;
  gsize len;
  if (!g_file_get_contents(REPORT, &text, &len, NULL)) {
    fprintf(stderr, "bench: cannot read %s\n", REPORT);
    return EXIT_FAILURE;
  }
  setvbuf(stdout, NULL, _IOLBF, 0);
  bench_tables();
  g_autofree char *folder = g_dir_make_tmp("jianbao-bench-XXXXXX", NULL);
  g_autofree char *pdf = g_build_filename(folder, "brief.pdf", NULL);
  g_autoptr(JbFacts) facts = extract_text(text, len);
  bench_extract(text, len, 1);
  bench_extract(text, len, 20);
  bench_corpus();
  bench_words(facts);
  bench_print(
      "report → briefing, PDF",
      bench_process((const char *const[]){JB_BINARY, "brief", REPORT, "--lang", "zh", "-o", pdf, NULL}, pdf));
  bench_print("report → bilingual briefing, PDF",
                 bench_process((const char *const[]){JB_BINARY, "brief", REPORT, "-o", pdf, NULL}, pdf));
  g_unlink(pdf);
  bench_chart(folder, "one chart, PNG of 3840 × 2160", "png", "pngcairo size 3840,2160 font 'Noto Sans CJK SC,40'",
              facts);
  bench_chart(folder, "one chart, PDF", "pdf", "pdfcairo size 26.67in,15in font 'Noto Sans CJK SC,20'", facts);
  g_rmdir(folder);
  g_free(text);
  return EXIT_SUCCESS;
}
