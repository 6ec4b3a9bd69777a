/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Hooks: a command of /bin/sh after a run, with what happened in its environment and nothing of it in its text. It has
 * a minute; its output goes to standard error, so that cron mails it.
 */
#include "publish/job.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATIENCE_S 60

static gboolean
wait_for(pid_t child, int *status)
{
  for (guint i = 0; i < PATIENCE_S * 20; i++) {
    pid_t ended = waitpid(child, status, WNOHANG);
    if (ended == child)
      return TRUE;
    if (ended < 0 && errno != EINTR)
      return FALSE;
    g_usleep(i < 20 ? 2000 : 50000);
  }
  kill(-child, SIGKILL);
  waitpid(child, status, 0);
  return FALSE;
}

gboolean
jb_hook_run(const JbRunLog *log, const char *hook, const char *outcome, const char *message)
{
  if (hook == NULL)
    return TRUE;
  g_auto(GStrv) env = g_get_environ();
  env = g_environ_setenv(env, "JIANBAO_JOB", log->job->name, TRUE);
  env = g_environ_setenv(env, "JIANBAO_PERIOD", log->period != NULL ? log->period : "", TRUE);
  env = g_environ_setenv(env, "JIANBAO_OUTPUT", log->job->output, TRUE);
  env = g_environ_setenv(env, "JIANBAO_OUTCOME", outcome, TRUE);
  env = g_environ_setenv(env, "JIANBAO_MESSAGE", message, TRUE);
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
  const char *const argv[] = {"sh", "-c", hook, NULL};
  pid_t child;
  int failed = posix_spawn(&child, "/bin/sh", &actions, &attributes, (char *const *)argv, env), status = 0;
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  gboolean good = failed == 0 && wait_for(child, &status) && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  if (!good)
    jb_run_log(log, G_LOG_LEVEL_WARNING, JB_LOG_WARNING, "the hook `%s` failed: %s %d", hook,
               failed != 0           ? g_strerror(failed)
               : WIFSIGNALED(status) ? "ended by signal"
                                     : "exit status",
               failed != 0           ? failed
               : WIFSIGNALED(status) ? WTERMSIG(status)
                                     : WEXITSTATUS(status));
  return good;
}
