/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A list (w:num) is an instance of a definition (w:abstractNum) with nine levels. Lists of one definition count on from
 * each other unless one says where it starts; a paragraph of a level starts the deeper ones again.
 */
#include "read/docx_number.h"

#include "read/xml.h"

#include <string.h>

#define LEVELS    9
#define MAX_LISTS 4096

typedef enum {
  FORMAT_NONE,
  FORMAT_DECIMAL,
  FORMAT_CHINESE,
  FORMAT_LEGAL,
  FORMAT_CIRCLE,
  FORMAT_LETTER,
  FORMAT_ROMAN
} Format;

static const struct {
  const char *name; /* ST_NumberFormat of ECMA-376, 17.18.59 */
  Format format;
} formats[] = {
    {.name = "decimal", .format = FORMAT_DECIMAL},
    {.name = "decimalZero", .format = FORMAT_DECIMAL},
    {.name = "decimalFullWidth", .format = FORMAT_DECIMAL},
    {.name = "decimalFullWidth2", .format = FORMAT_DECIMAL},
    {.name = "decimalHalfWidth", .format = FORMAT_DECIMAL},
    {.name = "chineseCounting", .format = FORMAT_CHINESE},
    {.name = "chineseCountingThousand", .format = FORMAT_CHINESE},
    {.name = "japaneseCounting", .format = FORMAT_CHINESE},
    {.name = "taiwaneseCounting", .format = FORMAT_CHINESE},
    {.name = "taiwaneseCountingThousand", .format = FORMAT_CHINESE},
    {.name = "ideographDigital", .format = FORMAT_CHINESE},
    {.name = "taiwaneseDigital", .format = FORMAT_CHINESE},
    {.name = "japaneseDigitalTenThousand", .format = FORMAT_CHINESE},
    {.name = "chineseLegalSimplified", .format = FORMAT_LEGAL},
    {.name = "ideographLegalTraditional", .format = FORMAT_LEGAL},
    {.name = "decimalEnclosedCircle", .format = FORMAT_CIRCLE},
    {.name = "decimalEnclosedCircleChinese", .format = FORMAT_CIRCLE},
    {.name = "lowerLetter", .format = FORMAT_LETTER},
    {.name = "upperLetter", .format = FORMAT_LETTER},
    {.name = "lowerRoman", .format = FORMAT_ROMAN},
    {.name = "upperRoman", .format = FORMAT_ROMAN},
};

typedef struct {
  Format format;
  int start;
  char text[64]; /* （%1） */
} Level;

typedef struct {
  Level levels[LEVELS];
  int count[LEVELS]; /* of the last paragraph; 0: none yet */
} Definition;

typedef struct {
  int definition;
  int start[LEVELS]; /* of this list alone, -1: as defined */
  gboolean used;
} List;

struct JbDocxNumbering {
  GHashTable *definitions, *lists; /* by id */
};

static void
read_level(JbXml *xml, Level *level)
{
  char format[32];
  *level = (Level){.start = 1};
  for (int depth = jb_xml_depth(xml); jb_xml_next(xml, depth);) {
    if (jb_xml_is(xml, "start"))
      level->start = jb_xml_number(xml, "val", 1);
    else if (jb_xml_is(xml, "lvlText"))
      jb_xml_attribute(xml, "val", level->text, sizeof level->text);
    else if (jb_xml_is(xml, "numFmt") && jb_xml_attribute(xml, "val", format, sizeof format))
      for (guint i = 0; i < G_N_ELEMENTS(formats); i++)
        if (strcmp(formats[i].name, format) == 0)
          level->format = formats[i].format;
  }
  if (!g_utf8_validate(level->text, -1, NULL)) /* cut inside a character: no number is that long */
    level->text[0] = '\0';
}

static void
read_definition(JbXml *xml, GHashTable *definitions)
{
  int id = jb_xml_number(xml, "abstractNumId", -1);
  Definition *definition = g_new0(Definition, 1);
  for (int depth = jb_xml_depth(xml); jb_xml_next(xml, depth);) {
    int level = jb_xml_is(xml, "lvl") ? jb_xml_number(xml, "ilvl", -1) : -1;
    if (level >= 0 && level < LEVELS)
      read_level(xml, &definition->levels[level]);
  }
  if (g_hash_table_size(definitions) < MAX_LISTS)
    g_hash_table_replace(definitions, GINT_TO_POINTER(id), definition);
  else
    g_free(definition);
}

