/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The code of an item: whether the indicator that its name is an alias of is what its sentence tells a figure of. A part
 * of the area, of the indicator or of the world's, several things at once, and what is added have no code.
 */
#include "extract/item.h"

#include "base/utf8.h"
#include "base/words.h"

#include <string.h>

/* The code of a name; 占…比重 has the code of what is before it. */
const char *
jb_code_of(const JbBinder *b, const JbSentence *state, const char *name)
{
  JbSlice text = jb_slice(name);
  gssize basis = jb_slice_ends(text, "口径）") ? jb_slice_find(text, "（") : -1; /* 固定资产投资（500万元口径） */
  text = jb_slice_sub(text, 0, basis > 0 ? (gsize)basis : text.len);
  const char *code = jb_catalogue_code(b->catalogue, text);
  if (code != NULL)
    return code;
  static const char *const outputs[] = {"GDP",
                                        "生产总值"}; /* research spending as a part of them has a code of its own */
  gssize of = jb_slice_find(text, "占");
  if (of == 0)
    return state->code;
  if (of > 0) {
    code = jb_catalogue_code(b->catalogue, jb_phrase_clean(jb_slice_sub(text, 0, (gsize)of)));
    return g_strcmp0(code, "rd_expenditure") == 0 && jb_has_any(text, outputs, G_N_ELEMENTS(outputs)) ? "rd_intensity"
                                                                                                      : code;
  }
  static const char *const tails[] = {
      "比重",     "占比",     "增速", "涨幅",     "增幅",     "增长率",       "降幅",         "总量",
      "总额",     "总数",     "规模", "数量",     "数",       "累计",         "总值",         "人数",
      "任务",     "达",       "量",   "增长",     "年均增长", "年均增速",     "测算增速",     "年均涨幅",
      "年均增幅", "年均降幅", "目标", "增长目标", "增速目标", "增长预期目标", "增速预期目标", "增长预期"};
  for (guint i = 0; i < G_N_ELEMENTS(tails); i++)
    if (jb_slice_ends(text, tails[i]) &&
        (code = jb_catalogue_code(b->catalogue, jb_slice_sub(text, 0, text.len - strlen(tails[i])))) != NULL)
      return code;
  return NULL;
}

/* 20个国考断面水质全部达标、优良率90%: the water's, not the air's. */
static gboolean
is_of_water(const JbSentence *state, const JbItem *item)
{
  static const char *const airs[] = {"空气", "大气", "天数", "AQI"}, *const waters[] = {"断面", "水质", "水体"};
  JbSlice before = jb_said_before(state, item);
  gsize air = 0, water = 0;
  for (gsize at = 0; at < before.len; at++) {
    JbSlice rest = jb_slice_sub(before, at, before.len);
    air = jb_match_any(rest, airs, G_N_ELEMENTS(airs)) > 0 ? at + 1 : air;
    water = jb_match_any(rest, waters, G_N_ELEMENTS(waters)) > 0 ? at + 1 : water;
  }
  return water > air;
}

/* 10月份，居民消费价格同比上涨0.1%，环比下降0.2%: against the month before, so another series with a name of its own. */
static void
part_from_yearly(const JbBinder *b, JbItem *item)
{
  static const char word[] = "环比";
  if (item->measure != JB_MEASURE_GROWTH || !jb_has(item->clause, word))
    return;
  item->why.code = "环比: against the month before";
  item->code = NULL;
  if (strstr(item->name, word) == NULL)
    item->name = jb_arena_printf(b->arena, "%s%s", item->name, word);
}

/* 扣除房地产开发投资，|固定资产投资增长5.7%: what is left is another indicator; but 扣除价格因素,
 * 剔除减税 adjust the same one. */
