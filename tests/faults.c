/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a run must survive: kill -9 and failing calls at every write, fsync, rename and link (strace injects them). After
 * each the last good set is whole, and the next run publishes the new one and leaves nothing behind. What comes from
 * outside a run is in storms.c.
 *
 * Calls are sampled so that the suite stays short; JB_TEST_ALL=1 takes every one.
 */
#include "place.h"

#include <stdio.h>
#include <string.h>

/* The leak checker cannot work under a tracer, the address sanitizer not behind another library. */
#define NO_LEAKS "ASAN_OPTIONS=detect_leaks=0:verify_asan_link_order=0"

static guint n_faults;

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
  place_check_recovery(&place, inject);
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
  Place base = place_between_months();
  for (gsize i = 0; i < G_N_ELEMENTS(faults); i++) {
    guint n = count_calls(&base, faults[i].call);
    test_check(n > 0, "strace saw no %s; is it installed, and may it trace here?", faults[i].call);
    for (guint when = 1; when <= n; when += place_step(faults[i].step))
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
    for (guint when = 1; when <= n; when += place_step(MAX(n / 4, 1))) {
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

int
main(void)
{
  check_injections();
  check_first_run();
  printf("%u faults injected; %s\n", n_faults, place_tally());
  return test_close();
}
