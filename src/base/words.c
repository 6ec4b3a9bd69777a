/* SPDX-License-Identifier: Apache-2.0 */
#include "base/words.h"

#include <string.h>

gsize
jb_match_any(JbSlice text, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (jb_slice_starts(text, words[i]))
      return strlen(words[i]);
  return 0;
}

gsize
jb_match_end(JbSlice text, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++) {
    gsize len = strlen(words[i]);
    if (text.len >= len && text.at[text.len - 1] == words[i][len - 1] &&
        memcmp(text.at + text.len - len, words[i], len) == 0)
      return len;
  }
  return 0;
}

gboolean
jb_is_any(JbSlice text, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (jb_slice_equal(text, jb_slice(words[i])))
      return TRUE;
  return FALSE;
}

gboolean
jb_has_any(JbSlice text, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (jb_slice_find(text, words[i]) >= 0)
      return TRUE;
  return FALSE;
}