static void
part_from_rest(const JbBinder *b, const JbSentence *state, JbItem *item)
{
  static const char *const words[] = {"扣除", "剔除"}, *const parts[] = {"投资", "行业", "制造业", "房地产"};
  if (!jb_slice_ends(jb_before_clause(state, item), "，"))
    return;
  JbSlice left_out = jb_clause_before(state, item);
  gsize word = jb_match_any(left_out, words, G_N_ELEMENTS(words));
  if (word == 0 || word == left_out.len || jb_has_digit(left_out) ||
      !jb_has_any(left_out, parts, G_N_ELEMENTS(parts)))
    return;
  item->why.code = "something is left out of it: 扣除房地产开发投资";
  item->code = NULL;
  item->name = jb_arena_printf(b->arena, "%.*s的%s", (int)left_out.len, left_out.at, item->name);
}

/* 财政支出|75%以上|用于民生: a part of what is named, by its use. */
static void
name_by_use(const JbBinder *b, const JbSentence *state, JbItem *item)
{
  static const char *const uses[] = {"用于", "投向", "投入到", "用在"};
  if (item->measure != JB_MEASURE_SHARE || item->q->ratio > 0 ||
      jb_match_any(item->right, uses, G_N_ELEMENTS(uses)) == 0 || jb_utf8_count(item->right) > 12 ||
      jb_has(jb_slice(item->name), "用于"))
    return;
  item->name = jb_arena_printf(b->arena, "%s%.*s", item->name, (int)item->right.len, item->right.at);
  item->why.code = "a part of what is named, by its use";
  item->code = jb_code_of(b, state, item->name);
}

/* 新增上市企业26家，|市场主体6万户以上: what is added goes on, no stock is reached. */
static gboolean
goes_on_adding(const JbSentence *state, const JbItem *item)
{
  static const char *const stocks[] = {"market_entities", "hightech_enterprises", "tech_smes"};
  static const char *const adders[] = {"新增", "净增"};
  if (jb_names_stock(item) || item->lead.from || item->lead.to_level || jb_has(jb_slice(item->name), "入库"))
    return FALSE;
  if (item->measure != JB_MEASURE_LEVEL || item->lead.reach != JB_WORD_NONE || item->lead.bound != JB_BOUND_EQ ||
      item->lead.total || !item->own_subject || item->phrase.verb.len > 0 ||
      !jb_is_any(jb_slice(item->code), stocks, G_N_ELEMENTS(stocks)) ||
      !jb_slice_ends(jb_before_clause(state, item), "，"))
    return FALSE;
  return jb_match_any(jb_phrase_clean(jb_clause_before(state, item)), adders, G_N_ELEMENTS(adders)) > 0;
}

/* 工业投资、房地产投资占比分别提升11.9个百分点|、下降16.5个百分点, 收入、支出分别跨越|百亿、|3百亿元: several figures for several
 * things; but one figure is all of theirs: A、B分别增长5%. */
static gboolean
is_one_of_several(const JbBinder *b, const JbItem *item)
{
  static const char *const joints[] = {"、", "和"}, *const bare[] = {"百亿、", "千亿、", "万亿、"};
  gssize respective = jb_slice_find(item->clause, "分别");
  if (respective < 0 || !jb_has(jb_slice(item->name), "、"))
    return FALSE;
  JbSlice said = jb_slice_sub(item->clause, (gsize)respective, item->clause.len);
  JbSlice behind = jb_slice_sub(b->block->text, item->q->tail, b->block->text.len);
  gboolean goes_on = jb_match_any(behind, joints, G_N_ELEMENTS(joints)) > 0 &&
                     jb_has_digit(jb_slice_sub(behind, 0, MIN(behind.len, strlen("、某某某某9"))));
  return goes_on || jb_has_digit(said) || jb_match_end(said, bare, G_N_ELEMENTS(bare)) > 0;
}

