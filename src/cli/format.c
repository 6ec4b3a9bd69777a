/* SPDX-License-Identifier: Apache-2.0 */
/* jianbao format: quantities as Chinese text has them, written in English, in Chinese by GB/T 15835, or both. */
#include "cli/cli.h"
#include "cli/plain.h"

#include "base/words.h"
#include "extract/number.h"
#include "extract/phrase.h"
#include "wording/terms.h"

#include <string.h>

static const char *const styles[] = {"prose", "chart", NULL};

const CliOption cli_format_options[] = {
    CLI_OPTION_LANG,
    CLI_OPTION_GLOSSARY,
    {.name = "style",
     .kind = CLI_CHOICE,
     .choices = styles,
     .fallback = "prose",
     .help = "as a sentence has it, or a data label"},
    {.name = NULL},
};

typedef struct {
  JbArena *arena;
  JbLang lang;
  JbStyle style;
  const JbGlossary *glossary; /* NULL: none */
} Format;

/* The bound words stand inside the number, behind it, or before it: 2000多万, 11%以上, 超过3万亿元. */
static JbBound
bound_of(const JbQuantity *quantity, JbSlice before)
{
  if (quantity->outer != JB_BOUND_EQ)
    return quantity->outer;
  JbBound leading = jb_lead_parse(before).bound;
  return leading != JB_BOUND_EQ ? leading : quantity->inner;
}

/* The glossary's English for one Chinese word, as it stands behind a number; NULL when it has none. */
static const char *
own_word(const Format *format, const char *zh)
{
  const JbTerm *term = zh != NULL ? jb_glossary_lookup(format->glossary, zh) : NULL;
  return term != NULL ? jb_term_within(format->arena, term->en) : NULL;
}

/* 万标箱 without its 万: the measure word alone. */
static const char *
measure_word(const char *unit)
{
  static const char *const multipliers[] = {"万亿", "千万", "百万", "亿", "万", "千", "百"};
  gsize taken = unit != NULL ? jb_match_any(jb_slice(unit), multipliers, G_N_ELEMENTS(multipliers)) : 0;
  return unit != NULL ? unit + taken : NULL;
}

/*
 * What the glossary says that was counted: the noun behind the quantity (120个口袋公园) or, without one, the measure
 * word (20万标箱). NULL when it says nothing.
 */
static const char *
counted_by_glossary(const Format *format, const JbQuantity *quantity, JbSlice text)
{
  gsize behind = MAX(quantity->end, quantity->tail);
  const char *noun = own_word(format, jb_arena_copy(format->arena, text.at + behind, text.len - behind));
  return noun != NULL ? noun : own_word(format, measure_word(quantity->unit));
}

static JbFact
fact_of(const Format *format, const JbQuantity *quantity, JbSlice text, JbLang lang)
{
  gboolean is_rank = quantity->word != NULL && quantity->word->kind == JB_UNIT_RANK;
  const char *per = quantity->per != NULL ? quantity->per : "";
  const char *unit = quantity->unit != NULL ? quantity->unit : "", *measure = measure_word(unit);
  if (lang == JB_LANG_EN && own_word(format, measure) != NULL) /* a counter, which English does not say */
    unit = jb_arena_printf(format->arena, "%.*s个", (int)(measure - unit), unit);
  return (JbFact){
      .value = quantity->value,
      .unit = jb_arena_printf(format->arena, "%s%s", unit, per),
      .measure = is_rank ? JB_MEASURE_RANK : JB_MEASURE_LEVEL,
      .bound = bound_of(quantity, (JbSlice){.at = text.at, .len = quantity->start}),
      .status = JB_STATUS_TARGET, /* nothing says that it happened: 以上 is at least */
      .source.text = jb_arena_copy(format->arena, text.at, text.len),
  };
}

/* 6.5%—7%: the unit once, behind the high end. */
static const char *
range(const Format *format, const JbFact *low, const JbFact *high, JbLang lang)
{
  const char *from = jb_quantity(format->arena, low, lang, format->style);
  const char *to = jb_quantity(format->arena, high, lang, format->style);
  gsize digits = strspn(from, "0123456789.,");
  gboolean same_unit = strcmp(from + digits, to + strspn(to, "0123456789.,")) == 0;
  return jb_arena_printf(format->arena, "%.*s%s%s", (int)(same_unit ? digits : strlen(from)), from,
                         lang == JB_LANG_EN ? "\u2013" : "\u2014", to);
}

