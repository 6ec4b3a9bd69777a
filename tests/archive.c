/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A PDF read by other people's programs: qpdf finds no fault in it; poppler gets back every page's text as it was
 * drawn, by the page and by the structure tree; headings skip no level, every figure has an alternative text, Info says
 * what XMP says. What all this costs is counted.
 *
 * All shipped layouts of the sample reports; and briefings of real reports where the corpus is beside the checkout, a
 * few of them (JIANBAO_CORPUS=50 for more, and for their structure too). What was not looked at is said.
 */
#include "support.h"

#include <stdio.h>
#include <string.h>

#define CORPUS      JB_SOURCE_DIR "/../shared/corpus"
#define FEW_REPORTS 4

/* ---- The display list's text ------------------------------------------------------------------------------------- */

typedef struct {
  GPtrArray *pages; /* GString: all text of a page, in order */
  GString *tagged;  /* all text of all pages that is no page furniture */
} Drawn;

static void
append_solid(GString *out, const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char(text)) {
    gunichar c = g_utf8_get_char(text);
    if (!g_unichar_isspace(c) && c != '\f')
      g_string_append_unichar(out, c);
  }
}

/* The string at the end of a line of the dump: "…", with \" and \\. */
static char *
quoted(const char *line)
{
  const char *at = strchr(line, '"');
  GString *out = g_string_new(NULL);
  for (at = at != NULL ? at + 1 : ""; *at != '\0' && *at != '"'; at++)
    g_string_append_c(out, *at == '\\' ? *++at : *at);
  return g_string_free(out, FALSE);
}

static void
read_line(Drawn *drawn, const char *line, guint *depth, guint *artifact)
{
  if (g_str_has_prefix(line, "page ")) {
    g_ptr_array_add(drawn->pages, g_string_new(NULL));
  } else if (g_str_has_prefix(line, "begin ")) {
    ++*depth;
    if (g_str_has_prefix(line, "begin Artifact") && *artifact == 0)
      *artifact = *depth;
  } else if (strcmp(line, "end") == 0) {
    if (*artifact == *depth)
      *artifact = 0;
    --*depth;
  } else if (g_str_has_prefix(line, "text ")) {
    g_autofree char *text = quoted(line);
    append_solid(drawn->pages->pdata[drawn->pages->len - 1], text);
    if (*artifact == 0)
      append_solid(drawn->tagged, text);
  }
}

static void
free_text(gpointer text)
{
  g_string_free(text, TRUE);
}

static Drawn
read_drawn(const char *dump)
{
  Drawn drawn = {.pages = g_ptr_array_new_with_free_func(free_text), .tagged = g_string_new(NULL)};
  g_auto(GStrv) lines = g_strsplit(dump, "\n", -1);
  guint depth = 0, artifact = 0;
  for (char **line = lines; *line != NULL; line++)
    read_line(&drawn, g_strchug(*line), &depth, &artifact);
  return drawn;
}

/* ---- Comparing --------------------------------------------------------------------------------------------------- */

static void
check_same(const char *shown, const char *what, const char *drawn, const char *found)
{
  gsize at = 0;
  while (drawn[at] != '\0' && drawn[at] == found[at])
    at++;
  gboolean same = drawn[at] == '\0' && found[at] == '\0';
  while (at > 0 && (drawn[at] & 0xC0) == 0x80)
    at--;
  test_check(same, "%s: %s differs at byte %" G_GSIZE_FORMAT ": drawn …%.60s, found …%.60s", shown, what, at,
             drawn + at, found + MIN(at, strlen(found)));
}

static void
check_pages(const char *shown, const char *path, const Drawn *drawn)
{
  g_auto(TestRun)
      run = test_run(&(TestCommand){.argv = ARGV("/usr/bin/pdftotext", "-raw", "-enc", "UTF-8", path, "-")});
  test_check(run.status == 0 && *run.err == '\0', "%s: pdftotext: exit %d: %s", shown, run.status, run.err);
  test_check(strstr(run.out, "\xEF\xBF\xBD") == NULL, "%s: a glyph whose character is not known", shown);
  g_auto(GStrv) pages = g_strsplit(run.out, "\f", -1);
  if (!test_check(g_strv_length(pages) == drawn->pages->len + 1, "%s: %u pages drawn, %u found", shown,
                  drawn->pages->len, g_strv_length(pages) - 1))
    return;
  for (guint p = 0; p < drawn->pages->len; p++) {
    g_autoptr(GString) found = g_string_new(NULL);
    g_autofree char *what = g_strdup_printf("the text of page %u", p + 1);
    append_solid(found, pages[p]);
    check_same(shown, what, ((const GString *)drawn->pages->pdata[p])->str, found->str);
  }
}

