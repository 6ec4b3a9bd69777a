/* SPDX-License-Identifier: Apache-2.0 */
/*
 * xlsx (ECMA-376, SpreadsheetML): the sheets of a workbook in their order; hidden ones are somebody's notes. Unpacked
 * under the limits of read/zip.c, walked without entities or anything from elsewhere.
 *
 * A workbook keeps numbers as binary doubles and writes 4.4 as 4.4000000000000004: what it shows has 15 digits at most,
 * and those are taken. A cell in a percent format holds 0.044 and shows 4.4%, one in a
 * date format 45931 and shows a day of October 2025: what it shows is what it says here.
 */
#include "read/xml.h"
#include "read/zip.h"
#include "sheet/grid.h"

#include <stdlib.h>
#include <string.h>

enum { PART_BOOK, PART_LINKS, PART_STRINGS, PART_STYLES, N_PARTS };

typedef struct {
  const char *name, *link; /* as the workbook calls it; its id among the links */
  char *path;              /* in the archive */
} Sheet;

/* What a number of a cell shows. */
typedef enum { SHOWS_NUMBER, SHOWS_PERCENT, SHOWS_MONTH, SHOWS_YEAR } CellFormat;

typedef struct {
  const char *name;
  JbArena *arena;
  GArray *sheets;     /* Sheet */
  GPtrArray *strings; /* of the arena */
  GArray *formats;    /* CellFormat, by cell style */
} Book;

/* All text inside the current element; phonetic readings (rPh) are no part of it. */
static char *
text_inside(JbXml *xml, JbArena *arena)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (int depth = jb_xml_depth(xml); jb_xml_next(xml, depth);)
    if (jb_xml_is(xml, "rPh"))
      jb_xml_skip(xml);
    else if (jb_xml_text(xml) != NULL)
      g_string_append(text, jb_xml_text(xml));
  return jb_arena_copy(arena, text->str, text->len);
}

static gboolean
read_strings(Book *book, const GByteArray *bytes, GError **error)
{
  JbXml xml;
  if (bytes == NULL)
    return TRUE;
  jb_xml_open(&xml, book->name, "xl/sharedStrings.xml", bytes);
  while (jb_xml_next(&xml, -1))
    if (jb_xml_is(&xml, "si"))
      g_ptr_array_add(book->strings, text_inside(&xml, book->arena));
  return jb_xml_close(&xml, error);
}

/* Formats 9 and 10 are percents, 14 to 17 and some of East Asia's dates (ECMA-376, 18.8.30). */
static CellFormat
format_of(int id)
{
  if (id == 9 || id == 10)
    return SHOWS_PERCENT;
  gboolean date = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58);
  return date ? SHOWS_MONTH : SHOWS_NUMBER;
}

/* A format of the file's own: 0.0%, yyyy"年"m"月", yyyy. Words in quotes and brackets are no part of it. */
static CellFormat
format_of_code(const char *code)
{
  gboolean quoted = FALSE, year = FALSE, month = FALSE, bracketed = FALSE;
  for (; *code != '\0'; code++) {
    quoted = quoted != (*code == '"');
    bracketed = !quoted && (*code == '[' || (bracketed && *code != ']'));
    if (quoted || bracketed)
      continue;
    if (*code == '%')
      return SHOWS_PERCENT;
    year = year || *code == 'y' || *code == 'Y';
    month = month || *code == 'm' || *code == 'M';
  }
  return year ? (month ? SHOWS_MONTH : SHOWS_YEAR) : SHOWS_NUMBER;
}

static gboolean
read_styles(Book *book, const GByteArray *bytes, GError **error)
{
  JbXml xml;
  char code[128];
  gboolean in_cells = FALSE;
  g_autoptr(GHashTable) own = g_hash_table_new(NULL, NULL);
  if (bytes == NULL)
    return TRUE;
  jb_xml_open(&xml, book->name, "xl/styles.xml", bytes);
  while (jb_xml_next(&xml, -1)) {
    if (jb_xml_is(&xml, "numFmt") && jb_xml_attribute(&xml, "formatCode", code, sizeof code))
      g_hash_table_insert(own, GINT_TO_POINTER(jb_xml_number(&xml, "numFmtId", 0)),
                          GINT_TO_POINTER(format_of_code(code)));
    if (jb_xml_is(&xml, "cellXfs"))
      in_cells = TRUE;
    else if (jb_xml_is(&xml, "cellStyles") || jb_xml_is(&xml, "dxfs"))
      in_cells = FALSE;
    else if (in_cells && jb_xml_is(&xml, "xf")) {
      int id = jb_xml_number(&xml, "numFmtId", 0);
      gpointer of_its_own;
      CellFormat format = g_hash_table_lookup_extended(own, GINT_TO_POINTER(id), NULL, &of_its_own)
                              ? (CellFormat)GPOINTER_TO_INT(of_its_own)
                              : format_of(id);
      g_array_append_val(book->formats, format);
    }
  }
  return jb_xml_close(&xml, error);
}

