/* SPDX-License-Identifier: Apache-2.0 */
/* What opens a phrase without being part of its name, and where a predicate begins behind a number. */
#include "extract/words.h"

#include "base/utf8.h"
#include "base/words.h"

#include <string.h>

gsize
jb_opener_len(JbSlice text)
{
  static const char *const openers[] = {
      "同时",       "全部",         "均",       "正式",       "陆续",       "相继",         "其中",       "特别是",
      "尤其是",     "全年",         "年内",     "累计",       "加快",       "统筹",         "深化",       "强化",
      "持续",       "不断",         "进一步",   "共",         "已",         "再",           "又",         "并",
      "且",         "还",           "将",       "要",         "可",         "预计",         "力争",       "确保",
      "争取",       "努力",         "顺利",     "成功",       "如期",       "超额",         "提前",       "率先",
      "首次",       "先后",         "坚持",     "按照",       "通过",       "截至目前",     "目前",       "截至",
      "截止",       "年末",         "年底",     "当年",       "当月",       "当季",       "每年",       "仅",           "使",         "为",
      "让",         "对",           "组织实施", "启动实施",   "全省",       "全市",         "全区",       "全县",
      "我市",       "我区",         "我省",     "我县",       "全国",       "按可比价计算", "按可比价",   "总体",
      "大约",       "今年",         "去年",     "，",         "、",         "；",           "：",         "和",
      "及",         "与",           "以及",     "（",         "）",         "——",           "滚动",       "分别",
      "基本",       "新",           "圆满",     "实际",       "完成",       "实现",         "拟",         "计划",
      "财政用于",   "五年",         "三年",     "本级",       "在此基础上", "至",           "至少",       "一个半月",
      "半个月",     "半年",         "了",       "把",         "建议奋力",   "奋力",         "及时",       "合计",
      "总计",       "全口径累计",   "继续",     "接续",       "上级下达",   "省下达",       "国家下达",   "自治区下达",
      "省政府下达", "市下达",       "按时足额", "在全国率先", "在全省率先", "在全区率先",   "在全市率先", "率先在全国",
      "率先在全省", "用心用情用力", "用心用情", "用情用力",   "新一轮",     "最近",         "第一时间",   "即将",
      "早日",       "尽快",         "尽早",     "全力",
  };
  /* manner of doing: dropped before a verb only, 高标准建设 but 高标准农田 */
  static const char *const manners[] = {
      "着力", "全面",   "深入",     "扎实",     "有序", "稳步", "大力",     "积极", "高标准", "高质量", "高水平",
      "高效", "高起点", "推动",     "促进",     "集中", "合理", "精心",     "科学", "严格",   "认真",   "切实",
      "主动", "精准",   "充分",     "重点",     "全力", "稳妥", "务实",     "妥善", "基本",   "加速",   "快速",
      "有效", "统一",   "常态化",   "动态",     "系统", "协同", "优先",     "超前", "分类",   "分批",   "高位",
      "强力", "加力",   "更大力度", "因地制宜", "创新", "梯次", "集中力量", "自觉", "有力",   "如期",   "按期",
      "按时", "首批",   "首期",     "直接",     "踊跃", "彻底", "大规模",   "初步", "同步",   "抓紧",   "按计划",
  };
  /* words that stay part of a name although they begin like an opener */
  static const char *const kept[] = {
      "新增",       "新建",     "新能源",   "新设",   "新签",     "新改",     "新开",     "新型",     "新一代",
      "新材料",     "新兴",     "新农",     "新引",   "新认",     "新培",     "新投",     "新华",     "新冠",
      "新生",       "新市民",   "新时代",   "新产品", "新注册",   "新登记",   "新药",     "新业态",   "新车",
      "全国人大",   "全国重点", "全国文明", "完成率", "全市性",   "全部工业", "全国性",   "全省性",   "实现率",
      "为民办",     "对外",     "至善",     "可持续", "可再",     "再制造",   "实际使用", "实际利用", "实际到位",
      "实际外资",   "实际吸收", "再生",     "再就业", "再贷款",   "为民",     "已建",     "和谐",     "基本医",
      "基本养",     "基本民",   "基本公",   "要素",   "并网",     "还款",     "还林",     "对口",     "可支配",
      "可再生",     "新房",     "新入",     "促进会", "共享",     "共同",     "共建",     "共有产权", "及格",
      "积极分子",   "全国一",   "新基",     "持续创", "计划生育", "计划单",   "与会",     "新创",     "新成立",
      "新质",       "全面小康", "集中供",   "新媒",   "新经济",   "新孵",     "新招",     "新（",     "新发",
      "财政用于科", "新城",     "新区",     "新校",   "使用",     "使领馆",   "成功率",   "共性",     "争取到",
      "要件",       "继续教育", "继续医学", "新案",   "新植",     "和美",     "新批",     "可用",     "可变",
      "新动能",     "新就业形", "新场景",   "新业务", "新办",     "新购",     "新三板",   "对标",     "对接",
      "全力以",     "新技术",   "新工艺",   "新模式", "新服务",   "新赛道",   "拟建",     "拟竣工",   "拟上市"};
  static JbWordIndex open = JB_INDEX(openers), manner = JB_INDEX(manners), keep = JB_INDEX(kept);
  if (jb_index_match(&keep, text) > 0)
    return 0;
  gsize best, len;
  jb_index_longest(&open, text, &best);
  for (guint cursor = 0; jb_index_next(&manner, text, &cursor, &len) != NULL;)
    if (jb_verb_at(jb_slice_sub(text, len, text.len)) != NULL)
      best = MAX(best, len);
  return best;
}

