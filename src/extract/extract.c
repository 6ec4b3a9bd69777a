/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Extraction: Document → Facts.
 *
 * For each paragraph the numbers that are quantities are found (number.c, unit.c), the paragraph is cut into
 * sentences, the scope of time and status is carried along from headings and sentences (period.c), and each
 * sentence binds its quantities to indicators (bind.c, phrase.c, names.c, indicator.c). Words are rows of
 * tables (words.c, tables/). The facts own all their strings; the document may go afterwards.
 */
#include <jianbao/extract.h>

#include "base/utf8.h"
#include "base/words.h"
#include "extract/bind.h"

#include <string.h>

/* Byte behind the sentence that begins at `from`. */
static gsize
sentence_end(JbSlice text, gsize from)
{
  for (gsize i = from; i < text.len; i += jb_utf8_len(text.at[i])) {
    guint32 key = (guchar)text.at[i] == 0xE3 || (guchar)text.at[i] == 0xEF ? jb_utf8_key(text, i) : 0;
    if (key == 0xE38082 /* 。 */ || key == 0xEFBC81 /* ！ */ || key == 0xEFBC9F /* ？ */)
      return i + 3;
  }
  return text.len;
}

/* Does the sentence at `start` open the paragraph? 各位代表！ before it opens nothing. */
static gboolean
opens_paragraph(JbSlice text, gsize start)
{
  JbSlice before = jb_slice_sub(text, 0, start);
  return start == 0 || (jb_slice_ends(before, "各位代表！") && before.len <= strlen("——各位代表！"));
}

static void
finish_sources(JbBinder *b, guint first, JbSlice sentence, const char **sections)
{
  if (first == b->facts->len)
    return;
  const char *copy = jb_arena_copy(b->arena, sentence.at, sentence.len);
  for (guint i = first; i < b->facts->len; i++) {
    JbSource *source = &g_array_index(b->facts, JbFact, i).source;
    source->sentence = copy;
    source->sections = sections;
  }
}

static const char **
copy_sections(JbBinder *b)
{
  const char **sections = jb_document_sections(b->document, b->block, b->arena);
  for (guint i = 0; sections[i] != NULL; i++)
    sections[i] = jb_arena_dup(b->arena, sections[i]);
  return sections;
}

/* 初步核算，地区生产总值…。|其中，第一产业增加值…: does a sentence break down what the one before it told? */
static gboolean
breaks_down(JbSlice sentence)
{
  static const char *const heads[] = {"其中", "分产业看", "分季度看", "按产业分", "分产业", "三次产业"};
  return jb_match_any(jb_slice_trim(sentence), heads, G_N_ELEMENTS(heads)) > 0;
}

static void
extract_block(JbBinder *b, JbScope *scope)
{
  JbSlice text = b->block->text;
  GArray *found = jb_quantities(b->arena, text);
  const JbQuantity *q = (const JbQuantity *)(void *)found->data;
  const char **sections = found->len > 0 ? copy_sections(b) : NULL;
  guint at = 0;
  for (gsize start = 0; start < text.len;) {
    gsize end = sentence_end(text, start);
    JbSlice sentence = jb_slice_sub(text, start, end);
    jb_scope_sentence(scope, sentence, opens_paragraph(text, start));
    guint first_fact = b->facts->len, from = at;
    while (at < found->len && q[at].start < end)
      at++;
    b->estimate = b->estimate && breaks_down(sentence);
    if (at > from)
      jb_bind_sentence(b, start, end, q + from, at - from);
    b->estimate = b->estimate || jb_says_estimate(sentence);
    finish_sources(b, first_fact, sentence, sections);
    start = end;
  }
  g_array_unref(found);
}

