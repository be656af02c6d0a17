/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/corpus-edit.h"
#include "store/corpus-member.h"

G_BEGIN_DECLS

/* One step of an edit: @value is put, or, where it is NULL, the thing of that id removed. */
typedef struct
{
  CorpusMember kind;
  gint64 id;
  gpointer value;
  GDestroyNotify unref;
} CorpusEditStep;

GArray *corpus_edit_get_steps (CorpusEdit *self);

G_END_DECLS
