/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/plain.h"

#include "extract/phrase.h"
#include "wording/figure.h"
#include "wording/units.h"

#include <string.h>

typedef struct {
  const char *word;
  JbBound bound;
} Bound;

static const Bound behind[] = {
    {.word = "以上", .bound = JB_BOUND_GE}, {.word = "以下", .bound = JB_BOUND_LT},
    {.word = "以内", .bound = JB_BOUND_LE}, {.word = "左右", .bound = JB_BOUND_APPROX},
    {.word = "多", .bound = JB_BOUND_GT},   {.word = "余", .bound = JB_BOUND_GT},
};

/* Takes a bound off the end of `text`. */
static JbBound
take_bound(JbSlice *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS(behind); i++)
    if (jb_slice_ends(*text, behind[i].word)) {
      text->len -= strlen(behind[i].word);
      return behind[i].bound;
    }
  return JB_BOUND_EQ;
}

/* ---- Fractions -------------------------------------------------------------------------------------------------- */

static const char *const numerals[] = {NULL, "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
static guint
numeral(JbSlice text)
{
  if (text.len == 1 && g_ascii_isdigit(*text.at))
    return (guint)(*text.at - '0');
  for (guint i = 1; i < G_N_ELEMENTS(numerals); i++)
    if (jb_slice_is(text, numerals[i]))
      return i;
  return 0;
}

/* 三分之二, 2/3, 一半; FALSE when it is none. */
static gboolean
read_fraction(JbSlice text, guint *above, guint *below)
{
  gssize of = jb_slice_find(text, "分之"), stroke = jb_slice_find(text, "/");
  *above = 1;
  *below = 2;
  if (jb_slice_is(text, "一半"))
    return TRUE;
  if (of <= 0 && stroke <= 0)
    return FALSE;
  gsize first = (gsize)(of > 0 ? of : stroke), gap = of > 0 ? strlen("分之") : 1;
  guint left = numeral((JbSlice){.at = text.at, .len = first});
  guint right = numeral((JbSlice){.at = text.at + first + gap, .len = text.len - first - gap});
  *above = of > 0 ? right : left;
  *below = of > 0 ? left : right;
  return *above > 0 && *above < *below && *below < G_N_ELEMENTS(numerals);
}

static const char *
fraction(JbArena *arena, guint above, guint below, JbStyle style)
{
  if (style == JB_STYLE_LABEL)
    return jb_arena_printf(arena, "%u/%u", above, below);
  return jb_fraction_prose(arena, above, below);
}

static const char *
bound_words(JbBound bound, JbStyle style)
{
  static const char *const signs[] = {[JB_BOUND_EQ] = "",  [JB_BOUND_GE] = "≥", [JB_BOUND_GT] = ">",
                                      [JB_BOUND_LE] = "≤", [JB_BOUND_LT] = "<", [JB_BOUND_APPROX] = "~"};
  static const char *const words[] = {
      [JB_BOUND_EQ] = "",       [JB_BOUND_GE] = "at least ",  [JB_BOUND_GT] = "over ", [JB_BOUND_LE] = "no more than ",
      [JB_BOUND_LT] = "below ", [JB_BOUND_APPROX] = "around "};
  return style == JB_STYLE_LABEL ? signs[bound] : words[bound];
}

/* ---- Numbers -------------------------------------------------------------------------------------------------------
 */

/* 30多年, 15岁以上, 2个多百分点, 4.2: FALSE when the rest is no unit that is known. */
static gboolean
read_number(JbArena *arena, const char *text, JbFact *fact)
{
  const char *digits = text + strcspn(text, "0123456789");
  gsize len = strspn(digits, "0123456789.,");
  if (len == 0 || !jb_decimal_parse((JbSlice){.at = digits, .len = len}, &fact->value))
    return FALSE;
  fact->bound = jb_lead_parse((JbSlice){.at = text, .len = (gsize)(digits - text)}).bound;
  JbSlice unit = jb_slice(digits + len);
  JbBound outer = take_bound(&unit);
  fact->bound = outer != JB_BOUND_EQ ? outer : fact->bound;
  g_autoptr(GString) bare = g_string_new_len(unit.at, (gssize)unit.len);
  if (g_string_replace(bare, "多", "", 1) + g_string_replace(bare, "余", "", 1) > 0)
    fact->bound = JB_BOUND_GT;
  fact->unit = jb_arena_copy(arena, bare->str, bare->len);
  fact->source.text = jb_arena_dup(arena, text);
  return bare->len == 0 || jb_unit_word_parts(fact->unit).unit != NULL;
}

const char *
cli_plain_quantity(JbArena *arena, const char *text, JbLang lang, JbStyle style)
{
  JbSlice bare = jb_slice(text);
  JbBound bound = take_bound(&bare);
  guint above, below;
  if (read_fraction(bare, &above, &below))
    return lang != JB_LANG_EN
               ? jb_arena_dup(arena, text)
               : jb_arena_printf(arena, "%s%s", bound_words(bound, style), fraction(arena, above, below, style));
  JbFact fact = {.measure = JB_MEASURE_LEVEL, .status = JB_STATUS_TARGET};
  return read_number(arena, text, &fact) ? jb_quantity(arena, &fact, lang, style) : NULL;
}
