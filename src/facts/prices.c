/* SPDX-License-Identifier: Apache-2.0 */
/* How the growth of an indicator relates to its level: what decides which of the two may be computed. */
#include "facts/facts.h"

#include <string.h>

static const struct {
  const char *code;
  JbPrices prices;
  gboolean anew; /* counted anew each year: the gap to another year's target says nothing */
} indicators[] = {
    {.code = "gdp", .prices = JB_PRICES_CONSTANT},
    {.code = "gdp_per_capita", .prices = JB_PRICES_CONSTANT},
    {.code = "primary_industry_va", .prices = JB_PRICES_CONSTANT},
    {.code = "secondary_industry_va", .prices = JB_PRICES_CONSTANT},
    {.code = "tertiary_industry_va", .prices = JB_PRICES_CONSTANT},
    {.code = "industrial_va", .prices = JB_PRICES_CONSTANT},
    {.code = "industrial_va_all", .prices = JB_PRICES_CONSTANT},
    {.code = "labour_productivity", .prices = JB_PRICES_CONSTANT},
    {.code = "energy_intensity", .prices = JB_PRICES_UNKNOWN},
    {.code = "co2_intensity", .prices = JB_PRICES_UNKNOWN},
    {.code = "cpi", .prices = JB_PRICES_UNKNOWN},
    {.code = "income", .prices = JB_PRICES_UNKNOWN},
    {.code = "income_urban", .prices = JB_PRICES_UNKNOWN},
    {.code = "income_rural", .prices = JB_PRICES_UNKNOWN},
    {.code = "jobs_urban_new", .anew = TRUE},
    {.code = "jobs_reemployed", .anew = TRUE},
    {.code = "old_communities_renovated", .anew = TRUE},
    {.code = "tax_fee_cuts", .anew = TRUE},
    {.code = "domestic_capital_introduced", .anew = TRUE},
    {.code = "fdi_utilised", .anew = TRUE},
    {.code = "tourism_visits", .anew = TRUE},
};

gboolean
jb_fact_counts_anew(const JbFact *fact)
{
  for (gsize i = 0; fact->code != NULL && i < G_N_ELEMENTS(indicators); i++)
    if (strcmp(indicators[i].code, fact->code) == 0)
      return indicators[i].anew;
  return FALSE;
}

JbPrices
jb_fact_prices(const JbFact *fact)
{
  /* Outside the catalogue the name tells: value added is published at constant prices (高技术产业增加值). */
  static const char *const real[] = {"增加值", "生产总值", "GDP", "生产率"};
  static const char *const unknown[] = {"收入", "能耗", "价格", "指数", "排放", "人均"};
  for (gsize i = 0; fact->code != NULL && i < G_N_ELEMENTS(indicators); i++)
    if (strcmp(indicators[i].code, fact->code) == 0)
      return indicators[i].prices;
  if (fact->code != NULL)
    return JB_PRICES_NOMINAL;
  for (gsize i = 0; i < G_N_ELEMENTS(real); i++)
    if (strstr(fact->name_zh, real[i]) != NULL)
      return JB_PRICES_CONSTANT;
  for (gsize i = 0; i < G_N_ELEMENTS(unknown); i++)
    if (strstr(fact->name_zh, unknown[i]) != NULL)
      return JB_PRICES_UNKNOWN;
  return JB_PRICES_NOMINAL;
}
