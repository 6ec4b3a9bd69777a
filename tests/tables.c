/* SPDX-License-Identifier: Apache-2.0 */
/* Data tables: each in one line (\n between rows), and the facts that it must give, or what the refusal says. */
#include "forms/forms.h"
#include "support.h"

#include <jianbao/sheet.h>

#include <string.h>

static const struct {
  const char *why, *name, *text;
  const char *area;  /* the caller's; NULL: 410403, "": none */
  const char *facts; /* area indicator measure value unit = amount base period status bound; NULL: refused */
  const char *says;
} tables[] = {
    {.why = "long, in Chinese",
     .name = "t.csv",
     .text = "地区,指标,口径,时期,数值,单位\n410403,规上工业增加值,增速,2025年1-10月,4.4,%\n卫东区,地区生产总值,总量,"
             "2024年,191.6,亿元\n",
     .facts = "410403 industrial_va growth 4.4 % = 4.4 percent 2025-01/2025-10 actual eq\n"
              "410403 gdp level 191.6 亿元 = 19160000000 CNY 2024 actual eq\n"},
    {.why = "long, in English, semicolons, a BOM",
     .name = "t.csv",
     .text = "\xEF\xBB\xBF"
             "Area;Indicator;Measure;Period;Value;Unit;Status\r\n410100;retail_sales;level;2025-01/2025-10;"
             "4.60;亿元;A\r\n410100;gdp;growth;2026;5;%;target\r\n",
     .facts = "410100 retail_sales level 4.60 亿元 = 460000000 CNY 2025-01/2025-10 actual eq\n"
              "410100 gdp growth 5 % = 5 percent 2026 target eq\n"},
    {.why = "SDMX names, a power of ten",
     .name = "t.csv",
     .text = "FREQ,REF_AREA,INDICATOR,MEASURE,UNIT_MEASURE,UNIT_MULT,TIME_PERIOD,OBS_VALUE,OBS_STATUS,BOUND\n"
             "A,410403,gdp,level,CNY,8,2021,163,A,gt\n",
     .facts = "410403 gdp level 163 亿元 = 16300000000 CNY 2021 actual gt\n"},
    {.why = "wide, a title above, units in the names, gaps, a note beneath",
     .name = "t.csv",
     .text = "卫东区主要指标,,\n\n指标,2023年,2025年前三季度,备注\n地区生产总值（亿元）,\"1,180.5\",—,"
             "x\n规上工业增加值增速（%）,−0.6,4.9%,\n"
             "固定资产投资（不含农户）,…,3,\n,注：初步数,,\n",
     .facts = "410403 gdp level 1180.5 亿元 = 118050000000 CNY 2023 actual eq\n"
              "410403 industrial_va growth -0.6 % = -0.6 percent 2023 actual eq\n"
              "410403 industrial_va growth 4.9 % = 4.9 percent 2025-01/2025-09 actual eq\n"
              "410403 fixed_asset_investment level 3  = 3  2025-01/2025-09 actual eq\n"},
    {.why = "a rate of what is money is its growth; one of a rate is its level",
     .name = "t.tsv",
     .text = "指标\t单位\t2024M03\n社会消费品零售总额\t%\t7.2\n城镇调查失业率\t%\t5.3\n",
     .facts = "410403 retail_sales growth 7.2 % = 7.2 percent 2024-03 actual eq\n"
              "410403 unemployment_surveyed level 5.3 % = 5.3 percent 2024-03 actual eq\n"},
    {.why = "quotes with line ends and quotes inside",
     .name = "t.csv",
     .text = "指标,时期,值,单位\n\"全区\n\"\"专精特新\"\"企业\",2024,12,家\n",
     .facts = "410403 全区\n\"专精特新\"企业 level 12 家 = 12 家 2024 actual eq\n"},
    {.why = "two areas",
     .name = "t.csv",
     .text = "area,code,period,value,unit\n410403,gdp,2024,1,亿元\n410402,gdp,2024,2,亿元\n",
     .facts = "410403 gdp level 1 亿元 = 100000000 CNY 2024 actual eq\n410402 gdp level 2 亿元 = 200000000 CNY 2024 "
              "actual eq\n"},
    {.why = "a bureau's month: 本月, 累计 and 同比 beneath a title that names it, places in the table, a quarter's name",
     .name = "t.csv",
     .text = "卫东区主要经济指标（2025年10月）,,,,\n指标,单位,本月,本月止累计,累计同比±%\n一、地区生产总值（前三季度）,亿元,,140.2,5.6\n"
             "规模以上工业增加值,亿元,,,4.4\n  #社会消费品零售总额,亿元,9.8,95.6,7.1\n居民消费价格指数,%,100.2,100.1,—\n",
     .facts = "410403 gdp level 140.2 亿元 = 14020000000 CNY 2025-01/2025-09 actual eq\n"
              "410403 gdp growth 5.6 % = 5.6 percent 2025-01/2025-09 actual eq\n"
              "410403 industrial_va growth 4.4 % = 4.4 percent 2025-01/2025-10 actual eq\n"
              "410403 retail_sales level 9.8 亿元 = 980000000 CNY 2025-10 actual eq\n"
              "410403 retail_sales level 95.6 亿元 = 9560000000 CNY 2025-01/2025-10 actual eq\n"
              "410403 retail_sales growth 7.1 % = 7.1 percent 2025-01/2025-10 actual eq\n"
              "410403 居民消费价格指数 level 100.2 % = 100.2 percent 2025-10 actual eq\n"
              "410403 居民消费价格指数 level 100.1 % = 100.1 percent 2025-01/2025-10 actual eq\n"},
    {.why = "months without a year, a growth beside them, brackets in headings",
     .name = "2025年1-10月.csv",
     .text = "指标（单位）,1-10月（亿元）,同比增长（%）,2025年目标,备注\n社会消费品零售总额,95.6,7.1,8,x\n",
     .facts = "410403 retail_sales level 95.6 亿元 = 9560000000 CNY 2025-01/2025-10 actual eq\n"
              "410403 retail_sales growth 7.1 % = 7.1 percent 2025-01/2025-10 actual eq\n"},
    {.why = "long, with the growth in a column of its own",
     .name = "t.csv",
     .text = "指标,时期,数值（亿元）,增速\n社会消费品零售总额,2025年1-10月,95.6,7.1\n",
     .facts = "410403 retail_sales level 95.6 亿元 = 9560000000 CNY 2025-01/2025-10 actual eq\n"
              "410403 retail_sales growth 7.1 % = 7.1 percent 2025-01/2025-10 actual eq\n"},
    {.why = "two rows of headings",
     .name = "t.csv",
     .text = "2025年10月,,,,\n序号,指标,10月,,1-10月,\n,,绝对量,同比增长%,绝对量,同比增长%\n1,社会消费品零售总额,9.8亿元,5.1,95.6亿元,7.1\n",
     .facts = "410403 retail_sales level 9.8 亿元 = 980000000 CNY 2025-10 actual eq\n"
              "410403 retail_sales growth 5.1 % = 5.1 percent 2025-10 actual eq\n"
              "410403 retail_sales level 95.6 亿元 = 9560000000 CNY 2025-01/2025-10 actual eq\n"
              "410403 retail_sales growth 7.1 % = 7.1 percent 2025-01/2025-10 actual eq\n"},
    {.why = "rows are areas, columns periods; the title names the indicator and the unit; short names, a sum, a zone, a note",
     .name = "t.csv",
     .text = "平顶山市各县区地区生产总值,,\n,,单位：亿元\n县（市、区）,2023年,2024年,增速（%）\n全市,2720,2900,6.1\n"
             "新华区,200.5,210,5.5\n卫东,181.4,191.6,5.6\n高新区,90,99,—\n注：初步核算数,,,\n",
     .area = "410400",
     .facts = "410400 gdp level 2720 亿元 = 272000000000 CNY 2023 actual eq\n"
              "410400 gdp level 2900 亿元 = 290000000000 CNY 2024 actual eq\n"
              "410400 gdp growth 6.1 % = 6.1 percent 2024 actual eq\n"
              "410402 gdp level 200.5 亿元 = 20050000000 CNY 2023 actual eq\n"
              "410402 gdp level 210 亿元 = 21000000000 CNY 2024 actual eq\n"
              "410402 gdp growth 5.5 % = 5.5 percent 2024 actual eq\n"
              "410403 gdp level 181.4 亿元 = 18140000000 CNY 2023 actual eq\n"
              "410403 gdp level 191.6 亿元 = 19160000000 CNY 2024 actual eq\n"
              "410403 gdp growth 5.6 % = 5.6 percent 2024 actual eq\n"
              "平顶山市高新区 gdp level 90 亿元 = 9000000000 CNY 2023 actual eq\n"
              "平顶山市高新区 gdp level 99 亿元 = 9900000000 CNY 2024 actual eq\n"},
    {.why = "a district was given the table of its city: 全市 and 高新区 are the city's",
     .name = "2025年1-6月.csv",
     .text = "县区,地区生产总值（亿元）\n全市,1300\n卫东区,98\n高新区,44\n",
     .facts = "410400 gdp level 1300 亿元 = 130000000000 CNY 2025-01/2025-06 actual eq\n"
              "410403 gdp level 98 亿元 = 9800000000 CNY 2025-01/2025-06 actual eq\n"
              "平顶山市高新区 gdp level 44 亿元 = 4400000000 CNY 2025-01/2025-06 actual eq\n"},
    {.why = "a city was given the table of its province",
     .name = "2025年1-6月.csv",
     .text = "河南省2025年1-6月,\n城市,地区生产总值（亿元）\n全省,9000\n平顶山,1300\n郑州市,7000\n",
     .area = "410400",
     .facts = "410000 gdp level 9000 亿元 = 900000000000 CNY 2025-01/2025-06 actual eq\n"
              "410400 gdp level 1300 亿元 = 130000000000 CNY 2025-01/2025-06 actual eq\n"
              "410100 gdp level 7000 亿元 = 700000000000 CNY 2025-01/2025-06 actual eq\n"},
    {.why = "全省 in a table of a city's districts",
     .name = "2025年.csv",
     .text = "县区,地区生产总值（亿元）\n全省,1300\n",
     .says = "area \"全省\" is not known"},
    {.why = "rows are areas, columns indicators; the title names the period; no area is given",
     .name = "t.csv",
     .text = "2025年1-10月平顶山市各县区主要经济指标,,,,\n序号,地区,社会消费品零售总额（亿元）,同比增长（%）,规上工业增加值增速（%）,备注\n"
             "1,新华区,100.5,7.5,4.1,x\n2,410403,95.6,7.1,4.4,\n",
     .area = "",
     .facts = "410402 retail_sales level 100.5 亿元 = 10050000000 CNY 2025-01/2025-10 actual eq\n"
              "410402 retail_sales growth 7.5 % = 7.5 percent 2025-01/2025-10 actual eq\n"
              "410402 industrial_va growth 4.1 % = 4.1 percent 2025-01/2025-10 actual eq\n"
              "410403 retail_sales level 95.6 亿元 = 9560000000 CNY 2025-01/2025-10 actual eq\n"
              "410403 retail_sales growth 7.1 % = 7.1 percent 2025-01/2025-10 actual eq\n"
              "410403 industrial_va growth 4.4 % = 4.4 percent 2025-01/2025-10 actual eq\n"},
    {.why = "rows are areas, two rows of headings over each indicator, ranks between",
     .name = "2024年.csv",
     .text = "地区,地区生产总值,,,社会消费品零售总额,\n,总量（亿元）,位次,增速（%）,总量（亿元）,增速（%）\n卫东区,191.6,3,5.6,101,6.5\n",
     .facts = "410403 gdp level 191.6 亿元 = 19160000000 CNY 2024 actual eq\n"
              "410403 gdp growth 5.6 % = 5.6 percent 2024 actual eq\n"
              "410403 retail_sales level 101 亿元 = 10100000000 CNY 2024 actual eq\n"
              "410403 retail_sales growth 6.5 % = 6.5 percent 2024 actual eq\n"},
    {.why = "rows are periods, columns indicators, one with a unit and no code",
     .name = "t.csv",
     .text = "年份,地区生产总值（亿元）,增速,在校学生（万人）\n2023,181.4,5.2,3.1\n2024年,191.6,5.6,3.2\n",
     .facts = "410403 gdp level 181.4 亿元 = 18140000000 CNY 2023 actual eq\n"
              "410403 gdp growth 5.2 % = 5.2 percent 2023 actual eq\n"
              "410403 在校学生 level 3.1 万人 = 31000 person 2023 actual eq\n"
              "410403 gdp level 191.6 亿元 = 19160000000 CNY 2024 actual eq\n"
              "410403 gdp growth 5.6 % = 5.6 percent 2024 actual eq\n"
              "410403 在校学生 level 3.2 万人 = 32000 person 2024 actual eq\n"},
    {.why = "the unit above a table of indicators",
     .name = "t.csv",
     .text = "单位：亿元、%,,\n指标,2024年,增速\n地区生产总值,191.6,5.6\n",
     .facts = "410403 gdp level 191.6 亿元 = 19160000000 CNY 2024 actual eq\n"
              "410403 gdp growth 5.6 % = 5.6 percent 2024 actual eq\n"},
    {.why = "rows are areas of a period that nothing names",
     .name = "t.csv",
     .text = "地区,地区生产总值（亿元）\n卫东区,191.6\n",
     .says = "t.csv:2: no period; write it above the table"},
    {.why = "an area that is none, in a table by areas",
     .name = "t.csv",
     .text = "2024年,\n地区,地区生产总值（亿元）\n大梁城,191.6\n",
     .says = "t.csv:3: area \"大梁城\" is not known"},
    {.why = "periods as SDMX writes them",
     .name = "t.csv",
     .text = "REF_AREA,INDICATOR,MEASURE,UNIT_MEASURE,UNIT_MULT,TIME_PERIOD,OBS_VALUE\n410403,gdp,level,CNY,8,2025-01-01/P10M,1\n"
             "410403,gdp,level,CNY,8,2025-Q1,2\n410403,gdp,level,CNY,8,2025-S1,3\n410403,gdp,average_growth,percent,0,2021-01-01/P5Y,4\n",
     .facts = "410403 gdp level 1 亿元 = 100000000 CNY 2025-01/2025-10 actual eq\n"
              "410403 gdp level 2 亿元 = 200000000 CNY 2025-01/2025-03 actual eq\n"
              "410403 gdp level 3 亿元 = 300000000 CNY 2025-01/2025-06 actual eq\n"
              "410403 gdp average_growth 4 % = 4 percent 2021/2025 actual eq\n"},
    {.why = "本月 of a month that nothing names", .name = "t.csv", .text = "指标,单位,本月,累计\n社会消费品零售总额,亿元,1,2\n", .says = "no heading row"},
    {.why = "no heading", .name = "t.csv", .text = "甲,乙\n1,2\n", .says = "no heading row"},
    {.why = "a value that is none",
     .name = "t.csv",
     .text = "指标,时期,值\n地区生产总值,2024,约两百\n",
     .says = "t.csv:2: \"约两百\" is no number"},
    {.why = "a period that is none",
     .name = "t.csv",
     .text = "指标,时期,值\n地区生产总值,去年,2\n",
     .says = "t.csv:2: period \"去年\""},
    {.why = "month 13",
     .name = "t.csv",
     .text = "指标,时期,值\n地区生产总值,2024-13,2\n",
     .says = "t.csv:2: period \"2024-13\""},
    {.why = "an open quote",
     .name = "t.csv",
     .text = "指标,时期,值\n\"地区生产总值,2024,2\n",
     .says = "t.csv:2: a quote opens"},
    {.why = "an unknown measure",
     .name = "t.csv",
     .text = "指标,口径,时期,值\n地区生产总值,环比,2024,2\n",
     .says = "measure \"环比\""},
    {.why = "an unknown area",
     .name = "t.csv",
     .text = "指标,地区,时期,值\n地区生产总值,大梁城,2024,2\n",
     .says = "area \"大梁城\""},
};

