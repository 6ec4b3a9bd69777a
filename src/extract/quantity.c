/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers in names, codes, dates and slogans are no quantities. What tells is the text right around the number: a Latin
 * letter (PM2.5, G107), a plus sign (1+6), 第, a quotation, a unit of time where time is no indicator, a threshold
 * inside a name (30万千瓦以下机组).
 */
#include "extract/quantity.h"

#include "base/utf8.h"
#include "base/words.h"
#include "extract/words.h"

#include <string.h>

static const char *const vague[] = {"多", "余", "几"};

gsize
jb_match_vague(JbSlice text)
{
  return jb_match_any(text, vague, G_N_ELEMENTS(vague));
}

/* Figures at `at`: digits with grouping commas and a decimal point. Returns the bytes. */
gsize
jb_figures(JbSlice text, gsize at)
{
  gsize i = at;
  gboolean point = FALSE;
  for (; i < text.len; i++) {
    char c = text.at[i];
    if (g_ascii_isdigit(c))
      continue;
    gboolean digit_next = i + 1 < text.len && g_ascii_isdigit(text.at[i + 1]);
    if (c == '.' && !point && digit_next)
      point = TRUE;
    else if (c == ',' && !point && i + 3 < text.len && digit_next && g_ascii_isdigit(text.at[i + 2]) &&
             g_ascii_isdigit(text.at[i + 3]) && !(i + 4 < text.len && g_ascii_isdigit(text.at[i + 4])))
      continue;
    else
      break;
  }
  return i - at;
}

static gboolean
latin_at(JbSlice text, gsize at)
{
  return at < text.len &&
         (g_ascii_isalpha(text.at[at]) || text.at[at] == '_' || text.at[at] == '&' || text.at[at] == '@');
}

gboolean
jb_before_is(JbSlice text, gsize at, const char *word)
{
  return jb_slice_ends(jb_slice_sub(text, 0, at), word);
}

/* Does the text at `at` go on with the rest of a clause, not with the noun of a name? 8%以上， but 30万千瓦以下机组 */
gboolean
jb_ends_phrase(JbSlice text, gsize at)
{
  static const char *const stops[] = {"，",   "。",   "；",   "、", "：", "）",   "的",   "和",   "及",   "与",   "！",
                                      "”",    "—",    "（",   "且", "并", "或",   "实现", "增长", "目标", "水平", "？",
                                      "提高", "提升", "增加", "至", "到", "下降", "降",   "用于", "投向"};
  return at >= text.len || jb_match_any(jb_slice_sub(text, at, text.len), stops, G_N_ELEMENTS(stops)) > 0;
}

/* 2021年, 2021-2025年, 2021.5: a number of four digits that is a year. */
static gboolean
is_year(JbSlice text, const JbQuantity *q)
{
  gsize n = jb_figures(text, q->start);
  if (n != 4 || text.at[q->start] < '1' || text.at[q->start] > '2')
    return FALSE;
  JbSlice rest = jb_slice_sub(text, q->start + n, text.len);
  return q->power == 0 && q->value.digits >= 1900 && q->value.digits < 2100 &&
         (q->word == NULL || q->word->kind == JB_UNIT_DURATION || jb_slice_starts(rest, "年"));
}

static gboolean
time_is_indicator(JbSlice text, gsize start)
{
  static const char *const words[] = {"时间", "时限", "年限", "寿命", "天数", "时长", "天气",
                                      "期限", "周期", "年龄", "缩短", "压缩", "压减", "提速"};
  /* within the clause before the number */
  gsize from = start;
  while (from > 0 && !jb_before_is(text, from, "，") && !jb_before_is(text, from, "。") &&
         !jb_before_is(text, from, "；"))
    from--;
  JbSlice left = jb_slice_sub(text, from, start);
  /* 优良天数达到272天，比上年增加17天: what is compared stands in the clause before */
  static const char *const compares[] = {"比", "较", "同比"};
  if (from > strlen("，") && jb_match_any(left, compares, G_N_ELEMENTS(compares)) > 0)
    return time_is_indicator(text, (guint32)(from - strlen("，")));
  return jb_has_any(left, words, G_N_ELEMENTS(words));
}

