/* SPDX-License-Identifier: Apache-2.0 */
/* libFuzzer target: the XML inside a docx: parts with a zero byte between them. Run: build-fuzz/tests/fuzz_docx
 * -max_total_time=600 WORK tests/fuzz/corpus/docx */
#include "forms/forms.h"
#include "fuzz.h"

#include <string.h>

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len)
{
  static const char *const paths[] = {"word/document.xml", "word/styles.xml", "word/numbering.xml",
                                      "word/footnotes.xml"};
  const char *content[G_N_ELEMENTS(paths)];
  g_autofree char *all = g_malloc0(len + G_N_ELEMENTS(paths));
  memcpy(all, bytes, len);
  const char *at = all;
  for (guint i = 0; i < G_N_ELEMENTS(paths); i++) {
    content[i] = *at != '\0' || i == 0 ? at : "<x/>";
    at += at < all + len ? strlen(at) + 1 : 0;
  }
  g_autoptr(GByteArray)
      zip = test_zip(paths[0], content[0], paths[1], content[1], paths[2], content[2], paths[3], content[3], NULL);
  fuzz_read("fuzz.docx", zip->data, zip->len);
  return 0;
}
