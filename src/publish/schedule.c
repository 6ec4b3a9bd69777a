/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A job's schedule, for cron and for systemd, as text that works where it is pasted.
 *
 * Both say the time zone. Both run --catch-up, so that a machine that slept through a month makes it up; what is there
 * already costs some milliseconds. Cron mails whatever is printed: with --quiet that is nothing, or the one line of a
 * failure. Figures come when they come, so the line runs each day from the due day on, and at most one run of them has
 * something to do.
 */
#include "publish/job.h"

#include <string.h>
#include <unistd.h>

/* 'it'\''s' */
static char *
quoted(const char *text)
{
  return g_shell_quote(text);
}

/* A crontab's % is a line break. */
static char *
for_cron(const char *text)
{
  g_autofree char *quote = quoted(text);
  g_auto(GStrv) parts = g_strsplit(quote, "%", -1);
  return g_strjoinv("\\%", parts);
}

static char *
absolute(const char *path)
{
  return g_canonicalize_filename(path, NULL);
}

static const char *
months_of(const JbJob *job)
{
  static const char *const months[] = {[JB_MONTHLY] = "*", [JB_QUARTERLY] = "1,4,7,10", [JB_YEARLY] = "2,3"};
  return months[job->frequency];
}

/* When the job's time is another one here, which is what a cron goes by that knows no CRON_TZ; by a day without summer
 * time in the north. */
static void
append_time_here(GString *out, const JbJob *job)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier(job->timezone);
  g_autoptr(GDateTime) there = zone != NULL ? g_date_time_new(zone, 2026, 1, 20, (gint)job->hour, (gint)job->minute, 0)
                                            : NULL;
  g_autoptr(GDateTime) here = there != NULL ? g_date_time_to_local(there) : NULL;
  g_autofree char *text = here != NULL ? g_date_time_format(here, "%H:%M %Z") : NULL;
  if (here != NULL && g_date_time_get_utc_offset(here) != g_date_time_get_utc_offset(there))
    g_string_append_printf(out, "# By this machine's clock %02u:%02u of %s is %s: change the line's time on Debian.\n",
                           job->hour, job->minute, job->timezone, text);
}

void
jb_job_cron(const JbJob *job, const char *program, GString *out)
{
  g_autofree char *path = absolute(job->path), *command = for_cron(program), *file = for_cron(path);
  g_string_append_printf(out,
                         "# jianbao: %s. Mail comes only when a run fails or publishes with warnings.\n"
                         "# For `crontab -e`; in /etc/cron.d a user stands before the command.\n"
                         "# CRON_TZ is read by cronie; Debian's cron runs by the machine's own zone.\n",
                         job->name);
  append_time_here(out, job);
  g_string_append_printf(out,
                         "CRON_TZ=%s\n"
                         "TZ=%s\n"
                         "MAILTO=root\n"
                         "%u %u %u-31 %s * %s run --catch-up --quiet %s\n",
                         job->timezone, job->timezone, job->minute, job->hour, job->day, months_of(job), command,
                         file);
}

/* systemd's own quoting; % is its specifier, $ its variable. */
static char *
for_systemd(const char *text)
{
  g_autoptr(GString) out = g_string_new("\"");
  for (; *text != '\0'; text++) {
    if (*text == '"' || *text == '\\')
      g_string_append_c(out, '\\');
    if (*text == '%' || *text == '$')
      g_string_append_c(out, *text);
    g_string_append_c(out, *text);
  }
  g_string_append_c(out, '"');
  return g_string_free(g_steal_pointer(&out), FALSE);
}

/* WorkingDirectory takes the rest of the line as it is, but for specifiers. */
static char *
unquoted(const char *path)
{
  g_auto(GStrv) parts = g_strsplit(path, "%", -1);
  return g_strjoinv("%%", parts);
}

/* The folder itself or the nearest above it: systemd starts no service whose ReadWritePaths are not there. */
static char *
nearest_existing(const char *path)
{
  char *at = absolute(path);
  while (!g_file_test(at, G_FILE_TEST_IS_DIR) && strcmp(at, "/") != 0) {
    char *above = g_path_get_dirname(at);
    g_free(at);
    at = above;
  }
  return at;
}

