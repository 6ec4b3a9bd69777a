/* SPDX-License-Identifier: Apache-2.0 */
/* Findings and the words they are made of. */
#include "check/internal.h"

#include <jianbao/wording.h>

static gint
by_reading_order(gconstpointer a, gconstpointer b)
{
  const JbPlace *left = a, *right = b;
  return left->fact->number < right->fact->number ? -1 : left->fact->number > right->fact->number;
}

void
jb_found(JbChecker *checker, const char *kind, JbCertainty certainty, const char *zh, const char *en, guint n_places,
         const JbStated *const *places)
{
  JbFinding finding = {.kind = kind, .certainty = certainty, .zh = zh, .en = en};
  for (guint i = 0; i < n_places && finding.n_places < JB_MOST_PLACES; i++)
    if (places[i] != NULL)
      finding.places[finding.n_places++] = (JbPlace){.facts = checker->facts, .fact = places[i]->fact};
  qsort(finding.places, finding.n_places, sizeof(JbPlace), by_reading_order);
  g_array_append_val(checker->findings, finding);
}

const char *
jb_figure_zh(JbChecker *checker, const JbFact *fact)
{
  return jb_quantity(checker->arena, fact, JB_LANG_ZH, JB_STYLE_PROSE);
}

const char *
jb_figure_en(JbChecker *checker, const JbFact *fact)
{
  return jb_quantity(checker->arena, fact, JB_LANG_EN, JB_STYLE_PROSE);
}

const char *
jb_said_zh(JbChecker *checker, const JbFact *fact)
{
  const char *figure = jb_figure_zh(checker, fact);
  if (fact->period.from_year == 0)
    return figure;
  return jb_arena_printf(checker->arena, "%s%s", jb_period_words(checker->arena, fact->period, JB_LANG_ZH), figure);
}

const char *
jb_said_en(JbChecker *checker, const JbFact *fact)
{
  const char *figure = jb_figure_en(checker, fact);
  if (fact->period.from_year == 0)
    return figure;
  return jb_arena_printf(checker->arena, "%s (%s)", figure, jb_period_words(checker->arena, fact->period, JB_LANG_EN));
}

const char *
jb_computed_zh(JbChecker *checker, const JbFact *like, JbWide value, gint32 decimals)
{
  JbFact figure;
  return jb_range_figure(like, value, decimals, &figure) ? jb_figure_zh(checker, &figure) : "?";
}

const char *
jb_computed_en(JbChecker *checker, const JbFact *like, JbWide value, gint32 decimals)
{
  JbFact figure;
  return jb_range_figure(like, value, decimals, &figure) ? jb_figure_en(checker, &figure) : "?";
}

const char *
jb_label_zh(JbChecker *checker, const JbFact *fact)
{
  return jb_name_zh(checker->arena, fact, checker->facts->report.area.level, FALSE);
}

/* The Chinese name where no English one is known. */
const char *
jb_label_en(JbChecker *checker, const JbFact *fact)
{
  const char *name = jb_name_en(checker->arena, fact, checker->facts->report.area.level, FALSE);
  return name != NULL ? name : jb_label_zh(checker, fact);
}
