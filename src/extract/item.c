/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/item.h"

#include "base/utf8.h"
#include "base/words.h"
#include "extract/quantity.h"

#include <string.h>

gboolean
jb_is_percent(const JbQuantity *q)
{
  return q->word != NULL && q->word->kind == JB_UNIT_PERCENT;
}

gboolean
jb_is_points(const JbQuantity *q)
{
  return q->word != NULL && q->word->kind == JB_UNIT_POINTS;
}

gboolean
jb_base_is(const JbQuantity *q, const char *base)
{
  return q->word != NULL && g_strcmp0(q->word->base, base) == 0;
}

gboolean
jb_is_money(const JbQuantity *q)
{
  return jb_base_is(q, "CNY") || jb_base_is(q, "USD") || jb_base_is(q, "EUR") || jb_base_is(q, "HKD");
}

gboolean
jb_is_times(const JbQuantity *q)
{
  return q->word != NULL && strcmp(q->word->zh, "倍") == 0;
}

gboolean
jb_has(JbSlice text, const char *word)
{
  return jb_slice_find(text, word) >= 0;
}

gboolean
jb_has_digit(JbSlice text)
{
  for (gsize i = 0; i < text.len; i++)
    if (g_ascii_isdigit(text.at[i]))
      return TRUE;
  return FALSE;
}

gboolean
jb_is_recovery(const JbItem *item)
{
  return jb_is_percent(item->q) && jb_has(item->clause, "恢复") && jb_slice_ends(item->clause, "的");
}

/* ---- The words around --------------------------------------------------------------------------- */

/* Is the unit a measure word for things, so that the thing may stand behind? */
gboolean
jb_counts(const JbQuantity *q)
{
  return !jb_is_percent(q) && !jb_is_points(q) && !jb_is_money(q);
}

/* Bytes of the mark at `at` that ends a clause, 0 when there is none. */
static gsize
clause_mark(JbSlice text, gsize at, gsize end)
{
  static const char *const reopen[] = {"已", "并", "年均", "增长", "占", "总量", "其中", "同比", "下降"};
  guchar c = (guchar)text.at[at];
  if (c == ',' || c == ';')
    return 1;
  if (c != 0xE2 && c != 0xE3 && c != 0xEF)
    return 0;
  switch (jb_utf8_key(text, at)) {
  case 0xEFBC8C: /* ， */
  case 0xEFBC9B: /* ； */
  case 0xEFBC9A: /* ： */
  case 0xE38082: /* 。 */
  case 0xEFBC81: /* ！ */
  case 0xEFBC9F: /* ？ */
    return 3;
  case 0xE28094: /* —— */
    return jb_slice_starts(jb_slice_sub(text, at, end), "——") ? strlen("——") : 0;
  case 0xEFBC88: /* （ , unless the bracket is part of a name and closed before the number */
    return jb_slice_find(jb_slice_sub(text, at, end), "）") >= 0 ? 0 : 3;
  case 0xE38081: /* 、 before words that open a clause */
    return jb_match_any(jb_slice_sub(text, at + 3, end), reopen, G_N_ELEMENTS(reopen)) > 0 ? 3 : 0;
  default:
    return 0;
  }
}

gsize
jb_clause_start(JbSlice text, gsize from, gsize at)
{
  for (gsize i = at; i > from;) { /* from the end: the last mark is the nearest */
    do
      i--;
    while (i > from && ((guchar)text.at[i] & 0xC0) == 0x80);
    gsize n = clause_mark(text, i, at);
    if (n > 0 && i + n <= at)
      return i + n;
  }
  return from;
}

/* 12个村（社区）完成…, 5个国、省控断面, 3个机关、企事业单位: marks inside a noun. Bytes to step over, 0 when it ends
 * there. */
