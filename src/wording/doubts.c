/* SPDX-License-Identifier: Apache-2.0 */
/* Signs that a name was not understood. Found by reading hundreds of composed names one by one. */
#include "wording/doubts.h"

#include <string.h>

/*
 * How much there is to put in order; members of lists, the two sides of a share
 * and of a preposition are easy. Of names of five words,
 * read one by one, half were wrong.
 */
guint
jb_content_words(const JbTokens *tokens)
{
  guint n = 0, lists = 0;
  for (guint i = 0; i < tokens->n; i++) {
    JbWordClass class = tokens->tokens[i].class;
    lists += class == JB_WORD_CLASS_AND || class == JB_WORD_CLASS_POST;
    lists += class == JB_WORD_CLASS_SHARE ? 4 : class == JB_WORD_CLASS_PREPOSITION ? 2 : 0;
    n += class != JB_WORD_CLASS_DROP && class != JB_WORD_CLASS_AND && class != JB_WORD_CLASS_DE;
  }
  return n - MIN(n, lists);
}

/* Eight words in a row with nothing to join them: nobody writes so. */
gboolean
jb_is_pile(const char *text)
{
  enum { LEAST = 8 };
  static const char *const links[] = {" of ", " in ", " and ", " for ", " at ", " with ", " per ",
                                      " to ", " by ", " on ",  " or ",  " as ", " from "};
  guint n = 1;
  for (gsize i = 0; i < G_N_ELEMENTS(links); i++)
    if (strstr(text, links[i]) != NULL)
      return FALSE;
  for (; *text != '\0'; text++)
    n += *text == ' ';
  return n >= LEAST;
}

/* A word that comes twice (villages of beautiful villages) shows that the Chinese was not understood. */
gboolean
jb_repeats_itself(const char *text)
{
  enum { LEAST = 5, MOST = 24 };
  const char *words[MOST];
  gsize lens[MOST];
  guint n = 0;
  static const char *const parts[] = {" and ", "share of", ", ", " among ", " shortlisted for ", " by "};
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) /* two phrases, and each may have the word */
    if (strstr(text, parts[i]) != NULL)
      return FALSE;
  for (const char *at = text; *at != '\0' && n < MOST;) {
    gsize len = strcspn(at, " ");
    gsize stem = len > 0 && at[len - 1] == 's' ? len - 1 : len;
    if (n > 0 && stem > 2 && lens[n - 1] == stem && g_ascii_strncasecmp(words[n - 1], at, stem) == 0)
      return TRUE; /* zone zones */
    for (guint i = 0; stem >= LEAST && i < n; i++)
      if (lens[i] == stem && g_ascii_strncasecmp(words[i], at, stem) == 0)
        return TRUE;
    words[n] = at;
    lens[n++] = stem;
    at += len + (at[len] == ' ');
  }
  return FALSE;
}

/* 达到海绵城市要求建成区: what reached it comes last, and no rule here finds it. */
gboolean
jb_opens_with_goal(const JbTokens *tokens)
{
  static const char *const words[] = {"达到", "达", "超过", "超"};
  for (gsize i = 0; tokens->n > 0 && i < G_N_ELEMENTS(words); i++)
    if (jb_slice_equal(tokens->tokens[0].zh, jb_slice(words[i])))
      return TRUE;
  for (guint i = 1; i + 1 < tokens->n; i++) /* 建成区达到海绵城市标准: nor inside */
    if (jb_slice_equal(tokens->tokens[i].zh, jb_slice("达到")))
      return TRUE;
  return FALSE;
}
