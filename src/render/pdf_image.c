/* SPDX-License-Identifier: Apache-2.0 */
/* Pictures in a PDF: three bytes a pixel, transparency as a mask of its own; the same picture is written once. */
#include "render/pdf.h"
#include "render/picture.h"

#include <string.h>

static guint
write_samples(JbPdf *pdf, const JbPicture *picture, const char *space, guint from, guint n, guint mask)
{
  gsize pixels = (gsize)picture->width * picture->height;
  g_autofree guint8 *samples = g_malloc(pixels * n);
  for (gsize i = 0; i < pixels; i++)
    memcpy(samples + i * n, picture->rgba + i * 4 + from, n);
  g_autofree char *more = mask != 0 ? g_strdup_printf("/SMask %u 0 R", mask) : g_strdup("");
  g_autofree char *entries = g_strdup_printf(
      "/Type/XObject/Subtype/Image/Width %u/Height %u/ColorSpace/%s/BitsPerComponent 8%s", picture->width,
      picture->height, space, more);
  guint number = jb_pdf_reserve(pdf);
  jb_pdf_stream(pdf, number, entries, samples, pixels * n, JB_PDF_ONCE);
  return number;
}

static gboolean
is_opaque(const JbPicture *picture)
{
  for (gsize i = 0; i < (gsize)picture->width * picture->height; i++)
    if (picture->rgba[i * 4 + 3] != 255)
      return FALSE;
  return TRUE;
}

guint
jb_pdf_image(JbPdfPainter *painter, const JbImageItem *item)
{
  for (guint i = 0; i < painter->images->len; i++) {
    const JbPdfImage *known = &g_array_index(painter->images, JbPdfImage, i);
    if (known->item->len == item->len && memcmp(known->item->png, item->png, item->len) == 0)
      return known->number;
  }
  JbPicture picture;
  if (!jb_picture_read(item, &picture, NULL)) /* jb_pictures_check() has read it before */
    return 0;
  guint mask = is_opaque(&picture) ? 0 : write_samples(painter->pdf, &picture, "DeviceGray", 3, 1, 0);
  JbPdfImage image = {.item = item, .number = write_samples(painter->pdf, &picture, "DeviceRGB", 0, 3, mask)};
  g_array_append_val(painter->images, image);
  jb_picture_clear(&picture);
  return image.number;
}
