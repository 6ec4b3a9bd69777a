/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_EXAMPLES_H
#define JB_WORDING_EXAMPLES_H
/* Names of a kind behind names of its members. */
#include "wording/nouns.h"

/* 龙头企业等经营主体. FALSE when 等 does not stand between two things. */
gboolean jb_such_as(const JbComposer *composer, JbRange range, JbPhrase *phrase);
/* 集成电路、生物医药两大产业. FALSE when no members stand before the number. */
gboolean jb_which_major(const JbComposer *composer, JbRange range, JbPhrase *phrase);

#endif
