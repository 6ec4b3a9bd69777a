/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JIANBAO_EXTRACT_H
#define JIANBAO_EXTRACT_H
/* Document → Facts: tokens → clauses → facts bound to indicator, period, base, bound and status. */
#include <jianbao/document.h>
#include <jianbao/fact.h>

G_BEGIN_DECLS

/* Every quantity of the report, in reading order. The result owns its strings; the document may go. Cannot fail. */
JB_API JbFacts *jb_extract(const JbDocument *document);

/* For each fact, in words: the sentence, the words read around the number, and the rule that gave each field. */
JB_API void jb_extract_explain(const JbDocument *document, GString *out);

/* Text dump of the tokens: one line a token, `@1534 number 163` … for tests and for people who check. */
JB_API void jb_extract_dump_tokens(const JbDocument *document, GString *out);

G_END_DECLS
#endif
