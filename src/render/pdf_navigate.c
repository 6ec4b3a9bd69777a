/* SPDX-License-Identifier: Apache-2.0 */
/* Links, named destinations and the outline (ISO 32000-1, 12.3 and 12.5). */
#include "render/pdf.h"

#include <math.h>
#include <string.h>

#define DESTINATION_WIDTH 18 /* of a link's row: /Dest(source-123) */

static void
put_destination(GString *out, const char *name)
{
  g_string_append(out, "/Dest");
  jb_pdf_bytes(out, name, strlen(name));
}

/* A link as a row: it differs from the one above it in a few digits. A finger needs no fractions of a point. */
void
jb_pdf_link(JbPdf *pdf, guint number, const JbLinkItem *link, double page_height, guint struct_parent)
{
  g_autoptr(GString) out = g_string_new(NULL);
  JbRect box = link->box;
  g_string_append_printf(out, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/StructParent %4u/Rect[%4d %4d %4d %4d]",
                         struct_parent, (int)floor(box.x), (int)floor(page_height - box.y - box.h),
                         (int)ceil(box.x + box.w), (int)ceil(page_height - box.y));
  if (link->target[0] == '#') {
    gsize before = out->len;
    put_destination(out, link->target + 1);
    while (out->len < before + DESTINATION_WIDTH)
      g_string_append_c(out, ' ');
  } else {
    /* A URI has only ASCII (RFC 3986); what is encoded already stays so. */
    g_autofree char *encoded = g_uri_escape_string(link->target, ":/?#[]@!$&()*+,;=%", FALSE);
    g_string_append(out, "/A<</S/URI/URI");
    jb_pdf_bytes(out, encoded, strlen(encoded));
    g_string_append(out, ">>");
  }
  g_string_append(out, "/Contents");
  jb_pdf_text(out, link->title != NULL ? link->title : link->target);
  g_string_append(out, ">>");
  jb_pdf_row(pdf, JB_PDF_LINKS, number, out);
}

/* ---- Destinations ---------------------------------------------------------------------------------------- */

typedef struct {
  const JbAnchorItem *anchor;
  guint page;
} Place;

static int
by_name(const void *a, const void *b)
{
  return strcmp(((const Place *)a)->anchor->name, ((const Place *)b)->anchor->name);
}

static GArray *
collect_places(const JbDrawing *drawing)
{
  GArray *places = g_array_new(FALSE, FALSE, sizeof(Place));
  for (guint p = 0; p < drawing->pages->len; p++) {
    const GArray *items = ((const JbPage *)drawing->pages->pdata[p])->items;
    for (guint i = 0; i < items->len; i++) {
      const JbDrawItem *item = &g_array_index(items, JbDrawItem, i);
      Place place = {&item->anchor, p};
      if (item->kind == JB_DRAW_ANCHOR)
        g_array_append_val(places, place);
    }
  }
  g_array_sort(places, by_name); /* no two have one name: jb_drawing_check() */
  return places;
}

guint
jb_pdf_destinations(JbPdf *pdf, const JbDrawing *drawing, const guint *pages)
{
  g_autoptr(GArray) places = collect_places(drawing);
  if (places->len == 0)
    return 0;
  guint number = jb_pdf_reserve(pdf);
  GString *out = jb_pdf_object(pdf, number);
  g_string_append(out, "<</Names[");
  for (guint i = 0; i < places->len; i++) {
    const Place *place = &g_array_index(places, Place, i);
    const JbPage *page = drawing->pages->pdata[place->page];
    jb_pdf_bytes(out, place->anchor->name, strlen(place->anchor->name));
    g_string_append_printf(out, "[%u 0 R/XYZ ", pages[place->page]);
    jb_pdf_number(out, floor(place->anchor->at.x), 0);
    g_string_append_c(out, ' ');
    jb_pdf_number(out, ceil(page->height_pt - place->anchor->at.y), 0);
    g_string_append(out, " null]");
  }
  g_string_append(out, "]>>");
  return number;
}

/* ---- Outline ---------------------------------------------------------------------------------------------- */

static guint
level_of(const JbDrawing *drawing, guint index)
{
  return index < drawing->outline->len ? g_array_index(drawing->outline, JbOutline, index).level : 0;
}

/* The entry behind `index` and all beneath it: a sibling when its level is the same. */
static guint
behind(const JbDrawing *drawing, guint index)
{
  guint next = index + 1;
  while (level_of(drawing, next) > level_of(drawing, index))
    next++;
  return next;
}

/* First, Last and Count of the entries from `first` on at its level. Objects lie in order behind the root's. */
static void
put_children(GString *out, const JbDrawing *drawing, guint root, guint first, guint level, gboolean open)
{
  guint last = first, n = 0;
  if (level_of(drawing, first) != level)
    return;
  for (guint i = first; level_of(drawing, i) == level; i = behind(drawing, i)) {
    last = i;
    n++;
    if (level == 1) /* the root's count has what is seen: entries of level 1 are open */
      for (guint k = i + 1; k < behind(drawing, i); k++)
        n += level_of(drawing, k) == 2;
  }
  g_string_append_printf(out, "/First %u 0 R/Last %u 0 R/Count %s%u", root + 1 + first, root + 1 + last,
                         open ? "" : "-", n);
}

guint
jb_pdf_outline(JbPdf *pdf, const JbDrawing *drawing)
{
  guint n = drawing->outline->len, root = n > 0 ? jb_pdf_reserve(pdf) : 0;
  g_autoptr(GArray) above = g_array_new(FALSE, TRUE, sizeof(guint));  /* by level: the last entry's object */
  g_autoptr(GArray) before = g_array_new(FALSE, TRUE, sizeof(guint)); /* by level: the sibling's object, 0 none */
  for (guint i = 0; i < n; i++)
    jb_pdf_reserve(pdf);
  g_array_append_val(above, root);
  for (guint i = 0; i < n; i++) {
    const JbOutline *entry = &g_array_index(drawing->outline, JbOutline, i);
    guint number = root + 1 + i, next = behind(drawing, i);
    g_array_set_size(above, entry->level);
    g_array_set_size(before, entry->level + 1); /* what is deeper is forgotten, what is new is 0 */
    guint *sibling = &g_array_index(before, guint, entry->level);
    GString *out = jb_pdf_object(pdf, number);
    g_string_append_printf(out, "<</Parent %u 0 R/Title", g_array_index(above, guint, entry->level - 1));
    jb_pdf_text(out, entry->title);
    put_destination(out, entry->anchor);
    if (*sibling != 0)
      g_string_append_printf(out, "/Prev %u 0 R", *sibling);
    if (level_of(drawing, next) == entry->level)
      g_string_append_printf(out, "/Next %u 0 R", root + 1 + next);
    put_children(out, drawing, root, i + 1, entry->level + 1, entry->level == 1);
    g_string_append(out, ">>");
    *sibling = number;
    g_array_append_val(above, number);
  }
  if (n > 0) {
    GString *out = jb_pdf_object(pdf, root);
    g_string_append(out, "<</Type/Outlines");
    put_children(out, drawing, root, 0, 1, TRUE);
    g_string_append(out, ">>");
  }
  return root;
}
