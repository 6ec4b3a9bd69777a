/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Line break opportunities. Pango's analysis (UAX #14) knows the kinsoku of marks and the words of English;
 * what it does not know, or takes differently, is tailored here:
 *
 *  - before — and … no line begins, and a double —— or …… stays in one piece
 *  - 的“十四五”规划: a line may end before “ and behind ” (UAX #14 before Unicode 16 glues both sides)
 *  - 100亿元, 2021—2025年, 9月30日, 第12位: a number, its unit and its range are one piece
 *  - CNY 163 billion: so they are in English
 *  - a solidus ends no Chinese line and begins none: 万元/人
 *
 * Han before Han is worth less than a break behind a mark, and a break within a short quotation least, so
 * that lines of like slack end where a reader would pause.
 */
#include "typeset/breaks.h"

#include "base/words.h"
#include "typeset/chars.h"

#include <pango/pango-break.h>

#include <string.h>

enum {
  PENALTY_HAN = 1,
  PENALTY_AFTER_NUMBER = 3,
  PENALTY_WORD = 4,
  PENALTY_PARTICLE = 6,
  PENALTY_HYPHEN = 8,
  PENALTY_QUOTED = 30
};
#define SHORT_QUOTE 4

typedef struct {
  JbBreakChar *chars;
  guint n;
  const char *text;
} Tailor;

/* The text from the character on. */
static JbSlice
rest_at(const Tailor *t, guint i)
{
  guint32 from = t->chars[i].offset;
  return (JbSlice){.at = t->text + from, .len = t->chars[t->n].offset - from};
}

static gunichar
char_at(const Tailor *t, guint i)
{
  return i < t->n ? t->chars[i].c : 0;
}

static gboolean
is_digit(gunichar c)
{
  return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

static gboolean
is_dash(gunichar c)
{
  return c == 0x2014 || c == 0x2015 || c == 0x2026 || c == 0x22EF;
}

static void
forbid(Tailor *t, guint i)
{
  if (i > 0 && i < t->n)
    t->chars[i].can_break = FALSE;
}

/* ---- Chinese marks ---------------------------------------------------------------------------- */

static gboolean
begins_no_line(gunichar c)
{
  return jb_char_is_closing(c) || is_dash(c) || g_unichar_type(c) == G_UNICODE_CLOSE_PUNCTUATION ||
         (c < 0x80 && c != 0 && strchr("!%,.:;?)]}/", (int)c) != NULL) || c == 0xFF01 || c == 0xFF1F || c == 0xFF05 ||
         c == 0x2030 || c == 0x00B7 || c == ' ';
}

static void
open_around_quotes(Tailor *t)
{
  for (guint i = 1; i < t->n; i++) {
    gunichar left = char_at(t, i - 1), right = char_at(t, i);
    gboolean before_quote = (right == 0x201C || (right == 0x2018 && jb_char_is_han(left))) && !jb_char_is_opening(left);
    gboolean behind_quote = (left == 0x201D || (left == 0x2019 && jb_char_is_han(right))) && !begins_no_line(right);
    if ((before_quote || behind_quote) && left != ' ' && t->chars[i].cursor)
      t->chars[i].can_break = TRUE;
  }
}

static void
close_around_dashes(Tailor *t)
{
  for (guint i = 1; i < t->n; i++)
    if (is_dash(char_at(t, i)))
      forbid(t, i);
}

static void
close_around_solidus(Tailor *t)
{
  for (guint i = 0; i < t->n; i++)
    if (char_at(t, i) == '/' || char_at(t, i) == 0xFF0F) {
      forbid(t, i);
      forbid(t, i + 1);
    }
}

/* ---- Numbers ---------------------------------------------------------------------------------- */

/* Units of more than one character that follow a number; any other single character is kept as one. */
static const char *const long_units[] = {
    "个百分点", "百分点", "立方米/秒", "立方米", "平方公里", "平方米", "千瓦时", "吨标准煤", "标准煤",
    "公里",     "公斤",   "千米",      "千瓦",   "千克",     "人次",   "美元",   "欧元",     "港元",
    "人民币",   "微克",   "毫克",      "毫米",   "厘米",     "小时",   "分钟",   "个月",     "标箱",
    "台套",     "床位",   "亩次",      "车次",   "件次",     "剂次",   "例次",   "户次",     "年以来",
};

static gboolean
is_multiplier(gunichar c)
{
  switch (c) {
  case 0x5341: /* 十 */
  case 0x767E: /* 百 */
  case 0x5343: /* 千 */
  case 0x4E07: /* 万 */
  case 0x4EBF: /* 亿 */
  case 0x4F59: /* 余 */
  case 0x591A: /* 多 */
  case 0x51E0: /* 几 */
    return TRUE;
  default:
    return FALSE;
  }
}

/* Characters of the unit at `i`: a long one, or 1 for a single Han character or sign, or 0. */
static guint
simple_unit(const Tailor *t, guint i)
{
  if (i >= t->n)
    return 0;
  static JbWordIndex index = JB_INDEX(long_units);
  JbSlice rest = rest_at(t, i);
  gsize len = jb_index_match(&index, rest);
  if (len > 0)
    return (guint)g_utf8_strlen(rest.at, (gssize)len);
  gunichar c = char_at(t, i);
  return jb_char_is_han(c) || c == '%' || c == 0x2030 || c == 0xFF05 || c == 0x2103 || c == 0x00B0 ? 1 : 0;
}

/* 微克/立方米: a unit and what it is counted by. */
static guint
unit_length(const Tailor *t, guint i)
{
  guint length = simple_unit(t, i);
  while (length > 0 && char_at(t, i + length) == '/' && simple_unit(t, i + length + 1) > 0)
    length += 1 + simple_unit(t, i + length + 1);
  return length;
}

/* The position behind the number that starts at `i`: digits with points and commas between them. */
static guint
number_end(const Tailor *t, guint i)
{
  while (is_digit(char_at(t, i)) || ((char_at(t, i) == '.' || char_at(t, i) == ',') && is_digit(char_at(t, i + 1))))
    i++;
  return i;
}

static gboolean
joins_numbers(gunichar c)
{
  return c == '-' || c == '~' || c == '+' || c == 0x2013 || c == 0x2014 || c == 0x2212 || c == 0xFF5E || c == 0x301C;
}

/* Number, multipliers and unit that start at `i` in one piece; returns the position behind them. */
static guint
keep_quantity(Tailor *t, guint i)
{
  guint end = number_end(t, i);
  while (is_multiplier(char_at(t, end)))
    end++;
  end += unit_length(t, end);
  for (guint k = i + 1; k < end; k++)
    forbid(t, k);
  gunichar before = i > 0 ? char_at(t, i - 1) : 0;
  if (before == 0x7B2C || before == 0x6708) /* 第12位, 9月30日 */
    forbid(t, i);
  if (joins_numbers(before)) { /* 2021—2025年, 6%-6.5%, +3.2 */
    forbid(t, i);
    if (i > 1 && (is_digit(char_at(t, i - 2)) || unit_length(t, i - 2) > 0))
      forbid(t, i - 1);
  }
  if (t->chars[end].can_break && t->chars[end].penalty == 0)
    t->chars[end].penalty = PENALTY_AFTER_NUMBER; /* 6.5%|左右, 163亿元|以上 */
  return end;
}

static void
keep_quantities(Tailor *t)
{
  for (guint i = 0; i < t->n;)
    i = is_digit(char_at(t, i)) ? MAX(keep_quantity(t, i), i + 1) : i + 1;
}

/* Words that belong to the number before or behind them, across a space. */
static const char *const english_units[] = {
    "thousand", "million", "billion", "trillion", "percent", "percentage", "yuan", "km", "mu", "tonnes", "km²", "m²",
};
static const char *const english_currencies[] = {"CNY", "RMB", "USD", "EUR", "HKD"};

static gboolean
is_word_at(const Tailor *t, guint i, const char *const *words, guint n)
{
  JbSlice rest = rest_at(t, i);
  for (guint w = 0; w < n; w++) {
    guint end = i + (guint)g_utf8_strlen(words[w], -1);
    if (jb_slice_starts(rest, words[w]) && (end >= t->n || !jb_char_is_western(char_at(t, end))))
      return TRUE;
  }
  return FALSE;
}

#define UNIT_CHARS 3

/* µg/m³, km/h: a unit, whose second part is short. */
static void
keep_english_units(Tailor *t)
{
  for (guint i = 0; i + 1 < t->n; i++) {
    guint end = i + 1;
    while (end < t->n && char_at(t, end) != ' ' && !g_unichar_ispunct(char_at(t, end)))
      end++;
    if (char_at(t, i) == '/' && end - i - 1 <= UNIT_CHARS)
      forbid(t, i + 1);
  }
}

static void
keep_english_quantities(Tailor *t)
{
  for (guint i = 2; i < t->n; i++) {
    if (char_at(t, i - 1) != ' ')
      continue;
    gboolean unit = is_digit(char_at(t, i - 2)) && is_word_at(t, i, english_units, G_N_ELEMENTS(english_units));
    gboolean money = is_digit(char_at(t, i)) && i >= 4 &&
                     is_word_at(t, i - 4, english_currencies, G_N_ELEMENTS(english_currencies));
    if (unit || money)
      forbid(t, i);
  }
}

/* ---- Penalties -------------------------------------------------------------------------------- */

/* A break that follows `left` and comes before `right`. */
static guint8
penalty_between(gunichar left, gunichar right)
{
  static const gunichar particles[] = {0x7684 /* 的 */, 0x4E86 /* 了 */, 0x7387 /* 率 */, 0x7B49 /* 等 */,
                                       0x8005 /* 者 */};
  for (guint i = 0; i < G_N_ELEMENTS(particles); i++)
    if (right == particles[i])
      return PENALTY_PARTICLE;
  if (left == '-')
    return PENALTY_HYPHEN; /* year-on-|year */
  gboolean pause = jb_char_is_closing(left) || left == ' ';
  return !pause && (jb_char_is_han(left) || jb_char_is_han(right)) ? PENALTY_HAN : 0;
}

/* Words that titles and the names of indicators are made of: a line that ends within one reads as a mistake. */
static const char *const whole_words[] = {
    "一般", "主要", "人均", "人口", "以上", "企业", "优良", "住房", "使用", "全部", "全年", "公共", "公园", "公路",
    "农业", "农村", "农民", "出口", "利用", "制造", "劳动", "升至", "占比", "国家", "固定", "地区",
    "城乡", "城镇", "增长", "增加", "增速", "增至", "外商", "外资", "天数", "失业", "实际", "小区", "就业",
    "居民", "工业", "常住", "平均", "年均", "建设", "总值", "总额", "总量", "总长", "战略", "技术", "投资", "报告",
    "指标", "指数", "支出", "收入", "改造", "改革", "数字", "新兴", "新增", "新建", "无害", "旅游", "服务", "机构",
    "森林", "比例", "比重", "污水", "治理", "浓度", "消费", "涨幅", "生产", "产业", "产值", "目标", "直接", "研发",
    "社会", "科技", "空气", "粮食", "经济", "经费", "覆盖", "规模", "规上", "设施", "质量", "轨道", "达标", "进口",
    "进出", "降至", "达到", "零售", "项目", "预算", "高新", "高于",
};
#define LABEL_CHARS 60 /* longer: running text, whose lines end anywhere */

static void
keep_words(Tailor *t)
{
  static JbWordIndex index = JB_INDEX(whole_words);
  for (guint i = 0; i + 1 < t->n && t->n <= LABEL_CHARS; i++)
    if (t->chars[i + 1].can_break && jb_index_match(&index, rest_at(t, i)) > 0)
      t->chars[i + 1].penalty = MAX(t->chars[i + 1].penalty, PENALTY_WORD);
}

static void
rate(Tailor *t)
{
  guint opened = 0, depth_from = 0;
  for (guint i = 0; i < t->n; i++) {
    gunichar c = char_at(t, i);
    if (i > 0)
      t->chars[i].penalty = MAX(t->chars[i].penalty, penalty_between(char_at(t, i - 1), c));
    if (jb_char_is_opening(c) || c == '(') {
      opened = 1;
      depth_from = i + 1;
    } else if (opened && (c == 0x201D || c == 0x2019 || c == 0x300B || c == 0xFF09 || c == ')')) {
      opened = 0;
      for (guint k = depth_from; i - depth_from <= SHORT_QUOTE && k <= i; k++)
        t->chars[k].penalty = PENALTY_QUOTED;
    }
  }
}

JbBreakChar *
jb_find_breaks(const char *text, gsize len, JbLang lang, guint *n_chars)
{
  guint n = (guint)g_utf8_strlen(text, (gssize)len);
  g_autofree char *copy = g_strndup(text, len);
  g_autofree PangoLogAttr *attrs = g_new0(PangoLogAttr, n + 1);
  pango_get_log_attrs(copy, (int)len, -1, pango_language_from_string(lang == JB_LANG_EN ? "en" : "zh-cn"), attrs,
                      (int)n + 1);
  JbBreakChar *chars = g_new0(JbBreakChar, n + 1);
  const char *at = copy;
  for (guint i = 0; i < n; i++, at = g_utf8_next_char(at))
    chars[i] = (JbBreakChar){.c = g_utf8_get_char(at),
                             .offset = (guint32)(at - copy),
                             .can_break = attrs[i].is_line_break,
                             .loose = attrs[i].is_line_break && !is_dash(g_utf8_get_char(at)),
                             .cursor = attrs[i].is_cursor_position};
  chars[n] = (JbBreakChar){.offset = (guint32)len, .can_break = TRUE, .cursor = TRUE};
  Tailor tailor = {.chars = chars, .n = n, .text = copy};
  if (lang != JB_LANG_EN) {
    open_around_quotes(&tailor);
    close_around_solidus(&tailor);
  } else {
    keep_english_quantities(&tailor);
    keep_english_units(&tailor);
  }
  close_around_dashes(&tailor);
  keep_quantities(&tailor);
  rate(&tailor);
  keep_words(&tailor);
  *n_chars = n;
  return chars;
}
