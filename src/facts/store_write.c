/* SPDX-License-Identifier: Apache-2.0 */
/* Putting documents into the history: rows are only ever added, each document with a digest over all of its rows. */
#include "facts/store.h"

#include <string.h>

/* A row being bound: every cell goes into the digest as it goes into the row. */
typedef struct {
  sqlite3_stmt *row;
  int at;
  JbDigest digest;
} Cells;

static void
put_int(Cells *cells, gint64 value)
{
  sqlite3_bind_int64(cells->row, ++cells->at, value);
  cells->digest = jb_digest_int(cells->digest, value);
}

static void
put_text(Cells *cells, const char *text)
{
  if (text == NULL) {
    sqlite3_bind_null(cells->row, ++cells->at);
    cells->digest = jb_digest_null(cells->digest);
    return;
  }
  gsize len = strlen(text);
  sqlite3_bind_text(cells->row, ++cells->at, text, (int)len, SQLITE_STATIC);
  cells->digest = jb_digest_text(cells->digest, text, len);
}

static void
put_period(Cells *cells, JbPeriod period)
{
  put_int(cells, period.from_year);
  put_int(cells, period.from_month);
  put_int(cells, period.to_year);
  put_int(cells, period.to_month);
}

static const char *
known(const char *text)
{
  return text != NULL ? text : "";
}

static gboolean
step(JbStore *store, Cells *cells, GError **error)
{
  cells->at = 0;
  if (sqlite3_step(cells->row) != SQLITE_DONE)
    return jb_store_fail(store->db, store->path, "cannot be written", error);
  sqlite3_reset(cells->row);
  return TRUE;
}

static sqlite3_stmt *
prepare(JbStore *store, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  if (sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) != SQLITE_OK)
    jb_store_fail(store->db, store->path, "cannot be used", error);
  return statement;
}

/* "INSERT INTO fact(…) VALUES(?,…)" for the columns, and the digest's for a document. */
static sqlite3_stmt *
prepare_insert(JbStore *store, const char *table, const char *columns, const char *extra, GError **error)
{
  g_autoptr(GString) sql = g_string_new(NULL);
  g_string_append_printf(sql, "INSERT INTO %s(%s%s) VALUES(?", table, columns, extra);
  for (const char *at = columns; *at != '\0'; at++)
    if (*at == ',')
      g_string_append(sql, ",?");
  g_string_append(sql, *extra != '\0' ? ",?)" : ")");
  return prepare(store, sql->str, error);
}

/* ---- Which document is it --------------------------------------------------------------------------------------- */

/* Observations that end when `period` does. */
static guint
count_ends(const JbFacts *facts, JbPeriod period)
{
  guint n = 0;
  for (guint i = 0; i < facts->n_facts; i++)
    n += jb_fact_has_happened(&facts->facts[i]) && jb_period_end(facts->facts[i].period) == jb_period_end(period);
  return n;
}

/*
 * The period that most of the observations of a release end in, the latest of several: its month; one figure whose date
 * is not told does not make December of it. A table has columns for many and is of the latest. A work report's is its year.
 */
static JbPeriod
period_of(const JbFacts *facts)
{
  JbPeriod best = {0};
  gint year = facts->report.year;
  gboolean table = facts->report.kind == JB_REPORT_TABLE;
  guint most = 0;
  if (facts->report.kind == JB_REPORT_WORK && year > 0)
    return (JbPeriod){.from_year = (gint16)(year - 1), .to_year = (gint16)(year - 1)};
  for (guint i = 0; i < facts->n_facts; i++) {
    const JbFact *fact = &facts->facts[i];
    if (!jb_fact_has_happened(fact) || fact->period.from_year == 0)
      continue;
    guint n = table ? 1 : count_ends(facts, fact->period);
    if (n > most || (n == most && jb_period_end(fact->period) > jb_period_end(best))) {
      best = fact->period;
      most = n;
    }
  }
  return best;
}

/* The number of an answer of one cell; -1 on error. */
static gint64
ask(JbStore *store, sqlite3_stmt *question, GError **error)
{
  int state = sqlite3_step(question);
  gint64 answer = state == SQLITE_ROW ? sqlite3_column_int64(question, 0) : -1;
  if (state != SQLITE_ROW)
    jb_store_fail(store->db, store->path, "cannot be read", error);
  sqlite3_finalize(question);
  return answer;
}

