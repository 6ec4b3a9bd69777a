/* SPDX-License-Identifier: Apache-2.0 */
/* The history: what goes in comes out, versions, migration, and that a damaged file is told from a good one. */
#include <jianbao/publish.h>
#include <jianbao/store.h>

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "../support.h"

#define REPORT JB_TESTS_DIR "/reports/weidong-2022.md"

typedef struct {
  char *folder, *path;
} Place;

static int
make_place(void **state)
{
  Place *place = g_new0(Place, 1);
  place->folder = test_folder();
  place->path = g_build_filename(place->folder, "history.db", NULL);
  *state = place;
  return 0;
}

static int
remove_place(void **state)
{
  Place *place = *state;
  test_remove(place->folder);
  g_free(place->path);
  g_free(place);
  return 0;
}

static JbPut
import_bytes(const char *path, const char *file, gboolean again)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbStore) store = jb_store_open(path, JB_STORE_WRITE, &error);
  assert_null(error);
  JbImported imported;
  assert_true(jb_import_file(store, file, &(JbImport){.again = again}, &imported, &error));
  assert_true(jb_store_commit(store, &error));
  return imported.put;
}

/* A file with that text in the place's folder; its name for the caller to free. */
static char *
written(const Place *place, const char *name, const char *text)
{
  char *path = g_build_filename(place->folder, name, NULL);
  assert_true(g_file_set_contents(path, text, -1, NULL));
  return path;
}

/* Everything that the history says, as text; NULL with the error when it is refused. */
static char *
told(const char *path, GError **error)
{
  g_autoptr(JbStore) store = jb_store_open(path, JB_STORE_READ, error);
  g_autoptr(JbObservations) rows = store != NULL ? jb_store_select(store, &(JbStoreQuery){.superseded = TRUE}, error)
                                                 : NULL;
  g_autoptr(JbObservations) by_code = rows != NULL ? jb_store_select(store, &(JbStoreQuery){.code = "gdp"}, error)
                                                   : NULL;
  if (by_code == NULL)
    return NULL;
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < rows->n + by_code->n; i++) {
    const JbObservation *row = i < rows->n ? &rows->rows[i] : &by_code->rows[i - rows->n];
    JbFact fact = row->fact;
    JbFacts one = {.report = row->document->report, .n_facts = 1, .facts = &fact};
    g_string_append_printf(out, "%s v%u %d %s ", row->document->sha256, row->document->version,
                           row->document->is_current, row->document->name);
    jb_facts_write(&one, JB_FACTS_JSONL, out);
    g_string_append_printf(out, "%s\n", fact.source.sentence != NULL ? fact.source.sentence : "");
  }
  return g_string_free(g_steal_pointer(&out), FALSE);
}

static void
test_round_trip(void **state)
{
  Place *place = *state;
  assert_int_equal(import_bytes(place->path, REPORT, FALSE), JB_PUT_NEW);
  g_autoptr(JbStore) store = jb_store_open(place->path, JB_STORE_READ, NULL);
  g_autoptr(JbObservations) rows = jb_store_select(store, &(JbStoreQuery){.area = "410403"}, NULL);
  g_autofree JbFact *facts = g_new0(JbFact, rows->n);
  for (guint i = 0; i < rows->n; i++)
    facts[i] = rows->rows[i].fact;
  JbFacts found = {.report = rows->documents[0].report, .n_facts = rows->n, .facts = facts};
  found.arena = rows->arena;
  g_autoptr(GString) stored = g_string_new(NULL);
  jb_facts_write(&found, JB_FACTS_JSONL, stored);
  g_auto(TestRun) direct = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "extract", REPORT)});
  assert_string_equal(stored->str, direct.out);
}

