/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_EXTRACT_NUMBER_H
#define JB_EXTRACT_NUMBER_H
/* Tokens: the quantities of a block's text. Numbers in names, codes, dates and slogans are none. */
#include "extract/unit.h"

#include <jianbao/document.h>
#include <jianbao/fact.h>

typedef struct {
  guint32 start, end; /* the figures with multiplier and measure word: 1万6千多户 */
  guint32 tail;       /* end of the bound words behind: 以上, 左右 */
  JbDecimal value;    /* in `unit` */
  const char *unit;   /* 万户: multiplier and measure word as written, without 多 余 几 */
  gint power;         /* of the multiplier */
  const char *per;    /* "/斤": for each of what; NULL when there is none */
  const JbUnit *word; /* the measure word, NULL when there is only a multiplier */
  JbBound inner;      /* GT: 多 余 几 inside the number or behind the measure word; else EQ */
  JbBound outer;      /* from the words behind: GE LE LT GT APPROX; else EQ */
  gboolean is_low;    /* low end of a range, the next token is its high end */
  gboolean is_high;
  guint sign;  /* bytes of a sign before a percentage, part of the token: 增长-3.5%; 0 none */
  guint ratio; /* 1, 2, 3: place within a ratio a:b:c; else 0 */
} JbQuantity;

/* All quantities of the text in order, as a GArray of JbQuantity; strings in `arena`. */
GArray *jb_quantities(JbArena *arena, JbSlice text);

#endif
