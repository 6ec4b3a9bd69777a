/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_CLAUSE_H
#define JB_WORDING_CLAUSE_H
/* What was done to what, in one name or each of its members. */
#include "wording/nouns.h"

/* NULL when no rule covers the words. */
const char *jb_clause(const JbComposer *composer, JbRange range);
/* The same of several clauses with 、 between them. */
const char *jb_clauses(const JbComposer *composer, JbRange range);

#endif
