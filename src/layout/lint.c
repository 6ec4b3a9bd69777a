/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Overlaps of texts and texts off the page. A text's box is as high as its line box; ink is what meets, so the box is
 * narrowed to the height of Chinese characters (0.82 em above the baseline, 0.10 beneath) before it is compared.
 */
#include "layout/lint.h"

#define LINE_ASCENT 0.88 /* of a text item's box: typeset.h */
#define INK_ASCENT  0.82
#define INK_DESCENT 0.10
#define TOUCH_PT    0.4 /* rounding of glyph positions */

static JbRect
ink_box(const JbTextItem *text)
{
  double baseline = text->box.y + LINE_ASCENT * text->size_pt;
  return (JbRect){text->box.x, baseline - INK_ASCENT * text->size_pt, text->box.w,
                  (INK_ASCENT + INK_DESCENT) * text->size_pt};
}

static guint
check_pair(guint page, const JbTextItem *a, const JbTextItem *b, GString *out)
{
  JbRect p = ink_box(a), q = ink_box(b);
  double w = MIN(p.x + p.w, q.x + q.w) - MAX(p.x, q.x), h = MIN(p.y + p.h, q.y + q.h) - MAX(p.y, q.y);
  if (w <= TOUCH_PT || h <= TOUCH_PT)
    return 0;
  if (out != NULL) {
    char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(width, sizeof width, "%.1f", w);
    g_ascii_formatd(height, sizeof height, "%.1f", h);
    g_string_append_printf(out, "page %u: \"%s\" and \"%s\" overlap by %s × %s pt\n", page, a->text, b->text, width,
                           height);
  }
  return 1;
}

static guint
check_inside(guint number, const JbPage *page, const JbTextItem *text, GString *out)
{
  JbRect ink = ink_box(text);
  if (ink.x >= -TOUCH_PT && ink.y >= -TOUCH_PT && ink.x + ink.w <= page->width_pt + TOUCH_PT &&
      ink.y + ink.h <= page->height_pt + TOUCH_PT)
    return 0;
  if (out != NULL)
    g_string_append_printf(out, "page %u: \"%s\" stands outside the page\n", number, text->text);
  return 1;
}

guint
jb_layout_lint(const JbDrawing *drawing, GString *out)
{
  guint found = 0;
  for (guint p = 0; p < drawing->pages->len; p++) {
    const JbPage *page = drawing->pages->pdata[p];
    for (guint i = 0; i < page->items->len; i++) {
      const JbDrawItem *item = &g_array_index(page->items, JbDrawItem, i);
      if (item->kind != JB_DRAW_TEXT)
        continue;
      found += check_inside(p + 1, page, &item->text, out);
      for (guint j = i + 1; j < page->items->len; j++) {
        const JbDrawItem *other = &g_array_index(page->items, JbDrawItem, j);
        if (other->kind == JB_DRAW_TEXT)
          found += check_pair(p + 1, &item->text, &other->text, out);
      }
    }
  }
  return found;
}