/* "AB12" → 27; -1 when there is no column. */
static int
column_of(const char *reference)
{
  int column = 0;
  for (; g_ascii_isupper(*reference) && column < JB_MOST_COLUMNS * 26; reference++)
    column = column * 26 + (*reference - 'A' + 1);
  return column - 1;
}

/* Day 45931 of 1900's → 2025-10: a period, for no figure is of a day; NULL when it is no date. */
static char *
date_text(Book *book, const char *stored, CellFormat format)
{
  char *end;
  double day = g_ascii_strtod(stored, &end);
  if (*end != '\0' || day < 61 || day > 109574) /* 1900-03-01, behind a leap day that was none, to 2199 */
    return NULL;
  GDate date;
  g_date_set_julian(&date, (guint32)day + 693594);
  if (format == SHOWS_YEAR)
    return jb_arena_printf(book->arena, "%04d", g_date_get_year(&date));
  return jb_arena_printf(book->arena, "%04d-%02d", g_date_get_year(&date), (int)g_date_get_month(&date));
}

/* What the cell shows of its number. */
static char *
number_text(Book *book, const char *stored, int style)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  JbDecimal value;
  gboolean styled = style >= 0 && (guint)style < book->formats->len;
  CellFormat format = styled ? g_array_index(book->formats, CellFormat, style) : SHOWS_NUMBER;
  char *date = format >= SHOWS_MONTH ? date_text(book, stored, format) : NULL;
  if (date != NULL)
    return date;
  gsize digits = 0;
  for (const char *at = stored; *at != '\0'; at++)
    digits += g_ascii_isdigit(*at);
  if (digits > 15 || strpbrk(stored, "eE") != NULL) {
    double number = g_ascii_strtod(stored, NULL);
    g_ascii_formatd(buffer, sizeof buffer, ABS(number) < 1e-4 ? "%.12f" : "%.15g", number);
    stored = buffer;
  }
  if (format != SHOWS_PERCENT || !jb_decimal_parse(jb_slice(stored), &value) || !jb_decimal_shift(value, 2, &value))
    return jb_arena_dup(book->arena, stored);
  return jb_arena_printf(book->arena, "%s%%", jb_decimal_text(book->arena, jb_decimal_trim(value)));
}

static void
read_cell(Book *book, JbXml *xml, JbCell *cells, guint *n_cells)
{
  char reference[16] = "", type[16] = "";
  jb_xml_attribute(xml, "r", reference, sizeof reference);
  jb_xml_attribute(xml, "t", type, sizeof type);
  int style = jb_xml_number(xml, "s", -1), column = column_of(reference);
  const char *text = "";
  for (int depth = jb_xml_depth(xml); jb_xml_next(xml, depth);) {
    if (!jb_xml_is(xml, "v") && !jb_xml_is(xml, "is"))
      continue;
    text = text_inside(xml, book->arena);
    if (strcmp(type, "s") == 0) {
      guint64 index = g_ascii_strtoull(text, NULL, 10);
      text = index < book->strings->len ? book->strings->pdata[index] : "";
    } else if (*type == '\0' || strcmp(type, "n") == 0) {
      text = number_text(book, text, style);
    }
  }
  if (column < 0)
    column = (int)*n_cells;
  if (column >= JB_MOST_COLUMNS)
    return;
  char *trimmed = jb_arena_dup(book->arena, text);
  cells[column].text = g_strstrip(trimmed);
  *n_cells = MAX(*n_cells, (guint)column + 1);
}

static gboolean
read_sheet(Book *book, const Sheet *sheet, const GByteArray *bytes, JbGrid *grid, GError **error)
{
  JbXml xml;
  jb_xml_open(&xml, book->name, sheet->path, bytes);
  while (jb_xml_next(&xml, -1) && grid->rows->len < JB_MOST_ROWS) {
    if (!jb_xml_is(&xml, "row"))
      continue;
    JbCell cells[JB_MOST_COLUMNS];
    JbGridRow row = {.line = (guint)jb_xml_number(&xml, "r", (int)grid->rows->len + 1)};
    for (guint i = 0; i < JB_MOST_COLUMNS; i++)
      cells[i] = (JbCell){.text = ""};
    for (int depth = jb_xml_depth(&xml); jb_xml_next(&xml, depth);)
      if (jb_xml_is(&xml, "c"))
        read_cell(book, &xml, cells, &row.n_cells);
    JbCell *copy = jb_arena_make(book->arena, JbCell, row.n_cells + 1);
    memcpy(copy, cells, row.n_cells * sizeof *copy);
    row.cells = copy;
    g_array_append_val(grid->rows, row);
  }
  return jb_xml_close(&xml, error);
}

/* ---- Which sheets ------------------------------------------------------------------------------------------------ */

