/* SPDX-License-Identifier: Apache-2.0 */
/* Layouts and themes by name (compiled in) or by file. */
#include "base/embedded.h"
#include "base/hash.h"
#include "layout/parse.h"

#include <string.h>

/* Name, tab, description: a line of `jianbao list layouts`. */
static const char *const layouts[] = {
    "briefing\tA4 briefing: headline figures, growth and targets, trends, every figure by section, sources",
    "onepage\tone A4 page: the headline figures, growth, targets, trends and what the report makes most of",
    "slides\t16:9, one message a slide: key figures, growth, trends, targets, figures by section",
    "official\tafter GB/T 9704: A4 with the margins and sizes of official documents, numbered sections, prose",
    "monthly\tprogress against the year's targets, from figures of the year itself",
    NULL,
};

static const char *const themes[] = {
    "brief\tpages: blue on white, 9 pt charts",
    "slide\tslides: the same colours, 15 pt charts",
    "document\tpages after GB/T 9704: red rules, 16 pt headings",
    "red\tred accent, slate bars; for pages and slides",
    "dark\tlight on dark; for pages and slides",
    NULL,
};

const char *const *
jb_layout_names(void)
{
  return layouts;
}

const char *const *
jb_theme_names(void)
{
  return themes;
}

char *
jb_path_beside(const char *near, const char *name)
{
  if (near == NULL || g_path_is_absolute(name))
    return g_strdup(name);
  g_autofree char *directory = g_path_get_dirname(near);
  return g_build_filename(directory, name, NULL);
}

/* Shipped ones are plain names: layouts/briefing.yaml, layouts/themes/dark.yaml. */
static const JbEmbedded *
shipped_file(const char *name)
{
  if (strpbrk(name, "/.") != NULL)
    return NULL;
  g_autofree char *file = g_strconcat(name, ".yaml", NULL);
  return jb_embedded_lookup(file);
}

GBytes *
jb_layout_bytes(const char *name, const char *near, GError **error)
{
  const JbEmbedded *embedded = shipped_file(name);
  if (embedded != NULL)
    return g_bytes_new_static(embedded->bytes, embedded->len);
  g_autofree char *path = jb_path_beside(near, name);
  char *text = NULL;
  gsize len = 0;
  g_autoptr(GError) failure = NULL;
  if (g_file_get_contents(path, &text, &len, &failure))
    return g_bytes_new_take(text, len);
  g_set_error(error, JB_ERROR, JB_ERROR_CONFIG,
              "%s: nothing shipped has this name, and as a file: %s; `jianbao list layouts` and `jianbao list themes` "
              "name what is shipped",
              name, failure->message);
  return NULL;
}

void
jb_layout_note(JbLayout *layout, gconstpointer bytes, gsize len)
{
  const guint64 pair[] = {layout->made_of, jb_hash(bytes, len)};
  layout->made_of = jb_hash((const char *)pair, sizeof pair);
}

guint64
jb_layout_made_of(const JbLayout *layout)
{
  return layout->made_of;
}

JbLayout *
jb_layout_open(const char *name, GError **error)
{
  g_autoptr(GBytes) bytes = jb_layout_bytes(name, NULL, error);
  if (bytes == NULL)
    return NULL;
  gsize len = 0;
  const char *text = g_bytes_get_data(bytes, &len);
  g_autofree char *file = g_strconcat(name, ".yaml", NULL);
  return jb_layout_parse(shipped_file(name) != NULL ? file : name, text, len, error);
}
