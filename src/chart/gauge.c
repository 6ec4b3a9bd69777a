/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Form C, gauges. A bullet is a bar from zero on an axis of 0 to 125 % of the target, the target a line at 100 %; what
 * is compared with what stands in the header ("2021 actual against the 2022 target"). A ceiling's excess is hatched and
 * gets no percentage, nor does what lies within a range; a target of zero or less has no ratio and is drawn as two
 * labelled dots in its own unit. A target whose result is not known yet is an empty track.
 * Arcs (option "arc") are for ceremony: at most four, the same scale bent.
 */
#include "chart/gauge.h"

#include <math.h>
#include <string.h>

#define AXIS_TOP   1.25 /* of the target */
#define ROW_PT     27.0
#define MIN_ROW_PT 21.0
#define KEY_PT     14.0
#define NAME_SHARE 0.36 /* of a row */
#define TEXT_SHARE 0.24
#define TEXT_MOST  0.4
#define ARC_MAX    4


static gboolean
is_arc(const JbChartData *data)
{
  return data->option != NULL && strcmp(data->option, "arc") == 0 && data->n_rows <= ARC_MAX;
}

/* The basis as a label of its column: it shrinks and wraps, and is never cut. */
static JbLabel
basis_label(JbArena *arena, const JbChartContext *context, const JbGaugeReading *reading, double width)
{
  const char *text = jb_gauge_basis(arena, context, reading);
  JbLabelWish wish = {.words = {text, jb_shows_zh(context) ? NULL : text},
                      .size_pt = context->theme->min_pt,
                      .min_pt = context->theme->en_min_pt,
                      .max_lines = 2,
                      .colour = context->theme->muted};
  return jb_label_fit(arena, context, &wish, width);
}

/* The column at the right: as wide as the widest basis, within bounds. */
static double
text_width(JbArena *arena, const JbChartContext *context, const JbChartData *data, double width)
{
  double widest = 0;
  JbTextStyle style = jb_style(context, jb_number_lang(context), JB_FACE_REGULAR, context->theme->min_pt, 0);
  for (guint i = 0; i < data->n_rows; i++) {
    const JbChartRow *row = &data->rows[i];
    JbGaugeReading reading = jb_gauge_read(arena, context, row);
    const char *text = jb_gauge_basis(arena, context, &reading);
    widest = MAX(widest, jb_text_width(context->fonts, &style, text) + 1);
  }
  return CLAMP(widest, width * TEXT_SHARE, width * TEXT_MOST);
}

/* Name and basis beneath an arc. */
static JbLabel
arc_label(JbArena *arena, const JbChartContext *context, const JbChartRow *row, double cell_w, JbLabel *basis)
{
  double k = context->theme->chart_pt / 9;
  JbGaugeReading reading = jb_gauge_read(arena, context, row);
  JbLabelWish wish = jb_row_wish(arena, context, row, context->theme->chart_pt);
  *basis = basis_label(arena, context, &reading, cell_w - 6 * k);
  return jb_label_fit(arena, context, &wish, cell_w - 6 * k);
}

/* Height beneath the arcs' centres: the same for all, so that the arcs are. */
static double
arc_text(JbArena *arena, const JbChartContext *context, const JbChartData *data, double cell_w)
{
  double height = 0, k = context->theme->chart_pt / 9;
  for (guint i = 0; i < data->n_rows; i++) {
    JbLabel basis, name = arc_label(arena, context, &data->rows[i], cell_w, &basis);
    height = MAX(height, name.height_pt + basis.height_pt);
  }
  return MAX(height + 10 * k, 44 * k);
}

