/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_SENSES_H
#define JB_WORDING_SENSES_H
/* One Chinese verb, several English ones: which it is depends on what it was done to. */
#include <jianbao/base.h>

/* The participle of `verb` for an object that ends with the word `head`; NULL: the lexicon's own. */
const char *jb_sense(JbSlice verb, JbSlice head);

#endif
