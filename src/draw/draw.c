/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The display list's builder.
 *
 * Takes draw calls of charts and layout, makes pages of items in one arena. An item is checked when it
 * comes in (every coordinate finite, tags in order), never later: backends may trust what they get. The
 * first failure is kept and ends all drawing, so callers need no error handling of their own; whoever
 * owns the drawing asks jb_drawing_check() once. Names of anchors can only be checked when all of them
 * are there, so that check happens last (see check.c).
 */
#include <jianbao/draw.h>

#include <math.h>
#include <string.h>

JbDrawing *
jb_drawing_new(void)
{
  JbDrawing *drawing = g_new0(JbDrawing, 1);
  drawing->arena = jb_arena_new();
  drawing->title_zh = drawing->title_en = drawing->subject = drawing->date = "";
  drawing->background = JB_RGB(0xFFFFFF);
  drawing->pages = g_ptr_array_new();
  drawing->outline = g_array_new(FALSE, FALSE, sizeof(JbOutline));
  return drawing;
}

void
jb_drawing_free(JbDrawing *drawing)
{
  if (drawing == NULL)
    return;
  for (guint i = 0; i < drawing->pages->len; i++)
    g_array_unref(((JbPage *)drawing->pages->pdata[i])->items);
  g_ptr_array_unref(drawing->pages);
  g_array_unref(drawing->outline);
  g_clear_error(&drawing->failure);
  jb_arena_free(drawing->arena);
  g_free(drawing);
}

void
jb_drawing_fail(JbDrawing *drawing, GError *error)
{
  if (drawing->failure == NULL)
    drawing->failure = error;
  else
    g_error_free(error);
}

G_GNUC_PRINTF(2, 3)
static void
fail_bug(JbDrawing *drawing, const char *format, ...)
{
  if (drawing->failure != NULL)
    return;
  va_list args;
  va_start(args, format);
  GError *error = g_error_new_valist(JB_ERROR, JB_ERROR_BUG, format, args);
  va_end(args);
  g_prefix_error(&error, "page %u: ", drawing->pages->len);
  jb_drawing_fail(drawing, error);
}

/* The page that a call draws on, or NULL when the call must do nothing. */
static JbPage *
open_page(JbDrawing *drawing, const char *what)
{
  if (drawing->failure == NULL && drawing->pages->len == 0)
    fail_bug(drawing, "%s was drawn before the first page was begun", what);
  return drawing->failure == NULL ? drawing->pages->pdata[drawing->pages->len - 1] : NULL;
}

static gboolean
are_finite(JbDrawing *drawing, const char *what, const double *values, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!isfinite(values[i])) {
      fail_bug(drawing, "%s has a coordinate or length that is not a number", what);
      return FALSE;
    }
  return TRUE;
}

static gboolean
rect_is_finite(JbDrawing *drawing, const char *what, JbRect rect)
{
  return are_finite(drawing, what, (double[]){rect.x, rect.y, rect.w, rect.h}, 4);
}

void
jb_draw_page(JbDrawing *drawing, double width_pt, double height_pt)
{
  if (drawing->failure != NULL || !are_finite(drawing, "a page", (double[]){width_pt, height_pt}, 2))
    return;
  if (width_pt <= 0 || height_pt <= 0) {
    fail_bug(drawing, "a page must be wider and higher than 0");
    return;
  }
  JbPage *page = jb_arena_make(drawing->arena, JbPage, 1);
  page->width_pt = width_pt;
  page->height_pt = height_pt;
  page->items = g_array_new(FALSE, FALSE, sizeof(JbDrawItem));
  g_ptr_array_add(drawing->pages, page);
}

static void
append(JbPage *page, JbDrawItem item)
{
  g_array_append_val(page->items, item);
}

void
jb_draw_text_item(JbDrawing *drawing, const JbTextItem *item)
{
  JbPage *page = open_page(drawing, "text");
  if (page == NULL || !rect_is_finite(drawing, item->text, item->box) ||
      !are_finite(drawing, item->text, (double[]){item->size_pt, item->halo_pt}, 2))
    return;
  gsize len = strlen(item->text);
  guint32 cluster = 0;
  for (guint i = 0; i < item->n_glyphs; i++) {
    const JbGlyph *glyph = &item->glyphs[i];
    if (!are_finite(drawing, item->text, (double[]){glyph->x, glyph->y}, 2))
      return;
    if (glyph->cluster < cluster || glyph->cluster >= len) {
      fail_bug(drawing, "glyph %u of “%s” does not follow the text", i, item->text);
      return;
    }
    cluster = glyph->cluster;
  }
  append(page, (JbDrawItem){.kind = JB_DRAW_TEXT, .text = *item});
}

