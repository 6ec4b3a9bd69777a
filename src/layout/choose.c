/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Each block chooses its facts, from the top of the layout to its end, and what it shows is marked, so that a later
 * `rest: true` takes exactly what is left. A block with nothing to show drops out, a grid closes over its gaps.
 */
#include "layout/run.h"

#include <string.h>

/* ---- The run ----------------------------------------------------------------------------------------- */

static gboolean
same_sentence(const JbFact *a, const JbFact *b)
{
  return a->source.paragraph == b->source.paragraph && g_strcmp0(a->source.report, b->source.report) == 0 &&
         g_strcmp0(a->source.sentence, b->source.sentence) == 0;
}

/* Facts of one sentence share an annex entry; the sentences keep their order. */
static void
make_entries(JbRun *run)
{
  run->entries = jb_arena_make(run->arena, JbEntry, run->facts->n_facts + 1);
  run->entry_of = jb_arena_make(run->arena, guint, run->n_numbers + 1);
  for (guint i = 0; i < run->facts->n_facts; i++) {
    const JbFact *fact = &run->facts->facts[i];
    guint entry = 0;
    for (guint e = run->n_entries; e > 0 && entry == 0; e--)
      if (same_sentence(run->entries[e - 1].fact, fact))
        entry = e;
    if (entry == 0) {
      if (fact->status == JB_STATUS_DERIVED)
        continue;
      run->entries[run->n_entries].fact = fact;
      entry = ++run->n_entries;
    }
    run->entry_of[fact->number] = entry;
  }
}

static gboolean
has_annex(const JbLayout *layout)
{
  for (guint s = 0; s < layout->n_sections; s++)
    for (guint b = 0; b < layout->sections[s].n_blocks; b++)
      if (layout->sections[s].blocks[b].form == JB_BLOCK_KIND_ANNEX)
        return TRUE;
  return FALSE;
}

void
jb_run_init(JbRun *run, const JbLayout *layout, const JbFacts *facts, JbFonts *fonts, JbLang lang, JbArena *arena)
{
  *run = (JbRun){.layout = layout, .facts = facts, .arena = arena, .theme = *jb_theme_default(FALSE)};
  if (layout->accent != JB_NO_COLOUR)
    run->theme.accent = layout->accent;
  for (guint i = 0; i < facts->n_facts; i++)
    run->n_numbers = MAX(run->n_numbers, facts->facts[i].number + 1);
  run->used = jb_arena_make(arena, guint8, run->n_numbers + 1);
  run->context = (JbChartContext){
      .fonts = fonts, .theme = &run->theme, .lang = lang, .report = &facts->report, .facts = facts};
  make_entries(run);
  if (has_annex(layout)) {
    run->context.n_source_entries = run->n_numbers;
    run->context.source_entries = run->entry_of;
  }
}

void
jb_mark_used(JbRun *run, const JbFact *fact, const char *anchor)
{
  if (fact == NULL || fact->number >= run->n_numbers)
    return;
  run->used[fact->number] = 1;
  guint entry = run->entry_of[fact->number];
  if (entry > 0 && run->entries[entry - 1].first_use == NULL)
    run->entries[entry - 1].first_use = anchor;
}

/* ---- Trends ------------------------------------------------------------------------------------------ */

/* What a series may hold at a year: observed first, then derived, then target. */
static guint
point_rank(const JbRun *run, const JbFact *fact)
{
  if (jb_fact_is_target(&run->context, fact))
    return 2;
  return fact->status == JB_STATUS_DERIVED;
}

static gboolean
point_fits(const JbFact *fact, const JbFact *series)
{
  return jb_same_series(fact, series) && fact->measure == series->measure && jb_period_is_year(fact->period) &&
         g_strcmp0(fact->unit, series->unit) == 0;
}

