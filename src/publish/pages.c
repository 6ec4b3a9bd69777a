/* SPDX-License-Identifier: Apache-2.0 */
/* The files of a set, rendered in memory: nothing is written while anything can still be wrong with the data. */
#include "publish/job.h"

#include "base/digest.h"

#include <jianbao/layout.h>
#include <jianbao/proof.h>

#include <string.h>

static void
clear_file(gpointer data)
{
  JbJobFile *file = data;
  g_free(file->name);
  g_free(file->text);
  g_free(file->sha256);
  g_bytes_unref(file->bytes);
}

/* What a placeholder stands for; NULL when it is none of ours. For the caller to free. */
static char *
value_of(const char *key, const JbJob *job, const JbJobDocument *document, JbPeriod period, guint page)
{
  if (strcmp(key, "area") == 0)
    return g_strdup(job->area.zh);
  if (strcmp(key, "code") == 0)
    return g_strdup(job->area.code);
  if (strcmp(key, "period") == 0)
    return jb_job_period_text(period);
  if (strcmp(key, "year") == 0)
    return g_strdup_printf("%04d", period.to_year);
  if (strcmp(key, "month") == 0)
    return g_strdup_printf("%02d", period.to_month);
  if (strcmp(key, "lang") == 0)
    return g_strdup(document->lang_name);
  if (strcmp(key, "page") == 0)
    return g_strdup_printf("%u", page);
  if (document->chart != NULL)
    return g_strdup(document->chart);
  return g_path_get_basename(document->layout);
}

static char *
name_of(const JbJob *job, const JbJobDocument *document, JbPeriod period, guint page)
{
  g_autoptr(GString) name = g_string_new(NULL);
  for (const char *at = document->name; *at != '\0';) {
    const char *end = *at == '{' ? strchr(at, '}') : NULL;
    if (end == NULL) {
      g_string_append_c(name, *at++);
      continue;
    }
    g_autofree char *key = g_strndup(at + 1, (gsize)(end - at - 1));
    g_autofree char *value = value_of(key, job, document, period, page);
    g_string_append(name, value);
    at = end + 1;
  }
  return g_string_free(g_steal_pointer(&name), FALSE);
}

static gboolean
is_taken(const GArray *files, const char *name)
{
  for (guint i = 0; i < files->len; i++)
    if (strcmp(g_array_index(files, JbJobFile, i).name, name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
add_file(const JbJob *job, const JbJobDocument *document, JbPeriod period, const JbDrawing *drawing, JbFonts *fonts,
         const JbRenderOptions *options, GArray *files, GError **error)
{
  JbJobFile file = {.renderer = document->renderer};
  file.name = name_of(job, document, period, options->page + 1);
  if (is_taken(files, file.name)) {
    g_set_error(error, JB_ERROR, JB_ERROR_CONFIG,
                "%s: two documents would be called %s; put {page}, {lang} or {layout} into the name", job->path,
                file.name);
    g_free(file.name);
    return FALSE;
  }
  file.bytes = jb_render(document->renderer, drawing, fonts, options, error);
  if (file.bytes == NULL) {
    g_free(file.name);
    return FALSE;
  }
  file.sha256 = jb_sha256_of(file.bytes);
  file.n_pages = document->renderer->paged ? drawing->pages->len : 1;
  file.n_blank = options->page == 0 ? drawing->n_blank : 0;
  file.text = document->renderer->paged ? jb_drawing_text(drawing) : NULL;
  g_array_append_val(files, file);
  return TRUE;
}

static gboolean
render_document(const JbJob *job, const JbJobDocument *document, JbPeriod period, const JbFacts *facts, JbFonts *fonts,
                GArray *files, GError **error)
{
  g_autoptr(JbLayout) layout = document->layout != NULL ? jb_layout_open(document->layout, error) : NULL;
  if (document->layout != NULL && layout == NULL)
    return FALSE;
  if (layout != NULL && document->theme != NULL && !jb_layout_set_theme(layout, document->theme, error))
    return FALSE;
  /* A theme may bring fonts of its own. */
  g_autoptr(JbFonts) own = jb_layout_open_fonts(layout, error);
  if (layout != NULL && own == NULL)
    return FALSE;
  fonts = own != NULL ? own : fonts;
  JbCanvas canvas = {.width_pt = document->width_pt, .height_pt = document->height_pt, .theme = document->theme};
  g_autoptr(JbDrawing) drawing = layout != NULL ? jb_layout_run(layout, facts, fonts, document->lang, error)
                                                : jb_layout_chart(document->chart, document->option, facts, fonts,
                                                                  document->lang, &canvas, error);
  if (drawing == NULL) {
    if (error != NULL && g_error_matches(*error, JB_ERROR, JB_ERROR_USAGE)) { /* its size stands in the job file */
      g_prefix_error(error, "%s: ", job->path);
      (*error)->code = JB_ERROR_CONFIG;
    }
    return FALSE;
  }
  const JbMaking making = {.facts = facts,
                           .fonts = fonts,
                           .lang = document->lang,
                           .layout = document->layout,
                           .theme = document->theme,
                           .form = document->chart,
                           .option = document->option,
                           .canvas = document->chart != NULL ? &canvas : NULL};
  g_autoptr(JbCarried) carried = document->renderer->paged ? jb_carry(&making, error) : NULL;
  if (document->renderer->paged && carried == NULL)
    return FALSE;
  guint n = document->renderer->paged ? 1 : drawing->pages->len;
  for (guint page = 0; page < n; page++) {
    JbRenderOptions options = {.page = page,
                               .scale = document->scale,
                               .n_attachments = carried != NULL ? carried->n : 0,
                               .attachments = carried != NULL ? carried->files : NULL};
    if (!add_file(job, document, period, drawing, fonts, &options, files, error))
      return FALSE;
  }
  return TRUE;
}

GArray *
jb_pages_render(const JbJob *job, JbPeriod period, const JbFacts *facts, JbFonts *fonts, GError **error)
{
  g_autoptr(GArray) files = g_array_new(FALSE, FALSE, sizeof(JbJobFile));
  g_array_set_clear_func(files, clear_file);
  for (guint i = 0; i < job->documents->len; i++) {
    const JbJobDocument *document = &g_array_index(job->documents, JbJobDocument, i);
    if (!render_document(job, document, period, facts, fonts, files, error))
      return NULL;
  }
  return g_steal_pointer(&files);
}
