/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JIANBAO_RENDER_H
#define JIANBAO_RENDER_H
/*
 * Display list → bytes of a PDF, PNG or SVG. Backends are rows of a table. Everything is rendered in memory
 * and checked there; jb_publish_file() then makes it appear at once or not at all.
 */
#include <jianbao/base.h>
#include <jianbao/draw.h>
#include <jianbao/typeset.h>

G_BEGIN_DECLS

/* What an attached file is to the document: the names that PDF/A-3 has for it. */
typedef enum {
  JB_ATTACHED_UNSPECIFIED,
  JB_ATTACHED_SOURCE,      /* what the document was made from */
  JB_ATTACHED_DATA,        /* what its charts and tables show */
  JB_ATTACHED_ALTERNATIVE, /* the same content in another form */
  JB_ATTACHED_SUPPLEMENT,
} JbAttached;

typedef struct {
  const char *name;        /* facts.json; no two alike */
  const char *mime;        /* application/json */
  const char *description; /* NULL: none */
  JbAttached relation;
  GBytes *bytes;
} JbAttachment;

typedef struct {
  guint page;         /* PNG, SVG: which page, from 0 */
  double scale;       /* PNG: pixels per point; 0 is 1 */
  double dpi;         /* PNG: what pHYs says; 0 is 72 × scale */
  gboolean live_text; /* SVG: <text> elements instead of outlines */
  guint n_attachments;
  const JbAttachment *attachments; /* PDF: files that travel in it; the others ignore them */
} JbRenderOptions;

typedef struct {
  const char *name;      /* "pdf" */
  const char *extension; /* ".pdf" */
  const char *summary;
  gboolean binary;
  gboolean paged; /* holds all pages of the drawing */
  GBytes *(*render)(const JbDrawing *drawing, JbFonts *fonts, const JbRenderOptions *options, GError **error);
} JbRenderer;

JB_API guint jb_renderer_count(void);
JB_API const JbRenderer *jb_renderer_at(guint index);
JB_API const JbRenderer *jb_renderer_lookup(const char *name_or_path); /* by name or by a path's extension; NULL */

/* Checks the drawing, then renders. */
JB_API GBytes *jb_render(const JbRenderer *renderer, const JbDrawing *drawing, JbFonts *fonts,
                         const JbRenderOptions *options, GError **error);

/*
 * One page into a Cairo context of the caller's (a GTK widget's, an image's): the page's left top corner at the origin
 * of the user space, a point a unit, so that the caller's translation and scale place it. The drawing's background is
 * not painted. Text is filled as outlines; the context's state is as before afterwards. Checks the drawing and, at the
 * end, the context's status. The type is Cairo's own; nobody needs its header who does not call this.
 */
typedef struct _cairo cairo_t;
JB_API gboolean jb_render_cairo(const JbDrawing *drawing, guint page, JbFonts *fonts, cairo_t *cr, GError **error);

G_END_DECLS
#endif
