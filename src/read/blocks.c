/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lines into blocks. A line is cleaned (markup and the spaces that typesetting left are dropped, full-width
 * figures folded), its heading mark is read, and a line that does not end a sentence is joined with the next
 * one, for texts that were wrapped or broken over pages. What stands before 各位代表 is front matter, what
 * follows the last real paragraph is back matter.
 */
#include "read/blocks.h"

#include "base/utf8.h"
#include "read/line.h"

#include <string.h>

#define HEADING_CHARS 45 /* a numbered line up to this long is a heading, not a paragraph */
#define TITLE_CHARS   40 /* likewise for an unnumbered line of a text whose paragraphs end in 。 */

typedef struct {
  const JbText *source;
  JbDocument *document;
  GArray *blocks;    /* JbBlock */
  JbSourceLine open; /* the paragraph being joined; text NULL: none */
  guint line;
  gboolean in_body;
  gboolean has_titles; /* parts of the report have titles without a number: numbered ones stand below them */
  gboolean in_matter;  /* between the --- lines of Markdown front matter */
} Maker;

static void
emit(Maker *maker, JbBlockKind kind, JbSourceLine *line)
{
  JbArena *arena = maker->document->arena;
  gsize size = sizeof(guint32) * line->offset->len;
  JbBlock block = {
      .kind = kind,
      .level = kind == JB_BLOCK_HEADING ? line->level : 0,
      .paragraph = maker->blocks->len + 1,
      .line = line->line,
      .section = -1,
      .text = {.at = jb_arena_copy(arena, line->text->str, line->text->len), .len = line->text->len},
      .offset = jb_arena_memdup(arena, line->offset->data, size),
      .n_leads = line->leads->len,
  };
  if (block.n_leads > 0)
    block.leads = jb_arena_memdup(arena, line->leads->data, sizeof(JbSpan) * block.n_leads);
  for (guint i = maker->blocks->len; i > 0 && block.section < 0; i--) {
    const JbBlock *above = &g_array_index(maker->blocks, JbBlock, i - 1);
    if (above->kind == JB_BLOCK_HEADING && (kind != JB_BLOCK_HEADING || above->level < block.level))
      block.section = (gint)i - 1;
  }
  g_array_append_val(maker->blocks, block);
  jb_line_clear(line);
}

static void
close_paragraph(Maker *maker)
{
  if (maker->open.text != NULL)
    emit(maker, maker->in_body ? JB_BLOCK_PARAGRAPH : JB_BLOCK_FRONT, &maker->open);
}

static void
append_line(JbSourceLine *to, const JbSourceLine *from)
{
  guint32 base = (guint32)to->text->len;
  g_array_set_size(to->offset, to->offset->len - 1);
  g_string_append_len(to->text, from->text->str, (gssize)from->text->len);
  g_array_append_vals(to->offset, from->offset->data, from->offset->len);
  for (guint i = 0; i < from->leads->len; i++) {
    JbSpan span = g_array_index(from->leads, JbSpan, i);
    span.start += base;
    span.end += base;
    g_array_append_val(to->leads, span);
  }
}

static JbSlice
text_of(const JbSourceLine *line)
{
  return (JbSlice){.at = line->text->str, .len = line->text->len};
}

/* Cuts `n` bytes off the head of a line. */
static void
behead(JbSourceLine *line, gsize n)
{
  g_string_erase(line->text, 0, (gssize)n);
  g_array_remove_range(line->offset, 0, (guint)n);
  for (guint i = 0; i < line->leads->len; i++) {
    JbSpan *span = &g_array_index(line->leads, JbSpan, i);
    span->start = span->start > n ? span->start - (guint32)n : 0;
    span->end = span->end > n ? span->end - (guint32)n : 0;
  }
}

