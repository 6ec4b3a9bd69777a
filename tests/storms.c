/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What comes over a run from outside: kill -9 at any moment, fifty starts at once, disks that are full, folders of every
 * kind, too little memory, fonts that are gone, a damaged history, clocks that lie. After each the last good set is
 * whole, and the next run publishes.
 *
 * Short by default; JB_TEST_ALL=1 takes 500 kills, 20 crowds, all sizes, dates and zones.
 */
#include "place.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The address sanitizer cannot stand behind another library, nor work with little memory. */
#define NO_LEAKS "ASAN_OPTIONS=detect_leaks=0:verify_asan_link_order=0"

static guint n_storms;

static gboolean
is_among(int status, const int *good)
{
  for (; *good >= 0; good++)
    if (status == *good)
      return TRUE;
  return FALSE;
}
#define AMONG(status, ...) is_among(status, (const int[]){__VA_ARGS__, -1})

static void
check_sets(const Place *place, const char *why)
{
  place_check_whole(place, "current", why);
  place_check_whole(place, "2025-09", why);
}

/* ---- Kills ------------------------------------------------------------------------------------------------------- */

static void
check_kills(void)
{
  Place base = place_between_months(), whole = place_copy(&base);
  gint64 start = g_get_monotonic_time();
  g_auto(TestRun) undisturbed = place_run(&whole, NULL, NULL);
  guint64 length = (guint64)(g_get_monotonic_time() - start), seed = 20251119;
  place_free(&whole);
  guint n = place_step(0) == 1 ? 500 : 20, n_killed = 0;
  for (guint i = 0; i < n; i++) {
    seed = seed * G_GUINT64_CONSTANT(6364136223846793005) + 1442695040888963407u;
    guint64 moment = (seed >> 33) % length;
    Place place = place_copy(&base);
    g_autofree char *why = g_strdup_printf("kill -9 after %u us", (guint)moment);
    g_autofree char *script = g_strdup_printf("'%s' run '%s' & sleep 0.%06u; kill -9 $!; wait $!", JIANBAO, place.job,
                                              (guint)moment);
    g_auto(TestRun) run = test_run(&(TestCommand){.argv = ARGV("/bin/sh", "-c", script)});
    test_check(AMONG(run.status, 0, 128 + 9), "%s: exit %d: %s", why, run.status, run.err);
    n_killed += run.status == 128 + 9;
    check_sets(&place, why);
    place_check_recovery(&place, why);
    place_free(&place);
    n_storms++;
  }
  test_check(n_killed > n / 3, "of %u runs only %u were killed before their end", n, n_killed);
  place_free(&base);
}

/* ---- Disks and folders ------------------------------------------------------------------------------------------- */

/* A shell with mounts of its own, $1 the folder of the place, $2 the program; NULL when there may be none here. */
static TestRun
run_apart(const char *script, const char *folder, const char *option)
{
  const char *user = geteuid() == 0 ? "--mount" : "--map-root-user";
  return test_run(&(TestCommand){
      .argv = ARGV("/usr/bin/unshare", user, "--mount", "/bin/sh", "-c", script, "sh", folder, JIANBAO, option),
      .env = ARGV(NO_LEAKS)});
}

static gboolean
may_mount(void)
{
  g_auto(TestRun) may = run_apart("mount -t tmpfs none /mnt", "/", "");
  if (may.status != 0)
    printf("SKIPPED: no mounts can be made here: %s. Full disks and read-only folders HAVE NOT BEEN TRIED.\n", may.err);
  return may.status == 0;
}

/* A disk with so many KiB left; what it holds after the run is brought out and looked at. */
static void
check_full_disk(const Place *base, guint left)
{
  static const char script[] = "set -e\n"
                               "mkdir $1/disk $1/after && mount -t tmpfs -o size=16m none $1/disk\n"
                               "for f in job.yaml inbox history.db published; do cp -a $1/$f $1/disk; done\n"
                               "free=$(df --output=avail -k $1/disk | tail -n 1)\n"
                               "head -c $(( (free - $3) * 1024 )) /dev/zero > $1/disk/ballast\n"
                               "set +e\n"
                               "$2 run $1/disk/job.yaml; status=$?\n"
                               "rm $1/disk/ballast && cp -a $1/disk/. $1/after\n"
                               "exit $status\n";
  Place place = place_copy(base);
  g_autofree char *kib = g_strdup_printf("%u", left), *why = g_strdup_printf("%u KiB left", left);
  g_auto(TestRun) run = run_apart(script, place.folder, kib);
  test_check(AMONG(run.status, 0, 73, 74), "%s: exit %d: %s", why, run.status, run.err);
  g_autofree char *after = g_build_filename(place.folder, "after", NULL);
  Place found = {.folder = after,
                 .job = g_build_filename(after, "job.yaml", NULL),
                 .inbox = g_build_filename(after, "inbox", NULL),
                 .output = g_build_filename(after, "published", NULL)};
  check_sets(&found, why);
  place_check_clean(&found, why);
  place_check_recovery(&found, why);
  g_free(found.job);
  g_free(found.inbox);
  g_free(found.output);
  place_free(&place);
  n_storms++;
}

