/* SPDX-License-Identifier: Apache-2.0 */
#include "extract/words.h"

#include "base/utf8.h"

#include <string.h>

static const JbWord before[] = {
  /* ends of nouns that look like one of the words below */
  {.zh = "人均"}, {.zh = "附近"}, {.zh = "所有"}, {.zh = "作为"}, {.zh = "新高"}, {.zh = "国有"}, {.zh = "提高标准"}, {.zh = "集约"}, {.zh = "节约"}, {.zh = "公约"}, {.zh = "签约"}, {.zh = "履约"}, {.zh = "户均"}, {.zh = "村均"}, {.zh = "亩均"},
  {.zh = "生均"}, {.zh = "日均"}, {.zh = "月均"}, {.zh = "规划"}, {.zh = "减排"}, {.zh = "行为"}, {.zh = "最高"}, {.zh = "最低"}, {.zh = "自由"}, {.zh = "理由"}, {.zh = "公共"}, {.zh = "需要"}, {.zh = "主要"}, {.zh = "重要"}, {.zh = "加工"},
  {.zh = "增长", .role = JB_WORD_UP}, {.zh = "增加", .role = JB_WORD_UP}, {.zh = "提高", .role = JB_WORD_UP}, {.zh = "上升", .role = JB_WORD_UP},
  {.zh = "上涨", .role = JB_WORD_UP}, {.zh = "提升", .role = JB_WORD_UP}, {.zh = "净增", .role = JB_WORD_UP}, {.zh = "新增", .role = JB_WORD_UP},
  {.zh = "扩大", .role = JB_WORD_UP}, {.zh = "攀升", .role = JB_WORD_UP}, {.zh = "回升", .role = JB_WORD_UP}, {.zh = "多增", .role = JB_WORD_UP},
  {.zh = "净增加", .role = JB_WORD_UP}, {.zh = "增", .role = JB_WORD_UP}, {.zh = "涨", .role = JB_WORD_UP}, {.zh = "正增长", .role = JB_WORD_UP}, {.zh = "增收", .role = JB_WORD_UP},
  {.zh = "提速", .role = JB_WORD_UP}, {.zh = "加快", .role = JB_WORD_UP}, {.zh = "上调", .role = JB_WORD_UP}, {.zh = "高", .role = JB_WORD_UP}, {.zh = "高出", .role = JB_WORD_UP},
  {.zh = "下降", .role = JB_WORD_DOWN}, {.zh = "降低", .role = JB_WORD_DOWN}, {.zh = "减少", .role = JB_WORD_DOWN}, {.zh = "压减", .role = JB_WORD_DOWN},
  {.zh = "收窄", .role = JB_WORD_DOWN}, {.zh = "缩短", .role = JB_WORD_DOWN}, {.zh = "回落", .role = JB_WORD_DOWN}, {.zh = "缩减", .role = JB_WORD_DOWN},
  {.zh = "削减", .role = JB_WORD_DOWN}, {.zh = "压缩", .role = JB_WORD_DOWN}, {.zh = "下跌", .role = JB_WORD_DOWN}, {.zh = "下滑", .role = JB_WORD_DOWN},
  {.zh = "精简", .role = JB_WORD_DOWN}, {.zh = "缩小", .role = JB_WORD_DOWN}, {.zh = "下调", .role = JB_WORD_DOWN}, {.zh = "负增长", .role = JB_WORD_DOWN},
  {.zh = "减", .role = JB_WORD_DOWN}, {.zh = "降", .role = JB_WORD_DOWN}, {.zh = "低", .role = JB_WORD_DOWN}, {.zh = "压降", .role = JB_WORD_DOWN}, {.zh = "净减少", .role = JB_WORD_DOWN},
  {.zh = "提高到", .role = JB_WORD_REACH}, {.zh = "增加到", .role = JB_WORD_REACH}, {.zh = "上升到", .role = JB_WORD_REACH}, {.zh = "提升到", .role = JB_WORD_REACH},
  {.zh = "增长到", .role = JB_WORD_REACH}, {.zh = "扩大到", .role = JB_WORD_REACH}, {.zh = "发展到", .role = JB_WORD_REACH}, {.zh = "达到", .role = JB_WORD_REACH},
  {.zh = "达", .role = JB_WORD_REACH}, {.zh = "增至", .role = JB_WORD_REACH}, {.zh = "升至", .role = JB_WORD_REACH}, {.zh = "降至", .role = JB_WORD_REACH},
  {.zh = "提至", .role = JB_WORD_REACH}, {.zh = "提升至", .role = JB_WORD_REACH}, {.zh = "提高至", .role = JB_WORD_REACH}, {.zh = "增加至", .role = JB_WORD_REACH},
  {.zh = "下降到", .role = JB_WORD_REACH}, {.zh = "下降至", .role = JB_WORD_REACH}, {.zh = "降低到", .role = JB_WORD_REACH}, {.zh = "降低至", .role = JB_WORD_REACH},
  {.zh = "降到", .role = JB_WORD_REACH}, {.zh = "减少到", .role = JB_WORD_REACH}, {.zh = "减少至", .role = JB_WORD_REACH}, {.zh = "减至", .role = JB_WORD_REACH},
  {.zh = "压缩到", .role = JB_WORD_REACH}, {.zh = "压缩至", .role = JB_WORD_REACH}, {.zh = "压减到", .role = JB_WORD_REACH}, {.zh = "压减至", .role = JB_WORD_REACH},
  {.zh = "缩短到", .role = JB_WORD_REACH}, {.zh = "缩短至", .role = JB_WORD_REACH}, {.zh = "缩减至", .role = JB_WORD_REACH}, {.zh = "上升至", .role = JB_WORD_REACH},
  {.zh = "跃升至", .role = JB_WORD_REACH}, {.zh = "跃升到", .role = JB_WORD_REACH}, {.zh = "扩大至", .role = JB_WORD_REACH}, {.zh = "增长至", .role = JB_WORD_REACH},
  {.zh = "扩展到", .role = JB_WORD_REACH}, {.zh = "拓展到", .role = JB_WORD_REACH}, {.zh = "拓展至", .role = JB_WORD_REACH}, {.zh = "恢复到", .role = JB_WORD_REACH},
  {.zh = "攀升至", .role = JB_WORD_REACH}, {.zh = "攀升到", .role = JB_WORD_REACH}, {.zh = "回升至", .role = JB_WORD_REACH}, {.zh = "升到", .role = JB_WORD_REACH},
  {.zh = "扩容至", .role = JB_WORD_REACH}, {.zh = "跨上", .role = JB_WORD_REACH}, {.zh = "迈上", .role = JB_WORD_REACH}, {.zh = "站上", .role = JB_WORD_REACH},
  {.zh = "上调到", .role = JB_WORD_REACH}, {.zh = "上调至", .role = JB_WORD_REACH}, {.zh = "提标至", .role = JB_WORD_REACH}, {.zh = "跃上", .role = JB_WORD_REACH},
  {.zh = "增到", .role = JB_WORD_REACH}, {.zh = "覆盖", .role = JB_WORD_REACH}, {.zh = "惠及", .role = JB_WORD_REACH}, {.zh = "精简至", .role = JB_WORD_REACH}, {.zh = "精简到", .role = JB_WORD_REACH},
  {.zh = "延伸至", .role = JB_WORD_REACH}, {.zh = "延长至", .role = JB_WORD_REACH}, {.zh = "延长到", .role = JB_WORD_REACH}, {.zh = "发展至", .role = JB_WORD_REACH},
  {.zh = "控制在", .role = JB_WORD_HOLD}, {.zh = "保持在", .role = JB_WORD_HOLD}, {.zh = "稳定在", .role = JB_WORD_HOLD}, {.zh = "维持在", .role = JB_WORD_HOLD},
  {.zh = "保持", .role = JB_WORD_HOLD}, {.zh = "稳定保持在", .role = JB_WORD_HOLD}, {.zh = "稳控在", .role = JB_WORD_HOLD}, {.zh = "控制到", .role = JB_WORD_HOLD},
  {.zh = "稳定达到", .role = JB_WORD_HOLD}, {.zh = "控制", .role = JB_WORD_HOLD},
  {.zh = "为", .role = JB_WORD_IS}, {.zh = "是", .role = JB_WORD_IS}, {.zh = "完成", .role = JB_WORD_IS}, {.zh = "实现", .role = JB_WORD_IS}, {.zh = "有", .role = JB_WORD_IS},
  {.zh = "共有", .role = JB_WORD_IS}, {.zh = "拥有", .role = JB_WORD_IS}, {.zh = "总数", .role = JB_WORD_SKIP}, {.zh = "合计", .role = JB_WORD_IS}, {.zh = "共计", .role = JB_WORD_IS},
  {.zh = "达成", .role = JB_WORD_IS}, {.zh = "占", .role = JB_WORD_IS}, {.zh = "已有", .role = JB_WORD_IS},
  {.zh = "超过", .role = JB_WORD_BOUND, .bound = JB_BOUND_GT}, {.zh = "超", .role = JB_WORD_BOUND, .bound = JB_BOUND_GT},
  {.zh = "突破", .role = JB_WORD_BOUND, .bound = JB_BOUND_GT}, {.zh = "逾", .role = JB_WORD_BOUND, .bound = JB_BOUND_GT},
  {.zh = "高于", .role = JB_WORD_BOUND, .bound = JB_BOUND_GT}, {.zh = "多于", .role = JB_WORD_BOUND, .bound = JB_BOUND_GT},
  {.zh = "大于", .role = JB_WORD_BOUND, .bound = JB_BOUND_GT}, {.zh = "超出", .role = JB_WORD_BOUND, .bound = JB_BOUND_GT},
  {.zh = "跨越", .role = JB_WORD_BOUND, .bound = JB_BOUND_GT}, {.zh = "跨过", .role = JB_WORD_BOUND, .bound = JB_BOUND_GT}, {.zh = "首破", .role = JB_WORD_BOUND, .bound = JB_BOUND_GT},
  {.zh = "不低于", .role = JB_WORD_BOUND, .bound = JB_BOUND_GE}, {.zh = "不少于", .role = JB_WORD_BOUND, .bound = JB_BOUND_GE},
  {.zh = "至少", .role = JB_WORD_BOUND, .bound = JB_BOUND_GE}, {.zh = "不小于", .role = JB_WORD_BOUND, .bound = JB_BOUND_GE},
  {.zh = "不超过", .role = JB_WORD_BOUND, .bound = JB_BOUND_LE}, {.zh = "不高于", .role = JB_WORD_BOUND, .bound = JB_BOUND_LE},
  {.zh = "不多于", .role = JB_WORD_BOUND, .bound = JB_BOUND_LE}, {.zh = "不大于", .role = JB_WORD_BOUND, .bound = JB_BOUND_LE},
  {.zh = "低于", .role = JB_WORD_BOUND, .bound = JB_BOUND_LT}, {.zh = "不到", .role = JB_WORD_BOUND, .bound = JB_BOUND_LT},
  {.zh = "不足", .role = JB_WORD_BOUND, .bound = JB_BOUND_LT}, {.zh = "少于", .role = JB_WORD_BOUND, .bound = JB_BOUND_LT},
  {.zh = "近", .role = JB_WORD_BOUND, .bound = JB_BOUND_LT}, {.zh = "接近", .role = JB_WORD_BOUND, .bound = JB_BOUND_LT},
  {.zh = "将近", .role = JB_WORD_BOUND, .bound = JB_BOUND_LT}, {.zh = "小于", .role = JB_WORD_BOUND, .bound = JB_BOUND_LT},
  {.zh = "约", .role = JB_WORD_BOUND, .bound = JB_BOUND_APPROX}, {.zh = "大约", .role = JB_WORD_BOUND, .bound = JB_BOUND_APPROX},
  {.zh = "年均", .role = JB_WORD_AVERAGE}, {.zh = "年平均", .role = JB_WORD_AVERAGE}, {.zh = "平均每年", .role = JB_WORD_AVERAGE}, {.zh = "五年平均", .role = JB_WORD_AVERAGE},
  {.zh = "两年平均", .role = JB_WORD_AVERAGE}, {.zh = "三年平均", .role = JB_WORD_AVERAGE}, {.zh = "年度平均", .role = JB_WORD_AVERAGE},
  {.zh = "每年", .role = JB_WORD_EACH_YEAR}, {.zh = "逐年", .role = JB_WORD_EACH_YEAR}, {.zh = "持续", .role = JB_WORD_EACH_YEAR}, {.zh = "一直", .role = JB_WORD_EACH_YEAR},
  {.zh = "始终", .role = JB_WORD_EACH_YEAR}, {.zh = "连年", .role = JB_WORD_EACH_YEAR},
  {.zh = "分别", .role = JB_WORD_RESPECTIVE}, {.zh = "各", .role = JB_WORD_RESPECTIVE}, {.zh = "依次", .role = JB_WORD_RESPECTIVE},
  {.zh = "从", .role = JB_WORD_FROM}, {.zh = "由", .role = JB_WORD_FROM},
  {.zh = "累计", .role = JB_WORD_TOTAL}, {.zh = "总计", .role = JB_WORD_TOTAL},
  {.zh = "预计", .role = JB_WORD_ESTIMATE}, {.zh = "初步核算", .role = JB_WORD_ESTIMATE}, {.zh = "有望", .role = JB_WORD_ESTIMATE}, {.zh = "预计可", .role = JB_WORD_ESTIMATE},
  {.zh = "了", .role = JB_WORD_SKIP}, {.zh = "均", .role = JB_WORD_SKIP}, {.zh = "都", .role = JB_WORD_SKIP}, {.zh = "再", .role = JB_WORD_SKIP},
  {.zh = "又", .role = JB_WORD_SKIP}, {.zh = "将", .role = JB_WORD_SKIP}, {.zh = "已", .role = JB_WORD_SKIP}, {.zh = "已经", .role = JB_WORD_SKIP},
  {.zh = "力争", .role = JB_WORD_SKIP}, {.zh = "同比", .role = JB_WORD_SKIP}, {.zh = "实际", .role = JB_WORD_SKIP}, {.zh = "共", .role = JB_WORD_SKIP},
  {.zh = "比上年", .role = JB_WORD_SKIP}, {.zh = "较上年", .role = JB_WORD_SKIP}, {.zh = "比去年", .role = JB_WORD_SKIP}, {.zh = "较去年", .role = JB_WORD_SKIP},
  {.zh = "比上年同期", .role = JB_WORD_SKIP}, {.zh = "较上年同期", .role = JB_WORD_SKIP}, {.zh = "同口径", .role = JB_WORD_SKIP}, {.zh = "环比", .role = JB_WORD_SKIP},
  {.zh = "拟", .role = JB_WORD_SKIP}, {.zh = "拟按", .role = JB_WORD_SKIP}, {.zh = "按", .role = JB_WORD_SKIP}, {.zh = "年内", .role = JB_WORD_SKIP}, {.zh = "可比", .role = JB_WORD_SKIP}, {.zh = "可比口径", .role = JB_WORD_SKIP}, {.zh = "可比价", .role = JB_WORD_SKIP}, {.zh = "按可比价", .role = JB_WORD_SKIP}, {.zh = "按可比价格计算", .role = JB_WORD_SKIP}, {.zh = "确定为", .role = JB_WORD_IS}, {.zh = "设定为", .role = JB_WORD_IS}, {.zh = "定为", .role = JB_WORD_IS}, {.zh = "预期为", .role = JB_WORD_IS}, {.zh = "逆势", .role = JB_WORD_SKIP},
  {.zh = "全年", .role = JB_WORD_SKIP}, {.zh = "平均", .role = JB_WORD_SKIP}, {.zh = "继续", .role = JB_WORD_SKIP}, {.zh = "稳步", .role = JB_WORD_SKIP},
  {.zh = "大幅", .role = JB_WORD_SKIP}, {.zh = "进一步", .role = JB_WORD_SKIP}, {.zh = "总共", .role = JB_WORD_SKIP}, {.zh = "高达", .role = JB_WORD_REACH},
  {.zh = "仅", .role = JB_WORD_SKIP}, {.zh = "只", .role = JB_WORD_SKIP}, {.zh = "首次", .role = JB_WORD_SKIP}, {.zh = "要", .role = JB_WORD_SKIP},
  {.zh = "需", .role = JB_WORD_SKIP}, {.zh = "确保", .role = JB_WORD_SKIP}, {.zh = "成功", .role = JB_WORD_SKIP}, {.zh = "率先", .role = JB_WORD_SKIP},
  {.zh = "：", .role = JB_WORD_SKIP}, {.zh = "的", .role = JB_WORD_SKIP}, {.zh = "一举", .role = JB_WORD_SKIP}, {.zh = "快速", .role = JB_WORD_SKIP},
  {.zh = "名义", .role = JB_WORD_SKIP}, {.zh = "比上月", .role = JB_WORD_SKIP}, {.zh = "安排", .role = JB_WORD_IS},
};

