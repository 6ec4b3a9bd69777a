/* SPDX-License-Identifier: Apache-2.0 */
/*
 * PNG: one page painted by Cairo, written by libpng. Cairo's own writer filters every row and takes 2.4
 * times as long for a larger file, and knows neither pHYs nor iTXt.
 */
#include "render/backends.h"
#include "render/paint.h"

#include <png.h>

#include <math.h>
#include <setjmp.h>
#include <string.h>

#define MAX_SIDE        32767 /* of a Cairo image surface */
#define MAX_PIXELS      200e6
#define METRES_PER_INCH 0.0254

typedef struct {
  guint width, height; /* pixels */
  gboolean alpha;
  double dpi;
  const char *title, *description;
} Picture;

static gboolean
measure(const JbPage *page, const JbRenderOptions *options, Picture *picture, GError **error)
{
  double scale = options->scale > 0 ? options->scale : 1;
  double width = round(page->width_pt * scale), height = round(page->height_pt * scale);
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

static cairo_status_t
paint(cairo_surface_t *surface, const JbPage *page, JbColour background, const JbSubset *subset, const Picture *picture)
{
  cairo_t *cr = cairo_create(surface);
  jb_paint_setup(cr);
  if (background != JB_NO_COLOUR) {
    jb_paint_colour(cr, background);
    cairo_paint(cr);
  }
  /* The page fills the pixels exactly, also where its size had to be rounded. */
  cairo_scale(cr, picture->width / page->width_pt, picture->height / page->height_pt);
  for (guint i = 0; i < page->items->len; i++) {
    const JbDrawItem *item = &g_array_index(page->items, JbDrawItem, i);
    if (item->kind == JB_DRAW_TEXT)
      jb_paint_text(cr, subset, &item->text, FALSE);
    else if (item->kind == JB_DRAW_PATH)
      jb_paint_path(cr, &item->path);
  }
  cairo_status_t status = cairo_status(cr);
  cairo_destroy(cr);
  cairo_surface_flush(surface);
  return status;
}

/* ---- libpng ----------------------------------------------------------------------------------- */

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
warn(png_structp png, png_const_charp message)
{
  (void)png;
  (void)message;
}

static void
put_words(png_structp png, png_infop info, const Picture *picture)
{
  png_text words[3];
  int n = 0;
  const struct {
    const char *key, *value;
  } rows[] = {{"Title", picture->title}, {"Description", picture->description}, {"Software", "jianbao " JB_VERSION}};
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
    if (rows[i].value[0] != '\0')
      words[n++] = (png_text){.compression = PNG_ITXT_COMPRESSION_NONE,
                              .key = (char *)rows[i].key,
                              .text = (char *)rows[i].value,
                              .itxt_length = strlen(rows[i].value)};
  png_set_text(png, info, words, n);
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
    guint a = p >> 24, half = a / 2;
    to[0] = a == 0 ? 0 : (guchar)(((p >> 16 & 0xFF) * 255 + half) / a);
    to[1] = a == 0 ? 0 : (guchar)(((p >> 8 & 0xFF) * 255 + half) / a);
    to[2] = a == 0 ? 0 : (guchar)(((p & 0xFF) * 255 + half) / a);
    to[3] = (guchar)a;
    to += 4;
  }
}

/* libpng leaves it by longjmp: nothing is allocated here, and no local is needed afterwards. */
static gboolean
write_png(png_structp png, png_infop info, cairo_surface_t *surface, const Picture *picture, guchar *row)
{
  if (setjmp(png_jmpbuf(png)) != 0)
    return FALSE;
  png_uint_32 density = (png_uint_32)lround(picture->dpi / METRES_PER_INCH);
  png_set_IHDR(png, info, picture->width, picture->height, 8, picture->alpha ? PNG_COLOR_TYPE_RGBA : PNG_COLOR_TYPE_RGB,
               PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_compression_level(png, 6);
  png_set_sRGB(png, info, PNG_sRGB_INTENT_RELATIVE);
  png_set_pHYs(png, info, density, density, PNG_RESOLUTION_METER);
  put_words(png, info, picture);
  png_write_info(png, info);
  for (guint y = 0; y < picture->height; y++) {
    const guchar *line = cairo_image_surface_get_data(surface) + (gsize)y * cairo_image_surface_get_stride(surface);
    convert_row((const guint32 *)(const void *)line, row, picture->width, picture->alpha);
    png_write_row(png, row);
  }
  png_write_end(png, info);
  return TRUE;
}

static GBytes *
encode(cairo_surface_t *surface, const Picture *picture, GError **error)
{
  g_autofree char *message = NULL;
  g_autofree guchar *row = g_malloc((gsize)picture->width * 4);
  GByteArray *out = g_byte_array_new();
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &message, fail, warn);
  png_infop info = png != NULL ? png_create_info_struct(png) : NULL;
  gboolean good = info != NULL;
  if (good) {
    png_set_write_fn(png, out, append, flush);
    good = write_png(png, info, surface, picture, row);
  }
  if (png != NULL)
    png_destroy_write_struct(&png, &info);
  if (!good) {
    g_set_error(error, JB_ERROR, JB_ERROR_BUG, "PNG: %s", message != NULL ? message : "libpng could not be set up");
    g_byte_array_unref(out);
    return NULL;
  }
  return g_byte_array_free_to_bytes(out);
}

GBytes *
jb_render_png(const JbDrawing *drawing, JbFonts *fonts, const JbRenderOptions *options, GError **error)
{
  const JbPage *page = drawing->pages->pdata[options->page];
  g_autofree char *title = jb_render_title(drawing);
  g_autofree char *description = jb_render_description(page);
  Picture picture = {.alpha = (drawing->background & 0xFF) != 0xFF, .title = title, .description = description};
  JbSubset subset;
  if (!measure(page, options, &picture, error) ||
      !jb_subset_make(&subset, drawing, fonts, options->page, options->page, error))
    return NULL;
  cairo_surface_t *surface = cairo_image_surface_create(picture.alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
                                                        (int)picture.width, (int)picture.height);
  cairo_status_t status = paint(surface, page, drawing->background, &subset, &picture);
  jb_subset_clear(&subset);
  GBytes *bytes = NULL;
  if (status == CAIRO_STATUS_SUCCESS)
    bytes = encode(surface, &picture, error);
  else
    g_set_error(error, JB_ERROR, JB_ERROR_BUG, "PNG: %s", cairo_status_to_string(status));
  cairo_surface_destroy(surface);
  return bytes;
}
