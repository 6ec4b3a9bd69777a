/* SPDX-License-Identifier: Apache-2.0 */
/*
 * PDF structure through Cairo.
 *
 * Cairo 1.16 marks content only in tags that have no tag within them, and it has no artifacts. So:
 *
 *  - content beside tags gets a tag of its own: text a Span, lines and areas a NonStruct
 *  - ARTIFACT, and whatever stands outside all tags, becomes NonStruct, which a reader skips
 *  - a Figure is one leaf: tags within it are dropped, links in it follow behind it
 *  - a link takes in the text that follows it and stands in its box
 */
#include "render/pdf_tags.h"

#include <string.h>

typedef struct {
  JbRole role;
  gboolean leaf; /* nothing is tagged within it: its content is marked by itself */
} Open;

struct JbPdfTags {
  GArray *leaves;  /* gboolean: for every tag in order, whether it has none within it */
  guint next;      /* tag of `leaves` to come */
  GArray *open;    /* Open */
  guint flat;      /* tags open within a Figure or an Artifact, itself included */
  const char *own; /* tag that was opened here around content; NULL */
  JbRect link_box; /* while `own` is Link */
  GPtrArray *late; /* const JbLinkItem *: links met within a flat tag */
};

static gboolean
is_flat_role(JbRole role)
{
  return role == JB_ROLE_FIGURE || role == JB_ROLE_ARTIFACT;
}

/* Which tags have neither tags nor links within them. */
static GArray *
find_leaves(const JbDrawing *drawing)
{
  GArray *leaves = g_array_new(FALSE, FALSE, sizeof(gboolean));
  g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint p = 0; p < drawing->pages->len; p++) {
    const GArray *items = ((const JbPage *)drawing->pages->pdata[p])->items;
    for (guint i = 0; i < items->len; i++) {
      const JbDrawItem *item = &g_array_index(items, JbDrawItem, i);
      if ((item->kind == JB_DRAW_TAG_BEGIN || item->kind == JB_DRAW_LINK) && open->len > 0)
        g_array_index(leaves, gboolean, g_array_index(open, guint, open->len - 1)) = FALSE;
      if (item->kind == JB_DRAW_TAG_BEGIN) {
        g_array_append_val(open, leaves->len);
        g_array_append_val(leaves, (gboolean){TRUE});
      } else if (item->kind == JB_DRAW_TAG_END) {
        g_array_set_size(open, open->len - 1);
      }
    }
  }
  return leaves;
}

JbPdfTags *
jb_pdf_tags_new(const JbDrawing *drawing)
{
  JbPdfTags *tags = g_new0(JbPdfTags, 1);
  tags->leaves = find_leaves(drawing);
  tags->open = g_array_new(FALSE, FALSE, sizeof(Open));
  tags->late = g_ptr_array_new();
  return tags;
}

void
jb_pdf_tags_free(JbPdfTags *tags)
{
  g_array_unref(tags->leaves);
  g_array_unref(tags->open);
  g_ptr_array_unref(tags->late);
  g_free(tags);
}

/* ---- Attributes ------------------------------------------------------------------------------- */

static void
put_number(GString *out, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append(out, g_ascii_formatd(digits, sizeof digits, "%.3f", value));
}

/* Names are percent-encoded: ASCII is the same in every reader, and a quote needs no escape. */
char *
jb_pdf_destination(const char *key, const char *name)
{
  g_autofree char *encoded = g_uri_escape_string(name, NULL, FALSE);
  return g_strdup_printf("%s='%s'", key, encoded);
}

/* Cairo writes a URI as it is given, but PDF has only ASCII in one. */
static char *
link_attributes(const JbLinkItem *link)
{
  const double numbers[] = {link->box.x, link->box.y, link->box.w, link->box.h};
  GString *out = g_string_new("rect=[");
  for (guint i = 0; i < G_N_ELEMENTS(numbers); i++) {
    put_number(out, numbers[i]);
    g_string_append(out, i + 1 < G_N_ELEMENTS(numbers) ? " " : "] ");
  }
  gboolean internal = link->target[0] == '#';
  g_autofree char *encoded = internal ? jb_pdf_destination("dest", link->target + 1)
                                      : g_uri_escape_string(link->target, ":/?#[]@!$&()*+,;=%", FALSE);
  g_string_append_printf(out, internal ? "%s" : "uri='%s'", encoded);
  return g_string_free(out, FALSE);
}