/* ---- Tags, links, anchors --------------------------------------------------------------------- */

static void
begin(JbDrawing *drawing, JbTagItem tag)
{
  JbPage *page = open_page(drawing, jb_role_name(tag.role));
  if (page == NULL || !rect_is_finite(drawing, jb_role_name(tag.role), tag.box))
    return;
  drawing->open_tags++;
  append(page, (JbDrawItem){.kind = JB_DRAW_TAG_BEGIN, .tag = tag});
}

void
jb_draw_begin(JbDrawing *drawing, JbRole role)
{
  begin(drawing, (JbTagItem){.role = role});
}

void
jb_draw_begin_figure(JbDrawing *drawing, JbRect box, const char *alt)
{
  begin(drawing, (JbTagItem){.role = JB_ROLE_FIGURE, .alt = jb_arena_dup(drawing->arena, alt), .box = box});
}

void
jb_draw_end(JbDrawing *drawing)
{
  JbPage *page = open_page(drawing, "the end of a tag");
  if (page == NULL)
    return;
  if (drawing->open_tags == 0) {
    fail_bug(drawing, "a tag was ended that was never begun");
    return;
  }
  drawing->open_tags--;
  append(page, (JbDrawItem){.kind = JB_DRAW_TAG_END});
}

void
jb_draw_link(JbDrawing *drawing, JbRect box, const char *target, const char *title)
{
  JbPage *page = open_page(drawing, "a link");
  if (page == NULL || !rect_is_finite(drawing, target, box))
    return;
  JbLinkItem link = {
      .box = box, .target = jb_arena_dup(drawing->arena, target), .title = jb_arena_dup(drawing->arena, title)};
  append(page, (JbDrawItem){.kind = JB_DRAW_LINK, .link = link});
}

void
jb_draw_anchor(JbDrawing *drawing, JbPoint at, const char *name)
{
  JbPage *page = open_page(drawing, "an anchor");
  if (page == NULL || !are_finite(drawing, name, (double[]){at.x, at.y}, 2))
    return;
  JbAnchorItem anchor = {.at = at, .name = jb_arena_dup(drawing->arena, name)};
  append(page, (JbDrawItem){.kind = JB_DRAW_ANCHOR, .anchor = anchor});
}

void
jb_draw_image(JbDrawing *drawing, JbRect box, const guint8 *png, gsize len)
{
  JbPage *page = open_page(drawing, "a picture");
  if (page == NULL || !rect_is_finite(drawing, "a picture", box))
    return;
  JbImageItem image = {
      .box = box, .png = (const guint8 *)jb_arena_copy(drawing->arena, (const char *)png, len), .len = len};
  append(page, (JbDrawItem){.kind = JB_DRAW_IMAGE, .image = image});
}

void
jb_draw_outline(JbDrawing *drawing, guint level, const char *title, const char *anchor)
{
  guint last = drawing->outline->len > 0 ? g_array_index(drawing->outline, JbOutline, drawing->outline->len - 1).level
                                         : 0;
  if (drawing->failure != NULL)
    return;
  if (level == 0 || level > last + 1) {
    fail_bug(drawing, "outline entry “%s” has level %u after level %u", title, level, last);
    return;
  }
  JbOutline entry = {
      .level = level, .title = jb_arena_dup(drawing->arena, title), .anchor = jb_arena_dup(drawing->arena, anchor)};
  g_array_append_val(drawing->outline, entry);
}

/* ---- Paths ------------------------------------------------------------------------------------ */

static const guint points_of[] = {[JB_SEG_MOVE] = 1, [JB_SEG_LINE] = 1, [JB_SEG_CURVE] = 3, [JB_SEG_CLOSE] = 0};

static JbRect
bounds(const JbSegment *segments, guint n)
{
  double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < points_of[segments[i].kind]; k++) {
      JbPoint p = segments[i].p[k];
      x0 = fmin(x0, p.x), y0 = fmin(y0, p.y), x1 = fmax(x1, p.x), y1 = fmax(y1, p.y);
    }
  return (JbRect){x0, y0, x1 - x0, y1 - y0};
}

