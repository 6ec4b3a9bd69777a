/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Is the store what was written to it?
 *
 * Three layers. The header's bytes are looked at before SQLite is, because SQLite would act on some of them (the
 * journal mode). SQLite then checks its trees: quick_check whenever somebody is going to write. And when the file is
 * not the one that was last written by us (its size, times or inode differ from the stamp beside it), everything is
 * read: the tables and indexes against each other, the schema against ours, and the rows against their documents'
 * digests. A copy that passed gets a stamp too, so that it is read in full once and not at every question. A reader of
 * a file that is as we left it goes straight on.
 */
#include "facts/store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DAMAGED   "the history is damaged ("
#define UNTOUCHED "); nothing was written to it"

gboolean
jb_store_damaged(const char *path, const char *what, GError **error)
{
  g_autofree char *backup = jb_store_backup_path(path);
  gboolean kept = access(backup, F_OK) == 0;
  if (error != NULL && *error == NULL)
    g_set_error(error, JB_ERROR, JB_ERROR_DATA,
                "%s: " DAMAGED "%s" UNTOUCHED ". %s", path, what,
                kept ? "`jianbao restore --store FILE` puts it aside and the copy of its last state in its place"
                     : "Put a good copy in its place, or move it away and import the documents again");
  return FALSE;
}

char *
jb_store_damage(const GError *error)
{
  const char *from = strstr(error->message, DAMAGED), *to = from != NULL ? strstr(from, UNTOUCHED) : NULL;
  return to != NULL ? g_strndup(from + strlen(DAMAGED), (gsize)(to - from) - strlen(DAMAGED)) : g_strdup(error->message);
}

/* ---- The first 100 bytes ----------------------------------------------------------------------------------- */

static guint32
big_endian(const guchar *bytes)
{
  return (guint32)bytes[0] << 24 | (guint32)bytes[1] << 16 | (guint32)bytes[2] << 8 | bytes[3];
}

gboolean
jb_store_check_header(const char *path, guint *version, GError **error)
{
  guchar head[100];
  struct stat info;
  if (stat(path, &info) == 0 && !S_ISREG(info.st_mode)) {
    g_set_error(error, JB_ERROR, JB_ERROR_NO_INPUT, "%s: no history can be there, for it is no ordinary file; name another --store", path);
    return FALSE;
  }
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  ssize_t n = fd >= 0 ? pread(fd, head, sizeof head, 0) : -1;
  int code = errno;
  if (fd >= 0)
    close(fd);
  if (n < 0) {
    g_set_error(error, JB_ERROR, fd < 0 ? JB_ERROR_NO_INPUT : JB_ERROR_IO, "%s: the history cannot be %s: %s", path,
                fd < 0 ? "opened" : "read", g_strerror(code));
    return FALSE;
  }
  if (n < (ssize_t)sizeof head)
    return jb_store_damaged(path, "it is shorter than its header", error);
  if (memcmp(head, "SQLite format 3", 16) != 0)
    return jb_store_damaged(path, "this is no SQLite file", error);
  if (big_endian(head + 68) != JB_STORE_APPLICATION)
    return jb_store_damaged(path, "this is another program's file, or its mark is gone", error);
  /* Journal mode, reserved bytes, payload fractions and text encoding have one right value each. */
  static const guchar fixed[] = {1, 1, 0, 64, 32, 32};
  if (memcmp(head + 18, fixed, sizeof fixed) != 0 || big_endian(head + 56) != SQLITE_UTF8 || big_endian(head + 44) != 4)
    return jb_store_damaged(path, "its header is wrong", error);
  *version = big_endian(head + 60);
  if (*version == 0)
    return jb_store_damaged(path, "it has no schema version", error);
  if (*version <= jb_schema_version())
    return TRUE;
  g_set_error(error, JB_ERROR, JB_ERROR_DATA,
              "%s: a newer jianbao has written this history (schema %u, this one knows %u); use that one, or another "
              "--store",
              path, *version, jb_schema_version());
  return FALSE;
}

/* ---- The stamp ------------------------------------------------------------------------------------------------- */

static char *
stamp_path(const char *path)
{
  return g_strconcat(path, ".checked", NULL);
}

static char *
stamp_text(const char *path)
{
  struct stat info;
  if (stat(path, &info) != 0)
    return NULL;
  return g_strdup_printf("%lld %lld.%09ld %lld.%09ld %llu\n", (long long)info.st_size, (long long)info.st_mtim.tv_sec,
                         info.st_mtim.tv_nsec, (long long)info.st_ctim.tv_sec, info.st_ctim.tv_nsec,
                         (unsigned long long)info.st_ino);
}

