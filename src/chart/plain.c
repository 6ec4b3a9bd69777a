/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A chart that its width does not hold is a list: name at the left, value at the right, a hairline between. Numbers are
 * never cut and names never lost, so every form ends here rather than in an ellipsis.
 */
#include "chart/internal.h"

#define ROW_PT     15.0
#define GAP_PT     6.0
#define NAME_SHARE 0.3 /* of the width, at least */

typedef struct {
  double size, value_w, name_w;
  gboolean stacked; /* values longer than that: beneath their names */
} Plan;

static Plan
plan_list(const JbChartContext *context, const JbPlainRow *rows, guint n, double width)
{
  double k = context->theme->chart_pt / 9;
  Plan plan = {.size = context->theme->chart_pt};
  for (;; plan.size -= 0.5) { /* values shrink to the secondary minimum before they take the names' room */
    JbTextStyle style = jb_style(context, jb_number_lang(context), JB_FACE_REGULAR, plan.size, 0);
    plan.value_w = 0;
    for (guint i = 0; i < n; i++)
      plan.value_w = MAX(plan.value_w, jb_text_width(context->fonts, &style, rows[i].value));
    plan.name_w = width - plan.value_w - GAP_PT * k;
    if (plan.name_w >= width * NAME_SHARE || plan.size - 0.5 < context->theme->en_min_pt)
      break;
  }
  plan.stacked = plan.name_w < width * NAME_SHARE;
  if (plan.stacked)
    plan.name_w = width;
  return plan;
}

static JbLabel
name_label(JbArena *arena, const JbChartContext *context, const JbPlainRow *row, double width)
{
  JbLabelWish wish = jb_row_wish(arena, context, row->row, context->theme->chart_pt);
  return jb_label_fit(arena, context, &wish, width - jb_source_width(context, jb_row_fact(row->row)));
}

/* A value that is wider than the box wraps between its parts. */
static JbLabel
value_label(JbArena *arena, const JbChartContext *context, const Plan *plan, const char *value, double width)
{
  JbLabelWish wish = {.words = {value, jb_shows_zh(context) ? NULL : value},
                      .size_pt = plan->size,
                      .min_pt = plan->size,
                      .max_lines = 3,
                      .colour = context->theme->ink};
  return jb_label_fit(arena, context, &wish, width);
}

static double
row_height(const JbChartContext *context, const Plan *plan, const JbLabel *name, const JbLabel *value)
{
  double k = context->theme->chart_pt / 9;
  double both = plan->stacked ? name->height_pt + value->height_pt : MAX(name->height_pt, value->height_pt);
  return MAX(ROW_PT * k, both + 3 * k);
}

double
jb_plain_height(const JbChartContext *context, const JbPlainRow *rows, guint n, double width_pt)
{
  double height = 0;
  JbArena *arena = jb_arena_new();
  Plan plan = plan_list(context, rows, n, width_pt);
  for (guint i = 0; i < n; i++) {
    JbLabel label = name_label(arena, context, &rows[i], plan.name_w);
    JbLabel value = value_label(arena, context, &plan, rows[i].value, plan.stacked ? width_pt : plan.value_w + 1);
    height += row_height(context, &plan, &label, &value);
  }
  jb_arena_free(arena);
  return height;
}

void
jb_plain_draw(const JbChartContext *context, JbDrawing *drawing, const JbPlainRow *rows, guint n, JbRect box)
{
  const JbTheme *theme = context->theme;
  double y = box.y;
  Plan plan = plan_list(context, rows, n, box.w);
  for (guint i = 0; i < n; i++) {
    double value_w = plan.stacked ? box.w : plan.value_w + 1;
    JbLabel label = name_label(drawing->arena, context, &rows[i], plan.name_w);
    JbLabel value = value_label(drawing->arena, context, &plan, rows[i].value, value_w);
    double height = row_height(context, &plan, &label, &value), middle = y + height / 2;
    double name_y = middle - label.height_pt / 2, value_y = middle - value.height_pt / 2;
    if (plan.stacked) {
      name_y = middle - (label.height_pt + value.height_pt) / 2;
      value_y = name_y + label.height_pt;
    }
    if (i > 0)
      jb_draw_line(drawing, (JbPoint){box.x, y}, (JbPoint){box.x + box.w, y}, jb_stroke(theme->rule, 0.35));
    jb_named_draw(drawing, context, &label, (JbPoint){box.x, name_y}, plan.name_w, jb_row_fact(rows[i].row));
    jb_label_draw(drawing, context, &value, (JbPoint){box.x + box.w - value_w, value_y}, value_w, JB_ALIGN_RIGHT);
    y += height;
  }
}
