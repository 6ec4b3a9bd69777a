/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names in which a verb does not say what was done to the thing that is counted: what measures are for, who was
 * supported in doing something, how it was done, which standard things come up to.
 */
#include "wording/purposes.h"

#include "base/words.h"
#include "wording/clause.h"
#include "wording/relations.h"
#include "wording/senses.h"

#include <string.h>

const char *
jb_measures_clause(const JbComposer *c, JbRange range)
{
  static const char *const issued[] = {"出台", "制定", "印发", "发布", "推出", "落实", "实施"};
  static const char *const measures[] = {"举措", "措施", "政策", "办法", "意见", "条例", "方案"};
  static const JbPair aims[] = {
      {.zh = "支持", .en = "support"},    {.zh = "促进", .en = "promote"},   {.zh = "推动", .en = "advance"},
      {.zh = "优化", .en = "improve"},    {.zh = "扩大", .en = "expand"},    {.zh = "稳定", .en = "stabilize"},
      {.zh = "鼓励", .en = "encourage"},  {.zh = "提振", .en = "boost"},     {.zh = "加强", .en = "strengthen"},
      {.zh = "加快", .en = "accelerate"}, {.zh = "深化", .en = "deepen"},    {.zh = "推进", .en = "advance"},
      {.zh = "缓解", .en = "ease"},       {.zh = "应对", .en = "address"},   {.zh = "防范", .en = "guard against"},
      {.zh = "放宽", .en = "ease"},       {.zh = "减轻", .en = "ease"},      {.zh = "改善", .en = "improve"},
      {.zh = "提升", .en = "raise"},      {.zh = "提高", .en = "raise"},     {.zh = "强化", .en = "strengthen"},
      {.zh = "规范", .en = "regulate"},   {.zh = "激发", .en = "unleash"},   {.zh = "拉动", .en = "boost"},
      {.zh = "吸引", .en = "attract"},    {.zh = "保障", .en = "safeguard"}, {.zh = "降低", .en = "reduce"},
  };
  while (range.from < range.to && c->tokens[range.from].class == JB_WORD_CLASS_DROP)
    range.from++;
  if (range.to - range.from < 3)
    return NULL;
  const JbToken *verb = &c->tokens[range.from], *last = &c->tokens[range.to - 1];
  const char *aim = jb_pair_en(verb->zh, aims, G_N_ELEMENTS(aims));
  gboolean is_issued = aim == NULL; /* 支持服务业发展政策: nobody says that they were issued */
  if (is_issued)
    aim = jb_pair_en(c->tokens[range.from + 1].zh, aims, G_N_ELEMENTS(aims));
  JbRange whom = {.from = range.from + 1 + is_issued, .to = range.to - 1}, what = {.from = range.to - 1, .to = range.to};
  whom.to = jb_without_de(c, whom.from, whom.to);
  if (aim == NULL || verb->class != JB_WORD_CLASS_VERB || whom.to <= whom.from ||
      (is_issued && jb_match_any(verb->zh, issued, G_N_ELEMENTS(issued)) == 0) || last->class != JB_WORD_CLASS_NOUN || jb_match_end(last->zh, measures, G_N_ELEMENTS(measures)) == 0)
    return NULL;
  const char *aimed_at = jb_noun_text(c, whom), *named = aimed_at != NULL ? jb_noun_text(c, what) : NULL;
  if (named == NULL)
    return NULL;
  return is_issued ? jb_arena_printf(c->arena, "%s to %s %s %s", named, aim, aimed_at, verb->en)
                   : jb_arena_printf(c->arena, "%s to %s %s", named, aim, aimed_at);
}

