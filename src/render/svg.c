/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SVG, straight from the display list.
 *
 * Text is outlines by default: it looks the same in a browser, in an office program and on a wall, whatever
 * fonts are there. A glyph is defined once, in units of its em, and used wherever it stands; its id starts
 * with a digest of the drawing, so that two files can be put into one page. Numbers have three decimals at
 * most, and no locale.
 */
#include "render/backends.h"

#include "base/digest.h"
#include "typeset/fonts.h"

#include <string.h>

#define FAMILIES "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif"

typedef struct {
  GString *out;
  JbFonts *fonts;
  const JbPage *page;
  gboolean live_text;
  char id[16];
  hb_set_t *inked[JB_N_FACES]; /* glyphs that are defined: those that are not blank */
} Svg;

/* ---- Numbers, colours, words ------------------------------------------------------------------- */

/* At most three decimals, no zeros at either end: -.5, 12, 0. */
static void
put_number(GString *out, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(text, sizeof text, "%.3f", value);
  char *end = text + strlen(text);
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    *--end = '\0';
  const char *at = text;
  gboolean negative = *at == '-';
  at += negative;
  if (at[0] == '0' && at[1] == '.')
    at++;
  if (negative && strcmp(at, "0") != 0)
    g_string_append_c(out, '-');
  g_string_append(out, at);
}

/* A number after another one: the separator is left out where the sign is one. */
static void
put_next(GString *out, double value)
{
  gsize at = out->len;
  g_string_append_c(out, ' ');
  put_number(out, value);
  if (out->str[at + 1] == '-')
    g_string_erase(out, (gssize)at, 1);
}

static void
put_attribute(GString *out, const char *name, double value)
{
  g_string_append_printf(out, " %s=\"", name);
  put_number(out, value);
  g_string_append_c(out, '"');
}

static void
put_colour(GString *out, const char *name, JbColour colour)
{
  g_string_append_printf(out, " %s=\"#%06x\"", name, colour >> 8);
  if ((colour & 0xFF) != 0xFF) {
    g_string_append_printf(out, " %s-opacity=\"", name);
    put_number(out, (colour & 0xFF) / 255.0);
    g_string_append_c(out, '"');
  }
}

