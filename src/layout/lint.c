/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The proof-reader: reads finished pages as a display list and marks what no reader should meet.
 *
 * A text's box is as high as its line box; ink is what meets, so it is narrowed to the height of Chinese characters
 * (0.82 em above the baseline, 0.10 beneath). What lies beneath a text is found by painting in order: every fill that
 * holds the middle of its ink, one over the other. A path that crosses the ink is a fault unless it is drawn before the
 * text and the text has a halo; a path drawn later covers it and is a fault in any case.
 */
#include <jianbao/layout.h>

#include "layout/colour.h"

#include <math.h>

#define LINE_ASCENT   0.88 /* of a text item's box: typeset.h */
#define INK_ASCENT    0.82
#define INK_DESCENT   0.10
#define TOUCH_PT      0.4  /* rounding of glyph positions */
#define HAIR_PT       0.6  /* a path this far into the ink only brushes it */
#define LARGE_PT      18.0 /* WCAG: large text, bold from 14 */
#define LARGE_BOLD_PT 14.0

typedef struct {
  const JbDrawing *drawing;
  const JbPage *page;
  guint number;
  GString *out;
  guint found;
} Proof;

static JbRect
ink_box(const JbTextItem *text)
{
  double baseline = text->box.y + LINE_ASCENT * text->size_pt;
  return (JbRect){text->box.x, baseline - INK_ASCENT * text->size_pt, text->box.w,
                  (INK_ASCENT + INK_DESCENT) * text->size_pt};
}

static JbRect
shrunk(JbRect box, double by)
{
  return (JbRect){box.x + by, box.y + by, MAX(box.w - 2 * by, 0), MAX(box.h - 2 * by, 0)};
}

static const char *
decimal(char *buffer, double value)
{
  return g_ascii_formatd(buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.1f", value);
}

G_GNUC_PRINTF(2, 3)
static void
mark(Proof *proof, const char *format, ...)
{
  proof->found++;
  if (proof->out == NULL)
    return;
  va_list args;
  va_start(args, format);
  g_string_append_printf(proof->out, "page %u: ", proof->number);
  g_string_append_vprintf(proof->out, format, args);
  g_string_append_c(proof->out, '\n');
  va_end(args);
}

/* ---- Texts among themselves, in their page and figure ------------------------------------------------- */

static void
check_pair(Proof *proof, const JbTextItem *a, const JbTextItem *b)
{
  JbRect p = ink_box(a), q = ink_box(b);
  double w = MIN(p.x + p.w, q.x + q.w) - MAX(p.x, q.x), h = MIN(p.y + p.h, q.y + q.h) - MAX(p.y, q.y);
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];
  if (w > TOUCH_PT && h > TOUCH_PT)
    mark(proof, "\"%s\" and \"%s\" overlap by %s × %s pt", a->text, b->text, decimal(width, w), decimal(height, h));
}

static void
check_inside(Proof *proof, const JbTextItem *text, JbRect box, const char *what)
{
  JbRect ink = ink_box(text);
  double out = MAX(MAX(box.x - ink.x, box.y - ink.y),
                   MAX(ink.x + ink.w - box.x - box.w, ink.y + ink.h - box.y - box.h));
  char by[G_ASCII_DTOSTR_BUF_SIZE];
  if (out > TOUCH_PT)
    mark(proof, "\"%s\" stands outside its %s by %s pt", text->text, what, decimal(by, out));
}

static gboolean
has_han(const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char(text)) {
    gunichar c = g_utf8_get_char(text);
    if (c >= 0x3400 && c <= 0x9FFF)
      return TRUE;
  }
  return FALSE;
}

static void
check_size(Proof *proof, const JbTextItem *text)
{
  double least = has_han(text->text) ? proof->drawing->least_zh_pt : proof->drawing->least_en_pt;
  char size[G_ASCII_DTOSTR_BUF_SIZE], minimum[G_ASCII_DTOSTR_BUF_SIZE];
  if (text->size_pt < least - 0.01)
    mark(proof, "\"%s\" is set in %s pt, the theme's minimum is %s pt", text->text, decimal(size, text->size_pt),
         decimal(minimum, least));
}

/* ---- Contrast ------------------------------------------------------------------------------------------ */

static void
check_contrast(Proof *proof, const JbTextItem *text, JbColour beneath)
{
  double ratio = jb_colour_contrast(text->colour, beneath);
  gboolean large = text->size_pt >= LARGE_PT || (text->face == JB_FACE_BOLD && text->size_pt >= LARGE_BOLD_PT);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  if (ratio < (large ? JB_CONTRAST_LARGE : JB_CONTRAST_TEXT) - 0.005)
    mark(proof, "\"%s\" has a contrast of %s:1 on #%06X, WCAG AA asks for %s", text->text, decimal(buffer, ratio),
         beneath >> 8, large ? "3" : "4.5");
}

/* ---- Paths that meet texts ------------------------------------------------------------------------------ */

static gboolean
boxes_meet(JbRect a, JbRect b, double margin)
{
  return a.x - margin < b.x + b.w && b.x < a.x + a.w + margin && a.y - margin < b.y + b.h && b.y < a.y + a.h + margin;
}

/* Liang-Barsky: whether any of the segment lies in the box. */
static gboolean
segment_meets(JbPoint from, JbPoint to, JbRect box)
{
  double enter = 0, leave = 1, dx = to.x - from.x, dy = to.y - from.y;
  const double p[] = {-dx, dx, -dy, dy},
               q[] = {from.x - box.x, box.x + box.w - from.x, from.y - box.y, box.y + box.h - from.y};
  for (guint i = 0; i < 4; i++) {
    if (fabs(p[i]) < 1e-9) {
      if (q[i] < 0)
        return FALSE;
      continue;
    }
    if (p[i] < 0)
      enter = MAX(enter, q[i] / p[i]);
    else
      leave = MIN(leave, q[i] / p[i]);
  }
  return enter <= leave;
}

