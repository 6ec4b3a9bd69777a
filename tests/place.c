/* SPDX-License-Identifier: Apache-2.0 */
#include "place.h"

#include <glib/gstdio.h>
#include <string.h>

#define HISTORY JB_TESTS_DIR "/history/"
#define SMALL   JB_TESTS_DIR "/jobs/small.yaml"

static void
copy_file(const char *from, const char *to)
{
  gsize len;
  g_autofree char *bytes = test_read(from, &len);
  g_assert_true(g_file_set_contents(to, bytes, (gssize)len, NULL));
}

static Place
names(char *folder)
{
  return (Place){.folder = folder,
                 .job = g_build_filename(folder, "job.yaml", NULL),
                 .inbox = g_build_filename(folder, "inbox", NULL),
                 .output = g_build_filename(folder, "published", NULL)};
}

Place
place_new(void)
{
  Place place = names(test_folder());
  g_assert_cmpint(g_mkdir(place.inbox, 0777), ==, 0);
  copy_file(SMALL, place.job);
  place_deliver(&place, "wd-2024.md");
  place_deliver(&place, "wd-2025.md");
  place_deliver(&place, "wd-2025-09.txt");
  return place;
}

void
place_free(Place *place)
{
  test_remove(place->folder);
  g_free(place->job);
  g_free(place->inbox);
  g_free(place->output);
}

Place
place_copy(const Place *place)
{
  char *folder = test_folder();
  g_autofree char *all = g_strconcat(place->folder, "/.", NULL);
  g_auto(TestRun) copied = test_run(&(TestCommand){.argv = ARGV("/bin/cp", "-a", all, folder)});
  g_assert_cmpint(copied.status, ==, 0);
  return names(folder);
}

void
place_deliver(const Place *place, const char *name)
{
  g_autofree char *from = g_strconcat(HISTORY, name, NULL), *to = g_build_filename(place->inbox, name, NULL);
  copy_file(from, to);
}

void
place_add_keys(const Place *place, const char *yaml)
{
  g_autofree char *text = test_read(place->job, NULL), *more = g_strconcat(text, yaml, NULL);
  g_assert_true(g_file_set_contents(place->job, more, -1, NULL));
}

TestRun
place_run(const Place *place, const char *const *options, const char *const *env)
{
  const char *argv[16] = {JIANBAO, "run", place->job};
  for (guint n = 3; options != NULL && *options != NULL; options++)
    argv[n++] = *options;
  return test_run(&(TestCommand){.argv = argv, .env = env});
}

char *
place_set(const Place *place, const char *link)
{
  g_autofree char *path = g_build_filename(place->output, link, NULL);
  return g_file_read_link(path, NULL);
}

static guint n_looked, n_lost;

const char *
place_tally(void)
{
  static char text[80];
  g_snprintf(text, sizeof text, "%u sets read again, %u lost or half-published", n_looked, n_lost);
  return text;
}

guint
place_step(guint usual)
{
  return g_getenv("JB_TEST_ALL") != NULL ? 1 : usual;
}

static gboolean
is_whole(const Place *place, const char *link, const char *why)
{
  g_autofree char *folder = g_build_filename(place->output, link, NULL);
  g_autofree char *path = g_build_filename(folder, "manifest.json", NULL), *manifest = NULL;
  if (!test_check(g_file_get_contents(path, &manifest, NULL, NULL), "%s: %s has no manifest", why, link))
    return FALSE;
  g_autoptr(GRegex)
      row = g_regex_new("\"name\": \"([^\"]+)\", \"bytes\": \\d+, \"pages\": \\d+, \"sha256\": \"(\\w+)\"", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  guint n = 0;
  gboolean good = TRUE;
  for (g_regex_match(row, manifest, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL), n++) {
    g_autofree char *name = g_match_info_fetch(match, 1), *sha256 = g_match_info_fetch(match, 2), *bytes = NULL;
    g_autofree char *file = g_build_filename(folder, name, NULL);
    gsize len = 0;
    gboolean there = g_file_get_contents(file, &bytes, &len, NULL);
    g_autofree char *found = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, there ? len : 0);
    good = test_check(there && strcmp(found, sha256) == 0, "%s: %s of %s is not what its manifest says", why, name,
                      link) &&
           good;
  }
  g_auto(GStrv) files = test_list(folder);
  return test_check(n > 0 && g_strv_length(files) == n + 1, "%s: %s has %u files, its manifest %u", why, link,
                    g_strv_length(files), n + 1) &&
         good;
}

void
place_check_whole(const Place *place, const char *link, const char *why)
{
  n_looked++;
  n_lost += !is_whole(place, link, why);
}

void
place_check_clean(const Place *place, const char *why)
{
  g_auto(GStrv) left = test_list(place->output);
  for (char **name = left; *name != NULL; name++)
    test_check(!g_str_has_prefix(*name, ".staging-") && !g_str_has_suffix(*name, ".new"), "%s: %s is left", why, *name);
}

Place
place_between_months(void)
{
  Place place = place_new();
  g_auto(TestRun) run = place_run(&place, NULL, NULL);
  test_check(run.status == 0, "faults: before: exit %d: %s", run.status, run.err);
  place_deliver(&place, "wd-2025-10.txt");
  return place;
}

void
place_check_recovery(const Place *place, const char *why)
{
  g_auto(TestRun) next = place_run(place, NULL, NULL);
  test_check(next.status == 0, "%s: the next run exits %d: %s", why, next.status, next.err);
  place_check_whole(place, "current", why);
  place_check_whole(place, "2025-09", why);
  place_check_clean(place, why);
  g_autofree char *set = place_set(place, "current");
  test_check(set != NULL && g_str_has_prefix(set, "sets/2025-10-"), "%s: current leads to %s", why, set);
}
