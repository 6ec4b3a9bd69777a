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

static gboolean
looks_back(const JbFact *fact)
{
  return fact->status == JB_STATUS_ACTUAL || fact->status == JB_STATUS_ESTIMATE;
}

/* May both be true of one thing? 超过4万亿元 and 4.2万亿元 may; of 7800亿元 nobody says 超过1000亿元. */
static gboolean
agrees(const JbFact *fact, const JbFact *sure)
{
  gint order = jb_decimal_compare(sure->amount.value, fact->amount.value);
  JbDecimal twice;
  gboolean far = jb_decimal_add(fact->amount.value, fact->amount.value, &twice) &&
                 jb_decimal_compare(sure->amount.value, twice) > 0;
  if (sure->bound == JB_BOUND_GE || sure->bound == JB_BOUND_GT) /* 150亿元 is not what 2220亿元以上 is */
    return fact->bound != JB_BOUND_EQ || order <= 0;
  if (sure->bound != JB_BOUND_EQ && sure->bound != JB_BOUND_APPROX)
    return TRUE;
  switch (fact->bound) {
  case JB_BOUND_GE:
  case JB_BOUND_GT:
    return order >= 0 && !far;
  case JB_BOUND_LE:
  case JB_BOUND_LT:
    return order <= 0;
  default:
    return order == 0;
  }
}

/* Another figure for the same thing, time and measure than the one that is surely the area's. */
static gboolean
contradicts(const JbFact *fact, const JbFact *sure)
{
  return g_strcmp0(fact->code, sure->code) == 0 && fact->measure == sure->measure &&
         looks_back(fact) == looks_back(sure) && fact->base_year == sure->base_year &&
         jb_period_equal(fact->period, sure->period) && g_strcmp0(fact->amount.unit, sure->amount.unit) == 0 &&
         !agrees(fact, sure);
}

/* 支持临港发展。…生产总值增长13.5%: what may be a part's is it when the report gives the area another figure. */
static void
settle_parts(GArray *facts, const GArray *doubtful)
{
  g_autofree gboolean *is_doubtful = g_new0(gboolean, facts->len);
  for (guint d = 0; d < doubtful->len; d++)
    is_doubtful[g_array_index(doubtful, guint, d)] = TRUE;
  for (guint d = 0; d < doubtful->len; d++) {
    JbFact *fact = &g_array_index(facts, JbFact, g_array_index(doubtful, guint, d));
    for (guint i = 0; i < facts->len && fact->code != NULL; i++)
      if (!is_doubtful[i] && contradicts(fact, &g_array_index(facts, JbFact, i)))
        fact->code = NULL;
  }
}

void
jb_settle(GArray *facts, const GArray *doubtful)
{
  settle_parts(facts, doubtful);
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
