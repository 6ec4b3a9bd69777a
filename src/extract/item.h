/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_EXTRACT_ITEM_H
#define JB_EXTRACT_ITEM_H
/*
 * One quantity on its way to a fact, and the sentence it stands in. The steps, each a file:
 * the words around it (item.c, left.c) → its name and code (naming.c, topic.c, behind.c, purpose.c, run.c, mend.c) →
 * its measure (measure.c) → its period, status and bound (when.c); bind.c runs them over a sentence.
 */
#include "extract/bind.h"
#include "extract/phrase.h"

#define JB_MAX_NAMES 8

/* What the sentence has spoken of so far. */
typedef struct {
  JbSlice sentence;
  gsize start;      /* of the sentence in the block */
  const char *noun; /* subject for figures without one, NULL: none */
  const char *shared, *shared_code; /* what the last figure gave the part of: of a growth behind it; NULL: none */
  const char *code;
  const JbUnit *unit;              /* of the last quantity, NULL: none */
  const char *gap;                 /* whose distance to another area was told last, NULL: none */
  gboolean noun_flows;             /* its last figure belongs to a whole span */
  const char *names[JB_MAX_NAMES]; /* of the last list */
  guint n_names;
  const char *recent[JB_MAX_NAMES]; /* names of the last quantities, the newest last */
  gboolean recent_is_level[JB_MAX_NAMES];
  gint grew; /* the sign of the last quantity if that was a growth, else 0 */
  guint n_recent;
  JbSlice object;    /* of the last verb with one: 项目 */
  JbSlice verb;      /* verb of the running list: 建设A1个、B2个 */
  gsize verb_clause; /* the clause that it stands in */
  gsize consumed;    /* bytes up to here served as the noun behind a number */
  JbDates dates;     /* said at the head of the sentence */
  gboolean estimate;
  gint may_be_part;             /* what jb_may_be_part() says of the paragraph before: -1 no, 0 not asked yet, 1 yes */
  gsize part_asked;             /* bytes of the block up to here were asked for it too */
  const char *from_end;         /* end of the last 从X in the block's text, NULL: none */
  const char *to_end;           /* end of the last 到Y behind a 从X, NULL: none */
  const char *last_end;         /* end of the last quantity bound, NULL: none */
  JbDates among;                /* 其中2021年: of the figures that follow without a subject */
  JbDates start_date, end_date; /* years that 从…到… named, for the pairs that follow */
} JbSentence;

/* Which rule gave a field, in words, for `extract --explain`; static strings, NULL where nothing was to be decided. */
typedef struct {
  const char *name, *code, *measure, *period, *status, *bound;
} JbReasons;

/* One quantity on its way to a fact. */
typedef struct {
  const JbQuantity *q;
  JbSlice clause; /* from the last comma to the number */
  JbLead lead;
  JbVerbPhrase phrase;
  JbSlice right;       /* the words behind, to the next mark */
  JbSlice tail;        /* of the next noun, wanted by this one too: 2家钢铁|、5家水泥企业; else empty */
  JbSlice predicate; /* of the next noun, which this one has too: 73名个人|和6个团队|入选计划; else empty */
  gboolean meets_next; /* and another quantity stands right behind them */
  gboolean ends_range; /* an end of 从…到…, or one of a list of them, without a name of its own */
  gboolean own_subject;
  gint aims_on;       /* 增长7%|、力争实现7.5%: the same growth, aimed higher */
  gboolean object_behind; /* the noun stands behind: 新增2家上市企业 */
  gboolean is_gap;        /* 高于全国2个百分点 */
  const char *name;
  const char *code;
  JbMeasure measure;
  gint sign;
  JbDates dates;
  JbReasons why;
} JbItem;

/* ---- Questions of a quantity's unit and of text ------------------------------------------------ */

gboolean jb_is_percent(const JbQuantity *q);
gboolean jb_is_points(const JbQuantity *q); /* 个百分点 */
gboolean jb_is_times(const JbQuantity *q);  /* 倍 */
gboolean jb_is_money(const JbQuantity *q);
gboolean jb_base_is(const JbQuantity *q, const char *base);
gboolean jb_counts(const JbQuantity *q);     /* a measure word for things, so that the thing may stand behind */
gboolean jb_is_recovery(const JbItem *item); /* 恢复至2019年的148% */
gboolean jb_has(JbSlice text, const char *word);
gboolean jb_has_digit(JbSlice text);

/* ---- The steps ---------------------------------------------------------------------------------- */

/* What of the words before a number is its own: 增速全省第2、|用电量; and of a subject what is done: 市政府把|增长目标,
 * 各方配合基本完成|精简机构 (left.c). */
JbSlice jb_left_own(JbSlice left);
JbSlice jb_left_done(JbSlice subject);
/* Byte behind the last mark that ends a clause before `at`, not before `from`. */
gsize jb_clause_start(JbSlice text, gsize from, gsize at);
JbSlice jb_before_clause(const JbSentence *state, const JbItem *item); /* the sentence up to the item's clause */
JbSlice jb_clause_before(const JbSentence *state, const JbItem *item); /* its last clause, without the comma */
/* `last` is `q`, or the high end when `q` is the low end of a range; `next` stands behind it, NULL for none. */
JbItem jb_item_read(const JbSentence *state, JbSlice text, const JbQuantity *previous, const JbQuantity *q,
                    const JbQuantity *last, const JbQuantity *next, gsize end);

