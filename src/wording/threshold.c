/* SPDX-License-Identifier: Apache-2.0 */
/* Amounts inside names: 5亿元以上 → worth 500 million yuan or more, 60岁以上 → aged 60 and above, 110千伏 →
 * 110-kilovolt. */
#include "wording/figure.h"
#include "wording/segment.h"

#include <string.h>

typedef struct {
  JbFigure figure;
  JbDecimal value;
  const char *unit;
  gsize taken;
} Amount;

/* Digits and the longest unit behind them that English has a word for; counters have none. */
static gboolean
take_amount(JbArena *arena, JbSlice rest, Amount *amount)
{
  gsize digits = 0;
  while (digits < rest.len && (g_ascii_isdigit(rest.at[digits]) || rest.at[digits] == '.'))
    digits++;
  if (digits == 0 || !jb_decimal_parse((JbSlice){.at = rest.at, .len = digits}, &amount->value))
    return FALSE;
  amount->taken = 0;
  gsize to = digits;
  for (guint chars = 0; to < rest.len && chars < 6; chars++) {
    to += (gsize)(g_utf8_next_char(rest.at + to) - (rest.at + to));
    const char *unit = jb_arena_copy(arena, rest.at + digits, to - digits);
    JbUnitWordParts parts = jb_unit_word_parts(unit);
    if (parts.unit == NULL || parts.per != NULL || parts.unit->kind == JB_WORD_COUNT)
      continue;
    amount->unit = unit;
    amount->taken = to;
  }
  if (amount->taken == 0)
    return FALSE;
  amount->figure = jb_figure(amount->value, amount->value, amount->unit, JB_MEASURE_LEVEL);
  return amount->figure.unit != NULL;
}

static gboolean
skip(JbSlice text, gsize *at, const char *word)
{
  gsize len = strlen(word);
  if (*at + len > text.len || memcmp(text.at + *at, word, len) != 0)
    return FALSE;
  *at += len;
  return TRUE;
}

static const char *
amount_words(JbArena *arena, const Amount *amount)
{
  const JbFigure *figure = &amount->figure;
  const JbScale *scale = jb_figure_scale(figure);
  gboolean in_front = figure->unit->kind == JB_WORD_MONEY; /* US$ */
  gboolean is_one = jb_decimal_compare(figure->value, (JbDecimal){.digits = 1}) == 0;
  return jb_arena_printf(arena, "%s%s%s%s%s%s", in_front ? figure->unit->sign : "",
                         jb_number_scaled(arena, figure->value, scale, 4), *scale->word != '\0' ? " " : "", scale->word,
                         in_front ? "" : " ", in_front ? "" : jb_figure_unit(arena, figure, JB_STYLE_PROSE, is_one));
}

/* 110千伏 before a noun: 110-kilovolt, 100-million-yuan. */
static const char *
adjective(JbArena *arena, const Amount *amount)
{
  const JbScale *scale = jb_figure_scale(&amount->figure);
  const char *number = jb_number_scaled(arena, amount->figure.value, scale, 4);
  const char *unit = jb_figure_unit(arena, &amount->figure, JB_STYLE_PROSE, TRUE);
  char *text = jb_arena_printf(arena, "%s%s%s-%s", number, *scale->word != '\0' ? "-" : "", scale->word, unit);
  return g_strdelimit(text, " ", '-');
}

static gboolean
is_year(const Amount *amount)
{
  return strcmp(amount->unit, "年") == 0 && amount->value.scale == 0 && amount->value.digits > 1900;
}

/* What the amount says with 以上, 以下 or 超 around it; NULL for a bound that is not known. */
static const char *
bounded(JbArena *arena, const Amount *amount, gboolean over, gboolean above, gboolean below)
{
  const char *words = amount_words(arena, amount);
  JbUnitWordKind kind = amount->figure.unit->kind;
  gboolean is_money = kind == JB_WORD_YUAN || kind == JB_WORD_MONEY;
  if (strcmp(amount->unit, "岁") == 0 || strcmp(amount->unit, "周岁") == 0)
    return above   ? jb_arena_printf(arena, "aged %s and above", jb_decimal_text(arena, amount->value))
           : below ? jb_arena_printf(arena, "under %s", jb_decimal_text(arena, amount->value))
                   : NULL;
  if (below)
    return jb_arena_printf(arena, is_money ? "worth less than %s" : "of less than %s", words);
  if (over)
    return jb_arena_printf(arena, is_money ? "worth over %s" : "of over %s", words);
  return above ? jb_arena_printf(arena, is_money ? "worth %s or more" : "of %s or more", words) : NULL;
}

/* 10大产业链: ten major industrial chains. */
static gsize
take_major(JbArena *arena, JbSlice rest, JbToken *token)
{
  gsize digits = 0;
  while (digits < rest.len && g_ascii_isdigit(rest.at[digits]))
    digits++;
  gsize end = digits;
  if (digits == 0 || digits > 2 || !skip(rest, &end, "大"))
    return 0;
  *token = (JbToken){.class = JB_WORD_CLASS_ADJ,
                     .zh = {.at = rest.at, .len = end},
                     .en = jb_arena_printf(arena, "%.*s major", (int)digits, rest.at)};
  return end;
}

gsize
jb_take_threshold(JbArena *arena, JbSlice rest, JbToken *token)
{
  static const char *const prefixes[] = {"超过", "超", "突破", "达", "过"};
  static const char *const middles[] = {"（含）", "（及）", "及"};
  gsize start = 0, end = take_major(arena, rest, token);
  if (end > 0)
    return end;
  for (gsize i = 0; i < G_N_ELEMENTS(prefixes) && start == 0; i++)
    skip(rest, &start, prefixes[i]);
  Amount amount;
  if (start >= rest.len || !g_ascii_isdigit(rest.at[start]) ||
      !take_amount(arena, (JbSlice){.at = rest.at + start, .len = rest.len - start}, &amount))
    return 0;
  end = start + amount.taken;
  gsize before_bound = end;
  for (gsize i = 0; i < G_N_ELEMENTS(middles); i++)
    skip(rest, &end, middles[i]);
  gboolean above = skip(rest, &end, "以上");
  gboolean below = !above && start == 0 && skip(rest, &end, "以下");
  if (!above && !below)
    end = before_bound;
  *token = (JbToken){0};
  JbUnitWordKind kind = amount.figure.unit->kind;
  if (above || below || start > 0) {
    token->class = JB_WORD_CLASS_POST;
    token->en = bounded(arena, &amount, start > 0, above, below);
  } else if (is_year(&amount)) {
    token->class = JB_WORD_CLASS_DROP;
    token->en = "";
  } else {
    token->class = JB_WORD_CLASS_ADJ;
    token->en = kind == JB_WORD_PERCENT || kind == JB_WORD_POINTS ? NULL : adjective(arena, &amount);
    skip(rest, &end, "级");
  }
  token->zh = (JbSlice){.at = rest.at, .len = end};
  return token->en != NULL ? end : 0;
}
