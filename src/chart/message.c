/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Titles that state what the facts say, and alt text that lists them. Counts are counted and comparisons compared
 * on exact decimals; nothing is said that a reader could not check on the chart beneath.
 */
#include "chart/internal.h"

#include <string.h>

/* What a set of growth rows amounts to. */
typedef struct {
  guint up, down, flat;
  guint met, missed;
  guint targets, higher; /* numeric targets for another period than the actual's; those above the actual */
} Tally;

static Tally
tally_rows(const JbChartData *data)
{
  Tally tally = {0};
  for (guint i = 0; i < data->n_rows; i++) {
    const JbChartRow *row = &data->rows[i];
    if (row->actual != NULL) {
      tally.up += row->actual->value.digits > 0;
      tally.down += row->actual->value.digits < 0;
      tally.flat += row->actual->value.digits == 0;
    }
    JbVerdict verdict = jb_verdict(row->actual, row->target, row->target_high);
    tally.met += verdict == JB_VERDICT_MET;
    tally.missed += verdict == JB_VERDICT_SHORT;
    if (row->actual != NULL && row->target != NULL && !jb_same_period(row->actual, row->target) &&
        g_strcmp0(row->actual->unit, row->target->unit) == 0) {
      tally.targets++;
      tally.higher += jb_decimal_compare(row->target->value, row->actual->value) > 0;
    }
  }
  return tally;
}

static void
say_direction(JbArena *arena, const Tally *tally, GString *zh, GString *en)
{
  guint all = tally->up + tally->down + tally->flat;
  if (all == 0)
    return;
  if (tally->up == all || tally->down == all) {
    gboolean up = tally->up == all;
    JbWords count = jb_count_words(arena, all);
    if (all == 1) {
      g_string_append(zh, up ? "一项上升" : "一项下降");
      g_string_append(en, up ? "one up" : "one down");
    } else {
      g_string_append_printf(zh, up ? "%s项全部增长" : "%s项全部下降", count.zh);
      if (all == 2)
        g_string_append(en, up ? "both up" : "both down");
      else
        g_string_append_printf(en, up ? "all %s up" : "all %s down", count.en);
    }
    return;
  }
  const struct {
    guint count;
    const char *zh, *en;
  } parts[] = {{tally->up, "升", "up"}, {tally->down, "降", "down"}, {tally->flat, "平", "flat"}};
  const char *comma = "";
  for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
    if (parts[i].count > 0) {
      JbWords count = jb_count_words(arena, parts[i].count);
      g_string_append_printf(zh, "%s%s", count.zh, parts[i].zh);
      g_string_append_printf(en, "%s%s %s", comma, count.en, parts[i].en);
      comma = ", ";
    }
}

static void
say_targets(JbArena *arena, const JbChartData *data, const Tally *tally, GString *zh, GString *en)
{
  if (tally->met + tally->missed > 0) {
    JbWords count = jb_count_words(arena, tally->missed > 0 ? tally->missed : tally->met);
    g_string_append_printf(zh,
                           tally->missed > 0 ? "，%s项未达目标"
                           : tally->met == 1 ? "，%s项目标达到"
                                             : "，%s项目标均达到",
                           count.zh);
    if (tally->missed == 0 && tally->met <= 2)
      g_string_append(en, tally->met == 1 ? "; the one target met" : "; both targets met");
    else
      g_string_append_printf(en, tally->missed > 0 ? "; %s short of target" : "; all %s targets met", count.en);
    return;
  }
  const JbFact *target = NULL;
  for (guint i = 0; i < data->n_rows && target == NULL; i++)
    target = data->rows[i].target;
  if (target == NULL || tally->targets == 0)
    return;
  JbWords period = jb_period_pair(arena, target->period), higher = jb_count_words(arena, tally->higher);
  JbWords all = jb_count_words(arena, tally->targets);
  if (tally->targets == 1) {
    g_string_append_printf(zh, "，%s目标%s", period.zh, tally->higher == 1 ? "更高" : "不高于实际");
    g_string_append_printf(en, "; the %s target %s", period.en, tally->higher == 1 ? "is higher" : "is no higher");
  } else if (tally->higher == 0 || tally->higher == tally->targets) {
    g_string_append_printf(zh, "，%s%s项目标均%s", period.zh, all.zh, tally->higher > 0 ? "更高" : "不高于实际");
    if (tally->targets == 2)
      g_string_append_printf(en, tally->higher > 0 ? "; both %s targets higher" : "; neither %s target higher", period.en);
    else
      g_string_append_printf(en, tally->higher > 0 ? "; all %s %s targets higher" : "; none of the %s %s targets higher",
                             all.en, period.en);
  } else {
    g_string_append_printf(zh, "，%s%s项目标中%s项更高", period.zh, all.zh, higher.zh);
    g_string_append_printf(en, "; %s of %s %s targets higher", higher.en, all.en, period.en);
  }
}

