/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JIANBAO_SERIES_H
#define JIANBAO_SERIES_H
/*
 * What a history says over time: an indicator's series, what was promised and delivered, how far a year has come.
 *
 * All of it is chosen from observations of jb_store_select(), which must outlive the results; nothing is interpolated
 * and no value is adjusted. A result never hides a second statement: it is listed beside the chosen one.
 */
#include <jianbao/base.h>
#include <jianbao/fact.h>
#include <jianbao/store.h>

G_BEGIN_DECLS

/* ---- Series ---------------------------------------------------------------------------------------------------- */

typedef enum {
  JB_POINT_OBSERVED, /* as the first document had it; later ones agree or say nothing */
  JB_POINT_REVISED,  /* a later document has another value, which is the one given; the first is among the others */
  JB_POINT_DERIVED,  /* no document states it; the fact's formula says how it follows */
  JB_POINT_TARGET,   /* promised for that period, or the level that a promised growth leads to */
} JbPointKind;

typedef struct {
  JbPeriod period;
  JbPointKind kind;
  const JbObservation *value;
  const JbObservation *high; /* the upper end when a target is a range, else NULL */
  gboolean conflict;         /* documents of one year, or one document, disagree */
  guint n_others;
  const JbObservation *const *others; /* statements that differ from the value by more than rounding */
} JbSeriesPoint;

typedef enum { JB_SERIES_YEARS, JB_SERIES_MONTHS, JB_SERIES_ALL } JbSeriesSpan; /* whole years; parts of years; both */

typedef struct {
  JbArena *arena;
  const JbArea *area; /* of the first observation; NULL when there is none */
  const char *code, *name_zh;
  JbMeasure measure;
  guint n;
  const JbSeriesPoint *points; /* by period; observed, derived, target at the same one */
} JbSeries;

/* `code` or `name_zh` of one area; the most frequent base unit among its observations, others are left out. */
JB_API JbSeries *jb_series_make(const JbObservations *rows, const char *code, const char *name_zh, JbMeasure measure,
                                JbSeriesSpan span);
JB_API void jb_series_free(JbSeries *series); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JbSeries, jb_series_free)

typedef enum { JB_SERIES_TEXT, JB_SERIES_CSV, JB_SERIES_JSON } JbSeriesFormat;
JB_API void jb_series_write(const JbSeries *series, JbSeriesFormat format, GString *out);
JB_API const char *jb_point_kind_name(JbPointKind kind);
/* A fact for each point, in one unit, source.report naming its document: what a chart is drawn of. For the caller. */
JB_API JbFacts *jb_series_facts(const JbSeries *series);

/* ---- A year's ranking of areas --------------------------------------------------------------------------------- */

typedef struct {
  guint rank; /* equal values share one */
  const JbObservation *value;
  JbPointKind kind; /* observed or revised */
  gboolean conflict;
} JbRankingRow;

typedef struct {
  guint n;
  JbRankingRow *rows; /* the highest first */
  guint n_left_out;   /* in another base unit than most */
} JbRanking;

/* `rows`: the indicator in that year, of all areas. `level` JB_AREA_UNKNOWN: areas of every level. */
JB_API JbRanking *jb_ranking_make(const JbObservations *rows, const char *code, JbMeasure measure, gint year,
                                  JbAreaLevel level);
JB_API void jb_ranking_free(JbRanking *ranking); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JbRanking, jb_ranking_free)
/* A fact for each area, in one unit, `area` and source.report set: what a chart is drawn of. `own`, whose row it marks, may
 * be NULL. For the caller. */
JB_API JbFacts *jb_ranking_facts(const JbRanking *ranking, const JbArea *own);
JB_API void jb_ranking_write(const JbRanking *ranking, JbSeriesFormat format, GString *out);

/* Do two values say the same, as far as the digits of the coarser one and its bound go: 1.36万亿 and 13617.8亿元. */
JB_API gboolean jb_facts_agree(const JbFact *a, const JbFact *b);

/* ---- Why something is not compared ----------------------------------------------------------------------------- */

