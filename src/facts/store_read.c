/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Questions to the history. SQLite is told which way to go: by the documents of an area when one is named, by the index
 * of years when not, so that an answer takes the same time with and without statistics in the file.
 */
#include "facts/store.h"

#include <string.h>

/* ---- Cells --------------------------------------------------------------------------------------------------- */

typedef struct {
  sqlite3_stmt *row;
  JbArena *arena;
  int at;
} Cells;

static gint
take_int(Cells *cells)
{
  return sqlite3_column_int(cells->row, cells->at++);
}

static const char *
take_text(Cells *cells)
{
  const char *text = (const char *)sqlite3_column_text(cells->row, cells->at);
  gsize len = (gsize)sqlite3_column_bytes(cells->row, cells->at++);
  return text != NULL ? jb_arena_copy(cells->arena, text, len) : NULL;
}

/* The number of a word among `n` names; the names are few and short. */
static guint
take_word(Cells *cells, const char *(*name)(guint index), guint n)
{
  const char *text = (const char *)sqlite3_column_text(cells->row, cells->at++);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0(text, name(i)) == 0)
      return i;
  return 0;
}

static const char *
measure_at(guint i)
{
  return jb_measure_name((JbMeasure)i);
}

static const char *
bound_at(guint i)
{
  return jb_bound_name((JbBound)i);
}

static const char *
status_at(guint i)
{
  return jb_status_name((JbStatus)i);
}

static const char *
kind_at(guint i)
{
  return jb_report_kind_name((JbReportKind)i);
}

static const char *
level_at(guint i)
{
  return jb_area_level_name((JbAreaLevel)i);
}

#define N_MEASURES (JB_MEASURE_RANK + 1)
#define N_STATUSES (JB_STATUS_DERIVED + 1)

static JbPeriod
take_period(Cells *cells)
{
  JbPeriod period;
  period.from_year = (gint16)take_int(cells);
  period.from_month = (gint16)take_int(cells);
  period.to_year = (gint16)take_int(cells);
  period.to_month = (gint16)take_int(cells);
  return period;
}

static JbDecimal
take_decimal(Cells *cells)
{
  JbDecimal value = {.digits = sqlite3_column_int64(cells->row, cells->at++)};
  value.scale = take_int(cells);
  return value;
}

static JbStoredDocument
take_document(Cells *cells)
{
  JbStoredDocument document = {.key = sqlite3_column_int64(cells->row, cells->at++)};
  JbReport *report = &document.report;
  report->id = take_text(cells);
  report->kind = (JbReportKind)take_word(cells, kind_at, JB_REPORT_TABLE + 1);
  report->area.code = take_text(cells);
  report->area.zh = take_text(cells);
  report->area.en = take_text(cells);
  report->area.level = (JbAreaLevel)take_word(cells, level_at, JB_AREA_COUNTY + 1);
  report->year = take_int(cells);
  report->title = take_text(cells);
  report->date = take_text(cells);
  report->congress = take_int(cells);
  report->session = take_int(cells);
  document.period = take_period(cells);
  document.name = take_text(cells);
  document.sha256 = report->sha256 = take_text(cells);
  document.reader = take_text(cells);
  document.version = (guint)take_int(cells);
  document.n_facts = (guint)take_int(cells);
  document.is_current = take_int(cells) != 0;
  return document;
}

static const guint *
take_inputs(Cells *cells)
{
  const char *text = (const char *)sqlite3_column_text(cells->row, cells->at++);
  if (text == NULL)
    return NULL;
  guint n = 1;
  for (const char *at = text; *at != '\0'; at++)
    n += *at == ',';
  guint *inputs = jb_arena_make(cells->arena, guint, n + 1);
  for (guint i = 0; i < n && text != NULL; i++) {
    inputs[i] = (guint)g_ascii_strtoull(text, NULL, 10);
    text = strchr(text, ',');
    text = text != NULL ? text + 1 : NULL;
  }
  return inputs;
}

static JbFact
take_fact(Cells *cells)
{
  JbFact fact = {.number = (guint)take_int(cells)};
  cells->at++; /* passage */
  fact.code = take_text(cells);
  fact.name_zh = take_text(cells);
  fact.name_en = take_text(cells);
  fact.measure = (JbMeasure)take_word(cells, measure_at, N_MEASURES);
  fact.value = take_decimal(cells);
  fact.unit = take_text(cells);
  fact.amount.value = take_decimal(cells);
  fact.amount.unit = take_text(cells);
  fact.bound = (JbBound)take_word(cells, bound_at, JB_BOUND_APPROX + 1);
  fact.status = (JbStatus)take_word(cells, status_at, N_STATUSES);
  fact.period = take_period(cells);
  fact.base_year = take_int(cells);
  fact.source.start = (guint32)take_int(cells);
  fact.source.end = (guint32)take_int(cells);
  fact.source.text = take_text(cells);
  fact.formula = take_text(cells);
  fact.inputs = take_inputs(cells);
  return fact;
}

