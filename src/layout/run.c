/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Layout: facts and a layout file into pages.
 *
 * The way: every block chooses its facts (choose.c), chosen blocks become pieces of known height (pieces.c), pieces
 * flow down pages (flow.c), and only then is anything drawn, in reading order, page by page. The run's arena holds all
 * of it and goes at the end; what the drawing needs is copied into the drawing's own arena.
 */
#include "layout/flow.h"

#include <string.h>

#define FOOTER_PT 16.0 /* height kept for the footer above the bottom margin */

static const JbChosen *const *
choose_all(JbRun *run)
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

/* {title}, {page} and {pages} of a footer. */
static const char *
footer_text(JbRun *run, const char *pattern, guint page, guint pages, JbLang lang)
{
  GString *out = g_string_new(pattern);
  char number[16];
  g_string_replace(out, "{title}", jb_report_title(run->arena, &run->facts->report, lang), 0);
  g_snprintf(number, sizeof number, "%u", page);
  g_string_replace(out, "{page}", number, 0);
  g_snprintf(number, sizeof number, "%u", pages);
  g_string_replace(out, "{pages}", number, 0);
  const char *text = jb_arena_dup(run->arena, out->str);
  g_string_free(out, TRUE);
  return text;
}

static void
draw_footer(JbRun *run, JbDrawing *drawing, guint page, guint pages)
{
  const JbLayout *layout = run->layout;
  const JbTheme *theme = &run->theme;
  double y = layout->page_h - layout->margin_v * 0.55, left = layout->margin_h,
         right = layout->page_w - layout->margin_h;
  jb_draw_begin(drawing, JB_ROLE_ARTIFACT);
  jb_draw_line(drawing, (JbPoint){left, y - theme->min_pt * 1.6}, (JbPoint){right, y - theme->min_pt * 1.6},
               jb_stroke(theme->rule, 0.5));
  if (layout->footer_left != NULL) {
    JbWords words = {footer_text(run, layout->footer_left, page, pages, JB_LANG_ZH),
                     footer_text(run, layout->footer_left, page, pages, JB_LANG_EN)};
    jb_inline_draw(drawing, &run->context, (JbPoint){left, y}, JB_ALIGN_LEFT, JB_FACE_REGULAR, theme->min_pt,
                   theme->muted, words);
  }
  if (layout->footer_right != NULL) {
    JbWords words = {footer_text(run, layout->footer_right, page, pages, jb_number_lang(&run->context)), NULL};
    jb_inline_draw(drawing, &run->context, (JbPoint){right, y}, JB_ALIGN_RIGHT, JB_FACE_REGULAR, theme->min_pt,
                   theme->muted, words);
  }
  jb_draw_end(drawing);
}

static void
draw_placed(JbRun *run, JbDrawing *drawing, const JbPiece *piece, const JbPlaced *at)
{
  const JbLayout *layout = run->layout;
  JbRect box = {layout->margin_h, layout->margin_v + at->y, layout->page_w - 2 * layout->margin_h, at->height};
  if (piece->columns == NULL) {
    piece->draw(run, piece, drawing, box);
    return;
  }
  for (guint c = 0; c < piece->columns->n_columns; c++)
    if (at->cut[c] < at->cut[c + 1])
      piece->columns->draw(run, piece->columns, drawing, at->cut[c], at->cut[c + 1],
                           (JbPoint){box.x + c * (piece->columns->width + piece->columns->gap), box.y});
}

static void
draw_pages(JbRun *run, JbDrawing *drawing, const JbPiece *pieces, const GArray *placed)
{
  guint pages = placed->len > 0 ? g_array_index(placed, JbPlaced, placed->len - 1).page + 1 : 1, next = 0;
  for (guint page = 0; page < pages; page++) {
    jb_draw_page(drawing, run->layout->page_w, run->layout->page_h);
    for (; next < placed->len && g_array_index(placed, JbPlaced, next).page == page; next++) {
      const JbPlaced *at = &g_array_index(placed, JbPlaced, next);
      draw_placed(run, drawing, &pieces[at->piece], at);
    }
    draw_footer(run, drawing, page + 1, pages);
  }
}

