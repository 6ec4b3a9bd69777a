/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JIANBAO_FACT_H
#define JIANBAO_FACT_H
/*
 * Fact: one quantity of a report with everything that a reader needs to chart it.
 *
 * extract/ makes them from a Document, facts/ derives more, everything after reads them.
 * The terms are those of SDMX where it has one (measure, observation status, time period).
 */
#include <jianbao/base.h>
#include <jianbao/document.h>

G_BEGIN_DECLS

typedef enum {
  JB_MEASURE_LEVEL,          /* an amount, count or rate: 163亿元 */
  JB_MEASURE_GROWTH,         /* change in % against the base: 增长6.6% */
  JB_MEASURE_AVERAGE_GROWTH, /* % per year over several years: 年均增长8% */
  JB_MEASURE_CHANGE,         /* signed amount by which a level moved: 比2016年增加63.8亿元 */
  JB_MEASURE_SHARE,          /* part of a whole: 占GDP比重66% */
  JB_MEASURE_RANK,           /* 第3位 */
} JbMeasure;

typedef enum {
  JB_BOUND_EQ,     /* = */
  JB_BOUND_GE,     /* ≥ 以上 不低于 至少 */
  JB_BOUND_GT,     /* > 超过 突破 余 多 */
  JB_BOUND_LE,     /* ≤ 以内 不超过 */
  JB_BOUND_LT,     /* < 低于 不到 近 */
  JB_BOUND_APPROX, /* ≈ 左右 约 */
} JbBound;

typedef enum {
  JB_STATUS_ACTUAL,
  JB_STATUS_ESTIMATE, /* 预计, for a period just ended */
  JB_STATUS_TARGET,   /* planned */
  JB_STATUS_DERIVED,  /* computed by us; `formula` says how */
} JbStatus;

/*
 * ISO 8601 period, both ends included. Month 0 means the whole year:
 * {2021,0,2021,0} is 2021, {2017,0,2021,0} is 2017/2021, {2025,1,2025,9} is 2025-01/2025-09.
 * All zero: not knowable.
 */
typedef struct {
  gint16 from_year, from_month;
  gint16 to_year, to_month;
} JbPeriod;

/* Where a fact stands in the report. */
typedef struct {
  guint32 start, end;    /* byte offsets into the file as given */
  const char *text;      /* the covered text: 163亿元 */
  const char **sections; /* headings above it, outermost first, NULL-terminated */
  const char *sentence;  /* the sentence around it, for the annex and for people who check */
  guint paragraph;       /* JbBlock.paragraph */
  guint line;            /* line of the file where the block begins */
  guint page;            /* pdf only, else 0 */
  const char *report;    /* id of the earlier document that a history has it from; NULL: the set's own report */
} JbSource;

typedef struct {
  guint number;        /* running number in reading order, from 1; the id is report.id "#" number */
  const char *code;    /* indicator of the catalogue, or NULL */
  const char *name_zh; /* shortest phrase that a reader would put on a label */
  const char *name_en; /* NULL when no term is known */
  const char *name_en_short; /* for axes; NULL unless a glossary gave the name */
  JbMeasure measure;
  JbDecimal value;     /* exactly the digits of the text, in the written unit; signed */
  const char *unit;    /* as written, without white space: 亿元; ":1" of a ratio to one, "/3" of 三分之二 */
  struct {
    JbDecimal value;
    const char *unit;  /* "CNY", "person", "percent", "ratio" …; see src/extract/tables */
  } amount;            /* the same in base units, exact */
  JbBound bound;
  JbStatus status;
  JbPeriod period;
  const JbArea *area;  /* whose it is, in a set of several areas (a ranking); NULL: the report's */
  gint base_year;      /* the year compared with, when not simply the previous year; else 0 */
  JbSource source;     /* of a derived fact: of the first fact in its formula */
  const char *formula; /* derived facts only: "#12 - #13"; else NULL */
  const guint *inputs; /* numbers of the facts in the formula, 0-terminated; else NULL */
} JbFact;

typedef struct {
  JbArena *arena;
  JbReport report;  /* strings live in `arena` */
  guint n_facts;
  JbFact *facts;    /* reading order; derived facts behind the extracted ones */
} JbFacts;

/* An empty set with an arena of its own. */
JB_API JbFacts *jb_facts_new(void);
JB_API void jb_facts_free(JbFacts *facts); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JbFacts, jb_facts_free)

/* Borrowed: the fact with that running number, or NULL. */
JB_API const JbFact *jb_facts_lookup(const JbFacts *facts, guint number);

/*
 * Appends what follows from the facts by arithmetic, each with its formula: base levels
 * (level - change), average growth between two levels, level paths from target growth.
 * Nothing is interpolated. Calling it again adds nothing.
 */
JB_API void jb_facts_derive(JbFacts *facts);

typedef enum { JB_VERDICT_NONE, JB_VERDICT_MET, JB_VERDICT_SHORT } JbVerdict;

/* Met, short or not to be said: exact decimals at reported precision, by the target's bound. */
JB_API JbVerdict jb_verdict(const JbFact *actual, const JbFact *target, const JbFact *target_high);

/* Writers. All give UTF-8, one record a line for jsonl and csv, byte-identical for the same facts. */
typedef enum { JB_FACTS_JSONL, JB_FACTS_JSON, JB_FACTS_CSV, JB_FACTS_TABLE } JbFactsFormat;
JB_API void jb_facts_write(const JbFacts *facts, JbFactsFormat format, GString *out);
/*
 * JSON with all that pages are made from and the CSV has no column for: the report, each sentence once with its place,
 * for each fact its sentence and its unit as written, and `made`, a JSON value that says how. Read back with the CSV
 * beside it: what is missing, unknown or no number is JB_ERROR_DATA naming the file and the fact.
 */
JB_API void jb_facts_write_beside(const JbFacts *facts, const char *made, GString *out);
JB_API JbFacts *jb_facts_read_beside(const char *name, const GString *json, const GString *csv, GError **error);
/* Text dump for tests: aligned columns that a reader of Chinese can review. */
JB_API void jb_facts_dump(const JbFacts *facts, GString *out);

/* The same code, or, for two facts outside the catalogue, the same Chinese name. */
JB_API gboolean jb_same_indicator(const JbFact *a, const JbFact *b);

/* Names as in the JSON: "average_growth", "ge", "target". */
JB_API const char *jb_measure_name(JbMeasure measure);
JB_API const char *jb_bound_name(JbBound bound);
/* Reported, not planned or computed: an actual or an estimate. */
JB_API gboolean jb_fact_has_happened(const JbFact *fact);
JB_API const char *jb_status_name(JbStatus status);
/* ISO 8601 text in `arena`; NULL for an unknown period. */
JB_API const char *jb_period_text(JbArena *arena, JbPeriod period);
JB_API gboolean jb_period_parse(const char *text, JbPeriod *period);
JB_API gboolean jb_period_equal(JbPeriod a, JbPeriod b);
JB_API gboolean jb_period_is_year(JbPeriod period); /* exactly one whole year */
JB_API gint jb_period_end(JbPeriod period);          /* the later it ends, the greater; of no known period the least of its year */
JB_API gint jb_period_last_month(JbPeriod period);   /* 1 … 12; a year ends with its December; 0: not known */

G_END_DECLS
#endif
