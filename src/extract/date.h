/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_EXTRACT_DATE_H
#define JB_EXTRACT_DATE_H
/* One date at a place of the text: the figures and words that period.c and scope.c are made of. */
#include "extract/period.h"

typedef struct {
  JbDateKind kind;
  JbPeriod period;
  gsize len;
  gboolean whole_year; /* 全年 */
  gboolean in_words;   /* 去年, 五年来; not 2021年 */
  gboolean within;     /* 三年内: of its clause only */
} JbDate;

/* The date that begins at byte `at`, kind NONE when none does. */
JbDate jb_date_at(const JbScope *scope, JbSlice text, gsize at);

/* 三年, 3年 at the head of `text`: how many, and its bytes; 0 when there is none. */
gint jb_date_years(JbSlice text, gsize *len);

/* The years from the report on: of a plan under way when it has as many, else from the report's year. */
JbPeriod jb_date_years_ahead(const JbScope *scope, gint n);

/* The five years behind the report, or the span under review. */
JbPeriod jb_date_past_span(const JbScope *scope);

/* Figures at byte `at`: their value and how many; is it a year? */
gint jb_date_digits(JbSlice text, gsize at, gsize *len);
gboolean jb_date_is_year(gint value, gsize len);

#endif
