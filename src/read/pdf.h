/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_READ_PDF_H
#define JB_READ_PDF_H
/* The reader of pdf with the program that it runs: pdftotext, NULL when it is not installed. */
#include "read/text.h"

gboolean jb_pdf_read(JbArena *arena, const char *name, JbSlice bytes, const char *program, JbText *text,
                     GError **error);

#endif
