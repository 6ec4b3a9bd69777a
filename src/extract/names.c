/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/names.h"

#include "base/utf8.h"
#include "base/words.h"
#include "extract/phrase.h"

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

static JbSlice
drop_chars(JbSlice text, gsize n)
{
  JbSlice head = jb_utf8_head(text, n);
  return jb_slice_sub(text, head.len, text.len);
}

static JbSlice
without_ascii_head(JbSlice text)
{
  gsize n = 0;
  while (n < text.len && (guchar)text.at[n] < 0x80)
    n++;
  return jb_slice_sub(text, n, text.len);
}

static gboolean
shares_tail(JbSlice part, const char *const *tails, guint n)
{
  static const char *const ends[] = {"额", "率", "量", "数", "耗"};
  return jb_match_end(part, tails, n) > 0 || jb_match_end(part, ends, G_N_ELEMENTS(ends)) > 0;
}

/* 国家、|省|重点实验室: the level that a phrase begins with. Bytes, 0 when it begins with none. */
static gsize
level_at_head(JbSlice text)
{
  static const char *const levels[] = {"国家级", "自治区级", "国家", "自治区", "省级", "市级", "县级", "区级",
                                       "全国",   "城市",     "城镇", "农村",   "乡村", "公办", "民办", "普惠",
                                       "国有",   "民营",     "境内", "境外",   "国内", "国外", "入境", "中央",
                                       "省",     "市",       "区",   "县",     "镇"};
  return jb_match_any(text, levels, G_N_ELEMENTS(levels));
}

/* 新兴产业、高新技术产业|产值占比: what stands in the last part behind the word that both things end with. Bytes of
 * `last` before it, 0 when they share no such word. */
static gsize
behind_shared_word(JbSlice part, JbSlice last)
{
  /* what goes on in a longer word: 信贷|款, 产业园|区, 友城|市, 孤儿|童 */
  static const char *const ends[] = {"区", "级", "款", "市", "险", "童", "站", "程", "口", "员", "金", "湖区"};
  gsize best = 0, longest = 0;
  for (gsize n = 1; n <= part.len && n <= strlen("某某某某"); n++) {
    JbSlice word = jb_slice_sub(part, part.len - n, part.len);
    if (((guchar)word.at[0] & 0xC0) == 0x80 || word.len < strlen("某"))
      continue;
    for (gsize at = strlen("某"); at + n < last.len; at++)
      if (memcmp(last.at + at, word.at, n) == 0 && n > longest &&
          jb_match_any(jb_slice_sub(last, at + n, last.len), ends, G_N_ELEMENTS(ends)) == 0) {
        best = at + n;
        longest = n;
      }
  }
  return best;
}

