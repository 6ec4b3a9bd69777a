/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Several files, all or none.
 *
 * The set is made in a directory beside its place under a name that nobody looks for. When the place is free, one
 * rename puts it there. When an older set stands there, the two directories are exchanged in one step
 * (renameat2, RENAME_EXCHANGE) and the older one, now under the hidden name, is removed: a reader who opens the
 * directory at any moment finds one whole set. A directory with anything else in it is refused before anything is
 * written.
 */
#include <jianbao/publish.h>

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
failed(JbErrorCode kind, const char *path, const char *what, const char *advice, GError **error)
{
  int code = errno;
  g_set_error(error, JB_ERROR, kind, "%s: %s: %s; %s", path, what, g_strerror(code), advice);
  return FALSE;
}

static gboolean
is_ours(const char *name, const char *const *patterns)
{
  for (; *patterns != NULL; patterns++)
    if (g_pattern_match_simple(*patterns, name))
      return TRUE;
  return FALSE;
}

/* Whether the directory is there; it may hold nothing but files of a set. */
static gboolean
look_at(const char *directory, const char *const *patterns, gboolean *is_there, GError **error)
{
  struct stat info;
  *is_there = lstat(directory, &info) == 0;
  if (!*is_there)
    return errno == ENOENT || failed(JB_ERROR_CREATE, directory, "cannot look at", "choose another place", error);
  if (!S_ISDIR(info.st_mode)) {
    g_set_error(error, JB_ERROR, JB_ERROR_CREATE, "%s: it is no directory; name one that is not there yet", directory);
    return FALSE;
  }
  g_autoptr(GDir) dir = g_dir_open(directory, 0, NULL);
  if (dir == NULL)
    return failed(JB_ERROR_CREATE, directory, "cannot be read", "choose another place", error);
  for (const char *name; (name = g_dir_read_name(dir)) != NULL;)
    if (!is_ours(name, patterns)) {
      g_set_error(error, JB_ERROR, JB_ERROR_CREATE,
                  "%s: it holds %s, which is no file of such a set and would be lost; name an empty directory, or one "
                  "that is not there yet",
                  directory, name);
      return FALSE;
    }
  return TRUE;
}

static void
remove_set(const char *directory)
{
  g_autoptr(GDir) dir = g_dir_open(directory, 0, NULL);
  for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
    g_autofree char *path = g_build_filename(directory, name, NULL);
    unlink(path);
  }
  rmdir(directory);
}

static gboolean
put_in_place(const char *made, const char *directory, gboolean is_there, GError **error)
{
  const char *advice = "choose another place";
  if (!is_there)
    return renameat2(AT_FDCWD, made, AT_FDCWD, directory, RENAME_NOREPLACE) == 0 ||
           failed(JB_ERROR_CREATE, directory, "cannot rename the finished set to it", advice, error);
  if (renameat2(AT_FDCWD, made, AT_FDCWD, directory, RENAME_EXCHANGE) != 0)
    return failed(JB_ERROR_CREATE, directory, "cannot exchange it for the new set",
                  "remove it, or name a directory that is not there yet", error);
  return TRUE;
}

/* The message speaks of the place that was asked for. */
static void
name_place(GError *error, const char *made, const char *plain)
{
  g_autoptr(GString) message = g_string_new(error->message);
  g_string_replace(message, made, plain, 0);
  g_free(error->message);
  error->message = g_strdup(message->str);
}

gboolean
jb_publish_set(const char *directory, const char *const *patterns, const JbSetFile *files, guint n_files,
               GError **error)
{
  gboolean is_there;
  g_autofree char *plain = g_canonicalize_filename(directory, NULL);
  if (!look_at(plain, patterns, &is_there, error))
    return FALSE;
  g_autofree char *parent = g_path_get_dirname(plain);
  g_autofree char *base = g_path_get_basename(plain);
  g_autofree char *made = g_strdup_printf("%s/.%.180s.%d.tmp-XXXXXX", parent, base, (int)getpid());
  if (g_mkdtemp_full(made, 0777) == NULL)
    return failed(JB_ERROR_CREATE, directory, "cannot make a directory beside it",
                  "make the directory above it, or choose a place where you may write", error);
  gboolean good = TRUE;
  for (guint i = 0; good && i < n_files; i++) {
    g_autofree char *path = g_build_filename(made, files[i].name, NULL);
    good = jb_publish_file(path, files[i].bytes, error);
  }
  if (!good && error != NULL) /* the hidden folder's name tells nobody anything */
    name_place(*error, made, plain);
  good = good && put_in_place(made, plain, is_there, error);
  if (!good || is_there)
    remove_set(made); /* the new one that failed, or the old one that was exchanged */
  return good;
}
