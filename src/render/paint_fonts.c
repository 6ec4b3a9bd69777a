/* SPDX-License-Identifier: Apache-2.0 */
/* Subsets as Cairo faces: FreeType reads them in memory. */
#include "render/paint.h"

#include <cairo-ft.h>

#include <ft2build.h>
#include FT_FREETYPE_H

/* What a Cairo face needs as long as it lives, which Cairo's caches may make longer than a rendering. */
typedef struct {
  FT_Library library;
  FT_Face face;
  hb_blob_t *blob;
} Backing;

static void
backing_free(void *data)
{
  Backing *backing = data;
  if (backing->face != NULL)
    FT_Done_Face(backing->face);
  if (backing->library != NULL)
    FT_Done_FreeType(backing->library);
  hb_blob_destroy(backing->blob);
  g_free(backing);
}

static cairo_font_face_t *
load(hb_face_t *subset)
{
  static const cairo_user_data_key_t key;
  Backing *backing = g_new0(Backing, 1);
  backing->blob = hb_face_reference_blob(subset);
  guint len = 0;
  const char *bytes = hb_blob_get_data(backing->blob, &len);
  if (FT_Init_FreeType(&backing->library) != 0 ||
      FT_New_Memory_Face(backing->library, (const FT_Byte *)bytes, (FT_Long)len, 0, &backing->face) != 0) {
    backing_free(backing);
    return NULL;
  }
  cairo_font_face_t *face = cairo_ft_font_face_create_for_ft_face(backing->face, FT_LOAD_NO_HINTING);
  if (cairo_font_face_set_user_data(face, &key, backing, backing_free) != CAIRO_STATUS_SUCCESS) {
    cairo_font_face_destroy(face);
    backing_free(backing);
    return NULL;
  }
  return face;
}

gboolean
jb_paint_fonts_make(JbPaintFonts *made, const JbDrawing *drawing, JbFonts *fonts, guint page, GError **error)
{
  *made = (JbPaintFonts){0};
  if (!jb_subset_make(&made->subset, drawing, fonts, page, page, error))
    return FALSE;
  for (guint f = 0; f < JB_N_FACES; f++) {
    if (made->subset.faces[f].face == NULL || (made->faces[f] = load(made->subset.faces[f].face)) != NULL)
      continue;
    const JbFaceInfo *info = &fonts->faces[f].info;
    g_set_error(error, JB_ERROR, JB_ERROR_CONFIG,
                "Cairo cannot use %s %s (%s): the file may be damaged; install fonts-noto-cjk again", info->family,
                info->style, info->path);
    jb_paint_fonts_clear(made);
    return FALSE;
  }
  return TRUE;
}

void
jb_paint_fonts_clear(JbPaintFonts *made)
{
  for (guint f = 0; f < JB_N_FACES; f++)
    if (made->faces[f] != NULL)
      cairo_font_face_destroy(made->faces[f]);
  jb_subset_clear(&made->subset);
  *made = (JbPaintFonts){0};
}
