/* SPDX-License-Identifier: Apache-2.0 */
/* jianbao run, status, schedule. */
#include "cli/cli.h"

#include "base/json.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* ---- Log lines ------------------------------------------------------------------------------------------------- */

static const char *const log_formats[] = {"text", "json", NULL};

typedef struct {
  gboolean quiet, json;
} LogStyle;

static const char *
field(const GLogField *fields, gsize n, const char *key)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp(fields[i].key, key) == 0)
      return fields[i].value;
  return "";
}

static void
write_json_line(const GLogField *fields, gsize n)
{
  g_autoptr(GString) line = g_string_new("{");
  for (gsize i = 0; i < n; i++) {
    if (strcmp(fields[i].key, "GLIB_DOMAIN") == 0 || fields[i].length >= 0)
      continue;
    g_autofree char *key = g_ascii_strdown(fields[i].key, -1);
    g_string_append_printf(line, "%s\"%s\":", line->len > 1 ? "," : "", key);
    jb_json_append(line, fields[i].value);
  }
  g_string_append(line, "}\n");
  fputs(line->str, stderr);
}

/* To the journal with all fields when it listens; else a line on standard error. Others' records go their usual way. */
static GLogWriterOutput
write_log(GLogLevelFlags level, const GLogField *fields, gsize n, gpointer data)
{
  const LogStyle *style = data;
  if (*field(fields, n, "MESSAGE_ID") == '\0')
    return g_log_writer_default(level, fields, n, NULL);
  if (g_log_writer_is_journald(STDERR_FILENO))
    return g_log_writer_journald(level, fields, n, NULL);
  if (style->quiet && (level & (G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL)) == 0)
    return G_LOG_WRITER_HANDLED;
  const char *period = field(fields, n, "PERIOD");
  if (style->json)
    write_json_line(fields, n);
  else
    cli_say("%s%s%s: %s%s", field(fields, n, "JOB"), *period != '\0' ? " " : "", period,
            (level & G_LOG_LEVEL_WARNING) != 0 ? "warning: " : "", field(fields, n, "MESSAGE"));
  return G_LOG_WRITER_HANDLED;
}

/* ---- run ----------------------------------------------------------------------------------------------------------
 */

#define OPTION_DRY_RUN                                                                                                 \
  {                                                                                                                    \
    .name = "dry-run", .letter = 'n', .kind = CLI_FLAG, .help = "render everything, write nothing, say what would be"  \
  }
#define OPTION_QUIET                                                                                                   \
  {                                                                                                                    \
    .name = "quiet", .letter = 'q', .kind = CLI_FLAG, .help = "warnings and failures alone"                            \
  }
#define OPTION_LOG_FORMAT                                                                                              \
  {                                                                                                                    \
    .name = "log-format", .kind = CLI_CHOICE, .choices = log_formats, .fallback = "text", .help = "of standard error"  \
  }

const CliOption cli_run_options[] = {
    {.name = "period",
     .kind = CLI_TEXT,
     .placeholder = "PERIOD",
     .help = "2025-10 (yearly jobs: 2025); else the newest that there are figures of"},
    {.name = "catch-up", .kind = CLI_FLAG, .help = "every period that is not published yet, the oldest first"},
    {.name = "force", .kind = CLI_FLAG, .help = "make the set again even when it is there"},
    OPTION_DRY_RUN,
    OPTION_QUIET,
    OPTION_LOG_FORMAT,
    {.name = NULL},
};

const CliOption cli_rerun_options[] = {
    {.name = "period", .kind = CLI_TEXT, .placeholder = "PERIOD", .required = TRUE, .help = "2025-10 (yearly jobs: 2025)"},
    OPTION_DRY_RUN,
    OPTION_QUIET,
    OPTION_LOG_FORMAT,
    {.name = NULL},
};

const CliOption cli_catch_up_options[] = {OPTION_DRY_RUN, OPTION_QUIET, OPTION_LOG_FORMAT, {.name = NULL}};

