/* SPDX-License-Identifier: Apache-2.0 */
/* Clauses: 改造老旧小区 is a verb and what it was done to, 老旧小区改造 an act, 小区改造完成 both. */
#include "wording/clause.h"

#include "base/words.h"

#include "wording/acts.h"
#include "wording/purposes.h"
#include "wording/relations.h"

#include <string.h>

/* 改造面积, 办理时间: what follows the verb is a measure of the act. */
static const char *
measured_act(const JbComposer *c, const JbVerbs *verbs, JbRange object)
{
  const JbToken *first = &c->tokens[object.from];
  static const char *const words[] = {"面积", "数",   "数量", "率",   "时间", "时限", "规模",   "里程", "户数",  "人数",
                                      "能力", "标准", "总量", "金额", "成本", "费用", "覆盖面", "周期", "总时限"};
  static const char *const changing[] = {"降低", "减少", "节约", "节省", "提高",
                                         "提升", "扩大", "增加", "压减", "压缩"};
  gboolean measures = jb_is_any(first->zh, words, G_N_ELEMENTS(words)) &&
                      !(verbs->only != NULL && !jb_slice_is(first->zh, "率") && /* 降低成本: the cost was reduced */
                        jb_is_any(verbs->only->zh, changing, G_N_ELEMENTS(changing)));
  if (!measures || object.to - object.from != 1 || verbs->only == NULL || verbs->only->other == NULL)
    return NULL;
  return jb_arena_printf(c->arena, "%s %s", verbs->only->other, jb_without_the(first->en));
}

static const char *
verbs_alone(const JbComposer *c, const JbVerbs *verbs)
{
  const char *act = verbs->only != NULL ? verbs->only->other : NULL;
  return jb_append(c->arena, verbs->front, act != NULL ? act : jb_verbs_text(c->arena, verbs));
}

/*
 * 培育省级, 新增国家级, 10亿元以上: the noun was said before, and the level or the amount tells which. NULL for
 * anything else that lacks its noun.
 */
static const char *
without_noun(const JbComposer *c, const JbPhrase *phrase, const JbVerbs *verbs)
{
  if (phrase->pre == NULL && (verbs->n > 0 || (phrase->post != NULL && !g_str_has_prefix(phrase->post, "worth "))))
    return NULL; /* 研究生以上学历: of whom is not said */
  if (phrase->pre == NULL)
    return phrase->post != NULL ? phrase->post : phrase->front;
  static const char *const whose[] = {"municipal", "provincial", "10-billion-yuan", "100-billion-yuan"};
  gboolean is_level = phrase->n_words == 1 && phrase->post == NULL &&
                      (g_str_has_suffix(phrase->pre, "-level") ||
                       jb_is_any(jb_slice(phrase->pre), whose, G_N_ELEMENTS(whose)));
  if (!is_level || (phrase->front != NULL && verbs->n > 0))
    return NULL;
  const char *before = phrase->front != NULL ? phrase->front : jb_verbs_text(c->arena, verbs);
  return before == NULL ? phrase->pre : jb_arena_printf(c->arena, "%s (%s)", before, phrase->pre);
}

static const char *
with_verbs(const JbComposer *c, const JbVerbs *verbs, const char *what)
{
  return verbs->n > 0 ? jb_append(c->arena, what, jb_verbs_text(c->arena, verbs)) : what;
}

/* 推进建设绿道: construction of greenways. 数字化转型 alone: digital transformation. */
static const char *
act_as_object(const JbComposer *c, JbRange range)
{
  static const char *const prepositions[][2] = {{"support", "for"}, {"participation", "in"}, {"spending", "on"}};
  static const char *const things[] = {"项目", "工程", "行动", "任务", "计划", "试点"}; /* 实施改建学校项目 */
  const char *act = c->tokens[range.from].other, *of = "of";
  JbPhrase phrase = {0};
  JbRange rest = {.from = range.from + 1, .to = range.to};
  if (rest.from == rest.to)
    return act;
  if (jb_match_end(c->tokens[rest.to - 1].zh, things, G_N_ELEMENTS(things)) > 0)
    return NULL;
  if (c->tokens[rest.from].class == JB_WORD_CLASS_VERB || !jb_noun_phrase(c, rest, &phrase) || phrase.one == NULL ||
      phrase.class == JB_WORD_CLASS_VERB)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(prepositions); i++)
    if (strcmp(act, prepositions[i][0]) == 0)
      of = prepositions[i][1];
  return jb_arena_printf(c->arena, "%s %s %s", act, of, jb_phrase_text(c->arena, &phrase));
}

