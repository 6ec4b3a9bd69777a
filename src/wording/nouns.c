/* SPDX-License-Identifier: Apache-2.0 */
/* Nouns of a name: members of lists, what they share, and 的. */
#include "wording/nouns.h"

#include "base/words.h"

#include "wording/acts.h"
#include "wording/compose.h"
#include "wording/examples.h"
#include "wording/lexicon.h"
#include "wording/members.h"

#include <string.h>

static gboolean
is_attribute(const JbToken *token)
{
  return jb_is_measure(token->class) || (token->class == JB_WORD_CLASS_VERB && token->other != NULL);
}

static gboolean
only_acts(const JbComposer *c, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (c->tokens[i].class != JB_WORD_CLASS_VERB && c->tokens[i].class != JB_WORD_CLASS_DROP)
      return FALSE;
  return TRUE;
}

static gboolean
serves_act(const JbToken *token)
{
  static const char *const things[] = {"项目", "工程",   "任务", "设施", "资金", "基地",   "平台", "中心", "机构",
                                       "体系", "示范区", "计划", "方案", "厂",   "站",     "点",   "管网", "活动",
                                       "系统", "线路",   "网络", "政策", "产品", "专区",   "指标", "车",   "工作",
                                       "成果", "合同",   "协议", "阵地", "装置", "综合体", "场所", "指引", "线网",
                                       "清单", "机制",   "制度", "试点", "专班", "队伍",   "通道", "库"};
  return jb_match_end(token->zh, things, G_N_ELEMENTS(things)) > 0;
}

/* 综合服务企业, 智慧农业应用基地: with nothing but modifiers before it the act is one more of them. */
static gboolean
is_one_more_modifier(const JbToken *act, const JbToken *thing)
{
  static const char *const on_things[] = {"改造", "整治", "治理", "提升", "修复", "更新", "升级",
                                          "搬迁", "帮扶", "救助", "安置", "转化", "扶持"};
  static const char *const efforts[] = {"项目", "工程", "任务", "行动", "计划", "方案", "试点", "措施"};
  static const char *const things[] = {"企业", "产业", "区", "航线", "边界", "人才", "基金", "板块", "案例"};
  if (!(jb_is_work(act) || jb_is_nominal(act)) || thing->class != JB_WORD_CLASS_NOUN)
    return FALSE;
  if (jb_match_end(act->zh, on_things, G_N_ELEMENTS(on_things)) > 0) /* 分级治理堵点 has an object */
    return jb_match_end(thing->zh, efforts, G_N_ELEMENTS(efforts)) > 0;
  return serves_act(thing) || jb_match_end(thing->zh, things, G_N_ELEMENTS(things)) > 0;
}

/*
 * Orders that no rule covers: a measure before a thing (注册资本企业), an act between modifiers or somebody and a
 * thing (新一轮优化营商环境改革, 老旧小区引入物业服务), unless the thing is one that acts have (城中村改造项目).
 */
static gboolean
is_out_of_order(const JbComposer *c, JbRange range, guint i, const JbPhrase *phrase)
{
  JbWordClass class = c->tokens[i].class;
  JbWordClass next = i + 1 < range.to ? c->tokens[i + 1].class : JB_WORD_CLASS_DROP;
  gboolean ends = next == JB_WORD_CLASS_DROP || jb_is_measure(next);
  if (jb_is_measure(class)) { /* 价格补贴: as a modifier it may; 累计投资项目 is a verb */
    gboolean is_act = i > range.from && c->tokens[i - 1].class == JB_WORD_CLASS_ADVERB;
    return !ends && (c->tokens[i].before == NULL || is_act);
  }
  if (class != JB_WORD_CLASS_VERB || ends || next == JB_WORD_CLASS_VERB)
    return FALSE;
  static const char *const somewhere[] = {"在", "来", "留"}; /* 大学在青设立分支机构 */
  if (i > range.from && c->tokens[i - 1].class == JB_WORD_CLASS_POST && !jb_is_work(&c->tokens[i]) &&
      !jb_is_nominal(&c->tokens[i]) && jb_match_any(c->tokens[i - 1].zh, somewhere, G_N_ELEMENTS(somewhere)) > 0)
    return TRUE;
  static const char *const bodies[] = {"省", "市", "区", "县", "国家"}; /* 省评估验收的改革 */
  if (i > range.from && jb_is_any(c->tokens[i - 1].zh, bodies, G_N_ELEMENTS(bodies)))
    return TRUE;
  if (phrase->one != NULL && !jb_is_work(&c->tokens[i]) && !serves_act(&c->tokens[i + 1])) /* 合作设立研发机构 */
    return TRUE;
  gboolean lacks_object = phrase->one == NULL && phrase->pre != NULL &&
                          !is_one_more_modifier(&c->tokens[i], &c->tokens[i + 1]);
  gboolean is_somebody = phrase->class == JB_WORD_CLASS_NOUN && phrase->one != NULL;
  return lacks_object || (is_somebody && !serves_act(&c->tokens[i + 1]));
}

