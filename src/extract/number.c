/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers. A number is scanned with everything that belongs to it (commas, multipliers, 多 and 余, a second part
 * as in 1万6千), then its measure word; then it is asked whether it is a quantity at all. What decides that is
 * the text right around it: a Latin letter (PM2.5, G107), a plus sign (1+6), 第, a quotation, a date.
 */
#include "extract/number.h"

#include "base/utf8.h"
#include "base/words.h"
#include "extract/numeral.h"
#include "extract/quantity.h"
#include "extract/words.h"

#include <string.h>

#define QUOTE_BYTES 75 /* a quotation up to this long is a name, its figures no quantities */

typedef struct {
  JbArena *arena;
  JbSlice text;
  GArray *out;
  gsize quote_from, quote_to; /* the quotation around the cursor, to 0: none */
} Scanner;

/* Within a quotation short enough to be a name? */
static gboolean
is_quoted(const Scanner *s, const JbQuantity *q)
{
  return q->start < s->quote_to && s->quote_to - s->quote_from <= QUOTE_BYTES;
}

/* 0.6元/斤: bytes of what stands behind a measure word for each of what. */
static gsize
per_unit(JbSlice text)
{
  const JbUnit *word = text.len > 1 && text.at[0] == '/' ? jb_unit_match(jb_slice_sub(text, 1, text.len)) : NULL;
  return word != NULL ? 1 + strlen(word->zh) : 0;
}

/* Reads the number at `at` into `q`; FALSE when its value cannot be held. */
static gboolean
read_number(Scanner *s, gsize at, JbQuantity *q)
{
  gsize n = jb_figures(s->text, at), i = at + n;
  q->start = (guint32)at;
  if (!jb_decimal_parse(jb_slice_sub(s->text, at, i), &q->value))
    return FALSE;
  JbSlice rest = jb_slice_sub(s->text, i, s->text.len);
  gsize v = jb_match_vague(rest), m;
  q->power = jb_multiplier_match(jb_slice_sub(rest, v, rest.len), &m);
  if (v > 0 && m == 0 && jb_unit_match(jb_slice_sub(rest, v, rest.len)) == NULL)
    v = 0; /* 多 begins another word */
  q->inner = v > 0 ? JB_BOUND_GT : JB_BOUND_EQ;
  i += v + m;
  gsize unit_from = i - m;
  /* 3万多亿元: the vague word stands between two multipliers */
  JbSlice behind = jb_slice_sub(s->text, i, s->text.len);
  gsize between = m > 0 ? jb_match_vague(behind) : 0, m_far = 0;
  gint far = between > 0 ? jb_multiplier_match(jb_slice_sub(behind, between, behind.len), &m_far) : 0;
  const char *split_unit = NULL;
  if (far > q->power) {
    split_unit = jb_arena_printf(s->arena, "%.*s%.*s", (int)m, s->text.at + unit_from, (int)m_far, behind.at + between);
    q->inner = JB_BOUND_GT;
    q->power += far;
    i += between + m_far;
    m = 0;
  }
  while (m > 0) { /* a second part: 1万6千多, 1亿3千多万 */
    rest = jb_slice_sub(s->text, i, s->text.len);
    gsize digits = jb_figures(rest, 0), m2 = 0;
    gint p2 = digits > 0 ? jb_multiplier_match(jb_slice_sub(rest, digits, rest.len), &m2) : 0;
    gsize v2 = m2 > 0 ? jb_match_vague(jb_slice_sub(rest, digits + m2, rest.len)) : 0, m3 = 0;
    gint p3 = v2 > 0 || m2 > 0 ? jb_multiplier_match(jb_slice_sub(rest, digits + m2 + v2, rest.len), &m3) : 0;
    JbDecimal part, sum;
    if (m2 == 0 || p2 + p3 >= q->power || !jb_decimal_parse(jb_slice_sub(rest, 0, digits), &part) ||
        !jb_decimal_shift(part, p2 + p3 - q->power, &part) || !jb_decimal_add(q->value, part, &sum))
      break;
    q->value = jb_decimal_trim(sum);
    q->inner = v2 > 0 ? JB_BOUND_GT : q->inner;
    i += digits + m2 + v2 + m3;
    m = 0;
  }
  rest = jb_slice_sub(s->text, i, s->text.len);
  v = jb_match_vague(rest);
  q->word = jb_unit_match(jb_slice_sub(rest, v, rest.len));
  if (v > 0 && (q->word != NULL || q->power > 0)) {
    q->inner = JB_BOUND_GT;
    i += v;
  }
  JbSlice multiplier = {.at = s->text.at + unit_from, .len = 0};
  gint p = jb_multiplier_match(jb_slice_sub(s->text, unit_from, s->text.len), &multiplier.len);
  if (p == 0)
    multiplier.len = 0;
  gsize word_len = q->word != NULL ? strlen(q->word->zh) : 0;
  GString *unit = g_string_new_len(multiplier.at, (gssize)multiplier.len);
  if (split_unit != NULL)
    g_string_assign(unit, split_unit);
  g_string_append_len(unit, s->text.at + i, (gssize)word_len);
  q->unit = jb_arena_copy(s->arena, unit->str, unit->len);
  g_string_free(unit, TRUE);
  i += word_len;
  gsize per = per_unit(jb_slice_sub(s->text, i, s->text.len));
  if (word_len > 0 && per > 0) {
    q->per = jb_arena_copy(s->arena, s->text.at + i, per);
    q->unit = jb_arena_printf(s->arena, "%s%s", q->unit, q->per);
    i += per;
  }
  /* 2个多百分点 is read as 个百分点; 30多年, 1小时多 */
  q->end = (guint32)i;
  return TRUE;
}

