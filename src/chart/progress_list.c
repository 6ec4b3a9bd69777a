/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The list of progress: every target of the year in a row with the newest figure of the year, how much of it is reached
 * beside how much of the time is gone (序时进度), the same months of the year before, and a verdict; where there is
 * none, why. Columns are told in layout/ (see facts/progress.c); here they are set, and nothing is cut: what is too
 * wide wraps or shrinks.
 */
#include "chart/internal.h"

#define GAP_PT  8.0
#define PAD_PT  3.0
#define ICON_PT 10.0

enum { COL_NAME, COL_TARGET, COL_LATEST, COL_REACHED, COL_BEFORE, COL_VERDICT, N_COLS };

static const struct {
  JbWords words;
  double share; /* of the width */
} columns[N_COLS] = {
    [COL_NAME] = {.words = {"指标", "Indicator"}, .share = 0.25},
    [COL_TARGET] = {.words = {"全年目标", "Target"}, .share = 0.13},
    [COL_LATEST] = {.words = {"最新数据", "Newest"}, .share = 0.16},
    [COL_REACHED] = {.words = {"完成或差距", "Reached, or gap"}, .share = 0.18},
    [COL_BEFORE] = {.words = {"上年同期", "Year before"}, .share = 0.12},
    [COL_VERDICT] = {.words = {"进度", "Verdict"}, .share = 0.16},
};

typedef struct {
  JbLabel first, second;
  gboolean has_second;
} Cell;

typedef struct {
  const JbChartContext *context;
  JbArena *arena;
  double k, width;
} Plan;

static double
column_x(const Plan *plan, guint column)
{
  double x = 0;
  for (guint c = 0; c < column; c++)
    x += columns[c].share * plan->width;
  return x;
}

static double
column_w(const Plan *plan, guint column)
{
  return columns[column].share * plan->width - (column + 1 < N_COLS ? GAP_PT * plan->k : 0);
}

static JbLabel
fit(const Plan *plan, JbWords words, double size, JbColour colour, JbFace face, double width)
{
  JbLabelWish wish = {.words = words, .size_pt = size, .colour = colour, .face = face, .max_lines = 3};
  return jb_label_fit(plan->arena, plan->context, &wish, width);
}

/* Words in the language that numbers are written in. */
static JbWords
plain(const Plan *plan, const char *zh, const char *en)
{
  return jb_number_lang(plan->context) == JB_LANG_EN ? (JbWords){en, en} : (JbWords){zh, NULL};
}

/* A row that nothing was found of says nothing. */
static const JbChartProgress *
progress_of(const JbChartRow *row)
{
  static const JbChartProgress nothing = {.why_zh = "尚无数据", .why_en = "no figure reported"};
  return row->progress != NULL ? row->progress : &nothing;
}

static JbWords
row_name(const Plan *plan, const JbChartRow *row, gboolean is_short)
{
  gboolean own = row->name_zh != NULL || row->name_en != NULL || jb_row_fact(row) == NULL;
  return own ? jb_row_name(plan->arena, plan->context, row, is_short)
             : jb_growth_name(plan->arena, plan->context, jb_row_fact(row), is_short);
}

static const char *
quantity(const Plan *plan, const JbFact *fact)
{
  return fact != NULL ? jb_quantity(plan->arena, fact, jb_number_lang(plan->context), JB_STYLE_LABEL) : "—";
}

static const char *
target_text(const Plan *plan, const JbChartRow *row)
{
  if (row->target == NULL)
    return "—";
  JbWords words = jb_target_words(plan->arena, plan->context, row);
  return jb_number_lang(plan->context) == JB_LANG_ZH ? words.zh : words.en;
}

static const char *
size_text(const Plan *plan, JbDecimal value)
{
  return jb_decimal_text(plan->arena, value.digits < 0 ? jb_decimal_neg(value) : value);
}

/* "86.9%" and "高于序时3.6个百分点"; of what has no share of time "−0.4个百分点" and "比目标". */
static void
reached_words(const Plan *plan, const JbChartRow *row, JbWords *first, JbWords *second)
{
  const JbChartProgress *p = progress_of(row);
  JbArena *arena = plan->arena;
  *first = plain(plan, "—", "—");
  if (!p->has_gap)
    return;
  const char *size = size_text(plan, p->gap);
  gboolean below = p->gap.digits < 0;
  if (p->has_share) {
    const char *share = jb_arena_printf(arena, "%s%%", jb_decimal_text(arena, p->share));
    *first = plain(plan, share, share);
    *second = p->gap.digits == 0
                  ? plain(plan, "与序时持平", "level with time")
                  : plain(plan, jb_arena_printf(arena, "%s序时%s个百分点", below ? "低于" : "高于", size),
                          jb_arena_printf(arena, "%s pp %s time", size, below ? "behind" : "ahead of"));
    return;
  }
  const char *sign = below ? "−" : p->gap.digits > 0 ? "+" : "";
  *first = plain(plan, jb_arena_printf(arena, "%s%s个百分点", sign, size), jb_arena_printf(arena, "%s%s pp", sign, size));
  *second = plain(plan, "与目标比", "against the target");
}

