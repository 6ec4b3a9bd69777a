/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A PDF file's objects.
 *
 * Streams are written as they come; everything else is gathered in one object stream, and the
 * cross-reference is a stream too (ISO 32000-1, 7.5.7 and 7.5.8): a thousand structure elements then cost
 * some kilobytes instead of a hundred. Nothing here fails: all of it is memory.
 */
#include "render/pdf.h"

#include <math.h>
#include <string.h>
#include <zlib.h>

#define LEVEL      6 /* zlib: 9 nearly doubles the time for half a per cent */
#define ENTRY_SIZE 9 /* of the cross-reference: type, offset or stream, index */

typedef struct {
  guint8 type;    /* 0 not written, 1 at an offset, 2 in the object stream */
  guint32 offset; /* in the file, or in `gathered` */
} Place;

struct JbPdf {
  GString *out;
  GString *gathered; /* the objects that are no streams, one after the other */
  GArray *order;     /* guint: their numbers */
  GArray *places;    /* Place, by object number; 0 is none */
};

JbPdf *
jb_pdf_new(void)
{
  JbPdf *pdf = g_new0(JbPdf, 1);
  pdf->out = g_string_sized_new(1 << 18);
  pdf->gathered = g_string_sized_new(1 << 16);
  pdf->order = g_array_new(FALSE, FALSE, sizeof(guint));
  pdf->places = g_array_new(FALSE, TRUE, sizeof(Place));
  g_array_set_size(pdf->places, 1);
  g_string_append(pdf->out, "%PDF-1.7\n%\xE7\xAE\x80\xE6\x8A\xA5\n"); /* a comment of bytes over 127: a binary file */
  return pdf;
}

void
jb_pdf_free(JbPdf *pdf)
{
  if (pdf == NULL)
    return;
  if (pdf->out != NULL)
    g_string_free(pdf->out, TRUE);
  g_string_free(pdf->gathered, TRUE);
  g_array_unref(pdf->order);
  g_array_unref(pdf->places);
  g_free(pdf);
}

guint
jb_pdf_reserve(JbPdf *pdf)
{
  g_array_set_size(pdf->places, pdf->places->len + 1);
  return pdf->places->len - 1;
}

GString *
jb_pdf_object(JbPdf *pdf, guint number)
{
  g_string_append_c(pdf->gathered, '\n');
  g_array_index(pdf->places, Place, number) = (Place){.type = 2, .offset = (guint32)pdf->gathered->len};
  g_array_append_val(pdf->order, number);
  return pdf->gathered;
}

/* Appends the bytes, deflated. */
static void
append_deflated(GString *out, const void *bytes, gsize len)
{
  gsize before = out->len;
  uLongf packed = compressBound(len);
  g_string_set_size(out, before + packed);
  int status = compress2((Bytef *)out->str + before, &packed, bytes, len, LEVEL);
  g_assert(status == Z_OK); /* the buffer is large enough, and memory aborts */
  g_string_set_size(out, before + packed);
}

void
jb_pdf_stream(JbPdf *pdf, guint number, const char *entries, const void *bytes, gsize len, gboolean packed)
{
  g_autoptr(GString) body = g_string_new(NULL);
  if (packed)
    append_deflated(body, bytes, len);
  else
    g_string_append_len(body, bytes, (gssize)len);
  g_array_index(pdf->places, Place, number) = (Place){.type = 1, .offset = (guint32)pdf->out->len};
  g_string_append_printf(pdf->out, "%u 0 obj\n<<%s%s/Length %" G_GSIZE_FORMAT ">>\nstream\n", number, entries,
                         packed ? "/Filter/FlateDecode" : "", body->len);
  g_string_append_len(pdf->out, body->str, (gssize)body->len);
  g_string_append(pdf->out, "\nendstream\nendobj\n");
}

/* ---- The end of the file ------------------------------------------------------------------------- */

static guint
write_gathered(JbPdf *pdf)
{
  guint number = jb_pdf_reserve(pdf);
  g_autoptr(GString) body = g_string_sized_new(pdf->gathered->len + pdf->order->len * 12);
  for (guint i = 0; i < pdf->order->len; i++) {
    guint object = g_array_index(pdf->order, guint, i);
    g_string_append_printf(body, "%u %u ", object, g_array_index(pdf->places, Place, object).offset);
  }
  g_autofree char *entries = g_strdup_printf("/Type/ObjStm/N %u/First %" G_GSIZE_FORMAT, pdf->order->len, body->len);
  g_string_append_len(body, pdf->gathered->str, (gssize)pdf->gathered->len);
  jb_pdf_stream(pdf, number, entries, body->str, body->len, TRUE);
  return number;
}

static void
put_entry(guint8 *at, guint8 type, guint32 second, guint32 third)
{
  at[0] = type;
  for (guint i = 0; i < 4; i++) {
    at[1 + i] = (guint8)(second >> (24 - 8 * i));
    at[5 + i] = (guint8)(third >> (24 - 8 * i));
  }
}

