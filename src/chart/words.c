/* SPDX-License-Identifier: Apache-2.0 */
/* Facts as words in both languages at once, for labels; every number comes from wording/. */
#include "chart/internal.h"
#include "wording/terms.h"

#include <string.h>

static JbAreaLevel
area_level(const JbChartContext *context)
{
  return context->report != NULL ? context->report->area.level : JB_AREA_UNKNOWN;
}

/* One indicator has one name on the pages: that of its term, where the report itself writes it in several ways (生产总值
 * and 地区生产总值). NULL where it has but one, or is no term. */
static const char *
shared_name(const JbChartContext *context, const JbFact *fact)
{
  JbAreaLevel level = area_level(context);
  const JbTerm *term = context->facts != NULL ? jb_term_named(fact->code, fact->name_zh, level) : NULL;
  for (guint i = 0; term != NULL && i < context->facts->n_facts; i++) {
    const JbFact *other = &context->facts->facts[i];
    if (g_strcmp0(other->code, fact->code) == 0 && g_strcmp0(other->name_zh, fact->name_zh) != 0 &&
        jb_term_named(other->code, other->name_zh, level) == term)
      return term->zh;
  }
  return NULL;
}

JbWords
jb_fact_name(JbArena *arena, const JbChartContext *context, const JbFact *fact, gboolean is_short)
{
  JbWords name = {.zh = jb_name_zh(arena, fact, area_level(context), is_short),
                  .en = jb_name_en(arena, fact, area_level(context), is_short)};
  const char *shared = shared_name(context, fact);
  if (shared != NULL && (!is_short || strlen(shared) < strlen(name.zh)))
    name.zh = shared;
  if (name.en == NULL && !is_short) /* no term of ours, but the caller's */
    name.en = fact->name_en;
  return name;
}

JbWords
jb_growth_name(JbArena *arena, const JbChartContext *context, const JbFact *fact, gboolean is_short)
{
  static const char *const growths[] = {"增速", "增幅", "涨幅", "增长率"};
  JbWords name = jb_fact_name(arena, context, fact, is_short);
  if (fact->measure != JB_MEASURE_GROWTH || name.zh == NULL)
    return name;
  for (guint i = 0; i < G_N_ELEMENTS(growths); i++)
    if (g_str_has_suffix(name.zh, growths[i]))
      return name;
  return (JbWords){jb_arena_printf(arena, "%s增速", name.zh),
                   name.en != NULL ? jb_arena_printf(arena, "%s: growth", name.en) : NULL};
}

JbLabelWish
jb_name_wish(JbArena *arena, const JbChartContext *context, const JbFact *fact, double size_pt)
{
  return (JbLabelWish){
      .words = jb_fact_name(arena, context, fact, FALSE),
      .shorter = jb_fact_name(arena, context, fact, TRUE),
      .face = JB_FACE_REGULAR,
      .size_pt = size_pt,
      .colour = context->theme->ink,
  };
}

const JbFact *
jb_row_fact(const JbChartRow *row)
{
  return row->actual != NULL ? row->actual : row->target != NULL ? row->target : row->previous;
}

JbWords
jb_row_name(JbArena *arena, const JbChartContext *context, const JbChartRow *row, gboolean is_short)
{
  if (row->name_zh != NULL || row->name_en != NULL)
    return (JbWords){row->name_zh != NULL ? row->name_zh : row->name_en, row->name_en};
  const JbFact *fact = jb_row_fact(row);
  return fact != NULL ? jb_fact_name(arena, context, fact, is_short) : (JbWords){"—", NULL};
}

JbLabelWish
jb_row_wish(JbArena *arena, const JbChartContext *context, const JbChartRow *row, double size_pt)
{
  return (JbLabelWish){
      .words = jb_row_name(arena, context, row, FALSE),
      .shorter = jb_row_name(arena, context, row, TRUE),
      .size_pt = size_pt,
      .colour = context->theme->ink,
  };
}

JbWords
jb_quantity_words(JbArena *arena, const JbChartContext *context, const JbFact *fact, JbStyle style)
{
  (void)context;
  return (JbWords){.zh = jb_quantity(arena, fact, JB_LANG_ZH, style),
                   .en = jb_quantity(arena, fact, JB_LANG_EN, style)};
}

