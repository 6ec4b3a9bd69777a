/* SPDX-License-Identifier: Apache-2.0 */
/* What a trend says in its title, subtitle and alt text. */
#include "chart/internal.h"

/* The last point that is no target. */
static const JbTrendPoint *
last_actual(const JbChartContext *context, const JbChartData *data)
{
  for (guint i = data->n_points; i > 0; i--)
    if (!jb_fact_is_target(context, data->points[i - 1].fact))
      return &data->points[i - 1];
  return NULL;
}

/* An average growth that the report gives, or that was derived with its formula, ending where the points end. */
static const JbFact *
average_of(const JbChartContext *context, const JbFact *last, gint year)
{
  for (guint i = 0; context->facts != NULL && i < context->facts->n_facts; i++) {
    const JbFact *fact = &context->facts->facts[i];
    if (fact->measure == JB_MEASURE_AVERAGE_GROWTH && jb_same_indicator(fact, last) && fact->period.to_year == year &&
        !jb_fact_is_target(context, fact))
      return fact;
  }
  return NULL;
}

/* "，五年年均增长约6.5%": 约 where the report does not say it itself. */
static JbWords
say_average(const JbChartContext *context, JbArena *arena, const JbFact *average)
{
  guint years = (guint)(average->period.to_year - average->period.from_year + 1);
  gboolean falls = average->value.digits < 0 && average->bound == JB_BOUND_EQ;
  JbFact size = *average;
  if (falls) {
    size.value = jb_decimal_neg(size.value);
    size.amount.value = jb_decimal_neg(size.amount.value);
  }
  gboolean about = average->status == JB_STATUS_DERIVED;
  JbWords rate = jb_quantity_words(arena, context, &size, JB_STYLE_LABEL), count = jb_count_words(arena, years);
  return (JbWords){
      jb_arena_printf(arena, "，%s年年均%s%s%s", years == 2 ? "两" : count.zh, falls ? "下降" : "增长",
                      about ? "约" : "", rate.zh),
      jb_arena_printf(arena, ", %s %s%s a year over %s years", falls ? "down" : "up", about ? "about " : "",
                      rate.en, count.en)};
}

/* "地区生产总值增至163亿元": where the series has come to, and which way from its first point. */
static JbWords
say_last(const JbChartContext *context, JbArena *arena, const JbTrendPoint *first, const JbTrendPoint *last,
         JbWords name)
{
  if (last == NULL)
    return name;
  const char *en_name = name.en != NULL ? name.en : name.zh;
  JbWords value = jb_quantity_words(arena, context, last->fact, JB_STYLE_LABEL);
  if (last == first || g_strcmp0(last->fact->unit, first->fact->unit) != 0)
    return (JbWords){jb_arena_printf(arena, "%s：%d年%s", name.zh, last->year, value.zh),
                     jb_arena_printf(arena, "%s: %s in %d", en_name, value.en, last->year)};
  static const JbWords verbs[] = {{"降至", "fell to"}, {"持平于", "unchanged at"}, {"增至", "rose to"}};
  static const JbWords faster = {"升至", "rose to"}; /* a rate rises, an amount grows */
  int order = jb_decimal_compare(last->fact->value, first->fact->value);
  const JbWords *verb = order > 0 && last->fact->measure == JB_MEASURE_GROWTH ? &faster : &verbs[order + 1];
  return (JbWords){jb_arena_printf(arena, "%s%s%s", name.zh, verb->zh, value.zh),
                   jb_arena_printf(arena, "%s %s %s", en_name, verb->en, value.en)};
}

/* A figure without a unit (20家 in English) begins with what follows it. */
static const char *
joined(JbArena *arena, const char *first, const char *between, const char *second)
{
  return first != NULL && first[0] != '\0' ? jb_arena_printf(arena, "%s%s%s", first, between, second) : second;
}

