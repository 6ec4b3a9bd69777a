/* SPDX-License-Identifier: Apache-2.0 */
/* How the indicators of the catalogue behave: what decides which contradictions there can be. */
#include "check/internal.h"

#include <string.h>

static const JbNature natures[] = {
    {.code = "gdp", .is_real = TRUE, .is_stock = TRUE},
    {.code = "gdp_per_capita", .is_real = TRUE, .is_stock = TRUE},
    {.code = "primary_industry_va", .is_real = TRUE},
    {.code = "secondary_industry_va", .is_real = TRUE},
    {.code = "tertiary_industry_va", .is_real = TRUE},
    {.code = "industrial_va", .is_real = TRUE},
    {.code = "industrial_va_all", .is_real = TRUE},
    {.code = "labour_productivity", .is_real = TRUE},
    {.code = "income", .is_real = TRUE, .is_stock = TRUE},
    {.code = "income_urban", .is_real = TRUE, .is_stock = TRUE},
    {.code = "income_rural", .is_real = TRUE, .is_stock = TRUE},
    {.code = "general_budget_revenue", .is_real = TRUE}, /* 同口径: tax reforms change what is counted */
    {.code = "general_budget_expenditure", .is_real = TRUE},
    {.code = "tax_revenue", .is_real = TRUE},
    {.code = "fixed_asset_investment", .is_real = TRUE}, /* by projects that are comparable */
    {.code = "industrial_investment", .is_real = TRUE},
    {.code = "private_investment", .is_real = TRUE},
    {.code = "real_estate_investment", .is_real = TRUE},
    {.code = "tech_upgrade_investment", .is_real = TRUE},
    {.code = "industrial_profit", .is_real = TRUE}, /* the firms above the threshold change every year */
    {.code = "retail_sales", .is_real = TRUE},      /* revised after each census */
    {.code = "energy_intensity", .is_real = TRUE},
    {.code = "co2_intensity", .is_real = TRUE},
    {.code = "forest_coverage", .is_stock = TRUE},
    {.code = "urbanisation_rate", .is_stock = TRUE},
    {.code = "highway_mileage", .is_stock = TRUE},
    {.code = "railway_mileage", .is_stock = TRUE},
    {.code = "hightech_enterprises", .is_stock = TRUE},
    {.code = "market_entities", .is_stock = TRUE},
    {.code = "deposits", .is_stock = TRUE},
    {.code = "loans", .is_stock = TRUE},
    {.code = "power_capacity", .is_stock = TRUE},
    {.code = "population", .is_stock = TRUE},
    {.code = "rd_intensity", .is_stock = TRUE},
};

const JbNature *
jb_check_nature(const JbFact *fact)
{
  static const JbNature plain = {.code = NULL};
  /* outside the catalogue the name tells: 高技术产业增加值 is published at constant prices */
  static const JbNature real = {.is_real = TRUE};
  static const char *const words[] = {"增加值", "生产总值", "GDP", "产值", "收入", "投资", "能耗", "排放", NULL};
  for (gsize i = 0; fact->code != NULL && i < G_N_ELEMENTS(natures); i++)
    if (strcmp(natures[i].code, fact->code) == 0)
      return &natures[i];
  return fact->code == NULL && fact->name_zh != NULL && jb_check_has(jb_slice(fact->name_zh), words) ? &real : &plain;
}