const JbWord *
jb_word_before(JbSlice text)
{
  const JbWord *best = NULL;
  gsize best_len = 0;
  if (text.len < 3)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS(before); i++) {
    gsize len = strlen(before[i].zh);
    if (len > best_len && len <= text.len && text.at[text.len - 1] == before[i].zh[len - 1] && jb_slice_ends(text, before[i].zh)) {
      best = &before[i];
      best_len = len;
    }
  }
  return best;
}

#define LIGHT .is_light = TRUE

static const JbVerb verbs[] = {
  {.zh = "完成", LIGHT}, {.zh = "实现", LIGHT}, {.zh = "落实", LIGHT}, {.zh = "实施", LIGHT}, {.zh = "达到", LIGHT}, {.zh = "推动", LIGHT}, {.zh = "做好", LIGHT},
  {.zh = "确保", LIGHT}, {.zh = "力争", LIGHT}, {.zh = "推进", LIGHT}, {.zh = "加快", LIGHT}, {.zh = "开展", LIGHT}, {.zh = "办好", LIGHT}, {.zh = "办成", LIGHT},
  {.zh = "取得", LIGHT}, {.zh = "形成", LIGHT}, {.zh = "拥有", LIGHT}, {.zh = "抓好", LIGHT}, {.zh = "促成", LIGHT}, {.zh = "超额完成", LIGHT}, {.zh = "进行", LIGHT}, {.zh = "统筹", LIGHT},
  {.zh = "有", LIGHT}, {.zh = "共有", LIGHT}, {.zh = "为", LIGHT}, {.zh = "使", LIGHT}, {.zh = "保障", .is_light = FALSE}, {.zh = "深化", LIGHT}, {.zh = "强化", LIGHT}, {.zh = "滚动实施", LIGHT},
  {.zh = "新增", .sign = 1}, {.zh = "净增", .sign = 1}, {.zh = "增加", .sign = 1}, {.zh = "增设", .sign = 1}, {.zh = "扩大", .sign = 1}, {.zh = "提高", .sign = 1}, {.zh = "提升", .sign = 0},
  {.zh = "压减", .sign = -1}, {.zh = "削减", .sign = -1}, {.zh = "减少", .sign = -1}, {.zh = "降低", .sign = -1}, {.zh = "压缩", .sign = -1}, {.zh = "精简", .sign = -1},
  {.zh = "缩减", .sign = -1}, {.zh = "减轻", .sign = 0}, {.zh = "节约", .sign = 0}, {.zh = "节省", .sign = 0}, {.zh = "下降", .sign = -1},
  {.zh = "新建"}, {.zh = "改建"}, {.zh = "扩建"}, {.zh = "新改扩建"}, {.zh = "改扩建"}, {.zh = "新建改建"}, {.zh = "改造"}, {.zh = "改造提升"}, {.zh = "建成"}, {.zh = "建设"},
  {.zh = "引进"}, {.zh = "引育"}, {.zh = "发放"}, {.zh = "支付"}, {.zh = "培育"}, {.zh = "创建"}, {.zh = "淘汰"}, {.zh = "退出"}, {.zh = "化解"}, {.zh = "关停"}, {.zh = "关闭"},
  {.zh = "拆除"}, {.zh = "拆迁"}, {.zh = "整治"}, {.zh = "治理"}, {.zh = "修复"}, {.zh = "新设"}, {.zh = "设立"}, {.zh = "开工"}, {.zh = "开工建设"}, {.zh = "开通"}, {.zh = "新开通"}, {.zh = "投入"},
  {.zh = "筹集"}, {.zh = "争取"}, {.zh = "获得"}, {.zh = "获批"}, {.zh = "获评"}, {.zh = "荣获"}, {.zh = "签约"}, {.zh = "新签"}, {.zh = "签订"}, {.zh = "举办"}, {.zh = "承办"},
  {.zh = "组织"}, {.zh = "培训"}, {.zh = "帮扶"}, {.zh = "资助"}, {.zh = "救助"}, {.zh = "支持"}, {.zh = "惠及"}, {.zh = "覆盖"}, {.zh = "解决"}, {.zh = "处置"}, {.zh = "查处"}, {.zh = "侦破"},
  {.zh = "办理"}, {.zh = "办结"}, {.zh = "制定"}, {.zh = "修订"}, {.zh = "出台"}, {.zh = "发布"}, {.zh = "评选"}, {.zh = "评定"}, {.zh = "认定"}, {.zh = "入选"}, {.zh = "入库"}, {.zh = "招引"},
  {.zh = "招聘"}, {.zh = "吸引"}, {.zh = "集聚"}, {.zh = "打造"}, {.zh = "铺设"}, {.zh = "敷设"}, {.zh = "种植"}, {.zh = "绿化"}, {.zh = "出让"}, {.zh = "收取"}, {.zh = "盘活"}, {.zh = "消化"},
  {.zh = "清理"}, {.zh = "清退"}, {.zh = "兑现"}, {.zh = "拨付"}, {.zh = "减免"}, {.zh = "发行"}, {.zh = "完善"}, {.zh = "优化"}, {.zh = "更新"}, {.zh = "供应"}, {.zh = "交付"}, {.zh = "筹建"},
  {.zh = "续建"}, {.zh = "储备"}, {.zh = "谋划"}, {.zh = "策划"}, {.zh = "推出"}, {.zh = "上线"}, {.zh = "启用"}, {.zh = "投用"}, {.zh = "竣工"}, {.zh = "通车"}, {.zh = "通过"}, {.zh = "销售"},
  {.zh = "接种"}, {.zh = "接待"}, {.zh = "安置"}, {.zh = "转移"}, {.zh = "吸纳"}, {.zh = "促进"}, {.zh = "带动"}, {.zh = "拉动"}, {.zh = "撬动"}, {.zh = "升级"}, {.zh = "升级改造"}, {.zh = "改造升级"}, {.zh = "运行"},
  {.zh = "保护"}, {.zh = "保护提升"}, {.zh = "提请"}, {.zh = "安排"}, {.zh = "筹措"}, {.zh = "配建"}, {.zh = "建立"}, {.zh = "成立"}, {.zh = "布局"}, {.zh = "布设"}, {.zh = "配备"}, {.zh = "启动"}, {.zh = "组建"},
  {.zh = "指导"}, {.zh = "评审"}, {.zh = "实施了"}, {.zh = "选派"}, {.zh = "选聘"}, {.zh = "派出"}, {.zh = "聘任"}, {.zh = "涌现出"}, {.zh = "涌现"}, {.zh = "列入"}, {.zh = "纳入"}, {.zh = "推广"}, {.zh = "规划"}, {.zh = "规划建设"},
  {.zh = "新改建"}, {.zh = "打通"}, {.zh = "疏浚"}, {.zh = "清淤"}, {.zh = "腾退"}, {.zh = "收储"}, {.zh = "征收"}, {.zh = "落地"}, {.zh = "孵化"}, {.zh = "选树"}, {.zh = "招收"}, {.zh = "录用"}, {.zh = "归集"}, {.zh = "补贴"},
  {.zh = "植树"}, {.zh = "造林"}, {.zh = "减"}, {.zh = "建"}, {.zh = "办"}, {.zh = "拆"}, {.zh = "破获"}, {.zh = "受理"}, {.zh = "审查"}, {.zh = "报批"}, {.zh = "盘活利用"}, {.zh = "招录"}, {.zh = "喜摘"}, {.zh = "斩获"}, {.zh = "夺得"},
  {.zh = "新认定"}, {.zh = "新培育"}, {.zh = "新引进"}, {.zh = "新开工"}, {.zh = "新投放"}, {.zh = "投放"}, {.zh = "新开"}, {.zh = "加装"}, {.zh = "既有住宅加装"}, {.zh = "划定"}, {.zh = "引导"}, {.zh = "对接"}, {.zh = "调出"}, {.zh = "下派"},
};

