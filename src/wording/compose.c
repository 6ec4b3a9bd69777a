/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Composition: a name that no table has, put together from its words.
 *
 * segment.c cuts the name, phrase.c and nouns.c build noun phrases, acts.c finds what was done, clause.c puts both
 * together and relations.c whoever else has a part in it; here are shares and contributions, and what is left alone.
 * 改造提升老旧小区 is verbs and an object (Old urban residential communities renovated and upgraded), 老旧小区改造 an
 * act (Renovation of …), 产业增加值占生产总值比重 a share. Whatever the rules do not cover has no name: a wrong one is
 * worse than none.
 */
#include "wording/compose.h"

#include "base/words.h"
#include "wording/clause.h"
#include "wording/doubts.h"
#include "wording/purposes.h"

#include <string.h>

enum { MOST_WORDS = 6 };

/* 年收入10万元以上: said of the revenue. */
static gboolean
is_yearly(JbToken *token)
{
  return token->class == JB_WORD_CLASS_FRONT && jb_slice_equal(token->zh, jb_slice("年"));
}

/* What has an amount, in words up to it: 投资, with investment of; 纳税, paying taxes of. NULL: nothing that has one.
 */
static const char *
having(const JbComposer *c, const JbToken *token, gboolean yearly)
{
  static const char *const taxes[] = {"税收", "纳税", "纳税额", "税收贡献"};
  if (jb_is_any(token->zh, taxes, G_N_ELEMENTS(taxes)))
    return yearly ? "paying annual taxes of" : "paying taxes of";
  if (token->class == JB_WORD_CLASS_VERB && jb_slice_equal(token->zh, jb_slice("销售"))) /* 销售5亿元以上企业 */
    return "with sales of";
  if (token->class != JB_WORD_CLASS_OF && token->class != JB_WORD_CLASS_RATE)
    return NULL;
  return jb_arena_printf(c->arena, "with %s%s of", yearly ? "annual " : "", token->en);
}

/* 投资5亿元以上: what the amount is of. */
static guint
merge_amounts(const JbComposer *c, guint n)
{
  guint to = 0;
  for (guint i = 0; i < n; i++) {
    JbToken *token = &c->tokens[i];
    JbToken *last = to > 0 ? &c->tokens[to - 1] : NULL;
    gboolean yearly = to > 1 && is_yearly(&c->tokens[to - 2]);
    gboolean is_amount = token->class == JB_WORD_CLASS_POST && g_str_has_prefix(token->en, "worth ");
    const char *has = last != NULL && is_amount ? having(c, last, yearly) : NULL;
    if (has == NULL) {
      c->tokens[to++] = *token;
      continue;
    }
    to -= yearly ? 2 : 1;
    JbSlice zh = {.at = c->tokens[to].zh.at, .len = (gsize)(token->zh.at + token->zh.len - c->tokens[to].zh.at)};
    const char *en = jb_arena_printf(c->arena, "%s %s", has, token->en + strlen("worth "));
    c->tokens[to++] = (JbToken){.class = JB_WORD_CLASS_POST, .zh = zh, .en = en};
  }
  return to;
}

/* 中欧班列（西安）: the place belongs to the noun before it. */
static guint
merge_places(const JbComposer *c, guint n)
{
  guint to = 0;
  for (guint i = 0; i < n; i++) {
    const JbToken *token = &c->tokens[i];
    JbToken *last = to > 0 ? &c->tokens[to - 1] : NULL;
    gboolean opens = jb_slice_equal(token->zh, jb_slice("（")) && i + 2 < n &&
                     jb_slice_equal(c->tokens[i + 2].zh, jb_slice("）"));
    JbWordClass class = opens ? c->tokens[i + 1].class : JB_WORD_CLASS_STOP;
    gboolean is_place = class == JB_WORD_CLASS_NAME ||
                        (class == JB_WORD_CLASS_ADJ && g_ascii_isupper(*c->tokens[i + 1].en)); /* 成渝 */
    if (!is_place || last == NULL || last->class != JB_WORD_CLASS_NOUN) {
      c->tokens[to++] = *token;
      continue;
    }
    const char *many = last->other != NULL ? last->other : jb_plural(c->arena, last->en);
    const char *place = c->tokens[i + 1].en;
    last->other = jb_arena_printf(c->arena, "%s (%s)", many, place);
    last->en = jb_arena_printf(c->arena, "%s (%s)", last->en, place);
    i += 2;
  }
  return to;
}

