/* SPDX-License-Identifier: Apache-2.0 */
/* Digits of a label, from exact decimals only. */
#include "wording/number.h"

#include <string.h>

static const JbScale scales[] = {
    {.power = 12, .word = "trillion", .suffix = "trn"},
    {.power = 9, .word = "billion", .suffix = "bn"},
    {.power = 6, .word = "million", .suffix = "m"},
    {.power = 0, .word = "", .suffix = ""},
};

const JbScale *
jb_scale_none(void)
{
  return &scales[G_N_ELEMENTS(scales) - 1];
}

const JbScale *
jb_scale_for(JbDecimal value)
{
  JbDecimal size = value.digits < 0 ? jb_decimal_neg(value) : value;
  for (gsize i = 0; i < G_N_ELEMENTS(scales); i++) {
    JbDecimal one;
    if (jb_decimal_shift((JbDecimal){.digits = 1}, scales[i].power, &one) && jb_decimal_compare(size, one) >= 0)
      return &scales[i];
  }
  return jb_scale_none();
}

const char *
jb_number_grouped(JbArena *arena, JbDecimal value, guint group_from)
{
  const char *text = jb_decimal_text(arena, value);
  const char *point = strchr(text, '.');
  gsize whole = point != NULL ? (gsize)(point - text) : strlen(text);
  if (whole < MAX(group_from, 4))
    return text;
  char *grouped = jb_arena_alloc(arena, strlen(text) + whole / 3 + 1), *to = grouped;
  for (gsize i = 0; i < whole; i++) {
    if (i > 0 && (whole - i) % 3 == 0)
      *to++ = ',';
    *to++ = text[i];
  }
  strcpy(to, text + whole);
  return grouped;
}

const char *
jb_number_scaled(JbArena *arena, JbDecimal value, const JbScale *scale, guint group_from)
{
  JbDecimal mantissa;
  if (!jb_decimal_shift(value, -scale->power, &mantissa))
    mantissa = value;
  return jb_number_grouped(arena, mantissa, group_from);
}

const char *
jb_number_prose(JbArena *arena, JbDecimal value, const JbScale *scale, gboolean words)
{
  static const char *const small[] = {NULL, "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
  const char *number = jb_number_scaled(arena, value, scale, 4);
  if (words && strlen(number) == 1 && *number != '0')
    number = small[*number - '0'];
  return *scale->word != '\0' ? jb_arena_printf(arena, "%s %s", number, scale->word) : number;
}

/* How many digits the whole part has; 0 for values below one. */
static gint32
whole_digits(JbDecimal value)
{
  gint32 count = -value.scale;
  for (gint64 rest = value.digits; rest != 0; rest /= 10)
    count++;
  return count;
}

gboolean
jb_divide_readably(JbDecimal a, JbDecimal b, JbDecimal *quotient)
{
  JbDecimal fine, back;
  if (!jb_decimal_div(a, b, 6, &fine))
    return FALSE;
  if (jb_decimal_mul(fine, b, &back) && jb_decimal_compare(back, a) == 0) {
    *quotient = jb_decimal_trim(fine);
    return TRUE;
  }
  gint32 drop = whole_digits(fine) - 3; /* places left of the point that are given up; negative: decimals kept */
  JbDecimal moved;
  if (!jb_decimal_shift(fine, -drop, &moved))
    return FALSE;
  return jb_decimal_shift(jb_decimal_round(moved, 0), drop, quotient);
}
