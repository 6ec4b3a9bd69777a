/* SPDX-License-Identifier: Apache-2.0 */
/* Job files (YAML), read by a table of keys; every error shows the line. What is wrong is said before any work. */
#include "publish/job.h"

#include "layout/yaml.h"

#include <string.h>

#define KEY(Type, field, reader)                                                                                       \
  {                                                                                                                    \
    .name = #field, .read = reader, .offset = G_STRUCT_OFFSET(Type, field)                                             \
  }

static const JbYamlKey document_keys[] = {
    KEY(JbJobDocument, layout, jb_yaml_read_text),
    KEY(JbJobDocument, chart, jb_yaml_read_text),
    KEY(JbJobDocument, option, jb_yaml_read_text),
    KEY(JbJobDocument, theme, jb_yaml_read_text),
    KEY(JbJobDocument, name, jb_yaml_read_text),
    {.name = "format", .read = jb_yaml_read_text, .offset = G_STRUCT_OFFSET(JbJobDocument, format_name)},
    {.name = "lang", .read = jb_yaml_read_text, .offset = G_STRUCT_OFFSET(JbJobDocument, lang_name)},
    {.name = "scale", .read = jb_yaml_read_text, .offset = G_STRUCT_OFFSET(JbJobDocument, scale_text)},
    {.name = "size", .read = jb_yaml_read_text, .offset = G_STRUCT_OFFSET(JbJobDocument, size_text)},
};

/* ---- A document row ----------------------------------------------------------------------------------------- */

static gboolean
read_lang(JbYaml *yaml, struct fy_node *node, JbJobDocument *document)
{
  static const struct {
    const char *name;
    JbLang lang;
  } langs[] = {{"both", JB_LANG_BOTH}, {"zh", JB_LANG_ZH}, {"en", JB_LANG_EN}};
  for (guint i = 0; i < G_N_ELEMENTS(langs); i++)
    if (strcmp(document->lang_name, langs[i].name) == 0) {
      document->lang = langs[i].lang;
      return TRUE;
    }
  return jb_yaml_fail(yaml, node, NULL, "lang `%s`: write both, zh or en", document->lang_name);
}

static gboolean
read_size(JbYaml *yaml, struct fy_node *node, JbJobDocument *document)
{
  char *end;
  document->width_pt = g_ascii_strtod(document->size_text, &end);
  document->height_pt = *end == 'x' ? g_ascii_strtod(end + 1, &end) : 0;
  gboolean good = *end == '\0' && document->width_pt >= 100 && document->height_pt >= 100 &&
                  document->width_pt <= 10000 && document->height_pt <= 10000;
  return good || jb_yaml_fail(yaml, node, NULL, "size `%s`: write points as 960x540", document->size_text);
}

static gboolean
check_name(JbYaml *yaml, struct fy_node *node, const JbJobDocument *document)
{
  static const char *const known[] = {"area", "code", "period", "year", "month", "lang", "layout", "page"};
  const char *name = document->name;
  if (name == NULL)
    return jb_yaml_fail(yaml, node, NULL, "a document needs a `name`, such as \"{area}-{period}.pdf\"");
  if (strchr(name, '/') != NULL || *name == '.' || *name == '\0' || strcmp(name, "manifest.json") == 0)
    return jb_yaml_fail(yaml, node, NULL, "name `%s`: a plain file name is expected, without a folder", name);
  for (const char *at = strchr(name, '{'); at != NULL; at = strchr(at + 1, '{')) {
    gboolean found = FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(known); i++)
      found = found || (g_str_has_prefix(at + 1, known[i]) && at[1 + strlen(known[i])] == '}');
    if (!found)
      return jb_yaml_fail(yaml, node, NULL,
                          "name `%s`: only {area} {code} {period} {year} {month} {lang} {layout} {page} are filled in",
                          name);
  }
  return TRUE;
}

static gboolean
complete_document(JbYaml *yaml, struct fy_node *node, JbJobDocument *document)
{
  if ((document->layout == NULL) == (document->chart == NULL))
    return jb_yaml_fail(yaml, node, NULL, "a document has either a `layout` or a `chart`");
  if (!check_name(yaml, node, document))
    return FALSE;
  const JbChartClass *chart = document->chart != NULL ? jb_chart_class_lookup(document->chart) : NULL;
  if (document->chart != NULL && chart == NULL)
    return jb_yaml_fail(yaml, node, NULL, "unknown chart `%s`; see `jianbao list charts`", document->chart);
  document->chart = chart != NULL ? chart->name : NULL;
  document->lang_name = document->lang_name != NULL ? document->lang_name : "both";
  document->size_text = document->size_text != NULL ? document->size_text : "960x540";
  document->scale = document->scale_text != NULL ? g_ascii_strtod(document->scale_text, NULL) : 2;
  document->renderer = jb_renderer_lookup(document->format_name != NULL ? document->format_name : document->name);
  if (document->renderer == NULL)
    return jb_yaml_fail(yaml, node, NULL, "`%s` tells no format; end the name in .pdf, .png or .svg, or say `format`",
                        document->format_name != NULL ? document->format_name : document->name);
  if (!(document->scale > 0 && document->scale <= 20))
    return jb_yaml_fail(yaml, node, NULL, "scale `%s`: write pixels per point, such as 2", document->scale_text);
  return read_lang(yaml, node, document) && read_size(yaml, node, document);
}

