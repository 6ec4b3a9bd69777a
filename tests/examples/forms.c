/* SPDX-License-Identifier: Apache-2.0 */
/* Invented figures for every chart form: one row a figure, then the charts that are made of them. */
#include "forms.h"

#define MAX_FACTS 200

typedef struct {
  JbFacts *facts;
  JbArena *arena;
} Maker;

typedef struct {
  const char *code, *zh, *en, *value, *unit;
  JbMeasure measure;
  JbBound bound;
  JbStatus status;
  JbPeriod period;
} Figure;

static const JbFact *
make(Maker *maker, Figure figure)
{
  JbFacts *facts = maker->facts;
  g_assert_cmpuint(facts->n_facts, <, MAX_FACTS);
  const char **sections = jb_arena_make(maker->arena, const char *, 2);
  sections[0] = "一、示例";
  JbFact *fact = &facts->facts[facts->n_facts++];
  *fact = (JbFact){.number = facts->n_facts,
                   .code = figure.code,
                   .name_zh = figure.zh,
                   .name_en = figure.en,
                   .measure = figure.measure,
                   .unit = figure.unit,
                   .bound = figure.bound,
                   .status = figure.status,
                   .period = figure.period,
                   .source = {.text = figure.value, .sections = sections, .sentence = figure.zh}};
  g_assert_true(jb_decimal_parse(jb_slice(figure.value), &fact->value));
  fact->amount.value = fact->value;
  fact->amount.unit = figure.unit;
  return fact;
}

#define YEAR(year)                                                                                                     \
  {                                                                                                                    \
    (year), 0, (year), 0                                                                                               \
  }

static const JbFact *
growth(Maker *maker, const char *code, const char *zh, const char *en, const char *value, JbBound bound,
       JbStatus status)
{
  return make(maker, (Figure){code, zh, en, value, "%", JB_MEASURE_GROWTH, bound, status, YEAR(2024)});
}

/* ---- Rows with targets -------------------------------------------------------------------------------- */

static const JbChartRow *
promises(Maker *m, guint *n)
{
  static const struct {
    const char *code, *zh, *en, *actual, *target;
    JbBound bound;
  } table[] = {
      {"gdp", "地区生产总值", "Gross regional product", "5.2", "5.5", JB_BOUND_GE},
      {"industrial_va", "规模以上工业增加值", "Industrial value added", "6.8", "8", JB_BOUND_GE},
      {"fixed_asset_investment", "固定资产投资", "Fixed-asset investment", "-1.3", "3", JB_BOUND_GE},
      {"retail_sales", "社会消费品零售总额", "Retail sales", "5.9", "5", JB_BOUND_GE},
      {"cpi", "居民消费价格", "Consumer prices", "0.2", "3", JB_BOUND_LE},
      {"income", "居民人均可支配收入", "Disposable income", "5.4", "5.3", JB_BOUND_APPROX},
  };
  JbChartRow *rows = jb_arena_make(m->arena, JbChartRow, G_N_ELEMENTS(table));
  for (guint i = 0; i < G_N_ELEMENTS(table); i++) {
    rows[i].actual = growth(m, table[i].code, table[i].zh, table[i].en, table[i].actual, JB_BOUND_EQ,
                            i == 3 ? JB_STATUS_ESTIMATE : JB_STATUS_ACTUAL);
    rows[i].target = growth(m, table[i].code, table[i].zh, table[i].en, table[i].target, table[i].bound,
                            JB_STATUS_TARGET);
  }
  *n = G_N_ELEMENTS(table);
  return rows;
}

