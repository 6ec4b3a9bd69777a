/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Binding. For each quantity of a sentence the words before it (jb_lead_parse) and behind it say what kind of
 * measure it is; what remains of the words before is its subject, or a verb with its object. A quantity without
 * a subject of its own takes the one spoken of before it in the sentence (生产总值163亿元、增长6.6%), quantities joined
 * by 和 or 、 share a subject that names as many things (城乡居民收入分别增长6%和7.4%).
 *
 * Order: phrases (before, behind) → names → measure → period and status → fact.
 */
#include "extract/bind.h"

#include "base/utf8.h"
#include "base/words.h"
#include "extract/item.h"

#include <string.h>

static void
set_amount(const JbBinder *b, const JbQuantity *q, JbFact *fact)
{
  JbDecimal amount;
  fact->amount.unit = q->word != NULL ? (q->word->base != NULL ? q->word->base : q->word->zh)
                      : q->ratio > 0  ? "percent"
                                      : "";
  if (q->per != NULL)
    fact->amount.unit = jb_arena_printf(b->arena, "%s%s", fact->amount.unit, q->per);
  gint power = q->power + (q->word != NULL ? q->word->power : 0);
  if (jb_decimal_shift(fact->value, power, &amount)) {
    if (q->word != NULL && q->word->factor > 0)
      jb_decimal_mul(amount, (JbDecimal){.digits = q->word->factor}, &amount);
    fact->amount.value = amount;
  } else {
    fact->amount.value = fact->value;
    fact->amount.unit = fact->unit;
  }
}

/* Byte of the file behind the character that ends at `end` of the block's text: what follows it may be white space. */
static guint32
source_end(const JbBinder *b, gsize end)
{
  const guint32 *offset = b->block->offset;
  if (strcmp(b->document->encoding, "UTF-8") != 0)
    return offset[end];
  guchar last = (guchar)b->document->source.at[offset[end - 1]]; /* a folded ％ leads to its first byte */
  return offset[end - 1] + (last >= 0xC0 ? (guint32)g_utf8_skip[last] : 1);
}

/* 一季度增长4.5%，全年增长5.7%: of the year that the sentence speaks of. */
static void
take_whole_year(const JbSentence *state, JbDates *dates)
{
  if (dates->whole_year && (state->dates.kind == JB_DATE_YEAR || state->dates.kind == JB_DATE_PERIOD))
    dates->period = jb_period_year(state->dates.period.to_year);
}

/* The dates that bear on an item: those of its clause, then what the sentence compares with. */
static void
bind_dates(const JbBinder *b, JbSentence *state, JbItem *item)
{
  static const char *const among[] = {"其中", "其中：", "其中，"};
  if (item->q->ratio > 1 || item->q->is_high)
    return; /* those of the first part */
  /* a date of the start (从2021年的…) is not one of the end */
  const char *heard = item->lead.from ? state->last_end : state->from_end;
  gsize skip = heard > item->clause.at ? (gsize)(heard - item->clause.at) : 0;
  item->dates = jb_dates_find(b->scope, jb_slice_sub(item->clause, MIN(skip, item->clause.len), item->clause.len));
  take_whole_year(state, &item->dates);
  if (jb_is_times(item->q) && item->dates.kind == JB_DATE_SPAN && jb_has(item->clause, "是"))
    item->dates.kind = JB_DATE_NONE; /* 是“十三五”的1.8倍 */
  gboolean past = (item->dates.kind == JB_DATE_YEAR && item->dates.is_past) ||
                  (item->dates.kind == JB_DATE_BY && item->dates.period.to_year < b->scope->report_year);
  if ((jb_is_times(item->q) || jb_is_recovery(item)) && past) {
    item->dates.base_year = item->dates.period.from_year; /* 是2010年的3倍, 是“十二五”末的2倍 */
    item->dates.kind = JB_DATE_NONE;
    if (jb_period_equal(state->dates.period, item->dates.period)) /* said at the head of the sentence, of this alone */
      state->dates.kind = JB_DATE_NONE;
  }
  if (jb_match_any(item->clause, among, G_N_ELEMENTS(among)) > 0 && item->dates.kind == JB_DATE_YEAR)
    state->among = item->dates;
  else if (item->own_subject || item->dates.kind != JB_DATE_NONE)
    state->among.kind = JB_DATE_NONE;
  else if (state->among.kind != JB_DATE_NONE)
    item->dates = state->among; /* 其中2021年近70亿美元，|增长7.5% */
  if (item->dates.base_year == 0)
    item->dates.base_year = state->dates.base_year;
  /* 城镇…从2011年的33766元提高到2016年的52185元、农村…从17086元提高到27908元: the dates hold for both */
  JbDates *ends = item->lead.from ? &state->start_date : item->lead.to_level ? &state->end_date : NULL;
  if (ends != NULL && item->dates.kind == JB_DATE_YEAR)
    *ends = item->dates;
  else if (ends != NULL && ends->kind == JB_DATE_YEAR && item->dates.kind == JB_DATE_NONE)
    item->dates = *ends;
}