/* What the folders of a job may be; `status` 73 is said before any work. $1 the place. */
static const struct {
  const char *why, *setup;
  int status;
} folders[] = {
    {.why = "output missing", .setup = "rm -r published", .status = 0},
    {.why = "output is a file", .setup = "rm -r published; touch published", .status = 73},
    {.why = "output is a link", .setup = "mv published real; ln -s real published", .status = 0},
    {.why = "output is a link to nothing", .setup = "rm -r published; ln -s nowhere published", .status = 73},
    {.why = "output on another device",
     .setup = "mv published p; mkdir published; mount -t tmpfs none published; cp -a p/. published",
     .status = 0},
    {.why = "output read-only",
     .setup = "mount --bind published published; mount -o remount,bind,ro published",
     .status = 73},
    {.why = "output missing in a read-only folder",
     .setup = "rm -r published; mount --bind . .; cd ..; cd -; mount -o remount,bind,ro .",
     .status = 73},
    {.why = "a file where the sets should be", .setup = "rm -r published/sets; touch published/sets", .status = 73},
    {.why = "history in a read-only folder",
     .setup = "mkdir d; mv history.db d; ln -s d/history.db history.db; mount --bind d d; mount -o remount,bind,ro d",
     .status = 73},
    {.why = "history is a folder", .setup = "rm history.db; mkdir history.db", .status = 66},
    {.why = "inbox missing", .setup = "rm -r inbox", .status = 66},
    {.why = "inbox is a file", .setup = "rm -r inbox; touch inbox", .status = 66},
    {.why = "a folder in the inbox", .setup = "mkdir inbox/wd-2025-11.txt", .status = 0},
    {.why = "no temporary folder, no home", .setup = "export TMPDIR=/nonexistent HOME=/nonexistent", .status = 0},
};

static void
check_folders(const Place *base)
{
  for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
    Place place = place_copy(base);
    g_autofree char *script = g_strdup_printf("cd $1 && { %s; } >/dev/null && exec $2 run job.yaml", folders[i].setup);
    g_auto(TestRun) run = run_apart(script, place.folder, "");
    test_check(run.status == folders[i].status, "%s: exit %d: %s", folders[i].why, run.status, run.err);
    test_check(run.status == 0 || (g_str_has_prefix(run.err, "jianbao: ") && strchr(run.err, '\n') != NULL),
               "%s: nothing is told: %s", folders[i].why, run.err);
    place_free(&place);
    n_storms++;
  }
}

static void
check_disks(void)
{
  if (!may_mount())
    return;
  Place base = place_between_months();
  for (guint left = 4; left <= 400; left += place_step(10) == 1 ? 4 : left < 120 ? 38 : 76)
    check_full_disk(&base, left);
  check_folders(&base);
  place_free(&base);
}

/* ---- Memory ------------------------------------------------------------------------------------------------------ */

/* Out of memory ends the process at once, as in GLib; what it leaves is what a kill leaves. */
static void
check_memory(void)
{
  Place base = place_between_months();
  guint n_ended = 0;
  for (guint mib = 24; mib <= 220; mib += place_step(28) == 1 ? 2 : 28) {
    Place place = place_copy(&base);
    g_autofree char *why = g_strdup_printf("%u MiB of memory", mib);
    g_autofree char *script = g_strdup_printf("ulimit -v %u; exec '%s' run '%s'", mib * 1024, JIANBAO, place.job);
    g_auto(TestRun) run = test_run(&(TestCommand){.argv = ARGV("/bin/sh", "-c", script)});
    test_check(run.status != 128 + 11, "%s: a crash: %s", why, run.err);
    n_ended += run.status != 0;
    check_sets(&place, why);
    place_check_recovery(&place, why);
    place_free(&place);
    n_storms++;
  }
  test_check(n_ended > 0, "no run was short of memory");
  place_free(&base);
}

