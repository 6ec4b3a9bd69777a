/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Encodings. UTF-8 is taken as it is; UTF-16 and GB18030 are decoded character by character, so that each
 * byte of the result leads back to the file. Text that is neither is refused at its first bad byte.
 */
#include "read/text.h"

#include "read/reader.h"

#include <string.h>

#define MAX_BYTES ((gsize)64 * 1024 * 1024)

static guint
line_of(const guchar *bytes, gsize at)
{
  guint line = 1;
  for (gsize i = 0; i < at; i++)
    line += bytes[i] == '\n';
  return line;
}

static gboolean
refuse(GError **error, const char *name, const guchar *bytes, gsize at, const char *encoding)
{
  g_set_error(error, JB_ERROR, JB_ERROR_DATA,
              "%s: line %u, byte %" G_GSIZE_FORMAT ": 0x%02X is not valid %s; save the file again as UTF-8", name,
              line_of(bytes, at), at, bytes[at], encoding);
  return FALSE;
}

/* Collects UTF-8 with the file offset of each of its bytes. */
typedef struct {
  GString *utf8;
  GArray *offset;
} Sink;

static void
sink_put(Sink *sink, gunichar c, guint32 at)
{
  char out[6];
  gint n = g_unichar_to_utf8(c, out);
  g_string_append_len(sink->utf8, out, n);
  for (gint i = 0; i < n; i++)
    g_array_append_val(sink->offset, at);
}

static void
sink_finish(Sink *sink, JbArena *arena, guint32 end, JbText *text)
{
  g_array_append_val(sink->offset, end);
  gsize size = sizeof(guint32) * sink->offset->len;
  guint32 *offset = jb_arena_alloc(arena, size);
  memcpy(offset, sink->offset->data, size);
  text->utf8 = (JbSlice){.at = jb_arena_copy(arena, sink->utf8->str, sink->utf8->len), .len = sink->utf8->len};
  text->offset = offset;
  g_string_free(sink->utf8, TRUE);
  g_array_unref(sink->offset);
}

static Sink
sink_new(gsize len)
{
  return (Sink){.utf8 = g_string_sized_new(len * 2),
                .offset = g_array_sized_new(FALSE, FALSE, sizeof(guint32), (guint)len * 2)};
}

static gboolean
decode_utf16(JbArena *arena, const char *name, const guchar *bytes, gsize len, gsize start, gboolean big, JbText *text,
             GError **error)
{
  text->encoding = big ? "UTF-16BE" : "UTF-16LE";
  Sink sink = sink_new(len);
  gsize bad = len;
  for (gsize i = start; i < len; i += 2) {
    if (i + 1 >= len) {
      bad = i;
      break;
    }
    gunichar c = big ? (gunichar)bytes[i] << 8 | bytes[i + 1] : (gunichar)bytes[i + 1] << 8 | bytes[i];
    guint32 at = (guint32)i;
    if (c == 0) {
      bad = i;
      break;
    }
    if (c >= 0xD800 && c < 0xE000) {
      gunichar low = 0;
      if (i + 3 < len)
        low = big ? (gunichar)bytes[i + 2] << 8 | bytes[i + 3] : (gunichar)bytes[i + 3] << 8 | bytes[i + 2];
      if (c >= 0xDC00 || low < 0xDC00 || low >= 0xE000) {
        bad = i;
        break;
      }
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      i += 2;
    }
    sink_put(&sink, c, at);
  }
  sink_finish(&sink, arena, (guint32)len, text);
  return bad == len || refuse(error, name, bytes, bad, text->encoding);
}

/* Bytes of the GB18030 character at `b`, 0 when it is none. A zero is none, in any encoding: strings end at it. */
static guint
gb18030_len(const guchar *b, gsize left)
{
  if (b[0] < 0x80)
    return b[0] != 0 ? 1 : 0;
  if (b[0] == 0x80 || b[0] == 0xFF || left < 2)
    return 0;
  if (b[1] >= 0x30 && b[1] <= 0x39)
    return left >= 4 && b[2] >= 0x81 && b[2] <= 0xFE && b[3] >= 0x30 && b[3] <= 0x39 ? 4 : 0;
  return b[1] >= 0x40 && b[1] != 0x7F && b[1] != 0xFF ? 2 : 0;
}

