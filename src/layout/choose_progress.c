/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of the progress list: what facts/progress.c finds of the year's targets among the set's own facts. */
#include "layout/run.h"

/* The set's fact behind an observation of it. */
static const JbFact *
fact_of(const JbRun *run, const JbObservation *row)
{
  return row != NULL ? jb_facts_lookup(run->facts, row->fact.number) : NULL;
}

static JbChartRow
make_row(JbRun *run, const JbProgressRow *from)
{
  JbChartProgress *progress = jb_arena_make(run->arena, JbChartProgress, 1);
  /* Of what neither adds up nor is a rate, and of other units than percent, the gap is no percentage points. */
  gboolean points = g_strcmp0(from->target->fact.amount.unit, "percent") == 0;
  *progress = (JbChartProgress){.has_share = from->has_share,
                                .has_gap = from->has_gap && (from->has_share || points),
                                .share = from->share,
                                .gap = from->gap,
                                .verdict = from->verdict,
                                .why_zh = jb_reason_words(from->reason, JB_LANG_ZH),
                                .why_en = jb_reason_words(from->reason, JB_LANG_EN)};
  return (JbChartRow){.target = fact_of(run, from->target),
                      .target_high = fact_of(run, from->target_high),
                      .actual = fact_of(run, from->latest),
                      .previous = fact_of(run, from->same_last_year),
                      .progress = progress};
}

void
jb_choose_progress(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen)
{
  g_autoptr(JbProgress) progress = jb_progress_of_facts(run->facts);
  JbChartRow *rows = jb_arena_make(run->arena, JbChartRow, progress->n + 1);
  guint n = 0;
  for (guint i = 0; i < progress->n; i++) {
    JbChartRow row = make_row(run, &progress->rows[i]);
    JbSelect any = block->select;
    any.period.kind = JB_WHEN_ANY;
    if (row.target != NULL && jb_select_holds(run, &any, row.target))
      rows[n++] = row;
  }
  jb_take_rows(run, chosen, rows, n);
}
