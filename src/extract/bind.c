/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Binding. For each quantity of a sentence the words before it (jb_lead_parse) and behind it say what kind of
 * measure it is; what remains of the words before is its subject, or a verb with its object. A quantity without
 * a subject of its own takes the one spoken of before it in the sentence (生产总值163亿元、增长6.6%), quantities joined by
 * 和 or 、 share a subject that names as many things (城乡居民收入分别增长6%和7.4%).
 *
 * Order: phrases (before, behind) → names → measure → period and status → fact.
 */
#include "extract/bind.h"

#include "base/utf8.h"
#include "extract/names.h"
#include "extract/phrase.h"

#include <string.h>

#define MAX_NAMES 8

/* What the sentence has spoken of so far. */
typedef struct {
  JbSlice sentence;
  gsize start;             /* of the sentence in the block */
  const char *noun;        /* subject for figures without one, NULL: none */
  const char *code;
  const char *names[MAX_NAMES]; /* of the last list */
  guint n_names;
  JbSlice verb;            /* verb of the running list: 建设A1个、B2个 */
  gsize verb_clause;       /* the clause that it stands in */
  gsize consumed;          /* bytes up to here served as the noun behind a number */
  JbDates dates;           /* said at the head of the sentence */
  gboolean estimate;
  const char *from_end;    /* end of the last 从X in the block's text, NULL: none */
} State;

/* One quantity on its way to a fact. */
typedef struct {
  const JbQuantity *q;
  JbSlice clause; /* from the last comma to the number */
  JbLead lead;
  JbVerbPhrase phrase;
  JbSlice right;  /* the words behind, to the next mark */
  gboolean own_subject;
  gboolean object_behind; /* the noun stands behind: 新增2家上市企业 */
  gboolean is_gap;        /* 高于全国2个百分点 */
  const char *name;
  const char *code;
  JbMeasure measure;
  gint sign;
  JbDates dates;
} Item;

static gboolean
is_percent(const JbQuantity *q)
{
  return q->word != NULL && q->word->kind == JB_UNIT_PERCENT;
}

static gboolean
is_points(const JbQuantity *q)
{
  return q->word != NULL && q->word->kind == JB_UNIT_POINTS;
}

static gboolean
base_is(const JbQuantity *q, const char *base)
{
  return q->word != NULL && g_strcmp0(q->word->base, base) == 0;
}

static gboolean
is_money(const JbQuantity *q)
{
  return base_is(q, "CNY") || base_is(q, "USD") || base_is(q, "EUR") || base_is(q, "HKD");
}

static gboolean
has(JbSlice text, const char *word)
{
  return jb_slice_find(text, word) >= 0;
}

