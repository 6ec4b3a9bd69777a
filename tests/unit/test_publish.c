/* SPDX-License-Identifier: Apache-2.0 */
/* Files appear whole or not at all. */
#include <jianbao/publish.h>

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "../support.h"

static int
make_folder(void **state)
{
  *state = test_folder();
  return 0;
}

static int
remove_folder(void **state)
{
  test_remove(*state);
  return 0;
}

static gboolean
publish(const char *path, const char *text, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
  return jb_publish_file(path, bytes, error);
}

static void
assert_holds(const char *path, const char *text)
{
  g_autofree char *found = test_read(path, NULL);
  assert_string_equal(found, text);
}

/* Nothing but `n` files is in the folder: no temporary one was left. */
static void
assert_files(const char *folder, guint n)
{
  g_auto(GStrv) names = test_list(folder);
  assert_int_equal(g_strv_length(names), n);
}

static void
assert_error(GError *error, JbErrorCode code, const char *path, const char *part)
{
  assert_true(g_error_matches(error, JB_ERROR, (int)code));
  assert_non_null(strstr(error->message, path));
  assert_non_null(strstr(error->message, part));
}

static void
new_and_replaced(void **state)
{
  g_autofree char *path = g_build_filename(*state, "简报.pdf", NULL);
  mode_t mask = umask(027);
  assert_true(publish(path, "first, longer", NULL));
  umask(mask);
  struct stat info;
  assert_int_equal(stat(path, &info), 0);
  assert_int_equal(info.st_mode & 0777, 0640);
  assert_true(publish(path, "second", NULL));
  assert_holds(path, "second");
  assert_true(publish(path, "", NULL));
  assert_holds(path, "");
  assert_files(*state, 1);
}

static void
links_stay_links(void **state)
{
  g_autofree char *path = g_build_filename(*state, "real", NULL);
  g_autofree char *alias = g_build_filename(*state, "alias", NULL);
  assert_true(publish(path, "old", NULL));
  assert_int_equal(symlink("real", alias), 0);
  assert_true(publish(alias, "new", NULL));
  assert_holds(path, "new");
  struct stat info;
  assert_int_equal(lstat(alias, &info), 0);
  assert_true(S_ISLNK(info.st_mode));
  assert_files(*state, 2);
}

static void
places_that_cannot_be(void **state)
{
  g_autoptr(GError) none = NULL, folder = NULL, file = NULL;
  g_autofree char *nowhere = g_build_filename(*state, "none", "a.pdf", NULL);
  assert_false(publish(nowhere, "x", &none));
  assert_error(none, JB_ERROR_CREATE, nowhere, "make the directory first");
  assert_false(publish(*state, "x", &folder));
  assert_error(folder, JB_ERROR_CREATE, *state, "name of a file");
  g_autofree char *path = g_build_filename(*state, "file", NULL);
  g_autofree char *below = g_build_filename(path, "a.pdf", NULL);
  assert_true(publish(path, "x", NULL));
  assert_false(publish(below, "x", &file));
  assert_error(file, JB_ERROR_CREATE, below, "not a directory");
  assert_files(*state, 1);
}

static void
full_device(void **state)
{
  (void)state;
  g_autoptr(GError) error = NULL;
  assert_false(publish("/dev/full", "x", &error));
  assert_error(error, JB_ERROR_IO, "/dev/full", "free some space");
  assert_true(publish("/dev/null", "x", NULL));
}

/* A write that fails half-way leaves the old file as it was, and nothing beside it. */
static void
cut_off(void **state)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(*state, "report.pdf", NULL);
  g_autofree char *large = g_strnfill(100000, 'x');
  assert_true(publish(path, "old", NULL));
  struct rlimit before, limit;
  signal(SIGXFSZ, SIG_IGN);
  getrlimit(RLIMIT_FSIZE, &before);
  limit = before;
  limit.rlim_cur = 4096;
  setrlimit(RLIMIT_FSIZE, &limit);
  gboolean published = publish(path, large, &error);
  setrlimit(RLIMIT_FSIZE, &before);
  assert_false(published);
  assert_error(error, JB_ERROR_IO, path, "ulimit -f");
  assert_holds(path, "old");
  assert_files(*state, 1);
}

