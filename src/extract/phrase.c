/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/phrase.h"

#include "base/utf8.h"
#include "base/words.h"
#include "extract/period.h"

#include <string.h>

gsize
jb_joint_at(JbSlice text, gsize at)
{
  static const char *const joints[] = {"以及", "、", "和", "及", "与"};
  static const char *const before[] = {"普", "涉", "惠", "波", "顾", "触", "参", "共", "总", "浩", "平", "饱", "缓"};
  static const char *const words[] = {"及时", "及其", "及格", "及早", "和谐", "和美", "和平", "与会"};
  JbSlice rest = jb_slice_sub(text, at, text.len);
  gsize n = jb_match_any(rest, joints, G_N_ELEMENTS(joints));
  if (n == 0 || jb_slice_starts(rest, "、"))
    return n;
  gboolean in_word = jb_match_end(jb_slice_sub(text, 0, at), before, G_N_ELEMENTS(before)) > 0 ||
                     jb_match_any(rest, words, G_N_ELEMENTS(words)) > 0;
  return in_word ? 0 : n;
}

JbSlice
jb_skip_joints(JbSlice text)
{
  for (gsize n; (n = jb_slice_starts(text, "，") ? strlen("，") : jb_joint_at(text, 0)) > 0;)
    text = jb_slice_sub(text, n, text.len);
  return text;
}

static JbSlice
cut_end(JbSlice text, gsize n)
{
  return jb_slice_sub(text, 0, text.len - n);
}

static JbSlice
cut_head(JbSlice text, gsize n)
{
  return jb_slice_sub(text, n, text.len);
}

/* Bytes of a date that `text` ends with, 0 when there is none. */
static gsize
date_at_end(JbSlice text)
{
  static const char *const ends[] = {"年", "月", "末", "底", "来", "期", "度", "间", "”", "份"};
  gboolean maybe = jb_match_end(text, ends, G_N_ELEMENTS(ends)) > 0;
  gsize longest = 0;
  for (gsize n = 1; maybe && n <= 36 && n <= text.len; n++) {
    JbSlice tail = jb_slice_sub(text, text.len - n, text.len);
    if (((guchar)tail.at[0] & 0xC0) != 0x80 && jb_date_len(tail) == n)
      longest = n;
  }
  static const char *const year_ends[] = {"年末", "年底"}; /* 外汇储备|年末 */
  return longest > 0 ? longest : jb_match_end(text, year_ends, G_N_ELEMENTS(year_ends));
}

/* 比2016年, 较上年同期, 同比, 较五年前, 比去年预算, 较常年 at the end: bytes, 0 when there is none. */
static gsize
comparison_at_end(JbSlice text)
{
  static const char *const marks[] = {"比", "较"};
  static const char *const with[] = {"去年", "上年",   "上一年", "同期",   "年初",   "五年前", "上届",   "上月",
                                     "“",    "“十",    "十年前", "前年",   "2010",   "基期",   "计划",   "上个",
                                     "上一个", "前五年", "常年", "第五次", "第六次", "第七次"};
  for (guint m = 0; m < G_N_ELEMENTS(marks); m++)
    for (gsize n = strlen(marks[m]); n <= 48 && n <= text.len; n++) {
      JbSlice tail = jb_slice_sub(text, text.len - n, text.len);
      if (!jb_slice_starts(tail, marks[m]))
        continue;
      JbSlice rest = jb_slice_sub(tail, strlen(marks[m]), tail.len);
      JbSlice before = cut_end(text, n);
      static const char *const alones[] = {"同", "环", "对"}, *const pairs[] = {"同", "对", "相"};
      gboolean alone = rest.len == 0 && jb_match_end(before, alones, G_N_ELEMENTS(alones)) > 0;
      gboolean fits = alone || jb_date_len(rest) > 0 || jb_match_any(rest, with, G_N_ELEMENTS(with)) > 0;
      if (!fits || jb_slice_find(rest, "重") >= 0)
        return 0;
      return n + jb_match_end(before, pairs, G_N_ELEMENTS(pairs));
    }
  return 0;
}

