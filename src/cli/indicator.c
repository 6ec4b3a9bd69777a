/* SPDX-License-Identifier: Apache-2.0 */
/* An indicator as a user names it: by its code, or by a Chinese name of the catalogue. */
#include "cli/cli.h"

#include <string.h>

#define MOST_NEAR 5

void
cli_add_once(GPtrArray *names, const char *name)
{
  if (name != NULL && *name != '\0' && !g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
    g_ptr_array_add(names, (gpointer)name);
}

const char *
cli_indicator(const char *typed)
{
  const JbTerm *term = jb_term_lookup(typed);
  return jb_term_lookup_code(typed, JB_AREA_UNKNOWN) != NULL ? typed : term != NULL ? term->code : NULL;
}

const char *const *
cli_indicator_codes(void)
{
  static const char *const *codes;
  if (codes == NULL) {
    GPtrArray *found = g_ptr_array_new();
    for (guint i = 0; i < jb_term_count(); i++)
      cli_add_once(found, jb_term_at(i)->code);
    g_ptr_array_add(found, NULL);
    codes = (const char *const *)g_ptr_array_free(found, FALSE);
  }
  return codes;
}

static gboolean
is_akin(const JbTerm *term, const char *typed)
{
  g_autofree char *en = g_ascii_strdown(term->en != NULL ? term->en : "", -1), *word = g_ascii_strdown(typed, -1);
  return strstr(term->code, word) != NULL || strstr(en, word) != NULL || strstr(term->zh, typed) != NULL ||
         strstr(typed, term->zh) != NULL;
}

char *
cli_indicators_near(const char *typed)
{
  g_autoptr(GPtrArray) near = g_ptr_array_new();
  for (guint i = 0; i < jb_term_count(); i++) {
    const JbTerm *term = jb_term_at(i);
    if (term->code != NULL && near->len < MOST_NEAR && is_akin(term, typed))
      cli_add_once(near, term->code);
  }
  const char *nearest = cli_nearest(typed, cli_indicator_codes());
  if (nearest != NULL && !g_ptr_array_find_with_equal_func(near, nearest, g_str_equal, NULL))
    g_ptr_array_insert(near, 0, (gpointer)nearest);
  g_ptr_array_add(near, NULL);
  return near->len > 1 ? g_strjoinv(", ", (char **)near->pdata) : NULL;
}

gboolean
cli_check_indicator(const char *typed, const char **code, GError **error)
{
  if (typed == NULL || (*code = cli_indicator(typed)) != NULL)
    return TRUE;
  g_autofree char *near = cli_indicators_near(typed);
  g_set_error(error, JB_ERROR, JB_ERROR_USAGE, "--indicator %s: there is no such indicator; %s%s%s", typed,
              near != NULL ? "did you mean " : "`jianbao list indicators` names them", near != NULL ? near : "",
              near != NULL ? "?" : "");
  return FALSE;
}
