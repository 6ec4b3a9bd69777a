/* SPDX-License-Identifier: Apache-2.0 */
/* Exact decimals at their limits, and the roots and powers that derived facts are made of. */
#include <jianbao/base.h>

#include "facts/facts.h"
#include "wording/number.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static JbDecimal
decimal(const char *text)
{
  JbDecimal value = {0};
  assert_true(jb_decimal_parse(jb_slice(text), &value));
  return value;
}

static void
assert_decimal(JbDecimal value, const char *text)
{
  g_autoptr(GString) out = g_string_new(NULL);
  jb_decimal_append(out, value);
  assert_string_equal(out->str, text);
}

static void
text_of_a_decimal_keeps_every_digit(void **state)
{
  (void)state;
  static const char *const same[] = {
      "0", "0.0", "0.05", "-0.46", "6.60", "163", "999999999999999999", "-0.000000000000000001"};
  for (gsize i = 0; i < G_N_ELEMENTS(same); i++)
    assert_decimal(decimal(same[i]), same[i]);
}

static void
a_number_with_more_digits_than_fit_is_refused(void **state)
{
  (void)state;
  static const char *const too_long[] = {"1000000000000000000", "1.0000000000000000001", "0.0000000000000000000"};
  JbDecimal value;
  for (gsize i = 0; i < G_N_ELEMENTS(too_long); i++)
    assert_false(jb_decimal_parse(jb_slice(too_long[i]), &value));
}

static void
a_shift_moves_the_point_and_drops_only_its_own_zeros(void **state)
{
  (void)state;
  JbDecimal moved = {0};
  assert_true(jb_decimal_shift(decimal("163"), 8, &moved));
  assert_decimal(moved, "16300000000");
  assert_true(jb_decimal_shift(moved, -9, &moved));
  assert_decimal(moved, "16.3");
  assert_true(jb_decimal_shift(decimal("6.60"), 1, &moved));
  assert_decimal(moved, "66.0");
  assert_true(jb_decimal_shift(decimal("12.345"), 2, &moved));
  assert_decimal(moved, "1234.5");
  assert_false(jb_decimal_shift(decimal("1234567"), 12, &moved));
  assert_decimal(moved, "1234.5"); /* untouched */
}

static void
rounding_goes_to_the_even_neighbour(void **state)
{
  (void)state;
  static const struct {
    const char *from, *to;
  } cases[] = {{"2.5", "2"}, {"3.5", "4"}, {"-2.5", "-2"}, {"2.51", "3"}, {"-2.51", "-3"}, {"0.5", "0"}, {"1.49", "1"}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    assert_decimal(jb_decimal_round(decimal(cases[i].from), 0), cases[i].to);
}

static void
average_growth_is_the_exact_root(void **state)
{
  (void)state;
  static const struct {
    const char *later, *earlier, *percent;
    guint years;
  } cases[] = {
      {.later = "163", .earlier = "99.2", .years = 5, .percent = "10.4"},
      {.later = "121", .earlier = "100", .years = 2, .percent = "10.0"},
      {.later = "100", .earlier = "100", .years = 7, .percent = "0.0"},
      {.later = "81", .earlier = "100", .years = 2, .percent = "-10.0"},
      {.later = "1.0005", .earlier = "1", .years = 1, .percent = "0.0"}, /* a tie: to the even tenth */
      {.later = "1.0015", .earlier = "1", .years = 1, .percent = "0.2"},
      {.later = "1.00051", .earlier = "1", .years = 1, .percent = "0.1"},
      {.later = "149998999999999999", .earlier = "82712200000000000", .years = 30, .percent = "2.0"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    JbDecimal percent;
    assert_true(jb_average_growth(decimal(cases[i].later), decimal(cases[i].earlier), cases[i].years, &percent));
    assert_decimal(percent, cases[i].percent);
  }
  JbDecimal percent;
  assert_false(jb_average_growth(decimal("1"), decimal("0"), 5, &percent));
  assert_false(jb_average_growth(decimal("-1"), decimal("1"), 5, &percent));
  assert_false(jb_average_growth(decimal("1200"), decimal("1"), 1, &percent)); /* beyond 1000 % a year */
}

static void
growth_is_applied_and_taken_away_at_the_levels_decimals(void **state)
{
  (void)state;
  JbDecimal result;
  assert_true(jb_compound(decimal("163"), decimal("8"), 5, &result));
  assert_decimal(result, "240");
  assert_true(jb_compound(decimal("7.03"), decimal("-5.5"), 1, &result));
  assert_decimal(result, "6.64");
  assert_true(jb_uncompound(decimal("7.03"), decimal("5.5"), &result));
  assert_decimal(result, "6.66");
  assert_false(jb_uncompound(decimal("7.03"), decimal("-100"), &result));
  assert_false(jb_compound(decimal("999999999999999999"), decimal("99.9999"), 9, &result));
}

static void
a_division_is_exact_or_has_three_digits(void **state)
{
  (void)state;
  static const struct {
    const char *mu, *hectares;
  } cases[] = {{"80000000", "5330000"}, {"1800000000", "120000000"}, {"40", "2.67"}, {"1", "0.0667"}, {"0", "0"},
               {"1.5", "0.1"}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    JbDecimal hectares;
    assert_true(jb_divide_readably(decimal(cases[i].mu), decimal("15"), &hectares));
    assert_decimal(hectares, cases[i].hectares);
  }
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(text_of_a_decimal_keeps_every_digit),
      cmocka_unit_test(a_number_with_more_digits_than_fit_is_refused),
      cmocka_unit_test(a_shift_moves_the_point_and_drops_only_its_own_zeros),
      cmocka_unit_test(rounding_goes_to_the_even_neighbour),
      cmocka_unit_test(average_growth_is_the_exact_root),
      cmocka_unit_test(growth_is_applied_and_taken_away_at_the_levels_decimals),
      cmocka_unit_test(a_division_is_exact_or_has_three_digits),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
