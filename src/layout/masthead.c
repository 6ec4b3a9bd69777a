/* SPDX-License-Identifier: Apache-2.0 */
/* The head of page 1: what this is, of where and when, how many figures, and how to read the marks. */
#include "layout/flow.h"

#include <stdio.h>
#include <string.h>

#define BAR_PT 4.0

typedef struct {
  JbWords title, session, counts, marks;
} Masthead;

static const char *
ordinal(gint number)
{
  static const char *const endings[] = {"th", "st", "nd", "rd"};
  gint last = number % 10;
  return number % 100 >= 11 && number % 100 <= 13 ? "th" : last <= 3 ? endings[last] : "th";
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
                           ordinal(report->congress), report->session, ordinal(report->session));
  }
  guint year, month, day;
  if (report->date != NULL && sscanf(report->date, "%4u-%2u-%2u", &year, &month, &day) == 3) {
    g_string_append_printf(zh, "%s%u年%u月%u日", zh->len > 0 ? "，" : "", year, month, day);
    g_string_append_printf(en, "%s%s", en->len > 0 ? ", " : "", report->date);
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

static JbLabelWish
wish_of(const JbRun *run, JbWords words, double size, JbFace face, JbColour colour)
{
  (void)run;
  return (JbLabelWish){.words = words, .face = face, .size_pt = size, .colour = colour, .max_lines = 3};
}

/* Lays the head out and, with a drawing, draws it; returns its height. */
static double
set_masthead(JbRun *run, const Masthead *head, JbDrawing *drawing, JbRect box)
{
  const JbTheme *theme = &run->theme;
  JbArena *arena = drawing != NULL ? drawing->arena : run->arena;
  const struct {
    JbLabelWish wish;
    double before;
    JbRole role;
  } lines[] = {
      {wish_of(run, head->title, theme->title_pt, JB_FACE_BOLD, theme->ink), BAR_PT + 9, JB_ROLE_H1},
      {wish_of(run, head->session, theme->chart_pt, JB_FACE_REGULAR, theme->ink2), 5, JB_ROLE_P},
      {wish_of(run, head->counts, theme->chart_pt, JB_FACE_REGULAR, theme->ink2), 3, JB_ROLE_P},
      {wish_of(run, head->marks, theme->min_pt, JB_FACE_REGULAR, theme->muted), 3, JB_ROLE_P},
  };
  double y = box.y;
  if (drawing != NULL)
    jb_draw_rect(drawing, (JbRect){box.x, y, box.w, BAR_PT}, jb_fill(theme->accent));
  for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
    if (lines[i].wish.words.zh == NULL)
      continue;
    y += lines[i].before;
    double size = lines[i].wish.size_pt;
    gboolean one_line = i > 0 && jb_inline_width(&run->context, lines[i].wish.face, size, lines[i].wish.words) <= box.w;
    JbLabel label = {0};
    if (!one_line)
      label = jb_label_fit(arena, &run->context, &lines[i].wish, box.w);
    if (drawing != NULL) {
      jb_draw_begin(drawing, lines[i].role);
      if (one_line)
        jb_inline_draw(drawing, &run->context, (JbPoint){box.x, y + jb_baseline(size, size * 1.3)}, JB_ALIGN_LEFT,
                       lines[i].wish.face, size, lines[i].wish.colour, lines[i].wish.words);
      else
        jb_label_draw(drawing, &run->context, &label, (JbPoint){box.x, y}, box.w, JB_ALIGN_LEFT);
      jb_draw_end(drawing);
    }
    y += one_line ? size * 1.3 : label.height_pt;
  }
  return y - box.y;
}

static void
masthead_draw(JbRun *run, const JbPiece *piece, JbDrawing *drawing, JbRect box)
{
  set_masthead(run, piece->data, drawing, box);
}

void
jb_piece_masthead(JbRun *run, const JbChosen *chosen, double width, GArray *pieces)
{
  (void)chosen;
  const JbReport *report = &run->facts->report;
  Masthead *head = jb_arena_make(run->arena, Masthead, 1);
  head->title = (JbWords){jb_report_title(run->arena, report, JB_LANG_ZH),
                          jb_report_title(run->arena, report, JB_LANG_EN)};
  head->session = session_words(run);
  head->counts = count_words(run);
  head->marks = (JbWords){"≥ 以上；≤ 以内；> 超过；≈ 推算或约数；[n] 出处，见附录",
                          "≥ at least; ≤ at most; > over; ≈ derived or about; [n] source, see the annex"};
  double height = set_masthead(run, head, NULL, (JbRect){0, 0, width, 0});
  JbPiece piece = {.height = {height, height, height}, .draw = masthead_draw, .data = head};
  g_array_append_val(pieces, piece);
}
