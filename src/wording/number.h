/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_NUMBER_H
#define JB_WORDING_NUMBER_H
/* Digits: grouping, million to trillion, small numbers as words. Values here are not negative. */
#include <jianbao/base.h>

#define JB_MINUS "\u2212"

typedef struct {
  gint32 power;       /* of ten */
  const char *word;   /* "million" or "" */
  const char *suffix; /* "m" or "" */
} JbScale;

/* The scale whose mantissa is 1 … 999: none below a million, trillion above everything. */
const JbScale *jb_scale_for(JbDecimal value);
const JbScale *jb_scale_none(void);

/* 10,110.5: commas when the whole part has at least `group_from` digits. */
const char *jb_number_grouped(JbArena *arena, JbDecimal value, guint group_from);
/* The mantissa at a scale, exact. */
const char *jb_number_scaled(JbArena *arena, JbDecimal value, const JbScale *scale, guint group_from);
/* 16.3 billion; one to nine as words when `words` and the mantissa is whole. */
const char *jb_number_prose(JbArena *arena, JbDecimal value, const JbScale *scale, gboolean words);

/* a / b: exact when at most 6 decimals do it, else rounded to three significant digits. FALSE when it does not fit. */
gboolean jb_divide_readably(JbDecimal a, JbDecimal b, JbDecimal *quotient);

#endif
