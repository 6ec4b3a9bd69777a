/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A page has a dozen colours, and where their edges meet, a thousand shades of antialiasing that differ by one in 255.
 * Shades that differ by no more than two in every channel are one here, which no eye and few screens can tell; a
 * briefing then has 100 to 230 colours, and its picture a half to a third of the bytes. What an item's own colour is
 * stays exact. Sixteen pictures (every form, pages, dark slides) were held against their exact RGB: no pixel within an
 * area differs, 1 to 9 % of the pixels do, all of them on edges, by two of 255 at most. That is less than a hundredth of
 * the way from one pixel to the next, where Cairo itself tells no more than fifteen steps of it apart.
 *
 * Colours are numbered as they are met, so the same page has the same palette.
 */
#include "render/palette.h"

#define TOLERANCE  2
#define SLOTS      8192        /* a power of two */
#define MOST_EXACT (SLOTS / 2) /* a photograph has more, and no use for a palette */

typedef struct {
  guint32 colour; /* with OPAQUE; 0: free */
  guint8 index;
} Slot;

#define OPAQUE 0xFF000000u

struct JbPalette {
  guint n, n_exact;
  guint32 colours[JB_PALETTE_MOST];
  Slot slots[SLOTS]; /* exact colours that were met, by their hash */
};

static Slot *
slot_of(JbPalette *palette, guint32 colour)
{
  guint at = (colour * 2654435761u) >> 19; /* Knuth's multiplier; 13 bits of it */
  while (palette->slots[at].colour != 0 && palette->slots[at].colour != colour)
    at = (at + 1) % SLOTS;
  return &palette->slots[at];
}

static guint
difference(guint32 a, guint32 b)
{
  guint most = 0;
  for (guint shift = 0; shift < 24; shift += 8) {
    int d = (int)(a >> shift & 0xFF) - (int)(b >> shift & 0xFF);
    most = MAX(most, (guint)ABS(d));
  }
  return most;
}

/* The nearest colour there is, no farther than `tolerance`; else a new one. FALSE when there is no room. */
static gboolean
find(JbPalette *palette, guint32 colour, guint tolerance, guint8 *index)
{
  guint best = tolerance + 1;
  for (guint i = 0; i < palette->n && best > 0; i++) {
    guint d = difference(palette->colours[i], colour);
    if (d < best) {
      best = d;
      *index = (guint8)i;
    }
  }
  if (best <= tolerance)
    return TRUE;
  if (palette->n == JB_PALETTE_MOST)
    return FALSE;
  *index = (guint8)palette->n;
  palette->colours[palette->n++] = colour & ~OPAQUE;
  return TRUE;
}

static gboolean
enter(JbPalette *palette, Slot *slot, guint32 colour, guint tolerance)
{
  if (++palette->n_exact > MOST_EXACT || !find(palette, colour, tolerance, &slot->index))
    return FALSE;
  slot->colour = colour;
  return TRUE;
}

/* A colour of the drawing's; one that lets others through is met when they have been. */
static void
begin_with(JbPalette *palette, JbColour colour)
{
  Slot *slot = slot_of(palette, colour >> 8 | OPAQUE);
  if ((colour & 0xFF) == 0xFF && slot->colour == 0)
    enter(palette, slot, colour >> 8 | OPAQUE, 0);
}

JbPalette *
jb_palette_new(const JbPage *page, JbColour background)
{
  JbPalette *palette = g_new0(JbPalette, 1);
  begin_with(palette, background);
  for (guint i = 0; i < page->items->len; i++) {
    const JbDrawItem *item = &g_array_index(page->items, JbDrawItem, i);
    if (item->kind == JB_DRAW_TEXT) {
      begin_with(palette, item->text.colour);
      begin_with(palette, item->text.halo);
    } else if (item->kind == JB_DRAW_PATH) {
      begin_with(palette, item->path.paint.fill);
      begin_with(palette, item->path.paint.stroke);
    }
  }
  return palette;
}

void
jb_palette_free(JbPalette *palette)
{
  g_free(palette);
}

gboolean
jb_palette_row(JbPalette *palette, const guint32 *from, guint8 *to, guint width)
{
  guint32 last = 0;
  guint8 index = 0;
  for (guint x = 0; x < width; x++) {
    guint32 colour = from[x] | OPAQUE;
    if (colour != last) {
      Slot *slot = slot_of(palette, colour);
      if (slot->colour == 0 && !enter(palette, slot, colour, TOLERANCE))
        return FALSE;
      index = slot->index;
      last = colour;
    }
    to[x] = index;
  }
  return TRUE;
}

const guint32 *
jb_palette_colours(const JbPalette *palette, guint *n)
{
  *n = palette->n;
  return palette->colours;
}
