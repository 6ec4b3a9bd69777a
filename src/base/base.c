/* SPDX-License-Identifier: Apache-2.0 */
/* Slices, the error domain and embedded files. */
#include <jianbao/base.h>

#include "base/embedded.h"
#include "base/hash.h"

#include <string.h>

G_DEFINE_QUARK(jianbao - error - quark, jb_error)

JbSlice
jb_slice(const char *text)
{
  return (JbSlice){.at = text, .len = strlen(text)};
}

gboolean
jb_slice_equal(JbSlice a, JbSlice b)
{
  return a.len == b.len && memcmp(a.at, b.at, a.len) == 0;
}

gboolean
jb_slice_ends(JbSlice text, const char *suffix)
{
  gsize len = strlen(suffix);
  return text.len >= len && memcmp(text.at + text.len - len, suffix, len) == 0;
}

/* A plain loop: needles are a word long and texts a sentence, where memmem()'s set-up costs more than the search. */
gssize
jb_slice_find(JbSlice text, const char *needle)
{
  gsize len = strlen(needle);
  if (len == 0 || len > text.len)
    return len == 0 ? 0 : -1;
  for (gsize i = 0, last = text.len - len; i <= last; i++)
    if (text.at[i + len - 1] == needle[len - 1] && text.at[i] == needle[0] && memcmp(text.at + i, needle, len) == 0)
      return (gssize)i;
  return -1;
}

const JbEmbedded *
jb_embedded_lookup(const char *name)
{
  for (const JbEmbedded *file = jb_embedded_files; file->name != NULL; file++)
    if (strcmp(file->name, name) == 0)
      return file;
  return NULL;
}

gssize
jb_embedded_find(const JbEmbedded *file, JbSlice key)
{
  guint64 h = jb_hash(key.at, key.len);
  for (guint32 i = (guint32)h & file->mask; file->cells[i].line != 0; i = (i + 1) & file->mask) {
    const JbEmbeddedCell *cell = &file->cells[i];
    gsize line = cell->line - 1;
    if (cell->check == (guint16)(h >> 48) && cell->len == key.len && memcmp(file->bytes + line, key.at, key.len) == 0)
      return (gssize)line;
  }
  return -1;
}
