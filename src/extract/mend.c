/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names that say nothing by themselves: 建成, 市级, 或, 的村. What they speak of stands elsewhere in the sentence: in
 * the name before (新开工棚户区改造1万户、建成8000户), in the clause before, or behind the number.
 */
#include "base/utf8.h"
#include "base/words.h"
#include "extract/date.h"
#include "extract/item.h"
#include "extract/names.h"

#include <string.h>

static const char *
copy(const JbBinder *b, JbSlice text)
{
  return jb_arena_copy(b->arena, text.at, text.len);
}

/* A bracket whose other half the name lost. */
static JbSlice
balance(JbSlice name)
{
  gssize open = jb_slice_find(name, "（"), close = jb_slice_find(name, "）");
  if (close >= 0 && (open < 0 || open > close))
    return balance(jb_slice_sub(name, (gsize)close + strlen("）"), name.len));
  if (open > 0 && close < 0)
    return jb_slice_sub(name, 0, (gsize)open);
  return name;
}

/* What no name begins with: marks, 的, and 等 of a list of examples. */
static JbSlice
without_head(JbSlice name)
{
  static const char *const heads[] = {"、", "，", "；", "：", "。", "的", "）", "》", "”"};
  for (gsize n; (n = jb_match_any(name, heads, G_N_ELEMENTS(heads))) > 0;)
    name = jb_slice_sub(name, n, name.len);
  gsize joint = jb_slice_starts(name, "及") ? jb_joint_at(name, 0) : 0; /* 道路（段）|及老旧街巷 */
  return jb_slice_sub(name, joint, name.len);
}

/* 接种, 开工, 受益: verbs and nothing else. */
static gboolean
is_bare(JbSlice name)
{
  return name.len > 0 && (jb_verb_phrase(name).object.len == 0 || jb_slice_is(name, "受益"));
}

/* Words that name nothing: 或, 未, 远 … */
static gboolean
is_fragment(JbSlice name)
{
  static const char *const nouns[] = {"村", "镇", "县", "省", "区", "市", "路", "桥", "井", "案"};
  static const char *const words[] = {
      "或者",   "以下",   "以上",   "帮助",   "进入",     "针对",     "面向",     "其余",    "另外", "剩余", "全部",
      "全面",   "每人",   "之一",   "以及",   "参与",     "每年",     "处于",     "达标",    "总量", "分别", "其他",
      "涉及",   "第一批", "第二批", "等举措", "近两",     "近三",     "近五",     "向着",    "序列", "增长", "下降到",
      "提高到", "达到",   "增加到", "降至",   "高于上年", "低于上年", "高于去年", "低于去年"};
  if (jb_slice_starts(name, "/") || jb_slice_starts(name, "／")) /* 540元/人|/月 */
    return TRUE;
  if (jb_utf8_count(name) == 1)
    return jb_match_any(name, nouns, G_N_ELEMENTS(nouns)) == 0;
  return jb_is_any(name, words, G_N_ELEMENTS(words));
}

/* 征缴社会保险费105亿元，|发放|109亿元: was the last thing named done by a verb to an object? */
static gboolean
follows_deed(const JbSentence *state)
{
  JbVerbPhrase last = jb_verb_phrase(jb_slice(state->noun != NULL ? state->noun : ""));
  return last.verb.len > 0 && last.object.len > 0 && !last.is_light;
}

