/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_EXTRACT_BIND_H
#define JB_EXTRACT_BIND_H
/* One sentence: its quantities bound to indicators, measures, periods. */
#include "extract/indicator.h"
#include "extract/number.h"
#include "extract/period.h"

typedef struct {
  JbArena *arena; /* of the facts */
  const JbCatalogue *catalogue;
  const JbDocument *document;
  const JbBlock *block;
  const JbScope *scope;
  GArray *facts;    /* JbFact */
  GArray *doubtful; /* guint: which of them may be of a part that the paragraph spoke of before */
  GString *explain; /* NULL, or where each fact is explained */
  gboolean estimate; /* the sentence breaks the figures of an estimate down */
} JbBinder;

/* Binds the quantities that lie in bytes start … end of the block's text (one sentence with its full stop). */
void jb_bind_sentence(const JbBinder *binder, gsize start, gsize end, const JbQuantity *quantities, guint n);

/* 预计, 初步核算: what follows in the sentence is an estimate, and so are the sentences that break it down. */
gboolean jb_says_estimate(JbSlice text);

/* Takes codes back that the rest of the report contradicts (settle.c). */
void jb_settle(GArray *facts, const GArray *doubtful);

#endif
