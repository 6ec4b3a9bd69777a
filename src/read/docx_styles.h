/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_READ_DOCX_STYLES_H
#define JB_READ_DOCX_STYLES_H
/* What a docx says elsewhere of a paragraph: its style (word/styles.xml) and its number (word/numbering.xml). */
#include <jianbao/base.h>

#define JB_DOCX_LEVELS 9

typedef struct JbDocxStyles JbDocxStyles;

/* What a style, with those that it is based on, gives a paragraph. */
typedef struct {
  guint heading;   /* 1 … 6, 0: none */
  gboolean is_toc; /* a line of the table of contents */
  gboolean bold, centred;
  int num_id, level; /* of the numbering, -1: none */
} JbDocxStyle;

/* Either part may be NULL. */
JbDocxStyles *jb_docx_styles_new(const char *name, const GByteArray *styles, const GByteArray *numbering,
                                 GError **error);
void jb_docx_styles_free(JbDocxStyles *styles); /* accepts NULL */

JbDocxStyle jb_docx_style(const JbDocxStyles *styles, const char *id);

/* Counts one more paragraph of this numbering and level and appends its number: 一、 （二） 3. Bullets append nothing.
 */
void jb_docx_number(JbDocxStyles *styles, int num_id, int level, GString *out);

#endif
