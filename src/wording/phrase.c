/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Noun phrases. Chinese puts the head last; so does English, as long as what stands before is short. What is
 * measured of a thing (产值, 面积) goes the other way round, with "of"; so does anything added to a head that
 * has something behind it already: 规模以上工业企业研发投入 → R&D spending of industrial enterprises above
 * designated size.
 */
#include "wording/phrase.h"

#include "base/words.h"
#include "wording/traits.h"

#include <string.h>

enum { MOST_BEFORE_RATE = 3, MOST_BEFORE_NOUN = 5 };

/* All that stands before the head, and the head in the form that a following noun asks for. */
static const char *
as_modifier(JbArena *arena, const JbPhrase *phrase)
{
  const char *head = phrase->before;
  if (head == NULL && phrase->one != NULL && jb_is_long(phrase->one))
    head = jb_folded(arena, phrase->one);
  if (head == NULL && phrase->one != NULL)
    head = phrase->class == JB_WORD_CLASS_MASS ? jb_singular(arena, phrase->one) : phrase->one;
  return jb_append(arena, phrase->pre, head != NULL ? jb_without_the(head) : NULL);
}

/* Without `front`, which stays with the outermost head. */
static const char *
inner_text(JbArena *arena, const JbPhrase *phrase)
{
  const char *text = phrase->pre;
  text = jb_append(arena, text, text != NULL && phrase->many != NULL ? jb_without_the(phrase->many) : phrase->many);
  return jb_append(arena, text, phrase->post);
}

const char *
jb_phrase_text(JbArena *arena, const JbPhrase *phrase)
{
  const char *text = inner_text(arena, phrase);
  if (text == NULL || phrase->front == NULL)
    return text != NULL ? text : phrase->front;
  gboolean doubled = strcmp(phrase->front, "new") == 0 && /* 新增新型研发机构, 新增改造老旧园区 */
                     (g_str_has_prefix(text, "new") || g_str_has_prefix(text, "old ") ||
                      g_str_has_prefix(text, "aging "));
  if (strcmp(phrase->front, "new") == 0 && g_str_has_prefix(text, "number of ")) /* 新增普通班级数 */
    return jb_arena_printf(arena, "number of new %s", text + strlen("number of "));
  return jb_append(arena, doubled ? "additional" : phrase->front, jb_without_the(text));
}

const char *
jb_many_of(JbArena *arena, const JbToken *token)
{
  return token->other != NULL ? token->other : jb_plural(arena, token->en);
}

static void
set_head(JbArena *arena, JbPhrase *phrase, const JbToken *token)
{
  phrase->one = token->class == JB_WORD_CLASS_VERB ? token->other : token->en;
  phrase->before = token->class != JB_WORD_CLASS_VERB ? token->before : NULL; /* of verbs it is a preposition */
  phrase->class = token->class;
  phrase->n_words++;
  phrase->many = token->class == JB_WORD_CLASS_NOUN ? jb_many_of(arena, token) : phrase->one;
}

/* tourism total revenue → total tourism revenue */
static void
quantifier_first(JbArena *arena, JbPhrase *phrase)
{
  static const char *const words[] = {"total ",  "outstanding ", "average ", "annual ",
                                      "gross ",  "cumulative ",  "per capita "};
  for (gsize i = 0; phrase->pre != NULL && i < G_N_ELEMENTS(words); i++)
    if (g_str_has_prefix(phrase->one, words[i])) {
      phrase->one = phrase->many = phrase->one + strlen(words[i]);
      phrase->pre = jb_arena_printf(arena, "%s%s", words[i], phrase->pre);
    }
}

