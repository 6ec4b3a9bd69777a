/* SPDX-License-Identifier: Apache-2.0 */
/* jianbao import, jianbao series: documents into the history, and what it says over the years. */
#include "cli/cli.h"
#include "cli/pipeline.h"

#include <string.h>

#define OPTION_STORE                                                                                                   \
  {                                                                                                                    \
    .name = "store", .kind = CLI_TEXT, .placeholder = "FILE",                                                          \
    .help = "the history; else jianbao/history.db beneath $XDG_DATA_HOME"                                              \
  }
#define OPTION_AREA                                                                                                    \
  {                                                                                                                    \
    .name = "area", .kind = CLI_TEXT, .placeholder = "AREA", .required = TRUE, .help = "code or full name of the area" \
  }

JbStore *
cli_open_store(const CliCall *call, JbStoreMode mode, GError **error)
{
  g_autofree char *own = jb_store_default_path();
  const char *named = cli_value(call, "store");
  return jb_store_open(named != NULL ? named : own, mode, error);
}

/* ---- import -------------------------------------------------------------------------------------------------- */

const CliOption cli_import_options[] = {
    OPTION_STORE,
    {.name = "area",
     .kind = CLI_TEXT,
     .placeholder = "AREA",
     .help = "code or full name of the area, for documents that do not say theirs"},
    {.name = "again", .kind = CLI_FLAG, .help = "read documents that are known already, into a new version"},
    {.name = "quiet", .letter = 'q', .kind = CLI_FLAG, .help = "say nothing when all went well"},
    {.name = NULL},
};

/* Everything or nothing: a file that cannot be read leaves the history as it was. */
gboolean
cli_import(const CliCall *call, GError **error)
{
  JbImport import = {.area = cli_value(call, "area"), .again = cli_flag(call, "again")};
  g_autoptr(JbStore) store = cli_open_store(call, JB_STORE_WRITE, error);
  guint counts[] = {[JB_PUT_NEW] = 0, [JB_PUT_SAME] = 0, [JB_PUT_CORRECTED] = 0}, n_facts = 0;
  if (store == NULL)
    return FALSE;
  for (guint i = 0; i < call->n_operands; i++) {
    JbImported imported;
    if (!jb_import_file(store, call->operands[i], &import, &imported, error))
      return FALSE;
    counts[imported.put]++;
    n_facts += imported.put != JB_PUT_SAME ? imported.n_facts : 0;
  }
  if (!jb_store_commit(store, error))
    return FALSE;
  if (!cli_flag(call, "quiet"))
    cli_say("%u new, %u corrected, %u known already; %u facts stored", counts[JB_PUT_NEW], counts[JB_PUT_CORRECTED],
            counts[JB_PUT_SAME], n_facts);
  return TRUE;
}

/* ---- restore ------------------------------------------------------------------------------------------------- */

const CliOption cli_restore_options[] = {OPTION_STORE, {.name = NULL}};

gboolean
cli_restore(const CliCall *call, GError **error)
{
  g_autofree char *own = jb_store_default_path();
  const char *named = cli_value(call, "store"), *path = named != NULL ? named : own;
  JbRestored restored;
  gboolean done = jb_store_restore(path, &restored, error);
  if (done && restored.was_whole) {
    cli_say("%s: the history is whole; nothing was done", path);
  } else if (done) {
    g_autoptr(GDateTime) time = g_date_time_new_from_unix_local(restored.time);
    g_autofree char *when = g_date_time_format(time, "%Y-%m-%d %H:%M");
    cli_say("%s: put back as it was on %s (%s)%s%s. Import again what came after that; a job does so at its next run",
            path, when, restored.copy, restored.aside != NULL ? "; the damaged file is now " : "",
            restored.aside != NULL ? restored.aside : "");
  }
  jb_restored_clear(&restored);
  return done;
}

/* ---- series -------------------------------------------------------------------------------------------------- */

