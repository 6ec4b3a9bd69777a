/* SPDX-License-Identifier: Apache-2.0 */
#include "read/markup.h"

#include "base/utf8.h"

#include <string.h>

#define CENTRED_CHARS 40  /* longer centred lines are text */
#define CELL_BYTES    400 /* longer cells hold text, not values */

JbMarkup
jb_markup_new(void)
{
  return (JbMarkup){.text = g_string_new(NULL)};
}

void
jb_markup_free(JbMarkup *markup)
{
  g_string_free(markup->text, TRUE);
  markup->text = NULL;
}

static gboolean
is_space(char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

void
jb_markup_add(JbMarkup *markup, const char *text, gboolean bold)
{
  GString *out = markup->text;
  gsize blank = strspn(text, " \t\r\n\f\v");
  gboolean only_space = text[blank] == '\0';
  if (!only_space && bold != markup->is_bold) {
    g_string_append(out, "**");
    markup->is_bold = bold;
  }
  for (; *text != '\0'; text++)
    if (!is_space(*text))
      g_string_append_c(out, *text);
    else if (out->len > 0 && !is_space(out->str[out->len - 1]))
      g_string_append_c(out, ' ');
  if (!only_space && !bold)
    markup->plain = out->len;
}

void
jb_markup_break(JbMarkup *markup)
{
  while (markup->text->len > 0 && markup->text->str[markup->text->len - 1] == ' ')
    g_string_truncate(markup->text, markup->text->len - 1);
  if (markup->is_bold)
    g_string_append(markup->text, "**"); /* marks do not reach over lines */
  markup->is_bold = FALSE;
  g_string_append_c(markup->text, '\n');
}

void
jb_markup_close(JbMarkup *markup, const JbMarkupKind *kind, GString *out)
{
  if (markup->is_bold)
    g_string_append(markup->text, "**");
  g_strstrip(markup->text->str);
  const char *text = markup->text->str;
  gsize len = strlen(text);
  JbSlice slice = {.at = text, .len = len};
  if (len > 0) {
    gboolean one_line = memchr(text, '\n', len) == NULL;
    gboolean set_off = kind->heading == 0 && kind->centred && markup->plain > 0 && one_line &&
                       strstr(text, "**") == NULL && jb_utf8_count(slice) <= CENTRED_CHARS;
    for (guint i = 0; i < kind->heading; i++)
      g_string_append_c(out, '#');
    g_string_append(out, kind->heading > 0 ? " " : "");
    g_string_append(out, set_off ? "**" : "");
    g_string_append(out, kind->number != NULL ? kind->number : "");
    for (gsize i = 0; i < len; i++)
      g_string_append_c(out, text[i] == '\n' && kind->heading > 0 ? ' ' : text[i]);
    g_string_append(out, set_off ? "**\n\n" : "\n\n");
  }
  g_string_truncate(markup->text, 0);
  markup->is_bold = FALSE;
  markup->plain = 0;
}

char *
jb_markup_flat(const char *paragraphs)
{
  GString *flat = g_string_new(NULL);
  for (const char *at = paragraphs; *at != '\0'; at++)
    if (at[0] == '*' && at[1] == '*')
      at++;
    else if (!is_space(*at) && !(*at == '#' && (at == paragraphs || at[-1] == '\n' || at[-1] == '#')))
      g_string_append_c(flat, *at);
    else if (is_space(*at) && flat->len > 0 && flat->str[flat->len - 1] != ' ')
      g_string_append_c(flat, ' ');
  return g_strchomp(g_string_free(flat, FALSE));
}

void
jb_markup_row(const GPtrArray *cells, GString *out)
{
  guint filled = 0;
  gboolean is_row = TRUE;
  g_autoptr(GPtrArray) flat = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < cells->len; i++) {
    g_ptr_array_add(flat, jb_markup_flat(cells->pdata[i]));
    filled += *(const char *)flat->pdata[i] != '\0';
    is_row = is_row && strlen(flat->pdata[i]) <= CELL_BYTES;
  }
  is_row = is_row && filled > 1;
  for (guint i = 0; i < cells->len; i++) {
    const char *text = is_row ? flat->pdata[i] : cells->pdata[i];
    g_string_append(out, is_row && i > 0 ? "\t" : "");
    g_string_append(out, text);
  }
  g_string_append(out, is_row ? "\n" : "");
}

void
jb_markup_finish(GString *out, JbArena *arena, JbText *text)
{
  JbSlice kept = {.at = jb_arena_copy(arena, out->str, out->len), .len = out->len};
  *text = (JbText){.encoding = "UTF-8", .utf8 = kept, .source = kept};
}