/* Bytes of the sign that joins the ends of a range: 6%-6.5%, 330—420毫米, 5到7元, 6.5至7 ; 0 when there is none. */
static gsize
range_sign(JbSlice text)
{
  static const char *const signs[] = {"——", "—", "-", "–", "－", "~", "～", "至", "到"};
  gsize n = jb_match_any(text, signs, G_N_ELEMENTS(signs));
  return n > 0 && n < text.len && g_ascii_isdigit(text.at[n]) ? n : 0;
}

static gboolean
all_digits_before_colon(JbSlice text, gsize at, gsize *colon)
{
  static const char *const colons[] = {":", "：", "∶"};
  *colon = jb_match_any(jb_slice_sub(text, at, text.len), colons, 3);
  return *colon > 0 && at + *colon < text.len && g_ascii_isdigit(text.at[at + *colon]);
}

/* 11.8:48.3:39.9. Returns the bytes, 0 when it is no ratio of three. */
static gsize
read_ratio(Scanner *s, gsize at)
{
  JbQuantity parts[3] = {0};
  gsize i = at;
  for (guint k = 0; k < 3; k++) {
    gsize n = jb_figures(s->text, i), colon = 0;
    if (n == 0 || !jb_decimal_parse(jb_slice_sub(s->text, i, i + n), &parts[k].value))
      return 0;
    parts[k] = (JbQuantity){.start = (guint32)i,
                            .end = (guint32)(i + n),
                            .tail = (guint32)(i + n),
                            .value = parts[k].value,
                            .unit = "",
                            .ratio = k + 1};
    i += n;
    if (k < 2 && !all_digits_before_colon(s->text, i, &colon))
      return 0;
    i += colon;
  }
  g_array_append_vals(s->out, parts, 3);
  return i - at;
}

/* 城乡居民收入比缩小到1.79:1. Returns the bytes, 0 when it is no ratio to one. */
static gsize
read_ratio_to_one(Scanner *s, gsize at)
{
  static const JbUnit to_one = {.zh = ":1", .base = "ratio"};
  static const char *const words[] = {"比", "差距"};
  JbQuantity q = {.start = (guint32)at, .unit = to_one.zh, .word = &to_one};
  gsize n = jb_figures(s->text, at), colon = 0;
  JbSlice before = jb_slice_sub(s->text, at > 36 ? at - 36 : 0, at);
  if (!all_digits_before_colon(s->text, at + n, &colon) || !jb_has_any(before, words, G_N_ELEMENTS(words)) ||
      jb_figures(s->text, at + n + colon) != 1 || s->text.at[at + n + colon] != '1' ||
      !jb_decimal_parse(jb_slice_sub(s->text, at, at + n), &q.value) || (q.value.digits == 1 && q.value.scale == 0))
    return 0;
  q.end = (guint32)(at + n + colon + 1);
  jb_take_tail(s->text, &q);
  g_array_append_val(s->out, q);
  return q.end - at;
}

static gboolean
is_ge(const JbUnit *word)
{
  return word != NULL && strcmp(word->zh, "个") == 0;
}

