/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_LEXICON_H
#define JB_WORDING_LEXICON_H
/* Words of indicator names and what English says for them. */
#include <jianbao/base.h>

typedef enum {
  JB_WORD_CLASS_VERB,   /* 改造: `en` participle (renovated), `other` the act (renovation) */
  JB_WORD_CLASS_NOUN,   /* 企业: counted; `other` irregular plural */
  JB_WORD_CLASS_MASS,   /* 污水: the same in singular and plural */
  JB_WORD_CLASS_OF,     /* 产值: what is measured of a thing; `other` its preposition, "of" when empty */
  JB_WORD_CLASS_RATE,   /* 覆盖率: measured too, but a short thing stands before it; `other` as of 产值 */
  JB_WORD_CLASS_ADJ,    /* 农村: before the noun; `other` "first": before other modifiers too (优质) */
  JB_WORD_CLASS_ADVERB, /* 全面: says nothing before a verb, an adjective before a noun */
  JB_WORD_CLASS_FRONT,  /* 人均: before the whole name */
  JB_WORD_CLASS_POST,   /* 规模以上: behind the noun */
  JB_WORD_CLASS_SHARE,  /* 占 */
  JB_WORD_CLASS_DROP,   /* 全市: not said */
  JB_WORD_CLASS_AND,
  JB_WORD_CLASS_DE,
  JB_WORD_CLASS_PREPOSITION, /* 为: `en` for; `other` given: the verb's own `before` goes first (发放: to) */
  JB_WORD_CLASS_RELATIVE,    /* 具有: `en` with */
  JB_WORD_CLASS_STOP,        /* a word that no rule here can place: the name is not composed */
  JB_WORD_CLASS_NAME,        /* made by segment.c: places, proper names, ASCII */
  JB_WORD_CLASS_UNKNOWN,
} JbWordClass;

/* 产值, 覆盖率: what is measured of a thing. */
static inline gboolean
jb_is_measure(JbWordClass class)
{
  return class == JB_WORD_CLASS_OF || class == JB_WORD_CLASS_RATE;
}

typedef struct {
  JbSlice zh, en;
  JbSlice other;  /* by class; empty when not given */
  JbSlice before; /* 农业: how it stands before another noun (agricultural); of verbs, how their subject is joined to
                     the passive (发放: granted "to"); of adjectives, what they are at the end (景观: landscape) */
  JbWordClass class;
  gboolean is_label; /* of the term table: `en` has a capital */
} JbWord;

/* Both FALSE when neither the lexicon nor the term table has it. */
gboolean jb_word_find(JbSlice zh, JbWordClass *class, gboolean *is_term);
gboolean jb_word_lookup(JbSlice zh, JbWord *word);
const char *jb_word_class_name(JbWordClass class);

/* A row of the small tables that rules have of their own. */
typedef struct {
  const char *zh, *en;
} JbPair;

const char *jb_pair_en(JbSlice zh, const JbPair *rows, guint n); /* NULL when no row is that word */

/* GB/T 2260: romanised name of a place, full (卫东区) or, of provinces and prefectures, short (杭州); empty when none.
 */
JbSlice jb_place_lookup(JbSlice zh);

#endif
