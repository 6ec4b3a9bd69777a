/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_FACTS_FACTS_H
#define JB_FACTS_FACTS_H
/* What the files of this room share. */
#include <jianbao/fact.h>
#include <jianbao/series.h>

void jb_facts_write_jsonl(const JbFacts *facts, GString *out);
void jb_facts_write_json(const JbFacts *facts, GString *out);
void jb_facts_write_csv(const JbFacts *facts, GString *out);
void jb_facts_write_table(const JbFacts *facts, GString *out);

/* The fact with everything that it points to in `arena`. */
JbFact jb_fact_copy(JbArena *arena, const JbFact *fact);

/* A cell of RFC 4180: quoted where it must be, with an apostrophe before what a spreadsheet would run. */
void jb_csv_append(GString *out, const char *text);
/* Cells of what jb_facts_write_csv() wrote, and where there are none NULL; of each of the `n_rows` below the heading. */
const char *const *jb_csv_read(JbArena *arena, const char *text, gsize len, guint *n_rows);
const char *jb_csv_cell(const char *const *table, guint row, const char *column);
const char *jb_csv_status_code(JbStatus status); /* OBS_STATUS */
/* SDMX's FREQ: "A", "Q", "M" …; see csv.c. */
const char *jb_period_frequency(JbPeriod period);

/* ISO 8601 text, nothing for an unknown period. */
void jb_period_append(GString *out, JbPeriod period);
void jb_decimal_append(GString *out, JbDecimal value);

/* The power of ten by which `amount` is the written value; FALSE when they differ by more than the point (斤). */
gboolean jb_fact_multiplier(const JbFact *fact, gint32 *power);
/* Writes it in the unit of `model`; FALSE when moving the decimal point does not do that. */
gboolean jb_fact_to_unit(JbFact *fact, const JbFact *model);

typedef enum {
  JB_PRICES_NOMINAL,  /* level and growth can be converted into each other */
  JB_PRICES_CONSTANT, /* growth is real, the level nominal */
  JB_PRICES_UNKNOWN,  /* reports differ, or growth has another base than the level */
} JbPrices;

JbPrices jb_fact_prices(const JbFact *fact);
/* Counted anew each year (新增就业): what one year has says nothing about another year's target. */
gboolean jb_fact_counts_anew(const JbFact *fact);
/* Meant to fall: pollution, unemployment, intensity. */
gboolean jb_fact_should_fall(const JbFact *fact);

/*
 * ((later / earlier)^(1/years) - 1) × 100, rounded half to even at one decimal, in exact integers.
 * FALSE when a value is not positive, `years` is not 1 … 60, or the result is over 1000 %.
 */
gboolean jb_average_growth(JbDecimal later, JbDecimal earlier, guint years, JbDecimal *percent);
/* level × (1 + percent / 100)^years, rounded half to even at the level's decimals. FALSE when it does not fit. */
gboolean jb_compound(JbDecimal level, JbDecimal percent, guint years, JbDecimal *result);
/* level / (1 + percent / 100), the same way. FALSE also for a fall of 100 % or more. */
gboolean jb_uncompound(JbDecimal level, JbDecimal percent, JbDecimal *result);

/* A target that an earlier report set, which a history has told of: shown only by the form that tells what came of it,
 * and its path is past. */
gboolean jb_is_promise(const JbFact *fact);
/* A result that others than a work report told, which its targets are held against. */
gboolean jb_is_released(const JbFacts *facts, const JbFact *fact);
/* Both for the same, known period. */
gboolean jb_same_period(const JbFact *a, const JbFact *b);
/* Order of two facts on one scale, as written or in base units; FALSE when they have none in common. */
gboolean jb_fact_order(const JbFact *a, const JbFact *b, int *order);

#endif