static gboolean
read_documents(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const JbYamlKey *row, gpointer into)
{
  GArray *documents = *(GArray **)(gpointer)((char *)into + row->offset);
  if (!fy_node_is_sequence(value) || fy_node_sequence_item_count(value) == 0)
    return jb_yaml_fail(yaml, value, key, "`documents` is a list: - {layout: briefing, name: \"{area}-{period}.pdf\"}");
  void *walk = NULL;
  for (struct fy_node *item; (item = fy_node_sequence_iterate(value, &walk)) != NULL;) {
    JbJobDocument document = {0};
    if (!jb_yaml_map(yaml, item, key, document_keys, G_N_ELEMENTS(document_keys), &document) ||
        !complete_document(yaml, item, &document))
      return FALSE;
    g_array_append_val(documents, document);
  }
  return TRUE;
}

/* ---- The job ------------------------------------------------------------------------------------------------- */

static const JbYamlKey hook_keys[] = {
    KEY(JbJob, success, jb_yaml_read_text),
    KEY(JbJob, failure, jb_yaml_read_text),
};

static const JbYamlKey due_keys[] = {
    KEY(JbJob, day, jb_yaml_read_count),
    KEY(JbJob, at, jb_yaml_read_text),
    KEY(JbJob, timezone, jb_yaml_read_text),
};

static const JbYamlKey job_keys[] = {
    KEY(JbJob, version, jb_yaml_read_count),
    KEY(JbJob, name, jb_yaml_read_text),
    {.name = "area", .read = jb_yaml_read_text, .offset = G_STRUCT_OFFSET(JbJob, area_text)},
    {.name = "frequency", .read = jb_yaml_read_text, .offset = G_STRUCT_OFFSET(JbJob, frequency_text)},
    KEY(JbJob, since, jb_yaml_read_text),
    KEY(JbJob, store, jb_yaml_read_text),
    KEY(JbJob, inputs, jb_yaml_read_list),
    KEY(JbJob, inbox, jb_yaml_read_text),
    KEY(JbJob, output, jb_yaml_read_text),
    KEY(JbJob, on_incomplete, jb_yaml_read_text),
    KEY(JbJob, keep, jb_yaml_read_count),
    {.name = "hooks", .read = jb_yaml_read_map, .keys = hook_keys, .n_keys = G_N_ELEMENTS(hook_keys)},
    {.name = "due", .read = jb_yaml_read_map, .keys = due_keys, .n_keys = G_N_ELEMENTS(due_keys)},
    KEY(JbJob, documents, read_documents),
};

static const char *
below(const JbJob *job, const char *path)
{
  if (path == NULL || g_path_is_absolute(path))
    return path;
  g_autofree char *whole = g_build_filename(job->folder, path, NULL);
  return jb_arena_dup(job->arena, whole);
}

/* A layout or theme: a shipped one has a plain name, a file has a folder or an ending. */
static const char *
file_of(const JbJob *job, const char *name)
{
  return name != NULL && strpbrk(name, "/.") != NULL ? below(job, name) : name;
}

static gboolean
read_frequency(JbYaml *yaml, struct fy_node *root, JbJob *job)
{
  static const char *const names[] = {[JB_MONTHLY] = "monthly", [JB_QUARTERLY] = "quarterly", [JB_YEARLY] = "yearly"};
  for (guint i = 0; job->frequency_text != NULL && i < G_N_ELEMENTS(names); i++)
    if (strcmp(names[i], job->frequency_text) == 0) {
      job->frequency = (JbFrequency)i;
      return TRUE;
    }
  return job->frequency_text == NULL ||
         jb_yaml_fail(yaml, root, NULL, "frequency `%s`: write monthly, quarterly or yearly", job->frequency_text);
}

static gboolean
read_due(JbYaml *yaml, struct fy_node *root, JbJob *job)
{
  unsigned hour = 8, minute = 0;
  char rest;
  if (job->day == 0)
    job->day = 20;
  job->timezone = job->timezone != NULL ? job->timezone : "Asia/Shanghai";
  if (job->day > 28)
    return jb_yaml_fail(yaml, root, NULL, "due day %u: write 1 to 28, which every month has", job->day);
  if (job->at != NULL && (sscanf(job->at, "%2u:%2u%c", &hour, &minute, &rest) != 2 || hour > 23 || minute > 59))
    return jb_yaml_fail(yaml, root, NULL, "due at `%s`: write a time as \"08:00\"", job->at);
  job->hour = hour;
  job->minute = minute;
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier(job->timezone);
  return zone != NULL || jb_yaml_fail(yaml, root, NULL, "timezone `%s` is not known here", job->timezone);
}

