/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_READ_LINE_H
#define JB_READ_LINE_H
/* One line of a report, cleaned, and what it is. */
#include "read/text.h"

#include <jianbao/document.h>

typedef struct {
  GString *text;
  GArray *offset; /* guint32 */
  GArray *leads;  /* JbSpan */
  guint level;    /* of a heading, else 0 */
  guint line;
  gboolean bullet;
} JbSourceLine;

JbSourceLine jb_line_new(guint number);
void jb_line_clear(JbSourceLine *line); /* accepts a cleared one */

/* Bytes start … end of the source as one clean line: markup and typesetter's spaces dropped, figures and marks folded.
 */
JbSourceLine jb_line_clean(const JbText *source, gsize start, gsize end, guint number);

/* Level of the number at its head: 一、 第一部分 1; （一） 2; 1. 1、 3; （1） 4; else 0. `len` gets the bytes of the
 * number. */
guint jb_line_level(JbSlice text, gsize *len);
gboolean jb_ends_sentence(JbSlice text);
gboolean jb_is_furniture(JbSlice text); /* page numbers, rules, notes of the typesetter */

#endif