static const char *const measures[] = {"level", "growth", "average_growth", "change", "share", "rank", NULL};
static const char *const spans[] = {"years", "months", "all", NULL};
static const char *const history_formats[] = {"text", "csv", "json", "png", "svg", "pdf", NULL};
#define OPTION_HISTORY_FORMAT                                                                                          \
  {                                                                                                                    \
    .name = "format", .kind = CLI_CHOICE, .choices = history_formats,                                                  \
    .help = "how it is written; png, svg and pdf are a chart. Else text, or what the name of OUT tells"                \
  }

const CliOption cli_series_options[] = {
    OPTION_STORE,
    OPTION_AREA,
    {.name = "measure", .kind = CLI_CHOICE, .choices = measures, .fallback = "level", .help = "what of the indicator"},
    {.name = "span", .kind = CLI_CHOICE, .choices = spans, .fallback = "years", .help = "whole years, months, or all"},
    OPTION_HISTORY_FORMAT,
    CLI_OPTION_OUTPUT,
    CLI_OPTION_SIZE,
    CLI_OPTION_SCALE,
    CLI_OPTION_LANG,
    CLI_OPTION_THEME,
    {.name = NULL},
};

/* A code of the history is its six digits; an area that has none goes by its name. */
const char *
cli_area(const CliCall *call, JbArena *arena)
{
  JbArea area;
  const char *named = cli_value(call, "area");
  return jb_area_lookup(arena, named, &area) ? area.code : named;
}

/* What there is instead: areas of the history, or indicators of the area; at most so many. */
#define MOST_NAMED 12

static void
name_some(GString *names, GPtrArray *some)
{
  for (guint i = 0; i < some->len && i < MOST_NAMED; i++)
    g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", (const char *)some->pdata[i]);
  if (some->len > MOST_NAMED)
    g_string_append_printf(names, " and %u more", some->len - MOST_NAMED);
}

/* FALSE when the history has no document of the area: JB_ERROR_DATA that names those it has. */
static gboolean
check_area(const CliCall *call, JbStore *store, const char *area, GError **error)
{
  g_autoptr(JbObservations) known = jb_store_documents(store, &(JbStoreQuery){0}, error);
  g_autoptr(GPtrArray) areas = g_ptr_array_new();
  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < known->n_documents; i++) {
    const JbArea *own = &known->documents[i].report.area;
    if (g_strcmp0(own->code, area) == 0 || g_strcmp0(own->zh, area) == 0)
      return TRUE;
    cli_add_once(areas, own->zh);
  }
  g_autoptr(GString) names = g_string_new(NULL);
  name_some(names, areas);
  g_ptr_array_add(areas, NULL);
  const char *nearest = cli_nearest(cli_value(call, "area"), (const char *const *)areas->pdata);
  if (nearest != NULL)
    g_string_append_printf(names, "; did you mean %s?", nearest);
  g_set_error(error, JB_ERROR, JB_ERROR_DATA, "--area %s: the history has no document of it%s%s", cli_value(call, "area"),
              areas->len > 1 ? "; it has " : "", names->str);
  return FALSE;
}

/* Neither a code nor a name of the catalogue, and no figure of the area is called so; FALSE when nothing is near it. */
static gboolean
refuse_name(const CliCall *call, GError **error)
{
  const char *typed = call->operands[0];
  g_autofree char *near = cli_indicators_near(typed);
  if (near == NULL)
    return FALSE;
  g_set_error(error, JB_ERROR, g_str_is_ascii(typed) ? JB_ERROR_USAGE : JB_ERROR_DATA,
              "%s: no indicator is called so, and the history has no figure of that name for %s; did you mean %s?", typed,
              cli_value(call, "area"), near);
  return TRUE;
}