/*
 * Headings and texts of the structure tree, as `pdfinfo -struct-text` prints it. It reads a page anew for every
 * element, which takes seconds: not every file is looked at.
 */
static void
check_structure(const char *shown, const char *path, const Drawn *drawn)
{
  g_auto(TestRun)
      run = test_run(&(TestCommand){.argv = ARGV("/usr/bin/pdfinfo", "-struct-text", "-enc", "UTF-8", path)});
  test_check(run.status == 0 && *run.err == '\0', "%s: pdfinfo: exit %d: %s", shown, run.status, run.err);
  g_autoptr(GString) found = g_string_new(NULL);
  g_auto(GStrv) lines = g_strsplit(run.out, "\n", -1);
  int level = 0;
  guint n_captions = 0;  /* titles of charts and tables */
  gsize row = G_MAXSIZE; /* how far the last row is indented */
  for (char **line = lines; *line != NULL; line++) {
    gsize indent = strspn(*line, " "), len;
    char *at = g_strchug(*line);
    len = strlen(at);
    n_captions += g_str_has_prefix(at, "Caption");
    if (strcmp(at, "TR") == 0)
      row = indent;
    else if (row != G_MAXSIZE && len > 0 && indent == row + 2)
      test_check(g_str_has_prefix(at, "TH") || g_str_has_prefix(at, "TD"), "%s: a table's row holds %s", shown, at);
    else if (indent <= row)
      row = G_MAXSIZE;
    if (len >= 2 && at[0] == '"' && at[len - 1] == '"') {
      at[len - 1] = '\0';
      append_solid(found, at + 1);
    } else if (at[0] == 'H' && g_ascii_isdigit(at[1]) && at[2] == ' ') {
      test_check(at[1] - '0' <= level + 1, "%s: a heading of level %c under one of level %d", shown, at[1], level);
      level = at[1] - '0';
    }
  }
  test_check(n_captions > 0, "%s: no chart has a caption", shown);
  check_same(shown, "the text of the structure tree", drawn->tagged->str, found->str);
}

/* The next object of qpdf's text behind *at, NULL when there is none; for the caller to free. */
static char *
next_object(const TestRun *plain, const char **at)
{
  const char *end = plain->out + plain->out_len, *open = memmem(*at, (gsize)(end - *at), " obj\n", 5);
  const char *close = open != NULL ? memmem(open, (gsize)(end - open), "endobj", 6) : NULL;
  if (close == NULL)
    return NULL;
  *at = open + 5;
  return g_strndup(open, (gsize)(close - open));
}

/* qpdf writes every object out in full: a figure's dictionary has its alternative text and its box. */
static void
check_objects(const char *shown, const char *path, const TestRun *plain)
{
  g_auto(TestRun) fault = test_run(&(TestCommand){.argv = ARGV("/usr/bin/qpdf", "--check", path)});
  test_check(fault.status == 0, "%s: qpdf --check: exit %d: %s%s", shown, fault.status, fault.out, fault.err);
  guint n_figures = 0;
  const char *at = plain->out;
  for (char *object; (object = next_object(plain, &at)) != NULL; g_free(object)) {
    if (strstr(object, "/S /Figure\n") == NULL)
      continue;
    n_figures++;
    test_check(strstr(object, "/Alt (") != NULL || strstr(object, "/Alt <") != NULL, "%s: a figure without Alt: %s",
               shown, object);
    test_check(strstr(object, "/BBox [") != NULL, "%s: a figure without BBox: %s", shown, object);
  }
  test_check(plain->status == 0 && n_figures > 0, "%s: qpdf finds %u figures: %s", shown, n_figures, plain->err);
}

/* "(…)" or "<FEFF…>" behind `key` in qpdf's text, as UTF-8. */
static char *
said(const char *at, const char *key)
{
  const char *value = strstr(at, key);
  GString *utf16 = g_string_new(NULL);
  if (value == NULL || value[strlen(key)] == '(') {
    g_string_free(utf16, TRUE);
    return value != NULL ? g_strndup(value + strlen(key) + 1, strcspn(value + strlen(key) + 1, ")")) : g_strdup("");
  }
  for (value += strlen(key) + 5; g_ascii_isxdigit(value[0]) && g_ascii_isxdigit(value[1]); value += 2)
    g_string_append_c(utf16, (char)(g_ascii_xdigit_value(value[0]) << 4 | g_ascii_xdigit_value(value[1])));
  char *text = g_convert(utf16->str, (gssize)utf16->len, "UTF-8", "UTF-16BE", NULL, NULL, NULL);
  g_string_free(utf16, TRUE);
  return text != NULL ? text : g_strdup("?");
}

