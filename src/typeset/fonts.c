/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Finding and opening the faces.
 *
 * Every output uses one family in two weights, for both languages: Noto Sans CJK SC. It is looked for in a
 * fixed list of directories, by file name, and proved by the family name within the font. There is no
 * fontconfig: a font chosen by substitution changes line breaks silently, and a cold font cache costs a
 * second. A face that is not found is an error that says where it was looked for and which package has it.
 *
 * When JIANBAO_FONT_DIR is set, only that directory is searched: who names a font directory wants those
 * fonts, and falling back to others would hide a wrong path.
 *
 * The files are mapped, not read: 40 MB of fonts cost only the pages that glyphs are taken from.
 */
#include "typeset/fonts.h"

#include "base/hash.h"
#include "typeset/shape.h"

#include <hb-ot.h>

#include <string.h>

#define FAMILY            "Noto Sans CJK SC"
#define MAX_FACES_IN_FILE 64 /* of a collection; the real ones have 10 */

static const char *const directories[] = {
    "/usr/share/fonts/opentype/noto",              /* Debian, Ubuntu */
    "/usr/share/fonts/noto-cjk",                   /* Arch, openSUSE */
    "/usr/share/fonts/google-noto-sans-cjk-fonts", /* Fedora */
    "/usr/share/fonts/google-noto-cjk",
    "/usr/local/share/fonts",
    "/usr/local/share/fonts/noto-cjk",
};

static const struct {
  const char *style;
  const char *files[2]; /* the collection; the one-face file */
} wanted[JB_N_FACES] = {
    [JB_FACE_REGULAR] = {"Regular", {"NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf"}},
    [JB_FACE_BOLD] = {"Bold", {"NotoSansCJK-Bold.ttc", "NotoSansCJKsc-Bold.otf"}},
};

static const char *
name_of(JbArena *arena, hb_face_t *face, hb_ot_name_id_t id)
{
  char text[256];
  guint len = sizeof text;
  hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &len, text);
  return jb_arena_copy(arena, text, len);
}

/*
 * The face of our family and of the style wanted among those of a file; NULL when it has none. A file that a theme
 * names (`style` NULL) may be of any family: its simplified Chinese face, else its first.
 */
static hb_face_t *
pick_face(hb_blob_t *blob, const char *style, JbArena *arena, JbFaceInfo *info)
{
  guint n = MIN(hb_face_count(blob), MAX_FACES_IN_FILE);
  for (guint index = 0; index < n; index++) {
    hb_face_t *face = hb_face_create(blob, index);
    info->family = name_of(arena, face, HB_OT_NAME_ID_FONT_FAMILY);
    info->style = name_of(arena, face, HB_OT_NAME_ID_FONT_SUBFAMILY);
    gboolean hit = style != NULL ? strcmp(info->family, FAMILY) == 0 && strcmp(info->style, style) == 0
                                 : n == 1 || g_str_has_suffix(info->family, " SC");
    if (hit && hb_face_get_glyph_count(face) > 0) {
      info->index = index;
      info->version = name_of(arena, face, HB_OT_NAME_ID_VERSION_STRING);
      return face;
    }
    hb_face_destroy(face);
  }
  return NULL;
}

static void
unmap(void *file)
{
  g_mapped_file_unref(file);
}

