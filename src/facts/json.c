/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Facts as JSON lines and as one JSON object, and what a table of them leaves out. Written straight into the buffer with a fixed order of keys:
 * no tree is built, so a report of a thousand facts costs a millisecond and the bytes are always the same.
 * Values are strings, because a JSON number is a double to most readers and a decimal must stay exact.
 */
#include "facts/facts.h"

#include "base/json.h"

/* `"key":"text"` or `"key":null`; what precedes it, a comma or a brace, stands in `lead`. */
static void
put_pair(GString *out, const char *lead, const char *text)
{
  g_string_append(out, lead);
  jb_json_append(out, text);
}

static const char *
known(const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

static void
put_area(GString *out, const JbArea *area)
{
  put_pair(out, "\"area\":{\"code\":", known(area->code));
  put_pair(out, ",\"zh\":", known(area->zh));
  put_pair(out, ",\"en\":", known(area->en));
  g_string_append_c(out, '}');
}

static void
put_amount(GString *out, const JbFact *fact)
{
  if (fact->amount.unit == NULL) {
    g_string_append(out, ",\"amount\":null");
    return;
  }
  g_string_append(out, ",\"amount\":{\"value\":\"");
  jb_decimal_append(out, fact->amount.value);
  put_pair(out, "\",\"unit\":", fact->amount.unit);
  g_string_append_c(out, '}');
}

static void
put_place(GString *out, const JbSource *source)
{
  g_string_append(out, "\"section\":[");
  for (guint i = 0; source->sections != NULL && source->sections[i] != NULL; i++)
    put_pair(out, i > 0 ? "," : "", source->sections[i]);
  g_string_append_printf(out, "],\"paragraph\":%u", source->paragraph);
  if (source->page != 0)
    g_string_append_printf(out, ",\"page\":%u", source->page);
}

static void
put_source(GString *out, const JbSource *source)
{
  g_string_append_printf(out, ",\"source\":{\"start\":%u,\"end\":%u", source->start, source->end);
  put_pair(out, ",\"text\":", source->text);
  g_string_append_c(out, ',');
  put_place(out, source);
  g_string_append_c(out, '}');
}

static void
put_period(GString *out, JbPeriod period)
{
  g_string_append(out, ",\"period\":");
  if (period.from_year == 0) {
    g_string_append(out, "null");
    return;
  }
  g_string_append_c(out, '"');
  jb_period_append(out, period);
  g_string_append_c(out, '"');
}

static void
put_base(GString *out, gint year)
{
  if (year != 0)
    g_string_append_printf(out, ",\"base\":\"%04d\"", year);
  else
    g_string_append(out, ",\"base\":null");
}

static void
put_fact(GString *out, const JbReport *report, const JbFact *fact)
{
  put_pair(out, "{\"id\":", known(report->id) != NULL ? report->id : "-");
  g_string_truncate(out, out->len - 1); /* the number belongs inside the string */
  g_string_append_printf(out, "#%u\"", fact->number);
  put_pair(out, ",\"code\":", fact->code);
  put_pair(out, ",\"name\":{\"zh\":", fact->name_zh);
  put_pair(out, ",\"en\":", fact->name_en);
  put_pair(out, "},\"measure\":", jb_measure_name(fact->measure));
  g_string_append(out, ",\"value\":\"");
  jb_decimal_append(out, fact->value);
  put_pair(out, "\",\"unit\":", fact->unit != NULL ? fact->unit : "");
  put_amount(out, fact);
  put_pair(out, ",\"bound\":", jb_bound_name(fact->bound));
  put_pair(out, ",\"status\":", jb_status_name(fact->status));
  put_period(out, fact->period);
  put_base(out, fact->base_year);
  g_string_append_c(out, ',');
  put_area(out, fact->area != NULL ? fact->area : &report->area);
  put_source(out, &fact->source);
  put_pair(out, ",\"formula\":", fact->formula);
  g_string_append_c(out, '}');
}

void
jb_facts_write_jsonl(const JbFacts *facts, GString *out)
{
  for (guint i = 0; i < facts->n_facts; i++) {
    put_fact(out, &facts->report, &facts->facts[i]);
    g_string_append_c(out, '\n');
  }
}

static void
put_report(GString *out, const JbReport *report)
{
  put_pair(out, "\"report\":{\"id\":", known(report->id));
  put_pair(out, ",\"title\":", known(report->title));
  put_pair(out, ",\"kind\":", jb_report_kind_name(report->kind));
  if (report->year != 0)
    g_string_append_printf(out, ",\"year\":%d", report->year);
  else
    g_string_append(out, ",\"year\":null");
  put_pair(out, ",\"date\":", known(report->date));
  put_pair(out, ",\"sha256\":", known(report->sha256));
  g_string_append_printf(out, ",\"congress\":%d,\"session\":%d,", report->congress, report->session);
  put_area(out, &report->area);
}

/* {"report": {…}, "facts": [ … ]}, a fact a line, so that it compares well line by line. */
void
jb_facts_write_json(const JbFacts *facts, GString *out)
{
  g_string_append_c(out, '{');
  put_report(out, &facts->report);
  g_string_append(out, "},\n\"facts\":[");
  for (guint i = 0; i < facts->n_facts; i++) {
    g_string_append(out, i > 0 ? ",\n" : "\n");
    put_fact(out, &facts->report, &facts->facts[i]);
  }
  g_string_append(out, "\n]}\n");
}

/* ---- What travels beside the table of the facts --------------------------------------------------------------- */

static gboolean
same_sections(const char **a, const char **b)
{
  static const char *none[] = {NULL};
  a = a != NULL ? a : none;
  b = b != NULL ? b : none;
  for (; *a != NULL && g_strcmp0(*a, *b) == 0; a++, b++)
    ;
  return *a == NULL && *b == NULL;
}

/* Of one sentence at one place. */
static gboolean
same_passage(gconstpointer left, gconstpointer right)
{
  const JbSource *a = left, *b = right;
  return a->paragraph == b->paragraph && a->line == b->line && a->page == b->page &&
         g_strcmp0(a->sentence, b->sentence) == 0 && g_strcmp0(a->report, b->report) == 0 &&
         same_sections(a->sections, b->sections);
}

static guint
hash_passage(gconstpointer data)
{
  const JbSource *source = data;
  return (source->sentence != NULL ? g_str_hash(source->sentence) : 0) * 31 + source->paragraph;
}

static void
put_passage(GString *out, const JbSource *source)
{
  g_string_append_c(out, '{');
  put_place(out, source);
  g_string_append_printf(out, ",\"line\":%u", source->line);
  if (source->report != NULL)
    put_pair(out, ",\"report\":", source->report);
  put_pair(out, ",\"text\":", source->sentence);
  g_string_append_c(out, '}');
}

/* Each sentence once; returns the number of each, from 1. */
static GHashTable *
put_passages(GString *out, const JbFacts *facts)
{
  GHashTable *numbers = g_hash_table_new(hash_passage, same_passage);
  g_string_append(out, "\"sentences\":[");
  for (guint i = 0; i < facts->n_facts; i++) {
    const JbSource *source = &facts->facts[i].source;
    if (g_hash_table_contains(numbers, source))
      continue;
    g_string_append(out, g_hash_table_size(numbers) > 0 ? ",\n" : "\n");
    put_passage(out, source);
    g_hash_table_insert(numbers, (gpointer)source, GUINT_TO_POINTER(g_hash_table_size(numbers) + 1));
  }
  g_string_append(out, "\n],\n");
  return numbers;
}

static void
put_inputs(GString *out, const guint *inputs)
{
  g_string_append(out, ",\"inputs\":[");
  for (guint i = 0; inputs[i] != 0; i++)
    g_string_append_printf(out, i > 0 ? ",%u" : "%u", inputs[i]);
  g_string_append_c(out, ']');
}

/* What csv.c has no column for. */
static void
put_beside(GString *out, const JbFact *fact, guint sentence)
{
  gint32 power;
  g_string_append_printf(out, "{\"id\":%u,\"sentence\":%u", fact->number, sentence);
  if (fact->unit != NULL)
    put_pair(out, ",\"unit\":", fact->unit);
  if (fact->amount.unit == NULL) {
    g_string_append(out, ",\"amount\":null");
  } else if (!jb_fact_multiplier(fact, &power)) {
    g_string_append(out, ",\"value\":\"");
    jb_decimal_append(out, fact->value);
    g_string_append_c(out, '"');
  }
  if (fact->area != NULL) {
    g_string_append_c(out, ',');
    put_area(out, fact->area);
  }
  if (fact->name_en_short != NULL)
    put_pair(out, ",\"short\":", fact->name_en_short);
  if (fact->inputs != NULL)
    put_inputs(out, fact->inputs);
  g_string_append_c(out, '}');
}

void
jb_facts_write_beside(const JbFacts *facts, const char *made, GString *out)
{
  g_string_append_printf(out, "{\"made\":%s,\n", made);
  put_report(out, &facts->report);
  put_pair(out, ",\"level\":", jb_area_level_name(facts->report.area.level));
  g_string_append(out, "},\n");
  g_autoptr(GHashTable) numbers = put_passages(out, facts);
  g_string_append(out, "\"facts\":[");
  for (guint i = 0; i < facts->n_facts; i++) {
    g_string_append(out, i > 0 ? ",\n" : "\n");
    put_beside(out, &facts->facts[i], GPOINTER_TO_UINT(g_hash_table_lookup(numbers, &facts->facts[i].source)));
  }
  g_string_append(out, "\n]}\n");
}
