/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Facts as aligned columns: the table for people, and the dump for tests with every field.
 * Cells are padded by the columns a terminal gives them: East Asian wide characters take two.
 */
#include "facts/facts.h"

#define GAP        2
#define WIDEST_PAD 48 /* a longer cell is written whole and pushes only its own line */

typedef void (*PutCell)(GString *out, const JbFact *fact);

typedef struct {
  const char *title;
  PutCell put;
  gboolean right; /* numbers stand against the right edge */
} Column;

static guint
display_width(const char *text)
{
  guint width = 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if (!g_unichar_iszerowidth(c))
      width += g_unichar_iswide(c) ? 2 : 1;
  }
  return width;
}

/* A cell never breaks its row, and an empty one is visible. */
static void
put_cell(GString *out, const char *text)
{
  if (text == NULL || *text == '\0') {
    g_string_append_c(out, '-');
    return;
  }
  for (const char *at = text; *at != '\0'; at++)
    g_string_append_c(out, *at == '\n' || *at == '\t' || *at == '\r' ? ' ' : *at);
}

static void
put_number(GString *out, const JbFact *fact)
{
  g_string_append_printf(out, "%u", fact->number);
}

static void
put_code(GString *out, const JbFact *fact)
{
  put_cell(out, fact->code);
}

static void
put_name_zh(GString *out, const JbFact *fact)
{
  put_cell(out, fact->name_zh);
}

static void
put_name_en(GString *out, const JbFact *fact)
{
  put_cell(out, fact->name_en);
}

static void
put_measure(GString *out, const JbFact *fact)
{
  g_string_append(out, jb_measure_name(fact->measure));
}

static void
put_value(GString *out, const JbFact *fact)
{
  jb_decimal_append(out, fact->value);
}

static void
put_unit(GString *out, const JbFact *fact)
{
  put_cell(out, fact->unit);
}

static void
put_value_unit(GString *out, const JbFact *fact)
{
  jb_decimal_append(out, fact->value);
  g_string_append(out, fact->unit != NULL ? fact->unit : "");
}

static void
put_amount(GString *out, const JbFact *fact)
{
  if (fact->amount.unit == NULL) {
    g_string_append_c(out, '-');
    return;
  }
  jb_decimal_append(out, fact->amount.value);
  g_string_append_printf(out, " %s", fact->amount.unit);
}

static void
put_bound(GString *out, const JbFact *fact)
{
  g_string_append(out, jb_bound_name(fact->bound));
}

static void
put_status(GString *out, const JbFact *fact)
{
  g_string_append(out, jb_status_name(fact->status));
}

static void
put_period(GString *out, const JbFact *fact)
{
  if (fact->period.from_year == 0)
    g_string_append_c(out, '-');
  jb_period_append(out, fact->period);
}

static void
put_base(GString *out, const JbFact *fact)
{
  if (fact->base_year != 0)
    g_string_append_printf(out, "%04d", fact->base_year);
  else
    g_string_append_c(out, '-');
}

/* @start-end p paragraph l line, and the page of a PDF. */
static void
put_place(GString *out, const JbFact *fact)
{
  const JbSource *source = &fact->source;
  g_string_append_printf(out, "@%u-%u p%u l%u", source->start, source->end, source->paragraph, source->line);
  if (source->page != 0)
    g_string_append_printf(out, " page %u", source->page);
}

static void
put_source_text(GString *out, const JbFact *fact)
{
  put_cell(out, fact->source.text);
}

static void
put_formula(GString *out, const JbFact *fact)
{
  put_cell(out, fact->formula);
}

static void
put_sections(GString *out, const JbFact *fact)
{
  const char **sections = fact->source.sections;
  if (sections == NULL || sections[0] == NULL)
    g_string_append_c(out, '-');
  for (guint i = 0; sections != NULL && sections[i] != NULL; i++) {
    g_string_append(out, i > 0 ? " > " : "");
    put_cell(out, sections[i]);
  }
}

static void
pad(GString *out, guint width)
{
  for (guint i = 0; i < width; i++)
    g_string_append_c(out, ' ');
}

/* One cell of a row; the last column is not padded, so no line ends in blanks. */
static void
put_padded(GString *out, const Column *column, const char *text, guint width, gboolean is_last)
{
  guint own = display_width(text), fill = own < width ? width - own : 0;
  if (column->right)
    pad(out, fill);
  g_string_append(out, text);
  if (is_last)
    return;
  pad(out, (column->right ? 0 : fill) + GAP);
}

static void
write_columns(const JbFacts *facts, const Column *columns, guint n_columns, GString *out)
{
  g_autofree guint *widths = g_new(guint, n_columns);
  g_autoptr(GString) cell = g_string_sized_new(128);
  for (guint c = 0; c < n_columns; c++) {
    widths[c] = display_width(columns[c].title);
    for (guint i = 0; i < facts->n_facts; i++) {
      g_string_truncate(cell, 0);
      columns[c].put(cell, &facts->facts[i]);
      widths[c] = MAX(widths[c], MIN(display_width(cell->str), WIDEST_PAD));
    }
  }
  for (guint c = 0; c < n_columns; c++)
    put_padded(out, &columns[c], columns[c].title, widths[c], c + 1 == n_columns);
  g_string_append_c(out, '\n');
  for (guint i = 0; i < facts->n_facts; i++) {
    for (guint c = 0; c < n_columns; c++) {
      g_string_truncate(cell, 0);
      columns[c].put(cell, &facts->facts[i]);
      put_padded(out, &columns[c], cell->str, widths[c], c + 1 == n_columns);
    }
    g_string_append_c(out, '\n');
  }
}

void
jb_facts_write_table(const JbFacts *facts, GString *out)
{
  static const Column columns[] = {
      {.title = "#", .put = put_number, .right = TRUE},
      {.title = "name", .put = put_name_zh},
      {.title = "value", .put = put_value_unit, .right = TRUE},
      {.title = "measure", .put = put_measure},
      {.title = "bound", .put = put_bound},
      {.title = "status", .put = put_status},
      {.title = "period", .put = put_period},
      {.title = "code", .put = put_code},
  };
  write_columns(facts, columns, G_N_ELEMENTS(columns), out);
}

void
jb_facts_dump(const JbFacts *facts, GString *out)
{
  static const Column columns[] = {
      {.title = "#", .put = put_number, .right = TRUE},
      {.title = "name_zh", .put = put_name_zh},
      {.title = "value", .put = put_value, .right = TRUE},
      {.title = "unit", .put = put_unit},
      {.title = "measure", .put = put_measure},
      {.title = "bound", .put = put_bound},
      {.title = "status", .put = put_status},
      {.title = "period", .put = put_period},
      {.title = "base", .put = put_base},
      {.title = "code", .put = put_code},
      {.title = "amount", .put = put_amount, .right = TRUE},
      {.title = "name_en", .put = put_name_en},
      {.title = "text", .put = put_source_text},
      {.title = "place", .put = put_place},
      {.title = "formula", .put = put_formula},
      {.title = "sections", .put = put_sections},
  };
  const JbReport *report = &facts->report;
  g_string_append_printf(out, "report %s %d ", report->id != NULL ? report->id : "-", report->year);
  put_cell(out, report->area.code);
  g_string_append_c(out, ' ');
  put_cell(out, report->area.zh);
  g_string_append_c(out, ' ');
  put_cell(out, report->title);
  g_string_append_printf(out, " (%u facts)\n", facts->n_facts);
  write_columns(facts, columns, G_N_ELEMENTS(columns), out);
}
