/* SPDX-License-Identifier: Apache-2.0 */
/* Line cases: a sentence and the facts it must give, through jb_document_read() and jb_extract(). See cases/. */
#include "support.h"

#include <jianbao/jianbao.h>

#include <stdio.h>
#include <string.h>

/* The value a fact has for a key of the cases, in `arena`; NULL when there is no such key. */
static const char *
fact_value(const JbFact *fact, const char *key, JbArena *arena)
{
  const struct {
    const char *key, *value;
  } values[] = {
      {"value", jb_decimal_text(arena, fact->value)},
      {"unit", fact->unit},
      {"bound", jb_bound_name(fact->bound)},
      {"measure", jb_measure_name(fact->measure)},
      {"status", jb_status_name(fact->status)},
      {"period", jb_period_text(arena, fact->period)},
      {"base", fact->base_year != 0 ? jb_arena_printf(arena, "%d", fact->base_year) : NULL},
      {"code", fact->code},
      {"name", fact->name_zh},
      {"amount", fact->amount.unit != NULL ? jb_decimal_text(arena, fact->amount.value) : NULL},
      {"amount_unit", fact->amount.unit},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(values); i++)
    if (strcmp(values[i].key, key) == 0)
      return values[i].value != NULL && *values[i].value != '\0' ? values[i].value : "-";
  return NULL;
}

/* Everything of the facts that a failed case should show. */
static const char *
told(const JbFacts *facts, JbArena *arena)
{
  static const char *const keys[] = {"value", "unit", "bound", "measure", "status", "period", "base", "code", "name"};
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < facts->n_facts; i++)
    for (gsize k = 0; k < G_N_ELEMENTS(keys); k++)
      g_string_append_printf(text, "%s%s=%s", k > 0 ? " " : "\n    ", keys[k],
                             fact_value(&facts->facts[i], keys[k], arena));
  const char *copy = jb_arena_dup(arena, text->len > 0 ? text->str : "\n    nothing");
  g_string_free(text, TRUE);
  return copy;
}

static gboolean
matches(const JbFact *fact, const char *expected, JbArena *arena)
{
  g_auto(GStrv) pairs = g_strsplit(expected, " ", -1);
  for (char **pair = pairs; *pair != NULL; pair++) {
    char *equals = strchr(*pair, '=');
    if (equals == NULL)
      continue;
    *equals = '\0';
    const char *value = fact_value(fact, *pair, arena);
    if (value == NULL)
      g_error("a case has the unknown key \"%s\"", *pair);
    if (strcmp(value, equals + 1) != 0)
      return FALSE;
  }
  return TRUE;
}

/* What a case's text stands in: a work report given as `under` says, or a release of that title. */
typedef struct {
  const char *under;
  gboolean is_release;
} Frame;

static char *
compose(Frame frame, const char *text)
{
  const char *report = frame.under;
  const char *year = strpbrk(report, "0123456789");
  g_auto(GStrv) parts = g_strsplit(text, "¶", -1);
  g_autofree char *body = g_strjoinv("\n\n", parts);
  if (frame.is_release)
    return g_strdup_printf("%s\n\n%s\n", report, body);
  g_autofree char *heading = g_str_has_prefix(text, "## ")
                                 ? g_strdup("")
                                 : g_strdup_printf("## 一、%d年工作回顾\n\n", (int)g_ascii_strtoll(year, NULL, 10) - 1);
  return g_strdup_printf("# 政府工作报告\n\n——%s\n\n各位代表：\n\n%s%s\n", report, heading, body);
}

static void
run_case(const char *file, guint line, Frame frame, const char *text, const char *expected)
{
  JbArena *arena = jb_arena_new();
  g_autofree char *source = compose(frame, text);
  g_autoptr(GError) error = NULL;
  g_autoptr(JbDocument) document = jb_document_read("case.md", source, strlen(source), &error);
  if (test_check(document != NULL, "%s:%u: %s", file, line, error != NULL ? error->message : "")) {
    g_autoptr(JbFacts) facts = jb_extract(document);
    g_auto(GStrv) items = g_strsplit(strcmp(expected, "-") == 0 ? "" : expected, " ; ", -1);
    gboolean fine = g_strv_length(items) == facts->n_facts;
    for (guint i = 0; fine && i < facts->n_facts; i++)
      fine = matches(&facts->facts[i], items[i], arena);
    test_check(fine, "%s:%u: %s\n  expected\n    %s\n  found%s", file, line, text, expected,
               fine ? "" : told(facts, arena));
  }
  jb_arena_free(arena);
}

static void
run_file(const char *name)
{
  g_autofree char *path = g_build_filename(JB_TESTS_DIR, "cases", name, NULL);
  g_autofree char *content = test_read(path, NULL);
  g_auto(GStrv) lines = g_strsplit(content, "\n", -1);
  Frame frame = {0};
  for (guint i = 0; lines[i] != NULL; i++) {
    char *tab = strchr(lines[i], '\t');
    if (g_str_has_prefix(lines[i], "# ") || *lines[i] == '\0')
      continue;
    if (g_str_has_prefix(lines[i], "@report ")) {
      frame = (Frame){.under = lines[i] + strlen("@report ")};
    } else if (g_str_has_prefix(lines[i], "@release ")) {
      frame = (Frame){.under = lines[i] + strlen("@release "), .is_release = TRUE};
    } else if (test_check(tab != NULL && frame.under != NULL, "%s:%u: neither comment nor case", name, i + 1)) {
      *tab = '\0';
      run_case(name, i + 1, frame, lines[i], tab + 1);
    }
  }
}

int
main(void)
{
  g_auto(GStrv) names = test_list(JB_TESTS_DIR "/cases");
  for (char **name = names; *name != NULL; name++)
    run_file(*name);
  return test_close();
}