static void
refuse_series(const CliCall *call, JbStore *store, const char *area, GError **error)
{
  g_autoptr(JbObservations) rows = jb_store_select(store, &(JbStoreQuery){.area = area, .coded = TRUE, .lean = TRUE}, NULL);
  g_autoptr(GPtrArray) codes = g_ptr_array_new();
  g_autoptr(GString) names = g_string_new(NULL);
  const char *measure = cli_value(call, "measure");
  for (guint i = 0; rows != NULL && i < rows->n; i++)
    if (strcmp(jb_measure_name(rows->rows[i].fact.measure), measure) == 0)
      cli_add_once(codes, rows->rows[i].fact.code);
  name_some(names, codes);
  g_set_error(error, JB_ERROR, JB_ERROR_DATA, "the history has no %s of %s for %s%s%s", measure, call->operands[0],
              cli_value(call, "area"), codes->len > 0 ? "; it has that of " : "", names->str);
}

static JbSeries *
find_series(const CliCall *call, JbStore *store, const JbObservations *rows, const JbStoreQuery *query, GError **error)
{
  JbSeries *series = jb_series_make(rows, query->code, query->name_zh, (JbMeasure)cli_choice(call, "measure", measures),
                                    (JbSeriesSpan)cli_choice(call, "span", spans));
  if (series->n > 0)
    return series;
  if (query->name_zh == NULL || rows->n > 0 || !refuse_name(call, error))
    refuse_series(call, store, query->area, error);
  jb_series_free(series);
  return NULL;
}

/* --format, else what the name of the output ends in, else text. */
static guint
history_format(const CliCall *call)
{
  if (cli_value(call, "format") != NULL)
    return cli_choice(call, "format", history_formats);
  for (guint i = JB_SERIES_CSV; history_formats[i] != NULL; i++) {
    g_autofree char *suffix = g_strconcat(".", history_formats[i], NULL);
    if (g_str_has_suffix(cli_value(call, "output"), suffix))
      return i;
  }
  return JB_SERIES_TEXT;
}

/* A chart of what the history says. */
static gboolean
draw_history(const CliCall *call, const JbFacts *facts, const char *form, const char *option, const JbRenderer *renderer,
             GError **error)
{
  CliJob job = {.output = cli_value(call, "output"),
                .form = form,
                .option = option,
                .canvas = {.theme = cli_value(call, "theme")},
                .renderer = renderer,
                .scale = cli_number(call, "scale"),
                .lang = cli_lang(call)};
  cli_size(call, "size", &job.canvas.width_pt, &job.canvas.height_pt);
  g_autoptr(JbFonts) fonts = jb_fonts_open(error);
  g_autoptr(JbDrawing) drawing = fonts != NULL ? cli_draw_chart(&job, facts, fonts, error) : NULL;
  return drawing != NULL && cli_date_drawing(drawing, error) &&
         cli_render_and_publish(&job, facts, drawing, fonts, error);
}

static gboolean
write_chart(const CliCall *call, const JbSeries *series, const JbRenderer *renderer, GError **error)
{
  g_autoptr(JbFacts) facts = jb_series_facts(series);
  guint n_known = 0;
  for (guint i = 0; i < facts->n_facts; i++)
    n_known += facts->facts[i].status != JB_STATUS_TARGET && jb_period_is_year(facts->facts[i].period);
  if (n_known < 2) {
    g_set_error(error, JB_ERROR, JB_ERROR_DATA,
                "the history has %u whole year%s of %s for %s; a chart needs two. Import more reports, or use --format text",
                n_known, n_known == 1 ? "" : "s", call->operands[0], cli_value(call, "area"));
    return FALSE;
  }
  return draw_history(call, facts, "trend", series->code, renderer, error);
}

static gboolean
write_series(const CliCall *call, const JbSeries *series, GError **error)
{
  guint format = history_format(call);
  if (!cli_fits_format(call, history_formats[format], error))
    return FALSE;
  const JbRenderer *renderer = jb_renderer_lookup(history_formats[format]);
  if (renderer != NULL)
    return write_chart(call, series, renderer, error);
  g_autoptr(GString) out = g_string_new(NULL);
  jb_series_write(series, (JbSeriesFormat)format, out);
  return cli_write(cli_value(call, "output"), out->str, out->len, error);
}

