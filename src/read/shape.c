/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text pasted from a PDF or sent by mail is cut into lines of one width. It shows in the widths: those of
 * paragraphs lie anywhere between ten and a thousand columns, those of cut lines crowd together at the right edge.
 */
#include "read/shape.h"

#include "base/utf8.h"
#include "base/words.h"
#include "read/line.h"

#include <string.h>

#define NARROWEST  24 /* columns; narrower columns of text are tables */
#define WIDEST     160
#define SLACK      8  /* a line is cut up to so many columns early: marks that may not begin a line, long figures */
#define HEAD_CELLS 80 /* a running head is no longer */
#define WHITE      "\u3000"

static guint
count_cells(const char *text, gsize len)
{
  guint chars = 0, wide = 0;
  for (gsize i = 0; i < len; i++) {
    chars += ((guchar)text[i] & 0xC0) != 0x80;
    wide += (guchar)text[i] >= 0xE2;
  }
  return chars + wide;
}

static JbRawLine
measure_line(const char *text, gsize start, gsize end)
{
  JbRawLine line = {.start = start, .end = end};
  while (end > start && strchr(" \t\r", text[end - 1]) != NULL)
    end--;
  gsize at = start;
  for (;; at++) {
    JbSlice rest = {.at = text + at, .len = end - at};
    if (jb_slice_starts(rest, "\f"))
      line.after_page = TRUE;
    else if (jb_slice_starts(rest, WHITE) || jb_slice_starts(rest, "\t"))
      line.indent += 2;
    else if (jb_slice_starts(rest, " ") || jb_slice_starts(rest, "\u00A0"))
      line.indent++;
    else
      break;
    at += jb_slice_starts(rest, WHITE) ? strlen(WHITE) - 1 : jb_slice_starts(rest, "\u00A0") ? 1 : 0;
  }
  line.cells = line.indent + count_cells(text + at, end - at);
  return line;
}

static GArray *
cut_lines(const JbText *text)
{
  GArray *lines = g_array_sized_new(FALSE, FALSE, sizeof(JbRawLine), (guint)(text->utf8.len / 256) + 16);
  for (gsize start = 0; start < text->utf8.len;) {
    const char *nl = memchr(text->utf8.at + start, '\n', text->utf8.len - start);
    gsize end = nl != NULL ? (gsize)(nl - text->utf8.at) : text->utf8.len;
    JbRawLine line = measure_line(text->utf8.at, start, end);
    g_array_append_val(lines, line);
    start = end + 1;
  }
  return lines;
}

static JbRawLine *
line_at(const JbShape *shape, guint index)
{
  return &g_array_index(shape->lines, JbRawLine, index);
}

static gboolean
is_blank(const JbRawLine *line)
{
  return line->cells <= line->indent;
}

/* The width that lines were cut at: the window of SLACK columns with the most lines, if it holds half of the text. */
static void
find_width(JbShape *shape)
{
  guint count[WIDEST + 2] = {0}, cells[WIDEST + 2] = {0};
  gsize all = 0;
  for (guint i = 0; i < shape->lines->len; i++) {
    const JbRawLine *line = line_at(shape, i);
    guint width = is_blank(line) ? 0 : MIN(line->cells, WIDEST + 1);
    count[width]++;
    cells[width] += width > 0 ? line->cells : 0;
    all += width > 0 ? line->cells : 0;
  }
  guint best = 0, lines = 0;
  gsize held = 0;
  for (guint right = NARROWEST; right <= WIDEST; right++) {
    guint n = 0;
    gsize sum = 0;
    for (guint w = right + 1 - SLACK; w <= right; w++) {
      n += count[w];
      sum += cells[w];
    }
    if (sum > held) {
      best = right;
      held = sum;
      lines = n;
    }
  }
  gsize beyond = 0;
  for (guint w = best + 1; w <= WIDEST + 1; w++)
    beyond += cells[w];
  if (lines < 8 || held * 2 <= all || beyond * 10 >= all)
    return;
  shape->full = shape->edge = best + 1 - SLACK;
  for (guint w = shape->full; w <= best; w++)
    shape->edge = count[w] >= count[shape->edge] ? w : shape->edge;
}

