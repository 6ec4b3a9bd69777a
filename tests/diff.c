/* SPDX-License-Identifier: Apache-2.0 */
/* Lines that differ between two texts, by a longest common subsequence of what lies between the equal ends. */
#include "support.h"

#include <string.h>

#define MOST_CELLS ((gsize)16 * 1024 * 1024)
#define CONTEXT    2

typedef struct {
  char **a, **b; /* lines expected, lines found */
  gsize n, m;
  guint16 *common; /* (n + 1) × (m + 1): length of what a[i…] and b[j…] have in common */
} Diff;

static guint16 *
cell(const Diff *diff, gsize i, gsize j)
{
  return &diff->common[i * (diff->m + 1) + j];
}

static void
measure(Diff *diff)
{
  diff->common = g_new0(guint16, (diff->n + 1) * (diff->m + 1));
  for (gsize i = diff->n; i-- > 0;)
    for (gsize j = diff->m; j-- > 0;)
      *cell(diff, i, j) = strcmp(diff->a[i], diff->b[j]) == 0 ? (guint16)(*cell(diff, i + 1, j + 1) + 1)
                                                              : MAX(*cell(diff, i + 1, j), *cell(diff, i, j + 1));
}

static void
write_lines(const Diff *diff, gsize first, GString *out)
{
  gsize i = 0, j = 0;
  gboolean differs = FALSE;
  while (i < diff->n || j < diff->m) {
    if (diff->common != NULL && i < diff->n && j < diff->m && strcmp(diff->a[i], diff->b[j]) == 0) {
      differs = FALSE;
      i++;
      j++;
      continue;
    }
    if (!differs)
      g_string_append_printf(out, "@@ -%" G_GSIZE_FORMAT " +%" G_GSIZE_FORMAT " @@\n", first + i + 1, first + j + 1);
    differs = TRUE;
    gboolean from_a = i < diff->n &&
                      (j == diff->m || diff->common == NULL || *cell(diff, i + 1, j) >= *cell(diff, i, j + 1));
    g_string_append_printf(out, "%c%s\n", from_a ? '-' : '+', from_a ? diff->a[i] : diff->b[j]);
    i += from_a;
    j += !from_a;
  }
}

char *
test_diff(const char *expected, const char *found)
{
  g_auto(GStrv) a = g_strsplit(expected, "\n", -1), b = g_strsplit(found, "\n", -1);
  gsize n = g_strv_length(a), m = g_strv_length(b), first = 0;
  while (first < n && first < m && strcmp(a[first], b[first]) == 0)
    first++;
  while (n > first && m > first && strcmp(a[n - 1], b[m - 1]) == 0) {
    n--;
    m--;
  }
  Diff diff = {.a = a + first, .b = b + first, .n = n - first, .m = m - first};
  if ((diff.n + 1) * (diff.m + 1) <= MOST_CELLS)
    measure(&diff); /* else the whole middle is told as removed and added */
  GString *out = g_string_new(NULL);
  for (gsize i = first - MIN(first, CONTEXT); i < first; i++)
    g_string_append_printf(out, " %s\n", a[i]);
  write_lines(&diff, first, out);
  g_free(diff.common);
  return g_string_free(out, FALSE);
}