static const char *
modifier_of(const JbToken *token)
{
  return token->class != JB_WORD_CLASS_ADJ && token->before != NULL ? token->before : token->en;
}

/* How a list in brackets ends: the token of ） when （ opens one of nouns and modifiers at `at`; 0: none. */
static guint
bracket_end(const JbComposer *c, guint n, guint at)
{
  guint i = at;
  do {
    JbWordClass class = i + 1 < n ? c->tokens[i + 1].class : JB_WORD_CLASS_STOP;
    if (i > at && !jb_slice_equal(c->tokens[i].zh, jb_slice("、")))
      return 0;
    gboolean is_noun = class == JB_WORD_CLASS_NOUN;
    if (!is_noun && class != JB_WORD_CLASS_MASS && class != JB_WORD_CLASS_ADJ)
      return 0;
    if (is_noun != (c->tokens[at - 1].class == JB_WORD_CLASS_NOUN) && !(is_noun && c->tokens[i + 1].before != NULL))
      return 0;
    i += 2;
  } while (i < n && !jb_slice_equal(c->tokens[i].zh, jb_slice("）")));
  return i + 1 < n || c->tokens[at - 1].class == JB_WORD_CLASS_NOUN ? (i < n ? i : 0) : 0;
}

/* 社区（村）服务站: what is in brackets behind a word is another of its kind, and both are one word. */
static void
merge_bracket(const JbComposer *c, guint from, guint end)
{
  const char *ones[JB_MOST_ITEMS], *many[JB_MOST_ITEMS], *before[JB_MOST_ITEMS];
  JbToken *token = &c->tokens[from];
  gboolean all_nouns = TRUE;
  guint n = 0;
  for (guint i = from; i < end && n < JB_MOST_ITEMS; i += 2, n++) {
    const JbToken *item = &c->tokens[i];
    all_nouns &= item->class == JB_WORD_CLASS_NOUN;
    ones[n] = item->en;
    many[n] = item->other != NULL ? item->other : jb_plural(c->arena, item->en);
    before[n] = modifier_of(item);
  }
  token->before = jb_list_words(c->arena, before, n);
  token->en = all_nouns ? jb_list_words(c->arena, ones, n) : token->before;
  token->other = all_nouns ? jb_list_words(c->arena, many, n) : NULL;
  token->class = all_nouns ? JB_WORD_CLASS_NOUN : JB_WORD_CLASS_ADJ;
  token->zh.len = (gsize)(c->tokens[end].zh.at + c->tokens[end].zh.len - token->zh.at);
}

/* 耕地（含水田）: cultivated land (including paddy fields). Gives the token of ）, 0 when there is no such bracket. */
static guint
merge_including(const JbComposer *c, guint n, guint at)
{
  JbToken *token = &c->tokens[at];
  gboolean opens = at + 3 < n && jb_slice_equal(token[1].zh, jb_slice("（")) &&
                   jb_slice_equal(token[2].zh, jb_slice("含"));
  guint end = at + 3;
  while (opens && end < n && !jb_slice_equal(c->tokens[end].zh, jb_slice("）")))
    end++;
  if (!opens || end >= n || end == at + 3 || (token->class != JB_WORD_CLASS_NOUN && token->class != JB_WORD_CLASS_MASS))
    return 0;
  const char *what = jb_noun_text(c, (JbRange){.from = at + 3, .to = end});
  if (what == NULL)
    return 0;
  const char *many = token->other != NULL ? token->other : jb_plural(c->arena, token->en);
  const char *one = modifier_of(token);
  token->other = token->class == JB_WORD_CLASS_NOUN ? jb_arena_printf(c->arena, "%s (including %s)", many, what) : NULL;
  token->before = jb_arena_printf(c->arena, "%s (including %s)", one, what);
  token->en = jb_arena_printf(c->arena, "%s (including %s)", token->en, what);
  return end;
}

