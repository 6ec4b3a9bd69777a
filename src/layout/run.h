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
  JbWords words; /* text, prose, references filled in */
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

/* One rung of the ladder by which a layout is made to fit. */
typedef struct {
  double type;             /* 1, 0.95, 0.90 of the theme's sizes, never under its least ones */
  const gboolean *dropped; /* by block id; NULL none */
  const guint *rows;       /* by block id: a chart's most rows, 0 no limit; NULL none */
  guint fill_rows;         /* rows of a `fill` table; G_MAXUINT all */
} JbRung;

typedef struct {
  const JbLayout *layout;
  const JbFacts *facts;
  JbArena *arena;
  JbTheme theme;
  JbChartContext context;
  JbRung rung;
  guint n_numbers; /* highest fact number + 1 */
  guint8 *used;    /* by fact number: shown by a block above */
  guint n_used;
  gint *repeats; /* by fact number: other facts of its name */
  guint n_entries;
  JbEntry *entries; /* entry n at n - 1 */
  guint *entry_of;  /* by fact number */
  guint n_anchors;
  guint beside; /* rows of the charts chosen so far for the grid that a cell is being chosen for; 0: no grid, or none */
  guint n_headings;           /* of the first level, for numbers */
  const JbLayoutBlock *block; /* that pieces are being made of; NULL a section's heading */
  const char *block_name;
} JbRun;

void jb_run_init(JbRun *run, const JbLayout *layout, const JbFacts *facts, JbFonts *fonts, JbLang lang,
                 const JbRung *rung, JbArena *arena);

gboolean jb_select_holds(const JbRun *run, const JbSelect *select, const JbFact *fact);
/* Same indicator: by code, without one by name. */
gboolean jb_same_series(const JbFact *a, const JbFact *b);
/* 首次突破5万元、达50805元: the second is what the first gives a bound of. */
gboolean jb_tells_exactly(const JbFact *fact, const JbFact *rough);
/* gdp.level@$last → the fact, NULL when the report has none. */
const JbFact *jb_fact_by_path(const JbRun *run, const char *path);

/* The facts with the codes asked for, in the order asked for, else all as they stand: from *at = 0 on, NULL at the end.
 */
const JbFact *jb_next_asked(const JbRun *run, const JbSelect *select, guint *at);
/* Whether one of the rows is of that series. */
gboolean jb_row_known(const JbChartRow *rows, guint n, const JbFact *series);
/* Gives the chart its first rows, as many as the block and the rung allow, and marks what they show; none when there
 * are fewer than the block wants. */
void jb_take_rows(JbRun *run, JbChosen *chosen, const JbChartRow *rows, guint n);

/* Fills `chosen` from the block; `empty` when it has nothing to show and is not required. */
void jb_choose(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen);
/* All blocks, by section. */
const JbChosen *const *jb_choose_all(JbRun *run);
/* Rows of a chart block; trend series; forms of several figures an indicator; text: choose_….c. */
void jb_choose_rows(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen);
void jb_choose_trend(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen);
void jb_choose_multiples(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen);
void jb_choose_heatmap(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen);
void jb_choose_waterfall(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen);
void jb_choose_ranked(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen);
void jb_choose_progress(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen);
/* Series worth a chart in the order asked for, else headlines first: `cells` gets at most `limit`, their points set. */
guint jb_collect_series(JbRun *run, const JbLayoutBlock *block, JbChosen *cells, guint limit);
/* What is known of the fact's series by year; `points` holds as many as there are facts. Returns their number. */
guint jb_series_points(const JbRun *run, const JbSelect *select, const JbFact *series, JbTrendPoint *points);
void jb_choose_text(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen);
void jb_choose_prose(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen);
void jb_mark_used(JbRun *run, const JbFact *fact, const char *anchor);

/* emphasis.c */
gint jb_emphasis(const JbRun *run, const JbFact *fact);
void jb_count_repeats(JbRun *run);
guint jb_keep_emphasised(JbRun *run, const JbFact **facts, guint n, guint limit);

/* Every length of type in a theme × `by`; with `floors`, none under the theme's least. */
void jb_scale_theme(JbTheme *theme, double by, gboolean floors);

void jb_dump_chosen(const JbRun *run, const JbChosen *const *chosen, GString *out); /* dump.c */

/* page.c: the page's ground and footer. */
void jb_page_ground(const JbRun *run, JbDrawing *drawing, JbRect page);
void jb_page_begin(JbRun *run, JbDrawing *drawing);
void jb_footer_draw(JbRun *run, JbDrawing *drawing, guint page, guint pages);
/* Height of the logo for masthead and covers, 0 without one; draws it with its right top corner at `at`. */
double jb_logo_draw(JbRun *run, JbDrawing *drawing, JbPoint right_top);
double jb_logo_width(const JbRun *run);

#endif
