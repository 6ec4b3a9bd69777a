/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A page can be made whose tree has a node for every pair of its tags, or that makes the parser look through the whole
 * tree at each tag. Gumbo has no limit for either, and it takes its tree down by recursion. So it gets an allocator
 * that counts: the allocation over the limit leaves the parser by longjmp(), and all of its memory is in our list.
 */
#include "read/html_parse.h"

#include <setjmp.h>
#include <stdlib.h>
#include <time.h>

#define MAX_MEMORY  ((gsize)512 * 1024 * 1024)
#define MAX_SECONDS 2
#define CHECK_EVERY 64 /* allocations between two looks at the clock */

typedef struct Cell Cell;
struct Cell {
  Cell *before, *after;
  gsize size;
  gsize padding; /* what follows is aligned for any type */
};

struct JbHtmlTree {
  Cell first; /* head of the ring of all memory that Gumbo holds */
  gsize held;
  guint allocations;
  struct timespec begin;
  jmp_buf out;
  const GumboNode *root;
};

static gboolean
is_late(JbHtmlTree *tree)
{
  struct timespec now;
  if (++tree->allocations % CHECK_EVERY != 0)
    return FALSE;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec - tree->begin.tv_sec >= MAX_SECONDS;
}

static void *
take(void *data, size_t size)
{
  JbHtmlTree *tree = data;
  if (size > MAX_MEMORY - tree->held || is_late(tree))
    longjmp(tree->out, 1);
  Cell *cell = g_malloc(sizeof *cell + size);
  *cell = (Cell){.before = &tree->first, .after = tree->first.after, .size = size};
  tree->first.after->before = cell;
  tree->first.after = cell;
  tree->held += size;
  return cell + 1;
}

static void
give(void *data, void *memory)
{
  JbHtmlTree *tree = data;
  if (memory == NULL)
    return;
  Cell *cell = (Cell *)memory - 1;
  cell->before->after = cell->after;
  cell->after->before = cell->before;
  tree->held -= cell->size;
  g_free(cell);
}

/* Alone in its function: nothing here changes between setjmp() and longjmp(). */
static gboolean
parse(JbHtmlTree *tree, JbSlice utf8)
{
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = take;
  options.deallocator = give;
  options.userdata = tree;
  options.max_errors = 0;
  if (setjmp(tree->out) != 0)
    return FALSE;
  tree->root = gumbo_parse_with_options(&options, utf8.at, utf8.len)->root;
  return TRUE;
}

JbHtmlTree *
jb_html_parse(const char *name, JbSlice utf8, GError **error)
{
  JbHtmlTree *tree = g_new0(JbHtmlTree, 1);
  tree->first.before = tree->first.after = &tree->first;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &tree->begin);
  if (parse(tree, utf8))
    return tree;
  g_set_error(error, JB_ERROR, JB_ERROR_DATA,
              "%s: reading this page takes more memory or time than any report needs; save its text and give that",
              name);
  jb_html_free(tree);
  return NULL;
}

void
jb_html_free(JbHtmlTree *tree)
{
  if (tree == NULL)
    return;
  while (tree->first.after != &tree->first)
    give(tree, tree->first.after + 1);
  g_free(tree);
}

const GumboNode *
jb_html_root(const JbHtmlTree *tree)
{
  return tree->root;
}
