/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The page flow: dynamic programming over the places where a page may begin, which are before a solid piece and
 * before an atom of columns. Of all ways down to the end the one with the least cost is taken. A page costs a constant,
 * what its charts and gaps must shrink or grow, and dearly what stays empty; a page that begins with a section costs a
 * little less. No page ends with a heading. The last page may stay empty from where it ends.
 *
 * A page flexes in this order: gaps down to 0.7, charts to their least height; or charts up to their most, then gaps up
 * to 1.6. All positions follow from the pieces alone, so the same input gives the same pages.
 */
#include "layout/flow.h"

#include <math.h>

#define GAP_LEAST    0.7
#define GAP_MOST     1.6
#define EPSILON      0.01
#define COST_PAGE    100.0
#define COST_SHRINK  60.0
#define COST_STRETCH 30.0
#define COST_EMPTY   600.0  /* × the empty share, squared */
#define COST_SPARSE  2000.0 /* a page filled less than this */
#define SPARSE       0.6
#define COST_TAIL    40.0 /* a last page filled less than this */
#define TAIL         0.2
#define REST         0.2 /* of a page: columns that go on leave at least so much for the next */
#define GAIN_SECTION 12.0
#define NO_NODE      G_MAXUINT

/* Heights of what stands on a page so far: charts and gaps apart, for they flex apart. */
typedef struct {
  double fixed, gaps, flex_min, flex_pref, flex_max;
  gboolean has_columns; /* that fill it to its foot */
} Stack;

static double
stack_least(const Stack *stack)
{
  return stack->fixed + stack->gaps * GAP_LEAST + stack->flex_min;
}

static double
stack_wish(const Stack *stack)
{
  return stack->fixed + stack->gaps + stack->flex_pref;
}

static double
stack_most(const Stack *stack)
{
  return stack->fixed + stack->gaps * GAP_MOST + stack->flex_max;
}

/* A page may begin here. */
typedef struct {
  guint piece, atom;
  double cost;
  guint from;       /* the node where the page before began */
  double columns_h; /* height that the columns cut here had on that page */
  gboolean done;
} Node;

typedef struct {
  const JbPiece *pieces;
  guint n;
  const JbPageRule *rule;
  GArray *nodes; /* Node; the first is the start */
  guint furthest, furthest_atom;
  double missing; /* points, of the piece that did not fit there */
} Flow;

static void
stack_add(Stack *stack, const JbPiece *piece, gboolean first)
{
  if (first)
    stack->fixed += piece->again_h;
  else
    stack->gaps += piece->gap_before;
  stack->flex_min += piece->height.min;
  stack->flex_pref += piece->height.pref;
  stack->flex_max += piece->height.max;
}

/* ---- Costs ------------------------------------------------------------------------------------------------- */

static double
page_cost(const Flow *flow, const Stack *stack, gboolean is_last)
{
  double height = flow->rule->height, wish = stack_wish(stack);
  double cost = COST_PAGE * (flow->rule->max_pages > 0 ? 1000 : 1); /* a limit is kept before all else */
  if (wish > height) {
    double r = (wish - height) / MAX(wish - stack_least(stack), EPSILON);
    return cost + COST_SHRINK * r * r * r;
  }
  if (is_last && !flow->rule->stretch)
    return cost + (wish < TAIL * height ? COST_TAIL * (1 - wish / height / TAIL) : 0);
  if (stack->has_columns)
    return cost;
  double most = stack_most(stack), r = (height - wish) / MAX(most - wish, EPSILON), empty = (height - most) / height;
  cost += COST_STRETCH * MIN(r, 1) * MIN(r, 1);
  if (empty > 0)
    cost += COST_EMPTY * empty * empty + (empty > 1 - SPARSE ? COST_SPARSE : 0);
  return cost;
}

/* ---- Nodes ------------------------------------------------------------------------------------------------- */

static void
reach(Flow *flow, guint from, guint piece, guint atom, double columns_h, double page)
{
  const Node *before = &g_array_index(flow->nodes, Node, from);
  double cost = before->cost + page;
  if (piece < flow->n && atom == 0 && flow->pieces[piece].section_start)
    cost -= GAIN_SECTION;
  for (guint i = 0; i < flow->nodes->len; i++) {
    Node *node = &g_array_index(flow->nodes, Node, i);
    if (node->piece != piece || node->atom != atom)
      continue;
    if (cost < node->cost - EPSILON) {
      node->cost = cost;
      node->from = from;
      node->columns_h = columns_h;
    }
    return;
  }
  Node node = {.piece = piece, .atom = atom, .cost = cost, .from = from, .columns_h = columns_h};
  g_array_append_val(flow->nodes, node);
}