/* Points of a series by year; at one year an observation hides what was computed for it. */
static guint
series_points(const JbRun *run, const JbSelect *select, const JbFact *series, JbTrendPoint *points)
{
  guint n = 0;
  JbSelect any = *select;
  any.statuses = ~0u;
  for (guint i = 0; i < run->facts->n_facts; i++) {
    const JbFact *fact = &run->facts->facts[i];
    if (!point_fits(fact, series) || !jb_select_holds(run, &any, fact))
      continue;
    guint rank = point_rank(run, fact), at = 0;
    while (at < n && (points[at].year < fact->period.to_year ||
                      (points[at].year == fact->period.to_year && point_rank(run, points[at].fact) < rank)))
      at++;
    gboolean hidden = FALSE;
    for (guint p = 0; p < n; p++)
      hidden = hidden ||
               (points[p].year == fact->period.to_year &&
                (point_rank(run, points[p].fact) == rank || (rank == 1 && point_rank(run, points[p].fact) == 0)));
    if (hidden)
      continue;
    memmove(&points[at + 1], &points[at], (n - at) * sizeof *points);
    points[at] = (JbTrendPoint){.year = fact->period.to_year, .fact = fact};
    n++;
    if (rank == 0 && at + 1 < n && points[at + 1].year == points[at].year &&
        point_rank(run, points[at + 1].fact) == 1) {
      memmove(&points[at + 1], &points[at + 2], (n - at - 2) * sizeof *points);
      n--;
    }
  }
  return n;
}

/* Worth a chart: enough points that are no targets, and for an indicator that is no headline, enough observed ones. */
static gboolean
is_worth(const JbRun *run, const JbTrendPoint *points, guint n, guint least)
{
  static const JbSelect headline = {.statuses = ~0u, .tag = "headline"};
  guint observed = 0, solid = 0;
  for (guint i = 0; i < n; i++) {
    observed += point_rank(run, points[i].fact) == 0;
    solid += point_rank(run, points[i].fact) < 2;
  }
  return solid >= least && (observed >= least || (n > 0 && jb_select_holds(run, &headline, points[0].fact)));
}

static gboolean
is_known(const JbChosen *cells, guint n, const JbFact *fact)
{
  for (guint c = 0; c < n; c++)
    if (point_fits(cells[c].data.points[0].fact, fact))
      return TRUE;
  return FALSE;
}

/* Series in the order asked for, else headlines first, each once, as cells of one point list. */
static guint
collect_series(JbRun *run, const JbLayoutBlock *block, JbChosen *cells, guint limit)
{
  const JbSelect *select = &block->select;
  const char *const *order = select->indicators != NULL ? select->indicators : run->layout->headline;
  JbSelect any = *select;
  any.statuses = ~0u;
  guint ordered = order != NULL ? g_strv_length((char **)(gpointer)order) : 0, n = 0;
  for (guint o = 0; o <= ordered; o++) /* the last round takes what is not in the order */
    for (guint i = 0; i < run->facts->n_facts && n < limit; i++) {
      const JbFact *fact = &run->facts->facts[i];
      if (o < ordered && g_strcmp0(fact->code, order[o]) != 0)
        continue;
      if (!jb_period_is_year(fact->period) || !jb_select_holds(run, &any, fact) || is_known(cells, n, fact))
        continue;
      if (select->measures == 0 && fact->measure != JB_MEASURE_LEVEL)
        continue;
      JbTrendPoint *points = jb_arena_make(run->arena, JbTrendPoint, run->facts->n_facts + 1);
      guint n_points = series_points(run, select, fact, points);
      if (!is_worth(run, points, n_points, MAX(block->min, 2)))
        continue;
      cells[n] = (JbChosen){.block = block, .anchor = jb_arena_printf(run->arena, "block-%u", ++run->n_anchors)};
      cells[n].data = (JbChartData){.n_points = n_points, .points = points, .option = block->option};
      n++;
    }
  return n;
}

void
jb_choose_trend(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen)
{
  guint limit = block->each ? (block->max > 0 ? block->max : run->facts->n_facts) : 1;
  JbChosen *cells = jb_arena_make(run->arena, JbChosen, MIN(limit, run->facts->n_facts) + 1);
  guint n = collect_series(run, block, cells, limit);
  guint columns = MAX(block->columns, 1);
  if (n > columns && block->each) /* whole rows only: what stays out is told by the tables */
    n -= n % columns;
  for (guint c = 0; c < n; c++)
    for (guint p = 0; p < cells[c].data.n_points; p++)
      jb_mark_used(run, cells[c].data.points[p].fact, cells[c].anchor);
  if (block->each) {
    chosen->cells = cells;
    chosen->n_cells = n;
    chosen->columns = MIN(columns, MAX(n, 1));
  } else if (n > 0) {
    chosen->data = cells[0].data;
    chosen->anchor = cells[0].anchor;
  }
}

/* ---- Blocks ------------------------------------------------------------------------------------------ */