/* The new head takes all that was said before as "of …". */
static void
turn_round(JbArena *arena, JbPhrase *phrase, const JbToken *token)
{
  gboolean has_preposition = jb_is_measure(token->class) && token->other != NULL;
  gboolean is_spending = token->class == JB_WORD_CLASS_VERB && g_strcmp0(token->other, "spending") == 0;
  static const char *const investors[] = {"enterprises", "SOEs", "companies", "businesses", NULL};
  const char *preposition = has_preposition ? token->other : is_spending ? "on" : "of";
  if (g_str_has_suffix(token->en, "investment") && phrase->class == JB_WORD_CLASS_NOUN &&
      jb_ends_in_any(phrase->many, investors)) /* 市属国企投资: they invest */
    preposition = "by";
  /* share of new enterprises, but new centers of towns */
  gboolean keeps_new = jb_phrase_is_new(phrase) && jb_is_measure(token->class) && !jb_is_new_money(phrase, token) &&
                       phrase->front_at != phrase->n_words + 1; /* 市区新增绿地面积 */
  const char *whole = keeps_new ? jb_phrase_text(arena, phrase) : inner_text(arena, phrase);
  JbPhrase turned = {.front = keeps_new ? NULL : phrase->front, .n_words = phrase->n_words};
  JbToken head = *token;
  if (phrase->class == JB_WORD_CLASS_NOUN && jb_is_volume(token)) /* 企业总量 */
    head.en = "total number";
  set_head(arena, &turned, &head);
  turned.post = jb_arena_printf(arena, "%s %s", preposition, whole);
  if (g_str_has_prefix(token->en, "share with ")) { /* 断面水质优Ⅲ比例: share of sections with … */
    turned.one = turned.many = "share";
    turned.post = jb_arena_printf(arena, "of %s%s", whole, token->en + strlen("share"));
  }
  if (g_str_has_suffix(token->en, "number raised")) { /* 羊饲养量: number of sheep raised */
    turned.one = turned.many = "number";
    turned.post = jb_arena_printf(arena, "of %s raised", whole);
  }
  *phrase = turned;
}

/* 城建重点项目: major urban construction projects; 农业新技术: new agricultural technologies. */
static void
lead(JbArena *arena, JbPhrase *phrase)
{
  static const char *const first[] = {"major ", "key ", "new "};
  gboolean fits = phrase->class == JB_WORD_CLASS_NOUN && phrase->pre != NULL &&
                  !g_str_has_suffix(phrase->pre, "major") && !g_str_has_prefix(phrase->one, "new town") &&
                  !g_str_has_prefix(phrase->one, "new area");
  fits = fits && !(g_str_has_prefix(phrase->pre, "new") && g_str_has_prefix(phrase->one, "new")); /* new-energy */
  for (gsize i = 0; fits && i < G_N_ELEMENTS(first); i++)
    if (g_str_has_prefix(phrase->one, first[i]) && g_str_has_prefix(phrase->many, first[i])) {
      gsize len = strlen(first[i]);
      phrase->pre = jb_arena_printf(arena, "%s%s", first[i], phrase->pre);
      phrase->one += len;
      phrase->many += len;
      phrase->before = phrase->before != NULL && g_str_has_prefix(phrase->before, first[i]) ? phrase->before + len
                                                                                            : NULL;
      return;
    }
}

static void
compound(JbArena *arena, JbPhrase *phrase, const JbToken *token)
{
  JbToken head = jb_of_an_industry(arena, as_modifier(arena, phrase), token);
  if (strcmp(phrase->one, "field") == 0 && phrase->pre != NULL && phrase->post == NULL &&
      (token->class == JB_WORD_CLASS_NOUN || token->class == JB_WORD_CLASS_MASS)) {
    /* 生态环保领域重点工程: key projects in the ecological field; 十大领域 are many */
    const char *post = jb_arena_printf(
        arena, g_str_has_suffix(phrase->pre, "major") ? "in the %s fields" : "in the %s field", phrase->pre);
    JbPhrase inside = {.front = phrase->front, .n_words = phrase->n_words};
    set_head(arena, &inside, &head);
    inside.post = post;
    *phrase = inside;
    return;
  }
  gboolean joins = phrase->class == JB_WORD_CLASS_VERB && token->class == JB_WORD_CLASS_NOUN &&
                   jb_names_act(token->en); /* 整治改造项目: improvement and renovation projects */
  phrase->pre = as_modifier(arena, phrase);
  if (joins)
    phrase->pre = jb_append(arena, phrase->pre, "and");
  set_head(arena, phrase, &head);
  lead(arena, phrase);
}

