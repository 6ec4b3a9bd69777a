/* SPDX-License-Identifier: Apache-2.0 */
/* jianbao format: quantities as Chinese text has them, written in English, in Chinese by GB/T 15835, or both. */
#include "cli/cli.h"
#include "cli/written.h"

#include "base/utf8.h"
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
bound_of(const JbQuantity *quantity, const JbLead *lead)
{
  if (quantity->outer != JB_BOUND_EQ)
    return quantity->outer;
  return lead->bound != JB_BOUND_EQ ? lead->bound : quantity->inner;
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

/* 增长1.3倍 adds to the whole, 是…的2.3倍 and 增长到2.3倍 are the whole. */
static JbMeasure
measure_of(const JbQuantity *quantity, const JbLead *lead)
{
  gboolean is_times = quantity->word != NULL && strcmp(quantity->word->zh, "倍") == 0;
  if (quantity->word != NULL && quantity->word->kind == JB_UNIT_RANK)
    return JB_MEASURE_RANK;
  return is_times && lead->change == JB_WORD_UP && !lead->to_level ? JB_MEASURE_GROWTH : JB_MEASURE_LEVEL;
}

static JbFact
fact_of(const Format *format, const JbQuantity *quantity, JbSlice text, JbLang lang)
{
  JbSlice left = jb_slice_sub(text, 0, quantity->start);
  JbLead lead = jb_lead_parse(left);
  gboolean is_minus = quantity->value.digits > 0 && cli_written_minus(left) && !quantity->is_high;
  const char *unit = quantity->unit != NULL ? quantity->unit : "", *measure = measure_word(unit);
  if (lang == JB_LANG_EN && own_word(format, measure) != NULL) /* a counter, which English does not say */
    unit = jb_arena_printf(format->arena, "%.*s个%s", (int)(measure - unit), unit,
                           quantity->per != NULL ? quantity->per : "");
  return (JbFact){
      .value = is_minus ? jb_decimal_neg(quantity->value) : quantity->value,
      .unit = unit,
      .measure = measure_of(quantity, &lead),
      .bound = bound_of(quantity, &lead),
      .status = JB_STATUS_TARGET, /* nothing says that it happened: 以上 is at least */
      .source.text = jb_arena_copy(format->arena, text.at, text.len),
  };
}

/* A number before 到 is in figures, however small: 5 to 7 yuan. */
static const char *
figures_first(const Format *format, const JbFact *fact, const char *words)
{
  gsize word = strcspn(words, " ");
  if (!g_ascii_isalpha(*words))
    return words;
  JbQuantityParts parts = jb_quantity_parts(format->arena, fact, JB_LANG_EN);
  return jb_arena_printf(format->arena, "%s%s", parts.number, words + word);
}

/* 6.5%—7%: the unit once, behind the high end; 5到7元 is "5 to 7 yuan". */
static const char *
range(const Format *format, const JbFact *low, const JbFact *high, gboolean is_said, JbLang lang)
{
  const char *from = jb_quantity(format->arena, low, lang, format->style);
  const char *to = jb_quantity(format->arena, high, lang, format->style);
  gboolean prose = lang == JB_LANG_EN && format->style == JB_STYLE_PROSE;
  if (prose) {
    from = figures_first(format, low, from);
    to = figures_first(format, high, to);
  }
  gsize digits = strspn(from, "0123456789.,");
  gboolean same_unit = strcmp(from + digits, to + strspn(to, "0123456789.,")) == 0;
  const char *joint = lang != JB_LANG_EN ? "\u2014" : prose && is_said ? " to " : "\u2013";
  return jb_arena_printf(format->arena, "%.*s%s%s", (int)(same_unit ? digits : strlen(from)), from, joint, to);
}

/* Is the range that ends with `high` joined by a word, not by a dash? */
static gboolean
is_said_range(JbSlice text, const JbQuantity *high)
{
  JbSlice before = jb_slice_sub(text, 0, high->start);
  return jb_slice_ends(before, "到") || jb_slice_ends(before, "至");
}

static const char *
with_per(const Format *format, const char *unit, const char *per)
{
  return per != NULL ? jb_arena_printf(format->arena, "%s/%s", unit, per) : unit;
}

static const char *
words_of(const Format *format, const GArray *found, JbSlice text, const char *per, JbLang lang)
{
  const JbQuantity *quantities = &g_array_index(found, JbQuantity, 0);
  const char *words = NULL;
  for (guint i = 0; i < found->len; i++) {
    JbFact fact = fact_of(format, &quantities[i], text, lang), high = fact;
    gboolean is_range = quantities[i].is_low && i + 1 < found->len;
    if (is_range)
      high = fact_of(format, &quantities[i + 1], text, lang);
    fact.unit = with_per(format, fact.unit, per);
    high.unit = with_per(format, high.unit, per);
    const char *one = is_range ? range(format, &fact, &high, is_said_range(text, &quantities[i + 1]), lang)
                               : jb_quantity(format->arena, &fact, lang, format->style);
    words = words == NULL ? one
                          : jb_arena_printf(format->arena, "%s%s%s", words, quantities[i].ratio > 0 ? ":" : ", ", one);
    i += is_range;
  }
  return words;
}

/* 2个多百分点 is found as 2个: a quantity that does not reach the end of the text is not all of it. */
static gboolean
reaches_end(const GArray *found, JbSlice text)
{
  const JbQuantity *last = found->len > 0 ? &g_array_index(found, JbQuantity, found->len - 1) : NULL;
  return last != NULL && MAX(last->end, last->tail) >= text.len;
}

/* What a report would count: the quantities of the text and, for one that the glossary knows, what was counted. */
static const char *
format_found(const Format *format, const GArray *found, JbSlice text, const char *per, JbLang lang)
{
  const char *words = words_of(format, found, text, per, lang);
  const JbQuantity *last = &g_array_index(found, JbQuantity, found->len - 1);
  const char *counted = lang == JB_LANG_EN ? counted_by_glossary(format, last, text) : NULL;
  return counted != NULL ? jb_arena_printf(format->arena, "%s %s", words, counted) : words;
}

/* The text in one language; NULL when it holds no quantity. */
static const char *
format_text(const Format *format, const char *text, JbLang lang)
{
  const char *number = text;
  CliPer per = cli_written_per(format->arena, &number);
  JbSlice slice = jb_slice(number);
  g_autoptr(GArray) found = jb_quantities(format->arena, slice);
  const char *words = NULL;
  JbFact fact;
  if (!reaches_end(found, slice) && cli_written_read(format->arena, number, &fact)) {
    if (lang != JB_LANG_EN)
      return text;
    fact.unit = with_per(format, fact.unit, per.unit);
    words = jb_quantity(format->arena, &fact, lang, format->style);
  } else if (found->len > 0) {
    if (lang != JB_LANG_EN && per.en != NULL)
      return text;
    words = format_found(format, found, slice, per.unit, lang);
  }
  return words != NULL && per.en != NULL && per.unit == NULL ? jb_arena_printf(format->arena, "%s %s", words, per.en)
                                                             : words;
}

/* As a report is read: full-width figures, points and signs are those of ASCII. */
static const char *
folded(const Format *format, const char *text)
{
  g_autoptr(GString) plain = g_string_new(NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    g_string_append_unichar(plain, c > 0xFF00 && c < 0xFF5F ? c - 0xFEE0 : c);
  }
  return jb_arena_copy(format->arena, plain->str, plain->len);
}

/* Appends one line; FALSE when the text holds no quantity. */
static gboolean
format_line(const Format *format, const char *text, GString *out)
{
  if (!g_utf8_validate(text, -1, NULL))
    return FALSE;
  const char *clean = folded(format, text);
  const char *zh = format->lang != JB_LANG_EN ? format_text(format, clean, JB_LANG_ZH) : "";
  const char *en = format->lang != JB_LANG_ZH ? format_text(format, clean, JB_LANG_EN) : "";
  if (zh == NULL || en == NULL)
    return FALSE;
  g_string_append_printf(out, "%s%s%s\n", zh, format->lang == JB_LANG_BOTH ? "\t" : "", en);
  return TRUE;
}

/* The lines of standard input that hold no quantity: their numbers and the first one's text. */
typedef struct {
  guint n;
  GString *numbers;
  char *first;
} Refused;

/* A line of output for each line of input, so that they stand side by side; empty where there is no quantity. */
static gboolean
format_input(const Format *format, GString *out, Refused *refused, GError **error)
{
  g_autoptr(GIOChannel) input = g_io_channel_unix_new(0);
  if (g_io_channel_set_encoding(input, NULL, error) !=
      G_IO_STATUS_NORMAL) /* bytes: a line that is no UTF-8 is told as such */
    return FALSE;
  gsize line_number = 0, end;
  char *line;
  GIOStatus status;
  while ((status = g_io_channel_read_line(input, &line, NULL, &end, error)) == G_IO_STATUS_NORMAL) {
    g_autofree char *owned = line;
    line[end] = '\0';
    line_number++;
    g_strstrip(line);
    if (*line != '\0' && format_line(format, line, out))
      continue;
    g_string_append_c(out, '\n');
    if (*line == '\0')
      continue;
    if (refused->n++ == 0)
      refused->first = g_utf8_make_valid(line, -1);
    g_string_append_printf(refused->numbers, "%s%" G_GSIZE_FORMAT, refused->n > 1 ? ", " : "", line_number);
  }
  return status == G_IO_STATUS_EOF;
}

static void
tell_refused(const Refused *refused, GError **error)
{
  if (refused->n == 1)
    g_set_error(error, JB_ERROR, JB_ERROR_DATA,
                "-:%s:1: \"%s\" holds no quantity; a line is a number with its unit, such as 163亿元, in UTF-8",
                refused->numbers->str, refused->first);
  else
    g_set_error(error, JB_ERROR, JB_ERROR_DATA,
                "-: %u lines hold no quantity (%s), the first is \"%s\"; a line is a number with its unit, such as "
                "163亿元, in UTF-8",
                refused->n, refused->numbers->str, refused->first);
}

static gboolean
format_operands(const Format *format, const CliCall *call, GString *out, Refused *refused, GError **error)
{
  for (guint i = 0; i < call->n_operands; i++) {
    const char *text = call->operands[i];
    if (strcmp(text, "-") == 0) {
      if (!format_input(format, out, refused, error))
        return FALSE;
    } else if (!format_line(format, text, out)) {
      g_autofree char *valid = g_utf8_make_valid(text, -1);
      g_set_error(error, JB_ERROR, JB_ERROR_DATA,
                  "format: \"%s\" holds no quantity; write a number with its unit, such as 163亿元, in UTF-8", valid);
      return FALSE;
    }
  }
  return TRUE;
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
  g_autoptr(GString) out = g_string_new(NULL), numbers = g_string_new(NULL);
  Refused refused = {.numbers = numbers};
  gboolean fine = format_operands(&format, call, out, &refused, error) && cli_write("-", out->str, out->len, error);
  if (fine && refused.n > 0)
    tell_refused(&refused, error);
  g_free(refused.first);
  jb_arena_free(format.arena);
  return fine && refused.n == 0;
}
