/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/alike.h"

typedef struct {
  guint first, last;
} Chain;

/* What jb_same_indicator() goes by; a name that reads as another's code shares its chain, so the caller still asks. */
static const char *
key_of(const JbFact *fact)
{
  return fact->code != NULL ? fact->code : fact->name_zh;
}

void
jb_alike_add(JbAlike *alike, const JbFact *fact, guint at)
{
  static const guint end = JB_ALIKE_END;
  const char *key = key_of(fact);
  Chain *chain = key != NULL ? g_hash_table_lookup(alike->chains, key) : NULL;
  g_array_append_val(alike->next, end);
  if (chain != NULL) {
    g_array_index(alike->next, guint, chain->last) = at;
    chain->last = at;
  } else if (key != NULL) {
    chain = g_new(Chain, 1);
    *chain = (Chain){.first = at, .last = at};
    g_hash_table_insert(alike->chains, (gpointer)key, chain);
  }
}

JbAlike
jb_alike_of(const JbFacts *facts)
{
  JbAlike alike = {.chains = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free),
                   .next = g_array_sized_new(FALSE, FALSE, sizeof(guint), facts->n_facts)};
  for (guint i = 0; i < facts->n_facts; i++)
    jb_alike_add(&alike, &facts->facts[i], i);
  return alike;
}

void
jb_alike_clear(JbAlike *alike)
{
  g_hash_table_unref(alike->chains);
  g_array_unref(alike->next);
}

guint
jb_alike_first(const JbAlike *alike, const JbFact *like)
{
  const char *key = key_of(like);
  const Chain *chain = key != NULL ? g_hash_table_lookup(alike->chains, key) : NULL;
  return chain != NULL ? chain->first : JB_ALIKE_END;
}
