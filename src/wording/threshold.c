/* SPDX-License-Identifier: Apache-2.0 */
/* Amounts inside names: 5亿元以上 → worth 500 million yuan or more, 60岁以上 → aged 60 and above, 110千伏 →
 * 110-kilovolt. */
#include "wording/figure.h"
#include "wording/inflect.h"
#include "wording/segment.h"

#include "base/words.h"

#include <string.h>

typedef struct {
  JbFigure figure;
  JbDecimal value;
  const char *unit;
  gsize taken;
} Amount;

static gboolean
skip(JbSlice text, gsize *at, const char *word)
{
  return jb_skip(text, at, jb_slice(word));
}

/* 百亿元, 千万美元; without 元 it is yuan all the same: 百亿以上. */
static gboolean
take_round_sum(JbSlice rest, Amount *amount)
{
  static const struct {
    const char *zh;
    gint64 digits;
  } sums[] = {
      {.zh = "百万", .digits = 1000000},       {.zh = "五千万", .digits = 50000000},
      {.zh = "千万", .digits = 10000000},      {.zh = "十亿", .digits = 1000000000},
      {.zh = "百亿", .digits = 10000000000},   {.zh = "千亿", .digits = 100000000000},
      {.zh = "万亿", .digits = 1000000000000}, {.zh = "亿", .digits = 100000000},
  };
  static const char *const currencies[] = {"美元", "元"};
  gsize row = 0, end = 0;
  while (row < G_N_ELEMENTS(sums) && !skip(rest, &end, sums[row].zh))
    row++;
  if (row == G_N_ELEMENTS(sums))
    return FALSE;
  amount->value = (JbDecimal){.digits = sums[row].digits};
  amount->unit = "元";
  for (gsize i = 0; i < G_N_ELEMENTS(currencies); i++)
    if (skip(rest, &end, currencies[i])) {
      amount->unit = currencies[i];
      break;
    }
  amount->taken = end;
  amount->figure = jb_figure(amount->value, amount->value, amount->unit, JB_MEASURE_LEVEL);
  return TRUE;
}

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
  if (above && strcmp(amount->unit, "千伏") == 0) /* a level, not an amount */
    return jb_arena_printf(arena, "of %s and above", words);
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

/* 8, 八, 十二, 二十二: at most two places. 0: no number. */
static guint
take_small_number(JbSlice rest, gsize *at)
{
  static const char *const digits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
  guint n = 0;
  for (guint places = 0; *at < rest.len && g_ascii_isdigit(rest.at[*at]) && places < 3; (*at)++, places++)
    n = n * 10 + (guint)(rest.at[*at] - '0');
  if (n > 0)
    return n;
  guint tens = 0, ones = 0;
  for (guint i = 0; i < G_N_ELEMENTS(digits) && tens == 0; i++)
    tens = skip(rest, at, digits[i]) ? i + 1 : 0;
  if (!skip(rest, at, "十"))
    return tens;
  for (guint i = 0; i < G_N_ELEMENTS(digits) && ones == 0; i++)
    ones = skip(rest, at, digits[i]) ? i + 1 : 0;
  return (tens > 0 ? tens : 1) * 10 + ones;
}

static const char *
ordinal(JbArena *arena, guint n)
{
  static const char *const words[] = {"first", "second",  "third",  "fourth", "fifth",
                                      "sixth", "seventh", "eighth", "ninth",  "tenth"};
  if (n <= G_N_ELEMENTS(words))
    return words[n - 1];
  return jb_arena_printf(arena, "%u%s", n, jb_ordinal_end(n));
}

