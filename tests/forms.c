/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The same report in every form that reports come in (forms/) gives the same facts as its Markdown: values, units,
 * measures, bounds, periods, codes and names; and each fact's place leads to its figure in the source.
 */
#include "forms/forms.h"

#include "support.h"

#include <jianbao/jianbao.h>
#include <stdio.h>
#include <string.h>

const TestForm test_forms[] = {
    {.name = "spaced.txt", .make = test_spaced},
    {.name = "wrapped.txt", .make = test_wrapped},
    {.name = "indented.txt", .make = test_indented},
    {.name = "traditional.md", .make = test_traditional},
    {.name = "full-width.txt", .make = test_full_width},
    {.name = "gb18030.md", .make = test_gb18030},
    {.name = "utf16le.md", .make = test_utf16le},
    {.name = "utf16be.md", .make = test_utf16be},
    {.name = "site.txt", .make = test_site},
    {.name = "report.docx", .make = test_docx},
    {.name = "numbered.docx", .make = test_docx_numbered},
    {.name = "report.html", .make = test_html},
    {.name = "gb2312.html", .make = test_html_gb2312},
    {.name = "table.html", .make = test_html_table},
    {.name = "report.pdf", .make = test_pdf},
    {.name = NULL},
};

static void
append_fact(GString *out, JbArena *arena, const JbFact *fact)
{
  const char *period = jb_period_text(arena, fact->period);
  g_string_append_printf(out, "%s %s %s %s %s %s %s %d %s %s\n", fact->name_zh, jb_decimal_text(arena, fact->value),
                         fact->unit, jb_measure_name(fact->measure), jb_bound_name(fact->bound),
                         jb_status_name(fact->status), period != NULL ? period : "-", fact->base_year,
                         fact->code != NULL ? fact->code : "-", fact->source.text);
}

/* One line a fact, and one of what the front matter says. */
static char *
facts_of(const JbDocument *document, const JbFacts *facts)
{
  GString *out = g_string_new(NULL);
  JbArena *arena = jb_arena_new();
  const JbReport *report = &document->report;
  g_string_append_printf(out, "%s %s %d %s %d %d\n", report->area.code, report->area.zh, report->year, report->date,
                         report->congress, report->session);
  for (guint i = 0; i < facts->n_facts; i++)
    append_fact(out, arena, &facts->facts[i]);
  jb_arena_free(arena);
  return g_string_free(out, FALSE);
}

/* The digits of what stands in the source, which every form keeps as they are. */
static char *
digits_of(const char *encoding, const char *bytes, gsize len)
{
  GString *digits = g_string_new(NULL);
  g_autofree char *text = g_convert(bytes, (gssize)len, "UTF-8", encoding, NULL, NULL, NULL);
  for (const char *at = text != NULL ? text : ""; *at != '\0'; at++)
    if (g_ascii_isdigit(*at))
      g_string_append_c(digits, *at);
  return g_string_free(digits, FALSE);
}

/* A page number inside a figure that goes over the page is no part of it: such places are not compared. */
static gboolean
goes_over_lines(JbSlice source, const JbSource *place)
{
  return memchr(source.at + place->start, '\n', place->end - place->start) != NULL;
}

static void
check_places(const char *form, const JbDocument *document, const JbFacts *facts)
{
  for (guint i = 0; i < facts->n_facts; i++) {
    const JbSource *place = &facts->facts[i].source;
    if (!test_check(place->start < place->end && place->end <= document->source.len, "%s: #%u stands outside", form,
                    i + 1) ||
        goes_over_lines(document->source, place))
      continue;
    g_autofree char *there = digits_of(document->encoding, document->source.at + place->start,
                                       place->end - place->start);
    g_autofree char *here = digits_of("UTF-8", place->text, strlen(place->text));
    test_check(strcmp(there, here) == 0, "%s: #%u %s: at its place stands %s", form, i + 1, place->text, there);
    test_check((document->n_pages > 0) == (place->page > 0) && place->page <= document->n_pages, "%s: #%u on page %u",
               form, i + 1, place->page);
  }
}

static char *
read_form(const char *form, const guint8 *bytes, gsize len)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbDocument) document = jb_document_read(form, bytes, len, &error);
  if (!test_check(document != NULL, "%s: %s", form, error != NULL ? error->message : "no error"))
    return g_strdup("");
  g_autoptr(JbFacts) facts = jb_extract(document);
  check_places(form, document, facts);
  return facts_of(document, facts);
}

/* What a docx says can be given to jianbao again. */
static void
check_again(const char *form, const guint8 *bytes, gsize len, const char *expected)
{
  g_autoptr(JbDocument) document = jb_document_read(form, bytes, len, NULL);
  if (document == NULL || document->n_pages > 0 || strcmp(document->format, "text") == 0)
    return;
  g_autofree char *again = read_form("again.md", (const guint8 *)document->source.at, document->source.len);
  test_check(strcmp(again, expected) == 0, "%s: the text of --stage text gives other facts", form);
}

int
main(int argc, char **argv)
{
  g_auto(GStrv) names = test_list(JB_TESTS_DIR "/reports");
  for (char **name = names; *name != NULL; name++) {
    if (!g_str_has_suffix(*name, ".md"))
      continue;
    g_autofree char *path = g_build_filename(JB_TESTS_DIR, "reports", *name, NULL);
    g_autofree char *markdown = test_read(path, NULL);
    g_autofree char *expected = read_form(*name, (const guint8 *)markdown, strlen(markdown));
    test_check(strlen(expected) > 1000, "%s: hardly any facts", *name);
    for (const TestForm *form = test_forms; form->name != NULL; form++) {
      g_autoptr(GByteArray) bytes = form->make(markdown);
      if (argc > 1) { /* forms FOLDER: leaves them there, to be looked at */
        g_autofree char *left = g_strdup_printf("%s/%s-%s", argv[1], *name, form->name);
        g_file_set_contents(left, (const char *)bytes->data, (gssize)bytes->len, NULL);
      }
      g_autofree char *found = read_form(form->name, bytes->data, bytes->len);
      if (!test_check(strcmp(found, expected) == 0, "%s as %s gives other facts (- expected, + found):", *name,
                      form->name)) {
        g_autofree char *diff = test_diff(expected, found);
        fputs(diff, stdout);
      }
      check_again(form->name, bytes->data, bytes->len, found);
    }
  }
  return test_close();
}
