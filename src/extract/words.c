/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/words.h"

#include "base/utf8.h"
#include "base/words.h"

#include <string.h>

#define HAN ((gsize)3) /* bytes of a Chinese character */

const JbWord *
jb_word_before(JbSlice text)
{
  const JbWord *best = NULL;
  if (text.len < HAN)
    return NULL;
  const char *end = text.at + text.len;
  for (const JbWord *word = jb_words_before; word->zh != NULL; word++) {
    const char *word_end = word->zh + word->len;
    if (end[-1] == word_end[-1] && end[-2] == word_end[-2] && word->len <= text.len &&
        (best == NULL || word->len > best->len) && memcmp(end - word->len, word->zh, word->len) == 0)
      best = word;
  }
  return best;
}

gsize
jb_way_before(JbSlice text)
{
  static const char *const marks[] = {"到", "至", "为"};
  gsize mark = jb_match_end(text, marks, G_N_ELEMENTS(marks)), longest = 0;
  JbSlice before = jb_slice_sub(text, 0, text.len - mark);
  for (guint i = 0; mark > 0 && jb_way_verbs[i] != NULL; i++)
    if (jb_slice_ends(before, jb_way_verbs[i]))
      longest = MAX(longest, strlen(jb_way_verbs[i]) + mark);
  return longest;
}

const JbVerb *
jb_verb_at(JbSlice text)
{
  const JbVerb *best = NULL;
  if (text.len < HAN)
    return NULL;
  for (const JbVerb *verb = jb_verbs; verb->zh != NULL; verb++)
    if (verb->zh[2] == text.at[2] && verb->zh[1] == text.at[1] && verb->len <= text.len &&
        (best == NULL || verb->len > best->len) && memcmp(text.at, verb->zh, verb->len) == 0)
      best = verb;
  /* 增加值, 签约额 and 建成区 are nouns */
  static const char *const nouns[] = {"值", "额", "量"};
  if (best == NULL || (jb_slice_starts(text, "建成区") && !jb_slice_starts(text, "建成区域")))
    return NULL;
  return jb_match_any(jb_slice_sub(text, best->len, text.len), nouns, G_N_ELEMENTS(nouns)) == 0 ? best : NULL;
}

const JbVerb *
jb_verb_before(JbSlice text)
{
  const JbVerb *best = NULL;
  if (text.len < 2 * HAN)
    return NULL;
  const char *end = text.at + text.len;
  for (const JbVerb *verb = jb_verbs; verb->zh != NULL; verb++)
    if (verb->len >= 2 * HAN && verb->len <= text.len && end[-1] == verb->zh[verb->len - 1] &&
        (best == NULL || verb->len > best->len) && memcmp(end - verb->len, verb->zh, verb->len) == 0)
      best = verb;
  return best;
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
