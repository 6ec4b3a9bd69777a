/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Time. Words for time are rows of one table with a function of the scope; figures (2021年, 1至9月, 2017—2021年)
 * are read by hand. Years come from the report, never from the clock.
 */
#include "extract/date.h"

#include "base/numeral.h"
#include "base/utf8.h"
#include "base/words.h"
#include "extract/numeral.h"

#include <string.h>

JbPeriod
jb_period_year(gint year)
{
  return (JbPeriod){.from_year = (gint16)year, .to_year = (gint16)year};
}

static JbPeriod
span_of(gint from, gint to)
{
  return (JbPeriod){.from_year = (gint16)from, .to_year = (gint16)to};
}

static JbPeriod
months(gint year, gint from, gint to)
{
  return (JbPeriod){
      .from_year = (gint16)year, .from_month = (gint16)from, .to_year = (gint16)year, .to_month = (gint16)to};
}

/* ---- Words for time ------------------------------------------------------------------------- */

typedef enum {
  W_LAST_YEAR,
  W_THIS_YEAR,
  W_NEXT_YEAR,
  W_PAST_SPAN,
  W_FIVE_YEARS,
  W_NEXT_SPAN,
  W_PLAN,
  W_HALF,
  W_HALF2,
  W_QUARTERS3,
  W_QUARTER1,
  W_YEARS,
  W_WHOLE_YEAR,
} WordKind;

typedef struct {
  const char *zh;
  WordKind kind;
  gint n; /* PLAN: number of the five-year plan; YEARS: how many */
} TimeWord;

/* A longer word stands before its prefix. */
static const TimeWord words[] = {
    {.zh = "过去一年", .kind = W_LAST_YEAR},
    {.zh = "一年来", .kind = W_LAST_YEAR},
    {.zh = "这一年", .kind = W_LAST_YEAR},
    {.zh = "一年里", .kind = W_LAST_YEAR},
    {.zh = "去年", .kind = W_LAST_YEAR},
    {.zh = "上年度", .kind = W_LAST_YEAR},
    {.zh = "过去的一年", .kind = W_LAST_YEAR},
    {.zh = "今年", .kind = W_THIS_YEAR},
    {.zh = "新的一年", .kind = W_THIS_YEAR},
    {.zh = "新年伊始", .kind = W_THIS_YEAR},
    {.zh = "明年", .kind = W_NEXT_YEAR},
    {.zh = "过去五年", .kind = W_PAST_SPAN},
    {.zh = "过去的五年", .kind = W_PAST_SPAN},
    {.zh = "五年来", .kind = W_PAST_SPAN},
    {.zh = "5年来", .kind = W_PAST_SPAN},
    {.zh = "五年间", .kind = W_PAST_SPAN},
    {.zh = "这五年", .kind = W_PAST_SPAN},
    {.zh = "近五年", .kind = W_PAST_SPAN},
    {.zh = "五年累计", .kind = W_FIVE_YEARS},
    {.zh = "五年共", .kind = W_FIVE_YEARS},
    {.zh = "本届政府", .kind = W_PAST_SPAN},
    {.zh = "五年年均", .kind = W_FIVE_YEARS},
    {.zh = "五年工作", .kind = W_PAST_SPAN},
    {.zh = "五年的", .kind = W_PAST_SPAN},
    {.zh = "以来的五年", .kind = W_PAST_SPAN},
    {.zh = "五年奋斗", .kind = W_PAST_SPAN},
    {.zh = "今后五年", .kind = W_NEXT_SPAN},
    {.zh = "未来五年", .kind = W_NEXT_SPAN},
    {.zh = "今后5年", .kind = W_NEXT_SPAN},
    {.zh = "未来5年", .kind = W_NEXT_SPAN},
    {.zh = "“九五”", .kind = W_PLAN, .n = 9},
    {.zh = "“十五”", .kind = W_PLAN, .n = 10},
    {.zh = "“十一五”", .kind = W_PLAN, .n = 11},
    {.zh = "“十二五”", .kind = W_PLAN, .n = 12},
    {.zh = "“十三五”", .kind = W_PLAN, .n = 13},
    {.zh = "“十四五”", .kind = W_PLAN, .n = 14},
    {.zh = "“十五五”", .kind = W_PLAN, .n = 15},
    {.zh = "十三五时期", .kind = W_PLAN, .n = 13},
    {.zh = "十四五时期", .kind = W_PLAN, .n = 14},
    {.zh = "十五五时期", .kind = W_PLAN, .n = 15},
    {.zh = "全年", .kind = W_WHOLE_YEAR},
    {.zh = "上半年", .kind = W_HALF},
    {.zh = "下半年", .kind = W_HALF2},
    {.zh = "前三季度", .kind = W_QUARTERS3},
    {.zh = "一季度", .kind = W_QUARTER1},
    {.zh = "两年来", .kind = W_YEARS, .n = 2},
    {.zh = "三年来", .kind = W_YEARS, .n = 3},
    {.zh = "四年来", .kind = W_YEARS, .n = 4},
    {.zh = "过去四年", .kind = W_YEARS, .n = 4},
    {.zh = "过去三年", .kind = W_YEARS, .n = 3},
    {.zh = "近两年", .kind = W_YEARS, .n = 2},
    {.zh = "近三年", .kind = W_YEARS, .n = 3},
    {.zh = "三年累计", .kind = W_YEARS, .n = 3},
    {.zh = "两年累计", .kind = W_YEARS, .n = 2},
    {.zh = "两年平均", .kind = W_YEARS, .n = 2},
    {.zh = "三年年均", .kind = W_YEARS, .n = 3},
    {.zh = "四年累计", .kind = W_YEARS, .n = 4},
};

