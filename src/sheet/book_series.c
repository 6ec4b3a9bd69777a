/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Series of a workbook: what is said of one indicator, in one measure and unit, for two years or more, is a row for
 * each status with a column for each year; what was reported stands beside what was promised and derived, were it one
 * year alone. A native line chart for each indicator that has three years, a line for each status, until there are
 * enough to look at. A year that two facts speak of keeps the first.
 */
#include "sheet/book.h"

#include <string.h>

#define MAX_CHARTS   24
#define CHART_POINTS 3
#define CHART_ROWS   16 /* of the sheet */
#define CHARTS_A_ROW 2
#define FIRST_YEAR   6 /* column */

typedef struct {
  const char *area;
  const JbFact *like;
  GHashTable *by_year; /* year → const JbFact * */
} Series;

static void
series_clear(gpointer data)
{
  g_hash_table_unref(((Series *)data)->by_year);
}

static gboolean
is_kin(const Series *series, const char *area, const JbFact *fact)
{
  const JbFact *like = series->like;
  return strcmp(series->area, area) == 0 && jb_same_indicator(like, fact) && like->measure == fact->measure &&
         g_strcmp0(like->unit, fact->unit) == 0;
}

static void
add_fact(GArray *all, const char *area, const JbFact *fact)
{
  if (!jb_period_is_year(fact->period))
    return;
  Series *series = NULL;
  for (guint i = 0; i < all->len && series == NULL; i++)
    if (g_array_index(all, Series, i).like->status == fact->status &&
        is_kin(&g_array_index(all, Series, i), area, fact))
      series = &g_array_index(all, Series, i);
  if (series == NULL) {
    Series made = {.area = area, .like = fact, .by_year = g_hash_table_new(NULL, NULL)};
    g_array_append_val(all, made);
    series = &g_array_index(all, Series, all->len - 1);
  }
  gpointer year = GINT_TO_POINTER(fact->period.from_year);
  if (!g_hash_table_contains(series->by_year, year))
    g_hash_table_insert(series->by_year, year, (gpointer)fact);
}

static int
by_number(gconstpointer a, gconstpointer b)
{
  return GPOINTER_TO_INT(*(const gpointer *)a) - GPOINTER_TO_INT(*(const gpointer *)b);
}

/* The series of one indicator: those that are kin to the first of them. */
typedef struct {
  GPtrArray *series; /* const Series * */
  GPtrArray *years;  /* of all of them, ascending */
} Kin;

static void
kin_clear(gpointer data)
{
  g_ptr_array_unref(((Kin *)data)->series);
  g_ptr_array_unref(((Kin *)data)->years);
}

static void
add_years(GPtrArray *years, GHashTable *by_year)
{
  GHashTableIter iter;
  gpointer year;
  g_hash_table_iter_init(&iter, by_year);
  while (g_hash_table_iter_next(&iter, &year, NULL))
    if (!g_ptr_array_find(years, year, NULL))
      g_ptr_array_add(years, year);
  g_ptr_array_sort(years, by_number);
}

/* Of two years or more, in the order of their first facts. */
static GArray *
find_kin(const GArray *all)
{
  GArray *found = g_array_new(FALSE, FALSE, sizeof(Kin));
  g_array_set_clear_func(found, kin_clear);
  for (guint i = 0; i < all->len; i++) {
    const Series *series = &g_array_index(all, Series, i);
    Kin *kin = NULL;
    for (guint k = 0; k < found->len && kin == NULL; k++) {
      Kin *at = &g_array_index(found, Kin, k);
      if (is_kin(at->series->pdata[0], series->area, series->like))
        kin = at;
    }
    if (kin == NULL) {
      Kin made = {g_ptr_array_new(), g_ptr_array_new()};
      g_array_append_val(found, made);
      kin = &g_array_index(found, Kin, found->len - 1);
    }
    g_ptr_array_add(kin->series, (gpointer)series);
    add_years(kin->years, series->by_year);
  }
  for (guint k = found->len; k-- > 0;)
    if (g_array_index(found, Kin, k).years->len < 2)
      g_array_remove_index(found, k);
  return found;
}

static const char *
title_of(JbBook *book, const Series *series)
{
  const JbFact *like = series->like;
  return jb_arena_printf(book->arena, "%s %s%s%s · %s · %s", series->area, like->name_zh,
                         like->name_en != NULL ? " " : "", like->name_en != NULL ? like->name_en : "",
                         jb_measure_name(like->measure), like->unit != NULL ? like->unit : "");
}

