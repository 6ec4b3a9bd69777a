/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_READ_HTML_MAIN_H
#define JB_READ_HTML_MAIN_H
/* Which element of a page holds the report, and what elements are. */
#include <jianbao/base.h>

#include <gumbo.h>

#define JB_HTML_DEPTH 512 /* elements in each other; browsers stop there as well */

/* The innermost element that holds most of the text that is no link; NULL when it is nested more than JB_HTML_DEPTH. */
const GumboNode *jb_html_main(const GumboNode *root);

gboolean jb_html_is_dropped(const GumboNode *node);                     /* scripts, navigation, what is not shown */
gboolean jb_html_is_block(const GumboNode *node);                       /* a paragraph ends before and behind it */
const char *jb_html_attribute(const GumboNode *node, const char *name); /* "" when there is none */
gboolean jb_html_is_centred(const GumboNode *node);
gboolean jb_html_is_bold(const GumboNode *node);

#endif
