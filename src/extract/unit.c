/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/unit.h"

#include "base/utf8.h"
#include "base/words.h"

#include <string.h>

/* A longer word stands before its own prefix: the first match is the longest. */
static const JbUnit units[] = {
    /* ratios */
    {.zh = "个百分点", .base = "percentage_point", .kind = JB_UNIT_POINTS},
    {.zh = "百分点", .base = "percentage_point", .kind = JB_UNIT_POINTS},
    {.zh = "%", .base = "percent", .kind = JB_UNIT_PERCENT},
    {.zh = "‰", .base = "per_mille"},
    {.zh = "/10万", .base = "per_100000"},
    {.zh = "成", .base = "percent", .factor = 10, .kind = JB_UNIT_PERCENT},
    {.zh = "番", .kind = JB_UNIT_DOUBLINGS},
    /* money */
    {.zh = "元/吨", .base = "CNY/t"},
    {.zh = "元/月", .base = "CNY/month"},
    {.zh = "元/年", .base = "CNY/year"},
    {.zh = "元/平方米", .base = "CNY/m2"},
    {.zh = "元人民币", .base = "CNY"},
    {.zh = "元", .base = "CNY"},
    {.zh = "美元", .base = "USD"},
    {.zh = "港元", .base = "HKD"},
    {.zh = "欧元", .base = "EUR"},
    {.zh = "日元", .base = "JPY"},
    {.zh = "英镑", .base = "GBP"},
    /* people and households */
    {.zh = "人次", .base = "person_time"},
    {.zh = "人（次）", .base = "person_time"},
    {.zh = "人天", .base = "person_day"},
    {.zh = "人", .base = "person"},
    {.zh = "名", .base = "person"},
    {.zh = "户次", .base = "household_time"},
    {.zh = "户", .base = "household"},
    {.zh = "例", .base = "case"},
    /* area, length, volume */
    {.zh = "平方公里", .base = "m2", .power = 6},
    {.zh = "平方千米", .base = "m2", .power = 6},
    {.zh = "平方米", .base = "m2"},
    {.zh = "立方米/小时", .base = "m3/h"},
    {.zh = "立方米", .base = "m3"},
    {.zh = "立方", .base = "m3"},
    {.zh = "平米", .base = "m2"},
    {.zh = "平方", .base = "m2"},
    {.zh = "公顷", .base = "m2", .power = 4},
    {.zh = "亩", .base = "mu"},
    {.zh = "公里", .base = "m", .power = 3},
    {.zh = "千米", .base = "m", .power = 3},
    {.zh = "海里", .base = "nautical_mile"},
    {.zh = "厘米", .base = "m", .power = -2},
    {.zh = "毫米", .base = "m", .power = -3},
    {.zh = "米", .base = "m"},
    {.zh = "英寸", .base = "inch", .kind = JB_UNIT_NAME},
    /* weight */
    {.zh = "吨标准煤", .base = "tce"},
    {.zh = "吨标煤", .base = "tce"},
    {.zh = "吨公里", .base = "t_km"},
    {.zh = "吨/日", .base = "t/d"},
    {.zh = "吨/年", .base = "t/a"},
    {.zh = "吨/天", .base = "t/d"},
    {.zh = "吨级", .kind = JB_UNIT_NAME},
    {.zh = "吨位", .base = "t"},
    {.zh = "吨", .base = "t"},
    {.zh = "蒸吨", .base = "steam_t"},
    {.zh = "载重吨", .base = "dwt"},
    {.zh = "公斤", .base = "kg"},
    {.zh = "千克", .base = "kg"},
    {.zh = "斤", .base = "kg", .factor = 5, .power = -1},
    {.zh = "克", .base = "kg", .power = -3},
    {.zh = "微克/立方米", .base = "ug/m3"},
    {.zh = "微克", .base = "ug/m3"},
    {.zh = "微克每立方米", .base = "ug/m3"},
    {.zh = "毫克/升", .base = "mg/l"},
    {.zh = "重量箱", .base = "weight_case"},
    /* energy, data */
    {.zh = "千瓦时", .base = "kWh"},
    {.zh = "千瓦", .base = "W", .power = 3},
    {.zh = "兆瓦时", .base = "kWh", .power = 3},
    {.zh = "兆瓦", .base = "W", .power = 6},
    {.zh = "吉瓦", .base = "W", .power = 9},
    {.zh = "瓦", .base = "W"},
    {.zh = "千伏安", .base = "kVA"},
    {.zh = "千伏", .base = "kV", .kind = JB_UNIT_NAME},
    {.zh = "伏安", .base = "VA"},
    {.zh = "度", .base = "kWh"},
    {.zh = "标准立方米", .base = "m3"},
    {.zh = "标方", .base = "m3"},
    {.zh = "升", .base = "l"},
    {.zh = "标准箱", .base = "TEU"},
    {.zh = "标箱", .base = "TEU"},
    /* times */
    {.zh = "年", .base = "year", .kind = JB_UNIT_DURATION},
    {.zh = "个月", .base = "month", .kind = JB_UNIT_DURATION},
    {.zh = "个工作日", .base = "working_day", .kind = JB_UNIT_DURATION},
    {.zh = "工作日", .base = "working_day", .kind = JB_UNIT_DURATION},
    {.zh = "个小时", .base = "hour", .kind = JB_UNIT_DURATION},
    {.zh = "小时", .base = "hour", .kind = JB_UNIT_DURATION},
    {.zh = "天次", .base = "day_time"},
    {.zh = "天", .base = "day", .kind = JB_UNIT_DURATION},
    {.zh = "日", .base = "day", .kind = JB_UNIT_DURATION},
    {.zh = "分钟", .base = "minute", .kind = JB_UNIT_DURATION},
    {.zh = "周岁", .base = "year", .kind = JB_UNIT_AGE},
    {.zh = "岁", .base = "year", .kind = JB_UNIT_AGE},
    /* rhetorical */
    {.zh = "个方面", .kind = JB_UNIT_STEPS},
    {.zh = "个维度", .kind = JB_UNIT_STEPS},
    {.zh = "个台阶", .kind = JB_UNIT_STEPS},
    {.zh = "个大台阶", .kind = JB_UNIT_STEPS},
    {.zh = "个百亿台阶", .kind = JB_UNIT_STEPS},
    {.zh = "个百亿级台阶", .kind = JB_UNIT_STEPS},
    {.zh = "个千亿台阶", .kind = JB_UNIT_STEPS},
    {.zh = "个千亿级台阶", .kind = JB_UNIT_STEPS},
    {.zh = "个千亿元台阶", .kind = JB_UNIT_STEPS},
    {.zh = "个万亿台阶", .kind = JB_UNIT_STEPS},
    {.zh = "个万亿级台阶", .kind = JB_UNIT_STEPS},
    {.zh = "个关键词", .kind = JB_UNIT_STEPS},
    {.zh = "方面", .kind = JB_UNIT_STEPS},
    /* names */
    {.zh = "周年", .kind = JB_UNIT_NAME},
    {.zh = "个周年", .kind = JB_UNIT_NAME},
    {.zh = "年代", .kind = JB_UNIT_NAME},
    {.zh = "年度", .kind = JB_UNIT_NAME},
    {.zh = "年期", .kind = JB_UNIT_NAME},
    {.zh = "世纪", .kind = JB_UNIT_NAME},
    {.zh = "月", .kind = JB_UNIT_NAME},
    {.zh = "号", .kind = JB_UNIT_NAME},
    {.zh = "版", .kind = JB_UNIT_NAME},
    {.zh = "届", .kind = JB_UNIT_NAME},
    {.zh = "级", .kind = JB_UNIT_NAME},
    {.zh = "期", .kind = JB_UNIT_NAME},
    {.zh = "型", .kind = JB_UNIT_NAME},
    {.zh = "线", .kind = JB_UNIT_NAME},
    {.zh = "环", .kind = JB_UNIT_NAME},
    {.zh = "时", .kind = JB_UNIT_NAME},
    {.zh = "点", .kind = JB_UNIT_NAME},
    {.zh = "周", .kind = JB_UNIT_NAME},
    {.zh = "国道", .kind = JB_UNIT_NAME},
    {.zh = "省道", .kind = JB_UNIT_NAME},
    {.zh = "航站楼", .kind = JB_UNIT_NAME},
    /* ranks */
    {.zh = "个位次", .kind = JB_UNIT_RANK},
    {.zh = "位次", .kind = JB_UNIT_RANK},
    {.zh = "位", .kind = JB_UNIT_RANK},
    {.zh = "强", .kind = JB_UNIT_RANK},
    {.zh = "名次", .kind = JB_UNIT_RANK},
    /* counts: the measure word is all there is */
    {.zh = "家次"},
    {.zh = "家"},
    {.zh = "件次"},
    {.zh = "件套"},
    {.zh = "件"},
    {.zh = "项次"},
    {.zh = "项"},
    {.zh = "条段"},
    {.zh = "条"},
    {.zh = "段"},
    {.zh = "所"},
    {.zh = "套（间）"},
    {.zh = "套（户）"},
    {.zh = "套次"},
    {.zh = "套"},
    {.zh = "座次"},
    {.zh = "座"},
    {.zh = "场次"},
    {.zh = "场（次）"},
    {.zh = "场"},
    {.zh = "处"},
    {.zh = "张"},
    {.zh = "辆次"},
    {.zh = "辆"},
    {.zh = "台（套）"},
    {.zh = "台套"},
    {.zh = "台次"},
    {.zh = "台"},
    {.zh = "部"},
    {.zh = "列次"},
    {.zh = "列"},
    {.zh = "栋"},
    {.zh = "幢"},
    {.zh = "宗"},
    {.zh = "类"},
    {.zh = "头只"},
    {.zh = "头"},
    {.zh = "种"},
    {.zh = "支"},
    {.zh = "批次"},
    {.zh = "批"},
    {.zh = "株"},
    {.zh = "块"},
    {.zh = "起"},
    {.zh = "只"},
    {.zh = "片"},
    {.zh = "枚"},
    {.zh = "间"},
    {.zh = "架次"},
    {.zh = "架"},
    {.zh = "份"},
    {.zh = "艘次"},
    {.zh = "艘"},
    {.zh = "剂次"},
    {.zh = "剂"},
    {.zh = "班次"},
    {.zh = "班列"},
    {.zh = "班"},
    {.zh = "单"},
    {.zh = "床"},
    {.zh = "张床位"},
    {.zh = "门"},
    {.zh = "路"},
    {.zh = "对"},
    {.zh = "倍"},
    {.zh = "次"},
    {.zh = "笔"},
    {.zh = "篇"},
    {.zh = "本"},
    {.zh = "册"},
    {.zh = "棵"},
    {.zh = "盆"},
    {.zh = "管"},
    {.zh = "席"},
    {.zh = "锭"},
    {.zh = "乘次", .base = "person_time"},
    {.zh = "车次"},
    {.zh = "Gbps"},
    {.zh = "盏"},
    {.zh = "口"},
    {.zh = "人份"},
    {.zh = "对次"},
    {.zh = "趟次"},
    {.zh = "趟"},
    {.zh = "标"},
    {.zh = "羽"},
    {.zh = "部（集）"},
    {.zh = "档"},
    {.zh = "眼"},
    {.zh = "樘"},
    {.zh = "根"},
    {.zh = "公里/小时", .kind = JB_UNIT_NAME},
    {.zh = "个标准箱", .base = "TEU"},
    {.zh = "个（次）"},
    {.zh = "个次"},
    {.zh = "个"},
};

