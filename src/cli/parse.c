/* SPDX-License-Identifier: Apache-2.0 */
/* GNU-style command lines read by the rows of a command: --name value, --name=value, -n value, -nvalue, -- . */
#include "cli/cli.h"

#include <math.h>
#include <string.h>
#include <sys/stat.h>

/* A canvas, points: below there is no room for a line of type, above a PDF page cannot be (ISO 32000, annex C). */
#define SIZE_LEAST 72
#define SIZE_MOST  14400

static guint
option_index(const CliCommand *command, const char *name, gsize len)
{
  guint i = 0;
  while (command->options[i].name != NULL &&
         (strncmp(command->options[i].name, name, len) != 0 || command->options[i].name[len] != '\0'))
    i++;
  return i;
}

static const CliOption *
named_option(const CliCall *call, const char *name, guint *index)
{
  *index = option_index(call->command, name, strlen(name));
  g_assert(call->command->options[*index].name != NULL);
  return &call->command->options[*index];
}

const char *
cli_value(const CliCall *call, const char *name)
{
  guint i;
  const CliOption *option = named_option(call, name, &i);
  return call->values[i] != NULL ? call->values[i] : option->fallback;
}

guint
cli_choice(const CliCall *call, const char *option, const char *const *choices)
{
  guint chosen = 0;
  while (strcmp(choices[chosen], cli_value(call, option)) != 0)
    chosen++;
  return chosen;
}

gboolean
cli_flag(const CliCall *call, const char *name)
{
  return cli_value(call, name) != NULL;
}

double
cli_number(const CliCall *call, const char *name)
{
  return g_ascii_strtod(cli_value(call, name), NULL);
}

guint
cli_count(const CliCall *call, const char *name)
{
  const char *value = cli_value(call, name);
  return value != NULL ? (guint)g_ascii_strtoull(value, NULL, 10) : 0;
}

gboolean
cli_fits_format(const CliCall *call, const char *format, GError **error)
{
  for (guint i = 0; call->command->options[i].name != NULL; i++) {
    const CliOption *option = &call->command->options[i];
    if (call->values[i] == NULL || option->formats == NULL || strstr(option->formats, format) != NULL)
      continue;
    g_auto(GStrv) formats = g_strsplit(option->formats, " ", -1);
    g_autofree char *names = g_strjoinv(" and ", formats);
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE,
                "--%s has no effect on %s, only on %s; leave it out, or choose another format", option->name, format,
                names);
    return FALSE;
  }
  return TRUE;
}

static gboolean
read_number(const char *text, char **end, double *number)
{
  if (!g_ascii_isdigit(*text))
    return FALSE;
  *number = g_ascii_strtod(text, end);
  return isfinite(*number) && *number > 0;
}

static gboolean
read_size(const char *text, double *width, double *height)
{
  char *end;
  return read_number(text, &end, width) && *end == 'x' && read_number(end + 1, &end, height) && *end == '\0' &&
         MIN(*width, *height) >= SIZE_LEAST && MAX(*width, *height) <= SIZE_MOST;
}

void
cli_size(const CliCall *call, const char *name, double *width, double *height)
{
  gboolean fine = read_size(cli_value(call, name), width, height);
  g_assert(fine);
}

JbLang
cli_lang(const CliCall *call)
{
  const char *lang = cli_value(call, "lang");
  return strcmp(lang, "zh") == 0 ? JB_LANG_ZH : strcmp(lang, "en") == 0 ? JB_LANG_EN : JB_LANG_BOTH;
}

gboolean
cli_live_text(const CliCall *call)
{
  return strcmp(cli_value(call, "svg-text"), "live") == 0;
}

