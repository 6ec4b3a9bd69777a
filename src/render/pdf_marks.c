/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Marked content (ISO 32000-1, 14.6-14.8): every stroke and letter of a page is somebody's.
 *
 *  - text belongs to the innermost tag; outside one that may hold text it gets a paragraph of its own, for
 *    content must not vanish
 *  - a Figure is one piece with its alternative text, which is read in place of it: tags within it are dropped, the
 *    languages of its labels are not told apart, its links follow behind it
 *  - paths outside a figure, and all that an ARTIFACT holds, are artifacts
 *  - a link takes in the text beside it in the drawing that stands in its box
 *  - text in the language that the document has less of is marked as a Span with its own Lang
 */
#include "render/pdf.h"

/* What the stream is inside of: an element's number or one of these. */
#define OUTSIDE    G_MAXUINT
#define LAYOUT     (G_MAXUINT - 1) /* an artifact: rules and areas */
#define PAGINATION (G_MAXUINT - 2) /* an artifact: running heads and feet */

#define NONE G_MAXUINT

typedef struct {
  JbRole role;
  guint element;
} Open;

struct JbPdfMarks {
  JbPdf *pdf;
  const JbDrawing *drawing;
  JbPdfStructure *structure;
  JbLang lang;   /* of the document */
  GArray *open;  /* Open: tags, those within figures and artifacts left out */
  guint flat;    /* tags open within a figure or an artifact, itself included */
  guint within;  /* while `flat`: what its content is inside of */
  guint implied; /* paragraph around text that no tag of its own has; NONE */
  guint inside;
  gboolean foreign; /* inside text of the other language */
  GPtrArray *late; /* const JbLinkItem *: of a figure that is not yet at its end */
  /* The page: */
  guint page;
  GString *content;
  GString *annotations;
  GArray *link_of;    /* guint by item: the link around a text, NONE */
  GArray *element_of; /* guint by item: the element of a link, NONE before it is made */
};

JbPdfMarks *
jb_pdf_marks_new(JbPdf *pdf, const JbDrawing *drawing, JbPdfStructure *structure, JbLang lang)
{
  JbPdfMarks *marks = g_new0(JbPdfMarks, 1);
  *marks = (JbPdfMarks){.pdf = pdf,
                        .drawing = drawing,
                        .structure = structure,
                        .lang = lang,
                        .open = g_array_new(FALSE, FALSE, sizeof(Open)),
                        .implied = NONE,
                        .inside = OUTSIDE,
                        .late = g_ptr_array_new(),
                        .annotations = g_string_new(NULL),
                        .link_of = g_array_new(FALSE, FALSE, sizeof(guint)),
                        .element_of = g_array_new(FALSE, FALSE, sizeof(guint))};
  return marks;
}

void
jb_pdf_marks_free(JbPdfMarks *marks)
{
  g_array_unref(marks->open);
  g_ptr_array_unref(marks->late);
  g_string_free(marks->annotations, TRUE);
  g_array_unref(marks->link_of);
  g_array_unref(marks->element_of);
  g_free(marks);
}

static const JbPage *
page_of(const JbPdfMarks *marks)
{
  return marks->drawing->pages->pdata[marks->page];
}

static const JbDrawItem *
item_at(const JbPdfMarks *marks, guint index)
{
  return &g_array_index(page_of(marks)->items, JbDrawItem, index);
}

/* ---- Marked-content sequences --------------------------------------------------------------------------- */

static void
leave(JbPdfMarks *marks)
{
  if (marks->inside != OUTSIDE)
    g_string_append(marks->content, "EMC\n");
  marks->inside = OUTSIDE;
}

static void
put_begin(JbPdfMarks *marks, guint id, const char *type, gboolean foreign)
{
  g_string_append_c(marks->content, '/');
  if (foreign)
    g_string_append(marks->content, marks->lang == JB_LANG_EN ? "Span<</Lang(zh-CN)" : "Span<</Lang(en)");
  else
    g_string_append(g_string_append(marks->content, type), "<<");
  g_string_append(marks->content, "/MCID ");
  jb_pdf_whole(marks->content, id, 0, ">>BDC\n");
}

