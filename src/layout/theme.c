/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Themes: colours, sizes, fonts and a logo, as data. A layout names its base and may say more; a theme file says the
 * same things and is laid over any layout with --theme, so that a house style needs no change to a layout. What a theme
 * does not name stays as it was; one that sets no sizes fits pages and slides alike.
 */
#include "layout/colour.h"
#include "layout/parse.h"

#include <string.h>

#define MAX_DEPTH 8 /* of themes that name each other as base */

/* The bases that are compiled in: chart/theme.c. */
static const struct {
  const char *name;
  gboolean slide;
} bases[] = {{"brief", FALSE}, {"slide", TRUE}};

static gboolean theme_parse(JbLayout *layout, GBytes *bytes, const char *name, const char *near, guint depth,
                            GError **error);

JB_STATIC_READER(read_base)
{
  (void)row;
  JbLayout *layout = into;
  const char *text = jb_yaml_text(yaml, key, value);
  if (text == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(bases); i++)
    if (strcmp(bases[i].name, text) == 0) {
      layout->theme = *jb_theme_default(bases[i].slide);
      return TRUE;
    }
  if (yaml->depth >= MAX_DEPTH)
    return jb_yaml_fail(yaml, value, key, "the bases of this theme name each other in a circle");
  g_autoptr(GError) failure = NULL;
  g_autoptr(GBytes) bytes = jb_layout_bytes(text, yaml->name, &failure);
  if (bytes == NULL)
    return jb_yaml_fail(yaml, value, key, "%s", failure->message);
  return theme_parse(layout, bytes, text, yaml->name, yaml->depth + 1,
                     yaml->error); /* its errors have their own place */
}

static const JbYamlKey colour_keys[] = {
    JB_KEY(JbLayout, "paper", jb_yaml_read_colour, theme.paper),
    JB_KEY(JbLayout, "ink", jb_yaml_read_colour, theme.ink),
    JB_KEY(JbLayout, "ink2", jb_yaml_read_colour, theme.ink2),
    JB_KEY(JbLayout, "muted", jb_yaml_read_colour, theme.muted),
    JB_KEY(JbLayout, "axis", jb_yaml_read_colour, theme.axis),
    JB_KEY(JbLayout, "rule", jb_yaml_read_colour, theme.rule),
    JB_KEY(JbLayout, "panel", jb_yaml_read_colour, theme.panel),
    JB_KEY(JbLayout, "actual", jb_yaml_read_colour, theme.actual),
    JB_KEY(JbLayout, "previous", jb_yaml_read_colour, theme.previous),
    JB_KEY(JbLayout, "met", jb_yaml_read_colour, theme.met),
    JB_KEY(JbLayout, "missed", jb_yaml_read_colour, theme.missed),
    JB_KEY(JbLayout, "band1", jb_yaml_read_colour, theme.band1),
    JB_KEY(JbLayout, "band2", jb_yaml_read_colour, theme.band2),
    JB_KEY(JbLayout, "series1", jb_yaml_read_colour, theme.series[0]),
    JB_KEY(JbLayout, "series2", jb_yaml_read_colour, theme.series[1]),
    JB_KEY(JbLayout, "series3", jb_yaml_read_colour, theme.series[2]),
    JB_KEY(JbLayout, "series4", jb_yaml_read_colour, theme.series[3]),
};

static const JbYamlKey size_keys[] = {
    JB_KEY(JbLayout, "title", jb_yaml_read_length, theme.title_pt),
    JB_KEY(JbLayout, "section", jb_yaml_read_length, theme.section_pt),
    JB_KEY(JbLayout, "body", jb_yaml_read_length, theme.body_pt),
    JB_KEY(JbLayout, "chart", jb_yaml_read_length, theme.chart_pt),
    JB_KEY(JbLayout, "least", jb_yaml_read_length, theme.min_pt),
    JB_KEY(JbLayout, "least_en", jb_yaml_read_length, theme.en_min_pt),
    JB_KEY(JbLayout, "ratio_en", jb_yaml_read_length, theme.en_ratio),
};