/* FALSE: it stands better behind "of". */
static gboolean
fits_before(JbArena *arena, const JbPhrase *phrase, const JbToken *token)
{
  if (jb_is_in_field(phrase, token))
    return TRUE;
  gboolean folds = token->class == JB_WORD_CLASS_NOUN && phrase->n_words <= MOST_BEFORE_RATE;
  if (phrase->post != NULL && jb_is_entity(phrase))
    return FALSE;
  if (phrase->before == NULL && jb_is_long(phrase->one) && !(folds && jb_folded(arena, phrase->one) != NULL))
    return FALSE;
  switch (token->class) {
  case JB_WORD_CLASS_OF: /* agricultural output value, but output value of high-tech industries */
    if (strcmp(token->en, "spending") == 0 && phrase->class == JB_WORD_CLASS_OF)
      return FALSE; /* spending on subsidies */
    if (phrase->before != NULL && jb_is_measure(phrase->class))
      return TRUE; /* price subsidies */
    return phrase->before != NULL && phrase->n_words == 1 && phrase->class != JB_WORD_CLASS_NOUN &&
           !g_str_has_prefix(token->en, "number");
  case JB_WORD_CLASS_RATE:
    return phrase->n_words <= MOST_BEFORE_RATE && !g_str_has_prefix(token->en, "share with ") &&
           jb_count_blanks(as_modifier(arena, phrase)) < MOST_BEFORE_NOUN;
  default:
    return phrase->n_words <= MOST_BEFORE_NOUN;
  }
}

/* 断面水质优良率 of 地表水: good water quality rate of surface water monitored sections. */
static gboolean
insert(JbArena *arena, JbPhrase *phrase, const JbToken *token)
{
  gboolean is_rate = token->class == JB_WORD_CLASS_RATE;
  const char *to = is_rate && g_str_has_prefix(token->en, "contribution to ") ? strstr(token->en, " to ") : NULL;
  if (to != NULL && phrase->one != NULL) { /* 服务业对经济增长的贡献率 */
    JbToken contribution = *token;
    contribution.en = jb_arena_printf(arena, "contribution of %s%s", inner_text(arena, phrase), to);
    *phrase = (JbPhrase){.front = phrase->front, .n_words = phrase->n_words};
    set_head(arena, phrase, &contribution);
    return TRUE;
  }
  gboolean is_act = token->class == JB_WORD_CLASS_MASS; /* 农村黑臭水体治理 */
  gboolean only_before = phrase->one == NULL && token->class == JB_WORD_CLASS_OF;
  const char *of = is_rate || is_act || only_before ? strstr(token->en, " of ") : NULL;
  const char *text = as_modifier(arena, phrase);
  if (of == NULL || text == NULL || phrase->post != NULL)
    return FALSE;
  of += strlen(" of ");
  JbToken inserted = *token;
  gboolean is_behind = is_act && phrase->one != NULL && phrase->before == NULL && jb_is_long(phrase->one) &&
                       jb_folded(arena, phrase->one) == NULL; /* 困难家庭危房改造 */
  if (is_behind)
    inserted.en = jb_arena_printf(arena, "%s of %s", token->en, inner_text(arena, phrase));
  else {
    static const char *const first[] = {"major ", "key "}; /* 海洋重点项目建设: of major marine projects */
    gsize lead = jb_tells_level(text) ? 0 : jb_match_any(jb_slice(of), first, G_N_ELEMENTS(first));
    inserted.en = jb_arena_printf(arena, "%.*s%s %s", (int)(of + lead - token->en), token->en, text, of + lead);
  }
  if (token->before != NULL) /* 省级未来产业先导区: provincial-level future industry pilot zones */
    inserted.before = is_behind ? NULL : jb_arena_printf(arena, "%s %s", text, token->before);
  JbPhrase whole = {.front = phrase->front, .n_words = phrase->n_words};
  set_head(arena, &whole, &inserted);
  *phrase = whole;
  return TRUE;
}

/* What people get is income; 企业户数 is their number. */
static const char *
english_here(const JbPhrase *phrase, const JbToken *token)
{
  if (strcmp(token->en, "revenue") == 0 && jb_is_of_people(phrase))
    return "income";
  if (strcmp(token->en, "number of households") == 0 && phrase->class == JB_WORD_CLASS_NOUN && phrase->one != NULL)
    return "number";
  return token->en;
}

/* 限上新能源汽车零售额: no vehicles are above a size; the units that sell them are. Takes "above designated size" from
 * the phrase and gives what the measure is then of; NULL when it stands where it belongs. */
static const char *
take_size(JbPhrase *phrase, const JbToken *token)
{
  static const char *const sized[] = {
      "enterprises",   "units",    "industry", "industries",    "companies", "sector",    "institutions", "businesses",
      "manufacturing", "entities", "firms",    "organizations", "retail",    "wholesale", "exhibitions",  "projects",
      "services",      "sectors",  NULL};
  if (!jb_is_measure(token->class) || g_strcmp0(phrase->post, "above designated size") != 0 ||
      (phrase->one != NULL && jb_ends_in_any(phrase->many, sized)))
    return NULL;
  phrase->post = NULL;
  return "of enterprises above designated size";
}

