/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_READ_CONFINE_H
#define JB_READ_CONFINE_H
/* Running another program on an untrusted file so that neither can do more than give text. */
#include <jianbao/base.h>

typedef struct {
  const char *name;        /* of the file, for errors */
  const char *const *argv; /* argv[0] is an absolute path */
  JbSlice input;           /* the child's standard input, which it can seek in */
  gsize max_output;        /* bytes */
  guint seconds;           /* by the clock; half as many of the processor */
  gsize memory;            /* bytes of address space */
} JbConfined;

#define JB_CONFINED_NO_EXEC 127 /* status when the program could not be run */

typedef struct {
  GString *out; /* standard output; the caller's to free */
  char *err;    /* the first lines of standard error */
  int status;   /* exit code; 128 + signal when it was killed */
} JbConfinedResult;

/*
 * JB_ERROR_DATA when a limit was reached, JB_ERROR_IO when it could not be run. With TRUE the result is to be cleared,
 * whatever its status.
 */
gboolean jb_confine_run(const JbConfined *job, JbConfinedResult *result, GError **error);
void jb_confined_clear(JbConfinedResult *result);

#endif