static void
describe(GString *out, const JbFacts *facts)
{
  for (guint i = 0; i < facts->n_facts; i++) {
    const JbFact *fact = &facts->facts[i];
    JbArena *arena = facts->arena;
    const JbArea *area = &facts->report.area;
    g_string_append_printf(out, "%s %s %s %s %s = %s %s %s %s %s\n", *area->code != '\0' ? area->code : area->zh,
                           fact->code != NULL ? fact->code : fact->name_zh, jb_measure_name(fact->measure),
                           jb_decimal_text(arena, fact->value), fact->unit, jb_decimal_text(arena, fact->amount.value),
                           fact->amount.unit, jb_period_text(arena, fact->period), jb_status_name(fact->status),
                           jb_bound_name(fact->bound));
  }
}

static void
check_table_of(const char *area, const char *why, const char *name, const void *bytes, gsize len, const char *facts,
               const char *says)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) found = g_string_new(NULL);
  g_autoptr(GPtrArray) sets = jb_sheet_read(name, bytes, len, area, &error);
  for (guint i = 0; sets != NULL && i < sets->len; i++)
    describe(found, sets->pdata[i]);
  if (facts != NULL)
    test_check(sets != NULL && strcmp(found->str, facts) == 0, "%s: %s%s", why, found->str,
               error != NULL ? error->message : "");
  else
    test_check(sets == NULL && error != NULL && strstr(error->message, says) != NULL, "%s: %s", why,
               error != NULL ? error->message : found->str);
}

