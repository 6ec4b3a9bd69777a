/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Quantities in words: a value in its written unit becomes number, unit and bound in either language.
 *
 * Chinese keeps the written unit and every digit. English moves the decimal point to million, billion or
 * trillion and never rounds; only mu are converted inexactly, to three digits as the official translations
 * have it, and then the mu stand behind. figure.c expresses a value in English units, number.c sets its digits;
 * here bound, sign and unit are put around them in the style asked for.
 */
#include <jianbao/wording.h>

#include "base/words.h"
#include "wording/figure.h"
#include "wording/inflect.h"
#include "wording/number.h"

#include <string.h>

static JbDecimal
size_of(JbDecimal value)
{
  return value.digits < 0 ? jb_decimal_neg(value) : value;
}

/* ---- Bounds ---------------------------------------------------------------------------------------------------- */

typedef struct {
  const char *zh_before, *zh_after;
  const char *symbol; /* label */
  const char *prose;
  const char *prose_target; /* of targets and paths to them, where it differs */
  JbBound mirrored;         /* what a bound on the size of a fall says of the signed value */
} BoundWords;

static const BoundWords bounds[] = {
    [JB_BOUND_EQ] = {.zh_before = "", .zh_after = "", .symbol = "", .prose = "", .mirrored = JB_BOUND_EQ},
    [JB_BOUND_GE] = {.zh_before = "",
                     .zh_after = "以上",
                     .symbol = "≥",
                     .prose = "over ",
                     .prose_target = "at least ",
                     .mirrored = JB_BOUND_LE},
    [JB_BOUND_GT] = {.zh_before = "超", .zh_after = "", .symbol = ">", .prose = "over ", .mirrored = JB_BOUND_LT},
    [JB_BOUND_LE] =
        {.zh_before = "", .zh_after = "以内", .symbol = "≤", .prose = "no more than ", .mirrored = JB_BOUND_GE},
    [JB_BOUND_LT] = {.zh_before = "不到", .zh_after = "", .symbol = "<", .prose = "below ", .mirrored = JB_BOUND_GT},
    [JB_BOUND_APPROX] =
        {.zh_before = "", .zh_after = "左右", .symbol = "~", .prose = "around ", .mirrored = JB_BOUND_APPROX},
};

static gboolean
is_moving(JbMeasure measure)
{
  return measure == JB_MEASURE_GROWTH || measure == JB_MEASURE_AVERAGE_GROWTH || measure == JB_MEASURE_CHANGE;
}

/* The bound on the signed value: a fall of 20 % or more is a change of ≤ −20 %. */
static JbBound
signed_bound(const JbFact *fact)
{
  return fact->value.digits < 0 && is_moving(fact->measure) ? bounds[fact->bound].mirrored : fact->bound;
}

/* 近2万户 and 低于3% are one class; the text tells them apart. */
static gboolean
is_near(const JbFact *fact)
{
  static const char *const below[] = {"低于", "不到", "不足", "以下", "少于"};
  const char *text = fact->source.text;
  if (fact->bound != JB_BOUND_LT)
    return FALSE;
  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS(below); i++)
    if (strstr(text, below[i]) != NULL)
      return FALSE;
  return (text != NULL && strstr(text, "近") != NULL) || fact->status != JB_STATUS_TARGET;
}

/* The sign before a value of labels and columns; nearly 20,000 is not just any number below it. */
static const char *
bound_symbol(const JbFact *fact)
{
  return is_near(fact) ? bounds[JB_BOUND_APPROX].symbol : bounds[signed_bound(fact)].symbol;
}

static const char *
bound_prose(const JbFact *fact, gboolean is_percent)
{
  const BoundWords *words = &bounds[fact->bound];
  if (is_near(fact))
    return "nearly ";
  if (fact->bound == JB_BOUND_LE && is_percent)
    return "within ";
  return !jb_fact_has_happened(fact) && words->prose_target != NULL ? words->prose_target : words->prose;
}

/* ---- English ----------------------------------------------------------------------------------------------------- */

/* Changes show their sign; growth shows one only when it falls, since its column says growth. */
static const char *
sign_of(JbDecimal value, JbMeasure measure)
{
  if (value.digits < 0)
    return JB_MINUS;
  return measure == JB_MEASURE_CHANGE && value.digits > 0 ? "+" : "";
}