static gboolean
has_any(JbSlice text, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (has(text, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
starts_any(JbSlice text, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (jb_slice_starts(text, words[i]))
      return TRUE;
  return FALSE;
}

/* ---- The words around --------------------------------------------------------------------------- */

/* Is the unit a measure word for things, so that the thing may stand behind? */
static gboolean
counts(const JbQuantity *q)
{
  return !is_percent(q) && !is_points(q) && !is_money(q);
}

/* Byte behind the last mark that ends a clause before `at`, not before `from`. */
static gsize
clause_start(JbSlice text, gsize from, gsize at)
{
  static const char *const marks[] = {"，", "；", "：", "。", "！", "？", "——", ",", ";", "（", "、"};
  static const char *const reopen[] = {"已", "并", "年均", "增长", "占", "总量", "其中", "同比", "下降"};
  gsize best = from;
  for (gsize i = from; i < at; i++)
    for (guint m = 0; m < G_N_ELEMENTS(marks); m++) {
      gsize n = strlen(marks[m]);
      if (text.at[i] != marks[m][0] || i + n > at || memcmp(text.at + i, marks[m], n) != 0)
        continue;
      /* a bracket within a name is closed before the number */
      if (strcmp(marks[m], "（") == 0 && jb_slice_find(jb_slice_sub(text, i, at), "）") >= 0)
        continue;
      if (strcmp(marks[m], "、") == 0 && !starts_any(jb_slice_sub(text, i + n, at), reopen, G_N_ELEMENTS(reopen)))
        continue;
      best = i + n;
    }
  return best;
}

static JbSlice
words_behind(JbSlice text, gsize from, gsize to)
{
  static const char *const marks[] = {"，", "；", "：", "。", "、", "！", "？", "）", "（", ",", ";"};
  gsize end = to;
  for (guint m = 0; m < G_N_ELEMENTS(marks); m++) {
    gssize hit = jb_slice_find(jb_slice_sub(text, from, end), marks[m]);
    if (hit >= 0)
      end = from + (gsize)hit;
  }
  return jb_slice_sub(text, from, end);
}

static Item
item_read(const State *state, JbSlice text, const JbQuantity *previous, const JbQuantity *q, const JbQuantity *next, gsize end)
{
  gsize clause = clause_start(text, state->start, q->start);
  gsize from = MAX(clause, state->consumed);
  if (previous != NULL)
    from = MAX(from, previous->tail);
  from = MIN(from, q->start);
  Item item = {.q = q, .clause = jb_slice_sub(text, clause, q->start)};
  JbSlice left = jb_skip_joints(jb_slice_sub(text, from, q->start));
  item.lead = jb_lead_parse(left);
  gboolean lists_examples = jb_slice_ends(item.lead.subject, "等"); /* 月台河等6条支沟: the noun stands behind */
  item.lead.subject = jb_phrase_clean(item.lead.subject);
  item.right = words_behind(text, q->tail, next != NULL ? MIN(end, next->start) : end);
  item.right = jb_phrase_clean(item.right);
  item.phrase = jb_verb_phrase(item.lead.subject);
  if (lists_examples && item.right.len > 0) {
    item.lead.subject = item.phrase.verb;
    item.phrase.object.len = 0;
  } else if (item.right.len > 0 && item.phrase.object.len > 0 && item.lead.change == JB_WORD_NONE && item.lead.reach == JB_WORD_NONE) {
    const JbVerb *last = jb_verb_before(item.lead.subject); /* 在上海等省市设立11个自贸试验区 */
    if (last != NULL && counts(q)) {
      gsize len = strlen(last->zh);
      item.lead.subject = jb_slice_sub(item.lead.subject, item.lead.subject.len - len, item.lead.subject.len);
      item.phrase = jb_verb_phrase(item.lead.subject);
    }
  }
  item.own_subject = item.lead.subject.len > 0;
  return item;
}

/* 高于全国平均水平2个百分点, 比全省高1.2个百分点: the distance to another area. */
static gboolean
is_gap(const Item *item)
{
  static const char *const others[] = {"全国", "全省", "全市", "平均", "同类", "省定", "全区", "年度目标", "预期"};
  static const char *const gaps[] = {"高于", "低于", "快于", "高", "低", "高出", "好于"};
  return is_points(item->q) && has_any(item->clause, others, G_N_ELEMENTS(others)) && has_any(item->clause, gaps, G_N_ELEMENTS(gaps));
}

/* ---- Names --------------------------------------------------------------------------------------- */

/* The noun behind a number, with its predicate put before it: 28家金融机构入驻园区 → 入驻园区金融机构. */
static const char *
name_from_behind(JbArena *arena, JbSlice verb, JbSlice right)
{
  gsize cut = jb_predicate_at(right);
  JbSlice noun = jb_phrase_clean(jb_slice_sub(right, 0, cut)), predicate = jb_slice_sub(right, cut, right.len);
  if (jb_slice_starts(noun, "的"))
    noun = jb_slice_sub(noun, strlen("的"), noun.len);
  if (verb.len > 0)
    return jb_arena_printf(arena, "%.*s%.*s", (int)verb.len, verb.at, (int)noun.len, noun.at);
  predicate = jb_phrase_clean(predicate);
  if (predicate.len == 0 || jb_utf8_count(predicate) > 14)
    predicate.len = 0;
  return jb_arena_printf(arena, "%.*s%.*s", (int)predicate.len, predicate.at, (int)noun.len, noun.at);
}

static gboolean
takes_noun_behind(const Item *item)
{
  JbSlice right = item->right;
  if (right.len < strlen("某某") || is_points(item->q) || item->q->is_low)
    return FALSE;
  if (item->lead.from || item->lead.to_level)
    return FALSE;
  gboolean verb_only = item->phrase.verb.len > 0 && item->phrase.object.len == 0;
  gboolean change_only = !item->own_subject && item->lead.change != JB_WORD_NONE;
  if (is_percent(item->q))
    return !item->own_subject && item->lead.change == JB_WORD_NONE;
  if (is_money(item->q))
    return (verb_only || !item->own_subject) && jb_predicate_at(right) > 0 && item->lead.change == JB_WORD_NONE;
  return !item->own_subject || verb_only || change_only;
}

static const char *
join_verb(JbArena *arena, JbSlice verb, JbSlice object)
{
  return jb_arena_printf(arena, "%.*s%.*s", (int)verb.len, verb.at, (int)object.len, object.at);
}

/* What the clause before this one was about, for figures that name nothing themselves: …建设物流园，累计完成投资7.6亿元. */
static const char *
topic(const JbBinder *b, const State *state, const Item *item)
{
  gsize at = (gsize)(item->clause.at - state->sentence.at);
  JbSlice before = jb_slice_sub(state->sentence, 0, at);
  while (before.len > 0 && (jb_slice_ends(before, "，") || jb_slice_ends(before, "：") || jb_slice_ends(before, "、")))
    before.len -= strlen("，");
  gsize from = clause_start(before, 0, before.len);
  before = jb_phrase_clean(jb_slice_sub(before, from, before.len));
  gsize known = jb_catalogue_prefix(b->catalogue, before);
  if (known > 0)
    return jb_arena_copy(b->arena, before.at, known);
  JbVerbPhrase phrase = jb_verb_phrase(before);
  while (phrase.object.len > 0) {
    before = phrase.object;
    phrase = jb_verb_phrase(jb_slice_sub(before, jb_inner_verb_at(before), before.len));
    if (phrase.verb.len == 0)
      break;
  }
  gsize chars = jb_utf8_count(before);
  return chars >= 2 && chars <= 20 ? jb_arena_copy(b->arena, before.at, before.len) : NULL;
}

/* The name of a quantity that has a subject or an object before it. */
static const char *
name_from_before(const JbBinder *b, State *state, const Item *item)
{
  JbSlice subject = item->lead.subject;
  JbVerbPhrase phrase = item->phrase;
  if (phrase.verb.len > 0 && phrase.object.len > 0) {
    JbSlice object = jb_name_after_deng(jb_phrase_clean_end(phrase.object));
    return phrase.is_light ? jb_arena_copy(b->arena, object.at, object.len) : join_verb(b->arena, phrase.verb, object);
  }
  subject = jb_name_after_deng(subject);
  gboolean in_list = state->verb.len > 0 && state->verb_clause == (gsize)(item->clause.at - state->sentence.at);
  const char *own = jb_arena_copy(b->arena, subject.at, subject.len);
  if (jb_name_is_generic(subject)) {
    const char *noun = state->noun != NULL ? state->noun : topic(b, state, item);
    const char *done = jb_slice_equal(subject, jb_slice("投资")) && has(item->clause, "完成投资") ? "完成" : "";
    if (noun != NULL && !jb_name_is_generic(jb_slice(noun)) && strstr(noun, own) == NULL)
      return jb_arena_printf(b->arena, "%s%s%s", noun, done, own);
  }
  if (in_list && item->lead.change == JB_WORD_NONE && item->lead.reach == JB_WORD_NONE && !is_percent(item->q))
    return join_verb(b->arena, state->verb, subject);
  return own;
}

static void
remember(State *state, const Item *item)
{
  state->noun = item->name;
  state->code = item->code;
}

/* The code of a name; 占…比重 has the code of what is before it. */
static const char *
code_of(const JbBinder *b, const State *state, const char *name)
{
  JbSlice text = jb_slice(name);
  const char *code = jb_catalogue_code(b->catalogue, text);
  if (code != NULL)
    return code;
  gssize of = jb_slice_find(text, "占");
  if (of == 0)
    return state->code;
  if (of > 0 && (jb_slice_find(text, "比重") > of || jb_slice_find(text, "比例") > of || jb_slice_find(text, "占比") == of || TRUE))
    return jb_catalogue_code(b->catalogue, jb_phrase_clean(jb_slice_sub(text, 0, (gsize)of)));
  static const char *const tails[] = {"比重", "占比", "增速", "涨幅", "增幅", "增长率", "降幅", "总量", "总额", "总数", "规模", "数量", "数", "累计", "总值", "人数", "任务", "达", "量", "增长", "年均增长", "年均增速", "目标"};
  for (guint i = 0; i < G_N_ELEMENTS(tails); i++)
    if (jb_slice_ends(text, tails[i]) &&
        (code = jb_catalogue_code(b->catalogue, jb_slice_sub(text, 0, text.len - strlen(tails[i])))) != NULL)
      return code;
  return NULL;
}

/* 单位国内生产总值能耗、水耗: one number for several things has the code of the first that has one. */
static const char *
code_of_list(const JbBinder *b, const State *state, const char *name)
{
  const char *code = code_of(b, state, name);
  const char *parts[MAX_NAMES];
  if (code != NULL || strstr(name, "、") == NULL)
    return code;
  guint n = jb_names_split(b->arena, jb_slice(name), parts, MAX_NAMES, b->catalogue);
  for (guint i = 0; i < n && code == NULL; i++)
    code = jb_catalogue_code(b->catalogue, jb_slice(parts[i]));
  return code;
}

/* 贸易伙伴覆盖155个|国家或地区, 中央财政安排1000亿元|专项资金: subject and the noun behind make one name. */
static const char *
with_noun_behind(const JbBinder *b, State *state, const Item *item)
{
  JbSlice right = item->right;
  gsize cut = jb_predicate_at(right);
  JbSlice noun = jb_phrase_clean_end(jb_slice_sub(right, 0, cut));
  gboolean fits = (counts(item->q) || has(noun, "资金")) && item->lead.change == JB_WORD_NONE && !item->lead.to_level && !item->lead.from &&
                  item->phrase.object.len == item->lead.subject.len;
  gsize chars = jb_utf8_count(noun);
  if (!fits || chars < 2 || chars > 12 || chars + jb_utf8_count(jb_slice(item->name)) > 24)
    return item->name;
  state->consumed = (gsize)(right.at + right.len - b->block->text.at);
  const char *verb = has(item->clause, "惠及") ? "惠及" : "";
  return jb_arena_printf(b->arena, "%s%s%.*s", item->name, verb, (int)noun.len, noun.at);
}

static void
name_item(const JbBinder *b, State *state, Item *item)
{
  JbSlice subject = item->lead.subject;
  item->is_gap = is_gap(item);
  if (!item->own_subject && is_percent(item->q) && has(item->right, "增速")) { /* 6.5%左右的增速 */
    item->name = "经济增速";
    item->code = has(state->sentence, "经济") ? "gdp" : NULL;
  } else if (takes_noun_behind(item)) {
    item->object_behind = TRUE;
    JbSlice verb = item->phrase.is_light ? (JbSlice){.at = item->phrase.verb.at} : item->phrase.verb;
    if (!item->own_subject && item->lead.change == JB_WORD_UP)
      verb = jb_slice("新增");
    else if (!item->own_subject && item->lead.change == JB_WORD_DOWN)
      verb = jb_slice("减少");
    item->name = name_from_behind(b->arena, verb, item->right);
    item->code = code_of(b, state, item->name);
    state->consumed = (gsize)(item->right.at + item->right.len - b->block->text.at);
  } else if (!item->own_subject || item->is_gap) {
    const char *before = state->noun != NULL ? state->noun : topic(b, state, item);
    item->name = before != NULL ? before : item->right.len > 0 ? jb_arena_copy(b->arena, item->right.at, item->right.len) : "";
    item->code = item->is_gap ? NULL : state->noun != NULL ? state->code : code_of(b, state, item->name);
    return;
  } else {
    item->name = name_from_before(b, state, item);
    item->code = code_of_list(b, state, item->name);
    if (item->code == NULL)
      item->name = with_noun_behind(b, state, item);
    if (jb_slice_starts(jb_slice(item->name), "占") && state->noun != NULL)
      item->name = jb_arena_printf(b->arena, "%s%s", state->noun, item->name);
    if (item->phrase.verb.len > 0) {
      state->verb = item->phrase.is_light ? (JbSlice){.at = subject.at} : item->phrase.verb;
      state->verb_clause = (gsize)(item->clause.at - state->sentence.at);
    }
  }
  state->n_names = 0;
}

/* ---- Measure ------------------------------------------------------------------------------------- */

/* Is a figure in % of that name a level in its own right, not a part of a whole? */
static gboolean
is_rate(JbSlice name)
{
  static const char *const rates[] = {"率", "强度", "满意度", "优良天数比例", "水体比例", "断面比例", "优良比例", "税率", "缴费比例", "存贷比", "浓度", "指数", "优良天数", "知晓度", "水平", "速度", "消费价格", "幅度", "安全感", "水质优良比例", "赤字"};
  static const char *const parts[] = {"占", "比重", "占比"};
  return has_any(name, rates, G_N_ELEMENTS(rates)) && !has_any(name, parts, G_N_ELEMENTS(parts));
}

static gboolean
names_growth(JbSlice subject)
{
  static const char *const nouns[] = {"增速", "涨幅", "增幅", "降幅", "增长率", "增长速度", "上涨幅度", "下降幅度", "压减比例", "增长目标", "预期增长", "增速目标"};
  for (guint i = 0; i < G_N_ELEMENTS(nouns); i++)
    if (jb_slice_ends(subject, nouns[i]))
      return TRUE;
  return FALSE;
}

static gint
sign_of(const Item *item)
{
  JbSlice subject = item->lead.subject;
  gint own = item->lead.change == JB_WORD_DOWN || item->phrase.sign < 0 ? -1 : 1;
  return jb_slice_ends(subject, "降幅") || jb_slice_ends(subject, "下降幅度") || jb_slice_ends(subject, "压减比例") ? -1 : own;
}

static JbMeasure
growth_of(const Item *item)
{
  gboolean average = item->lead.average || has(item->clause, "年均增") || has(item->clause, "年均下降") || has(item->clause, "年平均增");
  return average ? JB_MEASURE_AVERAGE_GROWTH : JB_MEASURE_GROWTH;
}

static void
measure_item(Item *item)
{
  JbSlice name = jb_slice(item->name), subject = item->lead.subject;
  gboolean changes = item->lead.change != JB_WORD_NONE && !item->lead.to_level && !item->lead.from;
  item->measure = JB_MEASURE_LEVEL;
  item->sign = 1;
  if (item->q->ratio > 0) {
    item->measure = JB_MEASURE_SHARE;
  } else if (is_points(item->q)) {
    item->measure = JB_MEASURE_CHANGE;
    item->sign = has(item->clause, "低于") || item->lead.change == JB_WORD_DOWN ? -1 : 1;
  } else if (is_percent(item->q)) {
    gboolean verb_object = !item->lead.to_level && item->phrase.sign != 0 && item->phrase.object.len > 0 && !is_rate(name) && item->lead.reach == JB_WORD_NONE;
    gboolean price = g_strcmp0(item->code, "cpi") == 0;
    gboolean unnamed = !item->own_subject && has(item->right, "增速");
    if (changes || names_growth(subject) || verb_object || price || unnamed || has(item->right, "增长目标")) {
      item->measure = growth_of(item);
      item->sign = sign_of(item);
    } else if (!is_rate(name)) {
      item->measure = JB_MEASURE_SHARE;
    }
  } else if (item->q->word != NULL && strcmp(item->q->word->zh, "倍") == 0) {
    item->measure = changes ? JB_MEASURE_GROWTH : JB_MEASURE_LEVEL;
    item->sign = changes ? sign_of(item) : 1;
  } else if (changes && !item->object_behind) {
    item->measure = JB_MEASURE_CHANGE;
    item->sign = sign_of(item);
  }
}

/* ---- Period and status --------------------------------------------------------------------------- */

static gint
last_year_of(const JbScope *scope, JbPeriod span)
{
  return scope->status == JB_STATUS_ACTUAL ? MIN(span.to_year, MAX(scope->report_year - 1, span.from_year)) : span.to_year;
}

/* Within a span: does the figure say how things stand at its end (a stock, a state reached), not what was done in it? */
static gboolean
stands_at_end(const Item *item)
{
  static const char *const flows[] = {"投资", "支出", "投入", "资金", "贡献率", "办复率", "办结率", "满意率", "满意度", "补助", "收储", "减税", "签约", "利用外资", "交易额"};
  static const char *const stocks[] = {"总量", "余额", "总数", "保有量", "存量", "里程", "面积", "寿命", "年限", "容量", "能力"};
  JbSlice name = jb_slice(item->name);
  const JbLead *lead = &item->lead;
  if (lead->to_level)
    return TRUE;
  if (lead->reach == JB_WORD_HOLD || lead->each_year || has(item->clause, "持续") || has(item->clause, "保持") || has(item->clause, "连续"))
    return FALSE;
  if (is_percent(item->q))
    return !has(name, "贡献率") && !has(name, "办复率") && !has(name, "办结率");
  if (lead->total || has(item->clause, "累计"))
    return (lead->reach == JB_WORD_REACH && !is_money(item->q) && !has_any(name, flows, G_N_ELEMENTS(flows))) || has(name, "余额");
  if (base_is(item->q, "person_time") && !lead->to_level)
    return FALSE;
  if (lead->reach == JB_WORD_REACH || (lead->reach == JB_WORD_IS && !lead->done))
    return TRUE;
  if (item->object_behind && (has(item->right, "保障") || has(item->right, "享受")))
    return TRUE;
  if (item->object_behind || item->phrase.verb.len > 0)
    return FALSE;
  if (lead->bound == JB_BOUND_GT || has_any(name, stocks, G_N_ELEMENTS(stocks)))
    return !has(name, "累计");
  return item->code != NULL && !lead->done && !base_is(item->q, "person") && lead->bound != JB_BOUND_EQ;
}

static JbPeriod
period_in_span(const JbScope *scope, const Item *item, JbPeriod span)
{
  gboolean whole = item->measure == JB_MEASURE_AVERAGE_GROWTH || item->measure == JB_MEASURE_GROWTH || item->measure == JB_MEASURE_CHANGE;
  gboolean held = item->lead.each_year || item->lead.reach == JB_WORD_HOLD || has(item->clause, "持续");
  gboolean at_end;
  if (whole)
    at_end = item->dates.base_year != 0 && item->measure != JB_MEASURE_AVERAGE_GROWTH;
  else if (item->measure == JB_MEASURE_SHARE)
    at_end = !held;
  else
    at_end = stands_at_end(item);
  return at_end ? jb_period_year(last_year_of(scope, span)) : span;
}

static JbPeriod
period_of(const JbBinder *b, const State *state, const Item *item)
{
  const JbScope *scope = b->scope;
  JbDates own = item->dates, head = state->dates;
  gboolean averages = item->measure == JB_MEASURE_AVERAGE_GROWTH;
  if (own.kind == JB_DATE_NONE && head.kind != JB_DATE_NONE)
    own.kind = head.kind, own.period = head.period;
  JbPeriod span = scope->span.to_year != 0 ? scope->span : (JbPeriod){0};
  if (own.kind == JB_DATE_SPAN)
    span = own.period;
  if (item->lead.from) {
    if (item->dates.kind == JB_DATE_YEAR)
      return item->dates.period;
    if (own.kind == JB_DATE_SPAN || (scope->is_span && own.kind == JB_DATE_NONE))
      return jb_period_year(span.from_year - 1);
    gint year = own.kind == JB_DATE_YEAR || own.kind == JB_DATE_BY ? own.period.from_year : scope->year;
    return jb_period_year((own.kind == JB_DATE_BY ? scope->report_year : year) - 1);
  }
  if (averages && span.to_year != 0)
    return span;
  if (averages)
    return (JbPeriod){.from_year = (gint16)(scope->report_year - (scope->status == JB_STATUS_TARGET ? 0 : 5)),
                      .to_year = (gint16)(scope->report_year + (scope->status == JB_STATUS_TARGET ? 4 : -1))};
  switch (own.kind) {
  case JB_DATE_YEAR:
  case JB_DATE_PERIOD:
  case JB_DATE_BY: return own.period;
  case JB_DATE_SPAN: return period_in_span(scope, item, span);
  case JB_DATE_NONE: break;
  }
  if (scope->is_span)
    return period_in_span(scope, item, span);
  return scope->year > 0 ? jb_period_year(scope->year) : (JbPeriod){0};
}

static JbStatus
status_of(const JbBinder *b, const State *state, const Item *item, JbPeriod period)
{
  const JbScope *scope = b->scope;
  gboolean planned_time = period.to_year >= scope->report_year;
  if (scope->status == JB_STATUS_TARGET) {
    if (item->lead.from && period.to_year < scope->report_year)
      return JB_STATUS_ACTUAL;
    if ((item->dates.is_past || state->dates.is_past) && !planned_time)
      return JB_STATUS_ACTUAL;
    return JB_STATUS_TARGET;
  }
  static const char *const plans[] = {"目标", "力争", "确保", "要达到"};
  if (planned_time && (period.from_year >= scope->report_year) && has_any(state->sentence, plans, G_N_ELEMENTS(plans)))
    return JB_STATUS_TARGET;
  return state->estimate || item->lead.estimate || has(item->clause, "预计") ? JB_STATUS_ESTIMATE : JB_STATUS_ACTUAL;
}

static JbBound
bound_of(const Item *item)
{
  const JbQuantity *q = item->q;
  if (q->is_low)
    return JB_BOUND_GE;
  if (q->is_high)
    return JB_BOUND_LE;
  if (q->outer != JB_BOUND_EQ)
    return q->outer;
  if (item->lead.bound != JB_BOUND_EQ && !item->is_gap)
    return item->lead.bound;
  return q->inner;
}

/* ---- The fact ------------------------------------------------------------------------------------- */

static void
set_amount(const JbQuantity *q, JbFact *fact)
{
  JbDecimal amount;
  fact->amount.unit = q->word != NULL ? (q->word->base != NULL ? q->word->base : q->word->zh) : q->ratio > 0 ? "percent" : "";
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
  gboolean utf8 = strcmp(b->document->encoding, "UTF-8") == 0;
  gboolean folded = (guchar)b->block->text.at[end - 1] < 0x80 && offset[end] == offset[end - 1] + strlen("％");
  return utf8 && !folded ? offset[end - 1] + 1 : offset[end];
}

static void
emit(const JbBinder *b, State *state, Item *item)
{
  const JbQuantity *q = item->q;
  const JbBlock *block = b->block;
  static const char *const rankings[] = {"城市中", "中列", "中排", "中位", "中居"};
  if (item->name[0] == '\0' || (counts(q) && has_any(item->right, rankings, G_N_ELEMENTS(rankings))))
    return; /* 在全国74个城市中列第9位: how many were ranked */
  /* a date of the start (从2021年的…) is not one of the end */
  gsize skip = !item->lead.from && state->from_end > item->clause.at ? (gsize)(state->from_end - item->clause.at) : 0;
  item->dates = jb_dates_find(b->scope, jb_slice_sub(item->clause, MIN(skip, item->clause.len), item->clause.len));
  if (item->dates.base_year == 0)
    item->dates.base_year = state->dates.base_year;
  measure_item(item);
  JbSlice covered = jb_slice_sub(block->text, q->start, q->end);
  JbFact fact = {
    .number = b->facts->len + 1,
    .name_zh = item->name,
    .measure = item->measure,
    .value = item->sign < 0 ? jb_decimal_neg(q->value) : q->value,
    .unit = q->unit,
    .bound = bound_of(item),
    .source = {
      .start = block->offset[q->start],
      .end = source_end(b, q->end),
      .text = jb_arena_copy(b->arena, covered.at, covered.len),
      .sections = NULL,
      .sentence = NULL,
      .paragraph = block->paragraph,
      .line = block->line,
    },
  };
  fact.period = period_of(b, state, item);
  if (item->lead.from)
    state->from_end = block->text.at + q->tail;
  fact.status = status_of(b, state, item, fact.period);
  fact.code = item->code;
  if (fact.code != NULL && fact.measure == JB_MEASURE_LEVEL && !jb_catalogue_fits(b->catalogue, fact.code, q->word, q->power > 0))
    fact.code = NULL;
  gint base = item->dates.base_year;
  if (item->dates.compares_span && fact.period.from_year != fact.period.to_year)
    base = fact.period.from_year - 1;
  if (fact.measure == JB_MEASURE_GROWTH || fact.measure == JB_MEASURE_CHANGE)
    fact.base_year = base;
  fact.code = jb_arena_dup(b->arena, fact.code); /* the catalogue goes before the facts */
  set_amount(q, &fact);
  g_array_append_val(b->facts, fact);
}

/* How many quantities from `i` on are joined by nothing but 和 or 、: 6%和7.4%. */
static guint
run_length(JbSlice text, const JbQuantity *q, guint i, guint n)
{
  guint run = 1;
  while (i + run < n) {
    const JbQuantity *a = &q[i + run - 1], *b = &q[i + run];
    JbSlice between = jb_slice_sub(text, MIN(a->tail, b->start), b->start);
    gboolean same = a->word == b->word && a->ratio == 0 && !a->is_low && !b->is_high;
    if (!same || between.len == 0 || jb_skip_joints(between).len > 0)
      break;
    run++;
  }
  return run;
}

/* Binds a run that shares its words before: each gets a name of the list. Returns how many were bound. */
static guint
bind_run(const JbBinder *b, State *state, Item *first, const JbQuantity *q, guint run)
{
  const char *names[MAX_NAMES];
  guint n = 0;
  if (run > MAX_NAMES)
    return 0;
  if (first->own_subject) {
    n = jb_names_split(b->arena, first->lead.subject, names, MAX_NAMES, b->catalogue);
  } else {
    n = state->n_names;
    memcpy(names, state->names, sizeof names);
  }
  if (n != run)
    return 0;
  for (guint i = 0; i < run; i++) {
    Item item = *first;
    item.q = &q[i];
    JbSlice name = jb_phrase_clean(jb_slice(names[i]));
    JbVerbPhrase phrase = jb_verb_phrase(name);
    if (phrase.is_light && phrase.object.len > 0)
      name = phrase.object;
    item.name = jb_arena_copy(b->arena, name.at, name.len);
    item.code = code_of(b, state, item.name);
    emit(b, state, &item);
    state->names[i] = item.name;
    remember(state, &item);
  }
  state->n_names = run;
  return run;
}

/* The shares of the three industries: 三次产业比11.8:48.3:39.9. */
static void
name_ratio(const JbBinder *b, const State *state, Item *item)
{
  static const struct {
    const char *name, *code;
  } industries[] = {
    {.name = "第一产业占比", .code = "primary_industry_va"},
    {.name = "第二产业占比", .code = "secondary_industry_va"},
    {.name = "第三产业占比", .code = "tertiary_industry_va"},
  };
  gboolean known = has(state->sentence, "产业");
  item->name = known ? industries[item->q->ratio - 1].name : "";
  item->code = known ? industries[item->q->ratio - 1].code : NULL;
  (void)b;
}

/* A date that opens a clause governs to the full stop: 2021年X达到…，Y完成…; 同比2018年，X增加…，Y下降… */
static void
carry_dates(const JbBinder *b, State *state, gsize from, const Item *item)
{
  JbSlice text = b->block->text;
  gsize clause = (gsize)(item->clause.at - text.at);
  if (from < clause) {
    JbDates skipped = jb_dates_find(b->scope, jb_slice_sub(text, from, clause));
    state->dates.base_year = skipped.base_year != 0 ? skipped.base_year : state->dates.base_year;
  }
  if (jb_date_len(item->clause) > 0 && from <= clause) {
    JbDates own = jb_dates_find(b->scope, item->clause);
    if (own.kind == JB_DATE_YEAR || own.kind == JB_DATE_PERIOD) {
      state->dates.kind = own.kind;
      state->dates.period = own.period;
      state->dates.is_past = own.is_past;
    }
  }
}

void
jb_bind_sentence(const JbBinder *b, gsize start, gsize end, const JbQuantity *q, guint n)
{
  JbSlice text = b->block->text;
  State state = {.sentence = jb_slice_sub(text, start, end), .start = start};
  gsize comma = end;
  gssize hit = jb_slice_find(state.sentence, "，");
  if (hit > 0)
    comma = start + (gsize)hit;
  if (n > 0)
    comma = MIN(comma, q[0].start);
  state.dates = jb_dates_find(b->scope, jb_slice_sub(text, start, comma));
  for (guint i = 0; i < n;) {
    Item item = item_read(&state, text, i > 0 ? &q[i - 1] : NULL, &q[i], i + 1 < n ? &q[i + 1] : NULL, end);
    carry_dates(b, &state, i > 0 ? q[i - 1].tail : start, &item);
    state.estimate = state.estimate || item.lead.estimate || has(item.clause, "预计");
    guint run = run_length(text, q, i, n), bound = 0;
    if (run > 1 && (item.own_subject || item.lead.respective))
      bound = bind_run(b, &state, &item, &q[i], run);
    if (bound == 0) {
      if (item.q->ratio > 0)
        name_ratio(b, &state, &item);
      else
        name_item(b, &state, &item);
      emit(b, &state, &item);
      if (item.name[0] != '\0' && !item.is_gap)
        remember(&state, &item);
      bound = 1;
    }
    i += bound;
  }
}
