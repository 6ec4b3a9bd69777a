/* SPDX-License-Identifier: Apache-2.0 */
/* What is to be seen in the English of a phrase, and of a word that comes to it. */
#include "wording/traits.h"

#include "base/words.h"

#include <string.h>

gboolean
jb_phrase_is_new(const JbPhrase *phrase)
{
  return phrase->front != NULL && (strstr(phrase->front, "new") != NULL || strstr(phrase->front, "batch") != NULL);
}

gboolean
jb_is_volume(const JbToken *token)
{
  return strcmp(token->en, "total volume") == 0 || strcmp(token->en, "total number") == 0;
}

gboolean
jb_only_counts(const JbPhrase *phrase, const JbToken *token)
{
  return jb_phrase_is_new(phrase) && (g_str_has_prefix(token->en, "number") || jb_is_volume(token));
}

gboolean
jb_is_new_money(const JbPhrase *phrase, const JbToken *token)
{
  static const char *const words[] = {"revenue", "income", "investment", "output value", "loans", "deposits", "tax"};
  static const char *const earners[] = {"projects", "enterprises", NULL};
  if (token->class != JB_WORD_CLASS_OF || strstr(phrase->front, "new") == NULL)
    return FALSE;
  if (phrase->many != NULL && strstr(token->en, "loans") == NULL && jb_ends_in_any(phrase->many, earners))
    return FALSE;
  return jb_has_any(jb_slice(token->en), words, G_N_ELEMENTS(words));
}

gboolean
jb_tells_level(const char *pre)
{
  static const char *const levels[] = {"municipal", "provincial", "national", "level",   "state", "city",
                                       "district",  "county",     "region",   "central", NULL};
  return jb_ends_in_any(pre, levels);
}

JbToken
jb_of_an_industry(JbArena *arena, const char *pre, const JbToken *token)
{
  static const char *const kinds[] = {"industrial cluster", "industrial chain"};
  JbToken named = *token;
  for (gsize i = 0; token->class == JB_WORD_CLASS_NOUN && i < G_N_ELEMENTS(kinds); i++)
    if (g_str_has_prefix(token->en, kinds[i]) && !g_str_has_suffix(pre, "industrial")) {
      const char *rest = strlen("industrial") + token->en;
      named.en = jb_arena_printf(arena, "industry%s", rest);
      named.other = named.before = NULL;
    }
  return named;
}

gboolean
jb_is_long(const char *name)
{
  static const char *const links[] = {
      " in ", " of ",  " for ", " with ",  " to ",   " on ",    " having ",  " above ",   " from ",    " by ",
      " at ", " per ", " and ", " under ", " into ", " along ", " through ", " against ", " outside ", " without "};
  return jb_has_any(jb_slice(name), links, G_N_ELEMENTS(links));
}

guint
jb_count_blanks(const char *text)
{
  guint n = 0;
  for (; (text = strchr(text, ' ')) != NULL; text++)
    n++;
  return n;
}

/* universities and research institutes: both lose their plural before a noun. */
static const char *
both_single(JbArena *arena, const char *name)
{
  const char *and = strstr(name, " and ");
  if (and == NULL)
    return jb_singular(arena, name);
  const char *first = jb_singular(arena, jb_arena_copy(arena, name, (gsize)(and-name)));
  return jb_arena_printf(arena, "%s and %s", first, jb_singular(arena, and+strlen(" and ")));
}

static const char *const acts[] = {"construction", "treatment",   "renovation", "redevelopment", "approval",
                                   "reform",       "restoration", "protection", "improvement",   "development",
                                   "management",   "recycling",   "promotion",  "cultivation",   "upgrading",
                                   "disposal",     "control",     "sorting"};

gboolean
jb_names_act(const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS(acts); i++)
    if (g_str_has_prefix(name, acts[i]) && name[strlen(acts[i])] == ' ')
      return TRUE;
  return FALSE;
}

const char *
jb_folded(JbArena *arena, const char *name)
{
  enum { MOST = 6 };
  const char *of = strstr(name, " of ");
  if (jb_count_blanks(name) > MOST)
    return NULL;
  if (of == NULL) {
    char *other = jb_arena_dup(arena, name), *and = strstr(other, " and ");
    for (; and != NULL; and = strstr(and, " and "))
      memcpy(and, "_and_", strlen("_and_"));
    return jb_is_long(other) ? NULL : both_single(arena, name);
  }
  const char *act = jb_arena_copy(arena, name, (gsize)(of - name));
  const char *thing = jb_without_the(of + strlen(" of "));
  for (gsize i = 0; i < G_N_ELEMENTS(acts); i++)
    if (strcmp(act, acts[i]) == 0 && strstr(thing, " of ") == NULL) {
      const char *single = jb_folded(arena, thing);
      return single != NULL ? jb_arena_printf(arena, "%s %s", single, act) : NULL;
    }
  return NULL;
}