static gboolean
is_rate_word(const char *en)
{
  return strstr(en, "rate") != NULL || strstr(en, "ratio") != NULL || strstr(en, "satisfaction") != NULL;
}

static gboolean
is_list_word(const JbToken *token)
{
  static const char *const lists[] = {"榜", "榜单", "名单", "名录", "500强", "百强", "50强", "目录", "计划", "行列"};
  return jb_match_end(token->zh, lists, G_N_ELEMENTS(lists)) > 0;
}

/* 入选中国好人榜: selected for the list; the list itself is not what was selected. */
static const char *
listed_in(const JbComposer *c, const JbVerbs *verbs, JbRange object)
{
  const char *joining = verbs->only != NULL ? jb_joining(verbs->only) : NULL;
  static const char *const authorities[] = {"机关", "法院", "检察院", "部门"}; /* 移送检察机关 */
  JbSlice last = c->tokens[object.to - 1].zh;
  gboolean is_list = joining != NULL && (is_list_word(&c->tokens[object.to - 1]) ||
                                         (jb_slice_is(verbs->only->zh, "移送") &&
                                          jb_match_end(last, authorities, G_N_ELEMENTS(authorities)) > 0));
  const char *listed = is_list ? jb_noun_text(c, object) : NULL;
  return listed != NULL ? jb_arena_printf(c->arena, "%s %s", joining, listed) : NULL;
}

/* 入选世界500强榜单企业: enterprises selected for the list. NULL for any other; what enters nothing has no name. */
static const char *
joiners_of(const JbComposer *c, const JbVerbs *verbs, JbRange object)
{
  const char *joining = verbs->only != NULL ? jb_joining(verbs->only) : NULL;
  JbRange list = {.from = object.from, .to = object.to - 1}, thing = {.from = object.to - 1, .to = object.to};
  if (joining == NULL || list.to <= list.from || !is_list_word(&c->tokens[list.to - 1]))
    return NULL;
  const char *joined = jb_noun_text(c, list), *who = joined != NULL ? jb_noun_text(c, thing) : NULL;
  return who != NULL ? jb_arena_printf(c->arena, "%s %s %s", who, joining, joined) : NULL;
}

/* 出台稳外贸|措施, 推出高质量发展|举措: the paper that was issued was cut off. */
static gboolean
lacks_paper(const JbComposer *c, const JbVerbs *verbs, JbRange object)
{
  static const char *const issued[] = {"出台", "推出", "印发", "制定"};
  static const char *const aims[] = {"发展", "质量",   "水平", "人才", "企业", "经济", "投资", "就业", "创业", "外贸",
                                     "建设", "一体化", "增收", "减负", "开放", "工匠", "工程", "调控", "领域", "治理"};
  static const char *const works[] = {"改造", "新建", "建成", "建设"}, *const people[] = {"居民", "群众", "人口"};
  if (verbs->only == NULL)
    return FALSE;
  JbSlice last = c->tokens[object.to - 1].zh;
  if (jb_is_any(verbs->only->zh, works, G_N_ELEMENTS(works)) && jb_match_end(last, people, G_N_ELEMENTS(people)) > 0)
    return TRUE; /* 改造居民|住宅 */
  return jb_is_any(verbs->only->zh, issued, G_N_ELEMENTS(issued)) && jb_match_end(last, aims, G_N_ELEMENTS(aims)) > 0;
}

/* 进入500强企业: as many as are on the list; 进入辅导企业: into what they entered is not said. */
static gboolean
drop_entering(const JbComposer *c, JbVerbs *verbs, JbRange object)
{
  static const char *const winning[] = {"获", "荣获"}; /* 获国家级企业: what they won was cut off */
  static const char *const winners[] = {"企业", "项目", "单位", "学校", "个人", "乡镇", "园区"};
  if (verbs->only != NULL && jb_is_any(verbs->only->zh, winning, G_N_ELEMENTS(winning)) &&
      jb_match_end(c->tokens[object.to - 1].zh, winners, G_N_ELEMENTS(winners)) > 0)
    return FALSE;
  static const char *const entering[] = {"进入", "跻身", "入围", "上榜", "入选"};
  if (verbs->only == NULL || !jb_is_any(verbs->only->zh, entering, G_N_ELEMENTS(entering)))
    return TRUE;
  const char *en = c->tokens[object.from].en;
  if (en != NULL && object.to - object.from == 1 && (strstr(en, "Top ") != NULL || strstr(en, "Fortune ") != NULL))
    verbs->n = 0;
  return verbs->n == 0 || jb_slice_is(verbs->only->zh, "入选");
}

