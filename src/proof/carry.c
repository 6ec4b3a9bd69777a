/* SPDX-License-Identifier: Apache-2.0 */
/* The files that travel in a PDF: who has the page has the figures, their sources, and the means to make it again. */
#include "proof/proof.h"

#include "base/digest.h"

#include <string.h>

/* The layout's or theme's text, when it is one; its name without folders, its hash in `made`. */
static GBytes *
take_text(const char *name, JbMadeFile *made, JbArena *arena)
{
  g_autoptr(GBytes) bytes = name != NULL ? jb_layout_bytes(name, NULL, NULL) : NULL;
  g_autofree char *base = name != NULL ? g_path_get_basename(name) : NULL;
  g_autofree char *digest = bytes != NULL ? jb_sha256_of(bytes) : NULL;
  *made = (JbMadeFile){.name = jb_arena_dup(arena, base), .sha256 = jb_arena_dup(arena, digest)};
  return g_steal_pointer(&bytes);
}

static void
add(JbCarried *carried, const JbAttachment *file, GBytes *bytes)
{
  if (bytes == NULL)
    return;
  carried->files[carried->n] = *file;
  carried->files[carried->n++].bytes = bytes;
}

static GBytes *
facts_json(const JbMaking *making, const JbMade *made)
{
  g_autoptr(GString) how = g_string_new(NULL);
  GString *json = g_string_new(NULL);
  jb_made_write(made, how);
  jb_facts_write_beside(making->facts, how->str, json);
  return g_string_free_to_bytes(json);
}

static GBytes *
facts_csv(const JbFacts *facts)
{
  GString *csv = g_string_new(NULL);
  jb_facts_write(facts, JB_FACTS_CSV, csv);
  return g_string_free_to_bytes(csv);
}

JbCarried *
jb_carry(const JbMaking *making, GError **error)
{
  static const JbAttachment json = {.name = JB_FACTS_JSON_NAME,
                                    .mime = "application/json",
                                    .description = "出处和制法 / the figures' sentences, and how this was made",
                                    .relation = JB_ATTACHED_DATA},
                            csv = {.name = JB_FACTS_CSV_NAME,
                                   .mime = "text/csv",
                                   .description = "全部数据 / all figures",
                                   .relation = JB_ATTACHED_DATA},
                            layout = {.name = JB_LAYOUT_NAME,
                                      .mime = "application/yaml",
                                      .description = "版式 / the layout",
                                      .relation = JB_ATTACHED_SOURCE},
                            theme = {.name = JB_THEME_NAME,
                                     .mime = "application/yaml",
                                     .description = "主题 / the theme",
                                     .relation = JB_ATTACHED_SOURCE};
  JbArena *arena = jb_arena_new();
  JbMade made = {.program = JB_MADE_BY, .lang = making->lang, .form = making->form, .option = making->option};
  g_autoptr(JbCarried) carried = g_new0(JbCarried, 1);
  carried->files = g_new0(JbAttachment, 4);
  GBytes *layout_text = take_text(making->layout, &made.layout, arena);
  GBytes *theme_text = take_text(making->theme, &made.theme, arena);
  for (JbFace face = 0; face < JB_N_FACES; face++) {
    g_autofree char *font = jb_made_font(making->fonts, face);
    made.fonts[face] = jb_arena_dup(arena, font);
  }
  if (making->canvas != NULL) {
    made.width_pt = making->canvas->width_pt;
    made.height_pt = making->canvas->height_pt;
  }
  add(carried, &json, facts_json(making, &made));
  add(carried, &csv, facts_csv(making->facts));
  add(carried, &layout, layout_text);
  add(carried, &theme, theme_text);
  jb_arena_free(arena);
  if (making->layout == NULL || layout_text != NULL)
    return g_steal_pointer(&carried);
  g_set_error(error, JB_ERROR, JB_ERROR_CONFIG, "%s: it was there a moment ago and cannot be read again",
              making->layout);
  return NULL;
}

void
jb_carried_free(JbCarried *carried)
{
  if (carried == NULL)
    return;
  for (guint i = 0; i < carried->n; i++)
    g_bytes_unref(carried->files[i].bytes);
  g_free(carried->files);
  g_free(carried);
}
