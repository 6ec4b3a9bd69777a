/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lines into blocks. How the text lies on its lines is looked at first (shape.c). Then each line is cleaned (markup
 * and the spaces that typesetting left are dropped, full-width figures folded, traditional characters simplified),
 * its heading mark is read, and it is joined with the open paragraph when that goes on in it: because the line above
 * was cut at the width of the page, or because it does not end a sentence. What stands before 各位代表 is front
 * matter, what follows the last real paragraph is back matter.
 */
#include "read/blocks.h"

#include "base/utf8.h"
#include "base/words.h"
#include "read/glossary.h"
#include "read/line.h"
#include "read/shape.h"

#include <string.h>

#define HEADING_CHARS 45  /* a numbered line up to this long is a heading, not a paragraph */
#define TITLE_CHARS   40  /* likewise for an unnumbered line of a text whose paragraphs end in 。 */
#define BODY_CHARS    90  /* a line of this length with punctuation is text, not front matter */
#define ROW_CHARS     160 /* a line with tabs up to this long is a row of a table */
#define MAX_LEVEL     8

typedef struct {
  const JbHant *hant; /* NULL: the text is in simplified characters */
  const JbText *source;
  JbShape shape;
  JbDocument *document;
  GArray *blocks;           /* JbBlock */
  gint nearest[MAX_LEVEL];  /* last heading of each level, -1: none */
  JbLine line;              /* being taken */
  JbLine open;              /* the paragraph being joined, when is_open */
  gboolean is_open, is_cut; /* … and its last line was cut at the width */
  guint number;             /* of the line being taken, from 1 */
  gboolean in_body;
  gboolean has_titles; /* parts of the report have titles without a number: numbered ones stand below them */
  gboolean in_matter;  /* between the --- lines of Markdown front matter */
} Maker;

/* The nearest heading above a block of this level: of a paragraph any, of a heading one of a higher rank. */
static gint
section_of(const Maker *maker, guint level)
{
  gint section = -1;
  for (guint i = 0; i < (level > 0 ? MIN(level, MAX_LEVEL) : MAX_LEVEL); i++)
    section = MAX(section, maker->nearest[i]);
  return section;
}

static void
emit(Maker *maker, JbBlockKind kind, JbLine *line)
{
  JbArena *arena = maker->document->arena;
  gsize size = sizeof(guint32) * (line->len + 1);
  guint level = kind == JB_BLOCK_HEADING ? MIN(line->level, MAX_LEVEL - 1) : 0;
  JbBlock block = {
      .kind = kind,
      .level = level,
      .paragraph = maker->blocks->len + 1,
      .line = line->line,
      .section = section_of(maker, level),
      .text = {.at = jb_arena_copy(arena, line->text, line->len), .len = line->len},
      .offset = jb_arena_memdup(arena, line->offset, size),
      .n_leads = line->n_leads,
  };
  if (block.n_leads > 0)
    block.leads = jb_arena_memdup(arena, line->leads, sizeof(JbSpan) * block.n_leads);
  if (kind == JB_BLOCK_HEADING)
    maker->nearest[level] = (gint)maker->blocks->len;
  g_array_append_val(maker->blocks, block);
}

/* The line being taken becomes the open paragraph. */
static void
open_line(Maker *maker, gboolean is_cut)
{
  JbLine swap = maker->open;
  maker->open = maker->line;
  maker->line = swap;
  maker->is_open = TRUE;
  maker->is_cut = is_cut;
}

/* Bytes of the first sentence when a numbered line holds a short lead and then text: （一）加快转型。… */
static gsize
lead_len(JbSlice text)
{
  gssize stop = jb_slice_find(text, "。");
  if (stop <= 0 || jb_utf8_count(jb_slice_sub(text, 0, (gsize)stop)) > HEADING_CHARS)
    return 0;
  gsize len = (gsize)stop + strlen("。");
  return len < text.len ? len : 0;
}