static JbWords
verdict_words(const JbChartProgress *p)
{
  if (p->verdict == JB_VERDICT_NONE)
    return (JbWords){p->why_zh, p->why_en};
  return p->verdict == JB_VERDICT_MET ? (JbWords){"正常", "on track"} : (JbWords){"滞后", "behind"};
}

static Cell
make_cell(const Plan *plan, const JbChartRow *row, guint column)
{
  const JbTheme *theme = plan->context->theme;
  JbArena *arena = plan->arena;
  JbWords first = {NULL, NULL}, second = {NULL, NULL};
  double width = column_w(plan, column);
  JbLang lang = jb_number_lang(plan->context);
  switch (column) {
  case COL_NAME: {
    JbLabelWish wish = jb_row_wish(arena, plan->context, row, theme->chart_pt);
    wish.words = row_name(plan, row, FALSE);
    wish.shorter = row_name(plan, row, TRUE);
    return (Cell){
        .first = jb_label_fit(arena, plan->context, &wish, width - jb_source_width(plan->context, jb_row_fact(row)))};
  }
  case COL_TARGET:
    first = plain(plan, target_text(plan, row), target_text(plan, row));
    break;
  case COL_LATEST:
    first = plain(plan, quantity(plan, row->actual), quantity(plan, row->actual));
    if (row->actual != NULL)
      second = plain(plan, jb_period_words(arena, row->actual->period, lang),
                     jb_period_words(arena, row->actual->period, lang));
    break;
  case COL_REACHED:
    reached_words(plan, row, &first, &second);
    break;
  case COL_BEFORE:
    first = plain(plan, quantity(plan, row->previous), quantity(plan, row->previous));
    break;
  default: {
    gboolean judged = progress_of(row)->verdict != JB_VERDICT_NONE;
    double icon = judged ? ICON_PT * 1.5 * plan->k : 0;
    return (Cell){.first = fit(plan, verdict_words(progress_of(row)), judged ? theme->chart_pt : theme->min_pt,
                               judged ? theme->ink : theme->muted, JB_FACE_REGULAR, width - icon)};
  }
  }
  Cell cell = {.first = fit(plan, first, theme->chart_pt, theme->ink,
                            column == COL_LATEST ? JB_FACE_BOLD : JB_FACE_REGULAR, width),
               .has_second = second.zh != NULL};
  if (cell.has_second)
    cell.second = fit(plan, second, theme->min_pt, theme->muted, JB_FACE_REGULAR, width);
  return cell;
}

static double
cell_height(const Cell *cell)
{
  return cell->first.height_pt + (cell->has_second ? cell->second.height_pt : 0);
}

/* The cells of a row, and its height. */
static double
make_row(const Plan *plan, const JbChartRow *row, Cell cells[N_COLS])
{
  double height = 0;
  for (guint c = 0; c < N_COLS; c++) {
    cells[c] = make_cell(plan, row, c);
    height = MAX(height, cell_height(&cells[c]));
  }
  return height + 2 * PAD_PT * plan->k;
}

static JbLabel
head_label(const Plan *plan, guint column)
{
  const JbTheme *theme = plan->context->theme;
  return fit(plan, columns[column].words, theme->min_pt, theme->muted, JB_FACE_REGULAR, column_w(plan, column));
}

static double
head_height(const Plan *plan)
{
  double height = 0;
  for (guint c = 0; c < N_COLS; c++)
    height = MAX(height, head_label(plan, c).height_pt);
  return height + PAD_PT * plan->k;
}

static Plan
plan_list(const JbChartContext *context, JbArena *arena, double width)
{
  return (Plan){.context = context, .arena = arena, .k = context->theme->chart_pt / 9, .width = width};
}

JbExtent
jb_progress_measure(const JbChartContext *context, const JbChartData *data, double width_pt)
{
  double height = jb_no_data_height(context);
  if (data->n_rows > 0) {
    JbArena *arena = jb_arena_new();
    Plan plan = plan_list(context, arena, width_pt);
    Cell cells[N_COLS];
    height = head_height(&plan);
    for (guint i = 0; i < data->n_rows; i++)
      height += make_row(&plan, &data->rows[i], cells);
    jb_arena_free(arena);
  }
  return (JbExtent){height, height, height};
}

