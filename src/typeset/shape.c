/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Shaping: HarfBuzz on the whole font, then the spacing that a font does not know.
 *
 * Chinese and Western stand apart by 1/8 em (CLREQ asks for up to 1/4; at 1/8 a text extractor does not
 * take the gap for a space), and where two full-width marks meet, the blank half between them goes, as it
 * does at the ends of a line. All of it is geometry: the text itself is never changed.
 *
 * Both languages are shaped as zh-CN. Tagging English as English would bring other, narrower digits by
 * `locl`, and digits must be equally wide on the whole page.
 */
#include "typeset/shape.h"

#include "typeset/chars.h"

#include <errno.h>
#include <string.h>

#define GAP         (JB_UNITS_PER_EM / 8)
#define HALF        (JB_UNITS_PER_EM / 2)
#define CACHE_LIMIT ((gsize)2 * 1024 * 1024)

void
jb_shape_cache_init(JbFonts *fonts)
{
  fonts->shaped = g_hash_table_new(g_str_hash, g_str_equal);
  fonts->shaped_arena = jb_arena_new();
  fonts->shaped_bytes = 0;
}

void
jb_shape_cache_drop(JbFonts *fonts)
{
  g_hash_table_unref(fonts->shaped);
  jb_arena_free(fonts->shaped_arena);
}

static gboolean
has_glyph(const JbFonts *fonts, JbFace face, gunichar c)
{
  hb_codepoint_t glyph;
  return hb_font_get_nominal_glyph(fonts->faces[face].font, c, &glyph);
}

const char *
jb_clean_text(JbArena *arena, const JbFonts *fonts, JbFace face, const char *text, gsize len, gboolean keep_lines)
{
  g_autofree char *valid = g_utf8_make_valid(text, (gssize)len);
  g_autoptr(GString) clean = g_string_sized_new(len);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if (c == '\n' && keep_lines)
      g_string_append_c(clean, '\n');
    else if (jb_char_is_blank(c))
      g_string_append_c(clean, ' ');
    else if (c >= 0x80 && jb_char_equivalent(c) != NULL && !has_glyph(fonts, face, c))
      g_string_append(clean, jb_char_equivalent(c));
    else if (!jb_char_is_dropped(c))
      g_string_append_unichar(clean, c);
  }
  return jb_arena_copy(arena, clean->str, clean->len);
}

