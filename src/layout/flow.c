/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The page flow. Solid pieces go down the page at their preferred heights; one that does not fit may shrink the page's
 * charts to their minima, else it begins the next page, and what it leaves is taken up by the charts above, then by the
 * gaps. Atoms fill their columns to the page's foot and on, balanced where they end. Never: a heading last on a page,
 * a group's band last in a column, one row of a group alone.
 */
#include "layout/flow.h"

#include <math.h>

#define TIGHT_GAP 0.7
#define SPARSE    0.25 /* a last page filled less than this is worth a tighter try */

/* ---- Columns ----------------------------------------------------------------------------------------- */

static double
lead_height(const JbColumns *columns, guint from)
{
  const JbAtom *atom = &columns->atoms[from];
  return columns->head_h + (atom->heads ? 0 : columns->band_h[atom->group]);
}

static gboolean
same_group_row(const JbColumns *columns, guint a, guint b)
{
  return b < columns->n_atoms && columns->atoms[a].group == columns->atoms[b].group && !columns->atoms[b].heads;
}

/* Draws the cut back until it breaks no rule; `from` when nothing can stand before it. */
static guint
good_cut(const JbColumns *columns, guint from, guint to)
{
  while (to > from && to < columns->n_atoms) {
    if (columns->atoms[to - 1].heads) {
      to--;
    } else if (to >= 2 && columns->atoms[to - 2].heads && same_group_row(columns, to - 1, to) && to - 2 >= from) {
      to -= 2; /* a single row under its band */
    } else if (same_group_row(columns, to - 1, to) && !same_group_row(columns, to, to + 1) && to - from > 1 &&
               same_group_row(columns, to - 2, to - 1)) {
      to--; /* the group's last row alone in the next column */
      break;
    } else {
      break;
    }
  }
  return to;
}

static guint
fill_one(const JbColumns *columns, guint from, double height)
{
  double y = lead_height(columns, from);
  guint to = from;
  while (to < columns->n_atoms && y + columns->atoms[to].height <= height + 0.01)
    y += columns->atoms[to++].height;
  return good_cut(columns, from, to);
}

static gboolean
fill_all(const JbColumns *columns, guint from, double height, guint *cut)
{
  cut[0] = from;
  for (guint c = 0; c < columns->n_columns; c++)
    cut[c + 1] = cut[c] < columns->n_atoms ? fill_one(columns, cut[c], height) : cut[c];
  return cut[columns->n_columns] == columns->n_atoms;
}

double
jb_columns_used(const JbColumns *columns, const guint *cut)
{
  double tallest = 0;
  for (guint c = 0; c < columns->n_columns; c++) {
    if (cut[c] >= cut[c + 1])
      continue;
    double y = lead_height(columns, cut[c]);
    for (guint i = cut[c]; i < cut[c + 1]; i++)
      y += columns->atoms[i].height;
    tallest = MAX(tallest, y);
  }
  return tallest;
}

gboolean
jb_columns_fill(const JbColumns *columns, guint from, double height, guint *cut)
{
  if (!fill_all(columns, from, height, cut))
    return FALSE;
  double low = 0, high = height; /* all fit: the least height that still holds them balances the columns */
  for (int step = 0; step < 14; step++) {
    double middle = (low + high) / 2;
    if (fill_all(columns, from, middle, cut))
      high = middle;
    else
      low = middle;
  }
  return fill_all(columns, from, high, cut);
}

/* ---- Pages ------------------------------------------------------------------------------------------- */

typedef struct {
  const JbPiece *pieces;
  double height;  /* of a page's body */
  gboolean tight; /* gaps at 0.7, charts at their least height */
  GArray *placed;
  guint page, first; /* index in `placed` of the page's first */
  double y, y_min;   /* with preferred and with least heights */
} Flow;

static double
gap_of(const Flow *flow, const JbPiece *piece)
{
  return flow->placed->len == flow->first ? 0 : piece->gap_before * (flow->tight ? TIGHT_GAP : 1);
}

/* The slack of a page: charts grow or shrink first, then gaps grow by at most half. */
/* The gap before the page's i-th piece, which is not its first. */
static double
gap_at(const Flow *flow, guint i)
{
  return flow->pieces[g_array_index(flow->placed, JbPlaced, i).piece].gap_before * (flow->tight ? TIGHT_GAP : 1);
}

static double
base_height(const Flow *flow, const JbPiece *piece)
{
  return flow->tight ? piece->height.min : piece->height.pref;
}

static void
settle_page(Flow *flow, gboolean is_last)
{
  double slack = flow->height - flow->y, room = 0;
  gboolean shrink = slack < 0, has_columns = FALSE;
  for (guint i = flow->first; i < flow->placed->len; i++) {
    const JbPlaced *at = &g_array_index(flow->placed, JbPlaced, i);
    const JbExtent *h = &flow->pieces[at->piece].height;
    has_columns = has_columns || flow->pieces[at->piece].columns != NULL;
    if (flow->pieces[at->piece].columns == NULL)
      room += shrink ? base_height(flow, &flow->pieces[at->piece]) - h->min
                     : h->max - base_height(flow, &flow->pieces[at->piece]);
  }
  if (!shrink && (is_last || slack < 1))
    slack = 0;
  double part = room > 0 ? CLAMP(slack / room, -1, 1) : 0, rest = slack > 0 ? slack - part * room : 0, gaps = 0, y = 0;
  for (guint i = flow->first + 1; i < flow->placed->len; i++)
    gaps += gap_at(flow, i);
  double wider = gaps > 0 && !has_columns ? MIN(rest / gaps, 0.6) : 0;
  for (guint i = flow->first; i < flow->placed->len; i++) {
    JbPlaced *at = &g_array_index(flow->placed, JbPlaced, i);
    const JbPiece *piece = &flow->pieces[at->piece];
    if (i > flow->first)
      y += gap_at(flow, i) * (1 + wider);
    double base = base_height(flow, piece);
    if (piece->columns == NULL)
      at->height = base + part * (part < 0 ? base - piece->height.min : piece->height.max - base);
    at->y = y;
    y += at->height;
  }
}

