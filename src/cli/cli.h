/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_CLI_CLI_H
#define JB_CLI_CLI_H
/*
 * The command line as data: a command is a row, an option is a row. Parsing, help, the manual page and
 * the completion are all written from these rows, so none of them can say what the program does not do.
 */
#include <jianbao/jianbao.h>

typedef enum {
  CLI_FLAG,   /* --all */
  CLI_TEXT,   /* --output FILE */
  CLI_CHOICE, /* --lang both|zh|en */
  CLI_NUMBER, /* --scale 2: a positive decimal number */
  CLI_COUNT,  /* --page 3: a positive integer */
  CLI_SIZE,   /* --size 1920x1080 */
} CliKind;

typedef struct {
  const char *name; /* without the dashes */
  char letter;      /* '\0' when there is no short form */
  CliKind kind;
  const char *placeholder; /* OUT, CODE; NULL for flags and choices */
  const char *const *choices;
  const char *const *(*names)(void); /* for the completion: what a text may be beside a file; NULL: nothing known */
  const char *fallback; /* what holds when it is not given; NULL: nothing */
  gboolean required;
  const char *formats; /* "svg png": given for another format it is refused; NULL: for any */
  const char *help;
} CliOption;

typedef struct CliCall CliCall;

typedef struct {
  const char *name;
  const char *summary;  /* one line, for the list of commands */
  const char *operands; /* "REPORT", "FILE…", "" */
  guint min_operands, max_operands;
  const char *const *choices; /* what the first operand may be; NULL: anything */
  const char *details;        /* a paragraph or two for --help and the manual page */
  const char *example;        /* works as it stands in a checkout */
  const CliOption *options;   /* ends with name NULL */
  gboolean (*run)(const CliCall *call, GError **error);
} CliCommand;

/* One parsed call. */
struct CliCall {
  const CliCommand *command;
  const char **values; /* one for each option row, or NULL */
  guint n_operands;
  const char *const *operands;
  int *status; /* exit status of a call that succeeds: 0 unless the command says otherwise */
};

extern const CliCommand cli_commands[]; /* ends with name NULL */

/* Borrowed: the option's value, its fallback, or NULL. The name must be one of the command's rows. */
const char *cli_value(const CliCall *call, const char *option);
/* The index of the option's value among its choices. */
guint cli_choice(const CliCall *call, const char *option, const char *const *choices);
gboolean cli_flag(const CliCall *call, const char *option);
/* FALSE for an option that was given and does nothing in this format: JB_ERROR_USAGE. */
gboolean cli_fits_format(const CliCall *call, const char *format, GError **error);
double cli_number(const CliCall *call, const char *option);
guint cli_count(const CliCall *call, const char *option); /* 0 when not given */
void cli_size(const CliCall *call, const char *option, double *width, double *height);
JbLang cli_lang(const CliCall *call);
gboolean cli_live_text(const CliCall *call); /* --svg-text live */

/* parse.c: fills `call`, whose arrays live in `arena`. JB_ERROR_USAGE with a suggestion. `help` asks for --help. */
gboolean cli_parse(const CliCommand *command, int argc, char **argv, JbArena *arena, CliCall *call, gboolean *help,
                   GError **error);
/* The name nearest to a mistyped one, or NULL when none is near. */
const char *cli_nearest(const char *typed, const char *const *names);

/* indicator.c: all codes of the catalogue, NULL-terminated, static. */
const char *const *cli_indicator_codes(void);
/* the code of what a user typed, NULL when the catalogue has none; borrowed. */
const char *cli_indicator(const char *typed);
/* Appends a name that is none of them yet; NULL and "" are none. */
void cli_add_once(GPtrArray *names, const char *name);
/* Codes that are near to it, comma-separated, for the caller to free; NULL: none. */
char *cli_indicators_near(const char *typed);
/* --indicator: leaves `code` alone when `typed` is NULL. JB_ERROR_USAGE with what is near. */
gboolean cli_check_indicator(const char *typed, const char **code, GError **error);

/* help.c */
void cli_help(GString *out);
void cli_help_command(const CliCommand *command, GString *out);
void cli_man(GString *out);
void cli_bash(GString *out);

/* output.c: writes a text or a file; standard output when `path` is NULL or "-". Binary is refused on a terminal. */
gboolean cli_write(const char *path, const char *text, gsize len, GError **error);
gboolean cli_write_bytes(const char *path, GBytes *bytes, gboolean binary, GError **error);
/* One line on standard error: `jianbao: …`. */
void cli_say(const char *format, ...) G_GNUC_PRINTF(1, 2);
#define CLI_EXIT_WARNED 10
int cli_exit_status(const GError *error); /* of <sysexits.h> */

