/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Relations between two noun phrases with a verb. Chinese puts everybody before the verb: who did it, for whom and
 * where; English behind it, each with its preposition. Where the words do not show which it is, there is no name.
 */
#include "wording/relations.h"

#include "base/words.h"
#include "wording/acts.h"
#include "wording/clause.h"

#include <string.h>

/* Those who do things: the passive has "by" for them. */
static gboolean
is_agent(const JbToken *token)
{
  static const char *const ends[] = {
      "企业",   "公司",   "集团",   "机构",       "学校",   "中小学", "高校",   "院校",     "大学",    "学院", "医院",
      "幼儿园", "银行",   "部门",   "政府",       "合作社", "团队",   "单位",   "组织",     "协会",    "商会", "院所",
      "工会",   "研究院", "研究所", "实验室",     "法院",   "央企",   "国企",   "民企",     "政协",    "干部", "社工",
      "专家",   "志愿者", "外资",   "园区管委会", "供销社", "运动员", "医疗队", "铁路",     "平台",    "热线", "基金",
      "机场",   "母港",   "资金池", "政策",       "措施",   "链主",   "检察院", "医护人员", "医务人员"};
  return jb_match_end(token->zh, ends, G_N_ELEMENTS(ends)) > 0;
}

static gboolean
is_place(const JbToken *token)
{
  static const char *const ends[] = {
      "市区",   "城区",   "区县",   "县区",   "片区",   "园区",   "新区",  "新城",     "开发区",
      "自贸区", "试验区", "经开区", "综保区", "保税区", "示范区", "社区",  "街道",     "乡镇",
      "镇街",   "村",     "港区",   "产业园", "科技园", "孵化器", "地区",  "县（市）", "县（市）区",
      "旗县",   "县域",   "起步区", "科学城", "科创园", "中德园", "小区",  "科创走廊", "建成区",
      "数安港", "自贸港", "金融城", "科技城", "航空城", "产业城", "经济带"};
  gboolean is_name = token->class == JB_WORD_CLASS_NAME && (guchar)*token->zh.at >= 0x80;
  return is_name || jb_match_end(token->zh, ends, G_N_ELEMENTS(ends)) > 0;
}

static gboolean
is_person(const JbToken *token)
{
  static const char *const ends[] = {"家庭", "户", "群众", "老人", "老年人", "人员", "居民", "学生", "儿童", "人口"};
  return jb_match_end(token->zh, ends, G_N_ELEMENTS(ends)) > 0;
}

/* "to", "by" or "in" for the subject of this verb; NULL: it may be either. */
static const char *
link_of(const JbComposer *c, const JbToken *subject, guint verb)
{
  const char *own = c->tokens[verb].before;
  gboolean is_in = own != NULL && strcmp(own, "in") == 0;
  if (is_in && subject->class != JB_WORD_CLASS_NOUN && !is_place(subject)) /* 智能化建设项目 */
    return NULL;
  static const char *const less[] = {"减", "降", "节"};
  gboolean is_means = own != NULL && strcmp(own, "for") == 0 && !is_person(subject) &&
                      jb_match_any(c->tokens[verb].zh, less, G_N_ELEMENTS(less)) > 0 &&
                      (subject->class == JB_WORD_CLASS_MASS || subject->class == JB_WORD_CLASS_VERB);
  if (is_means) /* 电力直接交易减少企业成本 */
    return "through";
  if (own != NULL)
    return is_in && is_person(subject) ? "for" : own;
  return is_agent(subject) ? "by" : is_place(subject) ? "in" : NULL;
}

