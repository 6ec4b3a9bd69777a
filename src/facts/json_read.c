/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Facts back from what travels in a PDF: their table (csv.c) and the JSON beside it. The files may have been through
 * anybody's hands: every value is looked at, and the first that is missing or no such thing is named with its fact.
 */
#include "facts/facts.h"

#include <jansson.h>

#include <string.h>

typedef struct {
  const char *name; /* of the files */
  JbArena *arena;
  const char *const *table;
  guint row;      /* of it */
  JbSource *passages;
  guint n_passages;
  guint number;   /* of the fact, 0 the report */
  GError **error; /* set by the first fault; reading then goes on with zeros */
} Reader;

static void
fail(Reader *reader, const char *key, const char *what)
{
  if (*reader->error != NULL)
    return;
  if (reader->number > 0)
    g_set_error(reader->error, JB_ERROR, JB_ERROR_DATA, "%s: fact %u: \"%s\" %s; the file has been changed",
                reader->name, reader->number, key, what);
  else
    g_set_error(reader->error, JB_ERROR, JB_ERROR_DATA, "%s: \"%s\" %s; the file has been changed", reader->name, key,
                what);
}

static json_t *
take(Reader *reader, json_t *from, const char *key)
{
  json_t *value = json_object_get(from, key);
  if (value == NULL)
    fail(reader, key, "is missing");
  return value;
}

/* A text, or NULL for null. */
static const char *
take_text(Reader *reader, json_t *from, const char *key)
{
  json_t *value = take(reader, from, key);
  if (value != NULL && !json_is_string(value) && !json_is_null(value))
    fail(reader, key, "is no text");
  return json_is_string(value) ? jb_arena_dup(reader->arena, json_string_value(value)) : NULL;
}

static const char *
take_words(Reader *reader, json_t *from, const char *key)
{
  const char *text = take_text(reader, from, key);
  return text != NULL ? text : "";
}

static gint64
take_whole(Reader *reader, json_t *from, const char *key, gint64 least, gint64 most)
{
  json_t *value = take(reader, from, key);
  if (json_is_null(value))
    return 0;
  gint64 number = json_integer_value(value);
  if (value != NULL && (!json_is_integer(value) || number < least || number > most))
    fail(reader, key, "is no number that can stand there");
  return CLAMP(number, least, most);
}

static guint
take_count(Reader *reader, json_t *from, const char *key)
{
  return (guint)take_whole(reader, from, key, 0, G_MAXUINT32);
}

static JbDecimal
to_decimal(Reader *reader, const char *text, const char *key)
{
  JbDecimal value = {0};
  if (text == NULL || !jb_decimal_parse((JbSlice){.at = text, .len = strlen(text)}, &value))
    fail(reader, key, "is no decimal");
  return value;
}

/* ---- Cells of the table ------------------------------------------------------------------------------------------ */

/* Empty, as what is not known: NULL. */
static const char *
cell_text(const Reader *reader, const char *column)
{
  const char *cell = jb_csv_cell(reader->table, reader->row, column);
  return *cell != '\0' ? cell : NULL;
}

static guint
cell_count(Reader *reader, const char *column, guint most)
{
  const char *cell = cell_text(reader, column);
  guint64 number = 0;
  if (cell == NULL || !g_ascii_string_to_unsigned(cell, 10, 0, most, &number, NULL))
    fail(reader, column, "is no number that can stand there");
  return (guint)number;
}

static gint32
cell_power(Reader *reader, const char *column)
{
  const char *cell = cell_text(reader, column);
  gint64 power = 0;
  if (cell == NULL || !g_ascii_string_to_signed(cell, 10, -18, 18, &power, NULL))
    fail(reader, column, "is no number that can stand there");
  return (gint32)power;
}

#define NAME_AT(function, Type)                                                                                        \
  static const char *function##_at(guint index)                                                                        \
  {                                                                                                                    \
    return function((Type)index);                                                                                      \
  }
NAME_AT(jb_measure_name, JbMeasure)
NAME_AT(jb_bound_name, JbBound)
NAME_AT(jb_report_kind_name, JbReportKind)
NAME_AT(jb_area_level_name, JbAreaLevel)
NAME_AT(jb_csv_status_code, JbStatus)

