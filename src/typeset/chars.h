/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_TYPESET_CHARS_H
#define JB_TYPESET_CHARS_H
/* Classes of characters that spacing and line breaking ask for (CLREQ's words). */
#include <glib.h>

gboolean jb_char_is_han(gunichar c);     /* ideographs */
gboolean jb_char_is_western(gunichar c); /* letters and digits that stand apart from Han by a gap */
/* Full-width brackets and stops, whose glyph fills one half of its square. */
gboolean jb_char_is_opening(gunichar c); /* ink on the right: （《“ */
gboolean jb_char_is_closing(gunichar c); /* ink on the left: ）》”，。 */
/* Draws nothing and takes no room: controls and invisible format characters. */
gboolean jb_char_is_dropped(gunichar c);
/* Tabs and line ends, which a line of text has as a space. */
gboolean jb_char_is_blank(gunichar c);
/* What it may be written with where the face has no glyph for it: "/10000" for ‱; NULL: nothing (equivalents.c). */
const char *jb_char_equivalent(gunichar c);

#endif