static gsize
mark_in_name(JbSlice text, gsize from, gsize at, gsize to)
{
  static const char *const marks[] = {"，", "；", "：", "。", "（", "其中"};
  static const char *const levels[] = {"国家", "国考", "省考", "国控", "省控", "市控", "国有", "省级",
                                       "市级", "县级", "区级", "机关", "在建", "党政", "街道", "乡镇"};
  JbSlice before = jb_slice_sub(text, from, at), rest = jb_slice_sub(text, at, to);
  if (jb_slice_starts(rest, "、")) {
    gboolean listed = jb_utf8_count(before) == 1 || jb_is_any(before, levels, G_N_ELEMENTS(levels));
    return before.len > 0 && listed && rest.len > strlen("、某") && !g_ascii_isdigit(rest.at[strlen("、")])
               ? strlen("、")
               : 0;
  }
  if (!jb_slice_starts(rest, "（") || before.len == 0)
    return 0;
  gssize close = jb_slice_find(rest, "）");
  if (close < 0)
    return 0;
  JbSlice inside = jb_slice_sub(rest, strlen("（"), (gsize)close);
  if (jb_has_digit(inside))
    return 0;
  gsize end = (gsize)close + strlen("）");
  gboolean goes_on = end < rest.len && ((guchar)rest.at[end] >= 0xE4 && (guchar)rest.at[end] <= 0xE9);
  return goes_on && jb_utf8_count(inside) <= 6 && !jb_has_any(inside, marks, G_N_ELEMENTS(marks)) ? end : 0;
}

/* What a list goes on with, or ends with: 铸造、水泥|等|涉炉窑企业. */
static gboolean
ends_list(JbSlice rest)
{
  gssize deng = jb_slice_find(rest, "等");
  JbSlice whole = jb_slice_sub(rest, deng >= 0 ? (gsize)deng + strlen("等") : 0, rest.len);
  return deng < 0 || (jb_utf8_count(whole) >= 2 && jb_verb_at(whole) == NULL);
}

/* 新建23所学校|、幼儿园，, 10万名失独|、失能、空巢老人，: does a noun without figures follow the 、 at `at`? Behind a
 * predicate only a short one; what is measured in tonnes or kilometres has a list of other projects behind it. */
static gboolean
joins_noun(JbSlice text, gsize from, gsize at, gsize to, const JbQuantity *q)
{
  static const char *const ends[] = {"，", "。", "；", "！"};
  static const char *const told[] = {"数量", "总数", "居", "位居", "均", "位列", "列", "首位", "第"};
  JbSlice rest = jb_slice_sub(text, at + strlen("、"), to), before = jb_slice_sub(text, from, at);
  static const char *const levels[] = {"全国", "全省", "全区", "全市"}; /* 获全国|、全省“五个一工程”奖 */
  gboolean opens = jb_opener_len(rest) > 0 && jb_match_any(rest, levels, G_N_ELEMENTS(levels)) == 0;
  if (opens || jb_match_any(rest, told, G_N_ELEMENTS(told)) > 0)
    return FALSE;
  gboolean said = jb_predicate_at(before) < before.len || jb_inner_verb_at(before) < before.len;
  gboolean measured = q->word == NULL || q->word->base != NULL;
  gsize most = (said || measured ? 12 : 16) * strlen("某");
  for (gsize i = 0; i <= rest.len && i <= most; i++) {
    if (i < rest.len && (guchar)rest.at[i] < 0x80)
      return FALSE;
    if (jb_match_any(jb_slice_sub(rest, i, rest.len), ends, G_N_ELEMENTS(ends)) > 0) {
      JbSlice noun = jb_slice_sub(rest, 0, i);
      gboolean does = jb_verb_at(noun) != NULL && !jb_has(noun, "的"); /* but 成长性好、带动力强的产业 */
      return i >= strlen("某某") && !does && ends_list(noun) && !(measured && jb_has(noun, "等"));
    }
  }
  return FALSE;
}

/* The words from `from` to the next mark. */
static JbSlice
words_behind(JbSlice text, gsize from, gsize to, const JbQuantity *q)
{
  for (gsize i = from; i < to; i++) {
    i += mark_in_name(text, from, i, to);
    if (i >= to)
      break;
    guchar c = (guchar)text.at[i];
    if (c == ',' || c == ';')
      return jb_slice_sub(text, from, i);
    if (c == 0xE2 && jb_slice_starts(jb_slice_sub(text, i, to), "“")) { /* marks in a quotation end nothing */
      gssize close = jb_slice_find(jb_slice_sub(text, i, to), "”");
      i += close > 0 ? (gsize)close : 0;
      continue;
    }
    if (c != 0xE3 && c != 0xEF)
      continue;
    switch (jb_utf8_key(text, i)) {
    case 0xEFBC8C: /* ， */
    case 0xEFBC9B: /* ； */
    case 0xEFBC9A: /* ： */
    case 0xE38082: /* 。 */
    case 0xEFBC81: /* ！ */
    case 0xEFBC9F: /* ？ */
    case 0xEFBC89: /* ） */
    case 0xEFBC88: /* （ */
      return jb_slice_sub(text, from, i);
    case 0xE38081: /* 、 */
      if (i == from || !joins_noun(text, from, i, to, q))
        return jb_slice_sub(text, from, i);
      break;
    default:
      break;
    }
  }
  return jb_slice_sub(text, from, to);
}