static guint
merge_brackets(const JbComposer *c, guint n)
{
  guint to = 0;
  for (guint i = 0; i < n; i++) {
    guint including = merge_including(c, n, i);
    if (including > 0) {
      c->tokens[to++] = c->tokens[i];
      i = including;
      continue;
    }
    JbWordClass class = c->tokens[i].class;
    gboolean opens = i + 1 < n && jb_slice_equal(c->tokens[i + 1].zh, jb_slice("（")) &&
                     (class == JB_WORD_CLASS_NOUN || class == JB_WORD_CLASS_MASS || class == JB_WORD_CLASS_ADJ);
    guint end = opens ? bracket_end(c, n, i + 1) : 0;
    if (end > 0)
      merge_bracket(c, i, end);
    c->tokens[to++] = c->tokens[i];
    i = end > 0 ? end : i;
  }
  return to;
}

static const char *
share(const JbComposer *c, JbRange range, guint at)
{
  static const char *const tails[] = {"比重", "比例", "占比", "份额"};
  JbRange part = {.from = range.from, .to = at}, whole = {.from = at + 1, .to = range.to};
  if (whole.to > whole.from)
    for (guint i = 0; i < G_N_ELEMENTS(tails); i++)
      if (jb_slice_equal(c->tokens[whole.to - 1].zh, jb_slice(tails[i]))) {
        whole.to--;
        break;
      }
  if (whole.to > whole.from && c->tokens[whole.to - 1].class == JB_WORD_CLASS_DE)
    whole.to--;
  if (whole.from >= whole.to || part.from >= part.to)
    return NULL;
  if (c->tokens[at - 1].class == JB_WORD_CLASS_VERB && c->tokens[at - 1].other == NULL) /* 脱贫占: nothing to share */
    return NULL;
  const char *text = jb_clause(c, part), *total = jb_whole_of(c, whole);
  if (text == NULL || total == NULL)
    return NULL;
  return jb_arena_printf(c->arena, "%s as a share of %s", text, total);
}

/* 农产品加工业产值与农业总产值之比: ratio of A to B. NULL when the name is none of two things. */
static const char *
ratio(const JbComposer *c, JbRange range)
{
  static const char *const ratios[] = {"之比", "比值", "比率", "比例", "比"};
  guint at = range.from;
  while (at < range.to && !jb_is_any(c->tokens[at].zh, (const char *const[]){"与", "和", "同"}, 3))
    at++;
  if (at == range.from || at + 2 >= range.to || !jb_is_any(c->tokens[range.to - 1].zh, ratios, G_N_ELEMENTS(ratios)))
    return NULL;
  guint end = range.to - 1;
  end -= c->tokens[end - 1].class == JB_WORD_CLASS_DE;
  JbPhrase part = {0}, whole = {0};
  if (!jb_noun_phrase(c, (JbRange){.from = range.from, .to = at}, &part) ||
      !jb_noun_phrase(c, (JbRange){.from = at + 1, .to = end}, &whole) || part.one == NULL || whole.one == NULL ||
      !jb_is_measured(&part) || !jb_is_measured(&whole))
    return NULL;
  return jb_arena_printf(c->arena, "ratio of %s to %s", jb_phrase_text(c->arena, &part),
                         jb_phrase_text(c->arena, &whole));
}

/* 土地出让收入用于农业农村比例: share of a sum that goes there. NULL for any other. */
static const char *
spent_on(const JbComposer *c, JbRange range)
{
  static const char *const shares[] = {"比例", "比重", "占比"};
  guint at = range.from;
  while (at < range.to && !jb_slice_equal(c->tokens[at].zh, jb_slice("用于")))
    at++;
  if (at == range.from || at + 2 >= range.to || !jb_is_any(c->tokens[range.to - 1].zh, shares, G_N_ELEMENTS(shares)))
    return NULL;
  guint end = range.to - 1;
  end -= c->tokens[end - 1].class == JB_WORD_CLASS_DE;
  const char *sum = jb_noun_text(c, (JbRange){.from = range.from, .to = at});
  const char *aim = sum != NULL ? jb_noun_text(c, (JbRange){.from = at + 1, .to = end}) : NULL;
  return aim != NULL ? jb_arena_printf(c->arena, "share of %s used for %s", sum, aim) : NULL;
}

