/* SPDX-License-Identifier: Apache-2.0 */
/*
 * extract --format xlsx: every part of the workbook is XML, its bytes are the same wherever it is made, every figure is
 * a number with as many places as were written, the sheets have frozen headings and native charts.
 */
#include "support.h"

#include <jianbao/extract.h>
#include <jianbao/fact.h>
#include <jianbao/sheet.h>

#include <archive.h>
#include <archive_entry.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#define REPORT JB_TESTS_DIR "/reports/weidong-2022.md"

/* The parts by name, parsed. */
static GHashTable *
open_parts(const void *bytes, gsize len)
{
  GHashTable *parts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  struct archive *zip = archive_read_new();
  struct archive_entry *entry;
  archive_read_support_format_zip(zip);
  test_check(archive_read_open_memory(zip, bytes, len) == ARCHIVE_OK, "it is no zip: %s", archive_error_string(zip));
  while (archive_read_next_header(zip, &entry) == ARCHIVE_OK) {
    gsize size = (gsize)archive_entry_size(entry);
    g_autofree char *text = g_malloc(size + 1);
    gssize got = archive_read_data(zip, text, size);
    xmlDocPtr part = xmlReadMemory(text, (int)size, archive_entry_pathname(entry), NULL, XML_PARSE_NONET);
    test_check(got == (gssize)size && part != NULL, "%s is no XML", archive_entry_pathname(entry));
    g_hash_table_insert(parts, g_strdup(archive_entry_pathname(entry)), part);
  }
  archive_read_free(zip);
  return parts;
}

static void
close_parts(GHashTable *parts)
{
  GHashTableIter iter;
  gpointer part;
  g_hash_table_iter_init(&iter, parts);
  while (g_hash_table_iter_next(&iter, NULL, &part))
    xmlFreeDoc(part);
  g_hash_table_unref(parts);
}

/* The next element of that name, depth first, behind `at` within `root`. */
static xmlNodePtr
next_named(xmlNodePtr at, const char *name)
{
  while (at != NULL) {
    if (at->children != NULL)
      at = at->children;
    else {
      while (at != NULL && at->next == NULL)
        at = at->parent;
      at = at != NULL ? at->next : NULL;
    }
    if (at != NULL && at->type == XML_ELEMENT_NODE && strcmp((const char *)at->name, name) == 0)
      return at;
  }
  return NULL;
}

static xmlNodePtr
first_named(GHashTable *parts, const char *part, const char *name)
{
  xmlDocPtr document = g_hash_table_lookup(parts, part);
  return test_check(document != NULL, "there is no %s", part) ? next_named(xmlDocGetRootElement(document), name) : NULL;
}

static char *
attribute(xmlNodePtr node, const char *name)
{
  xmlChar *value = node != NULL ? xmlGetProp(node, (const xmlChar *)name) : NULL;
  char *copy = g_strdup(value != NULL ? (const char *)value : "");
  xmlFree(value);
  return copy;
}

/* How many places the number format of a cell's style shows. */
static int
places_of(GHashTable *parts, guint style)
{
  xmlNodePtr xf = first_named(parts, "xl/styles.xml", "cellXfs");
  for (guint i = 0; xf != NULL && i <= style; i++)
    xf = next_named(xf, "xf");
  g_autofree char *id = attribute(xf, "numFmtId");
  if (strcmp(id, "3") == 0 || strcmp(id, "4") == 0) /* built in: #,##0 and #,##0.00 */
    return strcmp(id, "4") == 0 ? 2 : 0;
  for (xmlNodePtr format = first_named(parts, "xl/styles.xml", "numFmts"); format != NULL;
       format = next_named(format, "numFmt")) {
    g_autofree char *own = attribute(format, "numFmtId"), *code = attribute(format, "formatCode");
    const char *point = strchr(code, '.');
    if (strcmp(own, id) == 0)
      return point != NULL ? (int)strlen(point + 1) : 0;
  }
  return -1;
}

