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

static const char *const zones[] = {
    "新区",   "开发区", "高新区", "经开区", "园区",   "保税区", "综保区",   "自贸区", "试验区",
    "直管区", "先导区", "片区",   "新城区", "集聚区", "功能区", "产业园", "航空港", "港区",     "县域",   "镇街",
    "科学城", "示范区", "产业带", "各县",   "县区",   "区县",   "三县五区", "主城区", "中心城区",
    "前海",   "度假区", "合作区", "先行区", "起步区", "乡镇",   "五区",   "新城"};

/* Characters before 区 and 县 that make it no name of a district: 地区, 社区, 全县. */
static const char *const no_names[] = {
    "地", "全", "我", "社", "小", "城", "郊", "山", "景", "市", "辖", "片", "校", "库", "牧", "林", "矿", "灾",
    "禁", "专", "展", "街", "商", "特", "湾", "战", "疫", "厂", "内", "跨", "各", "老", "革", "边", "治", "分",
    "该", "本", "县", "区", "贫", "困", "州", "个", "家", "强", "百", "级", "属", "海", "江", "流", "农", "燃"};

/* 靶向推动|城关区: a place without the verbs before it. */
static JbSlice
place(JbSlice text)
{
  text = jb_phrase_clean(text);
  for (gsize at; (at = jb_inner_verb_at(text)) < text.len;) {
    JbSlice object = jb_verb_phrase(jb_slice_sub(text, at, text.len)).object;
    if (jb_utf8_count(object) < 2 || object.at == text.at) /* 产业集聚|区 */
      break;
    text = jb_phrase_clean(object);
  }
  return text;
}

/* 推动城关区率先发展: a district or county by name; empty when there is none. */
static JbSlice
district(JbSlice clause)
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
      return place(jb_slice_sub(head, 0, (gsize)at + strlen(classes[c])));
  }
  return (JbSlice){.at = clause.at};
}

/* 滨江新区经济持续向好: a zone by its kind; empty when there is none. */
static JbSlice
zone(JbSlice clause)
{
  static JbWordIndex index = JB_INDEX(zones);
  JbSlice head = jb_utf8_head(clause, HEAD_CHARS);
  const char *const *kind = NULL, *const *found;
  gsize end = 0, len;
  for (gsize at = 0; at < head.len; at += jb_utf8_len(head.at[at])) {
    JbSlice rest = jb_slice_sub(head, at, head.len);
    for (guint cursor = 0; (found = jb_index_next(&index, rest, &cursor, &len)) != NULL;)
      if (kind == NULL || found < kind) { /* the first row goes before the first place */
        kind = found;
        end = at + len;
      }
  }
  return kind != NULL ? place(jb_slice_sub(head, 0, end)) : (JbSlice){.at = clause.at};
}

/* 松山湖实现生产总值630亿元: somebody else's indicator, by the verb between the two. */
static JbSlice
owner_of(const JbBinder *b, JbSlice clause)
{
  static const char *const verbs[] = {"实现", "完成"};
  for (guint i = 0; i < G_N_ELEMENTS(verbs); i++) {
    gssize at = jb_slice_find(clause, verbs[i]);
    if (at <= 0)
      continue;
    JbSlice owner = jb_phrase_clean(jb_slice_sub(clause, 0, (gsize)at));
    JbSlice owned = jb_slice_sub(clause, (gsize)at + strlen(verbs[i]), clause.len);
    gsize chars = jb_utf8_count(owner);
    if (jb_has_digit(owner) || jb_verb_phrase(owner).verb.len > 0) /* 接待游客2亿人次、|实现旅游收入 */
      continue;
    if (chars >= 2 && chars <= HEAD_CHARS && jb_catalogue_code(b->catalogue, owner) == NULL &&
        jb_catalogue_prefix(b->catalogue, owned) > 0)
      return owner;
  }
  return (JbSlice){.at = clause.at};
}

/* 松山湖R&D投入强度达10%: a place by name, then an indicator. */
static JbSlice
named_place(const JbBinder *b, JbSlice clause)
{
  static const char *const classes[] = {"湖", "山", "岛", "港", "湾", "洲"};
  const char *area = b->document->report.area.zh;
  JbSlice phrase = jb_phrase_clean(clause), own = jb_slice(area);
  own.len -= MIN(own.len, strlen("市"));
  for (gsize chars = 3; chars <= 4; chars++) {
    JbSlice name = jb_utf8_head(phrase, chars);
    if (jb_match_end(name, classes, G_N_ELEMENTS(classes)) > 0 && !jb_slice_equal(name, own) &&
        jb_catalogue_prefix(b->catalogue, jb_slice_sub(phrase, name.len, phrase.len)) > 0)
      return name;
  }
  return (JbSlice){.at = clause.at};
}

