/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_ACTS_H
#define JB_WORDING_ACTS_H
/* The verbs of a name: what was done. */
#include "wording/nouns.h"

enum { JB_MOST_VERBS = 8 };

typedef struct {
  const char *done[JB_MOST_VERBS]; /* participles, in order */
  const JbToken *only;             /* the verb, when there is one alone */
  const char *front;               /* 新增 before a verb that it does not join */
  guint n;
  gboolean is_either; /* 新建或改建, 新改建: or */
  gboolean is_odd;    /* two verbs in a row that are no pair known: 压缩承诺时限 */
  gboolean takes_act; /* 推进建设绿道: the next word is an act, and it is the object */
} JbVerbs;

/* Verbs, what joins them, and words that say nothing before them, from the start. Gives where their object begins. */
guint jb_take_verbs(const JbComposer *composer, JbRange range, JbVerbs *verbs);
/* "built, renovated or expanded"; NULL when there is none. */
const char *jb_verbs_text(JbArena *arena, const JbVerbs *verbs);
/* 项目开工, 项目竣工投产: verbs behind their noun that are no mere act. Cuts them off the range. */
void jb_take_trailing_verbs(const JbComposer *composer, JbRange *range, JbVerbs *verbs);

/* 实施, 启动: what they take is itself an act. */
gboolean jb_takes_acts(const JbToken *token);
/* 改造, 培训: changes or serves a thing, so it may as well say what a thing is for. */
gboolean jb_is_work(const JbToken *token);
/* 注册, 应用: before a noun rather its modifier than what was done to it. */
gboolean jb_is_nominal(const JbToken *token);

#endif