guint
jb_find_inner_verb(const JbComposer *c, JbRange range)
{
  for (guint i = range.from + 1; i + 1 < range.to; i++) {
    const JbToken *token = &c->tokens[i], *next = &c->tokens[i + 1];
    if (token->class != JB_WORD_CLASS_VERB)
      continue;
    static const char *const efforts[] = {"任务", "工作", "工程", "试点", "项目", "行动", "方案", "计划",
                                          "中心", "成果", "规划"};
    static const char *const doing[] = {"实施", "引进", "推进", "招引"}; /* 新区实施项目 */
    if (token->other != NULL && i + 2 == range.to &&
        !(is_place(token - 1) && jb_is_any(token->zh, doing, G_N_ELEMENTS(doing))) &&
        jb_is_any(next->zh, efforts, G_N_ELEMENTS(efforts))) /* 企业改制任务 */
      continue;
    gboolean by_whom = g_strcmp0(token->before, "by") == 0 || g_strcmp0(token->before, "from") == 0;
    if (token->other != NULL && by_whom &&
        (jb_is_measure(next->class) || jb_slice_is(next->zh, "数"))) /* 覆盖范围 */
      continue;
    static const char *const measures[] = {"规模", "面积", "成本", "周期", "时限", "时间", "结构", "标准"};
    gboolean is_rate = next->class == JB_WORD_CLASS_RATE && !jb_slice_is(next->zh, "率");
    if (token->other != NULL && (is_rate || jb_is_any(next->zh, measures, G_N_ELEMENTS(measures)))) /* 粮食种植规模 */
      continue;
    if (token->other == NULL || token->before != NULL)
      return i;
    const JbToken *last = &c->tokens[i - 1];
    gboolean acts_on = is_agent(last) && !jb_is_measure(next->class) && next->class != JB_WORD_CLASS_DE;
    if (acts_on && !jb_is_work(token) && !jb_is_nominal(token))
      return i;
    static const char *const built[] = {"新建", "改扩建", "新改", "新扩", "新（改", /* 市区新建学校 */
                                        "引进", "新引进", "打造", "培育", "实施",   "设立", "落地", "创建", "引入",
                                        "推进", "集聚",   "聚集", "建立", "招引",   "推行", "缔结", "引育"};
    if (is_place(last) && !jb_is_measure(next->class) && jb_match_any(token->zh, built, G_N_ELEMENTS(built)) > 0)
      return i;
  }
  return range.to;
}

/* 实施数字化转型 has an object; 建成运营 has none. */
static gboolean
lacks_object(const JbComposer *c, JbRange range)
{
  const JbToken *last = &c->tokens[range.to - 1];
  if (range.to - range.from < 2)
    return TRUE;
  if (last->class == JB_WORD_CLASS_VERB)
    return last->other == NULL || (range.to - range.from == 2 && !jb_takes_acts(&c->tokens[range.from]));
  return range.to - range.from == 2 && jb_is_measure(last->class);
}

/* Somebody or something, in words; NULL for amounts, acts and no phrase at all. */
static const char *
whole_text(const JbComposer *c, JbRange range)
{
  JbPhrase phrase = {0};
  gboolean is_whole = jb_noun_phrase(c, range, &phrase) && phrase.one != NULL && !jb_is_measure(phrase.class) &&
                      phrase.class != JB_WORD_CLASS_VERB;
  return is_whole ? jb_phrase_text(c->arena, &phrase) : NULL;
}

const char *
jb_joining(const JbToken *verb)
{
  static const JbPair rows[] = {
      {.zh = "入围", .en = "shortlisted for"}, {.zh = "入选", .en = "selected for"},
      {.zh = "上榜", .en = "listed among"},    {.zh = "跻身", .en = "joining"},
      {.zh = "进入", .en = "entering"},        {.zh = "入驻", .en = "based in"},
      {.zh = "进驻", .en = "based in"},        {.zh = "落户", .en = "settled in"},
      {.zh = "接入", .en = "connected to"},    {.zh = "加入", .en = "joining"},
      {.zh = "位列", .en = "among"},           {.zh = "荣获", .en = "winning"},
      {.zh = "获得", .en = "receiving"},       {.zh = "获", .en = "winning"},
      {.zh = "参加", .en = "joining"},         {.zh = "登陆", .en = "listed on"},
      {.zh = "驰援", .en = "sent to support"}, {.zh = "移送", .en = "transferred to"},
      {.zh = "晋升", .en = "promoted to"},     {.zh = "晋级", .en = "promoted to"},
  };
  return jb_pair_en(verb->zh, rows, G_N_ELEMENTS(rows));
}

