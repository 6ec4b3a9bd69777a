/* SPDX-License-Identifier: Apache-2.0 */
/* One line of text: its width, and its way into a display list. */
#include "typeset/shape.h"

#include <math.h>
#include <string.h>

#define ASCENT  0.88 /* em: the role's line box, not the font's own 1.16 and 0.288, which no line height here uses */
#define DESCENT 0.24

double
jb_text_width(JbFonts *fonts, const JbTextStyle *style, const char *text)
{
  return jb_shape(fonts, style->face, style->lang, text, strlen(text))->width * style->size_pt / JB_UNITS_PER_EM;
}

static void
fail_missing(JbDrawing *drawing, const JbFonts *fonts, JbFace face, const JbShaped *shaped)
{
  const JbFaceInfo *info = &fonts->faces[face].info;
  if (shaped->missing == 0xFFFD) {
    jb_drawing_fail(drawing,
                    g_error_new(JB_ERROR, JB_ERROR_CONFIG, "“%s” holds bytes that are not UTF-8", shaped->text));
    return;
  }
  char utf8[7] = "";
  utf8[g_unichar_to_utf8(shaped->missing, utf8)] = '\0';
  jb_drawing_fail(drawing, g_error_new(JB_ERROR, JB_ERROR_CONFIG,
                                       "no glyph for U+%04X %s of “%s” in %s %s (%s): write it with another character, "
                                       "or install a font version that has it",
                                       shaped->missing, utf8, shaped->text, info->family, info->style, info->path));
}

static const JbGlyph *
place_glyphs(JbArena *arena, const JbShaped *shaped, double size_pt, JbPoint left)
{
  JbGlyph *glyphs = jb_arena_make(arena, JbGlyph, shaped->n_glyphs);
  gint32 pen = shaped->glyphs[0].lead;
  for (guint i = 0; i < shaped->n_glyphs; i++) {
    const JbShapedGlyph *from = &shaped->glyphs[i];
    pen += i > 0 ? from->before : 0;
    glyphs[i] = (JbGlyph){.glyph = from->glyph,
                          .cluster = from->cluster,
                          .x = left.x + (pen + from->offset) * size_pt / JB_UNITS_PER_EM,
                          .y = left.y};
    pen += from->advance;
  }
  return glyphs;
}

JbRect
jb_text_draw(JbDrawing *drawing, JbFonts *fonts, const JbTextStyle *style, JbPoint at, JbAlign align, const char *text)
{
  static const double share_left[] = {[JB_ALIGN_LEFT] = 0, [JB_ALIGN_CENTRE] = 0.5, [JB_ALIGN_RIGHT] = 1};
  const JbShaped *shaped = jb_shape(fonts, style->face, style->lang, text, strlen(text));
  double width = shaped->width * style->size_pt / JB_UNITS_PER_EM;
  JbPoint left = {at.x - width * share_left[align], at.y};
  JbRect box = {left.x, at.y - ASCENT * style->size_pt, width, (ASCENT + DESCENT) * style->size_pt};
  if (shaped->missing != 0)
    fail_missing(drawing, fonts, style->face, shaped);
  if (shaped->n_glyphs == 0 || drawing->failure != NULL)
    return box;
  JbTextItem item = {.face = style->face,
                     .size_pt = style->size_pt,
                     .colour = style->colour,
                     .lang = style->lang == JB_LANG_EN ? JB_LANG_EN : JB_LANG_ZH,
                     .halo_pt = style->halo_pt,
                     .halo = style->halo,
                     .text = jb_arena_dup(drawing->arena, shaped->text),
                     .n_glyphs = shaped->n_glyphs,
                     .glyphs = place_glyphs(drawing->arena, shaped, style->size_pt, left),
                     .box = box};
  jb_draw_text_item(drawing, &item);
  return box;
}

double
jb_baseline(double size_pt, double leading_pt)
{
  return leading_pt / 2 + (ASCENT - DESCENT) / 2 * size_pt;
}
