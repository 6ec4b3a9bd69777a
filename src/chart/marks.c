/* SPDX-License-Identifier: Apache-2.0 */
/* Marks that carry meaning by shape, not by colour alone: verdict icons, target lines, hatching. */
#include "chart/internal.h"

JbPaint
jb_fill(JbColour colour)
{
  return (JbPaint){.fill = colour, .stroke = JB_NO_COLOUR};
}

JbPaint
jb_stroke(JbColour colour, double width_pt)
{
  return (JbPaint){.fill = JB_NO_COLOUR, .stroke = colour, .width_pt = width_pt};
}

JbPaint
jb_dashed(JbColour colour, double width_pt, double on_pt, double off_pt)
{
  return (JbPaint){.fill = JB_NO_COLOUR, .stroke = colour, .width_pt = width_pt, .dash_pt = {on_pt, off_pt}};
}

void
jb_verdict_draw(JbDrawing *drawing, const JbChartContext *context, JbPoint at, double size_pt, JbVerdict verdict)
{
  const JbTheme *theme = context->theme;
  double r = size_pt / 2;
  if (verdict == JB_VERDICT_MET) {
    const JbPoint tick[] = {
        {at.x - r * 0.48, at.y + r * 0.02}, {at.x - r * 0.12, at.y + r * 0.40}, {at.x + r * 0.50, at.y - r * 0.36}};
    JbPaint paint = jb_stroke(theme->paper, size_pt * 0.14);
    paint.round = TRUE;
    jb_draw_circle(drawing, at, r, jb_fill(theme->met));
    jb_draw_polyline(drawing, tick, 3, FALSE, paint);
  } else if (verdict == JB_VERDICT_SHORT) {
    const JbPoint corners[] = {{at.x, at.y - r * 0.92}, {at.x + r, at.y + r * 0.82}, {at.x - r, at.y + r * 0.82}};
    JbPaint paint = jb_stroke(theme->missed, size_pt * 0.13);
    paint.fill = theme->paper;
    paint.round = TRUE;
    jb_draw_polyline(drawing, corners, 3, TRUE, paint);
    JbPaint bang = jb_stroke(theme->missed, size_pt * 0.13);
    bang.round = TRUE;
    jb_draw_line(drawing, (JbPoint){at.x, at.y - r * 0.28}, (JbPoint){at.x, at.y + r * 0.18}, bang);
    jb_draw_circle(drawing, (JbPoint){at.x, at.y + r * 0.52}, size_pt * 0.07, jb_fill(theme->missed));
  } else {
    jb_draw_line(drawing, (JbPoint){at.x - r * 0.6, at.y}, (JbPoint){at.x + r * 0.6, at.y},
                 jb_stroke(theme->muted, size_pt * 0.12));
  }
}

JbWords
jb_verdict_words(JbVerdict verdict)
{
  static const JbWords words[] = {
      [JB_VERDICT_NONE] = {"", ""},
      [JB_VERDICT_MET] = {"达标", "met"},
      [JB_VERDICT_SHORT] = {"未达标", "short"},
  };
  return words[verdict];
}

static int
direction(JbBound bound)
{
  return bound == JB_BOUND_GE || bound == JB_BOUND_GT ? 1 : bound == JB_BOUND_LE || bound == JB_BOUND_LT ? -1 : 0;
}

#define MARK_HEIGHT 1.55 /* of the bar */
#define ARROW_PT    9.0  /* at a bar of 11 pt */

void
jb_target_reach(JbBound bound, double height_pt, double *left, double *right)
{
  double arrow = ARROW_PT * height_pt / 11, beam = 3.2 * height_pt / 11;
  int way = direction(bound);
  *left = way < 0 ? arrow : bound == JB_BOUND_APPROX ? beam : 2;
  *right = way > 0 ? arrow : bound == JB_BOUND_APPROX ? beam : 2;
}

