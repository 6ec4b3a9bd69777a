/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What was due, what is published, what is late. Nothing is remembered for this: the periods come from the job's first
 * (since, or the first that is published or has figures) to the last one due today, the rest from the output folder.
 */
#include "publish/job.h"

#include "base/json.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct {
  JbPeriod period;
  char due[16];       /* ISO date */
  gint64 time;        /* of the publication, seconds since 1970 */
  char published[32]; /* ISO time, UTC; "" when it is not */
  gboolean has_data, is_late, is_whole;
  gboolean is_joined; /* January, of which no figures are told alone */
} Line;

/* The day of the month after the period's end by which it is to be published. A year is due after its January. */
static void
due_of(const JbJob *job, JbPeriod period, char due[16])
{
  gint year = period.to_year, month = period.to_month + 1;
  if (period.to_month == 0)
    month = 3; /* a work report is given in January or February of its year */
  else if (month > 12) {
    month = 1;
    year++;
  }
  g_snprintf(due, 16, "%04d-%02d-%02u", year, month, job->day);
}

static void
look_at(const JbJob *job, const GArray *known, const char *today, Line *line)
{
  g_autofree char *folder = jb_sets_folder(job, line->period);
  g_autofree char *manifest = folder != NULL ? g_build_filename(folder, "manifest.json", NULL) : NULL;
  struct stat info;
  for (guint i = 0; i < known->len; i++)
    line->has_data |= jb_job_period_compare(g_array_index(known, JbPeriod, i), line->period) == 0;
  line->is_joined = !line->has_data && folder == NULL && !jb_job_is_expected(job, line->period);
  due_of(job, line->is_joined ? jb_job_period_next(job, line->period) : line->period, line->due);
  if (manifest != NULL && stat(manifest, &info) == 0) {
    line->time = (gint64)info.st_mtim.tv_sec;
    g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(line->time);
    g_autofree char *text = g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ");
    g_strlcpy(line->published, text, sizeof line->published);
    line->is_whole = jb_set_is_whole(folder);
  }
  line->is_late = (line->published[0] == '\0' || !line->is_whole) && strcmp(line->due, today) <= 0 &&
                  !line->is_joined;
}

static GArray *
known_periods(const JbJob *job, char **trouble)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbStore) store = jb_store_open(job->store, JB_STORE_READ, &error);
  GArray *known = store != NULL ? jb_job_periods(job, store, &error) : NULL;
  if (error != NULL)
    *trouble = g_strdup(error->message);
  return known != NULL ? known : g_array_new(FALSE, FALSE, sizeof(JbPeriod));
}

static GArray *
list_lines(const JbJob *job, const char *today, const GArray *known)
{
  g_autoptr(GArray) published = jb_sets_periods(job);
  GArray *lines = g_array_new(FALSE, TRUE, sizeof(Line));
  JbPeriod period, last;
  if (job->since != NULL)
    jb_job_period_parse(job, job->since, &period, NULL);
  else if (published->len > 0)
    period = g_array_index(published, JbPeriod, 0);
  else if (known->len > 0)
    period = g_array_index(known, JbPeriod, known->len - 1);
  else
    return lines;
  last = period;
  if (published->len > 0)
    last = g_array_index(published, JbPeriod, published->len - 1);
  if (known->len > 0 && jb_job_period_compare(g_array_index(known, JbPeriod, known->len - 1), last) > 0)
    last = g_array_index(known, JbPeriod, known->len - 1);
  for (;; period = jb_job_period_next(job, period)) {
    Line line = {.period = period};
    look_at(job, known, today, &line);
    if (jb_job_period_compare(period, last) > 0 && strcmp(line.due, today) > 0)
      return lines;
    g_array_append_val(lines, line);
  }
}

/* ---- Words ------------------------------------------------------------------------------------------------------- */

static const char *
state_of(const Line *line)
{
  if (line->published[0] != '\0')
    return line->is_whole ? "published" : "damaged";
  if (line->is_joined)
    return "with February";
  return line->is_late ? (line->has_data ? "late" : "late, no figures") : line->has_data ? "ready" : "open";
}

/* Of a publication, as the job's own clock on the wall shows it. */
static char *
time_text(const JbJob *job, const Line *line)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier(job->timezone);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(line->time);
  g_autoptr(GDateTime) local = zone != NULL ? g_date_time_to_timezone(utc, zone) : NULL;
  return line->published[0] != '\0' && local != NULL ? g_date_time_format(local, "%Y-%m-%d %H:%M") : g_strdup("");
}

/* What to do about a state, once for all the lines that have it. */
static void
write_advice(const JbJob *job, const GArray *lines, GString *out)
{
  static const struct {
    const char *state, *advice;
  } rows[] = {
      {"late", "the figures are there, the set is not: `jianbao run %s --catch-up` publishes it"},
      {"late, no figures", "no document of that period has come; put it into the inputs of %s"},
      {"damaged", "files of the set are not as they were published: `jianbao rerun %s --period PERIOD` makes it again"},
      {"ready", "the figures are there before their day: the next run of %s publishes them"},
  };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
    for (guint k = 0; k < lines->len; k++)
      if (strcmp(state_of(&g_array_index(lines, Line, k)), rows[i].state) == 0) {
        g_autofree char *quoted = g_shell_quote(job->path);
        g_auto(GStrv) parts = g_strsplit(rows[i].advice, "%s", 2);
        g_string_append_printf(out, "%s: %s%s%s\n", rows[i].state, parts[0], quoted, parts[1]);
        break;
      }
}