/* The heading above: （一）全面推进航空港经济综合实验区建设 */
static gboolean
heads_part(const JbBinder *b)
{
  static const char *const parts[] = {"航空港", "空港经济", "起步区"};
  static const char *const joints[] = {"和", "与", "、", "及"};
  const JbBlock *blocks = b->document->blocks;
  gint above = b->block->section;
  JbSlice heading = above >= 0 && blocks[above].section >= 0 ? blocks[above].text : (JbSlice){.at = ""};
  gssize comma = jb_slice_find(heading, "，");
  heading = jb_slice_sub(heading, 0, comma > 0 ? (gsize)comma : heading.len);
  return jb_has_any(heading, parts, G_N_ELEMENTS(parts)) && !jb_has_any(heading, joints, G_N_ELEMENTS(joints));
}

/* Byte where the clause that begins at `from` ends. */
static gsize
clause_end(JbSlice text, gsize from)
{
  static const char *const marks[] = {"，", "；", "："};
  for (gsize i = from; i < text.len; i += jb_utf8_len(text.at[i]))
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
  return jb_is_any(jb_slice(code), economic, G_N_ELEMENTS(economic));
}

/* What a clause says of a part of the area, as far as what follows may be the part's. */
typedef struct {
  JbSlice name;   /* empty: it speaks of none */
  gboolean names; /* it is the clause's subject, or what it says is developed: its name goes to figures */
  gboolean owns;  /* the clause gives it an indicator of its own */
} Part;

/* 推动东城区|率先发展: what is said of a place that is to grow. */
static gboolean
is_developed(JbSlice clause, JbSlice name)
{
  static const char *const verbs[] = {"推动", "支持", "加快", "推进", "促进", "助力", "提升", "抓好", "实施", "深化"};
  static const char *const ways[] = {"率先", "发展", "转型", "裂变", "创新", "提质", "突破", "高质量",
                                     "融合", "赶超", "绿色", "扩容", "建设", "提升", "改革"};
  JbSlice before = jb_slice_sub(clause, 0, (gsize)(name.at - clause.at));
  JbSlice behind = jb_slice_sub(clause, (gsize)(name.at + name.len - clause.at), clause.len);
  return jb_match_end(before, verbs, G_N_ELEMENTS(verbs)) > 0 && jb_match_any(behind, ways, G_N_ELEMENTS(ways)) > 0;
}

static Part
part_of(const JbBinder *b, JbSlice clause, gboolean may_name)
{
  static const char *const kinds[] = {"综试区",   "自主创新示范区", "先行示范区", "改革试验区",
                                      "示范县区", "重点园区",       "旅游区",     "集聚区"};
  static const char *const breaks[] = {"、", "（", "等", "“"};
  static const char *const awards[] = {"获评", "入选", "获批", "荣获", "入围", "上榜"};
  JbSlice owner = owner_of(b, clause);
  Part part = {.name = owner.len > 0 ? owner : named_place(b, clause), .owns = owner.len > 0};
  part.names = part.name.len > 0;
  if (part.names)
    return part;
  part.name = zone(clause);
  part.name = part.name.len > 0 || !may_name ? part.name : district(clause);
  if (part.name.len == 0)
    return part;
  JbSlice before = jb_slice_sub(clause, 0, (gsize)(part.name.at - clause.at));
  JbSlice behind = jb_slice_sub(clause, before.len + part.name.len, clause.len);
  static const char *const no_heads[] = {"在", "是", "被", "获"};
  static const char *const aims[] = {"力争", "确保", "实现", "争取"};
  before.len -= jb_match_end(before, aims, G_N_ELEMENTS(aims));
  gboolean begins = part.name.at == jb_phrase_clean(clause).at && jb_inner_verb_at(before) == before.len;
  gboolean awarded = jb_has_any(behind, awards, G_N_ELEMENTS(awards)); /* 东城区、北山县获评… says nothing of figures */
  gboolean created = jb_slice_starts(behind, "创建") || jb_match_any(part.name, no_heads, G_N_ELEMENTS(no_heads)) > 0;
  if ((!begins && !is_developed(clause, part.name)) || awarded || created)
    return (Part){.name = {.at = clause.at}};
  part.names = jb_match_end(part.name, kinds, G_N_ELEMENTS(kinds)) == 0 && !jb_has_digit(part.name) &&
               !jb_slice_starts(behind, "、") && !jb_has_any(part.name, breaks, G_N_ELEMENTS(breaks));
  return part;
}

