/* SPDX-License-Identifier: Apache-2.0 */
/* Names from the noun behind a number: 新增2家上市企业, 28家金融机构入驻园区, 贡献全市55%的税收. */
#include "base/utf8.h"
#include "base/words.h"
#include "extract/item.h"
#include "extract/names.h"

#include <string.h>

/* Byte where the noun behind a number ends: 28家|金融机构 ^入驻…, 20家|市管企业集团 ^整合为… */
static gsize
noun_end(JbSlice right, gboolean meets_next)
{
  gsize cut = jb_predicate_at(right);
  if (meets_next) { /* the words before the next number are that one's */
    JbSlice subject = jb_lead_parse(right).subject;
    if (subject.len > 0 && subject.at == right.at)
      cut = MIN(cut, subject.len);
  }
  return cut;
}

/* 在16项改革|上|率先突破: what only places the noun. Bytes, 0 when it ends with none, or with one that is its own (线上). */
static gsize
place_word(JbSlice noun)
{
  static const char *const places[] = {"上", "下", "中", "方面"};
  static const char *const own[] = {"线", "网", "海", "地", "以", "之", "船", "旗", "名", "高", "初", "其", "空", "集", "路"};
  gsize n = jb_match_end(noun, places, G_N_ELEMENTS(places));
  return n < noun.len && jb_match_end(jb_slice_sub(noun, 0, noun.len - n), own, G_N_ELEMENTS(own)) == 0 ? n : 0;
}

/* 产业强、环境美、配套优的|特色小镇: what has those qualities; the text itself when none are listed. */
static JbSlice
behind_qualities(JbSlice noun)
{
  static const char *const qualities[] = {"强", "美", "优", "好", "高", "大", "全", "新", "响", "多", "完整", "完善"};
  gssize mark = jb_slice_find(noun, "、"), de = -1;
  if (mark <= 0 || !jb_has(noun, "的") ||
      jb_match_end(jb_slice_sub(noun, 0, (gsize)mark), qualities, G_N_ELEMENTS(qualities)) == 0)
    return noun;
  for (gsize at = (gsize)mark; at < noun.len; at++)
    if (jb_slice_starts(jb_slice_sub(noun, at, noun.len), "的"))
      de = (gssize)at;
  return de > 0 && (gsize)de + strlen("的某") < noun.len ? jb_slice_sub(noun, (gsize)de + strlen("的"), noun.len)
                                                         : noun;
}

/* 14个断面|连续5年|达标: how long it has been so. Bytes, 0 when that is not told. */
static gsize
streak_at(JbSlice predicate)
{
  static const char *const units[] = {"年", "次", "届", "个月", "个季度"};
  gsize n = jb_slice_starts(predicate, "连续") ? strlen("连续") : 0;
  while (n > 0 && n < predicate.len && g_ascii_isdigit(predicate.at[n]))
    n++;
  gsize unit = jb_match_any(jb_slice_sub(predicate, n, predicate.len), units, G_N_ELEMENTS(units));
  return n > 0 && unit > 0 && n + unit < predicate.len ? n + unit : 0;
}

/* 850万|宁波人民|全力抗疫情: who they are, whatever they do; the text itself when it speaks of no people. */
static JbSlice
people(JbSlice right)
{
  static const char *const words[] = {"币",   "医院", "法院", "检察", "调解", "银行", "政协", "代表",
                                      "生活", "群众", "陪审", "防空", "公园", "警察", "路",   "大会",
                                      "政府", "监督", "广场", "建议", "武装", "的"};
  gssize at = jb_slice_find(right, "人民");
  gsize end = at > 0 ? (gsize)at + strlen("人民") : right.len;
  return at > 0 && (gsize)at <= strlen("某某某某") &&
                 jb_match_any(jb_slice_sub(right, end, right.len), words, G_N_ELEMENTS(words)) == 0
             ? jb_slice_sub(right, 0, end)
             : right;
}

