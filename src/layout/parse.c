/* SPDX-License-Identifier: Apache-2.0 */
/* Layout file → model. Tables of keys say what may stand where; the rest is one reader a kind of value. */
#include "layout/parse.h"

#include <string.h>

/* ---- Blocks ------------------------------------------------------------------------------------------ */

JB_STATIC_READER(read_tracks)
{
  JbLayoutBlock *block = into;
  (void)row;
  const char **list = jb_yaml_list(yaml, key, value);
  if (list == NULL)
    return FALSE;
  for (const char **item = list; *item != NULL; item++)
    block->n_tracks++;
  block->tracks = jb_arena_make(yaml->arena, JbTrack, block->n_tracks);
  if (block->n_tracks == 0 || block->n_tracks > 12)
    return jb_yaml_fail(yaml, value, key, "a grid has 1 to 12 columns");
  for (guint i = 0; i < block->n_tracks; i++) {
    JbTrack *track = &block->tracks[i];
    char *end = NULL;
    double share = g_ascii_strtod(list[i], &end);
    if (strcmp(list[i], "auto") == 0)
      *track = (JbTrack){JB_TRACK_AUTO, 0};
    else if (end != list[i] && strcmp(end, "fr") == 0 && share > 0)
      *track = (JbTrack){JB_TRACK_FR, share};
    else if (jb_yaml_length(list[i], &track->size))
      track->kind = JB_TRACK_FIXED;
    else
      return jb_yaml_fail(yaml, value, key, "`%s` is no column; write 1fr, 120pt, 40mm or auto", list[i]);
  }
  return TRUE;
}

static gboolean read_blocks(JbYaml *yaml, struct fy_node *key, struct fy_node *value, guint *n, JbLayoutBlock **blocks);

JB_STATIC_READER(read_cells)
{
  JbLayoutBlock *block = into;
  (void)row;
  return read_blocks(yaml, key, value, &block->n_cells, &block->cells);
}

JB_STATIC_READER(read_group)
{
  const char *text = jb_yaml_text(yaml, key, value);
  JB_FIELD(const char *) = text;
  if (text == NULL || strcmp(text, "section") == 0)
    return text != NULL;
  return jb_yaml_fail(yaml, value, key, "`%s` is no grouping; only `section` is", text);
}

JB_STATIC_READER(read_each)
{
  const char *text = jb_yaml_text(yaml, key, value);
  JB_FIELD(gboolean) = TRUE;
  if (text == NULL || strcmp(text, "indicator") == 0)
    return text != NULL;
  return jb_yaml_fail(yaml, value, key, "`%s` cannot be repeated; only `indicator` can", text);
}

static const JbYamlKey block_keys[] = {
    {.name = "select",
     .read = jb_yaml_read_map,
     .offset = G_STRUCT_OFFSET(JbLayoutBlock, select),
     .keys = jb_select_keys,
     .n_keys = JB_N_SELECT_KEYS},
    JB_KEY(JbLayoutBlock, "target", jb_read_when, target),
    JB_KEY(JbLayoutBlock, "title", jb_yaml_read_words, title),
    JB_KEY(JbLayoutBlock, "note", jb_yaml_read_words, note),
    JB_KEY(JbLayoutBlock, "option", jb_yaml_read_text, option),
    JB_KEY(JbLayoutBlock, "min", jb_yaml_read_count, min),
    JB_KEY(JbLayoutBlock, "max", jb_yaml_read_count, max),
    JB_KEY(JbLayoutBlock, "columns", jb_yaml_read_count, columns),
    JB_KEY(JbLayoutBlock, "group", read_group, group),
    JB_KEY(JbLayoutBlock, "required", jb_yaml_read_bool, required),
    JB_KEY(JbLayoutBlock, "each", read_each, each),
};

static const JbYamlKey text_keys[] = {
    JB_KEY(JbLayoutBlock, "zh", jb_read_filled, words.zh),
    JB_KEY(JbLayoutBlock, "en", jb_read_filled, words.en),
    JB_KEY(JbLayoutBlock, "required", jb_yaml_read_bool, required),
};

