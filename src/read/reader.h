/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_READ_READER_H
#define JB_READ_READER_H
/*
 * A reader knows one format: it turns the file's bytes into text, from which all formats go the same way. Containers
 * give Markdown (headings with `#`, bold with `**`, a row of a table as cells with tabs between them, notes as `[^1]`),
 * so that what a docx says can be read, compared and given to jianbao again.
 */
#include "read/text.h"

typedef struct {
  const char *name;
  /* How sure it is of the content, 0 … 100; the name only breaks ties. */
  int (*sniff)(const char *name, JbSlice bytes);
  /* Results live in `arena`. JB_ERROR_DATA names the file and what is wrong with it. */
  gboolean (*decode)(JbArena *arena, const char *name, JbSlice bytes, JbText *text, GError **error);
} JbReader;

extern const JbReader jb_reader_text, jb_reader_docx, jb_reader_html, jb_reader_pdf, jb_reader_foreign;

/* Does `name` end in this extension, in any case? */
gboolean jb_reader_named(const char *name, const char *extension);

#endif