/* 每个园区: each industrial park. NULL for any other. */
static const char *
each_text(const JbComposer *c, JbRange range)
{
  JbPhrase phrase = {0};
  gboolean is_each = range.to - range.from > 1 && jb_slice_is(c->tokens[range.from].zh, "每个");
  range.from++;
  if (!is_each || !jb_noun_phrase(c, range, &phrase) || phrase.class != JB_WORD_CLASS_NOUN || phrase.one == NULL)
    return NULL;
  return jb_arena_printf(c->arena, "each %s", jb_append(c->arena, phrase.pre, phrase.one));
}

static const char *
joining_clause(const JbComposer *c, JbRange range, guint verb)
{
  const char *subject = whole_text(c, (JbRange){.from = range.from, .to = verb});
  const char *object = subject != NULL ? whole_text(c, (JbRange){.from = verb + 1, .to = range.to}) : NULL;
  const char *en = jb_joining(&c->tokens[verb]);
  if (object == NULL)
    return NULL;
  const JbToken *last = &c->tokens[range.to - 1];
  static const char *const comers[] = {"项目", "人才", "品牌", "总部"};
  gboolean comes = (is_agent(last) && !jb_slice_ends(last->zh, "平台")) || jb_match_end(last->zh, comers, G_N_ELEMENTS(comers)) > 0;
  if (strstr(en, " in") != NULL && comes) /* 园区入驻企业: the enterprises are based there */
    return jb_arena_printf(c->arena, "%s %s %s", object, en, subject);
  return !is_place(&c->tokens[verb - 1]) ? jb_arena_printf(c->arena, "%s %s %s", subject, en, object) : NULL;
}

/* 教师配备率, 项目开工数: what was done is counted or is a share. NULL for any other. */
static const char *
counted_act(const JbComposer *c, JbRange range, guint verb)
{
  static const struct {
    const char *zh, *en;
    gboolean counts; /* things only */
  } rows[] = {
      {.zh = "率", .en = "rate of"},
      {.zh = "数", .en = "number of", .counts = TRUE},
      {.zh = "数量", .en = "number of", .counts = TRUE},
      {.zh = "总量", .en = "total number of", .counts = TRUE},
  };
  guint row = 0;
  JbSlice last = c->tokens[range.to - 1].zh;
  while (row < G_N_ELEMENTS(rows) && !jb_slice_is(last, rows[row].zh))
    row++;
  JbPhrase phrase = {0};
  if (row == G_N_ELEMENTS(rows) || verb + 2 != range.to ||
      !jb_noun_phrase(c, (JbRange){.from = range.from, .to = verb}, &phrase) || phrase.one == NULL ||
      (phrase.class != JB_WORD_CLASS_NOUN && (rows[row].counts || phrase.class != JB_WORD_CLASS_MASS)))
    return NULL;
  return jb_arena_printf(c->arena, "%s %s %s", rows[row].en, jb_phrase_text(c->arena, &phrase), c->tokens[verb].en);
}

/* 招商引资签约项目: by which means; nobody did it. */
static const char *
means_of(const JbComposer *c, JbRange range, guint verb)
{
  static const char *const promotion[] = {"招商引资", "招商"};
  if (verb != range.from + 1 || !jb_is_any(c->tokens[range.from].zh, promotion, G_N_ELEMENTS(promotion)))
    return NULL;
  const char *text = jb_clause(c, (JbRange){.from = verb, .to = range.to});
  return text != NULL ? jb_arena_printf(c->arena, "%s through investment promotion", text) : NULL;
}

static guint
find_class(const JbComposer *c, JbRange range, JbWordClass class)
{
  guint i = range.from;
  while (i < range.to && c->tokens[i].class != class)
    i++;
  return i;
}

