/* SPDX-License-Identifier: Apache-2.0 */
/* libFuzzer target: any bytes as a text report. Run: build-fuzz/tests/fuzz_text -max_total_time=600 WORK
 * tests/fuzz/corpus/text */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len)
{
  fuzz_read("fuzz.md", bytes, len);
  return 0;
}