static guint
count_allocations(const Place *base)
{
  Place place = place_copy(base);
  g_autofree char *path = g_build_filename(place.folder, "count", NULL), *text = NULL;
  g_autofree char *told = g_strconcat("JB_SCARCE_COUNT=", path, NULL);
  g_auto(TestRun) run = place_run(&place, NULL, ARGV("LD_PRELOAD=" JB_SCARCE, told));
  guint n = run.status == 0 && g_file_get_contents(path, &text, NULL, NULL) ? (guint)strtoul(text, NULL, 10) : 0;
  place_free(&place);
  return n;
}

static void
check_same_manifest(const Place *place, const Place *truth, const char *why)
{
  g_autofree char *one = g_build_filename(place->output, "current", "manifest.json", NULL);
  g_autofree char *two = g_build_filename(truth->output, "current", "manifest.json", NULL);
  g_autofree char *left = test_read(one, NULL), *right = test_read(two, NULL);
  test_check(strcmp(left, right) == 0, "%s: the run ended well and published something else:\n%s", why, left);
}

/* One allocation fails, GLib's (which ends the process) or a library's (which may tell, or do without). */
static void
check_allocations(void)
{
#ifdef __SANITIZE_ADDRESS__
  printf("SKIPPED: the address sanitizer has an allocator of its own. Failing allocations HAVE NOT BEEN TRIED.\n");
#else
  Place base = place_between_months(), truth = place_copy(&base);
  g_auto(TestRun) undisturbed = place_run(&truth, NULL, NULL);
  g_autofree char *expected = place_set(&truth, "current");
  guint n = count_allocations(&base), n_tried = place_step(0) == 1 ? 2000 : 60, n_ended = 0, n_told = 0, n_crashed = 0;
  test_check(n > 10000, "only %u allocations were counted", n);
  for (guint i = 0; i < n_tried && n > 0; i++) {
    guint when = 1 + (guint)((guint64)i * n / n_tried);
    Place place = place_copy(&base);
    g_autofree char *why = g_strdup_printf("allocation %u of %u fails", when, n);
    g_autofree char *scarce = g_strdup_printf("JB_SCARCE=%u", when);
    g_auto(TestRun) run = place_run(&place, NULL, ARGV("LD_PRELOAD=" JB_SCARCE, scarce));
    n_crashed += run.status == 128 + 11 || run.status == 128 + 7;
    n_ended += run.status > 128;
    n_told += run.status != 0 && run.status < 128;
    check_sets(&place, why);
    if (run.status == 0) { /* whoever did without it did without nothing that shows */
      g_autofree char *set = place_set(&place, "current");
      test_check(g_strcmp0(set, expected) == 0, "%s: published %s", why, set);
      check_same_manifest(&place, &truth, why);
    }
    place_check_recovery(&place, why);
    place_free(&place);
    n_storms++;
  }
  /* Two libraries crash without memory, and nothing is published then: libcairo's rasteriser tells of it by a longjmp to a
   * frame that is gone (1.16), libfyaml 0.7 reads what it did not get. Which allocation is the n-th varies with threads. */
  test_check(n_crashed * 10 <= n_tried, "%u of %u runs crashed", n_crashed, n_tried);
  printf("%u allocations, %u of them failed one at a time: %u runs ended at once, %u told it\n", n, n_tried, n_ended, n_told);
  test_check(n_ended + n_told > n_tried / 2, "of %u runs only %u noticed", n_tried, n_ended + n_told);
  place_free(&truth);
  place_free(&base);
#endif
}

/* No thread is to be had, or one of several: the same set, and no waiting for what nobody does. */
static void
check_threads(void)
{
#ifndef __SANITIZE_ADDRESS__ /* whose allocator stands before ours */
  Place base = place_between_months(), truth = place_copy(&base);
  g_auto(TestRun) undisturbed = place_run(&truth, NULL, NULL);
  for (guint most = 0; most < 2; most++) {
    Place place = place_copy(&base);
    g_autofree char *why = g_strdup_printf("at most %u threads", most),
                    *threads = g_strdup_printf("JB_THREADS=%u", most);
    g_auto(TestRun) run = place_run(&place, NULL, ARGV("LD_PRELOAD=" JB_SCARCE, threads));
    test_check(run.status == 0, "%s: exit %d, %s", why, run.status, run.err);
    check_same_manifest(&place, &truth, why);
    place_free(&place);
    n_storms++;
  }
  place_free(&truth);
  place_free(&base);
#endif
}

