/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_TRAITS_H
#define JB_WORDING_TRAITS_H
/* Of what kind a phrase is, or the word that comes to it: phrase.c puts them together by it. */
#include "wording/phrase.h"

gboolean jb_phrase_is_new(const JbPhrase *phrase);
gboolean jb_is_volume(const JbToken *token);
/* 企业数 beside 新增: New enterprises, not a new number of them. */
gboolean jb_only_counts(const JbPhrase *phrase, const JbToken *token);
/* 新增集体经济收入: what is new is the money; 新增项目投资: the projects are. */
gboolean jb_is_new_money(const JbPhrase *phrase, const JbToken *token);
/* 市级: stays in front of what is major there. */
gboolean jb_tells_level(const char *pre);
/* 物流产业集聚区: logistics industry clusters. */
JbToken jb_of_an_industry(JbArena *arena, const char *pre, const JbToken *token);
/* children in kindergarten, persons with disabilities: a name with something behind its own head. */
gboolean jb_is_long(const char *name);
guint jb_count_blanks(const char *text); /* one less than its words */
/* Such a name before a noun: treatment of water bodies → water body treatment, trunk and secondary roads → trunk and
 * secondary road. NULL when it stands better behind "of". */
const char *jb_folded(JbArena *arena, const char *name);
gboolean jb_names_act(const char *name); /* renovation project */
gboolean jb_is_entity(const JbPhrase *phrase);
/* Behind 领域 more may stand before the head: benchmark scenarios in the AI field. */
gboolean jb_is_in_field(const JbPhrase *phrase, const JbToken *token);
/* What people get is income, what others get revenue. */
gboolean jb_is_of_people(const JbPhrase *phrase);
/* 游客人数 is the number of visitors; 火灾人数 says not what became of them. */
gboolean jb_counts_people(const JbPhrase *phrase, JbToken *token);
/* 省级高水平大学: provincial-level high-level universities. `pre` may be NULL. */
const char *jb_with_first(JbArena *arena, const char *pre, const char *first);
/* 三公经费支出: spending on …, not spending on spending. */
gboolean jb_repeats_spending(const JbPhrase *phrase, const JbToken *token);

#endif
