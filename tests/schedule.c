/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What `jianbao schedule` prints, given to those that read it: Debian's cron, started here in a mount namespace of its
 * own so that nothing of the machine changes, and systemd-analyze. The wait for cron's minute is at most 75 seconds.
 */
#include "place.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* ---- systemd ----------------------------------------------------------------------------------------------------- */

/* The unit that begins with the comment naming `suffix`, into a file of the folder; its path. */
static char *
write_unit(const Place *place, const char *units, const char *suffix)
{
  g_autofree char *head = g_strdup_printf("# /etc/systemd/system/jianbao-small.%s\n", suffix);
  const char *at = strstr(units, head), *end = at != NULL ? strstr(at + 1, "\n# /etc/") : NULL;
  g_autofree char *name = g_strdup_printf("jianbao-small.%s", suffix);
  char *path = g_build_filename(place->folder, name, NULL);
  test_check(at != NULL, "no %s in: %s", suffix, units);
  g_file_set_contents(path, at != NULL ? at : "", end != NULL ? end - at : -1, NULL);
  return path;
}

static void
check_systemd(void)
{
  Place place = place_new();
  place_add_keys(&place, "due: {day: 5, at: \"08:15\", timezone: Asia/Shanghai}\n");
  g_auto(TestRun) printed = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "schedule", place.job, "--systemd")});
  test_check(printed.status == 0 && printed.err[0] == '\0', "schedule --systemd: exit %d: %s", printed.status,
             printed.err);
  g_autofree char *service = write_unit(&place, printed.out, "service"),
                  *timer = write_unit(&place, printed.out, "timer");
  g_auto(TestRun) verified = test_run(
      &(TestCommand){.argv = ARGV("/usr/bin/systemd-analyze", "verify", "--man=no", service, timer)});
  test_check(verified.status == 0 && verified.err[0] == '\0', "systemd-analyze verify: exit %d: %s", verified.status,
             verified.err);
  const char *calendar = strstr(printed.out, "OnCalendar=");
  test_check(calendar != NULL && g_str_has_prefix(calendar, "OnCalendar=*-*-05..31 08:15:00 Asia/Shanghai\n"), "%s",
             printed.out);
  g_auto(TestRun) parsed = test_run(
      &(TestCommand){.argv = ARGV("/usr/bin/systemd-analyze", "calendar", "*-*-05..31 08:15:00 Asia/Shanghai")});
  test_check(parsed.status == 0 && strstr(parsed.out, "Asia/Shanghai") != NULL, "the calendar: %s", parsed.err);
  test_check(strstr(printed.out, "\nPersistent=true\n") != NULL &&
                 strstr(printed.out, "\nProtectSystem=strict\n") != NULL,
             "Persistent and hardening are missing");
  test_check(g_str_has_prefix(place.folder, "/tmp/") == (strstr(printed.out, "\nPrivateTmp=") == NULL),
             "a job in %s under a unit that has a /tmp of its own, or none where it may have one", place.folder);
  place_free(&place);
}

/* ---- cron -------------------------------------------------------------------------------------------------------- */

/* Makes /usr/sbin and cron's folders its own, puts a sendmail there that keeps the mail, and lets cron run a minute. */
static const char script[] = "set -e\n"
                             "cp /usr/sbin/cron \"$1/cron\"\n"
                             "mount -t tmpfs none /usr/sbin\n"
                             "mount -t tmpfs none /var/spool/cron\n"
                             "mount -t tmpfs none /etc/cron.d\n"
                             "mount -t tmpfs none /run\n"
                             "mkdir -p /var/spool/cron/crontabs\n"
                             "printf '#!/bin/sh\\ncat > \"%s/mail.$$\"\\n' \"$1\" > /usr/sbin/sendmail\n"
                             "chmod 755 /usr/sbin/sendmail\n"
                             "cp \"$1/crontab\" /etc/cron.d/jianbao\n"
                             "chmod 644 /etc/cron.d/jianbao\n"
                             "\"$1/cron\" -f &\n"
                             "cron=$!\n"
                             "for i in $(seq 75); do\n"
                             "  sleep 1\n"
                             "  if [ -e \"$1/done\" ] && ls \"$1\"/mail.* >/dev/null 2>&1; then sleep 1; break; fi\n"
                             "done\n"
                             "kill $cron\n";

/* The printed line, due every minute and run by root, as a file of /etc/cron.d has it. */
static char *
every_minute(const char *printed)
{
  const char *last = strstr(printed, "\n0 8 20-31 * * ");
  if (!test_check(last != NULL, "no crontab line in: %s", printed))
    return g_strdup("");
  return g_strdup_printf("%.*s\n* * * * * root %s", (int)(last - printed), printed, last + strlen("\n0 8 20-31 * * "));
}

static char *
cron_lines(const char *job)
{
  g_auto(TestRun) printed = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "schedule", job, "--cron")});
  test_check(printed.status == 0 && printed.err[0] == '\0' && strstr(printed.out, "TZ=Asia/Shanghai\n") != NULL,
             "schedule --cron: exit %d: %s", printed.status, printed.err);
  return every_minute(printed.out);
}

static void
check_cron(void)
{
  g_auto(TestRun) may = test_run(
      &(TestCommand){.argv = ARGV("/usr/bin/unshare", "--mount", "--pid", "--fork", "--mount-proc", "true")});
  if (geteuid() != 0 || may.status != 0 || access("/usr/sbin/cron", X_OK) != 0) {
    printf("SKIPPED: cron cannot be started here: it takes root, namespaces and the package cron. The crontab line of "
           "`jianbao schedule --cron` HAS NOT BEEN TRIED.\n");
    return;
  }
  /* One job that works, with a success hook that tells; one whose history is no history. */
  Place good = place_new(), bad = place_new();
  g_autofree char *hook = g_strdup_printf("hooks: {success: 'touch %s/done'}\n", good.folder);
  g_autofree char *history = g_build_filename(bad.folder, "history.db", NULL);
  g_autofree char *crontab = g_build_filename(good.folder, "crontab", NULL);
  place_add_keys(&good, hook);
  g_file_set_contents(history, "no history", -1, NULL);
  g_autofree char *one = cron_lines(good.job), *two = cron_lines(bad.job), *both = g_strconcat(one, two, NULL);
  g_file_set_contents(crontab, both, -1, NULL);
  g_auto(TestRun)
      cron = test_run(&(TestCommand){.argv = ARGV("/usr/bin/unshare", "--mount", "--pid", "--fork", "--mount-proc",
                                                  "--kill-child", "/bin/sh", "-c", script, "sh", good.folder)});
  place_check_whole(&good, "current", "cron");
  guint n_mails = 0;
  g_auto(GStrv) names = test_list(good.folder);
  for (char **name = names; *name != NULL; name++)
    if (g_str_has_prefix(*name, "mail.")) {
      g_autofree char *path = g_build_filename(good.folder, *name, NULL), *mail = test_read(path, NULL);
      g_autofree char *body = g_strdup(strstr(mail, "\n\n") != NULL ? strstr(mail, "\n\n") + 2 : "");
      test_check(g_str_has_prefix(body, "jianbao: ") && strstr(body, "history is damaged") != NULL &&
                     strchr(g_strchomp(body), '\n') == NULL,
                 "cron's mail: %s", mail);
      n_mails++;
    }
  test_check(n_mails >= 1, "cron sent no mail of the run that failed: %s%s", cron.out, cron.err);
  place_free(&good);
  place_free(&bad);
}

int
main(void)
{
  check_systemd();
  check_cron();
  return test_close();
}
