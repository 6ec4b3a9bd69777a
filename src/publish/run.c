/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A run of a job: lock → import → period → material → render → publish → retain → hooks.
 *
 * The lock is held from before the first byte is read to after the last link has moved; a second run is told to come
 * again. Importing is committed before anything is rendered and changes nothing when it is repeated, so a run that dies
 * anywhere is finished by the next one. The period is the one asked for, or the newest that the history has figures of;
 * the clock is not asked. What is incomplete is published with a warning (exit 10), or refused, as the job says; what
 * is wrong is never published, and the last good set stays where it is.
 */
#include "publish/file.h"
#include "publish/job.h"

#include <glob.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  const JbJob *job;
  const JbRunOptions *options;
  JbStore *store;
  JbFonts *fonts;
  JbRunLog log;
  GPtrArray *warnings; /* of the period at hand */
  guint n_warnings;    /* of all periods */
  JbRunResult *result;
} Run;

static void warn(Run *run, const char *format, ...) G_GNUC_PRINTF(2, 3);

static void
warn(Run *run, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  char *text = g_strdup_vprintf(format, args);
  va_end(args);
  jb_run_log(&run->log, G_LOG_LEVEL_WARNING, JB_LOG_WARNING, "%s", text);
  g_ptr_array_add(run->warnings, text);
  run->n_warnings++;
}

/* ---- Inputs --------------------------------------------------------------------------------------------------------
 */

/* Without what a name ends in: a correction (10月-更正.txt) comes after what it corrects (10月.txt). */
static int
by_name(gconstpointer a, gconstpointer b)
{
  const char *x = *(char *const *)a, *y = *(char *const *)b;
  const char *dot_x = strrchr(x, '.'), *dot_y = strrchr(y, '.');
  g_autofree char *stem_x = g_strndup(x, dot_x != NULL ? (gsize)(dot_x - x) : strlen(x));
  g_autofree char *stem_y = g_strndup(y, dot_y != NULL ? (gsize)(dot_y - y) : strlen(y));
  int order = strcmp(stem_x, stem_y);
  return order != 0 ? order : strcmp(x, y);
}

/* Files of the globs and the inbox, each once, by name. Hidden files and those still being written (.part) wait. */
static GPtrArray *
list_inputs(const JbJob *job, GError **error)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; job->inputs != NULL && job->inputs[i] != NULL; i++) {
    glob_t found;
    if (glob(job->inputs[i], GLOB_ERR, NULL, &found) == 0)
      for (gsize k = 0; k < found.gl_pathc; k++)
        if (!g_file_test(found.gl_pathv[k], G_FILE_TEST_IS_DIR))
          g_ptr_array_add(paths, g_strdup(found.gl_pathv[k]));
    globfree(&found);
  }
  g_autoptr(GDir) inbox = job->inbox != NULL ? g_dir_open(job->inbox, 0, NULL) : NULL;
  if (job->inbox != NULL && inbox == NULL) { /* a share that is not mounted looks like a month without figures */
    g_set_error(error, JB_ERROR, JB_ERROR_NO_INPUT,
                "%s: the inbox cannot be read; make the folder, mount it, or correct `inbox` in %s", job->inbox,
                job->path);
    return NULL;
  }
  for (const char *name; inbox != NULL && (name = g_dir_read_name(inbox)) != NULL;) {
    g_autofree char *path = g_build_filename(job->inbox, name, NULL);
    if (*name != '.' && !g_str_has_suffix(name, ".part") && g_file_test(path, G_FILE_TEST_IS_REGULAR))
      g_ptr_array_add(paths, g_steal_pointer(&path));
  }
  g_ptr_array_sort(paths, by_name);
  return g_steal_pointer(&paths);
}

static gboolean
is_of_inbox(const JbJob *job, const char *path)
{
  g_autofree char *folder = g_path_get_dirname(path), *any = job->inbox != NULL ? g_build_filename(job->inbox, "x", NULL) : NULL;
  g_autofree char *inbox = any != NULL ? g_path_get_dirname(any) : NULL;
  return g_strcmp0(folder, inbox) == 0;
}

/*
 * An input that cannot be read is told, and the others are taken. Of the inbox, which is the job's own, it is put aside
 * so that it is told once, when its content is wrong for good; what cannot be opened today may be tomorrow.
 */
