/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The lexicon: tables/lexicon.tsv and, behind it, the names of the term table. The build makes the index of where
 * each word's line begins and refuses a word that is there twice; a line is taken apart when its word is asked for.
 */
#include "wording/lexicon.h"

#include "base/embedded.h"
#include "wording/map.h"
#include "wording/terms.h"

#include <string.h>

enum { COLUMN_ZH, COLUMN_CLASS, COLUMN_EN, COLUMN_OTHER, COLUMN_BEFORE, N_COLUMNS };

static const char *const class_names[] = {
    [JB_WORD_CLASS_VERB] = "verb",       [JB_WORD_CLASS_NOUN] = "noun",   [JB_WORD_CLASS_MASS] = "mass",
    [JB_WORD_CLASS_OF] = "of",           [JB_WORD_CLASS_RATE] = "rate",   [JB_WORD_CLASS_ADJ] = "adj",
    [JB_WORD_CLASS_ADVERB] = "adverb",   [JB_WORD_CLASS_FRONT] = "front", [JB_WORD_CLASS_POST] = "post",
    [JB_WORD_CLASS_SHARE] = "share",     [JB_WORD_CLASS_DROP] = "drop",   [JB_WORD_CLASS_AND] = "and",
    [JB_WORD_CLASS_DE] = "de",           [JB_WORD_CLASS_STOP] = "stop",   [JB_WORD_CLASS_NAME] = "name",
    [JB_WORD_CLASS_UNKNOWN] = "unknown", [JB_WORD_CLASS_PREPOSITION] = "prep",
    [JB_WORD_CLASS_RELATIVE] = "rel",
};

static guint
count_lines(JbSlice text)
{
  guint n = 0;
  for (const char *at = text.at, *end = at + text.len; (at = memchr(at, '\n', (gsize)(end - at))) != NULL; at++)
    n++;
  return n;
}

static const JbEmbedded *
table_file(const char *name)
{
  const JbEmbedded *file = jb_embedded_lookup(name);
  if (file == NULL)
    g_error("%s is not compiled in", name);
  return file;
}

static const JbEmbedded *
table(void)
{
  static gsize once = 0;
  if (g_once_init_enter(&once))
    g_once_init_leave(&once, (gsize)table_file("lexicon.tsv"));
  return (const JbEmbedded *)once; /* NOLINT(performance-no-int-to-ptr): the idiom of g_once_init */
}

/* Only a whole name of an indicator, and none that says already what was done (… renovated). NULL for none. */
static const JbTerm *
find_term(JbSlice zh)
{
  const JbTerm *term = jb_term_find(zh);
  gboolean serves = term != NULL && jb_slice_is(zh, term->zh) && jb_term_is_indicator(term) &&
                    jb_term_takes_a_verb(term);
  return serves ? term : NULL;
}

/* The class column of a line: behind the word and its tab. */
static JbWordClass
class_at(const char *at)
{
  gsize len = strcspn(at, "\t\n");
  for (guint i = 0; i < G_N_ELEMENTS(class_names); i++)
    if (strncmp(at, class_names[i], len) == 0 && class_names[i][len] == '\0')
      return (JbWordClass)i;
  return JB_WORD_CLASS_UNKNOWN;
}

gboolean
jb_word_find(JbSlice zh, JbWordClass *class, gboolean *is_term)
{
  const JbEmbedded *file = table();
  gssize line = jb_embedded_find(file, zh);
  *is_term = line < 0;
  if (*is_term && find_term(zh) == NULL)
    return FALSE;
  *class = *is_term ? JB_WORD_CLASS_MASS : class_at(file->bytes + line + zh.len + 1);
  return TRUE;
}

