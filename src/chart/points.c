/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Points over years, drawn alike wherever they stand. What was observed is a filled disc, what is estimated (预计) a
 * hatched one, what was computed a hollow one; a target is a hollow square. The firmer the figure, the denser the ink.
 */
#include "chart/internal.h"

#include <math.h>

#define DISC_PT   2.9
#define SPOT_ZERO 0.5 /* (max - min) / max from which the axis starts at zero */

JbMark
jb_point_kind(const JbChartContext *context, const JbFact *fact)
{
  if (jb_fact_is_target(context, fact))
    return JB_MARK_TARGET;
  return fact->status == JB_STATUS_DERIVED    ? JB_MARK_DERIVED
         : fact->status == JB_STATUS_ESTIMATE ? JB_MARK_ESTIMATE
                                              : JB_MARK_OBSERVED;
}

void
jb_point_kinds(const JbChartContext *context, const JbTrendPoint *points, guint n, JbMark *kinds)
{
  for (guint i = 0; i < n; i++)
    kinds[i] = jb_point_kind(context, points[i].fact);
  for (guint i = 1; i + 1 < n; i++)
    if (points[i].fact->status == JB_STATUS_DERIVED && kinds[i] == JB_MARK_TARGET && kinds[i - 1] >= JB_MARK_TARGET &&
        kinds[i + 1] == JB_MARK_TARGET)
      kinds[i] = JB_MARK_PATH;
}

JbWords
jb_point_words(JbMark kind)
{
  static const JbWords names[] = {[JB_MARK_OBSERVED] = {"报告值", "reported"},
                                  [JB_MARK_ESTIMATE] = {"预计", "estimate"},
                                  [JB_MARK_DERIVED] = {"推算", "derived"},
                                  [JB_MARK_TARGET] = {"目标", "target"},
                                  [JB_MARK_PATH] = {"目标路径", "target path"}};
  return names[kind];
}

/* Diagonals within a disc: three chords at 45°. */
static void
hatch_disc(JbDrawing *drawing, JbPoint at, double r, JbPaint line)
{
  for (int i = -1; i <= 1; i++) {
    double off = i * r * 0.55, half = sqrt(r * r - off * off) * M_SQRT1_2, shift = off * M_SQRT1_2;
    jb_draw_line(drawing, (JbPoint){at.x + shift - half, at.y + shift + half},
                 (JbPoint){at.x + shift + half, at.y + shift - half}, line);
  }
}

void
jb_point_draw(const JbChartContext *context, JbDrawing *drawing, JbPoint at, JbMark kind, JbColour colour, double k)
{
  double r = DISC_PT * k;
  if (kind == JB_MARK_PATH) {
    jb_draw_circle(drawing, at, r * 0.35, jb_fill(context->theme->ink2));
    return;
  }
  if (kind == JB_MARK_TARGET) {
    JbPaint paint = jb_stroke(context->theme->ink, 1.2 * k);
    paint.fill = context->theme->paper;
    jb_draw_rect(drawing, (JbRect){at.x - r, at.y - r, 2 * r, 2 * r}, paint);
    return;
  }
  jb_draw_circle(drawing, at, r + 1.4 * k, jb_fill(context->theme->paper));
  JbPaint paint = jb_stroke(colour, 1.3 * k);
  paint.fill = kind == JB_MARK_OBSERVED ? colour : context->theme->paper;
  jb_draw_circle(drawing, at, r - 0.3 * k, paint);
  if (kind == JB_MARK_ESTIMATE)
    hatch_disc(drawing, at, r - 0.3 * k, jb_stroke(colour, 0.8 * k));
}

guint
jb_known_points(const JbChartContext *context, const JbTrendPoint *points, guint n)
{
  guint known = 0;
  for (guint i = 0; i < n; i++)
    known += !jb_fact_is_target(context, points[i].fact);
  return known;
}

