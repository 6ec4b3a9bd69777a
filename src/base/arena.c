/* SPDX-License-Identifier: Apache-2.0 */
/* Arena: blocks of growing size, freed together. */
#include <jianbao/base.h>

#include <stdalign.h>
#include <stddef.h>
#include <string.h>

typedef struct Block Block;
struct Block {
  Block *next;
  gsize used, size;
  alignas(max_align_t) char bytes[];
};

struct JbArena {
  Block *head;
};

#define FIRST_BLOCK   ((gsize)16 * 1024)
#define LARGEST_BLOCK ((gsize)1024 * 1024)

static Block *
block_new(gsize size, Block *next)
{
  Block *block = g_malloc(sizeof *block + size);
  block->next = next;
  block->used = 0;
  block->size = size;
  return block;
}

JbArena *
jb_arena_new(void)
{
  return g_new0(JbArena, 1);
}

void
jb_arena_free(JbArena *arena)
{
  if (arena == NULL)
    return;
  for (Block *block = arena->head; block != NULL;) {
    Block *next = block->next;
    g_free(block);
    block = next;
  }
  g_free(arena);
}

static char *
take(JbArena *arena, gsize bytes, gsize align)
{
  Block *block = arena->head;
  gsize at = block != NULL ? (block->used + align - 1) & ~(align - 1) : 0;
  if (block == NULL || at > block->size || block->size - at < bytes) {
    gsize size = block == NULL ? FIRST_BLOCK : MIN(block->size * 2, LARGEST_BLOCK);
    block = arena->head = block_new(MAX(size, bytes), block);
    at = 0;
  }
  block->used = at + bytes;
  return block->bytes + at;
}

void *
jb_arena_alloc(JbArena *arena, gsize bytes)
{
  return memset(take(arena, bytes, alignof(max_align_t)), 0, bytes);
}

void *
jb_arena_memdup(JbArena *arena, const void *bytes, gsize size)
{
  void *copy = take(arena, size, alignof(max_align_t));
  if (size > 0)
    memcpy(copy, bytes, size);
  return copy;
}

char *
jb_arena_copy(JbArena *arena, const char *text, gsize len)
{
  char *copy = take(arena, len + 1, 1);
  memcpy(copy, text, len);
  copy[len] = '\0';
  return copy;
}

char *
jb_arena_dup(JbArena *arena, const char *text)
{
  return text != NULL ? jb_arena_copy(arena, text, strlen(text)) : NULL;
}

char *
jb_arena_printf(JbArena *arena, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  char *text = g_strdup_vprintf(format, args);
  va_end(args);
  char *copy = jb_arena_dup(arena, text);
  g_free(text);
  return copy;
}
