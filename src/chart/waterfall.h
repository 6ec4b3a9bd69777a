/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_CHART_WATERFALL_H
#define JB_CHART_WATERFALL_H
/* The arithmetic of a waterfall (steps.c), for its drawing (waterfall.c). */
#include "chart/internal.h"

typedef struct {
  JbChartRow row;     /* names it */
  const JbFact *fact; /* NULL: 其他, computed */
  const char *value;  /* its label */
  JbDecimal amount;   /* in the chart's unit */
  double from, to;    /* where it floats */
  gboolean total;
  gboolean breaks; /* what follows does not go on from here */
} JbWaterfallBar;

typedef struct {
  guint n;
  JbWaterfallBar *bars;
  JbPlainRow *plain;
  const JbFact *named; /* gives the unit */
  gboolean increments_only, columns_fit, labels_below;
  double low, high, label_pt, names_h;
} JbWaterfall;

/* The bars alone, all of them. */
JbWaterfall jb_waterfall_steps(JbArena *arena, const JbChartContext *context, const JbChartData *data);
/* As many as the width holds, with their sizes. */
JbWaterfall jb_waterfall_plan(JbArena *arena, const JbChartContext *context, const JbChartData *data, double width_pt);
JbLabel jb_waterfall_name(JbArena *arena, const JbChartContext *context, const JbWaterfallBar *bar, double column_pt);

#endif
