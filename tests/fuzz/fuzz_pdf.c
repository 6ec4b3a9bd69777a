/* SPDX-License-Identifier: Apache-2.0 */
/* libFuzzer target: any bytes as a PDF, through the confined pdftotext. A process for each run, hence slow. Run:
 * build-fuzz/tests/fuzz_pdf -max_total_time=600 WORK tests/fuzz/corpus/pdf */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len)
{
  fuzz_read("fuzz.pdf", bytes, len);
  return 0;
}
