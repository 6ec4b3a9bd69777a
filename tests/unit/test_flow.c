/* SPDX-License-Identifier: Apache-2.0 */
/* The page flow on made-up pieces: nothing over the foot, no heading last, gaps and charts flex, errors name the block.
 */
#include "layout/flow.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static JbPiece
solid(double min, double pref, double max)
{
  return (JbPiece){.name = "chart", .height = {min, pref, max}, .gap_before = 10, .repeat = -1};
}

static JbPiece
heading(void)
{
  JbPiece piece = solid(20, 20, 20);
  piece.name = "heading";
  piece.keep_next = TRUE;
  return piece;
}

static const JbPlaced *
at(const GArray *placed, guint i)
{
  return &g_array_index(placed, JbPlaced, i);
}

static void
assert_near(double found, double expected)
{
  if (found < expected - 0.05 || found > expected + 0.05)
    fail_msg("wanted %g, got %g", expected, found);
}

/* What must hold of any flow. */
static void
check(const JbPiece *pieces, const GArray *placed, double height)
{
  for (guint i = 0; i < placed->len; i++) {
    const JbPlaced *one = at(placed, i);
    assert_true(one->y + one->height <= height + 0.05);
    if (pieces[one->piece].columns == NULL)
      assert_true(one->height >= pieces[one->piece].height.min - 0.05);
    if (i + 1 == placed->len || at(placed, i + 1)->page != one->page) {
      assert_false(pieces[one->piece].keep_next && i + 1 < placed->len);
      continue;
    }
    assert_true(at(placed, i + 1)->y >=
                one->y + one->height + 0.7 * pieces[at(placed, i + 1)->piece].gap_before - 0.05);
  }
}

static void
charts_shrink_before_a_page_is_begun(void **state)
{
  (void)state;
  const JbPiece pieces[] = {solid(40, 60, 80), solid(40, 60, 80)};
  const JbPageRule rule = {.height = 115};
  g_autoptr(GArray) fits = g_array_new(FALSE, FALSE, sizeof(JbPageFit));
  g_autoptr(GArray) placed = jb_flow(pieces, 2, &rule, fits, NULL, NULL);
  assert_int_equal(fits->len, 1);
  check(pieces, placed, rule.height);
  JbPageFit fit = g_array_index(fits, JbPageFit, 0);
  assert_near(fit.gaps, 0.7); /* gaps first, then the charts */
  assert_near(fit.charts, -0.3);
}

static void
a_heading_goes_with_what_it_heads(void **state)
{
  (void)state;
  JbPiece pieces[] = {solid(70, 70, 90), heading(), solid(50, 50, 50)};
  const JbPageRule rule = {.height = 110};
  g_autoptr(GArray) placed = jb_flow(pieces, 3, &rule, NULL, NULL, NULL);
  check(pieces, placed, rule.height);
  assert_int_equal(at(placed, 1)->page, 1);
  assert_int_equal(at(placed, 2)->page, 1);
  assert_near(at(placed, 0)->height, 90); /* and the chart above takes what is left */
}

/* A greedy flow would put three pieces on page 1 and leave page 2 with one small one before a forced break. */
static void
pages_share_what_there_is(void **state)
{
  (void)state;
  JbPiece pieces[] = {solid(40, 40, 60), solid(40, 40, 60), solid(10, 10, 12), solid(90, 90, 110)};
  pieces[3].page_before = TRUE;
  const JbPageRule rule = {.height = 115};
  g_autoptr(GArray) fits = g_array_new(FALSE, FALSE, sizeof(JbPageFit));
  g_autoptr(GArray) placed = jb_flow(pieces, 4, &rule, fits, NULL, NULL);
  check(pieces, placed, rule.height);
  assert_int_equal(fits->len, 2);
  assert_true(g_array_index(fits, JbPageFit, 0).fill > 0.95);
}

static void
what_does_not_fit_is_named(void **state)
{
  (void)state;
  GError *error = NULL;
  JbPiece pieces[] = {solid(40, 40, 60), solid(130, 130, 130)};
  pieces[1].name = "gauge";
  JbPageRule rule = {.height = 110};
  assert_null(jb_flow(pieces, 2, &rule, NULL, NULL, &error));
  assert_true(g_error_matches(error, JB_ERROR, JB_ERROR_CONFIG));
  assert_non_null(strstr(error->message, "E_FIT"));
  assert_non_null(strstr(error->message, "`gauge`"));
  assert_non_null(strstr(error->message, "20 pt are missing"));
  g_clear_error(&error);
  rule = (JbPageRule){.height = 130, .max_pages = 1};
  assert_null(jb_flow(pieces, 2, &rule, NULL, NULL, &error));
  assert_non_null(strstr(error->message, "allows 1"));
  g_error_free(error);
}