/* 对东盟进出口: trade with ASEAN. NULL for any other. */
static const char *
trade_with(const JbComposer *c, JbRange range)
{
  static const struct {
    const char *zh, *en;
  } flows[] = {
      {.zh = "出口", .en = "exports to"},
      {.zh = "出口额", .en = "exports to"},
      {.zh = "出口总额", .en = "total exports to"},
      {.zh = "进口", .en = "imports from"},
      {.zh = "进口额", .en = "imports from"},
      {.zh = "进出口", .en = "trade with"},
      {.zh = "进出口额", .en = "trade with"},
      {.zh = "进出口总额", .en = "total trade with"},
      {.zh = "进出口总值", .en = "total trade with"},
      {.zh = "贸易额", .en = "trade with"},
      {.zh = "贸易", .en = "trade with"},
      {.zh = "贸易总额", .en = "total trade with"},
      {.zh = "直接投资", .en = "direct investment in"},
      {.zh = "投资额", .en = "investment in"},
  };
  guint end = range.to - 1, row = 0;
  if (range.to - range.from < 3 || !jb_slice_equal(c->tokens[range.from].zh, jb_slice("对")))
    return NULL;
  while (row < G_N_ELEMENTS(flows) && !jb_slice_equal(c->tokens[end].zh, jb_slice(flows[row].zh)))
    row++;
  end -= c->tokens[end - 1].class == JB_WORD_CLASS_DE;
  JbPhrase whom = {0};
  if (row == G_N_ELEMENTS(flows) || !jb_noun_phrase(c, (JbRange){.from = range.from + 1, .to = end}, &whom) ||
      whom.class == JB_WORD_CLASS_OF)
    return NULL;
  const char *text = whom.one != NULL ? jb_phrase_text(c->arena, &whom) : whom.post == NULL ? whom.pre : NULL;
  gboolean is_name = whom.one == NULL && text != NULL && g_ascii_isupper(*text);
  return whom.one != NULL || is_name ? jb_arena_printf(c->arena, "%s %s", flows[row].en, text) : NULL;
}

static guint
find_word(const JbComposer *c, JbRange range, const char *zh)
{
  guint i = range.from;
  while (i < range.to && !jb_slice_equal(c->tokens[i].zh, jb_slice(zh)))
    i++;
  return i;
}

/* 新建建筑中绿色建筑占比, 绿色建筑在新建建筑中占比: share of the one among the other. NULL for any other. */
static const char *
share_among(const JbComposer *c, JbRange range)
{
  static const char *const shares[] = {"占比", "比重", "比例"};
  guint among = find_word(c, range, "中"), in = find_word(c, range, "在"), end = range.to - 1;
  if (range.to - range.from < 4 || among >= end || among == range.from ||
      !jb_is_any(c->tokens[end].zh, shares, G_N_ELEMENTS(shares)))
    return NULL;
  JbRange whole = {.from = range.from, .to = among}, part = {.from = among + 1, .to = end};
  part.to -= part.to > part.from && c->tokens[part.to - 1].class == JB_WORD_CLASS_DE;
  if (in < among) {
    whole.from = in + 1;
    if (in > range.from) /* what stands before 在 is the part */
      part = (JbRange){.from = range.from, .to = in};
  }
  if (whole.from >= whole.to || part.from >= part.to)
    return NULL;
  const char *of = jb_noun_text(c, part), *all = of != NULL ? jb_noun_text(c, whole) : NULL;
  return all != NULL ? jb_arena_printf(c->arena, "share of %s in %s", of, all) : NULL;
}

