/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A series as text, CSV or JSON. The CSV is SDMX-CSV 2.0, a row for every statement, the chosen ones first at each period:
 *
 *   STRUCTURE, STRUCTURE_ID, ACTION   as the format wants them; I: information
 *   FREQ … STATEMENT, TIME_PERIOD     dimensions, which together name a row once. POINT says what it is (observed, revised,
 *                                     derived, target, other), STATEMENT which document's fact. INDICATOR is the catalogue's
 *                                     code, or the name outside it. A span is SDMX's time range: 2025-01-01/P10M
 *   OBS_VALUE and the rest            attributes; OBS_STATUS F: target (there is no code for one), I: derived by us
 *
 * CONFLICT says whether documents of one year disagree there, the last columns where the statement stands.
 */
#include "facts/history.h"

#include "base/json.h"

#include <string.h>

const char *
jb_point_kind_name(JbPointKind kind)
{
  static const char *const names[] = {
      [JB_POINT_OBSERVED] = "observed",
      [JB_POINT_REVISED] = "revised",
      [JB_POINT_DERIVED] = "derived",
      [JB_POINT_TARGET] = "target",
  };
  return names[kind];
}

void
jb_bounded_append(GString *out, const JbFact *fact)
{
  static const char *const signs[] = {[JB_BOUND_EQ] = "",  [JB_BOUND_GE] = "≥", [JB_BOUND_GT] = ">",
                                      [JB_BOUND_LE] = "≤", [JB_BOUND_LT] = "<", [JB_BOUND_APPROX] = "≈"};
  g_string_append(out, signs[fact->bound]);
  jb_decimal_append(out, fact->value);
  g_string_append(out, fact->unit != NULL ? fact->unit : "");
}

/* Cells that text would take on a terminal: a Han character is two wide. */
static guint
cells_of(const char *text)
{
  guint cells = 0;
  for (; *text != '\0'; text = g_utf8_next_char(text))
    cells += g_unichar_iswide(g_utf8_get_char(text)) ? 2 : 1;
  return cells;
}

void
jb_padded_append(GString *out, const char *text, guint width)
{
  g_string_append(out, text);
  for (guint cells = cells_of(text); cells < width; cells++)
    g_string_append_c(out, ' ');
  g_string_append(out, "  ");
}

void
jb_place_append(GString *out, const JbObservation *row)
{
  g_string_append_printf(out, "%s", row->document->report.id);
  if (row->document->version > 1)
    g_string_append_printf(out, " v%u", row->document->version);
  g_string_append_printf(out, " ¶%u #%u", row->fact.source.paragraph, row->fact.number);
}

static void
append_line(GString *out, const char *period, const char *kind, const JbObservation *row, const JbObservation *high)
{
  g_autoptr(GString) value = g_string_new(NULL), place = g_string_new(NULL);
  jb_bounded_append(value, &row->fact);
  if (high != NULL) {
    g_string_append(value, " – ");
    jb_bounded_append(value, &high->fact);
  }
  jb_place_append(place, row);
  jb_padded_append(out, period, 15);
  jb_padded_append(out, kind, 8);
  jb_padded_append(out, value->str, 14);
  jb_padded_append(out, place->str, 24);
  const char *said = row->fact.formula != NULL ? row->fact.formula : row->fact.source.sentence;
  g_string_append_printf(out, "%s\n", said != NULL ? said : row->fact.source.text != NULL ? row->fact.source.text : "");
}

static void
write_text(const JbSeries *series, GString *out)
{
  g_string_append_printf(out, "%s %s %s\n", series->area != NULL ? series->area->zh : "-",
                         series->code != NULL ? series->code : series->name_zh, jb_measure_name(series->measure));
  jb_padded_append(out, "period", 15);
  jb_padded_append(out, "point", 8);
  jb_padded_append(out, "value", 14);
  jb_padded_append(out, "place", 24);
  g_string_append(out, "sentence or formula\n");
  for (guint i = 0; i < series->n; i++) {
    const JbSeriesPoint *point = &series->points[i];
    g_autoptr(GString) period = g_string_new(NULL);
    jb_period_append(period, point->period);
    append_line(out, period->str, jb_point_kind_name(point->kind), point->value, point->high);
    for (guint k = 0; k < point->n_others; k++)
      append_line(out, "",
                  point->conflict                   ? "conflict"
                  : point->kind == JB_POINT_REVISED ? "before"
                                                    : "other",
                  point->others[k], NULL);
  }
}

