/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words that are something else where they stand, and words that are one: amounts with what they are of, brackets,
 * verbs between a thing and whose it is. The segmentation knows no neighbours; here they are seen.
 */
#include "wording/merge.h"

#include "base/words.h"

#include <string.h>

/* 年收入10万元以上: said of the revenue. */
static gboolean
is_yearly(JbToken *token)
{
  return token->class == JB_WORD_CLASS_FRONT && jb_slice_is(token->zh, "年");
}

/* What has an amount, in words up to it: 投资, with investment of; 纳税, paying taxes of. NULL: nothing that has one.
 */
static const char *
having(const JbComposer *c, const JbToken *token, gboolean yearly)
{
  static const char *const taxes[] = {"税收", "纳税", "纳税额", "税收贡献"};
  if (jb_is_any(token->zh, taxes, G_N_ELEMENTS(taxes)))
    return yearly ? "paying annual taxes of" : "paying taxes of";
  if (token->class == JB_WORD_CLASS_VERB && jb_slice_is(token->zh, "销售")) /* 销售5亿元以上企业 */
    return "with sales of";
  if (!jb_is_measure(token->class))
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
    gboolean opens = jb_slice_is(token->zh, "（") && i + 2 < n &&
                     jb_slice_is(c->tokens[i + 2].zh, "）");
    JbWordClass class = opens ? c->tokens[i + 1].class : JB_WORD_CLASS_STOP;
    gboolean is_place = class == JB_WORD_CLASS_NAME ||
                        (class == JB_WORD_CLASS_ADJ && g_ascii_isupper(*c->tokens[i + 1].en)); /* 成渝 */
    if (!is_place || last == NULL || last->class != JB_WORD_CLASS_NOUN) {
      c->tokens[to++] = *token;
      continue;
    }
    const char *many = jb_many_of(c->arena, last);
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
    if (i > at && !jb_slice_is(c->tokens[i].zh, "、"))
      return 0;
    gboolean is_noun = class == JB_WORD_CLASS_NOUN;
    if (!is_noun && class != JB_WORD_CLASS_MASS && class != JB_WORD_CLASS_ADJ)
      return 0;
    if (is_noun != (c->tokens[at - 1].class == JB_WORD_CLASS_NOUN) && !(is_noun && c->tokens[i + 1].before != NULL))
      return 0;
    i += 2;
  } while (i < n && !jb_slice_is(c->tokens[i].zh, "）"));
  return i + 1 < n || c->tokens[at - 1].class == JB_WORD_CLASS_NOUN ? (i < n ? i : 0) : 0;
}

/* 社区（村）服务站: what is in brackets behind a word is another of its kind, and both are one word. */
static void
merge_bracket(const JbComposer *c, guint from, guint end)
{
  const char *ones[JB_MOST_ITEMS] = {0}, *many[JB_MOST_ITEMS] = {0}, *before[JB_MOST_ITEMS] = {0};
  JbToken *token = &c->tokens[from];
  gboolean all_nouns = TRUE;
  guint n = 0;
  for (guint i = from; i < end && n < JB_MOST_ITEMS; i += 2, n++) {
    const JbToken *item = &c->tokens[i];
    all_nouns &= item->class == JB_WORD_CLASS_NOUN;
    ones[n] = item->en;
    many[n] = jb_many_of(c->arena, item);
    before[n] = modifier_of(item);
  }
  token->before = jb_list_words(c->arena, before, n, " and ");
  token->en = all_nouns ? jb_list_words(c->arena, ones, n, " and ") : token->before;
  token->other = all_nouns ? jb_list_words(c->arena, many, n, " and ") : NULL;
  token->class = all_nouns ? JB_WORD_CLASS_NOUN : JB_WORD_CLASS_ADJ;
  token->zh.len = (gsize)(c->tokens[end].zh.at + c->tokens[end].zh.len - token->zh.at);
}

