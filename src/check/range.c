/* SPDX-License-Identifier: Apache-2.0 */
/* Ranges of written figures and the interval arithmetic on them: see range.h. */
#include "check/range.h"

#define MOST        ((JbWide)1 << 100) /* of an end: sums and differences of two stay far from overflow */
#define FINEST      6                  /* decimals of a base unit that are kept */
#define ROUND_ZEROS 2                  /* zeros at the end of a whole number from which on it counts as rounded */

static JbWide
power_of_ten(gint32 power)
{
  JbWide result = 1;
  while (power-- > 0)
    result *= 10;
  return result;
}

gboolean
jb_range_exact(const JbFact *fact, JbWide *value)
{
  JbDecimal amount = jb_decimal_trim(fact->amount.value);
  if (fact->amount.unit == NULL || amount.scale > FINEST)
    return FALSE;
  *value = (JbWide)amount.digits * power_of_ten(FINEST - amount.scale);
  return *value<MOST && * value> - MOST;
}

static gboolean
is_rate(const JbFact *fact)
{
  return g_strcmp0(fact->amount.unit, "percent") == 0 || g_strcmp0(fact->amount.unit, "percentage_point") == 0;
}

JbWide
jb_range_unit(const JbFact *fact)
{
  JbWide value, digits = fact->value.digits;
  if (digits == 0)
    return is_rate(fact) && fact->value.scale <= FINEST ? power_of_ten(FINEST - fact->value.scale) : 0;
  if (!jb_range_exact(fact, &value))
    return 0;
  JbWide unit = value / digits;
  guint zeros = 0;
  for (; fact->value.scale == 0 && digits % 10 == 0; digits /= 10)
    zeros++;
  if (zeros >= ROUND_ZEROS && !is_rate(fact))
    unit *= power_of_ten((gint32)zeros - 1);
  return unit < 0 ? -unit : unit;
}

gboolean
jb_range_of(const JbFact *fact, JbRange *range)
{
  JbWide value, unit = jb_range_unit(fact);
  if (unit == 0 || !jb_range_exact(fact, &value))
    return FALSE;
  JbWide half = (unit + 1) / 2;
  *range = value < 0 ? (JbRange){value - unit, value + half} : (JbRange){value - half, value + unit};
  return TRUE;
}

gboolean
jb_range_point(const JbFact *fact, JbRange *point)
{
  JbWide value;
  if (!jb_range_exact(fact, &value))
    return FALSE;
  *point = (JbRange){value, value};
  return TRUE;
}

JbRange
jb_range_add(JbRange a, JbRange b)
{
  return (JbRange){a.lo + b.lo, a.hi + b.hi};
}

JbRange
jb_range_sub(JbRange a, JbRange b)
{
  return (JbRange){a.lo - b.hi, a.hi - b.lo};
}

static gboolean
multiply(JbWide a, JbWide b, JbWide *product)
{
  return !__builtin_mul_overflow(a, b, product) && *product<MOST * JB_MILLION && * product> - MOST * JB_MILLION;
}

/* Towards minus infinity; `bottom` is positive. */
static JbWide
divide_down(JbWide top, JbWide bottom)
{
  JbWide quotient = top / bottom;
  return top % bottom < 0 ? quotient - 1 : quotient;
}

static JbWide
divide_up(JbWide top, JbWide bottom)
{
  return -divide_down(-top, bottom);
}

gboolean
jb_range_grow(JbRange level, JbRange percent, guint years, JbRange *result)
{
  const JbWide hundred = 100 * JB_MILLION;
  if (level.lo <= 0 || percent.lo <= -hundred)
    return FALSE;
  for (guint i = 0; i < years; i++) {
    JbWide low, high;
    if (!multiply(level.lo, hundred + percent.lo, &low) || !multiply(level.hi, hundred + percent.hi, &high))
      return FALSE;
    level = (JbRange){divide_down(low, hundred), divide_up(high, hundred)};
    if (level.hi > MOST)
      return FALSE;
  }
  *result = level;
  return TRUE;
}

gboolean
jb_range_growth(JbRange earlier, JbRange later, JbRange *percent)
{
  const JbWide hundred = 100 * JB_MILLION;
  JbWide low, high;
  if (earlier.lo <= 0 || later.lo <= 0 || !multiply(later.lo, hundred, &low) || !multiply(later.hi, hundred, &high))
    return FALSE;
  *percent = (JbRange){divide_down(low, earlier.hi) - hundred, divide_up(high, earlier.lo) - hundred};
  return TRUE;
}

gboolean
jb_range_meet(JbRange a, JbRange b)
{
  return a.lo <= b.hi && b.lo <= a.hi;
}

JbWide
jb_range_gap(JbRange a, JbRange b)
{
  if (jb_range_meet(a, b))
    return 0;
  return a.lo > b.hi ? a.lo - b.hi : b.lo - a.hi;
}

gboolean
jb_range_figure(const JbFact *like, JbWide value, gint32 decimals, JbFact *figure)
{
  JbWide exact;
  if (like->value.digits == 0 || !jb_range_exact(like, &exact))
    return FALSE;
  gint32 scale = CLAMP(decimals, like->value.scale, FINEST);
  /* value : exact = digits : like's digits, at like's scale; the decimals wanted on top */
  JbWide top, bottom = exact;
  if (!multiply(value, (JbWide)like->value.digits * power_of_ten(scale - like->value.scale), &top))
    return FALSE;
  if (bottom < 0) {
    bottom = -bottom;
    top = -top;
  }
  JbWide digits = divide_down(2 * top + bottom, 2 * bottom);
  if (digits > G_GINT64_CONSTANT(999999999999999999) || digits < -G_GINT64_CONSTANT(999999999999999999))
    return FALSE;
  *figure = *like;
  figure->value = (JbDecimal){.digits = (gint64)digits, .scale = scale};
  figure->bound = JB_BOUND_EQ;
  return TRUE;
}
