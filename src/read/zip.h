/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_READ_ZIP_H
#define JB_READ_ZIP_H
/* Parts of a zip archive held in memory, unpacked under limits that what the archive says of itself cannot move. */
#include <jianbao/base.h>

typedef struct {
  const char *path;
  GByteArray *bytes; /* NULL when the archive has no such part; the caller's to free */
} JbZipPart;

/* Fills the `parts`. JB_ERROR_DATA when the archive is damaged, or larger than any report. */
/* JB_ERROR_CONFIG when libarchive is not there. */
gboolean jb_zip_read(const char *name, JbSlice archive, JbZipPart *parts, guint n_parts, GError **error);
/* Its version, for who asks what is there; NULL when it is not. */
const char *jb_zip_library(void);

#endif
