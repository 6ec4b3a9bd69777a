/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Composition: a name that no table has, put together from its words.
 *
 * segment.c cuts the name, merge.c reads its words beside each other, phrase.c and nouns.c build noun phrases, acts.c
 * finds what was done, clause.c puts both together and relations.c whoever else has a part in it; parts.c sets one thing
 * against another. Here they are asked in turn, and doubts.c says what is left alone.
 * 改造提升老旧小区 is verbs and an object (Old urban residential communities renovated and upgraded), 老旧小区改造 an
 * act (Renovation of …), 产业增加值占生产总值比重 a share. Whatever the rules do not cover has no name: a wrong one is
 * worse than none.
 */
#include "wording/compose.h"

#include "wording/clause.h"
#include "wording/doubts.h"
#include "wording/merge.h"
#include "wording/parts.h"
#include "wording/purposes.h"

#include <string.h>

enum { MOST_WORDS = 6 };

/* Words that are not known; NULL when there are none. */
static const char *
list_unknown(JbArena *arena, const JbTokens *tokens)
{
  const char *text = NULL;
  for (guint i = 0; i < tokens->n; i++) {
    JbWordClass class = tokens->tokens[i].class;
    if (class != JB_WORD_CLASS_UNKNOWN && class != JB_WORD_CLASS_STOP)
      continue;
    const char *zh = jb_arena_copy(arena, tokens->tokens[i].zh.at, tokens->tokens[i].zh.len);
    text = text == NULL ? zh : jb_arena_printf(arena, "%s,%s", text, zh);
  }
  return text;
}

const char *
jb_compose(JbArena *arena, const JbGlossary *glossary, const char *zh, const char **unknown)
{
  JbTokens tokens = jb_segment(arena, glossary, zh);
  JbComposer composer = {.arena = arena, .tokens = tokens.tokens};
  jb_read_words(&composer, &tokens);
  const char *given = jb_against(&composer, (JbRange){.from = 0, .to = tokens.n});
  const char *missing = given == NULL ? list_unknown(arena, &tokens) : NULL;
  if (unknown != NULL)
    *unknown = missing != NULL ? missing : "";
  if (missing != NULL || jb_content_words(&tokens) + (jb_count_verbs(&tokens) > 1) > MOST_WORDS)
    return NULL; /* with two verbs, half of the names of six words were wrong */
  const char *up_to = jb_standard_clause(&composer, (JbRange){.from = 0, .to = tokens.n});
  if (up_to == NULL && jb_opens_with_goal(&tokens))
    return NULL;
  if (up_to != NULL)
    given = up_to;
  jb_merge_names(&composer, &tokens);
  JbRange all = {.from = 0, .to = tokens.n};
  guint at = all.from;
  while (at < all.to && tokens.tokens[at].class != JB_WORD_CLASS_SHARE)
    at++;
  const char *text = given != NULL ? given : at < all.to ? jb_share(&composer, all, at) : jb_clauses(&composer, all);
  if (text != NULL && tokens.n > 1)
    text = jb_without_echo(arena, text);
  if (text == NULL || *text == '\0' || (tokens.n > 1 && (jb_repeats_itself(text) || jb_is_pile(text))))
    return NULL;
  char *name = jb_arena_dup(arena, jb_without_the(text));
  name[0] = g_ascii_toupper(name[0]);
  return name;
}
