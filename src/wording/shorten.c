/* SPDX-License-Identifier: Apache-2.0 */
/* Short forms for axes: the usual abbreviations, one after the other, until 22 characters hold the name. */
#include "wording/compose.h"

#include <string.h>

enum { SHORT_CHARS = 22 };

/* In the order in which they are tried: what a reader misses least comes first. */
static const struct {
  const char *from, *to;
} steps[] = {
    {.from = " urban residential communities", .to = " communities"},
    {.from = " and upgraded", .to = ""},
    {.from = " above designated size", .to = ""},
    {.from = " put into production", .to = " in production"},
    {.from = " put into use", .to = " in use"},
    {.from = " at or above ", .to = ", "},
    {.from = "national-level", .to = "national"},
    {.from = "National-level", .to = "National"},
    {.from = "provincial-level", .to = "provincial"},
    {.from = "Provincial-level", .to = "Provincial"},
    {.from = "Construction of ", .to = ""},
    {.from = " or more", .to = "+"},
    {.from = "enterprises", .to = "firms"},
    {.from = "enterprise", .to = "firm"},
    {.from = "demonstration", .to = "demo"},
    {.from = "Demonstration", .to = "Demo"},
    {.from = " as a share of ", .to = ", % of "},
    {.from = "general public budget", .to = "budget"},
    {.from = "technological", .to = "tech"},
    {.from = "technology", .to = "tech"},
    {.from = "government", .to = "gov."},
    {.from = "Government", .to = "Gov."},
    {.from = "manufacturing", .to = "mfg"},
    {.from = "Manufacturing", .to = "Mfg"},
    {.from = "investment", .to = "inv."},
    {.from = "Investment", .to = "Inv."},
    {.from = "value added", .to = "VA"},
    {.from = "Value added", .to = "VA"},
    {.from = "agricultural", .to = "agri."},
    {.from = "Agricultural", .to = "Agri."},
    {.from = "international", .to = "intl"},
    {.from = "International", .to = "Intl"},
    {.from = "national", .to = "nat."},
    {.from = "National", .to = "Nat."},
    {.from = "provincial", .to = "prov."},
    {.from = "Provincial", .to = "Prov."},
    {.from = "municipal", .to = "mun."},
    {.from = "Municipal", .to = "Mun."},
    {.from = "residential", .to = "res."},
    {.from = "infrastructure", .to = "infra."},
    {.from = "development", .to = "dev."},
    {.from = "management", .to = "mgmt"},
    {.from = "consumption", .to = "cons."},
    {.from = "renovated", .to = "renov."},
    {.from = "Renovation", .to = "Renov."},
    {.from = "completed", .to = "done"},
    {.from = "percent", .to = "%"},
    {.from = " and ", .to = " & "},
};

static const char *
replace(JbArena *arena, const char *text, const char *from, const char *to)
{
  const char *at = strstr(text, from);
  if (at == NULL)
    return text;
  return jb_arena_printf(arena, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

const char *
jb_shorten(JbArena *arena, const char *en)
{
  const char *text = en;
  for (gsize i = 0; i < G_N_ELEMENTS(steps) && g_utf8_strlen(text, -1) > SHORT_CHARS; i++)
    text = replace(arena, text, steps[i].from, steps[i].to);
  if (text == en)
    return en;
  char *copy = jb_arena_dup(arena, text);
  copy[0] = g_ascii_toupper(copy[0]);
  return copy;
}