JbSlice
jb_noun_after_de(JbSlice text, gsize tail)
{
  static const char *const multipliers[] = {"多", "余", "万", "亿"};
  JbSlice rest = jb_slice_sub(text, MIN(tail, text.len), text.len);
  if (!jb_slice_starts(rest, "的"))
    return (JbSlice){.at = rest.at};
  gsize at = tail + strlen("的");
  gsize figures = jb_figures(text, at);
  at += figures;
  if (figures > 0) {
    at += jb_match_any(jb_slice_sub(text, at, text.len), multipliers, G_N_ELEMENTS(multipliers));
    const JbUnit *unit = jb_unit_match(jb_slice_sub(text, at, text.len));
    at += unit != NULL ? strlen(unit->zh) : 0;
  }
  JbSlice noun = words_behind(text, at, text.len, &(JbQuantity){0});
  noun = jb_phrase_clean(jb_slice_sub(noun, 0, jb_predicate_at(noun)));
  for (gsize i = 0; i < noun.len; i++) {
    gsize n = jb_figures(noun, i);
    if (n > 0 && !jb_slice_starts(jb_slice_sub(noun, i + n, noun.len), "号")) /* 地铁1号线 is a name */
      noun.len = i;
    i += n;
  }
  gsize chars = jb_utf8_count(noun);
  return chars >= 2 && chars <= 16 ? noun : (JbSlice){.at = rest.at};
}

/* 突破8000亿元大关: what follows the number and names nothing. Bytes, 0 when there is none. */
static gsize
level_word(JbSlice text)
{
  static const char *const levels[] = {"大关", "台阶", "新台阶", "关口", "门槛", "大台阶"};
  return jb_match_any(text, levels, G_N_ELEMENTS(levels));
}

/* 建成引水工程和|33项供水工程, 整治干流和全市|70%的支流: what stands before the joint is another thing. The verb alone
 * remains. */
static gboolean
drop_other_object(JbSlice left, JbItem *item)
{
  static const char *const joints[] = {"和", "及", "以及", "与"};
  static const char *const wholes[] = {"全市", "全省", "全区", "全县", "其余"};
  left.len -= jb_match_end(left, wholes, G_N_ELEMENTS(wholes));
  gsize joint = jb_match_end(left, joints, G_N_ELEMENTS(joints));
  if (joint == 0 || jb_joint_at(left, left.len - joint) == 0 || item->phrase.object.len == 0 || item->right.len == 0 ||
      (!jb_counts(item->q) && !jb_slice_starts(item->right, "的")) || item->lead.change != JB_WORD_NONE ||
      item->lead.reach != JB_WORD_NONE || jb_predicate_at(item->right) == 0)
    return FALSE;
  item->lead.subject = item->phrase.verb;
  item->phrase.object.len = 0;
  return TRUE;
}

/* The words of an end of 从…到…: 从38人|、155人 goes on with the starts, |整合到86人 is the end, |和409人 goes on with
 * the ends.
 */
static gboolean
read_end(const JbSentence *state, JbSlice text, const JbQuantity *previous, JbSlice left, JbItem *item)
{
  const char *behind = previous != NULL ? text.at + previous->tail : NULL;
  gboolean same_clause = previous != NULL && item->clause.at <= text.at + previous->start;
  if (!same_clause || (state->from_end != behind && state->to_end != behind))
    return FALSE;
  if (left.len == 0) {
    item->lead = (JbLead){.subject = left, .from = state->from_end == behind, .to_level = state->to_end == behind};
    return TRUE;
  }
  return state->from_end == behind && jb_lead_to_end(left, &item->lead);
}

