/* SPDX-License-Identifier: Apache-2.0 */
/*
 * html: a page saved from a web site. The element that holds the report is found (html_main.c) and becomes Markdown;
 * of what stands before it only titles are taken, for they name the area and the year, and nothing of what follows.
 */
#include "base/utf8.h"
#include "read/html_main.h"
#include "read/html_parse.h"
#include "read/markup.h"
#include "read/reader.h"

#include <string.h>

#define MAX_BYTES  ((gsize)32 * 1024 * 1024)
#define HEAD_BYTES 4096 /* where a page says its encoding */

typedef enum { BEFORE_MAIN, IN_MAIN, BEHIND_MAIN } Place;

typedef struct {
  const GumboNode *main;
  Place place;
  GString *out;
  JbMarkup markup;
  JbMarkupKind kind;
  guint bold; /* elements that make it so, in each other */
} Walker;

static void walk_children(Walker *w, const GumboNode *node);

/* Before the report: 在宁波市第十六届人民代表大会第三次会议上 and headings. */
static gboolean
is_wanted_before(const Walker *w)
{
  return w->kind.heading > 0 || strstr(w->markup.text->str, "会议上") != NULL;
}

static void
close_paragraph(Walker *w)
{
  g_autoptr(GString) nowhere = g_string_new(NULL);
  gboolean wanted = w->place == IN_MAIN || (w->place == BEFORE_MAIN && is_wanted_before(w));
  jb_markup_close(&w->markup, &w->kind, wanted ? w->out : nowhere);
}

static char *
walk_apart(Walker *w, const GumboNode *node)
{
  GString *out = w->out;
  w->out = g_string_new(NULL);
  walk_children(w, node);
  close_paragraph(w);
  char *text = g_string_free(w->out, FALSE);
  w->out = out;
  return text;
}

static void
walk_row(Walker *w, const GumboNode *row)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < row->v.element.children.length; i++) {
    const GumboNode *cell = row->v.element.children.data[i];
    if (cell->type == GUMBO_NODE_ELEMENT && !jb_html_is_dropped(cell))
      g_ptr_array_add(cells, walk_apart(w, cell));
  }
  jb_markup_row(cells, w->out);
}

/* [1] and ① raised are marks of notes; a raised 2 makes a square metre. */
static gboolean
is_note_mark(const GumboNode *node)
{
  if (node->v.element.tag != GUMBO_TAG_SUP)
    return FALSE;
  const GumboNode *child = node->v.element.children.length > 0 ? node->v.element.children.data[0] : NULL;
  while (child != NULL && child->type == GUMBO_NODE_ELEMENT)
    child = child->v.element.children.length > 0 ? child->v.element.children.data[0] : NULL;
  return child != NULL && child->type == GUMBO_NODE_TEXT &&
         (child->v.text.text[0] == '[' || g_str_has_prefix(child->v.text.text, "〔") ||
          g_utf8_get_char(child->v.text.text) >= 0x2460);
}

static void
walk_element(Walker *w, const GumboNode *node)
{
  GumboTag tag = node->v.element.tag;
  JbMarkupKind kind = w->kind;
  gboolean block = jb_html_is_block(node), bold = jb_html_is_bold(node), is_main = node == w->main;
  if (block)
    close_paragraph(w);
  if (is_main)
    w->place = IN_MAIN;
  if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6)
    w->kind.heading = 1 + (guint)(tag - GUMBO_TAG_H1);
  w->kind.centred = w->kind.centred || (block && jb_html_is_centred(node));
  w->bold += bold;
  if (tag == GUMBO_TAG_BR)
    jb_markup_break(&w->markup);
  else if (tag == GUMBO_TAG_TR && w->place == IN_MAIN && !is_main)
    walk_row(w, node);
  else
    walk_children(w, node);
  if (block)
    close_paragraph(w);
  if (tag == GUMBO_TAG_TABLE)
    g_string_append_c(w->out, '\n');
  w->bold -= bold;
  w->kind = kind;
  if (is_main)
    w->place = BEHIND_MAIN;
}

/* The depth was measured when the main element was looked for. */
static void
walk_children(Walker *w, const GumboNode *node)
{
  for (guint i = 0; i < node->v.element.children.length && w->place != BEHIND_MAIN; i++) {
    const GumboNode *child = node->v.element.children.data[i];
    if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA || child->type == GUMBO_NODE_WHITESPACE)
      jb_markup_add(&w->markup, child->v.text.text, w->bold > 0);
    else if (child->type == GUMBO_NODE_ELEMENT && !jb_html_is_dropped(child) && !is_note_mark(child))
      walk_element(w, child);
  }
}

