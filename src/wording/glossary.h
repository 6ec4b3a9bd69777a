/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_GLOSSARY_H
#define JB_WORDING_GLOSSARY_H
/* What only this room asks of a glossary: its rows as words of names. */
#include <jianbao/wording.h>

#include "wording/lexicon.h"

const JbWord *jb_glossary_word(const JbGlossary *glossary, JbSlice zh); /* NULL when unknown, or without a glossary */

#endif
