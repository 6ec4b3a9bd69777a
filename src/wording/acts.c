/* SPDX-License-Identifier: Apache-2.0 */
/* Verbs: which of them say what was done, which what a thing is for. */
#include "wording/acts.h"

#include "base/words.h"
#include "wording/senses.h"

#include <string.h>

/* "built or expanded" as the two that it is, so that they stand in one list with others. */
static void
add_apart(JbArena *arena, JbVerbs *verbs, const char *en)
{
  static const char *const joints[] = {" or ", " and "};
  for (gsize i = 0; i < G_N_ELEMENTS(joints) && verbs->n < JB_MOST_VERBS; i++) {
    const char *joint = strstr(en, joints[i]);
    if (joint == NULL)
      continue;
    verbs->is_either |= i == 0;
    verbs->done[verbs->n++] = jb_arena_copy(arena, en, (gsize)(joint - en));
    en = joint + strlen(joints[i]);
  }
  if (verbs->n < JB_MOST_VERBS)
    verbs->done[verbs->n++] = en;
}

static void
add_verb(JbArena *arena, JbVerbs *verbs, const char *en, const JbToken *only)
{
  for (guint i = 0; i < verbs->n; i++)
    if (strcmp(verbs->done[i], en) == 0) { /* 入库备案: registered once is enough */
      verbs->only = only != NULL ? verbs->only : NULL;
      return;
    }
  if (verbs->n == 1) { /* 制定修订和废止: formulated, revised or abolished */
    verbs->n = 0;
    add_apart(arena, verbs, verbs->done[0]);
  }
  if (verbs->n > 0)
    add_apart(arena, verbs, en);
  else
    verbs->done[verbs->n++] = en;
  verbs->only = verbs->n == 1 ? only : NULL;
}

static JbWordClass
class_at(const JbComposer *c, JbRange range, guint i)
{
  return i < range.to ? c->tokens[i].class : JB_WORD_CLASS_STOP;
}

gboolean
jb_is_work(const JbToken *token)
{
  static const char *const acts[] = {"改造", "整治", "治理", "修复", "提升", "更新", "培训", "研究", "帮扶", "保护",
                                     "养护", "维修", "检测", "管理", "处理", "回收", "利用", "转化", "孵化", "加工",
                                     "生产", "设计", "监测", "养殖", "种植", "扩建", "合作", "安置", "救助", "服务",
                                     "租赁", "交易", "护理", "搬迁", "转型", "扶持", "升级", "建设", "减排", "节能"};
  return token->class == JB_WORD_CLASS_VERB && token->other != NULL &&
         jb_match_end(token->zh, acts, G_N_ELEMENTS(acts)) > 0;
}

gboolean
jb_is_nominal(const JbToken *token)
{
  static const char *const words[] = {"承诺", "应用", "注册", "计划", "储备", "生产", "运营", "运行", "发展", "销售",
                                      "设计", "监管", "教育", "示范", "创新", "检查", "审批", "消费", "登记", "投入",
                                      "转型", "服务", "管理", "收费", "招生", "覆盖", "参与", "援助", "评审", "监督",
                                      "补偿", "测试", "检验", "保障", "交易", "建造", "研究", "租赁"};
  return token->class == JB_WORD_CLASS_VERB && token->other != NULL && jb_is_any(token->zh, words, G_N_ELEMENTS(words));
}

gboolean
jb_takes_acts(const JbToken *token)
{
  static const char *const words[] = {"推进", "启动", "支持", "推动", "促进", "加强", "获批", "完成", "实施",
                                      "开展", "落实", "谋划", "规划", "参与", "鼓励", "引导"};
  return token->class == JB_WORD_CLASS_VERB && jb_is_any(token->zh, words, G_N_ELEMENTS(words));
}

