/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The structure tree (ISO 32000-1, 14.7): what a screen reader walks through.
 *
 * Elements are made while pages are painted, since an element may go on over several of them, and are
 * written when all is known. The tags of a drawing say nothing of a table's geometry; it follows from the
 * rows: a row of headers alone heads the columns, a header beside data heads its row, and the last cell of a
 * row that has fewer of them than the table is wide reaches to the table's end.
 */
#include "render/pdf.h"

#define NO_KID G_MAXUINT

typedef enum { KID_ELEMENT, KID_MARKED, KID_ANNOTATION, KID_N_KINDS } KidKind;

typedef struct {
  KidKind kind;
  guint page; /* of marked content and annotations */
  guint id;   /* element; MCID; the annotation's object */
  guint next; /* kid of the same parent, NO_KID at its end */
} Kid;

typedef struct {
  JbRole role;
  gboolean is_link; /* no role of a drawing's */
  const JbTagItem *tag;
  guint number; /* its object, known when all elements are */
  guint parent;
  guint first, last; /* kids */
  guint n_kids[KID_N_KINDS];
  guint page;        /* of its first content; NO_KID when it has elements alone */
  const char *scope; /* TH */
  guint columns;     /* TH, TD: how many it covers */
} Element;

struct JbPdfStructure {
  JbPdf *pdf;
  const JbDrawing *drawing;
  GArray *elements;    /* Element; 0 is the Document */
  GArray *kids;        /* Kid */
  GPtrArray *marked;   /* by page, GArray of guint: the element of each MCID */
  GArray *annotations; /* guint: the elements of the annotations, in order of their StructParent */
};

JbPdfStructure *
jb_pdf_structure_new(JbPdf *pdf, const JbDrawing *drawing)
{
  JbPdfStructure *structure = g_new0(JbPdfStructure, 1);
  structure->pdf = pdf;
  structure->drawing = drawing;
  structure->elements = g_array_new(FALSE, FALSE, sizeof(Element));
  structure->kids = g_array_new(FALSE, FALSE, sizeof(Kid));
  structure->marked = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
  structure->annotations = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint p = 0; p < drawing->pages->len; p++)
    g_ptr_array_add(structure->marked, g_array_new(FALSE, FALSE, sizeof(guint)));
  Element document = {.role = JB_ROLE_DOCUMENT, .first = NO_KID, .last = NO_KID, .page = NO_KID};
  g_array_append_val(structure->elements, document);
  return structure;
}

void
jb_pdf_structure_free(JbPdfStructure *structure)
{
  g_array_unref(structure->elements);
  g_array_unref(structure->kids);
  g_ptr_array_unref(structure->marked);
  g_array_unref(structure->annotations);
  g_free(structure);
}

static Element *
element_at(const JbPdfStructure *structure, guint index)
{
  return &g_array_index(structure->elements, Element, index);
}

static Kid *
kid_at(const JbPdfStructure *structure, guint index)
{
  return &g_array_index(structure->kids, Kid, index);
}

static void
append_kid(JbPdfStructure *structure, guint parent, Kid kid)
{
  Element *element = element_at(structure, parent);
  guint index = structure->kids->len;
  kid.next = NO_KID;
  g_array_append_val(structure->kids, kid);
  if (element->first == NO_KID)
    element->first = index;
  else
    kid_at(structure, element->last)->next = index;
  element->last = index;
  element->n_kids[kid.kind]++;
  if (kid.kind != KID_ELEMENT && element->page == NO_KID)
    element->page = kid.page;
}

static guint
add(JbPdfStructure *structure, guint parent, Element element)
{
  guint index = structure->elements->len;
  element.parent = parent;
  element.first = element.last = element.page = NO_KID;
  g_array_append_val(structure->elements, element);
  append_kid(structure, parent, (Kid){.kind = KID_ELEMENT, .id = index});
  return index;
}

guint
jb_pdf_structure_add(JbPdfStructure *structure, guint parent, JbRole role, const JbTagItem *tag)
{
  return add(structure, parent, (Element){.role = role, .tag = tag});
}

guint
jb_pdf_structure_add_link(JbPdfStructure *structure, guint parent)
{
  return add(structure, parent, (Element){.role = JB_ROLE_SPAN, .is_link = TRUE});
}

