/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_CLI_PLAIN_H
#define JB_CLI_PLAIN_H
/* Quantities that a report does not count as facts (30周年, 15岁以上, 一半以上), but a translator meets. */
#include <jianbao/jianbao.h>

/* English of the whole text; NULL when it is none of these. */
const char *cli_plain_quantity(JbArena *arena, const char *text, JbLang lang, JbStyle style);

#endif
