/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A chart in a program's own Cairo context, as the draw function of a GTK widget would do it. Here the context is an
 * image's, so that a test can look at it: ink where the chart stands, none around it, the caller's state as it was.
 * With a name it also leaves the image: into_cairo OUT.png.
 */
#include "forms.h"

#include <cairo.h>

#include <stdlib.h>

/* Draws one chart with its left top corner at the context's origin. This is all that a widget needs. */
static gboolean
draw_chart(cairo_t *cr, double width, double height, const JbChartContext *context, const FormSample *sample,
           GError **error)
{
  g_autoptr(JbDrawing) drawing = jb_drawing_new();
  jb_draw_page(drawing, width, height);
  jb_chart_draw(jb_chart_class_lookup(sample->form), context, &sample->data, drawing, (JbRect){0, 0, width, height});
  return jb_render_cairo(drawing, 0, context->fonts, cr, error);
}

/* Pixels that are not white, in a part of the image. */
static guint
ink(cairo_surface_t *image, int left, int top, int right, int bottom)
{
  guint count = 0;
  int stride = cairo_image_surface_get_stride(image);
  cairo_surface_flush(image);
  const guchar *data = cairo_image_surface_get_data(image);
  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      count += (*(const guint32 *)(const void *)(data + y * stride + x * 4) & 0xFFFFFF) != 0xFFFFFF;
  return count;
}

/* The chart at (100, 60), twice its size, in a white image of 1000 × 700. */
static const char *
draw_and_look(const JbChartContext *context, const FormSample *sample, cairo_surface_t *image)
{
  g_autoptr(GError) error = NULL;
  cairo_t *cr = cairo_create(image);
  cairo_set_source_rgb(cr, 1, 1, 1);
  cairo_paint(cr);
  cairo_set_line_width(cr, 7);
  cairo_translate(cr, 100, 60);
  cairo_scale(cr, 2, 2);
  gboolean drawn = draw_chart(cr, 400, 290, context, sample, &error);
  gboolean kept = cairo_get_line_width(cr) == 7 && !cairo_has_current_point(cr);
  cairo_destroy(cr);
  if (!drawn)
    return "the chart cannot be drawn";
  if (ink(image, 100, 60, 900, 640) < 4000)
    return "there is no chart where it should be";
  if (ink(image, 0, 0, 1000, 56) + ink(image, 0, 644, 1000, 700) + ink(image, 0, 0, 96, 700) +
          ink(image, 904, 0, 1000, 700) >
      0)
    return "there is ink outside the chart's box";
  return kept ? NULL : "the context's state was changed";
}

int
main(int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbFonts) fonts = jb_fonts_open(&error);
  if (fonts == NULL) {
    g_printerr("into_cairo: %s\n", error->message);
    return EXIT_FAILURE;
  }
  g_autoptr(JbFacts) facts = jb_facts_new();
  guint n, failed = 0;
  const FormSample *samples = form_samples(facts, &n);
  JbChartContext context = {.fonts = fonts, .theme = jb_theme_default(FALSE), .lang = JB_LANG_BOTH, .facts = facts};
  context.report = &facts->report;
  cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1000, 700);
  for (guint i = 0; i < n; i++) {
    const char *wrong = draw_and_look(&context, &samples[i], image);
    failed += wrong != NULL;
    if (wrong != NULL)
      g_printerr("FAILED: %s: %s\n", samples[i].form, wrong);
  }
  if (argc > 1)
    cairo_surface_write_to_png(image, argv[1]);
  cairo_surface_destroy(image);
  g_print("%u passed, %u failed\n", n - failed, failed);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
