/* SPDX-License-Identifier: Apache-2.0 */
/*
 * PNG: one page painted by Cairo in bands, each written by libpng before the next is painted. A picture has a palette
 * where its colours are few enough (palette.c), which halves its bytes and the time to pack them; else it is RGB. Which
 * colours it has is known when it is painted, so the palette's room is filled in at the end.
 *
 * A band stays in the processor's cache and keeps a poster of 200 million pixels within a few megabytes.
 * Text is filled as outlines: Cairo 1.16 would put its glyph images on whole pixels and so space small text
 * unevenly. Cairo's own PNG writer filters every row and takes 2.4 times as long for a larger file, and it
 * knows neither pHYs nor iTXt.
 */
#include "render/backends.h"
#include "render/paint.h"
#include "render/palette.h"

#include <png.h>
#include <zlib.h>

#include <math.h>
#include <setjmp.h>
#include <string.h>

#define MAX_SIDE        32767 /* of a Cairo image surface */
#define MAX_PIXELS      200e6
#define BAND_ROWS       128
#define COMPRESSION     3 /* zlib: a third of the time of 6 on flat colours, for a third more bytes */
#define COMPRESSION_8   4 /* of bytes with a palette: the time of RGB at 3, for two fifths of the bytes */
#define METRES_PER_INCH 0.0254

typedef struct {
  const JbPage *page;
  const JbPaintFonts *fonts;
  JbColour background;
  guint width, height; /* pixels */
  gboolean alpha;
  JbPalette *palette; /* NULL: RGB */
  gboolean crowded;   /* it has too many colours for one */
  double dpi;
  const char *title, *description, *source;
  cairo_surface_t *band; /* BAND_ROWS high */
  guchar *row;           /* one row as PNG has it */
} Picture;

static gboolean
measure(Picture *picture, const JbRenderOptions *options, GError **error)
{
  double scale = options->scale > 0 ? options->scale : 1;
  double width = round(picture->page->width_pt * scale), height = round(picture->page->height_pt * scale);
  if (!(width >= 1 && height >= 1 && width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS)) {
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE,
                "a PNG of %.0f × %.0f pixels cannot be made: a side may have 1 to %d, and all of it %.0f million; "
                "choose another size or resolution",
                width, height, MAX_SIDE, MAX_PIXELS / 1e6);
    return FALSE;
  }
  picture->width = (guint)width;
  picture->height = (guint)height;
  picture->dpi = options->dpi > 0 ? options->dpi : 72 * scale;
  return TRUE;
}

/*
 * Whether an item may leave ink between two heights of the page. A text's box is its line box, which accents
 * and brackets leave by a little; a stroke reaches half its width beyond its path, and ten times that at the
 * sharpest corner that is mitred.
 */
static gboolean
touches(const JbDrawItem *item, double top, double bottom)
{
  gboolean text = item->kind == JB_DRAW_TEXT;
  JbRect box = text ? item->text.box : item->path.box;
  if (item->kind == JB_DRAW_IMAGE)
    return item->image.box.y < bottom && item->image.box.y + item->image.box.h > top;
  double margin = text ? item->text.size_pt / 2 + 2 * item->text.halo_pt : item->path.paint.width_pt * 5 + 1;
  return box.y - margin < bottom && box.y + box.h + margin > top;
}

static cairo_status_t
paint_band(const Picture *picture, guint first_row)
{
  const JbPage *page = picture->page;
  double scale_x = picture->width / page->width_pt, scale_y = picture->height / page->height_pt;
  cairo_t *cr = cairo_create(picture->band);
  jb_paint_setup(cr);
  cairo_set_operator(cr, CAIRO_OPERATOR_SOURCE);
  jb_paint_colour(cr, picture->background);
  cairo_paint(cr);
  cairo_set_operator(cr, CAIRO_OPERATOR_OVER);
  cairo_translate(cr, 0, -(double)first_row);
  cairo_scale(cr, scale_x, scale_y); /* the page fills the pixels exactly, also where its size was rounded */
  for (guint i = 0; i < page->items->len; i++) {
    const JbDrawItem *item = &g_array_index(page->items, JbDrawItem, i);
    if (item->kind != JB_DRAW_TEXT && item->kind != JB_DRAW_PATH && item->kind != JB_DRAW_IMAGE)
      continue;
    if (!touches(item, first_row / scale_y, (first_row + BAND_ROWS) / scale_y))
      continue;
    if (item->kind == JB_DRAW_TEXT)
      jb_paint_text(cr, picture->fonts, &item->text);
    else if (item->kind == JB_DRAW_IMAGE)
      jb_paint_image(cr, &item->image);
    else
      jb_paint_path(cr, &item->path);
  }
  cairo_status_t status = cairo_status(cr);
  cairo_destroy(cr);
  cairo_surface_flush(picture->band);
  return status;
}

