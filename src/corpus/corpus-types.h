/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Every type of the model, declared once.
 *
 * CorpusPage, CorpusBlock, CorpusEntity, CorpusIndicator, CorpusRelation, CorpusCredit, CorpusDateline, CorpusCorrection, CorpusHead and
 * CorpusTagset are values: reference-counted structs with public fields. Whoever makes one may fill it in; once it has been
 * handed to anyone else it is not changed any more, so that any thread may read it. Editing one means to copy it,
 * change the copy and put the copy in its place: it keeps the id, and the old value stays for whoever still shows it.
 * CorpusArticle puts them together: a GObject that belongs to one thread at a time. */
typedef struct _CorpusPage CorpusPage;
typedef struct _CorpusBlock CorpusBlock;
typedef struct _CorpusCorrection CorpusCorrection;
typedef struct _CorpusCredit CorpusCredit;
typedef struct _CorpusDateline CorpusDateline;
typedef struct _CorpusEntity CorpusEntity;
typedef struct _CorpusField CorpusField;
typedef struct _CorpusFiller CorpusFiller;
typedef struct _CorpusHead CorpusHead;
typedef struct _CorpusIndicator CorpusIndicator;
typedef struct _CorpusRelation CorpusRelation;
typedef struct _CorpusTagset CorpusTagset;
typedef struct _CorpusText CorpusText;
typedef struct _CorpusArticle CorpusArticle;

G_END_DECLS
