/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_READ_LINE_H
#define JB_READ_LINE_H
/* One line of a report, cleaned, and what it is. */
#include "read/hant.h"
#include "read/text.h"

#include <jianbao/document.h>

/* Text under way to a block. The buffers grow and are used again; a zeroed one is empty. */
typedef struct {
  char *text;      /* NUL-terminated once anything was put */
  guint32 *offset; /* len + 1 entries */
  gsize len, size;
  JbSpan *leads;
  guint n_leads, leads_size;
  guint level;     /* of a heading, else 0 */
  guint line;      /* number of its first line in the source, from 1 */
  gboolean is_row; /* of a table: cells with tabs between them */
} JbLine;

void jb_line_free(JbLine *line);
/* Empty again, the buffers kept. */
void jb_line_reset(JbLine *line, guint number);

/*
 * Bytes start … end of the source as one clean line: markup and typesetter's spaces dropped, figures and marks
 * folded, traditional characters made simplified when `hant` is not NULL.
 */
void jb_line_clean(JbLine *line, const JbText *source, gsize start, gsize end, const JbHant *hant);

void jb_line_append(JbLine *to, const JbLine *from);
/* Cuts `n` bytes off the head. */
void jb_line_behead(JbLine *line, gsize n);
JbSlice jb_line_text(const JbLine *line);

/* Level of the number at its head: 一、 第一部分 1; （一） 2; 1. 1、 3; （1） 4; else 0. */
guint jb_line_level(JbSlice text);
gboolean jb_ends_sentence(JbSlice text);
gboolean jb_is_furniture(JbSlice text); /* page numbers, rules, notes of the typesetter */
gboolean jb_is_site(JbSlice text); /* what a web site puts around a report: 责任编辑 打印本页 版权所有 */

#endif
