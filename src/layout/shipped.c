/* SPDX-License-Identifier: Apache-2.0 */
/* Layouts by name (compiled in) or by file. */
#include "base/embedded.h"
#include "layout/model.h"

#include <string.h>

/* Name, tab, description: a line of `jianbao list layouts`. */
static const char *const shipped[] = {
    "briefing\tA4 briefing: headline figures, growth and targets, trends, every figure by section, sources",
    NULL,
};

const char *const *
jb_layout_names(void)
{
  return shipped;
}

static const JbEmbedded *
shipped_file(const char *name)
{
  for (guint i = 0; shipped[i] != NULL; i++) {
    gsize len = strcspn(shipped[i], "\t");
    if (strlen(name) != len || strncmp(shipped[i], name, len) != 0)
      continue;
    char *file = g_strconcat(name, ".yaml", NULL);
    const JbEmbedded *embedded = jb_embedded_lookup(file);
    g_free(file);
    return embedded;
  }
  return NULL;
}

JbLayout *
jb_layout_open(const char *name, GError **error)
{
  const JbEmbedded *embedded = shipped_file(name);
  if (embedded != NULL)
    return jb_layout_parse(embedded->name, embedded->bytes, embedded->len, error);
  char *text = NULL;
  gsize len = 0;
  GError *failure = NULL;
  if (!g_file_get_contents(name, &text, &len, &failure)) {
    g_set_error(
        error, JB_ERROR, JB_ERROR_CONFIG,
        "layout %s: no shipped layout has this name, and as a file: %s; `jianbao list layouts` names the shipped ones",
        name, failure->message);
    g_error_free(failure);
    return NULL;
  }
  JbLayout *layout = jb_layout_parse(name, text, len, error);
  g_free(text);
  return layout;
}
