/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-enums.h"
#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CorpusRow:
 *
 * What the article list shows of an article, out of the derived table: a value.
 */
typedef struct
{
  gint64 article_id;
  gint64 page_id; /* the first */
  char
      *headline; /* NULL where there is none: then the first words of the text stand here instead */
  char *publication;
  char *date;
  char *edition;
  char *number; /* page number */
  char *genre;
  CorpusReviewStatus reviews[CORPUS_N_TASKS];
  guint n_entities;   /* not rejected */
  guint n_indicators; /* not rejected */
  guint n_to_check;   /* entities and indicators that are still suggested */
  guint n_doubts;     /* structural doubts */
  guint n_detached;
  char *doubt; /* NULL, or the first structural doubt in words */
  gboolean is_flagged;
  gboolean is_excluded;
  gboolean is_changed; /* a reviewer decided anything in it */
} CorpusRow;

#define CORPUS_TYPE_ROW (corpus_row_get_type ())

GType corpus_row_get_type (void);
CorpusRow *corpus_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
CorpusRow *corpus_row_ref (CorpusRow *self);
void corpus_row_unref (CorpusRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusRow, corpus_row_unref)

G_END_DECLS
