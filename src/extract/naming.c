/* SPDX-License-Identifier: Apache-2.0 */
/* Names: from the words before a quantity, from the noun behind it, from what the sentence spoke of. */
#include "extract/item.h"

#include "base/utf8.h"
#include "base/words.h"
#include "extract/names.h"

#include <string.h>

/* 新兴产业增加值增速|高于规上工业: whose distance it is; empty when no distance is named. */
static JbSlice
before_gap(JbSlice subject)
{
  static const char *const gaps[] = {"高于",   "高出",   "低于",   "快于",   "好于",  "比全国",
                                     "比全省", "比全区", "比全市", "较全国", "较全省"};
  static const char *const paces[] = {"增速", "增幅", "涨幅", "降幅", "占比"};
  for (guint i = 0; i < G_N_ELEMENTS(gaps); i++) {
    gssize at = jb_slice_find(subject, gaps[i]);
    JbSlice own = jb_phrase_clean_end(jb_slice_sub(subject, 0, at > 0 ? (gsize)at : 0));
    own.len -= jb_slice_ends(own, "分别") ? strlen("分别") : 0;
    if (own.len > 0)
      return jb_is_any(own, paces, G_N_ELEMENTS(paces)) ? (JbSlice){.at = subject.at} : own;
  }
  return (JbSlice){.at = subject.at};
}

/* 比全国平均水平, 较全省: what is compared with, and nothing else. */
static gboolean
is_other_area(JbSlice subject)
{
  static const char *const marks[] = {"比", "较"}, *const means[] = {"平均水平", "平均值", "平均", "水平"};
  static const char *const areas[] = {"全国", "全省", "全区", "全市", "全球", "世界"};
  gsize mark = jb_match_any(subject, marks, G_N_ELEMENTS(marks));
  JbSlice rest = jb_slice_sub(subject, mark, subject.len);
  rest.len -= jb_match_end(rest, means, G_N_ELEMENTS(means));
  return mark > 0 && jb_is_any(rest, areas, G_N_ELEMENTS(areas));
}

/* 高于全国平均水平2个百分点, 比全省高1.2个百分点: the distance to another area. */
gboolean
jb_item_is_gap(const JbItem *item)
{
  static const char *const others[] = {"全国", "全省", "全市",     "平均", "同类",
                                       "省定", "全区", "年度目标", "全年目标", "预期", "计划"};
  static const char *const gaps[] = {"高于", "低于", "高出", "快于", "好于", "优于", "超过", "超出", "慢于"};
  static const char *const distances[] = {"高", "低", "快", "高出"}; /* 比全省高1.2个百分点, but not 提高 */
  gboolean apart = jb_is_any(item->lead.changed, distances, G_N_ELEMENTS(distances));
  if (apart && is_other_area(item->lead.subject)) /* 比全国平均水平|高2.7岁 */
    return TRUE;
  return jb_is_points(item->q) && ((jb_has_any(item->clause, others, G_N_ELEMENTS(others)) &&
                                    (apart || jb_has_any(item->clause, gaps, G_N_ELEMENTS(gaps)))) ||
                                   before_gap(item->lead.subject).len > 0);
}

static const char *
join_verb(JbArena *arena, JbSlice verb, JbSlice object)
{
  return jb_arena_printf(arena, "%.*s%.*s", (int)verb.len, verb.at, (int)object.len, object.at);
}

/* 带动智能家电零售额增长52.6%, 促进薄弱村收入达到20万元: what grows or reaches is the object. */
gboolean
jb_verb_moves(const JbItem *item)
{
  static const char *const movers[] = {"推动", "促进", "引导", "带动"};
  gboolean moves = jb_is_percent(item->q) && item->lead.change != JB_WORD_NONE;
  gboolean reaches = item->lead.reach == JB_WORD_REACH || item->lead.reach == JB_WORD_HOLD;
  return (moves || (reaches && !jb_slice_ends(item->phrase.verb, "带动"))) &&
         jb_match_end(item->phrase.verb, movers, G_N_ELEMENTS(movers)) > 0;
}

