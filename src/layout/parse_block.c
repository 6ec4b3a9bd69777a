/* SPDX-License-Identifier: Apache-2.0 */
/* Blocks of a layout file: charts, tables, text, grids and what each may say. */
#include "layout/parse.h"

#include <string.h>

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

JB_STATIC_READER(read_cells)
{
  JbLayoutBlock *block = into;
  (void)row;
  return jb_read_blocks(yaml, key, value, &block->n_cells, &block->cells);
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

JB_STATIC_READER(read_sort)
{
  static const char *const names[] = {"report", "emphasis", NULL};
  const char *text = jb_yaml_text(yaml, key, value);
  for (guint i = 0; text != NULL && names[i] != NULL; i++)
    if (strcmp(names[i], text) == 0) {
      JB_FIELD(JbSort) = (JbSort)i;
      return TRUE;
    }
  return text != NULL && jb_yaml_fail(yaml, value, key, "`%s` is no order; write report or emphasis", text);
}

JB_STATIC_READER(read_style)
{
  static const char *const names[] = {"briefing", "compact", "cover", "official"};
  const char *text = jb_yaml_text(yaml, key, value);
  JB_FIELD(const char *) = text;
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS(names); i++)
    if (strcmp(names[i], text) == 0)
      return TRUE;
  return text != NULL &&
         jb_yaml_fail(yaml, value, key, "`%s` is no masthead; write briefing, compact, cover or official", text);
}

/* What a block of any kind may say. */
#define ANY_BLOCK                                                                                                      \
  JB_KEY(JbLayoutBlock, "required", jb_yaml_read_bool, required),                                                      \
      JB_KEY(JbLayoutBlock, "optional", jb_yaml_read_bool, optional),                                                  \
      JB_KEY(JbLayoutBlock, "span", jb_yaml_read_count, span)

static const JbYamlKey block_keys[] = {
    {.name = "select",
     .read = jb_yaml_read_map,
     .offset = G_STRUCT_OFFSET(JbLayoutBlock, select),
     .keys = jb_select_keys,
     .n_keys = JB_N_SELECT_KEYS},
    JB_KEY(JbLayoutBlock, "target", jb_read_when, target),
    JB_KEY(JbLayoutBlock, "actual", jb_read_when, actual),
    JB_KEY(JbLayoutBlock, "title", jb_yaml_read_words, title),
    JB_KEY(JbLayoutBlock, "note", jb_yaml_read_words, note),
    JB_KEY(JbLayoutBlock, "option", jb_yaml_read_text, option),
    JB_KEY(JbLayoutBlock, "min", jb_yaml_read_count, min),
    JB_KEY(JbLayoutBlock, "max", jb_yaml_read_count, max),
    JB_KEY(JbLayoutBlock, "columns", jb_yaml_read_count, columns),
    JB_KEY(JbLayoutBlock, "group", read_group, group),
    JB_KEY(JbLayoutBlock, "each", read_each, each),
    JB_KEY(JbLayoutBlock, "sort", read_sort, sort),
    JB_KEY(JbLayoutBlock, "lead", jb_yaml_read_words, words),
    JB_KEY(JbLayoutBlock, "fill", jb_yaml_read_bool, fill),
    ANY_BLOCK,
};

static const JbYamlKey text_keys[] = {
    JB_KEY(JbLayoutBlock, "zh", jb_read_filled, words.zh),
    JB_KEY(JbLayoutBlock, "en", jb_read_filled, words.en),
    ANY_BLOCK,
};

static const JbYamlKey masthead_keys[] = {
    JB_KEY(JbLayoutBlock, "style", read_style, style),
};

static const JbYamlKey grid_keys[] = {
    JB_KEY(JbLayoutBlock, "cols", read_tracks, tracks),
    JB_KEY(JbLayoutBlock, "gap", jb_yaml_read_length, gap),
    JB_KEY(JbLayoutBlock, "keep", jb_yaml_read_bool, keep),
    JB_KEY(JbLayoutBlock, "cells", read_cells, cells),
    ANY_BLOCK,
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
    {"prose", JB_BLOCK_KIND_PROSE, block_keys, G_N_ELEMENTS(block_keys)},
    {"masthead", JB_BLOCK_KIND_MASTHEAD, masthead_keys, G_N_ELEMENTS(masthead_keys)},
    {"annex", JB_BLOCK_KIND_ANNEX, block_keys, G_N_ELEMENTS(block_keys)},
};

/* Its place in the table; its length for what is none of them. */
static guint
find_kind(const char *name)
{
  guint i = 0;
  while (i < G_N_ELEMENTS(kinds) && strcmp(kinds[i].name, name) != 0)
    i++;
  return i;
}

static gboolean
unknown_block(JbYaml *yaml, struct fy_node *key, const char *name)
{
  const char *names[32];
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
    names[n++] = kinds[i].name;
  for (guint i = 0; i < jb_chart_class_count() && n < G_N_ELEMENTS(names); i++)
    if (find_kind(jb_chart_class_at(i)->name) == G_N_ELEMENTS(kinds)) /* a table is both */
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
  *block = (JbLayoutBlock){.name = name,
                           .gap = 12,
                           .target = {.kind = JB_WHEN_EXACT, .from = {TRUE, 0}, .to = {TRUE, 0}},
                           .id = ++yaml->n_blocks};
  guint kind = find_kind(name);
  if (kind < G_N_ELEMENTS(kinds)) {
    block->form = kinds[kind].form;
    block->chart = block->form == JB_BLOCK_KIND_TABLE ? jb_chart_class_lookup("table") : NULL;
    if (block->form == JB_BLOCK_KIND_MASTHEAD && fy_node_is_scalar(value)) /* `- masthead:` alone */
      return TRUE;
    return jb_yaml_map(yaml, value, key, kinds[kind].keys, kinds[kind].n_keys, block);
  }
  block->form = JB_BLOCK_KIND_CHART;
  block->chart = jb_chart_class_lookup(name);
  if (block->chart == NULL)
    return unknown_block(yaml, key, name);
  block->name = block->chart->name;
  return jb_yaml_map(yaml, value, key, block_keys, G_N_ELEMENTS(block_keys), block);
}

gboolean
jb_read_blocks(JbYaml *yaml, struct fy_node *key, struct fy_node *value, guint *n, JbLayoutBlock **blocks)
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