static void
emit_anchor(cairo_t *cr, const JbAnchorItem *anchor)
{
  GString *out = g_string_new(NULL);
  g_autofree char *name = jb_pdf_destination("name", anchor->name);
  g_string_append_printf(out, "%s x=", name);
  put_number(out, anchor->at.x);
  g_string_append(out, " y=");
  put_number(out, anchor->at.y);
  cairo_tag_begin(cr, CAIRO_TAG_DEST, out->str);
  cairo_tag_end(cr, CAIRO_TAG_DEST);
  g_string_free(out, TRUE);
}

/* ---- Tags ------------------------------------------------------------------------------------- */

static const char *
pdf_name(JbRole role)
{
  return role == JB_ROLE_ARTIFACT ? "NonStruct" : jb_role_name(role);
}

static void
close_own(JbPdfTags *tags, cairo_t *cr)
{
  if (tags->own != NULL)
    cairo_tag_end(cr, tags->own);
  tags->own = NULL;
}

static void
open_own(JbPdfTags *tags, cairo_t *cr, const char *name, const char *attributes)
{
  if (tags->own != NULL && strcmp(tags->own, name) == 0 && attributes == NULL)
    return;
  close_own(tags, cr);
  cairo_tag_begin(cr, name, attributes);
  tags->own = name;
}

static void
open_link(JbPdfTags *tags, cairo_t *cr, const JbLinkItem *link)
{
  g_autofree char *attributes = link_attributes(link);
  open_own(tags, cr, CAIRO_TAG_LINK, attributes);
  tags->link_box = link->box;
}

static void
begin_tag(JbPdfTags *tags, cairo_t *cr, const JbTagItem *tag)
{
  Open open = {.role = tag->role, .leaf = g_array_index(tags->leaves, gboolean, tags->next++)};
  close_own(tags, cr);
  g_array_append_val(tags->open, open);
  if (tags->flat == 0)
    cairo_tag_begin(cr, pdf_name(tag->role), NULL);
  if (tags->flat > 0 || is_flat_role(tag->role))
    tags->flat++;
}

static void
end_tag(JbPdfTags *tags, cairo_t *cr)
{
  Open open = g_array_index(tags->open, Open, tags->open->len - 1);
  g_array_set_size(tags->open, tags->open->len - 1);
  close_own(tags, cr);
  if (tags->flat > 0)
    tags->flat--;
  if (tags->flat > 0)
    return;
  cairo_tag_end(cr, pdf_name(open.role));
  for (guint i = 0; i < tags->late->len; i++) {
    open_link(tags, cr, tags->late->pdata[i]);
    close_own(tags, cr);
  }
  g_ptr_array_set_size(tags->late, 0);
}

static gboolean
is_inside(JbRect box, JbRect outer)
{
  double x = box.x + box.w / 2, y = box.y + box.h / 2;
  return x >= outer.x && x <= outer.x + outer.w && y >= outer.y && y <= outer.y + outer.h;
}

/* Sees to it that the content to come is in a leaf. */
static void
mark_content(JbPdfTags *tags, cairo_t *cr, const JbDrawItem *item)
{
  gboolean text = item->kind == JB_DRAW_TEXT;
  if (tags->open->len == 0)
    open_own(tags, cr, "NonStruct", NULL);
  else if (tags->flat > 0 || g_array_index(tags->open, Open, tags->open->len - 1).leaf)
    return;
  else if (tags->own == NULL || strcmp(tags->own, CAIRO_TAG_LINK) != 0 || !text ||
           !is_inside(item->text.box, tags->link_box))
    open_own(tags, cr, text ? "Span" : "NonStruct", NULL);
}

void
jb_pdf_tags_item(JbPdfTags *tags, cairo_t *cr, const JbDrawItem *item)
{
  switch (item->kind) {
  case JB_DRAW_TEXT:
  case JB_DRAW_PATH:
    mark_content(tags, cr, item);
    break;
  case JB_DRAW_TAG_BEGIN:
    begin_tag(tags, cr, &item->tag);
    break;
  case JB_DRAW_TAG_END:
    end_tag(tags, cr);
    break;
  case JB_DRAW_LINK:
    if (tags->flat > 0)
      g_ptr_array_add(tags->late, (void *)&item->link);
    else
      open_link(tags, cr, &item->link);
    break;
  case JB_DRAW_ANCHOR:
    emit_anchor(cr, &item->anchor);
    break;
  }
}

void
jb_pdf_tags_page_end(JbPdfTags *tags, cairo_t *cr)
{
  close_own(tags, cr);
}