static void
take_passage(Cells *cells, JbSource *source)
{
  source->sentence = take_text(cells);
  const char *sections = take_text(cells);
  source->paragraph = (guint)take_int(cells);
  source->line = (guint)take_int(cells);
  source->page = (guint)take_int(cells);
  if (sections == NULL)
    return;
  g_auto(GStrv) parts = g_strsplit(sections, "\n", -1);
  source->sections = jb_arena_make(cells->arena, const char *, g_strv_length(parts) + 1);
  for (guint i = 0; parts[i] != NULL; i++)
    source->sections[i] = jb_arena_dup(cells->arena, parts[i]);
}

/* ---- Conditions ---------------------------------------------------------------------------------------------- */

static void
add_words(GString *sql, const char *column, guint bits, const char *(*name)(guint index), guint n)
{
  if (bits == 0)
    return;
  g_string_append_printf(sql, " AND %s IN (", column);
  const char *comma = "";
  for (guint i = 0; i < n; i++)
    if ((bits & 1u << i) != 0) {
      g_string_append_printf(sql, "%s'%s'", comma, name(i));
      comma = ",";
    }
  g_string_append_c(sql, ')');
}

#define IS_CURRENT                                                                                                     \
  "NOT EXISTS (SELECT 1 FROM document n WHERE n.area = d.area AND n.area_zh = d.area_zh AND n.kind = d.kind AND "      \
  "n.year = d.year AND n.report = d.report AND n.to_year = d.to_year AND n.to_month = d.to_month AND "                 \
  "n.version > d.version)"

static void
add_document_conditions(GString *sql, const JbStoreQuery *query)
{
  if (query->area != NULL)
    g_string_append(sql, g_ascii_isdigit(*query->area) ? " AND d.area = ?1" : " AND d.area_zh = ?1");
  if (query->kind != JB_REPORT_UNKNOWN)
    g_string_append_printf(sql, " AND d.kind = '%s'", jb_report_kind_name(query->kind));
  if (query->given_until != 0)
    g_string_append_printf(sql, " AND d.year <= %d", query->given_until);
  if (query->document != 0)
    g_string_append_printf(sql, " AND d.id = %" G_GINT64_FORMAT, query->document);
  else if (!query->superseded)
    g_string_append(sql, " AND " IS_CURRENT);
}

static void
add_fact_conditions(GString *sql, const JbStoreQuery *query)
{
  if (query->code != NULL)
    g_string_append(sql, " AND f.code = ?2");
  else if (query->coded)
    g_string_append(sql, " AND f.code IS NOT NULL");
  if (query->name_zh != NULL)
    g_string_append(sql, " AND f.name_zh = ?3");
  if (query->from_year != 0)
    g_string_append_printf(sql, " AND f.to_year >= %d", query->from_year);
  if (query->to_year != 0)
    g_string_append_printf(sql, " AND f.to_year <= %d", query->to_year);
  add_words(sql, "f.measure", query->measures, measure_at, N_MEASURES);
  add_words(sql, "f.status", query->statuses, status_at, N_STATUSES);
}

/* "a, b" → "d.a, d.b" */
static char *
qualified(const char *columns, const char *table)
{
  g_auto(GStrv) names = g_strsplit(columns, ", ", -1);
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; names[i] != NULL; i++)
    g_string_append_printf(text, "%s%s.%s", i > 0 ? ", " : "", table, names[i]);
  return g_string_free(g_steal_pointer(&text), FALSE);
}

/* ---- Answers ------------------------------------------------------------------------------------------------- */

static int
compare_documents(gconstpointer a, gconstpointer b)
{
  const JbStoredDocument *x = a, *y = b;
  int order = strcmp(x->report.area.code, y->report.area.code);
  order = order != 0 ? order : strcmp(x->report.area.zh, y->report.area.zh);
  order = order != 0 ? order : x->report.year - y->report.year;
  gint ends[] = {jb_period_end(x->period), jb_period_end(y->period)};
  order = order != 0 ? order : ends[0] - ends[1];
  order = order != 0 ? order : strcmp(x->report.id, y->report.id);
  order = order != 0 ? order : (int)x->report.kind - (int)y->report.kind;
  return order != 0 ? order : (int)x->version - (int)y->version;
}

static sqlite3_stmt *
ask(JbStore *store, const char *sql, const JbStoreQuery *query, GError **error)
{
  sqlite3_stmt *rows;
  if (sqlite3_prepare_v2(store->db, sql, -1, &rows, NULL) != SQLITE_OK) {
    jb_store_fail(store->db, store->path, "cannot be asked", error);
    return NULL;
  }
  const char *const texts[] = {query->area, query->code, query->name_zh};
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
    if (texts[i] != NULL && (int)i < sqlite3_bind_parameter_count(rows))
      sqlite3_bind_text(rows, (int)i + 1, texts[i], -1, SQLITE_STATIC);
  return rows;
}