/* The entries of all objects, each less the one above it (PNG's predictor "up"): most differences are 0 or 1. */
static GByteArray *
cross_reference(const JbPdf *pdf, guint stream)
{
  guint n = pdf->places->len;
  g_autofree guint8 *rows = g_malloc0((gsize)n * ENTRY_SIZE);
  put_entry(rows, 0, 0, 65535);
  for (guint i = 1; i < n; i++) {
    const Place *place = &g_array_index(pdf->places, Place, i);
    if (place->type == 1)
      put_entry(rows + (gsize)i * ENTRY_SIZE, 1, place->offset, 0);
  }
  for (guint i = 0; i < pdf->order->len; i++)
    put_entry(rows + (gsize)g_array_index(pdf->order, guint, i) * ENTRY_SIZE, 2, stream, i);
  GByteArray *packed = g_byte_array_sized_new(n * (ENTRY_SIZE + 1));
  for (guint i = 0; i < n; i++) {
    guint8 row[ENTRY_SIZE + 1] = {2};
    for (guint k = 0; k < ENTRY_SIZE; k++)
      row[k + 1] = (guint8)(rows[i * ENTRY_SIZE + k] - (i > 0 ? rows[(i - 1) * ENTRY_SIZE + k] : 0));
    g_byte_array_append(packed, row, sizeof row);
  }
  return packed;
}

GBytes *
jb_pdf_finish(JbPdf *pdf, guint catalogue, guint info)
{
  guint gathered = write_gathered(pdf), number = jb_pdf_reserve(pdf);
  gsize offset = pdf->out->len;
  g_array_index(pdf->places, Place, number) = (Place){.type = 1, .offset = (guint32)offset};
  g_autoptr(GByteArray) table = cross_reference(pdf, gathered);
  /* The file's identifier is a digest of what is in it, so the same drawing has the same. */
  g_autofree char *id = g_compute_checksum_for_string(G_CHECKSUM_MD5, pdf->out->str, (gssize)pdf->out->len);
  g_autofree char *entries = g_strdup_printf(
      "/Type/XRef/Size %u/W[1 4 4]/DecodeParms<</Predictor 12/Columns %d>>/Root %u 0 R/Info %u 0 R/ID[<%s><%s>]",
      pdf->places->len, ENTRY_SIZE, catalogue, info, id, id);
  jb_pdf_stream(pdf, number, entries, table->data, table->len, TRUE);
  g_string_append_printf(pdf->out, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", offset);
  GBytes *bytes = g_string_free_to_bytes(g_steal_pointer(&pdf->out));
  jb_pdf_free(pdf);
  return bytes;
}

/* ---- Values ---------------------------------------------------------------------------------------- */

void
jb_pdf_number(GString *out, double value, guint decimals)
{
  static const gint64 powers[] = {1, 10, 100, 1000, 10000};
  char digits[32], *at = digits + sizeof digits;
  gint64 scaled = llround(value * (double)powers[decimals]);
  guint64 left = (guint64)ABS(scaled);
  for (; decimals > 0 && left % 10 == 0; decimals--)
    left /= 10;
  for (guint i = 0; i < decimals; i++, left /= 10)
    *--at = (char)('0' + left % 10);
  if (decimals > 0)
    *--at = '.';
  if (left == 0 && decimals == 0)
    *--at = '0';
  for (; left > 0; left /= 10)
    *--at = (char)('0' + left % 10);
  if (scaled < 0)
    *--at = '-';
  g_string_append_len(out, at, digits + sizeof digits - at);
}

void
jb_pdf_rect(GString *out, JbRect rect, double page_height)
{
  const double values[] = {rect.x, page_height - rect.y - rect.h, rect.x + rect.w, page_height - rect.y};
  for (guint i = 0; i < G_N_ELEMENTS(values); i++) {
    g_string_append_c(out, i == 0 ? '[' : ' ');
    jb_pdf_number(out, values[i], 2);
  }
  g_string_append_c(out, ']');
}

void
jb_pdf_byte(GString *out, char byte)
{
  if (byte == '(' || byte == ')' || byte == '\\')
    g_string_append_c(out, '\\');
  if (byte == '\r') /* a reader would take it for a line feed */
    g_string_append(out, "\\r");
  else
    g_string_append_c(out, byte);
}

void
jb_pdf_bytes(GString *out, const char *bytes, gsize len)
{
  g_string_append_c(out, '(');
  for (gsize i = 0; i < len; i++)
    jb_pdf_byte(out, bytes[i]);
  g_string_append_c(out, ')');
}

void
jb_pdf_text(GString *out, const char *utf8)
{
  if (g_str_is_ascii(utf8)) {
    jb_pdf_bytes(out, utf8, strlen(utf8));
    return;
  }
  g_autofree char *valid = g_utf8_make_valid(utf8, -1);
  g_autoptr(GString) utf16 = g_string_new("\xFE\xFF");
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    guint16 units[2] = {(guint16)c, 0};
    if (c > 0xFFFF) {
      units[0] = (guint16)(0xD800 + ((c - 0x10000) >> 10));
      units[1] = (guint16)(0xDC00 + (c & 0x3FF));
    }
    for (guint i = 0; i < (c > 0xFFFF ? 2u : 1u); i++) {
      g_string_append_c(utf16, (char)(units[i] >> 8));
      g_string_append_c(utf16, (char)(units[i] & 0xFF));
    }
  }
  jb_pdf_bytes(out, utf16->str, utf16->len);
}

void
jb_pdf_name(GString *out, const char *name)
{
  g_string_append_c(out, '/');
  for (; *name != '\0'; name++)
    if (g_ascii_isalnum(*name) || strchr("-_.+", *name) != NULL)
      g_string_append_c(out, *name);
    else
      g_string_append_printf(out, "#%02X", (guchar)*name);
}
