/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Form E, a ranked list: rank, name, bar from zero, value, and how the rank moved since the previous value. Equal
 * values share a rank (1, 1, 3). A long list shows its first ten, the reader's own row and its last three. What has no
 * value, or none on the scale of the others, stands at the end without a rank.
 */
#include "chart/internal.h"

#include <math.h>
#include <string.h>

#define ROW_PT     20.0
#define MIN_ROW_PT 15.0
#define BAR_PT     8.0
#define GAP_PT     6.0
#define PLOT_PT    36.0 /* narrower, and the bars are left out */
#define MOST       15
#define TOP        10
#define BOTTOM     3
#define CUT_RATIO  3.0

typedef struct {
  const JbChartRow *row;
  guint rank, was; /* 0 unranked */
  double length;   /* of the bar, in the common unit */
  gboolean cut;    /* an outlier: its bar is torn */
  gboolean gap_above;
  const char *value;
} Item;

typedef struct {
  double k, rank_w, name_w, value_w, move_w, below_w; /* below_w: room left of zero for labels */
  JbScale scale;
  gboolean bars, moves;
  const JbFact *named; /* gives the unit */
  guint n;
  Item *items;
} Plan;

static gboolean
ascends(const JbChartData *data)
{
  return data->option != NULL && strcmp(data->option, "ascending") == 0;
}

static gboolean
on_scale(const JbFact *fact, const JbFact *named)
{
  int order;
  return fact != NULL && named != NULL && jb_fact_order(fact, named, &order);
}

/* TRUE when `a` stands before `b`. */
static gboolean
better(const JbChartData *data, const JbFact *a, const JbFact *b)
{
  int order = 0;
  (void)jb_fact_order(a, b, &order);
  return ascends(data) ? order < 0 : order > 0;
}

static guint
rank_of(const JbChartData *data, guint which, gboolean before, const JbFact *named)
{
  const JbFact *own = before ? data->rows[which].previous : data->rows[which].actual;
  guint rank = 1;
  if (!on_scale(own, named))
    return 0;
  for (guint i = 0; i < data->n_rows; i++) {
    const JbFact *other = before ? data->rows[i].previous : data->rows[i].actual;
    rank += on_scale(other, named) && better(data, other, own);
  }
  return rank;
}

static const JbFact *
first_actual(const JbChartData *data)
{
  for (guint i = 0; i < data->n_rows; i++)
    if (data->rows[i].actual != NULL)
      return data->rows[i].actual;
  return NULL;
}

/* Ranked first, by rank, each rank in the order given; then the others. */
static void
sort_items(const JbChartData *data, Plan *plan)
{
  gboolean mixed = FALSE;
  for (guint i = 0; i < data->n_rows; i++)
    mixed = mixed || (data->rows[i].actual != NULL && g_strcmp0(data->rows[i].actual->unit, plan->named->unit) != 0);
  for (guint i = 0; i < data->n_rows; i++) {
    const JbChartRow *row = &data->rows[i];
    Item item = {.row = row, .rank = rank_of(data, i, FALSE, plan->named), .was = rank_of(data, i, TRUE, plan->named)};
    if (item.rank > 0)
      item.length = jb_decimal_to_double(mixed ? row->actual->amount.value : row->actual->value);
    plan->moves = plan->moves || (item.was > 0 && item.rank > 0);
    guint at = plan->n++;
    for (; at > 0 && item.rank > 0 && (plan->items[at - 1].rank == 0 || plan->items[at - 1].rank > item.rank); at--)
      plan->items[at] = plan->items[at - 1];
    plan->items[at] = item;
  }
}

static void
shorten(Plan *plan)
{
  if (plan->n <= MOST)
    return;
  guint kept = 0, last = 0;
  for (guint i = 0; i < plan->n; i++) {
    if (i >= TOP && i + BOTTOM < plan->n && !plan->items[i].row->own)
      continue;
    Item item = plan->items[i];
    item.gap_above = i > 0 && i != last + 1;
    last = i;
    plan->items[kept++] = item;
  }
  plan->n = kept;
}

