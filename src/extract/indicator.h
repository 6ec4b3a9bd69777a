/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_EXTRACT_INDICATOR_H
#define JB_EXTRACT_INDICATOR_H
/* The catalogue: which names are which indicator (tables/indicators.tsv). */
#include "extract/unit.h"

#include <jianbao/document.h>

typedef struct JbCatalogue JbCatalogue;

JbCatalogue *jb_catalogue_new(const JbArea *area);
void jb_catalogue_free(JbCatalogue *catalogue);

/*
 * The code of an indicator's name, NULL when it is none of the catalogue's. The whole name must be an alias, but
 * for words that change nothing (全市, 全年, the area's own name): 全市固定资产投资 is one, 高技术产业投资 is not.
 */
const char *jb_catalogue_code(const JbCatalogue *catalogue, JbSlice name);

/* Bytes of the longest head of `text` that is an indicator's name: 生产总值|增速保持在合理区间; 0 when there is none.
 */
gsize jb_catalogue_prefix(const JbCatalogue *catalogue, JbSlice text);

/* May a level of this indicator stand in that unit? 高速公路10条 is no highway mileage. */
gboolean jb_catalogue_fits(const JbCatalogue *catalogue, const char *code, const JbUnit *unit,
                           gboolean bare_multiplier);

#endif