/* Characters that are words only where no longer word has them: 建 that opens a name, 内 behind a place. */
static void
read_characters(const JbTokens *tokens)
{
  static const struct {
    const char *zh, *en;
  } verbs[] = {
      {.zh = "建", .en = "built"},
      {.zh = "批", .en = "approved"},
      {.zh = "购", .en = "purchased"},
      {.zh = "修", .en = "built"},
  };
  for (guint i = 0; i < tokens->n; i++) {
    JbToken *token = &tokens->tokens[i];
    if (token->class != JB_WORD_CLASS_UNKNOWN)
      continue;
    for (gsize k = 0; i == 0 && k < G_N_ELEMENTS(verbs); k++)
      if (jb_slice_equal(token->zh, jb_slice(verbs[k].zh)))
        *token = (JbToken){.class = JB_WORD_CLASS_VERB, .zh = token->zh, .en = verbs[k].en};
    if (i > 0 && i + 1 < tokens->n && jb_slice_equal(token->zh, jb_slice("内")))
      *token = (JbToken){.class = JB_WORD_CLASS_DE, .zh = token->zh, .en = "in"};
  }
}

/* 规划地铁线路: what elsewhere is a thing is an act where it opens the name and has an object. */
static void
open_with_verb(const JbTokens *tokens)
{
  static const struct {
    const char *zh, *en;
  } acts[] = {
      {.zh = "规划", .en = "planned"},
      {.zh = "计划", .en = "planned"},
      {.zh = "产出", .en = "produced"},
  };
  JbToken *first = tokens->tokens;
  static const char *const parts[] = {"区", "成果", "草案", "方案"}; /* 规划区: of a plan */
  static const char *const things[] = {"指标", "任务", "目标", "项目", "面积", "总投资", "投资"};
  JbWordClass next = tokens->n > 1 ? first[1].class : JB_WORD_CLASS_DROP;
  gboolean has_object = next == JB_WORD_CLASS_NOUN || next == JB_WORD_CLASS_ADJ || next == JB_WORD_CLASS_MASS;
  for (gsize i = 0; has_object && i < G_N_ELEMENTS(acts); i++)
    if (jb_slice_equal(first->zh, jb_slice(acts[i].zh)) &&
        !(tokens->n == 2 && jb_match_end(first[1].zh, things, G_N_ELEMENTS(things)) > 0) &&
        !jb_is_any(first[1].zh, parts, G_N_ELEMENTS(parts)))
      *first = (JbToken){.class = JB_WORD_CLASS_VERB, .is_word = TRUE, .zh = first->zh, .en = acts[i].en};
}

/* 川渝共建项目, 国家督办水体: between what tells whose and a thing, what was done tells which of the things. */
static void
verbs_as_modifiers(const JbTokens *tokens)
{
  static const struct {
    const char *zh, *en;
    gboolean by_nouns; /* behind a noun too: nobody who could do it stands there */
  } acts[] = {
      {.zh = "督办", .en = "supervised", .by_nouns = TRUE},
      {.zh = "交办", .en = "assigned", .by_nouns = TRUE},
      {.zh = "续建", .en = "ongoing", .by_nouns = TRUE},
      {.zh = "达标", .en = "compliant", .by_nouns = TRUE},
      {.zh = "参保", .en = "insured", .by_nouns = TRUE},
      {.zh = "注册", .en = "registered", .by_nouns = TRUE},
      {.zh = "入库", .en = "registered", .by_nouns = TRUE},
      {.zh = "反馈", .en = "reported", .by_nouns = TRUE},
      {.zh = "配套", .en = "supporting", .by_nouns = TRUE},
      {.zh = "扶持", .en = "supported", .by_nouns = TRUE},
      {.zh = "共建", .en = "jointly built"},
      {.zh = "认证", .en = "certified"},
      {.zh = "认定", .en = "recognized"},
      {.zh = "备案", .en = "registered"},
      {.zh = "配建", .en = "ancillary"},
      {.zh = "下放", .en = "delegated"},
  };
  static const char *const counts[] = {"数", "数量", "率", "总量", "量", "任务", "工作", "项目建设", "中心", "措施"};
  for (guint i = 1; i + 1 < tokens->n; i++) {
    JbToken *token = &tokens->tokens[i];
    JbWordClass last = token[-1].class;
    gboolean is_noun = last == JB_WORD_CLASS_NOUN;
    if (token->class != JB_WORD_CLASS_VERB || token[1].class != JB_WORD_CLASS_NOUN ||
        jb_is_any(token[1].zh, counts, G_N_ELEMENTS(counts)) ||
        !(is_noun || last == JB_WORD_CLASS_ADJ || last == JB_WORD_CLASS_MASS || last == JB_WORD_CLASS_NAME))
      continue;
    for (gsize k = 0; k < G_N_ELEMENTS(acts); k++) {
      gboolean tells = !is_noun || acts[k].by_nouns;
      if (i == 1 && last == JB_WORD_CLASS_ADJ) /* 市级下放事项 has a manner */
        tells = strcmp(acts[k].zh, "共建") == 0;
      if (!tells || !jb_slice_equal(token->zh, jb_slice(acts[k].zh)))
        continue;
      *token = (JbToken){.class = JB_WORD_CLASS_ADJ, .is_word = TRUE, .zh = token->zh, .en = acts[k].en};
      break;
    }
  }
}

