/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Verbs that English divides by their object: 落地企业 are established and 落地政策 implemented, 培育人才 are
 * trained and 培育新品种 bred. A row holds for the objects that end with one of its words; the first that fits counts.
 */
#include "wording/senses.h"

#include "base/words.h"

#define MOST_VERBS 6
#define MOST_ENDS  32

typedef struct {
  const char *verbs[MOST_VERBS], *ends[MOST_ENDS], *en;
} Sense;

/* What stands in the way, at one spot or as a state. */
#define SPOTS                                                                                                          \
  "积水点", "积水点位", "积水节点", "易涝点", "内涝点", "堵点", "拥堵节点", "乱点", "混错接点", "混接点", "拥堵路口",  \
      "堵点难点"
#define WRONGS                                                                                                         \
  "隐患", "问题", "乱象", "违法建设", "违法建筑", "违规建筑", "违建", "行为", "风险", "隐患点", "私搭乱建", "围挡",    \
      "四乱"
#define BODIES "企业", "公司", "总部", "机构", "实验室", "研究院", "医院", "银行", "医疗中心", "集团"
#define PEOPLE                                                                                                         \
  "人员", "人才", "农民", "新农人", "农创客", "带头人", "经理人", "经纪人", "工匠", "工程师", "学徒", "专员", "名师",  \
      "创业者", "企业家", "教师", "校长", "农牧民", "工人", "劳动者"