/* 新增高新技术企业74家，总数达270家, 新增上市公司5家，累计43家: how many there are of what was added. */
gboolean
jb_names_stock(const JbItem *item)
{
  static const char *const stocks[] = {"总数", "总量", "累计达", "累计超", "累计突破", "累计在册"};
  gboolean total = item->lead.total && !item->own_subject && jb_counts(item->q);
  return item->lead.change == JB_WORD_NONE && (total || jb_has_any(item->clause, stocks, G_N_ELEMENTS(stocks)));
}

/* 建成公园35个、总数达1320个: 总数 counts all there are, whatever the verb. */
static const char *
stock_of_all(const JbBinder *b, const char *noun)
{
  JbVerbPhrase phrase = jb_verb_phrase(jb_slice(noun));
  JbSlice thing = jb_skip_joints(jb_name_after_deng(phrase.object)); /* 新建和|重组实验室 */
  static const char *const more[] = {"重组", "扩建", "改建"};
  thing = jb_slice_sub(thing, jb_match_any(thing, more, G_N_ELEMENTS(more)), thing.len);
  return phrase.verb.len > 0 && jb_utf8_count(thing) >= 2 ? jb_arena_copy(b->arena, thing.at, thing.len) : noun;
}

const char *
jb_stock_of(const JbBinder *b, const char *noun)
{
  static const char *const adders[] = {"新增",   "净增",   "新登记", "新注册", "新认定",
                                       "新设立", "新设",   "新建成", "新建设", "新建"};
  static const char *const joints[] = {"和", "、", "或", "及"};
  JbSlice name = jb_slice(noun);
  gsize n = jb_match_any(name, adders, G_N_ELEMENTS(adders));
  JbSlice rest = jb_slice_sub(name, n, name.len);
  if (n == 0 && jb_slice_starts(name, "新") && jb_verb_at(jb_slice_sub(name, strlen("新"), name.len)) != NULL)
    rest = jb_slice_sub(name, strlen("新"), name.len); /* 新|引进研发机构 */
  return rest.len > 0 && jb_match_any(rest, joints, G_N_ELEMENTS(joints)) == 0
             ? jb_arena_copy(b->arena, rest.at, rest.len)
             : noun;
}

/* 新增创新机构10个、国家高新技术企业50家: new entrants, not the stock. */
static gboolean
adds_to_stock(JbSlice verb)
{
  static const char *const adders[] = {"新增", "净增", "培育", "新培育", "认定", "新认定", "建设", "引进", "创建"};
  return jb_match_end(verb, adders, G_N_ELEMENTS(adders)) > 0;
}

/* What a measure that says nothing alone is measured of: 安排|项目|总投资 has a 完成投资 too. */
static JbSlice
measured_thing(JbSlice noun, JbSlice measure)
{
  static const char *const sums[] = {"计划总投资", "年度计划投资", "计划投资", "年度投资",
                                     "协议总投资", "协议投资",     "合同投资", "总投资额",
                                     "总投资",     "投资总额",     "完成投资"};
  static const char *const made[] = {"占", "比重", "面积", "从业人员", "收入", "增加值"};
  gboolean earned = jb_name_is_earned(measure);
  if (earned && jb_has_any(noun, made, G_N_ELEMENTS(made))) /* what is measured itself has no revenue */
    return jb_slice_sub(noun, 0, 0);
  gsize own = earned || jb_slice_ends(measure, "投资") ? jb_match_end(noun, sums, G_N_ELEMENTS(sums)) : 0;
  return jb_slice_sub(noun, jb_slice_starts(noun, "安排") ? strlen("安排") : 0, noun.len - own);
}

/* What stands before a number, for the rules that name it. */
typedef struct {
  JbSlice subject;
  const char *own; /* the same, copied */
} Before;

/* 开展系列|促消费活动|，拉动消费75亿元: what had the effect, by the clause right before; empty when it is none or
 * another's. */
