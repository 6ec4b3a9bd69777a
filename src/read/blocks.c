/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lines into blocks. A line is cleaned (markup and the spaces that typesetting left are dropped, full-width
 * figures folded), its heading mark is read, and a line that does not end a sentence is joined with the next
 * one, for texts that were wrapped or broken over pages. What stands before 各位代表 is front matter, what
 * follows the last real paragraph is back matter.
 */
#include "read/blocks.h"

#include "base/utf8.h"

#include <string.h>

#define HEADING_CHARS 45 /* a numbered line up to this long is a heading, not a paragraph */
#define TITLE_CHARS   40 /* likewise for an unnumbered line of a text whose paragraphs end in 。 */

typedef struct {
  GString *text;
  GArray *offset; /* guint32 */
  GArray *leads;  /* JbSpan */
  guint level;    /* of a heading, else 0 */
  guint line;
  gboolean bullet;
} Line;

typedef struct {
  const JbText *source;
  JbDocument *document;
  GArray *blocks; /* JbBlock */
  Line open;      /* the paragraph being joined; text NULL: none */
  guint line;
  gboolean in_body;
  gboolean has_titles; /* parts of the report have titles without a number: numbered ones stand below them */
  gboolean in_matter;  /* between the --- lines of Markdown front matter */
} Maker;

/* ---- Cleaning one line ---------------------------------------------------------------------- */

static gunichar
fold(gunichar c)
{
  if (c >= 0xFF10 && c <= 0xFF19)
    return c - 0xFF10 + '0';
  switch (c) {
  case 0xFF0E:
    return '.'; /* ． between figures */
  case 0xFF05:
    return '%';
  case 0x00A0:
  case 0x3000:
  case 0x2002:
  case 0x2003:
  case 0x2009:
  case 0xFEFF:
  case 0x200B:
    return ' ';
  default:
    return c;
  }
}

/* ASCII marks beside a Chinese character are Chinese marks: 目标是:生产总值增长6%;投资增长9% */
static gunichar
fold_mark(gunichar c, gunichar before, gunichar after)
{
  static const char marks[] = ",;:!?()";
  static const gunichar full[] = {0xFF0C, 0xFF1B, 0xFF1A, 0xFF01, 0xFF1F, 0xFF08, 0xFF09};
  const char *mark = c < 0x80 && c > 0 ? strchr(marks, (int)c) : NULL;
  return mark != NULL && (before >= 0x2E80 || after >= 0x2E80) ? full[mark - marks] : c;
}

static gboolean
is_word_char(gunichar c)
{
  return c < 0x250 && g_unichar_isalpha(c);
}

/* A space counts only between two words of Latin letters. */
static gboolean
keeps_space(const GString *text, gunichar next)
{
  return text->len > 0 && is_word_char((guchar)text->str[text->len - 1]) && is_word_char(next);
}

static Line
line_new(guint number)
{
  return (Line){.text = g_string_new(NULL),
                .offset = g_array_new(FALSE, FALSE, sizeof(guint32)),
                .leads = g_array_new(FALSE, FALSE, sizeof(JbSpan)),
                .line = number};
}

static void
line_clear(Line *line)
{
  if (line->text == NULL)
    return;
  g_string_free(line->text, TRUE);
  g_array_unref(line->offset);
  g_array_unref(line->leads);
  line->text = NULL;
}

/* `step` 1 where the source is UTF-8: each byte of a character has its own offset there. */
static void
line_put(Line *line, gunichar c, guint32 offset, guint32 step)
{
  char out[6];
  gint n = g_unichar_to_utf8(c, out);
  g_string_append_len(line->text, out, n);
  for (gint i = 0; i < n; i++, offset += step)
    g_array_append_val(line->offset, offset);
}

/* Reads bytes start … end of the source as one clean line. */
static Line
clean(const JbText *source, gsize start, gsize end, guint number)
{
  Line line = line_new(number);
  gboolean space = FALSE, bold = FALSE;
  gunichar before = 0;
  guint32 bold_from = 0, space_at = 0;
  for (gsize i = start; i < end;) {
    guint len;
    const char *at = source->utf8.at + i;
    gunichar c = fold(jb_utf8_get(at, &len));
    guint32 offset = jb_text_offset(source, i);
    i += len;
    if (c == '*' && i < end && source->utf8.at[i] == '*') {
      i++;
      bold = !bold;
      JbSpan span = {.start = bold_from, .end = (guint32)line.text->len};
      if (bold)
        bold_from = span.end;
      else if (span.end > span.start)
        g_array_append_val(line.leads, span);
      continue;
    }
    if (c == ' ' || c == '\t' || c == '\r' || c == '\f') {
      space = TRUE;
      space_at = offset;
      continue;
    }
    if (space && keeps_space(line.text, c))
      line_put(&line, ' ', space_at, 0);
    space = FALSE;
    guint next_len;
    c = fold_mark(c, before, i < end ? jb_utf8_get(source->utf8.at + i, &next_len) : 0);
    before = c;
    line_put(&line, c, offset, source->offset == NULL && len > 1 ? 1 : 0);
  }
  guint32 stop = jb_text_offset(source, end);
  g_array_append_val(line.offset, stop);
  return line;
}