static JbQuantityParts
english_parts(JbArena *arena, JbDecimal value, const char *unit, JbMeasure measure, JbDecimal largest)
{
  JbFigure figure = jb_figure(value, largest, unit, measure);
  JbFigure top = jb_figure(largest, largest, unit, measure);
  const JbScale *scale = figure.as_written ? jb_scale_none() : jb_figure_scale(&top);
  JbDecimal size = size_of(figure.value);
  const char *words = jb_figure_unit(
      arena, &figure, figure.unit != NULL && figure.unit->kind == JB_WORD_POINTS ? JB_STYLE_LABEL : JB_STYLE_TABLE,
      FALSE);
  const char *gap = *scale->word != '\0' && *words != '\0' ? " " : "";
  return (JbQuantityParts){
      .bound = "",
      .number = jb_arena_printf(arena, "%s%s", sign_of(value, measure), jb_number_scaled(arena, size, scale, 4)),
      .unit = jb_arena_printf(arena, "%s%s%s", scale->word, gap, words),
  };
}

static const char *
english_label(JbArena *arena, const JbFact *fact)
{
  JbFigure figure = jb_figure(fact->value, fact->value, fact->unit, fact->measure);
  const char *power = figure.unit != NULL && figure.unit->kind == JB_WORD_POWER ? jb_figure_power(&figure) : NULL;
  const JbScale *scale = power != NULL ? jb_scale_none() : jb_figure_scale(&figure);
  JbDecimal size = size_of(figure.value);
  const char *sign = figure.unit != NULL && figure.unit->sign != NULL ? figure.unit->sign : "";
  const char *number = jb_number_scaled(arena, size, scale, 4);
  const char *unit = power != NULL ? power : jb_figure_unit(arena, &figure, JB_STYLE_LABEL, FALSE);
  gboolean closed = *unit == '\0' || *unit == '/' || *unit == ':' || strcmp(unit, "%") == 0 || strcmp(unit, "×") == 0;
  if (*sign != '\0') { /* the sign is the unit; what is left is a quotient: ¥35/month */
    unit = figure.per != NULL ? jb_arena_printf(arena, "/%s", jb_figure_per(&figure, JB_STYLE_LABEL)) : "";
    closed = TRUE;
  }
  return jb_arena_printf(arena, "%s%s%s%s%s%s%s", bound_symbol(fact), sign_of(fact->value, fact->measure), sign, number,
                         scale->suffix, closed ? "" : " ", unit);
}

/* 1st, 22nd, 113th */
static const char *
ordinal(JbArena *arena, JbDecimal value)
{
  return jb_arena_printf(arena, "%s%s", jb_decimal_text(arena, value), jb_ordinal_end(value.digits));
}

/* 翻一番, 翻两番: the verb itself; "" beyond. */
static const char *
multiplied(JbDecimal times)
{
  return times.scale != 0 ? "" : times.digits == 2 ? "doubled" : times.digits == 4 ? "quadrupled" : "";
}

static const char *
english_prose(JbArena *arena, const JbFact *fact)
{
  JbFigure figure = jb_figure(fact->value, fact->value, fact->unit, fact->measure);
  const JbUnitWord *unit = figure.unit;
  JbDecimal size = size_of(figure.value);
  gboolean is_one = jb_decimal_compare(size, (JbDecimal){.digits = 1}) == 0;
  gboolean in_front = unit != NULL && unit->kind == JB_WORD_MONEY;
  gboolean digits = in_front || figure.is_percent || (unit != NULL && unit->kind == JB_WORD_POINTS);
  const char *number = jb_number_prose(arena, size, jb_figure_scale(&figure), !digits);
  const char *words =
      in_front ? (figure.per != NULL ? jb_arena_printf(arena, "per %s", jb_figure_per(&figure, JB_STYLE_PROSE)) : "")
               : jb_figure_unit(arena, &figure, JB_STYLE_PROSE, is_one);
  if (unit != NULL && unit->kind == JB_WORD_DOUBLING && !figure.is_percent && *multiplied(figure.value) != '\0')
    return jb_arena_printf(arena, "%s%s", bound_prose(fact, FALSE), multiplied(figure.value));
  if (unit != NULL && unit->kind == JB_WORD_ORDINAL)
    number = ordinal(arena, figure.value);
  gboolean is_fall = figure.value.digits < 0;
  gboolean bounded_fall = is_fall && fact->bound != JB_BOUND_EQ && is_moving(fact->measure);
  const char *mu = figure.has_mu
                       ? jb_arena_printf(arena, " (%s mu)",
                                         jb_number_prose(arena, size_of(figure.mu), jb_scale_for(figure.mu), FALSE))
                       : "";
  return jb_arena_printf(arena, "%s%s%s%s%s%s%s%s", bounded_fall ? "a fall of " : "",
                         bound_prose(fact, figure.is_percent), is_fall && !bounded_fall ? JB_MINUS : "",
                         in_front ? unit->sign : "", number, *words != '\0' ? " " : "", words, mu);
}

