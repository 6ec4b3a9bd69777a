/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_LAYOUT_FLOW_H
#define JB_LAYOUT_FLOW_H
/*
 * Pieces flow down pages. A piece is solid (a chart, a heading) with a height that may flex, or made of atoms that
 * flow through columns and over pages (a table, the annex).
 */
#include "layout/run.h"

#define JB_MAX_COLUMNS 4

/* What is never cut: a table row, a group's band, an annex entry. */
typedef struct {
  double height;
  guint group;    /* index of the group it belongs to */
  gboolean heads; /* it is the band of its group */
} JbAtom;

typedef struct JbColumns JbColumns;
struct JbColumns {
  guint n_columns;
  double gap, width; /* width of one column */
  double head_h;     /* repeated at the top of every column */
  guint n_atoms;
  const JbAtom *atoms;
  const double *band_h; /* by group: height of its band where it goes on, with （续）; 0 none */
  void (*draw)(JbRun *run, const JbColumns *columns, JbDrawing *drawing, guint from, guint to, JbPoint top_left);
  gconstpointer data;
};

typedef struct JbPiece JbPiece;
struct JbPiece {
  JbExtent height;
  double gap_before;
  gboolean keep_next; /* a heading: never the last thing on a page */
  gboolean page_before;
  void (*draw)(JbRun *run, const JbPiece *piece, JbDrawing *drawing, JbRect box);
  gconstpointer data;
  const JbColumns *columns; /* NULL: solid */
};

typedef struct {
  guint piece, page;
  double y, height;
  guint cut[JB_MAX_COLUMNS + 1]; /* columns: atoms cut[c] … cut[c + 1] - 1 stand in column c */
} JbPlaced;

/* Where every piece stands; JbPlaced in page order. Fails with JB_ERROR_CONFIG naming the points that are missing. */
GArray *jb_flow(const JbPiece *pieces, guint n_pieces, double page_height, GError **error);

/* Fills columns of `height` from atom `from` on: cut[0] = from … ; TRUE when all atoms found a place. */
gboolean jb_columns_fill(const JbColumns *columns, guint from, double height, guint *cut);
double jb_columns_used(const JbColumns *columns, const guint *cut);

/* Pieces of one run: pieces.c. */
GArray *jb_make_pieces(JbRun *run, const JbChosen *const *sections, double width);
void jb_piece_annex(JbRun *run, const JbChosen *chosen, double width, GArray *pieces);
void jb_piece_masthead(JbRun *run, const JbChosen *chosen, double width, GArray *pieces);
void jb_piece_table(JbRun *run, const JbChosen *chosen, double width, GArray *pieces);
void jb_piece_heading(JbRun *run, JbWords words, guint level, double width, GArray *pieces);
/* The heading that a figure or sentence is filed under: two levels of the report's own. */
const char *jb_group_of(const JbFact *fact);
/* It with English, where the layout knows one. */
JbWords jb_group_words(const JbRun *run, const char *group);

#endif
