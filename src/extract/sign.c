/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What stands beside a number and belongs to its token: a sign, the whole of which a figure is a part (百分之6.5,
 * 4.66/10万), and the words of a bound behind (以上).
 *
 * Signs written before a percentage: 增长-3.5%, 增速为负2%, 社零（+1.4%）. A hyphen before a number is far more often a
 * range, a code or a slogan (6%-6.5%, G107-2, “1+6”), so a sign counts only behind words that a rate follows.
 */
#include "base/utf8.h"
#include "base/words.h"
#include "extract/quantity.h"
#include "extract/unit.h"

#include <string.h>

static const struct {
  const char *zh;
  gboolean falls;
  gboolean is_word; /* needs a rate's word before it: 负 begins 负债 too */
} signs[] = {{"-", TRUE, FALSE}, {"－", TRUE, FALSE}, {"−", TRUE, FALSE},  {"–", TRUE, FALSE},
             {"负", TRUE, TRUE}, {"+", FALSE, FALSE}, {"＋", FALSE, FALSE}};

static gboolean
leads(JbSlice before, gboolean is_word)
{
  static const char *const words[] = {"增长", "增速", "增幅", "涨幅", "增加", "同比",
                                      "为",   "由",   "从",   "至",   "到",   "是"};
  static const char *const marks[] = {"的", "（", "(", "、", "：", ":"};
  return jb_match_end(before, words, G_N_ELEMENTS(words)) > 0 ||
         (!is_word && jb_match_end(before, marks, G_N_ELEMENTS(marks)) > 0);
}

static gsize
sign_before(JbSlice text, gsize at, gboolean *falls)
{
  for (guint i = 0; i < G_N_ELEMENTS(signs); i++) {
    gsize n = strlen(signs[i].zh);
    if (at < n || !jb_slice_ends(jb_slice_sub(text, 0, at), signs[i].zh))
      continue;
    JbSlice before = jb_slice_sub(text, 0, at - n);
    while (jb_slice_ends(before, " ") || jb_slice_ends(before, "　"))
      before.len -= jb_slice_ends(before, " ") ? 1 : strlen("　");
    if (!leads(before, signs[i].is_word))
      return 0;
    *falls = signs[i].falls;
    return n;
  }
  return 0;
}

void
jb_take_sign(JbSlice text, JbQuantity *q)
{
  gboolean falls = FALSE;
  gboolean rate = q->word != NULL && (q->word->kind == JB_UNIT_PERCENT || q->word->kind == JB_UNIT_POINTS ||
                                      strcmp(q->word->zh, "‰") == 0); /* 自然增长率为-1.4‰ */
  if (!rate)
    return;
  q->sign = (guint)sign_before(text, q->start, &falls);
  if (falls)
    q->value = jb_decimal_neg(q->value);
}

void
jb_take_part_of(JbSlice text, JbQuantity *q)
{
  static const struct {
    const char *zh, *unit;
  } parts[] = {{.zh = "百分之", .unit = "%"},
               {.zh = "千分之", .unit = "‰"},
               {.zh = "十万分之", .unit = "/10万"},
               {.zh = "10万分之", .unit = "/10万"}};
  static const char *const wholes[] = {"/10万", "/十万"}; /* 4.66/10万 */
  gsize whole = q->word == NULL && q->power == 0
                    ? jb_match_any(jb_slice_sub(text, q->end, text.len), wholes, G_N_ELEMENTS(wholes))
                    : 0;
  if (whole > 0) {
    q->word = jb_unit_match(jb_slice(wholes[0]));
    q->unit = wholes[0];
    q->end += (guint32)whole;
  }
  for (guint i = 0; i < G_N_ELEMENTS(parts) && q->word == NULL && q->power == 0; i++)
    if (jb_before_is(text, q->start, parts[i].zh)) {
      q->word = jb_unit_match(jb_slice(parts[i].unit));
      q->unit = parts[i].unit;
      q->start -= (guint32)strlen(parts[i].zh);
    }
}

/* The bound words behind a quantity: 以上, 左右. Sets q->outer and q->tail. */
void
jb_take_tail(JbSlice text, JbQuantity *q)
{
  static const struct {
    const char *zh;
    JbBound bound;
  } tails[] = {
      {.zh = "及以上", .bound = JB_BOUND_GE},   {.zh = "（含）以上", .bound = JB_BOUND_GE},
      {.zh = "或以上", .bound = JB_BOUND_GE},   {.zh = "以上", .bound = JB_BOUND_GE},
      {.zh = "以内", .bound = JB_BOUND_LE},     {.zh = "之内", .bound = JB_BOUND_LE},
      {.zh = "及以下", .bound = JB_BOUND_LE},   {.zh = "以下", .bound = JB_BOUND_LE},
      {.zh = "左右", .bound = JB_BOUND_APPROX}, {.zh = "上下", .bound = JB_BOUND_APPROX},
      {.zh = "之间", .bound = JB_BOUND_EQ},
  };
  q->tail = q->end;
  JbSlice rest = jb_slice_sub(text, q->end, text.len);
  if (q->word != NULL && q->word->kind == JB_UNIT_DURATION && jb_slice_starts(rest, "内")) { /* 压缩至5个工作日内 */
    q->outer = JB_BOUND_LE;
    q->tail = q->end + (guint32)strlen("内");
    return;
  }
  gboolean times = q->word != NULL && (q->word->kind == JB_UNIT_DOUBLINGS || strcmp(q->word->zh, "倍") == 0);
  if (times && jb_slice_starts(rest, "多")) { /* 翻了两番多, 增长3倍多 */
    q->outer = JB_BOUND_GT;
    q->tail = q->end + (guint32)strlen("多");
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS(tails); i++)
    if (jb_slice_starts(rest, tails[i].zh)) {
      q->outer = tails[i].bound;
      q->tail = q->end + (guint32)strlen(tails[i].zh);
      return;
    }
}
