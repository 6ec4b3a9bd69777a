/* SPDX-License-Identifier: Apache-2.0 */
/* What money is for, told behind its amount: 投入1.6亿元改善农村学生营养, 安排资金2亿元，办好30件民生实事. */
#include "base/utf8.h"
#include "base/words.h"
#include "extract/item.h"
#include "extract/quantity.h"

#include <string.h>

/* What only says that money is spent. */
static const char *const light[] = {"主要用于", "重点用于", "集中用于", "全部用于", "用于", "实施了", "实施", "支持",
                                    "办好",     "兴办",     "推进",     "保障",     "开展", "加快",   "完成", "继续",
                                    "加强",     "重点",     "集中",     "全面",     "大力", "深入",   "解决", "办成"};
/* What begins such a clause behind a comma. */
static const char *const spends[] = {"实施", "用于", "支持",     "办好",     "兴办", "推进", "开展",
                                     "完善", "扶持", "主要用于", "重点用于", "改善", "保障"};

/* A number with its measure word, or a slogan with one: 30件|民生实事, “28+10”项|民生实事. Bytes. */
static gsize
count_at(JbSlice text)
{
  static const char *const vague[] = {"多", "余", "万", "个以上"};
  gsize n = jb_figures(text, 0);
  gssize close = jb_slice_starts(text, "“") ? jb_slice_find(text, "”") : -1;
  if (close > 0 && (jb_slice_starts(jb_slice_sub(text, (gsize)close + strlen("”"), text.len), "项") ||
                    jb_slice_starts(jb_slice_sub(text, (gsize)close + strlen("”"), text.len), "件")))
    return (gsize)close + strlen("”项");
  if (n == 0)
    return 0;
  n += jb_match_any(jb_slice_sub(text, n, text.len), vague, G_N_ELEMENTS(vague));
  const JbUnit *unit = jb_unit_match(jb_slice_sub(text, n, text.len));
  return n + (unit != NULL ? strlen(unit->zh) : 0);
}

const char *
jb_name_by_purpose(const JbBinder *b, const JbSentence *state, const JbItem *item)
{
  static const char *const money[] = {"投入", "投资", "资金", "投入资金", "安排资金", "筹集资金", "统筹资金", "安排"};
  static const char *const ends[] = {"，", "。", "；", "、", "（", "！", "：", ","};
  JbSlice subject = item->lead.subject, text = b->block->text;
  if (!jb_is_money(item->q) || !jb_is_any(subject, money, G_N_ELEMENTS(money)) || jb_has(item->clause, "完成") ||
      item->lead.change != JB_WORD_NONE)
    return NULL;
  gsize end = state->start + state->sentence.len;
  JbSlice rest = jb_slice_sub(text, MIN(item->q->tail, end), end);
  gboolean behind_comma = jb_slice_starts(rest, "，");
  if (behind_comma && state->last_end != NULL && state->last_end > item->clause.at) /* 项目97个、投资20亿元，… */
    return NULL;
  static const char *const ways[] = {"大力", "全面", "深入", "重点", "继续"};
  rest = jb_slice_sub(rest, behind_comma ? strlen("，") : 0, rest.len);
  rest = jb_slice_sub(rest, jb_match_any(rest, ways, G_N_ELEMENTS(ways)), rest.len);
  if (behind_comma ? jb_match_any(rest, spends, G_N_ELEMENTS(spends)) == 0
                   : jb_verb_at(rest) == NULL && jb_match_any(rest, light, G_N_ELEMENTS(light)) == 0 &&
                         jb_match_any(rest, spends, G_N_ELEMENTS(spends)) == 0)
    return NULL;
  for (gsize n; (n = jb_match_any(rest, light, G_N_ELEMENTS(light))) > 0;)
    rest = jb_slice_sub(rest, n, rest.len);
  rest = jb_slice_sub(rest, count_at(rest), rest.len);
  gsize to = 0;
  while (to < rest.len && !g_ascii_isdigit(rest.at[to]) &&
         jb_match_any(jb_slice_sub(rest, to, rest.len), ends, G_N_ELEMENTS(ends)) == 0)
    to++;
  /* where a list or a figure goes on, only what closes by itself: 供水工程、…, but not 与知名高校、… */
  static const char *const closed[] = {"项目", "工程", "建设", "改造", "行动", "计划", "治理",
                                       "提升", "搬迁", "整治", "实事", "”",    "资金"};
  JbSlice purpose = jb_phrase_clean(jb_slice_sub(rest, 0, to));
  gboolean goes_on = to < rest.len &&
                     (g_ascii_isdigit(rest.at[to]) || jb_slice_starts(jb_slice_sub(rest, to, rest.len), "、"));
  if (goes_on && jb_match_end(purpose, closed, G_N_ELEMENTS(closed)) == 0 && jb_verb_at(purpose) == NULL)
    return NULL;
  gsize chars = jb_utf8_count(purpose);
  if (chars < 3 || chars > 16 || jb_verb_phrase(purpose).object.len == 0)
    return NULL;
  const char *kind = jb_slice_starts(subject, "投入") || jb_slice_starts(subject, "投资") ? "投入" : "资金";
  kind = jb_slice_is(subject, "投资") ? "投资" : kind;
  return jb_arena_printf(b->arena, "%.*s%s", (int)purpose.len, purpose.at, kind);
}
