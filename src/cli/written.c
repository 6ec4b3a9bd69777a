/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/written.h"

#include "base/utf8.h"
#include "base/words.h"
#include "extract/numeral.h"
#include "extract/phrase.h"
#include "extract/quantity.h"
#include "extract/unit.h"
#include "wording/number.h"
#include "wording/units.h"

#include <string.h>

static const struct {
  const char *word;
  JbBound bound;
} bounds_behind[] = {
    {.word = "以上", .bound = JB_BOUND_GE},     {.word = "以下", .bound = JB_BOUND_LT},
    {.word = "以内", .bound = JB_BOUND_LE},     {.word = "之内", .bound = JB_BOUND_LE},
    {.word = "左右", .bound = JB_BOUND_APPROX}, {.word = "多", .bound = JB_BOUND_GT},
    {.word = "余", .bound = JB_BOUND_GT},
};

/* Takes a bound off the end of `text`; without one, what the words before the number say: 超过, 近. */
static JbBound
take_bound(JbSlice *text, JbSlice lead)
{
  for (gsize i = 0; i < G_N_ELEMENTS(bounds_behind); i++)
    if (jb_slice_ends(*text, bounds_behind[i].word)) {
      text->len -= strlen(bounds_behind[i].word);
      return bounds_behind[i].bound;
    }
  return jb_lead_parse(lead).bound;
}

/* ---- Fractions and ratios --------------------------------------------------------------------------------------- */

static guint
small_number(JbSlice text)
{
  gint n = text.len == 1 && g_ascii_isdigit(*text.at) ? *text.at - '0'
           : text.len == strlen("一")                 ? jb_numeral_small(text)
                                                      : 0;
  return (guint)MAX(n, 0);
}

/* 三分之二, 2/3, 一半: the parts in `value`, of how many in the unit. */
static gboolean
read_fraction(JbArena *arena, JbSlice text, JbFact *fact)
{
  gssize of = jb_slice_find(text, "分之"), stroke = jb_slice_find(text, "/");
  guint above = 1, below = 2;
  if (of <= 0 && stroke <= 0 && !jb_slice_is(text, "一半"))
    return FALSE;
  if (of > 0 || stroke > 0) {
    gsize first = (gsize)(of > 0 ? of : stroke), gap = of > 0 ? strlen("分之") : 1;
    guint left = small_number(jb_slice_sub(text, 0, first));
    guint right = small_number(jb_slice_sub(text, first + gap, text.len));
    above = of > 0 ? right : left;
    below = of > 0 ? left : right;
  }
  fact->value = (JbDecimal){.digits = above};
  fact->unit = jb_arena_printf(arena, "/%u", below);
  return above > 0 && above < below;
}

/* 4比6, 1.79:1, 11.8:48.3:39.9: the first number in `value`, the others in the unit. */
static gboolean
read_ratio(JbArena *arena, JbSlice text, JbFact *fact)
{
  static const char *const colons[] = {":", "：", "∶", "比"};
  g_autoptr(GString) others = g_string_new(NULL);
  gsize at = jb_figures(text, 0);
  if (at == 0 || !jb_decimal_parse(jb_slice_sub(text, 0, at), &fact->value))
    return FALSE;
  while (at < text.len) {
    gsize colon = jb_match_any(jb_slice_sub(text, at, text.len), colons, G_N_ELEMENTS(colons));
    gsize figures = jb_figures(text, at + colon);
    if (colon == 0 || figures == 0)
      return FALSE;
    g_string_append_printf(others, ":%.*s", (int)figures, text.at + at + colon);
    at += colon + figures;
  }
  fact->unit = jb_arena_dup(arena, others->str);
  return others->len > 0;
}

/* ---- Numbers ------------------------------------------------------------------------------------------------------
 */

/* The first number in `text`, in figures or in words, from `at`; `end` is behind it. */
typedef struct {
  gsize at, end;
  JbDecimal value;
  const char *multiplier; /* 万 and 亿 of a numeral in words, "" for none */
} Number;

static gboolean
find_number(JbSlice text, Number *number)
{
  number->multiplier = "";
  for (number->at = 0; number->at < text.len; number->at++) {
    JbNumeral numeral;
    gsize figures = jb_figures(text, number->at);
    number->end = number->at + figures;
    if (figures > 0)
      return jb_decimal_parse(jb_slice_sub(text, number->at, number->end), &number->value);
    if (((guchar)text.at[number->at] & 0xC0) != 0x80 &&
        jb_numeral_read(jb_slice_sub(text, number->at, text.len), &numeral)) {
      number->value = numeral.value;
      number->multiplier = numeral.power == 8 ? "亿" : numeral.power == 4 ? "万" : "";
      number->end = number->at + numeral.len;
      return TRUE;
    }
  }
  return FALSE;
}

/* 3个|半|月, 3年|半: a half more. Takes 半 out of the unit. */
static void
take_half(GString *unit, JbDecimal *value)
{
  static const JbDecimal half = {.digits = 5, .scale = 1};
  if (g_str_has_prefix(unit->str, "个半") || g_str_has_suffix(unit->str, "年半")) {
    g_string_replace(unit, "半", "", 1);
    jb_decimal_add(*value, half, value);
  }
}

