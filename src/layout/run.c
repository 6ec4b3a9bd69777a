/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Layout: facts and a layout file into pages.
 *
 * The way: every block chooses its facts (choose.c), chosen blocks become pieces of known height (pieces.c), pieces
 * flow down pages (flow.c), and only then is anything drawn, in reading order, page by page. What does not fit climbs a
 * ladder: gaps to 0.7 and charts to their least heights (flow.c), type × 0.95, × 0.90 but never under the theme's least
 * sizes, then the last rows of a chart that no page holds (tables have them), then the blocks that are `optional` from
 * the last to the first; then it is an error that names the block. A
 * `fill` table then takes as many rows as the pages still hold. Nothing is clipped and no block shrinks alone.
 *
 * A rung is tried whole, with an arena of its own; the one that fits is drawn, and what the drawing needs is copied
 * into the drawing's arena.
 */
#include "layout/flow.h"

#include <string.h>

#define FOOTER_PT 8.0 /* kept free above the bottom margin */

/* One rung: its run, its pieces and where they stand. */
typedef struct {
  JbRun *run; /* in the arena: charts and tables hold on to its context */
  JbArena *arena;
  const JbChosen *const *chosen;
  GArray *pieces, *placed, *fits;
  guint failed; /* piece that no page holds */
} Try;

static void
try_clear(Try *try)
{
  if (try->arena == NULL)
    return;
  if (try->placed != NULL)
    g_array_unref(try->placed);
  g_array_unref(try->pieces);
  g_array_unref(try->fits);
  jb_arena_free(try->arena);
  *try = (Try){0};
}

static double
body_height(const JbLayout *layout)
{
  return layout->page_h - layout->margin[0] - layout->margin[2] - FOOTER_PT;
}

/* FALSE with the error when the rung does not fit. */
static gboolean
try_rung(const JbLayout *layout, const JbFacts *facts, JbFonts *fonts, JbLang lang, const JbRung *rung, Try *try,
         GError **error)
{
  *try = (Try){.arena = jb_arena_new(), .fits = g_array_new(FALSE, FALSE, sizeof(JbPageFit))};
  try->run = jb_arena_make(try->arena, JbRun, 1);
  jb_run_init(try->run, layout, facts, fonts, lang, rung, try->arena);
  try->chosen = jb_choose_all(try->run);
  try->pieces = jb_make_pieces(try->run, try->chosen, layout->page_w - layout->margin[1] - layout->margin[3]);
  JbPageRule rule = {.height = body_height(layout),
                     .max_pages = layout->max_pages,
                     .stretch = layout->flow == JB_FLOW_FRAMES || layout->max_pages == 1};
  try->placed = jb_flow((const JbPiece *)(gpointer)try->pieces->data, try->pieces->len, &rule, try->fits, &try->failed,
                        error);
  return try->placed != NULL;
}

static void
collect_blocks(const JbLayoutBlock *blocks, guint n, GPtrArray *all)
{
  for (guint i = 0; i < n; i++) {
    g_ptr_array_add(all, (gpointer)&blocks[i]);
    collect_blocks(blocks[i].cells, blocks[i].n_cells, all);
  }
}

/* The blocks in file order; borrowed. */
static GPtrArray *
all_blocks(const JbLayout *layout)
{
  GPtrArray *all = g_ptr_array_new();
  for (guint s = 0; s < layout->n_sections; s++)
    collect_blocks(layout->sections[s].blocks, layout->sections[s].n_blocks, all);
  return all;
}

/* The last optional block that still stands goes; FALSE when none is left. */
static gboolean
drop_one(const GPtrArray *blocks, gboolean *dropped)
{
  for (guint i = blocks->len; i-- > 0;) {
    const JbLayoutBlock *block = blocks->pdata[i];
    if (block->optional && !dropped[block->id]) {
      dropped[block->id] = TRUE;
      return TRUE;
    }
  }
  return FALSE;
}

/* Of a block and what is in it, the chart that chose most rows. */
static const JbChosen *
longest_chart(const JbChosen *chosen, const JbLayoutBlock *block, gboolean inside)
{
  const JbChosen *longest = NULL;
  inside = inside || chosen->block == block;
  if (inside && chosen->block->form == JB_BLOCK_KIND_CHART && chosen->data.n_rows > 0)
    longest = chosen;
  for (guint i = 0; i < chosen->n_cells; i++) {
    const JbChosen *other = longest_chart(&chosen->cells[i], block, inside);
    if (other != NULL && (longest == NULL || other->data.n_rows > longest->data.n_rows))
      longest = other;
  }
  return longest;
}

