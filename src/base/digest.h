/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_BASE_DIGEST_H
#define JB_BASE_DIGEST_H
#include <glib.h>

/* SHA-256 in lower-case hexadecimal figures, for the caller to free. Nettle's, for it is a tenth of the time of GLib's. */
char *jb_sha256(gconstpointer bytes, gsize len);
char *jb_sha256_of(GBytes *bytes);

#endif