void
jb_draw_path(JbDrawing *drawing, const JbSegment *segments, guint n, JbPaint paint)
{
  JbPage *page = open_page(drawing, "a path");
  if (page == NULL || n == 0)
    return;
  if (segments[0].kind != JB_SEG_MOVE) {
    fail_bug(drawing, "a path does not start with a move");
    return;
  }
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < points_of[segments[i].kind]; k++)
      if (!are_finite(drawing, "a path", (double[]){segments[i].p[k].x, segments[i].p[k].y}, 2))
        return;
  if (!are_finite(drawing, "the stroke of a path", (double[]){paint.width_pt, paint.dash_pt[0], paint.dash_pt[1]}, 3))
    return;
  JbSegment *copy = jb_arena_make(drawing->arena, JbSegment, n);
  memcpy(copy, segments, n * sizeof *copy);
  JbPathItem path = {.n_segments = n, .segments = copy, .paint = paint, .box = bounds(copy, n)};
  append(page, (JbDrawItem){.kind = JB_DRAW_PATH, .path = path});
}

void
jb_draw_rect(JbDrawing *drawing, JbRect r, JbPaint paint)
{
  JbPoint corners[] = {{r.x, r.y}, {r.x + r.w, r.y}, {r.x + r.w, r.y + r.h}, {r.x, r.y + r.h}};
  jb_draw_polyline(drawing, corners, G_N_ELEMENTS(corners), TRUE, paint);
}

void
jb_draw_line(JbDrawing *drawing, JbPoint from, JbPoint to, JbPaint paint)
{
  jb_draw_polyline(drawing, (JbPoint[]){from, to}, 2, FALSE, paint);
}

void
jb_draw_polyline(JbDrawing *drawing, const JbPoint *points, guint n, gboolean closed, JbPaint paint)
{
  g_autofree JbSegment *segments = g_new0(JbSegment, n + 1);
  for (guint i = 0; i < n; i++)
    segments[i] = (JbSegment){.kind = i == 0 ? JB_SEG_MOVE : JB_SEG_LINE, .p = {points[i]}};
  segments[n] = (JbSegment){.kind = JB_SEG_CLOSE};
  jb_draw_path(drawing, segments, n > 0 ? n + (closed != 0) : 0, paint);
}

static JbPoint
on_circle(JbPoint centre, double radius_pt, double angle)
{
  return (JbPoint){centre.x + radius_pt * sin(angle), centre.y - radius_pt * cos(angle)};
}

/*
 * A Bézier a quarter circle at most: with controls 4/3 tan(θ/4) along the tangents the radius is off by
 * less than 0.03 %, a hundredth of a point at the size of a page.
 */
static guint
arc_segments(JbSegment *out, JbPoint centre, double radius_pt, double from, double to)
{
  guint n = (guint)fmax(1, ceil(fabs(to - from) / G_PI_2 - 1e-9));
  double step = (to - from) / n, reach = radius_pt * 4.0 / 3.0 * tan(step / 4);
  out[0] = (JbSegment){.kind = JB_SEG_MOVE, .p = {on_circle(centre, radius_pt, from)}};
  for (guint i = 0; i < n; i++) {
    double a = from + step * i, b = from + step * (i + 1);
    JbPoint start = on_circle(centre, radius_pt, a), end = on_circle(centre, radius_pt, b);
    out[i + 1] = (JbSegment){.kind = JB_SEG_CURVE,
                             .p = {{start.x + reach * cos(a), start.y + reach * sin(a)},
                                   {end.x - reach * cos(b), end.y - reach * sin(b)},
                                   end}};
  }
  return n + 1;
}

void
jb_draw_circle(JbDrawing *drawing, JbPoint centre, double radius_pt, JbPaint paint)
{
  JbSegment segments[6];
  guint n = arc_segments(segments, centre, radius_pt, 0, 2 * G_PI);
  segments[n] = (JbSegment){.kind = JB_SEG_CLOSE};
  jb_draw_path(drawing, segments, n + 1, paint);
}

void
jb_draw_arc(JbDrawing *drawing, JbPoint centre, double radius_pt, double from_deg, double to_deg, JbPaint paint)
{
  JbSegment segments[6];
  if (drawing->failure != NULL || !are_finite(drawing, "an arc", (double[]){from_deg, to_deg}, 2))
    return;
  double sweep = fmax(-360, fmin(360, to_deg - from_deg));
  double from = from_deg * G_PI / 180;
  guint n = arc_segments(segments, centre, radius_pt, from, from + sweep * G_PI / 180);
  jb_draw_path(drawing, segments, n, paint);
}
