/* SPDX-License-Identifier: Apache-2.0 */
/* What kind of measure a quantity is, and its sign: from its unit, the verb before it and its name. */
#include "extract/item.h"

#include "base/utf8.h"
#include "base/words.h"

#include <string.h>

/* Is a figure in % of that name a level in its own right, not a part of a whole? */
static gboolean
is_rate(JbSlice name)
{
  static const char *const rates[] = {
      "率",     "强度",         "满意度", "优良天数比例", "水体比例", "断面比例", "优良比例", "税率",     "缴费比例",
      "存贷比", "浓度",         "指数",   "优良天数",     "知晓度",   "水平",     "速度",     "消费价格", "幅度",
      "安全感", "水质优良比例", "赤字",   "贡献",         "覆盖面",   "扣除比例", "报销比例", "支付比例", "之比", "系数"};
  static const char *const parts[] = {"占", "比重", "占比"};
  gboolean degree = jb_slice_ends(name, "度") && !jb_slice_ends(name, "年度");
  gboolean water = (jb_has(name, "水质") || jb_has(name, "地表水")) && jb_has(name, "比例"); /* 断面水质优良比例 */
  return (degree || water || jb_has_any(name, rates, G_N_ELEMENTS(rates))) &&
         !jb_has_any(name, parts, G_N_ELEMENTS(parts));
}

/* 新增企业贷款占贷款比重: a part of a whole, whatever verb its name begins with. */
static gboolean
is_part(JbSlice name)
{
  static const char *const parts[] = {"占", "比重", "比例"};
  return jb_has_any(name, parts, G_N_ELEMENTS(parts));
}

static gboolean
names_growth(JbSlice subject)
{
  static const char *const nouns[] = {"增速",     "涨幅",         "增幅",     "降幅",        "增长率",   "增长速度",
                                      "上涨幅度", "下降幅度",     "压减比例", "精简比例",    "增长目标", "预期增长",
                                      "增速目标", "增长预期目标", "增长预期", "增速预期目标"};
  return jb_match_end(subject, nouns, G_N_ELEMENTS(nouns)) > 0;
}

static gint
sign_of(const JbItem *item)
{
  JbSlice subject = item->own_subject ? item->lead.subject : jb_slice(item->name);
  gint own = item->lead.change == JB_WORD_DOWN || item->phrase.sign < 0 ? -1 : 1;
  return jb_slice_ends(subject, "降幅") || jb_slice_ends(subject, "下降幅度") || jb_slice_ends(subject, "压减比例") ||
                 jb_slice_ends(subject, "精简比例")
             ? -1
             : own;
}

static JbMeasure
growth_of(const JbItem *item)
{
  gboolean average = item->lead.average || jb_has(item->clause, "年均增") || jb_has(item->clause, "年均下降") ||
                     jb_has(item->clause, "年平均增") || jb_has(item->clause, "年均涨") ||
                     jb_has(item->clause, "年均降") || jb_has(item->clause, "年均递增");
  return average ? JB_MEASURE_AVERAGE_GROWTH : JB_MEASURE_GROWTH;
}

static void
set(JbItem *item, JbMeasure measure, gint sign, const char *why)
{
  item->measure = measure;
  item->sign = sign;
  item->why.measure = why;
}

/* 居民消费价格指数101.5%: the index, with the year before as 100; an index of 1.5% would be its change. */
static gboolean
is_index_of_prices(const JbItem *item)
{
  return g_strcmp0(item->code, "cpi") == 0 && item->lead.change == JB_WORD_NONE &&
         jb_decimal_compare(item->q->value, (JbDecimal){.digits = 50}) > 0;
}

/* 保持20%以上|增长, 均实现10%以上|增长: what is held or reached is a growth. */
static gboolean
grows_behind(const JbItem *item)
{
  static const char *const growths[] = {"增长", "的增长", "高速增长", "的高速增长", "较快增长",
                                        "增速", "的增速", "增幅",     "的增幅",     "的增长速度"};
  return (item->lead.reach == JB_WORD_HOLD || item->lead.done) &&
         jb_is_any(item->right, growths, G_N_ELEMENTS(growths));
}

