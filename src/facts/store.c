/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The history file: opening, making, migrating, closing.
 *
 * An existing file is checked (store_check.c) before a single row is believed. A new one is made under another name and
 * linked into place when its schema is on the disk, so that a history is never seen half made, whoever is killed. A
 * migration copies the file to NAME.schema-N first and runs in one transaction. Writers hold SQLite's lock from the
 * first put to the commit; who comes meanwhile waits five seconds and is then told JB_ERROR_BUSY.
 *
 * store_write.c puts documents, store_read.c answers questions, store_backup.c makes copies and brings them back.
 */
#include "facts/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATIENCE_MS 5000

char *
jb_store_default_path(void)
{
  return g_build_filename(g_get_user_data_dir(), "jianbao", "history.db", NULL);
}

/* ---- Errors -------------------------------------------------------------------------------------------------- */

gboolean
jb_store_fail(sqlite3 *db, const char *path, const char *doing, GError **error)
{
  static const struct {
    int code;
    JbErrorCode kind;
    const char *advice;
  } rows[] = {
      {SQLITE_BUSY, JB_ERROR_BUSY, "somebody else writes to it; try again later"},
      {SQLITE_LOCKED, JB_ERROR_BUSY, "somebody else writes to it; try again later"},
      {SQLITE_READONLY, JB_ERROR_CREATE, "make it and its folder writable, or choose another --store"},
      {SQLITE_CANTOPEN, JB_ERROR_CREATE, "make its folder writable, or choose another --store"},
      {SQLITE_PERM, JB_ERROR_CREATE, "make it readable and writable, or choose another --store"},
      {SQLITE_FULL, JB_ERROR_IO, "free some space on that file system; the history is as it was"},
      {SQLITE_IOERR, JB_ERROR_IO, "check the disk and try again; the history is as it was"},
      {SQLITE_NOMEM, JB_ERROR_IO, "free some memory and try again"},
  };
  int code = sqlite3_errcode(db) & 0xFF, system = sqlite3_system_errno(db);
  const char *message = sqlite3_errmsg(db);
  for (guint i = 0; error != NULL && *error == NULL && i < G_N_ELEMENTS(rows); i++)
    if (rows[i].code == code) {
      gboolean full = system == ENOSPC || system == EDQUOT || system == EFBIG;
      g_set_error(error, JB_ERROR, rows[i].kind, "%s: the history %s: %s%s%s; %s", path, doing, message,
                  system != 0 ? ": " : "", system != 0 ? g_strerror(system) : "",
                  full ? "free some space on that file system; the history is as it was" : rows[i].advice);
      return FALSE;
    }
  return jb_store_damaged(path, message, error);
}

gboolean
jb_store_run(sqlite3 *db, const char *path, const char *sql, const char *doing, GError **error)
{
  return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK || jb_store_fail(db, path, doing, error);
}

gboolean
jb_store_failed(const char *path, const char *doing, JbErrorCode kind, GError **error)
{
  int code = errno;
  g_set_error(error, JB_ERROR, kind, "%s: the history %s: %s; check its folder, or choose another --store", path, doing,
              g_strerror(code));
  return FALSE;
}

/* ---- A connection -------------------------------------------------------------------------------------------- */

/* EXTRA forces the folder too when the journal goes: a power failure does not bring a finished journal back. */
sqlite3 *
jb_store_connect(const char *path, int flags, GError **error)
{
  sqlite3 *db;
  if (sqlite3_open_v2(path, &db, flags, NULL) != SQLITE_OK) {
    jb_store_fail(db, path, "cannot be opened", error);
    sqlite3_close(db);
    return NULL;
  }
  sqlite3_extended_result_codes(db, 1);
  sqlite3_busy_timeout(db, PATIENCE_MS);
  sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  if (!jb_store_run(db, path,
                    "PRAGMA synchronous = EXTRA; PRAGMA cache_size = -16384;"
                    "PRAGMA foreign_keys = OFF; PRAGMA cell_size_check = ON;",
                    "cannot be opened", error)) {
    sqlite3_close(db);
    return NULL;
  }
  return db;
}

/* ---- A new file ---------------------------------------------------------------------------------------------- */

gboolean
jb_store_sync_folder(const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname(path);
  int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean good = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL);
  if (fd >= 0)
    close(fd);
  return good || jb_store_failed(path, "cannot be forced to the disk", JB_ERROR_IO, error);
}

/* Fills the file under its other name; the descriptor that holds the lock stays open around SQLite's own. */
static gboolean
build(const char *hidden, const char *path, GError **error)
{
  sqlite3 *db = jb_store_connect(hidden, SQLITE_OPEN_READWRITE, error);
  gboolean good = db != NULL && jb_store_run(db, path, "BEGIN", "cannot be made", error) &&
                  jb_schema_apply(db, 0, jb_schema_version(), path, error) &&
                  jb_store_run(db, path, "COMMIT", "cannot be made", error);
  sqlite3_close(db);
  return good;
}

