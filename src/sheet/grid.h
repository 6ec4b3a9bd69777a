/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_SHEET_GRID_H
#define JB_SHEET_GRID_H
/* A table as rows of text cells, wherever it comes from, and what its columns mean. */
#include <jianbao/sheet.h>

typedef struct {
  const char *text;   /* trimmed */
  guint32 start, end; /* bytes of the file; of a workbook 0, 0 */
} JbCell;

typedef struct {
  guint line; /* of the file, or row of the sheet; from 1 */
  guint n_cells;
  const JbCell *cells;
} JbGridRow;

typedef struct {
  JbArena *arena;
  const char *name;  /* of the file */
  const char *sheet; /* of a workbook with several; else NULL */
  GArray *rows;      /* JbGridRow */
} JbGrid;

gboolean jb_grid_csv(JbGrid *grid, const void *bytes, gsize len, GError **error);
/* Appends a JbGrid for each sheet that is shown, in the order of the workbook; `grids` owns them. */
gboolean jb_grid_xlsx(const char *name, const void *bytes, gsize len, JbArena *arena, GArray *grids, GError **error);

#define JB_MOST_COLUMNS 256
#define JB_MOST_ROWS    200000
#define JB_MOST_SHEETS  100

typedef enum {
  JB_COLUMN_OTHER,
  JB_COLUMN_INDICATOR,
  JB_COLUMN_NAME, /* NAME_ZH beside a code */
  JB_COLUMN_PERIOD,
  JB_COLUMN_VALUE,
  JB_COLUMN_UNIT,
  JB_COLUMN_POWER, /* UNIT_MULT */
  JB_COLUMN_MEASURE,
  JB_COLUMN_STATUS,
  JB_COLUMN_BOUND,
  JB_COLUMN_AREA,
  JB_COLUMN_GROWTH, /* in %, of the row's period */
  JB_COLUMN_WIDE,   /* the column's own period */
  JB_COLUMN_MEASURED, /* the column's own indicator; rows are areas or periods */
} JbColumnKind;

typedef struct {
  JbColumnKind kind;
  JbPeriod period;   /* of a wide column */
  const char *indicator; /* of the column, where rows name none; else NULL */
  JbMeasure measure; /* that the heading names: 同比增长 */
  gboolean has_measure;
  const char *unit; /* that the heading names; else NULL */
} JbColumn;

/* What stands above the heading row, else in the names of sheet and file; zero and NULL for what they do not tell. */
typedef struct {
  JbPeriod period;
  const char *unit;
  const char *indicator; /* a name of the catalogue */
  gboolean grows;        /* 增速 of it */
  const char *text;      /* of the rows above */
} JbTitle;

/* The heading row, or the lower of two, and what its columns are: index of the row, -1 when there is none. */
gint jb_columns_find(const JbGrid *grid, JbColumn columns[JB_MOST_COLUMNS], JbTitle *title);

/* ---- title.c, areas.c -------------------------------------------------------------------------------------------- */

void jb_title_read(const JbGrid *grid, guint n_above, JbTitle *title);
/* `context`: the caller's area or NULL. FALSE when the name is none of an area. */
gboolean jb_row_area(JbArena *arena, const char *name, const char *context, const JbTitle *title, JbArea *area);

/* ---- headings.c ------------------------------------------------------------------------------------------------ */

gboolean jb_title_period(const char *title, JbPeriod *period);
/* 本月止累计, 1-10月（亿元）, 累计同比±%; FALSE when it is neither a period nor a growth. */
gboolean jb_heading_read(JbArena *arena, const char *heading, JbPeriod title, JbColumn *column);
/* 地区生产总值（亿元）, 规上工业增加值增速: a column that is an indicator of the catalogue, or has a known unit. */
gboolean jb_heading_indicator(JbArena *arena, const char *heading, JbColumn *column);
/* 亿元, 万人, %: a unit that is known, as a whole. */
gboolean jb_unit_is_known(const char *text);
/* What stands in the bracket that a name ends with, and the byte where that opens; NULL when there is none. */
char *jb_name_bracket(const char *name, gsize *open);
/* 地区生产总值（前三季度） → 地区生产总值 */
gboolean jb_name_period(char *name, JbPeriod title, JbPeriod *period);
const char *jb_heading_above(const JbGridRow *upper, guint column);

/* 2025, 2025年10月, 2025年1-10月, 2025-10, 2025M10, 2025Q3, 2025年前三季度, ISO intervals. */
gboolean jb_period_read(const char *text, JbPeriod *period);
/* Words of a cell; FALSE when they are not known. */
gboolean jb_measure_read(const char *text, JbMeasure *measure);
gboolean jb_status_read(const char *text, JbStatus *status);
gboolean jb_bound_read(const char *text, JbBound *bound);

#endif