static JbFacts *
extract(const JbDocument *document, GString *explain)
{
  JbFacts *facts = jb_facts_new();
  facts->report = jb_report_copy(facts->arena, &document->report);
  JbCatalogue *catalogue = jb_catalogue_new(&document->report.area);
  JbScope scope = jb_scope_start(&document->report);
  JbBinder b = {.arena = facts->arena,
                .catalogue = catalogue,
                .document = document,
                .scope = &scope,
                .explain = explain,
                .facts = g_array_new(FALSE, FALSE, sizeof(JbFact)),
                .doubtful = g_array_new(FALSE, FALSE, sizeof(guint))};
  for (guint i = 0; i < document->n_blocks; i++) {
    b.block = &document->blocks[i];
    if (b.block->kind == JB_BLOCK_HEADING)
      jb_scope_heading(&scope, b.block->level, b.block->text);
    if (b.block->kind == JB_BLOCK_PARAGRAPH || b.block->kind == JB_BLOCK_HEADING)
      extract_block(&b, &scope);
  }
  jb_settle(b.facts, b.doubtful);
  g_array_unref(b.doubtful);
  facts->n_facts = b.facts->len;
  facts->facts = jb_arena_memdup(facts->arena, b.facts->data, sizeof(JbFact) * facts->n_facts);
  g_array_unref(b.facts);
  jb_catalogue_free(catalogue);
  return facts;
}

JbFacts *
jb_extract(const JbDocument *document)
{
  return extract(document, NULL);
}

void
jb_extract_explain(const JbDocument *document, GString *out)
{
  jb_facts_free(extract(document, out));
}

static void
dump_scope(const JbScope *scope, JbArena *arena, GString *out)
{
  const char *span = jb_period_text(arena, scope->span);
  g_string_append_printf(out, "scope %s %s year=%d span=%s\n", jb_status_name(scope->status),
                         scope->is_span ? "span" : "year", scope->year, span != NULL ? span : "-");
}

static void
dump_quantity(const JbBlock *block, const JbQuantity *q, JbArena *arena, GString *out)
{
  g_string_append_printf(out, "p%u @%u %.*s value=%s unit=%s", block->paragraph, block->offset[q->start],
                         (int)(q->tail - q->start), block->text.at + q->start, jb_decimal_text(arena, q->value),
                         q->unit);
  if (q->inner != JB_BOUND_EQ || q->outer != JB_BOUND_EQ)
    g_string_append_printf(out, " bound=%s", jb_bound_name(q->outer != JB_BOUND_EQ ? q->outer : q->inner));
  if (q->is_low || q->is_high)
    g_string_append(out, q->is_low ? " range=low" : " range=high");
  if (q->ratio > 0)
    g_string_append_printf(out, " ratio=%u", q->ratio);
  g_string_append_c(out, '\n');
}

void
jb_extract_dump_tokens(const JbDocument *document, GString *out)
{
  JbArena *arena = jb_arena_new();
  JbScope scope = jb_scope_start(&document->report), shown = {0};
  for (guint i = 0; i < document->n_blocks; i++) {
    const JbBlock *block = &document->blocks[i];
    if (block->kind == JB_BLOCK_HEADING)
      jb_scope_heading(&scope, block->level, block->text);
    if (block->kind != JB_BLOCK_PARAGRAPH && block->kind != JB_BLOCK_HEADING)
      continue;
    GArray *found = jb_quantities(arena, block->text);
    guint at = 0;
    for (gsize start = 0; start < block->text.len;) {
      gsize end = sentence_end(block->text, start);
      jb_scope_sentence(&scope, jb_slice_sub(block->text, start, end), opens_paragraph(block->text, start));
      if (memcmp(&scope, &shown, sizeof scope) != 0)
        dump_scope(&scope, arena, out);
      shown = scope;
      for (; at < found->len && g_array_index(found, JbQuantity, at).start < end; at++)
        dump_quantity(block, &g_array_index(found, JbQuantity, at), arena, out);
      start = end;
    }
    g_array_unref(found);
  }
  jb_arena_free(arena);
}