/* 第3位, 前10名: a place and not a count. */
static gboolean
read_place(JbArena *arena, JbSlice text, const Number *number, JbFact *fact)
{
  JbSlice lead = jb_slice_sub(text, 0, number->at), behind = jb_slice_sub(text, number->end, text.len);
  const JbUnit *word = jb_unit_match(behind);
  gboolean is_top = jb_slice_is(lead, "前");
  if ((!is_top && !jb_slice_is(lead, "第")) || word == NULL || strlen(word->zh) != behind.len ||
      (word->kind != JB_UNIT_RANK && !jb_slice_is(behind, "名")))
    return FALSE;
  fact->measure = JB_MEASURE_RANK;
  fact->bound = is_top ? JB_BOUND_LE : JB_BOUND_EQ;
  fact->unit = jb_arena_copy(arena, behind.at, behind.len);
  return TRUE;
}

gboolean
cli_written_minus(JbSlice lead)
{
  static const char *const minus[] = {"负", "-", "\u2212", "零下"};
  return jb_match_end(lead, minus, G_N_ELEMENTS(minus)) > 0;
}

/* 30多年, 15岁以上, 2个多百分点, 十余个, 4.2: FALSE when the rest is no unit that is known. */
static gboolean
read_number(JbArena *arena, JbSlice text, JbFact *fact)
{
  Number number;
  if (!find_number(text, &number))
    return FALSE;
  fact->value = number.value;
  JbSlice lead = jb_slice_sub(text, 0, number.at), behind = jb_slice_sub(text, number.end, text.len);
  if (jb_slice_starts(lead, "第") || jb_slice_starts(lead, "前"))
    return read_place(arena, text, &number, fact);
  if (cli_written_minus(lead))
    fact->value = jb_decimal_neg(fact->value);
  fact->bound = take_bound(&behind, lead);
  g_autoptr(GString) unit = g_string_new_len(behind.at, (gssize)behind.len);
  if (g_string_replace(unit, "多", "", 1) + g_string_replace(unit, "余", "", 1) > 0)
    fact->bound = JB_BOUND_GT;
  take_half(unit, &fact->value);
  JbUnitWordParts parts = jb_unit_word_parts(unit->str);
  fact->unit = jb_arena_printf(arena, "%s%s", number.multiplier, unit->str);
  return parts.unit != NULL || *parts.rest == '\0';
}

gboolean
cli_written_read(JbArena *arena, const char *text, JbFact *fact)
{
  JbSlice whole = jb_slice(text), bare = whole;
  *fact = (JbFact){.measure = JB_MEASURE_LEVEL, .status = JB_STATUS_TARGET, .source.text = jb_arena_dup(arena, text)};
  fact->bound = take_bound(&bare, (JbSlice){0});
  if (read_fraction(arena, bare, fact) || read_ratio(arena, bare, fact))
    return TRUE;
  return read_number(arena, whole, fact);
}

/* ---- For each of what -------------------------------------------------------------------------------------------- */

/* 立方米, 万人, 10万人口, 百户: "cubic meter", "10,000 people"; `word` is the measure word when that is all. NULL when
 * it is not known. */
static const char *
each_of(JbArena *arena, JbSlice zh, const JbUnitWord **word)
{
  static const struct {
    const char *zh, *en;
  } nouns[] = {{.zh = "人口", .en = "people"},     {.zh = "人", .en = "people"},
               {.zh = "户", .en = "households"},   {.zh = "家庭", .en = "households"},
               {.zh = "名学生", .en = "students"}, {.zh = "名老人", .en = "elderly people"}};
  *word = jb_unit_word_lookup(zh);
  if (*word != NULL)
    return (*word)->per != NULL ? (*word)->per : (*word)->one;
  for (gsize i = 0; i < G_N_ELEMENTS(nouns); i++) {
    if (!jb_slice_ends(zh, nouns[i].zh))
      continue;
    JbSlice count = jb_slice_sub(zh, 0, zh.len - strlen(nouns[i].zh));
    JbFact many;
    if (count.len == 0 || !cli_written_read(arena, jb_arena_copy(arena, count.at, count.len), &many))
      return NULL;
    return jb_arena_printf(arena, "%s %s", jb_quantity(arena, &many, JB_LANG_EN, JB_STYLE_TABLE), nouns[i].en);
  }
  return NULL;
}

CliPer
cli_written_per(JbArena *arena, const char **text)
{
  static const char *const each = "每";
  CliPer per = {0};
  JbSlice rest = jb_slice(*text);
  g_autoptr(GString) words = g_string_new(NULL);
  for (guint n = 0; jb_slice_starts(rest, each); n++) {
    const JbUnitWord *word = NULL, *longest = NULL;
    const char *en = NULL;
    gsize taken = 0;
    for (gsize len = strlen(each) + 1; len <= MIN(rest.len, 40); len++) {
      const char *of = each_of(arena, jb_slice_sub(rest, strlen(each), len), &word);
      if (of != NULL) {
        en = of;
        longest = word;
        taken = len;
      }
    }
    if (en == NULL)
      return (CliPer){0};
    g_string_append_printf(words, "%sper %s", n > 0 ? " " : "", en);
    per.unit = n == 0 && longest != NULL ? jb_arena_copy(arena, rest.at + strlen(each), taken - strlen(each)) : NULL;
    rest = jb_slice_sub(rest, taken, rest.len);
  }
  if (words->len == 0)
    return per;
  per.en = jb_arena_dup(arena, words->str);
  *text = rest.at;
  return per;
}
