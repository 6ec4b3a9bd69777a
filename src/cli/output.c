/* SPDX-License-Identifier: Apache-2.0 */
/* What leaves the program: results, one-line messages, the exit status. */
#include "cli/cli.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

static gboolean
is_standard_output(const char *path)
{
  return path == NULL || strcmp(path, "-") == 0;
}

gboolean
cli_write_bytes(const char *path, GBytes *bytes, gboolean binary, GError **error)
{
  if (binary && is_standard_output(path) && isatty(STDOUT_FILENO)) {
    g_set_error_literal(error, JB_ERROR, JB_ERROR_USAGE,
                        "binary data is not written to a terminal; name a file with -o, or pipe it on");
    return FALSE;
  }
  return jb_publish_file(path != NULL ? path : "-", bytes, error);
}

gboolean
cli_write(const char *path, const char *text, gsize len, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static(text, len);
  return cli_write_bytes(path, bytes, FALSE, error);
}

/* Bold on a terminal that wants it: https://no-color.org. */
static gboolean
is_coloured(void)
{
  const char *no_color = g_getenv("NO_COLOR"), *term = g_getenv("TERM");
  return (no_color == NULL || *no_color == '\0') && term != NULL && strcmp(term, "dumb") != 0 && isatty(STDERR_FILENO);
}

void
cli_say(const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *raw = g_strdup_vprintf(format, args);
  g_autofree char *text = jb_utf8_shown(raw, "\n\t");
  va_end(args);
  /* Bytes as they are: g_printerr() would transliterate Chinese in a C locale. */
  fprintf(stderr, is_coloured() ? "\033[1mjianbao:\033[0m %s\n" : "jianbao: %s\n", text);
}

int
cli_exit_status(const GError *error)
{
  static const int statuses[] = {
      [JB_ERROR_USAGE] = EX_USAGE,   [JB_ERROR_DATA] = EX_DATAERR,     [JB_ERROR_NO_INPUT] = EX_NOINPUT,
      [JB_ERROR_BUG] = EX_SOFTWARE,  [JB_ERROR_CREATE] = EX_CANTCREAT, [JB_ERROR_IO] = EX_IOERR,
      [JB_ERROR_BUSY] = EX_TEMPFAIL, [JB_ERROR_CONFIG] = EX_CONFIG,    [JB_ERROR_WARNED] = CLI_EXIT_WARNED,
  };
  if (error == NULL)
    return EX_OK;
  return error->domain == JB_ERROR && error->code < (int)G_N_ELEMENTS(statuses) ? statuses[error->code] : EX_SOFTWARE;
}