static void
check_table(const char *why, const char *name, const void *bytes, gsize len, const char *facts, const char *says)
{
  check_table_of("410403", why, name, bytes, len, facts, says);
}

#define SHEET(rows) "<?xml version=\"1.0\"?><worksheet xmlns=\"x\"><sheetData>" rows "</sheetData></worksheet>"

#define ROW(number, name, period, value)                                                                               \
  "<row r=\"" number "\"><c r=\"A" number "\" t=\"str\"><v>" name "</v></c><c r=\"B" number "\" t=\"str\"><v>" period   \
  "</v></c><c r=\"C" number "\" t=\"str\"><v>" value "</v></c></row>"
#define HEADING ROW("1", "指标", "时期", "数值")

/* Shared and inline strings, a binary double, a percent format, an empty cell between. */
static void
check_workbook(void)
{
  static const char sheet[] = SHEET(
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>单位</t></is></c>"
      "<c r=\"D1\" t=\"s\"><v>1</v></c><c r=\"E1\"><v>2025</v></c></row>"
      "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" t=\"str\"><v>亿元</v></c>"
      "<c r=\"D2\"><v>4.4000000000000004</v></c></row>"
      "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>3</v></c><c r=\"D4\" s=\"1\"><v>4.4999999999999998E-2</v></c>"
      "<c r=\"E4\" s=\"2\"><v>0.05</v></c></row>");
  static const char dated[] = SHEET(HEADING "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>地区生产总值</v></c><c r=\"B2\" s=\"3\">"
                                            "<v>45931</v></c><c r=\"C2\" t=\"str\"><v>7亿元</v></c></row>"
                                            "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>地区生产总值</v></c><c r=\"B3\" s=\"4\">"
                                            "<v>45292</v></c><c r=\"C3\" t=\"str\"><v>8亿元</v></c></row>");
  static const char strings[] =
      "<?xml version=\"1.0\"?><sst xmlns=\"x\"><si><t>指标</t></si><si><t>2024年</t></si>"
      "<si><r><t>地区</t></r><r><t>生产总值</t></r><rPh><t>x</t></rPh></si><si><t>规上工业增加值</t></si></sst>";
  static const char styles[] =
      "<?xml version=\"1.0\"?><styleSheet xmlns=\"x\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"0.0%\"/>"
      "<numFmt numFmtId=\"171\" formatCode=\"yyyy&quot;%&quot;m\"/><numFmt numFmtId=\"172\" formatCode=\"[$-804]yyyy\"/></numFmts>"
      "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/>"
      "<xf numFmtId=\"170\"/><xf numFmtId=\"171\"/><xf numFmtId=\"172\"/></cellXfs></styleSheet>";
  GByteArray *book = test_zip("xl/workbook.xml", "<workbook/>", "xl/worksheets/sheet1.xml", sheet,
                              "xl/sharedStrings.xml", strings, "xl/styles.xml", styles, NULL);
  test_check(jb_sheet_is("t.bin", book->data, book->len), "a workbook is not known by its content");
  check_table("workbook", "t.xlsx", book->data, book->len,
              "410403 gdp level 4.4 亿元 = 440000000 CNY 2024 actual eq\n"
              "410403 industrial_va growth 4.5 % = 4.5 percent 2024 actual eq\n"
              "410403 industrial_va growth 5 % = 5 percent 2025 actual eq\n",
              NULL);
  for (guint cut = 1; cut < book->len; cut += 37) { /* a file that ends early is refused or says no less */
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) sets = jb_sheet_read("t.xlsx", book->data, book->len - cut, "410403", &error);
    test_check((sets == NULL) == (error != NULL), "cut by %u", cut);
  }
  g_byte_array_unref(book);
  GByteArray *dates = test_zip("xl/workbook.xml", "<workbook/>", "xl/worksheets/sheet1.xml", dated, "xl/styles.xml",
                               styles, NULL);
  check_table("dates of cells", "t.xlsx", dates->data, dates->len,
              "410403 gdp level 7 亿元 = 700000000 CNY 2025-10 actual eq\n"
              "410403 gdp level 8 亿元 = 800000000 CNY 2024 actual eq\n",
              NULL);
  g_byte_array_unref(dates);
  GByteArray *document = test_zip("word/document.xml", "<x/>", NULL);
  test_check(!jb_sheet_is("t.docx", document->data, document->len), "a docx is taken for a workbook");
  check_table("no sheet", "t.xlsx", document->data, document->len, NULL, "no sheet in it");
  g_byte_array_unref(document);
}

