/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A user's glossary: lines of "中文<TAB>English", with a short form and a class of word behind if wanted, or of
 * "中文: English" as YAML writes a mapping; "#" begins a comment. Its rows come before the program's own tables,
 * as whole names and as words of names that are composed.
 */
#include "wording/glossary.h"

#include "wording/compose.h"
#include "wording/map.h"
#include "wording/terms.h"

#include <string.h>

enum { COLUMN_ZH, COLUMN_EN, COLUMN_SHORT, COLUMN_CLASS, COLUMN_OTHER, N_COLUMNS };

struct JbGlossary {
  JbArena *arena;
  GArray *words; /* of JbWord; strings in the arena */
  GArray *terms; /* of JbTerm, a row each */
  JbMap by_zh;
};

typedef struct {
  const char *name;
  guint line;
} Place;

static gboolean
refuse(const Place *place, gsize column, const char *what, GError **error)
{
  g_set_error(error, JB_ERROR, JB_ERROR_CONFIG, "%s:%u:%" G_GSIZE_FORMAT ": %s", place->name, place->line, column + 1,
              what);
  return FALSE;
}

static JbSlice
trim(JbSlice text)
{
  while (text.len > 0 && strchr(" \r\"'", *text.at) != NULL) {
    text.at++;
    text.len--;
  }
  while (text.len > 0 && strchr(" \r\"'", text.at[text.len - 1]) != NULL)
    text.len--;
  return text;
}

static gboolean
split(JbSlice line, JbSlice *columns)
{
  if (memchr(line.at, '\t', line.len) != NULL) {
    jb_split_columns(line, columns, N_COLUMNS);
  } else {
    gssize colon = jb_slice_find(line, ": ");
    if (colon <= 0)
      return FALSE;
    gsize behind = (gsize)colon + strlen(": ");
    memset(columns, 0, sizeof(JbSlice) * N_COLUMNS);
    columns[COLUMN_ZH] = (JbSlice){.at = line.at, .len = (gsize)colon};
    columns[COLUMN_EN] = (JbSlice){.at = line.at + behind, .len = line.len - behind};
  }
  for (guint i = 0; i < N_COLUMNS; i++)
    columns[i] = trim(columns[i]);
  return TRUE;
}

static gsize
column_of(JbSlice line, JbSlice part)
{
  return part.at != NULL ? (gsize)g_utf8_strlen(line.at, part.at - line.at)
                         : (gsize)g_utf8_strlen(line.at, (gssize)line.len);
}

static gboolean
read_class(JbSlice name, JbWordClass *class)
{
  *class = JB_WORD_CLASS_MASS;
  for (guint i = 0; name.len > 0 && i <= JB_WORD_CLASS_FRONT; i++)
    if (jb_slice_is(name, jb_word_class_name((JbWordClass)i))) {
      *class = (JbWordClass)i;
      return TRUE;
    }
  return name.len == 0 || jb_slice_is(name, jb_word_class_name(JB_WORD_CLASS_POST));
}

static JbSlice
keep(JbArena *arena, JbSlice text)
{
  return (JbSlice){.at = jb_arena_copy(arena, text.len > 0 ? text.at : "", text.len), .len = text.len};
}

