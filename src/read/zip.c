/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sizes in a zip archive's directory are claims; what counts is what comes out while it is unpacked. Only the parts
 * asked for are unpacked, one block at a time, and the first block over a limit ends it.
 *
 * libarchive is loaded when there is an archive: it brings a dozen libraries with it, which take a tenth of the time that
 * a briefing takes, and most reports are text.
 */
#include "read/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <dlfcn.h>
#include <string.h>

#define LIBRARY "libarchive.so.13"

/* What is used of it. */
typedef struct {
  __typeof__(archive_version_string) *version_string;
  __typeof__(archive_error_string) *error_string;
  __typeof__(archive_read_new) *read_new;
  __typeof__(archive_read_support_format_zip_seekable) *read_support_format_zip_seekable;
  __typeof__(archive_read_open_memory) *read_open_memory;
  __typeof__(archive_read_next_header) *read_next_header;
  __typeof__(archive_read_data_block) *read_data_block;
  __typeof__(archive_read_free) *read_free;
  __typeof__(archive_entry_pathname) *entry_pathname;
} Library;

#define FUNCTION(name)                                                                                                 \
  {                                                                                                                    \
    "archive_" #name, G_STRUCT_OFFSET(Library, name)                                                                   \
  }
static const struct {
  const char *name;
  gsize offset;
} functions[] = {
    FUNCTION(version_string),   FUNCTION(error_string),
    FUNCTION(read_new),         FUNCTION(read_support_format_zip_seekable),
    FUNCTION(read_open_memory), FUNCTION(read_next_header),
    FUNCTION(read_data_block),  FUNCTION(read_free),
    FUNCTION(entry_pathname),
};

/* It stays loaded. */
static gboolean
load(Library *library, GError **error)
{
  void *handle = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  gboolean good = handle != NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(functions) && good; i++) {
    void *function = dlsym(handle, functions[i].name);
    good = function != NULL;
    memcpy((char *)library + functions[i].offset, &function, sizeof function);
  }
  if (!good)
    g_set_error(error, JB_ERROR, JB_ERROR_CONFIG,
                "docx and xlsx need " LIBRARY ", which cannot be loaded (%s): "
                "apt-get install libarchive13",
                dlerror());
  return good;
}

const char *
jb_zip_library(void)
{
  Library library;
  return load(&library, NULL) ? library.version_string() : NULL;
}

#define MAX_ENTRIES 2000
#define MAX_ENTRY   ((gsize)64 * 1024 * 1024)
#define MAX_TOTAL   ((gsize)256 * 1024 * 1024)
#define MAX_RATIO   200
#define FREE_BYTES  ((gsize)1024 * 1024) /* small files may be packed as tightly as they like */

typedef struct {
  const char *name;
  Library library;
  struct archive *zip;
  gsize archive_len, total;
  guint entries;
} Unpacker;

static gboolean
damaged(const Unpacker *u, GError **error)
{
  const char *why = u->library.error_string(u->zip);
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
    int status = u->library.read_data_block(u->zip, &block, &len, &at);
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
  for (int status; (status = u->library.read_next_header(u->zip, &entry)) != ARCHIVE_EOF;) {
    if (status < ARCHIVE_WARN)
      return damaged(u, error);
    if (++u->entries > MAX_ENTRIES)
      return too_large(u, "the archive", "it holds more than 2,000 files", error);
    const char *path = u->library.entry_pathname(entry);
    for (guint i = 0; i < n_parts && path != NULL; i++)
      if (strcmp(parts[i].path, path) == 0 && parts[i].bytes == NULL && !unpack(u, &parts[i], error))
        return FALSE;
  }
  return TRUE;
}

gboolean
jb_zip_read(const char *name, JbSlice archive, JbZipPart *parts, guint n_parts, GError **error)
{
  Unpacker u = {.name = name, .archive_len = archive.len};
  if (!load(&u.library, error))
    return FALSE;
  u.zip = u.library.read_new();
  u.library.read_support_format_zip_seekable(u.zip); /* by the directory at the end: a docx without one is truncated */
  gboolean done = u.library.read_open_memory(u.zip, archive.at, archive.len) == ARCHIVE_OK
                      ? unpack_wanted(&u, parts, n_parts, error)
                      : damaged(&u, error);
  u.library.read_free(u.zip);
  return done;
}
