/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Headings as statistics bureaus write them: 本月 and 本月止累计 beneath a title that names the month, 1-10月 without a
 * year, 累计同比±% beside the level that it belongs to, two rows of which the upper names the period.
 */
#include "base/words.h"
#include "extract/unit.h"
#include "sheet/grid.h"

#include <jianbao/wording.h>

#include <stdio.h>
#include <string.h>

/* 1-10月, 前三季度, 10月 of the title's year. */
static gboolean
read_in_year(const char *text, gint year, JbPeriod *period)
{
  g_autofree char *whole = g_strdup_printf("%d年%s", year, text);
  return year != 0 && *text != '\0' && jb_period_read(whole, period);
}

/* ---- A heading ------------------------------------------------------------------------------------------------ */

gboolean
jb_unit_is_known(const char *text)
{
  gsize len;
  jb_multiplier_match(jb_slice(text), &len);
  const JbUnit *known = *text != '\0' ? jb_unit_match(jb_slice(text + len)) : NULL;
  return known != NULL && strlen(known->zh) == strlen(text + len);
}

static void
drop(GString *text, const char *word)
{
  g_string_replace(text, word, "", 0);
}

static const struct {
  const char *opens, *closes;
} brackets[] = {{"（", "）"}, {"(", ")"}};

char *
jb_name_bracket(const char *name, gsize *open)
{
  for (gsize i = 0; i < G_N_ELEMENTS(brackets); i++) {
    const char *at = g_strrstr(name, brackets[i].opens);
    if (at == NULL || !g_str_has_suffix(name, brackets[i].closes))
      continue;
    *open = (gsize)(at - name);
    const char *inner = at + strlen(brackets[i].opens);
    return g_strndup(inner, strlen(inner) - strlen(brackets[i].closes));
  }
  return NULL;
}

/* 本月止累计（亿元） → 本月止累计 and 亿元; what stands in brackets and is no unit goes as well. */
static const char *
take_unit(JbArena *arena, GString *text)
{
  const char *unit = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(brackets); i++) {
    const char *open = strstr(text->str, brackets[i].opens);
    const char *close = open != NULL ? strstr(open, brackets[i].closes) : NULL;
    if (close == NULL)
      continue;
    const char *inner = open + strlen(brackets[i].opens);
    unit = jb_arena_copy(arena, inner, (gsize)(close - inner));
    g_string_erase(text, open - text->str, close - open + (gssize)strlen(brackets[i].closes));
  }
  return unit;
}

/* What is left of a heading says when: a period, one of the title's year, or the title's own. */
static gboolean
read_when(const char *text, JbPeriod title, JbPeriod *period)
{
  static const char *const months[] = {"本月", "当月"},
                    *const sums[] = {"累计", "本月止", "1-本月", "1—本月", "年初至今", "本年", "今年", "本年累计", "本月累计"};
  gint16 year = title.to_year, month = (gint16)jb_period_last_month(title);
  for (gsize i = 0; year != 0 && i < G_N_ELEMENTS(months); i++)
    if (strcmp(text, months[i]) == 0) {
      *period = (JbPeriod){year, month, year, month};
      return TRUE;
    }
  for (gsize i = 0; year != 0 && i < G_N_ELEMENTS(sums); i++)
    if (strcmp(text, sums[i]) == 0) {
      *period = month == 12 ? (JbPeriod){.from_year = year, .to_year = year} : (JbPeriod){year, 1, year, month};
      return TRUE;
    }
  return jb_period_read(text, period) || read_in_year(text, year, period);
}

static const char *const growths[] = {"比上年同期增长", "比去年同期增长", "比上年增长", "较上年同期增长", "同比增长", "同比增减",
                                      "同比增速",       "同比增幅",       "累计增速",   "增速",           "增长",     "增幅",
                                      "同比",           "±"};
static const char *const levels[] = {"绝对量", "绝对值", "总量", "完成额", "完成数", "实际", "累计数", "数值"};