/* 7.7、4.5万元: a unit written once behind a list belongs to each number of it; 0.7个和0.6个百分点 is written one and a
 * half times. */
static void
borrow_unit(Scanner *s, JbQuantity *q)
{
  static const char *const joints[] = {"、", "和", "及"};
  gboolean half = is_ge(q->word);
  JbQuantity next = {0};
  gsize at = q->end;
  for (guint n = 0; n < 8; n++, at = next.end) {
    gsize joint = jb_match_any(jb_slice_sub(s->text, at, s->text.len), joints, G_N_ELEMENTS(joints));
    if (joint == 0 || at + joint >= s->text.len || !g_ascii_isdigit(s->text.at[at + joint]) ||
        !read_number(s, at + joint, &next))
      return;
    if (half && is_ge(next.word))
      continue;
    if (next.word != NULL) {
      if (half && next.word->kind != JB_UNIT_POINTS)
        return;
      if (next.word->kind == JB_UNIT_PLAIN || next.word->kind == JB_UNIT_PERCENT || next.word->kind == JB_UNIT_POINTS) {
        q->word = next.word;
        q->power = next.power;
        q->unit = next.unit;
      }
      return;
    }
  }
}

/* 由128|增加到|208平方公里: the unit written once behind the end of a way is the start's too. */
static void
borrow_unit_of_end(Scanner *s, JbQuantity *q)
{
  static const char *const marks[] = {"由", "从"};
  JbQuantity end = {0};
  JbSlice rest = jb_slice_sub(s->text, q->end, s->text.len);
  if (jb_match_end(jb_slice_sub(s->text, 0, q->start), marks, G_N_ELEMENTS(marks)) == 0)
    return;
  for (gsize n = strlen("增到"); n <= strlen("逐步增加到") && n < rest.len; n++) {
    if (!g_ascii_isdigit(rest.at[n]) || jb_way_before(jb_slice_sub(rest, 0, n)) == 0)
      continue;
    if (read_number(s, q->end + n, &end) && end.word != NULL && end.word->kind == JB_UNIT_PLAIN) {
      q->word = end.word;
      q->power = end.power;
      q->unit = end.unit;
    }
    return;
  }
}

static void
track_quote(Scanner *s, gsize at)
{
  JbSlice rest = jb_slice_sub(s->text, at, s->text.len);
  static const char *const aims[] = {"“到20", "“至20"}; /* “到2024年解决15万人脱贫”目标 is a clause, no name */
  if (jb_slice_starts(rest, "“")) {
    gssize close = jb_slice_find(rest, "”");
    s->quote_from = at;
    s->quote_to = close > 0 && jb_match_any(rest, aims, G_N_ELEMENTS(aims)) == 0 ? at + (gsize)close : 0;
  }
}

/* 由不足800亿元|到2000亿元: two ends of a way, no range; `sign` joins them. */
static gboolean
starts_way(JbSlice text, gsize at, gsize sign)
{
  static const char *const bounds[] = {"不足", "不到", "约", "近", "超过", "的"}, *const marks[] = {"从", "由"};
  JbSlice before = jb_slice_sub(text, 0, at);
  before.len -= jb_match_end(before, bounds, G_N_ELEMENTS(bounds));
  return (jb_before_is(text, sign, "到") || jb_before_is(text, sign, "至")) &&
         jb_match_end(before, marks, G_N_ELEMENTS(marks)) > 0 && !jb_slice_ends(before, "自由");
}

/* The measure word of the high end, behind the multiplier of the low one. */
static void
share_word(Scanner *s, JbQuantity *low, const JbQuantity *high)
{
  low->word = high->word;
  low->per = high->per;
  low->unit = jb_arena_printf(s->arena, "%s%s%s", low->unit, high->word->zh, high->per != NULL ? high->per : "");
}