static guchar
straight(guint premultiplied, guint alpha)
{
  if (alpha == 0)
    return 0;
  return (guchar)((premultiplied * 255 + alpha / 2) / alpha);
}

/* Cairo's native-endian ARGB, premultiplied, into PNG's bytes. */
static void
convert_row(const guint32 *from, guchar *to, guint width, gboolean alpha)
{
  for (guint x = 0; x < width; x++) {
    guint32 p = from[x];
    if (!alpha) {
      to[0] = (guchar)(p >> 16), to[1] = (guchar)(p >> 8), to[2] = (guchar)p;
      to += 3;
      continue;
    }
    guint a = p >> 24;
    to[0] = straight(p >> 16 & 0xFF, a), to[1] = straight(p >> 8 & 0xFF, a), to[2] = straight(p & 0xFF, a);
    to[3] = (guchar)a;
    to += 4;
  }
}

/* ---- libpng ------------------------------------------------------------------------------------ */

static void
append(png_structp png, png_bytep data, png_size_t length)
{
  g_byte_array_append(png_get_io_ptr(png), data, (guint)length);
}

static void
flush(png_structp png)
{
  (void)png;
}

static void
fail(png_structp png, png_const_charp message)
{
  *(char **)png_get_error_ptr(png) = g_strdup(message);
  png_longjmp(png, 1);
}

static void
ignore_warning(png_structp png, png_const_charp message)
{
  (void)png;
  (void)message;
}

static void
put_head(png_structp png, png_infop info, const Picture *picture)
{
  png_uint_32 density = (png_uint_32)lround(picture->dpi / METRES_PER_INCH);
  static const png_color none[JB_PALETTE_MOST];
  gboolean palette = picture->palette != NULL;
  png_set_IHDR(png, info, picture->width, picture->height, 8,
               picture->alpha ? PNG_COLOR_TYPE_RGBA
               : palette      ? PNG_COLOR_TYPE_PALETTE
                              : PNG_COLOR_TYPE_RGB,
               PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (palette)
    png_set_PLTE(png, info, none, JB_PALETTE_MOST);
  png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_compression_level(png, palette ? COMPRESSION_8 : COMPRESSION);
  png_set_sRGB(png, info, PNG_sRGB_INTENT_RELATIVE);
  png_set_pHYs(png, info, density, density, PNG_RESOLUTION_METER);
  const struct {
    const char *key, *value;
  } rows[] = {{"Title", picture->title}, {"Description", picture->description}, {"Source", picture->source}, {"Software", "jianbao " JB_VERSION}};
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    png_text words = {.compression = PNG_ITXT_COMPRESSION_NONE,
                      .key = (char *)rows[i].key,
                      .text = (char *)rows[i].value,
                      .itxt_length = strlen(rows[i].value)};
    if (rows[i].value[0] != '\0')
      png_set_text(png, info, &words, 1);
  }
}

static void
write_row(png_structp png, Picture *picture, const guint32 *pixels)
{
  if (picture->palette == NULL)
    convert_row(pixels, picture->row, picture->width, picture->alpha);
  else if (!jb_palette_row(picture->palette, pixels, picture->row, picture->width)) {
    picture->crowded = TRUE;
    png_error(png, "too many colours for a palette");
  }
  png_write_row(png, picture->row);
}