static const char *
english_rank(JbArena *arena, const JbFact *fact)
{
  const char *number = jb_decimal_text(arena, fact->value);
  gboolean is_top = fact->bound == JB_BOUND_LE || fact->bound == JB_BOUND_LT;
  return jb_arena_printf(arena, is_top ? "top %s" : "no. %s", number);
}

/* ---- Chinese -------------------------------------------------------------------------------------------------------
 */

static JbQuantityParts
chinese_parts(JbArena *arena, JbDecimal value, const char *unit, JbMeasure measure, guint group_from, gboolean plus)
{
  JbDecimal size = size_of(value);
  const char *sign = value.digits < 0 || plus ? sign_of(value, measure) : "";
  return (JbQuantityParts){
      .bound = "",
      .number = jb_arena_printf(arena, "%s%s", sign, jb_number_grouped(arena, size, group_from)),
      .unit = unit != NULL ? unit : "",
  };
}

/* 前50强, 第3位; the unit 位 is understood where the text has none. */
static const char *
chinese_rank(JbArena *arena, const JbFact *fact)
{
  gboolean is_top = fact->bound == JB_BOUND_LE || fact->bound == JB_BOUND_LT;
  const char *unit = fact->unit != NULL && *fact->unit != '\0' ? fact->unit : "位";
  return jb_arena_printf(arena, "%s%s%s", is_top ? "前" : "第", jb_decimal_text(arena, fact->value), unit);
}

static const char *
chinese_quantity(JbArena *arena, const JbFact *fact, JbStyle style)
{
  gboolean prose = style == JB_STYLE_PROSE;
  JbQuantityParts parts = chinese_parts(arena, fact->value, fact->unit, fact->measure, prose ? 5 : 4, !prose);
  if (style == JB_STYLE_TABLE)
    return jb_arena_printf(arena, "%s%s", parts.number, parts.unit);
  const BoundWords *words = &bounds[fact->bound];
  const char *before = is_near(fact) ? "近" : words->zh_before;
  if (fact->value.digits < 0 && fact->bound != JB_BOUND_EQ && is_moving(fact->measure)) /* 下降20%以上 */
    return jb_arena_printf(arena, "下降%s%s%s%s", before, parts.number + strlen(JB_MINUS), parts.unit, words->zh_after);
  return jb_arena_printf(arena, "%s%s%s%s", before, parts.number, parts.unit, words->zh_after);
}

/* ---- What the other rooms call -------------------------------------------------------------------------------------
 */

/* 1.76:1, 2/3: what stands behind the number is half of it; 4.66/10万 has a unit. */
static gboolean
is_ratio(const char *unit)
{
  if (unit == NULL || (*unit != ':' && *unit != '/'))
    return FALSE;
  gsize figures = strspn(unit + 1, "0123456789");
  return *unit == ':' || (figures > 0 && unit[1 + figures] == '\0');
}

/* 2 of /3: what has words, from a half to nine tenths. A table may give any other (1 of /50): it stays in figures. */
static gboolean
has_fraction_words(const JbFact *fact, guint *above, guint *below)
{
  guint64 part;
  if (fact->unit == NULL || *fact->unit != '/' || !g_ascii_string_to_unsigned(fact->unit + 1, 10, 2, 10, &part, NULL))
    return FALSE;
  *below = (guint)part;
  *above = (guint)CLAMP(ABS(fact->value.digits), 0, 10);
  return fact->value.scale == 0 && *above > 0 && *above < *below;
}

static const char *
english_fraction(JbArena *arena, const JbFact *fact, guint above, guint below)
{
  return jb_arena_printf(arena, "%s%s%s", bound_prose(fact, FALSE), fact->value.digits < 0 ? "a fall of " : "",
                         jb_fraction_prose(arena, above, below));
}

