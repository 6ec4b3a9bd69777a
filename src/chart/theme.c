/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The two themes. Contrast on white and distances for colour-blind readers of every colour were measured once:
 * text ≥ 4.5:1, graphics ≥ 3:1, met and missed ≥ 18 ΔE2000 apart for deutans. A layout may set the accent only.
 */
#include <jianbao/chart.h>

#define COLOURS                                                                                                        \
  .paper = JB_RGB(0xFFFFFF), .ink = JB_RGB(0x1B1E23), .ink2 = JB_RGB(0x4A5059), .muted = JB_RGB(0x666D77),             \
  .axis = JB_RGB(0x3B4048), .rule = JB_RGB(0xD5D9DF), .panel = JB_RGB(0xF4F6F8), .accent = JB_RGB(0x123E7C),           \
  .actual = JB_RGB(0x123E7C), .previous = JB_RGB(0x7A94B8), .met = JB_RGB(0x1F6F78), .missed = JB_RGB(0xB5400B),       \
  .band1 = JB_RGB(0xE9ECF0), .band2 = JB_RGB(0xD3D9E1),                                                                \
  .series = {JB_RGB(0x123E7C), JB_RGB(0xC4510E), JB_RGB(0x3A9BB8), JB_RGB(0x5B6470)}

static const JbTheme page_theme = {
    COLOURS,       .title_pt = 20, .section_pt = 12, .body_pt = 10.5,
    .chart_pt = 9, .min_pt = 8,    .en_ratio = 0.72, .en_min_pt = 6.5,
};

/* For 960 × 540 pt: what the last row of a room can read. */
static const JbTheme slide_theme = {
    COLOURS,        .title_pt = 28, .section_pt = 24, .body_pt = 18,
    .chart_pt = 15, .min_pt = 14,   .en_ratio = 0.72, .en_min_pt = 10,
};

const JbTheme *
jb_theme_default(gboolean slide)
{
  return slide ? &slide_theme : &page_theme;
}
