/* SPDX-License-Identifier: Apache-2.0 */
#include "read/line.h"

#include "base/utf8.h"
#include "base/words.h"

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
  case 0xFF0F:
    return '/'; /* 26微克／立方米 */
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
  return mark != NULL && (before >= 0x2E80 || fold(after) >= 0x2E80) ? full[mark - marks] : c;
}

static gboolean
is_word_char(gunichar c)
{
  return c < 0x250 && g_unichar_isalpha(c);
}

/* A space counts only between two words of Latin letters. */
static gboolean
keeps_space(gunichar before, gunichar next)
{
  return is_word_char(before) && is_word_char(next);
}

/* Columns of figures, set apart by a tab or by spaces that no typesetter leaves inside a figure, must not become one.
 */
static gboolean
parts_figures(gunichar before, gunichar next)
{
  return (g_unichar_isdigit(before) || before == '%') && (g_unichar_isdigit(next) || next == '-' || next == '+');
}

void
jb_line_free(JbLine *line)
{
  g_free(line->text);
  g_free(line->offset);
  g_free(line->leads);
  *line = (JbLine){0};
}

static void
line_reserve(JbLine *line, gsize more)
{
  if (line->size - line->len > more)
    return;
  line->size = MAX(line->len + more + 1, MAX(line->size * 2, (gsize)1024));
  line->text = g_realloc(line->text, line->size);
  line->offset = g_realloc_n(line->offset, line->size, sizeof *line->offset);
}

void
jb_line_reset(JbLine *line, guint number)
{
  line_reserve(line, 1);
  line->len = 0;
  line->text[0] = '\0';
  line->n_leads = line->level = 0;
  line->line = number;
  line->is_row = FALSE;
}

JbSlice
jb_line_text(const JbLine *line)
{
  return (JbSlice){.at = line->text, .len = line->len};
}

static void
add_lead(JbLine *line, gsize start, gsize end)
{
  if (end <= start)
    return;
  if (line->n_leads == line->leads_size) {
    line->leads_size = MAX(4, line->leads_size * 2);
    line->leads = g_renew(JbSpan, line->leads, line->leads_size);
  }
  line->leads[line->n_leads++] = (JbSpan){.start = (guint32)start, .end = (guint32)end};
}

void
jb_line_append(JbLine *to, const JbLine *from)
{
  line_reserve(to, from->len + 1);
  for (guint i = 0; i < from->n_leads; i++)
    add_lead(to, to->len + from->leads[i].start, to->len + from->leads[i].end);
  memcpy(to->text + to->len, from->text, from->len + 1);
  memcpy(to->offset + to->len, from->offset, (from->len + 1) * sizeof *from->offset);
  to->len += from->len;
}

void
jb_line_behead(JbLine *line, gsize n)
{
  line->len -= n;
  memmove(line->text, line->text + n, line->len + 1);
  memmove(line->offset, line->offset + n, (line->len + 1) * sizeof *line->offset);
  guint kept = 0;
  for (guint i = 0; i < line->n_leads; i++) {
    JbSpan span = line->leads[i];
    if (span.end > n)
      line->leads[kept++] = (JbSpan){.start = span.start > n ? span.start - (guint32)n : 0,
                                     .end = span.end - (guint32)n};
  }
  line->n_leads = kept;
}

/* `source_len` is the character's in UTF-8 source, where each byte has its own offset; 0 in other encodings. */
static void
line_put(JbLine *line, gunichar c, guint32 offset, guint source_len)
{
  line_reserve(line, 6);
  gint n = g_unichar_to_utf8(c, line->text + line->len);
  for (gint i = 0; i < n; i++)
    line->offset[line->len++] = offset + MIN((guint32)i, source_len > 1 ? source_len - 1 : 0);
}

/* What most of a report is, Han characters of UTF-8 source, is copied as it stands. Returns the byte behind them. */
static gsize
copy_han(JbLine *line, const JbText *source, gsize i, gsize end)
{
  const guchar *b = (const guchar *)source->utf8.at;
  gsize from = i;
  while (i + 3 <= end && b[i] >= 0xE4 && b[i] <= 0xE9)
    i += 3;
  gsize n = i - from;
  line_reserve(line, n);
  memcpy(line->text + line->len, b + from, n);
  guint32 offset = (guint32)from + source->shift, *to = line->offset + line->len;
  for (gsize k = 0; k < n; k++)
    to[k] = offset + (guint32)k;
  line->len += n;
  return i;
}

/* The next character that is no space, 0 at the end of the line. */
static gunichar
next_char(const JbText *source, gsize i, gsize end)
{
  while (i < end) {
    guint len;
    gunichar c = jb_utf8_get(source->utf8.at + i, &len);
    if (fold(c) != ' ' && c != '\t')
      return c;
    i += len;
  }
  return 0;
}

