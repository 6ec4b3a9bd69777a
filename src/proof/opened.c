/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A PDF of anybody's, read by poppler's programs, each a confined child as for a report in PDF (read/pdf.c): the
 * parser of a hostile file must not be in our process. Poppler is there for the reports already; a library of our own
 * process (libqpdf) would read no more and could be broken into.
 */
#include "proof/proof.h"

#include "read/pdf.h"

#include <jianbao/document.h>

#include <string.h>

#define MAX_FILE ((gsize)64 * 1024 * 1024)

#define INPUT "fd://0" /* what poppler calls its standard input */

static GString *
ask(const JbOpened *opened, const char **argv, GError **error)
{
  JbSlice bytes;
  bytes.at = g_bytes_get_data(opened->bytes, &bytes.len);
  return jb_poppler_ask(opened->path, bytes, jb_document_pdf_program(), argv, error);
}

/* "2: facts.json", a line a file. */
static char **
names_of(const char *list)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  g_auto(GStrv) lines = g_strsplit(list, "\n", -1);
  for (char **line = lines; *line != NULL; line++) {
    const char *colon = strstr(*line, ": ");
    if (g_ascii_isdigit(**line) && colon != NULL)
      g_ptr_array_add(names, g_strdup(colon + 2));
  }
  g_ptr_array_add(names, NULL);
  return (char **)g_ptr_array_free(g_steal_pointer(&names), FALSE);
}

static gboolean
read_bytes(JbOpened *opened, GError **error)
{
  g_autoptr(GError) failure = NULL;
  char *bytes = NULL;
  gsize len = 0;
  if (!g_file_get_contents(opened->path, &bytes, &len, &failure)) {
    g_set_error(error, JB_ERROR, JB_ERROR_NO_INPUT, "%s: cannot be opened: %s", opened->path, failure->message);
    return FALSE;
  }
  opened->bytes = g_bytes_new_take(bytes, len);
  if (len <= MAX_FILE && g_str_has_prefix(bytes, "%PDF-"))
    return TRUE;
  g_set_error(error, JB_ERROR, JB_ERROR_DATA,
              len > MAX_FILE ? "%s: too large for a document of ours"
                             : "%s: this is no PDF; give one that jianbao made",
              opened->path);
  return FALSE;
}

gboolean
jb_opened_read(JbOpened *opened, const char *path, GError **error)
{
  *opened = (JbOpened){.path = path};
  if (!read_bytes(opened, error))
    return FALSE;
  g_autoptr(GString) list = ask(opened, (const char *[]){"pdfdetach", "-list", INPUT, NULL}, error);
  if (list == NULL)
    return FALSE;
  opened->names = names_of(list->str);
  opened->text = ask(opened, (const char *[]){"pdftotext", "-raw", "-enc", "UTF-8", "-eol", "unix", "-", "-", NULL},
                     error);
  return opened->text != NULL;
}

void
jb_opened_clear(JbOpened *opened)
{
  g_clear_pointer(&opened->bytes, g_bytes_unref);
  g_strfreev(opened->names);
  if (opened->text != NULL)
    g_string_free(opened->text, TRUE);
  *opened = (JbOpened){0};
}

gboolean
jb_opened_has(const JbOpened *opened, const char *name)
{
  return g_strv_contains((const char *const *)opened->names, name);
}

GString *
jb_opened_file(const JbOpened *opened, const char *name, GError **error)
{
  return ask(opened, (const char *[]){"pdfdetach", "-savefile", name, "-o", "/dev/stdout", INPUT, NULL}, error);
}
