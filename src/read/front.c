/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A work report's year is the year it is given in. Headings say it most surely (2021年工作回顾 belongs to a report of
 * 2022, 2022年工作安排 likewise), then the date of delivery, then the title; never the clock. A release's year is the
 * one that it is about: of its title, else by the day it came out.
 */
#include "read/front.h"

#include "base/numeral.h"
#include "base/utf8.h"
#include "base/words.h"
#include "read/area.h"
#include "read/line.h"

#include <string.h>

#define TOO_MANY 100 /* for a term or a session */

/* Chinese numeral up to 99 (十一, 二十) or ASCII digits at the head of `text`; `len` gets the bytes read, 0 if none. */
static gint
small_numeral(JbSlice text, gsize *len)
{
  gint value = 0, digit = 0;
  gsize at = 0;
  while (at < text.len && g_ascii_isdigit(text.at[at])) {
    value = MIN(value * 10 + (text.at[at] - '0'), TOO_MANY);
    at++;
  }
  for (gboolean more = at == 0; more;) {
    JbSlice rest = jb_slice_sub(text, at, text.len);
    more = FALSE;
    if (jb_slice_starts(rest, "十")) {
      value = (digit > 0 ? digit : 1) * 10;
      digit = 0;
      at += strlen("十");
      more = TRUE;
    }
    gint next = more ? 0 : jb_han_digit(rest);
    if (next > 0) {
      digit = next;
      at += strlen("一");
      more = TRUE;
    }
  }
  *len = at;
  return value + digit;
}

/* The number between 第 and `unit` in the text: 第十一届 → 11; 0 when there is none. */
static gint
ordinal(JbSlice text, const char *unit)
{
  for (gssize hit; (hit = jb_slice_find(text, "第")) >= 0;) {
    text = jb_slice_sub(text, (gsize)hit + strlen("第"), text.len);
    gsize len;
    gint value = small_numeral(text, &len);
    if (len > 0 && value < TOO_MANY && jb_slice_starts(jb_slice_sub(text, len, text.len), unit))
      return value;
  }
  return 0;
}

/* A year 1949 … 2099 at the head of `text`, 1995 or 一九九五; `len` gets its bytes. 0 when there is none. */
static gint
year_at(JbSlice text, gsize *len)
{
  gint year = jb_han_year(text, len);
  if (year == 0) {
    *len = 4;
    for (guint i = 0; i < 4; i++) {
      if (i >= text.len || !g_ascii_isdigit(text.at[i]))
        return 0;
      year = year * 10 + (text.at[i] - '0');
    }
    if (text.len > 4 && g_ascii_isdigit(text.at[4]))
      return 0;
  }
  return year >= 1949 && year < 2100 ? year : 0;
}

static gint
digits_at(JbSlice text, gsize *len)
{
  gint value = 0;
  for (*len = 0; *len < text.len && *len < 2 && g_ascii_isdigit(text.at[*len]); (*len)++)
    value = value * 10 + (text.at[*len] - '0');
  return value;
}

/* A full date at the head of the text: 2022年4月24日 → "2022-04-24"; NULL when there is none. */
static const char *
date_at(JbArena *arena, JbSlice text)
{
  gsize n;
  gint year = year_at(text, &n);
  JbSlice rest = jb_slice_sub(text, year != 0 ? n : 0, text.len);
  if (year == 0 || !jb_slice_starts(rest, "年"))
    return NULL;
  rest = jb_slice_sub(rest, strlen("年"), rest.len);
  gint month = small_numeral(rest, &n);
  rest = jb_slice_sub(rest, n, rest.len);
  if (month < 1 || month > 12 || !jb_slice_starts(rest, "月"))
    return NULL;
  rest = jb_slice_sub(rest, strlen("月"), rest.len);
  gint day = small_numeral(rest, &n);
  gboolean whole = day >= 1 && day <= 31 && jb_slice_starts(jb_slice_sub(rest, n, rest.len), "日");
  return whole ? jb_arena_printf(arena, "%04d-%02d-%02d", year, month, day) : NULL;
}

/* The first full date in the text; NULL when there is none. */
static const char *
date_in(JbArena *arena, JbSlice text)
{
  for (gsize i = 0; i + 4 <= text.len; i++) {
    gboolean starts = i == 0 || !g_ascii_isdigit(text.at[i - 1]);
    const char *date = starts ? date_at(arena, jb_slice_sub(text, i, text.len)) : NULL;
    if (date != NULL)
      return date;
  }
  return NULL;
}

/* ---- A web site's lines above a report ----------------------------------------------------------- */

/* 今天是2026年11月24日 星期二: of the reader's day, not of the report's. */
static gboolean
tells_today(JbSlice text)
{
  static const char *const words[] = {"今天是", "今日是", "现在是", "现在时间", "当前时间", "星期"};
  return jb_has_any(text, words, G_N_ELEMENTS(words));
}

/* 当前位置：首页>政府工作报告: the way to a page is not its title. */
static gboolean
is_navigation(JbSlice text)
{
  static const char *const words[] = {"当前位置", "您的位置", "所在位置", "首页", ">", "＞", "»", "_", "|"};
  return jb_has_any(text, words, G_N_ELEMENTS(words)) || jb_is_site(text);
}