/* ---- Fonts -------------------------------------------------------------------------------------------------------- */

/* Gone, or without Chinese: exit 78 that names what is missing. */
static void
check_fonts(void)
{
  Place base = place_between_months();
  g_autofree char *empty = g_build_filename(base.folder, "no-fonts", NULL);
  g_mkdir(empty, 0777);
  /* Another family under the right names, and a file that ends early. */
  g_autofree char *others = g_build_filename(base.folder, "other-fonts", NULL);
  g_autofree char *broken = g_build_filename(base.folder, "broken-fonts", NULL);
  g_autofree char *script = g_strdup_printf(
      "mkdir '%s' '%s' && cp /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf '%s/NotoSansCJK-Regular.ttc' && "
      "head -c 9000000 /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc > '%s/NotoSansCJK-Regular.ttc'",
      others, broken, others, broken);
  g_auto(TestRun) made = test_run(&(TestCommand){.argv = ARGV("/bin/sh", "-c", script)});
  test_check(made.status == 0, "fonts: %s", made.err);
  const char *const folders_of_fonts[] = {"/nonexistent", empty, "/usr/share/fonts/truetype/dejavu", others, broken};
  for (gsize i = 0; i < G_N_ELEMENTS(folders_of_fonts); i++) {
    Place place = place_copy(&base);
    g_autofree char *env = g_strconcat("JIANBAO_FONT_DIR=", folders_of_fonts[i], NULL);
    g_auto(TestRun) run = place_run(&place, NULL, ARGV(env));
    test_check(run.status == 78 && strstr(run.err, "fonts-noto-cjk") != NULL, "fonts of %s: exit %d: %s",
               folders_of_fonts[i], run.status, run.err);
    check_sets(&place, "fonts gone");
    place_check_recovery(&place, "fonts back");
    place_free(&place);
    n_storms++;
  }
  place_free(&base);
}

/* ---- Limits, crowds, damage, clocks ------------------------------------------------------------------------------- */

/* A file size limit of 8 KiB: as error, and as the signal that it is by default. */
static void
check_limit(void)
{
  static const char *const traps[] = {"trap '' XFSZ; ", ""};
  Place base = place_between_months();
  for (gsize i = 0; i < G_N_ELEMENTS(traps); i++) {
    Place place = place_copy(&base);
    g_autofree char *script = g_strdup_printf("ulimit -f 16; %sexec '%s' run '%s'", traps[i], JIANBAO, place.job);
    g_auto(TestRun) run = test_run(&(TestCommand){.argv = ARGV("/bin/sh", "-c", script)});
    test_check(run.status == 74 || run.status == 128 + 25, "a file size limit: exit %d: %s", run.status, run.err);
    place_check_whole(&place, "current", "a file size limit");
    place_check_recovery(&place, "a file size limit");
    place_free(&place);
  }
  place_free(&base);
}

