/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows of tables into facts. The way: the form (CSV, workbook) → grids of cells → the heading row → each row with its
 * indicator, unit, measure and area → a fact for each value. A fact's source is its cell, its sentence the row as it
 * stands, so that a figure of a table can be traced like one of a sentence.
 */
#include "base/utf8.h"
#include "extract/indicator.h"
#include "sheet/grid.h"

#include <jianbao/wording.h>

#include <string.h>

typedef struct {
  JbFacts *facts;
  GArray *list; /* JbFact */
  JbCatalogue *catalogue;
} Set;

typedef struct {
  const JbGrid *grid;
  const JbColumn *columns;
  const JbGridRow *head;
  JbTitle title;
  const char *area; /* of rows that name none */
  GArray *sets;     /* Set */
  GError **error;
} Maker;

static gboolean fail(const Maker *maker, const JbGridRow *row, const char *format, ...) G_GNUC_PRINTF(3, 4);

static gboolean
fail(const Maker *maker, const JbGridRow *row, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *text = g_strdup_vprintf(format, args);
  va_end(args);
  const JbGrid *grid = maker->grid;
  g_set_error(maker->error, JB_ERROR, JB_ERROR_DATA, "%s%s%s:%u: %s", grid->name, grid->sheet != NULL ? "!" : "",
              grid->sheet != NULL ? grid->sheet : "", row->line, text);
  return FALSE;
}

/* The row's cell of that kind; "" when there is none. */
static const char *
cell_of(const Maker *maker, const JbGridRow *row, JbColumnKind kind)
{
  for (guint c = 0; c < row->n_cells && c < maker->head->n_cells; c++)
    if (maker->columns[c].kind == kind && *row->cells[c].text != '\0')
      return row->cells[c].text;
  return "";
}

/* ---- Sets by area ---------------------------------------------------------------------------------------------- */

static char *
stem_of(JbArena *arena, const char *name)
{
  g_autofree char *base = g_path_get_basename(name);
  char *dot = strrchr(base, '.');
  if (dot != NULL && dot > base)
    *dot = '\0';
  return jb_arena_dup(arena, base);
}

static Set *
set_for(Maker *maker, const JbGridRow *row)
{
  JbArea area;
  const char *named = cell_of(maker, row, JB_COLUMN_AREA);
  named = *named != '\0' ? named : maker->area;
  if (named == NULL) {
    fail(maker, row, "no area; add a column 地区 (area), or give --area");
    return NULL;
  }
  if (!jb_row_area(maker->grid->arena, named, maker->area, &maker->title, &area)) {
    fail(maker, row, "area \"%s\" is not known; write its code or its full name", named);
    return NULL;
  }
  for (guint i = 0; i < maker->sets->len; i++) {
    Set *set = &g_array_index(maker->sets, Set, i);
    if (strcmp(set->facts->report.area.code, area.code) == 0 && strcmp(set->facts->report.area.zh, area.zh) == 0)
      return set;
  }
  Set set = {.facts = jb_facts_new(), .list = g_array_new(FALSE, FALSE, sizeof(JbFact))};
  JbArena *arena = set.facts->arena;
  set.facts->report = (JbReport){.id = stem_of(arena, maker->grid->name),
                                 .title = "",
                                 .date = "",
                                 .kind = JB_REPORT_TABLE,
                                 .area = {.code = jb_arena_dup(arena, area.code),
                                          .zh = jb_arena_dup(arena, area.zh),
                                          .en = jb_arena_dup(arena, area.en),
                                          .level = area.level}};
  set.catalogue = jb_catalogue_new(&set.facts->report.area);
  g_array_append_val(maker->sets, set);
  return &g_array_index(maker->sets, Set, maker->sets->len - 1);
}

/* ---- Unit, indicator, measure ------------------------------------------------------------------------------------ */

