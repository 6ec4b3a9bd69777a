/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The output folder of a job:
 *
 *   current -> sets/2025-10-9f8e…      the newest period
 *   2025-10 -> sets/2025-10-9f8e…      each period
 *   sets/2025-10-9f8e…/                its files and manifest.json, named by the digest of what they are made from
 *   .lock                              flock()ed by a run; the kernel lets go of it, whatever becomes of the run
 *   .staging-…/                        a set being made; the next run removes what a dead one left
 *
 * A set is written into staging, forced to the disk, read again, given its manifest and renamed into sets/: there is no
 * moment at which half of it can be read there. Then the links move, each by one rename. A run that dies in between
 * leaves a whole set without a link, which the next run finds by its name, checks and links. No state is kept that the
 * folder itself does not show.
 */
#include "publish/file.h"
#include "publish/job.h"

#include "base/json.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define STAGING ".staging-"

static char *
inside(const JbJob *job, const char *name)
{
  return g_build_filename(job->output, name, NULL);
}

/* ---- The lock --------------------------------------------------------------------------------------------------- */

/* A run that was killed while it started pdftotext leaves the lock to a child that has not closed its files yet: for
 * moments only, so a taken lock is tried again for a quarter of a second. */
static gboolean
take_lock(int lock)
{
  for (guint i = 0; i < 25; i++) {
    if (flock(lock, LOCK_EX | LOCK_NB) == 0)
      return TRUE;
    if (errno != EWOULDBLOCK)
      return FALSE;
    g_usleep(10000);
  }
  errno = EWOULDBLOCK;
  return FALSE;
}

int
jb_sets_lock(const JbJob *job, GError **error)
{
  g_autofree char *sets = inside(job, "sets"), *path = inside(job, ".lock");
  if (g_mkdir_with_parents(sets, 0777) != 0) {
    jb_file_failed(JB_ERROR_CREATE, sets, "cannot make the folder", error);
    return -1;
  }
  int lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (lock < 0) {
    jb_file_failed(JB_ERROR_CREATE, path, "cannot make the lock", error);
    return -1;
  }
  if (access(job->output, W_OK) != 0 || access(sets, W_OK) != 0) {
    jb_file_failed(JB_ERROR_CREATE, job->output, "cannot write there", error);
  } else if (take_lock(lock)) {
    return lock;
  } else if (errno == EWOULDBLOCK) {
    g_set_error(error, JB_ERROR, JB_ERROR_BUSY, "%s: another run is at work; try again when it has ended", path);
  } else {
    jb_file_failed(JB_ERROR_IO, path, "cannot lock", error);
  }
  close(lock);
  return -1;
}

void
jb_sets_unlock(int lock)
{
  if (lock >= 0)
    close(lock);
}

void
jb_sets_clean(const JbJob *job)
{
  g_autoptr(GDir) folder = g_dir_open(job->output, 0, NULL);
  for (const char *name; folder != NULL && (name = g_dir_read_name(folder)) != NULL;) {
    g_autofree char *path = inside(job, name);
    if (g_str_has_prefix(name, STAGING) || (*name == '.' && g_str_has_suffix(name, ".new")))
      jb_file_remove_tree(path);
  }
}

/* ---- Names and links -----------------------------------------------------------------------------------------------
 */

char *
jb_sets_name(JbPeriod period, const char *digest)
{
  g_autofree char *text = jb_job_period_text(period);
  return g_strdup_printf("%s-%.12s", text, digest);
}

static char *
link_target(const JbJob *job, const char *name)
{
  g_autofree char *path = inside(job, name);
  return g_file_read_link(path, NULL);
}

char *
jb_sets_folder(const JbJob *job, JbPeriod period)
{
  g_autofree char *text = jb_job_period_text(period), *target = link_target(job, text);
  return target != NULL ? inside(job, target) : NULL;
}