static gboolean
read_book(Book *book, const GByteArray *bytes, GError **error)
{
  JbXml xml;
  char name[128], link[64], state[16];
  if (bytes == NULL)
    return TRUE;
  jb_xml_open(&xml, book->name, "xl/workbook.xml", bytes);
  while (jb_xml_next(&xml, -1) && book->sheets->len < JB_MOST_SHEETS) {
    if (!jb_xml_is(&xml, "sheet") || (jb_xml_attribute(&xml, "state", state, sizeof state) && strcmp(state, "visible") != 0))
      continue;
    if (!jb_xml_attribute(&xml, "name", name, sizeof name) || !jb_xml_attribute(&xml, "id", link, sizeof link))
      continue;
    Sheet sheet = {.name = jb_arena_dup(book->arena, name), .link = jb_arena_dup(book->arena, link)};
    g_array_append_val(book->sheets, sheet);
  }
  return jb_xml_close(&xml, error);
}

/* Targets are beneath xl/, or from the archive's root with a slash. */
static gboolean
read_links(Book *book, const GByteArray *bytes, GError **error)
{
  JbXml xml;
  char id[64], target[256];
  if (bytes == NULL)
    return TRUE;
  jb_xml_open(&xml, book->name, "xl/_rels/workbook.xml.rels", bytes);
  while (jb_xml_next(&xml, -1)) {
    if (!jb_xml_is(&xml, "Relationship") || !jb_xml_attribute(&xml, "Id", id, sizeof id) ||
        !jb_xml_attribute(&xml, "Target", target, sizeof target))
      continue;
    for (guint i = 0; i < book->sheets->len; i++) {
      Sheet *sheet = &g_array_index(book->sheets, Sheet, i);
      if (strcmp(sheet->link, id) == 0)
        sheet->path = *target == '/' ? jb_arena_dup(book->arena, target + 1)
                                     : jb_arena_printf(book->arena, "xl/%s", target);
    }
  }
  return jb_xml_close(&xml, error);
}

/* What the workbook names; a workbook without a list of sheets has its first at the usual place. */
static gboolean
find_sheets(Book *book, const JbZipPart *parts, GError **error)
{
  if (!read_book(book, parts[PART_BOOK].bytes, error) || !read_links(book, parts[PART_LINKS].bytes, error))
    return FALSE;
  for (guint i = book->sheets->len; i > 0; i--)
    if (g_array_index(book->sheets, Sheet, i - 1).path == NULL)
      g_array_remove_index(book->sheets, i - 1);
  if (book->sheets->len == 0) {
    Sheet first = {.name = "1", .path = jb_arena_dup(book->arena, "xl/worksheets/sheet1.xml")};
    g_array_append_val(book->sheets, first);
  }
  return TRUE;
}

static gboolean
read_sheets(Book *book, JbSlice archive, GArray *grids, GError **error)
{
  guint n = book->sheets->len, found = 0;
  JbZipPart *parts = jb_arena_make(book->arena, JbZipPart, n);
  for (guint i = 0; i < n; i++)
    parts[i].path = g_array_index(book->sheets, Sheet, i).path;
  gboolean good = jb_zip_read(book->name, archive, parts, n, error);
  for (guint i = 0; i < n; i++) {
    const Sheet *sheet = &g_array_index(book->sheets, Sheet, i);
    if (good && parts[i].bytes != NULL) { /* a sheet that is a chart has other parts */
      JbGrid grid = {.arena = book->arena,
                     .name = book->name,
                     .sheet = n > 1 ? sheet->name : NULL,
                     .rows = g_array_new(FALSE, FALSE, sizeof(JbGridRow))};
      g_array_append_val(grids, grid);
      good = read_sheet(book, sheet, parts[i].bytes, &grid, error);
      found++;
    }
    g_clear_pointer(&parts[i].bytes, g_byte_array_unref);
  }
  if (good && found == 0)
    g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s: there is no sheet in it; save the table again as xlsx or CSV",
                book->name);
  return good && found > 0;
}

gboolean
jb_grid_xlsx(const char *name, const void *bytes, gsize len, JbArena *arena, GArray *grids, GError **error)
{
  JbZipPart parts[] = {[PART_BOOK] = {.path = "xl/workbook.xml"},
                       [PART_LINKS] = {.path = "xl/_rels/workbook.xml.rels"},
                       [PART_STRINGS] = {.path = "xl/sharedStrings.xml"},
                       [PART_STYLES] = {.path = "xl/styles.xml"}};
  JbSlice archive = {.at = bytes, .len = len};
  Book book = {.name = name,
               .arena = arena,
               .sheets = g_array_new(FALSE, FALSE, sizeof(Sheet)),
               .strings = g_ptr_array_new(),
               .formats = g_array_new(FALSE, FALSE, sizeof(CellFormat))};
  gboolean good = jb_zip_read(name, archive, parts, N_PARTS, error) && find_sheets(&book, parts, error) &&
                  read_strings(&book, parts[PART_STRINGS].bytes, error) &&
                  read_styles(&book, parts[PART_STYLES].bytes, error) && read_sheets(&book, archive, grids, error);
  for (guint i = 0; i < N_PARTS; i++)
    g_clear_pointer(&parts[i].bytes, g_byte_array_unref);
  g_array_unref(book.sheets);
  g_ptr_array_unref(book.strings);
  g_array_unref(book.formats);
  return good;
}