static const JbYamlKey grid_keys[] = {
    JB_KEY(JbLayoutBlock, "cols", read_tracks, tracks),
    JB_KEY(JbLayoutBlock, "gap", jb_yaml_read_length, gap),
    JB_KEY(JbLayoutBlock, "keep", jb_yaml_read_bool, keep),
    JB_KEY(JbLayoutBlock, "cells", read_cells, cells),
};

/* Block kinds beside the chart classes. */
static const struct {
  const char *name;
  JbBlockForm form;
  const JbYamlKey *keys;
  guint n_keys;
} kinds[] = {
    {"grid", JB_BLOCK_KIND_GRID, grid_keys, G_N_ELEMENTS(grid_keys)},
    {"text", JB_BLOCK_KIND_TEXT, text_keys, G_N_ELEMENTS(text_keys)},
    {"table", JB_BLOCK_KIND_TABLE, block_keys, G_N_ELEMENTS(block_keys)},
    {"masthead", JB_BLOCK_KIND_MASTHEAD, NULL, 0},
    {"annex", JB_BLOCK_KIND_ANNEX, block_keys, G_N_ELEMENTS(block_keys)},
};

static gboolean
unknown_block(JbYaml *yaml, struct fy_node *key, const char *name)
{
  const char *names[32];
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
    names[n++] = kinds[i].name;
  for (guint i = 0; i < jb_chart_class_count() && n < G_N_ELEMENTS(names); i++)
    names[n++] = jb_chart_class_at(i)->name;
  const char *nearest = jb_nearest_word(name, names, n, sizeof *names);
  if (nearest != NULL)
    return jb_yaml_fail(yaml, key, NULL, "unknown block `%s`; did you mean `%s`?", name, nearest);
  GString *known = g_string_new(NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf(known, "%s%s", i > 0 ? ", " : "", names[i]);
  jb_yaml_fail(yaml, key, NULL, "unknown block `%s`; a block is one of: %s", name, known->str);
  g_string_free(known, TRUE);
  return FALSE;
}

static gboolean
read_block(JbYaml *yaml, struct fy_node *near, struct fy_node *item, JbLayoutBlock *block)
{
  if (!fy_node_is_mapping(item) || fy_node_mapping_item_count(item) != 1)
    return jb_yaml_fail(yaml, item, near, "a block is one key, its kind, with its settings beneath");
  void *walk = NULL;
  struct fy_node_pair *pair = fy_node_mapping_iterate(item, &walk);
  struct fy_node *key = fy_node_pair_key(pair), *value = fy_node_pair_value(pair);
  const char *name = jb_yaml_text(yaml, NULL, key);
  *block = (JbLayoutBlock){
      .name = name, .gap = 12, .target = {.kind = JB_WHEN_EXACT, .from = {TRUE, 0}, .to = {TRUE, 0}}};
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (strcmp(kinds[i].name, name) == 0) {
      block->form = kinds[i].form;
      block->chart = block->form == JB_BLOCK_KIND_TABLE ? jb_chart_class_lookup("table") : NULL;
      if (kinds[i].n_keys == 0)
        return TRUE;
      return jb_yaml_map(yaml, value, key, kinds[i].keys, kinds[i].n_keys, block);
    }
  block->form = JB_BLOCK_KIND_CHART;
  block->chart = jb_chart_class_lookup(name);
  if (block->chart == NULL)
    return unknown_block(yaml, key, name);
  return jb_yaml_map(yaml, value, key, block_keys, G_N_ELEMENTS(block_keys), block);
}

static gboolean
read_blocks(JbYaml *yaml, struct fy_node *key, struct fy_node *value, guint *n, JbLayoutBlock **blocks)
{
  if (!fy_node_is_sequence(value))
    return jb_yaml_fail(yaml, value, key, "a list of blocks (- kind: …) is expected here");
  *n = 0;
  *blocks = jb_arena_make(yaml->arena, JbLayoutBlock, MAX(fy_node_sequence_item_count(value), 1));
  void *walk = NULL;
  for (struct fy_node *item; (item = fy_node_sequence_iterate(value, &walk)) != NULL;)
    if (!read_block(yaml, key, item, &(*blocks)[(*n)++]))
      return FALSE;
  return TRUE;
}

/* ---- The file ---------------------------------------------------------------------------------------- */

JB_STATIC_READER(read_version)
{
  (void)row;
  (void)into;
  const char *text = jb_yaml_text(yaml, key, value);
  if (text == NULL)
    return FALSE;
  return strcmp(text, "1") == 0 ||
         jb_yaml_fail(yaml, value, key, "version %s is not known to this program; it reads version 1", text);
}

JB_STATIC_READER(read_let)
{
  (void)row;
  JbLayout *layout = into;
  if (!fy_node_is_mapping(value))
    return jb_yaml_fail(yaml, value, key, "a mapping of names is expected here");
  void *walk = NULL;
  for (struct fy_node_pair *pair; (pair = fy_node_mapping_iterate(value, &walk)) != NULL;) {
    struct fy_node *name = fy_node_pair_key(pair);
    const char *word = jb_yaml_text(yaml, NULL, name);
    if (strcmp(word, "year") == 0 || strcmp(word, "last") == 0)
      return jb_yaml_fail(yaml, name, NULL, "`%s` is set by the report; choose another name", word);
    const char **list = jb_yaml_list(yaml, name, fy_node_pair_value(pair));
    if (list == NULL)
      return FALSE;
    GPtrArray *items = g_ptr_array_new();
    for (const char **item = list; *item != NULL; item++)
      g_ptr_array_add(items, (gpointer)*item);
    g_hash_table_insert(yaml->let, (gpointer)word, items);
    if (strcmp(word, "headline") == 0)
      layout->headline = list;
  }
  return TRUE;
}

JB_STATIC_READER(read_margin)
{
  (void)row;
  JbLayout *layout = into;
  const char **list = jb_yaml_list(yaml, key, value);
  if (list == NULL)
    return FALSE;
  const char *h = list[0] != NULL && list[1] != NULL ? list[1] : list[0];
  if (list[0] == NULL || !jb_yaml_length(list[0], &layout->margin_v) || !jb_yaml_length(h, &layout->margin_h))
    return jb_yaml_fail(yaml, value, key, "a margin is a length, or [top and bottom, left and right]");
  return TRUE;
}

JB_STATIC_READER(read_size)
{
  (void)row;
  static const struct {
    const char *name;
    double w, h;
  } sizes[] = {{"A4", 595.276, 841.890}, {"A3", 841.890, 1190.551}, {"A5", 419.528, 595.276}, {"letter", 612, 792}};
  JbLayout *layout = into;
  const char *text = jb_yaml_text(yaml, key, value);
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS(sizes); i++)
    if (strcmp(sizes[i].name, text) == 0) {
      layout->page_w = sizes[i].w;
      layout->page_h = sizes[i].h;
      return TRUE;
    }
  return text != NULL && jb_yaml_fail(yaml, value, key, "`%s` is no page size; write A4, A3, A5 or letter", text);
}

