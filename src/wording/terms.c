/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The term table: tables/terms.tsv, compiled in. Read once into immutable rows, on first use; the table is
 * part of the program, so a row that cannot be read is a bug and aborts.
 */
#include "wording/terms.h"

#include "base/embedded.h"
#include "wording/map.h"

#include <string.h>

enum { COLUMN_ZH, COLUMN_ALIASES, COLUMN_CODE, COLUMN_EN, COLUMN_SHORT, N_COLUMNS };

typedef struct {
  JbArena *arena; /* lives as long as the program */
  JbTerm *terms;
  guint n;
  guint n_indicators; /* rows before the vocabulary: units, bounds and phrases, from "%" on */
  JbMap by_name;      /* zh or alias to the first row that has it */
  JbSlice *aliases;   /* of each row, comma-separated */
  JbMap by_code;      /* to the first row that has it */
  gint *next;         /* the next row of the same code, -1: none */
} Terms;

static char *
field_text(JbArena *arena, JbSlice field)
{
  return field.len == 0 ? NULL : jb_arena_copy(arena, field.at, field.len);
}

/* Takes the next alias off a list. */
static gboolean
next_alias(JbSlice *list, JbSlice *alias)
{
  if (list->len == 0)
    return FALSE;
  const char *comma = memchr(list->at, ',', list->len);
  *alias = (JbSlice){.at = list->at, .len = comma != NULL ? (gsize)(comma - list->at) : list->len};
  gsize skip = MIN(alias->len + 1, list->len);
  *list = (JbSlice){.at = list->at + skip, .len = list->len - skip};
  return TRUE;
}

/* Rows of one code are chained in the order of the table. */
static void
add_code(Terms *terms, guint row)
{
  const char *code = terms->terms[row].code;
  terms->next[row] = -1;
  if (code == NULL || jb_map_add(&terms->by_code, jb_slice(code), row))
    return;
  gint last = jb_map_find(&terms->by_code, jb_slice(code));
  while (terms->next[last] >= 0)
    last = terms->next[last];
  terms->next[last] = (gint)row;
}

static void
add_row(Terms *terms, JbArena *arena, JbSlice line)
{
  JbSlice fields[N_COLUMNS];
  jb_split_columns(line, fields, N_COLUMNS);
  guint row = terms->n++;
  JbTerm *term = &terms->terms[row];
  term->zh = field_text(arena, fields[COLUMN_ZH]);
  term->code = field_text(arena, fields[COLUMN_CODE]);
  term->en = field_text(arena, fields[COLUMN_EN]);
  term->en_short = field_text(arena, fields[COLUMN_SHORT]);
  if (term->zh == NULL || term->en == NULL)
    g_error("terms.tsv: row %u has no Chinese or no English", row + 2);
  if (term->en_short == NULL)
    term->en_short = term->en;
  if (strcmp(term->zh, "%") == 0)
    terms->n_indicators = row;
  JbSlice list = fields[COLUMN_ALIASES], alias;
  terms->aliases[row] = list;
  jb_map_add(&terms->by_name, jb_slice(term->zh), row);
  while (next_alias(&list, &alias))
    jb_map_add(&terms->by_name, alias, row);
  add_code(terms, row);
}

static Terms *
read_table(void)
{
  const JbEmbedded *file = jb_embedded_lookup("terms.tsv");
  if (file == NULL)
    g_error("terms.tsv is not compiled in");
  JbArena *arena = jb_arena_new();
  Terms *terms = g_new0(Terms, 1); /* with its arena, reachable to leak checkers */
  terms->arena = arena;
  guint lines = 0;
  for (gsize i = 0; i < file->len; i++)
    lines += file->bytes[i] == '\n';
  terms->terms = jb_arena_make(arena, JbTerm, lines + 1);
  terms->aliases = jb_arena_make(arena, JbSlice, lines + 1);
  terms->next = jb_arena_make(arena, gint, lines + 1);
  terms->by_name = jb_map_make(arena, lines * 4);
  terms->by_code = jb_map_make(arena, lines);
  JbSlice rest = {.at = file->bytes, .len = file->len}, line;
  jb_take_line(&rest, &line); /* the heads of the columns */
  while (jb_take_line(&rest, &line))
    if (line.len > 0)
      add_row(terms, arena, line);
  if (terms->n_indicators == 0)
    terms->n_indicators = terms->n;
  return terms;
}

static const Terms *
table(void)
{
  static gsize once = 0;
  if (g_once_init_enter(&once))
    g_once_init_leave(&once, (gsize)read_table());
  return (const Terms *)once; /* NOLINT(performance-no-int-to-ptr): the idiom of g_once_init */
}

