/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parts of an area. 滇中新区经济运行持续向好，地区生产总值达到866亿元: the figure is the zone's, not the city's, so it
 * must not get the city's indicator. A clause speaks of a part when it begins with one; 全市 takes the word back.
 */
#include "base/utf8.h"
#include "base/words.h"
#include "extract/item.h"

#include <string.h>

#define HEAD_CHARS 10 /* a topic stands within the first characters of its clause */

static const char *const zones[] = {"新区",   "开发区", "高新区", "经开区",   "园区",   "保税区",   "综保区",
                                    "自贸区", "试验区", "片区",   "新城区",   "集聚区", "功能区",   "产业园",
                                    "航空港", "港区",   "县域",   "镇街",     "科学城", "示范区",   "产业带",
                                    "各县",   "县区",   "区县",   "三县五区", "主城区", "中心城区", "前海",
                                    "度假区", "合作区", "先行区", "起步区",   "乡镇",   "原莱芜市", "五区"};

/* Characters before 区 and 县 that make it no name of a district: 地区, 社区, 全县. */
static const char *const no_names[] = {
    "地", "全", "我", "社", "小", "城", "郊", "山", "景", "市", "辖", "片", "校", "库", "牧", "林", "矿", "灾",
    "禁", "专", "展", "街", "商", "特", "湾", "战", "疫", "厂", "内", "跨", "各", "老", "革", "边", "治", "分",
    "该", "本", "县", "区", "贫", "困", "州", "个", "家", "强", "百", "级", "属", "海", "江", "流", "农", "燃"};

/* 推动城关区率先发展: a district or county by name. */
static gboolean
names_district(JbSlice clause)
{
  static const char *const classes[] = {"区", "县"};
  static const char *const joined[] = {"城", "域", "级", "间",   "位", "划", "别", "分", "委",
                                       "块", "（", "市", "两级", "外", "内", "里", "际", "县"};
  static const char *const breaks[] = {"、", "“", "”"};
  JbSlice head = jb_utf8_head(clause, HEAD_CHARS);
  for (guint c = 0; c < G_N_ELEMENTS(classes); c++) {
    gssize at = jb_slice_find(head, classes[c]);
    JbSlice name = jb_slice_sub(head, 0, at > 0 ? (gsize)at : 0);
    JbSlice after = jb_slice_sub(clause, at > 0 ? (gsize)at + strlen(classes[c]) : 0, clause.len);
    if (jb_utf8_count(name) >= 2 && !jb_has_any(name, breaks, G_N_ELEMENTS(breaks)) &&
        jb_match_any(after, joined, G_N_ELEMENTS(joined)) == 0 &&
        jb_match_end(name, no_names, G_N_ELEMENTS(no_names)) == 0)
      return TRUE;
  }
  return FALSE;
}

/* 松山湖实现生产总值630亿元: somebody else's indicator, by the verb between the two. */
static gboolean
names_owner(const JbBinder *b, JbSlice clause)
{
  static const char *const verbs[] = {"实现", "完成"};
  for (guint i = 0; i < G_N_ELEMENTS(verbs); i++) {
    gssize at = jb_slice_find(clause, verbs[i]);
    if (at <= 0)
      continue;
    JbSlice owner = jb_phrase_clean(jb_slice_sub(clause, 0, (gsize)at));
    JbSlice owned = jb_slice_sub(clause, (gsize)at + strlen(verbs[i]), clause.len);
    gsize chars = jb_utf8_count(owner);
    if (chars >= 2 && chars <= HEAD_CHARS && jb_catalogue_code(b->catalogue, owner) == NULL &&
        jb_catalogue_prefix(b->catalogue, owned) > 0)
      return TRUE;
  }
  return FALSE;
}

