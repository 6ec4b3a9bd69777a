/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Subsets of the faces.
 *
 * HarfBuzz takes 2 ms for a few hundred glyphs of a CID-keyed collection of 65535 and unrolls the subroutines
 * that are used, which deflates better than keeping them. Glyph ids are renumbered without gaps; nothing but
 * outlines and widths is kept, for text is already shaped.
 */
#include "render/subset.h"

#include <errno.h>
#include <hb-subset.h>

static void
collect_glyphs(hb_set_t *glyphs[JB_N_FACES], const JbPage *page)
{
  for (guint i = 0; i < page->items->len; i++) {
    const JbDrawItem *item = &g_array_index(page->items, JbDrawItem, i);
    if (item->kind == JB_DRAW_TEXT)
      for (guint k = 0; k < item->text.n_glyphs; k++)
        hb_set_add(glyphs[item->text.face], item->text.glyphs[k].glyph);
  }
}

/*
 * The face reduced to the tables that outlines and widths need. The subsetter would walk through the others
 * (45000 characters of `cmap`, the rules of GSUB) only to drop them: that is four fifths of its time.
 */
static hb_face_t *
outlines_only(hb_face_t *whole)
{
  static const hb_tag_t kept[] = {
      HB_TAG('C', 'F', 'F', ' '), HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'),
      HB_TAG('m', 'a', 'x', 'p'), HB_TAG('O', 'S', '/', '2'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'),
  };
  hb_face_t *face = hb_face_builder_create();
  for (guint i = 0; i < G_N_ELEMENTS(kept); i++) {
    hb_blob_t *table = hb_face_reference_table(whole, kept[i]);
    hb_face_builder_add_table(face, kept[i], table);
    hb_blob_destroy(table);
  }
  return face;
}

/* FALSE when a glyph that was asked for is not in the subset: memory ran out, or the font's tables contradict each other. */
static gboolean
fill_map(const hb_map_t *map, const hb_set_t *glyphs, guint n_small, guint16 *glyph_of)
{
  for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next(glyphs, &glyph);) {
    hb_codepoint_t small = hb_map_get(map, glyph);
    if (small >= n_small)
      return FALSE;
    glyph_of[glyph] = (guint16)small;
  }
  return TRUE;
}

/* The subset, NULL when it cannot be made; fills the map of glyph ids. */
static hb_face_t *
cut(hb_face_t *whole, const hb_set_t *glyphs, guint16 *glyph_of)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail();
  if (input == NULL)
    return NULL;
  errno = 0; /* HarfBuzz 6 leaves outlines out when memory ran out, and says nothing */
  hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
  hb_set_union(hb_subset_input_glyph_set(input), glyphs);
  hb_face_t *face = outlines_only(whole);
  hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(face, input);
  hb_face_t *small = plan != NULL ? hb_subset_plan_execute_or_fail(plan) : NULL;
  if (small != NULL && (errno == ENOMEM || !hb_set_allocation_successful(glyphs) ||
                        !fill_map(hb_subset_plan_old_to_new_glyph_mapping(plan), glyphs,
                                  hb_face_get_glyph_count(small), glyph_of))) {
    hb_face_destroy(small);
    small = NULL;
  }
  hb_face_destroy(face);
  hb_subset_plan_destroy(plan);
  hb_subset_input_destroy(input);
  return small;
}

static gboolean
make_face(JbSubsetFace *made, const JbOpenFace *open, const hb_set_t *glyphs, GError **error)
{
  if (hb_set_is_empty(glyphs) && hb_set_allocation_successful(glyphs))
    return TRUE;
  made->glyph_of = g_new0(guint16, hb_face_get_glyph_count(open->face));
  made->face = cut(open->face, glyphs, made->glyph_of);
  if (made->face == NULL)
    g_set_error(error, JB_ERROR, JB_ERROR_CONFIG,
                "no subset could be made of %s %s (%s): memory ran out, or the file is damaged; install fonts-noto-cjk again",
                open->info.family, open->info.style, open->info.path);
  return made->face != NULL;
}

gboolean
jb_subset_make(JbSubset *subset, const JbDrawing *drawing, JbFonts *fonts, guint first_page, guint last_page,
               GError **error)
{
  hb_set_t *glyphs[JB_N_FACES];
  *subset = (JbSubset){0};
  for (guint f = 0; f < JB_N_FACES; f++)
    glyphs[f] = hb_set_create();
  for (guint p = first_page; p <= last_page; p++)
    collect_glyphs(glyphs, drawing->pages->pdata[p]);
  gboolean good = TRUE;
  for (guint f = 0; f < JB_N_FACES; f++) {
    good = good && make_face(&subset->faces[f], &fonts->faces[f], glyphs[f], error);
    hb_set_destroy(glyphs[f]);
  }
  if (!good)
    jb_subset_clear(subset);
  return good;
}

void
jb_subset_clear(JbSubset *subset)
{
  for (guint f = 0; f < JB_N_FACES; f++) {
    hb_face_destroy(subset->faces[f].face);
    g_free(subset->faces[f].glyph_of);
  }
  *subset = (JbSubset){0};
}