static void
plan_domain(Plan *plan)
{
  double largest = 0, second = 0;
  for (guint i = 0; i < plan->n; i++) {
    double size = fabs(plan->items[i].length);
    second = size > largest ? largest : MAX(second, size);
    largest = MAX(largest, size);
  }
  double limit = second > 0 && largest > CUT_RATIO * second ? second * 1.6 : largest;
  for (guint i = 0; i < plan->n; i++) {
    Item *item = &plan->items[i];
    item->cut = fabs(item->length) > limit;
    double value = CLAMP(item->length, -limit, limit);
    item->length = value;
    plan->scale.from = MIN(plan->scale.from, value);
    plan->scale.to = MAX(plan->scale.to, value);
  }
  if (plan->scale.to - plan->scale.from <= 0)
    plan->scale.to = 1;
}

/* Strong is the reader's own row, and a value whose bar is cut. */
static JbFace
value_face(const Item *item)
{
  return item->row->own || item->cut ? JB_FACE_BOLD : JB_FACE_REGULAR;
}

static double
width_of(const JbChartContext *context, JbFace face, const char *text)
{
  JbTextStyle style = jb_style(context, jb_number_lang(context), face, context->theme->chart_pt, 0);
  return jb_text_width(context->fonts, &style, text);
}

static Plan
plan_ranked(JbArena *arena, const JbChartContext *context, const JbChartData *data, double width)
{
  double k = context->theme->chart_pt / 9, gap = GAP_PT * k, name = 0, below = 0, above = 0;
  Plan plan = {.k = k, .named = first_actual(data), .items = jb_arena_make(arena, Item, data->n_rows + 1)};
  if (plan.named == NULL)
    return plan;
  sort_items(data, &plan);
  shorten(&plan);
  plan_domain(&plan);
  for (guint i = 0; i < plan.n; i++) {
    Item *item = &plan.items[i];
    JbFace face = item->row->own ? JB_FACE_BOLD : JB_FACE_REGULAR;
    const JbFact *actual = item->row->actual;
    item->value = actual != NULL ? jb_number_beside(arena, context, actual, plan.named) : "—";
    double label = width_of(context, value_face(item), item->value);
    plan.value_w = MAX(plan.value_w, label);
    if (item->length < 0)
      below = MAX(below, label + 4 * k);
    else
      above = MAX(above, label + 4 * k);
    JbLabelWish wish = jb_row_wish(arena, context, item->row, context->theme->chart_pt);
    wish.face = face;
    name = MAX(name, jb_label_natural(context, &wish) + jb_source_width(context, jb_row_fact(item->row)));
  }
  plan.rank_w = MAX(width_of(context, JB_FACE_BOLD, jb_arena_printf(arena, "%u", data->n_rows)),
                    width_of(context, JB_FACE_REGULAR, "—")) +
                gap;
  for (guint i = 0, owned = 0; i < plan.n && !owned; i++)
    if (plan.items[i].row->own) { /* the bar at its left */
      plan.rank_w += gap;
      owned = 1;
    }
  plan.move_w = plan.moves ? width_of(context, JB_FACE_REGULAR, jb_arena_printf(arena, "↑%u", data->n_rows)) + gap : 0;
  double rest = width - plan.rank_w - plan.move_w;
  plan.name_w = CLAMP(name, rest * 0.16, rest * 0.4);
  double from = plan.rank_w + plan.name_w + gap;
  plan.scale.start = from + below;
  plan.scale.end = width - plan.move_w - above;
  plan.bars = plan.scale.end - plan.scale.start >= PLOT_PT * k;
  if (!plan.bars)
    plan.name_w = MAX(rest - plan.value_w - gap, rest * 0.3);
  return plan;
}

static JbLabel
name_label(JbArena *arena, const JbChartContext *context, const Plan *plan, const JbChartRow *row)
{
  JbLabelWish wish = jb_row_wish(arena, context, row, context->theme->chart_pt);
  wish.face = row->own ? JB_FACE_BOLD : JB_FACE_REGULAR;
  return jb_label_fit(arena, context, &wish, plan->name_w - jb_source_width(context, jb_row_fact(row)));
}

JbExtent
jb_ranked_measure(const JbChartContext *context, const JbChartData *data, double width_pt)
{
  JbArena *arena = jb_arena_new();
  Plan plan = plan_ranked(arena, context, data, width_pt);
  double least = MIN_ROW_PT * plan.k, none = jb_no_data_height(context);
  for (guint i = 0; i < plan.n; i++)
    least = MAX(least, name_label(arena, context, &plan, plan.items[i].row).height_pt + 2 * plan.k);
  jb_arena_free(arena);
  if (plan.n == 0)
    return (JbExtent){none, none, none};
  double row = MAX(ROW_PT * plan.k, least + 2 * plan.k);
  return (JbExtent){least * plan.n, row * plan.n, row * 1.4 * plan.n};
}