/* 新开工棚户区改造1万户、|建成|8000户; 污水处理厂开工4座、|续建|6座: the verb with what the name before it is about. */
static const char *
with_object_before(const JbBinder *b, const JbSentence *state, const JbItem *item, JbSlice verb)
{
  if (state->n_recent == 0 || state->unit == NULL || state->unit != item->q->word)
    return NULL;
  guint i = state->n_recent;
  while (i > 1 && is_bare(jb_slice(state->recent[i - 1])))
    i--;
  JbSlice before = jb_slice(state->recent[i - 1]);
  static const char *const sums[] = {"年度计划投资", "计划总投资", "计划投资", "年度投资",
                                     "总投资",       "完成投资",   "投资"};
  before.len -= jb_match_end(before, sums, G_N_ELEMENTS(sums)); /* 项目总投资3亿元，其中新开工25项、竣工30项 */
  if (before.len == 0 || is_bare(before))
    return NULL;
  JbVerbPhrase phrase = jb_verb_phrase(before);
  if (phrase.verb.len > 0 && phrase.object.len > 0)
    return jb_arena_printf(b->arena, "%.*s%.*s", (int)verb.len, verb.at, (int)phrase.object.len, phrase.object.at);
  static const char *const renewed[] = {"新", "累计", "已"};
  const JbVerb *last = jb_verb_before(before);
  if (last != NULL && last->len < before.len) {
    before.len -= last->len;
    before.len -= jb_match_end(before, renewed, G_N_ELEMENTS(renewed));
    return jb_arena_printf(b->arena, "%.*s%.*s", (int)before.len, before.at, (int)verb.len, verb.at);
  }
  if (phrase.verb.len > 0)
    return NULL;
  gboolean clause = jb_inner_verb_at(before) < before.len; /* 园区入驻院校16所，其中|开工|6所 */
  JbSlice first = clause ? before : verb, second = clause ? verb : before;
  return jb_arena_printf(b->arena, "%.*s%.*s", (int)first.len, first.at, (int)second.len, second.at);
}

/* …家庭困难学生资助力度，4.3亿人次|受益: with the topic before it. */
static const char *
with_topic(const JbBinder *b, const JbSentence *state, const JbItem *item, JbSlice name)
{
  const char *about = jb_item_topic(b, state, item);
  const char *own = copy(b, name);
  return about != NULL && strstr(about, own) == NULL && !is_bare(jb_slice(about))
             ? jb_arena_printf(b->arena, "%s%s", about, own)
             : NULL;
}

/* For a fragment, in this order: the noun behind the number, the name before, the topic. NULL when there is none. */
static const char *
instead_of_fragment(const JbBinder *b, const JbSentence *state, const JbItem *item)
{
  JbSlice noun = jb_phrase_clean(jb_slice_sub(item->right, 0, jb_predicate_at(item->right)));
  noun = without_head(balance(noun));
  if (jb_utf8_count(noun) >= 2 && !is_fragment(noun) && item->right.at != item->name)
    return copy(b, noun);
  static const char *const modifiers[] = {"剩余", "其余", "其他", "全部", "全面", "第一批", "第二批"};
  JbSlice name = jb_slice(item->name); /* of what stands behind the number after the next one */
  if (jb_is_any(name, modifiers, G_N_ELEMENTS(modifiers)))
    return NULL;
  return state->noun != NULL ? state->noun : jb_item_topic(b, state, item);
}

/* 超50亿元|15个 behind 备案超10亿元项目80个: the limit with the thing, without the limit before. */
static const char *
limit_with_thing(const JbBinder *b, const JbSentence *state, const JbItem *item, JbSlice name)
{
  static const char *const overs[] = {"超", "过", "超过"}, *const ends[] = {"元", "美元", "亩", "吨"};
  JbSlice thing = jb_slice(state->noun != NULL ? state->noun : "");
  gboolean over = jb_match_any(name, overs, G_N_ELEMENTS(overs)) > 0 &&
                  jb_match_end(name, ends, G_N_ELEMENTS(ends)) > 0;
  gboolean above = g_ascii_isdigit(name.at[0]) && jb_slice_ends(name, "元以上"); /* 50亿元以上|5家 */
  if (state->unit != item->q->word || (!over && !above))
    return NULL;
  gssize limit = jb_slice_find(thing, "元");
  thing = limit > 0 ? jb_slice_sub(thing, (gsize)limit + strlen("元"), thing.len) : thing;
  thing = limit > 0 ? without_head(thing) : thing;
  thing = jb_slice_sub(thing, jb_slice_starts(thing, "以上") ? strlen("以上") : 0, thing.len);
  JbVerbPhrase done = jb_verb_phrase(thing); /* 新引进|头部项目 */
  thing = done.verb.len > 0 && done.object.len > 0 ? done.object : thing;
  return thing.len > 0 ? jb_arena_printf(b->arena, "%.*s%.*s", (int)name.len, name.at, (int)thing.len, thing.at) : NULL;
}