JbDrawing *
jb_layout_run(const JbLayout *layout, const JbFacts *facts, JbFonts *fonts, JbLang lang, GError **error)
{
  JbArena *arena = jb_arena_new();
  JbRun run;
  jb_run_init(&run, layout, facts, fonts, lang, arena);
  const JbChosen *const *chosen = choose_all(&run);
  GArray *pieces = jb_make_pieces(&run, chosen, layout->page_w - 2 * layout->margin_h);
  double body = layout->page_h - 2 * layout->margin_v - FOOTER_PT * 0.5;
  GArray *placed = jb_flow((const JbPiece *)(gpointer)pieces->data, pieces->len, body, error);
  JbDrawing *drawing = NULL;
  if (placed != NULL) {
    drawing = jb_drawing_new();
    drawing->title_zh = jb_arena_dup(drawing->arena, jb_report_title(arena, &facts->report, JB_LANG_ZH));
    drawing->title_en = jb_arena_dup(drawing->arena, jb_report_title(arena, &facts->report, JB_LANG_EN));
    drawing->subject = jb_arena_dup(drawing->arena, facts->report.id);
    drawing->date = jb_arena_dup(drawing->arena, facts->report.date);
    drawing->least_zh_pt = run.theme.min_pt;
    drawing->least_en_pt = run.theme.en_min_pt;
    draw_pages(&run, drawing, (const JbPiece *)(gpointer)pieces->data, placed);
    g_array_unref(placed);
    if (!jb_drawing_check(drawing, error)) {
      jb_drawing_free(drawing);
      drawing = NULL;
    }
  }
  g_array_unref(pieces);
  jb_arena_free(arena);
  return drawing;
}

/* ---- Dump -------------------------------------------------------------------------------------------- */

static void
dump_fact(GString *out, const char *mark, const JbFact *fact)
{
  if (fact != NULL)
    g_string_append_printf(out, " %s%u", mark, fact->number);
}

static void
dump_chosen(GString *out, const JbChosen *chosen, guint depth)
{
  g_string_append_printf(out, "%*s%s:", (int)(2 * depth), "", chosen->block->name);
  if (chosen->empty)
    g_string_append(out, " -");
  for (guint i = 0; i < chosen->data.n_rows; i++) {
    const JbChartRow *row = &chosen->data.rows[i];
    g_string_append(out, i > 0 ? " |" : "");
    dump_fact(out, "", row->actual);
    dump_fact(out, "+", row->secondary);
    dump_fact(out, "→", row->target);
    dump_fact(out, "~", row->target_high);
  }
  for (guint i = 0; i < chosen->data.n_points; i++) {
    g_string_append_printf(out, " %d", chosen->data.points[i].year);
    dump_fact(out, "#", chosen->data.points[i].fact);
  }
  for (guint i = 0; i < chosen->n_facts; i++)
    dump_fact(out, "", chosen->facts[i]);
  g_string_append_c(out, '\n');
  for (guint i = 0; i < chosen->n_cells; i++)
    dump_chosen(out, &chosen->cells[i], depth + 1);
}

void
jb_layout_dump(const JbLayout *layout, const JbFacts *facts, GString *out)
{
  JbArena *arena = jb_arena_new();
  JbRun run;
  jb_run_init(&run, layout, facts, NULL, JB_LANG_BOTH, arena);
  const JbChosen *const *chosen = choose_all(&run);
  for (guint s = 0; s < layout->n_sections; s++) {
    g_string_append_printf(out, "%s\n", layout->sections[s].id != NULL ? layout->sections[s].id : "-");
    for (guint b = 0; b < layout->sections[s].n_blocks; b++)
      dump_chosen(out, &chosen[s][b], 1);
  }
  jb_arena_free(arena);
}
