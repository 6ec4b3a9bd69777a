/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_TESTS_SUPPORT_H
#define JB_TESTS_SUPPORT_H
/*
 * What the test programs share: running the program under test, temporary folders, counting.
 * Each program ends with a line "N passed, N failed", which ./bootstrap test adds up.
 */
#include <glib.h>

typedef struct {
  int status; /* exit code; 128 + signal when it was killed */
  char *out;  /* NUL-terminated behind out_len bytes */
  gsize out_len;
  char *err;
} TestRun;

/*
 * Runs argv[0] … NULL in folder `cwd` (NULL: here) and collects what it says. `env`: "NAME=value" sets, "NAME"
 * unsets, NULL ends. `input` becomes standard input; NULL: /dev/null. `out_path`: standard output goes there instead.
 */
typedef struct {
  const char *const *argv;
  const char *const *env;
  const char *cwd, *input, *out_path;
} TestCommand;

TestRun test_run(const TestCommand *command);
void test_run_clear(TestRun *run);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TestRun, test_run_clear)

/* The path of the program under test. */
#define JIANBAO   JB_BINARY
#define ARGV(...) ((const char *const[]){__VA_ARGS__, NULL})

/* A fresh folder under the system's temporary one; test_remove() takes it away with what it holds. */
char *test_folder(void);
void test_remove(char *folder);

/* Names in a folder, sorted, NULL-terminated; the folder must be there. */
char **test_list(const char *folder);
/* Whole file; the test program ends when it cannot be read. */
char *test_read(const char *path, gsize *len);

/* Counts a check; a failed one is told on standard output with the text. */
gboolean test_check(gboolean condition, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* Prints the closing line; the exit status of the program. */
int test_close(void);

/* diff.c: the lines that differ, "-" expected, "+" found, with two lines around them. */
char *test_diff(const char *expected, const char *found);

#endif
