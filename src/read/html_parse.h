/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_READ_HTML_PARSE_H
#define JB_READ_HTML_PARSE_H
/* HTML → Gumbo's tree, in bounded memory and time. */
#include <jianbao/base.h>

#include <gumbo.h>

typedef struct JbHtmlTree JbHtmlTree;

/* `utf8` must stay. JB_ERROR_DATA when the page asks for more memory or time than any report needs. */
JbHtmlTree *jb_html_parse(const char *name, JbSlice utf8, GError **error);
void jb_html_free(JbHtmlTree *tree); /* accepts NULL */
const GumboNode *jb_html_root(const JbHtmlTree *tree);

#endif