guint
jb_pdf_structure_mark(JbPdfStructure *structure, guint element, guint page)
{
  GArray *marked = structure->marked->pdata[page];
  append_kid(structure, element, (Kid){.kind = KID_MARKED, .page = page, .id = marked->len});
  g_array_append_val(marked, element);
  return marked->len - 1;
}

guint
jb_pdf_structure_annotate(JbPdfStructure *structure, guint element, guint page, guint annotation)
{
  append_kid(structure, element, (Kid){.kind = KID_ANNOTATION, .page = page, .id = annotation});
  g_array_append_val(structure->annotations, element);
  return structure->marked->len + structure->annotations->len - 1; /* behind the pages' own */
}

/* ---- Tables -------------------------------------------------------------------------------------------- */

/* The next element among the kids from `*kid` on, NULL at their end. */
static Element *
next_element(const JbPdfStructure *structure, guint *kid)
{
  while (*kid != NO_KID) {
    const Kid *at = kid_at(structure, *kid);
    *kid = at->next;
    if (at->kind == KID_ELEMENT)
      return element_at(structure, at->id);
  }
  return NULL;
}

static void
finish_row(const JbPdfStructure *structure, const Element *row, guint columns)
{
  guint n = 0;
  gboolean has_data = FALSE;
  Element *cell, *last = NULL;
  for (guint kid = row->first; (cell = next_element(structure, &kid)) != NULL; n++)
    has_data |= cell->role == JB_ROLE_TD;
  for (guint kid = row->first; (cell = next_element(structure, &kid)) != NULL; last = cell) {
    cell->columns = 1;
    if (cell->role == JB_ROLE_TH)
      cell->scope = has_data || n < columns ? "Row" : "Column";
  }
  if (last != NULL)
    last->columns = columns - n + 1;
}

static void
finish_table(const JbPdfStructure *structure, const Element *table)
{
  guint columns = 0;
  Element *row;
  for (guint kid = table->first; (row = next_element(structure, &kid)) != NULL;) {
    guint n = 0;
    for (guint cell = row->first; next_element(structure, &cell) != NULL;)
      n++;
    columns = MAX(columns, n);
  }
  for (guint kid = table->first; (row = next_element(structure, &kid)) != NULL;)
    if (row->role == JB_ROLE_TR)
      finish_row(structure, row, columns);
}

/* ---- Captions ------------------------------------------------------------------------------------------- */

/*
 * A table's caption, drawn before it, is its first child. A figure's stays beside it: who reads a figure's alternative
 * text passes over all that is in the figure.
 */
static void
take_caption(const JbPdfStructure *structure, guint index)
{
  Element *table = element_at(structure, index), *parent = element_at(structure, table->parent);
  guint kid = parent->first, *caption = NULL; /* where the kid before the table is linked */
  for (guint *link = &parent->first; kid_at(structure, kid)->kind != KID_ELEMENT || kid_at(structure, kid)->id != index;
       kid = *link) {
    caption = link;
    link = &kid_at(structure, kid)->next;
  }
  Kid *moved = caption != NULL ? kid_at(structure, *caption) : NULL;
  if (moved == NULL || moved->kind != KID_ELEMENT || element_at(structure, moved->id)->role != JB_ROLE_CAPTION)
    return;
  element_at(structure, moved->id)->parent = index;
  guint at = *caption;
  *caption = kid;
  moved->next = table->first;
  table->first = at;
  table->n_kids[KID_ELEMENT]++;
  parent->n_kids[KID_ELEMENT]--;
}

/* ---- Headings ------------------------------------------------------------------------------------------- */

/*
 * PDF/UA wants the first heading to be an H1, and none to be more than one level below the one before it: who leaves
 * a level out means the next.
 */
static void
level_headings(const JbPdfStructure *structure)
{
  JbRole last = JB_ROLE_H1 - 1;
  for (guint i = 0; i < structure->elements->len; i++) {
    Element *element = element_at(structure, i);
    if (element->role >= JB_ROLE_H1 && element->role <= JB_ROLE_H3)
      last = element->role = MIN(element->role, last + 1);
  }
}

/* ---- Writing ---------------------------------------------------------------------------------------------- */