/* 耕地（含水田）: cultivated land (including paddy fields). Gives the token of ）, 0 when there is no such bracket. */
static guint
merge_including(const JbComposer *c, guint n, guint at)
{
  JbToken *token = &c->tokens[at];
  gboolean opens = at + 3 < n && jb_slice_is(token[1].zh, "（") &&
                   jb_slice_is(token[2].zh, "含");
  guint end = at + 3;
  while (opens && end < n && !jb_slice_is(c->tokens[end].zh, "）"))
    end++;
  gboolean holds = token->class == JB_WORD_CLASS_NOUN || token->class == JB_WORD_CLASS_MASS ||
                   token->class == JB_WORD_CLASS_NAME;
  if (!opens || end >= n || end == at + 3 || !holds)
    return 0;
  const char *what = jb_noun_text(c, (JbRange){.from = at + 3, .to = end});
  if (what == NULL)
    return 0;
  const char *one = modifier_of(token);
  token->other = token->class == JB_WORD_CLASS_NOUN
                     ? jb_arena_printf(c->arena, "%s (including %s)", jb_many_of(c->arena, token), what)
                     : NULL;
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
    gboolean opens = i + 1 < n && jb_slice_is(c->tokens[i + 1].zh, "（") &&
                     (class == JB_WORD_CLASS_NOUN || class == JB_WORD_CLASS_MASS || class == JB_WORD_CLASS_ADJ);
    guint end = opens ? bracket_end(c, n, i + 1) : 0;
    if (end > 0)
      merge_bracket(c, i, end);
    c->tokens[to++] = c->tokens[i];
    i = end > 0 ? end : i;
  }
  return to;
}

/* Characters that are words only where no longer word has them: 建 that opens a name, 内 behind a place. */
static void
read_characters(const JbTokens *tokens)
{
  static const JbPair verbs[] = {
      {.zh = "建", .en = "built"},
      {.zh = "批", .en = "approved"},
      {.zh = "购", .en = "purchased"},
      {.zh = "修", .en = "built"},
  };
  for (guint i = 0; i < tokens->n; i++) {
    JbToken *token = &tokens->tokens[i];
    if (token->class != JB_WORD_CLASS_UNKNOWN)
      continue;
    const char *en = i == 0 ? jb_pair_en(token->zh, verbs, G_N_ELEMENTS(verbs)) : NULL;
    if (en != NULL)
      *token = (JbToken){.class = JB_WORD_CLASS_VERB, .zh = token->zh, .en = en};
    if (i > 0 && i + 1 < tokens->n && jb_slice_is(token->zh, "内"))
      *token = (JbToken){.class = JB_WORD_CLASS_DE, .zh = token->zh, .en = "in"};
  }
}

/* 规划地铁线路: what elsewhere is a thing is an act where it opens the name and has an object. */
static void
open_with_verb(const JbTokens *tokens)
{
  static const JbPair acts[] = {
      {.zh = "规划", .en = "planned"},
      {.zh = "计划", .en = "planned"},
      {.zh = "产出", .en = "produced"},
  };
  JbToken *first = tokens->tokens;
  static const char *const parts[] = {"区", "成果", "草案", "方案"}; /* 规划区: of a plan */
  static const char *const things[] = {"指标", "任务", "目标", "项目", "面积", "总投资", "投资"};
  JbWordClass next = tokens->n > 1 ? first[1].class : JB_WORD_CLASS_DROP;
  gboolean has_object = next == JB_WORD_CLASS_NOUN || next == JB_WORD_CLASS_ADJ || next == JB_WORD_CLASS_MASS;
  const char *en = has_object ? jb_pair_en(first->zh, acts, G_N_ELEMENTS(acts)) : NULL;
  if (en != NULL && !(tokens->n == 2 && jb_match_end(first[1].zh, things, G_N_ELEMENTS(things)) > 0) &&
      !jb_is_any(first[1].zh, parts, G_N_ELEMENTS(parts)))
    *first = (JbToken){.class = JB_WORD_CLASS_VERB, .is_word = TRUE, .zh = first->zh, .en = en};
}