/* The strokes of the mark, once as white keyline and once in ink. */
static void
target_strokes(JbDrawing *drawing, double x, double middle, double height_pt, JbBound bound, JbPaint paint)
{
  double half = height_pt * MARK_HEIGHT / 2, k = height_pt / 11, top = middle - half;
  jb_draw_line(drawing, (JbPoint){x, top}, (JbPoint){x, middle + half}, paint);
  int way = direction(bound);
  if (way != 0) {
    double tip = x + way * ARROW_PT * k;
    jb_draw_line(drawing, (JbPoint){x, top}, (JbPoint){tip - way * 2 * k, top}, paint);
    const JbPoint head[] = {{tip, top}, {tip - way * 4.2 * k, top - 2.6 * k}, {tip - way * 4.2 * k, top + 2.6 * k}};
    JbPaint solid = jb_fill(paint.stroke);
    jb_draw_polyline(drawing, head, 3, TRUE, solid);
  } else if (bound == JB_BOUND_APPROX) {
    jb_draw_line(drawing, (JbPoint){x - 3.2 * k, top}, (JbPoint){x + 3.2 * k, top}, paint);
    jb_draw_line(drawing, (JbPoint){x - 3.2 * k, middle + half}, (JbPoint){x + 3.2 * k, middle + half}, paint);
  }
}

void
jb_target_draw(JbDrawing *drawing, const JbChartContext *context, double x, double middle, double height_pt,
               JbBound bound)
{
  double k = height_pt / 11;
  target_strokes(drawing, x, middle, height_pt, bound, jb_stroke(context->theme->paper, (1.6 + 2 * 1.2) * k));
  target_strokes(drawing, x, middle, height_pt, bound, jb_stroke(context->theme->ink, 1.6 * k));
}

void
jb_hatch_draw(JbDrawing *drawing, JbRect box, JbColour colour)
{
  JbPaint line = jb_stroke(colour, 0.8);
  jb_draw_rect(drawing, box, jb_stroke(colour, 0.6));
  for (double x = box.x + 2.2; x < box.x + box.w + box.h; x += 2.6) {
    double from = MIN(x, box.x + box.w), to = MAX(x - box.h, box.x);
    jb_draw_line(drawing, (JbPoint){from, box.y + (x - from)}, (JbPoint){to, box.y + (x - to)}, line);
  }
}

void
jb_tear_draw(JbDrawing *drawing, const JbChartContext *context, double x, double middle, double height_pt)
{
  double half = height_pt * 0.7;
  for (int i = 0; i < 2; i++) {
    double at = x + i * 4;
    const JbPoint zigzag[] = {{at - 1.5, middle - half},
                              {at + 1.5, middle - half / 3},
                              {at - 1.5, middle + half / 3},
                              {at + 1.5, middle + half}};
    jb_draw_polyline(drawing, zigzag, 4, FALSE, jb_stroke(context->theme->paper, 1.6));
  }
}

void
jb_axis_break_draw(JbDrawing *drawing, const JbChartContext *context, JbPoint at, double k)
{
  const JbPoint zigzag[] = {
      {at.x, at.y + 3 * k}, {at.x + 2 * k, at.y - 3 * k}, {at.x + 4 * k, at.y + 3 * k}, {at.x + 6 * k, at.y - 3 * k}};
  jb_draw_line(drawing, (JbPoint){at.x - 1, at.y}, (JbPoint){at.x + 7 * k, at.y}, jb_stroke(context->theme->paper, 2));
  jb_draw_polyline(drawing, zigzag, 4, FALSE, jb_stroke(context->theme->axis, 0.8 * k));
}

#define EDGE_PT 1.2 /* of a hollow bar */

void
jb_bar_draw(JbDrawing *drawing, JbRect box, const JbFact *fact, JbColour colour)
{
  if (fact != NULL && fact->status == JB_STATUS_ESTIMATE)
    jb_hatch_draw(drawing, box, colour);
  else if (fact != NULL && fact->status == JB_STATUS_DERIVED && box.w > 2 * EDGE_PT && box.h > 2 * EDGE_PT)
    jb_draw_rect(drawing, (JbRect){box.x + EDGE_PT / 2, box.y + EDGE_PT / 2, box.w - EDGE_PT, box.h - EDGE_PT},
                 jb_stroke(colour, EDGE_PT));
  else
    jb_draw_rect(drawing, box, jb_fill(colour));
}

void
jb_pointer_draw(JbDrawing *drawing, JbPoint tip, double size_pt, JbColour colour)
{
  const JbPoint corners[] = {tip, {tip.x + size_pt * 0.62, tip.y + size_pt}, {tip.x - size_pt * 0.62, tip.y + size_pt}};
  jb_draw_polyline(drawing, corners, 3, TRUE, jb_fill(colour));
}
