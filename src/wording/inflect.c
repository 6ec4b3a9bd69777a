/* SPDX-License-Identifier: Apache-2.0 */
/* English words: plurals, singulars, one word behind another. */
#include "wording/inflect.h"

#include <string.h>

const char *
jb_append(JbArena *arena, const char *text, const char *word)
{
  if (text == NULL || *text == '\0')
    return word;
  return word == NULL || *word == '\0' ? text : jb_arena_printf(arena, "%s %s", text, word);
}

const char *
jb_without_the(const char *text)
{
  return g_str_has_prefix(text, "the ") ? text + strlen("the ") : text;
}

gboolean
jb_ends_in_any(const char *text, const char *const *ends)
{
  for (; *ends != NULL; ends++)
    if (g_str_has_suffix(text, *ends))
      return TRUE;
  return FALSE;
}

const char *
jb_plural(JbArena *arena, const char *one)
{
  static const char *const hissing[] = {"s", "x", "z", "ch", "sh", NULL};
  static const char *const vowel_y[] = {"ay", "ey", "oy", "uy", NULL};
  gsize len = strlen(one);
  if (jb_ends_in_any(one, hissing))
    return jb_arena_printf(arena, "%ses", one);
  if (g_str_has_suffix(one, "y") && !jb_ends_in_any(one, vowel_y))
    return jb_arena_printf(arena, "%.*sies", (int)len - 1, one);
  return jb_arena_printf(arena, "%ss", one);
}

/* new-energy vehicle output, but textiles output: what has no singular stays as it is. */
const char *
jb_singular(JbArena *arena, const char *many)
{
  static const char *const keep[] = {"ss",        "sports",     "logistics",     "textiles",    "chemicals", "goods",
                                     "materials", "robotics",   "photovoltaics", "electronics", "savings",   "works",
                                     "sales",     "imports",    "exports",       "SMEs",        "SOEs",      "funds",
                                     "gas",       "circuits",   "headquarters",  "hogs",        "cows",      "apples",
                                     "Games",     "statistics", "R&D",           "VOCs",        "ous",       NULL};
  gsize len = strlen(many);
  if (len < 4 || many[len - 1] != 's')
    return many;
  if (jb_ends_in_any(many, keep))
    return many;
  static const char *const hissing[] = {"xes", "sses", "ches", "shes", NULL};
  if (jb_ends_in_any(many, hissing))
    return jb_arena_copy(arena, many, len - 2);
  return g_str_has_suffix(many, "ies") ? jb_arena_printf(arena, "%.*sy", (int)len - 3, many)
                                       : jb_arena_copy(arena, many, len - 1);
}

const char *
jb_ordinal_end(gint64 n)
{
  static const char *const ends[] = {"th", "st", "nd", "rd"};
  gint64 last = n % 10, two = n % 100;
  gboolean is_teen = two >= 11 && two <= 13;
  return last > 3 || is_teen ? "th" : ends[last];
}
