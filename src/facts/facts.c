/* SPDX-License-Identifier: Apache-2.0 */
/*
 * facts/: the fact set of one report, what follows from it by arithmetic, and how it is written.
 *
 * Takes the JbFacts that extract/ made; derive.c appends derived facts; json.c, csv.c and table.c write
 * them. Everything a fact points to lives in the set's arena until jb_facts_free(); a fact never changes
 * once appended, only `name_en` is filled in later by wording/. Numbers run from 1 without gaps in
 * extraction order, so looking one up is one comparison, with a search only for sets built otherwise.
 */
#include "facts/facts.h"

JbFacts *
jb_facts_new(void)
{
  JbFacts *facts = g_new0(JbFacts, 1);
  facts->arena = jb_arena_new();
  return facts;
}

void
jb_facts_free(JbFacts *facts)
{
  if (facts == NULL)
    return;
  jb_arena_free(facts->arena);
  g_free(facts);
}

const JbFact *
jb_facts_lookup(const JbFacts *facts, guint number)
{
  if (number == 0)
    return NULL;
  if (number <= facts->n_facts && facts->facts[number - 1].number == number)
    return &facts->facts[number - 1];
  for (guint i = 0; i < facts->n_facts; i++)
    if (facts->facts[i].number == number)
      return &facts->facts[i];
  return NULL;
}

const char *
jb_measure_name(JbMeasure measure)
{
  static const char *const names[] = {
      [JB_MEASURE_LEVEL] = "level",   [JB_MEASURE_GROWTH] = "growth", [JB_MEASURE_AVERAGE_GROWTH] = "average_growth",
      [JB_MEASURE_CHANGE] = "change", [JB_MEASURE_SHARE] = "share",   [JB_MEASURE_RANK] = "rank",
  };
  return names[measure];
}

const char *
jb_bound_name(JbBound bound)
{
  static const char *const names[] = {
      [JB_BOUND_EQ] = "eq", [JB_BOUND_GE] = "ge", [JB_BOUND_GT] = "gt",
      [JB_BOUND_LE] = "le", [JB_BOUND_LT] = "lt", [JB_BOUND_APPROX] = "approx",
  };
  return names[bound];
}

const char *
jb_status_name(JbStatus status)
{
  static const char *const names[] = {
      [JB_STATUS_ACTUAL] = "actual",
      [JB_STATUS_ESTIMATE] = "estimate",
      [JB_STATUS_TARGET] = "target",
      [JB_STATUS_DERIVED] = "derived",
  };
  return names[status];
}

void
jb_facts_write(const JbFacts *facts, JbFactsFormat format, GString *out)
{
  static void (*const writers[])(const JbFacts *, GString *) = {
      [JB_FACTS_JSONL] = jb_facts_write_jsonl,
      [JB_FACTS_JSON] = jb_facts_write_json,
      [JB_FACTS_CSV] = jb_facts_write_csv,
      [JB_FACTS_TABLE] = jb_facts_write_table,
  };
  writers[format](facts, out);
}

static const char **
copy_texts(JbArena *arena, const char *const *texts)
{
  guint n = 0;
  while (texts != NULL && texts[n] != NULL)
    n++;
  const char **copy = jb_arena_make(arena, const char *, n + 1);
  for (guint i = 0; i < n; i++)
    copy[i] = jb_arena_dup(arena, texts[i]);
  return copy;
}

JbFact
jb_fact_copy(JbArena *arena, const JbFact *fact)
{
  JbFact copy = *fact;
  const char **const texts[] = {&copy.code,    &copy.name_zh,         &copy.name_en,
                                &copy.unit,    &copy.amount.unit,     &copy.source.text,
                                &copy.formula, &copy.source.sentence, &copy.source.report};
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
    *texts[i] = jb_arena_dup(arena, *texts[i]);
  copy.source.sections = copy_texts(arena, (const char *const *)fact->source.sections);
  if (fact->area != NULL) {
    JbArea area = *fact->area;
    area.code = jb_arena_dup(arena, area.code);
    area.zh = jb_arena_dup(arena, area.zh);
    area.en = jb_arena_dup(arena, area.en);
    copy.area = jb_arena_memdup(arena, &area, sizeof area);
  }
  copy.inputs = NULL; /* numbers of another set */
  return copy;
}

gboolean
jb_fact_has_happened(const JbFact *fact)
{
  return fact->status == JB_STATUS_ACTUAL || fact->status == JB_STATUS_ESTIMATE;
}

gboolean
jb_same_indicator(const JbFact *a, const JbFact *b)
{
  if (a->code != NULL || b->code != NULL)
    return g_strcmp0(a->code, b->code) == 0;
  return a->name_zh != NULL && g_strcmp0(a->name_zh, b->name_zh) == 0;
}

gboolean
jb_is_released(const JbFacts *facts, const JbFact *fact)
{
  return (fact->source.report != NULL || facts->report.kind != JB_REPORT_WORK) && jb_fact_has_happened(fact);
}

gboolean
jb_is_promise(const JbFact *fact)
{
  return fact->status == JB_STATUS_TARGET && fact->source.report != NULL;
}
