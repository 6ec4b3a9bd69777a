/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Facts as CSV (RFC 4180: header, CRLF, quotes doubled) with SDMX concept names as columns.
 *
 * OBS_VALUE × 10^UNIT_MULT is the amount in UNIT_MEASURE, as SDMX has it: 163亿元 is 163, 8, CNY. A written
 * unit that is no power of ten of its base unit (斤) is given in the base unit. TIME_PERIOD is the ISO 8601
 * text of the JSON, an interval where the period is one.
 *
 *   FREQ        A a year, A2 … A5 that many years, S half-year, Q quarter, M month, _O other, _U not known
 *   OBS_STATUS  A actual, E estimate, F target (SDMX has none; a forecast is the nearest), I derived by us
 *   INDICATOR   the catalogue's code; empty outside the catalogue, NAME_ZH then tells rows apart
 *
 * A spreadsheet runs cells that begin with = + - @ as formulas, and these texts come from a file that
 * somebody else wrote: text cells that begin so get an apostrophe in front. Numbers do not need it.
 */
#include "facts/facts.h"

#include <string.h>

#define RUNS "=+-@\t\r"

/* What a cell is made of. */
typedef struct {
  const JbReport *report;
  const JbFact *fact;
} Row;

void
jb_csv_append(GString *out, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  gboolean runs = strchr(RUNS, *text) != NULL;
  gboolean quote = runs || strpbrk(text, "\",\r\n") != NULL || *text == ' ';
  if (!quote) {
    g_string_append(out, text);
    return;
  }
  g_string_append(out, runs ? "\"'" : "\"");
  for (const char *at = text; *at != '\0'; at++) {
    if (*at == '"')
      g_string_append_c(out, '"');
    g_string_append_c(out, *at);
  }
  g_string_append_c(out, '"');
}

const char *
jb_period_frequency(JbPeriod period)
{
  static const char *const years[] = {"A", "A2", "A3", "A4", "A5"};
  if (period.from_year == 0)
    return "_U";
  gint months = (period.to_year - period.from_year) * 12 + period.to_month - period.from_month;
  if (period.from_month == 0 || (period.from_month == 1 && period.to_month == 12)) {
    gint count = period.to_year - period.from_year;
    return count < (gint)G_N_ELEMENTS(years) ? years[count] : "_O";
  }
  if (months == 0)
    return "M";
  if (months == 2 && period.from_month % 3 == 1)
    return "Q";
  return months == 5 && period.from_month % 6 == 1 ? "S" : "_O";
}

const char *
jb_csv_status_code(JbStatus status)
{
  static const char *const codes[] = {
      [JB_STATUS_ACTUAL] = "A", [JB_STATUS_ESTIMATE] = "E", [JB_STATUS_TARGET] = "F", [JB_STATUS_DERIVED] = "I"};
  return codes[status];
}

static void
put_frequency(GString *out, Row row)
{
  g_string_append(out, jb_period_frequency(row.fact->period));
}

static void
put_area(GString *out, Row row)
{
  const JbArea *area = row.fact->area != NULL ? row.fact->area : &row.report->area;
  jb_csv_append(out, area->code != NULL && *area->code != '\0' ? area->code : area->zh);
}

static void
put_indicator(GString *out, Row row)
{
  jb_csv_append(out, row.fact->code);
}

static void
put_measure(GString *out, Row row)
{
  g_string_append(out, jb_measure_name(row.fact->measure));
}

static void
put_unit(GString *out, Row row)
{
  jb_csv_append(out, row.fact->amount.unit != NULL ? row.fact->amount.unit : row.fact->unit);
}

static void
put_multiplier(GString *out, Row row)
{
  gint32 power = 0;
  if (!jb_fact_multiplier(row.fact, &power))
    power = 0;
  g_string_append_printf(out, "%d", power);
}

static void
put_period(GString *out, Row row)
{
  jb_period_append(out, row.fact->period);
}

static void
put_value(GString *out, Row row)
{
  gint32 power;
  gboolean as_written = row.fact->amount.unit == NULL || jb_fact_multiplier(row.fact, &power);
  jb_decimal_append(out, as_written ? row.fact->value : row.fact->amount.value);
}

static void
put_status(GString *out, Row row)
{
  g_string_append(out, jb_csv_status_code(row.fact->status));
}

static void
put_base(GString *out, Row row)
{
  if (row.fact->base_year != 0)
    g_string_append_printf(out, "%04d", row.fact->base_year);
}

static void
put_bound(GString *out, Row row)
{
  g_string_append(out, jb_bound_name(row.fact->bound));
}

static void
put_name_zh(GString *out, Row row)
{
  jb_csv_append(out, row.fact->name_zh);
}

static void
put_name_en(GString *out, Row row)
{
  jb_csv_append(out, row.fact->name_en);
}

static void
put_start(GString *out, Row row)
{
  g_string_append_printf(out, "%u", row.fact->source.start);
}

