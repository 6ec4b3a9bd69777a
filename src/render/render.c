/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rendering: a checked display list becomes the bytes of one file.
 *
 * A backend reads the drawing and the faces it names, and nothing else: no clock, no environment, no
 * locale. The same drawing gives the same bytes. All of it happens in memory; a file comes later
 * (publish/), when nothing can go wrong any more but the disk.
 */
#include <jianbao/render.h>

#include "render/backends.h"
#include "render/picture.h"

#include <errno.h>
#include <string.h>

static const JbRenderer renderers[] = {
    {
        .name = "pdf",
        .extension = ".pdf",
        .summary = "all pages as PDF/A-3a and PDF/UA-1, fonts embedded",
        .binary = TRUE,
        .paged = TRUE,
        .render = jb_render_pdf,
    },
    {
        .name = "png",
        .extension = ".png",
        .summary = "one page as pixels, with its alternative text",
        .binary = TRUE,
        .render = jb_render_png,
    },
    {
        .name = "svg",
        .extension = ".svg",
        .summary = "one page as outlines (or live text), safe to inline",
        .render = jb_render_svg,
    },
};

guint
jb_renderer_count(void)
{
  return G_N_ELEMENTS(renderers);
}

const JbRenderer *
jb_renderer_at(guint index)
{
  return index < G_N_ELEMENTS(renderers) ? &renderers[index] : NULL;
}

const JbRenderer *
jb_renderer_lookup(const char *name_or_path)
{
  const char *slash = strrchr(name_or_path, '/');
  const char *base = slash != NULL ? slash + 1 : name_or_path;
  const char *dot = strrchr(base, '.');
  for (guint i = 0; i < G_N_ELEMENTS(renderers); i++)
    if (strcmp(name_or_path, renderers[i].name) == 0 ||
        (dot != NULL && g_ascii_strcasecmp(dot, renderers[i].extension) == 0))
      return &renderers[i];
  return NULL;
}

GBytes *
jb_render(const JbRenderer *renderer, const JbDrawing *drawing, JbFonts *fonts, const JbRenderOptions *options,
          GError **error)
{
  const JbRenderOptions none = {0};
  if (options == NULL)
    options = &none;
  if (!jb_drawing_check(drawing, error) || !jb_pictures_check(drawing, error))
    return NULL;
  if (!renderer->paged && options->page >= drawing->pages->len) {
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "page %u was asked for, but the drawing has %u: ask for 1 to %u",
                options->page + 1, drawing->pages->len, drawing->pages->len);
    return NULL;
  }
  errno = 0;
  g_autoptr(GBytes) bytes = renderer->render(drawing, fonts, options, error);
  if (bytes != NULL && errno == ENOMEM) { /* a library went on without it: a glyph may be missing that nobody misses */
    g_set_error(error, JB_ERROR, JB_ERROR_IO, "memory ran out while the %s was made; free some and try again",
                renderer->name);
    return NULL;
  }
  return g_steal_pointer(&bytes);
}

/* ---- Words for metadata, the same in every format ----------------------------------------------- */

char *
jb_render_title(const JbDrawing *drawing)
{
  const char *zh = drawing->title_zh, *en = drawing->title_en;
  return g_strconcat(zh, zh[0] != '\0' && en[0] != '\0' ? " · " : "", en, NULL);
}

/* A page without figures says what it says: a table's cells in their order. */
static void
append_texts(GString *all, const JbPage *page)
{
  for (guint i = 0; i < page->items->len; i++) {
    const JbDrawItem *item = &g_array_index(page->items, JbDrawItem, i);
    if (item->kind == JB_DRAW_TEXT)
      g_string_append_printf(all, "%s%s", all->len > 0 ? " " : "", item->text.text);
  }
}

char *
jb_render_description(const JbPage *page)
{
  GString *all = g_string_new(NULL);
  for (guint i = 0; i < page->items->len; i++) {
    const JbDrawItem *item = &g_array_index(page->items, JbDrawItem, i);
    if (item->kind == JB_DRAW_TAG_BEGIN && item->tag.alt != NULL && item->tag.alt[0] != '\0')
      g_string_append_printf(all, "%s%s", all->len > 0 ? "\n" : "", item->tag.alt);
  }
  if (all->len == 0)
    append_texts(all, page);
  return g_string_free(all, FALSE);
}
