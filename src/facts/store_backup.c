/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Copies of the store, and the way back from a damaged one.
 *
 *   NAME.schema-N   before a migration: the store as schema N had it
 *   NAME.backup     before the first change of a day: the store as it was then
 *   NAME.damaged-N  what a restoration has put aside, with NAME.damaged-N.why; never deleted, never overwritten
 *
 * A copy has its name only when it is complete and on the disk. Restoring takes the newest copy that passes all checks;
 * what was imported after it is imported again by its owner: the documents are what a history can always be made from.
 */
#include "facts/store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define DAY_S 86400

char *
jb_store_backup_path(const char *path)
{
  return g_strconcat(path, ".backup", NULL);
}

gboolean
jb_store_copy(sqlite3 *from, const char *path, const char *target, GError **error)
{
  g_autofree char *hidden = g_strconcat(target, ".new", NULL);
  unlink(hidden);
  sqlite3 *copy = jb_store_connect(hidden, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  sqlite3_backup *backup = copy != NULL ? sqlite3_backup_init(copy, "main", from, "main") : NULL;
  gboolean good = backup != NULL && sqlite3_backup_step(backup, -1) == SQLITE_DONE;
  if (backup != NULL)
    good = sqlite3_backup_finish(backup) == SQLITE_OK && good;
  if (!good && copy != NULL)
    jb_store_fail(copy, path, "cannot be copied before it is changed", error);
  sqlite3_close(copy);
  struct stat info; /* who may read the store may read its copy, and nobody else */
  if (good && stat(path, &info) == 0 && chmod(hidden, info.st_mode & 0777) != 0)
    good = jb_store_failed(target, "cannot be copied before it is changed", JB_ERROR_CREATE, error);
  if (good && rename(hidden, target) != 0)
    good = jb_store_failed(target, "cannot be copied before it is changed", JB_ERROR_CREATE, error);
  if (!good)
    unlink(hidden);
  return good && jb_store_sync_folder(target, error);
}

gboolean
jb_store_is_empty(sqlite3 *db)
{
  sqlite3_stmt *rows;
  if (sqlite3_prepare_v2(db, "SELECT 1 FROM document LIMIT 1", -1, &rows, NULL) != SQLITE_OK)
    return FALSE;
  gboolean empty = sqlite3_step(rows) == SQLITE_DONE;
  sqlite3_finalize(rows);
  return empty;
}

/* A clock that jumps, either way, costs a copy. */
gboolean
jb_store_keep(JbStore *store, GError **error)
{
  g_autofree char *target = jb_store_backup_path(store->path);
  struct stat info;
  gint64 now = g_get_real_time() / G_USEC_PER_SEC;
  if (jb_store_is_empty(store->db) || (stat(target, &info) == 0 && ABS(now - (gint64)info.st_mtim.tv_sec) < DAY_S))
    return TRUE;
  return jb_store_copy(store->db, store->path, target, error);
}

/* ---- The way back -------------------------------------------------------------------------------------------------- */

typedef enum { STATE_WHOLE, STATE_DAMAGED, STATE_GONE, STATE_OTHER } State;

/* What the file is, and what is wrong with it when it is damaged (`reason`, to be freed; may be NULL). STATE_OTHER with
 * the error: it cannot be looked at, or a newer program wrote it. */
static State
look_at(const char *path, char **reason, GError **error)
{
  g_autoptr(GError) cause = NULL;
  guint version = 0;
  if (access(path, F_OK) != 0 && errno == ENOENT)
    return STATE_GONE;
  sqlite3 *db = NULL;
  gboolean good = jb_store_check_header(path, &version, &cause) &&
                  (db = jb_store_connect(path, SQLITE_OPEN_READONLY, &cause)) != NULL &&
                  jb_store_check(db, path, version, &cause);
  sqlite3_close(db);
  if (good)
    return STATE_WHOLE;
  if (g_error_matches(cause, JB_ERROR, JB_ERROR_DATA) && version <= jb_schema_version()) {
    if (reason != NULL)
      *reason = jb_store_damage(cause);
    return STATE_DAMAGED;
  }
  g_propagate_error(error, g_steal_pointer(&cause));
  return STATE_OTHER;
}

/* The newest whole copy beside the store; NULL when there is none. */
static char *
find_copy(const char *path)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(names, jb_store_backup_path(path));
  for (guint version = jb_schema_version(); version > 0; version--)
    g_ptr_array_add(names, g_strdup_printf("%s.schema-%u", path, version));
  for (guint i = 0; i < names->len; i++)
    if (look_at(names->pdata[i], NULL, NULL) == STATE_WHOLE)
      return g_strdup(names->pdata[i]);
  return NULL;
}

