/* SPDX-License-Identifier: Apache-2.0 */
/* What the clause before a number is about, for figures that name nothing themselves or only what is measured. */
#include "base/utf8.h"
#include "base/words.h"
#include "extract/item.h"
#include "extract/names.h"

#include <string.h>

/* Behind the last 的: 总投资超过900亿元的|产业项目. */
static JbSlice
behind_last_de(JbSlice text)
{
  JbSlice rest = text;
  for (gssize at; (at = jb_slice_find(rest, "的")) >= 0;)
    rest = jb_slice_sub(rest, (gsize)at + strlen("的"), rest.len);
  return rest;
}

/* What the clause before this one was about, its verbs left out. */
static JbSlice
clause_topic(const JbBinder *b, const JbSentence *state, const JbItem *item)
{
  gsize at = (gsize)(item->clause.at - state->sentence.at);
  JbSlice before = jb_slice_sub(state->sentence, 0, at);
  while (before.len > 0 && (jb_slice_ends(before, "，") || jb_slice_ends(before, "：") || jb_slice_ends(before, "、")))
    before.len -= strlen("，");
  gsize from = jb_clause_start(before, 0, before.len);
  before = jb_slice_sub(before, from, before.len);
  if (jb_slice_starts(before, "加大") && jb_slice_ends(before, "力度")) /* 加大|对困难学生资助|力度 */
    before = jb_slice_sub(before, strlen("加大"), before.len - strlen("力度"));
  before = jb_phrase_clean(before);
  gsize known = jb_catalogue_prefix(b->catalogue, before);
  if (known > 0 && (known == before.len || known >= strlen("某某某") || (guchar)before.at[0] < 0x80))
    return jb_slice_sub(before, 0, known); /* but not 高铁|新城建设 */
  JbVerbPhrase phrase = jb_verb_phrase(before);
  static const char *const manners[] = {"明显", "持续", "不断", "稳步", "扎实", "全面", "有序", "顺利", "加速", "提速"};
  static const char *const closed[] = {"行动", "工程", "计划", "项目", "任务", "活动",
                                       "工作", "政策", "方案", "试点", "能力"};
  /* not the 三年行动 of 技能提升|三年行动 */
  for (gboolean leads = TRUE; phrase.object.len > 0 && (leads || jb_utf8_count(phrase.object) > 4 ||
                                                        jb_match_end(phrase.object, closed, G_N_ELEMENTS(closed)) == 0);
       leads = FALSE) {
    before = phrase.object;
    gsize inner = jb_inner_verb_at(before);
    phrase = jb_verb_phrase(jb_slice_sub(before, inner, before.len));
    static const char *const ways[] = {"基本", "全面", "已", "全部", "均"};
    if (inner >= strlen("某某") && jb_slice_is(phrase.verb, "实现")) { /* 疫苗|基本实现应接尽接 */
      before.len = inner;
      before.len -= jb_match_end(before, ways, G_N_ELEMENTS(ways));
      break;
    }
    if (phrase.verb.len == 0)
      break;
    if (jb_match_any(phrase.object, manners, G_N_ELEMENTS(manners)) > 0) { /* 新城建设|明显加快 */
      before.len = (gsize)(phrase.object.at - before.at);
      break;
    }
  }
  static const char *const news[] = {"新的", "新一轮", "新一批"}, *const years[] = {"三年", "五年"};
  static const char *const plans[] = {"行动", "计划"};
  for (gsize n; (n = jb_match_any(before, news, G_N_ELEMENTS(news))) > 0 && n < before.len;)
    before = jb_slice_sub(before, n, before.len);
  gsize n = jb_match_any(before, years, G_N_ELEMENTS(years)); /* 新的三年|攻坚计划, but not 三年行动 */
  n = jb_match_any(jb_slice_sub(before, n, before.len), plans, G_N_ELEMENTS(plans)) == 0 ? n : 0;
  before = jb_slice_sub(before, n < before.len ? n : 0, before.len);
  return before;
}

