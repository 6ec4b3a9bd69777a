/* SPDX-License-Identifier: Apache-2.0 */
#include "fuzz.h"

#include <jianbao/jianbao.h>
#include <string.h>

/* Every byte of a block leads into the source, forwards. */
static void
check_block(const JbDocument *document, const JbBlock *block, guint index)
{
  g_assert(strlen(block->text.at) <= block->text.len && g_utf8_validate(block->text.at, (gssize)block->text.len, NULL));
  g_assert(block->section < (gint)index && block->level <= 8);
  for (gsize i = 0; i < block->text.len; i++)
    g_assert(block->offset[i] <= block->offset[i + 1] && block->offset[i + 1] <= document->source.len);
  for (guint i = 0; i < block->n_leads; i++)
    g_assert(block->leads[i].start < block->leads[i].end && block->leads[i].end <= block->text.len);
}

void
fuzz_read(const char *name, const guint8 *bytes, gsize len)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbDocument) document = jb_document_read(name, bytes, len, &error);
  g_assert((document == NULL) == (error != NULL));
  if (document == NULL)
    return;
  for (guint i = 0; i < document->n_blocks; i++)
    check_block(document, &document->blocks[i], i);
  g_autoptr(JbFacts) facts = jb_extract(document);
  for (guint i = 0; i < facts->n_facts; i++)
    g_assert(facts->facts[i].source.start <= facts->facts[i].source.end &&
             facts->facts[i].source.end <= document->source.len);
  jb_facts_derive(facts);
  jb_wording_name_facts(facts);
  g_autoptr(GString) out = g_string_new(NULL);
  jb_document_dump(document, out);
  jb_facts_write(facts, JB_FACTS_JSONL, out);
  jb_facts_write(facts, JB_FACTS_CSV, out);
}
