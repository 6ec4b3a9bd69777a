/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_READ_AREA_H
#define JB_READ_AREA_H
/* Administrative divisions: GB/T 2260, from tables/areas.tsv. */
#include <jianbao/document.h>

/*
 * The area that `front` (the first lines of a report) is about. Names nearest to 人民政府 and 人民代表大会 are
 * preferred, then the longest name. A name that several places share is told apart by a parent named in
 * `front`; when none is, the code stays "".
 */
JbArea jb_area_find(JbArena *arena, JbSlice front, const char *stem);
/* The only area of that full or short name (中原区, 中原) beneath the one with code `whole`; FALSE when there is none. */
gboolean jb_area_beneath(JbArena *arena, const char *whole, const char *name, JbArea *area);

#endif
