/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The contact sheet: pages of every layout and every chart form on one sheet, to be looked at after a change.
 *
 *   contact REPORT OUT.pdf OUT.png
 *
 * Pages are copied from one display list into another, smaller: positions, type and strokes × a scale.
 */
#include <jianbao/jianbao.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COLUMNS     6
#define CELL_W      300.0
#define GAP         24.0
#define CAPTION     26.0
#define CAPTION_PT  13.0
#define MOST_PAGES  6 /* of a layout */
#define FORM_W      960.0
#define FORM_H      540.0
#define PNG_SCALE   1.5
#define PAGE_RATIO  1.42 /* height of a cell, A4 upright */
#define SLIDE_RATIO 0.57

typedef struct {
  JbDrawing *sheet;
  JbFonts *fonts;
  double x, y, row_h;
} Sheet;

static JbPoint
moved(JbPoint p, JbPoint to, double scale)
{
  return (JbPoint){to.x + p.x * scale, to.y + p.y * scale};
}

static JbRect
moved_rect(JbRect r, JbPoint to, double scale)
{
  return (JbRect){to.x + r.x * scale, to.y + r.y * scale, r.w * scale, r.h * scale};
}

static void
copy_text(JbDrawing *sheet, const JbTextItem *text, JbPoint to, double scale)
{
  JbTextItem copy = *text;
  JbGlyph *glyphs = jb_arena_make(sheet->arena, JbGlyph, MAX(text->n_glyphs, 1));
  for (guint i = 0; i < text->n_glyphs; i++) {
    JbPoint at = moved((JbPoint){text->glyphs[i].x, text->glyphs[i].y}, to, scale);
    glyphs[i] = text->glyphs[i];
    glyphs[i].x = at.x;
    glyphs[i].y = at.y;
  }
  copy.text = jb_arena_dup(sheet->arena, text->text);
  copy.glyphs = glyphs;
  copy.size_pt *= scale;
  copy.halo_pt *= scale;
  copy.box = moved_rect(text->box, to, scale);
  jb_draw_text_item(sheet, &copy);
}

static void
copy_path(JbDrawing *sheet, const JbPathItem *path, JbPoint to, double scale)
{
  JbSegment *segments = jb_arena_make(sheet->arena, JbSegment, MAX(path->n_segments, 1));
  for (guint i = 0; i < path->n_segments; i++) {
    segments[i].kind = path->segments[i].kind;
    for (guint p = 0; p < 3; p++)
      segments[i].p[p] = moved(path->segments[i].p[p], to, scale);
  }
  JbPaint paint = path->paint;
  paint.width_pt *= scale;
  paint.dash_pt[0] *= scale;
  paint.dash_pt[1] *= scale;
  jb_draw_path(sheet, segments, path->n_segments, paint);
}

/* The page as a figure: its own tags, links and anchors are left out. */
static void
copy_page(Sheet *to, const JbPage *page, const char *name, double ratio)
{
  double scale = MIN(CELL_W / page->width_pt, CELL_W * ratio / page->height_pt);
  if (to->x + CELL_W > GAP + COLUMNS * (CELL_W + GAP)) {
    to->x = GAP;
    to->y += to->row_h;
    to->row_h = 0;
  }
  JbPoint at = {to->x, to->y + CAPTION};
  JbRect box = {at.x, at.y, page->width_pt * scale, page->height_pt * scale};
  JbTextStyle style = {.face = JB_FACE_BOLD, .size_pt = CAPTION_PT, .colour = JB_RGB(0x1B1E23), .lang = JB_LANG_EN};
  jb_draw_begin(to->sheet, JB_ROLE_P);
  jb_text_draw(to->sheet, to->fonts, &style, (JbPoint){at.x, to->y + CAPTION_PT + 4}, JB_ALIGN_LEFT, name);
  jb_draw_end(to->sheet);
  jb_draw_begin_figure(to->sheet, box, name);
  jb_draw_rect(to->sheet, box, (JbPaint){.fill = JB_RGB(0xFFFFFF), .stroke = JB_RGB(0xAEB4BC), .width_pt = 0.6});
  for (guint i = 0; i < page->items->len; i++) {
    const JbDrawItem *item = &g_array_index(page->items, JbDrawItem, i);
    if (item->kind == JB_DRAW_TEXT)
      copy_text(to->sheet, &item->text, at, scale);
    else if (item->kind == JB_DRAW_PATH)
      copy_path(to->sheet, &item->path, at, scale);
  }
  jb_draw_end(to->sheet);
  to->x += CELL_W + GAP;
  to->row_h = MAX(to->row_h, CAPTION + box.h + GAP);
}

