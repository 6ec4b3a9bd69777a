/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_READ_DOCX_NUMBER_H
#define JB_READ_DOCX_NUMBER_H
/* Automatic numbers of a docx (word/numbering.xml): the words of a number are nowhere in the text. */
#include <jianbao/base.h>

typedef struct JbDocxNumbering JbDocxNumbering;

JbDocxNumbering *jb_docx_numbering_new(const char *name, const GByteArray *bytes,
                                       GError **error);  /* bytes NULL: none */
void jb_docx_numbering_free(JbDocxNumbering *numbering); /* accepts NULL */

/* One more paragraph of numbering `num_id` at `level`: appends its number, or nothing. */
void jb_docx_numbering_count(JbDocxNumbering *numbering, int num_id, int level, GString *out);

#endif
