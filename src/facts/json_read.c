/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Facts back from the JSON that travels in a PDF. The file may have been through anybody's hands: every value is looked
 * at, and the first that is missing or no such thing is named with its fact.
 */
#include "facts/facts.h"

#include <jansson.h>

#include <string.h>

typedef struct {
  const char *name; /* of the file */
  JbArena *arena;
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
take_decimal(Reader *reader, json_t *from, const char *key)
{
  JbDecimal value = {0};
  const char *text = take_text(reader, from, key);
  if (text == NULL || !jb_decimal_parse((JbSlice){.at = text, .len = strlen(text)}, &value))
    fail(reader, key, "is no decimal");
  return value;
}

#define NAME_AT(function, Type)                                                                                        \
  static const char *function##_at(guint index)                                                                        \
  {                                                                                                                    \
    return function((Type)index);                                                                                      \
  }
NAME_AT(jb_measure_name, JbMeasure)
NAME_AT(jb_bound_name, JbBound)
NAME_AT(jb_status_name, JbStatus)
NAME_AT(jb_report_kind_name, JbReportKind)
NAME_AT(jb_area_level_name, JbAreaLevel)

static guint
take_word(Reader *reader, json_t *from, const char *key, const char *(*name)(guint index), guint last)
{
  const char *text = take_text(reader, from, key);
  for (guint i = 0; i <= last; i++)
    if (g_strcmp0(text, name(i)) == 0)
      return i;
  fail(reader, key, "is no word of ours");
  return 0;
}

static JbPeriod
take_period(Reader *reader, json_t *from)
{
  JbPeriod period = {0};
  const char *text = take_text(reader, from, "period");
  if (text != NULL && !jb_period_parse(text, &period))
    fail(reader, "period", "is no period");
  return period;
}

/* ---- Report and facts -------------------------------------------------------------------------------------------- */

static JbReport
take_report(Reader *reader, json_t *root)
{
  json_t *from = take(reader, root, "report"), *area = take(reader, from, "area");
  JbReport report = {.id = take_words(reader, from, "id"),
                     .title = take_words(reader, from, "title"),
                     .date = take_words(reader, from, "date"),
                     .sha256 = take_words(reader, from, "sha256"),
                     .kind = (JbReportKind)take_word(reader, from, "kind", jb_report_kind_name_at, JB_REPORT_TABLE),
                     .year = (gint)take_whole(reader, from, "year", 0, 9999),
                     .congress = (gint)take_whole(reader, from, "congress", 0, G_MAXINT),
                     .session = (gint)take_whole(reader, from, "session", 0, G_MAXINT)};
  report.area = (JbArea){.code = take_words(reader, area, "code"),
                         .zh = take_words(reader, area, "zh"),
                         .en = take_words(reader, area, "en"),
                         .level = (JbAreaLevel)take_word(reader, from, "level", jb_area_level_name_at, JB_AREA_COUNTY)};
  return report;
}

static JbSource
take_source(Reader *reader, json_t *fact)
{
  json_t *from = take(reader, fact, "source"), *sections = take(reader, from, "section");
  JbSource source = {.start = take_count(reader, from, "start"),
                     .end = take_count(reader, from, "end"),
                     .text = take_text(reader, from, "text"),
                     .paragraph = take_count(reader, from, "paragraph"),
                     .line = take_count(reader, from, "line"),
                     .sentence = take_text(reader, from, "sentence"),
                     .report = take_text(reader, from, "report")};
  if (json_object_get(from, "page") != NULL)
    source.page = take_count(reader, from, "page");
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

static const guint *
take_inputs(Reader *reader, json_t *from)
{
  json_t *list = take(reader, from, "inputs");
  gsize n = json_array_size(list);
  if (list == NULL || json_is_null(list))
    return NULL;
  guint *inputs = jb_arena_make(reader->arena, guint, n + 1);
  for (gsize i = 0; i < n; i++)
    inputs[i] = (guint)json_integer_value(json_array_get(list, i));
  return inputs;
}

/* Behind the # of the id. */
static guint
take_number(Reader *reader, json_t *from)
{
  const char *id = take_words(reader, from, "id"), *mark = strrchr(id, '#');
  guint64 number = 0;
  if (mark == NULL || !g_ascii_string_to_unsigned(mark + 1, 10, 1, 1000000, &number, NULL))
    fail(reader, "id", "has no number");
  return (guint)number;
}

static JbFact
take_fact(Reader *reader, json_t *from)
{
  json_t *name = take(reader, from, "name"), *amount = take(reader, from, "amount");
  JbFact fact = {.number = take_number(reader, from),
                 .code = take_text(reader, from, "code"),
                 .name_zh = take_text(reader, name, "zh"),
                 .name_en = take_text(reader, name, "en"),
                 .name_en_short = take_text(reader, name, "short"),
                 .measure = (JbMeasure)take_word(reader, from, "measure", jb_measure_name_at, JB_MEASURE_RANK),
                 .value = take_decimal(reader, from, "value"),
                 .unit = take_text(reader, from, "unit"),
                 .bound = (JbBound)take_word(reader, from, "bound", jb_bound_name_at, JB_BOUND_APPROX),
                 .status = (JbStatus)take_word(reader, from, "status", jb_status_name_at, JB_STATUS_DERIVED),
                 .period = take_period(reader, from),
                 .source = take_source(reader, from),
                 .formula = take_text(reader, from, "formula"),
                 .inputs = take_inputs(reader, from)};
  if (json_is_object(amount)) {
    fact.amount.value = take_decimal(reader, amount, "value");
    fact.amount.unit = take_text(reader, amount, "unit");
  }
  const char *base = take_text(reader, from, "base");
  fact.base_year = base != NULL ? (gint)g_ascii_strtoull(base, NULL, 10) : 0;
  if (fact.name_zh == NULL)
    fail(reader, "zh", "is no text");
  return fact;
}

static void
take_facts(Reader *reader, json_t *root, JbFacts *facts)
{
  json_t *list = take(reader, root, "facts");
  gsize n = json_array_size(list);
  facts->facts = jb_arena_make(facts->arena, JbFact, n + 1);
  for (gsize i = 0; i < n && *reader->error == NULL; i++) {
    reader->number = (guint)i + 1;
    facts->facts[i] = take_fact(reader, json_array_get(list, i));
    if (i > 0 && facts->facts[i].number <= facts->facts[i - 1].number)
      fail(reader, "id", "is not behind the one before it");
    facts->n_facts++;
  }
}

JbFacts *
jb_facts_read_whole(const char *name, const char *json, gsize len, GError **error)
{
  json_error_t fault;
  json_t *root = json_loadb(json, len, JSON_REJECT_DUPLICATES, &fault);
  if (root == NULL) {
    g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s:%d:%d: %s; the file is damaged", name, fault.line, fault.column,
                fault.text);
    return NULL;
  }
  g_autoptr(JbFacts) facts = jb_facts_new();
  GError *failure = NULL;
  Reader reader = {.name = name, .arena = facts->arena, .error = &failure};
  facts->report = take_report(&reader, root);
  take_facts(&reader, root, facts);
  json_decref(root);
  if (failure == NULL)
    return g_steal_pointer(&facts);
  g_propagate_error(error, failure);
  return NULL;
}