static void
put_words(GString *out, const char *text)
{
  static const char *const entities[128] = {['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;"};
  for (; *text != '\0'; text++) {
    guchar c = (guchar)*text;
    if (c < 128 && entities[c] != NULL)
      g_string_append(out, entities[c]);
    else if (c >= 0x20 || c == '\n' || c == '\t') /* other controls are not XML */
      g_string_append_c(out, *text);
  }
}

static void
put_element(GString *out, const char *name, const char *text)
{
  if (text[0] == '\0')
    return;
  g_string_append_printf(out, "<%s>", name);
  put_words(out, text);
  g_string_append_printf(out, "</%s>\n", name);
}

/* ---- Glyphs ------------------------------------------------------------------------------------ */

static double
em(float units)
{
  return (double)units / JB_UNITS_PER_EM;
}

static void
glyph_move(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user)
{
  (void)funcs, (void)state, (void)user;
  GString *out = data;
  g_string_append_c(out, 'M');
  put_number(out, em(x));
  put_next(out, em(y));
}

static void
glyph_line(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user)
{
  (void)funcs, (void)user;
  GString *out = data;
  gboolean level = y == state->current_y, upright = x == state->current_x;
  g_string_append_c(out, level ? 'H' : upright ? 'V' : 'L');
  put_number(out, em(upright && !level ? y : x));
  if (!level && !upright)
    put_next(out, em(y));
}

static void
glyph_curve(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1, float y1, float x2, float y2, float x,
            float y, void *user)
{
  (void)funcs, (void)state, (void)user;
  GString *out = data;
  g_string_append_c(out, 'C');
  put_number(out, em(x1));
  put_next(out, em(y1));
  put_next(out, em(x2));
  put_next(out, em(y2));
  put_next(out, em(x));
  put_next(out, em(y));
}

static void
glyph_close(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *user)
{
  (void)funcs, (void)state, (void)user;
  g_string_append_c(data, 'Z');
}

static void
collect_glyphs(const JbPage *page, JbFace face, hb_set_t *glyphs)
{
  for (guint i = 0; i < page->items->len; i++) {
    const JbDrawItem *item = &g_array_index(page->items, JbDrawItem, i);
    if (item->kind == JB_DRAW_TEXT && item->text.face == face)
      for (guint k = 0; k < item->text.n_glyphs; k++)
        hb_set_add(glyphs, item->text.glyphs[k].glyph);
  }
}

/* Defines every glyph of the page, in order of its id, so that the file never depends on chance. */
static void
put_glyphs(Svg *svg)
{
  hb_draw_funcs_t *funcs = hb_draw_funcs_create();
  g_autoptr(GString) shape = g_string_new(NULL);
  hb_draw_funcs_set_move_to_func(funcs, glyph_move, NULL, NULL);
  hb_draw_funcs_set_line_to_func(funcs, glyph_line, NULL, NULL);
  hb_draw_funcs_set_cubic_to_func(funcs, glyph_curve, NULL, NULL);
  hb_draw_funcs_set_close_path_func(funcs, glyph_close, NULL, NULL);
  g_string_append(svg->out, "<defs>\n");
  for (JbFace face = 0; face < JB_N_FACES; face++) {
    hb_set_t *glyphs = hb_set_create();
    collect_glyphs(svg->page, face, glyphs);
    for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next(glyphs, &glyph);) {
      g_string_truncate(shape, 0);
      hb_font_get_glyph_shape(svg->fonts->faces[face].font, glyph, funcs, shape);
      if (shape->len == 0)
        continue;
      hb_set_add(svg->inked[face], glyph);
      g_string_append_printf(svg->out, "<path id=\"%s%c%u\" d=\"%s\"/>\n", svg->id, "rb"[face], glyph, shape -> str);
    }
    hb_set_destroy(glyphs);
  }
  g_string_append(svg->out, "</defs>\n");
  hb_draw_funcs_destroy(funcs);
}

/* The glyphs of a run in a group whose unit is the em. */
static JbColour
halo_colour(const JbTextItem *text)
{
  return text->halo != JB_NO_COLOUR ? text->halo : JB_RGB(0xFFFFFF);
}

static void
put_outlines(Svg *svg, const JbTextItem *text, gboolean halo)
{
  GString *out = svg->out;
  JbPoint origin = {text->glyphs[0].x, text->glyphs[0].y};
  g_string_append(out, "<g transform=\"translate(");
  put_number(out, origin.x);
  put_next(out, origin.y);
  g_string_append(out, ")scale(");
  put_number(out, text->size_pt);
  put_next(out, -text->size_pt);
  g_string_append(out, ")\"");
  put_colour(out, "fill", halo ? halo_colour(text) : text->colour);
  if (halo) {
    put_colour(out, "stroke", halo_colour(text));
    put_attribute(out, "stroke-width", 2 * text->halo_pt / text->size_pt);
    g_string_append(out, " stroke-linejoin=\"round\"");
  }
  g_string_append_c(out, '>');
  for (guint i = 0; i < text->n_glyphs; i++) {
    const JbGlyph *glyph = &text->glyphs[i];
    if (!hb_set_has(svg->inked[text->face], glyph->glyph))
      continue;
    g_string_append_printf(out, "<use xlink:href=\"#%s%c%u\"", svg->id, "rb"[text->face], glyph -> glyph);
    if (i > 0)
      put_attribute(out, "x", (glyph->x - origin.x) / text->size_pt);
    if (glyph->y != origin.y)
      put_attribute(out, "y", (origin.y - glyph->y) / text->size_pt);
    g_string_append(out, "/>");
  }
  g_string_append(out, "</g>\n");
}

static void
put_live(Svg *svg, const JbTextItem *text, gboolean halo)
{
  GString *out = svg->out;
  g_string_append(out, "<text");
  put_attribute(out, "x", text->box.x);
  put_attribute(out, "y", text->glyphs[0].y);
  put_attribute(out, "font-size", text->size_pt);
  put_attribute(out, "textLength", text->box.w);
  if (text->face == JB_FACE_BOLD)
    g_string_append(out, " font-weight=\"700\"");
  put_colour(out, "fill", halo ? halo_colour(text) : text->colour);
  if (halo) {
    put_colour(out, "stroke", halo_colour(text));
    put_attribute(out, "stroke-width", 2 * text->halo_pt);
    g_string_append(out, " stroke-linejoin=\"round\" aria-hidden=\"true\"");
  }
  g_string_append_printf(out, " xml:lang=\"%s\">", text->lang == JB_LANG_EN ? "en" : "zh-CN");
  put_words(out, text->text);
  g_string_append(out, "</text>\n");
}

static void
put_text(Svg *svg, const JbTextItem *text)
{
  void (*put)(Svg *, const JbTextItem *, gboolean) = svg->live_text ? put_live : put_outlines;
  if (text->n_glyphs == 0)
    return;
  if (text->halo_pt > 0)
    put(svg, text, TRUE); /* twice, not `paint-order`, which office programs do not know */
  put(svg, text, FALSE);
}

/* ---- Paths, links, the whole ------------------------------------------------------------------- */

static void
put_paint(GString *out, const JbPaint *paint)
{
  if (paint->fill == JB_NO_COLOUR)
    g_string_append(out, " fill=\"none\"");
  else
    put_colour(out, "fill", paint->fill);
  if (paint->stroke == JB_NO_COLOUR || paint->width_pt <= 0)
    return;
  put_colour(out, "stroke", paint->stroke);
  put_attribute(out, "stroke-width", paint->width_pt);
  if (paint->dash_pt[0] > 0) {
    g_string_append(out, " stroke-dasharray=\"");
    put_number(out, paint->dash_pt[0]);
    put_next(out, paint->dash_pt[1]);
    g_string_append_c(out, '"');
  }
  g_string_append(out, paint->round ? " stroke-linecap=\"round\" stroke-linejoin=\"round\"" : "");
}

static void
put_path(GString *out, const JbPathItem *path)
{
  static const struct {
    char letter;
    guint points;
  } kinds[] = {
      [JB_SEG_MOVE] = {'M', 1}, [JB_SEG_LINE] = {'L', 1}, [JB_SEG_CURVE] = {'C', 3}, [JB_SEG_CLOSE] = {'Z', 0}};
  g_string_append(out, "<path d=\"");
  for (guint i = 0; i < path->n_segments; i++) {
    const JbSegment *segment = &path->segments[i];
    g_string_append_c(out, kinds[segment->kind].letter);
    for (guint k = 0; k < kinds[segment->kind].points; k++) {
      if (k == 0)
        put_number(out, segment->p[k].x);
      else
        put_next(out, segment->p[k].x);
      put_next(out, segment->p[k].y);
    }
  }
  g_string_append_c(out, '"');
  put_paint(out, &path->paint);
  g_string_append(out, "/>\n");
}

static void
put_rect(GString *out, JbRect box)
{
  g_string_append(out, "<rect");
  put_attribute(out, "x", box.x);
  put_attribute(out, "y", box.y);
  put_attribute(out, "width", box.w);
  put_attribute(out, "height", box.h);
}

static void
put_image(GString *out, const JbImageItem *image)
{
  g_autofree char *text = g_base64_encode(image->png, image->len);
  g_string_append(out, "<image");
  put_attribute(out, "x", image->box.x);
  put_attribute(out, "y", image->box.y);
  put_attribute(out, "width", image->box.w);
  put_attribute(out, "height", image->box.h);
  g_string_append_printf(out, " xlink:href=\"data:image/png;base64,%s\"/>\n", text);
}

/* Links to the outside only: what is inside may be on another page, which is another file. */
static void
put_link(GString *out, const JbLinkItem *link)
{
  if (link->target[0] == '#')
    return;
  g_string_append(out, "<a xlink:href=\"");
  put_words(out, link->target);
  g_string_append(out, "\">");
  put_element(out, "title", link->title != NULL ? link->title : "");
  put_rect(out, link->box);
  g_string_append(out, " fill-opacity=\"0\"/></a>\n");
}

static void
put_item(Svg *svg, const JbDrawItem *item)
{
  if (item->kind == JB_DRAW_TEXT)
    put_text(svg, &item->text);
  else if (item->kind == JB_DRAW_PATH)
    put_path(svg->out, &item->path);
  else if (item->kind == JB_DRAW_LINK)
    put_link(svg->out, &item->link);
  else if (item->kind == JB_DRAW_IMAGE)
    put_image(svg->out, &item->image);
}

static void
put_head(Svg *svg, const char *title, const char *description)
{
  GString *out = svg->out;
  g_string_append(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                       " role=\"img\" xml:lang=\"zh-CN\" width=\"");
  put_number(out, svg->page->width_pt);
  g_string_append(out, "pt\" height=\"");
  put_number(out, svg->page->height_pt);
  g_string_append(out, "pt\" viewBox=\"0 0");
  put_next(out, svg->page->width_pt);
  put_next(out, svg->page->height_pt);
  g_string_append(out, svg->live_text ? "\" font-family=\"" FAMILIES "\" xml:space=\"preserve\">\n" : "\">\n");
  put_element(out, "title", title);
  put_element(out, "desc", description);
}

/* A prefix that other drawings do not have: the start of a digest of what is drawn. */
static void
make_id(Svg *svg, const JbDrawing *drawing, guint page)
{
  g_autoptr(GString) dump = g_string_new(NULL);
  jb_drawing_dump(drawing, dump);
  g_string_append_printf(dump, "%u", page);
  g_autofree char *digest = jb_sha256(dump->str, dump->len);
  g_snprintf(svg->id, sizeof svg->id, "j%.8s-", digest);
}

GBytes *
jb_render_svg(const JbDrawing *drawing, JbFonts *fonts, const JbRenderOptions *options, GError **error)
{
  (void)error; /* the drawing is checked; memory cannot fail */
  const JbPage *page = drawing->pages->pdata[options->page];
  Svg svg = {.out = g_string_sized_new(65536), .fonts = fonts, .page = page, .live_text = options->live_text};
  g_autofree char *title = jb_render_title(drawing);
  g_autofree char *description = jb_render_description(page);
  make_id(&svg, drawing, options->page);
  put_head(&svg, title, description);
  for (JbFace face = 0; face < JB_N_FACES; face++)
    svg.inked[face] = hb_set_create();
  if (!svg.live_text)
    put_glyphs(&svg);
  if (drawing->background != JB_NO_COLOUR) {
    put_rect(svg.out, (JbRect){0, 0, page->width_pt, page->height_pt});
    put_colour(svg.out, "fill", drawing->background);
    g_string_append(svg.out, "/>\n");
  }
  for (guint i = 0; i < page->items->len; i++)
    put_item(&svg, &g_array_index(page->items, JbDrawItem, i));
  g_string_append(svg.out, "</svg>\n");
  for (JbFace face = 0; face < JB_N_FACES; face++)
    hb_set_destroy(svg.inked[face]);
  return g_string_free_to_bytes(svg.out);
}