/* 亿元 → 8, CNY; "CNY" with UNIT_MULT 8 → the same, written in the base unit. */
static gboolean
set_unit(JbFact *fact, JbArena *arena, const char *unit, const char *power_text)
{
  static const char *const bases[] = {"CNY", "USD", "person", "percent", "percentage_point", "m2", "t"};
  gint64 power = 0;
  gsize len;
  fact->unit = jb_arena_dup(arena, unit);
  if (*power_text != '\0' && !g_ascii_string_to_signed(power_text, 10, -6, 16, &power, NULL))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(bases); i++)
    if (strcmp(bases[i], unit) == 0) {
      static const char *const words[] = {"元", "美元", "人", "%", "个百分点", "平方米", "吨"};
      static const struct {
        gint64 power;
        const char *zh;
      } multipliers[] = {{12, "万亿"}, {8, "亿"}, {4, "万"}, {0, ""}};
      for (guint k = 0; k < G_N_ELEMENTS(multipliers); k++)
        if (multipliers[k].power == power)
          fact->unit = jb_arena_printf(arena, "%s%s", multipliers[k].zh, words[i]);
      fact->amount.unit = bases[i];
      return jb_decimal_shift(fact->value, (gint32)power, &fact->amount.value);
    }
  power += jb_multiplier_match(jb_slice(unit), &len);
  const JbUnit *known = jb_unit_match(jb_slice(unit + len));
  if (known == NULL || strlen(known->zh) != strlen(unit + len))
    known = NULL;
  JbDecimal amount = fact->value;
  if (known != NULL && known->factor != 0 && !jb_decimal_mul(amount, (JbDecimal){.digits = known->factor}, &amount))
    return FALSE;
  fact->amount.unit = known == NULL ? fact->unit : known->base != NULL ? known->base : known->zh;
  if (known == NULL)
    power = 0;
  return jb_decimal_shift(amount, (gint32)power + (known != NULL ? known->power : 0), &fact->amount.value);
}

/* 地区生产总值（亿元） → 地区生产总值 and 亿元; the brackets of （不含农户） stay, for that is no unit. */
static char *
split_unit(const char *name, char **unit)
{
  gsize open;
  g_autofree char *text = jb_name_bracket(name, &open);
  *unit = NULL;
  if (text == NULL || !jb_unit_is_known(text))
    return g_strdup(name);
  *unit = g_steal_pointer(&text);
  return g_strndup(name, open);
}

/* 规上工业增加值增速 → 规上工业增加值, growth. The longest ending counts. */
static void
split_measure(char *name, JbMeasure *measure)
{
  static const struct {
    const char *end;
    JbMeasure measure;
  } ends[] = {{"同比增长", JB_MEASURE_GROWTH}, {"同比增速", JB_MEASURE_GROWTH}, {"累计增速", JB_MEASURE_GROWTH},
              {"增长率", JB_MEASURE_GROWTH},   {"增速", JB_MEASURE_GROWTH},     {"增长", JB_MEASURE_GROWTH}};
  for (guint i = 0; i < G_N_ELEMENTS(ends); i++)
    if (g_str_has_suffix(name, ends[i].end) && strlen(name) > strlen(ends[i].end)) {
      name[strlen(name) - strlen(ends[i].end)] = '\0';
      *measure = ends[i].measure;
      return;
    }
}

static const char *
code_of(const Set *set, const char *name)
{
  const char *code = jb_catalogue_code(set->catalogue, jb_slice(name));
  const JbTerm *term = code == NULL ? jb_term_lookup_code(name, JB_AREA_UNKNOWN) : NULL;
  return term != NULL ? term->code : code;
}

/* "  #税收收入", "其中：出口", "二、固定资产投资": what marks a row's place in the table is no part of the name. */
static const char *
without_mark(const char *name)
{
  static const char *const marks[] = {" ", "　", "#", "＃", "*", "其中：", "其中:", "其中，"};
  static const char *const numbers[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  for (gboolean more = TRUE; more;) {
    more = FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(marks); i++)
      if (g_str_has_prefix(name, marks[i]) && name[strlen(marks[i])] != '\0') {
        name += strlen(marks[i]);
        more = TRUE;
      }
  }
  const char *at = name;
  for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++)
    if (g_str_has_prefix(at, numbers[i])) {
      at += strlen(numbers[i]);
      i = (gsize)-1;
    }
  return at > name && g_str_has_prefix(at, "、") && at[strlen("、")] != '\0' ? at + strlen("、") : name;
}

