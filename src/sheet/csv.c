/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Delimited text: RFC 4180 and what spreadsheets make of it. Comma, semicolon or tab, whichever stands most often in
 * the first line that has one; quotes doubled inside quotes; line ends of any kind; UTF-8, GB18030 or UTF-16. A quote
 * that is never closed is an error at the line where it opens.
 */
#include "read/text.h"
#include "sheet/grid.h"

#include <string.h>

static char
delimiter_of(JbSlice text)
{
  static const char delimiters[] = ",\t;";
  guint counts[sizeof delimiters] = {0};
  gboolean quoted = FALSE;
  for (gsize i = 0; i < text.len; i++) {
    if (text.at[i] == '"')
      quoted = !quoted;
    const char *hit = text.at[i] != '\0' && !quoted ? strchr(delimiters, text.at[i]) : NULL;
    if (hit != NULL)
      counts[hit - delimiters]++;
    if (text.at[i] == '\n' && !quoted && counts[0] + counts[1] + counts[2] > 0)
      break;
  }
  guint best = 0;
  for (guint i = 1; i < 3; i++)
    if (counts[i] > counts[best])
      best = i;
  return delimiters[best];
}

typedef struct {
  JbGrid *grid;
  const JbText *text;
  char delimiter;
  gsize at;
  guint line;
} Reader;

/* A quoted cell, `at` behind its opening quote; moves behind the closing one. */
static gboolean
read_quoted(Reader *reader, GString *cell, GError **error)
{
  JbSlice text = reader->text->utf8;
  guint opened = reader->line;
  while (reader->at < text.len) {
    char c = text.at[reader->at++];
    if (c == '"' && (reader->at >= text.len || text.at[reader->at] != '"'))
      return TRUE;
    reader->at += c == '"';
    reader->line += c == '\n';
    g_string_append_c(cell, c);
  }
  g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s:%u: a quote opens here and is never closed", reader->grid->name,
              opened);
  return FALSE;
}

static gboolean
read_cell(Reader *reader, GArray *cells, GError **error)
{
  JbSlice text = reader->text->utf8;
  g_autoptr(GString) cell = g_string_new(NULL);
  gsize start = reader->at;
  while (reader->at < text.len && text.at[reader->at] == ' ')
    reader->at++;
  if (reader->at < text.len && text.at[reader->at] == '"') {
    reader->at++;
    if (!read_quoted(reader, cell, error))
      return FALSE;
  }
  while (reader->at < text.len && text.at[reader->at] != reader->delimiter && text.at[reader->at] != '\n' &&
         text.at[reader->at] != '\r')
    g_string_append_c(cell, text.at[reader->at++]);
  g_strstrip(cell->str);
  JbCell made = {.text = jb_arena_dup(reader->grid->arena, cell->str),
                 .start = jb_text_offset(reader->text, start),
                 .end = jb_text_offset(reader->text, reader->at)};
  if (cells->len >= JB_MOST_COLUMNS) {
    g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s:%u: more than %d columns", reader->grid->name, reader->line,
                JB_MOST_COLUMNS);
    return FALSE;
  }
  g_array_append_val(cells, made);
  return TRUE;
}

static gboolean
read_row(Reader *reader, GError **error)
{
  JbSlice text = reader->text->utf8;
  g_autoptr(GArray) cells = g_array_new(FALSE, FALSE, sizeof(JbCell));
  JbGridRow row = {.line = reader->line};
  for (;;) {
    if (!read_cell(reader, cells, error))
      return FALSE;
    if (reader->at >= text.len || text.at[reader->at] != reader->delimiter)
      break;
    reader->at++;
  }
  if (reader->at < text.len && text.at[reader->at] == '\r')
    reader->at++;
  if (reader->at < text.len && text.at[reader->at] == '\n')
    reader->at++;
  reader->line++;
  row.n_cells = cells->len;
  JbCell *copy = jb_arena_make(reader->grid->arena, JbCell, cells->len);
  memcpy(copy, cells->data, cells->len * sizeof *copy);
  row.cells = copy;
  g_array_append_val(reader->grid->rows, row);
  return TRUE;
}

gboolean
jb_grid_csv(JbGrid *grid, const void *bytes, gsize len, GError **error)
{
  JbText text;
  if (!jb_text_decode(grid->arena, grid->name, bytes, len, &text, error))
    return FALSE;
  Reader reader = {.grid = grid, .text = &text, .delimiter = delimiter_of(text.utf8), .line = 1};
  while (reader.at < text.utf8.len) {
    if (grid->rows->len >= JB_MOST_ROWS) {
      g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s: more than %d rows", grid->name, JB_MOST_ROWS);
      return FALSE;
    }
    if (!read_row(&reader, error))
      return FALSE;
  }
  return TRUE;
}