/*
 * 电站贫困村: built for the villages, and no kind of village. 办结率满意率: two figures with nothing between them.
 */
static gboolean
is_two_things(const JbToken *last, const JbToken *token)
{
  static const char *const built[] = {"站", "中心", "场", "厂", "馆", "院", "池", "网", "房", "路"};
  static const char *const owners[] = {"村", "乡镇", "社区", "县", "小区", "家庭", "学校", "企业", "单位", "户"};
  static const char *const amounts[] = {"收入", "总额", "产值", "利润", "税收", "销售额"};
  if (last->class == JB_WORD_CLASS_RATE && token->class == JB_WORD_CLASS_RATE)
    return jb_slice_ends(last->zh, "率") && jb_slice_ends(token->zh, "率");
  if (last->class == JB_WORD_CLASS_OF && token->class == JB_WORD_CLASS_OF && strcmp(token->en, "share") != 0 &&
      (g_str_has_prefix(last->en, "number") || g_str_has_prefix(last->en, "total number") ||
       jb_slice_is(last->zh, "总量"))) /* 企业总量营收 */
    return TRUE;
  if (last->class == JB_WORD_CLASS_OF && token->class == JB_WORD_CLASS_OF)
    return last->before == NULL && jb_match_end(token->zh, amounts, G_N_ELEMENTS(amounts)) > 0;
  return last->class == JB_WORD_CLASS_NOUN && token->class == JB_WORD_CLASS_NOUN &&
         jb_match_end(last->zh, built, G_N_ELEMENTS(built)) > 0 &&
         jb_match_end(token->zh, owners, G_N_ELEMENTS(owners)) > 0;
}

/* An adjective between a thing and the act that ends the name tells how it was done. */
static gboolean
is_manner_of_act(const JbComposer *c, JbRange range, guint i, const JbPhrase *phrase)
{
  static const char *const manners[] = {"专项",   "集中",   "综合",   "标准化", "智能化", "数字化",
                                        "社会化", "信息化", "专业化", "规范化", "绿色",   "竞争性",
                                        "规模化", "全面",   "精细化", "一体化", "常态化", "系统"};
  const JbToken *token = &c->tokens[i];
  return i > range.from && i + 2 == range.to && phrase->one != NULL && phrase->class != JB_WORD_CLASS_VERB &&
         (token->class == JB_WORD_CLASS_ADJ || token->class == JB_WORD_CLASS_ADVERB) && token->en != NULL &&
         token[1].class == JB_WORD_CLASS_VERB && token[1].other != NULL &&
         !jb_has_any(jb_slice(token[1].other), (const char *const[]){" of ", " to ", " for "}, 3) &&
         jb_is_any(token->zh, manners, G_N_ELEMENTS(manners));
}