static void
emit_head(Maker *maker, const JbLine *line, gsize n)
{
  JbLine head = *line;
  head.len = n;
  head.n_leads = 0;
  emit(maker, JB_BLOCK_HEADING, &head);
}

/*
 * The open line has a number or a heading mark. It is a heading, or opens with one (（一）加快转型。…), which is cut
 * off, or is a numbered paragraph.
 */
static void
settle_numbered(Maker *maker)
{
  JbLine *line = &maker->open;
  JbSlice text = jb_line_text(line);
  gsize lead = lead_len(text);
  if (jb_utf8_count(text) <= HEADING_CHARS && lead == 0) {
    emit(maker, JB_BLOCK_HEADING, line);
    maker->is_open = FALSE;
  } else if (lead > 0 && line->level <= 3) {
    emit_head(maker, line, lead);
    jb_line_behead(line, lead);
  }
  line->level = 0;
}

static gboolean
begins_body(JbSlice text)
{
  return jb_slice_starts(text, "各位代表") || jb_slice_starts(text, "各位委员") || jb_slice_starts(text, "同志们") ||
         (jb_utf8_count(text) > BODY_CHARS && (jb_slice_find(text, "，") > 0 || jb_slice_find(text, "。") > 0));
}

/* A short open line that nothing continues was a heading without a number: 稳步发展特色农牧业 */
static gboolean
is_title_line(const JbLine *line)
{
  JbSlice text = jb_line_text(line);
  return !jb_ends_sentence(text) && jb_slice_find(text, "，") < 0 && jb_utf8_count(text) <= TITLE_CHARS;
}

/* A title without a number that opens a part of the report: 2017年工作安排 */
static gboolean
names_part(JbSlice text)
{
  static const char *const words[] = {"工作回顾", "工作安排", "总体要求", "主要任务", "重点工作",
                                      "奋斗目标", "目标任务", "工作任务", "工作总结"};
  return jb_has_any(text, words, G_N_ELEMENTS(words));
}

static void
emit_title(Maker *maker)
{
  gboolean part = names_part(jb_line_text(&maker->open));
  maker->has_titles = maker->has_titles || part;
  maker->open.level = part ? 1 : 3;
  emit(maker, JB_BLOCK_HEADING, &maker->open);
}

/* In cut text a line that stops short of the width is whole: 稳步发展特色农牧业 alone on its line is a title. */
static gboolean
is_cut_title(const Maker *maker)
{
  JbSlice text = jb_line_text(&maker->open);
  return maker->shape.full > 0 && maker->in_body && !maker->open.is_row && is_title_line(&maker->open) &&
         jb_utf8_count(text) >= 4 && (names_part(text) || strcspn(text.at, "0123456789%") == text.len);
}

static void
close_paragraph(Maker *maker)
{
  if (!maker->is_open)
    return;
  if (maker->open.level > 0)
    settle_numbered(maker);
  else if (is_cut_title(maker)) {
    emit_title(maker);
    maker->is_open = FALSE;
  }
  if (maker->is_open)
    emit(maker, maker->in_body ? JB_BLOCK_PARAGRAPH : JB_BLOCK_FRONT, &maker->open);
  maker->is_open = FALSE;
}

/* Does the open paragraph go on in this line? */
static gboolean
continues(const Maker *maker, const JbRawLine *raw)
{
  JbSlice open = jb_line_text(&maker->open), text = jb_line_text(&maker->line);
  if (!maker->is_open || (!maker->in_body && !maker->is_cut) || maker->open.is_row || maker->line.is_row ||
      jb_slice_starts(text, "——"))
    return FALSE;
  gboolean indented = maker->shape.indents && jb_shape_is_indented(&maker->shape, raw);
  if (maker->is_cut) {
    static const char *const stops[] = {"。", "！", "？"};
    gboolean stop = jb_match_end(open, stops, G_N_ELEMENTS(stops)) > 0;
    /* behind a full stop at the edge only the missing indent tells that the paragraph goes on */
    return stop ? maker->shape.indents && !indented : !(indented && jb_ends_sentence(open));
  }
  return maker->shape.full == 0 && maker->open.level == 0 && !jb_ends_sentence(open);
}

