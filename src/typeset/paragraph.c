/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Paragraphs: the best way to break a text into as few lines as it needs.
 *
 * A text is shaped once; the width of any line in it is then a difference of two sums, with the gap at its
 * start and the blank halves of marks at both ends taken off. Among all ways to break it those with the
 * fewest lines are compared by squared slack and by what each break costs (breaks.c). Lines are ragged: a
 * Chinese line that is stretched opens gaps that readers and text extractors take for spaces.
 */
#include "typeset/breaks.h"
#include "typeset/shape.h"

#include <math.h>
#include <string.h>

#define MIN_LAST_CHARS  4
#define COST_SHORT_LAST 1000.0
#define COST_IN_WORD    500.0
#define COST_OVERFULL   1e6
#define SLACK_WEIGHT    100.0 /* cost of a line that is empty; penalties of breaks.c stand beside it */
#define TITLE_WEIGHT    15.0  /* of those in a title or a name: where it pauses counts before lines of like length */

/*
 * A piece that is wider than the line must be broken where no break is good: between the parts of a quantity
 * rather than within a word or a number. How bad that is counts before the number of lines.
 */
enum { HARM_NONE = 0, HARM_LOOSE = 1, HARM_INSIDE = 100 };

/* A place where a line may end, and the best way to get there. */
typedef struct {
  guint glyph;   /* first glyph behind the break */
  guint ink_end; /* glyph behind the last one before the break that is not a space */
  guint8 penalty;
  guint8 harm;
  guint harms, lines; /* of the best way, compared in this order */
  double cost;
  guint from; /* the candidate where the line that ends here begins */
} Candidate;

typedef struct {
  const JbShaped *shaped;
  gint32 *sums;       /* sums[i]: pen position before glyph i, all gaps included */
  GArray *candidates; /* Candidate; the first is the start */
  gint32 width;       /* font units */
  gboolean balanced;
} Breaker;

static gboolean
is_space(const JbShaped *shaped, guint glyph)
{
  const char *at = shaped->text + shaped->glyphs[glyph].cluster;
  return *at == ' ' || strncmp(at, "　", 3) == 0;
}

/* Width of the line from glyph `first` to before glyph `end`. */
static gint32
line_width(const Breaker *b, guint first, guint end)
{
  if (first >= end)
    return 0;
  const JbShapedGlyph *glyphs = b->shaped->glyphs;
  return b->sums[end] - b->sums[first] - glyphs[first].before + glyphs[first].lead + glyphs[end - 1].tail;
}

static void
add_candidate(Breaker *b, guint glyph, guint8 penalty, guint8 harm)
{
  guint ink_end = glyph;
  while (ink_end > 0 && is_space(b->shaped, ink_end - 1))
    ink_end--;
  Candidate candidate = {
      .glyph = glyph, .ink_end = ink_end, .penalty = penalty, .harm = harm, .harms = G_MAXUINT, .lines = G_MAXUINT};
  g_array_append_val(b->candidates, candidate);
}

/* A piece without breaks that is wider than the line is opened at every character. */
static void
open_piece(Breaker *b, const JbBreakChar *chars, const guint *glyph_of, guint from, guint to)
{
  for (guint i = from + 1; i < to; i++)
    if (chars[i].cursor && glyph_of[i] != G_MAXUINT && chars[i].c != ' ')
      add_candidate(b, glyph_of[i], chars[i].penalty, chars[i].loose ? HARM_LOOSE : HARM_INSIDE);
}

static void
collect_candidates(Breaker *b, const JbBreakChar *chars, guint n_chars)
{
  g_autofree guint *glyph_of = g_new(guint, n_chars + 1);
  for (guint i = 0, glyph = 0; i < n_chars; i++) {
    while (glyph < b->shaped->n_glyphs && b->shaped->glyphs[glyph].cluster < chars[i].offset)
      glyph++;
    gboolean starts = glyph < b->shaped->n_glyphs && b->shaped->glyphs[glyph].cluster == chars[i].offset;
    glyph_of[i] = starts ? glyph : G_MAXUINT;
  }
  glyph_of[n_chars] = b->shaped->n_glyphs;
  add_candidate(b, 0, 0, HARM_NONE);
  for (guint i = 1, last = 0; i <= n_chars; i++) {
    if (!chars[i].can_break || glyph_of[i] == G_MAXUINT)
      continue;
    guint ink_end = glyph_of[i];
    while (ink_end > 0 && is_space(b->shaped, ink_end - 1))
      ink_end--;
    if (line_width(b, glyph_of[last], ink_end) > b->width)
      open_piece(b, chars, glyph_of, last, i);
    add_candidate(b, glyph_of[i], chars[i].penalty, HARM_NONE);
    last = i;
  }
}

static double
line_cost(const Breaker *b, const Candidate *from, const Candidate *to, gboolean last, gint32 width)
{
  double slack = (double)(b->width - width) / b->width;
  double cost = last && !b->balanced ? 0 : SLACK_WEIGHT * slack * slack;
  if (width > b->width)
    return COST_OVERFULL;
  if (last && from->glyph > 0 && to->ink_end < from->glyph + MIN_LAST_CHARS)
    cost += COST_SHORT_LAST;
  return cost + (last ? 0 : to->penalty * (b->balanced ? TITLE_WEIGHT : 1));
}

/* TRUE when `a` is a better way to its place than `b`. */
static gboolean
is_better(const Candidate *a, const Candidate *b)
{
  if (a->harms != b->harms)
    return a->harms < b->harms;
  return a->lines != b->lines ? a->lines < b->lines : a->cost < b->cost;
}

