/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a report makes most of, as points; where a layout has no room for all, the facts with the most stand on it.
 *
 * Nothing here knows a report: headline indicators come first, in the layout's own order; then what the report says
 * itself by promising a figure for the year, by ranking it, by calling it a first or a record, by coming back to it,
 * and by saying it early. The rows are the whole rule; `dump --stage page` shows each fact's points.
 */
#include "layout/run.h"

#include <string.h>

static gint
of_headline(const JbRun *run, const JbFact *fact)
{
  gint n = 0;
  for (const char **code = run->layout->headline; fact->code != NULL && code != NULL && *code != NULL; code++, n++)
    if (strcmp(*code, fact->code) == 0)
      return MAX(60 - n, 30);
  return 0;
}

static gint
of_catalogue(const JbRun *run, const JbFact *fact)
{
  (void)run;
  return fact->code != NULL ? 8 : fact->name_en != NULL ? 4 : 0;
}

/* 目标 of this year or of the plan that begins */
static gint
of_target(const JbRun *run, const JbFact *fact)
{
  return fact->status == JB_STATUS_TARGET && fact->period.to_year >= run->facts->report.year ? 8 : 0;
}

static gint
of_rank(const JbRun *run, const JbFact *fact)
{
  (void)run;
  return fact->measure == JB_MEASURE_RANK ? 8 : 0;
}

/* Words of pride in the sentence: 首次突破, 位居全国第一, 创历史新高. */
static gint
of_words(const JbRun *run, const JbFact *fact)
{
  static const char *const words[] = {"突破",   "首次",   "首位", "第一",   "历史",   "新高", "翻番",
                                      "全国前", "全省前", "率先", "居全国", "居全省", "领先", "提前"};
  (void)run;
  for (guint i = 0; i < G_N_ELEMENTS(words) && fact->source.sentence != NULL; i++)
    if (strstr(fact->source.sentence, words[i]) != NULL)
      return 5;
  return 0;
}

/* Every further figure of the same name. */
static gint
of_repeats(const JbRun *run, const JbFact *fact)
{
  return MIN(run->repeats[fact->number], 4) * 2;
}

/* The first tenth of a report is its summary, the first third its review. */
static gint
of_place(const JbRun *run, const JbFact *fact)
{
  guint n = MAX(run->facts->n_facts, 1), place = fact->number * 30 / n;
  return place < 3 ? 6 : place < 10 ? 3 : 0;
}

/* A level or growth of last year tells more than a change, a share or a figure of no year. */
static gint
of_measure(const JbRun *run, const JbFact *fact)
{
  gint points = fact->measure == JB_MEASURE_LEVEL || fact->measure == JB_MEASURE_GROWTH ? 2 : 0;
  return points + (jb_period_is_year(fact->period) && fact->period.to_year >= run->facts->report.year - 1 ? 2 : 0);
}

/* 4个一批 and other very small counts are seldom what a page is for. */
static gint
of_size(const JbRun *run, const JbFact *fact)
{
  (void)run;
  return fact->measure == JB_MEASURE_LEVEL && fact->amount.unit == NULL && fact->value.scale == 0 &&
                 ABS(fact->value.digits) < 10
             ? -4
             : 0;
}

static gint (*const rows[])(const JbRun *run, const JbFact *fact) = {
    of_headline, of_catalogue, of_target, of_rank, of_words, of_repeats, of_place, of_measure, of_size,
};

gint
jb_emphasis(const JbRun *run, const JbFact *fact)
{
  gint points = 0;
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
    points += rows[i](run, fact);
  return points;
}

/* How many other facts have each fact's name: counted once a run. */
void
jb_count_repeats(JbRun *run)
{
  GHashTable *counts = g_hash_table_new(g_str_hash, g_str_equal); /* looked up, never walked */
  run->repeats = jb_arena_make(run->arena, gint, run->n_numbers + 1);
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < run->facts->n_facts; i++) {
      const JbFact *fact = &run->facts->facts[i];
      const char *name = fact->code != NULL ? fact->code : fact->name_zh;
      if (name == NULL || fact->status == JB_STATUS_DERIVED)
        continue;
      gint count = GPOINTER_TO_INT(g_hash_table_lookup(counts, name));
      if (pass == 0)
        g_hash_table_insert(counts, (gpointer)name, GINT_TO_POINTER(count + 1));
      else
        run->repeats[fact->number] = count - 1;
    }
  g_hash_table_unref(counts);
}

/*
 * Leaves the `limit` facts with the most points, in the order they had; among equals the earlier ones. A name already
 * chosen counts half: a page of eight figures of one indicator tells less.
 */
guint
jb_keep_emphasised(JbRun *run, const JbFact **facts, guint n, guint limit)
{
  if (n <= limit)
    return n;
  g_autofree gint *points = g_new(gint, n);
  g_autofree gboolean *kept = g_new0(gboolean, n);
  for (guint i = 0; i < n; i++)
    points[i] = jb_emphasis(run, facts[i]);
  for (guint chosen = 0; chosen < limit; chosen++) {
    guint best = n;
    for (guint i = 0; i < n; i++)
      if (!kept[i] && (best == n || points[i] > points[best]))
        best = i;
    kept[best] = TRUE;
    for (guint i = 0; i < n; i++)
      if (!kept[i] && jb_same_series(facts[i], facts[best]))
        points[i] /= 2;
  }
  guint left = 0;
  for (guint i = 0; i < n; i++)
    if (kept[i])
      facts[left++] = facts[i];
  return left;
}