const char *
jb_new_in_place(const JbComposer *c, JbRange range)
{
  guint at = find_class(c, (JbRange){.from = range.from + 1, .to = range.to}, JB_WORD_CLASS_FRONT);
  if (at + 1 >= range.to || !jb_slice_starts(c->tokens[at].zh, "新") || !is_place(&c->tokens[at - 1]) ||
      c->tokens[at + 1].class == JB_WORD_CLASS_VERB)
    return NULL;
  JbRange place = {.from = range.from, .to = at};
  const char *each = each_text(c, place), *where = each != NULL ? each : whole_text(c, place);
  const char *what = where != NULL ? jb_clause(c, (JbRange){.from = at, .to = range.to}) : NULL;
  return what != NULL ? jb_arena_printf(c->arena, "%s in %s", what, where) : NULL;
}

/* 企业建立研发机构的比例: share of enterprises with R&D institutions established. NULL when it is no share. */
static const char *
share_of_doers(const JbComposer *c, const char *subject, JbRange after)
{
  static const char *const shares[] = {"比例", "占比", "比重"};
  if (!jb_is_any(c->tokens[after.to - 1].zh, shares, G_N_ELEMENTS(shares)))
    return NULL;
  JbRange object = {.from = after.from + 1, .to = jb_without_de(c, after.from, after.to - 1)};
  if (object.to == object.from + 1 && c->tokens[object.from].class == JB_WORD_CLASS_VERB)
    return jb_arena_printf(c->arena, "share of %s %s", subject, c->tokens[object.from].en);
  const char *what = object.to > object.from ? whole_text(c, object) : NULL;
  return what != NULL ? jb_arena_printf(c->arena, "share of %s with %s %s", subject, what, c->tokens[after.from].en)
                      : NULL;
}

const char *
jb_subject_clause(const JbComposer *c, JbRange range, guint verb)
{
  const char *counted = counted_act(c, range, verb);
  counted = counted != NULL ? counted : means_of(c, range, verb);
  if (counted != NULL)
    return counted;
  if (jb_joining(&c->tokens[verb]) != NULL)
    return joining_clause(c, range, verb);
  const char *link = link_of(c, &c->tokens[verb - 1], verb);
  JbRange after = {.from = verb, .to = range.to};
  if (link == NULL || lacks_object(c, after))
    return NULL;
  JbRange who = {.from = range.from, .to = verb};
  const char *each = each_text(c, who), *subject = each != NULL ? each : whole_text(c, who);
  if (subject != NULL && strcmp(link, "from") == 0) { /* 补贴惠及企业: enterprises benefiting from subsidies */
    after.from++;
    const char *who_gained = whole_text(c, after);
    return who_gained != NULL ? jb_arena_printf(c->arena, "%s benefiting from %s", who_gained, subject) : NULL;
  }
  const char *part = subject != NULL && strcmp(link, "by") == 0 && c->tokens[verb].before == NULL
                         ? share_of_doers(c, subject, after)
                         : NULL;
  if (part != NULL)
    return part;
  const char *rest = subject != NULL ? jb_clause(c, after) : NULL;
  if (rest != NULL && strcmp(link, "in") == 0 && g_str_has_suffix(rest, " in")) /* 园区新入驻企业 */
    return jb_arena_printf(c->arena, "%s %s", rest, subject);
  return rest != NULL ? jb_arena_printf(c->arena, "%s %s %s", rest, link, subject) : NULL;
}

/* ---- For whom, where ---------------------------------------------------------------------------------------------- */

gboolean
jb_has_preposition(const JbComposer *c, JbRange range)
{
  return find_class(c, range, JB_WORD_CLASS_PREPOSITION) < range.to;
}

/* 为…发放 is "to" as without 为; all others have the preposition's own word. */
static const char *
preposition_of(const JbToken *preposition, const JbToken *verb)
{
  static const char *const others[] = {"in", "by", "from"};
  gboolean follows_verb = preposition->other != NULL && verb->before != NULL &&
                          !jb_is_any(jb_slice(verb->before), others, G_N_ELEMENTS(others));
  return follows_verb ? verb->before : preposition->en;
}

