/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/names.h"

#include "base/utf8.h"
#include "base/words.h"
#include "extract/phrase.h"
#include "extract/tails.h"

#include <string.h>

/* Which joints part the things that a phrase names. */
typedef enum {
  AT_ANY,   /* A、B和C */
  AT_COMMA, /* 金融业、软件和信息服务业: 和 belongs to a name */
  AT_AND,   /* 煤炭、钢铁行业和其他行业: 、 does */
  AT_QUOTE, /* “一次不跑”“最多一次”占比: any, and between two quotations */
} SplitAt;

static gsize
joint_at(JbSlice phrase, gsize i, SplitAt at)
{
  gsize n = jb_joint_at(phrase, i);
  gboolean comma = jb_slice_starts(jb_slice_sub(phrase, i, phrase.len), "、");
  return at == AT_ANY || at == AT_QUOTE || (at == AT_COMMA) == comma ? n : 0;
}

/* Two things in one word: what it is split into. */
static const struct {
  const char *both, *first, *second;
} pairs[] = {
    {.both = "城乡常住居民", .first = "城镇常住居民", .second = "农村常住居民"},
    {.both = "城乡居民", .first = "城镇居民", .second = "农村居民"},
    {.both = "城乡", .first = "城镇", .second = "农村"},
    {.both = "存贷款", .first = "存款", .second = "贷款"},
    {.both = "收支", .first = "收入", .second = "支出"},
    {.both = "产销量", .first = "产量", .second = "销量"},
    {.both = "内外资", .first = "内资", .second = "外资"},
    {.both = "客货吞吐量", .first = "旅客吞吐量", .second = "货物吞吐量"},
    {.both = "客货运量", .first = "客运量", .second = "货运量"},
};

static guint
split_pair(JbArena *arena, JbSlice phrase, const char **names)
{
  for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
    gssize at = jb_slice_find(phrase, pairs[i].both);
    if (at < 0)
      continue;
    JbSlice head = jb_slice_sub(phrase, 0, (gsize)at);
    JbSlice tail = jb_slice_sub(phrase, (gsize)at + strlen(pairs[i].both), phrase.len);
    names[0] = jb_arena_printf(arena, "%.*s%s%.*s", (int)head.len, head.at, pairs[i].first, (int)tail.len, tail.at);
    names[1] = jb_arena_printf(arena, "%.*s%s%.*s", (int)head.len, head.at, pairs[i].second, (int)tail.len, tail.at);
    return 2;
  }
  names[0] = jb_arena_copy(arena, phrase.at, phrase.len);
  return 1;
}

/* 财政收入、支出: a short last part takes the head of the first. */
static const char *
with_head(JbArena *arena, JbSlice part, JbSlice first, const JbCatalogue *catalogue)
{
  static const char *const measures[] = {"产量",   "总产量", "单产", "货值",     "产值",    "销量",
                                         "销售额", "收入",   "金额", "死亡人数", "受伤人数"};
  static const char *const others[] = {"播种面积", "种植面积", "销售面积", "成交面积", "面积", "运输量",
                                       "饲养量",   "出栏量",   "人数",     "人次",     "起数"};
  gsize chars = jb_utf8_count(part), whole = jb_utf8_count(first), own = jb_match_end(first, others, G_N_ELEMENTS(others));
  if (own > 0 && own < first.len && jb_is_any(part, measures, G_N_ELEMENTS(measures))) /* 粮食|播种面积和产量 */
    return jb_arena_printf(arena, "%.*s%.*s", (int)(first.len - own), first.at, (int)part.len, part.at);
  gssize had = jb_slice_find(first, "拥有"); /* 每千人拥有|医师数和|床位数 */
  if (had > 0 && chars <= 4)
    return jb_arena_printf(arena, "%.*s%.*s", (int)((gsize)had + strlen("拥有")), first.at, (int)part.len, part.at);
  static const char *const uses[] = {"利用", "使用", "实际利用",
                                     "实际使用"}; /* 利用外资、|投资: nobody uses investment */
  if (jb_slice_is(part, "投资") && jb_match_any(first, uses, G_N_ELEMENTS(uses)) > 0)
    return jb_arena_copy(arena, part.at, part.len);
  gboolean quoted = jb_slice_starts(first, "“") && jb_slice_ends(first, "”");
  if (chars <= 3 && whole > chars + 1 && !quoted && jb_catalogue_code(catalogue, part) == NULL) {
    JbSlice head = jb_utf8_head(first, whole - chars);
    if (jb_slice_starts(jb_slice_sub(first, head.len, first.len), "值")) /* 万元工业增加值|能耗和用水量 */
      head.len += strlen("值");
    return jb_arena_printf(arena, "%.*s%.*s", (int)head.len, head.at, (int)part.len, part.at);
  }
  /* 城镇居民人均可支配收入、农村居民 and the like keep their own words */
  if (chars == 2 && whole > 4) {
    JbSlice head = jb_utf8_head(first, whole - 2);
    const char *joined = jb_arena_printf(arena, "%.*s%.*s", (int)head.len, head.at, (int)part.len, part.at);
    if (jb_catalogue_code(catalogue, jb_slice(joined)) != NULL)
      return joined;
  }
  return jb_arena_copy(arena, part.at, part.len);
}