static JbSlice
cause_before(const JbSentence *state, const JbItem *item)
{
  static const char *const effects[] = {"拉动", "带动", "撬动", "降低", "节约", "节省", "减轻"};
  static const char *const ends[] = {"活动", "置换", "行动", "消费券", "促销", "以旧换新", "补贴政策"};
  static const char *const many[] = {"系列", "一系列", "各类", "多场", "一批"};
  JbSlice none = {.at = ""};
  if (!jb_is_any(item->phrase.verb, effects, G_N_ELEMENTS(effects)) || item->lead.subject.at != item->phrase.verb.at)
    return none;
  JbSlice clause = jb_phrase_clean(jb_clause_before(state, item));
  JbVerbPhrase deed = jb_verb_phrase(clause);
  JbSlice thing = jb_slice_sub(deed.object, jb_match_any(deed.object, many, G_N_ELEMENTS(many)), deed.object.len);
  gboolean causes = deed.verb.len > 0 && jb_match_end(thing, ends, G_N_ELEMENTS(ends)) > 0 && !jb_has_digit(clause) &&
                    !jb_has(thing, "、") && jb_utf8_count(thing) >= 3 && jb_utf8_count(thing) <= 12;
  return causes ? thing : none;
}

/* 引进|亿元以上项目, 完成|投资: a verb with its object. */
static const char *
by_verb_and_object(const JbBinder *b, JbSentence *state, const JbItem *item, Before *before)
{
  static const char *const cut_short[] = {"投资", "超"}; /* 新增投资超10亿元的内资项目和超|1亿美元的… */
  JbVerbPhrase phrase = item->phrase;
  JbSlice object = jb_name_after_deng(jb_phrase_clean_end(phrase.object));
  JbSlice of = jb_name_is_generic(object) ? jb_noun_after_de(b->block->text, item->q->tail) : (JbSlice){.at = ""};
  if (of.len > 0 && jb_match_end(of, cut_short, G_N_ELEMENTS(cut_short)) == 0) /* 建成全长8公里的骑行专用道 */
    return join_verb(b->arena, of, object);
  if (phrase.is_light && jb_name_is_generic(object)) { /* 涉及|金额 */
    before->subject = object;
    return NULL;
  }
  state->object = object;
  if (phrase.is_light || jb_verb_moves(item))
    return jb_arena_copy(b->arena, object.at, object.len);
  JbSlice cause = cause_before(state, item);
  return jb_arena_printf(b->arena, "%.*s%s", (int)cause.len, cause.at, join_verb(b->arena, phrase.verb, object));
}

/* Does the item stand in the clause that the last verb opened? */
static gboolean
is_in_verb_clause(const JbSentence *state, const JbItem *item)
{
  return state->verb_clause == jb_before_clause(state, item).len;
}

/* 开工项目75个、|竣工|75个; 每季度集中开工一批项目，累计|开工|339个: a verb with the object before it. */
static const char *
by_object_before(const JbBinder *b, JbSentence *state, const JbItem *item, G_GNUC_UNUSED Before *before)
{
  JbVerbPhrase phrase = item->phrase;
  if (phrase.verb.len == 0 || phrase.object.len > 0 || !jb_counts(item->q))
    return NULL;
  const char *noun = jb_item_topic(b, state, item);
  if (state->object.len > 0 && is_in_verb_clause(state, item))
    return join_verb(b->arena, phrase.verb, state->object);
  if (noun != NULL && jb_has(jb_slice(noun), "一批"))
    return jb_arena_printf(b->arena, "%.*s%s", (int)phrase.verb.len, phrase.verb.at,
                           strstr(noun, "一批") + strlen("一批"));
  return NULL;
}

/* 停电时间3.48小时、|降幅|86.5%. */
static const char *
by_pace(G_GNUC_UNUSED const JbBinder *b, JbSentence *state, G_GNUC_UNUSED const JbItem *item, Before *before)
{
  static const char *const paces[] = {"增速", "涨幅", "增幅", "降幅", "增长率", "实际增速", "同比增速", "可比增速"};
  return state->noun != NULL && jb_is_any(before->subject, paces, G_N_ELEMENTS(paces)) ? state->noun : NULL;
}

/* 园区营收900亿元，|税收|61亿元: another measure of the same thing. */
static const char *
by_owner(const JbBinder *b, JbSentence *state, G_GNUC_UNUSED const JbItem *item, Before *before)
{
  return state->noun != NULL ? jb_name_with_owner(b->arena, before->subject, jb_slice(state->noun)) : NULL;
}

/* 落实|重大项目|包联机制，破解瓶颈，力争完成投资68亿元: the projects that the sentence spoke of last, empty when it
 * spoke of none. */
