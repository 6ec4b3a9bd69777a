/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory that runs out: put before a program (LD_PRELOAD), lets its JB_SCARCE-th allocation fail, and no other.
 * JB_THREADS is how many threads may be started; no further one can.
 * JB_SCARCE_COUNT names a file that gets the number of allocations instead. Children of the program are left alone.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The allocator of the C library itself, under the names that it exports for this. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t n, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern char *program_invocation_short_name;

static atomic_ulong n_allocations;
static unsigned long failing;
static atomic_long threads_left;
static int is_ours;

__attribute__((constructor)) static void
begin(void)
{
  const char *number = getenv("JB_SCARCE");
  is_ours = strcmp(program_invocation_short_name, "jianbao") == 0;
  failing = number != NULL && is_ours ? strtoul(number, NULL, 10) : 0;
  const char *threads = getenv("JB_THREADS");
  atomic_store(&threads_left, threads != NULL && is_ours ? strtol(threads, NULL, 10) : 1000000);
  atomic_store(&n_allocations, 0);
}

__attribute__((destructor)) static void
tell(void)
{
  unsigned long n = atomic_load(&n_allocations);
  const char *path = is_ours ? getenv("JB_SCARCE_COUNT") : NULL;
  FILE *file = path != NULL ? fopen(path, "w") : NULL;
  if (file == NULL)
    return;
  fprintf(file, "%lu\n", n);
  fclose(file);
}

static int
fails(void)
{
  if (atomic_fetch_add(&n_allocations, 1) + 1 != failing)
    return 0;
  errno = ENOMEM;
  return 1;
}

__attribute__((visibility("default"))) void *
malloc(size_t size)
{
  return fails() ? NULL : __libc_malloc(size);
}

__attribute__((visibility("default"))) void *
calloc(size_t n, size_t size)
{
  return fails() ? NULL : __libc_calloc(n, size);
}

__attribute__((visibility("default"))) void *
realloc(void *old, size_t size)
{
  return fails() ? NULL : __libc_realloc(old, size);
}

__attribute__((visibility("default"))) int
pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *data)
{
  int (*create)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
  *(void **)&create = dlsym(RTLD_NEXT, "pthread_create"); /* ISO C knows no other way from an object to a function */
  return atomic_fetch_sub(&threads_left, 1) > 0 ? create(thread, attributes, start, data) : EAGAIN;
}
