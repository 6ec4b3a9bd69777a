/* SPDX-License-Identifier: Apache-2.0 */
/* Periods: ISO 8601 years, months and intervals of them, both ends included. */
#include "facts/facts.h"

static void
append_point(GString *out, gint year, gint month)
{
  g_string_append_printf(out, "%04d", year);
  if (month != 0)
    g_string_append_printf(out, "-%02d", month);
}

void
jb_period_append(GString *out, JbPeriod period)
{
  if (period.from_year == 0)
    return;
  append_point(out, period.from_year, period.from_month);
  if (period.from_year == period.to_year && period.from_month == period.to_month)
    return;
  g_string_append_c(out, '/');
  append_point(out, period.to_year, period.to_month);
}

const char *
jb_period_text(JbArena *arena, JbPeriod period)
{
  if (period.from_year == 0)
    return NULL;
  g_autoptr(GString) text = g_string_sized_new(16);
  jb_period_append(text, period);
  return jb_arena_copy(arena, text->str, text->len);
}

/* Exactly `count` digits at `*at`; moves behind them. */
static gboolean
read_digits(const char **at, guint count, gint16 *value)
{
  gint sum = 0;
  for (guint i = 0; i < count; i++) {
    if (!g_ascii_isdigit((*at)[i]))
      return FALSE;
    sum = sum * 10 + ((*at)[i] - '0');
  }
  *at += count;
  *value = (gint16)sum;
  return TRUE;
}

/* YYYY or YYYY-MM. */
static gboolean
read_point(const char **at, gint16 *year, gint16 *month)
{
  if (!read_digits(at, 4, year) || *year == 0)
    return FALSE;
  *month = 0;
  if (**at != '-')
    return TRUE;
  ++*at;
  return read_digits(at, 2, month) && *month >= 1 && *month <= 12;
}

gboolean
jb_period_parse(const char *text, JbPeriod *period)
{
  JbPeriod read = {0};
  if (text == NULL || !read_point(&text, &read.from_year, &read.from_month))
    return FALSE;
  read.to_year = read.from_year;
  read.to_month = read.from_month;
  if (*text == '/') {
    text++;
    if (!read_point(&text, &read.to_year, &read.to_month))
      return FALSE;
  }
  gboolean mixed = (read.from_month == 0) != (read.to_month == 0);
  gboolean backwards = read.to_year * 12 + read.to_month < read.from_year * 12 + read.from_month;
  if (*text != '\0' || mixed || backwards)
    return FALSE;
  *period = read;
  return TRUE;
}

/* January to December is the same period as the year or years. */
static JbPeriod
canonical(JbPeriod period)
{
  if (period.from_month == 1 && period.to_month == 12)
    period.from_month = period.to_month = 0;
  return period;
}

gboolean
jb_period_equal(JbPeriod a, JbPeriod b)
{
  a = canonical(a);
  b = canonical(b);
  return a.from_year == b.from_year && a.from_month == b.from_month && a.to_year == b.to_year &&
         a.to_month == b.to_month;
}

gint
jb_period_last_month(JbPeriod period)
{
  return period.to_year == 0 ? 0 : period.to_month != 0 ? period.to_month : 12;
}

gint
jb_period_end(JbPeriod period)
{
  return period.to_year * 13 + jb_period_last_month(period);
}

gboolean
jb_period_is_year(JbPeriod period)
{
  period = canonical(period);
  return period.from_year != 0 && period.from_year == period.to_year && period.from_month == 0 && period.to_month == 0;
}