/* The area itself, by the words that a report of its level has for it; but 高于全市 compares, 带动全省 says what for.
 */
static gboolean
speaks_of_whole(const JbReport *report, JbSlice clause)
{
  static const char *const wholes[] = {"全市", "我市", "全州", "全省", "我省", "全国", "我国"};
  static const char *const others[] = {"高于", "低于", "快于", "优于", "占",   "占到", "领跑", "领先",
                                       "超过", "引领", "带动", "支撑", "服务", "辐射", "撬动", "贡献"};
  static const char *const larger[] = {"推广", "复制", "经济", "重要"}; /* 在全省推广, 全省重要增长极: what for */
  if (report->area.zh[0] != '\0' && jb_has(clause, report->area.zh))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS(wholes); i++) {
    gssize at = jb_slice_find(clause, wholes[i]);
    if (at < 0)
      continue;
    JbSlice before = jb_slice_sub(clause, 0, (gsize)at);
    JbSlice after = jb_slice_sub(clause, before.len + strlen(wholes[i]), clause.len);
    if (jb_match_end(before, others, G_N_ELEMENTS(others)) == 0 &&
        (report->area.level != JB_AREA_PREFECTURE || i < 3 || jb_match_any(after, larger, G_N_ELEMENTS(larger)) == 0))
      return TRUE;
  }
  return FALSE;
}

/* 长湖等11个镇|实现…: parts that the clause counts. */
static gboolean
counts_parts(JbSlice clause)
{
  static const char *const kinds[] = {"镇",       "街道",         "乡镇", "区县",  "县区",
                                      "县（市）", "县（市、区）", "园区", "开发区"};
  for (gsize at = 0; at + strlen("个") < clause.len; at++) {
    JbSlice rest = jb_slice_sub(clause, at + 1, clause.len);
    gsize word = jb_slice_starts(rest, "个") ? strlen("个") : 0;
    if (g_ascii_isdigit(clause.at[at]) &&
        jb_match_any(jb_slice_sub(rest, word, rest.len), kinds, G_N_ELEMENTS(kinds)) > 0)
      return TRUE;
  }
  return FALSE;
}

/* Is the figure behind compared with the whole area's? …增长5.8%、|高于全市0.9个百分点: then it is a part's. */
gboolean
jb_compares_with_whole(const JbBinder *b, JbSlice behind)
{
  static const char *const marks[] = {"，", "、", "且", "，且", "，增速", "、增速"}, *const compares[] = {
                                                                                         "高于", "快于", "低于",
                                                                                         "高出"};
  static const char *const of_city[] = {"全市", "我市"}, *const of_province[] = {"全省", "我省"};
  gboolean province = b->document->report.area.level == JB_AREA_PROVINCE;
  if (!province && b->document->report.area.level != JB_AREA_PREFECTURE)
    return FALSE;
  gsize mark = jb_match_any(behind, marks, G_N_ELEMENTS(marks));
  JbSlice rest = jb_slice_sub(behind, mark, behind.len);
  gsize compare = mark > 0 ? jb_match_any(rest, compares, G_N_ELEMENTS(compares)) : 0;
  rest = jb_slice_sub(rest, compare, rest.len);
  return compare > 0 && jb_match_any(rest, province ? of_province : of_city, 2) > 0;
}

/* 与沿线国家经贸合作, 对东盟投资增长7%、|进出口增长5%: trade with some partners. */
gboolean
jb_speaks_of_partners(JbSlice before)
{
  static const char *const partners[] = {"沿线国家", "共建国家", "国家（地区）", "国家和地区", "国家地区", "RCEP成员国",
                                         "东盟",     "欧盟",     "中亚",         "非洲",       "新兴市场"};
  static const char *const relations[] = {"经贸", "投资", "贸易", "进出口", "出口", "进口"};
  static const char *const marks[] = {"；", "。", "全市", "全省"};
  gboolean found = FALSE;
  for (gsize at = 0; at < before.len; at++) {
    JbSlice rest = jb_slice_sub(before, at, before.len);
    gsize n = jb_match_any(rest, partners, G_N_ELEMENTS(partners));
    if (jb_match_any(rest, marks, G_N_ELEMENTS(marks)) > 0)
      found = FALSE;
    else if (n > 0 && jb_match_any(jb_slice_sub(rest, n, rest.len), relations, G_N_ELEMENTS(relations)) > 0)
      found = TRUE;
  }
  return found;
}

