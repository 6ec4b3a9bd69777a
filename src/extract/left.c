/* SPDX-License-Identifier: Apache-2.0 */
/* What of the words before a number is its own: not what was told before the last 、, nor who did it. */
#include "base/utf8.h"
#include "base/words.h"
#include "extract/item.h"
#include "extract/period.h"

#include <string.h>

/* Has all been said where `before` ends? 增速居全省第二|、…, 服务全覆盖|、… */
static gboolean
is_told(JbSlice before)
{
  static const char *const ends[] = {"首位", "前列", "榜首", "前茅", "全覆盖", "全达标", "清零", "翻番"};
  static const char *const places[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  static const char *const ranked[] = {"全国第", "全省第", "全区第", "全市第", "全球第", "世界第",
                                       "城市第", "居第",   "列第",   "位第",   "排第",   "排名第"};
  gsize place = jb_match_end(before, places, G_N_ELEMENTS(places));
  while (place < before.len && g_ascii_isdigit(before.at[before.len - place - 1]))
    place++;
  return jb_match_end(before, ends, G_N_ELEMENTS(ends)) > 0 ||
         (place > 0 && jb_match_end(jb_slice_sub(before, 0, before.len - place), ranked, G_N_ELEMENTS(ranked)) > 0);
}

/* Is this a thing done, with its verb? 推出舞剧作品|、打造旅游线路 are two, 改造、新建学校 is one, and so is what a
 * light verb leads: 实施场地建设、改造项目. */
static gboolean
is_deed(JbSlice phrase, gboolean is_last)
{
  static const char *const modifiers[] = {"绿化", "新建", "建设", "改造",   "运行",
                                          "保护", "规划", "治理", "改扩建", "补贴"};
  static const char *const closed[] = {"行动", "工程", "计划", "项目", "试点", "活动", "任务", "政策"};
  static const char *const joints[] = {"、", "和", "及", "与", "或"};
  JbVerbPhrase own = jb_verb_phrase(is_last ? phrase : jb_phrase_clean(phrase));
  if (own.verb.len < strlen("打造") || jb_match_any(own.object, joints, G_N_ELEMENTS(joints)) > 0)
    return FALSE;
  if (is_last)
    return !own.is_light && jb_utf8_count(own.object) >= 2 &&
           !jb_is_any(own.verb, modifiers, G_N_ELEMENTS(modifiers)) && !jb_has(own.object, "的");
  return jb_utf8_count(own.object) >= 4 &&
         (!own.is_light || jb_match_end(own.object, closed, G_N_ELEMENTS(closed)) > 0);
}

/* What of the words before a number is its own: behind the last 、 that ends what was told before. */
JbSlice
jb_left_own(JbSlice left)
{
  static const char *const shared[] = {"等", "各", "分别", "均"}; /* the list has one head or one tail */
  if (!jb_has(left, "、"))
    return left;
  gboolean may_part = !jb_has_any(left, shared, G_N_ELEMENTS(shared));
  gsize own = 0, depth = 0;
  for (gsize at = 0; at < left.len; at += jb_utf8_len(left.at[at])) {
    JbSlice rest = jb_slice_sub(left, at, left.len);
    depth += jb_slice_starts(rest, "（") || jb_slice_starts(rest, "“");
    if (depth > 0 && (jb_slice_starts(rest, "）") || jb_slice_starts(rest, "”")))
      depth--;
    if (depth > 0 || at == own || !jb_slice_starts(rest, "、"))
      continue;
    JbSlice before = jb_slice_sub(left, own, at), after = jb_slice_sub(rest, strlen("、"), rest.len);
    gboolean parts = is_told(before) || (may_part && is_deed(before, FALSE) && is_deed(after, TRUE));
    if (parts && jb_lead_parse(after).subject.len > 0)
      own = at + strlen("、");
  }
  return jb_slice_sub(left, own, left.len);
}

/* 市政府|把生产总值增长目标确定为6.5%: what is done with it stands behind 把. */
static JbSlice
behind_ba(JbSlice subject)
{
  static const char *const words[] = {"握", "关", "手", "脉"};
  gssize at = jb_slice_find(subject, "把");
  JbSlice rest = jb_slice_sub(subject, at >= 0 ? (gsize)at + strlen("把") : 0, subject.len);
  return at > 0 && jb_match_any(rest, words, G_N_ELEMENTS(words)) == 0 ? rest : subject;
}

/* 各方配合|基本完成|精简机构: what was done stands behind the last 完成 that a manner leads. */
static JbSlice
behind_completed(JbSlice subject)
{
  static const char *const done[] = {"基本完成", "全面完成", "顺利完成", "圆满完成",
                                     "超额完成", "如期完成", "提前完成"};
  for (gsize at = jb_has(subject, "完成") ? subject.len : 0; at-- > strlen("某");) {
    gsize n = jb_match_any(jb_slice_sub(subject, at, subject.len), done, G_N_ELEMENTS(done));
    if (n > 0 && at + n < subject.len)
      return jb_slice_sub(subject, at + n, subject.len);
  }
  return subject;
}

/* Where a deed stands, whom it is done with or what for: 围绕民生|提出指标, 在主城区|新建公厕, 与京津合作|开展项目; and
 * who tells of it: 市委、市政府|出台措施. What was done stands behind the first verb; 在蓉投资的|企业 is no deed. */
static JbSlice
behind_frame(JbSlice subject)
{
  static const char *const frames[] = {"在",   "围绕", "与",   "按照", "依托", "聚焦", "针对", "结合",
                                       "根据", "面向", "立足", "对照", "瞄准", "着眼", "适应", "同"};
  static const char *const deeds[] = {"共建", "建设", "开展", "设立", "成立", "建立", "组建"};
  static const char *const words[] = {"同比", "同步", "同城", "同等"};
  static const char *const actors[] = {"市委、市政府", "市委市政府", "省委、省政府", "省委省政府", "区委、区政府",
                                       "市政府",       "省政府",     "区政府",       "我们"};
  gsize actor = jb_match_any(subject, actors, G_N_ELEMENTS(actors));
  JbSlice acted = jb_slice_sub(subject, actor, subject.len);
  if (actor > 0 && (jb_verb_at(acted) != NULL || jb_match_any(acted, frames, G_N_ELEMENTS(frames)) > 0))
    subject = acted;
  gsize frame = jb_match_any(subject, frames, G_N_ELEMENTS(frames));
  /* （与）周边城市合作|共建载体: a joint at its head is gone already */
  gssize with = subject.len >= strlen("某某合作共建某某") ? jb_slice_find(subject, "合作") : -1;
  JbSlice together = jb_slice_sub(subject, with > 0 ? (gsize)with + strlen("合作") : 0, subject.len);
  if (with > 0 && jb_match_any(together, deeds, G_N_ELEMENTS(deeds)) > 0 &&
      jb_utf8_count(jb_verb_phrase(together).object) >= 2)
    return together;
  gboolean is_word = jb_match_any(subject, words, G_N_ELEMENTS(words)) > 0 ||
                     (jb_slice_starts(subject, "在") && !jb_is_place_frame(subject));
  if (frame == 0 || is_word)
    return subject;
  JbSlice rest = jb_slice_sub(subject, frame, subject.len);
  gsize at = jb_inner_verb_at(rest);
  JbVerbPhrase deed = jb_verb_phrase(jb_slice_sub(rest, at, rest.len));
  gboolean noun = jb_slice_starts(deed.object, "机构") || jb_slice_is(deed.verb, "涉及"); /* 国际|组织机构 */
  gboolean is_deed = at >= strlen("某某") && deed.verb.len > 0 && jb_utf8_count(deed.object) >= 2 && !noun &&
                     !jb_has(deed.object, "的") && !jb_has(jb_slice_sub(rest, 0, at), "占");
  return is_deed ? jb_slice_sub(rest, at, rest.len) : subject;
}

/* 《纲要》提出|2025年粮食产量, …明确|到2030年…: what was said begins with its date. */
static JbSlice
behind_saying(JbSlice subject)
{
  static const char *const sayings[] = {"提出", "明确", "要求", "确定", "规划"};
  static const char *const untils[] = {"到", "至"};
  gboolean may_say = subject.len >= strlen("《某某》提出今后五年某某");
  for (guint i = 0; i < G_N_ELEMENTS(sayings) && may_say; i++) {
    gssize at = jb_slice_find(subject, sayings[i]);
    if (at < 0)
      continue;
    JbSlice said = jb_slice_sub(subject, (gsize)at + strlen(sayings[i]), subject.len);
    said = jb_slice_sub(said, jb_match_any(said, untils, G_N_ELEMENTS(untils)), said.len);
    gsize date = jb_date_len(said);
    if (date > 0 && date < said.len)
      return jb_slice_sub(said, date, said.len);
  }
  return subject;
}

JbSlice
jb_left_done(JbSlice subject)
{
  return behind_frame(behind_saying(behind_completed(behind_ba(subject))));
}
