/* SPDX-License-Identifier: Apache-2.0 */
/* jianbao extract, jianbao dump: the commands that end in text. */
#include "cli/cli.h"
#include "cli/pipeline.h"

#include <string.h>

static const char *const facts_formats[] = {"jsonl", "json", "csv", "table", "xlsx", NULL}; /* as JbFactsFormat counts them */
#define XLSX (JB_FACTS_TABLE + 1) /* no text; see write_workbook() */

const CliOption cli_extract_options[] = {
    CLI_OPTION_GLOSSARY,
    {.name = "format",
     .kind = CLI_CHOICE,
     .choices = facts_formats,
     .fallback = "jsonl",
     .help = "how facts are written"},
    {.name = "explain",
     .kind = CLI_FLAG,
     .help = "instead of facts: the words read around each number and the rule behind each field"},
    CLI_OPTION_OUTPUT,
    {.name = NULL},
};

/* What stands between two reports: a CSV keeps the first header alone, JSON objects become items of an array. */
static void
append_facts(const JbFacts *facts, JbFactsFormat format, GString *out)
{
  gsize before = out->len;
  jb_facts_write(facts, format, out);
  if (before == 0)
    return;
  const char *header_end = strchr(out->str + before, '\n');
  if (format == JB_FACTS_CSV && header_end != NULL)
    g_string_erase(out, (gssize)before, header_end + 1 - (out->str + before));
  else if (format == JB_FACTS_JSON)
    g_string_insert_c(out, (gssize)before, ',');
  else if (format == JB_FACTS_TABLE)
    g_string_insert_c(out, (gssize)before, '\n');
}

static gboolean
write_document(const char *path, void (*write)(const JbDocument *document, GString *out), GString *out, GError **error)
{
  g_autoptr(JbDocument) document = jb_document_open(path, error);
  if (document != NULL)
    write(document, out);
  return document != NULL;
}

static gboolean
explain(const CliCall *call, GString *out, GError **error)
{
  for (guint i = 0; i < call->n_operands; i++)
    if (!write_document(call->operands[i], jb_extract_explain, out, error))
      return FALSE;
  return cli_write(cli_value(call, "output"), out->str, out->len, error);
}

/* The date in it is that of the newest report, or SOURCE_DATE_EPOCH. */
static gboolean
date_of(const GPtrArray *sets, gint64 *seconds, GError **error)
{
  const char *date = "";
  if (!cli_source_date(seconds, error))
    return FALSE;
  if (*seconds >= 0)
    return TRUE;
  for (guint i = 0; i < sets->len; i++) {
    const JbReport *report = &((const JbFacts *)sets->pdata[i])->report;
    if (report->date != NULL && strcmp(report->date, date) > 0)
      date = report->date;
  }
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601(date, utc);
  g_autofree char *midnight = g_strconcat(date, "T00:00:00Z", NULL);
  if (time == NULL)
    time = g_date_time_new_from_iso8601(midnight, utc);
  *seconds = time != NULL ? g_date_time_to_unix(time) : 1;
  return TRUE;
}

static gboolean
write_workbook(const CliCall *call, GError **error)
{
  g_autoptr(GPtrArray) sets = g_ptr_array_new_with_free_func((GDestroyNotify)jb_facts_free);
  for (guint i = 0; i < call->n_operands; i++) {
    JbFacts *facts = cli_read_facts_by(cli_value(call, "glossary"), call->operands[i], error);
    if (facts == NULL)
      return FALSE;
    cli_warn_blank(call, facts, call->operands[i]);
    g_ptr_array_add(sets, facts);
  }
  gint64 seconds;
  g_autoptr(GBytes) bytes =
      date_of(sets, &seconds, error)
          ? jb_sheet_write_xlsx((const JbFacts *const *)(gpointer)sets->pdata, sets->len, seconds, error)
          : NULL;
  return bytes != NULL && cli_write_bytes(cli_value(call, "output"), bytes, TRUE, error);
}

gboolean
cli_extract(const CliCall *call, GError **error)
{
  guint chosen = cli_choice(call, "format", facts_formats);
  JbFactsFormat format = (JbFactsFormat)chosen;
  if (chosen == XLSX && !cli_flag(call, "explain"))
    return write_workbook(call, error);
  g_autoptr(GString) out = g_string_new(NULL);
  if (cli_flag(call, "explain"))
    return explain(call, out, error);
  for (guint i = 0; i < call->n_operands; i++) {
    g_autoptr(JbFacts) facts = cli_read_facts_by(cli_value(call, "glossary"), call->operands[i], error);
    if (facts == NULL)
      return FALSE;
    cli_warn_blank(call, facts, call->operands[i]);
    append_facts(facts, format, out);
  }
  if (format == JB_FACTS_JSON && call->n_operands > 1) {
    g_string_prepend_c(out, '[');
    g_string_append(out, "]\n");
  }
  return cli_write(cli_value(call, "output"), out->str, out->len, error);
}