/* 居民消费价格指数 of 100.2 is a level with 100 for the year before, not a growth of 100.2 %. */
static gboolean
is_index(const char *name, const JbFact *fact)
{
  return g_str_has_suffix(name, "指数") && fact->measure != JB_MEASURE_GROWTH &&
         jb_decimal_compare(fact->value, (JbDecimal){.digits = 50}) > 0;
}

/* Everything of the fact but its value and unit; a period that its name tells replaces that of a column of sums. */
static gboolean
describe(Maker *maker, const Set *set, const JbGridRow *row, const JbColumn *column, JbFact *fact, char **unit)
{
  JbArena *arena = set->facts->arena;
  const char *indicator = cell_of(maker, row, JB_COLUMN_INDICATOR), *named = cell_of(maker, row, JB_COLUMN_NAME);
  const char *measure = cell_of(maker, row, JB_COLUMN_MEASURE), *status = cell_of(maker, row, JB_COLUMN_STATUS);
  const char *bound = cell_of(maker, row, JB_COLUMN_BOUND), *own_unit = cell_of(maker, row, JB_COLUMN_UNIT);
  const char *said = column->indicator != NULL ? column->indicator : *indicator != '\0' ? indicator : named;
  g_autofree char *name = split_unit(without_mark(said), unit);
  JbPeriod own;
  if (jb_name_period(name, maker->title.period, &own) && fact->period.from_month <= 1)
    fact->period = own;
  const char *written = column->unit != NULL ? column->unit : own_unit;
  if (*written != '\0') {
    g_free(*unit);
    *unit = g_strdup(written);
  }
  if (column->has_measure)
    fact->measure = column->measure;
  if (*measure != '\0' && !jb_measure_read(measure, &fact->measure))
    return fail(maker, row, "measure \"%s\" is not known; write 总量, 增速, 占比 (level, growth, share)", measure);
  if (*status != '\0' && !jb_status_read(status, &fact->status))
    return fail(maker, row, "status \"%s\" is not known; write 实际, 预计, 目标 (actual, estimate, target)", status);
  if (*bound != '\0' && !jb_bound_read(bound, &fact->bound))
    return fail(maker, row, "bound \"%s\" is not known; write eq, ge, gt, le, lt or approx", bound);
  fact->code = code_of(set, name);
  if (fact->code == NULL && *measure == '\0' && !column->has_measure) {
    split_measure(name, &fact->measure);
    fact->code = code_of(set, name);
  }
  if (*unit == NULL && fact->measure == JB_MEASURE_LEVEL) /* 单位：亿元 above the table */
    *unit = g_strdup(maker->title.unit);
  fact->code = is_index(name, fact) ? NULL : jb_arena_dup(arena, fact->code);
  const JbTerm *term = fact->code != NULL && strcmp(fact->code, name) == 0
                           ? jb_term_lookup_code(fact->code, set->facts->report.area.level)
                           : NULL;
  fact->name_zh = jb_arena_dup(arena, term != NULL ? term->zh : *named != '\0' ? named : name);
  return TRUE;
}

/* ---- Values ------------------------------------------------------------------------------------------------------ */

static gboolean
is_nothing(const char *text)
{
  static const char *const nothing[] = {"",    "-",  "--", "—",   "——", "…",    "……",
                                        "...", "..", "/",  "N/A", "NA", "null", "缺"};
  for (guint i = 0; i < G_N_ELEMENTS(nothing); i++)
    if (strcmp(text, nothing[i]) == 0)
      return TRUE;
  return FALSE;
}

/* "1,234.5", "-0.3", "−0.3", "4.4%": the digits exactly, and the unit behind them. */
static gboolean
read_value(const char *text, JbDecimal *value, const char **unit)
{
  gboolean minus = g_str_has_prefix(text, "−") || g_str_has_prefix(text, "－");
  const char *at = minus ? text + 3 : text;
  gsize len = strspn(at, minus ? "0123456789.," : "+-0123456789.,");
  if (len == 0 || !jb_decimal_parse((JbSlice){.at = at, .len = len}, value))
    return FALSE;
  if (minus)
    *value = jb_decimal_neg(*value);
  for (at += len; *at == ' '; at++)
    ;
  *unit = at;
  return TRUE;
}

