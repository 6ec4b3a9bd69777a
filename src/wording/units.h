/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_UNITS_H
#define JB_WORDING_UNITS_H
/* Chinese measure words and what English says for them. */
#include <jianbao/base.h>

typedef enum {
  JB_WORD_COUNT,    /* a counter: English has the number alone (35872户 → 35,872) */
  JB_WORD_NOUN,     /* number, space, noun */
  JB_WORD_YUAN,     /* ¥ in labels, yuan in prose */
  JB_WORD_MONEY,    /* `sign` before the number in both */
  JB_WORD_PERCENT,  /* closed up: 6.6% */
  JB_WORD_POINTS,   /* percentage points */
  JB_WORD_POWER,    /* kilowatts: labels in MW and GW */
  JB_WORD_MU,       /* 15 mu to the hectare */
  JB_WORD_JIN,      /* 2000 jin to the metric ton, 2 to the kilogram */
  JB_WORD_TIMES,    /* 倍: times; as growth 100 % each */
  JB_WORD_TENTHS,   /* 成: 10 % each */
  JB_WORD_DOUBLING, /* 番: doubled so many times */
  JB_WORD_ORDINAL,  /* 周年: 30th anniversary */
} JbUnitWordKind;

typedef struct {
  const char *zh; /* measure words, separated by blanks */
  JbUnitWordKind kind;
  const char *sign;  /* money: ¥, US$ */
  const char *one;   /* prose, singular; NULL for counters */
  const char *many;  /* and plural; NULL: the same */
  const char *label; /* data labels: km; NULL: the plural */
  const char *table; /* head of a column: "sq km"; NULL: the plural; of counters "people", where that is certain */
  const char *per;   /* behind a stroke, where the singular does not do: person */
} JbUnitWord;

/* A written unit taken apart: 万元/亩 is 4, 元, 亩. */
typedef struct {
  gint32 power;           /* of ten, from 万 亿 … */
  const JbUnitWord *unit; /* NULL when unknown; `rest` then holds it in Chinese */
  const JbUnitWord *per;  /* what stands behind "/", NULL for none */
  const char *rest;       /* text behind the multiplier */
} JbUnitWordParts;

extern const JbUnitWord jb_unit_word_rows[]; /* tables/units.c */
extern const gsize jb_n_unit_word_rows;

const JbUnitWord *jb_unit_word_lookup(JbSlice zh); /* NULL when unknown */
JbUnitWordParts jb_unit_word_parts(const char *written);

#endif
