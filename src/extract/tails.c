/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the first things of a list take from the end of the last: 城镇、农村|居民人均可支配收入. Each rule says where in the last
 * name that end begins; the first that does decides.
 */
#include "extract/tails.h"

#include "base/utf8.h"
#include "base/words.h"
#include "extract/words.h"

#include <string.h>

/* One thing of a list beside the last one. */
typedef struct {
  const JbCatalogue *catalogue;
  JbSlice part, last;
  gsize chars;          /* of the part */
  gboolean is_ascii;    /* PM10 */
  gboolean is_open;     /* a word and no indicator: it may want an end */
  gboolean is_measured; /* it says what is measured itself */
  gboolean is_known;    /* with the end that is left when as many characters are dropped, it is an indicator */
} Want;

/* 生活垃圾和污水|处理能力: what ends such names goes to each of them. */
static const char *const measures[] = {
    "进出口总额", "进出口额", "处理处置能力", "处置能力", "处理能力", "增加值",   "产量",     "总产值",
    "产值",       "面积",     "余额",         "收入",     "总额",     "投资",     "平均浓度", "年均浓度",
    "浓度",       "排放量",   "排放总量",     "死亡人数", "亡人数",   "人数",     "比例",     "比重",
    "覆盖率",     "利用率",   "普及率",       "达标率",   "销售额",   "交易额",   "零售额",   "吞吐量",
    "发电量",     "用电量",   "占比",         "起数",     "次数",     "低保标准", "标准",     "进出口"};
static const char *const shares[] = {"占比", "比重", "比例"};
static const char *const trades[] = {"进出口", "出口", "进口", "贸易额", "贸易"};

static gboolean
is_measured(JbSlice part)
{
  static const char *const ends[] = {"额", "率", "量", "数", "耗", "资产"};
  return jb_match_end(part, measures, G_N_ELEMENTS(measures)) > 0 || jb_match_end(part, ends, G_N_ELEMENTS(ends)) > 0;
}

static gsize
ascii_head(JbSlice text)
{
  gsize n = 0;
  while (n < text.len && (guchar)text.at[n] < 0x80)
    n++;
  return n;
}

/* The end that is left of the last name when as many characters are dropped as the part has. */
static gsize
behind_as_many(const Want *want)
{
  gsize n = want->is_ascii ? ascii_head(want->last) : jb_utf8_head(want->last, want->chars).len;
  JbSlice tail = jb_slice_sub(want->last, n, want->last.len);
  gssize open = jb_slice_find(tail, "“"), close = jb_slice_find(tail, "”");
  return close >= 0 && (open < 0 || open > close) ? n + (gsize)close + strlen("”") : n; /* 刑事、“两抢”|警情 */
}

/* Bytes of the level that a phrase begins with, 0 when it begins with none. */
static gsize
level_at_head(JbSlice text)
{
  static const char *const levels[] = {"国家级", "自治区级", "国家", "自治区", "省级", "市级", "县级", "区级",
                                       "全国",   "城市",     "城镇", "农村",   "乡村", "公办", "民办", "普惠",
                                       "国有",   "民营",     "境内", "境外",   "国内", "国外", "入境", "中央",
                                       "省",     "市",       "区",   "县",     "镇"};
  return jb_match_any(text, levels, G_N_ELEMENTS(levels));
}

/* 国家、省|重点实验室. */
static gsize
behind_level(const Want *want)
{
  gsize level = level_at_head(want->last);
  return want->is_open && level > 0 && level_at_head(want->part) == want->part.len ? level : want->last.len;
}

/* 企业职工养老、医疗和失业|保险扩面. */
static gsize
at_insurance(const Want *want)
{
  static const char *const insured[] = {"养老", "医疗", "失业", "工伤", "生育"};
  gssize at = want->is_open && jb_match_end(want->part, insured, G_N_ELEMENTS(insured)) > 0
                  ? jb_slice_find(want->last, "保险")
                  : -1;
  return at > 0 ? (gsize)at : want->last.len;
}

/* Does it want what stands behind the word that both end with, or the whole that both are a share of? */
static gboolean
wants_share(const Want *want)
{
  return !want->is_known &&
         ((want->is_open && !want->is_measured) ||
          (!want->is_ascii && jb_match_end(want->last, shares, G_N_ELEMENTS(shares)) > 0 &&
           jb_match_end(want->part, shares, G_N_ELEMENTS(shares)) == 0));
}

/* 新兴产业、高新技术产业|产值占比: behind the longest word that the part ends with too. */
static gsize
behind_shared_word(const Want *want)
{
  /* what goes on in a longer word: 信贷|款, 产业园|区, 友城|市, 孤儿|童 */
  static const char *const goes_on[] = {"区", "级", "款", "市", "险",   "童", "站",
                                        "程", "口", "员", "金", "湖区", "域", "家"};
  /* of one character only what closes a word: 国考、省考|断面, but not 在职、退休职|工, 美国、沿线国|家 */
  static const char *const closing[] = {"建", "工", "级", "控", "考", "业", "区", "化", "品", "型",
                                        "路", "地", "案", "款", "市", "线", "港", "电", "林", "园",
                                        "镇", "村", "县", "车", "口", "国", "类", "额", "量", "”"};
  JbSlice part = want->part, last = want->last;
  gsize best = last.len, longest = 0;
  for (gsize n = strlen("某"); n <= part.len && n <= strlen("某某某某") && wants_share(want); n++) {
    JbSlice word = jb_slice_sub(part, part.len - n, part.len);
    gboolean is_word = n > strlen("某") || jb_is_any(word, closing, G_N_ELEMENTS(closing));
    if (((guchar)word.at[0] & 0xC0) == 0x80 || !is_word)
      continue;
    for (gsize at = strlen("某"); at + n < last.len; at++)
      if (memcmp(last.at + at, word.at, n) == 0 && n > longest &&
          jb_match_any(jb_slice_sub(last, at + n, last.len), goes_on, G_N_ELEMENTS(goes_on)) == 0) {
        best = at + n;
        longest = n;
      }
  }
  return best;
}

