/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_TESTS_FUZZ_H
#define JB_TESTS_FUZZ_H
/* What every fuzz target does with bytes. */
#include <glib.h>

int LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len);

/* Reads them as a file of this name and takes facts and writings from what was read; aborts when anything is untrue. */
void fuzz_read(const char *name, const guint8 *bytes, gsize len);

#endif
