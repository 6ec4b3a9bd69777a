/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_RELATIONS_H
#define JB_WORDING_RELATIONS_H
/* Who did it, for whom, where, and what a thing has. */
#include "wording/nouns.h"

/* 外资企业新设立研发机构: the verb inside whose subject stands before it; range.to when there is none. */
guint jb_find_inner_verb(const JbComposer *composer, JbRange range);
/* R&D institutions newly established by foreign-funded enterprises. NULL: who did what is not sure. */
const char *jb_subject_clause(const JbComposer *composer, JbRange range, guint verb);
/* 市区新增绿地: new green space in urban areas. NULL for any other. */
const char *jb_new_in_place(const JbComposer *composer, JbRange range);
/* 企业入围中国500强: shortlisted "for"; what the subject got into stands behind it. NULL for any other verb. */
const char *jb_joining(const JbToken *verb);
/* 为企业提供贷款, 在社区建设驿站: loans provided for enterprises. NULL when there is no such word or it is not sure. */
const char *jb_preposition_clause(const JbComposer *composer, JbRange range);
gboolean jb_has_preposition(const JbComposer *composer, JbRange range);
/* 具有地方特色的产业, 享受补贴家庭: industries with local features, families receiving subsidies. */
const char *jb_relative(const JbComposer *composer, JbRange range);
/* 设立研发机构的企业: what they have done tells which they are. NULL for any other. */
const char *jb_having_done(const JbComposer *composer, JbRange range);

#endif