static void
pass_over(Run *run, const char *path, const GError *cause, GString *unread)
{
  g_autoptr(GError) failure = NULL;
  g_autofree char *now = NULL;
  gboolean rejects = g_error_matches(cause, JB_ERROR, JB_ERROR_DATA) && is_of_inbox(run->job, path) && !run->options->dry_run;
  gboolean settled = rejects && jb_aside_is_settled(path);
  if (rejects && !settled)
    warn(run, "%s; it changed within the last minute and stays in the inbox", cause->message);
  else if (settled && (now = jb_aside_input(path, cause->message, &failure)) != NULL)
    warn(run, "%s; put into %s: correct it and put it back into the inbox, or remove it", cause->message, now);
  else
    warn(run, "%s%s%s", cause->message, settled ? "; it stays in the inbox: " : "", settled ? failure->message : "");
  if (now == NULL) {
    g_autofree char *reason = g_strdelimit(g_strdup(cause->message), "\n", ' ');
    g_string_append_printf(unread, "%s\n%s\n", path, reason);
  }
}

/*
 * A store that cannot be written is an error. What does not say whose figures it has (我县, 全县) is of the job's area:
 * it was put into the job's inputs.
 */
static gboolean
import_inputs(Run *run, GError **error)
{
  const JbImport import = {.area = run->job->area_text};
  g_autoptr(GPtrArray) paths = list_inputs(run->job, error);
  g_autoptr(GString) unread = g_string_new(NULL);
  guint n = 0;
  if (paths == NULL)
    return FALSE;
  for (guint i = 0; i < paths->len; i++) {
    JbImported imported;
    g_autoptr(GError) cause = NULL;
    if (jb_import_file(run->store, paths->pdata[i], &import, &imported, &cause)) {
      n += imported.put != JB_PUT_SAME;
      continue;
    }
    gboolean about_file = (g_error_matches(cause, JB_ERROR, JB_ERROR_DATA) ||
                           g_error_matches(cause, JB_ERROR, JB_ERROR_NO_INPUT) ||
                           g_error_matches(cause, JB_ERROR, JB_ERROR_IO)) &&
                          g_str_has_prefix(cause->message, paths->pdata[i]);
    if (run->job->refuses || !about_file) {
      g_propagate_error(error, g_steal_pointer(&cause));
      return FALSE;
    }
    pass_over(run, paths->pdata[i], cause, unread);
  }
  if (!run->options->dry_run)
    jb_unread_remember(run->job, unread);
  if (n > 0)
    jb_run_log(&run->log, G_LOG_LEVEL_INFO, JB_LOG_IMPORTED, "%u documents into the history", n);
  return jb_store_commit(run->store, error);
}

/* ---- One period
 * ------------------------------------------------------------------------------------------------------ */

static gboolean
check_material(Run *run, const JbMaterial *material, GError **error)
{
  const char *what = material->n_own == 0  ? "no figures of this period"
                     : !material->has_plan ? "no work report of the year, so no targets"
                                           : NULL;
  if (what == NULL)
    return TRUE;
  if (run->job->refuses) {
    g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s %s: %s; nothing was published, as `on_incomplete: refuse` says",
                run->job->name, run->log.period, what);
    return FALSE;
  }
  warn(run, "%s", what);
  return TRUE;
}

/* Charts that say 暂无数据 are incomplete data too. */
static gboolean
check_blank(Run *run, const GArray *files, GError **error)
{
  for (guint i = 0; i < files->len; i++) {
    const JbJobFile *file = &g_array_index(files, JbJobFile, i);
    if (file->n_blank == 0)
      continue;
    g_autofree char *what = file->n_blank == 1 ? g_strdup("a chart has no data")
                                               : g_strdup_printf("%u charts have no data", file->n_blank);
    if (run->job->refuses) {
      g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s %s: %s: %s; nothing was published, as `on_incomplete: refuse` says",
                  run->job->name, run->log.period, file->name, what);
      return FALSE;
    }
    warn(run, "%s: %s and say%s so", file->name, what, file->n_blank == 1 ? "s" : "");
  }
  return TRUE;
}

static gboolean
make_set(Run *run, JbPeriod period, const JbMaterial *material, GError **error)
{
  g_autoptr(GArray) files = jb_pages_render(run->job, period, material->facts, run->fonts, error);
  if (files == NULL || !check_blank(run, files, error))
    return FALSE;
  if (run->options->dry_run) {
    for (guint i = 0; i < files->len; i++)
      jb_run_log(&run->log, G_LOG_LEVEL_MESSAGE, JB_LOG_PUBLISHED, "would write %s (%zu bytes)",
                 g_array_index(files, JbJobFile, i).name, g_bytes_get_size(g_array_index(files, JbJobFile, i).bytes));
    return TRUE;
  }
  if (!jb_sets_publish(run->job, period, material, files, run->warnings, error))
    return FALSE;
  jb_sets_retain(run->job);
  run->result->n_files += files->len;
  run->result->n_published++;
  jb_run_log(&run->log, G_LOG_LEVEL_MESSAGE, JB_LOG_PUBLISHED, "published %u files into %s", files->len,
             run->job->output);
  return TRUE;
}

