/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The periods of a job: what may be asked for, what the history has figures of. The clock has no say in it: a run in
 * January makes December's set, on the 29th of February February's or January's, as the data are.
 */
#include "publish/job.h"

#include <string.h>

static gint
step_of(const JbJob *job)
{
  static const gint months[] = {[JB_MONTHLY] = 1, [JB_QUARTERLY] = 3, [JB_YEARLY] = 12};
  return months[job->frequency];
}

gboolean
jb_job_period_parse(const JbJob *job, const char *text, JbPeriod *period, GError **error)
{
  static const char *const examples[] = {[JB_MONTHLY] = "a month as 2025-10",
                                         [JB_QUARTERLY] = "the last month of a quarter as 2025-09",
                                         [JB_YEARLY] = "a year as 2025"};
  gboolean single = jb_period_parse(text, period) && period->from_year == period->to_year &&
                    period->from_month == period->to_month && (period->to_month == 0) == (job->frequency == JB_YEARLY);
  if (single && (job->frequency != JB_QUARTERLY || period->to_month % 3 == 0))
    return TRUE;
  g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "period %s: the job is %s, so write %s", text,
              job->frequency_text != NULL ? job->frequency_text : "monthly", examples[job->frequency]);
  return FALSE;
}

JbPeriod
jb_job_period_next(const JbJob *job, JbPeriod period)
{
  if (job->frequency == JB_YEARLY) {
    period.from_year++;
    period.to_year++;
    return period;
  }
  gint month = period.to_year * 12 + period.to_month - 1 + step_of(job);
  period.from_year = period.to_year = (gint16)(month / 12);
  period.from_month = period.to_month = (gint16)(month % 12 + 1);
  return period;
}

gboolean
jb_job_is_expected(const JbJob *job, JbPeriod period)
{
  return job->frequency != JB_MONTHLY || period.to_month != 1;
}

char *
jb_job_period_text(JbPeriod period)
{
  return period.to_month != 0 ? g_strdup_printf("%04d-%02d", period.to_year, period.to_month)
                              : g_strdup_printf("%04d", period.to_year);
}

int
jb_job_period_compare(JbPeriod a, JbPeriod b)
{
  gint x = a.to_year * 13 + a.to_month, y = b.to_year * 13 + b.to_month;
  return (x > y) - (x < y);
}

int
jb_job_by_period(gconstpointer a, gconstpointer b)
{
  return jb_job_period_compare(*(const JbPeriod *)a, *(const JbPeriod *)b);
}

/* A year is that of its work report, a month the one that a release or table ends with. */
static gboolean
period_of(const JbJob *job, const JbStoredDocument *document, JbPeriod *period)
{
  if (document->n_facts == 0)
    return FALSE;
  if (job->frequency == JB_YEARLY) {
    period->from_year = period->to_year = (gint16)document->report.year;
    return document->report.kind == JB_REPORT_WORK && document->report.year != 0;
  }
  *period = document->period;
  period->from_year = period->to_year;
  period->from_month = (gint16)jb_period_last_month(*period);
  period->to_month = period->from_month;
  return document->report.kind != JB_REPORT_WORK && document->period.to_year != 0 &&
         period->to_month % step_of(job) == 0;
}

GArray *
jb_job_periods(const JbJob *job, JbStore *store, GError **error)
{
  g_autoptr(JbObservations) known = jb_store_documents(store, &(JbStoreQuery){.area = job->area.code}, error);
  if (known == NULL)
    return NULL;
  GArray *periods = g_array_new(FALSE, FALSE, sizeof(JbPeriod));
  for (guint i = 0; i < known->n_documents; i++) {
    JbPeriod period = {0};
    if (period_of(job, &known->documents[i], &period))
      g_array_append_val(periods, period);
  }
  g_array_sort(periods, jb_job_by_period);
  for (guint i = 1; i < periods->len;) /* each once */
    if (jb_job_by_period(&g_array_index(periods, JbPeriod, i - 1), &g_array_index(periods, JbPeriod, i)) == 0)
      g_array_remove_index(periods, i);
    else
      i++;
  return periods;
}