/* What is measured of the thing that the first part names: 规模以上工业总产值、|增加值和|实现利润. */
static gsize
measured_at_end(JbSlice part)
{
  static const char *const measures[] = {"增加值",       "总产值", "产值",       "利润总额", "利润",
                                         "主营业务收入", "营业收入", "营收",       "税收",     "利税",
                                         "产量",         "总投资额", "投资额",     "销售额",   "总投资",
                                         "用电量",       "资产总额"};
  return jb_match_end(part, measures, G_N_ELEMENTS(measures));
}

const char *
jb_name_with_owner(JbArena *arena, JbSlice part, JbSlice first)
{
  static const char *const done[] = {"实现", "完成"}, *const counts[] = {"项目数", "企业数"};
  JbSlice measure = jb_slice_sub(part, jb_match_any(part, done, G_N_ELEMENTS(done)), part.len);
  gsize own = measured_at_end(first);
  if (own == 0 && jb_match_end(first, counts, G_N_ELEMENTS(counts)) > 0)
    own = strlen("数");
  if (measure.len == 0 || measured_at_end(measure) != measure.len || own == 0 || own == first.len)
    return NULL;
  JbSlice owner = jb_slice_sub(first, 0, first.len - own); /* 园区|完成|营收 */
  own += jb_match_end(owner, done, G_N_ELEMENTS(done));
  if (own == first.len)
    return NULL;
  return jb_arena_printf(arena, "%.*s%.*s", (int)(first.len - own), first.at, (int)measure.len, measure.at);
}

/* Bytes of the head of 单位生产总值|能耗: of what output each it is; 0 when `first` is no use per output. */
static gsize
output_at_head(JbSlice first)
{
  static const char *const per[] = {"单位", "万元", "每万元"}, *const outputs[] = {"生产总值", "GDP", "增加值", "产值"};
  gsize end = 0;
  for (gsize at = jb_match_any(first, per, G_N_ELEMENTS(per)); at > 0 && at < first.len && end == 0; at++) {
    gsize n = jb_match_any(jb_slice_sub(first, at, first.len), outputs, G_N_ELEMENTS(outputs));
    end = n > 0 ? at + n : 0;
  }
  return end < first.len ? end : 0;
}

/* 单位生产总值能耗、|水耗和|二氧化碳排放; 实际利用省外资金、|境外资金: the head of the first is wanted by each. NULL: it is
 * not. */
static const char *
with_shared_head(JbArena *arena, JbSlice part, JbSlice first, const JbCatalogue *catalogue)
{
  static const char *const uses[] = {"水耗",   "地耗",           "电耗",         "用水量",
                                     "碳排放", "二氧化碳排放量", "二氧化碳排放", "碳排放量"};
  static const char *const verbs[] = {"实际利用", "实际使用", "实际到位", "实际引进", "引进"};
  gsize head = jb_is_any(part, uses, G_N_ELEMENTS(uses)) ? output_at_head(first) : 0;
  gsize verb = head == 0 ? jb_match_any(first, verbs, G_N_ELEMENTS(verbs)) : 0;
  const char *joined = jb_arena_printf(arena, "%.*s%.*s", (int)(head + verb), first.at, (int)part.len, part.at);
  gboolean known = verb > 0 && jb_catalogue_code(catalogue, part) == NULL &&
                   jb_catalogue_code(catalogue, jb_slice(joined)) != NULL;
  return head > 0 || known ? joined : NULL;
}

static guint
split(JbArena *arena, JbSlice phrase, SplitAt at, const char **names, guint max, const JbCatalogue *catalogue)
{
  JbSlice parts[16];
  guint n = 0;
  gsize from = 0, depth = 0;
  for (gsize i = 0; i < phrase.len;) {
    JbSlice rest = jb_slice_sub(phrase, i, phrase.len);
    guint len;
    jb_utf8_get(rest.at, &len);
    depth += jb_slice_starts(rest, "（") || jb_slice_starts(rest, "“");
    if (depth > 0 && (jb_slice_starts(rest, "）") || jb_slice_starts(rest, "”")))
      depth--;
    gboolean quotes = at == AT_QUOTE && depth == 1 && jb_slice_starts(rest, "“") &&
                      jb_slice_ends(jb_slice_sub(phrase, from, i), "”");
    gsize joint = depth == 0 ? joint_at(phrase, i, at) : 0;
    if ((joint > 0 || quotes) && i > from) {
      if (n + 1 >= MIN(max, G_N_ELEMENTS(parts)))
        return 0;
      parts[n++] = jb_slice_sub(phrase, from, i);
      from = i + joint;
    }
    i += joint > 0 ? joint : len;
  }
  parts[n++] = jb_slice_sub(phrase, from, phrase.len);
  if (n == 1)
    return split_pair(arena, phrase, names);
  for (guint i = 0; i < n; i++) {
    const char *owned = i > 0 ? jb_name_with_owner(arena, parts[i], parts[0]) : NULL;
    owned = i > 0 && owned == NULL ? with_shared_head(arena, parts[i], parts[0], catalogue) : owned;
    names[i] = owned != NULL ? owned
               : i + 1 < n   ? jb_name_with_tail(arena, parts[i], parts[n - 1], catalogue)
                             : with_head(arena, parts[i], parts[0], catalogue);
  }
  return n;
}