static gint
base_year_of(const JbItem *item, const JbFact *fact)
{
  if (fact->measure != JB_MEASURE_GROWTH && fact->measure != JB_MEASURE_CHANGE && !jb_is_times(item->q) &&
      !jb_is_recovery(item))
    return 0;
  if (item->dates.compares_span && fact->period.from_year != fact->period.to_year)
    return fact->period.from_year - 1; /* 五年增加70% */
  return item->dates.base_year;
}

static JbSource
source_of(const JbBinder *b, const JbQuantity *q)
{
  const JbBlock *block = b->block;
  return (JbSource){
      .start = block->offset[q->start],
      .end = source_end(b, q->end),
      .text = jb_arena_copy(b->arena, block->text.at + q->start, q->end - q->start),
      .paragraph = block->paragraph,
      .line = block->line,
      .page = jb_document_page(b->document, block->offset[q->start]),
  };
}

/* The sentence up to the number. */
JbSlice
jb_said_before(const JbSentence *state, const JbItem *item)
{
  return jb_slice_sub(state->sentence, 0, (gsize)(item->q->start - state->start));
}

/* 在全国74个城市中列第9位, 居全国298个地级以上城市第16位: how many were ranked. */
static gboolean
is_ranked(const JbItem *item)
{
  static const char *const rankings[] = {"城市中", "中列", "中排", "中位", "中居", "城市排"};
  static const char *const places[] = {"居", "列", "排", "全国"};
  static const char *const whole[] = {"在全国", "全国", "在全省", "在全球", "在副省级", "在西部"};
  return jb_counts(item->q) &&
         (jb_has_any(item->right, rankings, G_N_ELEMENTS(rankings)) ||
          (jb_has(item->right, "城市") && jb_match_end(item->clause, whole, G_N_ELEMENTS(whole)) > 0) ||
          (jb_has(item->right, "城市第") && jb_has_any(item->clause, places, G_N_ELEMENTS(places))));
}

/* 增长7%|、力争实现7.5%, 增长8%|，力争达到8.5%: the growth just told, aimed higher. Its sign, 0 when it is
 * none. */
static gint
aims_on(const JbBinder *b, const JbSentence *state, const JbItem *item)
{
  static const char *const aims[] = {"力争", "争取", "确保", "努力", "奋力", "冲刺", "并力争", "并争取"};
  gsize from = state->last_end != NULL ? (gsize)(state->last_end - b->block->text.at) : item->q->start;
  JbSlice between = jb_skip_joints(jb_slice_sub(b->block->text, MIN(from, item->q->start), item->q->start));
  gboolean aims_higher = !item->own_subject && jb_is_percent(item->q) &&
                         jb_match_any(between, aims, G_N_ELEMENTS(aims)) > 0;
  return aims_higher ? state->grew : 0;
}

