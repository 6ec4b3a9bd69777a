/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reading: bytes → Document.
 *
 * Takes a file's bytes and its name, makes blocks of clean text whose every byte knows its offset in the
 * file. The way: a reader of the format (readers below) → text → blocks (blocks.c) → front matter
 * (front.c). The Document owns all of it in one arena and never changes afterwards.
 */
#include <jianbao/document.h>

#include "base/digest.h"
#include "base/utf8.h"
#include "read/blocks.h"
#include "read/front.h"
#include "read/reader.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const JbReader *const readers[] = {
    &jb_reader_docx, &jb_reader_pdf, &jb_reader_html, &jb_reader_foreign, &jb_reader_text,
};

static const JbReader *
choose_reader(const char *name, JbSlice bytes)
{
  const JbReader *best = NULL;
  int best_score = 0;
  for (guint i = 0; i < G_N_ELEMENTS(readers); i++) {
    int score = readers[i]->sniff(name, bytes);
    if (score > best_score) {
      best = readers[i];
      best_score = score;
    }
  }
  return best; /* plain text takes anything */
}

static void
find_pages(JbDocument *document)
{
  GArray *pages = g_array_new(FALSE, TRUE, sizeof(guint32));
  g_array_set_size(pages, 1);
  for (gsize i = 0; i + 1 < document->source.len; i++)
    if (document->source.at[i] == '\f') {
      guint32 begin = (guint32)i + 1;
      g_array_append_val(pages, begin);
    }
  document->n_pages = pages->len;
  document->pages = jb_arena_memdup(document->arena, pages->data, sizeof(guint32) * pages->len);
  g_array_unref(pages);
}

