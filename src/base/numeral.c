/* SPDX-License-Identifier: Apache-2.0 */
#include "base/numeral.h"

#include "base/utf8.h"

gint
jb_han_digit(JbSlice text)
{
  switch (jb_utf8_key(text, 0)) {
  case 0xE99BB6: /* 零 */
  case 0xE38087: /* 〇 */
    return 0;
  case 0xE4B880: /* 一 */
    return 1;
  case 0xE4BA8C: /* 二 */
  case 0xE4B8A4: /* 两 */
    return 2;
  case 0xE4B889: /* 三 */
    return 3;
  case 0xE59B9B: /* 四 */
    return 4;
  case 0xE4BA94: /* 五 */
    return 5;
  case 0xE585AD: /* 六 */
    return 6;
  case 0xE4B883: /* 七 */
    return 7;
  case 0xE585AB: /* 八 */
    return 8;
  case 0xE4B99D: /* 九 */
    return 9;
  default:
    return -1;
  }
}

gint
jb_han_year(JbSlice text, gsize *len)
{
  gint year = 0;
  *len = 0;
  for (guint i = 0; i < 4; i++) {
    gint digit = *len < text.len ? jb_han_digit(jb_slice_sub(text, *len, text.len)) : -1;
    if (digit < 0)
      return 0;
    year = year * 10 + digit;
    *len += strlen("一");
  }
  return year;
}
