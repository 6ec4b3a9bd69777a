/* SPDX-License-Identifier: Apache-2.0 */
/* Strings of JSON. */
#include "base/json.h"

#include "base/utf8.h"

void
jb_json_append(GString *out, const char *text)
{
  static const char short_escapes[32] = {['\b'] = 'b', ['\f'] = 'f', ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't'};
  if (text == NULL) {
    g_string_append(out, "null");
    return;
  }
  /* A file's name may be no UTF-8; JSON always is. */
  g_autofree char *shown = g_utf8_validate(text, -1, NULL) ? NULL : jb_utf8_shown(text, "\n\t");
  if (shown != NULL)
    text = shown;
  g_string_append_c(out, '"');
  const char *run = text;
  for (const char *at = text;; at++) {
    unsigned char c = (unsigned char)*at;
    if (c >= 0x20 && c != '"' && c != '\\')
      continue;
    g_string_append_len(out, run, at - run);
    run = at + 1;
    if (c == '\0')
      break;
    if (c >= 0x20)
      g_string_append_printf(out, "\\%c", c);
    else if (short_escapes[c] != 0)
      g_string_append_printf(out, "\\%c", short_escapes[c]);
    else
      g_string_append_printf(out, "\\u%04x", c);
  }
  g_string_append_c(out, '"');
}