/* The page's title, with the name of the site on a line of its own: 2023年政府工作报告_宁波市人民政府 */
static void
add_title(const GumboNode *node, GString *out)
{
  for (guint i = 0; node->type == GUMBO_NODE_ELEMENT && i < node->v.element.children.length; i++) {
    const GumboNode *child = node->v.element.children.data[i];
    if (child->type != GUMBO_NODE_ELEMENT)
      continue;
    if (child->v.element.tag == GUMBO_TAG_HEAD)
      add_title(child, out);
    if (child->v.element.tag != GUMBO_TAG_TITLE || child->v.element.children.length == 0)
      continue;
    const GumboNode *text = child->v.element.children.data[0];
    g_auto(GStrv) parts = g_strsplit_set(text->type == GUMBO_NODE_TEXT ? text->v.text.text : "", "_|\r\n", 8);
    for (char **part = parts; *part != NULL; part++)
      if (*g_strstrip(*part) != '\0')
        g_string_append_printf(out, "%s\n\n", *part);
  }
}

static gboolean
write_page(const char *name, JbSlice utf8, GString *out, GError **error)
{
  JbHtmlTree *tree = jb_html_parse(name, utf8, error);
  if (tree == NULL)
    return FALSE;
  const GumboNode *root = jb_html_root(tree);
  Walker w = {.main = jb_html_main(root), .out = out};
  if (w.main == NULL) {
    g_set_error(error, JB_ERROR, JB_ERROR_DATA,
                "%s: its elements are nested more than %d deep; save its text and give that", name, JB_HTML_DEPTH);
  } else {
    w.markup = jb_markup_new();
    add_title(root, out);
    walk_element(&w, root);
    jb_markup_free(&w.markup);
  }
  jb_html_free(tree);
  return w.main != NULL;
}

/* Does the page say that it is in Big5? UTF-8, GB18030 (with GBK and GB2312 in it) and UTF-16 show by themselves. */
static gboolean
says_big5(JbSlice bytes)
{
  g_autofree char *head = g_ascii_strdown(bytes.at, (gssize)MIN(bytes.len, (gsize)HEAD_BYTES));
  const char *charset = strstr(head, "charset");
  if (charset == NULL)
    return FALSE;
  charset += strlen("charset");
  charset += strspn(charset, " =\"'");
  return g_str_has_prefix(charset, "big5");
}

static gboolean
decode_bytes(JbArena *arena, const char *name, JbSlice bytes, JbSlice *utf8, GError **error)
{
  JbText text;
  if (bytes.len > MAX_BYTES) {
    g_set_error(error, JB_ERROR, JB_ERROR_DATA,
                "%s: a page of more than 32 MiB holds more than a report; save its text", name);
    return FALSE;
  }
  if (!says_big5(bytes)) {
    gboolean done = jb_text_decode(arena, name, bytes.at, bytes.len, &text, error);
    *utf8 = text.utf8;
    return done;
  }
  gsize len;
  g_autofree char *converted = g_convert(bytes.at, (gssize)bytes.len, "UTF-8", "BIG5-HKSCS", NULL, &len, NULL);
  if (converted == NULL) {
    g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s: it says that it is in Big5 and is not; save the page as UTF-8",
                name);
    return FALSE;
  }
  *utf8 = (JbSlice){.at = jb_arena_copy(arena, converted, len), .len = len};
  return TRUE;
}

static gboolean
holds_tag(const char *head, const char *tag)
{
  const char *hit = strstr(head, tag);
  return hit != NULL && strchr(" >\t\r\n", hit[strlen(tag)]) != NULL;
}

static int
sniff(const char *name, JbSlice bytes)
{
  g_autofree char *head = g_ascii_strdown(bytes.at, (gssize)MIN(bytes.len, (gsize)HEAD_BYTES));
  const char *first = head + (g_str_has_prefix(head, "\xEF\xBB\xBF") ? 3 : 0);
  first += strspn(first, " \t\r\n");
  gboolean named = jb_reader_named(name, "html") || jb_reader_named(name, "htm") || jb_reader_named(name, "shtml");
  if (*first != '<')
    return named ? 20 : 0;
  if (g_str_has_prefix(first, "<!doctype html") || holds_tag(head, "<html") || holds_tag(head, "<body"))
    return 80;
  return named ? 60 : 0;
}

static gboolean
decode(JbArena *arena, const char *name, JbSlice bytes, JbText *text, GError **error)
{
  JbSlice utf8;
  g_autoptr(GString) out = g_string_new(NULL);
  if (!decode_bytes(arena, name, bytes, &utf8, error) || !write_page(name, utf8, out, error))
    return FALSE;
  jb_markup_finish(out, arena, text);
  return TRUE;
}

const JbReader jb_reader_html = {.name = "html", .sniff = sniff, .decode = decode};