static void
check_values(GHashTable *parts, const JbFacts *facts)
{
  guint n = 0;
  for (xmlNodePtr cell = first_named(parts, "xl/worksheets/sheet1.xml", "c"); cell != NULL;
       cell = next_named(cell, "c")) {
    g_autofree char *place = attribute(cell, "r"), *style = attribute(cell, "s");
    guint row = (guint)g_ascii_strtoull(place + 1, NULL, 10);
    if (place[0] != 'E' || row < 2 || !test_check(row - 2 < facts->n_facts, "%s has no fact", place))
      continue;
    JbDecimal value = facts->facts[row - 2].value;
    xmlNodePtr text = next_named(cell, "v");
    double number = text != NULL && text->children != NULL ? g_ascii_strtod((const char *)text->children->content, NULL)
                                                           : -1;
    int places = places_of(parts, (guint)g_ascii_strtoull(style, NULL, 10));
    test_check(number == jb_decimal_to_double(value) && places == value.scale, "%s: %.17g with %d places for fact %u",
               place, number, places, row - 1);
    n++;
  }
  test_check(n == facts->n_facts && n > 100, "%u values for %u facts", n, facts->n_facts);
}

static void
check_sheets(GHashTable *parts)
{
  static const char *const sheets[] = {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
                                       "xl/worksheets/sheet3.xml"};
  for (gsize i = 0; i < G_N_ELEMENTS(sheets); i++) {
    g_autofree char *state = attribute(first_named(parts, sheets[i], "pane"), "state");
    test_check(strcmp(state, "frozen") == 0, "%s: its heading is not frozen", sheets[i]);
    test_check(first_named(parts, sheets[i], "col") != NULL, "%s: its columns have no widths", sheets[i]);
  }
  xmlNodePtr drawing = first_named(parts, "xl/drawings/drawing1.xml", "cNvPr");
  g_autofree char *alt = attribute(drawing, "descr");
  test_check(strlen(alt) > 10, "a chart has no alternative text");
  test_check(first_named(parts, "xl/charts/chart1.xml", "lineChart") != NULL, "there is no native chart");
  /* What was reported stands beside what was derived: 2021's own figure of the output between those computed from it.
   */
  guint n_lines = 0;
  gboolean reported = FALSE;
  for (xmlNodePtr line = first_named(parts, "xl/charts/chart1.xml", "ser"); line != NULL;
       line = next_named(line, "ser"))
    n_lines++;
  for (xmlNodePtr value = first_named(parts, "xl/charts/chart1.xml", "v"); value != NULL;
       value = next_named(value, "v"))
    reported |= value->children != NULL && strcmp((const char *)value->children->content, "163") == 0;
  test_check(n_lines >= 2 && reported, "the first chart has %u lines, and the reported figure %s", n_lines,
             reported ? "is there" : "is missing");
}

int
main(void)
{
  static const char *const zones[][3] = {{"TZ=UTC", "LC_ALL=C"},
                                         {"TZ=Asia/Shanghai", "LC_ALL=zh_CN.UTF-8"},
                                         {"TZ=America/St_Johns", "LC_ALL=fr_FR.UTF-8"}};
  const char *const *argv = ARGV(JIANBAO, "extract", REPORT, "--format", "xlsx");
  g_auto(TestRun) first = test_run(&(TestCommand){.argv = argv});
  test_check(first.status == 0, "exit %d: %s", first.status, first.err);
  for (gsize i = 0; i < G_N_ELEMENTS(zones); i++) {
    g_auto(TestRun) again = test_run(&(TestCommand){.argv = argv, .env = zones[i]});
    test_check(again.out_len == first.out_len && memcmp(again.out, first.out, first.out_len) == 0, "with %s it differs",
               zones[i][0]);
  }
  GHashTable *parts = open_parts(first.out, first.out_len);
  g_autoptr(JbDocument) document = jb_document_open(REPORT, NULL);
  g_autoptr(JbFacts) facts = jb_extract(document);
  jb_facts_derive(facts);
  check_values(parts, facts);
  check_sheets(parts);
  close_parts(parts);
  /* More digits than a double holds are text, and shown all the same. */
  JbFact large = {.number = 1, .name_zh = "大数", .value = {.digits = 1234567890123456789, .scale = 2}, .unit = "元"};
  JbFacts one = {.report = {.id = "large", .area = {.zh = "某市"}}, .n_facts = 1, .facts = &large};
  g_autoptr(GBytes) bytes = jb_sheet_write_xlsx((const JbFacts *const[]){&one}, 1, 1, NULL);
  GHashTable *own = open_parts(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
  gboolean found = FALSE;
  for (xmlNodePtr text = first_named(own, "xl/sharedStrings.xml", "t"); text != NULL; text = next_named(text, "t"))
    found |= text->children != NULL && strcmp((const char *)text->children->content, "12345678901234567.89") == 0;
  test_check(found, "a value of 19 digits is not shown whole");
  close_parts(own);
  return test_close();
}
