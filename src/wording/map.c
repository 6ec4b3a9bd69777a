/* SPDX-License-Identifier: Apache-2.0 */
/* A hash map that costs a few nanoseconds a key: the word tables are read on every start. */
#include "wording/map.h"

#include "base/hash.h"

#include <string.h>

JbMap
jb_map_make(JbArena *arena, guint n)
{
  guint size = 64;
  while (size < n + n / 2)
    size *= 2;
  return (JbMap){.cells = jb_arena_make(arena, JbMapCell, size), .mask = size - 1};
}

/* The key's cell, or the free one where it belongs. */
static JbMapCell *
cell_of(const JbMap *map, JbSlice key, guint16 *check)
{
  guint64 h = jb_hash(key.at, key.len);
  *check = (guint16)(h >> 48);
  guint i = (guint)h & map->mask;
  for (; map->cells[i].at != NULL; i = (i + 1) & map->mask)
    if (map->cells[i].check == *check && map->cells[i].len == key.len && memcmp(map->cells[i].at, key.at, key.len) == 0)
      break;
  return &map->cells[i];
}

gboolean
jb_map_add(JbMap *map, JbSlice key, guint row)
{
  guint16 check;
  JbMapCell *cell = cell_of(map, key, &check);
  if (cell->at != NULL)
    return FALSE;
  *cell = (JbMapCell){.at = key.at, .row = row, .len = (guint16)key.len, .check = check};
  map->longest = MAX(map->longest, key.len);
  return TRUE;
}

gint
jb_map_find(const JbMap *map, JbSlice key)
{
  guint16 check;
  if (key.len > map->longest)
    return -1;
  const JbMapCell *cell = cell_of(map, key, &check);
  return cell->at != NULL ? (gint)cell->row : -1;
}

gboolean
jb_take_line(JbSlice *text, JbSlice *line)
{
  if (text->len == 0)
    return FALSE;
  const char *end = memchr(text->at, '\n', text->len);
  line->at = text->at;
  line->len = end != NULL ? (gsize)(end - text->at) : text->len;
  gsize skip = MIN(line->len + 1, text->len);
  text->at += skip;
  text->len -= skip;
  return TRUE;
}

void
jb_split_columns(JbSlice line, JbSlice *columns, guint n)
{
  for (guint i = 0; i < n; i++) {
    const char *tab = line.len > 0 ? memchr(line.at, '\t', line.len) : NULL;
    gsize len = tab != NULL ? (gsize)(tab - line.at) : line.len;
    gboolean none = len == 1 && *line.at == '-';
    columns[i] = (JbSlice){.at = line.at, .len = none ? 0 : len};
    gsize skip = tab != NULL ? len + 1 : len;
    line.at += skip;
    line.len -= skip;
  }
}
