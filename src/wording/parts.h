/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_PARTS_H
#define JB_WORDING_PARTS_H
/* One thing against another. */
#include "wording/nouns.h"

/* Contribution of A to B, ratio of A to B, trade with A, share of A in B; NULL when the name is none of these. */
const char *jb_against(const JbComposer *composer, JbRange range);
/* A 占 B, the token `at`: A as a share of B. NULL when one of the two is no phrase. */
const char *jb_share(const JbComposer *composer, JbRange range, guint at);

#endif
