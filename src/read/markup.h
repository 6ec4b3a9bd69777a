/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_READ_MARKUP_H
#define JB_READ_MARKUP_H
/* Writing the Markdown that readers of containers give: one paragraph at a time. */
#include "read/text.h"

/* A paragraph under way. A zeroed one is not usable: jb_markup_new(). */
typedef struct {
  GString *text;
  gboolean is_bold; /* `**` is open */
  gsize plain;      /* bytes of text that is not bold: 0 when all of it is */
} JbMarkup;

JbMarkup jb_markup_new(void);
void jb_markup_free(JbMarkup *markup);

/* Adds text; white space of any kind in it becomes single spaces. */
void jb_markup_add(JbMarkup *markup, const char *text, gboolean bold);
void jb_markup_break(JbMarkup *markup); /* a new line in the same paragraph */

/* What a paragraph is besides its text. */
typedef struct {
  guint heading;      /* 1 … 6, 0: none */
  gboolean centred;   /* a short centred line is set off as a bold one is */
  const char *number; /* before the text, or NULL */
} JbMarkupKind;

/* Ends the paragraph: writes it with a blank line behind it, or nothing when it is empty. The markup is empty again. */
void jb_markup_close(JbMarkup *markup, const JbMarkupKind *kind, GString *out);

/* Paragraphs of a cell as one run of text: marks and line breaks taken out. */
char *jb_markup_flat(const char *paragraphs);

/*
 * Ends a row of a table, given its cells (paragraphs, char *): a line with tabs between them, or, when it is a frame
 * around text rather than a row of values, their paragraphs.
 */
void jb_markup_row(const GPtrArray *cells, GString *out);

/* The finished text, in the arena. */
void jb_markup_finish(GString *out, JbArena *arena, JbText *text);

#endif