void
jb_segments_draw(const JbChartContext *context, JbDrawing *drawing, const JbPlacedPoints *placed)
{
  double k = placed->k;
  gint from = -1;
  gboolean only_two = jb_known_points(context, placed->points, placed->n) <= 2;
  for (guint i = 0; i < placed->n; i++) {
    JbMark kind = placed->kind[i];
    if (kind >= JB_MARK_TARGET) {
      if (i > 0) /* two targets: the path goes on from the first */
        jb_draw_line(drawing, placed->at[i - 1], placed->at[i], jb_dashed(context->theme->ink, 1.1 * k, 0.4, 2.4 * k));
      continue;
    }
    if (from >= 0) {
      gboolean soft = kind != JB_MARK_OBSERVED || placed->kind[from] != JB_MARK_OBSERVED;
      gboolean gap = placed->points[i].year - placed->points[from].year > 1;
      double width = (only_two ? 1.0 : 1.8) * k;
      JbPaint paint = soft || only_two ? jb_dashed(placed->colour, width, 3.2 * k, 2.2 * k)
                                       : jb_stroke(placed->colour, width);
      if (only_two || !gap)
        jb_draw_line(drawing, placed->at[from], placed->at[i], paint);
    }
    from = (gint)i;
  }
}

/* ---- The key ---------------------------------------------------------------------------------------- */

typedef struct {
  JbMark kind;
  JbWords words;
  double width;
} KeyItem;

static guint
key_items(const JbChartContext *context, const JbTrendPoint *points, guint n_points, KeyItem *items)
{
  double size = context->theme->min_pt;
  guint n = 0;
  for (JbMark kind = 0; kind < JB_N_MARKS; kind++) {
    gboolean used = FALSE;
    for (guint i = 0; i < n_points; i++)
      used = used || jb_point_kind(context, points[i].fact) == kind;
    if (used)
      items[n++] = (KeyItem){.kind = kind, .words = jb_point_words(kind)};
  }
  for (guint i = 0; i < n; i++)
    items[i].width = size + jb_inline_width(context, JB_FACE_REGULAR, size, items[i].words);
  return n;
}

guint
jb_point_key_lines(const JbChartContext *context, const JbTrendPoint *points, guint n_points, double width_pt,
                   double extra_pt)
{
  KeyItem items[JB_N_MARKS];
  guint n = key_items(context, points, n_points, items), lines = 1;
  double x = 0;
  for (guint i = 0; i < n; i++) {
    if (x > 0 && x + items[i].width > width_pt) {
      lines++;
      x = 0;
    }
    x += items[i].width + context->theme->min_pt;
  }
  return x + extra_pt > width_pt ? lines + 1 : lines;
}

JbPoint
jb_point_key_draw(const JbChartContext *context, JbDrawing *drawing, const JbTrendPoint *points, guint n_points,
                  JbPoint at, double right)
{
  const JbTheme *theme = context->theme;
  double size = theme->min_pt, left = at.x;
  KeyItem items[JB_N_MARKS];
  guint n = key_items(context, points, n_points, items);
  for (guint i = 0; i < n; i++) {
    if (at.x > left && at.x + items[i].width > right)
      at = (JbPoint){left, at.y + size * JB_KEY_LINE};
    jb_point_draw(context, drawing, (JbPoint){at.x + size * 0.4, at.y - size * 0.33}, items[i].kind, theme->actual,
                  theme->chart_pt / 9 * 0.9);
    jb_inline_draw(drawing, context, (JbPoint){at.x + size, at.y}, JB_ALIGN_LEFT, JB_FACE_REGULAR, size, theme->muted,
                   items[i].words);
    at.x += items[i].width + size;
  }
  return (JbPoint){at.x - size, at.y};
}

/* ---- Domains ---------------------------------------------------------------------------------------- */

gboolean
jb_value_domain(const double *values, guint n, double *from, double *to)
{
  double low = n > 0 ? values[0] : 0, high = low;
  for (guint i = 1; i < n; i++) {
    low = MIN(low, values[i]);
    high = MAX(high, values[i]);
  }
  double size = MAX(fabs(low), fabs(high));
  gboolean zero = low < 0 || size == 0 || (high - low) / size >= SPOT_ZERO;
  if (zero) {
    low = MIN(low, 0);
    high = MAX(high, 0);
    if (high == low)
      high = low + 1;
    if (low < 0) /* no point stands on the axis that is not zero */
      low -= (high - low) * 0.12;
  } else {
    double span = high - low > 0 ? high - low : size * 0.1;
    low -= span * 0.25; /* the lowest point must not look like zero */
    jb_nice_domain(&low, &high, 4);
    high = MAX(high, low + span);
  }
  *from = low;
  *to = high;
  return zero;
}
