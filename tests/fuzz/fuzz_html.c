/* SPDX-License-Identifier: Apache-2.0 */
/* libFuzzer target: any bytes as a web page. Run: build-fuzz/tests/fuzz_html -max_total_time=600 WORK
 * tests/fuzz/corpus/html */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len)
{
  fuzz_read("fuzz.html", bytes, len);
  return 0;
}
