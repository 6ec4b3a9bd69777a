/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_READ_TEXT_H
#define JB_READ_TEXT_H
/* Bytes of any encoding → UTF-8 in which every byte knows its offset in the file. */
#include <jianbao/base.h>

typedef struct {
  const char *encoding;
  JbSlice utf8;          /* valid, without a byte order mark */
  const guint32 *offset; /* utf8.len + 1 entries; NULL: offset = index + shift */
  guint32 shift;
  JbSlice source; /* what the offsets count in */
  gboolean paged; /* form feeds part pages */
} JbText;

static inline guint32
jb_text_offset(const JbText *text, gsize index)
{
  return text->offset != NULL ? text->offset[index] : (guint32)index + text->shift;
}

/* Results live in `arena`, or point into `bytes`. JB_ERROR_DATA names `name`, the offset and the line. */
gboolean jb_text_decode(JbArena *arena, const char *name, const void *bytes, gsize len, JbText *text, GError **error);

#endif
