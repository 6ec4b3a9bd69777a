/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The annex: every sentence that figures come from, in the report's own words and order, with its paragraph. Its
 * number is what the pages cite as [n]; each links to the other.
 */
#include "layout/flow.h"

#include <string.h>

#define COLUMN_GAP_PT 18.0
#define INDENT_PT     24.0
#define ENTRY_PAD_PT  1.6

typedef struct {
  const JbParagraph **text; /* by atom */
  const guint *entry;       /* by atom; 0 for a band */
} Annex;

/* What a screen reader says of the way back. */
static const char *
back_words(JbLang lang, JbArena *arena, guint entry)
{
  if (lang == JB_LANG_BOTH)
    return jb_arena_printf(arena, "出处%u的数据 / figure of source %u", entry, entry);
  return jb_arena_printf(arena, lang == JB_LANG_EN ? "figure of source %u" : "出处%u的数据", entry);
}

static void
annex_draw(JbRun *run, const JbColumns *columns, JbDrawing *drawing, guint from, guint to, JbPoint at)
{
  const Annex *annex = columns->data;
  const JbTheme *theme = &run->theme;
  gboolean in_list = FALSE;
  for (guint i = from; i < to; i++) {
    const JbParagraph *text = annex->text[i];
    guint entry = annex->entry[i];
    double top = at.y + (entry == 0 ? 6 : 0), indent = entry == 0 ? 0 : INDENT_PT;
    if (in_list != (entry > 0)) {
      in_list = entry > 0;
      if (in_list)
        jb_draw_begin(drawing, JB_ROLE_L);
      else
        jb_draw_end(drawing);
    }
    if (entry > 0) {
      jb_draw_begin(drawing, JB_ROLE_LI);
      jb_draw_begin(drawing, JB_ROLE_LBL);
      jb_draw_anchor(drawing, at, jb_arena_printf(drawing->arena, "source-%u", entry));
      JbTextStyle style = jb_style(&run->context, JB_LANG_EN, JB_FACE_REGULAR, theme->en_min_pt, theme->actual);
      JbRect box = jb_text_draw(
          drawing, run->context.fonts, &style,
          (JbPoint){at.x + INDENT_PT - 5, top + jb_baseline(text->style.size_pt, text->leading_pt)}, JB_ALIGN_RIGHT,
          jb_arena_printf(drawing->arena, "%u", entry));
      const char *use = run->entries[entry - 1].first_use;
      if (use != NULL)
        jb_draw_link(drawing, box, jb_arena_printf(drawing->arena, "#%s", use),
                     back_words(run->context.lang, drawing->arena, entry));
      jb_draw_end(drawing);
      jb_draw_begin(drawing, JB_ROLE_LBODY);
    } else {
      jb_draw_begin(drawing, JB_ROLE_H2);
    }
    jb_paragraph_draw(drawing, run->context.fonts, text, (JbPoint){at.x + indent, top}, columns->width - indent,
                      JB_ALIGN_LEFT);
    jb_draw_end(drawing);
    if (entry > 0)
      jb_draw_end(drawing); /* LI */
    at.y += columns->atoms[i].height;
  }
  if (in_list)
    jb_draw_end(drawing);
}

static const JbParagraph *
set_text(JbRun *run, JbLang lang, const char *text, JbFace face, double width)
{
  JbTextStyle style = jb_style(&run->context, lang, face, run->theme.min_pt,
                               face == JB_FACE_BOLD ? run->theme.actual : run->theme.ink2);
  return jb_paragraph(run->arena, run->context.fonts, &style, run->theme.min_pt * 1.28, width, 0, FALSE, text);
}

/* The report's heading in the languages of the page; the sentences under it are quoted as they are. */
static const JbParagraph *
set_heading(JbRun *run, const char *group, double width)
{
  JbWords words = jb_group_words(run, group);
  JbLang lang = run->context.lang == JB_LANG_EN ? JB_LANG_EN : JB_LANG_ZH;
  const char *text = lang == JB_LANG_EN ? words.en : group;
  if (run->context.lang == JB_LANG_BOTH && words.en != NULL)
    text = jb_arena_printf(run->arena, "%s  %s", group, words.en);
  return set_text(run, lang, text, JB_FACE_BOLD, width);
}

void
jb_piece_annex(JbRun *run, const JbChosen *chosen, double width, GArray *pieces)
{
  const JbLayoutBlock *block = chosen->block;
  guint n_columns = CLAMP(block->columns, 1, JB_MAX_COLUMNS), n_atoms = 0, n_groups = 0;
  double column = (width - COLUMN_GAP_PT * (n_columns - 1)) / n_columns;
  JbAtom *atoms = jb_arena_make(run->arena, JbAtom, 2 * run->n_entries + 1);
  guint *entries = jb_arena_make(run->arena, guint, 2 * run->n_entries + 1);
  const JbParagraph **texts = jb_arena_make(run->arena, const JbParagraph *, 2 * run->n_entries + 1);
  const char *group = NULL;
  for (guint e = 0; e < run->n_entries; e++) {
    const JbFact *fact = run->entries[e].fact;
    if (fact->source.report != NULL && run->entries[e].first_use == NULL)
      continue; /* the history knows more than the pages show */
    const char *mine = jb_group_of(fact);
    if (n_groups == 0 || g_strcmp0(mine, group) != 0) {
      group = mine;
      n_groups++;
      if (mine != NULL) {
        texts[n_atoms] = set_heading(run, mine, column);
        atoms[n_atoms] = (JbAtom){.height = texts[n_atoms]->height_pt + 8, .group = n_groups - 1, .heads = TRUE};
        n_atoms++;
      }
    }
    const char *quote = fact->source.sentence != NULL ? fact->source.sentence : fact->source.text;
    const char *text = jb_arena_printf(run->arena, "%s%s¶%u %s", fact->source.report != NULL ? fact->source.report : "",
                                       fact->source.report != NULL ? " " : "", fact->source.paragraph,
                                       quote != NULL ? quote : "");
    texts[n_atoms] = set_text(run, JB_LANG_ZH, text, JB_FACE_REGULAR, column - INDENT_PT);
    entries[n_atoms] = e + 1;
    atoms[n_atoms] = (JbAtom){.height = texts[n_atoms]->height_pt + ENTRY_PAD_PT, .group = n_groups - 1};
    n_atoms++;
  }
  Annex *annex = jb_arena_make(run->arena, Annex, 1);
  *annex = (Annex){.text = texts, .entry = entries};
  JbColumns *columns = jb_arena_make(run->arena, JbColumns, 1);
  *columns = (JbColumns){.n_columns = n_columns,
                         .gap = COLUMN_GAP_PT,
                         .width = column,
                         .n_atoms = n_atoms,
                         .atoms = atoms,
                         .band_h = jb_arena_make(run->arena, double, n_groups + 1),
                         .draw = annex_draw,
                         .data = annex};
  jb_add_piece(run, pieces, (JbPiece){.gap_before = 7, .columns = columns, .repeat = -1});
}
