/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_READ_PDF_H
#define JB_READ_PDF_H
/* The reader of pdf with the program that it runs: pdftotext, NULL when it is not installed. */
#include "read/text.h"

/*
 * What one of poppler's programs says of a PDF of anybody's, which it gets as its standard input, from a confined
 * child. argv[0] is its name; it stands where `pdftotext` does, NULL when that is not installed. For the caller to
 * free.
 */
GString *jb_poppler_ask(const char *name, JbSlice bytes, const char *pdftotext, const char **argv, GError **error);

gboolean jb_pdf_read(JbArena *arena, const char *name, JbSlice bytes, const char *program, JbText *text,
                     GError **error);

#endif