/* Reads only: what jb_sets_is_published() tells a run that may move links. */
static gboolean
would_do_nothing(const Run *run, JbPeriod period, const char *digest)
{
  g_autofree char *folder = jb_sets_folder(run->job, period), *name = jb_sets_name(period, digest);
  g_autofree char *found = folder != NULL ? g_path_get_basename(folder) : NULL;
  return !run->options->force && g_strcmp0(found, name) == 0 && jb_set_is_whole(folder);
}

static gboolean
run_period(Run *run, JbPeriod period, GError **error)
{
  JbMaterial material;
  gboolean whole = FALSE, done = FALSE;
  g_free(run->log.period);
  run->log.period = jb_job_period_text(period);
  if (jb_material_collect(run->job, run->store, period, run->fonts, &material, error) &&
      check_material(run, &material, error) &&
      (run->options->force || run->options->dry_run ||
       jb_sets_is_published(run->job, period, material.digest, &whole, error))) {
    whole = whole || (run->options->dry_run && would_do_nothing(run, period, material.digest));
    if (whole)
      jb_run_log(&run->log, G_LOG_LEVEL_MESSAGE, JB_LOG_UNCHANGED,
                 "published already from the same inputs; nothing to do");
    done = whole || make_set(run, period, &material, error);
  }
  jb_material_clear(&material);
  return done;
}

/* ---- Which periods
 * ---------------------------------------------------------------------------------------------------- */

static gboolean
is_in(const GArray *periods, JbPeriod period)
{
  for (guint i = 0; i < periods->len; i++)
    if (jb_job_period_compare(g_array_index(periods, JbPeriod, i), period) == 0)
      return TRUE;
  return FALSE;
}

/*
 * Every period from the first to the newest that has figures: those without are named, those unpublished are made. The
 * newest is made again when its inputs have changed; older sets stay as they were published, until --period names one.
 * A gap is a warning of the run that publishes beyond it; told every day, nobody would read it.
 */
static gboolean
catch_up(Run *run, const GArray *known, GError **error)
{
  g_autoptr(GArray) published = jb_sets_periods(run->job);
  g_autoptr(GPtrArray) missing = g_ptr_array_new_with_free_func(g_free);
  JbPeriod period = g_array_index(known, JbPeriod, 0), last = g_array_index(known, JbPeriod, known->len - 1);
  if (run->job->since != NULL)
    jb_job_period_parse(run->job, run->job->since, &period, NULL);
  for (; jb_job_period_compare(period, last) <= 0; period = jb_job_period_next(run->job, period)) {
    g_autofree char *text = jb_job_period_text(period);
    gboolean newest = jb_job_period_compare(period, last) == 0;
    if (!is_in(known, period) && jb_job_is_expected(run->job, period))
      g_ptr_array_add(missing, g_steal_pointer(&text));
    else if (is_in(known, period) && (newest || !is_in(published, period)) && !run_period(run, period, error))
      return FALSE;
  }
  for (guint i = 0; i < missing->len; i++)
    if (run->result->n_published > 0)
      warn(run, "%s is missing: no figures of it were delivered", (const char *)missing->pdata[i]);
    else
      jb_run_log(&run->log, G_LOG_LEVEL_INFO, JB_LOG_WARNING, "%s is missing: no figures of it were delivered",
                 (const char *)missing->pdata[i]);
  return TRUE;
}

/* A period that no figure has reached is a slip of the pen: its empty set would be the newest, and `current`. */
static gboolean
check_reached(const Run *run, const GArray *known, JbPeriod period, GError **error)
{
  JbPeriod newest = g_array_index(known, JbPeriod, known->len - 1);
  g_autofree char *text = jb_job_period_text(newest);
  if (jb_job_period_compare(period, newest) <= 0)
    return TRUE;
  g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "period %s: the newest figures of %s are of %s; a later period is not published",
              run->options->period, run->job->area.zh, text);
  return FALSE;
}

static gboolean
run_periods(Run *run, GError **error)
{
  JbPeriod period;
  if (run->options->period != NULL && !jb_job_period_parse(run->job, run->options->period, &period, error))
    return FALSE;
  g_autoptr(GArray) known = jb_job_periods(run->job, run->store, error);
  if (known == NULL)
    return FALSE;
  if (known->len == 0) {
    g_set_error(error, JB_ERROR, JB_ERROR_DATA,
                "%s: the history has no figures of %s yet; put a release into the inputs",
                run->job->path, run->job->area.zh);
    return FALSE;
  }
  if (run->options->period != NULL)
    return check_reached(run, known, period, error) && run_period(run, period, error);
  if (run->options->catch_up)
    return catch_up(run, known, error);
  return run_period(run, g_array_index(known, JbPeriod, known->len - 1), error);
}