JbObservations *
jb_store_documents(JbStore *store, const JbStoreQuery *query, GError **error)
{
  g_autofree char *columns = qualified(jb_document_columns, "d");
  g_autoptr(GString) sql = g_string_new(NULL);
  g_string_append_printf(sql, "SELECT %s, " IS_CURRENT " FROM document d WHERE 1", columns);
  add_document_conditions(sql, query);
  sqlite3_stmt *rows = ask(store, sql->str, query, error);
  if (rows == NULL)
    return NULL;
  g_autoptr(JbObservations) answer = g_new0(JbObservations, 1);
  answer->arena = jb_arena_new();
  g_autoptr(GArray) documents = g_array_new(FALSE, FALSE, sizeof(JbStoredDocument));
  int state;
  while ((state = sqlite3_step(rows)) == SQLITE_ROW) {
    Cells cells = {.row = rows, .arena = answer->arena};
    JbStoredDocument document = take_document(&cells);
    g_array_append_val(documents, document);
  }
  if (state != SQLITE_DONE)
    jb_store_fail(store->db, store->path, "cannot be read", error);
  sqlite3_finalize(rows);
  if (state != SQLITE_DONE)
    return NULL;
  g_array_sort(documents, compare_documents);
  answer->n_documents = documents->len;
  JbStoredDocument *copy = jb_arena_make(answer->arena, JbStoredDocument, documents->len + 1);
  if (documents->len > 0)
    memcpy(copy, documents->data, documents->len * sizeof *copy);
  answer->documents = copy;
  return g_steal_pointer(&answer);
}

static char *
question(const JbStoreQuery *query)
{
  g_autofree char *columns = qualified(jb_fact_columns, "f");
  g_autoptr(GString) sql = g_string_new(NULL);
  g_string_append_printf(sql, "SELECT %s", columns);
  if (!query->lean)
    g_string_append(sql, ", p.sentence, p.sections, p.paragraph, p.line, p.page");
  if (query->area != NULL || query->document != 0 || query->code == NULL)
    g_string_append_printf(sql, " FROM document d CROSS JOIN fact f%s",
                           query->code != NULL ? " INDEXED BY fact_of_document" : "");
  else
    g_string_append(sql, " FROM fact f INDEXED BY fact_of_year CROSS JOIN document d");
  if (!query->lean)
    g_string_append(sql, " CROSS JOIN passage p");
  g_string_append(sql, " WHERE f.document = d.id");
  if (!query->lean)
    g_string_append(sql, " AND p.document = f.document AND p.number = f.passage");
  add_document_conditions(sql, query);
  add_fact_conditions(sql, query);
  return g_string_free(g_steal_pointer(&sql), FALSE);
}

typedef struct {
  guint document; /* index in the answer */
  JbFact fact;
} Row;

static int
compare_rows(gconstpointer a, gconstpointer b)
{
  const Row *x = a, *y = b;
  if (x->document != y->document)
    return x->document < y->document ? -1 : 1;
  return (x->fact.number > y->fact.number) - (x->fact.number < y->fact.number);
}

JbObservations *
jb_store_select(JbStore *store, const JbStoreQuery *query, GError **error)
{
  g_autoptr(JbObservations) answer = jb_store_documents(store, query, error);
  g_autofree char *sql = question(query);
  sqlite3_stmt *rows = answer != NULL ? ask(store, sql, query, error) : NULL;
  if (rows == NULL)
    return NULL;
  g_autoptr(GHashTable) index = g_hash_table_new(g_int64_hash, g_int64_equal);
  for (guint i = 0; i < answer->n_documents; i++)
    g_hash_table_insert(index, (gpointer)&answer->documents[i].key, GUINT_TO_POINTER(i));
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Row));
  int state;
  while ((state = sqlite3_step(rows)) == SQLITE_ROW) {
    gint64 key = sqlite3_column_int64(rows, 0);
    Cells cells = {.row = rows, .arena = answer->arena, .at = 1};
    Row row = {.fact = take_fact(&cells)};
    if (!query->lean)
      take_passage(&cells, &row.fact.source);
    row.document = GPOINTER_TO_UINT(g_hash_table_lookup(index, &key));
    g_array_append_val(found, row);
  }
  if (state != SQLITE_DONE)
    jb_store_fail(store->db, store->path, "cannot be read", error);
  sqlite3_finalize(rows);
  if (state != SQLITE_DONE)
    return NULL;
  g_array_sort(found, compare_rows);
  JbObservation *copy = jb_arena_make(answer->arena, JbObservation, found->len + 1);
  for (guint i = 0; i < found->len; i++) {
    const Row *row = &g_array_index(found, Row, i);
    copy[i] = (JbObservation){.document = &answer->documents[row->document], .fact = row->fact};
  }
  answer->n = found->len;
  answer->rows = copy;
  return g_steal_pointer(&answer);
}

void
jb_observations_free(JbObservations *observations)
{
  if (observations == NULL)
    return;
  jb_arena_free(observations->arena);
  g_free(observations);
}
