/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_DOUBTS_H
#define JB_WORDING_DOUBTS_H
/* What makes a composed name doubtful: then there is none. */
#include "wording/segment.h"

/* Words that have to be put in order; over 4 the order is too often wrong. */
guint jb_content_words(const JbTokens *tokens);
guint jb_count_verbs(const JbTokens *tokens);
/* 达到…: what reached it comes last, and no rule finds it. */
gboolean jb_opens_with_goal(const JbTokens *tokens);
/* Many words in a row without a preposition. */
gboolean jb_is_pile(const char *text);
/* A word said twice in a row is said once. */
const char *jb_without_echo(JbArena *arena, const char *text);
/* A word twice in a phrase, or as the head of two. */
gboolean jb_repeats_itself(const char *text);

#endif
