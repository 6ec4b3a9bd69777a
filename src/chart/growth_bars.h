/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_CHART_GROWTH_BARS_H
#define JB_CHART_GROWTH_BARS_H
/* Where everything of growth bars stands: made in growth_plan.c, drawn in growth_bars.c. */
#include "chart/internal.h"

/* x from the left of the box. */
typedef struct {
  double k; /* type of this medium against the page's */
  double row_pt, bar_pt, head_pt;
  double name_w, target_w, icon_w; /* columns */
  double plot_x, plot_w;
  JbScale scale;
  gint cut_row; /* the outlier, -1 none */
  gboolean verdicts, targets;
  gboolean stacked; /* heads of two lines: beside each other they would be wider than their columns */
  gboolean bars;    /* else there is room for a list only */
} JbBarsPlan;

JbBarsPlan jb_bars_plan(JbArena *arena, const JbChartContext *context, const JbChartData *data, double width);

/* The first result or target, NULL when there is none. */
const JbFact *jb_bars_first(const JbChartData *data, gboolean target);
double jb_bars_value(const JbChartRow *row); /* 0 without a result */
JbVerdict jb_bars_verdict(const JbChartRow *row);
JbLabelWish jb_bars_target_wish(JbArena *arena, const JbChartContext *context, const JbChartRow *row);
/* The head of the targets, and a head as a label of two lines. */
JbWords jb_bars_target_head(JbArena *arena, const JbFact *target);
JbLabelWish jb_bars_head_wish(const JbChartContext *context, JbWords words);

/* The x range that the row's target marks take; FALSE when there are none. */
gboolean jb_bars_mark_range(const JbChartRow *row, const JbBarsPlan *plan, double x0, double *left, double *right);
/* Where the bar of a value ends; one that is cut, at the edge. */
double jb_bars_end(const JbChartRow *row, const JbBarsPlan *plan, double x0, gboolean cut);
/* Where a value of this width stands: outside its bar, clear of the mark; of a fall that has no room there, at the
 * right of the zero line. */
double jb_bars_value_place(const JbChartRow *row, const JbBarsPlan *plan, double x0, gboolean cut, double width);

#endif