/* Opens one file; FALSE when it is not there or holds no such face, with the reason added to `tried`. */
static gboolean
open_file(JbOpenFace *open, const char *path, const char *style, JbArena *arena, GString *tried)
{
  g_autoptr(GError) error = NULL;
  GMappedFile *file = g_mapped_file_new(path, FALSE, &error);
  if (file == NULL) {
    if (!g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
      g_string_append_printf(tried, "\n  %s: %s", path, error->message);
    else
      g_string_append_printf(tried, "\n  %s: not there", path);
    return FALSE;
  }
  hb_blob_t *blob = hb_blob_create(g_mapped_file_get_contents(file), (guint)g_mapped_file_get_length(file),
                                   HB_MEMORY_MODE_READONLY, file, unmap);
  open->face = pick_face(blob, style, arena, &open->info);
  hb_blob_destroy(blob);
  if (open->face == NULL) {
    g_string_append_printf(tried, "\n  %s: holds no face “%s” %s", path, style != NULL ? FAMILY : "of a font",
                           style != NULL ? style : "");
    return FALSE;
  }
  open->info.path = jb_arena_dup(arena, path);
  open->font = hb_font_create(open->face);
  hb_font_set_scale(open->font, JB_UNITS_PER_EM, JB_UNITS_PER_EM);
  return TRUE;
}

static gboolean
open_face(JbFonts *fonts, JbFace which, GError **error)
{
  const char *own = g_getenv("JIANBAO_FONT_DIR");
  gboolean only_own = own != NULL && own[0] != '\0';
  guint n = only_own ? 1 : G_N_ELEMENTS(directories);
  g_autoptr(GString) tried = g_string_new(NULL);
  for (guint d = 0; d < n; d++)
    for (guint f = 0; f < G_N_ELEMENTS(wanted[which].files); f++) {
      g_autofree char *path = g_build_filename(only_own ? own : directories[d], wanted[which].files[f], NULL);
      if (open_file(&fonts->faces[which], path, wanted[which].style, fonts->arena, tried))
        return TRUE;
    }
  g_set_error(error, JB_ERROR, JB_ERROR_CONFIG,
              "the font %s %s was not found:%s\n"
              "Install the Debian package fonts-noto-cjk, or %s.",
              FAMILY, wanted[which].style, tried->str,
              only_own ? "correct JIANBAO_FONT_DIR: when it is set, only that directory is searched"
                       : "set JIANBAO_FONT_DIR to the directory that holds these files");
  return FALSE;
}

/* A file that a theme names, and no other. */
static gboolean
open_named(JbFonts *fonts, JbFace which, const char *path, GError **error)
{
  g_autoptr(GString) tried = g_string_new(NULL);
  if (open_file(&fonts->faces[which], path, NULL, fonts->arena, tried))
    return TRUE;
  g_set_error(error, JB_ERROR, JB_ERROR_CONFIG,
              "the theme's font could not be opened:%s\nCorrect `fonts` in the theme.", tried->str);
  return FALSE;
}

JbFonts *
jb_fonts_open(GError **error)
{
  static const char *const none[JB_N_FACES] = {NULL};
  return jb_fonts_open_files(none, error);
}

JbFonts *
jb_fonts_open_files(const char *const files[JB_N_FACES], GError **error)
{
  JbFonts *fonts = g_new0(JbFonts, 1);
  fonts->arena = jb_arena_new();
  fonts->buffer = hb_buffer_create();
  jb_shape_cache_init(fonts);
  for (guint face = 0; face < JB_N_FACES; face++)
    if (files[face] != NULL ? !open_named(fonts, face, files[face], error) : !open_face(fonts, face, error)) {
      jb_fonts_free(fonts);
      return NULL;
    }
  return fonts;
}

void
jb_fonts_free(JbFonts *fonts)
{
  if (fonts == NULL)
    return;
  jb_shape_cache_drop(fonts);
  for (guint face = 0; face < JB_N_FACES; face++) {
    hb_font_destroy(fonts->faces[face].font);
    hb_face_destroy(fonts->faces[face].face);
  }
  hb_buffer_destroy(fonts->buffer);
  jb_arena_free(fonts->arena);
  g_free(fonts);
}

const JbFaceInfo *
jb_fonts_info(const JbFonts *fonts, JbFace face)
{
  return &fonts->faces[face].info;
}

guint64
jb_fonts_content(const JbFonts *fonts, JbFace face)
{
  guint len = 0;
  hb_blob_t *blob = hb_face_reference_blob(fonts->faces[face].face);
  const char *bytes = hb_blob_get_data(blob, &len);
  guint64 content = jb_hash(bytes != NULL ? bytes : "", len);
  hb_blob_destroy(blob);
  return content;
}
