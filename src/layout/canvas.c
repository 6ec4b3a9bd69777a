/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One chart on a canvas of its own, for slides and web pages: the facts are chosen as the shipped briefing chooses
 * them for that form, type is that of a slide scaled to the canvas. What does not fit: type ×0.95, ×0.90, then the
 * last rows or series are left out and the note says so; else it is an error with the points that are missing.
 */
#include "layout/run.h"

#include <string.h>

#define SLIDE_W          960.0
#define SLIDE_H          540.0
#define SMALLEST_SLIDE_W 640.0 /* below, a canvas is read like a page */

static const JbLayoutBlock *
find_block(const JbLayoutBlock *blocks, guint n, const char *form)
{
  for (guint i = 0; i < n; i++) {
    const JbLayoutBlock *block = &blocks[i];
    if (block->chart != NULL && strcmp(block->name, form) == 0)
      return block;
    const JbLayoutBlock *inner = find_block(block->cells, block->n_cells, form);
    if (inner != NULL)
      return inner;
  }
  return NULL;
}

static const JbLayoutBlock *
find_in_layout(const JbLayout *layout, const char *form)
{
  for (guint s = 0; s < layout->n_sections; s++) {
    const JbLayoutBlock *block = find_block(layout->sections[s].blocks, layout->sections[s].n_blocks, form);
    if (block != NULL)
      return block;
  }
  return NULL;
}

/* A table on a canvas gets its facts as rows. */
static void
rows_from_facts(JbRun *run, JbChosen *chosen)
{
  JbChartRow *rows = jb_arena_make(run->arena, JbChartRow, chosen->n_facts + 1);
  for (guint i = 0; i < chosen->n_facts; i++)
    rows[i].actual = chosen->facts[i];
  chosen->data.rows = rows;
  chosen->data.n_rows = chosen->n_facts;
}

/* The measure of a trend: 0 is the level; else, when the indicator has none, what the first fact of it says. */
static guint
measures_of(const JbRun *run, const char *indicator)
{
  guint measures = 0;
  for (guint i = 0; i < run->facts->n_facts; i++) {
    const JbFact *fact = &run->facts->facts[i];
    if ((indicator != NULL && g_strcmp0(fact->code, indicator) != 0) || !jb_period_is_year(fact->period))
      continue;
    if (fact->measure == JB_MEASURE_LEVEL)
      return 0;
    measures = measures != 0 ? measures : 1u << fact->measure;
  }
  return measures;
}

/* Releases have told months of the year: they are what its targets are held against. */
static gboolean
has_months(const JbFacts *facts)
{
  gint year = facts->report.year;
  for (guint i = 0; i < facts->n_facts; i++) {
    const JbFact *fact = &facts->facts[i];
    if (jb_is_released(facts, fact) && fact->period.from_year == year)
      return TRUE;
  }
  return FALSE;
}

static void
take_months(JbLayoutBlock *block)
{
  static const char *const results[] = {"growth_bars", "kpi"};
  if (strcmp(block->name, "gauge") == 0)
    jb_when_parse("$year..$year", &block->actual);
  for (guint i = 0; i < G_N_ELEMENTS(results); i++)
    if (strcmp(block->name, results[i]) == 0)
      jb_when_parse("$year..$year", &block->select.period);
}

static void
choose_for_canvas(JbRun *run, JbLayoutBlock *block, const char *option, JbChosen *chosen)
{
  block->each = FALSE;
  block->required = TRUE;
  block->min = 0;
  block->option = option;
  if (strcmp(block->name, "trend") == 0 && option != NULL) { /* the option of a trend is its indicator */
    block->select.indicators = jb_arena_make(run->arena, const char *, 2);
    block->select.indicators[0] = option;
    block->option = NULL;
  }
  if (strcmp(block->name, "trend") == 0)
    block->select.measures = measures_of(run, option);
  if (has_months(run->facts))
    take_months(block);
  if (strcmp(block->name, "ranked") == 0) /* it leaves out by itself what is in the middle */
    block->max = 0;
  if (strcmp(block->name, "progress") == 0)
    block->select = (JbSelect){.statuses = 1u << JB_STATUS_TARGET};
  block->select.rest = FALSE;
  if (block->form == JB_BLOCK_KIND_TABLE)
    block->select = (JbSelect){.tag = run->layout->headline != NULL ? "headline" : NULL};
  jb_choose(run, block, chosen);
  if (block->form == JB_BLOCK_KIND_TABLE)
    rows_from_facts(run, chosen);
  chosen->data.option = block->option;
  chosen->data.title_zh = chosen->data.title_en = NULL; /* on its own, a chart says its message */
  if (strcmp(block->name, "kpi") == 0) {
    chosen->data.title_zh = "关键指标";
    chosen->data.title_en = "Key figures";
  }
}

