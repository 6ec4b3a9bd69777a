/* SPDX-License-Identifier: Apache-2.0 */
/* Periods in layouts, relative to the report's year, so that one layout fits every report. */
#include "layout/model.h"

#include <string.h>

static gboolean
year_term(const char **at, JbYearTerm *term)
{
  const char *text = *at;
  *term = (JbYearTerm){0};
  if (g_str_has_prefix(text, "$year") || g_str_has_prefix(text, "$last")) {
    term->relative = TRUE;
    term->offset = g_str_has_prefix(text, "$last") ? -1 : 0;
    text += strlen("$year");
    if ((*text == '+' || *text == '-') && g_ascii_isdigit(text[1])) {
      char *end;
      gint64 by = g_ascii_strtoll(text, &end, 10);
      if (by < -99 || by > 99)
        return FALSE;
      term->offset += (gint)by;
      text = end;
    }
  } else if (g_ascii_isdigit(text[0]) && g_ascii_isdigit(text[1]) && g_ascii_isdigit(text[2]) &&
             g_ascii_isdigit(text[3])) {
    term->offset = (gint)g_ascii_strtoll(text, NULL, 10);
    text += 4;
    if (term->offset > 9999)
      return FALSE;
  } else {
    return FALSE;
  }
  *at = text;
  return TRUE;
}

gboolean
jb_when_parse(const char *text, JbWhen *when)
{
  JbWhen read = {.kind = JB_WHEN_EXACT};
  if (g_str_has_prefix(text, "../")) {
    read.kind = JB_WHEN_ENDS;
    text += 3;
    if (!year_term(&text, &read.to) || *text != '\0')
      return FALSE;
    *when = read;
    return TRUE;
  }
  if (!year_term(&text, &read.from))
    return FALSE;
  read.to = read.from;
  if (strcmp(text, "/..") == 0) {
    read.kind = JB_WHEN_STARTS;
    text += 3;
  } else if (g_str_has_prefix(text, "..")) {
    read.kind = JB_WHEN_WITHIN;
    text += 2;
    if (!year_term(&text, &read.to))
      return FALSE;
  } else if (*text == '/') {
    text++;
    if (!year_term(&text, &read.to))
      return FALSE;
  }
  if (*text != '\0')
    return FALSE;
  *when = read;
  return TRUE;
}

gint
jb_year_of(JbYearTerm term, gint report_year)
{
  return term.relative ? report_year + term.offset : term.offset;
}

gboolean
jb_when_holds(const JbWhen *when, JbPeriod period, gint report_year)
{
  if (when->kind == JB_WHEN_ANY)
    return TRUE;
  if (period.from_year == 0)
    return FALSE;
  gint from = jb_year_of(when->from, report_year), to = jb_year_of(when->to, report_year);
  gboolean whole = period.from_month == 0 && period.to_month == 0;
  switch (when->kind) {
  case JB_WHEN_EXACT:
    return whole && period.from_year == from && period.to_year == to;
  case JB_WHEN_WITHIN:
    return period.from_year >= from && period.to_year <= to;
  case JB_WHEN_ENDS:
    return whole && period.to_year == to && period.from_year < to;
  case JB_WHEN_STARTS:
    return whole && period.from_year == from && period.to_year > from;
  default:
    return TRUE;
  }
}
