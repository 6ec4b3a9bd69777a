/* SPDX-License-Identifier: Apache-2.0 */
/* The head of page 1, or a cover: what this is, of where and when, how many figures, and how to read the marks. */
#include "layout/flow.h"
#include "wording/inflect.h"

#include <stdio.h>
#include <string.h>

#define BAR_PT 4.0

typedef struct Style Style;

typedef struct {
  JbWords title, session, counts, marks;
  const Style *style;
} Masthead;

/* How far the months of the report's year go that others than the work report tell of; no year when there are none. */
static JbPeriod
newest_month(const JbFacts *facts)
{
  JbPeriod newest = {0};
  for (guint i = 0; i < facts->n_facts; i++) {
    const JbFact *fact = &facts->facts[i];
    gint16 month = (gint16)jb_period_last_month(fact->period);
    if (jb_is_released(facts, fact) && month > newest.to_month && fact->period.to_year == facts->report.year)
      newest = (JbPeriod){fact->period.to_year, month, fact->period.to_year, month};
  }
  return newest;
}

static JbWords
session_words(JbRun *run)
{
  const JbReport *report = &run->facts->report;
  GString *zh = g_string_new(report->area.zh != NULL ? report->area.zh : ""),
          *en = g_string_new(report->area.en != NULL ? report->area.en : "");
  if (report->congress > 0 && report->session > 0) {
    g_string_append_printf(zh, "第%d届人民代表大会第%d次会议", report->congress, report->session);
    g_string_append_printf(en, "%s%d%s People's Congress, %d%s session", en->len > 0 ? ", " : "", report->congress,
                           jb_ordinal_end(report->congress), report->session, jb_ordinal_end(report->session));
  }
  guint year, month, day;
  if (report->date != NULL && sscanf(report->date, "%4u-%2u-%2u", &year, &month, &day) == 3) {
    g_string_append_printf(zh, "%s%u年%u月%u日", zh->len > 0 ? "，" : "", year, month, day);
    g_string_append_printf(en, "%s%s", en->len > 0 ? ", " : "", report->date);
  }
  JbPeriod newest = newest_month(run->facts);
  if (newest.to_year != 0) {
    g_string_append_printf(zh, "%s数据截至%s", zh->len > 0 ? "；" : "", jb_period_words(run->arena, newest, JB_LANG_ZH));
    g_string_append_printf(en, "%sfigures to %s", en->len > 0 ? "; " : "", jb_period_words(run->arena, newest, JB_LANG_EN));
  }
  JbWords words = {zh->len > 0 ? jb_arena_dup(run->arena, zh->str) : NULL,
                   en->len > 0 ? jb_arena_dup(run->arena, en->str) : NULL};
  g_string_free(zh, TRUE);
  g_string_free(en, TRUE);
  return words;
}

static JbWords
count_words(JbRun *run)
{
  guint all = 0, targets = 0, derived = 0;
  for (guint i = 0; i < run->facts->n_facts; i++) {
    JbStatus status = run->facts->facts[i].status;
    if (run->facts->facts[i].source.report != NULL)
      continue; /* a history's */
    all += status != JB_STATUS_DERIVED;
    targets += status == JB_STATUS_TARGET;
    derived += status == JB_STATUS_DERIVED;
  }
  JbWords words = {jb_arena_printf(run->arena, "报告数据 %u 项，其中目标 %u 项", all, targets),
                   jb_arena_printf(run->arena, "%u figures of the report, %u of them targets", all, targets)};
  if (derived > 0) {
    words.zh = jb_arena_printf(run->arena, "%s；另推算 %u 项", words.zh, derived);
    words.en = jb_arena_printf(run->arena, "%s; %u more derived", words.en, derived);
  }
  return words;
}

/* ---- Styles ---------------------------------------------------------------------------------------------- */

typedef struct {
  JbWords words;
  double size;
  JbFace face;
  JbColour colour;
  double before;
  JbRole role;
} Line;

#define MAX_LINES 4

/* How a masthead is set; lines without words are left out. */
struct Style {
  const char *name;
  guint (*lines)(const JbRun *run, const Masthead *head, Line *lines);
  void (*furniture)(JbRun *run, JbDrawing *drawing, JbRect box, double text_end);
  JbAlign align;
  double above; /* from the top to the first line's gap */
  double below;
  double from_top; /* share of a frame above the text; 0: at its top */
};