/* Fifty at once: those that find the lock say so; one publishes; whoever comes after it finds it done. */
static void
check_crowd(void)
{
  Place place = place_between_months();
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

/* The copy that the day's first change left is put back, killed at any moment of it; a run imports again what came after. */
static void
check_restored(const Place *damaged)
{
  static const char *const calls[] = {"link", "rename", "unlink", "fdatasync", "openat"};
  for (gsize i = 0; i < G_N_ELEMENTS(calls); i++)
    for (guint when = 1; when < 40; when += place_step(5)) {
      Place place = place_copy(damaged);
      g_autofree char *why = g_strdup_printf("restoring, killed at %s %u", calls[i], when);
      g_autofree char *traced = g_strdup_printf("trace=%s", calls[i]);
      g_autofree char *inject = g_strdup_printf("inject=%s:signal=KILL:when=%u", calls[i], when);
      g_auto(TestRun) run = test_run(&(TestCommand){.argv = ARGV("/usr/bin/strace", "-qq", "-o", "/dev/null", "-e", traced,
                                                                 "-e", inject, JIANBAO, "run", place.job),
                                                    .env = ARGV(NO_LEAKS)});
      gboolean killed = run.status == 128 + 9;
      test_check(killed || run.status == 10, "%s: exit %d: %s", why, run.status, run.err);
      g_auto(TestRun) next = place_run(&place, NULL, NULL);
      test_check(next.status == 0 || (killed && next.status == 10), "%s: the next run exits %d: %s", why, next.status,
                 next.err);
      place_check_recovery(&place, why);
      g_autofree char *store = g_build_filename(place.folder, "history.db", NULL);
      g_auto(TestRun) series = test_run(&(TestCommand){
          .argv = ARGV(JIANBAO, "series", "gdp", "--area=410403", "--store", store)});
      test_check(series.status == 0 && strstr(series.out, "wd-2024 ") != NULL, "%s: the history lost a document: %s%s",
                 why, series.out, series.err);
      place_free(&place);
      n_storms++;
      if (!killed)
        break;
    }
}

/* The work reports are in the history alone: nobody can import them again. */
static void
check_restoring(void)
{
  Place place = place_between_months();
  g_auto(TestRun) october = place_run(&place, NULL, NULL);
  test_check(october.status == 0, "restoring: before: %s", october.err);
  g_autofree char *report = g_build_filename(place.inbox, "wd-2024.md", NULL);
  g_autofree char *path = g_build_filename(place.folder, "history.db", NULL);
  gsize len;
  g_autofree char *bytes = test_read(path, &len);
  g_unlink(report);
  bytes[70] = (char)~bytes[70];
  g_file_set_contents(path, bytes, (gssize)len, NULL);
  check_restored(&place);
  place_free(&place);
}

/* A flipped byte of the history: the run refuses, writes nothing to it, and the set stays. */
static void
check_damaged_history(void)
{
  static const gsize places[] = {0, 18, 60, 71, 4100, 8192};
  Place base = place_between_months();
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
    place_check_recovery(&place, "the history's copy put back");
    place_free(&place);
    n_storms++;
  }
  place_free(&base);
}

/* The clock has no say in the period or in a byte: leap day, year end, before the epoch's turn, zones far apart. */
static void
check_clocks(void)
{
  static const char *const years[] = {"1999", "2000", "2024", "2025", "2026", "2027", "2037", "2038"};
  static const char *const days[] = {"01-01 00:00:01", "02-28 23:59:59", "02-29 12:00:00", "10-31 23:30:00",
                                     "12-31 23:59:59"};
  static const char *const zones[] = {"Asia/Shanghai", "America/Lima", "Pacific/Kiritimati",
                                      "UTC",           "Asia/Urumqi",  "Pacific/Marquesas"};
  Place base = place_between_months(), truth = place_copy(&base);
  g_auto(TestRun) run = place_run(&truth, NULL, NULL);
  g_autofree char *expected = place_set(&truth, "current");
  const gsize n_dates = G_N_ELEMENTS(years) * G_N_ELEMENTS(days);
  for (gsize i = 0; i < n_dates * G_N_ELEMENTS(zones); i += place_step(37)) {
    const char *year = years[i % n_dates / G_N_ELEMENTS(days)], *day = days[i % G_N_ELEMENTS(days)];
    const char *zone = zones[i / n_dates];
    gboolean leaps = g_date_is_leap_year((GDateYear)g_ascii_strtoull(year, NULL, 10));
    if (g_str_has_prefix(day, "02-29") && !leaps)
      day = "03-01 00:00:00";
    g_autofree char *date = g_strdup_printf("%s-%s", year, day);
    g_autofree char *tz = g_strconcat("TZ=", zone, NULL);
    Place place = place_copy(&base);
    g_auto(TestRun) told = test_run(
        &(TestCommand){.argv = ARGV("/usr/bin/faketime", date, JIANBAO, "run", place.job), .env = ARGV(tz, NO_LEAKS)});
    g_autofree char *set = place_set(&place, "current");
    test_check(told.status == 0 && g_strcmp0(set, expected) == 0, "%s %s: exit %d, %s: %s", date, zone, told.status,
               set, told.err);
    place_check_whole(&place, "current", date);
    place_free(&place);
    n_storms++;
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
  check_kills();
  check_disks();
  check_memory();
  check_allocations();
  check_threads();
  check_fonts();
  check_limit();
  for (guint round = 0; round < (place_step(0) == 1 ? 20 : 1); round++)
    check_crowd();
  check_damaged_history();
  check_restoring();
  check_clocks();
  check_no_output();
  printf("%u storms; %s\n", n_storms, place_tally());
  return test_close();
}
