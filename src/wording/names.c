/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names of indicators. A code is certain, so its term is always the English name; without one the table is
 * asked for the name word for word, and then compose.c for one made of its words. A wrong name is worse than
 * none: the rest stay NULL.
 */
#include <jianbao/wording.h>

#include "base/words.h"
#include "wording/compose.h"
#include "wording/terms.h"

#include <string.h>

/* 全市社会消费品零售总额: whose it is stands on the page already. Never 全国: there it tells two figures apart. */
static const char *
without_area(const char *zh)
{
  static const char *const own[] = {"全市", "全区", "全县", "全省", "全自治区", "我市", "我区", "我县", "我省", "年末"};
  for (gsize i = 0; i < G_N_ELEMENTS(own); i++)
    if (g_str_has_prefix(zh, own[i]) && strlen(zh) > strlen(own[i]))
      return zh + strlen(own[i]);
  return zh;
}

/* An alias may leave the rate out (普惠性幼儿园 for its 覆盖率): then only a rate may be meant, not 58所. */
static gboolean
suits(const JbTerm *term, const char *alias, const JbFact *fact)
{
  if (jb_term_is_rate(term->zh) == jb_term_is_rate(alias))
    return TRUE;
  gboolean is_state = fact->measure == JB_MEASURE_LEVEL || fact->measure == JB_MEASURE_SHARE;
  return jb_term_is_rate(term->zh) && is_state && g_strcmp0(fact->unit, "%") == 0;
}

static const JbTerm *
term_by_name(const JbFact *fact)
{
  const char *const forms[] = {fact->name_zh, without_area(fact->name_zh)};
  for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
    const JbTerm *term = jb_term_lookup(forms[i]);
    if (term == NULL || !jb_term_is_indicator(term) || !suits(term, forms[i], fact))
      continue;
    /* Extraction saw that it is not that indicator (another population): only the full name is safe. */
    if (term->code != NULL && strcmp(term->zh, forms[i]) != 0)
      continue;
    return term;
  }
  return NULL;
}

static const JbTerm *
term_of(const JbFact *fact, JbAreaLevel level)
{
  if (fact->name_zh != NULL && strstr(fact->name_zh, "国内") != NULL && level == JB_AREA_UNKNOWN)
    level = JB_AREA_NATION;
  if (fact->code != NULL)
    return jb_term_for_code(fact->code, fact->name_zh, level);
  return fact->name_zh != NULL ? term_by_name(fact) : NULL;
}

/* The whole of 占…的比重 in English; NULL when it is not said or not known. */
static const char *
whole_of_share(JbArena *arena, const char *zh, gboolean is_short)
{
  static const char *const tails[] = {"的比重", "比重", "的比例", "比例", "的比率", "的份额"};
  const char *start = zh != NULL ? strstr(zh, "占") : NULL;
  if (start == NULL || start == zh)
    return NULL;
  start += strlen("占");
  if (strstr(start, "生产总值") != NULL || strstr(start, "GDP") != NULL)
    return "GDP";
  gsize len = strlen(start);
  for (gsize i = 0; i < G_N_ELEMENTS(tails); i++)
    if (g_str_has_suffix(start, tails[i])) {
      len -= strlen(tails[i]);
      break;
    }
  const char *total = jb_scope_total((JbSlice){.at = start, .len = len});
  if (total != NULL)
    return total;
  if (strstr(start, "世界") != NULL || strstr(start, "全球") != NULL || strstr(start, "全国") != NULL)
    return NULL;
  const JbTerm *whole = jb_term_lookup(jb_arena_copy(arena, start, len));
  if (whole == NULL || !jb_term_is_indicator(whole))
    return NULL;
  return jb_term_within(arena, is_short ? whole->en_short : whole->en);
}

/* 战略性新兴产业增加值占…: the part, when the table has it in full. */
static const JbTerm *
part_of_share(JbArena *arena, const char *zh)
{
  const char *of = strstr(zh, "占");
  if (of == NULL || of == zh)
    return NULL;
  const char *part = jb_arena_copy(arena, zh, (gsize)(of - zh));
  const JbTerm *term = jb_term_lookup(part);
  return term != NULL && jb_term_is_indicator(term) && strcmp(term->zh, part) == 0 ? term : NULL;
}

/* R&D spending as a share of GDP is a share by its own name. */
static gboolean
says_share(const JbTerm *term)
{
  return strstr(term->en, "hare of") != NULL || jb_term_is_rate(term->zh);
}