static const char *
words_of(const Format *format, const JbFact *facts, const JbQuantity *quantities, guint n, JbLang lang)
{
  const char *text = NULL;
  for (guint i = 0; i < n; i++) {
    gboolean is_range = quantities[i].is_low && i + 1 < n;
    const char *words = is_range ? range(format, &facts[i], &facts[i + 1], lang)
                                 : jb_quantity(format->arena, &facts[i], lang, format->style);
    i += is_range;
    text = text == NULL ? words : jb_arena_printf(format->arena, "%s, %s", text, words);
  }
  return text;
}

/* 2个多百分点 is found as 2个: a quantity that does not reach the end of the text is not all of it. */
static gboolean
reaches_end(const GArray *found, JbSlice text)
{
  const JbQuantity *last = found->len > 0 ? &g_array_index(found, JbQuantity, found->len - 1) : NULL;
  return last != NULL && MAX(last->end, last->tail) >= text.len;
}

/* The text in one language; NULL when it holds no quantity. */
static const char *
format_text(const Format *format, const char *text, JbLang lang)
{
  JbSlice slice = jb_slice(text);
  g_autoptr(GArray) found = jb_quantities(format->arena, slice);
  const char *plain = reaches_end(found, slice) ? NULL : cli_plain_quantity(format->arena, text, lang, format->style);
  if (plain != NULL || found->len == 0)
    return plain;
  const JbQuantity *quantities = &g_array_index(found, JbQuantity, 0);
  JbFact *facts = jb_arena_make(format->arena, JbFact, found->len);
  for (guint i = 0; i < found->len; i++)
    facts[i] = fact_of(format, &quantities[i], slice, lang);
  const char *words = words_of(format, facts, quantities, found->len, lang);
  const char *counted = lang == JB_LANG_EN ? counted_by_glossary(format, &quantities[found->len - 1], slice) : NULL;
  return counted != NULL ? jb_arena_printf(format->arena, "%s %s", words, counted) : words;
}

/* Appends one line; FALSE when the text holds no quantity. */
static gboolean
format_line(const Format *format, const char *text, GString *out)
{
  const char *zh = format->lang != JB_LANG_EN ? format_text(format, text, JB_LANG_ZH) : "";
  const char *en = format->lang != JB_LANG_ZH ? format_text(format, text, JB_LANG_EN) : "";
  if (zh == NULL || en == NULL)
    return FALSE;
  g_string_append_printf(out, "%s%s%s\n", zh, format->lang == JB_LANG_BOTH ? "\t" : "", en);
  return TRUE;
}

static gboolean
format_input(const Format *format, GString *out, GError **error)
{
  g_autoptr(GIOChannel) input = g_io_channel_unix_new(0);
  gsize line_number = 0, end;
  char *line;
  GIOStatus status;
  while ((status = g_io_channel_read_line(input, &line, NULL, &end, error)) == G_IO_STATUS_NORMAL) {
    g_autofree char *owned = line;
    line[end] = '\0';
    line_number++;
    if (*g_strchug(line) != '\0' && !format_line(format, line, out)) {
      g_set_error(error, JB_ERROR, JB_ERROR_DATA,
                  "-:%" G_GSIZE_FORMAT
                  ":1: \"%s\" holds no quantity; a line is a number with its unit, such as 163亿元",
                  line_number, line);
      return FALSE;
    }
  }
  return status == G_IO_STATUS_EOF;
}

gboolean
cli_format(const CliCall *call, GError **error)
{
  const char *path = cli_value(call, "glossary");
  g_autoptr(JbGlossary) glossary = path != NULL ? jb_glossary_open(path, error) : NULL;
  if (path != NULL && glossary == NULL)
    return FALSE;
  Format format = {.glossary = glossary,
                   .arena = jb_arena_new(),
                   .lang = cli_lang(call),
                   .style = strcmp(cli_value(call, "style"), "chart") == 0 ? JB_STYLE_LABEL : JB_STYLE_PROSE};
  g_autoptr(GString) out = g_string_new(NULL);
  gboolean fine = TRUE;
  for (guint i = 0; fine && i < call->n_operands; i++) {
    const char *text = call->operands[i];
    if (strcmp(text, "-") == 0)
      fine = format_input(&format, out, error);
    else if (!format_line(&format, text, out)) {
      g_set_error(error, JB_ERROR, JB_ERROR_DATA,
                  "format: \"%s\" holds no quantity; write a number with its unit, such as 163亿元", text);
      fine = FALSE;
    }
  }
  fine = fine && cli_write("-", out->str, out->len, error);
  jb_arena_free(format.arena);
  return fine;
}
