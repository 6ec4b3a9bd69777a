/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Facts as a workbook (xlsx): what a person goes on counting with.
 *
 *   数据 Facts      a fact a row, its value as a number that shows exactly the digits of the report; its sentence a
 * click away 序列 Series     an indicator's figures of several years, a row each, with native charts beneath 出处
 * Sources    the sentences, each once, in the order of the report, and back to its first fact
 *
 * A cell's number is a double, which holds 15 decimal digits exactly enough to show them again; the number format shows
 * as many places as were written, no more and no fewer. A value of more digits is text. The same facts give the same
 * bytes: the date in it is the caller's, and the file is made in memory (memfd), for libxlsxwriter 1.1 writes by name.
 */
#include <jianbao/sheet.h>

#include "sheet/book.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define MAX_DIGITS 15
#define DATA       "数据 Facts"

const char *
jb_book_number_format(JbArena *arena, gint32 scale)
{
  GString *format = g_string_new("#,##0");
  for (gint32 i = 0; i < scale; i++)
    g_string_append(format, i == 0 ? ".0" : "0");
  const char *kept = jb_arena_dup(arena, format->str);
  g_string_free(format, TRUE);
  return kept;
}

static lxw_format *
number_format(JbBook *book, gint32 scale)
{
  lxw_format **format = &book->by_scale[CLAMP(scale, 0, JB_BOOK_SCALES - 1)];
  if (*format == NULL) {
    *format = workbook_add_format(book->workbook);
    format_set_num_format(*format, jb_book_number_format(book->arena, scale));
  }
  return *format;
}

static gboolean
fits(JbDecimal value)
{
  gint64 most = 1;
  for (guint i = 0; i < MAX_DIGITS; i++)
    most *= 10;
  return value.digits < most && value.digits > -most && value.scale < JB_BOOK_SCALES;
}

void
jb_book_put_number(JbBook *book, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, JbDecimal value)
{
  if (fits(value))
    worksheet_write_number(sheet, row, column, jb_decimal_to_double(value), number_format(book, value.scale));
  else
    worksheet_write_string(sheet, row, column, jb_decimal_text(book->arena, value), book->right);
}

/* Cells of xlsx are typed: a text that begins with = stays a text. */
void
jb_book_put_text(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format)
{
  if (text != NULL && *text != '\0')
    worksheet_write_string(sheet, row, column, text, format);
}

void
jb_book_head(JbBook *book, lxw_worksheet *sheet, const JbBookColumn *columns, guint n)
{
  for (guint c = 0; c < n; c++) {
    worksheet_set_column(sheet, (lxw_col_t)c, (lxw_col_t)c, columns[c].width, NULL);
    worksheet_write_string(sheet, 0, (lxw_col_t)c, columns[c].head, book->head);
  }
  worksheet_set_row(sheet, 0, 32, NULL);
}

/* ---- Sources ----------------------------------------------------------------------------------------------------- */

static const JbBookColumn source_columns[] = {
    {"报告\nReport", 20}, {"章节\nSection", 30}, {"段\nParagraph", 10},
    {"行\nLine", 8},      {"句\nSentence", 100}, {"首条数据\nFirst fact", 12},
};

/* The row of a fact's sentence on the sheet of sources, written when it is new. */
static guint
source_row(JbBook *book, const JbFacts *facts, const JbFact *fact, guint fact_row)
{
  const JbSource *source = &fact->source;
  const char *quote = source->sentence != NULL ? source->sentence : source->text;
  const char *report = source->report != NULL ? source->report : facts->report.id;
  if (quote == NULL)
    return 0;
  const char *key = jb_arena_printf(book->arena, "%s\t%u\t%s", report, source->paragraph, quote);
  guint row = GPOINTER_TO_UINT(g_hash_table_lookup(book->source_rows, key));
  if (row != 0)
    return row;
  row = ++book->n_sources;
  g_hash_table_insert(book->source_rows, (gpointer)key, GUINT_TO_POINTER(row));
  lxw_worksheet *sheet = book->sources;
  g_autofree char *section = source->sections != NULL ? g_strjoinv(" › ", (char **)source->sections) : g_strdup("");
  jb_book_put_text(sheet, row, 0, report, NULL);
  jb_book_put_text(sheet, row, 1, section, NULL);
  worksheet_write_number(sheet, row, 2, source->paragraph, NULL);
  worksheet_write_number(sheet, row, 3, source->line, NULL);
  jb_book_put_text(sheet, row, 4, quote, book->wrapped);
  g_autofree char *link = g_strdup_printf("internal:'" DATA "'!A%u", fact_row + 1);
  g_autofree char *shown = g_strdup_printf("#%u", fact->number);
  worksheet_write_url_opt(sheet, row, 5, link, NULL, shown, "数据 / the fact");
  return row;
}

/* ---- Facts ------------------------------------------------------------------------------------------------------- */

static const JbBookColumn fact_columns[] = {
    {"编号\nID", 20},         {"指标\nIndicator", 26}, {"英文\nEnglish", 38},  {"口径\nMeasure", 16},
    {"数值\nValue", 14},      {"单位\nUnit", 10},      {"界\nBound", 8},       {"状态\nStatus", 10},
    {"期间\nPeriod", 14},     {"基期\nBase", 8},       {"基本量\nAmount", 18}, {"基本单位\nBase unit", 14},
    {"原文\nAs written", 16}, {"出处\nSource", 10},    {"算式\nFormula", 28},
};

