/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_BASE_NUMERAL_H
#define JB_BASE_NUMERAL_H
/* Chinese digits, and years written with them. */
#include <jianbao/base.h>

/* The digit at the head of `text`, 零 〇 一 … 九 两, all of three bytes; -1 when there is none. */
gint jb_han_digit(JbSlice text);

/* Four digits at the head of `text`: 一九九四 → 1994; `len` gets their bytes. 0 when there are not four. */
gint jb_han_year(JbSlice text, gsize *len);

#endif
