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

/*
 * A long table, of words or of rows that begin with `const char *zh`, looked up by the character that a text begins or
 * ends with. The index is made at the first question, whichever thread asks it, and stays. No word is empty.
 */
typedef struct {
  gconstpointer rows;
  gsize stride;    /* bytes of a row */
  guint n;         /* rows; 0: up to the one whose word is NULL */
  gboolean by_end; /* words that a text ends with */
  gsize made;      /* cells, once they are there */
} JbWordIndex;
#define JB_INDEX(table)                                                                                                \
  {                                                                                                                    \
    .rows = (table), .stride = sizeof *(table), .n = G_N_ELEMENTS(table)                                               \
  }
#define JB_INDEX_TO_NULL(table)                                                                                        \
  {                                                                                                                    \
    .rows = (table), .stride = sizeof *(table)                                                                         \
  }
#define JB_INDEX_BY_END(table)                                                                                         \
  {                                                                                                                    \
    .rows = (table), .stride = sizeof *(table), .by_end = TRUE                                                         \
  }

/*
 * The rows whose word `text` begins (or ends) with, in the table's order: start with `*cursor` 0, until NULL is
 * returned. `len` gets the word's bytes.
 */
gconstpointer jb_index_next(JbWordIndex *index, JbSlice text, guint *cursor, gsize *len);
/* Bytes of the first word that fits, 0 when there is none. */
gsize jb_index_match(JbWordIndex *index, JbSlice text);
/* The row of the longest word that fits, NULL when there is none. */
gconstpointer jb_index_longest(JbWordIndex *index, JbSlice text, gsize *len);

#endif
