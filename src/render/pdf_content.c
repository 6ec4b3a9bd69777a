/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Content streams: a page's paths and text.
 *
 * The stream is flat: colours, pens and fonts are said when they change, and nothing is saved and restored
 * but around a halo. A run of text is one Td and one TJ; where a glyph stands elsewhere than its advance says
 * (the gap between Chinese and Western, closed-up punctuation), TJ moves the pen, so no space character and
 * no second run comes between two characters of a sentence. A halo is drawn as outlines: as text it would be
 * found twice.
 */
#include "render/pdf.h"

#include "typeset/fonts.h"

#include <math.h>
#include <string.h>

#define DECIMALS 2 /* of a point: 1/7200 inch */

/* What the stream has set; as PDF begins a page. */
typedef struct {
  JbColour fill, stroke;
  double width_pt, dash_pt[2];
  gboolean round;
  const JbPdfFont *font;
  double size_pt;
} State;

typedef struct {
  JbPdfPainter *painter;
  GString *out;
  double height_pt; /* of the page: PDF's y axis goes upwards */
  State state;
} Stream;

static void
put(GString *out, double value, char behind)
{
  jb_pdf_number(out, value, DECIMALS);
  g_string_append_c(out, behind);
}

static void
put_point(const Stream *stream, JbPoint p)
{
  put(stream->out, p.x, ' ');
  put(stream->out, stream->height_pt - p.y, ' ');
}

/* ---- State --------------------------------------------------------------------------------------------- */

static void
set_colour(GString *out, JbColour *is, JbColour wanted, gboolean *alphas, gboolean stroke)
{
  if (*is == wanted)
    return;
  guint alpha = wanted & 0xFF;
  if (*is >> 8 != wanted >> 8) {
    for (guint shift = 24; shift >= 8; shift -= 8) {
      jb_pdf_number(out, (wanted >> shift & 0xFF) / 255.0, 3);
      g_string_append_c(out, ' ');
    }
    g_string_append(out, stroke ? "RG " : "rg ");
  }
  if ((*is & 0xFF) != alpha) {
    g_string_append_printf(out, "/%c%02x gs ", stroke ? 'S' : 'f', alpha);
    alphas[alpha] = TRUE;
  }
  *is = wanted;
}

static void
set_fill(Stream *stream, JbColour colour)
{
  set_colour(stream->out, &stream->state.fill, colour, stream->painter->fill_alpha, FALSE);
}

static void
set_stroke(Stream *stream, const JbPaint *paint)
{
  State *is = &stream->state;
  GString *out = stream->out;
  set_colour(out, &is->stroke, paint->stroke, stream->painter->stroke_alpha, TRUE);
  if (is->width_pt != paint->width_pt) {
    put(out, paint->width_pt, ' ');
    g_string_append(out, "w ");
  }
  gboolean round = paint->round != FALSE;
  if (is->round != round)
    g_string_append(out, round ? "1 J 1 j " : "0 J 0 j ");
  const double none[2] = {0, 0}, *dash = paint->dash_pt[0] > 0 ? paint->dash_pt : none;
  if (memcmp(is->dash_pt, dash, sizeof none) != 0) {
    g_string_append_c(out, '[');
    if (dash[0] > 0) {
      put(out, dash[0], ' ');
      jb_pdf_number(out, dash[1], DECIMALS);
    }
    g_string_append(out, "]0 d ");
  }
  is->width_pt = paint->width_pt;
  is->round = round;
  memcpy(is->dash_pt, dash, sizeof none);
}

/* ---- Paths --------------------------------------------------------------------------------------------- */