static void
emit(const JbBinder *b, JbSentence *state, JbItem *item)
{
  const JbQuantity *q = item->q;
  if (item->name[0] == '\0')
    return;
  bind_dates(b, state, item);
  item->aims_on = aims_on(b, state, item);
  jb_item_measure(item);
  state->grew = item->measure == JB_MEASURE_GROWTH ? item->sign : 0;
  const char *code = jb_item_code(b, state, item);
  JbFact fact = {
      .number = b->facts->len + 1,
      .name_zh = item->name,
      .measure = item->measure,
      .value = item->sign < 0 && q->value.digits > 0 ? jb_decimal_neg(q->value) : q->value,
      .unit = q->unit,
      .bound = jb_item_bound(item),
      .period = jb_item_period(b, state, item),
      .code = code,
      .source = source_of(b, q),
  };
  fact.status = jb_item_status(b, state, item, fact.period);
  fact.base_year = base_year_of(item, &fact);
  set_amount(b, q, &fact);
  if (fact.measure == JB_MEASURE_LEVEL)
    state->noun_flows = fact.period.from_year != fact.period.to_year;
  else if (fact.measure != JB_MEASURE_SHARE && item->own_subject)
    state->noun_flows = FALSE;
  state->last_end = b->block->text.at + q->tail;
  state->unit = q->word;
  if (item->lead.from)
    state->from_end = state->last_end;
  if (item->ends_range && item->lead.to_level)
    state->to_end = state->last_end;
  if (b->explain != NULL)
    jb_item_explain(b, state, item, &fact, b->explain);
  if (code != NULL && jb_code_has_parts(code)) {
    if (state->may_be_part == 0)
      state->may_be_part = jb_may_be_part(jb_slice_sub(b->block->text, 0, state->start)) ? 1 : -1;
    gsize asked = MAX(state->part_asked, state->start), clause = (gsize)(item->clause.at - b->block->text.at);
    if (state->may_be_part < 0 && asked < clause && jb_may_be_part(jb_slice_sub(b->block->text, asked, clause)))
      state->may_be_part = 1;
    state->part_asked = MAX(asked, clause);
    guint at = b->facts->len;
    if (state->may_be_part > 0)
      g_array_append_val(b->doubtful, at);
  }
  g_array_append_val(b->facts, fact);
}

/* Binds a run that shares its words before: each gets a name of the list. Returns how many were bound. */
static guint
bind_run(const JbBinder *b, JbSentence *state, JbItem *first, const JbQuantity *q, guint run)
{
  const char *names[JB_MAX_NAMES];
  if (run > JB_MAX_NAMES || !jb_run_names(b, state, first, run, names))
    return 0;
  for (guint i = 0; i < run; i++) {
    JbItem item = *first;
    item.q = &q[i];
    JbBound own = i > 0 ? jb_run_lead(b->block->text, &q[i - 1], &q[i]).bound : JB_BOUND_EQ;
    item.lead.bound = own != JB_BOUND_EQ ? own : item.lead.bound;
    JbSlice name = jb_phrase_clean(jb_slice(names[i]));
    JbVerbPhrase phrase = jb_verb_phrase(name);
    if ((phrase.is_light || (i == 0 && jb_verb_moves(first))) && phrase.object.len > 0)
      name = phrase.object;
    item.name = jb_arena_copy(b->arena, name.at, name.len);
    if (!first->own_subject && jb_names_stock(first))
      item.name = jb_stock_of(b, item.name);
    item.why.name = "one of the things that the subject names";
    item.code = jb_code_of(b, state, item.name);
    emit(b, state, &item);
    state->names[i] = item.name;
    jb_sentence_remember(state, &item);
  }
  state->n_names = run;
  return run;
}

/* 四项指标分别下降27%、34%、28%和17%: what cannot be told apart has one name and what is said of all. Returns how many.
 */
static guint
bind_alike(const JbBinder *b, JbSentence *state, JbItem *first, const JbQuantity *q, guint run)
{
  const JbLead *lead = &first->lead;
  gboolean grows = lead->change != JB_WORD_NONE && jb_is_percent(first->q);
  JbSlice list = jb_slice_sub(b->block->text, q[0].start, q[run - 1].start);
  if (jb_has(list, "，") || (!lead->respective && !lead->average && !grows && lead->bound == JB_BOUND_EQ))
    return 0;
  jb_item_name(b, state, first);
  jb_item_mend_name(b, state, first);
  if (lead->respective || grows || lead->average) {
    first->code = NULL;
    first->why.code = "several things that are not told apart here";
  }
  for (guint i = 0; i < run; i++) {
    JbItem item = *first;
    item.q = &q[i];
    emit(b, state, &item);
    if (i + 1 == run && item.name[0] != '\0')
      jb_sentence_remember(state, &item);
  }
  return run;
}

