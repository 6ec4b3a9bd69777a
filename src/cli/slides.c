/* SPDX-License-Identifier: Apache-2.0 */
/* jianbao slides: each slide as PNG and SVG, all of them as one PDF, published as one set. */
#include "cli/cli.h"
#include "cli/pipeline.h"

#include <string.h>

const CliOption cli_slides_options[] = {
    {.name = "output",
     .letter = 'o',
     .kind = CLI_TEXT,
     .placeholder = "DIR",
     .required = TRUE,
     .help = "the directory to make; one that is there may hold slides of an earlier run and nothing else. \"-\": "
             "slides.pdf alone, to standard output"},
    {.name = "layout",
     .kind = CLI_TEXT,
     .placeholder = "NAME|FILE",
     .names = jb_layout_names,
     .fallback = "slides",
     .help = "a layout of `jianbao list layouts`, or a file"},
    CLI_OPTION_THEME,
    CLI_OPTION_LANG,
    {.name = "width", .kind = CLI_COUNT, .placeholder = "PIXELS", .fallback = "1920", .help = "width of each PNG"},
    CLI_OPTION_SVG_TEXT,
    {.name = NULL},
};

/* What a set of ours is made of: what may be exchanged for a new one. */
static const char *const patterns[] = {"slide-*.png", "slide-*.svg", "slides.pdf", NULL};

static void
set_file_clear(gpointer data)
{
  JbSetFile *file = data;
  g_free((char *)file->name);
  g_bytes_unref(file->bytes);
}

static gboolean
add(GArray *files, char *name, const char *format, const JbDrawing *drawing, JbFonts *fonts,
    const JbRenderOptions *options, GError **error)
{
  JbSetFile file = {.name = name, .bytes = jb_render(jb_renderer_lookup(format), drawing, fonts, options, error)};
  if (file.bytes == NULL) {
    g_free(name);
    return FALSE;
  }
  g_array_append_val(files, file);
  return TRUE;
}

/* Everything is rendered before the first file is written. */
static gboolean
publish(const CliCall *call, const JbFacts *facts, const JbDrawing *drawing, JbFonts *fonts, GError **error)
{
  const JbMaking making = {.facts = facts,
                           .fonts = fonts,
                           .lang = cli_lang(call),
                           .layout = cli_value(call, "layout"),
                           .theme = cli_value(call, "theme")};
  g_autoptr(JbCarried) carried = jb_carry(&making, error);
  if (carried == NULL)
    return FALSE;
  const JbRenderOptions whole = {.n_attachments = carried->n, .attachments = carried->files};
  g_autoptr(GArray) files = g_array_new(FALSE, FALSE, sizeof(JbSetFile));
  g_array_set_clear_func(files, set_file_clear);
  gboolean good = add(files, g_strdup("slides.pdf"), "pdf", drawing, fonts, &whole, error);
  if (good && strcmp(cli_value(call, "output"), "-") == 0)
    return cli_write_bytes("-", g_array_index(files, JbSetFile, 0).bytes, TRUE, error);
  for (guint page = 0; good && page < drawing->pages->len; page++) {
    double width_pt = ((const JbPage *)drawing->pages->pdata[page])->width_pt;
    JbRenderOptions options = {
        .page = page, .scale = cli_count(call, "width") / width_pt, .live_text = cli_live_text(call)};
    good = add(files, g_strdup_printf("slide-%02u.png", page + 1), "png", drawing, fonts, &options, error) &&
           add(files, g_strdup_printf("slide-%02u.svg", page + 1), "svg", drawing, fonts, &options, error);
  }
  return good && jb_publish_set(cli_value(call, "output"), patterns, (const JbSetFile *)(gpointer)files->data,
                                files->len, error);
}

gboolean
cli_slides(const CliCall *call, GError **error)
{
  g_autoptr(JbLayout) layout = cli_open_layout(cli_value(call, "layout"), cli_value(call, "theme"), error);
  g_autoptr(JbFonts) fonts = jb_layout_open_fonts(layout, error);
  g_autoptr(JbFacts) facts = fonts != NULL ? cli_read_facts(call->operands[0], error) : NULL;
  g_autoptr(JbDrawing) drawing = facts != NULL && cli_has_figures(facts, call->operands[0], error)
                                     ? jb_layout_run(layout, facts, fonts, cli_lang(call), error)
                                     : NULL;
  gboolean done = drawing != NULL && cli_date_drawing(drawing, error) && publish(call, facts, drawing, fonts, error);
  if (done && cli_lang(call) != JB_LANG_ZH)
    cli_say_untranslated(cli_count_untranslated(facts, drawing), call->operands[0], NULL);
  return done;
}
