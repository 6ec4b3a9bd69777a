/* SPDX-License-Identifier: Apache-2.0 */
/* Written units taken apart: 万元/亩 → 10^4, 元, per 亩. */
#include "wording/units.h"

#include "wording/map.h"

#include <string.h>

static const struct {
  const char *zh;
  gint32 power;
} multipliers[] = {
    {.zh = "万亿", .power = 12}, {.zh = "千亿", .power = 11}, {.zh = "百亿", .power = 10}, {.zh = "千万", .power = 7},
    {.zh = "百万", .power = 6},  {.zh = "十万", .power = 5},  {.zh = "亿", .power = 8},    {.zh = "万", .power = 4},
    {.zh = "千", .power = 3},    {.zh = "百", .power = 2},
};

/* An index of the measure words, and the arena that it lies in: both live as long as the program. */
typedef struct {
  JbArena *arena;
  JbMap map;
} UnitIndex;

/* Made on first use: labels ask for units far more often than there are units. */
static UnitIndex *
read_units(void)
{
  UnitIndex *index = g_new(UnitIndex, 1);
  index->arena = jb_arena_new();
  index->map = jb_map_make(index->arena, (guint)jb_n_unit_word_rows * 4);
  for (gsize i = 0; i < jb_n_unit_word_rows; i++)
    for (const char *at = jb_unit_word_rows[i].zh; *at != '\0';) {
      gsize len = strcspn(at, " ");
      jb_map_add(&index->map, (JbSlice){.at = at, .len = len}, (guint)i);
      at += len + (at[len] == ' ');
    }
  return index;
}

const JbUnitWord *
jb_unit_word_lookup(JbSlice zh)
{
  static gsize once = 0;
  if (g_once_init_enter(&once))
    g_once_init_leave(&once, (gsize)read_units());
  const UnitIndex *index = (const UnitIndex *)once; /* NOLINT(performance-no-int-to-ptr): the idiom of g_once_init */
  gint row = jb_map_find(&index->map, zh);
  return row >= 0 ? &jb_unit_word_rows[row] : NULL;
}

/* A unit or a quotient of two units: 吨, 吨/日, 微克每立方米. TRUE when all of it is known. */
static gboolean
read_quotient(JbSlice text, JbUnitWordParts *parts)
{
  static const char *const strokes[] = {"/", "每"};
  parts->rest = text.at;
  parts->per = NULL;
  parts->unit = jb_unit_word_lookup(text);
  if (parts->unit != NULL)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS(strokes); i++) {
    gssize at = jb_slice_find(text, strokes[i]);
    if (at <= 0)
      continue;
    gsize behind = (gsize)at + strlen(strokes[i]);
    parts->unit = jb_unit_word_lookup((JbSlice){.at = text.at, .len = (gsize)at});
    parts->per = jb_unit_word_lookup((JbSlice){.at = text.at + behind, .len = text.len - behind});
    if (parts->unit != NULL && parts->per != NULL)
      return TRUE;
  }
  parts->unit = parts->per = NULL;
  return FALSE;
}

/*
 * 千 and 百 are multipliers only before a known unit (5千户) or alone: in 千瓦 and 千克 they belong to the unit,
 * which is why the whole word is tried first. 多 and 余 say a bound, not a unit (3万余人).
 */
JbUnitWordParts
jb_unit_word_parts(const char *written)
{
  JbUnitWordParts parts = {0};
  JbSlice text = jb_slice(written);
  if (read_quotient(text, &parts))
    return parts;
  for (gsize i = 0; i < G_N_ELEMENTS(multipliers); i++) {
    if (!jb_slice_starts(text, multipliers[i].zh))
      continue;
    gsize skip = strlen(multipliers[i].zh);
    JbSlice behind = {.at = text.at + skip, .len = text.len - skip};
    if (jb_slice_starts(behind, "余") || jb_slice_starts(behind, "多"))
      behind = jb_slice(behind.at + strlen("余"));
    gboolean known = read_quotient(behind, &parts);
    if (multipliers[i].power <= 3 && !known && behind.len > 0)
      continue;
    parts.power = multipliers[i].power;
    return parts;
  }
  parts.rest = text.at;
  return parts;
}
