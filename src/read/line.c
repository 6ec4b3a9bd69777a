/* SPDX-License-Identifier: Apache-2.0 */
#include "read/line.h"

#include "base/utf8.h"

#include <string.h>

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
  if (c == 0xFF0C && before >= '0' && before <= '9' && after >= 0xFF10 && after <= 0xFF19)
    return ','; /* １，７８５ */
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

JbSourceLine
jb_line_new(guint number)
{
  return (JbSourceLine){.text = g_string_new(NULL),
                        .offset = g_array_new(FALSE, FALSE, sizeof(guint32)),
                        .leads = g_array_new(FALSE, FALSE, sizeof(JbSpan)),
                        .line = number};
}

void
jb_line_clear(JbSourceLine *line)
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
line_put(JbSourceLine *line, gunichar c, guint32 offset, guint32 step)
{
  char out[6];
  gint n = g_unichar_to_utf8(c, out);
  g_string_append_len(line->text, out, n);
  for (gint i = 0; i < n; i++, offset += step)
    g_array_append_val(line->offset, offset);
}

/* Reads bytes start … end of the source as one clean line. */
JbSourceLine
jb_line_clean(const JbText *source, gsize start, gsize end, guint number)
{
  JbSourceLine line = jb_line_new(number);
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
guint
jb_line_level(JbSlice text, gsize *len)
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

gboolean
jb_ends_sentence(JbSlice text)
{
  static const char *const ends[] = {"。", "！", "？", "；", "：", "”", "）", "!", "?", ";", ":", "…", "》", "—"};
  for (guint i = 0; i < G_N_ELEMENTS(ends); i++)
    if (jb_slice_ends(text, ends[i]))
      return TRUE;
  return FALSE;
}

gboolean
jb_is_furniture(JbSlice text)
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