/* The ends of a range bound each other and need no words for it: 5%~6%, not 5%以上~6%以内. */
static JbFact
plain_end(const JbFact *fact)
{
  JbFact end = *fact;
  end.bound = JB_BOUND_EQ;
  return end;
}

JbWords
jb_target_words(JbArena *arena, const JbChartContext *context, const JbChartRow *row)
{
  if (row->target_high == NULL)
    return jb_quantity_words(arena, context, row->target, JB_STYLE_LABEL);
  JbFact low = plain_end(row->target), high = plain_end(row->target_high);
  JbWords from = jb_quantity_words(arena, context, &low, JB_STYLE_LABEL),
          to = jb_quantity_words(arena, context, &high, JB_STYLE_LABEL);
  return (JbWords){jb_arena_printf(arena, "%s~%s", from.zh, to.zh), jb_arena_printf(arena, "%s–%s", from.en, to.en)};
}

const char *
jb_target_text(JbArena *arena, const JbChartContext *context, const JbChartRow *row, const JbFact *named)
{
  if (row->target_high == NULL)
    return jb_number_beside(arena, context, row->target, named);
  JbFact low = plain_end(row->target), high = plain_end(row->target_high);
  return jb_arena_printf(arena, jb_shows_zh(context) ? "%s~%s" : "%s–%s", jb_number_beside(arena, context, &low, named),
                         jb_number_beside(arena, context, &high, named));
}

const char *
jb_sign_text(const JbFact *fact)
{
  static const char *const signs[] = {
      [JB_BOUND_EQ] = "",  [JB_BOUND_GE] = "≥", [JB_BOUND_GT] = ">",
      [JB_BOUND_LE] = "≤", [JB_BOUND_LT] = "<", [JB_BOUND_APPROX] = "≈",
  };
  static const JbBound turned[] = {
      [JB_BOUND_EQ] = JB_BOUND_EQ, [JB_BOUND_GE] = JB_BOUND_LE, [JB_BOUND_GT] = JB_BOUND_LT,
      [JB_BOUND_LE] = JB_BOUND_GE, [JB_BOUND_LT] = JB_BOUND_GT, [JB_BOUND_APPROX] = JB_BOUND_APPROX,
  };
  if (fact->status == JB_STATUS_DERIVED)
    return "≈";
  return signs[fact->value.digits < 0 ? turned[fact->bound] : fact->bound];
}

const char *
jb_number_text(JbArena *arena, const JbChartContext *context, const JbFact *fact)
{
  JbQuantityParts parts = jb_quantity_parts(arena, fact, jb_number_lang(context));
  return jb_arena_printf(arena, "%s%s", jb_sign_text(fact), parts.number);
}

const char *
jb_number_beside(JbArena *arena, const JbChartContext *context, const JbFact *fact, const JbFact *named)
{
  JbLang lang = jb_number_lang(context);
  if (named != NULL &&
      g_strcmp0(jb_quantity_parts(arena, fact, lang).unit, jb_quantity_parts(arena, named, lang).unit) == 0)
    return jb_number_text(arena, context, fact);
  return jb_arena_printf(arena, "%s%s", fact->status == JB_STATUS_DERIVED ? "≈" : "",
                         jb_quantity(arena, fact, lang, JB_STYLE_LABEL));
}

const char *
jb_signed_beside(JbArena *arena, const JbChartContext *context, const JbFact *fact, const JbFact *named)
{
  const char *text = jb_number_beside(arena, context, fact, named);
  gboolean plain = fact->bound == JB_BOUND_EQ && g_ascii_isdigit(text[0]);
  return plain && fact->value.digits > 0 ? jb_arena_printf(arena, "+%s", text) : text;
}

