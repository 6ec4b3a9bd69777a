/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A PDF file's objects.
 *
 * Streams are deflated by threads of their own while the next are made, and written in the order in which they came;
 * everything else is gathered in object streams, and the cross-reference is a stream too (ISO 32000-1, 7.5.7 and
 * 7.5.8): a thousand structure elements then cost some kilobytes instead of a hundred. Nothing here fails: all of it is
 * memory.
 *
 * Objects that come by the hundred and look alike (cells, links) are rows of a table: all of one width, numbers
 * right-aligned. The stream holds each row less the one above it (PNG's predictor "up", 7.4.4.4), which is zero but for
 * the digits that changed; so do the pairs of number and offset at its head. This halves what is left of them.
 */
#include "render/pdf.h"

#include <libdeflate.h>
#include <math.h>
#include <string.h>

#define ENTRY_SIZE 9  /* of the cross-reference: type, offset or stream, index */
#define PAIR_SIZE  20 /* of a table's head: number and offset of an object */

#define MOST_THREADS 2 /* beside the one that makes the streams */

/* Of libdeflate: at 10 and above a font loses half a per cent more, for twice the time of all streams. */
static const int levels[] = {[JB_PDF_ONCE] = 7, [JB_PDF_REPEATING] = 8};

/* Of a table's rows: a multiple of PAIR_SIZE, so that pairs stand below pairs. */
static const guint widths[] = {[JB_PDF_PLAIN] = 0, [JB_PDF_ELEMENTS] = 80, [JB_PDF_LINKS] = 200};

typedef struct {
  guint8 type;    /* 0 not written, 1 at an offset, 2 in the object stream */
  guint32 offset; /* in the file, or in what is gathered */
} Place;

/* Objects that are no streams, one after the other. */
typedef struct {
  GString *text;
  GArray *order; /* guint: their numbers */
} Gathered;

typedef struct {
  guint number;
  char *entries;
  JbPdfEffort effort;
  gpointer bytes; /* as it is */
  gsize len;
  gpointer packed; /* deflated, once a thread has done it */
  gsize room;      /* for it; then its length */
} Stream;

struct JbPdf {
  GString *out;
  Gathered gathered[JB_PDF_N_TABLES];
  GArray *places;     /* Place, by object number; 0 is none */
  GPtrArray *streams; /* Stream, in the order of the file */
  GThreadPool *pool;  /* NULL when no thread is to be had */
  GMutex lock;
  GSList *idle[JB_PDF_N_EFFORTS]; /* struct libdeflate_compressor *: half a megabyte and more each, used again */
};

static void
free_stream(gpointer data)
{
  Stream *stream = data;
  g_free(stream->entries);
  g_free(stream->bytes);
  g_free(stream->packed);
  g_free(stream);
}

static struct libdeflate_compressor *
take_compressor(JbPdf *pdf, JbPdfEffort effort)
{
  g_mutex_lock(&pdf->lock);
  GSList *first = pdf->idle[effort];
  struct libdeflate_compressor *compressor = first != NULL ? first->data : NULL;
  pdf->idle[effort] = g_slist_delete_link(first, first);
  g_mutex_unlock(&pdf->lock);
  if (compressor == NULL)
    compressor = libdeflate_alloc_compressor(levels[effort]);
  if (compressor == NULL)
    g_error("out of memory"); /* ends the process, as in GLib */
  return compressor;
}

static void
deflate_stream(gpointer data, gpointer user)
{
  Stream *stream = data;
  JbPdf *pdf = user;
  struct libdeflate_compressor *compressor = take_compressor(pdf, stream->effort);
  stream->room = libdeflate_zlib_compress(compressor, stream->bytes, stream->len, stream->packed, stream->room);
  g_mutex_lock(&pdf->lock);
  pdf->idle[stream->effort] = g_slist_prepend(pdf->idle[stream->effort], compressor);
  g_mutex_unlock(&pdf->lock);
}

/* Threads that are there from the start and stay. Without a single one, what is pushed would wait forever. */
static GThreadPool *
start_pool(JbPdf *pdf)
{
  GThreadPool *pool = g_thread_pool_new(deflate_stream, pdf, MOST_THREADS, TRUE, NULL);
  if (pool == NULL || g_thread_pool_get_num_threads(pool) > 0)
    return pool;
  g_thread_pool_free(pool, TRUE, FALSE);
  return NULL;
}

JbPdf *
jb_pdf_new(void)
{
  JbPdf *pdf = g_new0(JbPdf, 1);
  pdf->out = g_string_sized_new(1 << 18);
  for (guint t = 0; t < JB_PDF_N_TABLES; t++)
    pdf->gathered[t] = (Gathered){g_string_sized_new(1 << 15), g_array_new(FALSE, FALSE, sizeof(guint))};
  pdf->places = g_array_new(FALSE, TRUE, sizeof(Place));
  g_array_set_size(pdf->places, 1);
  pdf->streams = g_ptr_array_new_with_free_func(free_stream);
  g_mutex_init(&pdf->lock);
  pdf->pool = start_pool(pdf);
  g_string_append(pdf->out, "%PDF-1.7\n%\xE7\xAE\x80\xE6\x8A\xA5\n"); /* a comment of bytes over 127: a binary file */
  return pdf;
}

void
jb_pdf_free(JbPdf *pdf)
{
  if (pdf == NULL)
    return;
  if (pdf->pool != NULL)
    g_thread_pool_free(pdf->pool, FALSE, TRUE);
  if (pdf->out != NULL)
    g_string_free(pdf->out, TRUE);
  for (guint t = 0; t < JB_PDF_N_TABLES; t++) {
    g_string_free(pdf->gathered[t].text, TRUE);
    g_array_unref(pdf->gathered[t].order);
  }
  g_array_unref(pdf->places);
  g_ptr_array_unref(pdf->streams);
  for (guint e = 0; e < JB_PDF_N_EFFORTS; e++)
    g_slist_free_full(pdf->idle[e], (GDestroyNotify)libdeflate_free_compressor);
  g_mutex_clear(&pdf->lock);
  g_free(pdf);
}

guint
jb_pdf_reserve(JbPdf *pdf)
{
  g_array_set_size(pdf->places, pdf->places->len + 1);
  return pdf->places->len - 1;
}

static void
fill_row(GString *text, guint width)
{
  while (text->len % width != 0)
    g_string_append_c(text, ' ');
}

void
jb_pdf_row_fill(JbPdf *pdf, JbPdfTable table)
{
  fill_row(pdf->gathered[table].text, widths[table]);
}

GString *
jb_pdf_rows(JbPdf *pdf, JbPdfTable table, guint number)
{
  Gathered *gathered = &pdf->gathered[table];
  GString *text = gathered->text;
  if (text->len > 0)
    g_string_append_c(text, '\n');
  if (widths[table] > 0)
    fill_row(text, widths[table]);
  g_array_index(pdf->places, Place, number) = (Place){.type = 2, .offset = (guint32)text->len};
  g_array_append_val(gathered->order, number);
  return text;
}

GString *
jb_pdf_object(JbPdf *pdf, guint number)
{
  return jb_pdf_rows(pdf, JB_PDF_PLAIN, number);
}

void
jb_pdf_row(JbPdf *pdf, JbPdfTable table, guint number, const GString *text)
{
  GString *out = jb_pdf_rows(pdf, text->len < widths[table] ? table : JB_PDF_PLAIN, number);
  g_string_append_len(out, text->str, (gssize)text->len);
}

void
jb_pdf_stream(JbPdf *pdf, guint number, const char *entries, const void *bytes, gsize len, JbPdfEffort effort)
{
  Stream *stream = g_new(Stream, 1);
  *stream = (Stream){.number = number, .entries = g_strdup(entries), .effort = effort, .len = len};
  stream->bytes = g_memdup2(bytes, len);
  stream->room = libdeflate_zlib_compress_bound(NULL, len);
  stream->packed = g_malloc(stream->room);
  g_ptr_array_add(pdf->streams, stream);
  if (pdf->pool != NULL)
    g_thread_pool_push(pdf->pool, stream, NULL); /* queued in any case; FALSE: a further thread could not be had */
  else
    deflate_stream(stream, pdf);
}

static void
write_stream(JbPdf *pdf, const Stream *stream)
{
  g_array_index(pdf->places, Place, stream->number) = (Place){.type = 1, .offset = (guint32)pdf->out->len};
  g_string_append_printf(pdf->out, "%u 0 obj\n<<%s/Filter/FlateDecode/Length %" G_GSIZE_FORMAT ">>\nstream\n",
                         stream->number, stream->entries, stream->room);
  g_string_append_len(pdf->out, stream->packed, (gssize)stream->room);
  g_string_append(pdf->out, "\nendstream\nendobj\n");
}

/* All that there are by now. */
static void
write_streams(JbPdf *pdf)
{
  if (pdf->pool != NULL)
    g_thread_pool_free(g_steal_pointer(&pdf->pool), FALSE, TRUE);
  for (guint i = 0; i < pdf->streams->len; i++)
    write_stream(pdf, pdf->streams->pdata[i]);
  g_ptr_array_set_size(pdf->streams, 0);
}

/* ---- The end of the file ------------------------------------------------------------------------- */

/* Rows of a width, each less the one above it, with the predictor's mark before it. */
static GString *
less_above(const char *bytes, gsize len, guint width)
{
  GString *out = g_string_sized_new(len + len / width);
  for (gsize row = 0; row < len; row += width) {
    g_string_append_c(out, 2);
    for (gsize i = row; i < row + width; i++)
      g_string_append_c(out, (char)(bytes[i] - (row > 0 ? bytes[i - width] : 0)));
  }
  return out;
}

static guint
write_gathered(JbPdf *pdf, JbPdfTable table)
{
  const Gathered *gathered = &pdf->gathered[table];
  guint number = jb_pdf_reserve(pdf), n = gathered->order->len, width = widths[table];
  g_autoptr(GString) body = g_string_sized_new(gathered->text->len + n * PAIR_SIZE), entries = g_string_new(NULL);
  for (guint i = 0; i < n; i++) {
    guint object = g_array_index(gathered->order, guint, i);
    jb_pdf_whole(body, object, width > 0 ? 9 : 0, width > 0 ? "" : " ");
    jb_pdf_whole(body, g_array_index(pdf->places, Place, object).offset, width > 0 ? 10 : 0, " ");
  }
  if (width > 0)
    fill_row(body, width);
  g_string_append_printf(entries, "/Type/ObjStm/N %u/First %" G_GSIZE_FORMAT, n, body->len);
  g_string_append_len(body, gathered->text->str, (gssize)gathered->text->len);
  if (width > 0) {
    fill_row(body, width);
    g_string_append_printf(entries, "/DecodeParms<</Predictor 12/Columns %u>>", width);
    GString *rows = less_above(body->str, body->len, width);
    g_string_free(g_steal_pointer(&body), TRUE);
    body = rows;
  }
  jb_pdf_stream(pdf, number, entries->str, body->str, body->len, JB_PDF_ONCE);
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

/* The entries of all objects, each less the one above it: most differences are 0 or 1. `streams`: of the tables. */
static GString *
cross_reference(const JbPdf *pdf, const guint *streams)
{
  guint n = pdf->places->len;
  g_autofree guint8 *rows = g_malloc0((gsize)n * ENTRY_SIZE);
  put_entry(rows, 0, 0, 65535);
  for (guint i = 1; i < n; i++) {
    const Place *place = &g_array_index(pdf->places, Place, i);
    if (place->type == 1)
      put_entry(rows + (gsize)i * ENTRY_SIZE, 1, place->offset, 0);
  }
  for (guint t = 0; t < JB_PDF_N_TABLES; t++) {
    const GArray *order = pdf->gathered[t].order;
    for (guint i = 0; i < order->len; i++)
      put_entry(rows + (gsize)g_array_index(order, guint, i) * ENTRY_SIZE, 2, streams[t], i);
  }
  return less_above((const char *)rows, (gsize)n * ENTRY_SIZE, ENTRY_SIZE);
}

GBytes *
jb_pdf_finish(JbPdf *pdf, guint catalogue, guint info)
{
  guint streams[JB_PDF_N_TABLES] = {0};
  for (guint t = 0; t < JB_PDF_N_TABLES; t++)
    if (pdf->gathered[t].order->len > 0)
      streams[t] = write_gathered(pdf, t);
  write_streams(pdf);
  guint number = jb_pdf_reserve(pdf);
  gsize offset = pdf->out->len;
  g_array_index(pdf->places, Place, number) = (Place){.type = 1, .offset = (guint32)offset};
  g_autoptr(GString) table = cross_reference(pdf, streams);
  /* The file's identifier is a digest of what is in it, so the same drawing has the same. */
  g_autofree char *id = g_compute_checksum_for_string(G_CHECKSUM_MD5, pdf->out->str, (gssize)pdf->out->len);
  g_autofree char *entries = g_strdup_printf(
      "/Type/XRef/Size %u/W[1 4 4]/DecodeParms<</Predictor 12/Columns %d>>/Root %u 0 R/Info %u 0 R/ID[<%s><%s>]",
      pdf->places->len, ENTRY_SIZE, catalogue, info, id, id);
  jb_pdf_stream(pdf, number, entries, table->str, table->len, JB_PDF_ONCE);
  write_streams(pdf);
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
jb_pdf_whole(GString *out, guint value, guint width, const char *behind)
{
  char digits[16], *at = digits + sizeof digits;
  do
    *--at = (char)('0' + value % 10);
  while ((value /= 10) > 0);
  while (at > digits && digits + sizeof digits - at < width)
    *--at = ' ';
  g_string_append_len(out, at, digits + sizeof digits - at);
  g_string_append(out, behind);
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
