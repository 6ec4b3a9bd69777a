/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_CHART_INTERNAL_H
#define JB_CHART_INTERNAL_H
/*
 * What the chart forms share, and layout/ borrows: words in the languages shown, labels that fit themselves,
 * linear scales, marks. Everything measured with the typesetter that draws it, so nothing overlaps by surprise.
 */
#include "facts/facts.h"

#include <jianbao/chart.h>
#include <jianbao/wording.h>

/* ---- Words: the same thing said in both languages; `en` NULL when no English is known -------------- */

typedef struct {
  const char *zh, *en;
} JbWords;

/* Words that no English is known for stay Chinese, and stand once. NULL has none. */
gboolean jb_has_han(const char *text);
gboolean jb_shows_zh(const JbChartContext *context);
gboolean jb_shows_en(const JbChartContext *context);
/* The language numbers and units are written in: Chinese unless the output is English only. */
JbLang jb_number_lang(const JbChartContext *context);

double jb_en_size(const JbTheme *theme, double zh_size_pt);
JbTextStyle jb_style(const JbChartContext *context, JbLang lang, JbFace face, double size_pt, JbColour colour);

/* One line: Chinese, then English smaller and muted behind it. `at.y` is the baseline. Returns the width. */
double jb_inline_width(const JbChartContext *context, JbFace face, double size_pt, JbWords words);
double jb_inline_draw(JbDrawing *drawing, const JbChartContext *context, JbPoint at, JbAlign align, JbFace face,
                      double size_pt, JbColour colour, JbWords words);

/* ---- Label: words fitted to a width by the text ladder (natural, wrapped, short, smaller, one language) - */

typedef struct {
  JbWords words;
  JbWords shorter; /* dictionary short forms; NULL when there are none */
  JbFace face;
  double size_pt; /* of the first language shown; the second follows by the theme's ratio */
  double min_pt;  /* what the ladder may shrink the first to; 0: the theme's minimum */
  JbColour colour;
  guint max_lines;       /* a language; 0 is 2 */
  gboolean prefer_short; /* second language: its short form rather than a second line */
  gboolean filled;       /* lines are filled one after the other, not made alike */
} JbLabelWish;

typedef struct {
  const JbParagraph *first, *second; /* second NULL: one language */
  double width_pt, height_pt;
} JbLabel;

JbLabel jb_label_fit(JbArena *arena, const JbChartContext *context, const JbLabelWish *wish, double width_pt);
/* Width it would take on one line a language. */
double jb_label_natural(const JbChartContext *context, const JbLabelWish *wish);
void jb_label_draw(JbDrawing *drawing, const JbChartContext *context, const JbLabel *label, JbPoint top_left,
                   double width_pt, JbAlign align);

/* The name of a fact's indicator as words, long and short. */
JbWords jb_fact_name(JbArena *arena, const JbChartContext *context, const JbFact *fact, gboolean is_short);
/* The same; of a growth, its growth (地区生产总值增速), unless the name says so itself. */
JbWords jb_growth_name(JbArena *arena, const JbChartContext *context, const JbFact *fact, gboolean is_short);
JbLabelWish jb_name_wish(JbArena *arena, const JbChartContext *context, const JbFact *fact, double size_pt);

/* The rows of the part that is drawn; without parts, all. */
JbChartData jb_part_of(const JbChartData *data);
gboolean jb_is_last_part(const JbChartData *data);

/* The row's own name, else that of its indicator; "—" when it has neither. */
JbWords jb_row_name(JbArena *arena, const JbChartContext *context, const JbChartRow *row, gboolean is_short);
JbLabelWish jb_row_wish(JbArena *arena, const JbChartContext *context, const JbChartRow *row, double size_pt);
const JbFact *jb_row_fact(const JbChartRow *row); /* what it is named after: result, target, previous; NULL */

/* The quantity with unit and bound in both languages: 8%以上 / ≥8%. */
JbWords jb_quantity_words(JbArena *arena, const JbChartContext *context, const JbFact *fact, JbStyle style);
/* The target of a row, or its range: 5%~6% / 5%–6%. */
JbWords jb_target_words(JbArena *arena, const JbChartContext *context, const JbChartRow *row);
/* Its number, with the unit when that is not the one of `named`, which stands elsewhere. */
const char *jb_target_text(JbArena *arena, const JbChartContext *context, const JbChartRow *row, const JbFact *named);
/* Its number alone, in the output's number language, bound or ≈ in front: >30, ≈99.2, −1.3. */
/* ≥ ≤ > < ≈ before a number; the bound of a fall bounds its size, so 下降3%以上 is ≤ −3. */
const char *jb_sign_text(const JbFact *fact);
const char *jb_number_text(JbArena *arena, const JbChartContext *context, const JbFact *fact);
/* The number alone when its unit is that of `named`, which stands in the subtitle; else with its own unit. */
const char *jb_number_beside(JbArena *arena, const JbChartContext *context, const JbFact *fact, const JbFact *named);
/* With a plus before what rose. */
const char *jb_signed_beside(JbArena *arena, const JbChartContext *context, const JbFact *fact, const JbFact *named);
/* The unit of labels drawn once: 亿元 / 100 million yuan. */
JbWords jb_unit_words(JbArena *arena, const JbChartContext *context, const JbFact *fact);
JbWords jb_period_pair(JbArena *arena, JbPeriod period);