gboolean
cli_series(const CliCall *call, GError **error)
{
  JbArena *arena = jb_arena_new();
  g_autoptr(JbStore) store = cli_open_store(call, JB_STORE_READ, error);
  const char *indicator = call->operands[0], *code = cli_indicator(indicator);
  JbStoreQuery query = {.area = cli_area(call, arena), .code = code, .name_zh = code == NULL ? indicator : NULL};
  g_autoptr(JbObservations) rows = store != NULL ? jb_store_select(store, &query, error) : NULL;
  if (rows != NULL && rows->n == 0 && !check_area(call, store, query.area, error))
    g_clear_pointer(&rows, jb_observations_free);
  g_autoptr(JbSeries) series = rows != NULL ? find_series(call, store, rows, &query, error) : NULL;
  gboolean done = series != NULL && write_series(call, series, error);
  jb_arena_free(arena);
  return done;
}

/* ---- ranking --------------------------------------------------------------------------------------------------- */

static const char *const levels[] = {"any", "nation", "province", "prefecture", "county", NULL};

const CliOption cli_ranking_options[] = {
    OPTION_STORE,
    {.name = "year", .kind = CLI_COUNT, .placeholder = "YEAR", .required = TRUE, .help = "the figures of that year"},
    {.name = "measure", .kind = CLI_CHOICE, .choices = measures, .fallback = "level", .help = "what of the indicator"},
    {.name = "level", .kind = CLI_CHOICE, .choices = levels, .fallback = "any", .help = "areas of that level alone"},
    {.name = "area", .kind = CLI_TEXT, .placeholder = "AREA", .formats = "png svg pdf", .help = "the area whose row is marked, its code or full name"},
    OPTION_HISTORY_FORMAT,
    CLI_OPTION_OUTPUT,
    CLI_OPTION_SIZE,
    CLI_OPTION_SCALE,
    CLI_OPTION_LANG,
    CLI_OPTION_THEME,
    {.name = NULL},
};

/* The area of --area as the history has it; NULL: none is marked. FALSE when it has no row. */
static gboolean
find_own(const CliCall *call, const JbRanking *ranking, const JbArea **own, GError **error)
{
  JbArena *arena = jb_arena_new();
  const char *area = cli_value(call, "area") != NULL ? cli_area(call, arena) : NULL;
  *own = NULL;
  for (guint i = 0; area != NULL && i < ranking->n; i++) {
    const JbArea *other = &ranking->rows[i].value->document->report.area;
    if (g_strcmp0(other->code, area) == 0 || g_strcmp0(other->zh, area) == 0)
      *own = other;
  }
  gboolean found = area == NULL || *own != NULL;
  if (!found)
    g_set_error(error, JB_ERROR, JB_ERROR_DATA, "--area %s: it is not among the %u areas of the ranking", cli_value(call, "area"),
                ranking->n);
  jb_arena_free(arena);
  return found;
}

static gboolean
write_ranking(const CliCall *call, const JbRanking *ranking, GError **error)
{
  guint format = history_format(call);
  const JbRenderer *renderer = jb_renderer_lookup(history_formats[format]);
  const JbArea *own;
  if (!cli_fits_format(call, history_formats[format], error) || !find_own(call, ranking, &own, error))
    return FALSE;
  if (renderer != NULL) {
    g_autoptr(JbFacts) facts = jb_ranking_facts(ranking, own);
    return draw_history(call, facts, "ranked", NULL, renderer, error);
  }
  g_autoptr(GString) out = g_string_new(NULL);
  jb_ranking_write(ranking, (JbSeriesFormat)format, out);
  return cli_write(cli_value(call, "output"), out->str, out->len, error);
}

