/* SPDX-License-Identifier: Apache-2.0 */
/* Reasons in words, the text dumps of delivery and progress, and a report's facts with their past. */
#include "facts/history.h"

#include <string.h>

#define JB_HISTORY_YEARS 5

/* ---- Reasons -------------------------------------------------------------------------------------------------- */

static const struct {
  const char *name, *zh, *en;
} reasons[] = {
    [JB_REASON_NONE] = {.name = "none", .zh = "", .en = ""},
    [JB_REASON_NO_FIGURE] = {.name = "no_figure", .zh = "尚无数据", .en = "no figure reported"},
    [JB_REASON_OTHER_MEASURE] = {.name = "other_measure", .zh = "口径不同", .en = "another measure is reported"},
    [JB_REASON_OTHER_UNIT] = {.name = "other_unit", .zh = "单位不同", .en = "units differ"},
    [JB_REASON_ABOUT] = {.name = "about", .zh = "目标为约数", .en = "the target is approximate"},
    [JB_REASON_LAST_YEAR] = {.name = "last_year", .zh = "今年尚无数据", .en = "no figure of this year yet"},
    [JB_REASON_MONTH_ONLY] = {.name = "month_only", .zh = "仅有单月数据", .en = "a single month only"},
    [JB_REASON_NOT_FLOW] = {.name = "not_flow", .zh = "非累计指标", .en = "not counted up over the year"},
};

const char *
jb_reason_name(JbReason reason)
{
  return reasons[reason].name;
}

const char *
jb_reason_words(JbReason reason, JbLang lang)
{
  return lang == JB_LANG_EN ? reasons[reason].en : reasons[reason].zh;
}

/* ---- Dumps ---------------------------------------------------------------------------------------------------- */

static void
append_cell(GString *out, const JbObservation *row, const JbObservation *high, guint width)
{
  g_autoptr(GString) cell = g_string_new(NULL);
  if (row == NULL) {
    jb_padded_append(out, "-", width);
    return;
  }
  jb_bounded_append(cell, &row->fact);
  if (high != NULL) {
    g_string_append(cell, "–");
    jb_bounded_append(cell, &high->fact);
  }
  jb_padded_append(out, cell->str, width);
}

static void
append_head(GString *out, const JbObservation *target)
{
  jb_padded_append(out, target->fact.name_zh != NULL ? target->fact.name_zh : target->fact.code, 28);
  jb_padded_append(out, jb_measure_name(target->fact.measure), 6);
}

static void
append_verdict(GString *out, JbVerdict verdict, JbReason reason)
{
  static const char *const words[] = {[JB_VERDICT_NONE] = "-", [JB_VERDICT_MET] = "met", [JB_VERDICT_SHORT] = "short"};
  jb_padded_append(out, words[verdict], 5);
  jb_padded_append(out, reason != JB_REASON_NONE ? jb_reason_name(reason) : "-", 13);
}

static void
append_places(GString *out, const JbObservation *target, const JbObservation *other)
{
  jb_place_append(out, target);
  if (other != NULL) {
    g_string_append(out, " | ");
    jb_place_append(out, other);
  }
  g_string_append_c(out, '\n');
}

/* The line above the rows: what each column holds. */
typedef struct {
  const char *words;
  guint width;
} Heading;

static void
append_headings(GString *out, const Heading *headings, guint n)
{
  for (guint i = 0; i < n; i++)
    jb_padded_append(out, headings[i].words, headings[i].width);
  g_string_append(out, "from\n");
}

void
jb_delivery_dump(const JbDelivery *delivery, GString *out)
{
  g_string_append_printf(out, "delivery %d: %u targets, %u met, %u short, %u without a verdict\n", delivery->year,
                         delivery->n, delivery->n_met, delivery->n_short,
                         delivery->n - delivery->n_met - delivery->n_short);
  static const Heading headings[] = {{"indicator", 28}, {"of its", 6},  {"target", 12},  {"result", 12},
                                     {"year before", 12}, {"met?", 5}, {"why none", 13}};
  append_headings(out, headings, G_N_ELEMENTS(headings));
  for (guint i = 0; i < delivery->n; i++) {
    const JbDeliveryRow *row = &delivery->rows[i];
    append_head(out, row->target);
    append_cell(out, row->target, row->target_high, 12);
    append_cell(out, row->actual, NULL, 12);
    append_cell(out, row->previous, NULL, 12);
    append_verdict(out, row->verdict, row->reason);
    append_places(out, row->target, row->actual);
  }
}

static void
append_decimal(GString *out, gboolean there, JbDecimal value, const char *unit, guint width)
{
  g_autoptr(GString) cell = g_string_new(NULL);
  if (there) {
    jb_decimal_append(cell, value);
    g_string_append(cell, unit);
  }
  jb_padded_append(out, there ? cell->str : "-", width);
}