static guint
to_word(Reader *reader, const char *text, const char *key, const char *(*name)(guint index), guint last)
{
  for (guint i = 0; i <= last; i++)
    if (g_strcmp0(text, name(i)) == 0)
      return i;
  fail(reader, key, "is no word of ours");
  return 0;
}

static guint
take_word(Reader *reader, json_t *from, const char *key, const char *(*name)(guint index), guint last)
{
  return to_word(reader, take_text(reader, from, key), key, name, last);
}

static guint
cell_word(Reader *reader, const char *column, const char *(*name)(guint index), guint last)
{
  return to_word(reader, cell_text(reader, column), column, name, last);
}

static JbPeriod
cell_period(Reader *reader, const char *column)
{
  JbPeriod period = {0};
  const char *text = cell_text(reader, column);
  if (text != NULL && !jb_period_parse(text, &period))
    fail(reader, column, "is no period");
  return period;
}

/* ---- Report and facts -------------------------------------------------------------------------------------------- */

static JbArea
take_area(Reader *reader, json_t *from)
{
  json_t *area = take(reader, from, "area");
  return (JbArea){.code = take_words(reader, area, "code"),
                  .zh = take_words(reader, area, "zh"),
                  .en = take_words(reader, area, "en")};
}

static JbReport
take_report(Reader *reader, json_t *root)
{
  json_t *from = take(reader, root, "report");
  JbReport report = {.id = take_words(reader, from, "id"),
                     .title = take_words(reader, from, "title"),
                     .date = take_words(reader, from, "date"),
                     .sha256 = take_words(reader, from, "sha256"),
                     .kind = (JbReportKind)take_word(reader, from, "kind", jb_report_kind_name_at, JB_REPORT_TABLE),
                     .year = (gint)take_whole(reader, from, "year", 0, 9999),
                     .congress = (gint)take_whole(reader, from, "congress", 0, G_MAXINT),
                     .session = (gint)take_whole(reader, from, "session", 0, G_MAXINT)};
  report.area = take_area(reader, from);
  report.area.level = (JbAreaLevel)take_word(reader, from, "level", jb_area_level_name_at, JB_AREA_COUNTY);
  return report;
}

static JbSource
take_passage(Reader *reader, json_t *from)
{
  json_t *sections = take(reader, from, "section");
  JbSource source = {.paragraph = take_count(reader, from, "paragraph"),
                     .line = take_count(reader, from, "line"),
                     .sentence = take_text(reader, from, "text")};
  if (json_object_get(from, "page") != NULL)
    source.page = take_count(reader, from, "page");
  if (json_object_get(from, "report") != NULL)
    source.report = take_text(reader, from, "report");
  gsize n = json_array_size(sections);
  if (n > 0)
    source.sections = jb_arena_make(reader->arena, const char *, n + 1);
  for (gsize i = 0; i < n; i++) {
    json_t *section = json_array_get(sections, i);
    if (!json_is_string(section))
      fail(reader, "section", "holds something else than text");
    source.sections[i] = jb_arena_dup(reader->arena, json_is_string(section) ? json_string_value(section) : "");
  }
  return source;
}

static void
take_passages(Reader *reader, json_t *root)
{
  json_t *list = take(reader, root, "sentences");
  reader->n_passages = (guint)json_array_size(list);
  reader->passages = jb_arena_make(reader->arena, JbSource, reader->n_passages + 1);
  for (guint i = 0; i < reader->n_passages; i++)
    reader->passages[i] = take_passage(reader, json_array_get(list, i));
}

static JbSource
take_source(Reader *reader, json_t *from)
{
  guint sentence = take_count(reader, from, "sentence");
  JbSource source = {0};
  if (sentence >= 1 && sentence <= reader->n_passages)
    source = reader->passages[sentence - 1];
  else
    fail(reader, "sentence", "is none of the sentences");
  source.start = cell_count(reader, "SOURCE_START", G_MAXUINT32);
  source.end = cell_count(reader, "SOURCE_END", G_MAXUINT32);
  source.text = cell_text(reader, "SOURCE_TEXT");
  return source;
}

static const guint *
take_inputs(Reader *reader, json_t *from)
{
  json_t *list = json_object_get(from, "inputs");
  gsize n = json_array_size(list);
  if (list == NULL)
    return NULL;
  guint *inputs = jb_arena_make(reader->arena, guint, n + 1);
  for (gsize i = 0; i < n; i++)
    inputs[i] = (guint)json_integer_value(json_array_get(list, i));
  return inputs;
}