static JbSourceLine
copy_head(const JbSourceLine *line, gsize n)
{
  JbSourceLine head = jb_line_new(line->line);
  g_string_append_len(head.text, line->text->str, (gssize)n);
  g_array_append_vals(head.offset, line->offset->data, (guint)n + 1);
  return head;
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
heading_line(Maker *maker, JbSourceLine *line, guint level)
{
  close_paragraph(maker);
  level += maker->has_titles ? 1 : 0;
  line->level = level;
  JbSlice text = text_of(line);
  gsize lead = lead_len(text);
  if (jb_utf8_count(text) <= HEADING_CHARS && lead == 0) {
    emit(maker, JB_BLOCK_HEADING, line);
    return;
  }
  if (lead > 0 && level <= 3) {
    JbSourceLine head = copy_head(line, lead);
    head.level = level;
    emit(maker, JB_BLOCK_HEADING, &head);
    behead(line, lead);
  }
  line->level = 0;
  maker->open = *line;
  *line = (JbSourceLine){0};
}

static gboolean
begins_body(JbSlice text)
{
  return jb_slice_starts(text, "各位代表") || jb_slice_starts(text, "各位委员") || jb_slice_starts(text, "同志们");
}

/* Front matter is titles, names and dates; a full sentence of some length is the report already. */
static gboolean
reads_as_prose(JbSlice text)
{
  gsize chars = jb_utf8_count(text);
  return chars > 90 || (chars >= 25 && jb_slice_ends(text, "。") && jb_slice_find(text, "，") > 0);
}

static void
take_line(Maker *maker, JbSourceLine *line)
{
  JbSlice text = text_of(line);
  guint marks = 0;
  while (marks < text.len && text.at[marks] == '#')
    marks++;
  if (marks > 0) {
    behead(line, marks);
    text = text_of(line);
  }
  if (jb_slice_equal(text, jb_slice("---")) && (line->line == 1 || maker->in_matter))
    maker->in_matter = line->line == 1;
  if (jb_is_furniture(text))
    return;
  if (maker->in_matter) {
    emit(maker, JB_BLOCK_FRONT, line);
    return;
  }
  gsize number;
  guint level = jb_line_level(text, &number);
  if (!maker->in_body && (begins_body(text) || level == 1 || reads_as_prose(text))) {
    close_paragraph(maker);
    maker->in_body = TRUE;
  }
  gboolean continues = maker->open.text != NULL && maker->in_body && !jb_ends_sentence(text_of(&maker->open));
  if (!maker->in_body) {
    close_paragraph(maker);
    maker->open = *line;
    *line = (JbSourceLine){0};
  } else if (level > 0 || (marks > 0 && jb_utf8_count(text) <= HEADING_CHARS)) {
    heading_line(maker, line, level > 0 ? level : MAX(marks, 1));
  } else if (continues && !jb_slice_starts(text, "——")) {
    append_line(&maker->open, line);
  } else {
    close_paragraph(maker);
    maker->open = *line;
    *line = (JbSourceLine){0};
  }
}

/* A short open line that nothing continues was a heading without a number: 稳步发展特色农牧业 */
static gboolean
is_title_line(const JbSourceLine *line)
{
  JbSlice text = text_of(line);
  return !jb_ends_sentence(text) && jb_slice_find(text, "，") < 0 && jb_utf8_count(text) <= TITLE_CHARS;
}

/* A title without a number that opens a part of the report: 2017年工作安排 */
static gboolean
names_part(JbSlice text)
{
  static const char *const words[] = {"工作回顾", "工作安排", "总体要求", "主要任务", "重点工作",
                                      "奋斗目标", "目标任务", "工作任务", "工作总结"};
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (jb_slice_find(text, words[i]) >= 0)
      return TRUE;
  return FALSE;
}

static void
take_blank(Maker *maker)
{
  if (maker->in_body && maker->open.text != NULL && is_title_line(&maker->open) &&
      (maker->open.leads->len > 0 || maker->open.level > 0)) {
    gboolean part = names_part(text_of(&maker->open));
    maker->has_titles = maker->has_titles || part;
    maker->open.level = part ? 1 : 3;
    emit(maker, JB_BLOCK_HEADING, &maker->open);
  } else if (!maker->in_body) {
    close_paragraph(maker);
  }
}

/* 附件：名词解释 and what follows it explain words; their figures are not the report's. */
static void
mark_glossary(Maker *maker)
{
  static const char *const words[] = {"名词解释", "用语解释", "名词注释", "名词说明",
                                      "用语说明", "专业名词", "相关名词", "术语解释"};
  gboolean back = FALSE;
  for (guint i = maker->blocks->len / 2; i < maker->blocks->len; i++) {
    JbBlock *block = &g_array_index(maker->blocks, JbBlock, i);
    for (guint w = 0; w < G_N_ELEMENTS(words) && jb_utf8_count(block->text) <= 30; w++)
      back = back || jb_slice_find(block->text, words[w]) >= 0;
    if (back) {
      block->kind = JB_BLOCK_BACK;
      block->level = 0;
    }
  }
}

/* Blocks after the last one that ends a sentence are printer's marks and page furniture. */
static void
mark_back(Maker *maker)
{
  for (guint i = maker->blocks->len; i > 0; i--) {
    JbBlock *block = &g_array_index(maker->blocks, JbBlock, i - 1);
    if (jb_slice_ends(block->text, "。") || jb_slice_ends(block->text, "！") || block->kind == JB_BLOCK_FRONT)
      return;
    if (block->kind == JB_BLOCK_PARAGRAPH || block->kind == JB_BLOCK_HEADING)
      block->kind = JB_BLOCK_BACK;
  }
}

void
jb_blocks_make(JbDocument *document, const JbText *text)
{
  Maker maker = {.source = text, .document = document, .blocks = g_array_new(FALSE, FALSE, sizeof(JbBlock))};
  for (gsize start = 0; start < text->utf8.len;) {
    const char *nl = memchr(text->utf8.at + start, '\n', text->utf8.len - start);
    gsize end = nl != NULL ? (gsize)(nl - text->utf8.at) : text->utf8.len;
    JbSourceLine line = jb_line_clean(text, start, end, ++maker.line);
    if (line.text->len == 0)
      take_blank(&maker);
    else
      take_line(&maker, &line);
    jb_line_clear(&line);
    start = end + 1;
  }
  close_paragraph(&maker);
  mark_glossary(&maker);
  mark_back(&maker);
  document->n_blocks = maker.blocks->len;
  document->blocks = jb_arena_memdup(document->arena, maker.blocks->data, sizeof(JbBlock) * maker.blocks->len);
  g_array_unref(maker.blocks);
}
