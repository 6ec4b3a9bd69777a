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
jb_scale_theme(JbTheme *theme, double by, gboolean floors)
{
  double *sizes[] = {&theme->title_pt, &theme->section_pt, &theme->body_pt, &theme->chart_pt};
  for (guint i = 0; i < G_N_ELEMENTS(sizes); i++)
    *sizes[i] = floors ? MAX(*sizes[i] * by, theme->min_pt) : *sizes[i] * by;
  if (!floors) {
    theme->min_pt *= by;
    theme->en_min_pt *= by;
  }
}

void
jb_run_init(JbRun *run, const JbLayout *layout, const JbFacts *facts, JbFonts *fonts, JbLang lang, const JbRung *rung,
            JbArena *arena)
{
  *run = (JbRun){.layout = layout, .facts = facts, .arena = arena, .theme = layout->theme, .rung = *rung};
  jb_scale_theme(&run->theme, rung->type, TRUE);
  for (guint i = 0; i < facts->n_facts; i++)
    run->n_numbers = MAX(run->n_numbers, facts->facts[i].number + 1);
  run->used = jb_arena_make(arena, guint8, run->n_numbers + 1);
  run->context = (JbChartContext){
      .fonts = fonts, .theme = &run->theme, .lang = lang, .report = &facts->report, .facts = facts};
  make_entries(run);
  jb_count_repeats(run);
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
  run->n_used += run->used[fact->number] == 0 && fact->status != JB_STATUS_DERIVED;
  run->used[fact->number] = 1;
  guint entry = run->entry_of[fact->number];
  if (entry > 0 && run->entries[entry - 1].first_use == NULL)
    run->entries[entry - 1].first_use = anchor;
}

/* ---- Blocks ------------------------------------------------------------------------------------------ */

static void
choose_table(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen)
{
  chosen->facts = jb_arena_make(run->arena, const JbFact *, run->facts->n_facts + 1);
  for (guint i = 0; i < run->facts->n_facts; i++) {
    const JbFact *fact = &run->facts->facts[i];
    if (fact->source.report == NULL /* a history's facts are for trends */ &&
        jb_select_holds(run, &block->select, fact))
      chosen->facts[chosen->n_facts++] = fact;
  }
  guint limit = block->max > 0 ? block->max : G_MAXUINT;
  if (block->fill)
    limit = MIN(limit, MAX(run->rung.fill_rows, block->min));
  if (block->sort == JB_SORT_EMPHASIS)
    chosen->n_facts = jb_keep_emphasised(run, chosen->facts, chosen->n_facts, limit);
  chosen->n_facts = MIN(chosen->n_facts, limit);
  if (chosen->n_facts < block->min)
    chosen->n_facts = 0;
  for (guint i = 0; i < chosen->n_facts; i++)
    jb_mark_used(run, chosen->facts[i], jb_arena_printf(run->arena, "fact-%u", chosen->facts[i]->number));
}

static void
choose_grid(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen)
{
  chosen->cells = jb_arena_make(run->arena, JbChosen, block->n_cells + 1);
  run->beside = 0;
  for (guint i = 0; i < block->n_cells; i++) {
    JbChosen *cell = &chosen->cells[chosen->n_cells];
    jb_choose(run, &block->cells[i], cell);
    run->beside = MAX(run->beside, cell->data.n_rows);
    if (!cell->empty)
      chosen->n_cells++;
  }
  run->beside = 0;
  chosen->columns = MIN(MAX(block->n_tracks, 1), MAX(chosen->n_cells, 1));
  chosen->empty = chosen->n_cells == 0;
}

static void
choose_chart(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen)
{
  static const struct {
    const char *form;
    void (*choose)(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen);
  } choosers[] = {{"trend", jb_choose_trend},
                  {"multiples", jb_choose_multiples},
                  {"heatmap", jb_choose_heatmap},
                  {"waterfall", jb_choose_waterfall},
                  {"ranked", jb_choose_ranked},
                  {"progress", jb_choose_progress}};
  for (guint i = 0; i < G_N_ELEMENTS(choosers); i++)
    if (strcmp(choosers[i].form, block->name) == 0) {
      choosers[i].choose(run, block, chosen);
      return;
    }
  jb_choose_rows(run, block, chosen);
}

void
jb_choose(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen)
{
  *chosen = (JbChosen){.block = block, .anchor = jb_arena_printf(run->arena, "block-%u", ++run->n_anchors)};
  if (run->rung.dropped != NULL && run->rung.dropped[block->id]) {
    chosen->empty = TRUE;
    return;
  }
  switch (block->form) {
  case JB_BLOCK_KIND_CHART:
    choose_chart(run, block, chosen);
    chosen->empty = chosen->data.n_rows == 0 && chosen->data.n_points == 0 && chosen->data.n_series == 0 &&
                    chosen->n_cells == 0 && !block->required;
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
    jb_choose_text(run, block, chosen);
    break;
  case JB_BLOCK_KIND_PROSE:
    jb_choose_prose(run, block, chosen);
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

const JbChosen *const *
jb_choose_all(JbRun *run)
{
  const JbLayout *layout = run->layout;
  const JbChosen **sections = jb_arena_make(run->arena, const JbChosen *, layout->n_sections + 1);
  for (guint s = 0; s < layout->n_sections; s++) {
    JbChosen *chosen = jb_arena_make(run->arena, JbChosen, layout->sections[s].n_blocks + 1);
    for (guint b = 0; b < layout->sections[s].n_blocks; b++)
      jb_choose(run, &layout->sections[s].blocks[b], &chosen[b]);
    sections[s] = chosen;
  }
  return sections;
}