static void
put_series(JbBook *book, const Series *series, guint row, const GPtrArray *years)
{
  const JbFact *like = series->like;
  lxw_worksheet *sheet = book->series;
  jb_book_put_text(sheet, row, 0, series->area, NULL);
  jb_book_put_text(sheet, row, 1, like->name_zh, NULL);
  jb_book_put_text(sheet, row, 2, like->name_en, NULL);
  jb_book_put_text(sheet, row, 3, jb_measure_name(like->measure), NULL);
  jb_book_put_text(sheet, row, 4, jb_status_name(like->status), NULL);
  jb_book_put_text(sheet, row, 5, like->unit, NULL);
  for (guint y = 0; y < years->len; y++) {
    const JbFact *fact = g_hash_table_lookup(series->by_year, years->pdata[y]);
    if (fact != NULL)
      jb_book_put_number(book, sheet, row, (lxw_col_t)(FIRST_YEAR + y), fact->value);
  }
}

/* `row`: of the first series. What nobody has reported yet is dashed. */
static void
put_chart(JbBook *book, const Kin *kin, guint row, guint n_years, guint below, guint index)
{
  lxw_chart *chart = workbook_add_chart(book->workbook, LXW_CHART_LINE);
  lxw_col_t last = (lxw_col_t)(FIRST_YEAR + n_years - 1);
  const char *title = title_of(book, kin->series->pdata[0]);
  for (guint i = 0; i < kin->series->len; i++) {
    const JbFact *like = ((const Series *)kin->series->pdata[i])->like;
    lxw_chart_series *line = chart_add_series(chart, NULL, NULL);
    chart_series_set_categories(line, JB_BOOK_SERIES, 0, FIRST_YEAR, 0, last);
    chart_series_set_values(line, JB_BOOK_SERIES, row + i, FIRST_YEAR, row + i, last);
    chart_series_set_name(line, jb_status_name(like->status));
    chart_series_set_marker_type(line, (uint8_t)LXW_CHART_MARKER_CIRCLE);
    lxw_chart_line dashed = {.dash_type = LXW_CHART_LINE_DASH_DASH};
    if (!jb_fact_has_happened(like))
      chart_series_set_line(line, &dashed);
  }
  lxw_chart_font small = {.size = 11};
  chart_title_set_name(chart, title);
  chart_title_set_name_font(chart, &small);
  chart_show_blanks_as(chart, LXW_CHART_BLANKS_AS_GAP); /* nothing is interpolated */
  chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
  lxw_chart_options place = {.description = (char *)title};
  worksheet_insert_chart_opt(book->series, below + index / CHARTS_A_ROW * CHART_ROWS,
                             (lxw_col_t)(index % CHARTS_A_ROW * 3 + 1), chart, &place);
}

static void
put_head(JbBook *book, const GPtrArray *years)
{
  static const JbBookColumn columns[] = {
      {"地区\nArea", 14},    {"指标\nIndicator", 26}, {"英文\nEnglish", 38},
      {"口径\nMeasure", 16}, {"状态\nStatus", 10},    {"单位\nUnit", 10},
  };
  jb_book_head(book, book->series, columns, G_N_ELEMENTS(columns));
  if (years->len > 0)
    worksheet_set_column(book->series, FIRST_YEAR, (lxw_col_t)(FIRST_YEAR + years->len - 1), 11, NULL);
  for (guint y = 0; y < years->len; y++)
    worksheet_write_number(book->series, 0, (lxw_col_t)(FIRST_YEAR + y), GPOINTER_TO_INT(years->pdata[y]), book->head);
  worksheet_freeze_panes(book->series, 1, 2);
}

void
jb_book_series(JbBook *book, const JbFacts *const *sets, guint n)
{
  g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Series));
  g_array_set_clear_func(all, series_clear);
  for (guint i = 0; i < n; i++)
    for (guint f = 0; f < sets[i]->n_facts; f++)
      add_fact(all, sets[i]->report.area.zh != NULL ? sets[i]->report.area.zh : "", &sets[i]->facts[f]);
  g_autoptr(GArray) kins = find_kin(all);
  g_autoptr(GPtrArray) years = g_ptr_array_new();
  guint n_rows = 0, n_charts = 0, below = 2;
  for (guint k = 0; k < kins->len; k++) {
    const Kin *kin = &g_array_index(kins, Kin, k);
    below += kin->series->len;
    for (guint i = 0; i < kin->series->len; i++)
      add_years(years, ((const Series *)kin->series->pdata[i])->by_year);
  }
  put_head(book, years);
  for (guint k = 0; k < kins->len; k++) {
    const Kin *kin = &g_array_index(kins, Kin, k);
    guint first = n_rows + 1;
    for (guint i = 0; i < kin->series->len; i++)
      put_series(book, kin->series->pdata[i], ++n_rows, years);
    if (kin->years->len >= CHART_POINTS && n_charts < MAX_CHARTS)
      put_chart(book, kin, first, years->len, below, n_charts++);
  }
}