/* Takes the number at `at`, alone or as a range, and returns the byte behind it. */
static gsize
take_number(Scanner *s, gsize at)
{
  JbQuantity low = {0}, high = {0};
  gsize ratio = read_ratio(s, at);
  ratio = ratio > 0 ? ratio : read_ratio_to_one(s, at);
  if (ratio > 0)
    return at + ratio;
  if (!read_number(s, at, &low))
    return at + MAX(jb_figures(s->text, at), 1);
  jb_take_part_of(s->text, &low);
  gsize sign = range_sign(jb_slice_sub(s->text, low.end, s->text.len));
  if (sign > 0 && read_number(s, low.end + sign, &high)) {
    gboolean unit_once = low.word == NULL && low.power == 0;
    high.is_high = low.is_low = TRUE;
    if (low.start < at && high.word == NULL && high.power == 0) { /* 百分之6至7 */
      high.word = low.word;
      high.unit = low.unit;
    }
    jb_take_tail(s->text, &high);
    low.tail = low.end;
    if (unit_once) {
      low.unit = high.unit;
      low.word = high.word;
      low.power = high.power;
    }
    if (low.word == NULL && low.power > 0 && high.word != NULL) /* 1万至2万元: the measure word once */
      share_word(s, &low, &high);
    gboolean same = low.word == high.word && (unit_once || low.word != NULL);
    if (same && jb_is_quantity(s->text, &low, is_quoted(s, &low)) &&
        jb_is_quantity(s->text, &high, is_quoted(s, &high))) {
      low.is_low = high.is_high = !starts_way(s->text, at, low.end + sign);
      g_array_append_val(s->out, low);
      g_array_append_val(s->out, high);
      return high.end;
    }
    if (unit_once || (same && low.word->base != NULL))
      return high.end; /* 2—3岁, 2021-2025年, 50亿元~100亿元项目5个 */
  }
  jb_take_tail(s->text, &low);
  low.is_low = FALSE;
  if ((low.word == NULL || is_ge(low.word)) && low.power == 0)
    borrow_unit(s, &low);
  if (low.word == NULL && low.power == 0)
    borrow_unit_of_end(s, &low);
  jb_take_sign(s->text, &low);
  if (jb_is_quantity(s->text, &low, is_quoted(s, &low))) {
    low.start -= low.sign;
    g_array_append_val(s->out, low);
  }
  return low.end;
}

/* Measure words that a numeral in Chinese may stand before; 路, 门 or 中 behind one make a name: 经十一路. */
static gboolean
counts_in_words(const JbUnit *word)
{
  static const char *const words[] = {"家", "个", "项", "件", "条", "所", "套", "座",  "处",
                                      "场", "辆", "台", "张", "种", "类", "批", "人次"};
  return word->base != NULL || jb_is_any(jb_slice(word->zh), words, G_N_ELEMENTS(words));
}

/* 百分之八|至九, 百分之八|到百分之九: the high end of a range whose low end ends at `at`. */
static gboolean
read_high(const Scanner *s, gsize at, JbQuantity *high)
{
  static const char *const signs[] = {"——", "—", "至", "到"};
  JbSlice rest = jb_slice_sub(s->text, at, s->text.len);
  gsize sign = jb_match_any(rest, signs, G_N_ELEMENTS(signs));
  JbSlice number = jb_slice_sub(rest, sign, rest.len);
  gsize again = jb_slice_starts(number, "百分之") ? strlen("百分之") : 0;
  JbNumeral numeral;
  number = jb_slice_sub(number, again, number.len);
  if (sign == 0 || !jb_numeral_read(number, &numeral) || numeral.power > 0 ||
      jb_unit_match(jb_slice_sub(number, numeral.len, number.len)) != NULL)
    return FALSE;
  high->start = (guint32)(at + sign);
  high->end = (guint32)(at + sign + again + numeral.len);
  high->value = numeral.value;
  jb_take_tail(s->text, high);
  return TRUE;
}

/*
 * A numeral in Chinese at `at`: 六千人, 百分之六点五, 五成, 两倍, 翻一番. Small counts (三个) are rhetoric more often
 * than statistics and are passed over, so are bare multipliers (千亿级). Returns the bytes read, 0 when it is no
 * quantity.
 */
