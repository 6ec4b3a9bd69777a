/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A page as it is and as it should be. White space is nobody's: readers put it where they like. What is drawn must be
 * found, text by text, in its order; after a difference the two are brought together at the next text that is found
 * again with the one behind it, so that one changed figure is one line.
 */
#include "proof/proof.h"

#include <string.h>

#define REACH_TEXTS 24  /* how far ahead what is drawn is looked at */
#define REACH_BYTES 600 /* and what is found */
#define SHOWN_BYTES 80

static char *
solid(const char *text)
{
  GString *out = g_string_sized_new(strlen(text));
  for (; *text != '\0'; text = g_utf8_next_char(text)) {
    gunichar c = g_utf8_get_char(text);
    if (!g_unichar_isspace(c) && c != '\f')
      g_string_append_unichar(out, c);
  }
  return g_string_free(out, FALSE);
}

static GPtrArray *
texts_of(const JbPage *page)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < page->items->len; i++) {
    const JbDrawItem *item = &g_array_index(page->items, JbDrawItem, i);
    char *text = item->kind == JB_DRAW_TEXT ? solid(item->text.text) : NULL;
    if (text != NULL && *text != '\0')
      g_ptr_array_add(texts, text);
    else
      g_free(text);
  }
  return texts;
}

static const char *
text_at(const GPtrArray *texts, guint index)
{
  return index < texts->len ? texts->pdata[index] : "";
}

/* Where the texts from `first` on are found again, in `*place`; the page's end when they are not. */
static guint
meet_again(const GPtrArray *texts, guint first, const char *found, const char **place)
{
  for (guint i = first; i < texts->len && i < first + REACH_TEXTS; i++) {
    const char *text = text_at(texts, i), *next = text_at(texts, i + 1);
    const char *end = found + MIN(strlen(found), (gsize)REACH_BYTES);
    for (const char *at = found; (at = strstr(at, text)) != NULL && at < end; at++)
      if (g_str_has_prefix(at + strlen(text), next)) {
        *place = at;
        return i;
      }
  }
  *place = found + strlen(found);
  return texts->len;
}

static void
put_shown(GString *out, const char *text, gsize len)
{
  gboolean cut = len > SHOWN_BYTES;
  if (cut)
    for (len = SHOWN_BYTES; len > 0 && (text[len] & 0xC0) == 0x80;)
      len--;
  g_string_append_len(out, text, (gssize)len);
  if (cut)
    g_string_append(out, "…");
}

void
jb_put_difference(GString *out, const char *where, const char *there, gsize len, const char *should)
{
  g_string_append_printf(out, "%s: ", where);
  if (len > 0) {
    g_string_append(out, "\"");
    put_shown(out, there, len);
    g_string_append(out, *should != '\0' ? "\" stands there, and from the facts follows " : "\" stands there, and");
  } else {
    g_string_append(out, "missing is ");
  }
  if (*should != '\0') {
    g_string_append(out, "\"");
    put_shown(out, should, strlen(should));
    g_string_append(out, "\"\n");
  } else {
    g_string_append(out, " nothing of it follows from the facts\n");
  }
}

static gboolean
holds_figure(const char *text)
{
  return strpbrk(text, "0123456789") != NULL;
}

void
jb_compare_page(const JbPage *page, guint number, const char *found, GString *out, JbCompared *compared)
{
  g_autoptr(GPtrArray) texts = texts_of(page);
  g_autofree char *whole = solid(found);
  g_autofree char *where = g_strdup_printf("page %u", number);
  const char *at = whole;
  for (guint i = 0; i < texts->len;) {
    const char *text = text_at(texts, i), *place;
    if (g_str_has_prefix(at, text)) {
      compared->n_figures += holds_figure(text);
      at += strlen(text);
      i++;
      continue;
    }
    guint next = meet_again(texts, i, at, &place);
    g_autoptr(GString) should = g_string_new(NULL);
    for (; i < next; i++)
      g_string_append(should, text_at(texts, i));
    jb_put_difference(out, where, at, (gsize)(place - at), should->str);
    compared->n_wrong++;
    at = place;
  }
  if (*at != '\0') {
    jb_put_difference(out, where, at, strlen(at), "");
    compared->n_wrong++;
  }
}
