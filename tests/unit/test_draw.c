/* SPDX-License-Identifier: Apache-2.0 */
/* The display list: what it refuses, what it says about it, and its dump. */
#include <jianbao/draw.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define BLACK JB_RGB(0x000000)

static JbDrawing *
drawing_with_page(void)
{
  JbDrawing *drawing = jb_drawing_new();
  jb_draw_page(drawing, 100, 50);
  return drawing;
}

/* The check must fail as a bug of ours, with a message that holds `part`. */
static void
assert_refused(const JbDrawing *drawing, const char *part)
{
  g_autoptr(GError) error = NULL;
  assert_false(jb_drawing_check(drawing, &error));
  assert_true(g_error_matches(error, JB_ERROR, JB_ERROR_BUG));
  assert_non_null(strstr(error->message, part));
}

static void
no_page(void **state)
{
  (void)state;
  g_autoptr(JbDrawing) empty = jb_drawing_new();
  assert_refused(empty, "no page");
  jb_draw_line(empty, (JbPoint){0, 0}, (JbPoint){1, 1}, (JbPaint){.stroke = BLACK});
  assert_refused(empty, "before the first page");
}

static void
coordinates_that_are_no_numbers(void **state)
{
  (void)state;
  const double bad[] = {NAN, INFINITY, -INFINITY};
  for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
    g_autoptr(JbDrawing) line = drawing_with_page(), rect = drawing_with_page(), arc = drawing_with_page();
    g_autoptr(JbDrawing) link = drawing_with_page(), text = drawing_with_page(), page = jb_drawing_new();
    jb_draw_line(line, (JbPoint){0, 0}, (JbPoint){bad[i], 1}, (JbPaint){.stroke = BLACK});
    assert_refused(line, "page 1: a path");
    jb_draw_rect(rect, (JbRect){0, 0, 1, 1}, (JbPaint){.stroke = BLACK, .width_pt = bad[i]});
    assert_refused(rect, "stroke");
    jb_draw_arc(arc, (JbPoint){0, 0}, 5, 0, bad[i], (JbPaint){.stroke = BLACK});
    assert_refused(arc, "an arc");
    jb_draw_link(link, (JbRect){0, bad[i], 1, 1}, "https://example.org", "x");
    assert_refused(link, "https://example.org");
    jb_draw_text_item(text, &(JbTextItem){.text = "增长", .size_pt = bad[i]});
    assert_refused(text, "增长");
    jb_draw_page(page, bad[i], 10);
    assert_refused(page, "a page");
  }
}

static void
tags_that_do_not_pair(void **state)
{
  (void)state;
  g_autoptr(JbDrawing) open = drawing_with_page(), closed = drawing_with_page();
  jb_draw_begin(open, JB_ROLE_SECT);
  jb_draw_begin(open, JB_ROLE_TABLE);
  jb_draw_begin(open, JB_ROLE_TR);
  jb_draw_end(open);
  assert_refused(open, "innermost is Table");
  jb_draw_end(closed);
  assert_refused(closed, "never begun");
}

static void
names_that_lead_nowhere(void **state)
{
  (void)state;
  g_autoptr(JbDrawing) link = drawing_with_page(), twice = drawing_with_page(), outline = drawing_with_page();
  jb_draw_link(link, (JbRect){0, 0, 1, 1}, "#away", "x");
  assert_refused(link, "#away");
  jb_draw_anchor(twice, (JbPoint){0, 0}, "here");
  jb_draw_anchor(twice, (JbPoint){0, 9}, "here");
  assert_refused(twice, "here");
  jb_draw_outline(outline, 1, "总览", "away");
  assert_refused(outline, "总览");
  g_autoptr(JbDrawing) level = drawing_with_page();
  jb_draw_anchor(level, (JbPoint){0, 0}, "here");
  jb_draw_outline(level, 2, "总览", "here");
  assert_refused(level, "level 2");
}