static char *
row_text(JbArena *arena, const JbGridRow *row)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint c = 0; c < row->n_cells; c++)
    if (*row->cells[c].text != '\0')
      g_string_append_printf(text, "%s%s", text->len > 0 ? "，" : "", row->cells[c].text);
  return jb_arena_dup(arena, text->str);
}

static gboolean
add_fact(Maker *maker, Set *set, const JbGridRow *row, guint at, JbPeriod period)
{
  const JbCell *cell = &row->cells[at];
  const JbColumn *column = &maker->columns[at];
  JbArena *arena = set->facts->arena;
  JbFact fact = {.period = period};
  const char *behind = "";
  g_autofree char *unit = NULL;
  if (!read_value(cell->text, &fact.value, &behind))
    return fail(maker, row, "\"%s\" is no number", cell->text);
  if (!describe(maker, set, row, column, &fact, &unit))
    return FALSE;
  const char *written = *behind != '\0' ? behind : unit != NULL ? unit : "";
  if (!set_unit(&fact, arena, written, cell_of(maker, row, JB_COLUMN_POWER)))
    return fail(maker, row, "%s %s does not fit into 18 digits, or UNIT_MULT is none", cell->text, written);
  /* A rate of what is counted in money or people is its growth: 地区生产总值, %. */
  gboolean percent = g_strcmp0(fact.amount.unit, "percent") == 0 && !column->has_measure;
  const JbUnit *known = percent ? jb_unit_match(jb_slice("%")) : NULL;
  if (percent && fact.code != NULL && fact.measure == JB_MEASURE_LEVEL &&
      *cell_of(maker, row, JB_COLUMN_MEASURE) == '\0' && !jb_catalogue_fits(set->catalogue, fact.code, known, FALSE))
    fact.measure = JB_MEASURE_GROWTH;
  fact.number = set->list->len + 1;
  fact.source = (JbSource){.start = cell->start,
                           .end = cell->end,
                           .text = jb_arena_dup(arena, cell->text),
                           .sentence = row_text(arena, row),
                           .paragraph = row->line,
                           .line = row->line};
  if (maker->grid->sheet != NULL) {
    fact.source.sections = jb_arena_make(arena, const char *, 2);
    fact.source.sections[0] = jb_arena_dup(arena, maker->grid->sheet);
  }
  g_array_append_val(set->list, fact);
  set->facts->report.year = MAX(set->facts->report.year, fact.period.to_year);
  return TRUE;
}

/* When a cell's figure is of: its column's period, the row's, or the title's. */
static gboolean
period_of(const Maker *maker, const JbGridRow *row, const JbColumn *column, JbPeriod *period)
{
  const char *when = cell_of(maker, row, JB_COLUMN_PERIOD);
  *period = column->period.to_year != 0 ? column->period : maker->title.period;
  if (column->kind == JB_COLUMN_WIDE || (column->kind == JB_COLUMN_MEASURED && column->period.to_year != 0))
    return TRUE;
  if (*when == '\0' && column->kind == JB_COLUMN_MEASURED)
    return period->to_year != 0 || fail(maker, row, "no period; write it above the table or into its name: 2025年1-10月");
  return jb_period_read(when, period) ||
         fail(maker, row, "period \"%s\" is not known; write 2025, 2025-10, 2025年1-10月 or 2025-01/2025-10", when);
}

static gboolean
read_row(Maker *maker, const JbGridRow *row)
{
  gboolean named = *cell_of(maker, row, JB_COLUMN_INDICATOR) != '\0' || *cell_of(maker, row, JB_COLUMN_NAME) != '\0';
  gboolean placed = *cell_of(maker, row, JB_COLUMN_AREA) != '\0' || *cell_of(maker, row, JB_COLUMN_PERIOD) != '\0';
  JbPeriod period = {0};
  Set *set = NULL;
  for (guint c = 0; c < row->n_cells && c < maker->head->n_cells; c++) {
    const JbColumn *column = &maker->columns[c];
    if (column->kind < JB_COLUMN_GROWTH && column->kind != JB_COLUMN_VALUE)
      continue;
    /* An empty row, a note beneath the table. */
    if (is_nothing(row->cells[c].text) || !(column->indicator != NULL ? placed : named))
      continue;
    if (!period_of(maker, row, column, &period))
      return FALSE;
    set = set != NULL ? set : set_for(maker, row);
    if (set == NULL || !add_fact(maker, set, row, c, period))
      return FALSE;
  }
  return TRUE;
}