/*
 * A chart that is higher than a page gives up its last row, which the tables then have; FALSE when it has none to give.
 * One that is far too high gives up at once what surely finds no place: each try costs as much as the whole layout.
 */
static gboolean
shorten_one(const Try *try, guint *rows)
{
  if (try->failed >= try->pieces->len)
    return FALSE;
  const JbPiece *piece = &g_array_index(try->pieces, JbPiece, try->failed);
  const JbLayoutBlock *block = piece->block;
  const JbLayout *layout = try->run->layout;
  const JbChosen *longest = NULL;
  for (guint s = 0; s < layout->n_sections && longest == NULL; s++)
    for (guint b = 0; b < layout->sections[s].n_blocks && longest == NULL; b++)
      longest = longest_chart(&try->chosen[s][b], block, FALSE);
  if (longest == NULL || longest->data.n_rows <= MAX(longest->block->min, 1))
    return FALSE;
  double held = piece->height.min > 0 ? body_height(layout) / piece->height.min : 1;
  guint most = (guint)(longest->data.n_rows * MIN(held, 1) * 1.15) + 2; /* a margin, for rows differ in height */
  rows[longest->block->id] = MAX(MIN(longest->data.n_rows - 1, most), MAX(longest->block->min, 1));
  return TRUE;
}

static gboolean
has_fill(const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    if (((const JbLayoutBlock *)blocks->pdata[i])->fill)
      return TRUE;
  return FALSE;
}

/* The most rows of the `fill` table with which the rung still fits, by halving. */
static void
fill_up(const JbLayout *layout, const JbFacts *facts, JbFonts *fonts, JbLang lang, JbRung *rung, Try *best)
{
  guint low = rung->fill_rows, high = facts->n_facts + 1;
  while (high - low > 1) {
    Try try;
    JbRung more = *rung;
    more.fill_rows = (low + high) / 2;
    if (try_rung(layout, facts, fonts, lang, &more, &try, NULL)) {
      low = more.fill_rows;
      try_clear(best);
      *best = try;
    } else {
      high = more.fill_rows;
      try_clear(&try);
    }
  }
  rung->fill_rows = low;
}

/* Climbs the ladder; `rung` says where it ended. `dropped` and `rows` have a place for every block. */
static gboolean
climb(const JbLayout *layout, const JbFacts *facts, JbFonts *fonts, JbLang lang, gboolean *dropped, guint *rows,
      JbRung *rung, Try *best, GError **error)
{
  static const double steps[] = {1, 0.95, 0.90};
  g_autoptr(GPtrArray) blocks = all_blocks(layout);
  gboolean fills = has_fill(blocks);
  GError *first = NULL;
  gboolean again = TRUE;
  *rung = (JbRung){.dropped = dropped, .rows = rows, .fill_rows = fills ? 0 : G_MAXUINT};
  while (again) {
    again = FALSE;
    for (guint step = 0; step < G_N_ELEMENTS(steps); step++) {
      rung->type = steps[step];
      if (try_rung(layout, facts, fonts, lang, rung, best, first == NULL ? &first : NULL)) {
        g_clear_error(&first);
        if (fills)
          fill_up(layout, facts, fonts, lang, rung, best);
        return TRUE;
      }
      again = step + 1 == G_N_ELEMENTS(steps) && shorten_one(best, rows);
      try_clear(best);
    }
    again = again || drop_one(blocks, dropped);
  }
  g_propagate_error(error, first);
  return FALSE;
}

/* ---- Drawing --------------------------------------------------------------------------------------------- */

static void
draw_placed(JbRun *run, JbDrawing *drawing, const JbPiece *piece, const JbPlaced *at)
{
  const JbLayout *layout = run->layout;
  JbRect box = {layout->margin[3], layout->margin[0] + at->y, layout->page_w - layout->margin[1] - layout->margin[3],
                at->height};
  if (piece->columns == NULL)
    piece->draw(run, piece, drawing, box, at->part);
  else
    jb_columns_draw(run, piece->columns, drawing, at->cut, (JbPoint){box.x, box.y});
}

static void
draw_pages(Try *try, JbDrawing *drawing)
{
  const GArray *placed = try->placed;
  guint pages = placed->len > 0 ? g_array_index(placed, JbPlaced, placed->len - 1).page + 1 : 1, next = 0;
  for (guint page = 0; page < pages; page++) {
    jb_page_begin(try->run, drawing);
    for (; next < placed->len && g_array_index(placed, JbPlaced, next).page == page; next++) {
      const JbPlaced *at = &g_array_index(placed, JbPlaced, next);
      draw_placed(try->run, drawing, &g_array_index(try->pieces, JbPiece, at->piece), at);
    }
    jb_footer_draw(try->run, drawing, page + 1, pages);
  }
}

