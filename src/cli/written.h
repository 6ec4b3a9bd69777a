/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_CLI_WRITTEN_H
#define JB_CLI_WRITTEN_H
/* Quantities that a report does not count as facts (30周年, 15岁以上, 十余个, 一半以上, 第3位, 4比6), but a translator
 * meets. */
#include <jianbao/jianbao.h>

/* Reads all of `text` as one quantity; strings in `arena`. FALSE when it is none of these. */
gboolean cli_written_read(JbArena *arena, const char *text, JbFact *fact);

/* Do the words right before a number make it negative? 负, 零下 */
gboolean cli_written_minus(JbSlice lead);

/*
 * For each of what, said before the number: 每立方米|37微克, 每人每月|800元. Cuts it off `text`. `unit` is what stands
 * behind a stroke (立方米) and NULL when it is more than one measure word; `en` says it in words. Both NULL: nothing.
 */
typedef struct {
  const char *unit, *en;
} CliPer;
CliPer cli_written_per(JbArena *arena, const char **text);

#endif