void jb_item_name(const JbBinder *b, JbSentence *state, JbItem *item);
JbSlice jb_noun_after_de(JbSlice text,
                         gsize tail); /* 389亿元|的新机场, 380亿元|的16个城建项目; empty when there is none */
/* How many quantities from `i` on are joined by nothing but 和 or 、, and the names that they have, FALSE when they
 * cannot be told apart (run.c). */
guint jb_run_length(JbSlice text, const JbQuantity *q, guint i, guint n);
guint jb_run_length_apart(JbSlice text, const JbQuantity *q, guint i, guint n,
                          gboolean respective); /* units and bounds may differ */
JbLead jb_run_lead(JbSlice text, const JbQuantity *before, const JbQuantity *q);
gboolean jb_run_names(const JbBinder *b, const JbSentence *state, const JbItem *first, guint run, const char **names);
void jb_item_name_ratio(const JbBinder *b, const JbSentence *state, JbItem *item); /* a:b:c of the three industries */
/* What the clause before was about, NULL when that cannot be told. */
const char *jb_item_topic(const JbBinder *b, const JbSentence *state, const JbItem *item);
/* The same for what is only measured, with what stands behind its examples or its attribute. */
const char *jb_topic_of_measure(const JbBinder *b, const JbSentence *state, const JbItem *item);
/* 市场主体|快速增长: what is spoken of, without how it does. */
JbSlice jb_without_state(JbSlice text);
/* What the clause before says to do well: 战略性新兴产业|加快成长，增加值…; NULL when it says that of nothing. */
const char *jb_topic_of_state(const JbBinder *b, const JbSentence *state, const JbItem *item);
/* Whose share of a whole it is, by the clause before: 信息经济引领发展，|占生产总值比重; NULL when that is not told. */
const char *jb_whose_share(const JbBinder *b, const JbSentence *state, const JbItem *item);
/* What a clause between the last figure and this one speaks of: …，非公有制经济快速发展，|占比重61%. */
const char *jb_spoken_between(const JbBinder *b, const JbSentence *state, const JbItem *item);
void jb_item_mend_name(const JbBinder *b, const JbSentence *state, JbItem *item); /* a name that says nothing alone */
const char *jb_code_of(const JbBinder *b, const JbSentence *state, const char *name);
gboolean jb_names_stock(const JbItem *item);                  /* 总数达270家 */
const char *jb_stock_of(const JbBinder *b, const char *noun); /* 新增高新技术企业 → 高新技术企业 */
gboolean jb_item_is_gap(const JbItem *item);                  /* 高于全国2个百分点 */
gboolean jb_verb_moves(const JbItem *item);                   /* 带动X增长N%: the verb is no part of the name */
/* The noun behind a number (behind.c): does it name the quantity, a part of a whole before it, or what is counted? */
gboolean jb_takes_noun_behind(const JbItem *item);
gboolean jb_owns_part_behind(const JbItem *item);
const char *jb_with_noun_behind(const JbBinder *b, JbSentence *state, const JbItem *item);
void jb_name_by_part(const JbBinder *b, JbSentence *state, JbItem *item);
/* What money is for (purpose.c), NULL when that is not told right behind. */
const char *jb_name_by_purpose(const JbBinder *b, const JbSentence *state, const JbItem *item);
void jb_name_by_noun_behind(const JbBinder *b, JbSentence *state, JbItem *item);
void jb_sentence_remember(JbSentence *state, const JbItem *item);

JbSlice jb_said_before(const JbSentence *state, const JbItem *item); /* the sentence up to the number */
/* The code that a fact gets, owned by the facts (code.c); may name it by its use or its part. */
const char *jb_item_code(const JbBinder *b, const JbSentence *state, JbItem *item);
void jb_item_measure(JbItem *item);
JbPeriod jb_item_period(const JbBinder *b, const JbSentence *state, JbItem *item);
JbStatus jb_item_status(const JbBinder *b, const JbSentence *state, JbItem *item, JbPeriod period);
JbBound jb_item_bound(JbItem *item);

/* Do the clauses before a number speak of a district, a zone or a park, not of the whole area? */
gboolean jb_code_has_parts(const char *code); /* is the indicator given for parts of an area too? */
gboolean jb_speaks_of_part(const JbBinder *b, JbSlice before, JbSlice *part); /* `part`: its name, empty for none */
gboolean jb_compares_with_whole(const JbBinder *b, JbSlice behind); /* …增长5.8%|、高于全市0.9个百分点 */
gboolean jb_speaks_of_partners(JbSlice before); /* 与沿线国家经贸合作, …|进出口增长5% */
/* Might the paragraph before a sentence speak of a part? What contradicts the area's own figure then is the part's. */
gboolean jb_may_be_part(JbSlice before);
/* The places that a clause lists: 推动东城区转型、西城区发展. Returns how many, 0 when some entry is no place. */
guint jb_parts_listed(JbSlice clause, JbSlice *parts, guint max);

/* A paragraph that says how the fact came about: the words read and the rule behind each field. */
void jb_item_explain(const JbBinder *b, const JbSentence *state, const JbItem *item, const JbFact *fact, GString *out);

#endif
