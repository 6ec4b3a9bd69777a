/* SPDX-License-Identifier: Apache-2.0 */
#include "forms/forms.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdarg.h>
#include <string.h>

GByteArray *
test_zip(const char *name, ...)
{
  gsize room = 4096, used = 0;
  va_list args;
  va_start(args, name);
  for (const char *at = name; at != NULL; at = va_arg(args, const char *))
    room += strlen(at) + 512;
  va_end(args);
  GByteArray *bytes = g_byte_array_new();
  g_byte_array_set_size(bytes, (guint)room);
  struct archive *zip = archive_write_new();
  archive_write_set_format_zip(zip);
  archive_write_set_bytes_in_last_block(zip, 1);
  archive_write_open_memory(zip, bytes->data, bytes->len, &used);
  va_start(args, name);
  for (const char *at = name; at != NULL; at = va_arg(args, const char *)) {
    const char *content = va_arg(args, const char *);
    struct archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname(entry, at);
    archive_entry_set_size(entry, (la_int64_t)strlen(content));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    g_assert(archive_write_header(zip, entry) == ARCHIVE_OK);
    archive_write_data(zip, content, strlen(content));
    archive_entry_free(entry);
  }
  va_end(args);
  archive_write_close(zip);
  archive_write_free(zip);
  g_byte_array_set_size(bytes, (guint)used);
  return bytes;
}
