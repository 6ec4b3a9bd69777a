/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_CHECK_INTERNAL_H
#define JB_CHECK_INTERNAL_H
/* What the files of this room share: facts with what their sentence says around them, and a place for findings. */
#include <jianbao/check.h>

#include "check/range.h"

/* One fact as the rules see it. */
typedef struct {
  const JbFact *fact;
  JbSlice lead;         /* the sentence between the figure before (or its beginning) and this one */
  JbSlice tail;         /* what follows up to the next figure or the end */
  guint64 scope;        /* bits of the words that narrow or widen whom the figure is about: scope.c */
  gboolean is_ranged;   /* `range` is known */
  gboolean is_doubtful; /* its period or status may have been misread: compared with nothing outside its clause */
  JbRange range;
  gint from;      /* 从A增加到B: of B, the index of A; else -1 */
  gint direction; /* of such a B: 1 增加, -1 减少, 0 not told */
  gint after;     /* of a figure that only tells how far the B before it moved, the index of that B; else -1 */
} JbStated;

typedef struct JbChecker JbChecker;
struct JbChecker {
  JbArena *arena;
  const JbFacts *facts; /* the set being checked */
  guint n;
  JbStated *items;  /* the extracted facts, in reading order */
  GArray *findings; /* JbFinding */
};

/* check.c: begins, and ends with the findings in order. */
JbChecker jb_checker_open(const JbFacts *facts);
JbFindings *jb_findings_close(JbChecker *checker);

/* scope.c: the items of a fact set, in `arena`. */
JbStated *jb_check_items(const JbFacts *facts, JbArena *arena, guint *n);

/* Whether two figures are about the same indicator of the same people and places, as far as the text tells. */
gboolean jb_stated_alike(const JbStated *a, const JbStated *b);
gboolean jb_check_says_percent(const JbFact *fact);
gboolean jb_check_says_points(const JbFact *fact);
/* Stated as exact, in base units. */
gboolean jb_check_is_exact(const JbStated *item);
/* "percent" and "percentage_point" go together. */
gboolean jb_check_same_dimension(const JbFact *a, const JbFact *b);
gboolean jb_check_same_sentence(const JbStated *a, const JbStated *b);
gboolean jb_check_has(JbSlice text, const char *const *words);

/* find.c: appends a finding; `zh`, `en` in the checker's arena. Places are put into reading order. */
void jb_found(JbChecker *checker, const char *kind, JbCertainty certainty, const char *zh, const char *en,
              guint n_places, const JbStated *const *places);

/* Words for sentences: 2021年163亿元 / 16.3 billion yuan (2021). */
const char *jb_said_zh(JbChecker *checker, const JbFact *fact);
const char *jb_said_en(JbChecker *checker, const JbFact *fact);
/* The figure alone. */
const char *jb_figure_zh(JbChecker *checker, const JbFact *fact);
const char *jb_figure_en(JbChecker *checker, const JbFact *fact);
/* A computed one, written like `like`; "?" when it does not fit. */
const char *jb_computed_zh(JbChecker *checker, const JbFact *like, JbWide value, gint32 decimals);
const char *jb_computed_en(JbChecker *checker, const JbFact *like, JbWide value, gint32 decimals);
const char *jb_label_zh(JbChecker *checker, const JbFact *fact);
const char *jb_label_en(JbChecker *checker, const JbFact *fact);

/* How an indicator behaves: rows of nature.c. */
typedef struct {
  const char *code;
  gboolean is_real;  /* growth is at constant prices, or its base is not the level before: the two need not agree */
  gboolean is_stock; /* carried from year to year and not expected to fall: a target below it is none */
} JbNature;
const JbNature *jb_check_nature(const JbFact *fact);

/* The rules, each a file: what it looks at is told in front of it. */
void jb_check_moves(JbChecker *checker);
void jb_check_values(JbChecker *checker);
void jb_check_parts(JbChecker *checker);
void jb_check_rates(JbChecker *checker);
void jb_check_targets(JbChecker *checker);

#endif