/* One row for each command, beside the function that runs it. */
extern const CliOption cli_brief_options[], cli_format_options[], cli_list_options[], cli_chart_options[],
    cli_extract_options[], cli_dump_options[], cli_lint_options[], cli_check_options[], cli_slides_options[],
    cli_no_options[];
extern const CliOption cli_restore_options[], cli_ranking_options[], cli_import_options[], cli_series_options[], cli_delivery_options[], cli_progress_options[];
extern const CliOption cli_run_options[], cli_rerun_options[], cli_catch_up_options[], cli_status_options[], cli_schedule_options[];
extern const CliOption cli_verify_options[];
extern const char *const cli_chart_forms[], *const cli_list_topics[];
/* What `jianbao chart` calls a form of the chart table. */
const char *cli_chart_name(const JbChartClass *chart);
gboolean cli_brief(const CliCall *call, GError **error);
gboolean cli_chart(const CliCall *call, GError **error);
gboolean cli_extract(const CliCall *call, GError **error);
gboolean cli_check(const CliCall *call, GError **error);
gboolean cli_dump(const CliCall *call, GError **error);
gboolean cli_slides(const CliCall *call, GError **error);
gboolean cli_verify(const CliCall *call, GError **error);
gboolean cli_lint(const CliCall *call, GError **error);
gboolean cli_import(const CliCall *call, GError **error);
gboolean cli_restore(const CliCall *call, GError **error);
gboolean cli_ranking(const CliCall *call, GError **error);
gboolean cli_series(const CliCall *call, GError **error);
gboolean cli_run(const CliCall *call, GError **error);
gboolean cli_rerun(const CliCall *call, GError **error);
gboolean cli_catch_up(const CliCall *call, GError **error);
gboolean cli_status(const CliCall *call, GError **error);
gboolean cli_schedule(const CliCall *call, GError **error);
gboolean cli_delivery(const CliCall *call, GError **error);
gboolean cli_progress(const CliCall *call, GError **error);
gboolean cli_list(const CliCall *call, GError **error);
gboolean cli_format(const CliCall *call, GError **error);
gboolean cli_doctor(const CliCall *call, GError **error);

/* history.c: the history that --store names, or the user's own. */
JbStore *cli_open_store(const CliCall *call, JbStoreMode mode, GError **error);
/* The code of --area, or what it says. */
const char *cli_area(const CliCall *call, JbArena *arena);

/* Rows that several commands share. */
#define CLI_OPTION_LANG                                                                                                \
  {                                                                                                                    \
    .name = "lang", .kind = CLI_CHOICE, .choices = cli_langs, .fallback = "both",                                      \
    .help = "languages of the labels, Chinese first"                                                                   \
  }
/* Of the commands that end in text. */
#define CLI_OPTION_OUTPUT                                                                                              \
  {                                                                                                                    \
    .name = "output", .letter = 'o', .kind = CLI_TEXT, .placeholder = "OUT", .fallback = "-",                          \
    .help = "the file to write; \"-\" is standard output"                                                              \
  }
#define CLI_OPTION_SIZE                                                                                                \
  {                                                                                                                    \
    .name = "size", .kind = CLI_SIZE, .placeholder = "WxH", .fallback = "960x540",                                     \
    .help = "width and height of the canvas in points"                                                                 \
  }
#define CLI_OPTION_SCALE                                                                                               \
  {                                                                                                                    \
    .name = "scale", .kind = CLI_NUMBER, .placeholder = "N", .fallback = "2", .formats = "png",                        \
    .help = "PNG: pixels per point"                                                                                    \
  }
#define CLI_OPTION_GLOSSARY                                                                                            \
  {                                                                                                                    \
    .name = "glossary", .kind = CLI_TEXT, .placeholder = "FILE",                                                       \
    .help = "names of your own: lines of Chinese, tab, English"                                                        \
  }
#define CLI_OPTION_THEME                                                                                               \
  {                                                                                                                    \
    .name = "theme", .kind = CLI_TEXT, .placeholder = "NAME|FILE", .names = jb_theme_names,                            \
    .help = "colours, fonts and logo laid over the layout: one of `jianbao list themes`, or a file"                    \
  }
#define CLI_OPTION_SVG_TEXT                                                                                            \
  {                                                                                                                    \
    .name = "svg-text", .kind = CLI_CHOICE, .choices = cli_svg_texts, .fallback = "outline", .formats = "svg",         \
    .help = "SVG: text as outlines, which look the same everywhere, or live, which can be edited and searched"         \
  }
extern const char *const cli_langs[], *const cli_svg_texts[];

#endif
