/* SPDX-License-Identifier: Apache-2.0 */
/* YAML read by tables of keys, with errors that show the place. */
#include "layout/yaml.h"

#include <string.h>

/* ---- Errors with a caret ----------------------------------------------------------------------------- */

static void
fail_at(JbYaml *yaml, int line, int column, const char *message)
{
  if (yaml->error == NULL || *yaml->error != NULL)
    return;
  if (line < 0) {
    g_set_error(yaml->error, JB_ERROR, JB_ERROR_CONFIG, "%s: %s", yaml->name, message);
    return;
  }
  const char *start = yaml->text, *end = yaml->text + yaml->len;
  for (int i = 0; i < line; i++) {
    const char *next = memchr(start, '\n', (gsize)(end - start));
    if (next == NULL)
      break;
    start = next + 1;
  }
  const char *stop = memchr(start, '\n', (gsize)(end - start));
  if (stop == NULL)
    stop = end;
  char *source = g_utf8_make_valid(start, stop - start);
  GString *caret = g_string_new(NULL);
  const char *at = source;
  for (int i = 0; i < column && *at != '\0'; i++, at = g_utf8_next_char(at)) /* a Han character is two cells wide */
    g_string_append(caret, *at == '\t' ? "\t" : g_unichar_iswide(g_utf8_get_char(at)) ? "  " : " ");
  g_set_error(yaml->error, JB_ERROR, JB_ERROR_CONFIG, "%s:%d:%d: %s\n  %s\n  %s^", yaml->name, line + 1, column + 1,
              message, source, caret->str);
  g_string_free(caret, TRUE);
  g_free(source);
}

/* The token where a node begins: its own, or that of the first scalar in it. */
static struct fy_token *
first_token(struct fy_node *node)
{
  while (node != NULL && !fy_node_is_scalar(node)) {
    void *walk = NULL;
    if (fy_node_is_mapping(node)) {
      struct fy_node_pair *pair = fy_node_mapping_iterate(node, &walk);
      node = pair != NULL ? fy_node_pair_key(pair) : NULL;
    } else {
      node = fy_node_sequence_iterate(node, &walk);
    }
  }
  return node != NULL ? fy_node_get_scalar_token(node) : NULL;
}

gboolean
jb_yaml_fail(JbYaml *yaml, struct fy_node *node, struct fy_node *near, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  char *message = g_strdup_vprintf(format, args);
  va_end(args);
  struct fy_token *token = first_token(node);
  if (token == NULL)
    token = first_token(near);
  const struct fy_mark *mark = token != NULL ? fy_token_start_mark(token) : NULL;
  fail_at(yaml, mark != NULL ? mark->line : -1, mark != NULL ? mark->column : 0, message);
  g_free(message);
  return FALSE;
}

static void
say_nothing(struct fy_diag *diag, void *user, const char *text, size_t len)
{
  (void)diag, (void)user, (void)text, (void)len;
}

struct fy_document *
jb_yaml_parse(JbYaml *yaml)
{
  struct fy_diag_cfg diag_cfg;
  fy_diag_cfg_default(&diag_cfg);
  diag_cfg.fp = NULL; /* what it would print, our own message says */
  diag_cfg.output_fn = say_nothing;
  struct fy_diag *diag = fy_diag_create(&diag_cfg);
  fy_diag_set_collect_errors(diag, true);
  struct fy_parse_cfg cfg = {.flags = FYPCF_QUIET | FYPCF_RESOLVE_DOCUMENT, .diag = diag};
  struct fy_document *document = fy_document_build_from_string(&cfg, yaml->text, yaml->len);
  if (document == NULL) {
    void *walk = NULL;
    struct fy_diag_error *first = fy_diag_errors_iterate(diag, &walk);
    if (first != NULL)
      fail_at(yaml, first->line - 1, first->column - 1, first->msg);
    else
      fail_at(yaml, -1, 0, "no YAML document in it; it begins with `version: 1`");
  }
  fy_diag_destroy(diag);
  return document;
}

/* ---- Suggestions ------------------------------------------------------------------------------------- */

