/* SPDX-License-Identifier: Apache-2.0 */
/* jianbao list: rows of the program's tables, a line each, tabs between the columns. */
#include "cli/cli.h"
#include "cli/pipeline.h"

#include "wording/units.h"

#include <string.h>

/* The name in layout files, the name that `jianbao chart` takes and what it is. */
static void
list_charts(GString *out)
{
  for (guint i = 0; i < jb_chart_class_count(); i++) {
    const JbChartClass *chart = jb_chart_class_at(i);
    g_string_append_printf(out, "%s\t%s\t%s\t%s\t%s\n", chart->name, cli_chart_name(chart), chart->zh, chart->en,
                           chart->summary);
  }
}

static void
list_layouts(GString *out)
{
  for (const char *const *name = jb_layout_names(); *name != NULL; name++)
    g_string_append_printf(out, "%s\n", *name);
}

static void
list_themes(GString *out)
{
  for (const char *const *name = jb_theme_names(); *name != NULL; name++)
    g_string_append_printf(out, "%s\n", *name);
}

static void
list_formats(GString *out)
{
  for (guint i = 0; i < jb_renderer_count(); i++) {
    const JbRenderer *renderer = jb_renderer_at(i);
    g_string_append_printf(out, "%s\t%s\t%s\n", renderer->name, renderer->extension, renderer->summary);
  }
}

static void
append_term(GString *out, const JbTerm *term)
{
  g_string_append_printf(out, "%s\t%s\t%s\t%s\n", term->code != NULL ? term->code : "-", term->zh, term->en,
                         term->en_short);
}

/* What is in force: the user's own, then the table's that they do not replace. */
static void
list_terms(GString *out, const JbGlossary *glossary)
{
  for (guint i = 0; glossary != NULL && i < jb_glossary_count(glossary); i++)
    append_term(out, jb_glossary_at(glossary, i));
  for (guint i = 0; i < jb_term_count(); i++)
    if (jb_glossary_lookup(glossary, jb_term_at(i)->zh) == NULL)
      append_term(out, jb_term_at(i));
}

/* A line a name that stays in Chinese: how often, the name, the words that are not known. */
static gboolean
list_untranslated(GString *out, const JbGlossary *glossary, const char *report, GError **error)
{
  g_autoptr(JbFacts) facts = cli_read_facts(report, error);
  if (facts == NULL)
    return FALSE;
  g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) order = g_ptr_array_new();
  for (guint i = 0; i < facts->n_facts; i++) {
    const JbFact *fact = &facts->facts[i];
    const char *zh = fact->name_zh != NULL ? fact->name_zh : "-";
    if (jb_name_grade(glossary, facts->arena, fact, facts->report.area.level, NULL) != JB_NAME_UNKNOWN)
      continue;
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, zh));
    g_hash_table_insert(counts, (gpointer)zh, GUINT_TO_POINTER(n + 1));
    if (n == 0)
      g_ptr_array_add(order, (gpointer)fact);
  }
  for (guint i = 0; i < order->len; i++) {
    const JbFact *fact = order->pdata[i];
    const char *zh = fact->name_zh != NULL ? fact->name_zh : "-", *unknown = "";
    jb_name_grade(glossary, facts->arena, fact, facts->report.area.level, &unknown);
    g_string_append_printf(out, "%u\t%s\t%s\n", GPOINTER_TO_UINT(g_hash_table_lookup(counts, zh)), zh,
                           *unknown != '\0' ? unknown : "-");
  }
  return TRUE;
}

/* The first term of each code. */
static void
list_indicators(GString *out)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < jb_term_count(); i++) {
    const JbTerm *term = jb_term_at(i);
    if (term->code != NULL && g_hash_table_add(seen, (gpointer)term->code))
      append_term(out, term);
  }
}

/* A line a measure word: as written, as a data label has it, as a sentence has it. Counters have no English word. */
static void
list_units(GString *out)
{
  for (gsize i = 0; i < jb_n_unit_word_rows; i++) {
    const JbUnitWord *row = &jb_unit_word_rows[i];
    const char *one = row->one != NULL ? row->one : "-";
    const char *many = row->many != NULL ? row->many : one;
    g_auto(GStrv) words = g_strsplit(row->zh, " ", -1);
    for (char **word = words; *word != NULL; word++)
      g_string_append_printf(out, "%s\t%s\t%s\n", *word,
                             row->sign != NULL    ? row->sign
                             : row->label != NULL ? row->label
                                                  : many,
                             many);
  }
}

static void
list_checks(GString *out)
{
  const JbCheckKind *kind;
  for (guint i = 0; (kind = jb_check_kind_at(i)) != NULL; i++)
    g_string_append_printf(out, "%s\t%s\n", kind->name, kind->summary);
}

const char *const cli_list_topics[] = {"charts", "layouts",    "themes", "formats",      "terms",
                                       "units",  "indicators", "checks", "untranslated", NULL};
/* NULL: a topic that takes more than the output. */
static void (*const lists[])(GString *out) = {list_charts, list_layouts,    list_themes, list_formats, NULL,
                                              list_units,  list_indicators, list_checks, NULL};

const CliOption cli_list_options[] = {
    CLI_OPTION_GLOSSARY,
    {.name = NULL},
};

gboolean
cli_list(const CliCall *call, GError **error)
{
  guint topic = 0;
  const char *name = call->operands[0], *path = cli_value(call, "glossary");
  gboolean needs_report = strcmp(name, "untranslated") == 0;
  while (strcmp(cli_list_topics[topic], name) != 0)
    topic++;
  if (needs_report != (call->n_operands == 2)) {
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE,
                needs_report ? "list %s: which report? Name its file" : "list %s takes no file", name);
    return FALSE;
  }
  g_autoptr(JbGlossary) glossary = path != NULL ? jb_glossary_open(path, error) : NULL;
  if (path != NULL && glossary == NULL)
    return FALSE;
  g_autoptr(GString) out = g_string_new(NULL);
  if (needs_report && !list_untranslated(out, glossary, call->operands[1], error))
    return FALSE;
  if (lists[topic] != NULL)
    lists[topic](out);
  else if (!needs_report)
    list_terms(out, glossary);
  return cli_write("-", out->str, out->len, error);
}