/* Rows with hardly any result: what is drawn are promises. */
static JbChartTitle
promises_title(JbArena *arena, const JbFact *target, gboolean average)
{
  JbWords period = jb_period_pair(arena, target->period);
  return (JbChartTitle){
      .title = {jb_arena_printf(arena, "%s主要指标%s目标", period.zh, average ? "年均增速" : "增速"),
                jb_arena_printf(arena, "%s targets for %s", average ? "Average annual growth" : "Growth", period.en)}};
}

#define FEW_RESULTS 3 /* of so many rows one: what is drawn are promises still */

/* The target that a chart of hardly any results is about; NULL when it tells what happened. */
static const JbFact *
promised(const JbChartData *data)
{
  const JbFact *target = NULL;
  guint results = 0;
  for (guint i = 0; i < data->n_rows; i++) {
    results += data->rows[i].actual != NULL;
    target = target != NULL ? target : data->rows[i].target;
  }
  return results * FEW_RESULTS <= data->n_rows ? target : NULL;
}

JbChartTitle
jb_growth_bars_title(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  (void)context;
  const JbFact *any = data->n_rows == 0              ? NULL
                      : data->rows[0].actual != NULL ? data->rows[0].actual
                                                     : data->rows[0].target;
  gboolean average = any != NULL && any->measure == JB_MEASURE_AVERAGE_GROWTH;
  const JbFact *target = promised(data);
  if (target != NULL)
    return jb_say_estimates(arena, data, promises_title(arena, target, average));
  GString *zh = g_string_new(average ? "主要指标年均增速" : "主要指标增速");
  GString *en = g_string_new(average ? "Average annual growth of key indicators" : "Growth of key indicators");
  if (data->n_rows > 0) {
    Tally tally = tally_rows(data);
    g_string_append(zh, "：");
    g_string_append(en, ": ");
    gsize bare = zh->len;
    say_direction(arena, &tally, zh, en);
    say_targets(arena, data, &tally, zh, en);
    if (zh->len == bare) {
      g_string_truncate(zh, bare - strlen("："));
      g_string_truncate(en, en->len - 2);
    }
  }
  JbChartTitle title = {.title = {jb_arena_dup(arena, zh->str), jb_arena_dup(arena, en->str)}};
  g_string_free(zh, TRUE);
  g_string_free(en, TRUE);
  return jb_say_estimates(arena, data, title);
}

/* ---- Alt text --------------------------------------------------------------------------------------- */

#define ALT_ITEMS 12 /* more: the first and last three, and how many are between */

/* A number as a sentence has it: what is heard has no signs and no abbreviations. */
const char *
jb_alt_quantity(JbArena *arena, const JbFact *fact, gboolean english)
{
  return jb_quantity(arena, fact, english ? JB_LANG_EN : JB_LANG_ZH, JB_STYLE_PROSE);
}

/* "2018年增速目标7%以上、7.5%以内，未达标"; `said`: what the form says besides. */
static void
alt_target(JbArena *arena, const JbChartRow *row, const JbWords *said, gboolean english, GString *out)
{
  JbWords verdict = jb_verdict_words(jb_verdict(row->actual, row->target, row->target_high));
  const char *period = jb_period_words(arena, row->target->period, english ? JB_LANG_EN : JB_LANG_ZH),
             *judged = english ? verdict.en : verdict.zh,
             *more = said == NULL                  ? NULL
                     : english && said->en != NULL ? said->en
                                                   : said->zh;
  gboolean growth = row->target->measure == JB_MEASURE_GROWTH && row->actual != NULL &&
                    row->actual->measure != JB_MEASURE_GROWTH;
  g_string_append_printf(out, english ? " (%s %starget %s" : "（%s%s目标%s", period,
                         !growth   ? ""
                         : english ? "growth "
                                   : "增速",
                         jb_alt_quantity(arena, row->target, english));
  if (row->target_high != NULL)
    g_string_append_printf(out, english ? " and %s" : "、%s", jb_alt_quantity(arena, row->target_high, english));
  if (judged != NULL && *judged != '\0')
    g_string_append_printf(out, english ? ", %s" : "，%s", judged);
  if (more != NULL)
    g_string_append_printf(out, english ? ", %s" : "，%s", more);
  g_string_append(out, english ? ")" : "）");
}

