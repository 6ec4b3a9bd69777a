/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_LAYOUT_COLOUR_H
#define JB_LAYOUT_COLOUR_H
/* WCAG 2 AA: text 4.5:1, large text and graphics 3:1. */
#include <jianbao/draw.h>

#define JB_CONTRAST_TEXT  4.5
#define JB_CONTRAST_LARGE 3.0

JbColour jb_colour_over(JbColour above, JbColour beneath); /* beneath is opaque */
double jb_colour_contrast(JbColour text, JbColour beneath);

#endif