/* 第22届, 第三批; 4号线. */
static gsize
take_ordinal(JbArena *arena, JbSlice rest, JbToken *token)
{
  static const struct {
    const char *zh, *end;
  } kinds[] = {{.zh = "届", .end = ""},
               {.zh = "轮", .end = "-round"},
               {.zh = "批", .end = "-batch"},
               {.zh = "期", .end = "-phase"}};
  gsize at = 0;
  gboolean is_ordinal = skip(rest, &at, "第");
  guint n = take_small_number(rest, &at);
  if (n == 0)
    return 0;
  if (!is_ordinal && skip(rest, &at, "号线")) {
    *token = (JbToken){
        .class = JB_WORD_CLASS_NAME, .zh = {.at = rest.at, .len = at}, .en = jb_arena_printf(arena, "Line %u", n)};
    return at;
  }
  for (gsize i = 0; is_ordinal && i < G_N_ELEMENTS(kinds); i++)
    if (skip(rest, &at, kinds[i].zh)) {
      const char *en = jb_arena_printf(arena, "%s%s", ordinal(arena, n), kinds[i].end);
      *token = (JbToken){.class = JB_WORD_CLASS_ADJ, .zh = {.at = rest.at, .len = at}, .en = en};
      return at;
    }
  return 0;
}

/* 连续6个月, 连续三年: how long it has lasted is no part of a name. */
static gsize
take_duration(JbSlice rest, JbToken *token)
{
  static const char *const numbers[] = {"一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十"};
  static const char *const units[] = {"年", "个年度", "个月", "个季度", "届", "次", "天"};
  gsize end = 0, len;
  if (!skip(rest, &end, "连续"))
    return 0;
  gsize start = end;
  while (end < rest.len && g_ascii_isdigit(rest.at[end]))
    end++;
  while ((len = jb_match_any((JbSlice){.at = rest.at + end, .len = rest.len - end}, numbers, G_N_ELEMENTS(numbers))) >
         0)
    end += len;
  len = end > start ? jb_match_any((JbSlice){.at = rest.at + end, .len = rest.len - end}, units, G_N_ELEMENTS(units))
                    : 0;
  if (len == 0)
    return 0;
  *token = (JbToken){.class = JB_WORD_CLASS_DROP, .zh = {.at = rest.at, .len = end + len}, .en = ""};
  return end + len;
}

static gsize
take_bounded(JbArena *arena, JbSlice rest, JbToken *token)
{
  static const char *const prefixes[] = {"超过", "超", "突破", "达", "过"};
  static const char *const middles[] = {"（含）", "（及）", "及"};
  gsize start = 0, end = take_major(arena, rest, token);
  if (end == 0)
    end = take_duration(rest, token);
  if (end == 0)
    end = take_ordinal(arena, rest, token);
  if (end > 0)
    return end;
  for (gsize i = 0; i < G_N_ELEMENTS(prefixes) && start == 0; i++)
    skip(rest, &start, prefixes[i]);
  Amount amount;
  JbSlice number = {.at = rest.at + start, .len = rest.len - start};
  gboolean in_digits = start < rest.len && g_ascii_isdigit(*number.at);
  if (start >= rest.len || !(in_digits ? take_amount(arena, number, &amount) : take_round_sum(number, &amount)))
    return 0;
  end = start + amount.taken;
  if (skip(rest, &end, "级以上")) /* 千亿级以上 */
    end -= strlen("以上");
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
  } else if (!in_digits) {
    return 0; /* 百亿 alone is a word */
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

/* 建设投资亿元以上项目: the investment is the amount's, whatever the words before it would rather have. */
gsize
jb_take_threshold(JbArena *arena, JbSlice rest, JbToken *token)
{
  static const struct {
    const char *zh, *en;
  } measures[] = {{.zh = "总投资", .en = "total investment"}, {.zh = "投资", .en = "investment"}};
  gsize start = 0, row = 0;
  while (row < G_N_ELEMENTS(measures) && !skip(rest, &start, measures[row].zh))
    row++;
  gsize taken = take_bounded(arena, (JbSlice){.at = rest.at + start, .len = rest.len - start}, token);
  if (taken == 0 || start == 0)
    return taken;
  if (token->class != JB_WORD_CLASS_POST || !g_str_has_prefix(token->en, "worth "))
    return 0;
  token->zh = (JbSlice){.at = rest.at, .len = start + taken};
  token->en = jb_arena_printf(arena, "with %s of %s", measures[row].en, token->en + strlen("worth "));
  return start + taken;
}