/* Dynamic programming over the candidates. */
static void
solve(Breaker *b)
{
  Candidate *all = (Candidate *)(void *)b->candidates->data;
  guint n = b->candidates->len;
  all[0].harms = all[0].lines = 0;
  for (guint to = 1; to < n; to++)
    for (guint from = to; from-- > 0;) {
      gint32 width = line_width(b, all[from].glyph, all[to].ink_end);
      if (width > b->width && from + 1 < to)
        break;
      Candidate way = all[to];
      way.from = from;
      way.harms = all[from].harms + all[to].harm;
      way.lines = all[from].lines + 1;
      way.cost = all[from].cost + line_cost(b, &all[from], &all[to], to == n - 1, width);
      if (is_better(&way, &all[to]))
        all[to] = way;
    }
}

/* Breaks one line of source text (no '\n' in it); appends JbSlice to `lines`. TRUE when a piece had to be opened. */
static gboolean
break_text(JbFonts *fonts, const JbTextStyle *style, double width_pt, gboolean balanced, JbSlice text, GArray *lines)
{
  const JbShaped *shaped = jb_shape(fonts, style->face, style->lang, text.at, text.len);
  Breaker b = {
      .shaped = shaped,
      .width = (gint32)fmin(G_MAXINT32 / 2, fmax(1, floor(width_pt / style->size_pt * JB_UNITS_PER_EM + 1e-6))),
      .balanced = balanced,
      .candidates = g_array_new(FALSE, FALSE, sizeof(Candidate)),
      .sums = g_new0(gint32, shaped->n_glyphs + 1)};
  for (guint i = 0; i < shaped->n_glyphs; i++)
    b.sums[i + 1] = b.sums[i] + shaped->glyphs[i].before + shaped->glyphs[i].advance;
  guint n_chars;
  JbBreakChar *chars = jb_find_breaks(text.at, text.len, style->lang, &n_chars);
  collect_candidates(&b, chars, n_chars);
  solve(&b);

  const Candidate *all = (const Candidate *)(const void *)b.candidates->data;
  guint first = lines->len, at = b.candidates->len - 1;
  g_array_set_size(lines, first + MAX(all[at].lines, 1u));
  for (guint i = lines->len; i-- > first;) {
    guint start = all[all[at].from].glyph, end = all[at].ink_end;
    gsize from = start < shaped->n_glyphs ? shaped->glyphs[start].cluster : text.len;
    gsize to = end < shaped->n_glyphs ? shaped->glyphs[end].cluster : text.len;
    g_array_index(lines, JbSlice, i) = (JbSlice){.at = text.at + from, .len = to > from ? to - from : 0};
    at = all[at].from;
  }
  gboolean torn = all[b.candidates->len - 1].harms > 0;
  g_free(chars);
  g_free(b.sums);
  g_array_unref(b.candidates);
  return torn;
}

static gboolean
break_lines(JbFonts *fonts, const JbTextStyle *style, double width_pt, gboolean balanced, const char *text,
            GArray *lines)
{
  gboolean torn = FALSE;
  for (const char *at = text;;) {
    const char *end = strchrnul(at, '\n');
    const char *ink_end = end;
    while (ink_end > at && ink_end[-1] == ' ')
      ink_end--;
    while (at < ink_end && *at == ' ')
      at++;
    torn |= break_text(fonts, style, width_pt, balanced, (JbSlice){.at = at, .len = (gsize)(ink_end - at)}, lines);
    if (*end == '\0')
      return torn;
    at = end + 1;
  }
}

const JbParagraph *
jb_paragraph(JbArena *arena, JbFonts *fonts, const JbTextStyle *style, double leading_pt, double width_pt,
             guint max_lines, gboolean balanced, const char *text)
{
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(JbSlice));
  const char *clean = jb_clean_text(arena, fonts, style->face, text, strlen(text), TRUE);
  gboolean torn = break_lines(fonts, style, width_pt, balanced, clean, found);
  guint n = max_lines > 0 ? MIN(found->len, max_lines) : found->len;
  JbLine *lines = jb_arena_make(arena, JbLine, n);
  JbParagraph *paragraph = jb_arena_make(arena, JbParagraph, 1);
  *paragraph = (JbParagraph){.style = *style,
                             .leading_pt = leading_pt,
                             .n_lines = n,
                             .lines = lines,
                             .height_pt = n * leading_pt,
                             .torn = torn,
                             .truncated = n < found->len};
  for (guint i = 0; i < n; i++) {
    JbSlice line = g_array_index(found, JbSlice, i);
    gint32 units = jb_shape(fonts, style->face, style->lang, line.at, line.len)->width;
    lines[i] = (JbLine){.text = line, .width_pt = units * style->size_pt / JB_UNITS_PER_EM};
    paragraph->width_pt = fmax(paragraph->width_pt, lines[i].width_pt);
  }
  return paragraph;
}

void
jb_paragraph_draw(JbDrawing *drawing, JbFonts *fonts, const JbParagraph *paragraph, JbPoint top_left, double width_pt,
                  JbAlign align)
{
  double left = align == JB_ALIGN_LEFT ? 0 : align == JB_ALIGN_CENTRE ? width_pt / 2 : width_pt;
  double baseline = top_left.y + jb_baseline(paragraph->style.size_pt, paragraph->leading_pt);
  for (guint i = 0; i < paragraph->n_lines; i++) {
    JbSlice line = paragraph->lines[i].text;
    g_autofree char *text = g_strndup(line.at, line.len);
    jb_text_draw(drawing, fonts, &paragraph->style, (JbPoint){top_left.x + left, baseline + i * paragraph->leading_pt},
                 align, text);
  }
}