static void
read_list(JbXml *xml, GHashTable *lists)
{
  int id = jb_xml_number(xml, "numId", -1), level = -1;
  List *list = g_new0(List, 1);
  list->definition = -1;
  for (guint i = 0; i < LEVELS; i++)
    list->start[i] = -1;
  for (int depth = jb_xml_depth(xml); jb_xml_next(xml, depth);) {
    if (jb_xml_is(xml, "abstractNumId"))
      list->definition = jb_xml_number(xml, "val", -1);
    else if (jb_xml_is(xml, "lvlOverride"))
      level = jb_xml_number(xml, "ilvl", -1);
    else if (jb_xml_is(xml, "startOverride") && level >= 0 && level < LEVELS)
      list->start[level] = jb_xml_number(xml, "val", 1);
  }
  if (g_hash_table_size(lists) < MAX_LISTS)
    g_hash_table_replace(lists, GINT_TO_POINTER(id), list);
  else
    g_free(list);
}

JbDocxNumbering *
jb_docx_numbering_new(const char *name, const GByteArray *bytes, GError **error)
{
  JbDocxNumbering *numbering = g_new0(JbDocxNumbering, 1);
  numbering->definitions = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  numbering->lists = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  if (bytes == NULL)
    return numbering;
  JbXml xml;
  jb_xml_open(&xml, name, "word/numbering.xml", bytes);
  while (jb_xml_next(&xml, -1)) {
    if (jb_xml_is(&xml, "abstractNum"))
      read_definition(&xml, numbering->definitions);
    else if (jb_xml_is(&xml, "num"))
      read_list(&xml, numbering->lists);
  }
  if (jb_xml_close(&xml, error))
    return numbering;
  jb_docx_numbering_free(numbering);
  return NULL;
}

void
jb_docx_numbering_free(JbDocxNumbering *numbering)
{
  if (numbering == NULL)
    return;
  g_hash_table_unref(numbering->definitions);
  g_hash_table_unref(numbering->lists);
  g_free(numbering);
}

/* 1 … 99 as 一 … 九十九; with `legal` 壹 … 玖拾玖. */
static void
append_chinese(GString *out, int n, gboolean legal)
{
  static const char *const plain[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  static const char *const formal[] = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾"};
  const char *const *digits = legal ? formal : plain;
  if (n > 99) {
    g_string_append_printf(out, "%d", n);
    return;
  }
  if (n >= 20 || (n >= 10 && legal))
    g_string_append(out, digits[n / 10]);
  if (n >= 10)
    g_string_append(out, digits[10]);
  if (n % 10 != 0 || n == 0)
    g_string_append(out, digits[n % 10]);
}

static void
append_number(GString *out, Format format, int n)
{
  static const char *const roman[] = {"Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ", "Ⅶ", "Ⅷ", "Ⅸ", "Ⅹ", "Ⅺ", "Ⅻ"};
  if (format == FORMAT_CHINESE || format == FORMAT_LEGAL)
    append_chinese(out, n, format == FORMAT_LEGAL);
  else if (format == FORMAT_CIRCLE && n >= 1 && n <= 20)
    g_string_append_unichar(out, 0x2460 + (gunichar)n - 1); /* ① */
  else if (format == FORMAT_LETTER && n >= 1 && n <= 26)
    g_string_append_c(out, (char)('A' + n - 1));
  else if (format == FORMAT_ROMAN && n >= 1 && n <= (int)G_N_ELEMENTS(roman))
    g_string_append(out, roman[n - 1]);
  else
    g_string_append_printf(out, "%d", n);
}

void
jb_docx_numbering_count(JbDocxNumbering *numbering, int num_id, int level, GString *out)
{
  List *list = g_hash_table_lookup(numbering->lists, GINT_TO_POINTER(num_id));
  Definition *d = list != NULL ? g_hash_table_lookup(numbering->definitions, GINT_TO_POINTER(list->definition)) : NULL;
  if (d == NULL || level < 0 || level >= LEVELS)
    return;
  for (guint i = 0; i < LEVELS && !list->used; i++)
    if (list->start[i] >= 0)
      d->count[i] = 0;
  list->used = TRUE;
  for (int i = 0; i <= level; i++)
    if (d->count[i] == 0 || i == level) {
      int start = list->start[i] >= 0 ? list->start[i] : d->levels[i].start;
      d->count[i] = d->count[i] == 0 ? MAX(start, 1) : MIN(d->count[i] + 1, G_MAXINT / 2);
    }
  for (int i = level + 1; i < LEVELS; i++)
    d->count[i] = 0;
  const Level *own = &d->levels[level];
  if (own->format == FORMAT_NONE)
    return;
  for (const char *at = own->text; *at != '\0'; at++) {
    if (at[0] == '%' && at[1] >= '1' && at[1] <= '9') {
      int which = *++at - '1';
      append_number(out, d->levels[which].format, d->count[which]);
    } else {
      g_string_append_c(out, *at);
    }
  }
}