JbExtent
jb_gauge_measure(const JbChartContext *context, const JbChartData *data, double width_pt)
{
  double k = context->theme->chart_pt / 9, none = jb_no_data_height(context);
  if (data->n_rows == 0)
    return (JbExtent){none, none, none};
  if (is_arc(data)) {
    JbArena *arena = jb_arena_new();
    double text = arc_text(arena, context, data, width_pt / data->n_rows) + 6 * k;
    jb_arena_free(arena);
    double largest = MAX(MIN(width_pt / data->n_rows / 2 - 12 * k, 110 * k), 40 * k);
    return (JbExtent){40 * k + text, MIN(52 * k, largest) + text, largest + text};
  }
  JbArena *arena = jb_arena_new();
  double least = MIN_ROW_PT * k, text_w = text_width(arena, context, data, width_pt);
  for (guint i = 0; i < data->n_rows; i++) {
    const JbFact *fact = data->rows[i].target != NULL ? data->rows[i].target : data->rows[i].actual;
    JbLabelWish wish = jb_row_wish(arena, context, &data->rows[i], context->theme->chart_pt);
    double label =
        jb_label_fit(arena, context, &wish, width_pt * NAME_SHARE - jb_source_width(context, fact)).height_pt;
    JbGaugeReading reading = jb_gauge_read(arena, context, &data->rows[i]);
    double basis = basis_label(arena, context, &reading, text_w).height_pt;
    least = MAX(least, MAX(label, basis + context->theme->chart_pt * 1.2) + 2 * k);
  }
  jb_arena_free(arena);
  double row = MAX(ROW_PT * k, least), key = jb_is_last_part(data) ? KEY_PT * k : 0;
  guint n = jb_part_of(data).n_rows;
  return (JbExtent){least * n + key, row * n + key, row * 1.25 * n + key};
}

/* Two labelled dots on a native scale: for targets of zero and below. FALSE when there is no room for the labels. */
static gboolean
draw_native(const JbChartContext *context, JbDrawing *drawing, const JbChartRow *row, JbRect plot)
{
  const JbTheme *theme = context->theme;
  double middle = plot.y + plot.h / 2, k = theme->chart_pt / 9, gap = 6 * k;
  double a = jb_decimal_to_double(row->actual->amount.value), t = jb_decimal_to_double(row->target->amount.value);
  const char *actual = jb_number_beside(drawing->arena, context, row->actual, NULL),
             *target = jb_target_text(drawing->arena, context, row, NULL);
  JbTextStyle strong = jb_style(context, jb_number_lang(context), JB_FACE_BOLD, theme->min_pt, theme->ink),
              plain = jb_style(context, jb_number_lang(context), JB_FACE_REGULAR, theme->min_pt, theme->muted);
  strong.halo_pt = plain.halo_pt = 2 * k;
  double actual_w = jb_text_width(context->fonts, &strong, actual),
         target_w = jb_text_width(context->fonts, &plain, target);
  gboolean rises = a >= t;
  JbScale scale = {.from = MIN(a, t),
                   .to = MAX(a, t),
                   .start = plot.x + (rises ? target_w : actual_w) + gap,
                   .end = plot.x + plot.w - (rises ? actual_w : target_w) - gap};
  if (scale.end - scale.start < 8 * k)
    return FALSE;
  if (a == t)
    scale.to = scale.from + 1;
  JbPaint hollow = jb_stroke(theme->ink, 1.4 * k);
  hollow.fill = theme->paper;
  double shift = a == t ? 3 * k : 0, baseline = middle + theme->min_pt * 0.36; /* both dots stay visible */
  JbPoint at_t = {jb_scale_at(&scale, t), middle - shift}, at_a = {jb_scale_at(&scale, a), middle + shift};
  jb_draw_line(drawing, (JbPoint){scale.start, middle}, (JbPoint){scale.end, middle}, jb_stroke(theme->rule, 0.8 * k));
  jb_draw_circle(drawing, at_t, 3 * k, hollow);
  jb_draw_circle(drawing, at_a, 3 * k, jb_fill(theme->actual));
  jb_text_draw(drawing, context->fonts, &plain, (JbPoint){at_t.x + (rises ? -gap : gap), baseline},
               rises ? JB_ALIGN_RIGHT : JB_ALIGN_LEFT, target);
  jb_text_draw(drawing, context->fonts, &strong, (JbPoint){at_a.x + (rises ? gap : -gap), baseline},
               rises ? JB_ALIGN_LEFT : JB_ALIGN_RIGHT, actual);
  return TRUE;
}