static void
draw_bar(const JbChartContext *context, JbDrawing *drawing, const Plan *plan, const Item *item, double x0,
         double middle)
{
  const JbTheme *theme = context->theme;
  double zero = x0 + jb_scale_at(&plan->scale, 0), end = x0 + jb_scale_at(&plan->scale, item->length);
  double bar = BAR_PT * plan->k, label = end + 4 * plan->k;
  JbTextStyle style = jb_style(context, jb_number_lang(context), value_face(item), theme->chart_pt,
                               item->row->actual != NULL ? theme->ink : theme->ink2);
  JbAlign align = JB_ALIGN_LEFT;
  if (item->rank > 0) {
    JbRect box = {MIN(zero, end), middle - bar / 2, MAX(fabs(end - zero), 1.2 * plan->k), bar};
    jb_bar_draw(drawing, box, item->row->actual, item->row->own ? theme->accent : theme->previous);
    if (item->cut)
      jb_tear_draw(drawing, context, zero + (end - zero) * 0.86, middle, bar);
  }
  if (item->length < 0) {
    align = JB_ALIGN_RIGHT;
    label = end - 4 * plan->k;
  }
  jb_text_draw(drawing, context->fonts, &style, (JbPoint){label, middle + theme->chart_pt * 0.36}, align, item->value);
}

/* ↑2, ↓1; a dash for a rank kept, nothing for one that was not known. */
static void
draw_move(const JbChartContext *context, JbDrawing *drawing, const Plan *plan, const Item *item, JbPoint right)
{
  const JbTheme *theme = context->theme;
  if (item->rank == 0 || item->was == 0)
    return;
  gint up = (gint)item->was - (gint)item->rank;
  const char *text = up == 0 ? "—" : jb_arena_printf(drawing->arena, "%s%d", up > 0 ? "↑" : "↓", ABS(up));
  JbTextStyle style = jb_style(context, jb_number_lang(context), JB_FACE_REGULAR, theme->min_pt,
                               up == 0  ? theme->muted
                               : up > 0 ? theme->met
                                        : theme->missed);
  jb_text_draw(drawing, context->fonts, &style, (JbPoint){right.x, right.y + theme->min_pt * 0.36}, JB_ALIGN_RIGHT,
               text);
  (void)plan;
}

static void
draw_item(const JbChartContext *context, JbDrawing *drawing, const Plan *plan, const Item *item, JbRect line)
{
  const JbTheme *theme = context->theme;
  double middle = line.y + line.h / 2, baseline = middle + theme->chart_pt * 0.36;
  if (item->row->own) {
    jb_draw_rect(drawing, line, jb_fill(theme->panel));
    jb_draw_rect(drawing, (JbRect){line.x, line.y, 2.6 * plan->k, line.h}, jb_fill(theme->accent));
  }
  if (item->gap_above) /* rows between are left out */
    jb_draw_line(drawing, (JbPoint){line.x, line.y}, (JbPoint){line.x + line.w, line.y},
                 jb_dashed(theme->muted, 0.8, 1, 2.4));
  JbTextStyle style = jb_style(context, jb_number_lang(context), item->row->own ? JB_FACE_BOLD : JB_FACE_REGULAR,
                               theme->chart_pt, item->row->own ? theme->ink : theme->ink2);
  const char *rank = item->rank > 0 ? jb_arena_printf(drawing->arena, "%u", item->rank) : "—";
  jb_text_draw(drawing, context->fonts, &style, (JbPoint){line.x + plan->rank_w - GAP_PT * plan->k, baseline},
               JB_ALIGN_RIGHT, rank);
  JbLabel label = name_label(drawing->arena, context, plan, item->row);
  jb_named_draw(drawing, context, &label, (JbPoint){line.x + plan->rank_w, middle - label.height_pt / 2}, plan->name_w,
                jb_row_fact(item->row));
  double right = line.x + line.w;
  if (plan->bars)
    draw_bar(context, drawing, plan, item, line.x, middle);
  else
    jb_text_draw(drawing, context->fonts, &style, (JbPoint){right - plan->move_w, baseline}, JB_ALIGN_RIGHT,
                 item->value);
  draw_move(context, drawing, plan, item, (JbPoint){right, middle});
}

