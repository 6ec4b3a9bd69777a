/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Form G, promise and delivery: a hollow ring where the target stood, a disc where the result came, joined by a line in
 * the colour of the verdict. One scale for all when they share a unit, and it need not begin at zero; targets in
 * several units stand under each other on a scale of their deviation instead. Marks that would cover each other move
 * apart.
 */
#include "chart/internal.h"

#include <math.h>

#define ROW_PT     25.0
#define MIN_ROW_PT 19.0
#define DOT_PT     4.2
#define GAP_PT     6.0
#define PLOT_PT    40.0 /* narrower, and the figures stand as text */
#define CUT_RATIO  3.0
#define CUT_SHARE  0.18 /* of the others' span: how far beyond them an outlier stands */
#define KEY_PT     15.0

typedef struct {
  double k, name_w, icon_w;
  JbScale scale;
  gboolean dots;   /* else text */
  gboolean shared; /* one unit: values on one scale; else deviations from the target */
  gboolean cut;    /* an outlier: beyond these tears no value is on the scale */
  double low_tear, high_tear;
  const JbFact *named;
} Plan;

/* Where a row's marks stand on the scale. */
typedef struct {
  gboolean has_actual, has_target;
  double actual, low, high;
} Spot;

static gboolean
holds(const JbChartRow *row)
{
  return row->actual != NULL || row->target != NULL;
}

static Spot
spot_of(const Plan *plan, const JbChartRow *row)
{
  Spot spot = {.has_actual = row->actual != NULL, .has_target = row->target != NULL};
  if (plan->shared) {
    spot.actual = spot.has_actual ? jb_decimal_to_double(row->actual->value) : 0;
    spot.low = spot.has_target ? jb_decimal_to_double(row->target->value) : 0;
    spot.high = row->target_high != NULL ? jb_decimal_to_double(row->target_high->value) : spot.low;
    return spot;
  }
  int order;
  if (!spot.has_actual || !spot.has_target || !jb_fact_order(row->actual, row->target, &order))
    return spot;
  gboolean same = g_strcmp0(row->actual->unit, row->target->unit) == 0;
  double a = jb_decimal_to_double(same ? row->actual->value : row->actual->amount.value);
  double t = jb_decimal_to_double(same ? row->target->value : row->target->amount.value);
  spot.actual = t != 0 ? CLAMP((a - t) / fabs(t), -1, 1) : order;
  if (row->target_high != NULL && t != 0)
    spot.high = CLAMP(
        (jb_decimal_to_double(same ? row->target_high->value : row->target_high->amount.value) - t) / fabs(t), 0, 1);
  return spot;
}

/* The values that the row has; what it lacks is no zero. */
static guint
values_of(const Spot *spot, double values[3])
{
  guint n = 0;
  if (spot->has_actual)
    values[n++] = spot->actual;
  if (spot->has_target) {
    values[n++] = spot->low;
    values[n++] = spot->high;
  }
  return n;
}

static double
size_of(const Spot *spot)
{
  double values[3], size = 0;
  for (guint v = values_of(spot, values); v > 0; v--)
    size = MAX(size, fabs(values[v - 1]));
  return size;
}

/* Over all marks but those of a row three times as large as any other: it is drawn at the edge, beyond a tear. */
static void
plan_domain(const JbChartData *data, Plan *plan)
{
  double largest = 0, second = 0;
  for (guint i = 0; i < data->n_rows; i++) {
    Spot spot = spot_of(plan, &data->rows[i]);
    double size = size_of(&spot);
    second = size > largest ? largest : MAX(second, size);
    largest = MAX(largest, size);
  }
  double limit = plan->shared && second > 0 ? MIN(CUT_RATIO * second, largest) : largest;
  double lowest = G_MAXDOUBLE, highest = -G_MAXDOUBLE;
  gboolean any = FALSE;
  for (guint i = 0; i < data->n_rows; i++) {
    Spot spot = spot_of(plan, &data->rows[i]);
    double values[3];
    guint n = values_of(&spot, values);
    for (guint v = 0; v < n; v++) {
      lowest = MIN(lowest, values[v]);
      highest = MAX(highest, values[v]);
      if (fabs(values[v]) > limit)
        continue;
      plan->scale.from = any ? MIN(plan->scale.from, values[v]) : values[v];
      plan->scale.to = any ? MAX(plan->scale.to, values[v]) : values[v];
      any = TRUE;
    }
  }
  plan->cut = limit < largest;
  if (plan->cut) {
    double beyond = CUT_SHARE * MAX(plan->scale.to - plan->scale.from, limit / 2);
    plan->low_tear = plan->scale.from - beyond / 2;
    plan->high_tear = plan->scale.to + beyond / 2;
    plan->scale.from -= lowest < plan->scale.from ? beyond : 0;
    plan->scale.to += highest > plan->scale.to ? beyond : 0;
  }
  if (plan->scale.to <= plan->scale.from) { /* one datum, or all equal: in the middle */
    double around = MAX(fabs(plan->scale.to), 1);
    plan->scale.from -= around;
    plan->scale.to += around;
  }
}

