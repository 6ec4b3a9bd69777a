/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Extraction against hand-made facts of reports that the rules were not written on (tests/gold). The annotations are
 * ours, most texts are not: of those that are not at hand the test says so and checks nothing.
 */
#include "support.h"

#include <jianbao/jianbao.h>

#include <stdio.h>
#include <string.h>

enum { START, END, NUMBER, USE, SURFACE, VALUE, MEASURE, BOUND, STATUS, PERIOD, BASE, CODE, NAME, NOTE, N_COLUMNS };

/* What must be reached over all reports, in percent of the rows. */
#define MIN_RECALL    99.0
#define MIN_PRECISION 99.0
#define MIN_RIGHT     95.5 /* value, measure, bound, status, period, base and code all right */

typedef struct {
  guint wanted, found, right, given, good;
} Tally;

static guint32
byte_of(const char *text, const char *characters)
{
  return (guint32)(g_utf8_offset_to_pointer(text, (glong)g_ascii_strtoll(characters, NULL, 10)) - text);
}

static gboolean
same_period(const char *gold, JbPeriod period)
{
  g_autofree char *iso = g_strdup(strcmp(gold, "-") == 0 ? "" : gold);
  /* the annotations write a span of years as 2017-2021 */
  if (strlen(iso) == 9 && iso[4] == '-')
    iso[4] = '/';
  JbArena *arena = jb_arena_new();
  const char *found = jb_period_text(arena, period);
  gboolean same = strcmp(iso, found != NULL ? found : "") == 0;
  jb_arena_free(arena);
  return same;
}

static gboolean
is_right(char **row, const JbFact *fact)
{
  JbDecimal value;
  char base[16] = "-";
  if (fact->base_year != 0)
    g_snprintf(base, sizeof base, "%d", fact->base_year);
  return jb_decimal_parse(jb_slice(row[VALUE]), &value) && jb_decimal_compare(value, fact->value) == 0 &&
         strcmp(row[MEASURE], jb_measure_name(fact->measure)) == 0 &&
         strcmp(row[BOUND], jb_bound_name(fact->bound)) == 0 &&
         strcmp(row[STATUS], jb_status_name(fact->status)) == 0 && same_period(row[PERIOD], fact->period) &&
         strcmp(row[BASE], base) == 0 && strcmp(row[CODE], fact->code != NULL ? fact->code : "-") == 0;
}

/* The facts that overlap bytes start … end. */
static const JbFact *
fact_at(const JbFacts *facts, guint32 start, guint32 end)
{
  for (guint i = 0; i < facts->n_facts; i++)
    if (facts->facts[i].source.start < end && start < facts->facts[i].source.end)
      return &facts->facts[i];
  return NULL;
}

static void
score_row(char **row, const char *text, const JbFacts *facts, Tally *tally)
{
  const JbFact *fact = fact_at(facts, byte_of(text, row[START]), byte_of(text, row[END]));
  tally->given += fact != NULL;
  tally->good += fact != NULL && row[USE][0] != 'n';
  if (row[USE][0] != 'y')
    return;
  tally->wanted++;
  tally->found += fact != NULL;
  tally->right += fact != NULL && is_right(row, fact);
}

static void
score_report(const char *tsv, const char *path, Tally *tally)
{
  g_autofree char *rows = test_read(tsv, NULL);
  g_autofree char *text = test_read(path, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(JbDocument) document = jb_document_open(path, &error);
  if (!test_check(document != NULL, "%s: %s", path, error != NULL ? error->message : ""))
    return;
  g_autoptr(JbFacts) facts = jb_extract(document);
  g_auto(GStrv) lines = g_strsplit(rows, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++) {
    g_auto(GStrv) row = g_strsplit(lines[i], "\t", N_COLUMNS);
    if (g_strv_length(row) == N_COLUMNS)
      score_row(row, text, facts, tally);
  }
}

static double
percent(guint part, guint whole)
{
  return whole > 0 ? 100.0 * part / whole : 0;
}

int
main(void)
{
  Tally tally = {0};
  const char *corpus = g_getenv("JIANBAO_CORPUS");
  g_autofree char *beside = g_build_filename(JB_SOURCE_DIR, "..", "shared", "corpus", NULL);
  g_auto(GStrv) names = test_list(JB_TESTS_DIR "/gold");
  for (char **name = names; *name != NULL; name++) {
    if (!g_str_has_suffix(*name, ".tsv"))
      continue;
    g_autofree char *stem = g_strndup(*name, strlen(*name) - strlen(".tsv"));
    g_autofree char *own = g_strdup_printf("%s/gold/%s.txt", JB_TESTS_DIR, stem); /* a text of our own words */
    g_autofree char *text = g_file_test(own, G_FILE_TEST_EXISTS)
                                ? g_strdup(own)
                                : g_strdup_printf("%s/%s.md", corpus != NULL ? corpus : beside, stem);
    g_autofree char *tsv = g_build_filename(JB_TESTS_DIR, "gold", *name, NULL);
    if (g_file_test(text, G_FILE_TEST_EXISTS))
      score_report(tsv, text, &tally);
    else
      printf("NOT RUN: %s: the report's text is not here (%s)\n", stem, text);
  }
  if (tally.wanted > 0) {
    double recall = percent(tally.found, tally.wanted), precision = percent(tally.good, tally.given);
    double right = percent(tally.right, tally.wanted);
    printf("%u quantities: recall %.1f %%, precision %.1f %%, all fields right %.1f %%\n", tally.wanted, recall,
           precision, right);
    test_check(recall >= MIN_RECALL, "recall %.2f %% is below %.1f %%", recall, MIN_RECALL);
    test_check(precision >= MIN_PRECISION, "precision %.2f %% is below %.1f %%", precision, MIN_PRECISION);
    test_check(right >= MIN_RIGHT, "%.2f %% right is below %.1f %%", right, MIN_RIGHT);
  } else {
    return 77; /* skipped: no text is here */
  }
  return test_close();
}