void
jb_ranked_draw(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, JbRect box)
{
  Plan plan = plan_ranked(drawing->arena, context, data, box.w);
  if (plan.n == 0) {
    jb_no_data_draw(drawing, context, box);
    return;
  }
  double row = box.h / plan.n;
  for (guint i = 0; i < plan.n; i++)
    draw_item(context, drawing, &plan, &plan.items[i], (JbRect){box.x, box.y + i * row, box.w, row});
  if (!plan.bars)
    return;
  double zero = box.x + jb_scale_at(&plan.scale, 0);
  jb_draw_line(drawing, (JbPoint){zero, box.y}, (JbPoint){zero, box.y + box.h},
               jb_stroke(context->theme->axis, 0.8 * plan.k));
}

/* ---- Words ------------------------------------------------------------------------------------------ */

JbChartTitle
jb_ranked_title(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  Plan plan = {.named = first_actual(data), .items = jb_arena_make(arena, Item, data->n_rows + 1)};
  JbChartTitle title = {.title = {"排名", "Ranking"}};
  if (plan.named == NULL)
    return title;
  sort_items(data, &plan);
  guint ranked = 0;
  const Item *own = NULL;
  for (guint i = 0; i < plan.n; i++) {
    ranked += plan.items[i].rank > 0;
    own = own == NULL && plan.items[i].row->own && plan.items[i].rank > 0 ? &plan.items[i] : own;
  }
  JbWords what = jb_fact_name(arena, context, plan.named, FALSE);
  const Item *said = own != NULL ? own : &plan.items[0];
  JbWords who = jb_row_name(arena, context, said->row, TRUE);
  const char *who_en = who.en != NULL ? who.en : who.zh;
  const char *what_en = what.en != NULL ? what.en : what.zh;
  gboolean by_area = said->row->name_zh != NULL || said->row->name_en != NULL;
  title.title.zh = jb_arena_printf(arena, "%s列第%u位（共%u）", who.zh, said->rank, ranked);
  title.title.en = jb_arena_printf(arena, "%s ranks %u of %u", who_en, said->rank, ranked);
  gboolean growth = plan.named->measure == JB_MEASURE_GROWTH && !ascends(data);
  if (!by_area && growth && said->rank == 1 && ranked > 1) { /* indicators among each other */
    JbWords all = jb_count_words(arena, ranked);
    title.title.zh = jb_arena_printf(arena, "%s项指标中%s增速最高", all.zh, who.zh);
    title.title.en = jb_arena_printf(arena, "%s: the highest growth of %s indicators", who_en, all.en);
  } else if (by_area) {
    title.title.zh = jb_arena_printf(arena, "%s：%s", what.zh, title.title.zh);
    title.title.en = jb_arena_printf(arena, "%s: %s", what_en, title.title.en);
  }
  JbWords unit = jb_unit_words(arena, context, plan.named), period = jb_period_pair(arena, plan.named->period);
  title.subtitle.zh = jb_arena_printf(arena, "%s，%s%s", period.zh, unit.zh, plan.moves ? "；箭头为位次变化" : "");
  title.subtitle.en = jb_arena_printf(arena, "%s, %s%s", period.en, unit.en,
                                      plan.moves ? "; arrows: places moved" : "");
  return jb_say_estimates(arena, data, title);
}

const char *
jb_ranked_alt(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  JbChartTitle title = jb_ranked_title(context, data, arena);
  Plan plan = {.named = first_actual(data), .items = jb_arena_make(arena, Item, data->n_rows + 1)};
  JbChartData sorted = {.n_rows = 0};
  if (plan.named != NULL) {
    sort_items(data, &plan);
    JbChartRow *rows = jb_arena_make(arena, JbChartRow, plan.n);
    for (guint i = 0; i < plan.n; i++)
      rows[i] = *plan.items[i].row;
    sorted = (JbChartData){.n_rows = plan.n, .rows = rows};
  }
  return jb_rows_alt(context, &sorted, (JbWords){"排名表", "Ranked list"}, title.title, NULL, arena);
}