gboolean
jb_word_lookup(JbSlice zh, JbWord *word)
{
  const JbEmbedded *file = table();
  gssize at = jb_embedded_find(file, zh);
  const JbTerm *term = at < 0 ? find_term(zh) : NULL;
  if (term != NULL)
    *word = (JbWord){.zh = zh, .en = jb_slice(term->en), .class = JB_WORD_CLASS_MASS, .is_label = TRUE};
  if (at < 0)
    return term != NULL;
  JbSlice rest = {.at = file->bytes + at, .len = file->len - (gsize)at}, line;
  JbSlice columns[N_COLUMNS];
  jb_take_line(&rest, &line);
  jb_split_columns(line, columns, N_COLUMNS);
  *word = (JbWord){.zh = zh,
                   .en = columns[COLUMN_EN],
                   .other = columns[COLUMN_OTHER],
                   .before = columns[COLUMN_BEFORE],
                   .class = class_at(columns[COLUMN_CLASS].at)};
  return TRUE;
}

const char *
jb_word_class_name(JbWordClass class)
{
  return class_names[class];
}

/* ---- Places ---------------------------------------------------------------------------------------------------- */

typedef struct {
  JbArena *arena; /* lives as long as the program */
  JbSlice text;
  JbMap by_zh; /* to the offset of its line */
} Places;

enum { PLACE_CODE, PLACE_ZH, PLACE_SHORT, PLACE_EN, PLACE_LEVEL, PLACE_PARENT, PLACE_NOTE, N_PLACE_COLUMNS };

/* 杭州 for 杭州市, 昆山 for 昆山市. Not of districts and counties, whose codes do not end in 00: 平安, 新建 and 文峰 are
 * words before they are places. */
static gboolean
has_short_name(JbSlice line, const JbSlice *columns)
{
  gboolean is_city = jb_slice_ends(columns[PLACE_CODE], "00") || jb_slice_ends(columns[PLACE_ZH], "市");
  if (!is_city || columns[PLACE_SHORT].len < strlen("杭州"))
    return FALSE;
  JbSlice all[N_PLACE_COLUMNS];
  jb_split_columns(line, all, N_PLACE_COLUMNS);
  return !jb_slice_starts(all[PLACE_NOTE], "abolished");
}

static Places *
read_places(void)
{
  Places *places = g_new0(Places, 1);
  places->arena = jb_arena_new();
  const JbEmbedded *file = table_file("areas.tsv");
  places->text = (JbSlice){.at = file->bytes, .len = file->len};
  places->by_zh = jb_map_make(places->arena, count_lines(places->text) * 6 / 5); /* a fifth have short names */
  JbSlice rest = places->text, line;
  for (jb_take_line(&rest, &line); jb_take_line(&rest, &line);) {
    JbSlice columns[PLACE_SHORT + 1];
    guint row = (guint)(line.at - places->text.at);
    jb_split_columns(line, columns, PLACE_SHORT + 1);
    jb_map_add(&places->by_zh, columns[PLACE_ZH], row);
    if (has_short_name(line, columns))
      jb_map_add(&places->by_zh, columns[PLACE_SHORT], row);
  }
  return places;
}

JbSlice
jb_place_lookup(JbSlice zh)
{
  static gsize once = 0;
  if (g_once_init_enter(&once))
    g_once_init_leave(&once, (gsize)read_places());
  const Places *places = (const Places *)once; /* NOLINT(performance-no-int-to-ptr): the idiom of g_once_init */
  gint row = jb_map_find(&places->by_zh, zh);
  if (row < 0)
    return (JbSlice){.at = "", .len = 0};
  JbSlice rest = {.at = places->text.at + row, .len = places->text.len - (gsize)row}, line;
  JbSlice columns[N_PLACE_COLUMNS];
  jb_take_line(&rest, &line);
  jb_split_columns(line, columns, N_PLACE_COLUMNS);
  return columns[PLACE_EN];
}

const char *
jb_pair_en(JbSlice zh, const JbPair *rows, guint n)
{
  for (guint i = 0; i < n; i++)
    if (jb_slice_is(zh, rows[i].zh))
      return rows[i].en;
  return NULL;
}
