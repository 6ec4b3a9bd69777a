/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings on texts: each row is a paragraph of a review with one planted error, and its sound twin. The planted one
 * gives exactly the finding of the row, the twin none. Intervals are tested on figures built by hand.
 */
#include <jianbao/jianbao.h>

#include "check/range.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

typedef struct {
  const char *planted, *sound;   /* last year's review */
  const char *goal, *sound_goal; /* this year's goals; NULL: one sentence that contradicts nothing */
  const char *kind;
  JbCertainty certainty;
  const char *says; /* in the Chinese sentence */
} Case;

static const Case cases[] = {
    /* level, change, base */
    {.planted = "地区生产总值从2016年的99.2亿元增加到2021年的163亿元，增加68.3亿元。",
     .sound = "地区生产总值从2016年的99.2亿元增加到2021年的163亿元，增加63.8亿元。",
     .kind = "change",
     .certainty = JB_CERTAIN,
     .says = "63.8亿元"},
    {.planted = "建成区绿地面积由120万平方米扩大到165万平方米，增加54万平方米。",
     .sound = "建成区绿地面积由120万平方米扩大到165万平方米，增加45万平方米。",
     .kind = "change",
     .certainty = JB_CERTAIN,
     .says = "45万平方米"},
    {.planted = "城镇化率从2016年的61.2%提高到2021年的66.9%，提高7.5个百分点。",
     .sound = "城镇化率从2016年的61.2%提高到2021年的66.9%，提高5.7个百分点。",
     .kind = "change",
     .certainty = JB_CERTAIN,
     .says = "5.7个百分点"},
    {.planted = "2021年金融机构贷款余额412.6亿元，比2016年增加161.4亿元。2016年，金融机构贷款余额215.2亿元。",
     .sound = "2021年金融机构贷款余额412.6亿元，比2016年增加197.4亿元。2016年，金融机构贷款余额215.2亿元。",
     .kind = "change",
     .certainty = JB_LIKELY,
     .says = "161.4亿元"},
    /* growth by two levels */
    {.planted = "外贸进出口总额从2020年的80.5亿元增长到2021年的92.6亿元，增长25%。",
     .sound = "外贸进出口总额从2020年的80.5亿元增长到2021年的92.6亿元，增长15%。",
     .kind = "growth",
     .certainty = JB_LIKELY,
     .says = "25%"},
    {.planted = "2021年，技术合同成交额18.6亿元、增长34.2%。2020年，技术合同成交额15.2亿元。",
     .sound = "2021年，技术合同成交额18.6亿元、增长22.4%。2020年，技术合同成交额15.2亿元。",
     .kind = "growth",
     .certainty = JB_LIKELY,
     .says = "34.2%"},
    /* real growth against nominal levels: only where prices cannot explain it, and then as a question */
    {.planted = "2021年，地区生产总值163亿元、增长6.6%。2020年，地区生产总值121亿元。",
     .sound = "2021年，地区生产总值163亿元、增长6.6%。2020年，地区生产总值148.3亿元。",
     .kind = "growth",
     .certainty = JB_POSSIBLE,
     .says = "不变价"},
    /* average growth */
    {.planted = "金融机构存款余额从2016年的243.5亿元增加到2021年的381.7亿元，年均增长14.9%。",
     .sound = "金融机构存款余额从2016年的243.5亿元增加到2021年的381.7亿元，年均增长9.4%。",
     .kind = "average_growth",
     .certainty = JB_LIKELY,
     .says = "14.9%"},
    /* direction */
    {.planted = "森林覆盖率从2016年的42.3%提高到2021年的40.1%。",
     .sound = "森林覆盖率从2016年的40.1%提高到2021年的42.3%。",
     .kind = "direction",
     .certainty = JB_CERTAIN,
     .says = "40.1%"},
    {.planted = "PM2.5平均浓度由2020年的45微克/立方米下降至2021年的48微克/立方米。",
     .sound = "PM2.5平均浓度由2020年的48微克/立方米下降至2021年的45微克/立方米。",
     .kind = "direction",
     .certainty = JB_CERTAIN,
     .says = "变大了"},
    /* two values */
    {.planted = "地区生产总值达到163亿元。全市经济总量稳步扩大，地区生产总值136亿元。",
     .sound = "地区生产总值达到163亿元。全市经济总量稳步扩大，地区生产总值163.2亿元。",
     .kind = "two_values",
     .certainty = JB_LIKELY,
     .says = "136亿元"},
    {.planted = "一般公共预算收入增长8.4%。财政运行平稳，一般公共预算收入增长8.9%。",
     .sound = "一般公共预算收入增长8.4%。财政运行平稳，一般公共预算收入增长8.4%。",
     .kind = "two_values",
     .certainty = JB_LIKELY,
     .says = "8.9%"},
    {.planted = "森林覆盖率达到54.2%。生态持续向好，森林覆盖率达到52.4%。",
     .sound = "森林覆盖率达到54.2%。生态持续向好，森林覆盖率达到54%。",
     .kind = "two_values",
     .certainty = JB_LIKELY,
     .says = "52.4%"},
    /* a bound that the number denies */
    {.planted = "社会消费品零售总额突破140亿元。消费加快恢复，社会消费品零售总额137.5亿元。",
     .sound = "社会消费品零售总额突破130亿元。消费加快恢复，社会消费品零售总额137.5亿元。",
     .kind = "bound",
     .certainty = JB_LIKELY,
     .says = "137.5亿元"},
    /* parts and wholes */
    {.planted = "全年外贸进出口总额163.2亿元，其中出口99.8亿元，进口73.4亿元。",
     .sound = "全年外贸进出口总额173.2亿元，其中出口99.8亿元，进口73.4亿元。",
     .kind = "sum",
     .certainty = JB_LIKELY,
     .says = "173.2亿元"},
    {.planted = "地区生产总值163亿元，其中第一产业增加值12.6亿元，第二产业增加值48.2亿元，第三产业增加值92.2亿元。",
     .sound = "地区生产总值163亿元，其中第一产业增加值12.6亿元，第二产业增加值48.2亿元，第三产业增加值102.2亿元。",
     .kind = "sum",
     .certainty = JB_LIKELY,
     .says = "153.0亿元"},
    {.planted = "一般公共预算收入21.3亿元，其中税收收入25.4亿元。",
     .sound = "一般公共预算收入21.3亿元，其中税收收入15.4亿元。",
     .kind = "part_over_whole",
     .certainty = JB_LIKELY,
     .says = "25.4亿元"},
    {.planted = "三次产业比调整为11.8:48.3:49.9。",
     .sound = "三次产业比调整为11.8:48.3:39.9。",
     .kind = "shares",
     .certainty = JB_CERTAIN,
     .says = "110.0"},
    {.planted = "地区生产总值增长7.6%，其中第一产业增加值增长3.1%，第二产业增加值增长5.2%，第三产业增加值增长6.1%。",
     .sound = "地区生产总值增长5.6%，其中第一产业增加值增长3.1%，第二产业增加值增长5.2%，第三产业增加值增长6.1%。",
     .kind = "mean",
     .certainty = JB_LIKELY,
     .says = "7.6%"},
    {.planted = "全市居民人均可支配收入32100元，其中城镇居民人均可支配收入31000元，农村居民人均可支配收入19000元。",
     .sound = "全市居民人均可支配收入28100元，其中城镇居民人均可支配收入31000元，农村居民人均可支配收入19000元。",
     .kind = "mean",
     .certainty = JB_LIKELY,
     .says = "32,100元"},
    /* rates */
    {.planted = "城市污水处理率达到103%。", .sound = "城市污水处理率达到100%。", .kind = "over_100", .says = "103%"},
    {.planted = "服务业增加值占生产总值比重达到145.3%。",
     .sound = "服务业增加值占生产总值比重达到45.3%。",
     .kind = "over_100",
     .certainty = JB_CERTAIN,
     .says = "145.3%"},
    {.planted = "城镇调查失业率54.3%。",
     .sound = "城镇调查失业率5.43%。",
     .kind = "implausible",
     .certainty = JB_LIKELY,
     .says = "54.3%"},
    {.planted = "城镇化率从2016年的60.1%提高到2021年的63.1%，提高3%。",
     .sound = "城镇化率从2016年的60.1%提高到2021年的63.1%，提高3个百分点。",
     .kind = "points",
     .certainty = JB_LIKELY,
     .says = "百分点"},
    {.planted = "普惠性幼儿园覆盖率比上年提高2.3%。",
     .sound = "普惠性幼儿园覆盖率比上年提高2.3个百分点。",
     .kind = "points",
     .certainty = JB_POSSIBLE,
     .says = "2.3%"},
    /* goals */
    {.planted = "森林覆盖率达到54.2%。",
     .sound = "森林覆盖率达到54.2%。",
     .goal = "森林覆盖率达到52.5%。",
     .sound_goal = "森林覆盖率达到54.5%以上。",
     .kind = "target",
     .certainty = JB_LIKELY,
     .says = "52.5%"},
    {.planted = "地区生产总值增长8.1%。",
     .sound = "地区生产总值增长8.1%。",
     .goal = "地区生产总值增长6.5%—6%。",
     .sound_goal = "地区生产总值增长6%—6.5%。",
     .kind = "range",
     .certainty = JB_CERTAIN,
     .says = "6.5%"},
};

