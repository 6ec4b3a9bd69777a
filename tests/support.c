/* SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

extern char **environ;

static guint n_passed, n_failed;

static void
die(const char *what, const char *path)
{
  fprintf(stderr, "%s %s: %s\n", what, path, g_strerror(errno));
  exit(EXIT_FAILURE);
}

char *
test_read(const char *path, gsize *len)
{
  char *bytes;
  if (!g_file_get_contents(path, &bytes, len, NULL))
    die("cannot read", path);
  return bytes;
}

static char **
environment(const char *const *changes)
{
  char **env = g_strdupv(environ);
  for (; changes != NULL && *changes != NULL; changes++) {
    const char *equals = strchr(*changes, '=');
    g_autofree char *name = g_strndup(*changes, equals != NULL ? (gsize)(equals - *changes) : strlen(*changes));
    env = equals != NULL ? g_environ_setenv(env, name, equals + 1, TRUE) : g_environ_unsetenv(env, name);
  }
  return env;
}

/* Standard streams go through files in `folder`: no pipe can fill up. */
TestRun
test_run(const TestCommand *command)
{
  char *folder = test_folder();
  g_autofree char *in = g_build_filename(folder, "in", NULL);
  g_autofree char *out = g_build_filename(folder, "out", NULL);
  g_autofree char *err = g_build_filename(folder, "err", NULL);
  if (command->input != NULL && !g_file_set_contents(in, command->input, -1, NULL))
    die("cannot write", in);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (command->cwd != NULL)
    posix_spawn_file_actions_addchdir_np(&actions, command->cwd);
  posix_spawn_file_actions_addopen(&actions, 0, command->input != NULL ? in : "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, command->out_path != NULL ? command->out_path : out, O_WRONLY | O_CREAT,
                                   0600);
  posix_spawn_file_actions_addopen(&actions, 2, err, O_WRONLY | O_CREAT, 0600);
  g_auto(GStrv) env = environment(command->env);
  pid_t child;
  errno = posix_spawn(&child, command->argv[0], &actions, NULL, (char *const *)command->argv, env);
  posix_spawn_file_actions_destroy(&actions);
  int status;
  if (errno != 0 || waitpid(child, &status, 0) != child)
    die("cannot run", command->argv[0]);
  TestRun run = {.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status)};
  run.out = command->out_path != NULL ? g_strdup("") : test_read(out, &run.out_len);
  run.err = test_read(err, NULL);
  test_remove(folder);
  return run;
}

void
test_run_clear(TestRun *run)
{
  g_free(run->out);
  g_free(run->err);
}

char *
test_folder(void)
{
  char *folder = g_dir_make_tmp("jianbao-test-XXXXXX", NULL);
  if (folder == NULL)
    die("cannot make a folder in", g_get_tmp_dir());
  return folder;
}

void
test_remove(char *folder)
{
  g_auto(GStrv) names = test_list(folder);
  for (char **name = names; *name != NULL; name++) {
    char *path = g_build_filename(folder, *name, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_DIR) && !g_file_test(path, G_FILE_TEST_IS_SYMLINK)) {
      test_remove(path);
    } else {
      g_unlink(path);
      g_free(path);
    }
  }
  g_rmdir(folder);
  g_free(folder);
}

static int
by_name(const void *a, const void *b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

char **
test_list(const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  if (dir == NULL)
    die("cannot list", folder);
  GPtrArray *names = g_ptr_array_new();
  for (const char *name; (name = g_dir_read_name(dir)) != NULL;)
    g_ptr_array_add(names, g_strdup(name));
  g_ptr_array_add(names, NULL);
  qsort(names->pdata, names->len - 1, sizeof(char *), by_name);
  return (char **)g_ptr_array_free(names, FALSE);
}

gboolean
test_check(gboolean condition, const char *format, ...)
{
  if (condition) {
    n_passed++;
    return TRUE;
  }
  n_failed++;
  va_list args;
  va_start(args, format);
  fputs("FAILED: ", stdout);
  vprintf(format, args);
  putchar('\n');
  va_end(args);
  return FALSE;
}

int
test_close(void)
{
  printf("%u passed, %u failed\n", n_passed, n_failed);
  return n_failed > 0 || n_passed == 0;
}