/* What stands before a clause between its last two commas when that is a date: 今年以来，攻坚克难，一季度，X增长3.5% */
static JbSlice
date_before(JbSlice text)
{
  gsize comma = strlen("，"), from;
  if (!jb_slice_ends(text, "，"))
    return (JbSlice){0};
  JbSlice rest = jb_slice_sub(text, 0, text.len - comma);
  for (from = rest.len; from > 0 && !jb_slice_ends(jb_slice_sub(rest, 0, from), "，"); from--)
    ;
  JbSlice last = jb_slice_sub(rest, from, rest.len);
  return last.len > 0 && jb_date_len(last) == last.len ? last : (JbSlice){0};
}

/* …14万元；|到2026年|，地区生产总值达到1.2万亿元: the year that what follows is to be reached by, empty when none is
 * named. */
static JbSlice
aim_before(JbSlice text)
{
  static const char *const marks[] = {"；", "，", "。"}, *const untils[] = {"到", "至"};
  JbSlice none = {0}, rest = jb_slice_sub(text, jb_match_any(text, marks, G_N_ELEMENTS(marks)), text.len);
  gsize until = jb_match_any(rest, untils, G_N_ELEMENTS(untils));
  gsize date = until > 0 ? jb_date_len(jb_slice_sub(rest, until, rest.len)) : 0;
  return date > 0 && jb_slice_is(jb_slice_sub(rest, until + date, rest.len), "，") ? jb_slice_sub(rest, 0, until + date)
                                                                                   : none;
}

static void
carry(JbSentence *state, JbDates own)
{
  take_whole_year(state, &own);
  if (own.kind != JB_DATE_YEAR && own.kind != JB_DATE_PERIOD && own.kind != JB_DATE_BY)
    return;
  state->dates.kind = own.kind;
  state->dates.period = own.period;
  state->dates.is_past = own.is_past;
}

/* A date that opens a clause governs to the full stop: 2021年X达到…，Y完成…; 同比2018年，X增加…，Y下降… */
static void
carry_dates(const JbBinder *b, JbSentence *state, gsize from, const JbItem *item)
{
  JbSlice text = b->block->text;
  gsize clause = (gsize)(item->clause.at - text.at);
  if (from < clause) {
    JbDates skipped = jb_dates_find(b->scope, jb_slice_sub(text, from, clause));
    state->dates.base_year = skipped.base_year != 0 ? skipped.base_year : state->dates.base_year;
    JbSlice alone = date_before(jb_slice_sub(text, from, clause)), aim = aim_before(jb_slice_sub(text, from, clause));
    alone = aim.len > 0 ? aim : alone;
    if (alone.len > 0)
      carry(state, jb_dates_find(b->scope, alone));
  }
  if (jb_date_len(item->clause) > 0 && from <= clause)
    carry(state, jb_dates_find(b->scope, item->clause));
}

/* X预计实现正增长，Y增长2.6%，Z预计保持在5%以内: each clause says for itself whether it is one. */
static gboolean
estimates_by_clause(JbSlice sentence)
{
  static const char word[] = "预计";
  static const char *const marks[] = {"，", "；", "。", "、", "："};
  gssize first = jb_slice_find(sentence, word);
  if (first <= 0 || jb_match_end(jb_slice_sub(sentence, 0, (gsize)first), marks, G_N_ELEMENTS(marks)) > 0)
    return FALSE;
  return jb_has(jb_slice_sub(sentence, (gsize)first + strlen(word), sentence.len), word);
}

gboolean
jb_says_estimate(JbSlice text)
{
  static const char *const words[] = {"预计", "初步核算", "初步统计"};
  return jb_has_any(text, words, G_N_ELEMENTS(words));
}

/* 预计, 初步核算 bind the sentence from where they stand. */
static gboolean
estimated(const JbSentence *state, const JbItem *item)
{
  gboolean said = item->lead.estimate || jb_says_estimate(jb_said_before(state, item));
  return said && !estimates_by_clause(state->sentence); /* else lead.estimate tells of the clause */
}

/* 单季GDP测算增速分别为2.2%、…、4.1%，|全年增长2.6%: the year's is of the same, not of a quarter. */
static void
name_of_whole_year(const JbBinder *b, const JbSentence *state, JbItem *item)
{
  static const char *const quarters[] = {"单季", "各季度", "逐季", "单月"};
  JbSlice name = jb_slice(item->name);
  gsize n = jb_match_any(name, quarters, G_N_ELEMENTS(quarters));
  if (n == 0 || n == name.len || item->own_subject || !jb_slice_starts(item->clause, "全年"))
    return;
  item->name += n;
  item->code = jb_code_of(b, state, item->name);
}

