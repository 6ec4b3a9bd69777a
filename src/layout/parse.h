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
/* Text with references in braces: {fact:gdp.level@$last}, {title}, {area}, {year}, {last}. */
JB_READER(jb_read_filled);

#define JB_N_SELECT_KEYS 9
extern const JbYamlKey jb_select_keys[JB_N_SELECT_KEYS];

#endif
