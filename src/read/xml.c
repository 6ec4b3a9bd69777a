/* SPDX-License-Identifier: Apache-2.0 */
#include "read/xml.h"

#include <string.h>

static void
fail(JbXml *xml, const char *why)
{
  int line = xml->reader != NULL ? xmlTextReaderGetParserLineNumber(xml->reader) : 0;
  if (xml->error == NULL)
    g_set_error(&xml->error, JB_ERROR, JB_ERROR_DATA,
                "%s: %s, line %d: %s; open it in a word processor and save it again", xml->name, xml->part, line, why);
}

static void
on_error(void *data, const xmlError *problem)
{
  JbXml *xml = data;
  if (problem->level < XML_ERR_ERROR)
    return;
  g_autofree char *why = g_strchomp(g_strdup(problem->message != NULL ? problem->message : "not well-formed"));
  char *advice = strstr(why, " use XML_PARSE_HUGE"); /* for programmers, and wrong */
  if (advice != NULL)
    *advice = '\0';
  fail(xml, why);
}

void
jb_xml_open(JbXml *xml, const char *name, const char *part, const GByteArray *bytes)
{
  *xml = (JbXml){.name = name, .part = part};
  xml->reader = xmlReaderForMemory((const char *)bytes->data, (int)bytes->len, NULL, NULL,
                                   XML_PARSE_NONET | XML_PARSE_COMPACT);
  if (xml->reader == NULL)
    fail(xml, "it is empty");
  else
    xmlTextReaderSetStructuredErrorHandler(xml->reader, (xmlStructuredErrorFunc)(void *)on_error, xml);
}

gboolean
jb_xml_close(JbXml *xml, GError **error)
{
  if (xml->reader != NULL)
    xmlFreeTextReader(xml->reader);
  xml->reader = NULL;
  if (xml->error == NULL)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&xml->error));
  return FALSE;
}

int
jb_xml_depth(const JbXml *xml)
{
  return xmlTextReaderDepth(xml->reader);
}

gboolean
jb_xml_next(JbXml *xml, int depth)
{
  if (xml->error != NULL)
    return FALSE;
  if (depth >= 0 && xmlTextReaderDepth(xml->reader) == depth && xmlTextReaderIsEmptyElement(xml->reader) == 1)
    return FALSE;
  int status;
  while ((status = xmlTextReaderRead(xml->reader)) == 1) {
    int type = xmlTextReaderNodeType(xml->reader);
    if (type == XML_READER_TYPE_DOCUMENT_TYPE || type == XML_READER_TYPE_ENTITY_REFERENCE) {
      fail(xml, "it declares entities, which no word processor does");
      return FALSE;
    }
    if (xmlTextReaderDepth(xml->reader) <= depth)
      return FALSE;
    if (type == XML_READER_TYPE_ELEMENT || type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
        type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
      return TRUE;
  }
  if (status < 0)
    fail(xml, "it cannot be read");
  return FALSE;
}

void
jb_xml_skip(JbXml *xml)
{
  for (int depth = jb_xml_depth(xml); jb_xml_next(xml, depth);)
    ;
}

gboolean
jb_xml_is(const JbXml *xml, const char *local_name)
{
  const xmlChar *name = xmlTextReaderConstLocalName(xml->reader);
  return xmlTextReaderNodeType(xml->reader) == XML_READER_TYPE_ELEMENT && name != NULL &&
         strcmp((const char *)name, local_name) == 0;
}

gboolean
jb_xml_is_any(const JbXml *xml, const char *const *local_names)
{
  for (; *local_names != NULL; local_names++)
    if (jb_xml_is(xml, *local_names))
      return TRUE;
  return FALSE;
}

const char *
jb_xml_text(const JbXml *xml)
{
  return xmlTextReaderNodeType(xml->reader) != XML_READER_TYPE_ELEMENT
             ? (const char *)xmlTextReaderConstValue(xml->reader)
             : NULL;
}

gboolean
jb_xml_attribute(const JbXml *xml, const char *local_name, char *value, gsize size)
{
  gboolean found = FALSE;
  for (int more = xmlTextReaderMoveToFirstAttribute(xml->reader); more == 1 && !found;
       more = found ? 0 : xmlTextReaderMoveToNextAttribute(xml->reader)) {
    const char *name = (const char *)xmlTextReaderConstLocalName(xml->reader);
    const char *text = (const char *)xmlTextReaderConstValue(xml->reader);
    found = name != NULL && text != NULL && strcmp(name, local_name) == 0;
    if (found)
      g_strlcpy(value, text, size);
  }
  xmlTextReaderMoveToElement(xml->reader);
  return found;
}

int
jb_xml_number(const JbXml *xml, const char *local_name, int missing)
{
  char value[16];
  if (!jb_xml_attribute(xml, local_name, value, sizeof value))
    return missing;
  gint64 number = g_ascii_strtoll(value, NULL, 10);
  return (int)CLAMP(number, 0, 1000000);
}

gboolean
jb_xml_is_on(const JbXml *xml)
{
  char value[8];
  return !jb_xml_attribute(xml, "val", value, sizeof value) ||
         (strcmp(value, "0") != 0 && strcmp(value, "false") != 0 && strcmp(value, "off") != 0 &&
          strcmp(value, "none") != 0);
}
