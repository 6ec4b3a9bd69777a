/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_BASE_HASH_H
#define JB_BASE_HASH_H
/* One hash for maps filled while running and for indexes made by the build tool, which knows no GLib. */
#include <stddef.h>
#include <stdint.h>

/* At most eight bytes, the first one lowest, on any machine. */
static inline uint64_t
jb_hash_word(const unsigned char *at, size_t n)
{
  uint64_t word = 0;
  for (size_t i = 0; i < n; i++)
    word |= (uint64_t)at[i] << (8 * i);
  return word;
}

/* FNV-1a over words of eight bytes; keys are short and mostly Chinese. */
static inline uint64_t
jb_hash(const char *key, size_t len)
{
  const unsigned char *at = (const unsigned char *)key;
  uint64_t h = 0xcbf29ce484222325u ^ len;
  size_t i = 0;
  for (; i + 8 <= len; i += 8) {
    h = (h ^ jb_hash_word(at + i, 8)) * 0x9e3779b97f4a7c15u;
    h ^= h >> 29;
  }
  h = (h ^ jb_hash_word(at + i, len - i)) * 0x9e3779b97f4a7c15u;
  return h ^ h >> 32;
}

#endif
