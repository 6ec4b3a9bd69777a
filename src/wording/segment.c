/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Segmentation: the cheapest path through the characters of a name. A word costs the same whatever its
 * length, so long words win; a character that nothing knows costs as much as several words.
 */
#include "wording/segment.h"

#include "base/words.h"
#include "wording/terms.h"

#include <string.h>

enum {
  COST_WORD = 100,
  COST_SINGLE = 50,
  COST_PLACE = 30,
  COST_TERM = 5,
  COST_BRAND = 600,
  COST_UNKNOWN = 1000,
  MOST_QUOTED = 6,
  LONGEST_NAME = 240,
  LONGEST_WORD = 72
};

typedef struct {
  guint cost;
  guint16 from;
  JbToken token;
} Step;

gboolean
jb_skip(JbSlice text, gsize *at, JbSlice word)
{
  if (*at + word.len > text.len || memcmp(text.at + *at, word.at, word.len) != 0)
    return FALSE;
  *at += word.len;
  return TRUE;
}

static gsize
char_len(const char *at)
{
  return (gsize)(g_utf8_next_char(at) - at);
}

/* Where the text without its marks had something in quotes, in bytes. */
typedef struct {
  guint n;
  gsize from[MOST_QUOTED], to[MOST_QUOTED];
} Quoted;

static void
note_quote(Quoted *quoted, gboolean opens, gsize at)
{
  if (quoted->n == MOST_QUOTED)
    return;
  if (opens)
    quoted->from[quoted->n] = at;
  else
    quoted->to[quoted->n++] = at;
}

/* Quotation marks say that something is a name, not what: 专精特新“小巨人” is one word of the lexicon. */
static const char *
without_marks(JbArena *arena, const char *zh, Quoted *quoted)
{
  static const char *const marks[] = {"“", "”", "‘", "’", "《", "》", "\"", " ", "「", "」"};
  char *text = jb_arena_alloc(arena, strlen(zh) + 1), *to = text;
  while (*zh != '\0') {
    gsize skip = 0;
    if (g_str_has_prefix(zh, "”“")) { /* “零工市场”“零工驿站” is a list of two */
      note_quote(quoted, FALSE, (gsize)(to - text));
      to = stpcpy(to, "、");
      zh += strlen("”");
    }
    for (gsize i = 0; i < G_N_ELEMENTS(marks) && skip == 0; i++)
      if (g_str_has_prefix(zh, marks[i])) {
        skip = strlen(marks[i]);
        if (i < 2) /* “ and ” */
          note_quote(quoted, i == 0, (gsize)(to - text));
      }
    if (skip == 0) {
      skip = char_len(zh);
      memcpy(to, zh, skip);
      to += skip;
    }
    zh += skip;
  }
  return text;
}

static const char *
text_of(JbArena *arena, JbSlice slice)
{
  return jb_arena_copy(arena, slice.at, slice.len);
}

static void
offer(Step *steps, gsize from, gsize to, guint cost, const JbToken *token)
{
  if (steps[from].cost + cost >= steps[to].cost)
    return;
  steps[to].cost = steps[from].cost + cost;
  steps[to].from = (guint16)from;
  steps[to].token = *token;
}

static void
offer_words(JbArena *arena, const JbGlossary *glossary, Step *steps, JbSlice text, gsize from)
{
  for (gsize to = from + char_len(text.at + from); to <= text.len && to - from <= LONGEST_WORD;
       to += to < text.len ? char_len(text.at + to) : 1) {
    JbSlice zh = {.at = text.at + from, .len = to - from};
    guint single = g_utf8_next_char(zh.at) == zh.at + zh.len ? COST_SINGLE : 0;
    const JbWord *own = jb_glossary_word(glossary, zh);
    JbWordClass class = own != NULL ? own->class : JB_WORD_CLASS_UNKNOWN;
    gboolean is_term = FALSE;
    if (own != NULL || jb_word_find(zh, &class, &is_term)) {
      JbToken token = {.class = class, .zh = zh, .is_word = TRUE};
      offer(steps, from, to, COST_WORD + single + (is_term ? COST_TERM : 0), &token);
      continue;
    }
    JbSlice place = zh.len >= strlen("杭州") && (guchar)*zh.at >= 0x80 ? jb_place_lookup(zh) : (JbSlice){0};
    if (place.len > 0) {
      JbToken token = {.class = JB_WORD_CLASS_NAME, .zh = zh, .en = text_of(arena, place)};
      offer(steps, from, to, COST_WORD + COST_PLACE, &token);
    }
  }
}

/* 5G, VR, PPP: as they are. A number alone is no name. */
static void
offer_ascii(JbArena *arena, Step *steps, JbSlice text, gsize from)
{
  gsize to = from;
  gboolean letters = FALSE;
  for (; to < text.len && (g_ascii_isalnum(text.at[to]) || strchr("+.&-", text.at[to]) != NULL); to++)
    letters |= g_ascii_isalpha(text.at[to]) ||
               (text.at[to] == '+' && to > from && g_ascii_isdigit(text.at[to - 1])); /* 4+4 */
  JbSlice zh = {.at = text.at + from, .len = to - from};
  if (!letters || (from > 0 && g_ascii_isalnum(text.at[from - 1])))
    return;
  JbToken token = {.class = JB_WORD_CLASS_NAME, .zh = zh, .en = text_of(arena, zh)};
  offer(steps, from, to, COST_WORD + COST_PLACE, &token);
}

