/* SPDX-License-Identifier: Apache-2.0 */
/* What kind of measure a quantity is, and its sign: from its unit, the verb before it and its name. */
#include "extract/item.h"

#include "base/utf8.h"

#include <string.h>

/* Is a figure in % of that name a level in its own right, not a part of a whole? */
static gboolean
is_rate(JbSlice name)
{
  static const char *const rates[] = {"率",       "强度",         "满意度",   "优良天数比例", "水体比例", "断面比例",
                                      "优良比例", "税率",         "缴费比例", "存贷比",       "浓度",     "指数",
                                      "优良天数", "知晓度",       "水平",     "速度",         "消费价格", "幅度",
                                      "安全感",   "水质优良比例", "赤字"};
  static const char *const parts[] = {"占", "比重", "占比"};
  gboolean degree = jb_slice_ends(name, "度") && !jb_slice_ends(name, "年度");
  return (degree || jb_has_any(name, rates, G_N_ELEMENTS(rates))) && !jb_has_any(name, parts, G_N_ELEMENTS(parts));
}

static gboolean
names_growth(JbSlice subject)
{
  static const char *const nouns[] = {"增速",     "涨幅",     "增幅",     "降幅",     "增长率",   "增长速度",
                                      "上涨幅度", "下降幅度", "压减比例", "增长目标", "预期增长", "增速目标"};
  for (guint i = 0; i < G_N_ELEMENTS(nouns); i++)
    if (jb_slice_ends(subject, nouns[i]))
      return TRUE;
  return FALSE;
}

static gint
sign_of(const JbItem *item)
{
  JbSlice subject = item->lead.subject;
  gint own = item->lead.change == JB_WORD_DOWN || item->phrase.sign < 0 ? -1 : 1;
  return jb_slice_ends(subject, "降幅") || jb_slice_ends(subject, "下降幅度") || jb_slice_ends(subject, "压减比例")
             ? -1
             : own;
}

static JbMeasure
growth_of(const JbItem *item)
{
  gboolean average = item->lead.average || jb_has(item->clause, "年均增") || jb_has(item->clause, "年均下降") ||
                     jb_has(item->clause, "年平均增");
  return average ? JB_MEASURE_AVERAGE_GROWTH : JB_MEASURE_GROWTH;
}

void
jb_item_measure(JbItem *item)
{
  JbSlice name = jb_slice(item->name), subject = item->lead.subject;
  gboolean changes = item->lead.change != JB_WORD_NONE && !item->lead.to_level && !item->lead.from;
  item->measure = JB_MEASURE_LEVEL;
  item->sign = 1;
  if (item->q->ratio > 0) {
    item->measure = JB_MEASURE_SHARE;
  } else if (jb_is_points(item->q)) {
    item->measure = JB_MEASURE_CHANGE;
    item->sign = jb_has(item->clause, "低于") || item->lead.change == JB_WORD_DOWN ? -1 : 1;
  } else if (jb_is_percent(item->q)) {
    gboolean verb_object = !item->lead.to_level && item->phrase.sign != 0 && item->phrase.object.len > 0 &&
                           !is_rate(name) && item->lead.reach == JB_WORD_NONE;
    gboolean price = g_strcmp0(item->code, "cpi") == 0;
    gboolean unnamed = !item->own_subject && jb_has(item->right, "增速");
    if (changes || names_growth(subject) || verb_object || price || unnamed || jb_has(item->right, "增长目标")) {
      item->measure = growth_of(item);
      item->sign = sign_of(item);
    } else if (!is_rate(name)) {
      item->measure = JB_MEASURE_SHARE;
    }
  } else if (item->q->word != NULL && item->q->word->kind == JB_UNIT_DOUBLINGS) {
    item->measure = JB_MEASURE_GROWTH;
  } else if (item->q->word != NULL && strcmp(item->q->word->zh, "倍") == 0) {
    item->measure = changes ? JB_MEASURE_GROWTH : JB_MEASURE_LEVEL;
    item->sign = changes ? sign_of(item) : 1;
  } else if (changes && !item->object_behind) {
    item->measure = JB_MEASURE_CHANGE;
    item->sign = sign_of(item);
  }
}