static const JbYamlKey footer_keys[] = {
    JB_KEY(JbLayout, "left", jb_yaml_read_text, footer_left),
    JB_KEY(JbLayout, "right", jb_yaml_read_text, footer_right),
};

static const JbYamlKey page_keys[] = {
    {.name = "size", .read = read_size},
    {.name = "margin", .read = read_margin},
    {.name = "footer", .read = jb_yaml_read_map, .keys = footer_keys, .n_keys = G_N_ELEMENTS(footer_keys)},
};

static const JbYamlKey theme_keys[] = {JB_KEY(JbLayout, "accent", jb_yaml_read_colour, accent)};

JB_STATIC_READER(read_break)
{
  const char *text = jb_yaml_text(yaml, key, value);
  JB_FIELD(gboolean) = TRUE;
  return text != NULL && (strcmp(text, "page") == 0 || jb_yaml_fail(yaml, value, key, "only `break: page` is known"));
}

JB_STATIC_READER(read_body)
{
  (void)row;
  JbLayoutSection *section = into;
  return read_blocks(yaml, key, value, &section->n_blocks, &section->blocks);
}

static const JbYamlKey section_keys[] = {
    JB_KEY(JbLayoutSection, "id", jb_yaml_read_text, id),
    JB_KEY(JbLayoutSection, "title", jb_yaml_read_words, title),
    JB_KEY(JbLayoutSection, "break", read_break, breaks),
    {.name = "body", .read = read_body},
};