static const JbChartRow *
progress(Maker *m, guint *n)
{
  static const struct {
    const char *code, *zh, *en, *actual, *target, *unit;
    JbBound bound;
  } table[] = {
      {"jobs_urban_new", "城镇新增就业", "New urban jobs", "9.8", "12", "万人", JB_BOUND_GE},
      {"general_budget_revenue", "一般公共预算收入", "Budget revenue", "842", "1250", "亿元", JB_BOUND_GE},
      {"pm25", "PM2.5平均浓度", "PM2.5", "31", "28", "微克/立方米", JB_BOUND_LE},
      {NULL, "新建保障性住房", "New affordable homes", "132", "100", "套", JB_BOUND_GE},
  };
  JbChartRow *rows = jb_arena_make(m->arena, JbChartRow, G_N_ELEMENTS(table));
  for (guint i = 0; i < G_N_ELEMENTS(table); i++) {
    rows[i].actual = make(m, (Figure){table[i].code,
                                      table[i].zh,
                                      table[i].en,
                                      table[i].actual,
                                      table[i].unit,
                                      JB_MEASURE_LEVEL,
                                      JB_BOUND_EQ,
                                      JB_STATUS_ACTUAL,
                                      {2025, 1, 2025, 9}});
    rows[i].target = make(m, (Figure){table[i].code, table[i].zh, table[i].en, table[i].target, table[i].unit,
                                      JB_MEASURE_LEVEL, table[i].bound, JB_STATUS_TARGET, YEAR(2025)});
  }
  *n = G_N_ELEMENTS(table);
  return rows;
}

/* The same rows with what facts/progress.c would say of them. */
static const JbChartRow *
reached(Maker *m, guint *n)
{
  static const JbChartProgress said[] = {
      {.has_share = TRUE, .has_gap = TRUE, .share = {817, 1}, .gap = {67, 1}, .verdict = JB_VERDICT_MET},
      {.has_share = TRUE, .has_gap = TRUE, .share = {674, 1}, .gap = {-76, 1}, .verdict = JB_VERDICT_SHORT},
      {.verdict = JB_VERDICT_SHORT},
      {.why_zh = "非累计指标", .why_en = "not counted up over the year"},
  };
  JbChartRow *rows = jb_arena_memdup(m->arena, progress(m, n), G_N_ELEMENTS(said) * sizeof(JbChartRow));
  for (guint i = 0; i < *n; i++)
    rows[i].progress = &said[i];
  rows[0].previous = make(m, (Figure){"jobs_urban_new",
                                      "城镇新增就业",
                                      "New urban jobs",
                                      "9.1",
                                      "万人",
                                      JB_MEASURE_LEVEL,
                                      JB_BOUND_EQ,
                                      JB_STATUS_ACTUAL,
                                      {2024, 1, 2024, 9}});
  return rows;
}

/* ---- Years -------------------------------------------------------------------------------------------- */

static JbTrendSeries
years(Maker *m, const char *code, const char *zh, const char *en, const char *unit, const char *const *values, guint n)
{
  JbTrendPoint *points = jb_arena_make(m->arena, JbTrendPoint, n);
  for (guint i = 0; i < n; i++) {
    gint16 year = (gint16)(2020 + i);
    JbStatus status = i + 1 == n ? JB_STATUS_ESTIMATE : JB_STATUS_ACTUAL;
    points[i] = (JbTrendPoint){
        year, make(m, (Figure){code, zh, en, values[i], unit, JB_MEASURE_LEVEL, JB_BOUND_EQ, status, YEAR(year)})};
  }
  return (JbTrendSeries){.n_points = n, .points = points};
}

static const JbTrendSeries *
industries(Maker *m, guint *n)
{
  static const char *const va[][5] = {{"410", "432", "455", "470", "498"},
                                      {"400", "445", "452", "489", "505"},
                                      {"210", "220", "262", "258", "301"},
                                      {"160", "171", "166", "190", "205"}};
  JbTrendSeries *all = jb_arena_make(m->arena, JbTrendSeries, 4);
  all[0] = years(m, NULL, "装备制造", "Equipment", "亿元", va[0], 5);
  all[1] = years(m, NULL, "电子信息", "Electronics", "亿元", va[1], 5);
  all[2] = years(m, NULL, "生物医药", "Biomedicine", "亿元", va[2], 5);
  all[3] = years(m, NULL, "新材料", "New materials", "亿元", va[3], 5);
  *n = 4;
  return all;
}

