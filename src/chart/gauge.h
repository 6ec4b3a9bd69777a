/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_CHART_GAUGE_H
#define JB_CHART_GAUGE_H
/* What a gauge says of a row: read in gauge_read.c, drawn in gauge.c. */
#include "chart/internal.h"

typedef struct {
  gboolean usable;   /* a ratio makes sense */
  gboolean ceiling;  /* target is a maximum */
  gboolean over;     /* a ceiling that is exceeded */
  double share;      /* actual / target, for the bar */
  JbWords percent;   /* 95%, 高于上限 / over */
  JbWords brief;     /* of words, where there is no room for both languages: 超标; NULL of a number */
  const char *basis; /* 19 / >20; NULL: nothing is known */
  gboolean units;    /* the basis says its units: they differ */
  const JbFact *named; /* else it has that of this fact */
  gboolean timed;    /* 序时进度 can be said */
  double elapsed;    /* of the target's time */
  gboolean behind;   /* less of the target than of its time; of a period that is over, short of it */
  double high;       /* of a range: its high end / its low end; else 0 */
} JbGaugeReading;

JbGaugeReading jb_gauge_read(JbArena *arena, const JbChartContext *context, const JbChartRow *row);
/* "19 / >20 家"; in English the numbers alone, for their scales differ. */
const char *jb_gauge_basis(JbArena *arena, const JbChartContext *context, const JbGaugeReading *reading);

#endif
