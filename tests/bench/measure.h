/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_BENCH_MEASURE_H
#define JB_BENCH_MEASURE_H
/* Medians of many runs, so that one disturbed run does not count. */
#include <glib.h>

#define RUNS 15

typedef struct {
  double ms;    /* median of the runs */
  long peak_kb; /* largest memory of any run */
  gint64 bytes; /* of the file */
} BenchMeasured;

/* Of `n` values, which it sorts. */
double bench_median(double *values, guint n);
/* Runs a program to its end, RUNS times; one that fails ends the benchmark. `file`: what it writes. */
BenchMeasured bench_process(const char *const *argv, const char *file);
void bench_print(const char *what, BenchMeasured measured);

#endif
