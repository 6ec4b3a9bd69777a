/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/words.h"

#include "base/utf8.h"
#include "base/words.h"

#include <string.h>

#define HAN ((gsize)3) /* bytes of a Chinese character */

const JbWord *
jb_word_before(JbSlice text)
{
  static JbWordIndex words = JB_INDEX_BY_END(jb_words_before);
  gsize len;
  return jb_index_longest(&words, text, &len);
}

gsize
jb_way_before(JbSlice text)
{
  static const char *const marks[] = {"到", "至", "为"};
  static JbWordIndex verbs = JB_INDEX_BY_END(jb_way_verbs);
  gsize mark = jb_match_end(text, marks, G_N_ELEMENTS(marks)), verb = 0;
  if (mark > 0)
    jb_index_longest(&verbs, jb_slice_sub(text, 0, text.len - mark), &verb);
  return verb > 0 ? verb + mark : 0;
}

const JbVerb *
jb_verb_at(JbSlice text)
{
  static JbWordIndex verbs = JB_INDEX_TO_NULL(jb_verbs);
  gsize len;
  const JbVerb *best = jb_index_longest(&verbs, text, &len);
  /* 增加值, 签约额 and 建成区 are nouns */
  static const char *const nouns[] = {"值", "额", "量"}, *const tools[] = {"器械", "器材", "器具"};
  static const char *const things[] = {"运营里程", "运营总里程", "运营管理", "运营线路", "运营收入"};
  if (best == NULL || jb_slice_starts(text, "为民") || jb_match_any(text, things, G_N_ELEMENTS(things)) > 0 ||
      (jb_slice_starts(text, "建成区") && !jb_slice_starts(text, "建成区域")))
    return NULL;
  JbSlice rest = jb_slice_sub(text, best->len, text.len);
  if (jb_slice_starts(rest, "器") && jb_match_any(rest, tools, G_N_ELEMENTS(tools)) == 0)
    return NULL; /* 孵化器 */
  return jb_match_any(rest, nouns, G_N_ELEMENTS(nouns)) == 0 ? best : NULL;
}

const JbVerb *
jb_verb_before(JbSlice text)
{
  static JbWordIndex verbs = JB_INDEX_BY_END(jb_verbs);
  gsize len;
  const JbVerb *best = jb_index_longest(&verbs, text, &len);
  return len >= 2 * HAN ? best : NULL;
}

gsize
jb_inner_verb_at(JbSlice text)
{
  gboolean quoted = FALSE; /* what stands in quotation marks is a name */
  for (gsize i = 0; i < text.len; i++) {
    quoted = quoted ? !jb_slice_starts(jb_slice_sub(text, i, text.len), "”")
                    : jb_slice_starts(jb_slice_sub(text, i, text.len), "“");
    const JbVerb *verb = !quoted && ((guchar)text.at[i] & 0xC0) != 0x80 ? jb_verb_at(jb_slice_sub(text, i, text.len))
                                                                        : NULL;
    if (verb != NULL && verb->len >= 2 * HAN)
      return i;
  }
  return text.len;
}
