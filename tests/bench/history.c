/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How fast a large history answers: 300 cities with a report a year for ten years, 233 figures in each, all of them
 * invented here. Answers are whole processes, from start to exit. A folder as argument keeps the file there.
 */
#include "measure.h"

#include <jianbao/jianbao.h>

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#define AREAS      300
#define FIRST_YEAR 2016
#define YEARS      10
#define FIGURES    233

static guint64 seed = 20260101;

static guint
any(guint below)
{
  seed = seed * G_GUINT64_CONSTANT(6364136223846793005) + 1442695040888963407u;
  return (guint)(seed >> 33) % below;
}

/* Codes of the catalogue, each once; the rest of the figures have names alone. */
static GPtrArray *
list_codes(void)
{
  GPtrArray *terms = g_ptr_array_new();
  const char *last = NULL;
  for (guint i = 0; i < jb_term_count(); i++)
    if (jb_term_at(i)->code != NULL && g_strcmp0(jb_term_at(i)->code, last) != 0) {
      last = jb_term_at(i)->code;
      g_ptr_array_add(terms, (gpointer)jb_term_at(i));
    }
  return terms;
}

static JbFact
make_fact(JbArena *arena, const GPtrArray *terms, guint number, gint year, const char **sections)
{
  const JbTerm *term = number / 2 < terms->len ? terms->pdata[number / 2] : NULL;
  gboolean grows = number % 2 != 0, target = number % 5 == 4;
  gint64 digits = 10 + any(9000);
  JbFact fact = {.number = number + 1,
                 .code = term != NULL ? term->code : NULL,
                 .name_zh = term != NULL ? term->zh : jb_arena_printf(arena, "新建改建第%u类公共设施", number),
                 .name_en = term != NULL ? term->en : NULL,
                 .measure = grows ? JB_MEASURE_GROWTH : JB_MEASURE_LEVEL,
                 .value = {.digits = grows ? digits % 200 : digits, .scale = 1},
                 .unit = grows ? "%" : "亿元",
                 .status = target ? JB_STATUS_TARGET : JB_STATUS_ACTUAL};
  gint16 when = (gint16)(target ? year : year - 1);
  fact.period = (JbPeriod){.from_year = when, .to_year = when};
  fact.amount.value = fact.value;
  fact.amount.unit = grows ? "percent" : "CNY";
  if (!grows)
    jb_decimal_shift(fact.value, 8, &fact.amount.value);
  fact.source.start = number * 160;
  fact.source.end = fact.source.start + 9;
  fact.source.text = jb_arena_printf(arena, "%s%s", jb_decimal_text(arena, fact.value), fact.unit);
  fact.source.sentence = jb_arena_printf(arena, "%d年第%u句：%s达到一个数，同比有所增长，在全省位次前移，为今后打下基础。", year,
                                         number / 3, fact.name_zh);
  fact.source.sections = sections;
  fact.source.paragraph = fact.source.line = number / 3 + 4;
  return fact;
}

static gboolean
put_report(JbStore *store, const GPtrArray *terms, guint area, gint year, GError **error)
{
  g_autoptr(JbFacts) facts = jb_facts_new();
  JbArena *arena = facts->arena;
  const char **sections = jb_arena_make(arena, const char *, 3);
  sections[0] = "一、上一年工作回顾";
  sections[1] = "（一）经济运行稳中有进";
  facts->report = (JbReport){.id = jb_arena_printf(arena, "city-%03u-%d", area, year),
                             .title = "政府工作报告",
                             .date = "",
                             .kind = JB_REPORT_WORK,
                             .year = year,
                             .area = {.code = jb_arena_printf(arena, "90%04u", area),
                                      .zh = jb_arena_printf(arena, "第%03u市", area),
                                      .en = jb_arena_printf(arena, "City %03u", area),
                                      .level = JB_AREA_PREFECTURE}};
  facts->facts = jb_arena_make(arena, JbFact, FIGURES);
  for (facts->n_facts = 0; facts->n_facts < FIGURES; facts->n_facts++)
    facts->facts[facts->n_facts] = make_fact(arena, terms, facts->n_facts, year, sections);
  g_autofree char *digest = g_strdup_printf("%032u%032d", area, year);
  JbPut put;
  return jb_store_put(store, facts, &(JbOrigin){.name = facts->report.id, .sha256 = digest}, FALSE, &put, error);
}

static gboolean
fill(const char *path, GError **error)
{
  g_autoptr(GPtrArray) terms = list_codes();
  g_autoptr(JbStore) store = jb_store_open(path, JB_STORE_WRITE, error);
  for (gint year = FIRST_YEAR; store != NULL && year < FIRST_YEAR + YEARS; year++)
    for (guint area = 0; area < AREAS; area++)
      if (!put_report(store, terms, area, year, error))
        return FALSE;
  return store != NULL && jb_store_commit(store, error);
}

static void
ask(const char *what, const char *path, const char *const *words)
{
  const char *argv[16] = {JB_BINARY};
  guint n = 1;
  for (; *words != NULL; words++)
    argv[n++] = *words;
  argv[n++] = "--store";
  argv[n++] = path;
  argv[n++] = "-o";
  argv[n] = "/dev/null";
  bench_print(what, bench_process(argv, path));
}
#define ASK(what, ...) ask(what, path, (const char *const[]){__VA_ARGS__, NULL})

int
main(int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = argc > 1 ? g_strdup(argv[1]) : g_dir_make_tmp("jianbao-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename(folder, "large.db", NULL), *stamp = g_strconcat(path, ".checked", NULL);
  struct stat info = {0};
  setvbuf(stdout, NULL, _IOLBF, 0);
  gint64 begin = g_get_monotonic_time();
  if (stat(path, &info) != 0 && !fill(path, &error)) {
    fprintf(stderr, "bench: %s\n", error->message);
    return EXIT_FAILURE;
  }
  stat(path, &info);
  printf("%-44s %8.0f ms  %6.0f MB\n", "3,000 reports of 233 figures put", (double)(g_get_monotonic_time() - begin) / 1e3,
         (double)info.st_size / 1e6);
  ASK("series of a city", "series", "gdp", "--area", "900017");
  ASK("series of its growth, as CSV", "series", "gdp", "--measure=growth", "--area=900017", "--format=csv");
  ASK("ranking of 300 cities", "ranking", "gdp", "--year=2024");
  ASK("ranking of their growth", "ranking", "gdp", "--measure=growth", "--year=2024");
  ASK("promise and delivery of a city", "delivery", "--year=2024", "--area=900017");
  if (argc == 1) {
    g_unlink(path);
    g_unlink(stamp);
    g_rmdir(folder);
  }
  return EXIT_SUCCESS;
}