static guint
briefing_lines(const JbRun *run, const Masthead *head, Line *lines)
{
  const JbTheme *theme = &run->theme;
  lines[0] = (Line){head->title, theme->title_pt, JB_FACE_BOLD, theme->ink, 9, JB_ROLE_H1};
  lines[1] = (Line){head->session, theme->chart_pt, JB_FACE_REGULAR, theme->ink2, 5, JB_ROLE_P};
  lines[2] = (Line){head->counts, theme->chart_pt, JB_FACE_REGULAR, theme->ink2, 3, JB_ROLE_P};
  lines[3] = (Line){head->marks, theme->min_pt, JB_FACE_REGULAR, theme->muted, 3, JB_ROLE_P};
  return 4;
}

static guint
compact_lines(const JbRun *run, const Masthead *head, Line *lines)
{
  const JbTheme *theme = &run->theme;
  lines[0] = (Line){head->title, theme->title_pt * 0.9, JB_FACE_BOLD, theme->ink, 6, JB_ROLE_H1};
  lines[1] = (Line){head->session, theme->min_pt, JB_FACE_REGULAR, theme->ink2, 2, JB_ROLE_P};
  return 2;
}

static guint
cover_lines(const JbRun *run, const Masthead *head, Line *lines)
{
  const JbTheme *theme = &run->theme;
  lines[0] = (Line){head->title, theme->title_pt * 1.5, JB_FACE_BOLD, theme->ink, 0, JB_ROLE_H1};
  lines[1] = (Line){head->session, theme->body_pt, JB_FACE_REGULAR, theme->ink2, theme->body_pt * 2.2, JB_ROLE_P};
  lines[2] = (Line){head->counts, theme->chart_pt, JB_FACE_REGULAR, theme->muted, theme->chart_pt * 0.8, JB_ROLE_P};
  return 3;
}

/* The red head of an official document carries who issues it; the title stands beneath the line. */
static guint
official_lines(const JbRun *run, const Masthead *head, Line *lines)
{
  const JbTheme *theme = &run->theme;
  lines[0] = (Line){head->title, theme->title_pt, JB_FACE_BOLD, theme->accent, 0, JB_ROLE_H1};
  lines[1] = (Line){head->session, theme->chart_pt, JB_FACE_REGULAR, theme->ink, 16, JB_ROLE_P};
  return 2;
}

static void
bar_above(JbRun *run, JbDrawing *drawing, JbRect box, double text_end)
{
  (void)text_end;
  jb_draw_rect(drawing, (JbRect){box.x, box.y, box.w, BAR_PT}, jb_fill(run->theme.accent));
}

static void
cover_bars(JbRun *run, JbDrawing *drawing, JbRect box, double text_end)
{
  double k = run->theme.chart_pt / 9;
  jb_draw_rect(drawing, (JbRect){box.x, box.y, box.w, BAR_PT * k}, jb_fill(run->theme.accent));
  jb_draw_rect(drawing, (JbRect){box.x, text_end + 14 * k, 60 * k, BAR_PT * k * 0.75}, jb_fill(run->theme.accent));
}

/* 版头分隔线: as wide as the text area, 4 mm under the title. */
static void
red_line(JbRun *run, JbDrawing *drawing, JbRect box, double text_end)
{
  jb_draw_rect(drawing, (JbRect){box.x, text_end + 4 * 72 / 25.4 - 6, box.w, 1.2}, jb_fill(run->theme.accent));
}

static const Style styles[] = {
    {.name = "briefing", .lines = briefing_lines, .furniture = bar_above, .above = BAR_PT},
    {.name = "compact", .lines = compact_lines, .furniture = bar_above, .above = BAR_PT},
    {.name = "cover", .lines = cover_lines, .furniture = cover_bars, .from_top = 0.30, .above = BAR_PT, .below = 40},
    {.name = "official", .lines = official_lines, .furniture = red_line, .align = JB_ALIGN_CENTRE, .below = 8},
};

static const Style *
style_of(const JbLayoutBlock *block)
{
  for (guint i = 0; i < G_N_ELEMENTS(styles); i++)
    if (g_strcmp0(styles[i].name, block->style) == 0)
      return &styles[i];
  return &styles[0];
}

/* ---- Setting ----------------------------------------------------------------------------------------------- */

