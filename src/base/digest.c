/* SPDX-License-Identifier: Apache-2.0 */
#include "base/digest.h"

#include <nettle/base16.h>
#include <nettle/sha2.h>

char *
jb_sha256(gconstpointer bytes, gsize len)
{
  struct sha256_ctx context;
  guint8 digest[SHA256_DIGEST_SIZE];
  sha256_init(&context);
  sha256_update(&context, len, bytes);
  sha256_digest(&context, sizeof digest, digest);
  char *text = g_malloc0(BASE16_ENCODE_LENGTH(sizeof digest) + 1);
  base16_encode_update(text, sizeof digest, digest);
  return text;
}

char *
jb_sha256_of(GBytes *bytes)
{
  gsize len;
  gconstpointer data = g_bytes_get_data(bytes, &len);
  return jb_sha256(data, len);
}