/* Every mark leads to an entry of the annex and every entry back, and what is heard of them is in the page's languages.
 */
static void
check_links(const char *shown, const TestRun *plain, const char *lang)
{
  g_autoptr(GHashTable) entries = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  guint n_back = 0;
  const char *at = plain->out;
  for (char *object; (object = next_object(plain, &at)) != NULL; g_free(object)) {
    if (strstr(object, "/Subtype /Link") == NULL)
      continue;
    g_autofree char *target = said(object, "/Dest "), *words = said(object, "/Contents ");
    gboolean zh = strstr(words, "来源") != NULL || strstr(words, "出处") != NULL, en = strstr(words, "source") != NULL;
    test_check(zh == (strcmp(lang, "en") != 0) && en == (strcmp(lang, "zh") != 0), "%s: the link to %s says %s", shown,
               target, words);
    if (g_str_has_prefix(target, "source-"))
      g_hash_table_add(entries, g_strdup(target));
    else
      n_back++;
    g_autofree char *name = g_strdup_printf("\n    (%s)\n    [", target); /* in the tree of names, not in a link */
    test_check(memmem(plain->out, plain->out_len, name, strlen(name)) != NULL, "%s: there is no %s", shown, name);
  }
  /* A row of a chart has the mark of one of its figures: an entry that is another's alone is led back from only. */
  guint n_entries = g_hash_table_size(entries);
  test_check(n_entries > 20 && n_entries <= n_back && n_entries * 10 >= n_back * 9,
             "%s: %u entries are linked to, %u lead back", shown, n_entries, n_back);
}

static char *
between(const char *text, const char *from, const char *to)
{
  const char *begin = strstr(text, from), *end = begin != NULL ? strstr(begin + strlen(from), to) : NULL;
  return end != NULL ? g_strndup(begin + strlen(from), (gsize)(end - begin) - strlen(from)) : g_strdup("(none)");
}

static void
check_metadata(const char *shown, const char *path)
{
  static const struct {
    const char *info, *from, *to;
  } rows[] = {
      {"\nTitle:", "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", "</rdf:li>"},
      {"\nSubject:", "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", "</rdf:li>"},
      {"\nCreator:", "<xmp:CreatorTool>", "<"},
      {"\nProducer:", "<pdf:Producer>", "<"},
      {"\nCreationDate:", "<xmp:CreateDate>", "<"},
      {"\nModDate:", "<xmp:ModifyDate>", "<"},
  };
  g_auto(TestRun) info = test_run(&(TestCommand){.argv = ARGV("/usr/bin/pdfinfo", "-isodates", "-enc", "UTF-8", path)});
  g_auto(TestRun) xmp = test_run(&(TestCommand){.argv = ARGV("/usr/bin/pdfinfo", "-meta", path)});
  g_autofree char *lines = g_strconcat("\n", info.out, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *a = between(lines, rows[i].info, "\n"), *b = between(xmp.out, rows[i].from, rows[i].to);
    g_autoptr(GString) plain = g_string_new(g_strstrip(b));
    g_string_replace(plain, "&apos;", "'", 0); /* 西安 is Xi'an */
    g_string_replace(plain, "&amp;", "&", 0);
    test_check(strcmp(g_strstrip(a), plain->str) == 0, "%s: Info says%s %s, XMP %s", shown, rows[i].info + 1, a, b);
  }
  test_check(strstr(xmp.out, "xml:lang=\"zh-CN\"") != NULL && strstr(xmp.out, "xml:lang=\"en\"") != NULL,
             "%s: XMP has no title in both languages", shown);
}

/* ---- What it costs ---------------------------------------------------------------------------------------------- */

/*
 * Bytes of a file that are neither fonts nor pages: structure, links, metadata, attached files. The streams of our own
 * files say how long they are before they begin.
 */
static void
count_cost(const char *path, gsize *tags, gsize *data)
{
  static const char *const kinds[] = {"/Type/ObjStm", "/Type/XRef", "/Type/Metadata", "/N 3"};
  gsize len;
  g_autofree char *bytes = test_read(path, &len);
  const char *end = bytes + len, *at = bytes;
  for (const char *next; (next = memmem(at, (gsize)(end - at), ">>\nstream\n", 10)) != NULL; at = next + 10) {
    const char *head = next, *length;
    while (head > at && strncmp(head, "obj\n", 4) != 0)
      head--;
    g_autofree char *entries = g_strndup(head, (gsize)(next - head));
    length = strstr(entries, "/Length ");
    gsize n = length != NULL ? (gsize)g_ascii_strtoull(length + strlen("/Length "), NULL, 10) : 0;
    gboolean tag = FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
      tag |= strstr(entries, kinds[i]) != NULL;
    *tags += tag ? n : 0;
    *data += strstr(entries, "/EmbeddedFile") != NULL ? n : 0;
  }
}