static void
add_head(JbArena *arena, JbPhrase *phrase, const JbToken *token, gboolean is_last)
{
  static const char built[] = "project construction";
  if (strcmp(token->en, built) == 0 && phrase->post != NULL && phrase->one == NULL) { /* 亿元以上项目建设 */
    set_head(arena, phrase, &(JbToken){.class = JB_WORD_CLASS_MASS, .zh = token->zh, .en = "construction"});
    phrase->post = jb_arena_printf(arena, "of %s %s", jb_append(arena, phrase->pre, "projects"), phrase->post);
    phrase->pre = NULL;
    return;
  }
  const char *size = take_size(phrase, token);
  if (size != NULL) {
    add_head(arena, phrase, token, is_last);
    phrase->post = jb_append(arena, phrase->post, size);
    return;
  }
  if (insert(arena, phrase, token))
    return;
  JbToken here = *token;
  here.en = english_here(phrase, token);
  token = &here;
  if (phrase->one == NULL) {
    gboolean leads = phrase->pre != NULL && !jb_tells_level(phrase->pre); /* 市级重点项目: municipal key projects */
    set_head(arena, phrase, token);
    if (leads || g_str_has_prefix(token->en, "new "))
      lead(arena, phrase);
  } else if (token->class == JB_WORD_CLASS_VERB && phrase->class == JB_WORD_CLASS_VERB)
    phrase->one = phrase->many = jb_arena_printf(arena, "%s and %s", phrase->one, token->other);
  else if (jb_only_counts(phrase, token) || jb_repeats_spending(phrase, token))
    return;
  else if (fits_before(arena, phrase, token) && !(is_last && token->class == JB_WORD_CLASS_VERB))
    compound(arena, phrase, token);
  else
    turn_round(arena, phrase, token);
  if (jb_is_measure(token->class))
    quantifier_first(arena, phrase);
}

/* FALSE: the people aged so would lose what tells of them (65岁以上老年人免费体检). */
static gboolean
add_before(JbArena *arena, JbPhrase *phrase, const JbToken *token)
{
  if (phrase->one != NULL && phrase->post != NULL && g_str_has_prefix(phrase->post, "aged "))
    return FALSE;
  if (phrase->one != NULL) {
    phrase->pre = as_modifier(arena, phrase);
    phrase->one = phrase->many = phrase->before = NULL;
  }
  /* but five major traditional industries */
  gboolean is_first = token->other != NULL && !(phrase->pre != NULL && g_str_has_suffix(phrase->pre, " major"));
  phrase->pre = is_first ? jb_with_first(arena, phrase->pre, token->en) : jb_append(arena, phrase->pre, token->en);
  phrase->n_words++;
  return TRUE;
}

/* What stands behind a noun in English, between two nouns in Chinese: it tells which of the second. */
static gboolean
belongs_ahead(const JbPhrase *phrase, gboolean is_last)
{
  gboolean is_thing = phrase->class == JB_WORD_CLASS_NOUN || phrase->class == JB_WORD_CLASS_MASS;
  return !is_last && is_thing && phrase->one != NULL && phrase->post == NULL &&
         !(phrase->before == NULL && jb_is_long(phrase->one));
}

/* 地铁在建里程: metro length under construction; 铁路沿线环境: environment along railways; 大学生来昌创业: it stays. */
static gboolean
add_between(JbArena *arena, JbPhrase *phrase, const JbToken *token)
{
  static const char *const stays[] = {"coming ", "staying ", "working ", "in ", "investing "};
  for (gsize i = 0; i < G_N_ELEMENTS(stays); i++)
    if (g_str_has_prefix(token->en, stays[i])) {
      phrase->post = token->en;
      return TRUE;
    }
  gboolean is_along = g_str_has_prefix(token->en, "along ");
  phrase->post = is_along ? jb_arena_printf(arena, "along %s", inner_text(arena, phrase)) : token->en;
  phrase->pre = is_along ? NULL : as_modifier(arena, phrase);
  phrase->one = phrase->many = phrase->before = NULL;
  return TRUE;
}

