/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sizes in a zip archive's directory are claims; what counts is what comes out while it is unpacked. Only the parts
 * asked for are unpacked, one block at a time, and the first block over a limit ends it.
 */
#include "read/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define MAX_ENTRIES 2000
#define MAX_ENTRY   ((gsize)64 * 1024 * 1024)
#define MAX_TOTAL   ((gsize)256 * 1024 * 1024)
#define MAX_RATIO   200
#define FREE_BYTES  ((gsize)1024 * 1024) /* small files may be packed as tightly as they like */

typedef struct {
  const char *name;
  struct archive *zip;
  gsize archive_len, total;
  guint entries;
} Unpacker;

static gboolean
damaged(const Unpacker *u, GError **error)
{
  const char *why = archive_error_string(u->zip);
  g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s: the zip archive inside is damaged (%s); save the report again",
              u->name, why != NULL ? why : "no reason given");
  return FALSE;
}

static gboolean
too_large(const Unpacker *u, const char *path, const char *limit, GError **error)
{
  g_set_error(
      error, JB_ERROR, JB_ERROR_DATA,
      "%s: %s: %s; this is no report but an attempt to fill the memory, or take its pictures out and save it again",
      u->name, path, limit);
  return FALSE;
}

static gboolean
unpack(Unpacker *u, JbZipPart *part, GError **error)
{
  part->bytes = g_byte_array_new();
  for (;;) {
    const void *block;
    size_t len;
    la_int64_t at;
    int status = archive_read_data_block(u->zip, &block, &len, &at);
    if (status == ARCHIVE_EOF)
      return TRUE;
    if (status < ARCHIVE_WARN)
      return damaged(u, error);
    if (len > MAX_ENTRY - part->bytes->len)
      return too_large(u, part->path, "it unpacks to more than 64 MiB", error);
    g_byte_array_append(part->bytes, block, (guint)len);
    u->total += len;
    if (u->total > MAX_TOTAL)
      return too_large(u, part->path, "the archive unpacks to more than 256 MiB", error);
    if (u->total > FREE_BYTES && u->total / MAX_RATIO > u->archive_len)
      return too_large(u, part->path, "it unpacks to more than 200 times its size", error);
  }
}

static gboolean
unpack_wanted(Unpacker *u, JbZipPart *parts, guint n_parts, GError **error)
{
  struct archive_entry *entry;
  for (int status; (status = archive_read_next_header(u->zip, &entry)) != ARCHIVE_EOF;) {
    if (status < ARCHIVE_WARN)
      return damaged(u, error);
    if (++u->entries > MAX_ENTRIES)
      return too_large(u, "the archive", "it holds more than 2,000 files", error);
    const char *path = archive_entry_pathname(entry);
    for (guint i = 0; i < n_parts && path != NULL; i++)
      if (strcmp(parts[i].path, path) == 0 && parts[i].bytes == NULL && !unpack(u, &parts[i], error))
        return FALSE;
  }
  return TRUE;
}

gboolean
jb_zip_read(const char *name, JbSlice archive, JbZipPart *parts, guint n_parts, GError **error)
{
  Unpacker u = {.name = name, .zip = archive_read_new(), .archive_len = archive.len};
  archive_read_support_format_zip_seekable(u.zip); /* by the directory at the end: a docx without one is truncated */
  gboolean done = archive_read_open_memory(u.zip, archive.at, archive.len) == ARCHIVE_OK
                      ? unpack_wanted(&u, parts, n_parts, error)
                      : damaged(&u, error);
  archive_read_free(u.zip);
  return done;
}