static JbSlice
projects_before(const JbSentence *state, const JbItem *item)
{
  static const char *const kinds[] = {"重大产业项目", "重大项目", "重点项目", "重点工程", "重大工程",
                                      "工业项目",     "产业项目", "技改项目", "城建项目"};
  JbSlice before = jb_before_clause(state, item);
  for (gsize at = before.len; at-- > 0;) {
    JbSlice rest = jb_slice_sub(before, at, before.len);
    gsize n = jb_match_any(rest, kinds, G_N_ELEMENTS(kinds));
    if (n > 0)
      return jb_slice_sub(rest, 0, n);
  }
  return (JbSlice){.at = ""};
}

/* 总投资|380亿元的16个城建项目; 推进项目20个，|总投资|: a measure that says nothing alone, with what it is of. */
static const char *
by_thing_measured(const JbBinder *b, JbSentence *state, const JbItem *item, Before *before)
{
  JbSlice subject = before->subject;
  const char *own = before->own;
  if (!jb_name_is_generic(subject))
    return NULL;
  JbSlice behind = jb_noun_after_de(b->block->text, item->q->tail);
  if (behind.len > 0 && !jb_slice_ends(behind, own))
    return jb_arena_printf(b->arena, "%.*s%s", (int)behind.len, behind.at, own);
  const char *noun = state->noun != NULL          ? state->noun
                     : jb_name_is_earned(subject) ? jb_topic_of_state(b, state, item)
                                                  : jb_topic_of_measure(b, state, item);
  noun = noun != NULL && jb_names_stock(item) ? jb_stock_of(b, noun) : noun;
  JbSlice thing = noun != NULL ? measured_thing(jb_slice(noun), subject) : (JbSlice){.at = ""};
  const char *done = jb_slice_is(subject, "投资") && jb_has(item->clause, "完成投资") ? "完成" : "";
  if (thing.len > 0 && !jb_name_is_generic(thing) && !jb_slice_ends(thing, own))
    return jb_arena_printf(b->arena, "%.*s%s%s", (int)thing.len, thing.at, done, own);
  if (thing.len > 0 || done[0] == '\0')
    return NULL;
  JbSlice projects = projects_before(state, item);
  return jb_arena_printf(b->arena, "%.*s完成投资", (int)projects.len, projects.at);
}

/* 建设公园5个、|绿道|20公里: in a list with one verb. */
static const char *
by_verb_of_list(const JbBinder *b, JbSentence *state, const JbItem *item, Before *before)
{
  gboolean in_list = state->verb.len > 0 && is_in_verb_clause(state, item);
  static const char *const whole[] = {"造林", "植树", "植树造林"}; /* 造林1万亩、|森林抚育|8万亩: it has its object */
  /* 压减公用经费10%、|一般性支出|20% */
  gboolean moves = jb_is_percent(item->q) && jb_verb_phrase(state->verb).sign < 0 &&
                   !jb_slice_ends(item->lead.subject, "率");
  gboolean plain = item->lead.change == JB_WORD_NONE && item->lead.reach == JB_WORD_NONE &&
                   (moves || !jb_is_percent(item->q));
  if (!in_list || !plain || item->phrase.verb.len > 0 || jb_is_any(state->verb, whole, G_N_ELEMENTS(whole)))
    return NULL;
  JbSlice said = {.at = state->sentence.at, .len = (gsize)(before->subject.at - state->sentence.at)};
  if (jb_slice_ends(said, "实现")) /* 拉动消费900亿元、|实现|网络零售额: begins anew */
    return NULL;
  const char *joined = join_verb(b->arena, state->verb, before->subject);
  /* 接待游客6613万人次、旅游收入1063亿元: a name of the catalogue needs no verb */
  gboolean own_is_known = jb_catalogue_code(b->catalogue, before->subject) != NULL && !adds_to_stock(state->verb);
  return own_is_known && jb_catalogue_code(b->catalogue, jb_slice(joined)) == NULL ? NULL : joined;
}

/* The name of a quantity that has a subject or an object before it: by the first rule that has one, else as it stands.
 */
