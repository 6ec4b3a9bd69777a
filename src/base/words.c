/* SPDX-License-Identifier: Apache-2.0 */
#include "base/words.h"

#include <string.h>

gsize
jb_match_any(JbSlice text, const char *const *words, guint n)
{
  if (text.len == 0)
    return 0;
  const char first = text.at[0], second = text.len > 1 ? text.at[1] : '\0';
  for (guint i = 0; i < n; i++)
    if (words[i][0] == first && (words[i][1] == second || words[i][1] == '\0') && jb_slice_starts(text, words[i]))
      return strlen(words[i]);
  return 0;
}

gsize
jb_match_end(JbSlice text, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++) {
    gsize len = strlen(words[i]);
    if (text.len >= len && text.at[text.len - 1] == words[i][len - 1] &&
        memcmp(text.at + text.len - len, words[i], len) == 0)
      return len;
  }
  return 0;
}

gboolean
jb_is_any(JbSlice text, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (jb_slice_is(text, words[i]))
      return TRUE;
  return FALSE;
}

gboolean
jb_has_any(JbSlice text, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (jb_slice_find(text, words[i]) >= 0)
      return TRUE;
  return FALSE;
}

/* ---- An index of a long table ------------------------------------------------------------------ */

#define BUCKETS 128

typedef struct {
  guint16 next, len; /* row + 1 of the next one in the bucket, 0: none; bytes of the word */
} Cell;

typedef struct {
  guint16 first[BUCKETS]; /* row + 1, 0: none */
  Cell cells[];
} Cells;

static const char *
word_of(const JbWordIndex *index, guint row)
{
  return *(const char *const *)((const char *)index->rows + row * index->stride);
}

/* By the second and third byte of a Chinese character, which tell most; by the byte of an ASCII one. */
static guint
bucket_of(JbSlice text, gboolean by_end)
{
  const guchar *b = (const guchar *)text.at + (by_end ? text.len : 0);
  if (by_end)
    return b[-1] < 0x80 ? b[-1] : (b[-1] ^ (guint)b[-2] << 1) % BUCKETS;
  return b[0] < 0xE0 ? b[0] % BUCKETS : (b[2] ^ (guint)b[1] << 1) % BUCKETS;
}

static Cells *
make_cells(const JbWordIndex *index)
{
  guint n = index->n;
  while (index->n == 0 && word_of(index, n) != NULL)
    n++;
  Cells *cells = g_malloc0(sizeof *cells + n * sizeof *cells->cells);
  for (guint row = n; row-- > 0;) { /* the first of a bucket is put there last */
    JbSlice word = jb_slice(word_of(index, row));
    guint16 *first = &cells->first[bucket_of(word, index->by_end)];
    cells->cells[row] = (Cell){.next = *first, .len = (guint16)word.len};
    *first = (guint16)(row + 1);
  }
  return cells;
}

gconstpointer
jb_index_next(JbWordIndex *index, JbSlice text, guint *cursor, gsize *len)
{
  if (g_once_init_enter(&index->made))
    g_once_init_leave(&index->made, (gsize)make_cells(index));
  const Cells *cells = (const Cells *)index->made;
  if (text.len < 3 && (text.len == 0 || (guchar)text.at[text.len - 1] >= 0x80))
    return NULL;
  guint row = *cursor > 0 ? cells->cells[*cursor - 1].next : cells->first[bucket_of(text, index->by_end)];
  for (; row > 0; row = cells->cells[row - 1].next) {
    gsize n = cells->cells[row - 1].len;
    const char *at = index->by_end ? text.at + text.len - MIN(n, text.len) : text.at;
    if (n > text.len || memcmp(at, word_of(index, row - 1), n) != 0)
      continue;
    *cursor = row;
    *len = n;
    return (const char *)index->rows + (row - 1) * index->stride;
  }
  return NULL;
}

gsize
jb_index_match(JbWordIndex *index, JbSlice text)
{
  guint cursor = 0;
  gsize len;
  return jb_index_next(index, text, &cursor, &len) != NULL ? len : 0;
}

gconstpointer
jb_index_longest(JbWordIndex *index, JbSlice text, gsize *len)
{
  gconstpointer best = NULL;
  guint cursor = 0;
  *len = 0;
  gsize n;
  for (gconstpointer row; (row = jb_index_next(index, text, &cursor, &n)) != NULL;)
    if (n > *len) {
      best = row;
      *len = n;
    }
  return best;
}