static guint
strip_marks(JbLine *line)
{
  guint marks = 0;
  while (marks < line->len && line->text[marks] == '#')
    marks++;
  if (marks > 0)
    jb_line_behead(line, marks);
  return marks;
}

/* The level of a line that may open a heading: by its number, else by its Markdown mark. */
static guint
level_of_line(const Maker *maker, guint marks)
{
  JbSlice text = jb_line_text(&maker->line);
  guint level = jb_line_level(text);
  if (level == 0 && marks > 0 && jb_utf8_count(text) <= HEADING_CHARS)
    level = marks;
  return level > 0 && maker->has_titles ? level + 1 : level;
}

/* Front matter, furniture and notes: lines that are no part of the text. TRUE when the line was one. */
static gboolean
take_aside(Maker *maker, const JbRawLine *raw)
{
  JbSlice text = jb_line_text(&maker->line);
  if (jb_slice_is(text, "---") && (maker->number == 1 || maker->in_matter))
    maker->in_matter = maker->number == 1;
  if (jb_is_furniture(text) || (raw->running && maker->in_body))
    return TRUE;
  if (maker->in_matter) {
    emit(maker, JB_BLOCK_FRONT, &maker->line);
    return TRUE;
  }
  if (jb_slice_starts(text, "[^")) { /* a footnote explains words; its figures are not the report's */
    close_paragraph(maker);
    emit(maker, JB_BLOCK_BACK, &maker->line);
    return TRUE;
  }
  return FALSE;
}

static void
take_line(Maker *maker, const JbRawLine *raw)
{
  guint marks = strip_marks(&maker->line);
  if (take_aside(maker, raw))
    return;
  JbSlice text = jb_line_text(&maker->line);
  maker->line.is_row = maker->line.is_row && jb_utf8_count(text) <= ROW_CHARS && !jb_ends_sentence(text);
  gboolean cut = jb_shape_is_cut(&maker->shape, maker->source, raw);
  if (!maker->in_body && (begins_body(text) || jb_line_level(text) == 1 || (cut && jb_slice_find(text, "，") > 0))) {
    close_paragraph(maker);
    maker->in_body = TRUE;
  }
  guint level = level_of_line(maker, marks);
  gboolean inside = maker->shape.indents && maker->is_cut && !jb_shape_is_indented(&maker->shape, raw);
  if ((level == 0 || inside) && continues(maker, raw)) {
    jb_line_append(&maker->open, &maker->line);
    maker->is_cut = cut;
    return;
  }
  close_paragraph(maker);
  maker->line.level = maker->in_body ? level : 0;
  open_line(maker, cut);
  if (maker->open.level > 0 && !cut)
    settle_numbered(maker);
}

/* A blank line ends a title, and any line of the front matter; a paragraph may go on behind it, on the next page. */
static void
take_blank(Maker *maker)
{
  if (!maker->in_body) {
    close_paragraph(maker);
  } else if (maker->is_open && !maker->is_cut && maker->open.n_leads > 0 && is_title_line(&maker->open)) {
    emit_title(maker);
    maker->is_open = FALSE;
  }
}

static JbBlock *
block_at(const Maker *maker, guint index)
{
  return &g_array_index(maker->blocks, JbBlock, index);
}

static void
make_back(JbBlock *block)
{
  if (block->kind != JB_BLOCK_FRONT)
    block->kind = JB_BLOCK_BACK;
  block->level = 0;
}

/* From the heading of a glossary on all is glossary; without a heading the single entries tell. */
static void
mark_glossary(Maker *maker)
{
  gboolean back = FALSE;
  for (guint i = maker->blocks->len / 2; i < maker->blocks->len; i++) {
    JbBlock *block = block_at(maker, i);
    back = back || jb_is_glossary_heading(block->text);
    if (back || jb_is_definition(block->text))
      make_back(block);
  }
}