static const char *
name_from_before(const JbBinder *b, JbSentence *state, const JbItem *item)
{
  static const char *(*const rules[])(const JbBinder *, JbSentence *, const JbItem *, Before *) = {
      by_object_before, by_pace, by_owner, by_thing_measured, by_verb_of_list};
  gboolean has_object = item->phrase.verb.len > 0 && item->phrase.object.len > 0;
  Before before = {.subject = item->lead.subject};
  const char *name = has_object ? by_verb_and_object(b, state, item, &before) : NULL;
  if (name != NULL)
    return name;
  before.subject = jb_name_after_deng(before.subject);
  before.own = jb_arena_copy(b->arena, before.subject.at, before.subject.len);
  for (guint i = 0; i < G_N_ELEMENTS(rules) && name == NULL; i++)
    name = rules[i](b, state, item, &before);
  return name != NULL ? name : before.own;
}

/* 单位国内生产总值能耗、水耗: one number for several things has the code of the first that has one. */
static const char *
code_of_list(const JbBinder *b, const JbSentence *state, const char *name)
{
  const char *code = jb_code_of(b, state, name);
  const char *parts[JB_MAX_NAMES];
  if (code != NULL || strstr(name, "、") == NULL)
    return code;
  guint n = jb_names_split(b->arena, jb_slice(name), parts, JB_MAX_NAMES, b->catalogue);
  for (guint i = 0; i < n && code == NULL; i++)
    code = jb_catalogue_code(b->catalogue, jb_slice(parts[i]));
  return code;
}

/* 人均生产总值超过全国平均水平，去年达到63689元: an indicator that a clause without figures began with, NULL when none
 * did. */
static const char *
skipped_subject(const JbBinder *b, const JbSentence *state, const JbItem *item)
{
  if (state->last_end == NULL || state->last_end >= item->clause.at)
    return NULL;
  JbSlice between = {.at = state->last_end, .len = (gsize)(item->clause.at - state->last_end)};
  gsize comma = between.len >= strlen("，") ? between.len - strlen("，") : 0;
  gsize from = jb_clause_start(between, 0, comma);
  JbSlice clause = jb_phrase_clean(jb_slice_sub(between, from, MAX(comma, from)));
  gsize known = jb_catalogue_prefix(b->catalogue, clause);
  return known > 0 ? jb_arena_copy(b->arena, clause.at, known) : NULL;
}

/* 第一产业实现增加值, 主导产业实现销售收入: the indicator without the verb in its midst; NULL when that is none. */
static const char *
without_verb_inside(const JbBinder *b, const char *name)
{
  static const char *const verbs[] = {"实现", "完成"};
  for (guint i = 0; i < G_N_ELEMENTS(verbs); i++) {
    const char *at = strstr(name, verbs[i]);
    const char *joined = at != NULL && at > name
                             ? jb_arena_printf(b->arena, "%.*s%s", (int)(at - name), name, at + strlen(verbs[i]))
                             : "";
    JbSlice measure = jb_slice(at != NULL ? at + strlen(verbs[i]) : "");
    gboolean measured = joined[0] != '\0' && jb_verb_at(jb_slice(name)) == NULL && strstr(name, "实现") == at &&
                        jb_name_is_measure(measure);
    if (measured || jb_catalogue_code(b->catalogue, jb_slice(joined)) != NULL)
      return joined;
  }
  return NULL;
}

