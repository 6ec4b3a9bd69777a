/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The term table: tables/terms.tsv, compiled in. Read once into immutable rows, on first use; the table is
 * part of the program, so a row that cannot be read is a bug and aborts.
 */
#include "wording/terms.h"

#include "base/embedded.h"

#include <string.h>

enum { COLUMN_ZH, COLUMN_ALIASES, COLUMN_CODE, COLUMN_EN, COLUMN_SHORT, N_COLUMNS };

typedef struct {
  JbArena *arena; /* lives as long as the program */
  JbTerm *terms;
  guint n;
  guint n_indicators;  /* rows before the vocabulary: units, bounds and phrases, from "%" on */
  GHashTable *by_name; /* zh or alias → JbTerm*, the first row that has it */
  GPtrArray **aliases; /* of each row: its zh and aliases */
} Terms;

/* The next field of a line, up to a tab or the end; moves behind it. */
static JbSlice
next_field(JbSlice *line)
{
  gssize tab = jb_slice_find(*line, "\t");
  gsize len = tab >= 0 ? (gsize)tab : line->len;
  JbSlice field = {.at = line->at, .len = len};
  gsize skip = tab >= 0 ? len + 1 : len;
  *line = (JbSlice){.at = line->at + skip, .len = line->len - skip};
  return field;
}

static char *
field_text(JbArena *arena, JbSlice field)
{
  return field.len == 0 || jb_slice_equal(field, jb_slice("-")) ? NULL : jb_arena_copy(arena, field.at, field.len);
}

static void
add_name(Terms *terms, guint row, char *name)
{
  g_ptr_array_add(terms->aliases[row], name);
  if (!g_hash_table_contains(terms->by_name, name))
    g_hash_table_insert(terms->by_name, name, &terms->terms[row]);
}

static void
add_row(Terms *terms, JbArena *arena, JbSlice line)
{
  JbSlice fields[N_COLUMNS];
  for (guint i = 0; i < N_COLUMNS; i++)
    fields[i] = next_field(&line);
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
  terms->aliases[row] = g_ptr_array_new();
  add_name(terms, row, (char *)term->zh);
  char *aliases = field_text(arena, fields[COLUMN_ALIASES]);
  for (char *alias = aliases, *comma; alias != NULL; alias = comma) {
    comma = strchr(alias, ',');
    if (comma != NULL)
      *comma++ = '\0';
    add_name(terms, row, alias);
  }
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
  terms->aliases = jb_arena_make(arena, GPtrArray *, lines + 1);
  terms->by_name = g_hash_table_new(g_str_hash, g_str_equal);
  JbSlice rest = {.at = file->bytes, .len = file->len};
  for (gboolean is_head = TRUE; rest.len > 0; is_head = FALSE) {
    gssize end = jb_slice_find(rest, "\n");
    gsize len = end >= 0 ? (gsize)end : rest.len;
    if (!is_head && len > 0)
      add_row(terms, arena, (JbSlice){.at = rest.at, .len = len});
    gsize skip = MIN(len + 1, rest.len);
    rest = (JbSlice){.at = rest.at + skip, .len = rest.len - skip};
  }
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
jb_term_lookup(const char *zh)
{
  return zh != NULL ? g_hash_table_lookup(table()->by_name, zh) : NULL;
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

const JbTerm *
jb_term_lookup_code(const char *code, JbAreaLevel level)
{
  const Terms *terms = table();
  const JbTerm *first = NULL;
  for (guint i = 0; code != NULL && i < terms->n_indicators; i++) {
    const JbTerm *term = &terms->terms[i];
    if (term->code == NULL || strcmp(term->code, code) != 0)
      continue;
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
  gsize longest = 0;
  for (guint i = 0; i < terms->aliases[row]->len; i++) {
    const char *name = g_ptr_array_index(terms->aliases[row], i);
    gsize len = strlen(name);
    if (len > longest && strstr(zh, name) != NULL)
      longest = len;
  }
  return longest;
}

const JbTerm *
jb_term_for_code(const char *code, const char *zh, JbAreaLevel level)
{
  const Terms *terms = table();
  const JbTerm *best = NULL;
  gsize most = 0;
  for (guint i = 0; zh != NULL && i < terms->n_indicators; i++) {
    const JbTerm *term = &terms->terms[i];
    if (term->code == NULL || strcmp(term->code, code) != 0 || !suits_level(term, level))
      continue;
    gsize len = overlap(terms, i, zh);
    if (len > most) {
      most = len;
      best = term;
    }
  }
  return best != NULL ? best : jb_term_lookup_code(code, level);
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
