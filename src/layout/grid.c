/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Grids: cells side by side in tracks, each holding any blocks. A cell is a stack of pieces; a row is as high as its
 * highest cell. Charts at the top of a row's cells get heads of equal height, so that their plots begin and, where the
 * cells are of one kind, end on one line.
 */
#include "layout/flow.h"

#include <string.h>

#define GAP_PT        16.0
#define COLUMN_GAP_PT 18.0
#define MAX_TRACKS    12

typedef struct {
  double x, w;
  guint n;
  const JbPiece *pieces;
} Cell;

typedef struct {
  guint n;
  Cell cells[MAX_TRACKS];
} Row;

/* ---- One chart as a piece ------------------------------------------------------------------------------- */

typedef struct {
  const JbChosen *chosen;
  JbChartData data;
  double width;
} Chart;

static void
chart_draw(JbRun *run, const JbPiece *piece, JbDrawing *drawing, JbRect box, JbPart part)
{
  const Chart *chart = piece->data;
  JbChartData data = chart->data;
  data.again = part.part > 1;
  /* Neighbours may be taller: a chart keeps its shape. */
  box.h = MIN(box.h, MAX(piece->height.max, piece->height.pref) + (data.again ? piece->again_h : 0));
  if (data.part_from == 0)
    jb_draw_anchor(drawing, (JbPoint){box.x, box.y}, jb_arena_dup(drawing->arena, chart->chosen->anchor));
  jb_chart_draw(chart->chosen->block->chart, &run->context, &data, drawing, box);
}

/* `data` is the chosen data, with what its place on the page adds to it. */
static JbPiece
chart_piece(JbRun *run, const JbChosen *chosen, JbChartData data, double width)
{
  Chart *chart = jb_arena_make(run->arena, Chart, 1);
  *chart = (Chart){.chosen = chosen, .data = data, .width = width};
  JbExtent height = jb_chart_measure(chosen->block->chart, &run->context, &chart->data, width);
  if (run->layout->flow == JB_FLOW_PAGES && strcmp(chosen->block->name, "kpi") == 0)
    height.max = height.pref; /* tiles grow with a slide; on a page the charts beneath take what is left */
  return (JbPiece){
      .name = run->block_name, .height = height, .gap_before = GAP_PT, .draw = chart_draw, .data = chart, .repeat = -1};
}

#define PART_ROWS 4 /* at least, of a chart that may go over pages */

/* A chart of many rows as pieces that stand together like one, or go over to the next page with its title again. */
static void
add_parts(JbRun *run, const JbChosen *chosen, double width, GArray *pieces)
{
  guint n = chosen->data.n_rows, parts = MAX(n / PART_ROWS, 1);
  for (guint p = 0; p < parts; p++) {
    JbChartData data = chosen->data;
    data.part_from = n * p / parts;
    data.part_to = n * (p + 1) / parts;
    JbPiece piece = chart_piece(run, chosen, data, width);
    if (p > 0) {
      data.again = TRUE;
      piece.gap_before = 0;
      piece.again_h = jb_chart_measure(chosen->block->chart, &run->context, &data, width).pref - piece.height.pref;
    }
    jb_add_piece(run, pieces, piece);
  }
}

/* One chart, not a block that repeats one. */
static gboolean
is_chart(const JbChosen *chosen)
{
  return chosen->block->form == JB_BLOCK_KIND_CHART && chosen->n_cells == 0;
}

/* ---- A row of cells ------------------------------------------------------------------------------------- */

/* The height of a piece as part of a cell: columns stand whole. */
static JbExtent
piece_extent(const JbPiece *piece)
{
  if (piece->columns == NULL)
    return piece->height;
  guint cut[JB_MAX_COLUMNS + 1];
  double height = jb_columns_whole(piece->columns, cut);
  return (JbExtent){height, height, height};
}

static JbExtent
cell_extent(const Cell *cell)
{
  JbExtent sum = {0};
  for (guint i = 0; i < cell->n; i++) {
    JbExtent one = piece_extent(&cell->pieces[i]);
    double gap = i > 0 ? cell->pieces[i].gap_before : 0;
    sum.min += one.min + gap;
    sum.pref += one.pref + gap;
    sum.max += one.max + gap;
  }
  return sum;
}

