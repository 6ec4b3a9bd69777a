/* SPDX-License-Identifier: Apache-2.0 */
/* Values of facts: their text and how the written unit relates to the base unit. */
#include "facts/facts.h"

void
jb_decimal_append(GString *out, JbDecimal value)
{
  char digits[24], *end = digits + sizeof digits, *at = end;
  guint64 rest = value.digits < 0 ? (guint64)0 - (guint64)value.digits : (guint64)value.digits;
  for (gint32 place = 0; rest != 0 || place <= value.scale; place++) {
    if (place == value.scale && place > 0)
      *--at = '.';
    *--at = (char)('0' + rest % 10);
    rest /= 10;
  }
  if (value.digits < 0)
    *--at = '-';
  g_string_append_len(out, at, end - at);
}

/* 万亿元 → 12, from the unit's own words; 千 is left alone: in 千瓦 and 千克 it is part of the unit. */
static gint32
multiplier_of_unit(const char *unit)
{
  static const struct {
    const char *zh;
    gint32 power;
  } words[] = {
      {.zh = "万亿", .power = 12}, {.zh = "千亿", .power = 11}, {.zh = "百亿", .power = 10}, {.zh = "千万", .power = 7},
      {.zh = "百万", .power = 6},  {.zh = "亿", .power = 8},    {.zh = "万", .power = 4},
  };
  for (gsize i = 0; unit != NULL && i < G_N_ELEMENTS(words); i++)
    if (g_str_has_prefix(unit, words[i].zh))
      return words[i].power;
  return 0;
}

gboolean
jb_fact_multiplier(const JbFact *fact, gint32 *power)
{
  if (fact->amount.unit == NULL)
    return FALSE;
  if (fact->value.digits == 0) { /* zero says nothing about the power */
    *power = multiplier_of_unit(fact->unit);
    return fact->amount.value.digits == 0;
  }
  for (gint32 p = -6; p <= 16; p++) { /* from 毫克 to 万亿元 */
    JbDecimal moved;
    if (jb_decimal_shift(fact->value, p, &moved) && jb_decimal_compare(moved, fact->amount.value) == 0) {
      *power = p;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean
jb_fact_to_unit(JbFact *fact, const JbFact *model)
{
  gint32 power, wanted;
  if (g_strcmp0(fact->unit, model->unit) == 0)
    return TRUE;
  if (!jb_fact_multiplier(fact, &power) || !jb_fact_multiplier(model, &wanted) ||
      !jb_decimal_shift(fact->amount.value, -wanted, &fact->value))
    return FALSE;
  fact->unit = model->unit;
  return TRUE;
}