typedef enum {
  JB_REASON_NONE,          /* it is compared */
  JB_REASON_NO_FIGURE,     /* nothing is reported of that indicator */
  JB_REASON_OTHER_MEASURE, /* only another measure is: the target is a growth, the figure a level */
  JB_REASON_OTHER_UNIT,    /* the units have no common base */
  JB_REASON_ABOUT,         /* "about" (左右) has no tolerance that is stated */
  JB_REASON_LAST_YEAR,     /* the newest figure is of the year before */
  JB_REASON_MONTH_ONLY,    /* a single month's figure says nothing about the year so far */
  JB_REASON_NOT_FLOW,      /* a stock or of unknown kind: not set against the elapsed part of the year */
} JbReason;
JB_API const char *jb_reason_name(JbReason reason);
JB_API const char *jb_reason_words(JbReason reason, JbLang lang); /* one language; "" for none */

/* ---- Promise and delivery: last year's targets beside this year's report of them ------------------------------- */

typedef struct {
  const JbObservation *target, *target_high; /* high: NULL unless a range */
  const JbObservation *actual;               /* NULL when nothing is reported; `reason` says so */
  const JbObservation *previous;             /* the year before, when known */
  JbVerdict verdict;
  JbReason reason;
} JbDeliveryRow;

typedef struct {
  JbArena *arena;
  gint year; /* promised for */
  guint n, n_met, n_short;
  const JbDeliveryRow *rows; /* in the order of the promises */
} JbDelivery;

/* `rows`: everything of one area. */
JB_API JbDelivery *jb_delivery_make(const JbObservations *rows, gint year);
JB_API void jb_delivery_free(JbDelivery *delivery); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JbDelivery, jb_delivery_free)
JB_API void jb_delivery_dump(const JbDelivery *delivery, GString *out);

/* ---- Progress: this year's targets against the newest months --------------------------------------------------- */

typedef enum {
  JB_NATURE_UNKNOWN,
  JB_NATURE_FLOW,  /* counts up from January: its sum may be set against the elapsed part of the year */
  JB_NATURE_STOCK, /* a total at a date */
  JB_NATURE_RATE,  /* a ratio or an index */
} JbNature;
JB_API JbNature jb_fact_nature(const JbFact *fact);

typedef struct {
  const JbObservation *target, *target_high;
  const JbObservation *latest;         /* January to `month`, or the month's own for a rate; NULL: see `reason` */
  const JbObservation *same_last_year; /* the same months of the year before, when known */
  JbNature nature;
  gint month;         /* the last month of `latest`, 0 without one */
  gboolean has_share; /* cumulative flows with a target level */
  JbDecimal share;    /* latest / target in %, one decimal */
  JbDecimal elapsed;  /* month / 12 in %, one decimal: 序时进度 */
  gboolean has_gap;
  JbDecimal gap;     /* share - elapsed, or growth - target, in percentage points; rates: latest - target */
  JbVerdict verdict; /* MET: at or ahead of the target or of time; SHORT: behind */
  JbReason reason;
} JbProgressRow;

typedef struct {
  JbArena *arena;
  gint year, month; /* the newest month among the rows, or the one asked for */
  guint n;
  const JbProgressRow *rows; /* in the order of the targets */
} JbProgress;

/* `until`: the last month that may be used, {year, m, year, m}; with month 0 the newest of that year. */
JB_API JbProgress *jb_progress_make(const JbObservations *rows, JbPeriod until);
/* The same of a fact set with its months (see publish/): targets of the report's year, against its newest figures. */
JB_API JbProgress *jb_progress_of_facts(const JbFacts *facts);
JB_API void jb_progress_free(JbProgress *progress); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JbProgress, jb_progress_free)
JB_API void jb_progress_dump(const JbProgress *progress, GString *out);

/* ---- A fact set with its past ----------------------------------------------------------------------------------- */

/*
 * Appends to a report's own facts what earlier documents of its area observed for whole years before, where the report
 * says nothing itself, and what the work report before it promised for the year that it looks back on: each with
 * source.report naming the document. To be called before jb_facts_derive().
 * Returns how many.
 */
JB_API guint jb_facts_add_history(JbFacts *facts, const JbObservations *rows);

G_END_DECLS
#endif
