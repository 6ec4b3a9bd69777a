/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs: quantities joined by nothing but 和 or 、 share the words before them, and each has a name of a list: of the
 * subject (城乡居民收入分别增长6%和7%), of the quantities before, of the places in the clause before.
 */
#include "base/utf8.h"
#include "base/words.h"
#include "extract/item.h"
#include "extract/names.h"

#include <string.h>

/* How many quantities from `i` on are joined by nothing but 和 or 、: 6%和7.4%. */
guint
jb_run_length(JbSlice text, const JbQuantity *q, guint i, guint n)
{
  guint run = 1;
  while (i + run < n) {
    const JbQuantity *a = &q[i + run - 1], *b = &q[i + run];
    JbSlice between = jb_slice_sub(text, MIN(a->tail, b->start), b->start);
    gboolean same = a->word == b->word && a->ratio == 0 && !a->is_low && !b->is_high;
    if (jb_slice_starts(between, "，与")) /* 友城达到17个，|与191个国家|往来 */
      break;
    if (!same || between.len == 0 || jb_skip_joints(between).len > 0)
      break;
    run++;
  }
  return run;
}

/* The words of its own that a quantity of a run has before it: 分别完成约900亿元、|超|1200亿元. */
JbLead
jb_run_lead(JbSlice text, const JbQuantity *before, const JbQuantity *q)
{
  return jb_lead_parse(jb_skip_joints(jb_slice_sub(text, MIN(before->tail, q->start), q->start)));
}

/* The same, each in its own unit and with its own bound: 绿地率、人均公园面积分别达到41%、12平方米. Without 分别 they
 * share the bound, and nothing stands behind the last: 播种面积、产量稳定在455万亩、190万吨。 */
guint
jb_run_length_apart(JbSlice text, const JbQuantity *q, guint i, guint n, gboolean respective)
{
  static const char *const marks[] = {"，", "。", "；", "、", "（", "！"};
  guint run = 1;
  for (; i + run < n; run++) {
    const JbQuantity *a = &q[i + run - 1], *b = &q[i + run];
    JbSlice between = jb_slice_sub(text, MIN(a->tail, b->start), b->start);
    JbLead own = jb_run_lead(text, a, b);
    gboolean alone = a->ratio == 0 && b->ratio == 0 && !a->is_low && !b->is_high;
    if (!alone || jb_joint_at(between, 0) == 0 || own.subject.len > 0 || own.change != JB_WORD_NONE ||
        own.reach != JB_WORD_NONE || own.from || (!respective && own.bound != JB_BOUND_EQ))
      break;
  }
  JbSlice behind = jb_slice_sub(text, q[i + run - 1].tail, text.len);
  gboolean ends = behind.len == 0 || jb_match_any(behind, marks, G_N_ELEMENTS(marks)) > 0;
  return respective || (ends && q[i].word != q[i + run - 1].word) ? run : 1;
}

/* Are the last `run` quantities levels of different things? 接待游客X，实现旅游收入Y，分别增长… */
static gboolean
listed_before(const JbSentence *state, guint run)
{
  if (state->n_recent < run)
    return FALSE;
  for (guint i = state->n_recent - run; i < state->n_recent; i++) {
    if (!state->recent_is_level[i])
      return FALSE;
    for (guint k = i + 1; k < state->n_recent; k++)
      if (strcmp(state->recent[i], state->recent[k]) == 0)
        return FALSE;
  }
  return TRUE;
}

/* The last `run` things that were counted, rates of them left out: 办理建议29件、提案48件，办复率100%，满意率分别… NULL
 * when there are none. */
static const char *const *
things_before(const JbSentence *state, guint run)
{
  JbSentence before = *state;
  while (before.n_recent > 0 && g_str_has_suffix(before.recent[before.n_recent - 1], "率"))
    before.n_recent--;
  return listed_before(&before, run) ? state->recent + before.n_recent - run : NULL;
}

/* 总量分别达到500亿元、440亿元: another measure of the things just listed. */
static gboolean
with_own_measure(const JbBinder *b, const JbSentence *state, const JbItem *first, guint run, const char **names)
{
  JbSlice measure = first->lead.subject;
  gboolean listed = state->n_names != run && jb_has(first->clause, "分别");
  const char *const *of = state->n_names == run ? state->names : listed ? things_before(state, run) : NULL;
  if (of == NULL || !jb_name_is_generic(measure))
    return FALSE;
  const char *own = jb_slice_is(measure, "投资") && jb_has(first->clause, "完成投资")
                        ? "完成投资"
                        : jb_arena_copy(b->arena, measure.at, measure.len);
  for (guint i = 0; i < run; i++)
    names[i] = jb_arena_printf(b->arena, "%s%s", of[i], g_str_has_suffix(of[i], own) ? "" : own);
  return TRUE;
}

