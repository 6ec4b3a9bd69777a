/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_EXTRACT_NUMERAL_H
#define JB_EXTRACT_NUMERAL_H
/* Chinese numerals: 六千三百, 三亿五千万, 六点五, 两. */
#include <jianbao/base.h>

typedef struct {
  gsize len;               /* bytes read */
  JbDecimal value;         /* 三亿五千万: 3.5, with power 8 */
  gint power;              /* 0, 4 (万) or 8 (亿): the largest multiplier, kept apart as a written unit would */
  gboolean has_digit;      /* more than bare multipliers: 六千, but not 千万 */
  gboolean has_multiplier; /* 十 百 千 万 亿 */
} JbNumeral;

/* The numeral at the head of `text`; FALSE when there is none or 18 digits do not hold it. */
gboolean jb_numeral_read(JbSlice text, JbNumeral *numeral);

/* 零, 一 … 九, 两 or 十 at the head of `text`, all of three bytes; -1 when there is none. */
gint jb_numeral_small(JbSlice text);

/* A fraction at byte `at`: 三分之二, or 2/3 where words of size (占, 近, 压缩) stand before it. Bytes, 0 when it is
 * none. */
gsize jb_fraction_read(JbSlice text, gsize at, gint *part, gint *whole);

#endif
