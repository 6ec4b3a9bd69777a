/* SPDX-License-Identifier: Apache-2.0 */
/* Chosen blocks into pieces that can flow: charts, grids of charts, headings, text, tables. */
#include "chart/table.h"
#include "layout/flow.h"

#include <string.h>

#define GAP_PT        16.0
#define COLUMN_GAP_PT 18.0

/* ---- Headings ---------------------------------------------------------------------------------------- */

typedef struct {
  JbWords words;
  guint level;
  const char *anchor;
} Heading;

static JbLabelWish
heading_wish(const JbRun *run, const Heading *heading)
{
  return (JbLabelWish){.words = heading->words,
                       .face = JB_FACE_BOLD,
                       .size_pt = heading->level == 1 ? run->theme.section_pt + 3 : run->theme.body_pt + 1,
                       .colour = run->theme.ink};
}

#define HEADING_RULE_PT 6.0

static void
heading_draw(JbRun *run, const JbPiece *piece, JbDrawing *drawing, JbRect box)
{
  const Heading *heading = piece->data;
  JbLabelWish wish = heading_wish(run, heading);
  double size = wish.size_pt, top = box.y + (heading->level == 1 ? HEADING_RULE_PT : 0);
  if (heading->level == 1) {
    jb_draw_begin(drawing, JB_ROLE_ARTIFACT);
    jb_draw_rect(drawing, (JbRect){box.x, box.y, box.w, 0.8}, jb_fill(run->theme.accent));
    jb_draw_rect(drawing, (JbRect){box.x, box.y, 36, 2.6}, jb_fill(run->theme.accent));
    jb_draw_end(drawing);
  }
  jb_draw_anchor(drawing, (JbPoint){box.x, box.y}, heading->anchor);
  const char *title = jb_shows_zh(&run->context) || heading->words.en == NULL ? heading->words.zh : heading->words.en;
  jb_draw_outline(drawing, heading->level, jb_arena_dup(drawing->arena, title),
                  jb_arena_dup(drawing->arena, heading->anchor));
  jb_draw_begin(drawing, heading->level == 1 ? JB_ROLE_H1 : JB_ROLE_H2);
  if (jb_inline_width(&run->context, JB_FACE_BOLD, size, wish.words) <= box.w) {
    jb_inline_draw(drawing, &run->context, (JbPoint){box.x, top + jb_baseline(size, size * 1.4)}, JB_ALIGN_LEFT,
                   JB_FACE_BOLD, size, wish.colour, wish.words);
  } else {
    JbLabel label = jb_label_fit(drawing->arena, &run->context, &wish, box.w);
    jb_label_draw(drawing, &run->context, &label, (JbPoint){box.x, top}, box.w, JB_ALIGN_LEFT);
  }
  jb_draw_end(drawing);
}

void
jb_piece_heading(JbRun *run, JbWords words, guint level, double width, GArray *pieces)
{
  Heading *heading = jb_arena_make(run->arena, Heading, 1);
  *heading = (Heading){
      .words = words, .level = level, .anchor = jb_arena_printf(run->arena, "heading-%u", ++run->n_anchors)};
  JbLabelWish wish = heading_wish(run, heading);
  double height = wish.size_pt * 1.4;
  if (jb_inline_width(&run->context, JB_FACE_BOLD, wish.size_pt, words) > width)
    height = jb_label_fit(run->arena, &run->context, &wish, width).height_pt;
  height += level == 1 ? HEADING_RULE_PT : 0;
  JbPiece piece = {.height = {height, height, height},
                   .gap_before = level == 1 ? 20 : GAP_PT,
                   .keep_next = TRUE,
                   .draw = heading_draw,
                   .data = heading};
  g_array_append_val(pieces, piece);
}

/* ---- Charts and grids of them ------------------------------------------------------------------------ */

/* A row of charts beside each other; one chart is a row of one. */
typedef struct {
  guint n;
  const JbChosen *cells[12];
  double x[12], w[12];
} ChartRow;

static JbExtent
cell_measure(const JbRun *run, const JbChosen *cell, double width)
{
  return jb_chart_measure(cell->block->chart, &run->context, &cell->data, width);
}

static void
chart_row_draw(JbRun *run, const JbPiece *piece, JbDrawing *drawing, JbRect box)
{
  const ChartRow *row = piece->data;
  for (guint i = 0; i < row->n; i++) {
    JbRect cell = {box.x + row->x[i], box.y, row->w[i], box.h};
    JbExtent extent = cell_measure(run, row->cells[i], cell.w);
    cell.h = MIN(cell.h, MAX(extent.max, extent.pref)); /* neighbours may be taller: a chart keeps its shape */
    jb_draw_anchor(drawing, (JbPoint){cell.x, cell.y}, jb_arena_dup(drawing->arena, row->cells[i]->anchor));
    jb_chart_draw(row->cells[i]->block->chart, &run->context, &row->cells[i]->data, drawing, cell);
  }
}

static void
add_row(JbRun *run, const ChartRow *row, double gap, GArray *pieces)
{
  ChartRow *kept = jb_arena_make(run->arena, ChartRow, 1);
  *kept = *row;
  JbPiece piece = {.gap_before = gap, .draw = chart_row_draw, .data = kept};
  for (guint i = 0; i < row->n; i++) {
    JbExtent extent = cell_measure(run, row->cells[i], row->w[i]);
    piece.height.min = MAX(piece.height.min, extent.min);
    piece.height.pref = MAX(piece.height.pref, extent.pref);
    piece.height.max = MAX(piece.height.max, extent.max);
  }
  g_array_append_val(pieces, piece);
}