static void
run_harfbuzz(const JbFonts *fonts, JbFace face, JbLang lang, const char *text)
{
  static const hb_feature_t chinese[] = {
      {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
  };
  /* Quotes, dashes and ellipses are full-width in this face; `pwid` gives the Western ones. */
  static const hb_feature_t english[] = {
      {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
      {HB_TAG('l', 'o', 'c', 'l'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
      {HB_TAG('p', 'w', 'i', 'd'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
  };
  gboolean is_english = lang == JB_LANG_EN;
  hb_buffer_t *buffer = fonts->buffer;
  hb_buffer_clear_contents(buffer);
  hb_buffer_add_utf8(buffer, text, -1, 0, -1);
  hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
  /* One script for the whole text: kerning is the same in all of them, and `locl` of Hani leaves digits alone. */
  hb_buffer_set_script(buffer, is_english ? HB_SCRIPT_LATIN : HB_SCRIPT_HAN);
  hb_buffer_set_language(buffer, hb_language_from_string("zh-CN", -1));
  errno = 0; /* HarfBuzz goes on without a table for which memory ran out, and shapes with none */
  hb_shape(fonts->faces[face].font, buffer, is_english ? english : chinese,
           is_english ? G_N_ELEMENTS(english) : G_N_ELEMENTS(chinese));
  if (errno == ENOMEM || !hb_buffer_allocation_successful(buffer))
    g_error("memory ran out while text was shaped");
}

static gunichar
last_char(const char *from, const char *to)
{
  const char *at = g_utf8_find_prev_char(from, to);
  return at != NULL ? g_utf8_get_char(at) : 0;
}

/* Space between two glyphs, from the characters on both sides and whether their marks are full-width. */
static gint32
space_between(gunichar left, gunichar right, gboolean left_full, gboolean right_full)
{
  if ((jb_char_is_han(left) && jb_char_is_western(right)) || (jb_char_is_western(left) && jb_char_is_han(right)))
    return GAP;
  if (!left_full || !right_full)
    return 0;
  gboolean closed = jb_char_is_closing(left) && (jb_char_is_closing(right) || jb_char_is_opening(right));
  return closed || (jb_char_is_opening(left) && jb_char_is_opening(right)) ? -HALF : 0;
}

static void
add_spacing(JbShaped *shaped)
{
  gunichar left = 0;
  gboolean left_full = FALSE;
  for (guint i = 0; i < shaped->n_glyphs; i++) {
    JbShapedGlyph *glyph = &shaped->glyphs[i];
    gunichar first = g_utf8_get_char(shaped->text + glyph->cluster);
    gboolean full = glyph->advance == JB_UNITS_PER_EM;
    if (i > 0 && glyph->cluster != glyph[-1].cluster)
      glyph->before = space_between(left, first, left_full, full);
    glyph->lead = full && jb_char_is_opening(first) ? -HALF : 0;
    glyph->tail = full && jb_char_is_closing(first) ? -HALF : 0;
    gsize end = i + 1 < shaped->n_glyphs ? glyph[1].cluster : strlen(shaped->text);
    left = last_char(shaped->text + glyph->cluster, shaped->text + MAX(end, glyph->cluster + 1));
    left_full = full;
  }
}

gint32
jb_shaped_width(const JbShaped *shaped, guint first, guint last)
{
  gint32 width = shaped->glyphs[first].lead + shaped->glyphs[last].tail;
  for (guint i = first; i <= last; i++)
    width += shaped->glyphs[i].advance + (i > first ? shaped->glyphs[i].before : 0);
  return width;
}

static JbShaped *
shape_new(JbFonts *fonts, JbFace face, JbLang lang, const char *text, gsize len)
{
  JbArena *arena = fonts->shaped_arena;
  JbShaped *shaped = jb_arena_make(arena, JbShaped, 1);
  shaped->text = jb_clean_text(arena, fonts, face, text, len, FALSE);
  run_harfbuzz(fonts, face, lang, shaped->text);
  const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(fonts->buffer, &shaped->n_glyphs);
  const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(fonts->buffer, NULL);
  shaped->glyphs = jb_arena_make(arena, JbShapedGlyph, shaped->n_glyphs);
  for (guint i = 0; i < shaped->n_glyphs; i++) {
    shaped->glyphs[i] = (JbShapedGlyph){.glyph = infos[i].codepoint,
                                        .cluster = infos[i].cluster,
                                        .advance = positions[i].x_advance,
                                        .offset = positions[i].x_offset};
    gunichar c = g_utf8_get_char(shaped->text + infos[i].cluster);
    if (shaped->missing == 0 && (infos[i].codepoint == 0 || c == 0xFFFD))
      shaped->missing = c;
  }
  add_spacing(shaped);
  shaped->width = shaped->n_glyphs > 0 ? jb_shaped_width(shaped, 0, shaped->n_glyphs - 1) : 0;
  return shaped;
}

const JbShaped *
jb_shape(JbFonts *fonts, JbFace face, JbLang lang, const char *text, gsize len)
{
  char small[256];
  g_autofree char *large = len + 3 > sizeof small ? g_malloc(len + 3) : NULL;
  char *key = large != NULL ? large : small;
  key[0] = (char)('0' + face);
  key[1] = lang == JB_LANG_EN ? 'e' : 'z';
  memcpy(key + 2, text, len);
  key[len + 2] = '\0';
  JbShaped *shaped = g_hash_table_lookup(fonts->shaped, key);
  if (shaped != NULL)
    return shaped;
  if (fonts->shaped_bytes > CACHE_LIMIT) {
    jb_shape_cache_drop(fonts);
    jb_shape_cache_init(fonts);
  }
  shaped = shape_new(fonts, face, lang, text, len);
  shaped->key = jb_arena_copy(fonts->shaped_arena, key, len + 2);
  g_hash_table_insert(fonts->shaped, (char *)shaped->key, shaped);
  fonts->shaped_bytes += sizeof *shaped + 2 * len + shaped->n_glyphs * sizeof *shaped->glyphs;
  return shaped;
}

gboolean
jb_fonts_cover(const JbFonts *fonts, JbFace face, const char *text, gunichar *missing)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char_validated(at, -1);
    if (c >= 0x110000)
      c = 0xFFFD;
    else if (jb_char_is_blank(c) || jb_char_is_dropped(c) || g_unichar_isspace(c))
      continue;
    if (c == 0xFFFD || (!has_glyph(fonts, face, c) && jb_char_equivalent(c) == NULL)) {
      if (missing != NULL)
        *missing = c;
      return FALSE;
    }
  }
  return TRUE;
}