/* `.NAME.new` is locked by who builds it; whoever waited finds the finished file and has nothing to do. */
static gboolean
make(const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname(path), *base = g_path_get_basename(path);
  g_autofree char *hidden = g_strdup_printf("%s/.%s.new", folder, base);
  if (g_mkdir_with_parents(folder, 0700) != 0)
    return jb_store_failed(path, "cannot be made", JB_ERROR_CREATE, error);
  int fd = open(hidden, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd < 0)
    return jb_store_failed(path, "cannot be made", JB_ERROR_CREATE, error);
  gboolean good = TRUE;
  if (flock(fd, LOCK_EX) != 0)
    good = jb_store_failed(path, "cannot be locked", JB_ERROR_IO, error);
  struct stat info, named;
  gboolean mine = good && fstat(fd, &info) == 0 && stat(hidden, &named) == 0 && info.st_ino == named.st_ino;
  if (mine && access(path, F_OK) != 0) {
    good = (ftruncate(fd, 0) == 0 || jb_store_failed(path, "cannot be made", JB_ERROR_IO, error)) && build(hidden, path, error);
    if (good && link(hidden, path) != 0 && errno != EEXIST)
      good = jb_store_failed(path, "cannot be put in its place", JB_ERROR_CREATE, error);
    good = good && jb_store_sync_folder(path, error);
  }
  if (mine)
    unlink(hidden);
  close(fd);
  return good;
}

/* ---- Migration ----------------------------------------------------------------------------------------------- */

static gboolean
back_up(JbStore *store, guint version, GError **error)
{
  g_autofree char *target = g_strdup_printf("%s.schema-%u", store->path, version);
  return jb_store_copy(store->db, store->path, target, error);
}

static gboolean
migrate(JbStore *store, guint version, GError **error)
{
  if (version == jb_schema_version())
    return TRUE;
  if (store->mode == JB_STORE_READ) {
    g_set_error(
        error, JB_ERROR, JB_ERROR_DATA,
        "%s: this history has an older form (schema %u); `jianbao import` brings it up to date and keeps a copy",
        store->path, version);
    return FALSE;
  }
  return back_up(store, version, error) &&
         jb_store_run(store->db, store->path, "BEGIN IMMEDIATE", "cannot be migrated", error) &&
         jb_schema_apply(store->db, version, jb_schema_version(), store->path, error) &&
         jb_store_run(store->db, store->path, "COMMIT", "cannot be migrated", error);
}

/* ---- Opening and closing ------------------------------------------------------------------------------------- */

static gboolean
is_there(const char *path, JbStoreMode mode, gboolean *made, GError **error)
{
  *made = FALSE;
  if (access(path, F_OK) == 0)
    return TRUE;
  if (errno != ENOENT && errno != ENOTDIR)
    return jb_store_failed(path, "cannot be reached", JB_ERROR_NO_INPUT, error);
  if (mode == JB_STORE_WRITE)
    return *made = make(path, error);
  g_set_error(error, JB_ERROR, JB_ERROR_NO_INPUT, "%s: there is no history yet; `jianbao import FILE…` begins one",
              path);
  return FALSE;
}

JbStore *
jb_store_open(const char *path, JbStoreMode mode, GError **error)
{
  guint version;
  gboolean made;
  if (!is_there(path, mode, &made, error) || !jb_store_check_header(path, &version, error))
    return NULL;
  JbStore *store = g_new0(JbStore, 1);
  store->path = g_strdup(path);
  store->mode = mode;
  store->is_unborn = made;
  store->db = jb_store_connect(path, mode == JB_STORE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, error);
  gboolean good = store->db != NULL;
  if (good && mode == JB_STORE_WRITE && sqlite3_db_readonly(store->db, "main") != 0) {
    errno = EACCES;
    good = jb_store_failed(path, "cannot be written to", JB_ERROR_CREATE, error);
  }
  good = good && jb_store_check(store->db, path, version, error) && migrate(store, version, error);
  if (good)
    return store;
  jb_store_close(store);
  return NULL;
}

void
jb_store_rehearse(JbStore *store)
{
  store->rehearses = TRUE;
}

gboolean
jb_store_commit(JbStore *store, GError **error)
{
  if (!store->in_transaction || store->rehearses)
    return TRUE;
  if (!jb_store_run(store->db, store->path, "COMMIT", "cannot be written", error))
    return FALSE;
  store->in_transaction = store->is_unborn = FALSE;
  jb_store_stamp(store->path);
  return TRUE;
}

/*
 * A first import that failed begins no history. Under the lock, and only while it is as empty as it was made; who has
 * opened it meanwhile finds in jb_store_begin() that it is gone.
 */
static void
abandon(JbStore *store)
{
  if (sqlite3_exec(store->db, "BEGIN EXCLUSIVE", NULL, NULL, NULL) != SQLITE_OK)
    return;
  if (jb_store_is_empty(store->db) && unlink(store->path) == 0)
    jb_store_unstamp(store->path);
  sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
}

gboolean
jb_store_begin(JbStore *store, GError **error)
{
  int moved = 0;
  if (!jb_store_run(store->db, store->path, "BEGIN IMMEDIATE", "cannot be written", error))
    return FALSE;
  store->in_transaction = TRUE;
  if (sqlite3_file_control(store->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved == 0)
    return TRUE;
  g_set_error(error, JB_ERROR, JB_ERROR_BUSY, "%s: the history was taken away while it was opened; try again", store->path);
  return FALSE;
}

void
jb_store_close(JbStore *store)
{
  if (store == NULL)
    return;
  if (store->in_transaction)
    sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
  if (store->is_unborn && store->db != NULL)
    abandon(store);
  sqlite3_close(store->db);
  g_free(store->path);
  g_free(store);
}