/* "368.1亿元"; dated "2017年368.1亿元", "2017年增速6.5%". */
static void
alt_value(JbArena *arena, const JbFact *fact, gboolean dated, gboolean english, GString *out)
{
  const char *value = jb_alt_quantity(arena, fact, english),
             *period = jb_period_words(arena, fact->period, english ? JB_LANG_EN : JB_LANG_ZH),
             *measure = fact->measure == JB_MEASURE_LEVEL
                            ? ""
                            : jb_measure_words(fact->measure, english ? JB_LANG_EN : JB_LANG_ZH);
  if (!dated)
    g_string_append(out, value);
  else if (english)
    g_string_append_printf(out, "%s%s%s in %s", measure, *measure != '\0' ? " " : "", value, period);
  else
    g_string_append_printf(out, "%s%s%s", period, measure, value);
}

/* "一般公共预算收入2017年368.1亿元，增速8.4%（…）"; the period where no message says it. */
static void
alt_row(const JbChartContext *context, JbArena *arena, const JbChartRow *row, const JbWords *said, gboolean dated,
        gboolean english, GString *out)
{
  JbWords name = jb_row_name(arena, context, row, FALSE);
  g_string_append_printf(out, "%s ", english && name.en != NULL ? name.en : name.zh);
  if (row->actual == NULL)
    g_string_append(out, english ? "not reported" : "未报告");
  else
    alt_value(arena, row->actual, dated, english, out);
  if (row->secondary != NULL)
    g_string_append_printf(out, english ? ", %s %s" : "，%s%s",
                           jb_measure_words(row->secondary->measure, english ? JB_LANG_EN : JB_LANG_ZH),
                           jb_alt_quantity(arena, row->secondary, english));
  if (row->target != NULL)
    alt_target(arena, row, said, english, out);
}

static void
alt_language(const JbChartContext *context, const JbChartData *data, JbArena *arena, const char *form,
             const char *message, const JbWords *said, gboolean english, GString *out)
{
  g_string_append_printf(out, english ? "%s: " : "%s：", form);
  if (message != NULL && message[0] != '\0')
    g_string_append_printf(out, english ? "%s. " : "%s。", message);
  if (data->n_rows == 0) {
    g_string_append(out, english ? "No data." : "暂无数据。");
    return;
  }
  g_string_append_printf(out, !english ? "%u项。" : data->n_rows == 1 ? "%u item. " : "%u items. ", data->n_rows);
  gboolean longer = data->n_rows > ALT_ITEMS;
  for (guint i = 0; i < data->n_rows; i++) {
    if (longer && i >= 3 && i + 3 < data->n_rows) {
      if (i == 3)
        g_string_append_printf(out, english ? "%u more between; " : "其间另有%u项；", data->n_rows - 6);
      continue;
    }
    alt_row(context, arena, &data->rows[i], said != NULL ? &said[i] : NULL, message == NULL, english, out);
    g_string_append(out, i + 1 == data->n_rows ? (english ? "." : "。") : english ? "; " : "；");
  }
}

const char *
jb_rows_alt(const JbChartContext *context, const JbChartData *data, JbWords form, JbWords message, const JbWords *said,
            JbArena *arena)
{
  GString *text = g_string_new(NULL);
  if (jb_shows_zh(context))
    alt_language(context, data, arena, form.zh, message.zh, said, FALSE, text);
  if (context->lang == JB_LANG_BOTH)
    g_string_append_c(text, ' ');
  if (jb_shows_en(context))
    alt_language(context, data, arena, form.en, message.en, said, TRUE, text);
  const char *alt = jb_arena_dup(arena, text->str);
  g_string_free(text, TRUE);
  return alt;
}

const char *
jb_growth_bars_alt(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  JbChartTitle title = jb_growth_bars_title(context, data, arena);
  return jb_rows_alt(context, data, (JbWords){"条形图", "Bar chart"}, title.title, NULL, arena);
}

JbWords
jb_bars_period(JbArena *arena, const JbChartData *data)
{
  JbPeriod first = {0}, ends = {0};
  gboolean same = TRUE, months = TRUE;
  for (guint i = 0; i < data->n_rows; i++) {
    const JbFact *fact = data->rows[i].actual;
    if (fact == NULL)
      continue;
    if (first.to_year == 0) {
      first = ends = fact->period;
      ends.from_month = ends.to_month;
    }
    same = same && jb_period_equal(fact->period, first);
    months = months && fact->period.to_month > 0 && fact->period.to_year == first.to_year;
    ends.from_month = MIN(ends.from_month, fact->period.to_month);
    ends.to_month = MAX(ends.to_month, fact->period.to_month);
  }
  if (same || !months)
    return jb_period_pair(arena, first);
  JbWords period = jb_period_pair(arena, ends);
  return (JbWords){jb_arena_printf(arena, "截至%s", period.zh), jb_arena_printf(arena, "to %s", period.en)};
}
