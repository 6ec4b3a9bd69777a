/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a run must survive: kill -9 and failing calls at every write, fsync, rename and link (strace injects them), a
 * file size limit, fifty starts at once, a damaged history, clocks that lie. After each the last good set is whole, and
 * the next run publishes the new one and leaves nothing behind.
 *
 * Calls are sampled so that the suite stays short; JB_TEST_ALL=1 takes every one.
 */
#include "place.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* The leak checker cannot work under a tracer, the address sanitizer not behind another library. */
#define NO_LEAKS "ASAN_OPTIONS=detect_leaks=0:verify_asan_link_order=0"

static guint n_faults;

static guint
step_of(guint usual)
{
  return g_getenv("JB_TEST_ALL") != NULL ? 1 : usual;
}

/* A set of September is published, October's release has come. */
static Place
between_months(void)
{
  Place place = place_new();
  g_auto(TestRun) run = place_run(&place, NULL, NULL);
  test_check(run.status == 0, "faults: before: exit %d: %s", run.status, run.err);
  place_deliver(&place, "wd-2025-10.txt");
  return place;
}

/* Runs the job on a copy, `inject` at work ("write:error=EIO:when=3"; NULL: none), tracing into `trace`. */
static TestRun
run_traced(const Place *place, const char *calls, const char *inject, const char *trace)
{
  g_autofree char *traced = g_strdup_printf("trace=%s", calls);
  g_autofree char *injected = inject != NULL ? g_strdup_printf("inject=%s", inject) : NULL;
  const char *argv[16] = {"/usr/bin/strace", "-qq", "-o", trace, "-e", traced};
  guint n = 6;
  if (injected != NULL) {
    argv[n++] = "-e";
    argv[n++] = injected;
  }
  argv[n++] = JIANBAO;
  argv[n++] = "run";
  argv[n++] = place->job;
  return test_run(&(TestCommand){.argv = argv, .env = ARGV(NO_LEAKS)});
}

static guint
count_calls(const Place *base, const char *call)
{
  Place place = place_copy(base);
  g_autofree char *trace = g_build_filename(place.folder, "trace", NULL);
  g_auto(TestRun) run = run_traced(&place, call, NULL, trace);
  guint n = 0;
  g_autofree char *text = NULL, *head = g_strdup_printf("%s(", call);
  if (run.status == 0 && g_file_get_contents(trace, &text, NULL, NULL))
    for (const char *at = strstr(text, head); at != NULL; at = strstr(at + 1, head))
      n++;
  place_free(&place);
  return n;
}

/* The next run of the place publishes October, whatever happened before. */
static void
check_recovery(const Place *place, const char *why)
{
  g_auto(TestRun) next = place_run(place, NULL, NULL);
  test_check(next.status == 0, "%s: the next run exits %d: %s", why, next.status, next.err);
  place_check_whole(place, "current", why);
  place_check_whole(place, "2025-09", why);
  place_check_clean(place, why);
  g_autofree char *set = place_set(place, "current");
  test_check(set != NULL && g_str_has_prefix(set, "sets/2025-10-"), "%s: current leads to %s", why, set);
}

static void
check_fault(const Place *base, const char *call, const char *fault, guint when)
{
  gboolean kills = g_str_has_prefix(fault, "signal");
  g_autofree char *inject = g_strdup_printf("%s:%s:when=%u", call, fault, when);
  Place place = place_copy(base);
  g_auto(TestRun) run = run_traced(&place, call, inject, "/dev/null");
  gboolean told = run.status == 0 || run.status == 10 || run.status == 73 || run.status == 74 || run.status == 75;
  test_check(kills ? run.status == 128 + 9 : told, "%s: exit %d: %s", inject, run.status, run.err);
  place_check_whole(&place, "current", inject);
  place_check_whole(&place, "2025-09", inject);
  if (!kills)
    place_check_clean(&place, inject);
  check_recovery(&place, inject);
  place_free(&place);
  n_faults++;
}