/* 推动东城区转型、西城区发展，总量分别突破600亿元、500亿元: one for each of the places in the clause before. */
static gboolean
names_of_parts(const JbBinder *b, const JbSentence *state, const JbItem *first, guint run, const char **names)
{
  JbSlice parts[JB_MAX_NAMES], what = first->lead.subject;
  if (jb_parts_listed(jb_clause_before(state, first), parts, JB_MAX_NAMES) != run)
    return FALSE;
  for (guint i = 0; i < run; i++)
    names[i] = jb_arena_printf(b->arena, "%.*s%.*s", (int)parts[i].len, parts[i].at, (int)what.len, what.at);
  return TRUE;
}

/* 轨道交通、航空航天等产业加快培育，产值分别增长10%、40%: a measure of each of the things that the clause before lists.
 */
static gboolean
measures_of_topic(const JbBinder *b, const JbSentence *state, const JbItem *first, guint run, const char **names)
{
  JbSlice measure = first->lead.subject;
  JbSlice before = jb_phrase_clean(jb_clause_before(state, first));
  gssize deng = jb_slice_find(before, "等");
  JbVerbPhrase phrase = jb_verb_phrase(jb_slice_sub(before, 0, deng > 0 ? (gsize)deng : before.len));
  if (!jb_name_is_measure(measure) || !jb_has(first->clause, "分别") || jb_has_digit(phrase.object) ||
      !jb_has(phrase.object, "、") || !jb_names_split_into(b->arena, phrase.object, run, names, b->catalogue))
    return FALSE;
  for (guint i = 0; i < run; i++)
    if (jb_utf8_count(jb_slice(names[i])) > 10)
      return FALSE;
  for (guint i = 0; i < run; i++)
    names[i] = jb_arena_printf(b->arena, "%s%.*s", names[i], (int)measure.len, measure.at);
  return TRUE;
}

/* 建成示范镇8个、示范村54个，占全省13%和39%: of each of the things just counted. */
static gboolean
parts_of_whole(const JbBinder *b, const JbSentence *state, const JbItem *first, guint run, const char **names)
{
  JbSlice whole = first->lead.subject;
  gboolean run_before = state->n_names == run; /* 产量分别增长16%、9%，分别占全国14%、23% */
  if (!jb_slice_starts(whole, "占") || !jb_is_percent(first->q) || (!run_before && !listed_before(state, run)))
    return FALSE;
  const char *const *of = run_before ? state->names : state->recent + state->n_recent - run;
  for (guint i = 0; i < run; i++)
    names[i] = jb_arena_printf(b->arena, "%s%.*s", of[i], (int)whole.len, whole.at);
  return TRUE;
}

/* 集聚区对工业增长、就业创业的贡献率分别达到78%、55%: whose contribution, to each of the things. */
static gboolean
contributions(const JbBinder *b, const JbItem *first, guint run, const char **names)
{
  static const char word[] = "贡献率";
  JbSlice subject = first->lead.subject;
  gssize to = jb_slice_find(subject, "对");
  if (to < 0 || !jb_slice_ends(subject, word))
    return FALSE;
  JbSlice whose = jb_slice_sub(subject, 0, (gsize)to + strlen("对"));
  JbSlice things = jb_phrase_clean_end(jb_slice_sub(subject, whose.len, subject.len - strlen(word)));
  if (!jb_names_split_into(b->arena, things, run, names, b->catalogue))
    return FALSE;
  for (guint i = 0; i < run; i++)
    names[i] = jb_arena_printf(b->arena, "%.*s%s%s", (int)whose.len, whose.at, names[i], word);
  return TRUE;
}

/* The names of a run's quantities: its subject's, the list's before, or those of the quantities just spoken of. */
gboolean
jb_run_names(const JbBinder *b, const JbSentence *state, const JbItem *first, guint run, const char **names)
{
  static const char *const pace[] = {"增速", "涨幅", "增幅", "降幅", "增长率", "占比"};
  /* 存贷款余额分别达到…，增速分别达到… */
  if (first->own_subject && !jb_is_any(first->lead.subject, pace, G_N_ELEMENTS(pace)))
    return contributions(b, first, run, names) ||
           jb_names_split_into(b->arena, first->lead.subject, run, names, b->catalogue) ||
           names_of_parts(b, state, first, run, names) || with_own_measure(b, state, first, run, names) ||
           parts_of_whole(b, state, first, run, names) || measures_of_topic(b, state, first, run, names);
  if (state->n_names == run) {
    memcpy(names, state->names, sizeof names[0] * run);
    return TRUE;
  }
  /* 零售总额和进出口总值双双超过1万亿元、分别达…和… */
  if (state->noun != NULL && jb_names_split_into(b->arena, jb_slice(state->noun), run, names, b->catalogue))
    return TRUE;
  const char *topic = state->noun == NULL && first->lead.respective ? jb_item_topic(b, state, first) : NULL;
  if (topic != NULL && jb_names_split_into(b->arena, jb_slice(topic), run, names, b->catalogue))
    return TRUE; /* 城乡居民收入快于经济增长，分别达到… */
  gboolean grows = first->lead.change != JB_WORD_NONE && jb_is_percent(first->q); /* X…、Y…，增长12%和38% */
  if ((!first->lead.respective && !grows) || !listed_before(state, run))
    return FALSE;
  memcpy(names, state->recent + state->n_recent - run, sizeof names[0] * run);
  return TRUE;
}
