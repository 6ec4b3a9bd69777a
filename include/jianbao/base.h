/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JIANBAO_BASE_H
#define JIANBAO_BASE_H
/*
 * What every stage stands on: slices of text, arenas, exact decimals, languages, errors.
 *
 * Memory: one arena per document, per fact set and per drawing. What an arena holds is never freed
 * alone; strings in it are NUL-terminated UTF-8. Out of memory aborts the process, as in GLib.
 */
#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

#if defined(__GNUC__)
#define JB_API __attribute__((visibility("default")))
#else
#define JB_API
#endif

/* ---- Slice: a borrowed run of bytes, not NUL-terminated ------------------------------------- */

typedef struct {
  const char *at;
  gsize len; /* bytes */
} JbSlice;

/* Those that are asked for every character of a text, of every word of a table, are in the header. */
static inline JbSlice
jb_slice(const char *nul_terminated)
{
  JbSlice slice;
  slice.at = nul_terminated;
  slice.len = strlen(nul_terminated);
  return slice; /* neither initialiser nor compound literal: C++ has them not */
}

static inline gboolean
jb_slice_equal(JbSlice a, JbSlice b)
{
  return a.len == b.len && memcmp(a.at, b.at, a.len) == 0;
}

static inline gboolean
jb_slice_starts(JbSlice text, const char *prefix)
{
  gsize i = 0;
  while (i < text.len && prefix[i] != '\0' && text.at[i] == prefix[i])
    i++;
  return prefix[i] == '\0';
}

/* Is it this word? */
static inline gboolean
jb_slice_is(JbSlice text, const char *word)
{
  gsize i = 0;
  while (i < text.len && word[i] != '\0' && text.at[i] == word[i])
    i++;
  return i == text.len && word[i] == '\0';
}

static inline gboolean
jb_slice_ends(JbSlice text, const char *suffix)
{
  gsize len = strlen(suffix);
  return text.len >= len && memcmp(text.at + text.len - len, suffix, len) == 0;
}

/* Byte position of `needle` in `text`, or -1. */
JB_API gssize jb_slice_find(JbSlice text, const char *needle);

/* ---- Arena ---------------------------------------------------------------------------------- */

typedef struct JbArena JbArena;

JB_API JbArena *jb_arena_new(void);
JB_API void jb_arena_free(JbArena *arena); /* accepts NULL */
/* Zeroed memory, aligned for any type; lives until jb_arena_free(). */
JB_API void *jb_arena_alloc(JbArena *arena, gsize bytes);
/* A copy of any bytes, aligned for any type; `bytes` may be NULL when there are none. */
JB_API void *jb_arena_memdup(JbArena *arena, const void *bytes, gsize size);
JB_API char *jb_arena_copy(JbArena *arena, const char *text, gsize len);
JB_API char *jb_arena_dup(JbArena *arena, const char *text); /* NULL gives NULL */
JB_API char *jb_arena_printf(JbArena *arena, const char *format, ...) G_GNUC_PRINTF(2, 3);
#define jb_arena_make(arena, Type, count) ((Type *)jb_arena_alloc((arena), sizeof(Type) * (gsize)(count)))

/* ---- Decimal: an exact number, digits × 10^-scale -------------------------------------------- */

typedef struct {
  gint64 digits; /* signed; the digits as written, without the point */
  gint32 scale;  /* how many of them stand behind the point, 0 … 18; 6.60 is {660, 2} */
} JbDecimal;

/* Reads "[+-]digits[.digits]", ASCII, commas allowed between digits. FALSE when it is none or over 18 digits. */
JB_API gboolean jb_decimal_parse(JbSlice text, JbDecimal *value);
/* As written: sign, digits, point; no grouping. */
JB_API char *jb_decimal_text(JbArena *arena, JbDecimal value);
/* The arithmetic returns FALSE (result untouched) when 18 digits do not hold the result. */
JB_API gboolean jb_decimal_add(JbDecimal a, JbDecimal b, JbDecimal *sum);
JB_API gboolean jb_decimal_sub(JbDecimal a, JbDecimal b, JbDecimal *difference);
JB_API gboolean jb_decimal_mul(JbDecimal a, JbDecimal b, JbDecimal *product);
/* a / b, rounded half to even at `scale` decimals; FALSE also for b = 0. */
JB_API gboolean jb_decimal_div(JbDecimal a, JbDecimal b, gint32 scale, JbDecimal *quotient);
/* value × 10^power, exact: the point moves, trailing zeros that only the move made are dropped. */
JB_API gboolean jb_decimal_shift(JbDecimal value, gint32 power, JbDecimal *moved);
JB_API JbDecimal jb_decimal_round(JbDecimal value, gint32 scale); /* half to even */
JB_API JbDecimal jb_decimal_neg(JbDecimal value);
JB_API JbDecimal jb_decimal_trim(JbDecimal value); /* without trailing zeros behind the point */
JB_API int jb_decimal_compare(JbDecimal a, JbDecimal b); /* -1, 0, 1 */
JB_API double jb_decimal_to_double(JbDecimal value);     /* for coordinates only, never for a label */

/* ---- Languages of an output ------------------------------------------------------------------ */

typedef enum {
  JB_LANG_ZH = 1,
  JB_LANG_EN = 2,
  JB_LANG_BOTH = 3, /* Chinese first, English beneath */
} JbLang;

/* ---- Errors: one domain, codes by what the user can do about it ------------------------------- */

#define JB_ERROR (jb_error_quark())
JB_API GQuark jb_error_quark(void);

typedef enum {
  JB_ERROR_USAGE,    /* the call is wrong: exit 64 */
  JB_ERROR_DATA,     /* the input's content is wrong: 65 */
  JB_ERROR_NO_INPUT, /* the input cannot be opened: 66 */
  JB_ERROR_BUG,      /* an invariant of ours is broken: 70 */
  JB_ERROR_CREATE,   /* an output cannot be created: 73 */
  JB_ERROR_IO,       /* reading or writing failed half-way: 74 */
  JB_ERROR_BUSY,     /* locked, try again: 75 */
  JB_ERROR_CONFIG,   /* fonts, layouts, jobs: 78 */
  JB_ERROR_WARNED,   /* done, with warnings that somebody should read: 10 */
} JbErrorCode;

G_END_DECLS
#endif