/* ---- Source marks: [12], linked to the annex ------------------------------------------------------------ */

double jb_source_width(const JbChartContext *context, const JbFact *fact);
/* Draws at the left of `at` (baseline); nothing when the fact has no mark. Returns the width. `alone`: what is heard of
 * it names the figure, since a figure's links are read behind it; a table's stand in their rows. */
double jb_source_draw(JbDrawing *drawing, const JbChartContext *context, JbPoint at, const JbFact *fact,
                      gboolean alone);
/* A name label with the fact's mark behind its last line. */
void jb_named_draw(JbDrawing *drawing, const JbChartContext *context, const JbLabel *label, JbPoint top_left,
                   double width_pt, const JbFact *fact);

/* ---- Title and note around a chart ----------------------------------------------------------------------- */

typedef struct {
  JbWords title;    /* the message, composed from the facts */
  JbWords shorter;  /* the same with dictionary short names; NULL when there is none */
  JbWords subtitle; /* unit, basis */
  guint lines;      /* of the title, a language, at most; 0: one where there is a shorter one, else two */
  double most_pt;   /* of its type; 0 as the theme has it */
} JbChartTitle;

/* Adds to the subtitle what hatching and hollow bars mean, when a row's result is only an estimate or computed. */
JbChartTitle jb_say_estimates(JbArena *arena, const JbChartData *data, JbChartTitle title);
double jb_title_height(const JbChartContext *context, const JbChartTitle *title, double width_pt);
void jb_title_draw(JbDrawing *drawing, const JbChartContext *context, const JbChartTitle *title, JbPoint top_left,
                   double width_pt);
void jb_no_data_draw(JbDrawing *drawing, const JbChartContext *context, JbRect box);
double jb_no_data_height(const JbChartContext *context);

/* What charts side by side share: the size their titles take at a width (JbChartData.title_pt), and then the height of
 * the title blocks (JbChartData.head_pt). */
double jb_chart_title_size(const JbChartClass *chart, const JbChartContext *context, const JbChartData *data,
                           double width_pt);
double jb_chart_head(const JbChartClass *chart, const JbChartContext *context, const JbChartData *data, double width_pt);

/* ---- Scale --------------------------------------------------------------------------------------------------- */

typedef struct {
  double from, to;   /* domain */
  double start, end; /* points */
} JbScale;

double jb_scale_at(const JbScale *scale, double value);
/* 1, 2 or 5 × 10^n: about `span / count`, by d3's thresholds √2, √10, √50. */
double jb_nice_step(double span, guint count);
/* Widens [from, to] to whole steps. */
void jb_nice_domain(double *from, double *to, guint count);

/* ---- Marks ---------------------------------------------------------------------------------------------------- */

JbPaint jb_fill(JbColour colour);
JbPaint jb_stroke(JbColour colour, double width_pt);
JbPaint jb_dashed(JbColour colour, double width_pt, double on_pt, double off_pt);

/* Icon of a verdict: a disc with a tick, a triangle with a bang, a dash. `at` is its centre. */
void jb_verdict_draw(JbDrawing *drawing, const JbChartContext *context, JbPoint at, double size_pt, JbVerdict verdict);
JbWords jb_verdict_words(JbVerdict verdict);
/* Target mark across a bar: line with a white keyline; arrow for a bound, I-beam for about. `height_pt` of the bar. */
void jb_target_draw(JbDrawing *drawing, const JbChartContext *context, double x, double middle, double height_pt,
                    JbBound bound);
/* How far the mark reaches to the left and right of its line. */
void jb_target_reach(JbBound bound, double height_pt, double *left, double *right);
/* A hatched rectangle: what is over a ceiling, or only estimated. */
void jb_hatch_draw(JbDrawing *drawing, JbRect box, JbColour colour);
/* The bar of a fact: solid for a result, hatched for an estimate (预计), hollow for what was computed (推算). */
void jb_bar_draw(JbDrawing *drawing, JbRect box, const JbFact *fact, JbColour colour);
/* Two lines in paper across a bar of this height: what is drawn is shorter than its value. */
void jb_tear_draw(JbDrawing *drawing, const JbChartContext *context, double x, double middle, double height_pt);
/* A zigzag in an axis that begins not at zero, from `at` to the right. */
void jb_axis_break_draw(JbDrawing *drawing, const JbChartContext *context, JbPoint at, double k);
/* ▲ with its tip at `tip`: time elapsed. */
void jb_pointer_draw(JbDrawing *drawing, JbPoint tip, double size_pt, JbColour colour);

/* ---- Points over years: trend, small multiples, sparkline -------------------------------------------------- */

/* PATH: a year on the way to a target, which nobody set one for. */
typedef enum {
  JB_MARK_OBSERVED,
  JB_MARK_ESTIMATE,
  JB_MARK_DERIVED,
  JB_MARK_TARGET,
  JB_MARK_PATH,
  JB_N_MARKS
} JbMark;