static void
take_word(JbLead *lead, const JbWord *word)
{
  switch (word->role) {
  case JB_WORD_UP:
  case JB_WORD_DOWN:
    lead->change = word->role;
    break;
  case JB_WORD_REACH:
  case JB_WORD_HOLD:
  case JB_WORD_IS:
    if (lead->reach == JB_WORD_NONE)
      lead->reach = word->role;
    lead->to_level = lead->to_level || (word->role == JB_WORD_REACH && word->len > strlen("达到"));
    lead->done = lead->done || strcmp(word->zh, "完成") == 0 || strcmp(word->zh, "实现") == 0 ||
                 strcmp(word->zh, "安排") == 0;
    break;
  case JB_WORD_BOUND:
    if (lead->bound == JB_BOUND_EQ)
      lead->bound = word->bound;
    break;
  case JB_WORD_AVERAGE:
    lead->average = TRUE;
    break;
  case JB_WORD_EACH_YEAR:
    lead->each_year = TRUE;
    break;
  case JB_WORD_RESPECTIVE:
    lead->respective = TRUE;
    break;
  case JB_WORD_FROM:
    lead->from = TRUE;
    break;
  case JB_WORD_TOTAL:
    lead->total = TRUE;
    break;
  case JB_WORD_ESTIMATE:
    lead->estimate = TRUE;
    break;
  case JB_WORD_SKIP:
  case JB_WORD_NONE:
    break;
  }
}

/* May this word still be taken? One change is all, and none stands before 从 but with a date: 由一季度下降10%. */
static gboolean
may_take(const JbLead *lead, const JbWord *word, gboolean dated)
{
  gboolean is_change = word->role == JB_WORD_UP || word->role == JB_WORD_DOWN;
  if (is_change && (lead->change != JB_WORD_NONE || lead->from))
    return FALSE;
  return word->role != JB_WORD_FROM || lead->change == JB_WORD_NONE || dated;
}

/* 从|2016年的人均22.2万元, 由上年的26分钟, 从每平方公里7.29公里: the words that date a start or say for each of what it
 * is, between 从 and its number. Bytes from 从 on, 0 when there is no start. */
static gsize
start_at_end(JbSlice text)
{
  static const char *const marks[] = {"从", "由"};
  static const char *const times[] = {"上年", "前年", "五年前", "上届末",   "原来",     "原先",     "最初",
                                      "年初", "此前", "过去",   "运营初期", "开通初期", "成立之初", "期初"};
  static const char *const each[] = {"人均", "户均", "日均", "亩均", "年均", "平均", "年人均", "月人均"};
  gsize longest = 0;
  for (gsize n = strlen("从某"); n <= 48 && n <= text.len; n++) {
    JbSlice tail = cut_head(text, text.len - n);
    gsize mark = jb_match_any(tail, marks, G_N_ELEMENTS(marks));
    if (mark == 0)
      continue;
    JbSlice rest = cut_head(tail, mark);
    gsize date = jb_date_len(rest);
    rest = cut_head(rest, date > 0 ? date : jb_match_any(rest, times, G_N_ELEMENTS(times)));
    rest = cut_head(rest, jb_slice_starts(rest, "的") ? strlen("的") : 0);
    rest = cut_head(rest, jb_match_any(rest, each, G_N_ELEMENTS(each)));
    if (rest.len == 0 || (jb_slice_starts(rest, "每") && rest.len <= 30))
      longest = n;
  }
  return longest;
}