/* Why a figure is not the indicator's that its name has, NULL: it is. */
static const char *
is_something_else(const JbBinder *b, const JbSentence *state, const JbItem *item)
{
  static const char *const world[] = {"占全球", "占世界"}, *const sums[] = {"总和", "之和"};
  JbSlice name = jb_slice(item->name);
  if (item->code == NULL)
    return NULL;
  if (b->document->report.area.level != JB_AREA_NATION && jb_has_any(name, world, G_N_ELEMENTS(world)))
    return "a part of the world's: the nation's, not the area's";
  if (jb_has(name, "、") && jb_match_end(name, sums, G_N_ELEMENTS(sums)) > 0)
    return "a sum of two things";
  if (is_one_of_several(b, item))
    return "one of several things, which one is not told";
  if (strcmp(item->code, "gdp") == 0 && item->measure == JB_MEASURE_LEVEL &&
      jb_slice_ends(jb_before_clause(state, item), "，") && jb_slice_starts(jb_clause_before(state, item), "支持"))
    return "of somebody whom the clause before supports";
  return goes_on_adding(state, item) ? "added, not reached: the clause before adds" : NULL;
}

/* The catalogue goes before the facts, so the code is copied. */
const char *
jb_item_code(const JbBinder *b, const JbSentence *state, JbItem *item)
{
  if (g_strcmp0(item->code, "air_good_ratio") == 0 && is_of_water(state, item)) {
    item->why.code = "the sentence speaks of water";
    item->code = "water_good_ratio";
  }
  if (g_strcmp0(item->code, "air_good_days") == 0 && jb_is_percent(item->q) && item->measure == JB_MEASURE_LEVEL) {
    item->why.code = "days as a part of all: 优良天数达到80%";
    item->code = "air_good_ratio";
  }
  name_by_use(b, state, item);
  if (item->measure == JB_MEASURE_SHARE && item->q->ratio == 0 && item->lead.reach == JB_WORD_NONE &&
      !item->lead.from && !jb_has(jb_slice(item->name), "占") && !jb_has(jb_slice(item->name), "用于") &&
      jb_slice_ends(item->clause, "的")) {
    item->why.code = "a part of what is named, not the thing itself"; /* 财政支出的70% */
    item->code = NULL;
  }
  part_from_yearly(b, item);
  part_from_rest(b, state, item);
  const char *not_it = is_something_else(b, state, item);
  if (item->code != NULL && not_it != NULL) {
    item->why.code = not_it;
    item->code = NULL;
  }
  JbSlice part;
  static const char *const wholes[] = {"人口", "经济总量", "总量", "总人口"};
  JbSlice name = jb_slice(item->name);
  gboolean may_be_part = item->code != NULL ? jb_code_has_parts(item->code)
                                            : jb_is_any(name, wholes, G_N_ELEMENTS(wholes));
  if (may_be_part &&
      jb_speaks_of_part(b, jb_said_before(state, item), &part)) {
    item->why.code = "the sentence speaks of a part of the area";
    item->code = NULL;
    if (part.len > 0 && strstr(item->name, jb_arena_copy(b->arena, part.at, part.len)) == NULL)
      item->name = jb_arena_printf(b->arena, "%.*s%s", (int)part.len, part.at, item->name);
  }
  static const char *const traded[] = {"trade", "exports", "imports"};
  if (item->code != NULL && jb_is_any(jb_slice(item->code), traded, G_N_ELEMENTS(traded)) &&
      jb_speaks_of_partners(jb_said_before(state, item))) {
    item->why.code = "trade with some partners only";
    item->code = NULL;
  }
  if (item->code != NULL && jb_code_has_parts(item->code) && !item->is_gap &&
      jb_compares_with_whole(b, jb_slice_sub(b->block->text, item->q->tail, b->block->text.len))) {
    item->why.code = "compared with the whole area, so a part's";
    item->code = NULL;
  }
  gboolean fits = item->code == NULL || item->measure != JB_MEASURE_LEVEL ||
                  jb_catalogue_fits(b->catalogue, item->code, item->q->word, item->q->power > 0);
  if (!fits)
    item->why.code = "the unit is not one of that indicator's levels";
  else if (item->why.code == NULL)
    item->why.code = item->code != NULL ? "the name is an alias in the catalogue" : "no alias of the catalogue";
  return fits ? jb_arena_dup(b->arena, item->code) : NULL;
}
