/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What stands above a table, or in the name of its sheet or file, when its headings do not say it: the period
 * (2025年1-10月), the unit (单位：亿元), and for tables whose rows are areas the indicator (各县区规上工业增加值增速).
 */
#include "sheet/grid.h"

#include <jianbao/wording.h>

#include <string.h>

/* ---- The period ------------------------------------------------------------------------------------------------ */

/* 济南市2025年1-10月主要指标: the longest period that begins with the year. */
gboolean
jb_title_period(const char *title, JbPeriod *period)
{
  for (const char *at = title; *at != '\0'; at = g_utf8_next_char(at)) {
    gboolean starts = g_ascii_isdigit(*at) && (at == title || !g_ascii_isdigit(at[-1]));
    for (glong chars = starts ? MIN(g_utf8_strlen(at, -1), 12) : 0; chars >= 4; chars--) {
      g_autofree char *text = g_utf8_substring(at, 0, chars);
      if (jb_period_read(text, period))
        return TRUE;
    }
  }
  return FALSE;
}

/* ---- The unit ---------------------------------------------------------------------------------------------------- */

/* 单位：亿元、% names several: the first is that of the levels. */
static const char *
unit_of(JbArena *arena, const char *cell)
{
  static const char *const heads[] = {"单位：", "单位:", "计量单位：", "计量单位:"};
  static const char *const ends[] = {"、", "，", ",", "/", ";", "；", "）", ")", " "};
  for (gsize i = 0; i < G_N_ELEMENTS(heads); i++) {
    const char *at = strstr(cell, heads[i]);
    if (at == NULL)
      continue;
    at += strlen(heads[i]);
    gsize len = strlen(at);
    for (gsize k = 0; k < G_N_ELEMENTS(ends); k++) {
      const char *end = strstr(at, ends[k]);
      len = end != NULL ? MIN(len, (gsize)(end - at)) : len;
    }
    g_autofree char *unit = g_strndup(at, len);
    if (jb_unit_is_known(unit))
      return jb_arena_dup(arena, unit);
  }
  return NULL;
}

/* ---- The indicator ------------------------------------------------------------------------------------------------ */

/* The longest name of the catalogue that stands in the text. */
static void
find_indicator(const char *text, JbTitle *title)
{
  gsize longest = 0;
  for (guint i = 0; i < jb_term_count(); i++) {
    const JbTerm *term = jb_term_at(i);
    if (term->code != NULL && strlen(term->zh) > longest && strstr(text, term->zh) != NULL) {
      title->indicator = term->zh;
      longest = strlen(term->zh);
    }
  }
  title->grows = strstr(text, "增速") != NULL || strstr(text, "增长") != NULL;
}

void
jb_title_read(const JbGrid *grid, guint n_above, JbTitle *title)
{
  g_autoptr(GString) text = g_string_new(NULL);
  gboolean told = FALSE;
  *title = (JbTitle){0};
  for (guint r = 0; r < n_above; r++) {
    const JbGridRow *row = &g_array_index(grid->rows, JbGridRow, r);
    for (guint c = 0, found = 0; c < row->n_cells; c++) {
      const char *cell = row->cells[c].text;
      JbPeriod read;
      g_string_append_printf(text, "%s ", cell);
      if (found == 0 && jb_title_period(cell, &read)) { /* the lowest row that tells one, and its first cell */
        title->period = read;
        told = TRUE;
        found = 1;
      }
      const char *unit = unit_of(grid->arena, cell);
      title->unit = unit != NULL ? unit : title->unit;
    }
  }
  g_autofree char *file = g_path_get_basename(grid->name);
  const char *const beside[] = {grid->sheet != NULL ? grid->sheet : "", file};
  for (guint i = 0; i < G_N_ELEMENTS(beside) && !told; i++)
    told = jb_title_period(beside[i], &title->period);
  find_indicator(text->str, title);
  for (guint i = 0; i < G_N_ELEMENTS(beside) && title->indicator == NULL; i++)
    find_indicator(beside[i], title);
  title->text = jb_arena_dup(grid->arena, text->str);
}