/* The noun behind a number, with its predicate put before it: 28家金融机构入驻园区 → 入驻园区金融机构. */
static const char *
name_from_behind(JbArena *arena, JbSlice verb, JbSlice right, gboolean meets_next)
{
  right = verb.len == 0 ? people(right) : right;
  gsize cut = noun_end(right, meets_next);
  static const char *const adverbs[] = {"免费", "广泛", "常态化", "全面", "普遍", "集中", "依法", "紧急", "火速",
                                        "精彩", "双双", "强势",   "踊跃", "整体", "动态", "统一", "总体"};
  static const char *const said[] = {"全省首次", "全国首次", "首次", "全部",
                                     "接续",     "可",       "要",   "将"}; /* 事项|可|在网上办理 */
  JbSlice noun = jb_slice_sub(right, 0, cut), predicate = jb_slice_sub(right, cut, right.len);
  if (cut < right.len && !jb_slice_ends(noun, "许可"))
    noun.len -= jb_match_end(noun, said, G_N_ELEMENTS(said));
  gsize manner = cut < right.len ? jb_match_end(noun, adverbs, G_N_ELEMENTS(adverbs)) : 0;
  noun.len -= manner;
  if (manner > 0 && noun.at + noun.len + manner == predicate.at)
    predicate = jb_slice_sub(right, noun.len, right.len);
  noun = jb_slice_starts(noun, "重点") ? jb_phrase_clean_end(noun) : jb_phrase_clean(noun); /* 重点|建设项目 */
  if (jb_slice_starts(noun, "的"))
    noun = jb_slice_sub(noun, strlen("的"), noun.len);
  noun = behind_qualities(noun);
  noun.len -= cut < right.len ? place_word(noun) : 0;
  if (verb.len > 0)
    return jb_arena_printf(arena, "%.*s%.*s", (int)verb.len, verb.at, (int)noun.len, noun.at);
  static const char *const empty[] = {"进行",   "得到有效", "得到",   "被评为",   "被认定为",
                                      "被列为", "被命名为", "被授予", "被确定为", "被"};
  if (jb_slice_starts(predicate, "是")) /* 开发区|是主战场: says nothing of how many */
    predicate.len = 0;
  predicate = jb_slice_sub(predicate, streak_at(predicate), predicate.len);
  predicate = jb_slice_sub(predicate, jb_match_any(predicate, empty, G_N_ELEMENTS(empty)), predicate.len);
  gboolean placed = jb_is_place_frame(predicate); /* 在全国推广: the place is told */
  predicate = placed ? jb_slice_sub(jb_phrase_clean_end(predicate), strlen("在"), predicate.len)
                     : jb_phrase_clean(predicate);
  gsize most = jb_utf8_count(noun) <= 2 ? 26 : 20; /* 企业 alone says nothing */
  if (meets_next || jb_utf8_count(predicate) > most ||
      jb_slice_starts(predicate, "进展")) /* …完成投资1579亿元 is the next one's */
    predicate.len = 0;
  const char *thing = jb_arena_copy(arena, noun.at, noun.len);
  if (noun.len > 0 && jb_slice_ends(predicate, thing)) /* 34个社区创建为省市级规范化社区 */
    return jb_arena_copy(arena, predicate.at, predicate.len);
  return jb_arena_printf(arena, "%.*s%s", (int)predicate.len, predicate.at, thing);
}

/* 建成全省首批30个工资权益保障服务站: 首批 names nothing yet. */
static gboolean
names_batch(JbSlice object)
{
  static const char *const ends[] = {"首批",   "第一批", "第二批", "第三批", "一批", "首个", "首家",
                                     "各类",   "全市",   "全区",   "全省",   "全县", "我市", "等行业",
                                     "等领域", "等产业", "更多",   "最高",   "首只"};
  return jb_match_end(object, ends, G_N_ELEMENTS(ends)) > 0;
}

/* Byte of 占 or 贡献 in the words before a share, and its length. */
static gsize
part_mark(JbSlice subject, gsize *len)
{
  gssize at = jb_slice_find(subject, "贡献");
  *len = at >= 0 ? strlen("贡献") : strlen("占");
  at = at >= 0 ? at : jb_slice_find(subject, "占");
  return at >= 0 ? (gsize)at : subject.len;
}

/* 民营经济贡献全市|55%|的税收, 占全省|21%|的生产总值: of the whole before, of what stands behind. */
gboolean
jb_owns_part_behind(const JbItem *item)
{
  gsize len, at = part_mark(item->lead.subject, &len);
  return jb_is_percent(item->q) && jb_slice_starts(item->right, "的") && jb_utf8_count(item->right) <= 16 &&
         at + len < item->lead.subject.len;
}

/* 全市 alone names nothing. */
static gboolean
names_whole(JbSlice object)
{
  static const char *const wholes[] = {"全市", "全省", "全区", "全县", "全州", "我市"};
  return object.len > 0 && jb_is_any(object, wholes, G_N_ELEMENTS(wholes));
}