const JbVerb *
jb_verb_at(JbSlice text)
{
  const JbVerb *best = NULL;
  gsize best_len = 0;
  if (text.len < 3)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS(verbs); i++) {
    if (verbs[i].zh[0] != text.at[0] || verbs[i].zh[1] != text.at[1] || verbs[i].zh[2] != text.at[2] || !jb_slice_starts(text, verbs[i].zh))
      continue;
    gsize len = strlen(verbs[i].zh);
    if (len > best_len) {
      best = &verbs[i];
      best_len = len;
    }
  }
  return best;
}

const JbVerb *
jb_verb_before(JbSlice text)
{
  const JbVerb *best = NULL;
  gsize best_len = 0;
  for (guint i = 0; i < G_N_ELEMENTS(verbs); i++) {
    gsize len = strlen(verbs[i].zh);
    if (len > best_len && len >= strlen("建设") && jb_slice_ends(text, verbs[i].zh)) {
      best = &verbs[i];
      best_len = len;
    }
  }
  return best;
}

gsize
jb_inner_verb_at(JbSlice text)
{
  for (gsize i = 0; i < text.len; i++) {
    const JbVerb *verb = ((guchar)text.at[i] & 0xC0) != 0x80 ? jb_verb_at(jb_slice_sub(text, i, text.len)) : NULL;
    if (verb != NULL && strlen(verb->zh) >= strlen("建设"))
      return i;
  }
  return text.len;
}