/* Sound sentences that look like a contradiction and are none. */
static const char *const sound[] = {
    "全国生产总值增长8.1%，我市地区生产总值增长7.6%。全市地区生产总值增长7.6%。",
    "一季度地区生产总值增长12.4%。全年地区生产总值增长7.6%。",
    "世界城市排名从132名上升到32名。",
    "新区一般公共预算收入增长12.4%。全市一般公共预算收入增长10.6%。",
    "规上工业企业出口增长9.4%。出口增长7.1%。",
    "地区生产总值迈上160亿元台阶、达到163亿元。全市地区生产总值163亿元。",
    "完成年度投资计划的127.4%，占年度计划的111.5%。",
    "居民消费价格指数101.5%。",
    "一般公共预算收入同口径增长8.4%。一般公共预算收入增长5.2%。",
    "三次产业比由9.0:35.7:55.3优化为8.4:29.4:62.2。",
    "全员劳动生产率提高6.5%。",
    "城镇新增就业14.8万人。重点办好民生实事：一是新建公园5个。二是实现城镇新增就业13.7万人。",
    "17个开发区规上工业增加值全市占比超过80%。",
    "刑事案件发案率下降10.4%。",
    "本外币存贷款余额分别增长9.1%、14.4%，达到2.2万亿元、2.4万亿元。",
};

