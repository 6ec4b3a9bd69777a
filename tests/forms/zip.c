/* SPDX-License-Identifier: Apache-2.0 */
#include "forms/forms.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdarg.h>
#include <string.h>

typedef struct {
  GByteArray *bytes;
  struct archive *zip;
  gsize used;
} Maker;

static Maker
begin(gsize room)
{
  Maker maker = {.bytes = g_byte_array_new(), .zip = archive_write_new()};
  g_byte_array_set_size(maker.bytes, (guint)room);
  archive_write_set_format_zip(maker.zip);
  archive_write_set_bytes_in_last_block(maker.zip, 1);
  return maker;
}

static void
add(Maker *maker, const char *name, const char *content)
{
  struct archive_entry *entry = archive_entry_new();
  archive_entry_set_pathname(entry, name);
  archive_entry_set_size(entry, (la_int64_t)strlen(content));
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_perm(entry, 0644);
  g_assert(archive_write_header(maker->zip, entry) == ARCHIVE_OK);
  archive_write_data(maker->zip, content, strlen(content));
  archive_entry_free(entry);
}

static GByteArray *
finish(Maker *maker)
{
  archive_write_close(maker->zip);
  archive_write_free(maker->zip);
  g_byte_array_set_size(maker->bytes, (guint)maker->used);
  return maker->bytes;
}

GByteArray *
test_zip(const char *name, ...)
{
  gsize room = 4096;
  va_list args;
  va_start(args, name);
  for (const char *at = name; at != NULL; at = va_arg(args, const char *))
    room += strlen(at) + 512;
  va_end(args);
  Maker maker = begin(room);
  archive_write_open_memory(maker.zip, maker.bytes->data, room, &maker.used);
  va_start(args, name);
  for (const char *at = name; at != NULL; at = va_arg(args, const char *))
    add(&maker, at, va_arg(args, const char *));
  va_end(args);
  return finish(&maker);
}

GByteArray *
test_zip_of_many(const char *name, const char *content, guint times)
{
  gsize room = 4096 + times * (strlen(name) * 2 + strlen(content) + 512);
  Maker maker = begin(room);
  archive_write_open_memory(maker.zip, maker.bytes->data, room, &maker.used);
  for (guint i = 0; i < times; i++)
    add(&maker, name, content);
  return finish(&maker);
}