/* Each once, and as one word for systemd. */
static void
append_writable(GString *out, const char *const paths[2])
{
  g_autofree char *one = nearest_existing(paths[0]), *two = nearest_existing(paths[1]);
  g_autofree char *first = for_systemd(one), *second = for_systemd(two);
  g_string_append_printf(out, "ReadWritePaths=%s\n", first);
  if (strcmp(first, second) != 0)
    g_string_append_printf(out, "ReadWritePaths=%s\n", second);
}

/* A service with a /tmp of its own would not see a job that lies there. */
static gboolean
lies_in_tmp(const JbJob *job)
{
  const char *const paths[] = {job->folder, job->output, job->store, job->inbox};
  for (gsize i = 0; i < G_N_ELEMENTS(paths); i++)
    if (paths[i] != NULL && (g_str_has_prefix(paths[i], "/tmp/") || g_str_has_prefix(paths[i], "/var/tmp/")))
      return TRUE;
  return FALSE;
}

/* The user who asks; root is told to choose another. */
static void
append_user(GString *out)
{
  if (geteuid() != 0)
    g_string_append_printf(out, "User=%s\n", g_get_user_name());
  else
    g_string_append(out, "# better than root: a user that may read the inputs and write the paths below\n#User=\n");
}

static const char *
calendar_months(const JbJob *job)
{
  static const char *const months[] = {[JB_MONTHLY] = "*", [JB_QUARTERLY] = "01,04,07,10", [JB_YEARLY] = "02,03"};
  return months[job->frequency];
}

void
jb_job_systemd(const JbJob *job, const char *program, GString *out)
{
  g_autofree char *path = absolute(job->path), *command = for_systemd(program), *file = for_systemd(path);
  g_autofree char *store_folder = g_path_get_dirname(job->store), *folder = unquoted(job->folder);
  g_string_append_printf(out,
                         "# /etc/systemd/system/jianbao-%s.service\n"
                         "[Unit]\n"
                         "Description=Jianbao: %s\n"
                         "Documentation=man:jianbao(1)\n"
                         "\n"
                         "[Service]\n"
                         "Type=oneshot\n",
                         job->name, job->name);
  append_user(out);
  g_string_append_printf(out,
                         "ExecStart=%s run --catch-up %s\n"
                         "# 10: published, with warnings that the journal tells\n"
                         "SuccessExitStatus=10\n"
                         "Environment=TZ=%s\n"
                         "WorkingDirectory=%s\n"
                         "Nice=10\n"
                         "TimeoutStartSec=15min\n"
                         "NoNewPrivileges=yes\n"
                         "ProtectSystem=strict\n"
                         "%s"
                         "PrivateDevices=yes\n"
                         "ProtectKernelTunables=yes\n"
                         "ProtectKernelModules=yes\n"
                         "ProtectControlGroups=yes\n"
                         "RestrictSUIDSGID=yes\n"
                         "LockPersonality=yes\n"
                         "MemoryDenyWriteExecute=yes\n"
                         "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6\n"
                         "SystemCallArchitectures=native\n",
                         command, file, job->timezone, folder, lies_in_tmp(job) ? "" : "PrivateTmp=yes\n");
  append_writable(out, (const char *const[]){job->output, store_folder});
  g_string_append_printf(out,
                         "\n"
                         "# /etc/systemd/system/jianbao-%s.timer\n"
                         "[Unit]\n"
                         "Description=Jianbao: %s, when its figures are due\n"
                         "\n"
                         "[Timer]\n"
                         "OnCalendar=*-%s-%02u..31 %02u:%02u:00 %s\n"
                         "Persistent=true\n"
                         "\n"
                         "[Install]\n"
                         "WantedBy=timers.target\n"
                         "\n"
                         "# Both in their files, then: systemctl daemon-reload && systemctl enable --now "
                         "jianbao-%s.timer\n",
                         job->name, job->name, calendar_months(job), job->day, job->hour, job->minute, job->timezone,
                         job->name);
}
