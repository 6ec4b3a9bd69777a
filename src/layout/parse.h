/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_LAYOUT_PARSE_H
#define JB_LAYOUT_PARSE_H
/* How the readers of a layout file are written down; parse.c reads the file, parse_select.c its selectors. */
#include "layout/model.h"
#include "layout/yaml.h"

#define JB_FIELD(Type) (*(Type *)(gpointer)((char *)into + row->offset))
#define JB_KEY(Struct, key, reader, field)                                                                             \
  {                                                                                                                    \
    .name = key, .read = reader, .offset = G_STRUCT_OFFSET(Struct, field)                                              \
  }
#define JB_READER(name)                                                                                                \
  gboolean name(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const JbYamlKey *row, gpointer into)
#define JB_STATIC_READER(name) static JB_READER(name)

JB_READER(jb_read_when);
gboolean jb_read_blocks(JbYaml *yaml, struct fy_node *key, struct fy_node *value, guint *n, JbLayoutBlock **blocks);
/* Text with references in braces: {fact:gdp.level@$last}, {title}, {area}, {year}, {last}. */
JB_READER(jb_read_filled);

/* theme.c: what a theme may say, in a layout or a file of its own. */
#define JB_N_THEME_KEYS 6
extern const JbYamlKey jb_theme_keys[JB_N_THEME_KEYS];
/* Whether its texts stand out enough from what they stand on: JB_ERROR_CONFIG naming the two colours. */
gboolean jb_theme_check(const char *name, const JbTheme *theme, GError **error);

/* A file that the layout is read from. */
void jb_layout_note(JbLayout *layout, gconstpointer bytes, gsize len);
/* `name` as a path beside the file `near`; to be freed. */
char *jb_path_beside(const char *near, const char *name);

#define JB_N_SELECT_KEYS 9
extern const JbYamlKey jb_select_keys[JB_N_SELECT_KEYS];

#endif
