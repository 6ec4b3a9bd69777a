/* SPDX-License-Identifier: Apache-2.0 */
/* jianbao brief, jianbao chart: options into a job for the pipeline. */
#include "cli/cli.h"
#include "cli/pipeline.h"

#include <string.h>

static const char *const output_formats[] = {"pdf", "svg", "png", NULL};

#define OPTION_OUTPUT                                                                                                  \
  {                                                                                                                    \
    .name = "output", .letter = 'o', .kind = CLI_TEXT, .placeholder = "OUT", .required = TRUE,                         \
    .help = "the file to write; \"-\" is standard output, a link stays and what it leads to is written"                \
  }
#define OPTION_FORMAT                                                                                                  \
  {                                                                                                                    \
    .name = "format", .kind = CLI_CHOICE, .choices = output_formats,                                                   \
    .help = "format of the file, when its name does not tell"                                                          \
  }
#define OPTION_DPI                                                                                                     \
  {                                                                                                                    \
    .name = "dpi", .kind = CLI_NUMBER, .placeholder = "N", .formats = "png",                                           \
    .help = "PNG: pixels per inch that the file tells a printer"                                                       \
  }

#define OPTION_HISTORY                                                                                                 \
  {                                                                                                                    \
    .name = "store", .kind = CLI_TEXT, .placeholder = "FILE",                                                          \
    .help = "a history to take earlier years from; without it the report speaks alone"                                 \
  }

const CliOption cli_brief_options[] = {
    OPTION_OUTPUT,
    CLI_OPTION_GLOSSARY,
    {.name = "layout",
     .kind = CLI_TEXT,
     .placeholder = "NAME|FILE",
     .names = jb_layout_names,
     .fallback = "briefing",
     .help = "a layout of `jianbao list layouts`, or a file"},
    CLI_OPTION_THEME,
    CLI_OPTION_LANG,
    OPTION_HISTORY,
    OPTION_FORMAT,
    CLI_OPTION_SCALE,
    OPTION_DPI,
    CLI_OPTION_SVG_TEXT,
    {.name = "page",
     .kind = CLI_COUNT,
     .placeholder = "N",
     .formats = "svg png",
     .help = "SVG, PNG: this page alone, from 1"},
    {.name = NULL},
};

static const char *const backgrounds[] = {"light", "dark", NULL};
static const char *const gauge_forms[] = {"bullet", "arc", NULL};

const CliOption cli_chart_options[] = {
    OPTION_OUTPUT,
    CLI_OPTION_GLOSSARY,
    CLI_OPTION_SIZE,
    CLI_OPTION_SCALE,
    OPTION_DPI,
    CLI_OPTION_LANG,
    OPTION_HISTORY,
    OPTION_FORMAT,
    CLI_OPTION_THEME,
    {.name = "background",
     .kind = CLI_CHOICE,
     .choices = backgrounds,
     .fallback = "light",
     .help = "dark is short for --theme dark"},
    {.name = "transparent", .kind = CLI_FLAG, .formats = "svg png", .help = "PNG, SVG: nothing beneath the chart"},
    CLI_OPTION_SVG_TEXT,
    {.name = "indicator",
     .kind = CLI_TEXT,
     .placeholder = "CODE|NAME",
     .names = cli_indicator_codes,
     .help = "trend: the indicator, a code or Chinese name of `jianbao list indicators`; else the one with most years"},
    {.name = "form", .kind = CLI_CHOICE, .choices = gauge_forms, .help = "gauge: bars or semicircles"},
    {.name = NULL},
};

/* A form of the chart table, and the option that chooses its variant. */
static const struct {
  const char *chart, *variant;
  const char *needs;    /* what a report must give for it, when it gives nothing of it */
  gboolean has_history; /* a history may bring what the report has not */
} forms[] = {
    {.chart = "growth_bars", .needs = "the growth of an indicator over a year"},
    {.chart = "trend", .variant = "indicator", .needs = "two years of an indicator", .has_history = TRUE},
    {.chart = "gauge", .variant = "form", .needs = "a target and what was reached of it", .has_history = TRUE},
    {.chart = "kpi", .needs = "a headline indicator"},
    {.chart = "table", .needs = "a headline indicator"},
    {.chart = "dumbbell",
     .needs = "what the report of the year before promised",
     .has_history = TRUE},
    {.chart = "waterfall", .needs = "a level and what came to it"},
    {.chart = "multiples", .needs = "two years of several indicators", .has_history = TRUE},
    {.chart = "heatmap", .needs = "the growth of indicators in several years", .has_history = TRUE},
    {.chart = "ranked", .needs = "the growth of an indicator over a year"},
    {.chart = "progress", .needs = "targets of its year"},
};