/* 中国电科12所、54所: an institute by its number. */
static gboolean
is_institute(JbSlice text, const JbQuantity *q)
{
  static const char *const owners[] = {"电科", "中电科", "船重工", "中船", "兵器", "航天", "核工业", "航空工业"};
  if (q->word == NULL || strcmp(q->word->zh, "所") != 0 || q->power != 0)
    return FALSE;
  gsize at = q->start;
  for (gsize n; at > strlen("所、") && jb_before_is(text, at, "所、");) { /* the one before it in a list */
    for (n = at - strlen("所、"); n > 0 && g_ascii_isdigit(text.at[n - 1]);)
      n--;
    at = n;
  }
  return jb_match_end(jb_slice_sub(text, 0, at), owners, G_N_ELEMENTS(owners)) > 0;
}

/* Bytes of a number and its measure word at the head of `text`, as far as they count things: 12个, 3家. */
static gsize
count_at(JbSlice text)
{
  gsize n = jb_figures(text, 0);
  const JbUnit *word = n > 0 ? jb_unit_match(jb_slice_sub(text, n, text.len)) : NULL;
  return word != NULL && word->base == NULL && word->kind == JB_UNIT_PLAIN ? n + strlen(word->zh) : 0;
}

/*
 * A limit within a name, whose things are counted in the same clause: 营收超500亿元|开发区1个, 年收入50万元以上|的村达到300个,
 * 5家投资额|1000万元以上|的企业.
 */
static gboolean
is_limit(JbSlice text, const JbQuantity *q)
{
  static const char *const classes[] = {"项目", "企业", "产业项目", "工业项目", "工业企业"};
  static const char *const overs[] = {"超", "超过", "突破", "不低于", "不少于", "低于", "不足", "过", "达"};
  static const char *const reaches[] = {"达到", "达", "增至", "增加到", "至少", "不少于"};
  static const char *const marks[] = {"，", "。", "；", "、", "：", "（"};
  gboolean bounded = q->outer == JB_BOUND_GE || q->outer == JB_BOUND_LE ||
                     jb_match_end(jb_slice_sub(text, 0, q->start), overs, G_N_ELEMENTS(overs)) > 0;
  JbSlice before = jb_slice_sub(text, 0, q->start);
  gboolean priced = q->word != NULL && g_strcmp0(q->word->base, "CNY") == 0; /* 引进100亿元|项目3个 */
  gboolean of_people = q->word != NULL && g_strcmp0(q->word->base, "person") == 0; /* 投入超3万人管理航班4000架次 */
  if ((!bounded && !priced) || of_people || q->word == NULL || q->word->base == NULL || q->word->kind != JB_UNIT_PLAIN)
    return FALSE;
  JbSlice behind = jb_slice_sub(text, q->tail, text.len);
  gboolean of = jb_slice_starts(behind, "的");
  if (!bounded && jb_match_any(jb_slice_sub(behind, of ? strlen("的") : 0, behind.len), classes,
                               G_N_ELEMENTS(classes)) == 0)
    return FALSE;
  for (gsize i = 0; i < behind.len && i <= 45; i++) {
    JbSlice rest = jb_slice_sub(behind, i, behind.len);
    if (jb_match_any(rest, marks, G_N_ELEMENTS(marks)) > 0)
      break;
    if (!g_ascii_isdigit(behind.at[i]))
      continue;
    JbSlice noun = jb_slice_sub(behind, of ? strlen("的") : 0, i);
    noun.len -= jb_match_end(noun, reaches, G_N_ELEMENTS(reaches));
    if (noun.len == 0 && !of && i == 0) /* 其中超50亿元|15个 */
      return jb_match_end(before, overs, G_N_ELEMENTS(overs)) > 0 && count_at(rest) > 0;
    if (!bounded && !jb_is_any(noun, classes, G_N_ELEMENTS(classes)))
      return FALSE;
    return noun.len >= strlen("村") && jb_verb_at(noun) == NULL && jb_inner_verb_at(noun) == noun.len &&
           count_at(rest) > 0;
  }
  if (!bounded)
    return FALSE;
  /* 5家|投资额|1000万元以上|的企业: counted right before */
  static const char *const attributes[] = {"投资额", "总投资", "投资", "年产值", "产值", "年营收", "营收", "收入", "注册资本", "面积"};
  before.len -= jb_match_end(before, overs, G_N_ELEMENTS(overs));
  gsize attribute = jb_match_end(before, attributes, G_N_ELEMENTS(attributes));
  before.len -= attribute;
  for (gsize n = strlen("1个"); attribute > 0 && of && n <= 12 && n <= before.len; n++)
    if (count_at(jb_slice_sub(before, before.len - n, before.len)) == n)
      return TRUE;
  return FALSE;
}