void
jb_progress_dump(const JbProgress *progress, GString *out)
{
  g_string_append_printf(out, "progress %04d", progress->year);
  if (progress->month != 0) /* else no month of the year is known yet */
    g_string_append_printf(out, "-%02d", progress->month);
  g_string_append_printf(out, ": %u targets\n", progress->n);
  static const Heading headings[] = {{"indicator", 28}, {"of its", 6},      {"target", 12}, {"newest", 12},
                                     {"to", 2},         {"share", 6},       {"time", 6},    {"gap", 6},
                                     {"year before", 12}, {"met?", 5}, {"why none", 13}};
  append_headings(out, headings, G_N_ELEMENTS(headings));
  for (guint i = 0; i < progress->n; i++) {
    const JbProgressRow *row = &progress->rows[i];
    append_head(out, row->target);
    append_cell(out, row->target, row->target_high, 12);
    append_cell(out, row->latest, NULL, 12);
    append_decimal(out, row->month > 0, (JbDecimal){.digits = row->month}, "", 2);
    append_decimal(out, row->has_share, row->share, "%", 6);
    append_decimal(out, row->has_share, row->elapsed, "%", 6);
    append_decimal(out, row->has_gap, row->gap, "", 6);
    append_cell(out, row->same_last_year, NULL, 12);
    append_verdict(out, row->verdict, row->reason);
    append_places(out, row->target, row->latest);
  }
}

/* ---- A report with its past ----------------------------------------------------------------------------------- */

/* Does the set say something of that indicator, measure and period itself? */
static gboolean
is_stated(const JbFacts *facts, guint n, const JbFact *fact)
{
  for (guint i = 0; i < n; i++)
    if (facts->facts[i].measure == fact->measure && jb_period_equal(facts->facts[i].period, fact->period) &&
        facts->facts[i].status != JB_STATUS_TARGET && jb_same_indicator(&facts->facts[i], fact))
      return TRUE;
  return FALSE;
}

/* Whole years before the report's own, of an indicator of the catalogue: what a trend of five years can show. */
static gboolean
is_past(const JbReport *report, const JbSeriesPoint *point)
{
  gint year = point->period.to_year;
  return point->kind <= JB_POINT_REVISED && !point->conflict && year < report->year &&
         year >= report->year - JB_HISTORY_YEARS - 1 && point->value->document->report.year < report->year;
}

static void
append(JbFacts *facts, const JbObservation *row)
{
  JbFact *fact = &facts->facts[facts->n_facts];
  *fact = jb_fact_copy(facts->arena, &row->fact);
  fact->number = facts->n_facts > 0 ? facts->facts[facts->n_facts - 1].number + 1 : 1;
  fact->source.report = jb_arena_dup(facts->arena, row->document->report.id);
  facts->n_facts++;
}

static void
add_series(JbFacts *facts, const JbObservations *rows, const JbFact *like)
{
  /* The series' own choice, so that a page and `jianbao series` never differ. */
  g_autoptr(JbSeries) series = jb_series_make(rows, like->code, NULL, like->measure, JB_SERIES_YEARS);
  guint own = facts->n_facts;
  for (guint i = 0; i < series->n; i++) {
    const JbSeriesPoint *point = &series->points[i];
    if (!is_past(&facts->report, point) || is_stated(facts, own, &point->value->fact))
      continue;
    append(facts, point->value);
  }
}

/* What the report before this one promised for the year that this one looks back on. */
static void
add_promises(JbFacts *facts, const JbObservations *rows)
{
  gint year = facts->report.year - 1;
  for (guint i = 0; i < rows->n; i++) {
    const JbObservation *row = &rows->rows[i], *high;
    if (row->fact.code == NULL || !jb_is_target_of(row, year) || !jb_is_first_target(rows, i, year))
      continue;
    append(facts, row);
    if ((high = jb_range_high(rows, i)) != NULL)
      append(facts, high);
  }
}

static gboolean
is_first_of_series(const JbObservations *rows, guint at)
{
  for (guint i = 0; i < at; i++)
    if (rows->rows[i].fact.measure == rows->rows[at].fact.measure &&
        g_strcmp0(rows->rows[i].fact.code, rows->rows[at].fact.code) == 0)
      return FALSE;
  return TRUE;
}

guint
jb_facts_add_history(JbFacts *facts, const JbObservations *rows)
{
  guint before = facts->n_facts;
  JbFact *grown = jb_arena_make(facts->arena, JbFact, before + rows->n + 1);
  if (before > 0)
    memcpy(grown, facts->facts, before * sizeof *grown);
  facts->facts = grown;
  for (guint i = 0; i < rows->n; i++) {
    const JbFact *fact = &rows->rows[i].fact;
    if (fact->code != NULL && is_first_of_series(rows, i) &&
        (fact->measure == JB_MEASURE_LEVEL || fact->measure == JB_MEASURE_GROWTH))
      add_series(facts, rows, fact);
  }
  add_promises(facts, rows);
  return facts->n_facts - before;
}