static int
by_number(const void *a, const void *b)
{
  guint left = *(const guint *)a, right = *(const guint *)b;
  return (left > right) - (left < right);
}

static gboolean
is_full(const JbShape *shape, const JbRawLine *line)
{
  return shape->full > 0 && line->cells >= shape->full;
}

/* Where cut lines begin, and whether some begin two to eight columns further in: the first ones of paragraphs. */
static void
find_indents(JbShape *shape)
{
  g_autoptr(GArray) indents = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < shape->lines->len; i++)
    if (is_full(shape, line_at(shape, i)))
      g_array_append_val(indents, line_at(shape, i)->indent);
  if (indents->len == 0)
    return;
  g_array_sort(indents, by_number);
  shape->margin = g_array_index(indents, guint, indents->len / 2);
  guint further = 0;
  for (guint i = 0; i < shape->lines->len; i++) {
    const JbRawLine *line = line_at(shape, i);
    further += !is_blank(line) && line->indent >= shape->margin + 2 && line->indent <= shape->margin + 8;
  }
  shape->indents = further >= 3 && further * 30 > shape->lines->len;
}

gboolean
jb_shape_is_indented(const JbShape *shape, const JbRawLine *line)
{
  return line->indent >= shape->margin + 2;
}

/* ---- Running heads -------------------------------------------------------------------------- */

typedef struct {
  guint times;    /* it stands in the text */
  guint at_edge;  /* … beside a page number or at the edge of a page */
  guint breaking; /* … behind a line that does not end a sentence */
} Repeated;

/* A line without white space and figures, so that a head with its page number is the same on every page. */
static char *
key_of(const JbText *text, const JbRawLine *line)
{
  GString *key = g_string_sized_new(line->end - line->start);
  for (gsize i = line->start, n; i < line->end; i += n) {
    guint len;
    gunichar c = jb_utf8_get(text->utf8.at + i, &len);
    n = len;
    if (!g_unichar_isspace(c) && !g_unichar_isdigit(c) && c != '#')
      g_string_append_len(key, text->utf8.at + i, len);
  }
  return g_string_free(key, FALSE);
}

static JbSlice
words_of(const JbText *text, const JbRawLine *line)
{
  return jb_slice_trim((JbSlice){.at = text->utf8.at + line->start, .len = line->end - line->start});
}

/* A page number, as it is once the spaces are gone: - 12 - */
static gboolean
is_number(const JbText *text, const JbRawLine *line)
{
  char packed[64];
  gsize n = 0;
  for (gsize i = line->start; i < line->end && n < sizeof packed; i++)
    if (!g_ascii_isspace(text->utf8.at[i]))
      packed[n++] = text->utf8.at[i];
  return n < sizeof packed && jb_is_furniture((JbSlice){.at = packed, .len = n});
}

static gboolean
may_run(const JbText *text, const JbRawLine *line)
{
  JbSlice words = words_of(text, line);
  return !is_blank(line) && line->cells - line->indent <= HEAD_CELLS && !jb_ends_sentence(words) &&
         jb_line_level(words) == 0 && jb_utf8_count(words) >= 4 && jb_slice_find(words, "：") < 0 &&
         !is_number(text, line);
}

/* The nearest line that is not blank, in steps of -1 or 1; NULL at the end of the text. `page` is set when a page ends.
 */
static const JbRawLine *
neighbour(const JbShape *shape, guint index, gint step, gboolean *page)
{
  *page = FALSE;
  for (gint i = (gint)index; i >= 0 && i < (gint)shape->lines->len; i += step) {
    const JbRawLine *line = line_at(shape, (guint)i);
    if (i != (gint)index && (step > 0) && line->after_page)
      *page = TRUE;
    if (i != (gint)index && !is_blank(line))
      return line;
    if (step < 0 && line->after_page)
      *page = TRUE;
  }
  return NULL;
}

