/* SPDX-License-Identifier: Apache-2.0 */
#include "base/utf8.h"

#include <string.h>

char *
jb_utf8_shown(const char *bytes, const char *kept)
{
  GString *shown = g_string_new(NULL);
  while (*bytes != '\0') {
    gunichar c = g_utf8_get_char_validated(bytes, -1);
    gboolean valid = c < (gunichar)-2, control = valid && g_unichar_iscntrl(c);
    guint len = valid ? (guint)g_unichar_to_utf8(c, NULL) : 1;
    if (valid && (!control || (c < 0x80 && strchr(kept, (int)c) != NULL)))
      g_string_append_len(shown, bytes, len);
    else
      for (guint i = 0; i < len; i++)
        g_string_append_printf(shown, "\\x%02x", (guchar)bytes[i]);
    bytes += len;
  }
  return g_string_free(shown, FALSE);
}

gsize
jb_utf8_count(JbSlice text)
{
  gsize count = 0;
  for (gsize i = 0; i < text.len; i++)
    count += ((guchar)text.at[i] & 0xC0) != 0x80;
  return count;
}

JbSlice
jb_utf8_head(JbSlice text, gsize n)
{
  gsize at = 0;
  while (at < text.len && n-- > 0)
    at += jb_utf8_len(text.at[at]);
  return (JbSlice){.at = text.at, .len = MIN(at, text.len)};
}

static gsize
space_at_start(JbSlice text)
{
  if (text.len > 0 && strchr(" \t\r\n", text.at[0]) != NULL && text.at[0] != '\0')
    return 1;
  if (jb_slice_starts(text, "\u3000"))
    return strlen("\u3000");
  return jb_slice_starts(text, "\u00A0") ? strlen("\u00A0") : 0;
}

static gsize
space_at_end(JbSlice text)
{
  if (text.len > 0 && strchr(" \t\r\n", text.at[text.len - 1]) != NULL && text.at[text.len - 1] != '\0')
    return 1;
  if (jb_slice_ends(text, "\u3000"))
    return strlen("\u3000");
  return jb_slice_ends(text, "\u00A0") ? strlen("\u00A0") : 0;
}

JbSlice
jb_slice_trim(JbSlice text)
{
  for (gsize n; (n = space_at_start(text)) > 0; text.at += n)
    text.len -= n;
  for (gsize n; (n = space_at_end(text)) > 0;)
    text.len -= n;
  return text;
}
