/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Composition: a name that no table has, put together from its words.
 *
 * segment.c cuts the name, phrase.c builds noun phrases; here the words are parted into what was done and what
 * it was done to, and into the members of lists. 改造提升老旧小区 is verbs and an object (Old urban residential
 * communities renovated and upgraded), 老旧小区改造 an act (Renovation of …), 产业增加值占生产总值比重 a share.
 * Whatever the rules do not cover is left alone: a wrong name is worse than none.
 */
#include "wording/compose.h"

#include "wording/doubts.h"
#include "wording/nouns.h"

#include <string.h>

enum { MOST_VERBS = 8, MOST_WORDS = 7 };

/* ---- What was done ---------------------------------------------------------------------------------------------- */

typedef struct {
  const char *done[MOST_VERBS]; /* participles, in order */
  const JbToken *only;          /* the verb, when there is one alone */
  const char *front;            /* 新增 before a verb that it does not join */
  guint n;
  gboolean is_odd; /* two verbs in a row that are no pair known: 压缩承诺时限 */
} Verbs;

static void
add_verb(Verbs *verbs, const JbToken *token)
{
  if (verbs->n < MOST_VERBS)
    verbs->done[verbs->n++] = token->en;
  verbs->only = verbs->n == 1 ? token : NULL;
}

static JbWordClass
class_at(const JbComposer *c, JbRange range, guint i)
{
  return i < range.to ? c->tokens[i].class : JB_WORD_CLASS_STOP;
}

/* 新增和改造绿地: added is a verb here; 新增入驻企业: new companies that did something. */
static gboolean
take_front(const JbComposer *c, JbRange range, guint i, Verbs *verbs)
{
  const JbToken *token = &c->tokens[i];
  if (token->class != JB_WORD_CLASS_FRONT)
    return FALSE;
  JbWordClass next = class_at(c, range, i + 1);
  gboolean joins = next == JB_WORD_CLASS_AND && class_at(c, range, i + 2) == JB_WORD_CLASS_VERB;
  /* 更新、新建健身路径: and so it is behind another. */
  joins |= i > range.from && c->tokens[i - 1].class == JB_WORD_CLASS_AND && verbs->n > 0;
  if (token->other != NULL && joins) {
    JbToken verb = {.class = JB_WORD_CLASS_VERB, .en = token->other};
    add_verb(verbs, &verb);
    verbs->only = NULL;
    return TRUE;
  }
  if (next != JB_WORD_CLASS_VERB || verbs->n > 0)
    return FALSE;
  verbs->front = token->en;
  return TRUE;
}

/* 培训基地, 改造项目: training bases, renovation projects. The verb says what the thing is for, not what was done. */
static gboolean
is_any_end(JbSlice zh, const char *const *words)
{
  for (; *words != NULL; words++)
    if (jb_slice_ends(zh, *words))
      return TRUE;
  return FALSE;
}

/* What changes or serves a thing: such verbs follow others freely, and are what projects and bases are for. */
static gboolean
is_work(const JbToken *token)
{
  static const char *const acts[] = {"改造", "整治", "治理", "修复", "提升", "更新", "培训", "研究", "帮扶", "保护",
                                     "养护", "维修", "检测", "管理", "处理", "回收", "利用", "转化", "孵化", "加工",
                                     "生产", "设计", "监测", "养殖", "种植", "扩建", "合作", "安置", "救助", "服务",
                                     "租赁", "交易", "护理", "搬迁", "转型", "扶持", "升级", "建设", NULL};
  return token->class == JB_WORD_CLASS_VERB && token->other != NULL && is_any_end(token->zh, acts);
}

static gboolean
modifies(const JbComposer *c, JbRange range, guint i, const Verbs *verbs)
{
  static const char *const things[] = {"项目", "工程", "任务", "试点", "行动", "方案", "措施", NULL};
  static const char *const places[] = {"基地", "中心", "平台", "机构", "设施", "站", "企业", "园区", NULL};
  if (!is_work(&c->tokens[i]) || i + 1 >= range.to)
    return FALSE;
  JbSlice next = c->tokens[i + 1].zh;
  return is_any_end(next, things) || (verbs->n > 0 && is_any_end(next, places));
}