/* Adds what a kind of bar means, when a row's result is of that status. */
static JbChartTitle
say_kind(JbArena *arena, const JbChartData *data, JbChartTitle title, JbStatus status, JbWords words)
{
  gboolean any = FALSE;
  for (guint i = 0; i < data->n_rows; i++)
    any = any || (data->rows[i].actual != NULL && data->rows[i].actual->status == status);
  if (!any)
    return title;
  gboolean more = title.subtitle.zh != NULL && title.subtitle.zh[0] != '\0';
  title.subtitle = (JbWords){
      more ? jb_arena_printf(arena, "%s；%s", title.subtitle.zh, words.zh) : words.zh,
      more && title.subtitle.en != NULL ? jb_arena_printf(arena, "%s; %s", title.subtitle.en, words.en) : words.en};
  return title;
}

JbChartTitle
jb_say_estimates(JbArena *arena, const JbChartData *data, JbChartTitle title)
{
  title = say_kind(arena, data, title, JB_STATUS_ESTIMATE, (JbWords){"斜线为预计", "hatched: estimate"});
  return say_kind(arena, data, title, JB_STATUS_DERIVED, (JbWords){"空心为推算", "hollow: derived"});
}

/* Multipliers that stand before a measure word, longest first. */
static const struct {
  const char *zh, *en;
} multipliers[] = {
    {"万亿", "trillion"},  {"千万", "10 million"}, {"百万", "million"},
    {"亿", "100 million"}, {"万", "10,000"},       {"千", "1,000"},
};

JbWords
jb_unit_words(JbArena *arena, const JbChartContext *context, const JbFact *fact)
{
  if (jb_number_lang(context) == JB_LANG_EN) { /* the numbers themselves are English then: 16.3 billion yuan */
    const char *own = jb_quantity_parts(arena, fact, JB_LANG_EN).unit;
    return (JbWords){own, own};
  }
  const char *unit = fact->unit != NULL ? fact->unit : "", *en_multiplier = NULL, *rest = unit;
  for (guint i = 0; i < G_N_ELEMENTS(multipliers) && en_multiplier == NULL; i++)
    if (g_str_has_prefix(unit, multipliers[i].zh)) {
      en_multiplier = multipliers[i].en;
      rest = unit + strlen(multipliers[i].zh);
    }
  if (strcmp(unit, "千米") == 0 || g_str_has_prefix(unit, "千瓦") || g_str_has_prefix(unit, "千克")) {
    en_multiplier = NULL;
    rest = unit;
  }
  JbQuantityParts parts = {0};
  if (rest[0] != '\0')
    parts = jb_value_parts(arena, (JbDecimal){.digits = 2}, rest, fact->measure, JB_LANG_EN);
  const char *en = parts.unit != NULL ? parts.unit : "";
  if (en_multiplier != NULL)
    en = en[0] != '\0' ? jb_arena_printf(arena, "%s %s", en_multiplier, en) : en_multiplier;
  return (JbWords){.zh = unit, .en = en};
}

JbWords
jb_period_pair(JbArena *arena, JbPeriod period)
{
  return (JbWords){.zh = jb_period_words(arena, period, JB_LANG_ZH), .en = jb_period_words(arena, period, JB_LANG_EN)};
}

JbWords
jb_count_words(JbArena *arena, guint count)
{
  static const JbWords words[] = {
      {"零", "none"}, {"一", "one"},   {"两", "two"},   {"三", "three"}, {"四", "four"}, {"五", "five"},
      {"六", "six"},  {"七", "seven"}, {"八", "eight"}, {"九", "nine"},  {"十", "ten"},
  };
  if (count < G_N_ELEMENTS(words))
    return words[count];
  const char *digits = jb_arena_printf(arena, "%u", count);
  return (JbWords){digits, digits};
}

gboolean
jb_fact_is_target(const JbChartContext *context, const JbFact *fact)
{
  if (fact->status == JB_STATUS_TARGET)
    return TRUE;
  if (fact->status != JB_STATUS_DERIVED || fact->inputs == NULL || context->facts == NULL)
    return FALSE;
  for (const guint *input = fact->inputs; *input != 0; input++) {
    const JbFact *from = jb_facts_lookup(context->facts, *input);
    if (from != NULL && from->number < fact->number && jb_fact_is_target(context, from))
      return TRUE;
  }
  return FALSE;
}
