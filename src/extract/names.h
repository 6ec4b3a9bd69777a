/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_EXTRACT_NAMES_H
#define JB_EXTRACT_NAMES_H
/* Names of several things in one phrase. */
#include "extract/indicator.h"

/*
 * Splits 城乡居民收入, 财政收入、支出, PM10、PM2.5平均浓度 into the names of what they count; shared heads and tails go
 * to each. Returns how many (0 when more than `max`).
 */
guint jb_names_split(JbArena *arena, JbSlice phrase, const char **names, guint max, const JbCatalogue *catalogue);

/* The same into exactly `n` names, where some way of parting it gives as many. */
gboolean jb_names_split_into(JbArena *arena, JbSlice phrase, guint n, const char **names, const JbCatalogue *catalogue);

/* 利润 behind 规模以上工业总产值 is 规模以上工业利润: what is measured, of the thing that `first` measures too. NULL
 * when the two are no measures of one thing. */
const char *jb_name_with_owner(JbArena *arena, JbSlice part, JbSlice first);

/* 国电投换电重卡等亿元以上项目 → 亿元以上项目 */
JbSlice jb_name_after_deng(JbSlice name);

/* Is it what is measured of a thing, and nothing else: 主营业务收入, 增加值, 吞吐量? */
gboolean jb_name_is_measure(JbSlice name);

/* 增加值, 到位资金: made or paid by what was spoken of before. */
gboolean jb_name_is_earned(JbSlice name);

/* 总投资, 面积: says nothing without what was spoken of before. */
gboolean jb_name_is_generic(JbSlice name);

#endif