static void
bind_text(sqlite3_stmt *statement, int at, const char *text)
{
  sqlite3_bind_text(statement, at, known(text), -1, SQLITE_STATIC);
}

gboolean
jb_store_knows(JbStore *store, const char *sha256)
{
  sqlite3_stmt *question = prepare(store, "SELECT count(*) FROM document WHERE sha256 = ?", NULL);
  if (question == NULL)
    return FALSE;
  bind_text(question, 1, sha256);
  return ask(store, question, NULL) > 0;
}

/* How often this content is there for this area; -1 on error. */
static gint64
count_same(JbStore *store, const JbFacts *facts, const JbOrigin *origin, GError **error)
{
  sqlite3_stmt *question = prepare(store, "SELECT count(*) FROM document WHERE sha256 = ? AND area = ? AND area_zh = ?",
                                   error);
  if (question == NULL)
    return -1;
  bind_text(question, 1, origin->sha256);
  bind_text(question, 2, facts->report.area.code);
  bind_text(question, 3, facts->report.area.zh);
  return ask(store, question, error);
}

/* The highest version of the document, 0 when there is none; -1 on error. */
static gint64
last_version(JbStore *store, const JbFacts *facts, JbPeriod period, GError **error)
{
  const JbReport *report = &facts->report;
  sqlite3_stmt *question = prepare(store,
                                   "SELECT coalesce(max(version), 0) FROM document WHERE area = ? AND area_zh = ? AND "
                                   "kind = ? AND year = ? AND report = ? AND to_year = ? AND to_month = ?",
                                   error);
  if (question == NULL)
    return -1;
  bind_text(question, 1, report->area.code);
  bind_text(question, 2, report->area.zh);
  bind_text(question, 3, jb_report_kind_name(report->kind));
  sqlite3_bind_int(question, 4, report->year);
  bind_text(question, 5, report->id);
  sqlite3_bind_int(question, 6, period.to_year);
  sqlite3_bind_int(question, 7, period.to_month);
  return ask(store, question, error);
}

/* ---- Rows -------------------------------------------------------------------------------------------------------- */

static gboolean
same_passage(const JbSource *a, const JbSource *b)
{
  return a->paragraph == b->paragraph && a->page == b->page && a->sections == b->sections &&
         g_strcmp0(a->sentence, b->sentence) == 0;
}

static char *
joined(JbArena *arena, const char *const *texts)
{
  if (texts == NULL || texts[0] == NULL)
    return NULL;
  g_autofree char *text = g_strjoinv("\n", (char **)(gpointer)texts);
  return jb_arena_dup(arena, text);
}

static char *
joined_numbers(JbArena *arena, const guint *numbers)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (; numbers != NULL && *numbers != 0; numbers++)
    g_string_append_printf(text, "%s%u", text->len > 0 ? "," : "", *numbers);
  return text->len > 0 ? jb_arena_dup(arena, text->str) : NULL;
}

static gboolean
put_passage(JbStore *store, Cells *cells, gint64 document, guint number, const JbSource *source, JbArena *arena,
            GError **error)
{
  put_int(cells, document);
  put_int(cells, number);
  put_text(cells, source->sentence);
  put_text(cells, joined(arena, source->sections));
  put_int(cells, source->paragraph);
  put_int(cells, source->line);
  put_int(cells, source->page);
  return step(store, cells, error);
}

static gboolean
put_fact(JbStore *store, Cells *cells, gint64 document, guint passage, const JbFact *fact, JbArena *arena,
         GError **error)
{
  put_int(cells, document);
  put_int(cells, fact->number);
  put_int(cells, passage);
  put_text(cells, fact->code);
  put_text(cells, fact->name_zh);
  put_text(cells, fact->name_en);
  put_text(cells, jb_measure_name(fact->measure));
  put_int(cells, fact->value.digits);
  put_int(cells, fact->value.scale);
  put_text(cells, fact->unit);
  put_int(cells, fact->amount.value.digits);
  put_int(cells, fact->amount.value.scale);
  put_text(cells, fact->amount.unit);
  put_text(cells, jb_bound_name(fact->bound));
  put_text(cells, jb_status_name(fact->status));
  put_period(cells, fact->period);
  put_int(cells, fact->base_year);
  put_int(cells, fact->source.start);
  put_int(cells, fact->source.end);
  put_text(cells, fact->source.text);
  put_text(cells, fact->formula);
  put_text(cells, joined_numbers(arena, fact->inputs));
  return step(store, cells, error);
}

