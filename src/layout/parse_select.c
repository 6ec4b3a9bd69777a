/* SPDX-License-Identifier: Apache-2.0 */
/* What a layout says about facts: selectors, periods, references in text; codes and paths are checked here. */
#include "layout/parse.h"

#include <string.h>

JB_READER(jb_read_when)
{
  const char *text = jb_yaml_text(yaml, key, value);
  if (text == NULL)
    return FALSE;
  const GPtrArray *let = text[0] == '$' ? g_hash_table_lookup(yaml->let, text + 1) : NULL;
  const char *period = let != NULL && let->len == 1 ? let->pdata[0] : text;
  if (jb_when_parse(period, &JB_FIELD(JbWhen)))
    return TRUE;
  return jb_yaml_fail(
      yaml, value, key,
      "`%s` is no period; write 2021, $year, $last, $year+4, 2017/2021, 2016..$year, ../$last or $year/..", text);
}

/* One of a fixed list of words into a bit set; several may be given. */
static gboolean
read_bits(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const char *const *names, guint n, guint *bits)
{
  const char **list = jb_yaml_list(yaml, key, value);
  for (; list != NULL && *list != NULL; list++) {
    guint i = 0;
    while (i < n && strcmp(names[i], *list) != 0)
      i++;
    if (i == n) {
      const char *nearest = jb_nearest_word(*list, names, n, sizeof *names);
      char *all = g_strjoinv(", ", (char **)(gpointer)names);
      jb_yaml_fail(yaml, value, key, "unknown %s `%s`; %s%s%s", fy_node_get_scalar0(key), *list,
                   nearest != NULL ? "did you mean `" : "it is one of: ", nearest != NULL ? nearest : all,
                   nearest != NULL ? "`?" : "");
      g_free(all);
      return FALSE;
    }
    *bits |= 1u << i;
  }
  return list != NULL;
}

JB_STATIC_READER(read_measures)
{
  static const char *const names[] = {"level", "growth", "average_growth", "change", "share", "rank", NULL};
  return read_bits(yaml, key, value, names, 6, &JB_FIELD(guint));
}

JB_STATIC_READER(read_statuses)
{
  static const char *const names[] = {"actual", "estimate", "target", "derived", NULL};
  return read_bits(yaml, key, value, names, 4, &JB_FIELD(guint));
}

JB_STATIC_READER(read_tag)
{
  static const char *const names[] = {"headline", "annual_target", "plan_target", "result", NULL};
  guint bits = 0;
  if (!read_bits(yaml, key, value, names, 4, &bits))
    return FALSE;
  for (guint i = 0; i < 4; i++)
    if (bits == 1u << i)
      JB_FIELD(const char *) = names[i];
  return JB_FIELD(const char *) != NULL || jb_yaml_fail(yaml, value, key, "give one tag");
}

/* The catalogue's code nearest to a mistyped one goes into the message. */
static gboolean
check_code(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const char *code)
{
  const char *nearest = NULL;
  GPtrArray *codes = g_ptr_array_new();
  gboolean known = FALSE;
  for (guint i = 0; i < jb_term_count() && !known; i++) {
    const char *other = jb_term_at(i)->code;
    if (other != NULL)
      g_ptr_array_add(codes, (gpointer)other);
    known = g_strcmp0(other, code) == 0;
  }
  if (!known)
    nearest = jb_nearest_word(code, codes->pdata, codes->len, sizeof(char *));
  g_ptr_array_unref(codes);
  if (known)
    return TRUE;
  return nearest != NULL
             ? jb_yaml_fail(yaml, value, key, "unknown indicator `%s`; did you mean `%s`?", code, nearest)
             : jb_yaml_fail(yaml, value, key, "unknown indicator `%s`; `jianbao list indicators` names them", code);
}

JB_STATIC_READER(read_indicators)
{
  const char **list = jb_yaml_list(yaml, key, value);
  JB_FIELD(const char **) = list;
  for (; list != NULL && *list != NULL; list++)
    if (!check_code(yaml, key, value, *list))
      return FALSE;
  return list != NULL;
}

/* gdp.level@$last */
static gboolean
check_path(JbYaml *yaml, struct fy_node *key, struct fy_node *value, const char *path)
{
  g_auto(GStrv) parts = g_strsplit_set(path, ".@", 3);
  guint measures = 0;
  JbWhen when;
  for (guint m = JB_MEASURE_LEVEL; m <= JB_MEASURE_RANK && g_strv_length(parts) == 3; m++)
    measures += strcmp(jb_measure_name((JbMeasure)m), parts[1]) == 0;
  if (measures == 0 || !jb_when_parse(parts[2], &when))
    return jb_yaml_fail(yaml, value, key, "`%s` is no fact; write indicator.measure@period, as gdp.level@$last", path);
  return check_code(yaml, key, value, parts[0]);
}

/* What stands in braces: {fact:…}, {title}, {area}, {year}, {last}. */
JB_READER(jb_read_filled)
{
  static const char *const names[] = {"title", "area", "year", "last", "shown", "all"};
  const char *text = jb_yaml_text(yaml, key, value);
  JB_FIELD(const char *) = text;
  for (const char *open = text != NULL ? strchr(text, '{') : NULL; open != NULL; open = strchr(open + 1, '{')) {
    const char *close = strchr(open, '}');
    if (close == NULL)
      return jb_yaml_fail(yaml, value, key, "`%s` has no closing brace", open);
    g_autofree char *name = g_strndup(open + 1, (gsize)(close - open - 1));
    gboolean known = g_str_has_prefix(name, "fact:");
    if (known && !check_path(yaml, key, value, name + strlen("fact:")))
      return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(names) && !known; i++)
      known = strcmp(names[i], name) == 0;
    if (!known)
      return jb_yaml_fail(yaml, value, key,
                          "`{%s}` is nothing to fill in; write {fact:gdp.level@$last}, {title}, "
                          "{area}, {year} or {last}",
                          name);
  }
  return text != NULL;
}

JB_STATIC_READER(read_facts)
{
  const char **list = jb_yaml_list(yaml, key, value);
  JB_FIELD(const char **) = list;
  for (; list != NULL && *list != NULL; list++)
    if (!check_path(yaml, key, value, *list))
      return FALSE;
  return list != NULL;
}

const JbYamlKey jb_select_keys[JB_N_SELECT_KEYS] = {
    JB_KEY(JbSelect, "fact", read_facts, facts),
    JB_KEY(JbSelect, "indicator", read_indicators, indicators),
    JB_KEY(JbSelect, "measure", read_measures, measures),
    JB_KEY(JbSelect, "status", read_statuses, statuses),
    JB_KEY(JbSelect, "period", jb_read_when, period),
    JB_KEY(JbSelect, "section", jb_yaml_read_text, section),
    JB_KEY(JbSelect, "tag", read_tag, tag),
    JB_KEY(JbSelect, "rest", jb_yaml_read_bool, rest),
    JB_KEY(JbSelect, "all", jb_yaml_read_bool, all),
};
