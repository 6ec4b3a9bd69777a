/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_LAYOUT_MODEL_H
#define JB_LAYOUT_MODEL_H
/* A layout file as read: sections of blocks with selectors. Lives in the layout's arena, never changes. */
#include "chart/internal.h"
#include <jianbao/layout.h>

/* A year as a layout writes it: 2021, $year, $last (= $year - 1), $year+4. */
typedef struct {
  gboolean relative; /* to the report's year */
  gint offset;       /* or the year itself */
} JbYearTerm;

typedef enum {
  JB_WHEN_ANY,
  JB_WHEN_EXACT,  /* "$last", "2017/2021": this period and no other */
  JB_WHEN_WITHIN, /* "2016..$year": any period inside */
  JB_WHEN_ENDS,   /* "../$last": several years that end so */
  JB_WHEN_STARTS, /* "$year/..": several years that begin so */
} JbWhenKind;

typedef struct {
  JbWhenKind kind;
  JbYearTerm from, to;
} JbWhen;

/* Which facts; every condition given must hold. */
typedef struct {
  const char **facts;      /* gdp.level@$last */
  const char **indicators; /* codes, in the order wanted */
  guint measures;          /* bit set of JbMeasure; 0 any */
  guint statuses;          /* bit set of JbStatus; 0: all but derived */
  JbWhen period;
  const char *section; /* part of a heading above the fact */
  const char *tag;     /* headline, annual_target, plan_target, result */
  gboolean rest;       /* only what no block above has shown */
  gboolean all;
} JbSelect;

typedef enum {
  JB_SORT_REPORT,   /* what comes first in the report is chosen first */
  JB_SORT_EMPHASIS, /* what the report itself makes most of: emphasis.c */
} JbSort;

typedef enum {
  JB_BLOCK_KIND_CHART,
  JB_BLOCK_KIND_TABLE,
  JB_BLOCK_KIND_TEXT,
  JB_BLOCK_KIND_PROSE,
  JB_BLOCK_KIND_MASTHEAD,
  JB_BLOCK_KIND_ANNEX,
  JB_BLOCK_KIND_GRID
} JbBlockForm;

typedef enum { JB_TRACK_FR, JB_TRACK_FIXED, JB_TRACK_AUTO } JbTrackKind;
typedef struct {
  JbTrackKind kind;
  double size; /* points or shares */
} JbTrack;

typedef struct JbLayoutBlock JbLayoutBlock;
struct JbLayoutBlock {
  JbBlockForm form;
  const char *name; /* as in the file: growth_bars */
  const JbChartClass *chart;
  JbSelect select;
  JbWhen target; /* which targets stand beside the actuals; default $year */
  JbWhen actual; /* gauge: which results stand beside the targets; default the last whole year's */
  JbWords title, note, words;
  const char *option;
  guint min, max, columns; /* fewer than min: the block drops out; max 0: no limit */
  const char *group;       /* table: "section" */
  gboolean required;       /* no data: the box that says so, instead of dropping out */
  gboolean each;           /* one chart an indicator, `columns` a row; in frames, a frame each */
  gboolean keep;           /* grid: its cells on one page */
  gboolean optional;       /* dropped when all cannot fit, the last one first */
  gboolean fill;           /* table: as many rows as the last page has room for, `min` at the least */
  JbSort sort;
  const char *style; /* masthead: "cover", "compact", "official"; NULL: the briefing's */
  double gap;
  guint span; /* tracks it takes as a cell; 0 is 1 */
  guint id;   /* running number in the file, from 1 */
  guint n_tracks;
  JbTrack *tracks;
  guint n_cells;
  JbLayoutBlock *cells; /* grid; a cell may be a grid */
};

typedef struct {
  const char *id;
  JbWords title;
  gboolean breaks; /* begins a page */
  guint n_blocks;
  JbLayoutBlock *blocks;
} JbLayoutSection;

/* A heading with these characters in it has this English. */
typedef struct {
  const char *has, *en;
} JbHeadingTerm;

typedef enum {
  JB_FLOW_PAGES,  /* sections follow each other down the pages */
  JB_FLOW_FRAMES, /* each section is a frame of its own: slides */
} JbFlowKind;

/* A picture that a theme brings. */
typedef struct {
  const guint8 *bytes; /* of a PNG file; NULL none */
  gsize len;
  guint width, height; /* pixels */
  double height_pt;
} JbLogo;

struct JbLayout {
  JbArena *arena;
  const char *name;
  JbTheme theme;
  JbLogo logo;
  const char *fonts[JB_N_FACES]; /* files; NULL: the fonts of the program */
  guint64 made_of;               /* over the bytes of every file that it was read from */
  double page_w, page_h;
  double margin[4]; /* top, right, bottom, left */
  JbFlowKind flow;
  guint max_pages;   /* 0: no limit */
  gboolean numbered; /* headings: 一、 二、 */
  const char *footer_left, *footer_right, *footer_outer;
  double footer_pt; /* type of the footer; 0: the theme's smallest */
  guint n_headings;
  JbHeadingTerm *headings; /* English of the report's own headings */
  const char **headline;   /* `let: headline`, what tag: headline means; NULL none */
  guint n_blocks;          /* in all sections and grids */
  guint n_sections;
  JbLayoutSection *sections;
};

/* Reads "2016..$year+4" and its kin; FALSE leaves `when` alone. */
gboolean jb_when_parse(const char *text, JbWhen *when);
gboolean jb_when_holds(const JbWhen *when, JbPeriod period, gint report_year);
gint jb_year_of(JbYearTerm term, gint report_year);

#endif