/* 发布时间：2024-03-11: when it came onto the site, which may be long after. */
static gboolean
tells_publication(JbSlice text)
{
  static const char *const words[] = {"发布", "来源", "更新", "时间：", "日期：", "浏览"};
  return jb_has_any(text, words, G_N_ELEMENTS(words));
}

static gboolean
names_session(JbSlice text)
{
  static const char *const words[] = {"会议", "大会", "人民代表", "人大"};
  return jb_has_any(text, words, G_N_ELEMENTS(words));
}

/* The first date of each kind of line; the day of delivery is the session's, else any that is not the publication's. */
typedef struct {
  const char *of_session, *other, *published; /* NULL: none */
} FrontDates;

static void
take_date(JbArena *arena, JbSlice line, FrontDates *dates)
{
  const char **kind = names_session(line)       ? &dates->of_session
                      : tells_publication(line) ? &dates->published
                                                : &dates->other;
  *kind = *kind == NULL ? date_in(arena, line) : *kind;
}

/* The year a heading implies for the report, 0 when it does not. */
static gint
year_from_heading(JbSlice text)
{
  static const char *const reviews[] = {"回顾", "完成情况", "主要工作完成", "工作总结", "成绩", "成就", "工作情况"};
  static const char *const plans[] = {"安排",           "重点工作", "主要任务", "总体要求", "工作建议", "目标任务",
                                      "政府工作的建议", "工作重点", "发展目标", "工作部署", "预期目标", "主要工作"};
  gint first = 0, last = 0;
  for (gsize i = 0; i + 4 <= text.len; i++) {
    gsize n;
    gint year = year_at(jb_slice_sub(text, i, text.len), &n);
    if (year != 0 && jb_slice_starts(jb_slice_sub(text, i + n, text.len), "年")) {
      first = first == 0 ? year : first;
      last = year;
    }
  }
  if (last == 0)
    return 0;
  if (jb_has_any(text, reviews, G_N_ELEMENTS(reviews)))
    return last + 1;
  return jb_has_any(text, plans, G_N_ELEMENTS(plans)) ? first : 0;
}

/* A year that somebody gave no day to: 2025年1-11月份, not 2025年12月18日; 0 when there is none. */
static gint
plain_year_in(JbArena *arena, JbSlice text)
{
  for (gsize i = 0; i + 4 <= text.len; i++) {
    gsize n;
    gint year = year_at(jb_slice_sub(text, i, text.len), &n);
    gboolean stands = year != 0 && (i == 0 || !g_ascii_isdigit(text.at[i - 1]));
    if (stands && date_at(arena, jb_slice_sub(text, i, text.len)) == NULL)
      return year;
  }
  return 0;
}

/* The greatest month that is counted to: 1-11月份 → 11, 四季度 → 12; 0 when there is none. */
static gint
month_in(JbSlice text)
{
  static const char *const ends[] = {"全年", "四季度", "下半年"};
  gint last = jb_has_any(text, ends, G_N_ELEMENTS(ends)) ? 12 : 0;
  for (gsize i = 0, n; i < text.len; i += MAX(n, 1)) {
    gint month = digits_at(jb_slice_sub(text, i, text.len), &n);
    JbSlice rest = jb_slice_sub(text, i + n, text.len);
    if (n > 0 && month <= 12 && jb_slice_starts(rest, "月") &&
        !g_ascii_isdigit(rest.len > strlen("月") ? rest.at[strlen("月")] : '\0')) /* of a date */
      last = MAX(last, month);
  }
  return last;
}

/*
 * The year that a release is about: its title or opening says it; one without is about months before its own day, so
 * 全年 or 12月份 of a January are of the year before.
 */
static gint
release_year(JbArena *arena, JbSlice title, JbSlice front, const char *date, const char *name)
{
  const JbSlice said[] = {title, jb_slice(name)};
  for (gsize i = 0; i < G_N_ELEMENTS(said); i++)
    if (plain_year_in(arena, said[i]) != 0)
      return plain_year_in(arena, said[i]);
  if (date == NULL)
    return plain_year_in(arena, front);
  gint year = (gint)g_ascii_strtoll(date, NULL, 10), month = (gint)g_ascii_strtoll(date + 5, NULL, 10);
  gint counted = month_in(title) != 0 ? month_in(title) : month_in(front);
  return counted > month || (counted == month && counted == 12 && month == 1) ? year - 1 : year;
}

static gint
first_year_in(JbSlice text)
{
  gsize n;
  gint year = 0;
  for (gsize i = 0; i + 4 <= text.len && year == 0; i++)
    year = year_at(jb_slice_sub(text, i, text.len), &n);
  return year;
}

