/* SPDX-License-Identifier: Apache-2.0 */
/* Roots and powers of decimals in exact integers: no double ever decides a digit that is printed. */
#include "facts/facts.h"

/* ---- A natural number of up to 2048 bits: only what comparing a·x^n with b·y^n takes ---------------- */

#define LIMBS 64

typedef struct {
  guint32 limb[LIMBS]; /* least significant first */
  guint n;             /* limbs in use */
} Big;

static Big
big_from(guint64 value)
{
  Big big = {.limb = {(guint32)value, (guint32)(value >> 32)}, .n = 2};
  return big;
}

static gboolean
big_multiply(Big *big, guint32 factor)
{
  guint64 carry = 0;
  for (guint i = 0; i < big->n; i++) {
    carry += (guint64)big->limb[i] * factor;
    big->limb[i] = (guint32)carry;
    carry >>= 32;
  }
  if (carry == 0)
    return TRUE;
  if (big->n == LIMBS)
    return FALSE;
  big->limb[big->n++] = (guint32)carry;
  return TRUE;
}

static int
big_compare(const Big *a, const Big *b)
{
  for (guint i = MAX(a->n, b->n); i-- > 0;) {
    guint32 left = i < a->n ? a->limb[i] : 0, right = i < b->n ? b->limb[i] : 0;
    if (left != right)
      return left < right ? -1 : 1;
  }
  return 0;
}

/* Sign of value·x^n - other·y^n. */
static int
compare_powers(guint64 value, guint32 x, guint64 other, guint32 y, guint n)
{
  Big left = big_from(value), right = big_from(other);
  for (guint i = 0; i < n; i++)
    if (!big_multiply(&left, x) || !big_multiply(&right, y))
      return 0; /* cannot be: 64 + 60 · 15 bits fit */
  return big_compare(&left, &right);
}

/* Both as integers at one scale. */
static gboolean
same_scale(JbDecimal a, JbDecimal b, guint64 *left, guint64 *right)
{
  a = jb_decimal_trim(a);
  b = jb_decimal_trim(b);
  gint32 scale = MAX(a.scale, b.scale);
  JbDecimal x, y;
  if (a.digits <= 0 || b.digits <= 0 || !jb_decimal_shift(a, scale, &x) || !jb_decimal_shift(b, scale, &y))
    return FALSE;
  *left = (guint64)x.digits;
  *right = (guint64)y.digits;
  return TRUE;
}

#define HALVES     2000  /* half a tenth of a percent */
#define MOST_YEARS 60    /* no report compares over longer spans */
#define MOST       22000 /* ratio of 11 in halves: 1000 % a year */

/*
 * The yearly ratio r = (later/earlier)^(1/n) lies between k/2000 and (k+1)/2000: bisect k by comparing
 * later·2000^n with earlier·k^n. An odd k is the middle between two tenths of a percent.
 */
gboolean
jb_average_growth(JbDecimal later, JbDecimal earlier, guint years, JbDecimal *percent)
{
  guint64 top, bottom;
  if (years < 1 || years > MOST_YEARS || !same_scale(later, earlier, &top, &bottom) ||
      compare_powers(top, HALVES, bottom, MOST, years) >= 0)
    return FALSE;
  guint32 low = 0, high = MOST; /* low ≤ r < high, in halves */
  while (high - low > 1) {
    guint32 middle = low + (high - low) / 2;
    if (compare_powers(top, HALVES, bottom, middle, years) >= 0)
      low = middle;
    else
      high = middle;
  }
  gint64 tenths = low / 2;
  if (low % 2 == 1) {
    gboolean is_tie = compare_powers(top, HALVES, bottom, low, years) == 0;
    tenths += is_tie ? tenths % 2 : 1;
  }
  *percent = (JbDecimal){.digits = tenths - HALVES / 2, .scale = 1};
  return TRUE;
}

/* ---- Growth applied and taken away --------------------------------------------------------------------- */

typedef __int128 Wide;

/* 1 + percent/100 as top / 10^(scale+2): 6.6 % is 1066 / 1000. */
static gboolean
growth_ratio(JbDecimal percent, Wide *top, Wide *bottom)
{
  if (percent.scale > 4)
    return FALSE;
  *bottom = 100;
  for (gint32 i = 0; i < percent.scale; i++)
    *bottom *= 10;
  *top = *bottom + percent.digits;
  return *top > 0;
}

/* top / bottom at `scale` decimals of which none are in `top` yet beyond that; half to even. */
static gboolean
divide(Wide top, Wide bottom, gint32 scale, JbDecimal *result)
{
  Wide quotient = top / bottom, rest = top % bottom;
  if (rest > bottom - rest || (rest == bottom - rest && quotient % 2 != 0))
    quotient++;
  if (quotient > G_GINT64_CONSTANT(999999999999999999))
    return FALSE;
  *result = (JbDecimal){.digits = (gint64)quotient, .scale = scale};
  return TRUE;
}

gboolean
jb_compound(JbDecimal level, JbDecimal percent, guint years, JbDecimal *result)
{
  Wide up, down, top = level.digits, bottom = 1;
  if (level.digits <= 0 || !growth_ratio(percent, &up, &down))
    return FALSE;
  for (guint i = 0; i < years; i++)
    if (__builtin_mul_overflow(top, up, &top) || __builtin_mul_overflow(bottom, down, &bottom))
      return FALSE;
  return divide(top, bottom, level.scale, result);
}

gboolean
jb_uncompound(JbDecimal level, JbDecimal percent, JbDecimal *result)
{
  Wide up, down, top;
  if (level.digits <= 0 || !growth_ratio(percent, &up, &down) || __builtin_mul_overflow((Wide)level.digits, down, &top))
    return FALSE;
  return divide(top, up, level.scale, result);
}
