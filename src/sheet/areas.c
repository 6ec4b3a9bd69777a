/* SPDX-License-Identifier: Apache-2.0 */
/* The areas of rows: by code or full name; beneath the table's own area by a short or shared name (中原, 新华区). */
#include "read/area.h"
#include "sheet/grid.h"

#include "base/utf8.h"
#include "base/words.h"

#include <string.h>

/* 全市, 全省, 合计: the row of what the others are parts of. */
static gboolean
is_whole(const JbArea *whole, const char *name)
{
  static const struct {
    const char *word;
    JbAreaLevel level; /* unknown: of any */
  } rows[] = {
      {"全国", JB_AREA_NATION},   {"全省", JB_AREA_PROVINCE}, {"全市", JB_AREA_PREFECTURE}, {"全州", JB_AREA_PREFECTURE},
      {"全县", JB_AREA_COUNTY},   {"全区", JB_AREA_COUNTY},   {"合计", JB_AREA_UNKNOWN},    {"总计", JB_AREA_UNKNOWN},
      {"合 计", JB_AREA_UNKNOWN}, {"总 计", JB_AREA_UNKNOWN},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
    if (strcmp(rows[i].word, name) == 0)
      return rows[i].level == JB_AREA_UNKNOWN || rows[i].level == whole->level ||
             (whole->level == JB_AREA_PROVINCE && g_str_has_suffix(whole->zh, "市") && strcmp(name, "全市") == 0);
  return FALSE;
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

/* 平顶山市 of 湛河区 (410411 → 410400), 河南省 of 平顶山市. */
static gboolean
find_parent(JbArena *arena, const JbArea *area, JbArea *parent)
{
  gsize own = area->level == JB_AREA_COUNTY ? 4 : area->level == JB_AREA_PREFECTURE ? 2 : 0;
  char code[] = "000000";
  memcpy(code, area->code, own);
  return own > 0 && (jb_area_lookup(arena, code, parent) || (memcpy(code + 2, "0000", 4), jb_area_lookup(arena, code, parent)));
}

/*
 * What the rows are parts of: what the title names; else the caller's area, or of a county the area above it: a table of
 * districts that one of them was given.
 */
static gboolean
find_whole(JbArena *arena, const char *context, const JbTitle *title, JbArea *whole)
{
  JbArea given;
  *whole = jb_area_find(arena, jb_slice(title->text), "");
  if (*whole->code != '\0' && whole->level != JB_AREA_COUNTY)
    return TRUE;
  if (context == NULL || !jb_area_lookup(arena, context, &given))
    return *whole->code != '\0' && find_parent(arena, whole, whole);
  *whole = given;
  return given.level != JB_AREA_COUNTY || find_parent(arena, &given, whole);
}

gboolean
jb_row_area(JbArena *arena, const char *name, const char *context, const JbTitle *title, JbArea *area)
{
  JbArea whole;
  if (jb_area_lookup(arena, name, area))
    return TRUE;
  if (!find_whole(arena, context, title, &whole))
    return FALSE;
  if (is_whole(&whole, name)) {
    *area = whole;
    return TRUE;
  }
  return jb_area_beneath(arena, whole.code, name, area) || name_zone(arena, &whole, name, area);
}
