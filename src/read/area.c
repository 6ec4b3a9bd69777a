/* SPDX-License-Identifier: Apache-2.0 */
#include "read/area.h"

#include "base/embedded.h"
#include "base/utf8.h"

#include <string.h>

enum { COL_CODE, COL_ZH, COL_SHORT, COL_EN, COL_LEVEL, COL_PARENT, COL_NOTE, N_COLS };

typedef struct {
  JbSlice col[N_COLS];
} Row;

static gboolean
next_row(JbSlice *table, Row *row)
{
  const char *end = table->len > 0 ? memchr(table->at, '\n', table->len) : NULL;
  if (end == NULL)
    return FALSE;
  const char *at = table->at;
  for (guint i = 0; i < N_COLS; i++) {
    const char *tab = memchr(at, '\t', (gsize)(end - at));
    const char *stop = tab != NULL ? tab : end;
    row->col[i] = (JbSlice){.at = at, .len = (gsize)(stop - at)};
    at = tab != NULL ? tab + 1 : end;
  }
  table->len -= (gsize)(end + 1 - table->at);
  table->at = end + 1;
  return TRUE;
}

static void
skip_row(JbSlice *table)
{
  const char *nl = memchr(table->at, '\n', table->len);
  gsize n = nl != NULL ? (gsize)(nl + 1 - table->at) : table->len;
  table->at += n;
  table->len -= n;
}

/*
 * The pairs of neighbouring characters in a text, as bits: a name whose first two are not among them cannot stand in
 * it. That spares searching the text for each of the four thousand names.
 */
typedef struct {
  guint64 bits[1024];
} Pairs;

/* A bit for the six bytes of two Han characters. */
static guint
pair_bit(const char *at)
{
  guint64 pair = 0;
  memcpy(&pair, at, 6);
  return (guint)((pair * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15)) >> 48);
}

static void
pairs_of(JbSlice text, Pairs *pairs)
{
  memset(pairs, 0, sizeof *pairs);
  for (gsize i = 0; i + 6 <= text.len; i++)
    if ((guchar)text.at[i] >= 0xE0) {
      guint bit = pair_bit(text.at + i);
      pairs->bits[bit / 64] |= (guint64)1 << bit % 64;
    }
}

static gboolean
may_hold(const Pairs *pairs, const char *name)
{
  guint bit = pair_bit(name);
  return (pairs->bits[bit / 64] >> bit % 64 & 1) != 0;
}

/* Skips rows until one whose name may stand in the text. Codes have six digits, so the name begins at the seventh byte.
 */
static void
skip_rows(JbSlice *table, const Pairs *pairs)
{
  while (table->len > 13 && !may_hold(pairs, table->at + 7))
    skip_row(table);
}

static JbSlice
table_of_areas(void)
{
  const JbEmbedded *file = jb_embedded_lookup("areas.tsv");
  JbSlice table = {.at = file->bytes, .len = file->len};
  Row header;
  next_row(&table, &header);
  return table;
}

static gssize
find_slice(JbSlice text, JbSlice needle)
{
  const char *hit = needle.len > 0 ? memmem(text.at, text.len, needle.at, needle.len) : NULL;
  return hit != NULL ? hit - text.at : -1;
}

/* How well a name fits where it stands: before 人民政府 or 第…届人民代表大会, in the title, or anywhere. */
static int
weight_of_place(JbSlice front, gsize end)
{
  JbSlice after = jb_slice_sub(front, end, front.len);
  if (jb_slice_starts(after, "人民政府") || jb_slice_starts(after, "第") || jb_slice_starts(after, "人民代表大会"))
    return 3;
  if (jb_slice_starts(after, "政府工作报告") || jb_slice_starts(after, "20"))
    return 2;
  return 1;
}

static int
best_place(JbSlice front, JbSlice name)
{
  int best = 0;
  for (gsize from = 0;;) {
    gssize hit = find_slice(jb_slice_sub(front, from, front.len), name);
    if (hit < 0)
      return best;
    from += (gsize)hit + name.len;
    best = MAX(best, weight_of_place(front, from));
  }
}

static JbAreaLevel
level_of(JbSlice word)
{
  if (jb_slice_starts(word, "province"))
    return JB_AREA_PROVINCE;
  return jb_slice_starts(word, "prefecture") ? JB_AREA_PREFECTURE : JB_AREA_COUNTY;
}

/* Skips rows of other provinces: their codes begin with other digits. */
static void
skip_codes(JbSlice *table, JbSlice code)
{
  while (table->len > 2 && memcmp(table->at, code.at, 2) != 0)
    skip_row(table);
}

