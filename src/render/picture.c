/* SPDX-License-Identifier: Apache-2.0 */
/* PNG bytes into pixels, by libpng's simplified reader. */
#include "render/picture.h"

#include <png.h>

#include <string.h>

#define MAX_SIDE 16384u

gboolean
jb_picture_read(const JbImageItem *item, JbPicture *picture, GError **error)
{
  png_image image = {.version = PNG_IMAGE_VERSION};
  *picture = (JbPicture){0};
  gboolean good = png_image_begin_read_from_memory(&image, item->png, item->len) != 0;
  if (good && (image.width > MAX_SIDE || image.height > MAX_SIDE)) {
    png_image_free(&image);
    g_set_error(error, JB_ERROR, JB_ERROR_CONFIG, "a picture of %u × %u pixels is too large; a side may have %u",
                image.width, image.height, MAX_SIDE);
    return FALSE;
  }
  if (good) {
    image.format = PNG_FORMAT_RGBA;
    picture->width = image.width;
    picture->height = image.height;
    picture->rgba = g_malloc(PNG_IMAGE_SIZE(image));
    good = png_image_finish_read(&image, NULL, picture->rgba, 0, NULL) != 0;
  }
  if (!good) {
    g_set_error(error, JB_ERROR, JB_ERROR_CONFIG, "a picture cannot be read: %s; give the logo as another PNG file",
                image.message[0] != '\0' ? image.message : "it is no PNG file");
    png_image_free(&image);
    jb_picture_clear(picture);
  }
  return good;
}

void
jb_picture_clear(JbPicture *picture)
{
  g_clear_pointer(&picture->rgba, g_free);
}

gboolean
jb_pictures_check(const JbDrawing *drawing, GError **error)
{
  const JbImageItem *last = NULL;
  for (guint p = 0; p < drawing->pages->len; p++) {
    const GArray *items = ((const JbPage *)drawing->pages->pdata[p])->items;
    for (guint i = 0; i < items->len; i++) {
      const JbDrawItem *item = &g_array_index(items, JbDrawItem, i);
      if (item->kind != JB_DRAW_IMAGE ||
          (last != NULL && last->len == item->image.len && memcmp(last->png, item->image.png, last->len) == 0))
        continue;
      JbPicture picture;
      if (!jb_picture_read(&item->image, &picture, error))
        return FALSE;
      jb_picture_clear(&picture);
      last = &item->image;
    }
  }
  return TRUE;
}
