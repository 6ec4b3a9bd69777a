/* SPDX-License-Identifier: Apache-2.0 */
/* Help, manual page and completion, written from the rows of cli_commands. */
#include "cli/cli.h"

#include <string.h>

#define WIDTH 96

/* Placeholders of options whose value is a file, though they do not say so; CODE, AREA, PERIOD … are none. */
static const char *const file_placeholders[] = {"OUT", "DIR", "OLDER", NULL};

static const struct {
  int status;
  const char *meaning;
} exit_codes[] = {
    {0, "done"},
    {1, "check: a report contradicts itself (a finding that is certain or likely)"},
    {10, "done, with warnings that somebody should read"},
    {64, "the command line is wrong"},
    {65, "the input's content is wrong"},
    {66, "an input cannot be opened"},
    {70, "a fault of jianbao itself"},
    {73, "an output cannot be created"},
    {74, "reading or writing failed half-way; no partial file is left"},
    {75, "somebody else is at it, try again"},
    {78, "fonts or a layout file are wrong or missing"},
};

static const struct {
  const char *name, *meaning;
} variables[] = {
    {"JIANBAO_FONT_DIR", "where the fonts are; the system's are not looked at then"},
    {"SOURCE_DATE_EPOCH", "seconds since 1970: the date in a file's metadata, instead of the report's own"},
    {"NO_COLOR", "when set, messages are not coloured"},
};

/* Appends `text` wrapped at WIDTH, each line behind `indent` spaces; the first line is already begun at `column`. */
static void
append_wrapped(GString *out, const char *text, gsize column, gsize indent)
{
  g_auto(GStrv) words = g_strsplit(text, " ", -1);
  for (char **word = words; *word != NULL; word++) {
    gsize len = (gsize)g_utf8_strlen(*word, -1);
    if (column > indent && column + 1 + len > WIDTH) {
      g_string_append_printf(out, "\n%*s", (int)indent, "");
      column = indent;
    } else if (word != words) {
      g_string_append_c(out, ' ');
      column++;
    }
    g_string_append(out, *word);
    column += len;
  }
  g_string_append_c(out, '\n');
}

/* "-o, --output OUT", "--lang both|zh|en" */
static char *
option_text(const CliOption *option)
{
  g_autofree char *choices = option->kind == CLI_CHOICE ? g_strjoinv("|", (char **)option->choices) : NULL;
  const char *value = choices != NULL ? choices : option->placeholder;
  g_autofree char *letter = option->letter != '\0' ? g_strdup_printf("-%c, ", option->letter) : g_strdup("");
  return g_strdup_printf("%s--%s%s%s", letter, option->name, value != NULL ? " " : "", value != NULL ? value : "");
}

static char *
option_help(const CliOption *option)
{
  if (option->fallback != NULL)
    return g_strdup_printf("%s (%s unless given)", option->help, option->fallback);
  return g_strdup_printf("%s%s", option->help, option->required ? " (must be given)" : "");
}

/* "brief REPORT --output OUT [--layout NAME]": options that must be given stand without brackets. */
static char *
usage_text(const CliCommand *command)
{
  GString *usage = g_string_new(command->name);
  if (command->operands[0] != '\0')
    g_string_append_printf(usage, " %s", command->operands);
  for (const CliOption *option = command->options; option->name != NULL; option++) {
    g_autofree char *text = option_text(option);
    const char *form = option->letter != '\0' ? text + strlen("-o, ") : text;
    g_string_append_printf(usage, option->required ? " %s" : " [%s]", form);
  }
  return g_string_free(usage, FALSE);
}

