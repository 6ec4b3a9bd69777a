/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Atoms down columns: each column is filled, cut where no rule is broken (a band never stands last, one row of a group
 * never alone), and where all of them end on a page, the columns are balanced.
 */
#include "layout/flow.h"

#define ENOUGH_PT 80.0 /* to begin with, whatever the number of its atoms */

static double
lead_height(const JbColumns *columns, guint from)
{
  const JbAtom *atom = &columns->atoms[from];
  return columns->head_h + (atom->heads ? 0 : columns->band_h[atom->group]);
}

static gboolean
same_group_row(const JbColumns *columns, guint a, guint b)
{
  return b < columns->n_atoms && columns->atoms[a].group == columns->atoms[b].group && !columns->atoms[b].heads;
}

/* Draws the cut back until it breaks no rule; `from` when nothing can stand before it. */
static guint
good_cut(const JbColumns *columns, guint from, guint to)
{
  while (to > from && to < columns->n_atoms) {
    if (columns->atoms[to - 1].heads) {
      to--;
    } else if (to >= 2 && columns->atoms[to - 2].heads && same_group_row(columns, to - 1, to) && to - 2 >= from) {
      to -= 2; /* a single row under its band */
    } else if (same_group_row(columns, to - 1, to) && !same_group_row(columns, to, to + 1) && to - from > 1 &&
               same_group_row(columns, to - 2, to - 1)) {
      to--; /* the group's last row alone in the next column */
      break;
    } else {
      break;
    }
  }
  return to;
}

static guint
fill_one(const JbColumns *columns, guint from, double height)
{
  double y = lead_height(columns, from);
  guint to = from;
  while (to < columns->n_atoms && y + columns->atoms[to].height <= height + 0.01)
    y += columns->atoms[to++].height;
  return good_cut(columns, from, to);
}

static gboolean
fill_all(const JbColumns *columns, guint from, double height, guint *cut)
{
  cut[0] = from;
  for (guint c = 0; c < columns->n_columns; c++)
    cut[c + 1] = cut[c] < columns->n_atoms ? fill_one(columns, cut[c], height) : cut[c];
  return cut[columns->n_columns] == columns->n_atoms;
}

double
jb_columns_used(const JbColumns *columns, const guint *cut)
{
  double tallest = 0;
  for (guint c = 0; c < columns->n_columns; c++) {
    if (cut[c] >= cut[c + 1])
      continue;
    double y = lead_height(columns, cut[c]);
    for (guint i = cut[c]; i < cut[c + 1]; i++)
      y += columns->atoms[i].height;
    tallest = MAX(tallest, y);
  }
  return tallest;
}

gboolean
jb_columns_fill(const JbColumns *columns, guint from, double height, guint *cut)
{
  if (!fill_all(columns, from, height, cut))
    return FALSE;
  double low = 0, high = height; /* all fit: the least height that still holds them balances the columns */
  for (int step = 0; step < 14; step++) {
    double middle = (low + high) / 2;
    if (fill_all(columns, from, middle, cut))
      high = middle;
    else
      low = middle;
  }
  return fill_all(columns, from, high, cut);
}

guint
jb_columns_pages(const JbColumns *columns, guint from, double first, double rest)
{
  guint cut[JB_MAX_COLUMNS + 1], pages = 0;
  for (double height = first; from < columns->n_atoms; height = rest, pages++) {
    fill_all(columns, from, height, cut);
    if (cut[columns->n_columns] == from)
      return G_MAXUINT;
    from = cut[columns->n_columns];
  }
  return pages;
}

double
jb_columns_even(const JbColumns *columns, guint from, double first, double rest)
{
  guint pages = jb_columns_pages(columns, from, first, rest);
  double low = 0, high = 1;
  for (int step = 0; step < 12; step++) {
    double middle = (low + high) / 2;
    if (jb_columns_pages(columns, from, first * middle, rest * middle) == pages)
      high = middle;
    else
      low = middle;
  }
  return first * high;
}

gboolean
jb_columns_can_begin(const JbColumns *columns, guint from, double height)
{
  if (height <= 0)
    return FALSE;
  guint to = fill_one(columns, from, height);
  double begun = 0;
  for (guint i = from; i < to; i++)
    begun += columns->atoms[i].height;
  return to == columns->n_atoms || to >= from + 3 || (to >= from + 2 && begun >= ENOUGH_PT);
}

double
jb_columns_whole(const JbColumns *columns, guint *cut)
{
  double height = columns->head_h;
  for (guint i = 0; i < columns->n_atoms; i++)
    height += columns->atoms[i].height;
  jb_columns_fill(columns, 0, height, cut);
  return jb_columns_used(columns, cut);
}

void
jb_columns_draw(JbRun *run, const JbColumns *columns, JbDrawing *drawing, const guint *cut, JbPoint at)
{
  for (guint c = 0; c < columns->n_columns; c++)
    if (cut[c] < cut[c + 1])
      columns->draw(run, columns, drawing, cut[c], cut[c + 1],
                    (JbPoint){at.x + c * (columns->width + columns->gap), at.y});
}