/* libpng leaves it by longjmp: what it uses is the caller's, and no local is needed afterwards. */
static gboolean
write_picture(png_structp png, png_infop info, Picture *picture)
{
  if (setjmp(png_jmpbuf(png)) != 0)
    return FALSE;
  put_head(png, info, picture);
  png_write_info(png, info);
  for (guint first = 0; first < picture->height; first += BAND_ROWS) {
    cairo_status_t status = paint_band(picture, first);
    if (status != CAIRO_STATUS_SUCCESS)
      png_error(png, cairo_status_to_string(status));
    const guchar *pixels = cairo_image_surface_get_data(picture->band);
    gsize stride = (gsize)cairo_image_surface_get_stride(picture->band);
    for (guint y = 0; y < MIN(BAND_ROWS, picture->height - first); y++)
      write_row(png, picture, (const guint32 *)(const void *)(pixels + y * stride));
  }
  png_write_end(png, info);
  return TRUE;
}

/* The palette's chunk, written with room for every number: its colours, and no more of them than there are. */
static void
fill_palette(GByteArray *out, const JbPalette *palette)
{
  guint n, at = 8; /* behind the signature; a chunk: length, name, data, check */
  const guint32 *colours = jb_palette_colours(palette, &n);
  while (memcmp(out->data + at + 4, "PLTE", 4) != 0)
    at += png_get_uint_32(out->data + at) + 12;
  g_byte_array_remove_range(out, at + 8 + n * 3, (JB_PALETTE_MOST - n) * 3);
  png_save_uint_32(out->data + at, n * 3);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < 3; k++)
      out->data[at + 8 + i * 3 + k] = (guint8)(colours[i] >> (16 - 8 * k));
  png_save_uint_32(out->data + at + 8 + n * 3, (guint32)crc32(0, out->data + at + 4, 4 + n * 3));
}

/* NULL without an error: its colours are too many for the palette that was to be tried. */
static GBytes *
encode(Picture *picture, GError **error)
{
  g_autofree char *message = NULL;
  GByteArray *out = g_byte_array_new();
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &message, fail, ignore_warning);
  png_infop info = png != NULL ? png_create_info_struct(png) : NULL;
  gboolean good = info != NULL;
  if (good) {
    png_set_write_fn(png, out, append, flush);
    good = write_picture(png, info, picture);
  }
  if (png != NULL)
    png_destroy_write_struct(&png, &info);
  if (!good) {
    if (!picture->crowded)
      g_set_error(error, JB_ERROR, JB_ERROR_BUG, "PNG: %s", message != NULL ? message : "libpng could not be set up");
    g_byte_array_unref(out);
    return NULL;
  }
  if (picture->palette != NULL)
    fill_palette(out, picture->palette);
  return g_byte_array_free_to_bytes(out);
}

GBytes *
jb_render_png(const JbDrawing *drawing, JbFonts *fonts, const JbRenderOptions *options, GError **error)
{
  g_autofree char *title = jb_render_title(drawing);
  Picture picture = {.page = drawing->pages->pdata[options->page],
                     .background = drawing->background,
                     .alpha = (drawing->background & 0xFF) != 0xFF,
                     .title = title,
                     .source = drawing->subject};
  g_autofree char *description = jb_render_description(picture.page);
  JbPaintFonts paint_fonts;
  if (!measure(&picture, options, error) || !jb_paint_fonts_make(&paint_fonts, drawing, fonts, options->page, error))
    return NULL;
  picture.description = description;
  picture.fonts = &paint_fonts;
  picture.row = g_malloc((gsize)picture.width * 4);
  picture.band = cairo_image_surface_create(picture.alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
                                            (int)picture.width, (int)MIN(BAND_ROWS, picture.height));
  if (!picture.alpha)
    picture.palette = jb_palette_new(picture.page, picture.background);
  GBytes *bytes = encode(&picture, error);
  g_clear_pointer(&picture.palette, jb_palette_free);
  if (picture.crowded) {
    picture.crowded = FALSE;
    bytes = encode(&picture, error);
  }
  cairo_surface_destroy(picture.band);
  g_free(picture.row);
  jb_paint_fonts_clear(&paint_fonts);
  return bytes;
}