/* 浓度下降到每立方米37微克: for each of what, between the verb and the number. Bytes, 0 when there is none. */
static gsize
per_at_end(JbSlice text)
{
  static const char *const per[] = {"每立方米", "每平方公里", "每平方米", "每万人", "每千人",
                                    "每百人",   "每公里",     "每公斤",   "每亩",   "每斤",
                                    "每吨",     "每人每月",   "每人每年", "每生每年", "每户每年",
                                    "每月人均", "每年人均",   "年人均",   "月人均",   "每月",
                                    "每户",     "每生"};
  return jb_match_end(text, per, G_N_ELEMENTS(per));
}

/* 总额连续第3年|超过1万亿元, 增速连续6个月|保持在15%以上, 城镇化率5年|提高2个百分点: how long it has been so. Bytes, 0
 * when there is none. */
static gsize
streak_at_end(JbSlice text)
{
  static const char *const ends[] = {"年", "个月", "个季度"};
  gsize unit = jb_match_end(text, ends, G_N_ELEMENTS(ends)), figures = unit;
  if (unit == 0)
    return 0;
  for (gsize n = unit + strlen("连续"); n <= 24 && n <= text.len; n++)
    if (jb_slice_starts(jb_slice_sub(text, text.len - n, text.len), "连续"))
      return n;
  while (figures < text.len && g_ascii_isdigit(text.at[text.len - figures - 1]))
    figures++;
  return jb_slice_ends(text, "年") && figures - unit <= 2 && figures > unit ? figures : 0;
}

/* 技术合同成交额年|增长12%, 养老金人均月|增148元: how often it moves, behind what is measured. Bytes, 0 when there is
 * none.
 */
static gsize
pace_at_end(JbSlice text)
{
  static const char *const paces[] = {"额年", "量年", "值年", "均月", "均年", "金年", "入年"};
  gboolean timed = jb_slice_ends(text, "年") || jb_slice_ends(text, "月");
  return timed && jb_match_end(text, paces, G_N_ELEMENTS(paces)) > 0 ? strlen("年") : 0;
}

/* 人均住房面积由31|增加到39.6平方米: a start that has no unit of its own. Bytes, 0 when there is none. */
static gsize
bare_start_at_end(JbSlice text)
{
  static const char *const marks[] = {"从", "由"};
  gsize n = 0;
  while (n < text.len && (g_ascii_isdigit(text.at[text.len - n - 1]) || text.at[text.len - n - 1] == '.'))
    n++;
  gsize mark = n > 0 ? jb_match_end(cut_end(text, n), marks, G_N_ELEMENTS(marks)) : 0;
  return mark > 0 ? mark + n : 0;
}