gboolean
jb_fold(const JbComposer *c, JbRange range, JbPhrase *phrase)
{
  static const char *const does[] = {"实施", "开展", "进行"};
  for (guint i = range.from; i < range.to; i++) {
    JbToken token = c->tokens[i];
    gboolean only_does = i > range.from && i + 1 < range.to && c->tokens[i + 1].class == JB_WORD_CLASS_VERB &&
                         jb_is_any(token.zh, does, G_N_ELEMENTS(does)); /* 家庭实施适老化改造 */
    if (only_does)
      continue;
    if (token.class == JB_WORD_CLASS_NAME && i + 1 == range.to)
      token.class = JB_WORD_CLASS_MASS; /* 杭州, GDP: nothing behind it that it could modify */
    if (token.class == JB_WORD_CLASS_ADJ && token.before != NULL && i + 1 == range.to)
      token = (JbToken){.class = JB_WORD_CLASS_MASS, .zh = token.zh, .en = token.before}; /* 改造提升景观 */
    if (i + 1 == range.to && i > range.from && jb_slice_is(token.zh, "服务"))
      token = (JbToken){.class = JB_WORD_CLASS_MASS, .zh = token.zh, .en = "services", .before = "service"};
    if (i > range.from && i + 1 == range.to && phrase->one != NULL && token.class == JB_WORD_CLASS_ADJ &&
        g_str_has_prefix(token.en, "Phase ")) { /* 地铁1号线二期 */
      phrase->post = jb_append(c->arena, phrase->post, jb_arena_printf(c->arena, "(%s)", token.en));
      continue;
    }
    if (is_manner_of_act(c, range, i, phrase)) { /* 专项资金竞争性分配: competitive allocation of special funds */
      token = c->tokens[i + 1];
      token.other = jb_arena_printf(c->arena, "%s %s", c->tokens[i].en, token.other);
      return jb_phrase_add(c->arena, phrase, &token, TRUE);
    }
    if (is_out_of_order(c, range, i, phrase) || (i > range.from && is_two_things(&c->tokens[i - 1], &token)))
      return FALSE;
    if (!jb_phrase_add(c->arena, phrase, &token, only_acts(c, i + 1, range.to)))
      return FALSE;
  }
  return TRUE;
}

/* ---- Lists ---------------------------------------------------------------------------------------------------- */

static guint
split_items(const JbComposer *c, JbRange range, JbRange *items)
{
  guint n = 0;
  items[n].from = range.from;
  for (guint i = range.from; i < range.to; i++) {
    if (c->tokens[i].class != JB_WORD_CLASS_AND)
      continue;
    items[n].to = i;
    if (items[n].to > items[n].from && n + 1 < JB_MOST_ITEMS)
      n++;
    items[n].from = i + 1;
  }
  items[n].to = range.to;
  return items[n].to > items[n].from ? n + 1 : n;
}

/* Words at the end of the last member that all members share: 企业和个人贷款余额. */
static guint
shared_tail(const JbComposer *c, const JbRange *items, guint n)
{
  for (guint i = 0; i + 1 < n; i++)
    if (is_attribute(&c->tokens[items[i].to - 1]))
      return 0;
  guint tail = 0;
  JbRange last = items[n - 1];
  while (tail + 1 < last.to - last.from && is_attribute(&c->tokens[last.to - 1 - tail]))
    tail++;
  return tail;
}

/* 机构和社区养老床位: beds of both, or institutions and beds? */
static gboolean
is_place_for_people(JbSlice zh)
{
  return jb_slice_ends(zh, "学位") || jb_slice_ends(zh, "床位") || jb_slice_ends(zh, "托位");
}

static const char *
last_char(const JbToken *token)
{
  return g_utf8_find_prev_char(token->zh.at, token->zh.at + token->zh.len);
}

/* 低收入村和薄弱村发展项目: the villages go together, and the projects are for both. */
static gboolean
joins_inside(const JbComposer *c, JbRange item, JbRange last)
{
  const char *end = last_char(&c->tokens[item.to - 1]);
  if (is_attribute(&c->tokens[last.to - 1]) || strncmp(end, last_char(&c->tokens[last.to - 1]), 3) == 0)
    return FALSE;
  for (guint i = last.from; i + 1 < last.to; i++)
    if (c->tokens[i].class == JB_WORD_CLASS_NOUN && strncmp(end, last_char(&c->tokens[i]), 3) == 0)
      return TRUE;
  return FALSE;
}

