/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The schema as steps. A new store takes all of them, an older one those that it lacks; a step that was released is
 * never changed.
 *
 *   document   one row a version; rows are only ever added. `digest` is over the row, its passages and facts
 *   passage    a sentence with the headings above it; the facts of one sentence share it
 *   fact       columns as in JbFact; a value is its digits and scale, so that 6.60 stays 6.60
 */
#include "facts/store.h"

const char jb_document_columns[] =
    "id, report, kind, area, area_zh, area_en, area_level, year, title, date, congress, session, "
    "from_year, from_month, to_year, to_month, name, sha256, reader, version, facts";
const char jb_passage_columns[] = "document, number, sentence, sections, paragraph, line, page";
const char jb_fact_columns[] =
    "document, number, passage, code, name_zh, name_en, measure, digits, scale, unit, amount_digits, amount_scale, "
    "amount_unit, bound, status, from_year, from_month, to_year, to_month, base_year, start, end, text, formula, "
    "inputs";

static const char *const steps[] = {
    /* 1 */
    "CREATE TABLE document(id INTEGER PRIMARY KEY, report TEXT NOT NULL, kind TEXT NOT NULL, area TEXT NOT NULL,"
    " area_zh TEXT NOT NULL, area_en TEXT NOT NULL, area_level TEXT NOT NULL, year INTEGER NOT NULL,"
    " title TEXT NOT NULL, date TEXT NOT NULL, congress INTEGER NOT NULL, session INTEGER NOT NULL,"
    " from_year INTEGER NOT NULL, from_month INTEGER NOT NULL, to_year INTEGER NOT NULL, to_month INTEGER NOT NULL,"
    " name TEXT NOT NULL, sha256 TEXT NOT NULL, reader TEXT NOT NULL, version INTEGER NOT NULL,"
    " facts INTEGER NOT NULL, digest INTEGER NOT NULL);"
    "CREATE UNIQUE INDEX document_version ON document(area, area_zh, kind, year, report, to_year, to_month, version);"
    "CREATE INDEX document_content ON document(sha256);"
    "CREATE TABLE passage(document INTEGER NOT NULL REFERENCES document(id), number INTEGER NOT NULL, sentence TEXT,"
    " sections TEXT, paragraph INTEGER NOT NULL, line INTEGER NOT NULL, page INTEGER NOT NULL,"
    " PRIMARY KEY(document, number)) WITHOUT ROWID;"
    "CREATE TABLE fact(document INTEGER NOT NULL REFERENCES document(id), number INTEGER NOT NULL,"
    " passage INTEGER NOT NULL, code TEXT, name_zh TEXT, name_en TEXT, measure TEXT NOT NULL, digits INTEGER NOT NULL,"
    " scale INTEGER NOT NULL, unit TEXT, amount_digits INTEGER NOT NULL, amount_scale INTEGER NOT NULL,"
    " amount_unit TEXT, bound TEXT NOT NULL, status TEXT NOT NULL, from_year INTEGER NOT NULL,"
    " from_month INTEGER NOT NULL, to_year INTEGER NOT NULL, to_month INTEGER NOT NULL, base_year INTEGER NOT NULL,"
    " start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT, formula TEXT, inputs TEXT,"
    " PRIMARY KEY(document, number)) WITHOUT ROWID;"
    "CREATE INDEX fact_of_document ON fact(document, code) WHERE code IS NOT NULL;",
    /* 2: a year's ranking of all areas without walking every document */
    "CREATE INDEX fact_of_year ON fact(code, to_year, measure) WHERE code IS NOT NULL;",
};

guint
jb_schema_version(void)
{
  return G_N_ELEMENTS(steps);
}

gboolean
jb_schema_apply(sqlite3 *db, guint from, guint to, const char *path, GError **error)
{
  for (guint i = from; i < to; i++)
    if (!jb_store_run(db, path, steps[i], "cannot bring its tables up to date", error))
      return FALSE;
  g_autofree char *pragmas = g_strdup_printf("PRAGMA application_id = %d; PRAGMA user_version = %u;",
                                             JB_STORE_APPLICATION, to);
  return jb_store_run(db, path, pragmas, "cannot mark it", error);
}
