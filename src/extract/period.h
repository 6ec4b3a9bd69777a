/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_EXTRACT_PERIOD_H
#define JB_EXTRACT_PERIOD_H
/* Dates in words, and the scope (year or span, done or planned) that a heading or a sentence sets. */
#include <jianbao/fact.h>

/* What governs undated figures at a place of the report. */
typedef struct JbScope JbScope;
struct JbScope {
  gint report_year; /* 0 when not known */
  JbStatus status;  /* ACTUAL or TARGET */
  gboolean is_span; /* undated flows belong to `span`, else to `year` */
  gint year;
  JbPeriod span;       /* the last span spoken of; all zero when there was none */
  gint start_year;     /* that the paragraph told a start of 从…到… for: 由2012年的…增加到…; 0 none */
  gboolean is_early;   /* given in December, of a year that is to come: 明年 is the report's year */
  gboolean is_release; /* a monthly or quarterly release: the last period spoken of governs what follows */
  JbPeriod period;     /* of a release; all zero when none was named yet */
  /* A remark on other years ends with the paragraph: what holds again behind it. */
  gboolean for_paragraph;
  struct {
    JbStatus status;
    gboolean is_span;
    gint year;
    JbPeriod span;
  } outer;
};

typedef enum {
  JB_DATE_NONE,
  JB_DATE_YEAR,   /* 2021年, 去年 */
  JB_DATE_PERIOD, /* 1至9月, 上半年 */
  JB_DATE_SPAN,   /* 五年来, “十四五”时期, 2017—2021年 */
  JB_DATE_BY,     /* 到2025年, “十四五”末 */
} JbDateKind;

/* The dates of a clause as far as they bear on the quantity that follows. */
typedef struct {
  JbDateKind kind; /* of the last date that is no comparison */
  JbPeriod period;
  gboolean is_past;       /* 去年, 已, 目前 */
  gboolean is_so_far;     /* opens with 今年以来 */
  gint base_year;         /* 比2016年, 较五年前 */
  gboolean compares_span; /* 五年增加: compared over the span */
  gboolean whole_year;    /* 全年: of the year that the sentence speaks of */
  gboolean is_start;      /* the last date follows 从: it is the start's only */
} JbDates;

JbScope jb_scope_start(const JbReport *report);
void jb_scope_heading(JbScope *scope, guint level, JbSlice text);
/* A sentence that opens a new time for what follows: 去年以来，… 过去五年，… 今年发展的主要预期目标是：… */
void jb_scope_sentence(JbScope *scope, JbSlice sentence, gboolean opens_paragraph);
/* A plan that is under way: what is planned under it is this year's work. 今年…完成“十三五”规划 in a report of 2020 */
gboolean jb_scope_is_under_way(const JbScope *scope, JbPeriod span);
JbDates jb_dates_find(const JbScope *scope, JbSlice text);

/* Bytes of a date at the head of `text` (with the 的 or ， behind it), 0 when there is none. */
gsize jb_date_len(JbSlice text);

JbPeriod jb_period_year(gint year);

#endif