gsize
jb_predicate_begins(JbSlice text)
{
  static const char *const predicates[] = {
      "建成",   "投产",     "投用",     "入驻", "实现",   "成为",     "进入", "入选",   "完成",   "获",       "荣获",
      "得到",   "列入",     "达到",     "全部", "上线",   "落地",     "开工", "竣工",   "通过",   "被",       "受益",
      "挂牌",   "参加",     "签约",     "取得", "纳入",   "投入使用", "用于", "予以",   "办好",   "加快",     "有序",
      "顺利",   "基本建成", "基本完",   "正式", "开通",   "运营",     "启动", "创建为", "全面完", "全面建成", "全面启",
      "全面开", "全面投",   "高效推",   "接入", "完工",   "成立",     "喜迁", "位居",   "跻身",   "转移",     "享受",
      "增长",   "增加",     "提高",     "下降", "脱贫",   "摘帽",     "退出", "均",     "已",     "陆续",     "正在",
      "成功",   "相继",     "先后",     "评为", "升格",   "晋级",     "在建", "投运",   "并网",   "优先",     "稳定",
      "率先",   "覆盖",     "顺利通过", "清零", "实行",   "分别",     "累计", "组成",   "走上",   "迁入",     "重新",
      "回归",   "落户",     "揭牌",     "亮相", "上榜",   "入围",     "驰援", "下沉",   "出列",   "封顶",     "达产",
      "当选",   "齐聚",     "动工",     "进行", "全面达", "进展",     "全线", "进驻",   "开复工", "即将",     "早日",
      "尽快",   "尽早",     "当年",     "年内", "铺设",   "赢得",     "摘牌", "连续",
  };
  /* and manners that stand before a verb only: 改革任务|扎实推进, but not 重点建设项目 */
  static const char *const manners[] = {"深入", "扎实", "有序", "稳步", "大力", "积极",   "全力",   "稳妥",
                                        "加速", "快速", "有效", "切实", "高效", "自觉",   "主动",   "如期",
                                        "按期", "按时", "圆满", "持续", "全面", "有力",   "高质量", "踊跃",
                                        "不断", "逐步", "初步", "同步", "抓紧", "按计划", "首次"};
  static JbWordIndex open = JB_INDEX(predicates), way = JB_INDEX(manners);
  gsize n = jb_index_match(&open, text), manner = n == 0 ? jb_index_match(&way, text) : 0;
  return manner > 0 && jb_verb_at(jb_slice_sub(text, manner, text.len)) != NULL ? manner : n;
}

/* 在建, 在孵 … are words of their own; 在全国 … is a place. */
gboolean
jb_is_place_frame(JbSlice text)
{
  static const char *const words[] = {"在建", "在册", "在校", "在营", "在研", "在职", "在岗", "在读", "在园", "在线",
                                      "在保", "在孵", "在外", "在库", "在编", "在手", "在谈", "在途", "在用", "在售",
                                      "在产", "在站", "在审", "在位", "在役", "在租", "在养", "在院", "在押", "在籍"};
  return jb_slice_starts(text, "在") && jb_match_any(text, words, G_N_ELEMENTS(words)) == 0;
}

