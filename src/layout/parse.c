/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Layout file → model. Tables of keys say what may stand where; the rest is one reader a kind of value. Pages and
 * sections are here, blocks in parse_block.c, selectors in parse_select.c, themes in theme.c.
 */
#include "layout/parse.h"

#include <string.h>

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
  /* As in CSS: one for all, [top and bottom, sides], [top, sides, bottom], [top, right, bottom, left]. */
  static const guint from[4][4] = {{0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}};
  const char **list = jb_yaml_list(yaml, key, value);
  guint n = list != NULL ? g_strv_length((char **)(gpointer)list) : 0;
  gboolean good = n >= 1 && n <= 4;
  for (guint side = 0; good && side < 4; side++)
    good = jb_yaml_length(list[from[n - 1][side]], &layout->margin[side]);
  return list != NULL &&
         (good || jb_yaml_fail(yaml, value, key, "a margin is one to four lengths: [top, right, bottom, left]"));
}

JB_STATIC_READER(read_size)
{
  (void)row;
  static const struct {
    const char *name;
    double w, h;
  } sizes[] = {{"A4", 595.276, 841.890}, {"A3", 841.890, 1190.551}, {"A5", 419.528, 595.276},
               {"letter", 612, 792},     {"16:9", 960, 540},        {"4:3", 960, 720}};
  JbLayout *layout = into;
  const char *text = jb_yaml_text(yaml, key, value);
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS(sizes); i++)
    if (strcmp(sizes[i].name, text) == 0) {
      layout->page_w = sizes[i].w;
      layout->page_h = sizes[i].h;
      return TRUE;
    }
  return text != NULL &&
         jb_yaml_fail(yaml, value, key, "`%s` is no page size; write A4, A3, A5, letter, 16:9 or 4:3", text);
}

static const JbYamlKey footer_keys[] = {
    JB_KEY(JbLayout, "left", jb_yaml_read_text, footer_left),
    JB_KEY(JbLayout, "right", jb_yaml_read_text, footer_right),
    JB_KEY(JbLayout, "outer", jb_yaml_read_text, footer_outer),
    JB_KEY(JbLayout, "size", jb_yaml_read_length, footer_pt),
};

JB_STATIC_READER(read_flow)
{
  const char *text = jb_yaml_text(yaml, key, value);
  JB_FIELD(JbFlowKind) = g_strcmp0(text, "frames") == 0 ? JB_FLOW_FRAMES : JB_FLOW_PAGES;
  return text != NULL && (strcmp(text, "frames") == 0 || strcmp(text, "pages") == 0 ||
                          jb_yaml_fail(yaml, value, key, "`%s` is no flow; write pages or frames", text));
}

static const JbYamlKey page_keys[] = {
    {.name = "size", .read = read_size},
    {.name = "margin", .read = read_margin},
    JB_KEY(JbLayout, "flow", read_flow, flow),
    JB_KEY(JbLayout, "max", jb_yaml_read_count, max_pages),
    JB_KEY(JbLayout, "numbered", jb_yaml_read_bool, numbered),
    {.name = "footer", .read = jb_yaml_read_map, .keys = footer_keys, .n_keys = G_N_ELEMENTS(footer_keys)},
};

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
  return jb_read_blocks(yaml, key, value, &section->n_blocks, &section->blocks);
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

static const JbYamlKey shared_keys[] = {
    {.name = "version", .read = read_version},
    {.name = "let", .read = read_let},
    {.name = "headings", .read = read_headings},
};

/* Names and headings of a file that several layouts share: a shipped one, or a file beside the layout. */
JB_STATIC_READER(read_use)
{
  (void)row;
  const char *text = jb_yaml_text(yaml, key, value);
  if (text == NULL)
    return FALSE;
  GError *failure = NULL;
  g_autoptr(GBytes) bytes = jb_layout_bytes(text, yaml->name, &failure);
  if (bytes == NULL) {
    jb_yaml_fail(yaml, value, key, "%s", failure->message);
    g_error_free(failure);
    return FALSE;
  }
  JbYaml shared = *yaml;
  shared.name = text;
  shared.text = g_bytes_get_data(bytes, &shared.len);
  jb_layout_note(into, shared.text, shared.len);
  struct fy_document *document = jb_yaml_parse(&shared);
  gboolean fine = document != NULL &&
                  jb_yaml_map(&shared, fy_document_root(document), NULL, shared_keys, G_N_ELEMENTS(shared_keys), into);
  if (document != NULL)
    fy_document_destroy(document);
  return fine;
}

/* `let` stands before what uses it, as in any file read from the top. */
static const JbYamlKey file_keys[] = {
    {.name = "version", .read = read_version},
    {.name = "use", .read = read_use},
    {.name = "theme", .read = jb_yaml_read_map, .keys = jb_theme_keys, .n_keys = JB_N_THEME_KEYS},
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
  jb_layout_note(layout, text, len);
  layout->page_w = 595.276;
  layout->page_h = 841.890;
  layout->theme = *jb_theme_default(FALSE);
  for (guint side = 0; side < 4; side++)
    layout->margin[side] = 42;
  GError *failure = NULL;
  JbYaml yaml = {.name = layout->name, .text = text, .len = len, .arena = layout->arena, .error = &failure};
  yaml.let = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  struct fy_document *document = jb_yaml_parse(&yaml);
  gboolean fine = document != NULL &&
                  jb_yaml_map(&yaml, fy_document_root(document), NULL, file_keys, G_N_ELEMENTS(file_keys), layout);
  if (fine && layout->n_sections == 0)
    fine = jb_yaml_fail(&yaml, NULL, NULL, "no sections in it; a layout needs at least one");
  layout->n_blocks = yaml.n_blocks;
  fine = fine && jb_theme_check(layout->name, &layout->theme, &failure);
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