/* Verbs, what joins them, and words that say nothing before them, from the start. */
static guint
take_verbs(const JbComposer *c, JbRange range, Verbs *verbs)
{
  guint i = range.from, behind = range.from;
  for (; i < range.to; i++) {
    const JbToken *token = &c->tokens[i];
    if (modifies(c, range, i, verbs))
      break;
    if (take_front(c, range, i, verbs)) {
      behind = i + 1;
      continue;
    }
    gboolean passes = token->class == JB_WORD_CLASS_DROP || token->class == JB_WORD_CLASS_ADVERB ||
                      (token->class == JB_WORD_CLASS_AND && verbs->n > 0) ||
                      (token->class == JB_WORD_CLASS_DE && verbs->n > 0);
    if (token->class == JB_WORD_CLASS_VERB) {
      gboolean in_a_row = behind == i && verbs->n > 0 && token->other != NULL;
      verbs->is_odd |= in_a_row && !is_work(token);
      add_verb(verbs, token);
      behind = i + 1;
    } else if (!passes)
      break;
    else if (token->class == JB_WORD_CLASS_DE || token->class == JB_WORD_CLASS_DROP)
      behind = i + 1;
  }
  return behind;
}

/* 项目开工, 项目竣工投产: verbs behind their noun that are no mere act. Cuts them off the range. */
static void
take_trailing_verbs(const JbComposer *c, JbRange *range, Verbs *verbs)
{
  guint end = range->to, at = range->to;
  for (; at > range->from + 1; at--) {
    const JbToken *token = &c->tokens[at - 1];
    if (token->class != JB_WORD_CLASS_DROP && token->class != JB_WORD_CLASS_VERB &&
        token->class != JB_WORD_CLASS_ADVERB)
      break;
    if (token->class != JB_WORD_CLASS_VERB || token->other == NULL)
      end = at - 1;
  }
  for (guint i = end; i < range->to; i++)
    if (c->tokens[i].class == JB_WORD_CLASS_VERB)
      add_verb(verbs, &c->tokens[i]);
  range->to = end;
}

/* 改造面积, 办理时间: what follows the verb is a measure of the act. */
static const char *
measured_act(const JbComposer *c, const Verbs *verbs, JbRange object)
{
  const JbToken *first = &c->tokens[object.from];
  static const char *const words[] = {"面积", "数",   "数量", "率",   "时间", "时限", "规模", "里程",
                                      "户数", "人数", "能力", "标准", "总量", "金额", "成本", "费用"};
  gboolean measures = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    measures |= jb_slice_equal(first->zh, jb_slice(words[i]));
  if (!measures || object.to - object.from != 1 || verbs->only == NULL || verbs->only->other == NULL)
    return NULL;
  return jb_arena_printf(c->arena, "%s %s", verbs->only->other, jb_without_the(first->en));
}

static const char *clause(const JbComposer *c, JbRange range);

static const char *
verbs_alone(const JbComposer *c, const Verbs *verbs)
{
  const char *act = verbs->only != NULL ? verbs->only->other : NULL;
  return jb_append(c->arena, verbs->front, act != NULL ? act : jb_list_words(c->arena, verbs->done, verbs->n));
}

/*
 * 培育省级, 新增国家级, 10亿元以上: the noun was said before, and the level or the amount tells which. NULL for
 * anything else that lacks its noun.
 */
static const char *
without_noun(const JbComposer *c, const JbPhrase *phrase, const Verbs *verbs)
{
  if (phrase->pre == NULL)
    return verbs->n == 0 ? (phrase->post != NULL ? phrase->post : phrase->front) : NULL;
  gboolean is_level = phrase->n_words == 1 && phrase->post == NULL && g_str_has_suffix(phrase->pre, "-level");
  if (!is_level || (phrase->front != NULL && verbs->n > 0))
    return NULL;
  const char *before = phrase->front != NULL ? phrase->front : jb_list_words(c->arena, verbs->done, MAX(verbs->n, 1));
  return before == NULL ? phrase->pre : jb_arena_printf(c->arena, "%s (%s)", before, phrase->pre);
}

/*
 * 困难家庭发放补贴: subsidies granted to families in difficulty. Only where the lexicon says how the subject of the
 * verb is joined: who did what to whom is not to be guessed.
 */
