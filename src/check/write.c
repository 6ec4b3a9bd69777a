/* SPDX-License-Identifier: Apache-2.0 */
/* Findings as text for people and for grep, and as JSON lines. */
#include "base/json.h"
#include "check/internal.h"

typedef struct {
  const JbFacts *checked; /* the set that `name` is the file of */
  const char *name, *older_name;
} Files;

/* The places of one finding are all of one report, or the older one's first. */
static Files
files_of(const JbFinding *finding, const char *name, const char *older_name)
{
  const JbPlace *last = &finding->places[finding->n_places - 1];
  return (Files){.checked = last->facts, .name = name, .older_name = older_name};
}

static const char *
file_of(const Files *files, const JbPlace *place)
{
  return place->facts == files->checked || files->older_name == NULL ? files->name : files->older_name;
}

static void
put_line(GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    g_string_append_c(out, *text == '\n' || *text == '\r' || *text == '\t' ? ' ' : *text);
}

static void
put_place(GString *out, const Files *files, const JbPlace *place)
{
  const JbSource *source = &place->fact->source;
  g_string_append_printf(out, "    %s:%u: #%u ", file_of(files, place), source->line, place->fact->number);
  put_line(out, source->text);
  g_string_append(out, " in: ");
  put_line(out, source->sentence);
  g_string_append_c(out, '\n');
}

void
jb_findings_write_text(const JbFindings *findings, const char *name, const char *older_name, GString *out)
{
  for (guint i = 0; i < findings->n_findings; i++) {
    const JbFinding *finding = &findings->findings[i];
    if (i == 0 || finding->certainty != findings->findings[i - 1].certainty)
      g_string_append_printf(out, "== %s\n", jb_certainty_name(finding->certainty));
    Files files = files_of(finding, name, older_name);
    const JbPlace *last = &finding->places[finding->n_places - 1];
    g_string_append_printf(out, "%s:%u: %s: %s\n    %s\n", name, last->fact->source.line, finding->kind, finding->zh,
                           finding->en);
    for (guint k = 0; k < finding->n_places; k++)
      put_place(out, &files, &finding->places[k]);
  }
}

static void
put_pair(GString *out, const char *lead, const char *text)
{
  g_string_append(out, lead);
  jb_json_append(out, text);
}

static void
put_json_place(GString *out, const Files *files, const JbPlace *place)
{
  const JbFact *fact = place->fact;
  put_pair(out, "{\"file\":", file_of(files, place));
  g_string_append_printf(out, ",\"line\":%u,\"paragraph\":%u,\"start\":%u,\"end\":%u,\"fact\":%u", fact->source.line,
                         fact->source.paragraph, fact->source.start, fact->source.end, fact->number);
  put_pair(out, ",\"text\":", fact->source.text);
  put_pair(out, ",\"sentence\":", fact->source.sentence);
  g_string_append_c(out, '}');
}

void
jb_findings_write_jsonl(const JbFindings *findings, const char *name, const char *older_name, GString *out)
{
  for (guint i = 0; i < findings->n_findings; i++) {
    const JbFinding *finding = &findings->findings[i];
    Files files = files_of(finding, name, older_name);
    put_pair(out, "{\"file\":", name);
    put_pair(out, ",\"kind\":", finding->kind);
    put_pair(out, ",\"certainty\":", jb_certainty_name(finding->certainty));
    put_pair(out, ",\"message\":{\"zh\":", finding->zh);
    put_pair(out, ",\"en\":", finding->en);
    g_string_append(out, "},\"places\":[");
    for (guint k = 0; k < finding->n_places; k++) {
      g_string_append(out, k > 0 ? "," : "");
      put_json_place(out, &files, &finding->places[k]);
    }
    g_string_append(out, "]}\n");
  }
}
