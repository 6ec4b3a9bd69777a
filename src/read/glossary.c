/* SPDX-License-Identifier: Apache-2.0 */
#include "read/glossary.h"

#include "base/utf8.h"
#include "base/words.h"

#include <string.h>

#define HEADING_CHARS 30
#define TERM_CHARS    40 /* what is explained is a name, not a sentence */

gboolean
jb_is_glossary_heading(JbSlice text)
{
  static const char *const words[] = {"名词解释", "用语解释", "词语解释", "名词注释", "名词注解", "名词说明",
                                      "用语说明", "专业名词", "相关名词", "术语解释", "词语注释"};
  static const char *const alone[] = {"注释", "注释："};
  gboolean is_short = jb_utf8_head(text, HEADING_CHARS).len == text.len;
  gboolean of_report = jb_slice_starts(text, "《") && jb_slice_ends(text, "》注释");
  return is_short &&
         (of_report || jb_has_any(text, words, G_N_ELEMENTS(words)) || jb_is_any(text, alone, G_N_ELEMENTS(alone)));
}

/* Bytes of a note's number: [3] ［3］ 【3】 with `*bracketed`, or 12. 12、 ; 0 when there is none. */
static gsize
note_number(JbSlice text, gboolean *bracketed)
{
  static const char *const opens[] = {"[", "［", "【"}, *const closes[] = {"]", "］", "】"};
  static const char *const points[] = {".", "．", "、"};
  gsize open = jb_match_any(text, opens, G_N_ELEMENTS(opens)), n = open;
  while (n < text.len && g_ascii_isdigit(text.at[n]))
    n++;
  JbSlice rest = jb_slice_sub(text, n, text.len);
  gsize end = open > 0 ? jb_match_any(rest, closes, G_N_ELEMENTS(closes))
                       : jb_match_any(rest, points, G_N_ELEMENTS(points));
  *bracketed = open > 0 && n > open && end > 0;
  return n > open && end > 0 ? n + end : 0;
}

gboolean
jb_is_definition(JbSlice text)
{
  static const char *const marks[] = {"：", ":", "】"}, *const stops[] = {"。", "，", "；"};
  static const char *const opens[] = {"指", "是指", "即", "：指", "：是指", "：即", "：是"};
  gboolean bracketed = FALSE;
  text = jb_slice_sub(text, note_number(text, &bracketed), text.len);
  JbSlice head = jb_utf8_head(text, TERM_CHARS);
  for (gsize at = 0; at < head.len; at += jb_utf8_len(head.at[at])) {
    JbSlice rest = jb_slice_sub(text, at, text.len);
    gsize mark = jb_match_any(rest, marks, G_N_ELEMENTS(marks));
    if (jb_match_any(rest, stops, G_N_ELEMENTS(stops)) > 0)
      return FALSE;
    if (mark == 0 || at == 0)
      continue;
    rest = jb_slice_sub(rest, mark, rest.len);
    return bracketed || (jb_match_any(rest, opens, G_N_ELEMENTS(opens)) > 0 && !jb_slice_starts(rest, "即将"));
  }
  return FALSE;
}