/* Words that are not known; NULL when there are none. */
static const char *
list_unknown(JbArena *arena, const JbTokens *tokens)
{
  const char *text = NULL;
  for (guint i = 0; i < tokens->n; i++) {
    JbWordClass class = tokens->tokens[i].class;
    if (class != JB_WORD_CLASS_UNKNOWN && class != JB_WORD_CLASS_STOP)
      continue;
    const char *zh = jb_arena_copy(arena, tokens->tokens[i].zh.at, tokens->tokens[i].zh.len);
    text = text == NULL ? zh : jb_arena_printf(arena, "%s,%s", text, zh);
  }
  return text;
}

/* What a party does for or thinks of another: 工业对GDP增长的贡献率, 市民对食品安全满意率. */
static const struct {
  const char *zh, *en, *to;
} toward[] = {
    {.zh = "贡献率", .en = "contribution", .to = "to"},          {.zh = "贡献度", .en = "contribution", .to = "to"},
    {.zh = "贡献份额", .en = "contribution", .to = "to"},        {.zh = "满意率", .en = "satisfaction rate", .to = "with"},
    {.zh = "满意度", .en = "satisfaction", .to = "with"},
};

/* 增长贡献率 as one word: what stands before 贡献率 in it is a part of the whole. NULL for any other. */
static const char *
growth_in(JbSlice zh, const char *tail)
{
  static const struct {
    const char *zh, *en;
  } growths[] = {
      {.zh = "", .en = ""},
      {.zh = "增长", .en = "growth"},
      {.zh = "经济增长", .en = "economic growth"},
      {.zh = "工业增长", .en = "industrial growth"},
  };
  zh.len -= strlen(tail);
  for (gsize i = 0; i < G_N_ELEMENTS(growths); i++)
    if (jb_slice_equal(zh, jb_slice(growths[i].zh)))
      return growths[i].en;
  return NULL;
}

/* The whole that it is toward, in words: 全市GDP, 全省; NULL when it is not known. */
static const char *
whole_toward(const JbComposer *c, JbRange range, const char *growth)
{
  const char *scope = NULL;
  while (range.from < range.to && (scope = jb_scope_total(c->tokens[range.from].zh)) != NULL)
    range.from++;
  JbPhrase whole = {0};
  if (range.from == range.to)
    return *growth != '\0' ? growth : scope;
  if (!jb_noun_phrase(c, range, &whole) || whole.one == NULL)
    return NULL;
  if (*growth != '\0')
    return jb_arena_printf(c->arena, "%s of %s", growth, jb_phrase_text(c->arena, &whole));
  return jb_phrase_text(c->arena, &whole);
}

