/* SPDX-License-Identifier: Apache-2.0 */
/* The proof-reader: one fault a page is found, named, and is the only one; a clean page has none. */
#include <jianbao/layout.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fonts.h"

static JbDrawing *
page(void)
{
  JbDrawing *drawing = jb_drawing_new();
  drawing->least_zh_pt = 8;
  drawing->least_en_pt = 6.5;
  jb_draw_page(drawing, 300, 200);
  return drawing;
}

static void
put(JbDrawing *drawing, JbFonts *fonts, double x, double y, double size, JbColour colour, double halo, const char *text)
{
  JbTextStyle style = {.size_pt = size, .colour = colour, .lang = JB_LANG_ZH, .halo_pt = halo};
  jb_text_draw(drawing, fonts, &style, (JbPoint){x, y}, JB_ALIGN_LEFT, text);
}

static void
expect(JbDrawing *drawing, const char *finding)
{
  g_autoptr(GString) out = g_string_new(NULL);
  guint found = jb_layout_lint(drawing, out);
  if (found != (finding != NULL ? 1 : 0) || (finding != NULL && strstr(out->str, finding) == NULL))
    fail_msg("wanted %s, got %u:\n%s", finding != NULL ? finding : "nothing", found, out->str);
  jb_drawing_free(drawing);
}

#define INK JB_RGB(0x1B1E23)

static void
texts(void **state)
{
  JbDrawing *drawing = page();
  put(drawing, *state, 20, 50, 10, INK, 0, "生产总值");
  put(drawing, *state, 20, 60, 10, INK, 0, "财政收入"); /* lines may be set solid */
  expect(drawing, NULL);
  drawing = page();
  put(drawing, *state, 20, 50, 10, INK, 0, "生产总值");
  put(drawing, *state, 55, 51, 10, INK, 0, "163");
  expect(drawing, "overlap by 5.0");
  drawing = page();
  put(drawing, *state, 290, 50, 10, INK, 0, "生产");
  expect(drawing, "stands outside its page by 10.0 pt");
  drawing = page();
  jb_draw_begin_figure(drawing, (JbRect){20, 20, 30, 30}, "");
  put(drawing, *state, 20, 45, 10, INK, 0, "生产总值");
  jb_draw_end(drawing);
  expect(drawing, "stands outside its chart by 10.0 pt");
}

static void
sizes(void **state)
{
  JbDrawing *drawing = page();
  put(drawing, *state, 20, 50, 8, INK, 0, "生产");
  put(drawing, *state, 60, 50, 6.5, INK, 0, "[12]");
  expect(drawing, NULL);
  drawing = page();
  put(drawing, *state, 20, 50, 7.5, INK, 0, "生产");
  expect(drawing, "set in 7.5 pt, the theme's minimum is 8.0 pt");
  drawing = page();
  put(drawing, *state, 20, 50, 6, INK, 0, "163");
  expect(drawing, "the theme's minimum is 6.5 pt");
}

/* WCAG: large is from 18 pt, in bold from 14 pt. */
static void
bold_is_large_from_14_pt(void **state)
{
  for (int bold = 0; bold < 2; bold++)
    for (double size = 13.5; size < 15; size += 0.5) {
      JbDrawing *drawing = page();
      JbTextStyle style = {.face = bold ? JB_FACE_BOLD : JB_FACE_REGULAR,
                           .size_pt = size,
                           .colour = JB_RGB(0x888888), /* 3.5:1 */
                           .lang = JB_LANG_ZH};
      jb_text_draw(drawing, *state, &style, (JbPoint){20, 50}, JB_ALIGN_LEFT, "生产");
      expect(drawing, bold && size >= 14 ? NULL : "WCAG AA asks for 4.5");
    }
}

static void
contrast(void **state)
{
  JbDrawing *drawing = page();
  put(drawing, *state, 20, 50, 10, JB_RGB(0x888888), 0, "生产"); /* 3.5:1 */
  expect(drawing, "WCAG AA asks for 4.5");
  drawing = page();
  put(drawing, *state, 20, 50, 18, JB_RGB(0x888888), 0, "生产");
  expect(drawing, NULL);
  drawing = page();
  jb_draw_rect(drawing, (JbRect){10, 30, 80, 30}, (JbPaint){.fill = JB_RGB(0x123E7C)});
  put(drawing, *state, 20, 50, 10, INK, 0, "生产");
  expect(drawing, "on #123E7C");
  drawing = page();
  jb_draw_rect(drawing, (JbRect){10, 30, 80, 30}, (JbPaint){.fill = JB_RGB(0x123E7C)});
  put(drawing, *state, 20, 50, 10, JB_RGB(0xFFFFFF), 0, "生产");
  expect(drawing, NULL);
}

static void
marks(void **state)
{
  const JbPaint line = {.stroke = INK, .width_pt = 1};
  for (int halo = 0; halo <= 1; halo++) {
    JbDrawing *drawing = page();
    jb_draw_line(drawing, (JbPoint){30, 10}, (JbPoint){30, 90}, line);
    put(drawing, *state, 20, 50, 10, INK, halo, "生产总值");
    expect(drawing, halo ? NULL : "is crossed by a mark and has no halo");
  }
  JbDrawing *drawing = page();
  put(drawing, *state, 20, 50, 10, INK, 1, "生产总值");
  jb_draw_line(drawing, (JbPoint){30, 10}, (JbPoint){30, 90}, line);
  expect(drawing, "is covered by a mark that is drawn over it");
  drawing = page(); /* the box of a slanted line holds the text, the line does not meet it */
  jb_draw_line(drawing, (JbPoint){0, 0}, (JbPoint){290, 190}, line);
  put(drawing, *state, 20, 150, 10, INK, 0, "生产总值");
  expect(drawing, NULL);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(texts),    cmocka_unit_test(sizes),
      cmocka_unit_test(contrast), cmocka_unit_test(bold_is_large_from_14_pt),
      cmocka_unit_test(marks),
  };
  return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