static const TimeWord *
word_at(JbSlice text)
{
  static JbWordIndex index = JB_INDEX(words);
  guint cursor = 0;
  gsize len;
  return jb_index_next(&index, text, &cursor, &len);
}

static JbPeriod
plan_span(gint n)
{
  gint from = 2021 + (n - 14) * 5;
  return span_of(from, from + 4);
}

JbPeriod
jb_date_past_span(const JbScope *scope)
{
  if (scope->span.to_year != 0 && scope->status == JB_STATUS_ACTUAL && scope->is_span)
    return scope->span;
  return span_of(scope->report_year - 5, scope->report_year - 1);
}

JbPeriod
jb_date_years_ahead(const JbScope *scope, gint n)
{
  gboolean planned = scope->is_span && scope->status == JB_STATUS_TARGET &&
                     scope->span.to_year - scope->span.from_year == n - 1;
  return planned ? scope->span : span_of(scope->report_year, scope->report_year + n - 1);
}

gint
jb_date_years(JbSlice text, gsize *len)
{
  gsize digits;
  gint n = jb_date_digits(text, 0, &digits);
  if (digits == 0 && (n = jb_numeral_small(text)) > 0)
    digits = strlen("一");
  *len = digits + strlen("年");
  return n >= 2 && n <= 15 && jb_slice_starts(jb_slice_sub(text, digits, text.len), "年") ? n : 0;
}

/* 三年内, 未来3年 at `at`, among what is planned. */
static JbDate
ahead(const JbScope *scope, JbSlice text, gsize at)
{
  static const char *const heads[] = {"未来", "今后"};
  if (scope->status != JB_STATUS_TARGET)
    return (JbDate){0};
  JbSlice rest = jb_slice_sub(text, at, text.len);
  gsize head = jb_match_any(rest, heads, G_N_ELEMENTS(heads)), len;
  gint n = jb_date_years(jb_slice_sub(rest, head, rest.len), &len);
  if (n == 0)
    return (JbDate){0};
  gboolean within = jb_slice_starts(jb_slice_sub(rest, head + len, rest.len), "内");
  if ((head == 0 && !within) || (head > 0 && n == 5))
    return (JbDate){0}; /* 今后五年 is a word of its own: a plan's time */
  return (JbDate){.kind = JB_DATE_SPAN,
                  .period = jb_date_years_ahead(scope, n),
                  .len = head + len + (within ? strlen("内") : 0),
                  .in_words = TRUE,
                  .within = within || head > 0};
}

/* ---- Dates in figures ------------------------------------------------------------------------ */

gint
jb_date_digits(JbSlice text, gsize at, gsize *len)
{
  gint value = 0;
  for (*len = 0; at + *len < text.len && *len < 5 && g_ascii_isdigit(text.at[at + *len]); (*len)++)
    value = value * 10 + (text.at[at + *len] - '0');
  return value;
}

static gsize
joins(JbSlice text, gsize at)
{
  static const char *const signs[] = {"——", "—", "-", "–", "至", "到", "~", "～"};
  JbSlice rest = jb_slice_sub(text, at, text.len);
  return jb_match_any(rest, signs, G_N_ELEMENTS(signs));
}