/* ---- CSV ------------------------------------------------------------------------------------------------------- */

/* The value in UNIT_MEASURE × 10^UNIT_MULT. */
static JbDecimal
value_of(const JbFact *fact, gint32 *power)
{
  gboolean as_written = fact->amount.unit == NULL || jb_fact_multiplier(fact, power);
  if (!as_written || fact->amount.unit == NULL)
    *power = 0;
  return as_written ? fact->value : fact->amount.value;
}

/* 2025, 2025-10, 2025-Q3, 2025-S1; 2025-01-01/P10M and 2021-01-01/P5Y for what has no name of its own. */
static void
append_time(GString *out, JbPeriod period)
{
  gint years = period.to_year - period.from_year + 1;
  gint months = (years - 1) * 12 + period.to_month - period.from_month + 1;
  if (period.from_month == 0 && years > 1)
    g_string_append_printf(out, "%04d-01-01/P%dY", period.from_year, years);
  else if (months == 1 || period.from_month == 0)
    jb_period_append(out, period);
  else if (months == 3 && period.from_month % 3 == 1)
    g_string_append_printf(out, "%04d-Q%d", period.from_year, period.to_month / 3);
  else if (months == 6 && period.from_month % 6 == 1)
    g_string_append_printf(out, "%04d-S%d", period.from_year, period.to_month / 6);
  else
    g_string_append_printf(out, "%04d-%02d-01/P%dM", period.from_year, period.from_month, months);
}

static void
append_dimensions(GString *out, const JbSeries *series, const char *kind, const JbObservation *row)
{
  const JbFact *fact = &row->fact;
  const JbStoredDocument *document = row->document;
  const JbArea *area = &document->report.area;
  g_autoptr(GString) statement = g_string_new(document->report.id);
  if (document->version > 1)
    g_string_append_printf(statement, "@%u", document->version);
  g_string_append_printf(statement, "#%u", fact->number);
  g_string_append_printf(out, "dataflow,JIANBAO:SERIES(1.0.0),I,%s,", jb_period_frequency(fact->period));
  jb_csv_append(out, *area->code != '\0' ? area->code : area->zh);
  g_string_append_c(out, ',');
  jb_csv_append(out, fact->code != NULL ? fact->code : fact->name_zh);
  g_string_append_printf(out, ",%s,", jb_measure_name(series->measure));
  jb_csv_append(out, fact->amount.unit != NULL ? fact->amount.unit : fact->unit);
  g_string_append_printf(out, ",%s,", kind);
  jb_csv_append(out, statement->str);
  g_string_append_c(out, ',');
  append_time(out, fact->period);
}

static void
append_row(GString *out, const JbSeries *series, const JbSeriesPoint *point, const char *kind, const JbObservation *row)
{
  static const char codes[] = {
      [JB_STATUS_ACTUAL] = 'A', [JB_STATUS_ESTIMATE] = 'E', [JB_STATUS_TARGET] = 'F', [JB_STATUS_DERIVED] = 'I'};
  const JbFact *fact = &row->fact;
  gint32 power = 0;
  JbDecimal value = value_of(fact, &power);
  append_dimensions(out, series, kind, row);
  g_string_append_c(out, ',');
  jb_decimal_append(out, value);
  g_string_append_printf(out, ",%d,%d,%c,%s,%d,", power, value.scale, codes[fact->status], jb_bound_name(fact->bound),
                         point->conflict);
  jb_csv_append(out, fact->name_zh);
  g_string_append_c(out, ',');
  jb_csv_append(out, fact->name_en);
  g_string_append_c(out, ',');
  jb_csv_append(out, row->document->report.id);
  g_string_append_printf(out, ",%u,%u,%u,", row->document->version, fact->number, fact->source.paragraph);
  jb_csv_append(out, fact->source.text);
  g_string_append_c(out, ',');
  jb_csv_append(out, fact->formula);
  g_string_append_c(out, ',');
  jb_csv_append(out, row->document->sha256);
  g_string_append(out, "\r\n");
}

