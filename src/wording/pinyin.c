/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Proper names in pinyin after GB/T 28039: syllables joined, an apostrophe before a, o, e inside a word, ü
 * written yu, the class word in English (平安大道 → Ping'an Avenue). Readings are those of tables/readings.tsv,
 * one for each character (from pinyin-data, MIT licence, see tables/readings.LICENSE); places of the administrative
 * list come with readings of their own (jb_place_lookup).
 */
#include "wording/segment.h"

#include "base/embedded.h"
#include "wording/map.h"

#include <string.h>

enum { FIRST_CHAR = 0x4e00, LAST_CHAR = 0x9fff, MOST_SYLLABLES = 512 };

typedef struct {
  guint16 rows[LAST_CHAR - FIRST_CHAR + 1]; /* of each character: number of its syllable + 1; 0: not known */
  JbSlice syllables[MOST_SYLLABLES];
} Readings;

static gboolean
has_row(gunichar c)
{
  return c >= FIRST_CHAR && c <= LAST_CHAR;
}

static Readings *
read_readings(void)
{
  const JbEmbedded *file = jb_embedded_lookup("readings.tsv");
  if (file == NULL)
    g_error("readings.tsv is not compiled in");
  Readings *readings = g_new0(Readings, 1); /* lives as long as the program */
  JbSlice text = {.at = file->bytes, .len = file->len}, line;
  guint n = 0;
  for (jb_take_line(&text, &line); jb_take_line(&text, &line); n++) {
    JbSlice columns[2];
    jb_split_columns(line, columns, 2);
    g_assert(n < MOST_SYLLABLES);
    readings->syllables[n] = columns[0];
    for (const char *at = columns[1].at; at < columns[1].at + columns[1].len; at = g_utf8_next_char(at)) {
      gunichar c = g_utf8_get_char(at);
      if (has_row(c) && readings->rows[c - FIRST_CHAR] == 0)
        readings->rows[c - FIRST_CHAR] = (guint16)(n + 1);
    }
  }
  return readings;
}

const char *
jb_pinyin(JbArena *arena, JbSlice zh)
{
  static gsize once = 0;
  if (g_once_init_enter(&once))
    g_once_init_leave(&once, (gsize)read_readings());
  const Readings *readings = (const Readings *)once; /* NOLINT(performance-no-int-to-ptr): idiom of g_once_init */
  char *word = jb_arena_alloc(arena, zh.len * 3 + 1), *to = word; /* a syllable has at most 6 letters */
  for (const char *at = zh.at; at < zh.at + zh.len; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    guint row = has_row(c) ? readings->rows[c - FIRST_CHAR] : 0;
    if (row == 0)
      return NULL;
    JbSlice syllable = readings->syllables[row - 1];
    if (to > word && strchr("aoe", *syllable.at) != NULL)
      *to++ = '\'';
    memcpy(to, syllable.at, syllable.len);
    to += syllable.len;
  }
  *word = g_ascii_toupper(*word);
  return word;
}

/* ---- Names of roads, waters and settlements -----------------------------------------------------------------------
 */

static const struct {
  const char *zh, *en;
  gboolean of_place; /* only behind a place of the list: 毗邻地区 is no name */
  gboolean strong;   /* always behind a proper name, even when that is a word: 平安大道 */
} class_words[] = {
    {.zh = "大道", .en = "Avenue", .strong = TRUE},
    {.zh = "大街", .en = "Street"},
    {.zh = "路", .en = "Road"},
    {.zh = "大桥", .en = "Bridge"},
    {.zh = "隧道", .en = "Tunnel"},
    {.zh = "高速公路", .en = "Expressway"},
    {.zh = "高速", .en = "Expressway"},
    {.zh = "快速路", .en = "Expressway"},
    {.zh = "铁路", .en = "Railway"},
    {.zh = "高铁", .en = "High-Speed Railway"},
    {.zh = "河", .en = "River"},
    {.zh = "江", .en = "River"},
    {.zh = "湖", .en = "Lake"},
    {.zh = "水库", .en = "Reservoir"},
    {.zh = "岛", .en = "Island"},
    {.zh = "镇", .en = "Town"},
    {.zh = "乡", .en = "Township"},
    {.zh = "街道", .en = "Subdistrict"},
    {.zh = "新城", .en = "New Town"},
    {.zh = "新区", .en = "New Area"},
    {.zh = "国际机场", .en = "International Airport"},
    {.zh = "机场", .en = "Airport"},
    {.zh = "港", .en = "Port"},
    {.zh = "大学", .en = "University"},
    {.zh = "流域", .en = "Basin"},
    {.zh = "都市圈", .en = "Metropolitan Area", .of_place = TRUE},
    {.zh = "高新区", .en = "High-Tech Zone", .of_place = TRUE},
    {.zh = "经开区", .en = "Economic and Technological Development Zone", .of_place = TRUE},
    {.zh = "开发区", .en = "Development Zone", .of_place = TRUE},
    {.zh = "综保区", .en = "Integrated Bonded Zone", .of_place = TRUE},
    {.zh = "自贸区", .en = "Pilot Free Trade Zone", .of_place = TRUE},
    {.zh = "自贸试验区", .en = "Pilot Free Trade Zone", .of_place = TRUE},
    {.zh = "自贸片区", .en = "Free Trade Area", .of_place = TRUE},
    {.zh = "片区", .en = "Area", .of_place = TRUE},
    {.zh = "地区", .en = "Area", .of_place = TRUE},
};

static gint
class_word(JbSlice zh)
{
  for (guint i = 0; i < G_N_ELEMENTS(class_words); i++)
    if (jb_slice_is(zh, class_words[i].zh))
      return (gint)i;
  return -1;
}

/* Only two characters are taken for a proper name: longer runs hold words that are not known. */
static gboolean
may_be_name(const JbToken *token, gboolean strong)
{
  glong chars = g_utf8_strlen(token->zh.at, (gssize)token->zh.len);
  if (chars != 2)
    return FALSE;
  gboolean is_place = token->class == JB_WORD_CLASS_NAME && (guchar)*token->zh.at >= 0x80;
  if (token->class == JB_WORD_CLASS_UNKNOWN || is_place)
    return TRUE;
  gboolean is_word = token->class == JB_WORD_CLASS_ADJ || token->class == JB_WORD_CLASS_MASS ||
                     token->class == JB_WORD_CLASS_NAME || token->class == JB_WORD_CLASS_NOUN;
  return strong && is_word && (guchar)*token->zh.at >= 0x80;
}

void
jb_name_places(JbArena *arena, JbTokens *tokens)
{
  guint to = 0;
  for (guint i = 0; i < tokens->n; i++) {
    JbToken token = tokens->tokens[i];
    gint row = i > 0 ? class_word(token.zh) : -1;
    JbToken *last = to > 0 ? &tokens->tokens[to - 1] : NULL;
    if (row >= 0 && class_words[row].of_place && last != NULL && last->class != JB_WORD_CLASS_NAME)
      row = -1;
    if (row >= 0 && last != NULL && may_be_name(last, class_words[row].strong)) {
      const char *name = last->class == JB_WORD_CLASS_NAME
                             ? last->en
                             : jb_pinyin(arena, last->zh); /* 杭州路: the place's reading */
      if (name != NULL) {
        JbSlice zh = {.at = last->zh.at, .len = (gsize)(token.zh.at + token.zh.len - last->zh.at)};
        *last = (JbToken){
            .class = JB_WORD_CLASS_NAME, .zh = zh, .en = jb_arena_printf(arena, "%s %s", name, class_words[row].en)};
        continue;
      }
    }
    tokens->tokens[to++] = token;
  }
  tokens->n = to;
}