JB_STATIC_READER(read_sections)
{
  (void)row;
  JbLayout *layout = into;
  if (!fy_node_is_sequence(value))
    return jb_yaml_fail(yaml, value, key, "a list of sections is expected here");
  layout->sections = jb_arena_make(yaml->arena, JbLayoutSection, MAX(fy_node_sequence_item_count(value), 1));
  void *walk = NULL;
  for (struct fy_node *item; (item = fy_node_sequence_iterate(value, &walk)) != NULL;)
    if (!jb_yaml_map(yaml, item, key, section_keys, G_N_ELEMENTS(section_keys),
                     &layout->sections[layout->n_sections++]))
      return FALSE;
  return TRUE;
}

static const JbYamlKey heading_keys[] = {
    JB_KEY(JbHeadingTerm, "has", jb_yaml_read_text, has),
    JB_KEY(JbHeadingTerm, "en", jb_yaml_read_text, en),
};

JB_STATIC_READER(read_headings)
{
  (void)row;
  JbLayout *layout = into;
  if (!fy_node_is_sequence(value))
    return jb_yaml_fail(yaml, value, key, "a list of {has: …, en: …} is expected here");
  layout->headings = jb_arena_make(yaml->arena, JbHeadingTerm, MAX(fy_node_sequence_item_count(value), 1));
  void *walk = NULL;
  for (struct fy_node *item; (item = fy_node_sequence_iterate(value, &walk)) != NULL;) {
    JbHeadingTerm *term = &layout->headings[layout->n_headings++];
    if (!jb_yaml_map(yaml, item, key, heading_keys, G_N_ELEMENTS(heading_keys), term))
      return FALSE;
    if (term->has == NULL || term->en == NULL)
      return jb_yaml_fail(yaml, item, key, "a heading needs both `has` and `en`");
  }
  return TRUE;
}

/* `let` stands before what uses it, as in any file read from the top. */
static const JbYamlKey file_keys[] = {
    {.name = "version", .read = read_version},
    {.name = "theme", .read = jb_yaml_read_map, .keys = theme_keys, .n_keys = G_N_ELEMENTS(theme_keys)},
    {.name = "pages", .read = jb_yaml_read_map, .keys = page_keys, .n_keys = G_N_ELEMENTS(page_keys)},
    {.name = "let", .read = read_let},
    {.name = "headings", .read = read_headings},
    {.name = "sections", .read = read_sections},
};

JbLayout *
jb_layout_parse(const char *name, const char *text, gsize len, GError **error)
{
  JbLayout *layout = g_new0(JbLayout, 1);
  layout->arena = jb_arena_new();
  layout->name = jb_arena_dup(layout->arena, name);
  layout->page_w = 595.276;
  layout->page_h = 841.890;
  layout->margin_v = layout->margin_h = 42;
  GError *failure = NULL;
  JbYaml yaml = {.name = layout->name, .text = text, .len = len, .arena = layout->arena, .error = &failure};
  yaml.let = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  struct fy_document *document = jb_yaml_parse(&yaml);
  gboolean fine = document != NULL &&
                  jb_yaml_map(&yaml, fy_document_root(document), NULL, file_keys, G_N_ELEMENTS(file_keys), layout);
  if (fine && layout->n_sections == 0)
    fine = jb_yaml_fail(&yaml, NULL, NULL, "no sections in it; a layout needs at least one");
  if (document != NULL)
    fy_document_destroy(document);
  g_hash_table_unref(yaml.let);
  if (fine)
    return layout;
  jb_layout_free(layout);
  g_propagate_error(error, failure);
  return NULL;
}

void
jb_layout_free(JbLayout *layout)
{
  if (layout == NULL)
    return;
  jb_arena_free(layout->arena);
  g_free(layout);
}
