/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/corpus-reading.h"

G_BEGIN_DECLS

/**
 * CorpusMark:
 * @CORPUS_MARK_NONE: no mark
 * @CORPUS_MARK_HASH: Markdown's `#`
 * @CORPUS_MARK_BOLD: the whole line between `**`
 * @CORPUS_MARK_SQUARE: a square or a dot in front of the line
 *
 * How the converter marked a line.
 */
typedef enum
{
  CORPUS_MARK_NONE,
  CORPUS_MARK_HASH,
  CORPUS_MARK_BOLD,
  CORPUS_MARK_SQUARE,
} CorpusMark;

/**
 * CorpusDraft:
 * @spans: (element-type CorpusSpan): its lines, trimmed, in the order they are read
 * @role: (transfer none): its role, see corpus_role()
 * @mark: how it was marked
 * @level: the number of `#`, 0 where there are none
 * @gap: whether a blank line stands before it
 * @has_dateline: whether it begins with a dateline head
 * @is_cut: whether it was cut off the block before it (a jump line)
 * @is_open: whether it ends in mid-sentence
 * @has_open_quote: whether a quotation it opens is not closed in it
 * @begins_inside: whether it certainly begins in mid-sentence
 * @is_labelled: whether it is a label, a colon and what it labels (a contact line)
 * @joins: whether it continues the block before it
 * @confidence: how sure its role is
 * @doubts: (element-type utf8) (nullable): why a person should look at it
 *
 * A block while the page is put in order.
 */
typedef struct
{
  GArray *spans;
  const char *role;
  CorpusMark mark;
  int level;
  gboolean gap;
  gboolean has_dateline;
  gboolean is_cut;
  gboolean is_open;
  gboolean has_open_quote;
  gboolean begins_inside;
  gboolean is_labelled;
  gboolean joins;
  double confidence;
  GPtrArray *doubts;
} CorpusDraft;

CorpusDraft *corpus_draft_new (const char *role,
                               double confidence) G_GNUC_WARN_UNUSED_RESULT;
void corpus_draft_free (CorpusDraft *self);
void corpus_draft_add_span (CorpusDraft *self,
                            CorpusSpan span);
void corpus_draft_add_doubt (CorpusDraft *self,
                             const char *doubt);
CorpusSpan corpus_draft_get_extent (CorpusDraft *self);
gint64 corpus_draft_get_length (CorpusDraft *self);

GPtrArray *corpus_blocks_cut (const CorpusReading *page) G_GNUC_WARN_UNUSED_RESULT;
void corpus_blocks_classify (const CorpusReading *page,
                             GPtrArray *drafts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusDraft, corpus_draft_free)

G_END_DECLS