/* 收储土地1万亩，其中|市级|1000亩: the part with the name of the whole. */
static const char *
part_of_name(const JbBinder *b, const JbSentence *state, const JbItem *item, JbSlice name)
{
  static const char *const ends[] = {"级", "本级", "城区", "市区", "主城区", "城镇", "农村"};
  gboolean same = state->noun != NULL && state->unit == item->q->word;
  gsize end = jb_match_end(name, ends, G_N_ELEMENTS(ends));
  return same && end > 0 && jb_utf8_count(name) <= 5 && jb_slice_starts(item->clause, "其中") &&
                 !g_str_has_prefix(state->noun, copy(b, name))
             ? jb_arena_printf(b->arena, "%.*s%s", (int)name.len, name.at, state->noun)
             : NULL;
}

/* 应届毕业生就业率95%，其中|区外就业|占12%: whose the part is, by the rate of all. */
static const char *
part_of_rate(const JbBinder *b, const JbSentence *state, const JbItem *item, JbSlice name)
{
  JbSlice whole = jb_slice(state->noun != NULL ? state->noun : "");
  if (!jb_slice_ends(whole, "率") || !jb_is_percent(item->q) || !jb_slice_starts(item->clause, "其中") ||
      name.len < strlen("某某某"))
    return NULL;
  whole.len -= strlen("率");
  gsize word = strlen("就业");
  gboolean same = whole.len > word && jb_slice_ends(whole, copy(b, jb_slice_sub(name, name.len - word, name.len)));
  return same && jb_utf8_count(whole) <= 12
             ? jb_arena_printf(b->arena, "%.*s%.*s", (int)(whole.len - word), whole.at, (int)name.len, name.at)
             : NULL;
}

/* 城乡居民收入增长7.2%和8.4%，|收入倍差|缩小到1.9: between town and country. */
static const char *
gap_of_incomes(const JbBinder *b, const JbSentence *state, const JbItem *item, JbSlice name)
{
  static const char *const gaps[] = {"倍差", "收入倍差", "收入比", "收入差距"};
  static const char *const both[] = {"城乡", "城镇", "农村"};
  JbSlice before = jb_slice_sub(b->block->text, state->start, item->q->start);
  gsize bare = jb_slice_starts(name, "收入") ? strlen("收入") : 0;
  return jb_is_any(name, gaps, G_N_ELEMENTS(gaps)) && jb_has_any(before, both, G_N_ELEMENTS(both))
             ? jb_arena_printf(b->arena, "城乡居民收入%.*s", (int)(name.len - bare), name.at + bare)
             : NULL;
}

/* 每个镇街打造2个示范项目, 每县引进5家企业: for each of what, which the name must say. */
static const char *
of_each(const JbBinder *b, const JbItem *item, JbSlice name)
{
  static const char *const each[] = {"每个", "每家", "每县", "每镇", "每村", "每区", "每所", "每市"};
  static const char *const things[] = {
      "旗县区",   "旗县",       "城区", "县级市", "县域", "项目", "镇街（园区）", "县（市、区）", "县（市）",
      "区（县）", "村（社区）", "县区", "区县",   "镇街", "乡镇", "街道",         "社区",         "行业",
      "园区",     "学校",       "企业", "市区",   "镇",   "县",   "区",           "村",           "市"};
  if (!jb_counts(item->q) || !jb_has(item->clause, "每"))
    return NULL;
  JbSlice clause = jb_phrase_clean(item->clause);
  gsize n = jb_match_any(clause, each, G_N_ELEMENTS(each));
  gsize thing = jb_match_any(jb_slice_sub(clause, n, clause.len), things, G_N_ELEMENTS(things));
  gboolean open = jb_slice_starts(clause, "每个") || jb_slice_starts(clause, "每家") || jb_slice_starts(clause, "每所");
  if (n == 0 || jb_has(name, "每") || jb_has(name, "各") || (open && thing == 0))
    return NULL;
  n += open ? thing : 0;
  JbSlice head = jb_slice_sub(clause, 0, n);
  return jb_utf8_count(head) >= 2
             ? jb_arena_printf(b->arena, "%.*s%.*s", (int)head.len, head.at, (int)name.len, name.at)
             : NULL;
}