static const char *
target_text(JbArena *arena, const JbChartContext *context, const Plan *plan, const JbChartRow *row)
{
  return jb_target_text(arena, context, row, plan->shared ? plan->named : NULL);
}

static const char *
actual_text(JbArena *arena, const JbChartContext *context, const Plan *plan, const JbChartRow *row)
{
  return row->actual != NULL ? jb_number_beside(arena, context, row->actual, plan->shared ? plan->named : NULL) : "—";
}

/* "5.2 / ≥5.5 达标": what rows say where there is no room for dots. */
static const JbPlainRow *
plain_rows(JbArena *arena, const JbChartContext *context, const JbChartData *data, const Plan *plan)
{
  JbPlainRow *rows = jb_arena_make(arena, JbPlainRow, data->n_rows);
  for (guint i = 0; i < data->n_rows; i++) {
    const JbChartRow *row = &data->rows[i];
    JbWords verdict = jb_verdict_words(jb_verdict(row->actual, row->target, row->target_high));
    const char *actual = actual_text(arena, context, plan, row), *said = jb_shows_zh(context) ? verdict.zh : verdict.en;
    rows[i] = (JbPlainRow){.row = row, .value = actual};
    if (row->target != NULL)
      rows[i].value = jb_arena_printf(arena, "%s / %s%s%s", actual, target_text(arena, context, plan, row),
                                      said[0] != '\0' ? " " : "", said);
  }
  return rows;
}

static void
plan_units(const JbChartData *data, Plan *plan)
{
  plan->shared = TRUE;
  for (guint i = 0; i < data->n_rows; i++) {
    const JbFact *facts[] = {data->rows[i].actual, data->rows[i].target, data->rows[i].target_high};
    for (guint f = 0; f < G_N_ELEMENTS(facts); f++) {
      if (facts[f] == NULL)
        continue;
      if (plan->named == NULL)
        plan->named = facts[f];
      plan->shared = plan->shared && g_strcmp0(facts[f]->unit, plan->named->unit) == 0;
    }
  }
}

static Plan
plan_chart(JbArena *arena, const JbChartContext *context, const JbChartData *data, double width)
{
  double k = context->theme->chart_pt / 9, gap = GAP_PT * k, name = 0, label = 0;
  Plan plan = {.k = k};
  plan_units(data, &plan);
  plan_domain(data, &plan);
  JbTextStyle style = jb_style(context, jb_number_lang(context), JB_FACE_BOLD, context->theme->chart_pt, 0);
  for (guint i = 0; i < data->n_rows; i++) {
    const JbChartRow *row = &data->rows[i];
    JbLabelWish wish = jb_row_wish(arena, context, row, context->theme->chart_pt);
    name = MAX(name, jb_label_natural(context, &wish) + jb_source_width(context, jb_row_fact(row)));
    label = MAX(label, jb_text_width(context->fonts, &style, actual_text(arena, context, &plan, row)));
    if (row->target != NULL)
      label = MAX(label, jb_text_width(context->fonts, &style, target_text(arena, context, &plan, row)));
    if (jb_verdict(row->actual, row->target, row->target_high) != JB_VERDICT_NONE)
      plan.icon_w = 18 * k;
  }
  double rest = width - plan.icon_w;
  plan.name_w = CLAMP(name, rest * 0.2, rest * 0.4);
  double beside = label + (DOT_PT + 5) * k;
  plan.scale.start = plan.name_w + gap + beside;
  plan.scale.end = rest - beside;
  plan.dots = plan.scale.end - plan.scale.start >= PLOT_PT * k;
  return plan;
}

