/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_EXTRACT_TAILS_H
#define JB_EXTRACT_TAILS_H
/* The end of a list's last name that its first ones share. */
#include "extract/indicator.h"

/* 城镇 beside 农村居民人均可支配收入 is 城镇居民人均可支配收入; a name that wants no end comes back as it is. */
const char *jb_name_with_tail(JbArena *arena, JbSlice part, JbSlice last, const JbCatalogue *catalogue);

#endif
