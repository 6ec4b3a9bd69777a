/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_FACTS_HISTORY_H
#define JB_FACTS_HISTORY_H
/* What delivery.c, progress.c and history.c share. */
#include "facts/facts.h"

gboolean jb_row_happened(const JbObservation *row);
/* A target that the work report of `year` sets for that year. */
gboolean jb_is_target_of(const JbObservation *row, gint year);
gboolean jb_is_first_target(const JbObservations *rows, guint at, gint year);
const JbObservation *jb_range_high(const JbObservations *rows, guint at);
/* The figure reported for the whole year; NULL with the reason. */
const JbObservation *jb_figure_of_year(const JbObservations *rows, const JbFact *target, gint year, JbReason *reason);
/* "≥6.6%" */
void jb_bounded_append(GString *out, const JbFact *fact);
/* Text and spaces up to `width` cells of a terminal, and two more spaces. */
void jb_padded_append(GString *out, const char *text, guint width);
/* "郑州市-2024 ¶8 #1" */
void jb_place_append(GString *out, const JbObservation *row);

#endif