static const Sense senses[] = {
    {.verbs = {"启动", "开工", "开工建设", "新开工", "新开工建设"},
     .ends = {"老旧小区", "老旧社区", "老旧楼院", "危旧房", "危房"},
     .en = "put under renovation"},
    {.verbs = {"启动", "开工", "开工建设", "新开工", "新开工建设"},
     .ends = {"城中村", "棚户区", "旧村", "旧屋区"},
     .en = "put under redevelopment"},
    {.verbs = {"启动"},
     .ends = {"学校", "中小学", "幼儿园", "高中", "学位", "公路", "工厂", "站点", "集聚区", "示范区", "示范带", "区块",
              "社区", "乡镇"},
     .en = "started"},
    {.verbs = {"整治", "清理整治", "专项整治"},
     .ends = {"两高项目", "用海项目", "楼项目", "别墅", "非粮化"},
     .en = "rectified"},
    {.verbs = {"整治", "治理", "清理", "清理整治"},
     .ends = {"架空线", "电缆线", "线缆", "蜘蛛网", "管线"},
     .en = "tidied up"},
    {.verbs = {"整治", "治理"}, .ends = {"黑点", "路段", "易渍水点", "区域"}, .en = "remedied"},
    {.verbs = {"治理"}, .ends = {"撂荒地", "撂荒耕地"}, .en = "reclaimed"},
    {.verbs = {"治理"}, .ends = {"断头路"}, .en = "opened up"},
    {.verbs = {"治理"}, .ends = {"荒漠化土地", "沙化土地"}, .en = "brought under control"},
    {.verbs = {"治理"}, .ends = {"街道", "水库", "岸堤", "坡坎崖", "城区段"}, .en = "improved"},
    {.verbs = {"治理", "清理"}, .ends = {"难题", "遗留问题"}, .en = "resolved"},
    {.verbs = {"清理"}, .ends = {"场所", "河道", "无照经营"}, .en = "cleaned up"},
    {.verbs = {"清理"}, .ends = {"广告", "广告设施", "私搭乱建", "大棚房"}, .en = "removed"},
    {.verbs = {"落地", "落地实施"}, .ends = {"区块线"}, .en = "delineated"},
    {.verbs = {"落地实施"},
     .ends = {"政策", "措施", "举措", "改革", "事项", "办法", "法规", "规章", "改革试点"},
     .en = "implemented"},
    {.verbs = {"发运"}, .ends = {"班列", "列车", "专列"}, .en = "dispatched"},
    {.verbs = {"发放"}, .ends = {"营业执照", "许可证", "居住证"}, .en = "issued"},
    {.verbs = {"发放"}, .ends = {"奶", "用品", "体温计"}, .en = "distributed"},
    {.verbs = {"推出"}, .ends = {"房", "房源", "住房", "公寓", "岗位"}, .en = "made available"},
    {.verbs = {"推出"}, .ends = {"演出", "演唱会", "活动", "赛事", "展览", "剧目"}, .en = "staged"},
    {.verbs = {"推出"}, .ends = {"产品", "线路", "场景", "项目", "点位", "打卡地", "业务"}, .en = "launched"},
    {.verbs = {"推出"}, .ends = {"精品力作", "作品"}, .en = "produced"},
    {.verbs = {"推广"}, .ends = {"产品", "名品", "果蔬", "热水器", "墙体"}, .en = "promoted"},
    {.verbs = {"提升"}, .ends = {"能力", "能级", "标准"}, .en = "raised"},
    {.verbs = {"引育", "培育"}, .ends = {"大模型"}, .en = "developed"},
    {.verbs = {"认证"}, .ends = {"三品一标", "两品一标", "一标农产品", "一标产品"}, .en = "approved"},
    {.verbs = {"保障"}, .ends = {"活动", "赛事"}, .en = "supported"},
    {.verbs = {"带动"},
     .ends = {"农户", "贫困户", "贫困人口", "群众", "脱贫户", "农民", "牧民", "村民", "农牧民"},
     .en = "benefited"},
    {.verbs = {"安排"}, .ends = {"学位"}, .en = "provided"},
    {.verbs = {"更新"}, .ends = {"老旧小区", "社区"}, .en = "renovated"},
    {.verbs = {"修复"}, .ends = {"人行道", "道路", "堤防", "管网", "路面", "水系统", "工程"}, .en = "repaired"},
    {.verbs = {"投放"}, .ends = {"贷款", "资金", "基金", "工具", "信贷", "贷"}, .en = "extended"},
    {.verbs = {"投放"}, .ends = {"消费券"}, .en = "issued"},
    {.verbs = {"布局"}, .ends = {"基地", "点", "节点"}, .en = "set up"},
    {.verbs = {"筹建"},
     .ends = {"学校", "院校", "学院", "中学", "小学", "设施", "海外仓", "大学", "医院", "中心", "项目"},
     .en = "under preparation"},
    {.verbs = {"储备", "新储备"}, .ends = {"项目"}, .en = "in the pipeline"},
    {.verbs = {"储备"}, .ends = {"机构", "场所"}, .en = "on standby"},
    {.verbs = {"回迁"}, .ends = {"城中村", "村"}, .en = "with residents rehoused"},
    {.verbs = {"参与"},
     .ends = {"企业", "企业家", "群众", "志愿者", "城市", "学校", "人员", "台胞", "单位", "居民", "机构"},
     .en = "participating"},
    {.verbs = {"建成", "建立"},
     .ends = {"集群", "产业链", "产业链群", "集团", "联合体", "共同体", "医联体", "医共体", "联盟", "合作社", "体系",
              "队", "队伍", "结构"},
     .en = "formed"},
    {.verbs = {"建成"}, .ends = {"企业"}, .en = "established"},
    {.verbs = {"建成"},
     .ends = {"县",     "镇",     "村",     "社区", "小区",   "街道",   "城市",   "村庄",   "村寨",
              "村屯",   "村居",   "庭院",   "家园", "细胞",   "示范区", "风貌区", "集聚区", "先行区",
              "试验区", "样板区", "引领区", "品牌", "示范带", "风景线", "生活圈", "服务圈"},
     .en = "created"},
    {.verbs = {"建设"},
     .ends = {"集群", "联合体", "共同体", "医联体", "医共体", "联盟", "产业链", "专业群", "队伍"},
     .en = "formed"},
    {.verbs = {"建设"}, .ends = {"场景", "品牌"}, .en = "developed"},
    {.verbs = {"落地"}, .ends = {BODIES, "组织"}, .en = "established"},
    {.verbs = {"签约落地"}, .ends = {BODIES}, .en = "signed and established"},
    {.verbs = {"引进落地", "招引落地"}, .ends = {BODIES}, .en = "attracted and established"},
    {.verbs = {"落地"}, .ends = {"店"}, .en = "opened"},
    {.verbs = {"落地"}, .ends = {"基金"}, .en = "set up"},
    {.verbs = {"落地"}, .ends = {"场景", "模型", "应用"}, .en = "deployed"},
    {.verbs = {"落地"},
     .ends = {"政策", "措施", "举措", "改革", "事项", "任务", "成果", "经验", "一件事"},
     .en = "implemented"},
    {.verbs = {"整治", "治理", "综合治理", "综合整治"}, .ends = {SPOTS}, .en = "remedied"},
    {.verbs = {"改造"}, .ends = {SPOTS}, .en = "remedied"},
    {.verbs = {"整治", "治理"},
     .ends = {WRONGS, "企业", "场所", "窑炉", "排污口", "裸房", "看护房", "群租房", "经营主体", "金融机构", "锅炉",
              "临违建筑"},
     .en = "rectified"},
    {.verbs = {"整治"}, .ends = {"水体", "河道", "河涌", "河", "水系", "垃圾", "湿地"}, .en = "cleaned up"},
    {.verbs = {"整治"}, .ends = {"耕地"}, .en = "reclaimed"},
    {.verbs = {"治理"}, .ends = {"井盖"}, .en = "repaired"},
    {.verbs = {"治理"}, .ends = {"矿山", "图斑"}, .en = "restored"},
    {.verbs = {"治理"}, .ends = {"水土流失", "侵蚀沟", "污染源", "有机物"}, .en = "controlled"},
    {.verbs = {"综合治理"}, .ends = {"水土流失", "侵蚀沟", "地质灾害"}, .en = "brought under control"},
    {.verbs = {"治理"},
     .ends = {"小巷", "小区", "道路", "幼儿园", "流域", "河道", "村庄", "危房", "危旧房", "自行车道", "片区"},
     .en = "improved"},
    {.verbs = {"获评"}, .ends = {"奖", "奖项", "奖励"}, .en = "won"},
    {.verbs = {"消化"}, .ends = {"土地", "用地"}, .en = "put to use"},
    {.verbs = {"消化"}, .ends = {"商品房", "库存", "住宅", "房源"}, .en = "sold off"},
    {.verbs = {"发送"}, .ends = {"旅客", "客流", "客流量", "乘客"}, .en = "carried"},
    {.verbs = {"提升"}, .ends = {"效率", "质量", "水平", "品质", "效能", "技能素质", "水质"}, .en = "improved"},
    {.verbs = {"改造"},
     .ends = {"管网", "管道", "管线", "道路", "公路", "街巷", "干道", "农田", "低产田", "菜田", "区块", "薄弱学校",
              "电梯", "系统", "光源", "锅炉", "厂区"},
     .en = "upgraded"},
    {.verbs = {"改造"}, .ends = {"危桥", "桥梁"}, .en = "repaired"},
    {.verbs = {"改造"}, .ends = {"城中村", "棚户区", "旧屋区", "片区", "区域"}, .en = "redeveloped"},
    {.verbs = {"更新", "更新改造"},
     .ends = {"公交车", "车辆", "出租车", "大巴", "井盖", "垃圾桶", "电梯", "水表", "设备", "器材", "自行车", "收集车",
              "渔船", "立管"},
     .en = "replaced"},
    {.verbs = {"解决"}, .ends = {"诉求", "需求", "清单"}, .en = "addressed"},
    {.verbs = {"解决"}, .ends = {"信访件", "信访事项", "积案", "痛点", "难点", "堵点", "项目"}, .en = "resolved"},
    {.verbs = {"解决"}, .ends = {"饮水安全"}, .en = "ensured"},
    {.verbs = {"解决"}, .ends = {"资金", "泊位", "停车位", "学位"}, .en = "provided"},
    {.verbs = {"化解"}, .ends = {"产能", "库存"}, .en = "cut"},
    {.verbs = {"培育"}, .ends = {PEOPLE}, .en = "trained"},
    {.verbs = {"引进培育", "引育"}, .ends = {PEOPLE}, .en = "attracted and trained"},
    {.verbs = {"培育"}, .ends = {"品种"}, .en = "bred"},
    {.verbs = {"培育"}, .ends = {"场景", "模型"}, .en = "developed"},
    {.verbs = {"创建"}, .ends = {"企业", "户"}, .en = "fostered"},
    {.verbs = {"引进"}, .ends = {"剧目", "演出", "展会", "赛事", "赛事活动", "演唱会"}, .en = "brought in"},
    {.verbs = {"引进", "引入"}, .ends = {"成果", "品种", "技术"}, .en = "introduced"},
    {.verbs = {"获得"}, .ends = {"牌", "奖", "奖励", "冠军", "称号"}, .en = "won"},
    {.verbs = {"获"}, .ends = {"资金", "激励"}, .en = "received"},
    {.verbs = {"推广"},
     .ends = {"车", "车辆", "机器人", "建筑", "耕作", "种植", "种养", "技术", "品种", "炉具"},
     .en = "promoted"},
    {.verbs = {"发放"}, .ends = {"券", "卡", "证"}, .en = "issued"},
    {.verbs = {"发放"}, .ends = {"包", "物资", "口罩"}, .en = "distributed"},
    {.verbs = {"发放"},
     .ends = {"待遇", "保险金", "低保金", "津贴", "养老金", "生活费", "保障金", "抚恤金", "低保", "保险费"},
     .en = "paid"},
    {.verbs = {"清理"}, .ends = {"规章", "文件"}, .en = "reviewed"},
    {.verbs = {"清理"}, .ends = {"企业", "机构", "拖欠账款"}, .en = "cleaned up"},
    {.verbs = {"清理"}, .ends = {"证明", "证明事项"}, .en = "abolished"},
    {.verbs = {"处置"},
     .ends = {"企业", "项目", "险情", "隐患", "两违", "土地", "用地", "风险点", "围填海"},
     .en = "dealt with"},
    {.verbs = {"退出"}, .ends = {"贫困村", "贫困户", "贫困人口", "贫困县"}, .en = "lifted out of poverty"},
    {.verbs = {"入园", "新入园"}, .ends = {"企业", "项目", "公司"}, .en = "settled in the park"},
    {.verbs = {"投放"}, .ends = {"储备肉", "储备菜", "储备肉菜", "蔬菜"}, .en = "released"},
    {.verbs = {"推出"}, .ends = {"用地", "净地", "土地"}, .en = "released"},
    {.verbs = {"办结"}, .ends = {"诉求", "问题", "投诉", "投诉件", "信访件", "案件", "事项"}, .en = "resolved"},
    {.verbs = {"转化"}, .ends = {"房", "房源", "公寓"}, .en = "converted"},
    {.verbs = {"承办"}, .ends = {"建议", "提案", "议案"}, .en = "handled"},
    {.verbs = {"安排"}, .ends = {"项目"}, .en = "scheduled"},
    {.verbs = {"摘帽"}, .ends = {"空壳村", "薄弱村", "薄弱镇"}, .en = "removed from the list"},
    {.verbs = {"发展"}, .ends = {"用户", "党员"}, .en = "added"},
    {.verbs = {"布局"}, .ends = {"店", "场", "中心", "空间", "站", "仓", "港", "网点", "平台", "园"}, .en = "set up"},
    {.verbs = {"兑现"}, .ends = {"资金", "补贴"}, .en = "disbursed"},
    {.verbs = {"取消"}, .ends = {"活动", "会议"}, .en = "canceled"},
    {.verbs = {"攻克"}, .ends = {"难题", "问题"}, .en = "overcome"},
    {.verbs = {"落实"},
     .ends = {"民生实事", "事项", "任务", "项目", "措施", "政策", "减税降费", "退税"},
     .en = "carried out"},
};

static guint
length(const char *const *words, guint most)
{
  guint n = 0;
  while (n < most && words[n] != NULL)
    n++;
  return n;
}

const char *
jb_sense(JbSlice verb, JbSlice head)
{
  for (gsize i = 0; i < G_N_ELEMENTS(senses); i++)
    if (jb_is_any(verb, senses[i].verbs, length(senses[i].verbs, MOST_VERBS)) &&
        jb_match_end(head, senses[i].ends, length(senses[i].ends, MOST_ENDS)) > 0)
      return senses[i].en;
  return NULL;
}
