/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_BASE_JSON_H
#define JB_BASE_JSON_H
/* JSON written straight into a buffer: no tree is built, and the bytes are always the same. */
#include <jianbao/base.h>

/* RFC 8259 string, or null. UTF-8 passes through; runs without anything to escape are copied whole. */
void jb_json_append(GString *out, const char *text);

#endif
