/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Figures: a value in a written Chinese unit, expressed in the unit that English uses for it.
 * All exact but one: mu become hectares rounded to three digits, as the official translations have it.
 */
#include "wording/figure.h"

#include "wording/number.h"

static const JbDecimal two_thousand = {.digits = 2000};

/* 2000 jin are a metric ton; below one ton, kilograms are the readable unit. Both are exact. */
static void
convert_jin(JbFigure *figure, JbDecimal largest)
{
  JbDecimal tons, kilograms;
  JbDecimal size = largest.digits < 0 ? jb_decimal_neg(largest) : largest;
  figure->is_mass = jb_decimal_compare(size, two_thousand) >= 0;
  if (figure->is_mass && jb_decimal_mul(figure->value, (JbDecimal){.digits = 5, .scale = 4}, &tons))
    figure->value = jb_decimal_trim(tons);
  else if (jb_decimal_mul(figure->value, (JbDecimal){.digits = 5, .scale = 1}, &kilograms))
    figure->value = jb_decimal_trim(kilograms);
}

static void
convert_mu(JbFigure *figure)
{
  JbDecimal hectares;
  figure->mu = figure->value;
  figure->has_mu = TRUE;
  if (jb_divide_readably(figure->value, (JbDecimal){.digits = 15}, &hectares))
    figure->value = hectares;
}

/* 翻两番 is four times, and a growth of 300 %. */
static void
convert_doublings(JbFigure *figure, gboolean is_growth)
{
  JbDecimal whole = jb_decimal_trim(figure->value);
  if (whole.scale != 0 || whole.digits < 0 || whole.digits > 16)
    return;
  gint64 times = (gint64)1 << whole.digits;
  figure->is_percent = is_growth;
  figure->value.digits = is_growth ? (times - 1) * 100 : times;
  figure->value.scale = 0;
}

JbFigure
jb_figure(JbDecimal value, JbDecimal largest, const char *unit, JbMeasure measure)
{
  JbUnitWordParts parts = jb_unit_word_parts(unit != NULL ? unit : "");
  JbFigure figure = {.value = value, .unit = parts.unit, .per = parts.per, .rest = parts.rest};
  if (!jb_decimal_shift(value, parts.power, &figure.value)) /* 18 digits do not hold it: keep the written form */
    return (JbFigure){.value = value, .rest = unit, .as_written = TRUE};
  if (parts.unit == NULL)
    return figure;
  gboolean is_growth = measure == JB_MEASURE_GROWTH || measure == JB_MEASURE_AVERAGE_GROWTH;
  switch (parts.unit->kind) {
  case JB_WORD_MU:
    if (parts.per == NULL)
      convert_mu(&figure);
    break;
  case JB_WORD_JIN:
    if (jb_decimal_shift(largest, parts.power, &largest))
      convert_jin(&figure, largest);
    break;
  case JB_WORD_TIMES: /* 增长2倍 is +200 % */
    figure.is_percent = is_growth && jb_decimal_shift(figure.value, 2, &figure.value);
    break;
  case JB_WORD_TENTHS:
    figure.is_percent = jb_decimal_shift(figure.value, 1, &figure.value);
    break;
  case JB_WORD_DOUBLING:
    convert_doublings(&figure, is_growth);
    break;
  case JB_WORD_PERCENT:
    figure.is_percent = TRUE;
    break;
  case JB_WORD_COUNT:
  case JB_WORD_NOUN:
  case JB_WORD_YUAN:
  case JB_WORD_MONEY:
  case JB_WORD_POINTS:
  case JB_WORD_POWER:
  case JB_WORD_ORDINAL:
    break;
  }
  /* 元/斤: what a kilogram costs is twice the price of a jin. */
  if (parts.per != NULL && parts.per->kind == JB_WORD_JIN)
    jb_decimal_add(figure.value, figure.value, &figure.value);
  return figure;
}

/* ---- Words for the unit ------------------------------------------------------------------------------------ */

/* The noun of a unit in a style; "" where English has none. */
static const char *
unit_word(const JbFigure *figure, JbStyle style, gboolean is_one)
{
  static const JbUnitWord ton = {.one = "metric ton", .many = "metric tons", .label = "t", .table = "metric tons"};
  static const JbUnitWord percent = {.one = "percent", .many = "percent", .label = "%", .table = "%"};
  const JbUnitWord *unit = figure->is_percent ? &percent : figure->is_mass ? &ton : figure->unit;
  if (unit == NULL)
    return figure->rest;
  const char *plural = unit->many != NULL ? unit->many : unit->one != NULL ? unit->one : "";
  const char *word = style == JB_STYLE_TABLE   ? unit->table
                     : style == JB_STYLE_LABEL ? unit->label
                     : is_one                  ? unit->one
                                               : NULL;
  return word != NULL ? word : plural;
}

/* Rates per mu stay per mu: converted they would not be exact. */
const char *
jb_figure_per(const JbFigure *figure, JbStyle style)
{
  const JbUnitWord *per = figure->per;
  if (per->kind == JB_WORD_MU)
    return "mu";
  if (per->per != NULL || per->one == NULL)
    return per->per != NULL ? per->per : "unit";
  return style != JB_STYLE_PROSE && per->label != NULL ? per->label : per->one;
}

const char *
jb_figure_unit(JbArena *arena, const JbFigure *figure, JbStyle style, gboolean is_one)
{
  const char *word = unit_word(figure, style, is_one);
  if (figure->per == NULL)
    return word;
  const char *per = jb_figure_per(figure, style);
  gboolean letters = style != JB_STYLE_PROSE;
  if (*word == '\0')
    return jb_arena_printf(arena, letters ? "/%s" : "per %s", per);
  return jb_arena_printf(arena, letters ? "%s/%s" : "%s per %s", word, per);
}

/* Kilowatts of labels: 1万千瓦 is 10 MW, 1亿千瓦 is 100 GW. Changes the figure, gives the unit. */
const char *
jb_figure_power(JbFigure *figure)
{
  static const struct {
    gint64 from_kw;
    gint32 power;
    const char *unit;
  } steps[] = {
      {.from_kw = 1000000, .power = -6, .unit = "GW"},
      {.from_kw = 1000, .power = -3, .unit = "MW"},
  };
  JbDecimal size = figure->value.digits < 0 ? jb_decimal_neg(figure->value) : figure->value;
  for (gsize i = 0; i < G_N_ELEMENTS(steps); i++)
    if (jb_decimal_compare(size, (JbDecimal){.digits = steps[i].from_kw}) >= 0 &&
        jb_decimal_shift(figure->value, steps[i].power, &figure->value))
      return steps[i].unit;
  return "kW";
}

const JbScale *
jb_figure_scale(const JbFigure *figure)
{
  return figure->as_written ? jb_scale_none() : jb_scale_for(figure->value);
}

const char *
jb_fraction_prose(JbArena *arena, guint above, guint below)
{
  static const char *const parts[] = {NULL,    NULL,      "half",   "third", "quarter", "fifth",
                                      "sixth", "seventh", "eighth", "ninth", "tenth"};
  if (below == 2)
    return parts[below];
  const char *number = jb_number_prose(arena, (JbDecimal){.digits = above}, jb_scale_none(), TRUE);
  return jb_arena_printf(arena, "%s %s%s", number, parts[below], above > 1 ? "s" : "");
}