/* Why it was put aside, for whoever finds it; as far as it can be written. */
static void
write_reason(const char *aside, const char *reason)
{
  g_autofree char *why = g_strconcat(aside, ".why", NULL);
  g_autofree char *text = g_strdup_printf("the history was damaged (%s); a copy is in its place\n", reason);
  g_file_set_contents(why, text, -1, NULL);
}

/* A second name for the damaged file; a hard link never replaces what is there. Its journal goes with it. */
static char *
put_aside(const char *path, const char *reason, GError **error)
{
  for (guint n = 1; n < 10000; n++) {
    g_autofree char *aside = g_strdup_printf("%s.damaged-%u", path, n);
    if (link(path, aside) == 0) {
      g_autofree char *journal = g_strconcat(path, "-journal", NULL), *with = g_strconcat(aside, "-journal", NULL);
      write_reason(aside, reason);
      if (rename(journal, with) != 0 && errno != ENOENT) {
        jb_store_failed(journal, "cannot be put aside", JB_ERROR_CREATE, error);
        return NULL;
      }
      return g_steal_pointer(&aside);
    }
    if (errno != EEXIST)
      break;
  }
  jb_store_failed(path, "cannot be put aside", JB_ERROR_CREATE, error);
  return NULL;
}

/* A copy of the copy, ready to be put in the store's place. */
static char *
prepare(const char *path, const char *copy, GError **error)
{
  char *ready = g_strconcat(path, ".restored", NULL);
  sqlite3 *from = jb_store_connect(copy, SQLITE_OPEN_READONLY, error);
  gboolean good = from != NULL && jb_store_copy(from, copy, ready, error);
  sqlite3_close(from);
  if (good)
    return ready;
  g_free(ready);
  return NULL;
}

/*
 * In one step, so that there is always a history: one that is gone would be begun anew. Where there was none a link is
 * made, which replaces nothing: whoever has begun a new history meanwhile keeps it.
 */
static gboolean
put_back(const char *path, const char *ready, gboolean replaces, GError **error)
{
  gboolean good = (replaces ? rename(ready, path) : link(ready, path)) == 0 ||
                  jb_store_failed(path, "cannot be put back", JB_ERROR_CREATE, error);
  unlink(ready);
  return good && jb_store_sync_folder(path, error);
}

static gboolean
restore(const char *path, JbRestored *restored, GError **error)
{
  State state = look_at(path, &restored->reason, error);
  if (state == STATE_OTHER)
    return FALSE;
  restored->was_whole = state == STATE_WHOLE;
  if (restored->was_whole)
    return TRUE;
  g_autofree char *copy = find_copy(path);
  if (copy == NULL) {
    g_set_error(error, JB_ERROR, state == STATE_GONE ? JB_ERROR_NO_INPUT : JB_ERROR_DATA,
                "%s: the history is %s and no whole copy is beside it; %s`jianbao import FILE…` makes it again from the "
                "documents",
                path, state == STATE_GONE ? "gone" : "damaged", state == STATE_GONE ? "" : "move it away, then ");
    return FALSE;
  }
  struct stat info;
  restored->time = stat(copy, &info) == 0 ? (gint64)info.st_mtim.tv_sec : 0;
  g_autofree char *ready = prepare(path, copy, error);
  if (ready == NULL)
    return FALSE;
  restored->copy = g_steal_pointer(&copy);
  if (state == STATE_DAMAGED && (restored->aside = put_aside(path, restored->reason, error)) == NULL) {
    unlink(ready);
    return FALSE;
  }
  return put_back(path, ready, state == STATE_DAMAGED, error);
}

/* Of two that restore the second finds it whole. */
gboolean
jb_store_restore(const char *path, JbRestored *restored, GError **error)
{
  *restored = (JbRestored){0};
  g_autofree char *lock = g_strconcat(path, ".restoring", NULL);
  int fd = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd < 0)
    return jb_store_failed(path, "cannot be restored", JB_ERROR_CREATE, error);
  gboolean good = flock(fd, LOCK_EX) == 0 ? restore(path, restored, error)
                                          : jb_store_failed(path, "cannot be locked", JB_ERROR_IO, error);
  unlink(lock);
  close(fd);
  return good;
}

void
jb_restored_clear(JbRestored *restored)
{
  g_free(restored->aside);
  g_free(restored->reason);
  g_free(restored->copy);
  *restored = (JbRestored){0};
}
