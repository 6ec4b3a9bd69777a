/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JIANBAO_PUBLISH_H
#define JIANBAO_PUBLISH_H
/* Files appear whole or not at all; files go into the history. */
#include <jianbao/base.h>
#include <jianbao/store.h>

G_BEGIN_DECLS

/*
 * Writes bytes to a temporary file beside `path`, fsyncs it, renames it over `path`, fsyncs the directory.
 * "-" writes to standard output, devices and pipes are written directly; every write and close is checked.
 * JB_ERROR_CREATE before anything was written, JB_ERROR_IO after; then no file is left.
 */
JB_API gboolean jb_publish_file(const char *path, GBytes *bytes, GError **error);

typedef struct {
  const char *area; /* code or full name, for documents that do not say theirs; NULL: none */
  gboolean again;   /* read known content again, into a new version */
} JbImport;

typedef struct {
  JbPut put;
  guint n_facts;
} JbImported;

/*
 * Reads a report, a release or a data table into the history (jb_store_commit() is the caller's). Errors as those of
 * jb_document_read() and jb_store_put(); also JB_ERROR_DATA for a document of no known area.
 */
JB_API gboolean jb_import_file(JbStore *store, const char *path, const JbImport *import, JbImported *imported,
                               GError **error);

/* A file of a set: its name within the directory, and its bytes. */
typedef struct {
  const char *name;
  GBytes *bytes;
} JbSetFile;

/*
 * Writes files into `directory` as one: all of them into a directory beside it, forced to the disk, and then that one
 * takes its place. A directory that is already there must hold nothing but files of such a set (their names match
 * one of `patterns`, GLib globs), so that nothing of the user's is lost; it is exchanged for the new one in one step
 * and then removed. Errors as for a file; then the old set stands untouched.
 */
JB_API gboolean jb_publish_set(const char *directory, const char *const *patterns, const JbSetFile *files,
                               guint n_files, GError **error);

G_END_DECLS
#endif