static void
count_line(const JbShape *shape, const JbText *text, guint index, Repeated *seen)
{
  gboolean page_above, page_below;
  const JbRawLine *above = neighbour(shape, index, -1, &page_above), *below = neighbour(shape, index, 1, &page_below);
  gboolean number = (above != NULL && is_number(text, above)) || (below != NULL && is_number(text, below));
  seen->times++;
  seen->at_edge += number || page_above || page_below;
  seen->breaking += above != NULL && !jb_ends_sentence(words_of(text, above)) && above->cells > 30;
}

static void
mark_running(JbShape *shape, const JbText *text)
{
  g_autoptr(GHashTable) table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autofree const Repeated **of_line = g_new0(const Repeated *, shape->lines->len);
  for (guint i = 0; i < shape->lines->len; i++) {
    if (!may_run(text, line_at(shape, i)))
      continue;
    g_autofree char *key = key_of(text, line_at(shape, i));
    Repeated *seen = g_hash_table_lookup(table, key);
    if (seen == NULL)
      g_hash_table_insert(table, g_steal_pointer(&key), seen = g_new0(Repeated, 1));
    count_line(shape, text, i, seen);
    of_line[i] = seen;
  }
  for (guint i = 0; i < shape->lines->len; i++) {
    const Repeated *seen = of_line[i];
    line_at(shape, i)->running = seen != NULL && ((seen->times >= 3 && (seen->at_edge >= 2 || seen->breaking >= 2)) ||
                                                  (seen->times == 2 && seen->at_edge == 2));
  }
}

/* Columns of the figures and Latin letters at the head of a text with the marks behind them, 69.7%、36.2%、25.9%，: some
 * programs end no line inside. */
static guint
unbroken_cells(JbSlice text)
{
  static const char *const closes[] = {"、", "，", "。", "；", "：", "！", "？", "）", "”", "％"};
  gsize n = 0, mark;
  do {
    while (n < text.len && g_ascii_isgraph(text.at[n]))
      n++;
    mark = n > 0 ? jb_match_any(jb_slice_sub(text, n, text.len), closes, G_N_ELEMENTS(closes)) : 0;
    n += mark;
  } while (mark > 0);
  return count_cells(text.at, n);
}

/*
 * 分别增长 ends its line early where 208.4%、 had no room behind it, and a line with many figures, each narrower than a
 * column, holds fewer columns of text than another: a sentence near the edge that does not end goes on.
 */
static gboolean
goes_on(const JbShape *shape, const JbText *text, const JbRawLine *line)
{
  static const char *const marks[] = {"，", "。", "；"};
  if (shape->full == 0) /* nothing was cut */
    return FALSE;
  gboolean page;
  const JbRawLine *next = neighbour(shape, (guint)(line - line_at(shape, 0)), 1, &page);
  JbSlice words = words_of(text, line);
  if (next == NULL || is_blank(line) || jb_ends_sentence(words))
    return FALSE;
  return line->cells + unbroken_cells(words_of(text, next)) >= shape->edge ||
         (line->cells + SLACK >= shape->edge && jb_has_any(words, marks, G_N_ELEMENTS(marks)));
}

gboolean
jb_shape_is_cut(const JbShape *shape, const JbText *text, const JbRawLine *line)
{
  return is_full(shape, line) || goes_on(shape, text, line);
}

JbShape
jb_shape_of(const JbText *text)
{
  JbShape shape = {.lines = cut_lines(text)};
  find_width(&shape);
  find_indents(&shape);
  mark_running(&shape, text);
  return shape;
}

void
jb_shape_clear(JbShape *shape)
{
  g_array_unref(shape->lines);
}
