/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_TESTS_FONTS_H
#define JB_TESTS_FONTS_H
/* The program's fonts as the state of a group of tests, wherever JIANBAO_FONT_DIR points. After <cmocka.h>. */
#include <jianbao/typeset.h>

static inline int
open_fonts(void **state)
{
  g_autoptr(GError) error = NULL;
  g_unsetenv("JIANBAO_FONT_DIR");
  *state = jb_fonts_open(&error);
  if (*state == NULL)
    print_error("%s\n", error->message);
  return *state == NULL;
}

static inline int
close_fonts(void **state)
{
  jb_fonts_free(*state);
  return 0;
}

#endif