#define MOST_TAGS(pages) (6000 + (pages)*2600)
#define MOST_DATA(pages) (9000 + (pages)*5000)

static void
check_cost(const char *shown, const char *path, guint n_pages)
{
  gsize tags = 0, data = 0;
  count_cost(path, &tags, &data);
  printf("%s: %.1f KB of structure, links and metadata, %.1f KB of attached files\n", shown, (double)tags / 1000,
         (double)data / 1000);
  test_check(tags > 1000 && tags < MOST_TAGS(n_pages) && data > 1000 && data < MOST_DATA(n_pages),
             "%s: %" G_GSIZE_FORMAT " bytes of tags, %" G_GSIZE_FORMAT " of data are too many for %u pages", shown,
             tags, data, n_pages);
}

/* ---- Files ------------------------------------------------------------------------------------------------------- */

static void
check_report(const char *report, const char *layout, const char *lang, gboolean structure)
{
  char *folder = test_folder();
  g_autofree char *path = g_build_filename(folder, "page.pdf", NULL), *name = g_path_get_basename(report),
                  *shown = g_strdup_printf("%s --layout %s --lang %s", name, layout, lang);
  g_auto(TestRun) made = test_run(
      &(TestCommand){.argv = ARGV(JIANBAO, "brief", report, "--layout", layout, "--lang", lang, "-o", path)});
  g_auto(TestRun) dump = test_run(
      &(TestCommand){.argv = ARGV(JIANBAO, "dump", "--stage", "draw", report, "--layout", layout, "--lang", lang)});
  if (test_check(made.status == 0 && dump.status == 0, "%s: exit %d, %d: %s", shown, made.status, dump.status,
                 made.err)) {
    Drawn drawn = read_drawn(dump.out);
    check_pages(shown, path, &drawn);
    if (structure)
      check_structure(shown, path, &drawn);
    g_auto(TestRun) plain = test_run(&(TestCommand){
        .argv = ARGV("/usr/bin/qpdf", "--qdf", "--object-streams=disable", "--no-original-object-ids", path, "-")});
    check_objects(shown, path, &plain);
    check_metadata(shown, path);
    if (strcmp(layout, "briefing") == 0) {
      check_links(shown, &plain, lang);
      check_cost(shown, path, drawn.pages->len);
    }
    g_ptr_array_unref(drawn.pages);
    g_string_free(drawn.tagged, TRUE);
  }
  test_remove(folder);
}

/* Every n-th report, so that years and cities are mixed. */
static void
check_corpus(void)
{
  const char *wanted = g_getenv("JIANBAO_CORPUS");
  guint n = wanted != NULL ? (guint)g_ascii_strtoull(wanted, NULL, 10) : FEW_REPORTS;
  if (!g_file_test(CORPUS, G_FILE_TEST_IS_DIR)) {
    printf("NOT RUN on real reports: %s is not there\n", CORPUS);
    return;
  }
  g_auto(GStrv) names = test_list(CORPUS);
  guint n_names = g_strv_length(names);
  for (guint i = 0; i < n && i < n_names; i++) {
    g_autofree char *path = g_build_filename(CORPUS, names[(gsize)i * n_names / n], NULL);
    if (g_str_has_suffix(path, ".md"))
      check_report(path, "briefing", "both", wanted != NULL);
  }
  printf("briefings of %u real reports\n", MIN(n, n_names));
}

int
main(void)
{
  static const char *const layouts[] = {"briefing", "onepage", "slides", "official", "monthly"};
  static const char *const reports[] = {JB_TESTS_DIR "/reports/weidong-2022.md",
                                        JB_TESTS_DIR "/reports/ningbo-2023.md"};
  for (gsize r = 0; r < G_N_ELEMENTS(reports); r++)
    for (gsize l = 0; l < G_N_ELEMENTS(layouts); l++)
      check_report(reports[r], layouts[l], "both", r == 0);
  check_report(reports[0], "briefing", "zh", FALSE);
  check_report(reports[0], "briefing", "en", FALSE);
  check_corpus();
  return test_close();
}
