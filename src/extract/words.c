/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/words.h"

#include "base/utf8.h"

#include <string.h>

const JbWord *
jb_word_before(JbSlice text)
{
  const JbWord *best = NULL;
  gsize best_len = 0;
  if (text.len < 3)
    return NULL;
  for (guint i = 0; jb_words_before[i].zh != NULL; i++) {
    gsize len = strlen(jb_words_before[i].zh);
    if (len > best_len && len <= text.len && text.at[text.len - 1] == jb_words_before[i].zh[len - 1] &&
        jb_slice_ends(text, jb_words_before[i].zh)) {
      best = &jb_words_before[i];
      best_len = len;
    }
  }
  return best;
}

const JbVerb *
jb_verb_at(JbSlice text)
{
  const JbVerb *best = NULL;
  gsize best_len = 0;
  if (text.len < 3)
    return NULL;
  for (guint i = 0; jb_verbs[i].zh != NULL; i++) {
    if (jb_verbs[i].zh[0] != text.at[0] || jb_verbs[i].zh[1] != text.at[1] || jb_verbs[i].zh[2] != text.at[2] ||
        !jb_slice_starts(text, jb_verbs[i].zh))
      continue;
    gsize len = strlen(jb_verbs[i].zh);
    if (len > best_len) {
      best = &jb_verbs[i];
      best_len = len;
    }
  }
  return best;
}

const JbVerb *
jb_verb_before(JbSlice text)
{
  const JbVerb *best = NULL;
  gsize best_len = 0;
  for (guint i = 0; jb_verbs[i].zh != NULL; i++) {
    gsize len = strlen(jb_verbs[i].zh);
    if (len > best_len && len >= strlen("建设") && jb_slice_ends(text, jb_verbs[i].zh)) {
      best = &jb_verbs[i];
      best_len = len;
    }
  }
  return best;
}

gsize
jb_inner_verb_at(JbSlice text)
{
  for (gsize i = 0; i < text.len; i++) {
    const JbVerb *verb = ((guchar)text.at[i] & 0xC0) != 0x80 ? jb_verb_at(jb_slice_sub(text, i, text.len)) : NULL;
    if (verb != NULL && strlen(verb->zh) >= strlen("建设"))
      return i;
  }
  return text.len;
}