const char *
jb_quantity(JbArena *arena, const JbFact *fact, JbLang lang, JbStyle style)
{
  gboolean english = lang == JB_LANG_EN;
  if (fact->measure == JB_MEASURE_RANK)
    return english ? english_rank(arena, fact) : chinese_rank(arena, fact);
  if (!english)
    return chinese_quantity(arena, fact, style);
  guint above, below;
  if (style == JB_STYLE_PROSE && has_fraction_words(fact, &above, &below))
    return english_fraction(arena, fact, above, below);
  if (style == JB_STYLE_LABEL || is_ratio(fact->unit))
    return english_label(arena, fact);
  if (style == JB_STYLE_PROSE)
    return english_prose(arena, fact);
  JbQuantityParts parts = english_parts(arena, fact->value, fact->unit, fact->measure, fact->value);
  gboolean closed = *parts.unit == '\0' || strcmp(parts.unit, "%") == 0;
  return jb_arena_printf(arena, "%s%s%s", parts.number, closed ? "" : " ", parts.unit);
}

/* 改造老旧小区7158户: the households of the homes that the name tells of; 注册企业58户 are the enterprises themselves.
 */
static gboolean
counts_households(const JbFact *fact)
{
  static const char *const homes[] = {"小区",   "危房", "住房", "房改造", "棚户区", "城中村", "取暖", "供暖", "燃气",
                                      "天然气", "搬迁", "安置", "回迁",   "光纤",   "饮水",   "供水", "拆迁", "征收"};
  static const char *const counted[] = {"户", "家庭", "企业", "主体", "公司", "单位", "项目", "工程"};
  return fact->unit != NULL && g_str_has_suffix(fact->unit, "户") && fact->name_zh != NULL &&
         jb_has_any(jb_slice(fact->name_zh), homes, G_N_ELEMENTS(homes)) &&
         (!jb_has_any(jb_slice(fact->name_zh), counted, G_N_ELEMENTS(counted)) ||
          jb_has_any(jb_slice(fact->name_zh), (const char *const[]){"棚户区"}, 1));
}

JbQuantityParts
jb_quantity_parts(JbArena *arena, const JbFact *fact, JbLang lang)
{
  JbQuantityParts parts = jb_value_parts(arena, fact->value, fact->unit, fact->measure, lang);
  JbBound bound = signed_bound(fact);
  if (fact->measure == JB_MEASURE_RANK) { /* 前50强, 第3位; no sign fits a place */
    gboolean is_top = bound == JB_BOUND_LE || bound == JB_BOUND_LT;
    parts.bound = lang == JB_LANG_EN ? (is_top ? "top" : "no.") : (is_top ? "前" : "第");
    return parts;
  }
  if (lang == JB_LANG_EN && counts_households(fact))
    parts.unit = jb_arena_printf(arena, "%s%shouseholds", parts.unit, *parts.unit != '\0' ? " " : "");
  if (lang == JB_LANG_EN)
    parts.bound = bound_symbol(fact);
  else if (is_near(fact))
    parts.bound = "近";
  else if (bound == JB_BOUND_LE && bound != fact->bound) /* −20%以下, where 以内 would read as a smaller fall */
    parts.bound = "以下";
  else
    parts.bound = *bounds[bound].zh_before != '\0' ? bounds[bound].zh_before : bounds[bound].zh_after;
  return parts;
}

JbQuantityParts
jb_value_parts(JbArena *arena, JbDecimal value, const char *unit, JbMeasure measure, JbLang lang)
{
  return jb_value_parts_scaled(arena, value, value, unit, measure, lang);
}

JbQuantityParts
jb_value_parts_scaled(JbArena *arena, JbDecimal value, JbDecimal largest, const char *unit, JbMeasure measure,
                      JbLang lang)
{
  if (lang == JB_LANG_EN && measure == JB_MEASURE_RANK) /* a place has no unit: 第3位 */
    return english_parts(arena, value, "", measure, largest);
  JbQuantityParts parts = lang == JB_LANG_EN ? english_parts(arena, value, unit, measure, largest)
                                             : chinese_parts(arena, value, unit, measure, 4, TRUE);
  if (is_ratio(unit)) {
    parts.number = jb_arena_printf(arena, "%s%s", parts.number, unit);
    parts.unit = "";
  }
  return parts;
}