static const char *
joined_clause(const JbComposer *c, JbRange range, guint verb)
{
  JbPhrase subject = {0};
  const char *link = c->tokens[verb].before;
  JbRange before = {.from = range.from, .to = verb};
  JbWordClass behind = c->tokens[range.to - 1].class;
  gboolean lacks_object = behind == JB_WORD_CLASS_VERB ||
                          (range.to - verb == 2 && (behind == JB_WORD_CLASS_OF || behind == JB_WORD_CLASS_RATE));
  if (link == NULL || lacks_object || !jb_noun_phrase(c, before, &subject) || subject.one == NULL ||
      subject.class == JB_WORD_CLASS_OF || subject.class == JB_WORD_CLASS_RATE)
    return NULL;
  const char *rest = clause(c, (JbRange){.from = verb, .to = range.to});
  return rest != NULL ? jb_arena_printf(c->arena, "%s %s %s", rest, link, jb_phrase_text(c->arena, &subject)) : NULL;
}

static guint
find_inner_verb(const JbComposer *c, JbRange range)
{
  for (guint i = range.from + 1; i + 1 < range.to; i++) {
    const JbToken *token = &c->tokens[i];
    if (token->class == JB_WORD_CLASS_VERB && (token->other == NULL || token->before != NULL))
      return i;
  }
  return range.to;
}

static gboolean
is_rate_word(const char *en)
{
  return strstr(en, "rate") != NULL || strstr(en, "ratio") != NULL || strstr(en, "satisfaction") != NULL;
}

static const char *
clause(const JbComposer *c, JbRange range)
{
  Verbs verbs = {0};
  JbRange object = {.from = take_verbs(c, range, &verbs), .to = range.to};
  while (object.to > object.from && c->tokens[object.to - 1].class == JB_WORD_CLASS_DROP)
    object.to--;
  if (verbs.is_odd)
    return NULL;
  if (object.from >= object.to)
    return verbs.n > 0 ? verbs_alone(c, &verbs) : NULL;
  const char *act = measured_act(c, &verbs, object);
  if (act != NULL)
    return act;
  take_trailing_verbs(c, &object, &verbs);
  guint inner = find_inner_verb(c, object);
  if (inner < object.to)
    return verbs.n == 0 ? joined_clause(c, object, inner) : NULL;
  JbPhrase phrase = {0};
  if (!jb_noun_phrase(c, object, &phrase))
    return NULL;
  phrase.front = jb_append(c->arena, verbs.front, phrase.front);
  if (phrase.one == NULL)
    return without_noun(c, &phrase, &verbs);
  if (phrase.class == JB_WORD_CLASS_RATE && is_rate_word(phrase.one)) /* 办理提案满意率: the rate says what was done */
    verbs.n = 0;
  const char *text = jb_phrase_text(c->arena, &phrase);
  return verbs.n > 0 ? jb_append(c->arena, text, jb_list_words(c->arena, verbs.done, verbs.n)) : text;
}

static gboolean
is_content(JbWordClass class)
{
  return class != JB_WORD_CLASS_VERB && class != JB_WORD_CLASS_AND && class != JB_WORD_CLASS_FRONT &&
         class != JB_WORD_CLASS_DROP && class != JB_WORD_CLASS_ADVERB;
}

/* Members that begin with a verb of their own are clauses: 新建学校、改造医院. */
static const char *
clauses(const JbComposer *c, JbRange range)
{
  const char *texts[JB_MOST_ITEMS];
  guint n = 0, from = range.from;
  gboolean has_noun = FALSE;
  for (guint i = range.from; i <= range.to; i++) {
    gboolean ends = i == range.to;
    gboolean next = !ends && has_noun && c->tokens[i].class == JB_WORD_CLASS_AND && i + 2 < range.to &&
                    c->tokens[i + 1].class == JB_WORD_CLASS_VERB && c->tokens[i + 2].class != JB_WORD_CLASS_AND;
    if (!ends && !next) {
      has_noun |= is_content(c->tokens[i].class);
      continue;
    }
    if (n == JB_MOST_ITEMS || (texts[n++] = clause(c, (JbRange){.from = from, .to = i})) == NULL)
      return NULL;
    from = i + 1;
    has_noun = FALSE;
  }
  return jb_list_words(c->arena, texts, n);
}

