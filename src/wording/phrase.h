/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_PHRASE_H
#define JB_WORDING_PHRASE_H
/* An English noun phrase that grows word by word in the order of the Chinese. */
#include "wording/inflect.h"
#include "wording/segment.h"

typedef struct {
  const char *front;  /* said before everything: new, per capita; NULL none */
  const char *pre;    /* between that and the head; NULL none */
  const char *one;    /* head; NULL: none yet */
  const char *many;   /* its plural */
  const char *before; /* the head as a modifier of another: agricultural for agriculture; NULL: `one` */
  const char *post;   /* behind the head; NULL none */
  JbWordClass class;  /* of the head */
  guint n_words;      /* Chinese words in `pre` and the head */
  guint front_at;     /* 1 + how many of them stood before `front` */
} JbPhrase;

/* FALSE when the word cannot stand there: the phrase is not to be used then. `is_last`: nothing but acts follows. */
gboolean jb_phrase_add(JbArena *arena, JbPhrase *phrase, const JbToken *token, gboolean is_last);
/* A and B, or A, B and C, as one phrase. */
JbPhrase jb_phrase_join(JbArena *arena, const JbPhrase *phrases, guint n);
/* `part` 的 `whole`: part of whole. */
void jb_phrase_of(JbArena *arena, JbPhrase *part, const JbPhrase *whole);
const char *jb_phrase_text(JbArena *arena, const JbPhrase *phrase);

/* The plural of a noun. */
const char *jb_many_of(JbArena *arena, const JbToken *token);
/* "a, b and c" of words that are not NULL; `joint` is " and " or " or ". */
const char *jb_list_words(JbArena *arena, const char *const *words, guint n, const char *joint);

#endif