/* ---- The run
 * ------------------------------------------------------------------------------------------------------------ */

static char *
error_path(const JbJob *job)
{
  return g_build_filename(job->output, ".last-error", NULL);
}

/* Two lines: period and message; what `jianbao status` shows. As far as it can be written. */
static void
remember(const Run *run, const GError *error)
{
  g_autofree char *path = error_path(run->job);
  g_autofree char *text = error != NULL ? g_strdup_printf("%s\n%s\n", run->log.period != NULL ? run->log.period : "-",
                                                          error->message)
                                        : NULL;
  if (text == NULL)
    unlink(path);
  else {
    FILE *out = fopen(path, "we");
    if (out != NULL && (fputs(text, out) < 0 || fclose(out) != 0))
      unlink(path);
  }
}

/*
 * A damaged history is put aside and the newest whole copy put in its place: what came after the copy is imported again
 * from the inputs. Not for a job that refuses what is incomplete, and not when there is no whole copy.
 */
static JbStore *
open_store(Run *run, const char *path, GError **error)
{
  g_autoptr(GError) cause = NULL;
  JbStore *store = jb_store_open(path, JB_STORE_WRITE, &cause);
  JbRestored restored = {0};
  gboolean restores = g_error_matches(cause, JB_ERROR, JB_ERROR_DATA) && !run->job->refuses && !run->options->dry_run;
  if (restores && jb_store_restore(path, &restored, NULL))
    store = jb_store_open(path, JB_STORE_WRITE, NULL);
  if (store != NULL && restored.aside != NULL) {
    g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(restored.time);
    g_autofree char *when = g_date_time_format(time, "%Y-%m-%d %H:%M UTC");
    warn(run, "%s: the history was damaged (%s); it is now %s, and its copy of %s is in its place", path,
         restored.reason, restored.aside, when);
  }
  jb_restored_clear(&restored);
  if (store == NULL)
    g_propagate_error(error, g_steal_pointer(&cause));
  return store;
}

static gboolean
work(Run *run, GError **error)
{
  /* A dry run begins no history: what it reads goes into one that is thrown away. */
  gboolean thrown = run->options->dry_run && access(run->job->store, F_OK) != 0;
  g_autofree char *folder = thrown ? g_dir_make_tmp("jianbao-dry-XXXXXX", NULL) : NULL;
  g_autofree char *path = folder != NULL ? g_build_filename(folder, "history.db", NULL) : g_strdup(run->job->store);
  run->fonts = jb_fonts_open(error);
  run->store = run->fonts != NULL ? open_store(run, path, error) : NULL;
  if (run->store != NULL && run->options->dry_run)
    jb_store_rehearse(run->store);
  gboolean done = run->store != NULL && import_inputs(run, error) && run_periods(run, error);
  if (folder != NULL) {
    g_clear_pointer(&run->store, jb_store_close);
    jb_file_remove_tree(folder);
  }
  return done;
}

static void
run_hooks(Run *run, const GError *error)
{
  const char *outcome = error != NULL                  ? "failed"
                        : run->n_warnings > 0          ? "warnings"
                        : run->result->n_published > 0 ? "published"
                                                       : "unchanged";
  const char *hook = error != NULL ? run->job->failure : run->job->success;
  if (!run->options->dry_run && !jb_hook_run(&run->log, hook, outcome, error != NULL ? error->message : ""))
    run->n_warnings++;
}

gboolean
jb_job_run(const JbJob *job, const JbRunOptions *options, JbRunResult *result, GError **error)
{
  *result = (JbRunResult){0};
  Run run = {.job = job, .options = options, .result = result, .log = {.job = job}};
  g_autoptr(GError) cause = NULL;
  run.log.id = g_uuid_string_random();
  run.warnings = g_ptr_array_new_with_free_func(g_free);
  int lock = options->dry_run ? -1 : jb_sets_lock(job, &cause);
  gboolean locked = cause == NULL;
  if (locked) {
    if (!options->dry_run)
      jb_sets_clean(job);
    work(&run, &cause);
    if (!options->dry_run && !g_error_matches(cause, JB_ERROR, JB_ERROR_USAGE)) /* a slip is no fault of the job */
      remember(&run, cause);
  }
  jb_store_close(run.store);
  jb_fonts_free(run.fonts);
  jb_sets_unlock(lock);
  /* Who finds the lock taken has not run: the run that holds it will tell. */
  if (!g_error_matches(cause, JB_ERROR, JB_ERROR_BUSY))
    run_hooks(&run, cause);
  result->n_warnings = run.n_warnings;
  g_ptr_array_unref(run.warnings);
  g_free(run.log.id);
  g_free(run.log.period);
  if (cause == NULL)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&cause));
  return FALSE;
}
