/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Labels at the ends of lines, pushed apart by pool-adjacent-violators: sorted by where they want to stand, labels that
 * would meet form a block whose members stand one height apart around the mean of their wishes. That is the least sum
 * of squared moves, in one pass. Blocks that leave the plot are clamped to it; clamping first gives the same.
 */
#include "chart/internal.h"

typedef struct {
  double sum; /* of wishes, each less its place in the block: the block's first centre is sum / count */
  guint count;
} Block;

static double
start_of(const Block *block, double height, double top, double bottom)
{
  double least = top + height / 2, most = bottom - height / 2 - (block->count - 1) * height;
  return MAX(MIN(block->sum / block->count, most), least);
}

/* Indices by wish; equal wishes keep their order. */
static void
sort_by_wish(const double *y, guint *order, guint n)
{
  for (guint i = 0; i < n; i++) {
    guint at = i;
    for (; at > 0 && y[order[at - 1]] > y[i]; at--)
      order[at] = order[at - 1];
    order[at] = i;
  }
}

gboolean
jb_ends_solve(double *y, guint n, double height, double top, double bottom)
{
  if (n == 0)
    return TRUE;
  g_autofree guint *order = g_new(guint, n);
  g_autofree Block *blocks = g_new(Block, n);
  gboolean fits = n * height <= bottom - top + 1e-9;
  if (!fits)
    height = (bottom - top) / n;
  sort_by_wish(y, order, n);
  guint n_blocks = 0;
  for (guint i = 0; i < n; i++) {
    blocks[n_blocks++] = (Block){.sum = y[order[i]], .count = 1};
    while (n_blocks > 1) {
      Block *above = &blocks[n_blocks - 2], *below = &blocks[n_blocks - 1];
      if (start_of(above, height, top, bottom) + above->count * height <= start_of(below, height, top, bottom))
        break;
      above->sum += below->sum - below->count * (above->count * height);
      above->count += below->count;
      n_blocks--;
    }
  }
  for (guint b = 0, i = 0; b < n_blocks; b++)
    for (guint place = 0; place < blocks[b].count; place++, i++)
      y[order[i]] = start_of(&blocks[b], height, top, bottom) + place * height;
  return fits;
}