static void
draw_row(const Plan *plan, JbDrawing *drawing, const JbChartRow *row, const Cell cells[N_COLS], JbPoint at,
         double height)
{
  for (guint c = 0; c < N_COLS; c++) {
    const Cell cell = cells[c];
    double width = column_w(plan, c), x = at.x + column_x(plan, c), y = at.y + (height - cell_height(&cell)) / 2;
    if (c == COL_NAME) {
      jb_named_draw(drawing, plan->context, &cell.first, (JbPoint){x, y}, width, jb_row_fact(row));
      continue;
    }
    if (c == COL_VERDICT && progress_of(row)->verdict != JB_VERDICT_NONE) {
      double icon = ICON_PT * plan->k;
      jb_verdict_draw(drawing, plan->context, (JbPoint){x + icon / 2, at.y + height / 2}, icon,
                      progress_of(row)->verdict);
      x += icon * 1.5;
      width -= icon * 1.5;
    }
    jb_label_draw(drawing, plan->context, &cell.first, (JbPoint){x, y}, width, JB_ALIGN_LEFT);
    if (cell.has_second)
      jb_label_draw(drawing, plan->context, &cell.second, (JbPoint){x, y + cell.first.height_pt}, width,
                    JB_ALIGN_LEFT);
  }
}

void
jb_progress_draw(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, JbRect box)
{
  if (data->n_rows == 0) {
    jb_no_data_draw(drawing, context, box);
    return;
  }
  Plan plan = plan_list(context, drawing->arena, box.w);
  double y = box.y, right = box.x + box.w;
  for (guint c = 0; c < N_COLS; c++) {
    JbLabel label = head_label(&plan, c);
    jb_label_draw(drawing, context, &label, (JbPoint){box.x + column_x(&plan, c), y}, column_w(&plan, c),
                  JB_ALIGN_LEFT);
  }
  y += head_height(&plan);
  jb_draw_line(drawing, (JbPoint){box.x, y}, (JbPoint){right, y}, jb_stroke(context->theme->axis, 1 * plan.k));
  for (guint i = 0; i < data->n_rows; i++) {
    Cell cells[N_COLS];
    double height = make_row(&plan, &data->rows[i], cells);
    draw_row(&plan, drawing, &data->rows[i], cells, (JbPoint){box.x, y}, height);
    y += height;
    jb_draw_line(drawing, (JbPoint){box.x, y}, (JbPoint){right, y},
                 jb_stroke(i + 1 < data->n_rows ? context->theme->rule : context->theme->axis, 0.6 * plan.k));
  }
}

/* ---- Words ------------------------------------------------------------------------------------------------------- */

JbChartTitle
jb_progress_title(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  guint met = 0, behind = 0;
  const JbFact *newest = NULL;
  (void)context;
  for (guint i = 0; i < data->n_rows; i++) {
    const JbChartRow *row = &data->rows[i];
    met += progress_of(row)->verdict == JB_VERDICT_MET;
    behind += progress_of(row)->verdict == JB_VERDICT_SHORT;
    if (row->actual != NULL && (newest == NULL || jb_period_last_month(row->actual->period) > jb_period_last_month(newest->period)))
      newest = row->actual;
  }
  JbWords m = jb_count_words(arena, met), b = jb_count_words(arena, behind);
  JbChartTitle title = {.title = {"全年目标进度", "Progress against the year's targets"}};
  if (met + behind > 0)
    title.title = (JbWords){behind == 0 ? jb_arena_printf(arena, "全年目标：%s项进度正常，无滞后", m.zh)
                            : met == 0  ? jb_arena_printf(arena, "全年目标：%s项滞后", b.zh)
                                       : jb_arena_printf(arena, "全年目标：%s项进度正常，%s项滞后", m.zh, b.zh),
                            jb_arena_printf(arena, "The year's targets: %s on track, %s behind", m.en, b.en)};
  if (newest != NULL) {
    gint16 year = newest->period.to_year, month = (gint16)jb_period_last_month(newest->period);
    JbWords period = jb_period_pair(arena, (JbPeriod){year, month, year, month});
    title.subtitle = (JbWords){jb_arena_printf(arena, "截至%s", period.zh), jb_arena_printf(arena, "to %s", period.en)};
  }
  return title;
}

const char *
jb_progress_alt(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  JbChartTitle title = jb_progress_title(context, data, arena);
  Plan plan = plan_list(context, arena, 0);
  GString *text = g_string_new(NULL);
  for (int english = jb_shows_zh(context) ? 0 : 1; english <= (jb_shows_en(context) ? 1 : 0); english++) {
    g_string_append_printf(text, english ? "%sProgress list: %s." : "%s进度表：%s。", text->len > 0 ? " " : "",
                           english ? title.title.en : title.title.zh);
    for (guint i = 0; i < data->n_rows; i++) {
      const JbChartRow *row = &data->rows[i];
      JbWords name = row_name(&plan, row, FALSE), verdict = verdict_words(progress_of(row));
      g_string_append_printf(text, english ? " %s: %s / %s, %s." : "%s：%s / %s，%s。",
                             english && name.en != NULL ? name.en : name.zh, quantity(&plan, row->actual),
                             target_text(&plan, row), english ? verdict.en : verdict.zh);
    }
  }
  const char *alt = jb_arena_dup(arena, text->str);
  g_string_free(text, TRUE);
  return alt;
}
