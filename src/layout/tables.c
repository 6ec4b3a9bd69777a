/* SPDX-License-Identifier: Apache-2.0 */
/* A table as a flow of rows through columns: header at the top of each, group bands repeated where a group goes on. */
#include "base/numeral.h"
#include "chart/table.h"
#include "layout/flow.h"

#include <string.h>

#define COLUMN_GAP_PT 18.0

typedef struct {
  const JbTable *table;
  const JbFact **facts;
  const guint *row_of; /* by atom: row of the table, for bands the group */
  const JbWords *groups;
} Flowing;

const char *
jb_group_of(const JbFact *fact)
{
  const char **sections = fact->source.sections;
  if (sections == NULL || sections[0] == NULL)
    return NULL;
  return sections[1] != NULL ? sections[1] : sections[0];
}

/* （十二）…, 三、…, 4.…: the number that a heading opens with; 0 for none. */
static guint
number_of_heading(const char *group)
{
  guint number = 0;
  if (g_str_has_prefix(group, "（"))
    group += strlen("（");
  for (; g_ascii_isdigit(*group); group++)
    number = number * 10 + (guint)(*group - '0');
  for (gboolean tens = FALSE;; group += strlen("一")) {
    gint digit = jb_han_digit(jb_slice(group));
    gboolean is_ten = g_str_has_prefix(group, "十") && !tens;
    if (digit <= 0 && !is_ten)
      return number;
    number = is_ten ? MAX(number, 1) * 10 : number + (guint)digit;
    tens |= is_ten;
  }
}

/* What stands for a heading that the layout has no English of, where no Chinese is to be shown. */
static const char *
unknown_heading(const JbRun *run, const char *group)
{
  guint number = number_of_heading(group);
  return number > 0 ? jb_arena_printf(run->arena, "Section %u", number) : "Further figures";
}

JbWords
jb_group_words(const JbRun *run, const char *group)
{
  if (group == NULL)
    return (JbWords){NULL, NULL};
  JbWords words = {group, NULL};
  if (g_str_has_suffix(group, "。")) /* a bold lead sentence as heading */
    words.zh = jb_arena_copy(run->arena, group, strlen(group) - strlen("。"));
  for (guint i = 0; i < run->layout->n_headings && words.en == NULL; i++)
    if (strstr(group, run->layout->headings[i].has) != NULL)
      words.en = run->layout->headings[i].en;
  if (words.en == NULL && run->context.lang == JB_LANG_EN)
    words.en = unknown_heading(run, group);
  return words;
}

static JbWords
continued(JbArena *arena, JbWords words)
{
  words.zh = jb_arena_printf(arena, "%s（续）", words.zh);
  if (words.en != NULL)
    words.en = jb_arena_printf(arena, "%s (continued)", words.en);
  return words;
}

static void
flowing_draw(JbRun *run, const JbColumns *columns, JbDrawing *drawing, guint from, guint to, JbPoint at)
{
  const Flowing *flowing = columns->data;
  const JbTable *table = flowing->table;
  (void)run;
  jb_draw_begin(drawing, JB_ROLE_TABLE);
  jb_table_head_draw(table, drawing, at);
  at.y += columns->head_h;
  guint group = columns->atoms[from].group;
  if (!columns->atoms[from].heads && columns->band_h[group] > 0) {
    jb_table_group_draw(table, drawing, group, continued(drawing->arena, flowing->groups[group]), at);
    at.y += columns->band_h[group];
  }
  for (guint i = from; i < to; i++) {
    const JbAtom *atom = &columns->atoms[i];
    if (atom->heads) {
      jb_table_group_draw(table, drawing, atom->group, flowing->groups[atom->group], at);
    } else {
      guint row = flowing->row_of[i];
      jb_draw_anchor(drawing, at, jb_arena_printf(drawing->arena, "fact-%u", flowing->facts[row]->number));
      jb_table_row_draw(table, drawing, row, at);
    }
    at.y += atom->height;
  }
  jb_draw_end(drawing);
  jb_table_foot_draw(table, drawing, at);
}

/* The groups of the facts: a fact outside any section stands under no band. */
typedef struct {
  guint n;
  guint *of_fact; /* JB_TABLE_NO_GROUP under none */
  guint *of_atoms;
  JbWords *words; /* zh NULL: no band */
} Groups;

