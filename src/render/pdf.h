/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_RENDER_PDF_H
#define JB_RENDER_PDF_H
/* The parts of the PDF writer, a file each; pdf.c tells how they work together. */
#include <jianbao/render.h>

/* ---- pdf_object.c: objects, streams, the cross-reference; numbers and strings ------------------- */

typedef struct JbPdf JbPdf;

JbPdf *jb_pdf_new(void);
/* Number of an object that is written later, once. */
guint jb_pdf_reserve(JbPdf *pdf);
/* Where the object's text is to be appended; it ends with the next call of this file. */
GString *jb_pdf_object(JbPdf *pdf, guint number);
/*
 * The same for one of many objects that look alike: as a row of its table, it costs what differs from the row above.
 * Fields are to have a fixed width. What is longer than a row is written as any other object.
 */
typedef enum { JB_PDF_PLAIN, JB_PDF_ELEMENTS, JB_PDF_LINKS, JB_PDF_N_TABLES } JbPdfTable;
void jb_pdf_row(JbPdf *pdf, JbPdfTable table, guint number, const GString *text);
/* Where an object that is to fill several rows of a table is to be appended. */
GString *jb_pdf_rows(JbPdf *pdf, JbPdfTable table, guint number);
void jb_pdf_row_fill(JbPdf *pdf, JbPdfTable table); /* goes on in the next row, which is then the object's too */
/* How hard a stream is deflated: harder where much of it is said again, not so where it is not, or where all wait for it. */
typedef enum { JB_PDF_ONCE, JB_PDF_REPEATING, JB_PDF_N_EFFORTS } JbPdfEffort;
/* `entries` of the dictionary beside Length and Filter: "/Type/XObject". Copies the bytes. */
void jb_pdf_stream(JbPdf *pdf, guint number, const char *entries, const void *bytes, gsize len, JbPdfEffort effort);
/* The whole file; frees `pdf`. */
GBytes *jb_pdf_finish(JbPdf *pdf, guint catalogue, guint info);
void jb_pdf_free(JbPdf *pdf); /* when there is no file to be: accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JbPdf, jb_pdf_free)

/* Rounded, without zeros at either end: 12, .5, -3.25. */
void jb_pdf_number(GString *out, double value, guint decimals);
/* At least `width` wide, spaces before it; for what comes by the thousand. */
void jb_pdf_whole(GString *out, guint value, guint width, const char *behind);
void jb_pdf_rect(GString *out, JbRect rect, double page_height); /* "[x0 y0 x1 y1]", the y axis turned */
void jb_pdf_byte(GString *out, char byte);                       /* of a string, escaped where it must be */
void jb_pdf_bytes(GString *out, const char *bytes, gsize len);   /* "(…)" */
void jb_pdf_text(GString *out, const char *utf8);                /* ASCII as it is, else UTF-16 */
void jb_pdf_name(GString *out, const char *name);                /* "/…" */

/* ---- pdf_font.c: a face's subset, embedded -------------------------------------------------------- */

typedef struct {
  guint number;     /* the font's object; 0 when the drawing does not use the face */
  guint16 *code_of; /* glyph of the whole font → character code, which is also its CID */
  guint n_codes;
  JbSlice *text_of;  /* by code: what a text extractor takes it for; at NULL: nothing of its own */
  guint16 *width_of; /* by code: advance, 1/1000 em */
} JbPdfFont;

/* All faces of a drawing; `made` has JB_N_FACES entries, to be cleared in any case. */
gboolean jb_pdf_fonts_make(JbPdf *pdf, const JbDrawing *drawing, JbFonts *fonts, JbPdfFont *made, GError **error);
void jb_pdf_fonts_clear(JbPdfFont *made);
/* Bytes of the text from glyph `first` on that its cluster stands for; `*end`: the glyph behind the cluster. */
JbSlice jb_pdf_cluster(const JbTextItem *text, guint first, guint *end);

/* ---- pdf_structure.c: the structure tree -------------------------------------------------------------- */

typedef struct JbPdfStructure JbPdfStructure;

