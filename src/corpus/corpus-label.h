/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CorpusLabel:
 * @name: what annotations carry: `PERSON`
 * @title: what a person reads
 * @colour: `#rrggbb`, the hue of its boxes on light paper
 * @key: (nullable): the digit that sets it
 * @description: one sentence for the annotator
 * @parent: (nullable): the label it is a kind of
 * @extra: (nullable): members of its line that this version does not know, a JSON object
 *
 * A label of a tag set.
 */
typedef struct
{
  char *name;
  char *title;
  char *colour;
  char *key;
  char *description;
  char *parent;
  char *extra;
} CorpusLabel;

CorpusLabel *corpus_label_new (const char *name,
                               const char *title,
                               const char *colour,
                               const char *key,
                               const char *description) G_GNUC_WARN_UNUSED_RESULT;
CorpusLabel *corpus_label_copy (const CorpusLabel *self) G_GNUC_WARN_UNUSED_RESULT;
void corpus_label_free (CorpusLabel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorpusLabel, corpus_label_free)

G_END_DECLS
