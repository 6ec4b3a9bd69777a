/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names that the table has with a verb before them: 新增高新技术企业 → New high-tech enterprises.
 * The patterns read alike for what was done and for what is planned.
 */
#include "wording/terms.h"

#include <string.h>

/* The longest verb stands before its own prefix. */
static const struct {
  const char *zh, *before, *behind; /* words before the name make it lose its capital */
} verbs[] = {
    {.zh = "新建改扩建", .before = "New and expanded "},
    {.zh = "新建、改扩建", .before = "New and expanded "},
    {.zh = "新改扩建", .before = "New and expanded "},
    {.zh = "新建和改造提升", .before = "New and renovated "},
    {.zh = "新建改造", .before = "New and renovated "},
    {.zh = "新建改建", .before = "New and upgraded "},
    {.zh = "新改建", .before = "New and upgraded "},
    {.zh = "新建成", .behind = " completed"},
    {.zh = "新建", .before = "New "},
    {.zh = "新开工改造", .before = "Renovation of "},
    {.zh = "新开工建设", .behind = " started"},
    {.zh = "新开工", .behind = " started"},
    {.zh = "新开通", .before = "New "},
    {.zh = "新登记", .before = "Newly registered "},
    {.zh = "新设立", .before = "Newly established "},
    {.zh = "新设", .before = "Newly established "},
    {.zh = "新认定", .before = "Newly recognized "},
    {.zh = "新引进", .behind = " brought in"},
    {.zh = "新增", .before = "New "},
    {.zh = "净增", .before = "Net increase in "},
    {.zh = "开工建设", .behind = " started"},
    {.zh = "筹集建设", .before = "Provision of "},
    {.zh = "建设筹集", .before = "Provision of "},
    {.zh = "筹集", .before = "Provision of "},
    {.zh = "筹建", .before = "Provision of "},
    {.zh = "改造提升", .before = "Renovation of "},
    {.zh = "提升改造", .before = "Renovation of "},
    {.zh = "改造", .before = "Renovation of "},
    {.zh = "建成", .behind = " completed"},
    {.zh = "建设", .before = "Construction of "},
    {.zh = "打通", .behind = " opened up"},
    {.zh = "引进", .behind = " brought in"},
    {.zh = "培育", .behind = " fostered"},
    {.zh = "办理", .behind = " handled"},
    {.zh = "制定", .behind = " drawn up"},
    {.zh = "发放", .behind = " granted"},
};

/* Not names that are an amount, a rate or an act already: Output of …, Dilapidated rural houses renovated. */
static gboolean
takes_a_verb(const JbTerm *term)
{
  static const char *const heads[] = {"Output", "Value", "Share", "Gross", "Average", "Coverage", "Total", "Installed"};
  static const char *const acts[] = {" built",       "ed (",  "Redevelopment", "Rebuilding", "Renovation",
                                     "Construction", " per ", "capacity",      "throughput", "acreage"};
  for (gsize i = 0; i < G_N_ELEMENTS(heads); i++)
    if (g_str_has_prefix(term->en, heads[i]))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(acts); i++)
    if (strstr(term->en, acts[i]) != NULL)
      return FALSE;
  return !g_str_has_suffix(term->en, "ed") && !jb_term_is_rate(term->zh);
}

const char *
jb_name_with_verb(JbArena *arena, const char *zh, gboolean is_short)
{
  for (gsize i = 0; i < G_N_ELEMENTS(verbs); i++) {
    if (!g_str_has_prefix(zh, verbs[i].zh))
      continue;
    const JbTerm *term = jb_term_lookup(zh + strlen(verbs[i].zh));
    if (term == NULL || !jb_term_is_indicator(term) || !takes_a_verb(term))
      continue;
    const char *name = is_short ? term->en_short : term->en;
    if (verbs[i].before != NULL)
      return jb_arena_printf(arena, "%s%s", verbs[i].before, jb_term_within(arena, name));
    return jb_arena_printf(arena, "%s%s", name, verbs[i].behind);
  }
  return NULL;
}