static void
check_injections(void)
{
  static const struct {
    const char *call, *fault;
    guint step;
  } faults[] = {
      {.call = "write", .fault = "signal=KILL", .step = 1},
      {.call = "pwrite64", .fault = "signal=KILL", .step = 5},
      {.call = "fsync", .fault = "signal=KILL", .step = 2},
      {.call = "fdatasync", .fault = "signal=KILL", .step = 2},
      {.call = "rename", .fault = "signal=KILL", .step = 1},
      {.call = "symlink", .fault = "signal=KILL", .step = 1},
      {.call = "mkdir", .fault = "signal=KILL", .step = 1},
      {.call = "unlink", .fault = "signal=KILL", .step = 1},
      {.call = "openat", .fault = "signal=KILL", .step = 9},
      {.call = "write", .fault = "error=ENOSPC", .step = 1},
      {.call = "pwrite64", .fault = "error=ENOSPC", .step = 7},
      {.call = "write", .fault = "error=EIO", .step = 2},
      {.call = "pwrite64", .fault = "error=EIO", .step = 9},
      {.call = "fsync", .fault = "error=EIO", .step = 2},
      {.call = "fdatasync", .fault = "error=EIO", .step = 2},
      {.call = "fsync", .fault = "error=EDQUOT", .step = 3},
      {.call = "rename", .fault = "error=EROFS", .step = 1},
      {.call = "rename", .fault = "error=EIO", .step = 2},
      {.call = "symlink", .fault = "error=ENOSPC", .step = 1},
      {.call = "mkdir", .fault = "error=EROFS", .step = 1},
  };
  Place base = between_months();
  for (gsize i = 0; i < G_N_ELEMENTS(faults); i++) {
    guint n = count_calls(&base, faults[i].call);
    test_check(n > 0, "strace saw no %s; is it installed, and may it trace here?", faults[i].call);
    for (guint when = 1; when <= n; when += step_of(faults[i].step))
      check_fault(&base, faults[i].call, faults[i].fault, when);
  }
  place_free(&base);
}

/* The very first run, which makes the history, killed at each call that puts something in its place. */
static void
check_first_run(void)
{
  static const char *const calls[] = {"link", "pwrite64", "fdatasync", "ftruncate"};
  Place base = place_new();
  for (gsize i = 0; i < G_N_ELEMENTS(calls); i++) {
    guint n = count_calls(&base, calls[i]);
    for (guint when = 1; when <= n; when += step_of(MAX(n / 4, 1))) {
      g_autofree char *inject = g_strdup_printf("%s:signal=KILL:when=%u", calls[i], when);
      Place place = place_copy(&base);
      g_auto(TestRun) run = run_traced(&place, calls[i], inject, "/dev/null");
      test_check(run.status == 128 + 9, "first run, %s: exit %d: %s", inject, run.status, run.err);
      g_auto(TestRun) next = place_run(&place, NULL, NULL);
      test_check(next.status == 0, "first run, %s: the next exits %d: %s", inject, next.status, next.err);
      place_check_whole(&place, "current", inject);
      place_check_clean(&place, inject);
      place_free(&place);
      n_faults++;
    }
  }
  place_free(&base);
}

/* A file size limit of 8 KiB: as error, and as the signal that it is by default. */
static void
check_limit(void)
{
  static const char *const traps[] = {"trap '' XFSZ; ", ""};
  Place base = between_months();
  for (gsize i = 0; i < G_N_ELEMENTS(traps); i++) {
    Place place = place_copy(&base);
    g_autofree char *script = g_strdup_printf("ulimit -f 16; %sexec '%s' run '%s'", traps[i], JIANBAO, place.job);
    g_auto(TestRun) run = test_run(&(TestCommand){.argv = ARGV("/bin/sh", "-c", script)});
    test_check(run.status == 74 || run.status == 128 + 25, "a file size limit: exit %d: %s", run.status, run.err);
    place_check_whole(&place, "current", "a file size limit");
    check_recovery(&place, "a file size limit");
    place_free(&place);
  }
  place_free(&base);
}

/* Fifty at once: those that find the lock say so; one publishes; whoever comes after it finds it done. */
static void
check_crowd(void)
{
  Place place = between_months();
  g_autofree char *script = g_strdup_printf(
      "for i in $(seq 50); do { '%s' run '%s' 2>/dev/null; echo $?; } & done; wait", JIANBAO, place.job);
  g_auto(TestRun) crowd = test_run(&(TestCommand){.argv = ARGV("/bin/sh", "-c", script)});
  g_auto(GStrv) codes = g_strsplit(g_strchomp(crowd.out), "\n", -1);
  guint done = 0, busy = 0;
  for (char **code = codes; *code != NULL; code++) {
    done += strcmp(*code, "0") == 0;
    busy += strcmp(*code, "75") == 0;
  }
  test_check(done >= 1 && done + busy == 50, "of 50 starts %u ended well, %u were told to wait", done, busy);
  g_autofree char *sets = g_build_filename(place.output, "sets", NULL);
  g_auto(GStrv) left = test_list(sets);
  test_check(g_strv_length(left) == 2, "50 starts left %u sets", g_strv_length(left));
  place_check_whole(&place, "current", "a crowd");
  place_check_clean(&place, "a crowd");
  place_free(&place);
}

