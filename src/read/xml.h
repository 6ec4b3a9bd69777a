/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_READ_XML_H
#define JB_READ_XML_H
/* A part of a docx, walked element by element; never more of it in memory than the path to the current one. */
#include <jianbao/base.h>

#include <libxml/xmlreader.h>

typedef struct {
  const char *name, *part; /* of the file and of the part in it, for errors */
  xmlTextReaderPtr reader;
  GError *error; /* the first failure, NULL: none */
} JbXml;

/* No entities are read in, no DTD, nothing from elsewhere; nesting ends at 256. */
void jb_xml_open(JbXml *xml, const char *name, const char *part, const GByteArray *bytes);
/* FALSE and the first failure when reading broke off. */
gboolean jb_xml_close(JbXml *xml, GError **error);

/* Depth of the current element, for jb_xml_next(). */
int jb_xml_depth(const JbXml *xml);
/*
 * The next element or text inside the element at `depth`, children of children included unless they were walked or
 * skipped; FALSE at its end. Call it with -1 for the whole part.
 */
gboolean jb_xml_next(JbXml *xml, int depth);
void jb_xml_skip(JbXml *xml); /* to the end of the current element */

gboolean jb_xml_is(const JbXml *xml, const char *local_name); /* an element of this name, in any namespace */
gboolean jb_xml_is_any(const JbXml *xml, const char *const *local_names); /* NULL-terminated */
const char *jb_xml_text(const JbXml *xml);                                /* of a text node, NULL for elements */
/* An attribute by its name without prefix, copied into `value` and cut to its size; FALSE when there is none. */
gboolean jb_xml_attribute(const JbXml *xml, const char *local_name, char *value, gsize size);
/* As a number from 0 on; `missing` when there is none. */
int jb_xml_number(const JbXml *xml, const char *local_name, int missing);
/* A switch such as <w:b/> or <w:b w:val="0"/>. */
gboolean jb_xml_is_on(const JbXml *xml);

#endif
