/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_SHEET_BOOK_H
#define JB_SHEET_BOOK_H
/* A workbook being written: book.c the file and its tables, book_series.c the series and their charts. */
#include <jianbao/fact.h>

#include <xlsxwriter.h>

#define JB_BOOK_SERIES "序列 Series"
#define JB_BOOK_SCALES 16 /* places behind the point that a number of 15 digits can have */

typedef struct {
  const char *head; /* Chinese, line break, English */
  double width;     /* characters */
} JbBookColumn;

typedef struct {
  JbArena *arena;
  lxw_workbook *workbook;
  lxw_worksheet *facts, *series, *sources;
  lxw_format *head, *wrapped, *right, *by_scale[JB_BOOK_SCALES];
  GHashTable *source_rows; /* report, paragraph, sentence → row */
  guint n_facts, n_sources;
} JbBook;

const char *jb_book_number_format(JbArena *arena, gint32 scale);
void jb_book_head(JbBook *book, lxw_worksheet *sheet, const JbBookColumn *columns, guint n);
void jb_book_put_text(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format);
void jb_book_put_number(JbBook *book, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, JbDecimal value);

void jb_book_series(JbBook *book, const JbFacts *const *sets, guint n);

#endif