static void
draw_bullet(const JbChartContext *context, JbDrawing *drawing, const JbChartRow *row, const JbGaugeReading *reading,
            JbRect plot)
{
  const JbTheme *theme = context->theme;
  double k = theme->chart_pt / 9, track = 14 * k, bar = 5.2 * k, middle = plot.y + plot.h / 2;
  JbScale scale = {.from = 0, .to = AXIS_TOP, .start = plot.x, .end = plot.x + plot.w};
  double goal = jb_scale_at(&scale, 1), top = middle - track / 2;
  jb_draw_rect(drawing, (JbRect){plot.x, top, goal - plot.x, track}, jb_fill(theme->band2));
  jb_draw_rect(drawing, (JbRect){goal, top, plot.x + plot.w - goal, track}, jb_fill(theme->band1));
  double share = MIN(reading->share, AXIS_TOP), end = jb_scale_at(&scale, reading->over ? 1 : share);
  if (row->actual != NULL)
    jb_bar_draw(drawing, (JbRect){plot.x, middle - bar / 2, end - plot.x, bar}, row->actual, theme->actual);
  if (reading->over) {
    double excess = jb_scale_at(&scale, share);
    jb_hatch_draw(drawing, (JbRect){goal, middle - bar / 2, MAX(excess - goal, 1), bar}, theme->missed);
  } else if (reading->share > AXIS_TOP) {
    double x = plot.x + plot.w;
    const JbPoint head[] = {{x + 7 * k, middle}, {x - 1, middle - bar}, {x - 1, middle + bar}};
    jb_draw_polyline(drawing, head, 3, TRUE, jb_fill(theme->actual));
  }
  if (reading->high > 1) {
    double high = jb_scale_at(&scale, MIN(reading->high, AXIS_TOP));
    jb_draw_rect(drawing, (JbRect){goal, top - 1.5 * k, high - goal, track + 3 * k},
                 jb_fill((theme->ink & 0xFFFFFF00u) | 0x26u));
    if (reading->high <= AXIS_TOP)
      jb_target_draw(drawing, context, high, middle, 11 * k, JB_BOUND_EQ);
  }
  jb_target_draw(drawing, context, goal, middle, 11 * k,
                 row->target->bound == JB_BOUND_APPROX ? JB_BOUND_APPROX : JB_BOUND_EQ);
  if (reading->timed)
    jb_pointer_draw(drawing, (JbPoint){jb_scale_at(&scale, reading->elapsed), middle + track / 2 + 0.5 * k}, 5 * k,
                    theme->ink);
}

static void
draw_row(const JbChartContext *context, JbDrawing *drawing, const JbChartRow *row, JbRect line, double text_w)
{
  const JbTheme *theme = context->theme;
  JbArena *arena = drawing->arena;
  const JbFact *fact = row->target != NULL ? row->target : row->actual;
  double name_w = line.w * NAME_SHARE, middle = line.y + line.h / 2, k = theme->chart_pt / 9;
  JbLabelWish wish = jb_row_wish(arena, context, row, theme->chart_pt);
  JbLabel label = jb_label_fit(arena, context, &wish, name_w - jb_source_width(context, fact));
  jb_named_draw(drawing, context, &label, (JbPoint){line.x, middle - label.height_pt / 2}, name_w, fact);
  JbGaugeReading reading = jb_gauge_read(arena, context, row);
  JbRect plot = {line.x + name_w + 6 * k, line.y, line.w - name_w - text_w - 16 * k, line.h};
  gboolean said = FALSE;
  if (plot.w < 24 * k) /* the text alone says it */
    plot.w = 0;
  else if (reading.usable || (row->actual == NULL && row->target != NULL))
    draw_bullet(context, drawing, row, &reading, plot);
  else if (row->actual != NULL && row->target != NULL)
    said = draw_native(context, drawing, row, plot);
  if (said)
    return;
  JbColour colour = reading.over || reading.behind ? theme->missed : theme->ink;
  double right = line.x + line.w, size = theme->chart_pt;
  JbWords percent = reading.usable ? reading.percent : (JbWords){"", NULL};
  JbLabel basis = basis_label(arena, context, &reading, text_w);
  double top = middle - (size * 1.2 + basis.height_pt) / 2;
  if (!reading.usable) /* no percentage above it */
    top -= size * 0.6;
  jb_inline_draw(drawing, context, (JbPoint){right, top + size * 0.95}, JB_ALIGN_RIGHT, JB_FACE_BOLD, size, colour,
                 percent);
  jb_label_draw(drawing, context, &basis, (JbPoint){right - text_w, top + size * 1.2}, text_w, JB_ALIGN_RIGHT);
}