/* What bears a name of its own; projects and campaigns bear slogans, and those want a translator. */
static gboolean
is_named_thing(JbSlice text)
{
  static const char *const things[] = {"平台", "APP",  "App",    "小程序", "热线", "指数",    "班列", "驿站",
                                       "品牌", "书房", "消费券", "贷款",   "信贷", "系列产品", "杯",   "号"};
  return jb_match_any(text, things, G_N_ELEMENTS(things)) > 0;
}

/* 五型, 两通, 先学后付: words for counting and doing, no name. */
static gboolean
is_slogan(JbSlice zh)
{
  static const char *const words[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "两",
                                      "双", "零", "无", "不", "进", "先", "后", "变", "改", "上", "下", "新", "免", "办"};
  return jb_has_any(zh, words, G_N_ELEMENTS(words));
}

/* “惠蓉贷”平台: Huirongdai platform; “宁青驿站”: Ningqing service stations. Never cheaper than words that are known. */
static void
offer_brand(JbArena *arena, Step *steps, JbSlice text, gsize from, gsize to)
{
  glong chars = to > from ? g_utf8_strlen(text.at + from, (gssize)(to - from)) : 0;
  if (chars < 2 || chars > 6 || (gsize)chars * 3 != to - from) /* Chinese only */
    return;
  for (gsize end = from + 6; end <= to && end - from <= 4 * 3; end += 3) {
    JbSlice zh = {.at = text.at + from, .len = end - from};
    gboolean names = !is_slogan(zh) && is_named_thing((JbSlice){.at = text.at + end, .len = text.len - end});
    JbToken token = {.class = JB_WORD_CLASS_NAME, .zh = zh, .en = names ? jb_pinyin(arena, zh) : NULL};
    if (token.en != NULL)
      offer(steps, from, end, COST_WORD + COST_BRAND, &token);
  }
}

static void
offer_all(JbArena *arena, const JbGlossary *glossary, Step *steps, JbSlice text, gsize from)
{
  JbSlice rest = {.at = text.at + from, .len = text.len - from};
  gsize one = char_len(rest.at);
  JbToken token = {.class = JB_WORD_CLASS_UNKNOWN, .zh = {.at = rest.at, .len = one}};
  offer(steps, from, from + one, COST_UNKNOWN, &token);
  offer_words(arena, glossary, steps, text, from);
  if (g_ascii_isalnum(*rest.at))
    offer_ascii(arena, steps, text, from);
  gsize taken = jb_take_threshold(arena, rest, &token);
  if (taken == 0)
    taken = jb_take_whereabouts(arena, rest, &token);
  if (taken > 0)
    offer(steps, from, from + taken, COST_WORD, &token);
}

static void
fill_words(JbArena *arena, const JbGlossary *glossary, JbToken *token)
{
  const JbWord *own = jb_glossary_word(glossary, token->zh);
  JbWord word = own != NULL ? *own : (JbWord){0};
  if (!token->is_word || (own == NULL && !jb_word_lookup(token->zh, &word)))
    return;
  token->en = text_of(arena, word.en);
  if (word.is_label)
    token->en = jb_term_within(arena, token->en);
  token->other = word.other.len > 0 ? text_of(arena, word.other) : NULL;
  token->before = word.before.len > 0 ? text_of(arena, word.before) : NULL;
}

static JbTokens
trace_back(JbArena *arena, const JbGlossary *glossary, const Step *steps, gsize end)
{
  guint n = 0;
  for (gsize at = end; at > 0; at = steps[at].from)
    n++;
  JbTokens found = {.tokens = jb_arena_make(arena, JbToken, n + 1)};
  guint i = n;
  for (gsize at = end; at > 0; at = steps[at].from)
    found.tokens[--i] = steps[at].token;
  for (i = 0; i < n; i++) {
    JbToken token = found.tokens[i];
    JbToken *last = found.n > 0 ? &found.tokens[found.n - 1] : NULL;
    if (last != NULL && last->class == JB_WORD_CLASS_UNKNOWN && token.class == JB_WORD_CLASS_UNKNOWN) {
      last->zh.len += token.zh.len;
      continue;
    }
    fill_words(arena, glossary, &token);
    found.tokens[found.n++] = token;
  }
  return found;
}

JbTokens
jb_segment(JbArena *arena, const JbGlossary *glossary, const char *zh)
{
  Quoted quoted = {0};
  JbSlice text = jb_slice(without_marks(arena, zh, &quoted));
  if (text.len == 0 || text.len > LONGEST_NAME) {
    JbTokens whole = {.n = 1, .tokens = jb_arena_make(arena, JbToken, 1)};
    whole.tokens[0] = (JbToken){.class = JB_WORD_CLASS_UNKNOWN, .zh = text};
    return whole;
  }
  Step *steps = jb_arena_make(arena, Step, text.len + 1);
  for (gsize i = 1; i <= text.len; i++)
    steps[i].cost = G_MAXUINT / 2;
  for (gsize at = 0; at < text.len; at += char_len(text.at + at)) {
    offer_all(arena, glossary, steps, text, at);
    for (guint i = 0; i < quoted.n; i++)
      if (quoted.from[i] == at)
        offer_brand(arena, steps, text, at, quoted.to[i]);
  }
  JbTokens tokens = trace_back(arena, glossary, steps, text.len);
  jb_name_places(arena, &tokens);
  return tokens;
}
