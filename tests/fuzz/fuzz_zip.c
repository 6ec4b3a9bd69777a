/* SPDX-License-Identifier: Apache-2.0 */
/* libFuzzer target: any bytes as a docx, archive and all. Run: build-fuzz/tests/fuzz_zip -max_total_time=600 WORK
 * tests/fuzz/corpus/zip */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len)
{
  fuzz_read("fuzz.docx", bytes, len);
  return 0;
}
