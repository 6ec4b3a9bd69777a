/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What stands around a figure in its sentence: the words before it, whom it is about, and whether it is the
 * end of a movement (从A增加到B) or tells how far one went (…，增长N%).
 *
 * A fact knows its sentence but not where in it; facts of one sentence come in reading order, so each is looked
 * for behind the one before.
 */
#include "check/internal.h"

#include <string.h>

/*
 * Words that say whom or what a figure counts. Two figures whose words differ are not compared: 全国 against the
 * report's own area, 市本级 against 全市, 规上 against all, 同口径 against reported, a month against a year.
 */
static const char *const scope_words[] = {
    "全国",
    "全省",
    "全区",
    "全县",
    "本级",
    "市级|市直",
    "县级|县域|县区|各县",
    "市区|主城|中心城区|城区",
    "开发区|高新区|经开区|园区|新区|示范区|自贸|保税|综保",
    "规模以上|规上|限额以上|限上",
    "全口径|财政总收入",
    "同口径|可比|同比口径",
    "扣除|剔除|不含|除",
    "累计|五年|共",
    "新增|净增|增量",
    "季度|上半年|半年|月份|1—|1-|前三季",
    "均",
    "民营|民间|非公",
    "重点|骨干|龙头",
    "农村|农民|乡村",
    "城镇|城市",
    "计划|目标|预算|力争",
    "服务贸易|服务进出口",
    "跨境电商|一般贸易|加工贸易",
    "户籍",
    "高技术|高新技术|战略性新兴|先进制造",
    "外资|外商",
    "国有|国企|央企",
    "企业",
    "其中",
    "港|口岸|机场",
    "水",
    "国考|国控",
    "省考|省控",
};

G_STATIC_ASSERT(G_N_ELEMENTS(scope_words) <= 64);

/*
 * Words that govern the rest of their sentence: what follows 一季度 or 民营 in a list is told of it too. Checked
 * against the beginning of the rows above.
 */
static const char *const governing_words[] = {"县级", "开发区", "季度", "民营", "国有", "港", "累计"};

/* Whether `text` has one of the words of `either`, which are parted by bars. */
static gboolean
has_either(JbSlice text, const char *either)
{
  for (;;) {
    gsize len = strcspn(either, "|");
    if (memmem(text.at, text.len, either, len) != NULL)
      return TRUE;
    if (either[len] == '\0')
      return FALSE;
    either += len + 1;
  }
}

gboolean
jb_check_has(JbSlice text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (jb_slice_find(text, *words) >= 0)
      return TRUE;
  return FALSE;
}

/* The part of `lead` behind the last stop that ends a thought: what stands before it is about something else. */
static JbSlice
nearest_clause(JbSlice lead)
{
  static const char *const stops[] = {"；", ";", "：", "。"};
  for (guint i = 0; i < G_N_ELEMENTS(stops); i++) {
    const char *at = lead.at, *end = lead.at + lead.len;
    for (const char *hit; (hit = memmem(at, (gsize)(end - at), stops[i], strlen(stops[i]))) != NULL;)
      at = hit + strlen(stops[i]);
    lead = (JbSlice){at, (gsize)(end - at)};
  }
  return lead;
}

/* 全区 in the report of a district is everybody; in that of a city it is the autonomous region. */
static gboolean
is_own_area(const JbFacts *facts, const char *word)
{
  const char *zh = facts->report.area.zh;
  return g_str_has_prefix(word, "全") && zh != NULL && *zh != '\0' && g_str_has_suffix(zh, word + strlen("全"));
}

static guint64
scope_of(const JbFacts *facts, const JbFact *fact, JbSlice lead)
{
  guint64 scope = 0;
  JbSlice name = jb_slice(fact->name_zh != NULL ? fact->name_zh : "");
  if (name.len > 0 && memmem(lead.at, lead.len, name.at, name.len) != NULL)
    name.len = 0; /* its words are the lead's */
  for (guint i = 0; i < G_N_ELEMENTS(scope_words); i++)
    if (!is_own_area(facts, scope_words[i]) && (has_either(lead, scope_words[i]) || has_either(name, scope_words[i])))
      scope |= G_GUINT64_CONSTANT(1) << i;
  return scope;
}

static guint64
governing_scope(void)
{
  guint64 scope = 0;
  for (guint i = 0; i < G_N_ELEMENTS(scope_words); i++)
    for (guint k = 0; k < G_N_ELEMENTS(governing_words); k++)
      if (g_str_has_prefix(scope_words[i], governing_words[k]))
        scope |= G_GUINT64_CONSTANT(1) << i;
  return scope;
}

