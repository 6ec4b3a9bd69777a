/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A year's ranking of areas by one indicator: of each area what its series has at that year (the series' own choice, so
 * that the two never differ), the highest first. Equal values share a rank, and the next one counts them (1, 2, 2, 4).
 * Areas whose figure is in another base unit than most have are left out and counted.
 */
#include "facts/history.h"

#include "base/json.h"

#include <string.h>

/* Rows of one area follow each other: what jb_store_select() gives is in the order of the areas. */
static guint
end_of_area(const JbObservations *rows, guint from)
{
  const JbArea *area = &rows->rows[from].document->report.area;
  guint to = from;
  while (to < rows->n && strcmp(rows->rows[to].document->report.area.code, area->code) == 0 &&
         strcmp(rows->rows[to].document->report.area.zh, area->zh) == 0)
    to++;
  return to;
}

static gboolean
find_at(const JbSeries *series, gint year, JbRankingRow *row)
{
  for (guint i = 0; i < series->n; i++) {
    const JbSeriesPoint *point = &series->points[i];
    if (point->period.to_year != year || point->kind > JB_POINT_REVISED)
      continue;
    *row = (JbRankingRow){.value = point->value, .kind = point->kind, .conflict = point->conflict};
    return TRUE;
  }
  return FALSE;
}

static int
by_value(gconstpointer a, gconstpointer b)
{
  const JbRankingRow *x = a, *y = b;
  int order = jb_decimal_compare(y->value->fact.amount.value, x->value->fact.amount.value);
  return order != 0 ? order : strcmp(x->value->document->report.area.code, y->value->document->report.area.code);
}

static const char *
common_unit(const GArray *rows)
{
  const char *best = NULL;
  guint most = 0;
  for (guint i = 0; i < rows->len; i++) {
    const char *unit = g_array_index(rows, JbRankingRow, i).value->fact.amount.unit;
    guint count = 0;
    for (guint k = 0; k < rows->len && g_strcmp0(unit, best) != 0; k++)
      count += g_strcmp0(g_array_index(rows, JbRankingRow, k).value->fact.amount.unit, unit) == 0;
    if (count > most) {
      most = count;
      best = unit;
    }
  }
  return best;
}

JbRanking *
jb_ranking_make(const JbObservations *rows, const char *code, JbMeasure measure, gint year, JbAreaLevel level)
{
  JbRanking *ranking = g_new0(JbRanking, 1);
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(JbRankingRow));
  for (guint from = 0, to; from < rows->n; from = to) {
    to = end_of_area(rows, from);
    if (level != JB_AREA_UNKNOWN && rows->rows[from].document->report.area.level != level)
      continue;
    JbObservations of_area = {.n = to - from, .rows = rows->rows + from};
    g_autoptr(JbSeries) series = jb_series_make(&of_area, code, NULL, measure, JB_SERIES_YEARS);
    JbRankingRow row;
    if (find_at(series, year, &row))
      g_array_append_val(found, row);
  }
  const char *unit = common_unit(found);
  for (guint i = found->len; i > 0; i--)
    if (g_strcmp0(g_array_index(found, JbRankingRow, i - 1).value->fact.amount.unit, unit) != 0) {
      g_array_remove_index(found, i - 1);
      ranking->n_left_out++;
    }
  g_array_sort(found, by_value);
  ranking->n = found->len;
  ranking->rows = (JbRankingRow *)(gpointer)g_array_steal(found, NULL);
  for (guint i = 0; i < ranking->n; i++) {
    gboolean tied = i > 0 && jb_decimal_compare(ranking->rows[i].value->fact.amount.value,
                                                ranking->rows[i - 1].value->fact.amount.value) == 0;
    ranking->rows[i].rank = tied ? ranking->rows[i - 1].rank : i + 1;
  }
  return ranking;
}

void
jb_ranking_free(JbRanking *ranking)
{
  if (ranking == NULL)
    return;
  g_free(ranking->rows);
  g_free(ranking);
}

