/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_UNITS_H
#define JB_WORDING_UNITS_H
/* Chinese measure words and what English says for them. */
#include <jianbao/base.h>

typedef enum {
  JB_UNIT_COUNT,    /* a counter: English has the number alone (35872户 → 35,872) */
  JB_UNIT_NOUN,     /* number, space, noun */
  JB_UNIT_MONEY,    /* `sign` before the number where there is one */
  JB_UNIT_PERCENT,  /* closed up: 6.6% */
  JB_UNIT_POINTS,   /* percentage points */
  JB_UNIT_POWER,    /* kilowatts: labels in MW and GW */
  JB_UNIT_MU,       /* 15 mu to the hectare */
  JB_UNIT_JIN,      /* 2000 jin to the metric ton, 2 to the kilogram */
  JB_UNIT_TIMES,    /* 倍: times; as growth 100 % each */
  JB_UNIT_TENTHS,   /* 成: 10 % each */
  JB_UNIT_DOUBLING, /* 番: doubled so many times */
} JbUnitKind;

typedef struct {
  const char *zh;
  JbUnitKind kind;
  const char *sign; /* money: ¥, US$; NULL when the noun stands behind */
  const char *one;  /* prose, singular and plural; NULL for counters */
  const char *many;
  const char *label; /* data labels: km; NULL for counters */
  const char *table; /* head of a column: "people", "km"; NULL when the noun depends on what is counted */
} JbUnit;

/* A written unit taken apart: 万元/亩 is 4, 元, 亩. */
typedef struct {
  gint32 power;       /* of ten, from 万 亿 … */
  const JbUnit *unit; /* NULL when unknown; `rest` then holds it in Chinese */
  const JbUnit *per;  /* what stands behind "/", NULL for none */
  const char *rest;   /* text behind the multiplier */
} JbUnitParts;

extern const JbUnit jb_units[]; /* tables/units.c */
extern const gsize jb_n_units;

const JbUnit *jb_unit_lookup(JbSlice zh); /* NULL when unknown */
JbUnitParts jb_unit_parts(const char *written);

#endif