/* A flipped byte of the history: the run refuses, writes nothing to it, and the set stays. */
static void
check_damaged_history(void)
{
  static const gsize places[] = {0, 18, 60, 71, 4100, 8192};
  Place base = between_months();
  for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
    Place place = place_copy(&base);
    g_autofree char *path = g_build_filename(place.folder, "history.db", NULL);
    gsize len, after_len;
    g_autofree char *bytes = test_read(path, &len);
    bytes[places[i]] = (char)~bytes[places[i]];
    g_file_set_contents(path, bytes, (gssize)len, NULL);
    g_auto(TestRun) run = place_run(&place, NULL, NULL);
    g_autofree char *after = test_read(path, &after_len);
    test_check(run.status == 65 && strstr(run.err, "history.db") != NULL, "byte %zu: exit %d: %s", places[i],
               run.status, run.err);
    test_check(after_len == len && memcmp(after, bytes, len) == 0, "byte %zu: the history was written to", places[i]);
    place_check_whole(&place, "current", "a damaged history");
    bytes[places[i]] = (char)~bytes[places[i]];
    g_file_set_contents(path, bytes, (gssize)len, NULL);
    check_recovery(&place, "the history's copy put back");
    place_free(&place);
  }
  place_free(&base);
}

/* The clock has no say in the period or in a byte: leap day, year end, before the epoch's turn, zones far apart. */
static void
check_clocks(void)
{
  static const char *const dates[] = {"2024-02-29 12:00:00", "2025-12-31 23:59:59", "2026-01-01 00:00:01",
                                      "2000-02-29 23:59:59", "2038-01-19 03:14:08", "2025-10-31 23:30:00",
                                      "2027-03-01 00:00:00", "1999-12-31 23:59:59"};
  static const char *const zones[] = {"Asia/Shanghai", "America/Lima", "Pacific/Kiritimati",
                                      "UTC",           "Asia/Urumqi",  "Pacific/Marquesas"};
  Place base = between_months(), truth = place_copy(&base);
  g_auto(TestRun) run = place_run(&truth, NULL, NULL);
  g_autofree char *expected = place_set(&truth, "current");
  for (gsize i = 0; i < G_N_ELEMENTS(dates) * G_N_ELEMENTS(zones); i += step_of(7)) {
    const char *date = dates[i % G_N_ELEMENTS(dates)], *zone = zones[i / G_N_ELEMENTS(dates)];
    g_autofree char *tz = g_strconcat("TZ=", zone, NULL);
    Place place = place_copy(&base);
    g_auto(TestRun) told = test_run(
        &(TestCommand){.argv = ARGV("/usr/bin/faketime", date, JIANBAO, "run", place.job), .env = ARGV(tz, NO_LEAKS)});
    g_autofree char *set = place_set(&place, "current");
    test_check(told.status == 0 && g_strcmp0(set, expected) == 0, "%s %s: exit %d, %s: %s", date, zone, told.status,
               set, told.err);
    place_check_whole(&place, "current", date);
    place_free(&place);
  }
  place_free(&truth);
  place_free(&base);
}

/* An output that cannot be made: exit 73 before any work, and no history is begun. */
static void
check_no_output(void)
{
  Place place = place_new();
  g_file_set_contents(place.output, "a file", -1, NULL);
  g_auto(TestRun) run = place_run(&place, NULL, NULL);
  test_check(run.status == 73, "the output is a file: exit %d: %s", run.status, run.err);
  g_autofree char *store = g_build_filename(place.folder, "history.db", NULL);
  test_check(!g_file_test(store, G_FILE_TEST_EXISTS), "work was done before the output was looked at");
  place_free(&place);
}

int
main(void)
{
  check_injections();
  check_first_run();
  check_limit();
  check_crowd();
  check_damaged_history();
  check_clocks();
  check_no_output();
  printf("%u faults injected\n", n_faults);
  return test_close();
}
