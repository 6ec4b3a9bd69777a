/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_READ_SHAPE_H
#define JB_READ_SHAPE_H
/* How a text lies on its lines: whether they were cut at a width, which of them are running heads. */
#include "read/text.h"

typedef struct {
  gsize start, end;    /* bytes of the source, without the line break */
  guint cells, indent; /* width in columns of a terminal; columns of white space at its head */
  gboolean after_page; /* a page begins above it (form feed) */
  gboolean running;    /* a running head or foot */
} JbRawLine;

typedef struct {
  GArray *lines;    /* JbRawLine */
  guint full;       /* lines at least this wide were cut, and go on in the next one; 0: lines are paragraphs */
  guint edge;       /* the width of most of them */
  guint margin;     /* of cut lines: columns of white space before those that are not indented */
  gboolean indents; /* of cut lines: the first one of a paragraph is indented */
} JbShape;

JbShape jb_shape_of(const JbText *text);
void jb_shape_clear(JbShape *shape);

/* Was this line, one of the shape's, cut at the width, so that its text goes on? */
gboolean jb_shape_is_cut(const JbShape *shape, const JbText *text, const JbRawLine *line);
gboolean jb_shape_is_indented(const JbShape *shape, const JbRawLine *line);

#endif