/* Goals that look like a step back and are none: what comes in each year, growth, what may fall. */
static const struct {
  const char *review, *goal;
} sound_goals[] = {
    {.review = "新增科技企业孵化器18家、高新技术企业163家。", .goal = "新增高新技术企业150家以上。"},
    {.review = "地区生产总值增长8.1%。", .goal = "地区生产总值增长6%。"},
    {.review = "城镇新增就业14.8万人。", .goal = "城镇新增就业10万人以上。"},
    {.review = "空气质量优良天数比例达到90.1%。", .goal = "空气质量优良天数比例达到86%以上。"},
    {.review = "城镇登记失业率2.8%。", .goal = "城镇登记失业率控制在4%以内。"},
    {.review = "高速公路通车里程达到1012公里。", .goal = "高速公路通车里程超过1000公里、达到1050公里。"},
};

static JbFacts *
facts_of(const char *name, const char *review, const char *goal)
{
  g_autofree char *text = g_strconcat("# 政府工作报告\n\n——2022年1月10日在宁波市第五届人民代表大会第二次会议上\n\n"
                                      "各位代表：\n\n## 一、2021年工作回顾\n\n",
                                      review, "\n\n## 二、2022年工作安排\n\n",
                                      goal != NULL ? goal : "城镇登记失业率控制在3.5%以内。", "\n", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(JbDocument) document = jb_document_read(name, text, strlen(text), &error);
  assert_null(error);
  return jb_extract(document);
}

static void
show(const char *text, const JbFindings *findings)
{
  g_autoptr(GString) out = g_string_new(text);
  g_string_append_c(out, '\n');
  jb_findings_write_text(findings, "report", NULL, out);
  print_error("%s", out->str);
}

static void
test_planted(void **state)
{
  (void)state;
  guint n_wrong = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(JbFacts) facts = facts_of("planted.md", cases[i].planted, cases[i].goal);
    g_autoptr(JbFindings) findings = jb_check(facts);
    const JbFinding *first = findings->findings;
    if (findings->n_findings == 1 && strcmp(first->kind, cases[i].kind) == 0 &&
        first->certainty == cases[i].certainty && strstr(first->zh, cases[i].says) != NULL)
      continue;
    n_wrong++;
    show(cases[i].planted, findings);
  }
  assert_int_equal(n_wrong, 0);
}