/* 2家钢铁|、5家水泥企业改造, 214家市级|、1054家镇级试点企业: the end of the next noun that this one wants too. */
static JbSlice
shared_tail(JbSlice right, JbSlice text, const JbQuantity *next, gsize end)
{
  static const char *const kinds[] = {"千亩", "万亩",   "百亩",     "钢铁", "水泥", "火电", "国铁", "城际",
                                      "国控", "省控",   "国考",     "省考", "市级", "省级", "区级", "县级",
                                      "镇级", "国家级", "自治区级", "地铁", "民生", "工业", "农业", "商业",
                                      "教育", "交通",   "水利",     "文化", "旅游", "医疗", "养老", "能源"};
  JbSlice none = {.at = text.at}, between = jb_slice_sub(text, (gsize)(right.at + right.len - text.at), next->start);
  gsize kind = jb_match_any(right, kinds, G_N_ELEMENTS(kinds));
  gboolean is_kind = (kind > 0 && kind == right.len) || (jb_slice_ends(right, "级") && jb_utf8_count(right) <= 6);
  if (!is_kind || !jb_slice_is(between, "、"))
    return none;
  JbSlice noun = words_behind(text, next->tail, end, next);
  noun = jb_slice_sub(noun, 0, jb_predicate_at(noun));
  gsize own = jb_match_any(noun, kinds, G_N_ELEMENTS(kinds));
  gssize level = jb_slice_ends(right, "级") ? jb_slice_find(noun, "级") : -1; /* 4个两千亿级|、3个千亿级产业集群 */
  own = level > 0 ? (gsize)level + strlen("级") : own;
  return own > 0 && own < noun.len ? jb_slice_sub(noun, own, noun.len) : none;
}

/* 73名个人|和6个团队|入选人才计划: the predicate behind the next noun, which this one has too; empty when there is
 * none. */
static JbSlice
shared_predicate(const JbItem *item, JbSlice text, const JbQuantity *next, gsize end)
{
  JbSlice none = {.at = text.at}, right = jb_phrase_clean_end(item->right);
  gsize from = (gsize)(right.at + right.len - text.at);
  JbSlice between = jb_slice_sub(text, MIN(from, next->start), next->start);
  gsize joint = jb_joint_at(between, 0);
  if (!jb_counts(item->q) || !jb_counts(next) || right.len == 0 || joint == 0 || joint != between.len ||
      jb_predicate_at(right) < right.len || jb_utf8_count(right) > 6)
    return none;
  JbSlice noun = words_behind(text, next->tail, end, next);
  gsize cut = jb_predicate_at(noun);
  JbSlice predicate = jb_slice_sub(noun, cut, noun.len);
  return cut > 0 && jb_utf8_count(predicate) >= 4 && !jb_has_digit(predicate) ? predicate : none;
}

/* 完成东环北延、南环东延|及3座大桥: the list before the joint is what was done as well; the number has its verb only.
 */
static JbSlice
own_of_list(JbSlice left, JbSlice behind)
{
  static const char *const joints[] = {"以及", "及", "和"};
  gsize joint = jb_match_end(left, joints, G_N_ELEMENTS(joints));
  JbSlice list = jb_slice_sub(left, 0, left.len - joint);
  if (joint == 0 || jb_joint_at(left, list.len) == 0 || behind.len < strlen("某某") || !jb_has(list, "、") ||
      jb_has(list, "等"))
    return left;
  JbVerbPhrase deed = jb_verb_phrase(list);
  return deed.verb.len > 0 ? deed.verb : jb_slice_sub(left, left.len, left.len);
}

