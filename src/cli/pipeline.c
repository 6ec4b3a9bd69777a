/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The whole way of the data, once, in cli_pipeline(): read → extract → derive → name → lay out → render → publish.
 *
 * Every stage takes what the one before it made and nothing else; each result is freed when the function
 * leaves, whichever stage failed. Nothing is written before everything has been rendered, and every file
 * that is written appears whole or not at all.
 */
#include "cli/pipeline.h"

#include "cli/cli.h"

#include <string.h>

JbFacts *
cli_read_facts_by(const char *glossary, const char *report, GError **error)
{
  g_autoptr(JbGlossary) own = glossary != NULL ? jb_glossary_open(glossary, error) : NULL;
  if (glossary != NULL && own == NULL)
    return NULL;
  g_autoptr(JbDocument) document = jb_document_open(report, error);
  if (document == NULL)
    return NULL;
  JbFacts *facts = jb_extract(document);
  jb_facts_derive(facts);
  jb_wording_name_facts_by(own, facts);
  return facts;
}

JbFacts *
cli_read_facts(const char *report, GError **error)
{
  return cli_read_facts_by(NULL, report, error);
}

/* What earlier documents of the report's area observed, where the report says nothing itself, and promised for its year. */
static gboolean
add_history(const CliJob *job, JbFacts *facts, GError **error)
{
  const JbArea *area = &facts->report.area;
  if (job->store == NULL)
    return TRUE;
  g_autoptr(JbStore) store = jb_store_open(job->store, JB_STORE_READ, error);
  JbStoreQuery query = {.area = *area->code != '\0' ? area->code : area->zh,
                        .coded = TRUE,
                        .given_until = facts->report.year,
                        .statuses = 1u << JB_STATUS_ACTUAL | 1u << JB_STATUS_ESTIMATE | 1u << JB_STATUS_TARGET};
  g_autoptr(JbObservations) rows = store != NULL ? jb_store_select(store, &query, error) : NULL;
  if (rows != NULL)
    jb_facts_add_history(facts, rows);
  return rows != NULL;
}

JbLayout *
cli_open_layout(const char *name, const char *theme, GError **error)
{
  JbLayout *layout = jb_layout_open(name, error);
  if (layout != NULL && theme != NULL && !jb_layout_set_theme(layout, theme, error))
    g_clear_pointer(&layout, jb_layout_free);
  return layout;
}

gboolean
cli_source_date(gint64 *seconds, GError **error)
{
  const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
  *seconds = -1;
  if (epoch == NULL || *epoch == '\0' ||
      g_ascii_string_to_signed(epoch, 10, 0, G_GINT64_CONSTANT(253402300799), seconds, NULL))
    return TRUE;
  g_set_error(error, JB_ERROR, JB_ERROR_USAGE,
              "SOURCE_DATE_EPOCH is \"%s\"; it must be a count of seconds since 1970, as `date +%%s` prints", epoch);
  return FALSE;
}

/* As an ISO 8601 time in the drawing's arena; the report's own date when it is not set. */
gboolean
cli_date_drawing(JbDrawing *drawing, GError **error)
{
  gint64 seconds;
  if (!cli_source_date(&seconds, error))
    return FALSE;
  if (seconds < 0)
    return TRUE;
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(seconds);
  g_autofree char *text = g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ");
  drawing->date = jb_arena_dup(drawing->arena, text);
  return TRUE;
}

/* out.png → out-3.png */
static char *
numbered_path(const char *path, guint page)
{
  const char *slash = strrchr(path, '/');
  const char *dot = strrchr(path, '.');
  gsize stem = dot != NULL && (slash == NULL || dot > slash + 1) ? (gsize)(dot - path) : strlen(path);
  return g_strdup_printf("%.*s-%u%s", (int)stem, path, page, path + stem);
}

/* Which pages the job asks for, counted from 0: [*first, *end). Paged formats hold all of them in one file. */
static gboolean
choose_pages(const CliJob *job, const JbDrawing *drawing, guint *first, guint *end, GError **error)
{
  guint n_pages = drawing->pages->len;
  *first = job->page > 0 ? job->page - 1 : 0;
  *end = job->page > 0 || job->renderer->paged ? *first + 1 : n_pages;
  if (job->page > n_pages)
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "--page %u: the briefing has %u pages", job->page, n_pages);
  else if (*end - *first > 1 && strcmp(job->output, "-") == 0)
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE,
                "standard output holds one %s file and the briefing has %u pages; say which with --page",
                job->renderer->name, n_pages);
  else
    return TRUE;
  return FALSE;
}