gsize
jb_opener_len(JbSlice text)
{
  static const char *const openers[] = {
    "同时", "其中", "特别是", "全年", "年内", "累计", "加快", "统筹", "深化", "强化", "持续", "不断", "进一步", "共", "已", "再", "又", "并", "且", "还", "将", "要", "可", "预计", "力争", "确保",
    "争取", "努力", "顺利", "成功", "如期", "超额", "提前", "率先", "首次", "先后", "坚持", "按照", "通过", "截至目前", "目前", "截至", "截止", "年末", "年底", "当年", "每年", "仅", "使", "为", "让", "对", "组织实施",
    "启动实施", "全省", "全市", "全区", "全县", "我市", "我区", "我省", "我县", "全国", "按可比价计算", "按可比价", "总体", "大约", "今年", "去年", "，", "、", "；", "：", "和", "及", "与", "以及", "（", "）", "——",
    "滚动", "分别", "基本", "新", "圆满", "实际", "完成", "实现", "拟", "计划", "财政用于", "五年", "三年", "本级", "在此基础上", "至", "合计", "总计", "全口径",
  };
  /* manner of doing: dropped before a verb only, 高标准建设 but 高标准农田 */
  static const char *const manners[] = {
    "着力", "全面", "深入", "扎实", "有序", "稳步", "大力", "积极", "高标准", "高质量", "高水平", "高效", "高起点", "推动", "促进", "集中", "合理", "精心", "科学", "严格", "认真", "切实", "主动", "精准", "充分", "重点", "全力", "稳妥", "务实",
    "妥善", "基本", "加速", "快速", "有效", "统一", "常态化", "动态", "系统", "协同", "优先", "超前", "分类", "分批", "高位", "强力", "加力", "更大力度", "因地制宜", "创新", "梯次", "集中力量",
  };
  /* words that stay part of a name although they begin like an opener */
  static const char *const kept[] = {"新增", "新建", "新能源", "新设", "新签", "新改", "新开", "新型", "新一代", "新材料", "新兴", "新农", "新引", "新认", "新培", "新投", "新华", "新冠", "新生", "新增", "新市民", "新时代", "新产品", "新注册", "新登记", "新药", "新业态", "新车", "全国人大", "全国重点", "全国文明",
                                     "完成率", "实现率", "为民办", "对外", "至善", "可持续", "可再", "再制造", "实际使用", "实际利用", "实际到位", "实际外资", "实际吸收", "再生", "再就业", "再贷款", "为民", "已建", "和谐", "基本医", "基本养", "基本民", "基本公", "要素", "并网", "还款", "还林", "对外", "对口", "可支配", "可再生", "新房", "新入", "促进会", "共享", "共同", "共建", "共有产权", "及格",
                                     "积极分子", "全国一", "新基", "持续创", "计划生育", "计划单", "与会", "新创", "新成立", "新质", "全面小康", "集中供", "新媒", "新经济", "新孵", "新招", "新发", "财政用于科", "新城", "新区", "新校", "新型"};
  for (guint i = 0; i < G_N_ELEMENTS(kept); i++)
    if (jb_slice_starts(text, kept[i]))
      return 0;
  gsize best = 0;
  for (guint i = 0; i < G_N_ELEMENTS(openers); i++)
    if (jb_slice_starts(text, openers[i]))
      best = MAX(best, strlen(openers[i]));
  for (guint i = 0; i < G_N_ELEMENTS(manners); i++)
    if (jb_slice_starts(text, manners[i]) && jb_verb_at(jb_slice_sub(text, strlen(manners[i]), text.len)) != NULL)
      best = MAX(best, strlen(manners[i]));
  return best;
}