static void
draw_arc(const JbChartContext *context, JbDrawing *drawing, const JbChartRow *row, JbRect cell, double text_h)
{
  const JbTheme *theme = context->theme;
  JbArena *arena = drawing->arena;
  double k = theme->chart_pt / 9, r = MIN(cell.w / 2 - 12 * k, cell.h - text_h - 6 * k),
         size = MAX(theme->body_pt * 1.3, r * 0.28);
  JbGaugeReading reading = jb_gauge_read(arena, context, row);
  /* The text must stand clear of the bar: smaller type, then fewer words, not a tighter arc. */
  double room = 2 * (r - 10 * k);
  while (size > theme->chart_pt && jb_inline_width(context, JB_FACE_BOLD, size, reading.percent) > room)
    size -= 0.5;
  JbWords said = reading.percent;
  if (reading.brief.zh != NULL && jb_inline_width(context, JB_FACE_BOLD, size, said) > room)
    said = (JbWords){reading.brief.zh, jb_shows_zh(context) ? NULL : reading.brief.en};
  JbPoint centre = {cell.x + cell.w / 2, cell.y + r + 6 * k};
  double span = 180, goal = -90 + span / AXIS_TOP, to = -90 + span * MIN(reading.share, AXIS_TOP) / AXIS_TOP;
  jb_draw_arc(drawing, centre, r, -90, goal, jb_stroke(theme->band2, 11 * k));
  jb_draw_arc(drawing, centre, r, goal, 90, jb_stroke(theme->band1, 11 * k));
  if (reading.usable && reading.share > 0)
    jb_draw_arc(drawing, centre, r, -90, reading.over ? goal : to, jb_stroke(theme->actual, 6 * k));
  if (reading.over)
    jb_draw_arc(drawing, centre, r, goal, to, jb_stroke(theme->missed, 6 * k));
  double angle = goal * G_PI / 180;
  for (int pass = 0; pass < 2; pass++)
    jb_draw_line(drawing, (JbPoint){centre.x + sin(angle) * (r - 9 * k), centre.y - cos(angle) * (r - 9 * k)},
                 (JbPoint){centre.x + sin(angle) * (r + 9 * k), centre.y - cos(angle) * (r + 9 * k)},
                 pass == 0 ? jb_stroke(theme->paper, 4 * k) : jb_stroke(theme->ink, 1.6 * k));
  if (reading.timed) { /* outside the track, its tip on it */
    double turn = (-90 + span * reading.elapsed / AXIS_TOP) * G_PI / 180, far = r + 12 * k, near = r + 7 * k;
    const JbPoint corners[] = {{centre.x + sin(turn) * near, centre.y - cos(turn) * near},
                               {centre.x + sin(turn + 3 * k / r) * far, centre.y - cos(turn + 3 * k / r) * far},
                               {centre.x + sin(turn - 3 * k / r) * far, centre.y - cos(turn - 3 * k / r) * far}};
    jb_draw_polyline(drawing, corners, 3, TRUE, jb_fill(theme->ink));
  }
  jb_inline_draw(drawing, context, centre, JB_ALIGN_CENTRE, JB_FACE_BOLD, size,
                 reading.over || reading.behind ? theme->missed : theme->ink, said);
  JbLabel basis, label = arc_label(arena, context, row, cell.w, &basis);
  JbPoint at = {cell.x + 3 * k, centre.y + 6 * k};
  jb_label_draw(drawing, context, &label, at, cell.w - 6 * k, JB_ALIGN_CENTRE);
  at.y += label.height_pt;
  jb_label_draw(drawing, context, &basis, at, cell.w - 6 * k, JB_ALIGN_CENTRE);
}

