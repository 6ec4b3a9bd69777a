/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/numeral.h"

#include "base/numeral.h"
#include "base/utf8.h"
#include "base/words.h"

#include <string.h>

static const struct {
  const char *zh;
  gint64 factor;
  gboolean closes; /* 万 and 亿 multiply all that was read since the last one */
} multipliers[] = {
    {.zh = "十", .factor = 10},
    {.zh = "百", .factor = 100},
    {.zh = "千", .factor = 1000},
    {.zh = "万", .factor = 10000, .closes = TRUE},
    {.zh = "亿", .factor = 100000000, .closes = TRUE},
};

static gint
multiplier_at(JbSlice text)
{
  for (guint i = 0; i < G_N_ELEMENTS(multipliers); i++)
    if (jb_slice_starts(text, multipliers[i].zh))
      return (gint)i;
  return -1;
}

#define HAN strlen("一")

gint
jb_numeral_small(JbSlice text)
{
  return jb_slice_starts(text, "十") ? 10 : jb_han_digit(text);
}

/* 六点五: the figures behind 点. Returns the bytes read, 0 when there are none. */
static gsize
fraction(JbSlice text, JbDecimal *value)
{
  gsize at = strlen("点");
  if (!jb_slice_starts(text, "点") || jb_han_digit(jb_slice_sub(text, MIN(at, text.len), text.len)) < 0)
    return 0;
  for (gint d; at < text.len && value->scale < 6 && (d = jb_han_digit(jb_slice_sub(text, at, text.len))) >= 0;
       at += HAN)
    *value = (JbDecimal){.digits = value->digits * 10 + d, .scale = value->scale + 1};
  return at;
}

/* What has been read: 三亿|五千万|六百. */
typedef struct {
  gint64 yi, wan, below; /* closed by 亿, closed by 万 since, and what no multiplier has closed */
  gint64 pending;        /* a digit that waits for its multiplier, -1: none */
} Reading;

static void
take_multiplier(Reading *r, gint64 factor, gboolean closes)
{
  gint64 digit = MAX(r->pending, 0);
  if (!closes) {
    r->below += (digit > 0 ? digit : 1) * factor; /* 十 alone is ten */
  } else if (factor == 10000) {
    r->wan = MAX(r->below + digit, 1) * factor;
    r->below = 0;
  } else {
    r->yi = MAX(r->wan + r->below + digit, 1) * factor;
    r->wan = r->below = 0;
  }
  r->pending = -1;
}

gboolean
jb_numeral_read(JbSlice text, JbNumeral *numeral)
{
  Reading r = {.pending = -1};
  gsize at = 0;
  *numeral = (JbNumeral){0};
  while (at < text.len) {
    JbSlice rest = jb_slice_sub(text, at, text.len);
    gint digit = jb_han_digit(rest), multiplier = digit < 0 ? multiplier_at(rest) : -1;
    if ((digit < 0 && multiplier < 0) || r.yi > G_MAXINT64 / 1000000000)
      break;
    if (digit >= 0 && r.pending > 0)
      return FALSE; /* a row of digits is no numeral: 一二三 */
    if (digit >= 0)
      r.pending = digit;
    else
      take_multiplier(&r, multipliers[multiplier].factor, multipliers[multiplier].closes);
    numeral->has_digit = numeral->has_digit || digit >= 0;
    numeral->has_multiplier = numeral->has_multiplier || multiplier >= 0;
    at += HAN;
  }
  if (at == 0)
    return FALSE;
  JbDecimal value = {.digits = r.yi + r.wan + r.below + MAX(r.pending, 0)};
  numeral->power = r.yi > 0 ? 8 : r.wan > 0 ? 4 : 0;
  if (numeral->power == 0)
    at += fraction(jb_slice_sub(text, at, text.len), &value);
  numeral->len = at;
  return jb_decimal_shift(value, -numeral->power, &numeral->value);
}

/* 三分之二 at the head of `text`. */
static gsize
fraction_in_words(JbSlice text, gint *part, gint *whole)
{
  static const char *const mark = "分之";
  JbSlice behind = jb_slice_sub(text, MIN(HAN, text.len), text.len);
  if (!jb_slice_starts(behind, mark))
    return 0;
  behind = jb_slice_sub(behind, strlen(mark), behind.len);
  *whole = jb_numeral_small(text);
  *part = jb_han_digit(behind);
  return HAN + strlen(mark) + HAN;
}

/* 2/3 at `at`; dates, codes and ranges (24/7, 1/2号线) have no word of size before them. */
static gsize
fraction_in_figures(JbSlice text, gsize at, gint *part, gint *whole)
{
  static const char *const sizes[] = {"占", "近", "约", "超", "压缩", "压减", "减少", "下降"};
  JbSlice before = jb_slice_sub(text, at > 30 ? at - 30 : 0, at);
  gsize end = at + strlen("2/");
  if (!g_ascii_isdigit(text.at[at]) || end >= text.len || text.at[at + 1] != '/' || !g_ascii_isdigit(text.at[end]) ||
      (at > 0 && (guchar)text.at[at - 1] < 0x80) || !jb_has_any(before, sizes, G_N_ELEMENTS(sizes)))
    return 0;
  *part = text.at[at] - '0';
  for (*whole = 0; end < text.len && g_ascii_isdigit(text.at[end]) && *whole < 100; end++)
    *whole = *whole * 10 + (text.at[end] - '0');
  gboolean ends = end == text.len || (guchar)text.at[end] >= 0x80 || text.at[end] == ',' || text.at[end] == ';';
  return ends ? end - at : 0;
}

gsize
jb_fraction_read(JbSlice text, gsize at, gint *part, gint *whole)
{
  JbSlice before = jb_slice_sub(text, 0, at);
  if (jb_slice_ends(before, "第") || jb_slice_ends(before, "十"))
    return 0;
  gsize len = g_ascii_isdigit(text.at[at]) ? fraction_in_figures(text, at, part, whole)
                                           : fraction_in_words(jb_slice_sub(text, at, text.len), part, whole);
  return len > 0 && *part > 0 && *part < *whole ? len : 0;
}