static gboolean
put_children(JbStore *store, const JbFacts *facts, gint64 document, JbDigest *digest, GError **error)
{
  Cells passages = {.row = prepare_insert(store, "passage", jb_passage_columns, "", error), .digest = *digest};
  Cells rows = {.row = passages.row != NULL ? prepare_insert(store, "fact", jb_fact_columns, "", error) : NULL};
  gboolean good = rows.row != NULL;
  JbArena *arena = jb_arena_new();
  g_autofree guint *passage_of = g_new(guint, facts->n_facts + 1);
  guint n = 0;
  for (guint i = 0; good && i < facts->n_facts; i++) {
    const JbSource *source = &facts->facts[i].source;
    if (i == 0 || !same_passage(source, &facts->facts[i - 1].source))
      good = put_passage(store, &passages, document, ++n, source, arena, error);
    passage_of[i] = n;
  }
  rows.digest = passages.digest;
  for (guint i = 0; good && i < facts->n_facts; i++)
    good = put_fact(store, &rows, document, passage_of[i], &facts->facts[i], arena, error);
  *digest = rows.digest;
  sqlite3_finalize(passages.row);
  sqlite3_finalize(rows.row);
  jb_arena_free(arena);
  return good;
}

static gboolean
put_document(JbStore *store, const JbFacts *facts, const JbOrigin *origin, JbPeriod period, gint64 version,
             GError **error)
{
  const JbReport *report = &facts->report;
  sqlite3_stmt *next = prepare(store, "SELECT coalesce(max(id), 0) + 1 FROM document", error);
  gint64 id = next != NULL ? ask(store, next, error) : -1;
  Cells cells = {.digest = JB_DIGEST_START};
  cells.row = id > 0 ? prepare_insert(store, "document", jb_document_columns, ", digest", error) : NULL;
  if (cells.row == NULL)
    return FALSE;
  put_int(&cells, id);
  put_text(&cells, known(report->id));
  put_text(&cells, jb_report_kind_name(report->kind));
  put_text(&cells, known(report->area.code));
  put_text(&cells, known(report->area.zh));
  put_text(&cells, known(report->area.en));
  put_text(&cells, jb_area_level_name(report->area.level));
  put_int(&cells, report->year);
  put_text(&cells, known(report->title));
  put_text(&cells, known(report->date));
  put_int(&cells, report->congress);
  put_int(&cells, report->session);
  put_period(&cells, period);
  put_text(&cells, origin->name);
  put_text(&cells, origin->sha256);
  put_text(&cells, JB_VERSION);
  put_int(&cells, version);
  put_int(&cells, facts->n_facts);
  JbDigest digest = cells.digest;
  gboolean good = put_children(store, facts, id, &digest, error);
  sqlite3_bind_int64(cells.row, ++cells.at, (gint64)digest);
  good = good && step(store, &cells, error);
  sqlite3_finalize(cells.row);
  return good;
}

gboolean
jb_store_put(JbStore *store, const JbFacts *facts, const JbOrigin *origin, gboolean again, JbPut *put, GError **error)
{
  g_return_val_if_fail(store->mode == JB_STORE_WRITE, FALSE);
  if (!store->in_transaction &&
      ((!store->rehearses && !jb_store_keep(store, error)) || !jb_store_begin(store, error)))
    return FALSE;
  JbPeriod period = period_of(facts);
  gint64 same = count_same(store, facts, origin, error);
  gint64 version = same >= 0 ? last_version(store, facts, period, error) : -1;
  if (version < 0)
    return FALSE;
  *put = same > 0 && !again ? JB_PUT_SAME : version > 0 ? JB_PUT_CORRECTED : JB_PUT_NEW;
  return *put == JB_PUT_SAME || put_document(store, facts, origin, period, version + 1, error);
}
