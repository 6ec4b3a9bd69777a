/* SPDX-License-Identifier: Apache-2.0 */
/* What every page has beside its blocks: its ground, its footer, a theme's logo. */
#include "layout/run.h"

/* Paper that is not white is painted, for a PDF page is white by itself. */
void
jb_page_ground(const JbRun *run, JbDrawing *drawing, JbRect page)
{
  if (run->theme.paper == JB_RGB(0xFFFFFF))
    return;
  jb_draw_begin(drawing, JB_ROLE_ARTIFACT);
  jb_draw_rect(drawing, page, jb_fill(run->theme.paper));
  jb_draw_end(drawing);
}

void
jb_page_begin(JbRun *run, JbDrawing *drawing)
{
  const JbLayout *layout = run->layout;
  jb_draw_page(drawing, layout->page_w, layout->page_h);
  jb_page_ground(run, drawing, (JbRect){0, 0, layout->page_w, layout->page_h});
}

double
jb_logo_draw(JbRun *run, JbDrawing *drawing, JbPoint right_top)
{
  const JbLogo *logo = &run->layout->logo;
  if (logo->bytes == NULL)
    return 0;
  double height = logo->height_pt > 0 ? logo->height_pt : run->theme.title_pt * 1.4;
  double width = height * logo->width / logo->height;
  if (drawing != NULL)
    jb_draw_image(drawing, (JbRect){right_top.x - width, right_top.y, width, height}, logo->bytes, logo->len);
  return height;
}

double
jb_logo_width(const JbRun *run)
{
  const JbLogo *logo = &run->layout->logo;
  double height = logo->height_pt > 0 ? logo->height_pt : run->theme.title_pt * 1.4;
  return logo->bytes != NULL ? height * logo->width / logo->height : 0;
}

/* ---- Footer ---------------------------------------------------------------------------------------------- */

/* {title}, {page} and {pages}. */
static const char *
filled(JbRun *run, const char *pattern, guint page, guint pages, JbLang lang)
{
  GString *out = g_string_new(pattern);
  char number[16];
  g_string_replace(out, "{title}", jb_report_title(run->arena, &run->facts->report, lang), 0);
  g_snprintf(number, sizeof number, "%u", page);
  g_string_replace(out, "{page}", number, 0);
  g_snprintf(number, sizeof number, "%u", pages);
  g_string_replace(out, "{pages}", number, 0);
  const char *text = jb_arena_dup(run->arena, out->str);
  g_string_free(out, TRUE);
  return text;
}

/* GB/T 9704: the number stands at the outer edge, one character in, under the text area; no rule. */
static void
outer_draw(JbRun *run, JbDrawing *drawing, guint page, guint pages, double size, double y)
{
  const JbLayout *layout = run->layout;
  JbWords words = {filled(run, layout->footer_outer, page, pages, jb_number_lang(&run->context)), NULL};
  gboolean right = page % 2 == 1;
  JbPoint at = {right ? layout->page_w - layout->margin[1] - size : layout->margin[3] + size, y};
  jb_inline_draw(drawing, &run->context, at, right ? JB_ALIGN_RIGHT : JB_ALIGN_LEFT, JB_FACE_REGULAR, size,
                 run->theme.ink, words);
}

void
jb_footer_draw(JbRun *run, JbDrawing *drawing, guint page, guint pages)
{
  const JbLayout *layout = run->layout;
  const JbTheme *theme = &run->theme;
  double size = layout->footer_pt > 0 ? layout->footer_pt : theme->min_pt;
  double y = layout->page_h - layout->margin[2] * 0.55, left = layout->margin[3],
         right = layout->page_w - layout->margin[1];
  jb_draw_begin(drawing, JB_ROLE_ARTIFACT);
  if (layout->footer_left != NULL || layout->footer_right != NULL)
    jb_draw_line(drawing, (JbPoint){left, y - size * 1.6}, (JbPoint){right, y - size * 1.6},
                 jb_stroke(theme->rule, 0.5));
  if (layout->footer_left != NULL) {
    JbWords words = {filled(run, layout->footer_left, page, pages, JB_LANG_ZH),
                     filled(run, layout->footer_left, page, pages, JB_LANG_EN)};
    jb_inline_draw(drawing, &run->context, (JbPoint){left, y}, JB_ALIGN_LEFT, JB_FACE_REGULAR, size, theme->muted,
                   words);
  }
  if (layout->footer_right != NULL) {
    JbWords words = {filled(run, layout->footer_right, page, pages, jb_number_lang(&run->context)), NULL};
    jb_inline_draw(drawing, &run->context, (JbPoint){right, y}, JB_ALIGN_RIGHT, JB_FACE_REGULAR, size, theme->muted,
                   words);
  }
  if (layout->footer_outer != NULL)
    outer_draw(run, drawing, page, pages, size, layout->page_h - layout->margin[2] + 7 * 72 / 25.4);
  jb_draw_end(drawing);
}