gboolean
cli_ranking(const CliCall *call, GError **error)
{
  const char *code = cli_indicator(call->operands[0]);
  gint year = (gint)cli_count(call, "year");
  JbMeasure measure = (JbMeasure)cli_choice(call, "measure", measures);
  if (code == NULL) {
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "%s: no indicator is called so; see `jianbao list indicators`",
                call->operands[0]);
    return FALSE;
  }
  g_autoptr(JbStore) store = cli_open_store(call, JB_STORE_READ, error);
  JbStoreQuery query = {
      .code = code, .measures = 1u << measure, .from_year = year, .to_year = year, .coded = TRUE};
  g_autoptr(JbObservations) rows = store != NULL ? jb_store_select(store, &query, error) : NULL;
  if (rows == NULL)
    return FALSE;
  g_autoptr(JbRanking) ranking =
      jb_ranking_make(rows, code, measure, year, (JbAreaLevel)cli_choice(call, "level", levels));
  if (ranking->n == 0) {
    g_set_error(error, JB_ERROR, JB_ERROR_DATA, "the history has no %s of %s in %d", cli_value(call, "measure"),
                call->operands[0], year);
    return FALSE;
  }
  if (ranking->n_left_out > 0)
    cli_say("%u area%s left out: the figure is in another unit", ranking->n_left_out,
            ranking->n_left_out > 1 ? "s" : "");
  return write_ranking(call, ranking, error);
}

/* ---- delivery, progress ---------------------------------------------------------------------------------------- */

const CliOption cli_delivery_options[] = {
    OPTION_STORE,
    OPTION_AREA,
    {.name = "year", .kind = CLI_COUNT, .placeholder = "YEAR", .required = TRUE, .help = "promised for that year"},
    CLI_OPTION_OUTPUT,
    {.name = NULL},
};

const CliOption cli_progress_options[] = {
    OPTION_STORE,
    OPTION_AREA,
    {.name = "period",
     .kind = CLI_TEXT,
     .placeholder = "PERIOD",
     .required = TRUE,
     .help = "2025-10: January to October; 2025: to its newest month"},
    CLI_OPTION_OUTPUT,
    {.name = NULL},
};

/* All that the history has of the area. */
static JbObservations *
select_area(const CliCall *call, GError **error)
{
  JbArena *arena = jb_arena_new();
  g_autoptr(JbStore) store = cli_open_store(call, JB_STORE_READ, error);
  JbStoreQuery query = {.area = cli_area(call, arena)};
  JbObservations *rows =
      store != NULL && check_area(call, store, query.area, error) ? jb_store_select(store, &query, error) : NULL;
  jb_arena_free(arena);
  return rows;
}

gboolean
cli_delivery(const CliCall *call, GError **error)
{
  g_autoptr(JbObservations) rows = select_area(call, error);
  if (rows == NULL)
    return FALSE;
  g_autoptr(JbDelivery) delivery = jb_delivery_make(rows, (gint)cli_count(call, "year"));
  g_autoptr(GString) out = g_string_new(NULL);
  jb_delivery_dump(delivery, out);
  return cli_write(cli_value(call, "output"), out->str, out->len, error);
}

gboolean
cli_progress(const CliCall *call, GError **error)
{
  JbPeriod until;
  if (!jb_period_parse(cli_value(call, "period"), &until) || until.from_year != until.to_year) {
    g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "--period %s: write a month as 2025-10 or a year as 2025",
                cli_value(call, "period"));
    return FALSE;
  }
  g_autoptr(JbObservations) rows = select_area(call, error);
  if (rows == NULL)
    return FALSE;
  g_autoptr(JbProgress) progress = jb_progress_make(rows, until);
  g_autoptr(GString) out = g_string_new(NULL);
  jb_progress_dump(progress, out);
  return cli_write(cli_value(call, "output"), out->str, out->len, error);
}
