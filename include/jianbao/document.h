/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JIANBAO_DOCUMENT_H
#define JIANBAO_DOCUMENT_H
/*
 * Document: a report as blocks of clean text, every byte of which knows where it came from.
 *
 * read/ makes it from bytes, extract/ reads it. A block's text is UTF-8 with hard line breaks joined,
 * spaces between Chinese characters and figures removed, markup (`#`, `**`) taken away and full-width
 * digits, point, comma and percent folded to ASCII, traditional characters made simplified; `offset` leads each byte
 * back to the source: the file itself, or the text extracted from a container (docx, html, pdf).
 * A Document never changes once made and owns everything it points to.
 */
#include <jianbao/base.h>

G_BEGIN_DECLS

typedef enum {
  JB_AREA_UNKNOWN,
  JB_AREA_NATION,
  JB_AREA_PROVINCE,
  JB_AREA_PREFECTURE,
  JB_AREA_COUNTY,
} JbAreaLevel;

/* The area a report is about: GB/T 2260. Strings are "" (code) or the text's own words when unknown. */
typedef struct {
  const char *code; /* six digits, "" when not known; the nation is "100000" */
  const char *zh;   /* 卫东区 */
  const char *en;   /* Weidong District; "" when not known */
  JbAreaLevel level;
} JbArea;

typedef enum {
  JB_REPORT_UNKNOWN,
  JB_REPORT_WORK,      /* 政府工作报告, the yearly report */
  JB_REPORT_RELEASE,   /* a monthly or quarterly statistical release */
  JB_REPORT_COMMUNIQUE, /* 统计公报 */
  JB_REPORT_TABLE       /* a data table: no sentences, its cells are the source */
} JbReportKind;

/* What the first lines of a report say of it. Zero or "" for what they do not say. */
typedef struct {
  const char *id;    /* stem of the file's name: weidong-2022 */
  const char *title; /* 政府工作报告 */
  JbArea area;
  JbReportKind kind;
  gint year;         /* the year it is given in: targets are for this year, the review is of year - 1 */
  const char *date;  /* ISO 8601 date of delivery, "" when not said */
  const char *sha256; /* of the file's bytes, lower-case hex; "" when there is no file */
  gint congress;     /* 第十一届: 11 */
  gint session;      /* 第一次会议: 1 */
} JbReport;

typedef enum {
  JB_BLOCK_FRONT,     /* title, date, speaker, site navigation: before the report begins */
  JB_BLOCK_HEADING,   /* level 1 … 6 */
  JB_BLOCK_PARAGRAPH,
  JB_BLOCK_BACK,      /* printer's marks, navigation and notes after it ends */
} JbBlockKind;

/* A run of bytes within a block's text. */
typedef struct {
  guint32 start, end;
} JbSpan;

typedef struct {
  JbBlockKind kind;
  guint level;           /* heading: 1 (章, 一、) … 6; else 0 */
  guint paragraph;       /* running number over all blocks, from 1: what a source mark cites */
  guint line;            /* line of the source where it begins, from 1 */
  gint section;          /* index of the nearest heading block above, -1 when there is none */
  JbSlice text;          /* clean text */
  const guint32 *offset; /* text.len + 1 entries: byte of the document's source of each byte of text, and of the end */
  guint n_leads;
  const JbSpan *leads;   /* bold lead sentences in the text, in order */
} JbBlock;

typedef struct {
  JbArena *arena;
  JbReport report;
  const char *format;   /* "text", "docx", "html", "pdf" */
  const char *encoding; /* of the source: "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE" */
  JbSlice source;       /* what offsets count in: the file's bytes as given; of docx, html, pdf the text extracted */
  guint n_pages;        /* pdf only, else 0 */
  const guint32 *pages; /* offset in the source where each page begins */
  guint n_blocks;
  const JbBlock *blocks; /* in reading order */
} JbDocument;

/*
 * Reads a report held in memory. `name` is the file's name ("-" for standard input): its stem becomes
 * report.id, its extension one hint to the format (a registry of readers, each sniffing the content).
 * Errors: JB_ERROR_DATA naming the file, the byte offset and the line of what cannot be read; for a pdf also
 * JB_ERROR_CONFIG when pdftotext is not installed.
 */
JB_API JbDocument *jb_document_read(const char *name, const void *bytes, gsize len, GError **error);
/* The same of bytes whose SHA-256 (lower-case hex) the caller knows already. */
JB_API JbDocument *jb_document_read_known(const char *name, const void *bytes, gsize len, const char *sha256,
                                          GError **error);
/* The same from a file; "-" reads standard input. Also JB_ERROR_NO_INPUT, JB_ERROR_IO. */
JB_API JbDocument *jb_document_open(const char *path, GError **error);
JB_API void jb_document_free(JbDocument *document); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JbDocument, jb_document_free)

/* The page, from 1, that a byte of the source stands on; 0 when the format has no pages. */
JB_API guint jb_document_page(const JbDocument *document, gsize offset);

/* Path of the pdftotext that reads a pdf; NULL when it is not installed. */
JB_API const char *jb_document_pdf_program(void);

/* The headings above a block, outermost first, as a NULL-terminated array in `arena`. */
JB_API const char **jb_document_sections(const JbDocument *document, const JbBlock *block, JbArena *arena);

/* Text dump, one line a block: `12 P s3 l45 @1534 text`. */
JB_API void jb_document_dump(const JbDocument *document, GString *out);

/* The area with that code, or that full Chinese name when it is the only one; FALSE when there is none. */
JB_API gboolean jb_area_lookup(JbArena *arena, const char *code_or_name, JbArea *area);

JB_API const char *jb_report_kind_name(JbReportKind kind);
/* With texts of its own, in `arena`. */
JB_API JbReport jb_report_copy(JbArena *arena, const JbReport *from);
JB_API const char *jb_area_level_name(JbAreaLevel level);

G_END_DECLS
#endif
