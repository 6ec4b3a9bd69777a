/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a screen reader says beside the text of the pages: alternative texts of figures, descriptions of links, titles of
 * the outline. Poppler's programs do not tell them, so they are looked for in the objects themselves: in the file as it
 * stands and in its object streams, wherever a key is followed by a string. Neither the cross-reference nor the structure
 * is followed: what an older revision of the file says counts as well, and who hides a text has one that is missing. The
 * file may be anybody's: every length is checked, and what is unpacked has a limit.
 */
#include "proof/proof.h"

#include "render/backends.h"

#include <string.h>
#include <zlib.h>

#define MOST_UNPACKED ((gsize)64 * 1024 * 1024)

static const struct {
  const char *key, *what;
} kinds[] = {
    {.key = "/Alt", .what = "alternative text"},
    {.key = "/Contents", .what = "link description"},
    {.key = "/Title", .what = "title"},
};

/* By kind, texts in UTF-8. */
typedef struct {
  GPtrArray *texts[G_N_ELEMENTS(kinds)];
} Spoken;

static void
spoken_init(Spoken *spoken)
{
  for (guint k = 0; k < G_N_ELEMENTS(kinds); k++)
    spoken->texts[k] = g_ptr_array_new_with_free_func(g_free);
}

static void
spoken_clear(Spoken *spoken)
{
  for (guint k = 0; k < G_N_ELEMENTS(kinds); k++)
    g_ptr_array_unref(spoken->texts[k]);
}

/* ---- Strings (ISO 32000-1, 7.3.4) ----------------------------------------------------------------------------------- */

/* The byte behind a backslash, at `*at`; -1: none. */
static int
escaped(const char **at, const char *end)
{
  static const char letters[] = "nrtbf", bytes[] = "\n\r\t\b\f";
  char c = **at;
  const char *letter = c != '\0' ? strchr(letters, c) : NULL;
  if (letter != NULL)
    return bytes[letter - letters];
  if (c == '\r' && *at + 1 < end && (*at)[1] == '\n')
    (*at)++;
  if (c == '\r' || c == '\n')
    return -1;
  if (c < '0' || c > '7')
    return (guchar)c;
  int code = c - '0';
  for (guint i = 0; i < 2 && *at + 1 < end && (*at)[1] >= '0' && (*at)[1] <= '7'; i++)
    code = code * 8 + *++*at - '0';
  return code & 0xFF;
}

/* From behind the opening bracket on; FALSE when it is never closed. */
static gboolean
take_literal(const char *at, const char *end, GString *bytes)
{
  for (guint depth = 1; at < end; at++) {
    int byte = (guchar)*at;
    if (byte == '\\' && at + 1 < end) {
      at++;
      byte = escaped(&at, end);
    } else {
      depth += byte == '(' ? 1 : 0;
      depth -= byte == ')' ? 1 : 0;
    }
    if (depth == 0)
      return TRUE;
    if (byte >= 0)
      g_string_append_c(bytes, (char)byte);
  }
  return FALSE;
}

static gboolean
take_hex(const char *at, const char *end, GString *bytes)
{
  guint n = 0, byte = 0;
  for (; at < end && *at != '>'; at++) {
    int digit = g_ascii_xdigit_value(*at);
    if (digit < 0 && !g_ascii_isspace(*at))
      return FALSE;
    if (digit < 0)
      continue;
    byte = (byte << 4 | (guint)digit) & 0xFF;
    if (++n % 2 == 0)
      g_string_append_c(bytes, (char)byte);
  }
  if (n % 2 == 1)
    g_string_append_c(bytes, (char)(byte << 4));
  return at < end;
}

/* UTF-16 with its mark, UTF-8 with its own, else bytes that are taken for Latin-1. */
static char *
to_utf8(const GString *bytes)
{
  const guchar *b = (const guchar *)bytes->str;
  g_autoptr(GString) out = g_string_new(NULL);
  if (bytes->len >= 3 && memcmp(b, "\xEF\xBB\xBF", 3) == 0)
    return g_utf8_make_valid(bytes->str + 3, (gssize)bytes->len - 3);
  if (bytes->len < 2 || b[0] != 0xFE || b[1] != 0xFF) {
    for (gsize i = 0; i < bytes->len; i++)
      g_string_append_unichar(out, b[i]);
    return g_string_free(g_steal_pointer(&out), FALSE);
  }
  for (gsize i = 2; i + 1 < bytes->len; i += 2) {
    gunichar c = (gunichar)(b[i] << 8 | b[i + 1]);
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes->len) {
      c = 0x10000 + ((c - 0xD800) << 10) + (((gunichar)(b[i + 2] << 8 | b[i + 3]) - 0xDC00) & 0x3FF);
      i += 2;
    }
    g_string_append_unichar(out, g_unichar_validate(c) ? c : 0xFFFD);
  }
  return g_string_free(g_steal_pointer(&out), FALSE);
}