/* Those that are no whole number of per mille keep their own unit: nothing is rounded. */
static const JbUnit fractions[] = {
    [2] = {.zh = "/2", .base = "percent", .factor = 50, .kind = JB_UNIT_PERCENT},
    [3] = {.zh = "/3", .base = "/3", .kind = JB_UNIT_PERCENT},
    [4] = {.zh = "/4", .base = "percent", .factor = 25, .kind = JB_UNIT_PERCENT},
    [5] = {.zh = "/5", .base = "percent", .factor = 20, .kind = JB_UNIT_PERCENT},
    [6] = {.zh = "/6", .base = "/6", .kind = JB_UNIT_PERCENT},
    [7] = {.zh = "/7", .base = "/7", .kind = JB_UNIT_PERCENT},
    [8] = {.zh = "/8", .base = "percent", .factor = 125, .power = -1, .kind = JB_UNIT_PERCENT},
    [9] = {.zh = "/9", .base = "/9", .kind = JB_UNIT_PERCENT},
    [10] = {.zh = "/10", .base = "percent", .factor = 10, .kind = JB_UNIT_PERCENT},
};

const JbUnit *
jb_unit_fraction(gint denominator)
{
  return denominator >= 2 && denominator < (gint)G_N_ELEMENTS(fractions) ? &fractions[denominator] : NULL;
}

