/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_LAYOUT_LINT_H
#define JB_LAYOUT_LINT_H
/* What a proof-reader would mark on finished pages, found in the display list. */
#include <jianbao/draw.h>

/* Counts texts that overlap and texts outside their page; with `out`, a line for each. */
guint jb_layout_lint(const JbDrawing *drawing, GString *out);

#endif