/* Value and amount, one of which the table has, with the power between them; see put_beside() in json.c. */
static void
take_values(Reader *reader, json_t *from, JbFact *fact)
{
  JbDecimal told = to_decimal(reader, cell_text(reader, "OBS_VALUE"), "OBS_VALUE");
  json_t *written = json_object_get(from, "value");
  fact->value = written != NULL ? to_decimal(reader, json_string_value(written), "value") : told;
  if (json_object_get(from, "amount") != NULL)
    return; /* there is none */
  fact->amount.unit = jb_csv_cell(reader->table, reader->row, "UNIT_MEASURE"); /* a mere number has an empty one */
  fact->amount.value = told;
  if (written == NULL && !jb_decimal_shift(told, cell_power(reader, "UNIT_MULT"), &fact->amount.value))
    fail(reader, "UNIT_MULT", "is no number that can stand there");
}

static const char *
optional(Reader *reader, json_t *from, const char *key)
{
  return json_object_get(from, key) != NULL ? take_text(reader, from, key) : NULL;
}

static JbFact
take_fact(Reader *reader, json_t *from)
{
  JbFact fact = {.number = take_count(reader, from, "id"),
                 .code = cell_text(reader, "INDICATOR"),
                 .name_zh = jb_csv_cell(reader->table, reader->row, "NAME_ZH"),
                 .name_en = cell_text(reader, "NAME_EN"),
                 .name_en_short = optional(reader, from, "short"),
                 .measure = (JbMeasure)cell_word(reader, "MEASURE", jb_measure_name_at, JB_MEASURE_RANK),
                 .unit = optional(reader, from, "unit"),
                 .bound = (JbBound)cell_word(reader, "BOUND", jb_bound_name_at, JB_BOUND_APPROX),
                 .status = (JbStatus)cell_word(reader, "OBS_STATUS", jb_csv_status_code_at, JB_STATUS_DERIVED),
                 .period = cell_period(reader, "TIME_PERIOD"),
                 .source = take_source(reader, from),
                 .formula = cell_text(reader, "FORMULA"),
                 .inputs = take_inputs(reader, from)};
  take_values(reader, from, &fact);
  if (json_object_get(from, "area") != NULL) {
    JbArea area = take_area(reader, from);
    fact.area = jb_arena_memdup(reader->arena, &area, sizeof area);
  }
  if (cell_text(reader, "BASE_PER") != NULL)
    fact.base_year = (gint)cell_count(reader, "BASE_PER", 9999);
  return fact;
}

static void
take_facts(Reader *reader, json_t *root, guint n_rows, JbFacts *facts)
{
  json_t *list = take(reader, root, "facts");
  gsize n = json_array_size(list);
  if (n != n_rows)
    fail(reader, "facts", "are not as many as the table has rows");
  facts->facts = jb_arena_make(facts->arena, JbFact, n + 1);
  for (gsize i = 0; i < n && *reader->error == NULL; i++) {
    reader->row = (guint)i;
    reader->number = (guint)i + 1;
    facts->facts[i] = take_fact(reader, json_array_get(list, i));
    if (i > 0 && facts->facts[i].number <= facts->facts[i - 1].number)
      fail(reader, "id", "is not behind the one before it");
    facts->n_facts++;
  }
}

JbFacts *
jb_facts_read_beside(const char *name, const GString *json, const GString *csv, GError **error)
{
  json_error_t fault;
  json_t *root = json_loadb(json->str, json->len, JSON_REJECT_DUPLICATES, &fault);
  if (root == NULL) {
    g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s:%d:%d: %s; the file is damaged", name, fault.line, fault.column,
                fault.text);
    return NULL;
  }
  g_autoptr(JbFacts) facts = jb_facts_new();
  GError *failure = NULL;
  Reader reader = {.name = name, .arena = facts->arena, .error = &failure};
  guint n_rows = 0;
  facts->report = take_report(&reader, root);
  reader.table = jb_csv_read(facts->arena, csv->str, csv->len, &n_rows);
  if (reader.table == NULL)
    fail(&reader, "the table", "has not the rows and columns of ours");
  take_passages(&reader, root);
  take_facts(&reader, root, n_rows, facts);
  json_decref(root);
  if (failure == NULL)
    return g_steal_pointer(&facts);
  g_propagate_error(error, failure);
  return NULL;
}
