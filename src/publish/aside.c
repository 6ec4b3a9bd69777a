/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a run puts aside, so that one bad file does not stop a month: a file of the inbox that cannot be read goes into
 * the inbox's folder `rejected`; a damaged history is put aside by jb_store_restore(). Beside each lies NAME.why, which
 * says why; nothing is overwritten and nothing deleted. Whoever has looked at it puts the file back, or removes it or its
 * reason: then `status` is silent about it.
 */
#include "publish/file.h"
#include "publish/job.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER   "rejected"
#define WHY      ".why"
#define SETTLE_S 60

gboolean
jb_aside_is_settled(const char *path)
{
  struct stat info;
  gint64 now = g_get_real_time() / G_USEC_PER_SEC;
  return stat(path, &info) == 0 && ABS(now - (gint64)info.st_mtim.tv_sec) >= SETTLE_S;
}

/* NAME, NAME.2, NAME.3 …: the first that nothing has. */
static char *
free_name(const char *folder, const char *base)
{
  for (guint n = 1;; n++) {
    g_autofree char *name = n == 1 ? g_strdup(base) : g_strdup_printf("%s.%u", base, n);
    char *path = g_build_filename(folder, name, NULL);
    if (access(path, F_OK) != 0)
      return path;
    g_free(path);
  }
}

/* The reason is there before the file is: who is killed in between leaves a reason without a file, which says nothing. */
char *
jb_aside_input(const char *path, const char *reason, GError **error)
{
  g_autofree char *inbox = g_path_get_dirname(path), *base = g_path_get_basename(path);
  g_autofree char *folder = g_build_filename(inbox, FOLDER, NULL);
  if (g_mkdir_with_parents(folder, 0777) != 0) {
    jb_file_failed(JB_ERROR_CREATE, folder, "cannot make the folder", error);
    return NULL;
  }
  g_autofree char *target = free_name(folder, base), *why = g_strconcat(target, WHY, NULL);
  g_autofree char *text = g_strconcat(reason, "\n", NULL);
  g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
  if (!jb_publish_file(why, bytes, error))
    return NULL;
  gboolean moved = renameat2(AT_FDCWD, path, AT_FDCWD, target, RENAME_NOREPLACE) == 0 ||
                   (errno == EINVAL && rename(path, target) == 0); /* shares of other machines know no flags */
  if (!moved) {
    jb_file_failed(JB_ERROR_CREATE, target, "cannot move the file there", error);
    unlink(why);
    return NULL;
  }
  return jb_file_sync_folder(folder, error) && jb_file_sync_folder(inbox, error) ? g_steal_pointer(&target) : NULL;
}

/* ---- What lies aside ----------------------------------------------------------------------------------------------- */

static void
clear(gpointer data)
{
  JbAside *aside = data;
  g_free(aside->file);
  g_free(aside->reason);
}

static int
by_file(gconstpointer a, gconstpointer b)
{
  return strcmp(((const JbAside *)a)->file, ((const JbAside *)b)->file);
}

/* Files of the folder whose names begin so and that have their reason beside them. */
static void
look_in(const char *folder, const char *begins, GArray *found)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
    if (!g_str_has_prefix(name, begins) || !g_str_has_suffix(name, WHY))
      continue;
    g_autofree char *why = g_build_filename(folder, name, NULL);
    JbAside aside = {.file = g_strndup(why, strlen(why) - strlen(WHY))};
    if (access(aside.file, F_OK) == 0 && g_file_get_contents(why, &aside.reason, NULL, NULL)) {
      g_strchomp(aside.reason);
      g_array_append_val(found, aside);
    } else {
      clear(&aside);
    }
  }
}

/* ---- What stays where it is --------------------------------------------------------------------------------------- */

static char *
unread_path(const JbJob *job)
{
  return g_build_filename(job->output, ".unread", NULL);
}

/* Pairs of lines: file and reason, as far as they can be written. */
void
jb_unread_remember(const JbJob *job, const GString *unread)
{
  g_autofree char *path = unread_path(job);
  if (unread->len == 0)
    unlink(path);
  else if (!g_file_set_contents(path, unread->str, (gssize)unread->len, NULL))
    unlink(path);
}

static void
list_unread(const JbJob *job, GArray *found)
{
  g_autofree char *path = unread_path(job), *text = NULL;
  if (!g_file_get_contents(path, &text, NULL, NULL))
    return;
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i += 2) {
    JbAside aside = {.file = g_strdup(lines[i]), .reason = g_strdup(lines[i + 1])};
    g_array_append_val(found, aside);
  }
}

GArray *
jb_aside_list(const JbJob *job)
{
  GArray *found = g_array_new(FALSE, FALSE, sizeof(JbAside));
  g_array_set_clear_func(found, clear);
  g_autofree char *rejected = job->inbox != NULL ? g_build_filename(job->inbox, FOLDER, NULL) : NULL;
  g_autofree char *folder = g_path_get_dirname(job->store), *base = g_path_get_basename(job->store);
  g_autofree char *damaged = g_strconcat(base, ".damaged-", NULL);
  if (rejected != NULL)
    look_in(rejected, "", found);
  look_in(folder, damaged, found);
  list_unread(job, found);
  g_array_sort(found, by_file);
  return found;
}
