/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_CHART_TABLE_ROWS_H
#define JB_CHART_TABLE_ROWS_H
/* A table as measured: what table.c sets and table_draw.c draws. */
#include "chart/table.h"

/* A number cut at its decimal point, in one language. */
typedef struct {
  const char *head, *tail, *unit;
  double head_w, tail_w;
} JbSplit;

typedef struct {
  const JbFact *fact;
  JbLabel name, unit;
  JbWords when;      /* behind the name or beneath it; zh NULL when it is that of the group */
  double when_x;     /* where it stands behind a name of one line; 0: beneath */
  JbSplit number[2]; /* first line, second line; the second's head NULL when it says the same */
  double height;
} JbTableRow;

struct JbTable {
  const JbChartContext *context;
  guint n_rows;
  JbTableRow *rows;
  guint n_groups;
  const JbWords *usual; /* by group: period and status of most of its rows; at n_groups: of those under no band */
  double width, name_w, axis_x, numbers_right, unit_x, unit_w, source_x; /* from the left */
  double head_h, pad, air; /* air: above and beneath each row, besides the pad */
};

/* Type of the first line and of the second. */
JbTextStyle jb_table_line(const JbChartContext *context, guint line);
/* Of a period beneath a name. */
double jb_table_when_height(const JbChartContext *context);
/* What a unit may take: the gap to the next column too. */
double jb_table_unit_room(const JbTable *table);
/* Words in a width: without their English where both do not fit. */
JbWords jb_table_fitted(const JbTable *table, JbWords words, double width);

#endif
