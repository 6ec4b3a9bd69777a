/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_PUBLISH_FILE_H
#define JB_PUBLISH_FILE_H
/* Steps that a published set is made of; each is checked and says what to do. */
#include <jianbao/publish.h>

/* The error of errno, with advice. Always FALSE. */
gboolean jb_file_failed(JbErrorCode kind, const char *path, const char *operation, GError **error);
/* A file that was not there before, forced to the disk. */
gboolean jb_file_write_new(const char *path, GBytes *bytes, GError **error);
gboolean jb_file_sync_folder(const char *folder, GError **error);
/* Makes or moves a symbolic link in one step. */
gboolean jb_file_link(const char *path, const char *target, GError **error);
/* As far as it goes: what cannot be removed is tried again by the next run. Follows no link. */
void jb_file_remove_tree(const char *path);

#endif