/* 粮食生产再获丰收，|产量|250亿斤; 粮食播种面积500万亩，|总产量|43亿斤: of what it is the yield. */
static const char *
yield_of(const JbBinder *b, const JbSentence *state, const JbItem *item, JbSlice name)
{
  static const char *const yields[] = {"产量", "总产量", "总产", "单产", "平均单产"};
  static const char *const ends[] = {"播种面积", "种植面积", "播面", "面积", "生产", "稳定",
                                     "再获",     "喜获",     "再夺", "喜夺", "实现", "单产"};
  if (!jb_is_any(name, yields, G_N_ELEMENTS(yields)))
    return NULL;
  JbSlice before = jb_phrase_clean(jb_before_clause(state, item));
  static const char *const no_things[] = {"种植", "播种", "生产"};
  JbSlice from = state->noun != NULL ? jb_slice(state->noun) : before;
  JbVerbPhrase phrase = jb_verb_phrase(from);
  from = phrase.object.len > 0 && jb_match_any(from, no_things, G_N_ELEMENTS(no_things)) == 0 ? phrase.object : from;
  for (gsize at = strlen("粮"); at < from.len && at <= strlen("肉蛋奶蔬菜等农"); at++) {
    JbSlice thing = jb_slice_sub(from, 0, at);
    if (jb_match_any(jb_slice_sub(from, at, from.len), ends, G_N_ELEMENTS(ends)) > 0 && jb_utf8_count(thing) >= 2 &&
        jb_match_any(thing, no_things, G_N_ELEMENTS(no_things)) == 0)
      return jb_arena_printf(b->arena, "%.*s%.*s", (int)at, from.at, (int)name.len, name.at);
  }
  return NULL;
}

/* 易地扶贫搬迁|累计|入住, 中欧班列|全年|开行: when and how much of it is no part of a name. */
static JbSlice
without_inside(const JbBinder *b, JbSlice name)
{
  gsize about = jb_about_share_at(name); /* 动车组产量|约|占全国 */
  if (about > 0 && about < name.len) {
    gsize end = about + strlen("约");
    name = jb_slice(jb_arena_printf(b->arena, "%.*s%.*s", (int)about, name.at, (int)(name.len - end), name.at + end));
  }
  static const char *const words[] = {"累计", "分别", "全年共", "全年"};
  for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
    gssize at = jb_slice_find(name, words[i]);
    gsize end = at > 0 ? (gsize)at + strlen(words[i]) : 0;
    gboolean of_year = at > 0 && jb_verb_before(jb_slice_sub(name, 0, (gsize)at)) != NULL && strcmp(words[i], "全年") == 0;
    if (at > 0 && end < name.len && !of_year) /* but not 达到|全年|任务 */
      name = jb_slice(jb_arena_printf(b->arena, "%.*s%.*s", (int)at, name.at, (int)(name.len - end), name.at + end));
  }
  gssize row = jb_slice_find(name, "连续"); /* 旅游总收入|连续五年|增幅, |连续5年|引进大学生 */
  gsize from = row >= 0 ? (gsize)row + strlen("连续") : name.len, years = 0;
  if (jb_date_years(jb_slice_sub(name, from, name.len), &years) > 0 && from + years < name.len)
    name = jb_slice(jb_arena_printf(b->arena, "%.*s%.*s", (int)row, name.at, (int)(name.len - from - years),
                                    name.at + from + years));
  return name;
}

