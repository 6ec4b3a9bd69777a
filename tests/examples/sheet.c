/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A sheet of all chart forms with invented figures: sheet OUT.png [WIDTH [zh|en]] draws them under each other in two
 * columns, so that a change to a form can be looked at. It uses the public headers alone.
 */
#include "forms.h"

#include <stdlib.h>
#include <string.h>

#define MARGIN 28.0
#define GAP    22.0

static JbDrawing *
draw_sheet(const JbChartContext *context, const FormSample *samples, guint n, double width)
{
  JbDrawing *drawing = jb_drawing_new();
  double y[2] = {MARGIN, MARGIN}, height[16] = {0}, column = width;
  guint side[16] = {0};
  for (guint i = 0; i < n; i++) {
    const JbChartClass *chart = jb_chart_class_lookup(samples[i].form);
    height[i] = jb_chart_measure(chart, context, &samples[i].data, column).pref;
    side[i] = y[1] < y[0];
    y[side[i]] += height[i] + GAP;
  }
  drawing->background = JB_RGB(0xFFFFFF);
  jb_draw_page(drawing, 2 * column + GAP + 2 * MARGIN, MAX(y[0], y[1]) + MARGIN - GAP);
  y[0] = y[1] = MARGIN;
  for (guint i = 0; i < n; i++) {
    JbRect box = {MARGIN + side[i] * (column + GAP), y[side[i]], column, height[i]};
    jb_chart_draw(jb_chart_class_lookup(samples[i].form), context, &samples[i].data, drawing, box);
    y[side[i]] += height[i] + GAP;
  }
  return drawing;
}

int
main(int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbFonts) fonts = jb_fonts_open(&error);
  g_autoptr(JbFacts) facts = jb_facts_new();
  guint n;
  const FormSample *samples = form_samples(facts, &n);
  JbLang lang = argc < 4 ? JB_LANG_BOTH : strcmp(argv[3], "en") == 0 ? JB_LANG_EN : JB_LANG_ZH;
  JbChartContext context = {.fonts = fonts, .theme = jb_theme_default(FALSE), .lang = lang, .facts = facts};
  context.report = &facts->report;
  g_autoptr(JbDrawing) drawing = fonts != NULL ? draw_sheet(&context, samples, n, argc > 2 ? atof(argv[2]) : 380)
                                               : NULL;
  GBytes *bytes = NULL;
  if (drawing != NULL)
    bytes = jb_render(jb_renderer_lookup("png"), drawing, fonts, &(JbRenderOptions){.scale = 2}, &error);
  gsize size;
  gboolean done = bytes != NULL && argc > 1 &&
                  g_file_set_contents(argv[1], g_bytes_get_data(bytes, &size), (gssize)g_bytes_get_size(bytes), &error);
  if (bytes != NULL)
    g_bytes_unref(bytes);
  if (!done)
    g_printerr("sheet: %s\n", error != NULL ? error->message : "name a file");
  return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