static void
test_same_and_corrected(void **state)
{
  Place *place = *state;
  g_autofree char *text = test_read(REPORT, NULL);
  g_autofree char *file = written(place, "weidong-2022.md", text);
  assert_int_equal(import_bytes(place->path, file, FALSE), JB_PUT_NEW);
  g_autofree char *before = test_read(place->path, NULL);
  assert_int_equal(import_bytes(place->path, file, FALSE), JB_PUT_SAME);
  g_autofree char *first = told(place->path, NULL);
  g_autoptr(GString) corrected = g_string_new(text);
  g_string_append(corrected, "\n\n粮食产量1.3万吨。\n");
  g_autofree char *same_name = written(place, "weidong-2022.md", corrected->str);
  assert_int_equal(import_bytes(place->path, same_name, FALSE), JB_PUT_CORRECTED);
  g_autofree char *both = told(place->path, NULL);
  assert_true(strlen(both) > strlen(first) * 3 / 2);
  /* The old text once more, as an inbox keeps it: known, and still superseded. */
  g_autofree char *old = written(place, "old.md", text);
  assert_int_equal(import_bytes(place->path, old, FALSE), JB_PUT_SAME);
  g_autofree char *again = told(place->path, NULL);
  assert_string_equal(again, both);
  g_autoptr(JbStore) store = jb_store_open(place->path, JB_STORE_READ, NULL);
  g_autoptr(JbObservations) current = jb_store_documents(store, &(JbStoreQuery){0}, NULL);
  g_autoptr(JbObservations) all = jb_store_documents(store, &(JbStoreQuery){.superseded = TRUE}, NULL);
  assert_int_equal(current->n_documents, 1);
  assert_int_equal(current->documents[0].version, 2);
  assert_int_equal(all->n_documents, 2);
  assert_int_equal(import_bytes(place->path, file, TRUE), JB_PUT_CORRECTED);
}

static void
sql(const char *path, const char *text)
{
  sqlite3 *db;
  assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
  assert_int_equal(sqlite3_exec(db, text, NULL, NULL, NULL), SQLITE_OK);
  sqlite3_close(db);
}

static void
assert_refused(const char *path, const char *says)
{
  gsize len, after_len;
  g_autofree char *before = test_read(path, &len);
  for (JbStoreMode mode = JB_STORE_READ; mode <= JB_STORE_WRITE; mode++) {
    g_autoptr(GError) error = NULL;
    assert_null(jb_store_open(path, mode, &error));
    assert_true(g_error_matches(error, JB_ERROR, JB_ERROR_DATA));
    assert_non_null(strstr(error->message, says));
  }
  g_autofree char *after = test_read(path, &after_len);
  assert_int_equal(after_len, len);
  assert_memory_equal(after, before, len);
}