void
cli_help(GString *out)
{
  g_string_append(out, "jianbao (简报): Chinese government work reports into facts, charts and bilingual briefings\n\n"
                       "Usage: jianbao COMMAND [OPTION…] …\n\nCommands:\n");
  for (const CliCommand *command = cli_commands; command->name != NULL; command++)
    g_string_append_printf(out, "  %-8s  %s\n", command->name, command->summary);
  g_string_append(out,
                  "\n`jianbao COMMAND --help` tells more, with an example. `jianbao --version` tells the version.\n"
                  "\"-\" is standard input or output; \"--\" ends the options.\n\nExit status:\n");
  for (guint i = 0; i < G_N_ELEMENTS(exit_codes); i++)
    g_string_append_printf(out, "  %2d  %s\n", exit_codes[i].status, exit_codes[i].meaning);
  g_string_append(out, "\nEnvironment:\n");
  for (guint i = 0; i < G_N_ELEMENTS(variables); i++)
    g_string_append_printf(out, "  %-17s  %s\n", variables[i].name, variables[i].meaning);
}

void
cli_help_command(const CliCommand *command, GString *out)
{
  g_autofree char *usage = usage_text(command);
  g_string_append(out, "Usage: jianbao ");
  append_wrapped(out, usage, strlen("Usage: jianbao "), 4);
  g_string_append_c(out, '\n');
  append_wrapped(out, command->details, 0, 0);
  if (command->options[0].name != NULL)
    g_string_append(out, "\nOptions:\n");
  for (const CliOption *option = command->options; option->name != NULL; option++) {
    g_autofree char *text = option_text(option), *help = option_help(option);
    if (strlen(text) > 24)
      g_string_append_printf(out, "  %s\n%28s", text, "");
    else
      g_string_append_printf(out, "  %-24s  ", text);
    append_wrapped(out, help, 28, 28);
  }
  g_string_append_printf(out, "\nExample:\n  %s\n", command->example);
}

/* roff: a backslash, a hyphen that is one, a line that would begin with a request. */
static void
append_roff(GString *out, const char *text)
{
  for (; *text != '\0'; text++) {
    if (*text == '\\')
      g_string_append(out, "\\e");
    else if (*text == '-')
      g_string_append(out, "\\-");
    else
      g_string_append_c(out, *text);
  }
}

/* A character that the output device lacks (a Chinese one in the C locale) becomes what stands here, and no warning. */
static void
append_fallbacks(GString *out, const char *page)
{
  static const struct {
    gunichar c;
    const char *text;
  } known[] = {{0x2026, "..."}, {0x00D7, "x"}, {0x2265, ">="}, {0x2013, "-"}, {0x201C, "\""}, {0x201D, "\""}};
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  for (; *page != '\0'; page = g_utf8_next_char(page)) {
    gunichar c = g_utf8_get_char(page);
    const char *text = "?";
    if (c < 0x80 || !g_hash_table_add(seen, GUINT_TO_POINTER(c)))
      continue;
    for (guint i = 0; i < G_N_ELEMENTS(known); i++)
      if (known[i].c == c)
        text = known[i].text;
    g_string_append_printf(out, ".if \\n(.g .fchar \\[u%04X] %s\n", c, text);
  }
}

static void
man_item(GString *out, const char *tag, const char *text)
{
  g_string_append(out, ".TP\n.B ");
  append_roff(out, tag);
  g_string_append_c(out, '\n');
  append_roff(out, text);
  g_string_append_c(out, '\n');
}

static void
man_command(const CliCommand *command, GString *out)
{
  g_autofree char *usage = usage_text(command);
  g_string_append(out, ".SS ");
  append_roff(out, usage);
  g_string_append_c(out, '\n');
  append_roff(out, command->details);
  g_string_append_c(out, '\n');
  for (const CliOption *option = command->options; option->name != NULL; option++) {
    g_autofree char *text = option_text(option), *help = option_help(option);
    man_item(out, text, help);
  }
  g_string_append(out, ".PP\nExample:\n.PP\n.RS 4\n.EX\n");
  append_roff(out, command->example);
  g_string_append(out, "\n.EE\n.RE\n");
}

