/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Is what was written what was to be written? Every file is read again from the disk: its hash, the marks that its form
 * begins and ends with, and of a PDF the number of pages and the text that another program (pdftotext) finds in it.
 * A page can be right in every byte and still show nothing; text that cannot be read back is a defect that we refuse.
 */
#include "publish/job.h"

#include "base/digest.h"

#include <jansson.h>
#include <string.h>

static gboolean
fail(const char *path, const char *what, GError **error)
{
  g_set_error(error, JB_ERROR, JB_ERROR_IO,
              "%s: what was read back %s; nothing was published. Check the disk and try again", path, what);
  return FALSE;
}

/* ---- Form -------------------------------------------------------------------------------------------------------- */

static const struct {
  const char *renderer, *begins, *ends;
  gsize n_begins, n_ends;
} forms[] = {
    {.renderer = "pdf", .begins = "%PDF-1.", .n_begins = 7, .ends = "%%EOF\n", .n_ends = 6},
    {.renderer = "png", .begins = "\x89PNG\r\n\x1a\n", .n_begins = 8, .ends = "IEND\xae\x42\x60\x82", .n_ends = 8},
    {.renderer = "svg", .begins = "<", .n_begins = 1, .ends = "</svg>\n", .n_ends = 7},
};

static gboolean
has_form(const JbRenderer *renderer, const char *bytes, gsize len)
{
  for (guint i = 0; i < G_N_ELEMENTS(forms); i++)
    if (strcmp(forms[i].renderer, renderer->name) == 0)
      return len > forms[i].n_begins + forms[i].n_ends && memcmp(bytes, forms[i].begins, forms[i].n_begins) == 0 &&
             memcmp(bytes + len - forms[i].n_ends, forms[i].ends, forms[i].n_ends) == 0;
  return len > 0;
}

/* ---- Text of a PDF ----------------------------------------------------------------------------------------------- */

/* How often each character occurs; spaces and what a reader may compose otherwise are left out. */
static GHashTable *
count_characters(const char *text)
{
  GHashTable *counts = g_hash_table_new(NULL, NULL);
  for (; *text != '\0'; text = g_utf8_next_char(text)) {
    gunichar c = g_utf8_get_char(text);
    gboolean counted = g_unichar_iswide(c) || g_ascii_isdigit((char)(c < 128 ? c : 0));
    if (!counted || g_unichar_isspace(c))
      continue;
    gpointer key = GUINT_TO_POINTER(c);
    g_hash_table_insert(counts, key, GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) + 1));
  }
  return counts;
}

/* Every Han character and figure of the pages is found, as often as it was drawn. */
static gboolean
holds_text(const char *drawn, const char *found)
{
  g_autoptr(GHashTable) wanted = count_characters(drawn), there = count_characters(found);
  GHashTableIter iter;
  gpointer key, count;
  g_hash_table_iter_init(&iter, wanted);
  while (g_hash_table_iter_next(&iter, &key, &count))
    if (GPOINTER_TO_UINT(g_hash_table_lookup(there, key)) < GPOINTER_TO_UINT(count))
      return FALSE;
  return TRUE;
}

static gboolean
verify_pdf(const char *path, const JbJobFile *file, GError **error)
{
  g_autofree char *program = g_find_program_in_path("pdftotext"), *found = NULL;
  const char *const argv[] = {program, "-enc", "UTF-8", path, "-", NULL};
  int status = 0;
  if (program == NULL) {
    g_set_error(error, JB_ERROR, JB_ERROR_CONFIG,
                "pdftotext is not installed, so the text of %s cannot be read back; install poppler-utils", file->name);
    return FALSE;
  }
  if (!g_spawn_sync(NULL, (char **)(gpointer)argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &found, NULL, &status,
                    NULL) ||
      !g_spawn_check_wait_status(status, NULL))
    return fail(path, "is no PDF that pdftotext can open", error);
  guint pages = 0;
  for (const char *at = strchr(found, '\f'); at != NULL; at = strchr(at + 1, '\f'))
    pages++;
  if (pages != file->n_pages)
    return fail(path, "has another number of pages", error);
  g_autofree char *valid = g_utf8_make_valid(found, -1);
  return holds_text(file->text, valid) || fail(path, "lacks characters that were drawn", error);
}

gboolean
jb_set_verify_file(const char *folder, const JbJobFile *file, GError **error)
{
  g_autofree char *path = g_build_filename(folder, file->name, NULL), *bytes = NULL;
  gsize len;
  if (!g_file_get_contents(path, &bytes, &len, NULL))
    return fail(path, "cannot be opened", error);
  g_autofree char *sha256 = jb_sha256(bytes, len);
  if (strcmp(sha256, file->sha256) != 0)
    return fail(path, "has other bytes than were written", error);
  if (!has_form(file->renderer, bytes, len))
    return fail(path, "does not begin and end as its form does", error);
  return file->text == NULL || verify_pdf(path, file, error);
}

/* ---- A published set ----------------------------------------------------------------------------------------------
 */

static gboolean
has_hash(const char *folder, const char *name, const char *sha256)
{
  g_autofree char *path = g_build_filename(folder, name, NULL), *bytes = NULL;
  gsize len;
  if (strchr(name, '/') != NULL || !g_file_get_contents(path, &bytes, &len, NULL))
    return FALSE;
  g_autofree char *found = jb_sha256(bytes, len);
  return strcmp(found, sha256) == 0;
}

gboolean
jb_set_is_whole(const char *folder)
{
  g_autofree char *path = g_build_filename(folder, "manifest.json", NULL);
  json_t *manifest = json_load_file(path, 0, NULL), *file;
  json_t *files = json_object_get(manifest, "files");
  gboolean whole = json_array_size(files) > 0;
  gsize i;
  json_array_foreach(files, i, file)
  {
    const char *name = json_string_value(json_object_get(file, "name"));
    const char *sha256 = json_string_value(json_object_get(file, "sha256"));
    whole = whole && name != NULL && sha256 != NULL && has_hash(folder, name, sha256);
  }
  json_decref(manifest);
  return whole;
}