/* A stamp that cannot be written, or half of it, costs the next reader a full check, no more: no care is taken. */
static void
write_stamp(const char *path, const char *text)
{
  g_autofree char *beside = stamp_path(path);
  int fd = text != NULL ? open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666) : -1;
  if (fd < 0)
    return;
  if (write(fd, text, strlen(text)) < 0)
    unlink(beside);
  close(fd);
}

void
jb_store_stamp(const char *path)
{
  g_autofree char *text = stamp_text(path);
  write_stamp(path, text);
}

void
jb_store_unstamp(const char *path)
{
  g_autofree char *beside = stamp_path(path);
  unlink(beside);
}

static gboolean
is_as_left(const char *path, const char *now)
{
  g_autofree char *beside = stamp_path(path), *then = NULL;
  return g_file_get_contents(beside, &then, NULL, NULL) && g_strcmp0(now, then) == 0;
}

/* ---- Digests --------------------------------------------------------------------------------------------------- */

static JbDigest
mix(JbDigest digest, guint64 word)
{
  digest = (digest ^ word) * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
  return digest ^ (digest >> 29);
}

JbDigest
jb_digest_int(JbDigest digest, gint64 value)
{
  return mix(mix(digest, 1), (guint64)value);
}

JbDigest
jb_digest_null(JbDigest digest)
{
  return mix(digest, 2);
}

JbDigest
jb_digest_text(JbDigest digest, const char *text, gsize len)
{
  digest = mix(mix(digest, 3), len);
  for (gsize at = 0; at < len; at += 8) {
    guint64 word = 0;
    memcpy(&word, text + at, MIN(len - at, sizeof word));
    digest = mix(digest, GUINT64_FROM_LE(word));
  }
  return digest;
}

static JbDigest
digest_row(JbDigest digest, sqlite3_stmt *row, int n)
{
  for (int i = 0; i < n; i++)
    switch (sqlite3_column_type(row, i)) {
    case SQLITE_INTEGER:
      digest = jb_digest_int(digest, sqlite3_column_int64(row, i));
      break;
    case SQLITE_NULL:
      digest = jb_digest_null(digest);
      break;
    default: {
      const char *text = (const char *)sqlite3_column_text(row, i);
      digest = jb_digest_text(digest, text, (gsize)sqlite3_column_bytes(row, i));
    }
    }
  return digest;
}

/* ---- Reading all of it ------------------------------------------------------------------------------------------- */

/* One pass over a statement whose first column is the document; each document's rows follow each other. */
static gboolean
digest_children(sqlite3 *db, const char *path, const char *columns, const char *table, GHashTable *digests,
                GError **error)
{
  g_autofree char *sql = g_strdup_printf("SELECT %s FROM %s ORDER BY document, number", columns, table);
  sqlite3_stmt *rows;
  if (sqlite3_prepare_v2(db, sql, -1, &rows, NULL) != SQLITE_OK)
    return jb_store_fail(db, path, "cannot be read", error);
  int n = sqlite3_column_count(rows), state;
  guint64 *digest = NULL, unknown;
  gint64 last = -1;
  while ((state = sqlite3_step(rows)) == SQLITE_ROW) {
    gint64 document = sqlite3_column_int64(rows, 0);
    if (digest == NULL || document != last)
      digest = g_hash_table_lookup(digests, &document);
    last = document;
    if (digest == NULL) { /* a row of no document: make the sums disagree */
      unknown = 0;
      digest = &unknown;
      sqlite3_finalize(rows);
      return jb_store_damaged(path, "it has rows of a document that is not there", error);
    }
    *digest = digest_row(*digest, rows, n);
  }
  sqlite3_finalize(rows);
  return state == SQLITE_DONE || jb_store_fail(db, path, "cannot be read", error);
}

typedef struct {
  gint64 id;
  guint64 sum, stated;
} Document;

