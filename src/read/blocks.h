/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_READ_BLOCKS_H
#define JB_READ_BLOCKS_H
/* Decoded text → blocks: lines are cleaned, classified, joined. */
#include "read/text.h"

#include <jianbao/document.h>

/* Fills document->blocks; front matter of Markdown goes into blocks of kind FRONT. */
void jb_blocks_make(JbDocument *document, const JbText *text);

#endif