static Groups
find_groups(JbRun *run, const JbChosen *chosen)
{
  guint n = chosen->n_facts;
  Groups groups = {.of_fact = jb_arena_make(run->arena, guint, n + 1),
                   .of_atoms = jb_arena_make(run->arena, guint, n + 1),
                   .words = jb_arena_make(run->arena, JbWords, n + 1)};
  const char *last = NULL;
  for (guint i = 0; i < n; i++) {
    const char *group = chosen->block->group != NULL ? jb_group_of(chosen->facts[i]) : NULL;
    if (i == 0 || g_strcmp0(group, last) != 0)
      groups.words[groups.n++] = jb_group_words(run, group);
    last = group;
    groups.of_atoms[i] = groups.n - 1;
    groups.of_fact[i] = group != NULL ? groups.n - 1 : JB_TABLE_NO_GROUP;
  }
  return groups;
}

/* Bands and rows in order. */
static JbColumns *
make_columns(JbRun *run, const JbChosen *chosen, const JbTable *table, const Groups *groups)
{
  guint n = chosen->n_facts, n_atoms = 0;
  JbAtom *atoms = jb_arena_make(run->arena, JbAtom, 2 * n + 1);
  guint *row_of = jb_arena_make(run->arena, guint, 2 * n + 1);
  double *band_h = jb_arena_make(run->arena, double, n + 1);
  for (guint i = 0; i < n; i++) {
    guint group = groups->of_atoms[i];
    JbWords words = groups->words[group];
    if (words.zh != NULL && (i == 0 || group != groups->of_atoms[i - 1])) {
      band_h[group] = jb_table_group_height(table, group, continued(run->arena, words));
      atoms[n_atoms++] = (JbAtom){.height = jb_table_group_height(table, group, words), .group = group, .heads = TRUE};
    }
    row_of[n_atoms] = i;
    atoms[n_atoms++] = (JbAtom){.height = jb_table_row_height(table, i), .group = group};
  }
  Flowing *flowing = jb_arena_make(run->arena, Flowing, 1);
  *flowing = (Flowing){.table = table, .facts = chosen->facts, .row_of = row_of, .groups = groups->words};
  JbColumns *columns = jb_arena_make(run->arena, JbColumns, 1);
  *columns = (JbColumns){.head_h = jb_table_head_height(table),
                         .n_atoms = n_atoms,
                         .atoms = atoms,
                         .band_h = band_h,
                         .draw = flowing_draw,
                         .data = flowing};
  return columns;
}

#define MOST_AIR   0.55 /* of a row's height */
#define FRAME_ROOM 0.78 /* of a frame, beneath its heading */
#define AIR_STEPS  11

/* Only rows grow by it; bands and heads are measured once. */
static void
add_air(JbTable *table, JbColumns *columns, double air_pt)
{
  const Flowing *flowing = columns->data;
  JbAtom *atoms = (JbAtom *)columns->atoms; /* make_columns() made them */
  jb_table_loosen(table, air_pt);
  for (guint a = 0; a < columns->n_atoms; a++)
    if (!atoms[a].heads)
      atoms[a].height = jb_table_row_height(table, flowing->row_of[a]);
}

/* On slides, rows stand as far apart as the frames that they take anyway let them: no lower third stays empty. */
static void
loosen(const JbLayout *layout, JbTable *table, JbColumns *columns, guint n_rows)
{
  double room = (layout->page_h - layout->margin[0] - layout->margin[2]) * FRAME_ROOM, rows = 0;
  guint frames = jb_columns_pages(columns, 0, room, room);
  for (guint i = 0; i < n_rows; i++)
    rows += jb_table_row_height(table, i);
  double step = MOST_AIR * rows / n_rows / AIR_STEPS;
  add_air(table, columns, AIR_STEPS * step);
  for (guint i = 0; i < AIR_STEPS && jb_columns_pages(columns, 0, room, room) > frames; i++)
    add_air(table, columns, -step);
}

void
jb_piece_table(JbRun *run, const JbChosen *chosen, double width, GArray *pieces)
{
  const JbLayoutBlock *block = chosen->block;
  guint n_columns = CLAMP(block->columns, 1, JB_MAX_COLUMNS);
  if (block->title.zh != NULL || block->title.en != NULL)
    jb_piece_heading(run, (JbWords){block->title.zh != NULL ? block->title.zh : block->title.en, block->title.en}, 2,
                     width, pieces);
  if (chosen->n_facts == 0)
    return;
  double column = (width - COLUMN_GAP_PT * (n_columns - 1)) / n_columns;
  Groups groups = find_groups(run, chosen);
  JbTable *table = jb_table_new(run->arena, &run->context, chosen->facts, chosen->n_facts,
                                groups.of_fact, column);
  JbColumns *columns = make_columns(run, chosen, table, &groups);
  columns->n_columns = n_columns;
  if (run->layout->flow == JB_FLOW_FRAMES)
    loosen(run->layout, table, columns, chosen->n_facts);
  columns->gap = COLUMN_GAP_PT;
  columns->width = column;
  jb_add_piece(run, pieces, (JbPiece){.gap_before = 7, .columns = columns, .repeat = -1});
}