/* In the order of the workbook: a cover, two tables, a hidden one; a link from the root. */
static void
check_sheets(void)
{
  static const char book[] =
      "<workbook xmlns=\"x\" xmlns:r=\"y\"><sheets><sheet name=\"封面\" sheetId=\"9\" r:id=\"a\"/>"
      "<sheet name=\"月度\" sheetId=\"3\" r:id=\"c\"/><sheet name=\"草稿\" sheetId=\"4\" state=\"hidden\" r:id=\"d\"/>"
      "<sheet name=\"年度\" sheetId=\"2\" r:id=\"b\"/></sheets></workbook>";
  static const char links[] = "<Relationships xmlns=\"z\"><Relationship Id=\"b\" Target=\"/xl/worksheets/two.xml\"/>"
                              "<Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"c\" "
                              "Target=\"worksheets/sheet7.xml\"/><Relationship Id=\"d\" "
                              "Target=\"worksheets/sheet8.xml\"/></Relationships>";
  static const char cover[] = SHEET(ROW("1", "卫东区", "主要指标", ""));
  static const char months[] = SHEET(HEADING ROW("2", "社会消费品零售总额", "2025年1-10月", "95.6亿元"));
  static const char years[] = SHEET(HEADING ROW("2", "地区生产总值", "2024", "191.6亿元"));
  static const char draft[] = SHEET(HEADING ROW("2", "地区生产总值", "2024", "约两百"));
  GByteArray *whole = test_zip("xl/workbook.xml", book, "xl/_rels/workbook.xml.rels", links,
                               "xl/worksheets/sheet1.xml", cover, "xl/worksheets/two.xml", years,
                               "xl/worksheets/sheet7.xml", months, "xl/worksheets/sheet8.xml", draft, NULL);
  check_table("sheets", "t.xlsx", whole->data, whole->len,
              "410403 retail_sales level 95.6 亿元 = 9560000000 CNY 2025-01/2025-10 actual eq\n"
              "410403 gdp level 191.6 亿元 = 19160000000 CNY 2024 actual eq\n",
              NULL);
  g_byte_array_unref(whole);
  GByteArray *wrong = test_zip("xl/workbook.xml", book, "xl/_rels/workbook.xml.rels", links,
                               "xl/worksheets/sheet7.xml", months, "xl/worksheets/two.xml", draft, NULL);
  check_table("a sheet is wrong", "t.xlsx", wrong->data, wrong->len, NULL, "t.xlsx!年度:2: \"约两百\" is no number");
  g_byte_array_unref(wrong);
  GByteArray *covers = test_zip("xl/workbook.xml", book, "xl/_rels/workbook.xml.rels", links,
                                "xl/worksheets/sheet1.xml", cover, NULL);
  check_table("covers alone", "t.xlsx", covers->data, covers->len, NULL, "no heading row");
  g_byte_array_unref(covers);
}

