/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_EXTRACT_UNIT_H
#define JB_EXTRACT_UNIT_H
/* Measure words: what may stand behind a number, with its base unit and what kind of quantity it makes. */
#include <jianbao/base.h>

typedef enum {
  JB_UNIT_PLAIN,     /* amounts, counts, rates */
  JB_UNIT_PERCENT,   /* % */
  JB_UNIT_POINTS,    /* 个百分点 */
  JB_UNIT_DURATION,  /* 年 个月 天 小时: a quantity only where time is the indicator */
  JB_UNIT_AGE,       /* 岁: a quantity only as life expectancy and the like */
  JB_UNIT_RANK,      /* 位 强: a rank behind 第 or 前 */
  JB_UNIT_NAME,      /* 号 版 届 级 周年: the number is part of a name */
  JB_UNIT_DOUBLINGS, /* 番: 翻一番 is a growth of 100 % */
  JB_UNIT_STEPS,     /* 个方面: rhetorical counts */
} JbUnitKind;

typedef struct {
  const char *zh;
  const char *base; /* base unit: "CNY", "m2", "person"; NULL as zh */
  gint power;       /* zh = 10^power base units */
  gint factor;      /* and × factor; 0 is 1 */
  JbUnitKind kind;
} JbUnit;

/* What a fraction counts: 三分之二 is 2 of "/3". NULL when `denominator` is not 2 … 10. */
const JbUnit *jb_unit_fraction(gint denominator);

/* The longest measure word at the head of `text`, NULL when there is none. */
const JbUnit *jb_unit_match(JbSlice text);

/* Multiplier (千 万 亿 万亿 …) at the head of `text`: its power of ten; `len` gets its bytes, 0 when there is none. */
gint jb_multiplier_match(JbSlice text, gsize *len);

#endif
