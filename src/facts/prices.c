/* SPDX-License-Identifier: Apache-2.0 */
/* How the growth of an indicator relates to its level: what decides which of the two may be computed. */
#include "facts/facts.h"

#include <string.h>

typedef struct {
  const char *code;
  JbPrices prices;
  gboolean anew;  /* counted anew each year: the gap to another year's target says nothing */
  gboolean falls; /* the lower the better */
} Indicator;

static const Indicator indicators[] = {
    {.code = "gdp", .prices = JB_PRICES_CONSTANT},
    {.code = "gdp_per_capita", .prices = JB_PRICES_CONSTANT},
    {.code = "primary_industry_va", .prices = JB_PRICES_CONSTANT},
    {.code = "secondary_industry_va", .prices = JB_PRICES_CONSTANT},
    {.code = "tertiary_industry_va", .prices = JB_PRICES_CONSTANT},
    {.code = "industrial_va", .prices = JB_PRICES_CONSTANT},
    {.code = "industrial_va_all", .prices = JB_PRICES_CONSTANT},
    {.code = "labour_productivity", .prices = JB_PRICES_CONSTANT},
    {.code = "energy_intensity", .prices = JB_PRICES_UNKNOWN, .falls = TRUE},
    {.code = "co2_intensity", .prices = JB_PRICES_UNKNOWN, .falls = TRUE},
    {.code = "cpi", .prices = JB_PRICES_UNKNOWN},
    {.code = "income", .prices = JB_PRICES_UNKNOWN},
    {.code = "income_urban", .prices = JB_PRICES_UNKNOWN},
    {.code = "income_rural", .prices = JB_PRICES_UNKNOWN},
    {.code = "pm25", .falls = TRUE},
    {.code = "pm10", .falls = TRUE},
    {.code = "unemployment_surveyed", .falls = TRUE},
    {.code = "unemployment_registered", .falls = TRUE},
    {.code = "fiscal_deficit", .falls = TRUE},
    {.code = "jobs_urban_new", .anew = TRUE},
    {.code = "jobs_reemployed", .anew = TRUE},
    {.code = "old_communities_renovated", .anew = TRUE},
    {.code = "tax_fee_cuts", .anew = TRUE},
    {.code = "domestic_capital_introduced", .anew = TRUE},
    {.code = "fdi_utilised", .anew = TRUE},
    {.code = "tourism_visits", .anew = TRUE},
};

static const Indicator *
indicator_of(const JbFact *fact)
{
  static const Indicator plain = {.prices = JB_PRICES_NOMINAL};
  for (gsize i = 0; fact->code != NULL && i < G_N_ELEMENTS(indicators); i++)
    if (strcmp(indicators[i].code, fact->code) == 0)
      return &indicators[i];
  return &plain;
}

gboolean
jb_fact_counts_anew(const JbFact *fact)
{
  return indicator_of(fact)->anew;
}

gboolean
jb_fact_should_fall(const JbFact *fact)
{
  return indicator_of(fact)->falls;
}

JbPrices
jb_fact_prices(const JbFact *fact)
{
  /* Outside the catalogue the name tells: value added is published at constant prices (高技术产业增加值). */
  static const char *const real[] = {"增加值", "生产总值", "GDP", "生产率"};
  static const char *const unknown[] = {"收入", "能耗", "价格", "指数", "排放", "人均"};
  if (fact->code != NULL || fact->name_zh == NULL)
    return indicator_of(fact)->prices;
  for (gsize i = 0; i < G_N_ELEMENTS(real); i++)
    if (strstr(fact->name_zh, real[i]) != NULL)
      return JB_PRICES_CONSTANT;
  for (gsize i = 0; i < G_N_ELEMENTS(unknown); i++)
    if (strstr(fact->name_zh, unknown[i]) != NULL)
      return JB_PRICES_UNKNOWN;
  return JB_PRICES_NOMINAL;
}
