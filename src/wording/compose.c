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

#include "wording/nouns.h"

#include <string.h>

enum { MOST_VERBS = 8 };

/* ---- What was done ---------------------------------------------------------------------------------------------- */

typedef struct {
  const char *done[MOST_VERBS]; /* participles, in order */
  const JbToken *only;          /* the verb, when there is one alone */
  const char *front;            /* 新增 before a verb that it does not join */
  guint n;
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
modifies(const JbComposer *c, JbRange range, guint i, const Verbs *verbs)
{
  static const char *const acts[] = {"改造", "整治", "治理", "修复", "提升", "更新", "培训", "研究", "帮扶",
                                     "保护", "养护", "维修", "检测", "管理", "处理", "回收", "利用", "转化",
                                     "孵化", "加工", "生产", "设计", "监测", "养殖", "种植", "扩建", "合作",
                                     "安置", "救助", "服务", "租赁", "交易", "护理", "搬迁", "转型", "扶持"};
  static const char *const things[] = {"项目", "工程", "任务", "试点", "行动", "方案"};
  static const char *const places[] = {"基地", "中心", "平台", "机构",     "设施",
                                       "站",   "企业", "园区", "示范基地", "示范项目"};
  const JbToken *token = &c->tokens[i];
  if (token->class != JB_WORD_CLASS_VERB || token->other == NULL || i + 1 >= range.to)
    return FALSE;
  gboolean is_act = FALSE, is_thing = FALSE;
  for (gsize k = 0; k < G_N_ELEMENTS(acts); k++)
    is_act |= jb_slice_ends(token->zh, acts[k]);
  for (gsize k = 0; k < G_N_ELEMENTS(things); k++)
    is_thing |= jb_slice_equal(c->tokens[i + 1].zh, jb_slice(things[k]));
  for (gsize k = 0; verbs->n > 0 && k < G_N_ELEMENTS(places); k++)
    is_thing |= jb_slice_equal(c->tokens[i + 1].zh, jb_slice(places[k]));
  return is_act && is_thing;
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
  gboolean measures = first->class == JB_WORD_CLASS_OF || first->class == JB_WORD_CLASS_RATE;
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

/* 培育省级, 10亿元以上: the noun was said before. NULL when even that does not explain it. */
static const char *
without_noun(const JbComposer *c, const JbPhrase *phrase, const Verbs *verbs)
{
  if (phrase->pre != NULL && phrase->post == NULL && phrase->front == NULL)
    return verbs->n == 0
               ? phrase->pre
               : jb_arena_printf(c->arena, "%s (%s)", jb_list_words(c->arena, verbs->done, verbs->n), phrase->pre);
  if (phrase->pre != NULL || verbs->n > 0)
    return NULL;
  return phrase->post != NULL ? phrase->post : phrase->front;
}

/*
 * 企业获得专利: somebody, a verb, a thing: Patents obtained by enterprises. The lexicon says with the verb when the
 * subject is no agent: 困难家庭发放补贴 is granted to them.
 */
static const char *
active_clause(const JbComposer *c, JbRange range, guint verb)
{
  JbPhrase subject = {0};
  const JbToken *last = &c->tokens[verb - 1];
  gboolean is_agent = last->class == JB_WORD_CLASS_NOUN || c->tokens[verb].before != NULL;
  JbRange before = {.from = range.from, .to = verb};
  if (!is_agent || !jb_noun_phrase(c, before, &subject) || subject.class == JB_WORD_CLASS_OF ||
      subject.class == JB_WORD_CLASS_RATE)
    return NULL;
  JbWordClass behind = c->tokens[range.to - 1].class;
  if (behind == JB_WORD_CLASS_VERB ||
      (range.to - verb == 2 && (behind == JB_WORD_CLASS_OF || behind == JB_WORD_CLASS_RATE)))
    return NULL; /* 班列开行量: no object */
  const char *rest = clause(c, (JbRange){.from = verb, .to = range.to});
  if (rest == NULL || subject.one == NULL)
    return NULL;
  const char *link = c->tokens[verb].before != NULL ? c->tokens[verb].before : "by";
  return jb_arena_printf(c->arena, "%s %s %s", rest, link, jb_phrase_text(c->arena, &subject));
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

static const char *
clause(const JbComposer *c, JbRange range)
{
  Verbs verbs = {0};
  JbRange object = {.from = take_verbs(c, range, &verbs), .to = range.to};
  while (object.to > object.from && c->tokens[object.to - 1].class == JB_WORD_CLASS_DROP)
    object.to--;
  if (object.from >= object.to)
    return verbs.n > 0 ? verbs_alone(c, &verbs) : NULL;
  const char *act = measured_act(c, &verbs, object);
  if (act != NULL)
    return act;
  take_trailing_verbs(c, &object, &verbs);
  guint inner = find_inner_verb(c, object);
  if (inner < object.to)
    return verbs.n == 0 ? active_clause(c, object, inner) : NULL;
  JbPhrase phrase = {0};
  if (!jb_noun_phrase(c, object, &phrase))
    return NULL;
  phrase.front = jb_append(c->arena, verbs.front, phrase.front);
  if (phrase.one == NULL)
    return without_noun(c, &phrase, &verbs);
  if (phrase.class == JB_WORD_CLASS_RATE) /* 办理提案满意率: the rate says what was done */
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

/* 达到海绵城市要求建成区: what reached it comes last, and no rule here finds it. */
static gboolean
opens_with_goal(const JbTokens *tokens)
{
  static const char *const words[] = {"达到", "达", "超过", "超"};
  for (gsize i = 0; tokens->n > 0 && i < G_N_ELEMENTS(words); i++)
    if (jb_slice_equal(tokens->tokens[0].zh, jb_slice(words[i])))
      return TRUE;
  return FALSE;
}

const char *
jb_compose(JbArena *arena, const JbGlossary *glossary, const char *zh, const char **unknown)
{
  JbTokens tokens = jb_segment(arena, glossary, zh);
  const char *missing = list_unknown(arena, &tokens);
  if (unknown != NULL)
    *unknown = missing != NULL ? missing : "";
  if (missing != NULL)
    return NULL;
  if (opens_with_goal(&tokens))
    return NULL;
  drop_inner_achieving(&tokens);
  JbComposer composer = {.arena = arena, .tokens = tokens.tokens};
  JbRange all = {.from = 0, .to = merge_amounts(&composer, tokens.n)};
  guint at = all.from;
  while (at < all.to && tokens.tokens[at].class != JB_WORD_CLASS_SHARE)
    at++;
  const char *text = at < all.to ? share(&composer, all, at) : clauses(&composer, all);
  if (text == NULL || *text == '\0')
    return NULL;
  char *name = jb_arena_dup(arena, jb_without_the(text));
  name[0] = g_ascii_toupper(name[0]);
  return name;
}