/* The program takes what it writes: facts as CSV, into a history that says the same. */
static void
check_own_csv(void)
{
  char *folder = test_folder();
  g_autofree char *csv = g_build_filename(folder, "facts.csv", NULL), *db = g_build_filename(folder, "h.db", NULL);
  g_auto(TestRun) written = test_run(&(TestCommand){
      .argv = ARGV(JIANBAO, "extract", JB_TESTS_DIR "/history/wd-2025.md", "--format", "csv", "-o", csv)});
  g_auto(TestRun) imported = test_run(&(TestCommand){.argv = ARGV(JIANBAO, "import", csv, "--store", db)});
  g_auto(TestRun) series = test_run(
      &(TestCommand){.argv = ARGV(JIANBAO, "series", "gdp", "--measure=growth", "--area=410403", "--store", db)});
  test_check(written.status == 0 && imported.status == 0, "own CSV: %s%s", written.err, imported.err);
  test_check(strstr(series.out, "2024             observed  5.6%") != NULL &&
                 strstr(series.out, "2025             target    ≥6%") != NULL,
             "own CSV: %s%s", series.out, series.err);
  test_remove(folder);
}

int
main(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(tables); i++)
    check_table_of(tables[i].area == NULL ? "410403" : *tables[i].area != '\0' ? tables[i].area : NULL, tables[i].why,
                   tables[i].name, tables[i].text, strlen(tables[i].text), tables[i].facts, tables[i].says);
  check_workbook();
  check_sheets();
  check_own_csv();
  return test_close();
}