static void
note_missing(Flow *flow, guint piece, guint atom, double points)
{
  if (piece < flow->furthest || (piece == flow->furthest && atom < flow->furthest_atom))
    return;
  flow->furthest = piece;
  flow->furthest_atom = atom;
  flow->missing = points;
}

/* Fills a page with columns; in frames the parts of what takes several are alike. TRUE when all of it stands. */
static gboolean
fill(const Flow *flow, const JbPiece *piece, guint atom, double height, guint *cut)
{
  if (jb_columns_fill(piece->columns, atom, height, cut))
    return TRUE;
  if (piece->repeat >= 0 && height > 0)
    jb_columns_fill(piece->columns, atom, jb_columns_even(piece->columns, atom, height, flow->rule->height * 0.85),
                    cut);
  return FALSE;
}

/* The height, at most `height`, in which columns that go on are cut so that more than a few rows are left over. */
static double
leave_rest(const Flow *flow, const JbPiece *piece, guint atom, double height)
{
  guint cut[JB_MAX_COLUMNS + 1], rest[JB_MAX_COLUMNS + 1];
  for (double share = 1; share > 0.5; share -= 0.05) {
    fill(flow, piece, atom, height * share, cut);
    guint to = cut[piece->columns->n_columns];
    if (to == atom)
      break;
    if (!jb_columns_fill(piece->columns, to, flow->rule->height, rest) ||
        jb_columns_used(piece->columns, rest) >= REST * flow->rule->height)
      return height * share;
  }
  return height;
}

/* Columns from `atom` on under what stands on the page; TRUE when they end on it and the page may go on. */
static gboolean
try_columns(Flow *flow, guint from, Stack *stack, guint index, guint atom, gboolean first)
{
  const JbPiece *piece = &flow->pieces[index];
  guint cut[JB_MAX_COLUMNS + 1];
  if (!first)
    stack->gaps += piece->gap_before;
  double room = flow->rule->height - stack_least(stack), wished = flow->rule->height - stack_wish(stack);
  if (fill(flow, piece, atom, wished, cut) || fill(flow, piece, atom, room, cut)) {
    stack->fixed += jb_columns_used(piece->columns, cut);
    return TRUE;
  }
  if (!jb_columns_can_begin(piece->columns, atom, wished) && !first)
    wished = room;
  if (!first && !jb_columns_can_begin(piece->columns, atom, wished))
    return FALSE;
  double height = leave_rest(flow, piece, atom, first ? room : wished);
  fill(flow, piece, atom, height, cut);
  guint to = cut[piece->columns->n_columns];
  if (to == atom) {
    note_missing(flow, index, atom, piece->columns->head_h + piece->columns->atoms[atom].height - room);
    return FALSE;
  }
  stack->fixed += jb_columns_used(piece->columns, cut);
  stack->has_columns = TRUE;
  reach(flow, from, index, to, height, page_cost(flow, stack, FALSE));
  return FALSE;
}

/* Every way to fill one page from a node. */
static void
expand(Flow *flow, guint from)
{
  Node start = g_array_index(flow->nodes, Node, from);
  Stack stack = {0};
  const JbPiece *begun = &flow->pieces[start.piece];
  gboolean first = TRUE;
  if (start.atom > 0 && begun->repeat >= 0) {
    stack.fixed += flow->pieces[begun->repeat].height.pref;
    first = FALSE;
  }
  for (guint i = start.piece; i < flow->n; i++) {
    const JbPiece *piece = &flow->pieces[i];
    if (i > start.piece && piece->page_before)
      return;
    if (piece->columns != NULL) {
      if (!try_columns(flow, from, &stack, i, i == start.piece ? start.atom : 0, first))
        return;
    } else {
      stack_add(&stack, piece, first);
      if (stack_least(&stack) > flow->rule->height + EPSILON) {
        note_missing(flow, i, 0, stack_least(&stack) - flow->rule->height);
        return;
      }
    }
    first = FALSE;
    if (!piece->keep_next)
      reach(flow, from, i + 1, 0, 0, page_cost(flow, &stack, i + 1 == flow->n));
  }
}