/* ---- The table ----------------------------------------------------------------------------------------------------
 */

static GPtrArray *
finish(Maker *maker, gboolean good)
{
  GPtrArray *result = g_ptr_array_new_with_free_func((GDestroyNotify)jb_facts_free);
  for (guint i = 0; i < maker->sets->len; i++) {
    Set *set = &g_array_index(maker->sets, Set, i);
    set->facts->n_facts = set->list->len;
    set->facts->facts = jb_arena_make(set->facts->arena, JbFact, set->list->len + 1);
    if (set->list->len > 0)
      memcpy(set->facts->facts, set->list->data, set->list->len * sizeof(JbFact));
    g_ptr_array_add(result, set->facts);
    g_array_unref(set->list);
    jb_catalogue_free(set->catalogue);
  }
  g_array_unref(maker->sets);
  if (good)
    return result;
  g_ptr_array_unref(result);
  return NULL;
}

gboolean
jb_sheet_is(const char *name, const void *bytes, gsize len)
{
  static const char *const ends[] = {".csv", ".tsv", ".xlsx"};
  JbSlice head = {.at = bytes, .len = len};
  if (jb_slice_starts(head, "PK\x03\x04"))
    return memmem(bytes, len, "xl/workbook.xml", strlen("xl/workbook.xml")) != NULL;
  for (guint i = 0; i < G_N_ELEMENTS(ends); i++)
    if (g_str_has_suffix(name, ends[i]))
      return TRUE;
  return FALSE;
}

static gboolean
read_grid(Maker *maker, const JbGrid *grid, gint head)
{
  gboolean good = TRUE;
  maker->grid = grid;
  maker->head = &g_array_index(grid->rows, JbGridRow, head);
  for (guint r = (guint)head + 1; good && r < grid->rows->len; r++)
    good = read_row(maker, &g_array_index(grid->rows, JbGridRow, r));
  return good;
}

/* Sheets without a heading row are notes or covers; one at least must have one. */
static GPtrArray *
read_grids(const char *name, const GArray *grids, const char *area, GError **error)
{
  JbColumn columns[JB_MOST_COLUMNS];
  Maker maker = {
      .columns = columns, .area = area, .sets = g_array_new(FALSE, FALSE, sizeof(Set)), .error = error};
  gboolean good = TRUE;
  guint n_tables = 0;
  for (guint i = 0; good && i < grids->len; i++) {
    const JbGrid *grid = &g_array_index(grids, JbGrid, i);
    gint head = jb_columns_find(grid, columns, &maker.title);
    if (head < 0)
      continue;
    n_tables++;
    good = read_grid(&maker, grid, head);
  }
  if (good && n_tables == 0)
    g_set_error(error, JB_ERROR, JB_ERROR_DATA,
                "%s: no heading row among the first twenty; it needs 指标 (indicator) with 时期 and 数值 (period, "
                "value), or with a column for each period (2025年1-10月; 本月 and 累计 beneath a title that names the "
                "month); or 地区 or 时期 (area, period) with a column for each indicator (地区生产总值（亿元）)",
                name);
  return finish(&maker, good && n_tables > 0);
}

GPtrArray *
jb_sheet_read(const char *name, const void *bytes, gsize len, const char *area, GError **error)
{
  JbArena *arena = jb_arena_new();
  g_autoptr(GArray) grids = g_array_new(FALSE, FALSE, sizeof(JbGrid));
  gboolean good;
  if (jb_slice_starts((JbSlice){.at = bytes, .len = len}, "PK\x03\x04")) {
    good = jb_grid_xlsx(name, bytes, len, arena, grids, error);
  } else {
    JbGrid grid = {.arena = arena, .name = name, .rows = g_array_new(FALSE, FALSE, sizeof(JbGridRow))};
    g_array_append_val(grids, grid);
    good = jb_grid_csv(&grid, bytes, len, error);
  }
  GPtrArray *sets = good ? read_grids(name, grids, area, error) : NULL;
  for (guint i = 0; i < grids->len; i++)
    g_array_unref(g_array_index(grids, JbGrid, i).rows);
  jb_arena_free(arena);
  return sets;
}