/* 引进投资超50亿元|的重大项目, 培育销售收入超50亿|的大型企业: which things of a kind; one with a name of its own (的云湖芯片项目) has
 * that investment. */
static gboolean
is_limit_of_kind(JbSlice text, const JbQuantity *q)
{
  static const char *const overs[] = {"超", "超过", "突破", "过", "不低于", "达"};
  static const char *const attributes[] = {"投资", "投资额", "产值", "收入", "营收", "规模"};
  static const char *const kinds[] = {"重大", "大型", "龙头", "骨干", "行业", "领军", "产业", "工业", "制造业",
                                      "优质", "重点", "大", "好", "先进", "链主", "科技", "上市"};
  static const char *const classes[] = {"企业", "项目", "园区", "集群"};
  static const char *const marks[] = {"，", "。", "；", "、", "：", "！"};
  JbSlice before = jb_slice_sub(text, 0, q->start), behind = jb_slice_sub(text, q->tail, text.len);
  gboolean money = q->word == NULL ? q->power >= 7 : g_strcmp0(q->word->base, "CNY") == 0;
  if (!money || !jb_slice_starts(behind, "的"))
    return FALSE;
  gsize over = jb_match_end(before, overs, G_N_ELEMENTS(overs));
  before.len -= over;
  if ((over == 0 && q->outer != JB_BOUND_GE) ||
      jb_match_end(before, attributes, G_N_ELEMENTS(attributes)) == 0)
    return FALSE;
  behind = jb_slice_sub(behind, strlen("的"), behind.len);
  for (gsize n; (n = jb_match_any(behind, kinds, G_N_ELEMENTS(kinds))) > 0;)
    behind = jb_slice_sub(behind, n, behind.len);
  gsize n = jb_match_any(behind, classes, G_N_ELEMENTS(classes));
  behind = jb_slice_sub(behind, n, behind.len);
  return n > 0 && (behind.len == 0 || jb_match_any(behind, marks, G_N_ELEMENTS(marks)) > 0);
}

/* 在日客流量超过1万人|的车站, 对年收入不足5万元|的家庭: which of the things a preposition speaks of. */
static gboolean
is_limit_of_place(JbSlice text, const JbQuantity *q)
{
  static const char *const overs[] = {"超", "超过", "不低于", "不少于", "低于", "不足", "达到", "大于", "小于"};
  static const char *const attributes[] = {"量",   "额",   "面积", "收入", "人数", "规模",
                                           "户数", "床位", "距离", "产值", "营收"};
  static const char *const places[] = {"在", "对", "凡", "给予", "向", "为"};
  static const char *const marks[] = {"，", "。", "；", "：", "！"};
  JbSlice before = jb_slice_sub(text, 0, q->start), behind = jb_slice_sub(text, q->tail, text.len);
  gsize over = jb_match_end(before, overs, G_N_ELEMENTS(overs));
  before.len -= over;
  gboolean bounded = over > 0 || q->outer == JB_BOUND_GE || q->outer == JB_BOUND_LE;
  gboolean defines = jb_slice_starts(behind, "的") || jb_slice_starts(behind, "或");
  if (!bounded || !defines || jb_match_end(before, attributes, G_N_ELEMENTS(attributes)) == 0)
    return FALSE;
  gsize from = before.len;
  while (from > 0 && jb_match_end(jb_slice_sub(before, 0, from), marks, G_N_ELEMENTS(marks)) == 0)
    from--;
  return jb_match_any(jb_slice_sub(before, from, before.len), places, G_N_ELEMENTS(places)) > 0;
}