/* The node to go on with: pages only lead forward, so the least place that is not done has its final cost. */
static guint
next_node(const Flow *flow)
{
  guint least = NO_NODE;
  for (guint i = 0; i < flow->nodes->len; i++) {
    const Node *node = &g_array_index(flow->nodes, Node, i);
    if (node->done)
      continue;
    const Node *best = least != NO_NODE ? &g_array_index(flow->nodes, Node, least) : NULL;
    if (best == NULL || node->piece < best->piece || (node->piece == best->piece && node->atom < best->atom))
      least = i;
  }
  return least;
}

/* The way to the end as indices of nodes, the start first; NULL when there is none. */
static GArray *
find_way(Flow *flow)
{
  Node start = {.from = NO_NODE};
  g_array_append_val(flow->nodes, start);
  guint at;
  while ((at = next_node(flow)) != NO_NODE && g_array_index(flow->nodes, Node, at).piece < flow->n) {
    g_array_index(flow->nodes, Node, at).done = TRUE;
    expand(flow, at);
  }
  if (at == NO_NODE)
    return NULL;
  GArray *way = g_array_new(FALSE, FALSE, sizeof(guint));
  for (; at != NO_NODE; at = g_array_index(flow->nodes, Node, at).from)
    g_array_prepend_val(way, at);
  return way;
}

/* ---- Settling ---------------------------------------------------------------------------------------------- */

/* Solves a page: how gaps and charts flex; everything is set in multiples of them. */
static JbPageFit
solve_page(const JbPageRule *rule, const Stack *stack, gboolean is_last)
{
  JbPageFit fit = {.gaps = 1};
  double slack = rule->height - stack_wish(stack);
  if (slack < 0) {
    fit.gaps = stack->gaps > 0 ? MAX(1 + slack / stack->gaps, GAP_LEAST) : 1;
    slack += stack->gaps * (1 - fit.gaps);
    double room = stack->flex_pref - stack->flex_min;
    fit.charts = room > 0 ? MAX(slack / room, -1) : 0;
  } else if (!is_last || rule->stretch) {
    double room = stack->flex_max - stack->flex_pref;
    fit.charts = room > 0 ? MIN(slack / room, 1) : 0;
    slack -= fit.charts * room;
    if (stack->gaps > 0 && !stack->has_columns)
      fit.gaps = MIN(1 + slack / stack->gaps, GAP_MOST);
  }
  return fit;
}

static double
flexed(const JbPiece *piece, double charts)
{
  const JbExtent *h = &piece->height;
  return h->pref + charts * (charts < 0 ? h->pref - h->min : h->max - h->pref);
}

typedef struct {
  const Flow *flow;
  Node start, end;
  guint page;
  gboolean is_last;
} Page;

/* The stack of a page as expand() built it, and for each of its columns where they are cut. */
static Stack
stack_of(const Page *page, guint (*cuts)[JB_MAX_COLUMNS + 1])
{
  const Flow *flow = page->flow;
  Stack stack = {0};
  gboolean first = TRUE;
  guint last = page->end.atom > 0 ? page->end.piece : page->end.piece - 1;
  if (page->start.atom > 0 && flow->pieces[page->start.piece].repeat >= 0) {
    stack.fixed += flow->pieces[flow->pieces[page->start.piece].repeat].height.pref;
    first = FALSE;
  }
  for (guint i = page->start.piece; i <= last; i++, first = FALSE) {
    const JbPiece *piece = &flow->pieces[i];
    if (piece->columns == NULL) {
      stack_add(&stack, piece, first);
      continue;
    }
    if (!first)
      stack.gaps += piece->gap_before;
    guint *cut = cuts[i - page->start.piece], from = i == page->start.piece ? page->start.atom : 0;
    double wished = flow->rule->height - stack_wish(&stack), room = flow->rule->height - stack_least(&stack);
    if (i == page->end.piece)
      fill(flow, piece, from, page->end.columns_h, cut);
    else if (!fill(flow, piece, from, wished, cut))
      fill(flow, piece, from, room, cut);
    stack.has_columns = stack.has_columns || cut[piece->columns->n_columns] < piece->columns->n_atoms;
    stack.fixed += jb_columns_used(piece->columns, cut);
  }
  return stack;
}