/* Type down to 0.9, then rows from the end; FALSE when even one row is too high. */
static gboolean
fit(JbRun *run, JbChosen *chosen, double width, double height, JbExtent *extent)
{
  static const double steps[] = {1, 0.95, 0.90 / 0.95};
  for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
    jb_scale_theme(&run->theme, steps[i], FALSE);
    *extent = jb_chart_measure(chosen->block->chart, &run->context, &chosen->data, width);
    if (extent->min <= height)
      return TRUE;
  }
  jb_scale_theme(&run->theme, 1 / 0.90, FALSE);
  guint *n = chosen->data.n_series > 0 ? &chosen->data.n_series : &chosen->data.n_rows, all = *n;
  while (*n > 1) {
    --*n;
    chosen->data.note_zh = jb_arena_printf(run->arena, "共%u项，此处%u项", all, *n);
    chosen->data.note_en = jb_arena_printf(run->arena, "%u of %u shown", *n, all);
    *extent = jb_chart_measure(chosen->block->chart, &run->context, &chosen->data, width);
    if (extent->min <= height)
      return TRUE;
  }
  return FALSE;
}

/* The other documents that the set is from. */
static guint
count_documents(const JbFacts *facts)
{
  guint n = 0;
  for (guint i = 0; i < facts->n_facts; i++) {
    gboolean is_new = facts->facts[i].source.report != NULL;
    for (guint k = 0; k < i && is_new; k++)
      is_new = g_strcmp0(facts->facts[k].source.report, facts->facts[i].source.report) != 0;
    n += is_new;
  }
  return n;
}

