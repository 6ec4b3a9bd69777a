/* SPDX-License-Identifier: Apache-2.0 */
/* jianbao list: rows of the program's tables, a line each, tabs between the columns. */
#include "cli/cli.h"

#include "wording/units.h"

#include <string.h>

static void
list_charts(GString *out)
{
  for (guint i = 0; i < jb_chart_class_count(); i++) {
    const JbChartClass *chart = jb_chart_class_at(i);
    g_string_append_printf(out, "%s\t%s\t%s\t%s\n", chart->name, chart->zh, chart->en, chart->summary);
  }
}

static void
list_layouts(GString *out)
{
  for (const char *const *name = jb_layout_names(); *name != NULL; name++)
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

static void
list_terms(GString *out)
{
  for (guint i = 0; i < jb_term_count(); i++)
    append_term(out, jb_term_at(i));
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

const char *const cli_list_topics[] = {"charts", "layouts", "formats", "terms", "units", "indicators", "checks", NULL};
static void (*const lists[])(GString *out) = {list_charts, list_layouts,    list_formats, list_terms,
                                              list_units,  list_indicators, list_checks};

gboolean
cli_list(const CliCall *call, GError **error)
{
  guint topic = 0;
  while (strcmp(cli_list_topics[topic], call->operands[0]) != 0)
    topic++;
  g_autoptr(GString) out = g_string_new(NULL);
  lists[topic](out);
  return cli_write("-", out->str, out->len, error);
}
