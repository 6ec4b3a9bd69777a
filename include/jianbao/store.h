/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JIANBAO_STORE_H
#define JIANBAO_STORE_H
/*
 * History: the facts of many documents in one SQLite file.
 *
 * A document is never changed once stored. A corrected one (same id, area, kind and year, other content) gets the next
 * version number; the highest version is the current one, the others stay as its trace. What is put becomes visible by
 * jb_store_commit(), all of it or nothing.
 *
 * Rollback journal, no WAL: one file to copy, and a store on a read-only disk can be read. A damaged store is refused
 * with JB_ERROR_DATA and never written to. The first change of a day leaves NAME.backup, the store as it was before.
 */
#include <jianbao/base.h>
#include <jianbao/fact.h>

G_BEGIN_DECLS

typedef struct JbStore JbStore;

typedef enum {
  JB_STORE_READ,  /* the file must be there: JB_ERROR_NO_INPUT */
  JB_STORE_WRITE, /* made when it is not there; JB_ERROR_BUSY while somebody else writes */
} JbStoreMode;

/* $XDG_DATA_HOME/jianbao/history.db; for the caller to free. */
JB_API char *jb_store_default_path(void);

/* Checks the file before anything is read from it. An older schema is migrated in write mode, after a backup. */
JB_API JbStore *jb_store_open(const char *path, JbStoreMode mode, GError **error);
/* What was not committed is gone. Accepts NULL. */
JB_API void jb_store_close(JbStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JbStore, jb_store_close)

/* What a restoration found and did. */
typedef struct {
  gboolean was_whole; /* nothing was done */
  char *aside;        /* where the damaged file is now, with ASIDE.why beside it; NULL when there was none */
  char *reason;       /* what is wrong with it */
  char *copy;         /* the copy that was put back */
  gint64 time;        /* of that copy, seconds since 1970 */
} JbRestored;

/*
 * Puts a damaged store aside and the newest whole copy in its place; what was imported since is for the caller to
 * import again. JB_ERROR_DATA when no copy is whole: nothing is moved then.
 */
JB_API gboolean jb_store_restore(const char *path, JbRestored *restored, GError **error);
JB_API void jb_restored_clear(JbRestored *restored);

/* The file that the facts were read from. */
typedef struct {
  const char *name;   /* as given to the command */
  const char *sha256; /* of its bytes, lower-case hex */
} JbOrigin;

typedef enum { JB_PUT_NEW, JB_PUT_SAME, JB_PUT_CORRECTED } JbPut;

/*
 * Stores a document with its facts. JB_PUT_SAME: this content is known already, current or superseded, and nothing
 * changes; unless `again`, which makes a new version (the program reads better now, or a correction was withdrawn).
 */
JB_API gboolean jb_store_put(JbStore *store, const JbFacts *facts, const JbOrigin *origin, gboolean again, JbPut *put,
                             GError **error);
JB_API gboolean jb_store_commit(JbStore *store, GError **error);
/* From now on a commit does nothing, and closing forgets what was put: for a dry run. */
JB_API void jb_store_rehearse(JbStore *store);
/* TRUE when a document with this content and area ("" any) is known. Cheap: what saves reading a file again. */
JB_API gboolean jb_store_knows(JbStore *store, const char *sha256);

/* A stored document. Strings live in the arena of the answer. */
typedef struct {
  gint64 key;
  JbReport report;
  JbPeriod period; /* the latest that it reports on: a release's month, the year before a work report */
  const char *name, *sha256;
  const char *reader; /* version of the program that read it */
  guint version;      /* from 1; the highest is the current one */
  gboolean is_current;
  guint n_facts;
} JbStoredDocument;

typedef struct {
  const JbStoredDocument *document;
  JbFact fact; /* number and formula as in its document */
} JbObservation;

/* Zero or NULL: any. */
typedef struct {
  const char *area;         /* code, or the name of an area without one */
  const char *code;         /* indicator */
  const char *name_zh;      /* or its name, outside the catalogue */
  guint measures, statuses; /* bits 1 << JbMeasure, 1 << JbStatus */
  gint from_year, to_year;  /* of the end of a fact's period */
  gint given_until;         /* documents given in that year or before */
  JbReportKind kind;
  gint64 document;     /* the facts of this one */
  gboolean coded;      /* indicators of the catalogue only */
  gboolean superseded; /* superseded versions as well */
  gboolean lean;       /* without sentence and sections: for rankings */
} JbStoreQuery;

typedef struct {
  JbArena *arena;
  guint n_documents;
  const JbStoredDocument *documents; /* by area, year, period, id, version */
  guint n;
  const JbObservation *rows; /* in the order of the documents, then of the facts */
} JbObservations;

/* Facts of the documents that the query names. */
JB_API JbObservations *jb_store_select(JbStore *store, const JbStoreQuery *query, GError **error);
/* The documents alone (area, kind, given_until, superseded). */
JB_API JbObservations *jb_store_documents(JbStore *store, const JbStoreQuery *query, GError **error);
JB_API void jb_observations_free(JbObservations *observations); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JbObservations, jb_observations_free)

G_END_DECLS
#endif