const JbUnit *
jb_unit_match(JbSlice text)
{
  static JbWordIndex index = JB_INDEX(units);
  static const char *const seconds[] = {"次发达", "次生", "次新", "次中心"}; /* 12个|次发达镇 */
  const JbUnit *best = NULL;
  gsize best_len = 0, len;
  guint cursor = 0;
  for (const JbUnit *unit; (unit = jb_index_next(&index, text, &cursor, &len)) != NULL;) {
    gsize head = len >= strlen("次") ? len - strlen("次") : 0;
    if (len > best_len && jb_match_any(jb_slice_sub(text, head, text.len), seconds, G_N_ELEMENTS(seconds)) == 0) {
      best = unit;
      best_len = len;
    }
  }
  return best;
}

gint
jb_multiplier_match(JbSlice text, gsize *len)
{
  static const struct {
    const char *zh;
    gint power;
  } multipliers[] = {
      {.zh = "万亿", .power = 12}, {.zh = "千亿", .power = 11}, {.zh = "百亿", .power = 10}, {.zh = "亿", .power = 8},
      {.zh = "千万", .power = 7},  {.zh = "百万", .power = 6},  {.zh = "十万", .power = 5},  {.zh = "万", .power = 4},
      {.zh = "千", .power = 3},    {.zh = "百", .power = 2},
  };
  /* words of their own that begin like a multiplier */
  static const char *const words[] = {"千瓦", "千米", "千克", "千伏", "千卡", "百分点"};
  *len = 0;
  if (jb_match_any(text, words, G_N_ELEMENTS(words)) > 0)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS(multipliers); i++)
    if (jb_slice_starts(text, multipliers[i].zh)) {
      *len = strlen(multipliers[i].zh);
      return multipliers[i].power;
    }
  return 0;
}
