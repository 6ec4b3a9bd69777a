/* SPDX-License-Identifier: Apache-2.0 */
/*
 * docx (ECMA-376, WordprocessingML): a zip archive whose word/document.xml holds the text. Styles and numbering say
 * which paragraphs are headings, and with which numbers (docx_styles.c). Tracked changes are read as accepted: what
 * was inserted is text, what was deleted or moved away is not. Notes come last, one paragraph each.
 */
#include "base/utf8.h"
#include "read/docx_styles.h"
#include "read/markup.h"
#include "read/reader.h"
#include "read/xml.h"
#include "read/zip.h"

#include <string.h>

enum { PART_DOCUMENT, PART_STYLES, PART_NUMBERING, PART_FOOTNOTES, PART_ENDNOTES, N_PARTS };

#define MAX_TEXT ((gsize)64 * 1024 * 1024)

typedef struct {
  JbXml xml;
  JbDocxStyles *styles;
  GString *out;
  char *carried; /* text of a paragraph whose end was deleted: it belongs to the next one */
} Docx;

/* Subtrees whose text is not the document's: deleted, moved away, the old look of something, a second copy for old
 * readers. */
static const char *const dropped[] = {"del",           "moveFrom",        "Fallback",     "sectPr",
                                      "instrText",     "delText",         "pPrChange",    "rPrChange",
                                      "sectPrChange",  "tblPrChange",     "tcPrChange",   "trPrChange",
                                      "tblGridChange", "numberingChange", "delInstrText", "sdtPr",
                                      "sdtEndPr",      "rubyPr",          "rt",           NULL};

typedef struct {
  JbMarkup markup;
  JbDocxStyle style;
  gboolean end_deleted;
} Paragraph;

static void read_story(Docx *d, int depth);

static void
read_style_of(Docx *d, Paragraph *p)
{
  char value[64];
  int num_id = -1, level = -1, outline = -1;
  gboolean centred = FALSE, own_centred = FALSE;
  for (int depth = jb_xml_depth(&d->xml); jb_xml_next(&d->xml, depth);) {
    if (jb_xml_is(&d->xml, "rPr")) {
      for (int inner = jb_xml_depth(&d->xml); jb_xml_next(&d->xml, inner);)
        if (jb_xml_is(&d->xml, "del"))
          p->end_deleted = TRUE;
        else if (jb_xml_is_any(&d->xml, dropped))
          jb_xml_skip(&d->xml);
    } else if (jb_xml_is_any(&d->xml, dropped))
      jb_xml_skip(&d->xml);
    else if (jb_xml_is(&d->xml, "pStyle") && jb_xml_attribute(&d->xml, "val", value, sizeof value))
      p->style = jb_docx_style(d->styles, value);
    else if (jb_xml_is(&d->xml, "numId"))
      num_id = jb_xml_number(&d->xml, "val", -1);
    else if (jb_xml_is(&d->xml, "ilvl"))
      level = jb_xml_number(&d->xml, "val", -1);
    else if (jb_xml_is(&d->xml, "outlineLvl"))
      outline = jb_xml_number(&d->xml, "val", -1);
    else if (jb_xml_is(&d->xml, "jc") && jb_xml_attribute(&d->xml, "val", value, sizeof value)) {
      centred = strcmp(value, "center") == 0;
      own_centred = TRUE;
    }
  }
  p->style.num_id = num_id >= 0 ? num_id : p->style.num_id;
  p->style.level = level >= 0 ? level : p->style.level;
  p->style.centred = own_centred ? centred : p->style.centred;
  if (outline >= 0)
    p->style.heading = outline < JB_DOCX_LEVELS ? MIN((guint)outline + 1, 6) : 0;
}

/* What a run's properties say; -1: nothing. */
typedef struct {
  int bold;
  gboolean hidden;
} RunLook;

static RunLook
read_look(Docx *d)
{
  char value[64];
  RunLook look = {.bold = -1};
  for (int depth = jb_xml_depth(&d->xml); jb_xml_next(&d->xml, depth);) {
    if (jb_xml_is_any(&d->xml, dropped))
      jb_xml_skip(&d->xml);
    else if (jb_xml_is(&d->xml, "b"))
      look.bold = jb_xml_is_on(&d->xml);
    else if (jb_xml_is(&d->xml, "vanish"))
      look.hidden = jb_xml_is_on(&d->xml);
    else if (jb_xml_is(&d->xml, "rStyle") && look.bold < 0 && jb_xml_attribute(&d->xml, "val", value, sizeof value) &&
             jb_docx_style(d->styles, value).bold)
      look.bold = TRUE;
  }
  return look;
}

