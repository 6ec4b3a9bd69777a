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

/* 市场主体|快速增长, 固定资产投资|止跌回稳, 服务业|质效提升: how what is spoken of does. Bytes, 0 when that is not
 * told. */
static gsize
state_at_end(JbSlice text)
{
  static const char *const states[] = {"双创历史新高", "创历史新高", "再创新高", "双创新高", "止跌回稳", "稳中有升",
                                       "稳中向好",     "企稳回升",   "由负转正", "发展提速", "质效提升", "提质增效",
                                       "增势强劲",     "集聚发展",   "量质齐升", "提速增效", "增势良好", "稳中有进"};
  static const char *const ways[] = {"快速", "加快", "持续", "蓬勃", "稳步", "健康", "不断", "迅猛", "平稳", "较快",
                                     "加速", "大幅", "显著", "明显", "逆势", "强劲", "稳定", "高速", "继续", "引领"};
  static const char *const moves[] = {"发展", "壮大", "增长", "提升", "改善", "优化", "扩大", "增加",
                                      "提高", "上升", "下降", "回升", "成长", "崛起", "集聚", "提速"};
  gsize state = jb_match_end(text, states, G_N_ELEMENTS(states)), move = jb_match_end(text, moves, G_N_ELEMENTS(moves));
  gsize way = move > 0 ? jb_match_end(jb_slice_sub(text, 0, text.len - move), ways, G_N_ELEMENTS(ways)) : 0;
  gsize n = state > 0 ? state : way > 0 ? way + move : 0;
  return n > 0 && text.len >= n + strlen("某某") ? n : 0;
}

JbSlice
jb_without_state(JbSlice text)
{
  static const char *const holds[] = {"保持", "实现", "呈现", "继续", "连年", "进一步", "持续"};
  gsize n = state_at_end(text);
  if (n == 0)
    return text;
  JbSlice rest = jb_slice_sub(text, 0, text.len - n);
  rest.len -= jb_match_end(rest, holds, G_N_ELEMENTS(holds));
  return jb_without_state(jb_phrase_clean_end(rest));
}

/* 海洋经济生产总值|突破千亿元, 加大|创新投入, 出口额|跻身前五: what a clause is about, without what is told of it. NULL
 * when that cannot be told. */
const char *
jb_whose_share(const JbBinder *b, const JbSentence *state, const JbItem *item)
{
  static const char *const told[] = {"突破", "超过", "领跑", "持续", "有所", "首次", "连续", "不够", "占", "达"};
  static const char *const more[] = {"加大", "增加", "扩大"};
  const char *topic = jb_item_topic(b, state, item);
  JbSlice text = jb_slice(topic != NULL ? topic : "");
  text = jb_slice_sub(text, jb_match_any(text, more, G_N_ELEMENTS(more)), text.len);
  text.len = jb_predicate_at(text);
  for (guint i = 0; i < G_N_ELEMENTS(told); i++) {
    gssize at = jb_slice_find(text, told[i]);
    text.len = at >= 0 ? (gsize)at : text.len;
  }
  return jb_utf8_count(text) >= 2 ? jb_arena_copy(b->arena, text.at, text.len) : NULL;
}

JbSlice
jb_before_clause(const JbSentence *state, const JbItem *item)
{
  return jb_slice_sub(state->sentence, 0, (gsize)(item->clause.at - state->sentence.at));
}

JbSlice
jb_clause_before(const JbSentence *state, const JbItem *item)
{
  JbSlice before = jb_before_clause(state, item);
  before.len -= jb_slice_ends(before, "，") ? strlen("，") : 0;
  return jb_slice_sub(before, jb_clause_start(before, 0, before.len), before.len);
}

