/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text dump of a drawing, for people and for golden files: a line an item, indented by tags.
 *
 *   page 1 595.28 x 841.89
 *     begin H1
 *       text 40.00,60.00 72.00x20.16 bold 18.00 #1A1A1A zh "年度简报"
 *     end
 *     path fill #0B6E8A 40.00,80.00 L 140.00,80.00 L 140.00,90.00 L 40.00,90.00 Z
 *
 * A text's position is the left end of its baseline. Glyph ids stay out: they change with the font's version.
 */
#include <jianbao/draw.h>

#include <string.h>

static void
put_number(GString *out, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(digits, sizeof digits, "%.2f", value);
  g_string_append(out, strcmp(digits, "-0.00") == 0 ? "0.00" : digits);
}

static void
put_pair(GString *out, double a, const char *between, double b)
{
  put_number(out, a);
  g_string_append(out, between);
  put_number(out, b);
}

static void
put_rect(GString *out, JbRect r)
{
  put_pair(out, r.x, ",", r.y);
  g_string_append_c(out, ' ');
  put_pair(out, r.w, "x", r.h);
}

static void
put_colour(GString *out, JbColour colour)
{
  g_string_append_printf(out, (colour & 0xFF) == 0xFF ? "#%06X" : "#%08X",
                         (colour & 0xFF) == 0xFF ? colour >> 8 : colour);
}

/* In double quotes; quotes, backslashes and control characters escaped as in JSON. */
static void
put_string(GString *out, const char *text)
{
  g_string_append_c(out, '"');
  for (const char *c = text; *c != '\0'; c++) {
    if (*c == '"' || *c == '\\')
      g_string_append_c(out, '\\');
    if (*c == '\n')
      g_string_append(out, "\\n");
    else if ((guchar)*c < 0x20)
      g_string_append_printf(out, "\\u%04x", (guint)(guchar)*c);
    else
      g_string_append_c(out, *c);
  }
  g_string_append_c(out, '"');
}

static void
put_text(GString *out, const JbTextItem *text)
{
  static const char *const faces[] = {[JB_FACE_REGULAR] = "regular", [JB_FACE_BOLD] = "bold"};
  double baseline = text->n_glyphs > 0 ? text->glyphs[0].y : text->box.y + text->box.h;
  g_string_append(out, "text ");
  put_rect(out, (JbRect){text->box.x, baseline, text->box.w, text->box.h});
  g_string_append_printf(out, " %s ", faces[text->face]);
  put_number(out, text->size_pt);
  g_string_append_c(out, ' ');
  put_colour(out, text->colour);
  g_string_append(out, text->lang == JB_LANG_EN ? " en " : " zh ");
  if (text->halo_pt > 0) {
    g_string_append(out, "halo ");
    put_number(out, text->halo_pt);
    g_string_append_c(out, ' ');
  }
  put_string(out, text->text);
}

static void
put_paint(GString *out, const JbPaint *paint)
{
  if (paint->fill != JB_NO_COLOUR) {
    g_string_append(out, " fill ");
    put_colour(out, paint->fill);
  }
  if (paint->stroke != JB_NO_COLOUR) {
    g_string_append(out, " stroke ");
    put_colour(out, paint->stroke);
    g_string_append_c(out, ' ');
    put_number(out, paint->width_pt);
    if (paint->dash_pt[0] > 0 || paint->dash_pt[1] > 0) {
      g_string_append(out, " dash ");
      put_pair(out, paint->dash_pt[0], ",", paint->dash_pt[1]);
    }
    if (paint->round)
      g_string_append(out, " round");
  }
}

static void
put_path(GString *out, const JbPathItem *path)
{
  static const struct {
    const char *letter;
    guint points;
  } kinds[] = {
      [JB_SEG_MOVE] = {" M", 1}, [JB_SEG_LINE] = {" L", 1}, [JB_SEG_CURVE] = {" C", 3}, [JB_SEG_CLOSE] = {" Z", 0}};
  g_string_append(out, "path");
  put_paint(out, &path->paint);
  for (guint i = 0; i < path->n_segments; i++) {
    const JbSegment *segment = &path->segments[i];
    g_string_append(out, kinds[segment->kind].letter);
    for (guint k = 0; k < kinds[segment->kind].points; k++) {
      g_string_append_c(out, ' ');
      put_pair(out, segment->p[k].x, ",", segment->p[k].y);
    }
  }
}