JbItem
jb_item_read(const JbSentence *state, JbSlice text, const JbQuantity *previous, const JbQuantity *q,
             const JbQuantity *last, const JbQuantity *next, gsize end)
{
  gsize clause = jb_clause_start(text, state->start, q->start);
  gsize from = MAX(clause, state->consumed);
  if (previous != NULL)
    from = MAX(from, previous->tail);
  from = MIN(from, q->start);
  JbItem item = {.q = q, .clause = jb_slice_sub(text, clause, q->start)};
  JbSlice left = jb_skip_joints(jb_slice_sub(text, from, q->start));
  left = jb_skip_joints(jb_slice_sub(left, level_word(left), left.len));
  left = jb_slice_sub(left, MIN(jb_list_mark_len(left), left.len), left.len);
  left = jb_left_own(left);
  item.ends_range = read_end(state, text, previous, left, &item);
  JbSlice behind = words_behind(text, last->tail, next != NULL ? MIN(end, next->start) : end, last);
  if (!item.ends_range && jb_slice_ends(left, "、") && behind.len > 0 &&
      level_word(behind) == 0) /* 午餐服务全覆盖、|153所小学…: the words belong to what was listed */
    left = jb_slice_sub(left, left.len, left.len);
  if (!item.ends_range)
    left = own_of_list(left, behind);
  if (!item.ends_range)
    item.lead = jb_lead_parse(left);
  gboolean lists_examples = jb_slice_ends(item.lead.subject, "等"); /* 月台河等6条支沟: the noun stands behind */
  gboolean listed = jb_slice_ends(item.lead.subject, "、"); /* 固定资产投资止跌回稳|、力争增长5% */
  JbSlice deed = jb_left_done(item.lead.subject);
  item.lead.subject = jb_phrase_clean(deed);
  if (item.lead.subject.at != deed.at) /* 第一时间|在全市|出台措施: a frame behind an opener */
    item.lead.subject = jb_phrase_clean(jb_left_done(item.lead.subject));
  item.lead.subject = listed ? jb_without_state(item.lead.subject) : item.lead.subject;
  item.right = behind;
  /* 实现260户、588人稳定脱贫: both have the noun behind the second */
  gboolean pair = next != NULL && item.right.len == 0 && item.lead.reach != JB_WORD_REACH && last == q &&
                  (next->start == q->tail ||
                   jb_slice_is(jb_slice_sub(text, q->tail, MAX(next->start, q->tail)), "、"));
  item.phrase = jb_verb_phrase(item.lead.subject);
  if (pair && item.phrase.object.len == 0 && next->word != q->word &&
      jb_joint_at(jb_slice_sub(text, next->tail, text.len), 0) == 0)
    item.right = words_behind(text, next->tail, end, next);
  if (next != NULL && last == q && next->word == q->word)
    item.tail = shared_tail(item.right, text, next, end);
  item.predicate = next != NULL && last == q ? shared_predicate(&item, text, next, end) : (JbSlice){.at = text.at};
  item.meets_next = next != NULL && item.right.at + item.right.len == text.at + next->start;
  item.right = jb_slice_starts(item.right, "重点") ? jb_phrase_clean_end(item.right) : jb_phrase_clean(item.right);
  /* 新建改造提升300万亩高标准农田: 提升 after verbs is one of them, not a change */
  if (item.phrase.verb.len > 0 && item.phrase.object.len == 0 && item.lead.change != JB_WORD_NONE &&
      !item.lead.to_level && jb_counts(q))
    item.lead.change = JB_WORD_NONE;
  /* 打造以帆船赛为代表的|10项赛事: which are the best known of them */
  static const char *const ranks[] = {"为代表", "为重点", "为龙头", "为引领", "为主导", "为核心", "为支撑"};
  if (jb_counts(q) && item.right.len > 0 && item.phrase.verb.len > 0 && jb_slice_starts(item.phrase.object, "以") &&
      jb_match_end(item.phrase.object, ranks, G_N_ELEMENTS(ranks)) > 0) {
    item.lead.subject = item.phrase.verb;
    item.phrase.object = jb_slice_sub(item.phrase.object, 0, 0);
  }
  /* 企业数量向|3000家|奋进: where it goes is no name */
  static const char *const goes[] = {"奋进", "迈进", "进军", "冲刺", "挺进", "跃进", "发起冲刺"};
  if (jb_slice_ends(item.lead.subject, "向") && item.lead.subject.len > strlen("某某向") &&
      jb_is_any(item.right, goes, G_N_ELEMENTS(goes))) {
    item.lead.subject.len -= strlen("向");
    item.phrase = jb_verb_phrase(item.lead.subject);
    item.right.len = 0;
  }
  /* 规范提升|60家养老机构, 改善提升|900户: two verbs, the first of which is no verb of the table */
  static const char *const co_verbs[] = {"规范", "改善", "优化", "完善", "改造",
                                         "巩固", "整治", "美化", "拓展", "培育"};
  if (item.lead.change == JB_WORD_UP && item.phrase.verb.len == 0 && jb_counts(q) && item.right.len > 0 &&
      !item.lead.to_level && jb_is_any(item.lead.subject, co_verbs, G_N_ELEMENTS(co_verbs)) &&
      item.lead.changed.at == item.lead.subject.at + item.lead.subject.len) {
    item.lead.change = JB_WORD_NONE;
    item.lead.subject.len += item.lead.changed.len;
    item.phrase = (JbVerbPhrase){
        .verb = item.lead.subject,
        .object = jb_slice_sub(item.lead.subject, item.lead.subject.len, item.lead.subject.len)};
  }
  /* 完成森林质量提升|6万亩: what was done may be named by a verb of change */
  JbSlice changed = item.lead.changed;
  static const char *const done[] = {"完成", "实施", "开展"};
  static const char *const qualities[] = {"质量", "品质", "环境", "功能", "地力"};
  gboolean areal = (jb_base_is(q, "mu") || jb_base_is(q, "m2")) && /* how far quality moves no area tells */
                   jb_match_end(item.lead.subject, qualities, G_N_ELEMENTS(qualities)) > 0;
  if ((areal || jb_match_any(left, done, G_N_ELEMENTS(done)) > 0) && jb_slice_is(changed, "提升") && jb_counts(q) &&
      item.lead.subject.len > 0 && !item.lead.to_level && changed.at == item.lead.subject.at + item.lead.subject.len) {
    item.lead.change = JB_WORD_NONE;
    item.lead.subject.len += changed.len;
    item.phrase = jb_verb_phrase(item.lead.subject);
  }
  if (item.phrase.verb.len >= strlen("建成") && drop_other_object(left, &item)) {
    /* the verb and the noun behind make the name */
  } else if (lists_examples && item.right.len > 0) {
    /* the verb of 促进转型升级等5项工作 is one of the example's */
    static const char *const aims[] = {"促进", "推动", "加快", "提升", "提高", "优化",
                                       "完善", "强化", "深化", "改善", "降低"};
    static const char *const kinds[] = {"工作", "改革", "举措", "措施", "政策", "任务", "事项", "行动", "活动"};
    static const char *const causes[] = {"促进", "推动", "带动"}; /* 促进地铁等8个项目开工 */
    gboolean is_aim = jb_is_any(item.phrase.verb, causes, G_N_ELEMENTS(causes)) ||
                      (jb_is_any(item.phrase.verb, aims, G_N_ELEMENTS(aims)) &&
                       jb_match_any(item.right, kinds, G_N_ELEMENTS(kinds)) > 0);
    item.lead.subject = item.phrase.verb;
    item.lead.subject.len = is_aim ? 0 : item.lead.subject.len;
    item.phrase.verb.len = is_aim ? 0 : item.phrase.verb.len;
    item.phrase.object.len = 0;
  } else if (item.right.len > 0 && item.phrase.object.len > 0 && item.lead.change == JB_WORD_NONE &&
             item.lead.reach == JB_WORD_NONE) {
    const JbVerb *verb = jb_verb_before(item.lead.subject); /* 在上海等省市设立11个自贸试验区 */
    if (verb != NULL && jb_counts(q)) {
      gsize len = verb->len;
      item.lead.subject = jb_slice_sub(item.lead.subject, item.lead.subject.len - len, item.lead.subject.len);
      item.phrase = jb_verb_phrase(item.lead.subject);
    }
  }
  if (level_word(item.right) > 0)
    item.right.len = 0;
  /* 在煤炭产值下降5%的情况下: 在 opens the frame, not the name */
  static const char *const frames[] = {"的情况下", "情况下", "的基础上", "基础上"};
  if (jb_slice_starts(item.lead.subject, "在") && jb_match_any(item.right, frames, G_N_ELEMENTS(frames)) > 0) {
    item.lead.subject = jb_phrase_clean(jb_slice_sub(item.lead.subject, strlen("在"), item.lead.subject.len));
    item.phrase = jb_verb_phrase(item.lead.subject);
  }
  static const char *const equals[] = {"是", "为", "相当于"}; /* 分别是上个五年的1.2倍: of what was spoken of */
  if (jb_match_any(item.lead.subject, equals, G_N_ELEMENTS(equals)) > 0 && jb_is_times(q))
    item.lead.subject.len = 0;
  /* 向3万户困难家庭…, 全面完成300台锅炉淘汰: a preposition or a manner is no subject */
  static const char *const empty[] = {"向", "以",   "为",   "对",   "由",   "与",   "在",   "将",   "从",
                                      "给", "到",   "全面", "有序", "持续", "积极", "推动", "稳步", "再",
                                      "或", "围绕", "全力", "大力", "聚焦", "各级", "更多"};
  if (jb_is_any(item.lead.subject, empty, G_N_ELEMENTS(empty)) && item.right.len > 0) {
    item.lead.subject.len = 0;
    item.phrase = jb_verb_phrase(item.lead.subject);
  }
  item.own_subject = item.lead.subject.len > 0;
  return item;
}