/* Widths of tracks: fixed as they are, the rest shared; an auto track counts as one share. */
static void
place_tracks(const JbLayoutBlock *grid, guint n, double width, double gap, ChartRow *row)
{
  double fixed = gap * (n - 1), shares = 0, x = 0;
  for (guint i = 0; i < n; i++) {
    const JbTrack *track = i < grid->n_tracks ? &grid->tracks[i] : NULL;
    if (track != NULL && track->kind == JB_TRACK_FIXED)
      fixed += track->size;
    else
      shares += track != NULL && track->kind == JB_TRACK_FR ? track->size : 1;
  }
  for (guint i = 0; i < n; i++) {
    const JbTrack *track = i < grid->n_tracks ? &grid->tracks[i] : NULL;
    double share = track != NULL && track->kind == JB_TRACK_FR ? track->size : 1;
    row->w[i] = track != NULL && track->kind == JB_TRACK_FIXED ? track->size : MAX(width - fixed, 0) * share / shares;
    row->x[i] = x;
    x += row->w[i] + gap;
  }
}

static void
grid_pieces(JbRun *run, const JbChosen *chosen, double width, GArray *pieces)
{
  const JbLayoutBlock *grid = chosen->block;
  double gap = chosen->block->each ? COLUMN_GAP_PT : grid->gap;
  for (guint from = 0; from < chosen->n_cells; from += chosen->columns) {
    guint n = MIN(chosen->columns, chosen->n_cells - from);
    ChartRow row = {.n = 0};
    place_tracks(grid, n, width, gap, &row);
    for (guint i = 0; i < n; i++)
      row.cells[row.n++] = &chosen->cells[from + i];
    add_row(run, &row, GAP_PT, pieces);
    if (grid->keep && from + n < chosen->n_cells)
      g_array_index(pieces, JbPiece, pieces->len - 1).keep_next = TRUE;
  }
}

/* ---- Text -------------------------------------------------------------------------------------------- */

static void
text_draw(JbRun *run, const JbPiece *piece, JbDrawing *drawing, JbRect box)
{
  const JbLabelWish *wish = piece->data;
  JbLabel label = jb_label_fit(drawing->arena, &run->context, wish, box.w);
  jb_draw_begin(drawing, JB_ROLE_P);
  jb_label_draw(drawing, &run->context, &label, (JbPoint){box.x, box.y}, box.w, JB_ALIGN_LEFT);
  jb_draw_end(drawing);
}

static void
text_piece(JbRun *run, const JbChosen *chosen, double width, GArray *pieces)
{
  JbLabelWish *wish = jb_arena_make(run->arena, JbLabelWish, 1);
  *wish = (JbLabelWish){
      .words = chosen->words, .size_pt = run->theme.chart_pt, .colour = run->theme.ink, .max_lines = 40};
  double height = jb_label_fit(run->arena, &run->context, wish, width).height_pt;
  JbPiece piece = {.height = {height, height, height}, .gap_before = GAP_PT / 2, .draw = text_draw, .data = wish};
  g_array_append_val(pieces, piece);
}

/* ---- All of a run ------------------------------------------------------------------------------------ */

static gboolean
is_chart_cell(const JbChosen *cell)
{
  return cell->block->form == JB_BLOCK_KIND_CHART && cell->n_cells == 0;
}

static void
block_pieces(JbRun *run, const JbChosen *chosen, double width, GArray *pieces)
{
  if (chosen->empty)
    return;
  switch (chosen->block->form) {
  case JB_BLOCK_KIND_CHART:
    if (chosen->block->each) {
      grid_pieces(run, chosen, width, pieces);
    } else {
      ChartRow row = {.n = 1, .cells = {chosen}, .w = {width}};
      add_row(run, &row, GAP_PT, pieces);
    }
    break;
  case JB_BLOCK_KIND_GRID: {
    gboolean charts = TRUE;
    for (guint i = 0; i < chosen->n_cells; i++)
      charts = charts && is_chart_cell(&chosen->cells[i]);
    if (charts)
      grid_pieces(run, chosen, width, pieces);
    for (guint i = 0; !charts && i < chosen->n_cells; i++) /* what is no single chart stands beneath each other */
      block_pieces(run, &chosen->cells[i], width, pieces);
    break;
  }
  case JB_BLOCK_KIND_TABLE:
    jb_piece_table(run, chosen, width, pieces);
    break;
  case JB_BLOCK_KIND_TEXT:
    text_piece(run, chosen, width, pieces);
    break;
  case JB_BLOCK_KIND_MASTHEAD:
    jb_piece_masthead(run, chosen, width, pieces);
    break;
  case JB_BLOCK_KIND_ANNEX:
    jb_piece_annex(run, chosen, width, pieces);
    break;
  }
}

GArray *
jb_make_pieces(JbRun *run, const JbChosen *const *sections, double width)
{
  GArray *pieces = g_array_new(FALSE, TRUE, sizeof(JbPiece));
  for (guint s = 0; s < run->layout->n_sections; s++) {
    const JbLayoutSection *section = &run->layout->sections[s];
    gboolean any = FALSE;
    for (guint b = 0; b < section->n_blocks; b++)
      any = any || !sections[s][b].empty;
    if (!any)
      continue;
    guint first = pieces->len;
    if (section->title.zh != NULL || section->title.en != NULL)
      jb_piece_heading(run,
                       (JbWords){section->title.zh != NULL ? section->title.zh : section->title.en, section->title.en},
                       1, width, pieces);
    for (guint b = 0; b < section->n_blocks; b++) {
      guint before = pieces->len;
      block_pieces(run, &sections[s][b], width, pieces);
      if (before == first + 1 && pieces->len > before) /* close under its section's heading */
        g_array_index(pieces, JbPiece, before).gap_before = 7;
    }
    if (section->breaks && pieces->len > first)
      g_array_index(pieces, JbPiece, first).page_before = TRUE;
  }
  return pieces;
}