gboolean
jb_phrase_add(JbArena *arena, JbPhrase *phrase, const JbToken *token, gboolean is_last)
{
  switch (token->class) {
  case JB_WORD_CLASS_NOUN:
  case JB_WORD_CLASS_MASS:
  case JB_WORD_CLASS_OF:
  case JB_WORD_CLASS_RATE: {
    JbToken head = *token;
    if (!jb_counts_people(phrase, &head))
      return FALSE;
    add_head(arena, phrase, &head, is_last);
    return TRUE;
  }
  case JB_WORD_CLASS_VERB:
    if (token->other == NULL)
      return FALSE;
    add_head(arena, phrase, token, is_last);
    return TRUE;
  case JB_WORD_CLASS_ADJ:
  case JB_WORD_CLASS_ADVERB:
  case JB_WORD_CLASS_NAME:
    return add_before(arena, phrase, token);
  case JB_WORD_CLASS_FRONT:
    phrase->front = jb_append(arena, phrase->front, token->en);
    phrase->front_at = phrase->n_words + 1;
    return TRUE;
  case JB_WORD_CLASS_POST:
    if (strcmp(token->en, "each") == 0) /* of what stands behind it, which has no end here */
      return FALSE;
    if (belongs_ahead(phrase, is_last))
      return add_between(arena, phrase, token);
    if (phrase->one != NULL && !(is_last && phrase->class == JB_WORD_CLASS_NOUN && phrase->post == NULL))
      return FALSE; /* it belongs to what follows, and no rule says so */
    phrase->post = jb_append(arena, phrase->post, token->en);
    return TRUE;
  case JB_WORD_CLASS_DROP:
    return TRUE;
  default:
    return FALSE;
  }
}

void
jb_phrase_of(JbArena *arena, JbPhrase *part, const JbPhrase *whole)
{
  if (whole->one == NULL) { /* 农村的道路: only modifiers */
    part->pre = jb_append(arena, whole->pre, part->pre);
    part->post = jb_append(arena, part->post, whole->post);
    part->front = jb_append(arena, whole->front, part->front);
    return;
  }
  static const char *const prepositions[][2] = {{"spending", "on"}, {"investment", "in"}, {"funds", "for"}};
  const char *of = "of";
  for (gsize i = 0; i < G_N_ELEMENTS(prepositions); i++)
    if (g_str_has_suffix(part->one, prepositions[i][0])) /* 民生的支出: spending on public wellbeing */
      of = prepositions[i][1];
  part->post = jb_append(arena, part->post, jb_arena_printf(arena, "%s %s", of, jb_phrase_text(arena, whole)));
}

const char *
jb_list_words(JbArena *arena, const char *const *words, guint n, const char *joint)
{
  const char *text = words[0];
  for (guint i = 1; i < n; i++)
    text = jb_arena_printf(arena, "%s%s%s", text, i + 1 == n ? joint : ", ", words[i]);
  return text;
}

/* 省级以上智能工厂、数字车间: what stands behind the first member alone holds for all. */
static const char *
shared_post(const JbPhrase *phrases, guint n)
{
  for (guint i = 1; i < n; i++)
    if (phrases[i].post != NULL)
      return NULL;
  const char *post = phrases[0].post;
  return post != NULL && !g_str_has_prefix(post, "of ") && !g_str_has_prefix(post, "in ") ? post : NULL;
}

JbPhrase
jb_phrase_join(JbArena *arena, const JbPhrase *phrases, guint n)
{
  const char **plurals = jb_arena_make(arena, const char *, n);
  const char **singles = jb_arena_make(arena, const char *, n);
  JbPhrase joined = {.class = JB_WORD_CLASS_MASS, .front = phrases[0].front};
  const char *post = shared_post(phrases, n);
  JbPhrase first = phrases[0];
  first.post = post != NULL ? NULL : first.post;
  gboolean all_counted = TRUE, is_complete = FALSE;
  for (guint i = 0; i < n; i++) {
    plurals[i] = i == 0 ? inner_text(arena, &first) : jb_phrase_text(arena, &phrases[i]);
    singles[i] = as_modifier(arena, &phrases[i]);
    joined.n_words += phrases[i].n_words;
    all_counted &= phrases[i].class == JB_WORD_CLASS_NOUN;
    is_complete |= jb_count_blanks(singles[i]) > 2;
    if (phrases[i].post != NULL)
      joined.class = JB_WORD_CLASS_NOUN; /* complete: whatever follows is "of" it */
  }
  if (is_complete && joined.class == JB_WORD_CLASS_MASS)
    joined.class = all_counted ? JB_WORD_CLASS_NOUN : JB_WORD_CLASS_OF;
  joined.one = jb_list_words(arena, singles, n, " and ");
  joined.many = jb_list_words(arena, plurals, n, " and ");
  if (joined.class != JB_WORD_CLASS_MASS)
    joined.post = post != NULL ? post : "";
  return joined;
}
