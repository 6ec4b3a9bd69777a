/* SPDX-License-Identifier: Apache-2.0 */
/* jianbao brief, jianbao chart: options into a job for the pipeline. */
#include "cli/cli.h"
#include "cli/pipeline.h"

#include <string.h>

static const char *const output_formats[] = {"pdf", "svg", "png", NULL};

#define OPTION_OUTPUT                                                                                                  \
  {                                                                                                                    \
    .name = "output", .letter = 'o', .kind = CLI_TEXT, .placeholder = "OUT", .required = TRUE,                         \
    .help = "the file to write; \"-\" is standard output"                                                              \
  }
#define OPTION_FORMAT                                                                                                  \
  {                                                                                                                    \
    .name = "format", .kind = CLI_CHOICE, .choices = output_formats,                                                   \
    .help = "format of the file, when its name does not tell"                                                          \
  }
#define OPTION_DPI                                                                                                     \
  {                                                                                                                    \
    .name = "dpi", .kind = CLI_NUMBER, .placeholder = "N",                                                             \
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
     .fallback = "briefing",
     .help = "a layout of `jianbao list layouts`, or a file"},
    CLI_OPTION_THEME,
    CLI_OPTION_LANG,
    OPTION_HISTORY,
    OPTION_FORMAT,
    CLI_OPTION_SCALE,
    OPTION_DPI,
    CLI_OPTION_SVG_TEXT,
    {.name = "page", .kind = CLI_COUNT, .placeholder = "N", .help = "SVG, PNG: this page alone, from 1"},
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
    {.name = "transparent", .kind = CLI_FLAG, .help = "PNG, SVG: nothing beneath the chart"},
    CLI_OPTION_SVG_TEXT,
    {.name = "indicator",
     .kind = CLI_TEXT,
     .placeholder = "CODE",
     .help = "trend: the indicator, one of `jianbao list indicators`; else the one with most years"},
    {.name = "form", .kind = CLI_CHOICE, .choices = gauge_forms, .help = "gauge: bars or semicircles"},
    {.name = NULL},
};

/* What the command calls a form, what the chart table calls it, and the option that chooses its variant. */
static const struct {
  const char *name, *chart, *variant;
} forms[] = {
    {.name = "growth", .chart = "growth_bars"},
    {.name = "trend", .chart = "trend", .variant = "indicator"},
    {.name = "gauge", .chart = "gauge", .variant = "form"},
    {.name = "kpi", .chart = "kpi"},
    {.name = "table", .chart = "table"},
    {.name = "delivery", .chart = "dumbbell"},
    {.name = "waterfall", .chart = "waterfall"},
    {.name = "multiples", .chart = "multiples"},
    {.name = "heatmap", .chart = "heatmap"},
};

const char *const cli_chart_forms[] = {"growth",   "trend",     "gauge",     "kpi",     "table",
                                       "delivery", "waterfall", "multiples", "heatmap", NULL};

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

static gboolean
run_job(CliJob *job, const CliCall *call, GError **error)
{
  guint unnamed = 0, n_facts = 0;
  job->output = cli_value(call, "output");
  job->lang = cli_lang(call);
  job->scale = cli_number(call, "scale");
  job->store = cli_value(call, "store");
  job->glossary = cli_value(call, "glossary");
  job->dpi = cli_value(call, "dpi") != NULL ? cli_number(call, "dpi") : 0;
  job->live_text = cli_live_text(call);
  job->renderer = find_renderer(call, error);
  if (job->renderer == NULL || !cli_pipeline(job, &unnamed, &n_facts, error))
    return FALSE;
  if (unnamed > 0 && job->form == NULL && job->lang != JB_LANG_ZH)
    cli_say("%u of %u names have no English term yet and stay in Chinese; see `jianbao list untranslated`", unnamed,
            n_facts);
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
  for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
    gboolean chosen = strcmp(forms[i].name, call->operands[0]) == 0;
    const char *value = forms[i].variant != NULL ? cli_value(call, forms[i].variant) : NULL;
    if (chosen) {
      job.form = forms[i].chart;
      job.option = value;
    } else if (value != NULL) {
      g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "--%s belongs to the chart \"%s\", not to \"%s\"", forms[i].variant,
                  forms[i].name, call->operands[0]);
      return FALSE;
    }
  }
  cli_size(call, "size", &job.canvas.width_pt, &job.canvas.height_pt);
  gboolean dark = strcmp(cli_value(call, "background"), "dark") == 0;
  job.canvas.theme = cli_value(call, "theme") != NULL ? cli_value(call, "theme") : dark ? "dark" : NULL;
  job.canvas.transparent = cli_flag(call, "transparent");
  return run_job(&job, call, error);
}