/* ---- Objects ---------------------------------------------------------------------------------------------------------- */

static void
find_strings(const char *text, gsize len, guint kind, GPtrArray *texts)
{
  const char *key = kinds[kind].key, *end = text + len, *at = text;
  g_autoptr(GString) bytes = g_string_new(NULL);
  while ((at = memmem(at, (gsize)(end - at), key, strlen(key))) != NULL) {
    at += strlen(key);
    while (at < end && g_ascii_isspace(*at))
      at++;
    g_string_truncate(bytes, 0);
    gboolean is_string = at + 1 < end && (*at == '(' || (*at == '<' && at[1] != '<'));
    if (is_string && (*at == '(' ? take_literal(at + 1, end, bytes) : take_hex(at + 1, end, bytes)) && bytes->len > 0)
      g_ptr_array_add(texts, to_utf8(bytes));
  }
}

static guint64
number_behind(const char *entries, const char *key)
{
  const char *at = strstr(entries, key);
  return at != NULL ? g_ascii_strtoull(at + strlen(key), NULL, 10) : 0;
}

/* Rows that PNG's predictor "up" has made differences of, as they were. */
static void
undo_rows(GString *bytes, gsize width)
{
  gsize n = bytes->len / (width + 1);
  for (gsize row = 0; row < n; row++)
    for (gsize i = 0; i < width; i++) {
      char above = row > 0 ? bytes->str[(row - 1) * width + i] : 0;
      bytes->str[row * width + i] = (char)(bytes->str[row * (width + 1) + 1 + i] + above);
    }
  g_string_truncate(bytes, n * width);
}

/* Empty when it is damaged or larger than the room that is left; what was done for it is off that in any case. */
static GString *
unpack(const char *from, gsize len, gsize *room)
{
  GString *out = g_string_new(NULL);
  z_stream stream = {.next_in = (Bytef *)from, .avail_in = (uInt)MIN(len, G_MAXUINT)};
  char chunk[1 << 15];
  int status = inflateInit(&stream);
  while (status == Z_OK && out->len <= *room) {
    stream.next_out = (Bytef *)chunk;
    stream.avail_out = sizeof chunk;
    status = inflate(&stream, Z_NO_FLUSH);
    if (status == Z_OK || status == Z_STREAM_END)
      g_string_append_len(out, chunk, (gssize)(sizeof chunk - stream.avail_out));
  }
  inflateEnd(&stream);
  *room -= MIN(*room, out->len);
  if (status != Z_STREAM_END)
    g_string_truncate(out, 0);
  return out;
}

/* The entries of the dictionary that ends before `at`. */
static char *
entries_before(const char *file, const char *at)
{
  const char *from = at;
  while (from > file && at - from < 1000 && !g_str_has_prefix(from, "obj"))
    from--;
  return g_strndup(from, (gsize)(at - from));
}

/* `each` is called with the file itself, then with what each of its object streams holds. */
static void
each_text(GBytes *file, void (*each)(const char *text, gsize len, Spoken *spoken), Spoken *spoken)
{
  gsize len, room = MOST_UNPACKED;
  const char *bytes = g_bytes_get_data(file, &len), *end = bytes + len, *at = bytes;
  each(bytes, len, spoken);
  while ((at = memmem(at, (gsize)(end - at), "stream", 6)) != NULL) {
    const char *data = at + 6;
    g_autofree char *entries = entries_before(bytes, at);
    at = data;
    if (strstr(entries, "/ObjStm") == NULL)
      continue;
    while (data < end && (*data == '\r' || *data == '\n'))
      data++;
    g_autoptr(GString) text = unpack(data, (gsize)(end - data), &room);
    if (number_behind(entries, "/Predictor ") > 1)
      undo_rows(text, CLAMP(number_behind(entries, "/Columns "), 1, MOST_UNPACKED));
    each(text->str, text->len, spoken);
  }
}

