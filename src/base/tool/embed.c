/* SPDX-License-Identifier: Apache-2.0 */
/* Build tool: writes the files named on its command line as one C file, the table behind base/embedded.h. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
die(const char *path)
{
  fprintf(stderr, "embed: %s: %s\n", path, strerror(errno));
  exit(EXIT_FAILURE);
}

static void
emit_file(FILE *out, const char *path, unsigned index)
{
  FILE *in = fopen(path, "rb");
  if (in == NULL)
    die(path);
  fprintf(out, "static const char file%u[] =\n\"", index);
  int column = 0;
  for (int c; (c = getc(in)) != EOF;) {
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
  if (ferror(in))
    die(path);
  fclose(in);
  fputs("\";\n", out);
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
  if (out == NULL)
    die(argv[1]);
  fputs("#include \"base/embedded.h\"\n", out);
  for (int i = 2; i < argc; i++)
    emit_file(out, argv[i], (unsigned)i);
  fputs("const JbEmbedded jb_embedded_files[] = {\n", out);
  for (int i = 2; i < argc; i++)
    fprintf(out, "  {.name = \"%s\", .bytes = file%d, .len = sizeof file%d - 1},\n", base_name(argv[i]), i, i);
  fputs("  {.name = NULL},\n};\n", out);
  if (fclose(out) != 0)
    die(argv[1]);
  return EXIT_SUCCESS;
}