/* 生产总值、固定资产投资|占全省比重. */
static gsize
at_whole(const Want *want)
{
  gboolean is_share = wants_share(want) && jb_match_end(want->last, shares, G_N_ELEMENTS(shares)) > 0 &&
                      !jb_slice_ends(want->last, "占比");
  gssize at = is_share ? jb_slice_find(want->last, "占") : -1;
  return at > 0 ? (gsize)at : want->last.len;
}

/* “新三样”、集成电路|出口. */
static gsize
at_trade(const Want *want)
{
  gsize trade = jb_match_end(want->last, trades, G_N_ELEMENTS(trades));
  gboolean wants = want->is_open && !want->is_measured && trade < want->last.len && jb_verb_at(want->part) == NULL &&
                   jb_match_end(want->part, trades, G_N_ELEMENTS(trades)) == 0;
  return wants ? want->last.len - trade : want->last.len;
}

/* 生活垃圾、危险废物|处理处置能力; of 养老金、城镇低保|标准 no more than 标准. */
static gsize
at_measure(const Want *want)
{
  gboolean wants = want->is_open && !want->is_measured && !want->is_known;
  gsize measure = wants ? jb_match_end(want->last, measures, G_N_ELEMENTS(measures)) : 0;
  if (measure == strlen("低保标准") && want->chars > 4 && jb_slice_ends(want->last, "低保标准"))
    measure = strlen("标准");
  return measure < want->last.len ? want->last.len - measure : want->last.len;
}

/* 改造供热、燃气、排水|管网. */
static gsize
at_pipes(const Want *want)
{
  static const char *const carried[] = {"供热", "供水", "燃气", "排水", "热力", "污水", "雨水", "给水", "供气"};
  static const char *const pipes[] = {"管网", "管线", "管道"};
  gsize pipe = jb_match_end(want->part, carried, G_N_ELEMENTS(carried)) > 0
                   ? jb_match_end(want->last, pipes, G_N_ELEMENTS(pipes))
                   : 0;
  return want->last.len - pipe;
}

/* 规模以上工业、第三产业|增加值: both are short for their value added. */
static gsize
at_value_added(const Want *want)
{
  static const char word[] = "增加值";
  static const char *const short_names[] = {"规模以上工业", "规上工业", "规模工业", "第一产业", "第二产业",
                                            "第三产业",     "服务业",   "建筑业",   "工业",     "农业"};
  gboolean wants = jb_is_any(want->part, short_names, G_N_ELEMENTS(short_names)) && jb_slice_ends(want->last, word);
  return wants ? want->last.len - strlen(word) : want->last.len;
}

/* 城镇、农村|居民收入, PM10、PM2.5|浓度; of two indicators only when the whole is none: 出口、进口|通关时间. */
static gsize
by_length(const Want *want)
{
  gboolean wanting = want->is_ascii || (want->chars <= 3 && !want->is_measured) || want->is_known;
  if (!want->is_ascii && jb_catalogue_code(want->catalogue, want->part) != NULL)
    wanting = want->is_known || (jb_catalogue_code(want->catalogue, jb_utf8_head(want->last, want->chars)) != NULL &&
                                 jb_catalogue_code(want->catalogue, want->last) == NULL);
  return wanting ? behind_as_many(want) : want->last.len;
}

const char *
jb_name_with_tail(JbArena *arena, JbSlice part, JbSlice last, const JbCatalogue *catalogue)
{
  static gsize (*const rules[])(const Want *) = {behind_level, at_insurance, behind_shared_word, at_whole, at_trade,
                                                 at_measure,   at_pipes,     at_value_added,     by_length};
  Want want = {.catalogue = catalogue, .part = part, .last = last, .chars = jb_utf8_count(part)};
  want.is_ascii = ascii_head(part) == part.len;
  want.is_open = !want.is_ascii && want.chars > 1 && jb_catalogue_code(catalogue, part) == NULL;
  want.is_measured = is_measured(part);
  gsize n = behind_as_many(&want);
  const char *joined = jb_arena_printf(arena, "%.*s%.*s", (int)part.len, part.at, (int)(last.len - n), last.at + n);
  want.is_known = jb_catalogue_code(catalogue, jb_slice(joined)) != NULL;
  gsize at = last.len;
  for (guint i = 0; i < G_N_ELEMENTS(rules) && at == last.len; i++)
    at = rules[i](&want);
  return jb_arena_printf(arena, "%.*s%.*s", (int)part.len, part.at, (int)(last.len - at), last.at + at);
}
