/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_LAYOUT_FLOW_H
#define JB_LAYOUT_FLOW_H
/*
 * Pieces flow down pages. A piece is solid (a chart, a heading, a row of a grid) with a height that may flex, or made
 * of atoms that flow through columns and over pages (a table, the annex).
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

/* A piece stands on several pages: "(2/3)" behind its heading. A later part of a chart at the head of a page is part 2. */
typedef struct {
  guint part, parts; /* from 1; parts 0 or 1: it is whole */
} JbPart;

typedef struct JbPiece JbPiece;
struct JbPiece {
  const char *name;           /* of its block, for messages and the dump */
  const JbLayoutBlock *block; /* NULL: a section's heading */
  JbExtent height;
  double gap_before;
  double again_h; /* a later part of a chart: what its title takes more where it begins a page */
  gboolean keep_next; /* a heading: never the last thing on a page */
  gboolean page_before;
  gboolean section_start; /* a good place for a page to begin */
  void (*draw)(JbRun *run, const JbPiece *piece, JbDrawing *drawing, JbRect box, JbPart part);
  gconstpointer data;
  const JbColumns *columns; /* NULL: solid */
  gint repeat;              /* columns: index of the heading that stands again above what goes on; -1 none */
};

typedef struct {
  guint piece, page;
  double y, height;
  JbPart part;
  guint cut[JB_MAX_COLUMNS + 1]; /* columns: atoms cut[c] … cut[c + 1] - 1 stand in column c */
} JbPlaced;

typedef struct {
  double height;    /* of a page's body */
  guint max_pages;  /* 0: as many as it takes */
  gboolean stretch; /* frames: the last page is filled like the others */
} JbPageRule;

/* What flowing did to a page, for the log. */
typedef struct {
  double fill;   /* how far down it is filled: 0 … 1 */
  double gaps;   /* 1 as wished, 0.7 at the least */
  double charts; /* -1 all at their least height, 0 as wished, 1 at their most */
} JbPageFit;

/*
 * Where every piece stands; JbPlaced in page order, `fits` (JbPageFit, may be NULL) by page. NULL with JB_ERROR_CONFIG
 * naming the block that does not fit and the points that are missing; `failed` (may be NULL) is then its piece when
 * no page holds it, else n_pieces.
 */
GArray *jb_flow(const JbPiece *pieces, guint n_pieces, const JbPageRule *rule, GArray *fits, guint *failed,
                GError **error);

/* ---- columns.c -------------------------------------------------------------------------------------------- */

/* Fills columns of `height` from atom `from` on: cut[0] = from … ; TRUE when all atoms found a place. */
gboolean jb_columns_fill(const JbColumns *columns, guint from, double height, guint *cut);
double jb_columns_used(const JbColumns *columns, const guint *cut);
/* Pages that the atoms take, the first of height `first`; G_MAXUINT when one does not fit at all. */
guint jb_columns_pages(const JbColumns *columns, guint from, double first, double rest);
/* The least height in which `from` … the end take no more pages than in `first` and then `rest`: parts alike. */
double jb_columns_even(const JbColumns *columns, guint from, double first, double rest);
/* Whether columns may begin with this much height: two rows under a band, one tall one, or all of them. */
gboolean jb_columns_can_begin(const JbColumns *columns, guint from, double height);
/* Height of all atoms in balanced columns. */
double jb_columns_whole(const JbColumns *columns, guint *cut);
void jb_columns_draw(JbRun *run, const JbColumns *columns, JbDrawing *drawing, const guint *cut, JbPoint at);

/* ---- Pieces of one run ------------------------------------------------------------------------------------ */

GArray *jb_make_pieces(JbRun *run, const JbChosen *const *sections, double width);
void jb_block_pieces(JbRun *run, const JbChosen *chosen, double width, GArray *pieces);
void jb_piece_annex(JbRun *run, const JbChosen *chosen, double width, GArray *pieces);
void jb_piece_masthead(JbRun *run, const JbChosen *chosen, double width, GArray *pieces);
void jb_piece_table(JbRun *run, const JbChosen *chosen, double width, GArray *pieces);
void jb_piece_grid(JbRun *run, const JbChosen *chosen, double width, GArray *pieces);
void jb_piece_text(JbRun *run, const JbChosen *chosen, double width, GArray *pieces);
void jb_piece_heading(JbRun *run, JbWords words, guint level, double width, GArray *pieces);
/* Appends; what the maker of a piece leaves 0 gets its default. */
void jb_add_piece(JbRun *run, GArray *pieces, JbPiece piece);
/* The heading that a figure or sentence is filed under: two levels of the report's own. */
const char *jb_group_of(const JbFact *fact);
/* It with English, where the layout knows one. */
JbWords jb_group_words(const JbRun *run, const char *group);

#endif