static void
new_page(Flow *flow)
{
  if (flow->placed->len == flow->first)
    return; /* still empty */
  settle_page(flow, FALSE);
  flow->page++;
  flow->first = flow->placed->len;
  flow->y = flow->y_min = 0;
}

static void
place(Flow *flow, guint index, double pref, double least, const guint *cut)
{
  const JbPiece *piece = &flow->pieces[index];
  double gap = gap_of(flow, piece);
  JbPlaced at = {.piece = index, .page = flow->page, .height = pref};
  for (guint c = 0; cut != NULL && c <= piece->columns->n_columns; c++)
    at.cut[c] = cut[c];
  flow->y += gap + pref;
  flow->y_min += gap + least;
  g_array_append_val(flow->placed, at);
}

/* Whether columns can begin with this much height: two rows under a band, or all of them. */
static gboolean
can_begin(const JbColumns *columns, guint from, double height)
{
  if (height <= 0)
    return FALSE;
  guint to = fill_one(columns, from, height);
  return to == columns->n_atoms || to >= from + 3;
}

static gboolean
flow_columns(Flow *flow, guint index, GError **error)
{
  const JbPiece *piece = &flow->pieces[index];
  guint from = 0, cut[JB_MAX_COLUMNS + 1];
  while (from < piece->columns->n_atoms) {
    double left = flow->height - flow->y - gap_of(flow, piece);
    if (!can_begin(piece->columns, from, left) && flow->placed->len > flow->first) {
      new_page(flow);
      continue;
    }
    jb_columns_fill(piece->columns, from, left, cut);
    guint to = cut[piece->columns->n_columns];
    if (to == from) {
      g_set_error(error, JB_ERROR, JB_ERROR_CONFIG,
                  "a row %.0f pt high does not fit a page body of %.0f pt; make the page larger",
                  piece->columns->atoms[from].height, flow->height);
      return FALSE;
    }
    double used = jb_columns_used(piece->columns, cut);
    place(flow, index, used, used, cut);
    from = to;
    if (from < piece->columns->n_atoms)
      new_page(flow);
  }
  return TRUE;
}

/* Least height that must stand with a piece: a heading takes the beginning of the next along. */
static double
chain_height(const Flow *flow, guint index, guint n)
{
  double height = flow->pieces[index].height.min;
  while (flow->pieces[index].keep_next && index + 1 < n) {
    const JbPiece *next = &flow->pieces[++index];
    height += next->gap_before;
    if (next->columns == NULL) {
      height += next->height.min;
      continue;
    }
    height += next->columns->head_h;
    for (guint i = 0; i < MIN(next->columns->n_atoms, 3); i++)
      height += next->columns->atoms[i].height;
  }
  return height;
}

static gboolean
flow_solid(Flow *flow, guint index, guint n, GError **error)
{
  const JbPiece *piece = &flow->pieces[index];
  if (flow->y_min + gap_of(flow, piece) + chain_height(flow, index, n) > flow->height)
    new_page(flow);
  if (piece->height.min > flow->height + 0.01) {
    g_set_error(
        error, JB_ERROR, JB_ERROR_CONFIG,
        "a block needs %.0f pt and a page has %.0f pt: %.0f pt are missing; set `max` on it or make the page larger",
        piece->height.min, flow->height, piece->height.min - flow->height);
    return FALSE;
  }
  place(flow, index, flow->tight ? piece->height.min : piece->height.pref, piece->height.min, NULL);
  return TRUE;
}

static gboolean
flow_pieces(Flow *flow, guint n_pieces, GError **error)
{
  flow->placed = g_array_new(FALSE, TRUE, sizeof(JbPlaced));
  gboolean fine = TRUE;
  for (guint i = 0; fine && i < n_pieces; i++) {
    if (flow->pieces[i].page_before)
      new_page(flow);
    fine = flow->pieces[i].columns != NULL ? flow_columns(flow, i, error) : flow_solid(flow, i, n_pieces, error);
  }
  if (fine)
    settle_page(flow, TRUE);
  else
    g_clear_pointer(&flow->placed, g_array_unref);
  return fine;
}

GArray *
jb_flow(const JbPiece *pieces, guint n_pieces, double page_height, GError **error)
{
  Flow flow = {.pieces = pieces, .height = page_height};
  if (!flow_pieces(&flow, n_pieces, error) || flow.page == 0 || flow.y > SPARSE * page_height)
    return flow.placed;
  Flow tight = {.pieces = pieces, .height = page_height, .tight = TRUE};
  if (flow_pieces(&tight, n_pieces, NULL) && tight.page < flow.page) {
    g_array_unref(flow.placed);
    return tight.placed;
  }
  g_clear_pointer(&tight.placed, g_array_unref);
  return flow.placed;
}
