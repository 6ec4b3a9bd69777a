/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_CHART_KPI_H
#define JB_CHART_KPI_H
/* What layout asks the tiles: how many stand in a row, so that it can choose a count that leaves no hole. */
#include "chart/internal.h"

guint jb_kpi_columns(const JbChartContext *context, guint n_rows, double width_pt);

#endif
