/* SPDX-License-Identifier: Apache-2.0 */
/* Chosen blocks into pieces that can flow: headings and text here, the rest in files of their own. */
#include "layout/flow.h"

#include <string.h>

#define GAP_PT          16.0
#define HEADING_GAP_PT  20.0
#define CLOSE_GAP_PT    7.0 /* under its section's heading */
#define HEADING_RULE_PT 6.0

void
jb_add_piece(JbRun *run, GArray *pieces, JbPiece piece)
{
  if (piece.name == NULL)
    piece.name = run->block_name;
  piece.block = run->block;
  g_array_append_val(pieces, piece);
}

/* ---- Headings ---------------------------------------------------------------------------------------- */

typedef struct {
  JbWords words;
  guint level;
  const char *anchor;
} Heading;

/* Room for "（12/12）" behind it. */
static double
part_width(const JbRun *run, double size)
{
  return run->layout->flow == JB_FLOW_FRAMES ? size * 4 : 0;
}

static JbLabelWish
heading_wish(const JbRun *run, const Heading *heading)
{
  gboolean frames = run->layout->flow == JB_FLOW_FRAMES;
  double first = frames ? run->theme.section_pt : run->theme.section_pt + 3;
  return (JbLabelWish){.words = heading->words,
                       .face = JB_FACE_BOLD,
                       .size_pt = heading->level == 1 ? first : run->theme.body_pt + 1,
                       .colour = run->theme.ink};
}

static JbWords
part_words(JbArena *arena, JbPart part)
{
  if (part.parts < 2)
    return (JbWords){"", NULL};
  const char *text = jb_arena_printf(arena, "%u/%u", part.part, part.parts);
  return (JbWords){text, NULL};
}

static void
heading_draw(JbRun *run, const JbPiece *piece, JbDrawing *drawing, JbRect box, JbPart part)
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
  if (part.part <= 1) {
    jb_draw_anchor(drawing, (JbPoint){box.x, box.y}, jb_arena_dup(drawing->arena, heading->anchor));
    gboolean en = jb_shows_en(&run->context) && heading->words.en != NULL, zh = jb_shows_zh(&run->context) || !en;
    jb_draw_outline(drawing, heading->level,
                    jb_arena_printf(drawing->arena, "%s%s%s", zh ? heading->words.zh : "", zh && en ? " " : "",
                                    en ? heading->words.en : ""),
                    jb_arena_dup(drawing->arena, heading->anchor));
  }
  jb_draw_begin(drawing, part.part > 1 ? JB_ROLE_ARTIFACT : heading->level == 1 ? JB_ROLE_H1 : JB_ROLE_H2);
  double room = box.w - part_width(run, size);
  double base = top + jb_baseline(size, size * 1.4);
  if (jb_inline_width(&run->context, JB_FACE_BOLD, size, wish.words) <= room) {
    jb_inline_draw(drawing, &run->context, (JbPoint){box.x, base}, JB_ALIGN_LEFT, JB_FACE_BOLD, size, wish.colour,
                   wish.words);
  } else {
    JbLabel label = jb_label_fit(drawing->arena, &run->context, &wish, room);
    jb_label_draw(drawing, &run->context, &label, (JbPoint){box.x, top}, room, JB_ALIGN_LEFT);
  }
  jb_inline_draw(drawing, &run->context, (JbPoint){box.x + box.w, base}, JB_ALIGN_RIGHT, JB_FACE_REGULAR,
                 run->theme.min_pt, run->theme.muted, part_words(drawing->arena, part));
  jb_draw_end(drawing);
}

/* 一、二、 … 十、十一、; in English 1., 2. */
static JbWords
numbered(JbRun *run, JbWords words)
{
  static const char *const digits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  guint n = ++run->n_headings;
  if (n > 99)
    return words;
  const char *tens = n < 10 ? "" : n < 20 ? "十" : jb_arena_printf(run->arena, "%s十", digits[n / 10]);
  words.zh = jb_arena_printf(run->arena, "%s%s、%s", tens, digits[n % 10], words.zh);
  if (words.en != NULL)
    words.en = jb_arena_printf(run->arena, "%u. %s", n, words.en);
  return words;
}

void
jb_piece_heading(JbRun *run, JbWords words, guint level, double width, GArray *pieces)
{
  Heading *heading = jb_arena_make(run->arena, Heading, 1);
  if (level == 1 && run->layout->numbered)
    words = numbered(run, words);
  *heading = (Heading){
      .words = words, .level = level, .anchor = jb_arena_printf(run->arena, "heading-%u", ++run->n_anchors)};
  JbLabelWish wish = heading_wish(run, heading);
  double height = wish.size_pt * 1.4, room = width - part_width(run, wish.size_pt);
  if (jb_inline_width(&run->context, JB_FACE_BOLD, wish.size_pt, words) > room)
    height = jb_label_fit(run->arena, &run->context, &wish, room).height_pt;
  height += level == 1 ? HEADING_RULE_PT : 0;
  jb_add_piece(run, pieces,
               (JbPiece){.height = {height, height, height},
                         .gap_before = level == 1 ? HEADING_GAP_PT : GAP_PT,
                         .keep_next = TRUE,
                         .draw = heading_draw,
                         .data = heading,
                         .repeat = -1});
}

/* ---- Text -------------------------------------------------------------------------------------------- */

typedef struct {
  const JbParagraph *zh, *en; /* NULL: not shown */
} Text;

#define LEADING    1.6 /* of Chinese prose */
#define LEADING_EN 1.4