static gsize
take_numeral(Scanner *s, gsize at)
{
  JbNumeral numeral;
  JbQuantity q = {.start = (guint32)at};
  gboolean hundredths = jb_slice_starts(jb_slice_sub(s->text, at, s->text.len), "百分之");
  gsize from = at + (hundredths ? strlen("百分之") : 0);
  if (!jb_numeral_read(jb_slice_sub(s->text, from, s->text.len), &numeral))
    return 0;
  gsize end = from + numeral.len;
  JbSlice behind = jb_slice_sub(s->text, end, s->text.len);
  gsize v = jb_match_vague(behind);
  const JbUnit *word = hundredths ? jb_unit_match(jb_slice("%")) : jb_unit_match(jb_slice_sub(behind, v, behind.len));
  if (word == NULL ||
      (!hundredths && word->kind != JB_UNIT_PLAIN && word->kind != JB_UNIT_DOUBLINGS && strcmp(word->zh, "成") != 0))
    return 0;
  gboolean fold = strcmp(word->zh, "倍") == 0 || word->kind == JB_UNIT_DOUBLINGS || strcmp(word->zh, "成") == 0;
  if (!hundredths && !fold && !(numeral.has_digit && numeral.has_multiplier && counts_in_words(word)))
    return 0;
  if (strcmp(word->zh, "成") == 0 && !jb_ends_phrase(s->text, end + strlen("成")) &&
      !jb_slice_starts(jb_slice_sub(s->text, end + strlen("成"), s->text.len), "以上"))
    return 0;
  const char *multiplier = numeral.power == 8 ? "亿" : numeral.power == 4 ? "万" : "";
  q.value = numeral.value;
  q.power = numeral.power;
  q.word = word;
  q.inner = v > 0 ? JB_BOUND_GT : JB_BOUND_EQ;
  q.unit = jb_arena_printf(s->arena, "%s%s", multiplier, word->zh);
  q.end = (guint32)(end + v + (hundredths ? 0 : strlen(word->zh)));
  JbQuantity high = q;
  if (hundredths && read_high(s, q.end, &high)) {
    q.tail = q.end;
    q.is_low = high.is_high = !starts_way(s->text, at, q.end);
  } else {
    jb_take_tail(s->text, &q);
  }
  if (at < s->quote_to || jb_before_is(s->text, at, "第") || jb_before_is(s->text, at, "“") ||
      jb_before_is(s->text, at, "十") || jb_before_is(s->text, at, "届") || jb_is_ahead(s->text, &q) ||
      (!hundredths && !fold && !jb_ends_phrase(s->text, q.tail) && q.tail > q.end))
    return 0;
  g_array_append_val(s->out, q);
  if (high.start > q.start)
    g_array_append_val(s->out, high);
  return MAX(q.end, high.end) - at;
}

/* 三分之二, 占全省近2/3. Returns the bytes read, 0 when it is no fraction. */
static gsize
take_fraction(Scanner *s, gsize at)
{
  gint part, whole;
  gsize len = jb_fraction_read(s->text, at, &part, &whole);
  JbQuantity q = {.start = (guint32)at, .end = (guint32)(at + len), .value = {.digits = part}};
  q.word = len > 0 ? jb_unit_fraction(whole) : NULL;
  if (q.word == NULL || at < s->quote_to)
    return 0;
  q.unit = q.word->zh;
  jb_take_tail(s->text, &q);
  g_array_append_val(s->out, q);
  return len;
}

static gboolean
may_begin_numeral(JbSlice text, gsize at)
{
  switch (jb_utf8_key(text, at)) {
  case 0xE4B880: /* 一 */
  case 0xE4BA8C: /* 二 */
  case 0xE4B8A4: /* 两 */
  case 0xE4B889: /* 三 */
  case 0xE59B9B: /* 四 */
  case 0xE4BA94: /* 五 */
  case 0xE585AD: /* 六 */
  case 0xE4B883: /* 七 */
  case 0xE585AB: /* 八 */
  case 0xE4B99D: /* 九 */
  case 0xE58D81: /* 十 */
  case 0xE799BE: /* 百 */
    return TRUE;
  default:
    return FALSE;
  }
}

static gsize
take_in_words(Scanner *s, gsize at)
{
  gsize fraction = take_fraction(s, at);
  return fraction > 0 ? fraction : take_numeral(s, at);
}

GArray *
jb_quantities(JbArena *arena, JbSlice text)
{
  Scanner s = {.arena = arena, .text = text, .out = g_array_new(FALSE, FALSE, sizeof(JbQuantity))};
  for (gsize i = 0; i < text.len;) {
    if (g_ascii_isdigit(text.at[i])) {
      gsize fraction = take_fraction(&s, i);
      i = fraction > 0 ? i + fraction : take_number(&s, i);
      continue;
    }
    guchar c = (guchar)text.at[i];
    if (c == 0xE2)
      track_quote(&s, i);
    gsize numeral = c >= 0xE4 && c <= 0xE9 && may_begin_numeral(text, i) ? take_in_words(&s, i) : 0;
    i += numeral > 0 ? numeral : jb_utf8_len(text.at[i]);
  }
  return s.out;
}
