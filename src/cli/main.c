/* SPDX-License-Identifier: Apache-2.0 */
/* The program: finds the command's row, parses by it, runs it, says what failed. */
#include "cli/cli.h"

#include <signal.h>
#include <string.h>

static gboolean
print(void (*write)(GString *out), GError **error)
{
  g_autoptr(GString) out = g_string_new(NULL);
  write(out);
  return cli_write("-", out->str, out->len, error);
}

static void
version(GString *out)
{
  g_string_append(out, "jianbao " JB_VERSION "\n");
}

/* What stands where a command stands, but begins with a dash. */
static const struct {
  const char *name, *value;
  void (*write)(GString *out);
} globals[] = {
    {.name = "--help", .write = cli_help},
    {.name = "-h", .write = cli_help},
    {.name = "--version", .write = version},
    {.name = "-V", .write = version},
    {.name = "--generate", .value = "man", .write = cli_man},
    {.name = "--generate", .value = "bash", .write = cli_bash},
};

static gboolean
refuse_command(const char *typed, GError **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (const CliCommand *command = cli_commands; command->name != NULL; command++)
    g_ptr_array_add(names, (gpointer)command->name);
  for (guint i = 0; i < G_N_ELEMENTS(globals); i++)
    if (globals[i].name[1] == '-') /* a letter is near to every other */
      g_ptr_array_add(names, (gpointer)globals[i].name);
  g_ptr_array_add(names, NULL);
  const char *nearest = cli_nearest(typed, (const char *const *)names->pdata);
  g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "unknown %s \"%s\"; %s%s%s", *typed == '-' ? "option" : "command", typed,
              nearest != NULL ? "did you mean " : "see `jianbao --help`", nearest != NULL ? nearest : "",
              nearest != NULL ? "?" : "");
  return FALSE;
}

static gboolean
run_command(const CliCommand *command, int argc, char **argv, int *status, GError **error)
{
  if (argc == 1 && strcmp(argv[0], "--version") == 0)
    return print(version, error);
  JbArena *arena = jb_arena_new();
  CliCall call;
  gboolean help, done = FALSE;
  if (cli_parse(command, argc, argv, arena, &call, &help, error)) {
    if (help) {
      g_autoptr(GString) out = g_string_new(NULL);
      cli_help_command(command, out);
      done = cli_write("-", out->str, out->len, error);
    } else {
      call.status = status;
      done = command->run(&call, error);
    }
  }
  jb_arena_free(arena);
  return done;
}

static gboolean
dispatch(int argc, char **argv, int *status, GError **error)
{
  if (argc < 2) {
    g_set_error_literal(error, JB_ERROR, JB_ERROR_USAGE, "a command is missing; see `jianbao --help`");
    return FALSE;
  }
  for (const CliCommand *command = cli_commands; command->name != NULL; command++)
    if (strcmp(command->name, argv[1]) == 0)
      return run_command(command, argc - 2, argv + 2, status, error);
  for (guint i = 0; i < G_N_ELEMENTS(globals); i++)
    if (strcmp(globals[i].name, argv[1]) == 0 &&
        (globals[i].value == NULL || (argc > 2 && strcmp(globals[i].value, argv[2]) == 0)))
      return print(globals[i].write, error);
  return refuse_command(argv[1], error);
}

int
main(int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  int status = 0;
  signal(SIGXFSZ, SIG_IGN); /* a limit on file sizes is a write error as any other: what is half written is removed */
  if (!dispatch(argc, argv, &status, &error)) {
    cli_say("%s", error->message);
    return cli_exit_status(error);
  }
  return status;
}
