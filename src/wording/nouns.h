/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_NOUNS_H
#define JB_WORDING_NOUNS_H
/* Runs of words into noun phrases. */
#include "wording/phrase.h"

enum { JB_MOST_ITEMS = 12 };

/* The tokens are the name's own: reading them may join them or change what they are, so a name is read once. */
typedef struct {
  JbArena *arena;
  JbToken *tokens;
} JbComposer;

/* Words of the name, from … to - 1. */
typedef struct {
  guint from, to;
} JbRange;

/* Where the words end without a 的 behind them. */
guint jb_without_de(const JbComposer *composer, guint from, guint to);
/* FALSE when the words make no phrase; it may still lack a head (国家级). */
gboolean jb_noun_phrase(const JbComposer *composer, JbRange range, JbPhrase *phrase);
/* Words in a row, and members of a list with what they share: FALSE as above. There is no 的 in them. */
gboolean jb_fold(const JbComposer *composer, JbRange range, JbPhrase *phrase);
gboolean jb_noun_list(const JbComposer *composer, JbRange range, JbPhrase *phrase);
/* 拆迁: what was done has no word for doing it. */
gboolean jb_has_verb_without_act(const JbComposer *composer, JbRange range);
/* A phrase that has its head, in words; NULL when it is none. */
const char *jb_noun_text(const JbComposer *composer, JbRange range);
/* It may be set against another: an amount, a rate, what is not counted. */
gboolean jb_is_measured(const JbPhrase *phrase);
/* The whole of a share, in words; NULL when it is none. */
const char *jb_whole_of(const JbComposer *composer, JbRange range);

#endif