guint
jb_document_page(const JbDocument *document, gsize offset)
{
  guint low = 0, high = document->n_pages;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (document->pages[middle] <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

JbDocument *
jb_document_read_known(const char *name, const void *bytes, gsize len, const char *sha256, GError **error)
{
  JbSlice data = {.at = bytes, .len = len};
  const JbReader *reader = choose_reader(name, data);
  JbText text;
  JbDocument *document = g_new0(JbDocument, 1);
  document->arena = jb_arena_new();
  document->format = reader->name;
  if (!reader->decode(document->arena, name, data, &text, error)) {
    jb_document_free(document);
    return NULL;
  }
  document->encoding = text.encoding;
  document->source = text.source;
  if (text.paged)
    find_pages(document);
  jb_blocks_make(document, &text);
  if (document->n_blocks == 0) {
    g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s: there is no text in it", name);
    jb_document_free(document);
    return NULL;
  }
  jb_front_read(document, name);
  g_autofree char *digest = sha256 == NULL ? jb_sha256(bytes, len) : NULL;
  document->report.sha256 = jb_arena_dup(document->arena, sha256 != NULL ? sha256 : digest);
  return document;
}

JbDocument *
jb_document_read(const char *name, const void *bytes, gsize len, GError **error)
{
  return jb_document_read_known(name, bytes, len, NULL, error);
}

static GBytes *
read_all(const char *path, GError **error)
{
  gboolean is_stdin = strcmp(path, "-") == 0;
  FILE *in = is_stdin ? stdin : fopen(path, "rb");
  if (in == NULL) {
    g_set_error(error, JB_ERROR, JB_ERROR_NO_INPUT, "%s: cannot be opened: %s", path, g_strerror(errno));
    return NULL;
  }
  GByteArray *bytes = g_byte_array_new();
  guint8 buffer[65536];
  for (gsize n; (n = fread(buffer, 1, sizeof buffer, in)) > 0 && bytes->len < (guint)1 << 30;)
    g_byte_array_append(bytes, buffer, (guint)n);
  gboolean failed = ferror(in) != 0;
  int saved = errno;
  if (!is_stdin)
    fclose(in);
  if (failed) {
    g_set_error(error, JB_ERROR, saved == EISDIR ? JB_ERROR_NO_INPUT : JB_ERROR_IO, "%s: cannot be read: %s", path,
                g_strerror(saved));
    g_byte_array_unref(bytes);
    return NULL;
  }
  return g_byte_array_free_to_bytes(bytes);
}

JbDocument *
jb_document_open(const char *path, GError **error)
{
  g_autoptr(GBytes) bytes = read_all(path, error);
  if (bytes == NULL)
    return NULL;
  gsize len;
  const void *data = g_bytes_get_data(bytes, &len);
  return jb_document_read(path, data != NULL ? data : "", len, error);
}

void
jb_document_free(JbDocument *document)
{
  if (document == NULL)
    return;
  jb_arena_free(document->arena);
  g_free(document);
}

const char **
jb_document_sections(const JbDocument *document, const JbBlock *block, JbArena *arena)
{
  guint n = 0;
  for (gint i = block->section; i >= 0; i = document->blocks[i].section)
    n++;
  const char **sections = jb_arena_make(arena, const char *, n + 1);
  for (gint i = block->section; i >= 0; i = document->blocks[i].section)
    sections[--n] = document->blocks[i].text.at;
  return sections;
}

JbReport
jb_report_copy(JbArena *arena, const JbReport *from)
{
  JbReport report = *from;
  const char **const texts[] = {&report.id,        &report.title,   &report.date,   &report.sha256,
                                &report.area.code, &report.area.zh, &report.area.en};
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
    *texts[i] = jb_arena_dup(arena, *texts[i]);
  return report;
}

const char *
jb_report_kind_name(JbReportKind kind)
{
  static const char *const names[] = {
      [JB_REPORT_UNKNOWN] = "unknown",       [JB_REPORT_WORK] = "work_report", [JB_REPORT_RELEASE] = "release",
      [JB_REPORT_COMMUNIQUE] = "communique", [JB_REPORT_TABLE] = "table",
  };
  return names[kind];
}

const char *
jb_area_level_name(JbAreaLevel level)
{
  static const char *const names[] = {
      [JB_AREA_UNKNOWN] = "unknown",       [JB_AREA_NATION] = "nation", [JB_AREA_PROVINCE] = "province",
      [JB_AREA_PREFECTURE] = "prefecture", [JB_AREA_COUNTY] = "county",
  };
  return names[level];
}

void
jb_document_dump(const JbDocument *document, GString *out)
{
  static const char kinds[] = {
      [JB_BLOCK_FRONT] = 'F', [JB_BLOCK_HEADING] = 'H', [JB_BLOCK_PARAGRAPH] = 'P', [JB_BLOCK_BACK] = 'B'};
  const JbReport *report = &document->report;
  g_string_append_printf(
      out, "report %s\ntitle %s\narea %s %s %s %s\nkind %s\nyear %d\ndate %s\ncongress %d session %d\nencoding %s\n",
      report->id, report->title, report->area.code, report->area.zh, report->area.en,
      jb_area_level_name(report->area.level), jb_report_kind_name(report->kind), report->year, report->date,
      report->congress, report->session, document->encoding);
  for (guint i = 0; i < document->n_blocks; i++) {
    const JbBlock *block = &document->blocks[i];
    g_string_append_printf(out, "%u %c", block->paragraph, kinds[block->kind]);
    if (block->level > 0)
      g_string_append_printf(out, "%u", block->level);
    if (block->section >= 0)
      g_string_append_printf(out, " s%u", document->blocks[block->section].paragraph);
    g_string_append_printf(out, " l%u @%u", block->line, block->offset[0]);
    if (document->n_pages > 0)
      g_string_append_printf(out, " page%u", jb_document_page(document, block->offset[0]));
    for (guint k = 0; k < block->n_leads; k++)
      g_string_append_printf(out, " b%u-%u", block->leads[k].start, block->leads[k].end);
    g_string_append_printf(out, " %s\n", block->text.at);
  }
}