/*
 * Goes on in the same sequence when it is the same element or kind of artifact, in the same language. Sequences never
 * stand in one another: poppler 22.12 takes the end of an inner one for the end of both and loses the text behind it.
 */
static void
enter(JbPdfMarks *marks, guint inside, const char *type, gboolean foreign)
{
  if (marks->inside == inside && marks->foreign == foreign)
    return;
  leave(marks);
  if (inside == LAYOUT)
    g_string_append(marks->content, "/Artifact BMC\n");
  else if (inside == PAGINATION)
    g_string_append(marks->content, "/Artifact<</Type/Pagination>>BDC\n");
  else
    put_begin(marks, jb_pdf_structure_mark(marks->structure, inside, marks->page), type, foreign);
  marks->inside = inside;
  marks->foreign = foreign;
}

/* ---- Whose content it is ---------------------------------------------------------------------------------- */

static gboolean
may_hold_text(JbRole role)
{
  return role != JB_ROLE_DOCUMENT && role != JB_ROLE_SECT && role != JB_ROLE_TABLE && role != JB_ROLE_TR &&
         role != JB_ROLE_L && role != JB_ROLE_LI;
}

/* The element that text, or a link, stands in, and its role. */
static Open
holder(JbPdfMarks *marks)
{
  Open top = {JB_ROLE_DOCUMENT, 0};
  if (marks->open->len > 0)
    top = g_array_index(marks->open, Open, marks->open->len - 1);
  if (may_hold_text(top.role))
    return top;
  if (marks->implied == NONE)
    marks->implied = jb_pdf_structure_add(marks->structure, top.element, JB_ROLE_P, NULL);
  return (Open){JB_ROLE_P, marks->implied};
}

static guint
link_element(JbPdfMarks *marks, guint item)
{
  guint *element = &g_array_index(marks->element_of, guint, item);
  if (*element == NONE)
    *element = jb_pdf_structure_add_link(marks->structure, holder(marks).element);
  return *element;
}

static void
mark_text(JbPdfMarks *marks, guint index)
{
  guint link = g_array_index(marks->link_of, guint, index);
  gboolean foreign = item_at(marks, index)->text.lang != marks->lang;
  if (marks->flat > 0) {
    enter(marks, marks->within, jb_role_name(JB_ROLE_FIGURE), FALSE);
  } else if (link != NONE) {
    enter(marks, link_element(marks, link), "Link", foreign);
  } else {
    Open open = holder(marks);
    enter(marks, open.element, jb_role_name(open.role), foreign);
  }
}

static void
mark_path(JbPdfMarks *marks)
{
  enter(marks, marks->flat > 0 ? marks->within : LAYOUT, jb_role_name(JB_ROLE_FIGURE), FALSE);
}

/* ---- Tags -------------------------------------------------------------------------------------------------- */

/* Whether the artifact that begins at an item has text on its page: then it is a running head or foot. */
static gboolean
holds_text(const JbPdfMarks *marks, guint index)
{
  guint depth = 0;
  for (guint i = index; i < page_of(marks)->items->len; i++) {
    JbDrawKind kind = item_at(marks, i)->kind;
    if (kind == JB_DRAW_TEXT)
      return TRUE;
    depth += kind == JB_DRAW_TAG_BEGIN;
    if (kind == JB_DRAW_TAG_END && --depth == 0)
      return FALSE;
  }
  return FALSE;
}

static void
begin_tag(JbPdfMarks *marks, guint index)
{
  const JbTagItem *tag = &item_at(marks, index)->tag;
  if (marks->flat > 0) {
    marks->flat++;
    return;
  }
  leave(marks);
  marks->implied = NONE;
  if (tag->role == JB_ROLE_ARTIFACT) {
    marks->flat = 1;
    marks->within = holds_text(marks, index) ? PAGINATION : LAYOUT;
    return;
  }
  guint parent = marks->open->len > 0 ? g_array_index(marks->open, Open, marks->open->len - 1).element : 0;
  gboolean is_root = tag->role == JB_ROLE_DOCUMENT && marks->open->len == 0;
  guint element = is_root ? 0 : jb_pdf_structure_add(marks->structure, parent, tag->role, tag);
  if (tag->role == JB_ROLE_FIGURE) {
    marks->flat = 1;
    marks->within = element;
    return;
  }
  Open open = {tag->role, element};
  g_array_append_val(marks->open, open);
}