/* A closed path of four lines at right angles to the page; charts are made of them. */
static gboolean
is_rect(const JbPathItem *path, JbRect *rect)
{
  const JbSegment *s = path->segments;
  if (path->n_segments != 5 || s[4].kind != JB_SEG_CLOSE)
    return FALSE;
  for (guint i = 1; i < 4; i++)
    if (s[i].kind != JB_SEG_LINE)
      return FALSE;
  JbPoint a = s[0].p[0], b = s[1].p[0], c = s[2].p[0], d = s[3].p[0];
  if (a.y != b.y || b.x != c.x || c.y != d.y || d.x != a.x)
    return FALSE;
  *rect = (JbRect){a.x, a.y, c.x - a.x, c.y - a.y};
  return TRUE;
}

static void
trace(const Stream *stream, const JbPathItem *path)
{
  static const struct {
    const char *letter;
    guint points;
  } kinds[] = {
      [JB_SEG_MOVE] = {"m ", 1}, [JB_SEG_LINE] = {"l ", 1}, [JB_SEG_CURVE] = {"c ", 3}, [JB_SEG_CLOSE] = {"h ", 0}};
  JbRect rect;
  if (is_rect(path, &rect)) {
    put_point(stream, (JbPoint){rect.x, rect.y});
    put(stream->out, rect.w, ' ');
    put(stream->out, -rect.h, ' ');
    g_string_append(stream->out, "re ");
    return;
  }
  for (guint i = 0; i < path->n_segments; i++) {
    const JbSegment *segment = &path->segments[i];
    for (guint k = 0; k < kinds[segment->kind].points; k++)
      put_point(stream, segment->p[k]);
    g_string_append(stream->out, kinds[segment->kind].letter);
  }
}

static void
paint_path(Stream *stream, const JbPathItem *path)
{
  const JbPaint *paint = &path->paint;
  gboolean filled = paint->fill != JB_NO_COLOUR, stroked = paint->stroke != JB_NO_COLOUR && paint->width_pt > 0;
  if (filled)
    set_fill(stream, paint->fill);
  if (stroked)
    set_stroke(stream, paint);
  if (filled && stroked && (paint->stroke & 0xFF) != 0xFF) {
    /* `B` would cut the area out beneath a stroke that one can see through. */
    trace(stream, path);
    g_string_append(stream->out, "f\n");
    filled = FALSE;
  }
  if (!filled && !stroked)
    return;
  trace(stream, path);
  g_string_append(stream->out, filled && stroked ? "B\n" : filled ? "f\n" : "S\n");
}

/* ---- Halos --------------------------------------------------------------------------------------------- */

static void
put_units(GString *out, float x, float y)
{
  jb_pdf_number(out, (double)x, 0);
  g_string_append_c(out, ' ');
  jb_pdf_number(out, (double)y, 0);
  g_string_append_c(out, ' ');
}

static void
glyph_move(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user)
{
  (void)funcs, (void)state, (void)user;
  put_units(data, x, y);
  g_string_append(data, "m ");
}

static void
glyph_line(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user)
{
  (void)funcs, (void)state, (void)user;
  put_units(data, x, y);
  g_string_append(data, "l ");
}

static void
glyph_curve(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1, float y1, float x2, float y2, float x,
            float y, void *user)
{
  (void)funcs, (void)state, (void)user;
  put_units(data, x1, y1);
  put_units(data, x2, y2);
  put_units(data, x, y);
  g_string_append(data, "c ");
}

static void
glyph_close(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *user)
{
  (void)funcs, (void)state, (void)user;
  g_string_append(data, "h ");
}

/* Outlines in the paper's colour, in units of the font: the same digit has the same bytes wherever it stands, and
 * deflates well. */