/* ---- What a line is ------------------------------------------------------------------------- */

static gsize
skip_numeral(JbSlice text)
{
  static const char *const numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  gsize at = 0;
  for (guint i = 0; i < G_N_ELEMENTS(numerals); i++)
    if (jb_slice_starts(jb_slice_sub(text, at, text.len), numerals[i])) {
      at += strlen(numerals[i]);
      i = (guint)-1;
    }
  return at;
}

/* Level of the number at the head of a line: 一、 第一部分 1; （一） 2; 1. 1、 3; （1） 4; else 0. `len` gets its
 * bytes. */
static guint
number_level(JbSlice text, gsize *len)
{
  gsize n = skip_numeral(text);
  JbSlice rest = jb_slice_sub(text, n, text.len);
  *len = n + strlen("、");
  if (n > 0 && (jb_slice_starts(rest, "、") || jb_slice_starts(rest, "．")))
    return 1;
  if (jb_slice_starts(text, "第")) {
    n = strlen("第") + skip_numeral(jb_slice_sub(text, strlen("第"), text.len));
    rest = jb_slice_sub(text, n, text.len);
    *len = n + strlen("部分");
    if (n > strlen("第") && (jb_slice_starts(rest, "部分") || jb_slice_starts(rest, "章")))
      return 1;
  }
  gboolean wide = jb_slice_starts(text, "（"), narrow = jb_slice_starts(text, "(");
  gsize open = wide ? strlen("（") : 1;
  if (wide || narrow) {
    JbSlice inner = jb_slice_sub(text, open, text.len);
    guint level = 2;
    n = skip_numeral(inner);
    if (n == 0) {
      level = 4;
      while (n < inner.len && g_ascii_isdigit(inner.at[n]))
        n++;
    }
    rest = jb_slice_sub(inner, n, inner.len);
    gsize close = jb_slice_starts(rest, "）") ? strlen("）") : jb_slice_starts(rest, ")") ? 1 : 0;
    *len = open + n + close;
    return n > 0 && close > 0 ? level : 0;
  }
  for (n = 0; n < text.len && n < 2 && g_ascii_isdigit(text.at[n]);)
    n++;
  rest = jb_slice_sub(text, n, text.len);
  gboolean dot = rest.len > 1 && rest.at[0] == '.' && !g_ascii_isdigit(rest.at[1]);
  *len = n + (dot ? 1 : strlen("、"));
  return n > 0 && (dot || jb_slice_starts(rest, "、") || jb_slice_starts(rest, "．")) ? 3 : 0;
}

