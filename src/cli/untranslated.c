/* SPDX-License-Identifier: Apache-2.0 */
/* The names on finished pages that have no English, and what to call to see them all. */
#include "cli/cli.h"
#include "cli/pipeline.h"

#include <string.h>

guint
cli_count_untranslated(const JbFacts *facts, const JbDrawing *drawing)
{
  g_autofree char *text = jb_drawing_text(drawing);
  g_autoptr(GHashTable) shown = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < facts->n_facts; i++) {
    const JbFact *fact = &facts->facts[i];
    if (fact->name_en == NULL && fact->name_zh != NULL && strstr(text, fact->name_zh) != NULL)
      g_hash_table_add(shown, (gpointer)fact->name_zh);
  }
  return g_hash_table_size(shown);
}

void
cli_say_untranslated(guint n, const char *report, const char *glossary)
{
  if (n == 0)
    return;
  g_autofree char *quoted = g_shell_quote(report), *own = glossary != NULL ? g_shell_quote(glossary) : NULL;
  const char *plain = strpbrk(report, " '\"\\$`*?[]()<>|&;~#!\n\t") == NULL ? report : quoted;
  cli_say("%u name%s on the pages %s no English term yet and stay%s in Chinese; see `jianbao list untranslated %s%s%s`",
          n, n > 1 ? "s" : "", n > 1 ? "have" : "has", n > 1 ? "" : "s", plain, own != NULL ? " --glossary " : "",
          own != NULL ? own : "");
}
