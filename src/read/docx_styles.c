/* SPDX-License-Identifier: Apache-2.0 */
#include "read/docx_styles.h"

#include "read/docx_number.h"
#include "read/xml.h"

#include <string.h>

#define MAX_STYLES 4096 /* Word's own templates have some four hundred */
#define MAX_BASES  16

typedef struct {
  char based_on[64];
  int outline; /* 0 … 8, -1: none */
  gboolean is_toc;
  int bold, centred; /* -1: not said */
  int num_id, level;
} Style;

struct JbDocxStyles {
  GHashTable *styles; /* id → Style */
  JbDocxNumbering *numbering;
};

/* "heading 1", "标题 1" → 0; Title, 标题 → 0; else -1. */
static int
outline_of_name(const char *name)
{
  static const char *const prefixes[] = {"heading ", "标题 "};
  g_autofree char *lower = g_ascii_strdown(name, -1);
  for (guint i = 0; i < G_N_ELEMENTS(prefixes); i++) {
    gsize n = strlen(prefixes[i]);
    if (g_str_has_prefix(lower, prefixes[i]) && lower[n] >= '1' && lower[n] <= '9' && lower[n + 1] == '\0')
      return lower[n] - '1';
  }
  return strcmp(lower, "title") == 0 || strcmp(lower, "标题") == 0 ? 0 : -1;
}

static void
read_style(JbXml *xml, GHashTable *styles)
{
  char id[64], name[64];
  gboolean known = jb_xml_attribute(xml, "styleId", id, sizeof id);
  Style *style = g_new(Style, 1);
  *style = (Style){.outline = -1, .bold = -1, .centred = -1, .num_id = -1, .level = -1};
  for (int depth = jb_xml_depth(xml); jb_xml_next(xml, depth);) {
    if (jb_xml_is(xml, "name") && jb_xml_attribute(xml, "val", name, sizeof name)) {
      style->outline = outline_of_name(name);
      style->is_toc = g_ascii_strncasecmp(name, "toc ", 4) == 0;
    } else if (jb_xml_is(xml, "basedOn")) {
      jb_xml_attribute(xml, "val", style->based_on, sizeof style->based_on);
    } else if (jb_xml_is(xml, "outlineLvl")) {
      int outline = jb_xml_number(xml, "val", 9);
      style->outline = outline < JB_DOCX_LEVELS ? outline : -1;
    } else if (jb_xml_is(xml, "b")) {
      style->bold = jb_xml_is_on(xml);
    } else if (jb_xml_is(xml, "jc") && jb_xml_attribute(xml, "val", name, sizeof name)) {
      style->centred = strcmp(name, "center") == 0;
    } else if (jb_xml_is(xml, "numId")) {
      style->num_id = jb_xml_number(xml, "val", -1);
    } else if (jb_xml_is(xml, "ilvl")) {
      style->level = jb_xml_number(xml, "val", -1);
    } else if (jb_xml_is(xml, "tblStylePr")) {
      jb_xml_skip(xml);
    }
  }
  if (known && g_hash_table_size(styles) < MAX_STYLES)
    g_hash_table_replace(styles, g_strdup(id), style);
  else
    g_free(style);
}

static gboolean
read_styles(const char *name, const GByteArray *bytes, GHashTable *styles, GError **error)
{
  JbXml xml;
  jb_xml_open(&xml, name, "word/styles.xml", bytes);
  while (jb_xml_next(&xml, -1))
    if (jb_xml_is(&xml, "style"))
      read_style(&xml, styles);
  return jb_xml_close(&xml, error);
}

JbDocxStyles *
jb_docx_styles_new(const char *name, const GByteArray *styles, const GByteArray *numbering, GError **error)
{
  JbDocxStyles *all = g_new0(JbDocxStyles, 1);
  all->styles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  if ((styles == NULL || read_styles(name, styles, all->styles, error)) &&
      (all->numbering = jb_docx_numbering_new(name, numbering, error)) != NULL)
    return all;
  jb_docx_styles_free(all);
  return NULL;
}

void
jb_docx_styles_free(JbDocxStyles *styles)
{
  if (styles == NULL)
    return;
  g_hash_table_unref(styles->styles);
  jb_docx_numbering_free(styles->numbering);
  g_free(styles);
}

JbDocxStyle
jb_docx_style(const JbDocxStyles *styles, const char *id)
{
  JbDocxStyle result = {.num_id = -1, .level = -1};
  int outline = -1, bold = -1, centred = -1;
  for (guint i = 0; i < MAX_BASES && id[0] != '\0'; i++) {
    const Style *style = g_hash_table_lookup(styles->styles, id);
    if (style == NULL)
      break;
    result.is_toc = result.is_toc || style->is_toc;
    outline = outline < 0 ? style->outline : outline;
    bold = bold < 0 ? style->bold : bold;
    centred = centred < 0 ? style->centred : centred;
    result.num_id = result.num_id < 0 ? style->num_id : result.num_id;
    result.level = result.level < 0 ? style->level : result.level;
    id = style->based_on;
  }
  result.heading = outline >= 0 ? MIN((guint)outline + 1, 6) : 0;
  result.bold = bold > 0;
  result.centred = centred > 0;
  if (result.num_id >= 0 && result.level < 0)
    result.level = outline > 0 ? outline : 0;
  return result;
}

void
jb_docx_number(JbDocxStyles *styles, int num_id, int level, GString *out)
{
  jb_docx_numbering_count(styles->numbering, num_id, level, out);
}