static void
bind_one(const JbBinder *b, JbSentence *state, JbItem *item)
{
  if (item->q->ratio > 0)
    jb_item_name_ratio(b, state, item);
  else
    jb_item_name(b, state, item);
  jb_item_mend_name(b, state, item);
  name_of_whole_year(b, state, item);
  emit(b, state, item);
  if (item->is_gap)
    state->gap = item->name;
  else if (item->name[0] != '\0')
    jb_sentence_remember(state, item);
}

/* The dates that a sentence begins with; in 2021年是“十四五”开局之年 the year is what is spoken of. */
static JbDates
dates_at_head(const JbScope *scope, JbSlice head)
{
  gsize year = jb_date_len(head);
  gboolean is_topic = year > 0 && jb_slice_starts(jb_slice_sub(head, year, head.len), "是");
  return jb_dates_find(scope, is_topic ? jb_slice_sub(head, 0, year) : head);
}

/* A、B分别达到, A、B分别|完成投资. */
static gboolean
is_respective(const JbItem *item)
{
  return item->lead.respective || jb_has(item->lead.subject, "分别");
}

/* May the numbers that follow be of the things that the words before list? 分别, or they reach some level. */
static gboolean
may_stand_apart(const JbItem *item)
{
  gboolean reaches = item->lead.reach != JB_WORD_NONE || item->lead.bound != JB_BOUND_EQ;
  return !jb_item_is_gap(item) && (is_respective(item) || (reaches && item->phrase.verb.len == 0));
}

void
jb_bind_sentence(const JbBinder *b, gsize start, gsize end, const JbQuantity *q, guint n)
{
  JbSlice text = b->block->text;
  JbSentence state = {.sentence = jb_slice_sub(text, start, end), .start = start, .estimate = b->estimate};
  gsize comma = end;
  gssize hit = jb_slice_find(state.sentence, "，");
  if (hit > 0)
    comma = start + (gsize)hit;
  if (n > 0)
    comma = MIN(comma, q[0].start);
  state.dates = dates_at_head(b->scope, jb_slice_sub(text, start, comma));
  if (state.dates.is_start)
    state.dates.kind = JB_DATE_NONE;
  for (guint i = 0; i < n;) {
    /* the ends of a range and the parts of a ratio share the words around them: 1—2个全国百强县 */
    guint ends = q[i].is_low && i + 1 < n && q[i + 1].is_high          ? 2
                 : q[i].ratio == 1 && i + 2 < n && q[i + 2].ratio == 3 ? 3
                                                                       : 1;
    const JbQuantity *previous = i > 0 ? &q[i - 1] : NULL, *next = i + ends < n ? &q[i + ends] : NULL;
    JbItem item = jb_item_read(&state, text, previous, &q[i], &q[i + ends - 1], next, end);
    if (is_ranked(&item)) {
      i += ends;
      continue;
    }
    carry_dates(b, &state, previous != NULL ? previous->tail : start, &item);
    state.estimate = state.estimate || estimated(&state, &item);
    guint run = jb_run_length(text, q, i, n), bound = 0;
    /* 旅游人数和旅游收入快速增长，|分别|达到830万人次、81亿元: the clause before has the subject */
    gboolean told_before = item.lead.respective && !item.own_subject && state.noun == NULL;
    if ((item.own_subject || told_before) && may_stand_apart(&item)) {
      guint apart = jb_run_length_apart(text, q, i, n, is_respective(&item));
      bound = apart > run ? bind_run(b, &state, &item, &q[i], apart) : 0;
    }
    if (bound == 0 && run > 1 && !jb_item_is_gap(&item) &&
        (item.own_subject || item.lead.respective || state.n_names == run ||
         (jb_is_percent(item.q) && item.lead.change != JB_WORD_NONE)))
      bound = bind_run(b, &state, &item, &q[i], run);
    if (run > 1 && bound == 0)
      bound = bind_alike(b, &state, &item, &q[i], run);
    if (bound == 0) {
      bind_one(b, &state, &item);
      for (guint k = 1; k < ends; k++) {
        item.q = &q[i + k];
        if (item.q->ratio > 0)
          jb_item_name_ratio(b, &state, &item);
        emit(b, &state, &item);
      }
      bound = ends;
    }
    i += bound;
  }
}