/* The row whose time is running, for the key and the title: all of one release have the same. */
static const JbChartRow *
timed_row(const JbChartData *data, JbTimeProgress *time)
{
  for (guint i = 0; i < data->n_rows; i++)
    if (jb_time_progress(data->rows[i].actual, data->rows[i].target, time))
      return &data->rows[i];
  return NULL;
}

/* What hatching beyond a target is, where there is room to say it. */
static void
draw_excess_key(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, JbPoint at, double right)
{
  const JbWords words = {"高于上限的部分", "beyond the limit"};
  double size = context->theme->min_pt, glyph = size * 1.8;
  gboolean over = FALSE;
  for (guint i = 0; i < data->n_rows; i++)
    over = over || jb_gauge_read(drawing->arena, context, &data->rows[i]).over;
  if (!over || at.x + glyph + jb_inline_width(context, JB_FACE_REGULAR, size, words) > right)
    return;
  jb_hatch_draw(drawing, (JbRect){at.x, at.y - size * 0.62, size * 1.4, size * 0.5}, context->theme->missed);
  jb_inline_draw(drawing, context, (JbPoint){at.x + glyph, at.y}, JB_ALIGN_LEFT, JB_FACE_REGULAR, size,
                 context->theme->muted, words);
}

static void
draw_key(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, JbRect box)
{
  const JbTheme *theme = context->theme;
  double size = theme->min_pt, baseline = box.y + box.h - size * 0.3, k = theme->chart_pt / 9;
  JbPoint at = {box.x, baseline};
  jb_draw_rect(drawing, (JbRect){at.x, baseline - size * 0.55, size * 1.4, size * 0.4}, jb_fill(theme->actual));
  at.x += size * 1.8;
  at.x += jb_inline_draw(drawing, context, at, JB_ALIGN_LEFT, JB_FACE_REGULAR, size, theme->muted,
                         (JbWords){"实际", "actual"}) +
          size * 1.4;
  jb_draw_line(drawing, (JbPoint){at.x, baseline - size * 0.85}, (JbPoint){at.x, baseline + size * 0.1},
               jb_stroke(theme->ink, 1.6 * k));
  at.x += size * 0.6;
  JbTimeProgress time;
  gboolean timed = timed_row(data, &time) != NULL;
  JbWords goal = {"目标（100%）", "target (100%)"}, gone = {"序时进度", "time elapsed"};
  double left = box.x + box.w - at.x, both = jb_inline_width(context, JB_FACE_REGULAR, size, goal) + size * 2.6 +
                                             jb_inline_width(context, JB_FACE_REGULAR, size, gone);
  if (timed && both > left)
    goal = (JbWords){"目标", jb_shows_zh(context) ? NULL : "target"};
  at.x += jb_inline_draw(drawing, context, at, JB_ALIGN_LEFT, JB_FACE_REGULAR, size, theme->muted, goal) + size * 1.4;
  if (!timed) {
    draw_excess_key(context, data, drawing, at, box.x + box.w);
    return;
  }
  jb_pointer_draw(drawing, (JbPoint){at.x + size * 0.4, baseline - size * 0.62}, size * 0.62, theme->ink);
  if (both > left && jb_shows_zh(context))
    gone.en = NULL;
  at.x += size * 1.2;
  at.x += jb_inline_draw(drawing, context, at, JB_ALIGN_LEFT, JB_FACE_REGULAR, size, theme->muted, gone) + size * 1.4;
  draw_excess_key(context, data, drawing, at, box.x + box.w);
}

