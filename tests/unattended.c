/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A job month after month without a person: what changes beneath it (fonts, layouts and the files that these name), what
 * it is given and cannot read, a history that is damaged. It goes on with what is good, says so, and loses nothing.
 */
#include "place.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define FONTS "/usr/share/fonts/opentype/noto/"

static void
check_run(const Place *place, const char *env, int status, const char *says, const char *why)
{
  const char *const variables[] = {env, NULL};
  g_auto(TestRun) run = place_run(place, NULL, env != NULL ? variables : NULL);
  test_check(run.status == status && strstr(run.err, says) != NULL, "%s: exit %d: %s", why, run.status, run.err);
}

/* One byte of a file, its size and all the rest as they were. */
static void
flip(const char *path, gsize at)
{
  gsize len;
  g_autofree char *bytes = test_read(path, &len);
  bytes[at < len ? at : len / 2] ^= 1;
  g_assert_true(g_file_set_contents(path, bytes, (gssize)len, NULL));
}

static void
copy(const char *from, const char *to)
{
  g_auto(TestRun) done = test_run(&(TestCommand){.argv = ARGV("/bin/cp", from, to)});
  g_assert_cmpint(done.status, ==, 0);
}

/* ---- What a set is made from ---------------------------------------------------------------------------------- */

/* A font of the same version and size that is another font. */
static void
check_changed_font(void)
{
  Place place = place_new();
  g_autofree char *folder = g_build_filename(place.folder, "fonts", NULL);
  g_autofree char *bold = g_build_filename(folder, "NotoSansCJK-Bold.ttc", NULL);
  g_autofree char *env = g_strconcat("JIANBAO_FONT_DIR=", folder, NULL);
  g_mkdir(folder, 0777);
  copy(FONTS "NotoSansCJK-Regular.ttc", folder);
  copy(FONTS "NotoSansCJK-Bold.ttc", folder);
  check_run(&place, env, 0, "published 3 files", "copies of the fonts");
  g_autofree char *before = place_set(&place, "current");
  check_run(&place, NULL, 0, "nothing to do", "the same fonts in another folder");
  flip(bold, G_MAXSIZE);
  check_run(&place, env, 0, "published 3 files", "a font with another content");
  g_autofree char *after = place_set(&place, "current");
  test_check(strcmp(before, after) != 0, "a font with another content gave the same set");
  place_free(&place);
}

/* Files that a layout names are part of it: what it uses, its theme, the theme's base and fonts. */
static void
check_changed_layout(void)
{
  static const struct {
    const char *name, *text;
  } files[] = {
      {"own.yaml", "version: 1\nuse: shared.yaml\nsections:\n  - {id: all, body: [{growth_bars: {}}]}\n"},
      {"shared.yaml", "version: 1\nheadings: [{has: 工业, en: Industry}]\n"},
      {"house.yaml", "version: 1\nbase: base.yaml\nfonts: {bold: Own.ttc}\n"},
      {"base.yaml", "version: 1\naccent: \"#1F4E79\"\n"},
  };
  Place place = place_new();
  g_autofree char *font = g_build_filename(place.folder, "Own.ttc", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *path = g_build_filename(place.folder, files[i].name, NULL);
    g_file_set_contents(path, files[i].text, -1, NULL);
  }
  copy(FONTS "NotoSansCJK-Bold.ttc", font);
  place_add_keys(&place, "  - {layout: own.yaml, theme: house.yaml, name: own.pdf}\n");
  check_run(&place, NULL, 0, "published 4 files", "a layout with files of its own");
  check_run(&place, NULL, 0, "nothing to do", "a layout with files of its own, again");
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *path = g_build_filename(place.folder, files[i].name, NULL);
    g_autofree char *text = g_strconcat(files[i].text, "# another\n", NULL);
    g_file_set_contents(path, text, -1, NULL);
    check_run(&place, NULL, 0, "published 4 files", files[i].name);
  }
  flip(font, G_MAXSIZE);
  check_run(&place, NULL, 0, "published 4 files", "a theme's font with another content");
  place_free(&place);
}

int
main(void)
{
  check_changed_font();
  check_changed_layout();
  return test_close();
}