static gboolean
complete(JbYaml *yaml, struct fy_node *root, JbJob *job)
{
  const struct {
    const char *key, *value, *example;
  } required[] = {{"area", job->area_text, "410403"}, {"output", job->output, "published"}};
  if (job->version != 1)
    return jb_yaml_fail(yaml, root, NULL, "a job begins with `version: 1`");
  for (guint i = 0; i < G_N_ELEMENTS(required); i++)
    if (required[i].value == NULL)
      return jb_yaml_fail(yaml, root, NULL, "`%s` is missing; write, for example, %s: %s", required[i].key,
                          required[i].key, required[i].example);
  for (const char *at = job->name; at != NULL && *at != '\0'; at++)
    if (!g_ascii_isalnum(*at) && strchr("._-", *at) == NULL)
      return jb_yaml_fail(yaml, root, NULL, "name `%s`: write letters, digits and . _ - (units are named after it)",
                          job->name);
  if (job->documents->len == 0)
    return jb_yaml_fail(yaml, root, NULL, "`documents` is missing: what is to be made");
  if (!jb_area_lookup(job->arena, job->area_text, &job->area))
    return jb_yaml_fail(yaml, root, NULL, "area `%s` is not known; write its code or its full name", job->area_text);
  if (job->on_incomplete != NULL && strcmp(job->on_incomplete, "publish") != 0 &&
      strcmp(job->on_incomplete, "refuse") != 0)
    return jb_yaml_fail(yaml, root, NULL, "on_incomplete `%s`: write publish or refuse", job->on_incomplete);
  job->refuses = g_strcmp0(job->on_incomplete, "refuse") == 0;
  JbPeriod since;
  if (!read_frequency(yaml, root, job) || !read_due(yaml, root, job))
    return FALSE;
  if (job->since != NULL && !jb_job_period_parse(job, job->since, &since, NULL))
    return jb_yaml_fail(yaml, root, NULL, "since `%s`: write the first period, such as 2025-01", job->since);
  return TRUE;
}

static gboolean
read_job(JbYaml *yaml, JbJob *job)
{
  struct fy_document *document = jb_yaml_parse(yaml);
  if (document == NULL)
    return FALSE;
  struct fy_node *root = fy_document_root(document);
  gboolean good = jb_yaml_map(yaml, root, NULL, job_keys, G_N_ELEMENTS(job_keys), job) && complete(yaml, root, job);
  fy_document_destroy(document);
  return good;
}

JbJob *
jb_job_open(const char *path, GError **error)
{
  char *text;
  gsize len;
  g_autoptr(GError) cause = NULL;
  if (!g_file_get_contents(path, &text, &len, &cause)) {
    g_set_error(error, JB_ERROR, JB_ERROR_NO_INPUT, "%s: the job cannot be read: %s", path, cause->message);
    return NULL;
  }
  JbJob *job = g_new0(JbJob, 1);
  job->arena = jb_arena_new();
  job->documents = g_array_new(FALSE, TRUE, sizeof(JbJobDocument));
  job->path = jb_arena_dup(job->arena, path);
  job->text = jb_arena_copy(job->arena, text, len);
  g_free(text);
  g_autofree char *folder = g_path_get_dirname(path), *absolute = g_canonicalize_filename(folder, NULL);
  job->folder = jb_arena_dup(job->arena, absolute);
  g_autofree char *base = g_path_get_basename(path), *own_store = jb_store_default_path();
  char *dot = strrchr(base, '.');
  if (dot != NULL && dot > base)
    *dot = '\0';
  job->name = jb_arena_dup(job->arena, base);
  g_autoptr(GHashTable) let = g_hash_table_new(g_str_hash, g_str_equal);
  JbYaml yaml = {.name = job->path, .text = job->text, .len = len, .arena = job->arena, .let = let, .error = error};
  if (!read_job(&yaml, job)) {
    jb_job_free(job);
    return NULL;
  }
  job->store = job->store != NULL ? below(job, job->store) : jb_arena_dup(job->arena, own_store);
  job->inbox = below(job, job->inbox);
  job->output = below(job, job->output);
  for (guint i = 0; job->inputs != NULL && job->inputs[i] != NULL; i++)
    job->inputs[i] = below(job, job->inputs[i]);
  for (guint i = 0; i < job->documents->len; i++) {
    JbJobDocument *document = &g_array_index(job->documents, JbJobDocument, i);
    document->layout = file_of(job, document->layout);
    document->theme = file_of(job, document->theme);
  }
  return job;
}

void
jb_job_free(JbJob *job)
{
  if (job == NULL)
    return;
  g_array_unref(job->documents);
  jb_arena_free(job->arena);
  g_free(job);
}
