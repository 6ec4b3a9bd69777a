/* SPDX-License-Identifier: Apache-2.0 */
/* Signs that a name was not understood. Found by reading hundreds of composed names one by one. */
#include "wording/doubts.h"

#include "base/words.h"

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

guint
jb_count_verbs(const JbTokens *tokens)
{
  guint n = 0;
  for (guint i = 0; i < tokens->n; i++)
    n += tokens->tokens[i].class == JB_WORD_CLASS_VERB;
  return n;
}

/* Nine words in a row with nothing to join them: nobody writes so. */
gboolean
jb_is_pile(const char *text)
{
  enum { LEAST = 10 };
  static const char *const links[] = {" of ", " in ", " and ", " for ", " at ", " with ", " per ",
                                      " to ", " by ", " on ",  " or ",  " as ", " from "};
  guint n = 1;
  if (jb_has_any(jb_slice(text), links, G_N_ELEMENTS(links)))
    return FALSE;
  for (; *text != '\0'; text++)
    n += *text == ' ';
  return n >= LEAST;
}

typedef struct {
  const char *at;
  gsize len, stem; /* stem: without the s of a plural */
} Word;

static Word
take_word(const char **at)
{
  Word word = {.at = *at, .len = strcspn(*at, " ")};
  word.stem = word.len > 1 && word.at[word.len - 1] == 's' ? word.len - 1 : word.len;
  *at += word.len + (word.at[word.len] == ' ');
  return word;
}

static gboolean
is_same(const Word *a, const Word *b)
{
  return a->stem == b->stem && g_ascii_strncasecmp(a->at, b->at, a->stem) == 0;
}

/* elderly care service service stations: two words of Chinese end and begin with the same one of English. */
const char *
jb_without_echo(JbArena *arena, const char *text)
{
  enum { LEAST = 3 };
  char *out = jb_arena_alloc(arena, strlen(text) + 1), *to = out, *last = out;
  Word before = {0};
  while (*text != '\0') {
    Word word = take_word(&text);
    gboolean is_name = before.stem > 0 && g_ascii_isupper(*before.at) && !g_ascii_isupper(*word.at); /* … Road roads */
    if (before.stem >= LEAST && !is_name && is_same(&before, &word))
      to = last;
    else if (to > out)
      *to++ = ' ';
    last = to;
    memcpy(to, word.at, word.len);
    to += word.len;
    before = word;
  }
  *to = '\0';
  return out;
}

static gboolean
is_link(const Word *word)
{
  static const char *const links[] = {"of", "in", "for", "with", "at", "on", "worth", "per", "under", "to"};
  return jb_is_any((JbSlice){.at = word->at, .len = word->len}, links, G_N_ELEMENTS(links));
}

/* registration and registration: what stands before "and" ends as what stands behind it begins. */
static gboolean
joins_itself(const char *text)
{
  static const char and[] = " and ";
  static const char *const tells[] = {" of the", " with ", " quoted", " homes",
                                      " approved"}; /* industries of the future */
  for (const char *at = strstr(text, and); at != NULL; at = strstr(at + 1, and)) {
    const char *right = at + strlen(and);
    for (const char *left = text; left != NULL && left < at; left = strchr(left, ' ')) {
      left += *left == ' ';
      gsize len = left < at ? (gsize)(at - left) : 0;
      if (len > 3 && g_ascii_strncasecmp(left, right, len) == 0 && (right[len] == ' ' || right[len] == '\0') &&
          jb_match_any(jb_slice(right + len), tells, G_N_ELEMENTS(tells)) == 0 &&
          (left == text || !g_str_has_prefix(right + len, " of "))) /* security projects and projects of trade-ins */
        return TRUE;
    }
  }
  return FALSE;
}

/*
 * A word that comes twice in one phrase (project list projects), or two heads that are the same (villages of beautiful
 * villages), show that the Chinese was not understood. Total investment in investment projects is none of these.
 */
gboolean
jb_repeats_itself(const char *text)
{
  enum { LEAST = 5, MOST = 24 };
  Word words[MOST], head = {0};
  guint n = 0;
  for (const char *at = strchr(text, ' '); at != NULL; at = strchr(at + 1, ' ')) { /* urban urban */
    const char *before = at;
    while (before > text && before[-1] != ' ')
      before--;
    gsize len = (gsize)(at - before);
    if (len > 2 && strncmp(before, at + 1, len) == 0 && (at[1 + len] == ' ' || at[1 + len] == '\0'))
      return TRUE;
  }
  if (joins_itself(text))
    return TRUE;
  static const char *const parts[] = {" and ", "share of", ", ", " among ", " shortlisted for ", " by "};
  if (jb_has_any(jb_slice(text), parts, G_N_ELEMENTS(parts))) /* two phrases, and each may have the word */
    return FALSE;
  while (*text != '\0' && n < MOST) {
    Word word = take_word(&text);
    if (is_link(&word)) {
      if (n > 0 && head.stem >= LEAST && is_same(&head, &words[n - 1]))
        return TRUE;
      head = n > 0 ? words[n - 1] : head;
      n = 0;
      continue;
    }
    for (guint i = 0; word.stem >= LEAST && i < n; i++)
      if (is_same(&words[i], &word))
        return TRUE;
    words[n++] = word;
  }
  for (guint i = 0; head.stem >= LEAST && i < n; i++) /* its head, with a participle behind it or without */
    if (is_same(&head, &words[i]) && i + 2 >= n)
      return TRUE;
  return FALSE;
}

/* 达到海绵城市要求建成区: what reached it comes last, and no rule here finds it. */
gboolean
jb_opens_with_goal(const JbTokens *tokens)
{
  static const char *const words[] = {"达到", "达", "超过", "超"};
  if (tokens->n > 0 && jb_is_any(tokens->tokens[0].zh, words, G_N_ELEMENTS(words)))
    return TRUE;
  for (guint i = 1; i + 1 < tokens->n; i++) /* 建成区达到海绵城市标准: nor inside */
    if (jb_slice_is(tokens->tokens[i].zh, "达到"))
      return TRUE;
  return FALSE;
}
