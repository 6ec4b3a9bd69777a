/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Characters that the font lacks and that can be written exactly with others.
 *
 * The rule: a row may be added only where the other characters mean the same to every reader, so that a whole briefing
 * need not stop for one rare sign: 前1‱ is 前1/10000. A character without a row stays an error that names it. The table
 * is asked only for what the face has no glyph for; a newer font shows the sign itself.
 */
#include "typeset/chars.h"

static const struct {
  gunichar c;
  const char *same;
} rows[] = {
    {0x2010, "-"},      /* hyphen */
    {0x2011, "-"},      /* hyphen that does not break */
    {0x202F, " "},      /* narrow space that does not break */
    {0x2031, "/10000"}, /* per ten thousand */
};

const char *
jb_char_equivalent(gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
    if (rows[i].c == c)
      return rows[i].same;
  return NULL;
}
