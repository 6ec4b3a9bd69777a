/* SPDX-License-Identifier: Apache-2.0 */
/* Text of a layout with its references filled in, and prose that says the facts as an official document would. */
#include "layout/run.h"

#include <string.h>

/* Figures of the report itself. */
static guint
count_figures(const JbRun *run)
{
  guint n = 0;
  for (guint i = 0; i < run->facts->n_facts; i++)
    n += run->facts->facts[i].status != JB_STATUS_DERIVED;
  return n;
}

/* {fact:gdp.level@$last}, {title}, {area}, {year}; NULL when a reference has no fact. */
static const char *
fill_text(JbRun *run, const char *text, JbLang lang)
{
  GString *out = g_string_new(NULL);
  gboolean missing = FALSE;
  while (text != NULL && *text != '\0') {
    const char *close = *text == '{' ? strchr(text, '}') : NULL;
    if (close == NULL) {
      g_string_append_c(out, *text++);
      continue;
    }
    char *name = g_strndup(text + 1, (gsize)(close - text - 1));
    const JbReport *report = &run->facts->report;
    if (strcmp(name, "title") == 0) {
      g_string_append(out, jb_report_title(run->arena, report, lang));
    } else if (strcmp(name, "area") == 0) {
      g_string_append(out, lang == JB_LANG_EN && report->area.en[0] != '\0' ? report->area.en : report->area.zh);
    } else if (strcmp(name, "year") == 0) {
      g_string_append_printf(out, "%d", report->year);
    } else if (strcmp(name, "last") == 0) {
      g_string_append_printf(out, "%d", report->year - 1);
    } else if (strcmp(name, "shown") == 0 || strcmp(name, "all") == 0) {
      g_string_append_printf(out, "%u", name[0] == 's' ? run->n_used : count_figures(run));
    } else {
      const JbFact *fact = g_str_has_prefix(name, "fact:") ? jb_fact_by_path(run, name + strlen("fact:")) : NULL;
      if (fact != NULL)
        g_string_append(out, jb_quantity(run->arena, fact, lang, JB_STYLE_PROSE));
      missing = missing || fact == NULL;
    }
    g_free(name);
    text = close + 1;
  }
  const char *filled = missing ? NULL : jb_arena_dup(run->arena, out->str);
  g_string_free(out, TRUE);
  return filled;
}

void
jb_choose_text(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen)
{
  const char *zh = block->words.zh != NULL ? fill_text(run, block->words.zh, JB_LANG_ZH) : NULL;
  const char *en = block->words.en != NULL ? fill_text(run, block->words.en, JB_LANG_EN) : NULL;
  chosen->words = (JbWords){zh != NULL ? zh : en, en};
  chosen->empty = chosen->words.zh == NULL;
}

/* ---- Prose ---------------------------------------------------------------------------------------------- */

/* "增长6.6%", "下降1.3%"; "up 6.6 percent". A fall with a bound on it keeps its sign: 增速≤−3%. */
static const char *
change_words(JbRun *run, const JbFact *fact, JbLang lang)
{
  JbFact size = *fact;
  gboolean falls = fact->value.digits < 0 && fact->bound == JB_BOUND_EQ;
  if (falls) {
    size.value = jb_decimal_neg(size.value);
    size.amount.value = jb_decimal_neg(size.amount.value);
  }
  const char *verb = lang == JB_LANG_ZH ? (falls                     ? "下降"
                                           : fact->value.digits == 0 ? "同比"
                                                                     : "增长")
                                        : (falls ? "down " : "up ");
  gboolean ceiling = fact->bound == JB_BOUND_LE || fact->bound == JB_BOUND_LT;
  if (ceiling) /* 涨幅控制在3%以内 / within 3 percent */
    verb = lang == JB_LANG_ZH ? "控制在" : "";
  else if (lang == JB_LANG_ZH && fact->name_zh != NULL &&
           (g_str_has_suffix(fact->name_zh, "涨幅") || g_str_has_suffix(fact->name_zh, "增速")))
    verb = "";
  if (fact->measure == JB_MEASURE_AVERAGE_GROWTH && lang == JB_LANG_ZH && !ceiling)
    verb = falls ? "年均下降" : "年均增长";
  return jb_arena_printf(run->arena, "%s%s", verb, jb_quantity(run->arena, &size, lang, JB_STYLE_PROSE));
}

static gboolean
is_change(const JbFact *fact)
{
  return fact->measure == JB_MEASURE_GROWTH || fact->measure == JB_MEASURE_AVERAGE_GROWTH;
}

static const char *
said(JbRun *run, const JbFact *fact, JbLang lang)
{
  return is_change(fact) ? change_words(run, fact, lang) : jb_quantity(run->arena, fact, lang, JB_STYLE_PROSE);
}

/* 生产总值163亿元，增长6.6% / Gross regional product: 16.3 billion yuan, up 6.6 percent */
static void
append_row(JbRun *run, const JbChartRow *row, GString *zh, GString *en)
{
  const JbFact *fact = row->actual != NULL ? row->actual : row->target;
  const JbFact *growth = row->actual != NULL ? row->secondary : NULL;
  JbWords name = jb_fact_name(run->arena, &run->context, fact, FALSE);
  g_string_append_printf(zh, "%s%s", zh->len > 0 ? "；" : "", name.zh);
  g_string_append(zh, said(run, fact, JB_LANG_ZH));
  if (growth != NULL)
    g_string_append_printf(zh, "，%s", said(run, growth, JB_LANG_ZH));
  if (name.en == NULL)
    return;
  g_string_append_printf(en, "%s%s: %s", en->len > 0 ? "; " : "", name.en, said(run, fact, JB_LANG_EN));
  if (growth != NULL)
    g_string_append_printf(en, ", %s", said(run, growth, JB_LANG_EN));
}

void
jb_choose_prose(JbRun *run, const JbLayoutBlock *block, JbChosen *chosen)
{
  jb_choose_rows(run, block, chosen);
  g_autoptr(GString) zh = g_string_new(NULL);
  g_autoptr(GString) en = g_string_new(NULL);
  for (guint i = 0; i < chosen->data.n_rows; i++)
    append_row(run, &chosen->data.rows[i], zh, en);
  chosen->empty = zh->len == 0;
  if (chosen->empty)
    return;
  const char *lead_zh = fill_text(run, block->words.zh != NULL ? block->words.zh : "", JB_LANG_ZH);
  const char *lead_en = fill_text(run, block->words.en != NULL ? block->words.en : "", JB_LANG_EN);
  lead_zh = lead_zh != NULL ? lead_zh : "";
  lead_en = lead_en != NULL ? lead_en : "";
  chosen->words.zh = jb_arena_printf(run->arena, "%s%s。", lead_zh, zh->str);
  chosen->words.en = en->len > 0
                         ? jb_arena_printf(run->arena, "%s%s%s.", lead_en, lead_en[0] != '\0' ? " " : "", en->str)
                         : NULL;
}