/* 也是原莱芜市发展的一年, 推动原云江市融合: an area that the report's has taken in. */
static gboolean
speaks_of_former(JbSlice clause)
{
  static const char *const before[] = {"是", "对", "将", "把", "与", "和", "、", "推动", "支持", "加快", "促进"};
  static const char *const classes[] = {"市", "县", "区"};
  gssize at = jb_slice_find(clause, "原");
  if (at < 0 || (at > 0 && jb_match_end(jb_slice_sub(clause, 0, (gsize)at), before, G_N_ELEMENTS(before)) == 0))
    return FALSE;
  JbSlice name = jb_slice_sub(clause, (gsize)at + strlen("原"), clause.len);
  for (gsize chars = 2; chars <= 3; chars++) {
    JbSlice stem = jb_utf8_head(name, chars);
    JbSlice rest = jb_slice_sub(name, stem.len, name.len);
    if (jb_match_any(rest, classes, G_N_ELEMENTS(classes)) > 0 &&
        (jb_slice_starts(rest, "市") || jb_match_end(stem, no_names, G_N_ELEMENTS(no_names)) == 0))
      return TRUE;
  }
  return FALSE;
}

/* Might what a paragraph tells be a part's, since some clause of it began with one or supports one? */
gboolean
jb_may_be_part(JbSlice before)
{
  static const char *const marks[] = {"，", "。", "；", "：", "！"};
  for (gsize from = 0, to = 0; from < before.len; from = to) {
    gsize mark = 0;
    for (to = from; to < before.len && mark == 0; to += MAX(mark, 1)) {
      guchar c = (guchar)before.at[to];
      mark = c == 0xE3 || c == 0xEF ? jb_match_any(jb_slice_sub(before, to, before.len), marks, G_N_ELEMENTS(marks))
                                    : 0;
    }
    JbSlice clause = jb_slice_sub(before, from, to - mark);
    if (zone(clause).len > 0 || district(clause).len > 0 || speaks_of_former(clause) || (jb_has(clause, "支持") && jb_slice_ends(clause, "发展")))
      return TRUE;
  }
  return FALSE;
}

gboolean
jb_speaks_of_part(const JbBinder *b, JbSlice before, JbSlice *name)
{
  const JbReport *report = &b->document->report;
  gboolean may_name = report->area.level == JB_AREA_PROVINCE || report->area.level == JB_AREA_PREFECTURE;
  gboolean spoken = heads_part(b), owned = spoken;
  guint clauses_ago = 0;
  *name = (JbSlice){.at = before.at};
  for (gsize from = 0; from < before.len; clauses_ago++) {
    gsize end = clause_end(before, from);
    JbSlice clause = jb_slice_sub(before, from, end);
    Part part = part_of(b, clause, may_name);
    owned = owned || part.owns;
    if (speaks_of_whole(report, clause)) {
      spoken = FALSE;
    } else if (part.name.len > 0) {
      spoken = TRUE;
      clauses_ago = 0;
      name->at = part.name.at;
      name->len = part.names ? part.name.len : 0;
    } else if (end == before.len && counts_parts(clause)) {
      return TRUE;
    }
    if (jb_slice_starts(jb_slice_sub(before, end, before.len), "；") && !owned) /* another topic */
      spoken = FALSE;
    from = MIN(end + strlen("，"), before.len);
  }
  if (!spoken || clauses_ago > 2) /* far from it the name is not sure */
    name->len = 0;
  return spoken;
}

guint
jb_parts_listed(JbSlice clause, JbSlice *parts, guint max)
{
  static const char *const classes[] = {"新区", "高新区", "开发区", "经开区", "区", "县", "市", "镇"};
  guint n = 0;
  for (gsize from = 0; from < clause.len && n < max;) {
    gsize to = from;
    while (to < clause.len && jb_joint_at(clause, to) == 0)
      to++;
    JbSlice entry = jb_utf8_head(jb_slice_sub(clause, from, to), HEAD_CHARS);
    gsize end = 0;
    for (guint i = 0; i < G_N_ELEMENTS(classes); i++) {
      gssize at = jb_slice_find(entry, classes[i]);
      if (at > 0 && (end == 0 || (gsize)at + strlen(classes[i]) < end))
        end = (gsize)at + strlen(classes[i]);
    }
    parts[n] = place(jb_slice_sub(entry, 0, end));
    JbSlice stem = jb_slice_sub(entry, 0, MAX(end, strlen("区")) - strlen("区"));
    if (jb_utf8_count(parts[n]) < 2 || jb_has_digit(entry) ||
        (jb_match_end(stem, no_names, G_N_ELEMENTS(no_names)) > 0 && zone(parts[n]).len == 0))
      return 0;
    n++;
    from = to < clause.len ? to + jb_joint_at(clause, to) : clause.len;
  }
  return n;
}