/* Sets one line at `y`, which a drawing may be NULL for; returns its height. */
static double
set_line(JbRun *run, const Line *line, JbAlign align, gboolean may_inline, JbDrawing *drawing, JbRect box)
{
  JbArena *arena = drawing != NULL ? drawing->arena : run->arena;
  JbLabelWish wish = {
      .words = line->words, .face = line->face, .size_pt = line->size, .colour = line->colour, .max_lines = 3};
  if (may_inline && jb_inline_width(&run->context, line->face, line->size, line->words) <= box.w) {
    double x = align == JB_ALIGN_CENTRE ? box.x + box.w / 2 : box.x;
    if (drawing != NULL)
      jb_inline_draw(drawing, &run->context, (JbPoint){x, box.y + jb_baseline(line->size, line->size * 1.3)}, align,
                     line->face, line->size, line->colour, line->words);
    return line->size * 1.3;
  }
  JbLabel label = jb_label_fit(arena, &run->context, &wish, box.w);
  if (drawing != NULL)
    jb_label_draw(drawing, &run->context, &label, (JbPoint){box.x, box.y}, box.w, align);
  return label.height_pt;
}

/* Lays the head out and, with a drawing, draws it; returns its height. */
static double
set_masthead(JbRun *run, const Masthead *head, const Style *style, JbDrawing *drawing, JbRect box)
{
  Line lines[MAX_LINES];
  guint n = style->lines(run, head, lines);
  double logo_w = jb_logo_width(run), y = box.y + style->above + (drawing != NULL ? style->from_top * box.h : 0);
  double first_end = y, logo_h = jb_logo_draw(run, drawing, (JbPoint){box.x + box.w, box.y + style->above + 9});
  for (guint i = 0; i < n; i++) {
    if (lines[i].words.zh == NULL)
      continue;
    y += lines[i].before;
    double room = box.w - (i == 0 && logo_w > 0 && style->from_top <= 0 ? logo_w + 12 : 0);
    if (drawing != NULL)
      jb_draw_begin(drawing, lines[i].role);
    y += set_line(run, &lines[i], style->align, i > 0, drawing, (JbRect){box.x, y, room, 0});
    if (drawing != NULL)
      jb_draw_end(drawing);
    first_end = i == 0 ? y : first_end;
  }
  if (drawing != NULL) {
    jb_draw_begin(drawing, JB_ROLE_ARTIFACT);
    style->furniture(run, drawing, box, first_end);
    jb_draw_end(drawing);
  }
  return MAX(y - box.y, logo_h + style->above + 9) + style->below;
}

static void
masthead_draw(JbRun *run, const JbPiece *piece, JbDrawing *drawing, JbRect box, JbPart part)
{
  const Masthead *head = piece->data;
  (void)part;
  set_masthead(run, head, head->style, drawing, box);
}

/* Names that stay in Chinese on an English page: the head says why. */
static gboolean
lacks_names(const JbFacts *facts)
{
  for (guint i = 0; i < facts->n_facts; i++)
    if (facts->facts[i].name_en == NULL)
      return TRUE;
  return FALSE;
}

void
jb_piece_masthead(JbRun *run, const JbChosen *chosen, double width, GArray *pieces)
{
  const JbReport *report = &run->facts->report;
  Masthead *head = jb_arena_make(run->arena, Masthead, 1);
  head->style = style_of(chosen->block);
  head->title = (JbWords){jb_report_title(run->arena, report, JB_LANG_ZH),
                          jb_report_title(run->arena, report, JB_LANG_EN)};
  head->session = session_words(run);
  head->counts = count_words(run);
  gboolean annex = run->context.source_entries != NULL;
  head->marks = (JbWords){annex ? "≥ 以上；≤ 以内；> 超过；≈ 推算或约数；[n] 出处，见附录"
                                : "≥ 以上；≤ 以内；> 超过；≈ 推算或约数",
                          annex ? "≥ at least; ≤ at most; > over; ≈ derived or about; [n] source, see the annex"
                                : "≥ at least; ≤ at most; > over; ≈ derived or about"};
  if (run->context.lang == JB_LANG_EN && lacks_names(run->facts))
    head->marks.en = jb_arena_printf(run->arena, "%s; a name in Chinese has no English term yet", head->marks.en);
  double height = set_masthead(run, head, head->style, NULL, (JbRect){0, 0, width, 0});
  double most = head->style->from_top > 0 ? MAX(height, run->layout->page_h) : height;
  jb_add_piece(run, pieces,
               (JbPiece){.height = {height, height, most}, .draw = masthead_draw, .data = head, .repeat = -1});
}
