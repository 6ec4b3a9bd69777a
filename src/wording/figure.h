/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_FIGURE_H
#define JB_WORDING_FIGURE_H
/* A value in the units that English uses. */
#include <jianbao/wording.h>

#include "wording/number.h"
#include "wording/units.h"

typedef struct {
  JbDecimal value;        /* in whole units: no 万, no 亿 */
  const JbUnitWord *unit; /* NULL: none known, `rest` is written as it is */
  const JbUnitWord *per;  /* NULL: no quotient */
  const char *rest;
  gboolean as_written; /* too large to scale: `rest` is the unit with its 万 or 亿 */
  gboolean is_percent; /* whatever the unit was */
  gboolean is_mass;    /* jin that are given in metric tons */
  JbDecimal mu;        /* what was converted, when it was rounded or the unit changed its name */
  gboolean has_mu;
} JbFigure;

/* `largest`: the value whose unit all of an axis or column takes (kilograms or tons); else the value itself. */
JbFigure jb_figure(JbDecimal value, JbDecimal largest, const char *unit, JbMeasure measure);

/* million, billion, trillion or none. */
const JbScale *jb_figure_scale(const JbFigure *figure);
/* The words of its unit in a style; "" where English has none. */
const char *jb_figure_unit(JbArena *arena, const JbFigure *figure, JbStyle style, gboolean is_one);
/* What stands behind the stroke of a quotient; the figure has one. */
const char *jb_figure_per(const JbFigure *figure, JbStyle style);
/* Kilowatts for a label: changes the value to the unit returned, kW, MW or GW. */
const char *jb_figure_power(JbFigure *figure);

/* Two thirds, half, one tenth; `above` is less than `below`, which is 2 … 10. */
const char *jb_fraction_prose(JbArena *arena, guint above, guint below);

#endif