guint
jb_term_count(void)
{
  return table()->n;
}

const JbTerm *
jb_term_at(guint index)
{
  return index < table()->n ? &table()->terms[index] : NULL;
}

const JbTerm *
jb_term_find(JbSlice zh)
{
  gint row = jb_map_find(&table()->by_name, zh);
  return row >= 0 ? &table()->terms[row] : NULL;
}

const JbTerm *
jb_term_lookup(const char *zh)
{
  return zh != NULL ? jb_term_find(jb_slice(zh)) : NULL;
}

gboolean
jb_term_is_indicator(const JbTerm *term)
{
  return (guint)(term - table()->terms) < table()->n_indicators;
}

/* 国内生产总值 is the nation's, 地区生产总值 everybody else's; other terms suit every level. */
static gboolean
suits_level(const JbTerm *term, JbAreaLevel level)
{
  if (level == JB_AREA_UNKNOWN)
    return TRUE;
  return strstr(term->zh, level == JB_AREA_NATION ? "地区生产总值" : "国内生产总值") == NULL || term->code == NULL;
}

/* The first row of a code, -1: none; the others are behind it in `next`. */
static gint
first_of(const Terms *terms, const char *code)
{
  return code != NULL ? jb_map_find(&terms->by_code, jb_slice(code)) : -1;
}

const JbTerm *
jb_term_lookup_code(const char *code, JbAreaLevel level)
{
  const Terms *terms = table();
  const JbTerm *first = NULL;
  for (gint i = first_of(terms, code); i >= 0; i = terms->next[i]) {
    const JbTerm *term = &terms->terms[i];
    if (suits_level(term, level))
      return term;
    if (first == NULL)
      first = term;
  }
  return first;
}

/* The longest of a row's names that stands in `zh`, in bytes; 0 when none does. */
static gsize
overlap(const Terms *terms, guint row, const char *zh)
{
  const char *own = terms->terms[row].zh;
  gsize longest = strstr(zh, own) != NULL ? strlen(own) : 0;
  JbSlice list = terms->aliases[row], alias;
  while (next_alias(&list, &alias))
    if (alias.len > longest && memmem(zh, strlen(zh), alias.at, alias.len) != NULL)
      longest = alias.len;
  return longest;
}

const JbTerm *
jb_term_for_code(const char *code, const char *zh, JbAreaLevel level)
{
  const Terms *terms = table();
  const JbTerm *best = NULL;
  gsize most = 0;
  for (gint i = zh != NULL ? first_of(terms, code) : -1; i >= 0; i = terms->next[i]) {
    const JbTerm *term = &terms->terms[i];
    gsize len = suits_level(term, level) ? overlap(terms, (guint)i, zh) : 0;
    if (len > most) {
      most = len;
      best = term;
    }
  }
  return best != NULL ? best : jb_term_lookup_code(code, level);
}

const JbTerm *
jb_term_named(const char *code, const char *zh, JbAreaLevel level)
{
  const JbTerm *found = code != NULL ? jb_term_lookup(zh) : NULL;
  return found != NULL && g_strcmp0(found->code, code) == 0 ? jb_term_for_code(code, zh, level) : NULL;
}

gboolean
jb_term_is_rate(const char *zh)
{
  static const char *const ends[] = {"率", "占比", "比重", "比例", "强度"};
  for (gsize i = 0; i < G_N_ELEMENTS(ends); i++)
    if (g_str_has_suffix(zh, ends[i]))
      return TRUE;
  return FALSE;
}

const char *
jb_term_within(JbArena *arena, const char *en)
{
  char *copy = jb_arena_dup(arena, en);
  if (g_ascii_isupper(copy[0]) && g_ascii_islower(copy[1]))
    copy[0] = g_ascii_tolower(copy[0]);
  return copy;
}

/* Output of …, Dilapidated rural houses renovated, Investment per … */
gboolean
jb_term_takes_a_verb(const JbTerm *term)
{
  static const char *const heads[] = {"Output", "Value", "Share", "Gross", "Average", "Coverage", "Total", "Installed"};
  static const char *const acts[] = {" built",       "ed (",  "Redevelopment", "Rebuilding", "Renovation",
                                     "Construction", " per ", "capacity",      "throughput", "acreage"};
  for (gsize i = 0; i < G_N_ELEMENTS(heads); i++)
    if (g_str_has_prefix(term->en, heads[i]))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(acts); i++)
    if (strstr(term->en, acts[i]) != NULL)
      return FALSE;
  return !g_str_has_suffix(term->en, "ed") && !jb_term_is_rate(term->zh);
}