static gboolean
check_digests(sqlite3 *db, const char *path, GError **error)
{
  g_autoptr(GArray) documents = g_array_new(FALSE, FALSE, sizeof(Document));
  g_autoptr(GHashTable) sums = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
  g_autofree char *sql = g_strdup_printf("SELECT digest, %s FROM document ORDER BY id", jb_document_columns);
  sqlite3_stmt *rows;
  if (sqlite3_prepare_v2(db, sql, -1, &rows, NULL) != SQLITE_OK)
    return jb_store_fail(db, path, "cannot be read", error);
  int n = sqlite3_column_count(rows), state;
  while ((state = sqlite3_step(rows)) == SQLITE_ROW) {
    Document document = {.id = sqlite3_column_int64(rows, 1), .stated = (guint64)sqlite3_column_int64(rows, 0)};
    guint64 sum = JB_DIGEST_START;
    for (int i = 1; i < n; i++)
      sum = sqlite3_column_type(rows, i) == SQLITE_INTEGER
                ? jb_digest_int(sum, sqlite3_column_int64(rows, i))
                : jb_digest_text(sum, (const char *)sqlite3_column_text(rows, i), (gsize)sqlite3_column_bytes(rows, i));
    g_array_append_val(documents, document);
    g_hash_table_insert(sums, g_memdup2(&document.id, sizeof document.id), g_memdup2(&sum, sizeof sum));
  }
  sqlite3_finalize(rows);
  if (state != SQLITE_DONE)
    return jb_store_fail(db, path, "cannot be read", error);
  if (!digest_children(db, path, jb_passage_columns, "passage", sums, error) ||
      !digest_children(db, path, jb_fact_columns, "fact", sums, error))
    return FALSE;
  for (guint i = 0; i < documents->len; i++) {
    const Document *document = &g_array_index(documents, Document, i);
    if (*(guint64 *)g_hash_table_lookup(sums, &document->id) != document->stated)
      return jb_store_damaged(path, "a document's facts are not those that were stored", error);
  }
  return TRUE;
}

/* The first cell of a statement's only row, or every row's first cells in lines. For the caller to free. */
static char *
lines_of(sqlite3 *db, const char *sql)
{
  sqlite3_stmt *rows;
  if (sqlite3_prepare_v2(db, sql, -1, &rows, NULL) != SQLITE_OK)
    return NULL;
  GString *text = g_string_new(NULL);
  int state;
  while ((state = sqlite3_step(rows)) == SQLITE_ROW) {
    const char *cell = (const char *)sqlite3_column_text(rows, 0);
    g_string_append_printf(text, "%s%s", text->len > 0 ? "\n" : "", cell != NULL ? cell : "");
  }
  sqlite3_finalize(rows);
  return g_string_free(text, state != SQLITE_DONE);
}

static gboolean
check_pragma(sqlite3 *db, const char *path, const char *sql, GError **error)
{
  g_autofree char *answer = lines_of(db, sql);
  if (answer == NULL)
    return jb_store_fail(db, path, "cannot be checked", error);
  answer[strcspn(answer, "\n")] = '\0';
  return strcmp(answer, "ok") == 0 || jb_store_damaged(path, answer, error);
}

static gboolean
check_schema(sqlite3 *db, const char *path, guint version, GError **error)
{
  static const char sql[] =
      "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema "
      "WHERE name NOT LIKE 'sqlite_%' ORDER BY name";
  sqlite3 *model;
  gboolean good = (sqlite3_open(":memory:", &model) == SQLITE_OK || jb_store_fail(model, path, "cannot be checked", error)) &&
                  jb_schema_apply(model, 0, version, path, error);
  g_autofree char *ours = good ? lines_of(model, sql) : NULL, *theirs = ours != NULL ? lines_of(db, sql) : NULL;
  if (good && (ours == NULL || theirs == NULL)) /* short of memory is not damaged */
    good = jb_store_fail(ours == NULL ? model : db, path, "cannot be checked", error);
  sqlite3_close(model);
  return good && (strcmp(ours, theirs) == 0 || jb_store_damaged(path, "its tables are not those of a history", error));
}

gboolean
jb_store_check(sqlite3 *db, const char *path, guint version, GError **error)
{
  g_autofree char *before = stamp_text(path);
  gboolean whole = !is_as_left(path, before), writable = sqlite3_db_readonly(db, "main") == 0;
  if (!whole)
    return !writable || check_pragma(db, path, "PRAGMA quick_check(1)", error);
  if (!check_schema(db, path, version, error) || !check_pragma(db, path, "PRAGMA integrity_check(1)", error) ||
      !check_digests(db, path, error))
    return FALSE;
  write_stamp(path, before); /* of the file that was read; whoever wrote to it meanwhile has made the stamp stale */
  return TRUE;
}
