/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_LAYOUT_RUN_H
#define JB_LAYOUT_RUN_H
/* One run of a layout over facts: what is chosen, what has been shown, where it stands. */
#include "layout/model.h"

/* A block with the facts it chose. */
typedef struct JbChosen JbChosen;
struct JbChosen {
  const JbLayoutBlock *block;
  const char *anchor;
  JbChartData data;
  guint n_facts; /* table, annex */
  const JbFact **facts;
  JbWords words; /* text, references filled in */
  gboolean empty;
  guint n_cells; /* grid, and a chart repeated for each indicator */
  JbChosen *cells;
  guint columns; /* of the cells */
};

/* A sentence of the report that figures come from: an entry of the annex, [n] on the pages. */
typedef struct {
  const JbFact *fact;    /* the first in it */
  const char *first_use; /* anchor where the first of its figures stands; NULL never shown */
} JbEntry;

typedef struct {
  const JbLayout *layout;
  const JbFacts *facts;
  JbArena *arena;
  JbTheme theme;
  JbChartContext context;
  guint n_numbers; /* highest fact number + 1 */
  guint8 *used;    /* by fact number: shown by a block above */
  guint n_entries;
  JbEntry *entries; /* entry n at n - 1 */
  guint *entry_of;  /* by fact number */
  guint n_anchors;
} JbRun;

void jb_run_init(JbRun *run, const JbLayout *layout, const JbFacts *facts, JbFonts *fonts, JbLang lang, JbArena *arena);

gboolean jb_select_holds(const JbRun *run, const JbSelect *select, const JbFact *fact);
/* Same indicator: by code, without one by name. */
gboolean jb_same_series(const JbFact *a, const JbFact *b);
/* gdp.level@$last → the fact, NULL when the report has none. */
const JbFact *jb_fact_by_path(const JbRun *run, const char *path);

/* Fills `chosen` from the block; `empty` when it has nothing to show and is not required. */
void jb_choose(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen);
/* Rows of a chart block, trend series: choose_rows.c, choose_series.c. */
void jb_choose_rows(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen);
void jb_choose_trend(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen);
void jb_mark_used(JbRun *run, const JbFact *fact, const char *anchor);

#endif