static void
pipe_is_written_through(void **state)
{
  g_autofree char *path = g_build_filename(*state, "pipe", NULL);
  assert_int_equal(mkfifo(path, 0600), 0);
  int reader = open(path, O_RDONLY | O_NONBLOCK);
  assert_true(publish(path, "through", NULL));
  char got[16] = "";
  assert_int_equal(read(reader, got, sizeof got - 1), 7);
  assert_string_equal(got, "through");
  close(reader);
  assert_files(*state, 1);
}

/* ---- Sets -------------------------------------------------------------------------------------------- */

static const char *const patterns[] = {"page-*.txt", NULL};

static gboolean
publish_set(const char *directory, guint n, const char *text, GError **error)
{
  JbSetFile files[4];
  char *names[4];
  g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
  for (guint i = 0; i < n; i++)
    files[i] = (JbSetFile){.name = names[i] = g_strdup_printf("page-%u.txt", i + 1), .bytes = bytes};
  gboolean good = jb_publish_set(directory, patterns, files, n, error);
  for (guint i = 0; i < n; i++)
    g_free(names[i]);
  return good;
}

static guint
count_files(const char *directory)
{
  g_autoptr(GDir) dir = g_dir_open(directory, 0, NULL);
  guint n = 0;
  while (g_dir_read_name(dir) != NULL)
    n++;
  return n;
}

/* A shorter set leaves nothing of a longer one, and nothing stands beside it. */
static void
a_set_takes_the_place_of_another(void **state)
{
  g_autofree char *directory = g_build_filename(*state, "set", NULL);
  for (guint n = 4; n >= 2; n--) {
    g_autoptr(GError) error = NULL;
    if (!publish_set(directory, n, "text", &error))
      fail_msg("%s", error->message);
    assert_int_equal(count_files(directory), n);
    assert_int_equal(count_files(*state), 1);
  }
}

static void
a_set_spares_what_is_not_its_own(void **state)
{
  g_autofree char *directory = g_build_filename(*state, "set", NULL);
  g_autofree char *own = g_build_filename(directory, "letter.txt", NULL);
  assert_true(publish_set(directory, 2, "old", NULL));
  assert_true(g_file_set_contents(own, "mine", -1, NULL));
  g_autoptr(GError) error = NULL;
  assert_false(publish_set(directory, 3, "new", &error));
  assert_true(g_error_matches(error, JB_ERROR, JB_ERROR_CREATE));
  assert_non_null(strstr(error->message, "letter.txt"));
  assert_int_equal(count_files(directory), 3);
  assert_int_equal(count_files(*state), 1);
  g_clear_error(&error);
  g_autofree char *below = g_build_filename(own, "set", NULL);
  assert_false(publish_set(below, 1, "new", &error));
  assert_int_equal(error->code, JB_ERROR_CREATE);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(new_and_replaced, make_folder, remove_folder),
      cmocka_unit_test_setup_teardown(links_stay_links, make_folder, remove_folder),
      cmocka_unit_test_setup_teardown(places_that_cannot_be, make_folder, remove_folder),
      cmocka_unit_test(full_device),
      cmocka_unit_test_setup_teardown(cut_off, make_folder, remove_folder),
      cmocka_unit_test_setup_teardown(pipe_is_written_through, make_folder, remove_folder),
      cmocka_unit_test_setup_teardown(a_set_takes_the_place_of_another, make_folder, remove_folder),
      cmocka_unit_test_setup_teardown(a_set_spares_what_is_not_its_own, make_folder, remove_folder),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
