/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_BASE_UTF8_H
#define JB_BASE_UTF8_H
/* UTF-8 by hand: stepping through valid text, and the few character classes that Chinese reports need. */
#include <jianbao/base.h>

/* Decodes the character at `at` (valid UTF-8, at least one byte left); `len` gets its bytes. */
static inline gunichar
jb_utf8_get(const char *at, guint *len)
{
  const guchar *b = (const guchar *)at;
  if (b[0] < 0x80) {
    *len = 1;
    return b[0];
  }
  if (b[0] < 0xE0) {
    *len = 2;
    return ((gunichar)(b[0] & 0x1F) << 6) | (b[1] & 0x3F);
  }
  if (b[0] < 0xF0) {
    *len = 3;
    return ((gunichar)(b[0] & 0x0F) << 12) | ((gunichar)(b[1] & 0x3F) << 6) | (b[2] & 0x3F);
  }
  *len = 4;
  return ((gunichar)(b[0] & 0x07) << 18) | ((gunichar)(b[1] & 0x3F) << 12) | ((gunichar)(b[2] & 0x3F) << 6) |
         (b[3] & 0x3F);
}

/* Bytes of the character that begins with `lead`, in valid UTF-8. */
static inline gsize
jb_utf8_len(char lead)
{
  guchar b = (guchar)lead;
  return b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
}

/* The first three bytes at `at` as one number, for a switch over Chinese characters; 0 where fewer are left. */
static inline guint32
jb_utf8_key(JbSlice text, gsize at)
{
  if (at + 3 > text.len)
    return 0;
  const guchar *b = (const guchar *)text.at + at;
  return (guint32)b[0] << 16 | (guint32)b[1] << 8 | b[2];
}

static inline gboolean
jb_is_han(gunichar c)
{
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3007;
}

/* Bytes `start` … `end`; out of bounds it is the caller's fault, and empty. */
static inline JbSlice
jb_slice_sub(JbSlice text, gsize start, gsize end)
{
  g_return_val_if_fail(start <= end && end <= text.len, ((JbSlice){.at = text.at, .len = 0}));
  return (JbSlice){.at = text.at + start, .len = end - start};
}

/* Characters of a slice. */
gsize jb_utf8_count(JbSlice text);
/* The first `n` characters, or all of it. */
JbSlice jb_utf8_head(JbSlice text, gsize n);
JbSlice jb_slice_trim(JbSlice text); /* without ASCII and ideographic spaces at both ends */
/*
 * Any bytes (a file's name) as valid UTF-8 that does nothing to a terminal: bytes that are none and control characters
 * become \xNN; `kept` are control characters that stay. For the caller to free.
 */
char *jb_utf8_shown(const char *bytes, const char *kept);

#endif