void
cli_man(GString *out)
{
  g_autoptr(GString) page = g_string_new(NULL);
  g_string_append(page, ".TH JIANBAO 1 \"\" \"jianbao " JB_VERSION "\" \"User Commands\"\n.SH NAME\n"
                       "jianbao \\- Chinese government work reports into facts, charts and bilingual briefings\n"
                       ".SH SYNOPSIS\n.B jianbao\n.I COMMAND\n[\\fIOPTION\\fR...]\n.SH COMMANDS\n");
  for (const CliCommand *command = cli_commands; command->name != NULL; command++)
    man_command(command, page);
  g_string_append(page, ".SH EXIT STATUS\n");
  for (guint i = 0; i < G_N_ELEMENTS(exit_codes); i++) {
    g_autofree char *status = g_strdup_printf("%d", exit_codes[i].status);
    man_item(page, status, exit_codes[i].meaning);
  }
  g_string_append(page, ".SH ENVIRONMENT\n");
  for (guint i = 0; i < G_N_ELEMENTS(variables); i++)
    man_item(page, variables[i].name, variables[i].meaning);
  gsize head = strcspn(page->str, "\n") + 1; /* .TH comes first */
  g_string_append_len(out, page->str, (gssize)head);
  append_fallbacks(out, page->str + head);
  g_string_append(out, page->str + head);
}

/* What may stand behind an option: its choices, the names that it knows, files; else nothing is offered. */
static void
bash_option(GString *out, const CliCommand *command, const CliOption *option)
{
  const char *const *words = option->kind == CLI_CHOICE ? option->choices : option->names != NULL ? option->names() : NULL;
  gboolean takes_file = option->kind == CLI_TEXT && (strstr(option->placeholder, "FILE") != NULL ||
                                                     g_strv_contains(file_placeholders, option->placeholder));
  g_autoptr(GString) all = g_string_new(NULL);
  if (option->kind == CLI_FLAG)
    return;
  for (; words != NULL && *words != NULL; words++) /* behind a tab stands what it is */
    g_string_append_printf(all, "%s%.*s", all->len > 0 ? " " : "", (int)strcspn(*words, "\t"), *words);
  g_string_append_printf(out, "  %s:--%s", command->name, option->name);
  if (option->letter != '\0')
    g_string_append_printf(out, "|%s:-%c", command->name, option->letter);
  g_string_append_printf(out, ") words='%s' files=%d ;;\n", all->str, takes_file ? 1 : 0);
}

static void
bash_command(GString *out, const CliCommand *command)
{
  for (const CliOption *option = command->options; option->name != NULL; option++)
    bash_option(out, command, option);
  if (command->choices != NULL) {
    g_autofree char *choices = g_strjoinv(" ", (char **)command->choices);
    g_string_append_printf(out, "  %s:%s) words='%s' ;;\n", command->name, command->name, choices);
  }
  g_string_append_printf(out, "  %s:*) options='--help", command->name);
  for (const CliOption *option = command->options; option->name != NULL; option++)
    g_string_append_printf(out, " --%s", option->name);
  g_string_append_printf(out, "' files=%d ;;\n", command->max_operands > 0 ? 1 : 0);
}

/* bash takes "--lang=zh" apart into three words. Options are offered behind a dash, files and names elsewhere. */
void
cli_bash(GString *out)
{
  g_string_append(out, "# bash completion for jianbao, written by `jianbao --generate bash`\n_jianbao()\n{\n"
                       "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
                       "  local words= options= files=0\n"
                       "  if [[ $word == = ]]; then word=\n"
                       "  elif [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
                       "  case ${COMP_WORDS[1]}:$before in\n");
  for (const CliCommand *command = cli_commands; command->name != NULL; command++)
    bash_command(out, command);
  g_string_append(out, "  esac\n  if [[ $COMP_CWORD == 1 ]]; then words='--help --version");
  for (const CliCommand *command = cli_commands; command->name != NULL; command++)
    g_string_append_printf(out, " %s", command->name);
  g_string_append(out, "' files=0\n  elif [[ $word == -* ]]; then words+=\" $options\"; fi\n"
                       "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\"; "
                       "((files)) && [[ $word != -* ]] && compgen -f -- \"$word\")\n"
                       "  ((files)) && compopt -o filenames 2>/dev/null\n  return 0\n}\n"
                       "complete -F _jianbao jianbao\n");
}