static void
put_attributes(const JbPdfStructure *structure, GString *out, const Element *element)
{
  if (element->role == JB_ROLE_FIGURE && element->page != NO_KID) {
    const JbPage *page = structure->drawing->pages->pdata[element->page];
    g_string_append(out, "/A<</O/Layout/Placement/Block/BBox");
    jb_pdf_rect(out, element->tag->box, page->height_pt);
    g_string_append(out, ">>");
  } else if (element->scope != NULL || element->columns > 1) {
    g_string_append(out, "/A<</O/Table");
    if (element->scope != NULL)
      g_string_append_printf(out, "/Scope/%s", element->scope);
    if (element->columns > 1)
      g_string_append_printf(out, "/ColSpan %u", element->columns);
    g_string_append(out, ">>");
  }
  if (element->tag != NULL && element->tag->alt != NULL) {
    g_string_append(out, "/Alt");
    jb_pdf_text(out, element->tag->alt);
  }
}

static void
put_kid(const JbPdfStructure *structure, GString *out, const Element *element, const Kid *kid, const guint *pages)
{
  gboolean elsewhere = kid->page != element->page;
  if (kid->kind == KID_ELEMENT)
    jb_pdf_whole(out, element_at(structure, kid->id)->number, 4, " 0 R");
  else if (kid->kind == KID_MARKED && !elsewhere)
    jb_pdf_whole(out, kid->id, 3, "");
  else if (kid->kind == KID_MARKED)
    g_string_append_printf(out, "<</Type/MCR/Pg %u 0 R/MCID %u>>", pages[kid->page], kid->id);
  else if (!elsewhere)
    g_string_append_printf(out, "<</Type/OBJR/Obj %4u 0 R>>", kid->id);
  else
    g_string_append_printf(out, "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>", pages[kid->page], kid->id);
}

static void
put_element(const JbPdfStructure *structure, GString *out, const Element *element, guint parent, const guint *pages)
{
  g_string_append(out, "<</S/");
  g_string_append(out, element->is_link ? "Link" : jb_role_name(element->role));
  g_string_append(out, "/P ");
  jb_pdf_whole(out, parent, 4, " 0 R");
  if (element->page != NO_KID) {
    g_string_append(out, "/Pg ");
    jb_pdf_whole(out, pages[element->page], 0, " 0 R");
  }
  put_attributes(structure, out, element);
  if (element->first != NO_KID) {
    g_string_append(out, "/K[");
    for (guint kid = element->first; kid != NO_KID;) {
      const Kid *at = kid_at(structure, kid);
      put_kid(structure, out, element, at, pages);
      kid = at->next;
      if (kid != NO_KID)
        g_string_append_c(out, ' ');
    }
    g_string_append_c(out, ']');
  }
  g_string_append(out, ">>");
}

/* What decides how an element is written, but for the numbers in it; how many marks it has only moves its end. */
static guint
shape_of(const Element *element)
{
  const char scope = element->scope != NULL ? element->scope[0] : '\0';
  const guint parts[] = {element->is_link ? 31 : element->role,
                         scope == 'R'    ? 1
                         : scope != '\0' ? 2
                                         : 0,
                         MIN(element->columns, 7),
                         MIN(element->n_kids[KID_ELEMENT], 15),
                         element->n_kids[KID_MARKED] > 0,
                         MIN(element->n_kids[KID_ANNOTATION], 7)};
  static const guint room[] = {32, 3, 8, 16, 2, 8};
  guint shape = 0;
  for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
    shape = shape * room[i] + parts[i];
  return shape;
}

static int
by_shape(const void *a, const void *b, void *data)
{
  guint i = *(const guint *)a, k = *(const guint *)b;
  guint left = shape_of(element_at(data, i)), right = shape_of(element_at(data, k));
  return left != right ? (left < right ? -1 : 1) : i < k ? -1 : 1;
}

/* Elements of one shape stand together and are numbered in their order: as rows, they then cost next to nothing. */
static GArray *
number_elements(JbPdfStructure *structure)
{
  GArray *order = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = 0; i < structure->elements->len; i++)
    g_array_append_val(order, i);
  g_array_sort_with_data(order, by_shape, structure);
  for (guint i = 0; i < order->len; i++)
    element_at(structure, g_array_index(order, guint, i))->number = jb_pdf_reserve(structure->pdf);
  return order;
}

