/* SPDX-License-Identifier: Apache-2.0 */
/* Slices, arena and exact decimals. */
#include <jianbao/base.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

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
  JbArena *arena = jb_arena_new();
  assert_string_equal(jb_decimal_text(arena, value), text);
  jb_arena_free(arena);
}

static void
decimals_keep_the_digits_as_written(void **state)
{
  (void)state;
  static const char *const same[] = {"0", "163", "6.60", "-19.4", "0.46", "-0.05", "999999999999999999"};
  for (gsize i = 0; i < G_N_ELEMENTS(same); i++)
    assert_decimal(decimal(same[i]), same[i]);
  assert_decimal(decimal("1,234.5"), "1234.5");
  assert_decimal(decimal("+7"), "7");
}

static void
decimals_refuse_what_is_none(void **state)
{
  (void)state;
  static const char *const wrong[] = {
      "", "-", ".5", "5.", "1.2.3", "1,", ",1", "1a", " 1", "1.2,3", "9999999999999999999"};
  JbDecimal value = {.digits = 7, .scale = 1};
  for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++)
    assert_false(jb_decimal_parse(jb_slice(wrong[i]), &value));
  assert_int_equal(value.digits, 7);
}

static void
arithmetic_is_exact(void **state)
{
  (void)state;
  JbDecimal result;
  assert_true(jb_decimal_sub(decimal("163"), decimal("63.8"), &result));
  assert_decimal(result, "99.2");
  assert_true(jb_decimal_add(decimal("0.1"), decimal("0.2"), &result));
  assert_decimal(result, "0.3");
  assert_true(jb_decimal_mul(decimal("1.05"), decimal("1.05"), &result));
  assert_decimal(result, "1.1025");
  assert_true(jb_decimal_div(decimal("1"), decimal("3"), 4, &result));
  assert_decimal(result, "0.3333");
}

static void
overflow_leaves_the_result_untouched(void **state)
{
  (void)state;
  JbDecimal result = {.digits = 1, .scale = 0}, large = decimal("999999999999999999");
  assert_false(jb_decimal_add(large, large, &result));
  assert_false(jb_decimal_mul(large, large, &result));
  assert_false(jb_decimal_div(large, decimal("0"), 2, &result));
  assert_false(jb_decimal_shift(large, 3, &result));
  assert_decimal(result, "1");
}

static void
rounding_goes_to_even(void **state)
{
  (void)state;
  assert_decimal(jb_decimal_round(decimal("2.5"), 0), "2");
  assert_decimal(jb_decimal_round(decimal("3.5"), 0), "4");
  assert_decimal(jb_decimal_round(decimal("-2.5"), 0), "-2");
  assert_decimal(jb_decimal_round(decimal("6.649"), 2), "6.65");
  assert_decimal(jb_decimal_round(decimal("6.6"), 2), "6.6");
}

static void
shifting_moves_the_point(void **state)
{
  (void)state;
  JbDecimal result;
  assert_true(jb_decimal_shift(decimal("163"), 8, &result));
  assert_decimal(result, "16300000000");
  assert_true(jb_decimal_shift(decimal("1.3"), 8, &result));
  assert_decimal(result, "130000000");
  assert_true(jb_decimal_shift(decimal("12287"), -4, &result));
  assert_decimal(result, "1.2287");
  assert_true(jb_decimal_shift(decimal("1200"), -2, &result));
  assert_decimal(result, "12");
}

static void
comparison_ignores_the_scale(void **state)
{
  (void)state;
  assert_int_equal(jb_decimal_compare(decimal("6.60"), decimal("6.6")), 0);
  assert_int_equal(jb_decimal_compare(decimal("-1"), decimal("0.01")), -1);
  assert_int_equal(jb_decimal_compare(decimal("6.61"), decimal("6.6")), 1);
  assert_decimal(jb_decimal_trim(decimal("6.600")), "6.6");
}

static void
slices_find_and_compare(void **state)
{
  (void)state;
  JbSlice text = jb_slice("地区生产总值163亿元");
  assert_true(jb_slice_starts(text, "地区"));
  assert_true(jb_slice_ends(text, "亿元"));
  assert_int_equal(jb_slice_find(text, "163"), (int)strlen("地区生产总值"));
  assert_int_equal(jb_slice_find(text, "万"), -1);
  assert_false(jb_slice_starts(jb_slice("地"), "地区"));
}

static void
arenas_give_zeroed_memory_of_any_size(void **state)
{
  (void)state;
  JbArena *arena = jb_arena_new();
  for (gsize size = 1; size < 3000000; size *= 7) {
    char *bytes = jb_arena_alloc(arena, size);
    assert_int_equal((uintptr_t)bytes % sizeof(void *), 0);
    for (gsize i = 0; i < size; i += 997)
      assert_int_equal(bytes[i], 0);
    memset(bytes, 0xff, size);
  }
  assert_null(jb_arena_dup(arena, NULL));
  assert_string_equal(jb_arena_printf(arena, "%s#%d", "weidong-2022", 12), "weidong-2022#12");
  jb_arena_free(arena);
  jb_arena_free(NULL);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(decimals_keep_the_digits_as_written),
      cmocka_unit_test(decimals_refuse_what_is_none),
      cmocka_unit_test(arithmetic_is_exact),
      cmocka_unit_test(overflow_leaves_the_result_untouched),
      cmocka_unit_test(rounding_goes_to_even),
      cmocka_unit_test(shifting_moves_the_point),
      cmocka_unit_test(comparison_ignores_the_scale),
      cmocka_unit_test(slices_find_and_compare),
      cmocka_unit_test(arenas_give_zeroed_memory_of_any_size),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