static void
text_draw(JbRun *run, const JbPiece *piece, JbDrawing *drawing, JbRect box, JbPart part)
{
  const Text *text = piece->data;
  const JbParagraph *paragraphs[] = {text->zh, text->en};
  double y = box.y;
  (void)part;
  for (guint i = 0; i < G_N_ELEMENTS(paragraphs); i++) {
    if (paragraphs[i] == NULL)
      continue;
    jb_draw_begin(drawing, JB_ROLE_P);
    jb_paragraph_draw(drawing, run->context.fonts, paragraphs[i], (JbPoint){box.x, y}, box.w, JB_ALIGN_LEFT);
    jb_draw_end(drawing);
    y += paragraphs[i]->height_pt;
  }
}

/* Prose is set in the body's size; a line of text beside charts in theirs. */
void
jb_piece_text(JbRun *run, const JbChosen *chosen, double width, GArray *pieces)
{
  gboolean prose = chosen->block->form == JB_BLOCK_KIND_PROSE;
  double size = prose ? run->theme.body_pt : run->theme.chart_pt, small = jb_en_size(&run->theme, size), height = 0;
  const JbTheme *theme = &run->theme;
  Text *text = jb_arena_make(run->arena, Text, 1);
  JbTextStyle zh = jb_style(&run->context, JB_LANG_ZH, JB_FACE_REGULAR, size, theme->ink);
  gboolean both = jb_shows_zh(&run->context);
  JbTextStyle en = jb_style(&run->context, JB_LANG_EN, JB_FACE_REGULAR, both ? small : size,
                            both ? theme->muted : theme->ink);
  const char *english = chosen->words.en != NULL || both ? chosen->words.en : chosen->words.zh;
  /* Two ideographic spaces begin a paragraph of prose: 首行缩进两字. */
  const char *chinese = prose ? jb_arena_printf(run->arena, "　　%s", chosen->words.zh) : chosen->words.zh;
  if (both)
    text->zh = jb_paragraph(run->arena, run->context.fonts, &zh, size * LEADING, width, 0, FALSE, chinese);
  if (jb_shows_en(&run->context) && english != NULL)
    text->en = jb_paragraph(run->arena, run->context.fonts, &en, en.size_pt * LEADING_EN, width, 0, FALSE, english);
  height = (text->zh != NULL ? text->zh->height_pt : 0) + (text->en != NULL ? text->en->height_pt : 0);
  jb_add_piece(
      run, pieces,
      (JbPiece){
          .height = {height, height, height}, .gap_before = GAP_PT / 2, .draw = text_draw, .data = text, .repeat = -1});
}

/* ---- All of a run ------------------------------------------------------------------------------------ */

void
jb_block_pieces(JbRun *run, const JbChosen *chosen, double width, GArray *pieces)
{
  static void (*const makers[])(JbRun * run, const JbChosen *chosen, double width, GArray *pieces) = {
      [JB_BLOCK_KIND_CHART] = jb_piece_grid,        [JB_BLOCK_KIND_TABLE] = jb_piece_table,
      [JB_BLOCK_KIND_TEXT] = jb_piece_text,         [JB_BLOCK_KIND_PROSE] = jb_piece_text,
      [JB_BLOCK_KIND_MASTHEAD] = jb_piece_masthead, [JB_BLOCK_KIND_ANNEX] = jb_piece_annex,
      [JB_BLOCK_KIND_GRID] = jb_piece_grid,
  };
  const char *outer_name = run->block_name;
  const JbLayoutBlock *outer = run->block;
  if (chosen->empty)
    return;
  run->block = chosen->block;
  run->block_name = chosen->block->name;
  makers[chosen->block->form](run, chosen, width, pieces);
  run->block = outer;
  run->block_name = outer_name;
}

/* A section begins a frame, and what goes on to the next has its heading again. */
static void
make_frames(GArray *pieces, guint first, gboolean has_heading)
{
  g_array_index(pieces, JbPiece, first).page_before = TRUE;
  for (guint i = first; i < pieces->len && has_heading; i++) {
    JbPiece *piece = &g_array_index(pieces, JbPiece, i);
    if (piece->columns != NULL)
      piece->repeat = (gint)first;
  }
}

static void
section_pieces(JbRun *run, const JbLayoutSection *section, const JbChosen *chosen, double width, GArray *pieces)
{
  guint first = pieces->len;
  gboolean titled = section->title.zh != NULL || section->title.en != NULL,
           frames = run->layout->flow == JB_FLOW_FRAMES;
  run->block_name = section->id != NULL ? section->id : "section";
  if (titled)
    jb_piece_heading(run,
                     (JbWords){section->title.zh != NULL ? section->title.zh : section->title.en, section->title.en}, 1,
                     width, pieces);
  for (guint b = 0; b < section->n_blocks; b++) {
    guint before = pieces->len;
    jb_block_pieces(run, &chosen[b], width, pieces);
    if (titled && before == first + 1 && pieces->len > before) /* close under its section's heading */
      g_array_index(pieces, JbPiece, before).gap_before = frames ? GAP_PT : CLOSE_GAP_PT;
    for (guint p = before + 1; frames && chosen[b].block->each && p < pieces->len; p++)
      g_array_index(pieces, JbPiece, p).page_before = TRUE;
  }
  if (pieces->len == first)
    return;
  JbPiece *head = &g_array_index(pieces, JbPiece, first);
  head->page_before = section->breaks;
  head->section_start = TRUE;
  if (frames)
    make_frames(pieces, first, titled);
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
    if (any)
      section_pieces(run, section, sections[s], width, pieces);
  }
  return pieces;
}
