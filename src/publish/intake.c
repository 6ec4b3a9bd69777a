/* SPDX-License-Identifier: Apache-2.0 */
/* A file into the history: read, extract, derive, name, put. What is known by its content is not even read. */
#include <jianbao/publish.h>

#include <jianbao/extract.h>
#include <jianbao/sheet.h>
#include <jianbao/wording.h>

#include "base/digest.h"
#include "base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static GBytes *
read_file(const char *path, GError **error)
{
  char *bytes;
  gsize len;
  struct stat info;
  int fd = open(path, O_RDONLY | O_CLOEXEC), code = errno;
  if (fd >= 0 && fstat(fd, &info) == 0 && S_ISDIR(info.st_mode)) {
    close(fd);
    fd = -1;
    code = EISDIR;
  }
  if (fd < 0) {
    g_set_error(error, JB_ERROR, JB_ERROR_NO_INPUT, "%s: cannot be opened: %s", path, g_strerror(code));
    return NULL;
  }
  close(fd);
  g_autoptr(GError) cause = NULL;
  if (g_file_get_contents(path, &bytes, &len, &cause))
    return g_bytes_new_take(bytes, len);
  if (g_error_matches(cause, G_FILE_ERROR, G_FILE_ERROR_NOMEM)) /* no fault of the file */
    g_set_error(error, JB_ERROR, JB_ERROR_IO, "there is not enough memory to read %s; try again", path);
  else
    g_set_error(error, JB_ERROR, JB_ERROR_IO, "%s: cannot be read to its end; check the disk and try again", path);
  return NULL;
}

/* “10月（更正）” corrects “10月”: the mark is no part of the name that a document is known by. */
static const char *
without_mark(JbArena *arena, const char *id)
{
  static const char *const marks[] = {"更正", "更正版", "更正稿", "修订", "修订版", "修订稿", "勘误"};
  static const struct {
    const char *opens, *closes;
  } forms[] = {{"（", "）"}, {"(", ")"}, {"【", "】"}, {"[", "]"}, {"-", ""}, {"_", ""}, {" ", ""}, {"", ""}};
  for (gsize i = 0; i < G_N_ELEMENTS(forms) * G_N_ELEMENTS(marks); i++) {
    gsize form = i / G_N_ELEMENTS(marks);
    g_autofree char *mark =
        g_strconcat(forms[form].opens, marks[i % G_N_ELEMENTS(marks)], forms[form].closes, NULL);
    if (g_str_has_suffix(id, mark) && strlen(id) > strlen(mark))
      return g_strchomp(jb_arena_copy(arena, id, strlen(id) - strlen(mark)));
  }
  return id;
}

/* The area that the caller names holds where the document says none that is known. */
static gboolean
take_area(JbFacts *facts, const char *path, const char *area, GError **error)
{
  JbArea *own = &facts->report.area;
  if (area != NULL && *own->code == '\0' && *own->zh == '\0' && !jb_area_lookup(facts->arena, area, own)) {
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "--area %s: no such area; give its full name (郑州市) or its code",
                area);
    return FALSE;
  }
  if (*own->code != '\0' || *own->zh != '\0')
    return TRUE;
  g_set_error(error, JB_ERROR, JB_ERROR_DATA,
              "%s: it does not say which area it is about; name the area in its first lines, or give --area", path);
  return FALSE;
}

/* A text without figures is the wrong file; figures of no period would lie in the history where nothing asks for them. */
static gboolean
check_figures(const JbFacts *facts, const char *path, GError **error)
{
  for (guint i = 0; i < facts->n_facts; i++)
    if (facts->facts[i].period.to_year != 0)
      return TRUE;
  if (facts->n_facts == 0)
    g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s: there is no figure in it", path);
  else
    g_set_error(error, JB_ERROR, JB_ERROR_DATA,
                "%s: it does not say of which year its %u figure%s; write the year into its title (2025年1-4月…), or into the "
                "name of the file",
                path, facts->n_facts, facts->n_facts == 1 ? " is" : "s are");
  return FALSE;
}

static gboolean
import_report(JbStore *store, const char *path, GBytes *bytes, const JbOrigin *origin, const JbImport *import,
              JbImported *imported, GError **error)
{
  gsize len;
  const void *data = g_bytes_get_data(bytes, &len);
  g_autoptr(JbDocument) document = jb_document_read_known(path, data != NULL ? data : "", len, origin->sha256, error);
  if (document == NULL)
    return FALSE;
  g_autoptr(JbFacts) facts = jb_extract(document);
  if (!take_area(facts, path, import->area, error))
    return FALSE;
  if (!check_figures(facts, path, error))
    return FALSE;
  facts->report.id = without_mark(facts->arena, facts->report.id);
  jb_facts_derive(facts);
  jb_wording_name_facts(facts);
  imported->n_facts = facts->n_facts;
  return jb_store_put(store, facts, origin, import->again, &imported->put, error);
}

/* A set for each area of the table, all or none. */
static gboolean
import_sheet(JbStore *store, const char *path, GBytes *bytes, const JbOrigin *origin, const JbImport *import,
             JbImported *imported, GError **error)
{
  gsize len;
  const void *data = g_bytes_get_data(bytes, &len);
  g_autoptr(GPtrArray) sets = jb_sheet_read(path, data, len, import->area, error);
  if (sets == NULL)
    return FALSE;
  if (sets->len == 0) {
    g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s: there is no figure beneath its headings", path);
    return FALSE;
  }
  for (guint i = 0; i < sets->len; i++) {
    JbFacts *facts = sets->pdata[i];
    JbPut put;
    facts->report.id = without_mark(facts->arena, facts->report.id);
    jb_wording_name_facts(facts);
    if (!jb_store_put(store, facts, origin, import->again, &put, error))
      return FALSE;
    imported->n_facts += facts->n_facts;
    if (put != JB_PUT_SAME && imported->put != JB_PUT_CORRECTED)
      imported->put = put;
  }
  return TRUE;
}

gboolean
jb_import_file(JbStore *store, const char *path, const JbImport *import, JbImported *imported, GError **error)
{
  *imported = (JbImported){.put = JB_PUT_SAME};
  g_autoptr(GBytes) bytes = read_file(path, error);
  if (bytes == NULL)
    return FALSE;
  g_autofree char *sha256 = jb_sha256_of(bytes);
  g_autofree char *base = g_path_get_basename(path), *name = jb_utf8_shown(base, "");
  JbOrigin origin = {.name = name, .sha256 = sha256};
  if (!import->again && jb_store_knows(store, sha256))
    return TRUE;
  gsize len;
  const void *data = g_bytes_get_data(bytes, &len);
  return (data != NULL && jb_sheet_is(path, data, len) ? import_sheet : import_report)(store, path, bytes, &origin,
                                                                                       import, imported, error);
}
