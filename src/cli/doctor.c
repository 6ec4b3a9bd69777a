/* SPDX-License-Identifier: Apache-2.0 */
/*
 * jianbao doctor: fonts, libraries, directories. The one file outside their rooms that includes the headers
 * of Cairo, Pango, HarfBuzz, libfyaml, Jansson, libxml2, libpng, libdeflate and zlib: to ask each which
 * version is loaded.
 */
#include "cli/cli.h"

#include "read/zip.h"

#include <cairo.h>
#include <hb.h>
#include <jansson.h>
#include <libdeflate.h>
#include <libfyaml.h>
#include <libxml/parser.h>
#include <pango/pango.h>
#include <png.h>
#include <unistd.h>
#include <xlsxwriter.h>
#include <zlib.h>

/* Lines of the faces; FALSE and the error's sentence when one is missing. */
static gboolean
report_fonts(GString *out)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbFonts) fonts = jb_fonts_open(&error);
  if (fonts == NULL) {
    g_string_append_printf(out, "font       MISSING: %s\n", error->message);
    return FALSE;
  }
  for (int face = 0; face < JB_N_FACES; face++) {
    const JbFaceInfo *info = jb_fonts_info(fonts, (JbFace)face);
    g_string_append_printf(out, "font       %s %s: %s, face %u, %s\n", info->family, info->style, info->path,
                           info->index, info->version);
  }
  return TRUE;
}

static void
report_libraries(GString *out)
{
  const char *archive = jb_zip_library();
  const struct {
    const char *name, *version;
  } libraries[] = {
      {.name = "cairo", .version = cairo_version_string()},
      {.name = "harfbuzz", .version = hb_version_string()},
      {.name = "jansson", .version = jansson_version_str()},
      {.name = "libarchive", .version = archive != NULL ? archive : "MISSING; to read docx and xlsx: apt-get install libarchive13"},
      {.name = "libdeflate", .version = LIBDEFLATE_VERSION_STRING},
      {.name = "libfyaml", .version = fy_library_version()},
      {.name = "libpng", .version = png_get_libpng_ver(NULL)},
      {.name = "libxml2", .version = xmlParserVersion},
      {.name = "libxlsxwriter", .version = lxw_version()},
      {.name = "pango", .version = pango_version_string()},
      {.name = "zlib", .version = zlibVersion()},
  };
  g_string_append_printf(out, "library    glib %u.%u.%u\n", glib_major_version, glib_minor_version, glib_micro_version);
  for (guint i = 0; i < G_N_ELEMENTS(libraries); i++)
    g_string_append_printf(out, "library    %s %s\n", libraries[i].name, libraries[i].version);
}

/* Only a PDF needs it, so that it cannot fail the check either. */
static void
report_pdf(GString *out)
{
  const char *program = jb_document_pdf_program();
  g_string_append_printf(out, "program    pdftotext: %s\n",
                         program != NULL ? program : "MISSING; to read PDF: apt-get install poppler-utils");
}

/* Results go where the user says; the current directory is only the likeliest place, so it cannot fail the check. */
static void
report_directory(GString *out)
{
  g_autofree char *here = g_get_current_dir();
  g_string_append_printf(out, "directory  %s: %s\n", here,
                         access(here, W_OK) == 0 ? "can be written to" : "CANNOT be written to; name another with -o");
}

gboolean
cli_doctor(const CliCall *call, GError **error)
{
  (void)call;
  g_autoptr(GString) out = g_string_new("jianbao    " JB_VERSION "\n");
  gboolean fine = report_fonts(out);
  report_libraries(out);
  report_pdf(out);
  report_directory(out);
  if (!cli_write("-", out->str, out->len, error))
    return FALSE;
  if (!fine)
    g_set_error_literal(error, JB_ERROR, JB_ERROR_CONFIG,
                        "the fonts are missing; install them: apt-get install fonts-noto-cjk");
  return fine;
}
