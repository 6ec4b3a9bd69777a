/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JIANBAO_CHECK_H
#define JIANBAO_CHECK_H
/*
 * Facts → Findings: where a report contradicts itself, or the report of a year before.
 *
 * A finding says what does not agree, how sure that is, and which facts say it. The arithmetic is exact and
 * grants every figure the rounding that it was written with: what rounding explains is no finding.
 */
#include <jianbao/base.h>
#include <jianbao/fact.h>

G_BEGIN_DECLS

typedef enum {
  JB_CERTAIN,  /* arithmetic alone: one of the figures is wrong, whatever they mean */
  JB_LIKELY,   /* the figures are about the same thing as far as the text tells, and do not agree */
  JB_POSSIBLE, /* worth a look: scopes, prices or methods may explain it */
} JbCertainty;

/* One place that a finding quotes: a fact and the report it is of. Borrowed from the fact sets that were checked. */
typedef struct {
  const JbFacts *facts;
  const JbFact *fact;
} JbPlace;

#define JB_MOST_PLACES 4

typedef struct {
  const char *kind; /* stable: "two_values"; see jb_check_kind_at() */
  JbCertainty certainty;
  const char *zh, *en; /* a sentence with the figures */
  guint n_places;
  JbPlace places[JB_MOST_PLACES]; /* in reading order */
} JbFinding;

typedef struct {
  JbArena *arena;
  guint n_findings;
  const JbFinding *findings; /* the surest first, then in reading order */
} JbFindings;

/* What a report says against itself. The facts (derived ones are passed over) must outlive the findings. */
JB_API JbFindings *jb_check(const JbFacts *facts);
/*
 * The figures that `older` gives for a year against those that `facts` gives or implies for it (stated, or as
 * level - change, or as level / (1 + growth) where growth is at current prices): "revised".
 */
JB_API JbFindings *jb_check_against(const JbFacts *facts, const JbFacts *older);
JB_API void jb_findings_free(JbFindings *findings); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JbFindings, jb_findings_free)

/* The kinds there are, in a fixed order; NULL behind the last. */
typedef struct {
  const char *name;
  const char *summary; /* one line of English */
} JbCheckKind;
JB_API const JbCheckKind *jb_check_kind_at(guint index);

/*
 * Text: "FILE:LINE: kind: …" for each finding under a heading for each certainty, the places indented beneath.
 * `name` and `older_name` are what is written for FILE. JSON lines: an object a finding.
 */
JB_API void jb_findings_write_text(const JbFindings *findings, const char *name, const char *older_name, GString *out);
JB_API void jb_findings_write_jsonl(const JbFindings *findings, const char *name, const char *older_name, GString *out);

JB_API const char *jb_certainty_name(JbCertainty certainty); /* "certain" … */
/* Whether any finding is certain or likely. */
JB_API gboolean jb_findings_are_serious(const JbFindings *findings);

G_END_DECLS
#endif
