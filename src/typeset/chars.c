/* SPDX-License-Identifier: Apache-2.0 */
/* Character classes. */
#include "typeset/chars.h"

gboolean
jb_char_is_han(gunichar c)
{
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x323AF) ||
         (c >= 0xF900 && c <= 0xFAFF) || c == 0x3007; /* 〇 of 二〇二五年 */
}

gboolean
jb_char_is_western(gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum((char)c);
  return c < 0x0530 && g_unichar_isalnum(c); /* Latin, Greek, Cyrillic */
}

static gboolean
is_one_of(gunichar c, const gunichar *set, guint n)
{
  for (guint i = 0; i < n; i++)
    if (set[i] == c)
      return TRUE;
  return FALSE;
}

gboolean
jb_char_is_opening(gunichar c)
{
  static const gunichar set[] = {0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E,
                                 0x3010, 0x3014, 0x3016, 0xFF08, 0xFF3B};
  return c >= 0x2018 && is_one_of(c, set, G_N_ELEMENTS(set));
}

gboolean
jb_char_is_closing(gunichar c)
{
  static const gunichar set[] = {0x2019, 0x201D, 0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011,
                                 0x3015, 0x3017, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF3D};
  return c >= 0x2019 && is_one_of(c, set, G_N_ELEMENTS(set));
}

gboolean
jb_char_is_blank(gunichar c)
{
  return (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

gboolean
jb_char_is_dropped(gunichar c)
{
  if (c >= 0x20 && c < 0x7F)
    return FALSE;
  GUnicodeType type = g_unichar_type(c);
  return (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT) && !jb_char_is_blank(c);
}