gboolean
jb_date_is_year(gint value, gsize len)
{
  return len == 4 && value >= 1949 && value < 2100;
}

/* 9月, 1至9月, 1-9月份 at `at`, months of `year`. */
static JbDate
months_at(JbSlice text, gsize at, gint year)
{
  JbDate none = {0};
  gsize n, m = 0;
  gint first = jb_date_digits(text, at, &n), last = first;
  if (n == 0 || n > 2 || first < 1 || first > 12)
    return none;
  gsize end = at + n, sign = joins(text, end);
  if (sign > 0) {
    last = jb_date_digits(text, end + sign, &m);
    if (m == 0 || m > 2 || last < first || last > 12)
      return none;
    end += sign + m;
  }
  JbSlice rest = jb_slice_sub(text, end, text.len);
  if (!jb_slice_starts(rest, "月"))
    return none;
  end += strlen("月");
  if (jb_slice_starts(jb_slice_sub(text, end, text.len), "份"))
    end += strlen("份");
  gsize day;
  jb_date_digits(text, end, &day);
  if (day > 0 && jb_slice_starts(jb_slice_sub(text, end + day, text.len), "日"))
    end += day + strlen("日");
  sign = day > 0 ? joins(text, end) : 0; /* 10月1日至12月31日 */
  JbDate to = sign > 0 ? months_at(text, end + sign, year) : (JbDate){0};
  if (to.kind != JB_DATE_NONE && to.period.to_month >= last) {
    end += sign + to.len;
    last = to.period.to_month;
  }
  return (JbDate){.kind = JB_DATE_PERIOD, .period = months(year, first, last), .len = end - at};
}

/* 2021年, 2021年1至9月, 2017—2021年 at `at`. */
static JbDate
figure_date(JbSlice text, gsize at, gint year_now)
{
  gsize n, m;
  gint year = jb_date_digits(text, at, &n);
  if (!jb_date_is_year(year, n))
    return months_at(text, at, year_now);
  gsize end = at + n, sign = joins(text, end);
  gint last = sign > 0 ? jb_date_digits(text, end + sign, &m) : 0;
  if (sign > 0 && jb_date_is_year(last, m) && last >= year &&
      jb_slice_starts(jb_slice_sub(text, end + sign + m, text.len), "年"))
    return (JbDate){.kind = JB_DATE_SPAN, .period = span_of(year, last), .len = n + sign + m + strlen("年")};
  if (!jb_slice_starts(jb_slice_sub(text, end, text.len), "年"))
    return (JbDate){0};
  end += strlen("年");
  JbDate month = months_at(text, end, year);
  if (month.kind != JB_DATE_NONE) {
    month.len += end - at;
    return month;
  }
  static const char *const tails[] = {"年末", "年底", "年初", "末", "底", "度", "初"};
  end += jb_match_any(jb_slice_sub(text, end, text.len), tails, G_N_ELEMENTS(tails));
  return (JbDate){.kind = JB_DATE_YEAR, .period = jb_period_year(year), .len = end - at};
}

static JbDate
word_date(const JbScope *scope, const TimeWord *word)
{
  gint y = scope->report_year, current = scope->year;
  JbDate date = {.len = strlen(word->zh), .kind = JB_DATE_YEAR, .in_words = TRUE};
  switch (word->kind) {
  case W_LAST_YEAR:
    date.period = jb_period_year(y - 1);
    break;
  case W_THIS_YEAR: /* of a report given in December, where it looks back: that year */
    date.period = jb_period_year(scope->is_early && scope->status == JB_STATUS_ACTUAL ? y - 1 : y);
    break;
  case W_NEXT_YEAR:
    date.period = jb_period_year(scope->is_early ? y : y + 1);
    break;
  case W_PAST_SPAN:
    date.kind = JB_DATE_SPAN;
    date.period = jb_date_past_span(scope);
    break;
  case W_FIVE_YEARS: /* 五年累计 of a review or of a plan */
    date.kind = JB_DATE_SPAN;
    date.period = scope->status == JB_STATUS_TARGET && scope->is_span ? jb_date_years_ahead(scope, 5)
                                                                      : jb_date_past_span(scope);
    break;
  case W_NEXT_SPAN:
    date.kind = JB_DATE_SPAN;
    date.period = span_of(y, y + 4);
    break;
  case W_PLAN:
    date.kind = JB_DATE_SPAN;
    date.period = plan_span(word->n);
    break;
  case W_YEARS:
    date.kind = JB_DATE_SPAN;
    date.period = span_of(current - word->n + 1, current);
    break;
  case W_WHOLE_YEAR:
    date.period = jb_period_year(scope->is_span && scope->status == JB_STATUS_TARGET ? y : current);
    date.whole_year = TRUE;
    break;
  case W_HALF:
    date.kind = JB_DATE_PERIOD;
    date.period = months(current, 1, 6);
    break;
  case W_HALF2:
    date.kind = JB_DATE_PERIOD;
    date.period = months(current, 7, 12);
    break;
  case W_QUARTERS3:
    date.kind = JB_DATE_PERIOD;
    date.period = months(current, 1, 9);
    break;
  case W_QUARTER1:
    date.kind = JB_DATE_PERIOD;
    date.period = months(current, 1, 3);
    break;
  }
  return date;
}