static const JbChartRow *
tiles(Maker *m, guint *n)
{
  static const char *const gdp[] = {"8120", "8790", "9105", "9610", "10110"};
  static const char *const revenue[] = {"1010", "1050", "1040", "1105", "1225"};
  JbChartRow *rows = jb_arena_make(m->arena, JbChartRow, 4);
  JbTrendSeries a = years(m, "gdp", "地区生产总值", "Gross regional product", "亿元", gdp, 5);
  JbTrendSeries b = years(m, "general_budget_revenue", "一般公共预算收入", "Budget revenue", "亿元", revenue, 5);
  rows[0] = (JbChartRow){.actual = a.points[4].fact, .n_points = 5, .points = a.points};
  rows[1] = (JbChartRow){.actual = b.points[4].fact, .n_points = 5, .points = b.points};
  rows[0].secondary = growth(m, "gdp", "地区生产总值", "Gross regional product", "5.2", JB_BOUND_EQ, JB_STATUS_ACTUAL);
  rows[1].secondary = growth(m, "general_budget_revenue", "一般公共预算收入", "Budget revenue", "10.9", JB_BOUND_EQ,
                             JB_STATUS_ACTUAL);
  rows[2] = (JbChartRow){.actual = growth(m, "fixed_asset_investment", "固定资产投资", "Fixed-asset investment", "-1.3",
                                          JB_BOUND_EQ, JB_STATUS_ACTUAL),
                         .target = growth(m, "fixed_asset_investment", "固定资产投资", "Fixed-asset investment", "3",
                                          JB_BOUND_GE, JB_STATUS_TARGET)};
  rows[3] = (JbChartRow){.name_zh = "研发投入强度", .name_en = "R&D intensity"};
  *n = 4;
  return rows;
}

/* ---- Places and parts --------------------------------------------------------------------------------- */

static const struct {
  const char *zh, *en, *now, *before;
} places[] = {{"东城区", "Dongcheng", "6.1", "5.0"},      {"西城区", "Xicheng", "4.6", "5.2"},
              {"高新区", "High-tech Zone", "8.4", "8.1"}, {"临江县", "Linjiang", "5.2", "4.4"},
              {"云山县", "Yunshan", "-1.2", "2.0"},       {"北湖区", "Beihu", "5.2", "5.9"}};

static const JbChartRow *
ranking(Maker *m, guint *n)
{
  JbChartRow *rows = jb_arena_make(m->arena, JbChartRow, G_N_ELEMENTS(places));
  for (guint i = 0; i < G_N_ELEMENTS(places); i++)
    rows[i] = (JbChartRow){.name_zh = places[i].zh,
                           .name_en = places[i].en,
                           .actual = growth(m, "gdp", "地区生产总值", "Gross regional product", places[i].now,
                                            JB_BOUND_EQ, JB_STATUS_ACTUAL),
                           .previous = growth(m, "gdp", "地区生产总值", "Gross regional product", places[i].before,
                                              JB_BOUND_EQ, JB_STATUS_ACTUAL),
                           .own = i == 3};
  *n = G_N_ELEMENTS(places);
  return rows;
}

static const JbChartRow *
increments(Maker *m, const char *from, const char *to, guint *n)
{
  static const struct {
    const char *zh, *en, *value;
  } steps[] = {
      {"税收", "Tax", "96"}, {"非税", "Non-tax", "41"}, {"转移支付", "Transfers", "38"}, {"减税", "Tax cuts", "-55"}};
  JbChartRow *rows = jb_arena_make(m->arena, JbChartRow, G_N_ELEMENTS(steps) + 2);
  Figure total = {"general_budget_revenue", "一般公共预算收入", "Budget revenue", from,      "亿元",
                  JB_MEASURE_LEVEL,         JB_BOUND_EQ,        JB_STATUS_ACTUAL, YEAR(2023)};
  rows[0].actual = make(m, total);
  for (guint i = 0; i < G_N_ELEMENTS(steps); i++)
    rows[i + 1].actual = make(m, (Figure){NULL, steps[i].zh, steps[i].en, steps[i].value, "亿元", JB_MEASURE_CHANGE,
                                          JB_BOUND_EQ, JB_STATUS_ACTUAL, YEAR(2024)});
  total.value = to;
  total.period = (JbPeriod)YEAR(2024);
  rows[G_N_ELEMENTS(steps) + 1].actual = make(m, total);
  *n = G_N_ELEMENTS(steps) + 2;
  return rows;
}