static JbLabel
name_label(JbArena *arena, const JbChartContext *context, const Plan *plan, const JbChartRow *row)
{
  JbLabelWish wish = jb_row_wish(arena, context, row, context->theme->chart_pt);
  return jb_label_fit(arena, context, &wish, plan->name_w - jb_source_width(context, jb_row_fact(row)));
}

static gboolean
has_any(const JbChartData *data)
{
  for (guint i = 0; i < data->n_rows; i++)
    if (holds(&data->rows[i]))
      return TRUE;
  return FALSE;
}

JbExtent
jb_dumbbell_measure(const JbChartContext *context, const JbChartData *data, double width_pt)
{
  double none = jb_no_data_height(context);
  if (!has_any(data))
    return (JbExtent){none, none, none};
  JbArena *arena = jb_arena_new();
  Plan plan = plan_chart(arena, context, data, width_pt);
  double least = MIN_ROW_PT * plan.k, key = KEY_PT * plan.k;
  if (!plan.dots) {
    double height = key + jb_plain_height(context, plain_rows(arena, context, data, &plan), data->n_rows, width_pt);
    jb_arena_free(arena);
    return (JbExtent){height, height, height};
  }
  for (guint i = 0; i < data->n_rows; i++)
    least = MAX(least, name_label(arena, context, &plan, &data->rows[i]).height_pt + 2 * plan.k);
  jb_arena_free(arena);
  double row = MAX(ROW_PT * plan.k, least);
  return (JbExtent){least * data->n_rows + key, row * data->n_rows + key, row * 1.4 * data->n_rows + key};
}

static void
ring_draw(const JbChartContext *context, JbDrawing *drawing, JbPoint at, double k)
{
  JbPaint ring = jb_stroke(context->theme->ink, 1.6 * k);
  ring.fill = context->theme->paper;
  jb_draw_circle(drawing, at, (DOT_PT - 0.8) * k, ring);
}

static void
disc_draw(const JbChartContext *context, JbDrawing *drawing, JbPoint at, const JbFact *fact, double k)
{
  JbMark kind = jb_point_kind(context, fact);
  jb_point_draw(context, drawing, at, kind == JB_MARK_TARGET ? JB_MARK_DERIVED : kind, context->theme->actual,
                DOT_PT / 2.9 * k * 0.95);
}

/* Where a mark stands, an outlier at the edge. */
static double
at_value(const Plan *plan, double x0, double value)
{
  return x0 + jb_scale_at(&plan->scale, CLAMP(value, plan->scale.from, plan->scale.to));
}

/* A row with a mark beyond the scale is torn on the way there. */
static void
draw_tears(const JbChartContext *context, JbDrawing *drawing, const Plan *plan, const Spot *spot, double x0, double y)
{
  double values[3];
  guint n = values_of(spot, values);
  for (guint side = 0; plan->cut && side < 2; side++) {
    gboolean beyond = FALSE;
    for (guint v = 0; v < n; v++)
      beyond = beyond || (side == 0 ? values[v] < plan->scale.from : values[v] > plan->scale.to);
    if (beyond)
      jb_tear_draw(drawing, context, at_value(plan, x0, side == 0 ? plan->low_tear : plan->high_tear) - 2, y,
                   9 * plan->k);
  }
}

