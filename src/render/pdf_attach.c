/* SPDX-License-Identifier: Apache-2.0 */
/* Files within the file, as PDF/A-3 wants them (ISO 19005-3, 6.8): a reader gets the data with the picture. */
#include "render/pdf.h"

#include <string.h>

static const char *const relations[] = {
    [JB_ATTACHED_UNSPECIFIED] = "Unspecified", [JB_ATTACHED_SOURCE] = "Source",         [JB_ATTACHED_DATA] = "Data",
    [JB_ATTACHED_ALTERNATIVE] = "Alternative", [JB_ATTACHED_SUPPLEMENT] = "Supplement",
};

static guint
write_file(JbPdf *pdf, const JbDrawing *drawing, const JbAttachment *attachment)
{
  guint file = jb_pdf_reserve(pdf), specification = jb_pdf_reserve(pdf);
  gsize len;
  const void *bytes = g_bytes_get_data(attachment->bytes, &len);
  g_autoptr(GString) entries = g_string_new("/Type/EmbeddedFile/Subtype");
  jb_pdf_name(entries, attachment->mime);
  g_string_append_printf(entries, "/Params<</Size %" G_GSIZE_FORMAT "/ModDate", len);
  jb_pdf_date(entries, drawing);
  g_string_append(entries, ">>");
  jb_pdf_stream(pdf, file, entries->str, bytes, len, JB_PDF_REPEATING);
  GString *out = jb_pdf_object(pdf, specification);
  g_string_append_printf(out, "<</Type/Filespec/AFRelationship/%s/EF<</F %u 0 R/UF %u 0 R>>/F",
                         relations[attachment->relation], file, file);
  jb_pdf_text(out, attachment->name);
  g_string_append(out, "/UF");
  jb_pdf_text(out, attachment->name);
  if (attachment->description != NULL) {
    g_string_append(out, "/Desc");
    jb_pdf_text(out, attachment->description);
  }
  g_string_append(out, ">>");
  return specification;
}

static int
by_name(const void *a, const void *b)
{
  return strcmp((*(const JbAttachment *const *)a)->name, (*(const JbAttachment *const *)b)->name);
}

void
jb_pdf_attach(JbPdf *pdf, const JbDrawing *drawing, const JbRenderOptions *options, GString *catalogue, GString *names)
{
  g_autoptr(GPtrArray) sorted = g_ptr_array_new(); /* a name tree is */
  for (guint i = 0; i < options->n_attachments; i++)
    g_ptr_array_add(sorted, (void *)&options->attachments[i]);
  g_ptr_array_sort(sorted, by_name);
  if (sorted->len == 0)
    return;
  g_string_append(catalogue, "/AF[");
  g_string_append(names, "/EmbeddedFiles<</Names[");
  for (guint i = 0; i < sorted->len; i++) {
    const JbAttachment *attachment = sorted->pdata[i];
    guint specification = write_file(pdf, drawing, attachment);
    g_string_append_printf(catalogue, i > 0 ? " %u 0 R" : "%u 0 R", specification);
    jb_pdf_text(names, attachment->name);
    g_string_append_printf(names, "%u 0 R", specification);
  }
  g_string_append_c(catalogue, ']');
  g_string_append(names, "]>>");
}