/* Points where they stand on the page. */
typedef struct {
  double k; /* size of the medium against the page's, or smaller still */
  JbColour colour;
  guint n;
  const JbTrendPoint *points;
  JbPoint *at;
  JbMark *kind;
} JbPlacedPoints;

/* By point; `kinds` holds n. */
void jb_point_kinds(const JbChartContext *context, const JbTrendPoint *points, guint n, JbMark *kinds);
JbMark jb_point_kind(const JbChartContext *context, const JbFact *fact);
JbWords jb_point_words(JbMark kind);
void jb_point_draw(const JbChartContext *context, JbDrawing *drawing, JbPoint at, JbMark kind, JbColour colour,
                   double k);
/* Points that are no targets. */
guint jb_known_points(const JbChartContext *context, const JbTrendPoint *points, guint n);
/* Lines between them: dashed where something is computed or estimated, dotted towards a target. Years without a figure
 * break the line; where there are but two figures, a thin dashed one joins them. */
void jb_segments_draw(const JbChartContext *context, JbDrawing *drawing, const JbPlacedPoints *placed);
/* The key: each kind of point that is drawn, as it is drawn. Lines it takes, with `extra_pt` to stand behind the last.
 */
#define JB_KEY_LINE 1.5 /* of the type */
guint jb_point_key_lines(const JbChartContext *context, const JbTrendPoint *points, guint n, double width_pt,
                         double extra_pt);
/* First baseline at `at`; returns where the last item ends. */
JbPoint jb_point_key_draw(const JbChartContext *context, JbDrawing *drawing, const JbTrendPoint *points, guint n,
                          JbPoint at, double right);
/* [from, to] over the values; TRUE when the axis begins at zero: range of half the largest, or negatives. */
gboolean jb_value_domain(const double *values, guint n, double *from, double *to);

/* ---- Line ends: labels at the right of lines, pushed apart -------------------------------------------------- */

/* Moves the centres `y` of labels `height` high as little as squares allow until none meet, within [top, bottom].
 * FALSE when they do not all fit; they are then spaced evenly. */
gboolean jb_ends_solve(double *y, guint n, double height, double top, double bottom);

/* ---- What does not fit is a list: name at the left, value at the right ---------------------------------------- */

typedef struct {
  const JbChartRow *row;
  const char *value;
} JbPlainRow;

double jb_plain_height(const JbChartContext *context, const JbPlainRow *rows, guint n, double width_pt);
void jb_plain_draw(const JbChartContext *context, JbDrawing *drawing, const JbPlainRow *rows, guint n, JbRect box);

/* ---- Words composed from facts ---------------------------------------------------------------------------- */

JbWords jb_count_words(JbArena *arena, guint count);                           /* 六 / six; digits above ten */
gboolean jb_fact_is_target(const JbChartContext *context, const JbFact *fact); /* a target, or derived from one */
/* 序时进度: months gone of the target's months, for a flow that accumulates towards it; FALSE for rates, stocks,
 * ceilings and whole periods. */
typedef struct {
  guint elapsed, total; /* months */
} JbTimeProgress;
gboolean jb_time_progress(const JbFact *actual, const JbFact *target, JbTimeProgress *progress);
/* Alt text of a chart of rows: form, message, items; `said`: what the form says of each row's target, NULL nothing. */
const char *jb_rows_alt(const JbChartContext *context, const JbChartData *data, JbWords form, JbWords message,
                        const JbWords *said, JbArena *arena);
const char *jb_alt_quantity(JbArena *arena, const JbFact *fact, gboolean english); /* as a sentence has it */

/* Alt text of a chart of several series. */
const char *jb_all_series_alt(const JbChartContext *context, const JbChartData *data, JbWords form, JbWords message,
                              JbArena *arena);

/* ---- The forms: rows of the table in class.c -------------------------------------------------------------- */

#define JB_CHART_FORM(form)                                                                                            \
  JbExtent jb_##form##_measure(const JbChartContext *context, const JbChartData *data, double width_pt);               \
  void jb_##form##_draw(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, JbRect box);       \
  const char *jb_##form##_alt(const JbChartContext *context, const JbChartData *data, JbArena *arena);                 \
  JbChartTitle jb_##form##_title(const JbChartContext *context, const JbChartData *data, JbArena *arena)

/* Whether a trend's axis begins at zero; else its subtitle says that it does not. */
gboolean jb_trend_from_zero(const JbChartData *data);

/* The period of all growth bars; of months that end at different ones, where they end: 截至2025年9—10月. */
JbWords jb_bars_period(JbArena *arena, const JbChartData *data);

JB_CHART_FORM(growth_bars);
JB_CHART_FORM(trend);
JB_CHART_FORM(gauge);
JB_CHART_FORM(kpi);
JB_CHART_FORM(table);
JB_CHART_FORM(ranked);
JB_CHART_FORM(dumbbell);
JB_CHART_FORM(waterfall);
JB_CHART_FORM(multiples);
JB_CHART_FORM(heatmap);
JB_CHART_FORM(progress);
/* A trend of several series: the trend's functions hand over to these. */
JB_CHART_FORM(series);

#endif
