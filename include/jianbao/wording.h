/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JIANBAO_WORDING_H
#define JIANBAO_WORDING_H
/*
 * Facts into words: names, numbers with units, bounds, periods, in Chinese and English.
 *
 * English follows the official translations of the Government Work Report (decimal point moved, never
 * rounded; million, billion, trillion); Chinese follows GB/T 15835. Everything is exact: no function here
 * ever sees a double. Results live in the caller's arena.
 */
#include <jianbao/base.h>
#include <jianbao/fact.h>

G_BEGIN_DECLS

typedef enum {
  JB_STYLE_PROSE, /* 16.3 billion yuan; at least 8 percent */
  JB_STYLE_LABEL, /* ¥16.3bn; ≥8% : charts and data labels */
  JB_STYLE_TABLE, /* number and unit in columns of their own: "16.3" + "billion yuan" */
} JbStyle;

/* A term of the table: what is known of an indicator's name. */
typedef struct {
  const char *zh;
  const char *code; /* NULL when the catalogue has none */
  const char *en;
  const char *en_short; /* at most 22 characters, for axes */
} JbTerm;

/* By exact Chinese name or alias; by code (the first row of the table with it). Borrowed, NULL when unknown. */
JB_API const JbTerm *jb_term_lookup(const char *zh);
JB_API const JbTerm *jb_term_lookup_code(const char *code, JbAreaLevel level);
JB_API guint jb_term_count(void);
JB_API const JbTerm *jb_term_at(guint index);

/*
 * A user's glossary: overrides and adds names, as a whole and as parts of composed ones. A line is
 * "中文<TAB>English[<TAB>short form[<TAB>class[<TAB>plural, act or preposition]]]" or "中文: English"; "#" begins a
 * comment. Classes are those of src/wording/tables/lexicon.tsv. JB_ERROR_CONFIG with file:line:column.
 */
typedef struct JbGlossary JbGlossary;
JB_API JbGlossary *jb_glossary_open(const char *path, GError **error); /* also JB_ERROR_NO_INPUT */
JB_API JbGlossary *jb_glossary_parse(const char *name, const char *text, gsize len, GError **error);
JB_API void jb_glossary_free(JbGlossary *glossary); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JbGlossary, jb_glossary_free)
JB_API guint jb_glossary_count(const JbGlossary *glossary);
JB_API const JbTerm *jb_glossary_at(const JbGlossary *glossary, guint index); /* in the order of the file */
JB_API const JbTerm *jb_glossary_lookup(const JbGlossary *glossary, const char *zh);

/* How far an English name can be trusted. */
typedef enum {
  JB_NAME_UNKNOWN,  /* there is none: a word of it is not known, or how the words go together */
  JB_NAME_COMPOSED, /* of words of the lexicon, by rule */
  JB_NAME_ATTESTED, /* in the term table, as a whole */
} JbNameGrade;

/* `glossary` may be NULL; `unknown` too, it gets the words that are missing, comma-separated, "" when it is their order. */
JB_API JbNameGrade jb_name_grade(const JbGlossary *glossary, JbArena *arena, const JbFact *fact, JbAreaLevel level, const char **unknown);

/* Label of an indicator: Chinese in its own words (short: the catalogue's), English or NULL when not known. */
JB_API const char *jb_name_zh(JbArena *arena, const JbFact *fact, JbAreaLevel level, gboolean is_short);
JB_API const char *jb_name_en(JbArena *arena, const JbFact *fact, JbAreaLevel level, gboolean is_short);
/* Fills name_en of every fact that has a known term. Returns how many stay without. */
JB_API guint jb_wording_name_facts(JbFacts *facts);
/* The same by a glossary first; its names hold for charts too. `glossary` may be NULL. */
JB_API guint jb_wording_name_facts_by(const JbGlossary *glossary, JbFacts *facts);

/* The number with its unit and (for LABEL, PROSE) its bound: 8%以上, ≥8%, at least 8 percent. True minus U+2212. */
JB_API const char *jb_quantity(JbArena *arena, const JbFact *fact, JbLang lang, JbStyle style);

/*
 * The parts of it, for columns and tiles. `number` never has a unit; `unit` may be "". In Chinese the bounds 以上
 * 以内 左右 stand behind the unit, 超 不到 近 before the number; in English they are signs before the number.
 */
typedef struct {
  const char *bound; /* "", "≥", "以上" … */
  const char *number;
  const char *unit;
} JbQuantityParts;
JB_API JbQuantityParts jb_quantity_parts(JbArena *arena, const JbFact *fact, JbLang lang);
/* The same for a value that is no fact of its own (axis ticks, sums); `decimals_kept` as in the value. */
JB_API JbQuantityParts jb_value_parts(JbArena *arena, JbDecimal value, const char *unit, JbMeasure measure,
                                      JbLang lang);
/* With the English scale (million, billion …) that `largest` takes: one scale for all ticks of an axis, all cells of a
 * column. */
JB_API JbQuantityParts jb_value_parts_scaled(JbArena *arena, JbDecimal value, JbDecimal largest, const char *unit,
                                             JbMeasure measure, JbLang lang);

/* 2021年 / 2021; 2017—2021年 / 2017–21; 2025年1—9月 / Jan–Sep 2025; "—" when unknown. */
JB_API const char *jb_period_words(JbArena *arena, JbPeriod period, JbLang lang);
JB_API const char *jb_measure_words(JbMeasure measure, JbLang lang); /* 增速 / growth … */
JB_API const char *jb_status_words(JbStatus status, JbLang lang);    /* 实际 / actual … */
JB_API const char *jb_report_title(JbArena *arena, const JbReport *report,
                                   JbLang lang); /* 卫东区2022年政府工作报告简报 … */

G_END_DECLS
#endif
