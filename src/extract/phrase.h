/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_EXTRACT_PHRASE_H
#define JB_EXTRACT_PHRASE_H
/* The words right before a number, read from right to left, and names made of what remains. */
#include "extract/words.h"

typedef struct {
  JbSlice subject;   /* what is left of the text before the number: noun phrase, verb and object, or nothing */
  JbSlice changed;   /* the word of change: 提升 */
  JbWordRole change; /* UP, DOWN or NONE */
  JbWordRole reach;  /* REACH, HOLD, IS or NONE */
  JbBound bound;
  gboolean average;   /* 年均 */
  gboolean each_year; /* 每年, 持续 */
  gboolean respective, from, total, estimate, done;
  gboolean to_level; /* 提高到: the change has a goal */
  gboolean growing;  /* a growth is what moves: 从一季度下降10%到全年增长3% */
} JbLead;

JbLead jb_lead_parse(JbSlice left);

/* Byte of the 约 of 产量|约占全国, which bounds the share behind it; text.len when there is none. */
gsize jb_about_share_at(JbSlice text);

/* The words between the two ends of 从…到…, for the lead of the second. FALSE when they lead to no end. */
gboolean jb_lead_to_end(JbSlice between, JbLead *lead);

typedef struct {
  JbSlice verb;   /* the verbs that open the phrase, with what joins them: 改造提升 */
  JbSlice object; /* the rest */
  gint sign;      /* of the verb: -1 压减 */
  gboolean is_light;
} JbVerbPhrase;

/* Splits verbs off the head of a phrase; `verb` is empty when it opens with none. */
JbVerbPhrase jb_verb_phrase(JbSlice phrase);

/* A phrase without dates and openers at its head and joints at its ends. */
JbSlice jb_phrase_clean(JbSlice phrase);

/* A list mark at the head: （43） 60. 二是 ① ; bytes, 0 when there is none. */
gsize jb_list_mark_len(JbSlice text);

/* Only the joints at its end. */
JbSlice jb_phrase_clean_end(JbSlice phrase);

/* 、 和 及 与 以及 at byte `at`, unless they are part of a word (普及, 和谐). Bytes, 0 when there is none. */
gsize jb_joint_at(JbSlice text, gsize at);

/* Skips them at the head. */
JbSlice jb_skip_joints(JbSlice text);

#endif