/* 城市和农村低保标准: standards of both, not cities and rural standards. */
static gboolean
is_town_beside_country(const JbToken *first, const JbToken *next)
{
  static const char *const towns[] = {"城市", "城镇", "城区", "市区"}, *const country[] = {"农村", "乡村"};
  static const char *const units[] = {"街道", "社区", "乡镇", "镇街", "城镇", "村", "县", "区", "园区", "学校", "医院"};
  gboolean is_pair = jb_is_any(first->zh, towns, G_N_ELEMENTS(towns)) &&
                     jb_match_any(next->zh, country, G_N_ELEMENTS(country)) > 0;
  gsize unit = jb_match_any(next->zh, units, G_N_ELEMENTS(units)); /* 街道、社区养老服务设施 */
  return is_pair || (jb_is_any(first->zh, units, G_N_ELEMENTS(units)) && unit > 0 && unit < next->zh.len);
}

static gboolean
is_ambiguous(const JbComposer *c, const JbRange *items, guint n)
{
  static const char *const places[] = {"乡镇", "县城", "园区", "社区", "小区", "村", "城区"};
  /* 中小学、幼儿园学位: places of both */
  if (n > 1 && is_place_for_people(c->tokens[items[n - 1].to - 1].zh) &&
      !is_place_for_people(c->tokens[items[0].to - 1].zh))
    return TRUE;
  if (n > 1 && joins_inside(c, items[n - 2], items[n - 1]))
    return TRUE;
  if (n > 1 && jb_slice_ends(c->tokens[items[0].to - 1].zh, "区") && items[n - 1].to - items[n - 1].from > 2 &&
      jb_slice_starts(c->tokens[items[n - 1].from + 1].zh, "规")) /* 高新区、经开区规模以上工业增加值: of both */
    return TRUE;
  for (guint i = items[n - 1].from; n > 1 && i + 1 < items[n - 1].to; i++) /* 人工智能和机器人领域人才 */
    if (jb_slice_is(c->tokens[i].zh, "领域"))
      return TRUE;
  for (guint i = 0; i + 1 < n; i++) {
    const JbToken *first = &c->tokens[items[i].from], *next = &c->tokens[items[i + 1].from];
    if (is_town_beside_country(first, next))
      return TRUE;
    gboolean of_both = i + 2 == n && items[i].to - items[i].from == 1 && items[n - 1].to - items[n - 1].from > 1 &&
                       !is_attribute(&c->tokens[items[n - 1].to - 1]) &&
                       jb_match_end(first->zh, places, G_N_ELEMENTS(places)) > 0 &&
                       jb_match_end(next->zh, places, G_N_ELEMENTS(places)) > 0; /* 乡镇、工业园区污水处理厂 */
    if (of_both)
      return TRUE;
    gboolean may_modify = items[i].to - items[i].from == 1 && first->before != NULL;
    gboolean next_modifies = items[i + 1].to - items[i + 1].from > 1 &&
                             (next->class == JB_WORD_CLASS_ADJ || next->before != NULL);
    if (may_modify && next_modifies && first->class == JB_WORD_CLASS_NOUN)
      return TRUE;
  }
  return FALSE;
}

gboolean
jb_noun_list(const JbComposer *c, JbRange range, JbPhrase *phrase)
{
  JbRange items[JB_MOST_ITEMS];
  JbRange fronts = {.from = range.from, .to = range.from}; /* 新增市级、省级企业: new is said of all */
  while (fronts.to + 1 < range.to && c->tokens[fronts.to].class == JB_WORD_CLASS_FRONT)
    fronts.to++;
  guint n_items = split_items(c, range, items);
  if (fronts.to > fronts.from && n_items > 1 && !jb_is_measure(c->tokens[range.to - 1].class)) {
    JbPhrase front = {0};
    range.from = fronts.to;
    if (!jb_fold(c, fronts, &front) || !jb_noun_list(c, range, phrase))
      return FALSE;
    phrase->front = jb_append(c->arena, front.front, phrase->front);
    return TRUE;
  }
  guint n = jb_merge_modifiers(c, items, n_items);
  if (n == 0 || is_ambiguous(c, items, n))
    return FALSE;
  if (n == 1)
    return jb_fold(c, items[0], phrase);
  guint tail = shared_tail(c, items, n);
  gboolean modifies = jb_only_modifies(c, items[0]); /* 城镇和农村居民: towns and rural residents it is not */
  for (guint i = 1; i < n; i++)
    if (jb_only_modifies(c, items[i]) != modifies)
      return FALSE;
  JbPhrase members[JB_MOST_ITEMS] = {0};
  items[n - 1].to -= tail;
  for (guint i = 0; i < n; i++)
    if (!jb_fold(c, items[i], &members[i]) || members[i].one == NULL)
      return FALSE;
  *phrase = jb_phrase_join(c->arena, members, n);
  return jb_fold(c, (JbRange){.from = range.to - tail, .to = range.to}, phrase);
}

