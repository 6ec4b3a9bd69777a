/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a gauge says: the share of the target that is reached, exactly; of a ceiling whether it holds, of a range where
 * in it the result lies; and whether that is less than it should be by now.
 */
#include "chart/gauge.h"

#define SHARE_MOST 100.0 /* of the target: more is a slip of units, and no figure to read */

#define MOST_ZEROS 4 /* that a number may gain: 1.5万套 is 15,000 beside 8,154套 */

/* The row with its figures in the smaller of their units, where the decimal point alone does that. */
static JbChartRow
in_one_unit(JbArena *arena, const JbChartRow *row)
{
  JbChartRow like = *row;
  const JbFact **const facts[] = {&like.actual, &like.target, &like.target_high};
  const JbFact *small = NULL;
  gint32 least = 0, most = 0, power;
  for (guint i = 0; i < G_N_ELEMENTS(facts); i++) {
    if (*facts[i] == NULL)
      continue;
    if (!jb_fact_multiplier(*facts[i], &power) ||
        (small != NULL && g_strcmp0((*facts[i])->amount.unit, small->amount.unit) != 0))
      return *row;
    most = small == NULL ? power : MAX(most, power);
    if (small == NULL || power < least) {
      small = *facts[i];
      least = power;
    }
  }
  if (most == least || most - least > MOST_ZEROS)
    return *row;
  for (guint i = 0; i < G_N_ELEMENTS(facts); i++) {
    JbFact fact;
    if (*facts[i] == NULL)
      continue;
    fact = **facts[i];
    if (!jb_fact_to_unit(&fact, small))
      return *row;
    *facts[i] = jb_arena_memdup(arena, &fact, sizeof fact);
  }
  return like;
}

/* "19 / >20", or with their units when these differ; a dash for what is not known. */
static void
read_basis(JbArena *arena, const JbChartContext *context, const JbChartRow *row, JbGaugeReading *reading)
{
  if (row->actual == NULL && row->target == NULL)
    return;
  JbChartRow like = in_one_unit(arena, row);
  row = &like;
  const JbFact *named = row->target != NULL ? row->target : row->actual;
  reading->named = jb_arena_memdup(arena, named, sizeof *named);
  const char *actual = row->actual != NULL ? jb_number_text(arena, context, row->actual) : "—",
             *target = row->target != NULL ? jb_target_text(arena, context, row, row->target) : "—";
  if (row->actual != NULL && row->target != NULL) {
    JbLang lang = jb_number_lang(context);
    reading->units = g_strcmp0(jb_quantity_parts(arena, row->actual, lang).unit,
                               jb_quantity_parts(arena, row->target, lang).unit) != 0;
    if (reading->units) {
      JbWords words = jb_target_words(arena, context, row);
      actual = jb_quantity(arena, row->actual, lang, JB_STYLE_LABEL);
      target = lang == JB_LANG_ZH ? words.zh : words.en;
    }
  }
  reading->basis = jb_arena_printf(arena, "%s / %s", actual, target);
}

static void
say_words(JbGaugeReading *reading, const char *zh, const char *brief, const char *en)
{
  reading->percent = (JbWords){zh, en};
  reading->brief = (JbWords){brief, en};
}

/* Of a range only where the result lies is said, unless it is below: then how much of the low end it is. */
static void
read_range(const JbChartRow *row, JbGaugeReading *reading)
{
  int low, high;
  if (row->target_high == NULL || !jb_fact_order(row->actual, row->target, &low) ||
      !jb_fact_order(row->actual, row->target_high, &high))
    return;
  double from = jb_decimal_to_double(row->target->amount.value),
         to = jb_decimal_to_double(row->target_high->amount.value);
  reading->high = from > 0 ? to / from : 0;
  reading->behind = reading->behind || high > 0;
  if (high > 0)
    say_words(reading, "高于区间", "超出", "above");
  else if (low >= 0)
    say_words(reading, "在区间内", "达标", "within");
}

JbGaugeReading
jb_gauge_read(JbArena *arena, const JbChartContext *context, const JbChartRow *row)
{
  JbGaugeReading reading = {.percent = {"—", NULL}};
  read_basis(arena, context, row, &reading);
  if (row->actual == NULL || row->target == NULL)
    return reading;
  JbDecimal top = row->actual->value, bottom = row->target->value, percent;
  if (g_strcmp0(row->actual->unit, row->target->unit) != 0) {
    top = row->actual->amount.value;
    bottom = row->target->amount.value;
  }
  reading.ceiling = row->target->bound == JB_BOUND_LE || row->target->bound == JB_BOUND_LT;
  reading.usable = bottom.digits > 0 && top.digits >= 0;
  if (!reading.usable)
    return reading;
  reading.share = jb_decimal_to_double(top) / jb_decimal_to_double(bottom);
  JbTimeProgress time;
  reading.timed = !reading.ceiling && jb_time_progress(row->actual, row->target, &time);
  if (reading.timed) { /* exactly: actual × total < target × elapsed */
    JbDecimal done, due;
    reading.elapsed = (double)time.elapsed / time.total;
    reading.behind = jb_decimal_mul(top, (JbDecimal){.digits = time.total}, &done) &&
                     jb_decimal_mul(bottom, (JbDecimal){.digits = time.elapsed}, &due) &&
                     jb_decimal_compare(done, due) < 0;
  } else if (!reading.ceiling) {
    reading.behind = jb_verdict(row->actual, row->target, NULL) == JB_VERDICT_SHORT;
  }
  reading.over = reading.ceiling && jb_decimal_compare(top, bottom) > 0;
  if (reading.ceiling) {
    say_words(&reading, reading.over ? "高于上限" : "在限内", reading.over ? "超标" : "达标",
              reading.over ? "over" : "within");
  } else {
    JbDecimal hundred = {.digits = 100}, scaled;
    if (reading.share > SHARE_MOST)
      reading.percent = (JbWords){">10,000%", NULL};
    else if (jb_decimal_mul(top, hundred, &scaled) && jb_decimal_div(scaled, bottom, 0, &percent)) {
      const char *shown = jb_arena_printf(arena, "%s%%", jb_decimal_text(arena, percent));
      if (percent.digits == 0 && top.digits > 0)
        shown = "<1%";
      else if (jb_decimal_compare(percent, hundred) == 0 && jb_decimal_compare(top, bottom) < 0)
        shown = ">99%"; /* what falls short is not rounded up to the whole */
      reading.percent = (JbWords){shown, NULL};
    }
    read_range(row, &reading);
  }
  return reading;
}

const char *
jb_gauge_basis(JbArena *arena, const JbChartContext *context, const JbGaugeReading *reading)
{
  if (reading->basis == NULL)
    return "—";
  if (jb_number_lang(context) == JB_LANG_EN || reading->units)
    return reading->basis;
  return jb_arena_printf(arena, "%s %s", reading->basis, jb_unit_words(arena, context, reading->named).zh);
}