JB_STATIC_READER(read_font)
{
  const char *text = jb_yaml_text(yaml, key, value);
  if (text == NULL)
    return FALSE;
  g_autofree char *path = jb_path_beside(yaml->name, text);
  JB_FIELD(const char *) = jb_arena_dup(yaml->arena, path);
  return TRUE;
}

static const JbYamlKey font_keys[] = {
    JB_KEY(JbLayout, "regular", read_font, fonts[JB_FACE_REGULAR]),
    JB_KEY(JbLayout, "bold", read_font, fonts[JB_FACE_BOLD]),
};

static guint
big_endian(const guint8 *at)
{
  return (guint)at[0] << 24 | (guint)at[1] << 16 | (guint)at[2] << 8 | at[3];
}

/* A PNG file, which begins with its signature and an IHDR that has its size. */
JB_STATIC_READER(read_logo_file)
{
  static const guint8 signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
  const char *text = jb_yaml_text(yaml, key, value);
  if (text == NULL)
    return FALSE;
  g_autofree char *path = jb_path_beside(yaml->name, text);
  g_autofree char *bytes = NULL;
  g_autoptr(GError) failure = NULL;
  gsize len = 0;
  if (!g_file_get_contents(path, &bytes, &len, &failure))
    return jb_yaml_fail(yaml, value, key, "the logo cannot be read: %s", failure->message);
  if (len < 33 || memcmp(bytes, signature, sizeof signature) != 0)
    return jb_yaml_fail(yaml, value, key, "%s is no PNG file; a logo is a PNG", path);
  JbLogo *logo = &JB_FIELD(JbLogo);
  logo->bytes = (const guint8 *)jb_arena_copy(yaml->arena, bytes, len);
  logo->len = len;
  jb_layout_note(into, bytes, len);
  logo->width = big_endian(logo->bytes + 16);
  logo->height = big_endian(logo->bytes + 20);
  return (logo->width > 0 && logo->height > 0) || jb_yaml_fail(yaml, value, key, "%s has no pixels", path);
}

static const JbYamlKey logo_keys[] = {
    JB_KEY(JbLayout, "file", read_logo_file, logo),
    JB_KEY(JbLayout, "height", jb_yaml_read_length, logo.height_pt),
};

const JbYamlKey jb_theme_keys[JB_N_THEME_KEYS] = {
    {.name = "base", .read = read_base},
    JB_KEY(JbLayout, "accent", jb_yaml_read_colour, theme.accent),
    {.name = "colours", .read = jb_yaml_read_map, .keys = colour_keys, .n_keys = G_N_ELEMENTS(colour_keys)},
    {.name = "sizes", .read = jb_yaml_read_map, .keys = size_keys, .n_keys = G_N_ELEMENTS(size_keys)},
    {.name = "fonts", .read = jb_yaml_read_map, .keys = font_keys, .n_keys = G_N_ELEMENTS(font_keys)},
    {.name = "logo", .read = jb_yaml_read_map, .keys = logo_keys, .n_keys = G_N_ELEMENTS(logo_keys)},
};

/* ---- Contrast ------------------------------------------------------------------------------------------ */

