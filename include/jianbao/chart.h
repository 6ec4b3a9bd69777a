/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JIANBAO_CHART_H
#define JIANBAO_CHART_H
/*
 * Chart forms as rows of a class table. A chart gets rows of facts, measures its height for a width and
 * draws itself into a display list; it knows neither files nor pages. Adding a form is one file and one row.
 */
#include <jianbao/base.h>
#include <jianbao/draw.h>
#include <jianbao/fact.h>
#include <jianbao/typeset.h>

G_BEGIN_DECLS

/* Colours, sizes and minima of a medium; see layouts/themes. Sizes in points. */
typedef struct {
  JbColour paper;                               /* what all of it stands on: halos and keylines have its colour */
  JbColour ink, ink2, muted, axis, rule, panel; /* text and furniture */
  JbColour accent;                              /* bar at the left of tiles, section rules */
  JbColour actual, previous, met, missed, band1, band2;
  JbColour series[4];
  double title_pt, section_pt, body_pt, chart_pt, min_pt; /* Chinese text */
  double en_ratio;                                        /* English size / Chinese size */
  double en_min_pt;
} JbTheme;

/* What charts and layout draw with. */
typedef struct {
  JbFonts *fonts;
  const JbTheme *theme;
  JbLang lang;
  const JbReport *report;
  const JbFacts *facts; /* for formulas and sources; charts draw only the rows given */
  guint n_source_entries;
  const guint *source_entries; /* by fact number: its entry in the annex, 0 none; NULL: no source marks */
} JbChartContext;

/* One point of a trend; the fact's status tells observed, estimated, derived and target apart. */
typedef struct {
  gint year;
  const JbFact *fact;
} JbTrendPoint;

/* One line of a chart with several: names NULL for the indicator's own. */
typedef struct {
  const char *name_zh, *name_en;
  guint n_points;
  const JbTrendPoint *points; /* by year; observed before target at the same year */
} JbTrendSeries;

/* Progress list: how far a target has come; see JbProgressRow in series.h. */
typedef struct {
  gboolean has_share, has_gap;
  JbDecimal share, gap; /* %, percentage points; the gap of a share is that to the time gone, else that to the target */
  JbVerdict verdict;
  const char *why_zh, *why_en; /* there is none */
} JbChartProgress;

/* One indicator on a chart: whatever of it is known. NULL for what the report does not give. */
typedef struct {
  const char *name_zh, *name_en; /* of the row: an area, a part; NULL: the indicator's own name */
  const JbFact *actual;
  const JbFact *previous;    /* ranked list: what the rank before is told from; progress list: a year before */
  const JbFact *target;      /* or the low end of a range */
  const JbFact *target_high; /* high end of a range */
  const JbFact *secondary;   /* KPI tile: the growth beside a level */
  gboolean own;              /* ranked list: the reader's own row, drawn strongly and never left out */
  guint n_points;            /* KPI tile: the years behind its value, for the sparkline */
  const JbTrendPoint *points;
  const JbChartProgress *progress; /* progress list */
  const JbFact *const *cells; /* heatmap: one for each column; NULL is missing */
} JbChartRow;

/* Heading of a heatmap's column. */
typedef struct {
  const char *name_zh, *name_en;
} JbChartColumn;

typedef struct {
  const char *title_zh, *title_en; /* NULL: the form's own, composed from the facts */
  const char *note_zh, *note_en;   /* NULL: none */
  guint n_rows;
  const JbChartRow *rows;
  guint n_points;             /* trend of one series */
  const JbTrendPoint *points; /* by year; observed before target at the same year */
  double head_pt;             /* least height of the title, so that charts in a row begin on one line; 0 its own */
  double title_pt;            /* largest type of the title, so that titles in a row are of one size; 0 its own */
  guint n_series;             /* trend of several series, small multiples; else 0 */
  const JbTrendSeries *series;
  guint n_columns; /* heatmap */
  const JbChartColumn *columns;
  const char *zero_zh, *zero_en; /* heatmap: what its zero is (全市平均 / city average); NULL: plain zero */
  /* The form's variant, NULL the default. Gauge: "bullet", "arc"; trend of several: "index"; small multiples: "free";
   * ranked list: "ascending". */
  const char *option;
  /* A chart over pages (JbChartClass.splits): the rows part_from … part_to - 1 stand here; all of them give its columns
   * and scales. 0, 0: all. The title stands over the first part, over a later one only with `again`, as continued;
   * the key under the last. */
  guint part_from, part_to;
  gboolean again;
} JbChartData;

typedef struct JbChartClass JbChartClass;
struct JbChartClass {
  const char *name;  /* "growth_bars" */
  const char *alias; /* what the command line and jobs call it as well: "growth"; NULL: nothing else */
  const char *zh, *en;
  const char *summary; /* one line for `jianbao list charts` */
  /* Body without title and note. Never fails: no data gives the box of 暂无数据 / No data. */
  JbExtent (*measure)(const JbChartContext *context, const JbChartData *data, double width_pt);
  void (*draw)(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, JbRect box);
  /* Alt text, Chinese then English: form, message, items with values and verdicts. */
  const char *(*alt)(const JbChartContext *context, const JbChartData *data, JbArena *arena);
  gboolean splits; /* it can be drawn in parts of its rows */
};

JB_API guint jb_chart_class_count(void);
JB_API const JbChartClass *jb_chart_class_at(guint index);
JB_API const JbChartClass *jb_chart_class_lookup(const char *name); /* by name or alias; NULL when unknown */

/* Height of title, body and note at a width. */
JB_API JbExtent jb_chart_measure(const JbChartClass *chart, const JbChartContext *context, const JbChartData *data,
                                 double width_pt);
/* Draws title, body and note; the body as one tagged Figure with its alt text. */
JB_API void jb_chart_draw(const JbChartClass *chart, const JbChartContext *context, const JbChartData *data,
                          JbDrawing *drawing, JbRect box);

JB_API const JbTheme *jb_theme_default(gboolean slide);

G_END_DECLS
#endif