static void
write_elements(const JbPdfStructure *structure, const GArray *order, guint root, const guint *pages)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < order->len; i++) {
    guint index = g_array_index(order, guint, i);
    const Element *element = element_at(structure, index);
    g_string_truncate(text, 0);
    put_element(structure, text, element, index == 0 ? root : element_at(structure, element->parent)->number, pages);
    jb_pdf_row(structure->pdf, JB_PDF_ELEMENTS, element->number, text);
  }
}

/* ---- The parent tree ------------------------------------------------------------------------------------------ */

/* The elements of a page's marked content. */
static guint
write_marked(const JbPdfStructure *structure, const GArray *marked)
{
  guint number = jb_pdf_reserve(structure->pdf);
  GString *out = jb_pdf_object(structure->pdf, number);
  g_string_append_c(out, '[');
  for (guint i = 0; i < marked->len; i++) {
    const Element *element = element_at(structure, g_array_index(marked, guint, i));
    if (i > 0)
      g_string_append_c(out, ' ');
    jb_pdf_whole(out, element->number, 0, " 0 R");
  }
  g_string_append_c(out, ']');
  return number;
}

/* The elements of the annotations, whose keys follow on those of the pages: as rows, ten of them in each. */
static guint
write_annotated(const JbPdfStructure *structure)
{
  const GArray *annotations = structure->annotations;
  guint number = jb_pdf_reserve(structure->pdf), first = structure->marked->len;
  GString *out = jb_pdf_rows(structure->pdf, JB_PDF_LINKS, number);
  g_string_append_printf(out, "<</Limits[%u %u]/Nums[", first, first + annotations->len - 1);
  jb_pdf_row_fill(structure->pdf, JB_PDF_LINKS);
  for (guint i = 0; i < annotations->len; i++) {
    const Element *element = element_at(structure, g_array_index(annotations, guint, i));
    jb_pdf_whole(out, first + i, 9, "");
    jb_pdf_whole(out, element->number, 6, " 0 R ");
  }
  g_string_append(out, "]>>");
  return number;
}

/* From marked content and annotations back to their elements: a leaf for the pages, one for the annotations. */
static guint
write_parent_tree(const JbPdfStructure *structure)
{
  guint n_pages = structure->marked->len, leaf = jb_pdf_reserve(structure->pdf), annotated = 0;
  g_autoptr(GString) text = g_string_new(NULL);
  g_string_append_printf(text, "<</Limits[0 %u]/Nums[", n_pages - 1);
  for (guint p = 0; p < n_pages; p++)
    g_string_append_printf(text, "%u %u 0 R ", p, write_marked(structure, structure->marked->pdata[p]));
  g_string_append(text, "]>>");
  if (structure->annotations->len > 0)
    annotated = write_annotated(structure);
  g_string_append_len(jb_pdf_object(structure->pdf, leaf), text->str, (gssize)text->len);
  guint number = jb_pdf_reserve(structure->pdf);
  GString *out = jb_pdf_object(structure->pdf, number);
  g_string_append_printf(out, "<</Kids[%u 0 R", leaf);
  if (annotated != 0)
    g_string_append_printf(out, " %u 0 R", annotated);
  g_string_append(out, "]>>");
  return number;
}

guint
jb_pdf_structure_write(JbPdfStructure *structure, const guint *pages)
{
  for (guint i = 0; i < structure->elements->len; i++)
    if (element_at(structure, i)->role == JB_ROLE_TABLE) {
      finish_table(structure, element_at(structure, i));
      take_caption(structure, i);
    }
  level_headings(structure);
  guint root = jb_pdf_reserve(structure->pdf);
  g_autoptr(GArray) order = number_elements(structure);
  write_elements(structure, order, root, pages);
  guint parent_tree = write_parent_tree(structure);
  g_string_append_printf(
      jb_pdf_object(structure->pdf, root), "<</Type/StructTreeRoot/K %u 0 R/ParentTree %u 0 R/ParentTreeNextKey %u>>",
      element_at(structure, 0)->number, parent_tree, structure->marked->len + structure->annotations->len);
  return root;
}