/* Is it short enough for a name, and without a quantity of its own? */
static gboolean
may_name(JbSlice topic)
{
  gsize chars = jb_utf8_count(topic);
  return chars >= 2 && chars <= 20 && !jb_has_digit(topic);
}

/* What the clause before this one was about, for figures that name nothing themselves:
 * …建设物流园，累计完成投资7.6亿元. */
const char *
jb_item_topic(const JbBinder *b, const JbSentence *state, const JbItem *item)
{
  JbSlice topic = clause_topic(b, state, item);
  return may_name(topic) ? jb_arena_copy(b->arena, topic.at, topic.len) : NULL;
}

/* Can be invested in: 破解用地瓶颈，完成投资69亿元 is not of the 瓶颈. */
static gboolean
takes_investment(JbSlice thing)
{
  static const char *const ends[] = {"项目", "工程", "建设", "产业", "园区", "片区", "新区", "新城", "基地",
                                     "中心", "铁路", "公路", "高速", "机场", "港",   "地铁", "轨道", "开发",
                                     "计划", "规划", "行动", "攻坚", "会战", "改造", "治理", "设施", "园",
                                     "区",   "城",   "工业", "水利", "交通", "领域", "企业", "改",   "体系",
                                     "集群", "业态", "技改", "平台", "提升", "”",    "扩建", "新建"};
  return jb_match_end(thing, ends, G_N_ELEMENTS(ends)) > 0;
}

/* Of what a measure is: the topic, or what stands behind its examples or its attribute: 光学产业园、智能工厂等工业项目,
 * 总投资超过900亿元的产业项目. */
const char *
jb_topic_of_measure(const JbBinder *b, const JbSentence *state, const JbItem *item)
{
  static const char *const say_nothing[] = {"项目", "工程", "机制", "要素", "重点工作", "工作", "任务"};
  JbSlice topic = clause_topic(b, state, item);
  if (!may_name(topic)) {
    topic = jb_name_after_deng(topic);
    topic = jb_has_digit(topic) ? behind_last_de(topic) : topic;
    if (jb_match_any(topic, say_nothing, G_N_ELEMENTS(say_nothing)) > 0 || jb_utf8_count(topic) < 4)
      return NULL;
  }
  if (jb_slice_ends(item->lead.subject, "投资") && !takes_investment(topic))
    return NULL;
  return may_name(topic) ? jb_arena_copy(b->arena, topic.at, topic.len) : NULL;
}

/* …37家，非公有制经济快速发展，|占生产总值比重: what a clause between the last figure and this one speaks of, NULL when
 * there is none. */
const char *
jb_spoken_between(const JbBinder *b, const JbSentence *state, const JbItem *item)
{
  static const char *const ways[] = {"快速", "加快", "持续", "蓬勃", "稳步", "健康", "不断", "迅猛", "平稳", "较快"};
  static const char *const moves[] = {"发展", "壮大", "增长", "提升", "改善", "优化", "扩大"};
  if (state->last_end == NULL || state->last_end >= item->clause.at)
    return NULL;
  JbSlice between = {.at = state->last_end, .len = (gsize)(item->clause.at - state->last_end)};
  gsize comma = between.len >= strlen("，") ? between.len - strlen("，") : 0;
  gsize from = jb_clause_start(between, 0, comma);
  if (from == 0)
    return NULL;
  JbSlice clause = jb_phrase_clean(jb_slice_sub(between, from, MAX(comma, from)));
  gsize move = jb_match_end(clause, moves, G_N_ELEMENTS(moves));
  JbSlice thing = jb_slice_sub(clause, 0, clause.len - move);
  gsize way = move > 0 ? jb_match_end(thing, ways, G_N_ELEMENTS(ways)) : 0;
  thing.len -= way;
  return way > 0 && jb_utf8_count(thing) >= 2 && jb_verb_at(thing) == NULL && may_name(thing)
             ? jb_arena_copy(b->arena, thing.at, thing.len)
             : NULL;
}
