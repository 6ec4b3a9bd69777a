/* SPDX-License-Identifier: Apache-2.0 */
/* Formats that other programs write and that are no text: refused by name instead of as bad encoding. */
#include "read/reader.h"

#include <string.h>

static const struct {
  const char *magic;
  gsize len, at;      /* bytes from the beginning */
  const char *advice; /* completes "this is …" */
} formats[] = {
    {.magic = "\xD0\xCF\x11\xE0", .len = 4, .advice = "an old Word or WPS file; save it as docx and give that"},
    {.magic = "mimetypeapplication/vnd.oasis.opendocument",
     .len = 42,
     .at = 30, /* its first member, stored: ODF 1.3, part 2, 3.3 */
     .advice = "an OpenDocument file; save it as docx and give that"},
    {.magic = "PK\x03\x04", .len = 4, .advice = "a zip archive and not a docx; take the report out of it"},
    {.magic = "{\\rtf", .len = 5, .advice = "an RTF file; save it as docx and give that"},
    {.magic = "\x89PNG", .len = 4, .advice = "a picture; give the report as text, docx, html or pdf"},
    {.magic = "\xFF\xD8\xFF", .len = 3, .advice = "a picture; give the report as text, docx, html or pdf"},
    {.magic = "\x1F\x8B", .len = 2, .advice = "compressed (gzip); unpack it and give what is in it"},
    {.magic = "Rar!", .len = 4, .advice = "a RAR archive; take the report out of it"},
    {.magic = "7z\xBC\xAF", .len = 4, .advice = "a 7z archive; take the report out of it"},
};

static int
find_format(JbSlice bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS(formats); i++)
    if (bytes.len >= formats[i].at + formats[i].len &&
        memcmp(bytes.at + formats[i].at, formats[i].magic, formats[i].len) == 0)
      return (int)i;
  return -1;
}

static int
sniff(G_GNUC_UNUSED const char *name, JbSlice bytes)
{
  return find_format(bytes) >= 0 ? 50 : 0;
}

static gboolean
decode(G_GNUC_UNUSED JbArena *arena, const char *name, JbSlice bytes, G_GNUC_UNUSED JbText *text, GError **error)
{
  g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s: this is %s", name, formats[find_format(bytes)].advice);
  return FALSE;
}

const JbReader jb_reader_foreign = {.name = "foreign", .sniff = sniff, .decode = decode};
