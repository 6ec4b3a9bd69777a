/* SPDX-License-Identifier: Apache-2.0 */
/* How a document was made: what stands under "made" in facts.json. */
#include "proof/proof.h"

#include "base/json.h"

#include <jansson.h>

#include <string.h>

static const char *const langs[] = {[JB_LANG_ZH] = "zh", [JB_LANG_EN] = "en", [JB_LANG_BOTH] = "both"};

char *
jb_made_font(const JbFonts *fonts, JbFace face)
{
  const JbFaceInfo *info = jb_fonts_info(fonts, face);
  return g_strdup_printf("%s %s %s", info->family, info->style, info->version != NULL ? info->version : "");
}

static void
put(GString *out, const char *lead, const char *text)
{
  g_string_append(out, lead);
  jb_json_append(out, text);
}

static void
put_length(GString *out, const char *lead, double length)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  put(out, lead, g_ascii_dtostr(digits, sizeof digits, length));
}

void
jb_made_write(const JbMade *made, GString *out)
{
  put(out, "{\"program\":", made->program);
  put(out, ",\"lang\":", langs[made->lang]);
  put(out, ",\"layout\":{\"name\":", made->layout.name);
  put(out, ",\"sha256\":", made->layout.sha256);
  put(out, "},\"theme\":{\"name\":", made->theme.name);
  put(out, ",\"sha256\":", made->theme.sha256);
  put(out, "},\"chart\":{\"form\":", made->form);
  put(out, ",\"option\":", made->option);
  put_length(out, ",\"width\":", made->width_pt);
  put_length(out, ",\"height\":", made->height_pt);
  g_string_append(out, "},\"fonts\":[");
  for (JbFace face = 0; face < JB_N_FACES; face++)
    put(out, face > 0 ? "," : "", made->fonts[face]);
  g_string_append(out, "]}");
}

static const char *
text_of(json_t *from, const char *key, JbArena *arena)
{
  return jb_arena_dup(arena, json_string_value(json_object_get(from, key)));
}

static double
length_of(json_t *from, const char *key)
{
  const char *text = json_string_value(json_object_get(from, key));
  return text != NULL ? g_ascii_strtod(text, NULL) : 0;
}

static JbMadeFile
file_of(json_t *from, const char *key, JbArena *arena)
{
  json_t *file = json_object_get(from, key);
  return (JbMadeFile){.name = text_of(file, "name", arena), .sha256 = text_of(file, "sha256", arena)};
}

gboolean
jb_made_read(JbMade *made, const char *name, const GString *json, JbArena *arena, GError **error)
{
  json_t *root = json_loadb(json->str, json->len, 0, NULL), *from = json_object_get(root, "made"),
         *chart = json_object_get(from, "chart"), *fonts = json_object_get(from, "fonts");
  *made = (JbMade){.program = text_of(from, "program", arena),
                   .layout = file_of(from, "layout", arena),
                   .theme = file_of(from, "theme", arena),
                   .form = text_of(chart, "form", arena),
                   .option = text_of(chart, "option", arena),
                   .width_pt = length_of(chart, "width"),
                   .height_pt = length_of(chart, "height")};
  for (guint face = 0; face < JB_N_FACES; face++)
    made->fonts[face] = jb_arena_dup(arena, json_string_value(json_array_get(fonts, face)));
  const char *lang = json_string_value(json_object_get(from, "lang"));
  gboolean known = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(langs) && !known; i++)
    if (langs[i] != NULL && g_strcmp0(lang, langs[i]) == 0) {
      made->lang = (JbLang)i;
      known = TRUE;
    }
  json_decref(root);
  known = known && made->program != NULL && (made->layout.name != NULL) != (made->form != NULL);
  if (!known)
    g_set_error(error, JB_ERROR, JB_ERROR_DATA,
                "%s: its " JB_FACTS_JSON_NAME " does not say how the document was made; it has been changed", name);
  return known;
}
