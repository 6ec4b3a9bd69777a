/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_BASE_WORDS_H
#define JB_BASE_WORDS_H
/* A text against a list of words. The first of the list that fits counts, so longer ones stand before their heads. */
#include <jianbao/base.h>

/* Bytes of the first word that `text` starts with, 0 when it starts with none. No word is empty. */
gsize jb_match_any(JbSlice text, const char *const *words, guint n);
/* Bytes of the first word that `text` ends with, 0 when it ends with none. No word is empty. */
gsize jb_match_end(JbSlice text, const char *const *words, guint n);
/* Is `text` one of them? */
gboolean jb_is_any(JbSlice text, const char *const *words, guint n);
/* Does one of them stand anywhere in `text`? */
gboolean jb_has_any(JbSlice text, const char *const *words, guint n);

#endif