/* 城镇、农村居民人均可支配收入: the first part takes the tail of the last. */
static const char *
with_tail(JbArena *arena, JbSlice part, JbSlice last, const JbCatalogue *catalogue)
{
  gboolean ascii = without_ascii_head(part).len == 0;
  gsize chars = jb_utf8_count(part);
  JbSlice tail = ascii ? without_ascii_head(last) : drop_chars(last, chars);
  gssize open_quote = jb_slice_find(tail, "“"), close_quote = jb_slice_find(tail, "”");
  if (close_quote >= 0 && (open_quote < 0 || open_quote > close_quote)) /* 刑事、“两抢”|警情 */
    tail = jb_slice_sub(tail, (gsize)close_quote + strlen("”"), tail.len);
  const char *joined = jb_arena_printf(arena, "%.*s%.*s", (int)part.len, part.at, (int)tail.len, tail.at);
  /* 生活垃圾和污水处理能力: what ends such names goes to each of them */
  static const char *const tails[] = {
      "进出口总额", "进出口额", "处理处置能力", "处置能力", "处理能力", "增加值", "产量",     "总产值",
      "产值",       "面积",     "余额",         "收入",     "总额",     "投资",   "平均浓度", "年均浓度",
      "浓度",       "排放量",   "排放总量",     "人数",     "比例",     "比重",   "覆盖率",   "利用率",
      "普及率",     "达标率",   "销售额",       "交易额",   "零售额",   "吞吐量", "发电量",   "用电量",
      "占比",       "起数",     "次数",         "低保标准", "标准",     "进出口"};
  gboolean open = !ascii && chars > 1 && jb_catalogue_code(catalogue, part) == NULL;
  if (open && level_at_head(part) == part.len && level_at_head(last) > 0) {
    JbSlice rest = jb_slice_sub(last, level_at_head(last), last.len);
    return jb_arena_printf(arena, "%.*s%.*s", (int)part.len, part.at, (int)rest.len, rest.at);
  }
  static const char *const insured[] = {"养老", "医疗", "失业", "工伤", "生育"};
  gssize insurance = jb_match_end(part, insured, G_N_ELEMENTS(insured)) > 0 ? jb_slice_find(last, "保险") : -1;
  if (open && insurance > 0) /* 企业职工养老、医疗和失业|保险扩面 */
    return jb_arena_printf(arena, "%.*s%.*s", (int)part.len, part.at, (int)(last.len - (gsize)insurance),
                           last.at + insurance);
  /* a share is wanted by each: 服务业、数字经济核心产业|增加值占比 */
  static const char *const shares[] = {"占比", "比重", "比例"};
  gsize of = jb_match_end(last, shares, G_N_ELEMENTS(shares));
  gboolean wants = (open && !shares_tail(part, tails, G_N_ELEMENTS(tails))) ||
                   (!ascii && of > 0 && jb_match_end(part, shares, G_N_ELEMENTS(shares)) == 0);
  gsize own = wants ? behind_shared_word(part, last) : 0;
  gssize whole = of > 0 ? jb_slice_find(last, "占") : -1; /* 生产总值、固定资产投资|占全省比重 */
  own = wants && own == 0 && whole > 0 && !jb_slice_ends(last, "占比") ? (gsize)whole : own;
  if (own > 0 && jb_catalogue_code(catalogue, jb_slice(joined)) == NULL)
    return jb_arena_printf(arena, "%.*s%.*s", (int)part.len, part.at, (int)(last.len - own), last.at + own);
  static const char *const trades[] = {"进出口", "出口", "进口"}; /* “新三样”、集成电路|出口 */
  gsize trade = jb_match_end(last, trades, G_N_ELEMENTS(trades));
  if (open && trade > 0 && trade < last.len && jb_match_end(part, trades, G_N_ELEMENTS(trades)) == 0 &&
      !shares_tail(part, tails, G_N_ELEMENTS(tails)))
    return jb_arena_printf(arena, "%.*s%.*s", (int)part.len, part.at, (int)trade, last.at + last.len - trade);
  if (open)
    for (guint i = 0; i < G_N_ELEMENTS(tails); i++)
      if (jb_slice_ends(last, tails[i]) && (chars <= 4 || strcmp(tails[i], "低保标准") != 0) && jb_utf8_count(last) > jb_utf8_count(jb_slice(tails[i])) &&
          !shares_tail(part, tails, G_N_ELEMENTS(tails)) && jb_catalogue_code(catalogue, jb_slice(joined)) == NULL)
        return jb_arena_printf(arena, "%.*s%s", (int)part.len, part.at, tails[i]);
  gboolean wanting = ascii || (chars <= 3 && !shares_tail(part, tails, G_N_ELEMENTS(tails))) ||
                     jb_catalogue_code(catalogue, jb_slice(joined)) != NULL;
  if (jb_catalogue_code(catalogue, part) != NULL && !ascii) {
    /* 出口、进口|整体通关时间: the end of a name that begins with another of the catalogue's */
    gboolean siblings = jb_catalogue_code(catalogue, jb_utf8_head(last, chars)) != NULL &&
                        jb_catalogue_code(catalogue, last) == NULL;
    wanting = siblings || jb_catalogue_code(catalogue, jb_slice(joined)) != NULL;
  }
  return wanting && tail.len > 0 ? joined : jb_arena_copy(arena, part.at, part.len);
}

/* 财政收入、支出: a short last part takes the head of the first. */
static const char *
with_head(JbArena *arena, JbSlice part, JbSlice first, const JbCatalogue *catalogue)
{
  static const char *const measures[] = {"产量", "总产量", "单产", "货值", "产值", "销量", "销售额", "收入", "金额"};
  static const char *const others[] = {"播种面积", "种植面积", "销售面积", "成交面积", "面积", "运输量", "饲养量", "出栏量", "人数", "人次"};
  gsize chars = jb_utf8_count(part), whole = jb_utf8_count(first), own = jb_match_end(first, others, G_N_ELEMENTS(others));
  if (own > 0 && own < first.len && jb_is_any(part, measures, G_N_ELEMENTS(measures))) /* 粮食|播种面积和产量 */
    return jb_arena_printf(arena, "%.*s%.*s", (int)(first.len - own), first.at, (int)part.len, part.at);
  gssize had = jb_slice_find(first, "拥有"); /* 每千人拥有|医师数和|床位数 */
  if (had > 0 && chars <= 4)
    return jb_arena_printf(arena, "%.*s%.*s", (int)((gsize)had + strlen("拥有")), first.at, (int)part.len, part.at);
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
    names[i] = owned != NULL ? owned
               : i + 1 < n   ? with_tail(arena, parts[i], parts[n - 1], catalogue)
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
  return jb_is_any(name, words, G_N_ELEMENTS(words));
}