/* 设立江湾片区20亿元|成果转化基金: a fund that is set up is named behind its amount, whoever has it. */
static gboolean
names_fund(const JbItem *item)
{
  static const char *const verbs[] = {"设立", "组建", "发起设立", "成立", "新设", "新设立", "发起组建"};
  gsize joint = 0;
  while (joint < item->right.len && jb_joint_at(item->right, joint) == 0)
    joint++;
  JbSlice noun = jb_slice_sub(item->right, 0, joint);
  return jb_is_money(item->q) && item->lead.change == JB_WORD_NONE && item->lead.reach == JB_WORD_NONE &&
         jb_is_any(item->phrase.verb, verbs, G_N_ELEMENTS(verbs)) && jb_slice_ends(noun, "基金") &&
         jb_utf8_count(noun) >= 4 && !jb_slice_starts(noun, "的");
}

gboolean
jb_takes_noun_behind(const JbItem *item)
{
  JbSlice right = item->right;
  if (right.len < strlen("某某") || jb_is_points(item->q))
    return FALSE;
  static const char *const aims[] = {"的目标", "的水平", "的任务"};
  if (item->lead.from || item->lead.to_level || jb_match_any(right, aims, G_N_ELEMENTS(aims)) > 0)
    return FALSE;
  gboolean verb_only = item->phrase.verb.len > 0 && item->phrase.object.len == 0;
  gboolean change_only = !item->own_subject && item->lead.change != JB_WORD_NONE;
  if (jb_is_percent(item->q)) /* 推进全市80%行政村的整治 */
    return item->lead.change == JB_WORD_NONE &&
           (!item->own_subject ||
            (item->lead.reach == JB_WORD_NONE && (verb_only || names_whole(item->phrase.object))));
  if (jb_is_money(item->q) && !item->own_subject && change_only && jb_slice_starts(right, "“"))
    return TRUE; /* 扩大2亿元|“算力券”覆盖面 */
  if (names_fund(item))
    return TRUE;
  if (jb_is_money(item->q))
    return (verb_only || !item->own_subject || names_batch(item->phrase.object) ||
            jb_slice_ends(item->phrase.object, "首期")) && /* 设立首期10亿元基金, but not 老城区首期8公里专用道 */
           jb_predicate_at(right) > 0 &&
           item->lead.change == JB_WORD_NONE;
  return !item->own_subject || verb_only || change_only || names_batch(item->phrase.object);
}

/* 打造光电、生物医药|2个|产业: the number counts what was listed, so the noun behind names it. */
static gboolean
counts_list(const JbBinder *b, const JbItem *item)
{
  const char *parts[2 * JB_MAX_NAMES];
  if (!jb_has(item->phrase.object, "、"))
    return FALSE;
  guint n = jb_names_split(b->arena, item->phrase.object, parts, G_N_ELEMENTS(parts), b->catalogue);
  return n > 1 && item->q->power == 0 && jb_decimal_compare(item->q->value, (JbDecimal){.digits = n}) == 0;
}

/* 改造城区|39个|路口护栏: is what stands right behind a noun that the object before only places? A joint begins another
 * thing (建议9件|和提案8件), a verb or a manner of doing a predicate (引进项目5个|落户开发区). */
static gboolean
is_placed(const JbBinder *b, const JbItem *item, JbSlice noun)
{
  gboolean right_behind = noun.at == b->block->text.at + item->q->tail;
  return right_behind && jb_verb_at(noun) == NULL && jb_opener_len(noun) == 0 &&
         (jb_predicate_begins(noun) == 0 || jb_slice_starts(noun, "在建")) && !jb_slice_starts(noun, "的");
}

/* 贸易伙伴覆盖155个|国家或地区, 中央财政安排1000亿元|专项资金, 改造城区|39个|路口护栏: the words before and the noun behind make
 * one name. */
const char *
jb_with_noun_behind(const JbBinder *b, JbSentence *state, const JbItem *item)
{
  JbSlice right = item->right, verb = item->phrase.is_light ? (JbSlice){.at = ""} : item->phrase.verb;
  gsize cut = noun_end(right, item->meets_next);
  JbSlice noun = behind_qualities(jb_phrase_clean_end(jb_slice_sub(right, 0, cut)));
  noun = jb_slice_sub(noun, jb_slice_starts(noun, "等") ? strlen("等") : 0, noun.len);
  gsize chars = jb_utf8_count(noun);
  gboolean fits = (jb_counts(item->q) || jb_has(noun, "资金")) && item->lead.change == JB_WORD_NONE &&
                  !item->lead.to_level && !item->lead.from &&
                  (item->phrase.object.len == item->lead.subject.len || is_placed(b, item, noun));
  gboolean attribute = jb_slice_starts(noun, "的") && jb_name_is_generic(item->lead.subject); /* 全长88公里|的三环路 */
  if (!fits || (chars < 2 && !counts_list(b, item)) || attribute)
    return item->name;
  const char *counted = counts_list(b, item) ? name_from_behind(b->arena, verb, right, item->meets_next) : NULL;
  gboolean listed = counted != NULL && jb_utf8_count(jb_slice(counted)) > 2;
  gssize mark = chars > 12 ? jb_slice_find(noun, "、") : -1; /* 工作机制、季度座谈机制: the first will do */
  noun.len = mark >= (gssize)strlen("某某某") ? (gsize)mark : noun.len;
  chars = jb_utf8_count(noun);
  if (!listed && (chars > 12 || chars + jb_utf8_count(jb_slice(item->name)) > 24))
    return item->name;
  state->consumed = (gsize)(right.at + (item->meets_next ? cut : right.len) - b->block->text.at);
  if (listed)
    return counted;
  const char *reached = jb_has(item->clause, "惠及") ? "惠及" : "";
  return jb_arena_printf(b->arena, "%s%s%.*s", item->name, reached, (int)noun.len, noun.at);
}