static void
put_fact(JbBook *book, const JbFacts *facts, const JbFact *fact)
{
  guint row = ++book->n_facts;
  lxw_worksheet *sheet = book->facts;
  jb_book_put_text(sheet, row, 0, jb_arena_printf(book->arena, "%s#%u", facts->report.id, fact->number), NULL);
  jb_book_put_text(sheet, row, 1, fact->name_zh, NULL);
  jb_book_put_text(sheet, row, 2, fact->name_en, NULL);
  jb_book_put_text(sheet, row, 3, jb_measure_name(fact->measure), NULL);
  jb_book_put_number(book, sheet, row, 4, fact->value);
  jb_book_put_text(sheet, row, 5, fact->unit, NULL);
  jb_book_put_text(sheet, row, 6, jb_bound_name(fact->bound), NULL);
  jb_book_put_text(sheet, row, 7, jb_status_name(fact->status), NULL);
  jb_book_put_text(sheet, row, 8, jb_period_text(book->arena, fact->period), NULL);
  if (fact->base_year != 0)
    worksheet_write_number(sheet, row, 9, fact->base_year, NULL);
  if (fact->amount.unit != NULL) {
    jb_book_put_number(book, sheet, row, 10, fact->amount.value);
    jb_book_put_text(sheet, row, 11, fact->amount.unit, NULL);
  }
  jb_book_put_text(sheet, row, 12, fact->source.text, NULL);
  guint source = source_row(book, facts, fact, row);
  if (source > 0) {
    g_autofree char *link = g_strdup_printf("internal:'出处 Sources'!A%u", source + 1);
    g_autofree char *shown = g_strdup_printf("[%u]", source);
    worksheet_write_url_opt(sheet, row, 13, link, NULL, shown, "出处 / the sentence");
  }
  jb_book_put_text(sheet, row, 14, fact->formula, NULL);
}

/* ---- The file ---------------------------------------------------------------------------------------------------- */

static void
begin(JbBook *book)
{
  book->head = workbook_add_format(book->workbook);
  format_set_bold(book->head);
  format_set_text_wrap(book->head);
  format_set_align(book->head, LXW_ALIGN_VERTICAL_CENTER);
  format_set_bg_color(book->head, 0xE8EEF4);
  format_set_bottom(book->head, LXW_BORDER_THIN);
  book->wrapped = workbook_add_format(book->workbook);
  format_set_text_wrap(book->wrapped);
  format_set_align(book->wrapped, LXW_ALIGN_VERTICAL_TOP);
  book->right = workbook_add_format(book->workbook);
  format_set_align(book->right, LXW_ALIGN_RIGHT);
  book->facts = workbook_add_worksheet(book->workbook, DATA);
  book->series = workbook_add_worksheet(book->workbook, JB_BOOK_SERIES);
  book->sources = workbook_add_worksheet(book->workbook, "出处 Sources");
  jb_book_head(book, book->facts, fact_columns, G_N_ELEMENTS(fact_columns));
  jb_book_head(book, book->sources, source_columns, G_N_ELEMENTS(source_columns));
  worksheet_freeze_panes(book->facts, 1, 2);
  worksheet_freeze_panes(book->sources, 1, 0);
}

static void
describe(JbBook *book, const JbFacts *const *sets, guint n, gint64 created)
{
  g_autoptr(GString) from = g_string_new(NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf(from, "%s%s sha256 %s", i > 0 ? "; " : "", sets[i]->report.id,
                           sets[i]->report.sha256 != NULL ? sets[i]->report.sha256 : "-");
  if (from->len > 255) /* the most that the property may hold */
    g_string_truncate(from, 255);
  g_autofree char *whole = g_utf8_make_valid(from->str, -1);
  lxw_doc_properties properties = {.title = "简报数据 / Facts of reports",
                                   .author = "jianbao " JB_VERSION,
                                   .company = "",
                                   .comments = whole,
                                   .created = (time_t)created};
  workbook_set_properties(book->workbook, &properties);
}

static GBytes *
take_bytes(int fd)
{
  GByteArray *bytes = g_byte_array_new();
  guint8 buffer[65536];
  off_t at = 0;
  for (ssize_t got; (got = pread(fd, buffer, sizeof buffer, at)) > 0; at += got)
    g_byte_array_append(bytes, buffer, (guint)got);
  return g_byte_array_free_to_bytes(bytes);
}

GBytes *
jb_sheet_write_xlsx(const JbFacts *const *sets, guint n, gint64 created, GError **error)
{
  int fd = memfd_create("jianbao-book", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", fd);
  JbBook book = {.arena = jb_arena_new(),
                 .source_rows = g_hash_table_new(g_str_hash, g_str_equal),
                 .workbook = fd >= 0 ? workbook_new(path) : NULL};
  lxw_error fault = LXW_ERROR_CREATING_XLSX_FILE;
  if (book.workbook != NULL) {
    begin(&book);
    describe(&book, sets, n, MAX(created, 1));
    for (guint i = 0; i < n; i++)
      for (guint f = 0; f < sets[i]->n_facts; f++)
        put_fact(&book, sets[i], &sets[i]->facts[f]);
    jb_book_series(&book, sets, n);
    worksheet_autofilter(book.facts, 0, 0, MAX(book.n_facts, 1), G_N_ELEMENTS(fact_columns) - 1);
    fault = workbook_close(book.workbook);
  }
  GBytes *bytes = fault == LXW_NO_ERROR ? take_bytes(fd) : NULL;
  if (bytes == NULL)
    g_set_error(error, JB_ERROR, JB_ERROR_IO, "a workbook cannot be made: %s", lxw_strerror(fault));
  if (fd >= 0)
    close(fd);
  g_hash_table_unref(book.source_rows);
  jb_arena_free(book.arena);
  return bytes;
}