static void
write_aside(const GArray *aside, GString *out)
{
  for (guint i = 0; i < aside->len; i++)
    g_string_append_printf(out, "not read: %s: %s\n", g_array_index(aside, JbAside, i).file,
                           g_array_index(aside, JbAside, i).reason);
  if (aside->len > 0)
    g_string_append(out, "not read: correct a file and put it back, or remove it or its reason (.why)\n");
}

static void
write_text(const JbJob *job, const GArray *lines, const char *today, char **last, const GArray *aside,
           const char *trouble, GString *out)
{
  g_autofree char *link = g_build_filename(job->output, "current", NULL), *current = g_file_read_link(link, NULL);
  g_string_append_printf(out, "job %s of %s, today %s, times of %s\n", job->name, job->area.zh, today, job->timezone);
  g_string_append_printf(out, "current: %s%s%s\n", current != NULL ? job->output : "nothing is published yet",
                         current != NULL ? "/" : "", current != NULL ? current : "");
  for (guint i = 0; i < lines->len; i++) {
    const Line *line = &g_array_index(lines, Line, i);
    g_autofree char *text = jb_job_period_text(line->period), *time = time_text(job, line);
    g_autofree char *row = g_strdup_printf("%-8s due %s  %-17s %s", text, line->due, state_of(line), time);
    g_string_append_printf(out, "%s\n", g_strchomp(row));
  }
  write_advice(job, lines, out);
  write_aside(aside, out);
  if (last != NULL)
    g_string_append_printf(out, "last error (%s): %s\n", last[0], last[1]);
  if (trouble != NULL)
    g_string_append_printf(out, "history: %s\n", trouble);
}

static void
write_json(const JbJob *job, const GArray *lines, const char *today, char **last, const GArray *aside,
           const char *trouble, GString *out)
{
  g_string_append(out, "{\"job\":");
  jb_json_append(out, job->name);
  g_string_append_printf(out, ",\"today\":\"%s\",\"periods\":[", today);
  for (guint i = 0; i < lines->len; i++) {
    const Line *line = &g_array_index(lines, Line, i);
    g_autofree char *text = jb_job_period_text(line->period);
    g_string_append_printf(out, "%s{\"period\":\"%s\",\"due\":\"%s\",\"state\":\"%s\",\"late\":%s,\"published\":",
                           i > 0 ? "," : "", text, line->due, state_of(line), line->is_late ? "true" : "false");
    jb_json_append(out, line->published[0] != '\0' ? line->published : NULL);
    g_string_append_c(out, '}');
  }
  g_string_append(out, "],\"not_read\":[");
  for (guint i = 0; i < aside->len; i++) {
    g_string_append(out, i > 0 ? ",{\"file\":" : "{\"file\":");
    jb_json_append(out, g_array_index(aside, JbAside, i).file);
    g_string_append(out, ",\"reason\":");
    jb_json_append(out, g_array_index(aside, JbAside, i).reason);
    g_string_append_c(out, '}');
  }
  g_string_append(out, "],\"last_error\":");
  jb_json_append(out, last != NULL ? last[1] : NULL);
  g_string_append(out, ",\"last_error_period\":");
  jb_json_append(out, last != NULL ? last[0] : NULL);
  g_string_append(out, ",\"history_error\":");
  jb_json_append(out, trouble);
  g_string_append(out, "}\n");
}

/* The clock is asked for nothing but this. */
static char *
today_of(const JbJob *job)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier(job->timezone);
  g_autoptr(GDateTime) now = zone != NULL ? g_date_time_new_now(zone) : g_date_time_new_now_utc();
  return g_date_time_format(now, "%Y-%m-%d");
}

gboolean
jb_job_status(const JbJob *job, const char *date, JbTextFormat format, GString *out)
{
  g_autofree char *today = date != NULL ? g_strdup(date) : today_of(job);
  static void (*const writers[])(const JbJob *, const GArray *, const char *, char **, const GArray *, const char *,
                                 GString *) = {[JB_TEXT] = write_text, [JB_JSON] = write_json};
  g_autofree char *path = g_build_filename(job->output, ".last-error", NULL), *text = NULL, *trouble = NULL;
  g_autoptr(GArray) known = known_periods(job, &trouble);
  g_autoptr(GArray) aside = jb_aside_list(job);
  g_autoptr(GArray) lines = list_lines(job, today, known);
  g_auto(GStrv) last = g_file_get_contents(path, &text, NULL, NULL) ? g_strsplit(text, "\n", 2) : NULL;
  gboolean good = last == NULL && trouble == NULL && aside->len == 0;
  if (last != NULL && last[0] != NULL && last[1] != NULL)
    g_strchomp(last[1]);
  for (guint i = 0; i < lines->len; i++)
    good = good && !g_array_index(lines, Line, i).is_late;
  writers[format](job, lines, today, last != NULL && last[0] != NULL && last[1] != NULL ? last : NULL, aside, trouble,
                  out);
  return good;
}