/* Of other areas than the report's: a ranking. */
static gboolean
has_areas(const JbFacts *facts)
{
  for (guint i = 0; i < facts->n_facts; i++)
    if (facts->facts[i].area != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
uses_history(const JbRun *run)
{
  for (guint i = 0; i < run->facts->n_facts; i++)
    if (run->facts->facts[i].source.report != NULL && run->used[run->facts->facts[i].number])
      return TRUE;
  return FALSE;
}

/* "来源：…": a series out of a history names how many documents it is from; a report names itself, and how many
 * releases or, else, that earlier reports stand behind it: one of these. */
static JbWords
origin_words(const JbRun *run, JbArena *arena)
{
  const JbReport *report = &run->facts->report;
  const char *en_area = report->area.en != NULL && report->area.en[0] != '\0' ? report->area.en : report->area.zh;
  guint n = count_documents(run->facts);
  if (*report->title == '\0' && n > 0 && has_areas(run->facts))
    return (JbWords){jb_arena_printf(arena, "来源：各地截至%d年的%u份文件", report->year, n),
                     jb_arena_printf(arena, "Source: %u document%s up to %d", n, n > 1 ? "s" : "", report->year)};
  if (*report->title == '\0' && n > 0)
    return (JbWords){jb_arena_printf(arena, "来源：%s截至%d年的%u份文件", report->area.zh, report->year, n),
                     jb_arena_printf(arena, "Source: %s, %u document%s up to %d", en_area, n, n > 1 ? "s" : "",
                                     report->year)};
  const char *year = report->year != 0 ? jb_arena_printf(arena, "%d年", report->year) : "";
  gboolean nameless = *report->area.zh == '\0';
  const char *in_title = nameless ? year : report->area.zh;
  gboolean whole = *in_title == '\0' || strstr(report->title, in_title) != NULL; /* 2026年西藏自治区政府工作报告 */
  JbWords words = {whole ? jb_arena_printf(arena, "来源：%s", report->title)
                         : jb_arena_printf(arena, "来源：%s%s%s", report->area.zh, year, report->title),
                   report->year != 0
                       ? jb_arena_printf(arena, "Source: %s%sreport of %d", en_area, nameless ? "" : ", ", report->year)
                       : jb_arena_printf(arena, "Source: %s", *en_area != '\0' ? en_area : report->id)};
  if (n > 0 && has_months(run->facts))
    return (JbWords){jb_arena_printf(arena, "%s及另外%u份文件", words.zh, n),
                     jb_arena_printf(arena, "%s, and %u more document%s", words.en, n, n > 1 ? "s" : "")};
  if (uses_history(run))
    return (JbWords){jb_arena_printf(arena, "%s及此前报告", words.zh),
                     jb_arena_printf(arena, "%s, and reports before it", words.en)};
  return words;
}

static void
draw_origin(JbRun *run, JbDrawing *drawing, JbPoint at)
{
  jb_draw_begin(drawing, JB_ROLE_P);
  jb_inline_draw(drawing, &run->context, at, JB_ALIGN_LEFT, JB_FACE_REGULAR, run->theme.min_pt, run->theme.muted,
                 origin_words(run, drawing->arena));
  jb_draw_end(drawing);
}

static JbDrawing *
draw_canvas(JbRun *run, JbChosen *chosen, const JbCanvas *canvas, GError **error)
{
  double width = canvas->width_pt, height = canvas->height_pt;
  double margin = width * 0.045, foot = run->theme.min_pt * 2.2;
  JbRect box = {margin, margin, width - 2 * margin, height - 2 * margin - foot};
  JbExtent extent;
  if (!fit(run, chosen, box.w, box.h, &extent)) {
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE,
                "chart %s needs %.0f pt of height and the canvas has %.0f pt: %.0f pt are missing; make it higher",
                chosen->block->name, extent.min, box.h, extent.min - box.h);
    return NULL;
  }
  box.h = CLAMP(box.h, extent.min, MAX(extent.max, extent.pref));
  JbDrawing *drawing = jb_drawing_new();
  const JbReport *report = &run->facts->report;
  drawing->title_zh = jb_arena_dup(drawing->arena, jb_report_title(run->arena, report, JB_LANG_ZH));
  drawing->title_en = jb_arena_dup(drawing->arena, jb_report_title(run->arena, report, JB_LANG_EN));
  drawing->subject = jb_arena_dup(drawing->arena, report->id);
  drawing->date = jb_arena_dup(drawing->arena, report->date);
  drawing->least_zh_pt = run->theme.min_pt;
  drawing->least_en_pt = run->theme.en_min_pt;
  drawing->background = canvas->transparent ? JB_NO_COLOUR : run->theme.paper;
  jb_draw_page(drawing, width, height);
  if (!canvas->transparent)
    jb_page_ground(run, drawing, (JbRect){0, 0, width, height});
  jb_chart_draw(chosen->block->chart, &run->context, &chosen->data, drawing, box);
  draw_origin(run, drawing, (JbPoint){margin, height - margin});
  if (jb_drawing_check(drawing, error))
    return drawing;
  jb_drawing_free(drawing);
  return NULL;
}

JbDrawing *
jb_layout_chart(const char *form, const char *option, const JbFacts *facts, JbFonts *fonts, JbLang lang,
                const JbCanvas *canvas, GError **error)
{
  const JbRung whole = {.type = 1, .fill_rows = G_MAXUINT};
  g_autoptr(JbLayout) layout = jb_layout_open("briefing", error);
  if (layout == NULL)
    return NULL;
  gboolean slide = canvas->width_pt >= SMALLEST_SLIDE_W;
  layout->theme = *jb_theme_default(slide);
  if (canvas->theme_bytes != NULL
          ? !jb_layout_set_theme_bytes(layout, canvas->theme, canvas->theme_bytes, error)
          : canvas->theme != NULL && !jb_layout_set_theme(layout, canvas->theme, error))
    return NULL;
  const JbChartClass *chart = jb_chart_class_lookup(form);
  form = chart != NULL ? chart->name : form;
  const JbLayoutBlock *shipped = find_in_layout(layout, form);
  if (shipped == NULL && chart != NULL) /* a form that the briefing does not show takes what its nearest kin takes */
    shipped = find_in_layout(layout, strcmp(form, "multiples") == 0 ? "trend" : "growth_bars");
  if (shipped == NULL || chart == NULL) {
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "there is no chart `%s`; `jianbao list charts` names them", form);
    return NULL;
  }
  JbArena *arena = jb_arena_new();
  JbLayoutBlock block = *shipped;
  block.chart = chart;
  block.name = form;
  JbRun run;
  JbChosen chosen;
  jb_run_init(&run, layout, facts, fonts, lang, &whole, arena);
  run.context.source_entries = NULL; /* no annex to point to */
  if (slide)
    jb_scale_theme(&run.theme, MIN(canvas->width_pt / SLIDE_W, canvas->height_pt / SLIDE_H), FALSE);
  choose_for_canvas(&run, &block, option, &chosen);
  JbDrawing *drawing = draw_canvas(&run, &chosen, canvas, error);
  jb_arena_free(arena);
  return drawing;
}
