/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JIANBAO_PUBLISH_H
#define JIANBAO_PUBLISH_H
/* Files appear whole or not at all. */
#include <jianbao/base.h>

G_BEGIN_DECLS

/*
 * Writes bytes to a temporary file beside `path`, fsyncs it, renames it over `path`, fsyncs the directory.
 * "-" writes to standard output, devices and pipes are written directly; every write and close is checked.
 * JB_ERROR_CREATE before anything was written, JB_ERROR_IO after; then no file is left.
 */
JB_API gboolean jb_publish_file(const char *path, GBytes *bytes, GError **error);

G_END_DECLS
#endif
