/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_TESTS_SAMPLE_H
#define JB_TESTS_SAMPLE_H
/* Fact sets written as rows, for the tests of charts and layouts. */
#include <jianbao/fact.h>

typedef struct {
  const char *code, *zh, *en, *value, *unit;
  JbMeasure measure;
  JbBound bound;
  JbStatus status;
  gint16 from, to;
  const char *section;
} SampleRow;

static inline JbFacts *
sample_facts(const SampleRow *rows, guint n)
{
  JbFacts *facts = jb_facts_new();
  facts->report = (JbReport){
      .id = "sample-2022",
      .title = "政府工作报告",
      .area = {.code = "110101", .zh = "东城区", .en = "Dongcheng District", .level = JB_AREA_COUNTY},
      .kind = JB_REPORT_WORK,
      .year = 2022,
      .date = "2022-01-10",
      .congress = 11,
      .session = 1};
  facts->facts = jb_arena_make(facts->arena, JbFact, n + 1);
  facts->n_facts = n;
  for (guint i = 0; i < n; i++) {
    const SampleRow *row = &rows[i];
    const char **sections = jb_arena_make(facts->arena, const char *, 2);
    sections[0] = row->section != NULL ? row->section : "一、工作回顾";
    JbFact *fact = &facts->facts[i];
    *fact = (JbFact){
        .number = i + 1,
        .code = row->code,
        .name_zh = row->zh,
        .name_en = row->en,
        .measure = row->measure,
        .unit = row->unit,
        .bound = row->bound,
        .status = row->status,
        .period = {.from_year = row->from, .to_year = row->to},
        .source = {.text = row->value,
                   .sections = sections,
                   .sentence = jb_arena_printf(facts->arena, "第%u句：%s%s%s。", i + 1, row->zh, row->value, row->unit),
                   .paragraph = i + 1,
                   .line = i + 1}};
    g_assert_true(jb_decimal_parse(jb_slice(row->value), &fact->value));
    fact->amount.value = fact->value;
    fact->amount.unit = row->unit;
  }
  return facts;
}

#endif
