/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What surrounds a report on a page is links and short labels; the report is long text without links. So each element
 * weighs as much as the characters of text in it that stand in no link, and from the body the way goes down as long
 * as one child holds nearly all of the weight.
 */
#include "read/html_main.h"

#include <string.h>

#define MOST_OF(weight) ((weight) / 10 * 7)

gboolean
jb_html_is_dropped(const GumboNode *node)
{
  static const GumboTag tags[] = {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
                                  GUMBO_TAG_IFRAME, GUMBO_TAG_HEAD,   GUMBO_TAG_NAV,      GUMBO_TAG_FOOTER,
                                  GUMBO_TAG_ASIDE,  GUMBO_TAG_SELECT, GUMBO_TAG_BUTTON,   GUMBO_TAG_TEXTAREA,
                                  GUMBO_TAG_SVG,    GUMBO_TAG_OBJECT, GUMBO_TAG_CANVAS,   GUMBO_TAG_VIDEO,
                                  GUMBO_TAG_AUDIO,  GUMBO_TAG_RT,     GUMBO_TAG_RP,       GUMBO_TAG_DEL};
  if (node->type == GUMBO_NODE_TEMPLATE)
    return TRUE;
  if (node->type != GUMBO_NODE_ELEMENT)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(tags); i++)
    if (node->v.element.tag == tags[i])
      return TRUE;
  const char *style = jb_html_attribute(node, "style");
  return strstr(style, "display:none") != NULL || strstr(style, "display: none") != NULL ||
         gumbo_get_attribute(&node->v.element.attributes, "hidden") != NULL;
}

gboolean
jb_html_is_block(const GumboNode *node)
{
  static const GumboTag inline_tags[] = {
      GUMBO_TAG_A,    GUMBO_TAG_ABBR, GUMBO_TAG_B,       GUMBO_TAG_BIG,   GUMBO_TAG_CITE, GUMBO_TAG_CODE,
      GUMBO_TAG_EM,   GUMBO_TAG_FONT, GUMBO_TAG_I,       GUMBO_TAG_IMG,   GUMBO_TAG_INS,  GUMBO_TAG_LABEL,
      GUMBO_TAG_MARK, GUMBO_TAG_Q,    GUMBO_TAG_S,       GUMBO_TAG_SMALL, GUMBO_TAG_SPAN, GUMBO_TAG_STRONG,
      GUMBO_TAG_SUB,  GUMBO_TAG_SUP,  GUMBO_TAG_TIME,    GUMBO_TAG_TT,    GUMBO_TAG_U,    GUMBO_TAG_WBR,
      GUMBO_TAG_BR,   GUMBO_TAG_RUBY, GUMBO_TAG_UNKNOWN, /* <o:p>, <st1:…> of Word */
  };
  for (guint i = 0; i < G_N_ELEMENTS(inline_tags); i++)
    if (node->v.element.tag == inline_tags[i])
      return FALSE;
  return TRUE;
}

const char *
jb_html_attribute(const GumboNode *node, const char *name)
{
  const GumboAttribute *attribute = gumbo_get_attribute(&node->v.element.attributes, name);
  return attribute != NULL ? attribute->value : "";
}

gboolean
jb_html_is_centred(const GumboNode *node)
{
  const char *style = jb_html_attribute(node, "style");
  return node->v.element.tag == GUMBO_TAG_CENTER ||
         g_ascii_strcasecmp(jb_html_attribute(node, "align"), "center") == 0 ||
         strstr(style, "text-align:center") != NULL || strstr(style, "text-align: center") != NULL;
}

gboolean
jb_html_is_bold(const GumboNode *node)
{
  static const char *const weights[] = {"font-weight:bold", "font-weight: bold", "font-weight:6", "font-weight: 6",
                                        "font-weight:7",    "font-weight: 7",    "font-weight:8", "font-weight: 8"};
  if (node->v.element.tag == GUMBO_TAG_B || node->v.element.tag == GUMBO_TAG_STRONG)
    return TRUE;
  const char *style = jb_html_attribute(node, "style");
  for (guint i = 0; i < G_N_ELEMENTS(weights); i++)
    if (strstr(style, weights[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gsize
weight_of_text(const char *text)
{
  gsize weight = 0;
  for (; *text != '\0'; text++)
    weight += (guchar)*text >= 0xE3 || g_ascii_isalnum(*text);
  return weight;
}

typedef struct {
  GHashTable *weights; /* element → characters of text outside of links */
  gboolean too_deep;
} Scale;

static gsize
weigh(Scale *scale, const GumboNode *node, guint depth)
{
  gsize weight = 0;
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA)
    return weight_of_text(node->v.text.text);
  if (depth > JB_HTML_DEPTH)
    scale->too_deep = TRUE;
  if (node->type != GUMBO_NODE_ELEMENT || jb_html_is_dropped(node) || node->v.element.tag == GUMBO_TAG_A ||
      scale->too_deep)
    return 0;
  for (guint i = 0; i < node->v.element.children.length; i++)
    weight += weigh(scale, node->v.element.children.data[i], depth + 1);
  g_hash_table_insert(scale->weights, (gpointer)node, GSIZE_TO_POINTER(weight));
  return weight;
}

static gboolean
may_hold_report(const GumboNode *node)
{
  GumboTag tag = node->v.element.tag;
  return jb_html_is_block(node) && tag != GUMBO_TAG_P && !(tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6);
}

const GumboNode *
jb_html_main(const GumboNode *root)
{
  Scale scale = {.weights = g_hash_table_new(NULL, NULL)};
  gsize all = weigh(&scale, root, 0);
  const GumboNode *best = root;
  for (const GumboNode *inner = root; inner != NULL;) {
    best = inner;
    inner = NULL;
    for (guint i = 0; i < best->v.element.children.length; i++) {
      const GumboNode *child = best->v.element.children.data[i];
      gsize weight = GPOINTER_TO_SIZE(g_hash_table_lookup(scale.weights, child));
      if (child->type == GUMBO_NODE_ELEMENT && may_hold_report(child) && weight > 0 && weight >= MOST_OF(all))
        inner = child;
    }
  }
  g_hash_table_unref(scale.weights);
  return scale.too_deep ? NULL : best;
}