/* Takes the words away that tell the measure, unit and sums; FALSE for comparisons that are none of ours. */
static gboolean
take_measure(JbArena *arena, GString *text, JbColumn *column)
{
  static const char *const spaces[] = {" ", "　", "\n"};
  for (gsize i = 0; i < G_N_ELEMENTS(spaces); i++)
    drop(text, spaces[i]);
  *column = (JbColumn){.kind = JB_COLUMN_OTHER};
  if (strstr(text->str, "环比") != NULL || strstr(text->str, "目标") != NULL)
    return FALSE;
  column->unit = take_unit(arena, text);
  gboolean growth = FALSE, level = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(growths); i++)
    if (strstr(text->str, growths[i]) != NULL) {
      growth = TRUE;
      drop(text, growths[i]);
    }
  drop(text, "%");
  drop(text, "％");
  for (gsize i = 0; !growth && i < G_N_ELEMENTS(levels); i++)
    if (strstr(text->str, levels[i]) != NULL) {
      level = TRUE;
      drop(text, levels[i]);
    }
  if (strlen(text->str) > strlen("累计")) /* 1-10月累计, 本月止累计: the period tells it */
    drop(text, "累计");
  column->measure = growth ? JB_MEASURE_GROWTH : JB_MEASURE_LEVEL;
  column->has_measure = growth || level;
  column->unit = growth ? "%" : column->unit;
  return TRUE;
}

gboolean
jb_heading_read(JbArena *arena, const char *heading, JbPeriod title, JbColumn *column)
{
  g_autoptr(GString) text = g_string_new(heading);
  if (!take_measure(arena, text, column))
    return FALSE;
  if (read_when(text->str, title, &column->period))
    column->kind = JB_COLUMN_WIDE;
  else if (*text->str == '\0' && column->measure == JB_MEASURE_GROWTH)
    column->kind = JB_COLUMN_GROWTH;
  return column->kind != JB_COLUMN_OTHER;
}

/* 2024年地区生产总值 → 地区生产总值, and its year. */
static void
take_period(GString *text, JbPeriod *period)
{
  glong chars = g_utf8_strlen(text->str, -1);
  for (glong n = g_ascii_isdigit(*text->str) ? MIN(chars - 1, 12) : 0; n >= 5; n--) {
    g_autofree char *head = g_utf8_substring(text->str, 0, n);
    if (jb_period_read(head, period)) {
      g_string_erase(text, 0, (gssize)strlen(head));
      return;
    }
  }
}

gboolean
jb_heading_indicator(JbArena *arena, const char *heading, JbColumn *column)
{
  static const char *const none[] = {"序号", "编号", "备注", "说明", "排名", "位次", "名次"};
  g_autoptr(GString) text = g_string_new(heading);
  if (!take_measure(arena, text, column))
    return FALSE;
  take_period(text, &column->period);
  const JbTerm *term = jb_term_lookup(text->str);
  gboolean known = (term != NULL && term->code != NULL) || jb_term_lookup_code(text->str, JB_AREA_UNKNOWN) != NULL;
  gboolean counted = column->unit != NULL && jb_unit_is_known(column->unit);
  if (*text->str == '\0' || jb_has_any(jb_slice(text->str), none, G_N_ELEMENTS(none)) || !(known || counted))
    return FALSE;
  column->kind = JB_COLUMN_MEASURED;
  column->indicator = jb_arena_dup(arena, text->str);
  return TRUE;
}

/* 地区生产总值（前三季度）: a quarter's figure among those of months; TRUE, and the name without it. */
gboolean
jb_name_period(char *name, JbPeriod title, JbPeriod *period)
{
  gsize open;
  g_autofree char *text = jb_name_bracket(name, &open);
  if (text == NULL || open == 0 || (!jb_period_read(text, period) && !read_in_year(text, title.to_year, period)))
    return FALSE;
  name[open] = '\0';
  return TRUE;
}

/* The upper of two heading rows, over columns that it spans: its text goes on to the right. */
const char *
jb_heading_above(const JbGridRow *upper, guint column)
{
  for (guint c = MIN(column + 1, upper->n_cells); c > 0; c--)
    if (*upper->cells[c - 1].text != '\0')
      return upper->cells[c - 1].text;
  return "";
}
