/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_CHART_TABLE_H
#define JB_CHART_TABLE_H
/*
 * A table in pieces: layout measures the rows once and then draws any of them anywhere, so that a table flows over
 * columns and pages with its header repeated. Column positions are the same in every piece. The period and status that
 * most rows of a group share are said once, in the group's band or the table's head; a row says its own where it
 * differs.
 */
#include "chart/internal.h"

typedef struct JbTable JbTable;

/* Rows of this group stand under no band; what they share the table's head says. */
#define JB_TABLE_NO_GROUP G_MAXUINT

/* `group_of` by fact, counted from 0; NULL: no bands. Lives in `arena`; borrows the facts and the context. */
JbTable *jb_table_new(JbArena *arena, const JbChartContext *context, const JbFact *const *facts, guint n_facts,
                      const guint *group_of, double width_pt);
/* Adds so much air to every row, half above and half beneath. */
void jb_table_loosen(JbTable *table, double air_pt);
double jb_table_head_height(const JbTable *table);
double jb_table_row_height(const JbTable *table, guint row);
double jb_table_group_height(const JbTable *table, guint group, JbWords words);

/* Each draws at the left top given and is a TR of the Table that the caller has open. */
void jb_table_head_draw(const JbTable *table, JbDrawing *drawing, JbPoint top_left);
void jb_table_row_draw(const JbTable *table, JbDrawing *drawing, guint row, JbPoint top_left);
/* A band that heads the rows beneath it: a section's name. */
void jb_table_group_draw(const JbTable *table, JbDrawing *drawing, guint group, JbWords words, JbPoint top_left);
/* The rule at the foot. */
void jb_table_foot_draw(const JbTable *table, JbDrawing *drawing, JbPoint left);

#endif