static gboolean
decode_gb18030(JbArena *arena, const char *name, const guchar *bytes, gsize len, JbText *text, GError **error)
{
  text->encoding = "GB18030";
  for (gsize i = 0, n; i < len; i += n)
    if ((n = gb18030_len(bytes + i, len - i)) == 0)
      return refuse(error, name, bytes, i, text->encoding);
  gsize done = 0, written = 0;
  g_autofree char *utf8 = g_convert((const char *)bytes, (gssize)len, "UTF-8", "GB18030", &done, &written, NULL);
  if (utf8 == NULL)
    return refuse(error, name, bytes, MIN(done, len - 1), text->encoding);
  Sink sink = sink_new(len);
  const char *at = utf8;
  for (gsize i = 0; i < len && at < utf8 + written; i += gb18030_len(bytes + i, len - i), at = g_utf8_next_char(at))
    sink_put(&sink, g_utf8_get_char(at), (guint32)i);
  sink_finish(&sink, arena, (guint32)len, text);
  return TRUE;
}

/* UTF-16 without a mark: every second byte of its line breaks and ASCII is zero. */
static gboolean
looks_utf16(const guchar *bytes, gsize len, gboolean *big)
{
  gsize even = 0, odd = 0, n = MIN(len, (gsize)4096);
  for (gsize i = 0; i < n; i++)
    if (bytes[i] == 0)
      *(i % 2 == 0 ? &even : &odd) += 1;
  *big = even > odd;
  return even + odd > 0 && MAX(even, odd) > 4 * MIN(even, odd);
}

/* How many multi-byte characters stand before `end`: tells damaged UTF-8 from another encoding. */
static gsize
multibyte_before(const guchar *bytes, gsize end)
{
  gsize count = 0;
  for (gsize i = 0; i < end; i++)
    count += bytes[i] >= 0xE0;
  return count;
}

gboolean
jb_text_decode(JbArena *arena, const char *name, const void *data, gsize len, JbText *text, GError **error)
{
  const guchar *bytes = data;
  gboolean big = FALSE;
  *text = (JbText){.encoding = "UTF-8", .utf8 = {.at = data, .len = len}};
  if (len > MAX_BYTES) {
    g_set_error(error, JB_ERROR, JB_ERROR_DATA,
                "%s: %" G_GSIZE_FORMAT " bytes are more than a report holds (limit 64 MiB)", name, len);
    return FALSE;
  }
  if (len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
    text->utf8 = (JbSlice){.at = (const char *)bytes + 3, .len = len - 3};
    text->shift = 3;
  } else if (len >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0)) {
    return decode_utf16(arena, name, bytes, len, 2, bytes[0] == 0xFE, text, error);
  } else if (looks_utf16(bytes, len, &big)) {
    return decode_utf16(arena, name, bytes, len, 0, big, text, error);
  }
  const char *bad;
  if (g_utf8_validate(text->utf8.at, (gssize)text->utf8.len, &bad))
    return TRUE;
  gsize at = (gsize)(bad - (const char *)bytes);
  if (text->shift > 0 || bytes[at] == 0 || multibyte_before(bytes, at) >= 8)
    return refuse(error, name, bytes, at, "UTF-8");
  return decode_gb18030(arena, name, bytes, len, text, error);
}

/* ---- The reader of plain text --------------------------------------------------------------- */

static int
sniff(G_GNUC_UNUSED const char *name, G_GNUC_UNUSED JbSlice bytes)
{
  return 10;
}

static gboolean
decode(JbArena *arena, const char *name, JbSlice bytes, JbText *text, GError **error)
{
  JbSlice kept = {.at = jb_arena_copy(arena, bytes.at, bytes.len), .len = bytes.len};
  if (!jb_text_decode(arena, name, kept.at, kept.len, text, error))
    return FALSE;
  text->source = kept;
  return TRUE;
}

const JbReader jb_reader_text = {.name = "text", .sniff = sniff, .decode = decode};

gboolean
jb_reader_named(const char *name, const char *extension)
{
  const char *dot = strrchr(name, '.');
  return dot != NULL && g_ascii_strcasecmp(dot + 1, extension) == 0;
}
