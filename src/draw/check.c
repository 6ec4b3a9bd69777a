/* SPDX-License-Identifier: Apache-2.0 */
/* What can be said only of a finished drawing: tags closed, names of anchors known and unique. */
#include <jianbao/draw.h>

#include <string.h>

static const char *const role_names[] = {
    [JB_ROLE_DOCUMENT] = "Document",
    [JB_ROLE_SECT] = "Sect",
    [JB_ROLE_H1] = "H1",
    [JB_ROLE_H2] = "H2",
    [JB_ROLE_H3] = "H3",
    [JB_ROLE_P] = "P",
    [JB_ROLE_SPAN] = "Span",
    [JB_ROLE_FIGURE] = "Figure",
    [JB_ROLE_CAPTION] = "Caption",
    [JB_ROLE_TABLE] = "Table",
    [JB_ROLE_TR] = "TR",
    [JB_ROLE_L] = "L",
    [JB_ROLE_LI] = "LI",
    [JB_ROLE_LBL] = "Lbl",
    [JB_ROLE_LBODY] = "LBody",
    [JB_ROLE_TH] = "TH",
    [JB_ROLE_TD] = "TD",
    [JB_ROLE_ARTIFACT] = "Artifact",
};

const char *
jb_role_name(JbRole role)
{
  return role_names[role];
}

/* Calls `each` for every item in order; stops and returns FALSE at the first FALSE. */
typedef gboolean (*ItemCheck)(const JbDrawItem *item, guint page, GHashTable *anchors, GError **error);

static gboolean
every_item(const JbDrawing *drawing, ItemCheck check, GHashTable *anchors, GError **error)
{
  for (guint p = 0; p < drawing->pages->len; p++) {
    const JbPage *page = drawing->pages->pdata[p];
    for (guint i = 0; i < page->items->len; i++)
      if (!check(&g_array_index(page->items, JbDrawItem, i), p + 1, anchors, error))
        return FALSE;
  }
  return TRUE;
}

static gboolean
collect_anchor(const JbDrawItem *item, guint page, GHashTable *anchors, GError **error)
{
  if (item->kind != JB_DRAW_ANCHOR || g_hash_table_add(anchors, (char *)item->anchor.name))
    return TRUE;
  g_set_error(error, JB_ERROR, JB_ERROR_BUG, "page %u: anchor “%s” is there twice", page, item->anchor.name);
  return FALSE;
}

static gboolean
link_leads_somewhere(const JbDrawItem *item, guint page, GHashTable *anchors, GError **error)
{
  if (item->kind != JB_DRAW_LINK || item->link.target[0] != '#' ||
      g_hash_table_contains(anchors, item->link.target + 1))
    return TRUE;
  g_set_error(error, JB_ERROR, JB_ERROR_BUG, "page %u: link to “%s”, but no anchor has that name", page,
              item->link.target);
  return FALSE;
}

static gboolean
outline_leads_somewhere(const JbDrawing *drawing, GHashTable *anchors, GError **error)
{
  for (guint i = 0; i < drawing->outline->len; i++) {
    const JbOutline *entry = &g_array_index(drawing->outline, JbOutline, i);
    if (!g_hash_table_contains(anchors, entry->anchor)) {
      g_set_error(error, JB_ERROR, JB_ERROR_BUG, "outline entry “%s” points to “%s”, but no anchor has that name",
                  entry->title, entry->anchor);
      return FALSE;
    }
  }
  return TRUE;
}

/* Role of the innermost tag still open, for the message. */
static const char *
innermost_open(const JbDrawing *drawing)
{
  guint closed = 0;
  for (guint p = drawing->pages->len; p-- > 0;) {
    const GArray *items = ((const JbPage *)drawing->pages->pdata[p])->items;
    for (guint i = items->len; i-- > 0;) {
      const JbDrawItem *item = &g_array_index(items, JbDrawItem, i);
      if (item->kind == JB_DRAW_TAG_END)
        closed++;
      else if (item->kind == JB_DRAW_TAG_BEGIN && closed-- == 0)
        return jb_role_name(item->tag.role);
    }
  }
  return "?";
}

gboolean
jb_drawing_check(const JbDrawing *drawing, GError **error)
{
  if (drawing->failure != NULL) {
    if (error != NULL)
      *error = g_error_copy(drawing->failure);
    return FALSE;
  }
  if (drawing->pages->len == 0) {
    g_set_error(error, JB_ERROR, JB_ERROR_BUG, "the drawing has no page");
    return FALSE;
  }
  if (drawing->open_tags > 0) {
    g_set_error(error, JB_ERROR, JB_ERROR_BUG, "%u tags are still open, the innermost is %s", drawing->open_tags,
                innermost_open(drawing));
    return FALSE;
  }
  g_autoptr(GHashTable) anchors = g_hash_table_new(g_str_hash, g_str_equal);
  return every_item(drawing, collect_anchor, anchors, error) &&
         every_item(drawing, link_leads_somewhere, anchors, error) && outline_leads_somewhere(drawing, anchors, error);
}