static void
write_csv(const JbSeries *series, GString *out)
{
  g_string_append(out, "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,MEASURE,UNIT_MEASURE,POINT,STATEMENT,"
                       "TIME_PERIOD,OBS_VALUE,UNIT_MULT,DECIMALS,OBS_STATUS,BOUND,CONFLICT,NAME_ZH,NAME_EN,DOCUMENT,"
                       "VERSION,FACT,PARAGRAPH,SOURCE_TEXT,FORMULA,SHA256\r\n");
  for (guint i = 0; i < series->n; i++) {
    const JbSeriesPoint *point = &series->points[i];
    append_row(out, series, point, jb_point_kind_name(point->kind), point->value);
    if (point->high != NULL)
      append_row(out, series, point, jb_point_kind_name(point->kind), point->high);
    for (guint k = 0; k < point->n_others; k++)
      append_row(out, series, point, "other", point->others[k]);
  }
}

/* ---- JSON ------------------------------------------------------------------------------------------------------ */

static void
append_pair(GString *out, const char *lead, const char *text)
{
  g_string_append(out, lead);
  jb_json_append(out, text);
}

static void
append_statement(GString *out, const JbObservation *row)
{
  const JbFact *fact = &row->fact;
  g_string_append(out, "{\"value\":\"");
  jb_decimal_append(out, fact->value);
  append_pair(out, "\",\"unit\":", fact->unit);
  g_string_append(out, ",\"amount\":\"");
  jb_decimal_append(out, fact->amount.value);
  append_pair(out, "\",\"base_unit\":", fact->amount.unit);
  append_pair(out, ",\"bound\":", jb_bound_name(fact->bound));
  append_pair(out, ",\"status\":", jb_status_name(fact->status));
  append_pair(out, ",\"name\":", fact->name_zh);
  append_pair(out, ",\"document\":", row->document->report.id);
  g_string_append_printf(out, ",\"version\":%u,\"fact\":%u,\"paragraph\":%u", row->document->version, fact->number,
                         fact->source.paragraph);
  append_pair(out, ",\"text\":", fact->source.text);
  append_pair(out, ",\"sentence\":", fact->source.sentence);
  append_pair(out, ",\"formula\":", fact->formula);
  append_pair(out, ",\"sha256\":", row->document->sha256);
  g_string_append_c(out, '}');
}

static void
append_point(GString *out, const JbSeriesPoint *point)
{
  g_string_append(out, "{\"period\":\"");
  jb_period_append(out, point->period);
  append_pair(out, "\",\"kind\":", jb_point_kind_name(point->kind));
  g_string_append_printf(out, ",\"conflict\":%s,\"value\":", point->conflict ? "true" : "false");
  append_statement(out, point->value);
  if (point->high != NULL) {
    g_string_append(out, ",\"high\":");
    append_statement(out, point->high);
  }
  g_string_append(out, ",\"others\":[");
  for (guint k = 0; k < point->n_others; k++) {
    g_string_append(out, k > 0 ? "," : "");
    append_statement(out, point->others[k]);
  }
  g_string_append(out, "]}");
}

static void
write_json(const JbSeries *series, GString *out)
{
  append_pair(out, "{\"area\":", series->area != NULL ? series->area->code : NULL);
  append_pair(out, ",\"name\":", series->area != NULL ? series->area->zh : NULL);
  append_pair(out, ",\"indicator\":", series->code != NULL ? series->code : series->name_zh);
  append_pair(out, ",\"measure\":", jb_measure_name(series->measure));
  g_string_append(out, ",\"points\":[");
  for (guint i = 0; i < series->n; i++) {
    g_string_append(out, i > 0 ? ",\n" : "\n");
    append_point(out, &series->points[i]);
  }
  g_string_append(out, "]}\n");
}

void
jb_series_write(const JbSeries *series, JbSeriesFormat format, GString *out)
{
  static void (*const writers[])(const JbSeries *, GString *) = {
      [JB_SERIES_TEXT] = write_text, [JB_SERIES_CSV] = write_csv, [JB_SERIES_JSON] = write_json};
  writers[format](series, out);
}
