/* SPDX-License-Identifier: Apache-2.0 */
/* Selectors over facts: which facts a condition holds for. */
#include "layout/run.h"

#include <string.h>

gboolean
jb_same_series(const JbFact *a, const JbFact *b)
{
  if (a->code != NULL || b->code != NULL)
    return g_strcmp0(a->code, b->code) == 0;
  return g_strcmp0(a->name_zh, b->name_zh) == 0;
}

gboolean
jb_tells_exactly(const JbFact *fact, const JbFact *rough)
{
  return fact->bound == JB_BOUND_EQ && rough->bound != JB_BOUND_EQ && fact->base_year == rough->base_year &&
         jb_same_series(fact, rough) && jb_verdict(fact, rough, NULL) == JB_VERDICT_MET;
}

const JbFact *
jb_next_asked(const JbRun *run, const JbSelect *select, guint *at)
{
  guint n = run->facts->n_facts;
  guint asked = select->indicators != NULL ? g_strv_length((char **)(gpointer)select->indicators) : 0;
  while (*at < MAX(asked, 1) * n) {
    guint round = *at / n;
    const JbFact *fact = &run->facts->facts[(*at)++ % n];
    if (asked == 0 || g_strcmp0(fact->code, select->indicators[round]) == 0)
      return fact;
  }
  return NULL;
}

static gboolean
in_list(const char *const *list, const char *word)
{
  for (; word != NULL && list != NULL && *list != NULL; list++)
    if (strcmp(*list, word) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
tag_headline(const JbRun *run, const JbFact *fact)
{
  return in_list(run->layout->headline, fact->code);
}

static gboolean
tag_annual_target(const JbRun *run, const JbFact *fact)
{
  return fact->status == JB_STATUS_TARGET && jb_period_is_year(fact->period) &&
         fact->period.to_year == run->facts->report.year;
}

static gboolean
tag_plan_target(const JbRun *run, const JbFact *fact)
{
  return fact->status == JB_STATUS_TARGET && fact->period.to_year > run->facts->report.year;
}

static gboolean
tag_result(const JbRun *run, const JbFact *fact)
{
  return jb_fact_has_happened(fact) && fact->period.to_year == run->facts->report.year - 1;
}

static const struct {
  const char *name;
  gboolean (*holds)(const JbRun *run, const JbFact *fact);
} tags[] = {
    {"headline", tag_headline},
    {"annual_target", tag_annual_target},
    {"plan_target", tag_plan_target},
    {"result", tag_result},
};

static gboolean
tag_holds(const JbRun *run, const char *tag, const JbFact *fact)
{
  for (guint i = 0; i < G_N_ELEMENTS(tags); i++)
    if (strcmp(tags[i].name, tag) == 0)
      return tags[i].holds(run, fact);
  return FALSE;
}

static gboolean
in_section(const JbFact *fact, const char *section)
{
  for (const char **heading = fact->source.sections; heading != NULL && *heading != NULL; heading++)
    if (strstr(*heading, section) != NULL)
      return TRUE;
  return FALSE;
}

/* "gdp.level@$last" against a fact; the layout's reader has checked its form. */
static gboolean
path_holds(const JbRun *run, const char *path, const JbFact *fact)
{
  const char *dot = strchr(path, '.'), *at = strchr(path, '@');
  JbWhen when;
  if (fact->code == NULL || dot == NULL || at == NULL || at < dot || !jb_when_parse(at + 1, &when))
    return FALSE;
  const char *measure = jb_measure_name(fact->measure);
  return strlen(fact->code) == (gsize)(dot - path) && strncmp(path, fact->code, (gsize)(dot - path)) == 0 &&
         strlen(measure) == (gsize)(at - dot - 1) && strncmp(dot + 1, measure, (gsize)(at - dot - 1)) == 0 &&
         jb_when_holds(&when, fact->period, run->facts->report.year);
}

const JbFact *
jb_fact_by_path(const JbRun *run, const char *path)
{
  for (guint i = 0; i < run->facts->n_facts; i++)
    if (path_holds(run, path, &run->facts->facts[i]))
      return &run->facts->facts[i];
  return NULL;
}

gboolean
jb_select_holds(const JbRun *run, const JbSelect *select, const JbFact *fact)
{
  if (jb_is_promise(fact))
    return FALSE; /* stands only beside what came of it */
  guint statuses = select->statuses != 0 ? select->statuses : ~(1u << JB_STATUS_DERIVED);
  if ((statuses & (1u << fact->status)) == 0)
    return FALSE;
  if (select->measures != 0 && (select->measures & (1u << fact->measure)) == 0)
    return FALSE;
  if (select->indicators != NULL && !in_list(select->indicators, fact->code))
    return FALSE;
  if (!jb_when_holds(&select->period, fact->period, run->facts->report.year))
    return FALSE;
  if (select->section != NULL && !in_section(fact, select->section))
    return FALSE;
  if (select->tag != NULL && !tag_holds(run, select->tag, fact))
    return FALSE;
  if (select->rest && run->used[fact->number])
    return FALSE;
  if (select->facts == NULL)
    return TRUE;
  for (const char **path = select->facts; *path != NULL; path++)
    if (path_holds(run, *path, fact))
      return TRUE;
  return FALSE;
}
