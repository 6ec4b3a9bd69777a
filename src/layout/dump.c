/* SPDX-License-Identifier: Apache-2.0 */
/* What every block chose, as text: numbers of facts, what stands beside them, points where points decided. */
#include "layout/run.h"

static void
dump_fact(GString *out, const char *mark, const JbFact *fact)
{
  if (fact != NULL)
    g_string_append_printf(out, " %s%u", mark, fact->number);
}

static void
dump_block(const JbRun *run, GString *out, const JbChosen *chosen, guint depth)
{
  gboolean scored = chosen->block->sort == JB_SORT_EMPHASIS;
  g_string_append_printf(out, "%*s%s:", (int)(2 * depth), "", chosen->block->name);
  if (chosen->empty)
    g_string_append(out, " -");
  for (guint i = 0; i < chosen->data.n_rows; i++) {
    const JbChartRow *row = &chosen->data.rows[i];
    g_string_append(out, i > 0 ? " |" : "");
    dump_fact(out, "", row->actual);
    dump_fact(out, "+", row->secondary);
    dump_fact(out, "→", row->target);
    dump_fact(out, "~", row->target_high);
  }
  for (guint i = 0; i < chosen->data.n_points; i++) {
    g_string_append_printf(out, " %d", chosen->data.points[i].year);
    dump_fact(out, "#", chosen->data.points[i].fact);
  }
  for (guint i = 0; i < chosen->n_facts; i++) {
    dump_fact(out, "", chosen->facts[i]);
    if (scored)
      g_string_append_printf(out, "*%d", jb_emphasis(run, chosen->facts[i]));
  }
  g_string_append_c(out, '\n');
  for (guint i = 0; i < chosen->n_cells; i++)
    dump_block(run, out, &chosen->cells[i], depth + 1);
}

void
jb_dump_chosen(const JbRun *run, const JbChosen *const *chosen, GString *out)
{
  const JbLayout *layout = run->layout;
  for (guint s = 0; s < layout->n_sections; s++) {
    g_string_append_printf(out, "%s\n", layout->sections[s].id != NULL ? layout->sections[s].id : "-");
    for (guint b = 0; b < layout->sections[s].n_blocks; b++)
      dump_block(run, out, &chosen[s][b], 1);
  }
}