static void
test_migration(void **state)
{
  Place *place = *state;
  import_bytes(place->path, REPORT, FALSE);
  g_autofree char *new_form = told(place->path, NULL);
  sql(place->path, "DROP INDEX fact_of_year; PRAGMA user_version = 1;"); /* what schema 1 was */
  g_autoptr(GError) error = NULL;
  assert_null(jb_store_open(place->path, JB_STORE_READ, &error));
  assert_non_null(strstr(error->message, "older form"));
  g_autoptr(JbStore) migrated = jb_store_open(place->path, JB_STORE_WRITE, NULL);
  assert_non_null(migrated);
  g_clear_pointer(&migrated, jb_store_close);
  g_autofree char *after = told(place->path, NULL);
  assert_string_equal(after, new_form);
  g_autofree char *backup = g_strconcat(place->path, ".schema-1", NULL);
  sqlite3 *db;
  sqlite3_stmt *rows;
  assert_int_equal(sqlite3_open_v2(backup, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
  assert_int_equal(sqlite3_prepare_v2(db, "SELECT count(*) FROM fact", -1, &rows, NULL), SQLITE_OK);
  assert_int_equal(sqlite3_step(rows), SQLITE_ROW);
  assert_true(sqlite3_column_int(rows, 0) > 100);
  sqlite3_finalize(rows);
  sqlite3_close(db);
}

static void
test_strangers(void **state)
{
  Place *place = *state;
  g_autofree char *empty = written(place, "empty.db", "");
  assert_refused(empty, "shorter than its header");
  g_autofree char *text = written(place, "text.db",
                                  "A history of our area, of more than a hundred bytes, which is no "
                                  "SQLite file and was put there by a mistake of somebody.\n");
  assert_refused(text, "no SQLite file");
  g_autofree char *foreign = g_build_filename(place->folder, "foreign.db", NULL);
  sql(foreign, "CREATE TABLE bookmarks(url TEXT);");
  assert_refused(foreign, "another program's file");
  import_bytes(place->path, REPORT, FALSE);
  sql(place->path, "PRAGMA user_version = 9;");
  assert_refused(place->path, "a newer jianbao");
  sql(place->path, "PRAGMA user_version = 2; UPDATE fact SET digits = digits + 1 WHERE number = 7;");
  assert_refused(place->path, "not those that were stored");
  sql(place->path, "UPDATE fact SET digits = digits - 1 WHERE number = 7; CREATE TABLE notes(text TEXT);");
  assert_refused(place->path, "tables are not those of a history");
  sql(place->path, "DROP TABLE notes; DELETE FROM fact WHERE number = 3;");
  assert_refused(place->path, "damaged");
}

/* One changed byte: refused, or the history says word for word what it said. */
static void
check_byte(const Place *place, char *bytes, gsize len, gsize at, guint8 change, const char *truth, guint *refused)
{
  bytes[at] = (char)(bytes[at] ^ change);
  assert_true(g_file_set_contents(place->path, bytes, (gssize)len, NULL));
  g_autoptr(GError) error = NULL;
  g_autofree char *now = told(place->path, &error);
  if (now == NULL) {
    assert_true(g_error_matches(error, JB_ERROR, JB_ERROR_DATA));
    ++*refused;
  } else {
    if (strcmp(now, truth) != 0)
      print_message("byte %zu changed by %02x goes unseen\n", at, change);
    assert_string_equal(now, truth);
  }
  gsize after_len;
  g_autofree char *after = test_read(place->path, &after_len);
  assert_int_equal(after_len, len);
  assert_memory_equal(after, bytes, len);
  bytes[at] = (char)(bytes[at] ^ change);
}

/* Each byte of the header, and bytes all over the file: 300 of them, JB_TEST_BYTES says how many. */
static void
test_damage(void **state)
{
  Place *place = *state;
  const char *asked = g_getenv("JB_TEST_BYTES");
  guint n = asked != NULL ? (guint)g_ascii_strtoull(asked, NULL, 10) : 300, refused = 0;
  import_bytes(place->path, REPORT, FALSE);
  g_autofree char *truth = told(place->path, NULL);
  gsize len;
  g_autofree char *bytes = test_read(place->path, &len);
  for (gsize at = 0; at < 100; at++)
    check_byte(place, bytes, len, at, 0xFF, truth, &refused);
  assert_true(refused > 50);
  guint64 seed = 20221;
  for (guint i = 0; i < n; i++) {
    seed = seed * G_GUINT64_CONSTANT(6364136223846793005) + 1442695040888963407u;
    check_byte(place, bytes, len, (gsize)(seed >> 33) % len, (guint8)(1u << (seed >> 20 & 7)), truth, &refused);
  }
  assert_true(refused > 50 + n / 3);
  print_message("%u of %u changed bytes were refused, the others changed nothing that is read\n", refused, n + 100);
  for (gsize cut = 1; cut < len; cut += len / 7) { /* a file that ends early */
    assert_true(g_file_set_contents(place->path, bytes, (gssize)(len - cut), NULL));
    g_autoptr(GError) error = NULL;
    g_autofree char *now = told(place->path, &error);
    assert_null(now);
    assert_true(g_error_matches(error, JB_ERROR, JB_ERROR_DATA));
  }
}

static void
test_missing(void **state)
{
  Place *place = *state;
  g_autoptr(GError) error = NULL;
  assert_null(jb_store_open(place->path, JB_STORE_READ, &error));
  assert_true(g_error_matches(error, JB_ERROR, JB_ERROR_NO_INPUT));
  g_auto(GStrv) names = test_list(place->folder);
  assert_null(names[0]);
}

/* A copy, as a backup is put back, is read in full once; then it has a stamp of its own, good for these bytes only. */
static void
test_copy(void **state)
{
  Place *place = *state;
  import_bytes(place->path, REPORT, FALSE);
  g_autofree char *truth = told(place->path, NULL);
  gsize len;
  g_autofree char *bytes = test_read(place->path, &len), *copy = g_build_filename(place->folder, "copy.db", NULL);
  g_autofree char *stamp = g_strconcat(copy, ".checked", NULL);
  assert_true(g_file_set_contents(copy, bytes, (gssize)len, NULL));
  g_autofree char *now = told(copy, NULL);
  assert_string_equal(now, truth);
  assert_true(g_file_test(stamp, G_FILE_TEST_EXISTS));
  bytes[len / 2] ^= 1;
  g_usleep(20000); /* past the tick that the file system counts times in */
  assert_true(g_file_set_contents(copy, bytes, (gssize)len, NULL));
  assert_refused(copy, "damaged");
}

static void
damage(const char *path, gsize at)
{
  gsize len;
  g_autofree char *bytes = test_read(path, &len);
  bytes[at % len] ^= 0x55;
  assert_true(g_file_set_contents(path, bytes, (gssize)len, NULL));
}

static char *
restored_from(const char *path, GError **error)
{
  JbRestored restored;
  gboolean done = jb_store_restore(path, &restored, error);
  char *told = !done ? NULL
                     : g_strdup_printf("%s %s %s", restored.was_whole ? "whole" : "restored",
                                       restored.aside != NULL ? strrchr(restored.aside, '/') + 1 : "-",
                                       restored.copy != NULL ? strrchr(restored.copy, '/') + 1 : "-");
  jb_restored_clear(&restored);
  return told;
}

/* A damaged store is put aside byte for byte and its copy put back; without a whole copy nothing is moved. */
static void
test_restore(void **state)
{
  Place *place = *state;
  import_bytes(place->path, REPORT, FALSE);
  g_autofree char *first = told(place->path, NULL), *backup = g_strconcat(place->path, ".backup", NULL);
  assert_false(g_file_test(backup, G_FILE_TEST_EXISTS)); /* there was nothing to keep */
  import_bytes(place->path, JB_TESTS_DIR "/history/wd-2025.md", FALSE);
  g_autofree char *kept = told(backup, NULL);
  assert_string_equal(kept, first);
  g_autofree char *untouched = restored_from(place->path, NULL);
  assert_string_equal(untouched, "whole - -");
  for (guint n = 1; n <= 2; n++) {
    damage(place->path, 17 + n);
    gsize len, aside_len;
    g_autofree char *bytes = test_read(place->path, &len), *aside = g_strdup_printf("%s.damaged-%u", place->path, n);
    g_autoptr(GError) error = NULL;
    g_autofree char *refused = told(place->path, &error);
    assert_null(refused);
    assert_non_null(strstr(error->message, "jianbao restore"));
    g_autofree char *done = restored_from(place->path, NULL);
    g_autofree char *expected = g_strdup_printf("restored history.db.damaged-%u history.db.backup", n);
    assert_string_equal(done, expected);
    g_autofree char *now = told(place->path, NULL), *put = test_read(aside, &aside_len);
    assert_string_equal(now, first);
    assert_int_equal(aside_len, len);
    assert_memory_equal(put, bytes, len);
  }
  g_remove(place->path); /* gone is as good as damaged */
  g_autofree char *gone = restored_from(place->path, NULL);
  assert_string_equal(gone, "restored - history.db.backup");
  damage(place->path, 70);
  damage(backup, 70);
  g_autoptr(GError) error = NULL;
  g_autofree char *none = restored_from(place->path, &error);
  assert_null(none);
  assert_true(g_error_matches(error, JB_ERROR, JB_ERROR_DATA));
  assert_refused(place->path, "damaged");
  g_clear_error(&error);
  damage(place->path, 70);
  sql(place->path, "PRAGMA user_version = 9;"); /* a newer program's is not damaged */
  g_autofree char *newer = restored_from(place->path, &error);
  assert_null(newer);
  assert_non_null(strstr(error->message, "a newer jianbao"));
}

/* What was put and not committed is gone, with the process or without it. */
static void
test_uncommitted(void **state)
{
  Place *place = *state;
  JbStore *store = jb_store_open(place->path, JB_STORE_WRITE, NULL);
  JbImported imported;
  assert_true(jb_import_file(store, REPORT, &(JbImport){0}, &imported, NULL));
  jb_store_close(store);
  assert_false(g_file_test(place->path, G_FILE_TEST_EXISTS)); /* made for it, and gone with it */
  import_bytes(place->path, REPORT, FALSE);
  g_autofree char *before = told(place->path, NULL);
  store = jb_store_open(place->path, JB_STORE_WRITE, NULL);
  assert_true(jb_import_file(store, JB_TESTS_DIR "/reports/ningbo-2023.md", &(JbImport){0}, &imported, NULL));
  jb_store_close(store);
  g_autofree char *after = told(place->path, NULL);
  assert_true(before[0] != '\0');
  assert_string_equal(after, before);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_round_trip, make_place, remove_place),
      cmocka_unit_test_setup_teardown(test_same_and_corrected, make_place, remove_place),
      cmocka_unit_test_setup_teardown(test_migration, make_place, remove_place),
      cmocka_unit_test_setup_teardown(test_strangers, make_place, remove_place),
      cmocka_unit_test_setup_teardown(test_damage, make_place, remove_place),
      cmocka_unit_test_setup_teardown(test_missing, make_place, remove_place),
      cmocka_unit_test_setup_teardown(test_copy, make_place, remove_place),
      cmocka_unit_test_setup_teardown(test_restore, make_place, remove_place),
      cmocka_unit_test_setup_teardown(test_uncommitted, make_place, remove_place),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
