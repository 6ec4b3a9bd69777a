/* SPDX-License-Identifier: Apache-2.0 */
/* What of the words before a number is its own: not what was told before the last 、, nor who did it. */
#include "base/utf8.h"
#include "base/words.h"
#include "extract/item.h"

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
  for (gsize at = subject.len; at-- > strlen("某");) {
    gsize n = jb_match_any(jb_slice_sub(subject, at, subject.len), done, G_N_ELEMENTS(done));
    if (n > 0 && at + n < subject.len)
      return jb_slice_sub(subject, at + n, subject.len);
  }
  return subject;
}

JbSlice
jb_left_done(JbSlice subject)
{
  return behind_completed(behind_ba(subject));
}