static void
next_row(Sheet *sheet)
{
  if (sheet->x > GAP) {
    sheet->y += sheet->row_h;
    sheet->x = GAP;
    sheet->row_h = 0;
  }
}

static gboolean
add_layout(Sheet *sheet, const JbFacts *facts, const char *name, const char *theme, GError **error)
{
  g_autoptr(JbLayout) layout = jb_layout_open(name, error);
  if (layout == NULL || (theme != NULL && !jb_layout_set_theme(layout, theme, error)))
    return FALSE;
  g_autoptr(JbDrawing) drawing = jb_layout_run(layout, facts, sheet->fonts, JB_LANG_BOTH, error);
  if (drawing == NULL)
    return FALSE;
  for (guint p = 0; p < MIN(drawing->pages->len, MOST_PAGES); p++) {
    const JbPage *page = drawing->pages->pdata[p];
    g_autofree char *caption = g_strdup_printf("%s%s%s, page %u", name, theme != NULL ? " / " : "",
                                               theme != NULL ? theme : "", p + 1);
    copy_page(sheet, page, caption, page->height_pt > page->width_pt ? PAGE_RATIO : SLIDE_RATIO);
  }
  next_row(sheet);
  return TRUE;
}

static gboolean
add_forms(Sheet *sheet, const JbFacts *facts, GError **error)
{
  const JbCanvas canvas = {.width_pt = FORM_W, .height_pt = FORM_H};
  for (guint c = 0; c < jb_chart_class_count(); c++) {
    const char *name = jb_chart_class_at(c)->name;
    g_autoptr(JbDrawing) drawing = jb_layout_chart(name, NULL, facts, sheet->fonts, JB_LANG_BOTH, &canvas, error);
    if (drawing == NULL)
      return FALSE;
    copy_page(sheet, drawing->pages->pdata[0], name, SLIDE_RATIO);
  }
  next_row(sheet);
  return TRUE;
}

static gboolean
fill(Sheet *sheet, const JbFacts *facts, GError **error)
{
  for (const char *const *row = jb_layout_names(); *row != NULL; row++) {
    g_autofree char *name = g_strndup(*row, strcspn(*row, "\t"));
    if (!add_layout(sheet, facts, name, NULL, error))
      return FALSE;
  }
  return add_layout(sheet, facts, "slides", "dark", error) && add_layout(sheet, facts, "onepage", "red", error) &&
         add_forms(sheet, facts, error);
}

static gboolean
publish(const JbDrawing *drawing, JbFonts *fonts, const char *path, GError **error)
{
  const JbRenderOptions options = {.scale = PNG_SCALE};
  g_autoptr(GBytes) bytes = jb_render(jb_renderer_lookup(path), drawing, fonts, &options, error);
  return bytes != NULL && jb_publish_file(path, bytes, error);
}

/* The sheet is as high as what stands on it, so it is filled twice: once to know. */
static JbDrawing *
make_sheet(const JbFacts *facts, JbFonts *fonts, GError **error)
{
  double height = 20000;
  JbDrawing *drawing = NULL;
  for (int pass = 0; pass < 2; pass++) {
    g_clear_pointer(&drawing, jb_drawing_free);
    drawing = jb_drawing_new();
    drawing->title_zh = "版式一览";
    drawing->title_en = "Contact sheet";
    drawing->background = JB_RGB(0xE9ECF0);
    jb_draw_page(drawing, GAP + COLUMNS * (CELL_W + GAP), height);
    Sheet sheet = {.sheet = drawing, .fonts = fonts, .x = GAP, .y = GAP};
    if (!fill(&sheet, facts, error)) {
      jb_drawing_free(drawing);
      return NULL;
    }
    height = sheet.y + GAP;
  }
  return drawing;
}

int
main(int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  if (argc != 4) {
    fputs("usage: contact REPORT OUT.pdf OUT.png\n", stderr);
    return EXIT_FAILURE;
  }
  g_autoptr(JbFonts) fonts = jb_fonts_open(&error);
  g_autoptr(JbDocument) document = fonts != NULL ? jb_document_open(argv[1], &error) : NULL;
  g_autoptr(JbFacts) facts = document != NULL ? jb_extract(document) : NULL;
  if (facts != NULL) {
    jb_facts_derive(facts);
    jb_wording_name_facts(facts);
  }
  g_autoptr(JbDrawing) sheet = facts != NULL ? make_sheet(facts, fonts, &error) : NULL;
  if (sheet != NULL && publish(sheet, fonts, argv[2], &error) && publish(sheet, fonts, argv[3], &error))
    return EXIT_SUCCESS;
  fprintf(stderr, "contact: %s\n", error != NULL ? error->message : "the report has no facts");
  return EXIT_FAILURE;
}