/* 向四千亿元|大关迈进: where the way leads, nothing reached. */
gboolean
jb_is_ahead(JbSlice text, const JbQuantity *q)
{
  static const char *const levels[] = {"大关", "台阶", "新台阶", "门槛", "俱乐部"}; /* 向3000家目标奋进 is a target */
  static const char *const goes[] = {"迈进", "进军", "冲刺", "挺进", "跃进", "跨越", "奋进", "发起冲刺"};
  JbSlice behind = jb_slice_sub(text, q->tail, text.len);
  gsize level = jb_match_any(behind, levels, G_N_ELEMENTS(levels));
  return level > 0 && jb_before_is(text, q->start, "向") &&
         jb_match_any(jb_slice_sub(behind, level, behind.len), goes, G_N_ELEMENTS(goes)) > 0;
}

/* 落实7个|100%: a slogan of things to be done wholly. */
static gboolean
is_slogan(JbSlice text, const JbQuantity *q)
{
  static const char *const wholes[] = {"100%", "百分之百", "百分百"};
  JbSlice before = jb_slice_sub(text, 0, q->start), behind = jb_slice_sub(text, q->end, text.len);
  static const char *const keeps[] = {"做到", "坚持", "牢记", "把握", "把握好"}; /* 着重做到5个“坚定不移” */
  if (q->word != NULL && strcmp(q->word->zh, "个") == 0 && jb_slice_starts(behind, "“") &&
      jb_match_end(before, keeps, G_N_ELEMENTS(keeps)) > 0)
    return TRUE;
  gsize count = before.len > strlen("个") ? before.len - strlen("个") - 1 : 0;
  if (jb_slice_ends(before, "个") && g_ascii_isdigit(before.at[count])) /* but A率、B率四个100% tells two rates */
    return jb_match_any(jb_slice_sub(text, q->start, text.len), wholes, G_N_ELEMENTS(wholes)) > 0;
  return q->word != NULL && strcmp(q->word->zh, "个") == 0 && jb_match_any(behind, wholes, G_N_ELEMENTS(wholes)) > 0;
}

/* 引进甲集团15万吨|铜箔、乙公司三期等项目90个: what an example of a list is built for. */
static gboolean
is_of_example(JbSlice text, const JbQuantity *q)
{
  static const char *const stops[] = {"，", "。", "；", "：", "（"};
  static const char *const sizes[] = {"t", "W", "m2", "m3", "t/a", "t/d", "l", "TEU"};
  gboolean size = FALSE;
  for (guint i = 0; q->word != NULL && i < G_N_ELEMENTS(sizes); i++)
    size = size || g_strcmp0(q->word->base, sizes[i]) == 0;
  JbSlice behind = jb_slice_sub(text, q->tail, text.len), before = jb_slice_sub(text, 0, q->start);
  if (!size || behind.len < strlen("某某") || (guchar)behind.at[0] < 0xE4 || jb_verb_before(before) != NULL ||
      jb_ends_phrase(text, q->tail))
    return FALSE;
  for (gsize i = 0; i < behind.len && i <= 240; i++) {
    JbSlice rest = jb_slice_sub(behind, i, behind.len);
    if (jb_match_any(rest, stops, G_N_ELEMENTS(stops)) > 0)
      return FALSE;
    if (!jb_slice_starts(rest, "等"))
      continue;
    static const char *const works[] = {"等项目", "等工程", "等装置", "等生产线", "等基地"};
    if (jb_match_any(rest, works, G_N_ELEMENTS(works)) > 0)
      return TRUE;
    for (gsize k = strlen("等"); k < rest.len && k <= 36; k++) {
      if (jb_match_any(jb_slice_sub(rest, k, rest.len), stops, G_N_ELEMENTS(stops)) > 0)
        return FALSE;
      if (g_ascii_isdigit(rest.at[k]))
        return count_at(jb_slice_sub(rest, k, rest.len)) > 0;
    }
    return FALSE;
  }
  return FALSE;
}

