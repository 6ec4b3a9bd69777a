/* SPDX-License-Identifier: Apache-2.0 */
/* Members of a list that only modify: what stands before 、 is said of the next member's first word too. */
#include "wording/members.h"

#include "base/words.h"
#include "wording/lexicon.h"

#include <string.h>

/* 国家、省重点项目: whose they are. */
static gboolean
is_level(const JbToken *token)
{
  static const char *const levels[] = {"国家", "省", "市", "自治区", "区", "县", "中央"};
  return token->before != NULL && jb_is_any(token->zh, levels, G_N_ELEMENTS(levels));
}

gboolean
jb_only_modifies(const JbComposer *c, JbRange item)
{
  for (guint i = item.from; i < item.to; i++) {
    JbWordClass class = c->tokens[i].class;
    if (!is_level(&c->tokens[i]) && class != JB_WORD_CLASS_ADJ && class != JB_WORD_CLASS_FRONT &&
        class != JB_WORD_CLASS_NAME)
      return FALSE;
  }
  return TRUE;
}

/* 国际、国家标准 and 低效和闲置用地: a word of the lexicon begins with a modifier, and its English opens so. */
static gboolean
has_opening(const JbToken *token)
{
  const char *end = token->zh.at + token->zh.len;
  if (token->en == NULL || !token->is_word || token->class == JB_WORD_CLASS_ADJ || token->class == JB_WORD_CLASS_VERB)
    return FALSE;
  for (const char *at = g_utf8_find_prev_char(token->zh.at, end); at > token->zh.at;
       at = g_utf8_find_prev_char(token->zh.at, at)) {
    JbWord word = {0};
    if (!jb_word_lookup((JbSlice){.at = token->zh.at, .len = (gsize)(at - token->zh.at)}, &word))
      continue;
    JbSlice en = word.class == JB_WORD_CLASS_ADJ ? word.en : word.before;
    if (en.len > 0 && strncmp(token->en, en.at, en.len) == 0 && token->en[en.len] == ' ')
      return TRUE;
  }
  return FALSE;
}

/* 国际、国家标准: the first member's modifier before all forms of the next one's word. FALSE when it has no such form.
 */
static gboolean
joins_opening(const JbComposer *c, JbRange item, JbToken *next, gboolean is_last)
{
  const JbToken *first = &c->tokens[item.from];
  gboolean modifies = first->class == JB_WORD_CLASS_ADJ || is_level(first);
  if (item.to - item.from != 1 || !modifies || !has_opening(next))
    return FALSE;
  const char *text = is_level(first) ? first->before : first->en, *with = is_last ? "%s and %s" : "%s, %s";
  const char **forms[] = {&next->en, &next->other, &next->before};
  for (gsize i = 0; i < G_N_ELEMENTS(forms); i++)
    if (*forms[i] != NULL)
      *forms[i] = jb_arena_printf(c->arena, with, text, *forms[i]);
  return TRUE;
}

/* 氢能、生物制造、低空经济产业: each of them is an industry. */
static gboolean
names_kinds(const JbComposer *c, JbRange last)
{
  static const char *const kinds[] = {"产业", "行业", "领域"};
  return last.to - last.from > 1 && c->tokens[last.from].class == JB_WORD_CLASS_MASS &&
         jb_is_any(c->tokens[last.from + 1].zh, kinds, G_N_ELEMENTS(kinds));
}

static gboolean
is_one_kind(const JbComposer *c, JbRange item)
{
  return item.to - item.from == 1 && c->tokens[item.from].class == JB_WORD_CLASS_MASS;
}

guint
jb_merge_modifiers(const JbComposer *c, JbRange *items, guint n)
{
  guint to = 0;
  gboolean of_kinds = n > 1 && names_kinds(c, items[n - 1]);
  for (guint i = 0; i < n; i++) {
    JbToken *first = &c->tokens[items[i].from];
    if (i + 1 < n && joins_opening(c, items[i], &c->tokens[items[i + 1].from], i + 2 == n))
      continue;
    gboolean merges = i + 1 < n && (jb_only_modifies(c, items[i]) || (of_kinds && is_one_kind(c, items[i]))) &&
                      items[i].to - items[i].from <= 2;
    JbToken *next = merges ? &c->tokens[items[i + 1].from] : NULL;
    if (next != NULL && items[i].to - items[i].from == 2 && next->class != JB_WORD_CLASS_ADJ)
      next = NULL;
    if (next != NULL && of_kinds && next->class == JB_WORD_CLASS_MASS && next->before == NULL)
      next->before = jb_singular(c->arena, next->en);
    const char *behind = next != NULL && next->class != JB_WORD_CLASS_ADJ ? next->before
                         : next != NULL                                   ? next->en
                                                                          : NULL;
    gboolean goes_on = i + 2 < n && (jb_only_modifies(c, items[i + 1]) || (of_kinds && is_one_kind(c, items[i + 1])));
    if (behind != NULL && (goes_on || items[i + 1].to - items[i + 1].from > 1)) {
      gboolean ends = i + 2 == n || !goes_on;
      gboolean is_kind = first->class == JB_WORD_CLASS_MASS;
      const char *text = is_level(first) || (is_kind && first->before != NULL) ? first->before : first->en;
      if (is_kind && first->before == NULL)
        text = jb_singular(c->arena, first->en);
      if (items[i].to - items[i].from == 2)
        text = jb_arena_printf(c->arena, "%s %s", first->en, c->tokens[items[i].from + 1].en);
      next->en = jb_arena_printf(c->arena, ends ? "%s and %s" : "%s, %s", text, behind);
      next->class = JB_WORD_CLASS_ADJ;
      next->before = NULL; /* without what joined it */
      continue;
    }
    items[to++] = items[i];
  }
  return to;
}
