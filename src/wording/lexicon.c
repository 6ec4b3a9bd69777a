/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The lexicon: tables/lexicon.tsv and, behind it, the names of the term table. Its rows are slices of the
 * embedded bytes: reading it makes an index and copies nothing. Read on first use and never changed; it is a
 * part of the program, so a row that cannot be read is a bug and aborts.
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
    [JB_WORD_CLASS_UNKNOWN] = "unknown",
};

typedef struct {
  JbArena *arena; /* lives as long as the program */
  JbWord *words;
  guint n, n_rows; /* with and without the terms */
  JbMap by_zh;
} Lexicon;

static JbWordClass
class_of(JbSlice name, guint row)
{
  for (guint i = 0; i < G_N_ELEMENTS(class_names); i++)
    if (jb_slice_equal(name, jb_slice(class_names[i])))
      return (JbWordClass)i;
  g_error("lexicon.tsv: row %u has no class that is known", row + 2);
}

static guint
count_lines(JbSlice text)
{
  guint n = 0;
  for (const char *at = text.at, *end = at + text.len; (at = memchr(at, '\n', (gsize)(end - at))) != NULL; at++)
    n++;
  return n;
}

static JbSlice
table_text(const char *name)
{
  const JbEmbedded *file = jb_embedded_lookup(name);
  if (file == NULL)
    g_error("%s is not compiled in", name);
  return (JbSlice){.at = file->bytes, .len = file->len};
}

/* Only whole names of indicators, and none that says already what was done (… renovated). */
static void
add_terms(Lexicon *lexicon)
{
  for (guint i = 0; i < jb_term_count(); i++) {
    const JbTerm *term = jb_term_at(i);
    JbWord word = {.zh = jb_slice(term->zh), .en = jb_slice(term->en), .class = JB_WORD_CLASS_MASS};
    if (!jb_term_is_indicator(term) || !jb_term_takes_a_verb(term) || !jb_map_add(&lexicon->by_zh, word.zh, lexicon->n))
      continue;
    word.en = jb_slice(jb_term_within(lexicon->arena, term->en));
    lexicon->words[lexicon->n++] = word;
  }
}

static Lexicon *
read_lexicon(void)
{
  JbSlice text = table_text("lexicon.tsv"), line;
  Lexicon *lexicon = g_new0(Lexicon, 1); /* with its arena, reachable to leak checkers */
  lexicon->arena = jb_arena_new();
  guint room = count_lines(text) + jb_term_count() + 1;
  lexicon->words = jb_arena_make(lexicon->arena, JbWord, room);
  lexicon->by_zh = jb_map_make(lexicon->arena, room);
  for (jb_take_line(&text, &line); jb_take_line(&text, &line);) {
    JbSlice columns[N_COLUMNS];
    jb_split_columns(line, columns, N_COLUMNS);
    lexicon->words[lexicon->n] = (JbWord){.zh = columns[COLUMN_ZH],
                                          .class = class_of(columns[COLUMN_CLASS], lexicon->n),
                                          .en = columns[COLUMN_EN],
                                          .other = columns[COLUMN_OTHER],
                                          .before = columns[COLUMN_BEFORE]};
    if (!jb_map_add(&lexicon->by_zh, columns[COLUMN_ZH], lexicon->n))
      g_error("lexicon.tsv: row %u is there twice", lexicon->n + 2);
    lexicon->n++;
  }
  lexicon->n_rows = lexicon->n;
  add_terms(lexicon);
  return lexicon;
}

static const Lexicon *
table(void)
{
  static gsize once = 0;
  if (g_once_init_enter(&once))
    g_once_init_leave(&once, (gsize)read_lexicon());
  return (const Lexicon *)once; /* NOLINT(performance-no-int-to-ptr): the idiom of g_once_init */
}

const JbWord *
jb_word_lookup(JbSlice zh)
{
  const Lexicon *lexicon = table();
  gint row = zh.len <= lexicon->by_zh.longest ? jb_map_find(&lexicon->by_zh, zh) : -1;
  return row >= 0 ? &lexicon->words[row] : NULL;
}

guint
jb_word_count(void)
{
  return table()->n_rows;
}

const JbWord *
jb_word_at(guint index)
{
  return index < table()->n_rows ? &table()->words[index] : NULL;
}

gboolean
jb_word_is_term(const JbWord *word)
{
  return word >= table()->words + table()->n_rows;
}

const char *
jb_word_class_name(JbWordClass class)
{
  return class_names[class];
}

/* ---- Places ---------------------------------------------------------------------------------------------------- */

typedef struct {
  JbArena *arena; /* lives as long as the program */
  JbSlice *en;
  guint n;
  JbMap by_zh;
} Places;

enum { PLACE_CODE, PLACE_ZH, PLACE_SHORT, PLACE_EN, PLACE_LEVEL, PLACE_PARENT, PLACE_NOTE, N_PLACE_COLUMNS };

/* 杭州 for 杭州市, 昆山 for 昆山市. Not of districts and counties: 平安, 新建 and 文峰 are words before they are
 * places. */
static gboolean
has_short_name(const JbSlice *columns)
{
  gboolean is_city = !jb_slice_equal(columns[PLACE_LEVEL], jb_slice("county")) ||
                     jb_slice_ends(columns[PLACE_ZH], "市");
  return is_city && columns[PLACE_SHORT].len >= strlen("杭州") && !jb_slice_starts(columns[PLACE_NOTE], "abolished");
}

static Places *
read_places(void)
{
  JbSlice text = table_text("areas.tsv"), line;
  Places *places = g_new0(Places, 1);
  places->arena = jb_arena_new();
  guint rows = count_lines(text);
  places->en = jb_arena_make(places->arena, JbSlice, rows + 1);
  places->by_zh = jb_map_make(places->arena, 2 * rows);
  for (jb_take_line(&text, &line); jb_take_line(&text, &line);) {
    JbSlice columns[N_PLACE_COLUMNS];
    jb_split_columns(line, columns, N_PLACE_COLUMNS);
    places->en[places->n] = columns[PLACE_EN];
    jb_map_add(&places->by_zh, columns[PLACE_ZH], places->n);
    if (has_short_name(columns))
      jb_map_add(&places->by_zh, columns[PLACE_SHORT], places->n);
    places->n++;
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
  gint row = zh.len <= places->by_zh.longest ? jb_map_find(&places->by_zh, zh) : -1;
  return row >= 0 ? places->en[row] : (JbSlice){.at = "", .len = 0};
}