static const char *
try_verb(const JbComposer *c, JbRange range, guint preposition, guint verb)
{
  JbRange after = {.from = verb, .to = range.to};
  const char *whom = lacks_object(c, after) ? NULL : whole_text(c, (JbRange){.from = preposition + 1, .to = verb});
  const char *rest = whom != NULL ? jb_clause(c, after) : NULL;
  const char *link = preposition_of(&c->tokens[preposition], &c->tokens[verb]);
  return rest != NULL ? jb_arena_printf(c->arena, "%s %s %s", rest, link, whom) : NULL;
}

/* 金融机构为…: who did it may stand before the preposition. NULL in `by` when nobody does. */
static gboolean
take_subject(const JbComposer *c, JbRange range, const char **by)
{
  *by = NULL;
  while (range.from < range.to && c->tokens[range.from].class == JB_WORD_CLASS_DROP)
    range.from++;
  if (range.from == range.to)
    return TRUE;
  if (c->tokens[range.from].class == JB_WORD_CLASS_VERB) /* 扶持企业在平台开店 */
    return FALSE;
  *by = is_agent(&c->tokens[range.to - 1]) ? whole_text(c, range) : NULL;
  return *by != NULL;
}

const char *
jb_preposition_clause(const JbComposer *c, JbRange range)
{
  guint at = find_class(c, range, JB_WORD_CLASS_PREPOSITION);
  const char *by, *text = NULL;
  if (!take_subject(c, (JbRange){.from = range.from, .to = at}, &by))
    return NULL;
  for (guint i = at + 2; text == NULL && i + 1 < range.to; i++)
    if (c->tokens[i].class == JB_WORD_CLASS_VERB)
      text = try_verb(c, range, at, i);
  return text == NULL || by == NULL ? text : jb_arena_printf(c->arena, "%s by %s", text, by);
}

/* ---- What a thing has ---------------------------------------------------------------------------------------------- */

static gboolean
is_owner(const JbToken *token)
{
  static const char *const ends[] = {"企业", "家庭", "户", "群众", "老人", "老年人", "人员", "居民",
                                     "学生", "幼儿", "项目", "单位", "村", "机构", "城市"};
  return token->class == JB_WORD_CLASS_NOUN && jb_match_end(token->zh, ends, G_N_ELEMENTS(ends)) > 0;
}

const char *
jb_relative(const JbComposer *c, JbRange range)
{
  const JbToken *relative = &c->tokens[range.from];
  if (range.to - range.from < 3 || relative->class != JB_WORD_CLASS_RELATIVE)
    return NULL;
  guint de = range.from;
  for (guint i = range.from; i < range.to; i++)
    if (c->tokens[i].class == JB_WORD_CLASS_DE)
      de = i;
  JbRange what = {.from = range.from + 1, .to = de}, thing = {.from = de + 1, .to = range.to};
  if (de == range.from) {
    if (!is_owner(&c->tokens[range.to - 1]))
      return NULL;
    what.to = thing.from = range.to - 1;
  }
  if (what.from >= what.to || thing.from >= thing.to)
    return NULL;
  const char *had = jb_noun_text(c, what), *owner = had != NULL ? jb_noun_text(c, thing) : NULL;
  return owner != NULL ? jb_arena_printf(c->arena, "%s %s %s", owner, relative->en, had) : NULL;
}

/* 设立研发机构的企业: enterprises with R&D institutions established. NULL for any other. */
const char *
jb_having_done(const JbComposer *c, JbRange range)
{
  static const char *const verbs[] = {"设立", "建立", "建成", "配备", "开设", "组建"};
  guint de = find_class(c, range, JB_WORD_CLASS_DE);
  const JbToken *verb = &c->tokens[range.from];
  if (de < range.from + 2 || de + 1 >= range.to || !jb_is_any(verb->zh, verbs, G_N_ELEMENTS(verbs)) ||
      !is_owner(&c->tokens[range.to - 1]))
    return NULL;
  const char *what = jb_noun_text(c, (JbRange){.from = range.from + 1, .to = de});
  const char *owner = what != NULL ? jb_noun_text(c, (JbRange){.from = de + 1, .to = range.to}) : NULL;
  return owner != NULL ? jb_arena_printf(c->arena, "%s with %s %s", owner, what, verb->en) : NULL;
}