/* A link of the page, with its annotation as a child of `element`. */
static void
annotate(JbPdfMarks *marks, const JbLinkItem *link, guint element)
{
  guint number = jb_pdf_reserve(marks->pdf);
  guint key = jb_pdf_structure_annotate(marks->structure, element, marks->page, number);
  jb_pdf_link(marks->pdf, number, link, page_of(marks)->height_pt, key);
  g_string_append_printf(marks->annotations, " %u 0 R", number);
}

static void
add_late_links(JbPdfMarks *marks)
{
  for (guint i = 0; i < marks->late->len; i++)
    annotate(marks, marks->late->pdata[i], jb_pdf_structure_add_link(marks->structure, holder(marks).element));
  g_ptr_array_set_size(marks->late, 0);
}

static void
end_tag(JbPdfMarks *marks)
{
  if (marks->flat > 1) {
    marks->flat--;
    return;
  }
  leave(marks);
  marks->implied = NONE;
  if (marks->flat == 0) {
    g_array_set_size(marks->open, marks->open->len - 1);
    return;
  }
  marks->flat = 0;
  add_late_links(marks);
  marks->implied = NONE;
}

/* ---- Pages ------------------------------------------------------------------------------------------------- */

static gboolean
is_inside(JbRect box, JbRect outer)
{
  double x = box.x + box.w / 2, y = box.y + box.h / 2;
  return x >= outer.x && x <= outer.x + outer.w && y >= outer.y && y <= outer.y + outer.h;
}

/* Text that touches a link in the list and stands in its box is the link's: before it, and behind it. */
static void
claim(JbPdfMarks *marks, guint link, int step)
{
  JbRect box = item_at(marks, link)->link.box;
  for (guint i = link + (guint)step; i < page_of(marks)->items->len; i += (guint)step) { /* wraps below 0 */
    const JbDrawItem *item = item_at(marks, i);
    if (item->kind != JB_DRAW_TEXT || !is_inside(item->text.box, box))
      return;
    g_array_index(marks->link_of, guint, i) = link;
  }
}

void
jb_pdf_marks_page(JbPdfMarks *marks, guint page, GString *content)
{
  const guint none = NONE;
  marks->page = page;
  marks->content = content;
  g_array_set_size(marks->link_of, 0);
  g_array_set_size(marks->element_of, 0);
  for (guint i = 0; i < page_of(marks)->items->len; i++) {
    g_array_append_val(marks->link_of, none);
    g_array_append_val(marks->element_of, none);
  }
  for (guint i = 0; i < page_of(marks)->items->len; i++)
    if (item_at(marks, i)->kind == JB_DRAW_LINK) {
      claim(marks, i, -1);
      claim(marks, i, 1);
    }
}

void
jb_pdf_marks_item(JbPdfMarks *marks, guint index)
{
  const JbDrawItem *item = item_at(marks, index);
  switch (item->kind) {
  case JB_DRAW_TEXT:
    mark_text(marks, index);
    break;
  case JB_DRAW_PATH:
  case JB_DRAW_IMAGE:
    mark_path(marks);
    break;
  case JB_DRAW_TAG_BEGIN:
    begin_tag(marks, index);
    break;
  case JB_DRAW_TAG_END:
    end_tag(marks);
    break;
  case JB_DRAW_LINK:
    if (marks->flat > 0)
      g_ptr_array_add(marks->late, (void *)&item->link);
    else
      annotate(marks, &item->link, link_element(marks, index));
    break;
  case JB_DRAW_ANCHOR:
    break; /* see jb_pdf_destinations() */
  }
}

void
jb_pdf_marks_page_end(JbPdfMarks *marks, GString *annotations)
{
  leave(marks);
  marks->implied = NONE;
  if (marks->late->len > 0) /* of a figure that goes on: the annotations are this page's */
    add_late_links(marks);
  g_string_append_len(annotations, marks->annotations->str, (gssize)marks->annotations->len);
  g_string_truncate(marks->annotations, 0);
}