gsize
jb_predicate_at(JbSlice text)
{
  static const char *const predicates[] = {
    "建成", "投产", "投用", "入驻", "实现", "成为", "进入", "入选", "完成", "获", "荣获", "得到", "列入", "达到", "全部", "上线", "落地", "开工", "竣工", "通过", "被", "受益", "挂牌", "参加", "签约", "取得",
    "纳入", "投入使用", "用于", "予以", "办好", "加快", "有序", "顺利", "基本建成", "基本完", "正式", "开通", "运营", "启动", "创建为", "接入", "完工", "成立", "喜迁", "位居", "跻身", "转移", "享受", "增长", "增加", "提高", "下降", "脱贫",
    "摘帽", "退出", "均", "已", "陆续", "正在", "成功", "相继", "先后", "评为", "升格", "晋级", "在建", "投运", "并网", "优先", "稳定", "率先", "覆盖", "以上", "顺利通过", "清零", "实行", "分别", "累计", "组成", "走上", "迁入", "重新", "回归",
  };
  gsize best = text.len;
  for (guint i = 0; i < G_N_ELEMENTS(predicates); i++) {
    gssize at = jb_slice_find(text, predicates[i]);
    if (at > 0 && (gsize)at < best)
      best = (gsize)at;
  }
  return best;
}