/* 港口货物吞吐量1亿吨、|集装箱|239万标箱: of what kind the throughput is. */
static const char *
throughput_of(const JbBinder *b, const JbSentence *state, JbSlice name)
{
  static const char *const carried[] = {"集装箱", "货物", "旅客", "货邮", "邮轮旅客"};
  return state->noun != NULL && g_str_has_suffix(state->noun, "吞吐量") &&
                 jb_is_any(name, carried, G_N_ELEMENTS(carried))
             ? jb_arena_printf(b->arena, "%.*s吞吐量", (int)name.len, name.at)
             : NULL;
}

/* 研发经费支出82.6亿元，增长9.1%，|与地区生产总值之比为|1.97%: of what was told before. NULL when it is not. */
static const char *
ratio_to(const JbBinder *b, const JbSentence *state, JbItem *item, JbSlice name)
{
  if (state->noun == NULL || !jb_slice_ends(name, "之比") || !jb_slice_starts(item->clause, "与"))
    return NULL;
  gboolean of_output = jb_has(name, "生产总值") || jb_has(name, "GDP");
  item->code = of_output && g_strcmp0(state->code, "rd_expenditure") == 0 ? "rd_intensity" : NULL;
  return jb_arena_printf(b->arena, "%s与%.*s", state->noun, (int)name.len, name.at);
}

/* 占总人口比重（常住人口城镇化率）: the indicator's own name stands in brackets. */
static gboolean
take_name_in_brackets(const JbBinder *b, JbItem *item, JbSlice name)
{
  gssize open = jb_slice_find(name, "（");
  if (item->code != NULL || open <= 0 || !jb_slice_ends(name, "）"))
    return FALSE;
  JbSlice inner = jb_slice_sub(name, (gsize)open + strlen("（"), name.len - strlen("）"));
  item->code = jb_catalogue_code(b->catalogue, inner);
  if (item->code == NULL)
    return FALSE;
  item->name = copy(b, inner);
  item->why.name = "the indicator's own name, in brackets";
  return TRUE;
}

void
jb_item_mend_name(const JbBinder *b, const JbSentence *state, JbItem *item)
{
  JbSlice whole = jb_slice(item->name), name = without_inside(b, without_head(balance(whole)));
  const char *better = NULL;
  if (whole.len == 0 || item->q->ratio > 0 || take_name_in_brackets(b, item, whole))
    return;
  if (name.len == 0 || is_fragment(name))
    better = instead_of_fragment(b, state, item);
  else if (is_bare(name) && (jb_counts(item->q) || follows_deed(state)) &&
           (better = with_object_before(b, state, item, name)) != NULL)
    item->code = jb_code_of(b, state, better);
  else if (is_bare(name))
    better = with_topic(b, state, item, name);
  else if ((better = part_of_name(b, state, item, name)) == NULL)
    better = limit_with_thing(b, state, item, name);
  if (better == NULL && name.len > 0)
    better = part_of_rate(b, state, item, name);
  if (better == NULL && name.len > 0 && (better = gap_of_incomes(b, state, item, name)) != NULL)
    item->code = jb_code_of(b, state, better);
  if (better == NULL && item->tail.len > 0 && !jb_slice_ends(name, copy(b, item->tail)))
    better = jb_arena_printf(b->arena, "%.*s%.*s", (int)name.len, name.at, (int)item->tail.len, item->tail.at);
  if (better == NULL && name.len > 0 && (better = yield_of(b, state, item, name)) != NULL)
    item->code = jb_code_of(b, state, better);
  if (better == NULL && name.len > 0 && (better = throughput_of(b, state, name)) != NULL)
    item->code = jb_code_of(b, state, better);
  if (better == NULL && name.len > 0)
    better = ratio_to(b, state, item, name);
  if (better == NULL && name.len > 0)
    better = of_each(b, item, name);
  if (better == NULL && name.len > 0 && name.len < whole.len)
    better = copy(b, name);
  if (better == NULL)
    return;
  item->name = better;
  item->why.name = "what stood there says nothing alone: with what the sentence speaks of";
}
