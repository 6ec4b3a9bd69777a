/* SPDX-License-Identifier: Apache-2.0 */
/* Slices, the error domain and embedded files. */
#include <jianbao/base.h>

#include "base/embedded.h"

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

gssize
jb_slice_find(JbSlice text, const char *needle)
{
  const char *hit = memmem(text.at, text.len, needle, strlen(needle));
  return hit != NULL ? hit - text.at : -1;
}

const JbEmbedded *
jb_embedded_lookup(const char *name)
{
  for (const JbEmbedded *file = jb_embedded_files; file->name != NULL; file++)
    if (strcmp(file->name, name) == 0)
      return file;
  return NULL;
}
