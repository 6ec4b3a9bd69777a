/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_CLI_PIPELINE_H
#define JB_CLI_PIPELINE_H
/* One report in, one briefing or chart out. */
#include "cli/cli.h"

typedef struct {
  const char *report;        /* path, "-" for standard input */
  const char *output;        /* path, "-" for standard output */
  const char *layout;        /* name or file of the layout; NULL: a single chart */
  const char *form, *option; /* single chart: its form and the form's variant */
  const char *theme;         /* laid over the layout; NULL none */
  JbCanvas canvas;           /* single chart */
  const JbRenderer *renderer;
  double scale;       /* PNG: pixels per point */
  double dpi;         /* PNG: what it says of itself; 0: by its scale */
  gboolean live_text; /* SVG */
  guint page;         /* PNG, SVG: from 1; 0: every page, each into a file of its own */
  JbLang lang;
  const char *glossary; /* file of the user's own names; NULL: none */
  const char *store;    /* history to take earlier years from; NULL: the report's own figures alone */
} CliJob;

typedef struct {
  guint n_untranslated; /* names on the pages of a layout that shows English */
  gboolean is_blank;    /* the single chart found nothing to draw */
} CliOutcome;

/* The job's single chart on its canvas; what the canvas does not hold is an error of --size. */
JbDrawing *cli_draw_chart(const CliJob *job, const JbFacts *facts, JbFonts *fonts, GError **error);

/* Runs the job. */
gboolean cli_pipeline(const CliJob *job, CliOutcome *outcome, GError **error);
/* Its last part, for what was drawn already: the facts travel in a PDF. */
gboolean cli_render_and_publish(const CliJob *job, const JbFacts *facts, const JbDrawing *drawing, JbFonts *fonts,
                                GError **error);

/* untranslated.c: names on the pages that have no English; the note on standard error that tells of them. */
guint cli_count_untranslated(const JbFacts *facts, const JbDrawing *drawing);
void cli_say_untranslated(guint n, const char *report, const char *glossary);
/* FALSE when nothing was found in the report that could be drawn: JB_ERROR_DATA. */
gboolean cli_has_figures(const JbFacts *facts, const char *report, GError **error);
/* Where that is no error, because other reports may have some: said on standard error, and the exit status tells. */
void cli_warn_blank(const CliCall *call, const JbFacts *facts, const char *report);

/* A layout with a theme over it, which may be NULL. */
JbLayout *cli_open_layout(const char *name, const char *theme, GError **error);
/* SOURCE_DATE_EPOCH; -1 when it is not set. */
gboolean cli_source_date(gint64 *seconds, GError **error);
/* SOURCE_DATE_EPOCH, when it is set, as the drawing's date. */
gboolean cli_date_drawing(JbDrawing *drawing, GError **error);

/* The first half of the way, for the commands that end at the facts: NULL on error. */
JbFacts *cli_read_facts(const char *report, GError **error);
/* The same with the names of a glossary file, NULL for none. */
JbFacts *cli_read_facts_by(const char *glossary, const char *report, GError **error);

#endif