guint
jb_names_split(JbArena *arena, JbSlice phrase, const char **names, guint max, const JbCatalogue *catalogue)
{
  return split(arena, phrase, AT_ANY, names, max, catalogue);
}

gboolean
jb_names_split_into(JbArena *arena, JbSlice phrase, guint n, const char **names, const JbCatalogue *catalogue)
{
  static const char *const industries[] = {"第一产业", "第二产业", "第三产业"};
  gssize three = n == 3 ? jb_slice_find(phrase, "三次产业") : -1;
  for (guint i = 0; i < n && three >= 0; i++) { /* 三次产业|在建项目 */
    gsize end = (gsize)three + strlen("三次产业");
    names[i] = jb_arena_printf(arena, "%.*s%s%.*s", (int)three, phrase.at, industries[i], (int)(phrase.len - end),
                               phrase.at + end);
  }
  if (three >= 0)
    return TRUE;
  gssize each = jb_slice_find(phrase, "分别");
  if (each > 0) { /* 先进制造业、高技术制造业|分别|占… */
    const char *rest = phrase.at + each + strlen("分别");
    phrase = jb_slice(jb_arena_printf(arena, "%.*s%.*s", (int)each, phrase.at,
                                      (int)(phrase.at + phrase.len - rest), rest));
  }
  return split(arena, phrase, AT_ANY, names, n, catalogue) == n ||
         split(arena, phrase, AT_COMMA, names, n, catalogue) == n ||
         split(arena, phrase, AT_AND, names, n, catalogue) == n ||
         split(arena, phrase, AT_QUOTE, names, n, catalogue) == n;
}

JbSlice
jb_name_after_deng(JbSlice name)
{
  gssize at = jb_slice_find(name, "等");
  if (at < (gssize)strlen("某某某某"))
    return name;
  JbSlice after = jb_slice_sub(name, (gsize)at + strlen("等"), name.len);
  static const char *const words[] = {"级", "教育", "院校", "线", "候", "次"};
  return jb_match_any(after, words, G_N_ELEMENTS(words)) == 0 && jb_utf8_count(after) >= 2 ? after : name;
}

gboolean
jb_name_is_measure(JbSlice name)
{
  static const char *const measures[] = {"收入", "增加值", "产值", "利润", "税收", "总额", "销售额", "零售额",
                                         "交易额", "产量", "吞吐量", "发电量", "利税", "营收", "产销值"};
  return jb_match_end(name, measures, G_N_ELEMENTS(measures)) > 0 && jb_utf8_count(name) <= 7;
}

gboolean
jb_name_is_earned(JbSlice name)
{
  static const char *const words[] = {"增加值",   "主营业务收入", "到位资金", "签约金额",
                                      "签约总额", "实现增加值",   "年产值",   "年营业收入"};
  return jb_is_any(name, words, G_N_ELEMENTS(words));
}

gboolean
jb_name_is_generic(JbSlice name)
{
  static const char *const words[] = {
      "总投资",     "完成投资",     "投资",       "总额",       "总量",     "总数",     "占比",       "比重",
      "面积",       "总面积",       "建筑面积",   "总建筑面积", "资金",     "产值",     "总产值",     "营业收入",
      "营收",       "规模",         "金额",       "覆盖率",     "总里程",   "里程",     "人数",       "户数",
      "市场就业率", "劳务收入",     "销售额",     "交易额",     "数量",     "投资额",   "总金额",     "总规模",
      "计划总投资", "年度计划投资", "合同金额",   "协议投资",   "总长",     "全长",     "长度",       "增速",     "涨幅",
      "增幅",       "利润",         "收入",       "年度投资",   "计划投资", "总投资额", "用地面积",   "开工率",
      "完成率",     "达标率",       "合格率",     "协议总投资", "签约额",   "总签约额", "协议投资额", "成交额",
      "合同额",     "协议金额",     "项目总投资", "办复率",     "办结率",   "满意率"};
  gboolean short_enough = name.len <= strlen("年度计划投资"); /* no such word is longer */
  return short_enough && (jb_is_any(name, words, G_N_ELEMENTS(words)) || jb_name_is_earned(name));
}