/* Contribution of industry to GDP growth; NULL when the name is none of that kind. */
static const char *
contribution(const JbComposer *c, JbRange range)
{
  guint at = range.from;
  while (at < range.to && !jb_slice_equal(c->tokens[at].zh, jb_slice("对")))
    at++;
  if (at + 2 > range.to)
    return NULL;
  guint end = range.to - 1, row = 0;
  while (row < G_N_ELEMENTS(toward) && !jb_slice_ends(c->tokens[end].zh, toward[row].zh))
    row++;
  const char *growth = row < G_N_ELEMENTS(toward) ? growth_in(c->tokens[end].zh, toward[row].zh) : NULL;
  if (growth == NULL)
    return NULL;
  if (c->tokens[end - 1].class == JB_WORD_CLASS_DE)
    end--;
  const char *whole = whole_toward(c, (JbRange){.from = at + 1, .to = end}, growth);
  JbPhrase part = {0};
  if (whole == NULL)
    return NULL;
  if (at == range.from)
    return jb_arena_printf(c->arena, "%s %s %s", toward[row].en, toward[row].to, whole);
  if (!jb_noun_phrase(c, (JbRange){.from = range.from, .to = at}, &part) || part.one == NULL)
    return NULL;
  return jb_arena_printf(c->arena, "%s of %s %s %s", toward[row].en, jb_phrase_text(c->arena, &part), toward[row].to,
                         whole);
}

/* 港口完成货物吞吐量: done or achieved says nothing where somebody did it. */
static void
drop_inner_achieving(const JbTokens *tokens)
{
  static const char *const words[] = {"完成", "实现", "累计完成"};
  for (guint i = 1; i + 1 < tokens->n; i++) {
    gboolean owns = tokens->tokens[i - 1].class == JB_WORD_CLASS_POST && /* 每千人拥有床位数 */
                    jb_slice_equal(tokens->tokens[i].zh, jb_slice("拥有"));
    if (owns)
      tokens->tokens[i].class = JB_WORD_CLASS_DROP;
    for (gsize k = 0; k < G_N_ELEMENTS(words); k++)
      if (jb_slice_equal(tokens->tokens[i].zh, jb_slice(words[k])) &&
          tokens->tokens[i - 1].class != JB_WORD_CLASS_VERB && tokens->tokens[i - 1].class != JB_WORD_CLASS_AND)
        tokens->tokens[i].class = JB_WORD_CLASS_DROP;
  }
}

const char *
jb_compose(JbArena *arena, const JbGlossary *glossary, const char *zh, const char **unknown)
{
  JbTokens tokens = jb_segment(arena, glossary, zh);
  JbComposer composer = {.arena = arena, .tokens = tokens.tokens};
  tokens.n = merge_amounts(&composer, merge_brackets(&composer, tokens.n));
  read_characters(&tokens);
  open_with_verb(&tokens);
  verbs_as_modifiers(&tokens);
  JbRange every = {.from = 0, .to = tokens.n};
  const char *given = contribution(&composer, every);
  given = given != NULL ? given : ratio(&composer, every);
  given = given != NULL ? given : spent_on(&composer, every);
  given = given != NULL ? given : trade_with(&composer, every);
  given = given != NULL ? given : share_among(&composer, every);
  const char *missing = given == NULL ? list_unknown(arena, &tokens) : NULL;
  if (unknown != NULL)
    *unknown = missing != NULL ? missing : "";
  if (missing != NULL || jb_content_words(&tokens) > MOST_WORDS)
    return NULL;
  const char *up_to = jb_standard_clause(&composer, (JbRange){.from = 0, .to = tokens.n});
  if (up_to == NULL && jb_opens_with_goal(&tokens))
    return NULL;
  if (up_to != NULL)
    given = up_to;
  drop_inner_achieving(&tokens);
  JbRange all = {.from = 0, .to = merge_places(&composer, tokens.n)};
  guint at = all.from;
  while (at < all.to && tokens.tokens[at].class != JB_WORD_CLASS_SHARE)
    at++;
  const char *text = given != NULL ? given : at < all.to ? share(&composer, all, at) : jb_clauses(&composer, all);
  if (text != NULL && tokens.n > 1)
    text = jb_without_echo(arena, text);
  if (text == NULL || *text == '\0' || (tokens.n > 1 && (jb_repeats_itself(text) || jb_is_pile(text))))
    return NULL;
  char *name = jb_arena_dup(arena, jb_without_the(text));
  name[0] = g_ascii_toupper(name[0]);
  return name;
}
