/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JIANBAO_DRAW_H
#define JIANBAO_DRAW_H
/*
 * Display list: pages of draw commands between layout and the backends.
 *
 * Lengths are points (1/72 in) in doubles, y grows downwards, the origin is the page's top left corner.
 * A text command carries its text, its shaped glyphs and its box, so that one list serves PDF, PNG and
 * SVG, and tests can read it. Draw calls return nothing: the list keeps the first failure (a NaN, an
 * unclosed tag, a missing glyph), checked once with jb_drawing_check() before anything is rendered.
 */
#include <jianbao/base.h>

G_BEGIN_DECLS

typedef struct { double x, y; } JbPoint;
typedef struct { double x, y, w, h; } JbRect;
typedef struct { double min, pref, max; } JbExtent; /* of a height, points */

/* 0xRRGGBBAA, sRGB. */
typedef guint32 JbColour;
#define JB_RGB(rgb) (((JbColour)(rgb) << 8) | 0xFFu)
#define JB_NO_COLOUR ((JbColour)0)

/* The faces every output uses; a drawing names them, fonts resolve them (typeset.h). */
typedef enum { JB_FACE_REGULAR, JB_FACE_BOLD, JB_N_FACES } JbFace;

typedef struct {
  guint32 glyph;   /* glyph id in the whole font of the face */
  guint32 cluster; /* byte offset into the run's text of the first character it stands for */
  double x, y;     /* origin on the page */
} JbGlyph;

typedef struct {
  JbFace face;
  double size_pt;
  JbColour colour;
  JbLang lang;    /* one language: the PDF's /Lang of the span */
  double halo_pt; /* > 0: an outline this wide is painted beneath */
  JbColour halo;  /* its colour, the paper's; JB_NO_COLOUR is white */
  const char *text;
  guint n_glyphs;
  const JbGlyph *glyphs; /* in text order */
  JbRect box;            /* advance width × (ascent + descent) */
} JbTextItem;

typedef enum { JB_SEG_MOVE, JB_SEG_LINE, JB_SEG_CURVE, JB_SEG_CLOSE } JbSegKind;
typedef struct {
  JbSegKind kind;
  JbPoint p[3]; /* MOVE, LINE: p[0]; CURVE: two controls and the end */
} JbSegment;

typedef struct {
  JbColour fill;     /* JB_NO_COLOUR: not filled */
  JbColour stroke;   /* JB_NO_COLOUR: not stroked */
  double width_pt;   /* of the stroke */
  double dash_pt[2]; /* on, off; {0, 0} is solid */
  gboolean round;    /* round caps and joins */
} JbPaint;

typedef struct {
  guint n_segments;
  const JbSegment *segments;
  JbPaint paint;
  JbRect box; /* of the control points */
} JbPathItem;

/* Structure roles: PDF's own names. ARTIFACT holds running heads, rules and other page furniture.
 * L is a list of LI, each with its number (LBL) and its text (LBODY). */
typedef enum {
  JB_ROLE_DOCUMENT, JB_ROLE_SECT, JB_ROLE_H1, JB_ROLE_H2, JB_ROLE_H3, JB_ROLE_P, JB_ROLE_SPAN, JB_ROLE_FIGURE,
  JB_ROLE_CAPTION, JB_ROLE_TABLE, JB_ROLE_TR, JB_ROLE_TH, JB_ROLE_TD, JB_ROLE_L, JB_ROLE_LI,
  JB_ROLE_LBL, JB_ROLE_LBODY, JB_ROLE_ARTIFACT,
} JbRole;

typedef struct {
  JbRole role;
  const char *alt; /* figures; else NULL */
  JbRect box;      /* figures */
} JbTagItem;

typedef struct {
  JbRect box;
  const char *target; /* "#name" within the document, else a URI */
  const char *title;  /* what a screen reader says */
} JbLinkItem;

typedef struct {
  JbPoint at;
  const char *name;
} JbAnchorItem;

/* A picture, page furniture: a theme's logo. */
typedef struct {
  JbRect box;
  const guint8 *png; /* a PNG file's bytes, in the drawing's arena */
  gsize len;
} JbImageItem;

