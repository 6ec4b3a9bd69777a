/* SPDX-License-Identifier: Apache-2.0 */
/* Things that stand before what they are: some of them with 等 behind, or all with how many major ones they are. */
#include "wording/examples.h"

#include "base/words.h"

/*
 * 龙头企业等经营主体: entities such as leading enterprises; 锂电池等产品出口: exports of products such as lithium
 * batteries. FALSE when 等 does not stand between two things.
 */
gboolean
jb_such_as(const JbComposer *c, JbRange range, JbPhrase *phrase)
{
  guint at = range.from + 1;
  while (at + 1 < range.to && !(c->tokens[at].class == JB_WORD_CLASS_DROP && jb_slice_is(c->tokens[at].zh, "等")))
    at++;
  JbRange measures = {.from = range.to, .to = range.to};
  while (measures.from > at + 2 && jb_is_measure(c->tokens[measures.from - 1].class))
    measures.from--;
  JbPhrase example = {0};
  JbWordClass named = at + 1 < range.to ? c->tokens[at - 1].class : JB_WORD_CLASS_STOP;
  static const char *const kinds[] = {"产业", "行业", "业", "活动", "产品", "商品", "领域", "业态",
                                      "服务", "赛事", "奖", "奖项", "作物", "措施", "能源"};
  gboolean is_kind = named == JB_WORD_CLASS_MASS && /* 石墨烯等项目: no project is graphene */
                     jb_match_end(c->tokens[measures.from - 1].zh, kinds, G_N_ELEMENTS(kinds)) > 0;
  if ((named != JB_WORD_CLASS_NOUN && !is_kind) || jb_has_verb_without_act(c, range))
    return FALSE;
  if (!jb_noun_list(c, (JbRange){.from = at + 1, .to = measures.from}, phrase) || phrase->class != JB_WORD_CLASS_NOUN ||
      phrase->one == NULL || !jb_noun_list(c, (JbRange){.from = range.from, .to = at}, &example) ||
      example.one == NULL || example.class == JB_WORD_CLASS_VERB)
    return FALSE;
  phrase->front = jb_append(c->arena, example.front, phrase->front);
  example.front = NULL;
  phrase->post = jb_append(c->arena, phrase->post,
                           jb_arena_printf(c->arena, "such as %s", jb_phrase_text(c->arena, &example)));
  return jb_fold(c, measures, phrase);
}

/* 集成电路、生物医药两大产业: two major industries of …, what stands before says which. FALSE when nothing does. */
gboolean
jb_which_major(const JbComposer *c, JbRange range, JbPhrase *phrase)
{
  static const char *const counts[] = {"两大", "三大", "四大", "五大", "六大", "七大", "八大", "九大", "十大"};
  guint at = range.from + 1;
  while (at + 1 < range.to && !jb_is_any(c->tokens[at].zh, counts, G_N_ELEMENTS(counts)))
    at++;
  gboolean has_list = FALSE;
  for (guint i = range.from; i < at; i++)
    has_list |= c->tokens[i].class == JB_WORD_CLASS_AND;
  if (at + 1 >= range.to || !has_list || jb_has_verb_without_act(c, range))
    return FALSE;
  guint end = at - (c->tokens[at - 1].class == JB_WORD_CLASS_DROP && jb_slice_is(c->tokens[at - 1].zh, "等"));
  JbPhrase list = {0};
  if (c->tokens[end - 1].class == JB_WORD_CLASS_AND ||
      !jb_noun_list(c, (JbRange){.from = range.from, .to = end}, &list) || list.one == NULL ||
      !jb_noun_list(c, (JbRange){.from = at, .to = range.to}, phrase) || phrase->one == NULL)
    return FALSE;
  const char *link = end < at ? "such as" : "of";
  phrase->front = jb_append(c->arena, list.front, phrase->front);
  list.front = NULL;
  phrase->post = jb_append(c->arena, phrase->post,
                           jb_arena_printf(c->arena, "%s %s", link, jb_phrase_text(c->arena, &list)));
  return TRUE;
}
