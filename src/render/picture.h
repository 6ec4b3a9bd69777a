/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_RENDER_PICTURE_H
#define JB_RENDER_PICTURE_H
/* PNG pictures of a drawing, read once and checked before anything is rendered. */
#include <jianbao/render.h>

typedef struct {
  guint width, height;
  guint8 *rgba; /* four bytes a pixel, straight alpha */
} JbPicture;

/* FALSE with JB_ERROR_CONFIG when the bytes are no PNG that can be read. */
gboolean jb_picture_read(const JbImageItem *item, JbPicture *picture, GError **error);
void jb_picture_clear(JbPicture *picture);
/* Reads every picture of a drawing once. */
gboolean jb_pictures_check(const JbDrawing *drawing, GError **error);

#endif