JbPdfStructure *jb_pdf_structure_new(JbPdf *pdf, const JbDrawing *drawing);
void jb_pdf_structure_free(JbPdfStructure *structure);
/* A new element, last child of `parent`; element 0 is the Document. `tag`: of a figure, else NULL. */
guint jb_pdf_structure_add(JbPdfStructure *structure, guint parent, JbRole role, const JbTagItem *tag);
guint jb_pdf_structure_add_link(JbPdfStructure *structure, guint parent);
/* Marked content of a page becomes the element's: its MCID. */
guint jb_pdf_structure_mark(JbPdfStructure *structure, guint element, guint page);
/* An annotation becomes the element's: its StructParent. */
guint jb_pdf_structure_annotate(JbPdfStructure *structure, guint element, guint page, guint annotation);
/* Writes all elements; the root's object. `pages`: their objects. */
guint jb_pdf_structure_write(JbPdfStructure *structure, const guint *pages);

/* ---- pdf_marks.c: which element each piece of content belongs to -------------------------------------- */

typedef struct JbPdfMarks JbPdfMarks;

JbPdfMarks *jb_pdf_marks_new(JbPdf *pdf, const JbDrawing *drawing, JbPdfStructure *structure, JbLang lang);
void jb_pdf_marks_free(JbPdfMarks *marks);
void jb_pdf_marks_page(JbPdfMarks *marks, guint page, GString *content);
/* Before an item is painted: opens and closes what stands around it; links become annotations. */
void jb_pdf_marks_item(JbPdfMarks *marks, guint index);
/* Closes what is open; appends " n 0 R" of the page's annotations. */
void jb_pdf_marks_page_end(JbPdfMarks *marks, GString *annotations);

/* ---- pdf_content.c: content streams ---------------------------------------------------------------------- */

/* A picture that has been written. */
typedef struct {
  const JbImageItem *item;
  guint number;
} JbPdfImage;

typedef struct {
  JbPdf *pdf;
  GArray *images; /* JbPdfImage */
  const JbPdfFont *fonts;
  JbFonts *outlines; /* the open faces: halos are drawn as outlines */
  JbPdfMarks *marks;
  gboolean fill_alpha[256], stroke_alpha[256]; /* which are used, for the resources */
} JbPdfPainter;

void jb_pdf_paint(JbPdfPainter *painter, const JbPage *page, guint index, GString *out);
/* pdf_image.c: object of the picture, written when it is new. */
guint jb_pdf_image(JbPdfPainter *painter, const JbImageItem *item);
/* "<<…>>" of the fonts and transparencies used. */
void jb_pdf_resources(const JbPdfPainter *painter, GString *out);

/* ---- pdf_navigate.c: where a reader can go ------------------------------------------------------------------ */

void jb_pdf_link(JbPdf *pdf, guint number, const JbLinkItem *link, double page_height, guint struct_parent);
guint jb_pdf_destinations(JbPdf *pdf, const JbDrawing *drawing, const guint *pages); /* name tree; 0: none */
guint jb_pdf_outline(JbPdf *pdf, const JbDrawing *drawing);                          /* 0: none */

/* ---- pdf_attach.c: files within the file ----------------------------------------------------------------------------
 */

/* Appends what the catalogue has of them: "/AF[…]", and to `names` "/EmbeddedFiles …". */
void jb_pdf_attach(JbPdf *pdf, const JbDrawing *drawing, const JbRenderOptions *options, GString *catalogue,
                   GString *names);

/* ---- pdf_meta.c: what the file says of itself ------------------------------------------------------------------ */

void jb_pdf_date(GString *out, const JbDrawing *drawing); /* "(D:…Z)" */
guint jb_pdf_info(JbPdf *pdf, const JbDrawing *drawing);
guint jb_pdf_xmp(JbPdf *pdf, const JbDrawing *drawing);

/* ---- pdf_colour.c: sRGB --------------------------------------------------------------------------------------- */

guint jb_pdf_output_intent(JbPdf *pdf);

#endif
