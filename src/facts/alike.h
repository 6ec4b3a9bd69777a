/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_FACTS_ALIKE_H
#define JB_FACTS_ALIKE_H
/* The facts of one indicator, chained in their order, so that looking for its levels does not read the whole set. */
#include <jianbao/fact.h>

typedef struct {
  GHashTable *chains; /* code, or name without one, to the first and last fact of it: borrowed strings */
  GArray *next;       /* by fact, the next one of its indicator */
} JbAlike;

#define JB_ALIKE_END G_MAXUINT /* no further fact */

JbAlike jb_alike_of(const JbFacts *facts);
void jb_alike_clear(JbAlike *alike);
/* The fact that was just appended to the set, at index `at`; facts are added in order. */
void jb_alike_add(JbAlike *alike, const JbFact *fact, guint at);

/* for (guint i = jb_alike_first(a, like); i != JB_ALIKE_END; i = jb_alike_next(a, i)) */
guint jb_alike_first(const JbAlike *alike, const JbFact *like);
static inline guint
jb_alike_next(const JbAlike *alike, guint at)
{
  return g_array_index(alike->next, guint, at);
}

#endif