static void
put_tag(GString *out, const JbTagItem *tag)
{
  g_string_append_printf(out, "begin %s", jb_role_name(tag->role));
  if (tag->role != JB_ROLE_FIGURE)
    return;
  g_string_append_c(out, ' ');
  put_rect(out, tag->box);
  if (tag->alt != NULL) {
    g_string_append_c(out, ' ');
    put_string(out, tag->alt);
  }
}

static void
put_link(GString *out, const JbLinkItem *link)
{
  g_string_append(out, "link ");
  put_rect(out, link->box);
  g_string_append_c(out, ' ');
  put_string(out, link->target);
  if (link->title != NULL) {
    g_string_append_c(out, ' ');
    put_string(out, link->title);
  }
}

static void
put_item(GString *out, const JbDrawItem *item)
{
  switch (item->kind) {
  case JB_DRAW_TEXT:
    put_text(out, &item->text);
    break;
  case JB_DRAW_PATH:
    put_path(out, &item->path);
    break;
  case JB_DRAW_IMAGE:
    g_string_append(out, "image ");
    put_rect(out, item->image.box);
    g_string_append_printf(out, " %" G_GSIZE_FORMAT " bytes", item->image.len);
    break;
  case JB_DRAW_TAG_BEGIN:
    put_tag(out, &item->tag);
    break;
  case JB_DRAW_TAG_END:
    g_string_append(out, "end");
    break;
  case JB_DRAW_LINK:
    put_link(out, &item->link);
    break;
  case JB_DRAW_ANCHOR:
    g_string_append(out, "anchor ");
    put_pair(out, item->anchor.at.x, ",", item->anchor.at.y);
    g_string_append_c(out, ' ');
    put_string(out, item->anchor.name);
    break;
  }
}

static void
put_head(GString *out, const char *key, const char *value)
{
  if (value[0] == '\0')
    return;
  g_string_append_printf(out, "%s ", key);
  put_string(out, value);
  g_string_append_c(out, '\n');
}

char *
jb_drawing_text(const JbDrawing *drawing)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint p = 0; p < drawing->pages->len; p++) {
    const GArray *items = ((const JbPage *)drawing->pages->pdata[p])->items;
    for (guint i = 0; i < items->len; i++) {
      const JbDrawItem *item = &g_array_index(items, JbDrawItem, i);
      if (item->kind == JB_DRAW_TEXT)
        g_string_append(text, item->text.text);
    }
  }
  return g_string_free(g_steal_pointer(&text), FALSE);
}

void
jb_drawing_dump(const JbDrawing *drawing, GString *out)
{
  guint depth = 1;
  put_head(out, "title-zh", drawing->title_zh);
  put_head(out, "title-en", drawing->title_en);
  put_head(out, "subject", drawing->subject);
  put_head(out, "date", drawing->date);
  for (guint p = 0; p < drawing->pages->len; p++) {
    const JbPage *page = drawing->pages->pdata[p];
    g_string_append_printf(out, "page %u ", p + 1);
    put_pair(out, page->width_pt, " x ", page->height_pt);
    g_string_append_c(out, '\n');
    for (guint i = 0; i < page->items->len; i++) {
      const JbDrawItem *item = &g_array_index(page->items, JbDrawItem, i);
      depth -= item->kind == JB_DRAW_TAG_END && depth > 1;
      g_string_append_printf(out, "%*s", (int)(2 * depth), "");
      put_item(out, item);
      g_string_append_c(out, '\n');
      depth += item->kind == JB_DRAW_TAG_BEGIN;
    }
  }
  for (guint i = 0; i < drawing->outline->len; i++) {
    const JbOutline *entry = &g_array_index(drawing->outline, JbOutline, i);
    g_string_append_printf(out, "outline %u ", entry->level);
    put_string(out, entry->title);
    g_string_append_printf(out, " #%s\n", entry->anchor);
  }
}
