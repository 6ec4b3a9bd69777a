/* SPDX-License-Identifier: Apache-2.0 */
/* jianbao check: where reports contradict themselves, and the report of a year before. */
#include "cli/cli.h"
#include "cli/pipeline.h"

#include "base/utf8.h"

#include <string.h>

static const char *const check_formats[] = {"text", "json", "jsonl", NULL};

const CliOption cli_check_options[] = {
    {.name = "format",
     .kind = CLI_CHOICE,
     .choices = check_formats,
     .fallback = "text",
     .help = "how findings are written"},
    {.name = "against",
     .kind = CLI_TEXT,
     .placeholder = "OLDER",
     .help = "a report of an earlier year: also tell which of its figures FILE gives differently"},
    CLI_OPTION_OUTPUT,
    {.name = NULL},
};

typedef struct {
  gboolean is_text;
  const char *name, *older_name;
  gboolean is_serious;
} Report;

static guint
write_findings(Report *report, JbFindings *findings, GString *out)
{
  guint n = findings->n_findings;
  report->is_serious |= jb_findings_are_serious(findings);
  (report->is_text ? jb_findings_write_text : jb_findings_write_jsonl)(findings, report->name, report->older_name, out);
  jb_findings_free(findings);
  return n;
}

static gboolean
check_file(const CliCall *call, const char *path, Report *report, const JbFacts *older, GString *out, GError **error)
{
  g_autofree char *shown = jb_utf8_shown(path, "");
  g_autoptr(JbFacts) facts = cli_read_facts(path, error);
  report->name = shown;
  if (facts == NULL)
    return FALSE;
  cli_warn_blank(call, facts, path);
  guint n = write_findings(report, jb_check(facts), out);
  if (older != NULL)
    n += write_findings(report, jb_check_against(facts, older), out);
  if (report->is_text && n == 0)
    g_string_append_printf(out, "%s: nothing found\n", report->name);
  return TRUE;
}

/* A finding a line becomes one array. */
static void
lines_to_array(GString *out)
{
  for (gsize i = 0; i + 1 < out->len; i++)
    if (out->str[i] == '\n')
      g_string_insert_c(out, (gssize)i++, ',');
  g_string_prepend(out, "[");
  g_string_append(out, "]\n");
}

gboolean
cli_check(const CliCall *call, GError **error)
{
  const char *format = cli_value(call, "format"), *older_name = cli_value(call, "against");
  g_autofree char *older_shown = older_name != NULL ? jb_utf8_shown(older_name, "") : NULL;
  Report report = {.is_text = strcmp(format, "text") == 0, .older_name = older_shown};
  g_autoptr(GString) out = g_string_new(NULL);
  g_autoptr(JbFacts) older = NULL;
  if (older_name != NULL && (older = cli_read_facts(older_name, error)) == NULL)
    return FALSE;
  if (older != NULL)
    cli_warn_blank(call, older, older_name);
  for (guint i = 0; i < call->n_operands; i++)
    if (!check_file(call, call->operands[i], &report, older, out, error))
      return FALSE;
  if (strcmp(format, "json") == 0)
    lines_to_array(out);
  if (report.is_serious)
    *call->status = 1;
  return cli_write(cli_value(call, "output"), out->str, out->len, error);
}