GArray *
jb_sets_periods(const JbJob *job)
{
  GArray *periods = g_array_new(FALSE, FALSE, sizeof(JbPeriod));
  g_autoptr(GDir) folder = g_dir_open(job->output, 0, NULL);
  for (const char *name; folder != NULL && (name = g_dir_read_name(folder)) != NULL;) {
    JbPeriod period;
    g_autofree char *target = jb_job_period_parse(job, name, &period, NULL) ? link_target(job, name) : NULL;
    if (target != NULL)
      g_array_append_val(periods, period);
  }
  g_array_sort(periods, jb_job_by_period);
  return periods;
}

static gboolean
move_link(const JbJob *job, const char *name, const char *set, GError **error)
{
  g_autofree char *path = inside(job, name), *target = g_build_filename("sets", set, NULL);
  g_autofree char *now = link_target(job, name);
  return g_strcmp0(now, target) == 0 || jb_file_link(path, target, error);
}

gboolean
jb_sets_link(const JbJob *job, JbPeriod period, const char *set, GError **error)
{
  g_autofree char *text = jb_job_period_text(period);
  if (!move_link(job, text, set, error))
    return FALSE;
  g_autoptr(GArray) periods = jb_sets_periods(job);
  JbPeriod newest = g_array_index(periods, JbPeriod, periods->len - 1);
  g_autofree char *folder = jb_sets_folder(job, newest);
  g_autofree char *last = g_path_get_basename(folder);
  return move_link(job, "current", last, error);
}

gboolean
jb_sets_is_published(const JbJob *job, JbPeriod period, const char *digest, gboolean *whole, GError **error)
{
  g_autofree char *name = jb_sets_name(period, digest), *target = g_build_filename("sets", name, NULL);
  g_autofree char *folder = inside(job, target);
  *whole = g_file_test(folder, G_FILE_TEST_IS_DIR) && jb_set_is_whole(folder);
  return !*whole || jb_sets_link(job, period, name, error);
}

/* ---- Publishing
 * ------------------------------------------------------------------------------------------------------ */

static GBytes *
manifest_of(const JbJob *job, JbPeriod period, const JbMaterial *material, const GArray *files,
            const GPtrArray *warnings)
{
  GString *out = g_string_new("{\n  \"job\": ");
  g_autofree char *text = jb_job_period_text(period);
  jb_json_append(out, job->name);
  g_string_append_printf(out,
                         ",\n  \"period\": \"%s\",\n  \"area\": \"%s\",\n  \"program\": \"jianbao " JB_VERSION "\"",
                         text, job->area.code);
  g_string_append_printf(out, ",\n  \"inputs\": \"%s\",\n  \"documents\": [%s],\n  \"warnings\": [", material->digest,
                         material->sources->str);
  for (guint i = 0; i < warnings->len; i++) {
    g_string_append(out, i > 0 ? ", " : "");
    jb_json_append(out, warnings->pdata[i]);
  }
  g_string_append(out, "],\n  \"files\": [");
  for (guint i = 0; i < files->len; i++) {
    const JbJobFile *file = &g_array_index(files, JbJobFile, i);
    g_string_append_printf(out, "%s\n    {\"name\": ", i > 0 ? "," : "");
    jb_json_append(out, file->name);
    g_string_append_printf(out, ", \"bytes\": %zu, \"pages\": %u, \"sha256\": \"%s\"}", g_bytes_get_size(file->bytes),
                           file->n_pages, file->sha256);
  }
  g_string_append(out, "\n  ]\n}\n");
  return g_string_free_to_bytes(out);
}

static gboolean
fill(const char *staging, const GArray *files, GBytes *manifest, GError **error)
{
  for (guint i = 0; i < files->len; i++) {
    const JbJobFile *file = &g_array_index(files, JbJobFile, i);
    g_autofree char *path = g_build_filename(staging, file->name, NULL);
    if (!jb_file_write_new(path, file->bytes, error))
      return FALSE;
  }
  for (guint i = 0; i < files->len; i++)
    if (!jb_set_verify_file(staging, &g_array_index(files, JbJobFile, i), error))
      return FALSE;
  g_autofree char *last = g_build_filename(staging, "manifest.json", NULL);
  return jb_file_write_new(last, manifest, error) && jb_file_sync_folder(staging, error);
}