/* ---- Movements --------------------------------------------------------------------------------------------- */

typedef struct {
  const char *verb; /* with 到, 至 or 为 behind it */
  gint direction;
} Verb;

static const Verb verbs[] = {
    {.verb = "增加", .direction = 1},  {.verb = "增长", .direction = 1},  {.verb = "提高", .direction = 1},
    {.verb = "提升", .direction = 1},  {.verb = "上升", .direction = 1},  {.verb = "扩大", .direction = 1},
    {.verb = "攀升", .direction = 1},  {.verb = "增", .direction = 1},    {.verb = "升", .direction = 1},
    {.verb = "跃升", .direction = 1},  {.verb = "上涨", .direction = 1},  {.verb = "扩展", .direction = 1},
    {.verb = "下降", .direction = -1}, {.verb = "降低", .direction = -1}, {.verb = "减少", .direction = -1},
    {.verb = "压减", .direction = -1}, {.verb = "缩短", .direction = -1}, {.verb = "压缩", .direction = -1},
    {.verb = "降", .direction = -1},   {.verb = "减", .direction = -1},   {.verb = "缩小", .direction = -1},
    {.verb = "精简", .direction = -1}, {.verb = "回落", .direction = -1}, {.verb = "调整", .direction = 0},
    {.verb = "发展", .direction = 1},  {.verb = "变", .direction = 0},    {.verb = "拓展", .direction = 1},
};

/* "增加到", "降至", "增加到2021年的" between two figures, with no comma: the longest verb that stands before 到. */
static gboolean
has_movement(JbSlice lead, gint *direction)
{
  static const char *const to[] = {"到", "至", "为"};
  static const char *const stops[] = {"，", "；", "、", "。", NULL};
  gsize longest = 0;
  if (jb_check_has(lead, stops))
    return FALSE;
  for (guint t = 0; t < G_N_ELEMENTS(to); t++) {
    gssize hit = jb_slice_find(lead, to[t]);
    JbSlice before = {lead.at, hit > 0 ? (gsize)hit : 0};
    for (guint i = 0; i < G_N_ELEMENTS(verbs); i++)
      if (jb_slice_ends(before, verbs[i].verb) && strlen(verbs[i].verb) > longest) {
        longest = strlen(verbs[i].verb);
        *direction = verbs[i].direction;
      }
  }
  return longest > 0;
}

static gboolean
begins_movement(JbSlice lead)
{
  static const char *const from[] = {"从", "由", NULL};
  JbSlice clause = nearest_clause(lead);
  return jb_check_has(clause, from);
}

/* A figure of the same thing behind nothing but a comma and a verb: …到163亿元，增长6.6% / ，年均增长8%. */
static gboolean
tells_how_far(const JbFact *fact, JbSlice lead)
{
  static const char *const other[] = {"其中", "；", "。", "分别", "占", "比", "较", "高于", "低于", "同", "全", NULL};
  return fact->measure != JB_MEASURE_LEVEL && fact->measure != JB_MEASURE_SHARE &&
         lead.len <= strlen("，累计年均增长约") && !jb_check_has(lead, other);
}

static void
find_movement(JbStated *items, guint i, gboolean same_sentence)
{
  JbStated *item = &items[i], *before = i > 0 ? &items[i - 1] : NULL;
  item->from = item->after = -1;
  if (!same_sentence)
    return;
  gint direction = 0;
  gboolean one_measure = item->fact->measure == before->fact->measure &&
                         (item->fact->measure == JB_MEASURE_LEVEL || item->fact->measure == JB_MEASURE_SHARE);
  if (one_measure && before->from < 0 && jb_check_same_dimension(item->fact, before->fact) &&
      begins_movement(before->lead) && item->lead.len <= strlen("年的亿元左右大幅增加到") * 2 &&
      has_movement(item->lead, &direction)) {
    item->from = (gint)i - 1;
    item->direction = direction;
  } else if (tells_how_far(item->fact, item->lead)) {
    item->after = before->from >= 0 ? (gint)i - 1 : before->after;
  }
}

/* 二是…: an item of a list, whose time stands before the list and not in its sentence. */
static gboolean
is_list_item(const char *sentence)
{
  const char *second = *sentence != '\0' ? g_utf8_next_char(sentence) : sentence;
  return g_str_has_prefix(second, "是") && g_utf8_strchr("一二三四五六七八九十", -1, g_utf8_get_char(sentence)) != NULL;
}

