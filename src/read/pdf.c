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

#define MAX_OUTPUT  ((gsize)32 * 1024 * 1024)
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

static void
refuse(const char *name, const char *program, const JbConfinedResult *result, GError **error)
{
  if (result->status == JB_CONFINED_NO_EXEC) {
    g_set_error(error, JB_ERROR, JB_ERROR_CONFIG, "%s: %s cannot be run; install it again: poppler-utils", name,
                program);
    return;
  }
  if (strstr(result->err, "Incorrect password") != NULL) {
    g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s: the PDF is locked with a password; save it again without one",
                name);
    return;
  }
  char *line_end = strchr(result->err, '\n');
  if (line_end != NULL)
    *line_end = '\0';
  g_autofree char *says = g_utf8_make_valid(result->err, -1), *tool = g_path_get_basename(program);
  g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s: %s cannot read this PDF (%s); it is damaged: save it again", name,
              tool, *says != '\0' ? says : "it broke off");
}

GString *
jb_poppler_ask(const char *name, JbSlice bytes, const char *pdftotext, const char **argv, GError **error)
{
  if (pdftotext == NULL) {
    g_set_error(error, JB_ERROR, JB_ERROR_CONFIG,
                "%s: a PDF is read with %s, which is not installed: apt-get install poppler-utils", name, argv[0]);
    return NULL;
  }
  g_autofree char *folder = g_path_get_dirname(pdftotext), *program = g_build_filename(folder, argv[0], NULL);
  argv[0] = program;
  JbConfined job = {.name = name,
                    .argv = argv,
                    .input = bytes,
                    .max_output = MAX_OUTPUT,
                    .seconds = MAX_SECONDS,
                    .memory = MAX_MEMORY};
  JbConfinedResult result;
  if (!jb_confine_run(&job, &result, error))
    return NULL;
  GString *out = result.status == 0 ? g_steal_pointer(&result.out) : NULL;
  if (out == NULL)
    refuse(name, program, &result, error);
  jb_confined_clear(&result);
  return out;
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
  GString *out = jb_poppler_ask(
      name, bytes, program, (const char *[]){"pdftotext", "-layout", "-enc", "UTF-8", "-eol", "unix", "-", "-", NULL},
      error);
  if (out == NULL)
    return FALSE;
  gboolean done = holds_text(out);
  if (!done)
    g_set_error(error, JB_ERROR, JB_ERROR_DATA,
                "%s: there is no text in this PDF, only pictures of it; run text recognition (OCR) on it first", name);
  done = done && keep_text(arena, name, out, text, error);
  g_string_free(out, TRUE);
  return done;
}

static gboolean
decode(JbArena *arena, const char *name, JbSlice bytes, JbText *text, GError **error)
{
  return jb_pdf_read(arena, name, bytes, jb_document_pdf_program(), text, error);
}

const JbReader jb_reader_pdf = {.name = "pdf", .sniff = sniff, .decode = decode};