/* White space between two characters: where it began, how much of it. */
typedef struct {
  guint32 at;
  guint count;
  gboolean tab;
} Gap;

static void
close_gap(JbLine *line, const Gap *gap, gunichar before, gunichar c)
{
  if (gap->tab && before != 0)
    line->is_row = TRUE;
  if ((gap->tab || gap->count > 2) && parts_figures(before, c)) {
    line_put(line, 0xFF0C, gap->at, 0);
    line->is_row = TRUE;
  } else if (keeps_space(before, c)) {
    line_put(line, ' ', gap->at, 0);
  }
}

/* 企业暖春行动[2]: the mark of a footnote behind `[` or ［ at byte `i`. Bytes with the closing bracket, 0 when it is
 * none. */
static gsize
footnote_len(const JbText *source, gsize i, gsize end)
{
  gsize n = 0;
  while (n < 3 && i + n < end && g_ascii_isdigit(source->utf8.at[i + n]))
    n++;
  JbSlice rest = jb_slice_sub(source->utf8, MIN(i + n, end), end);
  if (n == 0 || (!jb_slice_starts(rest, "]") && !jb_slice_starts(rest, "］")))
    return 0;
  return n + (rest.at[0] == ']' ? 1 : strlen("］"));
}

void
jb_line_clean(JbLine *line, const JbText *source, gsize start, gsize end, const JbHant *hant)
{
  gboolean copies = hant == NULL && source->offset == NULL, bold = FALSE;
  gunichar before = 0, raw_before = 0;
  gsize bold_from = 0;
  Gap gap = {0};
  for (gsize i = start; i < end;) {
    guint len;
    const char *at = source->utf8.at + i;
    if (copies && (guchar)*at >= 0xE4 && (guchar)*at <= 0xE9) {
      if (gap.tab)
        close_gap(line, &gap, before, 0x4E00);
      gap = (Gap){0};
      i = copy_han(line, source, i, end);
      before = raw_before = 0x4E00; /* any Han character: which one matters to hant.c alone */
      continue;
    }
    gunichar raw = jb_utf8_get(at, &len), c = fold(raw);
    guint32 offset = jb_text_offset(source, i);
    i += len;
    if (c == '*' && i < end && source->utf8.at[i] == '*') {
      i++;
      bold = !bold;
      if (bold)
        bold_from = line->len;
      else
        add_lead(line, bold_from, line->len);
      continue;
    }
    gsize footnote = (c == '[' || c == 0xFF3B) && before != 0 ? footnote_len(source, i, end) : 0;
    if (footnote > 0) {
      i += footnote;
      continue;
    }
    if (c == ' ' || c == '\t' || c == '\r' || c == '\f') {
      gap.at = gap.count++ == 0 ? offset : gap.at;
      gap.tab = gap.tab || c == '\t';
      continue;
    }
    if (gap.count > 0)
      close_gap(line, &gap, before, c);
    gap = (Gap){0};
    if (c < 0x80 || c == 0xFF0C)
      c = fold_mark(c, before,
                    next_char(source, i, is_word_char(before) ? MIN(i + 1, end) : end)); /* title: 政府工作报告 */
    else if (hant != NULL)
      c = jb_hant_simplify(hant, c, raw_before, next_char(source, i, end));
    before = c;
    raw_before = raw;
    line_put(line, c, offset, source->offset == NULL ? len : 0);
  }
  line_reserve(line, 1);
  line->text[line->len] = '\0';
  line->offset[line->len] = jb_text_offset(source, end);
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

/* Bytes of the bracket at the head of a text, 0 when there is none: wide or narrow. */
static gsize
bracket(JbSlice text, const char *wide, const char *narrow)
{
  if (jb_slice_starts(text, wide))
    return strlen(wide);
  return jb_slice_starts(text, narrow) ? 1 : 0;
}

static gsize
skip_digits(JbSlice text)
{
  gsize n = 0;
  while (n < text.len && g_ascii_isdigit(text.at[n]))
    n++;
  return n;
}

guint
jb_line_level(JbSlice text)
{
  gsize n = skip_numeral(text);
  JbSlice rest = jb_slice_sub(text, n, text.len);
  if (n > 0 && (jb_slice_starts(rest, "、") || jb_slice_starts(rest, "．")))
    return 1;
  if (jb_slice_starts(text, "第")) {
    n = strlen("第") + skip_numeral(jb_slice_sub(text, strlen("第"), text.len));
    rest = jb_slice_sub(text, n, text.len);
    if (n > strlen("第") && (jb_slice_starts(rest, "部分") || jb_slice_starts(rest, "章")))
      return 1;
  }
  gsize open = bracket(text, "（", "(");
  if (open > 0) {
    JbSlice inner = jb_slice_sub(text, open, text.len);
    gsize numeral = skip_numeral(inner);
    n = numeral > 0 ? numeral : skip_digits(inner);
    if (n == 0 || bracket(jb_slice_sub(inner, n, inner.len), "）", ")") == 0)
      return 0;
    return numeral > 0 ? 2 : 4;
  }
  n = skip_digits(text);
  rest = jb_slice_sub(text, n, text.len);
  gboolean dot = rest.len > 1 && rest.at[0] == '.' && !g_ascii_isdigit(rest.at[1]);
  return n > 0 && n <= 2 && (dot || jb_slice_starts(rest, "、") || jb_slice_starts(rest, "．")) ? 3 : 0;
}

gboolean
jb_ends_sentence(JbSlice text)
{
  static const char *const ends[] = {"。", "！", "？", "；", "：", "”", "）", "!", "?", ";", ":", "…", "》", "—"};
  return jb_match_end(text, ends, G_N_ELEMENTS(ends)) > 0;
}

/* A page number in words: 第3页 第3页共20页 Page 3 of 20 */
static gboolean
is_page_count(JbSlice text)
{
  static const char *const words[] = {"第", "页", "共", "Page", "page", "of", "/", "|", "，", "-", "—"};
  if (text.len >= 48)
    return FALSE;
  gboolean page = jb_slice_find(text, "页") > 0 || jb_slice_starts(text, "Page") || jb_slice_starts(text, "page");
  for (gsize at = 0, n; page && at < text.len; at += n) {
    JbSlice rest = jb_slice_sub(text, at, text.len);
    n = g_ascii_isdigit(rest.at[0]) || rest.at[0] == ' ' ? 1 : 0;
    for (guint i = 0; i < G_N_ELEMENTS(words) && n == 0; i++)
      if (jb_slice_starts(rest, words[i]))
        n = strlen(words[i]);
    page = n > 0;
  }
  return page;
}

/* A page number alone: 12, -12-, —12—, · 12 · */
static gboolean
is_page_number(JbSlice text)
{
  static const gunichar marks[] = {'-',    '.',    '~',    '/',    '|',    0xB7,  0x2010,
                                   0x2013, 0x2014, 0x2015, 0x2022, 0x2500, 0xFF0D};
  gboolean digits = FALSE;
  if (text.len > 24)
    return FALSE;
  for (gsize i = 0; i < text.len;) {
    guint len;
    gunichar c = jb_utf8_get(text.at + i, &len);
    gboolean mark = FALSE;
    for (guint k = 0; k < G_N_ELEMENTS(marks); k++)
      mark = mark || c == marks[k];
    if (!mark && !(c < 0x80 && g_ascii_isdigit((char)c)))
      return FALSE;
    digits = digits || !mark;
    i += len;
  }
  return digits;
}

/* A rule or an ornament: nothing in it is a letter, a Han character or a figure. A stop that found no room is none. */
static gboolean
is_rule(JbSlice text)
{
  static const char *const closing[] = {"。", "，", "；", "：", "、", "！", "？", "”", "）", "》", "%"};
  if (jb_match_any(text, closing, G_N_ELEMENTS(closing)) > 0)
    return FALSE;
  for (gsize i = 0; i < text.len;) {
    guint len;
    gunichar c = jb_utf8_get(text.at + i, &len);
    if (jb_is_han(c) || is_word_char(c) || g_unichar_isdigit(c))
      return FALSE;
    i += len;
  }
  return TRUE;
}

gboolean
jb_is_furniture(JbSlice text)
{
  return is_rule(text) || is_page_number(text) || is_page_count(text) || jb_slice_starts(text, "<!--") ||
         jb_slice_starts(text, "![") || (jb_slice_starts(text, "（下转") && text.len < 60) ||
         (jb_slice_starts(text, "（上接") && text.len < 60);
}

gboolean
jb_is_site(JbSlice text)
{
  static const char *const words[] = {"责任编辑",   "打印本页",     "关闭窗口", "版权所有", "主办单位", "承办单位",
                                      "网站标识码", "公网安备",     "ICP备",    "网站地图", "上一篇",   "下一篇",
                                      "相关链接",   "扫一扫",       "分享到",   "网站声明", "浏览次数", "字体大小",
                                      "无障碍浏览", "政府网站标识", "【打印】"};
  if (text.len > 240)
    return FALSE;
  return jb_has_any(text, words, G_N_ELEMENTS(words));
}
