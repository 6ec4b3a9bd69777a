/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_LAYOUT_YAML_H
#define JB_LAYOUT_YAML_H
/*
 * YAML by tables of keys. Every error names file, line and column, shows the line with a caret, and for an unknown
 * word what was probably meant. Values are copied into the reader's arena; the YAML document may go.
 */
#include <jianbao/base.h>

#include "chart/internal.h"

#include <libfyaml.h>

typedef struct {
  const char *name; /* of the file, for messages */
  const char *text;
  gsize len;
  JbArena *arena;
  GHashTable *let; /* name → GPtrArray of strings; looked up only, never walked */
  guint depth;     /* themes that led to this one */
  guint n_blocks;  /* read so far */
  GError **error;
} JbYaml;

typedef struct JbYamlKey JbYamlKey;
typedef gboolean (*JbYamlRead)(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const JbYamlKey *row,
                               gpointer into);

/* A key that a mapping may hold, how its value is read and where it goes. */
struct JbYamlKey {
  const char *name;
  JbYamlRead read;
  gsize offset;
  const JbYamlKey *keys; /* of a nested mapping */
  guint n_keys;
};

struct fy_document *jb_yaml_parse(JbYaml *yaml);

/* Sets the error at a node; `near` is used when the node itself has no position. Always FALSE. */
gboolean jb_yaml_fail(JbYaml *yaml, struct fy_node *node, struct fy_node *near, const char *format, ...)
    G_GNUC_PRINTF(4, 5);
/* The word of `names` (n of them, `stride` bytes apart) nearest to `word`, NULL when none is near. */
const char *jb_nearest_word(const char *word, gconstpointer names, guint n, gsize stride);

gboolean jb_yaml_map(JbYaml *yaml, struct fy_node *map, struct fy_node *near, const JbYamlKey *keys, guint n_keys,
                     gpointer into);
/* Text of a scalar in the arena, NULL (with the error set) when it is none. */
const char *jb_yaml_text(JbYaml *yaml, struct fy_node *key, struct fy_node *value);
/* A scalar or a sequence of scalars, `$name` replaced by what `let` holds; NULL-terminated. */
const char **jb_yaml_list(JbYaml *yaml, struct fy_node *key, struct fy_node *value);

/* Readers for the tables. */
gboolean jb_yaml_read_text(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const JbYamlKey *row,
                           gpointer into);
gboolean jb_yaml_read_list(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const JbYamlKey *row,
                           gpointer into);
gboolean jb_yaml_read_bool(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const JbYamlKey *row,
                           gpointer into);
gboolean jb_yaml_read_count(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const JbYamlKey *row,
                            gpointer into);
gboolean jb_yaml_read_length(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const JbYamlKey *row,
                             gpointer into);
gboolean jb_yaml_read_words(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const JbYamlKey *row,
                            gpointer into);
gboolean jb_yaml_read_colour(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const JbYamlKey *row,
                             gpointer into);
gboolean jb_yaml_read_map(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const JbYamlKey *row,
                          gpointer into);
/* 12pt, 25mm, 1.5cm, a bare number is points. */
gboolean jb_yaml_length(const char *text, double *points);

#endif