/* Edits (insert, delete, replace, swap neighbours) from a to b; words of 30 bytes at most. */
static guint
edit_distance(const char *a, const char *b)
{
  enum { LONGEST = 30 };
  gsize n = strlen(a), m = strlen(b);
  if (n > LONGEST || m > LONGEST)
    return G_MAXUINT;
  guint d[LONGEST + 1][LONGEST + 1];
  for (guint i = 0; i <= n; i++)
    d[i][0] = i;
  for (guint j = 0; j <= m; j++)
    d[0][j] = j;
  for (guint i = 1; i <= n; i++)
    for (guint j = 1; j <= m; j++) {
      guint best = MIN(d[i - 1][j], d[i][j - 1]) + 1;
      best = MIN(best, d[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = MIN(best, d[i - 2][j - 2] + 1);
      d[i][j] = best;
    }
  return d[n][m];
}

const char *
jb_nearest_word(const char *word, gconstpointer names, guint n, gsize stride)
{
  const char *nearest = NULL;
  guint best = (guint)MAX(strlen(word) / 3, 1) + 1;
  for (guint i = 0; i < n; i++) {
    const char *name = *(const char *const *)(gconstpointer)((const char *)names + i * stride);
    guint distance = edit_distance(word, name);
    if (distance < best) {
      best = distance;
      nearest = name;
    }
  }
  return nearest;
}

/* ---- Values ------------------------------------------------------------------------------------------ */

static char *
scalar(JbYaml *yaml, struct fy_node *node)
{
  size_t len = 0;
  const char *text = fy_node_get_scalar(node, &len);
  return jb_arena_copy(yaml->arena, text != NULL ? text : "", len);
}

const char *
jb_yaml_text(JbYaml *yaml, struct fy_node *key, struct fy_node *value)
{
  if (value != NULL && fy_node_is_scalar(value))
    return scalar(yaml, value);
  jb_yaml_fail(yaml, value, key, "one value is expected here, not a list or mapping");
  return NULL;
}

static gboolean
append_items(JbYaml *yaml, struct fy_node *key, struct fy_node *value, GPtrArray *items)
{
  const char *text = jb_yaml_text(yaml, key, value);
  if (text == NULL)
    return FALSE;
  GPtrArray *let = text[0] == '$' ? g_hash_table_lookup(yaml->let, text + 1) : NULL;
  for (guint i = 0; let != NULL && i < let->len; i++)
    g_ptr_array_add(items, let->pdata[i]);
  if (let == NULL && text[0] == '$' && !g_str_has_prefix(text, "$year") && !g_str_has_prefix(text, "$last"))
    return jb_yaml_fail(yaml, value, key, "%s is not defined; add it to `let`", text);
  if (let == NULL)
    g_ptr_array_add(items, (gpointer)text);
  return TRUE;
}

const char **
jb_yaml_list(JbYaml *yaml, struct fy_node *key, struct fy_node *value)
{
  GPtrArray *items = g_ptr_array_new();
  gboolean fine = TRUE;
  if (fy_node_is_sequence(value)) {
    void *walk = NULL;
    for (struct fy_node *item; fine && (item = fy_node_sequence_iterate(value, &walk)) != NULL;)
      fine = append_items(yaml, key, item, items);
  } else {
    fine = append_items(yaml, key, value, items);
  }
  const char **list = NULL;
  if (fine) {
    list = jb_arena_make(yaml->arena, const char *, items->len + 1);
    for (guint i = 0; i < items->len; i++)
      list[i] = items->pdata[i];
  }
  g_ptr_array_free(items, TRUE);
  return list;
}

gboolean
jb_yaml_map(JbYaml *yaml, struct fy_node *map, struct fy_node *near, const JbYamlKey *keys, guint n_keys, gpointer into)
{
  if (map == NULL || !fy_node_is_mapping(map))
    return jb_yaml_fail(yaml, map, near, "a mapping (key: value) is expected here");
  void *walk = NULL;
  for (struct fy_node_pair *pair; (pair = fy_node_mapping_iterate(map, &walk)) != NULL;) {
    struct fy_node *key = fy_node_pair_key(pair);
    const char *name = scalar(yaml, key);
    const JbYamlKey *hit = NULL;
    for (guint i = 0; i < n_keys && hit == NULL; i++)
      if (strcmp(keys[i].name, name) == 0)
        hit = &keys[i];
    if (hit == NULL) {
      const char *near_name = jb_nearest_word(name, keys, n_keys, sizeof *keys);
      if (near_name != NULL)
        return jb_yaml_fail(yaml, key, NULL, "unknown key `%s`; did you mean `%s`?", name, near_name);
      GString *known = g_string_new(NULL);
      for (guint i = 0; i < n_keys; i++)
        g_string_append_printf(known, "%s%s", i > 0 ? ", " : "", keys[i].name);
      jb_yaml_fail(yaml, key, NULL, "unknown key `%s`; here may stand: %s", name, known->str);
      g_string_free(known, TRUE);
      return FALSE;
    }
    if (!hit->read(yaml, key, fy_node_pair_value(pair), hit, into))
      return FALSE;
  }
  return TRUE;
}

/* ---- Readers ----------------------------------------------------------------------------------------- */

#define FIELD(Type) (*(Type *)(gpointer)((char *)into + row->offset))

gboolean
jb_yaml_read_text(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const JbYamlKey *row, gpointer into)
{
  const char *text = jb_yaml_text(yaml, key, value);
  FIELD(const char *) = text;
  return text != NULL;
}

gboolean
jb_yaml_read_list(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const JbYamlKey *row, gpointer into)
{
  const char **list = jb_yaml_list(yaml, key, value);
  FIELD(const char **) = list;
  return list != NULL;
}

gboolean
jb_yaml_read_bool(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const JbYamlKey *row, gpointer into)
{
  const char *text = jb_yaml_text(yaml, key, value);
  if (text == NULL)
    return FALSE;
  FIELD(gboolean) = strcmp(text, "true") == 0;
  return strcmp(text, "true") == 0 || strcmp(text, "false") == 0 ||
         jb_yaml_fail(yaml, value, key, "`%s` is neither true nor false", text);
}

gboolean
jb_yaml_read_count(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const JbYamlKey *row, gpointer into)
{
  const char *text = jb_yaml_text(yaml, key, value);
  guint64 number;
  if (text == NULL)
    return FALSE;
  if (!g_ascii_string_to_unsigned(text, 10, 0, 10000, &number, NULL))
    return jb_yaml_fail(yaml, value, key, "`%s` is no whole number from 0 to 10000", text);
  FIELD(guint) = (guint)number;
  return TRUE;
}

gboolean
jb_yaml_length(const char *text, double *points)
{
  static const struct {
    const char *unit;
    double points;
  } units[] = {{"pt", 1}, {"mm", 72 / 25.4}, {"cm", 72 / 2.54}, {"", 1}};
  char *end = NULL;
  double number = g_ascii_strtod(text, &end);
  if (end == text || !(number >= 0 && number < 10000))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(units); i++)
    if (strcmp(end, units[i].unit) == 0) {
      *points = number * units[i].points;
      return TRUE;
    }
  return FALSE;
}

gboolean
jb_yaml_read_length(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const JbYamlKey *row, gpointer into)
{
  const char *text = jb_yaml_text(yaml, key, value);
  if (text == NULL)
    return FALSE;
  return jb_yaml_length(text, &FIELD(double)) ||
         jb_yaml_fail(yaml, value, key, "`%s` is no length; write 12pt, 25mm or 1.5cm", text);
}

gboolean
jb_yaml_read_colour(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const JbYamlKey *row, gpointer into)
{
  const char *text = jb_yaml_text(yaml, key, value);
  guint64 rgb;
  if (text == NULL)
    return FALSE;
  if (strlen(text) != 7 || text[0] != '#' || !g_ascii_string_to_unsigned(text + 1, 16, 0, 0xFFFFFF, &rgb, NULL))
    return jb_yaml_fail(yaml, value, key, "`%s` is no colour; write \"#A6192E\", in quotes", text);
  FIELD(JbColour) = JB_RGB((guint32)rgb);
  return TRUE;
}

gboolean
jb_yaml_read_map(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const JbYamlKey *row, gpointer into)
{
  return jb_yaml_map(yaml, value, key, row->keys, row->n_keys, (char *)into + row->offset);
}

gboolean
jb_yaml_read_words(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const JbYamlKey *row, gpointer into)
{
  static const JbYamlKey keys[] = {
      {.name = "zh", .read = jb_yaml_read_text, .offset = G_STRUCT_OFFSET(JbWords, zh)},
      {.name = "en", .read = jb_yaml_read_text, .offset = G_STRUCT_OFFSET(JbWords, en)},
  };
  return jb_yaml_map(yaml, value, key, keys, G_N_ELEMENTS(keys), (char *)into + row->offset);
}