static void
test_sound(void **state)
{
  (void)state;
  guint n_wrong = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(cases) + G_N_ELEMENTS(sound); i++) {
    gboolean is_twin = i < G_N_ELEMENTS(cases);
    const char *text = is_twin ? cases[i].sound : sound[i - G_N_ELEMENTS(cases)];
    g_autoptr(JbFacts) facts = facts_of("sound.md", text, is_twin ? cases[i].sound_goal : NULL);
    g_autoptr(JbFindings) findings = jb_check(facts);
    if (findings->n_findings == 0)
      continue;
    n_wrong++;
    show(text, findings);
  }
  assert_int_equal(n_wrong, 0);
}

static void
test_sound_goals(void **state)
{
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(sound_goals); i++) {
    g_autoptr(JbFacts) facts = facts_of("sound.md", sound_goals[i].review, sound_goals[i].goal);
    g_autoptr(JbFindings) findings = jb_check(facts);
    if (findings->n_findings != 0)
      show(sound_goals[i].goal, findings);
    assert_int_equal(findings->n_findings, 0);
  }
}

/* Every kind that jb_check() gives is planted above. */
static void
test_every_kind_is_planted(void **state)
{
  (void)state;
  for (guint i = 0; jb_check_kind_at(i) != NULL; i++) {
    const char *name = jb_check_kind_at(i)->name;
    gboolean is_planted = strcmp(name, "revised") == 0;
    for (gsize k = 0; k < G_N_ELEMENTS(cases); k++)
      is_planted |= strcmp(cases[k].kind, name) == 0;
    if (!is_planted)
      fail_msg("no text has a planted error of kind %s", name);
  }
}

/* ---- Against the report of a year before ------------------------------------------------------------------------ */

static const struct {
  const char *older, *newer;
  guint n;
  JbCertainty certainty;
  const char *says;
} pairs[] = {
    {.older = "2021年，外贸进出口总额92.6亿元。",
     .newer = "2021年，外贸进出口总额94.9亿元。",
     .n = 1,
     .certainty = JB_LIKELY,
     .says = "94.9亿元"},
    {.older = "2021年，外贸进出口总额92.6亿元。", .newer = "2021年，外贸进出口总额92.58亿元。", .n = 0},
    {.older = "2020年，金融机构存款余额343.1亿元。",
     .newer = "2021年，金融机构存款余额381.7亿元、增长7.2%。",
     .n = 1,
     .certainty = JB_POSSIBLE,
     .says = "356.1亿元"},
    {.older = "2020年，金融机构存款余额343.1亿元。", .newer = "2021年，金融机构存款余额381.7亿元、增长11.2%。", .n = 0},
    {.older = "2016年，地区生产总值92.9亿元。",
     .newer = "2021年，地区生产总值163亿元，比2016年增加63.8亿元。",
     .n = 1,
     .certainty = JB_LIKELY,
     .says = "99.2亿元"},
    {.older = "2016年，地区生产总值99.2亿元。", .newer = "2021年，地区生产总值163亿元，比2016年增加63.8亿元。", .n = 0},
    /* real growth implies no level */
    {.older = "2020年，地区生产总值148.3亿元。", .newer = "2021年，地区生产总值163亿元、增长6.6%。", .n = 0},
};

