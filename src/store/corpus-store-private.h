/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/corpus-db.h"
#include "store/corpus-member.h"
#include "store/corpus-statement.h"
#include "store/corpus-store.h"
#include "text/corpus-id.h"

G_BEGIN_DECLS

/* What the files of the store share. The store is cut by concern: corpus-store.c opens and closes, corpus-store-read.c,
 * corpus-store-list.c and corpus-store-article.c read, corpus-store-write.c and corpus-put*.c put and remove rows, corpus-journal.c
 * makes edits of that, corpus-undo.c takes them back, corpus-batch.c imports, corpus-derived.c keeps the derived tables, corpus-verify.c checks. */
struct _CorpusStore
{
  GObject parent_instance;

  CorpusDb *db; /* NULL once closed */
  char *path;
  char *file_key; /* device and inode: other connections of this program to the same file */
  CorpusStoreFlags flags;
  gboolean is_alone; /* nobody else had the file open when it was opened */

  CorpusIdSource ids;
  gint64 sequence; /* of the last edit of this session */
  char *reviewer;
  char *reviewer_id; /* NULL until it is asked for */

  GHashTable *texts; /* page id -> CorpusChars: the texts read last */
  gsize n_text_bytes;
  GHashTable *inserts; /* CorpusTable -> the SQL that adds a row to it */
  GHashTable
      *puts; /* CorpusTable -> the SQL that adds a row to it or changes the one that is there */
};

/* A table and its columns, in the order in which rows are bound and read. */
typedef struct
{
  const char *name;
  int n_keys; /* so many of the first columns are the key */
  const char *columns;
} CorpusTable;

#define CORPUS_PROVENANCE_COLUMNS "origin, state, confidence, producer, decided_by, decided_at, tagset_version, was"

#define CORPUS_PAGE_COLUMNS "id, sha256, file, encoding, publication, date, edition, number, section, extra"
#define CORPUS_ARTICLE_COLUMNS "id, foreign_id, rank, flags, excluded, note, extra"
#define CORPUS_FIELD_COLUMNS "article, name, value, " CORPUS_PROVENANCE_COLUMNS
#define CORPUS_REVIEW_COLUMNS "article, task, status, decided_by, decided_at"
#define CORPUS_BLOCK_COLUMNS "id, article, rank, role, joins, doubts, extra, " CORPUS_PROVENANCE_COLUMNS
#define CORPUS_CORRECTION_COLUMNS "id, page, start_char, end_char, text, extra, " CORPUS_PROVENANCE_COLUMNS
#define CORPUS_CREDIT_COLUMNS "id, article, name, role, affiliation, extra, " CORPUS_PROVENANCE_COLUMNS
#define CORPUS_DATELINE_COLUMNS "id, article, place, date, extra, " CORPUS_PROVENANCE_COLUMNS
#define CORPUS_ENTITY_COLUMNS "id, foreign_id, label, norm, refs, attributes, note, extra, " CORPUS_PROVENANCE_COLUMNS
#define CORPUS_INDICATOR_COLUMNS "id, article, foreign_id, number, number_max, unit, unit_text, " \
                                 "cmp, kind, direction, basis, status, "                          \
                                 "period_iso, period_start, period_end, period_role, "            \
                                 "of_indicator, same_as, series, note, extra, " CORPUS_PROVENANCE_COLUMNS
#define CORPUS_RELATION_COLUMNS "id, foreign_id, type, from_id, to_id, extra, " CORPUS_PROVENANCE_COLUMNS
#define CORPUS_LABEL_COLUMNS "tagset, name, rank, title, colour, key, description, parent, extra"
#define CORPUS_TAGSET_COLUMNS "version, name, attributes, relations, guidelines, extra"

/* Before the id of somebody who imported, as a key of the table `corpus`. */
#define CORPUS_IMPORTER_PREFIX "importer "

/* How a put treats what is there already. */
typedef struct
{
  gboolean is_new;   /* nothing of that id may be there */
  gint64 article_id; /* for what is anchored nowhere and names no article */
  gint64 rank;       /* for an article that has none */
} CorpusPut;

/* corpus-store.c */
gboolean corpus_store_begin_write (CorpusStore *self,
                                   const char *intent,
                                   GCancellable *cancellable,
                                   GError **error);
gboolean corpus_store_commit (CorpusStore *self,
                              const char *intent,
                              GError **error);
void corpus_store_rollback (CorpusStore *self);
gboolean corpus_store_begin_read (CorpusStore *self);
void corpus_store_end_read (CorpusStore *self,
                            gboolean began);
char *corpus_store_clean_reviewer (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *corpus_store_derive_person_id (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* corpus-store-read.c */
CorpusChars *corpus_store_peek_text (CorpusStore *self,
                                     gint64 page_id,
                                     GError **error);
void corpus_store_forget_texts (CorpusStore *self);
CorpusPage *corpus_store_read_page (CorpusStore *self,
                                    CorpusStatement *statement,
                                    GError **error);
CorpusBlock *corpus_store_read_block (CorpusStore *self,
                                      CorpusStatement *statement,
                                      GError **error);
gboolean corpus_store_read_provenance (CorpusStore *self,
                                       CorpusStatement *statement,
                                       CorpusProvenance *provenance,
                                       GError **error);
void corpus_store_set_damaged (CorpusStore *self,
                               GError **error,
                               const char *format,
                               ...) G_GNUC_PRINTF (3, 4);

/* corpus-store-write.c */
gboolean corpus_store_put (CorpusStore *self,
                           CorpusMember kind,
                           gpointer value,
                           const CorpusPut *how,
                           GError **error);
gboolean corpus_store_remove (CorpusStore *self,
                              CorpusMember kind,
                              gint64 id,
                              GError **error);
gboolean corpus_store_put_person (CorpusStore *self,
                                  const char *id,
                                  const char *name,
                                  GError **error);
gboolean corpus_store_put_value (CorpusStore *self,
                                 const char *key,
                                 const char *value,
                                 GError **error);

/* corpus-derived.c */
gboolean corpus_derived_collect (CorpusStore *self,
                                 CorpusMember kind,
                                 gint64 id,
                                 GHashTable *articles,
                                 GHashTable *pages,
                                 GError **error);
gboolean corpus_derived_collect_pages (CorpusStore *self,
                                       GHashTable *articles,
                                       GHashTable *pages,
                                       GError **error);
gboolean corpus_derived_write (CorpusStore *self,
                               CorpusArticle *article,
                               GError **error);
gboolean corpus_derived_refresh (CorpusStore *self,
                                 GHashTable *articles,
                                 GError **error);
gboolean corpus_derived_check (CorpusStore *self,
                               gint64 article_id,
                               char **finding,
                               GError **error);
char *corpus_derived_number_key (const char *number) G_GNUC_WARN_UNUSED_RESULT;
char *corpus_derived_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Sets of ids: gint64 keys of their own. */
GHashTable *corpus_ids_new (void) G_GNUC_WARN_UNUSED_RESULT;
void corpus_ids_add (GHashTable *ids,
                     gint64 id);

/* corpus-batch.c */
gboolean corpus_batch_settle_orphans (CorpusStore *self,
                                      GError **error);

G_END_DECLS
