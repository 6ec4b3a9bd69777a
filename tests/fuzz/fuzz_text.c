/* SPDX-License-Identifier: Apache-2.0 */
/*
 * libFuzzer target: any bytes, read as a report and extracted, must give an error or facts, never a crash,
 * and every fact must stand within the bytes. Run: build-fuzz/tests/fuzz_text -max_total_time=600 CORPUS tests/reports
 */
#include <jianbao/jianbao.h>

int LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len);

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len)
{
  g_autoptr(JbDocument) document = jb_document_read("fuzz.md", bytes, len, NULL);
  if (document == NULL)
    return 0;
  g_autoptr(JbFacts) facts = jb_extract(document);
  for (guint i = 0; i < facts->n_facts; i++)
    g_assert(facts->facts[i].source.start <= facts->facts[i].source.end && facts->facts[i].source.end <= len);
  jb_facts_derive(facts);
  jb_wording_name_facts(facts);
  g_autoptr(GString) out = g_string_new(NULL);
  jb_facts_write(facts, JB_FACTS_JSONL, out);
  jb_facts_write(facts, JB_FACTS_CSV, out);
  return 0;
}
