/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Build tool: writes the files named on its command line as one C file, the table behind base/embedded.h. A table
 * whose first column is "zh" has no word twice; one of words and their classes gets an index of that column, so that no
 * program has to make one when it starts.
 */
#include "base/hash.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  char *bytes;
  size_t len;
} Text;

typedef struct {
  unsigned line;
  unsigned short len, check;
} Cell;

static void
die(const char *path)
{
  fprintf(stderr, "embed: %s: %s\n", path, strerror(errno));
  exit(EXIT_FAILURE);
}

static Text
read_file(const char *path)
{
  FILE *in = fopen(path, "rb");
  long len;
  if (in == NULL || fseek(in, 0, SEEK_END) != 0 || (len = ftell(in)) < 0 || fseek(in, 0, SEEK_SET) != 0)
    die(path);
  Text text = {.bytes = malloc((size_t)len + 1), .len = (size_t)len};
  if (text.bytes == NULL || fread(text.bytes, 1, text.len, in) != text.len)
    die(path);
  fclose(in);
  text.bytes[text.len] = '\0';
  return text;
}

static void
emit_text(FILE *out, Text text, int number)
{
  fprintf(out, "static const char file%d[] =\n\"", number);
  int column = 0;
  for (size_t i = 0; i < text.len; i++) {
    unsigned char c = (unsigned char)text.bytes[i];
    if (c == '\n')
      column += fprintf(out, "\\n");
    else if (c == '"' || c == '\\')
      column += fprintf(out, "\\%c", c);
    else if (c < 32 || c > 126)
      column += fprintf(out, "\\%03o", (unsigned)c);
    else
      column += putc(c, out) != EOF;
    if (column > 2000) {
      fputs("\"\n\"", out);
      column = 0;
    }
  }
  fputs("\";\n", out);
}

/* Number of cells: a power of two, a third of them free. */
static unsigned
n_cells(Text text)
{
  unsigned n = 0, size = 64;
  for (size_t i = 0; i < text.len; i++)
    n += text.bytes[i] == '\n';
  while (size < n + n / 2)
    size *= 2;
  return size;
}

static void
add_line(Cell *cells, unsigned mask, Text text, size_t line, const char *path)
{
  size_t len = strcspn(text.bytes + line, "\t\n");
  uint64_t h = jb_hash(text.bytes + line, len);
  unsigned i = (unsigned)h & mask;
  for (; cells[i].line != 0; i = (i + 1) & mask)
    if (cells[i].len == len && memcmp(text.bytes + cells[i].line - 1, text.bytes + line, len) == 0) {
      fprintf(stderr, "embed: %s: %.*s is there twice; leave one of the lines out\n", path, (int)len, text.bytes + line);
      exit(EXIT_FAILURE);
    }
  cells[i] = (Cell){.line = (unsigned)line + 1, .len = (unsigned short)len, .check = (unsigned short)(h >> 48)};
}

/* The mask of the index written, 0 when the file has none. A table with other columns behind "zh" is only checked. */
static unsigned
emit_index(FILE *out, Text text, int number, const char *path)
{
  if (strncmp(text.bytes, "zh\t", 3) != 0)
    return 0;
  unsigned size = n_cells(text);
  Cell *cells = calloc(size, sizeof *cells);
  if (cells == NULL)
    die(path);
  for (size_t at = strcspn(text.bytes, "\n") + 1; at < text.len; at += strcspn(text.bytes + at, "\n") + 1)
    add_line(cells, size - 1, text, at, path);
  if (strncmp(text.bytes, "zh\tclass\t", strlen("zh\tclass\t")) != 0) {
    free(cells);
    return 0;
  }
  fprintf(out, "static const JbEmbeddedCell index%d[%u] = {\n", number, size);
  for (unsigned i = 0; i < size; i++)
    if (cells[i].line != 0)
      fprintf(out, "[%u]={%u,%u,%u},\n", i, cells[i].line, cells[i].len, cells[i].check);
  fputs("};\n", out);
  free(cells);
  return size - 1;
}

static const char *
base_name(const char *path)
{
  const char *slash = strrchr(path, '/');
  return slash != NULL ? slash + 1 : path;
}

int
main(int argc, char **argv)
{
  if (argc < 2) {
    fputs("usage: embed OUT.c FILE…\n", stderr);
    return EXIT_FAILURE;
  }
  FILE *out = fopen(argv[1], "wb");
  unsigned *masks = calloc((size_t)argc, sizeof *masks);
  if (out == NULL || masks == NULL)
    die(argv[1]);
  fputs("#include \"base/embedded.h\"\n", out);
  for (int i = 2; i < argc; i++) {
    Text text = read_file(argv[i]);
    emit_text(out, text, i);
    masks[i] = emit_index(out, text, i, argv[i]);
    free(text.bytes);
  }
  fputs("const JbEmbedded jb_embedded_files[] = {\n", out);
  for (int i = 2; i < argc; i++) {
    fprintf(out, "  {.name = \"%s\", .bytes = file%d, .len = sizeof file%d - 1", base_name(argv[i]), i, i);
    if (masks[i] != 0)
      fprintf(out, ", .cells = index%d, .mask = %u", i, masks[i]);
    fputs("},\n", out);
  }
  fputs("  {.name = NULL},\n};\n", out);
  if (fclose(out) != 0)
    die(argv[1]);
  free(masks);
  return EXIT_SUCCESS;
}
