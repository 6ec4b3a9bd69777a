/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_PUBLISH_JOB_H
#define JB_PUBLISH_JOB_H
/* A job as it was read, and what the files of a run share. */
#include <jianbao/publish.h>
#include <jianbao/render.h>

typedef enum { JB_MONTHLY, JB_QUARTERLY, JB_YEARLY } JbFrequency;

/* One row of `documents`. */
typedef struct {
  const char *layout; /* or */
  const char *chart, *option, *theme;
  const char *name; /* pattern: {area} {code} {period} {year} {month} {lang} {layout} {page} */
  const char *format_name, *lang_name, *scale_text, *size_text; /* as written */
  const JbRenderer *renderer;
  JbLang lang;
  double scale, width_pt, height_pt;
} JbJobDocument;

struct JbJob {
  JbArena *arena;
  const char *path, *folder; /* of the job file; relative paths begin there */
  const char *text;          /* its bytes, part of what a set is made from */
  const char *name, *area_text, *frequency_text, *store, *inbox, *output, *on_incomplete, *timezone, *since, *at;
  const char **inputs;
  guint version, keep, day;
  const char *success, *failure; /* hooks */
  JbArea area;
  JbFrequency frequency;
  gboolean refuses; /* empty or incomplete data is not published */
  guint hour, minute;
  GArray *documents; /* JbJobDocument */
};

/* ---- period.c ------------------------------------------------------------------------------------------------- */

/* "2025-10", "2025": of the job's frequency. JB_ERROR_USAGE with what would be right. */
gboolean jb_job_period_parse(const JbJob *job, const char *text, JbPeriod *period, GError **error);
JbPeriod jb_job_period_next(const JbJob *job, JbPeriod period);
/* FALSE for January: its figures come with February's. */
gboolean jb_job_is_expected(const JbJob *job, JbPeriod period);
char *jb_job_period_text(JbPeriod period);
int jb_job_period_compare(JbPeriod a, JbPeriod b);
int jb_job_by_period(gconstpointer a, gconstpointer b); /* the same for g_array_sort() over JbPeriod */
/* Periods of which the history has figures for the area, ascending; elements JbPeriod. NULL on error. */
GArray *jb_job_periods(const JbJob *job, JbStore *store, GError **error);

/* ---- material.c: what a period's documents are made of -------------------------------------------------------- */

typedef struct {
  JbFacts *facts;    /* with the history's */
  char *digest;      /* of everything that the files depend on */
  guint n_own;       /* figures of the period itself */
  gboolean has_plan; /* the year's work report is there: targets */
  GString *sources;  /* JSON array of the documents used */
} JbMaterial;

gboolean jb_material_collect(const JbJob *job, JbStore *store, JbPeriod period, JbFonts *fonts, JbMaterial *material,
                             GError **error);
void jb_material_clear(JbMaterial *material);

/* ---- pages.c: files in memory ---------------------------------------------------------------------------------- */

typedef struct {
  char *name;
  GBytes *bytes;
  const JbRenderer *renderer;
  guint n_pages; /* PDF */
  guint n_blank; /* charts in it that found nothing and say so in a box */
  char *text;    /* PDF: the characters that its pages show, in any order */
  char *sha256;
} JbJobFile;

/* Elements JbJobFile; NULL on error. */
GArray *jb_pages_render(const JbJob *job, JbPeriod period, const JbFacts *facts, JbFonts *fonts, GError **error);

/* ---- verify.c --------------------------------------------------------------------------------------------------- */

/* Reads a written file again and compares it with what was to be written: bytes, form, pages, text. */
gboolean jb_set_verify_file(const char *folder, const JbJobFile *file, GError **error);
/* Do the files of a published set have the hashes of its manifest? */
gboolean jb_set_is_whole(const char *folder);

/* ---- sets.c: the output folder ---------------------------------------------------------------------------------- */

/* Makes the folder; the lock is held until jb_sets_unlock(). JB_ERROR_CREATE, JB_ERROR_BUSY. */
int jb_sets_lock(const JbJob *job, GError **error);
void jb_sets_unlock(int lock);
/* Removes what runs that died have left. The lock must be held. */
void jb_sets_clean(const JbJob *job);
/* The name of the set's folder beneath sets/. */
char *jb_sets_name(JbPeriod period, const char *digest);
/* Whether `period` is published from this very material, links and all; moves links that a killed run did not. */
gboolean jb_sets_is_published(const JbJob *job, JbPeriod period, const char *digest, gboolean *whole, GError **error);
/* Writes, verifies, adds the manifest, and puts the set in its place by one rename. */
gboolean jb_sets_publish(const JbJob *job, JbPeriod period, const JbMaterial *material, const GArray *files,
                         const GPtrArray *warnings, GError **error);
/* Moves the period's link, and `current` when no later period is published. */
gboolean jb_sets_link(const JbJob *job, JbPeriod period, const char *set, GError **error);
/* Removes sets that no link has led to since the publication before, and periods beyond `keep`. */
void jb_sets_retain(const JbJob *job);
/* Published periods, ascending; elements JbPeriod. */
GArray *jb_sets_periods(const JbJob *job);
/* sets/2025-10-… that the link of the period leads to; NULL when there is none. */
char *jb_sets_folder(const JbJob *job, JbPeriod period);

/* ---- aside.c: what cannot be read is put aside with its reason -------------------------------------------------- */

typedef struct {
  char *file, *reason;
} JbAside;

/* FALSE: it changed within the last minute and may still be on its way. */
gboolean jb_aside_is_settled(const char *path);
/* Moves a file of the inbox; where it is now, NULL when it is where it was. */
char *jb_aside_input(const char *path, const char *reason, GError **error);
/* Inputs that the last run could not read and that are where they were: file and reason, a line each. */
void jb_unread_remember(const JbJob *job, const GString *unread);
/* What lies aside and nobody has taken away, rejected inputs and damaged histories; and what was not read; elements JbAside. */
GArray *jb_aside_list(const JbJob *job);

/* ---- log.c ------------------------------------------------------------------------------------------------------ */

/* One event: to the journal or standard error with JOB, PERIOD and RUN_ID as fields. */
typedef struct {
  const JbJob *job;
  char *id; /* of the run */
  char *period;
} JbRunLog;

void jb_run_log(const JbRunLog *log, GLogLevelFlags level, const char *message_id, const char *format, ...)
    G_GNUC_PRINTF(4, 5);
#define JB_LOG_PUBLISHED "5f0f6a6f3f0e4d0d9a1d5f3a9b6f7c01"
#define JB_LOG_UNCHANGED "5f0f6a6f3f0e4d0d9a1d5f3a9b6f7c02"
#define JB_LOG_WARNING   "5f0f6a6f3f0e4d0d9a1d5f3a9b6f7c03"
#define JB_LOG_FAILED    "5f0f6a6f3f0e4d0d9a1d5f3a9b6f7c04"
#define JB_LOG_IMPORTED  "5f0f6a6f3f0e4d0d9a1d5f3a9b6f7c05"

/* hooks.c: runs a hook with JIANBAO_… in its environment. FALSE when it failed. */
gboolean jb_hook_run(const JbRunLog *log, const char *hook, const char *outcome, const char *message);

#endif