static gboolean
ends_sentence(JbSlice text)
{
  static const char *const ends[] = {"。", "！", "？", "；", "：", "”", "）", "!", "?", ";", ":", "…", "》", "—"};
  for (guint i = 0; i < G_N_ELEMENTS(ends); i++)
    if (jb_slice_ends(text, ends[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_furniture(JbSlice text)
{
  gboolean page = text.len > 0 && text.len < 16;
  for (gsize i = 0; page && i < text.len; i++)
    page = g_ascii_isdigit(text.at[i]) || strchr("-.", text.at[i]) != NULL || (guchar)text.at[i] >= 0xE2;
  /* a page number alone: 12, -12-, —12— ; a rule: ---, *** */
  gboolean digits = FALSE, han = FALSE;
  for (gsize i = 0; i < text.len;) {
    guint len;
    gunichar c = jb_utf8_get(text.at + i, &len);
    digits = digits || g_unichar_isdigit(c);
    han = han || jb_is_han(c) || is_word_char(c);
    i += len;
  }
  return text.len == 0 || (!han && (page || !digits)) || jb_slice_starts(text, "<!--") || jb_slice_starts(text, "![") ||
         (jb_slice_starts(text, "（下转") && text.len < 60) || (jb_slice_starts(text, "（上接") && text.len < 60);
}

/* ---- Blocks --------------------------------------------------------------------------------- */

static void
emit(Maker *maker, JbBlockKind kind, Line *line)
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
      .offset = memcpy(jb_arena_alloc(arena, size), line->offset->data, size),
      .n_leads = line->leads->len,
  };
  if (block.n_leads > 0)
    block.leads = memcpy(jb_arena_make(arena, JbSpan, block.n_leads), line->leads->data,
                         sizeof(JbSpan) * block.n_leads);
  for (guint i = maker->blocks->len; i > 0 && block.section < 0; i--) {
    const JbBlock *above = &g_array_index(maker->blocks, JbBlock, i - 1);
    if (above->kind == JB_BLOCK_HEADING && (kind != JB_BLOCK_HEADING || above->level < block.level))
      block.section = (gint)i - 1;
  }
  g_array_append_val(maker->blocks, block);
  line_clear(line);
}

static void
close_paragraph(Maker *maker)
{
  if (maker->open.text != NULL)
    emit(maker, maker->in_body ? JB_BLOCK_PARAGRAPH : JB_BLOCK_FRONT, &maker->open);
}

static void
append_line(Line *to, const Line *from)
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
text_of(const Line *line)
{
  return (JbSlice){.at = line->text->str, .len = line->text->len};
}

/* Cuts `n` bytes off the head of a line. */
static void
behead(Line *line, gsize n)
{
  g_string_erase(line->text, 0, (gssize)n);
  g_array_remove_range(line->offset, 0, (guint)n);
  for (guint i = 0; i < line->leads->len; i++) {
    JbSpan *span = &g_array_index(line->leads, JbSpan, i);
    span->start = span->start > n ? span->start - (guint32)n : 0;
    span->end = span->end > n ? span->end - (guint32)n : 0;
  }
}

static Line
copy_head(const Line *line, gsize n)
{
  Line head = line_new(line->line);
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
heading_line(Maker *maker, Line *line, guint level)
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
    Line head = copy_head(line, lead);
    head.level = level;
    emit(maker, JB_BLOCK_HEADING, &head);
    behead(line, lead);
  }
  line->level = 0;
  maker->open = *line;
  *line = (Line){0};
}

static gboolean
begins_body(JbSlice text)
{
  return jb_slice_starts(text, "各位代表") || jb_slice_starts(text, "各位委员") || jb_slice_starts(text, "同志们");
}

static void
take_line(Maker *maker, Line *line)
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
  if (is_furniture(text))
    return;
  if (maker->in_matter) {
    emit(maker, JB_BLOCK_FRONT, line);
    return;
  }
  gsize number;
  guint level = number_level(text, &number);
  if (!maker->in_body && (begins_body(text) || level == 1 || jb_utf8_count(text) > 90)) {
    close_paragraph(maker);
    maker->in_body = TRUE;
  }
  gboolean continues = maker->open.text != NULL && maker->in_body && !ends_sentence(text_of(&maker->open));
  if (!maker->in_body) {
    close_paragraph(maker);
    maker->open = *line;
    *line = (Line){0};
  } else if (level > 0 || (marks > 0 && jb_utf8_count(text) <= HEADING_CHARS)) {
    heading_line(maker, line, level > 0 ? level : MAX(marks, 1));
  } else if (continues && !jb_slice_starts(text, "——")) {
    append_line(&maker->open, line);
  } else {
    close_paragraph(maker);
    maker->open = *line;
    *line = (Line){0};
  }
}

/* A short open line that nothing continues was a heading without a number: 稳步发展特色农牧业 */
static gboolean
is_title_line(const Line *line)
{
  JbSlice text = text_of(line);
  return !ends_sentence(text) && jb_slice_find(text, "，") < 0 && jb_utf8_count(text) <= TITLE_CHARS;
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
    Line line = clean(text, start, end, ++maker.line);
    if (line.text->len == 0)
      take_blank(&maker);
    else
      take_line(&maker, &line);
    line_clear(&line);
    start = end + 1;
  }
  close_paragraph(&maker);
  mark_glossary(&maker);
  mark_back(&maker);
  document->n_blocks = maker.blocks->len;
  document->blocks = memcpy(jb_arena_make(document->arena, JbBlock, maker.blocks->len + 1), maker.blocks->data,
                            sizeof(JbBlock) * maker.blocks->len);
  g_array_unref(maker.blocks);
}
