/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_FACTS_STORE_H
#define JB_FACTS_STORE_H
/* What the files of the store share; store*.c alone know SQLite. */
#include <jianbao/store.h>

#include <sqlite3.h>

struct JbStore {
  sqlite3 *db;
  char *path;
  JbStoreMode mode;
  gboolean in_transaction, rehearses;
  gboolean is_unborn; /* made for this connection, nothing committed yet: gone again when it closes */
};

#define JB_STORE_APPLICATION 0x4A42414F /* "JBAO" at byte 68 of the file */

/* store.c */
sqlite3 *jb_store_connect(const char *path, int flags, GError **error);
/* The error that errno tells. Always FALSE. */
gboolean jb_store_failed(const char *path, const char *doing, JbErrorCode kind, GError **error);
gboolean jb_store_sync_folder(const char *path, GError **error);

/* Begins to write; the lock is held until the commit. */
gboolean jb_store_begin(JbStore *store, GError **error);

/* store_backup.c */
char *jb_store_backup_path(const char *path);
gboolean jb_store_is_empty(sqlite3 *db);
/* A whole copy, under its name only when it is complete. */
gboolean jb_store_copy(sqlite3 *from, const char *path, const char *target, GError **error);
/* Before the first change of a day. */
gboolean jb_store_keep(JbStore *store, GError **error);

/* store_schema.c: the steps from an empty file to the schema of today; a step is never changed, only followed. */
guint jb_schema_version(void);
gboolean jb_schema_apply(sqlite3 *db, guint from, guint to, const char *path, GError **error);

/* store_check.c */
gboolean jb_store_check_header(const char *path, guint *version, GError **error);
/* `version`: the schema that the header names. */
gboolean jb_store_check(sqlite3 *db, const char *path, guint version, GError **error);
/* Remembers that the file as it is now has been checked in full. */
void jb_store_stamp(const char *path);
void jb_store_unstamp(const char *path);

/* The error of SQLite's last call: JB_ERROR_BUSY, _IO, _CREATE, or _DATA for a damaged file. Always FALSE. */
gboolean jb_store_fail(sqlite3 *db, const char *path, const char *doing, GError **error);
gboolean jb_store_damaged(const char *path, const char *what, GError **error);
/* The `what` of such an error, for the caller to free. */
char *jb_store_damage(const GError *error);
gboolean jb_store_run(sqlite3 *db, const char *path, const char *sql, const char *doing, GError **error);

/*
 * A digest of rows by their cells, for finding content that changed where SQLite cannot see it: a flipped bit within a
 * text leaves the file well-formed. Not against an adversary.
 */
typedef guint64 JbDigest;
#define JB_DIGEST_START G_GUINT64_CONSTANT(0x6A69616E62616F31)
JbDigest jb_digest_int(JbDigest digest, gint64 value);
JbDigest jb_digest_text(JbDigest digest, const char *text, gsize len);
JbDigest jb_digest_null(JbDigest digest);

/* The columns of a row in the order in which they are bound, selected and digested. */
extern const char jb_document_columns[], jb_passage_columns[], jb_fact_columns[];

#endif