static void
settle(const Page *page, GArray *placed, GArray *fits)
{
  const Flow *flow = page->flow;
  guint last = page->end.atom > 0 ? page->end.piece : page->end.piece - 1, n = last - page->start.piece + 1;
  g_autofree guint(*cuts)[JB_MAX_COLUMNS + 1] = g_malloc0_n(n, sizeof *cuts);
  Stack stack = stack_of(page, cuts);
  JbPageFit fit = solve_page(flow->rule, &stack, page->is_last);
  double y = 0;
  gint repeat = page->start.atom > 0 ? flow->pieces[page->start.piece].repeat : -1;
  if (repeat >= 0) {
    JbPlaced at = {.piece = (guint)repeat, .page = page->page, .height = flow->pieces[repeat].height.pref};
    at.part.part = G_MAXUINT; /* set when all parts are known */
    y = at.height;
    g_array_append_val(placed, at);
  }
  for (guint i = page->start.piece; i <= last; i++) {
    const JbPiece *piece = &flow->pieces[i];
    JbPlaced at = {.piece = i, .page = page->page};
    y += y > 0 ? piece->gap_before * fit.gaps : 0;
    at.y = y;
    at.height = flexed(piece, fit.charts);
    if (i == page->start.piece && piece->again_h > 0) {
      at.height += piece->again_h;
      at.part.part = 2;
    }
    if (piece->columns != NULL) {
      for (guint c = 0; c <= piece->columns->n_columns; c++)
        at.cut[c] = cuts[i - page->start.piece][c];
      at.height = jb_columns_used(piece->columns, at.cut);
    }
    y += at.height;
    g_array_append_val(placed, at);
  }
  fit.fill = y / flow->rule->height;
  if (fits != NULL)
    g_array_append_val(fits, fit);
}

/* Numbers the parts of what stands on several pages, so that its heading can say (2/3). */
static void
number_parts(const JbPiece *pieces, GArray *placed)
{
  for (guint i = 0; i < placed->len; i++) {
    JbPlaced *at = &g_array_index(placed, JbPlaced, i);
    const JbPiece *piece = &pieces[at->piece];
    if (piece->columns == NULL || piece->repeat < 0 || at->cut[0] > 0)
      continue;
    JbPlaced *heads[256];
    guint parts = 0;
    for (guint j = 0; j < placed->len && parts < G_N_ELEMENTS(heads); j++)
      if (g_array_index(placed, JbPlaced, j).piece == (guint)piece->repeat)
        heads[parts++] = &g_array_index(placed, JbPlaced, j);
    for (guint p = 0; p < parts; p++)
      heads[p]->part = (JbPart){.part = p + 1, .parts = parts};
  }
}

static void
fail_fit(const Flow *flow, guint pages, GError **error)
{
  const char *name = flow->furthest < flow->n ? flow->pieces[flow->furthest].name : "the last block";
  if (pages > 0)
    g_set_error(error, JB_ERROR, JB_ERROR_CONFIG,
                "E_FIT: the blocks take %u pages and the layout allows %u; block `%s` has no room; make blocks "
                "`optional`, set `max` on them, or allow more pages",
                pages, flow->rule->max_pages, name);
  else
    g_set_error(error, JB_ERROR, JB_ERROR_CONFIG,
                "E_FIT: block `%s` does not fit a page of %.0f pt: %.0f pt are missing; set `max` on it, make it "
                "`optional`, or make the page larger",
                name, flow->rule->height, MAX(ceil(flow->missing), 1));
}

GArray *
jb_flow(const JbPiece *pieces, guint n_pieces, const JbPageRule *rule, GArray *fits, guint *failed, GError **error)
{
  Flow flow = {.pieces = pieces, .n = n_pieces, .rule = rule, .nodes = g_array_new(FALSE, FALSE, sizeof(Node))};
  GArray *placed = NULL, *way = n_pieces > 0 ? find_way(&flow) : g_array_new(FALSE, FALSE, sizeof(guint));
  guint pages = way != NULL && way->len > 0 ? way->len - 1 : 0;
  if (way == NULL || (rule->max_pages > 0 && pages > rule->max_pages)) {
    fail_fit(&flow, pages, error);
    if (failed != NULL)
      *failed = pages == 0 ? flow.furthest : n_pieces;
  } else {
    placed = g_array_new(FALSE, TRUE, sizeof(JbPlaced));
    for (guint p = 0; p < pages; p++) {
      Page page = {.flow = &flow,
                   .start = g_array_index(flow.nodes, Node, g_array_index(way, guint, p)),
                   .end = g_array_index(flow.nodes, Node, g_array_index(way, guint, p + 1)),
                   .page = p,
                   .is_last = p + 1 == pages};
      settle(&page, placed, fits);
    }
    number_parts(pieces, placed);
  }
  if (way != NULL)
    g_array_unref(way);
  g_array_unref(flow.nodes);
  return placed;
}