static gboolean
dump_doc(const CliCall *call, GString *out, GError **error)
{
  return write_document(call->operands[0], jb_document_dump, out, error);
}

/* What the offsets of every other stage count in. */
static void
write_text(const JbDocument *document, GString *out)
{
  g_string_append_len(out, document->source.at, (gssize)document->source.len);
}

static gboolean
dump_text(const CliCall *call, GString *out, GError **error)
{
  return write_document(call->operands[0], write_text, out, error);
}

static gboolean
dump_tokens(const CliCall *call, GString *out, GError **error)
{
  return write_document(call->operands[0], jb_extract_dump_tokens, out, error);
}

static gboolean
dump_facts(const CliCall *call, GString *out, GError **error)
{
  g_autoptr(JbFacts) facts = cli_read_facts(call->operands[0], error);
  if (facts != NULL)
    jb_facts_dump(facts, out);
  return facts != NULL;
}

static gboolean
dump_page(const CliCall *call, GString *out, GError **error)
{
  g_autoptr(JbLayout) layout = jb_layout_open(cli_value(call, "layout"), error);
  g_autoptr(JbFonts) fonts = jb_layout_open_fonts(layout, error);
  g_autoptr(JbFacts) facts = fonts != NULL ? cli_read_facts(call->operands[0], error) : NULL;
  if (facts != NULL)
    jb_layout_dump(layout, facts, fonts, cli_lang(call), out);
  return facts != NULL;
}

static gboolean
dump_draw(const CliCall *call, GString *out, GError **error)
{
  g_autoptr(JbLayout) layout = jb_layout_open(cli_value(call, "layout"), error);
  g_autoptr(JbFonts) fonts = jb_layout_open_fonts(layout, error);
  g_autoptr(JbFacts) facts = fonts != NULL ? cli_read_facts(call->operands[0], error) : NULL;
  g_autoptr(JbDrawing) drawing = facts != NULL ? jb_layout_run(layout, facts, fonts, cli_lang(call), error) : NULL;
  if (drawing == NULL)
    return FALSE;
  if (!cli_flag(call, "lint")) {
    jb_drawing_dump(drawing, out);
    return TRUE;
  }
  guint found = jb_layout_lint(drawing, out);
  g_string_append_printf(out, "%u findings on %u pages\n", found, drawing->pages->len);
  if (found > 0 && cli_write(cli_value(call, "output"), out->str, out->len, error))
    g_set_error(error, JB_ERROR, JB_ERROR_CONFIG, "%s: %u findings on its pages", call->operands[0], found);
  return found == 0;
}

static const char *const stage_names[] = {"text", "doc", "tokens", "facts", "page", "draw", NULL};
static gboolean (*const stage_dumps[])(const CliCall *call, GString *out, GError **error) = {
    dump_text, dump_doc, dump_tokens, dump_facts, dump_page, dump_draw};

const CliOption cli_dump_options[] = {
    {.name = "stage", .kind = CLI_CHOICE, .choices = stage_names, .required = TRUE, .help = "whose result"},
    {.name = "layout",
     .kind = CLI_TEXT,
     .placeholder = "NAME|FILE",
     .names = jb_layout_names,
     .fallback = "briefing",
     .help = "page, draw: a layout of `jianbao list layouts`, or a file"},
    {.name = "lint",
     .kind = CLI_FLAG,
     .help = "draw: instead of the commands, what a proof-reader would mark on the pages; exits 78 when there is any"},
    CLI_OPTION_LANG,
    CLI_OPTION_OUTPUT,
    {.name = NULL},
};

gboolean
cli_dump(const CliCall *call, GError **error)
{
  guint stage = cli_choice(call, "stage", stage_names);
  if (cli_flag(call, "lint") && stage_dumps[stage] != dump_draw) {
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "--lint belongs to --stage draw, not to --stage %s",
                stage_names[stage]);
    return FALSE;
  }
  g_autoptr(GString) out = g_string_new(NULL);
  return stage_dumps[stage](call, out, error) && cli_write(cli_value(call, "output"), out->str, out->len, error);
}