/* Everything is rendered before the first file is written. */
gboolean
cli_render_and_publish(const CliJob *job, const JbFacts *facts, const JbDrawing *drawing, JbFonts *fonts,
                       GError **error)
{
  const JbMaking making = {.facts = facts,
                           .fonts = fonts,
                           .lang = job->lang,
                           .layout = job->layout,
                           .theme = job->layout != NULL ? job->theme : job->canvas.theme,
                           .form = job->form,
                           .option = job->option,
                           .canvas = job->form != NULL ? &job->canvas : NULL};
  g_autoptr(JbCarried) carried = job->renderer->paged ? jb_carry(&making, error) : NULL;
  guint first, end;
  if ((job->renderer->paged && carried == NULL) || !choose_pages(job, drawing, &first, &end, error))
    return FALSE;
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
  for (guint page = first; page < end; page++) {
    JbRenderOptions options = {.page = page,
                               .scale = job->scale,
                               .dpi = job->dpi,
                               .live_text = job->live_text,
                               .n_attachments = carried != NULL ? carried->n : 0,
                               .attachments = carried != NULL ? carried->files : NULL};
    GBytes *bytes = jb_render(job->renderer, drawing, fonts, &options, error);
    if (bytes == NULL)
      return FALSE;
    g_ptr_array_add(files, bytes);
  }
  for (guint i = 0; i < files->len; i++) {
    g_autofree char *path = files->len > 1 ? numbered_path(job->output, first + i + 1) : g_strdup(job->output);
    if (!cli_write_bytes(path, files->pdata[i], job->renderer->binary, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
cli_has_figures(const JbFacts *facts, const char *report, GError **error)
{
  if (facts->n_facts > 0)
    return TRUE;
  g_set_error(
      error, JB_ERROR, JB_ERROR_DATA,
      "%s: no figure was found in it; expected is a Chinese government work report or release that gives indicators "
      "with numbers (地区生产总值增长5%%). `jianbao dump --stage tokens` shows what was read",
      report);
  return FALSE;
}

void
cli_warn_blank(const CliCall *call, const JbFacts *facts, const char *report)
{
  g_autoptr(GError) blank = NULL;
  if (cli_has_figures(facts, report, &blank))
    return;
  cli_say("%s", blank->message);
  *call->status = CLI_EXIT_WARNED;
}

JbDrawing *
cli_draw_chart(const CliJob *job, const JbFacts *facts, JbFonts *fonts, GError **error)
{
  JbDrawing *drawing = jb_layout_chart(job->form, job->option, facts, fonts, job->lang, &job->canvas, error);
  if (drawing == NULL && error != NULL && g_error_matches(*error, JB_ERROR, JB_ERROR_USAGE))
    g_prefix_error(error, "--size %gx%g: ", job->canvas.width_pt, job->canvas.height_pt);
  return drawing;
}

gboolean
cli_pipeline(const CliJob *job, CliOutcome *outcome, GError **error)
{
  g_autoptr(JbDocument) document = NULL;
  g_autoptr(JbFacts) facts = NULL;
  g_autoptr(JbFonts) fonts = NULL;
  g_autoptr(JbLayout) layout = NULL;
  g_autoptr(JbDrawing) drawing = NULL;
  g_autoptr(JbGlossary) glossary = NULL;
  gboolean done = FALSE;

  /* What the user may have got wrong comes first, so that nothing is read in vain. */
  if ((job->layout == NULL || (layout = cli_open_layout(job->layout, job->theme, error)) != NULL) &&
      (job->glossary == NULL || (glossary = jb_glossary_open(job->glossary, error)) != NULL) &&
      (fonts = layout != NULL ? jb_layout_open_fonts(layout, error) : jb_fonts_open(error)) != NULL &&
      /* read/: bytes into blocks of text that know where they came from */
      (document = jb_document_open(job->report, error)) != NULL) {
    /* extract/, facts/, wording/: quantities, what follows from them, their English names */
    facts = jb_extract(document);
    done = cli_has_figures(facts, job->report, error) && add_history(job, facts, error);
    if (done) {
      jb_facts_derive(facts);
      jb_wording_name_facts_by(glossary, facts);
      /* layout/, chart/, typeset/: pages of draw commands */
      drawing = layout != NULL ? jb_layout_run(layout, facts, fonts, job->lang, error)
                               : cli_draw_chart(job, facts, fonts, error);
    }
    /* render/, publish/: files that appear whole or not at all */
    done = drawing != NULL && cli_date_drawing(drawing, error) &&
           cli_render_and_publish(job, facts, drawing, fonts, error);
    if (done)
      *outcome = (CliOutcome){.n_untranslated = layout != NULL && job->lang != JB_LANG_ZH
                                                    ? cli_count_untranslated(facts, drawing)
                                                    : 0,
                              .is_blank = drawing->n_blank > 0};
  }
  return done;
}