/* Both names of each form serve. */
const char *const cli_chart_forms[] = {"growth",    "trend",     "gauge",   "kpi",         "table",    "delivery",
                                       "waterfall", "multiples", "heatmap", "ranked",      "progress", "growth_bars", "dumbbell", NULL};

const char *
cli_chart_name(const JbChartClass *chart)
{
  return chart->alias != NULL ? chart->alias : chart->name;
}

static const JbRenderer *
find_renderer(const CliCall *call, GError **error)
{
  const char *format = cli_value(call, "format"), *output = cli_value(call, "output");
  const JbRenderer *renderer = jb_renderer_lookup(format != NULL ? format : output);
  if (renderer == NULL)
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE,
                "%s: the name does not tell a format; end it in .pdf, .svg or .png, or say --format", output);
  return renderer;
}

/* The file is there, with the box of 暂无数据 / No data: who called must learn of it. */
static gboolean
warn_blank(const CliJob *job, const CliCall *call, GError **error)
{
  guint i = 0;
  while (strcmp(forms[i].chart, job->form) != 0)
    i++;
  g_autofree char *needs = job->option != NULL && strcmp(forms[i].chart, "trend") == 0
                               ? g_strdup_printf("two years of %s", job->option)
                               : g_strdup(forms[i].needs);
  const char *where = !forms[i].has_history ? "gives none"
                      : job->store == NULL  ? "does not give it; earlier reports may: --store FILE names their history"
                                            : "does not give it, nor does the history";
  g_set_error(error, JB_ERROR, JB_ERROR_WARNED, "%s: the chart %s is empty: it needs %s, and the report %s%s%s",
              job->output, call->operands[0], needs, where, job->store != NULL && forms[i].has_history ? " " : "",
              job->store != NULL && forms[i].has_history ? job->store : "");
  return FALSE;
}

static gboolean
run_job(CliJob *job, const CliCall *call, GError **error)
{
  CliOutcome outcome = {0};
  job->output = cli_value(call, "output");
  job->lang = cli_lang(call);
  job->scale = cli_number(call, "scale");
  job->store = cli_value(call, "store");
  job->glossary = cli_value(call, "glossary");
  job->dpi = cli_value(call, "dpi") != NULL ? cli_number(call, "dpi") : 0;
  job->live_text = cli_live_text(call);
  job->renderer = find_renderer(call, error);
  if (job->renderer == NULL || !cli_fits_format(call, job->renderer->name, error) ||
      !cli_pipeline(job, &outcome, error))
    return FALSE;
  cli_say_untranslated(outcome.n_untranslated, job->report, job->glossary);
  if (job->form != NULL && outcome.is_blank)
    return warn_blank(job, call, error);
  return TRUE;
}

gboolean
cli_brief(const CliCall *call, GError **error)
{
  CliJob job = {.report = call->operands[0],
                .layout = cli_value(call, "layout"),
                .theme = cli_value(call, "theme"),
                .page = cli_count(call, "page")};
  return run_job(&job, call, error);
}

gboolean
cli_chart(const CliCall *call, GError **error)
{
  CliJob job = {.report = call->operands[1]};
  const JbChartClass *called = jb_chart_class_lookup(call->operands[0]); /* one of cli_chart_forms */
  for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
    gboolean chosen = strcmp(forms[i].chart, called->name) == 0;
    const char *value = forms[i].variant != NULL ? cli_value(call, forms[i].variant) : NULL;
    if (chosen) {
      job.form = forms[i].chart;
      job.option = value;
    } else if (value != NULL) {
      g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "--%s belongs to the chart \"%s\", not to \"%s\"", forms[i].variant,
                  cli_chart_name(jb_chart_class_lookup(forms[i].chart)), call->operands[0]);
      return FALSE;
    }
  }
  if (!cli_check_indicator(cli_value(call, "indicator"), &job.option, error))
    return FALSE;
  cli_size(call, "size", &job.canvas.width_pt, &job.canvas.height_pt);
  gboolean dark = strcmp(cli_value(call, "background"), "dark") == 0;
  job.canvas.theme = dark ? "dark" : cli_value(call, "theme");
  if (dark && cli_value(call, "theme") != NULL) {
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "--background dark is the theme dark; leave it out beside --theme %s",
                cli_value(call, "theme"));
    return FALSE;
  }
  job.canvas.transparent = cli_flag(call, "transparent");
  return run_job(&job, call, error);
}