/* ---- Whole names ------------------------------------------------------------------------------------------------- */

/* 投资5亿元以上: what the amount is of. */
static guint
merge_amounts(const JbComposer *c, guint n)
{
  guint to = 0;
  for (guint i = 0; i < n; i++) {
    JbToken *token = &c->tokens[i];
    JbToken *last = to > 0 ? &c->tokens[to - 1] : NULL;
    gboolean joins = last != NULL && last->class == JB_WORD_CLASS_OF && token->class == JB_WORD_CLASS_POST &&
                     g_str_has_prefix(token->en, "worth ");
    if (!joins) {
      c->tokens[to++] = *token;
      continue;
    }
    last->class = JB_WORD_CLASS_POST;
    last->en = jb_arena_printf(c->arena, "with %s of %s", last->en, token->en + strlen("worth "));
    last->zh.len = (gsize)(token->zh.at + token->zh.len - last->zh.at);
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
  const char *text = clause(c, part), *total = jb_whole_of(c, whole);
  if (text == NULL || total == NULL)
    return NULL;
  return jb_arena_printf(c->arena, "%s as a share of %s", text, total);
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

/* 工业对GDP增长的贡献率: contribution of industry to GDP growth. NULL when it is not that. */
static const char *
contribution(const JbComposer *c, JbRange range)
{
  guint to = range.from;
  while (to < range.to && !jb_slice_equal(c->tokens[to].zh, jb_slice("对")))
    to++;
  if (to == range.from || to + 2 > range.to || !jb_slice_equal(c->tokens[range.to - 1].zh, jb_slice("贡献率")))
    return NULL;
  guint end = range.to - 1;
  if (c->tokens[end - 1].class == JB_WORD_CLASS_DE)
    end--;
  JbPhrase part = {0}, whole = {0};
  if (!jb_noun_phrase(c, (JbRange){.from = range.from, .to = to}, &part) || part.one == NULL ||
      !jb_noun_phrase(c, (JbRange){.from = to + 1, .to = end}, &whole) || whole.one == NULL)
    return NULL;
  return jb_arena_printf(c->arena, "contribution of %s to %s", jb_phrase_text(c->arena, &part),
                         jb_phrase_text(c->arena, &whole));
}

/* 港口完成货物吞吐量: done or achieved says nothing where somebody did it. */
static void
drop_inner_achieving(const JbTokens *tokens)
{
  static const char *const words[] = {"完成", "实现", "累计完成"};
  for (guint i = 1; i + 1 < tokens->n; i++)
    for (gsize k = 0; k < G_N_ELEMENTS(words); k++)
      if (jb_slice_equal(tokens->tokens[i].zh, jb_slice(words[k])) &&
          tokens->tokens[i - 1].class != JB_WORD_CLASS_VERB && tokens->tokens[i - 1].class != JB_WORD_CLASS_AND)
        tokens->tokens[i].class = JB_WORD_CLASS_DROP;
}

const char *
jb_compose(JbArena *arena, const JbGlossary *glossary, const char *zh, const char **unknown)
{
  JbTokens tokens = jb_segment(arena, glossary, zh);
  JbComposer composer = {.arena = arena, .tokens = tokens.tokens};
  const char *given = contribution(&composer, (JbRange){.from = 0, .to = tokens.n});
  const char *missing = given == NULL ? list_unknown(arena, &tokens) : NULL;
  if (unknown != NULL)
    *unknown = missing != NULL ? missing : "";
  if (missing != NULL || jb_content_words(&tokens) > MOST_WORDS)
    return NULL;
  if (jb_opens_with_goal(&tokens))
    return NULL;
  drop_inner_achieving(&tokens);
  JbRange all = {.from = 0, .to = merge_amounts(&composer, tokens.n)};
  guint at = all.from;
  while (at < all.to && tokens.tokens[at].class != JB_WORD_CLASS_SHARE)
    at++;
  const char *text = given != NULL ? given : at < all.to ? share(&composer, all, at) : clauses(&composer, all);
  if (text == NULL || *text == '\0' || jb_repeats_itself(text))
    return NULL;
  char *name = jb_arena_dup(arena, jb_without_the(text));
  name[0] = g_ascii_toupper(name[0]);
  return name;
}