/* 松山湖R&D投入强度达10%: a place by name, then an indicator. */
static gboolean
names_place(const JbBinder *b, JbSlice clause)
{
  static const char *const classes[] = {"湖", "山", "岛", "港", "湾", "洲"};
  const char *area = b->document->report.area.zh;
  JbSlice phrase = jb_phrase_clean(clause), own = jb_slice(area);
  own.len -= MIN(own.len, strlen("市"));
  for (gsize chars = 3; chars <= 4; chars++) {
    JbSlice place = jb_utf8_head(phrase, chars);
    if (jb_match_end(place, classes, G_N_ELEMENTS(classes)) > 0 && !jb_slice_equal(place, own) &&
        jb_catalogue_prefix(b->catalogue, jb_slice_sub(phrase, place.len, phrase.len)) > 0)
      return TRUE;
  }
  return FALSE;
}

/* The heading above: （一）全面推进航空港经济综合实验区建设 */
static gboolean
heads_part(const JbBinder *b)
{
  static const char *const parts[] = {"航空港", "空港经济", "起步区"};
  static const char *const joints[] = {"和", "与", "、", "及"};
  const char **sections = jb_document_sections(b->document, b->block, b->arena);
  guint n = g_strv_length((char **)sections);
  JbSlice heading = n > 1 ? jb_slice(sections[n - 1]) : (JbSlice){.at = ""};
  gssize comma = jb_slice_find(heading, "，");
  heading = jb_slice_sub(heading, 0, comma > 0 ? (gsize)comma : heading.len);
  return jb_has_any(heading, parts, G_N_ELEMENTS(parts)) && !jb_has_any(heading, joints, G_N_ELEMENTS(joints));
}

/* Byte where the clause that begins at `from` ends. */
static gsize
clause_end(JbSlice text, gsize from)
{
  static const char *const marks[] = {"，", "；", "："};
  for (gsize i = from; i < text.len; i++)
    if (jb_match_any(jb_slice_sub(text, i, text.len), marks, G_N_ELEMENTS(marks)) > 0)
      return i;
  return text.len;
}

/* Indicators of nature, prices and people are given for the whole area, whatever the sentence began with. */
gboolean
jb_code_has_parts(const char *code)
{
  static const char *const economic[] = {
      "gdp",
      "primary_industry_va",
      "secondary_industry_va",
      "tertiary_industry_va",
      "industrial_va",
      "industrial_va_all",
      "industrial_profit",
      "fixed_asset_investment",
      "industrial_investment",
      "private_investment",
      "real_estate_investment",
      "tech_upgrade_investment",
      "retail_sales",
      "trade",
      "exports",
      "imports",
      "general_budget_revenue",
      "tax_revenue",
      "fdi_utilised",
      "domestic_capital_introduced",
      "hightech_enterprises",
      "tech_smes",
      "market_entities",
      "tourism_visits",
      "tourism_revenue",
      "gdp_per_capita",
  };
  for (guint i = 0; i < G_N_ELEMENTS(economic); i++)
    if (strcmp(code, economic[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
jb_speaks_of_part(const JbBinder *b, JbSlice before)
{
  static const char *const wholes[] = {"全市", "全省", "全州", "我市", "我省", "全国", "我国"};
  const JbReport *report = &b->document->report;
  gboolean may_name = report->area.level == JB_AREA_PROVINCE || report->area.level == JB_AREA_PREFECTURE;
  gboolean part = heads_part(b), owned = part;
  for (gsize from = 0; from < before.len;) {
    gsize end = clause_end(before, from);
    JbSlice clause = jb_slice_sub(before, from, end), head = jb_utf8_head(clause, HEAD_CHARS);
    gboolean owner = names_owner(b, clause) || names_place(b, clause);
    gboolean own = report->area.zh[0] != '\0' && jb_has(clause, report->area.zh);
    if (own || jb_has_any(clause, wholes, G_N_ELEMENTS(wholes)))
      part = FALSE;
    else if (jb_has_any(head, zones, G_N_ELEMENTS(zones)) || (may_name && names_district(clause)) || owner)
      part = TRUE;
    owned = owned || owner;
    if (jb_slice_starts(jb_slice_sub(before, end, before.len), "；") && !owned) /* another topic */
      part = FALSE;
    from = MIN(end + strlen("，"), before.len);
  }
  return part;
}