/* 培训基地, 改造项目: training bases, renovation projects. The verb says what the thing is for, not what was done. */
static gboolean
modifies(const JbComposer *c, JbRange range, guint i, const JbVerbs *verbs)
{
  static const char *const things[] = {"项目", "工程", "任务", "试点", "行动", "方案", "措施"};
  static const char *const places[] = {"基地", "中心", "平台", "机构", "设施", "站", "企业", "园区"};
  static const char *const begun[] = {"开工", "新开工", "启动", "推进", "完成", "竣工", "加快"}; /* 开工建设: done */
  static const char *const efforts[] = {"行动", "任务", "措施", "方案", "计划"};
  JbSlice zh = c->tokens[i].zh;
  if (i == range.from && i + 2 == range.to && c->tokens[i].other != NULL && !jb_takes_acts(&c->tokens[i]) &&
      jb_is_any(c->tokens[i + 1].zh, efforts, G_N_ELEMENTS(efforts)))
    return TRUE; /* 保障行动 */
  gboolean is_listed = i > range.from && (c->tokens[i - 1].class == JB_WORD_CLASS_AND || /* 新增、升级改造驿站 */
                                          (verbs->n > 0 && jb_slice_is(c->tokens[i - 1].zh, "新建")));
  if (is_listed || i + 1 >= range.to || jb_match_any(zh, begun, G_N_ELEMENTS(begun)) > 0 || !jb_is_work(&c->tokens[i]))
    return FALSE;
  JbSlice next = c->tokens[i + 1].zh;
  gsize thing = jb_match_end(next, things, G_N_ELEMENTS(things));
  static const char *const acts[] = {"任务", "行动", "方案", "措施"};
  if (i == range.from) /* 改造项目, 保护专项行动; but 建设重点项目 has an object */
    return thing > 0 && (thing == next.len || jb_match_end(next, acts, G_N_ELEMENTS(acts)) > 0);
  static const char *const done[] = {"建设", "提升", "升级"}; /* 布局建设平台: done to it */
  return thing > 0 || (verbs->n > 0 && jb_match_end(zh, done, G_N_ELEMENTS(done)) == 0 &&
                       jb_match_end(next, places, G_N_ELEMENTS(places)) > 0);
}

/* 新增和改造绿地: added is a verb here; 新增入驻企业: new companies that did something. */
static gboolean
take_front(const JbComposer *c, JbRange range, guint i, JbVerbs *verbs)
{
  const JbToken *token = &c->tokens[i];
  if (token->class != JB_WORD_CLASS_FRONT)
    return FALSE;
  JbWordClass next = class_at(c, range, i + 1);
  gboolean joins = next == JB_WORD_CLASS_AND && class_at(c, range, i + 2) == JB_WORD_CLASS_VERB;
  /* 更新、新建健身路径: and so it is behind another. */
  joins |= i > range.from && c->tokens[i - 1].class == JB_WORD_CLASS_AND && verbs->n > 0;
  joins |= jb_slice_is(token->zh, "新建") && next == JB_WORD_CLASS_VERB &&
           (jb_is_work(&c->tokens[i + 1]) || jb_slice_starts(c->tokens[i + 1].zh, "新")) &&
           !modifies(c, range, i + 1, verbs); /* 新建修复管网: built or repaired */
  if (token->other != NULL && joins) {
    add_verb(c->arena, verbs, token->other, NULL);
    return TRUE;
  }
  if (next != JB_WORD_CLASS_VERB || verbs->n > 0)
    return FALSE;
  verbs->front = token->en;
  return TRUE;
}

/*
 * 出台促进民营经济发展: the measures that were issued are left out; 推出优化营商环境举措: the second verb is theirs, not
 * what was done to them.
 */
static gboolean
lacks_head(const JbComposer *c, JbRange range, guint i)
{
  static const char *const issued[] = {"出台", "制定", "印发", "发布", "推出", "落实", "修订", "执行"};
  static const char *const measures[] = {"举措", "措施", "政策", "方案", "办法", "意见", "行动", "条例",
                                         "资金", "机制", "经费", "标准", "制度", "体系", "系统", "计划"};
  if (i == range.from || !(jb_takes_acts(&c->tokens[i]) || jb_is_work(&c->tokens[i])))
    return FALSE;
  return jb_match_any(c->tokens[i - 1].zh, issued, G_N_ELEMENTS(issued)) > 0 ||
         jb_match_end(c->tokens[range.to - 1].zh, measures, G_N_ELEMENTS(measures)) > 0;
}

/* 建成服务站点: the second verb is what the thing is for. */
static gboolean
opens_object(const JbComposer *c, JbRange range, guint i)
{
  static const char *const things[] = {"站点", "平台", "中心", "基地",   "单位", "项目", "系统", "场景", "设施",
                                       "阵地", "专区", "网点", "示范区", "企业", "人才", "房",   "房源"};
  return i + 1 < range.to && jb_is_nominal(&c->tokens[i]) && c->tokens[i + 1].class == JB_WORD_CLASS_NOUN &&
         jb_match_end(c->tokens[i + 1].zh, things, G_N_ELEMENTS(things)) > 0;
}