/* A set of that name that is no longer whole stands in the way: it goes aside, and away when the new one is there. */
static gboolean
put_in_place(const JbJob *job, const char *staging, const char *name, GError **error)
{
  g_autofree char *sets = inside(job, "sets"), *folder = g_build_filename(sets, name, NULL);
  g_autofree char *aside = inside(job, STAGING "replaced");
  if (g_file_test(folder, G_FILE_TEST_EXISTS) && renameat2(AT_FDCWD, staging, AT_FDCWD, folder, RENAME_EXCHANGE) == 0) {
    if (rename(staging, aside) == 0)
      jb_file_remove_tree(aside);
    return jb_file_sync_folder(sets, error);
  }
  if (rename(staging, folder) != 0)
    return jb_file_failed(JB_ERROR_IO, folder, "cannot rename the finished set to it", error);
  return jb_file_sync_folder(sets, error);
}

gboolean
jb_sets_publish(const JbJob *job, JbPeriod period, const JbMaterial *material, const GArray *files,
                const GPtrArray *warnings, GError **error)
{
  g_autofree char *name = jb_sets_name(period, material->digest), *hidden = g_strconcat(STAGING, name, NULL);
  g_autofree char *staging = inside(job, hidden);
  g_autoptr(GBytes) manifest = manifest_of(job, period, material, files, warnings);
  if (mkdir(staging, 0777) != 0)
    return jb_file_failed(JB_ERROR_CREATE, staging, "cannot make the folder", error);
  if (!fill(staging, files, manifest, error) || !put_in_place(job, staging, name, error)) {
    jb_file_remove_tree(staging);
    return FALSE;
  }
  return jb_sets_link(job, period, name, error);
}

/* ---- Retention
 * ------------------------------------------------------------------------------------------------------- */

static void
drop_old_periods(const JbJob *job)
{
  g_autoptr(GArray) periods = jb_sets_periods(job);
  for (guint i = 0; job->keep > 0 && i + job->keep < periods->len; i++) {
    g_autofree char *text = jb_job_period_text(g_array_index(periods, JbPeriod, i)), *path = inside(job, text);
    unlink(path);
  }
}

/* Link targets as a set of folder names. */
static GHashTable *
linked_sets(const JbJob *job)
{
  GHashTable *linked = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GArray) periods = jb_sets_periods(job);
  for (guint i = 0; i < periods->len; i++) {
    g_autofree char *folder = jb_sets_folder(job, g_array_index(periods, JbPeriod, i));
    g_hash_table_add(linked, g_path_get_basename(folder));
  }
  return linked;
}

/*
 * A set that lost its link in this run may be open in somebody's viewer: it is marked (by a hidden file beside the
 * sets) and goes with the next publication.
 */
void
jb_sets_retain(const JbJob *job)
{
  drop_old_periods(job);
  g_autoptr(GHashTable) linked = linked_sets(job);
  g_autofree char *sets = inside(job, "sets");
  g_autoptr(GDir) folder = g_dir_open(sets, 0, NULL);
  for (const char *name; folder != NULL && (name = g_dir_read_name(folder)) != NULL;) {
    g_autofree char *path = g_build_filename(sets, name, NULL), *hidden = g_strconcat(".", name, ".old", NULL);
    g_autofree char *mark = g_build_filename(sets, hidden, NULL), *trash = inside(job, STAGING "old");
    if (*name == '.' || g_hash_table_contains(linked, name))
      continue;
    if (access(mark, F_OK) != 0) {
      int fd = open(mark, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
      if (fd >= 0)
        close(fd);
    } else if (rename(path, trash) == 0) {
      jb_file_remove_tree(trash);
      unlink(mark);
    }
  }
}