gboolean
jb_has_verb_without_act(const JbComposer *c, JbRange range)
{
  for (guint i = range.from; i < range.to; i++)
    if (c->tokens[i].class == JB_WORD_CLASS_VERB && c->tokens[i].other == NULL)
      return TRUE;
  return FALSE;
}

/* The last 的 parts the phrase: whole 的 part. */
gboolean
jb_noun_phrase(const JbComposer *c, JbRange range, JbPhrase *phrase)
{
  guint de = range.to;
  for (guint i = range.from; i < range.to; i++)
    if (c->tokens[i].class == JB_WORD_CLASS_DE)
      de = i;
  if (de == range.to) {
    JbPhrase whole = {0};
    if (jb_which_major(c, range, &whole)) {
      *phrase = whole;
      return TRUE;
    }
    whole = (JbPhrase){0};
    if (jb_such_as(c, range, &whole)) {
      *phrase = whole;
      return TRUE;
    }
    return jb_noun_list(c, range, phrase);
  }
  JbRange left = {.from = range.from, .to = de}, right = {.from = de + 1, .to = range.to};
  JbPhrase whole = {0};
  if (right.from >= right.to || left.from >= left.to || jb_has_verb_without_act(c, left))
    return FALSE;
  if (!jb_noun_phrase(c, left, &whole) || !jb_noun_list(c, right, phrase) || phrase->one == NULL)
    return FALSE;
  if (whole.one != NULL && g_str_has_prefix(whole.one, "total length")) /* 全长|42公里|的工程 */
    return FALSE;
  const char *in = c->tokens[de].en; /* 禁养区内养殖场 */
  if (in != NULL && strcmp(in, "in") == 0 && whole.one != NULL)
    phrase->post = jb_append(c->arena, phrase->post,
                             jb_arena_printf(c->arena, "in %s", jb_phrase_text(c->arena, &whole)));
  else
    jb_phrase_of(c->arena, phrase, &whole);
  return TRUE;
}

guint
jb_without_de(const JbComposer *c, guint from, guint to)
{
  return to > from && c->tokens[to - 1].class == JB_WORD_CLASS_DE ? to - 1 : to;
}

const char *
jb_scope_total(JbSlice zh)
{
  static const JbPair scopes[] = {
      {.zh = "全省", .en = "the provincial total"},   {.zh = "全国", .en = "the national total"},
      {.zh = "全市", .en = "the city's total"},       {.zh = "全区", .en = "the region's total"},
      {.zh = "全县", .en = "the county's total"},     {.zh = "全州", .en = "the prefecture's total"},
      {.zh = "全球", .en = "the global total"},       {.zh = "世界", .en = "the global total"},
      {.zh = "全自治区", .en = "the region's total"},
  };
  return jb_pair_en(zh, scopes, G_N_ELEMENTS(scopes));
}

gboolean
jb_is_measured(const JbPhrase *phrase)
{
  return jb_is_measure(phrase->class) || phrase->class == JB_WORD_CLASS_MASS;
}

const char *
jb_noun_text(const JbComposer *c, JbRange range)
{
  JbPhrase phrase = {0};
  return jb_noun_phrase(c, range, &phrase) && phrase.one != NULL ? jb_phrase_text(c->arena, &phrase) : NULL;
}

/* What a share is of. */
const char *
jb_whole_of(const JbComposer *c, JbRange range)
{
  static const char *const totals[] = {"总量", "总数"};
  guint n = range.to - range.from;
  if (n == 2 && jb_is_any(c->tokens[range.to - 1].zh, totals, G_N_ELEMENTS(totals))) /* 占全区总量 */
    n = 1;
  const char *total = n == 1 ? jb_scope_total(c->tokens[range.from].zh) : NULL;
  return total != NULL ? total : jb_noun_text(c, range);
}
