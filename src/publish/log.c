/* SPDX-License-Identifier: Apache-2.0 */
/* Events of a run as structured log records. */
#include "publish/job.h"

void
jb_run_log(const JbRunLog *log, GLogLevelFlags level, const char *message_id, const char *format, ...)
{
  static const char *const priorities[] = {"3", "4", "5", "6"};
  va_list args;
  va_start(args, format);
  g_autofree char *message = g_strdup_vprintf(format, args);
  va_end(args);
  const char *priority = priorities[(level & G_LOG_LEVEL_CRITICAL) != 0  ? 0
                                    : (level & G_LOG_LEVEL_WARNING) != 0 ? 1
                                    : (level & G_LOG_LEVEL_MESSAGE) != 0 ? 2
                                                                         : 3];
  const GLogField fields[] = {
      {.key = "MESSAGE", .value = message, .length = -1},
      {.key = "PRIORITY", .value = priority, .length = -1},
      {.key = "MESSAGE_ID", .value = message_id, .length = -1},
      {.key = "JOB", .value = log->job->name, .length = -1},
      {.key = "PERIOD", .value = log->period != NULL ? log->period : "", .length = -1},
      {.key = "RUN_ID", .value = log->id, .length = -1},
      {.key = "GLIB_DOMAIN", .value = "jianbao", .length = -1},
      {.key = "SYSLOG_IDENTIFIER", .value = "jianbao", .length = -1},
  };
  g_log_structured_array(level, fields, G_N_ELEMENTS(fields));
}