/* “十三五”|时期, “十三五”|末, “十四五”|前四年: a plan's time, its last year, or its first few. */
static void
read_plan_tail(JbSlice behind, JbDate *date)
{
  static const char *const ends[] = {"末", "期末", "时期末", "末期"}, *const times[] = {"时期", "期间"};
  gsize end = jb_match_any(behind, ends, G_N_ELEMENTS(ends)), len;
  gsize first = jb_slice_starts(behind, "前") ? strlen("前") : 0;
  gint years = first > 0 ? jb_date_years(jb_slice_sub(behind, first, behind.len), &len) : 0;
  if (years > 0) {
    date->period.to_year = (gint16)MIN(date->period.to_year, date->period.from_year + years - 1);
    date->len += first + len;
    return;
  }
  if (end > 0) {
    date->kind = JB_DATE_BY;
    date->period = jb_period_year(date->period.to_year);
  }
  date->len += end > 0 ? end : jb_match_any(behind, times, G_N_ELEMENTS(times));
}

/* Does some word for a time, or a year in numerals, begin with this character? */
static gboolean
may_begin(JbSlice text, gsize at)
{
  switch (jb_utf8_key(text, at)) {
  case 0xE8BF87: /* 过 */
  case 0xE4B880: /* 一 */
  case 0xE8BF99: /* 这 */
  case 0xE58EBB: /* 去 */
  case 0xE4B88A: /* 上 */
  case 0xE4BB8A: /* 今 */
  case 0xE696B0: /* 新 */
  case 0xE6988E: /* 明 */
  case 0xE4BA94: /* 五 */
  case 0xE8BF91: /* 近 */
  case 0xE69CAC: /* 本 */
  case 0xE4BBA5: /* 以 */
  case 0xE69CAA: /* 未 */
  case 0xE2809C: /* “ */
  case 0xE58D81: /* 十 */
  case 0xE585A8: /* 全 */
  case 0xE4B88B: /* 下 */
  case 0xE5898D: /* 前 */
  case 0xE4B8A4: /* 两 */
  case 0xE4B889: /* 三 */
  case 0xE59B9B: /* 四 */
  case 0xE4BA8C: /* 二 */
    return TRUE;
  default:
    return FALSE;
  }
}

JbDate
jb_date_at(const JbScope *scope, JbSlice text, gsize at)
{
  gboolean in_figures = g_ascii_isdigit(text.at[at]);
  gboolean within_number = at > 0 && (g_ascii_isdigit(text.at[at - 1]) || text.at[at - 1] == '.');
  if (in_figures ? within_number : !may_begin(text, at))
    return (JbDate){0};
  JbDate years = within_number ? (JbDate){0} : ahead(scope, text, at);
  if (years.len > 0)
    return years;
  if (in_figures)
    return figure_date(text, at, scope->year);
  gsize len;
  gint year = jb_han_year(jb_slice_sub(text, at, text.len), &len); /* 二〇二六年 */
  if (jb_date_is_year(year, 4) && jb_slice_starts(jb_slice_sub(text, at + len, text.len), "年"))
    return (JbDate){.kind = JB_DATE_YEAR, .period = jb_period_year(year), .len = len + strlen("年")};
  const TimeWord *word = word_at(jb_slice_sub(text, at, text.len));
  JbDate date = word != NULL ? word_date(scope, word) : (JbDate){0};
  if (word != NULL && word->kind == W_PLAN)
    read_plan_tail(jb_slice_sub(text, at + date.len, text.len), &date);
  return date;
}