/* 川渝共建项目, 国家督办水体: between what tells whose and a thing, what was done tells which of the things. */
static void
verbs_as_modifiers(const JbTokens *tokens)
{
  static const struct {
    const char *zh, *en;
    gboolean by_nouns;  /* behind a noun too: nobody who could do it stands there */
    gboolean by_levels; /* behind a modifier that opens the name too; 市级下放事项 has a manner */
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
      {.zh = "共建", .en = "jointly built", .by_levels = TRUE},
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
      gboolean tells = i == 1 && last == JB_WORD_CLASS_ADJ ? acts[k].by_levels : !is_noun || acts[k].by_nouns;
      if (!tells || !jb_slice_is(token->zh, acts[k].zh))
        continue;
      *token = (JbToken){.class = JB_WORD_CLASS_ADJ, .is_word = TRUE, .zh = token->zh, .en = acts[k].en};
      break;
    }
  }
}

/* 防洪工程修复和治理项目, 道路建设和养护: two acts of one thing are one. */
static guint
merge_acts(const JbComposer *c, guint n)
{
  guint to = 0;
  for (guint i = 0; i < n; i++) {
    JbToken *token = &c->tokens[i], *last = to > 0 ? &c->tokens[to - 1] : NULL;
    JbWordClass owner = last != NULL ? last->class : JB_WORD_CLASS_STOP;
    gboolean pairs = i + 2 < n && token->class == JB_WORD_CLASS_VERB && token[1].class == JB_WORD_CLASS_AND &&
                     token[2].class == JB_WORD_CLASS_VERB && token->other != NULL && token[2].other != NULL &&
                     (owner == JB_WORD_CLASS_NOUN || owner == JB_WORD_CLASS_MASS) &&
                     (i + 3 == n || c->tokens[i + 3].class == JB_WORD_CLASS_NOUN);
    c->tokens[to++] = *token;
    if (!pairs || (i + 3 < n && token->before != NULL))
      continue;
    JbToken *both = &c->tokens[to - 1];
    both->en = jb_arena_printf(c->arena, "%s and %s", token->en, token[2].en);
    both->other = jb_arena_printf(c->arena, "%s and %s", token->other, token[2].other);
    both->zh.len = (gsize)(token[2].zh.at + token[2].zh.len - both->zh.at);
    i += 2;
  }
  return to;
}

/* 港口完成货物吞吐量: done or achieved says nothing where somebody did it. */
static void
drop_inner_achieving(const JbTokens *tokens)
{
  static const char *const words[] = {"完成", "实现", "累计完成"};
  for (guint i = 1; i + 1 < tokens->n; i++) {
    gboolean owns = tokens->tokens[i - 1].class == JB_WORD_CLASS_POST && /* 每千人拥有床位数 */
                    jb_slice_is(tokens->tokens[i].zh, "拥有");
    if (owns)
      tokens->tokens[i].class = JB_WORD_CLASS_DROP;
    if (jb_is_any(tokens->tokens[i].zh, words, G_N_ELEMENTS(words)) &&
        tokens->tokens[i - 1].class != JB_WORD_CLASS_VERB && tokens->tokens[i - 1].class != JB_WORD_CLASS_AND)
      tokens->tokens[i].class = JB_WORD_CLASS_DROP;
  }
}

/* 闽江两岸景观带: banks of a river, not of the Strait. */
static void
read_banks(const JbTokens *tokens)
{
  static const char *const waters[] = {"江", "河", "湖"};
  for (guint i = 1; i < tokens->n; i++)
    if (jb_slice_is(tokens->tokens[i].zh, "两岸") &&
        jb_match_end(tokens->tokens[i - 1].zh, waters, G_N_ELEMENTS(waters)) > 0)
      tokens->tokens[i] = (JbToken){
          .class = JB_WORD_CLASS_ADJ, .is_word = TRUE, .zh = tokens->tokens[i].zh, .en = "riverbank"};
}

void
jb_read_words(const JbComposer *c, JbTokens *tokens)
{
  read_characters(tokens);
  open_with_verb(tokens);
  verbs_as_modifiers(tokens);
  read_banks(tokens);
  tokens->n = merge_brackets(c, tokens->n);
  tokens->n = merge_amounts(c, tokens->n);
  tokens->n = merge_acts(c, tokens->n);
}

void
jb_merge_names(const JbComposer *c, JbTokens *tokens)
{
  drop_inner_achieving(tokens);
  tokens->n = merge_places(c, tokens->n);
}
