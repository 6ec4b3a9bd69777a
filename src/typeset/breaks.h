/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_TYPESET_BREAKS_H
#define JB_TYPESET_BREAKS_H
/* Where a line may end: UAX #14 by Pango, tailored for Chinese reports. */
#include <jianbao/base.h>

typedef struct {
  gunichar c;
  guint32 offset;     /* of the character, bytes */
  gboolean can_break; /* a line may end before it */
  gboolean cursor;    /* a user-perceived character starts here: where a break is possible at all */
  gboolean loose;     /* UAX #14 itself would break here: the first to be opened when nothing else fits */
  guint8 penalty;     /* of a break before it; 0 is best */
} JbBreakChar;

/* One entry a character and one for the end of the text, whose `can_break` is TRUE. */
JbBreakChar *jb_find_breaks(const char *text, gsize len, JbLang lang, guint *n_chars);

#endif
