/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_EXTRACT_WORDS_H
#define JB_EXTRACT_WORDS_H
/* The words around a number, as tables: what stands right before it, and which verbs open or close a phrase. */
#include <jianbao/base.h>
#include <jianbao/fact.h>

/* A word of a table with its length: the tables are walked for every number. */
#define JB_WORD(text) .zh = text, .len = sizeof text - 1

/* What a word before a number says of it. */
typedef enum {
  JB_WORD_NONE,
  JB_WORD_UP,         /* 增长 提高 新增 */
  JB_WORD_DOWN,       /* 下降 减少 压减 */
  JB_WORD_REACH,      /* 达到 提高到 增至 */
  JB_WORD_HOLD,       /* 保持在 控制在 */
  JB_WORD_IS,         /* 为 完成 共有 */
  JB_WORD_BOUND,      /* 超过 不低于 近 约 */
  JB_WORD_AVERAGE,    /* 年均 */
  JB_WORD_EACH_YEAR,  /* 每年 连续 */
  JB_WORD_RESPECTIVE, /* 分别 */
  JB_WORD_FROM,       /* 从 由 */
  JB_WORD_TOTAL,      /* 累计 */
  JB_WORD_ESTIMATE,   /* 预计 */
  JB_WORD_SKIP,       /* 了 均 再 同比 */
} JbWordRole;

typedef struct {
  const char *zh;
  gsize len; /* bytes */
  JbWordRole role;
  JbBound bound; /* BOUND words */
} JbWord;

extern const JbWord jb_words_before[]; /* tables/before.c; ends with zh NULL */

extern const char *const jb_way_verbs[]; /* tables/before.c; ends with NULL */

/* A verb of a way with 到, 至 or 为 that `text` ends with: 提高到, 整合为. Bytes, 0 when there is none. */
gsize jb_way_before(JbSlice text);

/* The longest word that `text` ends with, NULL when there is none. */
const JbWord *jb_word_before(JbSlice text);

/* Verbs of work done that open a phrase (引进 新建 完成 发放) or join it; the longest at the head of `text`. */
typedef struct {
  const char *zh;
  gsize len;         /* bytes */
  gboolean is_light; /* says nothing on a label: 完成 实现 */
  gint sign;         /* -1: makes less (压减 减少), +1: more (增加), 0 neither */
} JbVerb;
extern const JbVerb jb_verbs[]; /* tables/verbs.c; ends with zh NULL */
const JbVerb *jb_verb_at(JbSlice text);
/* The longest verb of two characters or more that `text` ends with. */
const JbVerb *jb_verb_before(JbSlice text);

/* Byte of the first verb of two characters or more inside `text`; text.len when there is none. */
gsize jb_inner_verb_at(JbSlice text);

/* Words at the head of a phrase that are no part of a name: 同时 其中 全年 累计 着力. Bytes, 0 when there is none. */
gsize jb_opener_len(JbSlice text);

/* Bytes of the word that opens a predicate at the head of `text` (入驻, 全部, 已), 0 when it opens with none. */
gsize jb_predicate_begins(JbSlice text);

/* Does `text` begin with a place, as in 在全国推广, and not with a word like 在建? */
gboolean jb_is_place_frame(JbSlice text);

/* Byte where the predicate begins in the text behind a number: 28家|金融机构 ^入驻…; text.len when there is none. */
gsize jb_predicate_at(JbSlice text);

#endif