/* What a web site prints below a report, from its first line on. */
static void
mark_site(Maker *maker)
{
  guint from = maker->blocks->len;
  for (guint i = from; i > 0; i--) {
    JbSlice text = block_at(maker, i - 1)->text;
    if (block_at(maker, i - 1)->kind == JB_BLOCK_FRONT || (jb_slice_ends(text, "。") && !jb_is_site(text)))
      break;
    from = jb_is_site(text) ? i - 1 : from;
  }
  for (guint i = from; i < maker->blocks->len; i++)
    make_back(block_at(maker, i));
}

static gboolean
is_closed(const JbBlock *block)
{
  return block->kind != JB_BLOCK_FRONT && block->kind != JB_BLOCK_BACK &&
         (jb_slice_ends(block->text, "。") || jb_slice_ends(block->text, "！"));
}

/* Blocks after the last one that ends a sentence are printer's marks and page furniture; without any, all are text. */
static void
mark_back(Maker *maker)
{
  guint last = maker->blocks->len;
  while (last > 0 && !is_closed(block_at(maker, last - 1)))
    last--;
  for (guint i = last; last > 0 && i < maker->blocks->len; i++)
    make_back(block_at(maker, i));
}

static gboolean
is_sentence(JbSlice text)
{
  return jb_slice_ends(text, "。");
}

/* 社零：1-7月完成72.5亿元；a line of figures; only the last of such a list may end in 。 */
static gboolean
is_listed(JbSlice text)
{
  static const char *const figures[] = {"%", "元"};
  return is_sentence(text) || (jb_slice_ends(text, "；") && jb_has_any(text, figures, G_N_ELEMENTS(figures)));
}

/* 固定资产投资 同比增长6.9%, of a list whose lines end in nothing. */
static gboolean
ends_in_rate(JbSlice text)
{
  return jb_slice_ends(text, "%");
}

/* The first block that `is` one begins the body; FALSE when none is. */
static gboolean
begin_body(Maker *maker, gboolean (*is)(JbSlice text))
{
  gboolean body = FALSE;
  for (guint i = 0; i < maker->blocks->len; i++) {
    JbBlock *block = block_at(maker, i);
    body = body || is(block->text);
    if (body && block->kind == JB_BLOCK_FRONT)
      block->kind = JB_BLOCK_PARAGRAPH;
  }
  return body;
}

/* A text without any sign of where it begins, such as one sentence, begins with its first sentence or line of figures. */
static void
find_body(Maker *maker)
{
  if (!maker->in_body && !begin_body(maker, is_listed))
    begin_body(maker, ends_in_rate);
}

void
jb_blocks_make(JbDocument *document, const JbText *text)
{
  Maker maker = {.hant = jb_hant_is(text->utf8) ? jb_hant_new(document->arena) : NULL,
                 .source = text,
                 .shape = jb_shape_of(text),
                 .document = document,
                 .blocks = g_array_new(FALSE, FALSE, sizeof(JbBlock))};
  for (guint i = 0; i < MAX_LEVEL; i++)
    maker.nearest[i] = -1;
  for (guint i = 0; i < maker.shape.lines->len; i++) {
    const JbRawLine *raw = &g_array_index(maker.shape.lines, JbRawLine, i);
    jb_line_reset(&maker.line, ++maker.number);
    jb_line_clean(&maker.line, text, raw->start, raw->end, maker.hant);
    if (maker.line.len == 0)
      take_blank(&maker);
    else
      take_line(&maker, raw);
  }
  close_paragraph(&maker);
  find_body(&maker);
  mark_glossary(&maker);
  mark_site(&maker);
  mark_back(&maker);
  document->n_blocks = maker.blocks->len;
  document->blocks = jb_arena_memdup(document->arena, maker.blocks->data, sizeof(JbBlock) * maker.blocks->len);
  g_array_unref(maker.blocks);
  jb_line_free(&maker.line);
  jb_line_free(&maker.open);
  jb_shape_clear(&maker.shape);
}