/* 收入比值为2.00，|比上年缩小|0.04: how far the index told before has moved. `at`: behind the comma. */
static gboolean
index_moves(JbSlice text, gsize at, gsize start, const char *const *names, guint n_names)
{
  static const char *const compares[] = {"比", "较", "同比"};
  static const char *const moves[] = {"缩小", "扩大", "下降", "上升", "降低", "提高", "提升"};
  JbSlice own = jb_slice_sub(text, at, start);
  if (jb_match_any(own, compares, G_N_ELEMENTS(compares)) == 0 || jb_match_end(own, moves, G_N_ELEMENTS(moves)) == 0)
    return FALSE;
  gsize from = at - strlen("，");
  while (from > 0 && !jb_before_is(text, from, "，") && !jb_before_is(text, from, "。") &&
         !jb_before_is(text, from, "；"))
    from--;
  return jb_has_any(jb_slice_sub(text, from, at), names, n_names);
}

/* 淘汰35蒸吨/小时|燃煤锅炉: how much one of them makes an hour. */
static gboolean
is_of_boiler(JbSlice text, const JbQuantity *q)
{
  static const char *const boilers[] = {"锅炉",         "燃煤锅炉",   "燃气锅炉", "燃油锅炉",
                                        "燃生物质锅炉", "生物质锅炉", "工业锅炉", "燃煤供热锅炉"};
  static const char *const per[] = {"/小时", "/h", "/时", "每小时"};
  JbSlice behind = jb_slice_sub(text, q->tail, text.len);
  behind = jb_slice_sub(behind, jb_match_any(behind, per, G_N_ELEMENTS(per)), behind.len);
  return q->word != NULL && g_strcmp0(q->word->base, "steam_t") == 0 &&
         (q->per != NULL || behind.at != text.at + q->tail) && jb_match_any(behind, boilers, G_N_ELEMENTS(boilers)) > 0;
}

/* 拥堵指数由1.65|下降至1.38|, 收入倍差缩小至1.64: an index or a ratio has no unit. */
static gboolean
is_index(JbSlice text, const JbQuantity *q)
{
  static const char *const names[] = {"指数", "系数", "倍差", "收入比", "比值"};
  static const char *const stops[] = {"，",   "。", "；",   "、", "和", "下降", "降", "提",
                                      "上升", "升", "缩小", "！", "（", "）",   "增"};
  static const char *const marks[] = {"，", "。", "；", "！", "："};
  gsize n = jb_figures(text, q->start);
  JbSlice behind = jb_slice_sub(text, q->start + n, text.len);
  if (q->value.scale == 0 || q->value.scale > 3 ||
      (behind.len > 0 && jb_match_any(behind, stops, G_N_ELEMENTS(stops)) == 0))
    return FALSE;
  for (gsize back = 0; back <= strlen("由1.65逐步下降至了"); back++) {
    if (back > q->start)
      return FALSE;
    JbSlice before = jb_slice_sub(text, 0, q->start - back);
    if (jb_match_end(before, names, G_N_ELEMENTS(names)) > 0)
      return TRUE;
    if (jb_match_end(before, marks, G_N_ELEMENTS(marks)) > 0)
      return jb_slice_ends(before, "，") && index_moves(text, before.len, q->start, names, G_N_ELEMENTS(names));
  }
  return FALSE;
}

