/* SPDX-License-Identifier: Apache-2.0 */
/* Exact decimals: 18 digits and a scale; every operation that does not fit says so. */
#include <jianbao/base.h>

#include <math.h>
#include <stdlib.h>

#define MAX_DIGITS 18
#define LIMIT      ((gint64)1000000000000000000) /* 10^18 */

typedef __int128 Wide;

static const gint64 power_of_ten[MAX_DIGITS + 1] = {
    1,
    10,
    100,
    1000,
    10000,
    100000,
    1000000,
    10000000,
    100000000,
    1000000000,
    10000000000,
    100000000000,
    1000000000000,
    10000000000000,
    100000000000000,
    1000000000000000,
    10000000000000000,
    100000000000000000,
    LIMIT,
};

/* Stores digits × 10^-scale, shedding zeros behind the point when they do not fit. */
static gboolean
settle(Wide digits, gint32 scale, JbDecimal *out)
{
  while ((digits >= LIMIT || digits <= -LIMIT || scale > MAX_DIGITS) && scale > 0 && digits % 10 == 0) {
    digits /= 10;
    scale--;
  }
  if (digits >= LIMIT || digits <= -LIMIT || scale > MAX_DIGITS || scale < 0)
    return FALSE;
  *out = (JbDecimal){.digits = (gint64)digits, .scale = scale};
  return TRUE;
}

gboolean
jb_decimal_parse(JbSlice text, JbDecimal *value)
{
  gsize i = 0;
  gboolean negative = FALSE, point = FALSE, any = FALSE;
  gint64 digits = 0;
  gint32 scale = 0;
  if (text.len > 0 && (text.at[0] == '-' || text.at[0] == '+'))
    negative = text.at[i++] == '-';
  for (; i < text.len; i++) {
    char c = text.at[i];
    if (g_ascii_isdigit(c)) {
      if (digits >= LIMIT / 10 || scale == MAX_DIGITS) /* 0.000…: no digits yet, but places */
        return FALSE;
      digits = digits * 10 + (c - '0');
      scale += point;
      any = TRUE;
    } else if (c == '.' && !point && any && i + 1 < text.len) {
      point = TRUE;
    } else if (c != ',' || point || !any || i + 1 == text.len) {
      return FALSE;
    }
  }
  if (!any)
    return FALSE;
  *value = (JbDecimal){.digits = negative ? -digits : digits, .scale = scale};
  return TRUE;
}

char *
jb_decimal_text(JbArena *arena, JbDecimal value)
{
  const char *sign = value.digits < 0 ? "-" : "";
  gint64 size = llabs(value.digits);
  if (value.scale == 0)
    return jb_arena_printf(arena, "%s%" G_GINT64_FORMAT, sign, size);
  gint64 unit = power_of_ten[value.scale];
  return jb_arena_printf(arena, "%s%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT, sign, size / unit, value.scale,
                         size % unit);
}

static Wide
rescaled(JbDecimal value, gint32 scale)
{
  return (Wide)value.digits * power_of_ten[scale - value.scale];
}

gboolean
jb_decimal_add(JbDecimal a, JbDecimal b, JbDecimal *sum)
{
  gint32 scale = MAX(a.scale, b.scale);
  return settle(rescaled(a, scale) + rescaled(b, scale), scale, sum);
}

gboolean
jb_decimal_sub(JbDecimal a, JbDecimal b, JbDecimal *difference)
{
  return jb_decimal_add(a, jb_decimal_neg(b), difference);
}

gboolean
jb_decimal_mul(JbDecimal a, JbDecimal b, JbDecimal *product)
{
  return settle((Wide)a.digits * b.digits, a.scale + b.scale, product);
}

/* a / b to the nearest integer, halves to even. */
static Wide
divide_even(Wide a, Wide b)
{
  gboolean negative = (a < 0) != (b < 0);
  a = a < 0 ? -a : a;
  b = b < 0 ? -b : b;
  Wide quotient = a / b, twice = 2 * (a % b);
  if (twice > b || (twice == b && quotient % 2 != 0))
    quotient++;
  return negative ? -quotient : quotient;
}

gboolean
jb_decimal_div(JbDecimal a, JbDecimal b, gint32 scale, JbDecimal *quotient)
{
  gint32 shift = scale + b.scale - a.scale;
  if (b.digits == 0 || shift > MAX_DIGITS || shift < -MAX_DIGITS)
    return FALSE;
  Wide top = (Wide)a.digits * (shift > 0 ? power_of_ten[shift] : 1);
  Wide bottom = (Wide)b.digits * (shift < 0 ? power_of_ten[-shift] : 1);
  return settle(divide_even(top, bottom), scale, quotient);
}

gboolean
jb_decimal_shift(JbDecimal value, gint32 power, JbDecimal *moved)
{
  if (power >= 0) {
    gint32 used = MIN(power, value.scale);
    if (power - used > MAX_DIGITS)
      return FALSE;
    return settle((Wide)value.digits * power_of_ten[power - used], value.scale - used, moved);
  }
  Wide digits = value.digits;
  gint32 scale = value.scale - power;
  while (scale > value.scale && digits % 10 == 0) {
    digits /= 10;
    scale--;
  }
  return settle(digits, scale, moved);
}

JbDecimal
jb_decimal_round(JbDecimal value, gint32 scale)
{
  if (scale >= value.scale)
    return value;
  Wide digits = divide_even(value.digits, power_of_ten[value.scale - scale]);
  return (JbDecimal){.digits = (gint64)digits, .scale = scale};
}

JbDecimal
jb_decimal_neg(JbDecimal value)
{
  return (JbDecimal){.digits = -value.digits, .scale = value.scale};
}

JbDecimal
jb_decimal_trim(JbDecimal value)
{
  while (value.scale > 0 && value.digits % 10 == 0) {
    value.digits /= 10;
    value.scale--;
  }
  return value;
}

int
jb_decimal_compare(JbDecimal a, JbDecimal b)
{
  gint32 scale = MAX(a.scale, b.scale);
  Wide left = rescaled(a, scale), right = rescaled(b, scale);
  return (left > right) - (left < right);
}

double
jb_decimal_to_double(JbDecimal value)
{
  return (double)value.digits / pow(10.0, value.scale);
}
