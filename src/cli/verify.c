/* SPDX-License-Identifier: Apache-2.0 */
/* jianbao verify: whether the figures on a PDF's pages follow from the facts that it carries. */
#include "cli/cli.h"

const CliOption cli_verify_options[] = {
    {.name = "report",
     .kind = CLI_TEXT,
     .placeholder = "REPORT",
     .help = "the report that it is said to be made from; its hash and the places of all figures are checked as well"},
    CLI_OPTION_OUTPUT,
    {.name = NULL},
};

gboolean
cli_verify(const CliCall *call, GError **error)
{
  const char *path = call->operands[0];
  g_autoptr(GString) out = g_string_new(NULL);
  guint n_wrong = 0;
  if (!jb_prove(path, cli_value(call, "report"), out, &n_wrong, error) ||
      !cli_write(cli_value(call, "output"), out->str, out->len, error))
    return FALSE;
  if (n_wrong > 0)
    g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s: what stands on its pages does not follow from its facts in %u %s",
                path, n_wrong, n_wrong == 1 ? "place" : "places");
  return n_wrong == 0;
}
