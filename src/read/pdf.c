/* SPDX-License-Identifier: Apache-2.0 */
/*
 * pdf: the text as poppler's pdftotext lays it out, from a confined child. Its lines are those of the pages, with form
 * feeds between pages; joining them, and leaving out page numbers and running heads, is the same work as for text
 * pasted from a PDF (shape.c, blocks.c).
 */
#include "read/pdf.h"

#include "read/confine.h"
#include "read/reader.h"

#include <jianbao/document.h>
#include <string.h>
#include <unistd.h>

#define MAX_TEXT    ((gsize)16 * 1024 * 1024)
#define MAX_SECONDS 20
#define MAX_MEMORY  ((gsize)1024 * 1024 * 1024)

/* Not from PATH: what runs on untrusted files is the system's. */
static const char *const places[] = {"/usr/bin/pdftotext", "/usr/local/bin/pdftotext", "/opt/homebrew/bin/pdftotext"};

static int
sniff(G_GNUC_UNUSED const char *name, JbSlice bytes)
{
  /* Acrobat takes a header anywhere in the first 1,024 bytes. */
  JbSlice head = {.at = bytes.at, .len = MIN(bytes.len, (gsize)1024)};
  return jb_slice_starts(bytes, "%PDF-") ? 100 : jb_slice_find(head, "\n%PDF-") >= 0 ? 60 : 0;
}

const char *
jb_document_pdf_program(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(places); i++)
    if (access(places[i], X_OK) == 0)
      return places[i];
  return NULL;
}

static gboolean
refuse(const char *name, const JbConfinedResult *result, GError **error)
{
  if (strstr(result->err, "Incorrect password") != NULL) {
    g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s: the PDF is locked with a password; save it again without one",
                name);
    return FALSE;
  }
  char *line_end = strchr(result->err, '\n');
  if (line_end != NULL)
    *line_end = '\0';
  g_autofree char *says = g_utf8_make_valid(result->err, -1);
  g_set_error(error, JB_ERROR, JB_ERROR_DATA,
              "%s: pdftotext cannot read this PDF (%s); save it again, or give its text", name,
              *says != '\0' ? says : "it broke off");
  return FALSE;
}

/* Broken character tables can give anything: zeros are spaces here, and what is no UTF-8 is refused. */
static gboolean
keep_text(JbArena *arena, const char *name, const GString *out, JbText *text, GError **error)
{
  char *kept = jb_arena_copy(arena, out->str, out->len);
  for (gsize i = 0; i < out->len; i++)
    kept[i] = kept[i] == '\0' ? ' ' : kept[i];
  if (!g_utf8_validate(kept, (gssize)out->len, NULL)) {
    g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s: the characters in this PDF are unreadable; give its text", name);
    return FALSE;
  }
  JbSlice all = {.at = kept, .len = out->len};
  *text = (JbText){.encoding = "UTF-8", .utf8 = all, .source = all, .paged = TRUE};
  return TRUE;
}

static gboolean
holds_text(const GString *text)
{
  return strspn(text->str, " \t\r\n\f") < text->len;
}

gboolean
jb_pdf_read(JbArena *arena, const char *name, JbSlice bytes, const char *program, JbText *text, GError **error)
{
  if (program == NULL) {
    g_set_error(error, JB_ERROR, JB_ERROR_CONFIG,
                "%s: a PDF is read with pdftotext, which is not installed: apt-get install poppler-utils", name);
    return FALSE;
  }
  const char *const argv[] = {program, "-layout", "-enc", "UTF-8", "-eol", "unix", "-", "-", NULL};
  JbConfined job = {
      .name = name, .argv = argv, .input = bytes, .max_output = MAX_TEXT, .seconds = MAX_SECONDS, .memory = MAX_MEMORY};
  JbConfinedResult result;
  if (!jb_confine_run(&job, &result, error))
    return FALSE;
  gboolean done = FALSE;
  if (result.status == JB_CONFINED_NO_EXEC)
    g_set_error(error, JB_ERROR, JB_ERROR_CONFIG, "%s: %s cannot be run; install it again: poppler-utils", name,
                program);
  else if (result.status != 0)
    refuse(name, &result, error);
  else if (!holds_text(result.out))
    g_set_error(error, JB_ERROR, JB_ERROR_DATA,
                "%s: there is no text in this PDF, only pictures of it; run text recognition (OCR) on it first", name);
  else
    done = keep_text(arena, name, result.out, text, error);
  jb_confined_clear(&result);
  return done;
}

static gboolean
decode(JbArena *arena, const char *name, JbSlice bytes, JbText *text, GError **error)
{
  return jb_pdf_read(arena, name, bytes, jb_document_pdf_program(), text, error);
}

const JbReader jb_reader_pdf = {.name = "pdf", .sniff = sniff, .decode = decode};
