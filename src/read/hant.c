/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One character at a time, because reports use the traditional forms for the same words: 生產總值增長 is 生产总值增长.
 * The few characters with two readings (顯著 stays 显著, 沿著 is 沿着) are told apart by their neighbours.
 */
#include "read/hant.h"

#include "base/embedded.h"
#include "base/utf8.h"

#include <string.h>

#define FIRST       0x3400u /* CJK extension A … */
#define END         0xA000u /* … to the end of the unified ideographs */
#define MAX_DOUBLES 32
#define SAMPLE      ((gsize)4 * 1024) /* over a thousand characters, one in ten of them telling */

/* A character with two readings. The neighbours are slices of the table. */
typedef struct {
  gunichar usual, other;
  JbSlice after, before; /* `other` is read behind any character of `after` or in front of any of `before` */
} Double;

struct JbHant {
  guint16 simple[END - FIRST]; /* 0: the same; below MAX_DOUBLES: 1 + index in `doubles` */
  guint n_doubles;
  Double doubles[MAX_DOUBLES];
};

/* Frequent in any report, and in traditional characters alone. */
static gboolean
is_telling(gunichar c)
{
  switch (c) {
  case 0x500B: /* 個 */
  case 0x5104: /* 億 */
  case 0x52D9: /* 務 */
  case 0x5340: /* 區 */
  case 0x570B: /* 國 */
  case 0x5BE6: /* 實 */
  case 0x5C0D: /* 對 */
  case 0x5EE3: /* 廣 */
  case 0x5F8C: /* 後 */
  case 0x61C9: /* 應 */
  case 0x6703: /* 會 */
  case 0x696D: /* 業 */
  case 0x6A5F: /* 機 */
  case 0x70BA: /* 為 */
  case 0x7522: /* 產 */
  case 0x767C: /* 發 */
  case 0x7D93: /* 經 */
  case 0x7E3D: /* 總 */
  case 0x7E23: /* 縣 */
  case 0x8207: /* 與 */
  case 0x842C: /* 萬 */
  case 0x8CC7: /* 資 */
  case 0x9032: /* 進 */
  case 0x9577: /* 長 */
  case 0x958B: /* 開 */
  case 0x9AD4: /* 體 */
    return TRUE;
  default:
    return FALSE;
  }
}

/* Counts the Han characters of a stretch of text, and the telling ones among them. */
static void
count_han(JbSlice text, guint *han, guint *telling)
{
  for (gsize i = 0; i + 3 <= text.len; i++) {
    const guchar *b = (const guchar *)text.at + i;
    if (b[0] < 0xE4 || b[0] > 0xE9)
      continue;
    (*han)++;
    *telling += is_telling(((gunichar)(b[0] & 0x0F) << 12) | ((gunichar)(b[1] & 0x3F) << 6) | (b[2] & 0x3F));
    i += 2;
  }
}

gboolean
jb_hant_is(JbSlice utf8)
{
  /* The head of a saved page may be all navigation, so the middle is looked at too. */
  guint han = 0, telling = 0;
  gsize n = MIN(utf8.len, SAMPLE);
  count_han((JbSlice){.at = utf8.at, .len = n}, &han, &telling);
  if (utf8.len > 2 * SAMPLE)
    count_han((JbSlice){.at = utf8.at + utf8.len / 2, .len = n}, &han, &telling);
  return telling >= 3 && telling > han / 50;
}

static gboolean
next_cell(JbSlice *row, JbSlice *cell)
{
  const char *tab = memchr(row->at, '\t', row->len);
  gsize n = tab != NULL ? (gsize)(tab - row->at) : row->len;
  *cell = (JbSlice){.at = row->at, .len = n};
  *row = (JbSlice){.at = row->at + MIN(n + 1, row->len), .len = row->len - MIN(n + 1, row->len)};
  return n > 0;
}

static void
add_row(JbHant *hant, JbSlice row)
{
  JbSlice from, to, other;
  guint len;
  if (!next_cell(&row, &from) || !next_cell(&row, &to))
    return;
  gunichar c = jb_utf8_get(from.at, &len), simple = jb_utf8_get(to.at, &len);
  if (c < FIRST || c >= END)
    return;
  hant->simple[c - FIRST] = (guint16)simple;
  if (next_cell(&row, &other) && hant->n_doubles + 1 < MAX_DOUBLES) {
    Double *d = &hant->doubles[hant->n_doubles++];
    *d = (Double){.usual = simple, .other = jb_utf8_get(other.at, &len)};
    next_cell(&row, &d->after);
    next_cell(&row, &d->before);
    hant->simple[c - FIRST] = (guint16)hant->n_doubles;
  }
}

JbHant *
jb_hant_new(JbArena *arena)
{
  JbHant *hant = jb_arena_make(arena, JbHant, 1);
  const JbEmbedded *file = jb_embedded_lookup("hant.tsv");
  for (const char *at = file->bytes, *end = at + file->len; at < end;) {
    const char *nl = memchr(at, '\n', (gsize)(end - at));
    if (*at != '#')
      add_row(hant, (JbSlice){.at = at, .len = (gsize)((nl != NULL ? nl : end) - at)});
    at = nl != NULL ? nl + 1 : end;
  }
  return hant;
}

static gboolean
holds(JbSlice characters, gunichar c)
{
  guint len;
  for (gsize i = 0; i < characters.len; i += len)
    if (jb_utf8_get(characters.at + i, &len) == c)
      return TRUE;
  return FALSE;
}

gunichar
jb_hant_simplify(const JbHant *hant, gunichar c, gunichar before, gunichar after)
{
  switch (c) { /* the quotation marks of vertical text: 「十四五」 is “十四五” */
  case 0x300C:
    return 0x201C;
  case 0x300D:
    return 0x201D;
  case 0x300E:
    return 0x2018;
  case 0x300F:
    return 0x2019;
  default:
    break;
  }
  guint simple = c >= FIRST && c < END ? hant->simple[c - FIRST] : 0;
  if (simple == 0)
    return c;
  if (simple >= MAX_DOUBLES)
    return simple;
  const Double *d = &hant->doubles[simple - 1];
  return holds(d->after, before) || holds(d->before, after) ? d->other : d->usual;
}