/* A path as edges; a curve as four of them. With `inside`, counts crossings to the right of it as well. */
typedef struct {
  JbRect box;
  JbPoint inside;
  gboolean crosses;
  guint crossings;
} Edges;

static void
add_edge(Edges *edges, JbPoint from, JbPoint to)
{
  edges->crosses = edges->crosses || segment_meets(from, to, edges->box);
  if ((from.y > edges->inside.y) != (to.y > edges->inside.y) &&
      edges->inside.x < from.x + (edges->inside.y - from.y) / (to.y - from.y) * (to.x - from.x))
    edges->crossings++;
}

static JbPoint
curve_at(JbPoint a, const JbPoint *p, double t)
{
  double u = 1 - t, wa = u * u * u, w0 = 3 * u * u * t, w1 = 3 * u * t * t, w2 = t * t * t;
  return (JbPoint){wa * a.x + w0 * p[0].x + w1 * p[1].x + w2 * p[2].x,
                   wa * a.y + w0 * p[0].y + w1 * p[1].y + w2 * p[2].y};
}

static void
walk_path(const JbPathItem *path, Edges *edges)
{
  JbPoint start = {0, 0}, at = {0, 0};
  for (guint i = 0; i < path->n_segments; i++) {
    const JbSegment *segment = &path->segments[i];
    JbPoint from = at;
    switch (segment->kind) {
    case JB_SEG_MOVE:
      start = at = segment->p[0];
      break;
    case JB_SEG_LINE:
      at = segment->p[0];
      add_edge(edges, from, at);
      break;
    case JB_SEG_CURVE:
      for (guint part = 1; part <= 4; part++) {
        at = curve_at(from, segment->p, part / 4.0);
        add_edge(edges, curve_at(from, segment->p, (part - 1) / 4.0), at);
      }
      break;
    case JB_SEG_CLOSE:
      add_edge(edges, at, start);
      at = start;
      break;
    }
  }
}

/* Marks what crosses or covers the text; what fills beneath it goes into `beneath`. */
static void
check_path(Proof *proof, const JbTextItem *text, const JbPathItem *path, gboolean is_later, JbColour *beneath)
{
  JbRect ink = ink_box(text);
  gboolean stroked = path->paint.stroke != JB_NO_COLOUR && path->paint.width_pt > 0,
           filled = path->paint.fill != JB_NO_COLOUR;
  double reach = stroked ? path->paint.width_pt / 2 : 0;
  if ((!stroked && !filled) || !boxes_meet(path->box, ink, reach))
    return;
  Edges edges = {.box = shrunk(ink, MAX(HAIR_PT - reach, 0)), .inside = {ink.x + ink.w / 2, ink.y + ink.h / 2}};
  if (edges.box.w <= 0 || edges.box.h <= 0)
    return;
  walk_path(path, &edges);
  gboolean holds = filled && edges.crossings % 2 == 1;
  if (is_later && (edges.crosses || holds))
    mark(proof, "\"%s\" is covered by a mark that is drawn over it", text->text);
  else if (edges.crosses && text->halo_pt <= 0 && (stroked || (path->paint.fill & 0xFF) > 0x40))
    mark(proof, "\"%s\" is crossed by a mark and has no halo", text->text);
  else if (holds && !is_later)
    *beneath = jb_colour_over(path->paint.fill, *beneath);
}

/* ---- Pages ----------------------------------------------------------------------------------------------- */

static void
check_text(Proof *proof, guint index)
{
  const JbTextItem *text = &g_array_index(proof->page->items, JbDrawItem, index).text;
  JbColour beneath = proof->drawing->background | 0xFF;
  if (proof->drawing->background == JB_NO_COLOUR)
    beneath = JB_RGB(0xFFFFFF);
  for (guint i = 0; i < proof->page->items->len; i++) {
    const JbDrawItem *item = &g_array_index(proof->page->items, JbDrawItem, i);
    if (item->kind == JB_DRAW_PATH)
      check_path(proof, text, &item->path, i > index, &beneath);
    else if (item->kind == JB_DRAW_TEXT && i > index)
      check_pair(proof, text, &item->text);
  }
  check_contrast(proof, text, beneath);
  check_size(proof, text);
}

static void
check_page(Proof *proof)
{
  const JbRect whole = {0, 0, proof->page->width_pt, proof->page->height_pt};
  JbRect figure = whole;
  guint depth = 0, figure_depth = 0;
  for (guint i = 0; i < proof->page->items->len; i++) {
    const JbDrawItem *item = &g_array_index(proof->page->items, JbDrawItem, i);
    if (item->kind == JB_DRAW_TAG_BEGIN && ++depth > 0 && item->tag.role == JB_ROLE_FIGURE) {
      figure = item->tag.box;
      figure_depth = depth;
    } else if (item->kind == JB_DRAW_TAG_END && depth-- == figure_depth) {
      figure = whole;
      figure_depth = 0;
    } else if (item->kind == JB_DRAW_TEXT && item->text.n_glyphs > 0) {
      check_inside(proof, &item->text, figure_depth > 0 ? figure : whole, figure_depth > 0 ? "chart" : "page");
      check_text(proof, i);
    }
  }
}

guint
jb_layout_lint(const JbDrawing *drawing, GString *out)
{
  Proof proof = {.drawing = drawing, .out = out};
  for (guint p = 0; p < drawing->pages->len; p++) {
    proof.page = drawing->pages->pdata[p];
    proof.number = p + 1;
    check_page(&proof);
  }
  return proof.found;
}