void
jb_gauge_draw(const JbChartContext *context, const JbChartData *data, JbDrawing *drawing, JbRect box)
{
  if (data->n_rows == 0) {
    jb_no_data_draw(drawing, context, box);
    return;
  }
  if (is_arc(data)) {
    double cell = box.w / data->n_rows, text = arc_text(drawing->arena, context, data, cell);
    for (guint i = 0; i < data->n_rows; i++)
      draw_arc(context, drawing, &data->rows[i], (JbRect){box.x + i * cell, box.y, cell, box.h}, text);
    return;
  }
  double text_w = text_width(drawing->arena, context, data, box.w);
  JbChartData part = jb_part_of(data);
  gboolean is_last = jb_is_last_part(data);
  double key = is_last ? KEY_PT * context->theme->chart_pt / 9 : 0, row = (box.h - key) / part.n_rows;
  for (guint i = 0; i < part.n_rows; i++)
    draw_row(context, drawing, &part.rows[i], (JbRect){box.x, box.y + i * row, box.w, row}, text_w);
  if (is_last)
    draw_key(context, data, drawing, box);
}

JbChartTitle
jb_gauge_title(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  (void)context;
  const JbFact *actual = NULL, *target = NULL;
  guint compared = 0;
  for (guint i = 0; i < data->n_rows; i++) {
    const JbChartRow *row = &data->rows[i];
    if (row->actual == NULL || row->target == NULL)
      continue;
    actual = row->actual;
    target = row->target;
    compared++;
  }
  JbChartTitle title = {.title = {"目标与现状", "Targets and where they start"}};
  if (compared == 0)
    return title;
  JbWords from = jb_period_pair(arena, actual->period), to = jb_period_pair(arena, target->period);
  JbTimeProgress time;
  const JbChartRow *timed = timed_row(data, &time);
  if (timed != NULL) {
    guint percent = (time.elapsed * 200 + time.total) / (2 * time.total);
    to = jb_period_pair(arena, timed->target->period);
    from = jb_period_pair(arena, timed->actual->period);
    title.title.zh = jb_arena_printf(arena, "%s目标完成进度：序时进度%u%%", to.zh, percent);
    title.title.en = jb_arena_printf(arena, "Progress to %s targets: %u%% of the time gone", to.en, percent);
  } else {
    title.title.zh = jb_arena_printf(arena, "%s目标与%s实际", to.zh, from.zh);
    title.title.en = jb_arena_printf(arena, "%s targets against %s results", to.en, from.en);
  }
  title.subtitle.zh = jb_arena_printf(arena, "%s实际占%s目标的比例；实际 / 目标", from.zh, to.zh);
  title.subtitle.en = jb_arena_printf(arena, "%s actual as %% of the %s target; actual / target", from.en, to.en);
  return jb_say_estimates(arena, data, title);
}

/* "为目标的86%，慢于序时进度"; in words what the bar, its colour and the mark of time show. */
static JbWords
reading_words(JbArena *arena, const JbChartContext *context, const JbChartRow *row)
{
  JbGaugeReading reading = jb_gauge_read(arena, context, row);
  if (!reading.usable)
    return (JbWords){NULL, NULL};
  if (reading.brief.zh != NULL)
    return (JbWords){reading.percent.zh,
                     jb_arena_printf(arena, "%s the %s", reading.percent.en, reading.ceiling ? "limit" : "range")};
  JbWords pace = !reading.timed   ? (JbWords){"", ""}
                 : reading.behind ? (JbWords){"，慢于序时进度", ", behind the time gone"}
                                  : (JbWords){"，不慢于序时进度", ", in step with the time gone"};
  int digits = (int)strcspn(reading.percent.zh, "%");
  return (JbWords){jb_arena_printf(arena, "为目标的%s%s", reading.percent.zh, pace.zh),
                   jb_arena_printf(arena, "%.*s percent of the target%s", digits, reading.percent.zh, pace.en)};
}

const char *
jb_gauge_alt(const JbChartContext *context, const JbChartData *data, JbArena *arena)
{
  JbChartTitle title = jb_gauge_title(context, data, arena);
  JbChartData part = jb_part_of(data);
  JbWords *said = jb_arena_make(arena, JbWords, part.n_rows + 1);
  for (guint i = 0; i < part.n_rows; i++)
    said[i] = reading_words(arena, context, &part.rows[i]);
  return jb_rows_alt(context, &part, (JbWords){"目标进度图", "Target gauge"}, title.title, said, arena);
}
