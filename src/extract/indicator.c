/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/indicator.h"

#include "base/embedded.h"
#include "base/utf8.h"
#include "base/words.h"

#include <string.h>

#define KEY_BYTES 160

struct JbCatalogue {
  JbArena *arena;
  GHashTable *codes; /* alias → code; only looked up, never walked */
  GHashTable *units; /* code → units that its levels may have */
  const char *area;  /* the area's own name */
  gboolean is_nation;
};

JbCatalogue *
jb_catalogue_new(const JbArea *area)
{
  const JbEmbedded *file = jb_embedded_lookup("indicators.tsv");
  JbCatalogue *catalogue = g_new0(JbCatalogue, 1);
  catalogue->arena = jb_arena_new();
  catalogue->codes = g_hash_table_new(g_str_hash, g_str_equal);
  catalogue->units = g_hash_table_new(g_str_hash, g_str_equal);
  catalogue->area = jb_arena_dup(catalogue->arena, area->zh);
  catalogue->is_nation = area->level == JB_AREA_NATION;
  char *text = jb_arena_copy(catalogue->arena, file->bytes, file->len), *rest = text;
  strsep(&rest, "\n"); /* header */
  for (char *row; (row = strsep(&rest, "\n")) != NULL && *row != '\0';) {
    const char *code = strsep(&row, "\t"), *units = strsep(&row, "\t");
    g_hash_table_insert(catalogue->units, (gpointer)code, (gpointer)units);
    for (char *alias; (alias = strsep(&row, ",")) != NULL;)
      g_hash_table_insert(catalogue->codes, alias, (gpointer)code);
  }
  return catalogue;
}

void
jb_catalogue_free(JbCatalogue *catalogue)
{
  g_hash_table_unref(catalogue->codes);
  g_hash_table_unref(catalogue->units);
  jb_arena_free(catalogue->arena);
  g_free(catalogue);
}

/* Words before a name that do not change which indicator it is. */
static gsize
neutral_prefix(const JbCatalogue *catalogue, JbSlice name)
{
  static const char *const local[] = {"全市", "全区", "全县", "全省", "全州", "全域", "我市",
                                      "我区", "我县", "我省", "本市", "本区", "市域"};
  static const char *const any[] = {"全年", "全社会", "年末", "年度", "各类", "实现", "完成", "累计",
                                    "预计", "力争",   "主要", "其中", "保持", "稳定", "，",   "、"};
  static const char *const nation[] = {"全国", "我国"};
  if (catalogue->area[0] != '\0' && jb_slice_starts(name, catalogue->area))
    return strlen(catalogue->area);
  gsize n = jb_match_any(name, local, G_N_ELEMENTS(local));
  if (n == 0)
    n = jb_match_any(name, any, G_N_ELEMENTS(any));
  if (n == 0 && catalogue->is_nation)
    n = jb_match_any(name, nation, G_N_ELEMENTS(nation));
  return n;
}

static const char *
exact(const JbCatalogue *catalogue, JbSlice name)
{
  char key[KEY_BYTES];
  if (name.len == 0 || name.len >= sizeof key)
    return NULL;
  memcpy(key, name.at, name.len);
  key[name.len] = '\0';
  return g_hash_table_lookup(catalogue->codes, key);
}

/* 饮用水水源地和主要流域水质达标率: names of some indicators are too many to list; their ends tell them. */
static const char *
by_ending(JbSlice name)
{
  static const struct {
    const char *ending, *code;
  } endings[] = {
      {.ending = "改造老旧小区", .code = "old_communities_renovated"},
      {.ending = "老旧小区改造", .code = "old_communities_renovated"},
      {.ending = "改造城镇老旧小区", .code = "old_communities_renovated"},
      {.ending = "水质达标率", .code = "water_good_ratio"},
      {.ending = "断面优良率", .code = "water_good_ratio"},
      {.ending = "断面水质优良率", .code = "water_good_ratio"},
      {.ending = "水质优良比例", .code = "water_good_ratio"},
      {.ending = "优良水体比例", .code = "water_good_ratio"},
  };
  /* the sea and what is drunk are other waters than those of the rivers' sections */
  static const char *const others[] = {"近岸", "海域", "海水"}, *const drunk[] = {"饮用水"},
                           *const lakes[] = {"湖库"}, *const rivers[] = {"断面", "江", "河", "湖", "流域"};
  if (jb_has_any(name, lakes, 1) && !jb_has_any(name, rivers, 3))
    return NULL;
  if (jb_has_any(name, others, G_N_ELEMENTS(others)) ||
      (jb_has_any(name, drunk, G_N_ELEMENTS(drunk)) && !jb_has_any(name, rivers, G_N_ELEMENTS(rivers))))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
    if (jb_slice_ends(name, endings[i].ending))
      return endings[i].code;
  return NULL;
}

/* 国控断面水质优良（Ⅰ～Ⅲ类）比例: which classes count as good is no part of the name. */
static const char *
without_classes(const JbCatalogue *catalogue, JbSlice name)
{
  char key[KEY_BYTES];
  gssize open = jb_slice_find(name, "（"), close = jb_slice_find(name, "类）");
  gsize end = (gsize)close + strlen("类）");
  if (open <= 0 || close < open || name.len >= sizeof key)
    return NULL;
  memcpy(key, name.at, (gsize)open);
  memcpy(key + open, name.at + end, name.len - end);
  JbSlice rest = {.at = key, .len = (gsize)open + name.len - end};
  const char *code = exact(catalogue, rest);
  return code != NULL ? code : by_ending(rest);
}

const char *
jb_catalogue_code(const JbCatalogue *catalogue, JbSlice name)
{
  for (;;) {
    const char *code = exact(catalogue, name);
    gsize prefix = code == NULL ? neutral_prefix(catalogue, name) : 0;
    if (prefix == 0) {
      code = code != NULL ? code : by_ending(name);
      return code != NULL ? code : without_classes(catalogue, name);
    }
    name = jb_slice_sub(name, prefix, name.len);
  }
}

gsize
jb_catalogue_prefix(const JbCatalogue *catalogue, JbSlice text)
{
  gsize longest = 0;
  for (gsize end = strlen("某某"); end <= text.len && end < 72; end++)
    if ((end == text.len || ((guchar)text.at[end] & 0xC0) != 0x80) &&
        jb_catalogue_code(catalogue, jb_slice_sub(text, 0, end)) != NULL)
      longest = end;
  return longest;
}

gboolean
jb_catalogue_fits(const JbCatalogue *catalogue, const char *code, const JbUnit *unit, gboolean bare_multiplier)
{
  static const char *const money[] = {"CNY", "USD", "HKD", "EUR", "JPY"};
  const char *fits = g_hash_table_lookup(catalogue->units, code);
  if (fits == NULL || strcmp(fits, "any") == 0 || (unit == NULL && bare_multiplier))
    return TRUE;
  if (unit == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(money); i++)
    if (g_strcmp0(unit->base, money[i]) == 0)
      return strstr(fits, "money") != NULL;
  const char *word = unit->base != NULL ? unit->base : "count";
  const char *hit = strstr(fits, word);
  gsize len = strlen(word);
  return hit != NULL && (hit[len] == '\0' || hit[len] == ' ');
}
