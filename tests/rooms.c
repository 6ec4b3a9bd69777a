/* SPDX-License-Identifier: Apache-2.0 */
/* The rooms of the house, asserted from the sources: which folder includes which, and who alone knows a library. */
#include "support.h"

#include <stdio.h>
#include <string.h>

/* A room's own headers are always free to it; the public ones are data types and are named by room below. */
static const struct {
  const char *room, *may; /* rooms whose headers it may include, with spaces around */
} rooms[] = {
    {.room = "base", .may = " "},
    {.room = "read", .may = " base document "},
    {.room = "extract", .may = " base document extract fact "},
    {.room = "facts", .may = " base fact series store "},
    {.room = "wording", .may = " base fact wording "},
    {.room = "sheet", .may = " base document read extract fact wording sheet "},
    {.room = "check", .may = " base fact wording check "},
    {.room = "draw", .may = " base draw "},
    {.room = "typeset", .may = " base draw typeset "},
    {.room = "chart", .may = " base draw typeset fact facts wording chart "},
    {.room = "layout", .may = " base draw typeset fact facts wording chart layout "},
    {.room = "render", .may = " base draw typeset render "},
    {.room = "proof", .may = " base document read extract fact draw typeset chart layout render proof "},
    {.room = "publish",
     .may = " base document extract fact sheet facts store series wording draw typeset chart layout render proof "
            "publish "},
};

static const struct {
  const char *header; /* beginning of what stands between < and > */
  const char *may;
} libraries[] = {
    {.header = "pango", .may = " typeset "},    {.header = "hb", .may = " typeset render "},
    {.header = "cairo", .may = " render "},     {.header = "ft2build", .may = " render "},
    {.header = "freetype", .may = " render "},  {.header = "png", .may = " render "},
    {.header = "libfyaml", .may = " layout "},  {.header = "jansson", .may = " facts proof publish "},
    {.header = "sqlite3", .may = " facts "},    {.header = "qpdf", .may = " render "},
    {.header = "zlib", .may = " render proof "}, {.header = "libdeflate", .may = " render "},
    {.header = "archive", .may = " read "},     {.header = "nettle", .may = " base "},
    {.header = "libxml", .may = " read "},      {.header = "gumbo", .may = " read "},
    {.header = "xlsxwriter", .may = " sheet "},
};

static gboolean
names_room(const char *list, const char *room)
{
  g_autofree char *padded = g_strdup_printf(" %s ", room);
  return strstr(list, padded) != NULL;
}

/* "draw/dump.h" or "jianbao/draw.h" → "draw"; NULL for others. */
static char *
room_of(const char *header)
{
  g_auto(GStrv) parts = g_strsplit(header, "/", 2);
  if (parts[0] == NULL || parts[1] == NULL)
    return NULL;
  if (strcmp(parts[0], "jianbao") != 0)
    return g_strdup(parts[0]);
  return g_strndup(parts[1], strcspn(parts[1], "."));
}

static void
check_include(const char *room, const char *file, const char *header)
{
  for (gsize i = 0; i < G_N_ELEMENTS(libraries); i++)
    if (g_str_has_prefix(header, libraries[i].header))
      test_check(names_room(libraries[i].may, room), "%s includes %s, which only%sknow", file, header,
                 libraries[i].may);
  g_autofree char *other = room_of(header);
  for (gsize i = 0; other != NULL && i < G_N_ELEMENTS(rooms); i++)
    if (strcmp(rooms[i].room, room) == 0 && strcmp(other, room) != 0 && !g_str_has_prefix(header, "sys/") &&
        !names_room(" hb pango cairo freetype glib libxml linux nettle ", other))
      test_check(names_room(rooms[i].may, other) || strcmp(other, "base") == 0, "%s includes %s: %s/ may know only%s",
                 file, header, room, rooms[i].may);
}

static void
check_file(const char *room, const char *path)
{
  g_autofree char *text = test_read(path, NULL);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  test_check(g_strv_length(lines) < 480, "%s has %u lines; aim under 400", path, g_strv_length(lines));
  test_check(g_str_has_prefix(text, "/* SPDX-License-Identifier: Apache-2.0 */\n"), "%s has no SPDX line", path);
  for (char **line = lines; *line != NULL; line++) {
    if (!g_str_has_prefix(*line, "#include "))
      continue;
    g_autofree char *header = g_strdup(*line + strlen("#include ") + 1);
    header[strcspn(header, "\">")] = '\0';
    check_include(room, path, header);
  }
}

static void
walk(const char *room, const char *folder)
{
  g_auto(GStrv) names = test_list(folder);
  for (char **name = names; *name != NULL; name++) {
    g_autofree char *path = g_build_filename(folder, *name, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_DIR))
      walk(room, path);
    /* doctor.c asks every library for its version: the one exemption. */
    else if ((g_str_has_suffix(*name, ".c") || g_str_has_suffix(*name, ".h")) && strcmp(*name, "doctor.c") != 0)
      check_file(room, path);
  }
}

int
main(void)
{
  g_auto(GStrv) names = test_list(JB_SOURCE_DIR "/src");
  for (char **name = names; *name != NULL; name++) {
    g_autofree char *folder = g_build_filename(JB_SOURCE_DIR, "src", *name, NULL);
    walk(*name, folder);
  }
  return test_close();
}