/* ---- Columns -------------------------------------------------------------------------------------------------- */

static JbColumns
rows_of(JbAtom *atoms, guint n, const double *band_h)
{
  for (guint i = 0; i < n; i++)
    atoms[i] = (JbAtom){.height = 10 + i % 3};
  return (JbColumns){.n_columns = 2, .head_h = 12, .n_atoms = n, .atoms = atoms, .band_h = band_h};
}

static void
every_row_stands_once(void **state)
{
  (void)state;
  JbAtom atoms[97];
  const double band_h[] = {0};
  JbColumns columns = rows_of(atoms, G_N_ELEMENTS(atoms), band_h);
  for (double height = 90; height < 500; height += 13) {
    JbPiece pieces[] = {solid(40, 50, 60),
                        heading(),
                        {.name = "table", .columns = &columns, .gap_before = 7, .repeat = -1},
                        solid(30, 30, 40)};
    const JbPageRule rule = {.height = height};
    g_autoptr(GArray) placed = jb_flow(pieces, G_N_ELEMENTS(pieces), &rule, NULL, NULL, NULL);
    assert_non_null(placed);
    check(pieces, placed, height);
    guint next = 0;
    for (guint i = 0; i < placed->len; i++)
      if (at(placed, i)->piece == 2) {
        assert_int_equal(at(placed, i)->cut[0], next);
        next = at(placed, i)->cut[2];
      }
    assert_int_equal(next, G_N_ELEMENTS(atoms));
  }
}

/* In frames what goes on has its heading again, numbered, and the parts are alike. */
static void
frames_repeat_the_heading(void **state)
{
  (void)state;
  JbAtom atoms[30];
  const double band_h[] = {0};
  JbColumns columns = rows_of(atoms, G_N_ELEMENTS(atoms), band_h);
  const JbPiece pieces[] = {heading(), {.name = "table", .columns = &columns, .gap_before = 7, .repeat = 0}};
  const JbPageRule rule = {.height = 130, .stretch = TRUE};
  g_autoptr(GArray) placed = jb_flow(pieces, 2, &rule, NULL, NULL, NULL);
  assert_int_equal(placed->len, 4);
  assert_int_equal(at(placed, 0)->part.parts, 2);
  assert_int_equal(at(placed, 2)->piece, 0);
  assert_int_equal(at(placed, 2)->part.part, 2);
  assert_in_range(at(placed, 1)->cut[2], 13, 18);
}

/* Two rows too many for a page: some more go over with them, and the page before ends a little early. */
static void
more_than_a_few_rows_go_over(void **state)
{
  (void)state;
  JbAtom atoms[40];
  const double band_h[] = {0};
  JbColumns columns = rows_of(atoms, G_N_ELEMENTS(atoms), band_h);
  const JbPiece pieces[] = {{.name = "table", .columns = &columns, .gap_before = 7, .repeat = -1}};
  const JbPageRule rule = {.height = 220};
  g_autoptr(GArray) fits = g_array_new(FALSE, FALSE, sizeof(JbPageFit));
  g_autoptr(GArray) placed = jb_flow(pieces, 1, &rule, fits, NULL, NULL);
  assert_int_equal(placed->len, 2);
  assert_true(g_array_index(fits, JbPageFit, 0).fill > 0.75);
  assert_true(g_array_index(fits, JbPageFit, 1).fill >= 0.2);
}

/* The second part of a chart follows the first without a gap, or begins a page and has a title there. */
static void
a_part_of_a_chart_has_its_title_again(void **state)
{
  (void)state;
  JbPiece pieces[] = {solid(60, 60, 60), solid(50, 50, 50), solid(50, 50, 50)};
  pieces[2].gap_before = 0;
  pieces[2].again_h = 15;
  for (double height = 175; height >= 125; height -= 50) {
    const JbPageRule rule = {.height = height};
    g_autoptr(GArray) placed = jb_flow(pieces, 3, &rule, NULL, NULL, NULL);
    check(pieces, placed, height);
    const JbPlaced *second = at(placed, 2);
    gboolean begins = height < 170;
    assert_int_equal(second->page, begins ? 1 : 0);
    assert_int_equal(second->part.part, begins ? 2 : 0);
    assert_near(second->height, begins ? 65 : 50);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(charts_shrink_before_a_page_is_begun),
      cmocka_unit_test(a_heading_goes_with_what_it_heads),
      cmocka_unit_test(pages_share_what_there_is),
      cmocka_unit_test(what_does_not_fit_is_named),
      cmocka_unit_test(every_row_stands_once),
      cmocka_unit_test(frames_repeat_the_heading),
      cmocka_unit_test(more_than_a_few_rows_go_over),
      cmocka_unit_test(a_part_of_a_chart_has_its_title_again),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