JbChartTitle
jb_trend_title(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  if (data->n_series > 0)
    return jb_series_title(context, data, arena);
  if (data->n_points == 0)
    return (JbChartTitle){.title = {"走势", "Trend"}};
  if (data->n_points == 1) /* a tile, which says all */
    return (JbChartTitle){0};
  const JbTrendPoint *last = last_actual(context, data), *first = &data->points[0];
  const JbFact *named = last != NULL ? last->fact : first->fact;
  JbChartTitle title = {.title = say_last(context, arena, first, last, jb_growth_name(arena, context, named, FALSE)),
                        .shorter = say_last(context, arena, first, last, jb_growth_name(arena, context, named, TRUE))};
  const JbFact *average = last != NULL ? average_of(context, last->fact, last->year) : NULL;
  if (average != NULL) {
    title.lines = 2;
    JbWords said = say_average(context, arena, average), *titles[] = {&title.title, &title.shorter};
    for (guint i = 0; i < G_N_ELEMENTS(titles); i++)
      *titles[i] = (JbWords){joined(arena, titles[i]->zh, "", said.zh), joined(arena, titles[i]->en, "", said.en)};
  }
  title.subtitle = jb_unit_words(arena, context, named);
  if (jb_known_points(context, data->points, data->n_points) == 2) {
    title.subtitle.zh = joined(arena, title.subtitle.zh, "；", "仅两点");
    title.subtitle.en = joined(arena, title.subtitle.en, "; ", "two points only");
  }
  if (!jb_trend_from_zero(data)) {
    title.subtitle.zh = joined(arena, title.subtitle.zh, "；", "纵轴不从零起");
    title.subtitle.en = joined(arena, title.subtitle.en, "; ", "axis not from zero");
  }
  return title;
}

/* "2020年 163亿元（推算）；…" */
static void
alt_points(const JbChartContext *context, JbArena *arena, const JbTrendPoint *points, guint n, gboolean english,
           GString *text)
{
  JbMark *kinds = jb_arena_make(arena, JbMark, n + 1);
  jb_point_kinds(context, points, n, kinds);
  for (guint i = 0; i < n; i++) {
    if (kinds[i] == JB_MARK_PATH)
      continue;
    const char *value = jb_alt_quantity(arena, points[i].fact, english);
    JbWords said = jb_point_words(kinds[i]);
    const char *kind = kinds[i] == JB_MARK_OBSERVED ? ""
                       : english                 ? jb_arena_printf(arena, " (%s)", said.en)
                                                 : jb_arena_printf(arena, "（%s）", said.zh);
    g_string_append_printf(text, english ? "%d: %s%s%s" : "%d年%s%s%s", points[i].year, value, kind,
                           i + 1 == n ? (english ? "." : "。")
                           : english  ? "; "
                                      : "；");
  }
}

const char *
jb_trend_alt(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  if (data->n_series > 0)
    return jb_series_alt(context, data, arena);
  JbChartTitle title = jb_trend_title(context, data, arena);
  if (data->n_points == 1)
    title.title = jb_fact_name(arena, context, data->points[0].fact, FALSE);
  GString *text = g_string_new(NULL);
  for (int english = 0; english < 2; english++) {
    if (!(english ? jb_shows_en(context) : jb_shows_zh(context)))
      continue;
    if (text->len > 0)
      g_string_append_c(text, ' ');
    const char *said = english ? title.title.en : title.title.zh;
    g_string_append_printf(text, english ? "Trend: %s. " : "走势图：%s。", said != NULL ? said : title.title.zh);
    alt_points(context, arena, data->points, data->n_points, english, text);
  }
  const char *alt = jb_arena_dup(arena, text->str);
  g_string_free(text, TRUE);
  return alt;
}

const char *
jb_all_series_alt(const JbChartContext *context, const JbChartData *data, JbWords form, JbWords message, JbArena *arena)
{
  GString *text = g_string_new(NULL);
  for (int english = 0; english < 2; english++) {
    if (!(english ? jb_shows_en(context) : jb_shows_zh(context)))
      continue;
    g_string_append_printf(text, english ? "%s%s: %s. " : "%s%s：%s。", text->len > 0 ? " " : "",
                           english ? form.en : form.zh, english ? message.en : message.zh);
    if (data->n_series == 0)
      g_string_append(text, english ? "No data." : "暂无数据。");
    for (guint s = 0; s < data->n_series; s++) {
      const JbTrendSeries *series = &data->series[s];
      JbWords name = {series->name_zh, series->name_en};
      if (name.zh == NULL && name.en == NULL && series->n_points > 0)
        name = jb_fact_name(arena, context, series->points[0].fact, FALSE);
      const char *said = english && name.en != NULL ? name.en : name.zh != NULL ? name.zh : name.en;
      if (said == NULL || series->n_points == 0)
        continue;
      g_string_append_printf(text, english ? "%s%s: " : "%s%s：", s > 0 && english ? " " : "", said);
      alt_points(context, arena, series->points, series->n_points, english, text);
    }
  }
  const char *alt = jb_arena_dup(arena, text->str);
  g_string_free(text, TRUE);
  return alt;
}