static void
find_all(const char *text, gsize len, Spoken *spoken)
{
  for (guint k = 0; k < G_N_ELEMENTS(kinds); k++)
    find_strings(text, len, k, spoken->texts[k]);
}

/* ---- What is to be said ---------------------------------------------------------------------------------------------- */

static void
add(Spoken *spoken, guint kind, const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add(spoken->texts[kind], g_utf8_make_valid(text, -1));
}

static void
collect(const JbDrawing *drawing, Spoken *spoken)
{
  enum { ALT, CONTENTS, TITLE };
  g_autofree char *title = jb_render_title(drawing);
  add(spoken, TITLE, g_strdelimit(title, "\t\n\r", ' '));
  for (guint i = 0; i < drawing->outline->len; i++)
    add(spoken, TITLE, g_array_index(drawing->outline, JbOutline, i).title);
  for (guint p = 0; p < drawing->pages->len; p++) {
    const GArray *items = ((const JbPage *)drawing->pages->pdata[p])->items;
    for (guint i = 0; i < items->len; i++) {
      const JbDrawItem *item = &g_array_index(items, JbDrawItem, i);
      if (item->kind == JB_DRAW_TAG_BEGIN)
        add(spoken, ALT, item->tag.alt);
      else if (item->kind == JB_DRAW_LINK)
        add(spoken, CONTENTS, item->link.title != NULL ? item->link.title : item->link.target);
    }
  }
}

/* ---- The two beside each other ---------------------------------------------------------------------------------------- */

static int
by_text(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Those of `left` that `right` has not; both sorted. */
static GPtrArray *
only_in(const GPtrArray *left, const GPtrArray *right)
{
  GPtrArray *only = g_ptr_array_new();
  for (guint l = 0, r = 0; l < left->len; l++) {
    int order = 1;
    while (r < right->len && (order = strcmp(right->pdata[r], left->pdata[l])) < 0)
      r++;
    if (r < right->len && order == 0)
      r++;
    else
      g_ptr_array_add(only, left->pdata[l]);
  }
  return only;
}

/* Behind what two texts begin with alike, but for a few letters of it: what differs is to be seen. */
static gsize
alike(const char *a, const char *b)
{
  gsize n = 0;
  while (a[n] != '\0' && a[n] == b[n])
    n++;
  n -= MIN(n, 24);
  while (n > 0 && ((guchar)a[n] & 0xC0) == 0x80)
    n--;
  return n;
}

static void
put_pair(GString *out, const char *what, const char *there, const char *should)
{
  gsize behind = alike(there, should);
  jb_put_difference(out, what, there + behind, strlen(there) - behind, should + behind);
}

static guint
compare(guint kind, GPtrArray *found, GPtrArray *wanted, GString *out)
{
  g_ptr_array_sort(found, by_text);
  g_ptr_array_sort(wanted, by_text);
  g_autoptr(GPtrArray) strange = only_in(found, wanted), missing = only_in(wanted, found);
  for (guint i = 0; i < MAX(strange->len, missing->len); i++)
    put_pair(out, kinds[kind].what, i < strange->len ? strange->pdata[i] : "",
             i < missing->len ? missing->pdata[i] : "");
  return MAX(strange->len, missing->len);
}

void
jb_compare_spoken(const JbDrawing *drawing, GBytes *file, GString *out, JbCompared *compared)
{
  Spoken found, wanted;
  spoken_init(&found);
  spoken_init(&wanted);
  each_text(file, find_all, &found);
  collect(drawing, &wanted);
  for (guint k = 0; k < G_N_ELEMENTS(kinds); k++) {
    guint n_wrong = compare(k, found.texts[k], wanted.texts[k], out);
    compared->n_wrong += n_wrong;
    if (n_wrong == 0 && wanted.texts[k]->len > 0)
      g_string_append_printf(out, "%u %s%s follow from the facts\n", wanted.texts[k]->len, kinds[k].what,
                             wanted.texts[k]->len > 1 ? "s" : "");
  }
  spoken_clear(&found);
  spoken_clear(&wanted);
}