gboolean
jb_is_quantity(JbSlice text, const JbQuantity *q, gboolean quoted)
{
  gsize figures_end = q->start + jb_figures(text, q->start);
  JbUnitKind kind = q->word != NULL ? q->word->kind : JB_UNIT_PLAIN;
  if (latin_at(text, figures_end) || (q->start > 0 && latin_at(text, q->start - 1)))
    return FALSE;
  gboolean has_sign = q->sign > 0;
  if (q->start > 0 && strchr("+-./~&=#", text.at[q->start - 1]) != NULL && !q->is_high && !has_sign)
    return FALSE;
  if (figures_end < text.len && strchr("+&=", text.at[figures_end]) != NULL)
    return FALSE;
  if (quoted)
    return FALSE;
  if (jb_before_is(text, q->start, "每")) /* 每10万人口拥有床位: of how many each */
    return FALSE;
  if (jb_before_is(text, q->start, "第") || jb_before_is(text, q->start, "前") || jb_before_is(text, q->start, "×") ||
      jb_before_is(text, q->start, "&times;") || jb_before_is(text, q->start, "·") ||
      (jb_before_is(text, q->start, "＋") && !has_sign))
    return FALSE;
  static const char *const roads[] = {"国道", "省道", "县道", "乡道"}; /* 国道310段 */
  gboolean counts = q->word == NULL || q->word->base == NULL; /* 国省道147公里 is a length */
  if (counts && jb_match_end(jb_slice_sub(text, 0, q->start), roads, G_N_ELEMENTS(roads)) > 0)
    return FALSE;
  JbSlice behind = jb_slice_sub(text, figures_end, text.len);
  if (jb_slice_starts(behind, "×") || jb_slice_starts(behind, "＋") || jb_slice_starts(behind, "·"))
    return FALSE;
  if (q->word != NULL && strcmp(q->word->zh, "成") == 0 && q->value.digits > 10 && q->value.scale == 0)
    return FALSE; /* 2023成都论坛 */
  if (jb_slice_starts(jb_slice_sub(text, q->end, text.len), "分之")) /* 10万分之8.6 */
    return FALSE;
  if (q->word != NULL && strcmp(q->word->zh, "席") == 0 && q->power == 0) /* 前十位中占2席 */
    return FALSE;
  if (q->word != NULL && jb_slice_starts(jb_slice_sub(text, q->end, text.len), "级"))
    return FALSE; /* 新增50亿元级企业2家 */
  if (is_year(text, q) || (q->word == NULL && q->power == 0 && q->ratio == 0 && !is_index(text, q)))
    return FALSE;
  if (jb_before_is(text, q->start, "连续")) /* 天数连续6年稳定在325天以上 */
    return FALSE;
  static const char *const ages[] = {"平均", "寿命", "均"};
  if (jb_slice_starts(jb_slice_sub(text, q->tail, text.len), "口径")) /* 固定资产投资（500万元口径） */
    return FALSE;
  if (kind == JB_UNIT_AGE &&
      !jb_has_any(jb_slice_sub(text, q->start > 60 ? q->start - 60 : 0, q->start), ages, G_N_ELEMENTS(ages)))
    return FALSE;                                      /* 年龄80—89周岁的老人 */
  static const char *const reaches[] = {"内", "范围"}; /* 服务圈300米内 */
  if (q->word != NULL && g_strcmp0(q->word->base, "m") == 0 &&
      jb_match_any(jb_slice_sub(text, q->end, text.len), reaches, G_N_ELEMENTS(reaches)) > 0)
    return FALSE;
  if (is_institute(text, q) || is_limit(text, q) || is_limit_of_place(text, q) ||
      is_limit_of_kind(text, q) || is_slogan(text, q) ||
      jb_is_ahead(text, q) || is_of_example(text, q) || is_of_boiler(text, q))
    return FALSE;
  switch (kind) {
  case JB_UNIT_NAME:
  case JB_UNIT_STEPS:
  case JB_UNIT_RANK:
    return FALSE;
  case JB_UNIT_DURATION:
    return time_is_indicator(text, q->start) && !jb_slice_starts(jb_slice_sub(text, q->end, text.len), "来");
  case JB_UNIT_AGE:
    return time_is_indicator(text, q->start);
  default:
    break;
  }
  /* what a plant is built for: 年产20万吨聚烯烃装置 */
  if ((jb_before_is(text, q->start, "年产") || jb_before_is(text, q->start, "日产") ||
       jb_before_is(text, q->start, "年处理")) &&
      !jb_ends_phrase(text, q->end))
    return FALSE;
  /* a threshold inside a name: 30万千瓦以下煤电机组, 2000万元以上工业企业 */
  gboolean counter = q->word != NULL && q->word->base == NULL && q->power == 0; /* 打造3个以上示范平台 */
  if (q->tail > q->end && kind == JB_UNIT_PLAIN && !counter && !jb_ends_phrase(text, q->tail))
    return FALSE;
  return TRUE;
}
