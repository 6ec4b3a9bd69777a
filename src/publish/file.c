/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One file, whole or not at all.
 *
 * A regular file is written beside its target under a name that nobody looks for, forced to the disk and
 * renamed over it: a reader sees the old bytes or the new ones, also after a power failure. A device or a
 * pipe cannot be renamed over and is written as it is. Nothing is reported as done before the last call that
 * can fail has not failed.
 */
#include "publish/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define ATTEMPTS 100 /* at a temporary name that is free */

/* What a user can do about an errno, as the end of the message. */
static const char *
advice(int code)
{
  static const struct {
    int code;
    const char *text;
  } rows[] = {
      {ENOSPC, "free some space on that file system"},
      {EDQUOT, "free some of your disk quota"},
      {EFBIG, "raise the limit on file sizes (ulimit -f)"},
      {EACCES, "choose a place where you may write, or change its permissions"},
      {EPERM, "choose a place where you may write, or change its permissions"},
      {EROFS, "choose a place on a file system that can be written"},
      {ENOENT, "make the directory first"},
      {ENOTDIR, "one part of the path is a file, not a directory"},
      {EISDIR, "give the name of a file in that directory"},
      {ENAMETOOLONG, "choose a shorter name"},
      {EPIPE, "the reader of the pipe has gone"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
    if (rows[i].code == code)
      return rows[i].text;
  return "check the disk and try again";
}

gboolean
jb_file_failed(JbErrorCode kind, const char *path, const char *operation, GError **error)
{
  int code = errno;
  g_set_error(error, JB_ERROR, kind, "%s: %s: %s; %s", path, operation, g_strerror(code), advice(code));
  return FALSE;
}

static gboolean
write_all(int fd, const char *path, GBytes *bytes, GError **error)
{
  gsize left = 0;
  const char *at = g_bytes_get_data(bytes, &left);
  while (left > 0) {
    ssize_t n = write(fd, at, MIN(left, (gsize)1 << 30));
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0) {
      errno = n == 0 ? EIO : errno;
      return jb_file_failed(JB_ERROR_IO, path, "cannot write", error);
    }
    at += n;
    left -= (gsize)n;
  }
  return TRUE;
}

/* An EINTR of close() leaves the descriptor closed on Linux; the data is safe by fsync before. */
static gboolean
close_checked(int fd, const char *path, GError **error)
{
  return close(fd) == 0 || errno == EINTR || jb_file_failed(JB_ERROR_IO, path, "cannot close", error);
}

static gboolean
sync_fd(int fd, const char *path, const char *operation, GError **error)
{
  while (fsync(fd) != 0) {
    if (errno == EINTR)
      continue;
    if (errno == EINVAL || errno == EROFS || errno == ENOTSUP)
      return TRUE; /* a file system that has nothing to force */
    return jb_file_failed(JB_ERROR_IO, path, operation, error);
  }
  return TRUE;
}

gboolean
jb_file_sync_folder(const char *directory, GError **error)
{
  int fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    return errno == EACCES || jb_file_failed(JB_ERROR_IO, directory, "cannot open the directory", error);
  gboolean good = sync_fd(fd, directory, "cannot force the directory to disk", error);
  close(fd);
  return good;
}

/* Opens a new file beside `path` with the mode that an ordinary new file has; its name is for the caller to free. */
static int
open_beside(const char *path, char **name)
{
  g_autofree char *directory = g_path_get_dirname(path);
  g_autofree char *base = g_path_get_basename(path);
  for (guint i = 0; i < ATTEMPTS; i++) {
    g_autofree char *hidden = g_strdup_printf(".%.180s.%d-%u.tmp", base, (int)getpid(), i);
    char *candidate = g_build_filename(directory, hidden, NULL);
    int fd = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (fd >= 0 || errno != EEXIST) {
      *name = candidate;
      return fd;
    }
    g_free(candidate);
  }
  *name = NULL;
  return -1;
}

static gboolean
replace_file(const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *temporary = NULL;
  int fd = open_beside(path, &temporary);
  if (fd < 0)
    return jb_file_failed(JB_ERROR_CREATE, path, "cannot create a file in its directory", error);
  gboolean good = write_all(fd, path, bytes, error) && sync_fd(fd, path, "cannot force the file to disk", error);
  good = close_checked(fd, path, good ? error : NULL) && good;
  if (good && rename(temporary, path) != 0)
    good = jb_file_failed(JB_ERROR_CREATE, path, "cannot rename the finished file to it", error);
  if (!good) {
    unlink(temporary);
    return FALSE;
  }
  g_autofree char *directory = g_path_get_dirname(path);
  return jb_file_sync_folder(directory, error);
}

static gboolean
write_through(const char *path, GBytes *bytes, GError **error)
{
  int fd = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
  if (fd < 0)
    return jb_file_failed(JB_ERROR_CREATE, path, "cannot open", error);
  gboolean good = write_all(fd, path, bytes, error);
  return close_checked(fd, path, good ? error : NULL) && good;
}

gboolean
jb_publish_file(const char *path, GBytes *bytes, GError **error)
{
  struct stat info;
  if (strcmp(path, "-") == 0)
    return fflush(stdout) == 0 ? write_all(STDOUT_FILENO, "standard output", bytes, error)
                               : jb_file_failed(JB_ERROR_IO, "standard output", "cannot write", error);
  if (stat(path, &info) != 0)
    return errno == ENOENT ? replace_file(path, bytes, error)
                           : jb_file_failed(JB_ERROR_CREATE, path, "cannot look at", error);
  if (S_ISDIR(info.st_mode)) {
    errno = EISDIR;
    return jb_file_failed(JB_ERROR_CREATE, path, "cannot write", error);
  }
  if (!S_ISREG(info.st_mode))
    return write_through(path, bytes, error);
  /* A link stays a link: the file that it leads to is replaced. */
  g_autofree char *real = realpath(path, NULL);
  return real != NULL ? replace_file(real, bytes, error)
                      : jb_file_failed(JB_ERROR_CREATE, path, "cannot follow", error);
}

gboolean
jb_file_write_new(const char *path, GBytes *bytes, GError **error)
{
  int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (fd < 0)
    return jb_file_failed(JB_ERROR_CREATE, path, "cannot create", error);
  gboolean good = write_all(fd, path, bytes, error) && sync_fd(fd, path, "cannot force the file to disk", error);
  return close_checked(fd, path, good ? error : NULL) && good;
}

/* A link under a name that nobody looks for, renamed over the old one: a reader follows the one or the other. */
gboolean
jb_file_link(const char *path, const char *target, GError **error)
{
  g_autofree char *directory = g_path_get_dirname(path), *base = g_path_get_basename(path);
  g_autofree char *hidden = g_strdup_printf("%s/.%s.new", directory, base);
  if (unlink(hidden) != 0 && errno != ENOENT)
    return jb_file_failed(JB_ERROR_CREATE, hidden, "cannot remove what a run that died has left", error);
  if (symlink(target, hidden) != 0 || rename(hidden, path) != 0) {
    jb_file_failed(JB_ERROR_IO, path, "cannot move the link", error);
    unlink(hidden);
    return FALSE;
  }
  return jb_file_sync_folder(directory, error);
}

void
jb_file_remove_tree(const char *path)
{
  struct stat info;
  if (lstat(path, &info) != 0)
    return;
  if (!S_ISDIR(info.st_mode)) {
    unlink(path);
    return;
  }
  g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
  for (const char *name; folder != NULL && (name = g_dir_read_name(folder)) != NULL;) {
    g_autofree char *inner = g_build_filename(path, name, NULL);
    jb_file_remove_tree(inner);
  }
  rmdir(path);
}
