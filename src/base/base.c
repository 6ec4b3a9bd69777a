/* SPDX-License-Identifier: Apache-2.0 */
/* Slices, the error domain and embedded files. */
#include <jianbao/base.h>

#include "base/embedded.h"
#include "base/hash.h"

#include <string.h>

G_DEFINE_QUARK(jianbao - error - quark, jb_error)

/*
 * Needles are a word long and texts a sentence, where memmem()'s set-up costs more than the search. Most characters of
 * a report begin with one of six bytes, so it is the third byte of the needle that is looked for.
 */
gssize
jb_slice_find(JbSlice text, const char *needle)
{
  gsize len = strlen(needle), probe = MIN(len, 3) - 1;
  if (len == 0 || len > text.len)
    return len == 0 ? 0 : -1;
  const char *from = text.at + probe, *last = text.at + text.len - len + probe;
  for (const char *hit; from <= last; from = hit + 1) {
    hit = memchr(from, needle[probe], (gsize)(last - from) + 1);
    if (hit == NULL)
      return -1;
    if (memcmp(hit - probe, needle, len) == 0)
      return hit - probe - text.at;
  }
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