/* Edit distance with transposition of neighbours counted as one (optimal string alignment). */
static guint
distance(const char *a, const char *b)
{
  gsize n = strlen(b);
  g_autofree guint *rows = g_new(guint, 3 * (n + 1));
  guint *before = rows, *above = rows + n + 1, *row = above + n + 1;
  for (gsize j = 0; j <= n; j++)
    above[j] = before[j] = (guint)j;
  for (gsize i = 1; a[i - 1] != '\0'; i++) {
    row[0] = (guint)i;
    for (gsize j = 1; j <= n; j++) {
      row[j] = MIN(MIN(above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = MIN(row[j], before[j - 2] + 1);
    }
    guint *free_row = before;
    before = above;
    above = row;
    row = free_row;
  }
  return above[n];
}

const char *
cli_nearest(const char *typed, const char *const *names)
{
  const char *nearest = NULL;
  guint least = (guint)strlen(typed) / 3 + 2; /* a third of it mistyped, and one */
  for (; *names != NULL; names++) {
    guint d = distance(typed, *names);
    if (d < least) {
      least = d;
      nearest = *names;
    }
  }
  return nearest;
}

static gboolean
refuse_option(const CliCommand *command, const char *typed, GError **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (const CliOption *option = command->options; option->name != NULL; option++)
    g_ptr_array_add(names, (gpointer)option->name);
  g_ptr_array_add(names, (gpointer) "help");
  g_ptr_array_add(names, NULL);
  const char *word = typed + strspn(typed, "-");
  g_autofree char *bare = g_strndup(word, strcspn(word, "="));
  const char *nearest = cli_nearest(bare, (const char *const *)names->pdata);
  if (nearest != NULL)
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "%s: unknown option %s; did you mean --%s?", command->name, typed,
                nearest);
  else
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "%s: unknown option %s; see `jianbao %s --help`", command->name, typed,
                command->name);
  return FALSE;
}

/* The choice must be one of a row's words; says which there are, and the nearest. */
static gboolean
check_choice(const char *what, const char *value, const char *const *choices, GError **error)
{
  if (g_strv_contains(choices, value))
    return TRUE;
  g_autofree char *all = g_strjoinv(", ", (char **)choices);
  const char *nearest = cli_nearest(value, choices);
  g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "%s: \"%s\" is none of %s%s%s%s", what, value, all,
              nearest != NULL ? "; did you mean " : "", nearest != NULL ? nearest : "", nearest != NULL ? "?" : "");
  return FALSE;
}

static gboolean
check_value(const CliOption *option, const char *value, GError **error)
{
  g_autofree char *what = g_strconcat("--", option->name, NULL);
  double number, other;
  char *end;
  const char *wanted = NULL;
  switch (option->kind) {
  case CLI_CHOICE:
    return check_choice(what, value, option->choices, error);
  case CLI_NUMBER:
    wanted = read_number(value, &end, &number) && *end == '\0' ? NULL : "a positive number, such as 2 or 1.5";
    break;
  case CLI_COUNT:
    wanted = g_ascii_string_to_unsigned(value, 10, 1, 100000, NULL, NULL) ? NULL : "a whole number from 1";
    break;
  case CLI_SIZE:
    wanted = read_size(value, &number, &other) ? NULL : "WIDTHxHEIGHT of 72 to 14400 points each, such as 1920x1080";
    break;
  case CLI_TEXT:
    wanted = *value != '\0' ? NULL : option->placeholder;
    break;
  case CLI_FLAG:
    break;
  }
  if (wanted != NULL && *value == '\0')
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "%s: its value is empty; write %s", what, wanted);
  else if (wanted != NULL)
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "%s: \"%s\" is not %s", what, value, wanted);
  return wanted == NULL;
}

/* Index of the option that `word` (--name, --name=value, -n, -nvalue) names; its value if joined to it. */
static guint
find_option(const CliCommand *command, const char *word, const char **joined)
{
  guint i = 0;
  if (word[1] == '-') {
    gsize len = strcspn(word + 2, "=");
    *joined = word[2 + len] == '=' ? word + 2 + len + 1 : NULL;
    return option_index(command, word + 2, len);
  }
  while (command->options[i].name != NULL && command->options[i].letter != word[1])
    i++;
  *joined = word[2] != '\0' ? word + 2 : NULL;
  return i;
}

