/* SPDX-License-Identifier: Apache-2.0 */
/* Colours as a reader sees them: one over another, and how far two stand apart (WCAG 2). */
#include "layout/colour.h"

#include <math.h>

static double
channel(guint value)
{
  double c = value / 255.0;
  return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double
luminance(JbColour colour)
{
  return 0.2126 * channel(colour >> 24) + 0.7152 * channel(colour >> 16 & 0xFF) + 0.0722 * channel(colour >> 8 & 0xFF);
}

JbColour
jb_colour_over(JbColour above, JbColour beneath)
{
  guint alpha = above & 0xFF;
  JbColour mixed = 0xFF;
  for (guint shift = 8; shift <= 24; shift += 8) {
    guint a = above >> shift & 0xFF, b = beneath >> shift & 0xFF;
    mixed |= (a * alpha + b * (255 - alpha) + 127) / 255 << shift;
  }
  return mixed;
}

double
jb_colour_contrast(JbColour text, JbColour beneath)
{
  double a = luminance(jb_colour_over(text, beneath)), b = luminance(beneath);
  return (MAX(a, b) + 0.05) / (MIN(a, b) + 0.05);
}