static void
choose_table(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen)
{
  chosen->facts = jb_arena_make(run->arena, const JbFact *, run->facts->n_facts + 1);
  for (guint i = 0; i < run->facts->n_facts; i++) {
    const JbFact *fact = &run->facts->facts[i];
    if (fact->source.report == NULL /* a history's facts are for trends */ &&
        jb_select_holds(run, &block->select, fact) && (block->max == 0 || chosen->n_facts < block->max))
      chosen->facts[chosen->n_facts++] = fact;
  }
  if (chosen->n_facts < block->min)
    chosen->n_facts = 0;
  for (guint i = 0; i < chosen->n_facts; i++)
    jb_mark_used(run, chosen->facts[i], jb_arena_printf(run->arena, "fact-%u", chosen->facts[i]->number));
}

/* {fact:gdp.level@$last}, {title}, {area}, {year}; NULL when a reference has no fact. */
static const char *
fill_text(JbRun *run, const char *text, JbLang lang)
{
  GString *out = g_string_new(NULL);
  gboolean missing = FALSE;
  while (text != NULL && *text != '\0') {
    const char *close = *text == '{' ? strchr(text, '}') : NULL;
    if (close == NULL) {
      g_string_append_c(out, *text++);
      continue;
    }
    char *name = g_strndup(text + 1, (gsize)(close - text - 1));
    const JbReport *report = &run->facts->report;
    if (strcmp(name, "title") == 0) {
      g_string_append(out, jb_report_title(run->arena, report, lang));
    } else if (strcmp(name, "area") == 0) {
      g_string_append(out, lang == JB_LANG_EN && report->area.en[0] != '\0' ? report->area.en : report->area.zh);
    } else if (strcmp(name, "year") == 0) {
      g_string_append_printf(out, "%d", report->year);
    } else if (strcmp(name, "last") == 0) {
      g_string_append_printf(out, "%d", report->year - 1);
    } else {
      const JbFact *fact = g_str_has_prefix(name, "fact:") ? jb_fact_by_path(run, name + strlen("fact:")) : NULL;
      if (fact != NULL)
        g_string_append(out, jb_quantity(run->arena, fact, lang, JB_STYLE_PROSE));
      missing = missing || fact == NULL;
    }
    g_free(name);
    text = close + 1;
  }
  const char *filled = missing ? NULL : jb_arena_dup(run->arena, out->str);
  g_string_free(out, TRUE);
  return filled;
}

static void
choose_text(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen)
{
  const char *zh = block->words.zh != NULL ? fill_text(run, block->words.zh, JB_LANG_ZH) : NULL;
  const char *en = block->words.en != NULL ? fill_text(run, block->words.en, JB_LANG_EN) : NULL;
  chosen->words = (JbWords){zh != NULL ? zh : en, en};
  chosen->empty = chosen->words.zh == NULL;
}

static void
choose_grid(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen)
{
  chosen->cells = jb_arena_make(run->arena, JbChosen, block->n_cells + 1);
  for (guint i = 0; i < block->n_cells; i++) {
    JbChosen *cell = &chosen->cells[chosen->n_cells];
    jb_choose(run, &block->cells[i], cell);
    if (!cell->empty)
      chosen->n_cells++;
  }
  chosen->columns = MIN(MAX(block->n_tracks, 1), MAX(chosen->n_cells, 1));
  chosen->empty = chosen->n_cells == 0;
}

void
jb_choose(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen)
{
  *chosen = (JbChosen){.block = block, .anchor = jb_arena_printf(run->arena, "block-%u", ++run->n_anchors)};
  switch (block->form) {
  case JB_BLOCK_KIND_CHART:
    if (strcmp(block->name, "trend") == 0)
      jb_choose_trend(run, block, chosen);
    else
      jb_choose_rows(run, block, chosen);
    chosen->empty = chosen->data.n_rows == 0 && chosen->data.n_points == 0 && chosen->n_cells == 0 && !block->required;
    chosen->data.title_zh = block->title.zh;
    chosen->data.title_en = block->title.en;
    chosen->data.note_zh = block->note.zh;
    chosen->data.note_en = block->note.en;
    chosen->data.option = block->option;
    break;
  case JB_BLOCK_KIND_TABLE:
    choose_table(run, block, chosen);
    chosen->empty = chosen->n_facts == 0 && !block->required;
    break;
  case JB_BLOCK_KIND_TEXT:
    choose_text(run, block, chosen);
    break;
  case JB_BLOCK_KIND_GRID:
    choose_grid(run, block, chosen);
    break;
  case JB_BLOCK_KIND_ANNEX:
    chosen->empty = run->n_entries == 0;
    break;
  case JB_BLOCK_KIND_MASTHEAD:
    break;
  }
}
