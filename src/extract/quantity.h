/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_EXTRACT_QUANTITY_H
#define JB_EXTRACT_QUANTITY_H
/* Is a number a quantity? And the small questions of the text around it that number.c asks too. */
#include "extract/number.h"

gsize jb_match_vague(JbSlice text);       /* 多 余 几 */
gsize jb_figures(JbSlice text, gsize at); /* bytes of digits with grouping commas and a decimal point */
gboolean jb_before_is(JbSlice text, gsize at, const char *word);
/* Does the text at `at` go on with the rest of a clause, not with the noun of a name? 8%以上， but 30万千瓦以下机组 */
gboolean jb_is_ahead(JbSlice text, const JbQuantity *q); /* 向四千亿元|大关迈进 */
gboolean jb_ends_phrase(JbSlice text, gsize at);

/* sign.c. What belongs to the number before it becomes part of it: the sign of a percentage, whose bytes are counted in
 * `sign` and taken once it is known to be a quantity, and the whole of a part: 百分之6.5, 千分之3.73. */
void jb_take_sign(JbSlice text, JbQuantity *q);
void jb_take_part_of(JbSlice text, JbQuantity *q);
void jb_take_tail(JbSlice text, JbQuantity *q); /* 以上, 左右: sets `outer` and `tail` */

/* `quoted`: it stands within a short quotation. */
gboolean jb_is_quantity(JbSlice text, const JbQuantity *q, gboolean quoted);

#endif