static gboolean
run_job(const CliCall *call, const JbRunOptions *options, GError **error)
{
  JbRunResult result;
  g_autoptr(JbJob) job = jb_job_open(call->operands[0], error);
  if (job == NULL)
    return FALSE;
  LogStyle *style = g_new(LogStyle, 1); /* lives as long as the writer: to the end of the program */
  *style = (LogStyle){.quiet = cli_flag(call, "quiet"), .json = cli_choice(call, "log-format", log_formats) == 1};
  g_log_set_writer_func(write_log, style, g_free);
  gboolean done = jb_job_run(job, options, &result, error);
  if (!done || result.n_warnings == 0)
    return done;
  g_set_error(error, JB_ERROR, JB_ERROR_WARNED, "%s: done, with %u warning%s above", call->operands[0],
              result.n_warnings, result.n_warnings > 1 ? "s" : "");
  return FALSE;
}

gboolean
cli_run(const CliCall *call, GError **error)
{
  JbRunOptions options = {.period = cli_value(call, "period"),
                          .force = cli_flag(call, "force"),
                          .catch_up = cli_flag(call, "catch-up"),
                          .dry_run = cli_flag(call, "dry-run")};
  if (options.catch_up && options.period != NULL) {
    g_set_error_literal(error, JB_ERROR, JB_ERROR_USAGE,
                        "--catch-up makes all periods, --period one; give one of them");
    return FALSE;
  }
  return run_job(call, &options, error);
}

/* The two that an operator calls by hand, by their own names. */
gboolean
cli_rerun(const CliCall *call, GError **error)
{
  return run_job(
      call, &(JbRunOptions){.period = cli_value(call, "period"), .force = TRUE, .dry_run = cli_flag(call, "dry-run")},
      error);
}

gboolean
cli_catch_up(const CliCall *call, GError **error)
{
  return run_job(call, &(JbRunOptions){.catch_up = TRUE, .dry_run = cli_flag(call, "dry-run")}, error);
}

/* ---- status -------------------------------------------------------------------------------------------------------
 */

static const char *const status_formats[] = {"text", "json", NULL};

const CliOption cli_status_options[] = {
    {.name = "format", .kind = CLI_CHOICE, .choices = status_formats, .fallback = "text", .help = "how it is written"},
    {.name = "today", .kind = CLI_TEXT, .placeholder = "DATE", .help = "what is due by this date; else by the clock"},
    {.name = NULL},
};

/* FALSE when it is no date; none is as good as one. */
static gboolean
is_date_or_none(const CliCall *call, GError **error)
{
  const char *given = cli_value(call, "today");
  guint year, month, day;
  char rest;
  if (given == NULL)
    return TRUE;
  if (strlen(given) == 10 && sscanf(given, "%4u-%2u-%2u%c", &year, &month, &day, &rest) == 3 &&
      g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return TRUE;
  g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "--today %s: write a date as 2025-11-20", given);
  return FALSE;
}

gboolean
cli_status(const CliCall *call, GError **error)
{
  g_autoptr(JbJob) job = jb_job_open(call->operands[0], error);
  if (job == NULL || !is_date_or_none(call, error))
    return FALSE;
  g_autoptr(GString) out = g_string_new(NULL);
  gboolean good = jb_job_status(job, cli_value(call, "today"), (JbTextFormat)cli_choice(call, "format", status_formats), out);
  if (!cli_write("-", out->str, out->len, error))
    return FALSE;
  if (!good)
    g_set_error(error, JB_ERROR, JB_ERROR_WARNED, "%s: something is late or has failed", call->operands[0]);
  return good;
}

/* ---- schedule -----------------------------------------------------------------------------------------------------
 */

const CliOption cli_schedule_options[] = {
    {.name = "cron", .kind = CLI_FLAG, .help = "a crontab line"},
    {.name = "systemd", .kind = CLI_FLAG, .help = "a service and a timer"},
    {.name = NULL},
};

gboolean
cli_schedule(const CliCall *call, GError **error)
{
  gboolean cron = cli_flag(call, "cron"), systemd = cli_flag(call, "systemd");
  if (cron == systemd) {
    g_set_error_literal(error, JB_ERROR, JB_ERROR_USAGE, "say --cron or --systemd");
    return FALSE;
  }
  g_autoptr(JbJob) job = jb_job_open(call->operands[0], error);
  if (job == NULL)
    return FALSE;
  g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
  g_autoptr(GString) out = g_string_new(NULL);
  (cron ? jb_job_cron : jb_job_systemd)(job, program != NULL ? program : "/usr/bin/jianbao", out);
  return cli_write("-", out->str, out->len, error);
}