/* 获国家科学技术奖项目: projects winning State Science and Technology Awards; what was won is not the project. */
static const char *
winners_of(const JbComposer *c, const JbVerbs *verbs, JbRange object)
{
  static const char *const winning[] = {"获", "荣获", "获得", "获评", "斩获"};
  static const char *const awards[] = {"奖", "称号", "奖励", "奖项"};
  guint at = object.to - 1; /* 获友谊奖外国专家: who won stands behind the last award */
  while (at > object.from && jb_match_end(c->tokens[at - 1].zh, awards, G_N_ELEMENTS(awards)) == 0)
    at--;
  JbRange award = {.from = object.from, .to = at}, thing = {.from = at, .to = object.to};
  if (verbs->only == NULL || award.to <= award.from || !jb_is_any(verbs->only->zh, winning, G_N_ELEMENTS(winning)) ||
      c->tokens[thing.to - 1].class != JB_WORD_CLASS_NOUN || c->tokens[thing.from].class == JB_WORD_CLASS_AND ||
      jb_match_end(c->tokens[thing.to - 1].zh, awards, G_N_ELEMENTS(awards)) > 0)
    return NULL;
  const char *won = jb_noun_text(c, award), *winner = won != NULL ? jb_noun_text(c, thing) : NULL;
  return winner != NULL ? jb_arena_printf(c->arena, "%s winning %s", winner, won) : NULL;
}

/* 每天受理诉求, 在全省创建智能工厂: how often or where it was done stands behind it. NULL for any other. */
static const char *
placed_clause(const JbComposer *c, JbRange range)
{
  static const char *const places[] = {"per ", "in ", "nationwide", "province-wide"};
  const JbToken *first = &c->tokens[range.from];
  JbRange rest = {.from = range.from + 1, .to = range.to};
  gboolean is_placed = first->class == JB_WORD_CLASS_POST &&
                       jb_match_any(jb_slice(first->en), places, G_N_ELEMENTS(places)) > 0;
  if (rest.to - rest.from < 2 || !is_placed || c->tokens[rest.from].class != JB_WORD_CLASS_VERB ||
      c->tokens[rest.to - 1].class == JB_WORD_CLASS_VERB)
    return NULL;
  const char *text = jb_clause(c, rest);
  return text != NULL ? jb_arena_printf(c->arena, "%s %s", text, first->en) : NULL;
}

/* 纳入重点项目, 有养老床位: whose they are is not said, so they are what is counted. NULL for any other. */
static const char *
owned_things(const JbComposer *c, JbRange range)
{
  const JbToken *first = &c->tokens[range.from], *last = &c->tokens[range.to - 1];
  JbRange rest = {.from = range.from + 1, .to = range.to};
  if (first->class != JB_WORD_CLASS_RELATIVE || last->class != JB_WORD_CLASS_NOUN || jb_relative(c, range) != NULL)
    return NULL;
  const char *things = jb_noun_text(c, rest);
  if (things == NULL)
    return NULL;
  if (jb_slice_is(first->zh, "纳入"))
    return jb_arena_printf(c->arena, "%s included", things);
  return jb_slice_is(first->zh, "有") ? things : NULL;
}

