/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_READ_FRONT_H
#define JB_READ_FRONT_H
/* What the first lines of a report say of it: area, year, date, congress and session, kind. */
#include <jianbao/document.h>

/* Reads document->blocks and fills document->report. `name` is the file's name. */
void jb_front_read(JbDocument *document, const char *name);

#endif
