/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_RENDER_PDF_TAGS_H
#define JB_RENDER_PDF_TAGS_H
/* From a drawing's tags to what Cairo can write of them. */
#include <jianbao/draw.h>

#include <cairo.h>

typedef struct JbPdfTags JbPdfTags;

JbPdfTags *jb_pdf_tags_new(const JbDrawing *drawing);
void jb_pdf_tags_free(JbPdfTags *tags);
/* Call for every item in order, before it is painted. */
void jb_pdf_tags_item(JbPdfTags *tags, cairo_t *cr, const JbDrawItem *item);
/* Call before a page is shown. */
void jb_pdf_tags_page_end(JbPdfTags *tags, cairo_t *cr);

/* "KEY=..." for the name of an anchor; to be freed. */
char *jb_pdf_destination(const char *key, const char *name);

#endif