static void
put_end(GString *out, Row row)
{
  g_string_append_printf(out, "%u", row.fact->source.end);
}

static void
put_source_text(GString *out, Row row)
{
  jb_csv_append(out, row.fact->source.text);
}

static void
put_formula(GString *out, Row row)
{
  jb_csv_append(out, row.fact->formula);
}

static void
put_id(GString *out, Row row)
{
  g_autofree char *id = g_strdup_printf("%s#%u", row.report->id != NULL ? row.report->id : "-", row.fact->number);
  jb_csv_append(out, id);
}

static const struct {
  const char *name;
  void (*put)(GString *out, Row row);
} columns[] = {
    {.name = "FREQ", .put = put_frequency},      {.name = "REF_AREA", .put = put_area},
    {.name = "INDICATOR", .put = put_indicator}, {.name = "MEASURE", .put = put_measure},
    {.name = "UNIT_MEASURE", .put = put_unit},   {.name = "UNIT_MULT", .put = put_multiplier},
    {.name = "TIME_PERIOD", .put = put_period},  {.name = "OBS_VALUE", .put = put_value},
    {.name = "OBS_STATUS", .put = put_status},   {.name = "BASE_PER", .put = put_base},
    {.name = "BOUND", .put = put_bound},         {.name = "NAME_ZH", .put = put_name_zh},
    {.name = "NAME_EN", .put = put_name_en},     {.name = "SOURCE_START", .put = put_start},
    {.name = "SOURCE_END", .put = put_end},      {.name = "SOURCE_TEXT", .put = put_source_text},
    {.name = "FORMULA", .put = put_formula},     {.name = "FACT_ID", .put = put_id},
};

void
jb_facts_write_csv(const JbFacts *facts, GString *out)
{
  for (gsize c = 0; c < G_N_ELEMENTS(columns); c++)
    g_string_append_printf(out, "%s%s", c > 0 ? "," : "", columns[c].name);
  g_string_append(out, "\r\n");
  for (guint i = 0; i < facts->n_facts; i++) {
    for (gsize c = 0; c < G_N_ELEMENTS(columns); c++) {
      if (c > 0)
        g_string_append_c(out, ',');
      columns[c].put(out, (Row){.report = &facts->report, .fact = &facts->facts[i]});
    }
    g_string_append(out, "\r\n");
  }
}

/* ---- Back ------------------------------------------------------------------------------------------------------- */

/* A cell from `*at` on, without its quotes and what they guard against; moves behind it. FALSE: its quote stays open. */
static gboolean
take_cell(const char **at, const char *end, GString *cell)
{
  const char *from = *at;
  g_string_truncate(cell, 0);
  if (from == end || *from != '"') {
    while (*at < end && strchr(",\r\n", **at) == NULL)
      (*at)++;
    g_string_append_len(cell, from, *at - from);
    return TRUE;
  }
  for (*at = from + 1; *at < end; (*at)++) {
    gboolean doubled = **at == '"' && *at + 1 < end && (*at)[1] == '"';
    if (**at == '"' && !doubled)
      break;
    *at += doubled;
    g_string_append_c(cell, **at);
  }
  if (cell->len > 1 && cell->str[0] == '\'' && strchr(RUNS, cell->str[1]) != NULL)
    g_string_erase(cell, 0, 1);
  return *at < end && *(*at)++ == '"';
}

const char *const *
jb_csv_read(JbArena *arena, const char *text, gsize len, guint *n_rows)
{
  const char *at = text, *end = text + len;
  g_autoptr(GPtrArray) cells = g_ptr_array_new();
  g_autoptr(GString) cell = g_string_new(NULL);
  while (at < end) {
    if (!take_cell(&at, end, cell))
      return NULL;
    g_ptr_array_add(cells, (gpointer)jb_arena_dup(arena, cell->str));
    gboolean ends_row = cells->len % G_N_ELEMENTS(columns) == 0;
    const char *behind = ends_row ? "\r\n" : ",";
    if (!g_str_has_prefix(at, behind)) /* the text ends with a zero byte */
      return NULL;
    at += strlen(behind);
  }
  if (cells->len < G_N_ELEMENTS(columns) || cells->len % G_N_ELEMENTS(columns) != 0)
    return NULL;
  *n_rows = cells->len / (guint)G_N_ELEMENTS(columns) - 1;
  const char **copy = jb_arena_make(arena, const char *, cells->len);
  memcpy(copy, cells->pdata, cells->len * sizeof *copy);
  return copy;
}

const char *
jb_csv_cell(const char *const *table, guint row, const char *column)
{
  gsize at = 0;
  while (at < G_N_ELEMENTS(columns) - 1 && strcmp(columns[at].name, column) != 0)
    at++;
  return table[(gsize)(row + 1) * G_N_ELEMENTS(columns) + at];
}