static void
draw_dots(const JbChartContext *context, JbDrawing *drawing, const JbChartRow *row, const Plan *plan, JbRect line)
{
  const JbTheme *theme = context->theme;
  double k = plan->k, middle = line.y + line.h / 2, baseline = middle + theme->chart_pt * 0.36, away = (DOT_PT + 3) * k;
  jb_draw_line(drawing, (JbPoint){line.x + plan->scale.start, middle}, (JbPoint){line.x + plan->scale.end, middle},
               jb_stroke(theme->rule, 0.8 * k));
  Spot spot = spot_of(plan, row);
  JbTextStyle bold = jb_style(context, jb_number_lang(context), JB_FACE_BOLD, theme->chart_pt, theme->ink);
  JbTextStyle plain = jb_style(context, jb_number_lang(context), JB_FACE_REGULAR, theme->chart_pt, theme->muted);
  bold.halo_pt = plain.halo_pt = 2 * k;
  bold.halo = plain.halo = theme->paper;
  double a = spot.has_actual ? at_value(plan, line.x, spot.actual) : 0;
  double low = spot.has_target ? at_value(plan, line.x, spot.low) : a;
  double high = spot.has_target ? at_value(plan, line.x, spot.high) : a;
  if (!spot.has_actual)
    a = low;
  gboolean both = spot.has_actual && spot.has_target, right = a > high || (a == high && low == high);
  double near = right ? high : a < low ? low : a;
  double shift = both && fabs(a - near) < 2 * DOT_PT * k ? 3 * k : 0; /* both stay visible */
  JbVerdict verdict = jb_verdict(row->actual, row->target, row->target_high);
  JbColour colour = verdict == JB_VERDICT_MET ? theme->met : verdict == JB_VERDICT_SHORT ? theme->missed : theme->muted;
  if (both && shift == 0)
    jb_draw_line(drawing, (JbPoint){near, middle}, (JbPoint){a, middle}, jb_stroke(colour, 2.4 * k));
  draw_tears(context, drawing, plan, &spot, line.x, middle);
  if (spot.has_target && high > low)
    jb_draw_rect(drawing, (JbRect){low, middle - 3 * k - shift, high - low, 6 * k}, jb_fill(theme->band2));
  if (spot.has_target)
    ring_draw(context, drawing, (JbPoint){low, middle - shift}, k);
  if (spot.has_target && high > low)
    ring_draw(context, drawing, (JbPoint){high, middle - shift}, k);
  if (spot.has_actual)
    disc_draw(context, drawing, (JbPoint){a, middle + shift}, row->actual, k);
  const char *actual = actual_text(drawing->arena, context, plan, row);
  const char *target = spot.has_target ? target_text(drawing->arena, context, plan, row) : NULL;
  /* Outward: the result on its side of the target. */
  JbPoint left_at = {MIN(a, low) - away, baseline}, right_at = {MAX(a, high) + away, baseline};
  jb_text_draw(drawing, context->fonts, spot.has_actual ? &bold : &plain, right ? right_at : left_at,
               right ? JB_ALIGN_LEFT : JB_ALIGN_RIGHT, actual);
  if (target != NULL)
    jb_text_draw(drawing, context->fonts, &plain, right ? left_at : right_at, right ? JB_ALIGN_RIGHT : JB_ALIGN_LEFT,
                 target);
}

static void
draw_row(const JbChartContext *context, JbDrawing *drawing, const JbChartRow *row, const Plan *plan, JbRect line)
{
  double middle = line.y + line.h / 2;
  JbLabel label = name_label(drawing->arena, context, plan, row);
  jb_named_draw(drawing, context, &label, (JbPoint){line.x, middle - label.height_pt / 2}, plan->name_w,
                jb_row_fact(row));
  double right = line.x + line.w;
  if (holds(row)) {
    draw_dots(context, drawing, row, plan, line);
  } else {
    const JbTheme *theme = context->theme;
    JbTextStyle style = jb_style(context, jb_number_lang(context), JB_FACE_REGULAR, theme->chart_pt, theme->ink2);
    JbPoint at = {line.x + (plan->scale.start + plan->scale.end) / 2, middle + theme->chart_pt * 0.36};
    jb_text_draw(drawing, context->fonts, &style, at, JB_ALIGN_CENTRE, "—");
  }
  if (plan->icon_w > 0)
    jb_verdict_draw(drawing, context, (JbPoint){right - plan->icon_w * 0.42, middle}, 12 * plan->k,
                    jb_verdict(row->actual, row->target, row->target_high));
}

