/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Check: Facts → Findings, where a report contradicts itself.
 *
 * It takes a fact set and gives each extracted fact what its sentence says around it (scope.c). The rules (moves.c,
 * values.c, parts.c, rates.c, targets.c) look for figures that cannot all be right, with integer intervals that grant
 * every figure its rounding (range.c). A finding quotes the facts it is about; they must outlive it. A rule stays
 * silent where words of the text may explain a difference: a sound report must give nothing.
 */
#include "check/internal.h"

#include <string.h>

static const JbCheckKind kinds[] = {
    {.name = "direction", .summary = "said to go up while the figures go down, or the reverse"},
    {.name = "change", .summary = "a level less its change is not the level it is counted from"},
    {.name = "growth", .summary = "two levels contradict the growth between them"},
    {.name = "average_growth", .summary = "two levels contradict the average growth between them"},
    {.name = "two_values", .summary = "one indicator and period, two figures"},
    {.name = "bound", .summary = "a bound that the figure itself denies"},
    {.name = "range", .summary = "a range whose low end is above its high end"},
    {.name = "sum", .summary = "parts do not make the whole"},
    {.name = "part_over_whole", .summary = "a part is more than its whole"},
    {.name = "mean", .summary = "a mean outside of what it is the mean of"},
    {.name = "shares", .summary = "shares of a list do not make 100"},
    {.name = "over_100", .summary = "a share or rate of a part over 100 percent"},
    {.name = "implausible", .summary = "a rate out of any range that the indicator has had"},
    {.name = "points", .summary = "percent where percentage points are meant"},
    {.name = "target", .summary = "a target below what was already reached"},
    {.name = "revised", .summary = "another report gives another figure for the same year (--against)"},
};

const JbCheckKind *
jb_check_kind_at(guint index)
{
  return index < G_N_ELEMENTS(kinds) ? &kinds[index] : NULL;
}

const char *
jb_certainty_name(JbCertainty certainty)
{
  static const char *const names[] = {[JB_CERTAIN] = "certain", [JB_LIKELY] = "likely", [JB_POSSIBLE] = "possible"};
  return names[certainty];
}

gboolean
jb_findings_are_serious(const JbFindings *findings)
{
  return findings->n_findings > 0 && findings->findings[0].certainty != JB_POSSIBLE;
}

static guint
kind_rank(const char *kind)
{
  guint rank = 0;
  while (rank < G_N_ELEMENTS(kinds) && strcmp(kinds[rank].name, kind) != 0)
    rank++;
  return rank;
}

/* The surest first; then where they stand; then the kind. No two rules give one kind for one pair of places. */
static gint
by_certainty(gconstpointer a, gconstpointer b)
{
  const JbFinding *x = a, *y = b;
  if (x->certainty != y->certainty)
    return (gint)x->certainty - (gint)y->certainty;
  for (guint i = 0; i < x->n_places && i < y->n_places; i++)
    if (x->places[i].fact->number != y->places[i].fact->number)
      return x->places[i].fact->number < y->places[i].fact->number ? -1 : 1;
  return (gint)kind_rank(x->kind) - (gint)kind_rank(y->kind);
}

JbFindings *
jb_findings_close(JbChecker *checker)
{
  g_array_sort(checker->findings, by_certainty);
  JbFindings *findings = g_new0(JbFindings, 1);
  guint n = checker->findings->len;
  JbFinding *copy = jb_arena_make(checker->arena, JbFinding, n + 1);
  if (n > 0) /* an empty array has no data */
    memcpy(copy, checker->findings->data, sizeof(JbFinding) * n);
  *findings = (JbFindings){.arena = checker->arena, .n_findings = n, .findings = copy};
  g_array_unref(checker->findings);
  return findings;
}

JbChecker
jb_checker_open(const JbFacts *facts)
{
  JbChecker checker = {.arena = jb_arena_new(), .facts = facts};
  checker.items = jb_check_items(facts, checker.arena, &checker.n);
  checker.findings = g_array_new(FALSE, TRUE, sizeof(JbFinding));
  return checker;
}

JbFindings *
jb_check(const JbFacts *facts)
{
  static void (*const rules[])(JbChecker * checker) = {jb_check_moves, jb_check_values, jb_check_parts, jb_check_rates,
                                                       jb_check_targets};
  JbChecker checker = jb_checker_open(facts);
  for (guint i = 0; i < G_N_ELEMENTS(rules); i++)
    rules[i](&checker);
  return jb_findings_close(&checker);
}

void
jb_findings_free(JbFindings *findings)
{
  if (findings == NULL)
    return;
  jb_arena_free(findings->arena);
  g_free(findings);
}