/* Does a place with what is done there, or what something is, begin at `at`? 成果|在全国复制推广, 开发区|是主战场, but
 * not 存在隐患, 尤其是. */
static gboolean
is_said_of(JbSlice text, gsize at)
{
  static const char *const ins[] = {"存", "现", "所", "潜", "实", "内", "正"};
  static const char *const ises[] = {"其", "于", "还", "但", "不", "也", "若", "凡", "的", "要", "就", "正"};
  JbSlice before = jb_slice_sub(text, 0, at), rest = jb_slice_sub(text, at, text.len);
  if (jb_slice_starts(rest, "是"))
    return jb_match_end(before, ises, G_N_ELEMENTS(ises)) == 0;
  if (!jb_is_place_frame(rest) || jb_match_end(before, ins, G_N_ELEMENTS(ins)) > 0)
    return FALSE;
  for (gsize i = strlen("在某某"); i < rest.len; i += jb_utf8_len(rest.at[i])) {
    JbSlice deed = jb_slice_sub(rest, i, rest.len);
    const JbVerb *verb = jb_verb_at(deed);
    if (jb_slice_starts(deed, "的"))
      return FALSE; /* 在我市投资的企业 */
    if ((verb != NULL && verb->len >= strlen("推广")) || jb_predicate_begins(deed) > 0)
      return TRUE;
  }
  return FALSE;
}

gsize
jb_predicate_at(JbSlice text)
{
  static const char *const averages[] = {"平", "人", "户", "年", "日", "月", "亩", "村", "生"};
  static const char *const nouns[] = {"增长极",   "增长点",   "增长贡献", "增长的贡献", "运营中心",
                                      "运营平台", "运营机构", "运营公司", "运营基地",   "落户手续",
                                      "落户条件", "转移转化", "转移支付"};
  gsize head = 0; /* 实现41户|脱贫出列: all of it is predicate */
  for (gsize n; (n = jb_predicate_begins(jb_slice_sub(text, head, text.len))) > 0;)
    head += n;
  for (gsize at = head; at < text.len; at++) {
    JbSlice rest = jb_slice_sub(text, at, text.len);
    gssize close = jb_slice_starts(rest, "“") ? jb_slice_find(rest, "”") : -1;
    if (close > 0) { /* what stands in quotation marks is a name: “高效办成一件事”改革 */
      at += (gsize)close;
      continue;
    }
    gboolean inside = at > 0 && ((guchar)text.at[at] & 0xC0) != 0x80;
    guchar lead = (guchar)rest.at[0]; /* of 在 and 是: a look before two comparisons */
    if (inside && (lead == 0xE5 || lead == 0xE6) && (jb_slice_starts(rest, "在") || jb_slice_starts(rest, "是")) &&
        is_said_of(text, at))
      return at;
    gsize n = inside ? jb_predicate_begins(rest) : 0;
    static const char *const no_verbs[] = {"率",   "式",   "工作",
                                           "工程", "任务", "项目"}; /* 建筑封顶|率, 下沉|式, 签约|项目 */
    if (n == 0 || jb_match_any(jb_slice_sub(rest, n, rest.len), no_verbs, G_N_ELEMENTS(no_verbs)) > 0)
      continue;
    gboolean average = jb_slice_starts(rest, "均") && /* 平均收入 */
                       jb_match_end(jb_slice_sub(text, 0, at), averages, G_N_ELEMENTS(averages)) > 0;
    static const char *const not_yet[] = {"拟", "未", "待"}; /* 拟竣工项目 */
    gboolean yet = jb_match_end(jb_slice_sub(text, 0, at), not_yet, G_N_ELEMENTS(not_yet)) == 0;
    static const char *const keeps[] = {"稳", "促", "保", "控"}; /* 稳增长举措, 促增收工程: one word */
    static const char *const kept[] = {"增长", "增收", "稳定"};
    if (jb_match_end(jb_slice_sub(text, 0, at), keeps, G_N_ELEMENTS(keeps)) > 0 &&
        jb_match_any(rest, kept, G_N_ELEMENTS(kept)) > 0)
      continue;
    if (!average && yet && jb_match_any(rest, nouns, G_N_ELEMENTS(nouns)) == 0)
      return at;
  }
  return text.len;
}
