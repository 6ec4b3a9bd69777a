/* SPDX-License-Identifier: Apache-2.0 */
/* How a fact came about, for people who check. */
#include "extract/item.h"

static void
put_words(GString *out, const char *label, JbSlice words)
{
  if (words.len > 0)
    g_string_append_printf(out, " %s “%.*s”", label, (int)words.len, words.at);
}

static void
put_field(GString *out, const char *field, const char *value, const char *why)
{
  g_string_append_printf(out, "  %-8s%s", field, value != NULL && value[0] != '\0' ? value : "-");
  if (why != NULL)
    g_string_append_printf(out, "  (%s)", why);
  g_string_append_c(out, '\n');
}

static const char *
role_name(JbWordRole role)
{
  static const char *const names[] = {
      [JB_WORD_NONE] = NULL,       [JB_WORD_UP] = "up",      [JB_WORD_DOWN] = "down",
      [JB_WORD_REACH] = "reaches", [JB_WORD_HOLD] = "holds", [JB_WORD_IS] = "is",
  };
  return (guint)role < G_N_ELEMENTS(names) ? names[role] : NULL;
}

static void
put_lead(GString *out, const JbItem *item)
{
  const JbLead *lead = &item->lead;
  g_string_append(out, "  words  ");
  put_words(out, "clause", item->clause);
  put_words(out, "subject", lead->subject);
  put_words(out, "verb", item->phrase.verb);
  put_words(out, "behind", item->right);
  if (role_name(lead->change) != NULL)
    g_string_append_printf(out, " %s", role_name(lead->change));
  if (role_name(lead->reach) != NULL)
    g_string_append_printf(out, " %s", role_name(lead->reach));
  g_string_append_printf(out, "%s%s%s%s\n", lead->average ? " 年均" : "", lead->respective ? " 分别" : "",
                         lead->from ? " 从" : "", lead->total ? " 累计" : "");
}

void
jb_item_explain(const JbBinder *b, const JbSentence *state, const JbItem *item, const JbFact *fact, GString *out)
{
  g_string_append_printf(out, "#%u %s @%u-%u p%u l%u\n", fact->number, fact->source.text, fact->source.start,
                         fact->source.end, fact->source.paragraph, fact->source.line);
  g_string_append_printf(out, "  in      %.*s\n", (int)state->sentence.len, state->sentence.at);
  put_lead(out, item);
  put_field(out, "name", fact->name_zh, item->why.name);
  put_field(out, "code", fact->code, item->why.code);
  put_field(out, "measure", jb_measure_name(fact->measure), item->why.measure);
  put_field(out, "value", jb_decimal_text(b->arena, fact->value), item->sign < 0 ? "a fall or a cut" : NULL);
  put_field(out, "unit", fact->unit, NULL);
  put_field(out, "bound", jb_bound_name(fact->bound), item->why.bound);
  put_field(out, "status", jb_status_name(fact->status), item->why.status);
  put_field(out, "period", jb_period_text(b->arena, fact->period), item->why.period);
  if (fact->base_year != 0)
    g_string_append_printf(out, "  base    %d\n", fact->base_year);
}