static const JbChartColumn columns[] = {
    {"GDP", NULL}, {"工业", "Industry"}, {"投资", "Investment"}, {"消费", "Retail"}, {"收入", "Income"}};

static const JbChartRow *
map(Maker *m, guint *n)
{
  static const char *const gaps[][5] = {{"0.2", "-0.4", "1.1", "0.3", "0.1"},
                                        {"-0.6", "-1.9", "-2.4", "0.1", "-0.2"},
                                        {"2.1", "3.4", "2.8", "1.2", "0.9"},
                                        {"0.0", "0.8", NULL, "-0.3", "0.4"},
                                        {"-1.2", "-2.2", "-3.1", "-0.8", "-0.5"}};
  JbChartRow *rows = jb_arena_make(m->arena, JbChartRow, G_N_ELEMENTS(gaps));
  for (guint r = 0; r < G_N_ELEMENTS(gaps); r++) {
    const JbFact **cells = jb_arena_make(m->arena, const JbFact *, G_N_ELEMENTS(columns));
    for (guint c = 0; c < G_N_ELEMENTS(columns); c++)
      if (gaps[r][c] != NULL)
        cells[c] = make(m, (Figure){NULL, columns[c].name_zh, columns[c].name_en, gaps[r][c], "个百分点",
                                    JB_MEASURE_CHANGE, JB_BOUND_EQ, JB_STATUS_ACTUAL, YEAR(2024)});
    rows[r] = (JbChartRow){.name_zh = places[r].zh, .name_en = places[r].en, .cells = cells};
  }
  *n = G_N_ELEMENTS(gaps);
  return rows;
}

const FormSample *
form_samples(JbFacts *facts, guint *n)
{
  Maker maker = {.facts = facts, .arena = facts->arena}, *m = &maker;
  facts->facts = jb_arena_make(facts->arena, JbFact, MAX_FACTS);
  FormSample *samples = jb_arena_make(facts->arena, FormSample, 13);
  guint at = 0;
  JbChartData data = {0};
  data.rows = tiles(m, &data.n_rows);
  samples[at++] = (FormSample){"kpi", data};
  data.rows = promises(m, &data.n_rows);
  samples[at++] = (FormSample){"growth_bars", data};
  samples[at++] = (FormSample){"dumbbell", data};
  data.rows = progress(m, &data.n_rows);
  samples[at++] = (FormSample){"gauge", data};
  data.rows = reached(m, &data.n_rows);
  samples[at++] = (FormSample){"progress", data};
  data.rows = ranking(m, &data.n_rows);
  samples[at++] = (FormSample){"ranked", data};
  data.rows = increments(m, "1105", "1225", &data.n_rows);
  samples[at++] = (FormSample){"waterfall", data};
  data.rows = increments(m, "105", "240", &data.n_rows);
  samples[at++] = (FormSample){"waterfall", data};
  data.rows = map(m, &data.n_rows);
  data.n_columns = G_N_ELEMENTS(columns);
  data.columns = columns;
  data.zero_zh = "全市平均";
  data.zero_en = "city average";
  samples[at++] = (FormSample){"heatmap", data};
  data = (JbChartData){0};
  data.series = industries(m, &data.n_series);
  samples[at++] = (FormSample){"trend", data};
  data.option = "index";
  samples[at++] = (FormSample){"trend", data};
  data.option = NULL;
  samples[at++] = (FormSample){"multiples", data};
  data = (JbChartData){.n_points = 5, .points = data.series[2].points};
  samples[at++] = (FormSample){"trend", data};
  *n = at;
  return samples;
}
