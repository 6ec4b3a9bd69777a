/* SPDX-License-Identifier: Apache-2.0 */
#include "measure.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static int
by_value(const void *a, const void *b)
{
  double left = *(const double *)a, right = *(const double *)b;
  return (left > right) - (left < right);
}

double
bench_median(double *values, guint n)
{
  qsort(values, n, sizeof *values, by_value);
  return values[n / 2];
}

/* Runs a program to its end, RUNS times. The first run warms the caches and is not counted. */
BenchMeasured
bench_process(const char *const *argv, const char *file)
{
  BenchMeasured result = {0};
  double ms[RUNS];
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  for (int run = -1; run < RUNS; run++) {
    gint64 begin = g_get_monotonic_time();
    pid_t child;
    int status = 1;
    struct rusage usage;
    if (posix_spawnp(&child, argv[0], &quiet, NULL, (char *const *)argv, environ) != 0 ||
        wait4(child, &status, 0, &usage) != child || status != 0) {
      fprintf(stderr, "bench: %s %s failed; run it by hand to see why\n", argv[0], argv[1]);
      exit(EXIT_FAILURE);
    }
    if (run >= 0)
      ms[run] = (double)(g_get_monotonic_time() - begin) / 1000.0;
    result.peak_kb = MAX(result.peak_kb, usage.ru_maxrss);
  }
  posix_spawn_file_actions_destroy(&quiet);
  struct stat info;
  result.bytes = stat(file, &info) == 0 ? info.st_size : 0;
  result.ms = bench_median(ms, RUNS);
  return result;
}

void
bench_print(const char *what, BenchMeasured m)
{
  printf("%-44s %8.1f ms  %6.1f MB peak  %8.1f kB\n", what, m.ms, (double)m.peak_kb / 1024.0, (double)m.bytes / 1000.0);
}
