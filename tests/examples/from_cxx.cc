/* SPDX-License-Identifier: Apache-2.0 */
/* The library from C++: every public header, and a report's growth through them. */
#include <jianbao/jianbao.h>

int
main()
{
  const char text[] = "2021年，全区生产总值增长6.6%。";
  GError *error = nullptr;
  JbDocument *document = jb_document_read("report.md", text, sizeof text - 1, &error);
  if (document == nullptr)
    return 1;
  JbFacts *facts = jb_extract(document);
  bool read = facts->n_facts == 1 && jb_slice_is(jb_slice(facts->facts[0].code), "gdp");
  jb_facts_free(facts);
  jb_document_free(document);
  return read ? 0 : 1;
}
