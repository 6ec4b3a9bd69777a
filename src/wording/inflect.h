/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_INFLECT_H
#define JB_WORDING_INFLECT_H
/* English words: plurals, singulars, ordinals, one word behind another. */
#include <jianbao/base.h>

/* Puts a word behind others, with a blank when both are there. */
const char *jb_append(JbArena *arena, const char *text, const char *word);
const char *jb_without_the(const char *text);
const char *jb_plural(JbArena *arena, const char *one);
/* Of a plural as a modifier; what has no singular stays as it is. */
const char *jb_singular(JbArena *arena, const char *many);
/* `ends` closes with NULL. */
gboolean jb_ends_in_any(const char *text, const char *const *ends);
/* 1st, 22nd, 113th: what stands behind the digits. */
const char *jb_ordinal_end(gint64 n);

#endif
