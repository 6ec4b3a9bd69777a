/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JIANBAO_PUBLISH_H
#define JIANBAO_PUBLISH_H
/*
 * Files appear whole or not at all; files go into the history; jobs make sets of files from it, period by period.
 * What a job's folder looks like and why a set is never half there: src/publish/sets.c.
 */
#include <jianbao/base.h>
#include <jianbao/store.h>

G_BEGIN_DECLS

/*
 * Writes bytes to a temporary file beside `path`, fsyncs it, renames it over `path`, fsyncs the directory.
 * "-" writes to standard output, devices and pipes are written directly; every write and close is checked.
 * JB_ERROR_CREATE before anything was written, JB_ERROR_IO after; then no file is left.
 */
JB_API gboolean jb_publish_file(const char *path, GBytes *bytes, GError **error);

typedef struct {
  const char *area; /* code or full name, for documents that do not say theirs; NULL: none */
  gboolean again;   /* read known content again, into a new version */
} JbImport;

typedef struct {
  JbPut put;
  guint n_facts;
} JbImported;

/*
 * Reads a report, a release or a data table into the history (jb_store_commit() is the caller's). Errors as those of
 * jb_document_read() and jb_store_put(); also JB_ERROR_DATA for a document of no known area.
 */
JB_API gboolean jb_import_file(JbStore *store, const char *path, const JbImport *import, JbImported *imported,
                               GError **error);

/* A file of a set: its name within the directory, and its bytes. */
typedef struct {
  const char *name;
  GBytes *bytes;
} JbSetFile;

/*
 * Writes files into `directory` as one: all of them into a directory beside it, forced to the disk, and then that one
 * takes its place. A directory that is already there must hold nothing but files of such a set (their names match
 * one of `patterns`, GLib globs), so that nothing of the user's is lost; it is exchanged for the new one in one step
 * and then removed. Errors as for a file; then the old set stands untouched.
 */
JB_API gboolean jb_publish_set(const char *directory, const char *const *patterns, const JbSetFile *files,
                               guint n_files, GError **error);

/* ---- Jobs ---------------------------------------------------------------------------------------------------------
 */

typedef struct JbJob JbJob;

/* JB_ERROR_CONFIG with file:line:column, the line and a caret; JB_ERROR_NO_INPUT. */
JB_API JbJob *jb_job_open(const char *path, GError **error);
JB_API void jb_job_free(JbJob *job); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JbJob, jb_job_free)

typedef struct {
  const char *period; /* "2025-10"; NULL: the newest that the history has figures of, never the clock's */
  gboolean force;     /* make the set again even when it is there */
  gboolean catch_up;  /* every period that is not published yet */
  gboolean dry_run;   /* render all and write nothing */
} JbRunOptions;

typedef struct {
  guint n_published; /* sets; 0 when everything was there */
  guint n_files;
  guint n_warnings;
} JbRunResult;

/*
 * Runs a job. Events are logged with g_log_structured() and the fields JOB, PERIOD, RUN_ID, MESSAGE_ID. On an error the
 * last good set is as it was: JB_ERROR_BUSY while another run is at work, JB_ERROR_CREATE before any work when the
 * output cannot be written, JB_ERROR_DATA for data that are refused.
 */
JB_API gboolean jb_job_run(const JbJob *job, const JbRunOptions *options, JbRunResult *result, GError **error);

typedef enum { JB_TEXT, JB_JSON } JbTextFormat;
/*
 * What was due by `today` (ISO date; NULL: by the clock, in the job's time zone), published, late, and the last error; returns TRUE when nothing is late and the
 * last run did not fail. Reads only.
 */
JB_API gboolean jb_job_status(const JbJob *job, const char *today, JbTextFormat format, GString *out);
/* A crontab line, or a systemd service and timer, for `program` (absolute path). */
JB_API void jb_job_cron(const JbJob *job, const char *program, GString *out);
JB_API void jb_job_systemd(const JbJob *job, const char *program, GString *out);

G_END_DECLS
#endif