static gboolean
add_line(JbGlossary *glossary, const Place *place, JbSlice line, GError **error)
{
  JbSlice columns[N_COLUMNS];
  if (!split(line, columns))
    return refuse(place, 0, "neither a tab nor \": \" parts Chinese and English; write 河长制<TAB>River chief system",
                  error);
  if (columns[COLUMN_ZH].len == 0 || columns[COLUMN_EN].len == 0)
    return refuse(place, column_of(line, columns[columns[COLUMN_ZH].len == 0 ? COLUMN_ZH : COLUMN_EN]),
                  "Chinese or English is missing; a line needs both", error);
  JbWord word = {.zh = keep(glossary->arena, columns[COLUMN_ZH]),
                 .other = keep(glossary->arena, columns[COLUMN_OTHER])};
  if (!read_class(columns[COLUMN_CLASS], &word.class))
    return refuse(place, column_of(line, columns[COLUMN_CLASS]),
                  "no such class; noun, mass, of, rate, adj, adverb, front, post and verb are known", error);
  JbTerm term = {.zh = word.zh.at, .en = jb_arena_copy(glossary->arena, columns[COLUMN_EN].at, columns[COLUMN_EN].len)};
  term.en_short = columns[COLUMN_SHORT].len > 0
                      ? jb_arena_copy(glossary->arena, columns[COLUMN_SHORT].at, columns[COLUMN_SHORT].len)
                      : jb_shorten(glossary->arena, term.en);
  word.en = jb_slice(jb_term_within(glossary->arena, term.en));
  if (jb_map_find(&glossary->by_zh, word.zh) >= 0)
    return refuse(place, 0, "these words are there already; leave one of the lines out", error);
  jb_map_add(&glossary->by_zh, word.zh, glossary->words->len);
  g_array_append_val(glossary->words, word);
  g_array_append_val(glossary->terms, term);
  return TRUE;
}

JbGlossary *
jb_glossary_parse(const char *name, const char *text, gsize len, GError **error)
{
  g_autoptr(JbGlossary) glossary = g_new0(JbGlossary, 1);
  glossary->arena = jb_arena_new();
  glossary->words = g_array_new(FALSE, FALSE, sizeof(JbWord));
  glossary->terms = g_array_new(FALSE, FALSE, sizeof(JbTerm));
  const char *bad;
  guint lines = 1;
  for (gsize i = 0; i < len; i++)
    lines += text[i] == '\n';
  glossary->by_zh = jb_map_make(glossary->arena, lines);
  JbSlice rest = {.at = text, .len = len}, line;
  for (Place place = {.name = name, .line = 1}; jb_take_line(&rest, &line); place.line++) {
    if (!g_utf8_validate(line.at, (gssize)line.len, &bad)) {
      refuse(&place, (gsize)(bad - line.at), "not UTF-8", error);
      return NULL;
    }
    JbSlice bare = trim(line);
    if (bare.len > 0 && *bare.at != '#' && !add_line(glossary, &place, line, error))
      return NULL;
  }
  return g_steal_pointer(&glossary);
}

JbGlossary *
jb_glossary_open(const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize len;
  g_autoptr(GError) local = NULL;
  if (!g_file_get_contents(path, &text, &len, &local)) {
    g_set_error(error, JB_ERROR, JB_ERROR_NO_INPUT, "%s; give a file that can be read to --glossary", local->message);
    return NULL;
  }
  return jb_glossary_parse(path, text, len, error);
}

void
jb_glossary_free(JbGlossary *glossary)
{
  if (glossary == NULL)
    return;
  g_array_free(glossary->words, TRUE);
  g_array_free(glossary->terms, TRUE);
  jb_arena_free(glossary->arena);
  g_free(glossary);
}

guint
jb_glossary_count(const JbGlossary *glossary)
{
  return glossary->terms->len;
}

const JbTerm *
jb_glossary_at(const JbGlossary *glossary, guint index)
{
  return index < glossary->terms->len ? &g_array_index(glossary->terms, JbTerm, index) : NULL;
}

static gint
row_of(const JbGlossary *glossary, JbSlice zh)
{
  return glossary != NULL && zh.len <= glossary->by_zh.longest ? jb_map_find(&glossary->by_zh, zh) : -1;
}

const JbTerm *
jb_glossary_lookup(const JbGlossary *glossary, const char *zh)
{
  gint row = zh != NULL ? row_of(glossary, jb_slice(zh)) : -1;
  return row >= 0 ? jb_glossary_at(glossary, (guint)row) : NULL;
}

const JbWord *
jb_glossary_word(const JbGlossary *glossary, JbSlice zh)
{
  gint row = row_of(glossary, zh);
  return row >= 0 ? &g_array_index(glossary->words, JbWord, (guint)row) : NULL;
}
