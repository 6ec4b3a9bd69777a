/* SPDX-License-Identifier: Apache-2.0 */
/* jianbao lint: whether layout files say what the program can do, and with reports, whether their pages are clean. */
#include "cli/cli.h"
#include "cli/pipeline.h"

#include "base/utf8.h"

const CliOption cli_lint_options[] = {
    {.name = "report",
     .kind = CLI_TEXT,
     .placeholder = "FILE",
     .help = "lay this report out with each of them, and proof-read the pages"},
    CLI_OPTION_LANG,
    {.name = NULL},
};

/* Findings of the layout's pages of one report; G_MAXUINT when they could not be made. */
static guint
proof_read(const CliCall *call, const JbLayout *layout, GString *out, GError **error)
{
  g_autoptr(JbFonts) fonts = jb_layout_open_fonts(layout, error);
  g_autoptr(JbFacts) facts = fonts != NULL ? cli_read_facts(cli_value(call, "report"), error) : NULL;
  g_autoptr(JbDrawing) drawing = facts != NULL ? jb_layout_run(layout, facts, fonts, cli_lang(call), error) : NULL;
  return drawing != NULL ? jb_layout_lint(drawing, out) : G_MAXUINT;
}

gboolean
cli_lint(const CliCall *call, GError **error)
{
  g_autoptr(GString) out = g_string_new(NULL);
  guint findings = 0;
  for (guint i = 0; i < call->n_operands; i++) {
    g_autoptr(JbLayout) layout = jb_layout_open(call->operands[i], error);
    if (layout == NULL)
      return FALSE;
    guint found = cli_value(call, "report") != NULL ? proof_read(call, layout, out, error) : 0;
    if (found == G_MAXUINT)
      return FALSE;
    g_autofree char *shown = jb_utf8_shown(call->operands[i], "");
    g_string_append_printf(out, "%s: %u findings\n", shown, found);
    findings += found;
  }
  if (!cli_write("-", out->str, out->len, error))
    return FALSE;
  if (findings > 0)
    g_set_error(error, JB_ERROR, JB_ERROR_CONFIG, "%u findings on the pages; they are listed on standard output",
                findings);
  return findings == 0;
}