static void
test_against(void **state)
{
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
    g_autoptr(JbFacts) older = facts_of("older.md", pairs[i].older, NULL);
    g_autoptr(JbFacts) newer = facts_of("newer.md", pairs[i].newer, NULL);
    g_autoptr(JbFindings) findings = jb_check_against(newer, older);
    if (findings->n_findings != pairs[i].n)
      show(pairs[i].newer, findings);
    assert_int_equal(findings->n_findings, pairs[i].n);
    if (pairs[i].n == 0)
      continue;
    const JbFinding *first = findings->findings;
    assert_string_equal(first->kind, "revised");
    assert_int_equal(first->certainty, pairs[i].certainty);
    if (strstr(first->zh, pairs[i].says) == NULL)
      show(pairs[i].newer, findings);
    assert_non_null(strstr(first->zh, pairs[i].says));
    assert_ptr_equal(first->places[0].facts, older);
    assert_ptr_equal(first->places[1].facts, newer);
  }
}

/* ---- Ranges ------------------------------------------------------------------------------------------------------ */

static JbFact
figure(const char *value, gint32 power, const char *unit)
{
  JbFact fact = {.amount.unit = unit};
  assert_true(jb_decimal_parse(jb_slice(value), &fact.value));
  assert_true(jb_decimal_shift(fact.value, power, &fact.amount.value));
  return fact;
}

static void
test_ranges(void **state)
{
  (void)state;
  static const struct {
    const char *value;
    gint32 power;
    const char *unit;
    gint64 lo, hi; /* thousandths of the base unit */
  } rows[] = {
      {"163", 0, "CNY", 162500, 164000},    {"1.5", 4, "CNY", 14500000, 16000000},
      {"5000", 0, "CNY", 4950000, 5100000}, /* known to 100 */
      {"10", 0, "percent", 9500, 11000},    /* a rate of 10% is known to 1 */
      {"-2.5", 0, "percent", -2600, -2450}, {"0", 0, "percent", -500, 1000},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    JbFact fact = figure(rows[i].value, rows[i].power, rows[i].unit);
    JbRange range;
    assert_true(jb_range_of(&fact, &range));
    assert_true(range.lo == (JbWide)rows[i].lo * 1000 && range.hi == (JbWide)rows[i].hi * 1000);
  }
  JbFact fine = figure("0.00000001", 0, "CNY"), huge = figure("999999999999999999", 0, "CNY");
  JbRange range;
  assert_false(jb_range_of(&fine, &range));
  assert_true(jb_range_of(&huge, &range));
}

static void
test_growth_is_outward(void **state)
{
  (void)state;
  JbFact level = figure("100.0", 0, "CNY"), rate = figure("10.0", 0, "percent");
  JbRange l, r, grown, back;
  assert_true(jb_range_of(&level, &l) && jb_range_of(&rate, &r));
  assert_true(jb_range_grow(l, r, 5, &grown));
  assert_true(grown.lo < (JbWide)161051 * 1000 && grown.hi > (JbWide)161051 * 1000);
  assert_true(jb_range_growth(l, grown, &back));
  assert_true(back.lo < (JbWide)61051 * 1000 && back.hi > (JbWide)61051 * 1000);
  assert_false(jb_range_grow(l, (JbRange){-100 * JB_MILLION, 0}, 1, &grown));
  assert_false(jb_range_growth((JbRange){0, 1}, l, &back));
  /* a growth that no number holds ends in FALSE, not in a wrapped one */
  assert_false(jb_range_grow((JbRange){(JbWide)1 << 90, (JbWide)1 << 90}, (JbRange){900 * JB_MILLION, 900 * JB_MILLION},
                             30, &grown));
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_planted),           cmocka_unit_test(test_sound),
      cmocka_unit_test(test_sound_goals),       cmocka_unit_test(test_every_kind_is_planted),
      cmocka_unit_test(test_against),           cmocka_unit_test(test_ranges),
      cmocka_unit_test(test_growth_is_outward),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
