/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_CHECK_RANGE_H
#define JB_CHECK_RANGE_H
/*
 * Range: what a written figure may have been before it was rounded, in exact integers.
 *
 * Both ends are included and count millionths of the base unit (of one percent for rates), so that the largest
 * national amount times a growth factor still fits 127 bits. Every operation rounds its ends outwards: a range
 * holds whatever the true result is, and two ranges that do not meet cannot be explained by rounding.
 */
#include <jianbao/fact.h>

__extension__ typedef __int128 JbWide;

#define JB_MILLION ((JbWide)1000000)

typedef struct {
  JbWide lo, hi;
} JbRange;

/*
 * The range of a fact: half a unit of its last digit below, a whole one above (reports cut off as often as they
 * round); of two or more zeros at the end of a whole number
 * all but the first count as rounded (5000亿元 is known to 100). FALSE when the figure is too large or too fine.
 */
gboolean jb_range_of(const JbFact *fact, JbRange *range);
/* One unit of the fact's last written digit, in millionths of the base unit; 0 when not known. */
JbWide jb_range_unit(const JbFact *fact);
/* The figure itself in millionths of the base unit. */
gboolean jb_range_exact(const JbFact *fact, JbWide *value);

/* The same as a range of one point; the result of arithmetic on such is told as the computed figure. */
gboolean jb_range_point(const JbFact *fact, JbRange *point);

JbRange jb_range_add(JbRange a, JbRange b);
JbRange jb_range_sub(JbRange a, JbRange b);
/* FALSE when it does not fit, or a level is not positive. */
gboolean jb_range_grow(JbRange level, JbRange percent, guint years, JbRange *result);
/* Growth in percent from one level to another. */
gboolean jb_range_growth(JbRange earlier, JbRange later, JbRange *percent);
gboolean jb_range_meet(JbRange a, JbRange b);
/* How far two ranges are apart; 0 when they meet. */
JbWide jb_range_gap(JbRange a, JbRange b);

/*
 * A figure computed in millionths of the base unit, written like `like`: in its unit, with its decimals (at least
 * `decimals`), for writing: its amount is left as it is in `like`. FALSE when it does not fit 18 digits.
 */
gboolean jb_range_figure(const JbFact *like, JbWide value, gint32 decimals, JbFact *figure);

#endif
