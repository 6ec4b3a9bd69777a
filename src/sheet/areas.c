/* SPDX-License-Identifier: Apache-2.0 */
/* The areas of rows: by code or full name; beneath the table's own area by a short or shared name (中原, 新华区). */
#include "read/area.h"
#include "sheet/grid.h"

#include "base/utf8.h"
#include "base/words.h"

#include <string.h>

/* 全市, 合计: the row of the table's own area. */
static gboolean
is_whole(const char *name)
{
  static const char *const words[] = {"全市", "全县", "全区", "全省", "全州", "全市合计", "合计", "总计", "总 计", "合 计"};
  return jb_is_any(jb_slice(name), words, G_N_ELEMENTS(words));
}

/* 高新区, 航空港区: no division of GB/T 2260, so it goes by its name beneath the area that it is a part of. */
static gboolean
name_zone(JbArena *arena, const JbArea *whole, const char *name, JbArea *area)
{
  static const char *const ends[] = {"区", "园区", "新城", "示范区", "港"};
  if (jb_match_end(jb_slice(name), ends, G_N_ELEMENTS(ends)) == 0)
    return FALSE;
  gboolean full = g_str_has_prefix(name, whole->zh);
  *area = (JbArea){.code = "",
                   .zh = full ? jb_arena_dup(arena, name) : jb_arena_printf(arena, "%s%s", whole->zh, name),
                   .en = "",
                   .level = JB_AREA_UNKNOWN};
  return TRUE;
}

/* `context`: the caller's area. Else that of the table's title. */
static gboolean
find_whole(JbArena *arena, const char *context, const JbTitle *title, JbArea *whole)
{
  if (context != NULL)
    return jb_area_lookup(arena, context, whole);
  *whole = jb_area_find(arena, jb_slice(title->text), "");
  return *whole->code != '\0';
}

gboolean
jb_row_area(JbArena *arena, const char *name, const char *context, const JbTitle *title, JbArea *area)
{
  JbArea whole;
  if (jb_area_lookup(arena, name, area))
    return TRUE;
  if (!find_whole(arena, context, title, &whole))
    return FALSE;
  if (is_whole(name)) {
    *area = whole;
    return TRUE;
  }
  return jb_area_beneath(arena, whole.code, name, area) || name_zone(arena, &whole, name, area);
}