static gboolean
is_line_break(const JbXml *xml)
{
  char type[16];
  return jb_xml_is(xml, "cr") || (jb_xml_is(xml, "br") && (!jb_xml_attribute(xml, "type", type, sizeof type) ||
                                                           strcmp(type, "textWrapping") == 0));
}

static void
read_run(Docx *d, Paragraph *p)
{
  RunLook look = {.bold = -1};
  for (int depth = jb_xml_depth(&d->xml); jb_xml_next(&d->xml, depth);) {
    gboolean bold = look.bold >= 0 ? look.bold : p->style.bold;
    const char *text = jb_xml_text(&d->xml);
    if (jb_xml_is_any(&d->xml, dropped))
      jb_xml_skip(&d->xml);
    else if (jb_xml_is(&d->xml, "rPr"))
      look = read_look(d);
    else if (jb_xml_is(&d->xml, "txbxContent"))
      read_story(d, jb_xml_depth(&d->xml));
    else if (look.hidden)
      continue;
    else if (text != NULL)
      jb_markup_add(&p->markup, text, bold);
    else if (jb_xml_is(&d->xml, "tab"))
      jb_markup_add(&p->markup, " ", bold);
    else if (jb_xml_is(&d->xml, "noBreakHyphen"))
      jb_markup_add(&p->markup, "-", bold);
    else if (is_line_break(&d->xml))
      jb_markup_break(&p->markup);
  }
}

static void
close_paragraph(Docx *d, Paragraph *p)
{
  if (p->end_deleted) {
    g_free(d->carried);
    d->carried = g_strdup(p->markup.text->str);
    return;
  }
  gboolean empty = strspn(p->markup.text->str, " *\n") == p->markup.text->len;
  g_autoptr(GString) number = g_string_new(NULL);
  if (p->style.num_id > 0 && !empty)
    jb_docx_number(d->styles, p->style.num_id, MAX(p->style.level, 0), number);
  JbMarkupKind kind = {.heading = p->style.heading, .centred = p->style.centred, .number = number->str};
  if (!p->style.is_toc)
    jb_markup_close(&p->markup, &kind, d->out);
}

static void
read_paragraph(Docx *d)
{
  Paragraph p = {.markup = jb_markup_new(), .style = {.num_id = -1, .level = -1}};
  if (d->carried != NULL)
    jb_markup_add(&p.markup, d->carried, FALSE);
  g_clear_pointer(&d->carried, g_free);
  for (int depth = jb_xml_depth(&d->xml); jb_xml_next(&d->xml, depth);) {
    if (jb_xml_is_any(&d->xml, dropped))
      jb_xml_skip(&d->xml);
    else if (jb_xml_is(&d->xml, "pPr"))
      read_style_of(d, &p);
    else if (jb_xml_is(&d->xml, "r"))
      read_run(d, &p);
  }
  close_paragraph(d, &p);
  jb_markup_free(&p.markup);
}

/* The paragraphs inside the current element, as text of their own. */
static char *
read_apart(Docx *d)
{
  GString *out = d->out;
  d->out = g_string_new(NULL);
  read_story(d, jb_xml_depth(&d->xml));
  char *text = g_string_free(d->out, FALSE);
  d->out = out;
  return text;
}

static void
read_row(Docx *d)
{
  gboolean deleted = FALSE;
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func(g_free);
  for (int depth = jb_xml_depth(&d->xml); jb_xml_next(&d->xml, depth);) {
    if (jb_xml_is(&d->xml, "trPr")) {
      for (int inner = jb_xml_depth(&d->xml); jb_xml_next(&d->xml, inner);)
        deleted = deleted || jb_xml_is(&d->xml, "del");
    } else if (jb_xml_is_any(&d->xml, dropped)) {
      jb_xml_skip(&d->xml);
    } else if (jb_xml_is(&d->xml, "tc")) {
      g_ptr_array_add(cells, read_apart(d));
    }
  }
  if (!deleted)
    jb_markup_row(cells, d->out);
}