typedef enum {
  JB_DRAW_TEXT, JB_DRAW_PATH, JB_DRAW_TAG_BEGIN, JB_DRAW_TAG_END, JB_DRAW_LINK, JB_DRAW_ANCHOR, JB_DRAW_IMAGE,
} JbDrawKind;

typedef struct {
  JbDrawKind kind;
  union {
    JbTextItem text;
    JbPathItem path;
    JbTagItem tag;
    JbLinkItem link;
    JbAnchorItem anchor;
    JbImageItem image;
  };
} JbDrawItem;

typedef struct {
  double width_pt, height_pt;
  GArray *items; /* JbDrawItem, in paint and reading order */
} JbPage;

typedef struct {
  guint level; /* 1 … */
  const char *title;
  const char *anchor; /* name of an anchor item */
} JbOutline;

typedef struct {
  JbArena *arena;       /* everything the items point to */
  const char *title_zh, *title_en; /* of the document, for metadata; "" when none */
  const char *subject;  /* what it was made from; "" */
  const char *date;     /* ISO 8601, of metadata; "" leaves the epoch */
  double least_zh_pt, least_en_pt; /* the smallest type that its theme allows, for who checks it; 0: not said */
  JbColour background;  /* JB_NO_COLOUR: transparent; PDF pages stay white */
  GPtrArray *pages;     /* JbPage * */
  GArray *outline;      /* JbOutline */
  guint n_blank;        /* charts that found nothing to show and say so in a box */
  GError *failure;      /* the first one; later draw calls do nothing */
  guint open_tags;
} JbDrawing;

JB_API JbDrawing *jb_drawing_new(void);
JB_API void jb_drawing_free(JbDrawing *drawing); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JbDrawing, jb_drawing_free)

/* Draw calls go to the last page begun. */
JB_API void jb_draw_page(JbDrawing *drawing, double width_pt, double height_pt);
JB_API void jb_draw_text_item(JbDrawing *drawing, const JbTextItem *item); /* pointers must live in drawing->arena */
JB_API void jb_draw_rect(JbDrawing *drawing, JbRect rect, JbPaint paint);
JB_API void jb_draw_line(JbDrawing *drawing, JbPoint from, JbPoint to, JbPaint paint);
JB_API void jb_draw_polyline(JbDrawing *drawing, const JbPoint *points, guint n, gboolean closed, JbPaint paint);
JB_API void jb_draw_circle(JbDrawing *drawing, JbPoint centre, double radius_pt, JbPaint paint);
/* Open arc, degrees clockwise from 12 o'clock. */
JB_API void jb_draw_arc(JbDrawing *drawing, JbPoint centre, double radius_pt, double from_deg, double to_deg, JbPaint paint);
JB_API void jb_draw_path(JbDrawing *drawing, const JbSegment *segments, guint n, JbPaint paint); /* copied */
/* Copies the bytes of a PNG file. */
JB_API void jb_draw_image(JbDrawing *drawing, JbRect box, const guint8 *png, gsize len);
JB_API void jb_draw_begin(JbDrawing *drawing, JbRole role);
JB_API void jb_draw_begin_figure(JbDrawing *drawing, JbRect box, const char *alt);
JB_API void jb_draw_end(JbDrawing *drawing);
JB_API void jb_draw_link(JbDrawing *drawing, JbRect box, const char *target, const char *title);
JB_API void jb_draw_anchor(JbDrawing *drawing, JbPoint at, const char *name);
JB_API void jb_draw_outline(JbDrawing *drawing, guint level, const char *title, const char *anchor);

/* Records a failure unless there is one already; takes ownership of `error`. */
JB_API void jb_drawing_fail(JbDrawing *drawing, GError *error);
/* TRUE when nothing failed and every tag is closed; else sets `error`. */
JB_API gboolean jb_drawing_check(const JbDrawing *drawing, GError **error);

/* All text in drawing order, lines run together: a name may be broken over several. For the caller to free. */
JB_API char *jb_drawing_text(const JbDrawing *drawing);
/* Text dump: a line an item, coordinates to 1/100 pt, glyph ids left out. */
JB_API void jb_drawing_dump(const JbDrawing *drawing, GString *out);

JB_API const char *jb_role_name(JbRole role); /* "H1", "Figure" … */

G_END_DECLS
#endif