/* Goals that are told as done, movements whose beginning has no date: figures whose time may have been misread. */
static gboolean
is_doubtful(const JbFact *fact, JbSlice lead)
{
  static const char *const goals[] = {"目标是", "预期目标", "主要目标", "力争", "预期为", "计划", "任务", NULL};
  static const char *const from[] = {"从", "由", NULL};
  static const char *const year[] = {"年", NULL};
  static const char *const review[] = {"回顾", "总结", "成就", NULL};
  JbSlice clause = nearest_clause(lead);
  for (const char **section = fact->source.sections; section != NULL && *section != NULL; section++)
    if (fact->status == JB_STATUS_TARGET && jb_check_has(jb_slice(*section), review))
      return TRUE;
  return is_list_item(fact->source.sentence) ||
         (jb_fact_has_happened(fact) && jb_check_has(jb_slice(fact->source.sentence), goals)) ||
         strstr(fact->source.sentence, "分别从") != NULL || strstr(fact->source.sentence, "分别由") != NULL ||
         (jb_check_has(clause, from) && !jb_check_has(clause, year));
}

static gboolean
begins_with_mark(const char *tail)
{
  return g_str_has_prefix(tail, "台阶") || g_str_has_prefix(tail, "大关") || g_str_has_prefix(tail, "关口") ||
         g_str_has_prefix(tail, "门槛");
}

/* ---- Items ------------------------------------------------------------------------------------------------- */

JbStated *
jb_check_items(const JbFacts *facts, JbArena *arena, guint *n)
{
  JbStated *items = jb_arena_make(arena, JbStated, facts->n_facts + 1);
  guint64 governing = governing_scope();
  const char *sentence = NULL, *at = NULL;
  *n = 0;
  for (guint i = 0; i < facts->n_facts; i++) {
    const JbFact *fact = &facts->facts[i];
    if (fact->status == JB_STATUS_DERIVED || fact->source.sentence == NULL || fact->source.text == NULL)
      continue;
    JbStated *item = &items[*n];
    gboolean same_sentence = fact->source.sentence == sentence;
    if (!same_sentence)
      sentence = at = fact->source.sentence;
    const char *found = strstr(at, fact->source.text);
    const char *start = found != NULL ? found : at;
    *item = (JbStated){.fact = fact, .lead = {at, (gsize)(start - at)}};
    at = found != NULL ? found + strlen(fact->source.text) : at;
    item->tail = jb_slice(at);
    if (same_sentence && items[*n - 1].tail.at != NULL)
      items[*n - 1].tail.len = (gsize)(start - items[*n - 1].tail.at);
    find_movement(items, *n, same_sentence);
    item->scope = scope_of(facts, fact, nearest_clause(item->lead));
    gboolean is_named = fact->name_zh == NULL || jb_slice_find(item->lead, fact->name_zh) >= 0;
    if (same_sentence && !is_named)
      item->scope |= items[*n - 1].scope; /* 其中进出口总额163亿元、增长6.6%: as the figure before */
    else if (same_sentence)
      item->scope |= items[*n - 1].scope & governing;
    item->is_doubtful = is_doubtful(fact, item->lead);
    /* 迈上5000亿元台阶: a mark that was passed, however it was read */
    item->is_ranged = !begins_with_mark(at) && jb_range_of(fact, &item->range);
    (*n)++;
  }
  return items;
}

/* ---- What goes together -------------------------------------------------------------------------------------- */

gboolean
jb_check_says_percent(const JbFact *fact)
{
  return g_strcmp0(fact->amount.unit, "percent") == 0;
}

gboolean
jb_check_says_points(const JbFact *fact)
{
  return g_strcmp0(fact->amount.unit, "percentage_point") == 0;
}

gboolean
jb_check_same_dimension(const JbFact *a, const JbFact *b)
{
  if (a->amount.unit == NULL || b->amount.unit == NULL)
    return FALSE;
  return strcmp(a->amount.unit, b->amount.unit) == 0 || (jb_check_says_percent(a) && jb_check_says_points(b)) ||
         (jb_check_says_points(a) && jb_check_says_percent(b));
}

gboolean
jb_check_is_exact(const JbStated *item)
{
  return item->is_ranged && item->fact->bound == JB_BOUND_EQ;
}

gboolean
jb_stated_alike(const JbStated *a, const JbStated *b)
{
  return jb_same_indicator(a->fact, b->fact) && a->scope == b->scope && !a->is_doubtful && !b->is_doubtful;
}

gboolean
jb_check_same_sentence(const JbStated *a, const JbStated *b)
{
  return a->fact->source.sentence == b->fact->source.sentence;
}