/* 连续三年|收获蓝天, 连续5个月|保持增长: how long, before what is done. Bytes, 0 when there is none. */
static gsize
streak_at_head(JbSlice text)
{
  static const char *const figures[] = {"一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "多"};
  static const char *const units[] = {"年", "次", "届", "个月", "个季度"};
  gsize n = jb_slice_starts(text, "连续") ? strlen("连续") : 0, more = n;
  for (; more > 0; n += more) {
    JbSlice rest = cut_head(text, n);
    more = rest.len > 0 && g_ascii_isdigit(rest.at[0]) ? 1 : jb_match_any(rest, figures, G_N_ELEMENTS(figures));
  }
  gsize unit = n > strlen("连续") ? jb_match_any(cut_head(text, n), units, G_N_ELEMENTS(units)) : 0;
  return unit > 0 ? n + unit : 0;
}

/* 选派五批|302名医务人员: in how many batches; a batch with an ordinal is one of them (第四批). Bytes, 0 when there is
 * none. */
static gsize
batches_at_end(JbSlice text)
{
  static const char *const batches[] = {"两批", "三批", "四批", "五批", "六批", "七批", "八批", "九批", "十批", "多批"};
  static const char *const ordinals[] = {"第", "十", "、", "前", "首"};
  gsize n = jb_slice_ends(text, "批") ? jb_match_end(text, batches, G_N_ELEMENTS(batches)) : 0;
  return n > 0 && jb_match_end(cut_end(text, n), ordinals, G_N_ELEMENTS(ordinals)) == 0 ? n : 0;
}

/* 实施|6大类|47个项目, 进入9方面|18项: in how many classes. Bytes, 0 when there is none. */
static gsize
classes_at_end(JbSlice text)
{
  static const char *const classes[] = {"大类", "大方面", "个方面", "方面", "批次", "类"};
  gsize word = jb_match_end(text, classes, G_N_ELEMENTS(classes)), n = word;
  while (n > 0 && n < text.len && g_ascii_isdigit(text.at[text.len - n - 1]))
    n++;
  return n > word && n < text.len ? n : 0;
}

/* 一般公共预算收入扣除留抵退税因素后|增长9%: for what a growth is adjusted. Bytes, 0 when there is none. */
static gsize
adjustment_at_end(JbSlice text)
{
  static const char *const marks[] = {"扣除", "剔除"}, *const ends[] = {"后", "因素", "影响", "因素、", "后、"};
  if (jb_match_end(text, ends, G_N_ELEMENTS(ends)) == 0)
    return 0;
  for (gsize n = strlen("扣除某后"); n <= 48 && n <= text.len; n++)
    if (jb_match_any(cut_head(text, text.len - n), marks, G_N_ELEMENTS(marks)) > 0)
      return n;
  return 0;
}

gsize
jb_about_share_at(JbSlice text)
{
  static const char *const words[] = {"集", "节", "公", "签", "履", "合", "契", "预", "制"}; /* 签约|占全市 */
  gssize at = jb_slice_find(text, "约占");
  return at >= 0 && jb_match_end(jb_slice_sub(text, 0, (gsize)at), words, G_N_ELEMENTS(words)) == 0 ? (gsize)at
                                                                                                      : text.len;
}

JbLead
jb_lead_parse(JbSlice left)
{
  JbLead lead = {.subject = jb_slice_trim(left)};
  for (gboolean dated = FALSE;;) {
    gsize way = jb_way_before(lead.subject);
    if (way > 0) {
      lead.reach = lead.reach == JB_WORD_NONE ? JB_WORD_REACH : lead.reach;
      lead.to_level = TRUE;
      lead.subject = cut_end(lead.subject, way);
      continue;
    }
    gsize per = per_at_end(lead.subject);
    if (per > 0) {
      lead.subject = cut_end(lead.subject, per);
      continue;
    }
    const JbWord *word = jb_word_before(lead.subject);
    if (word != NULL && word->role != JB_WORD_NONE && may_take(&lead, word, dated)) {
      take_word(&lead, word);
      if (word->role == JB_WORD_UP || word->role == JB_WORD_DOWN)
        lead.changed = cut_head(lead.subject, lead.subject.len - word->len);
      lead.subject = cut_end(lead.subject, word->len);
      continue;
    }
    gsize n = comparison_at_end(lead.subject);
    if (n == 0 && lead.subject.len > 0) {
      n = date_at_end(lead.subject);
      dated = dated || n > 0;
    }
    if (n == 0)
      n = streak_at_end(lead.subject);
    if (n == 0)
      n = adjustment_at_end(lead.subject);
    if (n == 0)
      n = classes_at_end(lead.subject);
    if (n == 0)
      n = batches_at_end(lead.subject);
    if (n == 0 && lead.change != JB_WORD_NONE)
      n = pace_at_end(lead.subject);
    if (n == 0 && lead.to_level)
      n = bare_start_at_end(lead.subject);
    if (n == 0)
      break;
    lead.subject = cut_end(lead.subject, n);
  }
  gsize start = lead.reach == JB_WORD_NONE ? start_at_end(lead.subject) : 0;
  if (start > 0) {
    lead.from = TRUE;
    lead.subject = cut_end(lead.subject, start);
  }
  lead.growing = lead.from && lead.change != JB_WORD_NONE;
  gsize about = jb_about_share_at(lead.subject);
  if (about < lead.subject.len && lead.bound == JB_BOUND_EQ)
    lead.bound = JB_BOUND_APPROX;
  if (about == 0 && lead.subject.len > 0)
    lead.subject = cut_head(lead.subject, strlen("约"));
  return lead;
}

/*
 * 由46家|整合到|12家, 从54项|精简为|4项: the words between a start and its end. Whatever the verb, what stands before
 * the last 到, 至, 为 or 成 belongs to it, and only dates and bounds may stand behind. FALSE when they lead to no end.
 */
gboolean
jb_lead_to_end(JbSlice between, JbLead *lead)
{
  static const char *const marks[] = {"到", "至", "为", "成", "达"};
  for (gsize at = between.len; at-- > 0;) {
    gsize mark = jb_match_any(cut_head(between, at), marks, G_N_ELEMENTS(marks));
    if (mark == 0)
      continue;
    JbLead behind = jb_lead_parse(cut_head(between, at + mark));
    if (behind.subject.len > 0)
      return FALSE;
    *lead = behind;
    lead->reach = JB_WORD_REACH;
    lead->growing = behind.change != JB_WORD_NONE;
    lead->to_level = TRUE;
    lead->respective = jb_slice_find(between, "分别") >= 0;
    return TRUE;
  }
  return FALSE;
}

JbVerbPhrase
jb_verb_phrase(JbSlice phrase)
{
  JbVerbPhrase out = {.verb = {.at = phrase.at}, .object = phrase, .is_light = TRUE};
  for (;;) {
    JbSlice rest = out.verb.len > 0 ? jb_skip_joints(out.object) : out.object;
    const JbVerb *verb = jb_verb_at(rest);
    if (verb == NULL)
      break;
    JbSlice after = jb_slice_sub(rest, verb->len, rest.len);
    if (jb_slice_starts(after, "的") || jb_slice_starts(after, "性") || jb_slice_starts(after, "率"))
      break;
    out.sign = out.sign == 0 ? verb->sign : out.sign;
    out.is_light = out.is_light && verb->is_light;
    out.verb.len = (gsize)(after.at - phrase.at);
    out.object = jb_slice_starts(after, "了") ? jb_slice_sub(after, strlen("了"), after.len) : after;
    /* 落实好33条, 培育出3家 */
    if (jb_slice_is(out.object, "好") || jb_slice_is(out.object, "出")) {
      out.verb.len += out.object.len;
      out.object = jb_slice_sub(after, after.len, after.len);
    }
  }
  out.is_light = out.is_light && out.verb.len > 0;
  return out;
}

gsize
jb_list_mark_len(JbSlice text)
{
  static const char *const ordinals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  gsize open = jb_slice_starts(text, "（") ? strlen("（") : 0, n = open;
  while (n < text.len && g_ascii_isdigit(text.at[n]))
    n++;
  JbSlice rest = jb_slice_sub(text, n, text.len);
  if (n > open && jb_slice_starts(rest, "）"))
    return n + strlen("）");
  if (n > 0 && open == 0 &&
      (jb_slice_starts(rest, ".") || jb_slice_starts(rest, "、") || jb_slice_starts(rest, "．")) &&
      !(rest.len > 1 && g_ascii_isdigit(rest.at[1])))
    return n + (rest.at[0] == '.' ? 1 : strlen("、"));
  gsize ordinal = jb_match_any(text, ordinals, G_N_ELEMENTS(ordinals)); /* 一是, 十二是 */
  if (jb_slice_starts(text, "十"))
    ordinal += jb_match_any(jb_slice_sub(text, ordinal, text.len), ordinals, G_N_ELEMENTS(ordinals));
  JbSlice behind = jb_slice_sub(text, ordinal, text.len);
  if (ordinal > 0 && jb_slice_starts(behind, "是"))
    return ordinal + strlen("是");
  JbSlice item = jb_slice_starts(behind, "、") ? jb_slice_sub(behind, strlen("、"), behind.len) : (JbSlice){0};
  /* 二、规上工业增加值, 五、一般公共预算收入; not 一、二产业, which go on with the next figure */
  gsize last = ordinal > 0 ? jb_slice_sub(text, ordinal - strlen("一"), ordinal).at - text.at : 0;
  for (gsize i = 0; item.len > 0 && ordinal > 0 && i < G_N_ELEMENTS(ordinals); i++)
    if (jb_slice_starts(jb_slice_sub(text, last, text.len), ordinals[i]) &&
        (i + 1 == G_N_ELEMENTS(ordinals) || !jb_slice_starts(item, ordinals[i + 1])))
      return ordinal + strlen("、");
  /* ① … ⑳ are E2 91 A0 … B3 */
  return text.len > 3 && (guchar)text.at[0] == 0xE2 && (guchar)text.at[1] == 0x91 ? 3 : 0;
}

JbSlice
jb_phrase_clean(JbSlice phrase)
{
  for (gboolean again = TRUE; again && phrase.len > 0;) {
    gsize n = jb_date_len(phrase);
    static const char *const untils[] = {"到", "至"};
    gsize until = n == 0 ? jb_match_any(phrase, untils, G_N_ELEMENTS(untils)) : 0; /* 到2026年|生产总值 */
    gsize date = until > 0 ? jb_date_len(cut_head(phrase, until)) : 0;
    n = date > 0 ? until + date : n;
    static const char *const relations[] = {"贡献率", "出口", "进口", "贸易", "直接投资"};
    /* 对经济增长的贡献率, 对俄出口 */
    if (n == 0 && jb_slice_starts(phrase, "对") && jb_has_any(phrase, relations, G_N_ELEMENTS(relations)))
      return jb_phrase_clean_end(phrase);
    if (n > 0 && jb_slice_starts(jb_slice_sub(phrase, n, phrase.len), "的"))
      n += strlen("的");
    if (n > 0 && jb_slice_starts(jb_slice_sub(phrase, n, phrase.len), "以来"))
      n += strlen("以来");
    if (n == 0)
      n = jb_list_mark_len(phrase);
    if (n == 0)
      n = streak_at_head(phrase);
    gssize year = n == 0 ? jb_slice_find(phrase, "之年") : -1; /* 大灾之年|粮食产量 */
    if (year > 0 && (gsize)year <= strlen("某某某某") && (gsize)year + strlen("之年") < phrase.len)
      n = (gsize)year + strlen("之年");
    gssize body = n == 0 && jb_slice_starts(phrase, "提请") ? jb_slice_find(phrase, "常委会") : -1;
    if (body > 0 && (gsize)body <= 36) /* 提请市人大常委会|审议地方性法规 */
      n = (gsize)body + strlen("常委会");
    if (n == 0 && (n = jb_opener_len(phrase)) > 0) /* 省下达|的|任务 */
      n += jb_slice_starts(jb_slice_sub(phrase, n, phrase.len), "的") ? strlen("的") : 0;
    again = n > 0 && n < phrase.len;
    if (n == phrase.len)
      return jb_slice_sub(phrase, n, n);
    phrase = jb_slice_sub(phrase, n, phrase.len);
  }
  return jb_phrase_clean_end(phrase);
}

JbSlice
jb_phrase_clean_end(JbSlice phrase)
{
  static const char *const ends[] = {"的", "、", "和", "及", "与", "等", "：", "了", "，", "数为", "（", "较"};
  static const char *const joints[] = {"和", "及", "与"};
  for (gsize n; (n = jb_match_end(phrase, ends, G_N_ELEMENTS(ends))) > 0; phrase = cut_end(phrase, n))
    if (jb_match_end(phrase, joints, G_N_ELEMENTS(joints)) > 0 && jb_joint_at(phrase, phrase.len - n) == 0)
      break; /* 涉及, 参与 */
  return phrase;
}