/* A figure in %: a growth, a rate that is a level, or a part of a whole. */
static void
measure_percent(JbItem *item, gboolean changes)
{
  JbSlice name = jb_slice(item->name);
  JbVerbPhrase named = jb_verb_phrase(name); /* of a list with one verb: 压减公用经费10%、|一般性支出|20% */
  gboolean listed = item->own_subject && item->phrase.verb.len == 0 && named.sign < 0 && named.object.len > 0 &&
                    jb_slice_equal(named.object, item->lead.subject);
  gboolean verb_object = !item->lead.to_level && item->phrase.sign != 0 && item->phrase.object.len > 0 &&
                         !is_rate(name) && !is_part(name) && item->lead.reach == JB_WORD_NONE;
  if (changes)
    set(item, growth_of(item), sign_of(item), "% behind a verb of change");
  else if (item->aims_on)
    set(item, growth_of(item), item->aims_on, "the growth right before, aimed higher: 力争实现");
  else if (names_growth(item->lead.subject) || (!item->own_subject && names_growth(name)) ||
           jb_has(item->right, "增长目标") || grows_behind(item))
    set(item, growth_of(item), sign_of(item), "the name is a growth: 增速, 涨幅");
  else if (verb_object)
    set(item, growth_of(item), sign_of(item), "% of what a verb makes more or less: 压减X30%");
  else if (listed && !is_rate(name) && !is_part(name))
    set(item, growth_of(item), named.sign, "% of what the verb of the list makes less: 压减X10%、Y20%");
  else if (is_index_of_prices(item))
    set(item, JB_MEASURE_LEVEL, 1, "a price index against 100");
  else if (g_strcmp0(item->code, "cpi") == 0)
    set(item, growth_of(item), sign_of(item), "a price index in % is its change");
  else if (!item->own_subject && jb_has(item->right, "增速"))
    set(item, growth_of(item), 1, "%…的增速");
  else if (item->q->sign > 0)
    set(item, JB_MEASURE_GROWTH, 1, "a % with a sign");
  else if (jb_is_recovery(item))
    set(item, JB_MEASURE_LEVEL, 1, "% of what it was in another year");
  else if (is_rate(name) || (item->own_subject && jb_slice_ends(item->lead.subject, "贡献率")))
    set(item, JB_MEASURE_LEVEL, 1, "a rate: …率, 强度, …度");
  else
    set(item, JB_MEASURE_SHARE, 1, "% without a verb of change, no rate: part of a whole");
}

void
jb_item_measure(JbItem *item)
{
  gboolean changes = item->lead.change != JB_WORD_NONE &&
                     (item->lead.growing || (!item->lead.to_level && !item->lead.from));
  const JbUnit *unit = item->q->word;
  gboolean down = jb_has(item->clause, "低于") || item->lead.change == JB_WORD_DOWN;
  if (item->q->ratio > 0)
    set(item, JB_MEASURE_SHARE, 1, "part of a ratio");
  else if (jb_is_points(item->q))
    set(item, JB_MEASURE_CHANGE, down ? -1 : 1, "percentage points");
  else if (jb_is_percent(item->q))
    measure_percent(item, changes);
  else if (unit != NULL && unit->kind == JB_UNIT_DOUBLINGS)
    set(item, JB_MEASURE_GROWTH, 1, "翻番");
  else if (jb_is_times(item->q) && changes)
    set(item, JB_MEASURE_GROWTH, sign_of(item), "倍 behind a verb of change");
  else if (changes && !item->object_behind)
    set(item, JB_MEASURE_CHANGE, sign_of(item), "subject + verb of change + amount");
  else
    set(item, JB_MEASURE_LEVEL, 1, "an amount reached, or work done");
}
