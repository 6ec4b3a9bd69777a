/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names that set one thing against another: a part and its whole, two amounts, what goes to whom, what one does for
 * the other. Each has its words in an order of its own; the two sides are noun phrases.
 */
#include "wording/parts.h"

#include "base/words.h"
#include "wording/clause.h"
#include "wording/compose.h"

#include <string.h>

/* 占比 at the end of a name says that it is a share. */
static const char *const shares[] = {"比例", "比重", "占比"};

static guint
find_word(const JbComposer *c, JbRange range, const char *zh)
{
  guint i = range.from;
  while (i < range.to && !jb_slice_is(c->tokens[i].zh, zh))
    i++;
  return i;
}

const char *
jb_share(const JbComposer *c, JbRange range, guint at)
{
  static const char *const tails[] = {"比重", "比例", "占比", "份额"};
  JbRange part = {.from = range.from, .to = at}, whole = {.from = at + 1, .to = range.to};
  if (whole.to > whole.from && jb_is_any(c->tokens[whole.to - 1].zh, tails, G_N_ELEMENTS(tails)))
    whole.to--;
  whole.to = jb_without_de(c, whole.from, whole.to);
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
  guint end = jb_without_de(c, range.from, range.to - 1);
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
  guint at = find_word(c, range, "用于");
  if (at == range.from || at + 2 >= range.to || !jb_is_any(c->tokens[range.to - 1].zh, shares, G_N_ELEMENTS(shares)))
    return NULL;
  guint end = jb_without_de(c, range.from, range.to - 1);
  const char *sum = jb_noun_text(c, (JbRange){.from = range.from, .to = at});
  const char *aim = sum != NULL ? jb_noun_text(c, (JbRange){.from = at + 1, .to = end}) : NULL;
  return aim != NULL ? jb_arena_printf(c->arena, "share of %s used for %s", sum, aim) : NULL;
}

/* 对东盟进出口: trade with ASEAN. NULL for any other. */
static const char *
trade_with(const JbComposer *c, JbRange range)
{
  static const JbPair flows[] = {
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
  guint end = range.to - 1;
  if (range.to - range.from < 3 || !jb_slice_is(c->tokens[range.from].zh, "对"))
    return NULL;
  const char *flow = jb_pair_en(c->tokens[end].zh, flows, G_N_ELEMENTS(flows));
  JbRange other = {.from = range.from + 1, .to = jb_without_de(c, range.from, end)};
  JbPhrase whom = {0};
  if (flow == NULL || !jb_noun_phrase(c, other, &whom) || whom.class == JB_WORD_CLASS_OF)
    return NULL;
  const char *text = whom.one != NULL ? jb_phrase_text(c->arena, &whom) : whom.post == NULL ? whom.pre : NULL;
  gboolean is_name = whom.one == NULL && text != NULL && g_ascii_isupper(*text);
  return whom.one != NULL || is_name ? jb_arena_printf(c->arena, "%s %s", flow, text) : NULL;
}

/* 新建建筑中绿色建筑占比, 绿色建筑在新建建筑中占比: share of the one among the other. NULL for any other. */
static const char *
share_among(const JbComposer *c, JbRange range)
{
  guint among = find_word(c, range, "中"), in = find_word(c, range, "在"), end = range.to - 1;
  if (range.to - range.from < 4 || among >= end || among == range.from ||
      !jb_is_any(c->tokens[end].zh, shares, G_N_ELEMENTS(shares)))
    return NULL;
  JbRange whole = {.from = range.from, .to = among}, part = {.from = among + 1, .to = end};
  part.to = jb_without_de(c, part.from, part.to);
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
  static const JbPair growths[] = {
      {.zh = "", .en = ""},
      {.zh = "增长", .en = "growth"},
      {.zh = "经济增长", .en = "economic growth"},
      {.zh = "工业增长", .en = "industrial growth"},
  };
  zh.len -= strlen(tail);
  return jb_pair_en(zh, growths, G_N_ELEMENTS(growths));
}

/* The whole that it is toward, in words: 全市GDP, 全省; NULL when it is not known. */
static const char *
whole_toward(const JbComposer *c, JbRange range, const char *growth)
{
  const char *scope = NULL;
  while (range.from < range.to && (scope = jb_scope_total(c->tokens[range.from].zh)) != NULL)
    range.from++;
  if (range.from == range.to)
    return *growth != '\0' ? growth : scope;
  const char *whole = jb_noun_text(c, range);
  if (whole == NULL)
    return NULL;
  return *growth != '\0' ? jb_arena_printf(c->arena, "%s of %s", growth, whole) : whole;
}

/* Contribution of industry to GDP growth; NULL when the name is none of that kind. */
static const char *
contribution(const JbComposer *c, JbRange range)
{
  guint at = find_word(c, range, "对");
  if (at + 2 > range.to)
    return NULL;
  guint end = range.to - 1, row = 0;
  while (row < G_N_ELEMENTS(toward) && !jb_slice_ends(c->tokens[end].zh, toward[row].zh))
    row++;
  const char *growth = row < G_N_ELEMENTS(toward) ? growth_in(c->tokens[end].zh, toward[row].zh) : NULL;
  if (growth == NULL)
    return NULL;
  end = jb_without_de(c, at, end);
  const char *whole = whole_toward(c, (JbRange){.from = at + 1, .to = end}, growth);
  if (whole == NULL)
    return NULL;
  if (at == range.from)
    return jb_arena_printf(c->arena, "%s %s %s", toward[row].en, toward[row].to, whole);
  const char *part = jb_noun_text(c, (JbRange){.from = range.from, .to = at});
  if (part == NULL)
    return NULL;
  return jb_arena_printf(c->arena, "%s of %s %s %s", toward[row].en, part, toward[row].to, whole);
}

const char *
jb_against(const JbComposer *c, JbRange range)
{
  static const char *(*const forms[])(const JbComposer *, JbRange) = {contribution, ratio, spent_on, trade_with,
                                                                      share_among};
  const char *text = NULL;
  for (gsize i = 0; text == NULL && i < G_N_ELEMENTS(forms); i++)
    text = forms[i](c, range);
  return text;
}
