/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_COMPOSE_H
#define JB_WORDING_COMPOSE_H
/* English names made from the words of Chinese ones. */
#include <jianbao/wording.h>

/*
 * Sentence case, or NULL when a word is not known or has no place in a name; `unknown` (may be NULL) then gets
 * those words in Chinese, comma-separated, or "" when all words are known and only their order is not.
 */
const char *jb_compose(JbArena *arena, const JbGlossary *glossary, const char *zh, const char **unknown);

/* 全省 as the whole of a share: the provincial total. NULL when it is none of those words. */
const char *jb_scope_total(JbSlice zh);

/* Shortened to 22 characters where the usual abbreviations do it; else as it is. */
const char *jb_shorten(JbArena *arena, const char *en);

#endif