/* 增加3万个学位 is 新增学位, but 提升100个村庄 and 精简20项审批 keep their verbs. */
static JbSlice
verb_of_change(const JbLead *lead)
{
  static const char *const own[] = {"提升", "提高", "扩大", "加快", "上调", "压减",
                                    "精简", "缩减", "削减", "压缩", "降低", "缩短"};
  if (jb_match_end(lead->changed, own, G_N_ELEMENTS(own)) > 0)
    return lead->changed;
  return jb_slice(lead->change == JB_WORD_UP ? "新增" : "减少");
}

void
jb_name_by_part(const JbBinder *b, JbSentence *state, JbItem *item)
{
  JbSlice subject = item->lead.subject;
  gsize len, at = part_mark(subject, &len);
  JbSlice whole = jb_slice_sub(subject, at + len, subject.len), right = item->right;
  static const char *const manners[] = {"持续", "稳步", "快速", "平稳", "加速"};
  if (at == 0) { /* 占全市工业70%的四大产业|持续增长: what it does is another matter */
    gsize cut = jb_predicate_at(right);
    right.len = jb_slice_starts(jb_slice_sub(right, cut, right.len), "增加值") ? right.len : cut; /* a noun */
    right.len -= jb_match_end(right, manners, G_N_ELEMENTS(manners));
  }
  const char *noun = name_from_behind(b->arena, (JbSlice){.at = ""}, right, FALSE);
  item->name = at > 0 ? jb_arena_printf(b->arena, "%.*s占%.*s%s", (int)at, subject.at, (int)whole.len, whole.at, noun)
                      : jb_arena_printf(b->arena, "%s占%.*s", noun, (int)whole.len, whole.at);
  item->why.name = "a part of the whole before the number, of what stands behind it";
  item->code = at > 0 ? NULL : jb_code_of(b, state, item->name);
  state->consumed = (gsize)(item->right.at + item->right.len - b->block->text.at);
}

/* 新增2家上市企业; 建成6个应用场景、13个平台: a list keeps the verb it began with. */
void
jb_name_by_noun_behind(const JbBinder *b, JbSentence *state, JbItem *item)
{
  gsize clause = jb_before_clause(state, item).len;
  JbSlice verb = item->phrase.is_light ? (JbSlice){.at = item->phrase.verb.at} : item->phrase.verb;
  item->object_behind = TRUE;
  if (!item->own_subject && item->lead.change != JB_WORD_NONE)
    verb = verb_of_change(&item->lead);
  if (item->phrase.verb.len == 0 && state->verb.len > 0 && state->verb_clause == clause)
    verb = state->verb;
  if (verb.len == 0 && jb_has(item->clause, "惠及")) /* those reached, not all of them */
    verb = jb_slice("惠及");
  item->name = name_from_behind(b->arena, verb, item->right, item->meets_next);
  if (verb.len == 0 && item->predicate.len > 0 && item->phrase.verb.len == 0)
    item->name = name_from_behind(
        b->arena, verb,
        jb_slice(jb_arena_printf(b->arena, "%s%.*s", item->name, (int)item->predicate.len, item->predicate.at)), FALSE);
  item->why.name = "the noun behind the number, with the verb before it";
  item->code = jb_code_of(b, state, item->name);
  state->verb = verb;
  state->verb_clause = clause;
  /* 22种基本蔬菜零售均价下降0.6元: what follows the noun belongs to the next quantity */
  gsize used = item->meets_next ? noun_end(item->right, TRUE) : item->right.len;
  state->consumed = (gsize)(item->right.at + used - b->block->text.at);
}