static void
paint_halo(Stream *stream, const JbTextItem *text)
{
  GString *out = stream->out;
  hb_font_t *font = stream->painter->outlines->faces[text->face].font;
  hb_draw_funcs_t *funcs = hb_draw_funcs_create();
  hb_draw_funcs_set_move_to_func(funcs, glyph_move, NULL, NULL);
  hb_draw_funcs_set_line_to_func(funcs, glyph_line, NULL, NULL);
  hb_draw_funcs_set_cubic_to_func(funcs, glyph_curve, NULL, NULL);
  hb_draw_funcs_set_close_path_func(funcs, glyph_close, NULL, NULL);
  double scale = text->size_pt / JB_UNITS_PER_EM;
  JbPoint pen = {0, 0};
  JbColour halo = text->halo != JB_NO_COLOUR ? text->halo : JB_RGB(0xFFFFFF);
  JbColour other = (~halo & ~0xFFu) | (stream->state.stroke & 0xFF); /* so that the colour is said in any case */
  g_string_append(out, "q ");
  set_colour(out, &other, halo, stream->painter->stroke_alpha, TRUE);
  g_string_append(out, "1 j []0 d ");
  put(out, 2 * text->halo_pt / scale, ' ');
  g_string_append(out, "w ");
  for (guint i = 0; i < text->n_glyphs; i++) {
    const JbGlyph *glyph = &text->glyphs[i];
    if (i == 0) {
      jb_pdf_number(out, scale, 4);
      g_string_append(out, " 0 0 ");
      jb_pdf_number(out, scale, 4);
      g_string_append_c(out, ' ');
      put_point(stream, (JbPoint){glyph->x, glyph->y});
    } else {
      g_string_append(out, "1 0 0 1 ");
      put(out, (glyph->x - pen.x) / scale, ' ');
      put(out, (pen.y - glyph->y) / scale, ' ');
    }
    g_string_append(out, "cm ");
    pen = (JbPoint){glyph->x, glyph->y};
    hb_font_get_glyph_shape(font, glyph->glyph, funcs, out);
    g_string_append(out, "S ");
  }
  g_string_append(out, "Q\n");
  hb_draw_funcs_destroy(funcs);
}

/* ---- Text ------------------------------------------------------------------------------------------------ */

typedef struct {
  GString *out;
  const JbPdfFont *font;
  double units_per_pt; /* thousandths of the size in a point */
  double from_x;       /* where the line's pen began */
  gint64 pen;          /* thousandths of the size from there */
  gboolean in_array, in_string;
} Line;

static void
close_string(Line *line)
{
  if (line->in_string)
    g_string_append_c(line->out, ')');
  line->in_string = FALSE;
}

static void
close_array(Line *line)
{
  close_string(line);
  if (line->in_array)
    g_string_append(line->out, "]TJ ");
  line->in_array = FALSE;
}

static void
show_glyph(Line *line, const JbGlyph *glyph)
{
  guint16 code = line->font->code_of[glyph->glyph];
  gint64 wanted = llround((glyph->x - line->from_x) * line->units_per_pt);
  if (!line->in_array)
    g_string_append_c(line->out, '[');
  line->in_array = TRUE;
  if (wanted != line->pen) {
    close_string(line);
    jb_pdf_number(line->out, (double)(line->pen - wanted), 0);
  }
  if (!line->in_string)
    g_string_append_c(line->out, '(');
  line->in_string = TRUE;
  jb_pdf_byte(line->out, (char)(code >> 8));
  jb_pdf_byte(line->out, (char)code);
  line->pen = wanted + line->font->width_of[code];
}

static void
show_cluster(Line *line, const JbTextItem *text, guint first, guint *end)
{
  JbSlice words = jb_pdf_cluster(text, first, end);
  JbSlice own = line->font->text_of[line->font->code_of[text->glyphs[first].glyph]];
  gboolean told = *end != first + 1 || !jb_slice_equal(words, own);
  if (told) {
    g_autofree char *said = g_strndup(words.at, words.len);
    close_array(line);
    g_string_append(line->out, "/Span<</ActualText");
    jb_pdf_text(line->out, said);
    g_string_append(line->out, ">>BDC ");
  }
  for (guint i = first; i < *end; i++)
    show_glyph(line, &text->glyphs[i]);
  if (told) {
    close_array(line);
    g_string_append(line->out, "EMC ");
  }
}