const char *
jb_supported_clause(const JbComposer *c, JbRange range)
{
  static const JbPair helps[] = {
      {.zh = "支持", .en = "with support"},   {.zh = "帮助", .en = "with help"},
      {.zh = "扶持", .en = "with support"},   {.zh = "助力", .en = "with help"},
      {.zh = "引导", .en = "under guidance"}, {.zh = "鼓励", .en = "with encouragement"},
  };
  const char *help = jb_pair_en(c->tokens[range.from].zh, helps, G_N_ELEMENTS(helps));
  JbRange rest = {.from = range.from + 1, .to = range.to};
  if (help == NULL || rest.to - rest.from < 3 || c->tokens[rest.from].class == JB_WORD_CLASS_VERB)
    return NULL;
  static const char *const for_them[] = {"解决", "破解", "降低", "减少",
                                         "减轻", "节约", "节省"}; /* by whom is not said */
  guint verb = jb_find_inner_verb(c, rest);
  if (verb < rest.to && jb_match_any(c->tokens[verb].zh, for_them, G_N_ELEMENTS(for_them)) > 0)
    return NULL;
  static const char *const gaining[] = {"获得", "获"}; /* 帮助企业获得贷款 */
  gboolean gains = verb < rest.to && jb_is_any(c->tokens[verb].zh, gaining, G_N_ELEMENTS(gaining));
  gboolean may_be = verb < rest.to && (gains || jb_joining(&c->tokens[verb]) == NULL);
  const char *text = may_be ? jb_subject_clause(c, rest, verb) : NULL;
  return text != NULL && (gains || strstr(text, " by ") != NULL) ? jb_arena_printf(c->arena, "%s %s", text, help)
                                                                 : NULL;
}

const char *
jb_manner_clause(const JbComposer *c, JbRange range)
{
  static const JbPair manners[] = {
      {.zh = "免费", .en = "free of charge"},
      {.zh = "联合", .en = "jointly"},
      {.zh = "自主", .en = "independently"},
      {.zh = "重点", .en = "as a priority"},
      {.zh = "专项", .en = "in a special campaign"},
      {.zh = "市级", .en = "at municipal level"},
      {.zh = "市本级", .en = "at city level"},
      {.zh = "省级", .en = "at provincial level"},
      {.zh = "综合", .en = "comprehensively"},
      {.zh = "精准", .en = "in a targeted way"},
      {.zh = "一体化", .en = "as one"},
      {.zh = "年度", .en = "in the year"},
      {.zh = "线上", .en = "online"},
      {.zh = "网上", .en = "online"},
      {.zh = "集中", .en = "centrally"},
  };
  const JbToken *manner = &c->tokens[range.from];
  const char *en = jb_pair_en(manner->zh, manners, G_N_ELEMENTS(manners));
  JbRange rest = {.from = range.from + 1, .to = range.to};
  if (en == NULL || rest.to - rest.from < 2 || c->tokens[rest.from].class != JB_WORD_CLASS_VERB ||
      c->tokens[rest.to - 1].class == JB_WORD_CLASS_VERB)
    return NULL;
  const char *text = jb_clause(c, rest);
  const char *done = jb_sense(c->tokens[rest.from].zh, c->tokens[rest.to - 1].zh);
  done = done != NULL ? done : c->tokens[rest.from].en;
  gboolean was_done = text != NULL && g_str_has_suffix(text, done); /* not: research platforms */
  return was_done ? jb_arena_printf(c->arena, "%s %s", text, en) : NULL;
}

const char *
jb_standard_clause(const JbComposer *c, JbRange range)
{
  guint at = range.from + 1;
  while (at + 1 < range.to && !jb_slice_ends(c->tokens[at].zh, "标准"))
    at++;
  if (at + 1 >= range.to || !jb_slice_starts(c->tokens[range.from].zh, "达"))
    return NULL;
  const char *standard = jb_noun_text(c, (JbRange){.from = range.from + 1, .to = at + 1});
  const char *thing = standard != NULL ? jb_noun_text(c, (JbRange){.from = at + 1, .to = range.to}) : NULL;
  return thing != NULL ? jb_arena_printf(c->arena, "%s up to %s", thing, standard) : NULL;
}
