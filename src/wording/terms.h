/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_TERMS_H
#define JB_WORDING_TERMS_H
/* What only this room asks of the term table. */
#include <jianbao/wording.h>

/* FALSE for the vocabulary of units, bounds and phrases at the table's end. */
gboolean jb_term_is_indicator(const JbTerm *term);

/* Of the rows with a code (服务业增加值, 第三产业增加值) the one whose words stand in `zh`, else the code's first. */
const JbTerm *jb_term_for_code(const char *code, const char *zh, JbAreaLevel level);

/* The term of a code that has exactly this name, 生产总值 as 地区生产总值 below the nation; NULL when none has. */
const JbTerm *jb_term_named(const char *code, const char *zh, JbAreaLevel level);

/* jb_term_lookup of a part of a text. */
const JbTerm *jb_term_find(JbSlice zh);
/* 率 占比 比重 … at the end of a name. */
gboolean jb_term_is_rate(const char *zh);
/* An English name inside a phrase: without its capital, unless it is R&D or GDP. */
const char *jb_term_within(JbArena *arena, const char *en);
/* FALSE for names that say an amount, a rate or an act already: no verb and no other word goes with them. */
gboolean jb_term_takes_a_verb(const JbTerm *term);

#endif