/* ---- Written ------------------------------------------------------------------------------------------------------ */

static void
write_text(const JbRanking *ranking, GString *out)
{
  for (guint i = 0; i < ranking->n; i++) {
    const JbRankingRow *row = &ranking->rows[i];
    g_autoptr(GString) value = g_string_new(NULL), place = g_string_new(NULL);
    g_autofree char *rank = g_strdup_printf("%u", row->rank);
    jb_bounded_append(value, &row->value->fact);
    jb_place_append(place, row->value);
    jb_padded_append(out, rank, 4);
    jb_padded_append(out, row->value->document->report.area.zh, 16);
    jb_padded_append(out, value->str, 14);
    jb_padded_append(out, row->conflict ? "conflict" : jb_point_kind_name(row->kind), 8);
    g_string_append_printf(out, "%s\n", place->str);
  }
}

static void
write_csv(const JbRanking *ranking, GString *out)
{
  g_string_append(out, "RANK,REF_AREA,AREA_ZH,AREA_EN,TIME_PERIOD,OBS_VALUE,UNIT,BASE_VALUE,UNIT_MEASURE,BOUND,POINT,"
                       "CONFLICT,DOCUMENT,VERSION,FACT\r\n");
  for (guint i = 0; i < ranking->n; i++) {
    const JbRankingRow *row = &ranking->rows[i];
    const JbFact *fact = &row->value->fact;
    const JbReport *report = &row->value->document->report;
    g_string_append_printf(out, "%u,", row->rank);
    jb_csv_append(out, report->area.code);
    g_string_append_c(out, ',');
    jb_csv_append(out, report->area.zh);
    g_string_append_c(out, ',');
    jb_csv_append(out, report->area.en);
    g_string_append_c(out, ',');
    jb_period_append(out, fact->period);
    g_string_append_c(out, ',');
    jb_decimal_append(out, fact->value);
    g_string_append_c(out, ',');
    jb_csv_append(out, fact->unit);
    g_string_append_c(out, ',');
    jb_decimal_append(out, fact->amount.value);
    g_string_append_c(out, ',');
    jb_csv_append(out, fact->amount.unit);
    g_string_append_printf(out, ",%s,%s,%d,", jb_bound_name(fact->bound), jb_point_kind_name(row->kind), row->conflict);
    jb_csv_append(out, report->id);
    g_string_append_printf(out, ",%u,%u\r\n", row->value->document->version, fact->number);
  }
}

static void
write_json(const JbRanking *ranking, GString *out)
{
  g_string_append(out, "[");
  for (guint i = 0; i < ranking->n; i++) {
    const JbRankingRow *row = &ranking->rows[i];
    const JbFact *fact = &row->value->fact;
    const JbReport *report = &row->value->document->report;
    g_string_append_printf(out, "%s\n{\"rank\":%u,\"area\":", i > 0 ? "," : "", row->rank);
    jb_json_append(out, report->area.code);
    g_string_append(out, ",\"name\":");
    jb_json_append(out, report->area.zh);
    g_string_append(out, ",\"value\":\"");
    jb_decimal_append(out, fact->value);
    g_string_append(out, "\",\"unit\":");
    jb_json_append(out, fact->unit);
    g_string_append_printf(out, ",\"bound\":\"%s\",\"kind\":\"%s\",\"conflict\":%s,\"document\":",
                           jb_bound_name(fact->bound), jb_point_kind_name(row->kind), row->conflict ? "true" : "false");
    jb_json_append(out, report->id);
    g_string_append_printf(out, ",\"version\":%u,\"fact\":%u}", row->value->document->version, fact->number);
  }
  g_string_append(out, "\n]\n");
}

void
jb_ranking_write(const JbRanking *ranking, JbSeriesFormat format, GString *out)
{
  static void (*const writers[])(const JbRanking *, GString *) = {
      [JB_SERIES_TEXT] = write_text, [JB_SERIES_CSV] = write_csv, [JB_SERIES_JSON] = write_json};
  writers[format](ranking, out);
}
