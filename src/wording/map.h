/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_MAP_H
#define JB_WORDING_MAP_H
/* Slices to row numbers: open addressing, filled once. Keys are borrowed. */
#include <jianbao/base.h>

typedef struct {
  const char *at; /* NULL: free */
  guint32 row;
  guint16 len;
  guint16 check; /* bits of the hash, so that most misses touch no key */
} JbMapCell;

typedef struct {
  JbMapCell *cells;
  guint mask;    /* number of cells - 1 */
  gsize longest; /* key, in bytes */
} JbMap;

/* Room for `n` keys, in `arena`. */
JbMap jb_map_make(JbArena *arena, guint n);
/* FALSE when the key is there already; the first row stays. */
gboolean jb_map_add(JbMap *map, JbSlice key, guint row);
/* The key's row, or -1. */
gint jb_map_find(const JbMap *map, JbSlice key);

/* Takes the next line off `text`, without its line break; FALSE at the end. */
gboolean jb_take_line(JbSlice *text, JbSlice *line);
/* Cuts a line at its tabs; missing columns are empty, "-" reads as empty. */
void jb_split_columns(JbSlice line, JbSlice *columns, guint n);

#endif
