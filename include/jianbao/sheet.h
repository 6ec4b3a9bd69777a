/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JIANBAO_SHEET_H
#define JIANBAO_SHEET_H
/*
 * Data tables → facts. A table has a heading row in Chinese or English; rows above it (titles) are passed over, columns
 * that are not known are left alone.
 *
 *   long   指标, 时期, 数值 and any of 地区 单位 口径 状态 (indicator, period, value, area, unit, measure, status; the
 *          column names of SDMX and of `jianbao extract --format csv` are known as well)
 *   wide   指标 (单位, 口径, 地区) and a column for each period: 2023年, 2024, 2025-01/2025-10, 2025年1-10月
 *
 *   by rows   地区 (县区, 城市) or 时期 (年份), and a column for each indicator: 地区生产总值（亿元）, 增速 beside it; or 地区
 *          and a column for each period, where the title names the indicator: 各县区地区生产总值. Districts may go by their
 *          short or shared names (新华区, 中原) beneath the area given or named by the title, 全市 is that area, and a
 *          zone that is no division (高新区) goes by its name behind the area's
 *
 * As bureaus write them: 本月 (当月) and 累计 (本月止累计) mean the month that a row above, the sheet or the file name tells
 * (2025年10月), 1-10月 and 前三季度 its year; a column of growth (同比增长, 增速, 累计同比±%) is of the period at its left,
 * or of the row's; units stand in brackets (1-10月（亿元）) or above the table (单位：亿元); a heading may have two rows, the upper one spanning columns. A
 * quarter in a name (地区生产总值（前三季度）) is the period of its sums. Columns of 环比 and 目标 are left alone.
 *
 * Of a workbook all sheets that are shown are read and their rows put together; a sheet without a heading row (a cover,
 * notes, a chart) is passed over.
 *
 * An indicator is a code of the catalogue or a name; "地区生产总值（亿元）" carries its unit, "规上工业增加值增速" its
 * measure; 其中：, # and 一、 before it are dropped; a price index (100.2) is no growth. Empty cells and those of dashes or dots say nothing.
 */
#include <jianbao/base.h>
#include <jianbao/fact.h>

G_BEGIN_DECLS

/* Is this a table (csv, tsv, xlsx) and not a text? By its content; the name breaks ties. */
JB_API gboolean jb_sheet_is(const char *name, const void *bytes, gsize len);

/*
 * Fact sets, one for each area of the table, in the order in which they appear: elements JbFacts *, which the array
 * owns. `area`: of rows that name none; NULL: such rows are an error. Errors are JB_ERROR_DATA with file, line and the
 * cell that is wrong: a table that says something unreadable is not taken by halves.
 */
JB_API GPtrArray *jb_sheet_read(const char *name, const void *bytes, gsize len, const char *area, GError **error);

/*
 * A workbook (xlsx) of fact sets: facts, series over the years with native charts, sources; values as numbers that show
 * exactly the digits of the report. `created`: seconds since 1970, the date in its metadata. JB_ERROR_IO.
 */
JB_API GBytes *jb_sheet_write_xlsx(const JbFacts *const *sets, guint n, gint64 created, GError **error);

G_END_DECLS
#endif