/* Takes the option at argv[*i], and its value; leaves *i at the last word taken. */
static gboolean
take_option(CliCall *call, int argc, char **argv, int *i, GError **error)
{
  const char *joined;
  guint index = find_option(call->command, argv[*i], &joined);
  const CliOption *option = &call->command->options[index];
  if (option->name == NULL)
    return refuse_option(call->command, argv[*i], error);
  if (option->kind == CLI_FLAG) {
    if (joined != NULL) {
      g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "--%s takes no value", option->name);
      return FALSE;
    }
    call->values[index] = "";
    return TRUE;
  }
  if (joined == NULL && *i + 1 >= argc) {
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "--%s needs a value; see `jianbao %s --help`", option->name,
                call->command->name);
    return FALSE;
  }
  call->values[index] = joined != NULL ? joined : argv[++*i];
  return check_value(option, call->values[index], error);
}

/* Is it the file that `output` would be written over? Names of other things than files lead to none. */
static gboolean
is_input(const char *name, const struct stat *output)
{
  struct stat info;
  return name != NULL && stat(name, &info) == 0 && info.st_dev == output->st_dev && info.st_ino == output->st_ino;
}

/* A result never takes the place of what it is made from. */
static gboolean
check_output(const CliCall *call, GError **error)
{
  const CliCommand *command = call->command;
  guint at = option_index(command, "output", strlen("output"));
  const char *output = command->options[at].name != NULL ? call->values[at] : NULL, *input = NULL;
  struct stat info;
  if (output == NULL || stat(output, &info) != 0 || !S_ISREG(info.st_mode))
    return TRUE;
  for (guint i = command->choices != NULL ? 1 : 0; i < call->n_operands && input == NULL; i++)
    input = is_input(call->operands[i], &info) ? call->operands[i] : NULL;
  for (guint i = 0; command->options[i].name != NULL && input == NULL; i++)
    if (i != at && command->options[i].kind == CLI_TEXT && is_input(call->values[i], &info))
      input = call->values[i];
  if (input != NULL)
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE,
                "--output %s is the input %s itself, which would be lost; name another file", output, input);
  return input == NULL;
}

static gboolean
check_call(const CliCall *call, GError **error)
{
  const CliCommand *command = call->command;
  for (guint i = 0; command->options[i].name != NULL; i++)
    if (command->options[i].required && call->values[i] == NULL) {
      g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "%s: --%s is missing; see `jianbao %s --help`", command->name,
                  command->options[i].name, command->name);
      return FALSE;
    }
  if (call->n_operands > 0 && command->choices != NULL &&
      !check_choice(command->name, call->operands[0], command->choices, error))
    return FALSE;
  if (call->n_operands < command->min_operands || call->n_operands > command->max_operands) {
    const char *what = call->n_operands < command->min_operands ? "too few" : "too many";
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE,
                "%s: %s operands (usage: jianbao %s [OPTION…]%s%s); see `jianbao %s --help`", command->name, what,
                command->name, *command->operands != '\0' ? " " : "", command->operands, command->name);
    return FALSE;
  }
  for (guint i = 0; i < call->n_operands; i++)
    if (*call->operands[i] == '\0') {
      g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "%s: an operand is empty (usage: jianbao %s [OPTION…] %s)",
                  command->name, command->name, command->operands);
      return FALSE;
    }
  return check_output(call, error);
}

gboolean
cli_parse(const CliCommand *command, int argc, char **argv, JbArena *arena, CliCall *call, gboolean *help,
          GError **error)
{
  guint n_options = 0;
  while (command->options[n_options].name != NULL)
    n_options++;
  const char **operands = jb_arena_make(arena, const char *, argc + 1);
  *call = (CliCall){
      .command = command, .values = jb_arena_make(arena, const char *, n_options + 1), .operands = operands};
  *help = FALSE;
  gboolean options_ended = FALSE;
  for (int i = 0; i < argc; i++) {
    const char *word = argv[i];
    if (options_ended || word[0] != '-' || word[1] == '\0')
      operands[call->n_operands++] = word;
    else if (strcmp(word, "--") == 0)
      options_ended = TRUE;
    else if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
      *help = TRUE;
    else if (!take_option(call, argc, argv, &i, error))
      return FALSE;
  }
  return *help || check_call(call, error);
}
