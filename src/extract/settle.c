/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What only the whole report tells. 财政收入 alone is the budget revenue of a province or city, unless the same report
 * gives 一般公共预算收入 or 地方财政收入 for the same time beside it: then it is the total with the centre's part.
 */
#include "extract/bind.h"

#include "extract/item.h"

#include <string.h>

static gboolean
is_bare_revenue(const JbFact *fact)
{
  return g_strcmp0(fact->code, "general_budget_revenue") == 0 && jb_slice_ends(jb_slice(fact->name_zh), "财政收入") &&
         strstr(fact->name_zh, "预算") == NULL;
}

static gboolean
is_narrower(const JbFact *fact, const JbFact *bare)
{
  gboolean same = g_strcmp0(fact->code, bare->code) == 0 && fact->measure == bare->measure &&
                  fact->status == bare->status && jb_period_equal(fact->period, bare->period) &&
                  strcmp(fact->unit, bare->unit) == 0;
  gboolean narrower = strstr(fact->name_zh, "预算") != NULL ||
                      (strstr(fact->name_zh, "地方") != NULL && strstr(bare->name_zh, "地方") == NULL);
  return same && narrower && jb_decimal_compare(fact->value, bare->value) != 0;
}

void
jb_settle(GArray *facts)
{
  for (guint i = 0; i < facts->len; i++) {
    JbFact *bare = &g_array_index(facts, JbFact, i);
    if (!is_bare_revenue(bare))
      continue;
    for (guint k = 0; k < facts->len; k++)
      if (is_narrower(&g_array_index(facts, JbFact, k), bare)) {
        bare->code = NULL;
        break;
      }
  }
}