/* Is the unit above `row` (or the one above that) named in the front text? */
static gboolean
parent_named(const Row *row, JbSlice front)
{
  JbSlice table = table_of_areas();
  for (Row up; skip_codes(&table, row->col[COL_CODE]), next_row(&table, &up);) {
    gboolean above = jb_slice_equal(up.col[COL_CODE], row->col[COL_PARENT]) ||
                     (jb_slice_starts(up.col[COL_LEVEL], "province") &&
                      memcmp(up.col[COL_CODE].at, row->col[COL_CODE].at, 2) == 0);
    if (above && find_slice(front, up.col[COL_SHORT]) >= 0)
      return TRUE;
  }
  return FALSE;
}

static JbArea
area_of(JbArena *arena, const Row *row)
{
  return (JbArea){
      .code = jb_arena_copy(arena, row->col[COL_CODE].at, row->col[COL_CODE].len),
      .zh = jb_arena_copy(arena, row->col[COL_ZH].at, row->col[COL_ZH].len),
      .en = jb_arena_copy(arena, row->col[COL_EN].at, row->col[COL_EN].len),
      .level = level_of(row->col[COL_LEVEL]),
  };
}

/* The best-placed, longest current name in `text`; `n` gets how many places share it. */
static gboolean
scan(JbSlice text, Row *best, guint *n)
{
  int best_rank = 0;
  *n = 0;
  JbSlice table = table_of_areas();
  Pairs pairs;
  pairs_of(text, &pairs);
  for (Row row; skip_rows(&table, &pairs), next_row(&table, &row);) {
    if (jb_slice_starts(row.col[COL_NOTE], "abolished") || find_slice(text, row.col[COL_ZH]) < 0)
      continue;
    int rank = best_place(text, row.col[COL_ZH]) * 100 + (int)row.col[COL_ZH].len;
    if (*n > 0 && jb_slice_equal(row.col[COL_ZH], best->col[COL_ZH])) {
      (*n)++;
      if (parent_named(&row, text) && !parent_named(best, text))
        *best = row;
    } else if (rank > best_rank) {
      *best = row;
      best_rank = rank;
      *n = 1;
    }
  }
  return *n > 0;
}

JbArea
jb_area_find(JbArena *arena, JbSlice front, const char *stem)
{
  if (jb_slice_find(front, "代表国务院") >= 0)
    return (JbArea){.code = "100000", .zh = "全国", .en = "China", .level = JB_AREA_NATION};
  Row row;
  guint n;
  if (!scan(front, &row, &n) && !scan(jb_slice(stem), &row, &n))
    return (JbArea){.code = "", .zh = "", .en = "", .level = JB_AREA_UNKNOWN};
  JbArea area = area_of(arena, &row);
  if (n > 1 && !parent_named(&row, front))
    area.code = "";
  return area;
}

gboolean
jb_area_lookup(JbArena *arena, const char *code_or_name, JbArea *area)
{
  static const JbArea nation = {.code = "100000", .zh = "全国", .en = "China", .level = JB_AREA_NATION};
  JbSlice wanted = jb_slice(code_or_name), table = table_of_areas();
  guint n = 0;
  if (strcmp(code_or_name, nation.code) == 0 || strcmp(code_or_name, nation.zh) == 0) {
    *area = nation;
    return TRUE;
  }
  for (Row row; next_row(&table, &row);) {
    gboolean is_code = jb_slice_equal(row.col[COL_CODE], wanted);
    gboolean is_name = jb_slice_equal(row.col[COL_ZH], wanted) && !jb_slice_starts(row.col[COL_NOTE], "abolished");
    if (!is_code && !is_name)
      continue;
    *area = area_of(arena, &row);
    n++;
  }
  return n == 1;
}

/* 410000 → 41, 410400 → 4104 */
static gsize
own_figures(const char *code)
{
  gsize len = strlen(code);
  while (len > 2 && code[len - 1] == '0' && code[len - 2] == '0')
    len -= 2;
  return len;
}

gboolean
jb_area_beneath(JbArena *arena, const char *whole, const char *name, JbArea *area)
{
  JbSlice wanted = jb_slice(name), table = table_of_areas();
  JbSlice head = {.at = whole, .len = own_figures(whole)};
  guint n = 0;
  for (Row row; next_row(&table, &row);) {
    gboolean named = jb_slice_equal(row.col[COL_ZH], wanted) || jb_slice_equal(row.col[COL_SHORT], wanted);
    gboolean beneath = row.col[COL_CODE].len > head.len && memcmp(row.col[COL_CODE].at, head.at, head.len) == 0;
    if (!named || !beneath || jb_slice_starts(row.col[COL_NOTE], "abolished") ||
        jb_slice_equal(row.col[COL_CODE], jb_slice(whole)))
      continue;
    *area = area_of(arena, &row);
    n++;
  }
  return n == 1;
}