/* 开通运营航线: opened and operated, a pair that is known. */
static gboolean
is_second_of_pair(const JbToken *token)
{
  static const char *const seconds[] = {"运营", "运行"};
  return jb_is_any(token->zh, seconds, G_N_ELEMENTS(seconds));
}

/* The participle for what stands last in the range, its object; acts, words that say nothing and amounts aside. */
static const char *
participle(const JbComposer *c, JbRange range, const JbToken *verb)
{
  static const char *const begins[] = {"启动", "开工"}; /* 启动老旧小区改造: the renovation was launched */
  const JbToken *end = range.to > range.from ? &c->tokens[range.to - 1] : verb;
  if (jb_match_any(verb->zh, begins, G_N_ELEMENTS(begins)) > 0 && end->class == JB_WORD_CLASS_VERB &&
      end->other != NULL)
    return verb->en;
  while (range.to > range.from && (c->tokens[range.to - 1].class == JB_WORD_CLASS_DROP ||
                                   c->tokens[range.to - 1].class == JB_WORD_CLASS_VERB ||
                                   c->tokens[range.to - 1].class == JB_WORD_CLASS_ADVERB))
    range.to--;
  const char *en = range.to > range.from ? jb_sense(verb->zh, c->tokens[range.to - 1].zh) : NULL;
  return en != NULL ? en : verb->en;
}

guint
jb_take_verbs(const JbComposer *c, JbRange range, JbVerbs *verbs)
{
  guint i = range.from, behind = range.from, in_line = 0;
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
    verbs->is_either |= token->class == JB_WORD_CLASS_AND && verbs->n > 0 && jb_slice_is(token->zh, "或");
    if (token->class == JB_WORD_CLASS_VERB) {
      gboolean in_a_row = behind == i && verbs->n > 0 && token->other != NULL;
      verbs->takes_act = in_a_row && jb_takes_acts(&c->tokens[i - 1]);
      if (verbs->takes_act || (in_a_row && verbs->n == 1 && opens_object(c, range, i)))
        break;
      verbs->is_odd |= in_a_row && jb_slice_is(c->tokens[i - 1].zh, "获"); /* 获推广案例: what was won is not said */
      verbs->is_odd |= behind == i && verbs->n > 0 && jb_slice_ends(c->tokens[i - 1].zh, "企业"); /* 支持企业开展 */
      verbs->is_odd |= in_a_row && ((jb_is_nominal(token) && !is_second_of_pair(token)) || lacks_head(c, range, i));
      in_line = behind == i ? in_line + 1 : 1;
      verbs->is_odd |= in_line > 2; /* three with nothing between them are no list */
      gboolean newly = i == range.from + 1 && jb_slice_is(c->tokens[i - 1].zh, "新");
      if (newly) /* 新认证: newly certified */
        add_verb(c->arena, verbs, jb_arena_printf(c->arena, "newly %s", participle(c, range, token)), NULL);
      else
        add_verb(c->arena, verbs, participle(c, range, token), token);
      behind = i + 1;
    } else if (!passes)
      break;
    else if (token->class == JB_WORD_CLASS_DE || token->class == JB_WORD_CLASS_DROP)
      behind = i + 1;
  }
  return behind;
}

void
jb_take_trailing_verbs(const JbComposer *c, JbRange *range, JbVerbs *verbs)
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
  static const char *const does[] = {"开展", "实施", "进行"}; /* 企业开展数字化转型 */
  for (guint i = end; i < range->to; i++)
    if (c->tokens[i].class == JB_WORD_CLASS_VERB &&
        !(i + 1 < range->to && c->tokens[i + 1].class == JB_WORD_CLASS_VERB &&
          jb_is_any(c->tokens[i].zh, does, G_N_ELEMENTS(does))))
      add_verb(c->arena, verbs, participle(c, *range, &c->tokens[i]), &c->tokens[i]);
  range->to = end;
}

const char *
jb_verbs_text(JbArena *arena, const JbVerbs *verbs)
{
  return jb_list_words(arena, verbs->done, verbs->n, verbs->is_either ? " or " : " and ");
}