static void
read_table(Docx *d)
{
  for (int depth = jb_xml_depth(&d->xml); jb_xml_next(&d->xml, depth);)
    if (jb_xml_is(&d->xml, "tr"))
      read_row(d);
    else if (jb_xml_is_any(&d->xml, dropped))
      jb_xml_skip(&d->xml);
  g_string_append_c(d->out, '\n');
}

static void
read_story(Docx *d, int depth)
{
  while (d->out->len <= MAX_TEXT && jb_xml_next(&d->xml, depth)) {
    if (jb_xml_is_any(&d->xml, dropped))
      jb_xml_skip(&d->xml);
    else if (jb_xml_is(&d->xml, "p"))
      read_paragraph(d);
    else if (jb_xml_is(&d->xml, "tbl"))
      read_table(d);
  }
}

static gboolean
read_document(Docx *d, const char *name, const GByteArray *bytes, GError **error)
{
  jb_xml_open(&d->xml, name, "word/document.xml", bytes);
  read_story(d, -1);
  g_clear_pointer(&d->carried, g_free);
  return jb_xml_close(&d->xml, error);
}

static gboolean
read_notes(Docx *d, const char *name, const JbZipPart *part, guint *number, GError **error)
{
  char type[32];
  if (part->bytes == NULL)
    return TRUE;
  jb_xml_open(&d->xml, name, part->path, part->bytes);
  while (jb_xml_next(&d->xml, -1)) {
    if (!jb_xml_is(&d->xml, "footnote") && !jb_xml_is(&d->xml, "endnote"))
      continue;
    gboolean rule = jb_xml_attribute(&d->xml, "type", type, sizeof type) && strcmp(type, "normal") != 0;
    g_autofree char *paragraphs = read_apart(d);
    g_autofree char *flat = jb_markup_flat(paragraphs);
    if (!rule && *flat != '\0')
      g_string_append_printf(d->out, "[^%u]: %s\n\n", ++*number, flat);
  }
  g_clear_pointer(&d->carried, g_free);
  return jb_xml_close(&d->xml, error);
}

static gboolean
read_parts(const char *name, const JbZipPart *parts, GString *out, GError **error)
{
  guint notes = 0;
  Docx d = {.out = out};
  d.styles = jb_docx_styles_new(name, parts[PART_STYLES].bytes, parts[PART_NUMBERING].bytes, error);
  gboolean done = d.styles != NULL && read_document(&d, name, parts[PART_DOCUMENT].bytes, error) &&
                  read_notes(&d, name, &parts[PART_FOOTNOTES], &notes, error) &&
                  read_notes(&d, name, &parts[PART_ENDNOTES], &notes, error);
  jb_docx_styles_free(d.styles);
  if (done && out->len > MAX_TEXT) {
    g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s: it holds more than 64 MiB of text; no report does", name);
    return FALSE;
  }
  return done;
}

static int
sniff(G_GNUC_UNUSED const char *name, JbSlice bytes)
{
  return jb_slice_starts(bytes, "PK\x03\x04") && jb_slice_find(bytes, "word/document.xml") >= 0 ? 90 : 0;
}

static gboolean
decode(JbArena *arena, const char *name, JbSlice bytes, JbText *text, GError **error)
{
  JbZipPart parts[N_PARTS] = {
      [PART_DOCUMENT] = {.path = "word/document.xml"},   [PART_STYLES] = {.path = "word/styles.xml"},
      [PART_NUMBERING] = {.path = "word/numbering.xml"}, [PART_FOOTNOTES] = {.path = "word/footnotes.xml"},
      [PART_ENDNOTES] = {.path = "word/endnotes.xml"},
  };
  g_autoptr(GString) out = g_string_new(NULL);
  gboolean done = jb_zip_read(name, bytes, parts, N_PARTS, error);
  if (done && parts[PART_DOCUMENT].bytes == NULL) {
    g_set_error(error, JB_ERROR, JB_ERROR_DATA, "%s: there is no word/document.xml in it; save the report again", name);
    done = FALSE;
  }
  done = done && read_parts(name, parts, out, error);
  for (guint i = 0; i < N_PARTS; i++)
    g_clear_pointer(&parts[i].bytes, g_byte_array_unref);
  if (done)
    jb_markup_finish(out, arena, text);
  return done;
}

const JbReader jb_reader_docx = {.name = "docx", .sniff = sniff, .decode = decode};
