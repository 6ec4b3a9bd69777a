/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A child between fork() and exec(), with nothing but system calls in it, for threads may be running. It gets: the file
 * as a memfd on standard input, two pipes, an empty environment, limits for time, memory, files and processes, no new
 * privileges, and, where the kernel has Landlock, no file but those of the system's libraries and tables to read and
 * none at all to write. The parent reads up to a limit and a moment, then kills.
 */
#include "read/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_FILES 32
#define ERR_BYTES 1024

static void
limit(__rlimit_resource_t what, rlim_t value)
{
  const struct rlimit both = {.rlim_cur = value, .rlim_max = value};
  setrlimit(what, &both);
}

/* What a program needs to start and poppler to read its character tables. */
static const char *const readable[] = {"/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/fonts", "/dev/null"};

#define READ_ACCESS (LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define FILE_ACCESS (LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE)
#define ALL_ACCESS  ((LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1) /* every right of the first version */

/* An old kernel leaves the rest of the limits. */
static void
lock_files(void)
{
  const struct landlock_ruleset_attr all = {.handled_access_fs = ALL_ACCESS};
  long ruleset = syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0);
  if (ruleset < 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS(readable); i++) {
    int fd = open(readable[i], O_PATH | O_CLOEXEC);
    struct landlock_path_beneath_attr rule = {.parent_fd = fd, .allowed_access = READ_ACCESS};
    if (fd >= 0 && syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0) {
      rule.allowed_access = FILE_ACCESS; /* a file has no entries to read */
      syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    }
    if (fd >= 0)
      close(fd);
  }
  syscall(SYS_landlock_restrict_self, ruleset, 0);
}

static _Noreturn void
become(const JbConfined *job, int input, int out, int err)
{
  static const char *const empty[] = {"LC_ALL=C", NULL};
  /* Upwards of the three that are wanted, so that none is overwritten before it is in its place. */
  int in = fcntl(input, F_DUPFD, 3), to = fcntl(out, F_DUPFD, 3), says = fcntl(err, F_DUPFD, 3);
  if (in < 0 || to < 0 || says < 0 || dup2(in, 0) < 0 || dup2(to, 1) < 0 || dup2(says, 2) < 0)
    _exit(JB_CONFINED_NO_EXEC);
  if (syscall(SYS_close_range, 3U, ~0U, 0U) != 0)
    for (int fd = 3; fd < 1024; fd++)
      close(fd);
  limit(RLIMIT_CPU, (rlim_t)(job->seconds + 1) / 2);
  limit(RLIMIT_AS, job->memory);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, MAX_FILES);
  limit(RLIMIT_NPROC, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
    lock_files();
  execve(job->argv[0], (char *const *)job->argv, (char *const *)empty);
  _exit(JB_CONFINED_NO_EXEC);
}

/* The file in memory, from its beginning. */
static int
file_of(JbSlice bytes)
{
  int fd = memfd_create("jianbao-input", MFD_CLOEXEC);
  for (gsize done = 0; fd >= 0 && done < bytes.len;) {
    ssize_t n = write(fd, bytes.at + done, bytes.len - done);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0) {
      close(fd);
      return -1;
    }
    done += (gsize)n;
  }
  return fd >= 0 && lseek(fd, 0, SEEK_SET) == 0 ? fd : -1;
}

typedef enum { READ_ALL, READ_TOO_MUCH, READ_TOO_LONG } ReadEnd;

/* Takes what there is; FALSE at the end of the pipe. */
static gboolean
drain(int fd, GString *into, gsize most)
{
  char buffer[65536];
  ssize_t n = read(fd, buffer, sizeof buffer);
  if (n > 0)
    g_string_append_len(into, buffer, (gssize)MIN((gsize)n, most - MIN(into->len, most)));
  return n > 0 || (n < 0 && (errno == EINTR || errno == EAGAIN));
}

static ReadEnd
read_both(const JbConfined *job, int out, int err, GString *text, GString *says)
{
  struct pollfd pipes[2] = {{.fd = out, .events = POLLIN}, {.fd = err, .events = POLLIN}};
  gint64 end = g_get_monotonic_time() + (gint64)job->seconds * G_USEC_PER_SEC;
  while (pipes[0].fd >= 0 || pipes[1].fd >= 0) {
    gint64 left = (end - g_get_monotonic_time()) / 1000;
    if (left <= 0)
      return READ_TOO_LONG;
    if (poll(pipes, 2, (int)left) < 0 && errno != EINTR)
      return READ_TOO_LONG;
    if (pipes[0].fd >= 0 && pipes[0].revents != 0 && !drain(out, text, job->max_output + 1))
      pipes[0].fd = -1;
    if (pipes[1].fd >= 0 && pipes[1].revents != 0 && !drain(err, says, ERR_BYTES))
      pipes[1].fd = -1;
    if (text->len > job->max_output)
      return READ_TOO_MUCH;
  }
  return READ_ALL;
}

static int
wait_for(pid_t child)
{
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR)
      return JB_CONFINED_NO_EXEC;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static gboolean
run(const JbConfined *job, int input, const int *out, const int *err, JbConfinedResult *result, GError **error)
{
  pid_t child = fork();
  if (child == 0)
    become(job, input, out[1], err[1]);
  close(out[1]);
  close(err[1]);
  if (child < 0) {
    g_set_error(error, JB_ERROR, JB_ERROR_IO, "%s: %s cannot be started: %s", job->name, job->argv[0],
                g_strerror(errno));
    return FALSE;
  }
  GString *says = g_string_new(NULL);
  result->out = g_string_new(NULL);
  ReadEnd end = read_both(job, out[0], err[0], result->out, says);
  if (end != READ_ALL)
    kill(child, SIGKILL);
  result->status = wait_for(child);
  result->err = g_string_free(says, FALSE);
  gboolean late = end == READ_TOO_LONG || result->status == 128 + SIGXCPU || result->status == 128 + SIGKILL;
  if (end == READ_TOO_MUCH)
    g_set_error(error, JB_ERROR, JB_ERROR_DATA,
                "%s: more text comes out of it than any report holds (limit %" G_GSIZE_FORMAT " MiB)", job->name,
                job->max_output / (1024 * 1024));
  else if (late)
    g_set_error(error, JB_ERROR, JB_ERROR_DATA,
                "%s: reading it takes more than %u seconds; save the report as text or docx and give that", job->name,
                job->seconds);
  if (end == READ_ALL && !late)
    return TRUE;
  jb_confined_clear(result);
  return FALSE;
}

gboolean
jb_confine_run(const JbConfined *job, JbConfinedResult *result, GError **error)
{
  int out[2] = {-1, -1}, err[2] = {-1, -1}, input = file_of(job->input);
  gboolean done = FALSE;
  *result = (JbConfinedResult){0};
  if (input < 0 || pipe2(out, O_CLOEXEC) != 0 || pipe2(err, O_CLOEXEC) != 0) {
    g_set_error(error, JB_ERROR, JB_ERROR_IO, "%s: cannot be handed to %s: %s", job->name, job->argv[0],
                g_strerror(errno));
    for (guint i = 0; i < 2; i++) {
      if (out[i] >= 0)
        close(out[i]);
      if (err[i] >= 0)
        close(err[i]);
    }
  } else {
    done = run(job, input, out, err, result, error);
    close(out[0]);
    close(err[0]);
  }
  if (input >= 0)
    close(input);
  return done;
}

void
jb_confined_clear(JbConfinedResult *result)
{
  if (result->out != NULL)
    g_string_free(result->out, TRUE);
  g_free(result->err);
  *result = (JbConfinedResult){0};
}