void
jb_item_name(const JbBinder *b, JbSentence *state, JbItem *item)
{
  JbSlice subject = item->lead.subject;
  const char *spent = NULL;
  item->is_gap = jb_item_is_gap(item);
  if (!item->own_subject && jb_is_percent(item->q) && jb_has(item->right, "增速")) { /* 6.5%左右的增速 */
    item->code = jb_has(state->sentence, "经济") ? "gdp" : NULL;
    item->name = item->code != NULL ? "生产总值" : "经济增速";
    item->why.name = "%…的增速 without a subject";
  } else if ((spent = jb_name_by_purpose(b, state, item)) != NULL) {
    item->name = spent;
    item->why.name = "what the money behind the verb is for";
  } else if (jb_owns_part_behind(item)) {
    jb_name_by_part(b, state, item);
  } else if (jb_takes_noun_behind(item)) {
    jb_name_by_noun_behind(b, state, item);
  } else if (item->is_gap && before_gap(subject).len > 0) {
    JbSlice own = before_gap(subject);
    item->name = jb_arena_copy(b->arena, own.at, own.len);
    item->why.name = "what stands before 高于, 快于 or 低于";
    item->code = NULL;
    return;
  } else if (!item->own_subject || item->is_gap) {
    const char *skipped = skipped_subject(b, state, item);
    if (skipped != NULL) {
      item->name = skipped;
      item->code = item->is_gap ? NULL : jb_code_of(b, state, skipped);
      item->why.name = "no subject: the indicator that the clause before begins with";
      return;
    }
    if (state->shared != NULL && !item->is_gap && jb_is_percent(item->q) && item->lead.change != JB_WORD_NONE) {
      item->name = state->shared; /* 收入3亿元，为年初预算的27%，增长4% */
      item->code = state->shared_code;
      item->why.name = "no subject of its own: what the part before it is of";
      item->why.code = "as its name";
      return;
    }
    const char *before = state->noun != NULL ? state->noun : jb_item_topic(b, state, item);
    if (before == NULL && item->is_gap) /* 城镇化率分别高于全国、全区16.6、|15.5个百分点 */
      before = state->gap;
    item->why.name = state->noun != NULL ? "no subject of its own: the one spoken of before"
                                         : "no subject: what the clause before is about";
    item->why.code = "as its name";
    if (state->noun != NULL && jb_names_stock(item))
      before = jb_has(item->clause, "总数") ? stock_of_all(b, jb_stock_of(b, before)) : jb_stock_of(b, before);
    item->name = before != NULL        ? before
                 : item->right.len > 0 ? jb_arena_copy(b->arena, item->right.at, item->right.len)
                                       : "";
    gboolean same = item->name == state->noun;
    item->code = item->is_gap ? NULL : same ? state->code : jb_code_of(b, state, item->name);
    return;
  } else {
    item->why.name = item->phrase.verb.len > 0 ? "verb and object before the number" : "the subject before the number";
    item->name = name_from_before(b, state, item);
    const char *joined = without_verb_inside(b, item->name);
    item->name = joined != NULL ? joined : item->name;
    item->code = code_of_list(b, state, item->name);
    if (item->code == NULL)
      item->name = jb_with_noun_behind(b, state, item);
    const char *whose = jb_spoken_between(b, state, item);
    gboolean share = jb_slice_starts(jb_slice(item->name), "占");
    whose = whose != NULL || !share ? whose : state->noun;
    if (whose == NULL && share && (jb_is_percent(item->q) || jb_is_points(item->q)))
      whose = jb_whose_share(b, state, item);
    if (share && whose != NULL) {
      item->name = jb_arena_printf(b->arena, "%s%s", whose, item->name);
      const char *whole = jb_catalogue_code(b->catalogue, jb_slice(item->name));
      item->code = whole != NULL ? whole : item->code; /* 研发经费投入 + 占地区生产总值比重 */
    }
    if (item->phrase.verb.len > 0) {
      state->verb = item->phrase.is_light ? (JbSlice){.at = subject.at} : item->phrase.verb;
      state->verb_clause = jb_before_clause(state, item).len;
    }
  }
  state->n_names = 0;
}

/* The parts of a ratio: the three industries, or what the words before name (传统、高新、重化产业产值比例为59:16:25).
 */
void
jb_item_name_ratio(const JbBinder *b, const JbSentence *state, JbItem *item)
{
  static const struct {
    const char *name, *code;
  } industries[] = {
      {.name = "第一产业占比", .code = "primary_industry_va"},
      {.name = "第二产业占比", .code = "secondary_industry_va"},
      {.name = "第三产业占比", .code = "tertiary_industry_va"},
  };
  static const char *const three[] = {"三次产业", "三大产业",   "三产",     "三次",
                                      "一二三产", "一、二、三", "产业结构", "产业比"};
  guint part = item->q->ratio - 1;
  const char *names[JB_MAX_NAMES];
  gssize at = jb_slice_find(item->lead.subject, "、");
  guint n = at > 0 ? jb_names_split(b->arena, item->lead.subject, names, JB_MAX_NAMES, b->catalogue) : 0;
  item->name = "";
  item->why.name = "part of a ratio";
  if (jb_has_any(state->sentence, three, G_N_ELEMENTS(three)) && n != 3) {
    item->name = industries[part].name;
    item->code = industries[part].code;
  } else if (n == 3) {
    item->name = names[part];
  }
}
