/* SPDX-License-Identifier: Apache-2.0 */
/* What kind of quantity an indicator is: which of its figures may be set against the year's elapsed part. */
#include "facts/facts.h"

#include <string.h>

static const struct {
  const char *code;
  JbNature nature;
} natures[] = {
    {.code = "gdp", .nature = JB_NATURE_FLOW},
    {.code = "primary_industry_va", .nature = JB_NATURE_FLOW},
    {.code = "secondary_industry_va", .nature = JB_NATURE_FLOW},
    {.code = "tertiary_industry_va", .nature = JB_NATURE_FLOW},
    {.code = "general_budget_revenue", .nature = JB_NATURE_FLOW},
    {.code = "tax_revenue", .nature = JB_NATURE_FLOW},
    {.code = "general_budget_expenditure", .nature = JB_NATURE_FLOW},
    {.code = "livelihood_expenditure", .nature = JB_NATURE_FLOW},
    {.code = "industrial_va", .nature = JB_NATURE_FLOW},
    {.code = "industrial_va_all", .nature = JB_NATURE_FLOW},
    {.code = "industrial_profit", .nature = JB_NATURE_FLOW},
    {.code = "fixed_asset_investment", .nature = JB_NATURE_FLOW},
    {.code = "industrial_investment", .nature = JB_NATURE_FLOW},
    {.code = "tech_upgrade_investment", .nature = JB_NATURE_FLOW},
    {.code = "private_investment", .nature = JB_NATURE_FLOW},
    {.code = "real_estate_investment", .nature = JB_NATURE_FLOW},
    {.code = "retail_sales", .nature = JB_NATURE_FLOW},
    {.code = "trade", .nature = JB_NATURE_FLOW},
    {.code = "exports", .nature = JB_NATURE_FLOW},
    {.code = "imports", .nature = JB_NATURE_FLOW},
    {.code = "fdi_utilised", .nature = JB_NATURE_FLOW},
    {.code = "domestic_capital_introduced", .nature = JB_NATURE_FLOW},
    {.code = "income", .nature = JB_NATURE_FLOW},
    {.code = "income_urban", .nature = JB_NATURE_FLOW},
    {.code = "income_rural", .nature = JB_NATURE_FLOW},
    {.code = "jobs_urban_new", .nature = JB_NATURE_FLOW},
    {.code = "jobs_reemployed", .nature = JB_NATURE_FLOW},
    {.code = "tourism_visits", .nature = JB_NATURE_FLOW},
    {.code = "tourism_revenue", .nature = JB_NATURE_FLOW},
    {.code = "old_communities_renovated", .nature = JB_NATURE_FLOW},
    {.code = "tax_fee_cuts", .nature = JB_NATURE_FLOW},
    {.code = "grain_output", .nature = JB_NATURE_FLOW},
    {.code = "gdp_per_capita", .nature = JB_NATURE_FLOW},
    {.code = "rd_expenditure", .nature = JB_NATURE_FLOW},
    {.code = "tech_contracts", .nature = JB_NATURE_FLOW},
    {.code = "air_good_days", .nature = JB_NATURE_FLOW},
    {.code = "cpi", .nature = JB_NATURE_RATE},
    {.code = "unemployment_surveyed", .nature = JB_NATURE_RATE},
    {.code = "unemployment_registered", .nature = JB_NATURE_RATE},
    {.code = "urbanisation_rate", .nature = JB_NATURE_RATE},
    {.code = "rd_intensity", .nature = JB_NATURE_RATE},
    {.code = "energy_intensity", .nature = JB_NATURE_RATE},
    {.code = "co2_intensity", .nature = JB_NATURE_RATE},
    {.code = "pm25", .nature = JB_NATURE_RATE},
    {.code = "pm10", .nature = JB_NATURE_RATE},
    {.code = "air_good_ratio", .nature = JB_NATURE_RATE},
    {.code = "water_good_ratio", .nature = JB_NATURE_RATE},
    {.code = "forest_coverage", .nature = JB_NATURE_RATE},
    {.code = "digital_economy_share", .nature = JB_NATURE_RATE},
    {.code = "hightech_enterprises", .nature = JB_NATURE_STOCK},
    {.code = "tech_smes", .nature = JB_NATURE_STOCK},
    {.code = "market_entities", .nature = JB_NATURE_STOCK},
    {.code = "deposits", .nature = JB_NATURE_STOCK},
    {.code = "loans", .nature = JB_NATURE_STOCK},
    {.code = "money_supply", .nature = JB_NATURE_STOCK},
    {.code = "foreign_reserves", .nature = JB_NATURE_STOCK},
    {.code = "population", .nature = JB_NATURE_STOCK},
    {.code = "power_capacity", .nature = JB_NATURE_STOCK},
    {.code = "highway_mileage", .nature = JB_NATURE_STOCK},
    {.code = "railway_mileage", .nature = JB_NATURE_STOCK},
};

JbNature
jb_fact_nature(const JbFact *fact)
{
  if (fact->measure == JB_MEASURE_SHARE || fact->measure == JB_MEASURE_RANK)
    return JB_NATURE_RATE;
  for (gsize i = 0; fact->code != NULL && i < G_N_ELEMENTS(natures); i++)
    if (strcmp(natures[i].code, fact->code) == 0)
      return natures[i].nature;
  if (g_strcmp0(fact->amount.unit, "percent") == 0 && fact->measure == JB_MEASURE_LEVEL)
    return JB_NATURE_RATE;
  /* Outside the catalogue what is new is counted from January on: 新增, 新建, 完成. */
  static const char *const anew[] = {"新增", "新建", "完成", "改造", "签约", "引进"};
  for (gsize i = 0; fact->code == NULL && fact->name_zh != NULL && i < G_N_ELEMENTS(anew); i++)
    if (g_str_has_prefix(fact->name_zh, anew[i]))
      return JB_NATURE_FLOW;
  return JB_NATURE_UNKNOWN;
}