static JbDrawing *
draw_all(Try *try)
{
  JbDrawing *drawing = jb_drawing_new();
  const JbReport *report = &try->run->facts->report;
  const JbTheme *theme = &try->run->theme;
  drawing->title_zh = jb_arena_dup(drawing->arena, jb_report_title(try->arena, report, JB_LANG_ZH));
  drawing->title_en = jb_arena_dup(drawing->arena, jb_report_title(try->arena, report, JB_LANG_EN));
  drawing->subject = jb_arena_dup(drawing->arena, report->id);
  drawing->date = jb_arena_dup(drawing->arena, report->date);
  drawing->least_zh_pt = theme->min_pt;
  drawing->least_en_pt = theme->en_min_pt;
  drawing->background = theme->paper;
  draw_pages(try, drawing);
  return drawing;
}

JbDrawing *
jb_layout_run(const JbLayout *layout, const JbFacts *facts, JbFonts *fonts, JbLang lang, GError **error)
{
  g_autofree gboolean *dropped = g_new0(gboolean, layout->n_blocks + 1);
  g_autofree guint *rows = g_new0(guint, layout->n_blocks + 1);
  Try best = {0};
  JbRung rung;
  JbDrawing *drawing = NULL;
  if (climb(layout, facts, fonts, lang, dropped, rows, &rung, &best, error)) {
    drawing = draw_all(&best);
    if (!jb_drawing_check(drawing, error))
      g_clear_pointer(&drawing, jb_drawing_free);
  }
  try_clear(&best);
  return drawing;
}

/* ---- Dump ------------------------------------------------------------------------------------------------ */

static void
dump_number(GString *out, const char *before, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append_printf(out, "%s%s", before, g_ascii_formatd(text, sizeof text, "%.2f", value));
}

/* The rung that fitted, then each page: how far it is filled, how its gaps and charts flex, what stands on it. */
static void
dump_fit(const Try *try, const JbRung *rung, GString *out)
{
  g_autoptr(GPtrArray) blocks = all_blocks(try->run->layout);
  dump_number(out, "fit: type ", rung->type);
  if (rung->fill_rows != G_MAXUINT)
    g_string_append_printf(out, ", fill %u rows", rung->fill_rows);
  for (guint i = 0; i < blocks->len; i++) {
    const JbLayoutBlock *block = blocks->pdata[i];
    if (rung->dropped[block->id])
      g_string_append_printf(out, ", dropped %s", block->name);
    else if (rung->rows[block->id] > 0)
      g_string_append_printf(out, ", %s of %u rows", block->name, rung->rows[block->id]);
  }
  g_string_append_c(out, '\n');
  guint next = 0;
  for (guint p = 0; p < try->fits->len; p++) {
    const JbPageFit *fit = &g_array_index(try->fits, JbPageFit, p);
    g_string_append_printf(out, "page %u:", p + 1);
    dump_number(out, " filled ", fit->fill);
    dump_number(out, ", gaps ", fit->gaps);
    dump_number(out, ", charts ", fit->charts);
    g_string_append_c(out, ':');
    for (; next < try->placed->len && g_array_index(try->placed, JbPlaced, next).page == p; next++)
      g_string_append_printf(
          out, " %s", g_array_index(try->pieces, JbPiece, g_array_index(try->placed, JbPlaced, next).piece).name);
    g_string_append_c(out, '\n');
  }
}

void
jb_layout_dump(const JbLayout *layout, const JbFacts *facts, JbFonts *fonts, JbLang lang, GString *out)
{
  g_autofree gboolean *dropped = g_new0(gboolean, layout->n_blocks + 1);
  g_autofree guint *rows = g_new0(guint, layout->n_blocks + 1);
  Try best = {0};
  JbRung rung;
  g_autoptr(GError) error = NULL;
  if (fonts != NULL && climb(layout, facts, fonts, lang, dropped, rows, &rung, &best, &error)) {
    jb_dump_chosen(best.run, best.chosen, out);
    dump_fit(&best, &rung, out);
  } else {
    const JbRung whole = {.type = 1, .fill_rows = G_MAXUINT};
    JbRun run;
    JbArena *arena = jb_arena_new();
    jb_run_init(&run, layout, facts, fonts, lang, &whole, arena);
    jb_dump_chosen(&run, jb_choose_all(&run), out);
    if (error != NULL)
      g_string_append_printf(out, "fit: %s\n", error->message);
    jb_arena_free(arena);
  }
  try_clear(&best);
}