static void
draw_key(const JbChartContext *context, JbDrawing *drawing, const Plan *plan, JbPoint at)
{
  double size = context->theme->min_pt, middle = at.y - size * 0.35, k = plan->k;
  JbColour muted = context->theme->muted;
  if (!plan->dots) {
    jb_inline_draw(drawing, context, at, JB_ALIGN_LEFT, JB_FACE_REGULAR, size, muted,
                   (JbWords){"实际 / 目标", "actual / target"});
    return;
  }
  ring_draw(context, drawing, (JbPoint){at.x + 4 * k, middle}, k * 0.85);
  at.x += 11 * k;
  at.x += jb_inline_draw(drawing, context, at, JB_ALIGN_LEFT, JB_FACE_REGULAR, size, muted,
                         (JbWords){"目标", "target"});
  at.x += size * 1.4;
  jb_draw_circle(drawing, (JbPoint){at.x + 4 * k, middle}, 3.4 * k, jb_fill(context->theme->actual));
  at.x += 11 * k;
  jb_inline_draw(drawing, context, at, JB_ALIGN_LEFT, JB_FACE_REGULAR, size, muted, (JbWords){"实际", "actual"});
}

void
jb_dumbbell_draw(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, JbRect box)
{
  if (!has_any(data)) {
    jb_no_data_draw(drawing, context, box);
    return;
  }
  Plan plan = plan_chart(drawing->arena, context, data, box.w);
  double row = (box.h - KEY_PT * plan.k) / data->n_rows;
  if (!plan.dots)
    jb_plain_draw(context, drawing, plain_rows(drawing->arena, context, data, &plan), data->n_rows, box);
  for (guint i = 0; plan.dots && i < data->n_rows; i++)
    draw_row(context, drawing, &data->rows[i], &plan, (JbRect){box.x, box.y + i * row, box.w, row});
  draw_key(context, drawing, &plan, (JbPoint){box.x, box.y + box.h - context->theme->min_pt * 0.3});
}

/* ---- Words ------------------------------------------------------------------------------------------ */

JbChartTitle
jb_dumbbell_title(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  Plan plan = {0};
  guint met = 0, missed = 0;
  plan_units(data, &plan);
  for (guint i = 0; i < data->n_rows; i++) {
    JbVerdict verdict = jb_verdict(data->rows[i].actual, data->rows[i].target, data->rows[i].target_high);
    met += verdict == JB_VERDICT_MET;
    missed += verdict == JB_VERDICT_SHORT;
  }
  JbChartTitle title = {.title = {"承诺与兑现", "Promise and delivery"}};
  JbWords m = jb_count_words(arena, met), s = jb_count_words(arena, missed);
  if (met + missed > 0 && missed == 0)
    title.title = (JbWords){
        jb_arena_printf(arena, met == 1 ? "承诺与兑现：%s项目标达到" : "承诺与兑现：%s项目标均达到", m.zh),
        jb_arena_printf(
            arena, met == 1 ? "Promise and delivery: the %s target met" : "Promise and delivery: all %s targets met",
            m.en)};
  else if (missed > 0 && met == 0)
    title.title = (JbWords){
        jb_arena_printf(arena, missed == 1 ? "承诺与兑现：%s项目标未达到" : "承诺与兑现：%s项目标均未达到", s.zh),
        jb_arena_printf(arena,
                        missed == 1 ? "Promise and delivery: the %s target not met"
                                    : "Promise and delivery: none of %s targets met",
                        s.en)};
  else if (missed > 0)
    title.title = (JbWords){jb_arena_printf(arena, "承诺与兑现：%s项达标，%s项未达标", m.zh, s.zh),
                            jb_arena_printf(arena, "Promise and delivery: %s met, %s short", m.en, s.en)};
  if (plan.named == NULL)
    return title;
  if (plan.shared) {
    JbWords unit = jb_unit_words(arena, context, plan.named), period = jb_period_pair(arena, plan.named->period);
    title.subtitle = (JbWords){jb_arena_printf(arena, "%s，%s", period.zh, unit.zh),
                               jb_arena_printf(arena, "%s, %s", period.en, unit.en)};
  } else {
    title.subtitle = (JbWords){"横向位置：实际偏离目标的比例", "Position: deviation of the result from its target"};
  }
  return jb_say_estimates(arena, data, title);
}

const char *
jb_dumbbell_alt(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  JbChartTitle title = jb_dumbbell_title(context, data, arena);
  return jb_rows_alt(context, data, (JbWords){"哑铃图", "Dumbbell chart"}, title.title, NULL, arena);
}
