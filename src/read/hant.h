/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_READ_HANT_H
#define JB_READ_HANT_H
/* Traditional characters read as simplified ones: tables/hant.tsv. */
#include <jianbao/base.h>

typedef struct JbHant JbHant;

/* Is the text written in traditional characters? A quotation or a name in them does not make it so. */
gboolean jb_hant_is(JbSlice utf8);

JbHant *jb_hant_new(JbArena *arena);

/* The simplified character for `c` between the characters `before` and `after` (0: none), all as the text has them. */
gunichar jb_hant_simplify(const JbHant *hant, gunichar c, gunichar before, gunichar after);

#endif