/* The name by the term table, NULL when it has none. */
static const char *
attested(JbArena *arena, const JbFact *fact, JbAreaLevel level, gboolean is_short)
{
  const JbTerm *term = term_of(fact, level);
  if (term == NULL && fact->code == NULL && fact->name_zh != NULL)
    term = part_of_share(arena, fact->name_zh);
  if (term == NULL)
    return NULL;
  const char *name = is_short ? term->en_short : term->en;
  gboolean is_part = fact->name_zh != NULL && strstr(fact->name_zh, "占") != NULL;
  if (says_share(term) || !(fact->measure == JB_MEASURE_SHARE || is_part))
    return jb_arena_dup(arena, name);
  const char *whole = whole_of_share(arena, fact->name_zh, is_short);
  if (whole == NULL)
    return NULL;
  return jb_arena_printf(arena, is_short ? "%s, %% of %s" : "%s, share of %s", name, whole);
}

/* A name that needs no ", share" behind it. */
static gboolean
says_part(const char *name)
{
  static const char *const words[] = {"hare", "rate", "ratio", "overage", "roportion", "ontribution", "cost", "price"};
  return jb_has_any(jb_slice(name), words, G_N_ELEMENTS(words));
}

static const char *
composed(JbArena *arena, const JbGlossary *glossary, const JbFact *fact, gboolean is_short, const char **unknown)
{
  if (fact->name_zh == NULL || *fact->name_zh == '\0')
    return NULL;
  const char *name = jb_compose(arena, glossary, without_area(fact->name_zh), unknown);
  if (name == NULL)
    return NULL;
  if (fact->measure == JB_MEASURE_SHARE && !says_part(name))
    name = jb_arena_printf(arena, "%s, share", name);
  return is_short ? jb_shorten(arena, name) : name;
}

JbNameGrade
jb_name_grade(const JbGlossary *glossary, JbArena *arena, const JbFact *fact, JbAreaLevel level, const char **unknown)
{
  const char *missing = "";
  JbNameGrade grade = JB_NAME_UNKNOWN;
  if (jb_glossary_lookup(glossary, fact->name_zh) != NULL || attested(arena, fact, level, FALSE) != NULL)
    grade = JB_NAME_ATTESTED;
  else if (composed(arena, glossary, fact, FALSE, &missing) != NULL)
    grade = JB_NAME_COMPOSED;
  if (unknown != NULL)
    *unknown = grade == JB_NAME_UNKNOWN ? missing : "";
  return grade;
}

const char *
jb_name_en(JbArena *arena, const JbFact *fact, JbAreaLevel level, gboolean is_short)
{
  if (fact->name_en_short != NULL) /* a glossary's */
    return is_short ? fact->name_en_short : fact->name_en;
  const char *name = attested(arena, fact, level, is_short);
  return name != NULL ? name : composed(arena, NULL, fact, is_short, NULL);
}

const char *
jb_name_zh(JbArena *arena, const JbFact *fact, JbAreaLevel level, gboolean is_short)
{
  const JbTerm *term = is_short && fact->measure != JB_MEASURE_SHARE ? term_of(fact, level) : NULL;
  /* The catalogue's words only where they are the shorter ones: never 规模以上工业增加值 for 工业增加值. */
  if (term != NULL && fact->code != NULL && (fact->name_zh == NULL || strlen(term->zh) < strlen(fact->name_zh)))
    return jb_arena_dup(arena, term->zh);
  return jb_arena_dup(arena, fact->name_zh != NULL ? fact->name_zh : "");
}

/* By the glossary: as a whole, or with some of its words. FALSE when the program's own tables do. */
static gboolean
name_by_glossary(const JbGlossary *glossary, JbArena *arena, JbFact *fact, JbAreaLevel level)
{
  const JbTerm *term = jb_glossary_lookup(glossary, fact->name_zh);
  if (term != NULL) {
    fact->name_en = jb_arena_dup(arena, term->en);
    fact->name_en_short = jb_arena_dup(arena, term->en_short);
    return TRUE;
  }
  if (glossary == NULL || attested(arena, fact, level, FALSE) != NULL)
    return FALSE;
  fact->name_en = composed(arena, glossary, fact, FALSE, NULL);
  fact->name_en_short = fact->name_en != NULL ? jb_shorten(arena, fact->name_en) : NULL;
  return fact->name_en != NULL;
}

guint
jb_wording_name_facts_by(const JbGlossary *glossary, JbFacts *facts)
{
  guint without = 0;
  JbAreaLevel level = facts->report.area.level;
  for (guint i = 0; i < facts->n_facts; i++) {
    JbFact *fact = &facts->facts[i];
    if (!name_by_glossary(glossary, facts->arena, fact, level))
      fact->name_en = jb_name_en(facts->arena, fact, level, FALSE);
    without += fact->name_en == NULL;
  }
  return without;
}

guint
jb_wording_name_facts(JbFacts *facts)
{
  return jb_wording_name_facts_by(NULL, facts);
}