static gint
year_of(const JbDocument *document, JbSlice front, const char *date, const char *name)
{
  gint dated = date != NULL ? (gint)g_ascii_strtoll(date, NULL, 10) : 0;
  for (guint i = 0; i < document->n_blocks; i++) {
    const JbBlock *block = &document->blocks[i];
    gint year = block->kind == JB_BLOCK_HEADING && block->level <= 2 ? year_from_heading(block->text) : 0;
    if (year != 0 && (dated == 0 || year == dated || year == dated + 1)) /* no session plans a year that is over */
      return year;
  }
  if (dated != 0) /* a session in December is about the year to come */
    return g_str_has_prefix(date + 4, "-12") ? dated + 1 : dated;
  gint year = first_year_in(front);
  return year != 0 ? year : first_year_in(jb_slice(name));
}

/* A communiqué is given in the year after its figures, as a work report is, and its title names theirs. */
static gint
report_year(const JbDocument *document, JbSlice head, const char *date)
{
  const JbReport *report = &document->report;
  gint named = plain_year_in(document->arena, jb_slice(report->title));
  if (report->kind == JB_REPORT_RELEASE)
    return release_year(document->arena, jb_slice(report->title), head, date, report->id);
  if (report->kind == JB_REPORT_COMMUNIQUE && named != 0)
    return named + 1;
  return year_of(document, head, date, report->id);
}

/* What a line says that the document is; JB_REPORT_UNKNOWN when it says nothing of it. */
static JbReportKind
kind_in(JbSlice text)
{
  static const struct {
    const char *word;
    JbReportKind kind;
  } words[] = {
      {.word = "工作报告", .kind = JB_REPORT_WORK},    {.word = "统计公报", .kind = JB_REPORT_COMMUNIQUE},
      {.word = "大会报告", .kind = JB_REPORT_WORK},    {.word = "经济运行", .kind = JB_REPORT_RELEASE},
      {.word = "同比增长", .kind = JB_REPORT_RELEASE},
  };
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (jb_slice_find(text, words[i].word) >= 0)
      return words[i].kind;
  return JB_REPORT_UNKNOWN;
}

#define LONGEST_TITLE 45 /* characters */

/* A title says it more surely than a sentence: releases speak of the work report too (认真落实政府工作报告部署). */
static JbReportKind
kind_of(const JbDocument *document, JbSlice head)
{
  JbReportKind kind = JB_REPORT_UNKNOWN;
  for (guint i = 0; i < document->n_blocks && document->blocks[i].kind == JB_BLOCK_FRONT; i++) {
    JbSlice text = document->blocks[i].text;
    if (kind == JB_REPORT_UNKNOWN && jb_utf8_count(text) <= LONGEST_TITLE)
      kind = kind_in(text);
  }
  return kind != JB_REPORT_UNKNOWN ? kind : kind_in(head);
}

static const char *
title_of(JbArena *arena, const JbDocument *document)
{
  static const char *const words[] = {"政府工作报告", "工作报告", "统计公报", "经济运行"};
  for (guint w = 0; w < G_N_ELEMENTS(words); w++)
    for (guint i = 0; i < document->n_blocks && document->blocks[i].kind == JB_BLOCK_FRONT; i++) {
      JbSlice text = document->blocks[i].text;
      if (jb_slice_starts(text, "title:"))
        text = jb_slice_trim(jb_slice_sub(text, strlen("title:"), text.len));
      if (jb_slice_find(text, words[w]) >= 0 && jb_utf8_count(text) <= LONGEST_TITLE && !is_navigation(text))
        return jb_arena_copy(arena, text.at, text.len);
    }
  return "";
}

static char *
stem_of(JbArena *arena, const char *name)
{
  const char *slash = strrchr(name, '/');
  const char *base = slash != NULL ? slash + 1 : name;
  const char *dot = strrchr(base, '.');
  if (strcmp(name, "-") == 0)
    base = "stdin";
  g_autofree char *stem = g_strndup(base, dot != NULL && dot > base ? (gsize)(dot - base) : strlen(base));
  g_autofree char *shown = jb_utf8_shown(stem, ""); /* an id goes into JSON, CSV and onto the page */
  return jb_arena_dup(arena, shown);
}

void
jb_front_read(JbDocument *document, const char *name)
{
  JbArena *arena = document->arena;
  JbReport *report = &document->report;
  GString *front = g_string_new(NULL);
  guint body = 0;
  FrontDates dates = {0};
  for (guint i = 0; i < document->n_blocks && body < 3; i++) {
    const JbBlock *block = &document->blocks[i];
    body += block->kind != JB_BLOCK_FRONT;
    JbSlice text = jb_utf8_head(block->text, 120);
    if (block->kind == JB_BLOCK_FRONT && tells_today(text) && !names_session(text))
      continue;
    take_date(arena, text, &dates);
    g_string_append_len(front, text.at, (gssize)text.len);
    g_string_append_c(front, '\n');
  }
  JbSlice head = {.at = front->str, .len = front->len};
  const char *date = dates.of_session != NULL ? dates.of_session : dates.other != NULL ? dates.other : dates.published;
  report->id = stem_of(arena, name);
  report->title = title_of(arena, document);
  report->area = jb_area_find(arena, head, report->id);
  report->kind = kind_of(document, head);
  report->year = report_year(document, head, date);
  report->date = date != NULL ? date : "";
  report->congress = ordinal(head, "届");
  report->session = ordinal(head, "次会议");
  g_string_free(front, TRUE);
}