gboolean
jb_theme_check(const char *name, const JbTheme *theme, GError **error)
{
  const struct {
    const char *what, *on;
    JbColour colour, beneath;
    double least;
  } pairs[] = {
      {"ink", "paper", theme->ink, theme->paper, JB_CONTRAST_TEXT},
      {"ink2", "paper", theme->ink2, theme->paper, JB_CONTRAST_TEXT},
      {"muted", "paper", theme->muted, theme->paper, JB_CONTRAST_TEXT},
      {"ink", "panel", theme->ink, theme->panel, JB_CONTRAST_TEXT},
      {"muted", "panel", theme->muted, theme->panel, JB_CONTRAST_TEXT},
      {"actual", "paper", theme->actual, theme->paper, JB_CONTRAST_TEXT},
      {"previous", "paper", theme->previous, theme->paper, JB_CONTRAST_LARGE},
      {"met", "paper", theme->met, theme->paper, JB_CONTRAST_LARGE},
      {"missed", "paper", theme->missed, theme->paper, JB_CONTRAST_LARGE},
      {"accent", "paper", theme->accent, theme->paper, JB_CONTRAST_LARGE},
  };
  for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
    double contrast = jb_colour_contrast(pairs[i].colour, pairs[i].beneath);
    if (contrast >= pairs[i].least - 0.005)
      continue;
    char has[G_ASCII_DTOSTR_BUF_SIZE], needs[G_ASCII_DTOSTR_BUF_SIZE];
    g_set_error(error, JB_ERROR, JB_ERROR_CONFIG,
                "%s: %s #%06X stands on %s #%06X with a contrast of %s:1; it needs %s:1 (WCAG AA): make one of them "
                "darker or lighter",
                name, pairs[i].what, pairs[i].colour >> 8, pairs[i].on, pairs[i].beneath >> 8,
                g_ascii_formatd(has, sizeof has, "%.1f", contrast),
                g_ascii_formatd(needs, sizeof needs, "%.1f", pairs[i].least));
    return FALSE;
  }
  return TRUE;
}

/* ---- Files --------------------------------------------------------------------------------------------- */

JB_STATIC_READER(read_version)
{
  (void)row;
  (void)into;
  const char *text = jb_yaml_text(yaml, key, value);
  return text != NULL && (strcmp(text, "1") == 0 ||
                          jb_yaml_fail(yaml, value, key, "version %s is not known to this program; it reads 1", text));
}

static gboolean
theme_parse(JbLayout *layout, GBytes *bytes, const char *name, const char *near, guint depth, GError **error)
{
  JbYamlKey keys[JB_N_THEME_KEYS + 1] = {{.name = "version", .read = read_version}};
  memcpy(keys + 1, jb_theme_keys, sizeof jb_theme_keys);
  GError *failure = NULL;
  g_autofree char *path = jb_path_beside(near, name);
  JbYaml yaml = {.name = g_file_test(path, G_FILE_TEST_EXISTS) ? jb_arena_dup(layout->arena, path) : name,
                 .arena = layout->arena,
                 .depth = depth,
                 .error = &failure};
  yaml.text = g_bytes_get_data(bytes, &yaml.len);
  jb_layout_note(layout, yaml.text, yaml.len);
  yaml.let = g_hash_table_new(g_str_hash, g_str_equal);
  struct fy_document *document = jb_yaml_parse(&yaml);
  gboolean fine = document != NULL &&
                  jb_yaml_map(&yaml, fy_document_root(document), NULL, keys, G_N_ELEMENTS(keys), layout);
  if (document != NULL)
    fy_document_destroy(document);
  g_hash_table_unref(yaml.let);
  if (!fine)
    g_propagate_error(error, failure);
  return fine;
}

gboolean
jb_layout_set_theme_bytes(JbLayout *layout, const char *name, GBytes *bytes, GError **error)
{
  return theme_parse(layout, bytes, name, NULL, 0, error) && jb_theme_check(name, &layout->theme, error);
}

gboolean
jb_layout_set_theme(JbLayout *layout, const char *name, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS(bases); i++)
    if (strcmp(bases[i].name, name) == 0) {
      layout->theme = *jb_theme_default(bases[i].slide);
      return TRUE;
    }
  g_autoptr(GBytes) bytes = jb_layout_bytes(name, NULL, error);
  return bytes != NULL && jb_layout_set_theme_bytes(layout, name, bytes, error);
}

JbFonts *
jb_layout_open_fonts(const JbLayout *layout, GError **error)
{
  return layout != NULL ? jb_fonts_open_files(layout->fonts, error) : NULL;
}