/* A cell takes the row's height: its charts grow or shrink together. */
static void
cell_draw(JbRun *run, const Cell *cell, JbDrawing *drawing, JbRect box)
{
  JbExtent all = cell_extent(cell);
  double room = box.h < all.pref ? all.pref - all.min : all.max - all.pref;
  double part = room > 0 ? CLAMP((box.h - all.pref) / room, -1, 1) : 0, y = box.y;
  for (guint i = 0; i < cell->n; i++) {
    const JbPiece *piece = &cell->pieces[i];
    JbExtent one = piece_extent(piece);
    y += i > 0 ? piece->gap_before : 0;
    JbRect at = {box.x, y, box.w, one.pref + part * (part < 0 ? one.pref - one.min : one.max - one.pref)};
    guint cut[JB_MAX_COLUMNS + 1];
    if (piece->columns != NULL) {
      jb_columns_whole(piece->columns, cut);
      jb_columns_draw(run, piece->columns, drawing, cut, (JbPoint){at.x, at.y});
    } else {
      piece->draw(run, piece, drawing, at, (JbPart){0});
    }
    y += at.h;
  }
}

static void
row_draw(JbRun *run, const JbPiece *piece, JbDrawing *drawing, JbRect box, JbPart part)
{
  const Row *row = piece->data;
  (void)part;
  for (guint i = 0; i < row->n; i++)
    cell_draw(run, &row->cells[i], drawing, (JbRect){box.x + row->cells[i].x, box.y, row->cells[i].w, box.h});
}

/* A row may shrink to its highest least cell and grow to its highest most. */
static JbPiece
row_piece(const Row *row, const char *name)
{
  JbPiece piece = {.name = name, .gap_before = GAP_PT, .draw = row_draw, .data = row, .repeat = -1};
  for (guint i = 0; i < row->n; i++) {
    JbExtent cell = cell_extent(&row->cells[i]);
    piece.height.min = MAX(piece.height.min, cell.min);
    piece.height.pref = MAX(piece.height.pref, cell.pref);
    piece.height.max = MAX(piece.height.max, cell.max);
  }
  return piece;
}

/* ---- Tracks --------------------------------------------------------------------------------------------- */

/* What an auto track asks for: text on one line; charts and tables have no width of their own and count as a share. */
static double
natural_width(JbRun *run, const JbChosen *cell)
{
  if (cell == NULL || (cell->block->form != JB_BLOCK_KIND_TEXT && cell->block->form != JB_BLOCK_KIND_PROSE))
    return 0;
  JbLabelWish wish = {.words = cell->words, .size_pt = run->theme.chart_pt};
  return jb_label_natural(&run->context, &wish);
}

/* Widths of tracks: fixed as they are, auto as wide as its text but no more than a fair share, the rest by fr. */
static void
place_tracks(JbRun *run, const JbLayoutBlock *grid, const JbChosen *cells, guint n, double width, double gap, double *x,
             double *w)
{
  double left = width - gap * (n - 1), shares = 0;
  for (guint i = 0; i < n; i++) {
    const JbTrack *track = i < grid->n_tracks ? &grid->tracks[i] : NULL;
    double natural = track != NULL && track->kind == JB_TRACK_AUTO ? natural_width(run, &cells[i]) : 0;
    w[i] = track != NULL && track->kind == JB_TRACK_FIXED ? MIN(track->size, left) : MIN(natural, width / n);
    left -= w[i];
    if (w[i] <= 0)
      shares += track != NULL && track->kind == JB_TRACK_FR ? track->size : 1;
  }
  double at = 0;
  for (guint i = 0; i < n; i++) {
    const JbTrack *track = i < grid->n_tracks ? &grid->tracks[i] : NULL;
    if (w[i] <= 0)
      w[i] = MAX(left, 0) * (track != NULL && track->kind == JB_TRACK_FR ? track->size : 1) / MAX(shares, 1e-6);
    x[i] = at;
    at += w[i] + gap;
  }
}