static void
paint_text(Stream *stream, const JbTextItem *text)
{
  GString *out = stream->out;
  State *is = &stream->state;
  const JbPdfFont *font = &stream->painter->fonts[text->face];
  JbPoint at = {0, stream->height_pt}; /* of Td: the page's corner, in our axes */
  if (text->n_glyphs == 0)
    return;
  if (text->halo_pt > 0)
    paint_halo(stream, text);
  set_fill(stream, text->colour);
  g_string_append(out, "BT ");
  if (is->font != font || is->size_pt != text->size_pt) {
    g_string_append_printf(out, "/F%u ", text->face);
    jb_pdf_number(out, text->size_pt, 3);
    g_string_append(out, " Tf ");
  }
  is->font = font;
  is->size_pt = text->size_pt;
  for (guint i = 0; i < text->n_glyphs;) {
    JbPoint from = {text->glyphs[i].x, text->glyphs[i].y};
    Line line = {.out = out, .font = font, .units_per_pt = 1000 / text->size_pt, .from_x = from.x};
    put(out, from.x - at.x, ' ');
    put(out, at.y - from.y, ' ');
    g_string_append(out, "Td");
    while (i < text->n_glyphs && text->glyphs[i].y == from.y)
      show_cluster(&line, text, i, &i);
    close_array(&line);
    at = from;
  }
  g_string_append(out, "ET\n");
}

/* A picture fills the unit square, its first row on top. */
static void
paint_image(Stream *stream, const JbImageItem *image)
{
  guint number = jb_pdf_image(stream->painter, image);
  g_string_append(stream->out, "q ");
  put(stream->out, image->box.w, ' ');
  g_string_append(stream->out, "0 0 ");
  put(stream->out, image->box.h, ' ');
  put_point(stream, (JbPoint){image->box.x, image->box.y + image->box.h});
  g_string_append_printf(stream->out, "cm /I%u Do Q\n", number);
}

/* ---- The page --------------------------------------------------------------------------------------------- */

void
jb_pdf_paint(JbPdfPainter *painter, const JbPage *page, guint index, GString *out)
{
  Stream stream = {.painter = painter,
                   .out = out,
                   .height_pt = page->height_pt,
                   .state = {.fill = JB_RGB(0), .stroke = JB_RGB(0), .width_pt = 1}};
  jb_pdf_marks_page(painter->marks, index, out);
  for (guint i = 0; i < page->items->len; i++) {
    const JbDrawItem *item = &g_array_index(page->items, JbDrawItem, i);
    jb_pdf_marks_item(painter->marks, i);
    if (item->kind == JB_DRAW_TEXT)
      paint_text(&stream, &item->text);
    else if (item->kind == JB_DRAW_PATH)
      paint_path(&stream, &item->path);
    else if (item->kind == JB_DRAW_IMAGE)
      paint_image(&stream, &item->image);
  }
}

void
jb_pdf_resources(const JbPdfPainter *painter, GString *out)
{
  g_string_append(out, "<</Font<<");
  for (guint f = 0; f < JB_N_FACES; f++)
    if (painter->fonts[f].number != 0)
      g_string_append_printf(out, "/F%u %u 0 R", f, painter->fonts[f].number);
  g_string_append(out, ">>");
  if (painter->images->len > 0)
    g_string_append(out, "/XObject<<");
  for (guint i = 0; i < painter->images->len; i++) {
    guint number = g_array_index(painter->images, JbPdfImage, i).number;
    g_string_append_printf(out, "/I%u %u 0 R", number, number);
  }
  g_string_append(out, painter->images->len > 0 ? ">>/ExtGState<<" : "/ExtGState<<");
  for (guint alpha = 0; alpha < 256; alpha++)
    for (guint stroke = 0; stroke < 2; stroke++)
      if (stroke ? painter->stroke_alpha[alpha] : painter->fill_alpha[alpha]) {
        g_string_append_printf(out, "/%c%02x<</%s ", stroke ? 'S' : 'f', alpha, stroke ? "CA" : "ca");
        jb_pdf_number(out, alpha / 255.0, 3);
        g_string_append(out, ">>");
      }
  g_string_append(out, ">>>>");
}