/* What the clause before this one was about, its verbs left out. */
static JbSlice
clause_topic(const JbBinder *b, const JbSentence *state, const JbItem *item)
{
  JbSlice before = jb_before_clause(state, item);
  while (before.len > 0 && (jb_slice_ends(before, "，") || jb_slice_ends(before, "：") || jb_slice_ends(before, "、")))
    before.len -= strlen("，");
  gsize from = jb_clause_start(before, 0, before.len);
  before = jb_slice_sub(before, from, before.len);
  if (jb_slice_starts(before, "加大") && jb_slice_ends(before, "力度")) /* 加大|对困难学生资助|力度 */
    before = jb_slice_sub(before, strlen("加大"), before.len - strlen("力度"));
  before = jb_phrase_clean(before);
  JbSlice doing = jb_without_state(before);
  if (doing.len < before.len) { /* 推动|市场主体数量|快速增长, 销售面积和销售总额|双创新高 */
    static const char *const movers[] = {"推动", "促进", "引导", "带动", "实现", "确保", "保持"};
    return jb_slice_sub(doing, jb_match_any(doing, movers, G_N_ELEMENTS(movers)), doing.len);
  }
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
  return jb_skip_joints(jb_without_state(before));
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

const char *
jb_topic_of_state(const JbBinder *b, const JbSentence *state, const JbItem *item)
{
  JbSlice before = jb_phrase_clean_end(jb_before_clause(state, item));
  JbSlice clause = jb_phrase_clean(jb_slice_sub(before, jb_clause_start(before, 0, before.len), before.len));
  JbSlice thing = jb_without_state(clause);
  return thing.len < clause.len && may_name(thing) && jb_verb_at(thing) == NULL
             ? jb_arena_copy(b->arena, thing.at, thing.len)
             : NULL;
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
  if (state->last_end == NULL || state->last_end >= item->clause.at)
    return NULL;
  JbSlice between = {.at = state->last_end, .len = (gsize)(item->clause.at - state->last_end)};
  gsize comma = between.len >= strlen("，") ? between.len - strlen("，") : 0;
  gsize from = jb_clause_start(between, 0, comma);
  if (from == 0)
    return NULL;
  JbSlice clause = jb_phrase_clean(jb_slice_sub(between, from, MAX(comma, from)));
  JbSlice thing = jb_slice_sub(clause, 0, clause.len - state_at_end(clause));
  return thing.len < clause.len && jb_utf8_count(thing) >= 2 && jb_verb_at(thing) == NULL && may_name(thing)
             ? jb_arena_copy(b->arena, thing.at, thing.len)
             : NULL;
}

/* 收入3亿元，为年初预算的27%（占生产总值的5%）: how much of something else what was spoken of is. */
static gboolean
is_part_of_other(const JbSentence *state, const JbItem *item)
{
  static const char *const wholes[] = {"预算", "目标", "任务", "计划"};
  if (state->noun == NULL || item->measure != JB_MEASURE_SHARE || item->name == NULL)
    return FALSE;
  JbSlice name = jb_slice(item->name);
  return jb_match_end(name, wholes, G_N_ELEMENTS(wholes)) > 0 ||
         (jb_slice_starts(name, state->noun) && jb_slice_starts(jb_slice_sub(name, strlen(state->noun), name.len), "占"));
}

void
jb_sentence_remember(JbSentence *state, const JbItem *item)
{
  gboolean part = is_part_of_other(state, item);
  state->shared = part ? state->noun : NULL;
  state->shared_code = part ? state->code : NULL;
  if (state->n_recent == JB_MAX_NAMES) {
    memmove(state->recent, state->recent + 1, sizeof state->recent - sizeof state->recent[0]);
    memmove(state->recent_is_level, state->recent_is_level + 1,
            sizeof state->recent_is_level - sizeof state->recent_is_level[0]);
    state->n_recent--;
  }
  state->recent_is_level[state->n_recent] = item->measure == JB_MEASURE_LEVEL;
  state->recent[state->n_recent++] = item->name;
  state->noun = item->name;
  state->code = item->code;
}