static guint
span_of(const JbChosen *cell, guint tracks)
{
  return CLAMP(cell->block->span, 1, tracks);
}

/* Pieces of a row's cells; charts that head them know the tallest head among them. */
static Row *
make_row(JbRun *run, const JbChosen *cells, guint n, const double *x, const double *w, guint tracks)
{
  Row *row = jb_arena_make(run->arena, Row, 1);
  double title = G_MAXDOUBLE, head = 0;
  guint track = 0;
  for (guint i = 0; i < n; i++) {
    guint last = MIN(track + span_of(&cells[i], tracks), tracks) - 1;
    row->cells[i] = (Cell){.x = x[track], .w = x[last] + w[last] - x[track]};
    track = last + 1;
    double size =
        is_chart(&cells[i]) ? jb_chart_title_size(cells[i].block->chart, &run->context, &cells[i].data, row->cells[i].w)
                            : 0;
    if (size > 0)
      title = MIN(title, size);
  }
  for (guint i = 0; i < n; i++) {
    JbChartData data = cells[i].data;
    data.title_pt = title;
    if (is_chart(&cells[i]))
      head = MAX(head, jb_chart_head(cells[i].block->chart, &run->context, &data, row->cells[i].w));
  }
  row->n = n;
  for (guint i = 0; i < n; i++) {
    GArray *pieces = g_array_new(FALSE, TRUE, sizeof(JbPiece));
    if (is_chart(&cells[i])) {
      JbChartData data = cells[i].data;
      data.title_pt = title;
      data.head_pt = head;
      JbPiece piece = chart_piece(run, &cells[i], data, row->cells[i].w);
      g_array_append_val(pieces, piece);
    } else {
      jb_block_pieces(run, &cells[i], row->cells[i].w, pieces);
    }
    JbPiece *kept = jb_arena_make(run->arena, JbPiece, pieces->len + 1);
    for (guint p = 0; p < pieces->len; p++)
      kept[p] = g_array_index(pieces, JbPiece, p);
    row->cells[i].pieces = kept;
    row->cells[i].n = pieces->len;
    g_array_unref(pieces);
  }
  return row;
}

/* How many cells from `from` on fill the tracks. */
static guint
cells_in_row(const JbChosen *chosen, guint from, guint tracks)
{
  guint n = 0, taken = 0;
  while (from + n < chosen->n_cells && taken + span_of(&chosen->cells[from + n], tracks) <= tracks)
    taken += span_of(&chosen->cells[from + n++], tracks);
  return MAX(n, 1);
}

void
jb_piece_grid(JbRun *run, const JbChosen *chosen, double width, GArray *pieces)
{
  const JbLayoutBlock *grid = chosen->block;
  double gap = grid->each ? COLUMN_GAP_PT : grid->gap;
  if (is_chart(chosen)) {
    if (chosen->block->chart->splits && run->layout->flow == JB_FLOW_PAGES && chosen->data.n_rows >= 2 * PART_ROWS)
      add_parts(run, chosen, width, pieces);
    else
      jb_add_piece(run, pieces, chart_piece(run, chosen, chosen->data, width));
    return;
  }
  for (guint from = 0; from < chosen->n_cells;) {
    guint tracks = MIN(chosen->columns, MAX_TRACKS), n = cells_in_row(chosen, from, tracks);
    guint taken = 0;
    for (guint i = 0; i < n; i++)
      taken += span_of(&chosen->cells[from + i], tracks);
    tracks = grid->each ? MIN(taken, tracks) : tracks;
    double x[MAX_TRACKS], w[MAX_TRACKS];
    place_tracks(run, grid, &chosen->cells[from], tracks, width, gap, x, w);
    Row *row = make_row(run, &chosen->cells[from], n, x, w, tracks);
    from += n;
    JbPiece piece = row_piece(row, run->block_name);
    piece.keep_next = grid->keep && from < chosen->n_cells;
    jb_add_piece(run, pieces, piece);
  }
}
