/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_MERGE_H
#define JB_WORDING_MERGE_H
/* Words as their neighbours make them; tokens change in place and may become fewer. */
#include "wording/nouns.h"

/* What a character, a verb, an amount or a bracket is where it stands. Before anything is asked of the words. */
void jb_read_words(const JbComposer *composer, JbTokens *tokens);
/* Places in brackets behind a noun, 完成 that says nothing. Before a name is composed as a clause. */
void jb_merge_names(const JbComposer *composer, JbTokens *tokens);

#endif