const char *
jb_clause(const JbComposer *c, JbRange range)
{
  JbVerbs verbs = {0};
  if (jb_has_preposition(c, range))
    return jb_preposition_clause(c, range);
  static const char *(*const others[])(const JbComposer *, JbRange) = {
      jb_measures_clause, jb_supported_clause, jb_manner_clause, placed_clause,
      owned_things,       jb_new_in_place,     jb_having_done};
  for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
    const char *text = others[i](c, range);
    if (text != NULL)
      return text;
  }
  JbRange object = {.from = jb_take_verbs(c, range, &verbs), .to = range.to};
  while (object.to > object.from && c->tokens[object.to - 1].class == JB_WORD_CLASS_DROP)
    object.to--;
  if (verbs.is_odd)
    return NULL;
  if (object.from >= object.to)
    return verbs.n > 0 ? verbs_alone(c, &verbs) : NULL;
  const char *act = measured_act(c, &verbs, object);
  if (act != NULL)
    return act;
  const char *won = winners_of(c, &verbs, object);
  won = won != NULL ? won : joiners_of(c, &verbs, object);
  won = won != NULL ? won : listed_in(c, &verbs, object);
  if (won != NULL)
    return won;
  if (verbs.only != NULL && jb_slice_is(verbs.only->zh, "消除") && jb_is_measure(c->tokens[object.to - 1].class))
    return NULL; /* 消除收入5万元以下|村 */
  if (!drop_entering(c, &verbs, object) || lacks_paper(c, &verbs, object))
    return NULL;
  const char *what = verbs.takes_act ? act_as_object(c, object) : jb_relative(c, object);
  if (what != NULL || verbs.takes_act)
    return what != NULL ? with_verbs(c, &verbs, what) : NULL;
  static const char *const aims[] = {"缓解", "破解", "防治",
                                     "应对", "防范", "遏制"}; /* 缓解拥堵项目: what they are for */
  static const char *const means[] = {"项目", "工程", "措施", "行动", "政策", "办法"};
  if (verbs.only != NULL && jb_is_any(verbs.only->zh, aims, G_N_ELEMENTS(aims)) &&
      jb_match_end(c->tokens[object.to - 1].zh, means, G_N_ELEMENTS(means)) > 0)
    return NULL;
  static const char *const trades[] = {"种植", "养殖", "护理", "加工", "监测", "检测", "防控"};
  if (verbs.only != NULL && jb_is_any(verbs.only->zh, trades, G_N_ELEMENTS(trades)) && object.to - object.from > 1 &&
      c->tokens[object.to - 1].class == JB_WORD_CLASS_VERB)
    return NULL; /* 种植技术培训: no technology was planted */
  guint n_leading = verbs.n;
  jb_take_trailing_verbs(c, &object, &verbs);
  if (n_leading > 0 && verbs.n > n_leading) /* 发放消费券撬动: cut off before what it did */
    return NULL;
  guint inner = jb_find_inner_verb(c, object);
  if (inner < object.to)
    return verbs.n == 0 ? jb_subject_clause(c, object, inner) : NULL;
  JbPhrase phrase = {0};
  if (!jb_noun_phrase(c, object, &phrase))
    return NULL;
  phrase.front = jb_append(c->arena, verbs.front, phrase.front);
  if (phrase.one == NULL)
    return without_noun(c, &phrase, &verbs);
  if (verbs.only != NULL && jb_slice_is(verbs.only->zh, "实施") && phrase.class == JB_WORD_CLASS_OF)
    verbs.n = 0; /* 实施绿化面积: so much of it was done */
  if (strstr(phrase.one, "funds received") != NULL && jb_slice_is(c->tokens[range.from].zh, "引进"))
    verbs.n = 0;                                                      /* 引进市外到位资金: received says it */
  if (phrase.class == JB_WORD_CLASS_RATE && is_rate_word(phrase.one)) /* 办理提案满意率: the rate says what was done */
    verbs.n = 0;
  const char *text = jb_phrase_text(c->arena, &phrase);
  return with_verbs(c, &verbs, text);
}

static gboolean
is_content(JbWordClass class)
{
  return class != JB_WORD_CLASS_VERB && class != JB_WORD_CLASS_AND && class != JB_WORD_CLASS_FRONT &&
         class != JB_WORD_CLASS_DROP && class != JB_WORD_CLASS_ADVERB;
}

/* Members that begin with a verb of their own are clauses: 新建学校、改造医院. */
const char *
jb_clauses(const JbComposer *c, JbRange range)
{
  const char *texts[JB_MOST_ITEMS];
  guint n = 0, from = range.from;
  gboolean has_noun = FALSE;
  for (guint i = range.from; i <= range.to; i++) {
    gboolean ends = i == range.to;
    gboolean next = !ends && has_noun && c->tokens[i].class == JB_WORD_CLASS_AND &&
                    c->tokens[i - 1].class != JB_WORD_CLASS_VERB && i + 2 < range.to &&
                    c->tokens[i + 1].class == JB_WORD_CLASS_VERB && c->tokens[i + 2].class != JB_WORD_CLASS_AND;
    if (!ends && !next) {
      has_noun |= is_content(c->tokens[i].class);
      continue;
    }
    if (n == JB_MOST_ITEMS || (texts[n++] = jb_clause(c, (JbRange){.from = from, .to = i})) == NULL)
      return NULL;
    from = i + 1;
    has_noun = FALSE;
  }
  return jb_list_words(c->arena, texts, n, " and ");
}