gboolean
jb_is_entity(const JbPhrase *phrase)
{
  return phrase->class == JB_WORD_CLASS_NOUN || jb_is_measure(phrase->class);
}

gboolean
jb_is_in_field(const JbPhrase *phrase, const JbToken *token)
{
  return phrase->post != NULL && g_str_has_prefix(phrase->post, "in the ") &&
         g_str_has_suffix(phrase->post, " field") &&
         (token->class == JB_WORD_CLASS_NOUN || token->class == JB_WORD_CLASS_MASS);
}

gboolean
jb_is_of_people(const JbPhrase *phrase)
{
  static const char *const people[] = {"residents", "households", "farmers",  "workers",  "people",
                                       "herders",   "employees",  "migrants", "families", "lifted out of poverty",
                                       "urban",     "rural",      NULL};
  return (phrase->many != NULL && jb_ends_in_any(phrase->many, people)) ||
         (phrase->many == NULL && phrase->pre != NULL && jb_ends_in_any(phrase->pre, people));
}

gboolean
jb_counts_people(const JbPhrase *phrase, JbToken *token)
{
  static const char *const people[] = {"people",    "visitors",   "tourists",      "students", "graduates",
                                       "residents", "workers",    "professionals", "farmers",  "volunteers",
                                       "patients",  "recipients", "members",       "children", "personnel",
                                       "teachers",  "employees",  "entrepreneurs", "women",    "adults",
                                       "persons",   "households", "disabilities",  NULL};
  if (!g_str_has_suffix(token->en, "number of people") || phrase->one == NULL)
    return TRUE;
  token->en = g_str_has_prefix(token->en, "total") ? "total number" : "number";
  return phrase->class == JB_WORD_CLASS_NOUN && phrase->post == NULL && jb_ends_in_any(phrase->many, people);
}

gboolean
jb_repeats_spending(const JbPhrase *phrase, const JbToken *token)
{
  return strcmp(token->en, "spending") == 0 && phrase->many != NULL && strstr(phrase->many, "pending") != NULL;
}

/* Whose or of which level comes before what it is like: provincial-level core technology. In bytes of `pre`. */
static gsize
levels_of(const char *pre)
{
  static const char *const levels[] = {"national- and provincial-level ",
                                       "national-level ",
                                       "provincial-level ",
                                       "municipal-level ",
                                       "autonomous region-level ",
                                       "city-level ",
                                       "county-level ",
                                       "district-level ",
                                       "township-level ",
                                       "town-level ",
                                       "village-level ",
                                       "national ",
                                       "provincial ",
                                       "municipal ",
                                       "province-wide ",
                                       "autonomous region ",
                                       "global ",
                                       "international "};
  gsize len = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(levels); i++)
    if (g_str_has_prefix(pre + len, levels[i])) {
      len += strlen(levels[i]);
      i = 0;
    }
  return len;
}

/* 长海县国家级示范区: Changhai County national-level …; a place that opens `pre`, in bytes. */
static gsize
place_of(const char *pre)
{
  static const char *const units[] = {"County ", "City ", "District ", "Prefecture ", "Province "};
  for (gsize i = 0; g_ascii_isupper(*pre) && i < G_N_ELEMENTS(units); i++) {
    const char *unit = strstr(pre, units[i]);
    if (unit != NULL)
      return (gsize)(unit - pre) + strlen(units[i]);
  }
  return 0;
}

/* 省级高水平大学: provincial-level high-level universities; 体育特色乡镇: distinctive sports townships. */
const char *
jb_with_first(JbArena *arena, const char *pre, const char *first)
{
  static const char *const ages[] = {"major", "old", "aging"};                             /* old municipal pipelines */
  if (pre == NULL || *pre == '\0' || jb_is_any(jb_slice(first), ages, G_N_ELEMENTS(ages))) /* major national projects */
    return jb_append(arena, first, pre);
  g_autofree char *spaced = g_strconcat(pre, " ", NULL);
  gsize len = levels_of(spaced) + (jb_tells_level(first) ? place_of(spaced) : 0);
  if (len > strlen(pre))
    return jb_append(arena, pre, first);
  return jb_arena_printf(arena, "%.*s%s %s", (int)len, pre, first, pre + len);
}