static void
first_failure_is_kept(void **state)
{
  (void)state;
  g_autoptr(JbDrawing) drawing = drawing_with_page();
  jb_draw_end(drawing);
  jb_draw_line(drawing, (JbPoint){NAN, 0}, (JbPoint){1, 1}, (JbPaint){.stroke = BLACK});
  jb_drawing_fail(drawing, g_error_new(JB_ERROR, JB_ERROR_CONFIG, "later"));
  assert_refused(drawing, "never begun");
  assert_int_equal(((JbPage *)drawing->pages->pdata[0])->items->len, 0);
}

/* Every point of an arc is as far from the centre as its radius, to a hundredth of a point on a page. */
static void
arcs_are_round(void **state)
{
  (void)state;
  g_autoptr(JbDrawing) drawing = drawing_with_page();
  jb_draw_arc(drawing, (JbPoint){50, 25}, 20, -135, 135, (JbPaint){.stroke = BLACK, .width_pt = 1});
  const JbPage *page = drawing->pages->pdata[0];
  const JbPathItem *path = &g_array_index(page->items, JbDrawItem, 0).path;
  JbPoint at = path->segments[0].p[0];
  assert_true(fabs(at.x - (50 - 20 * sqrt(0.5))) < 1e-9 && fabs(at.y - (25 + 20 * sqrt(0.5))) < 1e-9);
  for (guint i = 1; i < path->n_segments; i++) {
    const JbPoint *p = path->segments[i].p;
    for (double t = 0; t <= 1; t += 0.0625) {
      double u = 1 - t;
      double x = u * u * u * at.x + 3 * u * u * t * p[0].x + 3 * u * t * t * p[1].x + t * t * t * p[2].x;
      double y = u * u * u * at.y + 3 * u * u * t * p[0].y + 3 * u * t * t * p[1].y + t * t * t * p[2].y;
      assert_true(fabs(hypot(x - 50, y - 25) - 20) < 0.01);
    }
    at = p[2];
  }
}

static void
dump(void **state)
{
  (void)state;
  g_autoptr(JbDrawing) drawing = drawing_with_page();
  drawing->title_zh = "速览";
  jb_draw_begin(drawing, JB_ROLE_SECT);
  jb_draw_anchor(drawing, (JbPoint){1, 2}, "one");
  jb_draw_begin_figure(drawing, (JbRect){0, 0, 100, 50}, "“图”\n\"a\"\\");
  jb_draw_rect(drawing, (JbRect){1.005, -0.001, 2, 3}, (JbPaint){.fill = JB_RGB(0x3A9BB8)});
  jb_draw_line(drawing, (JbPoint){0, 0}, (JbPoint){4, 0},
               (JbPaint){.stroke = 0x01020380, .width_pt = 0.5, .dash_pt = {2, 1}, .round = TRUE});
  jb_draw_end(drawing);
  jb_draw_link(drawing, (JbRect){1, 2, 3, 4}, "#one", "至首节");
  jb_draw_end(drawing);
  jb_draw_outline(drawing, 1, "第一节", "one");
  g_autoptr(GError) error = NULL;
  assert_true(jb_drawing_check(drawing, &error));
  g_autoptr(GString) text = g_string_new(NULL);
  jb_drawing_dump(drawing, text);
  assert_string_equal(text->str, "title-zh \"速览\"\n"
                                 "page 1 100.00 x 50.00\n"
                                 "  begin Sect\n"
                                 "    anchor 1.00,2.00 \"one\"\n"
                                 "    begin Figure 0.00,0.00 100.00x50.00 \"“图”\\n\\\"a\\\"\\\\\"\n"
                                 "      path fill #3A9BB8 M 1.00,0.00 L 3.00,0.00 L 3.00,3.00 L 1.00,3.00 Z\n"
                                 "      path stroke #01020380 0.50 dash 2.00,1.00 round M 0.00,0.00 L 4.00,0.00\n"
                                 "    end\n"
                                 "    link 1.00,2.00 3.00x4.00 \"#one\" \"至首节\"\n"
                                 "  end\n"
                                 "outline 1 \"第一节\" #one\n");
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_page),
      cmocka_unit_test(coordinates_that_are_no_numbers),
      cmocka_unit_test(tags_that_do_not_pair),
      cmocka_unit_test(names_that_lead_nowhere),
      cmocka_unit_test(first_failure_is_kept),
      cmocka_unit_test(arcs_are_round),
      cmocka_unit_test(dump),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
