/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_SEGMENT_H
#define JB_WORDING_SEGMENT_H
/* A Chinese name cut into words. */
#include "wording/glossary.h"

typedef struct {
  JbWordClass class;
  gboolean is_word; /* of a table, the lexicon or the glossary */
  JbSlice zh;       /* of the name without its quotation marks */
  const char *en, *other, *before;
} JbToken;

typedef struct {
  guint n;
  JbToken *tokens; /* in the arena */
} JbTokens;

/* The cheapest path over lexicon, terms, places and numbers; runs that nothing knows are UNKNOWN tokens. */
JbTokens jb_segment(JbArena *arena, const JbGlossary *glossary, const char *zh);

/* pinyin.c: 平安大道 → Ping'an Avenue. NULL when a reading is not known. */
const char *jb_pinyin(JbArena *arena, JbSlice zh);
/* Joins unknown runs to the class word behind them (路, 河, 镇 …) as proper names. */
void jb_name_places(JbArena *arena, JbTokens *tokens);

/* Moves `at` behind the word that stands there in the text; FALSE when another does. */
gboolean jb_skip(JbSlice text, gsize *at, JbSlice word);
/* threshold.c: a number with its unit at the start of `rest`, with 以上 or 超: bytes taken, 0 for none. */
gsize jb_take_threshold(JbArena *arena, JbSlice rest, JbToken *token);
/* whereabouts.c: 来青, 留杭就业, likewise. */
gsize jb_take_whereabouts(JbArena *arena, JbSlice rest, JbToken *token);

#endif
